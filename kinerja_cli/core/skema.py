"""The tables of the program: each column's name, type and meaning is declared here, once.

All tables are pandas frames. Places are kept small: a row carries ``sumber`` (a key of :class:`Sumber`) and ``baris``
(the sheet row, from 1); a cell's address follows from the two and the column's letter.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import chain

import numpy as np
import pandas as pd

from kinerja_cli.core.temuan import Letak


class Peran(StrEnum):
    """What a sheet is for; known by its columns."""

    PEGAWAI = "Pegawai"
    INDIKATOR = "Indikator"
    REALISASI = "Realisasi"
    IDE_BARU = "Ide Baru"
    PERILAKU = "Perilaku"
    INOVASI = "Inovasi"


class Keadaan(StrEnum):
    """What a realisasi cell says; a blank is not zero."""

    TERISI = "terisi"
    KOSONG = "kosong"
    TIDAK_BERLAKU = "tidak_berlaku"
    SALAH = "salah"


class Status(StrEnum):
    """How a person came out of the scoring (contract)."""

    DINILAI = "dinilai"
    BELUM_LENGKAP = "belum_lengkap"
    TIDAK_BERLAKU = "tidak_berlaku"
    TIDAK_DINILAI = "tidak_dinilai"


TEKS, ANGKA, BULAT, TANGGAL = "str", "float64", "int64", "datetime64[s]"

PEGAWAI: Mapping[str, str] = {
    "nip": TEKS,
    "nama": TEKS,
    "dinas": TEKS,
    "jabatan": TEKS,
    "jenis_jabatan": TEKS,
    "golongan": TEKS,
    "unit_kerja": TEKS,
    "nip_penilai": TEKS,
    "status": TEKS,  # one of kolom.STATUS
    "mulai": TANGGAL,
    "selesai": TANGGAL,
    "sumber": BULAT,
    "baris": BULAT,
}
PENUGASAN: Mapping[str, str] = {
    "nip": TEKS,
    "dinas": TEKS,
    "jabatan": TEKS,
    "unit_kerja": TEKS,
    "mulai": TANGGAL,  # cut to the month
    "selesai": TANGGAL,
    "hari": BULAT,
    "hari_tugas": BULAT,  # of the person in all dinas of the month: the whole of which hari is a share
    "peringkat_dinas": BULAT,  # 0: none
    "sumber": BULAT,
    "baris": BULAT,
}
INDIKATOR: Mapping[str, str] = {
    "kode": TEKS,
    "indikator": TEKS,
    "aspek": TEKS,
    "bobot": BULAT,  # ten-thousandths of a percent
    "arah": TEKS,  # "naik" or "turun"
    "target": ANGKA,
    "target_atas": ANGKA,  # NaN: no range
    "satuan": TEKS,
    "berlaku_untuk": TEKS,
    "terbaik": ANGKA,  # the best result that can be reached at all; NaN: not known
    "sumber": BULAT,
    "baris": BULAT,
}
REALISASI: Mapping[str, str] = {
    "nip": TEKS,
    "kode": TEKS,
    "realisasi": ANGKA,  # NaN unless keadaan is "terisi"
    "keadaan": TEKS,  # see Keadaan
    "target": ANGKA,  # NaN: the indicator's own target holds
    "keterangan": TEKS,
    "nama": TEKS,
    "sumber": BULAT,
    "baris": BULAT,
    "kolom": TEKS,  # letter of the column that holds the realisasi
}
IDE_BARU: Mapping[str, str] = {"nip": TEKS, "uraian": TEKS, "bukti": TEKS, "sumber": BULAT, "baris": BULAT}
INOVASI: Mapping[str, str] = {
    "nip": TEKS,  # one row an owner
    "uraian": TEKS,  # the idea's title
    "tahap": TEKS,  # one of kolom.TAHAP; "": unknown
    "bukti": TEKS,
    "tanggal": TANGGAL,  # since when it is at this stage
    "kode": TEKS,  # the indicators towards which it counts, ";" between several; "": none
    "sumber": BULAT,
    "baris": BULAT,
}
BERAKHLAK = ("berorientasi_pelayanan", "akuntabel", "kompeten", "harmonis", "loyal", "adaptif", "kolaboratif")
"""The seven values of perilaku (SE MenPANRB 20/2021), as columns."""
PERILAKU: Mapping[str, str] = {
    "nip": TEKS,
    **dict.fromkeys(BERAKHLAK, ANGKA),  # NaN: blank
    "perilaku": ANGKA,  # one overall number; NaN: none
    "perilaku_kata": TEKS,  # or one rating, as filed
    "hasil_kerja": TEKS,  # rating, as filed
    "tambahan": ANGKA,  # points of additional work; NaN: none
    "sumber": BULAT,
    "baris": BULAT,
}

NILAI: Mapping[str, str] = {
    "nip": TEKS,
    "nama": TEKS,
    "jabatan": TEKS,
    "golongan": TEKS,
    "dinas": TEKS,
    "status": TEKS,  # see Status
    "nilai": BULAT,  # hundredths; -1: none (no score, or a category without a number)
    "predikat": TEKS,
    "peringkat_dinas": BULAT,  # 0: none
    "peringkat": BULAT,
    "alasan": TEKS,
    "catatan": TEKS,
    "ide_baru": TEKS,
    "jumlah_tertimbang": BULAT,  # Σ nilai_tertimbang, scale 8
    "pembagi": BULAT,  # Σ bobot_hitung that applies, ten-thousandths of a percent
    "unit_kerja": TEKS,
    "hasil_kerja": TEKS,  # rating, where the rule set has them
    "perilaku": TEKS,  # rating, likewise
    "jumlah_perilaku": BULAT,  # sum of the perilaku numbers, hundredths; -1: none
    "banyak_perilaku": BULAT,  # how many: 7 or 1; 0: none
    "tambahan": BULAT,  # points of additional work that count, hundredths; -1: none
    "letak_perilaku": TEKS,  # cells of what the rater filed
    "nilai_hasil_kerja": BULAT,  # the score from which the rating of hasil kerja was bridged, hundredths; -1: none
}
RINCIAN: Mapping[str, str] = {
    "nip": TEKS,
    "kode": TEKS,
    "aspek": TEKS,
    "arah": TEKS,
    "bobot": BULAT,
    "target": ANGKA,
    "realisasi": ANGKA,
    "capaian": BULAT,  # hundredths of a percent; -1: none
    "nilai_tertimbang": BULAT,  # nilai_indikator × bobot_hitung / 100, scale 8; -1: none
    "berkas": TEKS,
    "lembar": TEKS,
    "sel": TEKS,  # the realisasi's cell
    "keadaan": TEKS,
    "indikator": TEKS,
    "satuan": TEKS,
    "target_atas": ANGKA,
    "keterangan": TEKS,
    "letak_indikator": TEKS,  # where bobot and target stand
    "nilai_indikator": BULAT,  # what goes into the sum: capaian, or nilai by the bands; hundredths; -1: none
    "bobot_hitung": BULAT,  # the weight in the sum: bobot, unless the rule set weighs tasks equally
    "pita": TEKS,  # name of the bands that were used
    "terbaik": ANGKA,
}
ASPEK: Mapping[str, str] = {"nip": TEKS, "aspek": TEKS, "nilai": BULAT, "bobot": BULAT}


def kosong(skema: Mapping[str, str]) -> pd.DataFrame:
    """Give an empty table of that schema."""
    return pd.DataFrame({nama: pd.Series(dtype=jenis) for nama, jenis in skema.items()})


Bagian = Mapping[str, Sequence[object] | np.ndarray]
"""The columns of a schema, as they were read from one sheet: all of one length."""


def susun(skema: Mapping[str, str], bagian: Sequence[Bagian]) -> pd.DataFrame:
    """Put the columns of several sheets under each other and give them their types, once for all sheets."""
    if not bagian:
        return kosong(skema)
    return pd.DataFrame({nama: _kolom([b[nama] for b in bagian], jenis) for nama, jenis in skema.items()})


def _kolom(isi: list[Sequence[object] | np.ndarray], jenis: str) -> pd.Series[object] | np.ndarray:
    if jenis == TEKS:
        return pd.Series(list(chain.from_iterable(isi)), dtype=TEKS)
    return np.concatenate([np.asarray(satu, dtype=jenis) for satu in isi])


@dataclass(frozen=True)
class Sumber:
    """One table on one sheet: whose rows they are and which letter each column has."""

    berkas: str
    lembar: str
    huruf: Mapping[str, str]
    bawaan: bool = False
    """The workbook came from an earlier period: its Pegawai and Indikator stand, its Realisasi only tells the scope."""
    persen: frozenset[str] = frozenset()
    """Addresses of the number cells that are shown as percent: 98 % is stored and read as 0.98."""
    titipan: bool = False
    """It holds values from elsewhere (:mod:`titipan`), a small file or a register, not what an office filed."""
    keputusan: str = ""
    """The objection whose decision such a file holds: its values override; "" for every other file."""
    lengkap: tuple[str, str] = ("", "")
    """The dinas for which a register of innovations says that it is complete, as filed, and the cell that says so."""

    @property
    def register(self) -> bool:
        """Whether it is a register of innovations: known by its stages, as the sheet was."""
        return "tahap" in self.huruf

    def letak(self, kolom: str, baris: int) -> Letak:
        """Give the place of one value; the row alone where the sheet has no such column."""
        return Letak(self.berkas, self.lembar, f"{self.huruf.get(kolom, '')}{baris}")


@dataclass(frozen=True)
class Masukan:
    """What a set of workbooks holds, typed. Frozen: a step gives a new one."""

    pegawai: pd.DataFrame = field(default_factory=lambda: kosong(PEGAWAI))
    indikator: pd.DataFrame = field(default_factory=lambda: kosong(INDIKATOR))
    realisasi: pd.DataFrame = field(default_factory=lambda: kosong(REALISASI))
    ide_baru: pd.DataFrame = field(default_factory=lambda: kosong(IDE_BARU))
    sumber: tuple[Sumber, ...] = ()
    perilaku: pd.DataFrame = field(default_factory=lambda: kosong(PERILAKU))
    penugasan: pd.DataFrame = field(default_factory=lambda: kosong(PENUGASAN))
    inovasi: pd.DataFrame = field(default_factory=lambda: kosong(INOVASI))

    def letak(self, baris: pd.Series[object] | tuple[int, int], kolom: str) -> Letak:
        """Give the place of one value of a row (or of its ``(sumber, baris)``)."""
        nomor, nomor_baris = baris if isinstance(baris, tuple) else (baris["sumber"], baris["baris"])
        return self.sumber[int(str(nomor))].letak(kolom, int(str(nomor_baris)))

    def semua_letak(self, tabel: pd.DataFrame, kolom: str) -> tuple[Letak, ...]:
        """Give the places of one column's values, each once: a wide row stands for several realisasi."""
        tempat = dict.fromkeys(zip(tabel["sumber"].tolist(), tabel["baris"].tolist(), strict=True))
        return tuple(self.letak(satu, kolom) for satu in tempat)

    def bawaan(self) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
        """Tell for each ``sumber`` whether it was carried over from an earlier period."""
        return np.array([s.bawaan for s in self.sumber], dtype=bool)

    def titipan(self) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
        """Tell for each ``sumber`` whether it holds values from elsewhere."""
        return np.array([s.titipan for s in self.sumber], dtype=bool)

    def kiriman(self) -> pd.DataFrame:
        """Give the realisasi that offices sent, without values from elsewhere."""
        titipan = self.titipan()
        return self.realisasi[~titipan[self.realisasi["sumber"].to_numpy()]] if titipan.any() else self.realisasi

    def berkas(self) -> np.ndarray[tuple[int], np.dtype[np.object_]]:
        """Give the file of each ``sumber``."""
        return np.array([s.berkas for s in self.sumber], dtype=object)

    def urutan_sumber(self) -> Mapping[int, int]:
        """Give each ``sumber`` its place by file and sheet, so that the order in which files came changes nothing."""
        urut = sorted(range(len(self.sumber)), key=lambda i: (self.sumber[i].berkas, self.sumber[i].lembar))
        return {nomor: tempat for tempat, nomor in enumerate(urut)}

    def hanya(self, berkas: Collection[str]) -> Masukan:
        """Give the rows of some files only."""
        dari = np.isin(self.berkas(), list(berkas))
        nama = ("pegawai", "indikator", "realisasi", "ide_baru", "perilaku", "penugasan", "inovasi")
        tabel = {n: getattr(self, n) for n in nama}
        return self.ubah(**{n: isi[dari[isi["sumber"].to_numpy()]] for n, isi in tabel.items()})

    def ubah(self, **tabel: pd.DataFrame) -> Masukan:
        """Give the same input with some tables replaced."""
        return replace(self, **tabel)
