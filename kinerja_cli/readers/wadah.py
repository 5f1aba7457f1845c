"""Workbooks in a zip container (.xlsx, .xlsb, .ods): their parts, each proved undamaged, and what the parts refer to."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Mapping

from defusedxml import ElementTree

from kinerja_cli.readers.lihat import BukuSalah


def buka(isi: bytes) -> dict[str, bytes]:
    """Give all parts by name; damage is found (CRC) before an engine reads around it.

    Raises:
        BukuSalah: a part is damaged or defines entities.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(isi)) as buku:
            bagian = {nama: buku.read(nama) for nama in buku.namelist()}
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, zlib.error, ValueError, RuntimeError) as e:
        raise BukuSalah("berkas terpotong atau rusak") from e
    for nama, data in bagian.items():
        if nama.endswith((".xml", ".rels")) and (b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data):
            raise BukuSalah("memuat definisi yang tidak wajar (DTD)")
    return bagian


def hubungan(bagian: Mapping[str, bytes], nama: str) -> dict[str, str]:
    """Give the parts that a part refers to, by the id that it uses for each.

    Raises:
        KeyError, ElementTree.ParseError: the list of references is missing or damaged.
    """
    folder, dasar = posixpath.split(nama)
    hasil = {}
    for satu in ElementTree.fromstring(bagian[f"{folder}/_rels/{dasar}.rels"]):
        sasaran = satu.get("Target", "")
        hasil[satu.get("Id", "")] = posixpath.normpath(posixpath.join("/", folder, sasaran)).lstrip("/")
    return hasil
