"""What is odd or wrong in a register of innovations beyond its single cells."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from kinerja_cli.core.aturan import AturanInovasi
from kinerja_cli.core.kolom import TAHAP, ringkas
from kinerja_cli.core.periode import Periode
from kinerja_cli.core.skema import Masukan
from kinerja_cli.core.temuan import Temuan, nama_terdekat

TINGKAT = {tahap: tingkat for tingkat, tahap in enumerate(TAHAP, 1)}
"""The stages in order."""


def tanpa_bukti(masukan: Masukan, inovasi: pd.DataFrame, aturan: AturanInovasi) -> Iterator[Temuan]:
    """Name the ideas that would count, had they evidence."""
    perlu = {t for s in (aturan.ide_baru, aturan.realisasi) if s.perlu_bukti for t in s.tahap}
    kurang = inovasi[inovasi["tahap"].isin(perlu) & (inovasi["bukti"] == "")]
    for (_, _), milik in kurang.groupby(["sumber", "baris"], sort=False):
        baris = milik.iloc[0]
        kolom = "bukti" if "bukti" in masukan.sumber[int(baris["sumber"])].huruf else "uraian"
        isian = (("tahap", str(baris["tahap"])),)
        yield Temuan("V04", masukan.letak(baris, kolom), str(baris["uraian"]), isian, nip=tuple(milik["nip"]))


def tercatat_dua_kali(masukan: Masukan, inovasi: pd.DataFrame) -> Iterator[Temuan]:
    """Name an idea that stands twice for one owner, at the later of the two rows."""
    urut = inovasi.sort_values(["urutan", "baris"], kind="stable")
    pertama = urut.drop_duplicates(["nip", "judul"]).set_index(["nip", "judul"])
    ulang = urut[urut.duplicated(["nip", "judul"])]
    for (_, _), milik in ulang.groupby(["urutan", "baris"]):
        baris = milik.iloc[0]
        lain = masukan.letak(pertama.loc[(baris["nip"], baris["judul"])], "uraian")
        isian = (("lain", str(lain)),)
        yield Temuan("V03", masukan.letak(baris, "uraian"), str(baris["uraian"]), isian, nip=tuple(milik["nip"]))


def kode_asing(masukan: Masukan, berkode: pd.DataFrame, pasangan: pd.DataFrame) -> Iterator[Temuan]:
    """Name the codes that no indicator has, and the owners to whom none of an idea's indicators applies."""
    dikenal = set(masukan.indikator["kode"])
    for (_, _, kode), milik in berkode[~berkode["kode"].isin(dikenal)].groupby(["sumber", "baris", "kode"], sort=False):
        letak = masukan.letak(milik.iloc[0], "kode")
        yield Temuan("R02", letak, str(kode), usul=nama_terdekat(str(kode), dikenal), nip=tuple(milik["nip"]))
    baris = ["sumber", "baris", "nip"]
    milik_orang = berkode[berkode["kode"].isin(dikenal) & berkode["nip"].isin(masukan.pegawai["nip"])]
    berlaku = pd.MultiIndex.from_frame(milik_orang[["nip", "kode"]]).isin(pd.MultiIndex.from_frame(pasangan))
    terpakai = pd.MultiIndex.from_frame(milik_orang.loc[berlaku, baris].drop_duplicates())
    sia_sia = milik_orang[~pd.MultiIndex.from_frame(milik_orang[baris]).isin(terpakai)]
    for (_, _, nip), satu in sia_sia.groupby(baris, sort=False):
        letak = masukan.letak(satu.iloc[0], "kode")
        yield Temuan("V07", letak, ", ".join(satu["kode"]), (("nip", str(nip)),), nip=(str(nip),))


def mundur(masukan: Masukan, lalu: pd.DataFrame, bulan: Periode) -> Iterator[Temuan]:
    """Name the ideas that stand at an earlier stage than in the month before.

    Args:
        masukan: this month's tables.
        lalu: that month's register: nip, uraian, tahap.
        bulan: which month that was.
    """
    kini, dulu = (_tertinggi(t) for t in (masukan.inovasi, lalu))
    pasangan = kini.merge(dulu, on=["nip", "judul"], suffixes=("", "_dulu"))
    for (_, _), milik in pasangan[pasangan["tingkat"] < pasangan["tingkat_dulu"]].groupby(["sumber", "baris"], sort=False):
        baris = milik.iloc[0]
        isian = (("tahap", str(baris["tahap"])), ("dulu", str(baris["tahap_dulu"])), ("lain", bulan.nama))
        yield Temuan("V02", masukan.letak(baris, "tahap"), str(baris["uraian"]), isian, nip=tuple(milik["nip"]))


def _tertinggi(inovasi: pd.DataFrame) -> pd.DataFrame:
    """Give each owner's ideas at the highest stage that stands in a register."""
    tabel = inovasi.assign(judul=inovasi["uraian"].map(ringkas), tingkat=inovasi["tahap"].map(TINGKAT).fillna(0))
    tabel = tabel[(tabel["nip"] != "") & (tabel["tingkat"] > 0)]
    return tabel.sort_values("tingkat", ascending=False, kind="stable").drop_duplicates(["nip", "judul"])
