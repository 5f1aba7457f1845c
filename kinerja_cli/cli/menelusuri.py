"""Panel "Menelusuri": bandingkan."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kinerja_cli.cli.bulanan import OpsiJson, OpsiPeriode, OpsiRuang
from kinerja_cli.cli.konsol import catat, cetak, cetak_polos, periode_dari_opsi

if TYPE_CHECKING:
    from kinerja_cli.core.periode import Periode
    from kinerja_cli.store import RuangKerja

PANEL = "Menelusuri"


def bandingkan(
    bulan: Annotated[
        list[str] | None, typer.Argument(help="Dua bulan, misalnya 2025-01 2025-02.", metavar="BULAN BULAN")
    ] = None,
    penilai: Annotated[
        bool, typer.Option("--penilai", help="Bandingkan para penilai dan unit kerja dalam satu bulan.")
    ] = False,
    periode: OpsiPeriode = None,
    ruang: OpsiRuang = None,
    json: OpsiJson = False,
    format_: Annotated[
        str,
        typer.Option("--format", help="Dengan --penilai, tulis juga sebagai: xlsx, html (boleh keduanya).", metavar="JENIS"),
    ] = "",
    ke: Annotated[
        Path | None,
        typer.Option("-o", "--ke", help="Folder tempat menulisnya; bawaannya laporan bulan itu.", metavar="FOLDER"),
    ] = None,
) -> None:
    """Bandingkan dua bulan, orang demi orang; atau para penilai dan unit: apa yang layak ditanyakan."""
    from kinerja_cli.errors import KinerjaError
    from kinerja_cli.workflow.ruang import wajib_ruang

    dua = [p for p in map(periode_dari_opsi, bulan or ()) if p]
    if penilai == bool(dua) or (dua and (len(dua) != 2 or periode or format_ or ke)):
        raise KinerjaError(
            "Sebut dua bulan, atau --penilai.",
            "Misalnya: kinerja bandingkan 2025-01 2025-02, atau kinerja bandingkan --penilai --periode 2025-01.",
        )
    tempat = wajib_ruang(ruang, Path.cwd())
    if penilai:
        _penilai(tempat, periode_dari_opsi(periode), format_, ke, json=json)
    else:
        _bulan(tempat, dua[0], dua[1], json=json)


def _penilai(ruang: RuangKerja, periode: Periode | None, format_: str, ke: Path | None, *, json: bool) -> None:
    from kinerja_cli.workflow.penilai import banding_penilai, tulis_penilai
    from kinerja_cli.writers import mesin
    from kinerja_cli.writers.terminal import penilai as layar

    laporan = banding_penilai(ruang, periode)
    if json:
        cetak_polos(mesin.json_penilai(laporan))
    else:
        cetak(layar.penilai(laporan))
    jenis = [f.strip().lower() for f in format_.split(",") if f.strip()]
    for berkas in tulis_penilai(laporan, jenis, ke or ruang.folder_laporan(laporan.konteks.periode)):
        catat(f"Ditulis: {berkas}")


def _bulan(ruang: RuangKerja, asal: Periode, jadi: Periode, *, json: bool) -> None:
    from kinerja_cli.workflow.banding import banding_bulan
    from kinerja_cli.writers import mesin
    from kinerja_cli.writers.terminal import banding as layar

    hasil = banding_bulan(ruang, asal, jadi)
    if json:
        cetak_polos(mesin.json_bulan(asal, jadi, hasil.banding, datang=hasil.datang, pergi=hasil.pergi))
    else:
        cetak(layar.bulan(hasil.asal, hasil.jadi, hasil.banding, datang=hasil.datang, pergi=hasil.pergi))
