"""One column's cells → text, NIPs, numbers and dates, with the findings made on them."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from kinerja_cli.core import angka, nip
from kinerja_cli.core.angka import Floats
from kinerja_cli.core.kolom import JUDUL, KELAMIN, KOSONG, SEBUTAN_KELAMIN, rapi, ringkas
from kinerja_cli.core.lembar import RumusTanpaHasil, SelGalat, huruf_kolom
from kinerja_cli.core.periode import cetak_tanggal
from kinerja_cli.core.skema import Keadaan
from kinerja_cli.core.tabel import Tabel
from kinerja_cli.core.temuan import Letak, Temuan

_KHUSUS = {SelGalat, RumusTanpaHasil}
_PANGKAT = re.compile(r"\d+[.,]?\d*[eE]\+\d+")
_ANGKA_BERSATUAN = re.compile(r"(-?\d[\d.,]*)\s*(\D+)")
_TANGGAL = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


@dataclass
class Kolom:
    """One column's cells on their way to a type.

    Attributes:
        tabel: the table that it belongs to.
        nama: its name in :mod:`.skema`, an indicator's code, or what heads it.
        isi: the cells; they change while they are told apart.
        baris: their rows, from 0.
        nomor: its place on the sheet, from 0.
        temuan: what was found on the way.
        rusak: positions of the cells that hold an error of Excel or a formula without a result.
        satuan: the units, squeezed, by position, where they are known; only cells that hold a text are asked for theirs.
    """

    tabel: Tabel
    nama: str
    isi: list[object]
    baris: list[int]
    nomor: int
    temuan: list[Temuan] = field(default_factory=list)
    rusak: set[int] = field(default_factory=set)
    satuan: Mapping[int, str] = field(default_factory=dict)

    def letak(self, i: int) -> Letak:
        """Give the place of a cell."""
        lembar = self.tabel.lembar
        return Letak(lembar.berkas, lembar.nama, f"{huruf_kolom(self.nomor)}{self.baris[i] + 1}")

    def catat(self, kode: str, i: int, nilai: str = "", usul: str = "", **isian: str) -> None:
        """Note a finding on a cell."""
        self.temuan.append(Temuan(kode, self.letak(i), nilai, tuple(isian.items()), usul))

    def tandai_khusus(self) -> None:
        """Name errors and formulas without a result; the cells are blank from here on, but known as broken."""
        if _KHUSUS.isdisjoint(map(type, self.isi)):
            return
        for i, sel in enumerate(self.isi):
            if isinstance(sel, (SelGalat, RumusTanpaHasil)):
                if isinstance(sel, SelGalat):
                    self.catat("S01", i, sel.teks)
                else:
                    self.catat("S02", i)
                self.isi[i] = ""
                self.rusak.add(i)


def teks_kolom(kolom: Mapping[str, Kolom], nama: str, panjang: int, *, wajib: bool = False) -> list[str]:
    """Give a column as clean text; absent columns are blank. A wanted cell that is blank is a finding."""
    if nama not in kolom:
        return [""] * panjang
    satu = kolom[nama]
    hasil = [rapi(sel) for sel in satu.isi]
    if wajib:
        _catat_kosong(satu, [i for i, teks in enumerate(hasil) if teks in KOSONG])
    return hasil


def _catat_kosong(satu: Kolom, kosong: list[int]) -> None:
    for i in kosong:
        if i not in satu.rusak:
            satu.catat("S07", i, kolom=JUDUL.get(satu.nama, satu.nama))


def nip_kolom(kolom: Mapping[str, Kolom]) -> list[str]:
    """Give the NIPs; a damaged one keeps its digits, so that its row stays to be counted, and is a finding."""
    satu = kolom["nip"]
    hasil = []
    kosong = []
    for i, sel in enumerate(satu.isi):
        if isinstance(sel, str) and nip.berbentuk_nip(sel):
            hasil.append(sel)
            continue
        teks = nip.rapikan(rapi(sel))
        if teks in KOSONG:
            kosong.append(i)
        elif _berupa_angka(sel, teks):
            teks = f"{sel:.15g}" if isinstance(sel, float) else str(sel)
            satu.catat("S03", i, teks, nama=rapi(kolom["nama"].isi[i]) if "nama" in kolom else "")
        elif not nip.berbentuk_nip(teks):
            satu.catat("P01", i, rapi(sel), jumlah=str(sum(h.isdigit() for h in teks)))
        hasil.append(teks)
    _catat_kosong(satu, kosong)
    return hasil


def _berupa_angka(sel: object, teks: str) -> bool:
    return (isinstance(sel, (int, float)) and not isinstance(sel, bool)) or _PANGKAT.fullmatch(teks) is not None


def pemilik_kolom(satu: Kolom) -> list[tuple[str, ...]]:
    """Give the NIPs in each cell of a column of owners, "" for who can't be told from it, which is a finding."""
    hasil: list[tuple[str, ...]] = []
    for i, sel in enumerate(satu.isi):
        teks = nip.rapikan(rapi(sel))
        if teks in KOSONG:
            _catat_kosong(satu, [i])
            hasil.append(("",))
            continue
        if _berupa_angka(sel, teks):
            satu.catat("S03", i, f"{sel:.15g}" if isinstance(sel, float) else str(sel), nama="")
            hasil.append(("",))
            continue
        pemilik, keliru = nip.semua_nip(str(sel))
        for bagian in keliru:
            satu.catat("P01", i, rapi(bagian), jumlah=str(sum(h.isdigit() for h in bagian)))
        hasil.append((*pemilik, "") if keliru or not pemilik else pemilik)
    return hasil


