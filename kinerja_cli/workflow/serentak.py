"""Makes many reports at once, on two cores, where a process can be copied cheaply."""

from __future__ import annotations

import ctypes
import gc
import multiprocessing
import os
import signal
import struct
import sys
import threading
from collections.abc import Callable, Generator, Sequence
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from queue import SimpleQueue
from typing import Any, TypeVar, cast

from kinerja_cli.errors import KinerjaError
from kinerja_cli.store import tanpa_sela

_CUKUP_BANYAK = 6
"""From so many tasks on, each the reports of a dinas, a second process pays for its start."""
_NOMOR = struct.Struct("I")
_TERBANYAK = 16_000
"""So many numbers fit into a pipe while nobody reads."""

Hasil = TypeVar("Hasil")
Jadi = tuple[Hasil | None, Exception | None]
"""What a task made, or why it failed."""


def kerjakan(tugas: Sequence[Callable[[], Hasil]]) -> Generator[Hasil, None, None]:
    """Give what each task makes, in order. Who stops earlier closes it, and the second process ends at once.

    Linux forks: the copy has everything in memory already, and whoever is free takes the next task. Elsewhere a new process
    would have to load the libraries and be sent all people, which takes longer than it saves; there the tasks run one by one.

    The executor of the standard library isn't used: its process can't be ended while it works (a result that was sent by
    half is waited for, forever).

    Raises:
        KinerjaError: the second process ended by itself.
    """
    gc.freeze()  # what stands before a task needn't be looked at, and by a copy be copied, again and again
    try:
        if _CUKUP_BANYAK <= len(tugas) <= _TERBANYAK and sys.platform == "linux":
            _kembalikan_memori()
            yield from _berdua(tugas)
        else:
            yield from map(_satu, tugas)
    finally:
        gc.unfreeze()


def _berdua(tugas: Sequence[Callable[[], Hasil]]) -> Generator[Hasil, None, None]:
    """Begin with the first task here and the second one in a copy; give all in order."""
    giliran = _Giliran(range(2, len(tugas)))
    with tanpa_sela(""):  # the copy has our Ctrl-C until its first step
        pipa, proses = _salin(tugas, giliran)
    try:
        datang: SimpleQueue[tuple[int, Jadi[Hasil]]] = SimpleQueue()
        threading.Thread(target=_tampung, args=(pipa, datang, len(tugas)), daemon=True).start()
        siap: dict[int, Jadi[Hasil]] = {}
        sini: int | None = 0
        for ke in range(len(tugas)):
            while ke not in siap and (sini is not None or len(tugas) not in siap):
                if sini is not None and datang.empty():
                    siap[sini] = _coba(tugas[sini])
                    sini = giliran.ambil()
                else:
                    nomor, jadi = datang.get()
                    siap[nomor] = jadi
            hasil, galat = siap.pop(ke) if ke in siap else siap[len(tugas)]
            if galat is not None:
                raise galat
            yield cast(Hasil, hasil)
    finally:
        proses.kill()
        proses.join()
        giliran.tutup()


class _Giliran:
    """The numbers of the tasks that nobody has taken, in a pipe from which two processes read: each comes to one of them."""

    def __init__(self, nomor: Sequence[int]) -> None:
        self._keluar, masuk = os.pipe()
        os.write(masuk, b"".join(map(_NOMOR.pack, nomor)))
        os.close(masuk)  # so that who reads sees the end

    def ambil(self) -> int | None:
        """Take the next one; None where there is none."""
        isi = os.read(self._keluar, _NOMOR.size)
        return _NOMOR.unpack(isi)[0] if isi else None

    def tutup(self) -> None:
        """Give the pipe back."""
        os.close(self._keluar)


def _kembalikan_memori() -> None:
    """Give the system what was freed: glibc keeps it, and the copy would stand on it too. Other C libraries keep less."""
    if pangkas := getattr(ctypes.CDLL(None), "malloc_trim", None):
        pangkas(0)


def _salin(tugas: Sequence[Callable[[], object]], giliran: _Giliran) -> tuple[Connection, BaseProcess]:
    konteks = multiprocessing.get_context("fork")
    sini, sana = konteks.Pipe(duplex=False)
    proses = konteks.Process(target=_layani, args=(tugas, giliran, sana), daemon=True)
    proses.start()
    sana.close()  # only the copy holds it now, so that its end is seen here
    return sini, proses


def _layani(tugas: Sequence[Callable[[], object]], giliran: _Giliran, pipa: Connection) -> None:
    """Do tasks in the copy, until all are taken."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal sends it to every process; the first one ends the other
    nomor: int | None = 1
    while nomor is not None:
        pipa.send((nomor, _coba(tugas[nomor])))
        nomor = giliran.ambil()


def _coba(tugas: Callable[[], Hasil]) -> Jadi[Hasil]:
    try:
        return _satu(tugas), None
    except Exception as e:
        return None, e


def _satu(tugas: Callable[[], Hasil]) -> Hasil:
    hasil = tugas()
    gc.collect()  # a workbook that is done is a ring of objects; only what is new since the freeze is looked at
    return hasil


def _tampung(pipa: Connection, datang: SimpleQueue[Any], akhir: int) -> None:
    """Take in what the copy sends, so that it never waits for us; that it has ended comes last, by the number ``akhir``."""
    try:
        while True:
            datang.put(pipa.recv())
    except (EOFError, OSError):
        kalimat = "Pembuatan laporan berhenti sendiri, mungkin karena kekurangan memori."
        datang.put((akhir, (None, KinerjaError(kalimat, "Tutup program lain, lalu jalankan kinerja laporan."))))
    finally:
        pipa.close()
