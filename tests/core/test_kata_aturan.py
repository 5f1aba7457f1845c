"""Sums in words for each rule set, worked by hand; and what `kinerja aturan` explains, computed by the engine itself."""

from __future__ import annotations

import pytest
from bantu import nilai_satu_orang, semua_aturan

from kinerja_cli.core.aturan import Aturan
from kinerja_cli.core.contoh_aturan import contoh_hitungan
from kinerja_cli.core.kata_aturan import dasar_aturan, ketentuan, langkah_akhir
from kinerja_cli.core.laporan import OrangRinci, rincikan, susun_orang
from kinerja_cli.core.penjelasan_aturan import jelaskan_aturan
from kinerja_cli.core.skema import PENUGASAN, kosong

SEMUA = semua_aturan()
VARIAN = {nama: SEMUA[nama] for nama in SEMUA} | {
    "pp-30 60/40": SEMUA["pp-30-2019"].dengan_pilihan({"perilaku": "dengan_pendapat"}),
    "6/2022 dijembatani": SEMUA["permenpanrb-6-2022"].dengan_pilihan({"hasil_kerja": "dijembatani"}),
}
LAPORAN = [
    {"aspek": "Kuantitas", "tugas": "Laporan", "target": 12, "realisasi": 12},
    {"aspek": "Kualitas", "tugas": "Laporan", "target": 100, "realisasi": 85},
    {"aspek": "Waktu", "tugas": "Laporan", "target": 12, "realisasi": 6},
]


def orang(aturan: Aturan, periode: str, **kasus: object) -> OrangRinci:
    hasil = nilai_satu_orang(aturan, periode, kasus)
    return rincikan(susun_orang(hasil.nilai, hasil.aspek, aturan, kosong(PENUGASAN)), hasil.rincian, aturan)[0]


def test_pp_30_joins_perilaku_before_the_one_rounding() -> None:
    a = VARIAN["pp-30 60/40"]
    satu = orang(a, "2025-01", indikator=[{"target": 80, "realisasi": 78}], perilaku=[90, 91, 90, 91, 90, 91, 90])
    assert langkah_akhir(satu, a) == (
        "Jumlah capaian × bobot ÷ 100 = 97,50",
        "Jumlah bobot yang berlaku = 100",
        "Nilai hasil kerja (SKP) = 97,50 ÷ 100 × 100 = 97,50",
        "Nilai perilaku = 633,00 ÷ 7 (jumlah 7 nilai)   [uji.xlsx › K!B2:H2]",
        "Pembagian 60 dan 40: dengan pendapat rekan kerja dan bawahan (PP 30/2019 tentang Penilaian Kinerja PNS pasal 41)",
        "Nilai = (97,50 ÷ 100 × 100) × 60 % + (633,00 ÷ 7) × 40 %, dibulatkan satu kali (setengah ke atas) = 94,67",
        "Predikat Baik: 90 sampai 120 (PP 30/2019 tentang Penilaian Kinerja PNS pasal 41)",
    )


def test_8_2021_goes_through_the_bands() -> None:
    a = SEMUA["permenpanrb-8-2021"]
    isi = [{"target": 100, "realisasi": "97,6", "bobot": 60}, {"target": 100, "terbaik": 100, "realisasi": 100, "bobot": 40}]
    satu = orang(a, "2021-08", indikator=isi, tambahan=2.5)
    assert [b.cara for b in satu.rincian] == [
        "(97,6 ÷ 100) × 100 = 97,60; dibulatkan 98, pita 80–99: 70 + (89 − 70) × (98 − 80) ÷ (99 − 80) = 88,00",
        "(100 ÷ 100) × 100 = 100,00; dibulatkan 100, dan target itu hasil terbaik yang mungkin: nilai 120,00",
    ]
    assert langkah_akhir(satu, a)[:4] == (  # 88 × 0,6 + 120 × 0,4 = 100,8
        "Jumlah nilai × bobot ÷ 100 = 100,80",
        "Jumlah bobot yang berlaku = 100",
        "Kinerja tambahan = 2,50 (paling banyak 10)   [uji.xlsx › K!B2]",
        "Nilai = 100,80 ÷ 100 × 100 + 2,50, dibulatkan satu kali (setengah ke atas) = 103,30",
    )


