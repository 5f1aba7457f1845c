"""The practice month as offices send it: sheets with a kop, merged headers, totals and signatures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from kinerja_cli.core.latihan.bulan import BULAN, DAERAH, TEMPAT, BulanLatihan, Dinas, Indikator, Pegawai
from kinerja_cli.core.lembar import Lembar, Rentang, huruf_kolom
from kinerja_cli.core.periode import cetak_tanggal
from kinerja_cli.core.temuan import Letak

Baris = tuple[object, ...]


class Tempat(NamedTuple):
    """A file and a sheet in it."""

    berkas: str
    lembar: str


UPT = 4
"""How many of the third office's people, its last ones, have a sheet of their own."""
_DAFTAR = f"Pegawai dan Indikator {DAERAH}.xlsx"
_LEBAR_KAKI = 3


@dataclass(frozen=True)
class Halaman:
    """One sheet, as a reader would give it, and what it takes to write it.

    Attributes:
        lembar: the sheet.
        kolom: place, from 0, of each column: those of :mod:`skema`, and codes of indicators.
        judul: rows of the header, from 0.
        awal: first row of data, from 0.
        rumus: the formulas by row and column; the sheet's cell is what is stored as their result.
    """

    lembar: Lembar
    kolom: Mapping[str, int]
    judul: range
    awal: int
    rumus: Mapping[tuple[int, int], str] = field(default_factory=dict)

    @property
    def tempat(self) -> Tempat:
        """The file and the sheet."""
        return Tempat(self.lembar.berkas, self.lembar.nama)

    def baris(self, **isi: str) -> int:
        """Find the first row of data in which columns hold this."""
        return next(
            r
            for r, sel in enumerate(self.lembar.baris[self.awal :], self.awal)
            if all(sel[self.kolom[kolom]] == nilai for kolom, nilai in isi.items())
        )

    def akhir_data(self) -> int:
        """Give the row after the data: the totals, or what follows."""
        kunci = self.kolom["nip" if "nip" in self.kolom else "kode"]
        baris = self.lembar.baris
        return next((r for r in range(self.awal, len(baris)) if baris[r][kunci] == ""), len(baris))

    def akhir_tabel(self) -> int:
        """Give the row after the table, totals included."""
        baris = self.lembar.baris
        return next((r for r in range(self.awal, len(baris)) if not any(baris[r])), len(baris))

    def letak(self, r: int, kolom: str) -> Letak:
        """Give the place of a cell."""
        return Letak(self.lembar.berkas, self.lembar.nama, f"{huruf_kolom(self.kolom[kolom])}{r + 1}")


def susun_halaman(bulan: BulanLatihan) -> tuple[Halaman, ...]:
    """Lay the month out: a list for the whole regency, two offices with wide sheets, one with long ones, one as CSV."""
    lebar, lebar_sendiri, panjang, csv = bulan.dinas
    berkas = {d.nama: f"Realisasi {d.nama} {BULAN.nama}.{'csv' if d is csv else 'xlsx'}" for d in bulan.dinas}
    pusat = [(ik, d.nama) for d in bulan.dinas if d is not lebar_sendiri for ik in d.indikator]
    sendiri = [(ik, "") for ik in lebar_sendiri.indikator]
    kantor, upt = (Tempat(berkas[panjang.nama], nama) for nama in ("Kantor", "UPT"))
    return (
        _pegawai(bulan.dinas),
        _indikator(_DAFTAR, DAERAH, pusat),
        _lebar(berkas[lebar.nama], lebar, bulan, bernomor=True),
        _ide(berkas[lebar.nama], lebar, bulan),
        _indikator(berkas[lebar_sendiri.nama], lebar_sendiri.nama, sendiri),
        _lebar(berkas[lebar_sendiri.nama], lebar_sendiri, bulan, bernomor=False),
        _panjang(kantor, panjang, panjang.orang[:-UPT], bulan, bernama=True),
        _panjang(upt, panjang, panjang.orang[-UPT:], bulan, bernama=False),
        _csv(berkas[csv.nama], csv, bulan),
    )


