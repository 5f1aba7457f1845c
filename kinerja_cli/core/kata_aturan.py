"""The sum and the rule set in words: how a result follows from its operands, and what a rule set computes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kinerja_cli.core.angka import cetak_bobot, cetak_pendek, cetak_persen, cetak_tertimbang, gaya_indonesia, teks_skala
from kinerja_cli.core.aturan import Angka, Aturan, BarisPita, Dasar, Pita
from kinerja_cli.core.kata_indikator import cetak_pita
from kinerja_cli.core.laporan import Orang
from kinerja_cli.core.penilaian import TANPA_NILAI
from kinerja_cli.core.periode import cetak_tanggal

_DESIMAL_LEBIH = 4
"""Decimals that an unrounded mean is printed with, beyond two."""
Ketentuan = tuple[str, str, str]
"""What is ruled, with which words or figure, and by which source."""


# The sum of a person ------------------------------------------------------------------------------------------------


class Sebutan(NamedTuple):
    """What the operands of the sum are called: headings of columns and words in sentences."""

    hasil_kali: str
    bobot: str


def sebutan(aturan: Aturan) -> Sebutan:
    """Name the operands: capaian or nilai, times weight or parts of a task."""
    bobot = "bobot" if aturan.pakai_bobot else "bagian"
    return Sebutan(f"{'Nilai' if aturan.pita else 'Capaian'} × {bobot}", bobot)


def langkah_akhir(orang: Orang, aturan: Aturan) -> tuple[str, ...]:
    """Write out how a person's result follows from the products: sum, divisor, shares, one rounding, category, article."""
    if not orang.dinilai:
        return (f"Tidak dinilai: {orang.alasan}.",)
    baris = [*(_jumlah(orang, aturan) if aturan.perlu_indikator else ()), *_predikat(orang, aturan)]
    if orang.catatan:
        baris.append(f"Catatan: {orang.catatan}")
    if orang.ide_baru:
        baris.append(f"Ide baru: {orang.ide_baru}")
    return tuple(baris)


def rumus_nilai(orang: Orang, aturan: Aturan) -> str:
    """Write the person's number as one line of figures, up to its rounding."""
    rumus = _rata(orang)
    if bagi := aturan.pembagian:
        kerja, laku = cetak_pendek(bagi.hasil_kerja), cetak_pendek(bagi.perilaku)
        rumus = f"({rumus}) × {kerja} % + ({rata_perilaku(orang)}) × {laku} %"
    return rumus if orang.tambahan == TANPA_NILAI else f"{rumus} + {cetak_persen(orang.tambahan)}"


def _rata(orang: Orang) -> str:
    return f"{cetak_tertimbang(orang.jumlah_tertimbang)} ÷ {cetak_bobot(orang.pembagi)} × 100"


def rata_perilaku(orang: Orang) -> str:
    """Write the mean of what the rater filed: "630,00 ÷ 7"."""
    jumlah = cetak_persen(orang.jumlah_perilaku)
    return f"{jumlah} ÷ {orang.banyak_perilaku}" if orang.banyak_perilaku > 1 else jumlah


def _jumlah(orang: Orang, aturan: Aturan) -> Iterator[str]:
    """From the products to the number: perilaku and additional work join before the one rounding."""
    kata = sebutan(aturan)
    yield f"Jumlah {kata.hasil_kali.lower()} ÷ 100 = {cetak_tertimbang(orang.jumlah_tertimbang)}"
    yield f"Jumlah {kata.bobot} yang berlaku = {cetak_bobot(orang.pembagi)}"
    if bagi := aturan.pembagian:
        yield f"Nilai hasil kerja (SKP) = {_rata(orang)} {_hampir(orang)}"
        asal = f" (jumlah {orang.banyak_perilaku} nilai)" if orang.banyak_perilaku > 1 else ""
        yield f"Nilai perilaku = {rata_perilaku(orang)}{asal}{_tempat(orang)}"
        yield f"Pembagian {cetak_pendek(bagi.hasil_kerja)} dan {cetak_pendek(bagi.perilaku)}: {bagi.kata} ({bagi.dasar})"
    if aturan.tambahan and orang.tambahan != TANPA_NILAI:
        terbanyak = cetak_pendek(aturan.tambahan.nilai)
        yield f"Kinerja tambahan = {cetak_persen(orang.tambahan)} (paling banyak {terbanyak}){_tempat(orang)}"
    hasil = orang.nilai if orang.nilai is not None else orang.nilai_hasil_kerja
    apa = "Nilai" if orang.nilai is not None else "Nilai hasil kerja"
    yield f"{apa} = {rumus_nilai(orang, aturan)}, dibulatkan satu kali (setengah ke atas) = {cetak_persen(hasil)}"


