"""What a look of our own finds in a workbook that python-calamine hides, and the limits that hold for every format."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from kinerja_cli.core.lembar import RumusTanpaHasil, SelGalat

BATAS_BARIS = 200_000
"""Rows that a sheet may have."""
BATAS_KOLOM = 16_384
"""Columns that a sheet may have; Excel knows no more."""
BATAS_SEL = 20_000_000
"""Cells that a sheet's used range may span."""

Tempat = tuple[int, int]
"""Row and column, from 0."""


GALAT_BINER: Final[Mapping[int, str]] = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
}  # fmt: skip
"""Excel's errors in the binary formats (MS-XLS 2.5.10, MS-XLSB 2.5.97.2)."""
PERSEN_BAWAAN: Final = frozenset({9, 10})
"""Ids of the built-in number formats "0%" and "0.00%"."""
_BUKAN_KODE = re.compile(r'"[^"]*"|\\.|\[[^]]*\]')


class BukuSalah(Exception):
    """The workbook's parts can't be trusted; the text is the cause, in Indonesian."""


class BukuTerlaluBesar(Exception):
    """The workbook goes beyond a limit; the text says which, in Indonesian."""


@dataclass(frozen=True)
class LihatLembar:
    """What the look found on one sheet; rows and columns from 0.

    Attributes:
        khusus: cells to be put in place of what the engine gives.
        baris, kolom: those that are hidden.
        tersaring: a filter is active.
        persen: number cells that are shown as percent.
    """

    khusus: Mapping[Tempat, SelGalat | RumusTanpaHasil | bool] = field(default_factory=dict)
    baris: tuple[int, ...] = ()
    kolom: tuple[int, ...] = ()
    tersaring: bool = False
    persen: frozenset[Tempat] = frozenset()


@dataclass(frozen=True)
class LihatBuku:
    """What the look found in a workbook: sheets by name, only those with something to tell, and the workbooks it leans on."""

    lembar: Mapping[str, LihatLembar] = field(default_factory=dict)
    tautan: tuple[str, ...] = ()


def format_persen(kode: str) -> bool:
    """Tell whether a number format shows percent: a "%" that isn't quoted."""
    return "%" in _BUKAN_KODE.sub("", kode)


def periksa_luas(baris: int, kolom: int) -> None:
    """Hold a sheet's used range to the limits; ``baris`` and ``kolom`` are the last ones used, from 1.

    Raises:
        BukuTerlaluBesar: it is too long or too wide.
    """
    if baris > BATAS_BARIS:
        raise BukuTerlaluBesar(f"ada isi di baris {_ribuan(baris)}; paling banyak {_ribuan(BATAS_BARIS)} baris")
    if kolom > BATAS_KOLOM or baris * kolom > BATAS_SEL:
        raise BukuTerlaluBesar(f"ada isi di kolom ke-{_ribuan(kolom)}, terlalu jauh di kanan")


def _ribuan(angka: int) -> str:
    return f"{angka:,}".replace(",", ".")
