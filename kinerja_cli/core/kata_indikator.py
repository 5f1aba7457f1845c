"""One indicator of one person with every operand, and how its capaian came about, in figures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final, NamedTuple, Protocol

import numpy as np
import pandas as pd

from kinerja_cli.core import angka
from kinerja_cli.core.aturan import Aturan, BarisPita, Cara
from kinerja_cli.core.capaian import TANPA_CAPAIAN, persen_bulat, sebelum_dibatasi
from kinerja_cli.core.rincian import kunci_cara
from kinerja_cli.core.rumus import Bentuk, bentuk_capaian
from kinerja_cli.core.skema import Keadaan


class BarisIndikator(NamedTuple):
    """One indicator of one person, with every operand. Scales as in :mod:`skema`."""

    kode: str
    indikator: str
    aspek: str
    arah: str
    satuan: str
    target: float
    target_atas: float
    realisasi: float
    keadaan: str
    capaian: int
    nilai: int
    """What goes into the sum: capaian, or nilai by the bands."""
    bobot: int
    """The weight in the sum."""
    tertimbang: int
    cara: str
    """The computation in figures: "(2 − 2,5 ÷ 3) × 100 = 116,67"; bands among it."""
    keterangan: str
    letak: str
    """Cell of the realisasi, "berkas › Lembar!F14"; "" where there is none."""
    letak_indikator: str
    kunci: str
    """The key of ``aturan.cara`` by which it is computed; "" for none."""
    pita: str
    """Name of the bands that were used; "" for none."""
    terbaik: float
    """The best result that can be reached at all; NaN: not known."""
    bentuk: Bentuk
    """The spreadsheet formula that agrees with capaian."""

    @property
    def ada_capaian(self) -> bool:
        """Whether it takes part in the sum."""
        return self.capaian != TANPA_CAPAIAN


class _Baris(Protocol):
    """A row of :data:`skema.RINCIAN`."""

    realisasi: float
    target: float
    target_atas: float
    terbaik: float
    capaian: int
    nilai_indikator: int
    pita: str


def baris_indikator(rincian: pd.DataFrame, aturan: Aturan) -> Iterator[BarisIndikator]:
    """Turn rows of :data:`skema.RINCIAN` into indicators with their computation in words."""
    tempat = rincian["berkas"] + " › " + rincian["lembar"] + "!" + rincian["sel"]
    tempat = tempat.where(rincian["sel"] != "", "").str.replace("› !", "› ", regex=False)
    kunci = kunci_cara(rincian, aturan)
    kolom = tuple(rincian[k].to_numpy(dtype=np.float64) for k in ("realisasi", "target", "target_atas"))
    rasio = sebelum_dibatasi(*kolom, menurut=kunci, aturan=aturan)
    bentuk = bentuk_capaian(*kolom, menurut=kunci, aturan=aturan)
    c = persen_bulat(np.maximum(rincian["capaian"].to_numpy(dtype=np.int64), 0))
    baris = rincian.astype(object).itertuples(index=False)  # texts are given out one by one
    angka_rasio = zip(*(isi.tolist() for isi in rasio), strict=True)
    for b, nama, satu, bulat, letak, rumus in zip(
        baris, kunci, angka_rasio, c.tolist(), tempat.astype(object), bentuk, strict=True
    ):
        yield BarisIndikator(
            kode=b.kode,
            indikator=b.indikator,
            aspek=b.aspek,
            arah=b.arah,
            satuan=b.satuan,
            target=b.target,
            target_atas=b.target_atas,
            realisasi=b.realisasi,
            keadaan=b.keadaan,
            capaian=b.capaian,
            nilai=b.nilai_indikator,
            bobot=b.bobot_hitung,
            tertimbang=b.nilai_tertimbang,
            cara=_tanpa_capaian(b.keadaan, b.target)
            if b.capaian == TANPA_CAPAIAN
            else _cara(b, aturan.cara[nama], *satu) + _menurut_pita(b, bulat, aturan),
            keterangan=b.keterangan,
            letak=letak,
            letak_indikator=b.letak_indikator,
            kunci=nama,
            pita=b.pita,
            terbaik=b.terbaik,
            bentuk=rumus,
        )


def _tanpa_capaian(keadaan: str, target: float) -> str:
    if keadaan == Keadaan.TIDAK_BERLAKU:
        return "tidak berlaku: tidak ikut dijumlahkan"
    if keadaan == Keadaan.TERISI and target == 0:
        return "target 0 tidak dapat dihitung bila makin besar makin baik"
    return "belum ada realisasi" if keadaan == Keadaan.KOSONG else "tidak dapat dihitung"


def _cara(b: _Baris, cara: Cara, berasio: bool, mentah: int, tambah: bool) -> str:
    """Write out how a capaian came about, so that a pocket calculator can follow; the last three are a row of `Rasio`."""
    hasil, r = angka.cetak_persen(b.capaian), angka.cetak_angka(b.realisasi)
    rentang = not np.isnan(b.target_atas)
    if rentang and b.target <= b.realisasi <= b.target_atas:
        return f"{r} di antara {angka.cetak_angka(b.target)} dan {angka.cetak_angka(b.target_atas)}: {hasil}"
    acuan = b.target_atas if rentang and b.realisasi > b.target_atas else b.target
    if not berasio:
        return f"target 0, realisasi {r}: {hasil}"
    hitungan = _HITUNGAN[cara.rumus](r, angka.cetak_angka(acuan), cara, tambah)
    if mentah > b.capaian:
        return f"{hitungan} = {angka.cetak_persen(int(mentah))}, dibatasi {hasil}"
    if mentah < b.capaian:
        return f"{hitungan} kurang dari {angka.cetak_pendek(b.capaian)}, menjadi {hasil}"
    return f"{hitungan} = {hasil}"


def _realisasi_per_target(r: str, t: str, cara: Cara, tambah: bool) -> str:
    return f"({r} ÷ {t}) × 100"


def _dua_kurang_realisasi_per_target(r: str, t: str, cara: Cara, tambah: bool) -> str:
    return f"(2 − {r} ÷ {t}) × 100"


def _efisiensi(r: str, t: str, cara: Cara, tambah: bool) -> str:
    """The branch that was taken shows in the slope: R ÷ T is taken away in the near one, and added in the far one."""
    batas, faktor, pangkal = (angka.cetak_pendek(cara.tetapan[k]) for k in ("batas", "faktor", "pangkal"))
    hitungan = f"({faktor} × {t} − {r}) ÷ {t} × 100"
    if tambah:
        return f"e = 100 − {r} ÷ {t} × 100, lebih dari {batas}: {pangkal} − ({hitungan} − 100)"
    return f"e = 100 − {r} ÷ {t} × 100, tidak lebih dari {batas}: {hitungan}"


_HITUNGAN: Final[Mapping[str, Callable[[str, str, Cara, bool], str]]] = {
    "realisasi_per_target": _realisasi_per_target,
    "dua_kurang_realisasi_per_target": _dua_kurang_realisasi_per_target,
    "efisiensi": _efisiensi,
}
"""The arithmetic of :data:`capaian.RUMUS` with a person's figures in it."""


