"""How the files came, not how people did: when each dinas' workbook was first counted, how often again, how clean."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from kinerja_cli.core.jejak import BarisJejak
from kinerja_cli.core.laporan import Orang
from kinerja_cli.core.periode import Periode
from kinerja_cli.core.riwayat import tumpukan
from kinerja_cli.core.temuan import Tingkat


@dataclass(frozen=True)
class Kiriman:
    """The files of a dinas in one month.

    Attributes:
        berkas: the workbooks that hold its people's realisasi; none: it hasn't sent.
        masuk: the day on which the last of them was first counted.
        hari: days from the month's end to that day.
        ulang: how often one of them was replaced by another version of the same name.
        peringatan: warnings on them as they stand.
        tepat: whether it came within the days that the settings grant; None where they grant none, or nothing came.
        peringkat: equal ones share it; 0: hasn't sent.
    """

    dinas: str
    berkas: tuple[str, ...] = ()
    masuk: dt.date | None = None
    hari: int = 0
    ulang: int = 0
    peringatan: int = 0
    tepat: bool | None = None
    peringkat: int = 0

    @property
    def bersih(self) -> bool:
        """Whether the first version is the one that counts, without a warning."""
        return bool(self.berkas) and not self.ulang and not self.peringatan


def susun_kiriman(
    orang: Sequence[Orang],
    rincian: pd.DataFrame,
    temuan: pd.DataFrame,
    jejak: Sequence[BarisJejak],
    periode: Periode,
    batas: int | None,
) -> tuple[Kiriman, ...]:
    """Rank the files of all dinas: the earlier, then the fewer replacements, then the fewer warnings; who hasn't sent last.

    Args:
        orang: everybody of the month.
        rincian: the rows of their sums: nip, berkas, lembar.
        temuan: the month's findings: tingkat, kode, berkas, lembar.
        jejak: the audit trail.
        periode: the month.
        batas: how many days after the month's end are on time; None: no such day is set.
    """
    versi = _versi(jejak, periode)
    peringatan = temuan.loc[temuan["tingkat"] == Tingkat.PERINGATAN.value, "berkas"].value_counts()
    dinas = {o.nip: o.dinas for o in orang}
    milik: dict[str, set[str]] = {o.dinas: set() for o in orang}
    # what a register of innovations fills in isn't what a dinas has sent
    register = set(temuan.loc[temuan["kode"] == "V05", ["berkas", "lembar"]].itertuples(index=False, name=None))
    siapa, berkas, lembar = (rincian[k].tolist() for k in ("nip", "berkas", "lembar"))
    for satu, *tempat in set(zip(map(dinas.__getitem__, siapa), berkas, lembar, strict=True)):
        if tuple(tempat) not in register:
            milik[satu] |= {tempat[0]} & versi.keys()
    semua = []
    for satu, nama in milik.items():
        if not nama:
            semua.append(Kiriman(satu))
            continue
        masuk = max(min(versi[n].values()) for n in nama)
        hari = (masuk - periode.hari_terakhir).days
        ulang = sum(len(versi[n]) - 1 for n in nama)
        janggal = sum(int(peringatan.get(n, 0)) for n in nama)
        tepat = None if batas is None else hari <= batas
        semua.append(Kiriman(satu, tuple(sorted(nama)), masuk, hari, ulang, janggal, tepat))
    kunci = {k.dinas: (not k.berkas, k.hari, k.ulang, k.peringatan) for k in semua}
    return tuple(
        replace(k, peringkat=1 + sum(lain < kunci[k.dinas] for lain in kunci.values()) if k.berkas else 0)
        for k in sorted(semua, key=lambda k: (*kunci[k.dinas], k.dinas))
    )


def _versi(jejak: Sequence[BarisJejak], periode: Periode) -> Mapping[str, Mapping[str, dt.date]]:
    """Give by file name each version (hash) that was counted in this month, with its first day.

    A count that was taken back doesn't count, nor do values from elsewhere.
    """
    hasil: dict[str, dict[str, dt.date]] = {}
    for lapis in tumpukan(jejak, periode):
        berkas = lapis.baris.isi.get("berkas")
        if isinstance(berkas, list):
            hari = dt.datetime.fromisoformat(str(lapis.baris.isi["waktu"])).date()
            for b in berkas:
                if "asal" not in b:
                    hasil.setdefault(b["nama"], {}).setdefault(b["sha256"], hari)
    return hasil
