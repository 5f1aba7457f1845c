"""Which rows a repair workbook shows, and which of their cells are open."""

from __future__ import annotations

import pytest
from bantu import ANI, BUDI, CICI, INDIKATOR, PEGAWAI, REALISASI, aturan, tafsir, terbaca, xlsx

from kinerja_cli.core.asal import Asal
from kinerja_cli.core.perbaikan import Perbaikan, pilihan_isian, rencanakan

PANJANG = f"""
    NIP | Nama | Kode Indikator | Realisasi | Keterangan
    {ANI} | Ani | A | 84 |
    {ANI} | Ani | B | 9 |
    {ANI} | Ani | C | 3.5 |
    {BUDI} | Budi | A | 60 |
    {BUDI} | Budi | B | 12 |
    {BUDI} | Budi | C | 4 |
"""


def rencana(pegawai: str = PEGAWAI, indikator: str = INDIKATOR, realisasi: str = PANJANG) -> Perbaikan:
    buku = ("uji.xlsx", xlsx(P=pegawai, I=indikator, R=realisasi))
    hasil = tafsir(buku)
    kode = tuple(hasil.masukan.indikator["kode"])
    pilihan = pilihan_isian(hasil.masukan, aturan().aspek, hasil.temuan)
    return rencanakan(Asal("uji.xlsx", ".xlsx", "", kode), terbaca(buku).lembar, hasil.temuan, pilihan)


def terbuka(p: Perbaikan) -> set[tuple[str, int, str]]:
    """Sheet, row on the sender's sheet, header."""
    judul = {h.nama: h.judul for h in p.asal.halaman}
    return {(nama, nomor, judul[nama][k]) for nama, nomor, k in p.terbuka}


def test_a_clean_workbook_has_nothing_to_mend() -> None:
    p = rencana()
    assert (p.asal.halaman, p.terbuka, p.sisa) == ((), {}, ())


@pytest.mark.parametrize(
    ("lama", "baru", "sel"),
    [
        ("84", "enam", {("R", 2, "Realisasi")}),
        ("84", "-1", {("R", 2, "Realisasi")}),
        ("84", "", {("R", 2, "Realisasi")}),
        (f"{BUDI} | Budi | C", f"{BUDI} | Budi | CC", {("R", 7, "Kode Indikator")}),
        (f"{BUDI} | Budi | C", f"{BUDI[:-1]} | Budi | C", {("R", 7, "NIP")}),
        (f"{ANI} | Ani | B", f"{ANI} | Joko | B", {("R", 3, "NIP"), ("R", 3, "Nama")}),
    ],
)
def test_the_wrong_cell_is_open(lama: str, baru: str, sel: set[tuple[str, int, str]]) -> None:
    assert terbuka(rencana(realisasi=PANJANG.replace(lama, baru, 1))) == sel


def test_all_weights_of_a_sum_are_open() -> None:
    p = rencana(indikator=INDIKATOR.replace("20", "19"))
    assert terbuka(p) == {("I", r, "Bobot") for r in (2, 3, 4)}
    assert [t.kode for t in p.terbuka["I", 3, 3].temuan] == ["I01"]


def test_every_row_of_an_unknown_nip_is_open() -> None:
    p = rencana(realisasi=PANJANG.replace(BUDI, CICI))
    assert terbuka(p) == {("R", r, "NIP") for r in (5, 6, 7)}


def test_every_person_of_a_misspelt_dinas_is_open_and_the_wrong_name_is_no_choice() -> None:
    lain = "".join(f"19900101201501{n:04d} | Orang {n} | {d} | Staf\n" for n, d in enumerate(["Dinas Kesehtan"] * 2, 1))
    p = rencana(pegawai=PEGAWAI.rstrip() + f"\n{CICI} | Cici | Dinas Kesehatan | Perawat\n" + lain)
    sel = {k: v for k, v in p.terbuka.items() if any(t.kode == "P06" for t in v.temuan)}
    assert {(nama, r) for nama, r, _ in sel} == {("P", 5), ("P", 6)}
    assert {v.pilihan for v in sel.values()} == {("Dinas Kesehatan",)}


def test_a_repeated_row_is_open_as_a_whole() -> None:
    p = rencana(realisasi=PANJANG.rstrip() + f"\n{BUDI} | Budi | C | 3 | ralat\n")
    assert terbuka(p) == {("R", 8, judul) for judul in ("NIP", "Nama", "Kode Indikator", "Realisasi", "Keterangan")}


