"""Edits an .xlsx in place: only the XML parts that must change do, and within them only the bytes that must.

openpyxl's load and save loses stored formula results, pictures, text boxes and newer conditional formats; a sender's
workbook must come back with all of it.
"""

from kinerja_cli.writers.sunting.galat import SuntingGagal
from kinerja_cli.writers.sunting.tandai import tandai
from kinerja_cli.writers.sunting.ubah import ubah_sel

__all__ = ["SuntingGagal", "tandai", "ubah_sel"]
