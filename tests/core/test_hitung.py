"""The scoring against figures worked by hand, and against rational arithmetic on hostile random input."""

from __future__ import annotations

import math
from fractions import Fraction

import numpy as np
import pandas as pd
import pytest
from bantu import JANUARI, aturan
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja_cli.core import skema
from kinerja_cli.core.angka import kanonis
from kinerja_cli.core.capaian import TANPA_CAPAIAN, capaian
from kinerja_cli.core.hitung import Hasil, hitung
from kinerja_cli.core.skema import Masukan, Sumber

ATURAN = aturan()
KOSONG, TB = "kosong", "tidak_berlaku"


def satu(arah: str, target: float, realisasi: float, atas: float = math.nan) -> int:
    """Capaian in hundredths."""
    kolom = (np.array([x]) for x in (realisasi, target, atas))
    return int(capaian(*kolom, menurut=np.array([arah]), aturan=ATURAN)[0])


@pytest.mark.parametrize(
    ("arah", "target", "atas", "realisasi", "harapan"),
    [
        # PermenPANRB 8/2021, the examples of the text
        ("naik", 80, 90, 70, 8750),  # 70/80
        ("turun", 7, 8, 6.5, 10714),  # target 7
        ("turun", 7, 8, 9, 8750),  # target 8
        ("naik", 90, math.nan, 92, 10222),  # the text prints 113: a misprint
        # range: inside is 100, both ends are inside, above the upper end counts against it
        ("naik", 80, 90, 80, 10000),
        ("naik", 80, 90, 90, 10000),
        ("naik", 80, 90, 99, 11000),
        # cap and floor
        ("naik", 10, math.nan, 12, 12000),
        ("naik", 10, math.nan, 12.01, 12000),
        ("turun", 10, math.nan, 8, 12000),
        ("turun", 10, math.nan, 20, 0),
        ("turun", 10, math.nan, 35, 0),
        ("turun", 10, math.nan, 0, 12000),
        ("naik", 10, math.nan, 0, 0),
        # target 0
        ("naik", 0, math.nan, 5, TANPA_CAPAIAN),
        ("naik", 0, math.nan, 0, TANPA_CAPAIAN),
        ("turun", 0, math.nan, 0, 10000),
        ("turun", 0, math.nan, 0.01, 0),
        ("turun", 0, 2, 1, 10000),
        ("turun", 0, 2, 3, 5000),
        # ties at the third decimal go up; binary floats would take the second one down
        ("naik", 100, math.nan, 3.125, 313),
        ("naik", 100, math.nan, 1.005, 101),
        ("naik", 3, math.nan, 2, 6667),
    ],
)
def test_capaian_worked_by_hand(arah: str, target: float, atas: float, realisasi: float, harapan: int) -> None:
    assert satu(arah, target, realisasi, atas) == harapan


# A little table language: people × indicators → Masukan ---------------------------------------------------------------

Indikator = tuple[float, str, float]
"""bobot (percent), arah, target"""


def nip(i: int) -> str:
    return f"{198001012005011000 + i:d}"


def jalankan(
    indikator: list[Indikator],
    isi: list[list[float | str]],
    *,
    ide: tuple[int, ...] = (),
    status: dict[int, str] | None = None,
    dinas: list[str] | None = None,
    acak: int = 0,
) -> Hasil:
    n, m = len(isi), len(indikator)
    pegawai = skema.kosong(skema.PEGAWAI).reindex(range(n))
    pegawai = pegawai.assign(
        nip=[nip(i) for i in range(n)],
        nama=[f"Orang {i}" for i in range(n)],
        dinas=dinas or ["Dinas A"] * n,
        status=[(status or {}).get(i, "aktif") for i in range(n)],
        sumber=0,
        baris=range(2, n + 2),
    ).fillna({"jabatan": "", "golongan": "", "unit_kerja": "", "jenis_jabatan": "", "nip_penilai": ""})
    tabel_indikator = pd.DataFrame(
        {
            "kode": [f"I{j}" for j in range(m)],
            "indikator": "Indikator",
            "aspek": [ATURAN.aspek[j % 3] for j in range(m)],
            "bobot": [round(b * 10_000) for b, _, _ in indikator],
            "arah": [a for _, a, _ in indikator],
            "target": kanonis(np.array([t for _, _, t in indikator], dtype=float)),
            "target_atas": np.nan,
            "satuan": "",
            "berlaku_untuk": "",
            "terbaik": np.nan,
            "sumber": 1,
            "baris": range(2, m + 2),
        }
    )
    realisasi = pd.DataFrame(
        [
            {
                "nip": nip(i),
                "kode": f"I{j}",
                "realisasi": x if isinstance(x, float) else np.nan,
                "keadaan": x if isinstance(x, str) else "terisi",
                "target": np.nan,
                "keterangan": "",
                "nama": "",
                "sumber": 2,
                "baris": 2 + i * m + j,
                "kolom": "C",
            }
            for i, orang in enumerate(isi)
            for j, x in enumerate(orang)
        ]
    )
    realisasi["realisasi"] = kanonis(realisasi["realisasi"].to_numpy(dtype=float))
    berlaku = pd.DataFrame({"nip": np.repeat(pegawai["nip"], m).to_numpy(), "i": np.tile(np.arange(m), n)})
    ide_baru = pd.DataFrame(
        {"nip": [nip(i) for i in ide], "uraian": "Antrean daring", "bukti": "", "sumber": 3, "baris": 2},
        columns=list(skema.IDE_BARU),
    )
    if acak:
        pegawai, realisasi, berlaku = (
            t.sample(frac=1, random_state=acak).reset_index(drop=True) for t in (pegawai, realisasi, berlaku)
        )
    sumber = tuple(Sumber("uji.xlsx", f"L{i}", {"kode": "A", "nip": "A"}) for i in range(4))
    return hitung(Masukan(pegawai, tabel_indikator, realisasi, ide_baru, sumber), berlaku, ATURAN, JANUARI, {})


