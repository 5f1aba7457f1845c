"""Raters and units side by side: what is worth asking about. Questions only; no score changes, nobody is accused."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

import numpy as np
import pandas as pd

from kinerja_cli.core import angka
from kinerja_cli.core.angka import Ints
from kinerja_cli.core.capaian import TANPA_CAPAIAN
from kinerja_cli.core.hitung import Hasil
from kinerja_cli.core.laporan import Konteks
from kinerja_cli.core.periode import Periode
from kinerja_cli.core.skema import Keadaan, Status

PALING_SEDIKIT: Final = 5
"""Below five people a figure of a group tells the score of one of them, and equal scores are easily chance."""
UKURAN_MULAI: Final = 20
"""Below twenty people on a side one score more or less turns an effect size over; the counts alone are said there."""
ARTI_DELTA: Final[tuple[tuple[Fraction, str], ...]] = (
    (Fraction(147, 1000), "dapat diabaikan"),
    (Fraction(330, 1000), "kecil"),
    (Fraction(474, 1000), "sedang"),
)
"""Cliff's delta in words, by their upper ends (Romano, Kromrey, Coraggio and Skowronek 2006); beyond is :data:`BESAR`."""
BESAR: Final = "besar"
PENILAI, UNIT = "penilai", "unit"
TERLALU_SEDIKIT: Final = f"kurang dari {PALING_SEDIKIT} orang: tidak dibandingkan"


@dataclass(frozen=True)
class Pertanyaan:
    """One thing worth asking: about which group, what gave rise to it, and the question."""

    kelompok: str
    pokok: str
    teks: str


@dataclass(frozen=True)
class Kelompok:
    """The scored people of one rater or one unit; the three scores are None where there are too few people."""

    jenis: str
    sebutan: str
    orang: int
    tengah: int | None
    terendah: int | None
    tertinggi: int | None


@dataclass(frozen=True)
class Sejabatan:
    """One rater's people of one jabatan beside those whom others rate; medians in hundredths.

    Attributes:
        di_atas, di_bawah: how many of the rater's people are above and below the others' median.
        delta: Cliff's delta, above 0 where the rater's people are higher; None where a side has too few people for it.
    """

    penilai: str
    jabatan: str
    orang: int
    orang_lain: int
    tengah: int
    tengah_lain: int
    di_atas: int
    di_bawah: int
    delta: Fraction | None

    @property
    def arti(self) -> str:
        """The effect size in words, "" where there is none."""
        return "" if self.delta is None else arti_delta(self.delta)


@dataclass(frozen=True)
class LaporanPenilai:
    """What a comparison found.

    Attributes:
        lalu: the month before, with which columns are compared; None where none is saved.
        tanpa_penilai: scored people whose list has no NIP Penilai.
    """

    konteks: Konteks
    lalu: Periode | None
    pertanyaan: tuple[Pertanyaan, ...]
    kelompok: tuple[Kelompok, ...]
    sejabatan: tuple[Sejabatan, ...]
    tanpa_penilai: int

    @property
    def pembuka(self) -> str:
        """What stands above the questions."""
        if not self.pertanyaan:
            return "Tidak ada yang perlu ditanyakan."
        return "Pertanyaan untuk dibicarakan, bukan kesimpulan tentang seseorang; nilai tidak berubah karenanya."

    @property
    def catatan(self) -> tuple[str, ...]:
        """How to read it: what is compared with what, and from how many people on."""
        baris = [
            f"Kelompok dengan kurang dari {PALING_SEDIKIT} orang tidak dibandingkan. Delta Cliff, dari -1 sampai 1, dihitung "
            f"mulai {UKURAN_MULAI} orang di kedua sisi; di bawah itu hanya jumlah orangnya.",
        ]
        if self.lalu is None:
            baris.append("Belum ada bulan sebelumnya yang tersimpan, jadi kolom tidak dibandingkan dengannya.")
        if self.tanpa_penilai:
            baris.append(f"{angka.cetak_bilangan(self.tanpa_penilai)} orang dinilai tanpa NIP Penilai di lembar Pegawai.")
        return tuple(baris)


