"""A planted fault as a value: its cell, its repair, where the truth stands, and what is done to a month without faults."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kinerja_cli.core.latihan.halaman import Baris, Halaman, Tempat
from kinerja_cli.core.temuan import Letak


@dataclass(frozen=True)
class IsiSel:
    """A cell that holds something else; ``rumus`` is the formula whose stored result it is."""

    tempat: Tempat
    baris: int
    kolom: int
    isi: object
    rumus: str = ""
    persen: bool = False


@dataclass(frozen=True)
class BarisTambahan:
    """A row put in before another."""

    tempat: Tempat
    baris: int
    isi: Baris


@dataclass(frozen=True)
class BarisTersembunyi:
    """A row that is hidden."""

    tempat: Tempat
    baris: int


Ubahan = IsiSel | BarisTambahan | BarisTersembunyi


@dataclass(frozen=True)
class Kesalahan:
    """One planted fault.

    Attributes:
        kode: the finding that it causes, at ``letak``.
        letak: the cell; a row put in moves none of them.
        salah: what is wrong, for the trainer.
        cara: how to repair it, with the right value, for the trainer.
        petunjuk: where the right value can be found, for the operator.
        ubahan: what is done to the month without faults.
        akibat: findings that come and go with it, by code and place.
    """

    kode: str
    letak: Letak
    salah: str
    cara: str
    petunjuk: str
    ubahan: tuple[Ubahan, ...]
    akibat: tuple[tuple[str, Letak], ...] = ()


def tanam(halaman: Sequence[Halaman], kesalahan: Sequence[Kesalahan]) -> tuple[Halaman, ...]:
    """Give the month with these faults in it."""
    hasil = {h.tempat: h for h in halaman}
    for ubahan in (u for k in kesalahan for u in k.ubahan):
        hasil[ubahan.tempat] = _ubah(hasil[ubahan.tempat], ubahan)
    return tuple(hasil.values())


def _ubah(h: Halaman, ubahan: Ubahan) -> Halaman:
    baris, r = list(h.lembar.baris), ubahan.baris
    match ubahan:
        case IsiSel(kolom=k, isi=isi, rumus=rumus, persen=persen):
            baris[r] = (*baris[r][:k], isi, *baris[r][k + 1 :])
            berpersen = h.lembar.persen | ({(r, k)} if persen else set())
            lembar = replace(h.lembar, baris=tuple(baris), persen=berpersen)
            return replace(h, lembar=lembar, rumus={**h.rumus, (r, k): rumus} if rumus else h.rumus)
        case BarisTambahan(isi=isi):
            baris.insert(r, isi)
            return replace(h, lembar=replace(h.lembar, baris=tuple(baris)))
        case BarisTersembunyi():
            return replace(h, lembar=replace(h.lembar, baris_tersembunyi=(*h.lembar.baris_tersembunyi, r)))