def _tempat(orang: Orang) -> str:
    return f"   [{orang.letak_perilaku}]" if orang.letak_perilaku else ""


def _hampir(orang: Orang) -> str:
    """Print the mean in full where its decimals end soon, else cut off and marked so: it isn't rounded on the way."""
    seperseratus, sisa = divmod(orang.jumlah_tertimbang * 10**_DESIMAL_LEBIH, orang.pembagi)
    teks = gaya_indonesia(teks_skala(seperseratus, 2 + _DESIMAL_LEBIH, paling_sedikit=2))
    return f"≈ {teks}…, belum dibulatkan" if sisa else f"= {teks}"


def _predikat(orang: Orang, aturan: Aturan) -> Iterator[str]:
    predikat = next(p for p in aturan.predikat if p.nama == orang.predikat)
    if aturan.matriks is None:
        yield f"Predikat {predikat.nama}: {predikat.kata} ({predikat.dasar})"
        return
    jembatan = next(e.jembatan for e in aturan.matriks.ekspektasi if e.nama == orang.hasil_kerja)
    mulai = f", mulai {cetak_persen(jembatan.nilai)}" if aturan.perlu_indikator and jembatan else ""
    yield f"Hasil kerja: {orang.hasil_kerja}{mulai} ({aturan.matriks.kata[aturan.matriks.cara]})"
    yield f"Perilaku: {orang.perilaku}{_tempat(orang)}"
    nama, dasar = aturan.matriks.sel[orang.hasil_kerja, orang.perilaku]
    yield f"Predikat {nama}: hasil kerja {orang.hasil_kerja} dan perilaku {orang.perilaku} ({dasar})"


# The rule set -------------------------------------------------------------------------------------------------------


def dasar_aturan(aturan: Aturan) -> tuple[Ketentuan, ...]:
    """List everything that a rule set rules, number by number, for the method page."""
    return tuple((apa, kata, cetak_dasar(dasar)) for apa, kata, dasar in ketentuan(aturan))


def cetak_dasar(dasar: Dasar) -> str:
    """Print a source with the day from which it holds, and how sure it is."""
    return f"{dasar}, sejak {cetak_tanggal(dasar.sejak)} ({dasar.kepastian})"


def ketentuan(a: Aturan) -> Iterator[tuple[str, str, Dasar]]:
    """Give what a rule set rules, with which words or figure, and by which source."""
    if a.perlu_indikator:
        yield from _ketentuan_capaian(a)
        yield from (satu for pita in a.pita for satu in _ketentuan_pita(pita, sendiri=len(a.pita) == 1))
        yield "Pembulatan", f"setengah ke atas, {a.desimal} desimal; nilai dibulatkan satu kali", a.dasar_pembulatan
        yield "Hasil kerja" if a.perilaku or a.matriks else "Nilai", a.gabungan.kata, a.gabungan.dasar
    if a.perilaku:
        batas = f"{cetak_pendek(a.perilaku.paling_rendah)} sampai {cetak_pendek(a.perilaku.paling_tinggi)}"
        yield "Perilaku", f"{a.perilaku.kata}; skala {batas}", a.perilaku.dasar
        for p in a.perilaku.pembagian:
            dipakai = " (dipakai)" if len(a.perilaku.pembagian) > 1 and p == a.pembagian else ""
            kata = f"hasil kerja × {cetak_pendek(p.hasil_kerja)} % + perilaku × {cetak_pendek(p.perilaku)} %{dipakai}"
            yield f"Nilai {p.kata}", kata, p.dasar
    if a.tambahan:
        yield "Kinerja tambahan", f"paling banyak {cetak_pendek(a.tambahan.nilai)}; {a.tambahan.kata}", a.tambahan.dasar
    if a.perlu_indikator:
        bagian = "Bobot" if a.pakai_bobot else "Bagian tugas"
        yield f"{bagian} paling sedikit yang masih berlaku", f"{cetak_persen(a.sisa_bobot.nilai)} %", a.sisa_bobot.dasar
    if a.dasar_aspek:
        yield "Aspek", ", ".join(a.aspek), a.dasar_aspek
    yield "Status yang tidak dinilai", ", ".join(a.status_keluar), a.dasar_status
    if a.matriks:
        yield from _ketentuan_matriks(a)
    yield from ((f"Predikat {p.nama}", p.kata, p.dasar) for p in a.predikat)
    if any(p.syarat for p in a.predikat):
        yield "Register inovasi sebagai ide baru", a.inovasi.ide_baru.kata, a.inovasi.ide_baru.dasar
    if a.perlu_indikator:
        yield "Register inovasi sebagai realisasi", a.inovasi.realisasi.kata, a.inovasi.realisasi.dasar
    yield "Masa berlaku", masa_berlaku(a), a.dasar_berlaku


