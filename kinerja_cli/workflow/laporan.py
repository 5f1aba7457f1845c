"""Reports, always made from the saved state: hitung and laporan write the same bytes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from kinerja_cli.core.keberatan import Perkara
from kinerja_cli.core.kiriman import Kiriman, susun_kiriman
from kinerja_cli.core.laporan import Konteks, LaporanDaerah, LaporanDinas, Ringkasan, menurut_dinas, susun_daerah, susun_dinas
from kinerja_cli.core.periode import Periode
from kinerja_cli.core.perubahan import PERUBAHAN, LaporanPerubahan
from kinerja_cli.core.rapat import BulanLalu, Peringatan, hasil_lalu, peringatan_bulan, susun_rapat
from kinerja_cli.core.riwayat import tumpukan
from kinerja_cli.core.telaah import Telaah, telaah
from kinerja_cli.core.temuan import nama_terdekat
from kinerja_cli.core.tren import DAERAH, susun_tren
from kinerja_cli.errors import KinerjaError
from kinerja_cli.store import RuangKerja, bila_disela, sha256
from kinerja_cli.workflow.bulan_lalu import BulanSampai, bulan_sampai
from kinerja_cli.workflow.isi import Isi
from kinerja_cli.workflow.perubahan import muat_perubahan
from kinerja_cli.workflow.ruang import setelan_ruang
from kinerja_cli.workflow.serentak import kerjakan
from kinerja_cli.workflow.sidik import sidik_bahan
from kinerja_cli.workflow.usulan import LanjutBulan, susun_lanjut_bulan
from kinerja_cli.writers.excel import BahanBuku, buku_dinas, buku_rekap
from kinerja_cli.writers.halaman_keberatan import halaman_keberatan
from kinerja_cli.writers.halaman_rapat import halaman_rapat
from kinerja_cli.writers.html import halaman_daerah, halaman_dinas, halaman_perubahan


@dataclass(frozen=True)
class Pekerjaan:
    """Reports that are made together: their paths in the period's folder, and what gives the bytes of each, in order."""

    nama: tuple[str, ...]
    buat: Callable[[], Iterable[bytes]]


JENIS = ("xlsx", "html")
"""The kinds of file that ``--format`` chooses from."""


@dataclass(frozen=True)
class CaraLaporan:
    """Which kinds of report to write, and whether workbooks hold live formulas."""

    jenis: tuple[str, ...] = JENIS
    berumus: bool = True


SEMUA = CaraLaporan()


def cara_laporan(format_: str, *, berumus: bool) -> CaraLaporan:
    """Read ``--format``: kinds with commas between; "" is all.

    Raises:
        KinerjaError: an unknown kind.
    """
    jenis = tuple(satu.strip().lower() for satu in format_.split(",") if satu.strip()) or JENIS
    for satu in jenis:
        if satu not in JENIS:
            raise KinerjaError(f"Format “{satu}” tidak dikenal.", f"Yang ada: {', '.join(JENIS)}.")
    return CaraLaporan(jenis, berumus)


@dataclass(frozen=True)
class HasilLaporan:
    """The reports of a period: what was written, what another program holds open, and what they lack, in sentences."""

    periode: Periode
    folder: Path
    tertulis: tuple[str, ...]
    """What stands there, made now or before from the same."""
    terbuka: tuple[str, ...]
    telaah: Telaah | None = None
    ringkasan: Ringkasan | None = None
    catatan: tuple[str, ...] = ()


def tulis_laporan(
    ruang: RuangKerja,
    isi: Isi,
    dinas: Collection[str] = (),
    maju: Callable[[int, int], None] | None = None,
    cara: CaraLaporan = SEMUA,
) -> HasilLaporan:
    """Write the reports of a period, all or those of some dinas (the regency's are written in either case).

    Args:
        ruang: the ruang kerja.
        isi: the saved period.
        dinas: names; empty for all.
        maju: told after each file how many of how many are done.
        cara: which kinds of file, and how.

    Raises:
        KinerjaError: a dinas is unknown, with the near name.
    """
    siap = _siapkan(ruang, isi, cara)
    if not siap.perubahan.bagian:
        ruang.hapus_laporan(isi.konteks.periode, PERUBAHAN)
    pilihan = pilih_dinas(dinas, siap.daerah.berkas, isi.konteks.periode)
    bahan = sidik_bahan(isi, cara, *siap.bahan())
    hasil = tulis_semua(ruang, isi.konteks.periode, _pekerjaan(isi, siap, pilihan, cara), maju, bahan)
    catatan = dict.fromkeys(filter(None, (siap.lalu.catatan, *siap.lanjut.catatan)))
    return replace(hasil, telaah=siap.daerah.telaah, ringkasan=siap.daerah.ringkasan, catatan=tuple(catatan))


