"""Cells put straight into XlsxWriter's table and out again as XML, for sheets of many thousands of formulas.

``Worksheet.write_formula`` runs 29 regular expressions over every formula, to mark functions newer than Excel 2007; ours
use none, and a month of 5,000 people has 100,000 of them. The other ``write_*`` calls check each address anew, and
``_write_cell`` escapes each attribute of each cell. What stands here is all that they do for our cells; a test compares the
parts with theirs.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import CellBlankTuple, CellFormulaTuple, CellNumberTuple, CellStringTuple, Worksheet

_TEKS_TERPANJANG = 32_767
_HURUF = [xl_col_to_name(i) for i in range(100)]


class Rumus(NamedTuple):
    """A formula without its "=", and the value that was computed for it; None: an empty text."""

    teks: str
    nilai: str | float | None


Nilai = str | int | float | Rumus | None
Sel = Any
"""One of XlsxWriter's named tuples."""


class LembarCepat(Worksheet):  # type: ignore[misc] # XlsxWriter ships no type hints
    """A worksheet that writes its own kinds of cells fast."""

    def tulis_baris(self, baris: int, isi: Sequence[Nilai], gaya: Sequence[Format]) -> None:
        """Write a row from its first column on; None, NaN and "" are blank, and text is never taken for a formula."""
        if self._check_dimensions(baris, 0) or self._check_dimensions(baris, len(isi) - 1):
            raise ValueError(f"baris {baris + 1} di luar lembar")
        sel, nomor_teks = self.table[baris], self.str_table._get_shared_string_index
        for kolom, (nilai, g) in enumerate(zip(isi, gaya, strict=True)):
            if nilai is None or nilai != nilai or nilai == "":
                sel[kolom] = CellBlankTuple(g)
            elif isinstance(nilai, str):
                sel[kolom] = CellStringTuple(nomor_teks(nilai[:_TEKS_TERPANJANG]), g)
            elif isinstance(nilai, Rumus):
                sel[kolom] = CellFormulaTuple(nilai.teks, g, "" if nilai.nilai is None else nilai.nilai)
            else:
                sel[kolom] = CellNumberTuple(nilai, g)

    def _write_cell(self, row: int, col: int, cell: Sel) -> None:
        jenis = type(cell)
        if not cell.format or col >= len(_HURUF):
            super()._write_cell(row, col, cell)
            return
        awal = f'<c r="{_HURUF[col]}{row + 1}" s="{cell.format._get_xf_index()}"'
        if jenis is CellStringTuple:
            self.fh.write(f'{awal} t="s"><v>{cell.string}</v></c>')
        elif jenis is CellNumberTuple:
            self.fh.write(f"{awal}><v>{cell.number:.16G}</v></c>")
        elif jenis is CellBlankTuple:
            self.fh.write(f"{awal}/>")
        elif jenis is CellFormulaTuple:
            teks = ' t="str"' if isinstance(cell.value, str) else ""
            self.fh.write(f"{awal}{teks}><f>{self._escape_data(cell.formula)}</f><v>{self._escape_data(cell.value)}</v></c>")
        else:
            super()._write_cell(row, col, cell)
