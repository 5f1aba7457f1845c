"""Finding tables on a sheet: by their headers, wherever they start, and without what stands around them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice, pairwise

from kinerja_cli.core.judul import BARIS_JUDUL_TERJAUH, TINGGI_JUDUL, Judul, judul_di, judul_register, judul_terbaik
from kinerja_cli.core.kolom import (
    JUDUL,
    KOLOM_PEMILIK,
    PENILAIAN,
    WAJIB,
    judul_kunci,
    kolom_dari_judul,
    rapi,
    ringkas,
    semua_judul,
)
from kinerja_cli.core.lembar import Lembar, huruf_kolom
from kinerja_cli.core.nip import pisahkan
from kinerja_cli.core.skema import Peran
from kinerja_cli.core.temuan import Letak, Temuan, kolom_kurang, nama_terdekat

_BARIS_SEORANG = 4
"""Rows that one person may take."""

_NOMOR_KOLOM = re.compile(r"\(?\s*(?:\d{1,2}|[a-z])\s*\)?(?:\s*=.*)?", re.IGNORECASE)
_MIRIP_KODE = re.compile(r"[A-Za-z]{1,8}[-./ ]?\d{1,4}")
_KATA_PENUTUP = re.compile(r"(?:sub\s*)?(?:jumlah|total|rata\s*-?\s*rata|grand\s*total|Σ|∑)\b.*", re.IGNORECASE)
_AWAL_PENUTUP = frozenset("SsJjTtRrGgΣ∑")


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
        lanjutan: rows, from 0, whose content has joined the row of their person above.
    """

    lembar: Lembar
    peran: tuple[Peran, ...]
    kolom: Mapping[str, int]
    kolom_kode: Mapping[str, int]
    asing: Mapping[int, str]
    awal: int
    baris_judul: int
    lanjutan: frozenset[int] = frozenset()

    @property
    def dua_dalam_satu(self) -> bool:
        """Whether one column holds name and NIP."""
        return "nip" in self.kolom and self.kolom.get("nama") == self.kolom["nip"]

    @property
    def lebar(self) -> bool:
        """Whether realisasi stands in a column an indicator, whatever a column Kode beside them means."""
        return Peran.REALISASI in self.peran and not {"kode", "realisasi"} <= self.kolom.keys()

    def huruf(self) -> dict[str, str]:
        """Give the letter of each column, indicator codes among them."""
        return {nama: huruf_kolom(k) for nama, k in {**self.kolom_kode, **self.kolom}.items()}


def cari_tabel(lembar: Lembar, kode: Collection[str]) -> tuple[Tabel | None, tuple[Temuan, ...]]:
    """Find the table of a sheet.

    Args:
        lembar: the sheet.
        kode: the indicator codes known so far; columns headed by them make a wide Realisasi.

    Returns:
        The table, or None where the sheet holds none, and what is wrong with its header.
    """
    judul = judul_terbaik(lembar, _diringkas(frozenset(kode)))
    if judul is None:
        return None, _register_kurang(lembar)
    peran = judul.peran
    if salah := _pemilik_keliru(lembar, judul):
        return None, salah
    tabel = Tabel(lembar, peran, judul.kolom, judul.kolom_kode, judul.asing, judul.akhir + 1, judul.akhir)
    tabel, disatukan = _satukan_baris_orang(_lewati_nomor_kolom(tabel))
    return tabel, (*disatukan, *_kolom_kembar(tabel, judul), *(() if peran else _kolom_kurang(tabel, ada_kode=bool(kode))))


@lru_cache(maxsize=2)
def _diringkas(kode: frozenset[str]) -> Mapping[str, str]:
    """Give each code by its squeezed form: once for all sheets, not for each."""
    return {ringkas(k): k for k in kode}


def _lewati_nomor_kolom(tabel: Tabel) -> Tabel:
    """Step over a row of column numbers or letters beneath the header: (1) (2) (3), a b c, 5=4/3."""
    if tabel.awal >= len(tabel.lembar.baris):
        return tabel
    isi = [teks for sel in tabel.lembar.baris[tabel.awal] if (teks := rapi(sel))]
    if len(isi) < 3 or not all(_NOMOR_KOLOM.fullmatch(teks) for teks in isi):
        return tabel
    return replace(tabel, awal=tabel.awal + 1)


