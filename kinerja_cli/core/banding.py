"""People scored twice, by two rule sets or in two months: whose category changes, and how far scores move."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import pandas as pd

from kinerja_cli.core import angka
from kinerja_cli.core.aturan import Aturan
from kinerja_cli.core.capaian import TANPA_CAPAIAN
from kinerja_cli.core.hitung import Hasil
from kinerja_cli.core.laporan import SEBUTAN_STATUS
from kinerja_cli.core.skema import Status

_TERBESAR = 10
_SEBAB_TERBANYAK = 3


class _Baris(Protocol):
    """What is used of a row of :data:`skema.NILAI`."""

    nip: str
    nama: str
    dinas: str
    status: str
    nilai: int
    predikat: str


@dataclass(frozen=True)
class Skor:
    """One result of a person.

    Attributes:
        nilai: None where the rules give no number, or the person has no score.
        predikat: the category, or the status of who has no score.
    """

    nilai: int | None
    predikat: str

    def __str__(self) -> str:
        return f"{self.predikat} ({angka.cetak_persen(self.nilai)})" if self.nilai is not None else self.predikat


@dataclass(frozen=True)
class Sebab:
    """One indicator's part in a move: its share of the score before and after, in hundredths, each rounded by itself."""

    kode: str
    indikator: str
    asal: int
    jadi: int

    @property
    def selisih(self) -> int:
        """The later share minus the earlier one."""
        return self.jadi - self.asal


@dataclass(frozen=True)
class Gerak:
    """One person's two results; ``sebab`` are the indicators with the largest part in the move."""

    nip: str
    nama: str
    dinas: str
    asal: Skor
    jadi: Skor
    sebab: tuple[Sebab, ...] = ()

    @property
    def berganti(self) -> bool:
        """Whether the category is another, or there is only one."""
        return self.asal.predikat != self.jadi.predikat

    @property
    def selisih(self) -> int | None:
        """The second score minus the first, in hundredths; None where one of them is no number."""
        if self.asal.nilai is None or self.jadi.nilai is None:
            return None
        return self.jadi.nilai - self.asal.nilai


@dataclass(frozen=True)
class BandingDinas:
    """One dinas: its people, how many change category, and the means of the printed scores of who has both."""

    dinas: str
    orang: int
    berganti: int
    rata_asal: int | None
    rata_jadi: int | None


@dataclass(frozen=True)
class Banding:
    """The same people twice, by NIP."""

    orang: tuple[Gerak, ...]

    @property
    def berganti(self) -> tuple[Gerak, ...]:
        """Who changes category, by dinas, then from the largest move."""
        yang = (g for g in self.orang if g.berganti)
        return tuple(sorted(yang, key=lambda g: (g.dinas, -abs(g.selisih or 0), g.nip)))

    @property
    def menurut_dinas(self) -> tuple[BandingDinas, ...]:
        """Each dinas."""
        milik: dict[str, list[Gerak]] = {}
        for g in self.orang:
            milik.setdefault(g.dinas, []).append(g)
        return tuple(_dinas(dinas, milik[dinas]) for dinas in sorted(milik))

    @property
    def naik(self) -> tuple[Gerak, ...]:
        """The largest moves up."""
        return self._terbesar(1)

    @property
    def turun(self) -> tuple[Gerak, ...]:
        """The largest moves down."""
        return self._terbesar(-1)

    @property
    def berangka(self) -> bool:
        """Whether anybody has a number both times."""
        return any(g.selisih is not None for g in self.orang)

    def _terbesar(self, tanda: int) -> tuple[Gerak, ...]:
        jauh = [(tanda * g.selisih, g) for g in self.orang if g.selisih]
        return tuple(g for n, g in sorted(jauh, key=lambda satu: (-satu[0], satu[1].nip)) if n > 0)[:_TERBESAR]


