"""Before and after a course, beside the like who didn't take it. No proof of cause and effect.

One session (a course in one month) is compared at a time, so that both groups have the same months:

* before and after are the scored months in a row next to the course's own, up to a limit on each side; the month of the
  course belongs to neither;
* only people with a score in all of these months take part; their change is the mean after less the mean before;
* the like are those of the month before who share a dinas or a jabatan with one who was trained, and who appear in no
  session of this course up to the last month compared.

From a number of people in each group on, a percentile bootstrap interval tells how sure the difference of the mean
changes is: people of each group are drawn anew, with replacement, independently of each other. It supposes that people
are alike and independent; who was sent on a course was not drawn by lot, so whatever sent them may also be the cause.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from kinerja_cli.core.angka import Ints
from kinerja_cli.core.kolom import ringkas
from kinerja_cli.core.lanjut.aturan import BatasDampak
from kinerja_cli.core.lanjut.bulan import BulanTersimpan, menurut_periode
from kinerja_cli.core.lanjut.urai import Keikutsertaan
from kinerja_cli.core.periode import Periode

BUKAN_SEBAB = "bukan bukti sebab-akibat"
_SEKALI_JALAN = 2_000_000


@dataclass(frozen=True)
class Perubahan:
    """A group's people by how their mean score changed, and the sum of the changes (exact, in hundredths)."""

    naik: int
    tetap: int
    turun: int
    jumlah: Fraction

    @property
    def orang(self) -> int:
        """How many there are."""
        return self.naik + self.tetap + self.turun

    @property
    def rata_rata(self) -> Fraction:
        """The mean change, in hundredths."""
        return self.jumlah / self.orang


@dataclass(frozen=True)
class Dampak:
    """One session.

    Attributes:
        peserta: how many took it.
        sebelum, sesudah: the months compared; empty: too few months are saved.
        ikut, pembanding: those who were trained and the like who weren't; None: nobody can be compared.
        selang: the interval of (mean change trained) − (mean change others), in hundredths; None: too few people.
    """

    pelatihan: str
    bulan: Periode
    peserta: int
    sebelum: tuple[Periode, ...] = ()
    sesudah: tuple[Periode, ...] = ()
    ikut: Perubahan | None = None
    pembanding: Perubahan | None = None
    selang: tuple[Fraction, Fraction] | None = None


def dampak(
    semua: Sequence[BulanTersimpan], register: Sequence[Keikutsertaan], akhir: Periode, batas: BatasDampak
) -> tuple[Dampak, ...]:
    """Compare each session up to month ``akhir``, by course and month."""
    bulan = menurut_periode(semua)
    sesi: dict[tuple[str, Periode], set[str]] = {}
    nama: dict[str, str] = {}
    for satu in register:
        kunci, p = ringkas(satu.pelatihan), Periode(satu.tanggal.year, satu.tanggal.month)
        nama.setdefault(kunci, satu.pelatihan)
        if p <= akhir:
            sesi.setdefault((kunci, p), set()).add(satu.nip)
    hasil = []
    for (kunci, p), peserta in sorted(sesi.items()):
        sebelum = tuple(reversed(_berderet(bulan, p, -1, batas.bulan)))
        sesudah = tuple(q for q in _berderet(bulan, p, 1, batas.bulan) if q <= akhir)
        satu_sesi = Dampak(nama[kunci], p, len(peserta))
        if sebelum and sesudah:
            sudah = {s.nip for s in register if ringkas(s.pelatihan) == kunci and s.tanggal <= sesudah[-1].hari_terakhir}
            satu_sesi = _banding(satu_sesi, bulan, (sebelum, sesudah), (peserta, sudah), batas)
        hasil.append(satu_sesi)
    return tuple(hasil)


def _berderet(bulan: Mapping[Periode, BulanTersimpan], p: Periode, arah: int, banyak: int) -> list[Periode]:
    """Give the saved months next to ``p`` in one direction, without a gap, at most so many."""
    hasil: list[Periode] = []
    while len(hasil) < banyak and (q := p.geser(arah * (len(hasil) + 1))) in bulan and bulan[q].berangka:
        hasil.append(q)
    return hasil


