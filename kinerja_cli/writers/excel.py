"""Report workbooks, by XlsxWriter: text is never taken for a formula, and the same report gives the same bytes."""

from __future__ import annotations

import datetime as dt
import io
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from kinerja_cli.core import angka
from kinerja_cli.core.laporan import (
    KERAHASIAAN,
    SEBUTAN_STATUS,
    BarisIndikator,
    Konteks,
    LaporanDaerah,
    LaporanDinas,
    Orang,
    Ringkasan,
    dasar_aturan,
)
from kinerja_cli.core.lembar import SIFAT, SIFAT_LAPORAN
from kinerja_cli.core.penilai import PENILAI, TERLALU_SEDIKIT, Kelompok, LaporanPenilai, Sejabatan, cetak_delta
from kinerja_cli.core.telaah import Telaah
from kinerja_cli.core.tepi import Tepi

Nilai = str | int | float | None

_POKOK, _GARIS, _DASAR = "#0B4F6C", "#D9DDE3", "#EEF2F5"
_WARNA_PREDIKAT = ("#0F6B4F", "#2E7D32", "#8A6100", "#B5480D", "#A31621")
_BARIS_KEPALA = 6
_TINGGI_TEKS = 15


@dataclass(frozen=True)
class _Kolom:
    """One column of a sheet: heading, width in characters, and the format's name."""

    judul: str
    lebar: float
    gaya: str = "teks"


_NILAI = [_Kolom("Nilai", 9, "persen"), _Kolom("Predikat", 14)]
_ORANG = [_Kolom("NIP", 20), _Kolom("Nama", 28), _Kolom("Jabatan", 28), _Kolom("Golongan", 14)]
_RINCIAN = [
    _Kolom("NIP", 20),
    _Kolom("Nama", 22),
    _Kolom("Kode", 10),
    _Kolom("Indikator", 30),
    _Kolom("Aspek", 15),
    _Kolom("Arah", 7),
    _Kolom("Target", 10, "angka"),
    _Kolom("Target Atas", 8, "angka"),
    _Kolom("Satuan", 10),
    _Kolom("Realisasi", 10, "angka"),
    _Kolom("Cara menghitung capaian", 30),
    _Kolom("Capaian", 9, "persen"),
    _Kolom("Bobot", 8, "bobot"),
    _Kolom("Capaian × bobot ÷ 100", 11, "tertimbang"),
    _Kolom("Keterangan", 18),
    _Kolom("Asal", 30),
]
_TEPI = [
    _Kolom("NIP", 20),
    _Kolom("Nama", 28),
    *_NILAI,
    _Kolom("Batas", 14),
    _Kolom("Mulai", 9, "persen"),
    _Kolom("Selisih", 9, "selisih"),
    _Kolom("Yang dapat mengubahnya", 80),
]


def buku_dinas(laporan: LaporanDinas) -> bytes:
    """Give the workbook of a dinas: Ringkasan, Pegawai, Rincian, Belum Dinilai, Garis Batas, Metode."""
    buku = _Buku(laporan.konteks, f"Laporan Kinerja {laporan.dinas}")
    buku.ringkasan(laporan.ringkasan)
    buku.tanda_tangan(laporan.dinas)
    aspek = [_Kolom(a, 13, "persen") for a in laporan.konteks.aturan.aspek]
    kolom = [
        _Kolom("Peringkat", 9, "bulat"),
        *_ORANG,
        _Kolom("Unit Kerja", 24),
        *aspek,
        *_NILAI,
        _Kolom("Peringkat se-daerah", 11, "bulat"),
        _Kolom("Catatan", 28),
    ]
    buku.tabel("Pegawai", kolom, (_orang_dinas(o) for o in laporan.dinilai))
    buku.rincian(laporan.dinilai + laporan.belum)
    buku.tabel("Belum Dinilai", [*_ORANG, _Kolom("Keadaan", 16), _Kolom("Alasan", 70)], map(_belum, laporan.belum))
    buku.tabel("Garis Batas", _TEPI, (_tepi(t)[:2] + _tepi(t)[3:] for t in laporan.telaah.tepi), laporan.telaah.ringkas)
    buku.metode(laporan.telaah)
    return buku.tutup()


