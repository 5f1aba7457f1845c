"""Dates and times as a register holds them: real ones, Excel's serial numbers, and text in the Indonesian order."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from typing import Final

from kinerja_cli.core.periode import bulan_dari_kata

_HARI_NOL: Final = dt.datetime(1899, 12, 30)
_SERIAL: Final = (36526, 73051)
"""Numbers that can be dates: 2000 to 2099."""
_DETIK_ZONA = r"(?:[:.]\d{2}(?:\.\d+)?)?(?:\s*(?:wib|wita|wit))?"
_PUKUL = rf"(?:[,\s]*(?:pukul|jam|pkl\.?)?[t\s]*(?P<jam>\d{{1,2}})[:.](?P<menit>\d{{2}}){_DETIK_ZONA})?"
_HARI_NAMA = r"(?:[a-z']{4,7}\s*,\s*)?"
_ANGKA = re.compile(rf"{_HARI_NAMA}(?P<a>\d{{1,2}})\s*[/.-]\s*(?P<b>\d{{1,2}})\s*[/.-]\s*(?P<tahun>\d{{4}}|\d{{2}}){_PUKUL}")
_KATA = re.compile(rf"{_HARI_NAMA}(?P<a>\d{{1,2}})[\s.-]*(?P<bulan>[a-z]{{3,9}})[\s.,-]*(?P<tahun>\d{{4}}|\d{{2}}){_PUKUL}")
_ISO = re.compile(rf"(?P<tahun>\d{{4}})[/.-](?P<b>\d{{1,2}})[/.-](?P<a>\d{{1,2}}){_PUKUL}")
_JAM_SAJA = re.compile(r"(?:pukul|jam|pkl\.?)?\s*(\d{1,2})[:.](\d{2})(?:[:.]\d{2})?(?:\s*(?:wib|wita|wit))?")


@dataclass(frozen=True)
class Tanggal:
    """One cell's date.

    Attributes:
        saat: the moment, to the minute; midnight where no time is given.
        ada_jam: a time is given.
        bulan_dulu: the text is no date in the Indonesian order and one with the month first: 01/25/2025.
    """

    saat: dt.datetime
    ada_jam: bool
    bulan_dulu: bool = False

    def pada(self, jam: dt.time) -> Tanggal:
        """Give the date with a time that stands in a cell of its own."""
        return replace(self, saat=dt.datetime.combine(self.saat.date(), jam), ada_jam=True)


def tanggal_dari_sel(sel: object) -> Tanggal | None:
    """Read a date from a cell: a date, a serial number, "15/01/2025", "15-1-2025 09.30", "Rabu, 15 Januari 2025".

    03/04/2025 is 3 April: day first. Two digits of a year mean 20xx. None: it is no date.
    """
    if isinstance(sel, dt.datetime):
        return _susun(sel)
    if isinstance(sel, dt.date):
        return Tanggal(dt.datetime.combine(sel, dt.time()), ada_jam=False)
    if isinstance(sel, (int, float)) and not isinstance(sel, bool):
        awal, akhir = _SERIAL
        return _susun(_HARI_NOL + dt.timedelta(minutes=round(sel * 1440))) if awal <= sel < akhir else None
    return _dari_teks(sel.strip().lower()) if isinstance(sel, str) else None


def jam_dari_sel(sel: object) -> dt.time | None:
    """Read a time from a cell: a time, part of a day, "09.30", "pukul 9:30 WIB"; None: it is none.

    A number from 1 on is what becomes of 9.30 where the point is the decimal sign: 9,3 is half past nine.
    """
    if isinstance(sel, dt.datetime):
        sel = sel.time()
    if isinstance(sel, dt.time):
        return dt.time(sel.hour, sel.minute)
    if isinstance(sel, dt.timedelta):
        sel = sel / dt.timedelta(days=1)
    if isinstance(sel, float) and 0 <= sel < 1:
        menit = round(sel * 1440) % 1440
        return dt.time(menit // 60, menit % 60)
    if isinstance(sel, (int, float)) and not isinstance(sel, bool):
        sel = f"{sel:.2f}" if float(sel) == round(float(sel), 2) else ""
    cocok = _JAM_SAJA.fullmatch(sel.strip().lower()) if isinstance(sel, str) else None
    return _jam(cocok[1], cocok[2]) if cocok else None


def _susun(saat: dt.datetime) -> Tanggal:
    saat = saat.replace(second=0, microsecond=0, tzinfo=None)
    return Tanggal(saat, ada_jam=saat.time() != dt.time())


def _dari_teks(teks: str) -> Tanggal | None:
    for pola in (_ANGKA, _KATA, _ISO):
        if cocok := pola.fullmatch(teks):
            return _dari_bagian(cocok.groupdict())
    return None


def _dari_bagian(bagian: dict[str, str | None]) -> Tanggal | None:
    hari = int(bagian["a"] or 0)
    bulan = bulan_dari_kata(bagian["bulan"] or "") if "bulan" in bagian else int(bagian["b"] or 0)
    tahun = int(bagian["tahun"] or 0)
    jam = _jam(bagian["jam"], bagian["menit"] or "") if bagian["jam"] else dt.time()
    if bulan is None or jam is None:
        return None
    bulan_dulu = "bulan" not in bagian and hari <= 12 < bulan
    if bulan_dulu:
        hari, bulan = bulan, hari
    try:
        tanggal = dt.date(tahun + 2000 if tahun < 100 else tahun, bulan, hari)
    except ValueError:
        return None
    return Tanggal(dt.datetime.combine(tanggal, jam), ada_jam=bagian["jam"] is not None, bulan_dulu=bulan_dulu)


def _jam(jam: str, menit: str) -> dt.time | None:
    return dt.time(int(jam), int(menit)) if int(jam) < 24 and int(menit) < 60 else None
