"""What a file really is: its first bytes decide, not its name."""

from __future__ import annotations

import io
import zipfile
import zlib
from enum import StrEnum

from kinerja_cli.core.temuan import Letak, Temuan

BATAS_ISI = 200 * 1024 * 1024
"""Bytes that a workbook may unpack to."""
BATAS_BAGIAN = 5_000
"""Parts that a workbook may have."""


class Jenis(StrEnum):
    """The formats that are read."""

    XLSX = "xlsx"
    XLSB = "xlsb"
    XLS = "xls"
    ODS = "ods"
    CSV = "csv"


_MANIFES = "META-INF/manifest.xml"
_BUKAN_BUKU = (
    (b"%PDF", "berkas PDF"),
    (b"{\\rtf", "dokumen teks (RTF)"),
    (b"\x89PNG", "gambar"),
    (b"\xff\xd8\xff", "gambar"),
    (b"Rar!", "arsip RAR"),
    (b"7z\xbc\xaf", "arsip 7z"),
    (b"ID;P", "berkas SYLK"),
)


def kenali(nama: str, isi: bytes) -> Jenis | Temuan:
    """Tell a file's format, or why it can't be read (codes B01 to B04 and B08)."""
    letak = Letak(nama)
    if not isi:
        return Temuan("B04", letak)
    if isi.startswith(b"PK"):
        return _zip(letak, isi)
    if isi.startswith(b"\xd0\xcf\x11\xe0"):
        return _ole(letak, isi)
    for awal, sebutan in _BUKAN_BUKU:
        if isi.startswith(awal):
            return Temuan("B03", letak, isian=(("sebab", sebutan),))
    teks = isi[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if teks.startswith(b"<"):
        xml = b"urn:schemas-microsoft-com:office:spreadsheet" in isi[:4096]
        return Temuan("B03", letak, isian=(("sebab", "lembar XML 2003" if xml else "halaman web (HTML)"),))
    if b"\0" in isi[:4096] and not isi.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Temuan("B01", letak, isian=(("sebab", "isinya bukan buku kerja"),))
    return Jenis.CSV


def _zip(letak: Letak, isi: bytes) -> Jenis | Temuan:
    try:
        daftar = zipfile.ZipFile(io.BytesIO(isi)).infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return Temuan("B01", letak, isian=(("sebab", "berkas terpotong atau rusak"),))
    nama = [bagian.filename.replace("\\", "/").lower() for bagian in daftar]
    if len(nama) != len(set(nama)) or any(n.startswith("/") or ".." in n.split("/") for n in nama):
        return Temuan("B01", letak, isian=(("sebab", "susunan di dalamnya tidak wajar"),))
    if sum(bagian.file_size for bagian in daftar) > BATAS_ISI or len(daftar) > BATAS_BAGIAN:
        batas = f"isinya lebih dari {BATAS_ISI // 1024 // 1024} MB setelah dibuka"
        return Temuan("B08", letak, isian=(("sebab", batas),))
    if any(bagian.flag_bits & 1 for bagian in daftar):
        return Temuan("B02", letak)
    if "xl/workbook.bin" in nama:
        return Jenis.XLSB
    if any(n.startswith("xl/") for n in nama):
        return Jenis.XLSX
    if "content.xml" in nama and "mimetype" in nama:
        return _ods(letak, isi)
    sebutan = "dokumen Word" if any(n.startswith("word/") for n in nama) else "arsip ZIP"
    if any(n.startswith("ppt/") for n in nama):
        sebutan = "presentasi"
    return Temuan("B03", letak, isian=(("sebab", sebutan),))


def _ods(letak: Letak, isi: bytes) -> Jenis | Temuan:
    try:
        with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
            if b"spreadsheet" not in arsip.read("mimetype"):
                return Temuan("B03", letak, isian=(("sebab", "dokumen LibreOffice lain"),))
            if _MANIFES in arsip.namelist() and b"encryption-data" in arsip.read(_MANIFES):
                return Temuan("B02", letak)
    except (zipfile.BadZipFile, KeyError, EOFError, OSError, NotImplementedError, zlib.error, ValueError, RuntimeError):
        return Temuan("B01", letak, isian=(("sebab", "berkas terpotong atau rusak"),))
    return Jenis.ODS


def _ole(letak: Letak, isi: bytes) -> Jenis | Temuan:
    if "EncryptedPackage".encode("utf-16-le") in isi:
        return Temuan("B02", letak)
    if "WordDocument".encode("utf-16-le") in isi:
        return Temuan("B03", letak, isian=(("sebab", "dokumen Word"),))
    return Jenis.XLS
