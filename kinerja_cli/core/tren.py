"""Means month by month: of everybody, and of the same people, since who comes and who goes moves a mean as well."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
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


def sebut_dilewati(dilewati: Iterable[Periode]) -> str:
    """Say in one sentence which saved months are missing beside the others, since they can't be read; "" for none."""
    semua = sorted(dilewati)
    if not semua:
        return ""
    bulan, kode = ", ".join(p.nama for p in semua), " dan ".join(f"“kinerja buktikan {p}”" for p in semua)
    return f"Perbandingan antarbulan tanpa {bulan}, karena simpanannya tidak utuh; lihat {kode}."


def susun_tren(bulan: Sequence[Bulan]) -> Mapping[str, Tren]:
    """Lay saved months side by side, by dinas and for the regency (:data:`DAERAH`).

    Args:
        bulan: oldest first; only those whose scores have the scale of the last are compared.

    Returns:
        Empty where the last month's rule set gives no numbers, or no month before it can be compared.
    """
    if not bulan or not bulan[-1].aturan.berangka:
        return {}
    sebanding = [b for b in bulan if b.aturan.berangka and skala(b.aturan) == skala(bulan[-1].aturan)][-TERPANJANG:]
    if len(sebanding) < 2:
        return {}
    semua = panjang(sebanding)
    ada = semua.loc[semua["ada_hasil"], ["ke", "nip", "dinas", "nilai"]]
    daerah = ada.assign(dinas=DAERAH, hari=1, hari_tugas=1)
    isi = pd.concat([bagi_dinas(ada, sebanding)[list(daerah)], daerah], ignore_index=True)
    isi = isi.assign(dinas=isi["dinas"].astype("category"), nip=pd.factorize(isi["nip"])[0])
    tetap = isi[_tetap(isi, len(sebanding))].assign(hari=1, hari_tugas=1)
    banyak = tetap.groupby("dinas", observed=True)["nip"].nunique()
    rata, rata_sama = _rata(isi), _rata(tetap)

    def tren(dinas: str) -> Tren:
        sama = int(banyak.get(dinas, 0))
        titik = (
            Titik(b.periode, rata.get((dinas, ke)), rata_sama.get((dinas, ke)) if sama >= TERKECIL else None)
            for ke, b in enumerate(sebanding)
        )
        return Tren(tuple(titik), sama)

    return {dinas: tren(dinas) for dinas in dict.fromkeys(d for d, _ in rata)} | {DAERAH: tren(DAERAH)}


def _tetap(isi: pd.DataFrame, bulan: int) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Tell of each row whether its person has a score in this dinas in every month."""
    orang = isi.groupby(["dinas", "nip"], observed=True).ngroup().to_numpy()
    hadir = np.bincount(np.unique(orang * bulan + isi["ke"].to_numpy()) // bulan)
    return np.asarray(hadir[orang] == bulan)


def _rata(isi: pd.DataFrame) -> dict[tuple[str, int], int]:
    """Give the mean of each dinas and month, everybody by their share of days."""
    jumlah: dict[tuple[str, int], Fraction] = {}
    porsi: dict[tuple[str, int], Fraction] = {}
    banyak = isi.groupby(["dinas", "ke", "hari", "hari_tugas"], observed=True)["nilai"].agg(["size", "sum"])
    for (dinas, ke, hari, dari), (n, nilai) in zip(banyak.index, banyak.to_numpy().tolist(), strict=True):
        bagian, kunci = Fraction(int(hari), int(dari)), (dinas, ke)
        jumlah[kunci] = jumlah.get(kunci, Fraction(0)) + bagian * nilai
        porsi[kunci] = porsi.get(kunci, Fraction(0)) + bagian * n
    return {kunci: setengah_ke_atas(jumlah[kunci] / porsi[kunci]) for kunci in jumlah}
