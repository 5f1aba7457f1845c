"""The rules of follow-up as a value: conditions, boxes, training hours. No number of the law stands in Python."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kinerja_cli.core.angka import cetak_bilangan
from kinerja_cli.core.aturan import Dasar
from kinerja_cli.core.pelengkap import Bagian, Pelengkap

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


def susun_aturan_lanjut(berkas: Pelengkap) -> AturanLanjut:
    """Build the rules from their file.

    Raises:
        PelengkapSalah: naming line and key of every fault.
    """
    sumber = berkas.sumber()
    awal, pppk, kinerja, potensial = (berkas.satu(nama) for nama in ("", "pppk", "kinerja", "potensial"))
    pns, jp_pppk, butuh, dampak = (berkas.satu(nama) for nama in ("jp-pns", "jp-pppk", "kebutuhan", "dampak"))
    kotak = [_kotak(b, sumber) for b in berkas.semua("kotak")]
    hasil = AturanLanjut(
        id=awal.teks("id"),
        judul=awal.teks("judul"),
        usulan=tuple(_usulan(b, sumber) for b in berkas.semua("usulan")),
        pertentangan=tuple(_pertentangan(b, sumber) for b in berkas.semua("pertentangan")),
        kata_pppk=pppk.teks("kata"),
        dasar_pppk=pppk.dasar(sumber),
        di_atas=kinerja.daftar("di_atas"),
        sesuai=kinerja.daftar("sesuai"),
        dasar_kinerja=kinerja.dasar(sumber),
        tinggi_mulai=_perseratus(potensial, "tinggi_mulai"),
        menengah_mulai=_perseratus(potensial, "menengah_mulai"),
        dasar_potensial=potensial.dasar(sumber),
        kotak={(k.kinerja, k.potensial): k for k in kotak},
        jp=BatasJp(_bulat(pns, "paling_sedikit"), pns.dasar(sumber), _bulat(jp_pppk, "paling_banyak"), jp_pppk.dasar(sumber)),
        kebutuhan=BatasKebutuhan(
            _bulat(butuh, "bulan", BERTURUT_TERBANYAK),
            _bulat(butuh, "banyak"),
            _perseratus(butuh, "capaian_di_bawah"),
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
    if len({u.id for u in hasil.usulan}) != len(hasil.usulan):
        awal.catat("usulan", "memuat id yang sama dua kali")
    if not sorted(k.nomor for k in kotak) == sorted(k.nomor for k in hasil.kotak.values()) == list(range(1, 10)):
        awal.catat("kotak", "harus memuat sembilan kotak, bernomor 1 sampai 9, masing-masing satu kali")
    if hasil.menengah_mulai >= hasil.tinggi_mulai:
        potensial.catat("menengah_mulai", "harus kurang dari tinggi_mulai")
    if (hasil.dampak.ulangan + 1) * (100 - hasil.dampak.keyakinan) < 200:
        dampak.catat("ulangan", "terlalu sedikit untuk keyakinan itu")
    berkas.tutup()
    return hasil


def _usulan(b: Bagian, sumber: Mapping[str, str]) -> AturanUsulan:
    berturut = _bulat(b, "berturut", BERTURUT_TERBANYAK)
    syarat = _syarat(b)
    if syarat == Syarat():
        b.catat("jenis", "tidak mempunyai satu syarat pun")
    if syarat.tren and berturut < 2:
        b.catat("berturut", "paling sedikit 2, karena tren membandingkan bulan")
    return AturanUsulan(b.teks("id"), _jenis(b, "jenis"), b.teks("nama"), berturut, syarat, b.dasar(sumber))


def _pertentangan(b: Bagian, sumber: Mapping[str, str]) -> Pertentangan:
    bersama = _jenis(b, "bersama") if "bersama" in b.isi else None
    syarat = _syarat(b)
    if syarat == Syarat() and bersama is None:
        b.catat("jenis", "tidak mempunyai satu syarat pun")
    return Pertentangan(_jenis(b, "jenis"), syarat, bersama, b.dasar(sumber))


def _syarat(b: Bagian) -> Syarat:
    def perseratus(kunci: str) -> int | None:
        return _perseratus(b, kunci) if kunci in b.isi else None

    tren = Tren(_salah_satu(b, "tren", Tren)) if "tren" in b.isi else None
    selisih = perseratus("tren_selisih")
    if tren is None and selisih is not None:
        b.catat("tren_selisih", "hanya berarti bersama tren")
    kotak = b.daftar("kotak")
    if not set(kotak) <= {str(n) for n in range(1, 10)}:
        b.catat("kotak", 'harus daftar nomor 1 sampai 9 dalam tanda petik, misalnya ["8", "9"]')
        kotak = ()
    return Syarat(
        predikat=b.daftar("predikat"),
        nilai_mulai=perseratus("nilai_mulai"),
        nilai_di_bawah=perseratus("nilai_di_bawah"),
        aspek_mulai=perseratus("aspek_mulai"),
        aspek_di_bawah=perseratus("aspek_di_bawah"),
        tren=tren,
        tren_selisih=selisih or 0,
        kotak=tuple(map(int, kotak)),
    )


def _kotak(b: Bagian, sumber: Mapping[str, str]) -> Kotak:
    kinerja, potensial = _salah_satu(b, "kinerja", Kinerja), _salah_satu(b, "potensial", Potensial)
    return Kotak(_bulat(b, "nomor", 9), Kinerja(kinerja), Potensial(potensial), b.teks("akibat"), b.dasar(sumber))


def _jenis(b: Bagian, kunci: str) -> Jenis:
    return Jenis(_salah_satu(b, kunci, Jenis))


def _salah_satu(b: Bagian, kunci: str, pilihan: type[StrEnum]) -> str:
    nilai, ada = b.teks(kunci), [satu.value for satu in pilihan]
    if nilai in ada:
        return nilai
    b.catat(kunci, f"harus salah satu dari: {', '.join(ada)}")
    return ada[0]


def _bulat(b: Bagian, kunci: str, tertinggi: int = 10_000) -> int:
    nilai = b.angka(kunci)
    if nilai != int(nilai) or not 1 <= nilai <= tertinggi:
        b.catat(kunci, f"harus bilangan bulat 1 sampai {cetak_bilangan(tertinggi)}")
        return 1
    return int(nilai)


def _perseratus(b: Bagian, kunci: str) -> int:
    nilai = b.angka(kunci) * 100
    if nilai != int(nilai):
        b.catat(kunci, "lebih rinci daripada dua desimal")
    return int(nilai)
