"""What the terminal shows: findings, summaries, one person's sum."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from kinerja_cli.core.angka import cetak_angka, cetak_bilangan, cetak_bobot, cetak_persen, cetak_tertimbang
from kinerja_cli.core.aturan import KEPASTIAN, Aturan
from kinerja_cli.core.laporan import (
    SEBUTAN_STATUS,
    BarisIndikator,
    Konteks,
    Orang,
    Ringkasan,
    dasar_aturan,
    langkah_akhir,
)
from kinerja_cli.core.penjelasan import Penjelasan
from kinerja_cli.core.periode import Periode
from kinerja_cli.core.ringkasan import Hitungan, Perpaduan
from kinerja_cli.core.temuan import Temuan, Tingkat, hitung_tingkat

_WARNA = {Tingkat.GALAT: "bold red", Tingkat.PERINGATAN: "yellow", Tingkat.INFO: "cyan"}
_TERBANYAK_SEJENIS = 5
_TERBANYAK_ORANG = 10


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
            sel = f"{sisa[0].letak.sel} sampai {sisa[-1].letak.sel}" if len(sisa) > 1 else sisa[0].letak.sel
            isi = f"dan {cetak_bilangan(banyak[t.kode] - _TERBANYAK_SEJENIS)} {t.kode} lain: {sel}"
            yield Padding(Text(isi, style="dim"), (0, 0, 0, 6))


def _satu(t: Temuan) -> RenderableType:
    kepala = Text()
    kepala.append(f"{t.letak.sel} ", style="bold") if t.letak.sel else None
    kepala.append(f"{t.tingkat} {t.kode} ", style=_WARNA[t.tingkat])
    kepala.append(t.pesan)
    return Padding(Group(kepala, Padding(Text(f"→ {t.saran}", style="dim"), (0, 0, 0, 2))), (0, 0, 0, 4))


def ringkasan(r: Ringkasan, konteks: Konteks) -> RenderableType:
    """Show a period's counts."""
    status = ", ".join(f"{cetak_bilangan(n)} {SEBUTAN_STATUS[s]}" for s, n in r.status)
    tabel = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    tabel.add_row("Orang", f"{cetak_bilangan(r.orang)}: {status}")
    tabel.add_row("Predikat", " · ".join(f"{nama} {cetak_bilangan(n)}" for nama, n in r.predikat))
    if r.rata_rata is not None:
        tabel.add_row("Rata-rata nilai", cetak_persen(r.rata_rata))
    return Group(_judul(konteks), Padding(tabel, (0, 0, 0, 2)))


def _judul(konteks: Konteks) -> Text:
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


def penjelasan(orang: Orang, konteks: Konteks) -> RenderableType:
    """Show one person's score as a sum, each operand with its cell."""
    kepala = Text(orang.nama, style="bold")
    kepala.append(f"  NIP {orang.nip}", style="not bold")
    tempat = " · ".join(t for t in (orang.jabatan, orang.unit_kerja, orang.dinas) if t)
    bagian: list[RenderableType] = [kepala, Text(tempat), _judul(konteks)]
    for nomor, b in enumerate(orang.rincian, 1):
        bagian += ["", *_indikator(nomor, b)]
    bagian += ["", *(Text(baris) for baris in langkah_akhir(orang, konteks.aturan))]
    if orang.dinilai:
        letak = f"Peringkat {orang.peringkat_dinas} di dinasnya, {orang.peringkat} di seluruh daerah."
        bagian.append(Text(letak))
    bagian.append(Text(konteks.jejak, style="dim"))
    return Group(*bagian)


def _indikator(nomor: int, b: BarisIndikator) -> Iterator[RenderableType]:
    yield Text(f"{nomor}. {b.kode}  {b.indikator}  ({b.aspek}, arah {b.arah})", style="bold")
    satuan = f" {b.satuan}" if b.satuan else ""
    target = cetak_angka(b.target) + (f" sampai {cetak_angka(b.target_atas)}" if b.target_atas == b.target_atas else "")
    realisasi = cetak_angka(b.realisasi) + satuan if b.realisasi == b.realisasi else "tidak ada"
    asal = f"   [{b.letak}]" if b.letak else ""
    yield Text(f"   Target {target}{satuan}, realisasi {realisasi}{asal}")
    yield Text(f"   Capaian: {b.cara}" + (f" ({b.keterangan})" if b.keterangan else ""))
    if b.ada_capaian:
        hitungan = f"{cetak_persen(b.capaian)} × {cetak_bobot(b.bobot)} ÷ 100 = {cetak_tertimbang(b.tertimbang)}"
        yield Text(f"   Capaian × bobot: {hitungan}")


