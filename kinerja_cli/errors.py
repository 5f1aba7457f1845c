"""The one exception for "cannot go on": a sentence and an advice, caught in one place (cli)."""

from __future__ import annotations


class KinerjaError(Exception):
    """The program can't go on; exit 2.

    Args:
        kalimat: what is wrong, one Indonesian sentence.
        saran: what to do, one sentence.
    """

    def __init__(self, kalimat: str, saran: str = "") -> None:
        super().__init__(kalimat)
        self.kalimat = kalimat
        self.saran = saran
