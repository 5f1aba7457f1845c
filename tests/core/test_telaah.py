"""How firm categories are, where the rule set has lines and where it has none."""

from __future__ import annotations

from dataclasses import replace

from bantu import ANI, BUDI, INDIKATOR, JANUARI, PEGAWAI, REALISASI, aturan, semua_aturan, tafsir, xlsx

from kinerja_cli.core.hitung import hitung
from kinerja_cli.core.telaah import TAK_TERBANDING, TIDAK_BERLAKU, telaah

ATURAN = aturan()
T = tafsir(("Januari 2025.xlsx", xlsx(P=PEGAWAI, I=INDIKATOR, R=REALISASI)))
HASIL = hitung(T.masukan, T.berlaku, ATURAN, JANUARI, {})  # 103,00 and 81,50


def test_the_line_says_how_many_and_how_near() -> None:
    assert telaah(HASIL, ATURAN, 50).ringkas == "tidak seorang pun paling jauh 0,50 dari batas suatu predikat"
    assert telaah(HASIL, ATURAN, 850).ringkas == "2 orang paling jauh 8,50 dari batas suatu predikat"


def test_rules_whose_categories_have_no_numbers_have_no_edges() -> None:
    t = telaah(HASIL, semua_aturan()["permenpanrb-6-2022"], 850)
    assert (t.tepi, t.saksi, t.ringkas) == ((), (), TIDAK_BERLAKU)
    assert t.daftar_saksi() == (("", TIDAK_BERLAKU, ""),)


def test_a_witness_that_cannot_be_called_says_so() -> None:
    t = replace(telaah(HASIL, ATURAN, 50), saksi=())
    assert t.daftar_saksi() == (("", TAK_TERBANDING, ""),)


def test_a_dinas_has_its_own() -> None:
    t = telaah(HASIL, ATURAN, 850)
    assert t.milik({ANI, BUDI}) == t
    assert [satu.nip for satu in t.milik({BUDI}).tepi] == [BUDI]
