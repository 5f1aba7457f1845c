"""From sums to results: the share of perilaku, additional work, the one rounding, and the category."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
import pandas as pd

from kinerja_cli.core import angka, skema
from kinerja_cli.core.angka import SERATUS_PERSEN, Bools, Floats, Ints
from kinerja_cli.core.aturan import DIBERIKAN, Aturan, Matriks, Pembagian

TANPA_NILAI = -1
"""Stands where a person has no number."""
_AMAN = 2.0**61


class Penilaian(NamedTuple):
    """What a rater said of people, in the order of the people asked for."""

    jumlah_perilaku: Ints
    banyak_perilaku: Ints
    perilaku: np.ndarray
    hasil_kerja: np.ndarray
    tambahan: Ints

    def kurang(self, aturan: Aturan) -> tuple[Bools, Bools]:
        """Tell for whom perilaku, and for whom the rating of hasil kerja, is wanted and missing."""
        tanpa = np.zeros(len(self.tambahan), dtype=bool)
        if aturan.matriks is None:
            return (self.banyak_perilaku == 0 if aturan.perilaku else tanpa), tanpa
        return self.perilaku == "", self.hasil_kerja == "" if aturan.matriks.cara == DIBERIKAN else tanpa


def baca_penilaian(perilaku: pd.DataFrame, nip: pd.Series[str], aturan: Aturan) -> Penilaian:
    """Look up what the rule set uses of the Perilaku sheet.

    Perilaku as a number is the sum of the seven values and 7, or the overall number and 1; seven values with a hole in
    them are none. Additional work counts up to the rule set's limit.
    """
    tabel = perilaku.drop_duplicates("nip").set_index("nip").reindex(nip)
    tujuh, tujuh_ada = seperseratus(tabel[list(skema.BERAKHLAK)].to_numpy(dtype=np.float64))
    satu, satu_ada = seperseratus(tabel["perilaku"].to_numpy(dtype=np.float64))
    lengkap = tujuh_ada.all(axis=1) & (aturan.perilaku is not None)
    hanya_satu = satu_ada & ~tujuh_ada.any(axis=1) & (aturan.perilaku is not None)
    tambahan, tambahan_ada = seperseratus(tabel["tambahan"].to_numpy(dtype=np.float64))
    terbanyak = aturan.tambahan.nilai if aturan.tambahan else 0
    return Penilaian(
        jumlah_perilaku=np.select([lengkap, hanya_satu], [tujuh.sum(axis=1), satu], default=TANPA_NILAI),
        banyak_perilaku=np.select([lengkap, hanya_satu], [len(skema.BERAKHLAK), 1], default=0),
        perilaku=_sebutan(tabel["perilaku_kata"], aturan.matriks),
        hasil_kerja=_sebutan(tabel["hasil_kerja"], aturan.matriks),
        tambahan=np.where(tambahan_ada & (terbanyak > 0), np.clip(tambahan, 0, terbanyak), TANPA_NILAI),
    )


def seperseratus(nilai: Floats) -> tuple[Ints, Bools]:
    """Give canonical numbers in hundredths, and which are numbers of at most two decimals; the others are 0."""
    bulat = np.rint(np.nan_to_num(nilai) * 100)
    tepat: Bools = bulat / 100 == nilai
    return np.where(tepat, bulat, 0).astype(np.int64), tepat


def _sebutan(kolom: pd.Series[str], matriks: Matriks | None) -> np.ndarray:
    if matriks is None:
        return np.full(len(kolom), "", dtype=object)
    arti = {teks: matriks.sebutan(teks) for teks in kolom.dropna().unique()}
    return np.asarray(kolom.map(arti).astype(object).fillna(""), dtype=object)


def gabungkan(tertimbang: Ints, pembagi: Ints, p: Penilaian, aturan: Aturan) -> Ints:
    """Give the score in hundredths, rounded half-up once: the weighted mean, with the share of perilaku, and additional work.

    Where a product could pass int64 (odd shares of a local scheme), Python integers are used.

    Args:
        tertimbang: Σ nilai_indikator × bobot_hitung, hundredths × ten-thousandths of a percent.
        pembagi: Σ bobot_hitung, ten-thousandths of a percent; above 0.
        p: what the raters said of the same people; perilaku is there where the rule set wants it.
        aturan: the rule set.
    """
    tambahan = np.maximum(p.tambahan, 0)
    a, b, c = bagian_bulat(aturan.pembagian)
    banyak = np.maximum(p.banyak_perilaku, 1)
    jumlah = np.maximum(p.jumlah_perilaku, 0)
    terbesar = tertimbang.astype(float) * a * banyak + pembagi.astype(float) * banyak * (
        jumlah.astype(float) * b + tambahan * c
    )
    jenis = np.int64 if (terbesar < _AMAN / 2).all() else object
    w, d, s, n, t = (x.astype(jenis) for x in (tertimbang, pembagi, jumlah, banyak, tambahan))
    bawah = d * n * c
    return angka.bagi_setengah_ke_atas(w * a * n + s * b * d + t * bawah, bawah).astype(np.int64)


def bagian_bulat(pembagian: Pembagian | None) -> tuple[int, int, int]:
    """Give the shares of hasil kerja and perilaku and their whole as small integers: 70 and 30 of 100 are 7, 3, 10."""
    if pembagian is None:
        return 1, 0, 1
    fpb = math.gcd(pembagian.hasil_kerja, pembagian.perilaku, SERATUS_PERSEN)
    return pembagian.hasil_kerja // fpb, pembagian.perilaku // fpb, SERATUS_PERSEN // fpb


class Ketetapan(NamedTuple):
    """What follows from a score: the number, the category, what held it back; under a matrix the rating and no number."""

    nilai: Ints
    nilai_hasil_kerja: Ints
    hasil_kerja: np.ndarray
    predikat: np.ndarray
    tertahan: np.ndarray


def tetapkan(nilai: Ints, p: Penilaian, punya_ide: Bools, aturan: Aturan) -> Ketetapan:
    """Find the category: on the scale of the score, or by the matrix of the two ratings."""
    tanpa = np.full_like(nilai, TANPA_NILAI)
    if aturan.matriks is None:
        return Ketetapan(nilai, tanpa, p.hasil_kerja, *menurut_skala(nilai, punya_ide, aturan))
    hasil_kerja = _jembatani(nilai, aturan.matriks) if aturan.perlu_indikator else p.hasil_kerja
    kategori = _menurut_matriks(hasil_kerja, p.perilaku, aturan.matriks)
    return Ketetapan(tanpa, nilai, hasil_kerja, kategori, np.full(len(nilai), "", dtype=object))


def menurut_skala(nilai: Ints, punya_ide: Bools, aturan: Aturan) -> tuple[np.ndarray, np.ndarray]:
    """Give each score its category, the first row that fits; and say where only a missing new idea kept a better one."""
    hasil = np.full(len(nilai), "", dtype=object)
    tertahan = np.full(len(nilai), "", dtype=object)
    for p in aturan.predikat:
        sampai = (hasil == "") & (nilai >= p.mulai)
        boleh = sampai & (punya_ide | (p.syarat != "ide_baru"))
        hasil[boleh] = p.nama
        tertahan[sampai & ~boleh] = f"mencapai batas {p.nama}, tetapi tidak ada ide baru"
    return hasil, tertahan


def _menurut_matriks(hasil_kerja: np.ndarray, perilaku: np.ndarray, matriks: Matriks) -> np.ndarray:
    """Give the category of each pair of ratings; "" where one is missing."""
    hasil = np.full(len(hasil_kerja), "", dtype=object)
    for (kerja, laku), (nama, _) in matriks.sel.items():
        hasil[(hasil_kerja == kerja) & (perilaku == laku)] = nama
    return hasil


def _jembatani(nilai: Ints, matriks: Matriks) -> np.ndarray:
    """Give the rating of hasil kerja that the local choice bridges from a score: the first whose lower end is reached."""
    hasil = np.full(len(nilai), "", dtype=object)
    for e in matriks.ekspektasi:
        if e.jembatan is not None:
            hasil[(hasil == "") & (nilai >= e.jembatan.nilai)] = e.nama
    return hasil
