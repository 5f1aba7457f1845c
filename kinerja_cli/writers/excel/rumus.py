"""The arithmetic of a rule set as spreadsheet formulas, from realisasi and target to capaian, nilai and category.

A formula says what the rule set says, in its numbers; that it rounds as ``hitung`` does is decided in :mod:`core.rumus`.
Templates hold ``{0}`` for the row, since thousands of rows share one.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from kinerja_cli.core.angka import DESIMAL_AMAN, teks_kanonis, teks_skala
from kinerja_cli.core.aturan import Aturan, BarisPita, Cara, Matriks
from kinerja_cli.core.capaian import RUMUS
from kinerja_cli.core.kata_indikator import BarisIndikator
from kinerja_cli.core.rumus import Bentuk

TIDAK_BERLAKU: Final = "n/a"
"""What the cell of a realisasi says where the indicator doesn't apply; formulas ask for it."""


@dataclass(frozen=True)
class Huruf:
    """The column letters of the sheet Rincian; ``nilai`` is that of capaian where there are no bands."""

    aspek: str
    target: str
    target_atas: str
    realisasi: str
    capaian: str
    nilai: str
    bobot: str
    tertimbang: str


def seperseratus(angka: int) -> str:
    """Give hundredths as a formula's literal: 7000 → "70"."""
    return teks_skala(angka, 2)


def bulatkan(rumus: str) -> str:
    """Round half up to two decimals; the first rounding takes away what binary floats add."""
    return f"ROUND(ROUND({rumus},{DESIMAL_AMAN}),2)"


# One indicator ------------------------------------------------------------------------------------------------------


def _efisiensi(r: str, t: str, c: Cara) -> str:
    batas, faktor, pangkal = (seperseratus(c.tetapan[k]) for k in ("batas", "faktor", "pangkal"))
    dekat = f"({faktor}*{t}-{r})/{t}*100"
    return f"IF(ROUND(100-{r}/{t}*100,{DESIMAL_AMAN})<={batas},{dekat},{pangkal}-({dekat}-100))"


_RASIO: Final[Mapping[str, Callable[[str, str, Cara], str]]] = {
    "realisasi_per_target": lambda r, t, c: f"{r}/{t}*100",
    "dua_kurang_realisasi_per_target": lambda r, t, c: f"(2-{r}/{t})*100",
    "efisiensi": _efisiensi,
}
"""The arithmetic of :data:`capaian.RUMUS`, in percent."""
_BILANGAN_BULAT: Final[Mapping[str, Callable[[str, str], str]]] = {
    "realisasi_per_target": lambda r, t: f"INT(({r}*20000+{t})/(2*{t}))/100",
    "dua_kurang_realisasi_per_target": lambda r, t: f"INT(((2*{t}-{r})*20000+{t})/(2*{t}))/100",
}
"""The same on whole numbers, rounded half up."""


def dapat_dirumuskan(b: BarisIndikator) -> bool:
    """Tell whether a formula gives capaian of an indicator as ``hitung`` does."""
    return b.bentuk is not Bentuk.NILAI and bool(b.kunci)


