"""The page that may be published: no names, no NIP, no group from which somebody could be worked out."""

from __future__ import annotations

from kinerja_cli.core.laporan import Konteks
from kinerja_cli.core.publik import TERKECIL, Publik
from kinerja_cli.writers.html import umum
from kinerja_cli.writers.jinja import lingkungan


def halaman_publik(publik: Publik, konteks: Konteks) -> str:
    """Give the public page of a month."""
    return lingkungan().get_template("publik.html.j2").render(**umum(konteks), p=publik, terkecil=TERKECIL)
