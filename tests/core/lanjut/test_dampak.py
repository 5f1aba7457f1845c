"""Before and after a course: figures by hand, counts below the limit, and the interval against scipy's."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
from bantu_lanjut import bulan, p
from scipy import stats

from kinerja_cli.core.lanjut.aturan import BatasDampak
from kinerja_cli.core.lanjut.bulan import BulanTersimpan
from kinerja_cli.core.lanjut.dampak import Dampak, dampak, selang_beda
from kinerja_cli.core.lanjut.urai import Keikutsertaan
from kinerja_cli.core.temuan import Letak
from kinerja_cli.readers.pelengkap import baca_aturan_lanjut

BATAS = baca_aturan_lanjut().dampak


def ikut(nip: str, pelatihan: str = "Pelayanan Prima", tanggal: dt.date = dt.date(2025, 2, 13)) -> Keikutsertaan:
    return Keikutsertaan(nip, "", pelatihan, tanggal, 1600, Letak())


def nip(n: int) -> str:
    return f"{199001012015011000 + n}"


def bulan_banyak(kode: str, nilai: list[int]) -> BulanTersimpan:
    return bulan(kode, "\n".join(f"{nip(i)} {n} Baik" for i, n in enumerate(nilai)))


def test_changes_by_hand_in_the_same_months() -> None:
    semua = [
        bulan("2025-01", "Ani 80 Cukup\nBudi 90 Baik\nCici 90 Baik\nDani 70 Cukup"),
        bulan("2025-02", "Ani 1 Kurang\nBudi 1 Kurang\nCici 1 Kurang\nDani 1 Kurang"),  # the course's month counts in neither
        bulan("2025-03", "Ani 85 Cukup\nBudi 88 Baik\nCici 93 Baik\nDani 70 Cukup"),
        bulan("2025-04", "Ani 87 Cukup\nBudi 88 Baik\nCici 90 Baik\nDani 70 Cukup"),
    ]
    daftar = [ikut(next(n for n, o in semua[0].orang.items() if o.nama == nama)) for nama in ("Ani", "Budi")]
    (d,) = dampak(semua, daftar, p("2025-04"), BATAS)
    assert (d.peserta, d.sebelum, d.sesudah) == (2, (p("2025-01"),), (p("2025-03"), p("2025-04")))
    assert d.ikut is not None
    assert d.pembanding is not None
    assert (d.ikut.naik, d.ikut.tetap, d.ikut.turun) == (1, 0, 1)
    assert d.ikut.rata_rata == Fraction(600 - 200, 2)  # +6,00 and −2,00
    assert (d.pembanding.naik, d.pembanding.tetap, d.pembanding.turun) == (1, 1, 0)
    assert d.pembanding.rata_rata == Fraction(150 + 0, 2)  # (93 + 90) / 2 − 90 = 1,50
    assert d.selang is None


def test_the_like_share_dinas_or_jabatan_and_took_it_in_no_session() -> None:
    isi = "Ani 80 Baik\nBudi 80 Baik @Lain\nCici 80 Baik\nDani 80 Baik @Jauh"
    semua = [bulan(f"2025-0{i}", isi) for i in (1, 2, 3)]
    orang = {o.nama: n for n, o in semua[0].orang.items()}
    jauh = replace(semua[0].orang[orang["Dani"]], jabatan="Guru")
    semua[0] = replace(semua[0], orang={**semua[0].orang, orang["Dani"]: jauh})
    daftar = [ikut(orang["Ani"]), ikut(orang["Cici"], tanggal=dt.date(2025, 3, 2))]
    d = dampak(semua, daftar, p("2025-03"), BATAS)[0]
    assert d.pembanding is not None
    assert d.pembanding.orang == 1  # Budi by his jabatan; Cici took it in March, Dani shares neither


@pytest.mark.parametrize("kode", [("2025-02", "2025-03"), ("2025-01", "2025-02"), ("2025-02",)])
def test_without_a_month_on_each_side_nothing_is_compared(kode: tuple[str, ...]) -> None:
    semua = [bulan(k, "Ani 80 Cukup\nBudi 80 Cukup") for k in kode]
    d = dampak(semua, [ikut(next(iter(semua[0].orang)))], semua[-1].periode, BATAS)[0]
    assert (d.ikut, d.pembanding, d.selang) == (None, None, None)


def test_a_gap_ends_the_months_on_its_side_and_people_with_gaps_are_left_out() -> None:
    semua = [bulan(k, "Ani 80 Baik\nBudi 80 Baik") for k in ("2024-10", "2024-12", "2025-01", "2025-02")]
    semua.append(bulan("2025-03", "Ani 90 Baik\nBudi -"))
    d = dampak(semua, [ikut(next(iter(semua[0].orang)))], p("2025-03"), BATAS)[0]
    assert d.sebelum == (p("2024-12"), p("2025-01"))
    assert d.ikut is not None
    assert d.pembanding is None


def dua_puluh(banyak: int) -> Dampak:
    acak = np.random.default_rng(1)
    awal, akhir = acak.integers(80, 100, 60), acak.integers(85, 110, 60)
    semua = [bulan_banyak("2025-01", list(awal)), bulan_banyak("2025-02", list(awal)), bulan_banyak("2025-03", list(akhir))]
    return dampak(semua, [ikut(nip(i)) for i in range(banyak)], p("2025-03"), BATAS)[0]


def test_an_interval_stands_from_twenty_people_on_in_both_groups() -> None:
    assert dua_puluh(19).selang is None
    selang = dua_puluh(20).selang
    assert selang is not None
    assert selang == dua_puluh(20).selang
    assert dua_puluh(41).selang is None  # nineteen are left to stand beside them


@pytest.mark.parametrize(("n", "m"), [(20, 20), (35, 60)])
def test_the_interval_is_that_of_scipy(n: int, m: int) -> None:
    acak = np.random.default_rng(7)
    x, y = acak.integers(-500, 900, n), acak.integers(-700, 500, m)
    batas = replace(BATAS, ulangan=19999)
    bawah, atas = selang_beda(x, y, batas)
    acuan = stats.bootstrap(
        (x, y), lambda a, b, axis: a.mean(axis=axis) - b.mean(axis=axis), method="percentile", n_resamples=19999, rng=3
    ).confidence_interval
    lebar = acuan.high - acuan.low
    assert float(bawah) == pytest.approx(acuan.low, abs=0.03 * lebar)
    assert float(atas) == pytest.approx(acuan.high, abs=0.03 * lebar)
    welch = stats.ttest_ind(x, y, equal_var=False).confidence_interval(0.95)
    assert float(atas - bawah) == pytest.approx(welch.high - welch.low, rel=0.08)


def test_the_ends_are_differences_that_can_occur() -> None:
    """All changes alike: every resample is alike, so both ends are that difference, exactly."""
    x, y = np.full(20, 300), np.full(25, -100)
    assert selang_beda(x, y, BATAS, kali=2) == (Fraction(200), Fraction(200))


def test_rules_without_numbers_compare_nothing() -> None:
    semua = [bulan(f"2025-0{i}", "Ani tanpa Baik\nBudi tanpa Baik") for i in (1, 2, 3)]
    assert dampak(semua, [ikut(next(iter(semua[0].orang)))], p("2025-03"), BATAS)[0].sebelum == ()


def test_batas_is_read_from_the_rules() -> None:
    assert (BATAS.orang, BATAS.keyakinan) == (20, 95)
    assert isinstance(BATAS, BatasDampak)
