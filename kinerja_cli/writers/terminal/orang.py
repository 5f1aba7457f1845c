"""One person's sum on the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from kinerja_cli.core.angka import cetak_angka, cetak_bobot, cetak_persen, cetak_tertimbang
from kinerja_cli.core.kata_aturan import langkah_akhir, sebutan
from kinerja_cli.core.kata_indikator import BarisIndikator
from kinerja_cli.core.laporan import (
    Konteks,
    Orang,
    OrangRinci,
)
from kinerja_cli.core.tepi import Tepi
from kinerja_cli.writers.terminal.bulanan import judul


def penjelasan(orang: OrangRinci, konteks: Konteks, tepi: Tepi | None) -> RenderableType:
    """Show one person's score as a sum, each operand with its cell."""
    kepala = Text(orang.nama, style="bold")
    kepala.append(f"  NIP {orang.nip}", style="not bold")
    tempat = " · ".join(t for t in (orang.jabatan, orang.unit_kerja, orang.dinas) if t)
    bagian: list[RenderableType] = [kepala, Text(tempat), judul(konteks)]
    for nomor, b in enumerate(orang.rincian, 1):
        bagian += ["", *_indikator(nomor, b, sebutan(konteks.aturan).hasil_kali)]
    bagian += ["", *(Text(baris) for baris in langkah_akhir(orang, konteks.aturan))]
    if orang.nilai is not None:
        letak = f"Peringkat {orang.peringkat_dinas} di dinasnya, {orang.peringkat} di seluruh daerah."
        bagian.append(Text(letak))
    if tepi:
        bagian.append(Text(f"Garis batas: {tepi.jarak}; {tepi.cara}."))
    bagian.append(Text(konteks.jejak, style="dim"))
    return Group(*bagian)


def _indikator(nomor: int, b: BarisIndikator, hasil_kali: str) -> Iterator[RenderableType]:
    yield Text(f"{nomor}. {b.kode}  {b.indikator}  ({b.aspek}, arah {b.arah})", style="bold")
    satuan = f" {b.satuan}" if b.satuan else ""
    target = cetak_angka(b.target) + (f" sampai {cetak_angka(b.target_atas)}" if b.target_atas == b.target_atas else "")
    realisasi = cetak_angka(b.realisasi) + satuan if b.realisasi == b.realisasi else "tidak ada"
    asal = f"   [{b.letak}]" if b.letak else ""
    yield Text(f"   Target {target}{satuan}, realisasi {realisasi}{asal}")
    yield Text(f"   Capaian: {b.cara}" + (f" ({b.keterangan})" if b.keterangan else ""))
    if b.ada_capaian:
        hitungan = f"{cetak_persen(b.nilai)} × {cetak_bobot(b.bobot)} ÷ 100 = {cetak_tertimbang(b.tertimbang)}"
        yield Text(f"   {hasil_kali}: {hitungan}")


def pilihan_orang(orang: Sequence[Orang]) -> RenderableType:
    """List several people whom a name fits."""
    tabel = Table(box=None, padding=(0, 2, 0, 0))
    for kolom in ("NIP", "Nama", "Dinas"):
        tabel.add_column(kolom)
    for o in orang:
        tabel.add_row(o.nip, o.nama, o.dinas)
    return Group(Text(f"{len(orang)} orang cocok; sebut NIP-nya:"), tabel)
