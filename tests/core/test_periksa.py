"""What the checks across tables find, on real workbooks made from text."""

from __future__ import annotations

import pytest
from bantu import ANI, BUDI, CICI, INDIKATOR, JANUARI, PEGAWAI, REALISASI, tafsir, temuan, xlsx

from kinerja_cli.core.periksa import nip_gagal
from kinerja_cli.core.periode import Periode


def buku(pegawai: str = PEGAWAI, indikator: str = INDIKATOR, realisasi: str = REALISASI) -> tuple[str, bytes]:
    return "uji.xlsx", xlsx(Pegawai=pegawai, Indikator=indikator, Realisasi=realisasi)


def test_a_clean_month_has_no_findings() -> None:
    assert temuan(tafsir(buku())) == []


@pytest.mark.parametrize(
    ("pegawai", "indikator", "realisasi", "harapan"),
    [
        pytest.param("", "", f"\n{CICI} | 1 | 2 | 3", [("R01", "A4")], id="unknown person"),
        pytest.param(f"\n{ANI} | Ani | Dinas Kesehatan | Bidan", "", "", [("P03", "A4")], id="person twice, differing"),
        pytest.param(f"\n{ANI} | Ani | Dinas Kesehatan | Perawat", "", "", [("P04", "A4")], id="person twice, the same"),
        pytest.param("", "", f"\n{ANI} | 84 | 9 | 3.6", [("R04", "B4"), ("R04", "C4"), ("R03", "D4")], id="realisasi twice"),
        pytest.param(f"\n{CICI} | Cici | Dinas Kesehatan | Bidan", "", "", [("R09", "A4")], id="somebody has no realisasi"),
        pytest.param(
            "", "\nA | Berkas selesai | Penyelesaian Tugas | 50 | naik | 80 | berkas", "", [("I09", "A5")], id="row twice"
        ),
        pytest.param(
            "", "\nA | Berkas terbit | Penyelesaian Tugas | 50 | naik | 80 | berkas", "", [("I06", "A5")], id="one code, two"
        ),
        pytest.param("", "\nD | Lain | Penyelesaian Tugs | 10 | naik | 80 | berkas", "", None, id="aspect misspelt"),
    ],
)
def test_one_added_row(pegawai: str, indikator: str, realisasi: str, harapan: list[tuple[str, str]] | None) -> None:
    hasil = tafsir(buku(PEGAWAI.rstrip() + pegawai, INDIKATOR.rstrip() + indikator, REALISASI.rstrip() + realisasi))
    if harapan is None:  # the added indicator unbalances the weights, and nobody has filled it
        assert {"I01", "I03", "R06"} == {kode for kode, _ in temuan(hasil)}
        assert next(t for t in hasil.temuan if t.kode == "I03").usul == "Penyelesaian Tugas"
    else:
        assert temuan(hasil) == harapan


@pytest.mark.parametrize(
    ("lama", "baru", "harapan"),
    [
        ("| 50 | naik | 80", "| 49.99 | naik | 80", [("I01", "D2")]),
        ("| 50 | naik | 80", "| 50 | naik | 0", [("I07", "F2")]),
    ],
)
def test_one_changed_indicator(lama: str, baru: str, harapan: list[tuple[str, str]]) -> None:
    hasil = tafsir(buku(indikator=INDIKATOR.replace(lama, baru)))
    assert temuan(hasil) == harapan


def test_weights_name_their_sum_and_rows() -> None:
    salah = tafsir(buku(indikator=INDIKATOR.replace("| 50 |", "| 49.99 |"))).temuan[0]
    assert salah.nilai == "99,99"
    assert "(baris 2, 3, 4: 49,99 + 30 + 20)" in salah.pesan
    assert dict(salah.isian)["baris"] == "2, 3, 4"
    assert set(salah.nip) == {ANI, BUDI}


