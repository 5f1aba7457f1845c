"""What is odd about a survey as a whole."""

from __future__ import annotations

from fractions import Fraction

import pytest
from bantu import lembar

from kinerja_cli.core.skm.laporan import LaporanSkm, susun_laporan
from kinerja_cli.core.skm.urai import urai_survei
from kinerja_cli.core.temuan import Temuan
from kinerja_cli.workflow.skm import aturan_skm

# in the regulation's order
NAMA = "Persyaratan | Prosedur | Waktu | Biaya | Produk | Kompetensi | Perilaku | Pengaduan | Sarana"
BARIS = ("3 | 3 | 3 | 4 | 3 | 3 | 4 | 1 | 2", "4 | 3 | 3 | 4 | 3 | 4 | 4 | 2 | 3", "2 | 2 | 3 | 4 | 3 | 3 | 3 | 2 | 4")


def laporan(teks: str, *, populasi: int | None = None, bobot: str = "", lalu: str = "") -> LaporanSkm:
    aturan = aturan_skm()
    survei = urai_survei([lembar(teks)], aturan)
    return susun_laporan(
        survei,
        aturan,
        (),
        populasi=populasi,
        bobot=Fraction(bobot) if bobot else None,
        lalu=urai_survei([lembar(lalu)], aturan) if lalu else None,
    )


def tabel(*baris: str, atas: str = f"No | {NAMA}") -> str:
    return "\n".join([atas, *(f"{i} | {b}" for i, b in enumerate(baris, 1))])


def satu(laporan_: LaporanSkm, kode: str) -> Temuan:
    (temuan,) = [t for t in laporan_.temuan if t.kode == kode]
    return temuan


def kode(laporan_: LaporanSkm) -> list[str]:
    return [t.kode for t in laporan_.temuan]


@pytest.mark.parametrize(
    ("tertulis", "kode_harap", "kata"),
    [
        # sums 9 8 9 12 9 10 11 5 9 of three people make 82: 82/3 = 27.3333; by 25/9 75.93, by 2.775 75.85, by 2.75 75.17
        ("75.93", "", ""),
        ("75.9259", "", ""),
        ("75.85", "U07", "memakai bobot 0,111; dengan bobot 1/9 indeksnya 75,93"),
        ("75.17", "U07", "memakai bobot 0,11; dengan bobot 1/9 indeksnya 75,93"),
        ("80", "U08", "menulis 80,00, tetapi dari respondennya 75,93"),
    ],
)
def test_the_workbooks_own_index(tertulis: str, kode_harap: str, kata: str) -> None:
    hasil = laporan(tabel(*BARIS) + f"\nJumlah | 9\nIKM | | | | | | | | | {tertulis}")
    assert hasil.hasil.nilai == 7593
    assert kode(hasil) == ([kode_harap] if kode_harap else [])
    if kode_harap:
        assert satu(hasil, kode_harap).letak.sel == "J6"
        assert kata in satu(hasil, kode_harap).pesan


def test_with_the_offices_weight_its_own_index_agrees() -> None:
    hasil = laporan(tabel(*BARIS) + "\nJumlah | 9\nIKM | 75.85", bobot="0.111")
    assert (hasil.hasil.nilai, kode(hasil)) == (7585, [])
    hasil = laporan(tabel(*BARIS) + "\nJumlah | 9\nIKM | 75.93", bobot="0.111")
    assert "memakai bobot 1/9; dengan bobot 0,111 indeksnya 75,85" in satu(hasil, "U07").pesan


@pytest.mark.parametrize(("seragam", "ada"), [(3, True), (2, False)])
def test_straight_lining_is_named_from_three_in_ten_on(seragam: int, ada: bool) -> None:
    hasil = laporan(tabel(*["4 | 4 | 4 | 4 | 4 | 4 | 4 | 4 | 4"] * seragam, *[BARIS[0]] * (10 - seragam)))
    assert ("U05" in kode(hasil)) is ada
    if ada:
        assert "3 dari 10 responden (30 %)" in satu(hasil, "U05").pesan
        assert "baris 2, 3, 4" in satu(hasil, "U05").pesan


