"""From documents to figures: how long each took, and the median, percentile and share of a group."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import numpy as np
import pandas as pd

from kinerja_cli.core.angka import SERATUS_PERSEN, Ints, gaya_indonesia, teks_skala
from kinerja_cli.core.layanan.jangka import Jangka
from kinerja_cli.core.layanan.register import Register, Satuan
from kinerja_cli.core.layanan.waktu import Kalender, hari_kerja, menit_kerja

TAK_TERUKUR = -1
"""A duration in minutes of a document without times; also a standard where there is none."""


@dataclass(frozen=True)
class Ukuran:
    """Figures of a group of documents of one type.

    Attributes:
        satuan: what durations are counted in.
        selesai: documents finished; ``terukur`` of them have a duration in that unit.
        median: the middle duration, or the mean of the two middle ones; None where nothing is measured.
        persentil: the shortest duration within which so many percent of the documents were finished (nearest rank).
        dinilai, dalam: documents measured against the standard, and those within it; see :func:`lama`.
    """

    satuan: Satuan
    selesai: int
    terukur: int
    median: Fraction | None
    persentil: int | None
    dinilai: int
    dalam: int

    @property
    def persen(self) -> int | None:
        """Share within the standard in hundredths of a percent, half-up; None where nothing is measured against one."""
        return persen(self.dalam, self.dinilai)


def persen(bagian: int, semua: int) -> int | None:
    """Give a share in hundredths of a percent, half-up; None of nothing."""
    return (2 * bagian * SERATUS_PERSEN + semua) // (2 * semua) if semua else None


def satuan_jenis(register: Register) -> dict[str, Satuan]:
    """Choose each type's unit: that of its standard; without one minutes, if all its finished documents have times and
    most were finished on the day on which they came."""
    semua = register.dokumen
    berjam = (semua["berjam"] | semua["selesai"].isna()).groupby(semua["kunci"]).all()
    sehari = semua["selesai"].dt.normalize() == semua["diterima"].dt.normalize()
    singkat = sehari[semua["selesai"].notna()].groupby(semua["kunci"]).mean() > 0.5
    hasil = {str(k): Satuan.MENIT if ya and singkat.get(k, False) else Satuan.HARI for k, ya in berjam.items()}
    return hasil | {k: register.standar[k].satuan for k in hasil.keys() & register.standar.keys()}


def lama(register: Register, jangka: Jangka, kalender: Kalender) -> pd.DataFrame:
    """Give the documents that a span is about, each with its duration.

    They are those finished in the span, and those received by its end and not finished by then. The latter count into the
    share within the standard only once they are past it: else who never finishes the hard ones would look punctual.

    Returns:
        The columns of the register and: ``terbuka``; ``hari``, working days, up to the span's end where it is open;
        ``menit``, working minutes likewise, :data:`TAK_TERUKUR` without times; ``satuan``; ``lama``, the one of the two
        that its type is measured in; ``batas``, the standard; ``dinilai`` and ``dalam``.
    """
    semua = register.dokumen
    akhir = pd.Timestamp(jangka.akhir) + pd.Timedelta(days=1)
    terbuka = (semua["diterima"] < akhir) & (semua["selesai"].isna() | (semua["selesai"] >= akhir))
    isi = semua.assign(terbuka=terbuka)[terbuka | jangka.memuat(semua["selesai"])]
    diterima = isi["diterima"].to_numpy().astype("datetime64[m]")
    tutup = akhir - pd.Timedelta(minutes=1)
    selesai = isi["selesai"].where(~isi["terbuka"], tutup).to_numpy().astype("datetime64[m]")
    # A receipt with a time and a completion without one: the day's end, so that the order holds.
    selesai = np.maximum(selesai, diterima)
    hari = hari_kerja(kalender, diterima, selesai)
    menit = np.where(isi["berjam"], menit_kerja(kalender, diterima, selesai), TAK_TERUKUR)
    satuan = isi["kunci"].map(satuan_jenis(register)).to_numpy()
    batas = isi["kunci"].map({k: s.batas for k, s in register.standar.items()}).fillna(TAK_TERUKUR).to_numpy(dtype=np.int64)
    nilai = np.where(satuan == Satuan.HARI, hari, menit)
    dalam = nilai <= batas
    dinilai = (batas != TAK_TERUKUR) & (nilai != TAK_TERUKUR) & ~(isi["terbuka"].to_numpy() & dalam)
    return isi.assign(hari=hari, menit=menit, satuan=satuan, lama=nilai, batas=batas, dinilai=dinilai, dalam=dinilai & dalam)


def ukuran(isi: pd.DataFrame, satuan: Satuan, persentil: int) -> Ukuran:
    """Give the figures of documents of one type; see :func:`lama` for the columns."""
    selesai = isi[~isi["terbuka"]]
    nilai = np.sort(selesai.loc[selesai["lama"] != TAK_TERUKUR, "lama"].to_numpy(dtype=np.int64))
    return Ukuran(
        satuan,
        len(selesai),
        len(nilai),
        median(nilai) if len(nilai) else None,
        persentil_terdekat(nilai, persentil) if len(nilai) else None,
        int(isi["dinilai"].sum()),
        int(isi["dalam"].sum()),
    )


def median(urut: Ints) -> Fraction:
    """Give the median of sorted whole numbers, exactly."""
    n = len(urut)
    return Fraction(int(urut[(n - 1) // 2]) + int(urut[n // 2]), 2)


def persentil_terdekat(urut: Ints, persentil: int) -> int:
    """Give the smallest of sorted numbers that at least ``persentil`` percent of them don't exceed (nearest rank)."""
    return int(urut[-(-len(urut) * persentil // 100) - 1])


def cetak_lama(nilai: Fraction | int, satuan: Satuan) -> str:
    """Print a duration: "1,5 hari kerja", "45 menit", "2 jam 15 menit"; rounded half-up where it must be."""
    if satuan is Satuan.HARI:
        return f"{_bulat(nilai, 2)} hari kerja"
    if nilai < 60:
        return f"{_bulat(nilai, 1)} menit"
    jam, menit = divmod(int(nilai + Fraction(1, 2)), 60)
    return f"{gaya_indonesia(str(jam))} jam {menit} menit" if menit else f"{gaya_indonesia(str(jam))} jam"


def _bulat(nilai: Fraction | int, desimal: int) -> str:
    return gaya_indonesia(teks_skala(int(nilai * 10**desimal + Fraction(1, 2)), desimal))
