"""TOML → a value; a fault is named with its line and key."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import TypeVar

from kinerja_cli.core.pohon import PohonSalah
from kinerja_cli.errors import KinerjaError

_T = TypeVar("_T")
_BAGIAN = re.compile(r"\s*(\[\[?)\s*([\w.-]+)\s*\]\]?\s*(?:#.*)?")
_KUNCI = re.compile(r"\s*([\w-]+)\s*=")


def baca_pohon(isi: bytes, nama: str, susun: Callable[[Mapping[str, object]], _T]) -> _T:
    """Read a TOML file (decimals as :class:`Decimal`) and build what it describes.

    Raises:
        KinerjaError: the file is no TOML, or ``susun`` finds keys wrong; each with its line.
    """
    try:
        teks = isi.decode("utf-8-sig")
        return susun(tomllib.loads(teks, parse_float=Decimal))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as e:
        raise KinerjaError(f"Berkas {nama} tidak dapat dibaca: {e}.", "Betulkan penulisan di baris itu.") from e
    except PohonSalah as e:
        baris = _baris_kunci(teks)
        salah = "".join(f"\n  baris {_cari(baris, kunci)}: “{kunci}” {apa}" for kunci, apa in e.salah)
        raise KinerjaError(f"Berkas {nama}:{salah}", "Betulkan baris itu.") from e


def _baris_kunci(teks: str) -> Mapping[str, int]:
    """Give the line of each section and key by path: "unsur[2].nama", "skor.paling_tinggi"."""
    peta: dict[str, int] = {}
    ke: dict[str, int] = {}
    bagian = ""
    for nomor, baris in enumerate(teks.splitlines(), 1):
        if cocok := _BAGIAN.fullmatch(baris):
            bagian = cocok[2]
            if cocok[1] == "[[":
                ke[bagian] = ke.get(bagian, 0) + 1
                bagian = f"{bagian}[{ke[bagian]}]"
            peta[bagian] = nomor
        elif cocok := _KUNCI.match(baris):
            peta[f"{bagian}.{cocok[1]}" if bagian else cocok[1]] = nomor
    return peta


def _cari(peta: Mapping[str, int], kunci: str) -> int:
    """Find a key's line; its section's where it is missing; else the first."""
    return peta.get(kunci) or peta.get(kunci.rpartition(".")[0], 1)
