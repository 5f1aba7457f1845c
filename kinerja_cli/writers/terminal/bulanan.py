"""What a month's scoring shows on the terminal: counts, who has no score, files, the next step."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from kinerja_cli.core.angka import cetak_bilangan, cetak_persen
from kinerja_cli.core.laporan import (
    SEBUTAN_STATUS,
    Konteks,
    Ringkasan,
)
from kinerja_cli.core.periode import Periode
from kinerja_cli.core.ringkasan import Perpaduan
from kinerja_cli.core.selisih import SelisihOrang
from kinerja_cli.core.skema import Status
from kinerja_cli.core.telaah import Telaah
from kinerja_cli.core.temuan import Temuan

_TERBANYAK_ORANG = 10


def ringkasan(r: Ringkasan, konteks: Konteks) -> RenderableType:
    """Show a period's counts."""
    status = ", ".join(f"{cetak_bilangan(n)} {SEBUTAN_STATUS[s]}" for s, n in r.status)
    tabel = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    tabel.add_row("Orang", f"{cetak_bilangan(r.orang)}: {status}")
    tabel.add_row("Predikat", " · ".join(f"{nama} {cetak_bilangan(n)}" for nama, n in r.predikat))
    if r.rata_rata is not None:
        tabel.add_row("Rata-rata nilai", cetak_persen(r.rata_rata))
    return Group(judul(konteks), Padding(tabel, (0, 0, 0, 2)))


def judul(konteks: Konteks) -> Text:
    """Name the month and the rule set, with the regulation that enacts it or the word that none does."""
    teks = Text(konteks.periode.nama, style="bold")
    ditetapkan = f" ({konteks.penetapan})" if konteks.penetapan else ""
    teks.append(f" · {konteks.aturan.judul}{ditetapkan}", style="not bold")
    return teks


def tidak_dinilai(orang: Sequence[tuple[str, str]]) -> RenderableType:
    """Name who has no score and why."""
    baris = [Text(f"  {siapa}: {alasan}") for siapa, alasan in orang[:_TERBANYAK_ORANG]]
    if len(orang) > _TERBANYAK_ORANG:
        baris.append(Text(f"  dan {cetak_bilangan(len(orang) - _TERBANYAK_ORANG)} orang lain (lihat rekap.xlsx)"))
    return Group(Text("Tanpa nilai:"), *baris)


def garis_batas(t: Telaah) -> RenderableType:
    """Count who stands on the edge of a category, and say where they are named."""
    return Text(f"Garis batas: {t.ringkas}{' (lihat lembar Garis Batas)' if t.tepi else ''}.")


def perpaduan(p: Perpaduan, *, berubah: bool) -> RenderableType:
    """Say how this call's files met those that the month had."""
    isi = [f"{p.tetap} tetap, {p.baru} baru, {p.diganti} diganti"]
    if p.bawaan:
        isi.append(f"{p.bawaan} terbawa dari bulan sebelumnya (pegawai dan indikator)")
    akhir = "" if berubah else " Hasilnya sama dengan yang sudah tersimpan."
    return Text(f"Berkas: {'; '.join(isi)}.{akhir}")


def dari_register(semua: Sequence[Temuan]) -> RenderableType:
    """Say which realisasi came from registers of innovations, and for how many people."""
    return Text("\n".join(t.pesan for t in semua if t.kode == "V05"))


def selisih(semua: Sequence[SelisihOrang], periode: Periode) -> RenderableType:
    """Say whose score changed since the last count, because of which cells, and what to tell them."""
    lama = [s for s in semua if s.lama.status == Status.DINILAI]
    sisanya = (
        f" {cetak_bilangan(len(semua) - len(lama))} orang lain sebelumnya belum dinilai." if len(semua) > len(lama) else ""
    )
    if not lama:
        return Text(f"Nilai yang sudah ada tidak berubah.{sisanya}")
    pindah = sum(s.pindah_predikat for s in lama)
    banyak = f"nilai {cetak_bilangan(len(lama))} orang, {cetak_bilangan(pindah)} pindah predikat"
    kepala = f"Berubah sejak hitungan sebelumnya: {banyak}."
    baris: list[RenderableType] = [Text(kepala + sisanya, style="bold")]
    for s in lama[:_TERBANYAK_ORANG]:
        baris.append(Text(f"  {s.nama} ({s.nip}), {s.dinas}: {s.lama} → {s.baru}"))
        baris += [Text(f"    {sebab}  {sebab.letak}".rstrip(), style="dim") for sebab in s.sebab]
    if len(lama) > _TERBANYAK_ORANG:
        baris.append(Text(f"  dan {cetak_bilangan(len(lama) - _TERBANYAK_ORANG)} orang lain"))
    baris.append(Text(f"Semuanya, dengan kalimat untuk yang bersangkutan: perubahan.html di folder laporan {periode}."))
    return Group(*baris)


def laporan(folder: Path, tertulis: Sequence[str]) -> RenderableType:
    """Say which reports were written where."""
    return Text(f"Laporan: {cetak_bilangan(len(tertulis))} berkas di {folder}")


def langkah_berikut(periode: Periode | None, laporan: Sequence[str], *, tersimpan: bool) -> RenderableType:
    """Say what to do next; ``laporan`` are the reports that were written."""
    if tersimpan:
        apa = "buka index.html di folder itu; tanya satu nilai dengan “kinerja jelaskan NIP”"
        if laporan and all("/" in nama for nama in laporan):  # those of another reader stand in a folder of theirs
            apa = f"tulis juga laporan untuk pimpinan dengan “kinerja laporan --periode {periode}”"
        return Text(f"Langkah berikutnya: {apa}.", style="bold")
    apa = "betulkan GALAT di atas lalu ulangi, atau hitung yang lain dulu dengan --lewati-galat"
    if periode is None:
        apa = "betulkan yang di atas, lalu ulangi"
    return Text(f"Tidak ada yang disimpan. Langkah berikutnya: {apa}.", style="bold")
