"""A report workbook's common parts: heads, tables, charts and formats; text is never taken for a formula."""

from __future__ import annotations

import datetime as dt
import io
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from xlsxwriter.format import Format

from kinerja_cli.core.laporan import KERAHASIAAN, KERTAS
from kinerja_cli.core.lembar import SIFAT, SIFAT_LAPORAN
from kinerja_cli.writers.buku_cepat import BukuCepat
from kinerja_cli.writers.sel_cepat import TINGGI_TEKS, LembarCepat, Nilai, Rumus

__all__ = ["Buku", "Kepala", "Kolom", "Nilai", "Rumus"]

POKOK, _GARIS, _DASAR = "#0B4F6C", "#D9DDE3", "#EEF2F5"
WARNA_PREDIKAT = ("#0F6B4F", "#2E7D32", "#8A6100", "#B5480D", "#A31621")
_DASAR_PREDIKAT = ("#CFE8DE", "#E6F2E7", "#FBF0D2", "#FADFCB", "#F6CFCB")
_POLA_PREDIKAT = (1, 1, 18, 17, 4)
"""Excel's fills, beside the colours: plain, and ever more ink (6.25 %, 12.5 %, 25 %) that a black-and-white print shows."""
_NOMOR_KERTAS = {"A4": 9, "F4": 14}
"""Excel's numbers of paper; F4 is its folio."""
BARIS_KEPALA = 6
_SELURUHNYA = "A1:XFD1048576"
"""Where Excel's green corners are silenced: a NIP is text on purpose, and a person's sum follows their indicators."""


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
        kertas: one of :data:`KERTAS`.
    """

    instansi: str
    judul: str
    masa: str
    aturan: str
    versi: str
    bukti: str
    tanggal: dt.date
    kertas: str = KERTAS[0]


class Buku:
    """A report workbook under way: sheets are added from front to back, then :meth:`tutup` gives the bytes.

    ``berumus``: formulas stay; else their values are written.
    """

    def __init__(self, kepala: Kepala, *, berumus: bool = True) -> None:
        self._kepala = kepala
        self._berumus = berumus
        self._wadah = io.BytesIO()
        self._buku = BukuCepat(self._wadah)
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
        masukan = {**sel, "align": "right", "shrink": True, **({"bg_color": "#FFF8DC"} if berumus else {})}
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
            "nip": {**sel, "align": "left", "num_format": "@"},
            "bulat": {**sel, "num_format": "#,##0", "align": "center"},
            "persen": {**sel, "num_format": "#,##0.00"},
            "selisih": {**sel, "num_format": "+0.00;-0.00;0.00"},
            "desimal": {**sel, "num_format": "#,##0.000"},
            "bulan": {**sel, "num_format": "#,##0.00", "align": "right", "text_wrap": True},
            "bobot": {**sel},
            "angka": {**sel},
            "masukan": masukan,
            "masukan_besar": {**masukan, "num_format": "#,##0"},
            "tertimbang": {**sel, "num_format": "0.00######"},
        }  # fmt: skip
        self._gaya = {nama: self._buku.add_format(isi) for nama, isi in gaya.items()}
        jumlah = {"bold": True, "bg_color": _DASAR}
        self._gaya_jumlah = {
            nama: self._buku.add_format({**gaya[nama], **jumlah})
            for nama in ("teks", "nip", "bulat", "persen", "bobot", "angka", "masukan", "tertimbang")
        }

    def _bagian(self, ws: LembarCepat, baris: int, judul: str, isi: Sequence[tuple[str, Nilai]], gaya: str) -> int:
        """Write a heading and two columns; give the row after."""
        ws.write_string(baris, 0, judul, self._gaya["bagian"])
        ws.write_blank(baris, 1, None, self._gaya["bagian"])
        for b, (nama, nilai) in enumerate(isi, baris + 1):
            ws.write_string(b, 0, nama, self._gaya["teks"])
            self._tulis(ws, b, 1, nilai, self._gaya[gaya])
        return baris + 1 + len(isi)

    def _bagan(
        self, ws: LembarCepat, judul: str, awal: int, akhir: int, warna: list[dict[str, dict[str, str]]], puncak: float | None
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
    ) -> LembarCepat:
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

    def _tandai_predikat(self, ws: LembarCepat, kolom: int, akhir: int, predikat: Sequence[str]) -> None:
        """Mark each category in a column of a table by colour and by a fill that survives a black-and-white print."""
        for i, nama in enumerate(predikat):
            warna = min(i, len(WARNA_PREDIKAT) - 1)
            gaya = {
                "pattern": _POLA_PREDIKAT[warna],
                "bg_color": _DASAR_PREDIKAT[warna],
                "fg_color": WARNA_PREDIKAT[warna],
                "font_color": WARNA_PREDIKAT[warna],
                "bold": i in (0, len(predikat) - 1),
            }
            syarat = {"type": "cell", "criteria": "==", "value": f'"{nama}"', "format": self._buku.add_format(gaya)}
            ws.conditional_format(BARIS_KEPALA + 1, kolom, akhir, kolom, syarat)

    @staticmethod
    def _batangkan(ws: LembarCepat, kolom: int, akhir: int, puncak: float) -> None:
        """Draw a bar behind each number of a column, from 0 to the upper end of the scale."""
        bar = {"min_type": "num", "min_value": 0, "max_type": "num", "max_value": puncak}
        ws.conditional_format(BARIS_KEPALA + 1, kolom, akhir, kolom, {"type": "data_bar", "bar_color": "#9CC3D5", **bar})

    def tutup(self) -> bytes:
        """Finish the workbook."""
        self._buku.close()
        return self._wadah.getvalue()

    def _lembar(self, nama: str, *, mendatar: bool) -> LembarCepat:
        k = self._kepala
        ws: LembarCepat = self._buku.add_worksheet(nama, LembarCepat)
        ws.hide_gridlines(2)
        ws.set_paper(_NOMOR_KERTAS[k.kertas])
        if mendatar:
            ws.set_landscape()
        ws.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.8)
        ws.fit_to_pages(1, 0)
        bawah = f"{KERAHASIAAN} kinerja {k.versi}".replace("&", "&&")
        ws.set_footer(f"&L&8{bawah}&R&8Halaman &P dari &N")
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

    def _kepala_tabel(self, nama: str, kolom: Sequence[Kolom], *, mendatar: bool = True) -> LembarCepat:
        ws = self._lembar(nama, mendatar=mendatar)
        ws.set_row(BARIS_KEPALA, 32)
        for i, k in enumerate(kolom):
            ws.set_column(i, i, k.lebar)
            ws.write_string(BARIS_KEPALA, i, k.judul, self._gaya["kepala"])
        ws.freeze_panes(BARIS_KEPALA + 1, 0)
        ws.repeat_rows(BARIS_KEPALA)
        ws.ignore_errors({"number_stored_as_text": _SELURUHNYA, "formula_differs": _SELURUHNYA})
        return ws

    def _baris(
        self, ws: LembarCepat, baris: int, isi: Sequence[Nilai], kolom: Sequence[Kolom], gaya: Sequence[Format]
    ) -> None:
        """Write one row, as high as its longest text needs: programs don't do that for a file that they didn't write."""
        lapis = 1
        for nilai, k in zip(isi, kolom, strict=True):
            if isinstance(nilai, str) and len(nilai) > (muat := k.lebar - 3):
                lapis = max(lapis, math.ceil(len(nilai) / muat))
        ws.tulis_baris(baris, isi, gaya, lapis)

    def _uraian(self, ws: LembarCepat, baris: int, isi: Iterable[str], lebar: Sequence[float]) -> int:
        """Write sentences under each other, each over columns of these widths; give the row after."""
        for teks in isi:
            baris = self._terbagi(ws, baris, [teks], [(0, len(lebar) - 1)], lebar)
        return baris

    def _terbagi(
        self,
        ws: LembarCepat,
        baris: int,
        isi: Sequence[str],
        rentang: Sequence[tuple[int, int]],
        lebar: Sequence[float],
        gaya: str = "teks",
    ) -> int:
        """Write texts over several columns each, first to last, as high as they need; give the row after."""
        tinggi = 1
        for teks, (awal, akhir) in zip(isi, rentang, strict=True):
            ws.merge_range(baris, awal, baris, akhir, "", self._gaya[gaya])
            ws.write_string(baris, awal, teks, self._gaya[gaya])
            tinggi = max(tinggi, math.ceil(len(teks) / (sum(lebar[awal : akhir + 1]) - 3)))
        ws.set_row(baris, TINGGI_TEKS * tinggi)
        return baris + 1

    def _tulis(self, ws: LembarCepat, baris: int, kolom: int, nilai: Nilai, gaya: Format) -> None:
        if isinstance(nilai, Rumus) and self._berumus:
            ws.write_formula(baris, kolom, f"={nilai.teks}", gaya, "" if nilai.nilai is None else nilai.nilai)
            return
        if isinstance(nilai, Rumus):
            nilai = nilai.nilai
        if isinstance(nilai, str):
            ws.write_string(baris, kolom, nilai, gaya)
        elif nilai is None or nilai != nilai:  # None, or NaN: nothing was filed
            ws.write_blank(baris, kolom, None, gaya)
        else:
            ws.write_number(baris, kolom, nilai, gaya)
