"""One messy workbook in every format, saved by LibreOffice: the same tables and findings as the text it is made from."""

from __future__ import annotations

import datetime as dt
import io
import struct
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
import xlsxwriter
from bantu import ANI, BUDI, CICI, lembar, libreoffice, temuan, terbaca, ubah_bagian
from buku_biner import teks, xlsb

from kinerja_cli.core.lembar import Lembar, SelGalat
from kinerja_cli.core.urai import Uraian, urai
from kinerja_cli.readers import lihat
from kinerja_cli.readers.buku_kerja import baca_buku
from kinerja_cli.workflow.tafsir import uraikan

PEGAWAI = f"""
    PEMERINTAH KABUPATEN BUNGO | | | | | |
    DINAS KESEHATAN | | | | | |
    Periode : Januari 2025 | | | | | |
     | | | | | |
    No | NIP | Nama | Pangkat | Perangkat Daerah | Tanggal Lahir | Mulai
     | | | Gol. Ruang | | |
    (1) | (2) | (3) | (4) | (5) | (6) | (7)
    1 | '{ANI} | Ani, S.E. | III/a | Dinas\u00a0Kesehatan | lahir | 15/01/2025
    2 | ' 19900101 201501 1 002 | Budi | III/b | Dinas Kesehatan | | kapan
     | | | | | |
    3 | '{CICI} | Cici | III/c | Dinas Kesehatan | |
    JUMLAH | | | 3 | | |
     | | | | | |
     | | | | Muara Bungo, 31 Januari 2025 | |
     | | | | Kepala Dinas | |
     | | | | dr. Siapa | |
     | | | | NIP. 19700101 200003 1 001 | |
"""
INDIKATOR = """
    Kode | Indikator | Aspek | Bobot | Arah | Target | Satuan
    A | Berkas selesai | Penyelesaian Tugas | 50 | naik | 80 | Dokumen
    B | Hari layanan | Inovasi Pelayanan | 30 | turun | 10 | hari
    C | Indeks | Kepuasan Masyarakat | 20 | naik | '4,5 | nilai
"""
REALISASI = f"""
    REALISASI BULAN JANUARI 2025 | | | | |
    NIP | Nama | Realisasi | | | Keterangan
     | | A | B | C |
    '{ANI} | Ani | '1.234,5 | 9 | persen | '\u200bcatatan
    '{BUDI} | Budi | '84 Dokumen | n/a | galat |
    '{CICI} | Cici | '\uff18\uff14 | benar | - |
    RATA-RATA | | 84 | 9 | 3 |
"""
ISI = {"lahir": dt.datetime(1985, 5, 14), "persen": 0.98, "galat": SelGalat("#DIV/0!"), "benar": True}
GABUNGAN = {
    "Pegawai": ((0, 0, 0, 6), (4, 0, 5, 0), (4, 1, 5, 1), (4, 2, 5, 2), (4, 4, 5, 4), (4, 5, 5, 5), (4, 6, 5, 6)),
    "Realisasi": ((1, 0, 2, 0), (1, 1, 2, 1), (1, 2, 1, 4), (1, 5, 2, 5)),
}
TERSEMBUNYI, TERSARING = 4, "Realisasi"
"""The hidden row (from 0), and the sheet that has it and an active filter."""


def lembar_contoh(berkas: str) -> tuple[Lembar, ...]:
    hasil = []
    for nama, tabel in (("Pegawai", PEGAWAI), ("Indikator", INDIKATOR), ("Realisasi", REALISASI)):
        satu = lembar(tabel, nama, berkas, gabungan=GABUNGAN.get(nama, ()))
        baris = [[ISI.get(s, s) if isinstance(s, str) else s for s in b] for b in satu.baris]
        if nama == TERSARING:
            satu = replace(satu, tersaring=True, baris_tersembunyi=(TERSEMBUNYI,), kolom_tersembunyi=(5,))
        hasil.append(replace(satu, baris=baris))
    return tuple(hasil)


def buku_contoh() -> bytes:
    wadah = io.BytesIO()
    with xlsxwriter.Workbook(wadah, {"in_memory": True, "strings_to_formulas": False}) as buku:
        tanggal, persen = buku.add_format({"num_format": "dd/mm/yyyy"}), buku.add_format({"num_format": "0.0%"})
        for satu in lembar_contoh(""):
            ws = buku.add_worksheet(satu.nama)
            for r1, k1, r2, k2 in satu.gabungan:
                ws.merge_range(r1, k1, r2, k2, "")
            for r, isi in enumerate(satu.baris):
                for k, sel in enumerate(isi):
                    match sel:
                        case "":
                            pass
                        case SelGalat(galat):
                            ws.write_formula(r, k, "=1/0", None, galat)
                        case dt.datetime():
                            ws.write_datetime(r, k, sel, tanggal)
                        case _:
                            ws.write(r, k, sel, persen if sel == ISI["persen"] else None)
            if satu.tersaring:
                ws.autofilter(2, 0, 5, 5)
                ws.filter_column(0, f"x != {BUDI}")
                ws.set_row(TERSEMBUNYI, None, None, {"hidden": True})
                ws.set_column(5, 5, 10, None, {"hidden": True})
    return wadah.getvalue()


