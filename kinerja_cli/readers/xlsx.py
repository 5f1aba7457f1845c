"""A look of our own into the parts of an .xlsx: errors, formulas without a stored result, cells too far out, what is hidden.

python-calamine gives a blank for the first two, may abort the process on the third, and is silent on the last. A byte
search tells cheaply whether a sheet has any; only then is its XML gone through.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote
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
_RUMUS = re.compile(rb"<(?:\w+:)?f[\s/>]")
_TERSEMBUNYI = re.compile(rb"\bhidden=[\"'](?:1|true)[\"']")
_SARINGAN = re.compile(rb"<(?:\w+:)?filterColumn\b")
_YA = ("1", "true")
KOLOM_TERJAUH = 16_384
_NOMOR_BARIS = re.compile(rb"<(?:\w+:)?row [^>]*?\br=[\"'](\d+)[\"']")
_KOLOM_JAUH = re.compile(rb"\br=[\"']([A-Z]{3})\d+[\"']")
_ALAMAT = re.compile(r"([A-Z]{1,3})(\d+)")


class XlsxSalah(Exception):
    """The workbook's parts can't be trusted; the text is the cause, in Indonesian."""


@dataclass(frozen=True)
class LihatLembar:
    """What the look found on one sheet; rows and columns from 0.

    Attributes:
        khusus: special cells by (row, column).
        baris, kolom: those that are hidden.
        tersaring: a filter is active.
    """

    khusus: Mapping[tuple[int, int], SelGalat | RumusTanpaHasil] = field(default_factory=dict)
    baris: tuple[int, ...] = ()
    kolom: tuple[int, ...] = ()
    tersaring: bool = False


@dataclass(frozen=True)
class LihatBuku:
    """What the look found in a workbook: sheets by name, only those with something to tell, and the workbooks it leans on."""

    lembar: Mapping[str, LihatLembar] = field(default_factory=dict)
    tautan: tuple[str, ...] = ()


def lihat(isi: bytes) -> LihatBuku:
    """Look at each sheet.

    Raises:
        XlsxSalah: a part is damaged, defines entities, or holds cells beyond the limits.
    """
    bagian = periksa_utuh(isi)
    try:
        hasil = {}
        for nama, letak in _lembar(bagian):
            xml = bagian[letak]
            _periksa_luas(xml)
            if any(pola.search(xml) for pola in (_GALAT, _RUMUS_KOSONG, _TERSEMBUNYI, _SARINGAN)):
                hasil[nama] = _Pengamat(xml).hasil()
        return LihatBuku(hasil, tuple(_tautan(bagian)))
    except (KeyError, ValueError, expat.ExpatError, ElementTree.ParseError) as e:
        raise XlsxSalah("berkas terpotong atau rusak") from e


def periksa_utuh(isi: bytes) -> dict[str, bytes]:
    """Unpack a zip container and give its XML parts; damage is found (CRC) before an engine reads around it.

    Raises:
        XlsxSalah: a part is damaged or defines entities.
    """
    hasil = {}
    try:
        with zipfile.ZipFile(io.BytesIO(isi)) as buku:
            for nama in buku.namelist():
                data = buku.read(nama)
                if nama.endswith((".xml", ".rels")):
                    if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data:
                        raise XlsxSalah("memuat definisi yang tidak wajar (DTD)")
                    hasil[nama] = data
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, zlib.error, ValueError, RuntimeError) as e:
        raise XlsxSalah("berkas terpotong atau rusak") from e
    return hasil


def ada_rumus(isi: bytes) -> bool:
    """Tell whether any sheet has a formula.

    Raises:
        XlsxSalah: a part is damaged.
    """
    return any(_RUMUS.search(xml) for nama, xml in periksa_utuh(isi).items() if nama.startswith("xl/worksheets/"))


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


def _lembar(bagian: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Give each sheet's name and part, by workbook.xml and its relations; transitional or strict."""
    tujuan = {}
    for hubungan in ElementTree.fromstring(bagian["xl/_rels/workbook.xml.rels"]):
        sasaran = hubungan.get("Target", "")
        tujuan[hubungan.get("Id", "")] = (
            sasaran.lstrip("/") if sasaran.startswith("/") else posixpath.normpath(posixpath.join("xl", sasaran))
        )
    for unsur in ElementTree.fromstring(bagian["xl/workbook.xml"]).iter():
        if unsur.tag.rpartition("}")[2] != "sheet":
            continue
        id_hubungan = next((nilai for k, nilai in unsur.attrib.items() if k.rpartition("}")[2] == "id"), "")
        letak = tujuan.get(id_hubungan, "")
        if letak.startswith("xl/worksheets/"):
            yield unsur.get("name", ""), letak


