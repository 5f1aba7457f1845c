"""A small .xlsb, which no free program writes: its records by hand (MS-XLSB 2.4), with what an engine hides."""

from __future__ import annotations

import io
import struct
import zipfile

from bantu import ANI


def rekaman(jenis: int, isi: bytes = b"") -> bytes:
    panjang = len(isi)
    kepala = bytes([jenis]) if jenis < 128 else bytes([jenis & 0x7F | 0x80, jenis >> 7])
    kepala += bytes([panjang]) if panjang < 128 else bytes([panjang & 0x7F | 0x80, panjang >> 7])
    return kepala + isi


def teks(isi: str) -> bytes:
    return struct.pack("<I", len(isi)) + isi.encode("utf-16-le")


def baris_biner(r: int, *sel: tuple[int, bytes, int], tersembunyi: bool = False) -> bytes:
    """A row: each cell is (record kind, content, style); the column is its place."""
    kepala = struct.pack("<IIHBBB", r, 0, 300, 0, 0x10 if tersembunyi else 0, 0) + struct.pack("<I", 0)
    return rekaman(0, kepala) + b"".join(
        rekaman(jenis, struct.pack("<II", k, gaya) + isi) for k, (jenis, isi, gaya) in enumerate(sel)
    )


def xlsb() -> bytes:
    judul = baris_biner(0, *((6, teks(t), 0) for t in ("NIP", "Kode", "Realisasi")))
    sel = (
        (5, struct.pack("<d", 84), 0),  # BrtCellReal
        (3, b"\x2a", 0),  # BrtCellError
        (11, b"\x07" + bytes(8), 0),  # BrtFmlaError: grbitFlags and an empty formula
        (2, struct.pack("<I", 9 << 2 | 3), 1),  # BrtCellRk: the whole number 9, divided by 100, shown as percent
    )
    isi = judul + b"".join(
        baris_biner(r, (6, teks(ANI), 0), (6, teks(kode), 0), satu, tersembunyi=kode == "D")
        for r, (kode, satu) in enumerate(zip("ABCD", sel, strict=True), 1)
    )
    kolom = rekaman(390) + rekaman(60, struct.pack("<4IH", 1, 1, 2000, 0, 1)) + rekaman(391)
    saringan = rekaman(161, struct.pack("<4I", 0, 4, 0, 2)) + rekaman(163, bytes(6)) + rekaman(164) + rekaman(162)
    luas = rekaman(148, struct.pack("<4I", 0, 4, 0, 2))
    lembar_biner = rekaman(129) + luas + kolom + rekaman(145) + isi + rekaman(146) + saringan + rekaman(130)
    gaya = rekaman(278) + rekaman(617, struct.pack("<I", 2)) + b"".join(
        rekaman(47, struct.pack("<HH", 0, fmt) + bytes(12)) for fmt in (0, 9)
    ) + rekaman(618) + rekaman(279)  # fmt: skip
    buku = rekaman(131) + rekaman(143) + rekaman(156, struct.pack("<II", 0, 1) + teks("rId1") + teks("R")) + rekaman(144)
    paket = "http://schemas.openxmlformats.org/package/2006"
    kantor = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    jenis = "application/vnd.ms-excel."
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{paket}/content-types"><Default Extension="rels" ContentType="application/xml"/>'
            f'<Override PartName="/xl/workbook.bin" ContentType="{jenis}sheet.binary.macroEnabled.main"/></Types>',
        )
        z.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{paket}/relationships"><Relationship Id="rId1" Type="{kantor}/officeDocument" '
            'Target="xl/workbook.bin"/></Relationships>',
        )
        z.writestr(
            "xl/_rels/workbook.bin.rels",
            f'<Relationships xmlns="{paket}/relationships">'
            f'<Relationship Id="rId1" Type="{kantor}/worksheet" Target="worksheets/sheet1.bin"/>'
            f'<Relationship Id="rId2" Type="{kantor}/styles" Target="styles.bin"/></Relationships>',
        )
        z.writestr("xl/workbook.bin", buku + rekaman(132))
        z.writestr("xl/styles.bin", gaya)
        z.writestr("xl/worksheets/sheet1.bin", lembar_biner)
    return wadah.getvalue()
