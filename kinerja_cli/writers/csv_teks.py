"""Edits a CSV file in its own text: the same encoding, signs between cells, quotes and line ends; only some cells change."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kinerja_cli.core import angka
from kinerja_cli.core.asal import Isi
from kinerja_cli.core.lembar import BentukCsv

_KUTIP = '"'


def ubah_sel_csv(isi: bytes, bentuk: BentukCsv, nilai: Mapping[tuple[int, int], Isi]) -> bytes:
    """Give the file with new values in some cells.

    Args:
        isi: its bytes.
        bentuk: how it is written.
        nilai: by row and column, from 0; "" empties a cell. A number is written with its column's decimal sign.

    Raises:
        UnicodeEncodeError: the file's encoding has no such character.
    """
    teks = isi[len(bentuk.awalan) :].decode(bentuk.enkode, errors="surrogateescape")
    letak = _letak_sel(teks, bentuk.pemisah)
    potongan, sampai = [], 0
    for (r, k), baru in sorted(nilai.items()):
        baris = letak[r]
        kurang = max(0, k - len(baris) + 1)  # a short row: the cells that it leaves out are blank
        awal, akhir = baris[k] if not kurang else (baris[-1][1], baris[-1][1])
        tulisan = baru if isinstance(baru, str) else _angka(baru, [teks[slice(*b[k])] for b in letak if k < len(b)])
        dikutip = teks[awal:akhir].startswith(_KUTIP)
        potongan += [teks[sampai:awal], bentuk.pemisah * kurang, _kutip(tulisan, bentuk.pemisah, dikutip=dikutip)]
        letak[r] = [*baris, *[(akhir, akhir)] * kurang]
        sampai = akhir
    potongan.append(teks[sampai:])
    return bentuk.awalan + "".join(potongan).encode(bentuk.enkode, errors="surrogateescape")


def _letak_sel(teks: str, pemisah: str) -> list[list[tuple[int, int]]]:
    """Give where each cell stands in the text, quotes included, by row."""
    p = re.escape(pemisah)
    sel = re.compile(rf'("(?:[^"]|"")*(?:"[^{p}\r\n]*|\Z)|[^{p}\r\n]*)({p}|\r\n|\r|\n|\Z)')
    hasil: list[list[tuple[int, int]]] = [[]]
    for cocok in sel.finditer(teks):
        hasil[-1].append(cocok.span(1))
        if cocok[2] and cocok[2] != pemisah:
            hasil.append([])
    return hasil


def _kutip(teks: str, pemisah: str, *, dikutip: bool) -> str:
    if dikutip or any(tanda in teks for tanda in (pemisah, _KUTIP, "\r", "\n")):
        return _KUTIP + teks.replace(_KUTIP, _KUTIP * 2) + _KUTIP
    return teks


def _angka(nilai: float, sekolom: list[str]) -> str:
    """Write a number so that it can't be read as thousands: 1.234 becomes "1,2340"."""
    desimal = angka.pemisah_desimal(satu.strip(_KUTIP) for satu in sekolom) or ","
    teks = angka.teks_kanonis(nilai).replace(".", desimal)
    return f"{teks}0" if angka.tampak_ragu(teks) else teks
