"""``kinerja perbaikan`` as a user types it: what is printed, and the exit code."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from bantu import ANI, INDIKATOR, PEGAWAI, REALISASI, isi_folder, kinerja, xlsx

ASAL, PERBAIKAN, BARU = (f"Dinkes Januari 2025{akhiran}" for akhiran in (".xlsx", " - perbaikan.xlsx", " - diperbaiki.xlsx"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / ASAL).write_bytes(xlsx(P=PEGAWAI, I=INDIKATOR, R=REALISASI.replace("60", "enam")))
    hasil = kinerja("perbaikan", "buat", ASAL, "-o", ".", di=tmp_path)
    assert (hasil.returncode, hasil.stderr) == (0, "")
    for kata in (PERBAIKAN, "1 baris, 1 sel", f'kinerja perbaikan terapkan "{PERBAIKAN}"'):
        assert kata in " ".join(hasil.stdout.split())
    return tmp_path


def ketik(folder: Path, sel: str, nilai: object) -> None:
    buku = openpyxl.load_workbook(folder / PERBAIKAN)
    buku["R"][sel] = nilai
    buku.save(folder / PERBAIKAN)


def terapkan(folder: Path) -> tuple[int, str]:
    hasil = kinerja("perbaikan", "terapkan", PERBAIKAN, ASAL, "-o", BARU, di=folder)
    return hasil.returncode, " ".join(hasil.stdout.split()) + hasil.stderr


def test_a_filled_cell_is_listed_old_and_new_and_the_next_step_is_named(folder: Path) -> None:
    ketik(folder, "C5", 87.5)
    kode, teks = terapkan(folder)
    assert kode == 0
    for kata in ("R!B3", "enam → 87,5", "1 sel berganti", f'kinerja validasi "{BARU}"'):
        assert kata in teks
    lagi = kinerja("validasi", BARU, di=folder)
    assert lagi.returncode == 0
    assert "Siap dikirim." in lagi.stdout


def test_nothing_filled_in_is_said_and_nothing_is_written(folder: Path) -> None:
    kode, teks = terapkan(folder)
    assert kode == 0
    assert "Tidak ada yang berubah" in teks
    assert not (folder / BARU).exists()


def test_a_refused_change_ends_with_1_names_the_cell_and_writes_nothing(folder: Path) -> None:
    ketik(folder, "C5", 87.5)
    (folder / ASAL).write_bytes(xlsx(P=PEGAWAI, I=INDIKATOR, R=REALISASI.replace("60", "tujuh")))
    kode, teks = terapkan(folder)
    assert kode == 1
    for kata in (f"{ASAL} › R!B3", "sudah bukan yang dulu diperiksa", "Tidak ada yang ditulis"):
        assert kata in teks
    assert not (folder / BARU).exists()


def test_a_locked_cell_that_was_changed_is_named_and_the_rest_is_done(folder: Path) -> None:
    ketik(folder, "C5", 87.5)
    ketik(folder, "D5", 1)
    kode, teks = terapkan(folder)
    assert kode == 0
    assert f"{PERBAIKAN} › R!D5" in teks
    assert "terkunci" in teks
    assert openpyxl.load_workbook(folder / BARU)["R"]["C3"].value == 12


def test_a_target_that_is_there_ends_with_2(folder: Path) -> None:
    ketik(folder, "C5", 87.5)
    (folder / BARU).write_bytes(b"milik orang")
    kode, teks = terapkan(folder)
    assert kode == 2
    assert "sudah ada; tidak ditimpa" in teks
    assert (folder / BARU).read_bytes() == b"milik orang"


def test_validasi_and_hitung_pass_a_repair_workbook_over(folder: Path) -> None:
    hasil = kinerja("validasi", ".", di=folder)
    assert "B05" in hasil.stdout
    assert hasil.stdout.count("enam") == 1
    ketik(folder, "C5", 60)
    terapkan(folder)
    (folder / ASAL).unlink()
    hasil = kinerja("hitung", ".", "--ruang", "ruang", di=folder)
    assert hasil.returncode == 0, hasil.stdout
    assert PERBAIKAN not in [p.name.partition("-")[2] for p in (folder / "ruang/periode/2025-01/sumber").iterdir()]


def test_a_clean_workbook_needs_no_repair(tmp_path: Path) -> None:
    (tmp_path / ASAL).write_bytes(xlsx(P=PEGAWAI, I=INDIKATOR, R=REALISASI))
    hasil = kinerja("perbaikan", "buat", ASAL, "-o", "ke", di=tmp_path)
    assert hasil.returncode == 0
    assert "tidak ada yang perlu dibetulkan" in hasil.stdout
    assert list(isi_folder(tmp_path)) == [ASAL]


def test_an_error_that_no_cell_mends_is_told_with_1(tmp_path: Path) -> None:
    (tmp_path / ASAL).write_bytes(xlsx(P=PEGAWAI.replace("Dinas |", "Bagian Mana |"), I=INDIKATOR, R=REALISASI))
    (tmp_path / "rusak.xlsx").write_bytes(b"PK\x03\x04")
    hasil = kinerja("perbaikan", "buat", ".", "-o", "ke", di=tmp_path)
    assert hasil.returncode == 1
    for kata in ("Tidak dapat dibetulkan lewat berkas perbaikan", "L02", "B01", ASAL, "rusak.xlsx"):
        assert kata in hasil.stdout
    assert not (tmp_path / "ke").exists()


def test_the_next_command_quotes_names_with_blanks(tmp_path: Path) -> None:
    (tmp_path / ASAL).write_bytes(xlsx(P=PEGAWAI.replace(ANI, "1"), I=INDIKATOR))
    hasil = kinerja("perbaikan", "buat", ASAL, "-o", "folder baru", di=tmp_path)
    assert f'"{Path("folder baru") / PERBAIKAN}"' in " ".join(hasil.stdout.split())
