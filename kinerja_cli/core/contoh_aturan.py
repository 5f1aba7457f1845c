"""A rule set at work on one made-up person: the engine itself computes the example that explanations show."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass, replace

import numpy as np
import pandas as pd

from kinerja_cli.core import skema
from kinerja_cli.core.angka import BOBOT_PENUH, SKALA_BOBOT
from kinerja_cli.core.aturan import Aturan
from kinerja_cli.core.capaian import RUMUS
from kinerja_cli.core.hitung import hitung
from kinerja_cli.core.laporan import OrangRinci, rincikan, susun_orang
from kinerja_cli.core.periode import Periode
from kinerja_cli.core.skema import Keadaan, Masukan, Sumber

_NIP = "000000000000000000"
_NAIK, _TURUN = (80.0, 78.0), (12.0, 11.0)
"""Target and realisasi of an indicator where more is better, and where less is."""
_PERILAKU = 90.0
_TAMBAHAN = 2.0


@dataclass(frozen=True)
class Pekerjaan:
    """One indicator of the made-up person; ``bobot`` in percent."""

    indikator: str
    aspek: str
    satuan: str
    arah: str
    target: float
    realisasi: float
    bobot: int


_KISAH = (
    Pekerjaan("Berkas yang selesai", "", "berkas", "naik", 80, 78, 50),
    Pekerjaan("Lama satu layanan", "", "hari", "turun", 10, 9, 30),
    Pekerjaan("Kepuasan warga", "", "nilai", "naik", 80, 84, 20),
)
"""Work that everybody knows, with round results, for explaining to people who never saw a formula."""


def kisah(aturan: Aturan) -> tuple[Pekerjaan, ...]:
    """Give the story's work, over the rule set's aspects; one task of all aspects where they tell how to compute."""
    if aturan.menurut == "aspek":
        return tuple(replace(p, indikator="Menyusun laporan") for p in _setiap_cara(aturan))
    aspek = aturan.aspek or ("",)
    return tuple(replace(p, aspek=aspek[min(i, len(aspek) - 1)]) for i, p in enumerate(_KISAH))


def contoh_hitungan(aturan: Aturan, pekerjaan: Sequence[Pekerjaan] | None = None, tanpa: Collection[str] = ()) -> OrangRinci:
    """Score one made-up person, with a usual word of the rater.

    Args:
        aturan: the rule set.
        pekerjaan: the person's work; None: an indicator for each way to compute capaian.
        tanpa: the names of indicators that don't apply to the person.
    """
    indikator = _indikator(_setiap_cara(aturan) if pekerjaan is None else pekerjaan)
    n = len(indikator)
    keadaan = [(Keadaan.TIDAK_BERLAKU if i in tanpa else Keadaan.TERISI).value for i in indikator["indikator"]]
    pegawai = skema.kosong(skema.PEGAWAI).reindex(range(1)).assign(nip=_NIP, nama="Contoh", status="aktif", sumber=0, baris=1)
    pegawai = pegawai.fillna({nama: "" for nama, jenis in skema.PEGAWAI.items() if jenis == skema.TEKS})
    realisasi = pd.DataFrame(
        {
            "nip": _NIP, "kode": indikator["kode"], "realisasi": indikator.pop("realisasi"),
            "keadaan": keadaan, "target": np.nan, "keterangan": "", "nama": "", "sumber": 0, "baris": 1,
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
    orang = susun_orang(hasil.nilai, hasil.aspek, aturan, skema.kosong(skema.PENUGASAN))
    return replace(rincikan(orang, hasil.rincian, aturan)[0], letak_perilaku="")


def _setiap_cara(aturan: Aturan) -> tuple[Pekerjaan, ...]:
    """Give one indicator for each way to compute capaian, of equal weight; all of them one task."""
    nama = list(aturan.cara)
    turun = [RUMUS[cara.rumus].turun for cara in aturan.cara.values()]
    aspek = nama if aturan.menurut == "aspek" else (*aturan.aspek, *[""] * len(nama))
    bobot = BOBOT_PENUH // SKALA_BOBOT // len(nama)
    return tuple(
        Pekerjaan("Tugas contoh", a, "", "turun" if t else "naik", *(_TURUN if t else _NAIK), bobot)
        for a, t in zip(aspek, turun, strict=False)
    )


def _indikator(pekerjaan: Sequence[Pekerjaan]) -> pd.DataFrame:
    isi = pd.DataFrame([asdict(p) for p in pekerjaan])
    lain = {"target_atas": np.nan, "berlaku_untuk": "", "terbaik": np.nan, "sumber": 0, "baris": 1}
    return isi.assign(kode=[chr(ord("A") + i) for i in range(len(isi))], bobot=isi["bobot"] * SKALA_BOBOT, **lain)
