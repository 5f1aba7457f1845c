"""A plain report workbook, by XlsxWriter: sheets of one table each, under a head that every sheet repeats."""

from __future__ import annotations

import datetime as dt
import io
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from kinerja_cli.core.laporan import KERAHASIAAN
from kinerja_cli.core.lembar import SIFAT, SIFAT_LAPORAN

Nilai = str | int | float | None

POKOK = "#0B4F6C"
_GARIS, _TINGGI_TEKS = "#D9DDE3", 15


@dataclass(frozen=True)
class Kolom:
    """One column: heading, width in characters, and its cells: "teks", "bulat", "persen" (2 decimals), "desimal" (3)."""

    judul: str
    lebar: float
    gaya: str = "teks"


class Buku:
    """A workbook under way: sheets are added from front to back, then :meth:`tutup` gives the bytes.

    Args:
        kepala: the lines on top of every sheet, the second of which is the title.
        dibuat: the date in the file's properties; equal reports give equal bytes.
    """

    def __init__(self, kepala: Sequence[str], dibuat: dt.date) -> None:
        self._kepala = (*kepala, KERAHASIAAN)
        self._wadah = io.BytesIO()
        self.xl = xlsxwriter.Workbook(self._wadah, {"in_memory": True, "strings_to_formulas": False})
        waktu = dt.datetime.combine(dibuat, dt.time())
        self.xl.set_properties({"title": " ".join(kepala[:2]), "comments": KERAHASIAAN, "created": waktu})
        self.xl.set_custom_property(SIFAT, SIFAT_LAPORAN)
        sel = {"valign": "top", "border": 1, "border_color": _GARIS}
        gaya: dict[str, dict[str, object]] = {
            "redup": {"font_color": "#5A6472"},
            "judul": {"bold": True, "font_size": 15, "font_color": POKOK},
            "rahasia": {"italic": True, "font_color": "#A31621"},
            "kepala": {**sel, "bold": True, "font_color": "#FFFFFF", "bg_color": POKOK, "text_wrap": True},
            "teks": {**sel, "text_wrap": True, "align": "left", "indent": 1},
            "bulat": {**sel, "num_format": "#,##0"},
            "persen": {**sel, "num_format": "#,##0.00"},
            "desimal": {**sel, "num_format": "#,##0.000"},
        }
        self._gaya = {nama: self.xl.add_format(isi) for nama, isi in gaya.items()}

    def tabel(self, nama: str, kolom: Sequence[Kolom], isi: Iterable[Sequence[Nilai]], *, mendatar: bool = True) -> Worksheet:
        """Add a sheet with one table; give it, for a chart. Its first row of data is :attr:`awal`."""
        ws = self.xl.add_worksheet(nama)
        ws.hide_gridlines(2)
        ws.set_paper(9)
        if mendatar:
            ws.set_landscape()
        ws.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.8)
        ws.fit_to_pages(1, 0)
        ws.set_footer(f"&L&8{KERAHASIAAN}&R&8&P / &N")
        for i, teks in enumerate(self._kepala):
            gaya = "judul" if i == 1 else "rahasia" if i == len(self._kepala) - 1 else "redup"
            ws.write_string(i, 0, teks, self._gaya[gaya])
        ws.set_row(1, 22)
        for i, k in enumerate(kolom):
            ws.set_column(i, i, k.lebar)
            ws.write_string(self.awal - 1, i, k.judul, self._gaya["kepala"])
        ws.set_row(self.awal - 1, 32)
        ws.freeze_panes(self.awal, 0)
        ws.repeat_rows(self.awal - 1)
        gaya_kolom = [self._gaya[k.gaya] for k in kolom]
        for baris, satu in enumerate(isi, self.awal):
            tinggi = 1
            for i, (nilai, k) in enumerate(zip(satu, kolom, strict=True)):
                _tulis(ws, baris, i, nilai, self._gaya["teks"] if isinstance(nilai, str) else gaya_kolom[i])
                if isinstance(nilai, str):
                    tinggi = max(tinggi, math.ceil(len(nilai) / (k.lebar - 3)))
            if tinggi > 1:
                ws.set_row(baris, _TINGGI_TEKS * tinggi)
        return ws

    @property
    def awal(self) -> int:
        """The first row of data of every table, from 0."""
        return len(self._kepala) + 2

    def tutup(self) -> bytes:
        """Finish the workbook."""
        self.xl.close()
        return self._wadah.getvalue()


def _tulis(ws: Worksheet, baris: int, kolom: int, nilai: Nilai, gaya: Format) -> None:
    if isinstance(nilai, str):
        ws.write_string(baris, kolom, nilai, gaya)
    elif nilai is None:
        ws.write_blank(baris, kolom, None, gaya)
    else:
        ws.write_number(baris, kolom, nilai, gaya)
