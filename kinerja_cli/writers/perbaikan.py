"""Repair workbooks: only the rows with faults, the wrong cells open and coloured, everything else locked."""

from __future__ import annotations

import io
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from kinerja_cli.core.asal import LEMBAR_ASAL, AsalHalaman, Isi, kemas
from kinerja_cli.core.kolom import JUDUL
from kinerja_cli.core.laporan import KERAHASIAAN
from kinerja_cli.core.lembar import SIFAT, SIFAT_PERBAIKAN
from kinerja_cli.core.perbaikan import (
    JUDUL_NASIHAT,
    JUDUL_NOMOR,
    LEMBAR_DAFTAR,
    LEMBAR_PETUNJUK,
    SEBARIS,
    Perbaikan,
    SelTerbuka,
)
from kinerja_cli.core.temuan import Temuan, Tingkat

_POKOK, _GARIS, _REDUP = "#0B4F6C", "#C5CCD4", "#5A6472"
_WARNA: Final = {Tingkat.GALAT: "#FFC7B8", Tingkat.PERINGATAN: "#FFEB9C"}
_BARIS_JUDUL: Final = 3
_LEBAR_NASIHAT: Final = 64
_LEBAR_TERKECIL, _LEBAR_TERBESAR = 9, 34
_TINGGI_TEKS: Final = 15
_TINGGI_TERBESAR: Final = 409
_PANJANG_PESAN: Final = 255
"""Excel's limit for an input message; the advice column has it in full."""
_ANGKA: Final = frozenset({"bobot", "target", "target_atas", "realisasi"})
_TANGGAL: Final = frozenset({"mulai", "selesai", "lahir"})
_KOSONGKAN: Final = "Bila baris ini tidak dipakai, kosongkan semua sel berwarna di baris ini."
_BOLEH: Final = {"format_columns": True, "format_rows": True}


def buku_perbaikan(perbaikan: Perbaikan) -> bytes:
    """Give the workbook; there is a row to show."""
    wadah = io.BytesIO()
    buku = xlsxwriter.Workbook(wadah, {"in_memory": True, "strings_to_formulas": False})
    buku.set_properties({"title": f"Perbaikan {perbaikan.asal.berkas}", "comments": KERAHASIAAN})
    buku.set_custom_property(SIFAT, SIFAT_PERBAIKAN)
    gaya = _Gaya(buku)
    _petunjuk(buku.add_worksheet(LEMBAR_PETUNJUK), gaya, perbaikan)
    daftar = _Daftar()
    for halaman in perbaikan.asal.halaman:
        _Halaman(buku.add_worksheet(halaman.nama), gaya, halaman, perbaikan.terbuka, daftar).tulis()
    daftar.tulis(buku.add_worksheet(LEMBAR_DAFTAR))
    ingatan = buku.add_worksheet(LEMBAR_ASAL)
    for r, potongan in enumerate(kemas(perbaikan.asal)):
        ingatan.write_string(r, 0, potongan)
    ingatan.very_hidden()
    buku.get_worksheet_by_name(perbaikan.asal.halaman[0].nama).activate()
    buku.close()
    return wadah.getvalue()


class _Gaya:
    """The workbook's formats; the open ones by level and kind of column."""

    def __init__(self, buku: xlsxwriter.Workbook) -> None:
        bingkai = {"border": 1, "border_color": _GARIS, "valign": "top"}
        self.judul = buku.add_format({"bold": True, "font_size": 14, "font_color": _POKOK})
        self.redup = buku.add_format({"font_color": _REDUP})
        self.tebal = buku.add_format({"bold": True, "valign": "top"})
        self.bungkus = buku.add_format({"text_wrap": True, "valign": "top"})
        self.kepala = buku.add_format(
            {**bingkai, "bold": True, "font_color": "#FFFFFF", "bg_color": _POKOK, "text_wrap": True, "valign": "vcenter"}
        )
        self.terkunci = buku.add_format({**bingkai, "font_color": _REDUP, "text_wrap": True})
        self.nasihat = buku.add_format({**bingkai, "text_wrap": True})
        self.contoh = {t: buku.add_format({"bg_color": warna, "border": 1, "bold": True}) for t, warna in _WARNA.items()}
        buka = {**bingkai, "locked": False, "bold": True, "text_wrap": True, "border": 2, "border_color": _POKOK}
        self._terbuka = {
            (tingkat, bentuk): buku.add_format({**buka, "bg_color": warna, "num_format": bentuk})
            for tingkat, warna in _WARNA.items()
            for bentuk in ("@", "General", "dd/mm/yyyy")
        }

    def terbuka(self, tingkat: Tingkat, kolom: str) -> Format:
        """Give the format of an open cell: NIPs, codes and words stay text however they are typed."""
        if kolom in _TANGGAL:
            return self._terbuka[tingkat, "dd/mm/yyyy"]
        berangka = kolom in _ANGKA or kolom not in JUDUL  # not a known column, so it is headed by an indicator's code
        return self._terbuka[tingkat, "General" if berangka else "@"]


