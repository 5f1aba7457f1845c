"""Small counts that a command ends with."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Hitungan:
    """What files hold, to compare with what the sender meant to send.

    Attributes:
        perilaku: people about whom a Perilaku sheet says something.
        inovasi: rows of registers of innovations.
        sidik: each file's name and fingerprint; equal fingerprints are equal files, so the receiver can tell.
    """

    berkas: int
    pegawai: int
    indikator: int
    orang_berealisasi: int
    realisasi: int
    perilaku: int = 0
    inovasi: int = 0
    sidik: tuple[tuple[str, str], ...] = ()


def sidik(sha256: str) -> str:
    """Shorten a hash to what two people can compare on the telephone: "9F2C-01AB-77E0"."""
    return "-".join(sha256[i : i + 4].upper() for i in (0, 4, 8))


@dataclass(frozen=True)
class Perpaduan:
    """How the files of a call met those that the period had: how many stay, are new, replace another, are carried."""

    tetap: int
    baru: int
    diganti: int
    bawaan: int
