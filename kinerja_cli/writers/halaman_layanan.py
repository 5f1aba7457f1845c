"""The page of service times: one file, without anything from outside and without a script."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kinerja_cli.core.laporan import KERAHASIAAN
from kinerja_cli.core.layanan.laporan import TANPA_PETUGAS, LaporanLayanan
from kinerja_cli.core.layanan.ukur import cetak_lama
from kinerja_cli.core.periode import cetak_tanggal
from kinerja_cli.core.temuan import Temuan, Tingkat
from kinerja_cli.writers.jinja import lingkungan, sumber


def halaman_layanan(laporan: LaporanLayanan, temuan: Sequence[Temuan]) -> str:
    """Give the page for the head of office; of each kind of finding the first, and how many there are."""
    perlu = [t for t in temuan if t.tingkat is not Tingkat.INFO]
    jumlah = Counter(t.kode for t in perlu)
    pertama = {t.kode: t for t in reversed(perlu)}
    return lingkungan().get_template("layanan.html.j2").render(
        gaya=sumber("gaya.css"), kerahasiaan=KERAHASIAAN, l=laporan, lama=cetak_lama, tanggal=cetak_tanggal,
        tanpa_petugas=TANPA_PETUGAS, temuan=[(pertama[kode], jumlah[kode]) for kode in sorted(jumlah)],
    )  # fmt: skip
