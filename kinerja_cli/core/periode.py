"""The month that is scored: found in option, title line or file name, printed in Indonesian."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

NAMA_BULAN = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)

_NAMA_LAIN = {
    "jan": 1, "january": 1, "feb": 2, "february": 2, "pebruari": 2, "mar": 3, "march": 3, "apr": 4,
    "may": 5, "jun": 6, "june": 6, "jul": 7, "july": 7, "agu": 8, "ags": 8, "agt": 8, "agus": 8, "august": 8, "aug": 8,
    "sep": 9, "sept": 9, "okt": 10, "october": 10, "oct": 10, "nov": 11, "nop": 11, "nopember": 11,
    "des": 12, "december": 12, "dec": 12,
}  # fmt: skip
_BULAN = {nama.lower(): i for i, nama in enumerate(NAMA_BULAN, 1)} | _NAMA_LAIN

_KATA_TAHUN = re.compile(r"(?<![a-z])([a-z]{3,9})[\s._-]*(?:tahun[\s._-]*)?(20\d\d)(?!\d)")
_ANGKA_TAHUN_BULAN = re.compile(r"(?<!\d)(20\d\d)[-_. /]?(0[1-9]|1[0-2])(?!\d)")
_PENANDA = re.compile(r"^\W*(periode|bulan|masa penilaian|periode penilaian)\b")


@dataclass(frozen=True, order=True)
class Periode:
    """A calendar month; prints as "2025-01"."""

    tahun: int
    bulan: int

    def __str__(self) -> str:
        return f"{self.tahun:04d}-{self.bulan:02d}"

    @property
    def nama(self) -> str:
        """The month as people write it: "Januari 2025"."""
        return f"{NAMA_BULAN[self.bulan - 1]} {self.tahun}"

    @property
    def hari_terakhir(self) -> dt.date:
        """The month's last day."""
        return dt.date(self.tahun, self.bulan, calendar.monthrange(self.tahun, self.bulan)[1])

    @property
    def hari_pertama(self) -> dt.date:
        """The month's first day."""
        return dt.date(self.tahun, self.bulan, 1)

    def geser(self, bulan: int) -> Periode:
        """Give the month that lies so many months later; negative: earlier."""
        tahun, ke = divmod(self.tahun * 12 + self.bulan - 1 + bulan, 12)
        return Periode(tahun, ke + 1)


@dataclass(frozen=True)
class Rentang:
    """A year, or a part of one: ``bagian`` is "" for the year, "T1" to "T4" for quarters, "S1" and "S2" for half-years."""

    tahun: int
    bagian: str = ""

    def __str__(self) -> str:
        return f"{self.tahun:04d}-{self.bagian}" if self.bagian else f"{self.tahun:04d}"

    @property
    def nama(self) -> str:
        """As people write it: "Triwulan I 2025"."""
        if not self.bagian:
            return f"Tahun {self.tahun}"
        jenis = "Triwulan" if self.bagian[0] == "T" else "Semester"
        return f"{jenis} {_ROMAWI[self._ke - 1]} {self.tahun}"

    @property
    def bulan(self) -> tuple[Periode, ...]:
        """Its months."""
        panjang = {"": 12, "T": 3, "S": 6}[self.bagian[:1]]
        awal = (self._ke - 1) * panjang
        return tuple(Periode(self.tahun, awal + i) for i in range(1, panjang + 1))

    @property
    def hari_terakhir(self) -> dt.date:
        """Its last day."""
        return self.bulan[-1].hari_terakhir

    @property
    def _ke(self) -> int:
        return int(self.bagian[1:] or 1)


_ROMAWI = ("I", "II", "III", "IV")


def sebut_bulan(bulan: Iterable[Periode]) -> str:
    """Name months of one year, runs of three and more from first to last: "Januari–Maret, Mei, Juni"."""
    deret: list[list[Periode]] = []
    for p in sorted(bulan):
        if deret and (p.tahun, p.bulan) == (deret[-1][-1].tahun, deret[-1][-1].bulan + 1):
            deret[-1].append(p)
        else:
            deret.append([p])
    nama = [[NAMA_BULAN[p.bulan - 1] for p in satu] for satu in deret]
    return ", ".join(f"{satu[0]}–{satu[-1]}" if len(satu) > 2 else ", ".join(satu) for satu in nama)


def periode_dari_kode(teks: str) -> Periode | None:
    """Read "2025-01" and nothing else; None where it is not a month."""
    cocok = re.fullmatch(r"(20\d\d)-(0[1-9]|1[0-2])", teks.strip())
    return Periode(int(cocok[1]), int(cocok[2])) if cocok else None


def periode_dari_nama(nama: str) -> Periode | None:
    """Find the one month that a file name speaks of ("Realisasi Disdukcapil Januari 2025.xlsx", "2025-01"), else None."""
    temuan = set(_periode_dalam(nama))
    return temuan.pop() if len(temuan) == 1 else None


def periode_dari_judul(teks: str) -> Periode | None:
    """Find the month in a title line that announces one ("Periode : 01 s/d 31 Januari 2025", "BULAN MARET 2025")."""
    if not _PENANDA.match(teks.strip().lower()):
        return None
    temuan = set(_periode_dalam(teks))
    return temuan.pop() if len(temuan) == 1 else None


def cetak_rentang(awal: Periode, akhir: Periode) -> str:
    """Print months in a row: "Januari–Maret 2025", "Desember 2024–Januari 2025", "Maret 2025"."""
    if awal == akhir:
        return awal.nama
    kiri = NAMA_BULAN[awal.bulan - 1] if awal.tahun == akhir.tahun else awal.nama
    return f"{kiri}–{akhir.nama}"


def bulan_dari_kata(kata: str) -> int | None:
    """Give the month's number for its name or short name in Indonesian or English, case aside; None: it is no month."""
    return _BULAN.get(kata.lower())


def cetak_tanggal(tanggal: dt.date) -> str:
    """Print a date: "31 Januari 2025"."""
    return f"{tanggal.day} {NAMA_BULAN[tanggal.month - 1]} {tanggal.year}"


def _periode_dalam(teks: str) -> Iterator[Periode]:
    rendah = teks.lower()
    for kata, tahun in _KATA_TAHUN.findall(rendah):
        if kata in _BULAN:
            yield Periode(int(tahun), _BULAN[kata])
    for tahun, bulan in _ANGKA_TAHUN_BULAN.findall(rendah):
        yield Periode(int(tahun), int(bulan))
