"""What locking, opening and taking back show on the terminal."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.text import Text

from kinerja_cli.core.jejak import BarisJejak
from kinerja_cli.core.periode import Periode


def terkunci(baris: BarisJejak, periode: Periode) -> RenderableType:
    """Say that the period is closed, and give the hash that is worth printing on paper."""
    return Group(
        Text(f"{periode.nama} terkunci (jejak nomor {baris.nomor}).", style="bold"),
        Text(f"sha256 jejak: {baris.sha256}"),
        Text(
            "Cetak atau catat angka ini di luar komputer: dengannya siapa pun dapat membuktikan bahwa jejaknya tidak diganti."
        ),
    )


def terbuka(periode: Periode) -> RenderableType:
    """Say that the period may be changed, and how that will show."""
    return Group(
        Text(f"{periode.nama} terbuka.", style="bold"),
        Text(f"Betulkan berkasnya, jalankan “kinerja hitung”, lalu “kinerja kunci {periode}”."),
        Text("Laporannya menyebut perubahan ini dan alasannya."),
    )


def dibatalkan(periode: Periode) -> RenderableType:
    """Say that the result before holds again."""
    return Text(f"Hitungan terakhir {periode.nama} dibatalkan; hasil sebelumnya berlaku lagi.", style="bold")
