"""Needs of a dinas, courses that fit, and hours of the year: figures by hand."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pandas as pd
import pytest
from bantu import ANI, BUDI
from bantu_lanjut import SIAPA, bulan, p

from kinerja_cli.core.lanjut.bulan import BulanTersimpan
from kinerja_cli.core.lanjut.pelatihan import jp_setahun, kebutuhan, pelatihan_cocok
from kinerja_cli.core.lanjut.urai import Keikutsertaan, Pelatihan
from kinerja_cli.core.temuan import Letak
from kinerja_cli.readers.pelengkap import baca_aturan_lanjut

ATURAN = baca_aturan_lanjut()


def pelatihan(nama: str, aspek: str = "", indikator: str = "") -> Pelatihan:
    return Pelatihan("", nama, (aspek,) if aspek else (), (indikator,) if indikator else (), 800, Letak())


def dengan_capaian(b: BulanTersimpan, *isi: tuple[str, str, int]) -> BulanTersimpan:
    baris = [(n, "Dinas Kesehatan", k, f"Indikator {k}", "Tugas" if k < "C" else "Kepuasan", c) for n, k, c in isi]
    kolom = ["nip", "dinas", "kode", "indikator", "aspek", "capaian"]
    return replace(b, capaian=pd.DataFrame(baris, columns=kolom))


def test_the_lowest_indicators_by_the_mean_of_people_and_months() -> None:
    orang = "Ani 90 Baik\nBudi 90 Baik"
    semua = [
        dengan_capaian(bulan("2024-12", orang), (ANI, "A", 0)),  # four months back: not counted
        dengan_capaian(bulan("2025-02", orang), (ANI, "A", 8000), (BUDI, "A", 10000), (ANI, "C", 9499)),
        dengan_capaian(bulan("2025-03", orang), (ANI, "A", 9001), (ANI, "B", 9500), (ANI, "C", 9500), (BUDI, "C", 9500)),
    ]
    hasil = kebutuhan(semua, p("2025-03"), ATURAN, (pelatihan("Tepat", indikator="a"), pelatihan("Umum", "kepuasan")))
    assert [(k.kode, k.rata_rata, k.orang, k.di_bawah, [s.nama for s in k.pelatihan]) for k in hasil] == [
        ("A", 9000, 2, 1, ["Tepat"]),  # (80,00 + 100,00 + 90,01) / 3 = 90,003…
        ("C", 9500, 2, 1, ["Umum"]),  # 94,9967 is under 95, and prints as 95,00
    ]  # B is exactly at the limit


def test_at_most_so_many_of_each_dinas() -> None:
    isi = [(ANI, kode, 5000 + i) for i, kode in enumerate("ABCDE")]
    hasil = kebutuhan([dengan_capaian(bulan("2025-03", "Ani 90 Baik"), *isi)], p("2025-03"), ATURAN, ())
    assert [k.kode for k in hasil] == ["A", "B", "C"]


def test_no_capaian_at_all_needs_nothing() -> None:
    assert kebutuhan([bulan("2025-03", "Ani tanpa Baik")], p("2025-03"), ATURAN, ()) == ()


def test_a_course_of_another_indicator_is_not_taken_for_its_aspect() -> None:
    semua = (pelatihan("Lain", "Kepuasan", "X"), pelatihan("Umum", "Kepuasan"))
    assert [s.nama for s in pelatihan_cocok("A", "Kepuasan", semua)] == ["Umum"]


@pytest.mark.parametrize(("jp", "kurang"), [(2000, 0), (1999, 1), (0, 2000), (2001, 0)])
def test_hours_of_pns_against_the_minimum(jp: int, kurang: int) -> None:
    daftar = [Keikutsertaan(ANI, "", "P", dt.date(2025, 1, 1), jp, Letak())] if jp else []
    (satu,) = jp_setahun(bulan("2025-03", "Ani 90 Baik").orang.values(), daftar, p("2025-03"), ATURAN.jp)
    assert (satu.jp, satu.kurang, satu.lebih, satu.pns) == (jp, kurang, 0, True)


@pytest.mark.parametrize(("jp", "lebih"), [(2400, 0), (2401, 1)])
def test_hours_of_pppk_against_the_maximum(jp: int, lebih: int) -> None:
    daftar = [Keikutsertaan(SIAPA["Dani"], "", "P", dt.date(2025, 3, 31), jp, Letak())]
    (satu,) = jp_setahun(bulan("2025-03", "Dani 90 Baik").orang.values(), daftar, p("2025-03"), ATURAN.jp)
    assert (satu.kurang, satu.lebih, satu.pns) == (0, lebih, False)


def test_hours_count_from_the_years_first_day_to_the_months_last() -> None:
    hari = [dt.date(2024, 12, 31), dt.date(2025, 1, 1), dt.date(2025, 3, 31), dt.date(2025, 4, 1)]
    daftar = [Keikutsertaan(ANI, "", f"P{i}", h, 100 * 10**i, Letak()) for i, h in enumerate(hari)]
    (satu,) = jp_setahun(bulan("2025-03", "Ani 90 Baik").orang.values(), daftar, p("2025-03"), ATURAN.jp)
    assert satu.jp == 1000 + 10000
