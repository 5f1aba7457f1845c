"""Which spreadsheet formula gives what ``hitung`` computed: decided exactly, a row at a time.

A spreadsheet computes in binary floats. ``ROUND(ROUND(x,10),2)`` is half-up of the exact x where x is a tie or lies far from
one; ``INT((2·p+q)/(2·q))/100`` is it for every p/q of whole numbers that are small enough. Where neither holds, a workbook
gets the value.
"""

from __future__ import annotations

from enum import StrEnum

import numpy as np

from kinerja_cli.core import angka
from kinerja_cli.core.angka import DESIMAL_AMAN, SERATUS_PERSEN, Bools, Floats, Ints
from kinerja_cli.core.aturan import Aturan
from kinerja_cli.core.capaian import RUMUS, acuan_target
from kinerja_cli.core.penilaian import bagian_bulat

_BULAT_TERBESAR = 10.0**14
"""LibreOffice's INT takes a number for whole at 15 significant digits: below this no fraction of ours is so near to one."""
PENYEBUT_AMAN = 10 ** (DESIMAL_AMAN - 2) // 2
"""Up to this divisor no fraction in hundredths that isn't a tie lies near one (1 ÷ 2q away, at least)."""


class Bentuk(StrEnum):
    """How a rounded number may stand in a sheet."""

    DIBULATKAN = "ROUND"
    BULAT = "INT"
    NILAI = "nilai"


def bentuk_capaian(
    realisasi: Floats, target: Floats, target_atas: Floats, *, menurut: np.ndarray, aturan: Aturan
) -> list[Bentuk]:
    """Give the formula that agrees with :func:`capaian.capaian`, from the same arguments; NaN realisasi needs no rounding."""
    acuan, di_dalam = acuan_target(realisasi, target, target_atas)
    hasil = np.full(realisasi.shape, Bentuk.DIBULATKAN, dtype=object)
    for nama, cara in aturan.cara.items():
        rumus = RUMUS[cara.rumus]
        rasio = np.flatnonzero((menurut == nama) & ~di_dalam & (acuan > 0) & ~np.isnan(realisasi))
        r, t = realisasi[rasio], acuan[rasio]
        tetap, tambah = rumus.garis(r, t, cara)
        aman = angka.jauh_dari_tepi(r, t, tetap=tetap, tambah=tambah)
        if rumus.belok:  # two lines, of which the sheet too must take the right one
            aman &= angka.sama_atau_jauh(r, t, SERATUS_PERSEN - cara.tetapan[rumus.belok])
        bulat = _berbilangan_bulat(r, t, tetap) & (not rumus.belok)
        hasil[rasio] = np.select([aman, bulat], [Bentuk.DIBULATKAN, Bentuk.BULAT], Bentuk.NILAI)
    bentuk = {b.value: b for b in Bentuk}  # numpy holds their texts
    return [bentuk[teks] for teks in hasil.tolist()]


def _berbilangan_bulat(realisasi: Floats, target: Floats, tetap: Ints) -> Bools:
    """Tell where R and T are whole numbers, and the dividend that rounds half up fits."""
    besar = 2 * (np.abs(tetap) * target + realisasi * SERATUS_PERSEN) + target
    hasil: Bools = (realisasi % 1 == 0) & (target % 1 == 0) & (besar < _BULAT_TERBESAR)
    return hasil


def nilai_dapat_dirumuskan(jumlah_tertimbang: int, pembagi: int, perilaku: tuple[int, int], aturan: Aturan) -> bool:
    """Tell whether a sheet's ROUND gives the score that :func:`penilaian.gabungkan` does.

    Args:
        jumlah_tertimbang: Σ nilai_indikator × bobot_hitung.
        pembagi: Σ bobot_hitung; above 0.
        perilaku: sum of the perilaku numbers, and how many.
        aturan: the rule set.
    """
    a, b, c = bagian_bulat(aturan.pembagian)
    jumlah, banyak = perilaku if perilaku[1] else (0, 1)
    penyebut = pembagi * banyak * c
    return penyebut <= PENYEBUT_AMAN or angka.tepi_aman(jumlah_tertimbang * a * banyak + jumlah * b * pembagi, penyebut)
