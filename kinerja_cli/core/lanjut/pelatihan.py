"""Training: what a dinas needs by its lowest indicators, which courses fit, and the hours done this year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from kinerja_cli.core import nip as nip_
from kinerja_cli.core.kolom import ringkas
from kinerja_cli.core.lanjut.aturan import AturanLanjut, BatasJp
from kinerja_cli.core.lanjut.bulan import BulanOrang, BulanTersimpan, jendela
from kinerja_cli.core.lanjut.urai import Keikutsertaan, Pelatihan
from kinerja_cli.core.periode import Periode


@dataclass(frozen=True)
class Kebutuhan:
    """A low indicator of a dinas.

    Attributes:
        rata_rata: mean capaian of all its people and months, half-up, in hundredths.
        orang: how many people have this indicator.
        di_bawah: how many of them have a mean of their own under the limit.
        pelatihan: courses for this very indicator; where there is none, those for its aspect.
    """

    dinas: str
    kode: str
    indikator: str
    aspek: str
    rata_rata: int
    orang: int
    di_bawah: int
    pelatihan: tuple[Pelatihan, ...]


@dataclass(frozen=True)
class JpOrang:
    """A person's training hours of the year so far, in hundredths; ``kurang`` to the minimum, ``lebih`` over the maximum."""

    orang: BulanOrang
    pns: bool
    jp: int
    kurang: int
    lebih: int


def kebutuhan(
    semua: Sequence[BulanTersimpan], akhir: Periode, aturan: AturanLanjut, katalog: Sequence[Pelatihan]
) -> tuple[Kebutuhan, ...]:
    """Find the lowest indicators of each dinas over the last months, where their mean is under the limit.

    The mean is over all capaian (each person and month counts once), as capped by the rule set; a low mean says that the
    indicator is low, not that a course would raise it.

    Args:
        semua: comparable months.
        akhir: the last one.
        aturan: how many months and indicators, and the limit.
        katalog: the courses.
    """
    batas = aturan.kebutuhan
    dipakai = set(jendela(akhir, batas.bulan))
    bagian = [b.capaian for b in semua if b.periode in dipakai]
    data = pd.concat(bagian, ignore_index=True)
    if data.empty:
        return ()
    indikator = data.groupby(["dinas", "kode"], sort=True).agg(
        indikator=("indikator", "last"), aspek=("aspek", "last"), jumlah=("capaian", "sum"), n=("capaian", "size")
    )
    indikator["rata"] = (2 * indikator["jumlah"] + indikator["n"]) // (2 * indikator["n"])
    orang = data.groupby(["dinas", "kode", "nip"]).agg(jumlah=("capaian", "sum"), n=("capaian", "size"))
    orang["rendah"] = orang["jumlah"] < batas.capaian_di_bawah * orang["n"]
    rendah = indikator[indikator["jumlah"] < batas.capaian_di_bawah * indikator["n"]].sort_values("rata", kind="stable")
    hasil = []
    for (dinas, kode), satu in rendah.groupby(level="dinas", sort=True).head(batas.banyak).iterrows():
        milik = orang.loc[(dinas, kode)]
        hasil.append(
            Kebutuhan(
                dinas, kode, satu["indikator"], satu["aspek"], int(satu["rata"]), len(milik), int(milik["rendah"].sum()),
                pelatihan_cocok(kode, satu["aspek"], katalog),
            )
        )  # fmt: skip
    return tuple(sorted(hasil, key=lambda k: (k.dinas, k.rata_rata, k.kode)))


def pelatihan_cocok(kode: str, aspek: str, katalog: Iterable[Pelatihan]) -> tuple[Pelatihan, ...]:
    """Give the courses for an indicator; where there is none, those for its aspect that name no indicator."""
    semua = tuple(katalog)
    tepat = tuple(p for p in semua if ringkas(kode) in map(ringkas, p.indikator))
    return tepat or tuple(p for p in semua if not p.indikator and ringkas(aspek) in map(ringkas, p.aspek))


def jp_setahun(
    orang: Iterable[BulanOrang], register: Iterable[Keikutsertaan], akhir: Periode, batas: BatasJp
) -> tuple[JpOrang, ...]:
    """Add up everybody's training hours from the year's first day to the month's last."""
    jumlah: dict[str, int] = {}
    for satu in register:
        if satu.tanggal.year == akhir.tahun and satu.tanggal <= akhir.hari_terakhir:
            jumlah[satu.nip] = jumlah.get(satu.nip, 0) + satu.jp
    return tuple(_jp(o, jumlah, batas) for o in sorted(orang, key=lambda o: (o.dinas, o.nama, o.nip)))


def _jp(o: BulanOrang, jumlah: Mapping[str, int], batas: BatasJp) -> JpOrang:
    jp, pns = jumlah.get(o.nip, 0), nip_.pns(o.nip)
    kurang = max(batas.pns * 100 - jp, 0) if pns else 0
    return JpOrang(o, pns, jp, kurang, max(jp - batas.pppk * 100, 0) if nip_.pppk(o.nip) else 0)
