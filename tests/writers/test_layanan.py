"""The page and the workbook of service times, as other programs show them."""

from __future__ import annotations

import io
import re
from pathlib import Path

import openpyxl
import pytest
from bantu import halaman
from bantu_layanan import STANDAR, diperiksa, laporan

from kinerja_cli.core.laporan import KERAHASIAAN
from kinerja_cli.writers.buku_layanan import buku_layanan
from kinerja_cli.writers.halaman_layanan import halaman_layanan
from kinerja_cli.writers.mesin_layanan import json_layanan

JAHAT = "<b>Ani</b> & =1+1"
REGISTER = "No Register | Jenis Layanan | Diterima | Selesai | Petugas\n" + "\n".join(
    f"{i} | {jenis} | {diterima} | {selesai} | {petugas}"
    for i, (jenis, diterima, selesai, petugas) in enumerate(
        [("KTP-el", "15/01/2025", f"{hari}/01/2025", JAHAT) for hari in (16, 17, 20, 22, 23)]
        + [("Legalisir", "05/02/2025 09.00", "05/02/2025 09.45", "Budi"), ("KTP-el", "05/02/2025", "", "Budi")]
        + [("KTP-el", "15/02/2025", "01/02/2025", "Budi")]
    )
)


def test_the_page_opens_in_a_browser_and_prints_on_a4(tmp_path: Path) -> None:
    berkas = tmp_path / "layanan.html"
    isi = diperiksa(REGISTER, STANDAR)
    berkas.write_text(halaman_layanan(laporan(REGISTER, STANDAR), isi.temuan), encoding="utf-8")
    tampak = halaman(berkas, tmp_path, "--dump-dom")
    teks = re.sub(r"\s+", " ", re.sub(r"<style>.*?</style>|<[^>]+>", " ", tampak, flags=re.DOTALL))
    for bagian in (
        "Belum cukup data: jenis layanan yang sama mempunyai 0 dokumen selesai dalam Januari 2025",
        "KTP-el 5 3 hari kerja 6 hari kerja 3 hari kerja 50,00 % 3 dari 6 1",
        "Legalisir 1 45 menit 45 menit 30 menit 0,00 % 0 dari 1 0",
        "1 baris tidak dihitung",
        "GALAT T02 Selesai sebelum diterima 1",
        "tidak diperbandingkan: kurang dari 5 dokumen selesai",
        "28 Januari 2025 (Cuti Bersama Tahun Baru Imlek)",
        "Perpres 21/2023",
        KERAHASIAAN,
    ):
        assert bagian in teks, bagian
    pdf = tmp_path / "cetak.pdf"
    halaman(berkas, tmp_path, "--no-pdf-header-footer", f"--print-to-pdf={pdf}")
    for lebar, tinggi in re.findall(rb"/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]", pdf.read_bytes()):
        assert (float(lebar), float(tinggi)) == pytest.approx((595, 842), abs=1)


def test_the_page_needs_nothing_from_outside_and_names_are_text() -> None:
    isi = halaman_layanan(laporan(REGISTER, STANDAR), ())
    assert not re.search(r"https?://|@import|url\(|<(?:link|img|iframe|script)", isi)
    assert "&lt;b&gt;Ani&lt;/b&gt; &amp; =1+1" in isi
    assert "<b>Ani" not in isi


def test_without_standards_there_is_no_share() -> None:
    isi = halaman_layanan(laporan(REGISTER), ())
    assert "dalam standar waktu" not in isi
    assert '"dalam_standar": 0' in json_layanan((), laporan(REGISTER))


def test_the_workbook_holds_numbers_with_their_units() -> None:
    isi = buku_layanan(laporan(REGISTER, STANDAR), diperiksa(REGISTER, STANDAR).temuan)
    buku = openpyxl.load_workbook(io.BytesIO(isi), data_only=True)
    assert buku.sheetnames == ["Ringkasan", "Jenis", "Bulan", "Petugas", "Belum Selesai", "Temuan", "Metode"]
    baris = {b[0]: b for b in buku["Jenis"].iter_rows(values_only=True) if b[0] in ("KTP-el", "Legalisir")}
    assert baris["KTP-el"] == ("KTP-el", "3 hari kerja", 5, "hari kerja", 3, 6, 6, 3, 50, 1)
    assert baris["Legalisir"] == ("Legalisir", "30 menit", 1, "jam kerja", 0.75, 0.75, 1, 0, 0, 0)
    nama = [b[0].value for b in buku["Petugas"].iter_rows() if b[0].value == JAHAT]
    assert len(nama) == 2  # all types, and the one with enough documents; text, not a formula
    assert [b[0] for b in buku["Belum Selesai"].iter_rows(values_only=True)][-1] == "6"
    assert any(b[2] == "T02" for b in buku["Temuan"].iter_rows(values_only=True))
