"""Sheets as offices send them, written as text, typed and told apart."""

from __future__ import annotations

import pytest
from bantu import ANI, BUDI, CICI, INDIKATOR, JANUARI, PEGAWAI, REALISASI, lembar, temuan

from kinerja_cli.core.lembar import Lembar, RumusTanpaHasil, SelGalat
from kinerja_cli.core.urai import Uraian, urai


def satu(teks: str, **lain: object) -> Uraian:
    return urai([lembar(teks, **lain)])  # type: ignore[arg-type]


def test_people_below_a_letterhead_and_above_a_signature() -> None:
    hasil = satu(f"""
        PEMERINTAH KABUPATEN BUNGO
        DINAS KESEHATAN
        Jalan Lintas Sumatera Km. 1

        DAFTAR PEGAWAI
        Periode : Januari 2025

        No | NIP | Nama Lengkap | Jabatan | Perangkat Daerah
        (1) | (2) | (3) | (4) | (5)
        1 | {ANI} | Ani | Perawat | Dinas Kesehatan
        2 | 19900101 201501 1 002 | Budi | Kepala Seksi | Dinas Kesehatan

         | | | Muara Bungo, 31 Januari 2025
         | | | Kepala Dinas

         | | | dr. Siapa
         | | | NIP. 19700101 200003 1 001
    """)
    assert hasil.masukan.pegawai["nip"].tolist() == [ANI, BUDI]
    assert hasil.masukan.pegawai["baris"].tolist() == [10, 11]
    assert [t.kode for t in hasil.temuan] == ["L04"]
    assert dict(hasil.temuan[0].isian)["baris"] == "13–14, 16–17"
    assert [(letak.sel, p) for letak, p in hasil.periode] == [("A6", JANUARI)]


def test_a_signature_whose_nip_stands_in_the_nip_column() -> None:
    hasil = satu(f"""
        NIP | Nama | Dinas
        {ANI} | Ani | Dinas Kesehatan

        Kepala Dinas
        NIP. 197001012000031001
    """)
    assert hasil.masukan.pegawai["nip"].tolist() == [ANI]


def test_blank_rows_between_people() -> None:
    hasil = satu(f"""
        NIP | Nama | Dinas
        {ANI} | Ani | Dinas Kesehatan


        {BUDI} | Budi | Dinas Kesehatan
    """)
    assert hasil.masukan.pegawai["baris"].tolist() == [2, 5]


def test_a_header_merged_over_two_rows() -> None:
    isi = lembar(f"""
        NIP | Nama | REALISASI | |
         | | A | B | C
        {ANI} | Ani | 84 | 9 | 3.5
    """)
    gabungan = ((0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 4))
    hasil = urai([lembar(INDIKATOR), Lembar(isi.berkas, "R", isi.baris, gabungan)])
    assert hasil.masukan.realisasi["kode"].tolist() == ["A", "B", "C"]
    assert (hasil.masukan.realisasi["kolom"] + "3").tolist() == ["C3", "D3", "E3"]
    assert not hasil.temuan


def test_a_total_row_ends_the_table_but_an_indicator_may_be_called_jumlah() -> None:
    hasil = satu("""
        Kode | Indikator | Aspek | Bobot | Arah | Target
        A | Jumlah berkas terbit | Penyelesaian Tugas | 60 | naik | 80
        B | Total layanan | Inovasi Pelayanan | 40 | naik | 80
        JUMLAH | | | 100 | |
    """)
    assert hasil.masukan.indikator["indikator"].tolist() == ["Jumlah berkas terbit", "Total layanan"]
    assert temuan(hasil.temuan) == []


@pytest.mark.parametrize(
    "judul",
    [
        "N.I.P | Nama Pegawai | OPD",
        "NIP / NI PPPK | NAMA ASN | Perangkat  Daerah",
        "nip_baru | nama_asn | unor",
        "nip18|nama|SKPD",
    ],
)
def test_headers_as_offices_write_them(judul: str) -> None:
    hasil = satu(f"{judul}\n{ANI} | Ani | Dinas Kesehatan")
    assert hasil.masukan.pegawai[["nip", "nama", "dinas"]].to_numpy().tolist() == [[ANI, "Ani", "Dinas Kesehatan"]]


