"""A register of innovations: how it is read, which ideas count, and what they fill in. Figures worked by hand."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from bantu import ANI, BUDI, CICI, aturan, lembar, tafsir, temuan, xlsx
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja_cli.core.hitung import hitung
from kinerja_cli.core.inovasi.periksa import mundur
from kinerja_cli.core.kolom import TAHAP, tahap_dari_kata
from kinerja_cli.core.lembar import Lembar
from kinerja_cli.core.periode import Periode
from kinerja_cli.core.urai import urai
from kinerja_cli.readers.pelengkap import aturan_inovasi_dari
from kinerja_cli.workflow.tafsir import Tafsiran

JANUARI = Periode(2025, 1)
PEGAWAI = f"""
    NIP | Nama | Dinas
    {ANI} | Ani | Dinas Kesehatan
    {BUDI} | Budi | Dinas Kesehatan
    {CICI} | Cici | Dinas Pendidikan
"""
INDIKATOR = """
    Kode | Indikator | Aspek | Bobot | Arah | Target
    A | Berkas selesai | Penyelesaian Tugas | 80 | naik | 10
    N | Inovasi yang diterapkan | Inovasi Pelayanan | 20 | naik | 2
"""
KOSONG = f"NIP | A | N\n{ANI} | 12 |\n{BUDI} | 12 |\n{CICI} | 12 |"
JUDUL = "Judul Inovasi | Tahap | NIP Pemilik | Bukti | Tanggal | Indikator"


def register(*baris: str, atas: str = "") -> str:
    return "\n".join([*([atas] if atas else []), JUDUL, *baris])


def bersama(isi: str, realisasi: str = KOSONG, periode: Periode = JANUARI) -> Tafsiran:
    """The month's workbook beside a register."""
    bulan = xlsx(P=PEGAWAI, I=INDIKATOR, R=realisasi)
    return tafsir(("Januari 2025.xlsx", bulan), ("Register.xlsx", xlsx(Reg=isi)), periode=periode)


def terisi(hasil: Tafsiran, kode: str = "N") -> dict[str, float]:
    isi = hasil.masukan.realisasi
    isi = isi[(isi["kode"] == kode) & (isi["keadaan"] == "terisi")]
    return dict(zip(isi["nip"], isi["realisasi"], strict=True))


def kategori(hasil: Tafsiran) -> dict[str, tuple[int, str]]:
    isi = hitung(hasil.masukan, hasil.berlaku, aturan(), JANUARI, {}).nilai
    return {b.nip: (b.nilai, b.predikat) for b in isi.itertuples()}


def kode(hasil: Tafsiran, *tanpa: str) -> list[tuple[str, str]]:
    """Findings but for what a blank realisasi, and what the register filled in, say."""
    return [t for t in temuan(hasil) if t[0] not in {"R06", "V05", *tanpa}]


# Reading ------------------------------------------------------------------------------------------------------------


def test_a_register_with_letterhead_totals_and_signature_is_read_an_owner_a_row() -> None:
    isi = f"""
        PEMERINTAH KABUPATEN BUNGO
        DINAS KESEHATAN
        REGISTER INOVASI 2025
        Periode : | Januari 2025

        No. | JUDUL INOVASI | TAHAPAN | PEMILIK | NIP PEMILIK | BUKTI DUKUNG | TGL | INDIKATOR
        (1) | (2) | (3) | (4) | (5) | (6) | (7) | (8)
        1 | Antrean daring | Sudah Diterapkan | Ani | {ANI} | SOP 12 | 14/01/2025 | N
        2 | Papan pantau | ujicoba | Ani dan Budi | {ANI}; Budi 19900101 201501 1 002 | - | - |
        JUMLAH | 2
        Muara Bungo, 31 Januari 2025
        Kepala Dinas,
        NIP. 196504042000011004
    """
    hasil = urai([lembar(isi)])
    assert temuan(hasil.temuan) == []
    assert [p for _, p in hasil.periode] == [JANUARI]
    tabel = hasil.masukan.inovasi.drop(columns=["sumber", "tanggal"]).itertuples(index=False, name=None)
    assert list(tabel) == [
        (ANI, "Antrean daring", "diterapkan", "SOP 12", "N", 8),
        (ANI, "Papan pantau", "uji coba", "", "", 9),
        (BUDI, "Papan pantau", "uji coba", "", "", 9),
    ]
    assert hasil.masukan.inovasi["tanggal"].dt.strftime("%d/%m").tolist()[0] == "14/01"


