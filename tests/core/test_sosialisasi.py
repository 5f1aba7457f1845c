"""A rule set explained: the example is worked by hand, the sum is the score, and what a set doesn't have isn't said."""

from __future__ import annotations

from fractions import Fraction

import pytest
from bantu import semua_aturan

from kinerja_cli.core.aturan import DIJEMBATANI, Aturan
from kinerja_cli.core.setelan import Setelan
from kinerja_cli.core.sosialisasi import Sosialisasi, susun_sosialisasi
from kinerja_cli.readers.keberatan import baca_tenggat

SEMUA = {
    **semua_aturan(),
    "dijembatani": semua_aturan()["permenpanrb-6-2022"].dengan_pilihan({"hasil_kerja": DIJEMBATANI}),
    "dengan_pendapat": semua_aturan()["pp-30-2019"].dengan_pilihan({"perilaku": "dengan_pendapat"}),
}


def susun(aturan: Aturan) -> Sosialisasi:
    return susun_sosialisasi(aturan, baca_tenggat(Setelan(), ()), instansi="Kabupaten X", penetapan=aturan.penetapan(""))


def semua_kata(s: Sosialisasi) -> str:
    bagian = (teks for b in s.bagian for teks in (b.judul, *b.kalimat, *b.kepala, *sum(b.tabel, ()), *b.butir))
    return "\n".join((*bagian, *(teks for tanya in s.tanya for teks in tanya)))


@pytest.mark.parametrize(
    ("nama", "tangga", "hasil"),
    [
        # 78/80 = 97.5, (2 − 9/10) = 110, 84/80 = 105; × 50, 30, 20 %
        ("evaluasi-bungo", ["48,75", "33,00", "21,00"], "102,75"),
        # × 70 %, and perilaku 90 × 30 % = 27; together 98.925
        ("pp-30-2019", ["34,125", "23,10", "14,70", "27,00"], "98,925, dibulatkan menjadi 98,93"),
        ("dengan_pendapat", ["29,25", "19,80", "12,60", "36,00"], "97,65"),
        # bands: 98 → 88, 110 → 120, 105 → 110 + 40/9 = 114.44; additional work 2
        ("permenpanrb-8-2021", ["44,00", "36,00", "22,888", "2,00"], "104,888, dibulatkan menjadi 104,89"),
        # four aspects of one task, each a quarter of 60 %: 97.5, 97.5, 84.33, 84.33; perilaku 90 × 40 %
        ("pp-46-2011", ["14,625", "14,625", "12,6495", "12,6495", "36,00"], "90,549, dibulatkan menjadi 90,55"),
        ("dijembatani", ["48,75", "33,00", "21,00"], "102,75"),
        ("permenpanrb-6-2022", [], ""),
    ],
)
def test_the_example_adds_up_to_the_engines_score(nama: str, tangga: list[str], hasil: str) -> None:
    s = susun(SEMUA[nama])
    assert [p.teks for p in s.potongan] == tangga
    if hasil:
        nilai = s.contoh.nilai if s.contoh.nilai is not None else s.contoh.nilai_hasil_kerja
        jumlah = sum((p.nilai for p in s.potongan), Fraction(0))
        assert int(jumlah * 100 + Fraction(1, 2)) == nilai
        assert f"{' + '.join(tangga)} = {hasil}." in semua_kata(s)


def test_the_answer_about_work_that_does_not_apply_is_computed() -> None:
    a = SEMUA["evaluasi-bungo"]
    s = susun(a)
    # without the last of three: (48.75 + 33) / 80 × 100 = 102.1875
    (jawab,) = [j for t, j in s.tanya if "tidak berlaku" in t]
    assert "81,75 ÷ 80 × 100 = 102,19" in jawab
    assert "80 dari 100" in jawab


@pytest.mark.parametrize("nama", SEMUA)
def test_only_what_the_rule_set_has_is_said(nama: str) -> None:
    a = SEMUA[nama]
    s = susun(a)
    kata = semua_kata(s)
    assert ("Bobot" in kata) == (a.perlu_indikator and a.pakai_bobot) or nama == "pp-46-2011"
    assert ("perilaku" in kata.lower()) == a.perlu_perilaku or "perilaku" in a.uraian
    assert ("ide baru" in kata) == any(p.syarat for p in a.predikat)
    assert ("Kinerja tambahan" in kata) == (a.tambahan is not None)
    assert [b.gambar for b in s.bagian if b.gambar] == ["jumlah"] * a.perlu_indikator + ["matriks"] * (a.matriks is not None)
    assert all(p.nama in kata for p in a.predikat)
    assert "14 hari kalender" in kata
    assert "PPPK" in kata
    assert ("belum ditetapkan" in kata) == a.perlu_penetapan


@pytest.mark.parametrize("nama", SEMUA)
def test_the_questions_that_people_ask_are_answered(nama: str) -> None:
    s = susun(SEMUA[nama])
    tanya = [t for t, _ in s.tanya]
    for kata in ("cuti", "melihat hasil saya", "predikat tahunan", "PPPK", "Apa yang saya lakukan"):
        assert any(kata in t for t in tanya), kata
    assert any("bukan 100" in t for t in tanya) == SEMUA[nama].perlu_indikator
    assert all(t.endswith("?") and j.endswith((".", ")")) for t, j in s.tanya)


def test_sentences_are_short() -> None:
    for a in SEMUA.values():
        s = susun(a)
        kalimat = [k for b in s.bagian for teks in (*b.kalimat, *b.butir) for k in teks.split(". ") if ":" not in k]
        assert max(len(k.split()) for k in kalimat) <= 25


def test_the_time_to_object_is_that_of_the_settings() -> None:
    kerja = baca_tenggat(Setelan(keberatan={"hitungan": "kerja"}), ())
    s = susun_sosialisasi(SEMUA["evaluasi-bungo"], kerja, instansi="X", penetapan="")
    assert "14 hari kerja setelah hasil diterima" in semua_kata(s)
    assert "14 hari kalender" not in semua_kata(s)
