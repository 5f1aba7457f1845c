"""Panel "Menelusuri": riwayat."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kinerja_cli.cli.bulanan import OpsiJson, OpsiPeriode, OpsiRuang
from kinerja_cli.cli.konsol import cetak, cetak_polos, periode_dari_opsi

PANEL = "Menelusuri"


def riwayat(
    periode: OpsiPeriode = None,
    tindakan: Annotated[str, typer.Option("--tindakan", help="Misalnya hitung, kunci, batalkan.", metavar="NAMA")] = "",
    orang: Annotated[
        str, typer.Option("--orang", help="NIP pegawai (hasilnya ikut tampil), atau nama pelaku.", metavar="NIP-ATAU-NAMA")
    ] = "",
    ruang: OpsiRuang = None,
    json: OpsiJson = False,
) -> None:
    """Tampilkan jejak audit: apa yang dilakukan, oleh siapa, kapan, dan mengapa."""
    from kinerja_cli.workflow.riwayat import riwayat as cari
    from kinerja_cli.workflow.ruang import wajib_ruang
    from kinerja_cli.writers import mesin
    from kinerja_cli.writers.terminal import menelusuri as layar

    semua = cari(wajib_ruang(ruang, Path.cwd()), periode_dari_opsi(periode), tindakan, orang)
    if json:
        cetak_polos(mesin.json_riwayat(semua))
    else:
        cetak(layar.riwayat(semua))