def test_a_sheet_may_play_two_roles() -> None:
    hasil = urai(
        [
            lembar(INDIKATOR, "I"),
            lembar(f"NIP | Nama | Dinas | A | B | C\n{ANI} | Ani | Dinas Kesehatan | 1 | 2 | tidak berlaku", "P"),
        ]
    )
    assert len(hasil.masukan.pegawai) == 1
    assert hasil.masukan.realisasi["keadaan"].tolist() == ["terisi", "terisi", "tidak_berlaku"]


def test_long_form_with_its_own_target_and_note() -> None:
    hasil = satu(f"""
        NIP | Kode Indikator | Target | Realisasi | Keterangan
        {ANI} | A | 90 | 84 |
        {ANI} | B | | - | menyusul
        {ANI} | C | | n/a | tidak bertugas di loket
    """)
    isi = hasil.masukan.realisasi
    assert isi["keadaan"].tolist() == ["terisi", "kosong", "tidak_berlaku"]
    assert isi["target"].fillna(-1).tolist() == [90, -1, -1]
    assert isi["keterangan"].tolist()[2] == "tidak bertugas di loket"


# Cells -----------------------------------------------------------------------------------------------------------------


def dengan_sel(nip: object, nilai: object) -> Uraian:
    isi = lembar(f"NIP | Kode | Realisasi\n{ANI} | A | 84")
    isi.baris[1][0], isi.baris[1][2] = nip, nilai  # type: ignore[index]
    return urai([isi])


@pytest.mark.parametrize(
    ("nilai", "kode"),
    [
        (SelGalat("#N/A"), "S01"),
        (RumusTanpaHasil(), "S02"),
        ("dua belas", "S04"),
        ("1.234", "S05"),
        (-3.0, "R05"),
        (1e300, "S08"),
        (True, "S04"),
        ("12,5", "S06"),
        ("87,5 %", "S06"),
    ],
)
def test_a_realisasi_that_is_no_plain_number_is_named_by_cell(nilai: object, kode: str) -> None:
    hasil = dengan_sel(ANI, nilai)
    assert temuan(hasil.temuan) == [(kode, "C2")]
    harapan = "terisi" if kode == "S06" else "salah"
    assert hasil.masukan.realisasi["keadaan"].tolist() == [harapan]


@pytest.mark.parametrize(
    ("nip", "kode"),
    [
        (198501012010011.0, "S03"),
        (1.98501012010011e17, "S03"),
        ("1,98501E+17", "S03"),
        ("19850101201001100", "P01"),
        ("1985010120100110012", "P01"),
        ("130123456", "P01"),
        (SelGalat("#REF!"), "S01"),
        ("", "S07"),
    ],
)
def test_a_nip_that_is_none_is_named_by_cell(nip: object, kode: str) -> None:
    assert temuan(dengan_sel(nip, 84.0).temuan) == [(kode, "A2")]


def test_an_odd_nip_is_asked_about_where_people_are_listed() -> None:
    hasil = satu("NIP | Nama | Dinas\n198513012010011001 | Ani | Dinas Kesehatan")
    assert temuan(hasil.temuan) == [("P02", "A2")]


def test_other_values_of_the_column_settle_what_1_234_means() -> None:
    hasil = satu(f"""
        NIP | Kode | Realisasi
        {ANI} | A | '1.234
        {BUDI} | A | '87,5
    """)
    assert hasil.masukan.realisasi["realisasi"].tolist() == [1234.0, 87.5]
    assert [t.kode for t in hasil.temuan] == ["S06"]


def test_invisible_characters_do_not_make_another_person() -> None:
    hasil = satu(f"NIP | Nama | Dinas\n '\u200b{ANI}\u00a0 | \ufeffAni | Dinas\u00a0 Kesehatan")
    assert hasil.masukan.pegawai[["nip", "nama", "dinas"]].to_numpy().tolist() == [[ANI, "Ani", "Dinas Kesehatan"]]


# Weights ---------------------------------------------------------------------------------------------------------------


def bobot(*nilai: str) -> Uraian:
    isi = "\n".join(f"K{i} | Ind | Penyelesaian Tugas | {n} | naik | 10" for i, n in enumerate(nilai))
    return satu(f"Kode | Indikator | Aspek | Bobot | Arah | Target\n{isi}")


