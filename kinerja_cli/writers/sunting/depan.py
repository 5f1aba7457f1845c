"""The sheet in front of an annotated copy: every finding, with a link to its cell."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence

from kinerja_cli.core.anotasi import KEPALA, BarisDepan, LembarDepan
from kinerja_cli.core.lembar import huruf_kolom
from kinerja_cli.core.temuan import Tingkat
from kinerja_cli.writers.sunting.buku import Buku
from kinerja_cli.writers.sunting.gaya import Gaya
from kinerja_cli.writers.sunting.paket import KEPALA_XML
from kinerja_cli.writers.sunting.sel import tempat
from kinerja_cli.writers.sunting.xml import kutip, lolos

WARNA = {Tingkat.GALAT: "FFC7CE", Tingkat.PERINGATAN: "FFEB9C"}
"""RRGGBB of marked cells; a note (INFO) has none."""
_POKOK = "0B4F6C"
_LEBAR = (15, 8, 22, 9, 58, 58)
_KOLOM_TAUT = (2, 3)
_TINGGI = 15.0
_TERTINGGI = 400.0
_TAUTAN_TERBANYAK = 65_000  # Excel keeps 65,530 links a sheet


def lembar_temuan(isi: LembarDepan, buku: Buku, gaya: Gaya) -> bytes:
    """Give the part of the sheet in front.

    Args:
        isi: what it says.
        buku: the workbook; lines lead only to sheets that it has.
        gaya: its styles, to which those of the sheet are added.
    """
    judul, redup = gaya.baru(f"b sz:14 color:{_POKOK}"), gaya.baru("sz:10 color:5A6472")
    kepala = gaya.baru("b sz:11 color:FFFFFF", _POKOK, bungkus=True, garis=True)
    teks = gaya.baru("sz:11", bungkus=True, garis=True)
    taut = gaya.baru("u sz:11 color:0563C1", bungkus=True, garis=True)
    tingkat = {t: gaya.baru("b sz:11", WARNA.get(t, ""), bungkus=True, garis=True) for t in Tingkat}
    baris = [[(isi.judul, judul)], *([(satu, redup)] for satu in isi.keterangan), [(satu, kepala) for satu in KEPALA]]
    mulai = len(baris)
    baris += [_baris(satu, tingkat[satu.tingkat], teks, taut, buku.lembar) for satu in isi.baris]
    tautan = [t for r, satu in enumerate(isi.baris, mulai + 1) for t in _tautan(r, satu, buku.lembar)][:_TAUTAN_TERBANYAK]
    kolom = "".join(f'<col min="{i}" max="{i}" width="{lebar}" customWidth="1"/>' for i, lebar in enumerate(_LEBAR, 1))
    xml = (
        f'<worksheet xmlns="{buku.ns}"><sheetPr><tabColor rgb="FFA31621"/><pageSetUpPr fitToPage="1"/></sheetPr>'
        f'<dimension ref="A1:{huruf_kolom(len(KEPALA) - 1)}{len(baris)}"/>'
        '<sheetViews><sheetView showGridLines="0" tabSelected="1" workbookViewId="0">'
        f'<pane ySplit="{mulai}" topLeftCell="A{mulai + 1}" activePane="bottomLeft" state="frozen"/>'
        '<selection pane="bottomLeft"/></sheetView></sheetViews>'
        f'<sheetFormatPr defaultRowHeight="{_TINGGI}"/><cols>{kolom}</cols><sheetData>'
        + "".join(_xml_baris(r, satu, tinggi_tetap=r <= mulai - 1) for r, satu in enumerate(baris, 1))
        + "</sheetData>"
        + (f"<hyperlinks>{''.join(tautan)}</hyperlinks>" if tautan else "")
        + '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>'
        '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>'
        f"<headerFooter><oddFooter>&amp;L{lolos(isi.keterangan[-1])}&amp;R&amp;P / &amp;N</oddFooter></headerFooter>"
        "</worksheet>"
    )
    return KEPALA_XML + xml.encode()


def _baris(satu: BarisDepan, tingkat: int, teks: int, taut: int, lembar: Collection[str]) -> list[tuple[str, int]]:
    gaya = [tingkat, *[teks] * (len(KEPALA) - 1)]
    if satu.lembar in lembar:
        for k in _KOLOM_TAUT:
            gaya[k] = taut if satu.isi[k] else teks
    return list(zip(satu.isi, gaya, strict=True))


def _tautan(r: int, satu: BarisDepan, lembar: Collection[str]) -> list[str]:
    if satu.lembar not in lembar:
        return []
    nama = satu.lembar.replace("'", "''")
    baris, kolom = tempat(satu.sel or "A1")
    # $: LibreOffice takes C8 for the eighth column, as in R1C1
    tujuan = kutip(f"'{nama}'!${huruf_kolom(kolom)}${baris + 1}")
    return [f'<hyperlink ref="{huruf_kolom(k)}{r}" location={tujuan}/>' for k in _KOLOM_TAUT if satu.isi[k]]


def _xml_baris(r: int, isi: Sequence[tuple[str, int]], *, tinggi_tetap: bool) -> str:
    """Write a row as high as its longest text needs: Excel doesn't do that for a file that it didn't write."""
    baris = 1 if tinggi_tetap else max(_baris_teks(teks, lebar) for (teks, _), lebar in zip(isi, _LEBAR, strict=True))
    sel = "".join(
        f'<c r="{huruf_kolom(k)}{r}" s="{gaya}" t="inlineStr"><is><t xml:space="preserve">{lolos(teks)}</t></is></c>'
        if teks
        else f'<c r="{huruf_kolom(k)}{r}" s="{gaya}"/>'
        for k, (teks, gaya) in enumerate(isi)
    )
    return f'<row r="{r}" ht="{min(baris * _TINGGI, _TERTINGGI)}" customHeight="1">{sel}</row>'


def _baris_teks(teks: str, lebar: int) -> int:
    return sum(max(1, math.ceil(len(satu) / (lebar - 3))) for satu in teks.split("\n"))
