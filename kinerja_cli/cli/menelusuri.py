"""Panel "Menelusuri": bandingkan."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kinerja_cli.cli.bulanan import OpsiJson, OpsiPeriode, OpsiRuang
from kinerja_cli.cli.konsol import catat, cetak, cetak_polos, periode_dari_opsi

PANEL = "Menelusuri"


def bandingkan(
    penilai: Annotated[bool, typer.Option("--penilai", help="Bandingkan para penilai dan unit kerja.")] = False,
    periode: OpsiPeriode = None,
    ruang: OpsiRuang = None,
    json: OpsiJson = False,
    format_: Annotated[
        str, typer.Option("--format", help="Tulis juga sebagai: xlsx, html (pisahkan dengan koma).", metavar="JENIS")
    ] = "",
    ke: Annotated[
        Path | None,
        typer.Option("-o", "--ke", help="Folder tempat menulisnya; bawaannya laporan/ bulan itu.", metavar="FOLDER"),
    ] = None,
) -> None:
    """Bandingkan para penilai dan unit: apa yang layak ditanyakan, tanpa mengubah nilai."""
    from kinerja_cli.workflow.penilai import banding_penilai, tulis_penilai
    from kinerja_cli.workflow.ruang import wajib_ruang
    from kinerja_cli.writers import mesin
    from kinerja_cli.writers.terminal import penilai as layar

    tempat = wajib_ruang(ruang, Path.cwd())
    laporan = banding_penilai(tempat, periode_dari_opsi(periode))
    if json:
        cetak_polos(mesin.json_penilai(laporan))
    else:
        cetak(layar.penilai(laporan))
    jenis = [f.strip().lower() for f in format_.split(",") if f.strip()]
    for berkas in tulis_penilai(laporan, jenis, ke or tempat.folder_laporan(laporan.konteks.periode)):
        catat(f"Ditulis: {berkas}")
