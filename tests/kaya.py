"""A workbook with all that a careless copy loses, as several programs write it; and how two workbooks are compared."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Collection
from pathlib import Path
from xml.etree import ElementTree

import xlsxwriter
from bantu import libreoffice

EMF, SETELAN_CETAK, MAKRO = b"\x01\0\0\0EMF tiruan", b"\0setelan pencetak", b"\xd0\xcf\x11\xe0makro tiruan"
_TRANSISI = b"http://schemas.openxmlformats.org/officeDocument/2006/"
_HUBUNGAN = b'<Relationship Id="rId90" Type="%s" Target="%s"/></Relationships>'
_STRICT = b"http://purl.oclc.org/ooxml/officeDocument/"


def kaya() -> bytes:
    """XlsxWriter's: sheets Realisasi (everything), Kosong (nothing), and "Rekap Tahun '25" (a formula)."""
    wadah = io.BytesIO()
    buku = xlsxwriter.Workbook(wadah, {"in_memory": True})
    ws, _, rekap = (buku.add_worksheet(nama) for nama in ("Realisasi", "Kosong", "Rekap Tahun '25"))
    kepala = buku.add_format({"bold": True, "bg_color": "#DDEEFF", "border": 1})
    angka = buku.add_format({"num_format": "#,##0.00", "font_color": "#006600", "border": 1})
    miring = buku.add_format({"italic": True})
    ws.merge_range("A1:E1", "PEMERINTAH KABUPATEN BUNGO", kepala)
    ws.write_row("A3", ["NIP", "Nama", "Realisasi", "Dua Kali"], kepala)
    for r in range(3, 20):
        ws.write_string(r, 0, f"19850515201001{r:04d}")
        ws.write_rich_string(r, 1, "Nama ", kepala, "tebal", miring)
        ws.write_number(r, 2, r * 1.1, angka)
        ws.write_formula(r, 3, f"=C{r + 1}*2", angka, r * 2.2)
    ws.write_array_formula("H4:H6", "{=C4:C6*3}", None, 9.9)
    ws.write_comment("C5", "periksa lagi", {"author": "Siti"})
    ws.insert_image("J2", "titik.png", {"image_data": io.BytesIO(png())})
    ws.insert_textbox("J8", "kotak teks")
    grafik = buku.add_chart({"type": "column"})
    grafik.add_series({"values": "=Realisasi!$C$4:$C$20"})
    ws.insert_chart("J14", grafik)
    ws.conditional_format("C4:C20", {"type": "data_bar", "data_bar_2010": True})
    ws.conditional_format("D4:D20", {"type": "cell", "criteria": ">", "value": 10, "format": kepala})
    ws.data_validation("C4:C20", {"validate": "decimal", "criteria": ">=", "value": 0})
    ws.add_sparkline("F4", {"range": "Realisasi!C4:C20"})
    ws.write_url("A22", "https://example.invalid/", string="tautan")
    ws.autofilter("A3:D20")
    ws.set_row(12, None, None, {"hidden": True})
    ws.set_row(30, 20, miring)
    ws.set_column("G:G", 30, angka)
    ws.freeze_panes(3, 2)
    ws.set_header("&CKepala")
    ws.repeat_rows(2)
    ws.activate()
    rekap.write_formula("A1", "=SUM(Realisasi!C4:C20)", angka, 211.2)
    rekap.write_row("A3", [1, 2, 3])
    rekap.add_table("A5:B8", {"columns": [{"header": "Dinas"}, {"header": "Nilai"}]})
    buku.define_name("Realisasi!lokal", "='Rekap Tahun ''25'!$A$1")
    buku.define_name("umum", "=Realisasi!$C$4")
    buku.close()
    return wadah.getvalue()


def png() -> bytes:
    def potong(jenis: bytes, isi: bytes) -> bytes:
        return struct.pack(">I", len(isi)) + jenis + isi + struct.pack(">I", zlib.crc32(jenis + isi))

    kepala = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + potong(b"IHDR", kepala) + potong(b"IDAT", zlib.compress(b"\0\xff\0\0")) + potong(b"IEND", b"")
    )


def dari_libreoffice(folder: Path) -> bytes:
    asal = folder / "asal.xlsx"
    asal.write_bytes(kaya())
    keluar = folder / "lo"
    keluar.mkdir()
    return libreoffice(asal, "xlsx:Calc MS Excel 2007 XML", keluar).read_bytes()


def strict() -> bytes:
    """As Excel saves "Strict Open XML": other namespaces and relation types."""

    def ganti(xml: bytes) -> bytes:
        xml = xml.replace(
            b"http://schemas.openxmlformats.org/spreadsheetml/2006/main", b"http://purl.oclc.org/ooxml/spreadsheetml/main"
        )
        xml = xml.replace(b"http://schemas.openxmlformats.org/drawingml/2006/", b"http://purl.oclc.org/ooxml/drawingml/")
        return xml.replace(_TRANSISI, _STRICT).replace(b"extended-properties", b"extendedProperties")

    return _bagian_demi_bagian(kaya(), lambda nama, isi: ganti(isi) if nama.endswith((".xml", ".rels")) else isi)


