"""One person in two dinas within a month."""

from __future__ import annotations

from fractions import Fraction

import pandas as pd
import pytest
from bantu import ANI, BUDI, CICI, INDIKATOR, JANUARI, REALISASI, tafsir, temuan, xlsx
from hypothesis import given
from hypothesis import strategies as st

from kinerja_cli.core import skema
from kinerja_cli.core.penugasan import bagi_tugas, peringkatkan
from kinerja_cli.core.skema import Masukan
from kinerja_cli.workflow.tafsir import Tafsiran

KESEHATAN, PENDIDIKAN = "Dinas Kesehatan", "Dinas Pendidikan"


def orang(*baris: tuple[str, str, str], nama: str = "Ani", lain: str = "") -> Tafsiran:
    """Ani's rows (dinas, Mulai, Selesai), and Budi in Dinas Kesehatan."""
    isi = "\n".join(f"{ANI} | {nama if i else 'Ani'} | {d} | {m} | {s}" for i, (d, m, s) in enumerate(baris))
    pegawai = f"NIP | Nama | Dinas | Mulai | Selesai\n{isi}\n{BUDI} | Budi | {KESEHATAN} | | {lain}"
    return tafsir(("Januari 2025.xlsx", xlsx(P=pegawai, I=INDIKATOR, R=REALISASI)), periode=JANUARI)


def bagian(masukan: Masukan) -> list[tuple[str, int, int]]:
    p = masukan.penugasan
    return list(zip(p["dinas"], map(int, p["hari"]), map(int, p["hari_tugas"]), strict=True))


def dinas_ani(hasil: Tafsiran) -> list[str]:
    return hasil.masukan.pegawai.loc[hasil.masukan.pegawai["nip"] == ANI, "dinas"].tolist()


def test_a_month_split_at_the_fifteenth() -> None:
    hasil = orang((KESEHATAN, "", "14/01/2025"), (PENDIDIKAN, "15/01/2025", ""))
    assert temuan(hasil) == []
    assert bagian(hasil.masukan) == [(KESEHATAN, 14, 31), (PENDIDIKAN, 17, 31)]
    assert dinas_ani(hasil) == [PENDIDIKAN]


def test_of_equal_days_the_later_dinas_stays() -> None:
    hasil = orang((PENDIDIKAN, "16/01/2025", "25/01/2025"), (KESEHATAN, "06/01/2025", "15/01/2025"))
    assert bagian(hasil.masukan) == [(KESEHATAN, 10, 20), (PENDIDIKAN, 10, 20)]
    assert dinas_ani(hasil) == [PENDIDIKAN]


def test_a_row_outside_the_month_gives_way() -> None:
    hasil = orang((KESEHATAN, "", "31/12/2024"), (PENDIDIKAN, "01/01/2025", ""))
    assert temuan(hasil) == []
    assert bagian(hasil.masukan) == []
    assert dinas_ani(hasil) == [PENDIDIKAN]


@pytest.mark.parametrize(
    ("baris", "harap"),
    [
        pytest.param([(KESEHATAN, "", ""), (PENDIDIKAN, "", "")], [("P20", "A3")], id="no dates"),
        pytest.param([(KESEHATAN, "", ""), (PENDIDIKAN, "15/01/2025", "")], [("P20", "A2")], id="one row without"),
        pytest.param([(KESEHATAN, "", "15/01/2025"), (PENDIDIKAN, "15/01/2025", "")], [("P21", "D3")], id="a day twice"),
        pytest.param([(KESEHATAN, "10/01/2025", ""), (PENDIDIKAN, "", "20/01/2025")], [("P21", "D2")], id="overlap"),
        pytest.param([(KESEHATAN, "", "10/01/2025"), (PENDIDIKAN, "15/01/2025", "")], [("P22", "D3")], id="a hole"),
        pytest.param([(KESEHATAN, "20/01/2025", "10/01/2025")], [("P23", "E2")], id="end before start"),
        pytest.param([(KESEHATAN, "", "14/01/2025"), (KESEHATAN, "15/01/2025", "")], [("P03", "A3")], id="one dinas twice"),
    ],
)
def test_what_can_not_be_split_says_what_to_fill_in(baris: list[tuple[str, str, str]], harap: list[tuple[str, str]]) -> None:
    assert temuan(orang(*baris)) == harap


