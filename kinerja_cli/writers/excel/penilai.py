"""The workbook of raters and units side by side."""

from __future__ import annotations

from kinerja_cli.core.penilai import PENILAI, TERLALU_SEDIKIT, Kelompok, LaporanPenilai, Sejabatan, cetak_delta
from kinerja_cli.writers.buku import Kolom, Nilai
from kinerja_cli.writers.excel.bulan import BukuBulan, persen


def buku_penilai(laporan: LaporanPenilai) -> bytes:
    """Give the workbook that lays raters and units side by side: Pertanyaan, Kelompok, Sejabatan, Metode."""
    buku = BukuBulan(laporan.konteks, "Perbandingan Penilai dan Unit")
    kolom = [Kolom("Penilai atau unit", 44), Kolom("Pokok", 26), Kolom("Pertanyaan", 90)]
    isi = ((p.kelompok, p.pokok, p.teks) for p in laporan.pertanyaan)
    buku.tabel("Pertanyaan", kolom, isi, keterangan=laporan.pembuka)
    kolom = [
        Kolom("Jenis", 11),
        Kolom("Penilai atau unit", 60),
        Kolom("Orang", 9, "bulat"),
        *(Kolom(judul, 11, "persen") for judul in ("Nilai tengah", "Terendah", "Tertinggi")),
        Kolom("Keterangan", 44),
    ]
    buku.tabel("Kelompok", kolom, map(_kelompok, laporan.kelompok))
    kolom = [
        Kolom("Jabatan", 34),
        Kolom("Penilai", 50),
        Kolom("Orang", 9, "bulat"),
        Kolom("Nilai tengah", 11, "persen"),
        Kolom("Orang pada penilai lain", 12, "bulat"),
        Kolom("Nilai tengahnya", 11, "persen"),
        Kolom("Delta Cliff", 26),
    ]
    buku.tabel("Sejabatan", kolom, map(_sejabatan, laporan.sejabatan), keterangan=" ".join(laporan.catatan))
    buku.metode()
    return buku.tutup()


def _kelompok(k: Kelompok) -> tuple[Nilai, ...]:
    keterangan = TERLALU_SEDIKIT if k.tengah is None else ""
    jenis = "Penilai" if k.jenis == PENILAI else "Unit kerja"
    return (jenis, k.sebutan, k.orang, persen(k.tengah), persen(k.terendah), persen(k.tertinggi), keterangan)


def _sejabatan(s: Sejabatan) -> tuple[Nilai, ...]:
    delta = f"{cetak_delta(s.delta)} ({s.arti})" if s.delta is not None else ""
    return (s.jabatan, s.penilai, s.orang, persen(s.tengah), s.orang_lain, persen(s.tengah_lain), delta)
