"""Single files: written beside their place and moved in, so that a reader sees the old bytes or the new ones."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from kinerja_cli.errors import KinerjaError
from kinerja_cli.store.sela import tanpa_sela

_SEKALIGUS = 8
"""So many files are on their way to the disk at once."""


def sha256(isi: bytes) -> str:
    """Give the hash that manifests and the audit trail use."""
    return hashlib.sha256(isi).hexdigest()


def tulis_utuh(tujuan: Path, isi: bytes) -> None:
    """Write a file beside its place, then move it in: readers see the old bytes or the new ones, never a part."""
    sementara = tujuan.with_name(f".{tujuan.name}.baru")
    try:
        sementara.write_bytes(isi)
        sementara.replace(tujuan)
    except BaseException:
        with contextlib.suppress(OSError):
            sementara.unlink(missing_ok=True)
        raise


def tulis_dan_pastikan(tujuan: Path, isi: bytes) -> None:
    """Write a new file and wait until the disk has it."""
    with tujuan.open("wb") as f:
        f.write(isi)
        f.flush()
        os.fsync(f.fileno())


def tulis_semua_dan_pastikan(folder: Path, berkas: Mapping[str, bytes]) -> None:
    """Write new files, by their path in a folder, and wait until the disk has them all: it makes many safe at a time."""
    for induk in {(folder / nama).parent for nama in berkas}:
        induk.mkdir(parents=True, exist_ok=True)
    with ThreadPoolExecutor(_SEKALIGUS) as tangan:
        tuple(tangan.map(tulis_dan_pastikan, (folder / nama for nama in berkas), berkas.values()))


def sambung(tujuan: Path, isi: bytes) -> None:
    """Append to a file and wait until the disk has it."""
    with tujuan.open("ab") as f:
        f.write(isi)
        f.flush()
        os.fsync(f.fileno())


def pastikan_folder(folder: Path) -> None:
    """Make renames in a folder durable, where the system can (not on Windows)."""
    if os.name == "posix":
        fd = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(fd)
        finally:
            os.close(fd)


def simpan_di(folder: Path, nama: str, isi: bytes) -> Path:
    """Write a file into a folder that the user named; the folder is made where there is none.

    Raises:
        KinerjaError: it can't be written, or is open in another program.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        tulis_utuh(folder / nama, isi)
    except OSError as e:
        raise tak_bisa_menulis(folder, e) from e
    return folder / nama


def isi_folder_baru(folder: Path, berkas: Mapping[str, bytes], saran: str) -> None:
    """Fill a folder that is new or empty: all files are written before the first is in its place; the last comes last.

    Args:
        folder: the folder; it is made where there is none.
        berkas: bytes by path within it, ``/`` between its parts.
        saran: the advice where it holds something.

    Raises:
        KinerjaError: it holds something, or can't be written.
    """
    sementara = folder / ".baru"
    if folder.exists() and (not folder.is_dir() or any(p != sementara for p in folder.iterdir())):
        raise KinerjaError(f"{folder} sudah berisi berkas lain.", saran)
    try:
        shutil.rmtree(sementara, ignore_errors=True)
        tulis_semua_dan_pastikan(sementara, berkas)
        with tanpa_sela(f"Isi {folder} sempat ditulis lengkap."):
            for satu in dict.fromkeys(nama.partition("/")[0] for nama in berkas):
                (sementara / satu).rename(folder / satu)
            sementara.rmdir()
            pastikan_folder(folder)
    except BaseException as e:
        shutil.rmtree(sementara, ignore_errors=True)
        if isinstance(e, OSError):
            raise tak_bisa_menulis(folder, e) from e
        raise


def salin_folder(asal: Path, tujuan: Path) -> None:
    """Copy a folder's files into another, over those of the same name."""
    for berkas in sorted(p for p in asal.rglob("*") if p.is_file()):
        sasaran = tujuan / berkas.relative_to(asal)
        sasaran.parent.mkdir(parents=True, exist_ok=True)
        tulis_utuh(sasaran, berkas.read_bytes())


def tak_bisa_menulis(folder: Path, sebab: OSError) -> KinerjaError:
    """Say that a folder can't be written, and why."""
    return KinerjaError(
        f"Tidak dapat menulis di {folder}: {sebab.strerror or sebab}.",
        "Periksa izin folder dan sisa ruang penyimpanan, lalu ulangi.",
    )