def nilai(hasil: Hasil) -> list[int]:
    return [int(n) for n in hasil.nilai["nilai"]]


TIGA: list[Indikator] = [(50, "naik", 80), (30, "turun", 10), (20, "naik", 4)]


def test_a_sum_worked_by_hand() -> None:
    # 84/80 = 105; (2 − 9/10) = 110; 3.5/4 = 87.5 → 52.5 + 33 + 17.5 = 103
    hasil = jalankan(TIGA, [[84.0, 9.0, 3.5]])
    assert nilai(hasil) == [10300]
    assert hasil.rincian["nilai_tertimbang"].tolist() == [52_50000000, 33_00000000, 17_50000000]
    assert hasil.nilai["predikat"].tolist() == ["Baik"]
    assert hasil.aspek.set_index("aspek")["nilai"].to_dict() == {
        "Penyelesaian Tugas": 10500,
        "Inovasi Pelayanan": 11000,
        "Kepuasan Masyarakat": 8750,
    }


def test_not_applicable_leaves_sum_and_divisor() -> None:
    # without the 20: (52.5 + 33) / 80 × 100 = 106.875 → 106.88
    hasil = jalankan(TIGA, [[84.0, 9.0, TB]])
    assert (nilai(hasil), hasil.nilai["pembagi"].tolist()) == ([10688], [800_000])


@pytest.mark.parametrize(
    ("isi", "status", "alasan"),
    [
        ([84.0, KOSONG, 3.5], "belum_lengkap", "I1"),
        ([TB, 9.0, 3.5], "dinilai", ""),  # 50 of 100 is left: exactly half
        ([TB, TB, 3.5], "belum_lengkap", "sisa bobot"),
        ([TB, TB, TB], "tidak_berlaku", "semua indikator"),
    ],
)
def test_a_blank_is_not_zero(isi: list[float | str], status: str, alasan: str) -> None:
    hasil = jalankan(TIGA, [isi]).nilai.iloc[0]
    assert hasil["status"] == status
    assert alasan in hasil["alasan"]


def test_status_takes_out_of_the_scoring() -> None:
    hasil = jalankan(TIGA, [[84.0, 9.0, 3.5], [84.0, 9.0, 3.5]], status={1: "tugas belajar"}).nilai
    assert hasil["status"].tolist() == ["dinilai", "tidak_berlaku"]
    assert hasil["alasan"].tolist() == ["", "status tugas belajar"]


def test_equal_scores_share_a_rank() -> None:
    isi: list[list[float | str]] = [[80.0, 10.0, 4.0], [84.0, 10.0, 4.0], [84.0, 10.0, 4.0], [40.0, 10.0, 4.0]]
    hasil = jalankan(TIGA, isi, dinas=["Dinas A", "Dinas A", "Dinas B", "Dinas B"]).nilai
    assert hasil["peringkat"].tolist() == [3, 1, 1, 4]
    assert hasil["peringkat_dinas"].tolist() == [2, 1, 1, 2]


