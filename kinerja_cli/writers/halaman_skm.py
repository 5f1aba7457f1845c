"""Pages of a survey: one for the office, one to be made public (A4); nothing from outside, no script."""

from __future__ import annotations

from collections.abc import Mapping

from kinerja_cli import __version__
from kinerja_cli.core.angka import SERATUS_PERSEN
from kinerja_cli.core.aturan import KEPASTIAN
from kinerja_cli.core.laporan import KERAHASIAAN
from kinerja_cli.core.skm.laporan import LaporanSkm, cetak_nrr, dasar_skm
from kinerja_cli.core.temuan import Tingkat
from kinerja_cli.writers.jinja import lingkungan, sumber

_KELAS = ("p0", "p1", "p2", "p4")
"""Colours of the grades, best first."""


def halaman_skm(laporan: LaporanSkm) -> str:
    """Give the page for the head of office: the index, what lowers it, what to do, who answered, what was odd."""
    dulu = {u.id: selisih for u, selisih in laporan.lalu.unsur} if laporan.lalu else {}
    return lingkungan().get_template("skm.html.j2").render(
        **_umum(laporan),
        selisih=dulu,
        temuan=[t for t in laporan.temuan if t.tingkat is not Tingkat.INFO],
        catatan=[t for t in laporan.temuan if t.tingkat is Tingkat.INFO],
        metode=dasar_skm(laporan),
        kepastian=KEPASTIAN,
        kerahasiaan=KERAHASIAAN,
    )  # fmt: skip


def halaman_publikasi(laporan: LaporanSkm) -> str:
    """Give the page to be made public: index, grade, time and respondents in numbers; no names, one sheet of A4."""
    return lingkungan().get_template("publikasi_skm.html.j2").render(**_umum(laporan))


def _umum(laporan: LaporanSkm) -> Mapping[str, object]:
    kelas = {k.mutu: _KELAS[min(i, len(_KELAS) - 1)] for i, k in enumerate(laporan.aturan.kategori)}
    dulu = {u.id: selisih for u, selisih in laporan.lalu.unsur} if laporan.lalu else {}
    batang = [
        {
            "label": u.unsur.nama,
            "nilai": u.indeks / SERATUS_PERSEN * 100,
            "teks": u.indeks,
            "kelas": kelas[u.kategori.mutu],
            "lalu": (u.indeks - dulu[u.unsur.id]) / SERATUS_PERSEN * 100 if u.unsur.id in dulu else None,
        }
        for u in laporan.hasil.unsur
    ]
    return {
        "l": laporan, "gaya": sumber("gaya.css"), "kelas": kelas, "batang": batang, "nrr": cetak_nrr, "versi": __version__,
    }  # fmt: skip
