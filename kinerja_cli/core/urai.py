"""Raw sheets → typed tables and findings. Nothing is repaired in silence, nothing is judged across tables."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from kinerja_cli.core import angka, nip, skema
from kinerja_cli.core.kolom import ARAH, JUDUL, KELAMIN, KOSONG, SEBUTAN_KELAMIN, STATUS, TIDAK_BERLAKU, rapi, ringkas
from kinerja_cli.core.lembar import Lembar, RumusTanpaHasil, SelGalat, huruf_kolom
from kinerja_cli.core.periode import Periode, cetak_tanggal, periode_dari_judul
from kinerja_cli.core.skema import Keadaan, Masukan, Peran, Sumber
from kinerja_cli.core.tabel import BARIS_JUDUL_TERJAUH, Tabel, baris_data, cari_tabel, pisah_tabel
from kinerja_cli.core.temuan import Letak, Temuan, nama_terdekat

_LEMBAR_SENDIRI = frozenset({"petunjuk", "daftarpilihan"})
"""Sheets that our own templates carry beside the table."""
_ANGKA_TEKS = re.compile(r"\d")
_PANGKAT = re.compile(r"\d+[.,]?\d*[eE]\+\d+")
_ANGKA_BERSATUAN = re.compile(r"(-?\d[\d.,]*)\s*(\D+)")
_TANGGAL = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


@dataclass(frozen=True)
class Uraian:
    """What :func:`urai` gives: typed tables, findings, and the months that the sheets' titles name."""

    masukan: Masukan
    temuan: tuple[Temuan, ...]
    periode: tuple[tuple[Letak, Periode], ...]


@dataclass
class _Kolom:
    """One column's cells on their way to a type, with the findings made on it."""

    tabel: Tabel
    nama: str
    isi: list[object]
    baris: list[int]
    nomor: int
    temuan: list[Temuan] = field(default_factory=list)
    rusak: set[int] = field(default_factory=set)
    satuan: list[str] = field(default_factory=list)

    def letak(self, i: int) -> Letak:
        lembar = self.tabel.lembar
        return Letak(lembar.berkas, lembar.nama, f"{huruf_kolom(self.nomor)}{self.baris[i] + 1}")

    def catat(self, kode: str, i: int, nilai: str = "", usul: str = "", **isian: str) -> None:
        self.temuan.append(Temuan(kode, self.letak(i), nilai, tuple(isian.items()), usul))

    def tandai_khusus(self) -> None:
        """Name errors and formulas without a result; the cells are blank from here on, but known as broken."""
        for i, sel in enumerate(self.isi):
            if isinstance(sel, (SelGalat, RumusTanpaHasil)):
                if isinstance(sel, SelGalat):
                    self.catat("S01", i, sel.teks)
                else:
                    self.catat("S02", i)
                self.isi[i] = ""
                self.rusak.add(i)


def urai(lembar: Sequence[Lembar], *, kode_lain: Collection[str] = (), bawaan: Collection[str] = ()) -> Uraian:
    """Turn sheets into tables.

    Args:
        lembar: the raw sheets of all workbooks.
        kode_lain: indicator codes that are known from elsewhere (an earlier period), so that wide sheets are understood.
        bawaan: names of the workbooks that were carried over from an earlier period.

    Returns:
        The tables of :mod:`skema`, the findings, and the months found.
    """
    temuan: list[Temuan] = []
    isian = [ini for ini in lembar if ringkas(ini.nama) not in _LEMBAR_SENDIRI]
    tabel_indikator = [t for ini in isian for t in _tabel_indikator(ini)]
    kode = {*kode_lain, *(k for t in tabel_indikator for k in _kode(t))}
    satuan = {k: s for t in tabel_indikator for k, s in _satuan(t).items()}
    hasil: dict[Peran, list[pd.DataFrame]] = {p: [] for p in Peran}
    sumber: list[Sumber] = []
    dipakai: set[str] = set()
    periode: list[tuple[Letak, Periode]] = []
    for ini in (potongan for utuh in isian for potongan in pisah_tabel(utuh, kode)):
        tabel, salah = cari_tabel(ini, kode)
        temuan += salah
        if tabel is None or not tabel.peran:
            if any(t.kode in ("L02", "L07") for t in salah):
                dipakai.add(ini.berkas)
            elif any(sel != "" for baris in ini.baris for sel in baris):
                temuan.append(Temuan("L01", Letak(ini.berkas, ini.nama)))
            continue
        dipakai.add(ini.berkas)
        if ini.tersembunyi:
            temuan.append(Temuan("L06", Letak(ini.berkas, ini.nama), isian=(("peran", _sebut(tabel)),)))
            continue
        temuan += _tersembunyi(tabel)
        periode += _periode(tabel)
        tabel_tabel, salah_isi = _urai_tabel(tabel, len(sumber), satuan)
        temuan += salah_isi
        sumber.append(Sumber(ini.berkas, ini.nama, tabel.huruf(), ini.berkas in bawaan))
        for peran, isi in tabel_tabel.items():
            hasil[peran].append(isi)
    for berkas in dict.fromkeys(ini.berkas for ini in lembar):
        if berkas not in dipakai:
            temuan.append(Temuan("B07", Letak(berkas)))
    masukan = Masukan(
        pegawai=skema.gabung(skema.PEGAWAI, hasil[Peran.PEGAWAI]),
        indikator=skema.gabung(skema.INDIKATOR, hasil[Peran.INDIKATOR]),
        realisasi=skema.gabung(skema.REALISASI, hasil[Peran.REALISASI]),
        ide_baru=skema.gabung(skema.IDE_BARU, hasil[Peran.IDE_BARU]),
        perilaku=skema.gabung(skema.PERILAKU, hasil[Peran.PERILAKU]),
        sumber=tuple(sumber),
    )
    return Uraian(masukan, tuple(temuan), tuple(periode))


