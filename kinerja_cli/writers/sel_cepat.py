"""Rows of cells turned straight into XML, for sheets of many thousands of cells.

``Worksheet.write_formula`` runs 29 regular expressions over every formula, to mark functions newer than Excel 2007; ours
use none, and a month of 5,000 people has 100,000 of them. The other ``write_*`` calls check each address anew and keep a
tuple a cell, and ``_write_cell`` escapes each attribute of each cell. What stands here is all that they do for our cells; a
test compares the parts with theirs.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from html import escape  # that of xml.sax loads the libraries of the net
from typing import Any, NamedTuple

from xlsxwriter.format import Format
from xlsxwriter.sharedstrings import SharedStringTable
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

_TEKS_TERPANJANG = 32_767
_KOSONG = '"/>'
_TEKS = '" t="s"><v>'
_BARIS_SEBLOK = 16
"""So many rows share one ``spans`` attribute."""
TINGGI_TEKS = 15
"""A line's height in points."""
_PIXEL = 4 / 3
"""Pixels in a point."""


class Rumus(NamedTuple):
    """A formula without its "=", and the value that was computed for it; None: an empty text."""

    teks: str
    nilai: str | float | None


Nilai = str | int | float | Rumus | None


class _Baris(NamedTuple):
    """A row: its cells, what follows the style in the element of each, the formats (numbered late), and how many lines."""

    isi: Sequence[Nilai]
    ekor: tuple[str, ...]
    gaya: Sequence[Format]
    lapis: int


class LembarCepat(Worksheet):  # type: ignore[misc] # XlsxWriter ships no type hints
    """A worksheet that takes whole rows; its other cells are written the usual way, in other rows."""

    def __init__(self) -> None:
        super().__init__()
        self._baris: dict[int, _Baris] = {}

    def _initialize(self, init_data: dict[str, Any]) -> None:
        super()._initialize(init_data)
        self._ekor = _Ekor(self.str_table)

    def tulis_baris(self, baris: int, isi: Sequence[Nilai], gaya: Sequence[Format], lapis: int = 1) -> None:
        """Write a row from its first column on, ``lapis`` lines high.

        None, NaN and "" are blank, and text is never taken for a formula.
        """
        if self._check_dimensions(baris, len(isi) - 1):
            raise ValueError(f"baris {baris + 1} di luar lembar")
        self.dim_colmin = 0
        self._baris[baris] = _Baris(isi, tuple(map(self._ekor.__getitem__, isi)), gaya, lapis)
        if lapis > 1:  # for what is placed beneath, such as a chart
            self.row_sizes[baris] = [round(TINGGI_TEKS * lapis * _PIXEL), False]

    def _write_rows(self) -> None:
        self._calculate_spans()
        cetakan: dict[int, str] = {}
        banyak_teks = 0
        for baris in range(self.dim_rowmin, self.dim_rowmax + 1):
            rentang = self.row_spans.get(baris // _BARIS_SEBLOK)
            if satu := self._baris.pop(baris, None):  # gone at once: its XML takes its place in the memory
                if not (cetak := cetakan.get(id(satu.gaya))):
                    cetak = cetakan[id(satu.gaya)] = _cetakan([g._get_xf_index() for g in satu.gaya])
                teks = cetak.replace("#", str(baris + 1)) % (rentang, _tinggi(satu.lapis), *satu.ekor)
                banyak_teks += teks.count(_TEKS)
                self.fh.write(teks)
            elif self.table[baris]:
                self._write_row(baris, rentang, self.row_info.get(baris))
                for kolom in sorted(self.table[baris]):
                    self._write_cell(baris, kolom, self.table[baris][kolom])
                self._xml_end_tag("row")
            elif sifat := self.row_info.get(baris):
                self._write_empty_row(baris, rentang, sifat)
        self.str_table.count += banyak_teks

    def _calculate_spans(self) -> None:
        """Find the first and last column of each block of rows."""
        blok: dict[int, tuple[int, int]] = {}
        for baris, satu in self._baris.items():
            blok[baris // _BARIS_SEBLOK] = 0, max(blok.get(baris // _BARIS_SEBLOK, (0, 0))[1], len(satu.isi) - 1)
        for baris, sel in self.table.items():
            if sel:
                awal, akhir = min(sel), max(sel)
                kiri, kanan = blok.get(baris // _BARIS_SEBLOK, (awal, akhir))
                blok[baris // _BARIS_SEBLOK] = min(kiri, awal), max(kanan, akhir)
        self.row_spans = {b: f"{awal + 1}:{akhir + 1}" for b, (awal, akhir) in blok.items()}

    def _get_range_data(self, row_start: int, col_start: int, row_end: int, col_end: int) -> list[str | float | None]:
        """Give the values that a chart keeps of the cells that it shows."""
        data: list[str | float | None] = []
        for baris in range(row_start, row_end + 1):
            if satu := self._baris.get(baris):
                data += [_untuk_bagan(nilai) for nilai in satu.isi[col_start : col_end + 1]]
            else:
                data += super()._get_range_data(baris, col_start, baris, col_end)
        return data


class _Ekor(dict[Nilai, str]):
    """What follows the style in a cell's element, by what the cell holds; most texts and numbers stand in many rows."""

    def __init__(self, teks: SharedStringTable) -> None:
        super().__init__({None: _KOSONG, "": _KOSONG})
        self._teks = teks

    def __missing__(self, nilai: Nilai) -> str:
        if isinstance(nilai, str):
            teks = self._teks  # how often a text stands somewhere is counted when that is written
            nomor = teks.string_table.setdefault(nilai[:_TEKS_TERPANJANG], teks.unique_count)
            teks.unique_count = len(teks.string_table)
            ekor = f"{_TEKS}{nomor}</v></c>"
        elif isinstance(nilai, Rumus):
            return _ekor_rumus(nilai)
        elif nilai is None or nilai != nilai:
            return _KOSONG
        else:
            ekor = f'"><v>{nilai:.16G}</v></c>'
        if nilai:  # 0 equals -0, which is written otherwise
            self[nilai] = ekor
        return ekor


@cache
def _huruf(banyak: int) -> tuple[str, ...]:
    """Give the letters of the first columns."""
    return tuple(xl_col_to_name(i) for i in range(banyak))


@cache
def _tinggi(lapis: int) -> str:
    """Give the attributes of a row so many lines high."""
    return f' ht="{TINGGI_TEKS * lapis}" customHeight="1"' if lapis > 1 else ""


def _cetakan(gaya: Sequence[int]) -> str:
    """Give a row with its number left open as "#", its spans, height and the tails of its cells as ``%s``."""
    sel = "".join(f'<c r="{huruf}#" s="{g}%s' for huruf, g in zip(_huruf(len(gaya)), gaya, strict=True))
    return f'<row r="#" spans="%s"%s>{sel}</row>'


def _ekor_rumus(rumus: Rumus) -> str:
    """Give what follows the style; the type of a text is named, else a viewer that doesn't compute takes "" for a number."""
    if isinstance(rumus.nilai, (int, float)):
        return f'"><f>{escape(rumus.teks, quote=False)}</f><v>{rumus.nilai}</v></c>'
    return f'" t="str"><f>{escape(rumus.teks, quote=False)}</f><v>{escape(rumus.nilai or "", quote=False)}</v></c>'


def _untuk_bagan(nilai: Nilai) -> str | float:
    if isinstance(nilai, Rumus):
        nilai = nilai.nilai
        return "" if nilai is None else nilai
    if nilai is None or nilai != nilai:
        return ""
    return nilai if isinstance(nilai, str) else f"{nilai:.16g}"
