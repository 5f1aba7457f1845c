"""A rule set as a value: its stages, each frozen, each number with its article. No number of the law stands in Python.

A score comes about in stages, and a rule set has those that its regulation knows: capaian of an indicator (:class:`Cara`),
bands from capaian to nilai (:class:`Pita`), the sum over indicators (:class:`Gabungan`), a share of perilaku
(:class:`Perilaku`), additional work, and a category, by a scale (:class:`Predikat`) or by a matrix of two ratings
(:class:`Matriks`). Percentages are in hundredths throughout.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from kinerja_cli.core.kolom import ringkas

KEPASTIAN: Final[Mapping[str, str]] = {
    "teks": "dibaca dalam naskah peraturan",
    "salinan": "dibaca dalam salinan, buku, atau aplikasi",
    "ingatan": "naskahnya belum dibaca",
    "hitung": "mengikuti dari perhitungan",
    "terbuka": "belum pasti, atau pilihan pembuat skema",
}
DIBERIKAN, DIJEMBATANI = "diberikan", "dijembatani"
"""Ways to a rating of hasil kerja: as the rater gave it, or from the numeric score by a local choice."""
RATA_TUGAS, JUMLAH_TERTIMBANG = "rata_tugas", "jumlah_tertimbang"
"""Ways to combine indicators: aspects equal within a task and tasks equal, or by the filed weights."""


@dataclass(frozen=True)
class Dasar:
    """Where a number comes from: regulation, article, first day in force, and how sure it is."""

    sumber: str
    pasal: str
    sejak: dt.date
    kepastian: str

    def __str__(self) -> str:
        return f"{self.sumber} {self.pasal}".strip()


@dataclass(frozen=True)
class Angka:
    """One number of the rules, in hundredths (of a percent, or of a point)."""

    nilai: int
    kata: str
    dasar: Dasar


@dataclass(frozen=True)
class Cara:
    """How capaian is computed: the name of the arithmetic, the same in words, and the numbers that it needs."""

    rumus: str
    kata: str
    tetapan: Mapping[str, int]
    dasar: Dasar


@dataclass(frozen=True)
class BarisPita:
    """One band: whole percents ``dari..sampai`` become ``awal..puncak`` (hundredths) along a straight line.

    ``terbaik`` holds instead of it where the target is the best result that can be reached at all; None: no such rule.
    """

    dari: int
    sampai: int
    awal: int
    puncak: int
    terbaik: int | None
    dasar: Dasar


@dataclass(frozen=True)
class Pita:
    """Bands from capaian to nilai; ``untuk`` are the kinds of post (squeezed) that they hold for, empty: all others."""

    nama: str
    untuk: tuple[str, ...]
    baris: tuple[BarisPita, ...]


@dataclass(frozen=True)
class Gabungan:
    """How the indicators of a person become one number; ``cara`` is :data:`RATA_TUGAS` or :data:`JUMLAH_TERTIMBANG`."""

    cara: str
    kata: str
    dasar: Dasar


@dataclass(frozen=True)
class Pembagian:
    """The shares of hasil kerja and perilaku in the score; ``pilihan`` is its name in ``kinerja.toml``."""

    pilihan: str
    kata: str
    hasil_kerja: int
    perilaku: int
    dasar: Dasar


@dataclass(frozen=True)
class Perilaku:
    """Perilaku as a number between two ends, and the ways to share the score with it; the first one is usual."""

    paling_rendah: int
    paling_tinggi: int
    kata: str
    pembagian: tuple[Pembagian, ...]
    dasar: Dasar


@dataclass(frozen=True)
class Predikat:
    """A category: from ``mulai`` (hundredths) on, under ``syarat`` if any. Under a matrix ``mulai`` says nothing."""

    nama: str
    mulai: int
    syarat: str
    kata: str
    dasar: Dasar


@dataclass(frozen=True)
class Ekspektasi:
    """A rating word, the other spellings of it, and the score from which it is bridged (None: from nothing)."""

    nama: str
    sama_dengan: tuple[str, ...]
    dasar: Dasar
    jembatan: Angka | None


@dataclass(frozen=True)
class Matriks:
    """A category by two ratings.

    Attributes:
        ekspektasi: the ratings, best first.
        sel: the category and its source by (hasil kerja, perilaku).
        cara: :data:`DIBERIKAN` or :data:`DIJEMBATANI`.
        kata: the two ways in words.
    """

    ekspektasi: tuple[Ekspektasi, ...]
    sel: Mapping[tuple[str, str], tuple[str, Dasar]]
    cara: str
    kata: Mapping[str, str]
    dasar: Dasar

    def sebutan(self, teks: str) -> str:
        """Give the rating that a cell means, case, spacing and punctuation aside; "" for none."""
        kunci = ringkas(teks)
        return next((e.nama for e in self.ekspektasi if kunci in map(ringkas, (e.nama, *e.sama_dengan))), "")


@dataclass(frozen=True)
class Aturan:
    """A rule set. ``sha256`` is the hash of the file's bytes; a result is pinned to it and to ``pilihan``.

    Attributes:
        tujuan: what it is for; of several sets with one purpose, the one in force in a period can be taken.
        sejak, sampai: the first and last day for which it holds; None: still in force.
        aspek: the aspects that it knows, empty: any.
        menurut: the indicator's column that tells which ``cara`` holds: "arah" or "aspek".
        pita: bands from capaian to nilai, empty: none.
        pilihan: which of its variants are in use, by key of ``[pilihan]`` in ``kinerja.toml``.
    """

    id: str
    judul: str
    uraian: str
    tujuan: str
    sejak: dt.date
    sampai: dt.date | None
    dasar_berlaku: Dasar
    sha256: str
    perlu_penetapan: bool
    tanpa_penetapan: str
    sumber: Mapping[str, str]
    aspek: tuple[str, ...]
    dasar_aspek: Dasar | None
    menurut: str
    cara: Mapping[str, Cara]
    dalam_rentang: Angka
    turun_nol_tercapai: Angka
    turun_nol_terlampaui: Angka
    capaian_terendah: Angka
    capaian_tertinggi: Angka
    pita: tuple[Pita, ...]
    gabungan: Gabungan
    perilaku: Perilaku | None
    tambahan: Angka | None
    desimal: int
    dasar_pembulatan: Dasar
    sisa_bobot: Angka
    status_keluar: tuple[str, ...]
    dasar_status: Dasar
    predikat: tuple[Predikat, ...]
    matriks: Matriks | None
    pilihan: Mapping[str, str]

    @property
    def berangka(self) -> bool:
        """Whether the result is a number; else it is a category alone."""
        return self.matriks is None

    @property
    def perlu_indikator(self) -> bool:
        """Whether a score comes from indicators; not where the rating of hasil kerja is given."""
        return self.matriks is None or self.matriks.cara == DIJEMBATANI

    @property
    def perlu_perilaku(self) -> bool:
        """Whether a Perilaku sheet is needed."""
        return self.perilaku is not None or self.matriks is not None

    @property
    def pakai_bobot(self) -> bool:
        """Whether the filed weights count."""
        return self.gabungan.cara == JUMLAH_TERTIMBANG

    @cached_property
    def pembagian(self) -> Pembagian | None:
        """The shares of hasil kerja and perilaku that are in use."""
        semua = self.perilaku.pembagian if self.perilaku else ()
        return next((p for p in semua if p.pilihan == self.pilihan["perilaku"]), None)

    @property
    def puncak(self) -> int:
        """The upper end of the scale, for charts: a whole score is near it."""
        return self.perilaku.paling_tinggi if self.perilaku else self.capaian_tertinggi.nilai

    def penetapan(self, ditetapkan: str) -> str:
        """Give the line beside every number of a local scheme: the regulation that enacts it, or that none does."""
        return (ditetapkan or self.tanpa_penetapan) if self.perlu_penetapan else ""

    def berlaku_pada(self, awal: dt.date, akhir: dt.date) -> bool:
        """Tell whether it holds during all of these days."""
        return self.sejak <= awal and (self.sampai is None or akhir <= self.sampai)

    def semua_pilihan(self) -> Mapping[str, tuple[str, ...]]:
        """Give what ``[pilihan]`` in ``kinerja.toml`` may choose, the usual one first."""
        hasil: dict[str, tuple[str, ...]] = {}
        if self.perilaku:
            hasil["perilaku"] = tuple(p.pilihan for p in self.perilaku.pembagian)
        if self.matriks:
            hasil["hasil_kerja"] = (DIBERIKAN, DIJEMBATANI)
        return hasil

    def dengan_pilihan(self, dipilih: Mapping[str, str]) -> Aturan:
        """Give the same rule set with other variants; keys that it doesn't know are for other sets.

        Raises:
            AturanSalah: no such variant.
        """
        pilihan = dict(self.pilihan)
        for kunci, boleh in self.semua_pilihan().items():
            pilihan[kunci] = dipilih.get(kunci, pilihan[kunci])
            if pilihan[kunci] not in boleh:
                raise AturanSalah((f"pilihan.{kunci}", f"tidak boleh “{pilihan[kunci]}”; yang ada: {', '.join(boleh)}"))
        matriks = replace(self.matriks, cara=pilihan["hasil_kerja"]) if self.matriks else None
        return replace(self, pilihan=pilihan, matriks=matriks)


class AturanSalah(ValueError):
    """A rule set that can't be used: each key (its path in the file) with what is wrong with it, in Indonesian."""

    def __init__(self, *salah: tuple[str, str]) -> None:
        self.salah = salah
        super().__init__("; ".join(f"“{kunci}” {apa}" for kunci, apa in salah))
