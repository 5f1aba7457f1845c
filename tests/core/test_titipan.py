"""Values from elsewhere: the small file, and how it meets what an office filed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from bantu import ANI, BUDI, CICI, INDIKATOR, PEGAWAI, lembar, tafsir, temuan, xlsx
from hypothesis import given
from hypothesis import strategies as st

from kinerja_cli.core.angka import angka_dari_teks
from kinerja_cli.core.kolom import rapi
from kinerja_cli.core.lembar import Lembar
from kinerja_cli.core.periode import Periode
from kinerja_cli.core.temuan import Temuan
from kinerja_cli.core.titipan import Asal, Nilai, Titipan, kenali, tulis_titipan
from kinerja_cli.readers.csv_teks import baca_csv
from kinerja_cli.workflow.tafsir import Tafsiran

SKM = Titipan("skm", "C", "Dinas Kesehatan", Periode(2025, 1), (Asal("SKM, Dinkes.xlsx", "ab" * 32),))
DIBUKA_ORANG = f"""\
NILAI DARI SUMBER LAIN
Dibuat oleh kinerja skm. Jangan disunting; jalankan lagi perintahnya bila nilainya berubah.
Sumber: skm
Indikator: C
Dinas: Dinas Kesehatan
Periode: Januari 2025
Sifat: menambah
"Asal: SKM, Dinkes.xlsx (sha256 {"ab" * 32})"

NIP,Kode Indikator,Realisasi,Keterangan
{ANI},C,3.5,"SKM, 250 responden"
{BUDI},C,3.5,"SKM, 250 responden"
"""


def titipan(*nip: str, nilai: str = "3.5") -> bytes:
    return tulis_titipan(SKM, {n: Nilai(Decimal(nilai), "SKM, 250 responden") for n in nip})


def dibaca(isi: bytes) -> Lembar:
    return Lembar(SKM.nama, "", baca_csv(isi), teks_saja=True)


def bersama(realisasi: str, isi: bytes, pegawai: str = PEGAWAI) -> Tafsiran:
    """The month's workbook beside a value from elsewhere."""
    return tafsir(("Januari 2025.xlsx", xlsx(P=pegawai, I=INDIKATOR, R=realisasi)), (SKM.nama, isi))


def realisasi_c(hasil: Tafsiran) -> dict[str, tuple[float, str]]:
    isi = hasil.masukan.realisasi
    isi = isi[isi["kode"] == "C"]
    berkas = hasil.masukan.berkas()
    return {b.nip: (b.realisasi, str(berkas[b.sumber])) for b in isi.itertuples()}


def test_the_file_as_a_person_reads_it() -> None:
    assert titipan(BUDI, ANI).decode() == DIBUKA_ORANG
    assert SKM.nama == "Nilai skm C 2025-01 Dinas Kesehatan.csv"


def test_what_was_written_is_known_again() -> None:
    assert kenali(dibaca(titipan(ANI))) == SKM
    assert kenali(lembar(PEGAWAI)) is None


@pytest.mark.parametrize(
    ("lama", "baru"),
    [
        ("Dinas: Dinas Kesehatan\n", ""),
        ("Januari 2025", "bulan lalu"),
        ("menambah", "menggantikan"),
        ("Sumber: skm", "Sumber: "),
    ],
)
def test_a_file_that_was_edited_is_a_galat(lama: str, baru: str) -> None:
    hasil = kenali(dibaca(DIBUKA_ORANG.replace(lama, baru).encode()))
    assert isinstance(hasil, Temuan)
    assert hasil.kode == "N02"


def test_blank_dash_and_absent_cells_are_filled_with_the_place_of_the_small_file() -> None:
    for kosong in ("", "-"):
        hasil = bersama(f"NIP | A | B | C\n{ANI} | 84 | 9 | {kosong}\n{BUDI} | 60 | 12 | 4", titipan(ANI))
        assert temuan(hasil) == []
        assert realisasi_c(hasil) == {ANI: (3.5, SKM.nama), BUDI: (4.0, "Januari 2025.xlsx")}
    hasil = bersama(f"NIP | A | B\n{ANI} | 84 | 9\n{BUDI} | 60 | 12", titipan(ANI, BUDI))
    assert temuan(hasil) == []
    assert realisasi_c(hasil) == {ANI: (3.5, SKM.nama), BUDI: (3.5, SKM.nama)}


