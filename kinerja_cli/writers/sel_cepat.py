"""Cells put straight into XlsxWriter's table, a row at a time.

``Worksheet.write_formula`` runs 29 regular expressions over every formula, to mark functions newer than Excel 2007; ours use
none of these, and a month of 5,000 people has 100,000 of them. The other ``write_*`` calls check each cell's address anew.
What stands here is all that they store; a test compares it with what they do.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from xlsxwriter.format import Format
from xlsxwriter.worksheet import CellBlankTuple, CellFormulaTuple, CellNumberTuple, CellStringTuple, Worksheet

_TEKS_TERPANJANG = 32_767


class Rumus(NamedTuple):
    """A formula without its "=", and the value that was computed for it; "" and None: an empty text."""

    teks: str
    nilai: str | float | None


Nilai = str | int | float | Rumus | None


def tulis_baris(ws: Worksheet, baris: int, isi: Sequence[Nilai], gaya: Sequence[Format]) -> None:
    """Write a row from its first column on; None, NaN and "" are blank, and text is never taken for a formula."""
    if ws._check_dimensions(baris, 0) or ws._check_dimensions(baris, len(isi) - 1):
        raise ValueError(f"baris {baris + 1} di luar lembar")
    sel, nomor_teks = ws.table[baris], ws.str_table._get_shared_string_index
    for kolom, (nilai, g) in enumerate(zip(isi, gaya, strict=True)):
        if nilai is None or nilai != nilai or nilai == "":
            sel[kolom] = CellBlankTuple(g)
        elif isinstance(nilai, str):
            sel[kolom] = CellStringTuple(nomor_teks(nilai[:_TEKS_TERPANJANG]), g)
        elif isinstance(nilai, Rumus):
            sel[kolom] = CellFormulaTuple(nilai.teks, g, "" if nilai.nilai is None else nilai.nilai)
        else:
            sel[kolom] = CellNumberTuple(nilai, g)
