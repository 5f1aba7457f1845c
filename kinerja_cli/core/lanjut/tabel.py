"""Potensial, Katalog Pelatihan and Register Pelatihan: known by their columns, found as all other tables are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import product
from typing import Final

from kinerja_cli.core import nip
from kinerja_cli.core.judul import BARIS_JUDUL_TERJAUH, TINGGI_JUDUL, Judul, baca_judul
from kinerja_cli.core.kolom import NAMA_NIP, kolom_dari_judul, rapi, ringkas
from kinerja_cli.core.lembar import Lembar, huruf_kolom
from kinerja_cli.core.sel import Kolom
from kinerja_cli.core.tabel import Tabel, pilah_baris, rentang
from kinerja_cli.core.temuan import Letak, Temuan, kolom_kurang, nama_terdekat


class PeranLanjut(StrEnum):
    """What a sheet is for."""

    POTENSIAL = "Potensial"
    KATALOG = "Katalog Pelatihan"
    REGISTER = "Register Pelatihan"


_ALIAS: Final[Mapping[str, tuple[str, ...]]] = {
    "potensial": (
        "Potensial", "Potensi", "Nilai Potensial", "Nilai Potensi", "Tingkat Potensial", "Tingkat Potensi",
        "Kategori Potensial", "Kategori Potensi", "Skor Potensial", "Skor Potensi", "Potensial ASN",
    ),
    "pelatihan": (
        "Pelatihan", "Nama Pelatihan", "Judul Pelatihan", "Diklat", "Nama Diklat", "Pendidikan dan Pelatihan", "Bimtek",
        "Nama Kegiatan", "Pengembangan Kompetensi", "Nama Pengembangan Kompetensi",
    ),
    "kode_pelatihan": ("Kode Pelatihan", "Kode Diklat", "Kode", "ID Pelatihan"),
    "indikator": ("Kode Indikator", "Indikator", "Kode IKI", "Untuk Indikator", "Indikator Kinerja"),
    "aspek": ("Aspek", "Aspek Kinerja", "Aspek Penilaian", "Untuk Aspek"),
    "jp": ("JP", "Jam Pelajaran", "Jumlah JP", "Jumlah Jam", "Jam", "Lama JP", "Jumlah Jam Pelajaran"),
    "tanggal": (
        "Tanggal", "Tanggal Pelatihan", "Tgl Pelatihan", "Tgl", "Tanggal Selesai", "Tgl Selesai", "Selesai",
        "Tanggal Pelaksanaan", "Tanggal Sertifikat",
    ),
}  # fmt: skip
_BERSAMA: Final = frozenset({"nip", "nama", NAMA_NIP, "nomor", "keterangan"})
"""Columns that these sheets have in common with all others."""
_HANYA_DI_LEMBAR_POTENSIAL: Final = frozenset({"nilai", "skor", "tingkat", "kategori"})
"""Headers too common to mean potential, unless the sheet says that it is about it."""

JUDUL: Final[Mapping[str, str]] = {kolom: alias[0] for kolom, alias in _ALIAS.items()} | {"nip": "NIP"}
_KOLOM: Final[Mapping[str, str]] = {ringkas(a): kolom for kolom, semua in _ALIAS.items() for a in semua}
_WAJIB: Final[Mapping[PeranLanjut, tuple[str, ...]]] = {
    PeranLanjut.REGISTER: ("nip", "pelatihan", "tanggal"),
    PeranLanjut.POTENSIAL: ("nip", "potensial"),
    PeranLanjut.KATALOG: ("pelatihan", "jp"),
}


@dataclass(frozen=True)
class TabelLanjut:
    """A table: what it is for, and its columns' cells by name, one list entry a row of data."""

    peran: PeranLanjut
    kolom: Mapping[str, Kolom]
    temuan: tuple[Temuan, ...]

    @property
    def panjang(self) -> int:
        """How many rows it has."""
        return len(next(iter(self.kolom.values())).isi)


