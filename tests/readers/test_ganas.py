"""Files that take programs down: each ends in one sentence, in seconds, and the others are read all the same."""

from __future__ import annotations

import io
import random
import zipfile
from pathlib import Path

import pytest
from bantu import ANI, INDIKATOR, PEGAWAI, REALISASI, libreoffice, tafsir, tambah_bagian, ubah_bagian, xlsx

from kinerja_cli.readers import pekerja
from kinerja_cli.readers.buku_kerja import baca_buku
from kinerja_cli.readers.pekerja import baca_semua

BAIK = xlsx(P=PEGAWAI, I=INDIKATOR, R=REALISASI)
LEMBAR = "xl/worksheets/sheet1.xml"


def kode(*isi: bytes) -> list[list[str]]:
    return [[t.kode for t in b.temuan] for b in baca_semua([(f"{i}.xlsx", satu) for i, satu in enumerate(isi)])]


def test_far_cells_whose_rows_carry_no_number_kill_the_engine_not_the_program() -> None:
    isi = ubah_bagian(BAIK, LEMBAR, b"</sheetData>", b'<row><c r="XFD1048576"><v>1</v></c></row></sheetData>')
    assert len(isi) < 10_000
    (jauh, baik) = kode(isi, BAIK)
    assert jauh in (["B01"], ["B08"])
    assert baik == []


def test_a_worker_that_dies_is_started_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pekerja, "_MULAI", "import os; os.abort()")
    satu = pekerja._Pekerja()
    assert [t.kode for t in satu.baca("a.xlsx", BAIK).temuan] == ["B01"]
    monkeypatch.undo()
    assert len(satu.baca("a.xlsx", BAIK).lembar) == 3
    satu.tutup()


def test_a_worker_that_hangs_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pekerja, "_MULAI", "import time; time.sleep(60)")
    monkeypatch.setattr(pekerja, "BATAS_DETIK", 0.3)
    satu = pekerja._Pekerja()
    assert [t.kode for t in satu.baca("a.xlsx", BAIK).temuan] == ["B08"]
    satu.tutup()


