"""What is wrong or odd in a register: code and cell."""

from __future__ import annotations

import pytest
from bantu_layanan import STANDAR, diperiksa, kode

KEPALA = "No Register | Jenis Layanan | Diterima | Selesai | Petugas | NIP Petugas\n"
BAIK = "1 | KTP-el | 15/01/2025 | 16/01/2025 | Ani |\n"


def test_a_clean_register_says_nothing() -> None:
    isi = diperiksa(KEPALA + BAIK, STANDAR)
    assert kode(isi.temuan) == []
    assert isi.dikeluarkan == 0


def test_finished_before_received_does_not_count_and_a_swapped_date_is_guessed() -> None:
    tabel = KEPALA + BAIK + "2 | KTP-el | 20/02/2025 | 03/01/2025 | Ani |\n3 | KTP-el | 15/01/2025 | 02/01/2025 | Ani |"
    isi = diperiksa(tabel, STANDAR)
    assert kode(isi.temuan) == [("T02", "S1!D3"), ("T02", "S1!D4")]
    assert [t.pesan.count("tertukar, maksudnya 1 Maret 2025") for t in isi.temuan] == [1, 0]
    assert "tertukar, maksudnya 1 Februari 2025" in isi.temuan[1].pesan
    assert (len(isi.register.dokumen), isi.dikeluarkan) == (1, 2)


def test_times_of_one_day_must_follow_each_other_but_a_missing_time_is_no_fault() -> None:
    tabel = (
        "Jenis Layanan | Diterima | Selesai\nKTP | 15/01/2025 10.00 | 15/01/2025 09.59\nKTP | 15/01/2025 10.00 | 15/01/2025"
    )
    assert kode(diperiksa(tabel).temuan) == [("T02", "S1!C2")]


@pytest.mark.parametrize(
    ("diterima", "selesai", "sel"), [("15/01/2052", "", "C3"), ("15/01/2025", "16/01/2026", "D3"), ("01/01/2026", "", "C3")]
)
def test_what_has_not_happened_yet(diterima: str, selesai: str, sel: str) -> None:
    isi = diperiksa(KEPALA + BAIK + f"2 | KTP-el | {diterima} | {selesai} | Ani |", STANDAR)
    assert kode(isi.temuan) == [("T04", f"S1!{sel}")]
    assert len(isi.register.dokumen) == 1


def test_a_date_in_last_year_far_from_all_others() -> None:
    isi = "".join(f"{i} | KTP-el | {i % 28 + 1}/02/2025 | 3/03/2025 | Ani |\n" for i in range(3, 60))
    awal = "1 | KTP-el | 15/02/2024 | 20/02/2025 | Ani |\n2 | KTP-el | 30/12/2024 | 20/02/2025 | Ani |\n"
    assert kode(diperiksa(KEPALA + awal + isi, STANDAR).temuan) == [("T05", "S1!C2")]


def test_the_same_number_again() -> None:
    beda = "1 | KTP-el | 17/01/2025 | 20/01/2025 | Ani |\n"
    isi = diperiksa(KEPALA + BAIK + BAIK + beda, STANDAR)
    assert kode(isi.temuan) == [("T06", "S1!A4"), ("T07", "S1!A3")]
    assert len(isi.register.dokumen) == 2  # the repeated row once, the other document too


def test_the_same_number_of_another_type_or_year_is_another_document() -> None:
    lain = "1 | Legalisir | 15/01/2025 09.00 | 15/01/2025 09.10 | Ani |\n1 | KTP-el | 15/12/2024 | 16/12/2024 | Ani |\n"
    assert kode(diperiksa(KEPALA + BAIK + lain, STANDAR).temuan) == []


