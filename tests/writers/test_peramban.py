"""Pages as people use them: a real browser is clicked, typed at, printed, and asked what a screen reader would miss."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from bantu import JANUARI, chromium
from openpyxl import load_workbook
from playwright.sync_api import Browser, Page, Request, sync_playwright
from rich.console import Console

from kinerja_cli.core.laporan import KERAHASIAAN
from kinerja_cli.store import RuangKerja
from kinerja_cli.workflow.isi import muat
from kinerja_cli.workflow.ruang import setelan_ruang
from kinerja_cli.workflow.untuk import tulis_untuk
from kinerja_cli.writers.terminal.orang import penjelasan

DUKCAPIL = "Dinas Kependudukan dan Pencatatan Sipil"
ERLINAWATI = "198402262010012012"
PONSEL = {"width": 360, "height": 740}


@pytest.fixture(scope="module")
def laporan(contoh: RuangKerja) -> Path:
    """The reports of January for all readers."""
    isi = muat(contoh, JANUARI, setelan_ruang(contoh))
    for pembaca in ("publik", "pegawai"):
        tulis_untuk(pembaca, contoh, isi)
    return contoh.folder / "laporan" / str(JANUARI)


@pytest.fixture(scope="module")
def peramban() -> Iterator[Browser]:
    program = chromium()
    with sync_playwright() as main, main.chromium.launch(executable_path=program, args=["--no-sandbox"]) as satu:
        yield satu


@pytest.fixture
def layar(peramban: Browser) -> Iterator[Page]:
    """A page of which every request and every error counts; only the report's own file may be asked for."""
    diminta: list[Request] = []
    salah: list[str] = []
    satu = peramban.new_page()
    satu.on("request", lambda r: diminta.append(r))
    satu.on("pageerror", lambda e: salah.append(str(e)))
    yield satu
    assert [r.url for r in diminta if not r.is_navigation_request()] == []
    assert all(r.url.startswith("file:") for r in diminta)
    assert salah == []
    satu.close()


def buka(layar: Page, berkas: Path, jangkar: str = "") -> Page:
    layar.goto(berkas.as_uri() + jangkar)
    return layar


def tampak(layar: Page) -> list[str]:
    """NIPs in the table as it stands."""
    return [str(tr.get_attribute("id"))[4:] for tr in layar.locator("#daftar tbody tr[id]:visible").all()]


@pytest.fixture
def dukcapil(layar: Page, laporan: Path) -> Page:
    return buka(layar, laporan / f"{DUKCAPIL}.html")


def test_search_by_part_of_a_name_nip_and_post(dukcapil: Page) -> None:
    for kata in ("erlin", ERLINAWATI[:12]):
        dukcapil.fill("#cari", kata)
        assert tampak(dukcapil) == [ERLINAWATI]
    assert dukcapil.inner_text("#jumlah") == "1 dari 20 orang"
    dukcapil.fill("#cari", "")
    assert len(tampak(dukcapil)) == 20


def test_filter_by_category(dukcapil: Page) -> None:
    dukcapil.select_option("#predikat", "Cukup")
    assert set(dukcapil.locator("#daftar tbody tr:visible .cap").all_inner_texts()) == {"Cukup"}
    assert 0 < len(tampak(dukcapil)) < 20


def test_sorting_by_keyboard_both_ways(dukcapil: Page) -> None:
    semula = tampak(dukcapil)
    judul = dukcapil.get_by_role("button", name="Nilai")
    judul.press("Enter")
    naik = [
        float(teks.replace(",", ".")) for teks in dukcapil.locator("#daftar tbody td:nth-last-child(2)").all_inner_texts()
    ]
    assert naik == sorted(naik)
    assert dukcapil.locator("th[aria-sort]").get_attribute("aria-sort") == "ascending"
    judul.press("Enter")
    assert dukcapil.locator("th[aria-sort]").get_attribute("aria-sort") == "descending"
    dukcapil.get_by_role("button", name="Peringkat").press("Enter")
    assert tampak(dukcapil) == semula


