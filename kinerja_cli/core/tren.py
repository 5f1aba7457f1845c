"""Means month by month: of everybody, and of the same people, since who comes and who goes moves a mean as well."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

import pandas as pd

from kinerja_cli.core.bagian import setengah_ke_atas
from kinerja_cli.core.periode import Periode
from kinerja_cli.core.publik import TERKECIL
from kinerja_cli.core.rekap import Bulan, bagi_dinas, panjang, skala

TERPANJANG = 12
"""The most months that are laid side by side."""
DAERAH = ""
"""The key of the whole regency among the dinas."""


@dataclass(frozen=True)
class Titik:
    """A month's means, hundredths; None without people, and ``rata_sama`` where too few are the same."""

    periode: Periode
    rata_rata: int | None
    rata_sama: int | None


@dataclass(frozen=True)
class Tren:
    """Months, oldest first, and how many people have a score in each of them."""

    titik: tuple[Titik, ...]
    sama: int

    @property
    def terbanding(self) -> bool:
        """Whether there are months to compare, and enough people who are the same."""
        return len(self.titik) > 1 and self.sama >= TERKECIL


def susun_tren(bulan: Sequence[Bulan]) -> Mapping[str, Tren]:
    """Lay saved months side by side, by dinas and for the regency (:data:`DAERAH`).

    Args:
        bulan: oldest first; only those whose scores have the scale of the last are compared.

    Returns:
        Empty where the last month's rule set gives no numbers.
    """
    sebanding = [b for b in bulan if b.aturan.berangka and skala(b.aturan) == skala(bulan[-1].aturan)][-TERPANJANG:]
    if not bulan or not bulan[-1].aturan.berangka:
        return {}
    semua = panjang(sebanding)
    ada = semua[semua["ada_hasil"]]
    hasil = {str(d): _tren(isi, sebanding) for d, isi in bagi_dinas(ada, sebanding).groupby("dinas")}
    return {**hasil, DAERAH: _tren(ada.assign(hari=1, hari_tugas=1), sebanding)}


def _tren(isi: pd.DataFrame, bulan: Sequence[Bulan]) -> Tren:
    sama = isi.groupby("nip")["ke"].transform("nunique") == len(bulan)
    banyak = int(isi.loc[sama, "nip"].nunique())
    rata = _rata(isi)
    rata_sama = _rata(isi[sama].assign(hari=1, hari_tugas=1)) if banyak >= TERKECIL else {}
    return Tren(tuple(Titik(b.periode, rata.get(ke), rata_sama.get(ke)) for ke, b in enumerate(bulan)), banyak)


def _rata(isi: pd.DataFrame) -> dict[int, int]:
    """Give the mean of each month, everybody by their share of days."""
    jumlah: dict[int, Fraction] = {}
    porsi: dict[int, Fraction] = {}
    banyak = isi.groupby(["ke", "hari", "hari_tugas"])["nilai"].agg(["size", "sum"])
    for (ke, hari, dari), (n, nilai) in zip(banyak.index, banyak.to_numpy().tolist(), strict=True):
        bagian = Fraction(int(hari), int(dari))
        jumlah[ke] = jumlah.get(ke, Fraction(0)) + bagian * nilai
        porsi[ke] = porsi.get(ke, Fraction(0)) + bagian * n
    return {ke: setengah_ke_atas(jumlah[ke] / porsi[ke]) for ke in jumlah}
