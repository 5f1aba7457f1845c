"""Handout and slides: every number comes from somewhere, nothing from outside is needed, keys turn the slides."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from bantu import halaman, semua_aturan

from kinerja_cli import __version__
from kinerja_cli.core.contoh_aturan import kisah
from kinerja_cli.core.laporan import KERAHASIAAN
from kinerja_cli.core.ringkasan import sidik
from kinerja_cli.core.setelan import Setelan
from kinerja_cli.core.sosialisasi import Sosialisasi, susun_sosialisasi
from kinerja_cli.readers.keberatan import baca_tenggat
from kinerja_cli.resources import folder_aturan, folder_templat
from kinerja_cli.writers.halaman_sosialisasi import halaman_sosialisasi, paparan

SEMUA = semua_aturan()
TEMPLAT = ("sosialisasi.html.j2", "paparan.html.j2", "gambar_sosialisasi.html.j2")
_ANGKA = re.compile(r"\d+(?:[.,]\d+)*")


def susun(nama: str) -> Sosialisasi:
    a = SEMUA[nama]
    return susun_sosialisasi(a, baca_tenggat(Setelan(), ()), instansi="Kabupaten <X> & Co", penetapan=a.penetapan(""))


def kata(halaman: str) -> str:
    """What a reader sees: no styles, scripts, tags, attributes."""
    return html.unescape(re.sub(r"<style>.*?</style>|<script>.*?</script>|<[^>]+>", " ", halaman, flags=re.DOTALL))


def polos(angka: str) -> float:
    return float(angka.replace(".", "").replace(",", "."))


def dikenal(s: Sosialisasi) -> set[float]:
    """Every number of the rule files, of the made-up person's work, and of what the engine made of it."""
    toml = (folder_aturan() / f"{s.aturan.id}.toml", folder_aturan() / "pelengkap/keberatan.toml")
    hasil = {float(n) for berkas in toml for n in re.findall(r"\d+(?:\.\d+)?", berkas.read_text("utf-8"))}
    hasil |= {polos(n) for teks in toml for n in _ANGKA.findall(teks.read_text("utf-8"))}
    hasil |= {float(n) for p in kisah(s.aturan) for n in (p.target, p.realisasi, p.bobot)}
    o = s.contoh
    for b in o.rincian:
        hasil |= {b.capaian / 100, b.nilai / 100, b.bobot / 10_000, b.tertimbang / 10**8, *map(polos, _ANGKA.findall(b.cara))}
    hasil |= {o.jumlah_perilaku / 100, o.tambahan / 100, o.pembagi / 10_000, 100.0, *map(polos, _ANGKA.findall(KERAHASIAAN))}
    jumlah = float(sum(p.nilai for p in s.potongan))
    hasil |= {(o.nilai or 0) / 100, o.nilai_hasil_kerja / 100, jumlah, *(float(p.nilai) for p in s.potongan)}
    return {round(n, 6) for n in hasil}


@pytest.mark.parametrize("nama", SEMUA)
@pytest.mark.parametrize("buat", [halaman_sosialisasi, paparan])
def test_every_number_occurs_in_the_rules_or_the_example(nama: str, buat: object) -> None:
    s = susun(nama)
    tampak = kata(buat(s)).replace(__version__, "").replace(sidik(s.aturan.sha256), "")  # type: ignore[operator]
    tanpa = next((j for t, j in s.tanya if "satu pekerjaan tidak berlaku" in t), "")  # figures of the second example
    asing = {n for n in _ANGKA.findall(tampak.replace(tanpa, "")) if round(polos(n), 6) not in dikenal(s)}
    assert len(_ANGKA.findall(tampak)) > 5
    assert asing == set()


@pytest.mark.parametrize("nama", TEMPLAT)
def test_no_number_is_typed_in_a_template(nama: str) -> None:
    isi = (folder_templat() / nama).read_text("utf-8")
    isi = re.sub(r"{[{%#].*?[}%#]}", " ", isi, flags=re.DOTALL)
    assert _ANGKA.findall(kata(isi)) == []


@pytest.mark.parametrize("nama", SEMUA)
@pytest.mark.parametrize("buat", [halaman_sosialisasi, paparan])
def test_a_page_needs_nothing_from_outside(nama: str, buat: object) -> None:
    isi = buat(susun(nama))  # type: ignore[operator]
    assert not re.search(r"(?:src|href)=|@import|url\(|https?:", isi)
    assert "Kabupaten &lt;X&gt; &amp; Co" in isi
    assert len(isi.encode()) < 40_000


@pytest.mark.parametrize("nama", ["evaluasi-bungo", "permenpanrb-6-2022"])
def test_printed_each_slide_is_a_page_and_the_handout_is_short(nama: str, tmp_path: Path) -> None:
    def lembar(isi: str) -> int:
        (tmp_path / "h.html").write_text(isi, encoding="utf-8")
        halaman(tmp_path / "h.html", tmp_path, "--no-pdf-header-footer", f"--print-to-pdf={tmp_path / 'h.pdf'}")
        return len(re.findall(rb"/Type\s*/Page\b", (tmp_path / "h.pdf").read_bytes()))

    s = susun(nama)
    isi = paparan(s)
    assert lembar(isi) == isi.count("<section>") == 1 + len(s.bagian) + (len(s.tanya) + 1) // 2
    assert lembar(halaman_sosialisasi(s)) <= 4


@pytest.mark.parametrize(
    ("tekan", "judul"),
    [
        ([], "Bagaimana kinerja Anda dinilai"),
        (["ArrowRight"], "Intinya"),
        ([" ", "PageDown", "ArrowLeft"], "Intinya"),
        (["End"], "Tanya jawab"),
        (["ArrowRight", "ArrowRight", "Home", "ArrowLeft"], "Bagaimana kinerja Anda dinilai"),
        (["x"], "Bagaimana kinerja Anda dinilai"),
    ],
)
def test_the_keyboard_turns_the_slides(tekan: list[str], judul: str, tmp_path: Path) -> None:
    tombol = "".join(f'document.dispatchEvent(new KeyboardEvent("keydown", {{key: "{t}"}}));' for t in tekan)
    isi = paparan(susun("evaluasi-bungo")).replace("</body>", f"<script>{tombol}</script></body>")
    (tmp_path / "p.html").write_text(isi, encoding="utf-8")
    dom = halaman(tmp_path / "p.html", tmp_path, "--dump-dom")
    tampil = re.findall(r'<section class="tampil">.*?<h[12]>(.*?)</h', dom, re.DOTALL)
    assert tampil == [judul]
