"""Real files, written by several programs, in every format; and what is no workbook at all."""

from __future__ import annotations

import io
import re
import time
import zipfile
from pathlib import Path

import openpyxl
import pytest
from bantu import ANI, INDIKATOR, PEGAWAI, REALISASI, libreoffice, tafsir, temuan, terbaca, ubah_bagian, xlsx

from kinerja_cli.readers.buku_kerja import baca_buku
from kinerja_cli.readers.lihat import BATAS_BARIS
from kinerja_cli.workflow.tafsir import uraikan


def kode(nama: str, isi: bytes) -> list[str]:
    return [t.kode for t in baca_buku(nama, isi).temuan]


@pytest.mark.parametrize(
    ("isi", "harapan"),
    [
        (b"", "B04"),
        (b"<html><table><tr><td>NIP</td></tr></table></html>", "B03"),
        (b"\xef\xbb\xbf\r\n<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'/>", "B03"),
        (b"%PDF-1.7 ...", "B03"),
        (b"\x89PNG\r\n\x1a\n", "B03"),
        (b"PK\x03\x04 terpotong", "B01"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "B01"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "B02"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "B03"),
        (b"\x00\x01\x02\x03\x00", "B01"),
    ],
)
def test_what_is_no_workbook_gets_its_own_sentence(isi: bytes, harapan: str) -> None:
    assert kode("kiriman.xlsx", isi) == [harapan]


def arsip(*nama: str) -> bytes:
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w") as z:
        for satu in nama:
            z.writestr(satu, "isi")
    return wadah.getvalue()


@pytest.mark.parametrize(
    ("isi", "harapan"),
    [
        (arsip("[Content_Types].xml", "word/document.xml"), "B03"),
        (arsip("foto.jpg"), "B03"),
        (arsip("xl/workbook.xml", "../../etc/passwd"), "B01"),
        (arsip("xl/workbook.xml", "XL/workbook.xml"), "B01"),
    ],
)
def test_archives_that_are_no_workbook(isi: bytes, harapan: str) -> None:
    assert kode("kiriman.xlsx", isi) == [harapan]


def test_a_workbook_with_a_password() -> None:
    assert kode("a.xlsx", (Path(__file__).parents[1] / "data/berkata-sandi.xlsx").read_bytes()) == ["B02"]
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w") as z:
        z.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        z.writestr("content.xml", bytes(range(256)))
        z.writestr("META-INF/manifest.xml", "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>")
    assert kode("a.ods", wadah.getvalue()) == ["B02"]


@pytest.mark.parametrize(
    ("nama", "isi", "harapan"),
    [
        ("buku.xls", xlsx(P=PEGAWAI), []),
        ("buku.csv", xlsx(P=PEGAWAI), []),
        ("teks.xlsx", f"NIP;Nama;Dinas\n{ANI};Ani;Dinas Kesehatan".encode(), []),
        ("web.xls", b"\n<HTML><table></table></HTML>", ["B03"]),
        ("surat.xlsx", arsip("word/document.xml"), ["B03"]),
        ("potong.xlsx", xlsx(P=PEGAWAI)[:-200], ["B01"]),
        ("potong.xlsx", xlsx(P=PEGAWAI)[:2000], ["B01"]),
    ],
)
def test_the_content_decides_not_the_name(nama: str, isi: bytes, harapan: list[str]) -> None:
    bacaan = baca_buku(nama, isi)
    assert [t.kode for t in bacaan.temuan] == harapan
    assert bool(bacaan.lembar) is (not harapan)


def test_a_zip_bomb_is_refused_before_it_is_opened() -> None:
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("xl/workbook.xml", "<workbook/>")
        z.writestr("xl/worksheets/sheet1.xml", b" " * (210 * 1024 * 1024))
    assert kode("bom.xlsx", wadah.getvalue()) == ["B08"]


def test_a_flipped_byte_never_reaches_the_cells() -> None:
    isi = bytearray(xlsx(P=PEGAWAI, I=INDIKATOR, R=REALISASI))
    letak = zipfile.ZipFile(io.BytesIO(bytes(isi))).getinfo("xl/worksheets/sheet3.xml").header_offset
    isi[letak + 80] ^= 0xFF
    assert kode("rusak.xlsx", bytes(isi)) == ["B01"]


