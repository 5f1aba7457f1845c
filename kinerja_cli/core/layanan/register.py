"""Sheets of a register → one row a document, standard times, and what is wrong in the cells."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Final, Literal

import pandas as pd

from kinerja_cli.core import nip
from kinerja_cli.core.angka import angka_dari_teks, gaya_indonesia, teks_kanonis
from kinerja_cli.core.kolom import KOSONG, rapi, ringkas
from kinerja_cli.core.layanan.tabel import JUDUL, Peran, Tabel, cari_tabel
from kinerja_cli.core.layanan.tanggal import Tanggal, jam_dari_sel, tanggal_dari_sel
from kinerja_cli.core.lembar import Lembar, RumusTanpaHasil, SelGalat
from kinerja_cli.core.skema import BULAT, TEKS, Sumber
from kinerja_cli.core.tabel import rentang
from kinerja_cli.core.temuan import Letak, Temuan

WAKTU: Final = "datetime64[s]"
DOKUMEN: Final[Mapping[str, str]] = {
    "jenis": TEKS,
    "diterima": WAKTU,  # to the minute; midnight where no time is given
    "selesai": WAKTU,  # NaT: not finished
    "berjam": "bool",  # both have a time; a document that isn't finished: the receipt has one
    "petugas": TEKS,
    "nip": TEKS,
    "nomor": TEKS,
    "sumber": BULAT,
    "baris": BULAT,
}
_BELUM_SELESAI: Final = frozenset({"proses", "dalamproses", "diproses", "belum", "belumselesai", "berjalan", "pending"})
_ANGKA_SATUAN = re.compile(
    r"(?:paling lama|maks(?:imal)?\.?)?\s*([\d.,]+)\s*\(?[a-z ]*?\)?\s*((?:hari|jam|menit|hk)\b.*)?", re.IGNORECASE
)


class Satuan(StrEnum):
    """What a duration is counted in."""

    HARI = "hari kerja"
    MENIT = "menit kerja"


@dataclass(frozen=True)
class SatuanWaktu:
    """A unit as people write it: so many of ``satuan`` make one."""

    satuan: Satuan
    kali: int
    nama: str


_HARI, _JAM = SatuanWaktu(Satuan.HARI, 1, "hari kerja"), SatuanWaktu(Satuan.MENIT, 60, "jam kerja")
_MENIT = SatuanWaktu(Satuan.MENIT, 1, "menit")
_SATUAN: Final[Mapping[str, SatuanWaktu]] = {
    "hari": _HARI, "harikerja": _HARI, "hk": _HARI, "jam": _JAM, "jamkerja": _JAM, "menit": _MENIT, "menitkerja": _MENIT,
}  # fmt: skip
SEBUTAN_SATUAN: Final = "hari kerja, jam kerja, atau menit"


@dataclass(frozen=True)
class Standar:
    """The standard time of one type.

    Attributes:
        batas: the longest whole number of ``satuan`` that is within it.
        kata: as it was filed: "3 hari kerja".
    """

    jenis: str
    batas: int
    satuan: Satuan
    kata: str
    letak: Letak


@dataclass(frozen=True)
class Register:
    """What the sheets hold.

    Attributes:
        dokumen: one row a document that can be dated; columns of :data:`DOKUMEN`.
        standar: by type, squeezed.
        sumber: the tables that ``dokumen.sumber`` counts.
        temuan: what is wrong in the cells.
        tak_terbaca: rows left out, for want of a type or a date that can be read.
    """

    dokumen: pd.DataFrame
    standar: Mapping[str, Standar] = field(default_factory=dict)
    sumber: tuple[Sumber, ...] = ()
    temuan: tuple[Temuan, ...] = ()
    tak_terbaca: int = 0

    def letak(self, baris: tuple[int, int], kolom: str) -> Letak:
        """Give the place of one value, by its document's ``(sumber, baris)``."""
        return self.sumber[baris[0]].letak(kolom, baris[1])


def baca_register(lembar: Sequence[Lembar]) -> Register:
    """Read the registers and standard times on all sheets; a hidden one is named and left out."""
    temuan: list[Temuan] = []
    sumber: list[Sumber] = []
    dokumen: list[tuple[object, ...]] = []
    standar: dict[str, Standar] = {}
    tak_terbaca = 0
    for satu in lembar:
        tabel, salah = cari_tabel(satu)
        temuan += salah
        if tabel is None:
            if not salah and any(rapi(sel) for baris in satu.baris for sel in baris):
                temuan.append(Temuan("L01", Letak(satu.berkas, satu.nama)))
        elif satu.tersembunyi:
            temuan.append(Temuan("L06", Letak(satu.berkas, satu.nama), isian=(("peran", tabel.peran.value),)))
        elif tabel.peran is Peran.STANDAR:
            temuan += _baca_standar(tabel, standar)
        else:
            pembaca = _Pembaca(tabel)
            dokumen += pembaca.dokumen(len(sumber))
            sumber.append(Sumber(satu.berkas, satu.nama, tabel.huruf()))
            temuan += pembaca.temuan
            tak_terbaca += pembaca.tak_terbaca
    semua = pd.DataFrame(dokumen, columns=list(DOKUMEN)).astype(DOKUMEN)
    return Register(semua, standar, tuple(sumber), tuple(temuan), tak_terbaca)


