"""CSV as programs of three kinds save it: ";", "," or tab; UTF-8 with or without BOM, UTF-16, or cp1252."""

from __future__ import annotations

import codecs
import csv
import io
from itertools import islice

_PEMISAH = (";", ",", "\t")
_BARIS_CONTOH = 40


def baca_csv(isi: bytes) -> list[list[str]]:
    """Give the cells by row, all as text, every row of the same width.

    Raises:
        ValueError: the text can't be decoded or split.
    """
    teks = _teks(isi)
    awal, _, sisa = teks.partition("\n")
    if awal.strip().lower().startswith("sep=") and len(awal.strip()) == len("sep=;"):
        pemisah, teks = awal.strip()[-1], "\n" + sisa  # the line stays, blank, so that row numbers hold
    else:
        pemisah = _pemisah(teks)
    try:
        baris = list(csv.reader(io.StringIO(teks, newline=""), delimiter=pemisah))
    except csv.Error as e:
        raise ValueError(str(e)) from e
    lebar = max(map(len, baris), default=0)
    return [b + [""] * (lebar - len(b)) for b in baris]


def _teks(isi: bytes) -> str:
    if isi.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return isi.decode("utf-16")
    try:
        return isi.decode("utf-8-sig")
    except UnicodeDecodeError:
        return isi.decode("cp1252", errors="replace")


def _pemisah(teks: str) -> str:
    """Take the sign that splits the most rows into the same number of cells; titles above the table don't count."""

    def ukuran(tanda: str) -> tuple[int, int]:
        lebar = [len(b) for b in islice(csv.reader(io.StringIO(teks, newline=""), delimiter=tanda), _BARIS_CONTOH)]
        banyak = [n for n in lebar if n > 1]
        biasa = max(set(banyak), key=banyak.count) if banyak else 0
        return banyak.count(biasa) if biasa else 0, biasa

    return max(_PEMISAH, key=ukuran)
