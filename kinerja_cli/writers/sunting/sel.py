"""Cells of a worksheet part, replaced or put in their place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import groupby

from kinerja_cli.core.lembar import huruf_kolom, nomor_kolom
from kinerja_cli.writers.sunting.galat import SuntingGagal
from kinerja_cli.writers.sunting.xml import Suntingan, Unsur, benar, bilangan, tambah_anak, terapkan, ubah_atribut, urai

_ALAMAT = re.compile(r"\$?([A-Z]{1,3})\$?([1-9]\d{0,6})")
KOLOM_TERAKHIR, BARIS_TERAKHIR = 16_383, 1_048_575
"""The last column and row of a sheet, from 0."""
KEDALAMAN_LEMBAR = 2
"""How deep a worksheet part is parsed: its cells are, row by row, only where they are wanted."""

Tempat = tuple[int, int]
"""Row and column of a cell, from 0."""


@dataclass(frozen=True)
class Sel:
    """A cell as it stands.

    Attributes:
        alamat: such as "C14".
        awalan: the prefix of its element, or "".
        gaya: its style; that of its row or column where the cell is missing.
        xml, unsur: its bytes and elements; empty and None where it is missing.
    """

    alamat: str
    awalan: str
    gaya: str
    xml: bytes = b""
    unsur: Unsur | None = None

    @property
    def rumus(self) -> Unsur | None:
        """Its formula."""
        return self.unsur.cari("f") if self.unsur else None


def tempat(alamat: str) -> Tempat:
    """Read an address.

    Raises:
        SuntingGagal: it isn't that of one cell.
    """
    cocok = _ALAMAT.fullmatch(alamat)
    hasil = (int(cocok[2]) - 1, nomor_kolom(cocok[1])) if cocok else None
    if hasil is None or hasil[0] > BARIS_TERAKHIR or hasil[1] > KOLOM_TERAKHIR:
        raise SuntingGagal(f"{alamat} bukan alamat sel")
    return hasil


def alamat(t: Tempat) -> str:
    """Write an address."""
    return f"{huruf_kolom(t[1])}{t[0] + 1}"


def rentang(teks: str) -> tuple[Tempat, Tempat]:
    """Read a range: its first and its last cell."""
    awal, _, akhir = teks.partition(":")
    return tempat(awal), tempat(akhir or awal)


class LembarXml:
    """A worksheet part.

    Args:
        xml: its bytes.
        akar: its elements, down to :data:`KEDALAMAN_LEMBAR`.

    Raises:
        SuntingGagal: its rows can't be told apart.
    """

    def __init__(self, xml: bytes, akar: Unsur) -> None:
        self.xml = xml
        self.akar = akar
        data = akar.cari("sheetData")
        if self.akar.nama != "worksheet" or data is None:
            raise SuntingGagal("salah satu lembarnya bukan tabel")
        self._data = data
        self._baris = _bernomor(data, "row", lambda r: int(r) - 1)

    def ganti_sel(self, ganti: Mapping[Tempat, Callable[[Sel], bytes]]) -> list[Suntingan]:
        """Replace cells; where one is missing it is put in its place, and so is its row.

        Args:
            ganti: for each cell what gives its new element, prefix and address included.
        """
        baru = {}
        for r, kunci in groupby(sorted(ganti), key=lambda t: t[0]):
            baru[r] = self._ganti_di_baris(r, {k: ganti[r, k] for _, k in kunci})
        return [*_taruh(self._data, self._baris, baru), *self._perluas(ganti)]

    def sel(self, baris: int) -> dict[int, Sel]:
        """Give the cells of a row by column."""
        xml, unsur = self._potong(baris)
        return {k: _sel_ada((baris, k), xml, c) for k, c in (_sel(unsur) if unsur else {}).items()}

    def baris_dengan(self, penanda: bytes) -> list[int]:
        """Name the rows in whose bytes a word stands."""
        return [r for r, u in self._baris.items() if self.xml.find(penanda, u.awal, u.akhir) >= 0]

    def _potong(self, baris: int) -> tuple[bytes, Unsur | None]:
        if baris not in self._baris:
            return b"", None
        xml = self.xml[self._baris[baris].awal : self._baris[baris].akhir]
        return xml, urai(xml)

    def _ganti_di_baris(self, r: int, ganti: Mapping[int, Callable[[Sel], bytes]]) -> bytes:
        xml, unsur = self._potong(r)
        if unsur is None:
            awalan = self._data.awalan
            isi = [ganti[k](Sel(alamat((r, k)), awalan, self._gaya_kolom(k))) for k in sorted(ganti)]
            return f'<{awalan}row r="{r + 1}">'.encode() + b"".join(isi) + f"</{awalan}row>".encode()
        ada = _sel(unsur)
        gaya_baris = unsur.atribut.get("s", "0") if benar(unsur.atribut.get("customFormat")) else None
        baru = {}
        for k, buat in ganti.items():
            if k in ada:
                baru[k] = buat(_sel_ada((r, k), xml, ada[k]))
            else:
                baru[k] = buat(Sel(alamat((r, k)), unsur.awalan, gaya_baris or self._gaya_kolom(k)))
        # spans is a hint for speed; it must not leave out a new cell
        rentang_lama = ubah_atribut(xml, unsur, {"spans": None}) if baru.keys() - ada.keys() else []
        return terapkan(xml, [*rentang_lama, *_taruh(unsur, ada, baru)])

    def _gaya_kolom(self, k: int) -> str:
        kolom = self.akar.cari("cols")
        for col in kolom.anak if kolom else ():
            if bilangan(col, "min") <= k + 1 <= bilangan(col, "max"):
                return col.atribut.get("style", "0")
        return "0"

    def _perluas(self, sel: Mapping[Tempat, object]) -> list[Suntingan]:
        """Have the sheet's stated range take in the cells."""
        luas = self.akar.cari("dimension")
        if luas is None or not sel:
            return []
        dari, sampai = rentang(luas.atribut.get("ref", "A1"))
        baris, kolom = {r for r, _ in sel}, {k for _, k in sel}
        baru = (
            (min(dari[0], *baris), min(dari[1], *kolom)),
            (max(sampai[0], *baris), max(sampai[1], *kolom)),
        )
        return [] if baru == (dari, sampai) else ubah_atribut(self.xml, luas, {"ref": ":".join(map(alamat, baru))})


