"""Paper: every report workbook is laid out for that of kinerja.toml, and for A4 where there is no ruang kerja."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from bantu import kinerja

from kinerja_cli.resources import folder_contoh
from kinerja_cli.store import RuangKerja

A4, F4 = 9, 14


_MASUK = folder_contoh()
PERINTAH = [
    ["layanan", str(_MASUK / "layanan"), "-o", "keluar", "--format", "xlsx"],
    ["skm", str(min((_MASUK / "skm").glob("*.xlsx"))), "-o", "keluar", "--format", "xlsx"],
    ["rekap", "--tahun", "2025", "--format", "xlsx"],
    ["tindak-lanjut", "-o", "keluar", "--format", "xlsx"],
    ["bandingkan", "--penilai", "-o", "keluar", "--format", "xlsx"],
]
"""Each command that writes workbooks besides the month's own."""


def kertas(*folder: Path) -> set[int]:
    return {ws.page_setup.paperSize for f in folder for b in f.glob("*.xlsx") for ws in openpyxl.load_workbook(b)}


@pytest.mark.parametrize("argumen", PERINTAH, ids=lambda argumen: argumen[0])
def test_a_workbook_follows_the_settings(salinan: RuangKerja, argumen: list[str]) -> None:
    toml = salinan.folder / "kinerja.toml"
    toml.write_text(toml.read_text("utf-8").replace('kertas = "A4"', 'kertas = "F4"'), "utf-8")
    hasil = kinerja(*argumen, di=salinan.folder)
    assert "Traceback" not in hasil.stderr
    assert kertas(salinan.folder / "keluar", salinan.folder / "laporan/2025") == {F4}


@pytest.mark.parametrize("argumen", PERINTAH[:2], ids=lambda argumen: argumen[0])
def test_without_a_ruang_kerja_it_is_a4(tmp_path: Path, argumen: list[str]) -> None:
    kinerja(*argumen, di=tmp_path)
    assert kertas(tmp_path / "keluar") == {A4}
