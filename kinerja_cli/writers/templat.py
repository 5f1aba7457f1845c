"""Workbooks to fill in: drop-downs, locked headings, NIPs as text, a guide in front; read back by kinerja as they are."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import pandas as pd
import xlsxwriter
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from kinerja_cli.core.angka import SKALA_BOBOT, cetak_angka, cetak_pendek
from kinerja_cli.core.aturan import Aturan
from kinerja_cli.core.kolom import ARAH, JUDUL, STATUS
from kinerja_cli.core.periode import Periode
from kinerja_cli.core.skema import BERAKHLAK, PEGAWAI

JENIS: Final[Mapping[str, str]] = {
    "lengkap": "semua lembar yang diperlukan aturan yang dipakai, dalam satu buku kerja",
    "pegawai": "daftar pegawai",
    "indikator": "indikator beserta bobot, arah, dan target",
    "realisasi": "realisasi, satu baris untuk setiap indikator",
    "realisasi-lebar": "realisasi, satu baris untuk setiap pegawai",
    "perilaku": "penilaian atasan: perilaku, dan bila aturannya memakai: hasil kerja, kinerja tambahan",
    "ide-baru": "ide baru, syarat predikat tertinggi",
}
"""The kinds of templates, and what each is for."""

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
class _Kolom:
    """One column to fill in: heading (a star means that it must be filled), width, help, and choices by name."""

    judul: str
    lebar: float
    bantuan: str
    wajib: bool = False
    pilihan: str = ""
    teks: bool = False
    kunci: bool = False


_NIP = _Kolom("NIP", 21, "18 angka, sebagai teks", wajib=True, teks=True)
_PEGAWAI = (
    _NIP,
    _Kolom("Nama", 32, "nama lengkap dengan gelar", wajib=True),
    _Kolom("Dinas", 40, "nama perangkat daerah, sama untuk semua pegawainya", wajib=True, pilihan="Dinas"),
    _Kolom("Jabatan", 32, "nama jabatan"),
    _Kolom("Jenis Jabatan", 16, "struktural, fungsional, atau pelaksana"),
    _Kolom("Golongan", 14, "golongan ruang, misalnya III/c"),
    _Kolom("Unit Kerja", 26, "bidang atau bagian"),
    _Kolom("NIP Penilai", 21, "NIP atasan yang menilai", teks=True),
    _Kolom("Status", 15, "kosong berarti aktif", pilihan="Status"),
    _Kolom("Mulai", 12, "bila bertugas hanya sebagian bulan: tanggal mulai, misalnya 15/01/2025"),
    _Kolom("Selesai", 12, "bila bertugas hanya sebagian bulan: tanggal selesai"),
)
_INDIKATOR = (
    _Kolom("Kode", 12, "kode singkat, misalnya DKC-01", wajib=True),
    _Kolom("Indikator", 44, "apa yang diukur", wajib=True),
    _Kolom("Aspek", 24, "pilih dari daftar", wajib=True, pilihan="Aspek"),
    _Kolom("Bobot", 9, "persen; jumlah bobot setiap orang tepat 100", wajib=True),
    _Kolom("Arah", 9, "naik: makin besar makin baik; turun: makin kecil makin baik", wajib=True, pilihan="Arah"),
    _Kolom("Target", 12, "angka target sebulan", wajib=True),
    _Kolom("Satuan", 12, "misalnya berkas, hari, persen"),
    _Kolom("Target Atas", 12, "hanya bila target berupa rentang: ujung atasnya"),
    _Kolom("Berlaku Untuk", 36, "dinas atau jabatan, dipisah titik koma; kosong berarti semua"),
)
_REALISASI = (
    _NIP,
    _Kolom("Nama", 32, "boleh kosong; memudahkan pemeriksaan"),
    _Kolom("Kode Indikator", 14, "kode dari lembar Indikator", wajib=True, pilihan="Kode"),
    _Kolom("Uraian Indikator", 44, "hanya untuk dibaca", kunci=True),
    _Kolom("Acuan Target", 20, "target dan satuannya, hanya untuk dibaca", kunci=True),
    _Kolom("Realisasi", 13, "angka hasil bulan ini; n/a bila indikatornya tidak berlaku bagi orang itu", wajib=True),
    _Kolom("Keterangan", 34, "alasan n/a, atau catatan lain"),
)
_IDE_BARU = (
    _NIP,
    _Kolom("Nama", 32, "boleh kosong"),
    _Kolom("Uraian", 60, "ide baru atau cara baru yang diciptakan bulan ini", wajib=True),
    _Kolom("Bukti", 40, "nomor surat, tautan, atau nama berkas"),
)
_TERBAIK = _Kolom("Hasil Terbaik", 12, "hanya bila diketahui: hasil terbaik yang mungkin, misalnya 100 untuk persen")
_TANPA_SEL: Final = frozenset({"sumber", "baris"})


def templat(jenis: str, isi: IsiTemplat) -> bytes:
    """Give a template's workbook.

    Args:
        jenis: a key of :data:`JENIS`.
        isi: what is filled in beforehand.
    """
    buku = _Buku(jenis, isi)
    lengkap = ("pegawai", "indikator", "realisasi", *(("perilaku",) if kolom_perilaku(isi.aturan) else ()), "ide-baru")
    for satu in lengkap if jenis == "lengkap" else (jenis,):
        _LEMBAR[satu](buku)
    return buku.tutup()


class _Buku:
    """A template under way: the guide stands in front, the lists behind, the sheets to fill in between."""

    def __init__(self, jenis: str, isi: IsiTemplat) -> None:
        self.isi = isi
        self._jenis = jenis
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
        self, nama: str, kolom: Sequence[_Kolom], baris: Iterable[Sequence[Sel]], catatan: Mapping[int, str] | None = None
    ) -> Worksheet:
        """Add a sheet to fill in.

        Args:
            nama: the sheet's name.
            kolom: its columns.
            baris: rows that are filled in beforehand.
            catatan: notes on headings, by column.
        """
        ws = self._buku.add_worksheet(nama)
        isi = self.isi
        for r in range(_BARIS_JUDUL):
            ws.set_row(r, None, self._polos)
        ws.write_string(0, 0, f"{nama} {isi.dinas}".strip(), self._judul)
        ws.write_string(1, 0, f"Periode: {isi.periode.nama if isi.periode else ''}".strip(), self._bulan)
        ws.write_string(2, 0, "Kolom biru tua wajib diisi. Judul kolom terkunci agar dikenali.", self._redup)
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
            elif k.judul.startswith("NIP"):
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
        self._langkah += [(k.judul + (" (wajib)" if k.wajib else ""), k.bantuan) for k in kolom]
        return ws

    def _gaya(self, k: _Kolom) -> xlsxwriter.format.Format:
        if k.kunci:
            return self._kunci
        if k.judul in ("Mulai", "Selesai"):
            return self._tanggal
        return self._teks if k.teks else self._bebas

    def _tulis(self, ws: Worksheet, r: int, i: int, nilai: Sel | pd.Timestamp, k: _Kolom) -> None:
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
        ws.write_string(0, 0, f"Petunjuk: {JENIS[self._jenis]}", self._judul)
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


def _pegawai(buku: _Buku) -> None:
    kolom = [k for k in PEGAWAI if k not in _TANPA_SEL]
    buku.lembar("Pegawai", _PEGAWAI, buku.isi.pegawai[kolom].itertuples(index=False))


def _indikator(buku: _Buku) -> None:
    baris = (
        (
            *(
                i.kode,
                i.indikator,
                i.aspek,
                i.bobot / SKALA_BOBOT,
                i.arah,
                i.target,
                i.satuan,
                i.target_atas,
                i.berlaku_untuk,
            ),
            *((i.terbaik,) if buku.isi.aturan.pita else ()),
        )
        for i in buku.isi.indikator.itertuples(index=False)
    )
    kolom = _INDIKATOR if buku.isi.aturan.pakai_bobot else tuple(_tanpa_bobot(k) for k in _INDIKATOR)
    buku.lembar("Indikator", (*kolom, *((_TERBAIK,) if buku.isi.aturan.pita else ())), baris)


def _tanpa_bobot(kolom: _Kolom) -> _Kolom:
    """Say of Bobot that the rule set weighs tasks equally; the column must be there all the same."""
    if kolom.judul != "Bobot":
        return kolom
    return replace(kolom, bantuan="isi angka lebih dari 0; aturan yang dipakai memberi bobot yang sama kepada setiap tugas")


def _acuan(target: float, target_atas: float, satuan: str) -> str:
    atas = f"–{cetak_angka(target_atas)}" if target_atas == target_atas else ""
    return f"{cetak_angka(target)}{atas} {satuan}".strip()


def _realisasi(buku: _Buku) -> None:
    isi = buku.isi
    gabung = isi.berlaku.merge(isi.pegawai[["nip", "nama"]], on="nip").merge(isi.indikator, left_on="i", right_index=True)
    baris = (
        (b.nip, b.nama, b.kode, b.indikator, _acuan(b.target, b.target_atas, b.satuan), None, "")
        for b in gabung.sort_values(["nip", "i"]).itertuples(index=False)
    )
    buku.lembar("Realisasi", _REALISASI, baris)


def _realisasi_lebar(buku: _Buku) -> None:
    isi = buku.isi
    kode = list(dict.fromkeys(isi.indikator["kode"]))
    catatan = {
        2 + kode.index(i.kode): f"{i.indikator}. Target {_acuan(i.target, i.target_atas, i.satuan)}, arah {i.arah}."
        for i in isi.indikator.itertuples(index=False)
    }
    kolom = (
        _NIP,
        _REALISASI[1],
        *(_Kolom(k, 12, "realisasi indikator ini; n/a bila tidak berlaku", wajib=True) for k in kode),
    )
    nip = sorted(isi.berlaku["nip"].unique())
    nama = dict(zip(isi.pegawai["nip"], isi.pegawai["nama"], strict=True))
    ws = buku.lembar("Realisasi", kolom, ((n, nama[n], *[None] * len(kode)) for n in nip), catatan)
    if not kode:
        buku.bebaskan_kanan(ws, len(kolom))
        return
    berlaku = set(zip(isi.berlaku["nip"], isi.berlaku["i"].map(isi.indikator["kode"]), strict=True))
    for r, n in enumerate(nip):
        for i, k in enumerate(kode, 2):
            if (n, k) not in berlaku:
                buku.kunci_sel(ws, r, i)


def kolom_perilaku(aturan: Aturan) -> tuple[_Kolom, ...]:
    """Give what a rater has to fill in under a rule set, besides NIP and name."""
    kolom: list[_Kolom] = []
    if aturan.matriks and not aturan.perlu_indikator:
        kolom.append(_Kolom("Hasil Kerja", 24, "sebutan hasil kerja; pilih dari daftar", wajib=True, pilihan="Sebutan"))
    if aturan.matriks:
        kolom.append(_Kolom("Perilaku", 24, "satu sebutan atas ketujuh nilai BerAKHLAK", wajib=True, pilihan="Sebutan"))
    if aturan.perilaku:
        skala = f"{cetak_pendek(aturan.perilaku.paling_rendah)} sampai {cetak_pendek(aturan.perilaku.paling_tinggi)}"
        kolom += [_Kolom(JUDUL[k], 16, f"angka {skala}; isi ketujuhnya, atau kosongkan semuanya") for k in BERAKHLAK]
        kolom.append(_Kolom("Perilaku", 12, f"satu nilai {skala}, bila ketujuh nilai tidak dirinci"))
    if aturan.tambahan:
        terbanyak = cetak_pendek(aturan.tambahan.nilai)
        kolom.append(_Kolom("Kinerja Tambahan", 18, f"angka yang ditetapkan penilai, paling banyak {terbanyak}"))
    return tuple(kolom)


def _perilaku(buku: _Buku) -> None:
    kolom = kolom_perilaku(buku.isi.aturan) or (_Kolom("Perilaku", 24, "aturan yang dipakai tidak memakai perilaku"),)
    orang = buku.isi.pegawai[["nip", "nama"]].itertuples(index=False)
    buku.lembar("Perilaku", (_NIP, _REALISASI[1], *kolom), ((o.nip, o.nama, *[None] * len(kolom)) for o in orang))


def _ide_baru(buku: _Buku) -> None:
    buku.lembar("Ide Baru", _IDE_BARU, ())


_LEMBAR: Final = {
    "pegawai": _pegawai,
    "indikator": _indikator,
    "realisasi": _realisasi,
    "realisasi-lebar": _realisasi_lebar,
    "perilaku": _perilaku,
    "ide-baru": _ide_baru,
}
