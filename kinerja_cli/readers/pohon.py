"""TOML → a value; a fault is named with its line and key."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import TypeVar

from kinerja_cli.core.pohon import PohonSalah
from kinerja_cli.errors import KinerjaError

_T = TypeVar("_T")
_BAGIAN = re.compile(r"\s*(\[\[?)\s*([^]]+?)\s*\]\]?\s*(?:#.*)?")
_KUNCI = re.compile(r"\s*([\w.\"'-]+)\s*=")
_TEMPAT = re.compile(r"\(at line (\d+), column (\d+)\)|\(at end of document\)")


def baca_pohon(isi: bytes, nama: str, susun: Callable[[Mapping[str, object]], _T], saran: str = "Betulkan baris itu.") -> _T:
    """Read a TOML file (decimals as :class:`Decimal`) and build what it describes.

    Args:
        isi: the file's bytes.
        nama: what stands behind "Berkas" in a message.
        susun: builds the value from the tree.
        saran: the advice where keys are wrong.

    Raises:
        KinerjaError: the file is no TOML, or ``susun`` finds keys wrong; each with its line.
    """
    try:
        teks = isi.decode("utf-8-sig")
        return susun(_urai(teks))
    except UnicodeDecodeError as e:
        raise KinerjaError(f"Berkas {nama} bukan teks UTF-8.", "Simpan lagi dengan penyandian UTF-8.") from e
    except tomllib.TOMLDecodeError as e:
        raise KinerjaError(f"Berkas {nama}{_tempat(e)}: bukan TOML.", "Betulkan penulisan di baris itu.") from e
    except PohonSalah as e:
        peta = baris_kunci(teks)
        salah = sorted((_baris(peta, kunci), kunci, apa) for kunci, apa in e.salah)
        semua = "".join(f"\n  baris {baris}: “{kunci}” {apa}" for baris, kunci, apa in salah)
        raise KinerjaError(f"Berkas {nama}:{semua}", saran) from e


@lru_cache(maxsize=32)
def _urai(teks: str) -> Mapping[str, object]:
    """Read TOML, each text once: a command asks for the same rule sets several times, and nobody changes a tree."""
    return tomllib.loads(teks, parse_float=Decimal)


def _tempat(e: tomllib.TOMLDecodeError) -> str:
    cocok = _TEMPAT.search(str(e))
    return f", baris {cocok[1]} kolom {cocok[2]}" if cocok and cocok[1] else ", di akhir berkas" if cocok else ""


def baris_kunci(teks: str) -> Mapping[str, int]:
    """Give the line of each section and key by path: "predikat[2]", "predikat[2].mulai", "capaian.naik.rumus"."""
    peta: dict[str, int] = {}
    ke: dict[str, int] = {}
    bagian = ""
    for nomor, baris in enumerate(teks.splitlines(), 1):
        if cocok := _BAGIAN.fullmatch(baris):
            bagian = _jalur(cocok[2], ke)
            peta.setdefault(bagian, nomor)
            if cocok[1] == "[[":
                ke[bagian] = ke.get(bagian, 0) + 1
                bagian = f"{bagian}[{ke[bagian]}]"
                peta[bagian] = nomor
        elif cocok := _KUNCI.match(baris):
            kunci = cocok[1].replace('"', "").replace("'", "")
            peta.setdefault(f"{bagian}.{kunci}" if bagian else kunci, nomor)
    return peta


def _jalur(nama: str, ke: Mapping[str, int]) -> str:
    """Write a section's name as a path: below a list it belongs to the list's last entry."""
    jalur = ""
    for satu in (b.strip(" \"'") for b in nama.split(".")):
        if jalur in ke:
            jalur = f"{jalur}[{ke[jalur]}]"
        jalur = f"{jalur}.{satu}" if jalur else satu
    return jalur


def _baris(peta: Mapping[str, int], kunci: str) -> int:
    """Find a key's line; that of the section where it is missing; else the first."""
    while kunci and kunci not in peta:
        kunci = kunci.removesuffix("]").rpartition("[")[0] if kunci.endswith("]") else kunci.rpartition(".")[0]
    return peta.get(kunci, 1)
