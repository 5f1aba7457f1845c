"""Exact numbers: from cells to scaled integers, and back to Indonesian text.

A numeric cell means the decimal that Excel shows at 15 significant digits. Such decimals and binary doubles map to each
other without loss, so tables hold them as float64 after :func:`kanonis`, and sums are done on scaled integers:

* percent in hundredths (``capaian``, ``nilai``): 104.76 % is 10476;
* weights in ten-thousandths of a percent (``bobot``): 33.33 % is 333300.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Literal

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]

SERATUS_PERSEN = 100_00
"""100 % in hundredths."""
SKALA_BOBOT = 10_000
"""Weights are whole numbers of this part of a percent: at most 4 decimals."""
BOBOT_PENUH = 100 * SKALA_BOBOT
"""100 % as a weight."""
SKALA_TERTIMBANG = 8
"""Decimals of capaian × bobot / 100, when capaian is in hundredths and bobot in ten-thousandths."""

_DIGIT_TERJAMIN = 15
_KANONIS = f"%.{_DIGIT_TERJAMIN}g"
_PALING_BANYAK_DESIMAL = 6
_AMBANG_INT64 = 2.0**61
DESIMAL_AMAN = 10
"""To how many decimals a spreadsheet rounds first, so that its float errors are gone when it rounds to two."""
_DIINGAT = 20_000
"""So many printed numbers are remembered: a month's weights and targets are few, and stand beside everybody's indicators."""
_JARAK_AMAN = 10.0 ** (2 - DESIMAL_AMAN)
"""One unit of that rounding, in hundredths of a percent: half for the rounding, half for the float's own error."""


def kanonis(nilai: Floats) -> Floats:
    """Give each number as the double nearest to its decimal at 15 significant digits (``'%.15g'``).

    0.30000000000000004 becomes 0.3. NaN stays NaN.
    """
    hasil = np.asarray(nilai, dtype=np.float64).copy()
    _, _, tersisa = _pecah_cepat(hasil)
    for i in np.flatnonzero(tersisa):
        hasil[i] = float(_KANONIS % hasil[i])
    return hasil


def pecah(nilai: Floats) -> tuple[Ints, Ints]:
    """Split canonical numbers into ``(m, k)`` with number = m / 10**k, exactly; k ≥ 0.

    Numbers whose ``m`` would not fit (over 10**18) raise OverflowError; :func:`muat` tells beforehand.
    """
    m, k, tersisa = _pecah_cepat(nilai)
    for i in np.flatnonzero(tersisa):
        tanda, digit, pangkat = Decimal(_KANONIS % nilai[i]).as_tuple()
        assert isinstance(pangkat, int)
        bulat = int("".join(map(str, digit))) * 10 ** max(pangkat, 0)
        m[i] = -bulat if tanda else bulat
        k[i] = max(-pangkat, 0)
    return m, k


def muat(nilai: Floats) -> Bools:
    """Tell which numbers are of a size that scoring can hold: 0, or 1e-12 to 1e15 in magnitude."""
    besar = np.abs(nilai)
    return np.asarray(np.isfinite(nilai) & ((besar == 0) | ((besar >= 1e-12) & (besar < 1e15))), dtype=bool)


def _pecah_cepat(nilai: Floats) -> tuple[Ints, Ints, Bools]:
    """Split what has at most 6 decimals by vectors; the mask names the finite numbers that are left.

    m / 10**k is divided with one correct rounding, so equality proves that the decimal m·10**-k, which has at most 15
    digits, is the one that this double stands for.
    """
    m = np.zeros(nilai.shape, dtype=np.int64)
    k = np.zeros(nilai.shape, dtype=np.int64)
    tersisa: Bools = np.isfinite(nilai)
    for desimal in range(_PALING_BANYAK_DESIMAL + 1):
        if not tersisa.any():
            break
        x = nilai[tersisa]
        calon = np.rint(x * 10.0**desimal)
        cocok = (np.abs(calon) < 10.0**_DIGIT_TERJAMIN) & (calon / 10.0**desimal == x)
        tempat = np.flatnonzero(tersisa)[cocok]
        m[tempat] = calon[cocok].astype(np.int64)
        k[tempat] = desimal
        tersisa[tempat] = False
    return m, k, tersisa


