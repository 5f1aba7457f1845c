"""The report model: what every writer prints. Sums and sentences are made in core; a writer only lays them out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import islice
from typing import TypeVar

import numpy as np
import pandas as pd

from kinerja_cli.core.aturan import Aturan
from kinerja_cli.core.bagian import setengah_ke_atas
from kinerja_cli.core.kata_indikator import BarisIndikator, baris_indikator
from kinerja_cli.core.penilaian import TANPA_NILAI
from kinerja_cli.core.penugasan import sebut_hari
from kinerja_cli.core.periode import Periode
from kinerja_cli.core.skema import Status
from kinerja_cli.core.telaah import Telaah

SEBUTAN_STATUS: Mapping[str, str] = {
    Status.DINILAI: "dinilai",
    Status.BELUM_LENGKAP: "belum lengkap",
    Status.TIDAK_BERLAKU: "tidak berlaku",
    Status.TIDAK_DINILAI: "tidak dinilai",
}
KERTAS = ("A4", "F4")
"""Sheets of paper that a report is laid out for; the first one is usual."""
_Siapa = TypeVar("_Siapa", bound="Orang")
KERAHASIAAN = "Memuat data pribadi; tidak untuk disebarkan (UU 27/2022)."


@dataclass(frozen=True)
class Konteks:
    """What is printed on every page: whose report, of which month, by which rules, provable by which line.

    Attributes:
        instansi: e.g. "Pemerintah Kabupaten Bungo".
        tempat: where reports are signed, e.g. "Muara Bungo"; "" leaves it blank.
        kepala: by dinas, who signs; see :class:`Penanda`.
        penetapan: the regulation that enacts the scheme, or the words that none does.
        jejak: the audit line that saved the result: number, time and hash, in one text.
        perubahan: "Perubahan ke-1: alasan", where the result corrects one that had been locked; else "".
        kertas: one of :data:`KERTAS`.
    """

    instansi: str
    tempat: str
    periode: Periode
    aturan: Aturan
    penetapan: str
    versi: str
    jejak: str
    kepala: Mapping[str, Penanda]
    perubahan: str = ""
    kertas: str = KERTAS[0]


@dataclass(frozen=True)
class Penanda:
    """Who signs a report."""

    nama: str
    nip: str
    jabatan: str


@dataclass(frozen=True)
class Tugas:
    """A person's service in one of several dinas of the month: ``hari`` of all ``hari_tugas``."""

    dinas: str
    jabatan: str
    unit_kerja: str
    hari: int
    hari_tugas: int
    peringkat_dinas: int


@dataclass(frozen=True)
class Orang:
    """One person's result."""

    nip: str
    nama: str
    jabatan: str
    golongan: str
    dinas: str
    unit_kerja: str
    status: str
    nilai: int | None
    """Hundredths; None: no score, or a category without a number."""
    predikat: str
    peringkat_dinas: int
    peringkat: int
    alasan: str
    catatan: str
    ide_baru: str
    jumlah_tertimbang: int
    pembagi: int
    hasil_kerja: str
    perilaku: str
    jumlah_perilaku: int
    banyak_perilaku: int
    tambahan: int
    """Hundredths; :data:`TANPA_NILAI`: none, here and below."""
    nilai_hasil_kerja: int
    letak_perilaku: str
    """Cells of what the rater filed, "berkas › Lembar!C2:I2"; "" where there is nothing."""
    aspek: tuple[int | None, ...]
    """Score in each aspect of the rule set, in its order; None where the person has none."""
    tugas: tuple[Tugas, ...] = ()
    """The dinas between which the month is split; empty for who served in one."""
    bagian: Fraction | int = 1
    """The part of this person that counts here: less than 1 only in the report of one of several dinas."""

    @property
    def dinilai(self) -> bool:
        """Whether there is a score."""
        return self.status == Status.DINILAI

    def menurut_dinas(self) -> Iterator[Orang]:
        """Give the person once for each dinas, as its report shows them: post, rank, and part that counts."""
        if not self.tugas:
            yield self
        for t in self.tugas:
            yield replace(
                self,
                dinas=t.dinas,
                jabatan=t.jabatan,
                unit_kerja=t.unit_kerja,
                peringkat_dinas=t.peringkat_dinas,
                bagian=Fraction(t.hari, t.hari_tugas),
            )


@dataclass(frozen=True)
class OrangRinci(Orang):
    """One person's result with its reasons."""

    rincian: tuple[BarisIndikator, ...] = ()


