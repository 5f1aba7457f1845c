"""Saved tables → months: an empty nilai is no zero, whatever the rule set."""

from __future__ import annotations

import pandas as pd
import pytest
from bantu import ANI, BUDI, CICI
from bantu_lanjut import p

from kinerja_cli.core.lanjut.bulan import jendela, susun_bulan
from kinerja_cli.core.periode import Periode, cetak_rentang


def test_a_category_without_a_number_and_a_person_without_either() -> None:
    nilai = pd.DataFrame(
        [
            (ANI, "Ani", "Perawat", "D", "dinilai", "", "", "Baik"),
            (BUDI, "Budi", "Perawat", "D", "belum_lengkap", "belum ada realisasi: A", "", ""),
            (CICI, "Cici", "Perawat", "D", "dinilai", "", "0.00", "Sangat Kurang"),
        ],
        columns=["nip", "nama", "jabatan", "dinas", "status", "alasan", "nilai", "predikat"],
    ).assign(lain="kolom baru")
    rincian = pd.DataFrame(
        [(CICI, "A", "Indikator", "Tugas", "0.00"), (BUDI, "A", "Indikator", "Tugas", "")],
        columns=["nip", "kode", "indikator", "aspek", "capaian"],
    )
    aspek = pd.DataFrame([(CICI, "Tugas", "0.00"), (ANI, "Tugas", "")], columns=["nip", "aspek", "nilai"])
    b = susun_bulan(p("2025-03"), "uji", nilai, rincian, aspek)
    assert [(o.nilai, o.predikat, o.dinilai) for o in b.orang.values()] == [
        (None, "Baik", True), (None, "", False), (0, "Sangat Kurang", True),
    ]  # fmt: skip
    assert [dict(o.aspek) for o in b.orang.values()] == [{}, {}, {"Tugas": 0}]
    assert b.capaian.to_dict("records") == [
        {"nip": CICI, "kode": "A", "indikator": "Indikator", "aspek": "Tugas", "dinas": "D", "capaian": 0}
    ]


@pytest.mark.parametrize(("geser", "jadi"), [(0, (2025, 1)), (-1, (2024, 12)), (-13, (2023, 12)), (12, (2026, 1))])
def test_months_move_across_years(geser: int, jadi: tuple[int, int]) -> None:
    assert Periode(2025, 1).geser(geser) == Periode(*jadi)


def test_a_window_ends_with_its_month() -> None:
    assert [str(q) for q in jendela(p("2025-02"), 3)] == ["2024-12", "2025-01", "2025-02"]
    assert cetak_rentang(p("2024-12"), p("2025-02")) == "Desember 2024–Februari 2025"
    assert cetak_rentang(p("2025-02"), p("2025-02")) == "Februari 2025"
