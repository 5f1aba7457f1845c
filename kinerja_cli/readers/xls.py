"""A look of our own into an .xls, record by record (MS-XLS): errors, what is hidden or filtered, percent cells."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

import olefile

from kinerja_cli.core.lembar import SelGalat
from kinerja_cli.readers.lihat import (
    GALAT_BINER,
    PERSEN_BAWAAN,
    BukuSalah,
    LihatBuku,
    LihatLembar,
    Tempat,
    format_persen,
)

_BOF, _EOF, _FILEPASS, _BOUNDSHEET, _FORMAT, _XF = 0x0809, 0x000A, 0x002F, 0x0085, 0x041E, 0x00E0
_FORMULA, _MULRK, _NUMBER, _BOOLERR, _ROW, _RK = 0x0006, 0x00BD, 0x0203, 0x0205, 0x0208, 0x027E
_COLINFO, _FILTERMODE = 0x007D, 0x009B
_DIPAKAI = frozenset({_FORMULA, _MULRK, _NUMBER, _BOOLERR, _ROW, _RK, _COLINFO, _FILTERMODE})
_BIFF8 = 0x0600
_KEPALA = struct.Struct("<HH")
_SEL = struct.Struct("<HHH")

Rekaman = tuple[int, bytes]


@dataclass
class _Umum:
    """What stands before the sheets: each one's name and place in the stream, and which formats show percent."""

    lembar: list[tuple[str, int]] = field(default_factory=list)
    format_persen: set[int] = field(default_factory=lambda: set(PERSEN_BAWAAN))
    format_gaya: list[int] = field(default_factory=list)

    def gaya_persen(self) -> frozenset[int]:
        return frozenset(i for i, satu in enumerate(self.format_gaya) if satu in self.format_persen)


def lihat(isi: bytes) -> LihatBuku:
    """Look at each sheet; what is encrypted or of a format before Excel 5 isn't looked into: the engine speaks of it.

    Raises:
        BukuSalah: the container or a record is damaged.
    """
    try:
        with olefile.OleFileIO(io.BytesIO(isi)) as wadah:
            nama = next((n for n in ("Workbook", "Book") if wadah.exists(n)), "")
            if not nama:
                return LihatBuku()
            aliran = wadah.openstream(nama).read()
        umum = _umum(aliran)
        persen = umum.gaya_persen()
        return LihatBuku({nama: _lembar(aliran, letak, persen) for nama, letak in umum.lembar})
    except (struct.error, IndexError, ValueError, OSError, olefile.OleFileError) as e:
        raise BukuSalah("berkas terpotong atau rusak") from e


def _rekaman(aliran: bytes, letak: int) -> Iterator[Rekaman]:
    """Give the records from a place to the end of their substream."""
    dalam = 0
    while letak + _KEPALA.size <= len(aliran):
        jenis, panjang = _KEPALA.unpack_from(aliran, letak)
        letak += _KEPALA.size
        dalam += (jenis == _BOF) - (jenis == _EOF)
        if dalam <= 0:
            return
        if dalam == 1:  # charts stand inside a sheet as substreams of their own
            yield jenis, aliran[letak : letak + panjang]
        letak += panjang


def _umum(aliran: bytes) -> _Umum:
    umum = _Umum()
    biff8 = False
    for jenis, isi in _rekaman(aliran, 0):
        if jenis == _BOF:
            biff8 = struct.unpack_from("<H", isi)[0] == _BIFF8
        elif jenis == _FILEPASS:
            return _Umum()
        elif jenis == _BOUNDSHEET:
            letak, _, macam = struct.unpack_from("<IBB", isi)
            if macam == 0:
                umum.lembar.append((_teks(isi[6:], 1, biff8=biff8), letak))
        elif jenis == _FORMAT:
            if format_persen(_teks(isi[2:], 2 if biff8 else 1, biff8=biff8)):
                umum.format_persen.add(struct.unpack_from("<H", isi)[0])
        elif jenis == _XF:
            umum.format_gaya.append(struct.unpack_from("<H", isi, 2)[0])
    return umum


def _teks(isi: bytes, lebar: int, *, biff8: bool) -> str:
    """Read a text whose length takes ``lebar`` bytes; since BIFF8 a flag says whether its letters take two."""
    banyak = int.from_bytes(isi[:lebar], "little")
    if not biff8:
        return isi[lebar : lebar + banyak].decode("cp1252", "replace")
    if isi[lebar] & 1:
        return isi[lebar + 1 : lebar + 1 + 2 * banyak].decode("utf-16-le")
    return isi[lebar + 1 : lebar + 1 + banyak].decode("latin-1")


def _lembar(aliran: bytes, letak: int, gaya_persen: frozenset[int]) -> LihatLembar:
    khusus: dict[Tempat, SelGalat] = {}
    persen: set[Tempat] = set()
    baris: list[int] = []
    kolom: list[int] = []
    tersaring = False
    for jenis, isi in _rekaman(aliran, letak):
        if jenis not in _DIPAKAI:
            continue
        if jenis == _FILTERMODE:
            tersaring = True
        elif jenis == _ROW:
            if isi[12] & 0x20:
                baris.append(struct.unpack_from("<H", isi)[0])
        elif jenis == _COLINFO:
            awal, akhir, _, _, sifat = struct.unpack_from("<5H", isi)
            if sifat & 1:
                kolom += range(awal, min(akhir, 255) + 1)
        elif jenis == _MULRK:
            r, awal = struct.unpack_from("<HH", isi)
            for k in range((len(isi) - 6) // 6):
                if struct.unpack_from("<H", isi, 4 + 6 * k)[0] in gaya_persen:
                    persen.add((r, awal + k))
        else:
            r, k, gaya = _SEL.unpack_from(isi)
            if jenis == _BOOLERR and isi[7]:
                khusus[r, k] = SelGalat(GALAT_BINER.get(isi[6], "galat"))
            elif jenis == _FORMULA and isi[12:14] == b"\xff\xff":  # no number, but a text, boolean, error or blank
                if isi[6] == 2:
                    khusus[r, k] = SelGalat(GALAT_BINER.get(isi[8], "galat"))
            elif gaya in gaya_persen and jenis != _BOOLERR:
                persen.add((r, k))
    return LihatLembar(khusus, tuple(baris), tuple(kolom), tersaring, frozenset(persen))