def bagi_setengah_ke_atas(pembilang: Ints, penyebut: Ints) -> Ints:
    """Divide whole numbers and round half up: ``floor(a/b + 1/2)``; the caller sees to it that 2a + b fits int64."""
    return (2 * pembilang + penyebut) // (2 * penyebut)


def rata_rata(nilai: Sequence[int]) -> int | None:
    """Give the mean of whole numbers, half-up; None of none."""
    return (2 * sum(nilai) + len(nilai)) // (2 * len(nilai)) if nilai else None


def garis_rasio(realisasi: Floats, target: Floats, *, tetap: Ints, tambah: Bools) -> Ints:
    """Percent in hundredths, half-up, exact: ``tetap + R/T × 100``, or ``tetap − R/T × 100``; T > 0, R ≥ 0.

    Both are canonical (:func:`kanonis`) and of a size that :func:`muat` accepts. Results stay within ±2**62.

    Args:
        realisasi: R.
        target: T.
        tetap: a constant, hundredths of a percent.
        tambah: whether the ratio is added to it, or taken from it.
    """
    rm, tm, k, kecil = _seskala(realisasi, target, 4 * SERATUS_PERSEN + 4 * np.abs(tetap))
    hasil = np.zeros(realisasi.shape, dtype=np.int64)
    r, t = rm[kecil], tm[kecil]
    hasil[kecil] = bagi_setengah_ke_atas(tetap[kecil] * t + np.where(tambah[kecil], r, -r) * SERATUS_PERSEN, t)
    for i in np.flatnonzero(~kecil):
        besar_r, besar_t = _besar(realisasi[i], int(k[i])), _besar(target[i], int(k[i]))
        atas = int(tetap[i]) * besar_t + (besar_r if tambah[i] else -besar_r) * SERATUS_PERSEN
        hasil[i] = min(max((2 * atas + besar_t) // (2 * besar_t), -(2**62)), 2**62)
    return hasil


def jauh_dari_tepi(realisasi: Floats, target: Floats, *, tetap: Ints, tambah: Bools) -> Bools:
    """Tell where :func:`garis_rasio` rounds an exact tie, or a number that no spreadsheet's float takes for one.

    Such a float, rounded to :data:`DESIMAL_AMAN` decimals of a percent, falls on a tie only where the exact number does.
    """
    rm, tm, k, kecil = _seskala(realisasi, target, 4 * SERATUS_PERSEN + 4 * np.abs(tetap))
    hasil = np.zeros(realisasi.shape, dtype=bool)
    r, t = rm[kecil], tm[kecil]
    sisa = (2 * (tetap[kecil] * t + np.where(tambah[kecil], r, -r) * SERATUS_PERSEN) + t) % (2 * t)
    hasil[kecil] = (sisa == 0) | (np.minimum(sisa, 2 * t - sisa) >= 2 * t * _JARAK_AMAN)
    for i in np.flatnonzero(~kecil):
        besar_r, besar_t = _besar(realisasi[i], int(k[i])), _besar(target[i], int(k[i]))
        atas = int(tetap[i]) * besar_t + (besar_r if tambah[i] else -besar_r) * SERATUS_PERSEN
        hasil[i] = tepi_aman(atas, besar_t)
    return hasil


def tepi_aman(pembilang: int, penyebut: int) -> bool:
    """Tell the same of one fraction, in hundredths."""
    sisa = (2 * pembilang + penyebut) % (2 * penyebut)
    return sisa == 0 or min(sisa, 2 * penyebut - sisa) >= 2 * penyebut * _JARAK_AMAN


def paling_sedikit_bagian(realisasi: Floats, target: Floats, bagian: int) -> Bools:
    """Tell, exactly, where R is at least ``bagian`` (hundredths of a percent) of T; both canonical, at least 0."""
    rm, tm, k, kecil = _seskala(realisasi, target, np.full(realisasi.shape, 2 * SERATUS_PERSEN + abs(bagian), dtype=np.int64))
    hasil: Bools = rm * SERATUS_PERSEN >= tm * bagian
    for i in np.flatnonzero(~kecil):
        hasil[i] = _besar(realisasi[i], int(k[i])) * SERATUS_PERSEN >= _besar(target[i], int(k[i])) * bagian
    return hasil


def sama_atau_jauh(realisasi: Floats, target: Floats, bagian: int) -> Bools:
    """Tell where R/T is ``bagian`` (hundredths of a percent) exactly, or too far from it for a float to take it for that."""
    rm, tm, k, kecil = _seskala(realisasi, target, np.full(realisasi.shape, 2 * SERATUS_PERSEN + abs(bagian), dtype=np.int64))
    beda = np.abs(rm * SERATUS_PERSEN - tm * bagian)
    hasil: Bools = (beda == 0) | (beda >= tm * _JARAK_AMAN)
    for i in np.flatnonzero(~kecil):
        besar_t = _besar(target[i], int(k[i]))
        jauh = abs(_besar(realisasi[i], int(k[i])) * SERATUS_PERSEN - besar_t * bagian)
        hasil[i] = jauh == 0 or jauh >= besar_t * _JARAK_AMAN
    return hasil


def _seskala(realisasi: Floats, target: Floats, kali: Ints) -> tuple[Ints, Ints, Ints, Bools]:
    """Give both as whole numbers at one power of ten, that power, and where they fit int64 even times ``kali``; else 0."""
    rm, rk = pecah(realisasi)
    tm, tk = pecah(target)
    k = np.maximum(rk, tk)
    kecil: Bools = (realisasi + target) * 10.0 ** k.astype(np.float64) * kali < _AMBANG_INT64
    rm = np.where(kecil, rm * 10 ** np.where(kecil, k - rk, 0), 0)
    tm = np.where(kecil, tm * 10 ** np.where(kecil, k - tk, 0), 0)
    return rm, tm, k, kecil


def _besar(nilai: float, k: int) -> int:
    """Give a canonical number times 10**k as a Python integer."""
    return int(Decimal(_KANONIS % nilai).scaleb(k))


# Reading numbers that were typed as text ----------------------------------------------------------------------------

Pemisah = Literal[",", "."]

_POLOS = re.compile(r"[+-]?\d+")
_RIBUAN_DESIMAL = {
    ",": re.compile(r"[+-]?(?:[1-9]\d{0,2}(?:\.\d{3})+|\d+)(?:,\d+)?"),
    ".": re.compile(r"[+-]?(?:[1-9]\d{0,2}(?:,\d{3})+|\d+)(?:\.\d+)?"),
}
_RAGU = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}")


def tampak_ragu(teks: str) -> bool:
    """Tell whether a number could be thousands as well as decimals: "1.234" or "1,234"."""
    return _RAGU.fullmatch(teks) is not None


def pemisah_desimal(semua: Iterable[str]) -> Pemisah | None:
    """Find the decimal sign that a column's other texts prove; None where they prove none or contradict each other."""
    bukti: set[Pemisah] = set()
    for teks in semua:
        if _POLOS.fullmatch(teks) or tampak_ragu(teks):
            continue
        koma, titik = (_RIBUAN_DESIMAL[p].fullmatch(teks) is not None for p in (",", "."))
        if koma != titik:
            bukti.add("," if koma else ".")
    return bukti.pop() if len(bukti) == 1 else None


def angka_dari_teks(teks: str, pemisah: Pemisah | None) -> float | None:
    """Read a number written by hand: "87,5", "1.234,5", "1,234,567.5".

    Args:
        teks: the text without blanks, percent sign or unit.
        pemisah: the column's decimal sign, which settles texts such as "1.234".

    Returns:
        The number, or None where it is none, is ambiguous, or has more than 15 significant digits.
    """
    if tampak_ragu(teks) and pemisah is None:
        return None
    for desimal in (pemisah,) if pemisah and tampak_ragu(teks) else (",", "."):
        if _RIBUAN_DESIMAL[desimal].fullmatch(teks):
            polos = teks.replace("." if desimal == "," else ",", "").replace(",", ".")
            berarti = polos.lstrip("+-0.").replace(".", "")
            return float(polos) if len(berarti) <= _DIGIT_TERJAMIN else None
    return None


# Writing numbers ----------------------------------------------------------------------------------------------------


def teks_kanonis(nilai: float) -> str:
    """Give a canonical number as its shortest plain decimal with a point, never in exponent form: "0.3", "125000000"."""
    teks = _KANONIS % nilai
    return format(Decimal(teks), "f") if "e" in teks else teks


def teks_skala(bulat: int, desimal: int, *, paling_sedikit: int = 0) -> str:
    """Give ``bulat / 10**desimal`` as a plain decimal, trailing zeros cut down to ``paling_sedikit`` decimals."""
    digit = str(bulat).zfill(desimal + 1 + (bulat < 0))
    koma = len(digit) - desimal
    pecahan = digit[koma : koma + paling_sedikit] + digit[koma + paling_sedikit :].rstrip("0")
    return f"{digit[:koma]}.{pecahan}" if pecahan else digit[:koma]


def skala_dari_teks(teks: str, desimal: int) -> int:
    """Read a plain decimal with at most ``desimal`` decimals back into its scaled whole number.

    Raises:
        ValueError, ArithmeticError: not a number, or with more decimals: nothing is cut off in silence.
    """
    skala = Decimal(teks).scaleb(desimal)
    if skala != (bulat := int(skala)):
        raise ValueError(teks)
    return bulat


def gaya_indonesia(polos: str) -> str:
    """Turn a plain decimal ("1234.5") into Indonesian print ("1.234,5")."""
    utuh, _, pecahan = polos.partition(".")
    if len(utuh) > 3 and len(utuh.lstrip("-")) > 3:
        utuh = f"{int(utuh):,}".replace(",", ".")
    return f"{utuh},{pecahan}" if pecahan else utuh


@lru_cache(_DIINGAT)
def cetak_persen(seperseratus: int) -> str:
    """Print hundredths of a percent with two decimals: 10476 → "104,76"."""
    return gaya_indonesia(teks_skala(seperseratus, 2, paling_sedikit=2))


@lru_cache(_DIINGAT)
def cetak_pendek(seperseratus: int) -> str:
    """Print hundredths as short as they are: 7000 → "70", 176 → "1,76"."""
    return gaya_indonesia(teks_skala(seperseratus, 2))


@lru_cache(_DIINGAT)
def cetak_bobot(bobot: int) -> str:
    """Print a weight in ten-thousandths as short as it is: 333300 → "33,33", 200000 → "20"."""
    return gaya_indonesia(teks_skala(bobot, 4))


def cetak_tertimbang(tertimbang: int) -> str:
    """Print capaian × bobot / 100 in full, at least two decimals: never rounded, so that the column adds up."""
    return gaya_indonesia(teks_skala(tertimbang, SKALA_TERTIMBANG, paling_sedikit=2))


@lru_cache(_DIINGAT)
def cetak_angka(nilai: float) -> str:
    """Print a realisasi or target as filed: 1234.5 → "1.234,5"."""
    return gaya_indonesia(teks_kanonis(nilai))


def cetak_bilangan(jumlah: int) -> str:
    """Print a count: 5000 → "5.000"."""
    return gaya_indonesia(str(jumlah))