def test_headers_on_two_rows_names_above_numbers_and_owners_under_pemilik() -> None:
    bertingkat = Lembar(
        "r.xlsx",
        "Inovasi",
        [
            ["No", "Judul Inovasi", "Tahap", "PEMILIK", "", "Bukti"],
            ["", "", "", "NAMA", "NIP", ""],
            [1, "Antrean", "Diterapkan", "Ani\nBudi", f"{ANI}\n{BUDI}", "SOP"],
            ["", "", "", "", "", ""],
            ["Total", 1, "", "", "", ""],
        ],
        gabungan=((0, 3, 0, 4),),
    )
    satu_kolom = Lembar(
        "r.xlsx",
        "Inovasi",
        [["Nama Inovasi", "Tahapan", "Inovator"], ["Antrean", "terapkan", f"Ani, S.E.\n{ANI}\nBudi\n{BUDI}"]],
    )
    for satu in (bertingkat, satu_kolom):
        hasil = urai([satu])
        assert temuan(hasil.temuan) == []
        assert hasil.masukan.inovasi["nip"].tolist() == [ANI, BUDI]


def test_a_title_goes_before_the_description_beside_it() -> None:
    isi = f"No | Uraian | Judul Inovasi | Tahap | NIP Pemilik \n1 | Warga antre dari rumah | Antrean | usulan | {ANI}"
    hasil = urai([lembar(isi)])
    assert temuan(hasil.temuan) == []
    assert hasil.masukan.inovasi["uraian"].tolist() == ["Antrean"]
    assert hasil.masukan.sumber[0].huruf["uraian"] == "C"


def test_a_nip_that_was_typed_as_a_number_is_damaged() -> None:
    hasil = urai([Lembar("r.xlsx", "I", [["Judul", "Tahap", "NIP"], ["Antrean", "usulan", float(ANI)]])])
    assert temuan(hasil.temuan) == [("S03", "C2")]
    assert hasil.masukan.inovasi["nip"].tolist() == [""]


@pytest.mark.parametrize(
    ("kata", "tahap"),
    [
        ("Uji Coba", "uji coba"), ("ujicoba", "uji coba"), ("masih diuji-coba", "uji coba"), ("PILOT PROJECT", "uji coba"),
        ("sudah diterapkan", "diterapkan"), ("Penerapan", "diterapkan"), ("Tahap Implementasi", "diterapkan"),
        ("replikasi", "direplikasi"), ("Telah direplikasi", "direplikasi"), ("Inisiatif", "usulan"), ("ide", "usulan"),
        ("belum diterapkan", None), ("akan diterapkan", None), ("siap pakai", None), ("", None),
    ],
)  # fmt: skip
def test_stages_as_people_write_them(kata: str, tahap: str | None) -> None:
    assert tahap_dari_kata(kata) == tahap


def test_an_ideas_sheet_without_stages_stays_ide_baru_and_with_them_is_a_register() -> None:
    """The contract's sheet Ide Baru is read as ever; "Inovasi" heads its column too."""
    masukan = urai([lembar(f"NIP | Inovasi | Bukti\n{ANI} | Antrean | SOP")]).masukan
    assert (len(masukan.ide_baru), len(masukan.inovasi)) == (1, 0)
    masukan = urai([lembar(f"NIP | Inovasi | Bukti | Tahap\n{ANI} | Antrean | SOP | usulan")]).masukan
    assert (len(masukan.ide_baru), len(masukan.inovasi)) == (0, 1)


@pytest.mark.parametrize("judul", ["Tahap", "Pemilik", "Judul", "Tanggal"])
def test_words_of_the_register_mean_nothing_on_other_sheets(judul: str) -> None:
    hasil = urai([lembar(INDIKATOR, "I"), lembar(f"NIP | Kode | Realisasi | {judul}\n{ANI} | N | 2 | x", "R")])
    assert (len(hasil.masukan.realisasi), len(hasil.masukan.inovasi), temuan(hasil.temuan)) == (1, 0, [])


