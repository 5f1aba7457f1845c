"""The workbook of a dinas: what a head of office reads, with every sum live."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from kinerja_cli.core.kata_indikator import BarisIndikator
from kinerja_cli.core.lanjut.lembar import LembarLanjut
from kinerja_cli.core.laporan import LaporanDinas, OrangRinci
from kinerja_cli.core.tren import Tren
from kinerja_cli.writers.buku import BARIS_KEPALA, Kolom
from kinerja_cli.writers.excel.bulan import TEPI, baris_belum, baris_tepi
from kinerja_cli.writers.excel.lanjut import BukuBerlanjut
from kinerja_cli.writers.excel.pegawai import ORANG, IsiPegawai, kolom_pegawai
from kinerja_cli.writers.excel.rincian import PETUNJUK, Blok, IsiRincian, kolom_rincian, susun_blok

_JUTA = 1_000_000
"""From here on a number is printed with its thousands marked."""


@dataclass(frozen=True)
class BahanBuku:
    """What a workbook tells beside the month's own report.

    Attributes:
        tren: the months up to this one, of which the front sheet has a chart.
        dilewati: which of them can't be read, in a sentence.
        lanjut: the sheet Tindak Lanjut.
    """

    tren: Tren | None = None
    dilewati: str = ""
    lanjut: LembarLanjut | None = None


def buku_dinas(laporan: LaporanDinas, bahan: BahanBuku = BahanBuku(), *, berumus: bool = True) -> bytes:
    """Give the workbook of a dinas: Ringkasan, Pegawai, Rincian, Belum Dinilai, Garis Batas, Tindak Lanjut, Metode.

    ``berumus``: sums are live formulas beside their values; else values only.
    """
    aturan = laporan.konteks.aturan
    semua = laporan.dinilai + laporan.belum
    blok, rincian = susun_blok(semua, aturan), IsiRincian(aturan, berumus=berumus)
    pegawai = IsiPegawai(laporan.dinilai, blok[: len(laporan.dinilai)], rincian, aturan)
    buku = _BukuDinas(laporan.konteks, f"Laporan Kinerja {laporan.dinas}", berumus=berumus)
    buku.ringkasan(laporan.ringkasan, pegawai)
    if bahan.tren and len(bahan.tren.titik) > 1:
        buku.bulan(bahan.tren)
    if bahan.dilewati:
        buku.dilewati(bahan.dilewati)
    buku.tanda_tangan(laporan.dinas)
    kolom = kolom_pegawai(aturan)
    buku.hiasi_pegawai(buku.tabel("Pegawai", kolom, pegawai.baris()), kolom, len(laporan.dinilai))
    if aturan.perlu_indikator or any(o.rincian for o in semua):
        buku.rincian(semua, blok, rincian, pegawai)
    buku.tabel("Belum Dinilai", [*ORANG, Kolom("Keadaan", 16), Kolom("Alasan", 70)], map(baris_belum, laporan.belum))
    tepi = (baris_tepi(t)[:2] + baris_tepi(t)[3:] for t in laporan.telaah.tepi)
    buku.tabel("Garis Batas", TEPI, tepi, keterangan=laporan.telaah.ringkas)
    if bahan.lanjut:
        buku.lanjut(bahan.lanjut)
    buku.metode(laporan.telaah)
    return buku.tutup()


class _BukuDinas(BukuBerlanjut):
    def rincian(self, orang: Sequence[OrangRinci], blok: Sequence[Blok | None], isi: IsiRincian, pegawai: IsiPegawai) -> None:
        """Add every operand of everybody's sum, with the sum beneath each person's indicators."""
        kolom = kolom_rincian(self._konteks.aturan)
        ws = self._kepala_tabel("Rincian", kolom)
        if self._berumus and self._konteks.aturan.perlu_indikator:
            ws.write_string(BARIS_KEPALA - 1, 0, PETUNJUK, self._gaya["redup"])
        gaya, gaya_jumlah = ([milik[k.gaya] for k in kolom] for milik in (self._gaya, self._gaya_jumlah))
        gaya_besar = [self._gaya["masukan_besar"] if k.gaya == "masukan" else g for k, g in zip(kolom, gaya, strict=True)]
        baris = BARIS_KEPALA
        for ke, (o, b) in enumerate(zip(orang, blok, strict=True)):
            if b is None:
                continue
            predikat = pegawai.sel_predikat(ke) if o.dinilai else ""
            besar = [*map(_besar, o.rincian)]
            for satu, jumlah in isi.orang(o, b, predikat):
                baris += 1
                biasa = gaya_besar if baris < b.akhir and besar[baris - b.awal + 1] else gaya
                self._baris(ws, baris, satu, kolom, gaya_jumlah if jumlah else biasa)
        ws.autofilter(BARIS_KEPALA, 0, baris, len(kolom) - 1)


def _besar(b: BarisIndikator) -> bool:
    """Tell whether whole numbers, such as rupiah, would print as 4E+09 in their columns."""
    semua = (b.target, b.realisasi)
    return (b.target >= _JUTA or b.realisasi >= _JUTA) and all(n % 1 == 0 for n in semua if not math.isnan(n))
