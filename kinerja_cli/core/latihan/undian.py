"""Draws from a seed: the same draws on every machine and in every version of Python."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import TypeVar

_T = TypeVar("_T")


class Undian:
    """Draws from a seed, by ``random()`` alone: the one sequence that Python promises to keep."""

    def __init__(self, benih: int) -> None:
        self._acak = random.Random(str(benih))  # a negative number alone would count as its positive

    def bulat(self, dari: int, sampai: int) -> int:
        """Draw a whole number, both ends inside."""
        return dari + int(self._acak.random() * (sampai - dari + 1))

    def pilih(self, isi: Sequence[_T]) -> _T:
        """Draw one."""
        return isi[self.bulat(0, len(isi) - 1)]

    def kocok(self, isi: Sequence[_T]) -> list[_T]:
        """Give all in another order."""
        hasil = list(isi)
        for i in range(len(hasil) - 1, 0, -1):
            j = self.bulat(0, i)
            hasil[i], hasil[j] = hasil[j], hasil[i]
        return hasil
