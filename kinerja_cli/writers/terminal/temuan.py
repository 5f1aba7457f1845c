"""Findings on the terminal, what each means, and how a check ended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from kinerja_cli.core.angka import cetak_bilangan
from kinerja_cli.core.penjelasan import Penjelasan
from kinerja_cli.core.periode import Periode
from kinerja_cli.core.ringkasan import Hitungan
from kinerja_cli.core.temuan import Temuan, Tingkat, hitung_tingkat

_WARNA = {Tingkat.GALAT: "bold red", Tingkat.PERINGATAN: "yellow", Tingkat.INFO: "cyan"}
_TERBANYAK_SEJENIS = 5


def temuan(semua: Sequence[Temuan], tingkat: Iterable[Tingkat] = Tingkat) -> RenderableType:
    """Show findings by file and sheet: a count on top, the commonest mistakes first, then each with its advice."""
    dipilih = [t for t in semua if t.tingkat in set(tingkat)]
    bagian: list[RenderableType] = [jumlah_temuan(semua), *_tersering(dipilih)]
    for berkas, sefile in groupby(dipilih, key=lambda t: t.letak.berkas):
        bagian += ["", Text(berkas or "Semua berkas", style="bold")]
        for lembar, selembar in groupby(sefile, key=lambda t: t.letak.lembar):
            if lembar:
                bagian.append(Text(f"  Lembar {lembar}"))
            bagian += _selembar(list(selembar))
    return Group(*bagian)


def jumlah_temuan(semua: Sequence[Temuan]) -> Text:
    """Count the findings by level in one line."""
    hitungan = {t: n for t, n in hitung_tingkat(semua).items() if n}
    if not hitungan:
        return Text("Tidak ada temuan.", style="green")
    teks = Text("Temuan: ")
    for i, (t, n) in enumerate(hitungan.items()):
        teks.append(", " if i else "")
        teks.append(f"{cetak_bilangan(n)} {t}", style=_WARNA[t])
    return teks


def _tersering(semua: Sequence[Temuan]) -> Iterator[RenderableType]:
    """Name the three commonest mistakes, where there are many."""
    salah = Counter(t.kode for t in semua if t.tingkat is not Tingkat.INFO)
    if salah.total() > 2 * _TERBANYAK_SEJENIS:
        judul = {t.kode: t.jenis.judul for t in semua}
        isi = "; ".join(f"{judul[kode]} ({cetak_bilangan(n)}×)" for kode, n in salah.most_common(3))
        yield Text(f"Paling sering: {isi}")


def _selembar(semua: Sequence[Temuan]) -> Iterator[RenderableType]:
    banyak = Counter(t.kode for t in semua)
    tampil: Counter[str] = Counter()
    for t in semua:
        tampil[t.kode] += 1
        if tampil[t.kode] <= _TERBANYAK_SEJENIS:
            yield _satu(t)
        elif tampil[t.kode] == _TERBANYAK_SEJENIS + 1:
            sisa = [lain for lain in semua if lain.kode == t.kode][_TERBANYAK_SEJENIS:]
            sel = " sampai ".join(dict.fromkeys((sisa[0].letak.sel, sisa[-1].letak.sel)))
            isi = f"dan {cetak_bilangan(banyak[t.kode] - _TERBANYAK_SEJENIS)} {t.kode} lain: {sel}"
            yield Padding(Text(isi, style="dim"), (0, 0, 0, 6))


def _satu(t: Temuan) -> RenderableType:
    kepala = Text()
    kepala.append(f"{t.letak.sel} ", style="bold") if t.letak.sel else None
    kepala.append(f"{t.tingkat} {t.kode} ", style=_WARNA[t.tingkat])
    kepala.append(t.pesan)
    return Padding(Group(kepala, Padding(Text(f"→ {t.saran}", style="dim"), (0, 0, 0, 2))), (0, 0, 0, 4))


def daftar_temuan(semua: Iterable[Penjelasan]) -> RenderableType:
    """List all kinds of findings."""
    tabel = Table(box=None, padding=(0, 2, 0, 0))
    for judul in ("Kode", "Tingkat", "Apa"):
        tabel.add_column(judul)
    for p in semua:
        tabel.add_row(p.jenis.kode, Text(p.jenis.tingkat, style=_WARNA[p.jenis.tingkat]), p.jenis.judul)
    return Group(tabel, "", Text("Jelaskan salah satunya: kinerja temuan KODE"))


def satu_temuan(p: Penjelasan) -> RenderableType:
    """Show the page of one finding."""
    kepala = Text(f"{p.jenis.kode} ", style="bold")
    kepala.append(p.jenis.tingkat, style=_WARNA[p.jenis.tingkat])
    kepala.append(f" {p.jenis.judul}")
    letak = f"{p.contoh.letak}: " if str(p.contoh.letak) else ""
    bagian: list[RenderableType] = [kepala, "", Text("Contoh", style="bold"), Text(f"  {letak}{p.contoh.pesan}")]
    bagian += [Text(f"  → {p.contoh.saran}", style="dim"), "", Text("Mengapa penting", style="bold"), Text(f"  {p.mengapa}")]
    for judul, langkah in _cara(p):
        bagian += ["", Text(judul, style="bold"), *(Text(f"  {i}. {satu}") for i, satu in enumerate(langkah, 1))]
    return Group(*bagian)


def _cara(p: Penjelasan) -> tuple[tuple[str, tuple[str, ...]], ...]:
    if p.cara.excel == p.cara.libreoffice:
        return (("Cara membetulkan", p.cara.excel),)
    return (("Cara membetulkan di Excel dan WPS", p.cara.excel), ("Cara membetulkan di LibreOffice", p.cara.libreoffice))


def hasil_validasi(h: Hitungan, periode: Periode | None, *, peringatan: int, gagal: bool) -> RenderableType:
    """Say what the files hold, and whether they are ready to be sent."""
    bulan = periode.nama if periode else "tidak disebut"
    isi = Text(
        f"{cetak_bilangan(h.berkas)} berkas, periode {bulan}: {cetak_bilangan(h.pegawai)} pegawai, "
        f"{cetak_bilangan(h.indikator)} indikator, {cetak_bilangan(h.realisasi)} realisasi "
        f"dari {cetak_bilangan(h.orang_berealisasi)} orang"
        + (f", perilaku {cetak_bilangan(h.perilaku)} orang" if h.perilaku else "")
        + (f", {cetak_bilangan(h.inovasi)} inovasi." if h.inovasi else ".")
    )
    if gagal:
        return Group(isi, Text("Belum siap dikirim: betulkan dulu temuan di atas.", style="bold red"))
    sidik = [Text(f"  {nama}: sidik {satu}", style="dim") for nama, satu in h.sidik]
    if peringatan:
        return Group(isi, Text("Dapat dikirim, tetapi baca dulu PERINGATAN di atas.", style="bold yellow"), *sidik)
    if not (h.pegawai or h.indikator or h.orang_berealisasi or h.perilaku or h.inovasi):
        return Group(isi, Text("Tidak ada yang dapat diperiksa: tabelnya masih kosong.", style="bold yellow"))
    return Group(isi, Text("Siap dikirim.", style="bold green"), *sidik)


def salinan(utuh: Iterable[Path], nilai_saja: Iterable[Path], tak_terbaca: Iterable[str]) -> str:
    """Say which annotated copies were written, and of which workbooks none could be."""
    baris = [
        *(f"Ditulis: {jalur}" for jalur in utuh),
        *(f"Ditulis, hanya isi selnya: {jalur}" for jalur in nilai_saja),
        *(f"Tidak terbaca, jadi tanpa salinan: {nama}" for nama in tak_terbaca),
    ]
    return "\n".join(baris) or "Tidak ada yang perlu dibetulkan, jadi tidak ada salinan yang ditulis."
