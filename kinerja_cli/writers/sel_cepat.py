"""Rows of cells turned straight into XML, for sheets of many thousands of formulas.

``Worksheet.write_formula`` runs 29 regular expressions over every formula, to mark functions newer than Excel 2007; ours
use none, and a month of 5,000 people has 100,000 of them. The other ``write_*`` calls check each address anew and keep a
tuple a cell, and ``_write_cell`` escapes each attribute of each cell. What stands here is all that they do for our cells; a
test compares the parts with theirs.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple
from xml.sax.saxutils import escape

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

_TEKS_TERPANJANG = 32_767
_KOSONG = '"/>'
_BARIS_SEBLOK = 16
"""So many rows share one ``spans`` attribute."""


class Rumus(NamedTuple):
    """A formula without its "=", and the value that was computed for it; None: an empty text."""

    teks: str
    nilai: str | float | None


Nilai = str | int | float | Rumus | None


class _Baris(NamedTuple):
    """A row: its cells, what follows the style in the element of each, and the formats, which get their numbers late."""

    isi: Sequence[Nilai]
    ekor: Sequence[str]
    gaya: Sequence[Format]


class LembarCepat(Worksheet):  # type: ignore[misc] # XlsxWriter ships no type hints
    """A worksheet that takes whole rows; its other cells are written the usual way, in other rows."""

    def __init__(self) -> None:
        super().__init__()
        self._baris: dict[int, _Baris] = {}

    def tulis_baris(self, baris: int, isi: Sequence[Nilai], gaya: Sequence[Format]) -> None:
        """Write a row from its first column on; None, NaN and "" are blank, and text is never taken for a formula."""
        if self._check_dimensions(baris, 0) or self._check_dimensions(baris, len(isi) - 1):
            raise ValueError(f"baris {baris + 1} di luar lembar")
        nomor_teks = self.str_table._get_shared_string_index
        ekor = []
        for nilai in isi:
            if isinstance(nilai, str):
                ekor.append(f'" t="s"><v>{nomor_teks(nilai[:_TEKS_TERPANJANG])}</v></c>' if nilai else _KOSONG)
            elif isinstance(nilai, Rumus):
                ekor.append(_ekor_rumus(nilai))
            elif nilai is None or nilai != nilai:
                ekor.append(_KOSONG)
            else:
                ekor.append(f'"><v>{nilai:.16G}</v></c>')
        self._baris[baris] = _Baris(isi, ekor, gaya)

    def _write_rows(self) -> None:
        self._calculate_spans()
        nomor_gaya: dict[int, list[int]] = {}
        for baris in range(self.dim_rowmin, self.dim_rowmax + 1):
            rentang, sifat = self.row_spans.get(baris // _BARIS_SEBLOK), self.row_info.get(baris)
            if satu := self._baris.pop(baris, None):  # gone at once: its XML takes its place in the memory
                self._write_row(baris, rentang, sifat)
                gaya = nomor_gaya.get(id(satu.gaya)) or [g._get_xf_index() for g in satu.gaya]
                nomor_gaya[id(satu.gaya)] = gaya
                alamat = zip(_huruf(len(gaya)), gaya, satu.ekor, strict=True)
                self.fh.write("".join([f'<c r="{huruf}{baris + 1}" s="{g}{ekor}' for huruf, g, ekor in alamat]) + "</row>")
            elif self.table[baris]:
                self._write_row(baris, rentang, sifat)
                for kolom in sorted(self.table[baris]):
                    self._write_cell(baris, kolom, self.table[baris][kolom])
                self._xml_end_tag("row")
            elif sifat:
                self._write_empty_row(baris, rentang, sifat)

    def _calculate_spans(self) -> None:
        """Find the first and last column of each block of rows."""
        blok: dict[int, tuple[int, int]] = {}
        kolom = {b: (0, len(satu.isi) - 1) for b, satu in self._baris.items()}
        kolom |= {b: (min(sel), max(sel)) for b, sel in self.table.items() if sel}
        for baris, (awal, akhir) in kolom.items():
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


@cache
def _huruf(banyak: int) -> tuple[str, ...]:
    """Give the letters of the first columns."""
    return tuple(xl_col_to_name(i) for i in range(banyak))


def _ekor_rumus(rumus: Rumus) -> str:
    """Give what follows the style; the type of a text is named, else a viewer that doesn't compute takes "" for a number."""
    if isinstance(rumus.nilai, (int, float)):
        return f'"><f>{escape(rumus.teks)}</f><v>{rumus.nilai}</v></c>'
    return f'" t="str"><f>{escape(rumus.teks)}</f><v>{escape(rumus.nilai or "")}</v></c>'


def _untuk_bagan(nilai: Nilai) -> str | float:
    if isinstance(nilai, Rumus):
        nilai = nilai.nilai
        return "" if nilai is None else nilai
    if nilai is None or nilai != nilai:
        return ""
    return nilai if isinstance(nilai, str) else f"{nilai:.16g}"
