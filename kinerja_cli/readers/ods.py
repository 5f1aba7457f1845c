"""A look of our own into an .ods: errors, formulas without a stored result, what is hidden or filtered, percent cells."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.parsers import expat

from kinerja_cli.core.lembar import RumusTanpaHasil, SelGalat
from kinerja_cli.readers.lihat import BATAS_BARIS, BATAS_KOLOM, BukuSalah, LihatBuku, LihatLembar, Tempat, periksa_luas

_BENAR_SALAH = {"of:=TRUE()": True, "of:=FALSE()": False}
"""LibreOffice saves the booleans of other programs as formulas that yield 1 and 0."""
_TANDA = (
    b'value-type="error"',
    b'value-type="percentage"',
    b'table:visibility="',
    b"<table:filter",
    *(f'formula="{rumus}"'.encode() for rumus in _BENAR_SALAH),
)
_RUMUS_TANPA_NILAI = re.compile(rb"<table:table-cell(?=[^>]*\btable:formula=)(?![^>]*\boffice:value-type=)")
_NAMA_LEMBAR = re.compile(r"\$?(?:'((?:[^']|'')+)'|([^.']+))\.")


def lihat(bagian: Mapping[str, bytes]) -> LihatBuku:
    """Look at each sheet, where a byte search says that there is something to see.

    Raises:
        BukuSalah: content.xml is damaged.
        BukuTerlaluBesar: a cell with something to tell lies beyond the limits.
    """
    try:
        xml = bagian["content.xml"]
        if not any(tanda in xml for tanda in _TANDA) and not _RUMUS_TANPA_NILAI.search(xml):
            return LihatBuku()
        return LihatBuku(_Pengamat(xml).hasil())
    except (KeyError, ValueError, expat.ExpatError) as e:
        raise BukuSalah("berkas terpotong atau rusak") from e


class _Pengamat:
    """Goes through content.xml once; rows and cells count as often as they are repeated."""

    def __init__(self, xml: bytes) -> None:
        self._lembar: dict[str, LihatLembar] = {}
        self._tersaring: set[str] = set()
        self._nama = self._saringan = ""
        self._khusus: dict[Tempat, SelGalat | RumusTanpaHasil | bool] = {}
        self._persen: set[Tempat] = set()
        self._baris_tersembunyi: list[int] = []
        self._kolom_tersembunyi: list[int] = []
        self._baris = self._tinggi = self._kolom = self._lebar = self._nomor_kolom = 0
        self._atribut: dict[str, str] = {}
        self._teks: list[str] = []
        self._ada_teks = False
        self._di_catatan = 0
        pengurai = expat.ParserCreate()
        pengurai.StartElementHandler, pengurai.EndElementHandler = self._buka, self._tutup
        pengurai.CharacterDataHandler = self._isi
        pengurai.Parse(xml, True)

    def hasil(self) -> dict[str, LihatLembar]:
        semua = {*self._lembar, *self._tersaring}
        kosong = LihatLembar()
        return {
            nama: LihatLembar(lihat.khusus, lihat.baris, lihat.kolom, nama in self._tersaring, lihat.persen)
            for nama in semua
            for lihat in (self._lembar.get(nama, kosong),)
        }

    def _buka(self, nama: str, atribut: dict[str, str]) -> None:
        match nama:
            case "table:table":
                self._nama = atribut.get("table:name", "")
                self._khusus, self._persen, self._baris_tersembunyi, self._kolom_tersembunyi = {}, set(), [], []
                self._baris = self._nomor_kolom = 0
            case "table:table-column":
                banyak = int(atribut.get("table:number-columns-repeated", 1))
                if atribut.get("table:visibility", "visible") != "visible":
                    self._kolom_tersembunyi += range(self._nomor_kolom, min(self._nomor_kolom + banyak, BATAS_KOLOM))
                self._nomor_kolom += banyak
            case "table:table-row":
                self._tinggi, self._kolom = int(atribut.get("table:number-rows-repeated", 1)), 0
                if atribut.get("table:visibility", "visible") != "visible":
                    self._baris_tersembunyi += range(self._baris, min(self._baris + self._tinggi, BATAS_BARIS))
            case "table:table-cell" | "table:covered-table-cell":
                self._atribut, self._ada_teks = atribut, False
                self._lebar = int(atribut.get("table:number-columns-repeated", 1))
                self._teks.clear()
            case "text:p":
                self._ada_teks = True
            case "office:annotation":
                self._di_catatan += 1
            case "table:database-range":
                self._saringan = atribut.get("table:target-range-address", "")
            case "table:filter":
                if cocok := _NAMA_LEMBAR.match(self._saringan):
                    self._tersaring.add((cocok[1] or cocok[2]).replace("''", "'"))

    def _tutup(self, nama: str) -> None:
        match nama:
            case "table:table":
                self._lembar[self._nama] = LihatLembar(
                    self._khusus,
                    tuple(self._baris_tersembunyi),
                    tuple(self._kolom_tersembunyi),
                    persen=frozenset(self._persen),
                )
            case "table:table-row":
                self._baris += self._tinggi
            case "table:table-cell" | "table:covered-table-cell":
                self._catat_sel()
                self._kolom += self._lebar
            case "office:annotation":
                self._di_catatan -= 1

    def _catat_sel(self) -> None:
        rumus = self._atribut.get("table:formula", "")
        persen = self._atribut.get("office:value-type") == "percentage"
        khusus: SelGalat | RumusTanpaHasil | bool | None = _BENAR_SALAH.get(rumus)
        if self._atribut.get("calcext:value-type") == "error":
            khusus = SelGalat("".join(self._teks) or "galat")
        elif rumus and "office:value-type" not in self._atribut and not self._ada_teks:
            khusus = RumusTanpaHasil()
        if khusus is None and not persen:
            return
        periksa_luas(self._baris + self._tinggi, self._kolom + self._lebar)
        for r in range(self._baris, self._baris + self._tinggi):
            for k in range(self._kolom, self._kolom + self._lebar):
                if khusus is not None:
                    self._khusus[r, k] = khusus
                if persen:
                    self._persen.add((r, k))

    def _isi(self, potongan: str) -> None:
        if not self._di_catatan:
            self._teks.append(potongan)
