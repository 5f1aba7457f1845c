"""Workbooks to fill in: drop-downs, locked headings, NIPs as text, a guide in front; read back by kinerja as they are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kinerja_cli.writers.templat.buku import Buku, IsiTemplat
from kinerja_cli.writers.templat.lembar import LEMBAR, kolom_perilaku

__all__ = ["JENIS", "IsiTemplat", "templat"]

JENIS: Final[Mapping[str, str]] = {
    "lengkap": "semua lembar yang diperlukan aturan yang dipakai, dalam satu buku kerja",
    "pegawai": "daftar pegawai",
    "indikator": "indikator beserta bobot, arah, dan target",
    "realisasi": "realisasi, satu baris untuk setiap indikator",
    "realisasi-lebar": "realisasi, satu baris untuk setiap pegawai",
    "perilaku": "penilaian atasan: perilaku, dan bila aturannya memakai: hasil kerja, kinerja tambahan",
    "ide-baru": "ide baru, syarat predikat tertinggi",
    "inovasi": "register inovasi: tahap, bukti, dan pemilik setiap inovasi",
}
"""The kinds of templates, and what each is for."""


def templat(jenis: str, isi: IsiTemplat) -> bytes:
    """Give a template's workbook.

    Args:
        jenis: a key of :data:`JENIS`.
        isi: what is filled in beforehand.
    """
    buku = Buku(JENIS[jenis], isi)
    lengkap = ("pegawai", "indikator", "realisasi", *(("perilaku",) if kolom_perilaku(isi.aturan) else ()), "ide-baru")
    for satu in lengkap if jenis == "lengkap" else (jenis,):
        LEMBAR[satu](buku)
    return buku.tutup()
