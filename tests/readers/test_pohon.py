"""A rule file that is wrong: every fault with its line and key."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kinerja_cli.core.angka_kredit import susun_koefisien
from kinerja_cli.core.pola import susun_pola
from kinerja_cli.core.skm.aturan import susun_aturan_skm
from kinerja_cli.errors import KinerjaError
from kinerja_cli.readers.pohon import baca_pohon
from kinerja_cli.resources import folder_aturan

SUSUN: dict[str, Callable[..., object]] = {
    "angka-kredit": susun_koefisien,
    "pola-distribusi": susun_pola,
    "skm-14-2017": susun_aturan_skm,
}


def isi(nama: str) -> str:
    return (folder_aturan() / f"pelengkap/{nama}.toml").read_text("utf-8")


def salah(nama: str, teks: str) -> list[str]:
    """What is said of each fault."""
    with pytest.raises(KinerjaError) as galat:
        baca_pohon(teks.encode(), nama, SUSUN[nama])
    return galat.value.kalimat.splitlines()[1:]


def baris(teks: str, awal: str, ke: int = 1) -> int:
    """The number of the n-th line that begins so."""
    return [i for i, b in enumerate(teks.splitlines(), 1) if b.startswith(awal)][ke - 1]


@pytest.mark.parametrize("nama", SUSUN)
def test_the_packaged_file_is_right(nama: str) -> None:
    assert baca_pohon(isi(nama).encode(), nama, SUSUN[nama])


@pytest.mark.parametrize(
    ("nama", "lama", "baru", "awal", "ke", "kata"),
    [
        ("skm-14-2017", "pengali = 25", 'pengali = "25"', "pengali", 1, "“indeks.pengali” bukan bilangan bulat"),
        ("skm-14-2017", "pengali = 25", "penggali = 25", "penggali", 1,
         "“indeks.penggali” tidak dikenal; maksud Anda “pengali”?"),
        ("skm-14-2017", "mulai = 76.61", "mulai = true", "mulai", 2, "“kategori[2].mulai” bukan angka"),
        ("skm-14-2017", "mulai = 76.61", "mulai = 96.61", "[[kategori]]", 1, "“kategori” harus berurut dari yang tertinggi"),
        ("skm-14-2017", 'dasar = "krejcie-morgan"', 'dasar = "krejcie"', 'dasar = "krejcie', 1, "menyebut “krejcie”"),
        ("skm-14-2017", 'kepastian = "hitung"', 'kepastian = "pasti"', 'kepastian = "pasti', 1,
         "“sampel.kepastian” tidak boleh “pasti”"),
        ("skm-14-2017", "galat = 0.05\n", "", "[sampel]", 1, "“sampel.galat” tidak ada"),
        ("angka-kredit", "koefisien = 37.5", 'koefisien = "37,5"', 'koefisien = "', 1, "“jenjang[7].koefisien” bukan angka"),
        ("angka-kredit", "koefisien = 37.5", "koefisien = -1", "koefisien = -", 1, "“jenjang[7].koefisien” kurang dari nol"),
        ("angka-kredit", "koefisien = 37.5", "koefisein = 37.5", "koefisein", 1,
         "“jenjang[7].koefisein” tidak dikenal; maksud Anda “koefisien”?"),
        ("angka-kredit", "sebutan", "sebuatn", "sebuatn", 1,
         "“predikat[3].sebuatn” tidak dikenal; maksud Anda “sebutan”?"),
        ("angka-kredit", "koefisien = 5\n", "", "[[jenjang]]", 2, "“jenjang[2].koefisien” tidak ada"),
        ("angka-kredit", "persen = 75", "persen = true", "persen = true", 1, "“predikat[3].persen” bukan angka"),
        ("angka-kredit", 'id = "angka-kredit"', "id = 3", "id = 3", 1, "“id” bukan teks"),
        ("pola-distribusi", '["Sangat Baik"]', '["Sangat Bagus"]', "predikat = ", 1, "“batas[1].predikat” harus dari"),
        ("pola-distribusi", "paling_banyak = 70", "paling_banyka = 70", "paling_banyka", 1,
         "“batas[1].paling_banyka” tidak dikenal; maksud Anda “paling_banyak”?"),
    ],
)  # fmt: skip
def test_a_fault_is_named_with_its_line_and_key(nama: str, lama: str, baru: str, awal: str, ke: int, kata: str) -> None:
    teks = isi(nama).replace(lama, baru, 1)
    (kalimat,) = [b for b in salah(nama, teks) if kata in b]
    assert kalimat.startswith(f"  baris {baris(teks, awal, ke)}: ")


def test_a_section_that_is_missing_is_one_fault() -> None:
    teks = isi("angka-kredit").replace("[tahun]", "[tahunan]")
    assert salah("angka-kredit", teks) == [
        "  baris 1: “tahun” tidak ada",
        f"  baris {baris(teks, '[tahunan]')}: “tahunan” tidak dikenal; maksud Anda “tahun”?",
    ]


def test_what_is_no_toml() -> None:
    with pytest.raises(KinerjaError, match="bukan TOML"):
        baca_pohon(b"[skor", "skm.toml", susun_aturan_skm)
