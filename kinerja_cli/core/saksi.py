"""A witness for the rounding: who would fall into another category, had the score been rounded in another usual way."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from kinerja_cli.core import angka
from kinerja_cli.core.angka import Bools, Floats, Ints
from kinerja_cli.core.aturan import Aturan
from kinerja_cli.core.capaian import TANPA_CAPAIAN
from kinerja_cli.core.hitung import Hasil
from kinerja_cli.core.penilaian import menurut_skala
from kinerja_cli.core.rincian import kunci_cara
from kinerja_cli.core.skema import Status


@dataclass(frozen=True)
class Beralih:
    """One person whose category would be another: the score as it is, and as it would be, both printed."""

    nip: str
    nama: str
    dinas: str
    nilai: str
    predikat: str
    nilai_lain: str
    predikat_lain: str

    def __str__(self) -> str:
        return f"{self.predikat} ({self.nilai}) menjadi {self.predikat_lain} ({self.nilai_lain})"


@dataclass(frozen=True)
class Saksi:
    """One other way of rounding, and who would be moved by it, sorted by NIP."""

    cara: str
    beralih: tuple[Beralih, ...]

    @property
    def jumlah(self) -> str:
        """How many people, in words."""
        return f"{angka.cetak_bilangan(len(self.beralih))} orang" if self.beralih else "tidak seorang pun"

    def milik(self, nip: Collection[str]) -> Saksi:
        """Give the same for some people."""
        return replace(self, beralih=tuple(b for b in self.beralih if b.nip in nip))


def saksikan(hasil: Hasil, aturan: Aturan) -> tuple[Saksi, ...]:
    """Round every score in the other usual ways and compare the categories.

    Returns:
        One for each way; none at all where the rule set's score isn't the quotient of Σ capaian × bobot and ``pembagi``.
    """
    if not aturan.pakai_bobot or aturan.pita or aturan.perilaku or aturan.tambahan:
        return ()
    nilai = hasil.nilai[hasil.nilai["status"] == Status.DINILAI.value].reset_index(drop=True)
    jumlah, pembagi = (np.asarray(nilai[k], dtype=np.int64) for k in ("jumlah_tertimbang", "pembagi"))
    orang = pd.Index(nilai["nip"]).get_indexer(pd.Index(hasil.rincian["nip"]))
    ikut = (orang >= 0) & (hasil.rincian["capaian"] != TANPA_CAPAIAN).to_numpy()
    rincian, orang = hasil.rincian[ikut], orang[ikut]
    punya_ide = (nilai["ide_baru"] != "").to_numpy()
    return tuple(
        Saksi(cara, tuple(_beralih(nilai, lain, desimal, punya_ide, aturan)))
        for cara, lain, desimal in (
            ("capaian setiap indikator dibulatkan ke persen utuh", _persen_utuh(rincian, orang, pembagi), 2),
            ("setengah dibulatkan ke angka genap", _setengah_ke_genap(jumlah, pembagi), 2),
            ("nilai dibulatkan ke 1 desimal", angka.bagi_setengah_ke_atas(jumlah, pembagi * 10), 1),
            ("nilai dibulatkan ke 3 desimal", angka.bagi_setengah_ke_atas(jumlah * 10, pembagi), 3),
            ("dihitung dengan bilangan biner, seperti lembar kerja atau skrip", _biner(rincian, orang, aturan), 2),
        )
    )


def _beralih(nilai: pd.DataFrame, lain: Ints, desimal: int, punya_ide: Bools, aturan: Aturan) -> Iterator[Beralih]:
    """Compare categories; a line has two decimals, so a score of more is on the same side as its first two."""
    predikat, _ = menurut_skala(lain * 10**2 // 10**desimal, punya_ide, aturan)
    beda = np.flatnonzero(predikat != nilai["predikat"].to_numpy())
    kolom = (nilai[k].to_numpy()[beda].tolist() for k in ("nip", "nama", "dinas", "nilai", "predikat"))
    for nip, nama, dinas, skor, lama, skor_lain, kini in zip(*kolom, lain[beda].tolist(), predikat[beda], strict=True):
        cetakan = angka.gaya_indonesia(angka.teks_skala(skor_lain, desimal, paling_sedikit=desimal))
        yield Beralih(nip, nama, dinas, angka.cetak_persen(skor), lama, cetakan, kini)


def _persen_utuh(rincian: pd.DataFrame, orang: Ints, pembagi: Ints) -> Ints:
    persen = np.full(len(rincian), 100, dtype=np.int64)
    utuh = angka.bagi_setengah_ke_atas(rincian["capaian"].to_numpy(), persen) * persen
    jumlah = np.zeros(len(pembagi), dtype=np.int64)
    np.add.at(jumlah, orang, rincian["bobot"].to_numpy() * utuh)
    return angka.bagi_setengah_ke_atas(jumlah, pembagi)


def _setengah_ke_genap(jumlah: Ints, pembagi: Ints) -> Ints:
    hasil = angka.bagi_setengah_ke_atas(jumlah, pembagi)
    tepat_setengah = 2 * jumlah == (2 * hasil - 1) * pembagi
    return np.asarray(hasil - (tepat_setengah & (hasil % 2 == 1)), dtype=np.int64)


def _biner(rincian: pd.DataFrame, orang: Ints, aturan: Aturan) -> Ints:
    """Compute as most spreadsheets and scripts do: binary floats throughout, ``round(x, 2)`` for capaian and score."""
    bobot = rincian["bobot"].to_numpy() / angka.SKALA_BOBOT
    skor = np.bincount(orang, weights=_capaian_biner(rincian, aturan) * bobot) / np.bincount(orang, weights=bobot)
    return np.rint(_bulatkan(skor) * 100).astype(np.int64)


def _capaian_biner(rincian: pd.DataFrame, aturan: Aturan) -> Floats:
    realisasi, target, atas = (rincian[k].to_numpy(dtype=np.float64) for k in ("realisasi", "target", "target_atas"))
    acuan = np.where(realisasi > atas, atas, target)
    rumus = pd.Series(kunci_cara(rincian, aturan)).map({nama: c.rumus for nama, c in aturan.cara.items()})
    naik, turun = ((rumus == r).to_numpy() for r in ("realisasi_per_target", "dua_kurang_realisasi_per_target"))
    rasio = (naik | turun) & (acuan > 0) & (np.isnan(atas) | (realisasi > atas) | (realisasi < target))
    bagi = realisasi[rasio] / acuan[rasio]
    persen = np.where(turun[rasio], 2 - bagi, bagi) * 100
    hasil: Floats = rincian["capaian"].to_numpy() / 100
    hasil[rasio] = _bulatkan(np.clip(persen, aturan.capaian_terendah.nilai / 100, aturan.capaian_tertinggi.nilai / 100))
    return hasil


def _bulatkan(nilai: Floats) -> Floats:
    """Do ``round(x, 2)``; only near the middle between two hundredths does it need the digits, and there Python itself."""
    seratus = nilai * 100
    hasil: Floats = np.rint(seratus) / 100
    ragu = np.abs(seratus % 1 - 0.5) < 1e-6
    hasil[ragu] = [round(x, 2) for x in nilai[ragu].tolist()]
    return hasil
