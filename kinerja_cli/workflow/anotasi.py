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
class HasilSalinan:
    """What became of the workbooks.

    Attributes:
        utuh: copies that are the sender's own workbook with marks.
        nilai_saja: copies that hold its values only.
        tak_terbaca: workbooks of which no copy can be made.
    """

    utuh: tuple[Path, ...]
    nilai_saja: tuple[Path, ...]
    tak_terbaca: tuple[str, ...]


@dataclass(frozen=True)
class _Salinan:
    """A copy to be written; ``utuh`` tells whether it is the sender's own workbook or its values only."""

    asal: str
    isi: bytes
    utuh: bool


def tulis_salinan(folder: Path, hasil: HasilValidasi) -> HasilSalinan:
    """Write a copy of each workbook that has anything to mend.

    Raises:
        KinerjaError: the folder can't be written, or holds another file by the name of a copy.
    """
    semua = list(_semua_salinan(hasil))
    nama = nama_salinan([(s.asal, s.utuh) for s in semua])
    for satu in nama:
        _jaga_berkas_lain(folder / satu)
    tertulis = [(s.utuh, simpan_di(folder, satu, s.isi)) for satu, s in zip(nama, semua, strict=True)]
    return HasilSalinan(
        utuh=tuple(jalur for utuh, jalur in tertulis if utuh),
        nilai_saja=tuple(jalur for utuh, jalur in tertulis if not utuh),
        tak_terbaca=tuple(b.sebutan for b, bacaan in hasil.terbaca.isi if not bacaan.lembar and perlu_salinan(bacaan.temuan)),
    )


def _semua_salinan(hasil: HasilValidasi) -> Iterator[_Salinan]:
    umum = [t for t in hasil.temuan if not t.letak.berkas]
    for berkas, bacaan in hasil.terbaca.isi:
        miliknya = [t for t in hasil.temuan if t.letak.berkas == berkas.sebutan]
        if bacaan.lembar and not berkas.bawaan_dari and perlu_salinan(miliknya):
            yield _salin(berkas.sebutan, berkas.isi, bacaan.lembar, [*miliknya, *umum])


def _salin(sebutan: str, isi: bytes, lembar: Sequence[Lembar], temuan: Sequence[Temuan]) -> _Salinan:
    try:
        salinan = tandai(isi, tanda_sel(temuan), lembar_depan(sebutan, temuan, utuh=True))
        return _Salinan(sebutan, salinan, utuh=True)
    except SuntingGagal:
        nama = nama_lembar_excel([satu.nama for satu in lembar])
        nilai = salinan_nilai({nama[satu.nama]: satu.baris for satu in lembar})
        pindah = pindahkan(temuan, nama)
        salinan = tandai(nilai, tanda_sel(pindah), lembar_depan(sebutan, pindah, utuh=False))
        return _Salinan(sebutan, salinan, utuh=False)


def _jaga_berkas_lain(tujuan: Path) -> None:
    if tujuan.exists() and sifat(tujuan.read_bytes()) != SIFAT_ANOTASI:
        raise KinerjaError(f"{tujuan} sudah ada, dan bukan salinan dari kinerja.", "Pilih folder lain dengan -o.")
