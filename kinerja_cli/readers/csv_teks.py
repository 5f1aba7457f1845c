"""CSV as programs of three kinds save it: ";", "," or tab; UTF-8 with or without BOM, UTF-16, or cp1252."""

from __future__ import annotations

import codecs
import csv
import io
from itertools import islice

from kinerja_cli.core.lembar import BentukCsv

_PEMISAH = (";", ",", "\t")
_BARIS_CONTOH = 40
_BOM = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def baca_csv(isi: bytes) -> list[list[str]]:
    """Give the cells by row, all as text, every row of the same width.

    Raises:
        ValueError: the text can't be decoded or split.
    """
    bentuk = bentuk_csv(isi)
    teks = isi[len(bentuk.awalan) :].decode(bentuk.enkode, errors="replace")
    awal, _, sisa = teks.partition("\n")
    if _baris_sep(awal):
        teks = "\n" + sisa  # the line stays, blank, so that row numbers hold
    try:
        baris = list(csv.reader(io.StringIO(teks, newline=""), delimiter=bentuk.pemisah))
    except csv.Error as e:
        raise ValueError(str(e)) from e
    lebar = max(map(len, baris), default=0)
    return [b + [""] * (lebar - len(b)) for b in baris]


def bentuk_csv(isi: bytes) -> BentukCsv:
    """Tell how a CSV file is written.

    Raises:
        ValueError: the text can't be decoded.
    """
    awalan, enkode = next(((bom, nama) for bom, nama in _BOM if isi.startswith(bom)), (b"", "utf-8"))
    try:
        teks = isi[len(awalan) :].decode(enkode)
    except UnicodeDecodeError:
        if enkode != "utf-8":
            raise
        awalan, enkode = b"", "cp1252"
        teks = isi.decode(enkode, errors="replace")
    awal = teks.partition("\n")[0]
    return BentukCsv(awalan, enkode, awal.strip()[-1] if _baris_sep(awal) else _pemisah(teks))


def _baris_sep(baris: str) -> bool:
    """Tell whether the first line only names the sign between cells, as Excel has it: "sep=;"."""
    return baris.strip().lower().startswith("sep=") and len(baris.strip()) == len("sep=;")


def _pemisah(teks: str) -> str:
    """Take the sign that splits the most rows into the same number of cells; titles above the table don't count."""

    def ukuran(tanda: str) -> tuple[int, int]:
        lebar = [len(b) for b in islice(csv.reader(io.StringIO(teks, newline=""), delimiter=tanda), _BARIS_CONTOH)]
        banyak = [n for n in lebar if n > 1]
        biasa = max(set(banyak), key=banyak.count) if banyak else 0
        return banyak.count(biasa) if biasa else 0, biasa

    return max(_PEMISAH, key=ukuran)
