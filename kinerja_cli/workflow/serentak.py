"""Makes many reports at once, on two cores, where a process can be copied cheaply."""

from __future__ import annotations

import gc
import multiprocessing
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar, cast

_CUKUP_BANYAK = 6
"""From so many tasks on, each the reports of a dinas, a second process pays for its start."""

Hasil = TypeVar("Hasil")
_tugas: Sequence[Callable[[], object]] = ()


def kerjakan(tugas: Sequence[Callable[[], Hasil]]) -> Iterator[Hasil]:
    """Give what each task makes, in order.

    Linux forks: the copy has everything in memory already, and takes every other task. Elsewhere a new process would have to
    load the libraries and be sent all people, which takes longer than it saves; there the tasks run one by one.
    """
    if len(tugas) < _CUKUP_BANYAK or sys.platform != "linux":
        yield from (satu() for satu in tugas)
        return
    global _tugas  # what a forked process finds in its memory needn't be sent
    _tugas = tugas
    gc.freeze()  # nor be looked at and copied by its collector, again and again
    try:
        with ProcessPoolExecutor(1, multiprocessing.get_context("fork"), initializer=_tanpa_sela) as lain:
            di_sana = [lain.submit(_satu, ke) for ke in range(1, len(tugas), 2)]
            try:
                for ke in range(len(tugas)):
                    yield cast(Hasil, di_sana[ke // 2].result() if ke % 2 else _satu(ke))
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
    hasil = _tugas[ke]()
    gc.collect()  # a workbook that is done is a ring of objects; only what is new since the fork is looked at
    return hasil
