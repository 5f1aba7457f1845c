"""The rights of a person over their result, in words: how to object, until when, and what no source settles."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja_cli.core.pelengkap import Pelengkap
from kinerja_cli.core.tenggat import Tenggat


@dataclass(frozen=True)
class HakKeberatan:
    """How to object.

    Attributes:
        tenggat: the time within which to object.
        langkah: what is done, in order.
        terbuka: what no source settles: about what, and in words.
    """

    tenggat: Tenggat
    langkah: tuple[str, ...]
    terbuka: tuple[tuple[str, str], ...]

    @property
    def kapan(self) -> str:
        """Until when, in words: "paling lambat 14 hari kalender setelah hasil diterima"."""
        return f"paling lambat {self.tenggat.kata} setelah hasil diterima"


def susun_hak(berkas: Pelengkap, tenggat: Tenggat) -> HakKeberatan:
    """Build the rights from their rule file.

    Raises:
        PelengkapSalah: naming line and key of every fault.
    """
    kepala = berkas.satu("")
    kepala.teks("id")
    kepala.teks("judul")
    prosedur = berkas.satu("prosedur")
    prosedur.dasar(berkas.sumber())
    terbuka = tuple((b.teks("apa"), b.teks("kata")) for b in berkas.semua("terbuka"))
    hasil = HakKeberatan(tenggat, prosedur.daftar("langkah"), terbuka)
    if not hasil.langkah:
        prosedur.catat("langkah", "tidak ada")
    berkas.tutup()
    return hasil
