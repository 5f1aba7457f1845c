"""Figures of a group, worked by hand and by the slow definition."""

from __future__ import annotations

import statistics
from fractions import Fraction

import numpy as np
import pytest
from bantu_layanan import KALENDER, STANDAR, diperiksa, jangka
from hypothesis import given
from hypothesis import strategies as st

from kinerja_cli.core.layanan.register import Satuan
from kinerja_cli.core.layanan.ukur import cetak_lama, lama, median, persen, persentil_terdekat, satuan_jenis, ukuran

KEPALA = "Jenis Layanan | Diterima | Selesai\n"
# Received on Wednesday 15 January 2025; working days to completion: 0, 1, 2, 3, 3, 5 (the 22nd), and one open.
KTP = KEPALA + "".join(f"KTP-el | 15/01/2025 | {hari}/01/2025\n" for hari in (15, 16, 17, 20, 20, 22))


def test_median_percentile_and_share_by_hand() -> None:
    isi = lama(diperiksa(KTP, STANDAR).register, jangka("2025-01"), KALENDER)
    u = ukuran(isi, Satuan.HARI, 90)
    assert isi["lama"].tolist() == [0, 1, 2, 3, 3, 5]
    assert (u.selesai, u.median, u.persentil) == (6, Fraction(5, 2), 5)
    assert (u.dalam, u.dinilai, u.persen) == (5, 6, 8333)


def test_an_open_document_counts_as_late_only_once_it_is() -> None:
    # At the end of Friday 31 January: received on the 24th it is 2 working days old (27 to 29 are days off), on the 15th 9.
    terbuka = "KTP-el | 24/01/2025 |\nKTP-el | 15/01/2025 |\n"
    isi = lama(diperiksa(KTP + terbuka, STANDAR).register, jangka("2025-01"), KALENDER)
    assert isi.loc[isi["terbuka"], "hari"].tolist() == [2, 9]
    u = ukuran(isi, Satuan.HARI, 90)
    assert (u.selesai, u.dalam, u.dinilai) == (6, 5, 7)
    assert u.median == Fraction(5, 2)  # it has no duration yet


def test_a_month_sees_what_was_finished_in_it_and_what_was_open_at_its_end() -> None:
    tabel = KEPALA + "KTP-el | 30/01/2025 | 03/02/2025\nKTP-el | 03/02/2025 | 03/03/2025\nKTP-el | 03/03/2025 | 04/03/2025"
    register = diperiksa(tabel, STANDAR).register
    per_bulan = {m: lama(register, jangka(m), KALENDER) for m in ("2025-01", "2025-02", "2025-03")}
    assert {m: (len(b), int(b["terbuka"].sum())) for m, b in per_bulan.items()} == {
        "2025-01": (1, 1),
        "2025-02": (2, 1),
        "2025-03": (2, 0),
    }


def test_minutes_for_a_standard_in_minutes() -> None:
    tabel = KEPALA + "Legalisir | 15/01/2025 09.00 | 15/01/2025 09.30\nLegalisir | 15/01/2025 09.00 | 15/01/2025 09.31\n"
    tabel += "Legalisir | 15/01/2025 | 15/01/2025\n"
    u = ukuran(lama(diperiksa(tabel, STANDAR).register, jangka("2025-01"), KALENDER), Satuan.MENIT, 90)
    assert (u.selesai, u.terukur, u.median, u.dalam, u.dinilai) == (3, 2, Fraction(61, 2), 1, 2)


def test_without_a_standard_short_services_with_times_are_told_in_minutes() -> None:
    tabel = KEPALA + "A | 15/01/2025 09.00 | 15/01/2025 09.30\nB | 15/01/2025 09.00 | 20/01/2025 09.31\n"
    tabel += "C | 15/01/2025 | 15/01/2025\n"
    assert satuan_jenis(diperiksa(tabel).register) == {"a": Satuan.MENIT, "b": Satuan.HARI, "c": Satuan.HARI}


@given(st.lists(st.integers(0, 10_000), min_size=1, max_size=60), st.integers(1, 100))
def test_median_and_nearest_rank_are_what_they_are_called(nilai: list[int], p: int) -> None:
    urut = np.sort(np.array(nilai, dtype=np.int64))
    assert median(urut) == Fraction(statistics.median(nilai))
    # The definition itself: the smallest value that at least p percent don't exceed.
    terkecil = min(n for n in nilai if sum(m <= n for m in nilai) * 100 >= p * len(nilai))
    assert persentil_terdekat(urut, p) == terkecil


@pytest.mark.parametrize(("bagian", "semua", "hasil"), [(1, 3, 3333), (2, 3, 6667), (1, 8, 1250), (1, 32, 313), (0, 0, None)])
def test_shares_are_rounded_half_up(bagian: int, semua: int, hasil: int | None) -> None:
    assert persen(bagian, semua) == hasil


@pytest.mark.parametrize(
    ("nilai", "satuan", "teks"),
    [
        (0, Satuan.HARI, "0 hari kerja"),
        (Fraction(5, 2), Satuan.HARI, "2,5 hari kerja"),
        (Fraction(1, 3), Satuan.HARI, "0,33 hari kerja"),
        (45, Satuan.MENIT, "45 menit"),
        (Fraction(91, 2), Satuan.MENIT, "45,5 menit"),
        (60, Satuan.MENIT, "1 jam"),
        (135, Satuan.MENIT, "2 jam 15 menit"),
        (Fraction(239, 2), Satuan.MENIT, "2 jam"),
        (75_000, Satuan.MENIT, "1.250 jam"),
    ],
)
def test_durations_in_words(nilai: Fraction | int, satuan: Satuan, teks: str) -> None:
    assert cetak_lama(nilai, satuan) == teks