def test_the_same_value_counts_once() -> None:
    hasil = bersama(f"NIP | A | B | C\n{ANI} | 84 | 9 | 3.5\n{BUDI} | 60 | 12 | 4", titipan(ANI))
    assert temuan(hasil) == []
    assert realisasi_c(hasil)[ANI] == (3.5, SKM.nama)


@pytest.mark.parametrize(("isian", "tercetak"), [("3.4", "3,4"), ("0", "0"), ("n/a", "tidak berlaku")])
def test_another_value_is_a_galat_that_names_both_cells(isian: str, tercetak: str) -> None:
    hasil = bersama(f"NIP | A | B | C\n{ANI} | 84 | 9 | {isian}\n{BUDI} | 60 | 12 | 4", titipan(ANI, nilai="3.5"))
    galat = [t for t in hasil.temuan if t.kode == "N01"]
    assert [(t.letak.sel, t.nip) for t in galat] == [("D2", (ANI,))]
    assert f"di sini {tercetak}, tetapi menurut {SKM.nama} › C11 3,5" in galat[0].pesan


def test_a_faulty_cell_is_told_once() -> None:
    hasil = bersama(f"NIP | A | B | C\n{ANI} | 84 | 9 | baik\n{BUDI} | 60 | 12 | 4", titipan(ANI))
    assert temuan(hasil) == [("S04", "D2")]


def test_a_target_of_the_office_stays_where_its_blank_gives_way() -> None:
    isi = f"NIP | Kode Indikator | Target | Realisasi\n{ANI} | A | 80 | 84\n{ANI} | B | 10 | 9\n{ANI} | C | 5 | -"
    hasil = bersama(isi, titipan(ANI))
    (baris,) = hasil.masukan.realisasi[hasil.masukan.realisasi["kode"] == "C"].itertuples()
    assert (baris.target, baris.realisasi, baris.keterangan) == (5.0, 3.5, "SKM, 250 responden")


def test_who_has_left_the_list_doesnt_stop_the_month() -> None:
    isi = f"NIP | A | B | C\n{ANI} | 84 | 9 | -\n{BUDI} | 60 | 12 | -"
    hasil = bersama(isi, titipan(ANI, BUDI, CICI))
    assert temuan(hasil) == [("N03", "C11")]
    assert realisasi_c(hasil).keys() == {ANI, BUDI}


def test_a_dinas_that_sent_nothing_is_still_awaited() -> None:
    hasil = tafsir(("Januari 2025.xlsx", xlsx(P=PEGAWAI, I=INDIKATOR)), (SKM.nama, titipan(ANI, BUDI)))
    assert [kode for kode, _ in temuan(hasil)] == ["R09"]


def test_two_sources_of_one_indicator_contradict_each_other() -> None:
    lain = replace(SKM, sumber="layanan")
    isi = tulis_titipan(lain, {ANI: Nilai(Decimal(4), "")})
    buku = xlsx(P=PEGAWAI, I=INDIKATOR, R=f"NIP | A | B\n{ANI} | 84 | 9\n{BUDI} | 60 | 12")
    hasil = tafsir(("Januari 2025.xlsx", buku), (SKM.nama, titipan(ANI, BUDI)), (lain.nama, isi))
    assert [kode for kode, _ in temuan(hasil)] == ["R03"]


@given(st.decimals(min_value=0, max_value=10**6, places=4).map(lambda d: d.normalize()))
def test_every_value_comes_back_as_it_was(nilai: Decimal) -> None:
    sel = dibaca(titipan(ANI, nilai=str(nilai))).baris[-1][2]
    assert angka_dari_teks(rapi(sel), None) == float(nilai)


# Decisions on objections --------------------------------------------------------------------------------------------

