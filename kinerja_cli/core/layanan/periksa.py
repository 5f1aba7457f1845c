"""Judging a register: which documents count, and what about them is wrong or odd."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from kinerja_cli.core.angka import cetak_bilangan
from kinerja_cli.core.kolom import ringkas
from kinerja_cli.core.layanan.batas import Batas
from kinerja_cli.core.layanan.register import Register, Satuan
from kinerja_cli.core.periode import cetak_tanggal
from kinerja_cli.core.temuan import Temuan, nama_terdekat

_ISI = ["jenis", "diterima", "selesai", "petugas", "nip", "nomor"]


@dataclass(frozen=True)
class Terperiksa:
    """A register whose documents count.

    Attributes:
        register: the rows that count, with two columns more: ``kunci`` (the type, squeezed) and ``orang`` (the officer's
            NIP, else the name, squeezed; "" where nobody is named). ``jenis`` is spelled as in the standards, else, like
            ``petugas``, in its commonest way.
        temuan: what was wrong in the cells and with the documents.
        dikeluarkan: rows that don't count, since they can't be read or their dates are impossible.
    """

    register: Register
    temuan: tuple[Temuan, ...]
    dikeluarkan: int

    def hanya(self, dokumen: pd.DataFrame) -> Terperiksa:
        """Give the same with some of its documents."""
        return replace(self, register=replace(self.register, dokumen=dokumen.reset_index(drop=True)))


def periksa(register: Register, hari_ini: dt.date, batas: Batas) -> Terperiksa:
    """Check a register.

    Args:
        register: as it was read.
        hari_ini: no document can be received or finished after this day.
        batas: the thresholds.
    """
    semua = _beri_kunci(register)
    terbaca = replace(register, dokumen=semua)
    dobel, temuan_dobel = _berulang(terbaca)
    mustahil, temuan_mustahil = _mustahil(terbaca, hari_ini)
    baik = replace(register, dokumen=semua[~dobel & ~mustahil].reset_index(drop=True))
    temuan = [
        *register.temuan,
        *temuan_dobel,
        *temuan_mustahil,
        *_tahun_lain(baik, batas),
        *_jenis_asing(baik),
        *_petugas_mirip(baik),
        *_nol_menit(baik, batas),
        *_tanpa_jam(baik),
        *_belum_selesai(baik),
    ]
    return Terperiksa(baik, tuple(temuan), register.tak_terbaca + int((mustahil & ~dobel).sum()))


def _beri_kunci(register: Register) -> pd.DataFrame:
    dokumen = register.dokumen
    kunci = dokumen["jenis"].map(ringkas).astype("str")
    petugas = dokumen["petugas"].map(ringkas).astype("str")
    nip = _nip_menurut_nama(dokumen["nip"], petugas)
    orang = nip.where(nip != "", petugas)
    baku = {k: s.jenis for k, s in register.standar.items()}
    jenis = _tersering(dokumen["jenis"], kunci, baku)
    return dokumen.assign(kunci=kunci, orang=orang, jenis=jenis, petugas=_tersering(dokumen["petugas"], orang, {}))


def _nip_menurut_nama(nip: pd.Series[str], petugas: pd.Series[str]) -> pd.Series[str]:
    """Give rows without a NIP that of their officer's name, where only one goes with it."""
    dikenal = {nama: set(isi) - {""} for nama, isi in nip.groupby(petugas)}
    satu = {nama: next(iter(isi)) for nama, isi in dikenal.items() if nama and len(isi) == 1}
    return nip.where(nip != "", petugas.map(lambda nama: satu.get(nama, ""))).astype("str")


def _tersering(teks: pd.Series[str], kunci: pd.Series[str], baku: Mapping[str, str]) -> pd.Series[str]:
    """Give each text as ``baku`` spells its group, else in the commonest way, the first by alphabet."""
    lazim = {k: min(Counter(isi).items(), key=lambda satu: (-satu[1], satu[0]))[0] for k, isi in teks.groupby(kunci)}
    return kunci.map({**lazim, **baku}).astype("str")


def _tempat(baris: pd.Series[Any]) -> tuple[int, int]:
    return int(baris["sumber"]), int(baris["baris"])


