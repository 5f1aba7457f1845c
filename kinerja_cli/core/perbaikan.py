"""Findings and sheets → the rows that a repair workbook shows, and which of their cells are open."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from kinerja_cli.core import nip
from kinerja_cli.core.asal import LEMBAR_ASAL, Asal, AsalBaris, AsalHalaman, polos
from kinerja_cli.core.judul import baris_judul
from kinerja_cli.core.kolom import ARAH, STATUS, TAHAP, rapi
from kinerja_cli.core.lembar import Lembar, nama_lembar, tempat_sel
from kinerja_cli.core.skema import Masukan, Peran
from kinerja_cli.core.tabel import Tabel, baris_data, cari_tabel, pisah_tabel
from kinerja_cli.core.temuan import Letak, Temuan, Tingkat

LEMBAR_PETUNJUK: Final = "Petunjuk"
LEMBAR_DAFTAR: Final = "Daftar Pilihan"
JUDUL_NOMOR: Final = "Baris"
"""Header of the first column: the row's number on the sender's sheet."""
JUDUL_NASIHAT: Final = "Yang perlu dibetulkan"
"""Header of the last column."""

_TINGGI_JUDUL: Final = 3

SEBARIS: Final = frozenset({"P03", "P04", "R03", "R04", "R07", "I06", "I09"})
"""Findings of a row that contradicts or repeats another: any of its cells may be the wrong one, or the row too many."""
_SIAPA: Final = frozenset({"R06", "R08", "R09", "R10"})
"""Findings whose place may be a NIP only to say who it is: another NIP there would mend nothing."""
_BESERTA: Final[Mapping[str, str]] = {"P10": "nip", "R11": "nip", "I08": "target_atas"}
"""Findings of two cells that don't agree, and the column of the second."""
_MILIK_SENDIRI: Final[Mapping[str, str]] = {Peran.PEGAWAI: "nip", Peran.INDIKATOR: "kode"}
"""The column that a table defines itself, so that nothing can be chosen for it."""


@dataclass(frozen=True)
class SelTerbuka:
    """A cell to mend: what is wrong with it, and the values that it may take (none: anything)."""

    temuan: tuple[Temuan, ...]
    pilihan: tuple[str, ...] = ()


@dataclass(frozen=True)
class Perbaikan:
    """A repair workbook.

    Attributes:
        asal: its pages and rows.
        terbuka: the open cells by page, row number and column of the page.
        sisa: findings that no cell of these rows mends.
    """

    asal: Asal
    terbuka: Mapping[tuple[str, int, int], SelTerbuka]
    sisa: tuple[Temuan, ...]

    @property
    def banyak_baris(self) -> int:
        """How many rows it shows."""
        return sum(len(halaman.baris) for halaman in self.asal.halaman)


def pilihan_isian(masukan: Masukan, aspek: Sequence[str], temuan: Iterable[Temuan]) -> dict[str, tuple[str, ...]]:
    """Give the values that may stand in a column, by column."""
    salah_tulis = {t.nilai for t in temuan if t.kode == "P06"}
    dinas = sorted({d for d in masukan.pegawai["dinas"] if d} - salah_tulis)
    jabatan = sorted({j for j in masukan.pegawai["jabatan"] if j})
    return {
        "nip": tuple(sorted({n for n in masukan.pegawai["nip"] if nip.berbentuk_nip(n)})),
        "kode": tuple(dict.fromkeys(k for k in masukan.indikator["kode"] if k)),
        "dinas": tuple(dinas),
        "berlaku_untuk": (*dinas, *jabatan),
        "status": tuple(dict.fromkeys(STATUS.values())),
        "arah": tuple(dict.fromkeys(ARAH.values())),
        "aspek": tuple(aspek),
        "tahap": tuple(TAHAP),
    }


def rencanakan(
    asal: Asal, lembar: Sequence[Lembar], temuan: Sequence[Temuan], pilihan: Mapping[str, tuple[str, ...]]
) -> Perbaikan:
    """Find the rows to show and the cells to open.

    Args:
        asal: the sender's workbook, without pages.
        lembar: its sheets.
        temuan: the findings of the check, in order; only GALAT and PERINGATAN of this workbook are taken.
        pilihan: values by column, see :func:`pilihan_isian`.
    """
    halaman = [_Halaman(utuh, tabel) for utuh, tabel in semua_tabel(lembar, asal.kode)]
    sisa = []
    for t in temuan:
        letak = [satu for satu in (t.letak, *t.terkait) if satu.berkas == asal.berkas]
        if t.tingkat is not Tingkat.INFO and letak:
            dibuka = [h.buka(t, satu) for satu in letak for h in halaman if h.utuh.nama == satu.lembar]
            if not any(dibuka):
                sisa.append(t)
    jadi: list[AsalHalaman] = []
    terbuka: dict[tuple[str, int, int], SelTerbuka] = {}
    for h in halaman:
        if h.terbuka:
            terpakai = (LEMBAR_PETUNJUK, LEMBAR_DAFTAR, LEMBAR_ASAL, *(lain.nama for lain in jadi))
            satu = h.jadi(nama_lembar(h.utuh.nama, terpakai))
            jadi.append(satu)
            terbuka |= h.sel(satu, pilihan)
    return Perbaikan(replace(asal, halaman=tuple(jadi)), terbuka, tuple(sisa))


