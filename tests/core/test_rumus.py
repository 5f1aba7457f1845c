"""Which formula may stand in a sheet: cases worked by hand, where Excel's floats and exact arithmetic part."""

from __future__ import annotations

import math
from fractions import Fraction

import numpy as np
import pytest
from bantu import aturan, semua_aturan
from hypothesis import given
from hypothesis import strategies as st

from kinerja_cli.core.angka import DESIMAL_AMAN, jauh_dari_tepi, kanonis
from kinerja_cli.core.rumus import PENYEBUT_AMAN, Bentuk, bentuk_capaian, nilai_dapat_dirumuskan


def bentuk(r: float, t: float, atas: float = math.nan, arah: str = "naik", menurut: str = "evaluasi-bungo") -> Bentuk:
    satu = (np.array([x]) for x in (r, t, atas))
    (hasil,) = bentuk_capaian(*satu, menurut=np.array([arah], dtype=object), aturan=semua_aturan()[menurut])
    return hasil


@pytest.mark.parametrize(
    ("r", "t", "harap"),
    [
        (84.0, 80.0, Bentuk.DIBULATKAN),  # 105
        (0.83405, 1.0, Bentuk.DIBULATKAN),  # 83,405: a tie
        # 83,405 + 100 ÷ 4.000.000.001.000 ...: 2,5 hundred-millionths of a hundredth past a tie
        (3_336_200_001.0, 4_000_000_001.0, Bentuk.DIBULATKAN),
        # R ÷ T = 0,0000499999999875 of a hundred: a tie less 1,25e-10 hundredths
        (200_000.0, 4_000_000_001.0, Bentuk.BULAT),
        (0.2, 4000.000001, Bentuk.NILAI),  # the same with decimals
        (math.nan, 80.0, Bentuk.DIBULATKAN),
        (5.0, 0.0, Bentuk.DIBULATKAN),
    ],
)
def test_beside_a_tie(r: float, t: float, harap: Bentuk) -> None:
    assert bentuk(r, t) is harap


def test_a_range_needs_no_care_inside_and_the_nearer_end_outside() -> None:
    assert bentuk(5.0, 3.0, 8.0) is Bentuk.DIBULATKAN
    assert bentuk(200_000.0, 4_000_000_001.0, 5_000_000_000.0) is Bentuk.BULAT


def test_the_bend_of_pp_46() -> None:
    """76 of 100 saves 24 % sharp; a realisasi that floats can't tell from it gets a value."""
    assert bentuk(9.12, 12.0, arah="Waktu", menurut="pp-46-2011") is Bentuk.DIBULATKAN
    assert bentuk(7_600_000_000_001.0, 10_000_000_000_000.0, arah="Waktu", menurut="pp-46-2011") is Bentuk.NILAI


@given(st.integers(1, 10**12), st.integers(1, 10**12), st.sampled_from([1, 100, 10**6]))
def test_what_is_called_safe_rounds_right_after_a_rounding_to_ten_decimals(r: int, t: int, bagi: int) -> None:
    """With the worst error that a float of such a size can have, by fractions."""
    rk, tk = (kanonis(np.array([x / bagi])) for x in (r, t))
    x = Fraction(str(rk[0])) / Fraction(str(tk[0])) * 100
    if x > 10_000 or not jauh_dari_tepi(rk, tk, tetap=np.array([0]), tambah=np.array([True]))[0]:
        return
    galat = x * Fraction(4, 2**53)
    for salah in (x - galat, x + galat):
        sepuluh = math.floor(salah * 10**DESIMAL_AMAN + Fraction(1, 2))
        assert math.floor(Fraction(sepuluh, 10 ** (DESIMAL_AMAN - 2)) + Fraction(1, 2)) == math.floor(
            x * 100 + Fraction(1, 2)
        )


def test_a_score_is_a_formula_unless_a_huge_divisor_brings_it_beside_a_tie() -> None:
    assert nilai_dapat_dirumuskan(8_340_500_000, 1_000_000, (-1, 0), aturan())
    pembagi = PENYEBUT_AMAN + 1
    beside = (2 * pembagi * 8340 + pembagi + 1) // 2  # 83,405 and 1 ÷ 2q of a hundredth
    assert not nilai_dapat_dirumuskan(beside, pembagi, (-1, 0), aturan())
    assert nilai_dapat_dirumuskan(beside + 100, pembagi, (-1, 0), aturan())
    pp30 = semua_aturan()["pp-30-2019"]
    assert nilai_dapat_dirumuskan(8_340_500_001, 1_000_000, (63_001, 7), pp30)  # 7 × 10 × 1.000.000 is even: 2 ÷ 2q away
