"""How firm the categories of a scored period are: who stands on an edge, and whom another rounding would move."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from kinerja_cli.core.angka import cetak_bilangan, cetak_persen
from kinerja_cli.core.aturan import Aturan
from kinerja_cli.core.hitung import Hasil
from kinerja_cli.core.saksi import Saksi, saksikan
from kinerja_cli.core.tepi import TEPI_BAWAAN, Tepi, di_tepi

TIDAK_BERLAKU = "tidak berlaku: predikat aturan ini tidak bergantung pada angka"
TAK_TERBANDING = "tidak dibandingkan: nilai aturan ini bukan jumlah capaian × bobot"


@dataclass(frozen=True)
class Telaah:
    """What was found.

    Attributes:
        bergaris: the rule set's categories begin at numbers; without that the rest is empty.
        ambang: how near to a line is near, in hundredths.
    """

    bergaris: bool = False
    ambang: int = TEPI_BAWAAN
    tepi: tuple[Tepi, ...] = ()
    saksi: tuple[Saksi, ...] = ()

    def milik(self, nip: Collection[str]) -> Telaah:
        """Give the same for some people."""
        return replace(self, tepi=tuple(t for t in self.tepi if t.nip in nip), saksi=tuple(s.milik(nip) for s in self.saksi))

    @property
    def ringkas(self) -> str:
        """How many people stand on an edge, in one line."""
        if not self.bergaris:
            return TIDAK_BERLAKU
        siapa = f"{cetak_bilangan(len(self.tepi))} orang" if self.tepi else "tidak seorang pun"
        return f"{siapa} paling jauh {cetak_persen(self.ambang)} dari batas suatu predikat"

    def daftar_saksi(self) -> tuple[tuple[str, str, str], ...]:
        """List each other way of rounding with its count, and beneath it the people whom it would move."""
        if not self.saksi:
            return (("", TIDAK_BERLAKU if not self.bergaris else TAK_TERBANDING, ""),)
        return tuple(
            baris
            for s in self.saksi
            for baris in ((s.cara, s.jumlah, ""), *(("", f"{b.nama} ({b.nip})", str(b)) for b in s.beralih))
        )


def telaah(hasil: Hasil, aturan: Aturan, ambang: int) -> Telaah:
    """Examine a scored period."""
    if not aturan.berangka:
        return Telaah(bergaris=False, ambang=ambang)
    return Telaah(True, ambang, di_tepi(hasil, aturan, ambang), saksikan(hasil, aturan))
