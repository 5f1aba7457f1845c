"""Angka kredit: the figures of the regulation, and a sheet of people."""

from __future__ import annotations

import pytest
from bantu import ANI, BUDI, CICI, lembar

from kinerja_cli.core.angka_kredit import AngkaKredit, hitung_angka_kredit, susun_angka_kredit
from kinerja_cli.core.lembar import Lembar, RumusTanpaHasil, SelGalat
from kinerja_cli.core.temuan import Temuan
from kinerja_cli.readers.pelengkap import baca_koefisien

K = baca_koefisien()
ORANG = {ANI: ("Ani", 12), BUDI: ("Budi", 7), CICI: ("Cici", 0)}


@pytest.mark.parametrize(
    ("bulan", "predikat", "jenjang", "harap"),
    [
        (2, "Baik", "Ahli Pertama", 208),  # 2/12 × 12,5 = 2,0833
        (12, "Sangat Baik", "Pemula", 563),  # 3,75 × 1,5 = 5,625
        (12, "Baik", "Terampil", 500),
        (12, "Butuh Perbaikan", "Mahir", 938),  # 12,5 × 0,75 = 9,375
        (12, "Kurang", "Penyelia", 1250),
        (12, "Sangat Kurang", "Ahli Muda", 625),
        (5, "Baik", "Ahli Madya", 1563),  # 5/12 × 37,5 = 15,625
        (11, "Sangat Baik", "Ahli Utama", 6875),
        (1, "Baik", "Ahli Muda", 208),
    ],
)
def test_worked_by_hand(bulan: int, predikat: str, jenjang: str, harap: int) -> None:
    assert hitung_angka_kredit(bulan, predikat, jenjang, K) == harap


def test_what_is_from_memory_says_so() -> None:
    ingatan = {j for j, (_, dasar) in K.koefisien.items() if dasar.kepastian == "ingatan"}
    assert ingatan == {"Mahir", "Penyelia", "Ahli Muda", "Ahli Madya", "Ahli Utama"}


def susun(
    *baris: str, kepala: str = "NIP | Nama | Jenjang | Predikat | Jumlah Bulan"
) -> tuple[list[AngkaKredit], list[Temuan]]:
    isi, salah = susun_angka_kredit([lembar("\n".join((kepala, *baris)))], ORANG, K)
    return list(isi), list(salah)


def test_months_are_the_filed_ones_else_those_of_the_recap() -> None:
    isi, salah = susun(f"{BUDI} | Budi | Madya | cukup |", f"{ANI} | Ani | Ahli Pertama | Baik | 2")
    assert salah == []
    assert [(a.nama, a.jenjang, a.predikat, a.bulan, a.menurut_rekap) for a in isi] == [
        ("Ani", "Ahli Pertama", "Baik", 2, False),
        ("Budi", "Ahli Madya", "Butuh Perbaikan", 7, True),
    ]


@pytest.mark.parametrize(
    ("baris", "harap"),
    [
        (f"{ANI} | Ani | Ahli Mudo | Baik | 12", [("P24", "C2", "Ahli Muda")]),
        (f"{ANI} | Ani | Ahli Muda | Baek | 12", [("P25", "D2", "Baik")]),
        (f"{ANI} | Ani | Ahli Muda | Baik | 13", [("P26", "E2", "")]),
        (f"{ANI} | Ani | Ahli Muda | Baik | 2.5", [("P26", "E2", "")]),
        (f"{ANI} | Ani | Ahli Muda | Baik | 0", [("P26", "E2", "")]),
        (f"{CICI} | Cici | Ahli Muda | Baik |", [("P26", "A2", "")]),  # never scored: no months to go by
        (f"{ANI[:-1]}9 | Ani | Ahli Muda | Baik | 12", [("P27", "A2", ANI)]),
        (f"{ANI[:-1]} | Ani | Ahli Muda | Baik | 12", [("P01", "A2", "")]),
        (f"{ANI} | Ani | | Baik | 12", [("S07", "C2", "")]),
    ],
)
def test_each_fault_is_named_with_its_cell(baris: str, harap: list[tuple[str, str, str]]) -> None:
    isi, salah = susun(baris)
    assert [(t.kode, t.letak.sel, t.usul) for t in salah] == harap
    assert isi == []


def test_a_nip_stored_as_a_number_is_never_believed() -> None:
    satu = Lembar("a.xlsx", "L", [["NIP", "Jenjang", "Predikat"], [1.98505152010012e17, "Ahli Muda", "Baik"]])
    assert [t.kode for t in susun_angka_kredit([satu], ORANG, K)[1]] == ["S03"]


def test_broken_cells_are_not_blanks() -> None:
    baris: list[list[object]] = [
        ["NIP", "Jenjang", "Predikat"],
        [ANI, SelGalat("#N/A"), "Baik"],
        [BUDI, "Muda", RumusTanpaHasil()],
    ]
    salah = susun_angka_kredit([Lembar("a.xlsx", "L", baris)], ORANG, K)[1]
    assert [(t.kode, t.letak.sel) for t in salah] == [("S01", "B2"), ("S02", "C3")]


def test_a_new_jenjang_in_mid_year_needs_months_that_fit() -> None:
    pertama, muda = f"{ANI} | Ani | Ahli Pertama | Baik |", f"{ANI} | Ani | Ahli Muda | Baik |"
    assert susun(f"{pertama} 5", f"{muda} 7")[1] == []
    for kedua in (f"{muda} 8", muda):
        assert [(t.kode, t.letak.sel) for t in susun(f"{pertama} 5", kedua)[1]] == [("P29", "A3")]


def test_a_workbook_without_the_columns_says_which_are_missing() -> None:
    _, salah = susun(f"{ANI} | Ani | Baik", kepala="NIP | Nama | Nilai")
    assert [t.kode for t in salah] == ["L02"]
    assert "Jenjang" in salah[0].pesan
