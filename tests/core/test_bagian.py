from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_cli.core.bagian import serasikan, setengah_ke_atas


@pytest.mark.parametrize(
    ("nilai", "harap"), [("0.5", 1), ("0.49", 0), ("1.5", 2), ("2.5", 3), ("18001/2", 9001), ("9000", 9000), ("20/3", 7)]
)
def test_half_goes_up(nilai: str, harap: int) -> None:
    assert setengah_ke_atas(Fraction(nilai)) == harap


def test_shares_worked_by_hand() -> None:
    # 17 14/31 and 23 17/31 person-months in hundredths: 1745,16 and 2354,84
    assert serasikan([Fraction(54100, 31), Fraction(73000, 31)], 4100) == (1745, 2355)
    assert serasikan([Fraction(100, 3)] * 3, 100) == (34, 33, 33)
    assert serasikan([], 0) == ()


@given(st.lists(st.fractions(min_value=0, max_value=10_000, max_denominator=31), max_size=40))
def test_printed_shares_add_up_and_none_moves_by_one(bagian: list[Fraction]) -> None:
    seluruh = setengah_ke_atas(sum(bagian, Fraction(0)))
    tercetak = serasikan(bagian, seluruh)
    assert sum(tercetak) == seluruh
    assert all(abs(n - asli) < 1 for n, asli in zip(tercetak, bagian, strict=True))
