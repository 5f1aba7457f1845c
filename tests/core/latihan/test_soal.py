"""What a seed makes: nobody real, no two faults in each other's way, the same on every day."""

from __future__ import annotations

import re
from collections import Counter

from bantu_latihan import ASPEK, soal
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja_cli.core.latihan.bulan import susun_bulan
from kinerja_cli.core.latihan.soal import susun_soal
from kinerja_cli.core.latihan.undian import Undian
from kinerja_cli.core.nip import berbentuk_nip, keganjilan

BENIH = st.integers(min_value=-(10**6), max_value=10**9)


def test_draws_are_those_of_the_seed_for_ever() -> None:
    undian = Undian(1)
    assert [undian.bulat(1, 6) for _ in range(10)] == [3, 1, 1, 6, 2, 1, 1, 2, 6, 4]
    assert "".join(undian.kocok("abcdefgh")) == "gdhbcaef"


@settings(max_examples=30, deadline=None)
@given(BENIH)
def test_everybody_is_somebody_else_and_nobody_real(benih: int) -> None:
    bulan = susun_bulan(Undian(benih), ASPEK)
    orang = [o for d in bulan.dinas for o in (*d.orang, d.kepala)]
    assert len({o.nip for o in orang}) == len({o.nama for o in orang}) == len(orang)
    assert all(berbentuk_nip(o.nip) and not keganjilan(o.nip) for o in orang)
    assert all("Contoh" in d.nama for d in bulan.dinas)
    assert all(sum(i.bobot for i in d.indikator) == 100 for d in bulan.dinas)
    assert all(len({i.target for i in d.indikator} | {0}) > 1 for d in bulan.dinas)


@settings(max_examples=30, deadline=None)
@given(BENIH)
def test_each_kind_of_fault_stands_once_in_a_cell_of_its_own(benih: int) -> None:
    s = susun_soal(benih, ASPEK)
    assert Counter(k.kode for k in s.kesalahan) == {
        "P03": 1, "P04": 1, "P06": 1, "I01": 1, "I03": 1, "I07": 1, "S01": 1, "S02": 1, "S03": 1, "S05": 1, "S10": 1,
        "R01": 1, "R02": 1, "R03": 1, "R05": 1, "R06": 2, "L02": 1, "L08": 1, "W01": 1,
    }  # fmt: skip
    assert len({k.letak for k in s.kesalahan}) == len(s.kesalahan)
    assert all(re.fullmatch(r"[A-Z]+[0-9]+", k.letak.sel) for k in s.kesalahan)


def test_the_same_seed_gives_the_same_and_another_one_other_people_values_and_places() -> None:
    assert susun_soal(1, ASPEK) == soal(1)
    assert susun_soal(1, ASPEK).sidik == soal(1).sidik
    satu, lain = soal(1), soal(2)
    assert satu.sidik != lain.sidik
    assert {k.letak.sel for k in satu.kesalahan} != {k.letak.sel for k in lain.kesalahan}
    nip = [
        {sel for h in s.bersih for baris in h.lembar.baris for sel in baris if berbentuk_nip(str(sel))} for s in (satu, lain)
    ]
    assert len(nip[0]) > 30
    assert not nip[0] & nip[1]


def test_the_totals_beneath_wide_sheets_tell_what_a_damaged_cell_held() -> None:
    """One damaged cell a column at most; the total less the others is the right value."""
    for benih in range(5):
        s = soal(benih)
        for bersih, rusak in zip(s.bersih, s.halaman, strict=True):
            if bersih.lembar.nama != "Realisasi":
                continue
            for k in range(3, 7):
                kolom = [[baris[k] for baris in h.lembar.baris[h.awal : h.akhir_data()]] for h in (bersih, rusak)]
                beda = [(benar, salah) for benar, salah in zip(*kolom, strict=True) if benar != salah]
                assert len(beda) <= 1
                jumlah = rusak.lembar.baris[rusak.akhir_data()][k]
                for benar, _ in beda:
                    utuh = sum(n for n in kolom[0] if isinstance(n, float) and n is not benar)
                    assert benar == jumlah - utuh
