"""The distribution pattern of SE MenPANRB 3/2023 (a copy): both sides of every edge; advice only."""

from __future__ import annotations

from fractions import Fraction

import pytest

from kinerja_cli.core.pola import SESUAI, UNIT_KECIL, cocokkan
from kinerja_cli.readers.pelengkap import baca_pola

POLA = baca_pola()
NAMA = ("Sangat Baik", "Baik", "Cukup", "Kurang", "Sangat Kurang")


def saran(organisasi: str, *banyak: int, orang: int = 100, nama: tuple[str, ...] = NAMA) -> tuple[str, ...]:
    return cocokkan([(n, Fraction(b)) for n, b in zip(nama, banyak, strict=True)], orang, organisasi, POLA)


@pytest.mark.parametrize(
    ("organisasi", "banyak", "sesuai"),
    [
        ("Istimewa", (70, 30, 0, 0, 0), True),
        ("Istimewa", (71, 29, 0, 0, 0), False),  # at most 70 %
        ("Istimewa", (40, 60, 0, 0, 0), False),  # not the most
        ("Istimewa", (50, 50, 0, 0, 0), True),
        ("Baik", (25, 70, 5, 0, 0), True),
        ("Baik", (24, 71, 5, 0, 0), False),
        ("Baik", (30, 70, 0, 0, 0), False),  # no Butuh Perbaikan or Kurang
        ("Baik", (29, 70, 0, 1, 0), True),
        ("Butuh Perbaikan", (10, 30, 60, 0, 0), True),
        ("Butuh Perbaikan", (10, 31, 59, 0, 0), False),
        ("Butuh Perbaikan", (11, 29, 60, 0, 0), False),
        ("Kurang", (10, 20, 10, 60, 0), True),
        ("Kurang", (10, 21, 9, 60, 0), False),
        ("Kurang", (10, 21, 10, 59, 0), False),
        ("Kurang", (11, 19, 10, 60, 0), False),
        ("Sangat Kurang", (0, 30, 5, 5, 60), True),
        ("Sangat Kurang", (0, 31, 5, 4, 60), False),
        ("Sangat Kurang", (1, 29, 5, 5, 60), False),
        ("Sangat Kurang", (0, 31, 5, 5, 59), False),
    ],
)
def test_both_sides_of_every_edge(organisasi: str, banyak: tuple[int, ...], sesuai: bool) -> None:
    assert (saran(organisasi, *banyak) == (SESUAI,)) == sesuai


def test_what_differs_is_said_with_the_figure_and_the_advice() -> None:
    assert saran("Baik", 20, 80, 0, 0, 0) == (
        "Baik 80,00 %; saran: Baik terbanyak, paling banyak 70 %",
        "Butuh Perbaikan atau Kurang 0,00 %; saran: Butuh Perbaikan atau Kurang ada",
    )


def test_a_third_is_compared_exactly() -> None:
    # 70 % of 41 person-months and 14 of 31 days: no float decides
    banyak = [("Baik", Fraction(7, 10)), ("Cukup", Fraction(3, 10))]
    assert cocokkan(banyak, 100, "Baik", POLA) == (SESUAI,)
    assert cocokkan([("Baik", Fraction(7, 10) + Fraction(1, 10**9)), ("Cukup", Fraction(3, 10))], 100, "Baik", POLA) != (
        SESUAI,
    )


def test_small_units_are_marked() -> None:
    assert saran("Baik", 0, 9, 0, 0, 0, orang=9) == (UNIT_KECIL,)
    assert saran("Baik", 0, 10, 0, 0, 0, orang=10) != (UNIT_KECIL,)
    assert saran("Baik", 0, 0, 0, 0, 0) == (UNIT_KECIL,)


def test_an_unknown_category_is_not_guessed() -> None:
    (satu,) = saran("Baik", 0, 90, 10, nama=("Istimewa Sekali", "Baik", "Sedang"))
    assert "Sedang" in satu


def test_every_figure_has_a_source() -> None:
    assert {b.dasar.kepastian for b in POLA.batas} == {"salinan"}
    assert {b.dasar.sumber for b in POLA.batas} == {"SE MenPANRB 3/2023"}
