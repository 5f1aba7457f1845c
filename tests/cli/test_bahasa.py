"""Nothing that a user reads is English: help pages and the commonest usage errors."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import typer.main
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from bantu import kinerja

from kinerja_cli.cli import aplikasi

LOCALE = Path(aplikasi.__file__).parent / "locale" / "id" / "LC_MESSAGES"
KLIK = typer.main.get_command(aplikasi.app)
INGGRIS = re.compile(
    r"\b(the|this|and|show|message|exit|usage|options?|arguments?|commands?|required|default|missing|invalid|value|error|"
    r"such|did|you|mean|try|for|help(?!\b.*│)|unexpected|extra|got|requires|takes|env|var|file|directory|bool|path|text)\b",
    re.IGNORECASE,
)


def semua_perintah(perintah: object, awal: str = "") -> dict[str, Any]:
    """Every command by what is typed for it, those of groups among them."""
    hasil: dict[str, Any] = {}
    for nama, isi in getattr(perintah, "commands", {}).items():
        hasil |= {f"{awal}{nama}": isi, **semua_perintah(isi, f"{awal}{nama} ")}
    return hasil


PERINTAH = semua_perintah(KLIK)
OPSI = re.compile(r"--[a-z-]+|“[^”]*”|kinerja-[a-z]+")


def bukan_opsi(teks: str) -> str:
    """Leave out what is typed, such as --help: only the words around it are language."""
    return OPSI.sub("", teks)


@pytest.mark.parametrize("perintah", ["", *PERINTAH])
def test_a_help_page_has_no_english_word(tmp_path: Path, perintah: str) -> None:
    hasil = kinerja(*perintah.split(), "--help", di=tmp_path)
    assert hasil.returncode == 0
    assert "Pemakaian:" in hasil.stdout
    assert "Opsi" in hasil.stdout
    assert INGGRIS.findall(bukan_opsi(hasil.stdout)) == []


def test_every_command_stands_in_its_panel(tmp_path: Path) -> None:
    bantuan = kinerja("--help", di=tmp_path).stdout
    bulanan, _, menyiapkan = bantuan.partition("Menyiapkan")
    assert all(f"│ {p} " in bulanan for p in ("validasi", "hitung", "laporan", "jelaskan"))
    assert all(f"│ {p} " in menyiapkan for p in ("contoh", "mulai", "templat", "aturan", "perbaikan"))


@pytest.mark.parametrize("perintah", PERINTAH)
def test_every_option_and_argument_is_explained(perintah: str) -> None:
    assert PERINTAH[perintah].help
    for p in PERINTAH[perintah].params:
        assert p.help, f"{perintah}: {p.name}"


@pytest.mark.parametrize(
    ("argumen", "kata"),
    [
        (("hitun",), "Maksud Anda “hitung”?"),
        (("xyz",), "Perintah “xyz” tidak ada."),
        (("hitung",), "BERKAS belum disebut."),
        (("validasi",), "BERKAS belum disebut."),
        (("jelaskan",), "NIP-ATAU-NAMA belum disebut."),
        (("hitung", "a", "--perode", "x"), "Maksud Anda --periode?"),
        (("hitung", "a", "--zzz"), "Opsi --zzz tidak ada."),
        (("hitung", "-z"), "Opsi -z tidak ada."),
        (("hitung", "a", "--periode"), "Opsi --periode perlu diikuti nilainya."),
        (("laporan", "--dinas"), "Opsi --dinas perlu diikuti nilainya."),
        (("jelaskan", "Ani", "Budi"), "Apit nama yang berspasi dengan tanda petik."),
        (("mulai", "a", "b"), "Tidak dipahami: b."),
        (("--perode",), "Opsi --perode tidak ada."),
        (("aturan", "a", "b"), "Tidak dipahami: b."),
        (("perbaikan", "buta"), "Maksud Anda “buat”?"),
        (("perbaikan", "buat", "a"), "Opsi -o wajib disebut."),
        (("perbaikan", "terapkan", "a", "-o", "b"), "BERKAS belum disebut."),
    ],
)
def test_a_usage_error_is_said_in_indonesian(tmp_path: Path, argumen: tuple[str, ...], kata: str) -> None:
    hasil = kinerja(*argumen, di=tmp_path)
    assert hasil.returncode == 2
    assert kata in hasil.stderr
    assert "--help" in hasil.stderr
    assert INGGRIS.findall(bukan_opsi(hasil.stderr)) == []


def test_bare_kinerja_shows_the_commands(tmp_path: Path) -> None:
    hasil = kinerja(di=tmp_path)
    assert "Setiap bulan" in hasil.stdout + hasil.stderr


def test_the_compiled_catalogue_is_that_of_the_source() -> None:
    with (LOCALE / "messages.po").open("rb") as po, (LOCALE / "messages.mo").open("rb") as mo:
        sumber, jadi = ({p.id: p.string for p in katalog if p.id} for katalog in (read_po(po), read_mo(mo)))
    assert len(sumber) > 10
    assert jadi == sumber
