"""What an exercise's folder holds, and the small file by which it is known and from which it can be made again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kinerja_cli.core.latihan.soal import Soal
from kinerja_cli.core.pohon import Pembaca

INGATAN = "latihan.toml"
PETUNJUK = "BACA DULU.html"
BERKAS_DINAS = "berkas-dinas"
KUNCI = "khusus-pelatih/Kunci Jawaban.xlsx"
HASIL = "Hasil Latihan.xlsx"


@dataclass(frozen=True)
class Ingatan:
    """What the file says: the seed, and the hash of the exercise that it made (:attr:`Soal.sidik`)."""

    benih: int
    sidik: str


def tulis_ingatan(soal: Soal) -> str:
    """Give the file's text."""
    return (
        "# Jangan diubah: dari berkas ini kinerja tahu latihan mana yang harus diperiksa.\n"
        f'benih = {soal.benih}\nsidik = "{soal.sidik}"\n'
    )


def susun_ingatan(pohon: Mapping[str, object]) -> Ingatan:
    """Take the file's tree apart.

    Raises:
        PohonSalah: a key is missing, wrong or unknown.
    """
    p = Pembaca(pohon)
    hasil = Ingatan(p.ambil("benih", int, 0), p.teks("sidik"))
    p.tutup()
    return hasil
