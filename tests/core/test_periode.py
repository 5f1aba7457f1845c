from __future__ import annotations

import datetime as dt

import pytest

from kinerja_cli.core.periode import (
    Periode,
    Rentang,
    cetak_tanggal,
    periode_dari_judul,
    periode_dari_kode,
    periode_dari_nama,
    sebut_bulan,
)


@pytest.mark.parametrize(
    "judul",
    [
        "Periode : Januari 2025",
        "PERIODE: JANUARI 2025",
        "Periode : 01 s/d 31 Januari 2025",
        "Bulan Januari Tahun 2025",
        "Masa Penilaian: 2025-01",
        "periode jan 2025",
        "Periode: JANUARY 2025",
    ],
)
def test_title_lines(judul: str) -> None:
    assert periode_dari_judul(judul) == Periode(2025, 1)


@pytest.mark.parametrize(
    "judul",
    ["Muara Bungo, 31 Januari 2025", "Periode : ", "Periode: Januari s.d. Maret 2025 dan April 2025", "Rapat Januari 2025"],
)
def test_lines_that_announce_no_month(judul: str) -> None:
    assert periode_dari_judul(judul) is None


@pytest.mark.parametrize(
    ("nama", "harapan"),
    [
        ("Realisasi Disdukcapil Januari 2025.xlsx", Periode(2025, 1)),
        ("realisasi_2025-01.xlsx", Periode(2025, 1)),
        ("rekap-des-2024.ods", Periode(2024, 12)),
        ("kinerja202503.csv", Periode(2025, 3)),
        ("2025-13.xlsx", None),
        ("jan 2025 dan feb 2025.xlsx", None),
        ("NIP 198505152010012001.xlsx", None),
        ("realisasi.xlsx", None),
    ],
)
def test_file_names(nama: str, harapan: Periode | None) -> None:
    assert periode_dari_nama(nama) == harapan


def test_codes_and_prints() -> None:
    assert periode_dari_kode("2025-02") == Periode(2025, 2)
    assert periode_dari_kode("2025-00") is None
    assert str(Periode(2025, 2)) == "2025-02"
    assert Periode(2024, 2).hari_terakhir == dt.date(2024, 2, 29)
    assert cetak_tanggal(dt.date(2025, 1, 31)) == "31 Januari 2025"


@pytest.mark.parametrize(
    ("rentang", "kode", "nama", "bulan"),
    [
        (Rentang(2025), "2025", "Tahun 2025", (1, 12)),
        (Rentang(2025, "T2"), "2025-T2", "Triwulan II 2025", (4, 6)),
        (Rentang(2025, "T4"), "2025-T4", "Triwulan IV 2025", (10, 12)),
        (Rentang(2025, "S2"), "2025-S2", "Semester II 2025", (7, 12)),
    ],
)
def test_ranges(rentang: Rentang, kode: str, nama: str, bulan: tuple[int, int]) -> None:
    assert (str(rentang), rentang.nama) == (kode, nama)
    assert (rentang.bulan[0].bulan, rentang.bulan[-1].bulan) == bulan
    assert rentang.hari_terakhir == rentang.bulan[-1].hari_terakhir


@pytest.mark.parametrize(
    ("bulan", "harap"),
    [
        ([1, 2, 3, 5, 6], "Januari–Maret, Mei, Juni"),
        ([12, 1], "Januari, Desember"),
        ([4], "April"),
        ([], ""),
    ],
)
def test_months_are_named_short(bulan: list[int], harap: str) -> None:
    assert sebut_bulan(Periode(2025, b) for b in bulan) == harap
