"""Backups on disk: a zip of a ruang kerja, read back before anything counts on it, unpacked whole or not at all."""

from __future__ import annotations

import hashlib
import os
import shutil
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from kinerja_cli.core.cadangan import (
    AKAR,
    DAFTAR,
    MILIK,
    Anggota,
    CadanganDitolak,
    Daftar,
    cocokkan,
    ikut,
    tolak_anggota,
    tolak_di_windows,
    urai_daftar,
    wajib_daftar,
)
from kinerja_cli.errors import KinerjaError
from kinerja_cli.store.berkas import pastikan_folder, tak_bisa_menulis

_TANGGAL = (1980, 1, 1, 0, 0, 0)
"""Equal state gives equal bytes, so no member has a time of its own."""
_MODE = 0o100600
_POTONGAN = 1 << 20


def tulis_zip(tujuan: Path, isi: Mapping[str, Path | bytes]) -> None:
    """Write a new zip; members are files on disk or bytes, by their name.

    Raises:
        KinerjaError: the target is there already, or can't be written.
    """
    if tujuan.exists():
        raise KinerjaError(f"{tujuan} sudah ada.", "Sebut nama berkas lain; cadangan lama tidak ditimpa.")
    sementara = tujuan.with_name(f".{tujuan.name}.baru")
    try:
        tujuan.parent.mkdir(parents=True, exist_ok=True)
        with sementara.open("wb") as f:
            with zipfile.ZipFile(f, "w", zipfile.ZIP_DEFLATED) as z:
                for nama in sorted(isi):
                    _tulis_anggota(z, nama, isi[nama])
            f.flush()
            os.fsync(f.fileno())
        sementara.replace(tujuan)
        pastikan_folder(tujuan.parent)
    except BaseException as e:
        with suppress(OSError):
            sementara.unlink(missing_ok=True)
        if isinstance(e, OSError):
            raise tak_bisa_menulis(tujuan.parent, e) from e
        raise


def _tulis_anggota(z: zipfile.ZipFile, nama: str, isi: Path | bytes) -> None:
    info = zipfile.ZipInfo(nama, _TANGGAL)
    info.external_attr, info.create_system, info.compress_type = _MODE << 16, 3, zipfile.ZIP_DEFLATED
    if isinstance(isi, bytes):
        z.writestr(info, isi)
        return
    info.file_size = isi.stat().st_size
    with isi.open("rb") as asal, z.open(info, "w") as tujuan:
        shutil.copyfileobj(asal, tujuan, _POTONGAN)


def periksa_zip(berkas: Path) -> Daftar:
    """Read a backup from end to end and prove every hash of its list.

    Raises:
        KinerjaError: it can't be read, or is no whole and harmless backup.
    """
    with _terbuka(berkas) as (z, daftar):
        for nama, sha256 in daftar.berkas.items():
            _salin(z, nama, sha256, None)
    return daftar


def bongkar_zip(berkas: Path, folder: Path) -> Daftar:
    """Unpack the ruang kerja of a backup into a folder that is new or empty: everything, or nothing.

    It is unpacked beside the folder first, every hash proved on the way; one move puts it in its place. What a crash left
    beside the folder is taken away by the next call.

    Raises:
        KinerjaError: it is no whole and harmless backup, the folder holds something, or can't be written.
    """
    sementara = folder.with_name(f".{folder.name}.dipulihkan")
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise KinerjaError(f"{folder} sudah berisi.", "Sebut folder baru dengan --ruang; yang ada tidak ditimpa.")
        folder.parent.mkdir(parents=True, exist_ok=True)
        if sementara.exists():
            shutil.rmtree(sementara)
        with _terbuka(berkas) as (z, daftar):
            _tolak_bila_tak_muat(z, folder.parent)
            try:
                _bongkar(z, daftar, sementara)
                if folder.exists():
                    folder.rmdir()
                sementara.rename(folder)
            except BaseException:
                shutil.rmtree(sementara, ignore_errors=True)
                raise
        pastikan_folder(folder.parent)
    except OSError as e:
        raise tak_bisa_menulis(folder, e) from e
    return daftar


def _bongkar(z: zipfile.ZipFile, daftar: Daftar, tujuan: Path) -> None:
    if os.name == "nt":
        tolak_di_windows(daftar.berkas)
    tujuan.mkdir()
    for nama, sha256 in daftar.berkas.items():
        if nama.startswith(AKAR):
            sasaran = tujuan / nama.removeprefix(AKAR)
            sasaran.parent.mkdir(parents=True, exist_ok=True)
            _salin(z, nama, sha256, sasaran)
        else:
            _salin(z, nama, sha256, None)
    for sub in (tujuan, *(p for p in tujuan.rglob("*") if p.is_dir())):
        pastikan_folder(sub)


def _salin(z: zipfile.ZipFile, nama: str, sha256: str, sasaran: Path | None) -> None:
    """Read a member, into a file where one is given, and prove its hash."""
    jejak = hashlib.sha256()
    with z.open(nama) as asal, (sasaran or Path(os.devnull)).open("wb") as tujuan:
        while potongan := asal.read(_POTONGAN):
            jejak.update(potongan)
            tujuan.write(potongan)
        tujuan.flush()
        if sasaran:
            os.fsync(tujuan.fileno())
    if jejak.hexdigest() != sha256:
        raise CadanganDitolak(f"“{nama}” berubah sejak dicadangkan")


@contextmanager
def _terbuka(berkas: Path) -> Iterator[tuple[zipfile.ZipFile, Daftar]]:
    """Open a backup whose directory is harmless and agrees with its list; what is wrong inside becomes one sentence."""
    saran = "Minta berkas cadangan yang asli; berkas ini jangan dipakai."
    if not berkas.is_file():
        raise KinerjaError(f"{berkas} tidak ditemukan.", "Periksa nama berkas cadangannya.")
    try:
        with zipfile.ZipFile(berkas) as z:
            isi = z.infolist()
            tolak_anggota(
                [
                    Anggota(i.orig_filename, i.file_size, i.compress_size, i.external_attr >> 16, bool(i.flag_bits & 1))
                    for i in isi
                ]
            )
            wajib_daftar(z.namelist())
            daftar = urai_daftar(z.read(DAFTAR))
            cocokkan(daftar, z.namelist())
            yield z, daftar
    except CadanganDitolak as e:
        raise KinerjaError(f"{berkas.name} ditolak: {e}.", saran) from e
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, UnicodeDecodeError) as e:
        raise KinerjaError(f"{berkas.name} ditolak: bukan zip yang utuh.", saran) from e


def _tolak_bila_tak_muat(z: zipfile.ZipFile, induk: Path) -> None:
    perlu = sum(i.file_size for i in z.infolist())
    if perlu > shutil.disk_usage(induk).free:
        raise KinerjaError(
            f"Isi cadangan {perlu // 1024**2:,} MB tidak muat di {induk}.".replace(",", "."),
            "Pilih tempat yang lebih lapang.",
        )


def berkas_ruang(folder: Path, sampai: int | None) -> dict[str, Path]:
    """List the files of a ruang kerja that go into a backup, by their name in it."""
    semua = (p for p in folder.rglob("*") if p.is_file())
    nama = ((p.relative_to(folder).as_posix(), p) for p in semua)
    return {AKAR + n: p for n, p in nama if ikut(n, sampai)}


def bukan_milik(folder: Path) -> tuple[str, ...]:
    """Name what lies in the folder but isn't the ruang kerja's, hidden files aside."""
    return tuple(sorted(p.name for p in folder.iterdir() if p.name not in MILIK and not p.name.startswith(".")))