def _berulang(register: Register) -> tuple[pd.Series[bool], list[Temuan]]:
    """Find documents that stand twice: word for word (one counts), carried over while open to another list (the finished
    one counts), or one number for two documents (both count)."""
    semua = register.dokumen
    buang = pd.Series(data=False, index=semua.index)
    temuan: list[Temuan] = []
    terbawa: dict[int, list[Temuan]] = {}
    bernomor = semua[semua["nomor"] != ""]
    kelompok = [bernomor["kunci"], bernomor["nomor"].map(ringkas), bernomor["diterima"].dt.year]
    kembar = bernomor.groupby(kelompok)["nomor"].transform("size") > 1
    for _, grup in bernomor[kembar].groupby([k[kembar] for k in kelompok]):
        acuan = grup.iloc[0]
        for i in grup.index[1:]:
            satu = semua.loc[i]
            kode = _hubungan(acuan, satu)
            if kode == "T08" and pd.isna(acuan["selesai"]):
                acuan, satu = satu, acuan
            lain = str(register.letak(_tempat(acuan), "nomor"))
            ini = Temuan(kode, register.letak(_tempat(satu), "nomor"), satu["nomor"], (("lain", lain),))
            (terbawa.setdefault(satu["sumber"], []) if kode == "T08" else temuan).append(ini)
            buang[satu.name] = kode != "T06"
    sekali = (replace(g[0], isian=(*g[0].isian, ("jumlah", cetak_bilangan(len(g))))) for g in terbawa.values())
    return buang, [*temuan, *sekali]


def _hubungan(satu: pd.Series[Any], lain: pd.Series[Any]) -> str:
    terbuka = pd.isna(satu["selesai"]) + pd.isna(lain["selesai"])
    if satu["diterima"] == lain["diterima"] and (terbuka == 1 or (terbuka == 2 and satu["sumber"] != lain["sumber"])):
        return "T08"
    return "T07" if satu[_ISI].fillna("").equals(lain[_ISI].fillna("")) else "T06"


def _mustahil(register: Register, hari_ini: dt.date) -> tuple[pd.Series[bool], list[Temuan]]:
    """Find documents finished before they were received, or with a date after today."""
    semua = register.dokumen
    besok = pd.Timestamp(hari_ini) + pd.Timedelta(days=1)
    terbalik = _terbalik(semua)
    depan = (semua["diterima"] >= besok) | (semua["selesai"] >= besok)
    temuan = []
    for _, baris in semua[terbalik | depan].iterrows():
        diterima, selesai = pd.Timestamp(baris["diterima"]), baris["selesai"]
        kolom = "diterima" if diterima >= besok else "selesai"
        nilai = diterima if kolom == "diterima" else pd.Timestamp(selesai)
        kode = "T04" if nilai >= besok else "T02"
        isian = {"lain": _cetak(diterima)} if kode == "T02" else {}
        isian["dugaan"] = _dugaan(diterima, None if pd.isna(selesai) else pd.Timestamp(selesai), besok)
        temuan.append(Temuan(kode, register.letak(_tempat(baris), kolom), _cetak(nilai), tuple(isian.items())))
    return terbalik | depan, temuan


def _terbalik(semua: pd.DataFrame) -> pd.Series[bool]:
    """Tell which were finished before they were received; by the day alone where a time is missing."""
    hari = semua["selesai"].dt.normalize() < semua["diterima"].dt.normalize()
    return hari | (semua["berjam"] & (semua["selesai"] < semua["diterima"]))


def _dugaan(diterima: pd.Timestamp, selesai: pd.Timestamp | None, besok: pd.Timestamp) -> str:
    """Say which date would fit if its day and month were exchanged."""
    for apa, saat in (("Tanggal Selesai", selesai), ("Tanggal Diterima", diterima)):
        if saat is None or saat.day > 12 or saat.day == saat.month:
            continue
        tukar = saat.replace(day=saat.month, month=saat.day)
        awal, akhir = (diterima, tukar) if apa == "Tanggal Selesai" else (tukar, selesai)
        if tukar < besok and (akhir is None or awal <= akhir < besok):
            return f"; bila hari dan bulan {apa} tertukar, maksudnya {_cetak(tukar)}"
    return ""


def _tahun_lain(register: Register, batas: Batas) -> Iterator[Temuan]:
    """Find dates that stand in another year, far from nearly all others."""
    semua = register.dokumen
    for kolom in ("diterima", "selesai"):
        tanggal = semua[kolom].dropna().sort_values()
        if tanggal.empty:
            continue
        kelompok = (tanggal.diff() > pd.Timedelta(days=batas.jauh)).cumsum()
        besar = kelompok.map(kelompok.value_counts())
        tahun = tanggal.dt.year.mode()[0]
        asing = (besar * 100 <= max(batas.terpencil * len(tanggal), 100)) & (tanggal.dt.year != tahun)
        for i in tanggal.index[asing]:
            letak = register.letak(_tempat(semua.loc[i]), kolom)
            yield Temuan("T05", letak, _cetak(semua.loc[i, kolom]), (("tahun", str(tahun)),))