class _Daftar:
    """The lists from which cells are chosen, each once, on a hidden sheet: an inline list ends at 255 characters."""

    def __init__(self) -> None:
        self._semua: dict[tuple[str, ...], int] = {}

    def rentang(self, pilihan: tuple[str, ...]) -> str:
        """Say where a list will stand."""
        huruf = xl_col_to_name(self._semua.setdefault(pilihan, len(self._semua)))
        return f"='{LEMBAR_DAFTAR}'!${huruf}$1:${huruf}${len(pilihan)}"

    def tulis(self, ws: Worksheet) -> None:
        for pilihan, k in self._semua.items():
            for r, satu in enumerate(pilihan):
                ws.write_string(r, k, satu)
        ws.protect()
        ws.hide()


@dataclass
class _Halaman:
    """One table's sheet."""

    ws: Worksheet
    gaya: _Gaya
    halaman: AsalHalaman
    terbuka: Mapping[tuple[str, int, int], SelTerbuka]
    daftar: _Daftar

    def tulis(self) -> None:
        ws, halaman = self.ws, self.halaman
        ws.write_string(0, 0, f"Perbaikan lembar {halaman.lembar or halaman.nama}", self.gaya.judul)
        petunjuk = "Isi hanya sel berwarna dan berbingkai tebal; sel lain terkunci. Alamat sel di keterangan: di berkas asal."
        ws.write_string(1, 0, petunjuk, self.gaya.redup)
        lebar = self._lebar()
        for k, (judul, huruf) in enumerate(zip((JUDUL_NOMOR, *halaman.judul, JUDUL_NASIHAT), lebar, strict=True)):
            ws.write_string(_BARIS_JUDUL, k, judul, self.gaya.kepala)
            ws.set_column(k, k, huruf)
        for r, baris in enumerate(halaman.baris, _BARIS_JUDUL + 1):
            ws.write_number(r, 0, baris.nomor, self.gaya.terkunci)
            sel = {k: self.terbuka[halaman.nama, baris.nomor, k] for k in baris.terbuka}
            for k, isi in enumerate(baris.isi):
                _tulis_isi(ws, r, k + 1, isi, self._gaya_sel(k, sel.get(k)))
            for k, satu in sel.items():
                self._pengawas(r, k, satu)
            nasihat = self._nasihat(sel)
            ws.write_string(r, len(baris.isi) + 1, nasihat, self.gaya.nasihat)
            teks = [*(isi if isinstance(isi, str) else "" for isi in ("", *baris.isi)), nasihat]
            ws.set_row(r, _tinggi(zip(teks, lebar, strict=True)))
        ws.freeze_panes(_BARIS_JUDUL + 1, 1)
        ws.protect("", _BOLEH)
        ws.set_landscape()
        ws.set_paper(9)
        ws.fit_to_pages(1, 0)
        ws.repeat_rows(_BARIS_JUDUL)
        ws.set_footer(f"&L&8{KERAHASIAAN.replace('&', '&&')}&R&8&P/&N")

    def _lebar(self) -> list[float]:
        """Make each column as wide as its text wants, within bounds."""
        hasil: list[float] = [7]
        for k, judul in enumerate(self.halaman.judul):
            isi = [baris.isi[k] for baris in self.halaman.baris]
            panjang = max((len(satu) for satu in (judul, *isi) if isinstance(satu, str)), default=0)
            hasil.append(min(max(panjang + 2, _LEBAR_TERKECIL), _LEBAR_TERBESAR))
        return [*hasil, _LEBAR_NASIHAT]

    def _gaya_sel(self, k: int, sel: SelTerbuka | None) -> Format:
        if sel is None:
            return self.gaya.terkunci
        galat = any(t.tingkat is Tingkat.GALAT for t in sel.temuan)
        return self.gaya.terbuka(Tingkat.GALAT if galat else Tingkat.PERINGATAN, self.halaman.kolom[k])

    def _pengawas(self, r: int, k: int, sel: SelTerbuka) -> None:
        """Show the advice where the cell is chosen, with the list of what may stand in it."""
        aturan: dict[str, str | bool] = {
            "validate": "list" if sel.pilihan else "any",
            "input_title": ", ".join(dict.fromkeys(t.kode for t in sel.temuan))[:32],
            "input_message": _pendek("\n".join(f"{t.pesan} {t.saran}" for t in sel.temuan)),
        }
        if sel.pilihan:
            aturan |= {
                "source": self.daftar.rentang(sel.pilihan),
                "error_title": "Tidak ada di daftar",
                "error_message": "Nilai ini tidak ada di daftar pilihan. Pakai juga?",
                "error_type": "warning",
            }
        self.ws.data_validation(r, k + 1, r, k + 1, aturan)

    def _nasihat(self, sel: Mapping[int, SelTerbuka]) -> str:
        """Say what is wrong in a row, once each, with the columns that it concerns."""
        kolom: dict[Temuan, list[str]] = {}
        for k, satu in sel.items():
            for t in satu.temuan:
                kolom.setdefault(t, []).append(self.halaman.judul[k])
        bagian = [
            f"{t.kode} " + ("" if t.kode in SEBARIS else f"{' / '.join(judul)}: ") + f"{t.pesan} → {t.saran}"
            for t, judul in kolom.items()
        ]
        if any(t.kode in SEBARIS for t in kolom):
            bagian.append(_KOSONGKAN)
        return "\n".join(bagian)


