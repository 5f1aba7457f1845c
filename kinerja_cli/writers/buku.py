"""A report workbook's common parts: heads, tables, charts and formats; text is never taken for a formula."""

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

POKOK, _GARIS, _DASAR = "#0B4F6C", "#D9DDE3", "#EEF2F5"
WARNA_PREDIKAT = ("#0F6B4F", "#2E7D32", "#8A6100", "#B5480D", "#A31621")
BARIS_KEPALA = 6
_TINGGI_TEKS = 15


@dataclass(frozen=True)
class Kolom:
    """One column of a sheet: heading, width in characters, and the format's name."""

    judul: str
    lebar: float
    gaya: str = "teks"


@dataclass(frozen=True)
class Kepala:
    """What stands above every sheet and in the file's properties.

    Attributes:
        masa: the month, quarter or year.
        aturan: the scheme, with what enacts it.
        bukti: the audit line.
        tanggal: the file's date, fixed so that equal reports are equal bytes.
    """

    instansi: str
    judul: str
    masa: str
    aturan: str
    versi: str
    bukti: str
    tanggal: dt.date


class Buku:
    """A report workbook under way: sheets are added from front to back, then :meth:`tutup` gives the bytes."""

    def __init__(self, kepala: Kepala) -> None:
        self._kepala = kepala
        self._wadah = io.BytesIO()
        self._buku = xlsxwriter.Workbook(self._wadah, {"in_memory": True})
        self._buku.set_properties(
            {
                "title": f"{kepala.judul} {kepala.masa}",
                "author": kepala.instansi,
                "comments": f"{KERAHASIAAN} {kepala.bukti}",
                "created": dt.datetime.combine(kepala.tanggal, dt.time()),
            }
        )
        self._buku.set_custom_property(SIFAT, SIFAT_LAPORAN)
        sel = {"valign": "top", "border": 1, "border_color": _GARIS}
        gaya: dict[str, dict[str, object]] = {
            "judul": {"bold": True, "font_size": 15, "font_color": POKOK},
            "besar": {"font_size": 12},
            "redup": {"font_color": "#5A6472"},
            "rahasia": {"italic": True, "font_color": "#A31621"},
            "bagian": {"bold": True, "font_size": 12, "bottom": 2, "bottom_color": POKOK},
            "tebal": {"bold": True},
            "kepala": {
                "bold": True, "font_color": "#FFFFFF", "bg_color": POKOK, "text_wrap": True, "valign": "vcenter",
                "border": 1, "border_color": _GARIS,
            },
            "teks": {**sel, "text_wrap": True, "align": "left", "indent": 1},
            "bulat": {**sel, "num_format": "#,##0", "align": "center"},
            "persen": {**sel, "num_format": "#,##0.00"},
            "selisih": {**sel, "num_format": "+0.00;-0.00;0.00"},
            "desimal": {**sel, "num_format": "#,##0.000"},
            "bulan": {**sel, "num_format": "#,##0.00", "align": "right", "text_wrap": True},
            "bobot": {**sel},
            "angka": {**sel},
            "tertimbang": {**sel, "num_format": "0.00######"},
        }  # fmt: skip
        self._gaya = {nama: self._buku.add_format(isi) for nama, isi in gaya.items()}
        jumlah = {"bold": True, "bg_color": _DASAR}
        self._gaya_jumlah = {
            nama: self._buku.add_format({**gaya[nama], **jumlah})
            for nama in ("teks", "bulat", "persen", "bobot", "angka", "tertimbang")
        }

    def _bagian(self, ws: Worksheet, baris: int, judul: str, isi: Sequence[tuple[str, Nilai]], gaya: str) -> int:
        """Write a heading and two columns; give the row after."""
        ws.write_string(baris, 0, judul, self._gaya["bagian"])
        ws.write_blank(baris, 1, None, self._gaya["bagian"])
        for b, (nama, nilai) in enumerate(isi, baris + 1):
            ws.write_string(b, 0, nama, self._gaya["teks"])
            self._tulis(ws, b, 1, nilai, self._gaya[gaya])
        return baris + 1 + len(isi)

    def _bagan(
        self, ws: Worksheet, judul: str, awal: int, akhir: int, warna: list[dict[str, dict[str, str]]], puncak: float | None
    ) -> None:
        bagan = self._buku.add_chart({"type": "bar"})
        bagan.add_series(
            {
                "categories": [ws.get_name(), awal, 0, akhir, 0],
                "values": [ws.get_name(), awal, 1, akhir, 1],
                "points": warna,
                "data_labels": {"value": True},
                "gap": 60,
            }
        )
        bagan.set_title({"name": judul, "name_font": {"size": 11}})
        bagan.set_legend({"none": True})
        bagan.set_y_axis({"reverse": True})
        bagan.set_x_axis({"min": 0, "max": puncak, "major_gridlines": {"visible": False}, "visible": False})
        bagan.set_size({"width": 420, "height": 220})
        ws.insert_chart(awal - 1, 2, bagan, {"x_offset": 12, "description": judul})

    def tabel(
        self,
        nama: str,
        kolom: Sequence[Kolom],
        isi: Iterable[Sequence[Nilai]],
        *,
        keterangan: str = "",
        jumlah: Sequence[Nilai] | None = None,
        kolom_tetap: int = 0,
        mendatar: bool = True,
    ) -> Worksheet:
        """Add a sheet with one table, filtered, frozen, its heading repeated on every printed page; give it, for a chart.

        ``keterangan`` is a line above the table, ``jumlah`` a row beneath it, outside its filter; the first ``kolom_tetap``
        columns stay when scrolling.
        """
        ws = self._kepala_tabel(nama, kolom, mendatar=mendatar)
        ws.freeze_panes(BARIS_KEPALA + 1, kolom_tetap)
        if keterangan:
            ws.write_string(BARIS_KEPALA - 1, 0, keterangan)
        gaya = [self._gaya[k.gaya] for k in kolom]
        baris = BARIS_KEPALA
        for baris, nilai in enumerate(isi, BARIS_KEPALA + 1):
            self._baris(ws, baris, nilai, kolom, gaya)
        ws.autofilter(BARIS_KEPALA, 0, baris, len(kolom) - 1)
        if jumlah is not None:
            self._baris(ws, baris + 1, jumlah, kolom, [self._gaya_jumlah[k.gaya] for k in kolom])
        return ws

    def tutup(self) -> bytes:
        """Finish the workbook."""
        self._buku.close()
        return self._wadah.getvalue()

    def _lembar(self, nama: str, *, mendatar: bool) -> Worksheet:
        k = self._kepala
        ws = self._buku.add_worksheet(nama)
        ws.hide_gridlines(2)
        ws.set_paper(9)
        if mendatar:
            ws.set_landscape()
        ws.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.8)
        ws.fit_to_pages(1, 0)
        bawah = f"{KERAHASIAAN} kinerja {k.versi}".replace("&", "&&")
        ws.set_footer(f"&L&8{bawah}&R&8&P / &N")
        kepala = (
            (k.instansi.upper(), "redup"),
            (k.judul, "judul"),
            (k.masa, "besar"),
            (k.aturan, "redup"),
            (KERAHASIAAN, "rahasia"),
        )
        for baris, (teks, gaya) in enumerate(kepala):
            ws.write_string(baris, 0, teks, self._gaya[gaya])
        ws.set_row(1, 22)
        return ws

    def _kepala_tabel(self, nama: str, kolom: Sequence[Kolom], *, mendatar: bool = True) -> Worksheet:
        ws = self._lembar(nama, mendatar=mendatar)
        ws.set_row(BARIS_KEPALA, 32)
        for i, k in enumerate(kolom):
            ws.set_column(i, i, k.lebar)
            ws.write_string(BARIS_KEPALA, i, k.judul, self._gaya["kepala"])
        ws.freeze_panes(BARIS_KEPALA + 1, 0)
        ws.repeat_rows(BARIS_KEPALA)
        return ws

    def _baris(self, ws: Worksheet, baris: int, isi: Sequence[Nilai], kolom: Sequence[Kolom], gaya: Sequence[Format]) -> None:
        """Write one row, as high as its longest text needs: programs don't do that for a file that they didn't write."""
        tinggi = 1
        for i, (nilai, k, g) in enumerate(zip(isi, kolom, gaya, strict=True)):
            self._tulis(ws, baris, i, nilai, g)
            if isinstance(nilai, str) and len(nilai) > (muat := k.lebar - 3):
                tinggi = max(tinggi, math.ceil(len(nilai) / muat))
        if tinggi > 1:
            ws.set_row(baris, _TINGGI_TEKS * tinggi)

    @staticmethod
    def _tulis(ws: Worksheet, baris: int, kolom: int, nilai: Nilai, gaya: Format) -> None:
        if isinstance(nilai, str):
            ws.write_string(baris, kolom, nilai, gaya)
        elif nilai is None or nilai != nilai:  # None, or NaN: nothing was filed
            ws.write_blank(baris, kolom, None, gaya)
        else:
            ws.write_number(baris, kolom, nilai, gaya)
