"""Panel "Mengunci": kunci, buka-kunci, batalkan."""

from __future__ import annotations

from typing import Annotated

import typer

from kinerja_cli.cli.bulanan import OpsiRuang
from kinerja_cli.cli.konsol import buka_ruang, cetak, kemajuan, pelaku, wajib_periode

PANEL = "Mengunci"

ArgPeriode = Annotated[str, typer.Argument(help="Bulan, misalnya 2025-01.", metavar="PERIODE")]
OpsiAlasan = Annotated[str, typer.Option("--alasan", help="Alasannya; tersimpan di jejak audit.", metavar="TEKS")]


def kunci(periode: ArgPeriode, ruang: OpsiRuang = None) -> None:
    """Kunci periode yang sudah disahkan: sesudah itu hasilnya tidak dapat diubah."""
    from kinerja_cli.workflow.kunci import kunci as jalankan
    from kinerja_cli.writers.terminal import mengunci as layar

    bulan = wajib_periode(periode)
    tempat = buka_ruang(ruang)
    with kemajuan("Mengunci"):
        hasil = jalankan(tempat, bulan, pelaku())
    cetak(layar.terkunci(hasil, bulan))


def buka_kunci(periode: ArgPeriode, alasan: OpsiAlasan, ruang: OpsiRuang = None) -> None:
    """Buka kunci periode supaya dapat dibetulkan; alasannya tercatat dan tercetak di laporan."""
    from kinerja_cli.workflow.kunci import buka_kunci as jalankan
    from kinerja_cli.writers.terminal import mengunci as layar

    bulan = wajib_periode(periode)
    tempat = buka_ruang(ruang)
    with kemajuan("Membuka kunci"):
        jalankan(tempat, bulan, alasan, pelaku())
    cetak(layar.terbuka(bulan))


def batalkan(periode: ArgPeriode, alasan: OpsiAlasan, ruang: OpsiRuang = None) -> None:
    """Batalkan hitungan terakhir sebuah periode: hasil sebelumnya berlaku lagi, yang dibatalkan tetap tersimpan."""
    from kinerja_cli.workflow.kunci import batalkan as jalankan
    from kinerja_cli.writers.terminal import bulanan
    from kinerja_cli.writers.terminal import mengunci as layar

    bulan = wajib_periode(periode)
    tempat = buka_ruang(ruang)
    with kemajuan("Membatalkan dan menulis laporan"):
        hasil = jalankan(tempat, bulan, alasan, pelaku())
    cetak(
        layar.dibatalkan(bulan),
        bulanan.selisih(hasil.selisih, bulan),
        bulanan.laporan(hasil.laporan.folder, hasil.laporan.tertulis),
    )
