"""The sample, scored once for each worker; tests that change it take a copy."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from bantu import buat_setahun, pelaku

from kinerja_cli.store import RuangKerja
from kinerja_cli.workflow.contoh import jalankan_contoh


@pytest.fixture(scope="session")
def contoh(tmp_path_factory: pytest.TempPathFactory) -> RuangKerja:
    folder = tmp_path_factory.mktemp("contoh") / "ruang"
    assert all(hasil.tersimpan for hasil in jalankan_contoh(folder, pelaku()))
    return RuangKerja(folder)


@pytest.fixture(scope="session")
def setahun(tmp_path_factory: pytest.TempPathFactory) -> RuangKerja:
    return buat_setahun(tmp_path_factory.mktemp("setahun"))


@pytest.fixture
def salinan(contoh: RuangKerja, tmp_path: Path) -> RuangKerja:
    return RuangKerja(Path(shutil.copytree(contoh.folder, tmp_path / "ruang")))
