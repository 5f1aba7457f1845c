"""Report workbooks of a month, by XlsxWriter: the same report gives the same bytes."""

from kinerja_cli.writers.excel.dinas import buku_dinas, buku_rekap

__all__ = ["buku_dinas", "buku_rekap"]
