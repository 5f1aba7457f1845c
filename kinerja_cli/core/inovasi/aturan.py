"""The file that says what the stages of an idea are worth → :class:`~kinerja_cli.core.aturan.AturanInovasi`."""

from __future__ import annotations

from collections.abc import Mapping

from kinerja_cli.core.aturan import AturanInovasi, SyaratTahap
from kinerja_cli.core.kolom import TAHAP
from kinerja_cli.core.pelengkap import Bagian, Pelengkap


def susun_aturan_inovasi(p: Pelengkap) -> AturanInovasi:
    """Build the rules from their file.

    Raises:
        PelengkapSalah: naming line and key of what is wrong.
    """
    sumber = p.sumber()
    hasil = AturanInovasi(_syarat(p.satu("ide_baru"), sumber), _syarat(p.satu("realisasi"), sumber), p.teks)
    p.tutup()
    return hasil


def _syarat(b: Bagian, sumber: Mapping[str, str]) -> SyaratTahap:
    tahap = b.daftar("tahap")
    if not tahap or not set(tahap) <= TAHAP.keys():
        b.catat("tahap", f"harus dari: {', '.join(TAHAP)}")
    return SyaratTahap(tahap, b.ya("perlu_bukti"), b.teks("kata"), b.dasar(sumber))
