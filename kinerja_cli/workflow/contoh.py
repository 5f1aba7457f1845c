"""The sample: a ruang kerja with workbooks as offices send them, all its months run."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from kinerja_cli.core.latihan.folder import INGATAN
from kinerja_cli.errors import KinerjaError
from kinerja_cli.resources import folder_contoh
from kinerja_cli.store import salin_folder
from kinerja_cli.workflow.hitung import HasilHitung, Perintah, hitung_periode
from kinerja_cli.workflow.lanjut import FORMAT, susun_tindak_lanjut, tulis_tindak_lanjut
from kinerja_cli.workflow.layanan import PerintahLayanan, hitung_layanan, tulis_layanan
from kinerja_cli.workflow.ruang import Pelaku, buat_ruang
from kinerja_cli.workflow.skm import PerintahSkm, hitung_skm, tulis_skm
from kinerja_cli.workflow.usulan import PELENGKAP

BERKAS_MASUK = "berkas-masuk"
_AKHIR_REGISTER = dt.date(2025, 3, 31)
"""The day on which the sample's service register ends."""


def _skm(masuk: Path, laporan: Path) -> tuple[Path, ...]:
    lama, baru = sorted(masuk.iterdir())
    return tulis_skm(laporan, hitung_skm(PerintahSkm((baru,), lalu=lama)))


def _layanan(masuk: Path, laporan: Path) -> tuple[Path, ...]:
    return tulis_layanan(laporan, hitung_layanan(None, PerintahLayanan((masuk,)), _AKHIR_REGISTER))


_PELENGKAP: Mapping[str, Callable[[Path, Path], tuple[Path, ...]]] = {"skm": _skm, "layanan": _layanan}
"""What the sample shows beside its months: folder of workbooks, and what is made of it."""


def siapkan_contoh(folder: Path) -> tuple[Path, ...]:
    """Make the sample's ruang kerja and copy its workbooks into it.

    Returns:
        The folders of its months, oldest first.

    Raises:
        KinerjaError: the folder holds something else.
    """
    if folder.exists() and any(folder.iterdir()) and not (folder / "kinerja.toml").exists():
        raise KinerjaError(f"Folder {folder} sudah berisi berkas lain.", "Sebut folder baru: kinerja contoh NAMA-FOLDER.")
    if (folder / INGATAN).exists():
        raise KinerjaError(
            f"Folder {folder} berisi latihan.", "Tambahkan --latihan untuk memeriksanya, atau sebut folder lain."
        )
    buat_ruang(folder)
    for asal in (*sorted(folder_contoh().glob("20*")), *(folder_contoh() / nama for nama in _PELENGKAP)):
        salin_folder(asal, folder / BERKAS_MASUK / asal.name)
    salin_folder(folder_contoh() / PELENGKAP, folder / PELENGKAP)
    return tuple(sorted((folder / BERKAS_MASUK).glob("20*")))


def jalankan_contoh(folder: Path, pelaku: Pelaku, maju: Callable[[int, int], None] | None = None) -> Iterator[HasilHitung]:
    """Run the sample's months, one result each; ``maju`` is told (done, all), what follows the months being one more."""
    bulan = siapkan_contoh(folder)
    ruang, _ = buat_ruang(folder)
    for ke, satu in enumerate(bulan):
        if maju:
            maju(ke, len(bulan) + 1)
        yield hitung_periode(ruang, Perintah((satu,)), pelaku)


def jalankan_pelengkap(folder: Path) -> Iterator[Path]:
    """Run what stands beside the months (survey, service register, follow-up) and give the files that were written."""
    for nama, jalankan in _PELENGKAP.items():
        yield from jalankan(folder / BERKAS_MASUK / nama, folder / "laporan" / nama)
    ruang, _ = buat_ruang(folder)
    yield from tulis_tindak_lanjut(ruang, susun_tindak_lanjut(ruang), FORMAT).tertulis