def test_two_far_cells_that_take_the_engine_down() -> None:
    jauh = xlsx(R=REALISASI)
    sel = b"</sheetData>"
    isi = ubah_bagian(
        jauh, "xl/worksheets/sheet1.xml", sel, b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    )
    assert kode("jauh.xlsx", isi) == ["B08"]
    isi = ubah_bagian(
        jauh, "xl/worksheets/sheet1.xml", sel, b'<row r="190000"><c r="XFD190000"><v>1</v></c></row></sheetData>'
    )
    assert kode("jauh.xlsx", isi) == ["B08"]


def test_entities_are_refused() -> None:
    isi = ubah_bagian(
        xlsx(R=REALISASI), "xl/worksheets/sheet1.xml", b"<worksheet", b'<!DOCTYPE a [<!ENTITY b "c">]><worksheet'
    )
    assert kode("entitas.xlsx", isi) == ["B01"]


def test_one_bad_file_does_not_stop_the_others() -> None:
    hasil = tafsir(("baik.xlsx", xlsx(P=PEGAWAI, I=INDIKATOR, R=REALISASI)), ("rusak.xlsx", b"PK\x03\x04"))
    assert [(t.kode, t.letak.berkas) for t in hasil.temuan] == [("B01", "rusak.xlsx")]
    assert len(hasil.masukan.pegawai) == 2


# What python-calamine hides ---------------------------------------------------------------------------------------------


def test_errors_and_formulas_without_a_result_are_named_by_cell() -> None:
    buku = openpyxl.Workbook()
    ws = buku.active
    assert ws is not None
    ws.append(["NIP", "Kode", "Realisasi"])
    ws.append([ANI, "A", "=1/0"])  # openpyxl stores no result
    ws.append([ANI, "B", 3])
    ws["C4"] = "#N/A"
    ws["C4"].data_type = "e"
    ws["A4"], ws["B4"] = ANI, "C"
    wadah = io.BytesIO()
    buku.save(wadah)
    assert temuan(uraikan(terbaca(("rumus.xlsx", wadah.getvalue()))).temuan) == [("S02", "C2"), ("S01", "C4")]


def test_a_stored_formula_result_is_read() -> None:
    isi = ubah_bagian(
        xlsx(R=f"NIP | Kode | Realisasi\n{ANI} | A | 84"), "xl/worksheets/sheet1.xml", b"<v>84</v>", b"<f>80+4</f><v>84</v>"
    )
    hasil = uraikan(terbaca(("rumus.xlsx", isi)))
    assert hasil.temuan == ()
    assert hasil.masukan.realisasi["realisasi"].tolist() == [84]


def test_an_empty_text_result_is_a_blank_not_a_fault() -> None:
    isi = ubah_bagian(
        xlsx(R=f"NIP | Kode | Realisasi\n{ANI} | A | 84"),
        "xl/worksheets/sheet1.xml",
        b'"><v>84</v>',
        b'" t="str"><f>IF(1,"","")</f><v></v>',
    )
    hasil = uraikan(terbaca(("rumus.xlsx", isi)))
    assert (hasil.temuan, hasil.masukan.realisasi["keadaan"].tolist()) == ((), ["kosong"])


def test_a_nip_stored_as_a_number_is_never_another_person() -> None:
    isi = ubah_bagian(
        xlsx(R="NIP | Kode | Realisasi\n777 | A | 84"),
        "xl/worksheets/sheet1.xml",
        b"<v>777</v>",
        b"<v>199001012025211001</v>",
    )
    hasil = uraikan(terbaca(("angka.xlsx", isi)))
    assert temuan(hasil.temuan) == [("S03", "A2")]
    assert not hasil.masukan.realisasi["nip"].str.fullmatch(r"\d{18}").any()


@pytest.mark.parametrize("dimensi", [b'<dimension ref="A1:B2"/>', b""])
def test_a_wrong_or_absent_dimension_loses_nothing(dimensi: bytes) -> None:
    isi = xlsx(P=PEGAWAI, I=INDIKATOR, R=REALISASI)
    lama = re.search(rb"<dimension[^>]*/>", zipfile.ZipFile(io.BytesIO(isi)).read("xl/worksheets/sheet3.xml"))
    assert lama
    assert len(tafsir(("wps.xlsx", ubah_bagian(isi, "xl/worksheets/sheet3.xml", lama[0], dimensi))).masukan.realisasi) == 6


