"""What if: the same people scored two ways, and who would be moved."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Protocol

from kinerja_cli.core.angka import cetak_persen
from kinerja_cli.core.hitung import Hasil
from kinerja_cli.core.laporan import SEBUTAN_STATUS
from kinerja_cli.core.skema import Status

_TERBESAR = 10


class _Baris(Protocol):
    """What is used of a row of :data:`skema.NILAI`."""

    status: str
    nilai: int
    predikat: str


@dataclass(frozen=True)
class Skor:
    """One way's result of a person.

    Attributes:
        nilai: None where the rules give no number, or the person has no score.
        predikat: the category, or the status of who has no score.
    """

    nilai: int | None
    predikat: str

    def __str__(self) -> str:
        return f"{self.predikat} ({cetak_persen(self.nilai)})" if self.nilai is not None else self.predikat


@dataclass(frozen=True)
class Gerak:
    """One person scored two ways."""

    nip: str
    nama: str
    dinas: str
    kini: Skor
    andai: Skor

    @property
    def berganti(self) -> bool:
        """Whether the category is another, or there is one only the one way."""
        return self.kini.predikat != self.andai.predikat

    @property
    def selisih(self) -> int | None:
        """Score the other way minus score, in hundredths; None where one of them is no number."""
        if self.kini.nilai is None or self.andai.nilai is None:
            return None
        return self.andai.nilai - self.kini.nilai


@dataclass(frozen=True)
class Banding:
    """Everybody scored two ways, by NIP."""

    orang: tuple[Gerak, ...]

    @property
    def berganti(self) -> tuple[Gerak, ...]:
        """Who changes category, by dinas, then from the largest move."""
        yang = (g for g in self.orang if g.berganti)
        return tuple(sorted(yang, key=lambda g: (g.dinas, -abs(g.selisih or 0), g.nip)))

    @property
    def menurut_dinas(self) -> tuple[tuple[str, int, int], ...]:
        """Each dinas with its people and how many of them change category."""
        semua, berganti = Counter(g.dinas for g in self.orang), Counter(g.dinas for g in self.berganti)
        return tuple((dinas, semua[dinas], berganti[dinas]) for dinas in sorted(semua))

    @property
    def naik(self) -> tuple[Gerak, ...]:
        """The largest moves up."""
        return self._terbesar(1)

    @property
    def turun(self) -> tuple[Gerak, ...]:
        """The largest moves down."""
        return self._terbesar(-1)

    def _terbesar(self, tanda: int) -> tuple[Gerak, ...]:
        jauh = [(tanda * g.selisih, g) for g in self.orang if g.selisih]
        return tuple(g for n, g in sorted(jauh, key=lambda satu: (-satu[0], satu[1].nip)) if n > 0)[:_TERBESAR]


def bandingkan(kini: Hasil, andai: Hasil, *, berangka: bool) -> Banding:
    """Lay two results of the same people side by side.

    Args:
        kini: as it is.
        andai: as it would be.
        berangka: both rule sets give numbers.
    """
    lain = andai.nilai.set_index("nip").loc[kini.nilai["nip"]]
    return Banding(
        tuple(
            Gerak(a.nip, a.nama, a.dinas, _skor(a, berangka=berangka), _skor(b, berangka=berangka))
            for a, b in zip(kini.nilai.itertuples(index=False), lain.itertuples(), strict=True)
        )
    )


def _skor(orang: _Baris, *, berangka: bool) -> Skor:
    if orang.status != Status.DINILAI:
        return Skor(None, SEBUTAN_STATUS[orang.status])
    return Skor(int(orang.nilai) if berangka else None, orang.predikat)