@pytest.mark.parametrize(
    ("bobot", "usulan"),
    [
        (("49.99", "30", "20"), ", misalnya D2 dari 49,99 menjadi 50"),
        (("50", "30.5", "20"), ", misalnya D2 dari 50 menjadi 49,5"),
        (("0.5", "0.3", "0.19"), " (sel persen: jumlahnya 99 %), misalnya D2 dari 50 % menjadi 51 %"),
        (("50", "30", "10"), ""),
        (("0.5", "0.3", "0.1"), ""),
    ],
)
def test_weights_near_100_are_proposed(bobot: tuple[str, str, str], usulan: str) -> None:
    indikator = INDIKATOR
    for lama, baru in zip(("| 50 |", "| 30 |", "| 20 |"), bobot, strict=True):
        indikator = indikator.replace(lama, f"| {baru} |")
    (salah,) = tafsir(buku(indikator=indikator)).temuan
    assert salah.kode == "I01"
    assert dict(salah.isian)["usulan"] == usulan


def test_a_misspelt_column_comes_first_and_what_follows_from_it_waits() -> None:
    """The list of people can't be read: that none of the others is known is no news."""
    hasil = tafsir(buku(pegawai=PEGAWAI.replace("Dinas | Jabatan", "Dins | Jabatan")))
    assert temuan(hasil) == [("X01", ""), ("L02", "C1")]
    assert next(t for t in hasil.temuan if t.kode == "L02").usul == "Dinas"
    hasil = tafsir(buku(indikator=INDIKATOR.replace("| Arah |", "| Arh |")))
    assert [kode for kode, _ in temuan(hasil) if kode in ("R02", "R06", "R07")] == []


def test_a_malformed_nip_is_never_proposed() -> None:
    pegawai = PEGAWAI.replace(ANI, ANI[:-1])
    asing = next(t for t in tafsir(buku(pegawai=pegawai)).temuan if t.kode == "R01")
    assert asing.usul == ""


def test_seven_weights_of_14_28_make_99_96() -> None:
    baris = "\n".join(f"K{i} | Ind | Penyelesaian Tugas | 14.28 | naik | 10" for i in range(7))
    isi = f"Kode | Indikator | Aspek | Bobot | Arah | Target\n{baris}"
    assert [t.nilai for t in tafsir(("i.xlsx", xlsx(I=isi))).temuan if t.kode == "I01"] == ["99,96"]


def test_a_blank_realisasi_is_asked_for_by_cell() -> None:
    hasil = tafsir(buku(realisasi=REALISASI.replace("| 9 |", "| |")))
    assert temuan(hasil) == [("R06", "C2")]


def test_a_row_that_is_missing_points_to_the_persons_others() -> None:
    long = f"NIP | Kode | Realisasi\n{ANI} | A | 61\n{ANI} | B | 2\n{BUDI} | A | 61\n{BUDI} | B | 1\n{BUDI} | C | 1"
    assert temuan(tafsir(buku(realisasi=long))) == [("R06", "A2")]


def test_an_unknown_code_with_the_near_one() -> None:
    long = f"NIP | Kode | Realisasi\n{ANI} | DKC-01 | 1\n{BUDI} | DKC-0I | 1"
    indikator = "Kode | Indikator | Aspek | Bobot | Arah | Target\nDKC-01 | Ind | Penyelesaian Tugas | 100 | naik | 5"
    hasil = tafsir(buku(indikator=indikator, realisasi=long))
    assert [(t.kode, t.letak.sel, t.usul) for t in hasil.temuan] == [("R06", "A3", ""), ("R02", "B3", "DKC-01")]


def test_an_indicator_that_is_not_for_this_person() -> None:
    indikator = """
        Kode | Indikator | Aspek | Bobot | Arah | Target | Berlaku Untuk
        A | Ind | Penyelesaian Tugas | 100 | naik | 80 | Perawat
        B | Ind | Penyelesaian Tugas | 100 | naik | 80 | Kepala Seksi; Kepala Bidang
    """
    cocok = f"NIP | A | B\n{ANI} | 80 | \n{BUDI} | | 80"
    hasil = tafsir(buku(indikator=indikator, realisasi=cocok))
    assert temuan(hasil) == [("I11", "G3")]  # nobody is Kepala Bidang
    hasil = tafsir(buku(indikator=indikator, realisasi=cocok.replace("| 80 | \n", "| 80 | 70\n")))
    assert temuan(hasil) == [("I11", "G3"), ("R07", "C2")]


