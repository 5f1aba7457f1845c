"""What is published, and somebody who tries to work people out from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, fields
from itertools import count, cycle, product

import numpy as np
import pytest
from bantu import aturan
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, milp

from kinerja_cli.core.laporan import Orang
from kinerja_cli.core.publik import LAINNYA, TERKECIL, Perlindungan, boleh_rata, gabung_kolom, lindungi, susun_publik
from kinerja_cli.core.skema import Status

RENTANG = {"Baik": (9000, 12000), "Cukup": (7000, 8999), "Kurang": (5000, 6999), "Sangat Kurang": (0, 4999)}
KOLOM = tuple(RENTANG)
PUNCAK = 12000


def tabel(*baris: tuple[int, ...]) -> dict[str, Counter[str]]:
    return {f"Dinas {chr(65 + i)}": Counter(dict(zip(KOLOM, isi, strict=True))) for i, isi in enumerate(baris)}


class Penyerang:
    """Knows everything that the page shows, each row's total, each column's, and the means: nothing else but arithmetic.

    Unknown of each cell: its people, the sum of their scores, and the sum of their scores in each aspect, of which a
    person's score is a mean with weights that the page doesn't show.
    """

    def __init__(
        self, aman: Perlindungan, nilai: Mapping[str, list[int]], rata: frozenset[str], aspek: tuple[int, ...] = ()
    ) -> None:
        self.baris, self.aman = list(aman.tabel), aman
        n = len(self.baris) * len(KOLOM)
        self.semua = (2 + len(aspek)) * n
        syarat: list[tuple[np.ndarray, float, float]] = []

        def tambah(koefisien: Mapping[int, float], bawah: float, atas: float) -> None:
            satu = np.zeros(self.semua)
            for i, k in koefisien.items():
                satu[i] = k
            syarat.append((satu, bawah, atas))

        for b in self.baris:
            tambah({self.sel(b, k): 1 for k in KOLOM}, *[sum(aman.tabel[b].values())] * 2)
            for k in KOLOM:
                if (b, k) not in aman.sembunyi:
                    tambah({self.sel(b, k): 1}, *[aman.tabel[b].get(k, 0)] * 2)
                for arah, batas in ((1, RENTANG[k][0]), (-1, RENTANG[k][1])):  # the cell's scores lie in its category
                    tambah({n + self.sel(b, k): arah, self.sel(b, k): -arah * batas}, 0, np.inf)
            if b in rata:
                tambah({n + self.sel(b, k): 1 for k in KOLOM}, *[sum(nilai[b])] * 2)
        for k in KOLOM:
            tambah({self.sel(b, k): 1 for b in self.baris}, *[sum(aman.tabel[b].get(k, 0) for b in self.baris)] * 2)
        tambah({n + i: 1 for i in range(n)}, *[sum(map(sum, nilai.values()))] * 2)
        for ke, jumlah in enumerate(aspek, 2):
            tambah({ke * n + i: 1 for i in range(n)}, jumlah, jumlah)
            for i in range(n):
                tambah({ke * n + i: 1, i: -PUNCAK}, -np.inf, 0)
        for i in range(n) if aspek else ():  # a mean isn't above the highest aspect, nor below the lowest
            letak = {ke * n + i: 1.0 for ke in range(2, 2 + len(aspek))}
            tambah({**letak, n + i: -1}, 0, np.inf)
            tambah({**letak, n + i: -1, i: -PUNCAK * (len(aspek) - 1)}, -np.inf, 0)
        koefisien, bawah, atas = (np.array(satu) for satu in zip(*syarat, strict=True))
        self.syarat, self.n = LinearConstraint(koefisien, bawah, atas), n

    def sel(self, b: str, k: str) -> int:
        return self.baris.index(b) * len(KOLOM) + KOLOM.index(k)

    def paling(self, b: str, k: str) -> tuple[int, int]:
        """The least and the most people that a cell may hold."""
        hasil = []
        for arah in (1, -1):
            tujuan = np.zeros(self.semua)
            tujuan[self.sel(b, k)] = arah
            bulat = np.r_[np.ones(self.n), np.zeros(self.semua - self.n)]
            jawab = milp(tujuan, constraints=self.syarat, integrality=bulat, bounds=Bounds(0, np.inf))
            assert jawab.success
            hasil.append(round(arah * jawab.fun))
        return hasil[0], hasil[1]


def serang(isi: dict[str, Counter[str]], nilai: dict[str, list[int]], aspek: tuple[int, ...] = ()) -> Perlindungan:
    """Publish a table and fail where the attacker learns of a small group, or everybody's category."""
    aman = lindungi(isi, KOLOM)
    milik = {**nilai, LAINNYA: [n for d in aman.digabung for n in nilai[d]]}
    milik = {b: milik[b] for b in aman.tabel}
    rata = boleh_rata(aman, milik)
    if not aman.tabel:
        return aman
    penyerang = Penyerang(aman, milik, rata, aspek)
    for b, baris in aman.tabel.items():
        assert sum(baris.values()) >= TERKECIL
        for k in KOLOM:
            n = baris.get(k, 0)
            sedikit, banyak = penyerang.paling(b, k)
            if 0 < n < TERKECIL:
                assert (b, k) in aman.sembunyi
                assert sedikit < n
                assert banyak >= TERKECIL
            if n == sum(baris.values()):
                assert sedikit <= n - TERKECIL
    return aman