class _Pembaca:
    """Reads one register; rows that can't be dated are counted and named."""

    def __init__(self, tabel: Tabel) -> None:
        self._tabel = tabel
        self._data, lewat = tabel.baris_data()
        self.temuan: list[Temuan] = []
        self.tak_terbaca = 0
        if lewat:
            isian = (("jumlah", str(len(lewat))), ("baris", rentang([r + 1 for r in lewat])))
            self.temuan.append(Temuan("L04", Letak(tabel.lembar.berkas, tabel.lembar.nama), isian=isian))

    def dokumen(self, sumber: int) -> list[tuple[object, ...]]:
        isi = [baris for r in self._data if (baris := self._satu(r, sumber))]
        self.tak_terbaca = len(self._data) - len(isi)
        return isi

    def _satu(self, r: int, sumber: int) -> tuple[object, ...] | None:
        jenis = self._teks(r, "jenis")
        if not jenis:
            self._catat("S07", r, "jenis", kolom=JUDUL["jenis"])
        diterima = self._tanggal(r, "diterima")
        selesai = self._tanggal(r, "selesai")
        if diterima is None:
            self._catat("S07", r, "diterima", kolom=JUDUL["diterima"])
        if not (jenis and isinstance(diterima, Tanggal)) or selesai is False:
            return None
        berjam = diterima.ada_jam and (selesai is None or selesai.ada_jam)
        akhir = selesai.saat if selesai else None
        teks = (self._teks(r, "petugas"), nip.rapikan(self._teks(r, "nip")), self._teks(r, "nomor"))
        return (jenis, diterima.saat, akhir, berjam, *teks, sumber, r + 1)

    def _teks(self, r: int, kolom: str) -> str:
        """Give a cell as clean text; an error or a formula without result is named, and blank."""
        sel = self._tabel.isi(r, kolom)
        if isinstance(sel, (SelGalat, RumusTanpaHasil)):
            self._catat("S01" if isinstance(sel, SelGalat) else "S02", r, kolom, getattr(sel, "teks", ""))
            return ""
        teks = rapi(sel)
        return "" if teks in KOSONG else teks

    def _tanggal(self, r: int, kolom: str) -> Tanggal | Literal[False] | None:
        """Give a cell's date with its time; None: blank; False: filled, but no date."""
        sel = self._tabel.isi(r, kolom)
        if isinstance(sel, (SelGalat, RumusTanpaHasil)):
            self._teks(r, kolom)
            return False
        teks = rapi(sel)
        if teks in KOSONG or (kolom == "selesai" and ringkas(teks) in _BELUM_SELESAI):
            return None
        tanggal = tanggal_dari_sel(sel if not isinstance(sel, str) else teks)
        if tanggal is None:
            self._catat("S09", r, kolom, teks)
            return False
        if tanggal.bulan_dulu:
            self._catat("T03", r, kolom, teks, arti=_cetak(tanggal.saat))
        return self._berjam(r, kolom, tanggal)

    def _berjam(self, r: int, kolom: str, tanggal: Tanggal) -> Tanggal:
        """Give a date the time that stands in a cell of its own."""
        sel = self._tabel.isi(r, f"jam_{kolom}")
        if tanggal.ada_jam or rapi(sel) in KOSONG:
            return tanggal
        jam = jam_dari_sel(sel)
        if jam is None:
            self._catat("T17", r, f"jam_{kolom}", rapi(sel))
            return tanggal
        return tanggal.pada(jam)

    def _catat(self, kode: str, r: int, di: str, nilai: str = "", **isian: str) -> None:
        lembar = self._tabel.lembar
        letak = Letak(lembar.berkas, lembar.nama, f"{self._tabel.huruf().get(di, 'A')}{r + 1}")
        self.temuan.append(Temuan(kode, letak, nilai, tuple(isian.items())))


def _cetak(saat: dt.datetime) -> str:
    return saat.strftime("%d/%m/%Y")


def _baca_standar(tabel: Tabel, standar: dict[str, Standar]) -> list[Temuan]:
    """Add a table of standard times; what can't be read, or stands twice with different times, is a finding."""
    temuan = []
    for r in tabel.baris_data()[0]:
        letak = Letak(tabel.lembar.berkas, tabel.lembar.nama, f"{tabel.huruf()['standar']}{r + 1}")
        jenis = rapi(tabel.isi(r, "jenis"))
        sel = tabel.isi(r, "standar")
        satu = _satu_standar(jenis, sel, rapi(tabel.isi(r, "satuan")), letak)
        if satu is None:
            nilai = f"{rapi(sel)} {rapi(tabel.isi(r, 'satuan'))}".strip()
            temuan.append(Temuan("T11", letak, nilai, (("jenis", jenis), ("pilihan", SEBUTAN_SATUAN))))
            continue
        lama = standar.setdefault(ringkas(jenis), satu)
        if (lama.batas, lama.satuan) != (satu.batas, satu.satuan):
            temuan.append(Temuan("T12", letak, satu.kata, (("jenis", jenis), ("lain", f"{lama.kata} di {lama.letak}"))))
    return temuan


def _satu_standar(jenis: str, sel: object, satuan: str, letak: Letak) -> Standar | None:
    """Read "3" with Satuan "hari kerja", or "3 hari kerja" in one cell."""
    if isinstance(sel, (int, float)) and not isinstance(sel, bool):
        teks, di_sel = teks_kanonis(float(sel)), ""
    else:
        cocok = _ANGKA_SATUAN.fullmatch(rapi(sel))
        nilai = angka_dari_teks(cocok[1], ",") if cocok else None
        if cocok is None or nilai is None:
            return None
        teks, di_sel = teks_kanonis(nilai), cocok[2] or ""
    arti = satuan_waktu(di_sel or satuan)
    if arti is None or (jumlah := Decimal(teks)) < 0:
        return None
    return Standar(jenis, int(jumlah * arti.kali), arti.satuan, f"{gaya_indonesia(teks)} {arti.nama}", letak)


def satuan_waktu(teks: str) -> SatuanWaktu | None:
    """Read a unit of time: "hari", "hari kerja", "jam", "menit"; None: it is none."""
    return _SATUAN.get(ringkas(teks))
