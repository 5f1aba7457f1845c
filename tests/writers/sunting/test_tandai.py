"""Marked cells and a list in front; nothing of the sender's workbook is lost."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pytest
from bantu import libreoffice, tambah_bagian, ubah_bagian, xlsx
from hypothesis import given, settings
from hypothesis import strategies as st
from kaya import (
    EMF,
    MAKRO,
    SETELAN_CETAK,
    URUTAN_LEMBAR,
    anak_lembar,
    bagian,
    berawalan,
    berubah,
    dari_libreoffice,
    dengan_makro,
    kaya,
    kerangka,
    strict,
)
from python_calamine import CalamineWorkbook

from kinerja_cli.core.anotasi import BarisDepan, LembarDepan, Tanda
from kinerja_cli.core.lembar import SIFAT_ANOTASI
from kinerja_cli.core.temuan import Tingkat
from kinerja_cli.readers.xlsx import sifat
from kinerja_cli.writers.sunting import SuntingGagal, tandai

REALISASI, REKAP = "Realisasi", "Rekap Tahun '25"
SHEET = "xl/worksheets/sheet1.xml"
MERAH, KUNING = "FFFFC7CE", "FFFFEB9C"
KAYA: dict[str, Callable[[], bytes]] = {
    "xlsxwriter": kaya, "strict": strict, "berawalan": berawalan, "makro": dengan_makro,
}  # fmt: skip
TANDA = (
    Tanda(REALISASI, "C5", Tingkat.GALAT, "GALAT S04: <“sudah”> & bukan angka\n→ Ketik angkanya"),
    Tanda(REALISASI, "C6", Tingkat.PERINGATAN, "PERINGATAN R12: janggal"),
    Tanda(REALISASI, "B1", Tingkat.GALAT, "GALAT L02: kolom tidak ada"),
    Tanda(REALISASI, "F40", Tingkat.GALAT, "GALAT S07: kosong"),
    Tanda(REKAP, "A1", Tingkat.PERINGATAN, "PERINGATAN B09: rumus"),
)
BERWARNA = {"C5": MERAH, "C6": KUNING, "A1": MERAH, "F40": MERAH}
"""B1 lies in the merged A1:E1."""
DEPAN = LembarDepan(
    "Temuan pada uji.xlsx: 3 GALAT",
    ("Klik selnya.", "Memuat data pribadi."),
    (
        BarisDepan(Tingkat.GALAT, ("GALAT", "S04", REALISASI, "C5", "bukan <angka> & lain", "Ketik"), REALISASI, "C5"),
        BarisDepan(Tingkat.PERINGATAN, ("PERINGATAN", "L10", REKAP, "", "saringan", "Hapus " * 60), REKAP),
        BarisDepan(Tingkat.INFO, ("INFO", "X01", "", "", "tidak diperiksa", "Sertakan")),
        BarisDepan(Tingkat.INFO, ("INFO", "L01", "Hilang", "", "dilewati", "Tidak perlu apa-apa"), "Hilang"),
    ),
)


@pytest.fixture(scope="module", params=[*KAYA, "libreoffice"])
def berkas(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    if request.param == "libreoffice":
        return dari_libreoffice(tmp_path_factory.mktemp("lo"))
    return KAYA[request.param]()


@pytest.fixture(scope="module")
def bertanda(berkas: bytes) -> bytes:
    return tandai(berkas, TANDA, DEPAN)


def buka(isi: bytes) -> openpyxl.Workbook:
    with pytest.warns(UserWarning, match="extension is not supported"):
        return openpyxl.load_workbook(io.BytesIO(isi))


def nilai(isi: bytes) -> dict[str, list[list[object]]]:
    buku = CalamineWorkbook.from_filelike(io.BytesIO(isi))
    return {nama: buku.get_sheet_by_name(nama).to_python(skip_empty_area=False) for nama in buku.sheet_names}


def test_no_part_is_lost_and_only_those_that_must_change_do(berkas: bytes, bertanda: bytes) -> None:
    ubah, tambah, buang = berubah(berkas, bertanda)
    assert not buang
    pasti = {"[Content_Types].xml", "xl/workbook.xml", "xl/styles.xml", "xl/_rels/workbook.xml.rels", SHEET}
    boleh = {"_rels/.rels", "docProps/custom.xml", "xl/worksheets/sheet3.xml", "xl/worksheets/_rels/sheet3.xml.rels"}
    assert pasti <= ubah
    komentar = {nama for nama in ubah if "comments" in nama or nama.endswith(".vml")}
    assert ubah <= pasti | boleh | komentar
    assert len(komentar) == 2, "the sheet's own comments and their drawing take in the new ones"
    assert len([nama for nama in tambah if nama.endswith(".vml")]) == 1, "the other sheet had none"
    assert all(re.search(r"comments|vmlDrawing|sheet\d|custom", nama) for nama in tambah)


def test_the_sheets_xml_is_as_before_but_for_marks(berkas: bytes, bertanda: bytes) -> None:
    for nama, sel in ((SHEET, BERWARNA), ("xl/worksheets/sheet3.xml", {"A1"}), ("xl/worksheets/sheet2.xml", ())):
        lama, baru = bagian(berkas)[nama], bagian(bertanda)[nama]
        assert kerangka(lama, tanpa_sel=sel, tanpa=["legacyDrawing"]) == kerangka(
            baru, tanpa_sel=sel, tanpa=["legacyDrawing"]
        )
        tanpa_gaya = [re.sub(rb' s="\d+"', b"", xml) for xml in (lama, baru)]
        for alamat in sel:
            pola = rb'<(?:x:)?c r="%s"[^>]*>(?:(?!</(?:x:)?c>).)*' % alamat.encode()
            isi = [m[0] if (m := re.search(pola, xml, re.DOTALL)) else b"" for xml in tanpa_gaya]
            assert isi[0] == isi[1] or alamat == "F40"


def test_values_formulas_and_stored_results_stay(berkas: bytes, bertanda: bytes) -> None:
    lama, baru = nilai(berkas), nilai(bertanda)
    assert list(baru) == ["Temuan", *lama]
    assert {nama: isi for nama, isi in baru.items() if nama != "Temuan"} == lama


def test_elements_stand_in_the_order_that_excel_wants(bertanda: bytes) -> None:
    for nama, xml in bagian(bertanda).items():
        if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", nama):
            urut = [URUTAN_LEMBAR.index(satu) for satu in anak_lembar(xml)]
            assert urut == sorted(urut), nama
            assert len([1 for satu in anak_lembar(xml) if satu == "legacyDrawing"]) <= 1


def test_every_relation_and_content_type_leads_to_a_part(bertanda: bytes) -> None:
    isi = bagian(bertanda)
    jenis = ElementTree.fromstring(isi["[Content_Types].xml"])
    tetap = [j.get("PartName", "").lstrip("/") for j in jenis if j.get("PartName")]
    bawaan = [j.get("Extension") for j in jenis if j.get("Extension")]
    assert set(tetap) <= isi.keys()
    assert len(tetap) == len(set(tetap))
    assert len(bawaan) == len(set(bawaan))
    assert all(nama in tetap or nama.rpartition(".")[2] in bawaan for nama in isi if nama != "[Content_Types].xml")
    for nama, xml in isi.items():
        if nama.endswith(".rels"):
            semua = ElementTree.fromstring(xml)
            assert len({r.get("Id") for r in semua}) == len(semua)
            for r in semua:
                sasaran = str(r.get("Target"))
                assert r.get("TargetMode") == "External" or sasaran.rpartition("/")[2] in {n.rpartition("/")[2] for n in isi}


def test_styles_are_the_old_ones_and_new_ones_behind(berkas: bytes, bertanda: bytes) -> None:
    lama, baru = (ElementTree.fromstring(bagian(b)["xl/styles.xml"]) for b in (berkas, bertanda))
    assert [a.tag for a in lama] == [a.tag for a in baru]
    for a, b in zip(lama, baru, strict=True):
        asli = [ElementTree.tostring(anak) for anak in a]
        assert [ElementTree.tostring(anak) for anak in b][: len(asli)] == asli
        assert b.get("count") in (None, str(len(b)))
        if a.tag.endswith("dxfs"):
            assert len(a) == len(b)


def test_cells_have_colour_and_comment_and_keep_their_style(berkas: bytes, bertanda: bytes) -> None:
    if b"purl.oclc.org" in bagian(berkas)["xl/workbook.xml"]:
        pytest.skip("openpyxl tidak membaca Strict Open XML")
    asal, buku = buka(berkas), buka(bertanda)
    for baris in buku[REALISASI].iter_rows():
        for sel in baris:
            semula = asal[REALISASI][sel.coordinate]
            assert sel.number_format == semula.number_format or sel.coordinate == "F40"
            assert repr(sel.font) == repr(semula.font)
            assert repr(sel.border) == repr(semula.border)
            if sel.coordinate in BERWARNA:
                assert sel.fill.fgColor.rgb == BERWARNA[sel.coordinate]
            else:
                assert repr(sel.fill) == repr(semula.fill)
    catatan = {s.coordinate: s.comment.text for baris in buku[REALISASI].iter_rows() for s in baris if s.comment}
    assert catatan.keys() == BERWARNA.keys()
    assert catatan["C5"].startswith(TANDA[0].catatan + "\n\n")
    assert catatan["C5"].endswith("periksa lagi"), "the sender's own comment stays"
    assert catatan["C6"] == TANDA[1].catatan
    assert buku[REKAP]["A1"].fill.fgColor.rgb == KUNING
    assert buku[REKAP]["A1"].comment.text == TANDA[4].catatan


def test_the_list_in_front_leads_to_the_cells(berkas: bytes, bertanda: bytes) -> None:
    if b"purl.oclc.org" in bagian(berkas)["xl/workbook.xml"]:
        pytest.skip("openpyxl tidak membaca Strict Open XML")
    buku = buka(bertanda)
    ws = buku["Temuan"]
    assert buku.sheetnames[0] == "Temuan"
    assert buku.active is ws
    assert [s.title for s in buku if s.sheet_view.tabSelected] == ["Temuan"], "two selected sheets are edited together"
    assert [s.value for s in ws[4]] == ["Tingkat", "Kode", "Lembar", "Sel", "Temuan", "Saran"]
    assert ws.freeze_panes == "A5"
    assert [s.value for s in ws[5]] == list(DEPAN.baris[0].isi)
    assert ws["D5"].hyperlink.location == "'Realisasi'!$C$5"
    assert ws["C6"].hyperlink.location == "'Rekap Tahun ''25'!$A$1"
    assert not any(s.hyperlink for r in (7, 8) for s in ws[r]), "no sheet, no link"
    assert ws["E5"].alignment.wrap_text
    assert ws.row_dimensions[6].height > 60
    assert ws.column_dimensions["E"].width > 50


def test_names_of_a_sheet_still_belong_to_it(berkas: bytes, bertanda: bytes) -> None:
    def nama(isi: bytes) -> dict[tuple[str, str], str]:
        akar = ElementTree.fromstring(bagian(isi)["xl/workbook.xml"])
        lembar = [s.get("name", "") for s in akar.iter() if s.tag.endswith("}sheet")]
        return {
            (d.get("name", ""), lembar[int(d.get("localSheetId", "0"))] if d.get("localSheetId") else ""): str(d.text)
            for d in akar.iter()
            if d.tag.endswith("}definedName")
        }

    assert nama(berkas) == nama(bertanda)
    assert ("_xlnm.Print_Titles", REALISASI) in nama(bertanda)


def test_the_copy_is_known_as_ours(bertanda: bytes) -> None:
    assert sifat(bertanda) == SIFAT_ANOTASI


def test_libreoffice_shows_comments_and_list(bertanda: bytes, tmp_path: Path) -> None:
    asal = tmp_path / "bertanda.xlsx"
    asal.write_bytes(bertanda)
    fods = libreoffice(asal, "fods", tmp_path).read_text()
    assert fods.count("<office:annotation ") == 5
    for kata in ("janggal", "kolom tidak ada", "periksa lagi", "S07: kosong", "&lt;“sudah”&gt; &amp; bukan angka"):
        assert kata in fods
    assert "#&apos;Realisasi&apos;.$C$5" in fods


def test_pictures_of_old_office_settings_of_printers_and_macros_stay() -> None:
    isi = bagian(tandai(dengan_makro(), TANDA, DEPAN))
    assert isi["xl/media/image9.emf"] == EMF
    assert isi["xl/printerSettings/printerSettings1.bin"] == SETELAN_CETAK
    assert isi["xl/vbaProject.bin"] == MAKRO
    assert b"macroEnabled.main+xml" in isi["[Content_Types].xml"]


def test_a_taken_name_gets_a_number() -> None:
    isi = xlsx(TEMUAN="1", Lain="2")
    buku = openpyxl.load_workbook(io.BytesIO(tandai(isi, [Tanda("TEMUAN", "A1", Tingkat.GALAT, "x")], DEPAN)))
    assert buku.sheetnames == ["Temuan (2)", "TEMUAN", "Lain"]
    assert buku["TEMUAN"]["A1"].comment.text == "x"


def test_the_same_workbook_gives_the_same_bytes() -> None:
    isi = kaya()
    assert tandai(isi, TANDA, DEPAN) == tandai(isi, TANDA, DEPAN)


def test_several_marks_in_one_merged_range_make_one_comment() -> None:
    tanda = [Tanda(REALISASI, sel, t, str(sel)) for sel, t in (("B1", Tingkat.PERINGATAN), ("D1", Tingkat.GALAT))]
    ws = buka(tandai(kaya(), tanda, DEPAN))[REALISASI]
    assert ws["A1"].comment.text == "B1\n\nD1"
    assert ws["A1"].fill.fgColor.rgb == MERAH


def test_a_threaded_comment_gets_a_reply() -> None:
    """On such a cell Excel 365 shows the thread and hides the comment."""
    ns = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
    rel = "http://schemas.microsoft.com/office/2017/10/relationships"
    utas = (
        f'<ThreadedComments xmlns="{ns}"><threadedComment ref="C5" dT="2025-01-05T03:00:00.00" personId="{{A}}" id="{{B}}">'
        "<text>periksa lagi</text></threadedComment></ThreadedComments>"
    )
    orang = f'<personList xmlns="{ns}"><person displayName="Siti" id="{{A}}" userId="siti" providerId="None"/></personList>'
    isi = tambah_bagian(kaya(), "xl/threadedComments/threadedComment1.xml", utas.encode())
    isi = tambah_bagian(isi, "xl/persons/person.xml", orang.encode())
    for nama, kata, sasaran in (
        ("xl/worksheets/_rels/sheet1.xml.rels", "threadedComment", "../threadedComments/threadedComment1.xml"),
        ("xl/_rels/workbook.xml.rels", "person", "persons/person.xml"),
    ):
        baru = f'<Relationship Id="rId80" Type="{rel}/{kata}" Target="{sasaran}"/></Relationships>'
        isi = ubah_bagian(isi, nama, b"</Relationships>", baru.encode())
    semua = bagian(tandai(isi, TANDA, DEPAN))
    pertama, balasan = ElementTree.fromstring(semua["xl/threadedComments/threadedComment1.xml"])
    assert "".join(pertama.itertext()) == "periksa lagi"
    assert (balasan.get("ref"), balasan.get("parentId"), balasan.get("dT")) == ("C5", "{B}", "2025-01-05T03:00:00.00")
    assert "".join(balasan.itertext()) == TANDA[0].catatan
    siapa = {o.get("id"): o.get("displayName") for o in ElementTree.fromstring(semua["xl/persons/person.xml"])}
    assert siapa[balasan.get("personId")] == "kinerja"


def test_comments_as_openpyxl_writes_them_are_added_to(tmp_path: Path) -> None:
    """Its drawing names the namespaces with other prefixes."""
    buku = openpyxl.Workbook()
    buku.active.title = "Data"
    buku.active["A1"] = 1
    buku.active["A1"].comment = openpyxl.comments.Comment("lama", "Siti")
    wadah = io.BytesIO()
    buku.save(wadah)
    tanda = [Tanda("Data", "B2", Tingkat.GALAT, "baru"), Tanda("Data", "A1", Tingkat.GALAT, "di atas")]
    asal = tmp_path / "hasil.xlsx"
    asal.write_bytes(tandai(wadah.getvalue(), tanda, DEPAN))
    (vml,) = [isi for nama, isi in bagian(asal.read_bytes()).items() if nama.endswith(".vml")]
    assert len(ElementTree.fromstring(vml).findall(".//{urn:schemas-microsoft-com:vml}shape")) == 2
    fods = libreoffice(asal, "fods", tmp_path).read_text()
    assert "baru" in fods
    assert "di atas" in fods
    assert "lama" in fods


def test_boxes_are_numbered_apart() -> None:
    isi = bagian(tandai(kaya(), TANDA, DEPAN))
    nomor = [n for nama, xml in isi.items() if nama.endswith(".vml") for n in re.findall(rb'id="(_x0000_s\d+)"', xml)]
    assert len(nomor) == len(set(nomor)) == 5


def test_a_box_stays_on_the_sheet_beside_its_last_cell() -> None:
    """Excel repairs a drawing whose box lies beyond the last row or column."""
    isi = bagian(tandai(kaya(), [Tanda(REALISASI, "XFD1048576", Tingkat.GALAT, "ujung\n" * 20)], DEPAN))
    jangkar = re.findall(
        rb"<x:Anchor>([^<]*)</x:Anchor>\s*<x:AutoFill>False</x:AutoFill><x:Row>1048575", isi["xl/drawings/vmlDrawing1.vml"]
    )
    kiri, _, atas, _, kanan, _, bawah, _ = map(int, jangkar[0].split(b","))
    assert kiri < kanan <= 16_383
    assert atas < bawah <= 1_048_575


@pytest.mark.parametrize("bagian_rusak", ["xl/styles.xml", "xl/worksheets/sheet1.xml", "xl/comments1.xml", "xl/workbook.xml"])
def test_what_is_not_understood_is_refused(bagian_rusak: str) -> None:
    isi = kaya()
    for rusak in (b"<a/>", b"bukan xml", b'<?xml version="1.0" encoding="utf-16"?><a/>'):
        with pytest.raises(SuntingGagal):
            tandai(ubah_bagian(isi, bagian_rusak, bagian(isi)[bagian_rusak], rusak), TANDA, DEPAN)
    with pytest.raises(SuntingGagal):
        tandai(b"bukan zip", TANDA, DEPAN)
    with pytest.raises(SuntingGagal):
        tandai(isi, [Tanda("Tidak Ada", "A1", Tingkat.GALAT, "x")], DEPAN)


_KAYA = kaya()
_SEL = st.builds(lambda r, k: f"{openpyxl.utils.get_column_letter(k)}{r}", st.integers(2, 50), st.integers(1, 20))


@settings(max_examples=40, deadline=None)
@given(st.dictionaries(_SEL, st.sampled_from([Tingkat.GALAT, Tingkat.PERINGATAN]), max_size=15))
def test_any_cells_are_marked_and_only_they(sel: dict[str, Tingkat]) -> None:
    tanda = [Tanda(REALISASI, alamat, t, f"{alamat} & <{t}>") for alamat, t in sel.items()]
    hasil = tandai(_KAYA, tanda, DEPAN)
    ws, semula = buka(hasil)[REALISASI], buka(_KAYA)[REALISASI]
    warna = {Tingkat.GALAT: MERAH, Tingkat.PERINGATAN: KUNING}
    for baris in ws.iter_rows():
        for s in baris:
            if s.coordinate in sel:
                assert s.fill.fgColor.rgb == warna[sel[s.coordinate]]
                assert s.comment.text.startswith(f"{s.coordinate} & <{sel[s.coordinate]}>")
            else:
                assert repr(s.fill) == repr(semula[s.coordinate].fill)
                assert (s.comment.text if s.comment else "") == ("periksa lagi" if s.coordinate == "C5" else "")
    baru, lama = nilai(hasil), nilai(_KAYA)
    assert {nama: baru[nama] for nama in lama} == lama
