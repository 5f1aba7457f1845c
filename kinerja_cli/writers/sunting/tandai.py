"""Marks on the cells of a sender's workbook, and a list of findings in front; everything else in it is left as it was."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from kinerja_cli.core.anotasi import LembarDepan, Tanda
from kinerja_cli.core.lembar import SIFAT_ANOTASI
from kinerja_cli.core.temuan import Tingkat
from kinerja_cli.writers.sunting.buku import Buku, buka_buku, lembar_pertama
from kinerja_cli.writers.sunting.depan import WARNA, lembar_temuan
from kinerja_cli.writers.sunting.galat import SuntingGagal
from kinerja_cli.writers.sunting.gaya import Gaya
from kinerja_cli.writers.sunting.komentar import beri_komentar
from kinerja_cli.writers.sunting.paket import Paket
from kinerja_cli.writers.sunting.sel import KEDALAMAN_LEMBAR, LembarXml, Sel, Tempat, rentang, tempat
from kinerja_cli.writers.sunting.sifat import beri_sifat
from kinerja_cli.writers.sunting.xml import Suntingan, Unsur, benar, terapkan, ubah_atribut, urai

_JENIS_LEMBAR = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_NAMA_DEPAN = "Temuan"


def tandai(isi: bytes, tanda: Sequence[Tanda], depan: LembarDepan) -> bytes:
    """Give a copy of a workbook with marked cells and a first sheet.

    Args:
        isi: an .xlsx (or .xlsm).
        tanda: one for each cell; a cell inside a merged range is marked where the range shows.
        depan: the first sheet.

    Raises:
        SuntingGagal: the workbook can't be edited without risk.
    """
    paket = Paket(isi)
    buku = buka_buku(paket)
    bagian_gaya = paket.satu(buku.bagian, "styles")
    if bagian_gaya is None:
        raise SuntingGagal("daftar gayanya tidak ada")
    gaya = Gaya(paket.baca(bagian_gaya))
    per_lembar: dict[str, list[Tanda]] = {}
    for satu in tanda:
        per_lembar.setdefault(buku.bagian_lembar(satu.lembar), []).append(satu)
    for bagian in buku.lembar.values():
        xml = paket.baca(bagian)
        if bagian in per_lembar or b"tabSelected" in xml:
            akar = urai(xml, KEDALAMAN_LEMBAR)
            suntingan = _tidak_dipilih(xml, akar)
            if bagian in per_lembar:
                suntingan += _tandai_lembar(paket, buku, gaya, bagian, LembarXml(xml, akar), per_lembar[bagian])
            paket.tulis(bagian, terapkan(xml, suntingan))
    bagian_depan = paket.nama_baru("xl/worksheets/sheet{}.xml")
    paket.tambah(bagian_depan, lembar_temuan(depan, buku, gaya), _JENIS_LEMBAR)
    lembar_pertama(paket, buku, bagian_depan, _nama_depan(buku))
    paket.tulis(bagian_gaya, gaya.hasil())
    beri_sifat(paket, buku, SIFAT_ANOTASI)
    return paket.hasil()


def _tandai_lembar(
    paket: Paket, buku: Buku, gaya: Gaya, bagian: str, lembar: LembarXml, tanda: Sequence[Tanda]
) -> list[Suntingan]:
    tampak = _tampak(lembar, [tempat(satu.sel) for satu in tanda])
    di_sel: dict[Tempat, list[Tanda]] = {}
    for satu in tanda:
        di_sel.setdefault(tampak[tempat(satu.sel)], []).append(satu)
    warna: Mapping[Tempat, Callable[[Sel], bytes]] = {
        t: partial(_warnai, gaya, min((satu.tingkat for satu in isi), key=list(Tingkat).index)) for t, isi in di_sel.items()
    }
    catatan = {t: "\n\n".join(satu.catatan for satu in isi) for t, isi in di_sel.items()}
    return [*lembar.ganti_sel(warna), *beri_komentar(paket, buku, bagian, lembar.akar, catatan)]


def _warnai(gaya: Gaya, tingkat: Tingkat, sel: Sel) -> bytes:
    nomor = str(gaya.diwarnai(sel.gaya, WARNA[tingkat]))
    if sel.unsur is None:
        return f'<{sel.awalan}c r="{sel.alamat}" s="{nomor}"/>'.encode()
    return terapkan(sel.xml, ubah_atribut(sel.xml, sel.unsur, {"s": nomor}))


def _tampak(lembar: LembarXml, sel: Iterable[Tempat]) -> dict[Tempat, Tempat]:
    """Give the cell in which each cell shows: itself, or the first of its merged range."""
    urut = sorted(set(sel))
    hasil = {t: t for t in urut}
    gabungan = lembar.akar.cari("mergeCells")
    for satu in gabungan.anak if gabungan else ():
        (r1, k1), (r2, k2) = rentang(satu.atribut.get("ref", ""))
        for t in urut[bisect_left(urut, (r1, k1)) : bisect_right(urut, (r2, k2))]:
            if k1 <= t[1] <= k2:
                hasil[t] = r1, k1
    return hasil


def _tidak_dipilih(xml: bytes, akar: Unsur) -> list[Suntingan]:
    """Take a sheet out of the selection: two selected sheets would be edited together."""
    tampilan = akar.cari("sheetViews")
    return [
        s
        for satu in (tampilan.anak if tampilan else ())
        if benar(satu.atribut.get("tabSelected"))
        for s in ubah_atribut(xml, satu, {"tabSelected": None})
    ]


def _nama_depan(buku: Buku) -> str:
    terpakai = {nama.casefold() for nama in buku.lembar}
    nama, nomor = _NAMA_DEPAN, 1
    while nama.casefold() in terpakai:
        nomor += 1
        nama = f"{_NAMA_DEPAN} ({nomor})"
    return nama
