"""An exercise in a test: what a seed makes, and the same with some faults only."""

from __future__ import annotations

import shutil
from collections.abc import Collection, Sequence
from functools import cache
from pathlib import Path

from bantu import aturan

from kinerja_cli.core.latihan.folder import BERKAS_DINAS
from kinerja_cli.core.latihan.halaman import Halaman
from kinerja_cli.core.latihan.kesalahan import Kesalahan, tanam
from kinerja_cli.core.latihan.soal import Soal, susun_soal
from kinerja_cli.core.temuan import Letak, Temuan, Tingkat
from kinerja_cli.writers.buku_latihan import berkas_latihan

ASPEK = tuple(aturan().aspek)


@cache
def soal(benih: int = 1) -> Soal:
    return susun_soal(benih, ASPEK)


def kecuali(s: Soal, *kode: str) -> tuple[Halaman, ...]:
    """The exercise with all faults but these repaired."""
    return tanam(s.bersih, [k for k in s.kesalahan if k.kode in kode])


def tertanam(kesalahan: Collection[Kesalahan]) -> set[tuple[str, Letak]]:
    """What the faults cause: each its own finding, and those that come and go with it."""
    return {(k.kode, k.letak) for k in kesalahan} | {a for k in kesalahan for a in k.akibat}


def ditemukan(temuan: Sequence[Temuan]) -> set[tuple[str, Letak]]:
    return {(t.kode, t.letak) for t in temuan if t.tingkat is not Tingkat.INFO}


def isi_berkas_dinas(folder: Path, halaman: Sequence[Halaman]) -> Path:
    """Put sheets where the operator has repaired them, instead of what is there."""
    tujuan = folder / BERKAS_DINAS
    shutil.rmtree(tujuan, ignore_errors=True)
    tujuan.mkdir(parents=True)
    for nama, isi in berkas_latihan(halaman).items():
        (tujuan / nama).write_bytes(isi)
    return tujuan
