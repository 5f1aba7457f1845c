"""The last sum: shares, additional work and one rounding, equal to fractions whatever the size of the products."""

from __future__ import annotations

import math
from dataclasses import replace
from fractions import Fraction

import numpy as np
from bantu import semua_aturan
from hypothesis import given
from hypothesis import strategies as st

from kinerja_cli.core.aturan import Aturan, Pembagian
from kinerja_cli.core.penilaian import Penilaian, gabungkan, seperseratus

SEMULA = semua_aturan()["pp-46-2011"]


def dengan_pembagian(hasil_kerja: int) -> Aturan:
    assert SEMULA.perilaku
    bagi = Pembagian("tetap", "", hasil_kerja, 10_000 - hasil_kerja, SEMULA.gabungan.dasar)
    return replace(SEMULA, perilaku=replace(SEMULA.perilaku, pembagian=(bagi,)))


orang = st.tuples(
    st.integers(0, 10**15), st.integers(1, 10**10), st.integers(0, 84_000), st.sampled_from([1, 7]), st.integers(-1, 1_000)
)


@given(st.lists(orang, min_size=1, max_size=5), st.sampled_from([6000, 7000, 7055, 9999, 1]))
def test_shares_and_additional_work_equal_fractions(semua: list[tuple[int, ...]], hasil_kerja: int) -> None:
    tertimbang, pembagi, jumlah, banyak, tambahan = (np.array(kolom) for kolom in zip(*semua, strict=True))
    kosong = np.full(len(semua), "", dtype=object)
    hasil = gabungkan(tertimbang, pembagi, Penilaian(jumlah, banyak, kosong, kosong, tambahan), dengan_pembagian(hasil_kerja))
    for didapat, (w, d, s, n, t) in zip(hasil, semua, strict=True):
        benar = Fraction(w, d) * Fraction(hasil_kerja, 10_000) + Fraction(s, n) * Fraction(10_000 - hasil_kerja, 10_000)
        assert didapat == math.floor(benar + max(t, 0) + Fraction(1, 2))


def test_hundredths_know_what_they_cant_hold() -> None:
    nilai, tepat = seperseratus(np.array([87.5, 87.125, np.nan, 0.0, 0.29, -1.0]))
    assert nilai.tolist() == [8750, 0, 0, 0, 29, -100]
    assert tepat.tolist() == [True, False, False, True, True, True]
