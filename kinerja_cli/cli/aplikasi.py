"""All commands on one page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer
from typer.core import TyperGroup
from typer.main import get_command_name

from kinerja_cli import __version__
from kinerja_cli.cli import (
    bahasa,
    bulanan,
    cadangan,
    keberatan,
    menelusuri,
    mengunci,
    menjelaskan,
    menyiapkan,
    perbaikan,
    sumber_nilai,
)

if TYPE_CHECKING:
    from typer._click.core import Context


class _Kelompok(TyperGroup):
    """Hands Ctrl-C on with its sentence; Typer itself would end without a word."""

    def invoke(self, ctx: Context) -> object:
        """Run the command of the arguments.

        Raises:
            Abort: Ctrl-C.
        """
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt as e:
            raise typer.Abort(str(e)) from e


app = typer.Typer(
    name="kinerja",
    cls=_Kelompok,
    help="Menghitung dan menjelaskan kinerja ASN dari berkas Excel.",
    no_args_is_help=True,
    add_completion=False,
    options_metavar=bahasa.OPSI,
    subcommand_metavar=bahasa.PERINTAH,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
)

_PANEL: tuple[tuple[str, tuple[Callable[..., None], ...]], ...] = (
    (bulanan.PANEL, (bulanan.validasi, bulanan.hitung, bulanan.laporan, bulanan.jelaskan, bulanan.tindak_lanjut)),
    (menyiapkan.PANEL, (menyiapkan.contoh, menyiapkan.mulai, menyiapkan.templat, menyiapkan.aturan, menyiapkan.temuan)),
    (menelusuri.PANEL, (menelusuri.rekap, menelusuri.bandingkan, menelusuri.riwayat, menelusuri.buktikan)),
    (mengunci.PANEL, (mengunci.kunci, mengunci.buka_kunci, mengunci.batalkan)),
    (sumber_nilai.PANEL, (sumber_nilai.skm, sumber_nilai.layanan)),
    (menjelaskan.PANEL, (menjelaskan.sosialisasi, menjelaskan.tagih)),
)
for _panel, _semua in _PANEL:
    for _perintah in _semua:
        app.command(rich_help_panel=_panel, options_metavar=bahasa.OPSI)(_perintah)

app.add_typer(perbaikan.app, rich_help_panel=menyiapkan.PANEL)
app.add_typer(keberatan.app, rich_help_panel=mengunci.PANEL)
app.add_typer(cadangan.app, rich_help_panel=mengunci.PANEL)


def persempit(nama: str) -> None:
    """Leave only the command of that name: building them all takes 15 ms. Another word leaves all, for the message."""
    perintah = [p for p in app.registered_commands if p.callback and get_command_name(p.callback.__name__) == nama]
    kelompok = [k for k in app.registered_groups if k.typer_instance and k.typer_instance.info.name == nama]
    if perintah or kelompok:
        app.registered_commands, app.registered_groups = perintah, kelompok


def _cetak_versi(minta: bool) -> None:
    if minta:
        typer.echo(f"kinerja {__version__}")
        raise typer.Exit


@app.callback()
def _utama(
    versi: Annotated[
        bool, typer.Option("--versi", "--version", callback=_cetak_versi, is_eager=True, help="Tampilkan versi.")
    ] = False,
) -> None:
    """Menghitung dan menjelaskan kinerja ASN dari berkas Excel."""
