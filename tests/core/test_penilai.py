"""Raters and units side by side: figures worked by hand, the effect size against scipy, and the words at each threshold."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import numpy as np
import pandas as pd
import pytest
from bantu import JANUARI, aturan, tafsir, xlsx
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import mannwhitneyu

from kinerja_cli.core.hitung import hitung
from kinerja_cli.core.laporan import Konteks
from kinerja_cli.core.penilai import LaporanPenilai, arti_delta, bandingkan_penilai, cetak_delta, delta_cliff
from kinerja_cli.core.periode import Periode

KONTEKS = Konteks("Kabupaten", "", JANUARI, aturan(), "", "1", "", {})
DESEMBER = Periode(2024, 12)
RANI, SARI = "197001011990012001", "197101011991012002"
ANGKA = st.lists(st.integers(0, 40), min_size=1, max_size=30)


def ints(isi: Sequence[int]) -> np.ndarray:
    return np.array(isi, dtype=np.int64)


@given(ANGKA, ANGKA)
def test_cliffs_delta_is_that_of_scipy(x: list[int], y: list[int]) -> None:
    u = (
        mannwhitneyu(x, y, alternative="two-sided", method="asymptotic").statistic
        if len({*x, *y}) > 1
        else len(x) * len(y) / 2
    )
    assert float(delta_cliff(ints(x), ints(y))) == pytest.approx(2 * u / (len(x) * len(y)) - 1, abs=1e-12)


def test_cliffs_delta_worked_by_hand() -> None:
    # pairs of 1, 2, 3 against 2, 2: −, −; 0, 0; +, + → 0. Of 3, 4 against 1, 3: +, 0, +, + → 3/4
    assert delta_cliff(ints([1, 2, 3]), ints([2, 2])) == 0
    assert delta_cliff(ints([3, 4]), ints([1, 3])) == Fraction(3, 4)
    assert delta_cliff(ints([1, 3]), ints([3, 4])) == Fraction(-3, 4)


@pytest.mark.parametrize(
    ("seribu", "arti"),
    [(0, "dapat diabaikan"), (146, "dapat diabaikan"), (147, "kecil"), (329, "kecil"), (330, "sedang"), (473, "sedang"),
     (474, "besar"), (1000, "besar")],
)  # fmt: skip
def test_words_of_an_effect_size(seribu: int, arti: str) -> None:
    assert arti_delta(Fraction(seribu, 1000)) == arti
    assert arti_delta(Fraction(-seribu, 1000)) == arti


@pytest.mark.parametrize(
    ("delta", "teks"),
    [(Fraction(61, 100), "0,61"), (Fraction(-1, 8), "-0,13"), (Fraction(-1, 1000), "0,00"), (Fraction(-1), "-1,00")],
)
def test_an_effect_size_is_printed_with_two_decimals(delta: Fraction, teks: str) -> None:
    assert cetak_delta(delta) == teks


def bandingkan(*kelompok: tuple[str, Sequence[float]], lalu: Sequence[float] | None = None, unit: str = "") -> LaporanPenilai:
    """Groups of nurses, each with its rater and everybody's realisasi of 100 (the score itself)."""
    orang = [
        (str(198001012005011000 + i), penilai, r) for i, (penilai, r) in enumerate((p, r) for p, isi in kelompok for r in isi)
    ]
    pegawai = [f"{n} | Orang {n[-3:]} | Dinas Kesehatan | Perawat | {p} | {unit}" for n, p, _ in orang]
    penilai = [f"{n} | {nama} | Dinas Kesehatan | Kepala | | " for n, nama in ((RANI, "Rani"), (SARI, "Sari"))]
    lembar = {
        "P": "\n".join(["NIP | Nama | Dinas | Jabatan | NIP Penilai | Unit Kerja", *pegawai, *penilai]),
        "I": "Kode | Indikator | Aspek | Bobot | Arah | Target\nA | Ini | Penyelesaian Tugas | 100 | naik | 100",
        "R": "\n".join(["NIP | A", *(f"{n} | {r}" for n, _, r in orang)]),
    }
    t = tafsir(("Januari 2025.xlsx", xlsx(**lembar)))
    hasil = hitung(t.masukan, t.berlaku, aturan(), JANUARI, {})
    tabel = None
    if lalu is not None:
        isi = [(n, "A", r, "terisi") for (n, _, _), r in zip(orang, lalu, strict=False)]
        tabel = DESEMBER, pd.DataFrame(isi, columns=["nip", "kode", "realisasi", "keadaan"])
    return bandingkan_penilai(hasil, t.masukan.pegawai, KONTEKS, tabel)


def tanya(laporan: LaporanPenilai) -> list[tuple[str, str]]:
    """Questions about raters; those about the unit are the same but for the words."""
    return [(p.pokok, p.teks) for p in laporan.pertanyaan if p.kelompok.startswith(("Rani", "Sari"))]


def test_equal_scores_are_asked_about_from_five_people_on() -> None:
    (satu,) = tanya(bandingkan((RANI, [92.5] * 5)))
    assert satu == ("nilai sama semua", f"Apakah memang 5 orang yang dinilai Rani (NIP {RANI}) semuanya bernilai 92,50?")
    laporan = bandingkan((RANI, [92.5] * 4))
    assert tanya(laporan) == []
    (rani,) = (k for k in laporan.kelompok if k.jenis == "penilai")
    assert (rani.orang, rani.tengah, rani.terendah, rani.tertinggi) == (4, None, None, None)


