"""What may be published: counts by dinas and category from which nobody can be worked out, by sums or differences either.

Every cell is shown, or hidden. Under :data:`TERKECIL` people are never shown, nor that a whole dinas has one category.
Each cell hidden for that stands in a rectangle of four hidden cells, along which people can be moved round without
changing any total: so many that, for all that the page tells, the group may be of :data:`TERKECIL` people, or of fewer
than it is. A mean is shown only of rows without a hidden cell.

People are moved round between dinas, so what is told of the whole regency stays as it was: its means, of each aspect
too, say nothing more of the cells. Of the people themselves they tell nothing, where :func:`boleh_rata_daerah` lets them
be shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import product

from kinerja_cli.core.aturan import Aturan
from kinerja_cli.core.laporan import Orang, Ringkasan, ringkas_orang

TERKECIL = 5
"""The smallest group that is shown or compared."""
LAINNYA = "Dinas lain, digabung"

Tabel = Mapping[str, Mapping[str, int]]
"""People by row (dinas) and column (category); zeros may be missing."""
_Sel = tuple[str, str]
_Persegi = tuple[str, str, str, str]
"""A cell's row and column, and those of the cell across from it."""


@dataclass(frozen=True)
class BarisPublik:
    """A dinas, or several taken together: counts by column and the mean score; None where hidden."""

    nama: str
    orang: int
    isi: tuple[int | None, ...]
    rata_rata: int | None


@dataclass(frozen=True)
class Publik:
    """The published figures of a month: of people with a result, each counted once.

    Attributes:
        kolom: categories, best first; neighbours stand together where one is too small in the whole regency. None at all
            where everybody would stand in one.
        baris: by name; who was taken together comes last. None where there are too few dinas.
        digabung: the dinas that were taken together.
        daerah: the whole, without means that would tell too much; None where even that is too few people.
    """

    kolom: tuple[str, ...] = ()
    jumlah: tuple[int, ...] = ()
    baris: tuple[BarisPublik, ...] = ()
    digabung: tuple[str, ...] = ()
    daerah: Ringkasan | None = None


@dataclass(frozen=True)
class Perlindungan:
    """A table that may be published but for its hidden cells, and the dinas that had to be taken together for it."""

    tabel: Tabel
    sembunyi: frozenset[_Sel] = frozenset()
    digabung: tuple[str, ...] = ()


def susun_publik(orang: Sequence[Orang], aturan: Aturan) -> Publik:
    """Choose what may be published of a month."""
    dinilai = [o for o in orang if o.dinilai]
    if len(dinilai) < TERKECIL:
        return Publik()
    daerah = _ringkas_daerah(dinilai, aturan)
    kolom = gabung_kolom(daerah.predikat)
    jumlah = tuple(sum(n for p, n in daerah.predikat if p in semua) for semua in kolom.values())
    if sum(n > 0 for n in jumlah) < 2:
        return Publik(daerah=daerah)
    tempat = {p: nama for nama, semua in kolom.items() for p in semua}
    milik: dict[str, list[Orang]] = {}
    for o in dinilai:
        milik.setdefault(o.dinas, []).append(o)
    isi = {d: Counter(tempat[o.predikat] for o in semua) for d, semua in milik.items()}
    aman = lindungi(isi, tuple(kolom))
    milik[LAINNYA] = [o for d in aman.digabung for o in milik[d]]
    nilai = {b: [o.nilai for o in milik[b] if o.nilai is not None] for b in aman.tabel}
    rata = frozenset() if daerah.rata_rata is None else boleh_rata(aman, nilai)  # those of all rows give that of the whole
    baris = (
        BarisPublik(
            b,
            len(milik[b]),
            tuple(None if (b, k) in aman.sembunyi else n.get(k, 0) for k in kolom),
            ringkas_orang(b, milik[b], aturan).rata_rata if b in rata else None,
        )
        for b, n in aman.tabel.items()
    )
    return Publik(tuple(kolom), jumlah, tuple(baris), aman.digabung, daerah)


def boleh_rata_daerah(nilai: Sequence[int], puncak: int) -> bool:
    """Tell whether a mean may be shown: for all that it tells, any :data:`TERKECIL` of the people may have any score.

    They may have 0, since the others could make up for it, and ``puncak``. So it is never a mean of few, nor one that
    everybody has to be near.

    Args:
        nilai: the scores that it is the mean of.
        puncak: the upper end of the scale, which starts at 0.
    """
    ruang = TERKECIL * puncak
    return ruang <= sum(nilai) <= len(nilai) * puncak - ruang


def _ringkas_daerah(dinilai: Sequence[Orang], aturan: Aturan) -> Ringkasan:
    """Sum up the regency, with the means that may be shown."""

    def saring(rata: int | None, nilai: Iterable[int | None]) -> int | None:
        return rata if boleh_rata_daerah([n for n in nilai if n is not None], aturan.puncak) else None

    r = ringkas_orang("Seluruh daerah", dinilai, aturan)
    aspek = tuple((nama, saring(rata, (o.aspek[i] for o in dinilai))) for i, (nama, rata) in enumerate(r.aspek))
    return replace(r, rata_rata=saring(r.rata_rata, (o.nilai for o in dinilai)), aspek=aspek)


