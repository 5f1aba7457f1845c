"""Who came, left, moved or was on leave between the months of a recap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import pandas as pd

from kinerja_cli.core.penugasan import sebut_hari
from kinerja_cli.core.periode import Periode, sebut_bulan
from kinerja_cli.core.skema import Status


class _Bulan(Protocol):
    @property
    def periode(self) -> Periode: ...
    @property
    def penugasan(self) -> pd.DataFrame: ...


@dataclass(frozen=True)
class Peristiwa:
    """What happened to a person: ``jenis`` is masuk, keluar, pindah, dua dinas, or tidak dinilai."""

    nip: str
    nama: str
    jenis: str
    bulan: str
    keterangan: str


def susun_perjalanan(semua: pd.DataFrame, bulan: Sequence[_Bulan]) -> tuple[Peristiwa, ...]:
    """Find everybody's events, by name.

    Args:
        semua: people under each other, with ``ke``, the month's place in ``bulan``, and nip, nama, dinas, status, alasan.
        bulan: the saved months.
    """
    nama = semua.drop_duplicates("nip", keep="last").set_index("nip")["nama"].to_dict()
    di_mana = semua.pivot(index="nip", columns="ke", values="dinas").reindex(columns=range(len(bulan)))
    peristiwa = [*_antar_bulan(di_mana, bulan), *_dua_dinas(bulan), *_tidak_dinilai(semua, bulan)]
    hasil = [Peristiwa(nip, nama[nip], jenis, kapan, isi) for nip, jenis, kapan, isi in peristiwa]
    return tuple(sorted(hasil, key=lambda p: (p.nama, p.nip)))


_Mentah = tuple[str, str, str, str]


def _antar_bulan(di_mana: pd.DataFrame, bulan: Sequence[_Bulan]) -> Iterator[_Mentah]:
    for ke in range(1, len(bulan)):
        dulu, kini = di_mana[ke - 1], di_mana[ke]
        kapan = bulan[ke].periode.nama
        sejak = f"dibanding {bulan[ke - 1].periode.nama}"
        for nip in di_mana.index[dulu.isna() & kini.notna()]:
            yield nip, "masuk", kapan, f"{kini[nip]}, {sejak}"
        for nip in di_mana.index[dulu.notna() & kini.isna()]:
            yield nip, "keluar", kapan, f"{dulu[nip]}, {sejak}"
        for nip in di_mana.index[dulu.notna() & kini.notna() & (dulu != kini)]:
            yield nip, "pindah", kapan, f"{dulu[nip]} → {kini[nip]}"


def _dua_dinas(bulan: Sequence[_Bulan]) -> Iterator[_Mentah]:
    for b in bulan:
        for nip, tugas in b.penugasan.groupby("nip", sort=True):
            yield str(nip), "dua dinas", b.periode.nama, sebut_hari(zip(tugas["dinas"], tugas["hari"], strict=True))


def _tidak_dinilai(semua: pd.DataFrame, bulan: Sequence[_Bulan]) -> Iterator[_Mentah]:
    keluar = semua[semua["status"] == Status.TIDAK_BERLAKU.value]
    for (nip, alasan), kelompok in keluar.groupby(["nip", "alasan"], sort=True):
        periode = [bulan[ke].periode for ke in kelompok["ke"]]
        yield nip, "tidak dinilai", f"{sebut_bulan(periode)} {periode[0].tahun}", alasan
