"""Sheets → potential of people, courses, and who took which course when; with what is wrong in the cells."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Protocol, TypeVar

from kinerja_cli.core import angka
from kinerja_cli.core.kolom import KOSONG, rapi, ringkas
from kinerja_cli.core.lanjut.aturan import AturanLanjut, Potensial
from kinerja_cli.core.lanjut.tabel import JUDUL, PeranLanjut, TabelLanjut, cari_tabel_lanjut
from kinerja_cli.core.lembar import Lembar
from kinerja_cli.core.nip import berbentuk_nip
from kinerja_cli.core.sel import Kolom, angka_kolom, nip_kolom, tanggal_kolom, teks_kolom
from kinerja_cli.core.skema import Keadaan
from kinerja_cli.core.temuan import Letak, Temuan, nama_terdekat

_POTENSIAL: Mapping[str, Potensial] = {
    "tinggi": Potensial.TINGGI, "menengah": Potensial.MENENGAH, "sedang": Potensial.MENENGAH, "rendah": Potensial.RENDAH,
}  # fmt: skip
_NILAI_TERTINGGI = 100.0
"""Potential as a number lies between 0 and this."""
_KIRA = 2
"""Decimals of JP and of potential as a number."""


@dataclass(frozen=True)
class PotensialOrang:
    """A person's potential: its level, and the cell as it was filed."""

    nip: str
    tingkat: Potensial
    teks: str
    letak: Letak


@dataclass(frozen=True)
class Pelatihan:
    """A course of the catalogue; ``jp`` in hundredths; the aspects and indicator codes that it serves."""

    kode: str
    nama: str
    aspek: tuple[str, ...]
    indikator: tuple[str, ...]
    jp: int
    letak: Letak


@dataclass(frozen=True)
class Keikutsertaan:
    """One person in one course; ``pelatihan`` as the catalogue names it, ``jp`` in hundredths."""

    nip: str
    nama: str
    pelatihan: str
    tanggal: dt.date
    jp: int
    letak: Letak


@dataclass(frozen=True)
class DataLanjut:
    """What the workbooks beside the scores hold; ``ada`` tells which tables were given at all."""

    potensial: Mapping[str, PotensialOrang] = field(default_factory=dict)
    katalog: tuple[Pelatihan, ...] = ()
    register: tuple[Keikutsertaan, ...] = ()
    ada: frozenset[PeranLanjut] = frozenset()
    temuan: tuple[Temuan, ...] = ()


class _Berletak(Protocol):
    @property
    def letak(self) -> Letak: ...


_T = TypeVar("_T", bound=_Berletak)


def urai_pelengkap(lembar: Sequence[Lembar], aturan: AturanLanjut) -> DataLanjut:
    """Read the tables of all sheets. A row with a fault that is a GALAT is left out; the others count.

    Args:
        lembar: raw sheets.
        aturan: from which number on potential is high or middling.
    """
    temuan: list[Temuan] = []
    tabel: list[TabelLanjut] = []
    for satu in lembar:
        ini, salah = cari_tabel_lanjut(satu)
        temuan += salah
        if ini:
            tabel.append(ini)
            temuan += ini.temuan
    for berkas in dict.fromkeys(satu.berkas for satu in lembar):
        if not any(satu.berkas == berkas for satu in _lembar_dipakai(tabel)) and not any(
            t.letak.berkas == berkas and t.kode == "L02" for t in temuan
        ):
            temuan.append(Temuan("D01", Letak(berkas)))
    potensial = _gabung(chain.from_iterable(_potensial(t, aturan) for t in _peran(tabel, PeranLanjut.POTENSIAL)), temuan)
    katalog = _gabung(chain.from_iterable(map(_katalog, _peran(tabel, PeranLanjut.KATALOG))), temuan)
    register = _gabung(
        chain.from_iterable(_register(t, katalog, temuan) for t in _peran(tabel, PeranLanjut.REGISTER)), temuan
    )
    temuan += [t for ini in tabel for kolom in ini.kolom.values() for t in kolom.temuan]
    return DataLanjut(
        {p.nip: p for p in potensial}, katalog, register, frozenset(t.peran for t in tabel), tuple(dict.fromkeys(temuan))
    )


