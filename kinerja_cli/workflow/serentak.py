"""Makes many reports at once, on two cores, where a process can be copied cheaply."""

from __future__ import annotations

import gc
import multiprocessing
import signal
import sys
from collections.abc import Callable, Generator, Iterator, Sequence
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar, cast

from kinerja_cli.errors import KinerjaError
from kinerja_cli.store import tanpa_sela

BANYAK_PROSES = 2
_CUKUP_BANYAK = 6
"""From so many tasks on, each the reports of a dinas, a second process pays for its start."""

Hasil = TypeVar("Hasil")


def kerjakan(tugas: Sequence[Callable[[], Hasil]]) -> Generator[Hasil, None, None]:
    """Give what each task makes, in order. Who stops earlier closes it, and the processes end at once.

    Linux forks: the copies have everything in memory already. Elsewhere a new process would have to load the libraries and be
    sent all people, which takes longer than it saves; there the tasks run one by one.

    The executors of the standard library aren't used: their processes can't be ended while they work (a result that was
    sent by half is waited for, forever).

    Raises:
        KinerjaError: a process ended by itself.
    """
    if len(tugas) < _CUKUP_BANYAK or sys.platform != "linux":
        yield from (satu() for satu in tugas)
        return
    gc.freeze()  # what a copy finds in its memory needn't be looked at and copied by its collector, again and again
    salinan: dict[Connection, BaseProcess] = {}
    try:
        with tanpa_sela(""):  # a copy has our Ctrl-C until its first step
            for _ in range(BANYAK_PROSES):
                pipa, proses = _salin(tugas)
                salinan[pipa] = proses
        yield from _berurutan(tuple(salinan), len(tugas))
    finally:
        for pipa, proses in salinan.items():
            proses.kill()
            proses.join()
            pipa.close()
        gc.unfreeze()


def _salin(tugas: Sequence[Callable[[], object]]) -> tuple[Connection, BaseProcess]:
    konteks = multiprocessing.get_context("fork")
    sini, sana = konteks.Pipe()
    proses = konteks.Process(target=_layani, args=(tugas, sana), daemon=True)
    proses.start()
    sana.close()  # only the copy holds it now, so that its end is seen here
    return sini, proses


def _layani(tugas: Sequence[Callable[[], object]], pipa: Connection) -> None:
    """Serve in a copy: do the tasks whose numbers come."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal sends it to every process; the first one ends the others
    while True:
        ke = pipa.recv()
        try:
            hasil, galat = tugas[ke](), None
        except Exception as e:
            hasil, galat = None, e
        pipa.send((ke, hasil, galat))


def _berurutan(pipa: tuple[Connection, ...], banyak: int) -> Iterator[Hasil]:
    sisa = iter(range(banyak))
    jadi: dict[int, Hasil] = {}
    for satu in pipa * 2:  # each has its next task beside it
        satu.send(next(sisa))
    for ke in range(banyak):
        while ke not in jadi:
            for siap in cast(list[Connection], wait(pipa)):
                nomor, jadi[nomor] = _terima(siap)
                if (berikut := next(sisa, None)) is not None:
                    siap.send(berikut)
        yield jadi.pop(ke)


def _terima(pipa: Connection) -> tuple[int, Any]:
    try:
        ke, hasil, galat = pipa.recv()
    except (EOFError, OSError) as e:
        raise KinerjaError(
            "Pembuatan laporan berhenti sendiri, mungkin karena kekurangan memori.",
            "Tutup program lain, lalu jalankan kinerja laporan.",
        ) from e
    if galat is not None:
        raise galat
    return ke, hasil
