"""Commands of ``kinerja keberatan``: serahkan, catat, putuskan, daftar."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kinerja_cli.cli import bahasa
from kinerja_cli.cli.bulanan import OpsiJson, OpsiPeriode, OpsiRuang, cetak_hasil_hitung, kode_hitung
from kinerja_cli.cli.konsol import (
    TIDAK_BISA,
    buka_ruang,
    cetak,
    cetak_polos,
    keluar,
    kemajuan,
    pelaku,
    periode_dari_opsi,
    wajib_periode,
)
from kinerja_cli.cli.konsol import (
    catat as beri_tahu,
)

if TYPE_CHECKING:
    import datetime as dt

    from kinerja_cli.workflow.keberatan import HasilKeberatan

app = typer.Typer(
    name="keberatan",
    help="Catat penyerahan hasil, keberatan pegawai, dan putusannya; lihat sisa waktunya.",
    no_args_is_help=True,
    options_metavar=bahasa.OPSI,
    subcommand_metavar=bahasa.PERINTAH,
)

OpsiTanggal = Annotated[
    str, typer.Option("--tanggal", help="Tanggalnya, misalnya 2025-02-03; bawaannya hari ini.", metavar="TANGGAL")
]


@app.command(options_metavar=bahasa.OPSI)
def serahkan(
    periode: OpsiPeriode = None,
    dinas: Annotated[
        list[str] | None, typer.Option("--dinas", help="Hanya kepada dinas ini; boleh beberapa kali.", metavar="NAMA")
    ] = None,
    tanggal: OpsiTanggal = "",
    ruang: OpsiRuang = None,
) -> None:
    """Catat bahwa hasil sebulan diserahkan kepada pegawai: sejak hari itu waktu keberatan dihitung."""
    from kinerja_cli.workflow.keberatan import serahkan as jalankan
    from kinerja_cli.writers.terminal import keberatan as layar

    tempat = buka_ruang(ruang)
    cetak(layar.penyerahan(jalankan(tempat, periode_dari_opsi(periode), dinas or (), _tanggal(tanggal), pelaku())))


@app.command(options_metavar=bahasa.OPSI)
def catat(
    nip: Annotated[str, typer.Argument(help="NIP pegawai yang berkeberatan.", metavar="NIP")],
    periode: Annotated[str, typer.Option("--periode", help="Bulan yang dikeberatkan, misalnya 2025-01.", metavar="BULAN")],
    alasan: Annotated[str, typer.Option("--alasan", help="Alasan menurut surat keberatannya.", metavar="TEKS")],
    bukti: Annotated[
        list[Path] | None, typer.Option("--bukti", help="Berkas bukti; boleh beberapa kali.", metavar="BERKAS")
    ] = None,
    tanggal: OpsiTanggal = "",
    ruang: OpsiRuang = None,
) -> None:
    """Catat keberatan seorang pegawai dan buat tanda terimanya. Yang terlambat tetap dicatat, dengan tandanya."""
    from kinerja_cli.workflow.keberatan import PerintahCatat
    from kinerja_cli.workflow.keberatan import catat as jalankan
    from kinerja_cli.writers.terminal import keberatan as layar

    perintah = PerintahCatat(nip, wajib_periode(periode), alasan, bukti or (), _tanggal(tanggal))
    hasil = jalankan(buka_ruang(ruang), perintah, pelaku())
    cetak(layar.tercatat(hasil.perkara, hasil.surat))
    _tolak_yang_terbuka(hasil)


@app.command(options_metavar=bahasa.OPSI)
def putuskan(
    nomor: Annotated[str, typer.Argument(help="Nomor keberatan, misalnya K-001.", metavar="NOMOR")],
    diterima: Annotated[bool, typer.Option("--diterima/--ditolak", help="Putusan pejabat.")],
    oleh: Annotated[str, typer.Option("--oleh", help="Nama dan jabatan pejabat yang memutuskan.", metavar="NAMA")],
    pertimbangan: Annotated[str, typer.Option("--pertimbangan", help="Pertimbangan putusannya.", metavar="TEKS")],
    ubah: Annotated[
        list[str] | None,
        typer.Option("--ubah", help="Realisasi menurut putusan; boleh beberapa kali.", metavar="KODE=NILAI"),
    ] = None,
    ruang: OpsiRuang = None,
) -> None:
    """Catat putusan pejabat atas sebuah keberatan, hitung lagi yang diubah, dan buat suratnya."""
    from kinerja_cli.workflow.putusan import PerintahPutuskan
    from kinerja_cli.workflow.putusan import putuskan as jalankan
    from kinerja_cli.writers.terminal import keberatan as layar

    perintah = PerintahPutuskan(nomor, diterima, oleh, pertimbangan, ubah or ())
    tempat = buka_ruang(ruang)
    with kemajuan("Mencatat putusan dan menghitung"):
        hasil = jalankan(tempat, perintah, pelaku())
    if hasil.hitungan:
        cetak_hasil_hitung(hasil.hitungan)
        cetak("")
    if hasil.keberatan:
        cetak(layar.diputus(hasil.keberatan.perkara, hasil.keberatan.surat))
    else:
        beri_tahu("Putusan belum dicatat: betulkan dulu GALAT di atas, lalu ulangi.")
    if hasil.hitungan:
        keluar(kode_hitung(hasil.hitungan))
    if hasil.keberatan:
        _tolak_yang_terbuka(hasil.keberatan)


@app.command(options_metavar=bahasa.OPSI)
def daftar(periode: OpsiPeriode = None, ruang: OpsiRuang = None, json: OpsiJson = False) -> None:
    """Tampilkan penyerahan dengan sisa waktunya, dan semua keberatan dengan putusannya."""
    from kinerja_cli.workflow.keberatan import daftar as cari
    from kinerja_cli.writers import mesin_keberatan
    from kinerja_cli.writers.terminal import keberatan as layar

    semua = cari(buka_ruang(ruang), periode_dari_opsi(periode), pelaku().kini.date())
    if json:
        cetak_polos(mesin_keberatan.json_keberatan(semua))
    else:
        cetak(layar.daftar(semua))


def _tanggal(teks: str) -> dt.date | None:
    """Read ``--tanggal``; None where it isn't given.

    Raises:
        KinerjaError: it is no date.
    """
    from kinerja_cli.core.layanan.tanggal import tanggal_dari_sel
    from kinerja_cli.errors import KinerjaError

    if not teks:
        return None
    tanggal = tanggal_dari_sel(teks)
    if tanggal is None:
        raise KinerjaError(f"“{teks}” bukan tanggal.", "Tulis misalnya 2025-02-03 atau 3 Februari 2025.")
    return tanggal.saat.date()


def _tolak_yang_terbuka(hasil: HasilKeberatan) -> None:
    if hasil.surat is None:
        beri_tahu("Sudah tercatat. Tutup suratnya di program lain, lalu jalankan kinerja laporan.")
        keluar(TIDAK_BISA)
