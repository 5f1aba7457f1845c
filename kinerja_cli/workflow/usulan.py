"""Proposals from saved months and the workbooks beside the scores: what tindak-lanjut and a month's workbooks stand on."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from kinerja_cli.core import skema
from kinerja_cli.core.aturan import Aturan
from kinerja_cli.core.lanjut.aturan import AturanLanjut
from kinerja_cli.core.lanjut.bulan import BulanTersimpan, susun_bulan
from kinerja_cli.core.lanjut.lembar import PERINTAH, LembarLanjut, susun_lembar_lanjut
from kinerja_cli.core.lanjut.urai import DataLanjut, urai_pelengkap
from kinerja_cli.core.periode import Periode
from kinerja_cli.core.ringkasan import sidik
from kinerja_cli.core.simpanan import kolom_dari_csv
from kinerja_cli.core.temuan import Temuan, Tingkat, hitung_tingkat
from kinerja_cli.core.tren import sebut_dilewati
from kinerja_cli.errors import KinerjaError
from kinerja_cli.readers.buku_kerja import AKHIRAN
from kinerja_cli.readers.pelengkap import baca_aturan_lanjut
from kinerja_cli.store import RuangKerja, Simpanan
from kinerja_cli.workflow.berkas import kumpulkan
from kinerja_cli.workflow.isi import Isi
from kinerja_cli.workflow.terbaca import baca
from kinerja_cli.workflow.tersimpan import aturan_tersimpan, bila_rusak

PELENGKAP = "pelengkap"
"""Folder of the ruang kerja whose workbooks are read where none are named."""
_KOLOM: Mapping[str, tuple[str, ...]] = {
    "nilai.csv": ("nip", "nama", "jabatan", "dinas", "status", "alasan", "nilai", "predikat"),
    "aspek.csv": ("nip", "aspek", "nilai"),
    "rincian.csv": ("nip", "kode", "indikator", "aspek", "capaian"),
}
"""What follow-up reads of a month; the last for the needs of training alone."""


@dataclass(frozen=True)
class LanjutBulan:
    """The sheets of a month's workbooks by dinas, and what the user is told of what they lack."""

    lembar: Mapping[str, LembarLanjut]
    catatan: tuple[str, ...] = ()


def susun_lanjut_bulan(ruang: RuangKerja, isi: Isi, dinas: Collection[str]) -> LanjutBulan:
    """Make the sheets of a month; what can't be read beside it is said in them, and stops no report."""
    try:
        aturan = baca_aturan_lanjut(ruang.folder_aturan())
    except KinerjaError as e:
        kata = tuple(f"Tindak lanjut tidak dapat disusun. {e.kalimat}\n{e.saran}".splitlines())
        return LanjutBulan(dict.fromkeys(dinas, LembarLanjut(catatan=kata)), kata)
    bulan, dilewati = _bulan(ruang, isi, max(u.berturut for u in aturan.usulan))
    data, asal, kurang = _pelengkap_bulan(ruang, aturan)
    lembar = susun_lembar_lanjut(bulan, isi.konteks.periode, aturan, data.potensial, dinas, dilewati, (asal, *kurang))
    return LanjutBulan(lembar, (*filter(None, [sebut_dilewati(dilewati)]), *kurang))


def _pelengkap_bulan(ruang: RuangKerja, aturan: AturanLanjut) -> tuple[DataLanjut, str, tuple[str, ...]]:
    """Read what the folder beside the months holds, and say from which files, and what is wrong with them."""
    try:
        data, temuan, berkas = baca_pelengkap(bawaan(ruang), aturan)
    except KinerjaError as e:
        return DataLanjut(), "Berkas pelengkap: tidak terbaca.", (f"{e.kalimat} {e.saran}",)
    asal = f"Berkas pelengkap: {', '.join(berkas) or f'tidak ada di folder {PELENGKAP}'}."
    salah = hitung_tingkat(temuan)[Tingkat.GALAT]
    kurang = (f"{salah} GALAT di berkas {PELENGKAP}: barisnya tidak dipakai; lihat “{PERINTAH}”.",) if salah else ()
    return data, asal, kurang


def _bulan(ruang: RuangKerja, isi: Isi, banyak: int) -> tuple[tuple[BulanTersimpan, ...], tuple[Periode, ...]]:
    """Put the saved ones of the last so many months before a month, oldest first; and name those that can't be read."""
    akhir = isi.konteks.periode
    bulan: list[BulanTersimpan] = []
    dilewati: list[Periode] = []
    for p in ruang.semua_periode():
        if akhir.geser(1 - banyak) <= p < akhir:
            try:
                if simpanan := ruang.baca_sebagian(p, ("aturan.toml", "nilai.csv", "aspek.csv")):
                    bulan.append(satu_bulan(simpanan))
            except KinerjaError:
                dilewati.append(p)
    return (*bulan, bulan_ini(isi)), tuple(dilewati)


def bulan_ini(isi: Isi) -> BulanTersimpan:
    """Give a month that is at hand, as :func:`satu_bulan` reads it without rincian.csv."""
    tanpa_rincian = skema.kosong(dict.fromkeys(_KOLOM["rincian.csv"], skema.TEKS))
    sebutan = _sebut_aturan(isi.konteks.aturan)
    return susun_bulan(isi.konteks.periode, sebutan, isi.hasil.nilai, tanpa_rincian, isi.hasil.aspek)


def satu_bulan(simpanan: Simpanan) -> BulanTersimpan:
    """Read a saved month; without rincian.csv it has no indicators.

    Raises:
        KinerjaError: it can't be read.
    """
    with bila_rusak(simpanan, ValueError, ArithmeticError):
        nilai, aspek, rincian = (_tabel(simpanan, nama) for nama in ("nilai.csv", "aspek.csv", "rincian.csv"))
        return susun_bulan(simpanan.periode, _sebut_aturan(aturan_tersimpan(simpanan)), nilai, rincian, aspek)


def _tabel(simpanan: Simpanan, nama: str) -> pd.DataFrame:
    kolom = dict.fromkeys(_KOLOM[nama], skema.TEKS)
    isi = simpanan.berkas.get(nama)
    return skema.kosong(kolom) if isi is None else kolom_dari_csv(isi, kolom, nama)


def _sebut_aturan(aturan: Aturan) -> str:
    """Name a rule set with its variants: months are comparable where both are equal."""
    pilihan = ", ".join(f"{kunci} {nilai}" for kunci, nilai in sorted(aturan.pilihan.items()))
    return f"{aturan.id}, {pilihan}" if pilihan else aturan.id


def bawaan(ruang: RuangKerja) -> tuple[Path, ...]:
    """Give the folder of workbooks beside the scores, where it holds any."""
    folder = ruang.folder / PELENGKAP
    return (folder,) if any(p.suffix.lower() in AKHIRAN for p in folder.rglob("*")) else ()


def baca_pelengkap(jalur: Sequence[Path], aturan: AturanLanjut) -> tuple[DataLanjut, tuple[Temuan, ...], tuple[str, ...]]:
    """Read the workbooks beside the scores: what they hold, what is wrong with them, and their names with their hashes."""
    berkas, temuan = kumpulkan(jalur)
    terbaca = baca(berkas)
    data = urai_pelengkap(terbaca.lembar, aturan)
    nama = tuple(f"{b.sebutan} ({sidik(b.sha256)})" for b in terbaca.berkas)
    return data, (*temuan, *terbaca.temuan, *data.temuan), nama
