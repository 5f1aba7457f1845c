from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_cli.core import angka

desimal_15 = st.builds(lambda m, k: float(f"{m}e-{k}"), st.integers(1, 10**15 - 1), st.integers(0, 15)).filter(
    lambda x: 1e-12 <= x < 1e15
)


def garis(realisasi: np.ndarray, target: np.ndarray, turun: np.ndarray) -> np.ndarray:
    """R/T × 100, or (2 − R/T) × 100 where less is better."""
    return angka.garis_rasio(realisasi, target, tetap=np.where(turun, 20_000, 0), tambah=~turun)


def setengah_ke_atas(x: Fraction) -> int:
    return (2 * x.numerator + x.denominator) // (2 * x.denominator)


def test_kanonis_means_what_excel_shows() -> None:
    assert angka.kanonis(np.array([0.1 + 0.2, 30000000000000004e-17, 1 / 3])).tolist() == [0.3, 0.3, 0.333333333333333]


def test_kanonis_keeps_blanks() -> None:
    assert np.isnan(angka.kanonis(np.array([np.nan]))).all()


@given(st.lists(desimal_15 | st.floats(1e-12, 1e14), min_size=1, max_size=20))
def test_pecah_is_exact(nilai: list[float]) -> None:
    kanonis = angka.kanonis(np.array(nilai))
    m, k = angka.pecah(kanonis)
    assert [Fraction(int(a), 10 ** int(b)) for a, b in zip(m, k, strict=True)] == [Fraction(f"{x:.15g}") for x in nilai]


@given(st.lists(st.tuples(desimal_15, desimal_15, st.booleans()), min_size=1, max_size=20))
def test_rasio_equals_fractions(kasus: list[tuple[float, float, bool]]) -> None:
    realisasi, target, turun = (np.array(kolom) for kolom in zip(*kasus, strict=True))
    hasil = garis(realisasi, target, turun)
    for r, t, ke_bawah, h in zip(realisasi, target, turun, hasil, strict=True):
        rasio = Fraction(f"{r:.15g}") / Fraction(f"{t:.15g}")
        benar = setengah_ke_atas((2 - rasio if ke_bawah else rasio) * 10_000)
        assert h == max(min(benar, 2**62), -(2**62))


@pytest.mark.parametrize(
    ("realisasi", "target", "turun", "harapan"),
    [
        (3.125, 100.0, False, 313),  # 3.125 % → 3,13: a tie goes up
        (1.00005, 1.0, False, 10001),  # 100.005 % → 100,01
        (0.1, 125_000_000.0, False, 0),
        (125_000_000.01, 125_000_000.0, False, 10000),
        (6.5, 7.0, True, 10714),  # PermenPANRB 8/2021: 107.14
        (9.0, 8.0, True, 8750),
        (16.01, 8.0, True, -12),  # beyond twice the target: the rule set's floor makes it 0
    ],
)
def test_rasio_worked_by_hand(realisasi: float, target: float, turun: bool, harapan: int) -> None:
    hasil = garis(np.array([realisasi]), np.array([target]), np.array([turun]))
    assert hasil.tolist() == [harapan]


@pytest.mark.parametrize(
    ("teks", "pemisah", "harapan"),
    [
        ("87,5", None, 87.5),
        ("87.5", None, 87.5),
        ("1.234,5", None, 1234.5),
        ("1,234.5", None, 1234.5),
        ("1.234.567", None, 1234567.0),
        ("1,234,567", None, 1234567.0),
        ("0,125", None, 0.125),
        ("0.125", None, 0.125),
        ("0.125.250", None, None),
        ("-3", None, -3.0),
        ("1.234", None, None),
        ("1,234", None, None),
        ("1.234", ",", 1234.0),
        ("1.234", ".", 1.234),
        ("12 34", None, None),
        ("1.23.4", None, None),
        ("abc", None, None),
        ("1234567890123456", None, None),  # 16 digits: more than a cell can hold
    ],
)
def test_numbers_typed_as_text(teks: str, pemisah: angka.Pemisah | None, harapan: float | None) -> None:
    assert angka.angka_dari_teks(teks, pemisah) == harapan


@pytest.mark.parametrize(
    ("kolom", "harapan"),
    [(["1.234", "87,5"], ","), (["1,234", "87.5"], "."), (["1.234", "90"], None), (["87,5", "87.5"], None)],
)
def test_other_values_settle_an_ambiguous_one(kolom: list[str], harapan: str | None) -> None:
    assert angka.pemisah_desimal(kolom) == harapan


@pytest.mark.parametrize(
    ("cetakan", "harapan"),
    [
        (angka.cetak_persen(10476), "104,76"),
        (angka.cetak_persen(5), "0,05"),
        (angka.cetak_persen(-5), "-0,05"),
        (angka.cetak_bobot(333300), "33,33"),
        (angka.cetak_bobot(200000), "20"),
        (angka.cetak_tertimbang(3491650800), "34,916508"),
        (angka.cetak_tertimbang(2200000000), "22,00"),
        (angka.cetak_angka(125000000.5), "125.000.000,5"),
        (angka.cetak_angka(1e-7), "0,0000001"),
        (angka.cetak_bilangan(5000), "5.000"),
        (angka.cetak_bilangan(-5000), "-5.000"),
        (angka.gaya_indonesia("-1234.5"), "-1.234,5"),
        (angka.gaya_indonesia("-123.4"), "-123,4"),
        (angka.gaya_indonesia("-inf"), "-inf"),
        (angka.teks_skala(-5, 2), "-0.05"),
        (angka.teks_skala(-1_000_000, 4, paling_sedikit=2), "-100.00"),
    ],
)
def test_indonesian_print(cetakan: str, harapan: str) -> None:
    assert cetakan == harapan


@given(st.integers(-(10**17), 10**17), st.integers(0, 8))
def test_scaled_numbers_survive_text(bulat: int, desimal: int) -> None:
    assert angka.skala_dari_teks(angka.teks_skala(bulat, desimal), desimal) == bulat
