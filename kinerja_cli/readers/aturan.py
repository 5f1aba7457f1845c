"""Rule files: TOML → :class:`~kinerja_cli.core.aturan.Aturan`; a fault is named with its line and key."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path

from kinerja_cli.core.aturan import Aturan, AturanSalah
from kinerja_cli.core.susun_aturan import susun_aturan
from kinerja_cli.errors import KinerjaError
from kinerja_cli.resources import folder_aturan

_BAGIAN = re.compile(r"\s*(\[\[?)\s*([^]]+?)\s*\]\]?\s*(?:#.*)?")
_KUNCI = re.compile(r"\s*([\w.\"'-]+)\s*=")
_TEMPAT = re.compile(r"\(at line (\d+), column (\d+)\)|\(at end of document\)")


def baca_aturan(isi: bytes, nama: str) -> Aturan:
    """Read one rule file.

    Raises:
        KinerjaError: the file is no TOML, or lacks what a rule set needs; each fault with its line and key.
    """
    try:
        teks = isi.decode("utf-8-sig")
        return susun_aturan(tomllib.loads(teks, parse_float=Decimal), hashlib.sha256(isi).hexdigest())
    except UnicodeDecodeError as e:
        raise KinerjaError(f"Berkas aturan {nama} bukan teks UTF-8.", "Simpan lagi dengan penyandian UTF-8.") from e
    except tomllib.TOMLDecodeError as e:
        raise KinerjaError(f"Berkas aturan {nama}{_tempat(e)}: bukan TOML.", "Betulkan penulisan di baris itu.") from e
    except AturanSalah as e:
        peta = baris_kunci(teks)
        salah = sorted((_baris(peta, kunci), kunci, apa) for kunci, apa in e.salah)
        semua = "".join(f"\n  baris {baris}: “{kunci}” {apa}" for baris, kunci, apa in salah)
        raise KinerjaError(
            f"Berkas aturan {nama}:{semua}", "Betulkan baris itu; bandingkan dengan aturan bawaan (kinerja aturan)."
        ) from e


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
            if cocok[1] == "[[":
                ke[bagian] = ke.get(bagian, 0) + 1
                bagian = f"{bagian}[{ke[bagian]}]"
            peta.setdefault(bagian, nomor)
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


def daftar_aturan(folder_lain: Iterable[Path] = ()) -> dict[str, Aturan]:
    """Give all rule sets by id: the packaged ones, and those of the given folders.

    Raises:
        KinerjaError: a file is wrong, or two have the same id.
    """
    return {id_aturan: aturan for id_aturan, (aturan, _) in _semua(folder_lain).items()}


def isi_aturan(id_aturan: str, folder_lain: Iterable[Path] = ()) -> bytes:
    """Give the bytes of a rule set's file, to be kept with a result."""
    return _semua(folder_lain)[id_aturan][1]


def _semua(folder_lain: Iterable[Path]) -> dict[str, tuple[Aturan, bytes]]:
    hasil: dict[str, tuple[Aturan, bytes]] = {}
    asal: dict[str, Path] = {}
    for folder in (folder_aturan(), *folder_lain):
        for berkas in sorted(folder.glob("*.toml")):
            isi = berkas.read_bytes()
            aturan = baca_aturan(isi, berkas.name)
            if aturan.id in hasil:
                lain = "aturan bawaan" if asal[aturan.id].parent == folder_aturan() else asal[aturan.id].name
                raise KinerjaError(
                    f"Berkas aturan {berkas.name} memakai id “{aturan.id}”, yang sudah dipakai {lain}.",
                    'Ganti id-nya, misalnya dengan nama peraturannya: id = "perbup-bungo-12-2025".',
                )
            hasil[aturan.id] = aturan, isi
            asal[aturan.id] = berkas
    return hasil
