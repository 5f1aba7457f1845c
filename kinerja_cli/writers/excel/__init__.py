"""Report workbooks of a month, by XlsxWriter: the same report gives the same bytes."""

from kinerja_cli.writers.excel.daerah import buku_rekap
from kinerja_cli.writers.excel.dinas import BahanBuku, buku_dinas
from kinerja_cli.writers.excel.penilai import buku_penilai

__all__ = ["BahanBuku", "buku_dinas", "buku_penilai", "buku_rekap"]
