"""Proposals: each condition on both sides of its edge, gaps, moves, PPPK, and what speaks against them."""

from __future__ import annotations

import pytest
from bantu_lanjut import SIAPA, aturan, bulan, p, pertentangan, siapa, usul, usulan
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja_cli.core.lanjut.aturan import Jenis, Tren
from kinerja_cli.core.lanjut.bulan import sebanding
from kinerja_cli.core.lanjut.laporan import kata_belum
from kinerja_cli.core.lanjut.usul import HasilUsulan
from kinerja_cli.readers.pelengkap import baca_aturan_lanjut

SB = ("Sangat Baik",)


@pytest.mark.parametrize(
    ("syarat", "kena", "lolos"),
    [
        ({"predikat": SB}, "Ani 112 Sangat_Baik", "Ani 112 Baik"),
        ({"nilai_mulai": 9000}, "Ani 90 Baik", "Ani 89.99 Cukup"),
        ({"nilai_di_bawah": 7000}, "Ani 69.99 Kurang", "Ani 70 Cukup"),
        ({"aspek_mulai": 7000}, "Ani 90 Baik 70/90/110", "Ani 90 Baik 69.99/90/110"),
        ({"aspek_di_bawah": 7000}, "Ani 90 Baik 69.99/90/110", "Ani 90 Baik 70/90/110"),
    ],
)
def test_a_condition_of_one_month_holds_up_to_its_edge(syarat: dict[str, object], kena: str, lolos: str) -> None:
    a = aturan(usulan("pelatihan", **syarat))
    assert siapa(usul(a, bulan("2025-03", kena))) == [("pelatihan", "Ani")]
    assert siapa(usul(a, bulan("2025-03", lolos))) == []


@pytest.mark.parametrize(
    ("nilai", "kena"),
    [
        ((100, 92, 85), True),  # falls by 15 exactly
        ((100, 92, "85.01"), False),
        ((100, 100, 80), False),  # one step is level
        ((100, 70, 85), False),  # one step rises
    ],
)
def test_a_trend_needs_every_step_and_the_whole_difference(nilai: tuple[object, ...], kena: bool) -> None:
    a = aturan(usulan("pembinaan", 3, tren=Tren.TURUN, tren_selisih=1500))
    semua = [bulan(f"2025-0{i}", f"Ani {n} Baik") for i, n in enumerate(nilai, 1)]
    assert siapa(usul(a, *semua)) == ([("pembinaan", "Ani")] if kena else [])


def test_months_in_a_row_are_those_of_the_calendar_across_the_year() -> None:
    a = aturan(usulan("promosi", 3, predikat=SB))
    semua = [bulan(kode, "Ani 112 Sangat_Baik") for kode in ("2024-11", "2024-12", "2025-01")]
    hasil = usul(a, *semua)
    assert hasil.usulan[0].alasan[0].bulan == (p("2024-11"), p("2024-12"), p("2025-01"))
    assert "(November 2024–Januari 2025)" in hasil.usulan[0].alasan[0].kata


def test_one_other_month_among_three_refutes_the_rule() -> None:
    a = aturan(usulan("promosi", 3, predikat=SB))
    hasil = usul(
        a, bulan("2025-01", "Ani 112 Sangat_Baik"), bulan("2025-02", "Ani 100 Baik"), bulan("2025-03", "Ani 112 Sangat_Baik")
    )
    assert (hasil.usulan, hasil.belum) == ((), ())


def test_a_persons_gap_is_not_enough_data_and_says_which_month_and_why() -> None:
    a = aturan(usulan("promosi", 3, predikat=SB))
    isi = "Ani 112 Sangat_Baik\nBudi 112 Sangat_Baik\nCici 80 Cukup"
    hasil = usul(
        a,
        bulan("2025-01", "Budi 112 Sangat_Baik\nCici -"),
        bulan("2025-02", "Ani -\nBudi 112 Sangat_Baik"),
        bulan("2025-03", isi),
    )
    assert siapa(hasil) == [("promosi", "Budi")]
    assert [kata_belum(b) for b in hasil.belum] == [
        "belum cukup data untuk promosi: Januari 2025 (belum ada di daftar pegawai); Februari 2025 (belum ada realisasi)"
    ]  # Cici's March already refutes it


def test_a_month_that_nobody_has_holds_the_rule_back_for_all_in_one_line() -> None:
    a = aturan(usulan("promosi", 3, predikat=SB), usulan("promosi", 1, nilai_mulai=11000))
    hasil = usul(a, bulan("2025-01", "Ani 112 Sangat_Baik"), bulan("2025-03", "Ani 112 Sangat_Baik"))
    assert [t.sebab for t in hasil.tertunda] == ["belum cukup data: Februari 2025 belum dihitung"]
    assert [a.aturan.berturut for a in hasil.usulan[0].alasan] == [1]
    assert hasil.belum == ()