def test_a_register_may_stand_beneath_another_table() -> None:
    isi = f"NIP | Uraian\n{ANI} | Antrean\n\n{JUDUL}\nPapan | usulan | {BUDI} | | |"
    masukan = urai([lembar(isi)]).masukan
    assert masukan.ide_baru["nip"].tolist() == [ANI]
    assert masukan.inovasi[["nip", "uraian", "baris"]].to_numpy().tolist() == [[BUDI, "Papan", 5]]


def test_what_cannot_be_read_is_a_galat_at_its_cell() -> None:
    isi = register(
        f"Satu | diterapakn | {ANI} | SOP | 14/01/2025 |",
        "Dua | usulan | 19850515201001200 | | |",
        "Tiga | usulan | Budi | | |",
        "Empat | usulan | 198505152010012001 | | besok |".replace("198505152010012001", ANI),
        f"Lima | usulan | {ANI}; 199901012020011001 | | |",
        "Enam | usulan | | | |",
        f" | usulan | {ANI} | SOP | |",
    )
    hasil = bersama(isi)
    assert kode(hasil) == [
        ("V01", "B2"), ("P01", "C3"), ("P01", "C4"), ("S09", "E5"), ("R01", "C6"), ("S07", "C7"), ("S07", "A8"),
    ]  # fmt: skip
    (salah,) = [t for t in hasil.temuan if t.kode == "V01"]
    assert salah.usul == "diterapkan"
    (asing,) = [t for t in hasil.temuan if t.kode == "R01"]
    assert asing.nip == ("199901012020011001",)  # Ani, who shares the idea, isn't touched by it


def test_an_unknown_owner_is_named_once_with_all_cells() -> None:
    asing = "199901012020011001"
    hasil = bersama(register(f"Satu | usulan | {asing} | | |", f"Dua | diterapkan | {asing}; {ANI} | SOP | | N"))
    (salah,) = [t for t in hasil.temuan if t.kode == "R01"]
    assert (salah.letak.sel, [letak.sel for letak in salah.terkait]) == ("C2", ["C3"])
    assert hasil.masukan.ide_baru["nip"].tolist() == [ANI]


def test_a_missing_column_of_owners_is_named_with_the_header_that_may_be_meant() -> None:
    (salah,) = urai([lembar("Judul Inovasi | Tahap | NIP Pemilk\nAntrean | usulan | x")]).temuan[:1]
    assert (salah.kode, salah.letak.sel, salah.usul) == ("L02", "C1", "NIP Pemilik")


def test_names_beside_a_misspelt_column_of_nips_are_not_taken_for_nips() -> None:
    """The header is the cause; that no name is a NIP only follows from it."""
    isi = f"Judul Inovasi | Tahap | Pemilik | {{nip}} | Bukti\nAntrean | diterapkan | Ani | {ANI} | SOP"
    assert [(t.kode, t.letak.sel, t.usul) for t in urai([lembar(isi.format(nip="NIP Pemlik"))]).temuan] == [
        ("L02", "D1", "NIP Pemilik")
    ]
    benar = urai([lembar(isi.format(nip="NIP Pemilik"))])
    assert (benar.temuan, benar.masukan.inovasi["nip"].tolist()) == ((), [ANI])


@pytest.mark.parametrize(("judul", "usul"), [("Tahp", "Tahap"), ("Keadaan", "")])
def test_what_is_plainly_a_register_is_told_that_it_lacks_the_stage(judul: str, usul: str) -> None:
    isi = f"Judul Inovasi | {judul} | NIP Pemilik | Bukti\nAntrean | diterapkan | {ANI} | SOP"
    assert [(t.kode, t.usul) for t in urai([lembar(isi)]).temuan] == [("L02", usul)]


# Counting -----------------------------------------------------------------------------------------------------------


def test_a_blank_realisasi_is_the_number_of_applied_ideas_with_evidence_full_for_every_owner() -> None:
    hasil = bersama(
        register(
            f"Antrean daring | diterapkan | {ANI}; {BUDI} | SOP 12 | 14/01/2025 | N",
            f"Papan pantau | direplikasi | {ANI} | SK 3 | | N",
            f"Bank soal | uji coba | {ANI} | Foto | | N",
            f"Tanpa bukti | diterapkan | {ANI} | | | N",
            f"Tanpa indikator | diterapkan | {ANI} | SOP 13 | |",
        )
    )
    assert terisi(hasil) == {ANI: 2, BUDI: 1}
    assert kode(hasil) == [("V04", "D5")]
    # Ani: 120 × 80 + 2/2 × 20 = 116,00; Budi: 120 × 80 + 1/2 × 20 = 106,00; Cici has no idea: blank isn't zero
    assert kategori(hasil) == {ANI: (11600, "Sangat Baik"), BUDI: (10600, "Baik"), CICI: (-1, "")}


