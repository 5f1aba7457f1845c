"""Spans of days that people name: a month, a quarter, half a year."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from kinerja_cli.core.periode import Periode, periode_dari_kode, periode_dari_nama

_BAGIAN_TAHUN = re.compile(r"(20\d\d)-?([ST])([1-4])", re.IGNORECASE)
_PANJANG = {"S": (6, "Semester"), "T": (3, "Triwulan")}
_ROMAWI = ("I", "II", "III", "IV")


@dataclass(frozen=True, order=True)
class Jangka:
    """Days from ``awal`` to ``akhir``, both among them."""

    awal: dt.date
    akhir: dt.date
    nama: str

    def memuat(self, saat: pd.Series[pd.Timestamp]) -> pd.Series[bool]:
        """Tell which moments lie in it; NaT doesn't."""
        return (saat >= pd.Timestamp(self.awal)) & (saat < pd.Timestamp(self.akhir) + pd.Timedelta(days=1))


def jangka_bulan(periode: Periode) -> Jangka:
    """Give a month."""
    return Jangka(periode.hari_pertama, periode.hari_terakhir, periode.nama)


def jangka_dari_teks(teks: str) -> Jangka | None:
    """Read "2025-01", "Januari 2025", "2025-S1" (half a year) or "2025-T2" (a quarter); None: it is none of them."""
    if periode := periode_dari_kode(teks) or periode_dari_nama(teks):
        return jangka_bulan(periode)
    cocok = _BAGIAN_TAHUN.fullmatch(teks.strip())
    if cocok is None:
        return None
    tahun, nomor = int(cocok[1]), int(cocok[3])
    panjang, sebutan = _PANJANG[cocok[2].upper()]
    if nomor * panjang > 12:
        return None
    awal, akhir = Periode(tahun, (nomor - 1) * panjang + 1), Periode(tahun, nomor * panjang)
    return Jangka(awal.hari_pertama, akhir.hari_terakhir, f"{sebutan} {_ROMAWI[nomor - 1]} {tahun}")


def jangka_tanggal(awal: dt.date, akhir: dt.date) -> Jangka:
    """Give the span of whole months from one day's to another's."""
    dari, sampai = Periode(awal.year, awal.month), Periode(akhir.year, akhir.month)
    nama = dari.nama if dari == sampai else f"{dari.nama} sampai {sampai.nama}"
    return Jangka(dari.hari_pertama, sampai.hari_terakhir, nama)


def bulan_dalam(jangka: Jangka) -> Iterable[Periode]:
    """Give the months of a span, oldest first."""
    tahun, bulan = jangka.awal.year, jangka.awal.month
    while (tahun, bulan) <= (jangka.akhir.year, jangka.akhir.month):
        yield Periode(tahun, bulan)
        tahun, bulan = (tahun, bulan + 1) if bulan < 12 else (tahun + 1, 1)
