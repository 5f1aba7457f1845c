"""What reports are made from, as a hash: what was made from the same needn't be made again."""

from __future__ import annotations

import hashlib
import pickle
from dataclasses import fields
from functools import cache

from kinerja_cli import __version__
from kinerja_cli.resources import berkas_program
from kinerja_cli.workflow.isi import Isi


def sidik_bahan(isi: Isi, *lain: object) -> str:
    """Hash the program, a saved result with what every page prints, and whatever else the reports show.

    Equal hashes mean equal reports. Unequal ones may as well: a set's order, say, is another in every process.
    """
    konteks = tuple(getattr(isi.konteks, f.name) for f in fields(isi.konteks) if f.name != "aturan")  # it is in the result
    semua = (_program(), isi.manifes, konteks, isi.ambang_tepi, isi.perkara, *lain)
    return hashlib.sha256(pickle.dumps(semua, protocol=pickle.HIGHEST_PROTOCOL)).hexdigest()


@cache
def _program() -> tuple[object, ...]:
    """Tell this program from any other: a checkout changes without a new version."""
    return (__version__, *((p.name, s.st_size, s.st_mtime_ns) for p in berkas_program() for s in (p.stat(),)))