@dataclass(frozen=True)
class _Siap:
    """What the reports of a period stand on besides the period itself."""

    daerah: LaporanDaerah
    perubahan: LaporanPerubahan
    lalu: BulanSampai
    lanjut: LanjutBulan
    kiriman: tuple[Kiriman, ...]

    def bahan(self) -> tuple[object, ...]:
        """Give what isn't told by the period itself; a month is told by the line that saved it."""
        bulan = [(b.periode, b.penetapan, b.jejak) for b in self.lalu.bulan]
        return self.perubahan.bagian, bulan, self.lalu.dilewati, self.lanjut, self.kiriman


def _siapkan(ruang: RuangKerja, isi: Isi, cara: CaraLaporan = SEMUA) -> _Siap:
    periode, batas = isi.konteks.periode, setelan_ruang(ruang).ambang_kirim
    jejak = ruang.jejak()
    lapis = tumpukan(jejak, periode)
    sampai = lapis[-1].baris.nomor if lapis else 0  # what was counted later and taken back is no part of this result
    ditelaah = isi.telaah or telaah(isi.hasil, isi.konteks.aturan, isi.ambang_tepi)
    daerah = susun_daerah(isi.orang, isi.konteks, ditelaah)
    return _Siap(
        daerah,
        muat_perubahan(ruang, isi.konteks),
        bulan_sampai(ruang, periode),
        susun_lanjut_bulan(ruang, isi, daerah.berkas) if "xlsx" in cara.jenis else LanjutBulan({}),
        susun_kiriman(isi.orang, isi.hasil.rincian, isi.temuan, jejak[:sampai], periode, batas),
    )


def pilih_dinas(dinas: Collection[str], ada: Collection[str], periode: Periode) -> tuple[str, ...]:
    """Give the named dinas, or all that there are.

    Raises:
        KinerjaError: one is unknown, with the near name.
    """
    for nama in dinas:
        if nama not in ada:
            usul = nama_terdekat(nama, ada)
            saran = f"Maksud Anda “{usul}”?" if usul else f"Yang ada: {'; '.join(ada)}."
            raise KinerjaError(f"Dinas “{nama}” tidak ada di periode {periode}.", saran)
    return tuple(nama for nama in ada if not dinas or nama in dinas)


def tulis_semua(
    ruang: RuangKerja,
    periode: Periode,
    pekerjaan: Sequence[Pekerjaan],
    maju: Callable[[int, int], None] | None = None,
    bahan: str = "",
) -> HasilLaporan:
    """Make reports one by one and write each, by its path in the period's folder; ``maju`` as in :func:`tulis_laporan`.

    ``bahan`` is the hash of all that they are made from; those that lie there and were made from the same stay. "": none.
    """
    berdiri = ruang.laporan_berdiri(periode, bahan) if bahan else frozenset()
    perlu = [satu for satu in pekerjaan if not berdiri.issuperset(satu.nama)]
    sidik: dict[str, str] = {}
    terbuka: list[str] = []
    with bila_dihentikan(periode), closing(kerjakan([partial(_jadikan, satu) for satu in perlu])) as jadi:
        for ke, (satu, isi) in enumerate(zip(perlu, jadi, strict=True), 1):
            for nama, berkas in zip(satu.nama, isi, strict=True):
                if ruang.tulis_laporan(periode, nama, berkas):
                    sidik[nama] = sha256(berkas)
                else:
                    terbuka.append(nama)
            if maju:
                maju(ke, len(perlu))
    if bahan and sidik:
        ruang.catat_laporan(periode, bahan, sidik)
    tertulis = (nama for satu in pekerjaan for nama in satu.nama if nama not in terbuka)
    return HasilLaporan(periode, ruang.folder_laporan(periode), tuple(tertulis), tuple(terbuka))


