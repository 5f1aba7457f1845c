"""The container of an .xlsx: parts, their relations and content types; order and times of the zip's members are kept."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import unquote

from kinerja_cli.writers.sunting.galat import SuntingGagal
from kinerja_cli.writers.sunting.xml import Unsur, kutip, tambah_anak, terapkan, urai

_JENIS_ISI = "[Content_Types].xml"
_RELS = "application/vnd.openxmlformats-package.relationships+xml"
_HUBUNGAN_PAKET = "http://schemas.openxmlformats.org/package/2006/relationships"
KEPALA_XML = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(frozen=True)
class Hubungan:
    """A relation of one part to another: its id, the last word of its type, and the part's name."""

    id: str
    jenis: str
    sasaran: str


class Paket:
    """A workbook's parts under way.

    Raises:
        SuntingGagal: the container is damaged.
    """

    def __init__(self, isi: bytes) -> None:
        try:
            with zipfile.ZipFile(io.BytesIO(isi)) as z:
                self._anggota = z.infolist()
                self._bagian = {a.filename: z.read(a) for a in self._anggota}
                self._keterangan = z.comment
        except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, zlib.error, ValueError, RuntimeError) as e:
            raise SuntingGagal("berkas terpotong atau rusak") from e
        self._nama = {nama.lower(): nama for nama in self._bagian}

    def baca(self, nama: str) -> bytes:
        """Give a part; names are the same whatever their case."""
        try:
            return self._bagian[self._nama[nama.lower()]]
        except KeyError as e:
            raise SuntingGagal(f"bagian {nama} tidak ada") from e

    def ada(self, nama: str) -> bool:
        """Tell whether there is such a part."""
        return nama.lower() in self._nama

    def semua(self, akhiran: str) -> list[str]:
        """Name the parts whose names end so."""
        return [nama for nama in self._bagian if nama.lower().endswith(akhiran)]

    def nama_baru(self, pola: str) -> str:
        """Give a part name that isn't taken: ``xl/comments{}.xml`` → ``xl/comments3.xml``."""
        nomor = 1
        while self.ada(pola.format(nomor)):
            nomor += 1
        return pola.format(nomor)

    def tulis(self, nama: str, isi: bytes) -> None:
        """Replace a part, or add one."""
        self._bagian[self._nama.setdefault(nama.lower(), nama)] = isi

    def hapus(self, nama: str) -> None:
        """Remove a part and its content type; the relation to it is removed by :meth:`lepas`."""
        self._bagian.pop(self._nama.pop(nama.lower()))
        xml = self.baca(_JENIS_ISI)
        akar = urai(xml)
        tujuan = "/" + nama.lower()
        self.tulis(
            _JENIS_ISI,
            terapkan(xml, [(u.awal, u.akhir, b"") for u in akar.anak if u.atribut.get("PartName", "").lower() == tujuan]),
        )

    def hubungan(self, asal: str) -> tuple[Hubungan, ...]:
        """Give the relations of a part to parts inside the workbook; ``""`` is the workbook's container itself."""
        rels = _nama_rels(asal)
        if not self.ada(rels):
            return ()
        return tuple(
            Hubungan(u.atribut.get("Id", ""), u.atribut.get("Type", "").rpartition("/")[2], _sasaran(asal, u))
            for u in urai(self.baca(rels)).anak
            if u.nama == "Relationship" and u.atribut.get("TargetMode") != "External"
        )

    def satu(self, asal: str, jenis: str) -> str | None:
        """Give the part that a part has under a type of relation; None where it has none."""
        return next((h.sasaran for h in self.hubungan(asal) if h.jenis == jenis and self.ada(h.sasaran)), None)

    def hubungkan(self, asal: str, jenis: str, sasaran: str) -> str:
        """Add a relation; ``jenis`` is the whole type. Gives its id."""
        rels = _nama_rels(asal)
        if not self.ada(rels):
            self.tulis(rels, KEPALA_XML + f'<Relationships xmlns="{_HUBUNGAN_PAKET}"/>'.encode())
            self._jenis_bawaan("rels", _RELS)
        xml = self.baca(rels)
        akar = urai(xml)
        ada = {u.atribut.get("Id", "") for u in akar.anak}
        nomor = len(ada) + 1
        while f"rId{nomor}" in ada:
            nomor += 1
        unsur = f'<{akar.awalan}Relationship Id="rId{nomor}" Type={kutip(jenis)} Target={kutip("/" + sasaran)}/>'
        self.tulis(rels, terapkan(xml, [tambah_anak(akar, unsur.encode())]))
        return f"rId{nomor}"

    def lepas(self, asal: str, sasaran: str) -> None:
        """Remove the relations of a part to another."""
        xml = self.baca(_nama_rels(asal))
        buang = [u for u in urai(xml).anak if _sasaran(asal, u).lower() == sasaran.lower()]
        self.tulis(_nama_rels(asal), terapkan(xml, [(u.awal, u.akhir, b"") for u in buang]))

    def tambah(self, nama: str, isi: bytes, jenis: str) -> None:
        """Add a part with its content type."""
        self.tulis(nama, isi)
        if nama.endswith(".xml"):
            self._tambah_jenis("Override", f"PartName={kutip('/' + nama)}", jenis)
        else:
            self._jenis_bawaan(nama.rpartition(".")[2], jenis)

    def _jenis_bawaan(self, akhiran: str, jenis: str) -> None:
        ada = urai(self.baca(_JENIS_ISI)).anak
        if not any(u.nama == "Default" and u.atribut.get("Extension", "").lower() == akhiran for u in ada):
            self._tambah_jenis("Default", f"Extension={kutip(akhiran)}", jenis)

    def _tambah_jenis(self, unsur: str, kunci: str, jenis: str) -> None:
        xml = self.baca(_JENIS_ISI)
        akar = urai(xml)
        baru = f"<{akar.awalan}{unsur} {kunci} ContentType={kutip(jenis)}/>"
        self.tulis(_JENIS_ISI, terapkan(xml, [tambah_anak(akar, baru.encode(), ("Override",) if unsur == "Default" else ())]))

    def hasil(self) -> bytes:
        """Give the container's bytes: old members in their order, with their times; new ones behind."""
        wadah = io.BytesIO()
        with zipfile.ZipFile(wadah, "w", zipfile.ZIP_DEFLATED) as z:
            z.comment = self._keterangan
            for anggota in self._semua_anggota():
                z.writestr(anggota, self._bagian[anggota.filename])
        return wadah.getvalue()

    def _semua_anggota(self) -> Iterable[zipfile.ZipInfo]:
        lama = [a for a in self._anggota if a.filename in self._bagian]
        yield from lama
        for nama in list(self._bagian)[len(lama) :]:
            baru = zipfile.ZipInfo(nama)  # its time is 1 January 1980: equal input, equal bytes
            baru.compress_type = zipfile.ZIP_DEFLATED
            yield baru


def _nama_rels(asal: str) -> str:
    folder, nama = posixpath.split(asal)
    return posixpath.join(folder, "_rels", f"{nama}.rels")


def _sasaran(asal: str, hubungan: Unsur) -> str:
    """Give the name of the part to which a relation points."""
    sasaran = unquote(hubungan.atribut.get("Target", ""))
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(asal), sasaran)).lstrip("/")
