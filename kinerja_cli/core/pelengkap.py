"""Reading the small rule files beside the rule sets: tables of figures, each with its source; errors name line and key."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeVar

from kinerja_cli.core.aturan import KEPASTIAN, Dasar
from kinerja_cli.core.kolom import ringkas
from kinerja_cli.core.temuan import nama_terdekat

_T = TypeVar("_T")

_KEPALA = re.compile(r"\[\[?([\w-]+)\]\]?\s*(?:#.*)?")
_KUNCI = re.compile(r"([\w-]+)\s*=")
_SEBUTAN: Mapping[type, str] = {str: "teks", bool: "true atau false", list: "daftar", dt.date: "tanggal", Decimal: "angka"}


@dataclass
class Bagian:
    """One table of the file; takes keys out, and notes what is missing, wrong or left over."""

    nama: str
    isi: Mapping[str, object]
    baris: Mapping[str, int]
    salah: list[str]
    dipakai: set[str] = field(default_factory=set)

    def teks(self, kunci: str) -> str:
        """Take a text."""
        return self._ambil(kunci, str, "")

    def angka(self, kunci: str) -> Decimal:
        """Take a number of at least 0."""
        nilai = self._ambil(kunci, Decimal, Decimal(0))
        if nilai < 0:
            self.catat(kunci, "kurang dari nol")
        return nilai

    def boleh_angka(self, kunci: str) -> Decimal | None:
        """Take a number that need not be there."""
        return self.angka(kunci) if kunci in self.isi else None

    def ya(self, kunci: str) -> bool:
        """Take true or false; absent is false."""
        return self._ambil(kunci, bool, False) if kunci in self.isi else False

    def daftar(self, kunci: str) -> tuple[str, ...]:
        """Take a list of texts that may be absent."""
        semua = self._ambil(kunci, list, []) if kunci in self.isi else []
        if not all(isinstance(satu, str) for satu in semua):
            self.catat(kunci, "harus daftar teks")
        return tuple(map(str, semua))

    def dasar(self, sumber: Mapping[str, str]) -> Dasar:
        """Take the source of this table's figures."""
        asal, kepastian = self.teks("dasar"), self.teks("kepastian")
        if asal and asal not in sumber:
            self.catat("dasar", f"menyebut “{asal}”, yang tidak ada di [[sumber]]")
        if kepastian and kepastian not in KEPASTIAN:
            self.catat("kepastian", f"harus salah satu dari: {', '.join(KEPASTIAN)}")
        pasal = self.teks("pasal") if "pasal" in self.isi else ""
        return Dasar(sumber.get(asal, asal), pasal, self._ambil("sejak", dt.date, dt.date.min), kepastian)

    def catat(self, kunci: str, apa: str) -> None:
        """Note a fault with its line."""
        nomor = self.baris.get(kunci) or self.baris.get("", 1)
        self.salah.append(f"baris {nomor}, {self.nama} “{kunci}” {apa}")

    def _ambil(self, kunci: str, jenis: type[_T], bawaan: _T) -> _T:
        self.dipakai.add(kunci)
        nilai = self.isi.get(kunci)
        if jenis is Decimal and isinstance(nilai, int) and not isinstance(nilai, bool):
            nilai = Decimal(nilai)
        if nilai is None:
            self.catat(kunci, "tidak ada")
        elif not isinstance(nilai, jenis):
            self.catat(kunci, f"bukan {_SEBUTAN[jenis]}")
        else:
            return nilai
        return bawaan


class PelengkapSalah(ValueError):
    """A rule file beside the rule sets that can't be used; the text names line and key of every fault, in Indonesian."""


@dataclass
class Pelengkap:
    """A rule file under way: ask for its tables, then :meth:`tutup`."""

    bagian: Mapping[str, Sequence[Bagian]]
    salah: list[str]
    teks: str

    def satu(self, nama: str) -> Bagian:
        """Give the table of that name; "" is what stands above all tables."""
        ada = self.bagian.get(nama)
        return ada[0] if ada else self._tidak_ada(nama)

    def semua(self, nama: str) -> Sequence[Bagian]:
        """Give the tables of a list, at least one."""
        return self.bagian.get(nama) or (self._tidak_ada(nama),)

    def sumber(self) -> Mapping[str, str]:
        """Give the titles of the file's sources by id."""
        return {s.teks("id"): s.teks("judul") for s in self.semua("sumber")}

    def tutup(self) -> None:
        """Check that nothing is wrong and nothing is left over.

        Raises:
            PelengkapSalah: naming line and key of every fault.
        """
        for semua in self.bagian.values():
            for b in semua:
                for kunci in b.isi.keys() - b.dipakai:
                    usul = nama_terdekat(kunci, b.dipakai)
                    b.catat(kunci, "tidak dikenal" + (f"; maksud Anda “{usul}”?" if usul else ""))
        if self.salah:
            raise PelengkapSalah("; ".join(self.salah))

    def _tidak_ada(self, nama: str) -> Bagian:
        self.salah.append(f"bagian [{nama}] tidak ada")
        return Bagian(f"[{nama}]", {}, {}, [])


def buka_pelengkap(teks: str) -> Pelengkap:
    """Open a rule file whose tables lie one level deep.

    Raises:
        tomllib.TOMLDecodeError: it is no TOML.
    """
    salah: list[str] = []
    baris = _baris_kunci(teks)
    bagian: dict[str, list[Bagian]] = {"": []}
    atas: dict[str, object] = {}
    for nama, isi in tomllib.loads(teks, parse_float=Decimal).items():
        if isinstance(isi, dict):
            bagian[nama] = [Bagian(f"[{nama}]", isi, baris.get((nama, 0), {}), salah)]
        elif isinstance(isi, list) and all(isinstance(satu, dict) for satu in isi):
            bagian[nama] = [Bagian(f"[[{nama}]]", satu, baris.get((nama, i), {}), salah) for i, satu in enumerate(isi)]
        else:
            atas[nama] = isi
    bagian[""].append(Bagian("awal berkas", atas, baris.get(("", 0), {}), salah))
    return Pelengkap(bagian, salah, teks)


def _baris_kunci(teks: str) -> Mapping[tuple[str, int], Mapping[str, int]]:
    """Find the line of each key by table name and how many such tables came before; "" is the table's own head."""
    hasil: dict[tuple[str, int], dict[str, int]] = {("", 0): {}}
    kini = hasil["", 0]
    for nomor, isi in enumerate(teks.splitlines(), 1):
        if kepala := _KEPALA.fullmatch(isi.strip()):
            ke = sum(nama == kepala[1] for nama, _ in hasil)
            kini = hasil.setdefault((kepala[1], ke), {"": nomor})
        elif kunci := _KUNCI.match(isi):
            kini.setdefault(kunci[1], nomor)
    return hasil


def menurut_sebutan(nama: Mapping[str, Sequence[str]]) -> Mapping[str, str]:
    """Give the name for each of its spellings, squeezed: "Cukup" and "butuh-perbaikan" are "Butuh Perbaikan"."""
    return {ringkas(satu): utama for utama, sebutan in nama.items() for satu in (utama, *sebutan)}
