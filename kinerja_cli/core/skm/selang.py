"""How sure an index is: a confidence interval, and whether two surveys differ by more than chance.

The method, in plain words: every respondent has an index of his own, and the survey's index is their mean. How much they
differ from each other tells how much the mean would change, had other people been asked (standard error). The interval is
the index plus and minus 1.96 standard errors (for 95 %): the normal approximation, so it wants at least some 30 people.

It assumes that the respondents are a random sample of the users, each asked once. A survey of those who happened to be at
the counter, or of friends of the staff, is not; its interval is then narrower than the truth.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
import numpy.typing as npt

from kinerja_cli.core.skm.aturan import AturanSkm
from kinerja_cli.core.skm.survei import TANPA_JAWABAN


@dataclass(frozen=True)
class Selang:
    """An interval in hundredths, and the standard error (hundredths, not rounded) on which it rests."""

    bawah: int
    atas: int
    galat_baku: float


def selang_indeks(
    jawaban: npt.NDArray[np.int64], bobot: float, aturan: AturanSkm, nilai: int, populasi: int | None
) -> Selang | None:
    """Give the confidence interval of an index.

    Where a respondent left an unsur blank, the others' mean stands in for it: each mean's own error is carried over to the
    index (linearisation of a sum of ratios), which without blanks is the standard error of the respondents' own indices.
    A known population shrinks it by √(1 − n/N).

    Args:
        jawaban: a row a respondent, a column an unsur, 0 for a blank; somebody answered each column.
        bobot: what each mean counts.
        aturan: the survey's rules.
        nilai: the index in hundredths.
        populasi: how many people used the service, where it is known.

    Returns:
        None where there are fewer respondents than the rules want for it.
    """
    n = len(jawaban)
    if n < aturan.selang.paling_sedikit:
        return None
    ada = jawaban != TANPA_JAWABAN
    banyak = ada.sum(axis=0)
    simpangan = np.where(ada, jawaban - jawaban.sum(axis=0) / banyak, 0.0) * (n / banyak)
    sumbangan = simpangan.sum(axis=1) * bobot * aturan.pengali * 100
    galat_baku = math.sqrt(float((sumbangan**2).sum()) / (n * (n - 1)))
    if populasi is not None:
        galat_baku *= math.sqrt(max(0.0, 1 - n / populasi))
    lebar = kali_galat(aturan) * galat_baku
    paling_rendah, paling_tinggi = (s * aturan.pengali * 100 for s in aturan.skor)
    return Selang(max(round(nilai - lebar), paling_rendah), min(round(nilai + lebar), paling_tinggi), galat_baku)


def berbeda_nyata(selisih: int, a: Selang | None, b: Selang | None, aturan: AturanSkm) -> bool | None:
    """Tell whether two surveys' indices differ by more than chance; None where one of them is too small to say.

    The two samples are independent, so the standard error of the difference is the root of the sum of squares.
    """
    if a is None or b is None:
        return None
    return abs(selisih) > kali_galat(aturan) * math.hypot(a.galat_baku, b.galat_baku)


def kali_galat(aturan: AturanSkm) -> float:
    """Give how many standard errors the interval reaches to each side: 1.96 for 95 %."""
    return NormalDist().inv_cdf(0.5 + aturan.selang.persen / 200)
