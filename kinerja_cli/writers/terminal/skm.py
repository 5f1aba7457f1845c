"""A survey's result on the terminal."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from kinerja_cli.core.angka import cetak_bilangan, cetak_persen
from kinerja_cli.core.skm.hitung import IndeksSkm
from kinerja_cli.core.skm.laporan import LaporanSkm, cetak_nrr


def hasil(laporan: LaporanSkm) -> RenderableType:
    """Show the index, every unsur, the services, and the two that most want mending."""
    h = laporan.hasil
    kepala = Text("Survei Kepuasan Masyarakat", style="bold")
    kepala.append("".join(f" · {t}" for t in (laporan.nama, laporan.periode) if t), style="not bold")
    if h.nilai is None or h.kategori is None:
        return Group(kepala, Text("Tidak ada jawaban yang dapat dihitung.", style="bold red"))
    indeks = Text(f"Indeks {cetak_persen(h.nilai)}, mutu {h.kategori.mutu} ({h.kategori.nama})", style="bold")
    indeks.append(f", {cetak_bilangan(h.responden)} responden", style="not bold")
    baris: list[RenderableType] = [kepala, indeks, Text(laporan.kata_selang), Text(laporan.kata_sampel)]
    if laporan.lalu:
        baris.append(Text(f"Dibanding survei lalu ({cetak_persen(laporan.lalu.lama.nilai or 0)}): {laporan.lalu.kata}."))
    baris += ["", Padding(_unsur(h), (0, 0, 0, 2)), Text(laporan.kata_bobot, style="dim")]
    if laporan.layanan:
        baris += ["", Padding(_layanan(laporan), (0, 0, 0, 2))]
    baris += ["", Text("Yang paling perlu dibenahi:")]
    baris += [Padding(Text(f"{u.unsur.nama}. {u.unsur.perbaikan}"), (0, 0, 0, 2)) for u in h.terendah]
    return Group(*baris)


def _unsur(h: IndeksSkm) -> Table:
    tabel = Table(box=None, padding=(0, 2, 0, 0))
    tabel.add_column("Unsur")
    for judul in ("NRR", "Indeks"):
        tabel.add_column(judul, justify="right")
    tabel.add_column("Mutu")
    for u in h.unsur:
        tabel.add_row(u.unsur.nama, cetak_nrr(u.nrr), cetak_persen(u.indeks), f"{u.kategori.mutu} {u.kategori.nama}")
    return tabel


def _layanan(laporan: LaporanSkm) -> Table:
    tabel = Table(box=None, padding=(0, 2, 0, 0))
    tabel.add_column("Layanan")
    for judul in ("Responden", "Indeks"):
        tabel.add_column(judul, justify="right")
    tabel.add_column("Mutu")
    for s in laporan.layanan:
        mutu = f"{s.kategori.mutu} {s.kategori.nama}" if s.kategori else ""
        tabel.add_row(s.nama, cetak_bilangan(s.responden), "–" if s.nilai is None else cetak_persen(s.nilai), mutu)
    return tabel