def _menurut_pita(b: _Baris, bulat: int, aturan: Aturan) -> str:
    """Continue with the bands: which one, and the straight line in it."""
    if not b.pita:
        return ""
    pita = next(p for p in aturan.pita if p.nama == b.pita)
    baris = next(p for p in pita.baris if p.dari <= bulat <= p.sampai)
    nilai = angka.cetak_persen(b.nilai_indikator)
    if baris.terbaik is not None and b.terbaik == b.target:
        return f"; dibulatkan {bulat}, dan target itu hasil terbaik yang mungkin: nilai {nilai}"
    return f"; dibulatkan {bulat}, pita {cetak_pita(baris)}: {_garis(baris, bulat)}{nilai}"


def cetak_pita(b: BarisPita) -> str:
    """Name a band by its whole percents: "80–99"."""
    return str(b.dari) if b.dari == b.sampai else f"{b.dari}–{b.sampai}"


def _garis(p: BarisPita, bulat: int) -> str:
    if p.awal == p.puncak:
        return "nilai "
    awal, puncak = angka.cetak_pendek(p.awal), angka.cetak_pendek(p.puncak)
    return f"{awal} + ({puncak} − {awal}) × ({bulat} − {p.dari}) ÷ ({p.sampai} − {p.dari}) = "
