"""Office time: which days and minutes an office works, and how much of it lies between two moments."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
import numpy.typing as npt

from kinerja_cli.core.angka import Bools, Ints
from kinerja_cli.core.temuan import nama_terdekat

Saat = npt.NDArray[np.datetime64]
"""Moments of ``datetime64[m]``."""

HARI: Final = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")
SATU_HARI: Final = 24 * 60
_JAM = re.compile(r"([01]?\d|2[0-3])[.:]([0-5]\d)")
_KUNCI: Final = ("hari", "mulai", "selesai", "istirahat", "cuti_bersama", "libur", "masuk", "masa", *HARI)
_KUNCI_JADWAL: Final = ("mulai", "selesai", "istirahat")


class JamKerjaSalah(ValueError):
    """``[jam_kerja]`` can't be used; the text says which key, in Indonesian."""


@dataclass(frozen=True)
class Jadwal:
    """The hours of one day, in minutes after midnight; an office without a break has an empty one."""

    mulai: int
    selesai: int
    istirahat: tuple[int, int]

    @property
    def menit(self) -> int:
        """Working minutes of the day."""
        return self.selesai - self.mulai - (self.istirahat[1] - self.istirahat[0])


@dataclass(frozen=True)
class Masa:
    """Days with hours of their own, both ends among them: Ramadan."""

    dari: dt.date
    sampai: dt.date
    jadwal: Mapping[int, Jadwal]


@dataclass(frozen=True)
class Kalender:
    """When an office works.

    Attributes:
        jadwal: the hours by weekday, Monday 0; a weekday that is absent is free.
        masa: days with hours of their own; the first that fits counts.
        libur: the days off, each with its name.
    """

    jadwal: Mapping[int, Jadwal]
    masa: tuple[Masa, ...] = ()
    libur: Mapping[dt.date, str] | None = None

    def pada(self, hari: dt.date) -> Jadwal | None:
        """Give the hours of one day; None: the office is closed."""
        if self.libur and hari in self.libur:
            return None
        jadwal = next((m.jadwal for m in self.masa if m.dari <= hari <= m.sampai), self.jadwal)
        return jadwal.get(hari.weekday())


def hari_kerja(kalender: Kalender, diterima: Saat, selesai: Saat) -> Ints:
    """Count working days from receipt to completion.

    The day of receipt is day 0 and every later working day counts one, the day of completion among them: what is
    finished on the day on which it came takes 0 days, on the next working day 1. What comes on a day off or after
    closing counts as received on the next working day. A receipt without a time is one within hours.

    Args:
        kalender: when the office works.
        diterima, selesai: moments; ``selesai`` is not before ``diterima``.
    """
    papan = _Papan.untuk(kalender, diterima, selesai)
    hari, menit = papan.pecah(diterima)
    berikut = hari + (papan.buka[hari] & (menit >= papan.tutup[hari]))
    # The receipt's own working day is the first open one from there on.
    nomor_terima = papan.hari_sebelum[berikut] + 1
    nomor_selesai = papan.hari_sebelum[papan.pecah(selesai)[0] + 1]
    return np.asarray(np.maximum(nomor_selesai - nomor_terima, 0), dtype=np.int64)


def menit_kerja(kalender: Kalender, diterima: Saat, selesai: Saat) -> Ints:
    """Count working minutes from receipt to completion: only those within office hours and outside breaks.

    What comes outside office hours waits for the next opening; that wait isn't counted.

    Args:
        kalender: when the office works.
        diterima, selesai: moments with their times; ``selesai`` is not before ``diterima``.
    """
    papan = _Papan.untuk(kalender, diterima, selesai)
    return papan.menit_sejak_awal(selesai) - papan.menit_sejak_awal(diterima)


@dataclass(frozen=True)
class _Papan:
    """A calendar written out by day, from ``awal`` on, so that spans are differences of two sums."""

    awal: np.datetime64
    jadwal: Ints  # one row a day: opening, break from, break to, closing; all 0 on days off
    hari_sebelum: Ints  # working days before each day
    menit_sebelum: Ints  # working minutes before each day

    @classmethod
    def untuk(cls, kalender: Kalender, *saat: Saat) -> _Papan:
        semua = np.concatenate(saat)
        awal, akhir = (semua.min(), semua.max()) if len(semua) else (np.datetime64("2000-01-01T00:00", "m"),) * 2
        mulai = awal.astype("datetime64[D]")
        tanggal = np.arange(mulai, akhir.astype("datetime64[D]") + 3).tolist()
        jadwal = np.zeros((len(tanggal), 4), dtype=np.int64)
        for i, hari in enumerate(tanggal):
            if j := kalender.pada(hari):
                jadwal[i] = j.mulai, *j.istirahat, j.selesai
        menit = jadwal[:, 3] - jadwal[:, 0] - (jadwal[:, 2] - jadwal[:, 1])
        return cls(mulai, jadwal, _jumlah_sebelum((menit > 0).astype(np.int64)), _jumlah_sebelum(menit))

    @property
    def buka(self) -> Bools:
        return self.tutup > 0

    @property
    def tutup(self) -> Ints:
        return self.jadwal[:, 3]

    def pecah(self, saat: Saat) -> tuple[Ints, Ints]:
        """Split moments into day numbers and minutes after midnight."""
        menit = (saat - self.awal.astype("datetime64[m]")).astype(np.int64)
        return menit // SATU_HARI, menit % SATU_HARI

    def menit_sejak_awal(self, saat: Saat) -> Ints:
        hari, menit = self.pecah(saat)
        mulai, dari, sampai, selesai = (self.jadwal[hari, k] for k in range(4))
        pagi = np.clip(menit, mulai, dari) - mulai
        siang = np.clip(menit, sampai, selesai) - sampai
        return np.asarray(self.menit_sebelum[hari] + pagi + siang, dtype=np.int64)


