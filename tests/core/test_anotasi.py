"""Which cells are marked, what the comments say, and the list in front."""

from __future__ import annotations

import pytest

from kinerja_cli.core.anotasi import (
    lembar_depan,
    nama_lembar_excel,
    nama_salinan,
    perlu_salinan,
    pindahkan,
    tanda_sel,
)
from kinerja_cli.core.laporan import KERAHASIAAN
from kinerja_cli.core.temuan import Letak, Temuan, Tingkat

BERKAS = "uji.xlsx"


def temuan(kode: str, sel: str = "", lembar: str = "jan", **isian: str) -> Temuan:
    return Temuan(kode, Letak(BERKAS, lembar, sel), "sudah", tuple(isian.items()))


def test_several_findings_on_a_cell_make_one_mark_the_gravest_first() -> None:
    ringan = Temuan("R06", Letak(BERKAS, "jan", "D5"), isian=(("kode", "A"), ("siapa", "Ani")))
    (tanda,) = tanda_sel([ringan, temuan("S04", "D5")])
    assert (tanda.lembar, tanda.sel, tanda.tingkat) == ("jan", "D5", Tingkat.GALAT)
    assert tanda.catatan.startswith("GALAT S04: “sudah” bukan angka.\n→ ")
    assert "\n\nPERINGATAN R06: " in tanda.catatan
    assert ringan.saran in tanda.catatan


def test_the_other_cells_of_the_same_fault_are_marked_too() -> None:
    """Weights that don't total 100: all of them, as far as they stand in the workbook that is copied."""
    bobot = Temuan(
        "R05", Letak(BERKAS, "jan", "D5"), "-3", terkait=(Letak(BERKAS, "jan", "D6"), Letak("lain.xlsx", "jan", "D7"))
    )
    assert [t.sel for t in tanda_sel([bobot])] == ["D5", "D6"]
    assert [t.lembar for t in tanda_sel(pindahkan([bobot], {"jan": "Jan 1"}))] == ["Jan 1", "Jan 1"]


def test_many_findings_on_a_cell_are_cut_short() -> None:
    (tanda,) = tanda_sel([temuan("S04", "D5") for _ in range(12)])
    assert tanda.catatan.count("GALAT S04") == 5
    assert tanda.catatan.endswith("dan 7 temuan lain; lihat lembar pertama.")


def test_notes_and_findings_without_a_cell_are_not_marked() -> None:
    assert not tanda_sel([temuan("L05", "H7"), temuan("B07"), temuan("S04", "12"), temuan("S04", "A1:B2")])


def test_a_workbook_with_notes_only_needs_no_copy() -> None:
    assert not perlu_salinan([temuan("L05", "H7")])
    assert perlu_salinan([temuan("L05", "H7"), temuan("L10")])


@pytest.mark.parametrize(("sel", "tujuan"), [("D5", "D5"), ("12", "A12"), ("", ""), ("A1:B2", "")])
def test_a_line_leads_to_its_cell_or_row_or_sheet(sel: str, tujuan: str) -> None:
    (baris,) = lembar_depan(BERKAS, [temuan("S04", sel)], utuh=True).baris
    assert (baris.lembar, baris.sel) == ("jan", tujuan)
    assert baris.isi[:5] == ("GALAT", "S04", "jan", sel, "“sudah” bukan angka.")


def test_the_list_counts_warns_and_says_when_the_form_is_lost() -> None:
    depan = lembar_depan(BERKAS, [temuan("S04", "D5"), temuan("L10")], utuh=False)
    assert depan.judul == "Temuan pada uji.xlsx: 1 GALAT, 1 PERINGATAN"
    assert KERAHASIAAN in depan.keterangan
    assert [b.tingkat for b in depan.baris] == [Tingkat.INFO, Tingkat.GALAT, Tingkat.PERINGATAN]
    assert "Bentuk berkas asli tidak dapat dipertahankan" in depan.baris[0].isi[4]


def test_a_very_long_value_is_cut_where_excel_would_repair_the_workbook() -> None:
    panjang = Temuan("S04", Letak(BERKAS, "jan", "D5"), "x" * 32_767)
    (baris,), (tanda,) = lembar_depan(BERKAS, [panjang], utuh=True).baris, tanda_sel([panjang])
    assert max(map(len, baris.isi)) == 1000
    assert len(tanda.catatan) < 2000


def test_names_of_copies_never_meet() -> None:
    asal = [("a.xlsx", True), ("B.XLSM", True), ("c.xls", False), ("c.csv", False), ("d.xls", True)]
    assert nama_salinan(asal) == [
        "a - diperiksa.xlsx", "B - diperiksa.xlsm", "c.xls - diperiksa.xlsx", "c.csv - diperiksa.xlsx", "d - diperiksa.xlsx",
    ]  # fmt: skip


def test_sheet_names_become_those_that_excel_takes() -> None:
    panjang = "Realisasi Kinerja Bulan Januari 2025"
    nama = nama_lembar_excel(["", "a/b", "A_B", panjang, panjang + "!"])
    assert nama == {
        "": "Data", "a/b": "a_b", "A_B": "A_B (2)", panjang: panjang[:31], panjang + "!": panjang[:27] + " (2)",
    }  # fmt: skip


def test_findings_follow_their_sheets_new_name() -> None:
    di_csv, di_berkas = temuan("S04", "D5", lembar=""), temuan("B07", lembar="")
    assert [t.letak.lembar for t in pindahkan([di_csv, di_berkas], {"": "Data"})] == ["Data", ""]
