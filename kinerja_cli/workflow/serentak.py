"""Makes many reports at once, on two cores, where a process can be copied cheaply."""

from __future__ import annotations

import ctypes
import gc
import multiprocessing
import signal
import sys
import threading
from collections.abc import Callable, Generator, Sequence
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from queue import SimpleQueue
from typing import Any, TypeVar

from kinerja_cli.errors import KinerjaError
from kinerja_cli.store import tanpa_sela

_CUKUP_BANYAK = 6
"""From so many tasks on, each the reports of a dinas, a second process pays for its start."""

Hasil = TypeVar("Hasil")


def kerjakan(tugas: Sequence[Callable[[], Hasil]]) -> Generator[Hasil, None, None]:
    """Give what each task makes, in order. Who stops earlier closes it, and the second process ends at once.

    Linux forks: the copy has everything in memory already, and takes every other task. Elsewhere a new process would have to
    load the libraries and be sent all people, which takes longer than it saves; there the tasks run one by one.

    The executor of the standard library isn't used: its process can't be ended while it works (a result that was sent by
    half is waited for, forever).

    Raises:
        KinerjaError: the second process ended by itself.
    """
    if len(tugas) < _CUKUP_BANYAK or sys.platform != "linux":
        yield from (satu() for satu in tugas)
        return
    _kembalikan_memori()
    gc.freeze()  # what a copy finds in its memory needn't be looked at and copied by its collector, again and again
    try:
        with tanpa_sela(""):  # the copy has our Ctrl-C until its first step
            pipa, proses = _salin(tugas)
        try:
            datang: SimpleQueue[tuple[Hasil, Exception | None]] = SimpleQueue()
            threading.Thread(target=_tampung, args=(pipa, datang), daemon=True).start()
            for ke, satu in enumerate(tugas):
                yield _terima(datang) if ke % 2 else _satu(satu)
        finally:
            proses.kill()
            proses.join()
    finally:
        gc.unfreeze()


def _kembalikan_memori() -> None:
    """Give the system what was freed: glibc keeps it, and the copy would stand on it too. Other C libraries keep less."""
    if pangkas := getattr(ctypes.CDLL(None), "malloc_trim", None):
        pangkas(0)


def _salin(tugas: Sequence[Callable[[], object]]) -> tuple[Connection, BaseProcess]:
    konteks = multiprocessing.get_context("fork")
    sini, sana = konteks.Pipe(duplex=False)
    proses = konteks.Process(target=_layani, args=(tugas, sana), daemon=True)
    proses.start()
    sana.close()  # only the copy holds it now, so that its end is seen here
    return sini, proses


def _layani(tugas: Sequence[Callable[[], object]], pipa: Connection) -> None:
    """Do every other task, in the copy."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal sends it to every process; the first one ends the other
    for satu in tugas[1::2]:
        try:
            hasil, galat = _satu(satu), None
        except Exception as e:
            hasil, galat = None, e
        pipa.send((hasil, galat))


def _satu(tugas: Callable[[], Hasil]) -> Hasil:
    hasil = tugas()
    gc.collect()  # a workbook that is done is a ring of objects; only what is new since the fork is looked at
    return hasil


def _tampung(pipa: Connection, datang: SimpleQueue[Any]) -> None:
    """Take in what the copy sends, so that it never waits for us; last comes that it has ended."""
    try:
        while True:
            datang.put(pipa.recv())
    except (EOFError, OSError):
        kalimat = "Pembuatan laporan berhenti sendiri, mungkin karena kekurangan memori."
        datang.put((None, KinerjaError(kalimat, "Tutup program lain, lalu jalankan kinerja laporan.")))
    finally:
        pipa.close()


def _terima(datang: SimpleQueue[tuple[Hasil, Exception | None]]) -> Hasil:
    hasil, galat = datang.get()
    if galat is not None:
        raise galat
    return hasil
