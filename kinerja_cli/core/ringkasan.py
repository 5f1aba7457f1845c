"""Small counts that a command ends with."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Hitungan:
    """What files hold, to compare with what the sender meant to send."""

    berkas: int
    pegawai: int
    indikator: int
    orang_berealisasi: int
    realisasi: int


@dataclass(frozen=True)
class Perpaduan:
    """How the files of a call met those that the period had: how many stay, are new, replace another, are carried."""

    tetap: int
    baru: int
    diganti: int
    bawaan: int
