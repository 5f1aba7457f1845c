"""The survey's rules as a value: unsur, weights, categories, sample size. No number of the law stands in Python."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from kinerja_cli.core.aturan import Dasar
from kinerja_cli.core.kolom import ringkas
from kinerja_cli.core.pohon import Pembaca

_KATA = re.compile(r"[a-z]+")


@dataclass(frozen=True)
class Unsur:
    """One of the things that respondents rate.

    Attributes:
        id: name of its column in tables.
        nama: as it is printed.
        kata: words by which a heading or legend names it.
        jawaban: the answers of the questionnaire in words, from the lowest score on, squeezed.
        perbaikan: what to do where it is low.
    """

    id: str
    nama: str
    kata: tuple[str, ...]
    jawaban: tuple[str, ...]
    perbaikan: str


@dataclass(frozen=True)
class Kategori:
    """A grade: from ``mulai`` (hundredths) on."""

    mutu: str
    nama: str
    mulai: int
    dasar: Dasar


@dataclass(frozen=True)
class Sampel:
    """The figures of Krejcie and Morgan's formula."""

    khi_kuadrat: Fraction
    proporsi: Fraction
    galat: Fraction
    dasar: Dasar


@dataclass(frozen=True)
class Ambang:
    """A share in percent, and the fewest respondents for which it can be judged."""

    persen: int
    paling_sedikit: int
    dasar: Dasar


@dataclass(frozen=True)
class AturanSkm:
    """The rules of the survey.

    Attributes:
        unsur: in the regulation's order.
        skor: the lowest and the highest score of an answer.
        pengali: the factor that turns a mean score into an index.
        bobot_lain: rounded weights that offices' workbooks use.
        kategori: best first.
        selang: level of the confidence interval.
        seragam: share of respondents with nine equal answers from which it is named.
        umur: lower ends of the age groups after the first.
        pendidikan: levels of education from the lowest on, squeezed.
        dasar: by name, where the rest comes from.
    """

    id: str
    judul: str
    unsur: tuple[Unsur, ...]
    skor: tuple[int, int]
    pengali: int
    bobot_lain: tuple[Fraction, ...]
    kategori: tuple[Kategori, ...]
    sampel: Sampel
    selang: Ambang
    seragam: Ambang
    umur: tuple[int, ...]
    pendidikan: tuple[str, ...]
    dasar: Mapping[str, Dasar]

    def kategori_dari(self, nilai: int) -> Kategori:
        """Give the grade of an index in hundredths."""
        return next((k for k in self.kategori if nilai >= k.mulai), self.kategori[-1])

    def unsur_dari(self, teks: str) -> Unsur | None:
        """Give the one unsur that a heading or legend names by a word; None where it names none, or several."""
        kata = set(_KATA.findall(teks.lower()))
        cocok = [u for u in self.unsur if kata & set(u.kata)]
        return cocok[0] if len(cocok) == 1 else None


def susun_aturan_skm(pohon: Mapping[str, object]) -> AturanSkm:
    """Build the rules from the tree of their TOML file.

    Raises:
        PohonSalah: naming every key that is missing, wrong or unknown.
    """
    akar = Pembaca(pohon)
    sumber = akar.sumber()
    skor, indeks, sampel = (akar.anak(nama) for nama in ("skor", "indeks", "sampel"))
    umur, pendidikan = akar.anak("umur"), akar.anak("pendidikan")
    hasil = AturanSkm(
        id=akar.ambil("id", str, ""),
        judul=akar.ambil("judul", str, ""),
        unsur=tuple(_unsur(u) for u in akar.daftar("unsur")),
        skor=(skor.ambil("paling_rendah", int, 0), skor.ambil("paling_tinggi", int, 0)),
        pengali=indeks.ambil("pengali", int, 0),
        bobot_lain=tuple(Fraction(Decimal(teks)) for teks in indeks.kata("bobot_lain")),
        kategori=tuple(
            Kategori(k.teks("mutu"), k.teks("nama"), int(k.angka("mulai") * 100), k.dasar(sumber))
            for k in akar.daftar("kategori")
        ),
        sampel=Sampel(
            khi_kuadrat=Fraction(sampel.angka("khi_kuadrat")),
            proporsi=Fraction(sampel.angka("proporsi")),
            galat=Fraction(sampel.angka("galat")),
            dasar=sampel.dasar(sumber),
        ),
        selang=_ambang(akar.anak("selang"), "tingkat", sumber),
        seragam=_ambang(akar.anak("seragam"), "mulai", sumber),
        umur=tuple(int(teks) for teks in umur.kata("batas")),
        pendidikan=tuple(ringkas(teks) for teks in pendidikan.kata("urutan")),
        dasar={
            "skor": skor.dasar(sumber),
            "indeks": indeks.dasar(sumber),
            "umur": umur.dasar(sumber),
            "pendidikan": pendidikan.dasar(sumber),
        },
    )
    turun = [k.mulai for k in hasil.kategori]
    if not turun or turun != sorted(turun, reverse=True):
        akar.catat("kategori", "harus berurut dari yang tertinggi")
    akar.tutup()
    return hasil


def _unsur(u: Pembaca) -> Unsur:
    jawaban = tuple(ringkas(teks) for teks in u.kata("jawaban"))
    return Unsur(u.teks("id"), u.teks("nama"), u.kata("kata"), jawaban, u.teks("perbaikan"))


def _ambang(p: Pembaca, kunci: str, sumber: Mapping[str, str]) -> Ambang:
    return Ambang(p.ambil(kunci, int, 0), p.ambil("paling_sedikit", int, 0), p.dasar(sumber))
