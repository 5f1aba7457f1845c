"""One person in several dinas within a month: the days are split, without overlap; the score stays one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pandas as pd

from kinerja_cli.core import skema
from kinerja_cli.core.kolom import JUDUL, kata_nama
from kinerja_cli.core.periode import Periode, cetak_tanggal
from kinerja_cli.core.skema import Masukan
from kinerja_cli.core.temuan import Temuan

_TERAWAL, _TERAKHIR = pd.Timestamp(1900, 1, 1), pd.Timestamp(2199, 12, 31)
"""Stand for an open end where the month isn't known."""


def bagi_tugas(masukan: Masukan, periode: Periode | None) -> tuple[Masukan, tuple[Temuan, ...]]:
    """Give everybody one row in ``pegawai``, and those who served in several dinas a row each in ``penugasan``.

    The row that stays is that of the dinas with the most days of the month, of equal ones the later. Rows that don't touch
    the month give way to one that does. Where the days can't be split (a date is missing, or days overlap), the first row
    stays, so that the person is counted; the finding is a GALAT.

    Args:
        masukan: tables in which a person stands at most once in each dinas.
        periode: the month; None: only the order of the dates is checked.
    """
    pegawai = masukan.pegawai
    temuan = [*_terbalik(masukan)]
    beberapa = pegawai[pegawai["nip"].duplicated(keep=False) & (pegawai["nip"] != "")]
    tetap = set(pegawai.index) - set(beberapa.index)
    penugasan = []
    for _, kelompok in beberapa.groupby("nip", sort=True):
        tugas = _dalam_bulan(kelompok, periode)
        salah = next(_halangan(masukan, kelompok, tugas), None)
        temuan += [salah] if salah else _lubang(masukan, tugas)
        if salah or tugas.empty:
            tetap.add(kelompok.index[0])
            continue
        tetap.add(tugas.sort_values(["hari", "mulai"]).index[-1])
        if len(tugas) > 1:
            penugasan.append(tugas)
    return masukan.ubah(
        pegawai=pegawai.loc[sorted(tetap)].reset_index(drop=True),
        penugasan=pd.concat(penugasan, ignore_index=True) if penugasan else skema.kosong(skema.PENUGASAN),
    ), tuple(temuan)


def _terbalik(masukan: Masukan) -> Iterator[Temuan]:
    pegawai = masukan.pegawai
    for _, baris in pegawai[pegawai["mulai"] > pegawai["selesai"]].iterrows():
        isian = (("mulai", cetak_tanggal(baris["mulai"])), ("selesai", cetak_tanggal(baris["selesai"])))
        yield Temuan("P23", masukan.letak(baris, "selesai"), baris["nip"], isian, nip=(baris["nip"],))


def _dalam_bulan(kelompok: pd.DataFrame, periode: Periode | None) -> pd.DataFrame:
    """Cut each row's days to the month; after :data:`skema.PENUGASAN`, by date."""
    awal = pd.Timestamp(periode.hari_pertama) if periode else _TERAWAL
    akhir = pd.Timestamp(periode.hari_terakhir) if periode else _TERAKHIR
    mulai = kelompok["mulai"].fillna(awal).clip(lower=awal)
    selesai = kelompok["selesai"].fillna(akhir).clip(upper=akhir)
    tugas = kelompok.assign(mulai=mulai, selesai=selesai, hari=(selesai - mulai).dt.days + 1)
    tugas = tugas[tugas["hari"] > 0].sort_values("mulai", kind="stable")
    return tugas.assign(hari_tugas=tugas["hari"].sum(), peringkat_dinas=0)[list(skema.PENUGASAN)]


