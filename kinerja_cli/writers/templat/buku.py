"""A template under way: a guide in front, sheets to fill in, lists of choices behind."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import pandas as pd
import xlsxwriter
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from kinerja_cli.core.aturan import Aturan
from kinerja_cli.core.kolom import ARAH, STATUS, TAHAP
from kinerja_cli.core.periode import Periode

_BARIS_JUDUL = 4
_BARIS_ISIAN = 1000
_POKOK = "#0B4F6C"
Sel = str | float | None


@dataclass(frozen=True)
class IsiTemplat:
    """What goes into the cells beforehand.

    Attributes:
        periode: the month to print; None leaves it to be filled in.
        aturan: the rule set: its aspects, and what a rater has to fill in.
        pegawai: people, columns of ``skema.PEGAWAI`` (places aside); empty where none are known.
        indikator: indicators, columns of ``skema.INDIKATOR`` (places aside).
        berlaku: columns nip and i: the indicators (by position) that hold for each person.
        dinas: the dinas for which it is made; "" for all.
    """

    periode: Periode | None
    aturan: Aturan
    pegawai: pd.DataFrame
    indikator: pd.DataFrame
    berlaku: pd.DataFrame
    dinas: str


@dataclass(frozen=True)
class Kolom:
    """One column to fill in: heading (a star means that it must be filled), width, help, and choices by name."""

    judul: str
    lebar: float
    bantuan: str
    wajib: bool = False
    pilihan: str = ""
    teks: bool = False
    kunci: bool = False


class Buku:
    """A template under way: the guide stands in front, the lists behind, the sheets to fill in between."""

    def __init__(self, guna: str, isi: IsiTemplat) -> None:
        self.isi = isi
        self._guna = guna
        self._wadah = io.BytesIO()
        self._buku = xlsxwriter.Workbook(self._wadah, {"in_memory": True})
        garis = {"border": 1, "border_color": "#C5CCD4"}
        self._judul = self._buku.add_format({"bold": True, "font_size": 14, "font_color": _POKOK})
        self._redup = self._buku.add_format({"font_color": "#5A6472"})
        self._bulan = self._buku.add_format({"bold": True, "locked": False})
        kepala = {"bold": True, "font_color": "#FFFFFF", "valign": "vcenter", "text_wrap": True, **garis}
        self._kepala = self._buku.add_format({**kepala, "bg_color": "#5A6472"})
        self._kepala_wajib = self._buku.add_format({**kepala, "bg_color": _POKOK})
        self._kepala_bebas = self._buku.add_format({**kepala, "bg_color": "#5A6472", "locked": False})
        self._bebas = self._buku.add_format({"locked": False, **garis})
        self._teks = self._buku.add_format({"locked": False, "num_format": "@", **garis})
        self._tanggal = self._buku.add_format({"locked": False, "num_format": "dd/mm/yyyy", **garis})
        self._kunci = self._buku.add_format({"font_color": "#5A6472", "bg_color": "#F4F5F7", **garis})
        self._polos = self._buku.add_format({"valign": "vcenter"})
        self._bungkus = self._buku.add_format({"text_wrap": True, "valign": "top"})
        self._tebal = self._buku.add_format({"bold": True, "valign": "top"})
        self._petunjuk = self._buku.add_worksheet("Petunjuk")
        self._langkah: list[tuple[str, str]] = []
        self._pilihan = self._daftar_pilihan()

    def _daftar_pilihan(self) -> dict[str, str]:
        """Say where each list of choices will stand: the sheet itself is written last."""
        self._daftar = {
            "Arah": list(dict.fromkeys(ARAH.values())),
            "Aspek": list(self.isi.aturan.aspek),
            "Tahap": list(TAHAP),
            "Status": list(dict.fromkeys(STATUS.values())),
            "Dinas": sorted(set(self.isi.pegawai["dinas"])),
            "Kode": sorted(set(self.isi.indikator["kode"])),
            "Sebutan": [e.nama for e in self.isi.aturan.matriks.ekspektasi] if self.isi.aturan.matriks else [],
        }
        return {
            nama: f"='Daftar Pilihan'!${(huruf := xl_col_to_name(i))}$2:${huruf}${len(daftar) + 1}"
            for i, (nama, daftar) in enumerate(self._daftar.items())
            if daftar
        }

    def lembar(
        self,
        nama: str,
        kolom: Sequence[Kolom],
        baris: Iterable[Sequence[Sel]],
        catatan: Mapping[int, str] | None = None,
        pernyataan: tuple[str, str] | None = None,
    ) -> Worksheet:
        """Add a sheet to fill in.

        Args:
            nama: the sheet's name.
            kolom: its columns.
            baris: rows that are filled in beforehand.
            catatan: notes on headings, by column.
            pernyataan: a line above the table that may be completed, and its help.
        """
        ws = self._buku.add_worksheet(nama)
        isi = self.isi
        for r in range(_BARIS_JUDUL):
            ws.set_row(r, None, self._polos)
        ws.write_string(0, 0, f"{nama} {isi.dinas}".strip(), self._judul)
        ws.write_string(1, 0, f"Periode: {isi.periode.nama if isi.periode else ''}".strip(), self._bulan)
        ws.write_string(2, 0, "Kolom biru tua wajib diisi. Judul kolom terkunci agar dikenali.", self._redup)
        if pernyataan:
            ws.write_string(_BARIS_JUDUL - 1, 0, pernyataan[0], self._bulan)
        ws.set_row(_BARIS_JUDUL, 32)
        akhir = _BARIS_JUDUL + _BARIS_ISIAN
        for i, k in enumerate(kolom):
            ws.set_column(i, i, k.lebar, self._gaya(k))
            ws.write_string(_BARIS_JUDUL, i, k.judul, self._kepala_wajib if k.wajib else self._kepala)
            if catatan and i in catatan:
                ws.write_comment(_BARIS_JUDUL, i, catatan[i])
            aturan: dict[str, str | int]
            if k.pilihan in self._pilihan:
                aturan = {"validate": "list", "source": self._pilihan[k.pilihan], **_GALAT_PILIHAN}
                ws.data_validation(_BARIS_JUDUL + 1, i, akhir, i, aturan)
            elif k.judul in ("NIP", "NIP Penilai"):
                aturan = {"validate": "length", "criteria": "==", "value": 18, **_GALAT_NIP}
                ws.data_validation(_BARIS_JUDUL + 1, i, akhir, i, aturan)
        r = _BARIS_JUDUL
        for r, satu in enumerate(baris, _BARIS_JUDUL + 1):
            for i, (nilai, k) in enumerate(zip(satu, kolom, strict=True)):
                self._tulis(ws, r, i, nilai, k)
        ws.freeze_panes(_BARIS_JUDUL + 1, 2)
        ws.protect("", _BOLEH)
        ws.set_landscape()
        ws.set_paper(9)
        ws.fit_to_pages(1, 0)
        ws.repeat_rows(_BARIS_JUDUL)
        self._langkah += [("", ""), (f"Lembar {nama}", "")]
        self._langkah += [pernyataan] if pernyataan else []
        self._langkah += [(k.judul + (" (wajib)" if k.wajib else ""), k.bantuan) for k in kolom]
        return ws

    def _gaya(self, k: Kolom) -> xlsxwriter.format.Format:
        if k.kunci:
            return self._kunci
        if k.judul in ("Mulai", "Selesai", "Tanggal"):
            return self._tanggal
        return self._teks if k.teks else self._bebas

    def _tulis(self, ws: Worksheet, r: int, i: int, nilai: Sel | pd.Timestamp, k: Kolom) -> None:
        if isinstance(nilai, pd.Timestamp):
            ws.write_datetime(r, i, nilai.to_pydatetime(), self._tanggal)
        elif nilai is None or nilai != nilai or nilai == "":
            ws.write_blank(r, i, None, self._gaya(k))
        elif isinstance(nilai, str):
            ws.write_string(r, i, nilai, self._gaya(k))
        else:
            ws.write_number(r, i, nilai, self._gaya(k))

    def bebaskan_kanan(self, ws: Worksheet, kolom: int) -> None:
        """Leave the headings to the right of a wide sheet to the person: the codes aren't known yet."""
        for i in range(kolom, kolom + 12):
            ws.set_column(i, i, 12, self._bebas)
            ws.write_blank(_BARIS_JUDUL, i, None, self._kepala_bebas)

    def kunci_sel(self, ws: Worksheet, r: int, i: int) -> None:
        """Grey out a cell where nothing is to be filled in."""
        ws.write_blank(_BARIS_JUDUL + 1 + r, i, None, self._kunci)

    def tutup(self) -> bytes:
        """Write the guide and the lists, and finish."""
        ws = self._buku.add_worksheet("Daftar Pilihan")
        for i, (nama, daftar) in enumerate(self._daftar.items()):
            ws.set_column(i, i, 28)
            ws.write_string(0, i, nama, self._tebal)
            for r, satu in enumerate(daftar, 1):
                ws.write_string(r, i, satu)
        ws.protect()
        self._tulis_petunjuk()
        self._buku.close()
        return self._wadah.getvalue()

    def _tulis_petunjuk(self) -> None:
        ws = self._petunjuk
        ws.hide_gridlines(2)
        ws.set_column(0, 0, 26)
        ws.set_column(1, 1, 86)
        ws.write_string(0, 0, f"Petunjuk: {self._guna}", self._judul)
        langkah = [
            ("1. Isi", "lembar di belakang petunjuk ini; jangan mengubah judul kolomnya."),
            ("2. Periode", "tulis bulannya di baris “Periode:”, misalnya Periode: Januari 2025."),
            ("3. NIP", "salin sebagai teks: 18 angka, tanpa diubah menjadi bilangan."),
            ("4. Kosong bukan nol", "sel Realisasi yang kosong berarti belum ada; tulis 0 bila hasilnya memang nol."),
            ("5. Simpan", "sebagai .xlsx, lalu periksa dengan “kinerja validasi NAMA-BERKAS” sebelum dikirim."),
            *self._langkah,
        ]
        for r, (apa, kata) in enumerate(langkah, 2):
            ws.write_string(r, 0, apa, self._tebal)
            ws.write_string(r, 1, kata, self._bungkus)
        ws.set_paper(9)
        ws.fit_to_pages(1, 0)
        ws.protect()


_GALAT_PILIHAN: Final = {
    "error_title": "Tidak ada di daftar",
    "error_message": "Nilai ini tidak ada di daftar pilihan. Pakai juga?",
    "error_type": "warning",
}
_GALAT_NIP: Final = {
    "error_title": "NIP",
    "error_message": "NIP terdiri atas 18 angka, ditulis sebagai teks.",
    "error_type": "warning",
}
_BOLEH: Final = {
    "format_cells": True,
    "format_columns": True,
    "format_rows": True,
    "insert_rows": True,
    "delete_rows": True,
    "sort": True,
    "autofilter": True,
}