def test_a_row_opens_and_closes_by_keyboard(dukcapil: Page) -> None:
    tombol = dukcapil.get_by_role("button", name="Erlinawati")
    assert tombol.get_attribute("aria-expanded") == "false"
    tombol.focus()
    dukcapil.keyboard.press("Enter")
    assert tombol.get_attribute("aria-expanded") == "true"
    assert dukcapil.url.endswith(f"#nip-{ERLINAWATI}")
    dukcapil.keyboard.press("Enter")
    assert dukcapil.locator(".rinci").count() == 0
    assert tombol.get_attribute("aria-expanded") == "false"


TERBUKA = """() => [...document.querySelectorAll("#daftar tr.rinci")].map((tr) => [
  tr.previousElementSibling.id.slice(4),
  [...tr.querySelectorAll(":scope tbody tr")].map((b) => [...b.cells].map((sel) => sel.textContent)),
  [...tr.querySelectorAll("li")].map((li) => li.textContent)])"""
INDIKATOR_JELASKAN = re.compile(
    r"^\d+\. (?P<kode>\S+)  (?P<nama>.+)  \((?P<aspek>.+), arah (?P<arah>.+)\)\n"
    r"   Target (?P<target>.+), realisasi (?P<realisasi>.+?)(?:   \[(?P<asal>.+)\])?\n"
    r"   Capaian: (?P<cara>.+?)(?: \((?P<keterangan>[^()]+)\))?\n"
    r"(?:   Capaian × bobot: .+ × (?P<bobot>\S+) ÷ 100 = (?P<hasil>\S+)\n)?",
    re.MULTILINE,
)


def sebagai_baris(b: re.Match[str], bobot: str) -> list[str]:
    """An indicator as jelaskan prints it, laid out as a row of the page; it is silent on a weight that doesn't count."""
    realisasi = "–" if b["realisasi"] == "tidak ada" else b["realisasi"]
    cara = f"{b['cara']}. {b['keterangan']}" if b["keterangan"] else b["cara"]
    return [
        f"{b['kode']} {b['nama']}", b["aspek"], b["arah"], b["target"].replace(" sampai ", "–"), realisasi, cara,
        b["bobot"] or bobot, b["hasil"] or "–", b["asal"] or "",
    ]  # fmt: skip


def test_every_row_opens_to_the_sum_that_jelaskan_prints(layar: Page, laporan: Path, contoh: RuangKerja) -> None:
    isi = muat(contoh, JANUARI, setelan_ruang(contoh))
    jelaskan = {}
    for o in isi.rinci(isi.orang):
        konsol = Console(file=StringIO(), width=1000)
        konsol.print(penjelasan(o, isi.konteks, None))
        jelaskan[o.nip] = "\n".join(baris.rstrip() for baris in konsol.file.getvalue().splitlines())  # type: ignore[attr-defined]
    dibuka = set()
    for dinas in sorted({o.dinas for o in isi.orang}):
        buka(layar, laporan / f"{dinas}.html").click("#buka")
        for nip, baris, langkah in layar.evaluate(TERBUKA):
            dibuka.add(nip)
            blok = INDIKATOR_JELASKAN.finditer(jelaskan[nip])
            assert baris == [sebagai_baris(b, satu[6]) for b, satu in zip(blok, baris, strict=True)]
            assert "\n\n" + "\n".join(langkah) + "\nPeringkat " in jelaskan[nip]
    assert dibuka == {o.nip for o in isi.orang if o.dinilai}


def test_without_scripts_the_page_says_what_is_missing(peramban: Browser, laporan: Path) -> None:
    layar = peramban.new_page(java_script_enabled=False)
    buka(layar, laporan / f"{DUKCAPIL}.html")
    assert layar.locator("noscript p").is_visible()
    assert not layar.locator("#cari").is_visible()
    assert not layar.locator("#daftar").is_visible()
    lembar = load_workbook(laporan / f"{DUKCAPIL}.xlsx", read_only=True).sheetnames
    assert {"Pegawai", "Rincian"} <= set(lembar)
    layar.close()


