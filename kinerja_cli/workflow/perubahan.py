"""Before and after: the results of a period that stand on one another, read back and compared."""

from __future__ import annotations

from kinerja_cli.core.laporan import Konteks
from kinerja_cli.core.perubahan import BagianPerubahan, LaporanPerubahan, Rencana, rencanakan
from kinerja_cli.core.riwayat import sebutan_lain
from kinerja_cli.core.selisih import selisih_berkas
from kinerja_cli.core.simpanan import SimpananRusak
from kinerja_cli.errors import KinerjaError
from kinerja_cli.store import RuangKerja, Simpanan


def muat_perubahan(ruang: RuangKerja, konteks: Konteks) -> LaporanPerubahan:
    """Make the comparisons that the trail asks for; an earlier result that is gone is told, not raised."""
    rencana = rencanakan(ruang.jejak(), konteks.periode)
    return LaporanPerubahan(konteks, tuple(_bandingkan(ruang, konteks, satu) for satu in rencana))


def _bandingkan(ruang: RuangKerja, konteks: Konteks, rencana: Rencana) -> BagianPerubahan:
    try:
        lama, baru = (_hasil(ruang, konteks, manifes) for manifes in (rencana.dari, rencana.ke))
        return BagianPerubahan(rencana, selisih_berkas(lama.berkas, baru.berkas))
    except (KinerjaError, SimpananRusak, KeyError):
        return BagianPerubahan(rencana, (), "Hasil yang dibandingkan tidak lengkap lagi di folder periode.")


def _hasil(ruang: RuangKerja, konteks: Konteks, manifes: str) -> Simpanan:
    for satu in sebutan_lain(ruang.jejak(), konteks.periode, manifes):
        if simpanan := ruang.baca_menurut_manifes(konteks.periode, satu):
            return simpanan
    raise KinerjaError(f"Hasil {konteks.periode} yang sebelumnya tidak ada lagi.")
