"""What changed since an earlier result: the corrections after a lock, and the last count against the one before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from kinerja_cli.core.jejak import BarisJejak
from kinerja_cli.core.laporan import Konteks
from kinerja_cli.core.periode import Periode, cetak_tanggal
from kinerja_cli.core.riwayat import perubahan, sebutan_lain, tumpukan
from kinerja_cli.core.selisih import SelisihOrang

PERUBAHAN = "perubahan.html"
"""Name of the page among a period's reports."""


@dataclass(frozen=True)
class Rencana:
    """A comparison to make: two results by their manifests, and the line that computed the later one."""

    judul: str
    alasan: str
    dari: str
    ke: str
    baris: BarisJejak


@dataclass(frozen=True)
class BagianPerubahan:
    """A comparison made: the people whose result changed; ``hilang`` says why it couldn't be made, or ""."""

    rencana: Rencana
    selisih: tuple[SelisihOrang, ...]
    hilang: str = ""

    @property
    def waktu(self) -> str:
        """When the later result was computed, as people write it."""
        saat = dt.datetime.fromisoformat(str(self.rencana.baris.isi["waktu"]))
        return f"{cetak_tanggal(saat.date())} pukul {saat:%H.%M}"

    @property
    def pindah(self) -> int:
        """How many moved to another category."""
        return sum(s.pindah_predikat for s in self.selisih)


@dataclass(frozen=True)
class LaporanPerubahan:
    """The page: the latest comparison first; none where the period has one result only."""

    konteks: Konteks
    bagian: tuple[BagianPerubahan, ...]


def rencanakan(jejak: Sequence[BarisJejak], periode: Periode) -> tuple[Rencana, ...]:
    """List the comparisons that a period needs, latest first.

    Every correction after a lock stays for good; the current result against the one beneath it comes before them, unless it
    is the same pair.
    """
    koreksi = [
        Rencana(f"Perubahan ke-{p.nomor}", p.alasan, p.dari, p.ke, p.baris) for p in reversed(perubahan(jejak, periode))
    ]
    lapis = tumpukan(jejak, periode)
    if len(lapis) < 2:
        return tuple(koreksi)
    dari, kini = (sebutan_lain(jejak, periode, satu.manifes) for satu in lapis[-2:])
    if koreksi and koreksi[0].dari in dari and koreksi[0].ke in kini:
        return tuple(koreksi)
    terakhir = Rencana("Sejak hitungan sebelumnya", "", lapis[-2].manifes, lapis[-1].manifes, lapis[-1].baris)
    return (terakhir, *koreksi)


def sebut_perubahan(jejak: Sequence[BarisJejak], periode: Periode, manifes: str) -> str:
    """Say which correction a result is, with its reason; "" where it is none."""
    semua = perubahan(jejak, periode)
    if semua and manifes in sebutan_lain(jejak, periode, semua[-1].ke):
        return f"Perubahan ke-{semua[-1].nomor}: {semua[-1].alasan}"
    return ""