def _tersembunyi(tabel: Tabel) -> list[Temuan]:
    """Name hidden rows and columns of the table and an active filter: all of them count, so that nobody leaves unseen."""
    lembar = tabel.lembar
    temuan = []
    if baris := sorted(set(baris_data(tabel)[0]) & set(lembar.baris_tersembunyi)):
        isian = (("jumlah", str(len(baris))), ("baris", _rentang([r + 1 for r in baris])))
        temuan.append(Temuan("L08", Letak(lembar.berkas, lembar.nama, f"A{baris[0] + 1}"), isian=isian))
    judul = {k: JUDUL.get(nama, nama) for nama, k in {**tabel.kolom_kode, **tabel.kolom}.items() if nama != "nomor"}
    if kolom := sorted(set(lembar.kolom_tersembunyi) & judul.keys()):
        letak = Letak(lembar.berkas, lembar.nama, f"{huruf_kolom(kolom[0])}{tabel.baris_judul + 1}")
        temuan.append(Temuan("L09", letak, ", ".join(f"{huruf_kolom(k)} ({judul[k]})" for k in kolom)))
    if lembar.tersaring:
        temuan.append(Temuan("L10", Letak(lembar.berkas, lembar.nama)))
    return temuan


def _tabel_indikator(lembar: Lembar) -> Iterator[Tabel]:
    """Find the tables of indicators on a sheet: their codes tell what the wide sheets are."""
    for potongan in pisah_tabel(lembar, ()):
        tabel, _ = cari_tabel(potongan, ())
        if tabel and tabel.peran == (Peran.INDIKATOR,):
            yield tabel


def _sebut(tabel: Tabel) -> str:
    return " dan ".join(tabel.peran)


def _kode(tabel: Tabel) -> list[str]:
    data, _ = baris_data(tabel)
    return [k for r in data if (k := rapi(tabel.lembar.baris[r][tabel.kolom["kode"]]))]


def _satuan(tabel: Tabel) -> dict[str, str]:
    """Give each indicator's unit, squeezed."""
    if "satuan" not in tabel.kolom:
        return {}
    k, s = tabel.kolom["kode"], tabel.kolom["satuan"]
    return {rapi(b[k]): ringkas(rapi(b[s])) for b in (tabel.lembar.baris[r] for r in baris_data(tabel)[0])}


def _periode(tabel: Tabel) -> list[tuple[Letak, Periode]]:
    """Read the month from the lines above the header; a label and its value may stand in two cells."""
    lembar = tabel.lembar
    for r, baris in enumerate(lembar.baris[: min(tabel.awal, BARIS_JUDUL_TERJAUH)]):
        isi = [(k, teks) for k, sel in enumerate(baris) if isinstance(sel, str) and (teks := rapi(sel))]
        for mulai, (k, _) in enumerate(isi):
            if p := periode_dari_judul(" ".join(teks for _, teks in isi[mulai:])):
                return [(Letak(lembar.berkas, lembar.nama, f"{huruf_kolom(k)}{r + 1}"), p)]
    return []


