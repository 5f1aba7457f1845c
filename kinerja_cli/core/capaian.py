"""Capaian and nilai of one indicator: named arithmetic whose numbers come from the rule set. Exact, half up."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np

from kinerja_cli.core import angka
from kinerja_cli.core.angka import SERATUS_PERSEN, Bools, Floats, Ints
from kinerja_cli.core.aturan import Aturan, Cara, Pita

TANPA_CAPAIAN = -1
"""Stands in ``capaian``, ``nilai_indikator`` and ``nilai_tertimbang`` where there is none."""

Garis = tuple[Ints, Bools]
"""Every arithmetic is a straight line in R ÷ T: a constant (hundredths of a percent), and whether R ÷ T adds to it."""


def _realisasi_per_target(realisasi: Floats, target: Floats, cara: Cara) -> Garis:
    """``R ÷ T × 100``. PermenPANRB 8/2021; PP 46/2011."""
    return np.zeros(realisasi.shape, dtype=np.int64), np.ones(realisasi.shape, dtype=bool)


def _dua_kurang_realisasi_per_target(realisasi: Floats, target: Floats, cara: Cara) -> Garis:
    """``(2 − R ÷ T) × 100``. PermenPANRB 8/2021."""
    return np.full(realisasi.shape, 2 * SERATUS_PERSEN), np.zeros(realisasi.shape, dtype=bool)


def _efisiensi(realisasi: Floats, target: Floats, cara: Cara) -> Garis:
    """Time and cost, with e = 100 − R ÷ T × 100 the percent saved. PP 46/2011, Perka BKN 1/2013.

    Up to ``batas``: ``(faktor × T − R) ÷ T × 100``. Beyond it that number a, less 100, is taken from ``pangkal``:
    ``pangkal − (a − 100)``, so that what was promised far too loosely falls again.
    """
    dekat = angka.paling_sedikit_bagian(realisasi, target, SERATUS_PERSEN - cara.tetapan["batas"])  # 9.12 of 12 is 24 % sharp
    faktor = cara.tetapan["faktor"] * 100
    return np.where(dekat, faktor, cara.tetapan["pangkal"] - faktor + SERATUS_PERSEN), ~dekat


@dataclass(frozen=True)
class Rumus:
    """An arithmetic: its line, the numbers that the rule file gives it, and whether less is better.

    ``belok`` names the number at which the line bends (percent saved); "" where it is straight.
    """

    garis: Callable[[Floats, Floats, Cara], Garis]
    tetapan: tuple[str, ...] = ()
    turun: bool = False
    belok: str = ""


RUMUS: Final[Mapping[str, Rumus]] = {
    "realisasi_per_target": Rumus(_realisasi_per_target),
    "dua_kurang_realisasi_per_target": Rumus(_dua_kurang_realisasi_per_target, turun=True),
    "efisiensi": Rumus(_efisiensi, ("batas", "faktor", "pangkal"), turun=True, belok="batas"),
}
"""The arithmetic that a rule file can name."""


def capaian(realisasi: Floats, target: Floats, target_atas: Floats, *, menurut: np.ndarray, aturan: Aturan) -> Ints:
    """Give capaian in hundredths of a percent, half-up to 2 decimals, between the rule set's floor and cap.

    A realisasi inside the range target..target_atas has a value of its own; outside, the nearer end is the target. Target
    0 is undefined where more is better (:data:`TANPA_CAPAIAN`), and met or not met where less is. Source: PermenPANRB 8/2021.

    Args:
        realisasi: canonical numbers, at least 0.
        target: canonical numbers, at least 0; the lower end where there is a range.
        target_atas: the upper end, NaN where there is no range.
        menurut: the key of ``aturan.cara`` for each row; a row with another key has no capaian.
        aturan: the rule set.
    """
    acuan, di_dalam = acuan_target(realisasi, target, target_atas)
    hasil = np.full(realisasi.shape, TANPA_CAPAIAN, dtype=np.int64)
    for nama, cara in aturan.cara.items():
        milik = (menurut == nama) & ~di_dalam
        dasar, nol = milik & (acuan != 0), milik & (acuan == 0)
        tetap, tambah = RUMUS[cara.rumus].garis(realisasi[dasar], acuan[dasar], cara)
        mentah = angka.garis_rasio(realisasi[dasar], acuan[dasar], tetap=tetap, tambah=tambah)
        hasil[dasar] = np.clip(mentah, aturan.capaian_terendah.nilai, aturan.capaian_tertinggi.nilai)
        if RUMUS[cara.rumus].turun:
            tercapai, terlampaui = aturan.turun_nol_tercapai.nilai, aturan.turun_nol_terlampaui.nilai
            hasil[nol] = np.where(realisasi[nol] == 0, tercapai, terlampaui)
        hasil[di_dalam & (menurut == nama)] = aturan.dalam_rentang.nilai
    return hasil


class Rasio(NamedTuple):
    """How capaian came about, for printing: where it is a ratio, its value before floor and cap, and the line's slope."""

    ada: Bools
    mentah: Ints
    tambah: Bools


