"""Saved months as evidence: who had which score, category and aspects, and in which dinas."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from kinerja_cli.core import angka
from kinerja_cli.core.penilaian import TANPA_NILAI
from kinerja_cli.core.periode import Periode
from kinerja_cli.core.skema import Status


@dataclass(frozen=True)
class BulanOrang:
    """One person in one month.

    Attributes:
        nilai: score in hundredths; None: there is none, or the rule set gives a category alone.
        predikat: "" where the person wasn't scored.
        aspek: score of each aspect, in hundredths.
    """

    nip: str
    nama: str
    jabatan: str
    dinas: str
    status: str
    alasan: str
    nilai: int | None
    predikat: str
    aspek: Mapping[str, int]

    @property
    def dinilai(self) -> bool:
        """Whether there is a result."""
        return self.status == Status.DINILAI and self.predikat != ""


@dataclass(frozen=True)
class BulanTersimpan:
    """One saved month.

    Attributes:
        aturan: the rule set that scored it, with its variants: months are comparable where these are equal.
        orang: by NIP.
        capaian: nip, dinas, kode, indikator, aspek, capaian (hundredths): the indicators that have one.
    """

    periode: Periode
    aturan: str
    orang: Mapping[str, BulanOrang]
    capaian: pd.DataFrame

    @property
    def berangka(self) -> bool:
        """Whether anybody has a number."""
        return any(o.nilai is not None for o in self.orang.values())

    @property
    def beraspek(self) -> bool:
        """Whether anybody has a score of an aspect."""
        return any(o.aspek for o in self.orang.values())


def susun_bulan(
    periode: Periode, aturan: str, nilai: pd.DataFrame, rincian: pd.DataFrame, aspek: pd.DataFrame
) -> BulanTersimpan:
    """Build a month from its tables; numbers as the text that stands in the CSV files.

    Args:
        periode, aturan: the month, and its rule set.
        nilai: nilai.csv, or after :data:`skema.NILAI`; ``nilai`` may be empty where ``predikat`` is set.
        rincian: rincian.csv; an empty ``capaian`` is none.
        aspek: aspek.csv, or after :data:`skema.ASPEK`.

    Raises:
        KeyError, ValueError, ArithmeticError: a column is missing, or a number is none.
    """
    skor: dict[str, dict[str, int]] = {}
    for nip, nama, n in zip(aspek["nip"].tolist(), aspek["aspek"].tolist(), _skala(aspek["nilai"]), strict=True):
        if n is not None:
            skor.setdefault(nip, {})[nama] = n
    kolom = (nilai[k].tolist() for k in ("nip", "nama", "jabatan", "dinas", "status", "alasan", "predikat"))
    orang = {
        nip: BulanOrang(nip, nama, jabatan, dinas, status, alasan, n, predikat, skor.get(nip, {}))
        for nip, nama, jabatan, dinas, status, alasan, predikat, n in zip(*kolom, _skala(nilai["nilai"]), strict=True)
    }
    ada = rincian[(rincian["capaian"] != "") & rincian["nip"].isin(list(orang))]
    capaian = ada[["nip", "kode", "indikator", "aspek"]].assign(
        dinas=[orang[nip].dinas for nip in ada["nip"]],
        capaian=ada["capaian"]
        .map({teks: angka.skala_dari_teks(teks, 2) for teks in ada["capaian"].unique()})
        .astype("int64"),
    )
    return BulanTersimpan(periode, aturan, orang, capaian.reset_index(drop=True))


def _skala(kolom: pd.Series[str] | pd.Series[int]) -> list[int | None]:
    """Give hundredths, read from texts where they aren't yet; None for a blank."""
    semua = kolom.tolist()
    if kolom.dtype.kind == "i":
        return [None if n == TANPA_NILAI else n for n in semua]
    arti = {teks: angka.skala_dari_teks(teks, 2) if teks else None for teks in set(semua)}
    return [arti[teks] for teks in semua]


def sebanding(semua: Sequence[BulanTersimpan], akhir: Periode) -> tuple[BulanTersimpan, ...]:
    """Give the months up to ``akhir`` that its own rule set scored, oldest first: others can't be put beside them."""
    terakhir = next(b for b in semua if b.periode == akhir)
    return tuple(
        sorted(
            (b for b in semua if b.periode <= akhir and b.aturan == terakhir.aturan),
            key=lambda b: b.periode,
        )
    )


def aturan_lain(semua: Iterable[BulanTersimpan], sebanding: Iterable[BulanTersimpan]) -> dict[Periode, str]:
    """Say of the months that can't be put beside the others why."""
    ada = {b.periode for b in sebanding}
    return {b.periode: "dinilai dengan aturan lain" for b in semua if b.periode not in ada}


def jendela(akhir: Periode, banyak: int) -> tuple[Periode, ...]:
    """Give so many calendar months that end with ``akhir``, oldest first."""
    return tuple(akhir.geser(i) for i in range(1 - banyak, 1))


def menurut_periode(semua: Iterable[BulanTersimpan]) -> dict[Periode, BulanTersimpan]:
    """Give months by period."""
    return {b.periode: b for b in semua}
