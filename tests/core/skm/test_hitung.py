"""The survey's figures: worked ones of the regulation, and fractions as an independent computation."""

from __future__ import annotations

import math
from fractions import Fraction

import numpy as np
import pandas as pd
import pytest
import scipy.stats
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja_cli.core.skm.aturan import AturanSkm
from kinerja_cli.core.skm.hitung import bulatkan, hitung_indeks, sampel_minimum
from kinerja_cli.core.skm.selang import berbeda_nyata
from kinerja_cli.workflow.skm import aturan_skm

SEMBILAN = 9
SATU = st.lists(st.integers(0, 4), min_size=SEMBILAN, max_size=SEMBILAN)


@pytest.fixture(scope="module")
def aturan() -> AturanSkm:
    return aturan_skm()


def tabel(jawaban: list[list[int]]) -> pd.DataFrame:
    return pd.DataFrame(jawaban, columns=[u.id for u in aturan_skm().unsur], dtype="int64")


@pytest.mark.parametrize(("bobot", "indeks"), [(None, 10000), ("0.111", 9990), ("0.11", 9900), ("1/9", 10000)])
def test_all_fours_by_weight(aturan: AturanSkm, bobot: str | None, indeks: int) -> None:
    """ATURAN 7: 100.00 / 99.90 / 99.00."""
    hasil = hitung_indeks(tabel([[4] * 9] * 3), aturan, bobot=Fraction(bobot) if bobot else None)
    assert hasil.nilai == indeks


def test_an_index_worked_by_hand(aturan: AturanSkm) -> None:
    # sums 10 10 9 11 10 10 11 8 7 of three people: 86 / 3 / 9 × 25 = 79.6296… → 79.63
    jawaban = [[3, 3, 3, 4, 3, 3, 4, 3, 2], [4, 3, 3, 4, 3, 4, 4, 2, 2], [3, 4, 3, 3, 4, 3, 3, 3, 3]]
    hasil = hitung_indeks(tabel(jawaban), aturan)
    assert [u.jumlah for u in hasil.unsur] == [10, 10, 9, 11, 10, 10, 11, 8, 7]
    assert hasil.nilai == 7963
    assert hasil.kategori is not None
    assert (hasil.kategori.mutu, hasil.kategori.nama) == ("B", "Baik")
    assert [u.indeks for u in hasil.unsur[:4]] == [8333, 8333, 7500, 9167]
    assert [u.unsur.nama for u in hasil.terendah] == ["Sarana dan Prasarana", "Penanganan Pengaduan, Saran, dan Masukan"]


def test_a_blank_counts_neither_above_nor_below(aturan: AturanSkm) -> None:
    hasil = hitung_indeks(tabel([[4] * 9, [0] + [2] * 8, [2] * 9]), aturan)
    assert (hasil.unsur[0].jumlah, hasil.unsur[0].banyak, hasil.unsur[0].nrr) == (6, 2, 3)
    # (6/2 + 8 × 8/3) / 9 × 25 = 67.592…
    assert hasil.nilai == 6759


def test_eight_unsur_weigh_an_eighth(aturan: AturanSkm) -> None:
    hasil = hitung_indeks(tabel([[4] * 8 + [0]] * 2), aturan)
    assert (hasil.bobot, hasil.nilai) == (Fraction(1, 8), 10000)


@pytest.mark.parametrize(
    ("nilai", "mutu"),
    [
        (10000, "A"), (8831, "A"), (8830, "B"), (7661, "B"), (7660, "C"), (6500, "C"), (6499, "D"), (2500, "D"),
    ],
)  # fmt: skip
def test_both_sides_of_every_edge(aturan: AturanSkm, nilai: int, mutu: str) -> None:
    assert aturan.kategori_dari(nilai).mutu == mutu


def test_the_grade_is_that_of_the_printed_number(aturan: AturanSkm) -> None:
    """88.3049… prints 88.30: B; 88.305 prints 88.31: A."""
    assert aturan.kategori_dari(bulatkan(Fraction("88.3049"))).mutu == "B"
    assert aturan.kategori_dari(bulatkan(Fraction("88.305"))).mutu == "A"


@pytest.mark.parametrize(
    ("populasi", "sampel"),
    [
        (10, 10), (15, 14), (20, 19), (50, 44), (100, 80), (200, 132), (300, 169), (500, 217), (1000, 278), (10_000, 370),
        (100_000, 383), (1_000_000, 384), (1, 1),
    ],
)  # fmt: skip
def test_the_table_of_krejcie_and_morgan(aturan: AturanSkm, populasi: int, sampel: int) -> None:
    assert sampel_minimum(populasi, aturan.sampel) == sampel


@given(st.lists(SATU, min_size=1, max_size=60), st.sampled_from(["1/9", "0.111", "0.11"]))
def test_the_index_is_that_of_fractions(jawaban: list[list[int]], bobot: str) -> None:
    rata = []
    for u in range(SEMBILAN):
        isi = [j[u] for j in jawaban if j[u]]
        if isi:
            rata.append(Fraction(sum(isi)) / len(isi))
    hasil = hitung_indeks(tabel(jawaban), aturan_skm(), bobot=Fraction(bobot))
    if not rata:
        assert hasil.nilai is None
        return
    persis = sum(r * Fraction(bobot) * 25 for r in rata)
    lantai = int(persis * 100)
    assert hasil.nilai == lantai + (persis * 100 - lantai >= Fraction(1, 2))
    assert [u.nrr for u in hasil.unsur] == rata


