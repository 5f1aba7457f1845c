"""Looking at saved files without trusting them: every damage is a sentence, and nothing is raised."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kinerja_cli.errors import KinerjaError
from kinerja_cli.store.berkas import sha256
from kinerja_cli.store.simpanan import MANIFES


@dataclass(frozen=True)
class KeadaanFolder:
    """A period's folder as it lies there.

    Attributes:
        sha256_manifes: of ``manifes.json`` as it is; "" where it is missing.
        banyak: how many files it holds.
        rusak: by path from the folder's parent, what is wrong with it.
    """

    sha256_manifes: str
    banyak: int
    rusak: Mapping[str, str]


def periksa_folder(folder: Path) -> KeadaanFolder:
    """Compare a period's folder with its manifest: changed, missing and extra files."""
    ada = {p.relative_to(folder).as_posix(): p for p in sorted(folder.rglob("*")) if p.is_file()} if folder.is_dir() else {}
    rusak: dict[str, str] = {}
    isi = {nama: _baca(p) for nama, p in ada.items()}
    tercatat = _tercatat(isi.get(MANIFES))
    if tercatat is None:
        rusak[MANIFES] = "tidak ada" if MANIFES not in ada else "tidak terbaca"
    for nama, jejak in (tercatat or {}).items():
        data = isi.get(nama)
        if nama not in ada:
            rusak[nama] = "tidak ada"
        elif data is None:
            rusak[nama] = "tidak dapat dibuka"
        elif sha256(data) != jejak:
            rusak[nama] = "berubah sejak disimpan"
    for nama in ada.keys() - (tercatat or {}).keys() - {MANIFES}:
        if tercatat is not None:
            rusak[nama] = "bukan bagian dari simpanan"
    manifes = isi.get(MANIFES)
    return KeadaanFolder(
        sha256(manifes) if manifes is not None else "", len(ada), {f"{folder.name}/{n}": s for n, s in sorted(rusak.items())}
    )


def sidik_berkas(berkas: Path) -> str:
    """Give the hash of a file as it lies there; "" where it can't be read."""
    isi = _baca(berkas)
    return "" if isi is None else sha256(isi)


def baca_laporan(berkas: Path) -> bytes:
    """Give the bytes of a report that somebody wants proved.

    Raises:
        KinerjaError: there is no such file.
    """
    isi = _baca(berkas)
    if isi is None:
        raise KinerjaError(f"{berkas} tidak ditemukan.", "Periksa nama berkas laporannya.")
    return isi


def _baca(berkas: Path) -> bytes | None:
    try:
        return berkas.read_bytes()
    except OSError:
        return None


def _tercatat(manifes: bytes | None) -> Mapping[str, str] | None:
    try:
        berkas = json.loads(manifes or b"")["berkas"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    aman = isinstance(berkas, dict) and all(isinstance(n, str) and isinstance(h, str) for n, h in berkas.items())
    return berkas if aman else None
