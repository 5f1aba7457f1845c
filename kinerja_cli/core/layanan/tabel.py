"""Finding the register and the standard times on a sheet, by their headers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from kinerja_cli.core.judul import BARIS_JUDUL_TERJAUH
from kinerja_cli.core.kolom import rapi, ringkas
from kinerja_cli.core.lembar import Lembar, huruf_kolom
from kinerja_cli.core.temuan import Letak, Temuan, kolom_kurang, nama_terdekat


class Peran(StrEnum):
    """What a sheet is for."""

    REGISTER = "Register Layanan"
    STANDAR = "Standar Waktu"


_ALIAS: Final[Mapping[str, tuple[str, ...]]] = {
    "jenis": (
        "Jenis Layanan", "Layanan", "Jenis Pelayanan", "Nama Layanan", "Pelayanan", "Jenis Dokumen", "Nama Dokumen",
        "Dokumen", "Jenis Permohonan", "Permohonan", "Jenis Berkas", "Jenis Izin", "Nama Izin", "Produk Layanan", "Jenis",
    ),
    "diterima": (
        "Tanggal Diterima", "Tgl Diterima", "Diterima", "Diterima Tanggal", "Waktu Diterima", "Tanggal Terima",
        "Tgl Terima", "Tanggal Masuk", "Tgl Masuk", "Masuk", "Masuk Tanggal", "Tanggal Berkas Masuk", "Berkas Masuk",
        "Tanggal Permohonan", "Tgl Permohonan", "Tanggal Pengajuan", "Tgl Pengajuan", "Tanggal Pendaftaran", "Tgl Daftar",
        "Received",
    ),
    "selesai": (
        "Tanggal Selesai", "Tgl Selesai", "Selesai", "Selesai Tanggal", "Waktu Selesai", "Tanggal Terbit", "Tgl Terbit",
        "Terbit", "Tanggal Penerbitan", "Tgl Penerbitan", "Tanggal Jadi", "Tgl Jadi", "Tanggal Penyelesaian",
        "Tgl Penyelesaian", "Finished",
    ),
    "jam_diterima": (
        "Jam Diterima", "Diterima Jam", "Pukul Diterima", "Diterima Pukul", "Jam Masuk", "Masuk Jam", "Jam Terima",
    ),
    "jam_selesai": ("Jam Selesai", "Selesai Jam", "Pukul Selesai", "Selesai Pukul", "Jam Terbit", "Terbit Jam"),
    "petugas": (
        "Petugas", "Nama Petugas", "Petugas Layanan", "Petugas Pelayanan", "Petugas Loket", "Operator", "Nama Operator",
        "Diproses Oleh", "Pemroses", "Officer",
    ),
    "nip": ("NIP Petugas", "NIP", "NIP Operator", "NIP Petugas Layanan"),
    "nomor": (
        "Nomor Register", "No Register", "No Reg", "Nomor Registrasi", "No Registrasi", "Nomor Berkas", "No Berkas",
        "Nomor Permohonan", "No Permohonan", "Nomor Pendaftaran", "No Pendaftaran", "Nomor Agenda", "No Agenda",
    ),
    "standar": (
        "Standar", "Standar Waktu", "Waktu Standar", "Standar Pelayanan", "Jangka Waktu", "Jangka Waktu Penyelesaian",
        "Waktu Penyelesaian", "Lama Standar", "Batas Waktu",
    ),
    "satuan": ("Satuan", "Satuan Waktu", "Satuan Standar"),
}  # fmt: skip
JUDUL: Final[Mapping[str, str]] = {kolom: alias[0] for kolom, alias in _ALIAS.items()}
_WAJIB: Final[Mapping[Peran, tuple[str, ...]]] = {
    Peran.REGISTER: ("jenis", "diterima", "selesai"),
    Peran.STANDAR: ("jenis", "standar"),
}
_KOLOM: Final[Mapping[str, str]] = {ringkas(a): kolom for kolom, semua in _ALIAS.items() for a in semua}
_TINGGI_JUDUL = 3
_DALAM_KURUNG = re.compile(r"\([^)]*\)")
_JUMLAH = re.compile(r"(?:sub\s*)?(?:jumlah|total|rata\s*-?\s*rata|Σ|∑)\b.*", re.IGNORECASE)
_NOMOR_KOLOM = re.compile(r"\(?\d{1,2}\)?")


@dataclass(frozen=True)
class Tabel:
    """A table on a sheet: what it is for, the place (from 0) of each known column, and the header's last row (from 0)."""

    lembar: Lembar
    peran: Peran
    kolom: Mapping[str, int]
    baris_judul: int

    def isi(self, baris: int, kolom: str) -> object:
        """Give one cell; "" where the sheet has no such column."""
        k = self.kolom.get(kolom)
        return "" if k is None or k >= len(self.lembar.baris[baris]) else self.lembar.baris[baris][k]

    def huruf(self) -> dict[str, str]:
        """Give the letter of each column."""
        return {nama: huruf_kolom(k) for nama, k in self.kolom.items()}

    def baris_data(self) -> tuple[list[int], list[int]]:
        """Tell data from what stands among and below it: column numbers, repeated headers, totals, notes, signatures.

        A row is data when a date stands beside what the document is; or, with no date at all, when its type stands beside
        its number or officer: that hole is a finding, not a reason to pass it over. Rows of standard times need both
        columns.

        Returns:
            The rows of data and the rows passed over, from 0; blank rows are in neither.
        """
        data: list[int] = []
        lewat: list[int] = []
        for r in range(self.baris_judul + 1, len(self.lembar.baris)):
            if not any(rapi(sel) for sel in self.lembar.baris[r]):
                continue
            (data if self._data(r) else lewat).append(r)
        return data, lewat

    def _data(self, r: int) -> bool:
        teks = {kolom: rapi(self.isi(r, kolom)) for kolom in self.kolom}
        pertama = next(satu for sel in self.lembar.baris[r] if (satu := rapi(sel)))
        if _JUMLAH.fullmatch(pertama) or _JUMLAH.fullmatch(teks["jenis"]) or _NOMOR_KOLOM.fullmatch(teks["jenis"]):
            return False
        if sum(kolom_dari_judul(teks[k]) == k for k in _WAJIB[self.peran]) > 1:
            return False  # the header again, as on printed pages
        if self.peran is Peran.STANDAR:
            return bool(teks["jenis"] and teks["standar"])
        kenal = [teks.get(k, "") for k in ("jenis", "nomor", "petugas")]
        bertanggal = bool(teks["diterima"] or teks["selesai"])
        return any(kenal) if bertanggal else bool(kenal[0] and any(kenal[1:]))


