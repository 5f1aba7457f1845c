"""Finding tables on a sheet: by their headers, wherever they start, and without what stands around them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise, zip_longest

from kinerja_cli.core.kolom import (
    JUDUL,
    NAMA_NIP,
    WAJIB,
    judul_kunci,
    kolom_dari_judul,
    mungkin_judul_kunci,
    rapi,
    ringkas,
    semua_judul,
)
from kinerja_cli.core.lembar import Lembar, Rentang, huruf_kolom
from kinerja_cli.core.nip import pisahkan
from kinerja_cli.core.skema import Peran
from kinerja_cli.core.temuan import Letak, Temuan, nama_terdekat

BARIS_JUDUL_TERJAUH = 30
"""Headers are searched within this many rows (contract)."""
_TINGGI_JUDUL = 3
_BARIS_SEORANG = 4
"""Rows that one person may take."""
_JUDUL_KUNCI_TERPANJANG = 30
_AWAL_JUDUL_KUNCI = frozenset("NnKkIi \t\n\u00a0\u200b\ufeff\uff2e\uff2b\uff29")
"""How headers of key columns begin: N, K or I, or what :func:`rapi` takes away before it."""

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
    tabel, disatukan = _satukan_baris_orang(_lewati_nomor_kolom(tabel))
    return tabel, (*disatukan, *_kolom_kembar(tabel, judul), *(() if peran else _kolom_kurang(tabel, ada_kode=bool(kode))))


def _judul_terbaik(lembar: Lembar, kode: Mapping[str, str]) -> _Judul | None:
    """Find the header with the most known columns; it names a key column, or Nama over cells that hold NIPs too."""
    akhir = min(len(lembar.baris), lembar.mulai + BARIS_JUDUL_TERJAUH + _TINGGI_JUDUL)
    kunci = _baris_judul(lembar.baris[lembar.mulai : akhir], lembar.mulai)
    calon = [
        (awal, tinggi)
        for awal in range(lembar.mulai, min(akhir, lembar.mulai + BARIS_JUDUL_TERJAUH))
        for tinggi in range(1, min(_TINGGI_JUDUL, akhir - awal) + 1)
    ]
    berkunci = (c for c in calon if not kunci.isdisjoint(range(c[0], c[0] + c[1])))
    terbaik = _terbaik([_baca_judul(lembar, *c, kode) for c in berkunci])
    if terbaik is None and (ber_nip := _kolom_ber_nip(lembar)):
        semua = [_baca_judul(lembar, *c, kode) for c in calon]
        terbaik = _terbaik(
            [replace(j, kolom={**j.kolom, "nip": k}) for j in semua if (k := j.kolom.get("nama", -1)) in ber_nip]
        )
    return terbaik


def _terbaik(calon: Sequence[_Judul]) -> _Judul | None:
    terbaik = max(calon, key=lambda j: j.skor, default=None)
    return terbaik if terbaik and terbaik.skor >= 2 and {"nip", "kode"} & terbaik.kolom.keys() else None


def _kolom_ber_nip(lembar: Lembar) -> frozenset[int]:
    """Find the columns in which NIPs stand, for a sheet without a header that says so: a name with its NIP beneath it."""
    return frozenset(
        k for baris in lembar.baris for k, sel in enumerate(baris) if isinstance(sel, str) and pisahkan(rapi(sel))[1]
    )


def _baca_judul(lembar: Lembar, awal: int, tinggi: int, kode: Mapping[str, str]) -> _Judul:
    baris = [[rapi(sel) for sel in lembar.baris[r]] for r in range(awal, awal + tinggi)]
    salinan = _isi_gabungan(baris, awal, lembar.gabungan)
    kolom: dict[str, int] = {}
    kolom_kode: dict[str, int] = {}
    asing: dict[int, str] = {}
    kembar: list[tuple[str, int, int]] = []
    for k, tumpukan in enumerate(zip_longest(*baris, fillvalue="")):
        teks = list(dict.fromkeys(t for t in tumpukan if t))
        if not teks or all(not t or (r, k) in salinan for r, t in enumerate(tumpukan)):
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


def _isi_gabungan(baris: list[list[str]], awal: int, gabungan: Sequence[Rentang]) -> frozenset[tuple[int, int]]:
    """Repeat a merged cell's text over the columns that it covers; give the places of the copies."""
    salinan = set()
    for r1, k1, _, k2 in gabungan:
        if awal <= r1 < awal + len(baris) and k2 > k1:
            sasaran = baris[r1 - awal]
            for k in range(k1 + 1, min(k2 + 1, len(sasaran))):
                sasaran[k] = sasaran[k1]
                salinan.add((r1 - awal, k))
    return frozenset(salinan)


