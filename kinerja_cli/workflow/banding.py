"""``bandingkan P1 P2``: the same people in two saved months."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja_cli.core.banding import Banding, bandingkan, sebab_gerak
from kinerja_cli.core.laporan import Konteks
from kinerja_cli.core.periode import Periode
from kinerja_cli.store import RuangKerja
from kinerja_cli.workflow.isi import muat
from kinerja_cli.workflow.ruang import pilih_periode, setelan_ruang


@dataclass(frozen=True)
class BandingBulan:
    """Two months side by side; ``datang`` and ``pergi`` count who stands in the second or the first only."""

    asal: Konteks
    jadi: Konteks
    banding: Banding
    datang: int
    pergi: int


def banding_bulan(ruang: RuangKerja, asal: Periode, jadi: Periode) -> BandingBulan:
    """Compare two saved months.

    Raises:
        KinerjaError: one of them isn't saved.
    """
    setelan = setelan_ruang(ruang)
    dulu, kini = (muat(ruang, pilih_periode(ruang, p), setelan) for p in (asal, jadi))
    berangka = dulu.konteks.aturan.berangka and kini.konteks.aturan.berangka
    sebab = sebab_gerak(dulu.hasil, kini.hasil, (dulu.konteks.aturan, kini.konteks.aturan)) if berangka else {}
    nip_dulu, nip_kini = set(dulu.hasil.nilai["nip"]), set(kini.hasil.nilai["nip"])
    return BandingBulan(
        dulu.konteks,
        kini.konteks,
        bandingkan(dulu.hasil, kini.hasil, berangka=berangka, sebab=sebab),
        len(nip_kini - nip_dulu),
        len(nip_dulu - nip_kini),
    )