def _halangan(masukan: Masukan, kelompok: pd.DataFrame, tugas: pd.DataFrame) -> Iterator[Temuan]:
    """Say why the days can't be split: another name under the NIP, no date, or a day in two dinas."""
    pertama = kelompok.iloc[0]
    nip = str(pertama["nip"])
    for _, lain in kelompok.iloc[1:].iterrows():
        if not (kata_nama(pertama["nama"]) & kata_nama(lain["nama"])):
            beda = f"{JUDUL['nama']} {pertama['nama']} dan {lain['nama']}"
            isian = (("lain", str(masukan.letak(pertama, "nip"))), ("beda", beda))
            yield Temuan("P03", masukan.letak(lain, "nip"), nip, isian, nip=(nip,))
    di_bulan = kelompok.loc[tugas.index]
    tanpa = di_bulan[di_bulan["mulai"].isna() & di_bulan["selesai"].isna()]
    if len(tugas) > 1 and len(tanpa):
        ini = tanpa.iloc[-1]
        lain = di_bulan.drop(index=tanpa.index[-1]).iloc[0]
        yield Temuan("P20", masukan.letak(ini, "nip"), nip, _dua_dinas(masukan, ini, lain), nip=(nip,))
    for sebelum, ini in _berurutan(tugas):
        if ini["mulai"] <= sebelum["selesai"]:
            isian = (("mulai", cetak_tanggal(ini["mulai"])), ("sampai", cetak_tanggal(sebelum["selesai"])))
            yield Temuan("P21", masukan.letak(ini, "mulai"), nip, (*isian, *_dua_dinas(masukan, ini, sebelum)), nip=(nip,))


def _lubang(masukan: Masukan, tugas: pd.DataFrame) -> list[Temuan]:
    """Name the days between two dinas that belong to none: the shares are of the days that do."""
    temuan = []
    for sebelum, ini in _berurutan(tugas):
        if hari := (ini["mulai"] - sebelum["selesai"]).days - 1:
            isian = (("jumlah", str(hari)), ("seluruh", str(ini["hari_tugas"])), *_dua_dinas(masukan, ini, sebelum))
            temuan.append(Temuan("P22", masukan.letak(ini, "mulai"), str(ini["nip"]), isian))
    return temuan


def _berurutan(tugas: pd.DataFrame) -> Iterator[tuple[pd.Series[object], pd.Series[object]]]:
    for i in range(1, len(tugas)):
        yield tugas.iloc[i - 1], tugas.iloc[i]


def _dua_dinas(masukan: Masukan, ini: pd.Series[object], lain: pd.Series[object]) -> tuple[tuple[str, str], ...]:
    return (
        ("dinas", str(ini["dinas"])),
        ("dinas_lain", str(lain["dinas"])),
        ("lain", str(masukan.letak(lain, "nip"))),
    )


def sebut_hari(tugas: Iterable[tuple[str, int]]) -> str:
    """Say how a month was split, from dinas and days: "Dinas Kesehatan 14 hari, Dinas Pendidikan 17 hari"."""
    return ", ".join(f"{dinas} {hari} hari" for dinas, hari in tugas)


def peringkatkan(nilai: pd.DataFrame, penugasan: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Rank people in every dinas in which they served, by their rank in the regency; both tables are given anew.

    Args:
        nilai: after :data:`skema.NILAI`.
        penugasan: after :data:`skema.PENUGASAN`.
    """
    if penugasan.empty:
        return nilai, penugasan
    peringkat = nilai.set_index("nip")["peringkat"]
    utuh = nilai[~nilai["nip"].isin(penugasan["nip"])]
    semua = pd.concat([utuh[["nip", "dinas"]], penugasan[["nip", "dinas"]]], ignore_index=True)
    semua["peringkat"] = semua["nip"].map(peringkat)
    semua = semua[semua["peringkat"] > 0]
    di_dinas = semua.groupby("dinas")["peringkat"].rank(method="min").astype("int64")
    hasil = di_dinas.set_axis(pd.MultiIndex.from_frame(semua[["nip", "dinas"]]))

    def kolom(tabel: pd.DataFrame) -> pd.DataFrame:
        kunci = pd.MultiIndex.from_frame(tabel[["nip", "dinas"]])
        return tabel.assign(peringkat_dinas=hasil.reindex(kunci, fill_value=0).to_numpy())

    return kolom(nilai), kolom(penugasan)
