"""The file that says what the stages of an idea are worth."""

from __future__ import annotations

import pytest
from bantu import aturan

from kinerja_cli.core.kata_aturan import dasar_aturan
from kinerja_cli.errors import KinerjaError
from kinerja_cli.readers.pelengkap import aturan_inovasi_dari, baca_aturan_inovasi


def test_it_is_read_back_from_what_is_kept_with_a_month() -> None:
    usual = baca_aturan_inovasi()
    assert usual == aturan().inovasi == aturan_inovasi_dari(usual.teks.encode(), "inovasi.toml")
    assert (usual.ide_baru.tahap, usual.ide_baru.perlu_bukti) == (("diterapkan", "direplikasi"), True)


def test_the_method_page_says_that_it_is_an_open_choice() -> None:
    baris = {apa: (kata, dasar) for apa, kata, dasar in dasar_aturan(aturan())}
    kata, dasar = baris["Register inovasi sebagai ide baru"]
    assert kata == "inovasi yang diterapkan atau direplikasi, dengan bukti"
    assert dasar.endswith("(terbuka)")
    assert "Register inovasi sebagai realisasi" not in dict.fromkeys(
        apa for apa, _, _ in dasar_aturan(aturan("permenpanrb-6-2022"))
    )


@pytest.mark.parametrize(
    ("lama", "baru", "sebut"),
    [
        ('"diterapkan", ', '"dipakai", ', "baris 16: “ide_baru.tahap” harus dari: usulan, uji coba"),
        ("perlu_bukti", "perlu_buktii", "“ide_baru.perlu_buktii” tidak dikenal; maksud Anda “perlu_bukti”?"),
        ("[realisasi]", "[realisasii]", "“realisasi” tidak ada"),
        ('kepastian = "terbuka"', 'kepastian = "pasti"', "“ide_baru.kepastian” tidak boleh “pasti”"),
    ],
)
def test_a_fault_is_named_with_line_and_key(lama: str, baru: str, sebut: str) -> None:
    teks = baca_aturan_inovasi().teks
    with pytest.raises(KinerjaError, match=r"inovasi\.toml") as galat:
        aturan_inovasi_dari(teks.replace(lama, baru, 1).encode(), "inovasi.toml")
    assert sebut in str(galat.value)
