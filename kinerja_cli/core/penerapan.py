"""A repair workbook filled in → the changes of the sender's workbook, each proved to meet the cell that it was made for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kinerja_cli.core import angka, nip
from kinerja_cli.core.asal import Asal, AsalBaris, AsalHalaman, Isi, polos
from kinerja_cli.core.kolom import rapi
from kinerja_cli.core.lembar import Lembar, RumusTanpaHasil, SelGalat, huruf_kolom
from kinerja_cli.core.perbaikan import JUDUL_NASIHAT, JUDUL_NOMOR, kunci_baris, semua_tabel
from kinerja_cli.core.tabel import Tabel, baris_data
from kinerja_cli.core.temuan import Letak

_KOLOM_NIP = frozenset({"nip", "nip_penilai"})


class Sebab(StrEnum):
    """Why a change isn't taken over."""

    TIDAK_ADA = "barisnya tidak ditemukan lagi di berkas asal"
    RANGKAP = "ada beberapa baris seperti ini di berkas asal, jadi tidak jelas baris yang mana"
    BERUBAH = "isi sel ini di berkas asal sudah bukan yang dulu diperiksa"
    TANPA_NILAI = "isiannya rumus tanpa hasil, atau galat; ketik nilainya saja"
    NIP_ANGKA = "NIP-nya terketik sebagai angka, jadi digit terakhirnya hilang; ubah format sel menjadi Teks, lalu ketik lagi"
    DUA_BARIS = "baris ini ada lebih dari satu kali di berkas perbaikan"
    SUSUNAN = "susunan kolom lembar ini berubah, jadi tidak dapat dibaca"
    NAMA_LEMBAR = "nama lembar ini berubah, jadi tidak dikenali; kembalikan namanya"
    TERKUNCI = "sel ini terkunci, jadi perubahannya tidak dipakai"
    BARIS_ASING = "baris ini tidak berasal dari berkas asal, jadi tidak dipakai"


_TETAP_BOLEH = frozenset({Sebab.TERKUNCI, Sebab.BARIS_ASING})
"""These leave the other changes as they are."""


@dataclass(frozen=True)
class Perubahan:
    """One cell of the sender's workbook, before and after; ``tempat`` is its row and column, from 0."""

    letak: Letak
    tempat: tuple[int, int]
    kolom: str
    siapa: str
    lama: Isi
    baru: Isi


@dataclass(frozen=True)
class Penolakan:
    """What isn't taken over, and why."""

    letak: Letak
    siapa: str
    sebab: Sebab


@dataclass(frozen=True)
class Penerapan:
    """What a repair workbook asks for.

    Attributes:
        perubahan: the changes, in the order of the sender's cells.
        penolakan: changes that can't be made; where there is one, none is made.
        diabaikan: what was changed though it is locked; the others are made all the same.
    """

    perubahan: tuple[Perubahan, ...]
    penolakan: tuple[Penolakan, ...]
    diabaikan: tuple[Penolakan, ...]


@dataclass(frozen=True)
class _Isian:
    """One open cell that was filled in: its page, row and column there, and the new value."""

    halaman: AsalHalaman
    baris: AsalBaris
    kolom: int
    baru: Isi
    letak: Letak


def terapkan(asal: Asal, terisi: Sequence[Lembar], lembar: Sequence[Lembar], *, utuh: bool) -> Penerapan:
    """Find the changes.

    Args:
        asal: what the repair workbook remembers.
        terisi: its sheets.
        lembar: the sheets of the sender's workbook as it is now.
        utuh: it is byte for byte the one that was checked, so that positions hold; else rows are found by their keys.
    """
    hasil = [satu for ini in terisi for satu in _baca_lembar(asal, ini)]
    cari = {h.nama: _PencariUtuh(h, lembar) if utuh else _Pencari(h, asal, lembar) for h in asal.halaman}
    jadi = [cari[satu.halaman.nama].ubah(satu) if isinstance(satu, _Isian) else satu for satu in hasil]
    perubahan = {satu.letak: satu for satu in jadi if isinstance(satu, Perubahan)}
    salah = [satu for satu in jadi if isinstance(satu, Penolakan)]
    if len(perubahan) + len(salah) < len(jadi):  # two rows that were equal, of which one is left
        banyak = Counter(satu.letak for satu in jadi if isinstance(satu, Perubahan))
        salah += [Penolakan(letak, p.siapa, Sebab.RANGKAP) for letak, p in perubahan.items() if banyak[letak] > 1]
    return Penerapan(
        perubahan=tuple(sorted(perubahan.values(), key=lambda p: (p.letak.lembar, p.tempat))),
        penolakan=tuple(satu for satu in salah if satu.sebab not in _TETAP_BOLEH),
        diabaikan=tuple(satu for satu in salah if satu.sebab in _TETAP_BOLEH),
    )


# What was filled in -------------------------------------------------------------------------------------------------


def _baca_lembar(asal: Asal, lembar: Lembar) -> Iterator[_Isian | Penolakan]:
    """Read a sheet that is one of the pages; a page that somebody gave another name is refused, not passed over."""
    for halaman in asal.halaman:
        if halaman.nama == lembar.nama:
            yield from _baca_halaman(halaman, lembar)
            return
    if any(baris and baris[0] == JUDUL_NOMOR for baris in lembar.baris):
        yield Penolakan(Letak(lembar.berkas, lembar.nama), "", Sebab.NAMA_LEMBAR)


