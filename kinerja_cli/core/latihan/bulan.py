"""The practice month itself: offices, people and results that nobody has, drawn from a seed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from kinerja_cli.core.latihan.undian import Undian
from kinerja_cli.core.periode import Periode

BULAN = Periode(2025, 3)
DAERAH, TEMPAT = "Kabupaten Contoh", "Kota Contoh"
TIDAK_BERLAKU = "tidak berlaku"

_DINAS = (
    ("Dinas Contoh Pelayanan Warga", "PW"),
    ("Dinas Contoh Pertamanan", "PT"),
    ("Dinas Contoh Perizinan", "PZ"),
    ("Dinas Contoh Arsip Daerah", "AD"),
    ("Dinas Contoh Kebersihan", "KB"),
    ("Dinas Contoh Pengairan", "PA"),
    ("Badan Contoh Statistik", "ST"),
    ("Badan Contoh Keuangan", "KU"),
)
_AWAL = ("Bru", "Cor", "Dol", "Fen", "Gul", "Hav", "Jop", "Kres", "Lum", "Mov", "Plo", "Rux", "Siv", "Tolv", "Vek", "Zal")
_AKHIR = ("ibo", "ero", "uda", "uno", "amba", "isto", "orra", "endi", "aksa", "ulmi", "ofa", "egra")
_MARGA = ("Contohwan", "Misalika", "Umpamadi", "Andaiyan", "Rekaputra", "Ibaratna", "Semisala", "Latihansa")
_JABATAN = ("Analis Contoh", "Pengelola Layanan", "Pengadministrasi Umum", "Penata Arsip", "Kepala Seksi")
_GOLONGAN = ("II/c", "II/d", "III/a", "III/b", "III/c", "III/d", "IV/a")
_GAGASAN = ("Antrean lewat pesan", "Loket Sabtu pagi", "Formulir satu halaman", "Papan waktu tunggu")
_BOBOT = ((50, 20, 20, 10), (40, 30, 20, 10), (45, 25, 20, 10), (50, 25, 15, 10))
_INDIKATOR = (
    # name, unit, direction, place of the aspect, targets (from, to, step), spread of realisasi in tenths of the target
    ("Berkas layanan selesai", "berkas", "naik", 0, (1500, 1900, 50), (7, 12)),
    ("Pengaduan ditindaklanjuti", "persen", "naik", 2, (85, 90, 1), (6, 11)),
    ("Lama penyelesaian rata-rata", "hari", "turun", 0, (6, 12, 1), (6, 16)),
    ("Perbaikan layanan yang diuji", "kegiatan", "naik", 1, (4, 8, 1), (4, 14)),
)
RIBUAN, PERSEN = 0, 1
"""Places among an office's indicators: the one whose results have four digits, and the one in percent."""


@dataclass(frozen=True)
class Pegawai:
    """One civil servant."""

    nip: str
    nama: str
    jabatan: str
    golongan: str
    status: str = ""


@dataclass(frozen=True)
class Indikator:
    """One indicator, as its row is filed."""

    kode: str
    nama: str
    aspek: str
    bobot: int
    arah: str
    target: int
    satuan: str


@dataclass(frozen=True)
class Dinas:
    """One office: its people, its indicators, its head."""

    nama: str
    orang: tuple[Pegawai, ...]
    indikator: tuple[Indikator, ...]
    kepala: Pegawai


@dataclass(frozen=True)
class BulanLatihan:
    """A month without faults.

    Attributes:
        dinas: four offices; :mod:`halaman` says how each of them files.
        realisasi: by NIP and code: a number, or the words for "doesn't apply". Who is on leave has none.
        ide: new ideas by NIP.
    """

    dinas: tuple[Dinas, ...]
    realisasi: Mapping[tuple[str, str], int | str]
    ide: Mapping[str, str]


_BANYAK_ORANG = (8, 7, 12, 5)


def susun_bulan(undian: Undian, aspek: Sequence[str]) -> BulanLatihan:
    """Draw a month; ``aspek`` are those of the rule set."""
    orang = _orang(undian)
    dinas = [
        Dinas(nama, tuple(islice(orang, banyak)), tuple(_indikator(undian, kode, aspek)), next(orang))
        for (nama, kode), banyak in zip(undian.kocok(_DINAS), _BANYAK_ORANG, strict=False)
    ]
    cuti, *lain = dinas[2].orang
    dinas[2] = replace(dinas[2], orang=(replace(cuti, status="cuti"), *lain))
    realisasi: dict[tuple[str, str], int | str] = {
        (o.nip, ik.kode): _hasil(undian, ik, rentang)
        for d in dinas
        for o in d.orang
        if not o.status
        for ik, (*_, rentang) in zip(d.indikator, _INDIKATOR, strict=True)
    }
    realisasi[dinas[1].orang[-1].nip, dinas[1].indikator[-1].kode] = TIDAK_BERLAKU
    pemilik = sorted(undian.kocok(range(len(dinas[0].orang)))[: len(_GAGASAN) - 1])
    ide = {dinas[0].orang[i].nip: gagasan for i, gagasan in zip(pemilik, undian.kocok(_GAGASAN), strict=False)}
    return BulanLatihan(tuple(dinas), realisasi, ide)


def _orang(undian: Undian) -> Iterator[Pegawai]:
    """Draw people without end; no name and no NIP comes twice."""
    nama: set[str] = set()
    nip: set[str] = set()
    while True:
        nama_baru, nip_baru = _baru(_nama, undian, nama), _baru(_nip, undian, nip)
        yield Pegawai(nip_baru, nama_baru, undian.pilih(_JABATAN), undian.pilih(_GOLONGAN))


def _baru(undi: Callable[[Undian], str], undian: Undian, terpakai: set[str]) -> str:
    while (satu := undi(undian)) in terpakai:
        pass
    terpakai.add(satu)
    return satu


def _nama(undian: Undian) -> str:
    return f"{undian.pilih(_AWAL)}{undian.pilih(_AKHIR)} {undian.pilih(_MARGA)}"


def _nip(undian: Undian) -> str:
    """Draw birth date, first appointment, sex and serial, as a PNS has them."""
    lahir = undian.bulat(1968, 1996)
    tanggal = f"{lahir}{undian.bulat(1, 12):02d}{undian.bulat(1, 28):02d}"
    return f"{tanggal}{lahir + undian.bulat(22, 28)}{undian.bulat(1, 12):02d}{undian.bulat(1, 2)}{undian.bulat(901, 998)}"


def _indikator(undian: Undian, kode: str, aspek: Sequence[str]) -> Iterator[Indikator]:
    bobot = undian.pilih(_BOBOT)
    for i, (nama, satuan, arah, ke, (dari, sampai, langkah), _) in enumerate(_INDIKATOR):
        target = dari + langkah * undian.bulat(0, (sampai - dari) // langkah)
        yield Indikator(f"{kode}-{i + 1:02d}", nama, aspek[ke % len(aspek)], bobot[i], arah, target, satuan)


def _hasil(undian: Undian, indikator: Indikator, rentang: tuple[int, int]) -> int:
    dari, sampai = rentang
    return undian.bulat(indikator.target * dari // 10, indikator.target * sampai // 10)
