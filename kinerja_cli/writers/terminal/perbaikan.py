"""Repair workbooks on the terminal: what was written, what they can't mend, and what was merged back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from kinerja_cli.core.angka import cetak_bilangan
from kinerja_cli.core.penerapan import Penerapan, Penolakan, Perubahan, cetak_isi
from kinerja_cli.core.perbaikan import Perbaikan
from kinerja_cli.core.temuan import Temuan
from kinerja_cli.writers.terminal.temuan import temuan as daftar_temuan
from kinerja_cli.writers.terminal.utuh import utuh


def sesudah_buat(tertulis: Sequence[tuple[Path, Perbaikan]], sisa: Sequence[Temuan]) -> Iterator[RenderableType]:
    """List the repair workbooks, what none of them mends, and how to go on."""
    if sisa:
        kepala = Text("Tidak dapat dibetulkan lewat berkas perbaikan", style="bold")
        yield Group(kepala, Text("(sebagian hilang sendiri bila yang lain sudah dibetulkan):"), daftar_temuan(sisa))
    if not tertulis:
        kata = "betulkan langsung di berkasnya." if sisa else "tidak ada yang perlu dibetulkan."
        yield Text(f"Tidak ada berkas perbaikan yang ditulis: {kata}")
        return
    baris = [
        Text(f"  {jalur}: {cetak_bilangan(p.banyak_baris)} baris, {cetak_bilangan(len(p.terbuka))} sel untuk diperiksa")
        for jalur, p in tertulis
    ]
    jalur, p = tertulis[0]
    yield Group(
        Text("Ditulis:", style="bold"),
        *baris,
        Text("Langkah berikutnya: isi sel berwarna di berkas itu, simpan, lalu jalankan"),
        utuh(f'  kinerja perbaikan terapkan "{jalur}" "{p.asal.berkas}" -o "{p.asal.nama_baru}"'),
    )


def sesudah_terapkan(hasil: Penerapan, tertulis: Path | None, *, nilai_saja: bool, berumus: bool) -> Iterator[RenderableType]:
    """Show each change as old → new, what was left out, and how to go on."""
    if hasil.diabaikan:
        yield Group(Text("Tidak dipakai:", style="bold yellow"), *map(_satu_penolakan, hasil.diabaikan))
    if hasil.penolakan:
        yield Group(Text("Tidak dapat diterapkan:", style="bold red"), *map(_satu_penolakan, hasil.penolakan))
        yield Text(
            "Tidak ada yang ditulis. Betulkan yang disebut di atas, atau buat berkas perbaikan baru.", style="bold red"
        )
    elif tertulis is None:
        yield Text("Tidak ada yang berubah: semua sel masih seperti semula, jadi tidak ada yang ditulis.")
    else:
        yield _tabel(hasil.perubahan)
        bagian = [Text(f"Ditulis: {tertulis} ({cetak_bilangan(len(hasil.perubahan))} sel berganti)", style="bold")]
        if nilai_saja:
            bagian.append(
                Text("Bentuk berkas asal tidak dapat dipertahankan; yang baru hanya memuat nilai selnya.", "yellow")
            )
        if berumus:
            bagian.append(Text("Berkas ini memuat rumus: buka dan simpan sekali, supaya hasilnya ikut berganti.", "yellow"))
        yield Group(*bagian, utuh(f'Langkah berikutnya: kinerja validasi "{tertulis}"'))


def _tabel(perubahan: Sequence[Perubahan]) -> RenderableType:
    tabel = Table(box=None, padding=(0, 2, 0, 0))
    for judul in ("Sel", "Kolom", "Baris", "Lama → Baru"):
        tabel.add_column(judul, overflow="fold")
    for p in perubahan:
        sel = f"{p.letak.lembar}!{p.letak.sel}".removeprefix("!")
        tabel.add_row(*map(Text, (sel, p.kolom, p.siapa, f"{cetak_isi(p.lama)} → {cetak_isi(p.baru)}")))
    return tabel


def _satu_penolakan(p: Penolakan) -> RenderableType:
    return Text(f"  {p.letak}{f' ({p.siapa})' if p.siapa else ''}: {p.sebab}.")
