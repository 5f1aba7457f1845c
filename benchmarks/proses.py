"""Runs a program and tells how long it took and how much memory it and its children held at most."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_JEDA = 0.05
LINGKUNGAN = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
"""An installed program has its compiled files; each program here may keep them too."""


@dataclass(frozen=True)
class Ukuran:
    """Wall time in seconds, and the peak of all processes' memory in MiB (shared pages counted once); 0: not measured."""

    waktu: float
    memori: float = 0.0


def jalankan(perintah: Sequence[str], *, memori: bool = False, masukan: bytes = b"") -> Ukuran:
    """Run a command; looking at its memory costs some of its time, so a run measures one or the other well."""
    mulai = time.perf_counter()
    proses = subprocess.Popen(perintah, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=LINGKUNGAN)
    puncak = [0.0]
    if memori:
        threading.Thread(target=_awasi, args=(proses, puncak), daemon=True).start()
    _, galat = proses.communicate(masukan)
    lama = time.perf_counter() - mulai
    if proses.returncode:
        sys.exit(f"gagal: {' '.join(perintah)}\n{galat.decode()[-2000:]}")
    return Ukuran(lama, puncak[0])


def _awasi(proses: subprocess.Popen[bytes], puncak: list[float]) -> None:
    while proses.poll() is None:
        puncak[0] = max(puncak[0], sum(map(_pss, _keturunan(proses.pid))) / 1024)
        time.sleep(_JEDA)


def _keturunan(pid: int) -> list[int]:
    """Give a process and all below it."""
    hasil = [pid]
    for satu in hasil:
        try:
            for utas in Path(f"/proc/{satu}/task").iterdir():
                hasil += map(int, (utas / "children").read_text().split())
        except OSError:
            continue  # it has ended
    return hasil


def _pss(pid: int) -> int:
    """Give a process' share of memory in KiB; a page that two processes share counts half for each."""
    try:
        for baris in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if baris.startswith("Pss:"):
                return int(baris.split()[1])
    except OSError:
        pass  # it has ended
    return 0
