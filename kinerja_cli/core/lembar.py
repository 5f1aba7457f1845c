"""A raw sheet, as a reader gives it: cells from A1 on, and what the cells can't say by themselves."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

Rentang = tuple[int, int, int, int]
"""First row, first column, last row, last column; from 0, both ends inside."""

SIFAT, SIFAT_LAPORAN, SIFAT_ANOTASI, SIFAT_PERBAIKAN = "kinerja", "laporan", "anotasi", "perbaikan"
"""Document property by which a workbook of our own is known; its value in a report, an annotated copy, a repair workbook."""

_NAMA_TERPANJANG = 31
_BUKAN_NAMA_LEMBAR = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_ALAMAT = re.compile(r"([A-Z]{1,3})([1-9]\d*)")


@dataclass(frozen=True)
class SelGalat:
    """A cell that holds an error of Excel, such as ``#N/A``."""

    teks: str


@dataclass(frozen=True)
class RumusTanpaHasil:
    """A cell that holds a formula whose result was not stored."""


@dataclass(frozen=True)
class Lembar:
    """One sheet of one workbook.

    Attributes:
        berkas: the workbook's file name.
        nama: the sheet's name; "" in a CSV file.
        baris: the cells by row, from A1; "" is an empty cell. Numbers are floats (ints in some formats).
        gabungan: merged ranges.
        tersembunyi: the sheet is hidden.
        baris_tersembunyi, kolom_tersembunyi: hidden rows and columns, from 0, where the format tells.
        tersaring: a filter is active.
        persen: number cells, by row and column from 0, that are shown as percent: 98 % is stored as 0.98.
        mulai: the row, from 0, from which this table's header is searched: a sheet with several tables is read as several.
        teks_saja: the format knows text only (CSV), so a number as text is nothing to speak of.
    """

    berkas: str
    nama: str
    baris: Sequence[Sequence[object]]
    gabungan: tuple[Rentang, ...] = ()
    tersembunyi: bool = False
    baris_tersembunyi: tuple[int, ...] = ()
    kolom_tersembunyi: tuple[int, ...] = ()
    tersaring: bool = False
    persen: frozenset[tuple[int, int]] = frozenset()
    mulai: int = 0
    teks_saja: bool = False


@dataclass(frozen=True)
class BentukCsv:
    """How a CSV file is written: the bytes before its text (a byte order mark), its encoding, and what parts its cells."""

    awalan: bytes
    enkode: str
    pemisah: str


def huruf_kolom(nomor: int) -> str:
    """Give the letters of a column counted from 0: 0 → "A", 27 → "AB"."""
    huruf = ""
    nomor += 1
    while nomor:
        nomor, sisa = divmod(nomor - 1, 26)
        huruf = chr(65 + sisa) + huruf
    return huruf


def nomor_kolom(huruf: str) -> int:
    """Give the number of a column counted from 0: "AB" → 27."""
    nomor = 0
    for h in huruf:
        nomor = nomor * 26 + ord(h) - 64
    return nomor - 1


def tempat_sel(alamat: str) -> tuple[int, int] | None:
    """Give the row and the column, from 0, of an address such as "C14"; None: it names no single cell."""
    cocok = _ALAMAT.fullmatch(alamat)
    return (int(cocok[2]) - 1, nomor_kolom(cocok[1])) if cocok else None


def nama_lembar(nama: str, terpakai: Collection[str]) -> str:
    """Give a sheet's name as Excel takes it: at most 31 letters, none of ``[]:*?/\\``, and none that is taken already."""
    dasar = _BUKAN_NAMA_LEMBAR.sub("_", nama).strip("'")[:_NAMA_TERPANJANG] or "Data"
    ada = {satu.casefold() for satu in terpakai}
    jadi, n = dasar, 1
    while jadi.casefold() in ada:
        n += 1
        akhiran = f" ({n})"
        jadi = dasar[: _NAMA_TERPANJANG - len(akhiran)] + akhiran
    return jadi
