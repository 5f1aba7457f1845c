"""XML edited by splicing bytes: where each element stands is found by expat, and all else stays as it was written.

Parsing and writing XML anew renames namespace prefixes, which breaks ``mc:Ignorable``, and loses what isn't understood.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from kinerja_cli.writers.sunting.galat import SuntingGagal

Suntingan = tuple[int, int, bytes]
"""From byte, to byte, what stands there instead."""

_TAG = re.compile(rb"<(?:[^\"'>]|\"[^\"]*\"|'[^']*')*>")
_ATRIBUT = re.compile(rb"\s+([^\s=\"'<>/]+)\s*=\s*(?:\"[^\"]*\"|'[^']*')")
_TAK_BOLEH = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]|_(?=x[0-9A-Fa-f]{4}_)")


@dataclass(slots=True)
class Unsur:
    """An element, and where it stands.

    Attributes:
        nama: its local name; ``awalan`` is its prefix with the colon, or "".
        atribut: as written, prefixes included.
        awal, isi, tutup, akhir: bytes at which its start tag begins, its content begins, its end tag begins, and it is over.
            The last three are equal in ``<a/>``.
    """

    nama: str
    awalan: str
    atribut: Mapping[str, str]
    awal: int
    isi: int = 0
    tutup: int = 0
    akhir: int = 0
    anak: list[Unsur] = field(default_factory=list)

    def cari(self, nama: str) -> Unsur | None:
        """Give the first child of that local name."""
        return next((a for a in self.anak if a.nama == nama), None)

    def semua(self, nama: str) -> list[Unsur]:
        """Give the children of that local name."""
        return [a for a in self.anak if a.nama == nama]

    @property
    def tag(self) -> str:
        """Its name as written."""
        return self.awalan + self.nama


def urai(xml: bytes, kedalaman: int = 99) -> Unsur:
    """Find the elements of a part, or of one whole element cut out of a part.

    Args:
        xml: UTF-8.
        kedalaman: elements nested deeper than this are passed over.

    Raises:
        SuntingGagal: it isn't well formed, isn't UTF-8, or has a DTD.
    """
    return _Pengurai(xml, kedalaman).akar


class _Pengurai:
    def __init__(self, xml: bytes, kedalaman: int) -> None:
        self.akar = Unsur("", "", {}, 0)
        self._xml, self._kedalaman = xml, kedalaman
        self._jalur: list[Unsur] = []
        self._dalam = 0
        pengurai = self._expat = expat.ParserCreate()
        pengurai.StartElementHandler, pengurai.EndElementHandler = self._buka, self._tutup
        pengurai.XmlDeclHandler, pengurai.StartDoctypeDeclHandler = self._deklarasi, self._dtd
        try:
            pengurai.Parse(xml, True)
        except expat.ExpatError as e:
            raise SuntingGagal("salah satu bagiannya bukan XML yang utuh") from e

    def _deklarasi(self, versi: str, pengodean: str | None, mandiri: int) -> None:
        if self._xml.startswith((b"\xff\xfe", b"\xfe\xff")) or (pengodean or "utf-8").lower() not in ("utf-8", "us-ascii"):
            raise SuntingGagal("salah satu bagiannya bukan UTF-8")

    def _dtd(self, *_: object) -> None:
        raise SuntingGagal("memuat definisi yang tidak wajar (DTD)")

    def _buka(self, tag: str, atribut: dict[str, str]) -> None:
        self._dalam += 1
        if self._dalam > self._kedalaman + 1:
            return
        awalan, titik_dua, nama = tag.rpartition(":")
        awal = self._expat.CurrentByteIndex
        ini = Unsur(nama, awalan + titik_dua, atribut, awal)
        cocok = _TAG.match(self._xml, awal)
        assert cocok, "expat says that a tag begins here"
        ini.isi = cocok.end()
        if self._jalur:
            self._jalur[-1].anak.append(ini)
        else:
            self.akar = ini
        self._jalur.append(ini)

    def _tutup(self, tag: str) -> None:
        self._dalam -= 1
        if self._dalam > self._kedalaman:
            return
        ini = self._jalur.pop()
        if self._xml[ini.isi - 2 : ini.isi] == b"/>":
            ini.tutup = ini.akhir = ini.isi
        else:
            ini.tutup = self._expat.CurrentByteIndex
            ini.akhir = self._xml.index(b">", ini.tutup) + 1


def terapkan(xml: bytes, suntingan: Iterable[Suntingan]) -> bytes:
    """Splice; edits at one place come in the order given."""
    bagian, sampai = [], 0
    for awal, akhir, baru in sorted(suntingan, key=lambda s: s[:2]):
        assert awal >= sampai, "edits must not overlap"
        bagian += [xml[sampai:awal], baru]
        sampai = akhir
    return b"".join((*bagian, xml[sampai:]))


def tambah_anak(unsur: Unsur, isi: bytes, sebelum: Collection[str] = ()) -> Suntingan:
    """Put content into an element: before its first child named in ``sebelum``, else at the end; once for each ``<a/>``."""
    if unsur.isi == unsur.akhir:
        return unsur.isi - 2, unsur.isi, b">" + isi + f"</{unsur.tag}>".encode()
    tempat = next((a.awal for a in unsur.anak if a.nama in sebelum), unsur.tutup)
    return tempat, tempat, isi


def ubah_atribut(xml: bytes, unsur: Unsur, nilai: Mapping[str, str | None]) -> list[Suntingan]:
    """Set attributes of an element; None removes one."""
    letak = {
        cocok[1].decode(): cocok.span()
        for cocok in _ATRIBUT.finditer(xml, unsur.awal + 1 + len(unsur.tag.encode()), unsur.isi)
    }
    ujung = unsur.isi - (2 if xml[unsur.isi - 2 : unsur.isi] == b"/>" else 1)
    return [
        (*letak.get(nama, (ujung, ujung)), b"" if isi is None else f" {nama}={kutip(isi)}".encode())
        for nama, isi in nilai.items()
        if isi is not None or nama in letak
    ]


def isi_teks(xml: bytes, unsur: Unsur) -> str:
    """Give the text of an element and all within it."""
    potongan: list[str] = []
    pengurai = expat.ParserCreate("utf-8")
    pengurai.CharacterDataHandler = potongan.append
    pengurai.Parse(xml[unsur.awal : unsur.akhir], True)
    return "".join(potongan)


def kutip(teks: str) -> str:
    """Write an attribute's value, quotes included."""
    return quoteattr(bersih(teks))


def lolos(teks: str) -> str:
    """Write text between tags."""
    return escape(bersih(teks))


def bersih(teks: str) -> str:
    """Write what XML can't hold as Excel does: U+0001 → ``_x0001_``; a text that looks like that itself is told apart."""
    return _TAK_BOLEH.sub(lambda cocok: f"_x{ord(cocok[0]):04X}_", teks)


def benar(nilai: str | None) -> bool:
    """Read a boolean attribute."""
    return nilai in ("1", "true")


def bilangan(unsur: Unsur, nama: str) -> int:
    """Read a whole number from an attribute; 0 where there is none.

    Raises:
        SuntingGagal: it is none.
    """
    nilai = unsur.atribut.get(nama, "0")
    if not nilai.isdecimal():
        raise SuntingGagal(f"{nama} bernilai {nilai}, bukan bilangan")
    return int(nilai)