class Rumusan:
    """The formulas of a rule set in a sheet Rincian; ``huruf`` are its columns."""

    def __init__(self, aturan: Aturan, huruf: Huruf) -> None:
        self._aturan = aturan
        self._h = huruf
        self._cetakan_capaian = lru_cache(maxsize=None)(self._susun_capaian)
        self._cetakan_pita = lru_cache(maxsize=None)(self._susun_pita)

    def capaian(self, b: BarisIndikator, baris: int) -> str | None:
        """Give capaian of an indicator in a row (from 1); None where a formula wouldn't agree."""
        if not dapat_dirumuskan(b):
            return None
        return self._cetakan_capaian(b.kunci, not math.isnan(b.target_atas), b.bentuk).format(baris)

    def _susun_capaian(self, kunci: str, berentang: bool, bentuk: Bentuk) -> str:
        a, h = self._aturan, self._h
        cara = a.cara[kunci]
        r, t, atas = f"{h.realisasi}{{0}}", f"{h.target}{{0}}", f"{h.target_atas}{{0}}"
        acuan = f"IF({r}>{atas},{atas},{t})" if berentang else t
        rasio = (
            _BILANGAN_BULAT[cara.rumus](r, acuan) if bentuk is Bentuk.BULAT else bulatkan(_RASIO[cara.rumus](r, acuan, cara))
        )
        nol = '""'
        if RUMUS[cara.rumus].turun:
            nol = f"IF({r}=0,{seperseratus(a.turun_nol_tercapai.nilai)},{seperseratus(a.turun_nol_terlampaui.nilai)})"
        rendah, tinggi = seperseratus(a.capaian_terendah.nilai), seperseratus(a.capaian_tertinggi.nilai)
        isi = f"IF({acuan}>0,MAX({rendah},MIN({tinggi},{rasio})),{nol})"
        if berentang:
            isi = f"IF(AND({r}>={t},{r}<={atas}),{seperseratus(a.dalam_rentang.nilai)},{isi})"
        return f'IF(ISNUMBER({r}),{isi},"")'

    def pita(self, b: BarisIndikator, baris: int) -> str | None:
        """Give nilai of an indicator by the bands of its person's kind of post."""
        if not b.pita:
            return None
        terbaik = "" if math.isnan(b.terbaik) else teks_kanonis(b.terbaik)
        return self._cetakan_pita(b.pita, terbaik).format(baris)

    def _susun_pita(self, nama: str, terbaik: str) -> str:
        pita = next(p for p in self._aturan.pita if p.nama == nama)
        persen = f"ROUND({self._h.capaian}{{0}},0)"
        sama = f"{self._h.target}{{0}}={terbaik}" if terbaik else ""
        hasil = ""
        for p in sorted(pita.baris, key=lambda p: p.dari):
            isi = _garis(p, persen)
            if sama and p.terbaik is not None:
                isi = f"IF({sama},{seperseratus(p.terbaik)},{isi})"
            hasil = f"IF({persen}>={p.dari},{isi},{hasil})" if hasil else isi
        return f'IF(ISNUMBER({self._h.capaian}{{0}}),{hasil},"")'

    def tertimbang(self, baris: int) -> str:
        """Give capaian (or nilai by the bands) × weight ÷ 100."""
        n, b = self._h.nilai, self._h.bobot
        return f'IF(ISNUMBER({n}{baris}),{n}{baris}*{b}{baris}/100,"")'

    def bagian_tugas(self, baris: int, setugas: Sequence[int], bagian: int) -> str:
        """Give an aspect's parts of its task: evenly among those that apply, or among all where none does."""
        r = self._h.realisasi
        ikut = "+".join(f'({r}{b}<>"{TIDAK_BERLAKU}")' for b in setugas)
        habis = f"IF({ikut}=0,{bagian}/{len(setugas)},0)"
        return f'IF({r}{baris}="{TIDAK_BERLAKU}",{habis},{bagian}/({ikut}))'

    def rata(self, baris: int, banyak: int) -> str:
        """Give the mean of ``banyak`` values that a rater filed, from the sum in the row's cell of a realisasi."""
        sel = f"{self._h.realisasi}{baris}"
        return f'IF(ISNUMBER({sel}),{f"{sel}/{banyak}" if banyak > 1 else sel},"")'

    # One person ---------------------------------------------------------------------------------------------------------

    def pembagi(self, awal: int, akhir: int) -> str:
        """Give the sum of the weights that apply, over a person's rows."""
        r, b = self._h.realisasi, self._h.bobot
        return f'SUMIF({r}{awal}:{r}{akhir},"<>{TIDAK_BERLAKU}",{b}{awal}:{b}{akhir})'

    def jumlah(self, awal: int, akhir: int) -> str:
        """Give the sum of the products."""
        return f"SUM({self._h.tertimbang}{awal}:{self._h.tertimbang}{akhir})"

    def nilai(self, awal: int, akhir: int, jumlah: int, perilaku: int, tambahan: int) -> str:
        """Give a person's number: empty where an indicator is blank, or too little of the weight is left.

        Args:
            awal, akhir: the first and last row of the indicators.
            jumlah: the row of the sums.
            perilaku, tambahan: the rows of what the rater filed; 0: none.
        """
        a, h = self._aturan, self._h
        r, c, b = (f"{huruf}{awal}:{huruf}{akhir}" for huruf in (h.realisasi, h.capaian, h.bobot))
        pembagi = f"{h.bobot}{jumlah}"
        syarat = [
            f'COUNT({c})=ROWS({c})-COUNTIF({r},"{TIDAK_BERLAKU}")',
            f"{pembagi}>0",
            f"ROUND({pembagi}*100-SUM({b})*{seperseratus(a.sisa_bobot.nilai)},6)>=0",
        ]
        rumus = f"{h.tertimbang}{jumlah}/{pembagi}*100"
        if (bagi := a.pembagian) and perilaku:
            syarat.append(f"ISNUMBER({h.nilai}{perilaku})")
            rumus = f"{rumus}*{seperseratus(bagi.hasil_kerja)}%+{h.nilai}{perilaku}*{seperseratus(bagi.perilaku)}%"
        if tambahan:
            rumus = f"{rumus}+{h.nilai}{tambahan}"
        return f'IF(AND({",".join(syarat)}),{bulatkan(rumus)},"")'

    def aspek(self, nama: str, sel: str, awal: int, akhir: int) -> str:
        """Give the score of an aspect, by the cell that names it, from another sheet.

        Empty where it has no indicator, or the cell ``sel`` holds no score.
        """
        h = self._h
        a, b, t = (f"Rincian!{huruf}{awal}:{huruf}{akhir}" for huruf in (h.aspek, h.bobot, h.tertimbang))
        rumus = bulatkan(f'SUMIF({a},{nama},{t})/SUMIFS({b},{a},{nama},{t},">=0")*100')
        return f'IF(ISNUMBER({sel}),IFERROR({rumus},""),"")'


