"""Shares of a whole: exact fractions, rounded half up once, and printed so that they add up."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction


def setengah_ke_atas(nilai: Fraction) -> int:
    """Round half up to a whole number: ``floor(x + 1/2)``."""
    return (2 * nilai.numerator + nilai.denominator) // (2 * nilai.denominator)


def serasikan(bagian: Sequence[Fraction], seluruh: int) -> tuple[int, ...]:
    """Round shares to whole numbers that add up to ``seluruh``, the whole as it is printed.

    Every share is rounded down; what is then missing goes, one each, to the largest remainders, the earlier of two equal
    ones first. No share is moved by 1 or more.

    Args:
        bagian: the exact shares, at least 0, in the unit of ``seluruh``; their sum rounds to it.
        seluruh: the whole.
    """
    bawah = [nilai.numerator // nilai.denominator for nilai in bagian]
    kurang = seluruh - sum(bawah)
    urut = sorted(range(len(bagian)), key=lambda i: (bawah[i] - bagian[i], i))
    naik = set(urut[:kurang])
    return tuple(n + (i in naik) for i, n in enumerate(bawah))
