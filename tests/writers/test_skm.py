"""A survey's pages and workbook as other programs show them."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest
from bantu import halaman, lembar, libreoffice

from kinerja_cli.core.laporan import KERAHASIAAN
from kinerja_cli.core.skm.laporan import LaporanSkm, susun_laporan
from kinerja_cli.core.skm.urai import urai_survei
from kinerja_cli.resources import folder_contoh
from kinerja_cli.workflow.skm import PerintahSkm, aturan_skm, hitung_skm
from kinerja_cli.writers.buku_skm import buku_skm
from kinerja_cli.writers.halaman_skm import halaman_publikasi, halaman_skm

LAMA, BARU = sorted((folder_contoh() / "skm").glob("*.xlsx"))


@pytest.fixture(scope="module")
def laporan() -> LaporanSkm:
    return hitung_skm(PerintahSkm((BARU,), lalu=LAMA))


def jahat() -> LaporanSkm:
    """Names that would break a page, people who would be recognised, and only few of them."""
    unsur = "Persyaratan | Prosedur | Waktu | Biaya | Produk | Kompetensi | Perilaku | Pengaduan | Sarana"
    baris = "\n".join(f"Ani Rahasia | '08123456 | <b>Tani</b> & =1+1 | <i>KTP</i> | {i + 1}" + " | 3" * 8 for i in range(2))
    teks = f"Unit Pelayanan : <script>x</script> & Co\nNama | No HP | Pekerjaan | Layanan | {unsur}\n{baris}"
    aturan = aturan_skm()
    return susun_laporan(urai_survei([lembar(teks)], aturan), aturan, ())


def test_the_page_says_the_index_the_reasons_and_the_doubt(laporan: LaporanSkm, tmp_path: Path) -> None:
    berkas = tmp_path / "skm.html"
    berkas.write_text(halaman_skm(laporan), encoding="utf-8")
    isi = halaman(berkas, tmp_path, "--dump-dom")
    for kata in ("80,87", "260", "Selang keyakinan 95 %: 80,05 sampai 81,69", "naik 2,02", "kurang 65", "1/9", KERAHASIAAN):
        assert kata in isi
    assert isi.count("<tr>") > 25
    assert "+11,02" in isi
    assert "Benahi lebih dulu yang paling dirasakan pemohon" in isi


@pytest.mark.parametrize("buat", [halaman_skm, halaman_publikasi])
def test_a_page_needs_nothing_from_outside(laporan: LaporanSkm, buat: object) -> None:
    isi = buat(laporan)  # type: ignore[operator]
    assert not re.search(r"(?:src|href)=|@import|url\(|<script", isi)
    assert len(isi.encode()) < 40_000


def test_the_public_page_fits_one_sheet_and_names_nobody(laporan: LaporanSkm, tmp_path: Path) -> None:
    berkas = tmp_path / "publikasi.html"
    berkas.write_text(halaman_publikasi(laporan), encoding="utf-8")
    pdf = tmp_path / "publikasi.pdf"
    halaman(berkas, tmp_path, "--no-pdf-header-footer", f"--print-to-pdf={pdf}")
    assert len(re.findall(rb"/Type\s*/Page\b", pdf.read_bytes())) == 1
    isi = halaman_publikasi(laporan)
    for kata in ("80,87", "Mutu pelayanan B", "260 orang", "Laki-laki", "21–30 tahun", "SMA", "Januari s/d Juni 2025"):
        assert kata in isi
    assert KERAHASIAAN not in isi


def test_odd_names_stay_text_and_nobody_is_named_in_public() -> None:
    for isi in (halaman_skm(jahat()), halaman_publikasi(jahat())):
        assert "<script>x" not in isi
        assert "<b>Tani" not in isi
        assert "&lt;script&gt;x&lt;/script&gt; &amp; Co" in isi
    for rahasia in ("Ani Rahasia", "08123456"):
        assert rahasia not in halaman_publikasi(jahat())
        assert rahasia not in halaman_skm(jahat())


def test_the_workbook_holds_the_figures(laporan: LaporanSkm) -> None:
    buku = openpyxl.load_workbook(io.BytesIO(buku_skm(laporan)))
    assert buku.sheetnames == ["Ringkasan", "Unsur", "Layanan", "Responden", "Temuan", "Metode"]
    ringkasan = {str(b[0].value): b[1].value for b in buku["Ringkasan"].iter_rows(min_row=8)}
    assert (ringkasan["Nilai indeks"], ringkasan["Mutu pelayanan"], ringkasan["Responden"]) == (80.87, "B (Baik)", 260)
    unsur = [[s.value for s in b] for b in buku["Unsur"].iter_rows(min_row=8)]
    assert unsur[0] == [
        "Persyaratan",
        857,
        258,
        pytest.approx(857 / 258),
        pytest.approx(857 / 258 / 9),
        83.04,
        "B (Baik)",
        2.59,
    ]
    assert sum(u[4] for u in unsur) * 25 == pytest.approx(80.87, abs=0.005)
    for ws in buku:
        assert KERAHASIAAN in [ws.cell(r, 1).value for r in range(1, 7)]


def test_formulas_in_names_stay_text() -> None:
    buku = openpyxl.load_workbook(io.BytesIO(buku_skm(jahat())))
    assert {s.data_type for ws in buku for b in ws.iter_rows() for s in b if s.value is not None} <= {"s", "n"}


def test_the_same_survey_gives_the_same_workbook(laporan: LaporanSkm) -> None:
    def bagian() -> dict[str, bytes]:
        with zipfile.ZipFile(io.BytesIO(buku_skm(laporan))) as z:
            return {nama: z.read(nama) for nama in z.namelist()}

    assert bagian() == bagian()


def test_libreoffice_prints_the_workbook(laporan: LaporanSkm, tmp_path: Path) -> None:
    (tmp_path / "skm.xlsx").write_bytes(buku_skm(laporan))
    pdf = libreoffice(tmp_path / "skm.xlsx", "pdf", tmp_path).read_bytes()
    assert pdf.startswith(b"%PDF")
    assert 5 <= len(re.findall(rb"/Type\s*/Page\b", pdf)) <= 8


def test_a_survey_without_a_single_answer_is_still_a_page() -> None:
    aturan = aturan_skm()
    teks = "No | U1 | U2 | U3 | U4 | U5 | U6 | U7 | U8 | U9\n1 | 9 | 9 | 9 | 9 | 9 | 9 | 9 | 9 | 9"
    kosong = susun_laporan(urai_survei([lembar(teks)], aturan), aturan, ())
    assert kosong.hasil.nilai is None
    assert "Tidak ada jawaban yang dapat dihitung" in halaman_skm(kosong)
    assert openpyxl.load_workbook(io.BytesIO(buku_skm(kosong))).sheetnames[0] == "Ringkasan"
