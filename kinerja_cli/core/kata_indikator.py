"""One indicator of one person with every operand, and how its capaian came about, in figures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, NamedTuple

import numpy as np
import pandas as pd

from kinerja_cli.core import angka
from kinerja_cli.core.aturan import Aturan, BarisPita, Cara
from kinerja_cli.core.capaian import TANPA_CAPAIAN, persen_bulat, sebelum_dibatasi
from kinerja_cli.core.rincian import kunci_cara
from kinerja_cli.core.rumus import Bentuk, bentuk_capaian
from kinerja_cli.core.skema import Keadaan

_UKURAN = ("realisasi", "target", "target_atas")
"""What capaian follows from."""


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


def baris_indikator(rincian: pd.DataFrame, aturan: Aturan) -> Iterator[BarisIndikator]:
    """Turn rows of :data:`skema.RINCIAN` into indicators with their computation in words."""
    isi: dict[str, list[Any]] = {nama: rincian[nama].tolist() for nama in rincian}  # a frame gives out its rows slowly
    menurut = kunci_cara(rincian, aturan)
    ukuran = tuple(rincian[k].to_numpy(dtype=np.float64) for k in _UKURAN)
    kunci: list[str] = menurut.tolist()
    rasio = (satu.tolist() for satu in sebelum_dibatasi(*ukuran, menurut=menurut, aturan=aturan))
    cara = [
        _tanpa_capaian(keadaan, t) if c == TANPA_CAPAIAN else _cara(r, t, atas, c, aturan.cara[nama], berasio, mentah, tambah)
        for keadaan, c, r, t, atas, nama, berasio, mentah, tambah in zip(
            *(isi[k] for k in ("keadaan", "capaian", *_UKURAN)), kunci, *rasio, strict=True
        )
    ]
    if aturan.pita:
        cara = [teks + lanjutan for teks, lanjutan in zip(cara, _menurut_pita(isi, aturan), strict=True)]
    kolom = {
        **isi,
        "nilai": isi["nilai_indikator"],
        "bobot": isi["bobot_hitung"],
        "tertimbang": isi["nilai_tertimbang"],
        "cara": cara,
        "letak": [
            (f"{berkas} › {lembar}!{sel}" if lembar else f"{berkas} › {sel}") if sel else ""
            for berkas, lembar, sel in zip(isi["berkas"], isi["lembar"], isi["sel"], strict=True)
        ],
        "kunci": kunci,
        "bentuk": bentuk_capaian(*ukuran, menurut=menurut, aturan=aturan),
    }
    return map(BarisIndikator._make, zip(*(kolom[nama] for nama in BarisIndikator._fields), strict=True))


def _tanpa_capaian(keadaan: str, target: float) -> str:
    if keadaan == Keadaan.TIDAK_BERLAKU:
        return "tidak berlaku: tidak ikut dijumlahkan"
    if keadaan == Keadaan.TERISI and target == 0:
        return "target 0 tidak dapat dihitung bila makin besar makin baik"
    return "belum ada realisasi" if keadaan == Keadaan.KOSONG else "tidak dapat dihitung"


def _cara(
    realisasi: float, target: float, atas: float, capaian: int, cara: Cara, berasio: bool, mentah: int, tambah: bool
) -> str:
    """Write out how a capaian came about, so that a pocket calculator can follow; the last three are a row of `Rasio`."""
    hasil, r = angka.cetak_persen(capaian), angka.cetak_angka(realisasi)
    if target <= realisasi <= atas:
        return f"{r} di antara {angka.cetak_angka(target)} dan {angka.cetak_angka(atas)}: {hasil}"
    if not berasio:
        return f"target 0, realisasi {r}: {hasil}"
    acuan = atas if realisasi > atas else target
    hitungan = _HITUNGAN[cara.rumus](r, angka.cetak_angka(acuan), cara, tambah)
    if mentah > capaian:
        return f"{hitungan} = {angka.cetak_persen(mentah)}, dibatasi {hasil}"
    if mentah < capaian:
        return f"{hitungan} kurang dari {angka.cetak_pendek(capaian)}, menjadi {hasil}"
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


def _menurut_pita(isi: Mapping[str, list[Any]], aturan: Aturan) -> Iterator[str]:
    """Continue with the bands: which one, and the straight line in it; "" where none was used."""
    pita = {p.nama: p for p in aturan.pita}
    bulat = persen_bulat(np.maximum(np.asarray(isi["capaian"], dtype=np.int64), 0)).tolist()
    kolom = (isi[k] for k in ("pita", "nilai_indikator", "terbaik", "target"))
    for b, nama, nilai, terbaik, target in zip(bulat, *kolom, strict=True):
        if not nama:
            yield ""
            continue
        baris = next(p for p in pita[nama].baris if p.dari <= b <= p.sampai)
        if baris.terbaik is not None and terbaik == target:
            yield f"; dibulatkan {b}, dan target itu hasil terbaik yang mungkin: nilai {angka.cetak_persen(nilai)}"
        else:
            yield f"; dibulatkan {b}, pita {cetak_pita(baris)}: {_garis(baris, b)}{angka.cetak_persen(nilai)}"


def cetak_pita(b: BarisPita) -> str:
    """Name a band by its whole percents: "80–99"."""
    return str(b.dari) if b.dari == b.sampai else f"{b.dari}–{b.sampai}"


def _garis(p: BarisPita, bulat: int) -> str:
    if p.awal == p.puncak:
        return "nilai "
    awal, puncak = angka.cetak_pendek(p.awal), angka.cetak_pendek(p.puncak)
    return f"{awal} + ({puncak} − {awal}) × ({bulat} − {p.dari}) ÷ ({p.sampai} − {p.dari}) = "