def masa_berlaku(aturan: Aturan) -> str:
    """Say from when until when a rule set holds."""
    akhir = f" sampai {cetak_tanggal(aturan.sampai)}" if aturan.sampai else ""
    return f"sejak {cetak_tanggal(aturan.sejak)}{akhir}"


def _ketentuan_capaian(a: Aturan) -> Iterator[tuple[str, str, Dasar]]:
    yield from ((f"Capaian, {a.menurut} {nama}", cara.kata, cara.dasar) for nama, cara in a.cara.items())
    yield _satu("Realisasi di dalam rentang target", a.dalam_rentang, "capaian ")
    nol = f"realisasi 0: {cetak_persen(a.turun_nol_tercapai.nilai)}; lebih: {cetak_persen(a.turun_nol_terlampaui.nilai)}"
    yield "Target 0 bila makin kecil makin baik", nol, a.turun_nol_tercapai.dasar
    yield _satu("Capaian paling rendah", a.capaian_terendah)
    yield _satu("Capaian paling tinggi", a.capaian_tertinggi)


def _satu(apa: str, angka: Angka, awal: str = "") -> tuple[str, str, Dasar]:
    return apa, f"{awal}{cetak_persen(angka.nilai)}", angka.dasar


def _ketentuan_pita(pita: Pita, *, sendiri: bool) -> Iterator[tuple[str, str, Dasar]]:
    untuk = "" if sendiri else f" ({pita.nama})"
    for b in reversed(pita.baris):
        yield f"Capaian {cetak_pita(b)} %{untuk}", cetak_garis(b), b.dasar


def cetak_garis(b: BarisPita) -> str:
    """Say what a band gives: one nilai, or a straight line between two."""
    naik = f" naik lurus sampai {cetak_pendek(b.puncak)}" if b.awal != b.puncak else ""
    terbaik = f"; {cetak_pendek(b.terbaik)} bila target itu hasil terbaik yang mungkin" if b.terbaik is not None else ""
    return f"nilai {cetak_pendek(b.awal)}{naik}{terbaik}"


def _ketentuan_matriks(a: Aturan) -> Iterator[tuple[str, str, Dasar]]:
    assert a.matriks
    yield "Sebutan hasil kerja", a.matriks.kata[a.matriks.cara], a.matriks.dasar
    for e in a.matriks.ekspektasi:
        sama = f"ditulis juga: {', '.join(e.sama_dengan)}" if e.sama_dengan else "tidak punya ejaan lain"
        yield f"Sebutan “{e.nama}”", sama, e.dasar
        if a.perlu_indikator and e.jembatan:
            yield f"Jembatan ke “{e.nama}”", f"pilihan lokal: nilai mulai {cetak_persen(e.jembatan.nilai)}", e.jembatan.dasar
    for (kerja, laku), (nama, dasar) in a.matriks.sel.items():
        yield f"Hasil kerja {kerja}, perilaku {laku}", nama, dasar
