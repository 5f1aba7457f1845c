"""Survey workbooks as offices lay them out: whose column is which unsur, who is a respondent, what is said."""

from __future__ import annotations

from fractions import Fraction

import pytest
from bantu import lembar
from hypothesis import given
from hypothesis import strategies as st

from kinerja_cli.core.lembar import Lembar, SelGalat
from kinerja_cli.core.skm.survei import Survei
from kinerja_cli.core.skm.urai import urai_survei
from kinerja_cli.workflow.skm import aturan_skm

U = " | ".join(f"U{n}" for n in range(1, 10))
NAMA = (
    "Persyaratan | Prosedur | Waktu | Biaya/Tarif | Produk Layanan | Kompetensi Pelaksana | Perilaku Pelaksana "
    "| Penanganan Pengaduan | Sarana dan Prasarana"
)
BARIS = ("3 | 3 | 3 | 4 | 3 | 3 | 4 | 1 | 2", "4 | 3 | 3 | 4 | 3 | 4 | 4 | 2 | 3", "2 | 2 | 3 | 4 | 3 | 3 | 3 | 2 | 4")
LEGENDA_TERTUKAR = """
    U1 = Persyaratan
    U2 = Sistem, Mekanisme dan Prosedur
    U3 = Waktu Penyelesaian
    U4 = Biaya/Tarif
    U5 = Produk Spesifikasi Jenis Pelayanan
    U6 = Kompetensi Pelaksana
    U7 = Perilaku Pelaksana
    U8 = Sarana dan Prasarana
    U9 = Penanganan Pengaduan, Saran dan Masukan
"""
FORMULIR = [
    "Timestamp", "Jenis Kelamin", "Usia", "Pendidikan Terakhir", "Pekerjaan",
    "1. Bagaimana pendapat Saudara tentang kesesuaian persyaratan pelayanan dengan jenis pelayanannya?",
    "2. Bagaimana pemahaman Saudara tentang kemudahan prosedur pelayanan di unit ini?",
    "3. Bagaimana pendapat Saudara tentang kecepatan waktu dalam memberikan pelayanan?",
    "4. Bagaimana pendapat Saudara tentang kewajaran biaya/tarif dalam pelayanan?",
    "5. Bagaimana pendapat Saudara tentang kesesuaian produk pelayanan dengan hasil yang diberikan?",
    "6. Bagaimana pendapat Saudara tentang kompetensi/kemampuan petugas dalam pelayanan?",
    "7. Bagaimana pendapat Saudara tentang perilaku petugas terkait kesopanan dan keramahan?",
    "8. Bagaimana pendapat Saudara tentang kualitas sarana dan prasarana?",
    "9. Bagaimana pendapat Saudara tentang penanganan pengaduan pengguna layanan?",
]  # fmt: skip


def urai(*lembar_: Lembar) -> Survei:
    return urai_survei(lembar_, aturan_skm())


def bernomor(*baris: str) -> str:
    return "\n".join(f"{i} | {b}" for i, b in enumerate(baris, 1))


def temuan(survei: Survei) -> list[tuple[str, str]]:
    return [(t.kode, t.letak.sel) for t in survei.temuan]


def kolom(survei: Survei, unsur: str) -> list[int]:
    return survei.responden[unsur].tolist()


@pytest.mark.parametrize(
    "atas",
    [
        f"No | {NAMA}",
        f"No Resp | Nilai Unsur Pelayanan\n | {U}\n | {NAMA}",
        f"No | {NAMA}\n | {U}",
        f"No | {NAMA}\n | (2) | (3) | (4) | (5) | (6) | (7) | (8) | (9) | (10)",
        f"No | {NAMA}\n1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10",
    ],
)
def test_unsur_are_known_by_name(atas: str) -> None:
    survei = urai(lembar(f"PEMERINTAH KABUPATEN BUNGO\n\n{atas}\n{bernomor(*BARIS)}"))
    assert temuan(survei) == []
    assert kolom(survei, "persyaratan") == [3, 4, 2]
    assert (kolom(survei, "pengaduan"), kolom(survei, "sarana")) == ([1, 2, 2], [2, 3, 4])


@pytest.mark.parametrize("kode", ["U{}", "U.{}", "U {}", "Unsur {}", "u{}", "P{}", "{}"])
def test_bare_codes_follow_the_regulation_and_that_is_said(kode: str) -> None:
    judul = " | ".join(f"'{kode.format(n)}" for n in range(1, 10))
    survei = urai(lembar(f"Nilai\nNo Resp | {judul}\n{bernomor(*BARIS)}"))
    assert temuan(survei) == [("U01", "B2")]
    assert (kolom(survei, "pengaduan"), kolom(survei, "sarana")) == ([1, 2, 2], [2, 3, 4])
    assert "U8 = Penanganan Pengaduan, Saran, dan Masukan; U9 = Sarana dan Prasarana" in survei.temuan[0].pesan