def test_too_little_weight_left() -> None:
    isi = REALISASI.replace("| 84 | 9 |", "| tidak berlaku | n/a |")
    assert temuan(tafsir(buku(realisasi=isi))) == [("R08", "A2")]


def test_who_is_out_but_has_figures() -> None:
    pegawai = PEGAWAI.replace("Jabatan", "Jabatan | Status").replace("Perawat", "Perawat | cuti")
    assert temuan(tafsir(buku(pegawai=pegawai))) == [("R10", "A2")]


def test_a_nip_beside_another_name() -> None:
    isi = f"NIP | Nama | A | B | C\n{ANI} | Budi | 84 | 9 | 3\n{BUDI} | BUDI, S.E. | 60 | 12 | 4"
    assert temuan(tafsir(buku(realisasi=isi))) == [("R11", "B2")]


def test_dinas_written_in_two_ways() -> None:
    pegawai = f"{PEGAWAI.rstrip()}\n{CICI} | Cici | Dinas Kesehtan | Bidan"
    isi = f"{REALISASI.rstrip()}\n{CICI} | 84 | 9 | 3"
    hasil = tafsir(buku(pegawai=pegawai, realisasi=isi))
    assert [(t.kode, t.letak.sel, dict(t.isian)["lain"]) for t in hasil.temuan] == [("P06", "C4", "Dinas Kesehatan")]


def test_names_that_differ_by_a_number_are_two_offices() -> None:
    pegawai = PEGAWAI.replace("Ani | Dinas Kesehatan", "Ani | SDN 12 Bungo").replace(
        "Budi | Dinas Kesehatan", "Budi | SDN 13 Bungo"
    )
    assert temuan(tafsir(buku(pegawai=pegawai))) == []


# Scope -----------------------------------------------------------------------------------------------------------------


def test_indicators_hold_for_the_people_of_their_own_workbook() -> None:
    lain = INDIKATOR.replace("80", "90")
    hasil = tafsir(
        ("pegawai.xlsx", xlsx(P=PEGAWAI)),
        ("satu.xlsx", xlsx(I=INDIKATOR, R=f"NIP | A | B | C\n{ANI} | 84 | 9 | 3.5")),
        ("dua.xlsx", xlsx(I=lain, R=f"NIP | A | B | C\n{BUDI} | 84 | 9 | 3.5")),
    )
    assert temuan(hasil) == []
    milik = hasil.berlaku.assign(target=hasil.masukan.indikator["target"].to_numpy()[hasil.berlaku["i"]])
    assert milik.groupby("nip")["target"].max().to_dict() == {ANI: 80, BUDI: 90}


def test_equal_rows_of_several_workbooks_count_once() -> None:
    hasil = tafsir(
        ("pegawai.xlsx", xlsx(P=PEGAWAI)),
        ("indikator.xlsx", xlsx(I=INDIKATOR)),
        ("satu.xlsx", xlsx(I=INDIKATOR, R=REALISASI)),
    )
    assert temuan(hasil) == []
    assert len(hasil.berlaku) == 6


def test_different_rows_with_one_code_name_both_cells() -> None:
    hasil = tafsir(
        ("pegawai.xlsx", xlsx(P=PEGAWAI)),
        ("indikator.xlsx", xlsx(I=INDIKATOR.replace("| 80", "| 90"))),
        ("satu.xlsx", xlsx(I=INDIKATOR, R=REALISASI)),
    )
    (bentrok,) = hasil.temuan
    assert (bentrok.kode, str(bentrok.letak)) == ("I06", "satu.xlsx › I!A2")
    assert dict(bentrok.isian)["lain"] == "indikator.xlsx › I!A2"
    assert dict(bentrok.isian)["beda"] == "Target"


