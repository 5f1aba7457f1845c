"""The sample: a ruang kerja with workbooks as offices send them, all its months run."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kinerja_cli.errors import KinerjaError
from kinerja_cli.resources import folder_contoh
from kinerja_cli.store import salin_folder
from kinerja_cli.workflow.hitung import HasilHitung, Perintah, hitung_periode
from kinerja_cli.workflow.lanjut import FORMAT, PELENGKAP, susun_tindak_lanjut, tulis_tindak_lanjut
from kinerja_cli.workflow.ruang import Pelaku, buat_ruang

BERKAS_MASUK = "berkas-masuk"


def siapkan_contoh(folder: Path) -> tuple[Path, ...]:
    """Make the sample's ruang kerja and copy its workbooks into it.

    Returns:
        The folders of its months, oldest first.

    Raises:
        KinerjaError: the folder holds something else.
    """
    if folder.exists() and any(folder.iterdir()) and not (folder / "kinerja.toml").exists():
        raise KinerjaError(f"Folder {folder} sudah berisi berkas lain.", "Sebut folder baru: kinerja contoh NAMA-FOLDER.")
    buat_ruang(folder)
    for bulan in sorted(folder_contoh().glob("20*")):
        salin_folder(bulan, folder / BERKAS_MASUK / bulan.name)
    salin_folder(folder_contoh() / PELENGKAP, folder / PELENGKAP)
    return tuple(sorted((folder / BERKAS_MASUK).glob("20*")))


def jalankan_contoh(folder: Path, pelaku: Pelaku) -> Iterator[HasilHitung]:
    """Run the sample's months, one result each."""
    bulan = siapkan_contoh(folder)
    ruang, _ = buat_ruang(folder)
    for satu in bulan:
        yield hitung_periode(ruang, Perintah((satu,)), pelaku)


def jalankan_pelengkap(folder: Path) -> Iterator[Path]:
    """Run what builds on the scored months (follow-up) and give the files that were written."""
    ruang, _ = buat_ruang(folder)
    yield from tulis_tindak_lanjut(ruang, susun_tindak_lanjut(ruang), FORMAT).tertulis
