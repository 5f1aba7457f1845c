"""Registers as text tables, read as ``kinerja layanan`` reads them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from bantu import lembar

from kinerja_cli.core.layanan.batas import Batas
from kinerja_cli.core.layanan.jangka import Jangka, jangka_dari_teks
from kinerja_cli.core.layanan.laporan import Bahan, LaporanLayanan, cakupan_register, susun_laporan
from kinerja_cli.core.layanan.periksa import Terperiksa, periksa
from kinerja_cli.core.layanan.register import Register, baca_register
from kinerja_cli.core.periode import Periode
from kinerja_cli.core.temuan import Temuan
from kinerja_cli.readers.layanan import bawaan_layanan, kalender_kantor

HARI_INI = dt.date(2025, 12, 31)
KALENDER = kalender_kantor({}, [2024, 2025, 2026])
BATAS = replace(bawaan_layanan().batas, ulangan=999)
STANDAR = """
    Jenis Layanan | Standar | Satuan
    KTP-el | 3 | hari kerja
    Legalisir | 30 | menit
"""


def register(*tabel: str) -> Register:
    """Read sheets named S1, S2, ..."""
    return baca_register([lembar(teks, f"S{i}") for i, teks in enumerate(tabel, 1)])


def diperiksa(*tabel: str, batas: Batas = BATAS) -> Terperiksa:
    return periksa(register(*tabel), HARI_INI, batas)


def laporan(
    *tabel: str, periode: Periode | None = None, banding: tuple[str, str] | None = None, batas: Batas = BATAS
) -> LaporanLayanan:
    isi = diperiksa(*tabel, batas=batas)
    bahan = Bahan("Pemerintah Kabupaten Bungo", KALENDER, bawaan_layanan().dasar, batas, (), "uji")
    dua = (jangka(banding[0]), jangka(banding[1])) if banding else None
    return susun_laporan(isi, cakupan_register(isi.register, periode), dua, bahan)


def jangka(teks: str) -> Jangka:
    hasil = jangka_dari_teks(teks)
    assert hasil
    return hasil


def kode(temuan: tuple[Temuan, ...]) -> list[tuple[str, str]]:
    """Codes with sheet and cell, but for the notes on rows passed over and open documents."""
    return sorted((t.kode, f"{t.letak.lembar}!{t.letak.sel}") for t in temuan if t.kode not in ("L04", "T14"))
