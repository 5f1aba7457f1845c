"""Putting a whole period in its place, so that a crash at any moment leaves the old state or the new one.

A folder can't be swapped in one move. So the new one is written beside the old, its audit line last, and made durable; from
then on the step counts as done, and what is left (two renames, one line, tidying up) is completed by whoever comes next.
The name of the waiting folder says what becomes of the old one: ``2025-01.baru`` keeps it as a revision, ``2025-01.ganti``
(the same result, only locked or unlocked) doesn't. ``2025-01.lama`` is an old one on its way out.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from kinerja_cli.core.jejak import BarisJejak, JejakRusak, urai_baris
from kinerja_cli.store.berkas import pastikan_folder, sambung, tulis_dan_pastikan, tulis_semua_dan_pastikan

TERTUNDA = "jejak-tertunda.jsonl"
BARU, GANTI, LAMA = ".baru", ".ganti", ".lama"


def siapkan(menunggu: Path, berkas: Mapping[str, bytes], baris: BarisJejak) -> None:
    """Write a waiting folder, its audit line last: where that line is whole, everything is."""
    if menunggu.exists():
        shutil.rmtree(menunggu)
    try:
        tulis_semua_dan_pastikan(menunggu, berkas)
        for folder in {(menunggu / nama).parent for nama in berkas}:
            pastikan_folder(folder)
        tulis_dan_pastikan(menunggu / TERTUNDA, (baris.teks + "\n").encode())
    except OSError:
        shutil.rmtree(menunggu, ignore_errors=True)  # a full disk: what was begun makes room again
        raise
    pastikan_folder(menunggu)
    pastikan_folder(menunggu.parent)


def pasang(menunggu: Path, jejak: Path) -> None:
    """Move a waiting folder in, append its audit line, tidy up. Each step may have been done before a crash."""
    folder = menunggu.with_suffix("")
    if folder.is_dir():
        folder.rename(_revisi_berikut(folder) if menunggu.suffix == BARU else menunggu.with_suffix(LAMA))
    menunggu.rename(folder)
    pastikan_folder(folder.parent)
    rampungkan(folder, jejak)


def catat(baris: BarisJejak, jejak: Path) -> None:
    """Append a line that goes with no folder: made durable beside the trail first, from where recovery can take it up."""
    tertunda = jejak.with_name(TERTUNDA)
    try:
        tulis_dan_pastikan(tertunda, (baris.teks + "\n").encode())
    except OSError:
        tertunda.unlink(missing_ok=True)
        raise
    pastikan_folder(tertunda.parent)
    _rampungkan_baris(tertunda, jejak)


def rampungkan(folder: Path, jejak: Path) -> None:
    """Do what is left once a folder is in its place: the audit line, and the old one's end."""
    _rampungkan_baris(folder / TERTUNDA, jejak)
    lama = folder.with_suffix(LAMA)
    if lama.exists():
        shutil.rmtree(lama)


def keluarkan(induk: Path, folder: Sequence[Path]) -> None:
    """Take whole folders out of the folder of all periods, one after the other; call it once the audit line is there."""
    keluar = induk / f"arsip{LAMA}"
    keluar.mkdir(exist_ok=True)
    for satu in folder:
        satu.rename(keluar / satu.name)
    shutil.rmtree(keluar)


def _rampungkan_baris(tertunda: Path, jejak: Path) -> None:
    if tertunda.exists():
        _catat_sekali(jejak, tertunda.read_bytes())
        tertunda.unlink()


def ada_sisa(induk: Path) -> bool:
    """Tell, without changing anything, whether a step was interrupted."""
    return any(True for _ in _sisa(induk)) if induk.is_dir() else False


def pulihkan(induk: Path, jejak: Path) -> tuple[str, ...]:
    """Complete or roll back what a crash left in the folder of all periods; give one sentence for each."""
    return tuple(_pulihkan_satu(satu, jejak) for satu in _sisa(induk)) if induk.is_dir() else ()


def _sisa(induk: Path) -> Iterator[Path]:
    """List the leftovers: a line of its own, waiting folders, then places whose audit line or old folder still waits."""
    if (sendiri := induk.with_name(TERTUNDA)).exists():
        yield sendiri
    menunggu = sorted(p for p in induk.iterdir() if p.suffix in (BARU, GANTI))
    yield from menunggu
    nama = {p.with_suffix("") for p in menunggu}
    berbaris = {p.parent for p in induk.glob(f"*/{TERTUNDA}") if p.parent.suffix == ""}
    usang = {p.with_suffix("") for p in induk.iterdir() if p.suffix == LAMA}
    yield from sorted((berbaris | usang) - nama)


def _pulihkan_satu(satu: Path, jejak: Path) -> str:
    nama = satu.stem
    if satu.name == TERTUNDA:
        return _pulihkan_baris(satu, jejak)
    if satu.suffix == "":
        rampungkan(satu, jejak)
        return f"Penyimpanan {nama} yang terputus sudah diselesaikan."
    if _lengkap(satu / TERTUNDA):
        pasang(satu, jejak)
        return f"Penyimpanan {nama} yang terputus sudah diselesaikan."
    shutil.rmtree(satu)
    return f"Penyimpanan {nama} yang terputus dibatalkan; hasil sebelumnya tetap."


def _pulihkan_baris(tertunda: Path, jejak: Path) -> str:
    if not _lengkap(tertunda):
        tertunda.unlink()
        return "Pencatatan yang terputus dibatalkan; ulangi perintahnya."
    _rampungkan_baris(tertunda, jejak)
    return "Pencatatan yang terputus sudah diselesaikan; tidak perlu diulang."


def _lengkap(tertunda: Path) -> bool:
    try:
        baris = tertunda.read_text("utf-8")
        return baris.endswith("\n") and bool(urai_baris(baris.rstrip("\n"), 1))
    except (OSError, JejakRusak, UnicodeDecodeError):
        return False


def _revisi_berikut(folder: Path) -> Path:
    nomor = [n for p in folder.parent.iterdir() if (n := nomor_revisi(p, folder.name)) is not None]
    return folder.with_name(f"{folder.name}.r{max(nomor, default=0) + 1}")


def nomor_revisi(folder: Path, nama: str) -> int | None:
    """Give the number of a revision's folder ("2025-01.r2" → 2); None where it is none of that period's."""
    cocok = re.fullmatch(re.escape(nama) + r"\.r(\d+)", folder.name)
    return int(cocok[1]) if cocok else None


def _catat_sekali(jejak: Path, baris: bytes) -> None:
    """Append a line once; the torn beginning of the same line, left by a crash, is cut off first."""
    lama = jejak.read_bytes() if jejak.exists() else b""
    if lama.endswith(baris):
        return
    utuh, _, ekor = lama.rpartition(b"\n")
    if ekor and baris.startswith(ekor):
        with jejak.open("r+b") as f:
            f.truncate(len(utuh) + 1 if utuh else 0)
    sambung(jejak, baris)