def test_only_hundreds() -> None:
    pokok = dict(tanya(bandingkan((RANI, [100] * 6))))
    assert pokok["semua capaian 100"] == f"Apakah memang semua capaian 6 orang yang dinilai Rani (NIP {RANI}) tepat 100,00?"
    assert tanya(bandingkan((RANI, [100] * 5 + [99.99]))) == []


def test_a_column_equal_to_last_months() -> None:
    isi = [91.0, 92, 93, 94, 95]
    (satu,) = tanya(bandingkan((RANI, isi), lalu=isi))
    assert satu[0] == "kolom sama dengan bulan lalu"
    assert satu[1].endswith(
        f"setiap orang yang dinilai Rani (NIP {RANI}) sama dengan Desember 2024 pada indikator ini: A (5 orang)?"
    )
    assert tanya(bandingkan((RANI, isi), lalu=[*isi[:4], 96])) == []
    assert tanya(bandingkan((RANI, isi), lalu=isi[:4])) == []  # only four have both months


def test_a_unit_is_asked_about_as_a_rater_is() -> None:
    laporan = bandingkan((RANI, [92.5] * 5), lalu=[92.5] * 5, unit="Puskesmas")
    teks = [p.teks for p in laporan.pertanyaan if p.kelompok == "Puskesmas, Dinas Kesehatan"]
    assert teks == [
        "Apakah memang 5 orang di Puskesmas, Dinas Kesehatan semuanya bernilai 92,50?",
        "Apakah memang realisasi setiap orang di Puskesmas, Dinas Kesehatan sama dengan Desember 2024 pada indikator ini: "
        "A (5 orang)?",
    ]


def test_below_twenty_the_counts_only() -> None:
    laporan = bandingkan((RANI, [95.0, 96, 97, 98, 99]), (SARI, [80 + i / 10 for i in range(19)]))
    rani = next(s for s in laporan.sejabatan if s.penilai.startswith("Rani"))
    assert (rani.orang, rani.orang_lain, rani.tengah, rani.tengah_lain, rani.delta) == (5, 19, 9700, 8090, None)
    teks = dict(tanya(laporan))["jauh dari penilai lain"]
    assert "delta" not in teks.lower()
    assert "5 Perawat yang dinilai Rani" in tanya(laporan)[0][1]
    assert "semuanya bernilai di atas nilai tengah 19 Perawat pada penilai lain?" in tanya(laporan)[0][1]


def test_from_twenty_on_an_effect_size_with_its_meaning() -> None:
    # each of Rani's 20 stands above 15 of Sari's 20 and below 5: (15 − 5)/20 = 0,5
    laporan = bandingkan((RANI, [90 + i / 100 for i in range(20)]), (SARI, [80.0] * 15 + [99.0] * 5))
    rani = next(s for s in laporan.sejabatan if s.penilai.startswith("Rani"))
    assert (rani.delta, rani.arti) == (Fraction(1, 2), "besar")
    assert [t for p, t in tanya(laporan) if p == "jauh dari penilai lain"] == [
        f"Apakah memang 20 Perawat yang dinilai Rani (NIP {RANI}) bernilai jauh di atas 20 Perawat pada penilai lain "
        "(nilai tengah 90,10 dan 80,00; delta Cliff 0,50, perbedaan besar)?",
        f"Apakah memang 20 Perawat yang dinilai Sari (NIP {SARI}) bernilai jauh di bawah 20 Perawat pada penilai lain "
        "(nilai tengah 80,00 dan 90,10; delta Cliff -0,50, perbedaan besar)?",
    ]
    # above 14 and below 6: 0,4 is "sedang", and nothing is asked
    sedang = bandingkan((RANI, [90 + i / 100 for i in range(20)]), (SARI, [80.0] * 14 + [99.0] * 6))
    assert next(s for s in sedang.sejabatan if s.penilai.startswith("Rani")).arti == "sedang"
    assert tanya(sedang) == []


def test_below_five_on_either_side_nothing_is_compared() -> None:
    assert bandingkan((RANI, [95.0] * 4), (SARI, [80.0] * 30)).sejabatan == ()


def test_people_without_a_rater_are_counted() -> None:
    laporan = bandingkan((RANI, [91.0, 92, 93]), ("", [80.0, 81]))
    assert laporan.tanpa_penilai == 2
    assert any("2 orang dinilai tanpa NIP Penilai" in c for c in laporan.catatan)


def test_everything_that_is_asked_is_a_question() -> None:
    laporan = bandingkan((RANI, [100.0] * 25), (SARI, [80.0] * 25), lalu=[100.0] * 25 + [80.0] * 25)
    assert {p.pokok for p in laporan.pertanyaan} == {
        "nilai sama semua", "semua capaian 100", "kolom sama dengan bulan lalu", "jauh dari penilai lain",
    }  # fmt: skip
    for p in laporan.pertanyaan:
        assert p.teks.startswith("Apakah memang ")
        assert p.teks.endswith("?")
