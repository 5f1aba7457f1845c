"""A survey as tables: what :mod:`urai` gives and everything else reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

import pandas as pd

from kinerja_cli.core.skema import BULAT, TEKS, Sumber
from kinerja_cli.core.skm.aturan import AturanSkm
from kinerja_cli.core.temuan import Letak, Temuan

TANPA_JAWABAN = 0
"""Stands in an answer's column where there is none that counts."""

IDENTITAS: Mapping[str, str] = {
    "nomor": TEKS,
    "nama": TEKS,
    "telepon": TEKS,
    "kelamin": TEKS,  # "1" or "2" as in a NIP, "" unknown
    "umur": TEKS,
    "pendidikan": TEKS,
    "pekerjaan": TEKS,
    "layanan": TEKS,
    "sumber": BULAT,
    "baris": BULAT,
}
"""Columns of ``responden`` besides one whole-number column an unsur, named by its id."""


@dataclass(frozen=True)
class IndeksTercatat:
    """An index that a workbook itself states, beside the table (``sumber``) that it belongs to."""

    letak: Letak
    nilai: Fraction
    sumber: int


@dataclass(frozen=True)
class Survei:
    """Respondents and what stands around them.

    Attributes:
        responden: a row a respondent, see :data:`IDENTITAS`.
        sumber: the tables from which they come.
        unit: the office, as the title lines name it; "" where they don't.
        periode: the time of the survey, in the workbook's words.
        populasi: how many people used the service; None where nobody says.
        tercatat: the workbooks' own indices.
        temuan: what is wrong with the sheets.
    """

    responden: pd.DataFrame
    sumber: tuple[Sumber, ...]
    unit: str
    periode: str
    populasi: int | None
    tercatat: tuple[IndeksTercatat, ...]
    temuan: tuple[Temuan, ...]

    @property
    def layanan(self) -> tuple[str, ...]:
        """The services, in the order in which they first occur."""
        return tuple(dict.fromkeys(n for n in self.responden["layanan"] if n))

    def letak(self, baris: pd.Series[object], kolom: str) -> Letak:
        """Give the cell of one value of a respondent."""
        return self.sumber[int(str(baris["sumber"]))].letak(kolom, int(str(baris["baris"])))

    def saring(self, layanan: str) -> Survei:
        """Give the respondents of one service; the workbooks' own indices are of all, so they go."""
        isi = self.responden[self.responden["layanan"] == layanan].reset_index(drop=True)
        return replace(self, responden=isi, tercatat=() if len(isi) < len(self.responden) else self.tercatat)


def skema_responden(aturan: AturanSkm) -> Mapping[str, str]:
    """Give every column of ``responden`` with its type."""
    return {**IDENTITAS, **{u.id: BULAT for u in aturan.unsur}}