def _urai_tabel(tabel: Tabel, sumber: int, satuan: Mapping[str, str]) -> tuple[dict[Peran, pd.DataFrame], list[Temuan]]:
    data, lewat = baris_data(tabel)
    kolom: dict[str, _Kolom] = {}
    baris = [tabel.lembar.baris[r] for r in data]
    for nama, k in {**tabel.kolom, **tabel.kolom_kode}.items():
        kolom[nama] = _Kolom(tabel, nama, [b[k] for b in baris], data, k)
        kolom[nama].tandai_khusus()
    if tabel.dua_dalam_satu:
        pasangan = [nip.pisahkan(rapi(sel)) for sel in kolom["nip"].isi]
        kolom["nama"].isi[:] = [nama for nama, _ in pasangan]
        kolom["nip"].isi[:] = [satu for _, satu in pasangan]
    _beri_satuan(tabel, kolom, satuan)
    temuan: list[Temuan] = []
    lembar = tabel.lembar
    if lewat:
        isian = (("jumlah", str(len(lewat))), ("baris", _rentang([r + 1 for r in lewat])))
        temuan.append(Temuan("L04", Letak(lembar.berkas, lembar.nama), isian=isian))
    hasil: dict[Peran, pd.DataFrame] = {}
    for peran in tabel.peran:
        if peran is Peran.REALISASI and "kode" not in tabel.kolom:
            isi = _realisasi_lebar(tabel, kolom)
        else:
            isi = _PENGURAI[peran](kolom)
        isi["sumber"] = sumber
        hasil[peran] = isi.astype({k: v for k, v in _SKEMA[peran].items() if v != skema.TANGGAL})[list(_SKEMA[peran])]
    if Peran.REALISASI in tabel.peran and "kode" not in tabel.kolom:
        temuan += _kolom_asing(tabel, data)
    for satu in kolom.values():
        temuan += satu.temuan  # a wide list of people has read its NIP column twice; findings are shown once
    return hasil, temuan


def _beri_satuan(tabel: Tabel, kolom: Mapping[str, _Kolom], satuan: Mapping[str, str]) -> None:
    """Tell number columns the unit of each row, so that "12 Dokumen" is 12 where Satuan says Dokumen."""
    for kode in tabel.kolom_kode:
        kolom[kode].satuan = [satuan.get(kode, "")] * len(kolom[kode].isi)
    for nama in ("realisasi", "target", "target_atas"):
        if nama not in kolom:
            continue
        if "satuan" in kolom:
            kolom[nama].satuan = [ringkas(rapi(sel)) for sel in kolom["satuan"].isi]
        elif "kode" in kolom:
            kolom[nama].satuan = [satuan.get(rapi(sel), "") for sel in kolom["kode"].isi]


def _rentang(nomor: list[int]) -> str:
    """Write row numbers short: 3, 5-7."""
    bagian: list[list[int]] = []
    for n in nomor:
        if bagian and n == bagian[-1][-1] + 1:
            bagian[-1].append(n)
        else:
            bagian.append([n])
    return ", ".join(str(b[0]) if len(b) == 1 else f"{b[0]}–{b[-1]}" for b in bagian)


def _kolom_asing(tabel: Tabel, data: list[int]) -> list[Temuan]:
    """Name the columns of a wide sheet that hold numbers under a header which is no indicator's code."""
    temuan = []
    for k, judul in tabel.asing.items():
        if not any(isinstance(tabel.lembar.baris[r][k], (int, float)) for r in data):
            continue
        letak = Letak(tabel.lembar.berkas, tabel.lembar.nama, f"{huruf_kolom(k)}{tabel.baris_judul + 1}")
        usul = nama_terdekat(judul, [kode for kode in tabel.kolom_kode if kode != judul])
        mirip_kode = any(_pola(judul) == _pola(kode) for kode in tabel.kolom_kode)
        temuan.append(Temuan("R02" if usul or mirip_kode else "L05", letak, judul, usul=usul if not mirip_kode else ""))
    return temuan


def _pola(kode: str) -> str:
    return re.sub(r"\d+", "9", ringkas(kode))


# Columns ------------------------------------------------------------------------------------------------------------


def _teks(kolom: Mapping[str, _Kolom], nama: str, panjang: int, *, wajib: bool = False) -> list[str]:
    """Give a column as clean text; absent columns are blank. A wanted cell that is blank is a finding."""
    if nama not in kolom:
        return [""] * panjang
    satu = kolom[nama]
    hasil = [rapi(sel) for sel in satu.isi]
    if wajib:
        _catat_kosong(satu, [i for i, teks in enumerate(hasil) if teks in KOSONG])
    return hasil