def ringkas(hasil: Uraian) -> tuple[object, ...]:
    tabel = [getattr(hasil.masukan, nama).to_csv() for nama in ("pegawai", "indikator", "realisasi")]
    return [(t.kode, t.letak.sel, t.nilai) for t in hasil.temuan], tabel, [str(p) for _, p in hasil.periode]


@pytest.fixture(scope="module")
def harapan() -> tuple[object, ...]:
    return ringkas(urai(lembar_contoh("contoh.xlsx")))


def test_the_text_itself_says_what_it_should(harapan: tuple[object, ...]) -> None:
    kode = [(k, sel) for k, sel, _ in harapan[0]]  # type: ignore[attr-defined]  # the first of three is the findings
    assert sorted(kode) == sorted(
        [
            ("L04", ""), ("P10", "F8"), ("S09", "G9"), ("S06", "F4"), ("L04", ""), ("L08", "A5"), ("L09", "F3"), ("L10", ""),
            ("S06", "C4"), ("S01", "E5"), ("S04", "D6"),
        ]
    )  # fmt: skip


@pytest.mark.parametrize("akhiran", ["asli", "xlsx", "ods", "xls"])
def test_a_messy_workbook_reads_the_same_in_every_format(akhiran: str, harapan: tuple[object, ...], tmp_path: Path) -> None:
    asal = tmp_path / "contoh.xlsx"
    asal.write_bytes(buku_contoh())
    if akhiran == "asli":
        isi = asal.read_bytes()
    else:
        (tmp_path / "baru").mkdir()
        isi = libreoffice(asal, akhiran, tmp_path / "baru").read_bytes()
    hasil = uraikan(terbaca(("contoh.xlsx", isi)))  # whatever the name says, the content decides
    assert ringkas(hasil) == harapan
    assert [s.persen for s in hasil.masukan.sumber] == [frozenset(), frozenset(), frozenset({"E4"})]


def strict(isi: bytes) -> bytes:
    """The same workbook as Excel saves it under "Strict Open XML": other namespaces in every part."""
    wadah = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(isi)) as asal, zipfile.ZipFile(wadah, "w", zipfile.ZIP_DEFLATED) as tujuan:
        for nama in asal.namelist():
            data = asal.read(nama)
            for lama, baru in (("spreadsheetml/2006/main", "spreadsheetml/main"), ("officeDocument/2006", "officeDocument")):
                pengganti = f"http://purl.oclc.org/ooxml/{baru}".encode()
                data = data.replace(f"http://schemas.openxmlformats.org/{lama}".encode(), pengganti)
            tujuan.writestr(nama, data)
    return wadah.getvalue()


def test_strict_open_xml_reads_the_same(harapan: tuple[object, ...]) -> None:
    isi = strict(buku_contoh())
    assert b"purl.oclc.org" in zipfile.ZipFile(io.BytesIO(isi)).read("xl/workbook.xml")
    assert ringkas(uraikan(terbaca(("contoh.xlsx", isi)))) == harapan


# .xlsb -----------------------------------------------------------------------------------------------------------------


def test_an_xlsb_is_read_and_what_the_engine_hides_is_named() -> None:
    hasil = uraikan(terbaca(("lama.xls", xlsb())))
    assert temuan(hasil.temuan) == [("L08", "A5"), ("L09", "B1"), ("L10", ""), ("S01", "C3"), ("S01", "C4")]
    assert [t.nilai for t in hasil.temuan if t.kode == "S01"] == ["#N/A", "#DIV/0!"]
    assert hasil.masukan.realisasi["realisasi"].dropna().tolist() == [84, 0.09]
    assert hasil.masukan.sumber[0].persen == frozenset({"C5"})


def test_a_cut_record_of_an_xlsb_is_damage() -> None:
    isi = ubah_bagian(xlsb(), "xl/workbook.bin", teks("rId1"), struct.pack("<I", 4_000) + "rId1".encode("utf-16-le"))
    assert [t.kode for t in baca_buku("a.xlsb", isi).temuan] == ["B01"]


# Formulas without a stored result in .ods ------------------------------------------------------------------------------


def test_an_ods_formula_without_a_result_is_named(tmp_path: Path) -> None:
    asal = tmp_path / "a.xlsx"
    asal.write_bytes(buku_contoh())
    ods = libreoffice(asal, "ods", tmp_path).read_bytes()
    with zipfile.ZipFile(io.BytesIO(ods)) as z:
        xml = z.read("content.xml")
    awal = xml.index(b'<table:table-cell office:value-type="float" office:value="9"')
    akhir = xml.index(b"</table:table-cell>", awal) + len(b"</table:table-cell>")
    rumus = b'<table:table-cell table:formula="of:=[.A1]+[.B1]"/>'
    hasil = uraikan(terbaca(("a.ods", ubah_bagian(ods, "content.xml", xml[awal:akhir], rumus))))
    assert ("S02", "D4") in temuan(hasil.temuan)


# Formats of numbers ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kode", "persen"),
    [
        ("0%", True),
        ("0.00 %", True),
        ('0" %"', False),
        (r"0\%", False),
        ("[Red]0%", True),
        ("0.00", False),
        ("General", False),
    ],
)
def test_which_number_formats_show_percent(kode: str, persen: bool) -> None:
    assert lihat.format_persen(kode) is persen