def test_a_deep_link_opens_the_person(layar: Page, laporan: Path) -> None:
    buka(layar, laporan / f"{DUKCAPIL}.html", f"#nip-{ERLINAWATI}")
    assert layar.locator(".rinci").count() == 1
    assert layar.locator(f"#nip-{ERLINAWATI}").is_visible()


SEMUA = (
    f"{DUKCAPIL}.html",
    "index.html",
    f"rapat/{DUKCAPIL}.html",
    "publik/index.html",
    f"pegawai/{DUKCAPIL}/{ERLINAWATI}.html",
)


@pytest.mark.parametrize("nama", SEMUA)
def test_a_phone_needs_no_scrolling_sideways(layar: Page, laporan: Path, nama: str) -> None:
    layar.set_viewport_size(PONSEL)
    buka(layar, laporan / nama)
    assert layar.evaluate("document.documentElement.scrollWidth") <= PONSEL["width"]


@pytest.mark.parametrize("warna", ["light", "dark"])
@pytest.mark.parametrize("nama", SEMUA)
def test_a_screen_reader_finds_nothing_wrong(layar: Page, laporan: Path, nama: str, warna: str) -> None:
    layar.emulate_media(color_scheme=warna)  # type: ignore[arg-type]
    buka(layar, laporan / nama)
    if layar.locator("#buka").count():
        layar.click("#buka")
    hasil = Axe().run(layar)
    assert hasil.violations_count == 0, hasil.generate_report()


def test_dark_is_dark(dukcapil: Page) -> None:
    warna = []
    for skema in ("light", "dark"):
        dukcapil.emulate_media(color_scheme=skema)  # type: ignore[arg-type]
        warna.append(dukcapil.evaluate("getComputedStyle(document.body).backgroundColor"))
    terang = [sum(map(int, re.findall(r"\d+", satu))) for satu in warna]
    assert terang[0] > 600
    assert terang[1] < 150


def cetak(layar: Page, ke: Path) -> tuple[int, str]:
    """Print to A4: how many pages, and what they say; skips without poppler-utils."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext tidak terpasang")
    layar.pdf(path=ke, prefer_css_page_size=True)
    info = subprocess.run(["pdfinfo", ke], capture_output=True, encoding="utf-8", check=True).stdout
    teks = subprocess.run(["pdftotext", "-layout", ke, "-"], capture_output=True, encoding="utf-8", check=True).stdout
    assert "(A4)" in info
    return int(re.search(r"Pages:\s+(\d+)", info)[1]), teks  # type: ignore[index]


def test_print_has_everybody_and_the_signature_and_no_controls(dukcapil: Page, tmp_path: Path) -> None:
    semua = tampak(dukcapil)
    _, teks = cetak(dukcapil, tmp_path / "dinas.pdf")
    assert len(semua) == 20
    assert [nip for nip in semua if nip not in teks] == []
    assert f"Kepala {DUKCAPIL}" in teks
    assert "Buka semua rincian" not in teks


def test_the_meeting_page_is_one_sheet_with_its_signature(layar: Page, laporan: Path, tmp_path: Path) -> None:
    for berkas in sorted((laporan / "rapat").iterdir()):
        halaman, teks = cetak(buka(layar, berkas), tmp_path / "rapat.pdf")
        assert halaman == 1
        assert f"Kepala {berkas.stem}"[:40] in teks
        assert KERAHASIAAN in teks


def test_slips_print_on_one_page_each(layar: Page, laporan: Path, tmp_path: Path) -> None:
    buka(layar, laporan / "pegawai" / f"{DUKCAPIL}.html")
    halaman, teks = cetak(layar, tmp_path / "slip.pdf")
    assert halaman == teks.count("Slip nilai kinerja Januari 2025") == 20