def _peran(judul: _Judul) -> tuple[Peran, ...]:
    ada = judul.kolom.keys()
    if "nip" not in ada:
        return (Peran.INDIKATOR,) if ada >= set(WAJIB[Peran.INDIKATOR]) else ()
    if ada >= set(WAJIB[Peran.REALISASI]):
        return (Peran.REALISASI,)
    if ada >= set(WAJIB[Peran.IDE_BARU]):
        return (Peran.IDE_BARU,)
    peran = []
    if ada >= set(WAJIB[Peran.PEGAWAI]):
        peran.append(Peran.PEGAWAI)
    if judul.kolom_kode:
        peran.append(Peran.REALISASI)
    return tuple(peran)


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
    singkat = {ringkas(k): k for k in kode}
    batas: list[int] = []
    dipakai: dict[str, int] = {}
    for r in sorted(baris_judul):
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


def baris_judul(lembar: Lembar) -> frozenset[int]:
    """Find the rows, from 0, in which the header of a key column (NIP, Kode) may stand: any table needs one."""
    return _baris_judul(lembar.baris, 0)


def _baris_judul(baris: Sequence[Sequence[object]], mulai: int) -> frozenset[int]:
    return frozenset(
        r
        for r, isi in enumerate(baris, mulai)
        for sel in isi
        if isinstance(sel, str)
        and sel[:1] in _AWAL_JUDUL_KUNCI
        and len(sel) <= _JUDUL_KUNCI_TERPANJANG
        and mungkin_judul_kunci(sel)
    )


def _kolom_kembar(tabel: Tabel, judul: _Judul) -> Iterator[Temuan]:
    """Two columns with one header: nobody knows which of two wanted ones counts; of others the first is read, and said."""
    wajib = {"target_atas", *tabel.kolom_kode, *(k for p in tabel.peran for k in WAJIB[p])}
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
    """Tell data from what stands among and below it: totals, notes, places and dates, signatures.

    A row is data when its key (NIP or Kode) is filled beside another wanted column, or, before the table ends at a blank
    or total row, when it is filled in part: a hole in it is a finding, not a reason to pass it over.

    Returns:
        The rows of data and the rows passed over, from 0; blank rows are in neither.
    """
    kunci = tabel.kolom["nip"] if "nip" in tabel.kolom else tabel.kolom["kode"]
    wajib = [tabel.kolom[k] for p in tabel.peran for k in WAJIB[p] if k in tabel.kolom and tabel.kolom[k] != kunci] or list(
        tabel.kolom_kode.values()
    )
    lain = [k for nama, k in tabel.kolom.items() if nama != "nomor" and k != kunci]
    perlu = [*dict.fromkeys([*wajib, *lain, *tabel.kolom_kode.values()])]
    data: list[int] = []
    lewat: list[int] = []
    berakhir = False
    for r, sel in enumerate(islice(tabel.lembar.baris, tabel.awal, None), tabel.awal):
        if isinstance(isi := sel[kunci], str) and isi.isdigit() and any(_terisi(sel[k]) for k in wajib):
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
        elif not ada_kunci and not any(_terisi(sel[k]) for k in perlu):
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


def _terisi(sel: object) -> bool:
    return sel != "" and not (isinstance(sel, str) and sel.isspace())


def _penutup(sel: object) -> bool:
    return isinstance(sel, str) and sel.lstrip()[:1] in _AWAL_PENUTUP and _KATA_PENUTUP.fullmatch(sel.strip()) is not None