def test_a_legend_below_decides_where_u8_and_u9_are_swapped() -> None:
    survei = urai(lembar(f"No | {U}\n{bernomor(*BARIS)}\nJumlah | 9\nKeterangan:\n{LEGENDA_TERTUKAR.strip()}"))
    assert temuan(survei) == [("U13", "B1")]
    assert (kolom(survei, "pengaduan"), kolom(survei, "sarana")) == ([2, 3, 4], [1, 2, 2])


def test_a_legend_in_two_columns_on_another_sheet() -> None:
    legenda = "\n".join(baris.replace(" = ", " | : | ").strip() for baris in LEGENDA_TERTUKAR.strip().splitlines())
    survei = urai(lembar(f"No | {U}\n{bernomor(*BARIS)}", "Data"), lembar(legenda, "Unsur"))
    assert temuan(survei) == [("U13", "B1")]
    assert kolom(survei, "sarana") == [1, 2, 2]


def test_the_legend_of_one_workbook_says_nothing_of_another() -> None:
    survei = urai(
        lembar(f"No | {U}\n{bernomor(*BARIS)}\nTotal\n{LEGENDA_TERTUKAR.strip()}", berkas="a.xlsx"),
        lembar(f"No | {U}\n{bernomor(*BARIS)}", berkas="b.xlsx"),
    )
    assert [(t.kode, t.letak.berkas) for t in survei.temuan] == [("U13", "a.xlsx"), ("U01", "b.xlsx")]
    assert kolom(survei, "sarana") == [1, 2, 2, 2, 3, 4]


def test_a_form_that_puts_its_questions_into_the_headings_and_words_into_the_cells() -> None:
    kata = ["Sangat sesuai", "Mudah", "Kurang cepat", "Gratis", "Sesuai", "Sangat kompeten", "d. Sangat sopan dan ramah"]
    kata += ["Buruk", "Ada tetapi tidak berfungsi"]
    baris = ["2025-01-05 10:00", "Perempuan", 34.0, "S1", "Petani", *kata]
    survei = urai(Lembar("uji.xlsx", "Form Responses 1", [FORMULIR, baris]))
    isi = survei.responden.iloc[0]
    assert [isi[u.id] for u in aturan_skm().unsur] == [4, 3, 2, 4, 3, 4, 4, 2, 1]
    assert (isi["kelamin"], isi["umur"], isi["pendidikan"]) == ("2", "34", "S1")
    assert temuan(survei) == [("U12", "")]


@pytest.mark.parametrize(
    ("isi", "kode", "nilai"),
    [("5", "U03", 0), ("0", "U03", 0), ("3.5", "U03", 0), ("44", "U03", 0), ("baik sekali", "U03", 0), ("", "U04", 0),
     ("-", "U04", 0), ("'3", "", 3), ("'4 (Sangat Baik)", "", 4), ("'4,0", "", 4), ("'2.", "", 2),
     ("'4.5", "U03", 0), ("'3-4", "U03", 0), ("'4 - memuaskan", "", 4), ("'7 baik", "U03", 0), ("'4.0", "", 4)],
)  # fmt: skip
def test_what_an_answer_may_be(isi: str, kode: str, nilai: int) -> None:
    baris = BARIS[0].replace("3 | 3 | 3 | 4", f"3 | 3 | {isi} | 4")
    survei = urai(lembar(f"No | {NAMA}\n1 | {baris}\n2 | {BARIS[1]}"))
    assert kolom(survei, "waktu") == [nilai, 3]
    assert temuan(survei) == ([(kode, "D2")] if kode else [])


def test_an_error_in_a_cell_is_no_answer() -> None:
    asli = lembar(f"No | {NAMA}\n{bernomor(*BARIS)}")
    baris = [list(b) for b in asli.baris]
    baris[1][3] = SelGalat("#N/A")
    survei = urai(Lembar("uji.xlsx", "Data", baris))
    assert temuan(survei) == [("S01", "D2")]
    assert kolom(survei, "waktu") == [0, 3, 3]


def test_respondents_end_where_totals_begin() -> None:
    teks = f"""
        No | {NAMA} | Jumlah
        1 | {BARIS[0]} | 26
        2 | {BARIS[1]} | 30

        No | {NAMA} | Jumlah
        3 | {BARIS[2]} | 26
        Σ Nilai/Unsur | 9 | 8 | 9 | 12 | 9 | 10 | 11 | 5 | 9
        NRR/Unsur | 3 | 2.67 | 3 | 4 | 3 | 3.33 | 3.67 | 1.67 | 3
        NRR Tertimbang/Unsur | 0.33 | 0.3 | 0.33 | 0.44 | 0.33 | 0.37 | 0.41 | 0.19 | 0.33
        IKM Unit Pelayanan | | | | | | | | | 75.93

        | | | | | | Muara Bungo, 30 Juni 2025
    """
    survei = urai(lembar(teks))
    assert survei.responden["baris"].tolist() == [2, 3, 6]
    assert temuan(survei) == []
    assert [(str(t.letak), t.nilai) for t in survei.tercatat] == [("uji.xlsx › Data!J10", Fraction("75.93"))]