def _satukan_baris_orang(tabel: Tabel) -> tuple[Tabel, tuple[Temuan, ...]]:
    """Where name and NIP share a column, put a NIP that stands alone beneath a name beside it, and say so.

    What else stands on the NIP's row (Golongan beneath Pangkat) joins the cell above it.
    """
    if not tabel.dua_dalam_satu:
        return tabel, ()
    baris = list(tabel.lembar.baris)
    disatukan: list[int] = []
    lanjutan: list[int] = []
    for r in range(tabel.awal, len(baris)):
        bawah = _baris_nip(baris, r, tabel.kolom["nip"])
        satu = _satukan(baris[r : bawah + 1]) if bawah else None
        if satu is None:
            continue
        baris[r : bawah + 1] = [satu, *([""] * len(satu) for _ in range(bawah - r))]
        disatukan.append(r)
        lanjutan += range(r + 1, bawah + 1)
    if not disatukan:
        return tabel, ()
    lembar = tabel.lembar
    isian = (("jumlah", str(len(disatukan))), ("baris", rentang([r + 1 for r in disatukan])))
    temuan = Temuan("L21", Letak(lembar.berkas, lembar.nama, f"A{disatukan[0] + 1}"), isian=isian)
    return replace(tabel, lembar=replace(lembar, baris=baris), lanjutan=frozenset(lanjutan)), (temuan,)


def _baris_nip(baris: Sequence[Sequence[object]], r: int, k: int) -> int:
    """Find the row beneath a name that holds its NIP and no name, with blanks between at most; 0: there is none."""
    nama = rapi(baris[r][k])
    if not nama or pisahkan(nama)[1]:
        return 0
    for bawah in range(r + 1, min(r + _BARIS_SEORANG, len(baris))):
        if isi := rapi(baris[bawah][k]):
            return bawah if pisahkan(isi)[1] and not pisahkan(isi)[0] else 0
    return 0


def _satukan(baris: Sequence[Sequence[object]]) -> list[object] | None:
    """Put rows into one, column by column: texts are joined; None where two values would be one, such as two numbers."""
    hasil: list[object] = []
    for sel in zip(*baris, strict=True):
        isi = list(dict.fromkeys(s for s in sel if _terisi(s)))
        if len(isi) > 1 and not all(isinstance(s, str) for s in isi):
            return None
        hasil.append(isi[0] if len(isi) == 1 else " ".join(map(rapi, isi)))
    return hasil


def pisah_tabel(lembar: Lembar, kode: Collection[str], baris_judul: Collection[int]) -> tuple[Lembar, ...]:
    """Give a sheet once for each table that stands on it, one beneath the other; rows keep their numbers.

    A header that only repeats the one before (printed pages) starts no table.

    Args:
        lembar: the sheet.
        kode: the indicator codes known so far.
        baris_judul: what :func:`baris_judul` gives of it.
    """
    singkat = _diringkas(frozenset(kode))
    batas: list[int] = []
    dipakai: dict[str, int] = {}
    for r in sorted(baris_judul):
        calon = [judul_di(lembar, r, t, singkat) for t in range(1, min(TINGGI_JUDUL, len(lembar.baris) - r) + 1)]
        judul = max(calon, key=lambda j: j.skor)
        ini = {**judul.kolom, **judul.kolom_kode}
        if judul.peran and ini != dipakai:
            batas.append(r)
            dipakai = ini
    batas[:1] = [lembar.mulai]
    return tuple(_potong(lembar, awal, akhir) for awal, akhir in pairwise([*batas, len(lembar.baris)]))


def _potong(lembar: Lembar, awal: int, akhir: int) -> Lembar:
    if awal == 0 and akhir == len(lembar.baris):
        return lembar
    kosong = [[""] * len(b) for b in lembar.baris[:awal]]
    return replace(lembar, baris=[*kosong, *lembar.baris[awal:akhir]], mulai=awal)


def _kolom_kembar(tabel: Tabel, judul: Judul) -> Iterator[Temuan]:
    """Two columns with one header: nobody knows which of two wanted ones counts; of others the first is read, and said."""
    wajib = {"target_atas", *PENILAIAN, *tabel.kolom_kode, *(k for p in tabel.peran for k in WAJIB[p])}
    for nama, pertama, kedua in judul.kembar:
        satu, dua = (f"{huruf_kolom(k)}{tabel.baris_judul + 1}" for k in (pertama, kedua))
        letak = Letak(tabel.lembar.berkas, tabel.lembar.nama, dua)
        if nama in wajib:
            yield Temuan(
                "L03", letak, JUDUL.get(nama, nama), (("huruf", f"{huruf_kolom(pertama)} dan {huruf_kolom(kedua)}"),)
            )
        elif nama != "nomor":
            yield Temuan("L20", letak, JUDUL[nama], (("lain", satu),))


