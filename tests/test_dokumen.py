"""What is written about the program is what the program is."""

from __future__ import annotations

import json
import re
import runpy
from pathlib import Path

import pytest
import typer.main
from bantu import ANI, INDIKATOR, PEGAWAI, REALISASI, kinerja, xlsx

from kinerja_cli.cli.aplikasi import app
from kinerja_cli.core.judul import BARIS_JUDUL_TERJAUH
from kinerja_cli.core.katalog import KATALOG, Jenis
from kinerja_cli.core.penjelasan import PENJELASAN
from kinerja_cli.readers.jenis import BATAS_BAGIAN, BATAS_ISI
from kinerja_cli.readers.lihat import BATAS_BARIS, BATAS_KOLOM, BATAS_SEL
from kinerja_cli.readers.pekerja import BATAS_DETIK, BATAS_MEMORI

AKAR = Path(__file__).parent.parent
SKM = sorted((AKAR / "contoh_data/skm").glob("*.xlsx"))
LAYANAN = AKAR / "contoh_data" / "layanan"
README = (AKAR / "README.md").read_text(encoding="utf-8")


def test_readme_starts_with_what_the_staff_type_and_shows_a_report_before_it_explains() -> None:
    blok = re.findall(r"```\w*\n(.*?)```", README, re.DOTALL)
    assert [baris.split("#")[0].strip() for baris in blok[0].splitlines()] == ["make contoh", "make uji"]
    assert blok[1].splitlines() == ["py -m pip install .", "kinerja contoh"]
    gambar = re.search(r"!\[[^]]+\]\((.+?)\)", README)
    assert gambar
    assert (AKAR / gambar[1]).stat().st_size > 10_000
    assert README.index("## Yang Anda dapatkan") < gambar.start() < README.index("## Satu bulan")


def test_readme_lists_every_command_with_its_own_words() -> None:
    tabel = dict(re.findall(r"^\| `kinerja ([a-z-]+)` \| (.+?) \|$", README, re.MULTILINE))
    perintah = typer.main.get_command(app).commands  # type: ignore[attr-defined]  # a group, by its commands
    assert tabel == {nama: " ".join((isi.help or "").split()) for nama, isi in perintah.items()}


def test_every_command_shown_in_readme_exists(tmp_path: Path) -> None:
    disebut = set(re.findall(r"^ *kinerja ([a-z-]+)", README, re.MULTILINE))
    assert disebut >= {"mulai", "templat", "validasi", "hitung", "jelaskan"}
    for nama in disebut:
        assert kinerja(nama, "--help", di=tmp_path).returncode == 0


def test_links_in_readme_lead_somewhere() -> None:
    for tujuan in re.findall(r"\]\(([^)#]+)\)", README):
        assert (AKAR / tujuan).is_file(), tujuan


def test_the_limits_are_those_of_the_code() -> None:
    halaman = (AKAR / "docs/batas.md").read_text(encoding="utf-8")
    tabel = dict(re.findall(r"^\| ([^|]+?) \| ([^|]+?) \|$", halaman, re.MULTILINE))
    ribuan = "{:,}".format
    assert {nama: nilai for nama, nilai in tabel.items() if re.match(r"\d", nilai)} == {
        "Baris dalam satu lembar": f"{ribuan(BATAS_BARIS)} baris".replace(",", "."),
        "Kolom dalam satu lembar": f"{ribuan(BATAS_KOLOM)} kolom".replace(",", "."),
        "Luas satu lembar (baris × kolom sampai isi terakhir)": f"{ribuan(BATAS_SEL)} sel".replace(",", "."),
        "Isi berkas setelah dibuka dari kemasannya": f"{BATAS_ISI // 1024**2} MB",
        "Bagian di dalam kemasan": f"{ribuan(BATAS_BAGIAN)} bagian".replace(",", "."),
        "Memori untuk membaca satu berkas (Linux dan macOS)": f"{BATAS_MEMORI // 1024**3} GB",
        "Waktu membaca satu berkas": f"{BATAS_DETIK:.0f} detik, ditambah 1 detik setiap MB",
        "Baris judul dicari sampai": f"{BARIS_JUDUL_TERJAUH} baris dari atas",
    }


