"""The scoring: capaian, weighted sum, category, rank. Exact: scaled integers, one rounding, half up (RANCANGAN 4)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import pandas as pd

from kinerja_cli.core import angka, skema
from kinerja_cli.core.angka import Bools, Floats, Ints
from kinerja_cli.core.aturan import Aturan
from kinerja_cli.core.periode import Periode
from kinerja_cli.core.skema import Keadaan, Masukan, Status

TANPA_CAPAIAN = -1
"""Stands in ``capaian`` and ``nilai_tertimbang`` where there is none."""


@dataclass(frozen=True)
class Hasil:
    """A scored period: ``nilai`` a row a person, ``rincian`` a row a person and indicator, ``aspek`` their sums."""

    nilai: pd.DataFrame
    rincian: pd.DataFrame
    aspek: pd.DataFrame


def hitung(masukan: Masukan, berlaku: pd.DataFrame, aturan: Aturan, periode: Periode, gagal: Mapping[str, str]) -> Hasil:
    """Score everybody in ``masukan.pegawai``.

    Args:
        masukan: tables in which people and realisasi are unique.
        berlaku: which row of Indikator holds for whom (:func:`lingkup.berlaku`).
        aturan: the rule set.
        periode: the month.
        gagal: people whose rows hold a GALAT, and its code; they stay in the counts without a score.

    Returns:
        Tables after :data:`skema.NILAI`, :data:`skema.RINCIAN`, :data:`skema.ASPEK`, sorted by NIP, then code.
    """
    pegawai = masukan.pegawai.sort_values("nip", kind="stable").reset_index(drop=True)
    keluar = di_luar_penilaian(pegawai, aturan, periode)
    rincian = _rincian(masukan, berlaku[~berlaku["nip"].isin(pegawai["nip"][keluar])], aturan)
    jumlah = _jumlah(rincian, pegawai["nip"], aturan)
    nilai = _nilai(pegawai, keluar, jumlah, masukan, aturan, gagal)
    return Hasil(nilai, _cetakan_rincian(rincian, masukan), _aspek(rincian, nilai))


def di_luar_penilaian(pegawai: pd.DataFrame, aturan: Aturan, periode: Periode) -> Bools:
    """Tell who is taken out by Status: for the whole month, or where Mulai..Selesai doesn't touch it."""
    awal, akhir = pd.Timestamp(periode.hari_pertama), pd.Timestamp(periode.hari_terakhir)
    tanpa_tanggal = pegawai["mulai"].isna() & pegawai["selesai"].isna()
    di_luar_bulan = (pegawai["mulai"] > akhir) | (pegawai["selesai"] < awal)
    keluar = pegawai["status"].isin(aturan.status_keluar)
    return np.asarray((keluar & tanpa_tanggal) | di_luar_bulan, dtype=bool)


def _rincian(masukan: Masukan, berlaku: pd.DataFrame, aturan: Aturan) -> pd.DataFrame:
    indikator = masukan.indikator.rename(columns={"sumber": "sumber_indikator", "baris": "baris_indikator"})
    rincian = berlaku[["nip"]].join(indikator.iloc[berlaku["i"].to_numpy()].reset_index(drop=True).set_axis(berlaku.index))
    isi = masukan.realisasi.rename(columns={"target": "target_sendiri"})
    rincian = rincian.merge(isi.drop(columns="nama"), on=["nip", "kode"], how="left", sort=False)
    rincian = rincian.sort_values(["nip", "kode"], kind="stable").reset_index(drop=True)
    rincian["keadaan"] = rincian["keadaan"].fillna(Keadaan.KOSONG.value)
    rincian["keterangan"] = rincian["keterangan"].fillna("")
    sendiri = rincian["target_sendiri"].notna()
    rincian["target"] = rincian["target_sendiri"].where(sendiri, rincian["target"])
    rincian["target_atas"] = rincian["target_atas"].mask(sendiri)
    bobot = rincian["bobot"].to_numpy(dtype=np.int64)
    persen = np.full(len(rincian), TANPA_CAPAIAN, dtype=np.int64)
    terisi = (rincian["keadaan"] == Keadaan.TERISI.value).to_numpy()
    sah = terisi & (rincian["arah"] != "").to_numpy() & rincian["target"].notna().to_numpy()
    persen[sah] = capaian(
        _kolom(rincian, "realisasi", sah),
        _kolom(rincian, "target", sah),
        _kolom(rincian, "target_atas", sah),
        turun=(rincian["arah"] == "turun").to_numpy()[sah],
        aturan=aturan,
    )
    rincian["capaian"] = persen
    rincian["nilai_tertimbang"] = np.where(persen == TANPA_CAPAIAN, TANPA_CAPAIAN, persen * bobot)
    return rincian


def _kolom(tabel: pd.DataFrame, nama: str, baris: Bools) -> Floats:
    return np.asarray(tabel[nama], dtype=np.float64)[baris]


