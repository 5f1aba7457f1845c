"""The right to object: to whom and until when (PP 30/2019 pasal 59), in words for the person concerned."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja_cli.core.aturan import Dasar
from kinerja_cli.core.nip import urai_nip
from kinerja_cli.core.pelengkap import Pelengkap


@dataclass(frozen=True)
class HakKeberatan:
    """The figures of the rule file: days, how they are counted ("kalender" or "kerja"), and to whom one objects."""

    hari: int
    hitungan: str
    kepada: str
    dasar: Dasar

    def kalimat(self, nip: str) -> tuple[str, ...]:
        """Tell a person how to object; nothing is denied that a regulation leaves open."""
        umum = (
            f"Ajukan secara tertulis, dengan alasan dan buktinya, kepada {self.kepada} Anda, paling lambat {self.hari} hari "
            f"{self.hitungan} sejak slip ini Anda terima ({self.dasar}, kepastian: {self.dasar.kepastian}). Sebut indikator "
            "dan selnya: setiap angka di atas dapat dicocokkan dengan berkas asalnya.",
            "Keberatan yang lewat waktu tetap dapat diserahkan; pejabat yang memutuskan.",
        )
        pppk = "Bagi PPPK dasar hukumnya belum dipastikan; tanyakan kepada pengelola kepegawaian, dan tetap ajukan."
        return (*umum, pppk) if urai_nip(nip).pppk else umum


def susun_hak_keberatan(p: Pelengkap) -> HakKeberatan:
    """Build the figures from their file.

    Raises:
        PelengkapSalah: naming line and key of what is wrong.
    """
    sumber, awal, tenggat = p.sumber(), p.satu(""), p.satu("tenggat")
    awal.teks("id")
    awal.teks("judul")
    hasil = HakKeberatan(int(tenggat.angka("hari")), tenggat.teks("hitungan"), tenggat.teks("kepada"), tenggat.dasar(sumber))
    if hasil.hitungan not in ("kalender", "kerja"):
        tenggat.catat("hitungan", "harus “kalender” atau “kerja”")
    p.tutup()
    return hasil