def buku_rekap(laporan: LaporanDaerah) -> bytes:
    """Give the workbook of the regency: Ringkasan, Dinas, Pegawai, Belum Dinilai, Garis Batas, Metode."""
    buku = _Buku(laporan.konteks, f"Rekap Kinerja {laporan.konteks.instansi}")
    buku.ringkasan(laporan.ringkasan)
    aturan = laporan.konteks.aturan
    aspek = [_Kolom(a, 13, "persen") for a in aturan.aspek]
    kolom = [
        _Kolom("Dinas", 50),
        *(_Kolom(judul, 10, "bulat") for judul in ("Pegawai", "Dinilai", "Belum dinilai")),
        _Kolom("Rata-rata nilai", 10, "persen"),
        *aspek,
        *(_Kolom(p.nama, 9, "bulat") for p in aturan.predikat),
    ]
    buku.tabel("Dinas", kolom, map(_dinas, laporan.dinas))
    kolom = [
        _Kolom("Peringkat", 9, "bulat"),
        *_ORANG,
        _Kolom("Dinas", 40),
        *aspek,
        *_NILAI,
        _Kolom("Peringkat di dinas", 10, "bulat"),
        _Kolom("Catatan", 28),
    ]
    buku.tabel("Pegawai", kolom, (_orang_daerah(o) for o in laporan.dinilai))
    kolom = [*_ORANG, _Kolom("Dinas", 40), _Kolom("Keadaan", 16), _Kolom("Alasan", 70)]
    buku.tabel("Belum Dinilai", kolom, ((*_belum(o)[:4], o.dinas, *_belum(o)[4:]) for o in laporan.belum))
    kolom = [*_TEPI[:2], _Kolom("Dinas", 40), *_TEPI[2:]]
    buku.tabel("Garis Batas", kolom, map(_tepi, laporan.telaah.tepi), laporan.telaah.ringkas)
    buku.metode(laporan.telaah)
    return buku.tutup()


def buku_penilai(laporan: LaporanPenilai) -> bytes:
    """Give the workbook that lays raters and units side by side: Pertanyaan, Kelompok, Sejabatan, Metode."""
    buku = _Buku(laporan.konteks, "Perbandingan Penilai dan Unit")
    kolom = [_Kolom("Penilai atau unit", 44), _Kolom("Pokok", 26), _Kolom("Pertanyaan", 90)]
    isi = ((p.kelompok, p.pokok, p.teks) for p in laporan.pertanyaan)
    buku.tabel("Pertanyaan", kolom, isi, laporan.pembuka)
    kolom = [
        _Kolom("Jenis", 11),
        _Kolom("Penilai atau unit", 60),
        _Kolom("Orang", 9, "bulat"),
        *(_Kolom(judul, 11, "persen") for judul in ("Nilai tengah", "Terendah", "Tertinggi")),
        _Kolom("Keterangan", 44),
    ]
    buku.tabel("Kelompok", kolom, map(_kelompok, laporan.kelompok))
    kolom = [
        _Kolom("Jabatan", 34),
        _Kolom("Penilai", 50),
        _Kolom("Orang", 9, "bulat"),
        _Kolom("Nilai tengah", 11, "persen"),
        _Kolom("Orang pada penilai lain", 12, "bulat"),
        _Kolom("Nilai tengahnya", 11, "persen"),
        _Kolom("Delta Cliff", 26),
    ]
    buku.tabel("Sejabatan", kolom, map(_sejabatan, laporan.sejabatan), " ".join(laporan.catatan))
    buku.metode()
    return buku.tutup()


def _kelompok(k: Kelompok) -> tuple[Nilai, ...]:
    keterangan = TERLALU_SEDIKIT if k.tengah is None else ""
    jenis = "Penilai" if k.jenis == PENILAI else "Unit kerja"
    return (jenis, k.sebutan, k.orang, _persen(k.tengah), _persen(k.terendah), _persen(k.tertinggi), keterangan)


def _sejabatan(s: Sejabatan) -> tuple[Nilai, ...]:
    delta = f"{cetak_delta(s.delta)} ({s.arti})" if s.delta is not None else ""
    return (s.jabatan, s.penilai, s.orang, _persen(s.tengah), s.orang_lain, _persen(s.tengah_lain), delta)


