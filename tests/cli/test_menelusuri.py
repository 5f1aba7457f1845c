"""rekap as a user types it: exit codes and what is said."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from bantu import ANI, kinerja, xlsx

from kinerja_cli.store import RuangKerja


@pytest.mark.parametrize(
    ("argumen", "kata"),
    [
        (["--tahun", "2025", "--triwulan", "1", "--semester", "1"], "tidak dapat dipakai bersama"),
        (["--tahun", "2025", "--triwulan", "5"], "Tulis 1 sampai 4."),
        (["--tahun", "2025", "--semester", "0"], "Tulis 1 sampai 2."),
        (["--tahun", "2025", "--format", "pdf"], "“pdf” tidak dikenal"),
        (["--tahun", "2031"], "Yang ada: 2025-01, 2025-02, 2025-03"),
        (["--tahun", "2025", "--triwulan", "1", "--angka-kredit", "x.xlsx"], "setahun"),
        (["--tahun", "2025", "--angka-kredit", "x.xlsx"], "tidak ditemukan"),
        ([], "--tahun"),
    ],
)
def test_wrong_usage_ends_with_2_and_one_advice(contoh: RuangKerja, tmp_path: Path, argumen: list[str], kata: str) -> None:
    hasil = kinerja("rekap", *argumen, "--ruang", contoh.folder, di=tmp_path)
    assert hasil.returncode == 2
    assert kata in " ".join(hasil.stderr.split())
    assert hasil.stdout == ""


def test_only_the_kinds_that_were_asked_for(contoh: RuangKerja, tmp_path: Path) -> None:
    ruang = Path(shutil.copytree(contoh.folder, tmp_path / "ruang"))
    hasil = kinerja("rekap", "--tahun", "2025", "--triwulan", "1", "--format", "html", "--json", di=ruang)
    assert hasil.returncode == 0
    assert json.loads(hasil.stdout)["rentang"] == "2025-T1"
    assert [p.name for p in (ruang / "laporan/2025-T1").iterdir()] == ["rekap.html"]


def test_a_fault_in_the_credit_file_ends_with_1(contoh: RuangKerja, tmp_path: Path) -> None:
    ruang = Path(shutil.copytree(contoh.folder, tmp_path / "ruang"))
    (tmp_path / "ak.xlsx").write_bytes(xlsx(AK=f"NIP | Jenjang | Predikat\n{ANI} | Muda | Baik"))
    hasil = kinerja("rekap", "--tahun", "2025", "--angka-kredit", tmp_path / "ak.xlsx", di=ruang)
    assert hasil.returncode == 1
    assert "A2 GALAT P27" in hasil.stdout
    assert not (ruang / "laporan/2025").exists()
