from __future__ import annotations

import string

import pytest

from kinerja_cli.core.katalog import KATALOG
from kinerja_cli.core.temuan import Letak, Temuan, ada_galat, hitung_tingkat, nama_terdekat, urutkan


@pytest.mark.parametrize(
    ("nama", "pilihan", "harapan"),
    [
        ("Dinas Kesehtan", ["Dinas Kesehatan", "Dinas Pendidikan"], "Dinas Kesehatan"),
        ("Dinas Kesehtaan", ["Dinas Kesehatan"], "Dinas Kesehatan"),  # a swap is one edit
        ("DKC-09", ["DKC-01", "DKC-02"], ""),  # two are equally near
        ("A", ["B"], ""),  # short names have no likeness
        ("Dinas Sosial", ["Dinas Kesehatan"], ""),
        ("sama", ["sama"], ""),
    ],
)
def test_the_single_near_name(nama: str, pilihan: list[str], harapan: str) -> None:
    assert nama_terdekat(nama, pilihan) == harapan


def test_findings_sort_by_place_as_a_person_reads() -> None:
    sel = ["B10", "AA2", "B2", "C2"]
    urut = urutkan(Temuan("S01", Letak("a.xlsx", "L", s), "#N/A") for s in sel)
    assert [t.letak.sel for t in urut] == ["B2", "C2", "AA2", "B10"]


def test_the_same_finding_is_shown_once() -> None:
    assert len(urutkan([Temuan("B04", Letak("a.xlsx")), Temuan("B04", Letak("a.xlsx"))])) == 1


def test_levels_are_counted() -> None:
    semua = [Temuan("B04", Letak("a")), Temuan("L01", Letak("a", "b"))]
    assert ada_galat(semua)
    assert not ada_galat(semua[1:])
    assert list(hitung_tingkat(semua).values()) == [1, 0, 1]


def test_place_reads_as_excel_shows_it() -> None:
    assert str(Letak("a.xlsx", "Data", "C14")) == "a.xlsx › Data!C14"
    assert str(Letak("a.csv", "", "C14")) == "a.csv › C14"


@pytest.mark.parametrize("kode", sorted(KATALOG))
def test_every_kind_has_a_sentence_and_an_advice(kode: str) -> None:
    jenis = KATALOG[kode]
    assert jenis.kode == kode
    assert jenis.judul
    assert jenis.pesan.endswith(".")
    assert jenis.saran.endswith((".", "{perintah}"))
    nama = {n for teks in (jenis.pesan, jenis.saran) for _, n, _, _ in string.Formatter().parse(teks) if n}
    isian = tuple((n, "x") for n in nama if n != "nilai")
    assert "{" not in Temuan(kode, nilai="v", isian=isian).pesan
