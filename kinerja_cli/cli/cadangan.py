"""Commands of ``kinerja cadangan``: buat, pulihkan."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kinerja_cli.cli import bahasa
from kinerja_cli.cli.bulanan import OpsiRuang
from kinerja_cli.cli.konsol import buka_ruang, cetak, kemajuan, pelaku

app = typer.Typer(
    name="cadangan",
    help="Cadangkan ruang kerja untuk penerus atau arsip, dan pulihkan cadangan.",
    no_args_is_help=True,
    options_metavar=bahasa.OPSI,
    subcommand_metavar=bahasa.PERINTAH,
)


@app.command(options_metavar=bahasa.OPSI)
def buat(
    ke: Annotated[Path, typer.Option("-o", "--ke", help="Berkas zip baru yang akan ditulis.", metavar="BERKAS.zip")],
    sampai: Annotated[
        int | None, typer.Option("--sampai", help="Hanya periode sampai akhir tahun ini, misalnya 2023.", metavar="TAHUN")
    ] = None,
    keluarkan: Annotated[
        bool,
        typer.Option("--keluarkan", help="Dengan --sampai: sesudah cadangan terbukti utuh, keluarkan periodenya dari sini."),
    ] = False,
    ruang: OpsiRuang = None,
) -> None:
    """Tulis cadangan dan surat serah terimanya, lalu baca kembali sampai bita terakhir."""
    from kinerja_cli.errors import KinerjaError
    from kinerja_cli.workflow.cadangan import buat_cadangan
    from kinerja_cli.writers.terminal import cadangan as layar

    if keluarkan and sampai is None:
        raise KinerjaError("--keluarkan memerlukan --sampai TAHUN.", "Misalnya: --sampai 2023 --keluarkan.")
    tempat = buka_ruang(ruang)
    with kemajuan("Menulis dan mencocokkan cadangan"):
        hasil = buat_cadangan(tempat, ke, pelaku(), sampai, keluarkan=keluarkan)
    cetak(layar.dibuat(hasil))


@app.command(options_metavar=bahasa.OPSI)
def pulihkan(
    berkas: Annotated[Path, typer.Argument(help="Berkas cadangan.", metavar="BERKAS.zip")],
    ruang: Annotated[
        Path | None,
        typer.Option("--ruang", help="Folder baru untuk isinya; bawaannya menurut nama berkas.", metavar="FOLDER"),
    ] = None,
) -> None:
    """Pulihkan cadangan ke folder baru. Setiap berkas dicocokkan dulu; folder yang sudah berisi tidak disentuh."""
    from kinerja_cli.workflow.cadangan import pulihkan_cadangan
    from kinerja_cli.writers.terminal import cadangan as layar

    folder = ruang or Path(berkas.stem)
    with kemajuan("Mencocokkan dan memulihkan cadangan"):
        isi = pulihkan_cadangan(berkas, folder)
    cetak(layar.dipulihkan(isi, folder))
