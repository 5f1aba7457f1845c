"""Odd, but possible: named by cell, never stopped."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest
from bantu import ANI, BUDI, CICI, INDIKATOR, PEGAWAI, REALISASI, hitung, ruang_baru, tafsir, temuan, xlsx

from kinerja_cli.core.periode import Periode
from kinerja_cli.store import RuangKerja
from kinerja_cli.workflow.hitung import HasilHitung
from kinerja_cli.workflow.validasi import validasi_berkas

EMPAT = [f"19800101200501{i}" for i in (1001, 1002, 1003, 1004)]


def periksa(**lembar: str) -> list[tuple[str, str]]:
    isi = {"P": PEGAWAI, "I": INDIKATOR, "R": REALISASI} | lembar
    return temuan(tafsir(("Januari 2025.xlsx", xlsx(**isi))))


@pytest.mark.parametrize(
    ("a", "harapan"),
    [("0.84", True), ("8400", True), ("84", False), ("0", False), ("30", False), ("0.3", False), ("4200", True)],
)
def test_a_hundredfold_beside_the_target_is_asked_about(a: str, harapan: bool) -> None:
    hasil = periksa(R=f"NIP | A | B | C\n{ANI} | {a} | 9 | 3.5\n{BUDI} | 60 | 12 | 4")
    assert hasil == ([("R12", "B2")] if harapan else [])


def test_the_value_that_may_be_meant_is_proposed() -> None:
    isi = xlsx(P=PEGAWAI, I=INDIKATOR, R=f"NIP | A | B | C\n{ANI} | 0.85 | 9 | 3.5\n{BUDI} | 60 | 12 | 4")
    (satu,) = tafsir(("Januari 2025.xlsx", isi)).temuan
    assert dict(satu.isian)["maksud"] == "85"


def test_a_turun_that_looks_the_wrong_way_round() -> None:
    pegawai = "NIP | Nama | Dinas\n" + "\n".join(f"{n} | Orang {n[-1]} | Dinas Kesehatan" for n in EMPAT)
    realisasi = "NIP | A | B | C\n" + "\n".join(f"{n} | 80 | {20 + i} | 4" for i, n in enumerate(EMPAT))
    assert periksa(P=pegawai, R=realisasi) == [("I12", "E3")]
    baik = realisasi.replace("| 20 |", "| 9 |").replace("| 21 |", "| 10 |")
    assert periksa(P=pegawai, R=baik) == []


def test_one_name_with_two_nips() -> None:
    pegawai = f"{PEGAWAI.rstrip()}\n    {CICI} | ANI | Dinas Kesehatan | Bidan"
    hasil = periksa(P=pegawai, R=f"{REALISASI.rstrip()}\n    {CICI} | 80 | 10 | 4")
    assert hasil == [("P07", "A4")]
    lain = pegawai.replace("ANI | Dinas Kesehatan", "ANI | Dinas Pendidikan")
    assert periksa(P=lain, R=f"{REALISASI.rstrip()}\n    {CICI} | 80 | 10 | 4") == []


def test_a_person_in_two_dinas_is_a_galat() -> None:
    pegawai = f"{PEGAWAI.rstrip()}\n    {ANI} | Ani | Dinas Pendidikan | Perawat"
    assert periksa(P=pegawai) == [("P20", "A4")]


def test_birth_date_and_sex_beside_the_nip() -> None:
    pegawai = f"""
        NIP | Nama | Dinas | Tanggal Lahir | Jenis Kelamin
        {ANI} | Ani | Dinas Kesehatan | 15/05/1985 | P
        {BUDI} | Budi | Dinas Kesehatan | 02/01/1990 | Perempuan
    """
    # Ani's NIP says 15 May 1985 and 2 (perempuan); Budi's 1 January 1990 and 1 (laki-laki)
    assert ANI[:8] == "19850515"
    assert (ANI[14], BUDI[14]) == ("2", "1")
    assert periksa(P=pegawai) == [("P10", "D3"), ("P10", "E3")]


def test_a_nip_stored_as_a_number_proposes_the_one_person_it_can_be() -> None:
    """By the 15 digits that are left and by the name; without a name, or with another, it stays open whose it is."""
    for nama, usul in (("Ani, S.Kep.", ANI), ("Budi", ""), ("", "")):
        realisasi = f"NIP | Nama | A | B | C\nX | {nama} | 84 | 9 | 3.5\n{BUDI} | Budi | 60 | 12 | 4"
        buku = openpyxl.load_workbook(io.BytesIO(xlsx(P=PEGAWAI, I=INDIKATOR, R=realisasi)))
        buku["R"]["A2"] = float(ANI)
        wadah = io.BytesIO()
        buku.save(wadah)
        hasil = tafsir(("Januari 2025.xlsx", wadah.getvalue())).temuan
        satu = next(t for t in hasil if t.kode == "S03")
        assert (satu.letak.sel, satu.usul) == ("A2", usul)


# Against the month before ---------------------------------------------------------------------------------------------------

BANYAK = [f"19800101200501{i}" for i in range(1001, 1011)]
DAFTAR = "NIP | Nama | Dinas\n" + "\n".join(f"{n} | Orang {n[-2:]} | Dinas Kesehatan" for n in BANYAK)


def realisasi(*, ubah: int = 0) -> str:
    baris = [f"{n} | {(80 + i) if i >= ubah else 70 - i} | {7 + i / 10} | 3.{i}" for i, n in enumerate(BANYAK)]
    return "NIP | A | B | C\n" + "\n".join(baris)


@pytest.fixture
def ruang(tmp_path: Path) -> RuangKerja:
    ruang = ruang_baru(tmp_path / "ruang")
    hitung_bulan(ruang, tmp_path, "Januari", P=DAFTAR, I=INDIKATOR, R=realisasi())
    return ruang


def hitung_bulan(ruang: RuangKerja, folder: Path, bulan: str, **lembar: str) -> HasilHitung:
    berkas = folder / f"Dinkes {bulan} 2025.xlsx"
    berkas.write_bytes(xlsx(**lembar))
    return hitung(ruang, berkas)


@pytest.mark.parametrize(("ubah", "harapan"), [(0, ["W03"]), (1, ["W03"]), (3, [])])
def test_a_copied_month(ruang: RuangKerja, tmp_path: Path, ubah: int, harapan: list[str]) -> None:
    hasil = hitung_bulan(ruang, tmp_path, "Februari", R=realisasi(ubah=ubah))
    assert hasil.tersimpan
    assert [t.kode for t in hasil.temuan] == harapan
    if ubah == 1:
        assert dict(hasil.temuan[0].isian)["beda"] == "hanya 1 sel berbeda (B2)"
        assert hasil.temuan[0].nilai == "96,6"  # 29 of 30


def test_a_file_that_should_have_come_is_named_with_the_one_of_the_month_before(ruang: RuangKerja, tmp_path: Path) -> None:
    lain = f"NIP | Nama | Dinas\n{ANI} | Ani | Dinas Pendidikan\n{BUDI} | Budi | Dinas Pendidikan"
    hasil = hitung_bulan(ruang, tmp_path, "Februari", P=DAFTAR + "\n" + lain.partition("\n")[2], R=REALISASI)
    belum = [t for t in hasil.temuan if t.kode in ("W04", "R09")]
    assert [(t.kode, t.nilai, dict(t.isian)["jumlah"]) for t in belum] == [("W04", "Dinkes Januari 2025.xlsx", "10")]
    hasil = hitung_bulan(
        ruang, tmp_path, "Februari", P=DAFTAR + "\n" + lain.partition("\n")[2], R=REALISASI + f"    {BANYAK[0]} | 1 | 2 | 3"
    )
    belum = [t for t in hasil.temuan if t.kode in ("W04", "R09")]
    assert [(t.kode, dict(t.isian)["jumlah"]) for t in belum] == [("R09", "9")]


def test_nobody_leaves_in_silence(ruang: RuangKerja, tmp_path: Path) -> None:
    baris = DAFTAR.splitlines()
    daftar = "\n".join(
        [
            baris[0] + " | Status",
            *(f"{b} | " for b in baris[3:]),
            f"{baris[2]} | pensiun",
            f"{CICI} | Cici | Dinas Kesehatan | ",
        ]
    )
    berkas = tmp_path / "Dinkes Februari 2025.xlsx"
    berkas.write_bytes(xlsx(P=daftar, R=realisasi(ubah=9) + f"\n{CICI} | 70 | 9 | 3"))
    hasil = validasi_berkas(ruang, [berkas], None)
    assert hasil.periode == Periode(2025, 2)
    isi = {t.kode: dict(t.isian) for t in hasil.temuan if t.kode in ("P08", "P09")}
    assert (isi["P08"]["jumlah"], isi["P08"]["siapa"]) == ("1", f"Orang 01 ({BANYAK[0]})")
    assert (isi["P09"]["jumlah"], isi["P09"]["siapa"]) == ("1", f"Cici ({CICI})")


# Percent cells -----------------------------------------------------------------------------------------------------------


def berpersen(isi: bytes, lembar: int, *sel: str) -> bytes:
    """Give cells the format 0 %, as Excel's own button does."""
    buku = openpyxl.load_workbook(io.BytesIO(isi))
    for satu in sel:
        buku.worksheets[lembar][satu].number_format = "0%"
    wadah = io.BytesIO()
    buku.save(wadah)
    return wadah.getvalue()


