"""Findings: a fault in the data is a value with a code, a place and an advice; all are collected, none is raised."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kinerja_cli.core.katalog import KATALOG, Jenis, Tingkat

__all__ = ["Jenis", "Letak", "Temuan", "Tingkat", "ada_galat", "hitung_tingkat", "nama_terdekat", "urutkan"]


@dataclass(frozen=True, order=True)
class Letak:
    """Where a fault stands: file, sheet and cell as Excel shows them; parts may be empty."""

    berkas: str = ""
    lembar: str = ""
    sel: str = ""

    def __str__(self) -> str:
        lembar = f"{self.lembar}!{self.sel}" if self.lembar and self.sel else self.lembar or self.sel
        return " › ".join(bagian for bagian in (self.berkas, lembar) if bagian)


@dataclass(frozen=True)
class Temuan:
    """One finding.

    Attributes:
        kode: its kind in the catalogue, such as "R01"; tests assert this and the place, never the sentence.
        letak: where.
        nilai: the value found, as text.
        isian: what the catalogue's sentences name in braces, besides ``{nilai}``.
        usul: the one near name that is proposed, or "".
        nip: the people whose score it touches.
        terkait: the other cells in which the same fault may be mended, such as all weights of one sum.
    """

    kode: str
    letak: Letak = field(default_factory=Letak)
    nilai: str = ""
    isian: tuple[tuple[str, str], ...] = ()
    usul: str = ""
    nip: tuple[str, ...] = ()
    terkait: tuple[Letak, ...] = ()

    @property
    def jenis(self) -> Jenis:
        """Its entry in the catalogue."""
        return KATALOG[self.kode]

    @property
    def tingkat(self) -> Tingkat:
        """GALAT, PERINGATAN or INFO."""
        return self.jenis.tingkat

    @property
    def pesan(self) -> str:
        """What is wrong, with the value found."""
        return self.jenis.pesan.format(nilai=self.nilai, **dict(self.isian))

    @property
    def saran(self) -> str:
        """What to do."""
        saran = self.jenis.saran.format(nilai=self.nilai, **dict(self.isian))
        return f"Maksud Anda “{self.usul}”? {saran}" if self.usul else saran


def kolom_kurang(letak: Letak, peran: str, kolom: str, tertulis: str = "", usul: str = "") -> Temuan:
    """Say which columns a table lacks (L02); or that a header isn't known, where one is ``tertulis`` that may be meant."""
    sebab = f"tidak dikenali: ada kolom berjudul “{tertulis}”" if usul else "tidak ada"
    return Temuan("L02", letak, isian=(("peran", peran), ("kolom", kolom), ("sebab", sebab)), usul=usul)


_URUTAN = {tingkat: i for i, tingkat in enumerate(Tingkat)}


def urutkan(temuan: Iterable[Temuan]) -> tuple[Temuan, ...]:
    """Sort by place (cells as a person reads them: row, then column), and show each once."""
    return tuple(sorted(dict.fromkeys(temuan), key=_kunci))


def _kunci(t: Temuan) -> tuple[str, str, int, int, str, int, str, str]:
    kolom = t.letak.sel.rstrip("0123456789:").partition(":")[0]
    baris = "".join(huruf for huruf in t.letak.sel.partition(":")[0] if huruf.isdigit())
    kolom = kolom.rstrip("0123456789")
    return (
        t.letak.berkas,
        t.letak.lembar,
        int(baris or 0),
        len(kolom),
        kolom,
        _URUTAN[t.tingkat],
        t.kode,
        t.nilai + str(t.isian),
    )


def ada_galat(temuan: Iterable[Temuan]) -> bool:
    """Tell whether anything stops the scoring."""
    return any(t.tingkat is Tingkat.GALAT for t in temuan)


def hitung_tingkat(temuan: Iterable[Temuan]) -> dict[Tingkat, int]:
    """Count the findings of each level."""
    jumlah = Counter(t.tingkat for t in temuan)
    return {tingkat: jumlah[tingkat] for tingkat in Tingkat}


def nama_terdekat(nama: str, pilihan: Iterable[str], *, paling_jauh: int = 2) -> str:
    """Give the single best near name within two edits, else "" (also where two are equally near)."""
    kecil = nama.casefold()
    jarak: dict[str, int] = {}
    for calon in dict.fromkeys(pilihan):
        d = _jarak_sunting(kecil, calon.casefold(), paling_jauh)
        if d <= min(paling_jauh, len(kecil) // 3) and calon != nama:
            jarak[calon] = d
    if not jarak:
        return ""
    terbaik = min(jarak.values())
    dekat = [calon for calon, d in jarak.items() if d == terbaik]
    return dekat[0] if len(dekat) == 1 else ""


def _jarak_sunting(a: str, b: str, batas: int) -> int:
    """Damerau-Levenshtein distance (adjacent swaps count one), given up beyond ``batas``."""
    if abs(len(a) - len(b)) > batas:
        return batas + 1
    sebelum: Sequence[int] = ()
    kini: Sequence[int] = range(len(b) + 1)
    for i, ca in enumerate(a, 1):
        baru = [i]
        for j, cb in enumerate(b, 1):
            d = min(kini[j] + 1, baru[j - 1] + 1, kini[j - 1] + (ca != cb))
            if i > 1 and j > 1 and ca == b[j - 2] and a[i - 2] == cb:
                d = min(d, sebelum[j - 2] + 1)
            baru.append(d)
        if min(baru) > batas:
            return batas + 1
        sebelum, kini = kini, baru
    return kini[-1]
