"""A workbook of values only, for senders whose format can't be edited in place (.xls, .xlsb, .ods)."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Mapping, Sequence

import xlsxwriter

from kinerja_cli.core.asal import Isi
from kinerja_cli.core.lembar import Lembar, RumusTanpaHasil, SelGalat, nama_lembar_excel


def buku_nilai(lembar: Sequence[Lembar], ganti: Mapping[tuple[str, int, int], Isi]) -> bytes:
    """Give a workbook with the sheets' values.

    Args:
        lembar: the sheets.
        ganti: new values by sheet, row and column, from 0.
    """
    wadah = io.BytesIO()
    buku = xlsxwriter.Workbook(wadah, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    tanggal = buku.add_format({"num_format": "dd/mm/yyyy"})
    teks = buku.add_format({"num_format": "@"})
    for satu in lembar:
        ws = buku.add_worksheet(nama_lembar_excel(satu.nama, buku.sheetnames))
        for r, baris in enumerate(satu.baris):
            for k, lama in enumerate(baris):
                sel = ganti.get((satu.nama, r, k), lama)
                if isinstance(sel, dt.date):
                    ws.write_datetime(r, k, sel, tanggal)
                elif isinstance(sel, bool):
                    ws.write_boolean(r, k, sel)
                elif isinstance(sel, (int, float)):
                    ws.write_number(r, k, sel)
                elif isinstance(sel, SelGalat):
                    ws.write_formula(r, k, "=NA()", None, sel.teks)
                elif not isinstance(sel, RumusTanpaHasil) and sel != "":
                    ws.write_string(r, k, str(sel), teks)
        if satu.tersembunyi:
            ws.hide()
    buku.close()
    return wadah.getvalue()
