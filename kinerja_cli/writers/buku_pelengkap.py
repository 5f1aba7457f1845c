"""The workbook of what belongs to no month's scores: a survey, a service register."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from kinerja_cli import __version__
from kinerja_cli.core.laporan import KERTAS
from kinerja_cli.writers import buku
from kinerja_cli.writers.buku import BARIS_KEPALA, POKOK, Kepala, Kolom, Nilai
from kinerja_cli.writers.sel_cepat import LembarCepat

__all__ = ["POKOK", "Buku", "Kolom", "Nilai"]


class Buku(buku.Buku):
    """A report workbook whose number columns may hold words.

    Args:
        kepala: the four lines on top of every sheet: whose, what, when, by which rules.
        dibuat: the date in the file's properties; equal reports give equal bytes.
        kertas: one of :data:`KERTAS`.
    """

    awal = BARIS_KEPALA + 1
    """The first row of data of every table, from 0."""

    def __init__(self, kepala: Sequence[str], dibuat: dt.date, kertas: str = KERTAS[0]) -> None:
        instansi, judul, masa, aturan = kepala
        super().__init__(Kepala(instansi, judul, masa, aturan, __version__, "", dibuat, kertas))

    @property
    def xl(self) -> Workbook:
        """The workbook under way, for charts."""
        return self._buku

    def _baris(
        self, ws: LembarCepat, baris: int, isi: Sequence[Nilai], kolom: Sequence[Kolom], gaya: Sequence[Format]
    ) -> None:
        teks = self._gaya["teks"]
        super()._baris(ws, baris, isi, kolom, [teks if isinstance(n, str) else g for n, g in zip(isi, gaya, strict=True)])
