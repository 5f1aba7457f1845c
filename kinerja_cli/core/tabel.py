"""Finding tables on a sheet: by their headers, wherever they start, and without what stands around them."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kinerja_cli.core.kolom import JUDUL, NAMA_NIP, PENILAIAN, WAJIB, kolom_dari_judul, rapi, ringkas, semua_judul
from kinerja_cli.core.lembar import Lembar, Rentang, huruf_kolom
from kinerja_cli.core.nip import pisahkan
from kinerja_cli.core.skema import Peran
from kinerja_cli.core.temuan import Letak, Temuan, nama_terdekat

BARIS_JUDUL_TERJAUH = 30
"""Headers are searched within this many rows (contract)."""
_TINGGI_JUDUL = 3
_JUDUL_KUNCI_TERPANJANG = 30
_AWAL_JUDUL_KUNCI = frozenset("NnKkIi")

_NOMOR_KOLOM = re.compile(r"\(?\s*(?:\d{1,2}|[a-z])\s*\)?(?:\s*=.*)?", re.IGNORECASE)
_MIRIP_KODE = re.compile(r"[A-Za-z]{1,8}[-./ ]?\d{1,4}")
_KATA_PENUTUP = re.compile(r"(?:sub\s*)?(?:jumlah|total|rata\s*-?\s*rata|grand\s*total|Σ|∑)\b.*", re.IGNORECASE)


@dataclass(frozen=True)
class Tabel:
    """A table on a sheet.

    Attributes:
        lembar: the sheet it stands on.
        peran: what it is for; a wide Realisasi may be Pegawai too. Empty: it looks like a table, but lacks columns.
        kolom: place (from 0) of each known column.
        kolom_kode: place of each column headed by an indicator's code (wide Realisasi).
        asing: place and header of the columns that nobody knows.
        awal: first row of data, from 0.
        baris_judul: the header's last row, from 0.
    """

    lembar: Lembar
    peran: tuple[Peran, ...]
    kolom: Mapping[str, int]
    kolom_kode: Mapping[str, int]
    asing: Mapping[int, str]
    awal: int
    baris_judul: int

    @property
    def dua_dalam_satu(self) -> bool:
        """Whether one column holds name and NIP."""
        return "nip" in self.kolom and self.kolom.get("nama") == self.kolom["nip"]

    def huruf(self) -> dict[str, str]:
        """Give the letter of each column, indicator codes among them."""
        return {nama: huruf_kolom(k) for nama, k in {**self.kolom_kode, **self.kolom}.items()}


@dataclass(frozen=True)
class _Judul:
    kolom: dict[str, int]
    kolom_kode: dict[str, int]
    asing: dict[int, str]
    kembar: tuple[tuple[str, int, int], ...]
    akhir: int

    @property
    def skor(self) -> int:
        return len(self.kolom) + len(self.kolom_kode)


def cari_tabel(lembar: Lembar, kode: Collection[str]) -> tuple[Tabel | None, tuple[Temuan, ...]]:
    """Find the table of a sheet.

    Args:
        lembar: the sheet.
        kode: the indicator codes known so far; columns headed by them make a wide Realisasi.

    Returns:
        The table, or None where the sheet holds none, and what is wrong with its header.
    """
    judul = _judul_terbaik(lembar, {ringkas(k): k for k in kode})
    if judul is None:
        return None, ()
    peran = _peran(judul)
    tabel = Tabel(lembar, peran, judul.kolom, judul.kolom_kode, judul.asing, judul.akhir + 1, judul.akhir)
    tabel = _satukan_baris_nip(_lewati_nomor_kolom(tabel))
    return tabel, (*_kolom_kembar(tabel, judul), *(() if peran else _kolom_kurang(tabel, ada_kode=bool(kode))))


def _judul_terbaik(lembar: Lembar, kode: Mapping[str, str]) -> _Judul | None:
    terbaik: _Judul | None = None
    atas = lembar.baris[: lembar.mulai + BARIS_JUDUL_TERJAUH + _TINGGI_JUDUL]
    for awal in range(lembar.mulai, min(len(atas), lembar.mulai + BARIS_JUDUL_TERJAUH)):
        if sum(1 for sel in atas[awal] if sel != "") < 1:
            continue
        for tinggi in range(1, _TINGGI_JUDUL + 1):
            if awal + tinggi > len(atas):
                break
            calon = _baca_judul(lembar, awal, tinggi, kode)
            if terbaik is None or calon.skor > terbaik.skor:
                terbaik = calon
    return terbaik if terbaik and terbaik.skor >= 2 and {"nip", "kode"} & terbaik.kolom.keys() else None


def _baca_judul(lembar: Lembar, awal: int, tinggi: int, kode: Mapping[str, str]) -> _Judul:
    baris = [[rapi(sel) for sel in lembar.baris[r]] for r in range(awal, awal + tinggi)]
    _isi_gabungan(baris, awal, lembar.gabungan)
    kolom: dict[str, int] = {}
    kolom_kode: dict[str, int] = {}
    asing: dict[int, str] = {}
    kembar: list[tuple[str, int, int]] = []
    for k in range(max(map(len, baris))):
        teks = list(dict.fromkeys(b[k] for b in baris if k < len(b) and b[k]))
        if not teks:
            continue
        utuh = kolom_dari_judul(" ".join(teks))
        nama = utuh if utuh == NAMA_NIP else kolom_dari_judul(teks[-1]) or utuh
        if nama == NAMA_NIP:
            kolom |= {satu: k for satu in ("nip", "nama") if satu not in kolom}
        elif nama and nama not in kolom:
            kolom[nama] = k
        elif nama:
            kembar.append((nama, kolom[nama], k))
        elif (kode_ini := kode.get(ringkas(teks[-1]))) and kode_ini not in kolom_kode:
            kolom_kode[kode_ini] = k
        elif kode_ini:
            kembar.append((kode_ini, kolom_kode[kode_ini], k))
        else:
            asing[k] = teks[-1]
    return _Judul(kolom, kolom_kode, asing, tuple(kembar), awal + tinggi - 1)


def _isi_gabungan(baris: list[list[str]], awal: int, gabungan: Sequence[Rentang]) -> None:
    """Repeat a merged cell's text over the columns that it covers."""
    for r1, k1, _, k2 in gabungan:
        if awal <= r1 < awal + len(baris) and k2 > k1:
            sasaran = baris[r1 - awal]
            for k in range(k1 + 1, min(k2 + 1, len(sasaran))):
                sasaran[k] = sasaran[k1]


