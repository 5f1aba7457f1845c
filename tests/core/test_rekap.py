"""Months put together in memory: exactness and shares on random moves, against fractions."""

from __future__ import annotations

import math
from dataclasses import replace
from fractions import Fraction

import pandas as pd
from bantu import aturan
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja_cli.core import skema
from kinerja_cli.core.laporan_rekap import Rekap
from kinerja_cli.core.periode import Periode, Rentang
from kinerja_cli.core.rekap import NILAI, Bulan, susun_rekap
from kinerja_cli.core.simpanan import penugasan_dari_csv

ATURAN = aturan()
TRIWULAN = Rentang(2025, "T1")
Baris = tuple[int, str | None, list[tuple[str, int]]]
"""Person, printed score (None: not scored), and days by dinas."""


def bulan(ke: int, isi: list[Baris], **lain: object) -> Bulan:
    baris = []
    for o, nilai_orang, tugas in isi:
        dinas = max(tugas, key=lambda t: t[1])[0]
        hasil = ("belum_lengkap", "", "") if nilai_orang is None else ("dinilai", nilai_orang, "Baik")
        baris.append((str(o), f"Orang {o}", "", "", dinas, *hasil, ""))
    terbagi = [
        {"nip": str(o), "dinas": d, "hari": hari, "hari_tugas": sum(h for _, h in tugas)}
        for o, _, tugas in isi
        if len(tugas) > 1
        for d, hari in tugas
    ]
    penugasan = pd.DataFrame(terbagi) if terbagi else penugasan_dari_csv(None)
    nilai = pd.DataFrame(baris, columns=list(NILAI)).astype("str")
    return replace(Bulan(Periode(2025, ke), ATURAN, "", f"jejak {ke}", nilai, penugasan), **lain)  # type: ignore[arg-type]


def rekap(*isi: Bulan) -> Rekap:
    return susun_rekap("Kabupaten", "0", TRIWULAN, isi)


def test_a_mean_on_the_edge_goes_up() -> None:
    # (90,00 + 90,01) ÷ 2 = 90,005; binary floats make 90,00 of it
    hasil = rekap(bulan(1, [(1, "90.00", [("A", 31)])]), bulan(3, [(1, "90.01", [("A", 31)])]))
    assert (hasil.orang[0].rata_rata, hasil.orang[0].banyak) == (9001, 2)
    assert hasil.daerah.rata_rata == hasil.dinas[0].rata_rata == 9001


def test_sums_of_another_kind_are_another_scale() -> None:
    """SKP with perilaku and indicators alone have the same categories, but aren't the same measure."""
    skp = aturan("pp-30-2019")
    assert [(p.nama, p.mulai) for p in skp.predikat] == [(p.nama, p.mulai) for p in ATURAN.predikat]
    hasil = rekap(bulan(1, [(1, "90.00", [("A", 31)])]), bulan(2, [(1, "80.00", [("A", 28)])], aturan=skp))
    assert hasil.orang[0].rata_rata is None
    sendiri = replace(ATURAN, id="perbup-bungo-12-2025", sha256="lain")
    hasil = rekap(bulan(1, [(1, "90.00", [("A", 31)])]), bulan(2, [(1, "80.00", [("A", 28)])], aturan=sendiri))
    assert hasil.orang[0].rata_rata == 8500


def test_a_score_of_zero_is_a_score_and_a_blank_is_none() -> None:
    hasil = rekap(
        bulan(1, [(1, "0.00", [("A", 31)])]), bulan(2, [(1, None, [("A", 28)])]), bulan(3, [(1, "1.00", [("A", 31)])])
    )
    assert (hasil.orang[0].rata_rata, hasil.orang[0].banyak) == (50, 2)
    assert hasil.orang[0].tanpa == "Februari (belum lengkap)"


