"""What making and restoring a backup shows on the terminal."""

from __future__ import annotations

from pathlib import Path

from rich.console import Group, RenderableType
from rich.text import Text

from kinerja_cli.core.angka import cetak_bilangan
from kinerja_cli.core.cadangan import Daftar, HasilCadangan


def dibuat(hasil: HasilCadangan) -> RenderableType:
    """Say what is in the zip, what isn't, and what was taken out."""
    d = hasil.daftar
    baris = [
        Text(f"Cadangan utuh: {hasil.berkas}", style="bold"),
        Text(f"{cetak_bilangan(len(d.berkas))} berkas, {_periode(d)}; semuanya dibaca kembali dan cocok."),
        _jejak(d),
        Text(f"Surat serah terima untuk dicetak: {hasil.surat}"),
    ]
    if hasil.tidak_ikut:
        baris.append(Text(f"Tidak ikut, karena bukan bagian ruang kerja: {', '.join(hasil.tidak_ikut)}."))
    if hasil.dikeluarkan:
        rentang = f"{hasil.dikeluarkan[0]} sampai {hasil.dikeluarkan[-1]}"
        baris.append(Text(f"Dikeluarkan dari ruang kerja ({rentang}); laporannya tetap ada, dan jejaknya mencatatnya."))
    return Group(*baris)


def dipulihkan(daftar: Daftar, folder: Path) -> RenderableType:
    """Say what was restored, and what to compare with the letter."""
    return Group(
        Text(f"Pulih di {folder.absolute()}: {cetak_bilangan(len(daftar.berkas))} berkas, {_periode(daftar)}.", style="bold"),
        _jejak(daftar),
        Text("Bandingkan dengan surat serah terima. Lalu periksa: kinerja buktikan PERIODE."),
    )


def _periode(d: Daftar) -> str:
    semua = d.periode
    return f"{len(semua)} periode ({semua[0]} sampai {semua[-1]})" if semua else "belum ada periode"


def _jejak(d: Daftar) -> Text:
    nomor, sha256 = d.jejak
    return Text(f"Jejak audit sampai nomor {nomor}, sha256 {sha256}" if nomor else "Jejak audit masih kosong.")