def test_another_name_under_the_nip_is_no_second_dinas() -> None:
    hasil = orang((KESEHATAN, "", "14/01/2025"), (PENDIDIKAN, "15/01/2025", ""), nama="Rahmat")
    assert temuan(hasil) == [("P03", "A3")]


def test_titles_and_case_of_a_name_do_not_matter() -> None:
    hasil = orang((KESEHATAN, "", "14/01/2025"), (PENDIDIKAN, "15/01/2025", ""), nama="Hj. ANI, S.Kep.")
    assert temuan(hasil) == []


def test_a_hole_is_named_and_the_shares_are_of_the_days_that_count() -> None:
    hasil = orang((KESEHATAN, "", "10/01/2025"), (PENDIDIKAN, "15/01/2025", ""))
    assert bagian(hasil.masukan) == [(KESEHATAN, 10, 27), (PENDIDIKAN, 17, 27)]


def test_who_moved_falls_under_the_indicators_of_the_dinas_with_most_days() -> None:
    untuk = INDIKATOR.replace("Satuan", "Satuan | Berlaku Untuk").replace("berkas\n", f"berkas | {PENDIDIKAN}\n")
    untuk += f"    A | Berkas dinas | Penyelesaian Tugas | 50 | naik | 100 | berkas | {KESEHATAN}\n"
    pegawai = f"""
        NIP | Nama | Dinas | Mulai | Selesai
        {ANI} | Ani | {KESEHATAN} | | 14/01/2025
        {ANI} | Ani | {PENDIDIKAN} | 15/01/2025 |
        {BUDI} | Budi | {KESEHATAN} | |
    """
    hasil = tafsir(("Januari 2025.xlsx", xlsx(P=pegawai, I=untuk, R=REALISASI)))
    assert temuan(hasil) == []
    target = hasil.berlaku.assign(target=hasil.masukan.indikator["target"].to_numpy()[hasil.berlaku["i"]])
    assert target[target["nip"] == ANI]["target"].max() == 80


def test_ranks_in_every_dinas_and_once_in_the_regency() -> None:
    nilai = skema.kosong(skema.NILAI).reindex(range(3))
    nilai = nilai.assign(nip=[ANI, BUDI, CICI], dinas=["B", "A", "B"], peringkat=[2, 1, 3], peringkat_dinas=[1, 1, 2])
    penugasan = skema.kosong(skema.PENUGASAN).reindex(range(2))
    penugasan = penugasan.assign(nip=ANI, dinas=["A", "B"], peringkat_dinas=0)
    nilai, penugasan = peringkatkan(nilai, penugasan)
    assert nilai["peringkat_dinas"].tolist() == [1, 1, 2]
    assert penugasan["peringkat_dinas"].tolist() == [2, 1]


@given(st.sets(st.integers(1, 30), min_size=1, max_size=4), st.permutations(range(5)))
def test_the_shares_of_a_person_are_one_person(batas: set[int], urutan: list[int]) -> None:
    tepi = [0, *sorted(batas), 31]
    pegawai = skema.kosong(skema.PEGAWAI).reindex(range(len(tepi) - 1))
    pegawai = pegawai.assign(
        nip=ANI,
        nama="Ani",
        dinas=[f"Dinas {i}" for i in range(len(pegawai))],
        mulai=[pd.Timestamp(2025, 1, a + 1) for a in tepi[:-1]],
        selesai=[pd.Timestamp(2025, 1, b) for b in tepi[1:]],
        sumber=0,
        baris=range(2, len(pegawai) + 2),
    )
    acak = pegawai.iloc[[i for i in urutan if i < len(pegawai)]].reset_index(drop=True)
    hasil, salah = bagi_tugas(Masukan(pegawai=acak, sumber=(skema.Sumber("a.xlsx", "P", {}),)), JANUARI)
    assert salah == ()
    assert len(hasil.pegawai) == 1
    assert sum(Fraction(h, dari) for _, h, dari in bagian(hasil)) == 1
    terbanyak = max(hasil.penugasan["hari"])
    assert hasil.pegawai["dinas"][0] in hasil.penugasan.loc[hasil.penugasan["hari"] == terbanyak, "dinas"].tolist()