def _lembar_dipakai(tabel: Iterable[TabelLanjut]) -> list[Lembar]:
    return [next(iter(t.kolom.values())).tabel.lembar for t in tabel]


def _peran(tabel: Iterable[TabelLanjut], peran: PeranLanjut) -> list[TabelLanjut]:
    return [t for t in tabel if t.peran is peran]


def _gabung(isi: Iterable[tuple[Hashable, Hashable, str, _T]], temuan: list[Temuan]) -> tuple[_T, ...]:
    """Take each key once: a word-for-word repeat is named (D05); with other content (D04) neither counts.

    Args:
        isi: key, content, what the row is about, and the row.
        temuan: where findings are added.
    """
    pertama: dict[Hashable, tuple[Hashable, _T]] = {}
    bertentangan: set[Hashable] = set()
    for kunci, kandungan, apa, satu in isi:
        if kunci not in pertama:
            pertama[kunci] = kandungan, satu
            continue
        lama = pertama[kunci]
        kode = "D05" if lama[0] == kandungan else "D04"
        temuan.append(Temuan(kode, satu.letak, apa, (("lain", str(lama[1].letak)),)))
        if kode == "D04":
            bertentangan.add(kunci)
    return tuple(satu for kunci, (_, satu) in pertama.items() if kunci not in bertentangan)


def _nip(t: TabelLanjut) -> list[str]:
    """Give the NIPs; "" where one can't be used (a finding says so)."""
    return [satu if berbentuk_nip(satu) else "" for satu in nip_kolom(t.kolom)]


def _potensial(t: TabelLanjut, aturan: AturanLanjut) -> Iterable[tuple[Hashable, Hashable, str, PotensialOrang]]:
    kolom = t.kolom["potensial"]
    teks = [rapi(sel) for sel in kolom.isi]
    tingkat = [_tingkat_kata(kolom, i, satu) for i, satu in enumerate(teks)]
    nilai, keadaan = angka_kolom(kolom, kosong_boleh=True)
    for i, nip in enumerate(_nip(t)):
        arti = tingkat[i]
        if keadaan[i] is Keadaan.TERISI and 0 <= nilai[i] <= _NILAI_TERTINGGI:
            arti = aturan.tingkat_potensial(_perseratus(nilai[i]))
        elif keadaan[i] is Keadaan.TERISI:
            kolom.catat("D03", i, teks[i])
        if nip and arti:
            yield nip, arti, nip, PotensialOrang(nip, arti, teks[i], kolom.letak(i))


def _tingkat_kata(kolom: Kolom, i: int, teks: str) -> Potensial | None:
    """Read a cell that is a word, and blank it, so that the numbers are left; an unknown word is a finding."""
    if not any(huruf.isalpha() for huruf in teks):
        return None
    kolom.isi[i] = ""
    tingkat = _POTENSIAL.get(ringkas(teks))
    if tingkat is None:
        kolom.catat("D03", i, teks, nama_terdekat(teks.lower(), _POTENSIAL))
    return tingkat


def _perseratus(nilai: float) -> int:
    """Cut a number to hundredths: its level never rises by rounding."""
    utuh, _, pecahan = angka.teks_kanonis(nilai).partition(".")
    return int(utuh + pecahan[:_KIRA].ljust(_KIRA, "0"))


def _jp(t: TabelLanjut, *, kosong_boleh: bool) -> list[int | None]:
    """Read JP in hundredths; None where a cell has none. What is no positive number is a finding."""
    if "jp" not in t.kolom:
        return [None] * t.panjang
    kolom = t.kolom["jp"]
    kolom.satuan = dict.fromkeys(range(len(kolom.isi)), "jp")
    nilai, keadaan = angka_kolom(kolom, kosong_boleh=kosong_boleh)
    hasil: list[int | None] = []
    for i, satu in enumerate(nilai):
        if keadaan[i] is not Keadaan.TERISI:
            hasil.append(None if keadaan[i] is Keadaan.KOSONG else 0)
            continue
        bulat = _perseratus(satu) if satu > 0 else 0
        if bulat <= 0:
            kolom.catat("D06", i, rapi(kolom.isi[i]))
        hasil.append(bulat)
    return hasil


