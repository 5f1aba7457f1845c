"""From the documents of a month to the value of an indicator, in the indicator's own unit."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pandas as pd

from kinerja_cli.core.angka import gaya_indonesia, teks_skala
from kinerja_cli.core.layanan.pilihan import UkuranNilai
from kinerja_cli.core.layanan.register import Satuan, SatuanWaktu
from kinerja_cli.core.layanan.ukur import TAK_TERUKUR, median, persen, persentil_terdekat
from kinerja_cli.core.titipan import Nilai

PERSEN = frozenset({"", "%", "persen", "persentase"})
"""Units of an indicator that can be a share, squeezed."""


@dataclass(frozen=True)
class CaraNilai:
    """How an indicator's value is made.

    Attributes:
        ukuran: the figure.
        satuan: the indicator's unit of time; None for a share.
        persentil: which one P90 is.
        apa: what the documents are, for the words beside the value: "KTP-el, Januari 2025".
    """

    ukuran: UkuranNilai
    satuan: SatuanWaktu | None
    persentil: int
    apa: str


def nilai_indikator(isi: pd.DataFrame, cara: CaraNilai) -> Nilai | None:
    """Give the value of documents, from :func:`~kinerja_cli.core.layanan.ukur.lama`; None where nothing is measured."""
    if cara.satuan is None:
        dinilai, dalam = int(isi["dinilai"].sum()), int(isi["dalam"].sum())
        bagian = persen(dalam, dinilai)
        if bagian is None:
            return None
        return Nilai(Decimal(bagian).scaleb(-2), f"{cara.apa}: {dalam} dari {dinilai} dokumen dalam standar waktu")
    kolom = "hari" if cara.satuan.satuan is Satuan.HARI else "menit"
    urut = np.sort(isi.loc[~isi["terbuka"] & (isi[kolom] != TAK_TERUKUR), kolom].to_numpy(dtype=np.int64))
    if not len(urut):
        return None
    lama = median(urut) if cara.ukuran is UkuranNilai.MEDIAN else Fraction(persentil_terdekat(urut, cara.persentil))
    bulat = int(lama / cara.satuan.kali * 100 + Fraction(1, 2))  # hundredths, half-up
    sebutan = "median" if cara.ukuran is UkuranNilai.MEDIAN else f"{cara.persentil} % selesai dalam"
    angka = f"{gaya_indonesia(teks_skala(bulat, 2))} {cara.satuan.nama}"
    return Nilai(Decimal(bulat).scaleb(-2).normalize(), f"{cara.apa}: {sebutan} {angka}, dari {len(urut)} dokumen selesai")