def kolom_dari_judul(judul: str) -> str | None:
    """Find the column that a header means, aside from case, spacing, punctuation and what stands in brackets."""
    return _KOLOM.get(ringkas(judul)) or _KOLOM.get(ringkas(_DALAM_KURUNG.sub(" ", judul)))


@dataclass(frozen=True)
class _Judul:
    """A header: the place of each known column, the text of those that nobody knows, and those that mean a known one too."""

    kolom: Mapping[str, int]
    asing: Mapping[int, str]
    kembar: tuple[tuple[str, int, str], ...]
    akhir: int


def cari_tabel(lembar: Lembar) -> tuple[Tabel | None, tuple[Temuan, ...]]:
    """Find the table of a sheet, with what is wrong with its header; None where there is none."""
    calon = (
        _baca_judul(lembar, awal, tinggi)
        for awal in range(min(len(lembar.baris), BARIS_JUDUL_TERJAUH))
        for tinggi in range(1, min(_TINGGI_JUDUL, len(lembar.baris) - awal) + 1)
    )
    judul = max(calon, key=lambda j: len(j.kolom), default=None)
    if judul is None:
        return None, ()
    peran = next((p for p in Peran if judul.kolom.keys() >= set(_WAJIB[p])), None)
    if peran:
        kembar = (_kolom_kembar(lembar, judul, *satu) for satu in judul.kembar if satu[0] in _WAJIB[peran])
        return Tabel(_tanpa_gabungan(lembar, judul.akhir), peran, judul.kolom, judul.akhir), tuple(kembar)
    if len(judul.kolom.keys() & set(_WAJIB[Peran.REGISTER])) < 2:
        return None, ()
    return None, (_kolom_kurang(lembar, judul),)


def _baca_judul(lembar: Lembar, awal: int, tinggi: int) -> _Judul:
    """Read a header of one to three rows: "Diterima" over "Tanggal" and "Jam", merged or not, heads both."""
    baris = [[rapi(sel) for sel in lembar.baris[r]] for r in range(awal, awal + tinggi)]
    kolom: dict[str, int] = {}
    asing: dict[int, str] = {}
    kembar: list[tuple[str, int, str]] = []
    induk = ""
    for k in range(max(map(len, baris))):
        teks = list(dict.fromkeys(b[k] for b in baris if k < len(b) and b[k]))
        if not teks:
            continue
        atas = baris[0][k] if k < len(baris[0]) else ""
        induk = atas or induk
        utuh = " ".join(teks if atas else [induk, *teks])
        nama = kolom_dari_judul(utuh) or kolom_dari_judul(teks[-1])
        if nama is None:
            asing[k] = teks[-1]
        elif nama in kolom:
            kembar.append((nama, k, teks[-1]))
        else:
            kolom[nama] = k
    return _Judul(kolom, asing, tuple(kembar), awal + tinggi - 1)


def _kolom_kembar(lembar: Lembar, judul: _Judul, kolom: str, k: int, teks: str) -> Temuan:
    """Name a column that could be meant as well as the one that is read."""
    letak = Letak(lembar.berkas, lembar.nama, f"{huruf_kolom(k)}{judul.akhir + 1}")
    return Temuan("T18", letak, teks, (("kolom", JUDUL[kolom]), ("huruf", huruf_kolom(judul.kolom[kolom]))))


def _tanpa_gabungan(lembar: Lembar, baris_judul: int) -> Lembar:
    """Repeat the value of a merged cell in all the rows of data that it covers."""
    baris = [list(satu) for satu in lembar.baris]
    for r1, k, r2, _ in lembar.gabungan:
        if r1 > baris_judul and k < len(baris[r1]):
            for r in range(r1 + 1, min(r2 + 1, len(baris))):
                baris[r][k] = baris[r1][k]
    return replace(lembar, baris=baris)


def _kolom_kurang(lembar: Lembar, judul: _Judul) -> Temuan:
    """Name the missing columns, and the header that may be meant."""
    kurang = [k for k in _WAJIB[Peran.REGISTER] if k not in judul.kolom]
    pilihan = [alias for k in kurang for alias in _ALIAS[k]]
    dekat = ((k, usul) for k, teks in judul.asing.items() if (usul := nama_terdekat(teks, pilihan)))
    tempat, usul = next(dekat, (0, ""))
    letak = Letak(lembar.berkas, lembar.nama, f"{huruf_kolom(tempat)}{judul.akhir + 1}")
    kolom = " dan ".join(JUDUL[k] for k in kurang)
    return kolom_kurang(letak, Peran.REGISTER.value, kolom, rapi(judul.asing.get(tempat, "")), usul)
