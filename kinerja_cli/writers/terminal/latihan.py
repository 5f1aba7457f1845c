"""The exercise on the terminal: where it is and what to type, and how far it is done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from kinerja_cli.core.latihan.folder import BERKAS_DINAS, HASIL, KUNCI, PETUNJUK
from kinerja_cli.core.latihan.pemeriksaan import Butir, NilaiLatihan, Penanganan
from kinerja_cli.core.latihan.soal import Soal
from kinerja_cli.writers.terminal.temuan import temuan as daftar_temuan
from kinerja_cli.writers.terminal.utuh import utuh

_WARNA = {Penanganan.BENAR: "green", Penanganan.BELUM: "yellow", Penanganan.LAIN: "red", Penanganan.HILANG: "red"}
_LEBAR_PENANGANAN = max(map(len, Penanganan))
_KERUSAKAN_TERBANYAK = 10


def sesudah_buat(folder: Path, soal: Soal) -> RenderableType:
    """Say where the parts are, and what to type next."""
    return Group(
        Text(
            f"Latihan nomor {soal.benih} siap di {folder}: {len(soal.kesalahan)} kesalahan menunggu dibetulkan.", style="bold"
        ),
        utuh(f"  Baca dulu     : {folder / PETUNJUK}"),
        utuh(f"  Berkas dinas  : {folder / BERKAS_DINAS}"),
        utuh(f"  Untuk pelatih : {folder / KUNCI}"),
        Text("Langkah berikutnya, sesudah membaca petunjuk:"),
        utuh(f'  kinerja validasi "{folder / BERKAS_DINAS}" --ruang "{folder}"'),
        Text("Sesudah berkasnya dibetulkan, lihat hasilnya:"),
        utuh(f'  kinerja contoh --latihan "{folder}"'),
    )


def hasil(nilai: NilaiLatihan, folder: Path) -> Iterator[RenderableType]:
    """Show each planted fault and what became of it, then what was damaged and what is new, then the count."""
    for berkas, butir in groupby(enumerate(nilai.butir, 1), key=lambda satu: satu[1].kesalahan.letak.berkas):
        yield Group(Text(berkas, style="bold"), _tabel(butir))
    if nilai.hilang:
        yield Group(*(Text(b.kata, style="red") for b in nilai.hilang))
    if nilai.kerusakan:
        tampil = nilai.kerusakan[:_KERUSAKAN_TERBANYAK]
        isi = [Text(f"  {r.letak}: {r.apa}, semula {r.semula}, sekarang {r.sekarang}.") for r in tampil]
        if sisa := len(nilai.kerusakan) - len(tampil):
            isi.append(Text(f"  dan {sisa} lain, di {HASIL}."))
        yield Group(Text("Semula benar, sekarang berubah; kembalikan:", style="bold red"), *isi)
    if nilai.baru:
        yield Group(Text("Temuan yang semula tidak ada:", style="bold red"), daftar_temuan(nilai.baru))
    if nilai.lulus:
        yield Group(
            Text(f"{nilai.ringkas} Tidak ada yang rusak. Selamat!", style="bold green"),
            utuh(f'Langkah berikutnya: kinerja hitung "{folder / BERKAS_DINAS}" --ruang "{folder}"'),
        )
        return
    tinggal = " Tinggal yang disebut di atas." if nilai.benar == len(nilai.butir) else ""
    yield Text(nilai.ringkas + tinggal, style="bold")


def _tabel(butir: Iterable[tuple[int, Butir]]) -> RenderableType:
    tabel = Table(box=None, padding=(0, 1), show_header=False)
    for lebar in (3, 16, 5, _LEBAR_PENANGANAN, None):
        tabel.add_column(width=lebar)
    for i, t in butir:
        k = t.kesalahan
        saran = "" if t.penanganan is Penanganan.BENAR else f"{k.petunjuk}\nBaca: kinerja temuan {k.kode}"
        hasil = Text(t.penanganan.value, style=_WARNA[t.penanganan])
        tabel.add_row(Text(f"{i}.", justify="right"), f"{k.letak.lembar}!{k.letak.sel}", k.kode, hasil, saran)
    return tabel
