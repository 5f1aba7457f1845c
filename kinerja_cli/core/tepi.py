"""Who stands on the edge of a category, and which single realisasi would move them over it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from kinerja_cli.core import angka
from kinerja_cli.core.angka import Bools, Floats, Ints
from kinerja_cli.core.aturan import Aturan, Pita, Predikat
from kinerja_cli.core.capaian import TANPA_CAPAIAN
from kinerja_cli.core.hitung import Hasil
from kinerja_cli.core.rincian import kunci_cara
from kinerja_cli.core.skema import Keadaan, Status
from kinerja_cli.core.ulang import skor_bila

TEPI_BAWAAN: Final = 50
"""Half a point, in hundredths: about as far as one realisasi among several moves a score; kinerja.toml may say otherwise."""
_TURUN_NAIK: Final[Mapping[str, int]] = {"realisasi_per_target": 1, "dua_kurang_realisasi_per_target": -1}
"""Arithmetic that never turns round, and its sense: only there is the first realisasi beyond a line found by cutting."""
_TANPA_IDE: Final = "tidak ada ide baru"
_DIGIT: Final = 15


@dataclass(frozen=True)
class Geser:
    """One indicator that alone would move a person over the line: from which realisasi to which, nothing nearer would."""

    kode: str
    satuan: str
    realisasi: float
    menjadi: float

    def __str__(self) -> str:
        satuan = f" {self.satuan}" if self.satuan else ""
        return f"{self.kode} {angka.cetak_angka(self.realisasi)} → {angka.cetak_angka(self.menjadi)}{satuan}"


@dataclass(frozen=True)
class Tepi:
    """One person near a line.

    Attributes:
        batas: the category that begins at the line.
        selisih: score minus line, in hundredths: below 0 just below, from 0 on just above.
        tertahan: the condition of that category that the person doesn't meet, in words; "" where there is none.
        geser: the indicators that would do it, each alone, in the order of their codes.
        tak_dihitung: codes for which it can't be told.
    """

    nip: str
    nama: str
    dinas: str
    nilai: int
    predikat: str
    batas: Predikat
    selisih: int
    tertahan: str
    geser: tuple[Geser, ...]
    tak_dihitung: tuple[str, ...]

    @property
    def di_bawah(self) -> bool:
        """Whether the line is not reached."""
        return self.selisih < 0

    @property
    def jarak(self) -> str:
        """Which line, and how far: "0,25 di bawah batas Baik (90,00)"."""
        garis = f"batas {self.batas.nama} ({angka.cetak_persen(self.batas.mulai)})"
        if self.selisih == 0:
            return f"tepat di {garis}"
        return f"{angka.cetak_persen(abs(self.selisih))} di {'bawah' if self.di_bawah else 'atas'} {garis}"

    @property
    def cara(self) -> str:
        """What would move the person over the line, or that nothing would."""
        if self.tertahan and not self.di_bawah:
            return f"mencapai {angka.cetak_persen(self.batas.mulai)}, tetapi {self.tertahan}"
        if not self.geser:
            isi = "tidak ada satu pun indikator yang sendirian melewati garis itu"
        else:
            apa = "mencapai" if self.di_bawah else "turun di bawah"
            isi = f"{apa} garis itu bila salah satu: {'; '.join(map(str, self.geser))}"
        if self.tak_dihitung:
            isi += f" (tidak dapat diperkirakan: {', '.join(self.tak_dihitung)})"
        return f"{isi}; {self.batas.nama} juga mensyaratkan ide baru, dan {self.tertahan}" if self.tertahan else isi


def di_tepi(hasil: Hasil, aturan: Aturan, ambang: int, nip: Collection[str] | None = None) -> tuple[Tepi, ...]:
    """Find everybody whose score is at most ``ambang`` (hundredths) from the nearest category line.

    Each proposed realisasi has been put to the arithmetic of the scoring, and so has the one a step before it, which does
    not cross. A step is one unit of the last decimal with which that indicator's realisasi are filed.

    Args:
        hasil: the scored period, sorted by NIP.
        aturan: its rule set.
        ambang: how near is near.
        nip: whom to look at; None for everybody.

    Returns:
        Sorted by line from the top, then by score from the top, then by NIP.
    """
    nilai = hasil.nilai
    dilihat = nilai["status"] == Status.DINILAI.value
    if nip is not None:
        dilihat &= nilai["nip"].isin(list(nip))
    garis = [p for p in aturan.predikat if p.mulai > 0 and aturan.berangka]
    if not garis:
        return ()
    jarak = nilai["nilai"].to_numpy()[:, None] - np.array([p.mulai for p in garis])
    terdekat = np.abs(jarak).argmin(axis=1)
    selisih = jarak[np.arange(len(nilai)), terdekat]
    dekat = dilihat.to_numpy() & (np.abs(selisih) <= ambang)
    orang, terdekat, selisih = nilai[dekat].reset_index(drop=True), terdekat[dekat], selisih[dekat]
    if orang.empty:
        return ()
    batas = [garis[i] for i in terdekat]
    tertahan = (orang["ide_baru"] == "").to_numpy() & np.array([p.syarat == "ide_baru" for p in batas])
    berarti = orang["nip"][~tertahan | (selisih < 0)]  # above a line that a condition closes, the category is that below
    milik = hasil.rincian["nip"].isin(berarti)
    rincian = hasil.rincian[milik].assign(desimal=_desimal(hasil.rincian)[milik]).reset_index(drop=True)
    geser = _geser(Hasil(orang, rincian, hasil.aspek), batas, selisih < 0, aturan)
    siapa = orang[["nip", "nama", "dinas", "nilai", "predikat"]].itertuples(index=False, name=None)
    semua = (
        Tepi(nip, nama, dinas, skor, predikat, batas[i], int(selisih[i]), _TANPA_IDE if tertahan[i] else "", *geser[nip])
        for i, (nip, nama, dinas, skor, predikat) in enumerate(siapa)
    )
    return tuple(sorted(semua, key=lambda t: (-t.batas.mulai, -t.nilai, t.nip)))


def _desimal(rincian: pd.DataFrame) -> Ints:
    """Give for each row the most decimals with which a realisasi of its indicator is filed."""
    isi = rincian["realisasi"].to_numpy(dtype=np.float64)
    terisi = ~np.isnan(isi)
    k = np.zeros(len(rincian), dtype=np.int64)
    k[terisi] = angka.pecah(isi[terisi])[1]
    terbanyak = pd.Series(k).groupby(rincian["letak_indikator"].to_numpy()).transform("max")
    return np.asarray(terbanyak, dtype=np.int64)


def _geser(
    hasil: Hasil, batas: list[Predikat], di_bawah: Bools, aturan: Aturan
) -> Mapping[str, tuple[tuple[Geser, ...], tuple[str, ...]]]:
    """Give for each person the indicators that alone move them over their line, and those for which it can't be told."""
    rincian, nip = hasil.rincian, hasil.rincian["nip"].to_numpy()
    ikut = ((rincian["keadaan"] == Keadaan.TERISI.value) & (rincian["capaian"] != TANPA_CAPAIAN)).to_numpy()
    searah, naik = _arah(rincian, aturan)
    kini, puncak, muat = _rentang(rincian, aturan)
    baris = np.flatnonzero(ikut & searah & muat)
    tempat = np.searchsorted(hasil.nilai["nip"].to_numpy(), nip)
    satuan = 10.0 ** rincian["desimal"].to_numpy()
    bila = skor_bila(hasil, aturan)

    def skor(b: Ints, langkah: Ints) -> Ints:
        return bila(b, langkah / satuan[b])

    nilai = hasil.nilai["nilai"].to_numpy()[tempat]
    baris = baris[skor(baris, kini[baris]) == nilai[baris]]  # what doesn't come out as saved is no ground for a proposal
    garis, naik_kelas = np.array([p.mulai for p in batas])[tempat], di_bawah[tempat]

    def lewat(yang: Ints, langkah: Ints) -> Bools:
        b = baris[yang]
        return np.asarray((skor(b, langkah) >= garis[b]) == naik_kelas[b])

    ke_atas = naik_kelas == naik
    ketemu, sampai = _langkah_pertama(lewat, kini[baris], np.where(ke_atas, puncak, 0)[baris])
    bisa: dict[str, list[Geser]] = {}
    tiba = baris[ketemu]
    kolom = (rincian[k].to_numpy()[tiba].tolist() for k in ("kode", "satuan", "realisasi"))
    for siapa, *isi in zip(nip[tiba], *kolom, (sampai / satuan[tiba]).tolist(), strict=True):
        bisa.setdefault(siapa, []).append(Geser(*isi))
    tak: dict[str, list[str]] = {}
    lain = np.setdiff1d(np.flatnonzero(ikut), baris)
    for siapa, kode in zip(nip[lain], rincian["kode"].to_numpy()[lain], strict=True):
        tak.setdefault(siapa, []).append(kode)
    return {n: (tuple(bisa.get(n, ())), tuple(tak.get(n, ()))) for n in hasil.nilai["nip"].tolist()}