def _pegawai(dinas: Sequence[Dinas]) -> Halaman:
    kolom = {
        "nomor": "No", "nip": "NIP", "nama": "Nama Pegawai", "dinas": "Perangkat Daerah", "jabatan": "Jabatan",
        "golongan": "Gol/Ruang", "status": "Status",
    }  # fmt: skip
    data = [(o.nip, o.nama, d.nama, o.jabatan, o.golongan, o.status) for d in dinas for o in d.orang]
    kop = (*_kop(DAERAH), "DAFTAR PEGAWAI")
    return _susun(Tempat(_DAFTAR, "Pegawai"), kop, kolom, data, kaki=_tanda_tangan("Bagian Kepegawaian", dinas[0].kepala))


def _indikator(berkas: str, kop: str, isi: Sequence[tuple[Indikator, str]]) -> Halaman:
    """Lay indicators out; ``isi`` has each with the office for which it holds, or "" where it is the workbook's own."""
    kolom = {
        "nomor": "No", "kode": "Kode", "indikator": "Indikator Kinerja", "aspek": "Aspek", "bobot": "Bobot", "arah": "Arah",
        "target": "Target", "satuan": "Satuan", "berlaku_untuk": "Berlaku Untuk",
    }  # fmt: skip
    data = [(ik.kode, ik.nama, ik.aspek, float(ik.bobot), ik.arah, float(ik.target), ik.satuan, untuk) for ik, untuk in isi]
    halaman = _susun(Tempat(berkas, "Indikator"), (*_kop(kop), "INDIKATOR KINERJA"), kolom, data)
    if any(untuk for _, untuk in isi):
        return halaman
    r, k = halaman.akhir_data(), halaman.kolom["bobot"]
    huruf = huruf_kolom(k)
    jumlah = ["", "", "JUMLAH", "", float(sum(ik.bobot for ik, _ in isi)), *[""] * (len(kolom) - k - 1)]
    lembar = replace(halaman.lembar, baris=(*halaman.lembar.baris, tuple(jumlah)))
    return replace(halaman, lembar=lembar, rumus={(r, k): f"SUM({huruf}{halaman.awal + 1}:{huruf}{r})"})


def _lebar(berkas: str, dinas: Dinas, bulan: BulanLatihan, *, bernomor: bool) -> Halaman:
    """Lay a wide sheet out, with a total typed beneath each indicator: it tells what a damaged cell held."""
    kode = [ik.kode for ik in dinas.indikator]
    kolom = {"nomor": "No", "nip": "NIP", "nama": "Nama", **{k: k for k in kode}}
    data = [(o.nip, o.nama, *(_nilai(bulan, o, k) for k in kode)) for o in dinas.orang if not o.status]
    jumlah = [sum(n for n in isi if isinstance(n, float)) for isi in list(zip(*data, strict=True))[2:]]
    return _susun(
        Tempat(berkas, "Realisasi"),
        (*_kop(dinas.nama), "REALISASI KINERJA PEGAWAI", f"Periode : {BULAN.nama}"),
        kolom,
        data,
        disatukan=3,
        nomor_kolom=bernomor,
        jumlah=("", "", "JUMLAH", *jumlah),
        kaki=_tanda_tangan(dinas.nama, dinas.kepala),
    )


def _ide(berkas: str, dinas: Dinas, bulan: BulanLatihan) -> Halaman:
    kolom = {"nomor": "No", "nip": "NIP", "nama": "Nama", "uraian": "Uraian Ide Baru"}
    data = [(o.nip, o.nama, bulan.ide[o.nip]) for o in dinas.orang if o.nip in bulan.ide]
    kop = (*_kop(dinas.nama), "IDE BARU", f"Periode : {BULAN.nama}")
    return _susun(Tempat(berkas, "Ide Baru"), kop, kolom, data)