def test_the_findings_pages_are_the_catalogue() -> None:
    halaman = runpy.run_path(str(AKAR / "alat/buat_dokumen.py"))["semua_halaman"]()
    assert set(halaman) == {"temuan.md", *(f"temuan/{kode}.md" for kode in KATALOG)}
    for nama, isi in halaman.items():
        assert (AKAR / "docs" / nama).read_text("utf-8") == isi, "jalankan: python alat/buat_dokumen.py"
    assert {p.stem for p in (AKAR / "docs/temuan").iterdir()} == set(KATALOG)


@pytest.mark.parametrize("kode", KATALOG)
def test_the_example_of_a_finding_leaves_nothing_unnamed(kode: str) -> None:
    p = PENJELASAN[kode]
    assert "{" not in p.contoh.pesan + p.contoh.saran
    assert set(re.findall(r"{(\w+)}", p.jenis.pesan + p.jenis.saran)) <= {"nilai", *dict(p.contoh.isian)}
    assert p.mengapa.endswith(".")
    assert p.cara.excel
    assert p.cara.libreoffice


@pytest.mark.parametrize("jenis", KATALOG.values(), ids=KATALOG)
def test_a_finding_says_what_to_do_in_whole_sentences(jenis: Jenis) -> None:
    assert jenis.pesan[-1] in ".?"
    assert jenis.saran[-1] in ".?}"


def test_the_json_page_names_every_key(tmp_path: Path) -> None:
    berkas = tmp_path / "Januari 2025.xlsx"
    berkas.write_bytes(xlsx(P=PEGAWAI, I=INDIKATOR, R=REALISASI.replace("84", "-")))
    halaman = (AKAR / "docs/json.md").read_text("utf-8")
    disebut = {
        kunci for baris in re.findall(r"^\| (`.+?) \|", halaman, re.MULTILINE) for kunci in re.findall(r"`(\w+)`", baris)
    }
    ada: set[str] = set()
    for perintah in (["validasi", berkas], ["hitung", berkas, "--ruang", "ruang"], ["skm", *SKM], ["layanan", LAYANAN]):
        isi = json.loads(kinerja(*perintah, "--json", di=tmp_path).stdout)
        ada |= {*isi, *isi["temuan"][0], *isi.get("laporan", ())}
    isi = json.loads(kinerja("rekap", "--tahun", "2025", "--ruang", "ruang", "--json", di=tmp_path).stdout)
    ada |= {*isi, *isi["daerah"], *isi["orang"][0]}
    for perintah in (
        ["hitung", "--andai", "evaluasi-bungo"],
        ["bandingkan", "2025-01", "2025-01"],
        ["bandingkan", "--penilai"],
        ["buktikan", "2025-01"],
    ):
        ada |= {*json.loads(kinerja(*perintah, "--ruang", "ruang", "--json", di=tmp_path).stdout)}
    isi = json.loads(kinerja("tindak-lanjut", "--ruang", "ruang", "--json", di=tmp_path).stdout)
    ada |= {*isi, *isi["dinas"][0], *isi["kotak"][0]}
    isi = json.loads(kinerja("tagih", "--ruang", "ruang", "--json", di=tmp_path).stdout)
    ada |= {*isi, *isi["dinas"][0]}
    for sub in (["serahkan"], ["catat", ANI, "--periode", "2025-01", "--alasan", "x"]):
        assert kinerja("keberatan", *sub, "--ruang", "ruang", di=tmp_path).returncode == 0
    isi = json.loads(kinerja("keberatan", "daftar", "--ruang", "ruang", "--json", di=tmp_path).stdout)
    ada |= {*isi, *isi["keberatan"][0]}
    assert disebut == ada


def test_changelog_says_for_each_entry_whose_numbers_change() -> None:
    catatan = re.split(r"^### ", (AKAR / "CHANGELOG.md").read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    assert catatan
    assert all("Angka yang dapat berubah:" in satu for satu in catatan)
