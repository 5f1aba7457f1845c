"""What a recap shows on the terminal: the regency, each dinas, who came and went, files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from kinerja_cli.core.angka import cetak_bilangan, cetak_persen
from kinerja_cli.core.laporan_rekap import CARA, Kelompok, Rekap
from kinerja_cli.core.periode import sebut_bulan


def rekap(r: Rekap) -> RenderableType:
    """Show a recap."""
    judul = Text(r.rentang.nama, style="bold")
    judul.append(f" · {r.judul_aturan}", style="not bold")
    bulan = f"{sebut_bulan(r.bulan)} ({len(r.bulan)} dari {len(r.rentang.bulan)} bulan)"
    isi = f"{bulan}, {cetak_bilangan(r.daerah.orang)} pegawai dinilai"
    bagian: list[RenderableType] = [judul, Text(f"  {isi}"), *(Text(f"  {c}") for c in r.catatan), "", _dinas(r)]
    if r.perjalanan:
        jumlah = Counter(p.jenis for p in r.perjalanan)
        bagian += ["", Text("Peristiwa: " + ", ".join(f"{jenis} {n}" for jenis, n in sorted(jumlah.items())))]
    tanpa = sum(1 for o in r.orang if o.tanpa)
    if tanpa:
        bagian.append(Text(f"Punya bulan tanpa nilai: {cetak_bilangan(tanpa)} orang (lembar Pegawai)"))
    if r.angka_kredit:
        bagian.append(Text(f"Angka kredit: {cetak_bilangan(len(r.angka_kredit))} baris"))
    bagian.append(Text(f"{CARA[-1][0]}: {CARA[-1][1]}.", style="dim"))
    return Group(*bagian)


def _dinas(r: Rekap) -> Table:
    tabel = Table(box=None, padding=(0, 2, 0, 0))
    tabel.add_column("Dinas")
    for kolom in ("Pegawai", "Orang-bulan", "Rata-rata"):
        tabel.add_column(kolom, justify="right")
    organisasi = any(k.organisasi for k in (r.daerah, *r.dinas))
    if organisasi:
        tabel.add_column("Organisasi")
        tabel.add_column("Saran sebaran")

    def baris(k: Kelompok, gaya: str) -> None:
        rata_rata = "–" if k.rata_rata is None else cetak_persen(k.rata_rata)
        saran = (k.organisasi or "–", "; ".join(k.saran) or "–") if organisasi else ()
        tabel.add_row(k.nama, cetak_bilangan(k.orang), cetak_persen(k.orang_bulan_cetak), rata_rata, *saran, style=gaya)

    for k in r.dinas:
        baris(k, "")
    baris(r.daerah, "bold")
    return tabel


def berkas(folder: Path, tertulis: Sequence[str]) -> RenderableType:
    """Say which files were written where."""
    return Text(f"Ditulis: {', '.join(tertulis)} di {folder}")
