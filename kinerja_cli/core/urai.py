"""Raw sheets → typed tables and findings. Nothing is repaired in silence, nothing is judged across tables."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kinerja_cli.core import nip, skema
from kinerja_cli.core.judul import BARIS_JUDUL_TERJAUH, baris_judul
from kinerja_cli.core.kolom import JUDUL, rapi, ringkas
from kinerja_cli.core.lembar import Lembar, huruf_kolom
from kinerja_cli.core.peran import PENGURAI, realisasi_lebar
from kinerja_cli.core.periode import Periode, periode_dari_judul
from kinerja_cli.core.sel import Kolom
from kinerja_cli.core.skema import Bagian, Masukan, Peran, Sumber
from kinerja_cli.core.tabel import Tabel, baris_data, cari_tabel, pisah_tabel, rentang
from kinerja_cli.core.temuan import Letak, Temuan, nama_terdekat

_LEMBAR_SENDIRI = frozenset({"petunjuk", "daftarpilihan"})
"""Sheets that our own templates carry beside the table."""
_LENGKAP = re.compile(r"register(?: inovasi)? lengkap(?: untuk| bagi)? ?: ?(.+)", re.IGNORECASE)


@dataclass(frozen=True)
class Uraian:
    """What :func:`urai` gives: typed tables, findings, and the months that the sheets' titles name."""

    masukan: Masukan
    temuan: tuple[Temuan, ...]
    periode: tuple[tuple[Letak, Periode], ...]


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
    isian = [(ini, baris_judul(ini)) for ini in lembar if ringkas(ini.nama) not in _LEMBAR_SENDIRI]
    tabel_indikator = [t for ini, judul in isian if not ini.tersembunyi for t in _tabel_indikator(ini, judul)]
    kode = {*kode_lain, *(k for t in tabel_indikator for k in _kode(t))}
    satuan = {k: s for t in tabel_indikator for k, s in _satuan(t).items()}
    hasil: dict[Peran, list[Bagian]] = {p: [] for p in Peran}
    sumber: list[Sumber] = []
    dipakai: set[str] = set()
    periode: list[tuple[Letak, Periode]] = []
    for ini in (potongan for utuh, judul in isian for potongan in pisah_tabel(utuh, kode, judul)):
        tabel, salah = cari_tabel(ini, kode)
        temuan += salah
        if tabel is None or not tabel.peran:
            if any(t.kode in ("L02", "L07", "L11") for t in salah):
                dipakai.add(ini.berkas)
            elif any(sel != "" for baris in ini.baris for sel in baris):
                temuan.append(Temuan("L01", Letak(ini.berkas, ini.nama)))
            continue
        dipakai.add(ini.berkas)
        if ini.tersembunyi:
            temuan.append(Temuan("L06", Letak(ini.berkas, ini.nama), isian=(("peran", _sebut(tabel)),)))
            continue
        periode += _periode(tabel)
        tabel_tabel, salah_isi = _urai_tabel(tabel, len(sumber), satuan)
        temuan += salah_isi
        persen = frozenset(f"{huruf_kolom(k)}{r + 1}" for r, k in ini.persen)
        satu = Sumber(ini.berkas, ini.nama, tabel.huruf(), ini.berkas in bawaan, persen)
        if satu.register:
            satu = replace(satu, titipan=True, lengkap=_lengkap(tabel))
        sumber.append(satu)
        for peran, isi in tabel_tabel.items():
            hasil[peran].append(isi)
    for berkas in dict.fromkeys(ini.berkas for ini in lembar):
        if berkas not in dipakai:
            temuan.append(Temuan("B07", Letak(berkas)))
    masukan = Masukan(
        pegawai=skema.susun(skema.PEGAWAI, hasil[Peran.PEGAWAI]),
        indikator=skema.susun(skema.INDIKATOR, hasil[Peran.INDIKATOR]),
        realisasi=skema.susun(skema.REALISASI, hasil[Peran.REALISASI]),
        ide_baru=skema.susun(skema.IDE_BARU, hasil[Peran.IDE_BARU]),
        perilaku=skema.susun(skema.PERILAKU, hasil[Peran.PERILAKU]),
        inovasi=skema.susun(skema.INOVASI, hasil[Peran.INOVASI]),
        sumber=tuple(sumber),
    )
    return Uraian(masukan, tuple(temuan), tuple(periode))


