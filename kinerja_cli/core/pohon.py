"""Taking values out of a TOML tree: every key is typed, known by its path, and nothing is left over unseen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final, TypeVar

from kinerja_cli.core.aturan import KEPASTIAN, Dasar
from kinerja_cli.core.temuan import nama_terdekat

_T = TypeVar("_T")

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

    def boleh(self, kunci: str, jenis: type[_T], bawaan: _T) -> _T:
        """Give a value that need not be there."""
        self.dipakai.add(kunci)
        return self.ambil(kunci, jenis, bawaan) if kunci in self.pohon else bawaan

    def teks(self, kunci: str) -> str:
        """Give a text, its blanks and line breaks made single blanks."""
        return " ".join(self.ambil(kunci, str, "").split())

    def kata(self, kunci: str) -> tuple[str, ...]:
        """Give a list of texts."""
        isi = self.ambil(kunci, list, [])
        if not all(isinstance(satu, str) for satu in isi):
            self.catat(kunci, "bukan daftar teks")
        return tuple(map(str, isi))

    def angka(self, kunci: str) -> Decimal:
        """Give a number, exactly as written."""
        self.dipakai.add(kunci)
        nilai = self.pohon.get(kunci)
        if isinstance(nilai, bool) or not isinstance(nilai, (int, Decimal)) or not Decimal(nilai).is_finite():
            self.catat(kunci, "tidak ada" if nilai is None else "bukan angka")
            return Decimal(0)
        return Decimal(nilai)

    def persen(self, kunci: str) -> int:
        """Give a number with at most two decimals, in hundredths."""
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

    def anak(self, kunci: str) -> Pembaca:
        """Give a section."""
        return Pembaca(self.ambil(kunci, dict, {}), self._jalur(kunci), self.salah, self.semua)

    def daftar(self, kunci: str) -> list[Pembaca]:
        """Give a list of sections."""
        isi = self.ambil(kunci, list, [])
        return [
            Pembaca(satu if isinstance(satu, dict) else {}, f"{self._jalur(kunci)}[{i}]", self.salah, self.semua)
            for i, satu in enumerate(isi, 1)
        ]

    def dasar(self, sumber: Mapping[str, str]) -> Dasar:
        """Give where a number comes from; ``sumber`` are the titles of the regulations by id."""
        asal, kepastian = self.ambil("dasar", str, ""), self.ambil("kepastian", str, "")
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