def test_percent_cells_are_read_times_100_and_said_so() -> None:
    hasil = bobot("0.5", "0.3", "0.2")
    assert hasil.masukan.indikator["bobot"].tolist() == [500_000, 300_000, 200_000]
    assert [t.kode for t in hasil.temuan] == ["I05"]


def test_small_weights_beside_large_ones_are_no_percent_cells() -> None:
    assert bobot("0.01", "99.99").masukan.indikator["bobot"].tolist() == [100, 999_900]


@pytest.mark.parametrize(
    ("nilai", "kode"), [("33.33333", "I04"), ("0", "I10"), ("-5", "I10"), ("101", "I10"), ("", "S07"), ("lima", "S04")]
)
def test_a_weight_that_cannot_be(nilai: str, kode: str) -> None:
    assert temuan(bobot("50", nilai).temuan) == [(kode, "D3")]


def test_a_weight_too_fine_is_proposed_rounded() -> None:
    salah = bobot("33.33335", "66.66665").temuan[0]
    assert dict(salah.isian)["bulat"] == "33,3334"


@pytest.mark.parametrize(
    ("target", "atas", "kode"), [("-1", "", "I08"), ("10", "5", "I08"), ("", "", "S07"), ("10", "10", None)]
)
def test_targets_that_cannot_be(target: str, atas: str, kode: str | None) -> None:
    hasil = satu(f"""
        Kode | Indikator | Aspek | Bobot | Arah | Target | Target Atas
        A | Ind | Penyelesaian Tugas | 100 | naik | {target} | {atas}
    """)
    assert temuan(hasil.temuan) == ([(kode, "F2")] if kode else [])


def test_direction_with_a_slip_of_the_pen() -> None:
    hasil = satu("Kode | Indikator | Aspek | Bobot | Arah | Target\nA | Ind | Penyelesaian Tugas | 100 | niak | 1")
    assert [(t.kode, t.letak.sel, t.usul) for t in hasil.temuan] == [("I02", "E2", "naik")]


# Sheets ----------------------------------------------------------------------------------------------------------------


def test_a_missing_column_is_named_and_a_misspelt_one_proposed() -> None:
    (keliru,) = satu(f"NIP | Kode Indikatr | Realisasi\n{ANI} | A | 84").temuan
    assert (keliru.kode, keliru.letak.sel, keliru.usul) == ("L02", "B1", "Kode Indikator")
    assert "ada kolom berjudul “Kode Indikatr”" in keliru.pesan
    (tanpa,) = satu(f"NIP | Nama Kegiatan | Realisasi\n{ANI} | A | 84").temuan
    assert (tanpa.kode, tanpa.usul) == ("L02", "")
    assert tanpa.pesan.endswith("tidak ada.")


def test_two_columns_with_one_header() -> None:
    hasil = satu(f"NIP | Kode | Realisasi | Realisasi\n{ANI} | A | 84 | 85")
    assert temuan(hasil.temuan) == [("L03", "D1")]


def test_a_sheet_without_a_table_is_passed_over_with_a_word() -> None:
    hasil = urai([lembar(PEGAWAI, "P"), lembar("Catatan rapat\nmenyusul", "Catatan")])
    assert [(t.kode, t.letak.lembar) for t in hasil.temuan] == [("L01", "Catatan")]


def test_a_workbook_without_any_table() -> None:
    assert [t.kode for t in satu("Catatan rapat\nmenyusul").temuan] == ["L01", "B07"]


def test_a_hidden_sheet_with_data_is_asked_about() -> None:
    assert temuan(satu(PEGAWAI, tersembunyi=True).temuan) == [("L06", "")]


def test_a_wide_column_headed_by_a_slip_of_a_code() -> None:
    hasil = urai([lembar(INDIKATOR, "I"), lembar(REALISASI.replace("| C", "| CC"), "R")])
    assert [(t.kode, t.letak.sel) for t in hasil.temuan] == [("L05", "D1")]


