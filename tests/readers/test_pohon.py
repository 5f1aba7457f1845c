"""A rule file that is wrong: every fault with its line and key."""

from __future__ import annotations

import pytest

from kinerja_cli.core.skm.aturan import AturanSkm, susun_aturan_skm
from kinerja_cli.errors import KinerjaError
from kinerja_cli.readers.pohon import baca_pohon
from kinerja_cli.resources import folder_aturan

ISI = (folder_aturan() / "pelengkap/skm-14-2017.toml").read_text("utf-8")


def baca(teks: str) -> AturanSkm:
    return baca_pohon(teks.encode(), "skm.toml", susun_aturan_skm)


def baris(teks: str, awal: str, ke: int = 1) -> int:
    """The number of the n-th line that begins so."""
    return [i for i, b in enumerate(teks.splitlines(), 1) if b.startswith(awal)][ke - 1]


def test_the_packaged_file_is_right() -> None:
    assert baca(ISI).id == "skm-14-2017"


@pytest.mark.parametrize(
    ("lama", "baru", "awal", "ke", "kata"),
    [
        ("pengali = 25", 'pengali = "25"', "pengali", 1, "“indeks.pengali” bukan bilangan bulat"),
        ("pengali = 25", "penggali = 25", "penggali", 1, "“indeks.penggali” tidak dikenal; maksud Anda “pengali”?"),
        ("mulai = 76.61", "mulai = true", "mulai", 2, "“kategori[2].mulai” bukan angka"),
        ("mulai = 76.61", "mulai = 96.61", "[[kategori]]", 1, "“kategori” harus berurut dari yang tertinggi"),
        ('dasar = "krejcie-morgan"', 'dasar = "krejcie"', 'dasar = "krejcie', 1, "menyebut “krejcie”"),
        ('kepastian = "hitung"', 'kepastian = "pasti"', 'kepastian = "pasti', 1, "“sampel.kepastian” tidak boleh “pasti”"),
        ("galat = 0.05\n", "", "[sampel]", 1, "“sampel.galat” tidak ada"),
    ],
)  # fmt: skip
def test_a_fault_is_named_with_its_line_and_key(lama: str, baru: str, awal: str, ke: int, kata: str) -> None:
    teks = ISI.replace(lama, baru, 1)
    with pytest.raises(KinerjaError) as galat:
        baca(teks)
    (kalimat,) = [b for b in galat.value.kalimat.splitlines()[1:] if kata in b]
    if awal != "[[kategori]]":
        assert kalimat.startswith(f"  baris {baris(teks, awal, ke)}: ")


def test_what_is_no_toml() -> None:
    with pytest.raises(KinerjaError, match="bukan TOML"):
        baca("[skor")
