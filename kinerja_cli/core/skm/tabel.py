"""Finding the table of a survey on a sheet, and which unsur each of its columns holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kinerja_cli.core.judul import BARIS_JUDUL_TERJAUH
from kinerja_cli.core.kolom import rapi, ringkas
from kinerja_cli.core.lembar import Lembar, huruf_kolom
from kinerja_cli.core.skm.aturan import AturanSkm
from kinerja_cli.core.temuan import Letak, Temuan

_TINGGI_JUDUL = 3
_KODE = re.compile(r"(?:u|p|q|unsur|pertanyaan)\s*[.-]?\s*([1-9])", re.IGNORECASE)
_KODE_LEGENDA = re.compile(r"(?:u|unsur)\s*[.-]?\s*([1-9])\b\s*[.:=)-]*\s*(.*)", re.IGNORECASE)
_ANGKA_KODE = re.compile(r"\(?([1-9])\)?\.?")
_ALIAS: Final[Mapping[str, tuple[str, ...]]] = {
    "nomor": ("No", "Nomor", "No Resp", "No Res", "No Responden", "Nomor Responden", "No Urut", "Responden", "Nomor Urut"),
    "nama": ("Nama", "Nama Responden", "Nama Lengkap", "Nama Pengguna Layanan"),
    "telepon": ("No HP", "Nomor HP", "HP", "Telepon", "No Telepon", "Nomor Telepon", "No WA", "WhatsApp", "No HP/WA"),
    "kelamin": ("Jenis Kelamin", "JK", "L/P", "Kelamin", "Gender", "Sex"),
    "umur": ("Umur", "Usia", "Umur Tahun", "Usia Tahun", "Kelompok Umur", "Kelompok Usia"),
    "pendidikan": ("Pendidikan", "Pendidikan Terakhir", "Tingkat Pendidikan"),
    "pekerjaan": ("Pekerjaan", "Pekerjaan Utama", "Profesi"),
    "layanan": (
        "Layanan", "Jenis Layanan", "Jenis Pelayanan", "Nama Layanan", "Unit Layanan", "Pelayanan",
        "Jenis Layanan yang Diterima",
        "Layanan yang Diterima",
    ),
    "lain": (
        "Timestamp", "Cap Waktu", "Stempel Waktu", "Waktu Pengisian", "Waktu Survei", "Tanggal", "Tanggal Survei", "Jam",
        "Jumlah", "Total", "Rata-rata", "Keterangan", "Ket", "Saran", "Kritik dan Saran", "Saran dan Masukan", "Alamat",
    ),
}  # fmt: skip
_KOLOM: Final = {ringkas(a): kolom for kolom, semua in _ALIAS.items() for a in semua}


@dataclass(frozen=True)
class TabelSurvei:
    """A survey's table.

    Attributes:
        unsur: column (from 0) of each unsur, by id.
        kolom: column of what is known of respondents.
        awal: first row of data, from 0.
        judul: the header's rows, from 0, both ends inside.
    """

    lembar: Lembar
    unsur: Mapping[str, int]
    kolom: Mapping[str, int]
    awal: int
    judul: tuple[int, int]

    def huruf(self) -> dict[str, str]:
        """Give the letter of each column."""
        return {nama: huruf_kolom(k) for nama, k in {**self.kolom, **self.unsur}.items()}


@dataclass(frozen=True)
class _Judul:
    """A header as it was read: columns by name, by code ("U8"), and of respondents."""

    bernama: tuple[tuple[str, int, int], ...]
    """Unsur, column, and the number in its code; 0: none."""
    berkode: Mapping[int, int]
    kolom: Mapping[str, int]
    awal: int
    akhir: int

    @property
    def skor(self) -> tuple[int, int, int, int, int]:
        """What makes one reading better than another: more unsur, more by name, more known columns; then fewer rows."""
        unsur = {u for u, _, _ in self.bernama}
        berkode = sum(1 for _, _, nomor in self.bernama if nomor)
        return len(unsur) + len(self.berkode), len(unsur), berkode, len(self.kolom), self.awal - self.akhir


def cari_survei(
    lembar: Lembar, legenda: Mapping[int, str], aturan: AturanSkm
) -> tuple[TabelSurvei | None, tuple[Temuan, ...]]:
    """Find the first table of a survey on a sheet, from its row ``mulai`` on.

    A column is known by the unsur's name in its heading; a heading that is only a code ("U8") by the legend, on this
    sheet or another of the workbook; and without one by the regulation's order, which is said (U01).

    Args:
        lembar: the sheet.
        legenda: unsur by the number of its code, from the whole workbook.
        aturan: the survey's rules.

    Returns:
        The table, None where there is none, and what is to be said of its header.
    """
    judul = _terbaik(lembar, aturan, angka=False)
    if judul is None and lembar.mulai == 0:  # below a first table bare digits are rather its sums
        judul = _terbaik(lembar, aturan, angka=True)
    if judul is None:
        return None, ()
    unsur: dict[str, int] = {}
    temuan: list[Temuan] = []
    kode_unsur: dict[int, str] = {}
    for id_unsur, k, nomor in judul.bernama:
        if id_unsur in unsur:
            temuan.append(_kembar(lembar, judul, aturan, id_unsur, unsur[id_unsur], k))
        unsur.setdefault(id_unsur, k)
        kode_unsur |= {nomor: id_unsur} if nomor else {}
    urutan = [u.id for u in aturan.unsur]
    dikira: list[int] = []
    for nomor, k in sorted(judul.berkode.items(), key=lambda satu: satu[0] not in legenda):
        id_unsur = legenda.get(nomor, "") or (urutan[nomor - 1] if nomor <= len(urutan) else "")
        sisa = [u for u in urutan if u not in unsur]
        if id_unsur in unsur and len(sisa) == 1 and nomor not in legenda:
            id_unsur = sisa[0]
        if id_unsur in unsur:
            temuan.append(_kembar(lembar, judul, aturan, id_unsur, unsur[id_unsur], k))
        elif id_unsur:
            unsur[id_unsur] = k
            kode_unsur[nomor] = id_unsur
            dikira += [nomor] if nomor not in legenda else []
    nama = {u.id: u.nama for u in aturan.unsur}
    letak = Letak(lembar.berkas, lembar.nama, f"{huruf_kolom(min(unsur.values()))}{judul.akhir + 1}")
    if dikira:
        isi = "; ".join(f"U{n} = {nama[kode_unsur[n]]}" for n in dikira)
        temuan.append(Temuan("U01", letak, isi))
    if tertukar := [n for n, u in sorted(kode_unsur.items()) if n not in dikira and urutan.index(u) + 1 != n]:
        temuan.append(Temuan("U13", letak, "; ".join(f"U{n} = {nama[kode_unsur[n]]}" for n in tertukar)))
    tabel = TabelSurvei(lembar, unsur, judul.kolom, judul.akhir + 1, (judul.awal, judul.akhir))
    return replace(tabel, awal=tabel.awal + _nomor_kolom(tabel)), tuple(temuan)


def legenda_unsur(lembar: Sequence[Lembar], aturan: AturanSkm) -> dict[int, str]:
    """Read the legends of a workbook ("U8 = Sarana dan Prasarana"): the unsur of each code's number.

    A number that two lines give different names to, or a name that two numbers have, is left out.
    """
    calon: dict[int, set[str]] = {}
    for satu in lembar:
        for nomor, teks in _baris_legenda(satu):
            if unsur := aturan.unsur_dari(teks):
                calon.setdefault(nomor, set()).add(unsur.id)
    tunggal = {nomor: next(iter(semua)) for nomor, semua in calon.items() if len(semua) == 1}
    banyak = list(tunggal.values())
    return {nomor: u for nomor, u in tunggal.items() if banyak.count(u) == 1}


def _baris_legenda(lembar: Lembar) -> Iterator[tuple[int, str]]:
    for baris in lembar.baris:
        for k, sel in enumerate(baris):
            cocok = _KODE_LEGENDA.fullmatch(rapi(sel)) if isinstance(sel, str) else None
            if cocok is None:
                continue
            kanan = (teks for lain in baris[k + 1 :] if (teks := rapi(lain).lstrip(":= ")))
            yield int(cocok[1]), cocok[2] or next(kanan, "")


def _terbaik(lembar: Lembar, aturan: AturanSkm, *, angka: bool) -> _Judul | None:
    terbaik: _Judul | None = None
    for awal in range(lembar.mulai, min(len(lembar.baris), lembar.mulai + BARIS_JUDUL_TERJAUH)):
        for tinggi in range(1, min(_TINGGI_JUDUL, len(lembar.baris) - awal) + 1):
            calon = _baca_judul(lembar, awal, tinggi, aturan, angka=angka)
            if terbaik is None or calon.skor > terbaik.skor:
                terbaik = calon
    return terbaik if terbaik and 2 * terbaik.skor[0] > len(aturan.unsur) else None


def _baca_judul(lembar: Lembar, awal: int, tinggi: int, aturan: AturanSkm, *, angka: bool) -> _Judul:
    """Read a header; ``angka`` takes a bare "8" for a code, as where only "Unsur" stands above it."""
    bernama: list[tuple[str, int, int]] = []
    berkode: dict[int, int] = {}
    kolom: dict[str, int] = {}
    baris = lembar.baris[awal : awal + tinggi]
    for k in range(max(map(len, baris))):
        teks = [satu for b in baris if k < len(b) and (satu := rapi(b[k]))]
        nomor = next((int(c[1]) for satu in teks if (c := _KODE.fullmatch(satu))), 0)
        if angka and not nomor:
            nomor = next((int(c[1]) for satu in teks if (c := _ANGKA_KODE.fullmatch(satu))), 0)
        if identitas := next((_KOLOM[r] for satu in teks if (r := ringkas(satu)) in _KOLOM), ""):
            kolom.setdefault(identitas, k)
        elif unsur := next((u for satu in teks if (u := aturan.unsur_dari(satu))), None):
            awalan = next((int(c[1]) for satu in teks if (c := _KODE_LEGENDA.fullmatch(satu))), 0)
            bernama.append((unsur.id, k, nomor or awalan))
        elif nomor and nomor not in berkode:
            berkode[nomor] = k
    return _Judul(tuple(bernama), berkode, kolom, awal, awal + tinggi - 1)


def _nomor_kolom(tabel: TabelSurvei) -> bool:
    """Tell whether the row beneath the header only numbers the columns: (1) (2) (3), or 4 5 6."""
    if tabel.awal >= len(tabel.lembar.baris):
        return False
    isi = [rapi(tabel.lembar.baris[tabel.awal][k]).strip("() ") for k in sorted(tabel.unsur.values())]
    angka = [int(teks) for teks in isi if teks.isdecimal()]
    return len(angka) == len(isi) and angka == list(range(angka[0], angka[0] + len(angka))) and len(angka) > 4


def _kembar(lembar: Lembar, judul: _Judul, aturan: AturanSkm, id_unsur: str, pertama: int, kedua: int) -> Temuan:
    nama = next(u.nama for u in aturan.unsur if u.id == id_unsur)
    letak = Letak(lembar.berkas, lembar.nama, f"{huruf_kolom(kedua)}{judul.akhir + 1}")
    return Temuan("U02", letak, nama, (("huruf", f"{huruf_kolom(pertama)} dan {huruf_kolom(kedua)}"),))
