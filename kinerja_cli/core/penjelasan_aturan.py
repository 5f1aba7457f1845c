"""A rule set as a person would explain it: what goes in, the steps in order, an example, what is sure and what is not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kinerja_cli.core.angka import cetak_angka, cetak_bobot, cetak_pendek, cetak_persen, cetak_tertimbang
from kinerja_cli.core.aturan import KEPASTIAN, Aturan, Pita
from kinerja_cli.core.contoh_aturan import contoh_hitungan
from kinerja_cli.core.kata_aturan import (
    cetak_dasar,
    cetak_garis,
    ketentuan,
    langkah_akhir,
    sebutan,
)
from kinerja_cli.core.kata_indikator import cetak_pita

_TERBUKA = "terbuka"


@dataclass(frozen=True)
class Langkah:
    """One step: a sentence, and the lines beneath it."""

    kata: str
    rinci: tuple[str, ...] = ()


@dataclass(frozen=True)
class Kelompok:
    """What one source rules: its name with date and certainty, and each ruling with its words or figure."""

    dasar: str
    isi: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class PenjelasanAturan:
    """What explains a rule set.

    Attributes:
        masukan: the sheets to fill in, and what stands on each.
        langkah: the steps of the computation, in order.
        contoh: one made-up person, computed by the program itself.
        predikat: name, and condition in words.
        pilihan: key and value below ``[pilihan]`` in ``kinerja.toml``, and what it means.
        dasar: every ruling by its source, the surest first; those that no regulation settles stand in ``terbuka``.
    """

    masukan: tuple[tuple[str, str], ...]
    langkah: tuple[Langkah, ...]
    contoh: tuple[Langkah, ...]
    predikat: tuple[tuple[str, str], ...]
    pilihan: tuple[tuple[str, str], ...]
    dasar: tuple[Kelompok, ...]
    terbuka: tuple[Kelompok, ...]


def jelaskan_aturan(aturan: Aturan) -> PenjelasanAturan:
    """Explain a rule set; the variants in use are explained, the others named."""
    semua = [(dasar, apa, kata) for apa, kata, dasar in ketentuan(aturan)]
    urut = sorted(dict.fromkeys(d for d, _, _ in semua), key=lambda d: list(KEPASTIAN).index(d.kepastian))
    kelompok = {d: Kelompok(cetak_dasar(d), tuple((a, k) for satu, a, k in semua if satu == d)) for d in urut}
    return PenjelasanAturan(
        masukan=tuple(_masukan(aturan)),
        langkah=tuple(_langkah(aturan)),
        contoh=tuple(_contoh(aturan)),
        predikat=tuple((p.nama, p.kata) for p in aturan.predikat),
        pilihan=tuple(_pilihan(aturan)),
        dasar=tuple(k for d, k in kelompok.items() if d.kepastian != _TERBUKA),
        terbuka=tuple(k for d, k in kelompok.items() if d.kepastian == _TERBUKA),
    )


def _masukan(a: Aturan) -> Iterator[tuple[str, str]]:
    yield "Pegawai", "siapa yang dinilai: NIP, Nama, Dinas"
    if a.perlu_indikator:
        if a.pakai_bobot:
            yield (
                "Indikator",
                "apa yang diukur: Kode, Indikator, Aspek, Bobot (berjumlah 100 bagi setiap orang), Arah, Target",
            )
        else:
            isi = f"satu baris satu aspek ({', '.join(a.aspek)}); baris dengan teks Indikator yang sama adalah satu tugas"
            yield "Indikator", f"{isi}. Bobot dan Arah diisi, tetapi tidak ikut menentukan nilai"
        if any(b.terbaik is not None for p in a.pita for b in p.baris):
            yield "", "Hasil Terbaik (boleh kosong): hasil terbaik yang mungkin, misalnya 100 untuk persen"
        yield "Realisasi", "hasil setiap orang pada setiap indikator"
    if a.perilaku:
        batas = f"{cetak_pendek(a.perilaku.paling_rendah)} sampai {cetak_pendek(a.perilaku.paling_tinggi)}"
        yield "Perilaku", f"{a.perilaku.kata}, {batas}"
    if a.matriks:
        kata = ", ".join(e.nama for e in a.matriks.ekspektasi)
        kolom = "Perilaku" if a.perlu_indikator else "Hasil Kerja dan Perilaku"
        yield "Perilaku", f"{kolom}, masing-masing satu sebutan: {kata}"
    if a.tambahan:
        yield "Perilaku", "kolom Kinerja Tambahan (boleh kosong): angka yang ditetapkan penilai"
    if any(p.syarat for p in a.predikat):
        yield "Ide Baru", "ide atau cara baru, syarat predikat tertinggi (boleh tidak ada)"
    if a.perlu_indikator:
        yield "Inovasi", "register inovasi dengan tahap, pemilik, dan bukti (boleh tidak ada)"


def _langkah(a: Aturan) -> Iterator[Langkah]:
    if a.perlu_indikator:
        menurut = "arahnya" if a.menurut == "arah" else "aspeknya"
        yield Langkah(f"Hitung capaian setiap indikator menurut {menurut}, dibulatkan dua desimal.", tuple(_capaian(a)))
        for pita in a.pita:
            yield Langkah(f"Ubah capaian menjadi nilai: {pita.nama}.", tuple(_pita(pita)))
        yield Langkah(f"Gabungkan indikatornya: {a.gabungan.kata}.")
    if bagi := a.pembagian:
        kerja, laku = cetak_pendek(bagi.hasil_kerja), cetak_pendek(bagi.perilaku)
        yield Langkah(f"Gabungkan dengan perilaku: hasil kerja × {kerja} % + perilaku × {laku} % ({bagi.kata}).")
    if a.tambahan:
        yield Langkah(f"Tambahkan kinerja tambahan, paling banyak {cetak_pendek(a.tambahan.nilai)}.")
    if a.berangka:
        yield Langkah("Bulatkan satu kali, setengah ke atas, dua desimal. Predikat mengikuti angka yang tercetak.")
    if a.matriks:
        yield Langkah(f"Tentukan hasil kerja: {a.matriks.kata[a.matriks.cara]}.", tuple(_jembatan(a)))
        isi = (f"{kerja} dan perilaku {laku}: {nama}" for (kerja, laku), (nama, _) in a.matriks.sel.items())
        yield Langkah("Cari predikatnya dalam matriks, hasil kerja dan perilaku.", tuple(isi))


def _capaian(a: Aturan) -> Iterator[str]:
    kata = {cara.kata: [n for n, c in a.cara.items() if c.kata == cara.kata] for cara in a.cara.values()}
    yield from (f"{' dan '.join(nama)}: {isi}" for isi, nama in kata.items())
    rendah, tinggi = cetak_pendek(a.capaian_terendah.nilai), cetak_pendek(a.capaian_tertinggi.nilai)
    yield f"paling rendah {rendah}, paling tinggi {tinggi}; di dalam rentang target {cetak_pendek(a.dalam_rentang.nilai)}"


def _pita(pita: Pita) -> Iterator[str]:
    yield "capaian dibulatkan dulu ke persen utuh, setengah ke atas"
    yield from (f"{cetak_pita(b)}: {cetak_garis(b)}" for b in reversed(pita.baris))


def _jembatan(a: Aturan) -> Iterator[str]:
    assert a.matriks
    if a.perlu_indikator:
        for e in a.matriks.ekspektasi:
            yield f"{e.nama}: mulai dari nilai {cetak_persen(e.jembatan.nilai if e.jembatan else 0)}"


def _contoh(a: Aturan) -> Iterator[Langkah]:
    orang = contoh_hitungan(a)
    for b in orang.rincian if a.perlu_indikator else ():
        apa = f"Arah {b.arah}" if a.menurut == "arah" else f"Aspek {b.aspek}"
        hitungan = f"{cetak_persen(b.nilai)} × {cetak_bobot(b.bobot)} ÷ 100 = {cetak_tertimbang(b.tertimbang)}"
        yield Langkah(
            f"{apa}: target {cetak_angka(b.target)}, realisasi {cetak_angka(b.realisasi)}",
            (f"Capaian: {b.cara}", f"{sebutan(a).hasil_kali}: {hitungan}"),
        )
    yield from map(Langkah, langkah_akhir(orang, a))


def _pilihan(a: Aturan) -> Iterator[tuple[str, str]]:
    for kunci, semua in a.semua_pilihan().items():
        if len(semua) < 2:
            continue
        kata = {p.pilihan: p.kata for p in a.perilaku.pembagian} if a.perilaku and kunci == "perilaku" else {}
        kata |= a.matriks.kata if a.matriks and kunci == "hasil_kerja" else {}
        for satu in semua:
            dipakai = " (dipakai)" if satu == a.pilihan[kunci] else ""
            yield f'{kunci} = "{satu}"', f"{kata[satu]}{dipakai}"
