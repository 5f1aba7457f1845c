"""What a what-if shows: who would be moved, and how far."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from kinerja_cli.core.andai import Banding, Gerak
from kinerja_cli.core.angka import cetak_bilangan, cetak_persen
from kinerja_cli.core.periode import Periode

_TERBANYAK_ORANG = 30


def andai(periode: Periode, kini: str, lain: str, banding: Banding) -> RenderableType:
    """Show how many change category, in which dinas, who they are, and the largest moves."""
    judul = Text(f"Andai-andai {periode.nama}", style="bold")
    judul.append("  tidak ada yang disimpan", style="not bold")
    bagian: list[RenderableType] = [judul, Text(f"  Kini : {kini}"), Text(f"  Andai: {lain}"), ""]
    berganti = banding.berganti
    semua = cetak_bilangan(len(banding.orang))
    bagian.append(Text(f"{cetak_bilangan(len(berganti))} dari {semua} orang berganti predikat.", style="bold"))
    for dinas, banyak, n in banding.menurut_dinas:
        if n:
            milik = [g for g in berganti if g.dinas == dinas]
            bagian += ["", Text(f"{dinas}: {cetak_bilangan(n)} dari {cetak_bilangan(banyak)} orang"), *_sebagian(milik)]
    if not any(g.selisih is not None for g in banding.orang):
        return Group(*bagian, "", Text("Perubahan nilai: tidak berlaku, karena salah satu aturan tidak memberi angka."))
    for nama, gerak in (("Kenaikan", banding.naik), ("Penurunan", banding.turun)):
        isi = (
            [Text(f"{nama} nilai terbesar:"), _orang(gerak, dengan_dinas=True)]
            if gerak
            else [Text(f"{nama} nilai: tidak ada.")]
        )
        bagian += ["", *isi]
    return Group(*bagian)


def _sebagian(gerak: Sequence[Gerak]) -> Iterator[RenderableType]:
    yield _orang(gerak[:_TERBANYAK_ORANG])
    if len(gerak) > _TERBANYAK_ORANG:
        yield Text(f"  dan {cetak_bilangan(len(gerak) - _TERBANYAK_ORANG)} orang lain; semuanya ada dengan --json")


def _orang(gerak: Sequence[Gerak], *, dengan_dinas: bool = False) -> RenderableType:
    tabel = Table(box=None, padding=(0, 2, 0, 0))
    for judul in ("NIP", "Nama", *(["Dinas"] if dengan_dinas else []), "Kini", "Andai", "Selisih"):
        tabel.add_column(judul, justify="right" if judul == "Selisih" else "left")
    for g in gerak:
        selisih = "" if g.selisih is None else f"{'+' if g.selisih > 0 else ''}{cetak_persen(g.selisih)}"
        dinas = [g.dinas] if dengan_dinas else []
        tabel.add_row(*(Text(t) for t in (g.nip, g.nama, *dinas, str(g.kini), str(g.andai), selisih)))
    return Padding(tabel, (0, 0, 0, 2))
