"""The sheet Tindak Lanjut of a dinas: who is proposed for review, by which measure, on which months."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja_cli.core.lanjut.laporan import kata_usulan
from kinerja_cli.core.lanjut.lembar import LembarLanjut
from kinerja_cli.writers.buku import BARIS_KEPALA, Kolom, Nilai
from kinerja_cli.writers.buku_lanjut import KOLOM_USULAN
from kinerja_cli.writers.excel.bulan import BukuBulan

_KOLOM = (Kolom("NIP", 21, "nip"), Kolom("Nama", 24), Kolom("Jabatan", 24), *KOLOM_USULAN)
_LEBAR = tuple(k.lebar for k in _KOLOM)
_UKURAN = ("Ukuran", "Yang diminta", "Dasar (kepastian)")
_RENTANG_UKURAN = ((0, 1), (2, 4), (5, 7))
"""The columns over which a measure stands: it has fewer and longer texts than a person."""


class BukuBerlanjut(BukuBulan):
    """The workbook of a month with its follow-up."""

    def lanjut(self, isi: LembarLanjut) -> None:
        """Add who is proposed for review; beneath, what it rests on and what is missing, and the measures."""
        ws = self.tabel("Tindak Lanjut", _KOLOM, _baris(isi))
        baris = self._uraian(ws, BARIS_KEPALA + len(isi.usulan) + 2, isi.catatan, _LEBAR) + 1
        for ke, satu in enumerate((_UKURAN, *isi.ukuran) if isi.ukuran else ()):
            baris = self._terbagi(ws, baris, satu, _RENTANG_UKURAN, _LEBAR, "teks" if ke else "kepala")


def _baris(isi: LembarLanjut) -> Iterator[tuple[Nilai, ...]]:
    for u in isi.usulan:
        yield (u.orang.nip, u.orang.nama, u.orang.jabatan, *kata_usulan(u))
