"""What a rule set asks of the input: the Perilaku sheet, its dates, and what it doesn't use."""

from __future__ import annotations

import pytest
from bantu import ANI, BUDI, CICI, INDIKATOR, JANUARI, PEGAWAI, REALISASI, lembar, semua_aturan, tafsir, temuan, xlsx

from kinerja_cli.core.periode import Periode
from kinerja_cli.core.skema import BERAKHLAK
from kinerja_cli.core.urai import urai

PP30, ENAM, DELAPAN, PP46 = (
    semua_aturan()[i] for i in ("pp-30-2019", "permenpanrb-6-2022", "permenpanrb-8-2021", "pp-46-2011")
)
TUJUH = "Berorientasi Pelayanan | Akuntabel | Kompeten | Harmonis | Loyal | Adaptif | Kolaboratif"
SEBUTAN = f"""
    NIP | Hasil Kerja | Perilaku
    {ANI} | sesuai | di atas
    {BUDI} | sesuai | sesuai
"""


def cek(perilaku: str, aturan: object = PP30, periode: Periode = JANUARI, **lembar_lain: str) -> list[tuple[str, str]]:
    isi = xlsx(P=PEGAWAI, I=INDIKATOR, R=REALISASI, **lembar_lain, **({"K": perilaku} if perilaku else {}))
    hasil = tafsir(("uji.xlsx", isi), periode=periode, menurut=aturan)  # type: ignore[arg-type]  # always a rule set
    return [t for t in temuan(hasil) if t[0][0] in "KASBL"]


# Reading the sheet ----------------------------------------------------------------------------------------------------


def test_seven_values_under_a_merged_heading_and_a_kop() -> None:
    teks = f"""
        PEMERINTAH KABUPATEN BUNGO
        Periode : Januari 2025

        NIP | Nama | Perilaku Kerja | | | | | | |
        | | {TUJUH}
        {ANI} | Ani | 90 | 91,5 | 92 | 93 | 94 | 95 | 96
        {BUDI} | Budi | | | | | | |
        Jumlah | | 90
    """
    utuh = lembar(teks, "Perilaku")
    uraian = urai([type(utuh)("uji.xlsx", "Perilaku", utuh.baris, gabungan=((3, 2, 3, 8),))])
    isi = uraian.masukan.perilaku
    assert isi["nip"].tolist() == [ANI, BUDI]
    assert isi.loc[0, list(BERAKHLAK)].tolist() == [90, 91.5, 92, 93, 94, 95, 96]
    assert isi.loc[1, list(BERAKHLAK)].isna().all()


@pytest.mark.parametrize(
    ("sel", "angka", "kata"),
    [("87,5", 87.5, ""), ("diatas ekspektasi", None, "diatas ekspektasi"), ("-", None, ""), ("90 %", 90, "")],
)
def test_one_rating_is_a_number_or_a_word(sel: str, angka: float | None, kata: str) -> None:
    isi = urai([lembar(f"NIP | Nilai Perilaku Kerja\n{ANI} | {sel}", "K")]).masukan.perilaku.iloc[0]
    assert (isi["perilaku"] == angka) if angka is not None else isi["perilaku"] != isi["perilaku"]
    assert isi["perilaku_kata"] == kata


def test_a_list_of_people_may_carry_the_ratings_too() -> None:
    masukan = urai([lembar(f"NIP | Nama | Dinas | Hasil Kerja | Perilaku\n{ANI} | Ani | Dinkes | sesuai | sesuai")]).masukan
    assert (len(masukan.pegawai), masukan.perilaku["hasil_kerja"].tolist()) == (1, ["sesuai"])


def test_a_description_of_additional_work_is_no_new_idea() -> None:
    masukan = urai([lembar(f"NIP | Uraian | Kinerja Tambahan\n{ANI} | Panitia HUT Kabupaten | 4", "K")]).masukan
    assert (masukan.perilaku["tambahan"].tolist(), len(masukan.ide_baru)) == ([4], 0)


def test_a_missing_column_of_another_sheet_is_still_named() -> None:
    assert [t.kode for t in urai([lembar(f"NIP | Nama | Jabatan\n{ANI} | Ani | Perawat")]).temuan] == ["L02"]


# What is wrong with it ------------------------------------------------------------------------------------------------


def test_a_good_sheet_has_no_findings() -> None:
    assert cek(f"NIP | Perilaku\n{ANI} | 90\n{BUDI} | 80,5") == [("S06", "B3")]
    assert cek(SEBUTAN, ENAM) == []