@dataclass(frozen=True)
class Ringkasan:
    """Counts and means of a group of people. Means are of printed scores, half-up, in hundredths; None without people."""

    nama: str
    orang: int
    dinilai: int
    status: tuple[tuple[str, int], ...]
    """Count by status, "dinilai" first; only those that occur."""
    predikat: tuple[tuple[str, int], ...]
    """Count by category, best first, zeros too."""
    rata_rata: int | None
    aspek: tuple[tuple[str, int | None], ...]
    berbagi: int = 0
    """How many of them served in several dinas: whole in the regency's means, by days in a dinas'."""


@dataclass(frozen=True)
class LaporanDinas:
    """The report of one dinas: ``dinilai`` by rank, ``belum`` by name."""

    konteks: Konteks
    dinas: str
    ringkasan: Ringkasan
    dinilai: tuple[OrangRinci, ...]
    belum: tuple[OrangRinci, ...]
    telaah: Telaah


@dataclass(frozen=True)
class LaporanDaerah:
    """The report of the regency: all dinas side by side; ``berkas`` names each dinas' files without ending."""

    konteks: Konteks
    ringkasan: Ringkasan
    dinas: tuple[Ringkasan, ...]
    berkas: Mapping[str, str]
    dinilai: tuple[Orang, ...]
    belum: tuple[Orang, ...]
    telaah: Telaah


def susun_orang(nilai: pd.DataFrame, aspek: pd.DataFrame, aturan: Aturan, penugasan: pd.DataFrame) -> tuple[Orang, ...]:
    """Turn a scored period's tables into people, in the order of ``nilai``; :func:`rincikan` adds their reasons."""
    tugas: dict[str, list[Tugas]] = {}
    for t in penugasan.itertuples(index=False):
        satu = Tugas(str(t.dinas), str(t.jabatan), str(t.unit_kerja), int(t.hari), int(t.hari_tugas), int(t.peringkat_dinas))
        tugas.setdefault(str(t.nip), []).append(satu)
    skor = {(nip, a): int(n) for nip, a, n in zip(aspek["nip"], aspek["aspek"], aspek["nilai"], strict=True)}
    return tuple(
        Orang(
            nip=str(n.nip),
            nama=str(n.nama),
            jabatan=str(n.jabatan),
            golongan=str(n.golongan),
            dinas=str(n.dinas),
            unit_kerja=str(n.unit_kerja),
            status=str(n.status),
            nilai=None if n.nilai == TANPA_NILAI else int(n.nilai),
            predikat=str(n.predikat),
            peringkat_dinas=int(n.peringkat_dinas),
            peringkat=int(n.peringkat),
            alasan=str(n.alasan),
            catatan="; ".join(teks for teks in (str(n.catatan), sebut_tugas(tugas.get(str(n.nip), ()))) if teks),
            ide_baru=str(n.ide_baru),
            jumlah_tertimbang=int(n.jumlah_tertimbang),
            pembagi=int(n.pembagi),
            hasil_kerja=str(n.hasil_kerja),
            perilaku=str(n.perilaku),
            jumlah_perilaku=int(n.jumlah_perilaku),
            banyak_perilaku=int(n.banyak_perilaku),
            tambahan=int(n.tambahan),
            nilai_hasil_kerja=int(n.nilai_hasil_kerja),
            letak_perilaku=str(n.letak_perilaku),
            aspek=tuple(skor.get((str(n.nip), a)) for a in aturan.aspek),
            tugas=tuple(tugas.get(str(n.nip), ())),
        )
        for n in nilai.itertuples(index=False)
    )


def rincikan(orang: Sequence[Orang], rincian: pd.DataFrame, aturan: Aturan) -> tuple[OrangRinci, ...]:
    """Give people with the sums behind their results, from the rows of :data:`skema.RINCIAN`, by NIP, that are theirs."""
    nip = rincian["nip"].to_numpy(dtype=object)
    awal, akhir = (np.searchsorted(nip, [o.nip for o in orang], side=sisi).tolist() for sisi in ("left", "right"))
    baris = baris_indikator(rincian.take([i for a, z in zip(awal, akhir, strict=True) for i in range(a, z)]), aturan)
    return tuple(
        OrangRinci(**vars(o), rincian=tuple(islice(baris, z - a))) for o, a, z in zip(orang, awal, akhir, strict=True)
    )


def sebut_tugas(tugas: Sequence[Tugas]) -> str:
    """Say how a person's month was split."""
    return sebut_hari((t.dinas, t.hari) for t in tugas)


def menurut_dinas(orang: Iterable[Orang]) -> dict[str, list[Orang]]:
    """Group people by dinas, as the report of each shows them: who served in several stands in each."""
    hasil: dict[str, list[Orang]] = {}
    for o in orang:
        for satu in o.menurut_dinas():
            hasil.setdefault(satu.dinas, []).append(satu)
    return hasil


