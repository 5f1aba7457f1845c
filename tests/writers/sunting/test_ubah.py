"""New values into cells: those cells change, and nothing else does."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from bantu import libreoffice, tambah_bagian, ubah_bagian, xlsx
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from kaya import bagian, berawalan, berubah, dari_libreoffice, dengan_makro, kaya, kerangka, strict
from python_calamine import CalamineWorkbook

from kinerja_cli.writers.sunting import SuntingGagal, ubah_sel

SHEET = "xl/worksheets/sheet1.xml"
KAYA: dict[str, Callable[[], bytes]] = {
    "xlsxwriter": kaya, "strict": strict, "berawalan": berawalan, "makro": dengan_makro,
}  # fmt: skip


@pytest.fixture(scope="module", params=[*KAYA, "libreoffice"])
def berkas(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    if request.param == "libreoffice":
        return dari_libreoffice(tmp_path_factory.mktemp("lo"))
    return KAYA[request.param]()


def calamine(isi: bytes, lembar: str) -> dict[tuple[int, int], object]:
    baris = CalamineWorkbook.from_filelike(io.BytesIO(isi)).get_sheet_by_name(lembar).to_python(skip_empty_area=False)
    return {(r, k): nilai for r, isi_baris in enumerate(baris) for k, nilai in enumerate(isi_baris) if nilai != ""}


def test_only_the_named_cells_change_in_a_rich_workbook(berkas: bytes) -> None:
    baru = ubah_sel(berkas, {("Realisasi", "C5"): 12.5, ("Realisasi", "A6"): "1985 & <x>", ("Realisasi", "F40"): "baru"})
    ubah, tambah, buang = berubah(berkas, baru)
    assert ubah <= {SHEET, "xl/workbook.xml", "[Content_Types].xml", "xl/_rels/workbook.xml.rels"}
    assert SHEET in ubah
    assert not tambah
    assert buang <= {"xl/calcChain.xml"}
    diganti = {"C5", "A6", "F40"}
    assert kerangka(bagian(berkas)[SHEET], tanpa_sel=diganti) == kerangka(bagian(baru)[SHEET], tanpa_sel=diganti)
    lama = calamine(berkas, "Realisasi")
    assert calamine(baru, "Realisasi") == {**lama, (4, 2): 12.5, (5, 0): "1985 & <x>", (39, 5): "baru"}


def test_the_style_stays(berkas: bytes) -> None:
    sebelum = calamine(berkas, "Realisasi")
    baru = ubah_sel(berkas, {("Realisasi", "C5"): "teks", ("Realisasi", "G40"): 1, ("Realisasi", "B31"): 2})
    assert calamine(baru, "Realisasi") == {**sebelum, (4, 2): "teks", (39, 6): 1.0, (30, 1): 2.0}
    gaya = {alamat: _gaya(bagian(baru)[SHEET], alamat) for alamat in ("C5", "C6", "D6", "G40", "B31")}
    assert gaya["C5"] == gaya["C6"] != "0"
    assert gaya["G40"] == gaya["D6"], "a new cell takes the style of its column"
    assert gaya["B31"] not in ("0", gaya["C6"]), "or of its row"


def _gaya(xml: bytes, alamat: str) -> str:
    cocok = re.search(rb"<(?:x:)?c\b[^>]*\br=\"%s\"[^>]*>" % alamat.encode(), xml)
    assert cocok
    gaya = re.search(rb"\bs=\"(\d+)\"", cocok[0])
    return gaya[1].decode() if gaya else "0"


def test_libreoffice_reads_the_new_values(berkas: bytes, tmp_path: Path) -> None:
    asal = tmp_path / "baru.xlsx"
    asal.write_bytes(ubah_sel(berkas, {("Realisasi", "C5"): 77.25, ("Rekap Tahun '25", "B3"): "dua"}))
    ods = libreoffice(asal, "ods", tmp_path).read_bytes()
    assert calamine(ods, "Realisasi")[4, 2] == 77.25
    assert calamine(ods, "Rekap Tahun '25")[2, 1] == "dua"
    semula = calamine(berkas, "Realisasi")
    beda = {t for t, nilai in calamine(ods, "Realisasi").items() if nilai != pytest.approx(semula[t])}
    assert beda <= {(4, 2), (4, 3), (4, 7), (5, 7)}, "the cell and what is computed from it"


def test_a_formula_goes_with_its_entry_in_the_chain() -> None:
    isi = kaya()
    rantai = b'<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="D4" i="1"/></calcChain>'
    jenis = b"application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"
    hubungan = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain"
    isi = ubah_bagian(
        isi, "[Content_Types].xml", b"</Types>", b'<Override PartName="/xl/calcChain.xml" ContentType="%s"/></Types>' % jenis
    )
    rel = b'<Relationship Id="rId77" Type="%s" Target="calcChain.xml"/></Relationships>' % hubungan
    isi = ubah_bagian(isi, "xl/_rels/workbook.xml.rels", b"</Relationships>", rel)
    isi = tambah_bagian(isi, "xl/calcChain.xml", rantai)
    tetap = bagian(ubah_sel(isi, {("Realisasi", "C4"): 1}))
    assert tetap["xl/calcChain.xml"] == rantai
    baru = bagian(ubah_sel(isi, {("Realisasi", "D4"): 5}))
    assert "xl/calcChain.xml" not in baru
    assert b"calcChain" not in baru["[Content_Types].xml"] + baru["xl/_rels/workbook.xml.rels"]
    assert b"=C4*2" not in baru[SHEET]


def test_excel_is_told_to_compute_again_only_where_there_are_formulas() -> None:
    def buang(isi: bytes) -> bytes:
        return ubah_bagian(isi, "xl/workbook.xml", b' fullCalcOnLoad="1"', b"")

    berumus = buang(kaya())
    assert b'fullCalcOnLoad="1"' in bagian(ubah_sel(berumus, {("Realisasi", "C4"): 1}))["xl/workbook.xml"]
    tanpa_calc_pr = ubah_bagian(berumus, "xl/workbook.xml", b'<calcPr calcId="124519"/>', b"")
    assert (
        b'</definedNames><calcPr fullCalcOnLoad="1"/>'
        in bagian(ubah_sel(tanpa_calc_pr, {("Realisasi", "C4"): 1}))["xl/workbook.xml"]
    )
    polos = buang(xlsx(Data="A | 1"))
    assert bagian(ubah_sel(polos, {("Data", "A1"): "B"}))["xl/workbook.xml"] == bagian(polos)["xl/workbook.xml"]


def test_a_shared_formula_lives_on_in_the_other_cells() -> None:
    isi = xlsx(Data="1 | 10 | 10\n2 | 20 | 20\n3 | 30 | 30")
    xml = bagian(isi)["xl/worksheets/sheet1.xml"].decode()
    for alamat, f in (
        ("B1", '<f t="shared" ref="B1:B3" si="0">A1*$A$1&amp;"&lt;"</f>'), ("B2", '<f t="shared" si="0"/>'),
        ("B3", '<f t="shared" si="0"/>'),
        ("C1", '<f t="shared" ref="C1:C3" si="1">A1</f>'), ("C2", '<f t="shared" si="1"/>'), ("C3", "<f>A3</f>"),
    ):  # fmt: skip
        xml = xml.replace(f'<c r="{alamat}">', f'<c r="{alamat}">{f}')
    isi = ubah_bagian(isi, "xl/worksheets/sheet1.xml", bagian(isi)["xl/worksheets/sheet1.xml"], xml.encode())
    buku = openpyxl.load_workbook(io.BytesIO(ubah_sel(isi, {("Data", "B1"): 5})))
    assert [buku["Data"][a].value for a in ("B1", "B2", "B3")] == [5, '=A2*$A$1&"<"', '=A3*$A$1&"<"']
    assert [buku["Data"][a].value for a in ("C1", "C2", "C3")] == ["=A1", "=A2", "=A3"]
    nilai = calamine(ubah_sel(isi, {("Data", "B1"): 5}), "Data")
    assert [nilai[r, 1] for r in range(3)] == [5, 20, 30], "stored results stay"


def test_one_cell_of_a_block_formula_is_refused() -> None:
    with pytest.raises(SuntingGagal, match="H4"):
        ubah_sel(kaya(), {("Realisasi", "H5"): 1})


def test_a_table_heading_is_refused() -> None:
    with pytest.raises(SuntingGagal, match="judul kolom"):
        ubah_sel(kaya(), {("Rekap Tahun '25", "B5"): "lain"})
    assert ubah_sel(kaya(), {("Rekap Tahun '25", "B6"): "lain"})


@pytest.mark.parametrize(
    ("lama", "baru"),
    [
        (b'<row r="2"', b'<row r="9"'),
        (b'<c r="A2"', b'<c r="C2"'),
        (b'encoding="UTF-8"', b'encoding="ISO-8859-1"'),
        (b"<sheetData>", b"<lain/><sheetData"),
        (b"?>", b'?><!DOCTYPE x [<!ENTITY a "b">]>'),
    ],
)
def test_what_cannot_be_placed_safely_is_refused(lama: bytes, baru: bytes) -> None:
    isi = ubah_bagian(xlsx(Data="1 | 2\n3 | 4\n5 | 6"), SHEET, lama, baru)
    with pytest.raises(SuntingGagal):
        ubah_sel(isi, {("Data", "A2"): 1})


@pytest.mark.parametrize("sel", ["", "A", "1", "A0", "A1:B2", "ABCD1", "XFE1", "A1048577"])
def test_an_address_that_is_none_is_refused(sel: str) -> None:
    with pytest.raises(SuntingGagal):
        ubah_sel(xlsx(Data="1"), {("Data", sel): 1})


def test_rows_and_cells_without_numbers_count_from_the_one_before() -> None:
    isi = xlsx(Data="1 | 2\n3 | 4")
    xml = re.sub(rb' r="[A-Z]*\d+"| spans="[^"]*"', b"", bagian(isi)[SHEET])
    isi = ubah_bagian(isi, SHEET, bagian(isi)[SHEET], xml)
    assert calamine(ubah_sel(isi, {("Data", "B2"): 9, ("Data", "C1"): 7, ("Data", "A4"): 5}), "Data") == {
        (0, 0): 1, (0, 1): 2, (0, 2): 7, (1, 0): 3, (1, 1): 9, (3, 0): 5,
    }  # fmt: skip


def test_an_empty_sheet_takes_cells() -> None:
    assert calamine(ubah_sel(kaya(), {("Kosong", "B2"): 1, ("Kosong", "A2"): "x", ("Kosong", "D9"): 2}), "Kosong") == {
        (1, 0): "x", (1, 1): 1, (8, 3): 2,
    }  # fmt: skip


def test_the_container_keeps_order_and_times() -> None:
    isi = kaya()
    lama = zipfile.ZipFile(io.BytesIO(isi)).infolist()
    baru = zipfile.ZipFile(io.BytesIO(ubah_sel(isi, {("Realisasi", "C4"): 1}))).infolist()
    assert [(a.filename, a.date_time, a.compress_type, a.external_attr) for a in lama] == [
        (a.filename, a.date_time, a.compress_type, a.external_attr) for a in baru
    ]


KATA = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), min_size=1, max_size=20)
NILAI = (
    KATA | st.floats(allow_nan=False, allow_infinity=False, min_value=-1e15, max_value=1e15) | st.integers(-(10**14), 10**14)
)
SEL = st.tuples(st.integers(0, 60), st.integers(0, 30))


@pytest.mark.filterwarnings("ignore:.*extension is not supported")  # of openpyxl, which would lose it
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(SEL, NILAI, min_size=1, max_size=12))
def test_any_cells_change_and_only_they(ganti: dict[tuple[int, int], str | float]) -> None:
    isi = _KAYA
    ganti = {t: n for t, n in ganti.items() if t not in {(r, 7) for r in (3, 4, 5)}}  # the block formula of H4:H6
    alamat = {t: openpyxl.utils.cell.get_column_letter(t[1] + 1) + str(t[0] + 1) for t in ganti}
    baru = ubah_sel(isi, {("Realisasi", alamat[t]): n for t, n in ganti.items()})
    harap = calamine(isi, "Realisasi") | ganti
    assert calamine(baru, "Realisasi") == harap
    lama_opx, baru_opx = (openpyxl.load_workbook(io.BytesIO(b))["Realisasi"] for b in (isi, baru))
    for baris in baru_opx.iter_rows():
        for sel in baris:
            t = (sel.row - 1, sel.column - 1)
            semula = lama_opx.cell(sel.row, sel.column)
            assert sel.has_style == semula.has_style or t in ganti
            assert sel.number_format == semula.number_format or t in ganti
            if t not in ganti and not isinstance(sel.value, openpyxl.worksheet.formula.ArrayFormula):
                assert sel.value == semula.value
    assert kerangka(bagian(isi)[SHEET], tanpa_sel=alamat.values()) == kerangka(bagian(baru)[SHEET], tanpa_sel=alamat.values())
    assert berubah(isi, baru)[0] <= {SHEET}


_KAYA = kaya()