def _catat_kosong(satu: _Kolom, kosong: list[int]) -> None:
    for i in kosong:
        if i not in satu.rusak:
            satu.catat("S07", i, kolom=JUDUL[satu.nama])


def _nip(kolom: Mapping[str, _Kolom]) -> list[str]:
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
        elif (isinstance(sel, (int, float)) and not isinstance(sel, bool)) or _PANGKAT.fullmatch(teks):
            teks = f"{sel:.15g}" if isinstance(sel, float) else str(sel)
            satu.catat("S03", i, teks)
        elif not nip.berbentuk_nip(teks):
            satu.catat("P01", i, rapi(sel), jumlah=str(sum(h.isdigit() for h in teks)))
        hasil.append(teks)
    _catat_kosong(satu, kosong)
    return hasil


def _nip_pegawai(kolom: Mapping[str, _Kolom]) -> list[str]:
    """Give the NIPs of a list of people, and say what is odd about each; elsewhere that would only be said again."""
    semua = _nip(kolom)
    lahir = _tanggal(kolom, "lahir", len(semua))
    kelamin = [KELAMIN.get(ringkas(teks), "") for teks in _teks(kolom, "kelamin", len(semua))]
    for i, satu in enumerate(semua):
        if not nip.berbentuk_nip(satu):
            continue
        if ganjil := nip.keganjilan(satu):
            kolom["nip"].catat("P02", i, satu, sebab=" dan ".join(ganjil))
        bagian = nip.urai_nip(satu)
        if bagian.lahir and pd.notna(lahir[i]) and bagian.lahir != lahir[i].date():
            isi = {"menurut_nip": f"lahir {cetak_tanggal(bagian.lahir)}", "lain": cetak_tanggal(lahir[i].date())}
            kolom["lahir"].catat("P10", i, satu, kolom=JUDUL["lahir"], **isi)
        if kelamin[i] and bagian.kelamin in SEBUTAN_KELAMIN and bagian.kelamin != kelamin[i]:
            isi = {"menurut_nip": SEBUTAN_KELAMIN[bagian.kelamin], "lain": SEBUTAN_KELAMIN[kelamin[i]]}
            kolom["kelamin"].catat("P10", i, satu, kolom=JUDUL["kelamin"], **isi)
    return semua


def _angka(satu: _Kolom, *, kosong_boleh: bool, kata: Collection[str] = ()) -> tuple[np.ndarray, list[Keadaan]]:
    """Give a column as canonical numbers (NaN where there is none) and what each cell says."""
    isi = satu.isi
    nilai = np.full(len(isi), np.nan)
    keadaan = [Keadaan.TERISI] * len(isi)
    teks_angka: dict[int, str] = {}
    kosong: list[int] = []
    for i, sel in enumerate(isi):
        if isinstance(sel, float) or (isinstance(sel, int) and not isinstance(sel, bool)):
            nilai[i] = sel
        elif i in satu.rusak:
            keadaan[i] = Keadaan.SALAH
        elif (teks := rapi(sel)) in KOSONG:
            keadaan[i] = Keadaan.KOSONG
            kosong.append(i)
        elif ringkas(teks) in kata:
            keadaan[i] = Keadaan.TIDAK_BERLAKU
        elif isinstance(sel, str):
            teks_angka[i] = _tanpa_satuan(teks, satu.satuan[i] if satu.satuan else "")
        else:
            keadaan[i] = Keadaan.SALAH
            satu.catat("S04", i, teks)
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


def _angka_teks(satu: _Kolom, teks_angka: dict[int, str], nilai: np.ndarray, keadaan: list[Keadaan]) -> None:
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


def _tanggal(kolom: Mapping[str, _Kolom], nama: str, panjang: int) -> pd.Series[pd.Timestamp]:
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
    return pd.Series(pd.to_datetime(pd.Series(hasil, dtype="object")).astype(skema.TANGGAL))


# Roles --------------------------------------------------------------------------------------------------------------