def _persen(seperseratus: int | None) -> float | None:
    return None if seperseratus is None else seperseratus / 100


def _orang_dinas(o: Orang) -> tuple[Nilai, ...]:
    aspek = map(_persen, o.aspek)
    kepala = (o.peringkat_dinas, o.nip, o.nama, o.jabatan, o.golongan, o.unit_kerja)
    return (*kepala, *aspek, _persen(o.nilai), o.predikat, o.peringkat, o.catatan)


def _orang_daerah(o: Orang) -> tuple[Nilai, ...]:
    aspek = map(_persen, o.aspek)
    kepala = (o.peringkat, o.nip, o.nama, o.jabatan, o.golongan, o.dinas)
    return (*kepala, *aspek, _persen(o.nilai), o.predikat, o.peringkat_dinas, o.catatan)


def _belum(o: Orang) -> tuple[Nilai, ...]:
    return (o.nip, o.nama, o.jabatan, o.golongan, SEBUTAN_STATUS[o.status], o.alasan)


def _tepi(t: Tepi) -> tuple[Nilai, ...]:
    garis = (t.batas.nama, _persen(t.batas.mulai), _persen(t.selisih))
    return (t.nip, t.nama, t.dinas, _persen(t.nilai), t.predikat, *garis, t.cara)


def _dinas(r: Ringkasan) -> tuple[Nilai, ...]:
    aspek = (_persen(n) for _, n in r.aspek)
    return (r.nama, r.orang, r.dinilai, r.orang - r.dinilai, _persen(r.rata_rata), *aspek, *(n for _, n in r.predikat))


def _indikator(o: Orang, b: BarisIndikator) -> tuple[Nilai, ...]:
    return (
        o.nip,
        o.nama,
        b.kode,
        b.indikator,
        b.aspek,
        b.arah,
        b.target,
        b.target_atas,
        b.satuan,
        b.realisasi,
        b.cara,
        _persen(b.capaian) if b.ada_capaian else None,
        b.bobot / angka.SKALA_BOBOT,
        b.tertimbang / 10**angka.SKALA_TERTIMBANG if b.ada_capaian else None,
        b.keterangan,
        b.letak,
    )


def _jumlah(o: Orang) -> tuple[Nilai, ...]:
    """The row beneath a person's indicators: the sum, the divisor, and what follows from them."""
    kepala: tuple[Nilai, ...] = (o.nip, o.nama, "JUMLAH", *[""] * 7)
    if not o.dinilai:
        return (*kepala, f"{SEBUTAN_STATUS[o.status]}: {o.alasan}", None, None, None, "", "")
    jumlah, pembagi = o.jumlah_tertimbang / 10**angka.SKALA_TERTIMBANG, o.pembagi / angka.SKALA_BOBOT
    cara = f"Nilai = {angka.cetak_tertimbang(o.jumlah_tertimbang)} ÷ {angka.cetak_bobot(o.pembagi)} × 100"
    return (*kepala, cara, _persen(o.nilai), pembagi, jumlah, o.predikat, "")