def test_the_form_of_the_regulation() -> None:
    """As the attachment of PermenPANRB 14/2017 prints it: means and a legend of two columns beneath the table."""
    teks = f"""
        PENGOLAHAN DATA SURVEI KEPUASAN MASYARAKAT PER RESPONDEN DAN PER UNSUR PELAYANAN
        UNIT PELAYANAN | : Kecamatan Bathin II Babeko
        ALAMAT | : Jalan Lintas Sumatera
        Nomor Urut | NILAI UNSUR PELAYANAN
        Responden | {U}
        1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10
        1 | {BARIS[0]}
        2 | {BARIS[1]}
        3 | {BARIS[2]}
        ΣNilai /Unsur | 9 | 8 | 9 | 12 | 9 | 10 | 11 | 5 | 9
        NRR / Unsur | 3 | 2.667 | 3 | 4 | 3 | 3.333 | 3.667 | 1.667 | 3
        NRR tertbg/ unsur | 0.33 | 0.3 | 0.33 | 0.44 | 0.33 | 0.37 | 0.41 | 0.19 | 0.33 | *) 3,04
        IKM Unit pelayanan | | | | | | | | | | **) 75,93
        Keterangan | | No. | UNSUR PELAYANAN | NILAI RATA-RATA
        - U1 s.d. U9 = Unsur-Unsur pelayanan | | U1 | Persyaratan | 3
        - NRR = Nilai rata-rata | | U2 | Sistem, Mekanisme, dan Prosedur | 2.667
        - IKM = Indeks Kepuasan Masyarakat | | U3 | Waktu Penyelesaian | 3
        - *) = Jumlah NRR IKM tertimbang | | U4 | Biaya/Tarif | 4
        - **) IKM = Jumlah NRR Tertimbang x 25 | | U5 | Produk Spesifikasi Jenis Pelayanan | 3
        NRR Per Unsur = Jumlah nilai per unsur dibagi | | U6 | Kompetensi Pelaksana | 3.333
        Jumlah kuesioner yang terisi | | U7 | Perilaku Pelaksana | 3.667
        IKM UNIT PELAYANAN : | 75.93 | U8 | Penanganan Pengaduan, Saran dan Masukan | 1.667
        Mutu Pelayanan : | | U9 | Sarana dan prasarana | 3
        A (Sangat Baik) : 88,31 - 100,00
    """
    survei = urai(lembar(teks))
    assert survei.temuan == ()
    assert survei.unit == "Kecamatan Bathin II Babeko"
    assert survei.responden["baris"].tolist() == [7, 8, 9]
    assert (kolom(survei, "pengaduan"), kolom(survei, "sarana")) == ([1, 2, 2], [2, 3, 4])
    assert [(t.letak.sel, t.nilai) for t in survei.tercatat] == [("K13", Fraction("75.93"))]


def test_a_formula_in_words_is_no_index() -> None:
    survei = urai(lembar(f"No | {NAMA}\n{bernomor(*BARIS)}\nTotal\nIKM = jumlah NRR tertimbang x 25\nIKM unit | 75.9"))
    assert [t.nilai for t in survei.tercatat] == [Fraction("75.9")]


def test_an_index_written_into_a_sentence() -> None:
    survei = urai(lembar(f"No | {NAMA}\n{bernomor(*BARIS)}\nTotal\nNilai IKM = 75,93 (Kurang Baik)"))
    assert [t.nilai for t in survei.tercatat] == [Fraction("75.93")]


def test_lines_above_name_the_office_the_time_and_the_population() -> None:
    atas = "Unit Pelayanan : Puskesmas Muara Bungo\nPeriode Survei | : | Semester I 2025\nPopulasi : 1.200 orang\n"
    survei = urai(lembar(f"{atas}\nNo | {NAMA}\n{bernomor(*BARIS)}"))
    assert (survei.unit, survei.periode, survei.populasi) == ("Puskesmas Muara Bungo", "Semester I 2025", 1200)


def test_two_surveys_at_once_are_named() -> None:
    def satu(waktu: str, populasi: int, berkas: str) -> Lembar:
        isi = f"Periode : {waktu}\nPopulasi : {populasi}\n\nNo | {NAMA}\n{bernomor(*BARIS)}"
        return lembar(isi, berkas=berkas)

    survei = urai(satu("2024", 100, "a.xlsx"), satu("2025", 200, "b.xlsx"), satu("2025", 200, "c.xlsx"))
    assert [(t.kode, t.letak.berkas, t.nilai) for t in survei.temuan] == [("U14", "b.xlsx", "2025")]
    assert (survei.periode, survei.populasi) == ("2024", None)


