"""LibreOffice computes a workbook's formulas anew, whatever values are stored beside them."""

from __future__ import annotations

import shutil
import subprocess
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook

_SELALU = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""  # noqa: E501 - as LibreOffice writes it
Sel = tuple[str, str, str]
"""File, sheet, cell."""


def hitung_ulang(berkas: Sequence[Path], folder: Path) -> dict[str, Workbook]:
    """Give each workbook with the values that LibreOffice computes; skips where it isn't installed."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice tidak terpasang")
    profil, keluar = folder / "profil-hitung", folder / "dihitung"
    (profil / "user").mkdir(parents=True, exist_ok=True)
    (profil / "user" / "registrymodifications.xcu").write_text(_SELALU, encoding="utf-8")
    subprocess.run(
        [
            program, f"-env:UserInstallation={profil.absolute().as_uri()}", "--headless", "--convert-to", "xlsx",
            "--outdir", str(keluar), *map(str, berkas),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )  # fmt: skip
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", ".* extension is not supported")  # LibreOffice's own of data bars
        return {b.name: openpyxl.load_workbook(keluar / b.name, data_only=True) for b in berkas}


def rumus(berkas: Path) -> Iterator[tuple[str, str, str, object]]:
    """Give every formula of a workbook with its place and its stored value: sheet, cell, formula, value."""
    tersimpan = openpyxl.load_workbook(berkas, data_only=True)
    for ws in openpyxl.load_workbook(berkas):
        for baris in ws.iter_rows():
            for sel in baris:
                if sel.data_type == "f":
                    yield ws.title, sel.coordinate, str(sel.value), tersimpan[ws.title][sel.coordinate].value


def beda(berkas: Sequence[Path], folder: Path) -> tuple[int, list[str]]:
    """Compare every formula's stored value with what LibreOffice computes; give how many, and those that differ."""
    banyak, semua = 0, []
    dihitung = hitung_ulang(berkas, folder)
    for satu in berkas:
        for nama, tempat, teks, nilai in rumus(satu):
            banyak += 1
            kini = dihitung[satu.name][nama][tempat].value
            if not sama(nilai, kini):
                semua.append(f"{satu.name} › {nama}!{tempat} {teks}: tersimpan {nilai!r}, dihitung {kini!r}")
    return banyak, semua


def sama(a: object, b: object) -> bool:
    """Compare two cells: numbers to the eight decimals of the finest column, and an empty text is a blank."""
    if isinstance(a, int | float) and isinstance(b, int | float):
        return round(a, 8) == round(b, 8)
    return (a or "") == (b or "")