def delta_cliff(x: Ints, y: Ints) -> Fraction:
    """Give how much oftener a member of ``x`` is above one of ``y`` than below, over all pairs: from −1 to 1, exact."""
    urut = np.sort(y)
    di_bawah = np.searchsorted(urut, x, side="left").sum()
    di_atas = len(x) * len(y) - np.searchsorted(urut, x, side="right").sum()
    return Fraction(int(di_bawah) - int(di_atas), len(x) * len(y))


def arti_delta(delta: Fraction) -> str:
    """Say an effect size in words."""
    return next((kata for batas, kata in ARTI_DELTA if abs(delta) < batas), BESAR)


def cetak_delta(delta: Fraction) -> str:
    """Print an effect size with two decimals, half away from 0: "-0,61"."""
    bulat = int(abs(delta) * 100 + Fraction(1, 2))
    return angka.cetak_persen(-bulat if delta < 0 else bulat)


def bandingkan_penilai(
    hasil: Hasil, pegawai: pd.DataFrame, konteks: Konteks, lalu: tuple[Periode, pd.DataFrame] | None
) -> LaporanPenilai:
    """Compare raters and units.

    Args:
        hasil: the scored period.
        pegawai: columns nip, nama, nip_penilai.
        konteks: what pages print.
        lalu: the month before and its realisasi: columns nip, kode, realisasi, keadaan.
    """
    orang = hasil.nilai[hasil.nilai["status"] == Status.DINILAI.value].merge(
        pegawai[["nip", "nip_penilai"]].drop_duplicates("nip"), on="nip", how="left"
    )
    orang["nip_penilai"] = orang["nip_penilai"].fillna("")
    nama = dict(zip(pegawai["nip"], pegawai["nama"], strict=True))
    unit = orang["unit_kerja"].where(orang["unit_kerja"] == "", orang["unit_kerja"] + ", ") + orang["dinas"]
    penilai = orang["nip_penilai"].map(lambda n: f"{nama[n]} (NIP {n})" if n in nama else f"NIP {n}" if n else "")
    orang = orang.assign(penilai=penilai, unit=unit)
    rincian = hasil.rincian[hasil.rincian["nip"].isin(orang["nip"])].merge(orang[["nip", PENILAI, UNIT]], on="nip")
    kelompok: list[Kelompok] = []
    tanya: list[Pertanyaan] = []
    for jenis in (PENILAI, UNIT):
        tersalin = _kolom_tersalin(rincian, jenis, lalu[1]) if lalu else {}
        for sebutan, milik in orang[orang[jenis] != ""].groupby(jenis):
            kelompok.append(_kelompok(jenis, str(sebutan), milik["nilai"].to_numpy()))
            if len(milik) < PALING_SEDIKIT:
                continue
            siapa = f"{len(milik)} orang yang dinilai {sebutan}" if jenis == PENILAI else f"{len(milik)} orang di {sebutan}"
            tanya += _tanya_kelompok(str(sebutan), siapa, milik["nilai"].to_numpy(), rincian[rincian[jenis] == sebutan])
            if lalu and sebutan in tersalin:
                tanya.append(_tanya_tersalin(str(sebutan), jenis, tersalin[str(sebutan)], lalu[0]))
    sejabatan = tuple(_sejabatan(orang[orang["penilai"] != ""]))
    tanya += _tanya_sejabatan(sejabatan)
    tanpa = int((orang["penilai"] == "").sum())
    return LaporanPenilai(konteks, lalu[0] if lalu else None, tuple(tanya), tuple(kelompok), sejabatan, tanpa)


def _kelompok(jenis: str, sebutan: str, nilai: Ints) -> Kelompok:
    if len(nilai) < PALING_SEDIKIT:
        return Kelompok(jenis, sebutan, len(nilai), None, None, None)
    return Kelompok(jenis, sebutan, len(nilai), _tengah(nilai), int(nilai.min()), int(nilai.max()))