def capaian(realisasi: Floats, target: Floats, target_atas: Floats, *, turun: Bools, aturan: Aturan) -> Ints:
    """Give capaian in hundredths of a percent, half-up to 2 decimals, between the rule set's floor and cap.

    A realisasi inside the range target..target_atas has a value of its own; outside, the nearer end is the target. Target
    0 is undefined for naik (:data:`TANPA_CAPAIAN`), and met or not met for turun. Source: PermenPANRB 8/2021.

    Args:
        realisasi: canonical numbers, at least 0.
        target: canonical numbers, at least 0; the lower end where there is a range.
        target_atas: the upper end, NaN where there is no range.
        turun: where less is better.
        aturan: the rule set.
    """
    rentang = ~np.isnan(target_atas)
    di_atas = rentang & (realisasi > target_atas)
    di_dalam = rentang & ~di_atas & (realisasi >= target)
    acuan = np.where(di_atas, target_atas, target)
    nol = acuan == 0
    dasar = ~nol & ~di_dalam
    hasil = np.full(realisasi.shape, TANPA_CAPAIAN, dtype=np.int64)
    hasil[dasar] = angka.rasio_seperseratus_persen(realisasi[dasar], acuan[dasar], turun=turun[dasar])
    hasil[dasar] = np.clip(hasil[dasar], aturan.capaian_terendah.nilai, aturan.capaian_tertinggi.nilai)
    hasil[nol & turun] = np.where(
        realisasi[nol & turun] == 0, aturan.turun_nol_tercapai.nilai, aturan.turun_nol_terlampaui.nilai
    )
    hasil[di_dalam] = aturan.dalam_rentang.nilai
    return hasil


class _Jumlah(NamedTuple):
    """Sums a person, in the order of the people asked for."""

    tertimbang: Ints
    pembagi: Ints
    seluruh: Ints
    kosong: list[tuple[str, ...]]
    salah: Bools


def _jumlah(rincian: pd.DataFrame, nip: pd.Series[str], aturan: Aturan) -> _Jumlah:
    ada = rincian["capaian"] != TANPA_CAPAIAN
    berlaku = rincian["keadaan"] != Keadaan.TIDAK_BERLAKU.value
    tabel = pd.DataFrame(
        {
            "nip": rincian["nip"],
            "tertimbang": rincian["nilai_tertimbang"].where(ada, 0),
            "pembagi": rincian["bobot"].where(berlaku, 0),
            "seluruh": rincian["bobot"],
            "salah": rincian["keadaan"] == Keadaan.SALAH.value,
        }
    )
    jumlah = tabel.groupby("nip").sum().reindex(nip, fill_value=0)
    lubang = rincian[berlaku & ~ada].groupby("nip")["kode"].agg(tuple)
    return _Jumlah(
        jumlah["tertimbang"].to_numpy(dtype=np.int64),
        jumlah["pembagi"].to_numpy(dtype=np.int64),
        jumlah["seluruh"].to_numpy(dtype=np.int64),
        [k if isinstance(k, tuple) else () for k in lubang.reindex(nip)],
        jumlah["salah"].to_numpy() > 0,
    )


def _nilai(
    pegawai: pd.DataFrame, keluar: Bools, jumlah: _Jumlah, masukan: Masukan, aturan: Aturan, gagal: Mapping[str, str]
) -> pd.DataFrame:
    nip = pegawai["nip"]
    cacat = nip.isin(gagal.keys()).to_numpy()
    lubang = np.array([bool(k) for k in jumlah.kosong], dtype=bool)
    tanpa_indikator = jumlah.seluruh == 0
    sisa_kurang = jumlah.pembagi * angka.SERATUS_PERSEN < jumlah.seluruh * aturan.sisa_bobot.nilai
    semua_na = ~tanpa_indikator & (jumlah.pembagi == 0)
    status = np.select(
        [cacat, keluar, semua_na, lubang | tanpa_indikator | sisa_kurang],
        [Status.TIDAK_DINILAI, Status.TIDAK_BERLAKU, Status.TIDAK_BERLAKU, Status.BELUM_LENGKAP],
        default=Status.DINILAI.value,
    )
    dinilai = status == Status.DINILAI.value
    nilai = np.zeros(len(pegawai), dtype=np.int64)
    nilai[dinilai] = angka.bagi_setengah_ke_atas(jumlah.tertimbang[dinilai], jumlah.pembagi[dinilai])
    ide = dict(zip(masukan.ide_baru["nip"][::-1], masukan.ide_baru["uraian"][::-1], strict=True))  # the first one stays
    punya_ide = nip.isin(ide.keys()).to_numpy()
    predikat, tertahan = tentukan_predikat(nilai, punya_ide, aturan)
    hasil = pegawai[["nip", "nama", "jabatan", "golongan", "dinas", "unit_kerja"]].copy()
    hasil["status"] = status
    hasil["nilai"] = nilai
    hasil["predikat"] = np.where(dinilai, predikat, "")
    hasil["peringkat_dinas"] = _peringkat(hasil, dinilai, ["dinas"])
    hasil["peringkat"] = _peringkat(hasil, dinilai, [])
    hasil["alasan"] = [
        ""
        if dinilai[i]
        else _alasan(
            gagal.get(n, ""),
            pegawai["status"][i] if keluar[i] else "",
            jumlah.kosong[i],
            tanpa_indikator=bool(tanpa_indikator[i]),
            semua_na=bool(semua_na[i]),
        )
        for i, n in enumerate(nip)
    ]
    hasil["catatan"] = np.where(dinilai, tertahan, "")
    hasil["ide_baru"] = [ide.get(n, "") for n in nip]
    hasil["jumlah_tertimbang"] = jumlah.tertimbang
    hasil["pembagi"] = jumlah.pembagi
    return hasil[list(skema.NILAI)]