def _banding(
    d: Dampak,
    bulan: Mapping[Periode, BulanTersimpan],
    masa: tuple[tuple[Periode, ...], tuple[Periode, ...]],
    orang: tuple[Collection[str], Collection[str]],
    batas: BatasDampak,
) -> Dampak:
    peserta, sudah = orang
    dasar = bulan[masa[0][-1]].orang
    ikut = [nip for nip in peserta if nip in dasar]
    dinas, jabatan = {dasar[n].dinas for n in ikut}, {j for n in ikut if (j := ringkas(dasar[n].jabatan))}
    serupa = [n for n, o in dasar.items() if n not in sudah and (o.dinas in dinas or ringkas(o.jabatan) in jabatan)]
    kali = len(masa[0]) * len(masa[1])
    x, y = (_selisih(kelompok, bulan, masa) for kelompok in (ikut, serupa))
    selang = selang_beda(x, y, batas, kali) if min(len(x), len(y)) >= batas.orang else None
    return Dampak(d.pelatihan, d.bulan, d.peserta, *masa, _perubahan(x, kali), _perubahan(y, kali), selang)


def _selisih(
    orang: Collection[str],
    bulan: Mapping[Periode, BulanTersimpan],
    masa: tuple[tuple[Periode, ...], tuple[Periode, ...]],
) -> Ints:
    """Give each person's change as a whole number: hundredths × months before × months after. Sorted by NIP."""
    sebelum, sesudah = masa
    hasil = []
    for nip in sorted(orang):
        nilai = {p: o.nilai for p in (*sebelum, *sesudah) if (o := bulan[p].orang.get(nip))}
        ada = {p: n for p, n in nilai.items() if n is not None}
        if len(ada) == len(sebelum) + len(sesudah):
            hasil.append(len(sebelum) * sum(ada[p] for p in sesudah) - len(sesudah) * sum(ada[p] for p in sebelum))
    return np.array(hasil, dtype=np.int64)


def _perubahan(selisih: Ints, kali: int) -> Perubahan | None:
    if not len(selisih):
        return None
    naik, turun = int((selisih > 0).sum()), int((selisih < 0).sum())
    return Perubahan(naik, len(selisih) - naik - turun, turun, Fraction(int(selisih.sum()), kali))


def selang_beda(x: Ints, y: Ints, batas: BatasDampak, kali: int = 1) -> tuple[Fraction, Fraction]:
    """Give the percentile bootstrap interval of mean(x) − mean(y), each sample drawn anew by itself.

    Sums of whole numbers: with 9999 resamples and 95 % the ends are the 250th and the 9750th of the sorted differences,
    exactly; the same seed gives the same ends.

    Args:
        x, y: changes as whole numbers.
        batas: resamples, level and seed.
        kali: what the changes were multiplied with.
    """
    acak = np.random.default_rng(batas.benih)
    beda = len(y) * _jumlah_ulang(x, batas.ulangan, acak) - len(x) * _jumlah_ulang(y, batas.ulangan, acak)
    beda.sort()
    ekor = (batas.ulangan + 1) * (100 - batas.keyakinan) // 200
    bawah, atas = int(beda[ekor - 1]), int(beda[batas.ulangan - ekor])
    return Fraction(bawah, len(x) * len(y) * kali), Fraction(atas, len(x) * len(y) * kali)


def _jumlah_ulang(x: Ints, ulangan: int, acak: np.random.Generator) -> Ints:
    """Give the sum of each resample."""
    langkah = max(_SEKALI_JALAN // len(x), 1)
    bagian = [
        x[acak.integers(0, len(x), (min(langkah, ulangan - mulai), len(x)))].sum(axis=1)
        for mulai in range(0, ulangan, langkah)
    ]
    return np.concatenate(bagian)