def _peran(judul: _Judul) -> tuple[Peran, ...]:
    ada = judul.kolom.keys()
    if "nip" not in ada:
        return (Peran.INDIKATOR,) if ada >= set(WAJIB[Peran.INDIKATOR]) else ()
    if ada >= set(WAJIB[Peran.REALISASI]):
        return (Peran.REALISASI,)
    if ada >= set(WAJIB[Peran.IDE_BARU]) and not ada & set(PENILAIAN):  # else Uraian describes additional work
        return (Peran.IDE_BARU,)
    peran = []
    if ada >= set(WAJIB[Peran.PEGAWAI]):
        peran.append(Peran.PEGAWAI)
    if judul.kolom_kode:
        peran.append(Peran.REALISASI)
    if ada & set(PENILAIAN):
        peran.append(Peran.PERILAKU)
    return tuple(peran)


def _lewati_nomor_kolom(tabel: Tabel) -> Tabel:
    """Step over a row of column numbers or letters beneath the header: (1) (2) (3), a b c, 5=4/3."""
    if tabel.awal >= len(tabel.lembar.baris):
        return tabel
    isi = [teks for sel in tabel.lembar.baris[tabel.awal] if (teks := rapi(sel))]
    if len(isi) < 3 or not all(_NOMOR_KOLOM.fullmatch(teks) for teks in isi):
        return tabel
    return Tabel(tabel.lembar, tabel.peran, tabel.kolom, tabel.kolom_kode, tabel.asing, tabel.awal + 1, tabel.baris_judul)


