"""The rules of follow-up as a value: conditions, boxes, training hours. No number of the law stands in Python."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kinerja_cli.core.angka import cetak_bilangan
from kinerja_cli.core.aturan import Dasar
from kinerja_cli.core.pohon import Pembaca

BERTURUT_TERBANYAK: Final = 24
"""Months in a row that a rule may ask for."""


class Jenis(StrEnum):
    """What is proposed."""

    PROMOSI = "promosi"
    PELATIHAN = "pelatihan"
    PEMBINAAN = "pembinaan"


class Kinerja(StrEnum):
    """Levels of performance in the talent boxes, best first."""

    DI_ATAS = "di atas"
    SESUAI = "sesuai"
    DI_BAWAH = "di bawah"


class Potensial(StrEnum):
    """Levels of potential, best first."""

    TINGGI = "tinggi"
    MENENGAH = "menengah"
    RENDAH = "rendah"


class Tren(StrEnum):
    """Which way scores go from month to month."""

    NAIK = "naik"
    TURUN = "turun"


@dataclass(frozen=True)
class Syarat:
    """What must hold, all of it; empty parts ask for nothing. Numbers are in hundredths.

    Attributes:
        predikat: each month's category is one of these.
        nilai_mulai, nilai_di_bawah: each month's score is at least, or under this.
        aspek_mulai: each month's every aspect is at least this.
        aspek_di_bawah: one aspect, the same in each month, is under this.
        tren: each month's score lies that way from the month before, and first and last differ by ``tren_selisih``.
        kotak: the talent box is one of these.
    """

    predikat: tuple[str, ...] = ()
    nilai_mulai: int | None = None
    nilai_di_bawah: int | None = None
    aspek_mulai: int | None = None
    aspek_di_bawah: int | None = None
    tren: Tren | None = None
    tren_selisih: int = 0
    kotak: tuple[int, ...] = ()


@dataclass(frozen=True)
class AturanUsulan:
    """A rule: who fulfils ``syarat`` in the last ``berturut`` months is proposed."""

    id: str
    jenis: Jenis
    nama: str
    berturut: int
    syarat: Syarat
    dasar: Dasar


@dataclass(frozen=True)
class Pertentangan:
    """What speaks against a proposal of a kind; ``bersama`` is another kind proposed for the same person."""

    jenis: Jenis
    syarat: Syarat
    bersama: Jenis | None
    dasar: Dasar


@dataclass(frozen=True)
class Kotak:
    """One of the nine boxes; ``akibat`` is "" where it isn't settled."""

    nomor: int
    kinerja: Kinerja
    potensial: Potensial
    akibat: str
    dasar: Dasar


@dataclass(frozen=True)
class BatasJp:
    """Training hours of a year: at least for PNS, at most for PPPK."""

    pns: int
    dasar_pns: Dasar
    pppk: int
    dasar_pppk: Dasar


@dataclass(frozen=True)
class BatasKebutuhan:
    """Which indicators of a dinas ask for training: so many of the lowest, over so many months, under this capaian."""

    bulan: int
    banyak: int
    capaian_di_bawah: int
    dasar: Dasar


@dataclass(frozen=True)
class BatasDampak:
    """How before and after are compared: months on each side, people for an interval, its level (%), resamples, seed."""

    bulan: int
    orang: int
    keyakinan: int
    ulangan: int
    benih: int
    dasar: Dasar


@dataclass(frozen=True)
class AturanLanjut:
    """The rules of follow-up.

    Attributes:
        kata_pppk: why PPPK are never proposed for promosi, with its source in ``dasar_pppk``.
        di_atas, sesuai: categories of these levels of the boxes; all others are below.
        tinggi_mulai, menengah_mulai: levels of potential that is given as a number, in hundredths.
        kotak: the nine boxes by their two levels.
    """

    id: str
    judul: str
    usulan: tuple[AturanUsulan, ...]
    pertentangan: tuple[Pertentangan, ...]
    kata_pppk: str
    dasar_pppk: Dasar
    di_atas: tuple[str, ...]
    sesuai: tuple[str, ...]
    dasar_kinerja: Dasar
    tinggi_mulai: int
    menengah_mulai: int
    dasar_potensial: Dasar
    kotak: Mapping[tuple[Kinerja, Potensial], Kotak]
    jp: BatasJp
    kebutuhan: BatasKebutuhan
    dampak: BatasDampak

    def tingkat_kinerja(self, predikat: str) -> Kinerja:
        """Give the level that a category means in the boxes."""
        if predikat in self.di_atas:
            return Kinerja.DI_ATAS
        return Kinerja.SESUAI if predikat in self.sesuai else Kinerja.DI_BAWAH

    def tingkat_potensial(self, nilai: int) -> Potensial:
        """Give the level of potential that is a number, in hundredths."""
        if nilai >= self.tinggi_mulai:
            return Potensial.TINGGI
        return Potensial.MENENGAH if nilai >= self.menengah_mulai else Potensial.RENDAH


