"""What is written about the program is what the program is."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest
import typer.main
from bantu import kinerja

from kinerja_cli.cli.aplikasi import app
from kinerja_cli.core.katalog import KATALOG, Jenis

AKAR = Path(__file__).parent.parent
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


def test_the_findings_page_is_the_catalogue() -> None:
    halaman = (AKAR / "docs/temuan.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| ([A-Z]\d\d) ", halaman, re.MULTILINE) == list(KATALOG)
    baru = runpy.run_path(str(AKAR / "alat/buat_dokumen.py"))["halaman_temuan"]()
    assert halaman == baru, "jalankan: python alat/buat_dokumen.py"


@pytest.mark.parametrize("jenis", KATALOG.values(), ids=KATALOG)
def test_a_finding_says_what_to_do_in_whole_sentences(jenis: Jenis) -> None:
    assert jenis.pesan[-1] in ".?"
    assert jenis.saran[-1] in ".?}"


def test_changelog_says_for_each_entry_whose_numbers_change() -> None:
    catatan = re.split(r"^### ", (AKAR / "CHANGELOG.md").read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    assert catatan
    assert all("Angka yang dapat berubah:" in satu for satu in catatan)