def _alasan(kode_galat: str, status: str, kosong: tuple[str, ...], *, tanpa_indikator: bool, semua_na: bool) -> str:
    if kode_galat:
        return f"ada galat pada datanya ({kode_galat})"
    if status:
        return f"status {status}" if status != "aktif" else "tidak bertugas pada bulan ini"
    if semua_na:
        return "semua indikator tidak berlaku"
    if tanpa_indikator:
        return "belum ada indikator dan realisasi"
    if kosong:
        return f"belum ada realisasi yang dapat dihitung: {', '.join(kosong)}"
    return "sisa bobot yang berlaku terlalu kecil"


def tentukan_predikat(nilai: Ints, punya_ide: Bools, aturan: Aturan) -> tuple[np.ndarray, np.ndarray]:
    """Give each score its category, the first row that fits; and say where only a missing new idea kept a better one."""
    hasil = np.full(len(nilai), "", dtype=object)
    tertahan = np.full(len(nilai), "", dtype=object)
    for p in aturan.predikat:
        sampai = (hasil == "") & (nilai >= p.mulai)
        boleh = sampai & (punya_ide | (p.syarat != "ide_baru"))
        hasil[boleh] = p.nama
        tertahan[sampai & ~boleh] = f"mencapai batas {p.nama}, tetapi tidak ada ide baru"
    return hasil, tertahan


def _peringkat(nilai: pd.DataFrame, dinilai: Bools, dalam: list[str]) -> Ints:
    """Rank by score from the top; equal scores share a rank (1, 1, 3); 0 for who has none."""
    hasil = np.zeros(len(nilai), dtype=np.int64)
    yang = nilai[dinilai]
    kolom = yang.groupby(dalam)["nilai"] if dalam else yang["nilai"]
    hasil[dinilai] = kolom.rank(method="min", ascending=False).to_numpy(dtype=np.int64)
    return hasil


def _aspek(rincian: pd.DataFrame, nilai: pd.DataFrame) -> pd.DataFrame:
    """Give each scored person's score in each aspect: the same sum over the aspect's own indicators."""
    dinilai = nilai.loc[nilai["status"] == Status.DINILAI.value, "nip"]
    baris = rincian[rincian["nip"].isin(dinilai) & (rincian["capaian"] != TANPA_CAPAIAN)]
    jumlah = baris.groupby(["nip", "aspek"], as_index=False)[["nilai_tertimbang", "bobot"]].sum()
    jumlah["nilai"] = angka.bagi_setengah_ke_atas(
        jumlah["nilai_tertimbang"].to_numpy(dtype=np.int64), jumlah["bobot"].to_numpy(dtype=np.int64)
    )
    return jumlah[list(skema.ASPEK)]


def _cetakan_rincian(rincian: pd.DataFrame, masukan: Masukan) -> pd.DataFrame:
    """Add to each row where its realisasi and its indicator were read."""
    berkas = np.array([s.berkas for s in masukan.sumber] + [""], dtype=object)
    lembar = np.array([s.lembar for s in masukan.sumber] + [""], dtype=object)
    ada = rincian["sumber"].notna()
    sumber = rincian["sumber"].fillna(-1).astype("int64").to_numpy()
    baris = rincian["baris"].fillna(0).astype("int64").astype(str)
    asal = [
        str(masukan.sumber[s].letak("kode", b)) if s >= 0 else ""
        for s, b in zip(masukan.indikator["sumber"].tolist(), masukan.indikator["baris"].tolist(), strict=True)
    ]
    letak = dict(zip(zip(masukan.indikator["sumber"], masukan.indikator["baris"], strict=True), asal, strict=True))
    kunci = zip(rincian["sumber_indikator"], rincian["baris_indikator"], strict=True)
    return rincian.assign(
        berkas=berkas[sumber],
        lembar=lembar[sumber],
        sel=(rincian["kolom"].fillna("") + baris).where(ada, ""),
        letak_indikator=[letak[k] for k in kunci],
    )[list(skema.RINCIAN)]
