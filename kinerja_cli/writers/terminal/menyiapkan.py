"""What the preparing commands show on the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from kinerja_cli.core.aturan import KEPASTIAN, Aturan
from kinerja_cli.core.kata_aturan import dasar_aturan


def aturan(a: Aturan, penetapan: str) -> RenderableType:
    """Show a rule set as a person would explain it, each figure with its source and how sure it is."""
    tabel = Table(box=None, padding=(0, 2, 0, 0))
    for judul in ("Apa", "Ketentuan", "Dasar (kepastian)"):
        tabel.add_column(judul)
    for baris in dasar_aturan(a):
        tabel.add_row(*(Text(teks) for teks in baris))
    arti = [Text(f"  {nama}: {kata}", style="dim") for nama, kata in KEPASTIAN.items()]
    return Group(
        Text(f"{a.judul}  ({a.id})", style="bold"),
        Text(penetapan) if penetapan else Text(""),
        Text(a.uraian),
        "",
        tabel,
        "",
        Text("Arti kepastian:", style="dim"),
        *arti,
        Text(f"sha256 {a.sha256}", style="dim"),
    )


def daftar_aturan(semua: Sequence[Aturan], dipakai: str) -> RenderableType:
    """List the rule sets, the one in use marked."""
    baris = [Text(f"  {'→' if a.id == dipakai else ' '} {a.id}: {a.judul}") for a in semua]
    return Group(Text("Aturan yang ada:"), *baris)


def sesudah_contoh(folder: Path) -> RenderableType:
    """Say where the sample's reports are, and what to try."""
    return Group(
        Text(f"Contoh siap. Buka {folder / 'laporan'} di peramban, mulai dari index.html setiap bulan.", style="bold"),
        Text(f"Coba juga: kinerja jelaskan Ramadhani --ruang {folder} --periode 2025-01"),
    )


def sesudah_mulai(folder: Path, *, baru: bool) -> RenderableType:
    """Say where the ruang kerja is, and what to do next."""
    kata = "Ruang kerja siap" if baru else "Ruang kerja sudah ada; kinerja.toml tidak diubah"
    return Group(
        Text(f"{kata}: {folder.absolute()}", style="bold"),
        Text("Langkah berikutnya: isi nama instansi di kinerja.toml, buat lembar isian dengan “kinerja templat”,"),
        Text("lalu hitung dengan “kinerja hitung BERKAS...”."),
    )


def berkas_ditulis(berkas: Sequence[Path]) -> RenderableType:
    """List files that were written for the user."""
    return Group(Text("Ditulis:"), *(Text(f"  {b}") for b in berkas))