def _pegawai(kolom: Mapping[str, _Kolom]) -> pd.DataFrame:
    n = len(kolom["nip"].isi)
    status = []
    for i, teks in enumerate(_teks(kolom, "status", n)):
        arti = STATUS.get(ringkas(teks))
        if arti is None:
            pilihan = tuple(dict.fromkeys(STATUS.values()))
            kolom["status"].catat("P05", i, teks, nama_terdekat(teks, pilihan), pilihan=", ".join(pilihan))
        status.append(arti or "aktif")
    lain = ("jabatan", "jenis_jabatan", "golongan", "unit_kerja", "nip_penilai")
    return pd.DataFrame(
        {
            "nip": _nip_pegawai(kolom),
            "nama": _teks(kolom, "nama", n, wajib=True),
            "dinas": _teks(kolom, "dinas", n, wajib=True),
            **{nama: _teks(kolom, nama, n) for nama in lain},
            "status": status,
            "mulai": _tanggal(kolom, "mulai", n),
            "selesai": _tanggal(kolom, "selesai", n),
            "baris": [r + 1 for r in kolom["nip"].baris],
        }
    )


def _indikator(kolom: Mapping[str, _Kolom]) -> pd.DataFrame:
    n = len(kolom["kode"].isi)
    target, keadaan = _angka(kolom["target"], kosong_boleh=False)
    atas = np.full(n, np.nan)
    if "target_atas" in kolom:
        atas, _ = _angka(kolom["target_atas"], kosong_boleh=True)
    for i in range(n):
        if keadaan[i] is Keadaan.TERISI and target[i] < 0:
            kolom["target"].catat("I08", i, angka.cetak_angka(target[i]), sebab="kurang dari nol")
        elif atas[i] < target[i]:
            sebab = f"lebih besar daripada Target Atas ({angka.cetak_angka(atas[i])})"
            kolom["target"].catat("I08", i, angka.cetak_angka(target[i]), sebab=sebab)
    arah = []
    for i, teks in enumerate(_teks(kolom, "arah", n, wajib=True)):
        arti = ARAH.get(ringkas(teks))
        if arti is None and teks not in KOSONG:
            kolom["arah"].catat("I02", i, teks, nama_terdekat(teks, ("naik", "turun")))
        arah.append(arti or "")
    return pd.DataFrame(
        {
            "kode": _teks(kolom, "kode", n, wajib=True),
            "indikator": _teks(kolom, "indikator", n, wajib=True),
            "aspek": _teks(kolom, "aspek", n, wajib=True),
            "bobot": _bobot(kolom["bobot"]),
            "arah": arah,
            "target": target,
            "target_atas": atas,
            "satuan": _teks(kolom, "satuan", n),
            "berlaku_untuk": _teks(kolom, "berlaku_untuk", n),
            "terbaik": _angka_atau_kosong(kolom, "terbaik", n),
            "baris": [r + 1 for r in kolom["kode"].baris],
        }
    )


