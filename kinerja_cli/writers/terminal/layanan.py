"""What service times show on the terminal."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from kinerja_cli.core.angka import cetak_bilangan, cetak_persen
from kinerja_cli.core.layanan.banding import Putusan
from kinerja_cli.core.layanan.laporan import LaporanLayanan
from kinerja_cli.core.layanan.ukur import cetak_lama

_WARNA = {Putusan.LEBIH_CEPAT: "bold green", Putusan.LEBIH_LAMBAT: "bold red"}


def laporan(isi: LaporanLayanan) -> RenderableType:
    """Show counts, the figures of each type and officer, the backlog by age, and the answer."""
    p = isi.pokok
    pokok = f"{cetak_bilangan(p.masuk)} diterima, {cetak_bilangan(p.selesai)} selesai, {cetak_bilangan(p.sisa)} belum selesai"
    if p.persen is not None:
        pokok += f"; {cetak_persen(p.persen)} % dalam standar"
    bagian: list[RenderableType] = [Text(f"Waktu layanan, {isi.cakupan.nama}", style="bold"), Text(f"  {pokok}")]
    if isi.dikeluarkan:
        bagian.append(
            Text(f"  {cetak_bilangan(isi.dikeluarkan)} baris tidak dihitung (lihat temuan di atas)", style="yellow")
        )
    bagian += ["", _jenis(isi)]
    if isi.petugas:
        bagian += ["", _petugas(isi)]
    if p.sisa:
        umur = " · ".join(f"{nama} {cetak_bilangan(n)}" for nama, n in isi.umur)
        bagian += ["", Text(f"Belum selesai: {umur}")]
    bagian += ["", Text("Apakah layanan lebih cepat?", style="bold")]
    bagian.append(Padding(Text(isi.kalimat, style=_WARNA.get(isi.jawaban.putusan, "bold yellow")), (0, 0, 0, 2)))
    bagian += [Padding(Text(satu), (0, 0, 0, 2)) for satu in isi.peringatan]
    return Group(*bagian)


def _jenis(isi: LaporanLayanan) -> Table:
    tabel = Table(box=None, padding=(0, 2, 0, 0))
    tabel.add_column("Jenis layanan")
    for judul in ("Selesai", "Median", f"{isi.batas.persentil} % dalam", "Standar", "Dalam standar", "Sisa"):
        tabel.add_column(judul, justify="right")
    for b in isi.jenis:
        u = b.ukuran
        lama = (cetak_lama(n, u.satuan) if n is not None else "–" for n in (u.median, u.persentil))
        standar = b.standar.kata if b.standar else "–"
        tabel.add_row(Text(b.nama), cetak_bilangan(u.selesai), *lama, standar, _persen(u.persen), cetak_bilangan(b.sisa))
    return tabel


def _petugas(isi: LaporanLayanan) -> Table:
    tabel = Table(box=None, padding=(0, 2, 0, 0))
    tabel.add_column("Petugas")
    for judul in ("Selesai", "Dalam standar"):
        tabel.add_column(judul, justify="right")
    for p in isi.petugas:
        persen = _persen(p.persen) if p.cukup else "tidak diperbandingkan"
        tabel.add_row(Text(p.nama), cetak_bilangan(p.selesai), persen)
    return tabel


def _persen(seperseratus: int | None) -> str:
    return "–" if seperseratus is None else f"{cetak_persen(seperseratus)} %"
