"""Pages as a browser shows them."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest
from bantu import ANI, BUDI, INDIKATOR, REALISASI, halaman, hitung, ruang_baru, xlsx

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))
from generator import buat  # benchmarks/ is no package

from kinerja_cli.core.laporan import KERAHASIAAN
from kinerja_cli.store import RuangKerja
from kinerja_cli.writers.jinja import data_halaman

DUKCAPIL = "Dinas Kependudukan dan Pencatatan Sipil.html"
ERLINAWATI = "198402262010012012"
JAHAT = '</script><script>document.title="kena"</script>'


def laporan(ruang: RuangKerja, nama: str) -> Path:
    return ruang.folder / "laporan" / "2025-01" / nama


def test_a_link_to_a_person_opens_the_whole_sum(contoh: RuangKerja, tmp_path: Path) -> None:
    isi = halaman(laporan(contoh, DUKCAPIL), tmp_path, "--dump-dom", jangkar=f"#nip-{ERLINAWATI}")
    assert isi.count('class="rinci"') == 1
    rinci = isi[isi.index('class="rinci"') :].partition("</ol>")[0]
    for bagian in (
        "(2 − 3,1 ÷ 3) × 100 = 96,67",
        "19,334",
        "Realisasi Disdukcapil Januari 2025.xlsx › Realisasi!E73",
        "tidak berlaku: tidak ikut dijumlahkan",
        "Nilai = 83,247 ÷ 87,5 × 100, dibulatkan satu kali (setengah ke atas) = 95,14",
        "PP 30/2019",
        "pasal 41",
    ):
        assert bagian in rinci


def test_search_hides_the_others(contoh: RuangKerja, tmp_path: Path) -> None:
    # A user's typing, since the browser is run without a driver.
    asli = laporan(contoh, DUKCAPIL).read_text("utf-8")
    ketik = '<script>const c=document.getElementById("cari");c.value="erlin";c.dispatchEvent(new Event("input"))</script>'
    berkas = tmp_path / "dicari.html"
    berkas.write_text(asli.replace("</body>", f"{ketik}</body>"), encoding="utf-8")
    isi = halaman(berkas, tmp_path, "--dump-dom")
    badan = isi[isi.index('id="daftar"') : isi.index('id="belum"')]
    tampak = [nip for nip, sisa in re.findall(r'<tr id="nip-(\d+)"([^>]*)>', badan) if "hidden" not in sisa]
    assert tampak == [ERLINAWATI]
    assert "1 dari 20 orang" in isi


def test_it_prints_on_a4(contoh: RuangKerja, tmp_path: Path) -> None:
    pdf = tmp_path / "cetak.pdf"
    halaman(laporan(contoh, DUKCAPIL), tmp_path, "--no-pdf-header-footer", f"--print-to-pdf={pdf}")
    ukuran = {tuple(map(float, kotak)) for kotak in re.findall(rb"/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]", pdf.read_bytes())}
    assert ukuran
    for lebar, tinggi in ukuran:
        assert (lebar, tinggi) == pytest.approx((595, 842), abs=1)


def test_a_page_needs_nothing_from_outside(contoh: RuangKerja) -> None:
    for berkas in (contoh.folder / "laporan").rglob("*.html"):
        isi = berkas.read_text("utf-8")
        assert not re.search(r"https?://|//cdn|@import|url\(", isi), berkas.name
        assert not re.search(r"<(?:link|img|iframe|script)[^>]+(?:src|href)", isi), berkas.name


def test_every_page_says_that_it_is_private_by_which_rules_and_what_proves_it(contoh: RuangKerja) -> None:
    for berkas in (contoh.folder / "laporan" / "2025-01").glob("*.html"):
        isi = berkas.read_text("utf-8")
        assert KERAHASIAAN in isi
        assert "belum ditetapkan dengan peraturan" in isi
        assert re.search(r"evaluasi-bungo</code>, sha256 <code>[0-9a-f]{64}", isi)
        assert re.search(r"jejak nomor 1, \S+, sha256 [0-9a-f]{64}", isi)


def test_the_front_page_lists_no_people_and_links_to_files_that_exist(contoh: RuangKerja) -> None:
    isi = laporan(contoh, "index.html").read_text("utf-8")
    assert not re.search(r"\b\d{18}\b", isi)
    tautan = re.findall(r'href="([^"#]+)"', isi)
    assert len(tautan) == 13
    for satu in tautan:
        assert laporan(contoh, re.sub("%20", " ", satu)).is_file()


def test_names_are_text_never_markup(tmp_path: Path) -> None:
    pegawai = f"""
        NIP | Nama | Dinas | Jabatan
        {ANI} | {JAHAT} | Dinas <b>A</b> & B | <!--<script> "a" 'b' \\u003c
        {BUDI} | =1+1 | Dinas <b>A</b> & B | <img src=x onerror=alert(1)>
    """
    berkas = tmp_path / "Januari 2025.xlsx"
    berkas.write_bytes(xlsx(P=pegawai, I=INDIKATOR, R=REALISASI))
    ruang = ruang_baru(tmp_path / "ruang")
    hitung(ruang, berkas)
    (satu,) = {p.name for p in laporan(ruang, "").glob("*.html")} - {"index.html"}
    isi = halaman(laporan(ruang, satu), tmp_path, "--dump-dom", jangkar=f"#nip-{ANI}")
    assert re.search(r"<title>Laporan Kinerja Dinas &lt;b&gt;A&lt;/b&gt; &amp; B", isi)
    assert 'class="rinci"' in isi
    for teks in (JAHAT, """<!--<script> "a" 'b' \\u003c""", "<img src=x onerror=alert(1)>"):
        assert f">{teks.replace('<', '&lt;').replace('>', '&gt;')}<" in isi


@pytest.mark.parametrize("teks", [JAHAT, "<!--<script>", "\"'\\ \u003c \\u003c", "baris\u2028lain\u2029&amp;"])
def test_data_in_a_page_is_what_it_was_and_ends_no_script(teks: str) -> None:
    isi = data_halaman({"nama": [teks, 1]})
    assert "<" not in isi
    assert json.loads(isi) == {"nama": [teks, 1]}


def test_three_hundred_people_with_six_indicators_stay_under_300_kb(tmp_path: Path) -> None:
    buat(tmp_path / "masuk", 300, 1, benih=1)
    ruang = ruang_baru(tmp_path / "ruang")
    hitung(ruang, *(tmp_path / "masuk").iterdir())
    isi = laporan(ruang, "Dinas 01.html").read_text("utf-8")
    data = json.loads(isi.partition('id="data">')[2].partition("</script>")[0])
    dinilai = [orang for orang in data["orang"] if len(orang[7]) == 6]
    assert len(dinilai) > 270
    assert len(isi.encode()) < 300_000


def test_the_front_page_counts_and_the_page_of_a_dinas_names_who_stands_on_an_edge(contoh: RuangKerja) -> None:
    depan = re.sub(r"<[^>]+>", "", laporan(contoh, "index.html").read_text("utf-8"))
    assert "Garis batas: 2 orang paling jauh 0,50 dari batas suatu predikat" in depan
    assert "capaian setiap indikator dibulatkan ke persen utuh: 1 orang" in depan
    assert "nilai dibulatkan ke 3 desimal: tidak seorang pun" in depan
    bkpsdm = laporan(contoh, "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Daerah.html").read_text("utf-8")
    tepi = bkpsdm.partition('id="garis-batas"')[2].partition("</section>")[0]
    assert "0,01 di atas batas Baik (90,00)" in tepi
    assert "BKP-04 54 → 53 berkas" in tepi
    assert "Tidak seorang pun paling jauh 0,50" in laporan(contoh, DUKCAPIL).read_text("utf-8")