@st.composite
def bulan(draw: st.DrawFn) -> tuple[dict[str, Counter[str]], dict[str, list[int]]]:
    banyak = st.one_of(st.integers(0, 6), st.sampled_from([0, 0, 12, 30]))
    isi = tabel(*draw(st.lists(st.tuples(*[banyak] * 4), min_size=2, max_size=5)))
    isi = {d: n for d, n in isi.items() if n.total()}
    for k in KOLOM:
        assume(sum(n[k] for n in isi.values()) == 0 or sum(n[k] for n in isi.values()) >= TERKECIL)
    ujung = draw(st.sampled_from([0, 1]))  # scores at an end of their category tell the most
    nilai = {
        d: [draw(st.sampled_from([RENTANG[k][ujung], *RENTANG[k]])) for k in KOLOM for _ in range(n[k])]
        for d, n in isi.items()
    }
    return isi, nilai


DI_ANTARA: tuple[Callable[[int], tuple[int, int]], ...] = (
    lambda n: (n, n),
    lambda n: (n, PUNCAK),
    lambda n: (0, n),
    lambda n: (0, PUNCAK),
)
"""Scores in two aspects of which a score may be the mean: itself, or as far off as they can be."""


@given(bulan(), st.lists(st.sampled_from(DI_ANTARA), max_size=3))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
def test_nobody_can_be_worked_out_from_totals_and_means(
    isi: tuple[dict[str, Counter[str]], dict[str, list[int]]], pola: list[Callable[[int], tuple[int, int]]]
) -> None:
    semua = [n for satu in isi[1].values() for n in satu]
    aspek = [cara(n) for n, cara in zip(semua, cycle(pola), strict=False)]
    serang(*isi, tuple(map(sum, zip(*aspek, strict=True))))


def lima_orang(orang: int, jumlah: Sequence[int | None], ke: int) -> tuple[float, float]:
    """What five people have together at the least and at the most, for who knows nothing but sums: of scores, of aspects.

    Args:
        orang: how many people.
        jumlah: sums of their scores, and in each aspect; None where it isn't known. A score is between one's aspects.
        ke: of which of these.
    """
    n = orang * len(jumlah)
    nilai, *aspek = (range(j * orang, (j + 1) * orang) for j in range(len(jumlah)))
    saklar = count(n)
    baris: list[tuple[dict[int, int], float, float]] = [
        (dict.fromkeys(range(j * orang, (j + 1) * orang), 1), s, s) for j, s in enumerate(jumlah) if s is not None
    ]
    for tanda, p in product((1, -1), range(orang)):  # one aspect is not below the score, one not above it
        pilih = {next(saklar): a[p] for a in aspek}
        baris.append((dict.fromkeys(pilih, 1), 1, 1))
        baris += [({nilai[p]: tanda, x: -tanda, s: PUNCAK}, -np.inf, PUNCAK) for s, x in pilih.items()]
    banyak = next(saklar)
    koefisien = np.zeros((len(baris), banyak))
    for i, (satu, _, _) in enumerate(baris):
        koefisien[i, list(satu)] = list(satu.values())
    syarat = LinearConstraint(koefisien, [b for _, b, _ in baris], [a for _, _, a in baris])
    bulat = np.arange(banyak) >= n
    hasil = []
    for arah in (1, -1):
        tujuan = np.zeros(banyak)
        tujuan[ke * orang : ke * orang + TERKECIL] = arah
        jawab = milp(tujuan, constraints=syarat, integrality=bulat, bounds=Bounds(0, np.where(bulat, 1, PUNCAK)))
        assert jawab.success
        hasil.append(arah * jawab.fun)
    return hasil[0], hasil[1]


def seorang(nilai: int, aspek: tuple[int | None, ...]) -> Orang:
    kosong = {f.name: "" if f.type == "str" else 0 for f in fields(Orang) if f.default is MISSING}
    satu = {"dinas": "Dinas A", "status": Status.DINILAI, "predikat": "Baik", "nilai": nilai, "aspek": aspek}
    return Orang(**(kosong | satu))


def rata_daerah(orang: Sequence[tuple[int, tuple[int | None, ...]]]) -> tuple[int | None, ...]:
    """What the page shows of some people's scores and of three aspects."""
    daerah = susun_publik([seorang(*satu) for satu in orang], aturan("evaluasi-bungo")).daerah
    assert daerah
    return daerah.rata_rata, *(n for _, n in daerah.aspek)


