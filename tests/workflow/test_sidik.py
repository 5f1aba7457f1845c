"""Reports that stand and were made from the same are left as they are; any other material makes them anew."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from bantu import INDIKATOR, PEGAWAI, REALISASI, hitung, isi_folder, ruang_baru, xlsx

from kinerja_cli.store import RuangKerja

_DULU = 1_000_000_000


@pytest.fixture
def ruang(tmp_path: Path) -> RuangKerja:
    ruang = ruang_baru(tmp_path / "ruang")
    hitung(ruang, _berkas(tmp_path))
    for p in _laporan(ruang):
        os.utime(p, (_DULU, _DULU))
    return ruang


def _berkas(folder: Path, realisasi: str = REALISASI) -> Path:
    berkas = folder / "Dinkes Januari 2025.xlsx"
    berkas.write_bytes(xlsx(P=PEGAWAI, I=INDIKATOR, R=realisasi))
    return berkas


def _laporan(ruang: RuangKerja) -> list[Path]:
    return sorted(p for p in (ruang.folder / "laporan").rglob("*") if p.is_file())


def _ditulis(ruang: RuangKerja) -> set[str]:
    return {p.name for p in _laporan(ruang) if p.stat().st_mtime != _DULU}


def test_nothing_is_written_where_nothing_changed(ruang: RuangKerja, tmp_path: Path) -> None:
    sebelum = isi_folder(ruang.folder / "laporan")
    hasil = hitung(ruang, tmp_path / "Dinkes Januari 2025.xlsx")
    assert _ditulis(ruang) == set()
    assert isi_folder(ruang.folder / "laporan") == sebelum
    assert hasil.laporan
    assert set(hasil.laporan.tertulis) == {"index.html", "rekap.xlsx", "Dinas Kesehatan.xlsx", "Dinas Kesehatan.html",
                                           "rapat/Dinas Kesehatan.html"}  # fmt: skip


@pytest.mark.parametrize("rusak", [Path.unlink, lambda p: p.write_bytes(p.read_bytes() + b" ")], ids=["hilang", "berubah"])
def test_a_report_that_is_gone_or_changed_is_made_again(
    ruang: RuangKerja, tmp_path: Path, rusak: Callable[[Path], None]
) -> None:
    sebelum = isi_folder(ruang.folder / "laporan")
    rusak(ruang.folder / "laporan" / "2025-01" / "rekap.xlsx")
    hitung(ruang, tmp_path / "Dinkes Januari 2025.xlsx")
    assert _ditulis(ruang) == {"rekap.xlsx"}
    assert isi_folder(ruang.folder / "laporan") == sebelum


def _setelan(ruang: RuangKerja, folder: Path) -> None:
    toml = ruang.folder / "kinerja.toml"
    toml.write_text(toml.read_text("utf-8").replace("Muara Bungo", "Rimbo Tengah"), "utf-8")


def _nilai(ruang: RuangKerja, folder: Path) -> None:
    _berkas(folder, REALISASI.replace("84", "85"))


def _pelengkap(ruang: RuangKerja, folder: Path) -> None:
    (ruang.folder / "pelengkap").mkdir(exist_ok=True)
    (ruang.folder / "pelengkap" / "Potensial.xlsx").write_bytes(xlsx(P="NIP | Potensial\n198505152010012001 | tinggi"))


def _catatan_rusak(ruang: RuangKerja, folder: Path) -> None:
    (ruang.folder / ".laporan" / "2025-01.json").write_text('{"rekap.xlsx": 1}', "utf-8")


@pytest.mark.parametrize("ubah", [_setelan, _nilai, _pelengkap, _catatan_rusak])
def test_other_material_makes_every_report_anew(
    ruang: RuangKerja, tmp_path: Path, ubah: Callable[[RuangKerja, Path], None]
) -> None:
    ubah(ruang, tmp_path)
    hitung(ruang, tmp_path / "Dinkes Januari 2025.xlsx")
    assert _ditulis(ruang) >= {"index.html", "rekap.xlsx", "Dinas Kesehatan.xlsx", "Dinas Kesehatan.html"}


def test_the_program_itself_is_material(ruang: RuangKerja, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kinerja_cli.workflow.sidik._program", lambda: ("versi lain",))
    hitung(ruang, tmp_path / "Dinkes Januari 2025.xlsx")
    assert "rekap.xlsx" in _ditulis(ruang)
