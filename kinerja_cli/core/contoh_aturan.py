"""A rule set at work on one made-up person: the engine itself computes the example that explanations show."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd

from kinerja_cli.core import skema
from kinerja_cli.core.angka import BOBOT_PENUH
from kinerja_cli.core.aturan import Aturan
from kinerja_cli.core.capaian import RUMUS
from kinerja_cli.core.hitung import hitung
from kinerja_cli.core.laporan import Orang, susun_orang
from kinerja_cli.core.periode import Periode
from kinerja_cli.core.skema import Keadaan, Masukan, Sumber

_NIP = "000000000000000000"
_NAIK, _TURUN = (80.0, 78.0), (12.0, 11.0)
"""Target and realisasi of an indicator where more is better, and where less is."""
_PERILAKU = 90.0
_TAMBAHAN = 2.0


def contoh_hitungan(aturan: Aturan) -> Orang:
    """Score one made-up person who has an indicator for each way to compute capaian, and a usual word of the rater."""
    indikator = _indikator(aturan)
    n = len(indikator)
    pegawai = skema.kosong(skema.PEGAWAI).reindex(range(1)).assign(nip=_NIP, nama="Contoh", status="aktif", sumber=0, baris=1)
    pegawai = pegawai.fillna({nama: "" for nama, jenis in skema.PEGAWAI.items() if jenis == skema.TEKS})
    realisasi = pd.DataFrame(
        {
            "nip": _NIP, "kode": indikator["kode"], "realisasi": indikator.pop("realisasi"),
            "keadaan": Keadaan.TERISI.value, "target": np.nan, "keterangan": "", "nama": "", "sumber": 0, "baris": 1,
            "kolom": "",
        }
    )  # fmt: skip
    tengah = aturan.matriks.ekspektasi[len(aturan.matriks.ekspektasi) // 2].nama if aturan.matriks else ""
    perilaku = pd.DataFrame(
        {
            "nip": [_NIP], **dict.fromkeys(skema.BERAKHLAK, np.nan), "perilaku": _PERILAKU, "perilaku_kata": tengah,
            "hasil_kerja": tengah, "tambahan": _TAMBAHAN if aturan.tambahan else np.nan, "sumber": 0, "baris": 1,
        }
    )  # fmt: skip
    masukan = Masukan(pegawai, indikator, realisasi, sumber=(Sumber("", "", {}),), perilaku=perilaku)
    berlaku = pd.DataFrame({"nip": [_NIP] * n, "i": range(n)})
    hasil = hitung(masukan, berlaku, aturan, Periode(aturan.sejak.year, aturan.sejak.month), {})
    orang = susun_orang(hasil.nilai, hasil.rincian, hasil.aspek, aturan, skema.kosong(skema.PENUGASAN))
    return replace(orang[0], letak_perilaku="")


def _indikator(aturan: Aturan) -> pd.DataFrame:
    """Give one indicator for each way to compute capaian, of equal weight; all of them one task."""
    nama = list(aturan.cara)
    turun = [RUMUS[cara.rumus].turun for cara in aturan.cara.values()]
    angka = [_TURUN if t else _NAIK for t in turun]
    return pd.DataFrame(
        {
            "kode": [chr(ord("A") + i) for i in range(len(nama))],
            "indikator": "Tugas contoh",
            "aspek": nama if aturan.menurut == "aspek" else (aturan.aspek * len(nama))[: len(nama)] or "",
            "bobot": BOBOT_PENUH // len(nama),
            "arah": ["turun" if t else "naik" for t in turun],
            "target": [target for target, _ in angka],
            "realisasi": [realisasi for _, realisasi in angka],
            "target_atas": np.nan,
            "satuan": "",
            "berlaku_untuk": "",
            "terbaik": np.nan,
            "sumber": 0,
            "baris": 1,
        }
    )
