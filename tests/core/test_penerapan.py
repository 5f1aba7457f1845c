"""Merging a filled repair workbook: only what was filled in, only into the cell that it was made for."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

import pytest
from bantu import ANI, BUDI, CICI, INDIKATOR, PEGAWAI, REALISASI, lembar
from hypothesis import given
from hypothesis import strategies as st

from kinerja_cli.core.asal import Asal, AsalHalaman
from kinerja_cli.core.lembar import Lembar, SelGalat, huruf_kolom
from kinerja_cli.core.penerapan import Penerapan, Sebab, cetak_isi, terapkan
from kinerja_cli.core.perbaikan import JUDUL_NASIHAT, JUDUL_NOMOR, Perbaikan, rencanakan
from kinerja_cli.core.temuan import Letak, Temuan

LAIN = "198001012005011004"
PANJANG = f"""
    Periode: Januari 2025

    No | NIP | Nama | Kode Indikator | Realisasi | Keterangan
    1 | {ANI} | Ani | A | enam |
    2 | {ANI} | Ani | B | 9 |
    3 | {BUDI} | Budi | A | 60 |
    4 | {BUDI} | Budi | BB | 12 |
    5 | {CICI} | Cici | A | |
"""
ISIAN = (("kode", "A"), ("siapa", "x"), ("lain", "x"), ("beda", "x"))
SEL = {"S04": "E4", "R02": "D7", "R06": "E8"}
Isian = Mapping[tuple[int, str], object]


def rencana(teks: str = PANJANG, sel: Mapping[str, str] = SEL, nama: str = "R") -> Perbaikan:
    temuan = [Temuan(kode, Letak("uji.xlsx", nama, alamat), isian=ISIAN) for kode, alamat in sel.items()]
    return rencanakan(Asal("uji.xlsx", ".xlsx", "", ("A", "B", "C")), [lembar(teks, nama)], temuan, {})


def terisi(halaman: AsalHalaman, isian: Isian) -> Lembar:
    """The page as its writer lays it out, some cells filled in: by row number and header."""
    baris: list[list[object]] = [["Judul"], [JUDUL_NOMOR, *halaman.judul, JUDUL_NASIHAT]]
    for b in halaman.baris:
        isi = [isian.get((b.nomor, judul), lama) for judul, lama in zip(halaman.judul, b.isi, strict=True)]
        baris.append([float(b.nomor), *isi, "Betulkan."])
    lebar = max(map(len, baris))
    return Lembar("p.xlsx", halaman.nama, [b + [""] * (lebar - len(b)) for b in baris])


def jadi(
    isian: Isian, kini: str = PANJANG, *, p: Perbaikan | None = None, utuh: bool = False, acak: bool = False, nama: str = "R"
) -> Penerapan:
    p = p or rencana()
    halaman = [terisi(h, isian) for h in p.asal.halaman]
    if acak:
        random.Random(3).shuffle(isi := list(halaman[0].baris[2:]))
        halaman[0] = Lembar("p.xlsx", halaman[0].nama, [*halaman[0].baris[:2], *isi])
    return terapkan(p.asal, halaman, [lembar(kini, nama)], utuh=utuh)


def perubahan(hasil: Penerapan) -> dict[str, tuple[object, object]]:
    assert not hasil.penolakan
    assert all(p.letak.sel == f"{huruf_kolom(p.tempat[1])}{p.tempat[0] + 1}" for p in hasil.perubahan)
    return {p.letak.sel: (p.lama, p.baru) for p in hasil.perubahan}


def sebab(hasil: Penerapan) -> list[tuple[Sebab, str, str]]:
    return [(s.sebab, str(s.letak), s.siapa) for s in (*hasil.penolakan, *hasil.diabaikan)]


@pytest.mark.parametrize("utuh", [True, False])
def test_nothing_filled_in_changes_nothing(utuh: bool) -> None:
    assert jadi({}, utuh=utuh) == Penerapan((), (), ())


@pytest.mark.parametrize("utuh", [True, False])
@pytest.mark.parametrize("acak", [True, False])
def test_only_the_filled_cells_change_whatever_the_order_of_the_rows(utuh: bool, acak: bool) -> None:
    hasil = jadi({(4, "Realisasi"): 84.0, (7, "Kode Indikator"): " B "}, utuh=utuh, acak=acak)
    assert perubahan(hasil) == {"E4": ("enam", 84.0), "D7": ("BB", "B")}


def test_a_value_left_empty_stays_and_a_value_taken_out_is_emptied() -> None:
    assert perubahan(jadi({(8, "Realisasi"): "", (4, "Realisasi"): ""})) == {"E4": ("enam", "")}


def test_a_deleted_row_is_left_alone() -> None:
    p = rencana()
    halaman = terisi(p.asal.halaman[0], {(4, "Realisasi"): 84.0, (8, "Realisasi"): 5.0})
    sisa = Lembar("p.xlsx", "R", [baris for baris in halaman.baris if baris[0] != 4.0])
    assert perubahan(terapkan(p.asal, [sisa], [lembar(PANJANG, "R")], utuh=True)) == {"E8": ("", 5.0)}


def test_a_deleted_sheet_is_left_alone() -> None:
    assert terapkan(rencana().asal, [], [lembar(PANJANG, "R")], utuh=True) == Penerapan((), (), ())


def test_rows_are_found_again_after_the_senders_sheet_was_sorted_and_grew() -> None:
    kepala, data = PANJANG.strip("\n").splitlines()[:3], PANJANG.strip().splitlines()[3:]
    tambahan = f"9 | {LAIN} | Dedi | A | 70 |"
    kini = "\n".join([kepala[0], "Dikirim ulang", *kepala[1:], tambahan, *reversed(data)])
    hasil = jadi({(4, "Realisasi"): 84.0, (7, "Kode Indikator"): "B", (8, "Realisasi"): 5.0}, kini)
    assert perubahan(hasil) == {"E6": ("", 5.0), "D7": ("BB", "B"), "E10": ("enam", 84.0)}


def test_columns_are_found_again_by_their_meaning() -> None:
    kini = f"""
        Kode | Hasil | NIP | Unit Kerja
        A | 60 | {BUDI} | x
        A | enam | {ANI} | y
    """
    assert perubahan(jadi({(4, "Realisasi"): 84.0}, kini)) == {"B3": ("enam", 84.0)}


def test_a_row_that_is_gone_is_refused_by_name() -> None:
    kini = PANJANG.replace(f"1 | {ANI} | Ani | A | enam |", "")
    hasil = jadi({(4, "Realisasi"): 84.0, (7, "Kode Indikator"): "B"}, kini)
    assert sebab(hasil) == [(Sebab.TIDAK_ADA, "p.xlsx › R!F3", f"{ANI} A")]


def test_a_sheet_that_is_gone_is_refused() -> None:
    assert sebab(jadi({(4, "Realisasi"): 84.0}, nama="Lain")) == [(Sebab.TIDAK_ADA, "p.xlsx › R!F3", f"{ANI} A")]


def test_a_cell_that_somebody_else_changed_is_refused_by_name() -> None:
    hasil = jadi({(4, "Realisasi"): 84.0}, PANJANG.replace("enam", "7"))
    assert sebab(hasil) == [(Sebab.BERUBAH, "uji.xlsx › R!E4", f"{ANI} A")]


def test_what_somebody_else_changed_beside_it_is_no_hindrance() -> None:
    assert perubahan(jadi({(4, "Realisasi"): 84.0}, PANJANG.replace("enam |", "enam | menyusul")))


GANDA = f"""
    NIP | Kode Indikator | Realisasi
    {ANI} | A | 84
    {ANI} | A | 90
    {BUDI} | A | 60
