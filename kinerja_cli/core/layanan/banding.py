"""Did it get faster? The difference of medians between two spans, for one mix of types, with a bootstrap interval.

What is assumed, in plain words: the documents of each type and span are a fair picture of what may come (they are drawn
from again, with replacement, thousands of times), and one document doesn't depend on the next. Both are only roughly true
of an office, so an interval that barely leaves out zero is no proof. Nothing is said about why.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

import numpy as np
import pandas as pd

from kinerja_cli.core.angka import Ints
from kinerja_cli.core.layanan.batas import Batas
from kinerja_cli.core.layanan.jangka import Jangka
from kinerja_cli.core.layanan.register import Satuan
from kinerja_cli.core.layanan.ukur import cetak_lama, median

_SEKALI_JALAN = 2_000_000
"""Random numbers drawn at a time, so that memory stays small."""


class Putusan(StrEnum):
    """What can be said of two spans."""

    LEBIH_CEPAT = "lebih cepat"
    LEBIH_LAMBAT = "lebih lambat"
    BELUM_TERBUKTI = "belum terbukti lebih cepat"
    BELUM_CUKUP = "belum cukup data"


@dataclass(frozen=True)
class JenisDibanding:
    """One type in both spans: its weight (its documents in both together) and its medians."""

    nama: str
    bobot: int
    median: tuple[Fraction, Fraction]


@dataclass(frozen=True)
class Jawaban:
    """The answer.

    Attributes:
        putusan: in a word.
        jangka: the two spans, the earlier first; None where the register has no two months.
        dokumen: finished documents of the compared types in each.
        satuan: what is compared in.
        jenis: the types that take part.
        selisih: later minus earlier, the mean of the types' differences of medians by weight; negative is faster.
        selang: its interval.
        sisa: documents open at the end of each span.
    """

    putusan: Putusan
    jangka: tuple[Jangka, Jangka] | None = None
    dokumen: tuple[int, int] = (0, 0)
    satuan: Satuan = Satuan.HARI
    jenis: tuple[JenisDibanding, ...] = ()
    selisih: Fraction = Fraction(0)
    selang: tuple[Fraction, Fraction] = (Fraction(0), Fraction(0))
    sisa: tuple[int, int] = (0, 0)


def bandingkan(jangka: tuple[Jangka, Jangka], isi: tuple[pd.DataFrame, pd.DataFrame], batas: Batas) -> Jawaban:
    """Compare two spans.

    Types with fewer than ``batas.banding_jenis`` finished documents in either span stay out. Each of the others weighs as
    much as it has documents in both spans together, and the same in both: more KTP and fewer akta in one month make no
    difference. Where nearly all finished documents have times, those are compared in minutes and the others stay out; else
    all are compared in days.

    Args:
        jangka: the spans.
        isi: the documents of each, from :func:`~kinerja_cli.core.layanan.ukur.lama`.
        batas: the thresholds.
    """
    sisa = (int(isi[0]["terbuka"].sum()), int(isi[1]["terbuka"].sum()))
    selesai = [satu[~satu["terbuka"]] for satu in isi]
    berjam = all(satu["berjam"].sum() * 100 >= batas.berjam * len(satu) for satu in selesai)
    if berjam:
        selesai = [satu[satu["berjam"]] for satu in selesai]
    jumlah = [satu["kunci"].value_counts() for satu in selesai]
    ikut = sorted(k for k in jumlah[0].index if min(jumlah[0][k], jumlah[1].get(k, 0)) >= batas.banding_jenis)
    selesai = [satu[satu["kunci"].isin(ikut)] for satu in selesai]
    n = (len(selesai[0]), len(selesai[1]))
    if min(n) < batas.banding:
        return Jawaban(Putusan.BELUM_CUKUP, jangka, n, sisa=sisa)
    satuan, kolom = (Satuan.MENIT, "menit") if berjam else (Satuan.HARI, "hari")
    sampel = [tuple(np.sort(satu.loc[satu["kunci"] == k, kolom].to_numpy(np.int64)) for satu in selesai) for k in ikut]
    nama = {k: str(selesai[1].loc[selesai[1]["kunci"] == k, "jenis"].iloc[0]) for k in ikut}
    jenis = tuple(
        JenisDibanding(nama[k], len(a) + len(b), (median(a), median(b))) for k, (a, b) in zip(ikut, sampel, strict=True)
    )
    selisih = sum((j.bobot * (j.median[1] - j.median[0]) for j in jenis), Fraction(0)) / sum(n)
    selang = _selang(sampel, batas)
    return Jawaban(_putusan(selang), jangka, n, satuan, jenis, selisih, selang, sisa)


def _putusan(selang: tuple[Fraction, Fraction]) -> Putusan:
    if selang[1] < 0:
        return Putusan.LEBIH_CEPAT
    return Putusan.LEBIH_LAMBAT if selang[0] > 0 else Putusan.BELUM_TERBUKTI


def _selang(sampel: list[tuple[Ints, ...]], batas: Batas) -> tuple[Fraction, Fraction]:
    """Give the percentile bootstrap interval: each type of each span is resampled by itself.

    With 9999 resamples and 95 % the ends are the 250th and the 9750th of the sorted differences, which are whole numbers
    here (twice a median, times a weight): no rounding decides on which side of zero they lie.
    """
    acak = np.random.default_rng(batas.benih)
    bobot = [len(a) + len(b) for a, b in sampel]
    beda = np.zeros(batas.ulangan, dtype=np.int64)
    for tanda, ke in ((-1, 0), (1, 1)):
        for satu, w in zip(sampel, bobot, strict=True):
            beda += tanda * w * dua_median_ulang(satu[ke], batas.ulangan, acak)
    beda.sort()
    ekor = (batas.ulangan + 1) * (100 - batas.keyakinan) // 200
    bawah, atas = int(beda[ekor - 1]), int(beda[batas.ulangan - ekor])
    return Fraction(bawah, 2 * sum(bobot)), Fraction(atas, 2 * sum(bobot))


def dua_median_ulang(urut: Ints, ulangan: int, acak: np.random.Generator) -> Ints:
    """Give twice the median of each resample of a sorted sample; the order of the places is the order of the values."""
    n = len(urut)
    hasil = []
    for mulai in range(0, ulangan, langkah := max(_SEKALI_JALAN // n, 1)):
        tempat = acak.integers(0, n, (min(langkah, ulangan - mulai), n))
        tempat.partition(((n - 1) // 2, n // 2), axis=1)
        hasil.append(urut[tempat[:, (n - 1) // 2]] + urut[tempat[:, n // 2]])
    return np.concatenate(hasil)


def kalimat(j: Jawaban, batas: Batas) -> str:
    """Say the answer in one or two sentences."""
    if j.jangka is None:
        return "Belum cukup data: register ini memuat dokumen selesai dari satu bulan saja."
    lama_, baru = j.jangka
    if j.putusan is Putusan.BELUM_CUKUP:
        return (
            f"Belum cukup data: jenis layanan yang sama mempunyai {j.dokumen[0]} dokumen selesai dalam {lama_.nama} dan "
            f"{j.dokumen[1]} dalam {baru.nama}; perlu {batas.banding} di keduanya."
        )
    selisih = f"adalah {_arah(j.selisih, j.satuan)} daripada" if j.selisih else "sama dengan"
    besar = f"median {baru.nama} {selisih} {lama_.nama}"
    antara = f"antara {_arah(j.selang[0], j.satuan)} dan {_arah(j.selang[1], j.satuan)}"
    if not any(j.selang):
        return f"Belum terbukti lebih cepat: untuk campuran jenis yang sama, {besar}."
    if j.putusan is Putusan.BELUM_TERBUKTI:
        return (
            f"Belum terbukti lebih cepat: untuk campuran jenis yang sama, {besar}; dengan keyakinan {batas.keyakinan} % "
            f"selisih yang sebenarnya {antara}."
        )
    pembuka = "Ya, lebih cepat" if j.putusan is Putusan.LEBIH_CEPAT else "Tidak, lebih lambat"
    return f"{pembuka}: untuk campuran jenis yang sama, {besar} (keyakinan {batas.keyakinan} %: {antara})."


def peringatan(j: Jawaban) -> Iterator[str]:
    """Say what must be known beside the answer."""
    if j.jangka and j.sisa[1] > j.sisa[0]:
        yield (
            f"Berkas yang belum selesai naik dari {j.sisa[0]} menjadi {j.sisa[1]}. Yang lama mungkin ada di antaranya, jadi "
            "waktu yang sebenarnya dapat lebih panjang."
        )


def _arah(selisih: Fraction, satuan: Satuan) -> str:
    if selisih == 0:
        return "sama"
    return f"{cetak_lama(abs(selisih), satuan)} lebih {'singkat' if selisih < 0 else 'lama'}"