def susun_aturan_lanjut(pohon: Mapping[str, object]) -> AturanLanjut:
    """Build the rules from the tree of their file.

    Raises:
        PohonSalah: naming every key that is missing, wrong or unknown.
    """
    akar = Pembaca(pohon)
    sumber = akar.sumber()
    pppk, kinerja, potensial = (akar.anak(nama) for nama in ("pppk", "kinerja", "potensial"))
    pns, jp_pppk, butuh, dampak = (akar.anak(nama) for nama in ("jp-pns", "jp-pppk", "kebutuhan", "dampak"))
    kotak = [_kotak(p, sumber) for p in akar.daftar("kotak")]
    hasil = AturanLanjut(
        id=akar.teks("id"),
        judul=akar.teks("judul"),
        usulan=tuple(_usulan(p, sumber) for p in akar.daftar("usulan")),
        pertentangan=tuple(_pertentangan(p, sumber) for p in akar.daftar("pertentangan")),
        kata_pppk=pppk.teks("kata"),
        dasar_pppk=pppk.dasar(sumber),
        di_atas=kinerja.boleh_kata("di_atas"),
        sesuai=kinerja.boleh_kata("sesuai"),
        dasar_kinerja=kinerja.dasar(sumber),
        tinggi_mulai=potensial.persen("tinggi_mulai"),
        menengah_mulai=potensial.persen("menengah_mulai"),
        dasar_potensial=potensial.dasar(sumber),
        kotak={(k.kinerja, k.potensial): k for k in kotak},
        jp=BatasJp(_bulat(pns, "paling_sedikit"), pns.dasar(sumber), _bulat(jp_pppk, "paling_banyak"), jp_pppk.dasar(sumber)),
        kebutuhan=BatasKebutuhan(
            _bulat(butuh, "bulan", BERTURUT_TERBANYAK),
            _bulat(butuh, "banyak"),
            butuh.persen("capaian_di_bawah"),
            butuh.dasar(sumber),
        ),
        dampak=BatasDampak(
            _bulat(dampak, "bulan", BERTURUT_TERBANYAK),
            _bulat(dampak, "orang"),
            _bulat(dampak, "keyakinan", 99),
            _bulat(dampak, "ulangan", 100_000),
            _bulat(dampak, "benih"),
            dampak.dasar(sumber),
        ),
    )
    if not hasil.usulan:
        akar.catat("usulan", "tidak ada")
    if len({u.id for u in hasil.usulan}) != len(hasil.usulan):
        akar.catat("usulan", "memuat id yang sama dua kali")
    if not sorted(k.nomor for k in kotak) == sorted(k.nomor for k in hasil.kotak.values()) == list(range(1, 10)):
        akar.catat("kotak", "harus memuat sembilan kotak, bernomor 1 sampai 9, masing-masing satu kali")
    if hasil.menengah_mulai >= hasil.tinggi_mulai:
        potensial.catat("menengah_mulai", "harus kurang dari tinggi_mulai")
    if (hasil.dampak.ulangan + 1) * (100 - hasil.dampak.keyakinan) < 200:
        dampak.catat("ulangan", "terlalu sedikit untuk keyakinan itu")
    akar.tutup()
    return hasil


def _usulan(p: Pembaca, sumber: Mapping[str, str]) -> AturanUsulan:
    berturut = _bulat(p, "berturut", BERTURUT_TERBANYAK)
    syarat = _syarat(p)
    if syarat == Syarat():
        p.catat("jenis", "tidak mempunyai satu syarat pun")
    if syarat.tren and berturut < 2:
        p.catat("berturut", "paling sedikit 2, karena tren membandingkan bulan")
    return AturanUsulan(p.teks("id"), p.pilihan("jenis", Jenis), p.teks("nama"), berturut, syarat, p.dasar(sumber))


def _pertentangan(p: Pembaca, sumber: Mapping[str, str]) -> Pertentangan:
    bersama = p.pilihan("bersama", Jenis) if p.ada("bersama") else None
    syarat = _syarat(p)
    if syarat == Syarat() and bersama is None:
        p.catat("jenis", "tidak mempunyai satu syarat pun")
    return Pertentangan(p.pilihan("jenis", Jenis), syarat, bersama, p.dasar(sumber))


def _syarat(p: Pembaca) -> Syarat:
    def perseratus(kunci: str) -> int | None:
        return p.persen(kunci) if p.ada(kunci) else None

    tren = p.pilihan("tren", Tren) if p.ada("tren") else None
    selisih = perseratus("tren_selisih")
    if tren is None and selisih is not None:
        p.catat("tren_selisih", "hanya berarti bersama tren")
    kotak = p.boleh_kata("kotak")
    if not set(kotak) <= {str(n) for n in range(1, 10)}:
        p.catat("kotak", 'harus daftar nomor 1 sampai 9 dalam tanda petik, misalnya ["8", "9"]')
        kotak = ()
    return Syarat(
        predikat=p.boleh_kata("predikat"),
        nilai_mulai=perseratus("nilai_mulai"),
        nilai_di_bawah=perseratus("nilai_di_bawah"),
        aspek_mulai=perseratus("aspek_mulai"),
        aspek_di_bawah=perseratus("aspek_di_bawah"),
        tren=tren,
        tren_selisih=selisih or 0,
        kotak=tuple(map(int, kotak)),
    )


def _kotak(p: Pembaca, sumber: Mapping[str, str]) -> Kotak:
    kinerja, potensial = p.pilihan("kinerja", Kinerja), p.pilihan("potensial", Potensial)
    return Kotak(_bulat(p, "nomor", 9), kinerja, potensial, p.teks("akibat"), p.dasar(sumber))


def _bulat(p: Pembaca, kunci: str, tertinggi: int = 10_000) -> int:
    nilai = p.angka(kunci)
    if nilai != int(nilai) or not 1 <= nilai <= tertinggi:
        p.catat(kunci, f"harus bilangan bulat 1 sampai {cetak_bilangan(tertinggi)}")
        return 1
    return int(nilai)