def test_categories_without_numbers_are_counted_not_averaged() -> None:
    hasil = rekap(bulan(1, [(1, "", [("A", 31)]), (2, None, [("A", 31)])]), bulan(2, [(1, "", [("A", 28)])]))
    satu, dua = hasil.orang
    assert (satu.rata_rata, satu.predikat, satu.banyak) == (None, (("Baik", 2),), 2)
    assert "tanpa angka" in satu.catatan
    assert dua.catatan == "tidak ada bulan yang bernilai"
    assert hasil.daerah.rata_rata is None
    assert hasil.daerah.orang_bulan == 2
    assert any("predikat tanpa angka" in c for c in hasil.catatan)


def test_another_version_of_the_same_scale_is_named_but_averaged() -> None:
    isi: list[Baris] = [(1, "80.00", [("A", 31)])]
    hasil = rekap(bulan(1, isi), bulan(2, isi, aturan=replace(ATURAN, sha256="lain")))
    assert [a.bulan for a in hasil.aturan] == ["Januari", "Februari"]
    assert any("aturan yang berbeda" in c for c in hasil.catatan)
    assert hasil.orang[0].rata_rata == 8000


def test_nobody_scored_gives_no_number() -> None:
    hasil = rekap(bulan(1, [(1, None, [("A", 31)])]))
    assert (hasil.daerah.orang, hasil.daerah.rata_rata, hasil.dinas) == (0, None, ())
    assert sum(n for _, n in hasil.daerah.persen) == 0


def test_who_leaves_and_comes_back() -> None:
    ani: Baris = (1, "80.00", [("A", 31)])
    lain: Baris = (2, "80.00", [("A", 31)])
    hasil = rekap(bulan(1, [ani, lain]), bulan(2, [lain]), bulan(3, [(1, "80.00", [("B", 31)]), lain]))
    assert [(p.jenis, p.bulan) for p in hasil.perjalanan] == [("keluar", "Februari 2025"), ("masuk", "Maret 2025")]


tugas_acak = st.lists(st.integers(1, 15), min_size=1, max_size=3).flatmap(
    lambda hari: st.permutations(["A", "B", "C"]).map(lambda d: list(zip(d, hari, strict=False)))
)
nilai_acak = st.one_of(st.none(), st.integers(0, 120_00).map(lambda n: f"{n // 100}.{n % 100:02d}"))
bulan_acak = st.lists(st.tuples(nilai_acak, tugas_acak), min_size=1, max_size=6).map(
    lambda orang: [(i, nilai, tugas) for i, (nilai, tugas) in enumerate(orang)]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(bulan_acak, min_size=1, max_size=3))
def test_shares_are_the_whole_and_every_mean_equals_fractions(isi: list[list[Baris]]) -> None:
    hasil = rekap(*(bulan(ke, satu) for ke, satu in enumerate(isi, 1)))
    ada = [(o, Fraction(nilai), tugas) for satu in isi for o, nilai, tugas in satu if nilai is not None]
    assert sum((d.orang_bulan for d in hasil.dinas), Fraction(0)) == hasil.daerah.orang_bulan == len(ada)
    assert sum((d.jumlah for d in hasil.dinas), Fraction(0)) == hasil.daerah.jumlah == 100 * sum(n for _, n, _ in ada)
    assert sum(d.orang_bulan_cetak for d in hasil.dinas) == hasil.daerah.orang_bulan_cetak == 100 * len(ada)
    for d in hasil.dinas:
        porsi = [(n, Fraction(h, sum(x for _, x in t))) for _, n, t in ada for nama, h in t if nama == d.nama]
        assert d.orang_bulan == sum(p for _, p in porsi)
        assert d.rata_rata == _bulat(sum(n * p for n, p in porsi) / sum(p for _, p in porsi))
        assert abs(d.orang_bulan_cetak - 100 * d.orang_bulan) < 1
        assert sum(n for _, n in d.persen) == 100_00
    for o in hasil.orang:
        milik = [n for nip, n, _ in ada if str(nip) == o.nip]
        assert o.banyak == len(milik)
        assert o.rata_rata == (_bulat(sum(milik) / len(milik)) if milik else None)


def _bulat(nilai: Fraction) -> int:
    return math.floor(nilai * 100 + Fraction(1, 2))


def test_the_tables_of_the_state_are_what_a_recap_reads() -> None:
    assert set(NILAI) <= set(skema.NILAI)
