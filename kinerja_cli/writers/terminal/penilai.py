"""Raters and units side by side on the terminal: the questions first, then the figures behind them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from kinerja_cli.core.angka import cetak_bilangan, cetak_persen
from kinerja_cli.core.penilai import (
    PENILAI,
    TERLALU_SEDIKIT,
    UNIT,
    Kelompok,
    LaporanPenilai,
    Sejabatan,
    cetak_delta,
)
from kinerja_cli.writers.terminal.bulanan import judul

_TERBANYAK_BARIS = 20


def penilai(laporan: LaporanPenilai) -> RenderableType:
    """Show a comparison."""
    bagian: list[RenderableType] = [judul(laporan.konteks), *_pertanyaan(laporan)]
    for jenis, kepala in ((PENILAI, "Penilai"), (UNIT, "Unit kerja")):
        milik = [k for k in laporan.kelompok if k.jenis == jenis]
        bagian += ["", Text(kepala, style="bold"), *_kelompok(milik)]
    if laporan.sejabatan:
        bagian += ["", Text("Jabatan yang sama pada penilai yang berbeda", style="bold"), *_sejabatan(laporan.sejabatan)]
    return Group(*bagian, *(Text(c, style="dim") for c in laporan.catatan))


def _pertanyaan(laporan: LaporanPenilai) -> Iterator[RenderableType]:
    yield Text(laporan.pembuka)
    for sebutan, semua in groupby(laporan.pertanyaan, key=lambda p: p.kelompok):
        yield Text(f"\n{sebutan}", style="bold")
        yield from (Padding(Text(p.teks), (0, 0, 0, 2)) for p in semua)


def _kelompok(semua: Sequence[Kelompok]) -> Iterator[RenderableType]:
    tabel = _tabel(
        ("Siapa", "left"), ("Orang", "right"), ("Nilai tengah", "right"), ("Terendah", "right"), ("Tertinggi", "right")
    )
    cukup = [k for k in semua if k.tengah is not None]
    for k in cukup[:_TERBANYAK_BARIS]:
        nilai = (cetak_persen(n) for n in (k.tengah, k.terendah, k.tertinggi) if n is not None)
        tabel.add_row(Text(k.sebutan), cetak_bilangan(k.orang), *nilai)
    if cukup:
        yield tabel
    yield from _sisa(len(cukup))
    sedikit = len(semua) - len(cukup)
    if sedikit:
        yield Text(f"  {cetak_bilangan(sedikit)} kelompok lain {TERLALU_SEDIKIT}.")


def _sisa(banyak: int) -> Iterator[RenderableType]:
    if banyak > _TERBANYAK_BARIS:
        yield Text(f"  dan {cetak_bilangan(banyak - _TERBANYAK_BARIS)} baris lain; semuanya ada dengan --format xlsx.")


def _sejabatan(semua: Sequence[Sejabatan]) -> Iterator[RenderableType]:
    tabel = _tabel(
        ("Jabatan", "left"), ("Penilai", "left"), ("Orang", "right"), ("Tengah", "right"), ("Orang lain", "right"),
        ("Tengahnya", "right"), ("Delta Cliff", "left"),
    )  # fmt: skip
    for s in semua[:_TERBANYAK_BARIS]:
        delta = f"{cetak_delta(s.delta)} ({s.arti})" if s.delta is not None else "–"
        angka = (str(s.orang), cetak_persen(s.tengah), str(s.orang_lain), cetak_persen(s.tengah_lain))
        tabel.add_row(Text(s.jabatan), Text(s.penilai), *angka, delta)
    yield tabel
    yield from _sisa(len(semua))


def _tabel(*kolom: tuple[str, str]) -> Table:
    tabel = Table(box=None, padding=(0, 2, 0, 0))
    for nama, rata in kolom:
        tabel.add_column(nama, justify="right" if rata == "right" else "left")
    return tabel