def test_services_by_column_or_by_sheet() -> None:
    kolom_ = "\n".join(f"{i} | {n} | {b}" for i, (n, b) in enumerate(zip(("KTP", "KK", "KTP"), BARIS, strict=True), 1))
    satu = urai(lembar(f"No | Jenis Layanan | {NAMA}\n{kolom_}"))
    assert satu.responden["layanan"].tolist() == ["KTP", "KK", "KTP"]
    assert satu.layanan == ("KTP", "KK")
    dua = urai(lembar(f"No | {NAMA}\n{bernomor(*BARIS)}", "KTP"), lembar(f"No | {NAMA}\n{bernomor(BARIS[0])}", "KK"))
    assert dua.responden["layanan"].tolist() == ["KTP", "KTP", "KTP", "KK"]
    assert urai(lembar(f"No | {NAMA}\n{bernomor(*BARIS)}", "KTP")).layanan == ()


def test_services_one_beneath_the_other_and_one_a_file() -> None:
    atas = f"No | {NAMA}\n{bernomor(*BARIS)}\nTotal | 9 | 8 | 7 | 6 | 5 | 4\nIKM | 75.93"
    susun = urai(lembar(f"{atas}\n\nKETIK\n{atas.replace('75.93', '80')}"))
    assert susun.responden["baris"].tolist() == [2, 3, 4, 10, 11, 12]
    assert [t.sumber for t in susun.tercatat] == [0, 1]
    berkas = urai(*(lembar(f"No | {NAMA}\n{bernomor(*BARIS)}", "SKM", f"{nama}.xlsx") for nama in ("KTP", "KK")))
    assert berkas.layanan == ("KTP", "KK")


def test_a_service_named_like_a_total_ends_nothing() -> None:
    survei = urai(lembar(f"No | Layanan | {NAMA}\n1 | IKM | {BARIS[0]}\n2 | Total Quality | {BARIS[1]}"))
    assert survei.layanan == ("IKM", "Total Quality")


def test_a_hidden_sheet_is_named_not_counted() -> None:
    isi = f"No | {NAMA}\n{bernomor(*BARIS)}"
    survei = urai(lembar(isi, "baru"), lembar(isi, "lama", tersembunyi=True))
    assert [(t.kode, t.letak.lembar) for t in survei.temuan] == [("L06", "lama")]
    assert len(survei.responden) == 3


def test_blanks_of_one_unsur_are_one_finding() -> None:
    kosong = [b.replace("3 | 3 | 4", "3 |  | 4", 1).replace("2 | 3 | 4", "2 |  | 4", 1) for b in BARIS]
    (satu,) = urai(lembar(f"No | {NAMA}\n{bernomor(*kosong)}")).temuan
    assert (satu.kode, satu.letak.sel) == ("U04", "D2")
    assert satu.pesan.startswith("3 jawaban untuk Waktu Penyelesaian kosong (D2, D3, D4);")


def test_a_missing_and_a_doubled_unsur_are_named() -> None:
    hilang = urai(lembar(f"No | {NAMA.replace('Biaya/Tarif', 'Paraf')}\n{bernomor(*BARIS)}"))
    assert temuan(hilang) == [("U10", "A1")]
    assert hilang.temuan[0].nilai == "Biaya/Tarif"
    kembar = urai(lembar(f"No | {NAMA.replace('Biaya/Tarif', 'Waktu Tunggu')}\n{bernomor(*BARIS)}"))
    assert ("U02", "E1") in temuan(kembar)


def test_a_workbook_without_a_survey_is_named() -> None:
    assert temuan(urai(lembar("NIP | Nama | Dinas\n1 | Ani | X"))) == [("U11", "")]


@given(st.permutations(range(9)), st.sampled_from([f"No | {NAMA}", f"No Resp | {U}\nNo | {NAMA}"]))
def test_columns_in_any_order_mean_the_same(urutan: list[int], atas: str) -> None:
    def acak(teks: str) -> str:
        kepala, *isi = teks.split(" | ")
        return " | ".join([kepala, *(isi[i] for i in urutan)])

    baris = [acak(b) for b in (*atas.splitlines(), *(f"{i} | {b}" for i, b in enumerate(BARIS, 1)))]
    survei = urai(lembar("\n".join(baris)))
    lurus = urai(lembar(f"{atas}\n{bernomor(*BARIS)}"))
    nama = [u.id for u in aturan_skm().unsur]
    assert survei.responden[nama].equals(lurus.responden[nama])
