"""Marking an exercise: what the workbooks say now, beside what they said and what they should say.

Tables are compared as the program reads them. So it doesn't matter where a row stands, which program saved a file, or in
what format.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kinerja_cli.core.latihan.fakta import Fakta, Kunci, kumpulkan_fakta, sebut_kunci, target_menurut
from kinerja_cli.core.latihan.halaman import Halaman
from kinerja_cli.core.latihan.kesalahan import Kesalahan, tanam
from kinerja_cli.core.latihan.soal import Soal
from kinerja_cli.core.lembar import Lembar
from kinerja_cli.core.temuan import Letak, Temuan, Tingkat
from kinerja_cli.core.urai import Uraian, urai


class Penanganan(StrEnum):
    """What became of a planted fault."""

    BENAR = "sudah benar"
    BELUM = "belum dibetulkan"
    LAIN = "diubah, tetapi belum benar"
    HILANG = "berkasnya tidak terbaca"


@dataclass(frozen=True)
class Butir:
    """A planted fault and what became of it."""

    kesalahan: Kesalahan
    penanganan: Penanganan


@dataclass(frozen=True)
class Kerusakan:
    """What was right and isn't any more: where it stood, what it is, what it said, what it says now."""

    letak: Letak
    apa: str
    semula: str
    sekarang: str


@dataclass(frozen=True)
class BerkasHilang:
    """A file of the exercise that isn't there under its name, or can't be read; ``isian`` facts are nowhere else now."""

    nama: str
    isian: int

    @property
    def kata(self) -> str:
        """Say it in a sentence."""
        if self.isian:
            return f"Berkas “{self.nama}” tidak ada lagi atau tidak terbaca: {self.isian} isiannya hilang."
        return f"Berkas “{self.nama}” tidak ada lagi dengan nama itu; isinya terbaca dari berkas lain."


@dataclass(frozen=True)
class NilaiLatihan:
    """A mark sheet.

    Attributes:
        benih: the exercise's seed.
        butir: each planted fault.
        kerusakan: what was right before, but for what went with a whole file.
        baru: findings that the exercise didn't have, none of them INFO.
        hilang: files that went.
    """

    benih: int
    butir: tuple[Butir, ...]
    kerusakan: tuple[Kerusakan, ...]
    baru: tuple[Temuan, ...]
    hilang: tuple[BerkasHilang, ...]

    @property
    def benar(self) -> int:
        """How many faults are repaired."""
        return sum(t.penanganan is Penanganan.BENAR for t in self.butir)

    @property
    def ringkas(self) -> str:
        """Count them in a sentence."""
        return f"{self.benar} dari {len(self.butir)} kesalahan sudah benar."

    @property
    def lulus(self) -> bool:
        """Whether all is as it should be."""
        utuh = not (self.kerusakan or self.baru or any(b.isian for b in self.hilang))
        return utuh and self.benar == len(self.butir)


def periksa_latihan(soal: Soal, uraian: Uraian, lembar: Sequence[Lembar], baru: Sequence[Temuan]) -> NilaiLatihan:
    """Mark an exercise.

    Args:
        soal: the exercise.
        uraian: what the operator's workbooks say now.
        lembar: their sheets.
        baru: findings in them that the exercise didn't have (:func:`temuan_baru`).
    """
    bersih = [h.lembar for h in soal.bersih]
    uraian_bersih = urai(bersih)
    target = target_menurut(uraian_bersih.masukan)
    benar = kumpulkan_fakta(uraian_bersih, bersih, target)

    def fakta(halaman: Sequence[Halaman]) -> Fakta:
        semua = [h.lembar for h in halaman]
        return kumpulkan_fakta(urai(semua), semua, target)

    salah, kini = fakta(soal.halaman), kumpulkan_fakta(uraian, lembar, target)
    milik = [benar.beda(fakta(tanam(soal.bersih, [k]))) for k in soal.kesalahan]
    hilang = dict.fromkeys(sorted({h.lembar.berkas for h in soal.bersih} - {ini.berkas for ini in lembar}), 0)
    butir = tuple(
        Butir(k, _penanganan(kunci, benar, salah, kini, hilang=k.letak.berkas in hilang))
        for k, kunci in zip(soal.kesalahan, milik, strict=True)
    )
    pegawai = uraian_bersih.masukan.pegawai
    nama = dict(zip(pegawai["nip"], pegawai["nama"], strict=True))
    kerusakan = []
    tersisa = (kunci for satu, kunci in zip(butir, milik, strict=True) if satu.penanganan is not Penanganan.BENAR)
    rusak = benar.beda(kini).difference(*tersisa)
    for kunci in dict.fromkeys(k for k in (*benar.isi, *kini.isi) if k in rusak):
        letak = benar.letak.get(kunci) or kini.letak[kunci]
        if letak.berkas in hilang and kunci not in kini.isi:
            hilang[letak.berkas] += 1
        else:
            kerusakan.append(Kerusakan(letak, sebut_kunci(kunci, nama), benar.sebut(kunci), kini.sebut(kunci)))
    berkas = tuple(BerkasHilang(satu, isian) for satu, isian in hilang.items())
    return NilaiLatihan(soal.benih, butir, tuple(kerusakan), tuple(baru), berkas)


def _penanganan(kunci: Collection[Kunci], benar: Fakta, salah: Fakta, kini: Fakta, *, hilang: bool) -> Penanganan:
    """Tell what became of a fault from the facts that it touches: repaired, where more than half of them are right."""
    if 2 * sum(kini.kata(k) == benar.kata(k) for k in kunci) > len(kunci):
        return Penanganan.BENAR
    if hilang and any(k not in kini.isi for k in kunci):
        return Penanganan.HILANG
    return Penanganan.BELUM if all(kini.kata(k) == salah.kata(k) for k in kunci) else Penanganan.LAIN


def temuan_baru(semula: Iterable[Temuan], kini: Iterable[Temuan]) -> tuple[Temuan, ...]:
    """Give the findings that the exercise didn't have, INFO aside; one is known again though its cell has moved."""
    dikenal = Counter(_ciri(t) for t in semula)
    baru = []
    for t in kini:
        if dikenal[_ciri(t)]:
            dikenal[_ciri(t)] -= 1
        elif t.tingkat is not Tingkat.INFO:
            baru.append(t)
    return tuple(baru)


def _ciri(t: Temuan) -> tuple[str, str, str]:
    return t.kode, t.letak.lembar, t.nilai
