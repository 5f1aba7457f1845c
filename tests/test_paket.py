"""The program finds what travels with it in a plain checkout, an editable install and a wheel."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

AKAR = Path(__file__).parent.parent
_TANYA = (
    "from kinerja_cli import resources as r; print(r.folder_templat()); print(r.folder_contoh()); print(r.folder_aturan())"
)


def _folder(*, sumber: Path | None, di: Path) -> list[Path]:
    env = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"} | ({"PYTHONPATH": str(sumber)} if sumber else {})
    keluaran = subprocess.run(
        [sys.executable, "-c", _TANYA], cwd=di, env=env, capture_output=True, text=True, check=True
    ).stdout
    return [Path(baris) for baris in keluaran.splitlines()]


def test_editable_install(tmp_path: Path) -> None:
    assert _folder(sumber=None, di=tmp_path) == [AKAR / "templates", AKAR / "contoh_data", AKAR / "kinerja_cli/aturan"]


def test_plain_checkout(tmp_path: Path) -> None:
    salinan = tmp_path / "salinan"
    for nama in ("templates", "contoh_data", "kinerja_cli"):
        shutil.copytree(AKAR / nama, salinan / nama, ignore=shutil.ignore_patterns("__pycache__"))
    harapan = [salinan / "templates", salinan / "contoh_data", salinan / "kinerja_cli/aturan"]
    assert _folder(sumber=salinan, di=tmp_path) == harapan


def test_wheel_carries_everything(tmp_path: Path) -> None:
    build = pytest.importorskip(
        "hatchling.build", reason="hatchling tidak terpasang; .ci/run membangun dan menjalankan wheel"
    )
    lama = Path.cwd()
    os.chdir(AKAR)
    try:
        wheel = tmp_path / build.build_wheel(str(tmp_path))
    finally:
        os.chdir(lama)
    with zipfile.ZipFile(wheel) as z:
        isi = set(z.namelist())
        z.extractall(tmp_path / "terpasang")
    for folder in ("templates", "contoh_data"):
        semua = {
            f"kinerja_cli/_data/{p.relative_to(AKAR).as_posix()}"
            for p in (AKAR / folder).rglob("*")
            if p.is_file() and not p.name.startswith("~$")
        }
        assert semua
        assert semua <= isi
    assert {f"kinerja_cli/aturan/pelengkap/{n}.toml" for n in ("pola-distribusi", "angka-kredit")} <= isi
    assert "kinerja_cli/cli/locale/id/LC_MESSAGES/messages.mo" in isi
    pasangan = tmp_path / "terpasang"
    assert _folder(sumber=pasangan, di=pasangan) == [
        pasangan / "kinerja_cli/_data/templates",
        pasangan / "kinerja_cli/_data/contoh_data",
        pasangan / "kinerja_cli/aturan",
    ]