def nip_pegawai(kolom: Mapping[str, Kolom]) -> list[str]:
    """Give the NIPs of a list of people, and say what is odd about each; elsewhere that would only be said again."""
    semua = nip_kolom(kolom)
    for i, satu in enumerate(semua):
        if nip.berbentuk_nip(satu) and (ganjil := nip.keganjilan(satu)):
            kolom["nip"].catat("P02", i, satu, sebab=" dan ".join(ganjil))
    if not kolom.keys().isdisjoint(("lahir", "kelamin")):
        _cocokkan_nip(kolom, semua)
    return semua


def _cocokkan_nip(kolom: Mapping[str, Kolom], semua: Sequence[str]) -> None:
    """Say where the birth date or the sex beside a NIP isn't the one in it."""
    lahir = tanggal_kolom(kolom, "lahir", len(semua))
    kelamin = [KELAMIN.get(ringkas(teks), "") for teks in teks_kolom(kolom, "kelamin", len(semua))]
    for i, satu in enumerate(semua):
        if not nip.berbentuk_nip(satu):
            continue
        bagian = nip.urai_nip(satu)
        tercatat = lahir[i]
        if bagian.lahir and tercatat and bagian.lahir != tercatat:
            isi = {"menurut_nip": f"lahir {cetak_tanggal(bagian.lahir)}", "lain": cetak_tanggal(tercatat)}
            kolom["lahir"].catat("P10", i, satu, kolom=JUDUL["lahir"], **isi)
        if kelamin[i] and bagian.kelamin in SEBUTAN_KELAMIN and bagian.kelamin != kelamin[i]:
            isi = {"menurut_nip": SEBUTAN_KELAMIN[bagian.kelamin], "lain": SEBUTAN_KELAMIN[kelamin[i]]}
            kolom["kelamin"].catat("P10", i, satu, kolom=JUDUL["kelamin"], **isi)


