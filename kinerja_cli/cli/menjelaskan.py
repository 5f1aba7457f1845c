"""Panel "Menjelaskan": sosialisasi, tagih."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kinerja_cli.cli.bulanan import OpsiRuang
from kinerja_cli.cli.konsol import cetak

PANEL = "Menjelaskan"


def sosialisasi(
    ke: Annotated[
        Path | None,
        typer.Option("-o", "--ke", help="Folder tujuan; bawaannya laporan/sosialisasi di ruang kerja.", metavar="FOLDER"),
    ] = None,
    aturan: Annotated[
        str, typer.Option("--aturan", help="Id atau tujuan aturan; bawaannya dari kinerja.toml.", metavar="ID")
    ] = "",
    ruang: OpsiRuang = None,
) -> None:
    """Buat selebaran dan paparan yang menerangkan cara menilai, dari aturan yang dipakai."""
    from kinerja_cli.workflow.ruang import cari_ruang
    from kinerja_cli.workflow.sosialisasi import tulis_sosialisasi
    from kinerja_cli.writers.terminal import menyiapkan as layar

    cetak(layar.berkas_ditulis(tulis_sosialisasi(cari_ruang(ruang, Path.cwd()), ke, aturan)))