def _satukan_baris_nip(tabel: Tabel) -> Tabel:
    """Where name and NIP share a column, put a NIP that stands alone on the next row beside its name."""
    if not tabel.dua_dalam_satu:
        return tabel
    k = tabel.kolom["nip"]
    baris = list(tabel.lembar.baris)
    for r in range(tabel.awal, len(baris) - 1):
        atas, bawah = rapi(baris[r][k]), rapi(baris[r + 1][k])
        if not atas or pisahkan(atas)[1] or pisahkan(bawah)[0] or not pisahkan(bawah)[1]:
            continue
        if any(_terisi(sel) for i, sel in enumerate(baris[r + 1]) if i != k):
            continue
        baris[r] = [f"{atas} {bawah}" if i == k else sel for i, sel in enumerate(baris[r])]
        baris[r + 1] = [""] * len(baris[r + 1])
    return replace(tabel, lembar=replace(tabel.lembar, baris=baris))


def pisah_tabel(lembar: Lembar, kode: Collection[str]) -> tuple[Lembar, ...]:
    """Give a sheet once for each table that stands on it, one beneath the other; rows keep their numbers.

    A header that only repeats the one before (printed pages) starts no table.
    """
    singkat = {ringkas(k): k for k in kode}
    batas: list[int] = []
    dipakai: dict[str, int] = {}
    for r, baris in enumerate(lembar.baris):
        if not any(map(_tampak_kunci, baris)):
            continue
        calon = [_baca_judul(lembar, r, t, singkat) for t in range(1, min(_TINGGI_JUDUL, len(lembar.baris) - r) + 1)]
        judul = max(calon, key=lambda j: j.skor)
        ini = {**judul.kolom, **judul.kolom_kode}
        if _peran(judul) and ini != dipakai:
            batas.append(r)
            dipakai = ini
    batas[:1] = [lembar.mulai]
    return tuple(_potong(lembar, awal, akhir) for awal, akhir in pairwise([*batas, len(lembar.baris)]))


def _potong(lembar: Lembar, awal: int, akhir: int) -> Lembar:
    if awal == 0 and akhir == len(lembar.baris):
        return lembar
    kosong = [[""] * len(b) for b in lembar.baris[:awal]]
    return replace(lembar, baris=[*kosong, *lembar.baris[awal:akhir]], mulai=awal)


def _tampak_kunci(sel: object) -> bool:
    """Tell, cheaply, whether a cell may head a key column: all spellings begin with N, K or I and are short."""
    if not isinstance(sel, str) or len(sel) > _JUDUL_KUNCI_TERPANJANG or sel.lstrip()[:1] not in _AWAL_JUDUL_KUNCI:
        return False
    return kolom_dari_judul(rapi(sel)) in ("nip", "kode", NAMA_NIP)


def _kolom_kembar(tabel: Tabel, judul: _Judul) -> tuple[Temuan, ...]:
    return tuple(
        Temuan(
            "L03",
            Letak(tabel.lembar.berkas, tabel.lembar.nama, f"{huruf_kolom(kedua)}{tabel.baris_judul + 1}"),
            nilai=JUDUL.get(nama, nama),
            isian=(("huruf", f"{huruf_kolom(pertama)} dan {huruf_kolom(kedua)}"),),
        )
        for nama, pertama, kedua in judul.kembar
        if nama in tabel.kolom_kode or any(nama in (*WAJIB[p], "target_atas", *PENILAIAN) for p in tabel.peran)
    )