def angka_kolom(satu: Kolom, *, kosong_boleh: bool, kata: Collection[str] = ()) -> tuple[Floats, list[Keadaan]]:
    """Give a column as canonical numbers (NaN where there is none) and what each cell says."""
    isi = satu.isi
    terbaca = [math.nan] * len(isi)
    keadaan = [Keadaan.TERISI] * len(isi)
    teks_angka: dict[int, str] = {}
    kosong: list[int] = []
    for i, sel in enumerate(isi):
        if isinstance(sel, float) or (isinstance(sel, int) and not isinstance(sel, bool)):
            terbaca[i] = sel
        elif i in satu.rusak:
            keadaan[i] = Keadaan.SALAH
        elif (teks := rapi(sel)) in KOSONG:
            keadaan[i] = Keadaan.KOSONG
            kosong.append(i)
        elif ringkas(teks) in kata:
            keadaan[i] = Keadaan.TIDAK_BERLAKU
        elif isinstance(sel, str):
            teks_angka[i] = _tanpa_satuan(teks, satu.satuan.get(i, ""))
        else:
            keadaan[i] = Keadaan.SALAH
            satu.catat("S04", i, teks)
    nilai = np.array(terbaca, dtype=np.float64)
    _angka_teks(satu, teks_angka, nilai, keadaan)
    nilai = angka.kanonis(nilai)
    for tempat in np.flatnonzero(~np.isnan(nilai) & ~angka.muat(nilai)):
        satu.catat("S08", int(tempat), f"{nilai[tempat]:.15g}")
        nilai[tempat], keadaan[tempat] = np.nan, Keadaan.SALAH
    if not kosong_boleh:
        _catat_kosong(satu, kosong)
    return nilai, keadaan


def _tanpa_satuan(teks: str, satuan: str) -> str:
    """Take a percent sign or the indicator's own unit off a number: "98 %", "12 Dokumen"; another unit is asked about."""
    teks = teks.removesuffix("%").strip().lstrip("'")
    cocok = _ANGKA_BERSATUAN.fullmatch(teks)
    return cocok[1] if cocok and satuan and ringkas(cocok[2]) == satuan else teks


def _angka_teks(satu: Kolom, teks_angka: dict[int, str], nilai: Floats, keadaan: list[Keadaan]) -> None:
    """Read the numbers that were typed as text; what could mean two things is settled by the others or asked about."""
    pemisah = angka.pemisah_desimal(teks_angka.values())
    terbaca: list[tuple[str, float]] = []
    for i, teks in teks_angka.items():
        baca = angka.angka_dari_teks(teks, pemisah)
        if baca is not None:
            nilai[i] = baca
            terbaca.append((teks, baca))
            continue
        keadaan[i] = Keadaan.SALAH
        asli = rapi(satu.isi[i])
        if angka.tampak_ragu(teks):
            arti = {angka.cetak_angka(baca) for p in (",", ".") if (baca := angka.angka_dari_teks(teks, p)) is not None}
            satu.catat("S05", i, asli, arti=" atau ".join(sorted(arti)))
        else:
            satu.catat("S04", i, asli)
    if terbaca and not satu.tabel.lembar.teks_saja:
        teks, baca = terbaca[0]
        pertama = next(i for i, t in teks_angka.items() if t == teks)
        satu.catat("S06", pertama, teks, jumlah=str(len(terbaca)), arti=angka.cetak_angka(baca))


def tanggal_kolom(kolom: Mapping[str, Kolom], nama: str, panjang: int) -> list[dt.date | None]:
    """Give a column as dates; None where a cell is blank or, with a finding, no date."""
    hasil: list[dt.date | None] = [None] * panjang
    for i, sel in enumerate(kolom[nama].isi if nama in kolom else ()):
        if isinstance(sel, dt.datetime):
            hasil[i] = sel.date()
        elif isinstance(sel, dt.date):
            hasil[i] = sel
        elif (teks := rapi(sel)) not in KOSONG:
            cocok = _TANGGAL.fullmatch(teks)
            try:
                hasil[i] = dt.date(int(cocok[3]), int(cocok[2]), int(cocok[1])) if cocok else None
            except ValueError:
                cocok = None
            if cocok is None:
                kolom[nama].catat("S09", i, teks)
    return hasil