def _panjang(tempat: Tempat, dinas: Dinas, orang: Sequence[Pegawai], bulan: BulanLatihan, *, bernama: bool) -> Halaman:
    kolom = {
        "nomor": "No", "nip": "NIP", **({"nama": "Nama"} if bernama else {}), "kode": "Kode Indikator", "target": "Target",
        "realisasi": "Realisasi", "keterangan": "Keterangan",
    }  # fmt: skip
    data = [
        (o.nip, *([o.nama] if bernama else []), ik.kode, float(ik.target), _nilai(bulan, o, ik.kode), "")
        for o in orang
        if not o.status
        for ik in dinas.indikator
    ]
    kop = (*_kop(dinas.nama), f"REALISASI KINERJA {tempat.lembar.upper()}", f"Periode : {BULAN.nama}")
    return _susun(tempat, kop, kolom, data, kaki=_tanda_tangan(dinas.nama, dinas.kepala))


def _csv(berkas: str, dinas: Dinas, bulan: BulanLatihan) -> Halaman:
    """Lay out what an application gives: no kop, text only."""
    kolom = {"nip": "NIP", "kode": "Kode Indikator", "realisasi": "Realisasi"}
    data = [(o.nip, ik.kode, f"{_nilai(bulan, o, ik.kode):g}") for o in dinas.orang for ik in dinas.indikator]
    return _susun(Tempat(berkas, ""), (), kolom, data)


def _nilai(bulan: BulanLatihan, orang: Pegawai, kode: str) -> float | str:
    nilai = bulan.realisasi[orang.nip, kode]
    return float(nilai) if isinstance(nilai, int) else nilai


def _kop(kantor: str) -> tuple[str, ...]:
    return f"PEMERINTAH {DAERAH.upper()}", *([kantor.upper()] if kantor != DAERAH else [])


def _tanda_tangan(kantor: str, kepala: Pegawai) -> tuple[str, ...]:
    return f"{TEMPAT}, {cetak_tanggal(BULAN.hari_terakhir)}", f"Kepala {kantor},", "", kepala.nama, f"NIP {kepala.nip}"


def _susun(
    tempat: Tempat,
    kop: Sequence[str],
    kolom: Mapping[str, str],
    data: Sequence[Baris],
    *,
    disatukan: int = 0,
    nomor_kolom: bool = False,
    jumlah: Baris = (),
    kaki: Sequence[str] = (),
) -> Halaman:
    """Put a sheet together from top to bottom.

    Args:
        tempat: the file and the sheet.
        kop: lines over the table's whole width.
        kolom: the headers by column.
        data: the rows; a column ``nomor`` before them is numbered here.
        disatukan: where not 0, the header has two rows: so many columns are merged downwards, the others stand under one.
        nomor_kolom: a row (1) (2) (3) follows the header.
        jumlah: the row of totals.
        kaki: lines at the right, beneath a blank row.
    """
    n, judul = len(kolom), list(kolom.values())
    baris: list[Baris] = [_penuh((teks,), n) for teks in kop]
    gabungan: list[Rentang] = [(r, 0, r, n - 1) for r in range(len(kop))]
    if kop:
        baris.append(_penuh((), n))
    r = len(baris)
    if disatukan:
        baris.append(_penuh((*judul[:disatukan], f"Realisasi {BULAN.nama}"), n))
        judul[:disatukan] = [""] * disatukan
        gabungan += [(r, disatukan, r, n - 1), *((r, k, r + 1, k) for k in range(disatukan))]
    baris.append(tuple(judul))
    if nomor_kolom:
        baris.append(tuple(f"({k})" for k in range(1, n + 1)))
    awal = len(baris)
    baris += [(float(i), *satu) for i, satu in enumerate(data, 1)] if "nomor" in kolom else data
    if jumlah:
        baris.append(jumlah)
    if kaki:
        baris.append(_penuh((), n))
        baris += [(*[""] * (n - _LEBAR_KAKI), *_penuh((teks,), _LEBAR_KAKI)) for teks in kaki]
    lembar = Lembar(tempat.berkas, tempat.lembar, tuple(baris), tuple(gabungan), teks_saja=tempat.berkas.endswith(".csv"))
    return Halaman(lembar, {k: i for i, k in enumerate(kolom)}, range(r, awal), awal)


def _penuh(isi: Baris, lebar: int) -> Baris:
    return (*isi, *[""] * (lebar - len(isi)))