def test_a_percent_cell_beside_a_plain_target_is_asked_about_once() -> None:
    isi = xlsx(P=PEGAWAI, I=INDIKATOR, R=f"NIP | A | B | C\n{ANI} | 0.84 | 9 | 3.5\n{BUDI} | 60 | 12 | 4")
    (satu,) = tafsir(("Januari 2025.xlsx", berpersen(isi, 2, "B2", "C2"))).temuan[:1]
    assert (satu.kode, satu.letak.sel, satu.nilai, dict(satu.isian)) == ("S10", "B2", "84 % (dibaca 0,84)", {"target": "80"})
    assert temuan(tafsir(("Januari 2025.xlsx", berpersen(isi, 2, "B2")))) == [("S10", "B2")]


def test_percent_beside_percent_is_fine_and_the_reverse_is_not() -> None:
    persen = {"I": INDIKATOR.replace("| 80 |", "| 0.8 |"), "R": REALISASI.replace("| 84 |", "| 0.84 |").replace("60", "0.6")}
    isi = berpersen(xlsx(P=PEGAWAI, **persen), 1, "F2")
    assert temuan(tafsir(("Januari 2025.xlsx", berpersen(isi, 2, "B2", "B3")))) == []
    terbalik = berpersen(xlsx(P=PEGAWAI, I=persen["I"], R=REALISASI), 1, "F2")
    assert temuan(tafsir(("Januari 2025.xlsx", terbalik))) == [("S10", "B2"), ("S10", "B3")]


def test_the_target_on_the_row_is_the_one_that_is_compared() -> None:
    panjang = f"""
        NIP | Kode | Target | Realisasi
        {ANI} | A | 0.9 | 0.84
        {ANI} | B | | 9
        {ANI} | C | | 3.5
        {BUDI} | A | | 60
        {BUDI} | B | | 12
        {BUDI} | C | | 4
    """
    isi = xlsx(P=PEGAWAI, I=INDIKATOR, R=panjang)
    assert temuan(tafsir(("Januari 2025.xlsx", berpersen(isi, 2, "C2", "D2")))) == []
    assert temuan(tafsir(("Januari 2025.xlsx", berpersen(isi, 2, "D2")))) == []  # 0.9 and 84 %: both below 1
