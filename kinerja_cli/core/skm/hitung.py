"""The survey's arithmetic: exact means, one index, one rounding; and how large the sample ought to be."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import pandas as pd

from kinerja_cli.core.skm.aturan import AturanSkm, Kategori, Sampel, Unsur
from kinerja_cli.core.skm.selang import Selang, selang_indeks
from kinerja_cli.core.skm.survei import TANPA_JAWABAN


@dataclass(frozen=True)
class NilaiUnsur:
    """One unsur's result; ``indeks`` is in hundredths, ``nrr`` the exact mean of those who answered."""

    unsur: Unsur
    jumlah: int
    banyak: int
    nrr: Fraction
    indeks: int
    kategori: Kategori


@dataclass(frozen=True)
class IndeksSkm:
    """The result of a group of respondents.

    Attributes:
        nama: the group: a service, or "" for all.
        unsur: in the regulation's order, those that somebody rated.
        bobot: what each mean counts.
        nilai: the index in hundredths; None where nobody answered anything.
        selang: how sure the index is; None where there are too few respondents to say.
    """

    nama: str
    responden: int
    unsur: tuple[NilaiUnsur, ...]
    bobot: Fraction
    nilai: int | None
    kategori: Kategori | None
    selang: Selang | None

    @property
    def terendah(self) -> tuple[NilaiUnsur, ...]:
        """The two lowest unsur, the lowest first; of equals the one that the regulation names first."""
        return tuple(sorted(self.unsur, key=lambda u: u.nrr)[:2])


def hitung_indeks(
    responden: pd.DataFrame, aturan: AturanSkm, *, nama: str = "", bobot: Fraction | None = None, populasi: int | None = None
) -> IndeksSkm:
    """Compute the index of a group: Σ (NRR × bobot) × 25, rounded half-up to 2 decimals once (PermenPANRB 14/2017).

    NRR is the sum of an unsur's scores over the number of those who answered it. The weight is 1 / number of unsur.

    Args:
        responden: a row a respondent, a column an unsur; a blank is 0 and counts neither above nor below.
        aturan: the survey's rules.
        nama: of the group.
        bobot: another weight than the usual one.
        populasi: how many people used the service, which makes the interval narrower where they are few.
    """
    unsur = []
    for u in aturan.unsur:
        isi = responden[u.id].to_numpy()
        banyak = int((isi != TANPA_JAWABAN).sum())
        if banyak:
            jumlah = int(isi.sum())
            nrr = Fraction(jumlah, banyak)
            indeks = bulatkan(nrr * aturan.pengali)
            unsur.append(NilaiUnsur(u, jumlah, banyak, nrr, indeks, aturan.kategori_dari(indeks)))
    dipakai = bobot or Fraction(1, len(unsur) or 1)
    if not unsur:
        return IndeksSkm(nama, len(responden), (), dipakai, None, None, None)
    nilai = bulatkan(jumlah_tertimbang([u.nrr for u in unsur], dipakai, aturan))
    jawaban = responden[[u.unsur.id for u in unsur]].to_numpy()
    selang = selang_indeks(jawaban, float(dipakai), aturan, nilai, populasi)
    return IndeksSkm(nama, len(responden), tuple(unsur), dipakai, nilai, aturan.kategori_dari(nilai), selang)


def jumlah_tertimbang(nrr: list[Fraction], bobot: Fraction, aturan: AturanSkm) -> Fraction:
    """Give the index before it is rounded."""
    return sum(nrr, Fraction(0)) * bobot * aturan.pengali


def bulatkan(nilai: Fraction) -> int:
    """Round half up to hundredths."""
    return int((200 * nilai + 1) // 2)


def sampel_minimum(populasi: int, sampel: Sampel) -> int:
    """Give how many respondents a population wants (Krejcie and Morgan 1970): half-up, exact.

    S = X² N P(1−P) / (d² (N−1) + X² P(1−P)).
    """
    ragam = sampel.khi_kuadrat * sampel.proporsi * (1 - sampel.proporsi)
    s = ragam * populasi / (sampel.galat**2 * (populasi - 1) + ragam)
    return int((2 * s + 1) // 2)
