"""Potential, courses and the register: found by their columns, each fault with its cell."""

from __future__ import annotations

import datetime as dt

import pytest
from bantu import ANI, BUDI, CICI, lembar, temuan

from kinerja_cli.core.lanjut.aturan import Potensial
from kinerja_cli.core.lanjut.tabel import PeranLanjut
from kinerja_cli.core.lanjut.urai import DataLanjut, periksa_pelengkap, urai_pelengkap
from kinerja_cli.core.lembar import Lembar
from kinerja_cli.readers.pelengkap import baca_aturan_lanjut

KATALOG = """
    Kode | Nama Pelatihan | Aspek | Kode Indikator | JP
    P1 | Pelayanan Prima | Kepuasan Masyarakat | | 16
    P2 | Pengaduan | | A; B | 8
"""


def urai(*semua: Lembar) -> DataLanjut:
    return urai_pelengkap(semua, baca_aturan_lanjut())


def test_potential_in_words_and_numbers_with_a_letterhead_and_a_signature() -> None:
    hasil = urai(
        lembar(f"""
            PEMERINTAH KABUPATEN BUNGO
            HASIL PEMETAAN POTENSI ASN

            No | NIP | Nama | Nilai
            1 | {ANI} | Ani | Tinggi
            2 | {BUDI[:8]} {BUDI[8:14]} {BUDI[14]} {BUDI[15:]} | Budi | 79.99
            3 | {CICI} | Cici | 80

            | Muara Bungo, 27 Maret 2025
            | NIP. {ANI}
        """)
    )
    assert {n: s.tingkat for n, s in hasil.potensial.items()} == {
        ANI: Potensial.TINGGI, BUDI: Potensial.MENENGAH, CICI: Potensial.TINGGI,
    }  # fmt: skip
    assert hasil.potensial[BUDI].letak.sel == "D6"
    assert {t.kode for t in hasil.temuan} == {"L04"}


@pytest.mark.parametrize(
    ("nilai", "tingkat"),
    [("60", Potensial.MENENGAH), ("59.99", Potensial.RENDAH), ("0", Potensial.RENDAH), ("100", Potensial.TINGGI)],
)
def test_edges_of_potential_as_a_number(nilai: str, tingkat: Potensial) -> None:
    assert urai(lembar(f"NIP | Potensial\n{ANI} | {nilai}")).potensial[ANI].tingkat is tingkat


def test_a_column_headed_nilai_is_potential_only_where_the_sheet_says_so() -> None:
    assert urai(lembar(f"NIP | Nama | Nilai\n{ANI} | Ani | 112")).potensial == {}
    assert urai(lembar(f"NIP | Nama | Nilai\n{ANI} | Ani | 90", nama="Potensi")).potensial[ANI].teks == "90"


@pytest.mark.parametrize("isi", ["tingi", "bagus", "101", "-1"])
def test_what_is_no_potential_is_named_and_not_used(isi: str) -> None:
    hasil = urai(lembar(f"NIP | Potensial\n{ANI} | {isi}\n{BUDI} | rendah"))
    assert temuan(hasil.temuan) == [("D03", "B2")]
    assert list(hasil.potensial) == [BUDI]


def test_a_misspelt_word_is_proposed_not_taken() -> None:
    assert urai(lembar(f"NIP | Potensial\n{ANI} | tingi")).temuan[0].usul == "tinggi"


def test_a_person_twice() -> None:
    hasil = urai(lembar(f"NIP | Potensial\n{ANI} | tinggi\n{ANI} | rendah\n{BUDI} | sedang\n{BUDI} | menengah"))
    assert temuan(hasil.temuan) == [("D04", "B3"), ("D05", "B5")]
    assert list(hasil.potensial) == [BUDI]


def test_catalogue_and_register_on_two_sheets_of_one_workbook() -> None:
    register = f"""
        NIP | Nama | Diklat | Tgl Selesai
        {ANI} | Ani | P1 | 13/02/2025
        {BUDI} | Budi | pengaduan | 21/01/2025
    """
    hasil = urai(lembar(KATALOG, "Katalog"), lembar(register, "Register"))
    assert [(k.kode, k.nama, k.aspek, k.indikator, k.jp) for k in hasil.katalog] == [
        ("P1", "Pelayanan Prima", ("Kepuasan Masyarakat",), (), 1600), ("P2", "Pengaduan", (), ("A", "B"), 800),
    ]  # fmt: skip
    assert [(r.nip, r.pelatihan, r.tanggal, r.jp) for r in hasil.register] == [
        (ANI, "Pelayanan Prima", dt.date(2025, 2, 13), 1600), (BUDI, "Pengaduan", dt.date(2025, 1, 21), 800),
    ]  # fmt: skip
    assert hasil.ada == {PeranLanjut.KATALOG, PeranLanjut.REGISTER}
    assert hasil.temuan == ()