def _arah(rincian: pd.DataFrame, aturan: Aturan) -> tuple[Bools, Bools]:
    """Tell of each row whether its arithmetic and bands never turn round, and whether more is better."""
    rumus = pd.Series(kunci_cara(rincian, aturan)).map({nama: c.rumus for nama, c in aturan.cara.items()})
    terbaik = rincian["terbaik"] == rincian["target"]
    searah = rumus.isin(_TURUN_NAIK.keys())
    for pita in aturan.pita:
        searah &= (rincian["pita"] != pita.nama) | (
            _menanjak(pita) & ~(terbaik & any(b.terbaik is not None for b in pita.baris))
        )
    return searah.to_numpy(), (rumus.map(_TURUN_NAIK) == 1).to_numpy()


def _menanjak(pita: Pita) -> bool:
    nilai = [n for b in sorted(pita.baris, key=lambda b: b.dari) for n in (b.awal, b.puncak)]
    return nilai == sorted(nilai)


def _langkah_pertama(lewat: Callable[[Ints, Ints], Bools], belum: Ints, sudah: Ints) -> tuple[Ints, Ints]:
    """Find the first step beyond a line on the way from ``belum`` to ``sudah``, by halving it.

    Args:
        lewat: tells for positions and a step each whether the line is crossed; it never turns back on the way.
        belum: steps that don't cross.
        sudah: the last steps of the way.

    Returns:
        The positions where the line is crossed at all, and the first step that does; the one before it doesn't.
    """
    belum, sudah = belum.copy(), sudah.copy()
    yang = np.flatnonzero(belum != sudah)
    ketemu = yang = yang[lewat(yang, sudah[yang])]
    while (yang := yang[np.abs(sudah[yang] - belum[yang]) > 1]).size:
        tengah = (belum[yang] + sudah[yang]) // 2
        sampai = lewat(yang, tengah)
        sudah[yang[sampai]], belum[yang[~sampai]] = tengah[sampai], tengah[~sampai]
    return ketemu, sudah[ketemu]


def _rentang(rincian: pd.DataFrame, aturan: Aturan) -> tuple[Ints, Ints, Bools]:
    """Give each realisasi and the one beyond which nothing changes any more, in steps; and where both have 15 digits at most.

    Nothing changes beyond the cap (naik), nor beyond twice the target (turun), where 2 − R/T is 0.
    """
    satuan = 10.0 ** rincian["desimal"].to_numpy()
    realisasi: Floats = np.nan_to_num(rincian["realisasi"].to_numpy(dtype=np.float64))
    atas = rincian["target_atas"].to_numpy(dtype=np.float64)
    acuan = np.nan_to_num(np.where(np.isnan(atas), rincian["target"].to_numpy(dtype=np.float64), atas))
    kali = max(2.0, aturan.capaian_tertinggi.nilai / angka.SERATUS_PERSEN)
    puncak = np.maximum(realisasi, acuan * kali) * satuan + 2
    muat = puncak < 10.0**_DIGIT
    kini = np.rint(np.where(muat, realisasi * satuan, 0)).astype(np.int64)
    return kini, np.ceil(np.where(muat, puncak, 0)).astype(np.int64), np.asarray(muat, dtype=bool)
