"""What an annotated copy of a sender's workbook says: which cells are marked, and the list in front."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import PurePath

from kinerja_cli.core.laporan import KERAHASIAAN
from kinerja_cli.core.lembar import nama_lembar
from kinerja_cli.core.temuan import Letak, Temuan, Tingkat, hitung_tingkat

KEPALA = ("Tingkat", "Kode", "Lembar", "Sel", "Temuan", "Saran")
"""Columns of the list in front."""
_NILAI_SAJA = (
    "Bentuk berkas asli tidak dapat dipertahankan",
    "Salinan ini hanya memuat isi selnya, tanpa warna, rumus, dan gambar. Betulkan di berkas asli.",
)
_AKHIRAN_BUKU = frozenset({".xlsx", ".xlsm", ".xltx", ".xltm"})
_SATU_SEL = re.compile(r"[A-Z]{1,3}[1-9]\d*")
_TERBANYAK_DI_SEL = 5
_PANJANG_KALIMAT = 1000


@dataclass(frozen=True)
class Tanda:
    """A mark on one cell: its colour follows the level, and the comment says it in words."""

    lembar: str
    sel: str
    tingkat: Tingkat
    catatan: str


@dataclass(frozen=True)
class BarisDepan:
    """A line of the list in front: its texts by :data:`KEPALA`, and the sheet and cell to which they lead; "" to none."""

    tingkat: Tingkat
    isi: tuple[str, ...]
    lembar: str = ""
    sel: str = ""


@dataclass(frozen=True)
class LembarDepan:
    """The sheet in front."""

    judul: str
    keterangan: tuple[str, ...]
    baris: tuple[BarisDepan, ...]


def perlu_salinan(temuan: Sequence[Temuan]) -> bool:
    """Tell whether a workbook has anything to mend: notes (INFO) alone don't make a copy."""
    return any(t.tingkat is not Tingkat.INFO for t in temuan)


def tanda_sel(temuan: Sequence[Temuan]) -> tuple[Tanda, ...]:
    """Give one mark for each cell with a GALAT or PERINGATAN, whatever their number."""
    semua = (replace(t, letak=letak) for t in temuan if t.tingkat is not Tingkat.INFO for letak in _letak_seberkas(t))
    salah = [t for t in semua if _SATU_SEL.fullmatch(t.letak.sel)]
    salah.sort(key=lambda t: (t.letak.lembar, t.letak.sel, list(Tingkat).index(t.tingkat)))
    return tuple(
        Tanda(lembar, sel, (isi := list(kelompok))[0].tingkat, _catatan(isi))
        for (lembar, sel), kelompok in groupby(salah, key=lambda t: (t.letak.lembar, t.letak.sel))
    )


def _letak_seberkas(t: Temuan) -> tuple[Letak, ...]:
    """Give the cell of a finding and the others of the same fault that stand in the same workbook."""
    return (t.letak, *(lain for lain in t.terkait if lain.berkas == t.letak.berkas))


def _catatan(temuan: Sequence[Temuan]) -> str:
    potongan = [f"{t.tingkat} {t.kode}: {_pendek(t.pesan)}\n→ {_pendek(t.saran)}" for t in temuan[:_TERBANYAK_DI_SEL]]
    if sisa := len(temuan) - len(potongan):
        potongan.append(f"dan {sisa} temuan lain; lihat lembar pertama.")
    return "\n\n".join(potongan)


def _pendek(teks: str) -> str:
    """Cut a sentence that quotes a very long value: Excel repairs a workbook whose text is longer than it allows."""
    return teks if len(teks) <= _PANJANG_KALIMAT else teks[: _PANJANG_KALIMAT - 1] + "…"


def lembar_depan(berkas: str, temuan: Sequence[Temuan], *, utuh: bool) -> LembarDepan:
    """Give the list in front.

    Args:
        berkas: the sender's workbook.
        temuan: all findings to be listed.
        utuh: the copy is the sender's own workbook, not its values only.
    """
    jumlah = ", ".join(f"{n} {t}" for t, n in hitung_tingkat(temuan).items() if n)
    baris = tuple(
        BarisDepan(
            t.tingkat,
            (t.tingkat, t.kode, t.letak.lembar, t.letak.sel, _pendek(t.pesan), _pendek(t.saran)),
            t.letak.lembar,
            _tujuan(t.letak.sel),
        )
        for t in temuan
    )
    if not utuh:
        baris = (BarisDepan(Tingkat.INFO, (Tingkat.INFO, "", "", "", f"{_NILAI_SAJA[0]}.", _NILAI_SAJA[1])), *baris)
    keterangan = (
        "Klik lembar atau selnya untuk menuju ke sana; di sel itu ada catatan. Betulkan di berkas asli, lalu periksa lagi:"
        " salinan ini tidak dihitung.",
        KERAHASIAAN,
    )
    return LembarDepan(f"Temuan pada {berkas}: {jumlah}", keterangan, baris)


def _tujuan(sel: str) -> str:
    """Give the cell to which a link leads; some findings name a row only."""
    if sel.isdecimal():
        return f"A{sel}"
    return sel if _SATU_SEL.fullmatch(sel) else ""


def nama_salinan(asal: Sequence[tuple[str, bool]]) -> list[str]:
    """Give the file names of copies, none twice.

    Args:
        asal: each sender's file name, and whether the copy keeps its form.
    """
    nama = [_nama_salinan(PurePath(berkas).stem, berkas, utuh) for berkas, utuh in asal]
    return [
        satu if nama.count(satu) == 1 else _nama_salinan(berkas, berkas, utuh)
        for satu, (berkas, utuh) in zip(nama, asal, strict=True)
    ]


def _nama_salinan(pokok: str, berkas: str, utuh: bool) -> str:
    akhiran = PurePath(berkas).suffix.lower()
    return f"{pokok} - diperiksa{akhiran if utuh and akhiran in _AKHIRAN_BUKU else '.xlsx'}"


def nama_lembar_excel(nama: Sequence[str]) -> dict[str, str]:
    """Give each sheet a name that Excel takes: at most 31 letters, none of ``[]:*?/\\``, none twice."""
    hasil: dict[str, str] = {}
    for satu in nama:
        hasil[satu] = nama_lembar(satu, hasil.values())
    return hasil


def pindahkan(temuan: Sequence[Temuan], nama: Mapping[str, str]) -> tuple[Temuan, ...]:
    """Have findings speak of sheets by their new names."""

    def pindah(letak: Letak) -> Letak:
        di_lembar = letak.lembar in nama and (letak.lembar or letak.sel)
        return replace(letak, lembar=nama[letak.lembar]) if di_lembar else letak

    return tuple(replace(t, letak=pindah(t.letak), terkait=tuple(map(pindah, t.terkait))) for t in temuan)
