"""Headers of tables: which cells head which column, over one row or several, merged or stacked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice, zip_longest

from kinerja_cli.core.kolom import (
    NAMA_NIP,
    PENILAIAN,
    WAJIB,
    kolom_dari_judul,
    kolom_register,
    mungkin_judul_kunci,
    rapi,
    ringkas,
)
from kinerja_cli.core.lembar import Lembar, Rentang
from kinerja_cli.core.nip import pisahkan
from kinerja_cli.core.skema import Peran

BARIS_JUDUL_TERJAUH = 30
"""Headers are searched within this many rows (contract)."""
TINGGI_JUDUL = 3
"""Rows that a header may take."""
_JUDUL_KUNCI_TERPANJANG = 30
_AWAL_JUDUL_KUNCI = frozenset("NnKkIiPp \t\n\u00a0\u200b\ufeff\uff2e\uff2b\uff29\uff30")
"""How headers of key columns begin: N, K, I or P, or what :func:`rapi` takes away before it."""
_AWAL_PEMILIK = frozenset({"pemi", "peng"})
"""How those with P go on (Pemilik, Penggagas): many names of people begin with it."""


@dataclass(frozen=True)
class Judul:
    """A header as it was understood.

    Attributes:
        kolom, kolom_kode, asing: place (from 0) of the known columns, of those headed by a code, and of the others.
        kembar: what two columns are headed, and the places of both.
        akhir: its last row, from 0.
    """

    kolom: dict[str, int]
    kolom_kode: dict[str, int]
    asing: dict[int, str]
    kembar: tuple[tuple[str, int, int], ...]
    akhir: int

    @property
    def skor(self) -> int:
        """How many columns it knows."""
        return len(self.kolom) + len(self.kolom_kode)

    @property
    def peran(self) -> tuple[Peran, ...]:
        """What a table under this header is for; () where columns are missing."""
        ada = self.kolom.keys()
        if ada >= set(WAJIB[Peran.INOVASI]):
            return (Peran.INOVASI,)
        if "nip" not in ada:
            return (Peran.INDIKATOR,) if ada >= set(WAJIB[Peran.INDIKATOR]) else ()
        if ada >= set(WAJIB[Peran.REALISASI]):
            return (Peran.REALISASI,)
        if ada >= set(WAJIB[Peran.IDE_BARU]) and not ada & set(PENILAIAN):  # else Uraian describes additional work
            return (Peran.IDE_BARU,)
        peran = []
        if ada >= set(WAJIB[Peran.PEGAWAI]):
            peran.append(Peran.PEGAWAI)
        if self.kolom_kode:
            peran.append(Peran.REALISASI)
        if ada & set(PENILAIAN):
            peran.append(Peran.PERILAKU)
        return tuple(peran)


def judul_terbaik(lembar: Lembar, kode: Mapping[str, str]) -> Judul | None:
    """Find the header with the most known columns; it names a key column, or Nama over cells that hold NIPs too."""
    akhir = min(len(lembar.baris), lembar.mulai + BARIS_JUDUL_TERJAUH + TINGGI_JUDUL)
    kunci = _baris_judul(lembar.baris[lembar.mulai : akhir], lembar.mulai)
    calon = [
        (awal, tinggi)
        for awal in range(lembar.mulai, min(akhir, lembar.mulai + BARIS_JUDUL_TERJAUH))
        for tinggi in range(1, min(TINGGI_JUDUL, akhir - awal) + 1)
    ]
    berkunci = (c for c in calon if not kunci.isdisjoint(range(c[0], c[0] + c[1])))
    terbaik = _terbaik([judul_di(lembar, *c, kode) for c in berkunci])
    if terbaik is None and (ber_nip := _kolom_ber_nip(lembar)):
        semua = [baca_judul(lembar, *c, kode) for c in calon]
        terbaik = _terbaik(
            [replace(j, kolom={**j.kolom, "nip": k}) for j in semua if (k := j.kolom.get("nama", -1)) in ber_nip]
        )
    return terbaik


def _terbaik(calon: Sequence[Judul]) -> Judul | None:
    terbaik = max(calon, key=lambda j: j.skor, default=None)
    return terbaik if terbaik and terbaik.skor >= 2 and {"nip", "kode"} & terbaik.kolom.keys() else None


def _kolom_ber_nip(lembar: Lembar) -> frozenset[int]:
    """Find the columns in which each name has its NIP beneath it, for a sheet without a header that says NIP.

    A third of the column's cells are NIPs then: the signatures below a list of names are fewer.
    """
    terisi: Counter[int] = Counter()
    ber_nip: Counter[int] = Counter()
    for baris in islice(lembar.baris, lembar.mulai, None):
        for k, sel in enumerate(baris):
            if isinstance(sel, str) and (teks := rapi(sel)):
                terisi[k] += 1
                ber_nip[k] += bool(pisahkan(teks)[1])
    return frozenset(k for k, banyak in ber_nip.items() if banyak * 3 >= terisi[k])


def judul_di(lembar: Lembar, awal: int, tinggi: int, kode: Mapping[str, str]) -> Judul:
    """Understand rows as a header: of a register of innovations where all of its columns are there, else of another sheet."""
    baris = lembar.baris[awal : awal + tinggi]
    if any(isinstance(sel, str) and "tahap" in sel.lower() for satu in baris for sel in satu):
        register = judul_register(lembar, awal, tinggi)
        if register.peran == (Peran.INOVASI,):
            return register
    return baca_judul(lembar, awal, tinggi, kode)


def judul_register(lembar: Lembar, awal: int, tinggi: int) -> Judul:
    """Understand rows as the header of a register of innovations.

    A title goes before a description beside it; where no column is headed NIP, that of the owners holds their NIPs.
    """
    judul = baca_judul(lembar, awal, tinggi, {}, kolom_register)
    kolom = dict(judul.kolom)
    if "judul" in kolom:
        kolom["uraian"] = kolom.pop("judul")
    if "pemilik" in kolom and "nip" not in kolom:
        kolom["nip"] = kolom.pop("pemilik")
    return replace(judul, kolom=kolom)


def baca_judul(
    lembar: Lembar,
    awal: int,
    tinggi: int,
    kode: Mapping[str, str],
    kolom_dari_judul: Callable[[str], str | None] = kolom_dari_judul,
) -> Judul:
    """Understand ``tinggi`` rows from ``awal`` as a header.

    Args:
        lembar: the sheet.
        awal, tinggi: the rows.
        kode: each known code by its squeezed form.
        kolom_dari_judul: finds the column that a header means; sheets of another kind have words of their own.
    """
    baris = [[rapi(sel) for sel in lembar.baris[r]] for r in range(awal, awal + tinggi)]
    salinan = _isi_gabungan(baris, awal, lembar.gabungan)
    kolom: dict[str, int] = {}
    kolom_kode: dict[str, int] = {}
    asing: dict[int, str] = {}
    kembar: list[tuple[str, int, int]] = []
    for k, tumpukan in enumerate(zip_longest(*baris, fillvalue="")):
        teks = list(dict.fromkeys(filter(None, tumpukan)))
        if not teks or (salinan and all(not t or (r, k) in salinan for r, t in enumerate(tumpukan))):
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
    return Judul(kolom, kolom_kode, asing, tuple(kembar), awal + tinggi - 1)


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
        and (sel[0] not in "Pp" or sel[:4].lower() in _AWAL_PEMILIK)
        and mungkin_judul_kunci(sel)
    )