def _sel_ada(t: Tempat, baris: bytes, c: Unsur) -> Sel:
    xml = baris[c.awal : c.akhir]
    return Sel(alamat(t), c.awalan, c.atribut.get("s", "0"), xml, urai(xml))


def _sel(baris: Unsur) -> dict[int, Unsur]:
    return _bernomor(baris, "c", lambda r: tempat(r)[1])


def _bernomor(induk: Unsur, nama: str, nomor: Callable[[str], int]) -> dict[int, Unsur]:
    """Give rows or cells by number; one that says none follows the one before."""
    hasil: dict[int, Unsur] = {}
    terakhir = -1
    for unsur in induk.anak:
        if unsur.nama != nama:
            raise SuntingGagal("susunan barisnya tidak dikenal")
        letak = unsur.atribut.get("r")
        try:
            ini = terakhir + 1 if letak is None else nomor(letak)
        except ValueError as e:
            raise SuntingGagal(f"nomor baris {letak} tidak dikenal") from e
        if ini <= terakhir:
            raise SuntingGagal("urutan baris atau selnya tidak wajar")
        hasil[ini] = unsur
        terakhir = ini
    return hasil


def _taruh(induk: Unsur, ada: Mapping[int, Unsur], baru: Mapping[int, bytes]) -> list[Suntingan]:
    """Replace children, and put new ones between them in order."""
    if not ada:
        return [tambah_anak(induk, b"".join(baru[n] for n in sorted(baru)))] if baru else []
    urut = list(ada)
    suntingan = []
    for n in sorted(baru):
        if n in ada:
            suntingan.append((ada[n].awal, ada[n].akhir, baru[n]))
        else:
            i = bisect_right(urut, n)
            letak = ada[urut[i]].awal if i < len(urut) else induk.tutup
            suntingan.append((letak, letak, baru[n]))
    return suntingan