@given(st.lists(st.tuples(st.sampled_from([0, 4999, 9000, PUNCAK]), st.sampled_from(DI_ANTARA)), min_size=10, max_size=20))
@settings(max_examples=60, deadline=None)
def test_five_people_may_have_any_score_whatever_is_shown_of_the_regency(
    orang: list[tuple[int, Callable[[int], tuple[int, int]]]],
) -> None:
    isi = [(n, *cara(n)) for n, cara in orang]
    rata = rata_daerah([(n, (a, b, None)) for n, a, b in isi])
    tampak = [None if r is None else sum(kolom) for r, kolom in zip(rata, zip(*isi, strict=True), strict=False)]
    for ke, jumlah in enumerate(tampak):
        if jumlah is not None:
            assert lima_orang(len(isi), tampak, ke) == pytest.approx((0, TERKECIL * PUNCAK))


def test_the_attacker_learns_of_five_people_from_a_mean_near_the_top() -> None:
    """Twelve people with 11.000 each: seven make up for 10.000 at the most, so five have 48.000 of 60.000 at least."""
    assert lima_orang(12, (None, 12 * 11000, None), 1) == pytest.approx((48000, 60000))
    assert rata_daerah([(9000, (11000, 7000, None))] * 12)[1] is None


def test_an_aspect_that_few_people_have_is_not_shown() -> None:
    orang = [(9000, (9000, 9000, 4000 if i < 4 else None)) for i in range(40)]
    assert rata_daerah(orang) == (9000, 9000, 9000, None)


def test_where_everybody_has_the_highest_score_no_mean_tells_it() -> None:
    assert rata_daerah([(PUNCAK, (PUNCAK, PUNCAK, 9000))] * 40) == (None, None, None, 9000)


def test_the_attacker_finds_a_cell_that_only_its_own_row_hides() -> None:
    isi = tabel((20, 3, 6, 6), (20, 9, 8, 7))
    ceroboh = Perlindungan(isi, frozenset({("Dinas A", "Cukup"), ("Dinas A", "Kurang")}))
    nilai = {d: [RENTANG[k][0] for k in KOLOM for _ in range(n[k])] for d, n in isi.items()}
    assert Penyerang(ceroboh, nilai, frozenset()).paling("Dinas A", "Cukup") == (3, 3)


def test_the_attacker_uses_means() -> None:
    """All 120, so that nobody can be below Baik, whatever is hidden."""
    isi = tabel((20, 0, 0, 0), (20, 20, 0, 0))
    nilai = {"Dinas A": [12000] * 20, "Dinas B": [9000] * 20 + [7000] * 20}
    ceroboh = lindungi(isi, KOLOM)
    assert Penyerang(ceroboh, nilai, frozenset({"Dinas A"})).paling("Dinas A", "Cukup") == (0, 0)
    assert boleh_rata(ceroboh, nilai) == frozenset()
    serang(isi, nilai)


def test_a_small_cell_takes_three_others_with_it() -> None:
    aman = lindungi(tabel((20, 3, 6, 6), (20, 9, 8, 7)), KOLOM)
    assert aman.digabung == ()
    assert aman.sembunyi == {(d, k) for d in ("Dinas A", "Dinas B") for k in ("Cukup", "Sangat Kurang")}


def test_nothing_is_hidden_without_need() -> None:
    assert lindungi(tabel((20, 5, 0, 6), (30, 9, 0, 7)), KOLOM) == Perlindungan(tabel((20, 5, 0, 6), (30, 9, 0, 7)))


def test_a_dinas_of_four_stands_with_the_smallest_other() -> None:
    aman = lindungi(tabel((4, 0, 0, 0), (20, 10, 10, 10), (9, 9, 9, 9)), KOLOM)
    assert aman.digabung == ("Dinas A", "Dinas C")
    assert list(aman.tabel) == ["Dinas B", LAINNYA]
    assert sum(aman.tabel[LAINNYA].values()) == 40


def test_two_dinas_of_which_one_is_small_give_no_rows() -> None:
    assert lindungi(tabel((3, 0, 0, 0), (20, 10, 10, 10)), KOLOM) == Perlindungan({})


@pytest.mark.parametrize(
    ("jumlah", "kolom"),
    [
        ((6, 9, 7, 5), ["A", "B", "C", "D"]),
        ((6, 9, 0, 5), ["A", "B", "C", "D"]),
        ((6, 9, 2, 3), ["A", "B", "C sampai D"]),
        ((2, 9, 7, 1), ["A sampai B", "C sampai D"]),
        ((2, 1, 1, 1), ["A sampai D"]),
    ],
)
def test_categories_that_are_small_in_the_regency_stand_with_a_neighbour(jumlah: tuple[int, ...], kolom: list[str]) -> None:
    assert list(gabung_kolom(list(zip("ABCD", jumlah, strict=True)))) == kolom
