"""``kinerja.toml``: what it may say about edges, and the predikat of organisations."""

from __future__ import annotations

import pytest

from kinerja_cli.core.setelan import ISI_AWAL, SetelanSalah, susun_setelan
from kinerja_cli.errors import KinerjaError
from kinerja_cli.readers.setelan import baca_setelan


@pytest.mark.parametrize(
    ("isi", "ambang"), [("", 50), ("[ambang]\ntepi = 0.35", 35), ("[ambang]\ntepi = 2", 200), ("[ambang]", 50)]
)
def test_how_near_a_line_is_near(isi: str, ambang: int) -> None:
    assert baca_setelan(isi.encode()).ambang_tepi == ambang


@pytest.mark.parametrize(("isi", "hari"), [("", None), ("[ambang]\nkirim = 5", 5), ("[ambang]\nkirim = 0", 0)])
def test_until_when_a_file_is_on_time(isi: str, hari: int | None) -> None:
    assert baca_setelan(isi.encode()).ambang_kirim == hari


def test_the_first_file_shows_it() -> None:
    isi = ISI_AWAL.format(instansi="X", tempat="Y").replace("# [ambang]", "[ambang]").replace("# tepi", "tepi")
    assert baca_setelan(isi.encode()).ambang_tepi == 50


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        ("[ambang]\ntepi = 0.125", "paling banyak dua desimal"),
        ("[ambang]\ntepi = -1", "angka dari 0"),
        ('[ambang]\ntepi = "setengah"', "harus angka"),
        ("[ambang]\ntepi = true", "harus angka"),
        ("[ambang]\nkirim = 2.5", "“kirim” di \\[ambang\\] harus bilangan bulat"),
        ("[ambang]\nkirim = -1", "bilangan bulat dari 0"),
        ("[ambang]\nkirim = true", "bilangan bulat dari 0"),
        ("[ambang]\ntapi = 1", "“tapi” di \\[ambang\\] tidak dikenal"),
        ("ambang = 1", "“ambang” harus berupa bagian"),
        ('kertas = "A3"', "“kertas” tidak boleh “A3”; yang ada: A4, F4"),
    ],
)
def test_what_is_wrong_is_said(isi: str, kata: str) -> None:
    with pytest.raises(KinerjaError, match=kata):
        baca_setelan(isi.encode())


def test_predikat_by_dinas() -> None:
    assert susun_setelan({"organisasi": {"Dinas Kesehatan": "Baik"}}).organisasi == {"Dinas Kesehatan": "Baik"}
    assert susun_setelan({}).organisasi == {}


@pytest.mark.parametrize(
    ("pohon", "kata"),
    [
        ({"organisasi": {"Dinas Kesehatan": 3}}, "Dinas Kesehatan"),
        ({"organisasi": "Baik"}, "bagian"),
        ({"organisas": {}}, "organisasi"),
    ],
)
def test_what_is_wrong_with_organisations_is_named(pohon: dict[str, object], kata: str) -> None:
    with pytest.raises(SetelanSalah, match=kata):
        susun_setelan(pohon)


def test_paper_is_a4_unless_said_otherwise() -> None:
    assert baca_setelan(b"").kertas == "A4"
    assert baca_setelan(b'kertas = "F4"').kertas == "F4"
