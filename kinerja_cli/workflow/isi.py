"""A saved period as reports and questions need it: its tables, its people, and what every page prints."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

import pandas as pd

from kinerja_cli import __version__
from kinerja_cli.core import skema
from kinerja_cli.core.aturan import Aturan
from kinerja_cli.core.hitung import Hasil
from kinerja_cli.core.jejak import BarisJejak
from kinerja_cli.core.keberatan import CATAT, Perkara, semua_penyerahan, semua_perkara
from kinerja_cli.core.laporan import Konteks, Orang, OrangRinci, rincikan, susun_orang
from kinerja_cli.core.periode import Periode
from kinerja_cli.core.perubahan import sebut_perubahan
from kinerja_cli.core.riwayat import baris_hitung
from kinerja_cli.core.setelan import Setelan
from kinerja_cli.core.simpanan import penugasan_dari_csv, tabel_dari_csv
from kinerja_cli.core.telaah import Telaah
from kinerja_cli.errors import KinerjaError
from kinerja_cli.readers.keberatan import baca_tenggat
from kinerja_cli.store import RuangKerja, Simpanan
from kinerja_cli.workflow.tersimpan import aturan_tersimpan, bila_rusak


class Olahan(NamedTuple):
    """What can be made of a scored month before it is saved."""

    orang: tuple[Orang, ...]
    telaah: Telaah | None = None


@dataclass(frozen=True)
class Isi:
    """A saved period, read back: its tables, people, what every page prints, and who objected.

    ``manifes`` is the hash of its manifest, which stands for all its files.
    """

    manifes: str
    hasil: Hasil
    orang: tuple[Orang, ...]
    konteks: Konteks
    ambang_tepi: int
    temuan: pd.DataFrame
    perkara: tuple[Perkara, ...] = ()
    telaah: Telaah | None = None
    """None where nobody has made it yet."""

    def rinci(self, orang: Sequence[Orang]) -> tuple[OrangRinci, ...]:
        """Give some of the people with the sums behind their results."""
        return rincikan(orang, self.hasil.rincian, self.konteks.aturan)


def muat(ruang: RuangKerja, periode: Periode, setelan: Setelan) -> Isi:
    """Read a saved period.

    Raises:
        KinerjaError: it isn't saved, or was changed behind the tool's back.
    """
    simpanan = wajib_ada(ruang.baca(periode), periode)
    return urai_simpanan(ruang, simpanan, setelan, baca_hasil(simpanan))


def wajib_ada(simpanan: Simpanan | None, periode: Periode) -> Simpanan:
    """Give a saved period that must be there.

    Raises:
        KinerjaError: it isn't.
    """
    if simpanan is None:
        raise KinerjaError(f"Periode {periode} belum dihitung.", "Jalankan “kinerja hitung BERKAS...”.")
    return simpanan


def baca_hasil(simpanan: Simpanan, nip: Collection[str] | None = None) -> Hasil:
    """Read the scores of a saved period: of everybody, or of some people and whatever else their indicators were filed with.

    Raises:
        KinerjaError: a file isn't what it should be.
    """

    saring, seindikator = (None, None) if nip is None else (partial(_milik, nip=nip), partial(_seindikator, nip=nip))
    with bila_rusak(simpanan):
        return Hasil(
            tabel_dari_csv(simpanan.berkas["nilai.csv"], skema.NILAI, "nilai.csv", saring),
            tabel_dari_csv(simpanan.berkas["rincian.csv"], skema.RINCIAN, "rincian.csv", seindikator),
            tabel_dari_csv(simpanan.berkas["aspek.csv"], skema.ASPEK, "aspek.csv", saring),
        )


def _milik(tabel: pd.DataFrame, nip: Collection[str]) -> pd.Series[bool]:
    return tabel["nip"].isin(nip)


def _seindikator(tabel: pd.DataFrame, nip: Collection[str]) -> pd.Series[bool]:
    return tabel["letak_indikator"].isin(tabel["letak_indikator"][_milik(tabel, nip)])


def urai_simpanan(ruang: RuangKerja, simpanan: Simpanan, setelan: Setelan, hasil: Hasil, siap: Olahan | None = None) -> Isi:
    """Give a saved period with the scores that were read of it; or that have just been saved with it, and what is ready.

    Raises:
        KinerjaError: a file isn't what it should be.
    """
    periode, aturan = simpanan.periode, aturan_tersimpan(simpanan)
    with bila_rusak(simpanan):
        temuan = tabel_dari_csv(simpanan.berkas["temuan.csv"], dict.fromkeys(("kode", "berkas"), skema.TEKS), "temuan.csv")
        if siap is None:
            penugasan = penugasan_dari_csv(simpanan.berkas.get("penugasan.csv"))
            siap = Olahan(susun_orang(hasil.nilai, hasil.aspek, aturan, penugasan))
    perkara = perkara_periode(ruang.jejak(), setelan, periode)
    konteks = konteks_laporan(ruang, simpanan, aturan, setelan)
    return Isi(simpanan.sha256_manifes, hasil, siap.orang, konteks, setelan.ambang_tepi, temuan, perkara, siap.telaah)


def konteks_laporan(ruang: RuangKerja, simpanan: Simpanan, aturan: Aturan, setelan: Setelan) -> Konteks:
    """Give what every page on a saved period prints."""
    jejak = ruang.jejak()
    return Konteks(
        instansi=setelan.instansi,
        tempat=setelan.tempat,
        periode=simpanan.periode,
        aturan=aturan,
        penetapan=aturan.penetapan(setelan.penetapan),
        versi=str(simpanan.manifes.get("versi", __version__)),
        jejak=baris_hitung(jejak, simpanan.periode, simpanan.sha256_manifes),
        kepala=setelan.kepala,
        perubahan=sebut_perubahan(jejak, simpanan.periode, simpanan.sha256_manifes),
        kertas=setelan.kertas,
    )


def perkara_periode(jejak: Sequence[BarisJejak], setelan: Setelan, periode: Periode | None) -> tuple[Perkara, ...]:
    """Give the objections to a month's results; None for all months."""
    if not any(b.isi["tindakan"] == CATAT for b in jejak):
        return ()
    tenggat = baca_tenggat(setelan, (p.tanggal.year for p in semua_penyerahan(jejak)))
    return tuple(p for p in semua_perkara(jejak, tenggat) if periode in (None, p.pengajuan.periode))