def test_every_figure_says_from_which_ideas_and_cells_it_comes() -> None:
    hasil = bersama(register(f"B | direplikasi | {ANI} | SK 3 | | N", f"A | diterapkan | {ANI} | SOP 12 | | N"))
    baris = hasil.masukan.realisasi.query("kode == 'N' and keadaan == 'terisi'").iloc[0]
    sumber = hasil.masukan.sumber[baris["sumber"]]
    assert (sumber.berkas, sumber.lembar, f"{baris['kolom']}{baris['baris']}") == ("Register.xlsx", "Reg", "C3")
    assert baris["keterangan"] == (
        "Register inovasi: A (diterapkan, bukti: SOP 12) [Register.xlsx › Reg!A3]; "
        "B (direplikasi, bukti: SK 3) [Register.xlsx › Reg!A2]"
    )
    (diisi,) = [t for t in hasil.temuan if t.kode == "V05"]
    assert diisi.pesan == "Register Inovasi mengisi N untuk 1 pegawai."


def test_nobody_gets_zero_but_where_the_register_is_said_to_be_complete() -> None:
    baris = f"Antrean | diterapkan | {ANI} | SOP | | N"
    assert terisi(bersama(register(baris))) == {ANI: 1}
    lengkap = bersama(register(baris, atas="Register lengkap: Dinas Kesehatan\n"))
    assert terisi(lengkap) == {ANI: 1, BUDI: 0}  # Cici is of another dinas
    (nol,) = lengkap.masukan.realisasi.query("realisasi == 0").itertuples()
    assert (f"{nol.kolom}{nol.baris}", nol.keterangan) == (
        "A1", "Register inovasi lengkap, tanpa inovasi yang dihitung bulan ini",
    )  # fmt: skip
    assert terisi(bersama(register(baris, atas="Register inovasi lengkap untuk : | semua dinas\n"))) == {
        ANI: 1, BUDI: 0, CICI: 0,
    }  # fmt: skip


def test_zero_is_not_for_whom_the_indicator_does_not_apply_nor_for_who_is_not_scored() -> None:
    baris = register(f"Antrean | diterapkan | {ANI} | SOP | | N", atas="Register lengkap: Dinas Kesehatan; Dinas Pendidikan")
    pegawai = PEGAWAI.replace("Dinas\n", "Dinas | Status\n").replace("Dinas Pendidikan", "Dinas Pendidikan | cuti")
    bulan = xlsx(P=pegawai, I=INDIKATOR, R=f"NIP | A | N\n{ANI} | 12 |\n{BUDI} | 12 | n/a")
    hasil = tafsir(("Januari 2025.xlsx", bulan), ("Register.xlsx", xlsx(Reg=baris)))
    assert (terisi(hasil), kode(hasil)) == ({ANI: 1}, [])


@pytest.mark.parametrize("pemilik", [f"{ANI}; 19900101201501100", "199001012015011003", f"{ANI}; Budi"])
def test_nobody_gets_zero_while_an_owner_cannot_be_told(pemilik: str) -> None:
    """The idea may be Budi's, whose NIP is misspelt: 0 would be wrong."""
    hasil = bersama(register(f"Antrean | diterapkan | {pemilik} | SOP | | N", atas="Register lengkap: Dinas Kesehatan"))
    assert "V08" in {t.kode for t in hasil.temuan}
    assert BUDI not in terisi(hasil)


@pytest.mark.parametrize(
    ("atas", "baris", "usul"),
    [("Dinas Kesehatn", "N", "Dinas Kesehatan"), ("ya", "N", ""), ("Dinas Kesehatan", "", "")],
)
def test_a_statement_that_names_no_dinas_or_no_indicator_gives_nobody_zero(atas: str, baris: str, usul: str) -> None:
    hasil = bersama(register(f"Antrean | diterapkan | {ANI} | SOP | | {baris}", atas=f"Register lengkap: {atas}"))
    (salah,) = [t for t in hasil.temuan if t.kode == "V08"]
    assert (salah.letak.sel, salah.usul) == ("A1", usul)
    assert 0 not in terisi(hasil).values()


