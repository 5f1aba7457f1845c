"""The letter to somebody who objected: a receipt first, then the decision; one page to print, without a script."""

from __future__ import annotations

from kinerja_cli.core.keberatan import Perkara
from kinerja_cli.core.laporan import KERAHASIAAN, Konteks
from kinerja_cli.core.periode import cetak_tanggal
from kinerja_cli.writers.jinja import lingkungan, sumber


def halaman_keberatan(perkara: Perkara, konteks: Konteks) -> str:
    """Give the letter of an objection as it stands."""
    return lingkungan().get_template("keberatan.html.j2").render(
        gaya=sumber("gaya.css"), kerahasiaan=KERAHASIAAN, k=konteks, m=perkara, p=perkara.pengajuan,
        putusan=perkara.putusan, tenggat=perkara.tenggat, tanggal=cetak_tanggal,
    )  # fmt: skip
