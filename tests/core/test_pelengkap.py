"""A wrong rule file says which line and which key."""

from __future__ import annotations

import re

import pytest

from kinerja_cli.core.angka_kredit import susun_koefisien
from kinerja_cli.core.pelengkap import PelengkapSalah, buka_pelengkap
from kinerja_cli.core.pola import susun_pola
from kinerja_cli.resources import folder_aturan

KREDIT = (folder_aturan() / "pelengkap/angka-kredit.toml").read_text("utf-8")
POLA = (folder_aturan() / "pelengkap/pola-distribusi.toml").read_text("utf-8")


def baris(teks: str, potongan: str) -> int:
    return teks[: teks.index(potongan)].count("\n") + 1


@pytest.mark.parametrize(
    ("lama", "baru", "apa"),
    [
        ("koefisien = 37.5", 'koefisien = "37,5"', "[[jenjang]] “koefisien” bukan angka"),
        ("koefisien = 37.5", "koefisien = -1", "[[jenjang]] “koefisien” kurang dari nol"),
        ("koefisien = 37.5", "koefisein = 37.5", "[[jenjang]] “koefisein” tidak dikenal; maksud Anda “koefisien”?"),
        ("persen = 75", "persen = true", "[[predikat]] “persen” bukan angka"),
        ('kepastian = "ingatan"', 'kepastian = "pasti"', "[[jenjang]] “kepastian” harus salah satu dari"),
        ('id = "angka-kredit"', "id = 3", "awal berkas “id” bukan teks"),
    ],
)
def test_line_and_key(lama: str, baru: str, apa: str) -> None:
    rusak = KREDIT.replace(lama, baru, 1)
    with pytest.raises(PelengkapSalah, match=re.escape(f"baris {baris(rusak, baru)}, {apa}")):
        susun_koefisien(buka_pelengkap(rusak))


def test_a_missing_key_is_named_at_its_table() -> None:
    rusak = KREDIT.replace("koefisien = 5\n", "", 1)
    nomor = baris(rusak, '[[jenjang]]\nnama = "Terampil"')
    with pytest.raises(PelengkapSalah, match=re.escape(f"baris {nomor}, [[jenjang]] “koefisien” tidak ada")):
        susun_koefisien(buka_pelengkap(rusak))


def test_a_missing_table_is_named() -> None:
    rusak = KREDIT.replace("[tahun]", "[tahunan]")
    with pytest.raises(PelengkapSalah, match=re.escape("bagian [tahun] tidak ada")):
        susun_koefisien(buka_pelengkap(rusak))


def test_the_pattern_names_only_known_categories() -> None:
    rusak = POLA.replace('predikat = ["Sangat Baik"]', 'predikat = ["Sangat Bagus"]', 1)
    with pytest.raises(PelengkapSalah, match="“predikat” harus dari"):
        susun_pola(buka_pelengkap(rusak))