def test_a_gap_does_not_hide_that_scores_rose() -> None:
    a = aturan(usulan("pembinaan", 3, tren=Tren.TURUN, tren_selisih=1))
    isi = ("Ani 80 Cukup\nBudi 90 Baik", "Ani -\nBudi -", "Ani 90 Baik\nBudi 80 Cukup")
    hasil = usul(a, *(bulan(f"2025-0{i}", teks) for i, teks in enumerate(isi, 1)))
    assert [b.orang.nama for b in hasil.belum] == ["Budi"]


def test_the_same_aspect_must_be_low_in_every_month() -> None:
    a = aturan(usulan("pelatihan", 2, aspek_di_bawah=8000))
    hasil = usul(
        a,
        bulan("2025-02", "Ani 85 Cukup 70/90/90\nBudi 85 Cukup 90/79/71.5"),
        bulan("2025-03", "Ani 85 Cukup 90/70/90\nBudi 85 Cukup 90/90/72"),
    )
    assert siapa(hasil) == [("pelatihan", "Budi")]
    assert hasil.usulan[0].alasan[0].kata == "Ukuran uji: Kepuasan 71,50 → 72,00, di bawah 80 (Februari–Maret 2025)"


def test_who_moved_keeps_the_months_and_it_is_said() -> None:
    a = aturan(usulan("promosi", 2, predikat=SB))
    hasil = usul(a, bulan("2025-02", "Ani 112 Sangat_Baik @Dinas_Sosial"), bulan("2025-03", "Ani 113 Sangat_Baik"))
    assert hasil.usulan[0].orang.dinas == "Dinas Kesehatan"
    assert hasil.usulan[0].catatan == ("Februari 2025 dinilai di Dinas Sosial",)


def test_who_has_left_is_not_proposed() -> None:
    a = aturan(usulan("pelatihan", 1, nilai_di_bawah=9000))
    assert siapa(usul(a, bulan("2025-02", "Ani 80 Cukup\nBudi 80 Cukup"), bulan("2025-03", "Budi 80 Cukup"))) == [
        ("pelatihan", "Budi")
    ]


def test_pppk_fulfils_the_rule_and_is_named_with_the_reason_but_not_proposed() -> None:
    a = aturan(usulan("promosi", predikat=SB), usulan("pelatihan", predikat=SB))
    hasil = usul(a, bulan("2025-03", "Ani 112 Sangat_Baik\nDani 115 Sangat_Baik"))
    assert siapa(hasil) == [("promosi", "Ani"), ("pelatihan", "Ani"), ("pelatihan", "Dani")]
    assert [(d.orang.nama, d.sebab.partition(":")[0]) for d in hasil.dikecualikan] == [("Dani", "PPPK")]


@pytest.mark.parametrize("nip", ["199506152023001004", "199506152023131004", "19950615202301100", "'18 angka'"])
def test_who_is_not_plainly_pns_is_not_proposed_for_promosi(nip: str) -> None:
    hasil = usul(aturan(usulan("promosi", predikat=SB)), bulan("2025-03", f"{nip.replace(' ', '')} 112 Sangat_Baik"))
    assert hasil.usulan == ()
    assert [d.sebab for d in hasil.dikecualikan] == ["NIP-nya tidak menunjukkan PNS; periksa NIP-nya"]


_NIP = st.builds(
    "{:08d}{:04d}{:02d}{}{:03d}".format, st.just(19900101), st.just(2015), st.integers(0, 99), st.just(1), st.integers(1, 999)
)
_HASIL = st.sampled_from(
    ["115 Sangat_Baik 110/115/60", "100 Baik 100/99/98", "75 Cukup 75/70/80", "40 Sangat_Kurang 40/40/40", "-"]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(_NIP, _HASIL, _HASIL, _HASIL), min_size=1, max_size=12, unique_by=lambda s: s[0]), st.data())
def test_under_any_rules_and_data_only_pns_are_proposed_for_promosi(
    orang: list[tuple[str, str, str, str]], data: st.DataObject
) -> None:
    semua = [bulan(f"2025-0{i}", "\n".join(f"{o[0]} {o[i]}" for o in orang)) for i in (1, 2, 3)]
    longgar = usulan("promosi", data.draw(st.integers(1, 3)), nilai_mulai=data.draw(st.integers(0, 9000)))
    for a in (baca_aturan_lanjut(), aturan(longgar)):
        hasil: HasilUsulan = usul(a, *semua)
        assert all("01" <= u.orang.nip[12:14] <= "12" for u in hasil.usulan if u.jenis is Jenis.PROMOSI)
        for u in hasil.usulan:
            assert all(satu.aturan.berturut == len(satu.bulan) == len(satu.angka) for satu in u.alasan)
            assert all(o.dinilai for satu in u.alasan for o in satu.angka)


# What speaks against a proposal -------------------------------------------------------------------------------------


def test_promosi_but_an_aspect_was_low_in_one_of_its_months() -> None:
    a = aturan(usulan("promosi", 2, predikat=SB), lawan=(pertentangan("promosi", aspek_di_bawah=7000),))
    hasil = usul(a, bulan("2025-02", "Ani 112 Sangat_Baik 120/120/69.99"), bulan("2025-03", "Ani 112 Sangat_Baik 120/120/70"))
    assert hasil.usulan[0].kalimat == "promosi, tetapi Kepuasan di bawah 70 (Februari 2025 69,99)"


