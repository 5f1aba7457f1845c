"""What the report on service times takes for granted, unless the office says otherwise: hours, thresholds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

from kinerja_cli.core.pohon import Pembaca


@dataclass(frozen=True)
class Batas:
    """From how many on, and how far.

    Attributes:
        banding: finished documents in each of two spans, for them to be compared.
        banding_jenis: finished documents of one type in each, for the type to take part.
        berjam: percent of the finished documents with times, for two spans to be compared in minutes.
        petugas: finished documents of an officer, for figures to be shown.
        persentil: which one is shown beside the median, in percent.
        keyakinan: of the interval, in percent.
        ulangan: resamples of the bootstrap.
        benih: seed of its random numbers, so that equal input gives equal figures.
        nol_menit: percent of documents that took 0 minutes, from which on they seem typed in afterwards.
        jauh: days by which a date in another year stands apart from all others, to seem mistyped.
        terpencil: percent of all dates up to which those that stand apart seem so.
        umur: upper ends of the backlog's age groups, in working days.
    """

    banding: int
    banding_jenis: int
    berjam: int
    petugas: int
    persentil: int
    keyakinan: int
    ulangan: int
    benih: int
    nol_menit: int
    jauh: int
    terpencil: int
    umur: tuple[int, ...]


@dataclass(frozen=True)
class Bawaan:
    """The packaged file: ``[jam_kerja]`` in the shape of the settings, on what it rests, and the thresholds."""

    jam_kerja: Mapping[str, object]
    dasar: str
    batas: Batas


def susun_bawaan(pohon: Mapping[str, object]) -> Bawaan:
    """Build it from the file's tree.

    Raises:
        PohonSalah: keys are missing, wrong or unknown.
    """
    akar = Pembaca(pohon)
    jam_kerja: dict[str, object] = akar.ambil("jam_kerja", dict, {})
    sumber = akar.sumber()
    asal = akar.anak("dasar")
    catatan = asal.teks("catatan")
    dasar = asal.dasar(sumber)
    batas = akar.anak("batas")
    angka = {f.name: batas.ambil(f.name, int, 1) for f in fields(Batas) if f.name != "umur"}
    umur = tuple(batas.ambil("umur", list, []))
    akar.tutup()
    teks = f"{dasar} ({dasar.kepastian}); {catatan}"
    return Bawaan(jam_kerja, teks, Batas(**angka, umur=umur))