def berawalan() -> bytes:
    """As some programs write it: every element of the sheet with a prefix."""

    def ganti(nama: str, isi: bytes) -> bytes:
        if not re.fullmatch(r"xl/(worksheets/sheet\d|workbook|styles|comments\d)\.xml", nama):
            return isi
        kepala, _, badan = isi.partition(b"?>")
        pokok = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        badan = badan.replace(b'xmlns="' + pokok, b'xmlns:x="' + pokok, 1)
        return kepala + b"?>" + re.sub(rb"<(/?)(?=[A-Za-z]+[\s/>])", rb"<\1x:", badan)

    return _bagian_demi_bagian(kaya(), ganti)


def dengan_makro() -> bytes:
    """An .xlsm with a picture of old Office and a printer's settings."""

    def ganti(nama: str, isi: bytes) -> bytes:
        if nama == "[Content_Types].xml":
            isi = isi.replace(b"spreadsheetml.sheet.main+xml", b"x").replace(
                b"application/vnd.openxmlformats-officedocument.x", b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
            )
            bawaan = b'<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
            return isi.replace(b"<Default", bawaan + b'<Default Extension="emf" ContentType="image/x-emf"/><Default', 1)
        office, milik_ms = _TRANSISI + b"relationships/", b"http://schemas.microsoft.com/office/2006/relationships/"
        tambahan = {
            "xl/_rels/workbook.xml.rels": (milik_ms + b"vbaProject", b"vbaProject.bin"),
            "xl/worksheets/_rels/sheet1.xml.rels": (office + b"printerSettings", b"../printerSettings/printerSettings1.bin"),
            "xl/drawings/_rels/drawing1.xml.rels": (office + b"image", b"../media/image9.emf"),
        }.get(nama)
        return isi.replace(b"</Relationships>", _HUBUNGAN % tambahan) if tambahan else isi

    wadah = io.BytesIO(_bagian_demi_bagian(kaya(), ganti))
    with zipfile.ZipFile(wadah, "a") as z:
        z.writestr("xl/vbaProject.bin", MAKRO)
        z.writestr("xl/printerSettings/printerSettings1.bin", SETELAN_CETAK)
        z.writestr("xl/media/image9.emf", EMF)
    return wadah.getvalue()


def _bagian_demi_bagian(isi: bytes, ganti: Callable[[str, bytes], bytes]) -> bytes:
    wadah = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(isi)) as asal, zipfile.ZipFile(wadah, "w", zipfile.ZIP_DEFLATED) as tujuan:
        for nama in asal.namelist():
            tujuan.writestr(nama, ganti(nama, asal.read(nama)))
    return wadah.getvalue()


def bagian(isi: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(isi)) as z:
        assert z.testzip() is None
        assert len(z.namelist()) == len(set(z.namelist()))
        return {nama: z.read(nama) for nama in z.namelist()}


def berubah(lama: bytes, baru: bytes) -> tuple[set[str], set[str], set[str]]:
    """Parts changed, added and removed."""
    a, b = bagian(lama), bagian(baru)
    return {n for n in a.keys() & b.keys() if a[n] != b[n]}, b.keys() - a.keys(), a.keys() - b.keys()


def _pokok(tag: str) -> str:
    return tag.rpartition("}")[2]


def kerangka(xml: bytes, *, tanpa_sel: Collection[str] = (), tanpa: Collection[str] = ()) -> str:
    """A sheet's XML in canonical form, but for some cells, some elements, and what follows from them (spans, dimension)."""
    akar = ElementTree.fromstring(xml)
    for induk in list(akar.iter()):
        induk.attrib.pop("spans", None)
        induk.attrib.pop("tabSelected", None)
        for anak in list(induk):
            if _pokok(anak.tag) in {*tanpa, "dimension"} or (_pokok(anak.tag) == "c" and anak.get("r") in tanpa_sel):
                induk.remove(anak)
    for data in [a for a in akar if _pokok(a.tag) == "sheetData"]:
        for baris in [a for a in data if not len(a) and not set(a.keys()) - {"r"}]:
            data.remove(baris)
    return ElementTree.canonicalize(ElementTree.tostring(akar))


def anak_lembar(xml: bytes) -> list[str]:
    """The names of a sheet's elements in their order."""
    return [_pokok(a.tag) for a in ElementTree.fromstring(xml)]


URUTAN_LEMBAR = (
    "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection",
    "protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate", "customSheetViews", "mergeCells",
    "phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup",
    "headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing",
    "legacyDrawing", "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts",
    "extLst",
)  # fmt: skip
"""The order that the standard prescribes (ECMA-376, CT_Worksheet); Excel repairs a workbook that has another."""
