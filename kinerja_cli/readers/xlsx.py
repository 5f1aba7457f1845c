"""A look of our own into the parts of an .xlsx: errors, formulas without a stored result, what is hidden, percent cells.

python-calamine gives a blank for the first two and is silent on the rest; cells too far out may abort the process. A byte
search tells cheaply whether a sheet has any; only then is its XML gone through.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from urllib.parse import unquote
from xml.parsers import expat

from defusedxml import ElementTree

from kinerja_cli.core.lembar import SIFAT, RumusTanpaHasil, SelGalat, nomor_kolom
from kinerja_cli.readers.lihat import (
    BATAS_KOLOM,
    PERSEN_BAWAAN,
    BukuSalah,
    LihatBuku,
    LihatLembar,
    Tempat,
    format_persen,
    periksa_luas,
)
from kinerja_cli.readers.wadah import buka, hubungan

_GALAT = re.compile(rb"\bt=[\"']e[\"']")
_RUMUS_KOSONG = re.compile(
    rb"(?:</(?:\w+:)?f>|<(?:\w+:)?f(?:\s[^>]*)?/>)\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_RUMUS = re.compile(rb"<(?:\w+:)?f[\s/>]")
_TERSEMBUNYI = re.compile(rb"\bhidden=[\"'](?:1|true)[\"']")
_TANDA = (
    ((b't="e"', b"t='e'"), _GALAT),
    ((b"<f", b":f"), _RUMUS_KOSONG),
    ((b"hidden=",), _TERSEMBUNYI),
    ((b"filterColumn",), re.compile(b"filterColumn")),
)
"""What a sheet with something to tell holds: bytes that are found at once, and the pattern that makes sure."""
_YA = ("1", "true")
_NOMOR_BARIS = re.compile(rb"<(?:\w+:)?row [^>]*?\br=[\"'](\d+)[\"']")
_KOLOM_JAUH = re.compile(rb"r=[\"']([A-Z]{3})\d")
_ALAMAT = re.compile(r"([A-Z]{1,3})(\d+)")


_BUKU, _GAYA = "xl/workbook.xml", "xl/styles.xml"


def lihat(bagian: Mapping[str, bytes]) -> LihatBuku:
    """Look at each sheet.

    Raises:
        BukuSalah: a part is missing or damaged.
        BukuTerlaluBesar: a sheet's used range is beyond the limits.
    """
    try:
        gaya_persen = _gaya_persen(bagian.get(_GAYA, b""))
        pola_persen = _pola_gaya(gaya_persen)
        hasil = {}
        for nama, letak in _lembar(bagian):
            xml = bagian[letak]
            _periksa_luas(xml)
            bertanda = any(any(b in xml for b in penanda) and pola.search(xml) for penanda, pola in _TANDA)
            if bertanda or (pola_persen and pola_persen.search(xml)):
                hasil[nama] = _Pengamat(xml, gaya_persen).hasil()
        return LihatBuku(hasil, tuple(_tautan(bagian)))
    except (KeyError, ValueError, expat.ExpatError, ElementTree.ParseError) as e:
        raise BukuSalah("berkas terpotong atau rusak") from e


def ada_rumus(isi: bytes) -> bool:
    """Tell whether any sheet has a formula.

    Raises:
        BukuSalah: a part is damaged.
    """
    return any(_RUMUS.search(xml) for nama, xml in buka(isi).items() if nama.startswith("xl/worksheets/"))


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


def _gaya_persen(xml: bytes) -> frozenset[str]:
    """Give the cell styles that show percent, as cells name them."""
    if not xml:
        return frozenset()
    persen = {str(n) for n in PERSEN_BAWAAN}
    gaya: list[str] = []
    for unsur in ElementTree.fromstring(xml):
        match unsur.tag.rpartition("}")[2]:
            case "numFmts":
                persen |= {satu.get("numFmtId", "") for satu in unsur if format_persen(satu.get("formatCode", ""))}
            case "cellXfs":
                gaya = [satu.get("numFmtId", "") for satu in unsur]
    return frozenset(str(i) for i, satu in enumerate(gaya) if satu in persen)


def _pola_gaya(gaya: frozenset[str]) -> re.Pattern[bytes] | None:
    return re.compile(rb"\bs=[\"'](?:%s)[\"']" % "|".join(sorted(gaya)).encode()) if gaya else None


def _lembar(bagian: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Give each sheet's name and part, by workbook.xml and its relations; transitional or strict."""
    tujuan = hubungan(bagian, _BUKU)
    for unsur in ElementTree.fromstring(bagian[_BUKU]).iter():
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
    kolom = max((nomor_kolom(h.decode()) + 1 for h in set(_KOLOM_JAUH.findall(xml))), default=0)
    periksa_luas(baris, kolom)


class _Pengamat:
    """Goes through a sheet's XML once and collects what an engine hides."""

    def __init__(self, xml: bytes, gaya_persen: frozenset[str]) -> None:
        self._gaya_persen = gaya_persen
        self._khusus: dict[Tempat, SelGalat | RumusTanpaHasil] = {}
        self._persen: set[Tempat] = set()
        self._baris: list[int] = []
        self._kolom: list[int] = []
        self._tersaring = False
        self._alamat = self._jenis = self._gaya = ""
        self._ada_rumus = self._ada_hasil = self._di_nilai = False
        self._teks: list[str] = []
        pengurai = expat.ParserCreate()
        pengurai.StartElementHandler, pengurai.EndElementHandler = self._buka, self._tutup
        pengurai.CharacterDataHandler = self._isi
        pengurai.Parse(xml, True)

    def hasil(self) -> LihatLembar:
        return LihatLembar(self._khusus, tuple(self._baris), tuple(self._kolom), self._tersaring, frozenset(self._persen))

    def _buka(self, nama: str, atribut: dict[str, str]) -> None:
        unsur = nama.rpartition(":")[2]
        if unsur == "c":
            self._alamat, self._jenis, self._gaya = atribut.get("r", ""), atribut.get("t", "n"), atribut.get("s", "")
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
            self._kolom += range(int(atribut["min"]) - 1, min(int(atribut["max"]), BATAS_KOLOM))
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
            elif self._jenis == "n" and self._teks and self._gaya in self._gaya_persen:
                self._persen.add(tempat)

    def _isi(self, potongan: str) -> None:
        if self._di_nilai:
            self._teks.append(potongan)