def _jenis_asing(register: Register) -> Iterator[Temuan]:
    """Find types without a standard time; without any standards, types that may be one in two spellings."""
    tak_terbaca = {ringkas(dict(t.isian)["jenis"]) for t in register.temuan if t.kode == "T11"}
    semua = register.dokumen[~register.dokumen["kunci"].isin(tak_terbaca)]
    jumlah = semua.groupby("kunci", sort=False).agg(jenis=("jenis", "first"), n=("baris", "size"))
    for kunci, jenis, n in jumlah.itertuples():
        pertama = semua[semua["kunci"] == kunci].iloc[0]
        letak = register.letak(_tempat(pertama), "jenis")
        isian = (("jumlah", cetak_bilangan(n)),)
        if register.standar:
            if kunci not in register.standar:
                usul = nama_terdekat(jenis, [s.jenis for s in register.standar.values()])
                yield Temuan("T09", letak, jenis, isian, usul)
        elif usul := nama_terdekat(jenis, jumlah.loc[jumlah["n"] > n, "jenis"]):
            yield Temuan("T16", letak, jenis, (*isian, ("lain", usul)))


def _petugas_mirip(register: Register) -> Iterator[Temuan]:
    """Find officers that may be one in two spellings: the rarer is named, the commoner proposed."""
    semua = register.dokumen[register.dokumen["orang"] != ""]
    jumlah = semua.groupby("orang", sort=False).agg(nama=("petugas", "first"), n=("baris", "size"))
    for orang, nama, n in jumlah.itertuples():
        lain = jumlah[(jumlah["n"] > n) & ~((jumlah.index.str.isdigit()) & str(orang).isdigit())]
        if usul := nama_terdekat(nama, lain["nama"]):
            letak = register.letak(_tempat(semua[semua["orang"] == orang].iloc[0]), "petugas")
            yield Temuan("T10", letak, nama, (("jumlah", cetak_bilangan(n)), ("lain", usul)))


def _nol_menit(register: Register, batas: Batas) -> Iterator[Temuan]:
    """Find sheets on which many documents were finished in the minute in which they came."""
    selesai = register.dokumen[register.dokumen["berjam"] & register.dokumen["selesai"].notna()]
    nol = selesai["selesai"] == selesai["diterima"]
    for sumber, isi in nol.groupby(selesai["sumber"]):
        n = int(isi.sum())
        if n >= batas.petugas and n * 100 >= batas.nol_menit * len(isi):
            pertama = selesai.loc[isi.index[isi.to_numpy()][0]]
            isian = (("jumlah", cetak_bilangan(n)), ("semua", cetak_bilangan(len(isi))))
            yield Temuan("T13", register.letak((int(sumber), int(pertama["baris"])), "selesai"), isian=isian)


def _tanpa_jam(register: Register) -> Iterator[Temuan]:
    """Find documents without a time, whose standard is in hours or minutes."""
    menit = [k for k, s in register.standar.items() if s.satuan is Satuan.MENIT]
    semua = register.dokumen
    for _, isi in semua[semua["kunci"].isin(menit) & ~semua["berjam"]].groupby("kunci", sort=False):
        pertama = isi.iloc[0]
        standar = register.standar[pertama["kunci"]]
        isian = (("jumlah", cetak_bilangan(len(isi))), ("standar", standar.kata))
        yield Temuan("T15", register.letak(_tempat(pertama), "diterima"), standar.jenis, isian)


def _belum_selesai(register: Register) -> Iterator[Temuan]:
    terbuka = register.dokumen[register.dokumen["selesai"].isna()]
    for sumber, isi in terbuka.groupby("sumber"):
        letak = register.letak((int(sumber), int(isi["baris"].iloc[0])), "selesai")
        yield Temuan("T14", letak, isian=(("jumlah", cetak_bilangan(len(isi))),))


def _cetak(saat: pd.Timestamp) -> str:
    jam = f" {saat:%H.%M}" if saat != saat.normalize() else ""
    return f"{cetak_tanggal(saat.date())}{jam}"
