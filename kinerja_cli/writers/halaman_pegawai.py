"""Slips: one A4 page for each person, with their own sum and nobody else's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kinerja_cli.core.kata_aturan import langkah_akhir
from kinerja_cli.core.laporan import Konteks, OrangRinci
from kinerja_cli.core.tenggat import Tenggat
from kinerja_cli.writers.html import kolom, sel, umum
from kinerja_cli.writers.jinja import lingkungan


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
    return lingkungan().get_template("slip.html.j2").render(
        **umum(konteks), judul=judul, orang=orang, tenggat=tenggat, gerak=gerak, kolom=kolom(konteks.aturan),
        baris={o.nip: [sel(b) for b in o.rincian] for o in orang},
        langkah={o.nip: langkah_akhir(o, konteks.aturan) for o in orang},
    )  # fmt: skip
