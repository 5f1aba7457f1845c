"""What a proof shows on the terminal: the differences by what they concern, and what it proves."""

from __future__ import annotations

from itertools import groupby

from rich.console import Group, RenderableType
from rich.text import Text

from kinerja_cli.core.angka import cetak_bilangan
from kinerja_cli.core.bukti import BACAAN, BERKAS, HITUNGAN, JEJAK, LAPORAN, Bukti

_TERBANYAK = 30
_JUDUL = {
    BERKAS: "Berkas yang berubah, hilang, atau ditambahkan",
    JEJAK: "Jejak audit",
    BACAAN: "Bacaan: buku kerja di sumber/ kini dibaca lain daripada yang tersimpan",
    HITUNGAN: "Hitungan: dari masukan yang tersimpan keluar hasil lain",
    LAPORAN: "Laporan",
}


def bukti(b: Bukti) -> RenderableType:
    """Show the outcome."""
    kepala = f"{b.periode.nama}: sama persis." if b.sama else f"{b.periode.nama}: {cetak_bilangan(len(b.beda))} perbedaan."
    baris: list[RenderableType] = [Text(kepala, style="bold")]
    for jenis, satu in groupby(sorted(b.beda, key=lambda beda: list(_JUDUL).index(beda.jenis)), key=lambda beda: beda.jenis):
        isi = list(satu)
        baris.append(Text(f"{_JUDUL[jenis]}:"))
        baris += [Text(f"  {beda.letak}: {beda.kalimat}") for beda in isi[:_TERBANYAK]]
        if len(isi) > _TERBANYAK:
            baris.append(Text(f"  dan {cetak_bilangan(len(isi) - _TERBANYAK)} lagi (semuanya: --json)"))
    baris += [Text(teks) for teks in (*b.catatan, *_arti(b))]
    return Group(*baris)


def _arti(b: Bukti) -> list[str]:
    diperiksa = f"{cetak_bilangan(b.berkas)} berkas dan {cetak_bilangan(b.baris)} baris jejak diperiksa"
    laporan = f", laporan {b.laporan} dibuat ulang" if b.laporan and b.dibangun else ""
    bangun = (
        "masukan dibaca ulang dari sumber/, hasil dihitung ulang dengan aturan yang tersimpan"
        if b.dibangun
        else "pembangunan ulang menunggu berkasnya dipulihkan dari cadangan"
    )
    nomor, sha256 = b.jejak
    ujung = f"Jejak berakhir di nomor {nomor}, sha256 {sha256}." if nomor else "Jejak audit kosong."
    arti = [f"{diperiksa}; {bangun}{laporan}.", ujung]
    arti.append("Bandingkan dengan yang tercetak di kertas: tanpa itu, orang yang dapat menulis ulang semuanya tidak akan")
    arti.append("ketahuan. Yang tidak dibuktikan: bahwa isi buku kerjanya benar (docs/jejak.md).")
    if any(beda.jenis == BACAAN for beda in b.beda):
        arti.append("Beda bacaan saja dapat berarti pembaca yang lebih baru mengenali lebih banyak.")
    return arti
