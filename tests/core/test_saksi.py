"""The rounding witness: cases worked by hand, one for each other way of rounding."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from bantu import ANI, BUDI, JANUARI, PEGAWAI, aturan, semua_aturan, tafsir, xlsx
from hypothesis import given
from hypothesis import strategies as st

from kinerja_cli.core.hitung import Hasil, hitung
from kinerja_cli.core.saksi import Saksi, _bulatkan, saksikan

ATURAN = aturan()
UTUH, GENAP, SATU, TIGA, BINER = range(5)


def skor(*indikator: tuple[str, str, str, str]) -> Hasil:
    """One person; each indicator with bobot, arah, target and realisasi."""
    baris = [f"K{i} | Ini | Penyelesaian Tugas | {b} | {a} | {t}" for i, (b, a, t, _) in enumerate(indikator)]
    isi = [f"{ANI} | K{i} | {r}" for i, (*_, r) in enumerate(indikator)]
    t = tafsir(
        (
            "Januari 2025.xlsx",
            xlsx(
                P=PEGAWAI,
                I="\n".join(["Kode | Indikator | Aspek | Bobot | Arah | Target", *baris]),
                R="\n".join(["NIP | Kode Indikator | Realisasi", *isi]),
            ),
        )
    )
    return hitung(t.masukan, t.berlaku, ATURAN, JANUARI, {})


def saksi(*indikator: tuple[str, str, str, str]) -> list[list[tuple[str, str, str, str]]]:
    semua = saksikan(skor(*indikator), ATURAN)
    assert len(semua) == 5
    return [[(b.nilai, b.predikat, b.nilai_lain, b.predikat_lain) for b in s.beralih] for s in semua]


def test_nobody_moves_where_the_score_is_far_from_every_line() -> None:
    assert saksi(("100", "naik", "100", "80.4")) == [[], [], [], [], []]
    assert saksikan(skor(("100", "naik", "100", "80")), ATURAN)[UTUH].jumlah == "tidak seorang pun"


def test_whole_percents_of_each_indicator() -> None:
    # 89,49 × 60 + 90,80 × 40 = 90,014 → 90,01; 89 × 60 + 91 × 40 = 89,80
    hasil = saksi(("60", "naik", "100", "89.49"), ("40", "naik", "100", "90.8"))
    assert hasil[UTUH] == [("90,01", "Baik", "89,80", "Cukup")]
    # 89,49 × 50 + 90,51 × 50 = 90,00; 89 × 50 + 91 × 50 = 90,00
    assert saksi(("50", "naik", "100", "89.49"), ("50", "naik", "100", "90.51"))[UTUH] == []


def test_half_even_moves_somebody_only_where_a_line_is_an_odd_hundredth() -> None:
    hasil = skor(("50", "naik", "100", "89.98"), ("50", "naik", "100", "89.99"))  # 89,985: 89,99 half up, 89,98 half even
    assert saksikan(hasil, ATURAN)[GENAP].beralih == ()
    sangat_baik, baik, *lain = ATURAN.predikat
    ganjil = replace(ATURAN, predikat=(sangat_baik, replace(baik, mulai=8999), *lain))
    hasil = Hasil(hasil.nilai.assign(predikat="Baik"), hasil.rincian, hasil.aspek)
    (satu,) = saksikan(hasil, ganjil)[GENAP].beralih
    assert str(satu) == "Baik (89,99) menjadi Cukup (89,98)"
    # 90,005 lies in the middle too, but half up and half even are both 90,0x of the same category
    assert saksi(("50", "naik", "100", "90"), ("50", "naik", "100", "90.01"))[GENAP] == []


def test_one_decimal_moves_up_and_three_decimals_move_down() -> None:
    assert saksi(("100", "naik", "100", "89.95"))[SATU] == [("89,95", "Cukup", "90,0", "Baik")]
    assert saksi(("100", "naik", "100", "89.94"))[SATU] == []
    # 89,99 × 40 + 90,00 × 60 = 89,996: 90,00 with two decimals
    hasil = saksi(("40", "naik", "100", "89.99"), ("60", "naik", "100", "90"))
    assert hasil[TIGA] == [("90,00", "Baik", "89,996", "Cukup")]
    assert hasil[SATU] == []


def test_binary_floats_lose_a_tie_that_is_exact() -> None:
    # 35,998 ÷ 40 = 89,995 % exactly, so 90,00; as a binary float it is 89.99499999999999
    assert saksi(("100", "naik", "40", "35.998"))[BINER] == [("90,00", "Baik", "89,99", "Cukup")]
    # (2 − 52,002 ÷ 40) = 69,995 %
    assert saksi(("100", "turun", "40", "52.002"))[BINER] == [("70,00", "Cukup", "69,99", "Kurang")]


@given(st.lists(st.one_of(st.floats(-1000, 1000), st.integers(-(10**5), 10**5).map(lambda n: n / 1000)), max_size=20))
def test_two_decimals_are_those_of_a_script(nilai: list[float]) -> None:
    assert _bulatkan(np.array(nilai)).tolist() == [round(x, 2) for x in nilai]


@pytest.mark.parametrize("id_", ["permenpanrb-8-2021", "pp-30-2019", "pp-46-2011"])
def test_scores_that_are_no_weighted_sum_of_capaian_are_not_compared(id_: str) -> None:
    assert saksikan(skor(("100", "naik", "100", "80")), semua_aturan()[id_]) == ()


@pytest.mark.parametrize(("nip", "banyak"), [(ANI, 1), (BUDI, 0)])
def test_a_dinas_sees_its_own_people_only(nip: str, banyak: int) -> None:
    semua = saksikan(skor(("100", "naik", "100", "89.95")), ATURAN)
    milik: Saksi = semua[SATU].milik({nip})
    assert len(milik.beralih) == banyak