def bila_dihentikan(periode: Periode) -> AbstractContextManager[None]:
    """Say of a Ctrl-C after the result was saved that it was, and how to get its reports."""
    return bila_disela(f"Hasilnya tersimpan, tetapi laporannya belum lengkap. Jalankan: kinerja laporan --periode {periode}")


def pekerjaan_pimpinan(ruang: RuangKerja, isi: Isi) -> list[Pekerjaan]:
    """List all reports for the heads, each with what makes it: workbooks with live formulas, and without."""
    siap = _siapkan(ruang, isi)
    return [satu for b in (True, False) for satu in _pekerjaan(isi, siap, tuple(siap.daerah.berkas), CaraLaporan(berumus=b))]


def _jadikan(pekerjaan: Pekerjaan) -> tuple[bytes, ...]:
    return tuple(pekerjaan.buat())


def _pekerjaan(isi: Isi, siap: _Siap, pilihan: Sequence[str], cara: CaraLaporan) -> list[Pekerjaan]:
    tren, lalu = susun_tren(siap.lalu.bulan), hasil_lalu(siap.lalu.bulan)
    daerah = partial(halaman_daerah, siap.daerah, siap.kiriman, tren.get(DAERAH), siap.lalu.catatan)
    hasil = [
        satu_laporan("index.html", lambda: daerah().encode()),
        satu_laporan("rekap.xlsx", partial(buku_rekap, siap.daerah)),
    ]
    if siap.perubahan.bagian:
        hasil.append(satu_laporan(PERUBAHAN, lambda: halaman_perubahan(siap.perubahan).encode()))
    hasil += (satu_laporan(nama_surat(satu), partial(isi_surat, satu, isi.konteks)) for satu in isi.perkara)
    hasil = [satu for satu in hasil if _jenis(satu.nama[0]) in cara.jenis]
    milik, peringatan = menurut_dinas(isi.orang), peringatan_bulan(isi.temuan)
    for nama in pilihan:
        berkas = siap.daerah.berkas[nama]
        laporan = partial(susun_dinas, milik[nama], isi.hasil.rincian, nama, isi.konteks, siap.daerah.telaah)
        semua = (f"{berkas}.xlsx", f"{berkas}.html", f"rapat/{berkas}.html")
        buku = BahanBuku(tren.get(nama), siap.lalu.catatan, siap.lanjut.lembar.get(nama))
        buat = partial(_laporan_dinas, laporan, buku, lalu, peringatan, cara)
        hasil.append(Pekerjaan(tuple(n for n in semua if _jenis(n) in cara.jenis), buat))
    return hasil


def satu_laporan(nama: str, buat: Callable[[], bytes]) -> Pekerjaan:
    """Give the work on one report."""
    return Pekerjaan((nama,), lambda: (buat(),))


def _jenis(nama: str) -> str:
    return nama.rpartition(".")[2]


def _laporan_dinas(
    susun: Callable[[], LaporanDinas], buku: BahanBuku, lalu: BulanLalu | None, peringatan: Peringatan, cara: CaraLaporan
) -> Iterator[bytes]:
    """Make the workbook, the page and the meeting page of a dinas, as far as they are wanted."""
    laporan = susun()
    if "xlsx" in cara.jenis:
        yield buku_dinas(laporan, buku, berumus=cara.berumus)
    if "html" in cara.jenis:
        yield halaman_dinas(laporan, buku.tren, buku.dilewati).encode()
        yield halaman_rapat(susun_rapat(laporan, lalu, buku.tren, peringatan, buku.dilewati)).encode()


def nama_surat(perkara: Perkara) -> str:
    """Give the place of an objection's letter among the month's reports."""
    return f"keberatan/{perkara.pengajuan.nomor}.html"


def isi_surat(perkara: Perkara, konteks: Konteks) -> bytes:
    """Give the letter to the person who objected."""
    return halaman_keberatan(perkara, konteks).encode()
