"""The page for a meeting: one A4."""

from __future__ import annotations

from kinerja_cli.core.rapat import CARA_MEMILIH, Rapat
from kinerja_cli.writers.html import umum
from kinerja_cli.writers.jinja import lingkungan


def halaman_rapat(rapat: Rapat) -> str:
    """Give the meeting page of a dinas."""
    penanda = rapat.laporan.konteks.kepala.get(rapat.laporan.dinas)
    return lingkungan().get_template("rapat.html.j2").render(
        **umum(rapat.laporan.konteks), r=rapat, penanda=penanda, cara=CARA_MEMILIH
    )  # fmt: skip
