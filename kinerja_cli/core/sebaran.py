"""How scores spread: counts in bands of equal width."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

LEBAR = 500
"""Five points, in hundredths."""


@dataclass(frozen=True)
class Kelas:
    """The people with a score from ``dari`` to below ``dari`` + :data:`LEBAR` (hundredths)."""

    dari: int
    orang: int


def sebarkan(nilai: Iterable[int]) -> tuple[Kelas, ...]:
    """Count scores in bands, from the lowest that holds anybody to the highest; empty ones between them too."""
    kelas = Counter(n // LEBAR for n in nilai)
    if not kelas:
        return ()
    return tuple(Kelas(k * LEBAR, kelas[k]) for k in range(min(kelas), max(kelas) + 1))