def test_few_respondents_may_all_be_of_one_mind() -> None:
    assert kode(laporan(tabel(*["3 | 3 | 3 | 3 | 3 | 3 | 3 | 3 | 3"] * 9))) == []


@pytest.mark.parametrize(
    ("kolom", "diri", "harap"),
    [
        ("HP", ("0812", "0813", "0812"), ["A4"]),
        ("HP", ("", "", ""), []),
        ("Nama", ("Ani", "Budi", "ANI"), []),  # the same name with other answers
    ],
)
def test_the_same_person_twice(kolom: str, diri: tuple[str, str, str], harap: list[str]) -> None:
    teks = "\n".join([f"{kolom} | {NAMA}", *(f"'{d} | {b}" for d, b in zip(diri, BARIS, strict=True))])
    assert [t.letak.sel for t in laporan(teks).temuan if t.kode == "U06"] == harap


def test_the_same_name_or_number_with_the_same_answers() -> None:
    nama = f"Nama | {NAMA}\nAni | {BARIS[0]}\nBudi | {BARIS[0]}\nani | {BARIS[0]}"
    assert [(t.letak.sel, t.pesan) for t in laporan(nama).temuan] == [
        ("A4", "Nama dan semua jawaban sama dengan uji.xlsx › Data!A2; keduanya dihitung.")
    ]
    nomor = f"No | {NAMA}\n1 | {BARIS[0]}\n2 | {BARIS[0]}\n2 | {BARIS[0]}"
    assert [t.letak.sel for t in laporan(nomor).temuan] == ["A4"]


def test_one_person_may_rate_two_services() -> None:
    teks = f"HP | Layanan | {NAMA}\n'0812 | KTP | {BARIS[0]}\n'0812 | KK | {BARIS[0]}"
    assert kode(laporan(teks)) == []


def test_the_shortfall_of_the_sample() -> None:
    hasil = laporan(tabel(*BARIS), populasi=1000)
    assert (hasil.sampel, hasil.kekurangan) == (278, 275)
    assert "3 responden; untuk 1.000 pengguna layanan perlu paling sedikit 278, jadi kurang 275" in satu(hasil, "U09").pesan
    assert kode(laporan(tabel(*BARIS), populasi=3)) == []
    assert "kecukupan responden tidak diperiksa" in laporan(tabel(*BARIS)).kata_sampel


def test_beside_the_last_survey() -> None:
    lama = tabel(*[BARIS[1]] * 40)  # 4 3 3 4 3 4 4 2 3 = 30: 30/9 × 25 = 83.33
    baru = tabel(*[BARIS[0]] * 20, *[BARIS[2]] * 20)  # 26 and 26: 26/9 × 25 = 72.22
    lalu = laporan(baru, lalu=lama).lalu
    assert lalu is not None
    assert (lalu.lama.nilai, lalu.selisih, lalu.nyata) == (8333, -1111, True)
    assert {u.id: n for u, n in lalu.unsur}["waktu"] == 0
    assert lalu.kata == "turun 11,11, lebih besar daripada yang dapat terjadi karena kebetulan"
    sedikit = laporan(tabel(*BARIS), lalu=lama).lalu
    assert sedikit is not None
    assert sedikit.nyata is None
    assert "terlalu sedikit" in sedikit.kata


def test_respondents_are_counted_without_names() -> None:
    teks = f"Nama | JK | Umur | Pendidikan | {NAMA}\n" + "\n".join(
        f"{nama} | {diri} | {BARIS[0]}"
        for nama, diri in (
            ("Ani", "P | 20 | S1"),
            ("Budi", "Laki-laki | 21 | SMA"),
            ("Cici", "p | 61 | s1"),
            ("Dedi", " | | "),
        )
    )
    assert [(k.nama, k.isi) for k in laporan(teks).responden] == [
        ("Jenis kelamin", (("Laki-laki", 1), ("Perempuan", 2), ("Tidak diisi", 1))),
        ("Umur", (("20 tahun ke bawah", 1), ("21–30 tahun", 1), ("61 tahun ke atas", 1), ("Tidak diisi", 1))),
        ("Pendidikan", (("SMA", 1), ("S1", 2), ("Tidak diisi", 1))),
    ]