def test_a_shared_string_table_of_300_mb() -> None:
    wadah = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(BAIK)) as asal, zipfile.ZipFile(wadah, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as z:
        for nama in asal.namelist():
            if nama != "xl/sharedStrings.xml":
                z.writestr(nama, asal.read(nama))
        with z.open("xl/sharedStrings.xml", "w") as f:
            for _ in range(300):
                f.write(b"<si><t>aaaa</t></si>" * 52_429)
    assert kode(wadah.getvalue()) == [["B08"]]


def test_a_size_that_lies_is_damage() -> None:
    """A directory that promises a small part while the data goes on: no engine gets to unpack it."""
    isi = bytearray(BAIK)
    with zipfile.ZipFile(io.BytesIO(BAIK)) as z:
        ukuran = z.getinfo(LEMBAR).file_size
    lama = ukuran.to_bytes(4, "little")
    assert isi.count(lama) >= 1
    assert kode(bytes(isi.replace(lama, (10).to_bytes(4, "little")))) == [["B01"]]


@pytest.mark.parametrize(
    "definisi",
    [
        b'<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;">]>',
        b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    ],
    ids=["billion laughs", "external entity"],
)
@pytest.mark.parametrize("bagian", ["xl/sharedStrings.xml", "xl/workbook.xml", "xl/styles.xml", LEMBAR])
def test_definitions_are_refused_in_every_part(bagian: str, definisi: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(BAIK)) as z:
        awal = z.read(bagian)[:55]
    assert kode(
        ubah_bagian(BAIK, bagian, awal, awal[: awal.index(b"?>") + 2] + definisi + awal[awal.index(b"?>") + 2 :])
    ) == [["B01"]]


def test_a_sheet_that_only_claims_to_be_huge_is_read() -> None:
    with zipfile.ZipFile(io.BytesIO(BAIK)) as z:
        awal = z.read(LEMBAR).index(b"<dimension")
        lama = z.read(LEMBAR)[awal : z.read(LEMBAR).index(b"/>", awal) + 2]
    isi = ubah_bagian(BAIK, LEMBAR, lama, b'<dimension ref="A1:XFD1048576"/>')
    hasil = tafsir(("Januari 2025.xlsx", isi))
    assert hasil.temuan == ()
    assert len(hasil.masukan.pegawai) == 2


def test_thousands_of_formatted_blank_rows(tmp_path: Path) -> None:
    baris = b"".join(b'<row r="%d"><c r="A%d" s="1"/></row>' % (r, r) for r in range(100, 60_000))
    isi = ubah_bagian(BAIK, LEMBAR, b"</sheetData>", baris + b"</sheetData>")
    hasil = tafsir(("Januari 2025.xlsx", isi))
    assert hasil.temuan == ()
    assert len(hasil.masukan.pegawai) == 2


@pytest.mark.parametrize("jauh", [1_048_570, 900_000])
def test_an_ods_with_a_far_cell(tmp_path: Path, jauh: int) -> None:
    asal = tmp_path / "a.xlsx"
    asal.write_bytes(BAIK)
    ods = libreoffice(asal, "ods", tmp_path).read_bytes()
    ujung = b"</table:table>"
    sel = (
        b'<table:table-row table:number-rows-repeated="%d"><table:table-cell table:number-columns-repeated="16000"/>'
        b'<table:table-cell office:value-type="float" office:value="1"/></table:table-row></table:table>' % jauh
    )
    (temuan,) = kode(ubah_bagian(ods, "content.xml", ujung, sel))
    assert temuan in (["B01"], ["B08"])


def test_thirty_files_of_which_one_is_bad() -> None:
    semua = [(f"{i:02d}.xlsx", BAIK if i != 17 else b"PK\x03\x04" + bytes(200)) for i in range(30)]
    hasil = baca_semua(semua)
    assert [len(b.lembar) for b in hasil] == [3 if i != 17 else 0 for i in range(30)]
    assert [t.kode for t in hasil[17].temuan] == ["B01"]


# What stands in the file, but not on the screen --------------------------------------------------------------------------


def _bulan(isi: bytes) -> list[tuple[str, str]]:
    hasil = tafsir(("Januari 2025.xlsx", isi))
    return [(t.kode, t.letak.sel) for t in hasil.temuan]


def test_hidden_rows_and_columns_are_named_and_counted() -> None:
    isi = ubah_bagian(BAIK, LEMBAR, b'<row r="3"', b'<row r="3" hidden="1"')
    assert _bulan(isi) == [("L08", "A3")]
    isi = ubah_bagian(
        BAIK, "xl/worksheets/sheet3.xml", b"<sheetData>", b'<cols><col min="3" max="3" hidden="true"/></cols><sheetData>'
    )
    assert _bulan(isi) == [("L09", "C1")]
    assert len(tafsir(("Januari 2025.xlsx", isi)).masukan.realisasi) == 6


def test_an_active_filter_is_named() -> None:
    kolom = b'<filterColumn colId="0"><filters><filter val="x"/></filters></filterColumn>'
    saring = b'</sheetData><autoFilter ref="A1:C3">' + kolom + b"</autoFilter>"
    assert _bulan(ubah_bagian(BAIK, LEMBAR, b"</sheetData>", saring)) == [("L10", "")]
    assert _bulan(ubah_bagian(BAIK, LEMBAR, b"</sheetData>", b'</sheetData><autoFilter ref="A1:C3"/>')) == []


def test_a_hidden_sheet_with_data_is_named_and_left_out() -> None:
    isi = ubah_bagian(BAIK, "xl/workbook.xml", b'<sheet name="R"', b'<sheet name="R" state="hidden"')
    hasil = tafsir(("Januari 2025.xlsx", isi))
    assert ("L06", "R") in [(t.kode, t.letak.lembar) for t in hasil.temuan]
    assert hasil.masukan.realisasi.empty


def test_links_to_other_workbooks_are_named() -> None:
    hubungan = (
        b'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="rId1" Type="x" Target="file:///C:/Data/Rekap%20Lama.xlsx" TargetMode="External"/></Relationships>'
    )
    isi = tambah_bagian(BAIK, "xl/externalLinks/_rels/externalLink1.xml.rels", hubungan)
    (temuan,) = tafsir(("Januari 2025.xlsx", isi)).temuan
    assert (temuan.kode, temuan.nilai) == ("B09", "Rekap Lama.xlsx")


# Damage ------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("benih", range(60))
def test_random_damage_to_a_zip_container_is_found_or_harmless(benih: int) -> None:
    """Flipped, cut and overwritten bytes: the answer is a finding, or exactly the cells that were written."""
    acak = random.Random(benih)
    isi = bytearray(BAIK)
    for _ in range(acak.randint(1, 6)):
        letak = acak.randrange(len(isi))
        match acak.randrange(3):
            case 0:
                isi[letak] ^= 1 << acak.randrange(8)
            case 1:
                isi[letak : letak + acak.randint(1, 30)] = acak.randbytes(acak.randint(0, 30))
            case _:
                del isi[letak : letak + acak.randint(1, 200)]
    hasil = baca_buku("a.xlsx", bytes(isi))
    if not hasil.temuan:
        assert [s.baris for s in hasil.lembar] == [s.baris for s in baca_buku("a.xlsx", BAIK).lembar]


def test_the_sample_is_undamaged() -> None:
    assert [t.kode for t in baca_buku("a.xlsx", BAIK).temuan] == []
    assert any(ANI in map(str, baris) for baris in baca_buku("a.xlsx", BAIK).lembar[0].baris)