def _kolom_kurang(tabel: Tabel, *, ada_kode: bool) -> tuple[Temuan, ...]:
    """Say which column is missing to the role that the header comes nearest to, and which header may be meant."""
    ada = tabel.kolom.keys()
    if not any(_terisi(sel) for baris in tabel.lembar.baris[tabel.awal :] for sel in baris):
        return ()
    if not ada_kode and {"nip", "nama"} <= ada and _tampak_lebar(tabel):
        return (Temuan("L07", Letak(tabel.lembar.berkas, tabel.lembar.nama, f"A{tabel.baris_judul + 1}")),)
    calon = [p for p in Peran if ("nip" in ada) == ("nip" in WAJIB[p])]
    peran = max(calon, key=lambda p: (len(ada & set(WAJIB[p])) / len(WAJIB[p]), -len(WAJIB[p])))
    kurang = [k for k in WAJIB[peran] if k not in ada]
    if len(ada & set(WAJIB[peran])) < 2:
        return ()
    dekat = ""
    letak = Letak(tabel.lembar.berkas, tabel.lembar.nama, f"A{tabel.baris_judul + 1}")
    for k, judul in tabel.asing.items():
        usul = nama_terdekat(judul, semua_judul())
        if usul and kolom_dari_judul(usul) in kurang:
            dekat = usul
            letak = Letak(tabel.lembar.berkas, tabel.lembar.nama, f"{huruf_kolom(k)}{tabel.baris_judul + 1}")
            break
    nama_kolom = " dan ".join(JUDUL[k] for k in kurang)
    return (Temuan("L02", letak, isian=(("peran", peran.value), ("kolom", nama_kolom)), usul=dekat),)


def _tampak_lebar(tabel: Tabel) -> bool:
    """Tell whether unknown columns may be headed by codes, while no table of indicators says so: by pattern or numbers."""
    if any(_MIRIP_KODE.fullmatch(judul) for judul in tabel.asing.values()):
        return True
    isi = tabel.lembar.baris[tabel.awal :]
    return any(isinstance(baris[k], (int, float)) for baris in isi for k in tabel.asing if k < len(baris))


def baris_data(tabel: Tabel) -> tuple[list[int], list[int]]:
    """Tell data from what stands among and below it: totals, notes, places and dates, signatures.

    A row is data when its key (NIP or Kode) is filled beside another wanted column, or, before the table ends at a blank
    or total row, when it is filled in part: a hole in it is a finding, not a reason to pass it over.

    Returns:
        The rows of data and the rows passed over, from 0; blank rows are in neither.
    """
    kunci = tabel.kolom["nip"] if "nip" in tabel.kolom else tabel.kolom["kode"]
    nama_wajib = dict.fromkeys(k for p in tabel.peran for k in (PENILAIAN if p is Peran.PERILAKU else WAJIB[p]))
    wajib = [tabel.kolom[k] for k in nama_wajib if k in tabel.kolom and tabel.kolom[k] != kunci] or list(
        tabel.kolom_kode.values()
    )
    lain = [k for nama, k in tabel.kolom.items() if nama != "nomor" and k != kunci]
    perlu = [*dict.fromkeys([*wajib, *lain, *tabel.kolom_kode.values()])]
    data: list[int] = []
    lewat: list[int] = []
    berakhir = False
    for r in range(tabel.awal, len(tabel.lembar.baris)):
        sel = tabel.lembar.baris[r]
        ada_kunci = _terisi(sel[kunci])
        terisi = sum(1 for k in wajib if _terisi(sel[k]))
        if ada_kunci and _tampak_kunci(sel[kunci]):
            lewat.append(r)  # the header again, as on printed pages
        elif ada_kunci and terisi and not _penutup(sel[kunci]):
            data.append(r)
        elif not ada_kunci and not any(_terisi(sel[k]) for k in perlu):
            if any(_terisi(s) for s in sel):
                lewat.append(r)
            berakhir = berakhir or bool(data)
        elif any(_penutup(s) for s in sel):
            lewat.append(r)
            berakhir = True
        elif not berakhir and (ada_kunci or terisi >= min(2, len(wajib))):
            data.append(r)
        else:
            lewat.append(r)
    return data, lewat


def _terisi(sel: object) -> bool:
    return sel != "" and not (isinstance(sel, str) and sel.isspace())


def _penutup(sel: object) -> bool:
    return isinstance(sel, str) and _KATA_PENUTUP.fullmatch(sel.strip()) is not None
