"""Values for an indicator, in its own unit."""

from __future__ import annotations

from decimal import Decimal

import pytest
from bantu_layanan import KALENDER, STANDAR, diperiksa, jangka

from kinerja_cli.core.layanan.nilai import CaraNilai, nilai_indikator
from kinerja_cli.core.layanan.pilihan import UkuranNilai
from kinerja_cli.core.layanan.register import satuan_waktu
from kinerja_cli.core.layanan.ukur import lama

KEPALA = "Jenis Layanan | Diterima | Selesai\n"
HARI = KEPALA + "".join(f"KTP-el | 15/01/2025 | {hari}/01/2025\n" for hari in (16, 17, 20, 22))
JAM = KEPALA + "".join(f"Legalisir | 15/01/2025 09.00 | 15/01/2025 09.{menit}\n" for menit in (20, 35, 50))


@pytest.mark.parametrize(
    ("tabel", "ukuran", "satuan", "nilai", "keterangan"),
    [
        (HARI, "median", "hari", "2.5", "median 2,5 hari kerja, dari 4 dokumen selesai"),
        (HARI, "p90", "Hari Kerja", "5", "90 % selesai dalam 5 hari kerja, dari 4 dokumen selesai"),
        (HARI, "dalam-standar", "", "75", "3 dari 4 dokumen dalam standar waktu"),
        (JAM, "median", "menit", "35", "median 35 menit, dari 3 dokumen selesai"),
        (JAM, "median", "jam", "0.58", "median 0,58 jam kerja, dari 3 dokumen selesai"),
        (JAM, "median", "hari", "0", "median 0 hari kerja, dari 3 dokumen selesai"),
        (JAM, "dalam-standar", "", "33.33", "1 dari 3 dokumen dalam standar waktu"),
    ],
)
def test_values(tabel: str, ukuran: str, satuan: str, nilai: str, keterangan: str) -> None:
    isi = lama(diperiksa(tabel, STANDAR).register, jangka("2025-01"), KALENDER)
    hasil = nilai_indikator(isi, CaraNilai(UkuranNilai(ukuran), satuan_waktu(satuan), 90, "Contoh"))
    assert hasil
    assert (hasil.realisasi, hasil.keterangan) == (Decimal(nilai), f"Contoh: {keterangan}")


@pytest.mark.parametrize(("tabel", "satuan"), [(HARI, "menit"), (KEPALA + "KTP-el | 15/01/2025 |", "hari"), (HARI, "")])
def test_nothing_measured_is_no_value(tabel: str, satuan: str) -> None:
    isi = lama(diperiksa(tabel).register, jangka("2025-01"), KALENDER)
    assert nilai_indikator(isi, CaraNilai(UkuranNilai.MEDIAN, satuan_waktu(satuan), 90, "Contoh")) is None