def test_wide_codes_are_told_from_notes_by_their_pattern() -> None:
    indikator = INDIKATOR.replace(" A |", " DKC-01 |").replace(" B |", " DKC-02 |").replace(" C |", " DKC-03 |")
    realisasi = f"NIP | DKC-01 | DKC-02 | DKC-04 | Catatan lain\n{ANI} | 1 | 2 | 3 | 4"
    hasil = urai([lembar(indikator, "I"), lembar(realisasi, "R")])
    assert [(t.kode, t.letak.sel) for t in hasil.temuan] == [("R02", "D1"), ("L05", "E1")]


@pytest.mark.parametrize(
    ("judul", "sel"),
    [("NIP | Nama | DKS-01 | DKS-02 | Catatan", "C1"), ("NIP | Nama | Realisasi\n | | DKS-01 | DKS-02", "C2")],
)
def test_codes_of_no_table_of_indicators_are_named_not_taken_for_a_list_of_people(judul: str, sel: str) -> None:
    """Another dinas' indicators were read, this one's were not; a missing column Dinas is not what is wrong."""
    [salah] = urai([lembar(INDIKATOR), lembar(f"{judul}\n{ANI} | Ani | 80 | 90")]).temuan
    assert (salah.kode, salah.letak.sel, salah.nilai) == ("L11", sel, "DKS-01, DKS-02")


@pytest.mark.parametrize("judul", ["Kolom 1 | Kolom 2", "Lantai 2 | Telepon"])
def test_a_list_of_people_without_a_dinas_is_one_whatever_its_other_columns_are_called(judul: str) -> None:
    isi = f"NIP | Nama | {judul}\n{ANI} | Ani | satu | dua"
    assert [t.kode for t in urai([lembar(INDIKATOR), lembar(isi)]).temuan] == ["L02"]


def test_status_with_a_slip_of_the_pen() -> None:
    hasil = satu(f"NIP | Nama | Dinas | Status\n{CICI} | Cici | Dinas Kesehatan | pensun")
    assert [(t.kode, t.usul) for t in hasil.temuan] == [("P05", "pensiun")]


def test_dates_of_service() -> None:
    hasil = satu(f"NIP | Nama | Dinas | Mulai | Selesai\n{CICI} | Cici | Dinas Kesehatan | 15/01/2025 | 31/02/2025")
    assert str(hasil.masukan.pegawai["mulai"][0].date()) == "2025-01-15"
    assert temuan(hasil.temuan) == [("S09", "E2")]


# Names and NIPs in one column, several tables, units ----------------------------------------------------------------------


def test_name_and_nip_in_one_cell() -> None:
    hasil = satu(f"""
        No | NAMA & NIP | Perangkat Daerah
        1 | Ani, S.E. NIP. 19850515 201001 2 001 | Dinas Kesehatan
        2 | Budi / {BUDI} | Dinas Kesehatan
        3 | Cici | Dinas Kesehatan
    """)
    assert hasil.masukan.pegawai[["nip", "nama"]].values.tolist() == [[ANI, "Ani, S.E."], [BUDI, "Budi"], ["", "Cici"]]
    assert temuan(hasil.temuan) == [("S07", "B4")]


def test_the_nip_on_a_second_row_of_the_same_person() -> None:
    hasil = satu(f"""
        No | Nama | Unit Organisasi
         | NIP |
        1 | Ani, S.E. | Dinas Kesehatan
         | 19850515 201001 2 001 |
        2 | Budi | Dinas Kesehatan
         | NIP. {BUDI} |
    """)
    assert hasil.masukan.pegawai[["nip", "nama", "baris"]].values.tolist() == [[ANI, "Ani, S.E.", 3], [BUDI, "Budi", 5]]
    assert temuan(hasil.temuan) == [("L21", "A3")]


def test_two_rows_a_person_with_the_rank_over_the_grade() -> None:
    hasil = satu(f"""
        No | NAMA LENGKAP | PANGKAT | JABATAN | PERANGKAT DAERAH
         | NIP BARU | GOL. RUANG | |
        1 | Ani, S.E. | Penata Muda | Perawat | Dinas Kesehatan
         | {ANI} | III/a | Ahli Pertama |
        2 | Budi | Pembina | Kepala Seksi | Dinas Kesehatan
         | | IV/a | |
         | {BUDI} | | |
    """)
    assert hasil.masukan.pegawai[["nip", "nama", "golongan", "jabatan", "baris"]].values.tolist() == [
        [ANI, "Ani, S.E.", "Penata Muda III/a", "Perawat Ahli Pertama", 3],
        [BUDI, "Budi", "Pembina IV/a", "Kepala Seksi", 5],
    ]
    assert temuan(hasil.temuan) == [("L21", "A3")]