"""


def test_of_two_rows_with_one_key_the_one_is_changed_that_is_as_it_was() -> None:
    p = rencana(GANDA, {"R03": "C3"})
    kini = "\n".join([*GANDA.strip("\n").splitlines()[:1], *reversed(GANDA.strip("\n").splitlines()[1:])])
    assert perubahan(jadi({(3, "Kode Indikator"): "B"}, kini, p=p)) == {"B3": ("A", "B")}


def test_the_other_row_of_a_pair_is_never_taken_for_one_that_is_gone() -> None:
    p = rencana(GANDA, {"R03": "C3"})
    hasil = jadi({(3, "Kode Indikator"): "B"}, GANDA.replace(f"{ANI} | A | 90", f"{LAIN} | A | 1"), p=p)
    assert [s.sebab for s in hasil.penolakan] == [Sebab.TIDAK_ADA]


def test_rows_that_nothing_tells_apart_are_refused() -> None:
    p = rencana(GANDA.replace("90", "84"), {"R04": "C3"})
    hasil = jadi({(3, "Realisasi"): ""}, GANDA.replace("90", "84").replace("60", "61"), p=p)
    assert sebab(hasil) == [(Sebab.RANGKAP, "p.xlsx › R!D3", f"{ANI} A")]


def test_of_two_equal_rows_one_that_is_left_is_not_changed_twice() -> None:
    p = rencana(GANDA.replace("90", "84"), {"R04": "C3", "S04": "C2"})
    hasil = jadi({(2, "Realisasi"): 1.0, (3, "Realisasi"): 2.0}, GANDA.replace(f"{ANI} | A | 90", f"{LAIN} | A | 1"), p=p)
    assert [s.sebab for s in hasil.penolakan] == [Sebab.RANGKAP]


KUNCI = st.lists(st.tuples(st.integers(1, 30), st.sampled_from("ABC")), min_size=1, max_size=12, unique=True)


@given(KUNCI, st.data())
def test_whatever_was_sorted_inserted_or_deleted_the_values_go_to_their_own_rows(
    kunci: list[tuple[int, str]], data: st.DataObject
) -> None:
    def baris(n: int, kode: str, nilai: object) -> list[object]:
        return [f"19900101201501{1000 + n}", kode, nilai]

    judul: list[object] = ["NIP", "Kode", "Realisasi"]
    lama = Lembar("uji.xlsx", "R", [judul, *(baris(n, k, f"salah {n}") for n, k in kunci)])
    temuan = [Temuan("S04", Letak("uji.xlsx", "R", f"C{r}")) for r in range(2, len(kunci) + 2)]
    p = rencanakan(Asal("uji.xlsx", ".xlsx", "", ()), [lama], temuan, {})
    diisi = data.draw(st.dictionaries(st.sampled_from(range(2, len(kunci) + 2)), st.floats(0, 1e6), max_size=len(kunci)))
    halaman = terisi(p.asal.halaman[0], {(r, "Realisasi"): nilai for r, nilai in diisi.items()})
    kepala, isi = halaman.baris[:2], data.draw(st.permutations(halaman.baris[2:]))
    buang = data.draw(st.sets(st.sampled_from(range(2, len(kunci) + 2))))
    isi = [satu for satu in isi if satu[0] not in buang]
    baru = [baris(n, k, "lain") for n, k in data.draw(st.lists(st.tuples(st.integers(40, 50), st.sampled_from("ABC"))))]
    kini = [judul, *data.draw(st.permutations([*lama.baris[1:], *baru]))]
    hasil = terapkan(p.asal, [Lembar("p.xlsx", "R", [*kepala, *isi])], [Lembar("uji.xlsx", "R", kini)], utuh=False)
    assert not hasil.penolakan
    harapan = {kunci[r - 2]: nilai for r, nilai in diisi.items() if r not in buang}
    jadi = {(int(str(kini[q.tempat[0]][0])[-3:]), str(kini[q.tempat[0]][1])): q.baru for q in hasil.perubahan}
    assert jadi == {k: float(f"{nilai:.15g}") for k, nilai in harapan.items()}


def test_in_an_unchanged_workbook_even_equal_rows_are_told_apart() -> None:
    p = rencana(GANDA.replace("90", "84"), {"R04": "C3"})
    isian = {(3, judul): "" for judul in ("NIP", "Kode Indikator", "Realisasi")}
    assert set(perubahan(jadi(isian, GANDA.replace("90", "84"), p=p, utuh=True))) == {"A3", "B3", "C3"}


def test_wide_rows_are_found_by_nip_and_code() -> None:
    p = rencana(REALISASI.replace("60", "enam"), {"S04": "B3"})
    kini = f"""
        No | NIP | C | B | A
        1 | {CICI} | 4 | 3 | 2
        2 | {BUDI} | 4 | 12 | enam
    """
    assert perubahan(jadi({(3, "A"): 60.0}, kini, p=p)) == {"E3": ("enam", 60.0)}


def test_name_and_nip_in_one_cell_are_found_by_the_nip() -> None:
    isi = f"""
        Nama / NIP | A | B | C
        Ani {ANI} | 84 | sembilan | 3.5
        Budi {BUDI} | 60 | 12 | 4
    """
    kini = isi.replace(f"Ani {ANI}", f"Ani Lestari, {ANI}").replace("Budi", "Pak Budi")
    assert perubahan(jadi({(2, "B"): 9.0}, kini, p=rencana(isi, {"S04": "C2"}))) == {"C2": ("sembilan", 9.0)}


@pytest.mark.parametrize(
    ("teks", "sel", "kolom", "baru"), [(PEGAWAI, "C2", "Dinas", "Dinas Sosial"), (INDIKATOR, "E2", "Arah", "turun")]
)
def test_people_and_indicators_have_keys_too(teks: str, sel: str, kolom: str, baru: str) -> None:
    kini = "\n\n" + teks
    assert [p.baru for p in jadi({(2, kolom): baru}, kini, p=rencana(teks, {"S07": sel})).perubahan] == [baru]


def test_a_locked_cell_that_was_changed_is_named_and_not_taken_over() -> None:
    hasil = jadi({(4, "Nama"): "Ani Lestari", (4, "Realisasi"): 84.0})
    assert [p.letak.sel for p in hasil.perubahan] == ["E4"]
    assert sebab(hasil) == [(Sebab.TERKUNCI, "p.xlsx › R!D3", f"{ANI} A")]


@pytest.mark.parametrize(
    ("baris", "alasan"),
    [([99.0, "1", "x"], Sebab.BARIS_ASING), (["", "", "catatan"], Sebab.BARIS_ASING), ([4.0], Sebab.DUA_BARIS)],
)
def test_a_row_that_was_added_is_named(baris: Sequence[object], alasan: Sebab) -> None:
    p = rencana()
    halaman = terisi(p.asal.halaman[0], {})
    lebar = len(halaman.baris[0])
    tambahan = [*baris, *[""] * (lebar - len(baris))]
    hasil = terapkan(p.asal, [Lembar("p.xlsx", "R", [*halaman.baris, tambahan])], [lembar(PANJANG, "R")], utuh=True)
    assert [s.sebab for s in (*hasil.penolakan, *hasil.diabaikan)] == [alasan]


def test_columns_that_were_moved_are_refused() -> None:
    p = rencana()
    halaman = terisi(p.asal.halaman[0], {(4, "Realisasi"): 84.0})
    pindah = Lembar("p.xlsx", "R", [[*baris[1:], baris[0]] for baris in halaman.baris])
    hasil = terapkan(p.asal, [pindah], [lembar(PANJANG, "R")], utuh=True)
    assert sebab(hasil) == [(Sebab.SUSUNAN, "p.xlsx › R", "")]


def test_a_sheet_that_got_another_name_is_refused() -> None:
    p = rencana()
    halaman = terisi(p.asal.halaman[0], {(4, "Realisasi"): 84.0})
    hasil = terapkan(p.asal, [Lembar("p.xlsx", "Sudah", halaman.baris)], [lembar(PANJANG, "R")], utuh=True)
    assert sebab(hasil) == [(Sebab.NAMA_LEMBAR, "p.xlsx › Sudah", "")]


def test_a_formula_that_gives_an_error_is_no_value() -> None:
    assert [s.sebab for s in jadi({(4, "Realisasi"): SelGalat("#REF!")}).penolakan] == [Sebab.TANPA_NILAI]


def test_a_nip_typed_as_a_number_is_refused_for_it_has_lost_its_end() -> None:
    p = rencana(PANJANG, {"R01": "B4"})
    assert [s.sebab for s in jadi({(4, "NIP"): 1.98505152010012e17}, p=p).penolakan] == [Sebab.NIP_ANGKA]


@pytest.mark.parametrize(("isi", "teks"), [(1234.5, "1.234,5"), ("", "(kosong)"), ("a\nb", "a b")])
def test_a_value_prints_as_people_write_it(isi: str | float, teks: str) -> None:
    assert cetak_isi(isi) == teks
