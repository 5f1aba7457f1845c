"""Choices that the command line offers; light, so that its help imports nothing heavy."""

from __future__ import annotations

from enum import StrEnum


class UkuranNilai(StrEnum):
    """Which figure becomes an indicator's value."""

    MEDIAN = "median"
    DALAM_STANDAR = "dalam-standar"
    P90 = "p90"


class Penerima(StrEnum):
    """Who gets a value of their own: everybody the one of the dinas, or each officer theirs."""

    DINAS = "dinas"
    PETUGAS = "petugas"