def _tersembunyi(tabel: Tabel, data: Collection[int]) -> list[Temuan]:
    """Name hidden rows and columns of the table and an active filter: all of them count, so that nobody leaves unseen."""
    lembar = tabel.lembar
    temuan = []
    if baris := sorted(set(lembar.baris_tersembunyi).intersection(data)):
        isian = (("jumlah", str(len(baris))), ("baris", rentang([r + 1 for r in baris])))
        temuan.append(Temuan("L08", Letak(lembar.berkas, lembar.nama, f"A{baris[0] + 1}"), isian=isian))
    judul = {k: JUDUL.get(nama, nama) for nama, k in {**tabel.kolom_kode, **tabel.kolom}.items() if nama != "nomor"}
    if kolom := sorted(set(lembar.kolom_tersembunyi) & judul.keys()):
        letak = Letak(lembar.berkas, lembar.nama, f"{huruf_kolom(kolom[0])}{tabel.baris_judul + 1}")
        temuan.append(Temuan("L09", letak, ", ".join(f"{huruf_kolom(k)} ({judul[k]})" for k in kolom)))
    if lembar.tersaring:
        temuan.append(Temuan("L10", Letak(lembar.berkas, lembar.nama)))
    return temuan


def _tabel_indikator(lembar: Lembar, judul: Collection[int]) -> Iterator[Tabel]:
    """Find the tables of indicators on a sheet: their codes tell what the wide sheets are."""
    for potongan in pisah_tabel(lembar, (), judul):
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
    """Read the month from the lines above the header."""
    for sel, teks in _di_atas(tabel):
        if p := periode_dari_judul(teks):
            return [(Letak(tabel.lembar.berkas, tabel.lembar.nama, sel), p)]
    return []


def _lengkap(tabel: Tabel) -> tuple[str, str]:
    """Read above the header for which dinas the register says that it is complete, and where; ("", "") for none."""
    return next(((cocok[1].strip(), sel) for sel, teks in _di_atas(tabel) if (cocok := _LENGKAP.match(teks))), ("", ""))


def _di_atas(tabel: Tabel) -> Iterator[tuple[str, str]]:
    """Give the lines above the header, from each cell to the right: a label and its value may stand in two cells."""
    for r, baris in enumerate(tabel.lembar.baris[: min(tabel.awal, BARIS_JUDUL_TERJAUH)]):
        isi = [(k, teks) for k, sel in enumerate(baris) if isinstance(sel, str) and (teks := rapi(sel))]
        for mulai, (k, _) in enumerate(isi):
            yield f"{huruf_kolom(k)}{r + 1}", " ".join(teks for _, teks in isi[mulai:])


def _urai_tabel(tabel: Tabel, sumber: int, satuan: Mapping[str, str]) -> tuple[dict[Peran, Bagian], list[Temuan]]:
    data, lewat = baris_data(tabel)
    kolom: dict[str, Kolom] = {}
    baris = [tabel.lembar.baris[r] for r in data]
    for nama, k in {**tabel.kolom, **tabel.kolom_kode}.items():
        kolom[nama] = Kolom(tabel, nama, [b[k] for b in baris], data, k)
        kolom[nama].tandai_khusus()
    if tabel.dua_dalam_satu:
        pasangan = [nip.pisahkan(rapi(sel)) for sel in kolom["nip"].isi]
        kolom["nama"].isi[:] = [nama for nama, _ in pasangan]
        kolom["nip"].isi[:] = [satu for _, satu in pasangan]
    _beri_satuan(tabel, kolom, satuan)
    temuan: list[Temuan] = []
    lembar = tabel.lembar
    if lewat:
        isian = (("jumlah", str(len(lewat))), ("baris", rentang([r + 1 for r in lewat])))
        temuan.append(Temuan("L04", Letak(lembar.berkas, lembar.nama), isian=isian))
    temuan += _tersembunyi(tabel, data)
    hasil: dict[Peran, Bagian] = {}
    for peran in tabel.peran:
        lebar = peran is Peran.REALISASI and tabel.lebar
        isi = realisasi_lebar(tabel, kolom) if lebar else PENGURAI[peran](kolom)
        hasil[peran] = {**isi, "sumber": [sumber] * len(isi["baris"])}
    if tabel.lebar:
        temuan += _kolom_asing(tabel, data)
    for satu in kolom.values():
        temuan += satu.temuan  # a wide list of people has read its NIP column twice; findings are shown once
    return hasil, temuan


def _beri_satuan(tabel: Tabel, kolom: Mapping[str, Kolom], satuan: Mapping[str, str]) -> None:
    """Tell number columns the unit of each row, so that "12 Dokumen" is 12 where Satuan says Dokumen."""
    for kode in tabel.kolom_kode:
        kolom[kode].satuan = dict.fromkeys(_berteks(kolom[kode]), satuan.get(kode, ""))
    for nama in ("realisasi", "target", "target_atas"):
        if nama not in kolom:
            continue
        if "satuan" in kolom:
            kolom[nama].satuan = {i: ringkas(rapi(kolom["satuan"].isi[i])) for i in _berteks(kolom[nama])}
        elif "kode" in kolom:
            kolom[nama].satuan = {i: satuan.get(rapi(kolom["kode"].isi[i]), "") for i in _berteks(kolom[nama])}


def _berteks(kolom: Kolom) -> list[int]:
    return [i for i, sel in enumerate(kolom.isi) if isinstance(sel, str) and sel]


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
