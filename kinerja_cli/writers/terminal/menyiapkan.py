"""What the preparing commands show on the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from kinerja_cli.core.aturan import KEPASTIAN, Aturan
from kinerja_cli.core.kata_aturan import masa_berlaku
from kinerja_cli.core.penjelasan_aturan import Kelompok, Langkah, jelaskan_aturan


def aturan(a: Aturan, penetapan: str) -> RenderableType:
    """Explain a rule set: what goes in, the steps, an example, the categories, what is open, and every source."""
    p = jelaskan_aturan(a)
    bagian: list[RenderableType] = [
        Text(f"{a.judul}  ({a.id})", style="bold"),
        Text(f"Berlaku {masa_berlaku(a)} · tujuan: {a.tujuan}"),
        *([Text(penetapan)] if penetapan else []),
        "",
        Text(a.uraian),
        *_bagian("Yang diisi", _tabel(p.masukan)),
        *_bagian("Cara menghitung", *_langkah(p.langkah, bernomor=True)),
        *_bagian("Contoh, dihitung oleh program ini", *_langkah(p.contoh, bernomor=False)),
        *_bagian("Predikat, baris pertama yang cocok yang berlaku" if a.berangka else "Predikat", _tabel(p.predikat)),
    ]
    if p.pilihan:
        bagian += _bagian("Dapat dipilih di kinerja.toml, di bawah [pilihan]", _tabel(p.pilihan))
    bagian += _bagian("Dasar setiap ketentuan, dan kepastiannya", *_dasar(p.dasar))
    if p.terbuka:
        bagian += _bagian("Belum pasti, atau pilihan pembuat skema; pastikan dengan bagian hukum", *_dasar(p.terbuka))
    arti = [Text(f"  {nama}: {kata}", style="dim") for nama, kata in KEPASTIAN.items()]
    return Group(*bagian, "", Text("Arti kepastian:", style="dim"), *arti, Text(f"sha256 {a.sha256}", style="dim"))


def _bagian(judul: str, *isi: RenderableType) -> list[RenderableType]:
    return ["", Text(judul, style="bold"), *isi]


def _tabel(baris: Iterable[Sequence[str]]) -> RenderableType:
    tabel = Table(box=None, padding=(0, 2, 0, 0), show_header=False)
    for satu in baris:
        tabel.add_row(*(Text(teks) for teks in satu))
    return Padding(tabel, (0, 0, 0, 2))


def _dasar(semua: Sequence[Kelompok]) -> Iterator[RenderableType]:
    for kelompok in semua:
        yield Padding(Text(kelompok.dasar, style="italic"), (0, 0, 0, 2))
        yield Padding(_tabel(kelompok.isi), (0, 0, 0, 2))


def _langkah(semua: Sequence[Langkah], *, bernomor: bool) -> Iterator[RenderableType]:
    for nomor, langkah in enumerate(semua, 1):
        yield Padding(Text(f"{nomor}. {langkah.kata}" if bernomor else langkah.kata), (0, 0, 0, 2))
        yield from (Padding(Text(f"- {rinci}"), (0, 0, 0, 5)) for rinci in langkah.rinci)


def daftar_aturan(semua: Sequence[Aturan], dipakai: str) -> RenderableType:
    """List the rule sets with purpose and dates, the one in use marked; ``dipakai`` is an id or a purpose."""
    tabel = Table(box=None, padding=(0, 2, 0, 0))
    for judul in ("", "Id", "Judul", "Tujuan", "Berlaku"):
        tabel.add_column(judul)
    for a in semua:
        tanda = "→" if dipakai in (a.id, a.tujuan) else ""
        tabel.add_row(*(Text(teks) for teks in (tanda, a.id, a.judul, a.tujuan, masa_berlaku(a))))
    pakai = f"→ dipakai menurut kinerja.toml (aturan = “{dipakai}”)."
    cara = "Boleh ditulis id-nya, atau tujuannya: lalu dipilih aturan yang berlaku pada periode yang dihitung."
    return Group(tabel, "", Text(pakai), Text(cara), Text("Jelaskan salah satunya: kinerja aturan ID"))


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