def _tulis_isi(ws: Worksheet, r: int, k: int, isi: Isi, gaya: Format) -> None:
    if isi == "":
        ws.write_blank(r, k, None, gaya)
    elif isinstance(isi, str):
        ws.write_string(r, k, isi, gaya)
    else:
        ws.write_number(r, k, isi, gaya)


def _pendek(teks: str) -> str:
    """Cut a text to what Excel takes; it counts the halves of UTF-16."""
    isi = teks.encode("utf-16-le")
    return teks if len(isi) <= 2 * _PANJANG_PESAN else isi[: 2 * _PANJANG_PESAN - 2].decode("utf-16-le", "ignore") + "…"


def _tinggi(isi: Iterable[tuple[str, float]]) -> float:
    """Give the height of a row whose texts are wrapped at the widths of their columns."""
    banyak = (sum(max(1, math.ceil(len(satu) / lebar)) for satu in teks.split("\n")) for teks, lebar in isi)
    return min(_TINGGI_TEKS * max(banyak), _TINGGI_TERBESAR)


def _petunjuk(ws: Worksheet, gaya: _Gaya, perbaikan: Perbaikan) -> None:
    """Write the guide, and after it what can't be mended here."""
    asal = perbaikan.asal
    ws.hide_gridlines(2)
    ws.set_column(0, 0, 22)
    ws.set_column(1, 1, 26)
    ws.set_column(2, 3, 56)
    ws.write_string(0, 0, f"Perbaikan untuk {asal.berkas}", gaya.judul)
    ws.write_string(1, 0, KERAHASIAAN, gaya.redup)
    langkah = (
        ("1. Isi", "Lembar berikutnya hanya memuat baris yang bermasalah. Isi sel berwarna saja; sel lain terkunci."),
        ("2. Pilih", "Sel berdaftar menampilkan panah. Keterangan muncul ketika sel dipilih, lengkap di kolom terakhir."),
        ("3. Boleh dilewati", "Biarkan sel yang benar atau belum diketahui. Yang dikosongkan ikut kosong di berkas asal."),
        ("4. NIP", "Ketik ke-18 angkanya tanpa spasi. Selnya sudah berformat Teks; jangan diubah."),
        ("5. Simpan", "sebagai .xlsx, dengan nama yang sama."),
        ("6. Terapkan", f'kinerja perbaikan terapkan "{asal.nama_perbaikan}" "{asal.berkas}" -o "{asal.nama_baru}"'),
    )  # fmt: skip
    r = 3
    for apa, kata in langkah:
        ws.write_string(r, 0, apa, gaya.tebal)
        ws.merge_range(r, 1, r, 3, kata, gaya.bungkus)
        ws.set_row(r, _tinggi([(kata, 130)]))
        r += 1
    ws.write_string(r + 1, 0, "Arti warna", gaya.tebal)
    ws.write_string(r + 1, 1, "GALAT: harus dibetulkan", gaya.contoh[Tingkat.GALAT])
    ws.write_string(r + 2, 1, "PERINGATAN: periksa dulu", gaya.contoh[Tingkat.PERINGATAN])
    r += 4
    if perbaikan.sisa:
        _sisa(ws, gaya, r, perbaikan.sisa)
    ws.set_landscape()
    ws.set_paper(9)
    ws.fit_to_pages(1, 0)
    ws.protect("", _BOLEH)


def _sisa(ws: Worksheet, gaya: _Gaya, r: int, sisa: Sequence[Temuan]) -> None:
    ws.write_string(r, 0, "Tidak dapat dibetulkan di sini; betulkan langsung di berkas asal:", gaya.tebal)
    for k, judul in enumerate(("Temuan", "Letak", "Apa", "Yang perlu dilakukan")):
        ws.write_string(r + 1, k, judul, gaya.kepala)
    for n, t in enumerate(sisa, r + 2):
        letak = f"{t.letak.lembar}!{t.letak.sel}".strip("!")
        for k, teks in enumerate((f"{t.tingkat} {t.kode}", letak or "seluruh berkas", t.pesan, t.saran)):
            ws.write_string(n, k, teks, gaya.nasihat)
        ws.set_row(n, _tinggi([(t.pesan, 56), (t.saran, 56)]))
