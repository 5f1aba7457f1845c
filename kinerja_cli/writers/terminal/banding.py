"""People scored twice on the terminal: who changes category, the largest moves, and what explains them."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from kinerja_cli.core.angka import cetak_bilangan, cetak_persen
from kinerja_cli.core.banding import Banding, Gerak
from kinerja_cli.core.laporan import Konteks
from kinerja_cli.core.periode import Periode
from kinerja_cli.writers.terminal.bulanan import judul

_TERBANYAK_ORANG = 30


def andai(periode: Periode, kini: str, lain: str, banding: Banding) -> RenderableType:
    """Show a what-if."""
    kepala = Text(f"Andai-andai {periode.nama}", style="bold")
    kepala.append("  tidak ada yang disimpan", style="not bold")
    return Group(kepala, Text(f"  Kini : {kini}"), Text(f"  Andai: {lain}"), "", *_banding(banding))


def andai_terhenti() -> RenderableType:
    """Say why there is no what-if, and what to do."""
    isi = "Tidak ada yang dibandingkan, dan tidak ada yang disimpan. Betulkan GALAT di atas, atau tambahkan --lewati-galat."
    return Text(isi, style="bold")


def bulan(asal: Konteks, jadi: Konteks, banding: Banding, *, datang: int, pergi: int) -> RenderableType:
    """Show two months: each dinas, who changes category, and the largest moves with the indicators that explain them."""
    nama = (asal.periode.nama, jadi.periode.nama)
    sama = f"{cetak_bilangan(len(banding.orang))} orang ada di kedua bulan"
    lain = f"{cetak_bilangan(datang)} hanya di {nama[1]}, {cetak_bilangan(pergi)} hanya di {nama[0]}"
    return Group(judul(asal), judul(jadi), Text(f"{sama}; {lain}."), "", *_rata_rata(banding, nama), *_banding(banding))


def _rata_rata(banding: Banding, nama: tuple[str, str]) -> Iterator[RenderableType]:
    if not banding.berangka:
        return
    tabel = Table(box=None, padding=(0, 2, 0, 0))
    tabel.add_column("Dinas")
    for kolom in ("Orang", *(f"Rata-rata {n}" for n in nama), "Selisih"):
        tabel.add_column(kolom, justify="right")
    for d in banding.menurut_dinas:
        if d.rata_asal is not None and d.rata_jadi is not None:
            rata = (cetak_persen(d.rata_asal), cetak_persen(d.rata_jadi), _selisih(d.rata_jadi - d.rata_asal))
            tabel.add_row(Text(d.dinas), cetak_bilangan(d.orang), *rata)
    yield tabel
    yield Text("Rata-rata dari yang dinilai di kedua bulan.\n", style="dim")


def _banding(banding: Banding) -> Iterator[RenderableType]:
    berganti = banding.berganti
    semua = cetak_bilangan(len(banding.orang))
    yield Text(f"{cetak_bilangan(len(berganti))} dari {semua} orang berganti predikat.", style="bold")
    for d in banding.menurut_dinas:
        if d.berganti:
            milik = [g for g in berganti if g.dinas == d.dinas]
            yield Text(f"\n{d.dinas}: {cetak_bilangan(d.berganti)} dari {cetak_bilangan(d.orang)} orang")
            yield from (_orang(g) for g in milik[:_TERBANYAK_ORANG])
            if len(milik) > _TERBANYAK_ORANG:
                yield Text(f"  dan {cetak_bilangan(len(milik) - _TERBANYAK_ORANG)} orang lain; semuanya ada dengan --json")
    if not banding.berangka:
        yield Text("\nPerubahan nilai: tidak berlaku; tidak seorang pun bernilai angka pada keduanya.")
        return
    for kata, gerak in (("Kenaikan", banding.naik), ("Penurunan", banding.turun)):
        yield Text(f"\n{kata} nilai terbesar:" if gerak else f"\n{kata} nilai: tidak ada.")
        yield from (_orang(g, g.dinas) for g in gerak)


def _orang(g: Gerak, dinas: str = "") -> RenderableType:
    """One person a line, and beneath it the dinas and what explains the move."""
    isi = Text(f"  {g.nama} ({g.nip}): {g.asal} → {g.jadi}")
    if g.selisih:
        isi.append(f", {_selisih(g.selisih)}")
    sebab = ", ".join(f"{s.kode} {_selisih(s.selisih)}" for s in g.sebab)
    bawah = "; ".join(t for t in (dinas, f"yang paling berubah: {sebab}" if sebab else "") if t)
    return Text("\n      ").join([isi, Text(bawah, style="dim")]) if bawah else isi


def _selisih(seperseratus: int) -> str:
    return f"{'+' if seperseratus > 0 else ''}{cetak_persen(seperseratus)}"
