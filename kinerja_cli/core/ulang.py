"""Scoring again from the reasons alone: the saved rincian holds every operand, so it can be put to the same scoring."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from kinerja_cli.core import skema
from kinerja_cli.core.angka import Floats, Ints
from kinerja_cli.core.aturan import Aturan
from kinerja_cli.core.hitung import Hasil, hitung
from kinerja_cli.core.penilaian import TANPA_NILAI
from kinerja_cli.core.periode import Periode
from kinerja_cli.core.skema import Masukan, Sumber

_KOSONG: Mapping[str, object] = {skema.TEKS: "", skema.ANGKA: np.nan, skema.BULAT: 0, skema.TANGGAL: None}


def masukan_ulang(nilai: pd.DataFrame, rincian: pd.DataFrame, aturan: Aturan) -> tuple[Masukan, pd.DataFrame]:
    """Give the input that stands behind scored people, each row of ``rincian`` as an indicator of its own.

    Args:
        nilai: people after :data:`skema.NILAI`, all of them ``dinilai``.
        rincian: their rows after :data:`skema.RINCIAN`.
        aturan: the rule set.

    Returns:
        The input without places, and which indicator holds for whom, as :func:`hitung.hitung` takes them.
    """
    masukan = Masukan(
        pegawai=_tabel(skema.PEGAWAI, nilai, status="aktif").assign(jenis_jabatan=_jenis_jabatan(nilai, rincian, aturan)),
        indikator=_tabel(skema.INDIKATOR, rincian),
        realisasi=_tabel(skema.REALISASI, rincian, target=np.nan),  # the target that held stands in the indicator's row
        ide_baru=_tabel(skema.IDE_BARU, nilai[nilai["ide_baru"] != ""].rename(columns={"ide_baru": "uraian"})),
        sumber=(Sumber("", "", {}),),
        perilaku=_perilaku(nilai),
    )
    return masukan, pd.DataFrame({"nip": rincian["nip"].to_numpy(), "i": np.arange(len(rincian))})


def _jenis_jabatan(nilai: pd.DataFrame, rincian: pd.DataFrame, aturan: Aturan) -> list[str]:
    """Give each person a kind of post for which the bands hold that were used; "" where those of all others were."""
    jenis = {p.nama: p.untuk[0] for p in aturan.pita if p.untuk}
    pita = {n: p for n, p in zip(rincian["nip"], rincian["pita"], strict=True) if p}
    return [jenis.get(pita.get(n, ""), "") for n in nilai["nip"]]


def _perilaku(nilai: pd.DataFrame) -> pd.DataFrame:
    """Give a Perilaku table with the same numbers: of seven values only the sum is kept, so the first one holds it."""
    jumlah, banyak = nilai["jumlah_perilaku"] / 100, nilai["banyak_perilaku"]
    tujuh = jumlah.where(banyak == len(skema.BERAKHLAK))
    isi = dict.fromkeys(skema.BERAKHLAK, tujuh * 0) | {skema.BERAKHLAK[0]: tujuh}
    tambahan = (nilai["tambahan"] / 100).where(nilai["tambahan"] != TANPA_NILAI)
    return _tabel(skema.PERILAKU, nilai[["nip"]].assign(**isi, perilaku=jumlah.where(banyak == 1), tambahan=tambahan))


def skor_bila(asal: Hasil, baris: Ints, realisasi: Floats, aturan: Aturan, periode: Periode) -> Ints:
    """Score one person a ``baris``, as if that one realisasi were another; the rest of theirs stays.

    Args:
        asal: scored people with their ``rincian``, sorted by NIP.
        baris: positions in ``asal.rincian``; one may stand there many times.
        realisasi: the other realisasi of each, canonical.
        aturan: the rule set.
        periode: the month.

    Returns:
        Scores in hundredths, in the order of ``baris``.
    """
    nip = asal.rincian["nip"].to_numpy()
    awal, banyak = np.searchsorted(nip, nip[baris]), np.searchsorted(nip, nip[baris], side="right")
    panjang = banyak - awal
    salinan = np.repeat(np.arange(len(baris)), panjang)
    sumber = np.arange(len(salinan)) - np.repeat(np.cumsum(panjang) - panjang, panjang) + np.repeat(awal, panjang)
    nomor = np.array([f"{i:09d}" for i in range(len(baris))], dtype=object)
    rincian = asal.rincian.iloc[sumber].reset_index(drop=True)
    rincian["realisasi"] = np.where(sumber == baris[salinan], realisasi[salinan], rincian["realisasi"])
    rincian["nip"] = nomor[salinan]
    orang = np.searchsorted(asal.nilai["nip"].to_numpy(), nip[baris])
    nilai = asal.nilai.iloc[orang].assign(nip=nomor)
    hasil = hitung(*masukan_ulang(nilai, rincian, aturan), aturan, periode, {})
    return np.asarray(hasil.nilai["nilai"], dtype=np.int64)


def _tabel(jenis: Mapping[str, str], asal: pd.DataFrame, **tetap: object) -> pd.DataFrame:
    """Give a table of a schema: columns of ``asal`` by their name, those of ``tetap`` with one value, the others blank."""
    n = len(asal)
    kolom = {
        nama: pd.Series(np.full(n, tetap[nama]) if nama in tetap else _KOSONG[tipe], dtype=tipe, index=range(n))
        if nama in tetap or nama not in asal.columns
        else asal[nama].set_axis(range(n))
        for nama, tipe in jenis.items()
    }
    return pd.DataFrame(kolom)