def cari_tabel_lanjut(lembar: Lembar) -> tuple[TabelLanjut | None, tuple[Temuan, ...]]:
    """Find the table of a sheet; else None, and what is wrong with its header (L02) or that it isn't known (L01)."""
    cari = _pencari(lembar)
    akhir = min(len(lembar.baris), BARIS_JUDUL_TERJAUH)
    calon = [
        baca_judul(lembar, awal, tinggi, {}, cari)
        for awal, tinggi in product(range(akhir), range(1, TINGGI_JUDUL + 1))
        if awal + tinggi <= len(lembar.baris)
    ]
    judul = max(calon, key=lambda j: j.skor, default=None)
    if judul is None:
        return None, ()
    peran = next((p for p, wajib in _WAJIB.items() if judul.kolom.keys() >= set(wajib)), None)
    if peran is None:
        return None, (_kolom_kurang(lembar, judul) or Temuan("L01", Letak(lembar.berkas, lembar.nama)),)
    if lembar.tersembunyi:
        return None, (Temuan("L06", Letak(lembar.berkas, lembar.nama), isian=(("peran", peran.value),)),)
    return _isi(Tabel(lembar, (), judul.kolom, {}, judul.asing, judul.akhir + 1, judul.akhir), peran), ()


def _pencari(lembar: Lembar) -> Callable[[str], str | None]:
    """Give what finds a column by its header on this sheet."""
    judul = (sel for baris in lembar.baris[:BARIS_JUDUL_TERJAUH] for sel in baris if isinstance(sel, str))
    tentang_potensi = any("potensi" in teks.lower() for teks in (lembar.nama, lembar.berkas, *judul))

    def cari(judul: str) -> str | None:
        teks = ringkas(judul)
        if tentang_potensi and teks in _HANYA_DI_LEMBAR_POTENSIAL:
            return "potensial"
        umum = kolom_dari_judul(judul)
        return _KOLOM.get(teks) or (umum if umum in _BERSAMA else None)

    return cari


def _isi(tabel: Tabel, peran: PeranLanjut) -> TabelLanjut:
    lembar = tabel.lembar
    kunci = tabel.kolom[_WAJIB[peran][0]]
    data, lewat = pilah_baris(tabel, kunci, [k for nama in _WAJIB[peran] if (k := tabel.kolom[nama]) != kunci])
    kolom = {}
    for nama, k in tabel.kolom.items():
        satu = Kolom(tabel, JUDUL.get(nama, nama), [lembar.baris[r][k] for r in data], data, k)
        satu.tandai_khusus()
        kolom[nama] = satu
    if tabel.dua_dalam_satu:
        pasangan = [nip.pisahkan(rapi(sel)) for sel in kolom["nip"].isi]
        kolom["nama"].isi[:] = [nama for nama, _ in pasangan]
        kolom["nip"].isi[:] = [satu for _, satu in pasangan]
    isian = (("jumlah", str(len(lewat))), ("baris", rentang([r + 1 for r in lewat])))
    temuan = (Temuan("L04", Letak(lembar.berkas, lembar.nama), isian=isian),) if lewat else ()
    return TabelLanjut(peran, kolom, temuan)


def _kolom_kurang(lembar: Lembar, judul: Judul) -> Temuan | None:
    """Name the missing columns of the role that the header comes nearest to; None where it comes near to none."""
    ada = judul.kolom.keys()
    peran = max(_WAJIB, key=lambda p: len(ada & set(_WAJIB[p])) / len(_WAJIB[p]))
    kurang = [k for k in _WAJIB[peran] if k not in ada]
    if not ada & (_ALIAS.keys() & set(_WAJIB[peran])):
        return None
    dekat = (
        (k, usul) for k, teks in judul.asing.items() if (usul := nama_terdekat(teks, [a for n in kurang for a in _ALIAS[n]]))
    )
    tempat, usul = next(dekat, (0, ""))
    letak = Letak(lembar.berkas, lembar.nama, f"{huruf_kolom(tempat)}{judul.akhir + 1}")
    kolom = " dan ".join(JUDUL[k] for k in kurang)
    return kolom_kurang(letak, peran.value, kolom, rapi(judul.asing.get(tempat, "")), usul)
