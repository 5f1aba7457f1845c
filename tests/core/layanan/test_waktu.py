"""Working time, by hand and by a slow count of every single minute."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja_cli.core.layanan.waktu import Jadwal, JamKerjaSalah, Kalender, hari_kerja, menit_kerja, susun_kalender
from kinerja_cli.readers.layanan import kalender_kantor

BAWAAN = kalender_kantor({}, [2024, 2025])  # 07.30–16.00, break 12–13; Friday to 16.30, break 11.30–13.00


def saat(*teks: str) -> np.ndarray:
    return np.array(teks, dtype="datetime64[m]")


@pytest.mark.parametrize(
    ("diterima", "selesai", "hari"),
    [
        ("2025-01-15", "2025-01-15", 0),  # the same Wednesday
        ("2025-01-15", "2025-01-16", 1),
        ("2025-01-17", "2025-01-20", 1),  # Friday to Monday
        ("2025-01-18", "2025-01-20", 0),  # Saturday counts as received on Monday
        ("2025-01-18", "2025-01-19", 0),  # and never is a weekend a working day
        ("2025-01-17", "2025-01-18", 0),  # finished on a Saturday: no working day has passed
        ("2025-01-24", "2025-01-30", 1),  # 27 Isra Mikraj, 28 cuti bersama, 29 Imlek
        ("2025-03-27", "2025-04-08", 1),  # Nyepi, Idulfitri and cuti bersama: nothing between the 27th and the 8th
        ("2025-03-31", "2025-04-09", 1),  # received on Idulfitri = on 8 April
        ("2025-01-15T16:30", "2025-01-16T09:00", 0),  # after closing counts as the next day
        ("2025-01-15T15:59", "2025-01-16T09:00", 1),
        ("2025-01-17T16:29", "2025-01-20T09:00", 1),  # on Fridays the office closes at 16.30
        ("2025-01-17T16:30", "2025-01-20T09:00", 0),
    ],
)
def test_working_days_by_hand(diterima: str, selesai: str, hari: int) -> None:
    assert hari_kerja(BAWAAN, saat(diterima), saat(selesai)).tolist() == [hari]


@pytest.mark.parametrize(
    ("diterima", "selesai", "menit"),
    [
        ("2025-01-15T08:00", "2025-01-15T08:45", 45),
        ("2025-01-15T11:30", "2025-01-15T13:30", 60),  # over the break
        ("2025-01-15T12:10", "2025-01-15T12:50", 0),  # within it
        ("2025-01-15T15:30", "2025-01-16T08:00", 60),  # over night
        ("2025-01-15T20:00", "2025-01-16T08:00", 30),  # received at night
        ("2025-01-15T06:00", "2025-01-15T08:00", 30),  # before opening
        ("2025-01-17T16:00", "2025-01-20T07:45", 45),  # Friday to 16.30, then Monday
        ("2025-01-18T10:00", "2025-01-20T08:30", 60),  # a Saturday
        ("2025-01-13T07:30", "2025-01-20T07:30", 37 * 60 + 30),  # a whole week: Perpres 21/2023 pasal 4
        ("2025-03-27T15:00", "2025-04-08T08:00", 90),  # over Idulfitri
    ],
)
def test_working_minutes_by_hand(diterima: str, selesai: str, menit: int) -> None:
    assert menit_kerja(BAWAAN, saat(diterima), saat(selesai)).tolist() == [menit]


def pelan(kalender: Kalender, awal: dt.datetime, akhir: dt.datetime) -> int:
    """Every minute, one by one, asked whether the office works in it."""
    jumlah = 0
    kini = awal
    while kini < akhir:
        jadwal = kalender.pada(kini.date())
        if jadwal:
            menit = kini.hour * 60 + kini.minute
            jumlah += jadwal.mulai <= menit < jadwal.selesai and not jadwal.istirahat[0] <= menit < jadwal.istirahat[1]
        kini += dt.timedelta(minutes=1)
    return jumlah


def pelan_hari(kalender: Kalender, awal: dt.datetime, akhir: dt.datetime) -> int:
    """Every day, one by one, from the first day on which the office could begin."""
    jadwal = kalender.pada(awal.date())
    mulai = awal.date() + dt.timedelta(days=bool(jadwal and awal.hour * 60 + awal.minute >= jadwal.selesai))
    while kalender.pada(mulai) is None and mulai < akhir.date():
        mulai += dt.timedelta(days=1)
    hari = [mulai + dt.timedelta(days=i) for i in range(1, (akhir.date() - mulai).days + 1)]
    return sum(kalender.pada(h) is not None for h in hari)


def jadwal(menit: list[int]) -> Jadwal:
    mulai, dari, sampai, selesai = sorted(menit)
    return Jadwal(mulai, selesai, (dari, sampai))


JADWAL = st.lists(st.integers(0, 24 * 60), min_size=4, max_size=4, unique=True).map(jadwal)
KALENDER = st.builds(
    Kalender,
    jadwal=st.dictionaries(st.integers(0, 6), JADWAL, min_size=1),
    masa=st.just(()),
    libur=st.dictionaries(st.dates(dt.date(2025, 3, 1), dt.date(2025, 3, 14)), st.just("libur")),
)
SAAT = st.datetimes(dt.datetime(2025, 3, 1), dt.datetime(2025, 3, 14)).map(lambda s: s.replace(second=0, microsecond=0))


@settings(deadline=None)
@given(KALENDER, st.lists(st.tuples(SAAT, SAAT).map(sorted), min_size=1, max_size=3))
def test_it_is_the_count_of_every_single_minute_and_day(kalender: Kalender, pasangan: list[list[dt.datetime]]) -> None:
    diterima, selesai = (np.array([p[i] for p in pasangan], dtype="datetime64[m]") for i in (0, 1))
    assert menit_kerja(kalender, diterima, selesai).tolist() == [pelan(kalender, *p) for p in pasangan]
    assert hari_kerja(kalender, diterima, selesai).tolist() == [pelan_hari(kalender, *p) for p in pasangan]


def test_settings_of_the_office_hold() -> None:
    kantor = {"hari": 6, "mulai": "08.00", "selesai": "14.00", "istirahat": "", "libur": [dt.date(2025, 1, 16)]}
    kalender = kalender_kantor({**kantor, "masuk": ["2025-01-28"]}, [2025])
    # Saturday is a working day, 16 January is not, and the office was open on a day of cuti bersama.
    assert hari_kerja(kalender, saat("2025-01-15"), saat("2025-01-18")).tolist() == [2]
    assert hari_kerja(kalender, saat("2025-01-25"), saat("2025-01-28")).tolist() == [1]
    # Hours that the office sets hold on Fridays too: the usual Friday is not left over.
    assert menit_kerja(kalender, saat("2025-01-17T08:00"), saat("2025-01-17T23:00")).tolist() == [6 * 60]


def test_ramadan_has_hours_of_its_own() -> None:
    masa = {"dari": dt.date(2025, 3, 1), "sampai": dt.date(2025, 3, 30), "mulai": "08.00", "selesai": "15.00",
            "istirahat": "12.00-12.30", "jumat": {"selesai": "15.30", "istirahat": "11.30-12.30"}}  # fmt: skip
    kalender = kalender_kantor({"masa": [masa]}, [2025])
    # Monday to Friday, 10 to 14 March 2025: 32 h 30 min, Perpres 21/2023 pasal 4 ayat (2).
    assert menit_kerja(kalender, saat("2025-03-10T00:00"), saat("2025-03-15T00:00")).tolist() == [32 * 60 + 30]
    assert menit_kerja(kalender, saat("2025-02-24T00:00"), saat("2025-03-01T00:00")).tolist() == [37 * 60 + 30]


@pytest.mark.parametrize(
    ("setelan", "sebut"),
    [
        ({"hri": 5}, "maksud Anda “hari”"),
        ({"hari": 4}, "“hari” harus 5"),
        ({"mulai": "pagi"}, "“mulai” harus jam"),
        ({"mulai": "17.00"}, "tidak berurutan"),
        ({"istirahat": "13.00"}, "tidak berurutan"),
        ({"libur": "2025-01-01"}, "daftar tanggal"),
        ({"libur": ["31/12/2025"]}, "“libur” harus tanggal"),
        ({"jumat": {"buka": "08.00"}}, "[jam_kerja.jumat]"),
        ({"masa": [{"dari": "2025-03-01"}]}, "“sampai” harus tanggal"),
        ({"cuti_bersama": "ya"}, "true atau false"),
    ],
)
def test_a_wrong_setting_is_named(setelan: dict[str, object], sebut: str) -> None:
    bawaan = {"hari": 5, "mulai": "07.30", "selesai": "16.00", "istirahat": "12.00-13.00", "cuti_bersama": True}
    with pytest.raises(JamKerjaSalah, match=r".") as salah:
        susun_kalender(bawaan, setelan, {}, {})
    assert sebut in str(salah.value)