def _jumlah_sebelum(nilai: Ints) -> Ints:
    return np.asarray(np.cumsum(nilai) - nilai, dtype=np.int64)


# Settings -----------------------------------------------------------------------------------------------------------


def susun_kalender(
    bawaan: Mapping[str, object],
    setelan: Mapping[str, object],
    nasional: Mapping[dt.date, str],
    cuti_bersama: Mapping[dt.date, str],
) -> Kalender:
    """Build a calendar from ``[jam_kerja]``.

    Args:
        bawaan: the usual hours, in the shape of the settings.
        setelan: what ``kinerja.toml`` says. Hours that are set there hold on every day that it doesn't name.
        nasional, cuti_bersama: the known days off.

    Raises:
        JamKerjaSalah: a key is unknown, or a value makes no sense.
    """
    for kunci in setelan:
        if kunci not in _KUNCI:
            usul = nama_terdekat(kunci, _KUNCI)
            raise JamKerjaSalah(f"“{kunci}” tidak dikenal" + (f"; maksud Anda “{usul}”?" if usul else ""))
    dasar = bawaan if not setelan.keys() & {*_KUNCI_JADWAL, *HARI} else {k: v for k, v in bawaan.items() if k not in HARI}
    pohon = {**dasar, **setelan}
    if pohon["hari"] not in (5, 6, 7):
        raise JamKerjaSalah("“hari” harus 5 (Senin–Jumat), 6 (Senin–Sabtu), atau 7")
    if not isinstance(pohon["cuti_bersama"], bool):
        raise JamKerjaSalah("“cuti_bersama” harus true atau false")
    libur = {**nasional, **(cuti_bersama if pohon["cuti_bersama"] else {})}
    libur |= dict.fromkeys(_tanggal(pohon, "libur"), "libur menurut kinerja.toml")
    for hari in _tanggal(pohon, "masuk"):
        libur.pop(hari, None)
    return Kalender(_mingguan(pohon, pohon, int(str(pohon["hari"]))), tuple(_semua_masa(pohon)), libur)


def _mingguan(pohon: Mapping[str, object], umum: Mapping[str, object], hari: int) -> dict[int, Jadwal]:
    """Give the hours of each working weekday: the common ones, with what is said of that weekday over them."""
    hasil = {}
    for i, nama in enumerate(HARI[:hari]):
        khusus = pohon.get(nama, {})
        if not isinstance(khusus, Mapping) or khusus.keys() - set(_KUNCI_JADWAL):
            raise JamKerjaSalah(f"[jam_kerja.{nama}] hanya memuat {', '.join(_KUNCI_JADWAL)}")
        hasil[i] = _jadwal({k: pohon.get(k, umum.get(k)) for k in _KUNCI_JADWAL} | dict(khusus))
    return hasil


def _semua_masa(pohon: Mapping[str, object]) -> list[Masa]:
    masa = pohon.get("masa", [])
    if not isinstance(masa, Sequence) or not all(isinstance(m, Mapping) for m in masa):
        raise JamKerjaSalah("[[jam_kerja.masa]] harus memuat dari, sampai, mulai, selesai, dan istirahat")
    hasil = []
    for satu in masa:
        dari, sampai = (_satu_tanggal(satu.get(k), k) for k in ("dari", "sampai"))
        if asing := satu.keys() - {"dari", "sampai", *_KUNCI_JADWAL, *HARI}:
            raise JamKerjaSalah(f"“{min(asing)}” di [[jam_kerja.masa]] tidak dikenal")
        hasil.append(Masa(dari, sampai, _mingguan(satu, pohon, int(str(pohon["hari"])))))
    return hasil


def _jadwal(isi: Mapping[str, object]) -> Jadwal:
    mulai, selesai = _menit(isi["mulai"], "mulai"), _menit(isi["selesai"], "selesai")
    istirahat = str(isi["istirahat"]).replace("–", "-")
    bagian = [_menit(b.strip(), "istirahat") for b in istirahat.split("-")] if istirahat else [selesai, selesai]
    if len(bagian) != 2 or any(kini > nanti for kini, nanti in pairwise((mulai, *bagian, selesai))) or mulai == selesai:
        raise JamKerjaSalah(f"mulai, istirahat, dan selesai tidak berurutan: {isi['mulai']}, {istirahat}, {isi['selesai']}")
    return Jadwal(mulai, selesai, (bagian[0], bagian[1]))


def _menit(teks: object, kunci: str) -> int:
    cocok = _JAM.fullmatch(teks.isoformat("minutes") if isinstance(teks, dt.time) else str(teks))
    if cocok is None:
        raise JamKerjaSalah(f'“{kunci}” harus jam, misalnya "07.30" (istirahat: "12.00-13.00"), bukan “{teks}”')
    return int(cocok[1]) * 60 + int(cocok[2])


def _tanggal(pohon: Mapping[str, object], kunci: str) -> list[dt.date]:
    isi = pohon.get(kunci, [])
    if not isinstance(isi, Sequence) or isinstance(isi, str):
        raise JamKerjaSalah(f"“{kunci}” harus daftar tanggal, misalnya [2025-03-28]")
    return [_satu_tanggal(satu, kunci) for satu in isi]


def _satu_tanggal(nilai: object, kunci: str) -> dt.date:
    if isinstance(nilai, dt.date) and not isinstance(nilai, dt.datetime):
        return nilai
    try:
        return dt.date.fromisoformat(str(nilai))
    except ValueError as e:
        raise JamKerjaSalah(f"“{kunci}” harus tanggal, misalnya 2025-03-28, bukan “{nilai}”") from e
