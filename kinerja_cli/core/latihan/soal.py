"""The exercise that a seed makes: a month without faults, and the faults planted in it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from kinerja_cli.core.latihan.bulan import susun_bulan
from kinerja_cli.core.latihan.halaman import Halaman, susun_halaman
from kinerja_cli.core.latihan.kesalahan import Kesalahan, tanam
from kinerja_cli.core.latihan.penanam import undi_kesalahan
from kinerja_cli.core.latihan.undian import Undian


@dataclass(frozen=True)
class Soal:
    """The exercise.

    Attributes:
        benih: its seed.
        bersih: the month without faults.
        kesalahan: what is planted, in the order of the sheets.
    """

    benih: int
    bersih: tuple[Halaman, ...]
    kesalahan: tuple[Kesalahan, ...]

    @property
    def halaman(self) -> tuple[Halaman, ...]:
        """The month as the operator gets it."""
        return tanam(self.bersih, self.kesalahan)

    @property
    def sidik(self) -> str:
        """A short hash of the month and its faults: another version of the program may draw otherwise."""
        isi = [(*h.tempat, h.lembar.baris) for h in (*self.bersih, *self.halaman)]
        return hashlib.sha256(repr(isi).encode()).hexdigest()[:16]


def susun_soal(benih: int, aspek: Sequence[str]) -> Soal:
    """Make the exercise of a seed; ``aspek`` are those of the rule set by which the month is scored."""
    undian = Undian(benih)
    bulan = susun_bulan(undian, aspek)
    bersih = susun_halaman(bulan)
    return Soal(benih, bersih, undi_kesalahan(undian, bulan, bersih))