def test_documents_carried_over_to_the_next_list_count_once() -> None:
    januari = KEPALA + "".join(f"{i} | KTP-el | 30/01/2025 | | Ani |\n" for i in range(1, 5))
    februari = KEPALA + "".join(f"{i} | KTP-el | 30/01/2025 | 0{i}/02/2025 | Ani |\n" for i in range(1, 4))
    februari += "4 | KTP-el | 30/01/2025 | | Ani |\n"
    isi = diperiksa(januari, februari, STANDAR)
    (satu,) = [t for t in isi.temuan if t.kode == "T08"]  # once a sheet, not once a document
    assert (satu.letak.lembar, dict(satu.isian)["jumlah"]) == ("S1", "4")
    assert len(isi.register.dokumen) == 4
    assert int(isi.register.dokumen["selesai"].isna().sum()) == 1


def test_a_type_that_has_no_standard_gets_the_near_name() -> None:
    isi = diperiksa(
        KEPALA + BAIK + "2 | KTP-ell | 15/01/2025 | 16/01/2025 | Ani |\n3 | ktp EL | 15/01/2025 | | Ani |", STANDAR
    )
    assert kode(isi.temuan) == [("T09", "S1!B3")]
    assert isi.temuan[0].usul == "KTP-el"
    assert sorted(isi.register.dokumen["jenis"]) == ["KTP-el", "KTP-el", "KTP-ell"]


def test_a_type_whose_standard_cannot_be_read_is_named_once() -> None:
    isi = diperiksa(KEPALA + BAIK, "Jenis Layanan | Standar\nKTP-el | segera\nLegalisir | 2 jam")
    assert kode(isi.temuan) == [("T11", "S2!B2")]


def test_without_standards_near_types_are_named() -> None:
    tabel = KEPALA + BAIK + BAIK.replace("1 |", "2 |", 1) + "3 | KTP-ell | 15/01/2025 | 16/01/2025 | Ani |"
    assert kode(diperiksa(tabel).temuan) == [("T16", "S1!B4")]


def test_an_officer_in_two_spellings_unless_the_nip_tells() -> None:
    dua = "2 | KTP-el | 15/01/2025 | | Erlinawati |\n3 | KTP-el | 15/01/2025 | | Erlinawati |\n"
    isi = diperiksa(KEPALA + dua + "4 | KTP-el | 15/01/2025 | | Erlinawti |", STANDAR)
    assert kode(isi.temuan) == [("T10", "S1!E4")]
    nip = "198402262010012012"
    sama = dua.replace("Erlinawati |", f"Erlinawati | '{nip}")
    isi = diperiksa(KEPALA + sama + f"4 | KTP-el | 15/01/2025 | | Erlinawti | '{nip}", STANDAR)
    assert kode(isi.temuan) == []
    assert set(isi.register.dokumen["petugas"]) == {"Erlinawati"}
    # A row without the NIP belongs to the name's only NIP.
    isi = diperiksa(KEPALA + sama + "4 | KTP-el | 15/01/2025 | | ERLINAWATI |", STANDAR)
    assert set(isi.register.dokumen["orang"]) == {nip}


def test_zero_minutes_in_bulk() -> None:
    nol = "".join(f"{i} | Legalisir | 15/01/2025 09.00 | 15/01/2025 09.00 | Ani |\n" for i in range(5))
    wajar = "".join(f"{i} | Legalisir | 15/01/2025 09.00 | 15/01/2025 09.10 | Ani |\n" for i in range(5, 25))
    assert kode(diperiksa(KEPALA + nol + wajar, STANDAR).temuan) == [("T13", "S1!D2")]
    lebih = "".join(f"{i} | Legalisir | 15/01/2025 09.00 | 15/01/2025 09.10 | Ani |\n" for i in range(25, 30))
    assert kode(diperiksa(KEPALA + nol + wajar + lebih, STANDAR).temuan) == []  # 5 of 30 are less than a fifth


def test_a_standard_in_minutes_needs_times() -> None:
    assert kode(diperiksa(KEPALA + "2 | Legalisir | 15/01/2025 | 15/01/2025 | Ani |", STANDAR).temuan) == [("T15", "S1!C2")]


def test_open_documents_are_no_fault() -> None:
    isi = diperiksa(KEPALA + BAIK + "2 | KTP-el | 15/01/2025 | | Ani |", STANDAR)
    assert [(t.kode, t.tingkat.value, t.letak.sel) for t in isi.temuan] == [("T14", "INFO", "D3")]