def _tengah(nilai: Ints) -> int:
    """Give the median, half-up in hundredths."""
    urut, n = np.sort(nilai), len(nilai)
    return int(urut[(n - 1) // 2] + urut[n // 2] + 1) // 2


def _tanya_kelompok(sebutan: str, siapa: str, nilai: Ints, rincian: pd.DataFrame) -> Iterator[Pertanyaan]:
    if (nilai == nilai[0]).all():
        isi = f"Apakah memang {siapa} semuanya bernilai {angka.cetak_persen(int(nilai[0]))}?"
        yield Pertanyaan(sebutan, "nilai sama semua", isi)
    capaian = rincian.loc[rincian["capaian"] != TANPA_CAPAIAN, "capaian"]
    if (capaian == angka.SERATUS_PERSEN).all():
        yield Pertanyaan(sebutan, "semua capaian 100", f"Apakah memang semua capaian {siapa} tepat 100,00?")


def _kolom_tersalin(rincian: pd.DataFrame, jenis: str, lalu: pd.DataFrame) -> Mapping[str, Sequence[tuple[str, int]]]:
    """Find for each group the codes whose realisasi all equal last month's, with the number of people who have both."""
    terisi = Keadaan.TERISI.value
    kini = rincian[rincian["keadaan"] == terisi]
    berdua = kini.merge(lalu[lalu["keadaan"] == terisi], on=["nip", "kode"], suffixes=("", "_lalu"))
    sama = (berdua["realisasi"] == berdua["realisasi_lalu"]).groupby([berdua[jenis], berdua["kode"]]).agg(["all", "size"])
    hasil: dict[str, list[tuple[str, int]]] = {}
    for (sebutan, kode), baris in sama[sama["all"] & (sama["size"] >= PALING_SEDIKIT)].iterrows():
        hasil.setdefault(str(sebutan), []).append((str(kode), int(baris["size"])))
    return hasil


def _tanya_tersalin(sebutan: str, jenis: str, kode: Sequence[tuple[str, int]], lalu: Periode) -> Pertanyaan:
    isi = ", ".join(f"{k} ({n} orang)" for k, n in kode)
    milik = f"yang dinilai {sebutan}" if jenis == PENILAI else f"di {sebutan}"
    teks = f"Apakah memang realisasi setiap orang {milik} sama dengan {lalu.nama} pada indikator ini: {isi}?"
    return Pertanyaan(sebutan, "kolom sama dengan bulan lalu", teks)


def _sejabatan(orang: pd.DataFrame) -> Iterator[Sejabatan]:
    for jabatan, sejabat in orang[orang["jabatan"] != ""].groupby("jabatan"):
        for penilai, milik in sejabat.groupby("penilai"):
            x, y = milik["nilai"].to_numpy(), sejabat.loc[sejabat["penilai"] != penilai, "nilai"].to_numpy()
            if min(len(x), len(y)) < PALING_SEDIKIT:
                continue
            tengah = _tengah(y)
            delta = delta_cliff(x, y) if min(len(x), len(y)) >= UKURAN_MULAI else None
            di_atas, di_bawah = int((x > tengah).sum()), int((x < tengah).sum())
            yield Sejabatan(str(penilai), str(jabatan), len(x), len(y), _tengah(x), tengah, di_atas, di_bawah, delta)


def _tanya_sejabatan(semua: Sequence[Sejabatan]) -> Iterator[Pertanyaan]:
    for s in semua:
        siapa, lain = f"{s.orang} {s.jabatan} yang dinilai {s.penilai}", f"{s.orang_lain} {s.jabatan} pada penilai lain"
        if s.delta is not None and s.arti == BESAR:
            arah = "di atas" if s.delta > 0 else "di bawah"
            tengah = f"{angka.cetak_persen(s.tengah)} dan {angka.cetak_persen(s.tengah_lain)}"
            ukuran = f"nilai tengah {tengah}; delta Cliff {cetak_delta(s.delta)}, perbedaan {s.arti}"
            teks = f"Apakah memang {siapa} bernilai jauh {arah} {lain} ({ukuran})?"
        elif s.delta is None and s.orang in (s.di_atas, s.di_bawah):
            arah = "di atas" if s.di_atas else "di bawah"
            teks = f"Apakah memang {siapa} semuanya bernilai {arah} nilai tengah {lain}?"
        else:
            continue
        yield Pertanyaan(s.penilai, "jauh dari penilai lain", teks)
