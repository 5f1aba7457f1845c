"""Rule files: TOML → :class:`~kinerja_cli.core.aturan.Aturan`."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

from kinerja_cli.core.aturan import Aturan, AturanSalah, susun_aturan
from kinerja_cli.errors import KinerjaError
from kinerja_cli.resources import folder_aturan


def baca_aturan(isi: bytes, nama: str) -> Aturan:
    """Read one rule file.

    Raises:
        KinerjaError: the file is no TOML, or lacks what a rule set needs.
    """
    try:
        pohon = tomllib.loads(isi.decode("utf-8"), parse_float=Decimal)
        return susun_aturan(pohon, hashlib.sha256(isi).hexdigest())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as e:
        raise KinerjaError(f"Berkas aturan {nama} tidak dapat dibaca: {e}.", "Betulkan penulisannya.") from e
    except AturanSalah as e:
        raise KinerjaError(f"Berkas aturan {nama}: {e}.", "Bandingkan dengan aturan bawaan (kinerja aturan).") from e


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
    for folder in (folder_aturan(), *folder_lain):
        for berkas in sorted(folder.glob("*.toml")):
            isi = berkas.read_bytes()
            aturan = baca_aturan(isi, berkas.name)
            if aturan.id in hasil:
                raise KinerjaError(f"Dua aturan ber-id “{aturan.id}” ({berkas.name}).", "Ganti id salah satunya.")
            hasil[aturan.id] = aturan, isi
    return hasil