def pilihan_orang(orang: Sequence[Orang]) -> RenderableType:
    """List several people whom a name fits."""
    tabel = Table(box=None, padding=(0, 2, 0, 0))
    for judul in ("NIP", "Nama", "Dinas"):
        tabel.add_column(judul)
    for o in orang:
        tabel.add_row(o.nip, o.nama, o.dinas)
    return Group(Text(f"{len(orang)} orang cocok; sebut NIP-nya:"), tabel)


def aturan(a: Aturan, penetapan: str) -> RenderableType:
    """Show a rule set as a person would explain it, each figure with its source and how sure it is."""
    tabel = Table(box=None, padding=(0, 2, 0, 0))
    for judul in ("Apa", "Ketentuan", "Dasar (kepastian)"):
        tabel.add_column(judul)
    for baris in dasar_aturan(a):
        tabel.add_row(*(Text(teks) for teks in baris))
    arti = [Text(f"  {nama}: {kata}", style="dim") for nama, kata in KEPASTIAN.items()]
    return Group(
        Text(f"{a.judul}  ({a.id})", style="bold"),
        Text(penetapan) if penetapan else Text(""),
        Text(a.uraian),
        "",
        tabel,
        "",
        Text("Arti kepastian:", style="dim"),
        *arti,
        Text(f"sha256 {a.sha256}", style="dim"),
    )


def daftar_aturan(semua: Sequence[Aturan], dipakai: str) -> RenderableType:
    """List the rule sets, the one in use marked."""
    baris = [Text(f"  {'→' if a.id == dipakai else ' '} {a.id}: {a.judul}") for a in semua]
    return Group(Text("Aturan yang ada:"), *baris)


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
        f"dari {cetak_bilangan(h.orang_berealisasi)} orang."
    )
    if gagal:
        return Group(isi, Text("Belum siap dikirim: betulkan dulu temuan di atas.", style="bold red"))
    sidik = [Text(f"  {nama}: sidik {satu}", style="dim") for nama, satu in h.sidik]
    if peringatan:
        return Group(isi, Text("Dapat dikirim, tetapi baca dulu PERINGATAN di atas.", style="bold yellow"), *sidik)
    if not (h.pegawai or h.indikator or h.orang_berealisasi):
        return Group(isi, Text("Tidak ada yang dapat diperiksa: tabelnya masih kosong.", style="bold yellow"))
    return Group(isi, Text("Siap dikirim.", style="bold green"), *sidik)


def perpaduan(p: Perpaduan, *, berubah: bool) -> RenderableType:
    """Say how this call's files met those that the month had."""
    isi = [f"{p.tetap} tetap, {p.baru} baru, {p.diganti} diganti"]
    if p.bawaan:
        isi.append(f"{p.bawaan} terbawa dari bulan sebelumnya (pegawai dan indikator)")
    akhir = "" if berubah else " Hasilnya sama dengan yang sudah tersimpan."
    return Text(f"Berkas: {'; '.join(isi)}.{akhir}")


def laporan(folder: Path, tertulis: Sequence[str]) -> RenderableType:
    """Say which reports were written where."""
    return Text(f"Laporan: {cetak_bilangan(len(tertulis))} berkas di {folder}")


def langkah_berikut(periode: Periode | None, *, tersimpan: bool) -> RenderableType:
    """Say what to do next."""
    if tersimpan:
        isi = "Langkah berikutnya: buka index.html di folder itu; tanya satu nilai dengan “kinerja jelaskan NIP”."
        return Text(isi, style="bold")
    apa = "betulkan GALAT di atas lalu ulangi, atau hitung yang lain dulu dengan --lewati-galat"
    if periode is None:
        apa = "betulkan yang di atas, lalu ulangi"
    return Text(f"Tidak ada yang disimpan. Langkah berikutnya: {apa}.", style="bold")


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
