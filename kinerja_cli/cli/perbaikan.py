"""Commands of ``kinerja perbaikan``: buat, terapkan."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kinerja_cli.cli import bahasa
from kinerja_cli.cli.bulanan import ArgBerkas, OpsiPeriode, OpsiRuang
from kinerja_cli.cli.konsol import ADA_GALAT, cari_ruang, cetak, keluar, kemajuan, periode_dari_opsi

app = typer.Typer(
    name="perbaikan",
    help="Buat berkas kecil berisi baris yang salah saja, lalu terapkan isiannya ke berkas asal.",
    no_args_is_help=True,
    options_metavar=bahasa.OPSI,
    subcommand_metavar=bahasa.PERINTAH,
)


@app.command(options_metavar=bahasa.OPSI)
def buat(
    berkas: ArgBerkas,
    ke: Annotated[Path, typer.Option("-o", "--ke", help="Folder tempat menulis berkas perbaikan.", metavar="FOLDER")],
    periode: OpsiPeriode = None,
    ruang: OpsiRuang = None,
) -> None:
    """Periksa berkas, lalu tulis berkas perbaikan: baris yang salah saja, sel yang salah terbuka, lainnya terkunci."""
    from kinerja_cli.core.temuan import ada_galat
    from kinerja_cli.workflow.perbaikan import buat_perbaikan
    from kinerja_cli.writers.terminal import perbaikan as layar

    tempat, bulan = cari_ruang(ruang), periode_dari_opsi(periode)
    with kemajuan("Memeriksa berkas"):
        hasil = buat_perbaikan(tempat, berkas, ke, bulan)
    cetak(*layar.sesudah_buat(hasil.tertulis, hasil.sisa))
    if ada_galat(hasil.sisa):
        keluar(ADA_GALAT)


@app.command(options_metavar=bahasa.OPSI)
def terapkan(
    perbaikan: Annotated[Path, typer.Argument(help="Berkas perbaikan yang sudah diisi.", metavar="PERBAIKAN")],
    berkas: Annotated[Path, typer.Argument(help="Berkas asal yang hendak dibetulkan.", metavar="BERKAS")],
    ke: Annotated[Path, typer.Option("-o", "--ke", help="Berkas baru yang akan ditulis.", metavar="BARU")],
) -> None:
    """Salin isian berkas perbaikan ke salinan berkas asal. Hanya sel yang diubah yang berganti; lainnya tetap."""
    from kinerja_cli.workflow.perbaikan import terapkan_perbaikan
    from kinerja_cli.writers.terminal import perbaikan as layar

    with kemajuan("Menyalin isian"):
        hasil = terapkan_perbaikan(perbaikan, berkas, ke)
    cetak(*layar.sesudah_terapkan(hasil.penerapan, hasil.tertulis, nilai_saja=hasil.nilai_saja, berumus=hasil.berumus))
    if hasil.penerapan.penolakan:
        keluar(ADA_GALAT)