def test_nothing_speaks_against_it_on_the_edge() -> None:
    a = aturan(usulan("promosi", predikat=SB), lawan=(pertentangan("promosi", aspek_di_bawah=7000),))
    assert usul(a, bulan("2025-03", "Ani 112 Sangat_Baik 120/120/70")).usulan[0].kalimat == "promosi"


def test_promosi_but_scores_fall_and_pembinaan_is_proposed_too() -> None:
    a = aturan(
        usulan("promosi", 3, predikat=SB),
        usulan("pembinaan", 3, tren=Tren.TURUN, tren_selisih=400),
        lawan=(pertentangan("promosi", tren=Tren.TURUN, tren_selisih=300), pertentangan("promosi", bersama="pembinaan")),
    )
    hasil = usul(a, *(bulan(f"2025-0{i}", f"Ani {n} Sangat_Baik") for i, n in enumerate((118, 116, 114), 1)))
    assert [(u.jenis.value, u.pertentangan) for u in hasil.usulan] == [
        ("promosi", ("nilainya turun terus (118,00, 116,00, 114,00)", "juga diusulkan pembinaan")),
        ("pembinaan", ()),
    ]


def test_pembinaan_but_the_talent_box_says_otherwise() -> None:
    a = aturan(usulan("pembinaan", nilai_di_bawah=7000), lawan=(pertentangan("pembinaan", kotak=(6,)),))
    hasil = usul(a, bulan("2025-03", "Ani 60 Kurang\nBudi 60 Kurang"), Ani="tinggi", Budi="menengah")
    assert [u.pertentangan for u in hasil.usulan] == [("kotak talenta 6 (kinerja di bawah, potensial tinggi)",), ()]


# Talent boxes, and rules that can't be judged -----------------------------------------------------------------------


def test_a_rule_of_a_box_fires_for_those_in_it_and_waits_without_potential() -> None:
    a = aturan(usulan("promosi", kotak=(9,)))
    isi = "Ani 112 Sangat_Baik\nBudi 100 Baik\nCici 112 Sangat_Baik"
    hasil = usul(a, bulan("2025-03", isi), Ani="tinggi", Budi="tinggi")
    assert siapa(hasil) == [("promosi", "Ani")]
    assert "kotak talenta 9 (kinerja di atas, potensial tinggi)" in hasil.usulan[0].alasan[0].kata
    tanpa = usul(a, bulan("2025-03", isi))
    assert (tanpa.usulan, tanpa.tertunda[0].sebab) == ((), "tabel Potensial belum diberikan")


def test_a_rule_set_without_numbers_still_has_categories() -> None:
    a = aturan(
        usulan("promosi", predikat=SB), usulan("pembinaan", 2, tren=Tren.TURUN), usulan("pelatihan", aspek_di_bawah=8000)
    )
    isi = "Ani tanpa Sangat_Baik\nBudi tanpa Butuh_Perbaikan"
    hasil = usul(a, bulan("2025-02", isi), bulan("2025-03", isi))
    assert siapa(hasil) == [("promosi", "Ani")]
    assert hasil.usulan[0].alasan[0].kata == "Ukuran uji: Sangat Baik (Maret 2025)"
    assert [t.sebab for t in hasil.tertunda] == [
        "aturan penilaian ini tidak memberi angka",
        "aturan penilaian ini tidak memberi nilai aspek",
    ]


def test_months_of_another_rule_set_are_not_put_beside_these() -> None:
    semua = [bulan("2025-01", "Ani 90 Baik", "lama"), bulan("2025-02", "Ani 90 Baik"), bulan("2025-03", "Ani 90 Baik")]
    assert [str(b.periode) for b in sebanding(semua, p("2025-03"))] == ["2025-02", "2025-03"]
    assert [str(b.periode) for b in sebanding(semua, p("2025-01"))] == ["2025-01"]


def test_proposals_stand_by_dinas_kind_and_name() -> None:
    a = aturan(usulan("pelatihan", nilai_mulai=0), usulan("promosi", predikat=SB))
    isi = "Budi 112 Sangat_Baik\nAni 112 Sangat_Baik\nCici 100 Baik @Badan"
    assert siapa(usul(a, bulan("2025-03", isi))) == [
        ("pelatihan", "Cici"), ("promosi", "Ani"), ("promosi", "Budi"), ("pelatihan", "Ani"), ("pelatihan", "Budi"),
    ]  # fmt: skip


def test_every_month_of_the_packaged_rules_is_within_its_own_window() -> None:
    nip = SIAPA["Ani"]
    semua = [bulan(f"2025-0{i}", f"Ani {100 - 10 * i} Cukup 75/75/75") for i in range(1, 7)]
    hasil = usul(baca_aturan_lanjut(), *semua)
    assert {u.orang.nip for u in hasil.usulan} == {nip}
    for u in hasil.usulan:
        for satu in u.alasan:
            assert satu.bulan == tuple(p(f"2025-0{i}") for i in range(7 - satu.aturan.berturut, 7))