def _baca_halaman(halaman: AsalHalaman, lembar: Lembar) -> Iterator[_Isian | Penolakan]:
    judul = [polos(teks) for teks in (JUDUL_NOMOR, *halaman.judul, JUDUL_NASIHAT)]
    awal = next((r for r, baris in enumerate(lembar.baris) if [polos(sel) for sel in baris[: len(judul)]] == judul), None)
    if awal is None:
        yield Penolakan(Letak(lembar.berkas, lembar.nama), "", Sebab.SUSUNAN)
        return
    dikenal = {baris.nomor: baris for baris in halaman.baris}
    sudah: set[int] = set()
    for r in range(awal + 1, len(lembar.baris)):
        nomor, *sel = lembar.baris[r][: len(halaman.kolom) + 1]
        letak = Letak(lembar.berkas, lembar.nama, f"A{r + 1}")
        baris = dikenal.get(int(nomor)) if isinstance(nomor, (int, float)) else None
        if baris is None:
            if any(satu != "" for satu in (nomor, *sel)):
                yield Penolakan(letak, "", Sebab.BARIS_ASING)
        elif baris.nomor in sudah:
            yield Penolakan(letak, _siapa(baris), Sebab.DUA_BARIS)
        else:
            sudah.add(baris.nomor)
            yield from _baca_baris(halaman, baris, sel, lembar, r)


def _baca_baris(
    halaman: AsalHalaman, baris: AsalBaris, sel: Sequence[object], lembar: Lembar, r: int
) -> Iterator[_Isian | Penolakan]:
    for i, (lama, satu) in enumerate(zip(baris.isi, sel, strict=True)):
        baru = polos(satu)
        letak = Letak(lembar.berkas, lembar.nama, f"{huruf_kolom(i + 1)}{r + 1}")
        if baru == lama and not isinstance(satu, RumusTanpaHasil):
            continue
        if i not in baris.terbuka:
            yield Penolakan(letak, _siapa(baris), Sebab.TERKUNCI)
        elif isinstance(satu, (SelGalat, RumusTanpaHasil)):
            yield Penolakan(letak, _siapa(baris), Sebab.TANPA_NILAI)
        elif halaman.kolom[i] in _KOLOM_NIP and isinstance(baru, float) and baru >= 10 ** (nip.PANJANG - 1):
            yield Penolakan(letak, _siapa(baris), Sebab.NIP_ANGKA)
        else:
            yield _Isian(halaman, baris, i, baru.strip() if isinstance(baru, str) else baru, letak)


def _siapa(baris: AsalBaris) -> str:
    return " ".join(kunci for kunci in baris.kunci if kunci) or f"baris {baris.nomor}"


# Where it belongs ---------------------------------------------------------------------------------------------------


class _PencariUtuh:
    """Finds the cells of an unchanged workbook: they are where they were."""

    def __init__(self, halaman: AsalHalaman, lembar: Sequence[Lembar]) -> None:
        self._halaman = halaman
        self._lembar = next(satu for satu in lembar if satu.nama == halaman.lembar)

    def ubah(self, isian: _Isian) -> Perubahan | Penolakan:
        return _perubahan(isian, self._lembar, isian.baris.nomor - 1, self._halaman.letak[isian.kolom])


class _Pencari:
    """Finds the cells of a workbook that was changed since: by the keys of the rows and the names of the columns."""

    def __init__(self, halaman: AsalHalaman, asal: Asal, lembar: Sequence[Lembar]) -> None:
        self._kolom = halaman.kolom
        self._baris: dict[tuple[str, ...], list[tuple[Lembar, Tabel, int]]] = {}
        for utuh, tabel in semua_tabel([satu for satu in lembar if satu.nama == halaman.lembar], asal.kode):
            if tuple(tabel.peran) == halaman.peran:
                for r in baris_data(tabel)[0]:
                    self._baris.setdefault(kunci_baris(tabel, r), []).append((utuh, tabel, r))

    def ubah(self, isian: _Isian) -> Perubahan | Penolakan:
        calon = self._baris.get(isian.baris.kunci, [])
        if len(calon) > 1 or isian.baris.rangkap:  # the key doesn't tell: the row whose cells are all as they were
            calon = [satu for satu in calon if self._sama(satu, isian.baris)]
        if len(calon) != 1:
            return Penolakan(isian.letak, _siapa(isian.baris), Sebab.RANGKAP if calon else Sebab.TIDAK_ADA)
        utuh, tabel, r = calon[0]
        letak = _letak_kolom(tabel).get(self._kolom[isian.kolom])
        if letak is None:
            return Penolakan(isian.letak, _siapa(isian.baris), Sebab.TIDAK_ADA)
        return _perubahan(isian, utuh, r, letak)

    def _sama(self, calon: tuple[Lembar, Tabel, int], baris: AsalBaris) -> bool:
        utuh, tabel, r = calon
        letak = _letak_kolom(tabel)
        return all(
            nama in letak and polos(utuh.baris[r][letak[nama]]) == isi
            for nama, isi in zip(self._kolom, baris.isi, strict=True)
            if nama not in ("", "nomor")
        )


def _letak_kolom(tabel: Tabel) -> Mapping[str, int]:
    return {**tabel.kolom_kode, **tabel.kolom}


def _perubahan(isian: _Isian, lembar: Lembar, r: int, k: int) -> Perubahan | Penolakan:
    lama, siapa = isian.baris.isi[isian.kolom], _siapa(isian.baris)
    letak = Letak(lembar.berkas, lembar.nama, f"{huruf_kolom(k)}{r + 1}")
    if polos(lembar.baris[r][k]) != lama:
        return Penolakan(letak, siapa, Sebab.BERUBAH)
    return Perubahan(letak, (r, k), isian.halaman.judul[isian.kolom], siapa, lama, isian.baru)


def cetak_isi(isi: Isi) -> str:
    """Print a cell's content for people."""
    if isinstance(isi, float):
        return angka.cetak_angka(isi)
    return rapi(isi) or "(kosong)"