@pytest.mark.parametrize(
    ("isi", "harapan"),
    [
        (f"NIP | Perilaku\n{ANI} | 120.01\n{BUDI} | 80", [("K01", "B2")]),
        (f"NIP | Perilaku\n{ANI} | -1\n{BUDI} | 120", [("K01", "B2")]),
        (f"NIP | Perilaku\n{ANI} | 87.125\n{BUDI} | 80", [("K08", "B2")]),
        (f"NIP | Perilaku\n{ANI} | 90\n{ANI} | 80\n{BUDI} | 80", [("K03", "A3")]),
        (f"NIP | Perilaku\n{ANI} | 90\n{ANI} | 90\n{BUDI} | 80", [("K04", "A3")]),
        (f"NIP | Perilaku\n{ANI} | sesuai\n{BUDI} | 80", [("K06", "B2")]),
        (f"NIP | {TUJUH}\n{ANI} | 90 | 90 | | 90 | 90 | 90 | 90\n{BUDI}| 1 | 1 | 1 | 1 | 1 | 1 | 1",
         [("K07", "D2")]),
        (f"NIP | {TUJUH} | Perilaku\n{ANI} | 90 | 90 | 90 | 90 | 90 | 90 | 91 | 90.14\n{BUDI} | | | | | | | | 80", []),
        (f"NIP | {TUJUH} | Perilaku\n{ANI} | 90 | 90 | 90 | 90 | 90 | 90 | 91 | 90.15\n{BUDI} | | | | | | | | 80",
         [("K09", "I2")]),
        (f"NIP | Perilaku\n{ANI} | 90", [("K05", "A3")]),
        ("", [("K05", "A2")]),
        (f"NIP | Perilaku | Hasil Kerja | Kinerja Tambahan\n{ANI} | 90 | sesuai | 3\n{BUDI} | 90 | |",
         [("K11", "C2"), ("K11", "D2")]),
    ],
)  # fmt: skip
def test_numbers(isi: str, harapan: list[tuple[str, str]]) -> None:
    assert sorted(cek(isi)) == sorted(harapan)


@pytest.mark.parametrize(
    ("isi", "harapan"),
    [
        (SEBUTAN.replace("di atas", "lumayan"), [("K02", "C2")]),
        (SEBUTAN.replace("di atas", "90"), [("K06", "C2")]),
        (SEBUTAN.replace(f"{BUDI} | sesuai", f"{BUDI} | bagus"), [("K02", "B3")]),
        (SEBUTAN.replace(f"{BUDI} | sesuai", f"{BUDI} | -"), [("K05", "A3")]),
    ],
)
def test_ratings(isi: str, harapan: list[tuple[str, str]]) -> None:
    assert sorted(cek(isi, ENAM)) == sorted(harapan)


def test_a_near_rating_is_proposed() -> None:
    hasil = tafsir(("uji.xlsx", xlsx(P=PEGAWAI, K=SEBUTAN.replace("di atas", "di atass"))), menurut=ENAM)
    assert next(t.usul for t in hasil.temuan if t.kode == "K02") == "di atas"


def test_unknown_people_on_the_sheet_are_named() -> None:
    hasil = tafsir(("uji.xlsx", xlsx(P=PEGAWAI, K=f"{SEBUTAN}\n    {CICI} | sesuai | sesuai")), menurut=ENAM)
    assert ("R01", "A5") in temuan(hasil)


def test_additional_work_beyond_the_limit_is_said() -> None:
    isi = f"NIP | Kinerja Tambahan\n{ANI} | 10.01\n{BUDI} | -1"
    assert cek(isi, DELAPAN, Periode(2021, 8)) == [("K10", "B2"), ("K01", "B3")]


# What it doesn't use, and its dates -----------------------------------------------------------------------------------


def test_a_set_without_perilaku_says_that_the_sheet_doesnt_count() -> None:
    assert cek(f"NIP | Perilaku\n{ANI} | 90", semua_aturan()["evaluasi-bungo"]) == [("K11", "B2")]


def test_without_weights_their_sum_isnt_checked_but_said() -> None:
    isi = f"NIP | Perilaku\n{ANI} | 90\n{BUDI} | 80"
    indikator = """
        Kode | Indikator | Aspek | Bobot | Arah | Target
        A | Laporan | Kuantitas | 10 | naik | 80
        B | Laporan | Waktu | 10 | turun | 10
        C | Laporan | Kualitas | 10 | naik | 4
    """
    berkas = ("uji.xlsx", xlsx(P=PEGAWAI, I=indikator, R=REALISASI, K=isi))
    assert temuan(tafsir(berkas, periode=Periode(2020, 12), menurut=PP46)) == [("K11", "D2")]
    ganda = ("uji.xlsx", xlsx(P=PEGAWAI, I=indikator.replace("Kualitas", "kuantitas"), R=REALISASI, K=isi))
    assert ("A04", "A4") in temuan(tafsir(ganda, periode=Periode(2020, 12), menurut=PP46))


@pytest.mark.parametrize(
    ("periode", "ada"),
    [
        (Periode(2021, 6), False),
        (Periode(2021, 7), True),
        (Periode(2014, 1), False),
        (Periode(2013, 12), True),
    ],
)
def test_a_set_outside_its_dates_is_a_warning(periode: Periode, ada: bool) -> None:
    hasil = tafsir(("uji.xlsx", xlsx(P=PEGAWAI, I=INDIKATOR, R=REALISASI)), periode=periode, menurut=PP46)
    assert (("A01", "") in temuan(hasil)) == ada


def test_ratings_alone_need_neither_indicators_nor_weights() -> None:
    berkas = ("uji.xlsx", xlsx(P=PEGAWAI, K=SEBUTAN))
    assert temuan(tafsir(berkas, menurut=ENAM)) == []
    jembatan = ENAM.dengan_pilihan({"hasil_kerja": "dijembatani"})
    assert {k for k, _ in temuan(tafsir(berkas, menurut=jembatan))} == {"K11", "X01"}
