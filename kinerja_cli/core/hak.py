"""The rights of a person over their result, as the rule file states them: the objection, its time limit, what is open."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja_cli.core.aturan import Dasar
from kinerja_cli.core.pelengkap import Bagian, Pelengkap


@dataclass(frozen=True)
class HakKeberatan:
    """How to object.

    Attributes:
        hari: days within which to object.
        cara: how the days are counted, e.g. "hari kalender".
        kata: from when they run.
        langkah: what is done, in order.
        dasar: the source of the time limit.
        terbuka: what no source settles: about what, and in words.
    """

    hari: int
    cara: str
    kata: str
    langkah: tuple[str, ...]
    dasar: Dasar
    terbuka: tuple[tuple[str, str], ...]


def susun_hak(berkas: Pelengkap) -> HakKeberatan:
    """Build the rights from their rule file.

    Raises:
        PelengkapSalah: naming line and key of every fault.
    """
    kepala = berkas.satu("")
    kepala.teks("id")
    kepala.teks("judul")
    sumber = berkas.sumber()
    tenggat, prosedur = berkas.satu("tenggat"), berkas.satu("prosedur")
    prosedur.dasar(sumber)
    hasil = HakKeberatan(
        hari=_hari_utuh(tenggat),
        cara=tenggat.teks("cara"),
        kata=tenggat.teks("kata"),
        langkah=prosedur.daftar("langkah"),
        dasar=tenggat.dasar(sumber),
        terbuka=tuple((b.teks("apa"), b.teks("kata")) for b in berkas.semua("terbuka")),
    )
    berkas.tutup()
    return hasil


def _hari_utuh(tenggat: Bagian) -> int:
    hari = tenggat.angka("hari")
    if hari != int(hari):
        tenggat.catat("hari", "harus hari yang utuh")
    return int(hari)
