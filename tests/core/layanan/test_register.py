"""Registers as offices keep them."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest
from bantu import lembar
from bantu_layanan import kode, register

from kinerja_cli.core.layanan.register import Satuan, baca_register
from kinerja_cli.core.lembar import RumusTanpaHasil, SelGalat

UTUH = """
    PEMERINTAH KABUPATEN BUNGO
    DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL
    REGISTER LAYANAN

    No | No. Register | Jenis Pelayanan | Diterima | | Selesai | | Petugas
     | | | Tanggal | Jam | Tanggal | Jam |
    (1) | (2) | (3) | (4) | (5) | (6) | (7) | (8)
    1 | 470/1 | KTP-el | 15/01/2025 | 09.30 | 16 Januari 2025 | 10:00 | Ani
    2 | 470/2 | KTP-el | 15-1-2025 | 10.00 | - | | Ani
    3 | 470/3 | Legalisir | 45672 | 0.5 | 15/01/2025 13.15 | | Budi
    4 | 470/4 | Legalisir | 2025-01-15 | | dalam proses | | Budi
    JUMLAH | 4 dokumen

     | | | | | Muara Bungo, 31 Januari 2025
     | | | | | Kepala Dinas,
"""


def test_letterhead_header_numbers_total_and_signature_are_no_documents() -> None:
    isi = baca_register([lembar(UTUH)])
    dokumen = isi.dokumen
    assert dokumen["nomor"].tolist() == ["470/1", "470/2", "470/3", "470/4"]
    assert dokumen["diterima"].tolist() == [
        pd.Timestamp(2025, 1, 15, 9, 30),
        pd.Timestamp(2025, 1, 15, 10),
        pd.Timestamp(2025, 1, 15, 12),
        pd.Timestamp(2025, 1, 15),
    ]
    assert dokumen["selesai"].tolist()[0] == pd.Timestamp(2025, 1, 16, 10)
    assert dokumen["selesai"].tolist()[2] == pd.Timestamp(2025, 1, 15, 13, 15)
    assert dokumen["selesai"].isna().tolist() == [False, True, False, True]
    assert dokumen["berjam"].tolist() == [True, True, True, False]
    assert str(isi.letak((0, 10), "selesai")) == "uji.xlsx › Data!F10"
    assert [t.kode for t in isi.temuan] == ["L04"]


@pytest.mark.parametrize(
    ("kepala", "baris"),
    [
        ("Layanan | Tgl Masuk | Tgl Terbit | Operator", "KTP | 15/01/2025 | 16/01/2025 | Ani"),
        ("Jenis Izin | Tanggal Pengajuan | TANGGAL SELESAI | Diproses Oleh", "KTP | 15/01/2025 | 16/01/2025 | Ani"),
        ("jenis_dokumen | Tanggal Diterima (WIB) | tanggal-jadi | PETUGAS LOKET", "KTP | 15/01/2025 | 16/01/2025 | Ani"),
    ],
)
def test_headers_by_alias(kepala: str, baris: str) -> None:
    (dokumen,) = register(f"{kepala}\n{baris}").dokumen.to_dict("records")
    assert (dokumen["jenis"], dokumen["petugas"], dokumen["selesai"]) == ("KTP", "Ani", pd.Timestamp(2025, 1, 16))


def test_a_type_merged_over_its_rows_holds_in_all_of_them() -> None:
    teks = "Jenis Layanan | Diterima | Selesai\nKTP | 15/01/2025 | 16/01/2025\n | 15/01/2025 | 17/01/2025"
    isi = baca_register([lembar(teks, gabungan=((1, 0, 2, 0),))])
    assert isi.dokumen["jenis"].tolist() == ["KTP", "KTP"]


def test_real_dates_and_date_times() -> None:
    baris = [
        ["Jenis Layanan", "Diterima", "Selesai"],
        ["KTP", dt.date(2025, 1, 15), dt.datetime(2025, 1, 16, 8, 30)],
        ["KTP", dt.datetime(2025, 1, 15, 9, 0), dt.datetime(2025, 1, 16, 8, 30)],
    ]
    isi = baca_register([lembar("x").__class__("uji.xlsx", "Data", baris)])
    assert isi.dokumen["berjam"].tolist() == [False, True]


def test_what_cannot_be_read_is_named_by_cell_and_counted() -> None:
    baris: list[list[object]] = [
        ["Jenis Layanan", "Diterima", "Selesai", "Petugas"],
        ["KTP", "31/02/2025", "", "Ani"],
        ["KTP", "", "16/01/2025", "Ani"],
        ["", "15/01/2025", "16/01/2025", "Ani"],
        ["KTP", "15/01/2025", SelGalat("#N/A"), "Ani"],
        ["KTP", RumusTanpaHasil(), "16/01/2025", "Ani"],
        ["KTP", "15/01/2025", "besok", "Ani"],
        ["KTP", "01/25/2025", "27/01/2025", "Ani"],
        ["KTP", "15/01/2025", "16/01/2025", "Ani"],
    ]
    isi = baca_register([lembar("x").__class__("uji.xlsx", "S1", baris)])
    assert kode(isi.temuan) == [
        ("S01", "S1!C5"),
        ("S02", "S1!B6"),
        ("S07", "S1!A4"),
        ("S07", "S1!B3"),
        ("S09", "S1!B2"),
        ("S09", "S1!C7"),
        ("T03", "S1!B8"),
    ]
    assert (len(isi.dokumen), isi.tak_terbaca) == (2, 6)


def test_a_time_that_is_none_leaves_the_date() -> None:
    isi = register("Jenis Layanan | Diterima | Jam Diterima | Selesai\nKTP | 15/01/2025 | pagi | 16/01/2025")
    assert kode(isi.temuan) == [("T17", "S1!C2")]
    assert isi.dokumen["berjam"].tolist() == [False]


def test_a_missing_column_is_named_with_the_header_that_may_be_meant() -> None:
    isi = register("Jenis Layanan | Diterima | Tanggl Selesai\nKTP | 15/01/2025 | 16/01/2025")
    (satu,) = isi.temuan
    assert (satu.kode, satu.letak.sel, satu.usul) == ("L02", "C1", "Tanggal Selesai")


def test_two_columns_that_could_be_the_finish() -> None:
    isi = register("Jenis Layanan | Diterima | Selesai | Tgl Terbit\nKTP | 15/01/2025 | 16/01/2025 | 20/01/2025")
    (satu,) = isi.temuan
    assert (satu.kode, satu.letak.sel, dict(satu.isian)["huruf"]) == ("T18", "D1", "C")
    assert isi.dokumen["selesai"].tolist() == [pd.Timestamp(2025, 1, 16)]


def test_hidden_and_unknown_sheets_are_named() -> None:
    teks = "Jenis Layanan | Diterima | Selesai\nKTP | 15/01/2025 | 16/01/2025"
    isi = baca_register([lembar(teks, tersembunyi=True), lembar("Catatan | lain", "X")])
    assert [t.kode for t in isi.temuan] == ["L06", "L01"]
    assert isi.dokumen.empty


@pytest.mark.parametrize(
    ("standar", "satuan", "batas", "jenis", "kata"),
    [
        ("3", "hari kerja", 3, Satuan.HARI, "3 hari kerja"),
        ("3", "Hari", 3, Satuan.HARI, "3 hari kerja"),
        ("3 (tiga) hari kerja", "", 3, Satuan.HARI, "3 hari kerja"),
        ("Paling lama 14 hari", "", 14, Satuan.HARI, "14 hari kerja"),
        ("2", "jam", 120, Satuan.MENIT, "2 jam kerja"),
        ("1,5 jam kerja", "", 90, Satuan.MENIT, "1,5 jam kerja"),
        ("15 menit", "", 15, Satuan.MENIT, "15 menit"),
        ("1.5", "hari kerja", 1, Satuan.HARI, "1,5 hari kerja"),  # whole days within 1,5 are 0 and 1
    ],
)
def test_standard_times(standar: str, satuan: str, batas: int, jenis: Satuan, kata: str) -> None:
    isi = register(f"Jenis Layanan | Standar | Satuan\nKTP | {standar} | {satuan}")
    satu = isi.standar["ktp"]
    assert (satu.batas, satu.satuan, satu.kata) == (batas, jenis, kata)


def test_standards_that_cannot_be_read_or_contradict() -> None:
    isi = register("Jenis Layanan | Standar\nKTP | secepatnya\nKK | 3\nAkta | 5 hari\nAkta | 5 hari kerja\nAKTA | 7 hari")
    assert kode(isi.temuan) == [("T11", "S1!B2"), ("T11", "S1!B3"), ("T12", "S1!B6")]
