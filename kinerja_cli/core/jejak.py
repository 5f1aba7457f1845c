"""The audit trail: lines that each carry the hash of the line before and of their own bytes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

AWAL = "0" * 64
"""Stands as the hash before the first line."""
_EKOR = ',"sha256":"'


@dataclass(frozen=True)
class BarisJejak:
    """One line of the trail.

    Attributes:
        nomor: from 1.
        isi: the fields of the line, ``sebelum`` and ``sha256`` among them.
        teks: the line's exact text, without the line feed.
    """

    nomor: int
    isi: Mapping[str, object]
    teks: str

    @property
    def sha256(self) -> str:
        """The hash of the line's bytes before this field."""
        return str(self.isi["sha256"])


class JejakRusak(ValueError):
    """The trail can't be read on; the text says at which line."""


def tambah(sebelum: BarisJejak | None, isi: Mapping[str, object]) -> BarisJejak:
    """Make the next line from its fields (time, who, action, period, files, rule set, version, manifest's hash)."""
    nomor = sebelum.nomor + 1 if sebelum else 1
    lengkap = {"nomor": nomor, **isi, "sebelum": sebelum.sha256 if sebelum else AWAL}
    badan = json.dumps(lengkap, ensure_ascii=False, separators=(",", ":"))[:-1]
    sha256 = hashlib.sha256(badan.encode()).hexdigest()
    return BarisJejak(nomor, {**lengkap, "sha256": sha256}, f'{badan}{_EKOR}{sha256}"}}')


def urai_jejak(teks: str) -> tuple[BarisJejak, ...]:
    """Read a trail and prove its chain.

    Raises:
        JejakRusak: a line is cut, altered, or out of its place.
    """
    hasil: list[BarisJejak] = []
    if teks and not teks.endswith("\n"):
        raise JejakRusak("baris terakhir terpotong")
    for nomor, baris in enumerate(teks.split("\n")[:-1], 1):  # splitlines knows more ends than "\n"
        satu = urai_baris(baris, nomor)
        if satu.nomor != nomor or satu.isi.get("sebelum") != (hasil[-1].sha256 if hasil else AWAL):
            raise JejakRusak(f"baris {nomor} tidak bersambung dengan baris sebelumnya")
        hasil.append(satu)
    return tuple(hasil)


def urai_baris(baris: str, nomor: int) -> BarisJejak:
    """Read one line and prove its own hash; ``nomor`` is for the message.

    Raises:
        JejakRusak: it is cut or altered.
    """
    badan, _, _ = baris.rpartition(_EKOR)
    try:
        isi = json.loads(baris)
        utuh = isi["sha256"] == hashlib.sha256(badan.encode()).hexdigest() and isinstance(isi["nomor"], int)
    except (ValueError, KeyError, TypeError) as e:
        raise JejakRusak(f"baris {nomor} tidak terbaca") from e
    if not utuh:
        raise JejakRusak(f"baris {nomor} berubah")
    return BarisJejak(isi["nomor"], isi, baris)