def _garis(p: BarisPita, persen: str) -> str:
    awal, puncak = seperseratus(p.awal), seperseratus(p.puncak)
    if p.awal == p.puncak:
        return awal
    return bulatkan(f"{awal}+({puncak}-{awal})*({persen}-{p.dari})/({p.sampai}-{p.dari})")


def peringkat(sel: str, semua: str) -> str:
    """Give the rank of the number in a cell among those of a range."""
    return f'IF(ISNUMBER({sel}),RANK({sel},{semua}),"")'


# The category -------------------------------------------------------------------------------------------------------


def predikat(aturan: Aturan, sel: str, *, punya_ide: bool) -> str:
    """Give the category of the number in a cell: the first lower end that it reaches, under its condition."""
    boleh = [(p.mulai, p.nama) for p in aturan.predikat if punya_ide or p.syarat != "ide_baru"]
    return _tangga(sel, boleh)


def hasil_kerja(matriks: Matriks, sel: str) -> str:
    """Give the rating of hasil kerja that the local choice bridges from the number in a cell."""
    return _tangga(sel, [(e.jembatan.nilai, e.nama) for e in matriks.ekspektasi if e.jembatan])


def _tangga(sel: str, anak: Sequence[tuple[int, str]]) -> str:
    hasil = '""'
    for mulai, nama in reversed(anak):
        hasil = f"IF({sel}>={seperseratus(mulai)},{teks(nama)},{hasil})"
    return f'IF(ISNUMBER({sel}),{hasil},"")'


def menurut_matriks(matriks: Matriks, kerja: str, laku: str) -> str:
    """Give the category of the two ratings in two cells."""
    hasil = '""'
    for (k, p), (nama, _) in reversed(list(matriks.sel.items())):
        hasil = f"IF(AND({kerja}={teks(k)},{laku}={teks(p)}),{teks(nama)},{hasil})"
    return hasil


def teks(isi: str) -> str:
    """Give a text as a formula's literal."""
    return '"' + isi.replace('"', '""') + '"'
