"""The page that an operator reads before the exercise."""

from __future__ import annotations

from kinerja_cli.core.latihan.bulan import BULAN, DAERAH
from kinerja_cli.core.latihan.folder import BERKAS_DINAS, HASIL
from kinerja_cli.core.latihan.soal import Soal
from kinerja_cli.writers.jinja import lingkungan, sumber


def halaman_petunjuk(soal: Soal) -> str:
    """Give the page."""
    lembar: dict[str, list[str]] = {}
    for h in soal.bersih:
        lembar.setdefault(h.tempat.berkas, []).append(h.tempat.lembar)
    return lingkungan().get_template("latihan.html.j2").render(
        gaya=sumber("gaya.css"), daerah=DAERAH, bulan=BULAN.nama, benih=soal.benih, banyak=len(soal.kesalahan),
        lembar=lembar, folder=BERKAS_DINAS, hasil=HASIL,
    )  # fmt: skip
