"""Many files, one table each: what comes from an earlier month gives way, word-for-word repeats count once.

Rows that contradict each other are named; none of them wins in silence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from kinerja_cli.core import angka
from kinerja_cli.core.kolom import JUDUL
from kinerja_cli.core.penugasan import bagi_tugas
from kinerja_cli.core.periode import Periode, cetak_tanggal
from kinerja_cli.core.skema import Masukan
from kinerja_cli.core.temuan import Letak, Temuan

_TEMPAT = ("sumber", "baris", "kolom")


def satukan_orang(masukan: Masukan, periode: Periode | None) -> tuple[Masukan, tuple[Temuan, ...]]:
    """Give the input with each person once, and who served in several dinas split by days (:mod:`penugasan`).

    Carried-over people give way to the new list of their dinas, and to a new row of their own.
    """
    pegawai = _tanpa_usang(masukan.pegawai, masukan.bawaan())
    pegawai, salah = _satu_baris(masukan, pegawai, ["nip", "dinas"], "P03", "P04")
    masukan, salah_tugas = bagi_tugas(masukan.ubah(pegawai=pegawai), periode)
    return masukan, (*salah, *salah_tugas)


def satukan_isi(masukan: Masukan) -> tuple[Masukan, tuple[Temuan, ...]]:
    """Give the input with each realisasi, and what a rater said of each person, once.

    Realisasi, perilaku, ideas and registers of an earlier month are dropped (the indicator's scope has been read before).
    Of rows that contradict each other the first stays, so that the person is counted; the finding is a GALAT that names
    both cells.
    """
    bawaan = masukan.bawaan()
    realisasi = masukan.realisasi[~_dari_bawaan(masukan.realisasi, bawaan)].reset_index(drop=True)
    realisasi, salah_realisasi = _satu_baris(masukan, realisasi, ["nip", "kode"], "R03", "R04")
    ide = masukan.ide_baru[~_dari_bawaan(masukan.ide_baru, bawaan)].reset_index(drop=True)
    perilaku = masukan.perilaku[~_dari_bawaan(masukan.perilaku, bawaan)].reset_index(drop=True)
    perilaku, salah_perilaku = _satu_baris(masukan, perilaku, ["nip"], "K03", "K04")
    inovasi = masukan.inovasi[~_dari_bawaan(masukan.inovasi, bawaan)].reset_index(drop=True)
    hasil = masukan.ubah(realisasi=realisasi, ide_baru=ide, perilaku=perilaku, inovasi=inovasi)
    return hasil, (*salah_realisasi, *salah_perilaku)


def _dari_bawaan(tabel: pd.DataFrame, bawaan: np.ndarray) -> np.ndarray:
    return bawaan[tabel["sumber"].to_numpy()] if len(bawaan) else np.zeros(len(tabel), dtype=bool)


def _tanpa_usang(pegawai: pd.DataFrame, bawaan: np.ndarray) -> pd.DataFrame:
    lama = _dari_bawaan(pegawai, bawaan)
    baru = pegawai[~lama]
    usang = lama & (pegawai["dinas"].isin(baru["dinas"]) | pegawai["nip"].isin(baru["nip"])).to_numpy()
    return pegawai[~usang].reset_index(drop=True)


def _satu_baris(
    masukan: Masukan, tabel: pd.DataFrame, kunci: Sequence[str], kode_beda: str, kode_sama: str
) -> tuple[pd.DataFrame, list[Temuan]]:
    kembar = tabel.duplicated(list(kunci), keep=False) & (tabel["nip"] != "")
    if not kembar.any():
        return tabel, []
    temuan = []
    isi = [k for k in tabel.columns if k not in _TEMPAT]
    for _, kelompok in tabel[kembar].groupby(list(kunci), sort=True):
        urut = kelompok.sort_values(
            ["sumber", "baris"], key=lambda s: s.map(masukan.urutan_sumber()) if s.name == "sumber" else s
        )
        pertama = urut.iloc[0]
        for _, lain in urut.iloc[1:].iterrows():
            beda = [k for k in isi if not _sama(pertama[k], lain[k])]
            temuan.append(
                Temuan(
                    kode_beda if beda else kode_sama,
                    _letak(masukan, lain),
                    " ".join(str(lain[k]) for k in ("nip", "kode") if k in kunci),
                    (
                        ("lain", str(_letak(masukan, pertama))),
                        *([("beda", ", ".join(_beda(k, pertama[k], lain[k]) for k in beda[:3]))] if beda else []),
                    ),
                    nip=(str(lain["nip"]),),
                )
            )
    return tabel[~(tabel.duplicated(list(kunci)) & (tabel["nip"] != ""))].reset_index(drop=True), temuan


def _letak(masukan: Masukan, baris: pd.Series[object]) -> Letak:
    """Give the cell of a person's NIP, or of a realisasi."""
    nip = masukan.letak(baris, "nip")
    return replace(nip, sel=f"{baris['kolom']}{baris['baris']}") if "kolom" in baris else nip


def _sama(a: object, b: object) -> bool:
    return bool(a == b or (pd.isna(a) and pd.isna(b)))


def _beda(kolom: str, a: object, b: object) -> str:
    return f"{JUDUL.get(kolom, 'isi')} {_cetak(a)} dan {_cetak(b)}"


def _cetak(nilai: object) -> str:
    if pd.isna(nilai) or nilai == "":
        return "kosong"
    if isinstance(nilai, pd.Timestamp):
        return cetak_tanggal(nilai.date())
    return angka.cetak_angka(nilai) if isinstance(nilai, float) else str(nilai)
