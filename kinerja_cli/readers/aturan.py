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
    hasil: dict[str, Aturan] = {}
    for folder in (folder_aturan(), *folder_lain):
        for berkas in sorted(folder.glob("*.toml")):
            aturan = baca_aturan(berkas.read_bytes(), berkas.name)
            if aturan.id in hasil:
                raise KinerjaError(f"Dua aturan ber-id “{aturan.id}” ({berkas.name}).", "Ganti id salah satunya.")
            hasil[aturan.id] = aturan
    return hasil