def _tautan(bagian: Mapping[str, bytes]) -> Iterator[str]:
    """Name the other workbooks from which formulas take values."""
    for nama in sorted(bagian):
        if nama.startswith("xl/externalLinks/_rels/"):
            for hubungan in ElementTree.fromstring(bagian[nama]):
                if hubungan.get("TargetMode") == "External":
                    yield posixpath.basename(unquote(hubungan.get("Target", "")).replace("\\", "/"))


def _periksa_luas(xml: bytes) -> None:
    baris = max(map(int, _NOMOR_BARIS.findall(xml)), default=0)
    kolom = max((nomor_kolom(h.decode()) for h in set(_KOLOM_JAUH.findall(xml))), default=0)
    if baris > BATAS_BARIS:
        raise XlsxSalah(f"ada isi di baris {baris}; paling banyak {BATAS_BARIS} baris")
    if baris * kolom > BATAS_SEL:
        raise XlsxSalah("ada isi di kolom yang terlalu jauh di kanan")


class _Pengamat:
    """Goes through a sheet's XML once and collects what an engine hides."""

    def __init__(self, xml: bytes) -> None:
        self._khusus: dict[tuple[int, int], SelGalat | RumusTanpaHasil] = {}
        self._baris: list[int] = []
        self._kolom: list[int] = []
        self._tersaring = False
        self._nomor = self._alamat = self._jenis = ""
        self._ada_rumus = self._ada_hasil = self._di_nilai = False
        self._teks: list[str] = []
        pengurai = expat.ParserCreate()
        pengurai.StartElementHandler, pengurai.EndElementHandler = self._buka, self._tutup
        pengurai.CharacterDataHandler = self._isi
        pengurai.Parse(xml, True)

    def hasil(self) -> LihatLembar:
        return LihatLembar(self._khusus, tuple(self._baris), tuple(self._kolom), self._tersaring)

    def _buka(self, nama: str, atribut: dict[str, str]) -> None:
        unsur = nama.rpartition(":")[2]
        if unsur == "c":
            self._alamat, self._jenis = atribut.get("r", ""), atribut.get("t", "")
            self._ada_rumus = self._ada_hasil = False
            self._teks.clear()
        elif unsur == "f":
            self._ada_rumus = True
        elif unsur == "v":
            self._di_nilai = True
            self._ada_hasil = self._jenis == "str"
        elif unsur == "row" and atribut.get("hidden") in _YA and "r" in atribut:
            self._baris.append(int(atribut["r"]) - 1)
        elif unsur == "col" and atribut.get("hidden") in _YA:
            self._kolom += range(int(atribut["min"]) - 1, min(int(atribut["max"]), KOLOM_TERJAUH))
        elif unsur == "filterColumn":
            self._tersaring = True

    def _tutup(self, nama: str) -> None:
        unsur = nama.rpartition(":")[2]
        if unsur == "v":
            self._di_nilai = False
        elif unsur == "c" and (cocok := _ALAMAT.fullmatch(self._alamat)):
            tempat = (int(cocok[2]) - 1, nomor_kolom(cocok[1]))
            if self._jenis == "e":
                self._khusus[tempat] = SelGalat("".join(self._teks) or "galat")
            elif self._ada_rumus and not self._ada_hasil and not "".join(self._teks).strip():
                self._khusus[tempat] = RumusTanpaHasil()

    def _isi(self, potongan: str) -> None:
        if self._di_nilai:
            self._teks.append(potongan)
