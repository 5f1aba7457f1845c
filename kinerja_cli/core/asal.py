"""What a repair workbook remembers of the sender's workbook, so that its cells find their way back."""

from __future__ import annotations

import base64
import binascii
import datetime as dt
import json
import re
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import PurePath
from typing import Any, Final, TypeVar

from kinerja_cli.core.kolom import rapi
from kinerja_cli.core.lembar import Lembar, RumusTanpaHasil, SelGalat

_T = TypeVar("_T")
Isi = str | float
"""A cell's content as it is shown, compared and written back; "" is an empty cell."""

LEMBAR_ASAL: Final = "asal"
"""The hidden sheet that holds the memory, in its first column."""
_VERSI: Final = 1
_TERSANDI: Final = re.compile("_x([0-9A-Fa-f]{4})_")
"""How a workbook's parts write a control character; some programs leave it so."""
_TAK_TERLIHAT: Final = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_PANJANG_POTONGAN: Final = 30_000
"""A cell of Excel holds 32,767 characters."""


class AsalRusak(ValueError):
    """The memory is cut, changed, or of an unknown version."""


@dataclass(frozen=True)
class AsalBaris:
    """One row.

    Attributes:
        nomor: its number on the sender's sheet, from 1.
        kunci: NIP and code as found, tidied; by them it is known again.
        rangkap: another row of the table has the same key, so that the key alone doesn't tell them apart.
        isi: its cells, by column of the page.
        terbuka: which of them are open.
    """

    nomor: int
    kunci: tuple[str, ...]
    rangkap: bool
    isi: tuple[Isi, ...]
    terbuka: tuple[int, ...]


@dataclass(frozen=True)
class AsalHalaman:
    """One table of the sender's, which has a sheet of its own in the repair workbook.

    Attributes:
        nama: the sheet's name in the repair workbook.
        lembar: the sender's sheet.
        peran: what the table is for, see :class:`skema.Peran`.
        kolom: each column's name as :mod:`kolom` knows it, or an indicator's code; "" where nobody knows it.
        letak: each column's place on the sender's sheet, from 0.
        judul: each column's header as the sender wrote it.
        baris: the rows.
    """

    nama: str
    lembar: str
    peran: tuple[str, ...]
    kolom: tuple[str, ...]
    letak: tuple[int, ...]
    judul: tuple[str, ...]
    baris: tuple[AsalBaris, ...]


@dataclass(frozen=True)
class Asal:
    """The sender's workbook.

    Attributes:
        berkas: its file name.
        akhiran: the ending that its mended copy has.
        sha256: hash of its bytes: where it is unchanged, positions hold.
        kode: the indicator codes by which its wide tables are understood.
        halaman: the tables that have something to mend.
    """

    berkas: str
    akhiran: str
    sha256: str
    kode: tuple[str, ...]
    halaman: tuple[AsalHalaman, ...] = ()

    @property
    def nama_perbaikan(self) -> str:
        """The repair workbook's file name."""
        jalur = PurePath(self.berkas)  # a.xlsx and a.csv may come together
        return f"{jalur.stem if jalur.suffix.lower() == '.xlsx' else jalur.name} - perbaikan.xlsx"

    @property
    def nama_baru(self) -> str:
        """The file name that is proposed for the mended copy."""
        return f"{PurePath(self.berkas).stem} - diperbaiki{self.akhiran}"


def polos(sel: object) -> Isi:
    """Give a raw cell as it is shown and compared: numbers at 15 digits, dates as text, errors by their name.

    Programs that save the workbook again may change the last bits of a number, the ends of lines and what can't be seen.
    """
    if isinstance(sel, str):
        terbaca = _TERSANDI.sub(lambda cocok: chr(int(cocok[1], 16)), sel)
        return _TAK_TERLIHAT.sub("", terbaca.replace("\r\n", "\n").replace("\r", "\n"))
    if isinstance(sel, (int, float)) and not isinstance(sel, bool):
        return float(f"{sel:.15g}")
    if isinstance(sel, dt.datetime) and sel.time() != dt.time():
        return f"{sel:%d/%m/%Y %H:%M:%S}"
    if isinstance(sel, dt.date):
        return f"{sel:%d/%m/%Y}"
    if isinstance(sel, SelGalat):
        return sel.teks
    return "" if isinstance(sel, RumusTanpaHasil) else rapi(sel)


def kemas(asal: Asal) -> tuple[str, ...]:
    """Pack the memory into texts for cells: letters and digits only, which every program saves as they are."""
    isi = json.dumps({"versi": _VERSI, **asdict(asal)}, separators=(",", ":")).encode()
    teks = base64.b64encode(zlib.compress(isi, 9)).decode()
    return tuple(teks[i : i + _PANJANG_POTONGAN] for i in range(0, len(teks), _PANJANG_POTONGAN))


def buka(potongan: Iterable[str]) -> Asal:
    """Unpack what :func:`kemas` packed.

    Raises:
        AsalRusak: it is not whole, or of another version.
    """
    try:
        isi = json.loads(zlib.decompress(base64.b64decode("".join(potongan), validate=True)))
        if isi.pop("versi") != _VERSI:
            raise AsalRusak("versi tidak dikenal")
        halaman = (_beku(AsalHalaman, {**h, "baris": [_beku(AsalBaris, b) for b in h["baris"]]}) for h in isi["halaman"])
        return _beku(Asal, {**isi, "halaman": list(halaman)})
    except (binascii.Error, zlib.error, KeyError, TypeError, ValueError) as e:
        raise AsalRusak("ingatan berkas perbaikan tidak utuh") from e


def _beku(jenis: type[_T], isi: Mapping[str, Any]) -> _T:
    """Make a value of what JSON gave: its lists are tuples here."""
    return jenis(**{k: tuple(v) if isinstance(v, list) else v for k, v in isi.items()})


def cari_asal(lembar: Sequence[Lembar]) -> Asal:
    """Give what a workbook remembers.

    Args:
        lembar: all its sheets.

    Raises:
        AsalRusak: it is no repair workbook, or its memory is broken.
    """
    for satu in lembar:
        if satu.nama == LEMBAR_ASAL:
            return buka(str(baris[0]) for baris in satu.baris if baris and baris[0] != "")
    raise AsalRusak("bukan berkas perbaikan")
