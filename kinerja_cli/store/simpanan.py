"""A period as it is saved: its files, and the manifest that proves them."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from kinerja_cli.core.periode import Periode
from kinerja_cli.errors import KinerjaError
from kinerja_cli.store.berkas import sha256

MANIFES = "manifes.json"
FORMAT = 1
DRAF, TERKUNCI = "draf", "terkunci"
"""A period's status in its manifest."""


@dataclass(frozen=True)
class Simpanan:
    """A period as it is saved, or is to be: its manifest, and the bytes of each file that was read, every hash proved."""

    periode: Periode
    isi_manifes: bytes
    manifes: Mapping[str, object]
    berkas: Mapping[str, bytes]

    @property
    def sha256_manifes(self) -> str:
        """The hash by which the audit trail knows this result."""
        return sha256(self.isi_manifes)

    @property
    def terkunci(self) -> bool:
        """Whether the period is closed to changes."""
        return self.manifes["status"] == TERKUNCI

    def sumber(self) -> tuple[Mapping[str, str], ...]:
        """Give the manifest's list of imported workbooks: ``berkas``, ``nama``, ``sha256``, ``bawaan_dari``."""
        daftar = self.manifes["sumber"]
        assert isinstance(daftar, list)
        return tuple(daftar)


def baca_simpanan(folder: Path, periode: Periode, hanya: Collection[str] = ("*",)) -> Simpanan:
    """Read a saved period from its folder and prove each file's hash by its manifest.

    Args:
        folder: the period's folder.
        periode: the month.
        hanya: patterns of the files to read, by their path in the folder; usually all.

    Raises:
        KinerjaError: a file is missing, cut, changed, or of a later format.
    """
    try:
        isi_manifes = (folder / MANIFES).read_bytes()
        manifes = json.loads(isi_manifes)
        if manifes["format"] != FORMAT:
            raise KinerjaError(f"Periode {periode} disimpan oleh versi kinerja yang lain.", "Pasang kinerja versi terbaru.")
        tercatat = {n: h for n, h in manifes["berkas"].items() if any(fnmatchcase(n, pola) for pola in hanya)}
        isi = {nama: (folder / nama).read_bytes() for nama in tercatat}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as e:
        raise _berubah(periode, folder, "tidak lengkap atau terpotong") from e
    for nama, jejak in tercatat.items():
        if sha256(isi[nama]) != jejak:
            raise _berubah(periode, folder, f"berubah di luar kinerja: {nama}")
    return Simpanan(periode, isi_manifes, manifes, isi)


def susun_simpanan(periode: Periode, manifes: Mapping[str, object], berkas: Mapping[str, bytes]) -> Simpanan:
    """Give a period as it is to be saved.

    Args:
        periode: the month.
        manifes: what is known of the period; the format and the hash of every file are added.
        berkas: files by their path inside the period's folder.
    """
    lengkap = {"format": FORMAT, **manifes, "berkas": {nama: sha256(berkas[nama]) for nama in sorted(berkas)}}
    return Simpanan(periode, (json.dumps(lengkap, ensure_ascii=False, indent=1) + "\n").encode(), lengkap, berkas)


def _berubah(periode: Periode, folder: Path, sebab: str) -> KinerjaError:
    return KinerjaError(
        f"Simpanan periode {periode} {sebab}.",
        f"Kembalikan dari cadangan; atau pindahkan folder periode/{folder.name} ke tempat lain, lalu hitung lagi.",
    )
