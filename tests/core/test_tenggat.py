"""The time to object: both sides of the last day, in both ways of counting."""

from __future__ import annotations

import datetime as dt

import pytest

from kinerja_cli.core.setelan import Setelan
from kinerja_cli.core.tenggat import Hitungan, Tenggat
from kinerja_cli.errors import KinerjaError
from kinerja_cli.readers.keberatan import baca_tenggat

SENIN_17_MARET = dt.date(2025, 3, 17)


def tenggat(**keberatan: object) -> Tenggat:
    return baca_tenggat(Setelan(keberatan=keberatan), [2025])


def test_calendar_days_unless_the_office_chooses_otherwise() -> None:
    biasa = tenggat()
    assert (biasa.hari, biasa.hitungan, str(biasa.dasar)) == (
        14, Hitungan.KALENDER, "PP 30/2019 tentang Penilaian Kinerja PNS pasal 59",
    )  # fmt: skip
    assert biasa.terakhir(SENIN_17_MARET) == dt.date(2025, 3, 31)
    assert biasa.terakhir(dt.date(2024, 12, 20)) == dt.date(2025, 1, 3)


def test_working_days_pass_over_idul_fitri_2025() -> None:
    """Handed over on Monday 17 March 2025.

    18, 19, 20, 21 March are days 1 to 4; 24, 25, 26, 27 March 5 to 8; Nyepi and its cuti bersama are 28 and 29 March,
    Idul Fitri 31 March and 1 April, cuti bersama 2, 3, 4 and 7 April; 8, 9, 10, 11 April are 9 to 12; 14 and 15 April
    13 and 14.
    """
    assert tenggat(hitungan="kerja").terakhir(SENIN_17_MARET) == dt.date(2025, 4, 15)


def test_an_office_that_works_on_saturdays_counts_them() -> None:
    """18 to 22 March are days 1 to 5, 24 to 27 March 6 to 9, Saturday 5 April 10, 8 to 11 April 11 to 14."""
    enam_hari = Setelan(jam_kerja={"hari": 6}, keberatan={"hitungan": "kerja"})
    assert baca_tenggat(enam_hari, [2025]).terakhir(SENIN_17_MARET) == dt.date(2025, 4, 11)


@pytest.mark.parametrize(
    ("hitungan", "hari_ini", "sisa"),
    [
        ("kalender", "2025-03-17", 14),
        ("kalender", "2025-03-30", 1),
        ("kalender", "2025-03-31", 0),
        ("kalender", "2025-04-20", 0),
        ("kerja", "2025-03-17", 14),
        ("kerja", "2025-03-28", 6),
        ("kerja", "2025-04-07", 6),
        ("kerja", "2025-04-14", 1),
        ("kerja", "2025-04-15", 0),
    ],
)
def test_days_left_after_today(hitungan: str, hari_ini: str, sisa: int) -> None:
    assert tenggat(hitungan=hitungan).sisa(SENIN_17_MARET, dt.date.fromisoformat(hari_ini)) == sisa


@pytest.mark.parametrize(
    ("setelan", "kata"),
    [
        ({"hitungan": "kerjaa"}, "kalender, kerja; bukan “kerjaa”"),
        ({"hitung": "kerja"}, "“hitung” tidak dikenal"),
        ({"hitungam": "kerja"}, "maksud Anda “hitungan”"),
        ({"hitungan": 14}, "bukan “14”"),
    ],
)
def test_a_wrong_setting_is_named(setelan: dict[str, object], kata: str) -> None:
    with pytest.raises(KinerjaError) as galat:
        tenggat(**setelan)
    assert "kinerja.toml, [keberatan]" in galat.value.kalimat
    assert kata in galat.value.kalimat
