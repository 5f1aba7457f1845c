"""New values into cells, everything else in the workbook left as it was."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from functools import partial

from openpyxl.formula.tokenizer import TokenizerError
from openpyxl.formula.translate import Translator, TranslatorError

from kinerja_cli.writers.sunting.buku import buang_calc_chain, buka_buku, hitung_ulang
from kinerja_cli.writers.sunting.galat import SuntingGagal
from kinerja_cli.writers.sunting.paket import Paket
from kinerja_cli.writers.sunting.sel import KEDALAMAN_LEMBAR, LembarXml, Sel, Tempat, rentang, tempat
from kinerja_cli.writers.sunting.xml import Unsur, isi_teks, lolos, terapkan, ubah_atribut, urai

_ATRIBUT_NILAI = {"t": None, "cm": None, "vm": None}


def ubah_sel(isi: bytes, nilai: Mapping[tuple[str, str], str | float]) -> bytes:
    """Give a workbook with new values in some cells; their style stays, and a formula in them goes.

    Stored results of formulas elsewhere stay too, and Excel is told to compute them when it opens the workbook: who reads
    the file before that sees the old ones.

    Args:
        isi: an .xlsx (or .xlsm).
        nilai: by sheet and cell, such as ("Realisasi", "C14"); "" empties the cell.

    Raises:
        SuntingGagal: the workbook can't be edited without risk.
    """
    paket = Paket(isi)
    buku = buka_buku(paket)
    per_lembar: dict[str, dict[Tempat, str | float]] = {}
    for (lembar, alamat), satu in nilai.items():
        per_lembar.setdefault(buku.bagian_lembar(lembar), {})[tempat(alamat)] = satu
    ada_rumus = False
    for bagian, baru in per_lembar.items():
        _tolak_kepala_tabel(paket, bagian, baru)
        isi_lembar = paket.baca(bagian)
        xml = LembarXml(isi_lembar, urai(isi_lembar, KEDALAMAN_LEMBAR))
        ganti: dict[Tempat, Callable[[Sel], bytes]] = {t: partial(_sel_baru, satu) for t, satu in baru.items()}
        rumus = _rumus(xml, set(baru))
        ada_rumus |= bool(rumus)
        lepas = _lepas_rumus_bersama(xml, rumus, set(baru))
        paket.tulis(bagian, terapkan(xml.xml, xml.ganti_sel({**lepas, **ganti})))
    if nilai:
        hitung_ulang(paket, buku)
    if ada_rumus:
        buang_calc_chain(paket, buku)
    return paket.hasil()


def _sel_baru(nilai: str | float, sel: Sel) -> bytes:
    """Write a cell with a new value: number, text, or empty."""
    a = sel.awalan
    if nilai == "":
        jenis, dalam = None, ""
    elif isinstance(nilai, str):
        jenis, dalam = "inlineStr", f'<{a}is><{a}t xml:space="preserve">{lolos(nilai)}</{a}t></{a}is>'
    elif math.isfinite(nilai):
        jenis, dalam = None, f"<{a}v>{nilai!r}</{a}v>"
    else:
        raise SuntingGagal(f"{sel.alamat}: {nilai} bukan angka yang dapat disimpan")
    if sel.unsur is None:
        kepala = f'<{a}c r="{sel.alamat}"'.encode() + (b"" if sel.gaya == "0" else f' s="{sel.gaya}"'.encode())
        kepala += f' t="{jenis}"'.encode() if jenis else b""
    else:
        tag = sel.xml[: sel.unsur.isi]
        kepala = (
            terapkan(tag, ubah_atribut(tag, sel.unsur, {**_ATRIBUT_NILAI, "t": jenis})).removesuffix(b">").removesuffix(b"/")
        )
    return kepala + (f">{dalam}</{a}c>".encode() if dalam else b"/>")


def _rumus(xml: LembarXml, diganti: set[Tempat]) -> dict[Tempat, Unsur]:
    """Give the formulas among the cells to be replaced.

    Raises:
        SuntingGagal: one belongs to a block of cells with one formula, of which Excel lets no cell be changed.
    """
    for r in {r for penanda in (b'"array"', b"'array'", b'"dataTable"', b"'dataTable'") for r in xml.baris_dengan(penanda)}:
        for sel in xml.sel(r).values():
            f = sel.rumus
            if f and f.atribut.get("t") in ("array", "dataTable"):
                (r1, k1), (r2, k2) = rentang(f.atribut.get("ref", sel.alamat))
                if (r1, k1) != (r2, k2) and any(r1 <= r <= r2 and k1 <= k <= k2 for r, k in diganti):
                    raise SuntingGagal(f"{sel.alamat} memuat satu rumus untuk beberapa sel")
    return {
        (r, k): f for r in {r for r, _ in diganti} for k, sel in xml.sel(r).items() if (r, k) in diganti and (f := sel.rumus)
    }


def _lepas_rumus_bersama(
    xml: LembarXml, rumus: Mapping[Tempat, Unsur], diganti: set[Tempat]
) -> dict[Tempat, Callable[[Sel], bytes]]:
    """Give each cell that shares the formula of a replaced one its own copy of it; stored results stay."""
    induk = {f.atribut.get("si"): t for t, f in rumus.items() if f.atribut.get("t") == "shared" and "ref" in f.atribut}
    if not induk:
        return {}
    asal = {si: xml.sel(r)[k] for si, (r, k) in induk.items()}
    teks = {si: ("=" + isi_teks(sel.xml, rumus[induk[si]]), sel.alamat) for si, sel in asal.items()}
    hasil: dict[Tempat, Callable[[Sel], bytes]] = {}
    for r in xml.baris_dengan(b"shared"):
        for k, sel in xml.sel(r).items():
            f = sel.rumus
            if f and f.atribut.get("t") == "shared" and f.atribut.get("si") in teks and (r, k) not in diganti:
                salinan = _salin_rumus(teks[f.atribut.get("si")], sel.alamat)
                hasil[r, k] = partial(_dengan_rumus, salinan.removeprefix("="))
    return hasil


def _salin_rumus(asal: tuple[str, str], ke: str) -> str:
    """Give a formula as it reads in another cell.

    Args:
        asal: the formula and its cell.
        ke: the other cell.
    """
    try:
        return str(Translator(*asal).translate_formula(ke))
    except (TokenizerError, TranslatorError) as e:
        raise SuntingGagal(f"rumus {asal[0]} di {asal[1]} tidak dapat disalin ke {ke}") from e


def _dengan_rumus(rumus: str, sel: Sel) -> bytes:
    f, a = sel.rumus, sel.awalan
    assert f
    return terapkan(sel.xml, [(f.awal, f.akhir, f"<{a}f>{lolos(rumus)}</{a}f>".encode())])


def _tolak_kepala_tabel(paket: Paket, bagian: str, diganti: Mapping[Tempat, object]) -> None:
    """Refuse the headings of an Excel table: its part repeats them, and Excel repairs a workbook where they differ."""
    for tabel in (h.sasaran for h in paket.hubungan(bagian) if h.jenis == "table"):
        atribut = urai(paket.baca(tabel)).atribut
        (r1, k1), (_, k2) = rentang(atribut.get("ref", ""))
        if atribut.get("headerRowCount") != "0" and any(r == r1 and k1 <= k <= k2 for r, k in diganti):
            raise SuntingGagal("judul kolom tabel Excel tidak dapat diganti begitu saja")
