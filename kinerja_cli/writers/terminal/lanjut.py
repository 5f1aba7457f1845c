"""Follow-up on the terminal: by dinas, who is proposed for what and why, in lines that can be read aloud."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from kinerja_cli.core.angka import cetak_bilangan, cetak_persen
from kinerja_cli.core.lanjut.aturan import Jenis
from kinerja_cli.core.lanjut.laporan import (
    PENGANTAR,
    BagianDinas,
    LaporanLanjut,
    kata_belum,
    kata_dampak,
    kata_jp,
    kata_kebutuhan,
)
from kinerja_cli.core.lanjut.tabel import PeranLanjut
from kinerja_cli.core.laporan import KERAHASIAAN
from kinerja_cli.writers.terminal.bulanan import judul

_WARNA = {Jenis.PROMOSI: "green", Jenis.PELATIHAN: "cyan", Jenis.PEMBINAAN: "yellow"}
_TERBANYAK_BELUM = 5


def tindak_lanjut(laporan: LaporanLanjut) -> RenderableType:
    """Show the whole report."""
    bagian: list[RenderableType] = [judul(laporan.konteks), Text(PENGANTAR)]
    banyak = ", ".join(f"{cetak_bilangan(laporan.banyak(jenis))} {jenis}" for jenis in Jenis)
    bagian.append(Text(f"Diusulkan untuk ditinjau: {banyak}."))
    for d in laporan.dinas:
        bagian += ["", *_dinas(d, laporan)]
    if PeranLanjut.POTENSIAL in laporan.ada:
        bagian += ["", *_kotak(laporan)]
    if laporan.dampak:
        bagian += ["", Text("Sebelum dan sesudah pelatihan", style="bold")]
        bagian += _baris(f"{d.pelatihan}, {d.bulan.nama}: {kata_dampak(d, laporan)}" for d in laporan.dampak)
    if laporan.catatan:
        bagian += ["", Text("Catatan", style="bold"), *_baris(laporan.catatan)]
    return Group(*bagian, "", Text(KERAHASIAAN, style="dim"))


def ditulis(berkas: Sequence[Path]) -> str:
    """Say which files were written."""
    return "\n".join(f"Ditulis: {b}" for b in berkas)


def _dinas(d: BagianDinas, laporan: LaporanLanjut) -> Iterator[RenderableType]:
    yield Text(f"{d.nama} ({cetak_bilangan(d.orang)} pegawai)", style="bold")
    for u in d.usulan:
        teks = Text(f"{u.jenis:<9}  ", style=_WARNA[u.jenis])
        teks.append(f"{u.orang.nama} ({u.orang.nip})", style="bold not dim default")
        yield Padding(teks, (0, 0, 0, 2))
        for kata in (*(a.kata for a in u.alasan), *u.catatan):
            yield Padding(Text(kata), (0, 0, 0, 13))
        for kata in u.pertentangan:
            yield Padding(Text(f"tetapi {kata}", style="yellow"), (0, 0, 0, 13))
    if not d.usulan:
        yield Text("  Tidak ada usulan bulan ini.")
    yield from _baris(f"{b.orang.nama} ({b.orang.nip}): {kata_belum(b)}" for b in d.belum[:_TERBANYAK_BELUM])
    if len(d.belum) > _TERBANYAK_BELUM:
        sisa = cetak_bilangan(len(d.belum) - _TERBANYAK_BELUM)
        yield Text(f"  dan {sisa} orang lain belum cukup data (lihat --format xlsx)")
    yield from _baris(f"{x.orang.nama} ({x.orang.nip}): tidak diusulkan promosi. {x.sebab}" for x in d.dikecualikan)
    if d.kebutuhan:
        yield Text("  Kebutuhan pelatihan:")
        for n in d.kebutuhan:
            kata = f"{n.kode} {n.indikator}, rata-rata capaian {cetak_persen(n.rata_rata)}: {kata_kebutuhan(n, laporan.ada)}"
            yield Padding(Text(kata), (0, 0, 0, 4))
    if d.jp:
        yield Padding(Text(f"{kata_jp(d, laporan)}."), (0, 0, 0, 2))


def _baris(isi: Iterable[str]) -> list[RenderableType]:
    return [Padding(Text(satu), (0, 0, 0, 2)) for satu in isi]


def _kotak(laporan: LaporanLanjut) -> Iterator[RenderableType]:
    yield Text("Sembilan kotak talenta", style="bold")
    for satu in (k for baris in laporan.kotak.baris for k in reversed(baris) if k.orang):
        k = satu.kotak
        yield Text(f"  {k.nomor}  kinerja {k.kinerja}, potensial {k.potensial}: {len(satu.orang)} orang ({satu.akibat})")
    yield Text(f"     tanpa potensial: {cetak_bilangan(laporan.kotak.tanpa_potensial)} orang")