@pytest.mark.parametrize(
    ("persen", "ide", "predikat"),
    [
        (49.994, False, "Sangat Kurang"),
        (49.995, False, "Kurang"),  # prints 50,00: the category is decided on the printed number
        (69.994, False, "Kurang"),
        (69.995, False, "Cukup"),
        (89.994, False, "Cukup"),
        (89.995, False, "Baik"),
        (109.994, True, "Baik"),
        (109.995, True, "Sangat Baik"),
        (112.0, False, "Baik"),  # PP 30/2019 ps. 41: without a new idea
        (112.0, True, "Sangat Baik"),
        (120.0, True, "Sangat Baik"),
        (0.0, True, "Sangat Kurang"),
    ],
)
def test_both_sides_of_every_edge(persen: float, ide: bool, predikat: str) -> None:
    hasil = jalankan([(100, "naik", 100)], [[persen]], ide=(0,) if ide else ()).nilai.iloc[0]
    assert hasil["predikat"] == predikat
    assert ("ide baru" in hasil["catatan"]) == (persen >= 110 and not ide)


# Against rational arithmetic -------------------------------------------------------------------------------------------


def pecahan(x: float) -> Fraction:
    return Fraction(f"{x:.15g}")


def bulat(x: Fraction, desimal: int = 2) -> Fraction:
    faktor = 10**desimal
    return Fraction(math.floor(x * faktor + Fraction(1, 2)), faktor)


def nilai_pecahan(indikator: list[Indikator], isi: list[float | str]) -> Fraction:
    atas = bawah = Fraction(0)
    for (bobot, arah, target), x in zip(indikator, isi, strict=True):
        if isinstance(x, str):
            continue
        rasio = pecahan(x) / pecahan(target)
        persen = bulat(100 * (rasio if arah == "naik" else 2 - rasio))
        persen = min(max(persen, Fraction(0)), Fraction(120))
        atas += persen * pecahan(bobot)
        bawah += pecahan(bobot)
    return bulat(atas / bawah)


BOBOT = [
    [33.33, 33.33, 33.34],
    [14.28] * 6 + [14.32],
    [0.01, 99.99],
    [100.0],
    [12.5] * 8,
    [0.0001, 49.9999, 50.0],
]
target_kejam = st.sampled_from([100.0, 3.0, 7.0, 0.1, 0.3, 1e-6, 125_000_000.0, 99_999_999_999.99, 12.5, 1 / 3, 8.0])
faktor_kejam = st.sampled_from([0.5, 0.7, 0.9, 1.1, 0.49995, 0.69995, 0.89995, 1.09995, 1.000005, 0.333335, 1.2, 1.21, 2.0])


@st.composite
def kasus(draw: st.DrawFn) -> tuple[list[Indikator], list[list[float | str]], int]:
    bobot = draw(st.sampled_from(BOBOT))
    indikator: list[Indikator] = [(b, draw(st.sampled_from(["naik", "turun"])), draw(target_kejam)) for b in bobot]
    sel = st.one_of(
        faktor_kejam,
        st.floats(0, 2.5, allow_nan=False).map(lambda x: x if x > 1e-9 else 0.0),
        st.integers(0, 200_000).map(lambda n: n / 100_000 + 5e-6),
    )
    orang = []
    for _ in range(draw(st.integers(1, 6))):
        baris: list[float | str] = [draw(sel) * t + draw(st.sampled_from([0, 0, 0.1 + 0.2])) for _, _, t in indikator]
        if len(baris) > 2 and draw(st.booleans()):
            baris[0] = TB
        orang.append(baris)
    return indikator, orang, draw(st.integers(0, 3))


@settings(max_examples=150, deadline=None)
@given(kasus())
def test_every_score_equals_rational_arithmetic(kasus: tuple[list[Indikator], list[list[float | str]], int]) -> None:
    indikator, orang, acak = kasus
    hasil = jalankan(indikator, orang, acak=acak).nilai.set_index("nip")
    for i, isi in enumerate(orang):
        baris = hasil.loc[nip(i)]
        sisa = sum((pecahan(b) for (b, _, _), x in zip(indikator, isi, strict=True) if not isinstance(x, str)), Fraction(0))
        if sisa < 50:
            assert baris["status"] == "belum_lengkap"
            continue
        benar = nilai_pecahan(indikator, isi)
        assert Fraction(int(baris["nilai"]), 100) == benar
        batas = [(110, "Baik"), (90, "Baik"), (70, "Cukup"), (50, "Kurang"), (0, "Sangat Kurang")]
        assert baris["predikat"] == next(nama for mulai, nama in batas if benar >= mulai)


def test_the_order_of_rows_changes_nothing() -> None:
    isi: list[list[float | str]] = [[80.0 + i, 10.0, 4.0] for i in range(20)]
    biasa = jalankan(TIGA, isi)
    for acak in (1, 2, 3):
        lain = jalankan(TIGA, isi, acak=acak)
        pd.testing.assert_frame_equal(biasa.nilai, lain.nilai)
        pd.testing.assert_frame_equal(biasa.rincian.drop(columns=["sel"]), lain.rincian.drop(columns=["sel"]))
