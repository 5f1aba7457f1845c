"""Rule files: TOML → :class:`~kinerja_cli.core.aturan.Aturan`; a fault is named with its line and key."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from kinerja_cli.core.aturan import Aturan, AturanInovasi
from kinerja_cli.core.susun_aturan import susun_aturan
from kinerja_cli.errors import KinerjaError
from kinerja_cli.readers.pelengkap import baca_aturan_inovasi
from kinerja_cli.readers.pohon import baca_pohon
from kinerja_cli.resources import folder_aturan


def baca_aturan(isi: bytes, nama: str, inovasi: AturanInovasi | None = None) -> Aturan:
    """Read one rule file; ``inovasi`` is what a register of innovations is worth beside it, None: what is usual.

    Raises:
        KinerjaError: the file is no TOML, or lacks what a rule set needs; each fault with its line and key.
    """
    saran = "Betulkan baris itu; bandingkan dengan aturan bawaan (kinerja aturan)."
    sidik, beserta = hashlib.sha256(isi).hexdigest(), inovasi or baca_aturan_inovasi()
    return baca_pohon(isi, f"aturan {nama}", lambda pohon: susun_aturan(pohon, sidik, beserta), saran)


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
    asal: dict[str, Path] = {}
    inovasi = baca_aturan_inovasi(folder_lain)
    for folder in (folder_aturan(), *folder_lain):
        for berkas in sorted(folder.glob("*.toml")):
            isi = berkas.read_bytes()
            aturan = baca_aturan(isi, berkas.name, inovasi)
            if aturan.id in hasil:
                lain = "aturan bawaan" if asal[aturan.id].parent == folder_aturan() else asal[aturan.id].name
                raise KinerjaError(
                    f"Berkas aturan {berkas.name} memakai id “{aturan.id}”, yang sudah dipakai {lain}.",
                    'Ganti id-nya, misalnya dengan nama peraturannya: id = "perbup-bungo-12-2025".',
                )
            hasil[aturan.id] = aturan, isi
            asal[aturan.id] = berkas
    return hasil