def susun_dinas(milik: Sequence[Orang], rincian: pd.DataFrame, dinas: str, konteks: Konteks, telaah: Telaah) -> LaporanDinas:
    """Give the report of one dinas, from its people, the rows of their sums (others among them), and what was found."""
    pilahan = _pilah(rincikan(milik, rincian, konteks.aturan), "peringkat_dinas", konteks.aturan)
    ringkasan = ringkas_orang(dinas, milik, konteks.aturan)
    return LaporanDinas(konteks, dinas, ringkasan, *pilahan, telaah.milik({o.nip for o in milik}))


def susun_daerah(orang: Sequence[Orang], konteks: Konteks, telaah: Telaah) -> LaporanDaerah:
    """Give the report of the regency."""
    per_dinas = menurut_dinas(orang)
    nama = sorted(per_dinas)
    return LaporanDaerah(
        konteks,
        ringkas_orang(konteks.instansi, orang, konteks.aturan),
        tuple(ringkas_orang(dinas, per_dinas[dinas], konteks.aturan) for dinas in nama),
        nama_berkas(nama),
        *_pilah(orang, "peringkat", konteks.aturan),
        telaah,
    )


def _pilah(orang: Iterable[_Siapa], peringkat: str, aturan: Aturan) -> tuple[tuple[_Siapa, ...], tuple[_Siapa, ...]]:
    """Part who has a result, by rank (by category where there is no number), from who has none, by name."""
    semua = list(orang)
    urutan = {p.nama: i for i, p in enumerate(aturan.predikat)}
    tingkat = (lambda o: getattr(o, peringkat)) if aturan.berangka else (lambda o: urutan[o.predikat])
    dinilai = sorted((o for o in semua if o.dinilai), key=lambda o: (tingkat(o), o.nama, o.nip))
    return tuple(dinilai), tuple(sorted((o for o in semua if not o.dinilai), key=lambda o: (o.nama, o.nip)))


def ringkas_orang(nama: str, orang: Sequence[Orang], aturan: Aturan) -> Ringkasan:
    """Count and average a group."""
    dinilai = [o for o in orang if o.dinilai]
    status = ((s.value, sum(o.status == s for o in orang)) for s in Status)
    return Ringkasan(
        nama=nama,
        orang=len(orang),
        dinilai=len(dinilai),
        status=tuple((s, n) for s, n in status if n),
        predikat=tuple((p.nama, sum(o.predikat == p.nama for o in dinilai)) for p in aturan.predikat),
        rata_rata=_rata_rata([(o.nilai, o.bagian) for o in dinilai if o.nilai is not None]),
        aspek=tuple(
            (a, _rata_rata([(skor, o.bagian) for o in dinilai if (skor := o.aspek[i]) is not None]))
            for i, a in enumerate(aturan.aspek)
        ),
        berbagi=sum(bool(o.tugas) for o in orang),
    )


def sebut_berbagi(r: Ringkasan) -> str:
    """Say how people who served in several dinas count."""
    cara = "tercantum di setiap dinas dan dirata-ratakan menurut harinya di sana, di daerah dihitung satu kali"
    return f"{r.berbagi} orang bertugas di dua dinas atau lebih: {cara}."


def _rata_rata(nilai: Sequence[tuple[int, Fraction | int]]) -> int | None:
    """Average scores, each by the part of the person that counts."""
    if not nilai:
        return None
    return setengah_ke_atas(Fraction(sum(n * bagian for n, bagian in nilai), sum(bagian for _, bagian in nilai)))


# File names ---------------------------------------------------------------------------------------------------------

_TERLARANG = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
_NAMA_WINDOWS = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d|index|rekap)(?:\..*)?", re.IGNORECASE)
_NAMA_TERPANJANG = 80


def nama_berkas(dinas: Sequence[str]) -> dict[str, str]:
    """Give each dinas a file name that Windows takes, unique case aside, never that of the regency's own files."""
    hasil: dict[str, str] = {}
    terpakai: set[str] = set()
    for nama in sorted(dinas):
        dasar = _TERLARANG.sub("-", nama).strip(" .-")[:_NAMA_TERPANJANG].rstrip(" .") or "Tanpa nama"
        if _NAMA_WINDOWS.fullmatch(dasar):
            dasar = f"Dinas {dasar}"
        calon, ke = dasar, 1
        while calon.casefold() in terpakai:
            ke += 1
            calon = f"{dasar} ({ke})"
        terpakai.add(calon.casefold())
        hasil[nama] = calon
    return hasil