class _Buku:
    """A report workbook under way: sheets are added from front to back, then :meth:`tutup` gives the bytes."""

    def __init__(self, konteks: Konteks, judul: str) -> None:
        self._konteks, self._judul = konteks, judul
        self._wadah = io.BytesIO()
        self._buku = xlsxwriter.Workbook(self._wadah, {"in_memory": True})
        self._buku.set_properties(
            {
                "title": f"{judul} {konteks.periode.nama}",
                "author": konteks.instansi,
                "comments": f"{KERAHASIAAN} {konteks.jejak}",
                "created": dt.datetime.combine(konteks.periode.hari_terakhir, dt.time()),
            }
        )
        self._buku.set_custom_property(SIFAT, SIFAT_LAPORAN)
        sel = {"valign": "top", "border": 1, "border_color": _GARIS}
        gaya: dict[str, dict[str, object]] = {
            "judul": {"bold": True, "font_size": 15, "font_color": _POKOK},
            "besar": {"font_size": 12},
            "redup": {"font_color": "#5A6472"},
            "rahasia": {"italic": True, "font_color": "#A31621"},
            "bagian": {"bold": True, "font_size": 12, "bottom": 2, "bottom_color": _POKOK},
            "tebal": {"bold": True},
            "kepala": {
                "bold": True, "font_color": "#FFFFFF", "bg_color": _POKOK, "text_wrap": True, "valign": "vcenter",
                "border": 1, "border_color": _GARIS,
            },
            "teks": {**sel, "text_wrap": True, "align": "left", "indent": 1},
            "bulat": {**sel, "num_format": "#,##0", "align": "center"},
            "persen": {**sel, "num_format": "#,##0.00"},
            "selisih": {**sel, "num_format": "+0.00;-0.00;0.00"},
            "bobot": {**sel},
            "angka": {**sel},
            "tertimbang": {**sel, "num_format": "0.00######"},
        }  # fmt: skip
        self._gaya = {nama: self._buku.add_format(isi) for nama, isi in gaya.items()}
        jumlah = {"bold": True, "bg_color": _DASAR}
        self._gaya_jumlah = {
            nama: self._buku.add_format({**gaya[nama], **jumlah})
            for nama in ("teks", "persen", "bobot", "angka", "tertimbang")
        }

    def ringkasan(self, r: Ringkasan) -> None:
        """Add the front sheet: counts, categories and aspects, each with a chart."""
        ws = self._lembar("Ringkasan", mendatar=False)
        ws.set_column(0, 0, 34)
        ws.set_column(1, 1, 12)
        ws.set_column(2, 6, 11)
        baris = self._bagian(ws, _BARIS_KEPALA, "Pegawai", [("Seluruhnya", r.orang), *self._menurut_status(r)], "bulat")
        ws.write_string(baris, 0, "Rata-rata nilai", self._gaya["teks"])
        self._tulis(ws, baris, 1, _persen(r.rata_rata), self._gaya["persen"])
        mulai = baris + 3
        akhir = self._bagian(ws, mulai - 1, "Predikat", r.predikat, "bulat")
        warna = [{"fill": {"color": _WARNA_PREDIKAT[min(i, 4)]}} for i in range(len(r.predikat))]
        self._bagan(ws, "Predikat (orang)", mulai, akhir - 1, warna, None)
        mulai = max(akhir + 3, mulai + 12)
        akhir = self._bagian(ws, mulai - 1, "Rata-rata setiap aspek", [(a, _persen(n)) for a, n in r.aspek], "persen")
        puncak = self._konteks.aturan.capaian_tertinggi.nilai / 100
        self._bagan(ws, "Rata-rata setiap aspek", mulai, akhir - 1, [{"fill": {"color": _POKOK}}] * len(r.aspek), puncak)
        self._akhir = max(akhir, mulai + 10)
        self._depan = ws

    @staticmethod
    def _menurut_status(r: Ringkasan) -> list[tuple[str, int]]:
        return [(SEBUTAN_STATUS[s].capitalize(), n) for s, n in r.status]

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

    def tanda_tangan(self, dinas: str) -> None:
        """Add the signature block to the front sheet."""
        siapa = self._konteks.kepala.get(dinas)
        titik = "…" * 18
        baris = (
            f"{self._konteks.tempat or titik}, {titik}",
            siapa.jabatan if siapa else f"Kepala {dinas}",
            "",
            "",
            "",
            siapa.nama if siapa else titik,
            f"NIP {siapa.nip if siapa else titik}",
        )
        for i, teks in enumerate(baris, self._akhir + 2):
            self._depan.write_string(i, 3, teks)

    def tabel(self, nama: str, kolom: Sequence[_Kolom], isi: Iterable[Sequence[Nilai]], keterangan: str = "") -> None:
        """Add a sheet with one table, filtered, frozen, its heading repeated on every printed page."""
        ws = self._kepala_tabel(nama, kolom)
        ws.write_string(_BARIS_KEPALA - 1, 0, keterangan)
        gaya = [self._gaya[k.gaya] for k in kolom]
        baris = _BARIS_KEPALA
        for baris, nilai in enumerate(isi, _BARIS_KEPALA + 1):
            self._baris(ws, baris, nilai, kolom, gaya)
        ws.autofilter(_BARIS_KEPALA, 0, baris, len(kolom) - 1)

    def rincian(self, orang: Iterable[Orang]) -> None:
        """Add every operand of everybody's sum, with the sum beneath each person's indicators."""
        ws = self._kepala_tabel("Rincian", _RINCIAN)
        gaya = [self._gaya[k.gaya] for k in _RINCIAN]
        gaya_jumlah = [self._gaya_jumlah[k.gaya] for k in _RINCIAN]
        baris = _BARIS_KEPALA
        for o in orang:
            if not o.rincian:
                continue
            semua = [(_indikator(o, b), gaya) for b in o.rincian]
            for isi, g in [*semua, (_jumlah(o), gaya_jumlah)]:
                baris += 1
                self._baris(ws, baris, isi, _RINCIAN, g)
        ws.autofilter(_BARIS_KEPALA, 0, baris, len(_RINCIAN) - 1)

    def metode(self, telaah: Telaah | None = None) -> None:
        """Add what is computed, by which article, what proves this result, and whom another rounding would move."""
        kolom = [_Kolom("Apa", 34), _Kolom("Ketentuan", 56), _Kolom("Dasar (kepastian)", 56)]
        ws = self._kepala_tabel("Metode", kolom)
        baris = _BARIS_KEPALA
        for baris, isi in enumerate(dasar_aturan(self._konteks.aturan), _BARIS_KEPALA + 1):
            self._baris(ws, baris, isi, kolom, [self._gaya["teks"]] * 3)
        k = self._konteks
        bukti = (
            ("Uraian", k.aturan.uraian),
            ("Aturan", f"{k.aturan.id}, sha256 {k.aturan.sha256}"),
            ("Versi", f"kinerja {k.versi}"),
            ("Jejak audit", k.jejak),
        )
        for b, (apa, isi_bukti) in enumerate(bukti, baris + 2):
            ws.write_string(b, 0, apa, self._gaya["teks"])
            ws.merge_range(b, 1, b, 2, isi_bukti, self._gaya["teks"])
        ws.set_row(baris + 2, 45)
        if telaah is None:
            return
        baris += len(bukti) + 3
        for i, judul in enumerate(("Bila dibulatkan dengan cara lain", "Yang predikatnya berubah", "Dari dan menjadi")):
            ws.write_string(baris, i, judul, self._gaya["kepala"])
        for b, isi in enumerate(telaah.daftar_saksi(), baris + 1):
            self._baris(ws, b, isi, kolom, [self._gaya["teks"]] * 3)

    def tutup(self) -> bytes:
        """Finish the workbook."""
        self._buku.close()
        return self._wadah.getvalue()

    def _lembar(self, nama: str, *, mendatar: bool) -> Worksheet:
        k = self._konteks
        ws = self._buku.add_worksheet(nama)
        ws.hide_gridlines(2)
        ws.set_paper(9)
        if mendatar:
            ws.set_landscape()
        ws.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.8)
        ws.fit_to_pages(1, 0)
        bawah = f"{KERAHASIAAN} kinerja {k.versi}".replace("&", "&&")
        ws.set_footer(f"&L&8{bawah}&R&8&P / &N")
        ditetapkan = f" · {k.penetapan}" if k.penetapan else ""
        kepala = (
            (k.instansi.upper(), "redup"),
            (self._judul, "judul"),
            (k.periode.nama, "besar"),
            (f"{k.aturan.judul}{ditetapkan}", "redup"),
            (KERAHASIAAN, "rahasia"),
        )
        for baris, (teks, gaya) in enumerate(kepala):
            ws.write_string(baris, 0, teks, self._gaya[gaya])
        ws.set_row(1, 22)
        return ws

    def _kepala_tabel(self, nama: str, kolom: Sequence[_Kolom]) -> Worksheet:
        ws = self._lembar(nama, mendatar=True)
        ws.set_row(_BARIS_KEPALA, 32)
        for i, k in enumerate(kolom):
            ws.set_column(i, i, k.lebar)
            ws.write_string(_BARIS_KEPALA, i, k.judul, self._gaya["kepala"])
        ws.freeze_panes(_BARIS_KEPALA + 1, 0)
        ws.repeat_rows(_BARIS_KEPALA)
        return ws

    def _baris(
        self, ws: Worksheet, baris: int, isi: Sequence[Nilai], kolom: Sequence[_Kolom], gaya: Sequence[Format]
    ) -> None:
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
