"""A rule set as a value: read from a TOML tree, checked, frozen. No number of the law stands in Python."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final, TypeVar

_T = TypeVar("_T")

KEPASTIAN: Final[Mapping[str, str]] = {
    "teks": "dibaca dalam naskah peraturan",
    "salinan": "dibaca dalam salinan, buku, atau aplikasi",
    "ingatan": "naskahnya belum dibaca",
    "hitung": "mengikuti dari perhitungan",
    "terbuka": "belum pasti, atau pilihan pembuat skema",
}
RUMUS: Final = frozenset({"realisasi_per_target", "dua_kurang_realisasi_per_target"})
SYARAT: Final = frozenset({"", "ide_baru"})


@dataclass(frozen=True)
class Dasar:
    """Where a number comes from: regulation, article, first day in force, and how sure it is."""

    sumber: str
    pasal: str
    sejak: dt.date
    kepastian: str

    def __str__(self) -> str:
        return f"{self.sumber} {self.pasal}".strip()


@dataclass(frozen=True)
class Predikat:
    """A category: from ``mulai`` (hundredths) on, under ``syarat`` if any."""

    nama: str
    mulai: int
    syarat: str
    kata: str
    dasar: Dasar


@dataclass(frozen=True)
class Arah:
    """How capaian is computed for a direction: the name of the arithmetic, and the same in words."""

    rumus: str
    kata: str
    dasar: Dasar


@dataclass(frozen=True)
class Angka:
    """One number of the rules, in hundredths of a percent."""

    nilai: int
    kata: str
    dasar: Dasar


@dataclass(frozen=True)
class Aturan:
    """A rule set of the shape "jumlah_tertimbang": weighted sum of capaian, then a category.

    Percentages are in hundredths. ``sha256`` is the hash of the file's bytes; a result is pinned to it.
    """

    id: str
    judul: str
    uraian: str
    sejak: dt.date
    sha256: str
    perlu_penetapan: bool
    tanpa_penetapan: str
    sumber: Mapping[str, str]
    aspek: tuple[str, ...]
    dasar_aspek: Dasar
    arah: Mapping[str, Arah]
    dalam_rentang: Angka
    turun_nol_tercapai: Angka
    turun_nol_terlampaui: Angka
    capaian_terendah: Angka
    capaian_tertinggi: Angka
    desimal: int
    dasar_pembulatan: Dasar
    sisa_bobot: Angka
    status_keluar: tuple[str, ...]
    dasar_status: Dasar
    predikat: tuple[Predikat, ...]

    def penetapan(self, ditetapkan: str) -> str:
        """Give the line that stands beside every number: the regulation that enacts the scheme, or that none does."""
        return ditetapkan or (self.tanpa_penetapan if self.perlu_penetapan else "")


class AturanSalah(ValueError):
    """A rule file that can't be used; the text names each key that is wrong, in Indonesian."""


@dataclass
class _Pembaca:
    """Takes keys out of a TOML table, and remembers what was missing, wrong or left over."""

    pohon: Mapping[str, object]
    jalur: str = ""
    salah: list[str] = field(default_factory=list)
    dipakai: set[str] = field(default_factory=set)

    def nama(self, kunci: str) -> str:
        return f"{self.jalur}.{kunci}" if self.jalur else kunci

    def ambil(self, kunci: str, jenis: type[_T], bawaan: _T) -> _T:
        self.dipakai.add(kunci)
        nilai = self.pohon.get(kunci)
        if nilai is None:
            self.salah.append(f"“{self.nama(kunci)}” tidak ada")
        elif not isinstance(nilai, jenis) or isinstance(nilai, bool) != (jenis is bool):
            self.salah.append(f"“{self.nama(kunci)}” bukan {_SEBUTAN[jenis]}")
        else:
            return nilai
        return bawaan

    def boleh(self, kunci: str) -> str:
        return self.ambil(kunci, str, "") if kunci in self.pohon else ""

    def anak(self, kunci: str) -> _Pembaca:
        return _Pembaca(self.ambil(kunci, dict, {}), self.nama(kunci), self.salah)

    def daftar(self, kunci: str) -> list[_Pembaca]:
        isi = self.ambil(kunci, list, [])
        return [
            _Pembaca(satu if isinstance(satu, dict) else {}, f"{self.nama(kunci)}[{i}]", self.salah)
            for i, satu in enumerate(isi, 1)
        ]

    def persen(self, kunci: str) -> int:
        self.dipakai.add(kunci)
        nilai = self.pohon.get(kunci)
        if isinstance(nilai, bool) or not isinstance(nilai, (int, Decimal)):
            self.salah.append(f"“{self.nama(kunci)}” bukan angka")
            return 0
        seperseratus = Decimal(nilai) * 100
        if seperseratus != int(seperseratus):
            self.salah.append(f"“{self.nama(kunci)}” lebih rinci daripada dua desimal")
        return int(seperseratus)

    def dasar(self, sumber: Mapping[str, str]) -> Dasar:
        asal = self.ambil("dasar", str, "")
        kepastian = self.ambil("kepastian", str, "")
        if asal and asal not in sumber:
            self.salah.append(f"“{self.nama('dasar')}” menyebut “{asal}”, yang tidak ada di [[sumber]]")
        if kepastian and kepastian not in KEPASTIAN:
            self.salah.append(f"“{self.nama('kepastian')}” harus salah satu dari: {', '.join(KEPASTIAN)}")
        return Dasar(sumber.get(asal, asal), self.boleh("pasal"), self.ambil("sejak", dt.date, dt.date.min), kepastian)

    def salah_satu(self, kunci: str, pilihan: frozenset[str], nilai: str) -> str:
        if nilai not in pilihan:
            self.salah.append(f"“{self.nama(kunci)}” harus salah satu dari: {', '.join(sorted(pilihan - {''}))}")
        return nilai

    def tutup(self) -> None:
        for kunci in self.pohon.keys() - self.dipakai:
            self.salah.append(f"“{self.nama(kunci)}” tidak dikenal")


