"""Annotated copies of the workbooks that were checked, for their senders."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kinerja_cli.core.anotasi import lembar_depan, nama_lembar_excel, nama_salinan, perlu_salinan, pindahkan, tanda_sel
from kinerja_cli.core.lembar import SIFAT_ANOTASI, Lembar
from kinerja_cli.core.temuan import Temuan
from kinerja_cli.errors import KinerjaError
from kinerja_cli.readers.xlsx import sifat
from kinerja_cli.store import simpan_di
from kinerja_cli.workflow.validasi import HasilValidasi
from kinerja_cli.writers.salinan_nilai import salinan_nilai
from kinerja_cli.writers.sunting import SuntingGagal, tandai


@dataclass(frozen=True)
class _Salinan:
    """A copy to be written; ``bentuk_tetap`` tells whether it is the sender's own workbook or its values only."""

    asal: str
    isi: bytes
    bentuk_tetap: bool


def tulis_salinan(folder: Path, hasil: HasilValidasi) -> tuple[str, ...]:
    """Write a copy of each workbook that has anything to mend; give a sentence for each, and for what has none.

    Raises:
        KinerjaError: the folder can't be written, or holds another file by the name of a copy.
    """
    semua = list(_semua_salinan(hasil))
    nama = nama_salinan([(s.asal, s.bentuk_tetap) for s in semua])
    for satu in nama:
        _jaga_berkas_lain(folder / satu)
    tertulis = [
        f"Ditulis: {simpan_di(folder, satu, s.isi)}" + ("" if s.bentuk_tetap else " (isi selnya saja)")
        for satu, s in zip(nama, semua, strict=True)
    ]
    tanpa = [
        f"Tidak dapat dibuat salinannya, karena tidak terbaca: {b.sebutan}"
        for b, bacaan in hasil.terbaca.isi
        if not bacaan.lembar and perlu_salinan(bacaan.temuan)
    ]
    return (*tertulis, *tanpa) or ("Tidak ada yang perlu dibetulkan, jadi tidak ada salinan yang ditulis.",)


def _semua_salinan(hasil: HasilValidasi) -> Iterator[_Salinan]:
    umum = [t for t in hasil.temuan if not t.letak.berkas]
    for berkas, bacaan in hasil.terbaca.isi:
        miliknya = [t for t in hasil.temuan if t.letak.berkas == berkas.sebutan]
        if bacaan.lembar and not berkas.bawaan_dari and perlu_salinan(miliknya):
            yield _salin(berkas.sebutan, berkas.isi, bacaan.lembar, [*miliknya, *umum])


def _salin(sebutan: str, isi: bytes, lembar: Sequence[Lembar], temuan: Sequence[Temuan]) -> _Salinan:
    try:
        salinan = tandai(isi, tanda_sel(temuan), lembar_depan(sebutan, temuan, bentuk_tetap=True))
        return _Salinan(sebutan, salinan, bentuk_tetap=True)
    except SuntingGagal:
        nama = nama_lembar_excel([satu.nama for satu in lembar])
        nilai = salinan_nilai({nama[satu.nama]: satu.baris for satu in lembar})
        pindah = pindahkan(temuan, nama)
        salinan = tandai(nilai, tanda_sel(pindah), lembar_depan(sebutan, pindah, bentuk_tetap=False))
        return _Salinan(sebutan, salinan, bentuk_tetap=False)


def _jaga_berkas_lain(tujuan: Path) -> None:
    if tujuan.exists() and sifat(tujuan.read_bytes()) != SIFAT_ANOTASI:
        raise KinerjaError(f"{tujuan} sudah ada, dan bukan salinan dari kinerja.", "Pilih folder lain dengan -o.")