@given(st.lists(SATU, min_size=2, max_size=30), st.randoms())
def test_the_order_of_respondents_changes_nothing(jawaban: list[list[int]], acak: object) -> None:
    lama = hitung_indeks(tabel(jawaban), aturan_skm())
    acak.shuffle(jawaban)  # type: ignore[attr-defined]
    assert hitung_indeks(tabel(jawaban), aturan_skm()).nilai == lama.nilai


@settings(max_examples=50)
@given(st.lists(st.lists(st.integers(1, 4), min_size=9, max_size=9), min_size=30, max_size=90))
def test_the_interval_is_that_of_scipy(jawaban: list[list[int]]) -> None:
    hasil = hitung_indeks(tabel(jawaban), aturan_skm())
    sendiri = np.array(jawaban).mean(axis=1) * 25
    galat = scipy.stats.sem(sendiri)
    assert hasil.selang is not None
    assert hasil.selang.galat_baku == pytest.approx(100 * galat, abs=1e-9)
    if galat > 0:
        bawah, atas = scipy.stats.norm.interval(0.95, loc=sendiri.mean(), scale=galat)
        assert hasil.selang.bawah == pytest.approx(max(100 * bawah, 2500), abs=1.01)  # both ends and the index are rounded
        assert hasil.selang.atas == pytest.approx(min(100 * atas, 10000), abs=1.01)


def test_blanks_widen_the_interval_as_a_bootstrap_says(aturan: AturanSkm) -> None:
    acak = np.random.default_rng(7)
    jawaban = np.clip(np.rint(acak.normal(3.1, 0.7, (200, 1)) + acak.normal(0, 0.4, (200, 9))), 1, 4).astype(int)
    jawaban[acak.random((200, 9)) < 0.15] = 0

    def indeks(*unsur: np.ndarray, axis: int) -> np.ndarray:
        return np.asarray(25 / 9 * sum(u.sum(axis=axis) / (u != 0).sum(axis=axis) for u in unsur))

    ulang = scipy.stats.bootstrap(
        tuple(jawaban.T), indeks, paired=True, n_resamples=3000, method="percentile", rng=np.random.default_rng(1)
    )
    selang = hitung_indeks(tabel(jawaban.tolist()), aturan).selang
    assert selang is not None
    assert selang.galat_baku / 100 == pytest.approx(ulang.standard_error, rel=0.06)


def test_the_interval_holds_the_truth_about_as_often_as_it_says(aturan: AturanSkm) -> None:
    acak = np.random.default_rng(3)
    orang = np.clip(np.rint(acak.normal(3.2, 0.5, (20_000, 1)) + acak.normal(0, 0.5, (20_000, 9))), 1, 4).astype(int)
    benar = orang.mean() * 25 * 100
    kena = 0
    for _ in range(300):
        selang = hitung_indeks(tabel(orang[acak.choice(20_000, 80, replace=False)].tolist()), aturan).selang
        assert selang is not None
        kena += selang.bawah <= benar <= selang.atas
    assert 0.91 <= kena / 300 <= 0.98


def test_a_known_population_narrows_the_interval(aturan: AturanSkm) -> None:
    isi = tabel([[3, 4, 2, 3, 4, 3, 2, 3, 4 - i % 3] for i in range(50)])
    bebas, dikenal, semua = (hitung_indeks(isi, aturan, populasi=n).selang for n in (None, 100, 50))
    assert bebas
    assert dikenal
    assert semua
    assert dikenal.galat_baku == pytest.approx(bebas.galat_baku * math.sqrt(0.5))
    assert semua.bawah == semua.atas == hitung_indeks(isi, aturan).nilai


def test_too_few_respondents_give_no_interval(aturan: AturanSkm) -> None:
    assert hitung_indeks(tabel([[3] * 9] * 29), aturan).selang is None
    assert hitung_indeks(tabel([[3] * 9] * 30), aturan).selang is not None


def test_a_difference_is_clear_only_beyond_both_errors(aturan: AturanSkm) -> None:
    acak = np.random.default_rng(5)
    a, b = (hitung_indeks(tabel(np.clip(np.rint(acak.normal(3, 0.6, (100, 9))), 1, 4).tolist()), aturan) for _ in "ab")
    assert a.selang
    assert b.selang
    batas = scipy.stats.norm.ppf(0.975) * math.hypot(a.selang.galat_baku, b.selang.galat_baku)
    assert berbeda_nyata(math.ceil(batas) + 1, a.selang, b.selang, aturan) is True
    assert berbeda_nyata(-math.floor(batas) + 1, a.selang, b.selang, aturan) is False
    assert berbeda_nyata(5000, a.selang, None, aturan) is None
