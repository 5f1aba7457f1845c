"""The law is data: every number in a rule file has its source, and none of them stands in Python."""

from __future__ import annotations

import ast
import datetime as dt
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from kinerja_cli.core.aturan import KEPASTIAN

PAKET = Path(__file__).parents[2] / "kinerja_cli"
BERKAS = sorted((PAKET / "aturan").glob("*.toml"))

UMUM = {0, 1, 2, 10, 100, 10_000}
"""Counting, halves, decimal places, percent and its hundredths: not of the law."""
BOLEH = {
    ("angka.py", 61): "a power of two below int64",
    ("penilaian.py", 61): "a power of two below int64",
    ("laporan.py", 80): "length of a file name",
    ("judul.py", 30): "rows within which a header is searched (contract)",
    ("curiga.py", 1000): "tenths of a percent",
    ("anotasi.py", 1000): "length of a note on a cell",
    ("cadangan.py", 80): "length of a name in a message",
    ("cadangan.py", 1000): "length of a name in an archive",
    ("tepi.py", 50): "hundredths of a point: how near a line is near, where the settings don't say",
    ("penyimpanan.py", 5000): "rows of sums from which on a second process pays for its start",
    ("penilai.py", 1000): "thousandths of Cliff's delta",
    ("contoh_aturan.py", 80): "a made-up target",
    ("contoh_aturan.py", 90): "a made-up perilaku",
    ("contoh_aturan.py", 50): "a made-up weight",
    ("contoh_aturan.py", 30): "a made-up weight",
}
"""Numbers that happen to be in a rule file too, each with what it is. Readers and writers have limits and widths."""


def pohon(berkas: Path) -> dict[str, object]:
    return tomllib.loads(berkas.read_text("utf-8"), parse_float=Decimal)


def bagian(isi: object) -> Iterator[dict[str, object]]:
    """Every table of a file, the file itself first."""
    if isinstance(isi, dict):
        yield isi
    for anak in isi.values() if isinstance(isi, dict) else isi if isinstance(isi, list) else ():
        yield from bagian(anak)


def angka(satu: dict[str, object]) -> list[Decimal]:
    return [Decimal(n) for n in satu.values() if isinstance(n, (int, Decimal)) and not isinstance(n, bool)]


@pytest.mark.parametrize("berkas", BERKAS, ids=lambda p: p.stem)
def test_every_number_stands_beside_its_source_date_and_certainty(berkas: Path) -> None:
    isi = pohon(berkas)
    sumber = {s["id"] for s in isi["sumber"]}  # type: ignore[union-attr]  # a list of tables
    berangka = [satu for satu in bagian(isi) if angka(satu)]
    assert len(berangka) > 8
    for satu in berangka:
        assert satu.get("dasar") in sumber, satu
        assert isinstance(satu.get("sejak"), dt.date), satu
        assert satu.get("kepastian") in KEPASTIAN, satu


def test_no_number_of_the_law_stands_in_python() -> None:
    hukum = {n for berkas in BERKAS for satu in bagian(pohon(berkas)) for n in angka(satu)}
    hukum = {n * kali for n in hukum for kali in (1, 100)} - {Decimal(n) for n in UMUM}
    assert {Decimal("1.76"), Decimal(11_000), Decimal(24)} <= hukum
    ada = {
        (berkas.name, simpul.value)
        for folder in ("core", "workflow")
        for berkas in sorted((PAKET / folder).glob("*.py"))
        for simpul in ast.walk(ast.parse(berkas.read_text("utf-8")))
        if isinstance(simpul, ast.Constant) and type(simpul.value) in (int, float) and Decimal(str(simpul.value)) in hukum
    }
    assert ada == set(BOLEH)


def test_no_category_or_rating_stands_in_the_program() -> None:
    nama: set[str] = set()
    for berkas in BERKAS:
        isi = pohon(berkas)
        nama |= {str(p["nama"]) for p in isi["predikat"]}  # type: ignore[attr-defined]  # a list of tables
        nama |= {str(e["nama"]) for e in isi.get("matriks", {}).get("ekspektasi", ())}  # type: ignore[attr-defined]  # a table
    assert {"Sangat Baik", "Buruk", "sesuai ekspektasi"} <= nama
    for berkas in sorted(PAKET.rglob("*.py")):
        teks = {s.value for s in ast.walk(ast.parse(berkas.read_text("utf-8"))) if isinstance(s, ast.Constant)}
        assert not teks & nama, berkas