def test_what_the_office_filed_is_never_overridden() -> None:
    isi = register(f"Antrean | diterapkan | {ANI} | SOP | | N", f"Papan | diterapkan | {BUDI} | SOP | | N")
    sama = bersama(isi, f"NIP | A | N\n{ANI} | 12 | 1\n{BUDI} | 12 | 1\n{CICI} | 12 | 0")
    assert (terisi(sama), kode(sama)) == ({ANI: 1, BUDI: 1, CICI: 0}, [])
    beda = bersama(isi, f"NIP | A | N\n{ANI} | 12 | 2\n{BUDI} | 12 | tidak berlaku\n{CICI} | 12 |")
    assert kode(beda) == [("V09", "C2"), ("V09", "C3")]
    assert terisi(beda) == {ANI: 2}
    assert "Register.xlsx › Reg!C2" in next(t.pesan for t in beda.temuan if t.kode == "V09")


def test_an_idea_counts_in_the_month_of_its_date_and_without_one_in_the_month_of_its_workbook() -> None:
    isi = register(
        f"Januari | diterapkan | {ANI} | SOP | 31/01/2025 | N",
        f"Februari | diterapkan | {ANI} | SOP | 1 Februari 2025 | N",
        f"Desember | diterapkan | {ANI}; {BUDI} | SOP | 31-12-2024 | N",
        f"Tanpa tanggal | diterapkan | {BUDI} | SOP | | N",
    )
    januari = bersama(isi)
    assert terisi(januari) == {ANI: 1, BUDI: 1}
    (lain,) = [t for t in januari.temuan if t.kode == "V06"]
    assert lain.pesan == "2 inovasi bertanggal di luar Januari 2025, jadi tidak dihitung bulan ini."


def test_an_idea_counts_once_for_an_owner_at_its_highest_stage() -> None:
    hasil = bersama(
        register(
            f"Antrean daring | uji coba | {ANI} | Foto | 05/01/2025 | N",
            f"ANTREAN  DARING. | diterapkan | {ANI}; {BUDI} | SOP | 20/01/2025 | N",
            f"Antrean Daring | direplikasi | {ANI} | SK 3 | | N",
        )
    )
    assert terisi(hasil) == {ANI: 1, BUDI: 1}
    milik_ani = hasil.masukan.realisasi.query(f"kode == 'N' and nip == '{ANI}' and keadaan == 'terisi'")["keterangan"]
    assert milik_ani.tolist() == ["Register inovasi: Antrean Daring (direplikasi, bukti: SK 3) [Register.xlsx › Reg!A4]"]
    assert kode(hasil) == [("V03", "A3"), ("V03", "A4")]


def test_unknown_codes_and_indicators_of_others_are_named() -> None:
    indikator = INDIKATOR.replace("Target\n", "Target | Berlaku Untuk\n").replace("naik | 2", "naik | 2 | Dinas Pendidikan")
    indikator += "    M | Inovasi lain | Inovasi Pelayanan | 20 | naik | 2 | Dinas Kesehatan\n"
    isi = register(
        f"Satu | diterapkan | {ANI} | SOP | | X",
        f"Dua | diterapkan | {ANI} | SOP | | N",
        f"Tiga | diterapkan | {ANI}; {CICI} | SOP | | N; M",
    )
    bulan = xlsx(P=PEGAWAI, I=indikator, R=f"NIP | A\n{ANI} | 12\n{BUDI} | 12\n{CICI} | 12")
    hasil = tafsir(("Januari 2025.xlsx", bulan), ("Register.xlsx", xlsx(Reg=isi)))
    assert [t for t in kode(hasil) if t[0] != "I01"] == [("R02", "F2"), ("V07", "F3")]
    assert (terisi(hasil, "M"), terisi(hasil, "N")) == ({ANI: 1}, {CICI: 1})


