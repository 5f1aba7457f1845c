"""What a set of workbooks says, fact by fact, wherever its rows stand: by NIP, code and column."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from kinerja_cli.core.angka import cetak_angka, cetak_bobot
from kinerja_cli.core.kolom import JUDUL
from kinerja_cli.core.lembar import Lembar
from kinerja_cli.core.skema import Keadaan, Masukan
from kinerja_cli.core.temuan import Letak
from kinerja_cli.core.urai import Uraian

Kunci = tuple[str, ...]
"""What a fact is about: the kind of table, then NIP or code, then the column."""

_PEGAWAI = ("nama", "dinas", "jabatan", "golongan", "status")
_INDIKATOR = ("indikator", "aspek", "bobot", "arah", "target", "satuan", "berlaku_untuk")
_KEADAAN: Mapping[str, str] = {
    Keadaan.KOSONG: "kosong",
    Keadaan.TIDAK_BERLAKU: "tidak berlaku",
    Keadaan.SALAH: "tidak terbaca sebagai angka",
}


@dataclass(frozen=True)
class Fakta:
    """The facts: what each says, in every row that says it, and where it stands first."""

    isi: Mapping[Kunci, tuple[str, ...]]
    letak: Mapping[Kunci, Letak]

    def kata(self, kunci: Kunci) -> tuple[str, ...]:
        """Give what is said of this, case aside, to be compared; () where nothing is."""
        return tuple(satu.casefold() for satu in self.isi.get(kunci, ()))

    def sebut(self, kunci: Kunci) -> str:
        """Print what is said of this."""
        return " dan ".join(satu or "kosong" for satu in self.isi.get(kunci, ())) or "tidak ada"

    def beda(self, lain: Fakta) -> frozenset[Kunci]:
        """Name the facts in which the two differ."""
        return frozenset(k for k in (*self.isi, *lain.isi) if self.kata(k) != lain.kata(k))


def kumpulkan_fakta(uraian: Uraian, lembar: Sequence[Lembar], target: Mapping[str, float]) -> Fakta:
    """Gather the facts of workbooks.

    Args:
        uraian: their tables.
        lembar: the sheets that these came from: they tell which rows are hidden.
        target: each indicator's own target by code, which holds where a row of realisasi names none.
    """
    isi: dict[Kunci, list[str]] = {}
    letak: dict[Kunci, Letak] = {}
    for kunci, satu, tempat in _semua(uraian, lembar, target):
        isi.setdefault(kunci, []).append(satu)
        letak.setdefault(kunci, tempat)
    return Fakta({k: tuple(sorted(semua)) for k, semua in isi.items()}, letak)


def target_menurut(masukan: Masukan) -> dict[str, float]:
    """Give each indicator's target by code."""
    return dict(zip(masukan.indikator["kode"], masukan.indikator["target"], strict=True))


def _semua(uraian: Uraian, lembar: Sequence[Lembar], target: Mapping[str, float]) -> Iterator[tuple[Kunci, str, Letak]]:
    masukan = uraian.masukan
    for _, baris in masukan.pegawai.iterrows():
        for kolom in _PEGAWAI:
            yield ("Pegawai", baris["nip"], kolom), baris[kolom], masukan.letak(baris, kolom)
    for _, baris in masukan.indikator.iterrows():
        for kolom in _INDIKATOR:
            yield ("Indikator", baris["kode"], kolom), _cetak(kolom, baris[kolom]), masukan.letak(baris, kolom)
    tersembunyi = {(ini.berkas, ini.nama, r + 1) for ini in lembar for r in ini.baris_tersembunyi}
    for _, baris in masukan.realisasi.iterrows():
        nip, kode = baris["nip"], baris["kode"]
        sumber = masukan.sumber[baris["sumber"]]
        akhiran = " (tersembunyi)" if (sumber.berkas, sumber.lembar, baris["baris"]) in tersembunyi else ""
        kata = _KEADAAN.get(baris["keadaan"]) or cetak_angka(baris["realisasi"])
        letak = Letak(sumber.berkas, sumber.lembar, f"{baris['kolom']}{baris['baris']}")
        yield ("Realisasi", nip, kode), kata + akhiran, letak
        if "target" in sumber.huruf:
            acuan = target.get(kode, float("nan")) if pd.isna(baris["target"]) else baris["target"]
            yield ("Target", nip, kode), _cetak("target", acuan), masukan.letak(baris, "target")
    for _, baris in masukan.ide_baru.iterrows():
        yield ("Ide Baru", baris["nip"]), baris["uraian"], masukan.letak(baris, "nip")
    for letak, periode in {p: (satu, p) for satu, p in reversed(uraian.periode)}.values():
        yield ("Periode",), periode.nama, letak


def _cetak(kolom: str, nilai: object) -> str:
    if isinstance(nilai, float):
        return "" if pd.isna(nilai) else cetak_angka(nilai)
    return cetak_bobot(int(str(nilai))) if kolom == "bobot" else str(nilai)


def sebut_kunci(kunci: Kunci, nama: Mapping[str, str]) -> str:
    """Say what a fact is about; ``nama`` are the names by NIP."""
    match kunci:
        case ("Indikator", kode, kolom):
            return f"{JUDUL[kolom]} indikator {kode}"
        case ("Pegawai", nip, kolom):
            apa = JUDUL[kolom]
        case (jenis, nip, kode):
            apa = f"{jenis} {kode}"
        case (jenis, nip):
            apa = jenis
        case _:
            return kunci[0]
    return f"{apa} milik {nama.get(nip) or f'NIP {nip}'}"