def test_pp_46_shows_which_branch_and_the_parts_of_a_task() -> None:
    a = SEMUA["pp-46-2011"]
    satu = orang(a, "2020-12", indikator=LAPORAN, perilaku=80)
    assert satu.rincian[2].cara == ("e = 100 − 6 ÷ 12 × 100, lebih dari 24: 76 − ((1,76 × 12 − 6) ÷ 12 × 100 − 100) = 50,00")
    assert langkah_akhir(satu, a)[:3] == (  # (100 + 85 + 50) ÷ 3 = 78,33...
        "Jumlah capaian × bagian ÷ 100 = 9,40",
        "Jumlah bagian yang berlaku = 12",
        "Nilai hasil kerja (SKP) = 9,40 ÷ 12 × 100 ≈ 78,333333…, belum dibulatkan",
    )
    assert satu.nilai == 7900  # 78,33… × 0,6 + 80 × 0,4 = 79 sharp: rounding in between would give 79,00 too, but not this:
    lagi = orang(a, "2020-12", indikator=[*LAPORAN[:2], {**LAPORAN[2], "realisasi": 12}], perilaku=79.99)
    assert lagi.nilai == 8420  # 87 × 0,6 + 79,99 × 0,4 = 84,196


def test_6_2022_names_both_ratings_and_the_local_choice() -> None:
    a = SEMUA["permenpanrb-6-2022"]
    satu = orang(a, "2025-01", hasil_kerja="diatas", perilaku="sesuai")
    assert langkah_akhir(satu, a) == (
        "Hasil kerja: di atas ekspektasi (sebutan hasil kerja diberikan penilai di kolom Hasil Kerja)",
        "Perilaku: sesuai ekspektasi   [uji.xlsx › K!B2:C2]",
        "Predikat Baik: hasil kerja di atas ekspektasi dan perilaku sesuai ekspektasi "
        "(PermenPANRB 6/2022 tentang Pengelolaan Kinerja Pegawai ASN)",
    )
    a = VARIAN["6/2022 dijembatani"]
    satu = orang(a, "2025-01", indikator=[{"target": 80, "realisasi": 72}], perilaku="sesuai")
    assert langkah_akhir(satu, a)[2:4] == (
        "Nilai hasil kerja = 90,00 ÷ 100 × 100, dibulatkan satu kali (setengah ke atas) = 90,00",
        "Hasil kerja: sesuai ekspektasi, mulai 90,00 (sebutan hasil kerja diturunkan dari nilai indikator: pilihan lokal, "
        "bukan bagian dari peraturan)",
    )


@pytest.mark.parametrize("nama", VARIAN)
def test_every_set_explains_itself_with_an_example_of_the_engine(nama: str) -> None:
    a = VARIAN[nama]
    p = jelaskan_aturan(a)
    contoh = contoh_hitungan(a)
    assert contoh.dinilai, contoh.alasan
    assert [langkah.kata for langkah in p.contoh][-len(langkah_akhir(contoh, a)) :] == list(langkah_akhir(contoh, a))
    assert {lembar for lembar, _ in p.masukan} >= {"Pegawai"}
    assert ("Perilaku" in dict(p.masukan)) == (a.perlu_perilaku or a.tambahan is not None)
    assert [n for n, _ in p.predikat] == [x.nama for x in a.predikat]
    rincian = [baris for langkah in p.langkah for baris in (langkah.kata, *langkah.rinci)]
    assert all(any(c.kata in baris for baris in rincian) for c in a.cara.values()) == a.perlu_indikator


@pytest.mark.parametrize("nama", VARIAN)
def test_every_ruling_is_listed_once_with_its_source_and_certainty(nama: str) -> None:
    a = VARIAN[nama]
    p = jelaskan_aturan(a)
    tersebut = [apa for kelompok in (*p.dasar, *p.terbuka) for apa, _ in kelompok.isi]
    assert sorted(tersebut) == sorted(apa for apa, _, _ in ketentuan(a))
    assert len(set(tersebut)) == len(tersebut)
    assert all("(terbuka)" in kelompok.dasar for kelompok in p.terbuka)
    assert all(dasar.endswith(")") and ", sejak " in dasar for _, _, dasar in dasar_aturan(a))