PUTUSAN = Titipan("keberatan", "C", "Dinas Kesehatan", Periode(2025, 1), (), "K-001", ANI)
DIPUTUS = f"""\
NILAI DARI SUMBER LAIN
Dibuat oleh kinerja keberatan. Jangan disunting; nilainya mengikuti putusan yang tercatat di jejak audit.
Sumber: keberatan
Indikator: C
Dinas: Dinas Kesehatan
Periode: Januari 2025
Sifat: menggantikan
Keputusan: K-001
Pegawai: {ANI}

NIP,Kode Indikator,Realisasi,Keterangan
{ANI},C,3.9,Keputusan keberatan K-001
"""


def diputus(realisasi: str, *lain: tuple[str, bytes], pegawai: str = PEGAWAI, kode: str = "C") -> Tafsiran:
    """The month's workbook beside a decision that sets Ani's C to 3.9, and other values from elsewhere."""
    putusan = replace(PUTUSAN, kode=kode)
    isi = tulis_titipan(putusan, {ANI: Nilai(Decimal("3.9"), "Keputusan keberatan K-001")})
    buku = ("Januari 2025.xlsx", xlsx(P=pegawai, I=INDIKATOR, R=realisasi))
    return tafsir(buku, (putusan.nama, isi), *lain)


def test_a_decision_as_a_person_reads_it_and_as_it_is_known_again() -> None:
    isi = tulis_titipan(PUTUSAN, {ANI: Nilai(Decimal("3.9"), "Keputusan keberatan K-001")})
    assert isi.decode() == DIPUTUS
    assert kenali(Lembar(PUTUSAN.nama, "", baca_csv(isi), teks_saja=True)) == PUTUSAN
    assert PUTUSAN.nama == "Keputusan keberatan K-001 2025-01 C.csv"
    tanpa = DIPUTUS.replace("Keputusan: K-001\n", "")
    rusak = kenali(Lembar(PUTUSAN.nama, "", baca_csv(tanpa.encode()), teks_saja=True))
    assert isinstance(rusak, Temuan)
    assert rusak.kode == "N02"


@pytest.mark.parametrize(
    ("isian", "kode"),
    [("3.5", [("O02", "D2")]), ("n/a", [("O02", "D2")]), ("3.9", []), ("", []), ("-", [])],
)
def test_a_decision_stands_in_the_stead_of_what_was_filed(isian: str, kode: list[tuple[str, str]]) -> None:
    hasil = diputus(f"NIP | A | B | C\n{ANI} | 84 | 9 | {isian}\n{BUDI} | 60 | 12 | 4")
    assert temuan(hasil) == kode
    assert realisasi_c(hasil) == {ANI: (3.9, PUTUSAN.nama), BUDI: (4.0, "Januari 2025.xlsx")}


def test_a_decision_settles_what_a_survey_and_an_office_contradict_each_other_in() -> None:
    isi = f"NIP | A | B | C\n{ANI} | 84 | 9 | 3.4\n{BUDI} | 60 | 12 | 4"
    hasil = diputus(isi, (SKM.nama, titipan(ANI)))
    assert [t.kode for t in hasil.temuan] == ["O02", "O02"]
    assert realisasi_c(hasil)[ANI] == (3.9, PUTUSAN.nama)
    hasil = diputus(isi.replace("3.4", "").replace("12 | 4", "12 |"), (SKM.nama, titipan(ANI, BUDI)))
    assert realisasi_c(hasil) == {ANI: (3.9, PUTUSAN.nama), BUDI: (3.5, SKM.nama)}


def test_a_target_of_the_office_stays_under_a_decision() -> None:
    isi = f"NIP | Kode Indikator | Target | Realisasi\n{ANI} | A | 80 | 84\n{ANI} | B | 10 | 9\n{ANI} | C | 5 | 4"
    hasil = diputus(isi)
    (baris,) = hasil.masukan.realisasi[hasil.masukan.realisasi["kode"] == "C"].itertuples()
    assert (baris.target, baris.realisasi) == (5.0, 3.9)


def test_a_decision_for_an_indicator_that_is_gone_is_told_and_not_used() -> None:
    hasil = diputus(f"NIP | A | B | C\n{ANI} | 84 | 9 | 3\n{BUDI} | 60 | 12 | 4", kode="Z")
    assert temuan(hasil) == [("O01", "C12")]
    assert realisasi_c(hasil)[ANI] == (3.0, "Januari 2025.xlsx")
