"""From what the user named, files and folders, to the bytes of workbooks. Loads no pandas, so that it may come first."""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kinerja_cli.core.temuan import Letak, Temuan, nama_terdekat
from kinerja_cli.errors import KinerjaError
from kinerja_cli.readers.buku_kerja import AKHIRAN
from kinerja_cli.readers.pekerja import mulai_baca
from kinerja_cli.store import SETELAN, sha256

_FOLDER_SENDIRI = frozenset({"periode", "laporan", "keberatan", "galat", "pelengkap"})


@dataclass(frozen=True)
class Berkas:
    """One workbook's bytes.

    Attributes:
        nama: its file name.
        isi: its bytes.
        sha256: their hash.
        bawaan_dari: the period from which it was carried over, "" where it belongs to the period itself.
        sebutan: the name in findings and results: ``nama``, or ``nama_simpanan`` where another file has that name too.
    """

    nama: str
    isi: bytes
    sha256: str
    bawaan_dari: str = ""
    sebutan: str = ""

    @property
    def nama_simpanan(self) -> str:
        """The name under which ``sumber/`` keeps it."""
        return f"{self.sha256[:8]}-{self.nama}"


def dahulukan(jalur: Sequence[Path]) -> None:
    """Have the files of a call read from now on, while the program itself is still loading.

    Who reads them later waits less, and that is all: what can't be found or opened is told only then.
    """

    def serahkan() -> None:
        with contextlib.suppress(KinerjaError, OSError):
            mulai_baca([(b.nama, b.isi) for b in kumpulkan(jalur)[0]])

    threading.Thread(target=serahkan, daemon=True).start()


def kumpulkan(jalur: Sequence[Path]) -> tuple[tuple[Berkas, ...], tuple[Temuan, ...]]:
    """Fetch the files that were named, and the workbooks in the folders that were named.

    Raises:
        KinerjaError: a path doesn't exist, or a folder holds no workbook.
    """
    berkas: dict[str, Berkas] = {}
    temuan: list[Temuan] = []
    for satu in _buka_folder(jalur):
        if satu.name.startswith("~$"):
            temuan.append(Temuan("B05", Letak(satu.name), isian=(("sebab", "tanda bahwa berkas sedang dibuka di Excel"),)))
            continue
        try:
            isi = satu.read_bytes()
        except OSError as e:
            temuan.append(Temuan("B01", Letak(satu.name), isian=(("sebab", e.strerror or "tidak dapat dibuka"),)))
            continue
        jejak = sha256(isi)
        if jejak in berkas:
            if isi:
                temuan.append(Temuan("B06", Letak(satu.name), isian=(("lain", berkas[jejak].nama),)))
            continue
        berkas[jejak] = Berkas(satu.name, isi, jejak)
    return tuple(berkas.values()), tuple(temuan)


def _buka_folder(jalur: Sequence[Path]) -> Iterator[Path]:
    sudah: set[Path] = set()
    for satu in jalur:
        if not satu.exists():
            raise KinerjaError(f"{satu} tidak ditemukan.", _saran_nama(satu))
        isi = list(_isi_folder(satu)) if satu.is_dir() else [satu]
        if not isi:
            raise KinerjaError(f"Folder {satu} tidak memuat buku kerja.", f"Yang dibaca: {', '.join(sorted(AKHIRAN))}.")
        for berkas in isi:
            if (mutlak := berkas.resolve()) not in sudah:
                sudah.add(mutlak)
                yield berkas


def _isi_folder(folder: Path) -> Iterator[Path]:
    """Walk a folder in a fixed order, past hidden folders and what a ruang kerja keeps for itself."""
    for akar, anak, nama in os.walk(folder):
        sendiri = SETELAN in nama
        anak[:] = sorted(a for a in anak if not a.startswith(".") and not (sendiri and a in _FOLDER_SENDIRI))
        for satu in sorted(nama):
            if Path(satu).suffix.lower() in AKHIRAN and not satu.startswith("."):
                yield Path(akar) / satu


def _saran_nama(jalur: Path) -> str:
    tetangga = [p.name for p in jalur.parent.iterdir()] if jalur.parent.is_dir() else []
    usul = nama_terdekat(jalur.name, tetangga)
    return f"Maksud Anda “{usul}”?" if usul else "Periksa nama dan foldernya."