def test_a_person_on_two_rows_without_a_dinas_is_named_not_passed_over() -> None:
    hasil = satu(f"""
        No | Nama/NIP | Perangkat Daerah
        1 | Ani | Dinas Kesehatan
         | {ANI} |
        2 | Budi |
         | {BUDI} |
    """)
    assert hasil.masukan.pegawai["nip"].tolist() == [ANI, BUDI]
    assert temuan(hasil.temuan) == [("L21", "A2"), ("S07", "C4")]


def test_a_nip_beneath_each_name_though_no_header_says_so() -> None:
    hasil = satu(f"""
        No | Nama | Perangkat Daerah
        1 | Ani, S.E. | Dinas Kesehatan
         | {ANI} |
        2 | Budi | Dinas Kesehatan
         | NIP {BUDI} |
    """)
    assert hasil.masukan.pegawai[["nip", "nama"]].values.tolist() == [[ANI, "Ani, S.E."], [BUDI, "Budi"]]


def test_a_list_of_names_over_a_signature_is_no_list_of_people() -> None:
    nama = "\n".join(f"{i} | Orang {i} | Dinas Kesehatan" for i in range(1, 9))
    hasil = satu(f"No | Nama | Perangkat Daerah\n{nama}\n | NIP. 19700101 200003 1 001 |")
    assert [t.kode for t in hasil.temuan] == ["L01", "B07"]


def test_two_numbers_are_never_put_together_so_the_person_is_named_instead() -> None:
    hasil = urai(
        [
            lembar(INDIKATOR, "I"),
            lembar(f"Nama/NIP | A | B | C\nAni | 84 | 9 | 3\n{ANI} | 85 | |", "R"),
        ]
    )
    assert temuan(hasil.temuan) == [("S07", "A2")]
    assert hasil.masukan.realisasi["nip"].tolist() == ["", ANI] * 3


@pytest.mark.parametrize(
    "judul", ["NAMA & NIP", "Nama Pegawai / NIP", "NIP dan Nama Lengkap", "Nama (Gelar)/NIP Baru", "NAMA ASN NIP ASN"]
)
def test_headers_of_name_and_nip_in_one_column(judul: str) -> None:
    hasil = satu(f"{judul} | Dinas\nAni / {ANI} | Dinas Kesehatan")
    assert hasil.masukan.pegawai[["nip", "nama"]].values.tolist() == [[ANI, "Ani"]]


def test_other_columns_with_one_header_are_named_and_the_first_is_read() -> None:
    hasil = satu(f"NIP | Kode | Realisasi | Keterangan | Keterangan\n{ANI} | A | 84 | satu | dua")
    assert temuan(hasil.temuan) == [("L20", "E1")]
    assert dict(hasil.temuan[0].isian)["lain"] == "D1"
    assert hasil.masukan.realisasi["keterangan"].tolist() == ["satu"]


def test_a_header_merged_over_two_columns_is_one_column() -> None:
    isi = lembar(f"NIP | Nama | | Dinas\n{ANI} | Ani | S.E. | Dinas Kesehatan")
    hasil = urai([Lembar(isi.berkas, isi.nama, isi.baris, ((0, 1, 0, 2),))])
    assert temuan(hasil.temuan) == []
    assert hasil.masukan.pegawai["nama"].tolist() == ["Ani"]


def test_codes_on_a_hidden_sheet_make_no_wide_sheet() -> None:
    hasil = urai([lembar(INDIKATOR, "I", tersembunyi=True), lembar(REALISASI, "R")])
    assert [t.kode for t in hasil.temuan] == ["L06", "L01"]
    assert hasil.masukan.realisasi.empty