def _kolom_kurang(tabel: Tabel, *, ada_kode: bool) -> tuple[Temuan, ...]:
    """Say which column is missing to the role that the header comes nearest to, and which header may be meant."""
    ada = tabel.kolom.keys()
    if not any(_terisi(sel) for baris in tabel.lembar.baris[tabel.awal :] for sel in baris):
        return ()
    if {"nip", "nama"} <= ada:
        if not ada_kode and _tampak_lebar(tabel):
            return (Temuan("L07", Letak(tabel.lembar.berkas, tabel.lembar.nama, f"A{tabel.baris_judul + 1}")),)
        if salah := _kode_tak_dikenal(tabel):
            return (salah,)
    calon = [p for p in Peran if p is not Peran.INOVASI and ("nip" in ada) == ("nip" in WAJIB[p])]
    peran = max(calon, key=lambda p: (len(ada & set(WAJIB[p])) / len(WAJIB[p]), -len(WAJIB[p])))
    kurang = [k for k in WAJIB[peran] if k not in ada]
    if len(ada & set(WAJIB[peran])) < 2:
        return ()
    dekat = tertulis = ""
    letak = Letak(tabel.lembar.berkas, tabel.lembar.nama, f"A{tabel.baris_judul + 1}")
    for k, judul in tabel.asing.items():
        usul = nama_terdekat(judul, semua_judul())
        if usul and kolom_dari_judul(usul) in kurang:
            dekat, tertulis = usul, judul
            letak = Letak(tabel.lembar.berkas, tabel.lembar.nama, f"{huruf_kolom(k)}{tabel.baris_judul + 1}")
            break
    return (kolom_kurang(letak, peran.value, " dan ".join(JUDUL[k] for k in kurang), rapi(tertulis), dekat),)


def _pemilik_keliru(lembar: Lembar, judul: Judul) -> tuple[Temuan, ...]:
    """Say that a register's column of NIPs is misspelt, where only the owners' names beside it would be read as NIPs."""
    if judul.peran != (Peran.INOVASI,) or "nip" in ringkas(rapi(lembar.baris[judul.akhir][judul.kolom["nip"]])):
        return ()
    temuan = _kolom_register(lembar, judul, judul.akhir, KOLOM_PEMILIK, [KOLOM_PEMILIK])
    return (temuan,) if temuan.usul else ()


def _register_kurang(lembar: Lembar) -> tuple[Temuan, ...]:
    """Say which column is missing to what is plainly a register of innovations, and which header may be meant."""
    for r in range(lembar.mulai, min(len(lembar.baris), lembar.mulai + BARIS_JUDUL_TERJAUH)):
        judul = judul_register(lembar, r, 1)
        ada = judul.kolom.keys()
        if "uraian" not in ada or "inovasi" not in ringkas(rapi(lembar.baris[r][judul.kolom["uraian"]])):
            continue
        if "tahap" in ada:
            kolom, calon = KOLOM_PEMILIK, [KOLOM_PEMILIK, "Pemilik"]
        elif {"nip", "bukti"} <= ada:
            kolom, calon = JUDUL["tahap"], [JUDUL["tahap"]]
        else:
            continue
        return (_kolom_register(lembar, judul, r, kolom, calon),)
    return ()


def _kolom_register(lembar: Lembar, judul: Judul, baris: int, kolom: str, calon: Collection[str]) -> Temuan:
    """Say that a register lacks a column, at the first header that may mean one of ``calon``; at column A without one."""
    k, usul = next(((k, usul) for k, teks in judul.asing.items() if (usul := nama_terdekat(teks, calon))), (0, ""))
    letak = Letak(lembar.berkas, lembar.nama, f"{huruf_kolom(k)}{baris + 1}")
    return kolom_kurang(letak, Peran.INOVASI.value, kolom, rapi(judul.asing.get(k, "")), usul)


def _kode_tak_dikenal(tabel: Tabel) -> Temuan | None:
    """Say that columns are headed by codes of no table of indicators: texts that look like codes, above numbers.

    Unknown codes may stand on a second row of the header, which is then taken for the first row of people.
    """
    for r in range(tabel.baris_judul, min(tabel.baris_judul + 2, len(tabel.lembar.baris))):
        mirip = {k: teks for k, sel in enumerate(tabel.lembar.baris[r]) if _MIRIP_KODE.fullmatch(teks := rapi(sel))}
        if len(mirip) > 1 and _berangka(tabel, mirip):
            letak = Letak(tabel.lembar.berkas, tabel.lembar.nama, f"{huruf_kolom(min(mirip))}{r + 1}")
            return Temuan("L11", letak, ", ".join(mirip.values()), (("peran", Peran.REALISASI.value),))
    return None