def test_faults_of_a_register_each_with_its_cell() -> None:
    register = f"""
        NIP | Pelatihan | Tanggal | JP
        {ANI} | Pelayanan Prma | 13/02/2025 | 12
        {ANI} | Lokakarya | 14/02/2025 |
        {ANI} | P1 | 31/02/2025 | 12
        {ANI} | P1 | | 12
        {ANI} | P1 | 01/03/2025 | 0
        {ANI[:17]} | P1 | 01/03/2025 | 12
        {BUDI} | P1 | 13/02/2025 | 12
        {BUDI} | Pelayanan Prima | 13/02/2025 | 12
        {CICI} | P1 | 13/02/2025 | 12
        {CICI} | P1 | 13/02/2025 | 16
    """
    hasil = urai(lembar(KATALOG, "Katalog"), lembar(register, "Register"))
    assert sorted(temuan(hasil.temuan)) == sorted(
        [
            ("D07", "B2"), ("D07", "B3"), ("D08", "D3"), ("S09", "C4"), ("S07", "C5"), ("D06", "D6"), ("P01", "A7"),
            ("D05", "B9"), ("D04", "B11"),
        ]
    )  # fmt: skip
    assert next(t.usul for t in hasil.temuan if t.letak.sel == "B2") == "Pelayanan Prima"
    assert [(r.nip, r.pelatihan) for r in hasil.register] == [(ANI, "Pelayanan Prma"), (BUDI, "Pelayanan Prima")]


def test_a_number_as_nip_is_damaged_and_not_used() -> None:
    hasil = urai(Lembar("uji.xlsx", "Data", [["NIP", "Potensial"], [1.99001012015011e17, "tinggi"]]))
    assert ([t.kode for t in hasil.temuan], hasil.potensial) == (["S03"], {})


@pytest.mark.parametrize(
    ("teks", "kode", "sel"),
    [
        ("NIP | Pelatihan | Tangal\n1 | P1 | 13/02/2025", "L02", "C1"),
        ("Pelatihan | Aspek\nP1 | Kepuasan Masyarakat", "L02", "A1"),
        ("Nomor | Catatan\n1 | rapat", "L01", ""),
    ],
)
def test_a_sheet_that_lacks_a_column_or_is_something_else(teks: str, kode: str, sel: str) -> None:
    semua = temuan(urai(lembar(teks)).temuan)
    assert semua == [(kode, sel), *([("D01", "")] if kode == "L01" else [])]


def test_hours_with_their_unit_are_a_number() -> None:
    hasil = urai(lembar(KATALOG.replace("| 8", "| 8 JP"), "Katalog"))
    assert ([k.jp for k in hasil.katalog], temuan(hasil.temuan)) == ([1600, 800], [("S06", "E3")])


def test_a_hidden_sheet_is_named_not_read() -> None:
    hasil = urai(lembar(f"NIP | Potensial\n{ANI} | tinggi", tersembunyi=True), lembar(KATALOG, "Katalog"))
    assert (hasil.potensial, [t.kode for t in hasil.temuan]) == ({}, ["L06"])


def test_the_tables_against_the_month() -> None:
    register = f"NIP | Pelatihan | Tanggal\n{ANI} | P1 | 15/04/2025\n{BUDI} | P1 | 01/01/2025"
    hasil = urai(
        lembar(KATALOG, "Katalog"), lembar(register, "Register"), lembar(f"NIP | Potensial\n{CICI} | tinggi", "Potensial")
    )
    ada = periksa_pelengkap(hasil, {ANI}, {"Kepuasan Masyarakat", "Tugas"}, {"A"}, dt.date(2025, 3, 31))
    assert sorted(temuan(ada)) == [("D02", "B2"), ("D02", "B3"), ("D09", "B2"), ("D10", "B3")]
