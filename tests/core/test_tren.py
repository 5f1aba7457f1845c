"""Means month by month, of everybody and of the same people; figures worked by hand."""

from __future__ import annotations

import math
import random
from collections.abc import Mapping
from fractions import Fraction

import pandas as pd
import pytest
from bantu import aturan, semua_aturan

from kinerja_cli.core import skema
from kinerja_cli.core.aturan import Aturan
from kinerja_cli.core.periode import Periode
from kinerja_cli.core.rekap import NILAI, Bulan
from kinerja_cli.core.sebaran import Kelas, sebarkan
from kinerja_cli.core.simpanan import penugasan_dari_csv
from kinerja_cli.core.tren import DAERAH, Titik, sebut_dilewati, susun_tren

A, B = "Dinas A", "Dinas B"


def bulan(ke: int, isi: Mapping[str, tuple[str, str]], menurut: Aturan | None = None, tugas: str = "") -> Bulan:
    """A month: dinas and score by NIP; no score, "" ."""
    kosong = dict.fromkeys(NILAI, "")
    baris = [
        {
            **kosong,
            "nip": nip,
            "dinas": dinas,
            "nilai": nilai,
            "predikat": "Baik",
            "status": "dinilai" if nilai else "belum_lengkap",
        }
        for nip, (dinas, nilai) in isi.items()
    ]
    nilai = pd.DataFrame(baris).astype("str")
    return Bulan(Periode(2025, ke), menurut or aturan(), "", "", nilai, penugasan_dari_csv(tugas.encode() or None))


def enam(*nilai: str, mulai: int = 1) -> dict[str, tuple[str, str]]:
    return {str(i): (A, n) for i, n in enumerate(nilai, mulai)}


def test_who_comes_and_goes_moves_the_plain_mean_only() -> None:
    """Five people rise by 1; one of 60 leaves, one of 120 comes: 86.67 → 96.67 for all, 92 → 93 for the five."""
    januari = enam("90", "91", "92", "93", "94", "60")
    februari = {**enam("91", "92", "93", "94", "95"), "7": (A, "115")}
    tren = susun_tren([bulan(1, januari), bulan(2, februari)])[A]
    assert tren.titik == (Titik(Periode(2025, 1), 8667, 9200), Titik(Periode(2025, 2), 9667, 9300))
    assert (tren.sama, tren.terbanding) == (5, True)


def test_four_people_are_not_compared() -> None:
    tren = susun_tren([bulan(1, enam("90", "91", "92", "93", "")), bulan(2, enam("91", "92", "93", "94", "95"))])[A]
    assert [t.rata_sama for t in tren.titik] == [None, None]
    assert [t.rata_rata for t in tren.titik] == [9150, 9300]
    assert (tren.sama, tren.terbanding) == (4, False)


def test_a_move_to_another_dinas_is_no_loss_to_the_regency() -> None:
    januari, februari = enam("90", "90", "90", "90", "90"), enam("92", "92", "92", "92", "92")
    februari["1"] = (B, "92")
    tren = susun_tren([bulan(1, januari), bulan(2, februari)])
    assert tren[DAERAH].sama == 5
    assert (tren[A].sama, tren[B].sama) == (4, 0)
    assert tren[B].titik[0].rata_rata is None


def test_a_split_month_counts_by_days() -> None:
    """10 of 30 days with 100, beside a whole 80: (80 + 100/3) ÷ (4/3) = 85."""
    tugas = ",".join(k for k in skema.PENUGASAN if k not in ("sumber", "baris"))
    tugas += f"\n2,{A},,,2025-01-01,2025-01-10,10,30,1\n2,{B},,,2025-01-11,2025-01-30,20,30,1\n"
    tren = susun_tren([bulan(1, {"1": (A, "80"), "2": (B, "100")}, tugas=tugas), bulan(2, {"1": (A, "80"), "2": (B, "100")})])
    assert tren[A].titik[0].rata_rata == 8500
    assert tren[DAERAH].titik[0].rata_rata == 9000


def test_months_of_another_scale_are_left_out() -> None:
    lain = semua_aturan()["pp-46-2011"]
    tren = susun_tren([bulan(1, enam("80"), lain), bulan(2, enam("90")), bulan(3, enam("91"))])
    assert [t.periode.bulan for t in tren[A].titik] == [2, 3]
    assert susun_tren([bulan(1, enam("80")), bulan(2, enam(""), semua_aturan()["permenpanrb-6-2022"])]) == {}
    assert susun_tren([bulan(1, enam("80"), lain), bulan(2, enam("90"))]) == {}
    assert susun_tren([]) == {}


def test_twelve_months_at_most() -> None:
    semua = [bulan(m, enam("90")) for m in range(1, 13)]
    semua.insert(0, Bulan(Periode(2024, 12), aturan(), "", "", semua[0].nilai, semua[0].penugasan))
    assert [t.periode for t in susun_tren(semua)[A].titik] == [b.periode for b in semua[1:]]


def test_random_months_agree_with_sums_by_hand() -> None:
    """Six months of people who move, come and go; each mean summed person by person with fractions."""
    acak = random.Random(6)
    isi: list[dict[str, tuple[str, str]]] = []
    for _ in range(6):
        orang = [str(o) for o in range(60) if o < 40 or acak.random() < 0.9]
        nilai = [f"{acak.randrange(120)}.{acak.randrange(10, 100)}" if acak.random() < 0.95 else "" for _ in orang]
        isi.append({nip: (B if acak.random() < 0.1 else A, n) for nip, n in zip(orang, nilai, strict=True)})
    tren = susun_tren([bulan(ke, satu) for ke, satu in enumerate(isi, 1)])
    for dinas in (A, B, DAERAH):
        ada = [{nip: Fraction(n) for nip, (d, n) in satu.items() if n and dinas in (d, DAERAH)} for satu in isi]
        tetap = set.intersection(*map(set, ada))
        assert tren[dinas].sama == len(tetap)
        for titik, satu in zip(tren[dinas].titik, ada, strict=True):
            assert titik.rata_rata == _dua_desimal(sum(satu.values()) / len(satu))
            sama = _dua_desimal(sum(satu[nip] for nip in tetap) / len(tetap)) if len(tetap) >= 5 else None
            assert titik.rata_sama == sama
    assert tren[A].sama >= 5 > tren[B].sama


def _dua_desimal(n: Fraction) -> int:
    return math.floor(100 * n + Fraction(1, 2))


def test_months_that_cant_be_read_are_named_with_where_to_look() -> None:
    assert sebut_dilewati(()) == ""
    assert sebut_dilewati((Periode(2025, 2), Periode(2024, 12))) == (
        "Perbandingan antarbulan tanpa Desember 2024, Februari 2025, karena simpanannya tidak utuh; "
        "lihat “kinerja buktikan 2024-12” dan “kinerja buktikan 2025-02”."
    )


@pytest.mark.parametrize(
    ("nilai", "kelas"),
    [
        ((), ()),
        ((9000, 9499, 9500), (Kelas(9000, 2), Kelas(9500, 1))),
        ((7999, 9000), (Kelas(7500, 1), Kelas(8000, 0), Kelas(8500, 0), Kelas(9000, 1))),
        ((0, 499), (Kelas(0, 2),)),
    ],
)
def test_bands_of_five_points(nilai: tuple[int, ...], kelas: tuple[Kelas, ...]) -> None:
    assert sebarkan(nilai) == kelas