_SEBUTAN: Final[Mapping[type, str]] = {
    str: "teks", int: "bilangan bulat", bool: "true atau false", list: "daftar", dict: "bagian", dt.date: "tanggal",
}  # fmt: skip


def susun_aturan(pohon: Mapping[str, object], sha256: str) -> Aturan:
    """Build a rule set from the tree of its TOML file (decimals as :class:`Decimal`).

    Raises:
        AturanSalah: naming every key that is missing, wrong or unknown.
    """
    akar = _Pembaca(pohon)
    akar.salah_satu("bentuk", frozenset({"jumlah_tertimbang"}), akar.ambil("bentuk", str, ""))
    bagian_sumber = akar.daftar("sumber")
    sumber = {s.ambil("id", str, ""): s.ambil("judul", str, "") for s in bagian_sumber}
    pembaca = [akar, *bagian_sumber]

    def buka(p: _Pembaca) -> _Pembaca:
        pembaca.append(p)
        return p

    penetapan, aspek, capaian = buka(akar.anak("penetapan")), buka(akar.anak("aspek")), buka(akar.anak("capaian"))
    nol, bulat = buka(capaian.anak("turun_target_nol")), buka(akar.anak("pembulatan"))
    sisa, status = buka(akar.anak("sisa_bobot")), buka(akar.anak("status"))

    def baca_arah(p: _Pembaca) -> Arah:
        return Arah(p.salah_satu("rumus", RUMUS, p.ambil("rumus", str, "")), p.ambil("kata", str, ""), p.dasar(sumber))

    def baca_angka(p: _Pembaca, kunci: str) -> Angka:
        return Angka(p.persen(kunci), p.boleh("kata"), p.dasar(sumber))

    def baca_predikat(p: _Pembaca) -> Predikat:
        return Predikat(
            nama=p.ambil("nama", str, ""),
            mulai=p.persen("mulai"),
            syarat=p.salah_satu("syarat", SYARAT, p.boleh("syarat")),
            kata=p.ambil("kata", str, ""),
            dasar=p.dasar(sumber),
        )

    bulat.salah_satu("cara", frozenset({"setengah_ke_atas"}), bulat.ambil("cara", str, ""))
    desimal = bulat.ambil("desimal", int, 2)
    if desimal != 2:
        akar.salah.append("“pembulatan.desimal” harus 2")
    predikat = tuple(baca_predikat(buka(p)) for p in akar.daftar("predikat"))
    _periksa_predikat(predikat, akar.salah.append)
    aturan = Aturan(
        id=akar.ambil("id", str, ""),
        judul=akar.ambil("judul", str, ""),
        uraian=" ".join(akar.ambil("uraian", str, "").split()),
        sejak=akar.ambil("sejak", dt.date, dt.date.min),
        sha256=sha256,
        perlu_penetapan=penetapan.ambil("perlu", bool, True),
        tanpa_penetapan=penetapan.ambil("belum", str, ""),
        sumber=sumber,
        aspek=tuple(map(str, aspek.ambil("nama", list, []))),
        dasar_aspek=aspek.dasar(sumber),
        arah={nama: baca_arah(buka(capaian.anak(nama))) for nama in ("naik", "turun")},
        dalam_rentang=baca_angka(buka(capaian.anak("di_dalam_rentang")), "nilai"),
        turun_nol_tercapai=baca_angka(nol, "tercapai"),
        turun_nol_terlampaui=baca_angka(nol, "terlampaui"),
        capaian_terendah=baca_angka(buka(capaian.anak("paling_rendah")), "nilai"),
        capaian_tertinggi=baca_angka(buka(capaian.anak("paling_tinggi")), "nilai"),
        desimal=desimal,
        dasar_pembulatan=bulat.dasar(sumber),
        sisa_bobot=baca_angka(sisa, "paling_sedikit"),
        status_keluar=tuple(map(str, status.ambil("keluar", list, []))),
        dasar_status=status.dasar(sumber),
        predikat=predikat,
    )
    for p in pembaca:
        p.tutup()
    if akar.salah:
        raise AturanSalah("; ".join(dict.fromkeys(akar.salah)))
    return aturan


def _periksa_predikat(predikat: tuple[Predikat, ...], catat: Callable[[str], None]) -> None:
    """Every score must fall into a category: bands fall, and the last one starts at 0 without a condition."""
    if not predikat or predikat[-1].mulai != 0 or predikat[-1].syarat:
        catat("[[predikat]] yang terakhir harus mulai dari 0 dan tanpa syarat")
    if any(bawah.mulai >= atas.mulai for atas, bawah in itertools.pairwise(predikat)):
        catat("[[predikat]] harus berurut dari yang tertinggi")