def semua_tabel(lembar: Iterable[Lembar], kode: Collection[str]) -> Iterator[tuple[Lembar, Tabel]]:
    """Give each table that is read, with the whole sheet on which it stands."""
    for utuh in lembar:
        for potongan in () if utuh.tersembunyi else pisah_tabel(utuh, kode, baris_judul(utuh)):
            tabel, _ = cari_tabel(potongan, kode)
            if tabel and tabel.peran:
                yield utuh, tabel


def kunci_baris(tabel: Tabel, r: int) -> tuple[str, ...]:
    """Give the NIP and the code of a row (from 0), tidied, as far as its table has them."""
    sel = tabel.lembar.baris[r]
    kunci = []
    if "nip" in tabel.kolom:
        teks = rapi(sel[tabel.kolom["nip"]])
        kunci.append(nip.pisahkan(teks)[1] if tabel.dua_dalam_satu else nip.rapikan(teks))
    if "kode" in tabel.kolom:
        kunci.append(rapi(sel[tabel.kolom["kode"]]))
    return tuple(kunci)


@dataclass
class _Halaman:
    """A table of the sender's while its cells are being opened; rows and columns from 0, as on the sheet."""

    utuh: Lembar
    tabel: Tabel
    terbuka: dict[tuple[int, int], list[Temuan]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        self._data = frozenset(baris_data(self.tabel)[0])
        self._nama: dict[int, str] = {}
        for nama, k in {**self.tabel.kolom_kode, **self.tabel.kolom}.items():
            self._nama.setdefault(k, nama)

    def buka(self, t: Temuan, letak: Letak) -> bool:
        """Open the cells that mend a finding; False where no cell here does."""
        tempat = tempat_sel(letak.sel)
        if tempat is None or tempat[0] not in self._data or tempat[1] not in self._nama:
            return False
        r, k = tempat
        if t.kode.startswith("L") or (t.kode in _SIAPA and self._nama[k] == "nip") or self._di_baris_lain(r, k):
            return False
        for satu in self._kolom(t.kode, k):
            if t not in self.terbuka[r, satu]:
                self.terbuka[r, satu].append(t)
        return True

    def _di_baris_lain(self, r: int, k: int) -> bool:
        """Tell whether the value was put together from two rows of the sheet."""
        return self.tabel.lembar.baris[r][k] != self.utuh.baris[r][k]

    def _kolom(self, kode: str, k: int) -> tuple[int, ...]:
        kolom = self.tabel.kolom
        if kode in SEBARIS and k not in self.tabel.kolom_kode.values():
            return tuple(satu for satu, nama in self._nama.items() if nama != "nomor")
        lain = "nip" if kode in SEBARIS else _BESERTA.get(kode, "")
        return (k, kolom[lain]) if lain in kolom and kolom[lain] != k else (k,)

    def jadi(self, nama: str) -> AsalHalaman:
        kolom = sorted({*self._nama, *self.tabel.asing})
        kunci = {r: kunci_baris(self.tabel, r) for r in sorted(self._data)}
        banyak = Counter(kunci.values())
        return AsalHalaman(
            nama=nama,
            lembar=self.utuh.nama,
            peran=tuple(self.tabel.peran),
            kolom=tuple(self._nama.get(k, "") for k in kolom),
            letak=tuple(kolom),
            judul=tuple(self._judul(k) for k in kolom),
            baris=tuple(
                AsalBaris(
                    r + 1,
                    kunci[r],
                    banyak[kunci[r]] > 1,
                    tuple(polos(self.utuh.baris[r][k]) for k in kolom),
                    tuple(i for i, k in enumerate(kolom) if (r, k) in self.terbuka),
                )
                for r in sorted({r for r, _ in self.terbuka})
            ),
        )

    def _judul(self, k: int) -> str:
        atas = self.utuh.baris[max(0, self.tabel.baris_judul + 1 - _TINGGI_JUDUL) : self.tabel.baris_judul + 1]
        return next((teks for baris in reversed(atas) if (teks := rapi(baris[k]))), "")

    def sel(
        self, halaman: AsalHalaman, pilihan: Mapping[str, tuple[str, ...]]
    ) -> Iterator[tuple[tuple[str, int, int], SelTerbuka]]:
        for (r, k), temuan in self.terbuka.items():
            i = halaman.letak.index(k)
            yield (halaman.nama, r + 1, i), SelTerbuka(tuple(temuan), self._pilihan(k, temuan, pilihan))

    def _pilihan(self, k: int, temuan: Sequence[Temuan], pilihan: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
        nama = self._nama[k]
        if nama in ("nip", "nama") and (self.tabel.dua_dalam_satu or Peran.INOVASI in self.tabel.peran):
            return ()  # such a cell holds more than one NIP
        if nama in pilihan and not any(_MILIK_SENDIRI.get(p) == nama for p in self.tabel.peran):
            return pilihan[nama]
        return tuple(t.usul for t in temuan if t.usul and nama == "nip")