def gabung_kolom(jumlah: Sequence[tuple[str, int]]) -> dict[str, tuple[str, ...]]:
    """Take neighbouring categories together until each has nobody or enough people.

    Args:
        jumlah: people by category, best first.

    Returns:
        The categories of each column, by its name.
    """
    kelompok: list[tuple[tuple[str, ...], int]] = [((nama,), n) for nama, n in jumlah]
    while len(kelompok) > 1 and (kecil := [i for i, (_, n) in enumerate(kelompok) if 0 < n < TERKECIL]):
        i = max(kecil[-1], 1)  # joins the better neighbour; the best, the next
        (atas, a), (bawah, b) = kelompok[i - 1 : i + 1]
        kelompok[i - 1 : i + 1] = [(atas + bawah, a + b)]
    return {" sampai ".join(dict.fromkeys((nama[0], nama[-1]))): nama for nama, _ in kelompok}


def lindungi(isi: Mapping[str, Counter[str]], kolom: Sequence[str]) -> Perlindungan:
    """Hide cells, and take dinas together that are too small or of which a cell can't be protected otherwise.

    Args:
        isi: people by dinas and column; no column has from 1 to 4 people in all.
        kolom: the columns.
    """
    digabung = [d for d, n in sorted(isi.items()) if n.total() < TERKECIL]
    while True:
        digabung = _genapkan(isi, digabung)
        tabel: dict[str, Mapping[str, int]] = {d: n for d, n in sorted(isi.items()) if d not in digabung}
        if digabung:
            tabel[LAINNYA] = _jumlah(isi[d] for d in digabung)
        if len(tabel) < 2:
            return Perlindungan({})
        sembunyi, gagal = _sembunyikan(tabel, kolom)
        if not gagal:
            return Perlindungan(tabel, sembunyi, tuple(sorted(digabung)))
        digabung.append(gagal if gagal != LAINNYA else _terkecil(isi, digabung))


def boleh_rata(aman: Perlindungan, nilai: Mapping[str, Sequence[int]]) -> frozenset[str]:
    """Name the rows whose mean may be shown beside the counts and the mean of the whole.

    No row with a hidden cell shows one. People are moved round between such rows only, within which all that is known of
    the scores is their sum: it stays what it was, since every category keeps its people. Hidden means come in twos at
    least, since the mean of the whole gives the last one.

    Args:
        aman: the table.
        nilai: scores by row, hundredths.
    """
    tertutup = {b for b, _ in aman.sembunyi} | {b for b, semua in nilai.items() if len(set(semua)) == 1}
    if len(tertutup) == 1:
        tertutup.add(min(aman.tabel.keys() - tertutup, key=lambda b: (len(nilai[b]), b)))
    return frozenset(aman.tabel.keys() - tertutup)


def _genapkan(isi: Mapping[str, Counter[str]], digabung: Sequence[str]) -> list[str]:
    """Add the smallest others until at least two dinas and enough people stand together."""
    hasil = list(digabung)
    while hasil and len(hasil) < len(isi) and (len(hasil) < 2 or sum(isi[d].total() for d in hasil) < TERKECIL):
        hasil.append(_terkecil(isi, hasil))
    return hasil


def _terkecil(isi: Mapping[str, Counter[str]], selain: Sequence[str]) -> str:
    return min((d for d in isi if d not in selain), key=lambda d: (isi[d].total(), d))


def _jumlah(isi: Iterable[Counter[str]]) -> Counter[str]:
    return sum(isi, Counter())


def _sembunyikan(tabel: Tabel, kolom: Sequence[str]) -> tuple[frozenset[_Sel], str]:
    """Hide what must be; and name the first row of which a cell can't be protected, else ""."""
    sembunyi: frozenset[_Sel] = frozenset()
    while rawan := [sel for sel in _rawan(tabel) if not any(_sudut(p) <= sembunyi for p in _persegi(tabel, kolom, sel))]:
        calon = [_sudut(p) for p in _persegi(tabel, kolom, rawan[0])]
        if not calon:
            return frozenset(), rawan[0][0]
        sembunyi |= min(calon, key=lambda sudut: _rugi(tabel, sudut - sembunyi))
    return sembunyi, ""


def _rawan(tabel: Tabel) -> list[_Sel]:
    """List the cells that would tell too much: too few people, or everybody of the row."""
    return [(b, k) for b, isi in tabel.items() for k, n in isi.items() if 0 < n < TERKECIL or n == sum(isi.values()) > 0]


def _geser(n: int) -> tuple[int, int]:
    """Say how many people must be able to move into a cell, and out of it."""
    return (TERKECIL - n, 1) if n < TERKECIL else (0, TERKECIL)


def _persegi(tabel: Tabel, kolom: Sequence[str], sel: _Sel) -> Iterator[_Persegi]:
    """Give the rectangles that protect a cell: enough people can be moved into it, and out of it, along them."""
    b, k = sel
    masuk, keluar = _geser(n := tabel[b][k])
    for b2, k2 in product(tabel, kolom):
        if b2 != b and k2 != k:
            ke_dalam = min(tabel[b].get(k2, 0), tabel[b2].get(k, 0))
            if ke_dalam >= masuk and min(n, tabel[b2].get(k2, 0)) >= keluar:
                yield b, k, b2, k2


def _sudut(p: _Persegi) -> frozenset[_Sel]:
    return frozenset(product((p[0], p[2]), (p[1], p[3])))


def _rugi(tabel: Tabel, baru: Set[_Sel]) -> tuple[int, int, list[_Sel]]:
    """Weigh what is hidden besides: cells that could have been shown, then people."""
    isi = [tabel[b].get(k, 0) for b, k in baru]
    return sum(n >= TERKECIL for n in isi), sum(isi), sorted(baru)