def test_several_tables_on_one_sheet_keep_their_row_numbers() -> None:
    hasil = satu(f"""
        DAFTAR PEGAWAI
        NIP | Nama | Dinas
        {ANI} | Ani | Dinas Kesehatan
        {BUDI} | Budi | Dinas Kesehatan

        INDIKATOR
        Kode | Indikator | Aspek | Bobot | Arah | Target
        A | Berkas | Penyelesaian Tugas | 60 | naik | 80
        B | Hari | Inovasi Pelayanan | 40 | turun | 10

        REALISASI
        NIP | A | B
        {ANI} | 84 | salah
        {BUDI} | 60 | 12
    """)
    isi = hasil.masukan
    assert isi.pegawai["baris"].tolist() == [3, 4]
    assert isi.indikator["baris"].tolist() == [8, 9]
    assert isi.realisasi[["nip", "kode", "baris", "kolom"]].values.tolist() == [
        [ANI, "A", 13, "B"], [BUDI, "A", 14, "B"], [ANI, "B", 13, "C"], [BUDI, "B", 14, "C"],
    ]  # fmt: skip
    assert temuan(hasil.temuan) == [("S04", "C13")]


def test_a_wide_sheet_with_a_column_kode_of_its_own() -> None:
    hasil = urai([lembar(INDIKATOR), lembar(f"NIP | Kode | A | B | C\n{ANI} | 7 | 84 | 9 | 3.5")]).masukan.realisasi
    assert hasil[["kode", "realisasi"]].values.tolist() == [["A", 84.0], ["B", 9.0], ["C", 3.5]]


@pytest.mark.parametrize("isi", ["n/a", "N.A.", "tidak berlaku"])
def test_a_cell_that_does_not_apply_begins_no_header(isi: str) -> None:
    """Else the row would be taken for the upper one of the header beneath it, and its person would be lost."""
    utuh = lembar(f"""
        NIP | Kode | Realisasi
        {ANI} | K1 | 5
        {BUDI} | K1 | {isi}
        NIP | Nama | Dinas
        {ANI} | Ani | Dinkes
    """)
    hasil = urai([lembar(INDIKATOR), utuh]).masukan
    assert hasil.realisasi["nip"].tolist() == [ANI, BUDI]
    assert hasil.pegawai["nip"].tolist() == [ANI]


def test_a_header_repeated_on_every_printed_page() -> None:
    hasil = satu(f"""
        NIP | Nama | Dinas
        {ANI} | Ani | Dinas Kesehatan
        NIP | Nama | Dinas
        {BUDI} | Budi | Dinas Kesehatan
    """)
    assert hasil.masukan.pegawai["nip"].tolist() == [ANI, BUDI]
    assert [t.kode for t in hasil.temuan] == ["L04"]


def test_a_number_with_its_own_unit() -> None:
    indikator = INDIKATOR.replace("| 80 | berkas", "| 80 berkas | Berkas")
    hasil = urai(
        [
            lembar(indikator, "I"),
            lembar(f"NIP | A | B | C\n{ANI} | 84 Berkas | 9 HARI | 3,5\n{BUDI} | 60 hari | 98 % | 4", "R"),
        ]
    )
    assert hasil.masukan.indikator["target"].tolist() == [80, 10, 4]
    isi = hasil.masukan.realisasi.set_index(["nip", "kode"])["realisasi"]
    assert [isi[ANI, k] for k in "ABC"] == [84, 9, 3.5]
    assert [isi[BUDI, k] for k in "BC"] == [98, 4]
    assert [t for t in temuan(hasil.temuan) if t[0] != "S06"] == [("S04", "B3")]


@pytest.mark.parametrize(
    ("sel", "nilai", "kode"),
    [
        ("87,5", 87.5, "S06"),
        ("1.234,5", 1234.5, "S06"),
        ("1,234.5", 1234.5, "S06"),
        ("'84", 84, "S06"),
        ("\u200b84\u00a0", 84, "S06"),
        ("\uff18\uff14", 84, "S06"),
        ("98 %", 98, "S06"),
        ("1,234", None, "S05"),
        ("1.234", None, "S05"),
        ("BENAR", None, "S04"),
    ],
)
def test_numbers_as_people_type_them(sel: str, nilai: float | None, kode: str) -> None:
    hasil = urai([Lembar("a.xlsx", "R", [["NIP", "Kode", "Realisasi"], [ANI, "A", sel]])])
    assert [t.kode for t in hasil.temuan] == [kode]
    (baca,) = hasil.masukan.realisasi["realisasi"]
    assert baca == nilai if nilai is not None else baca != baca