# A month later ---------------------------------------------------------------------------------------------------------


def test_people_and_indicators_stand_but_realisasi_does_not() -> None:
    hasil = tafsir(
        ("januari.xlsx", xlsx(P=PEGAWAI, I=INDIKATOR, R=REALISASI)),
        ("februari.xlsx", xlsx(R=f"NIP | A | B | C\n{ANI} | 84 | 9 | 3.5")),
        periode=Periode(2025, 2),
        bawaan=["januari.xlsx"],
    )
    assert len(hasil.masukan.realisasi) == 3
    assert [(t.kode, dict(t.isian)["siapa"]) for t in hasil.temuan] == [("R09", f"Budi ({BUDI})")]


def test_a_new_list_of_a_dinas_replaces_the_old_one() -> None:
    hasil = tafsir(
        ("lama.xlsx", xlsx(P=f"{PEGAWAI.rstrip()}\n{CICI} | Cici | Dinas Sosial | Bidan")),
        ("baru.xlsx", xlsx(P=f"NIP | Nama | Dinas\n{ANI} | Ani | Dinas Kesehatan")),
        bawaan=["lama.xlsx"],
    )
    assert sorted(hasil.masukan.pegawai["nip"]) == sorted([ANI, CICI])


def test_new_indicators_replace_the_old_ones_for_those_whom_they_reach() -> None:
    hasil = tafsir(
        ("lama.xlsx", xlsx(P=PEGAWAI, I=INDIKATOR, R=REALISASI)),
        ("baru.xlsx", xlsx(I=INDIKATOR.replace("| 80", "| 90"), R=f"NIP | A | B | C\n{ANI} | 84 | 9 | 3.5")),
        bawaan=["lama.xlsx"],
    )
    milik = hasil.berlaku.assign(target=hasil.masukan.indikator["target"].to_numpy()[hasil.berlaku["i"]])
    assert milik[milik["nip"] == ANI]["target"].max() == 90
    assert milik[milik["nip"] == BUDI]["target"].max() == 80
    assert "I06" not in {t.kode for t in hasil.temuan}


# Months that disagree --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("nama", "judul", "harapan"),
    [
        ("Januari 2025.xlsx", "Periode: Januari 2025", []),
        ("Februari 2025.xlsx", "Periode: Januari 2025", [("W01", "")]),
        ("Januari 2025.xlsx", "Periode: Februari 2025", [("W01", ""), ("W01", "A1")]),
        ("data.xlsx", "Periode: Maret 2025", [("W01", "A1")]),
        ("Maret 2025.xlsx", "Laporan", [("W01", "")]),
    ],
)
def test_title_file_name_and_option(nama: str, judul: str, harapan: list[tuple[str, str]]) -> None:
    hasil = tafsir((nama, xlsx(P=PEGAWAI, I=INDIKATOR, R=f"{judul}\n{REALISASI.strip()}")), periode=JANUARI)
    assert temuan(hasil) == harapan


# Who is touched by a fault ---------------------------------------------------------------------------------------------


def test_a_fault_in_a_row_touches_its_person_and_one_in_an_indicator_all_who_have_it() -> None:
    hasil = tafsir(buku(realisasi=REALISASI.replace("| 84 |", "| delapan |")))
    assert nip_gagal(hasil.temuan, hasil.masukan, hasil.berlaku) == {ANI: "S04"}
    hasil = tafsir(buku(indikator=INDIKATOR.replace("turun", "belok")))
    assert nip_gagal(hasil.temuan, hasil.masukan, hasil.berlaku) == {ANI: "I02", BUDI: "I02"}
    hasil = tafsir(buku(realisasi=REALISASI.replace("| C", "| B")))
    assert set(nip_gagal(hasil.temuan, hasil.masukan, hasil.berlaku)) == {ANI, BUDI}