def test_in_a_wide_sheet_the_cell_of_the_indicator_is_open() -> None:
    assert terbuka(rencana(realisasi=REALISASI.replace("| 9 ", "| tiga ").replace("| 4", "| "))) == {
        ("R", 2, "B"),
        ("R", 3, "C"),
    }


def test_a_wide_row_is_known_by_its_nip() -> None:
    p = rencana(realisasi=REALISASI.replace("60", "enam"))
    (halaman,) = p.asal.halaman
    assert halaman.kolom == ("nip", "A", "B", "C")
    assert [(b.nomor, b.kunci, b.isi, b.terbuka) for b in halaman.baris] == [(3, (BUDI,), (BUDI, "enam", 12.0, 4.0), (1,))]


def test_name_and_nip_in_one_cell_are_one_open_cell_without_a_list() -> None:
    isi = f"""
        Nama / NIP | A | B | C
        Ani {ANI} | 84 | 9 | 3.5
        Budi {CICI} | 60 | 12 | 4
    """
    p = rencana(realisasi=isi)
    assert terbuka(p) == {("R", 3, "Nama / NIP")}
    assert p.terbuka["R", 3, 0].pilihan == ()
    assert p.asal.halaman[0].baris[0].kunci == (CICI,)


def test_a_nip_on_a_row_of_its_own_is_not_mended_in_the_cell_of_the_name() -> None:
    isi = f"""
        Nama / NIP | A | B | C
        Ani | 84 | 9 | 3.5
        {ANI} | | |
        Budi | 60 | 12 | 4
        {CICI} | | |
    """
    p = rencana(realisasi=isi)
    assert terbuka(p) == set()
    assert "R01" in [t.kode for t in p.sisa]


@pytest.mark.parametrize(
    ("bagian", "kode", "pilihan"),
    [
        ({"realisasi": PANJANG.replace("Budi | C ", "Budi | CC ")}, "R02", ("A", "B", "C")),
        ({"realisasi": PANJANG.replace(BUDI, CICI, 1)}, "R01", (ANI, BUDI)),
        ({"indikator": INDIKATOR.replace("turun", "trun")}, "I02", ("naik", "turun")),
        ({"indikator": INDIKATOR.replace("Kepuasan Masyarakat", "Kepuasan")}, "I03", aturan().aspek),
    ],
)
def test_where_there_is_a_list_the_cell_has_it(bagian: dict[str, str], kode: str, pilihan: tuple[str, ...]) -> None:
    sel = [v for v in rencana(**bagian).terbuka.values() if kode in [t.kode for t in v.temuan]]
    assert {s.pilihan for s in sel} == {tuple(pilihan)}


def test_a_known_status_can_be_chosen() -> None:
    isi = "".join(f"{b} | {'Status' if 'NIP' in b else 'aktf'}\n" for b in PEGAWAI.strip().splitlines())
    (sel, *_) = rencana(pegawai=isi).terbuka.values()
    assert "tugas belajar" in sel.pilihan


def test_what_no_cell_mends_is_told() -> None:
    tanpa_c = PANJANG.replace(f"{BUDI} | Budi | C | 4 |", "")
    p = rencana(realisasi=tanpa_c)
    assert (p.terbuka, [t.kode for t in p.sisa]) == ({}, ["R06"])


def test_two_tables_of_one_sheet_are_two_pages() -> None:
    atas, bawah = PEGAWAI.replace("Dinas Kesehatan | Perawat", " | Perawat"), PANJANG.replace("84", "enam")
    buku = ("uji.xlsx", xlsx(D=atas + "\n\n" + bawah.lstrip("\n"), I=INDIKATOR))
    hasil = tafsir(buku)
    p = rencanakan(Asal("uji.xlsx", ".xlsx", "", ("A", "B", "C")), terbaca(buku).lembar, hasil.temuan, {})
    assert [(h.nama, h.lembar, h.peran) for h in p.asal.halaman] == [("D", "D", ("Pegawai",)), ("D (2)", "D", ("Realisasi",))]


def test_a_sheet_named_like_one_of_ours_gets_a_number() -> None:
    buku = ("uji.xlsx", xlsx(Petunjuk2=PEGAWAI, asal=REALISASI.replace("60", "enam"), I=INDIKATOR))
    p = rencanakan(Asal("uji.xlsx", ".xlsx", "", ("A", "B", "C")), terbaca(buku).lembar, tafsir(buku).temuan, {})
    assert [(h.nama, h.lembar) for h in p.asal.halaman] == [("asal (2)", "asal")]
