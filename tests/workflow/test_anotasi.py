"""Annotated copies as the command writes them, for senders of every format."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest
from bantu import ANI, BUDI, INDIKATOR, PEGAWAI, hitung, kinerja, libreoffice, ruang_baru, xlsx
from openpyxl.workbook import Workbook

from kinerja_cli.errors import KinerjaError
from kinerja_cli.workflow.anotasi import HasilSalinan, tulis_salinan
from kinerja_cli.workflow.validasi import validasi_berkas

SALAH = f"""
    NIP | A | B | C
    {ANI} | sudah | 9 | 3.5
    {BUDI} | 60 | -1 | 4
"""
BETUL = SALAH.replace("sudah", "84").replace("-1", "12")


def kirim(folder: Path, realisasi: str = SALAH, nama: str = "Dinkes Januari 2025.xlsx") -> Path:
    berkas = folder / nama
    berkas.write_bytes(xlsx(Pegawai=PEGAWAI, Indikator=INDIKATOR, Realisasi=realisasi))
    return berkas


def salin(folder: Path, *berkas: Path) -> HasilSalinan:
    return tulis_salinan(folder, validasi_berkas(None, berkas, None))


def catatan(buku: Workbook, lembar: str) -> dict[str, str]:
    return {s.coordinate: s.comment.text[:9] for baris in buku[lembar].iter_rows() for s in baris if s.comment}


def test_the_copy_stands_beside_the_original_which_stays(tmp_path: Path) -> None:
    berkas = kirim(tmp_path)
    asli = berkas.read_bytes()
    hasil = salin(tmp_path, berkas)
    assert berkas.read_bytes() == asli
    salinan = tmp_path / "Dinkes Januari 2025 - diperiksa.xlsx"
    assert hasil == HasilSalinan((salinan,), (), ())
    buku = openpyxl.load_workbook(salinan)
    assert buku.sheetnames == ["Temuan", "Pegawai", "Indikator", "Realisasi"]
    assert catatan(buku, "Realisasi") == {"B2": "GALAT S04", "C3": "GALAT R05"}
    assert [[s.value for s in baris[:4]] for baris in buku["Temuan"].iter_rows(min_row=5)] == [
        ["GALAT", "S04", "Realisasi", "B2"],
        ["GALAT", "R05", "Realisasi", "C3"],
    ]


def test_a_copy_is_skipped_by_validasi_and_hitung(tmp_path: Path) -> None:
    berkas = kirim(tmp_path)
    salin(tmp_path / "keluar", berkas)
    betul = kirim(tmp_path / "keluar", BETUL)
    hasil = validasi_berkas(None, [tmp_path / "keluar"], None)
    assert [(t.kode, t.letak.berkas) for t in hasil.temuan] == [("B05", "Dinkes Januari 2025 - diperiksa.xlsx")]
    ruang = ruang_baru(tmp_path / "ruang")
    terhitung = hitung(ruang, betul, tmp_path / "keluar" / "Dinkes Januari 2025 - diperiksa.xlsx")
    assert terhitung.tersimpan
    assert "B05" in [t.kode for t in terhitung.temuan]


def test_a_copy_alone_is_named_as_such(tmp_path: Path) -> None:
    salin(tmp_path / "keluar", kirim(tmp_path))
    with pytest.raises(KinerjaError) as e:
        validasi_berkas(None, [tmp_path / "keluar"], None)
    assert "berkas aslinya" in e.value.saran


def test_only_workbooks_with_something_to_mend_get_a_copy(tmp_path: Path) -> None:
    assert salin(tmp_path / "keluar", kirim(tmp_path, BETUL)) == HasilSalinan((), (), ())
    assert not (tmp_path / "keluar").exists()


def test_a_broken_file_is_named_and_the_others_are_copied(tmp_path: Path) -> None:
    rusak = tmp_path / "rusak.xlsx"
    rusak.write_bytes(b"PK\x03\x04rusak")
    hasil = salin(tmp_path / "keluar", kirim(tmp_path), rusak)
    assert len(hasil.utuh) == 1
    assert hasil.tak_terbaca == ("rusak.xlsx",)


def test_a_file_of_somebody_else_is_never_written_over(tmp_path: Path) -> None:
    berkas = kirim(tmp_path)
    milik_orang = kirim(tmp_path, BETUL, "Dinkes Januari 2025 - diperiksa.xlsx")
    isi = milik_orang.read_bytes()
    with pytest.raises(KinerjaError, match="bukan salinan dari kinerja"):
        salin(tmp_path, berkas)
    assert milik_orang.read_bytes() == isi


def test_an_earlier_copy_is_replaced(tmp_path: Path) -> None:
    berkas = kirim(tmp_path)
    salin(tmp_path, berkas)
    kirim(tmp_path, SALAH.replace("sudah", "84"))
    salin(tmp_path, berkas)
    buku = openpyxl.load_workbook(tmp_path / "Dinkes Januari 2025 - diperiksa.xlsx")
    assert catatan(buku, "Realisasi") == {"C3": "GALAT R05"}


@pytest.mark.parametrize("akhiran", ["ods", "xls"])
def test_a_format_that_cannot_be_edited_comes_back_as_values(tmp_path: Path, akhiran: str) -> None:
    asal = libreoffice(kirim(tmp_path), akhiran, tmp_path)
    (salinan,) = salin(tmp_path / "keluar", asal).nilai_saja
    assert salinan.name == "Dinkes Januari 2025 - diperiksa.xlsx"
    buku = openpyxl.load_workbook(salinan)
    assert buku.sheetnames == ["Temuan", "Pegawai", "Indikator", "Realisasi"]
    assert [s.value for s in buku["Realisasi"][2]] == [ANI, "sudah", 9, 3.5]
    assert catatan(buku, "Realisasi") == {"B2": "GALAT S04", "C3": "GALAT R05"}
    assert buku["Temuan"]["A5"].value == "INFO"
    assert "Bentuk berkas asli tidak dapat dipertahankan" in buku["Temuan"]["E5"].value


def test_a_csv_comes_back_as_one_sheet(tmp_path: Path) -> None:
    csv = tmp_path / "realisasi januari 2025.csv"
    csv.write_text(f"NIP;A;B;C\n{ANI};sudah;9;3,5\n{BUDI};60;12;4\n", "utf-8")
    lain = tmp_path / "pegawai.xlsx"
    lain.write_bytes(xlsx(Pegawai=PEGAWAI, Indikator=INDIKATOR))
    (salinan,) = salin(tmp_path / "keluar", csv, lain).nilai_saja
    assert salinan.name == "realisasi januari 2025 - diperiksa.xlsx"
    buku = openpyxl.load_workbook(salinan)
    assert buku.sheetnames == ["Temuan", "Data"]
    assert catatan(buku, "Data") == {"B2": "GALAT S04"}
    assert buku["Temuan"]["D6"].hyperlink.location == "'Data'!$B$2"


def test_two_files_of_one_name_each_get_their_copy(tmp_path: Path) -> None:
    for dinas, nilai in (("satu", "sudah"), ("dua", "belum")):
        (tmp_path / dinas).mkdir()
        kirim(tmp_path / dinas, SALAH.replace("sudah", nilai))
    salin(tmp_path / "keluar", tmp_path / "satu", tmp_path / "dua")
    isi = {openpyxl.load_workbook(p)["Realisasi"]["B2"].value: p.name for p in sorted((tmp_path / "keluar").iterdir())}
    assert isi.keys() == {"sudah", "belum"}


def test_the_command_needs_a_folder_keeps_its_exit_code_and_says_what_it_wrote(tmp_path: Path) -> None:
    kirim(tmp_path)
    tanpa = kinerja("validasi", "Dinkes Januari 2025.xlsx", "--anotasi", di=tmp_path)
    assert tanpa.returncode == 2
    assert "-o" in tanpa.stderr
    keluaran = kinerja(
        "validasi", "Dinkes Januari 2025.xlsx", "--anotasi", "--format", "html", "-o", "keluar", "--json", di=tmp_path
    )
    assert keluaran.returncode == 1
    assert "Dinkes Januari 2025 - diperiksa.xlsx" in keluaran.stderr
    assert "Ditulis" not in keluaran.stdout
    assert json.loads(keluaran.stdout)["temuan"]
    assert {p.name for p in (tmp_path / "keluar").iterdir()} == {
        "hasil-validasi.html", "Dinkes Januari 2025 - diperiksa.xlsx",
    }  # fmt: skip


def test_the_command_says_what_could_not_be_copied_or_needs_no_copy(tmp_path: Path) -> None:
    kirim(tmp_path, BETUL)
    (tmp_path / "r.csv").write_text(f"NIP;A;B;C\n{ANI};sudah;9;3,5\n", "utf-8")
    (tmp_path / "rusak.xlsx").write_bytes(b"PK\x03\x04rusak")
    bersih = kinerja("validasi", "Dinkes Januari 2025.xlsx", "--anotasi", "-o", "k", di=tmp_path)
    assert bersih.returncode == 0
    assert "Tidak ada yang perlu dibetulkan" in bersih.stderr
    lain = kinerja("validasi", ".", "--anotasi", "-o", "k", di=tmp_path)
    assert "Ditulis, hanya isi selnya: k" in lain.stderr
    assert "Tidak terbaca, jadi tanpa salinan: rusak.xlsx" in lain.stderr