def _bobot(satu: _Kolom) -> np.ndarray:
    """Read weights into ten-thousandths; a column whose weights are all at most 1 and total 1 holds percent cells."""
    nilai, _ = _angka(satu, kosong_boleh=False)
    skala = angka.SKALA_BOBOT
    ada = ~np.isnan(nilai)
    for i in np.flatnonzero(ada & ((nilai <= 0) | (nilai > 100))):
        satu.catat("I10", int(i), angka.cetak_angka(nilai[i]))
        ada[i] = False
    if ada.any() and (nilai[ada] <= 1).all() and _jumlah_persen(nilai[ada]):
        skala *= 100
        satu.temuan.append(Temuan("I05", Letak(satu.tabel.lembar.berkas, satu.tabel.lembar.nama)))
    hasil = np.zeros(len(nilai), dtype=np.int64)
    m, k = angka.pecah(np.where(ada, nilai, 0.0))
    for i in np.flatnonzero(ada):
        pembilang, sisa = divmod(int(m[i]) * skala, 10 ** int(k[i]))
        hasil[i] = pembilang
        if sisa:
            bulat = angka.cetak_bobot((2 * int(m[i]) * skala + 10 ** int(k[i])) // (2 * 10 ** int(k[i])))
            satu.catat("I04", int(i), angka.cetak_angka(nilai[i]), bulat=bulat)
    return hasil


def _jumlah_persen(nilai: np.ndarray) -> bool:
    m, k = angka.pecah(nilai)
    puncak = int(k.max())
    return sum(int(mi) * 10 ** (puncak - int(ki)) for mi, ki in zip(m, k, strict=True)) % 10**puncak == 0 and len(m) > 0


def _realisasi(kolom: Mapping[str, _Kolom]) -> pd.DataFrame:
    n = len(kolom["nip"].isi)
    nilai, keadaan = _nilai_realisasi(kolom["realisasi"])
    target = np.full(n, np.nan)
    if "target" in kolom:
        target, _ = _angka(kolom["target"], kosong_boleh=True)
        for i in np.flatnonzero(target < 0):
            kolom["target"].catat("I08", int(i), angka.cetak_angka(target[i]), sebab="kurang dari nol")
    return pd.DataFrame(
        {
            "nip": _nip(kolom),
            "kode": _teks(kolom, "kode", n, wajib=True),
            "realisasi": nilai,
            "keadaan": keadaan,
            "target": target,
            "keterangan": _teks(kolom, "keterangan", n),
            "nama": _teks(kolom, "nama", n),
            "baris": [r + 1 for r in kolom["nip"].baris],
            "kolom": huruf_kolom(kolom["realisasi"].nomor),
        }
    )


def _realisasi_lebar(tabel: Tabel, kolom: Mapping[str, _Kolom]) -> pd.DataFrame:
    n = len(kolom["nip"].isi)
    nip_bersih = _nip(kolom)
    nama = _teks(kolom, "nama", n)
    keterangan = _teks(kolom, "keterangan", n)
    bagian = []
    for kode in tabel.kolom_kode:
        nilai, keadaan = _nilai_realisasi(kolom[kode])
        bagian.append(
            pd.DataFrame(
                {
                    "nip": nip_bersih,
                    "kode": kode,
                    "realisasi": nilai,
                    "keadaan": keadaan,
                    "target": np.nan,
                    "keterangan": keterangan,
                    "nama": nama,
                    "baris": [r + 1 for r in kolom["nip"].baris],
                    "kolom": huruf_kolom(kolom[kode].nomor),
                }
            )
        )
    return pd.concat(bagian, ignore_index=True)


def _nilai_realisasi(satu: _Kolom) -> tuple[np.ndarray, list[Keadaan]]:
    nilai, keadaan = _angka(satu, kosong_boleh=True, kata=TIDAK_BERLAKU)
    for i in np.flatnonzero(nilai < 0):
        satu.catat("R05", int(i), angka.cetak_angka(nilai[i]))
        nilai[i], keadaan[i] = np.nan, Keadaan.SALAH
    return nilai, keadaan


def _ide_baru(kolom: Mapping[str, _Kolom]) -> pd.DataFrame:
    n = len(kolom["nip"].isi)
    return pd.DataFrame(
        {
            "nip": _nip(kolom),
            "uraian": _teks(kolom, "uraian", n, wajib=True),
            "bukti": _teks(kolom, "bukti", n),
            "baris": [r + 1 for r in kolom["nip"].baris],
        }
    )


def _perilaku(kolom: Mapping[str, _Kolom]) -> pd.DataFrame:
    """Read what a rater says of a person; a cell of Perilaku holds a number or a rating, which the rule set judges."""
    n = len(kolom["nip"].isi)
    angka_angka = {k: _angka_atau_kosong(kolom, k, n) for k in (*skema.BERAKHLAK, "tambahan")}
    kata = [""] * n
    if "perilaku" in kolom:
        kata = [
            teks if isinstance(sel, str) and not _ANGKA_TEKS.search(teks := rapi(sel)) else ""
            for sel in kolom["perilaku"].isi
        ]
        kolom["perilaku"].isi = ["" if k else sel for k, sel in zip(kata, kolom["perilaku"].isi, strict=True)]
    return pd.DataFrame(
        {
            "nip": _nip(kolom),
            **angka_angka,
            "perilaku": _angka_atau_kosong(kolom, "perilaku", n),
            "perilaku_kata": ["" if k in KOSONG else k for k in kata],
            "hasil_kerja": ["" if k in KOSONG else k for k in _teks(kolom, "hasil_kerja", n)],
            "baris": [r + 1 for r in kolom["nip"].baris],
        }
    )


def _angka_atau_kosong(kolom: Mapping[str, _Kolom], nama: str, panjang: int) -> np.ndarray:
    if nama not in kolom:
        return np.full(panjang, np.nan)
    return _angka(kolom[nama], kosong_boleh=True)[0]


_PENGURAI = {
    Peran.PEGAWAI: _pegawai,
    Peran.INDIKATOR: _indikator,
    Peran.REALISASI: _realisasi,
    Peran.IDE_BARU: _ide_baru,
    Peran.PERILAKU: _perilaku,
}
_SKEMA = {
    Peran.PEGAWAI: skema.PEGAWAI,
    Peran.INDIKATOR: skema.INDIKATOR,
    Peran.REALISASI: skema.REALISASI,
    Peran.IDE_BARU: skema.IDE_BARU,
    Peran.PERILAKU: skema.PERILAKU,
}