def sebelum_dibatasi(realisasi: Floats, target: Floats, target_atas: Floats, *, menurut: np.ndarray, aturan: Aturan) -> Rasio:
    """Give capaian before floor and cap, from the same arguments as :func:`capaian`; NaN realisasi has none."""
    acuan, di_dalam = acuan_target(realisasi, target, target_atas)
    n = len(realisasi)
    hasil = Rasio(np.zeros(n, dtype=bool), np.zeros(n, dtype=np.int64), np.zeros(n, dtype=bool))
    for nama, cara in aturan.cara.items():
        dasar = (menurut == nama) & ~di_dalam & (acuan > 0) & ~np.isnan(realisasi)
        tetap, tambah = RUMUS[cara.rumus].garis(realisasi[dasar], acuan[dasar], cara)
        hasil.mentah[dasar] = angka.garis_rasio(realisasi[dasar], acuan[dasar], tetap=tetap, tambah=tambah)
        hasil.ada[dasar], hasil.tambah[dasar] = True, tambah
    return hasil


def acuan_target(realisasi: Floats, target: Floats, target_atas: Floats) -> tuple[Floats, Bools]:
    """Give the target that counts, and whether the realisasi lies inside its range."""
    rentang = ~np.isnan(target_atas)
    di_atas = rentang & (realisasi > target_atas)
    return np.where(di_atas, target_atas, target), rentang & ~di_atas & (realisasi >= target)


def pita_untuk(aturan: Aturan, jenis_jabatan: str) -> Pita:
    """Give the bands of a kind of post (squeezed): its own, else those for all others."""
    umum = next(p for p in aturan.pita if not p.untuk)
    return next((p for p in aturan.pita if jenis_jabatan in p.untuk), umum)


def persen_bulat(capaian: Ints) -> Ints:
    """Round capaian (hundredths) half-up to whole percents, as bands are read."""
    return angka.bagi_setengah_ke_atas(capaian, np.full(capaian.shape, 100, dtype=np.int64))


def nilai_pita(capaian: Ints, terbaik: Bools, pita: Pita) -> Ints:
    """Give nilai in hundredths from capaian by bands, half-up to 2 decimals.

    Within a band: ``awal + (puncak − awal) × (c − dari) ÷ (sampai − dari)`` of the whole percent c. PermenPANRB 8/2021.

    Args:
        capaian: hundredths of a percent, at least 0 and at most the rule set's cap.
        terbaik: where the target is the best result that can be reached at all.
        pita: the bands.
    """
    c = persen_bulat(capaian)
    hasil = np.zeros(capaian.shape, dtype=np.int64)
    for b in pita.baris:
        milik = (c >= b.dari) & (c <= b.sampai)
        lebar = np.full(int(milik.sum()), max(b.sampai - b.dari, 1), dtype=np.int64)
        hasil[milik] = angka.bagi_setengah_ke_atas(b.awal * lebar + (b.puncak - b.awal) * (c[milik] - b.dari), lebar)
        if b.terbaik is not None:
            hasil[milik & terbaik] = b.terbaik
    return hasil
