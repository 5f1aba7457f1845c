"""Makes many reports at once, on two cores, where a process can be copied cheaply."""

from __future__ import annotations

import gc
import multiprocessing
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar, cast

from kinerja_cli.store import tanpa_sela

BANYAK_PROSES = 2
_CUKUP_BANYAK = 6
"""From so many tasks on, each the reports of a dinas, a second process pays for its start."""

Hasil = TypeVar("Hasil")
_tugas: Sequence[Callable[[], object]] = ()


def kerjakan(tugas: Sequence[Callable[[], Hasil]]) -> Iterator[Hasil]:
    """Give what each task makes, in order.

    Linux forks: the copies have everything in memory already. Elsewhere a new process would have to load the libraries and be
    sent all people, which takes longer than it saves; there the tasks run one by one.
    """
    if len(tugas) < _CUKUP_BANYAK or sys.platform != "linux":
        yield from (satu() for satu in tugas)
        return
    global _tugas  # what a forked process finds in its memory needn't be sent
    _tugas = tugas
    gc.freeze()  # nor be looked at and copied by its collector, again and again
    try:
        with ProcessPoolExecutor(BANYAK_PROSES, multiprocessing.get_context("fork"), initializer=_tanpa_sela) as proses:
            try:
                with tanpa_sela(""):  # here it forks: a copy has our Ctrl-C until its first step
                    hasil = proses.map(_satu, range(len(tugas)))
                yield from cast(Iterator[Hasil], hasil)
            except BaseException:  # Ctrl-C, or one of them failed: nobody waits for the others
                for anak in multiprocessing.active_children():
                    anak.terminate()
                raise
    finally:
        gc.unfreeze()
        _tugas = ()


def _tanpa_sela() -> None:
    """Leave Ctrl-C, which a terminal sends to every process, to the first one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _satu(ke: int) -> object:
    return _tugas[ke]()