def _dinas(nama: str, gerak: Sequence[Gerak]) -> BandingDinas:
    pasangan = [(g.asal.nilai, g.jadi.nilai) for g in gerak if g.asal.nilai is not None and g.jadi.nilai is not None]
    rata = (angka.rata_rata([p[i] for p in pasangan]) for i in (0, 1))
    return BandingDinas(nama, len(gerak), sum(g.berganti for g in gerak), *rata)


def bandingkan(asal: Hasil, jadi: Hasil, *, berangka: bool, sebab: Mapping[str, tuple[Sebab, ...]] | None = None) -> Banding:
    """Lay two results side by side; only people who stand in both.

    Args:
        asal: the first result.
        jadi: the second; it says to which dinas somebody belongs.
        berangka: both rule sets give numbers.
        sebab: by NIP, the indicators that explain the move.
    """
    dulu: dict[str, _Baris] = {o.nip: o for o in asal.nilai.itertuples(index=False)}
    return Banding(
        tuple(
            Gerak(
                o.nip,
                o.nama,
                o.dinas,
                _skor(dulu[o.nip], berangka=berangka),
                _skor(o, berangka=berangka),
                (sebab or {}).get(o.nip, ()),
            )
            for o in jadi.nilai.itertuples(index=False)
            if o.nip in dulu
        )
    )


def _skor(orang: _Baris, *, berangka: bool) -> Skor:
    if orang.status != Status.DINILAI:
        return Skor(None, SEBUTAN_STATUS[orang.status])
    return Skor(int(orang.nilai) if berangka else None, orang.predikat)


def sebab_gerak(asal: Hasil, jadi: Hasil, aturan: tuple[Aturan, Aturan]) -> Mapping[str, tuple[Sebab, ...]]:
    """Find for each person with both scores the indicators whose share moved most, at most :data:`_SEBAB_TERBANYAK`.

    A share is what the indicator adds to the score by the rule set of that time; an indicator that one of the two doesn't
    have has the share 0 there.
    """
    dua = [_sumbangan(*satu) for satu in zip((asal, jadi), aturan, strict=True)]
    berdua = dua[0].merge(dua[1], on=["nip", "kode"], how="outer", suffixes=("_asal", "_jadi"))
    berdua = berdua[berdua["nip"].isin(dua[0]["nip"]) & berdua["nip"].isin(dua[1]["nip"])]
    berdua = berdua.fillna({"sumbangan_asal": 0, "sumbangan_jadi": 0})
    berdua["indikator"] = berdua["indikator_jadi"].fillna(berdua["indikator_asal"])
    berdua["jauh"] = (berdua["sumbangan_jadi"] - berdua["sumbangan_asal"]).abs()
    berdua = berdua[berdua["jauh"] > 0].sort_values(["nip", "jauh", "kode"], ascending=[True, False, True])
    hasil: dict[str, list[Sebab]] = {}
    for b in berdua.groupby("nip").head(_SEBAB_TERBANYAK).itertuples(index=False):
        hasil.setdefault(b.nip, []).append(Sebab(b.kode, b.indikator, int(b.sumbangan_asal), int(b.sumbangan_jadi)))
    return {nip: tuple(sebab) for nip, sebab in hasil.items()}


def _sumbangan(hasil: Hasil, aturan: Aturan) -> pd.DataFrame:
    dinilai = hasil.nilai.loc[hasil.nilai["status"] == Status.DINILAI.value, ["nip", "pembagi"]]
    isi = hasil.rincian[hasil.rincian["capaian"] != TANPA_CAPAIAN].merge(dinilai, on="nip")
    tertimbang, pembagi = (np.asarray(isi[k], dtype=np.int64) for k in ("nilai_tertimbang", "pembagi"))
    bagian = aturan.pembagian.hasil_kerja if aturan.pembagian else angka.SERATUS_PERSEN
    sumbangan = angka.bagi_setengah_ke_atas(tertimbang * bagian, pembagi * angka.SERATUS_PERSEN)
    return isi[["nip", "kode", "indikator"]].assign(sumbangan=sumbangan)
