"""Slips: one A4 page for each person, with their own sum and nobody else's."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from kinerja_cli.core.kata_aturan import langkah_akhir
from kinerja_cli.core.laporan import Konteks, OrangRinci
from kinerja_cli.core.tenggat import Tenggat
from kinerja_cli.writers.html import kolom, sel, umum
from kinerja_cli.writers.jinja import lingkungan

_SEBARIS, _MUAT = 50, 28
"""Letters in a line of the column of indicators, and lines that fit a page; above that the print is set smaller."""

_BERKAS = " › "
"""Stands in a place between file and sheet."""


def halaman_slip(
    judul: str, orang: Sequence[OrangRinci], konteks: Konteks, tenggat: Tenggat, gerak: Mapping[str, str]
) -> str:
    """Give the slips of some people.

    Args:
        judul: whose they are: a person, or a dinas.
        orang: the people, in order.
        konteks: the month.
        tenggat: how to object.
        gerak: by NIP, what would move the result, in words.
    """
    baris = {o.nip: [*sel(o.rincian)] for o in orang}
    padat = {nip for nip, isi in baris.items() if _tinggi(isi) > _MUAT}
    asal = {nip: _asal_bersama(isi) if nip in padat else "" for nip, isi in baris.items()}
    return lingkungan().get_template("slip.html.j2").render(
        **umum(konteks), judul=judul, orang=orang, tenggat=tenggat, gerak=gerak, kolom=kolom(konteks.aturan),
        baris={nip: [(*b[:-1], b[-1].removeprefix(asal[nip])) for b in isi] for nip, isi in baris.items()},
        padat=padat, asal={nip: awal.removesuffix("!").removesuffix(_BERKAS) for nip, awal in asal.items()},
        langkah={o.nip: langkah_akhir(o, konteks.aturan) for o in orang},
    )  # fmt: skip


def _tinggi(isi: Sequence[Sequence[str]]) -> int:
    """Estimate how many lines the indicators take in print: the name, and beneath it aspect, direction and place."""
    return sum(math.ceil(len(b[0]) / _SEBARIS) + math.ceil(len(f"{b[1]}, {b[2]} · {b[-1]}") / _SEBARIS) for b in isi)


def _asal_bersama(isi: Sequence[Sequence[str]]) -> str:
    """Give how all places begin: with file and sheet, with the file, or with nothing that is the same."""
    ada = [b[-1] for b in isi if b[-1]]
    for tanda in ("!", _BERKAS):
        if len(semua := {letak.rpartition(tanda)[0] for letak in ada}) == 1:
            return f"{semua.pop()}{tanda}"
    return ""