# The condition of the best category ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tahap", "bukti", "predikat"),
    [
        ("usulan", "SOP", "Baik"), ("uji coba", "SOP", "Baik"), ("diterapkan", "", "Baik"), ("diterapkan", "-", "Baik"),
        ("diterapkan", "SOP", "Sangat Baik"), ("direplikasi", "SOP", "Sangat Baik"),
    ],
)  # fmt: skip
def test_only_an_applied_idea_with_evidence_is_a_new_idea(tahap: str, bukti: str, predikat: str) -> None:
    penuh = f"NIP | A | N\n{ANI} | 12 | 2\n{BUDI} | 12 | 2\n{CICI} | 12 | 2"  # 120 × 80 + 100 × 20 = 116,00
    hasil = bersama(register(f"Antrean | {tahap} | {ANI} | {bukti} | |"), penuh)
    assert kategori(hasil) == {ANI: (11600, predikat), BUDI: (11600, "Baik"), CICI: (11600, "Baik")}


def test_another_rule_file_counts_trials_too() -> None:
    longgar = aturan().inovasi.teks.replace('"diterapkan", "direplikasi"', '"uji coba", "diterapkan", "direplikasi"')
    longgar = longgar.replace("perlu_bukti = true", "perlu_bukti = false")
    menurut = replace(aturan(), inovasi=aturan_inovasi_dari(longgar.encode(), "inovasi.toml"))
    bulan = ("Januari 2025.xlsx", xlsx(P=PEGAWAI, I=INDIKATOR, R=KOSONG))
    isi = ("Register.xlsx", xlsx(Reg=register(f"Antrean | uji coba | {ANI} | | | N")))
    assert terisi(tafsir(bulan, isi)) == {}
    assert terisi(tafsir(bulan, isi, menurut=menurut)) == {ANI: 1}


# Over the months, and in any order ----------------------------------------------------------------------------------


def test_a_stage_that_goes_backwards_is_named() -> None:
    lalu = urai([lembar(register(f"Antrean | diterapkan | {ANI} | SOP | |", f"Papan | usulan | {ANI} | | |"))]).masukan
    kini = urai([lembar(register(f"antrean | uji coba | {ANI} | SOP | |", f"Papan | uji coba | {ANI} | | |"))]).masukan
    assert temuan(list(mundur(kini, lalu.inovasi, Periode(2024, 12)))) == [("V02", "B2")]
    assert list(mundur(lalu, lalu.inovasi, Periode(2024, 12))) == []


def test_a_register_of_an_earlier_month_counts_no_more() -> None:
    bulan = xlsx(P=PEGAWAI, I=INDIKATOR, R=KOSONG)
    lama = xlsx(Reg=register(f"Antrean | diterapkan | {ANI} | SOP | | N"))
    hasil = tafsir(("Januari 2025.xlsx", bulan), ("Register.xlsx", lama), bawaan=["Register.xlsx"])
    assert terisi(hasil) == {}
    assert len(hasil.masukan.inovasi) == 0
    assert {t.kode for t in hasil.temuan} == {"R06"}


ide = st.tuples(
    st.sampled_from("pqrs"), st.sampled_from(list(TAHAP)), st.sampled_from([ANI, BUDI, CICI, f"{ANI}; {CICI}"]),
    st.sampled_from(["", "SOP"]), st.sampled_from(["", "10/01/2025", "10/02/2025"]), st.sampled_from(["", "N"]),
)  # fmt: skip


@settings(deadline=None, max_examples=25)
@given(st.lists(ide, min_size=1, max_size=7), st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing_and_every_figure_is_a_plain_count(
    isi: list[tuple[str, ...]], acak: random.Random
) -> None:
    baris = [" | ".join(satu) for satu in isi]
    tercampur = acak.sample(baris, len(baris))
    satu, dua = (bersama(register(*b, atas="Register lengkap: Dinas Kesehatan")) for b in (baris, tercampur))
    assert (terisi(satu), kategori(satu)) == (terisi(dua), kategori(dua))
    dihitung = [i for i in isi if i[1] in ("diterapkan", "direplikasi") and i[3] and i[4] != "10/02/2025" and i[5]]
    harap = {n: len({i[0] for i in dihitung if n in i[2]}) for n in (ANI, BUDI, CICI)}
    lengkap = any(i[5] for i in isi)
    assert terisi(satu) == {n: b for n, b in harap.items() if b or (lengkap and n != CICI)}
