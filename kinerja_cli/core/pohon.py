"""Taking values out of a TOML tree: every key is typed, known by its path, and nothing is left over unseen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Final, TypeVar

from kinerja_cli.core.aturan import KEPASTIAN, Dasar
from kinerja_cli.core.temuan import nama_terdekat

_T = TypeVar("_T")
_Pilihan = TypeVar("_Pilihan", bound=StrEnum)

_SEBUTAN: Final[Mapping[type, str]] = {
    str: "teks", int: "bilangan bulat", bool: "true atau false", list: "daftar", dict: "bagian", dt.date: "tanggal",
}  # fmt: skip


class PohonSalah(ValueError):
    """A file's tree can't be used; ``salah`` has the path of each wrong key, and in Indonesian what is wrong with it."""

    def __init__(self, *salah: tuple[str, str]) -> None:
        super().__init__("; ".join(f"“{kunci}” {apa}" for kunci, apa in salah))
        self.salah = salah


@dataclass
class Pembaca:
    """Takes keys out of a table, and remembers what was missing, wrong or left over; :meth:`tutup` tells."""

    pohon: Mapping[str, object]
    jalur: str = ""
    salah: list[tuple[str, str]] = field(default_factory=list)
    semua: list[Pembaca] = field(default_factory=list)
    dipakai: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.semua.append(self)

    def catat(self, kunci: str, apa: str) -> None:
        """Remember a fault."""
        self.salah.append((f"{self.jalur}.{kunci}" if self.jalur else kunci, apa))

    def ambil(self, kunci: str, jenis: type[_T], bawaan: _T) -> _T:
        """Give a value of the wanted type; a missing or other one is a fault, and gives ``bawaan``."""
        self.dipakai.add(kunci)
        nilai = self.pohon.get(kunci)
        if nilai is None:
            self.catat(kunci, "tidak ada")
        elif not isinstance(nilai, jenis) or isinstance(nilai, bool) != (jenis is bool):
            self.catat(kunci, f"bukan {_SEBUTAN[jenis]}")
        else:
            return nilai
        return bawaan

    def ada(self, kunci: str) -> bool:
        """Tell whether a key is there that need not be."""
        self.dipakai.add(kunci)
        return kunci in self.pohon

    def boleh(self, kunci: str, jenis: type[_T], bawaan: _T) -> _T:
        """Give a value that need not be there."""
        return self.ambil(kunci, jenis, bawaan) if self.ada(kunci) else bawaan

    def teks(self, kunci: str) -> str:
        """Give a text, its blanks and line breaks made single blanks."""
        return " ".join(self.ambil(kunci, str, "").split())

    def kata(self, kunci: str) -> tuple[str, ...]:
        """Give a list of texts."""
        isi = self.ambil(kunci, list, [])
        if not all(isinstance(satu, str) for satu in isi):
            self.catat(kunci, "bukan daftar teks")
        return tuple(map(str, isi))

    def boleh_kata(self, kunci: str) -> tuple[str, ...]:
        """Give a list of texts that need not be there."""
        return self.kata(kunci) if self.ada(kunci) else ()

    def angka(self, kunci: str) -> Decimal:
        """Give a number of at least 0, exactly as written."""
        self.dipakai.add(kunci)
        nilai = self.pohon.get(kunci)
        if isinstance(nilai, bool) or not isinstance(nilai, (int, Decimal)) or not Decimal(nilai).is_finite():
            self.catat(kunci, "tidak ada" if nilai is None else "bukan angka")
            return Decimal(0)
        if nilai < 0:
            self.catat(kunci, "kurang dari nol")
        return Decimal(nilai)

    def persen(self, kunci: str) -> int:
        """Give a number of at least 0 with at most two decimals, in hundredths."""
        seperseratus = self.angka(kunci) * 100
        if seperseratus != int(seperseratus):
            self.catat(kunci, "lebih rinci daripada dua desimal")
        return int(seperseratus)

    def salah_satu(self, kunci: str, pilihan: Collection[str], nilai: str) -> str:
        """Check a value against those that there are; gives it back."""
        if nilai not in pilihan:
            usul = nama_terdekat(nilai, pilihan)
            ada = f"maksud Anda “{usul}”?" if usul else f"yang ada: {', '.join(p for p in pilihan if p)}"
            self.catat(kunci, f"tidak boleh “{nilai}”; {ada}")
        return nilai

    def pilihan(self, kunci: str, jenis: type[_Pilihan]) -> _Pilihan:
        """Give one of the values that there are; another is a fault, and gives the first."""
        ada = list(jenis)
        nilai = self.salah_satu(kunci, ada, self.teks(kunci))
        return jenis(nilai) if nilai in ada else ada[0]

    def anak(self, kunci: str) -> Pembaca:
        """Give a section; of one that isn't there, nothing else is missing."""
        isi = self.ambil(kunci, dict, None)
        return Pembaca({}) if isi is None else Pembaca(isi, self._jalur(kunci), self.salah, self.semua)

    def daftar(self, kunci: str) -> list[Pembaca]:
        """Give a list of sections."""
        isi = self.ambil(kunci, list, [])
        return [
            Pembaca(satu if isinstance(satu, dict) else {}, f"{self._jalur(kunci)}[{i}]", self.salah, self.semua)
            for i, satu in enumerate(isi, 1)
        ]

    def sumber(self) -> dict[str, str]:
        """Give the titles of the file's sources by id."""
        return {s.teks("id"): s.teks("judul") for s in self.daftar("sumber")}

    def dasar(self, sumber: Mapping[str, str]) -> Dasar:
        """Give where a number comes from; ``sumber`` are the titles of the sources by id."""
        asal, kepastian = self.teks("dasar"), self.teks("kepastian")
        if asal and asal not in sumber:
            self.catat("dasar", f"menyebut “{asal}”, yang tidak ada di [[sumber]]")
        if kepastian:
            self.salah_satu("kepastian", KEPASTIAN, kepastian)
        pasal = self.boleh("pasal", str, "")
        return Dasar(sumber.get(asal, asal), pasal, self.ambil("sejak", dt.date, dt.date.min), kepastian)

    def tutup(self) -> None:
        """End the reading of the whole tree.

        Raises:
            PohonSalah: naming every key that was missing, wrong or unknown.
        """
        for p in self.semua:
            for kunci in p.pohon.keys() - p.dipakai:
                usul = nama_terdekat(kunci, p.dipakai)
                p.catat(kunci, "tidak dikenal" + (f"; maksud Anda “{usul}”?" if usul else ""))
        if self.salah:
            raise PohonSalah(*dict.fromkeys(self.salah))

    def _jalur(self, kunci: str) -> str:
        return f"{self.jalur}.{kunci}" if self.jalur else kunci
