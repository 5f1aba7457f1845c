"""A new workbook with the values of sheets as they were read: for formats that can't be edited in place."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Collection, Mapping, Sequence

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from kinerja_cli.core.lembar import RumusTanpaHasil, SelGalat


def salinan_nilai(lembar: Mapping[str, Sequence[Sequence[object]]], tersembunyi: Collection[str] = ()) -> bytes:
    """Give an .xlsx of values only; text stays text, and what has no value (an error, a formula without a result) a word.

    Args:
        lembar: the cells of each sheet by row, from A1, by a name that Excel takes.
        tersembunyi: the sheets that are hidden.
    """
    wadah = io.BytesIO()
    with xlsxwriter.Workbook(wadah, {"in_memory": True, "nan_inf_to_errors": True}) as buku:
        tanggal, waktu = (buku.add_format({"num_format": bentuk}) for bentuk in ("dd/mm/yyyy", "dd/mm/yyyy hh:mm"))
        for nama, baris in lembar.items():
            ws = buku.add_worksheet(nama)
            for r, isi in enumerate(baris):
                for k, nilai in enumerate(isi):
                    if nilai != "":
                        _tulis(ws, r, k, nilai, tanggal, waktu)
            ws.autofit()
            if nama in tersembunyi:
                ws.hide()
        for ws in [ws for ws in buku.worksheets() if ws.name not in tersembunyi][:1]:
            ws.activate()  # the active sheet can't be hidden, and that is the first unless told
    return wadah.getvalue()


def _tulis(ws: Worksheet, r: int, k: int, nilai: object, tanggal: Format, waktu: Format) -> None:
    if isinstance(nilai, bool):
        ws.write_boolean(r, k, nilai)
    elif isinstance(nilai, int | float):
        ws.write_number(r, k, nilai)
    elif isinstance(nilai, dt.datetime) and nilai.time() != dt.time():
        ws.write_datetime(r, k, nilai, waktu)
    elif isinstance(nilai, dt.date):
        ws.write_datetime(r, k, nilai, tanggal)
    elif isinstance(nilai, SelGalat):
        ws.write_string(r, k, nilai.teks)
    elif isinstance(nilai, RumusTanpaHasil):
        ws.write_string(r, k, "(rumus tanpa hasil)")
    elif isinstance(nilai, str | dt.time | dt.timedelta):
        ws.write_string(r, k, str(nilai))
