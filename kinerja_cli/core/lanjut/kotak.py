"""The nine talent boxes: performance by the month's category, potential by the Potensial sheet (PermenPANRB 3/2020)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kinerja_cli.core.lanjut.aturan import AturanLanjut, Kinerja, Kotak, Potensial
from kinerja_cli.core.lanjut.bulan import BulanOrang, BulanTersimpan
from kinerja_cli.core.lanjut.urai import PotensialOrang

BELUM_PASTI = "belum dipastikan"
"""What follows from a box whose consequence isn't settled."""


@dataclass(frozen=True)
class IsiKotak:
    """One box and who is in it, by name."""

    kotak: Kotak
    orang: tuple[BulanOrang, ...]

    @property
    def akibat(self) -> str:
        """What follows from it, or that this isn't settled."""
        return self.kotak.akibat or BELUM_PASTI


@dataclass(frozen=True)
class SembilanKotak:
    """The boxes row by row as they are drawn, best performance on top, lowest potential left; and how many are in none."""

    baris: tuple[tuple[IsiKotak, ...], ...]
    tanpa_potensial: int
    belum_dinilai: int


def kotak_orang(bulan: BulanTersimpan, potensial: Mapping[str, PotensialOrang], aturan: AturanLanjut) -> dict[str, Kotak]:
    """Give each person's box; only of those whose potential is known and who have a category in this month."""
    return {
        nip: aturan.kotak[aturan.tingkat_kinerja(orang.predikat), potensial[nip].tingkat]
        for nip, orang in bulan.orang.items()
        if nip in potensial and orang.dinilai
    }


def sembilan_kotak(orang: Iterable[BulanOrang], kotak: Mapping[str, Kotak], aturan: AturanLanjut) -> SembilanKotak:
    """Put people into the boxes."""
    semua = sorted(orang, key=lambda o: (o.nama, o.nip))

    def isi(k: Kotak) -> IsiKotak:
        return IsiKotak(k, tuple(o for o in semua if o.nip in kotak and kotak[o.nip] == k))

    return SembilanKotak(
        tuple(tuple(isi(aturan.kotak[kinerja, p]) for p in reversed(Potensial)) for kinerja in Kinerja),
        sum(o.dinilai and o.nip not in kotak for o in semua),
        sum(not o.dinilai for o in semua),
    )