def _katalog(t: TabelLanjut) -> Iterable[tuple[Hashable, Hashable, str, Pelatihan]]:
    n = t.panjang
    nama, kode = teks_kolom(t.kolom, "pelatihan", n, wajib=True), teks_kolom(t.kolom, "kode_pelatihan", n)
    aspek, indikator = teks_kolom(t.kolom, "aspek", n), teks_kolom(t.kolom, "indikator", n)
    for i, jp in enumerate(_jp(t, kosong_boleh=False)):
        if nama[i] and jp:
            satu = Pelatihan(kode[i], nama[i], _pisah(aspek[i]), _pisah(indikator[i]), jp, t.kolom["pelatihan"].letak(i))
            yield ringkas(nama[i]), (kode[i], satu.aspek, satu.indikator, jp), nama[i], satu


def _pisah(teks: str) -> tuple[str, ...]:
    return tuple(bagian for satu in teks.split(";") if (bagian := satu.strip()))


def _register(
    t: TabelLanjut, katalog: Sequence[Pelatihan], temuan: list[Temuan]
) -> Iterable[tuple[Hashable, Hashable, str, Keikutsertaan]]:
    n = t.panjang
    kolom = t.kolom["pelatihan"]
    dikenal = {ringkas(k): p for p in katalog for k in (p.kode, p.nama) if k}
    apa = teks_kolom(t.kolom, "pelatihan", n, wajib=True)
    nama = teks_kolom(t.kolom, "nama", n)
    tanggal = tanggal_kolom(t.kolom, "tanggal", n)
    _catat_tanpa_tanggal(t.kolom["tanggal"], tanggal)
    jp = _jp(t, kosong_boleh=True)
    for i, nip in enumerate(_nip(t)):
        pelatihan = dikenal.get(ringkas(apa[i]))
        if katalog and apa[i] and pelatihan is None:
            usul = nama_terdekat(apa[i], [k for p in katalog for k in (p.nama, p.kode) if k])
            temuan.append(Temuan("D07", kolom.letak(i), apa[i], usul=usul))
        lama = pelatihan.jp if jp[i] is None and pelatihan else jp[i]
        if lama is None:
            temuan.append(Temuan("D08", t.kolom["jp"].letak(i) if "jp" in t.kolom else kolom.letak(i), apa[i]))
        saat = tanggal[i]
        if nip and apa[i] and saat and lama:
            satu = Keikutsertaan(nip, nama[i], pelatihan.nama if pelatihan else apa[i], saat, lama, kolom.letak(i))
            yield (nip, ringkas(satu.pelatihan), saat), lama, f"{nip} {satu.pelatihan}", satu


def _catat_tanpa_tanggal(kolom: Kolom, tanggal: Sequence[dt.date | None]) -> None:
    for i, satu in enumerate(tanggal):
        if satu is None and i not in kolom.rusak and rapi(kolom.isi[i]) in KOSONG:
            kolom.catat("S07", i, kolom=JUDUL["tanggal"])


def periksa_pelengkap(
    p: DataLanjut, nip: Collection[str], aspek: Collection[str], kode: Collection[str], akhir: dt.date
) -> tuple[Temuan, ...]:
    """Check the tables against the scored month.

    Args:
        p: the tables.
        nip: the people of the month.
        aspek, kode: the aspects and indicator codes that were scored.
        akhir: the month's last day.
    """
    orang = [(satu.nip, satu.letak) for satu in p.potensial.values()] + [(satu.nip, satu.letak) for satu in p.register]
    temuan = [Temuan("D02", letak, satu) for satu, letak in orang if satu not in nip]
    temuan += [
        Temuan("D09", satu.letak, satu.pelatihan, (("tanggal", satu.tanggal.strftime("%d/%m/%Y")),))
        for satu in p.register
        if satu.tanggal > akhir
    ]
    for pelatihan in p.katalog:
        for teks, dikenal in ((pelatihan.aspek, aspek), (pelatihan.indikator, kode)):
            ada = {ringkas(d) for d in dikenal}
            temuan += [
                Temuan("D10", pelatihan.letak, asing, usul=nama_terdekat(asing, dikenal))
                for asing in teks
                if ringkas(asing) not in ada
            ]
    return tuple(temuan)
