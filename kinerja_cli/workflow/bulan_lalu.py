"""Saved months beside this one: of each only what a comparison needs, every file proved; what can't be read is left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kinerja_cli.core.jejak import BarisJejak
from kinerja_cli.core.periode import Periode
from kinerja_cli.core.rekap import NILAI, Bulan
from kinerja_cli.core.riwayat import baris_hitung
from kinerja_cli.core.setelan import Setelan
from kinerja_cli.core.simpanan import kolom_dari_csv, penugasan_dari_csv
from kinerja_cli.core.tren import TERPANJANG, sebut_dilewati
from kinerja_cli.errors import KinerjaError
from kinerja_cli.store import RuangKerja, Simpanan
from kinerja_cli.workflow.ruang import setelan_ruang
from kinerja_cli.workflow.tersimpan import aturan_tersimpan, bila_rusak

_BERKAS = ("aturan.toml", "nilai.csv", "penugasan.csv")


@dataclass(frozen=True)
class BulanSampai:
    """A month and those before it, oldest first (none where it is the first); and the earlier ones that can't be read."""

    bulan: tuple[Bulan, ...]
    dilewati: tuple[Periode, ...] = ()

    @property
    def catatan(self) -> str:
        """Which months were left out, in one sentence; "" for none."""
        return sebut_dilewati(self.dilewati)


def bulan_sampai(ruang: RuangKerja, periode: Periode) -> BulanSampai:
    """Give the latest saved months up to this one.

    Raises:
        KinerjaError: this month itself can't be read.
    """
    semua = [p for p in ruang.semua_periode() if p <= periode][-TERPANJANG:]
    if len(semua) < 2:
        return BulanSampai(())
    setelan, jejak = setelan_ruang(ruang), ruang.jejak()
    bulan: list[Bulan] = []
    dilewati: list[Periode] = []
    for p in semua:
        try:
            if simpanan := ruang.baca_sebagian(p, _BERKAS):
                bulan.append(bulan_tersimpan(simpanan, setelan, jejak))
        except KinerjaError:
            if p == periode:
                raise
            dilewati.append(p)
    return BulanSampai(tuple(bulan), tuple(dilewati))


def bulan_tersimpan(simpanan: Simpanan, setelan: Setelan, jejak: Sequence[BarisJejak]) -> Bulan:
    """Read of a saved month what is compared with other months.

    Raises:
        KinerjaError: it can't be read.
    """
    with bila_rusak(simpanan):
        aturan = aturan_tersimpan(simpanan)
        return Bulan(
            periode=simpanan.periode,
            aturan=aturan,
            penetapan=aturan.penetapan(setelan.penetapan),
            jejak=baris_hitung(jejak, simpanan.periode, simpanan.sha256_manifes),
            nilai=kolom_dari_csv(simpanan.berkas["nilai.csv"], NILAI, "nilai.csv"),
            penugasan=penugasan_dari_csv(simpanan.berkas.get("penugasan.csv")),
        )
