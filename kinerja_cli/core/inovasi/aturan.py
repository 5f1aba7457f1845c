"""The file that says what the stages of an idea are worth → :class:`~kinerja_cli.core.aturan.AturanInovasi`."""

from __future__ import annotations

from collections.abc import Mapping

from kinerja_cli.core.aturan import AturanInovasi, SyaratTahap
from kinerja_cli.core.kolom import TAHAP
from kinerja_cli.core.pohon import Pembaca


def susun_aturan_inovasi(pohon: Mapping[str, object], teks: str) -> AturanInovasi:
    """Build the rules from the tree of their file, and its text.

    Raises:
        PohonSalah: naming every key that is missing, wrong or unknown.
    """
    akar = Pembaca(pohon)
    sumber = akar.sumber()
    hasil = AturanInovasi(_syarat(akar.anak("ide_baru"), sumber), _syarat(akar.anak("realisasi"), sumber), teks)
    akar.tutup()
    return hasil


def _syarat(p: Pembaca, sumber: Mapping[str, str]) -> SyaratTahap:
    tahap = p.kata("tahap")
    if not tahap or not set(tahap) <= TAHAP.keys():
        p.catat("tahap", f"harus dari: {', '.join(TAHAP)}")
    return SyaratTahap(tahap, p.boleh("perlu_bukti", bool, False), p.teks("kata"), p.dasar(sumber))
