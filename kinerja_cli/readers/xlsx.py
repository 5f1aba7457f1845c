"""A look of our own into the parts of an .xlsx: errors, formulas without a stored result, and cells too far out.

python-calamine gives a blank for the first two and may abort the process on the third. A byte search tells cheaply
whether a sheet has any; only then is its XML gone through.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from defusedxml import ElementTree

from kinerja_cli.core.lembar import SIFAT, RumusTanpaHasil, SelGalat, nomor_kolom

BATAS_BARIS = 200_000
"""Rows that a sheet may have."""
BATAS_SEL = 20_000_000
"""Cells that a sheet's used range may span."""

_GALAT = re.compile(rb"<(?:\w+:)?c [^>]*\bt=[\"']e[\"']")
_RUMUS_KOSONG = re.compile(
    rb"(?:</(?:\w+:)?f>|<(?:\w+:)?f(?:\s[^>]*)?/>)\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_NOMOR_BARIS = re.compile(rb"<(?:\w+:)?row [^>]*?\br=[\"'](\d+)[\"']")
_KOLOM_JAUH = re.compile(rb"\br=[\"']([A-Z]{3})\d+[\"']")
_ALAMAT = re.compile(r"([A-Z]{1,3})(\d+)")


class XlsxSalah(Exception):
    """The workbook's parts can't be trusted; the text is the cause, in Indonesian."""


@dataclass(frozen=True)
class LihatLembar:
    """What the look found on one sheet: special cells by (row, column) from 0."""

    khusus: Mapping[tuple[int, int], SelGalat | RumusTanpaHasil] = field(default_factory=dict)


def lihat(isi: bytes) -> dict[str, LihatLembar]:
    """Look at each sheet, by name; only those with something to tell are in the answer.

    Every part is unpacked, which checks its CRC: damage never reaches the cells unseen.

    Raises:
        XlsxSalah: a part is damaged, defines entities, or holds cells beyond the limits.
    """
    try:
        buku = zipfile.ZipFile(io.BytesIO(isi))
        rusak = buku.testzip()
        if rusak is not None:
            raise XlsxSalah("berkas terpotong atau rusak")
        hasil = {}
        for nama, bagian in _lembar(buku):
            xml = buku.read(bagian)
            _periksa_luas(xml)
            if _GALAT.search(xml) or _RUMUS_KOSONG.search(xml):
                hasil[nama] = LihatLembar(_sel_khusus(xml))
    except (
        zipfile.BadZipFile,
        KeyError,
        EOFError,
        OSError,
        NotImplementedError,
        zlib.error,
        expat.ExpatError,
        ValueError,
    ) as e:
        raise XlsxSalah("berkas terpotong atau rusak") from e
    except ElementTree.ParseError as e:
        raise XlsxSalah("berkas terpotong atau rusak") from e
    return hasil


def sifat(isi: bytes) -> str:
    """Give the document property that our own workbooks carry; "" where there is none or the parts can't be read."""
    try:
        with zipfile.ZipFile(io.BytesIO(isi)) as buku:
            for unsur in ElementTree.fromstring(buku.read("docProps/custom.xml")):
                if unsur.get("name") == SIFAT:
                    return "".join(unsur.itertext())
    except (zipfile.BadZipFile, KeyError, OSError, NotImplementedError, zlib.error, ElementTree.ParseError, ValueError):
        pass  # no such part, or a broken one: lihat() speaks of damage
    return ""


def _lembar(buku: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Give each sheet's name and part, by workbook.xml and its relations; transitional or strict."""
    utama = "xl/workbook.xml"
    tujuan = {}
    for hubungan in ElementTree.fromstring(buku.read("xl/_rels/workbook.xml.rels")):
        sasaran = hubungan.get("Target", "")
        tujuan[hubungan.get("Id", "")] = (
            sasaran.lstrip("/") if sasaran.startswith("/") else posixpath.normpath(posixpath.join("xl", sasaran))
        )
    for unsur in ElementTree.fromstring(buku.read(utama)).iter():
        if unsur.tag.rpartition("}")[2] != "sheet":
            continue
        id_hubungan = next((nilai for k, nilai in unsur.attrib.items() if k.rpartition("}")[2] == "id"), "")
        bagian = tujuan.get(id_hubungan, "")
        if bagian.startswith("xl/worksheets/"):
            yield unsur.get("name", ""), bagian


def _periksa_luas(xml: bytes) -> None:
    if b"<!DOCTYPE" in xml[:4096] or b"<!ENTITY" in xml:
        raise XlsxSalah("memuat definisi yang tidak wajar (DTD)")
    baris = max(map(int, _NOMOR_BARIS.findall(xml)), default=0)
    kolom = max((nomor_kolom(h.decode()) for h in set(_KOLOM_JAUH.findall(xml))), default=0)
    if baris > BATAS_BARIS:
        raise XlsxSalah(f"ada isi di baris {baris}; paling banyak {BATAS_BARIS} baris")
    if baris * kolom > BATAS_SEL:
        raise XlsxSalah("ada isi di kolom yang terlalu jauh di kanan")


def _sel_khusus(xml: bytes) -> dict[tuple[int, int], SelGalat | RumusTanpaHasil]:
    """Go through the sheet once and collect the cells that an engine would give as blank."""
    hasil: dict[tuple[int, int], SelGalat | RumusTanpaHasil] = {}
    alamat = jenis = ""
    ada_rumus = ada_hasil = di_nilai = False
    teks: list[str] = []

    def buka(nama: str, atribut: dict[str, str]) -> None:
        nonlocal alamat, jenis, ada_rumus, ada_hasil, di_nilai
        unsur = nama.rpartition(":")[2]
        if unsur == "c":
            alamat, jenis = atribut.get("r", ""), atribut.get("t", "")
            ada_rumus = ada_hasil = False
            teks.clear()
        elif unsur == "f":
            ada_rumus = True
        elif unsur == "v":
            di_nilai = True
            ada_hasil = jenis == "str"

    def tutup(nama: str) -> None:
        nonlocal di_nilai, ada_hasil
        unsur = nama.rpartition(":")[2]
        if unsur == "v":
            di_nilai = False
        elif unsur == "c" and (cocok := _ALAMAT.fullmatch(alamat)):
            tempat = (int(cocok[2]) - 1, nomor_kolom(cocok[1]))
            if jenis == "e":
                hasil[tempat] = SelGalat("".join(teks) or "galat")
            elif ada_rumus and not ada_hasil and not "".join(teks).strip():
                hasil[tempat] = RumusTanpaHasil()

    def isi(potongan: str) -> None:
        if di_nilai:
            teks.append(potongan)

    pengurai = expat.ParserCreate()
    pengurai.StartElementHandler, pengurai.EndElementHandler, pengurai.CharacterDataHandler = buka, tutup, isi
    pengurai.Parse(xml, True)
    return hasil