def _tampak_lebar(tabel: Tabel) -> bool:
    """Tell whether unknown columns may be headed by codes, while no table of indicators says so: by pattern or numbers."""
    return any(_MIRIP_KODE.fullmatch(judul) for judul in tabel.asing.values()) or _berangka(tabel, tabel.asing)


def _berangka(tabel: Tabel, kolom: Collection[int]) -> bool:
    isi = tabel.lembar.baris[tabel.awal :]
    return any(isinstance(baris[k], (int, float)) for baris in isi for k in kolom if k < len(baris))


def rentang(nomor: Sequence[int]) -> str:
    """Write row numbers short: 3, 5–7."""
    bagian: list[list[int]] = []
    for n in nomor:
        if bagian and n == bagian[-1][-1] + 1:
            bagian[-1].append(n)
        else:
            bagian.append([n])
    return ", ".join(str(b[0]) if len(b) == 1 else f"{b[0]}–{b[-1]}" for b in bagian)


def baris_data(tabel: Tabel) -> tuple[list[int], list[int]]:
    """Tell data from what stands among and below it, by the columns that the table's roles want; see :func:`pilah_baris`."""
    kunci = tabel.kolom["nip"] if "nip" in tabel.kolom else tabel.kolom["kode"]
    nama_wajib = dict.fromkeys(k for p in tabel.peran for k in (PENILAIAN if p is Peran.PERILAKU else WAJIB[p]))
    wajib = [tabel.kolom[k] for k in nama_wajib if k in tabel.kolom and tabel.kolom[k] != kunci] or list(
        tabel.kolom_kode.values()
    )
    return pilah_baris(tabel, kunci, wajib)


def pilah_baris(tabel: Tabel, kunci: int, wajib: Sequence[int]) -> tuple[list[int], list[int]]:
    """Tell data from what stands among and below it: totals, notes, places and dates, signatures.

    A row is data when its key (NIP or Kode) is filled beside another wanted column, or, before the table ends at a blank
    or total row, when it is filled in part: a hole in it is a finding, not a reason to pass it over.

    Args:
        tabel: the table.
        kunci: place of the key column.
        wajib: places of the other wanted columns.

    Returns:
        The rows of data and the rows passed over, from 0; blank rows are in neither.
    """
    lain = [k for nama, k in tabel.kolom.items() if nama != "nomor" and k != kunci]
    perlu = [*dict.fromkeys([*wajib, *lain, *tabel.kolom_kode.values()])]
    data: list[int] = []
    lewat: list[int] = []
    berakhir = False
    for r, sel in enumerate(islice(tabel.lembar.baris, tabel.awal, None), tabel.awal):
        if isinstance(isi := sel[kunci], str) and isi.isdigit() and _ada_isi(sel, wajib):
            data.append(r)  # what nearly all rows are
            continue
        if r in tabel.lanjutan:
            continue
        ada_kunci = _terisi(isi)
        terisi = sum(_terisi(sel[k]) for k in wajib)
        if ada_kunci and judul_kunci(isi):
            lewat.append(r)  # the header again, as on printed pages
        elif ada_kunci and terisi and not _penutup(isi):
            data.append(r)
        elif not ada_kunci and not _ada_isi(sel, perlu):
            if any(map(_terisi, sel)):
                lewat.append(r)
            berakhir = berakhir or bool(data)
        elif any(map(_penutup, sel)):
            lewat.append(r)
            berakhir = True
        elif not berakhir and (ada_kunci or terisi >= min(2, len(wajib))):
            data.append(r)
        else:
            lewat.append(r)
    return data, lewat


def _ada_isi(baris: Sequence[object], kolom: Sequence[int]) -> bool:
    for k in kolom:  # noqa: SIM110  each row of a month comes by, and any() takes twice as long
        if _terisi(baris[k]):
            return True
    return False


def _terisi(sel: object) -> bool:
    return sel != "" and not (isinstance(sel, str) and sel.isspace())


def _penutup(sel: object) -> bool:
    return isinstance(sel, str) and sel.lstrip()[:1] in _AWAL_PENUTUP and _KATA_PENUTUP.fullmatch(sel.strip()) is not None
