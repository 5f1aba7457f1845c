"""A look of our own into an .xlsb, record by record (MS-XLSB): errors, what is hidden or filtered, percent cells."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping

from defusedxml import ElementTree

from kinerja_cli.core.lembar import SelGalat
from kinerja_cli.readers.lihat import (
    BATAS_KOLOM,
    GALAT_BINER,
    PERSEN_BAWAAN,
    BukuSalah,
    LihatBuku,
    LihatLembar,
    Tempat,
    format_persen,
    periksa_luas,
)
from kinerja_cli.readers.wadah import hubungan

_ROW, _RK, _ERROR, _REAL, _FORMULA_NUMBER, _FORMULA_ERROR = 0, 2, 3, 5, 9, 11
_FMT, _XF, _COL_INFO, _SHEET, _FILTER_COLUMN = 44, 47, 60, 156, 163
_CELL_XFS, _CELL_XFS_END = 617, 618
_BUKU, _GAYA = "xl/workbook.bin", "xl/styles.bin"


def lihat(bagian: Mapping[str, bytes]) -> LihatBuku:
    """Look at each sheet.

    Raises:
        BukuSalah: a part is missing or damaged.
        BukuTerlaluBesar: a sheet's used range is beyond the limits.
    """
    try:
        tujuan = hubungan(bagian, _BUKU)
        persen = _gaya_persen(bagian.get(_GAYA, b""))
        hasil = {}
        for jenis, isi in _rekaman(bagian[_BUKU]):
            if jenis == _SHEET:
                id_hubungan, lanjut = _teks(isi, 8)
                letak = tujuan.get(id_hubungan, "")
                if letak.startswith("xl/worksheets/"):
                    hasil[_teks(isi, lanjut)[0]] = _lembar(bagian[letak], persen)
        return LihatBuku(hasil)
    except (struct.error, IndexError, KeyError, ValueError, ElementTree.ParseError) as e:
        raise BukuSalah("berkas terpotong atau rusak") from e


def _rekaman(aliran: bytes) -> Iterator[tuple[int, bytes]]:
    """Give each record's kind and content; both numbers before it take as many bytes as they need, 7 bits each."""
    letak, akhir = 0, len(aliran)
    while letak < akhir:
        jenis, letak = _bilangan(aliran, letak, 2)
        panjang, letak = _bilangan(aliran, letak, 4)
        yield jenis, aliran[letak : letak + panjang]
        letak += panjang


def _bilangan(aliran: bytes, letak: int, paling_panjang: int) -> tuple[int, int]:
    nilai = 0
    for i in range(paling_panjang):
        bita = aliran[letak + i]
        nilai |= (bita & 0x7F) << 7 * i
        if bita < 0x80:
            break
    return nilai, letak + i + 1


def _teks(isi: bytes, letak: int) -> tuple[str, int]:
    """Read a text and give the place after it."""
    akhir = letak + 4 + 2 * struct.unpack_from("<I", isi, letak)[0]
    return isi[letak + 4 : akhir].decode("utf-16-le"), akhir


def _gaya_persen(aliran: bytes) -> frozenset[int]:
    """Give the cell styles that show percent."""
    persen, gaya = set(PERSEN_BAWAAN), []
    di_sel = False
    for jenis, isi in _rekaman(aliran):
        if jenis == _FMT and format_persen(_teks(isi, 2)[0]):
            persen.add(struct.unpack_from("<H", isi)[0])
        elif jenis in (_CELL_XFS, _CELL_XFS_END):
            di_sel = jenis == _CELL_XFS
        elif jenis == _XF and di_sel:
            gaya.append(struct.unpack_from("<H", isi, 2)[0])
    return frozenset(i for i, satu in enumerate(gaya) if satu in persen)


def _lembar(aliran: bytes, gaya_persen: frozenset[int]) -> LihatLembar:
    khusus: dict[Tempat, SelGalat] = {}
    persen: set[Tempat] = set()
    baris: list[int] = []
    kolom: list[int] = []
    tersaring = False
    r = 0
    for jenis, isi in _rekaman(aliran):
        if jenis == _ROW:
            r = struct.unpack_from("<I", isi)[0]
            if isi[11] & 0x10:
                baris.append(r)
        elif jenis in (_ERROR, _FORMULA_ERROR, _RK, _REAL, _FORMULA_NUMBER):
            k, gaya = struct.unpack_from("<II", isi)
            periksa_luas(r + 1, k + 1)
            if jenis in (_ERROR, _FORMULA_ERROR):
                khusus[r, k] = SelGalat(GALAT_BINER.get(isi[8], "galat"))
            elif gaya & 0xFFFFFF in gaya_persen:
                persen.add((r, k))
        elif jenis == _COL_INFO:
            awal, akhir, _, _, sifat = struct.unpack_from("<4IH", isi)
            if sifat & 1:
                kolom += range(awal, min(akhir + 1, BATAS_KOLOM))
        elif jenis == _FILTER_COLUMN:
            tersaring = True
    return LihatLembar(khusus, tuple(baris), tuple(kolom), tersaring, frozenset(persen))
