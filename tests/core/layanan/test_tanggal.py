"""Dates as people type them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_cli.core.layanan.tanggal import Tanggal, jam_dari_sel, tanggal_dari_sel
from kinerja_cli.core.periode import NAMA_BULAN

RABU = dt.datetime(2025, 1, 15)


@pytest.mark.parametrize(
    ("sel", "saat", "ada_jam"),
    [
        (dt.date(2025, 1, 15), RABU, False),
        (dt.datetime(2025, 1, 15), RABU, False),
        (dt.datetime(2025, 1, 15, 9, 30, 59), RABU.replace(hour=9, minute=30), True),
        (45672.0, RABU, False),
        (45672, RABU, False),
        (45672.395833333336, RABU.replace(hour=9, minute=30), True),
        ("15/01/2025", RABU, False),
        ("15-1-2025", RABU, False),
        ("15.01.25", RABU, False),
        (" 15 Januari 2025 ", RABU, False),
        ("Rabu, 15 Januari 2025", RABU, False),
        ("15 Jan 2025", RABU, False),
        ("15-Jan-25", RABU, False),
        ("2025-01-15", RABU, False),
        ("2025-01-15T09:30:00", RABU.replace(hour=9, minute=30), True),
        ("15/01/2025 09.30", RABU.replace(hour=9, minute=30), True),
        ("15 Januari 2025 pukul 9:30 WIB", RABU.replace(hour=9, minute=30), True),
        ("03/04/2025", dt.datetime(2025, 4, 3), False),  # day first
    ],
)
def test_what_is_a_date(sel: object, saat: dt.datetime, ada_jam: bool) -> None:
    assert tanggal_dari_sel(sel) == Tanggal(saat, ada_jam)


@pytest.mark.parametrize("sel", ["31/02/2025", "besok", "", 12.0, True, "15/01", "15/01/2025 25.00", "15 Foo 2025", None])
def test_what_is_none(sel: object) -> None:
    assert tanggal_dari_sel(sel) is None


def test_a_month_that_comes_first_is_seen() -> None:
    assert tanggal_dari_sel("01/25/2025") == Tanggal(dt.datetime(2025, 1, 25), ada_jam=False, bulan_dulu=True)


@pytest.mark.parametrize(
    ("sel", "jam"),
    [
        (dt.time(9, 30, 5), dt.time(9, 30)),
        (dt.timedelta(hours=9, minutes=30), dt.time(9, 30)),
        (0.395833333333333, dt.time(9, 30)),
        ("9.30", dt.time(9, 30)),
        ("pukul 09:30 WIB", dt.time(9, 30)),
        ("24.30", None),
        ("pagi", None),
        (9.3, dt.time(9, 30)),  # "9.30" where the point is the decimal sign
        (9.0, dt.time(9)),
        (9.75, None),
        (9.305, None),
    ],
)
def test_times(sel: object, jam: dt.time | None) -> None:
    assert jam_dari_sel(sel) == jam


@given(st.datetimes(dt.datetime(2000, 1, 1), dt.datetime(2099, 12, 31)))
def test_every_way_of_writing_a_moment_gives_it_back(saat: dt.datetime) -> None:
    saat = saat.replace(second=0, microsecond=0)
    jam = f"{saat.hour:02d}.{saat.minute:02d}"
    serial = (saat - dt.datetime(1899, 12, 30)) / dt.timedelta(days=1)
    cara = (
        f"{saat.day}/{saat.month}/{saat.year} {jam}",
        f"{saat.day} {NAMA_BULAN[saat.month - 1]} {saat.year}, pukul {jam}",
        saat.isoformat(),
        serial,
    )
    for satu in cara:
        baca = tanggal_dari_sel(satu)
        assert baca
        assert baca.saat == saat
