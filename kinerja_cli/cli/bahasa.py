"""Typer in Indonesian: its help pages' words, and its usage errors. The only module that knows Typer's insides."""

from __future__ import annotations

import gettext
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typer._click.core import Command, Context
    from typer._click.exceptions import UsageError
    from typer._click.formatting import HelpFormatter
    from typer.core import TyperOption, _TyperParameter

OPSI = "[OPSI]"
PERINTAH = "PERINTAH [ARGUMEN]..."
_BANTUAN = "Tampilkan bantuan ini."
_PEMAKAIAN = "Pemakaian: "

_USAGE: tuple[tuple[str, str], ...] = (
    (
        r"No such command '(.+)'\. Did you mean '(.+?)'.*",
        "Perintah “{0}” tidak ada. Maksud Anda “{1}”?",
    ),
    (r"No such command '(.+)'\.", "Perintah “{0}” tidak ada."),
    (r"No such option: (\S+) \(Possible options: (.+)\)", "Opsi {0} tidak ada. Maksud Anda {1}?"),
    (r"No such option: (\S+)", "Opsi {0} tidak ada."),
    (r"Option '(.+)' requires .+", "Opsi {0} perlu diikuti nilainya."),
    (r"Option '(.+)' does not take a value\.", "Opsi {0} tidak memakai nilai."),
    (r"Got unexpected extra argument\(s\) \((.+)\)", "Tidak dipahami: {0}. Apit nama yang berspasi dengan tanda petik."),
    (r"Missing argument '(.+?)'.*", "{0} belum disebut."),
    (r"Missing option '(.+?)'.*", "Opsi {0} wajib disebut."),
    (r"Missing command\.", "Perintah belum disebut."),
    (
        r"Invalid value for '(.+?)': (?:Value error, )?'(.*)' is not one of (.+)\.",
        "Nilai {0} “{1}” tidak dikenal. Yang ada: {2}.",
    ),
    (r"Invalid value for '(.+?)': .*", "Nilai untuk {0} tidak dapat dipakai."),
    (r"Invalid value for (.+?): .*", "Nilai untuk {0} tidak dapat dipakai."),
)
"""What Typer 0.29 says in English (typer/_click/exceptions.py, parser.py, core.py), and what we say instead."""


def pasang() -> None:
    """Set Typer's own words; must run before Typer is imported, since it translates some of them on import."""
    os.environ["LANGUAGE"] = "id"
    gettext.bindtextdomain("messages", str(Path(__file__).parent / "locale"))
    gettext.textdomain("messages")

    from typer import core
    from typer._click import core as click_core
    from typer._click import formatting

    asli_bantuan, asli_pemakaian = click_core.Command.get_help_option, formatting.HelpFormatter.write_usage

    def get_help_option(self: Command, ctx: Context) -> TyperOption | None:
        opsi = asli_bantuan(self, ctx)
        if opsi is not None:
            opsi.help = _BANTUAN
        return opsi

    def write_usage(self: HelpFormatter, prog: str, args: str = "", prefix: str | None = None) -> None:
        asli_pemakaian(self, prog, args, _PEMAKAIAN if prefix is None else prefix)

    def display_type(self: _TyperParameter, ctx: Context) -> str:
        pilihan = self.type_descriptor.choices or ()
        return f"<{'|'.join(map(str, pilihan))}>" if pilihan else ""

    # None of these goes through gettext, and no option of Typer sets it; <bool> and <path> say nothing to an official.
    core._TyperParameter.display_type = display_type  # type: ignore[method-assign]
    click_core.Command.get_help_option = get_help_option  # type: ignore[method-assign]
    formatting.HelpFormatter.write_usage = write_usage  # type: ignore[method-assign]


def kalimat(galat: UsageError) -> str:
    """Say a usage error in Indonesian, with the help page to read; "" where Typer has shown the help page itself."""
    if type(galat).__name__ == "NoArgsIsHelpError":
        return ""
    inggris = galat.format_message()
    for pola, kata in _USAGE:
        cocok = re.fullmatch(pola, inggris, re.DOTALL)
        if cocok:
            isi = kata.format(*(teks.replace("'", "") for teks in cocok.groups()))
            break
    else:
        isi = "Perintah ini tidak dipahami."
    jalur = galat.ctx.command_path if galat.ctx else "kinerja"
    return f"{isi}\n→ Lihat “{jalur} --help”."