# Formats ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("format_lain", ["xls", "ods", "xlsx:Calc Office Open XML", "xlsx"])
def test_saved_again_by_libreoffice(tmp_path: Path, format_lain: str) -> None:
    asal = tmp_path / "asal.xlsx"
    asal.write_bytes(xlsx(Pegawai=PEGAWAI, Indikator=INDIKATOR, Realisasi=REALISASI))
    (tmp_path / "baru").mkdir()
    baru = libreoffice(asal, format_lain.partition(":")[0], tmp_path / "baru")
    sama, lain = tafsir(("asal.xlsx", asal.read_bytes())), tafsir(("asal.xlsx", baru.read_bytes()))
    assert temuan(lain) == temuan(sama) == []
    for tabel in ("pegawai", "indikator", "realisasi"):
        assert getattr(lain.masukan, tabel).to_csv() == getattr(sama.masukan, tabel).to_csv()


@pytest.mark.parametrize("pemisah", [";", ",", "\t"])
@pytest.mark.parametrize("sandi", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_csv_as_programs_save_it(pemisah: str, sandi: str) -> None:
    baris = [["DAFTAR PEGAWAI"], ["NIP", "Nama", "Dinas"], [ANI, "Aní, S.E.", "Dinas Kesehatan"]]
    teks = "\r\n".join(pemisah.join(f'"{s}"' for s in b) for b in baris)
    hasil = uraikan(terbaca(("pegawai.csv", teks.encode(sandi))))
    assert hasil.masukan.pegawai[["nip", "nama", "dinas"]].to_numpy().tolist() == [baris[2]]
    assert [str(hasil.masukan.letak((0, int(hasil.masukan.pegawai["baris"][0])), "nip"))] == ["pegawai.csv › A3"]


def test_csv_numbers_follow_the_columns_decimal_sign() -> None:
    teks = f"sep=;\nNIP;Kode;Realisasi\n{ANI};A;87,5\n{ANI};B;1.250\n{ANI};C;3"
    hasil = uraikan(terbaca(("r.csv", teks.encode())))
    assert hasil.temuan == ()
    assert hasil.masukan.realisasi["realisasi"].tolist() == [87.5, 1250, 3]


def test_csv_with_line_breaks_in_cells_counts_rows_as_a_spreadsheet_does() -> None:
    teks = f'NIP;Kode;Realisasi;Keterangan\r\n{ANI};A;84;"dua\r\nbaris; dan titik koma"\r\n{ANI};B;x;\r\n'
    hasil = uraikan(terbaca(("r.csv", teks.encode())))
    assert temuan(hasil.temuan) == [("S04", "C3")]
    assert hasil.masukan.realisasi["keterangan"].tolist() == ["dua baris; dan titik koma", ""]


@pytest.mark.parametrize("akhiran", ["csv", "xlsx"])
def test_more_rows_than_the_limit_end_in_one_sentence(akhiran: str) -> None:
    banyak = BATAS_BARIS + 50_000
    if akhiran == "csv":
        isi = b"NIP;Kode;Realisasi\n" + f"{ANI};A;84\n".encode() * banyak
    else:
        baris = b"".join(b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (r, r) for r in range(100, banyak))
        isi = ubah_bagian(xlsx(P=PEGAWAI), "xl/worksheets/sheet1.xml", b"</sheetData>", baris + b"</sheetData>")
    mulai = time.perf_counter()
    (satu,) = baca_buku(f"besar.{akhiran}", isi).temuan
    assert time.perf_counter() - mulai < 10
    assert satu.kode == "B08"
    assert "paling banyak 200.000 baris" in satu.pesan


def test_as_many_rows_as_the_limit_are_read() -> None:
    bacaan = baca_buku("r.csv", b"NIP;Kode;Realisasi\n" + f"{ANI};A;84\n".encode() * (BATAS_BARIS - 1))
    assert bacaan.temuan == ()
    assert len(bacaan.lembar[0].baris) == BATAS_BARIS


def test_a_file_that_excel_holds_open_is_passed_over() -> None:
    assert kode("~$kiriman.xlsx", b"x") == ["B05"]
