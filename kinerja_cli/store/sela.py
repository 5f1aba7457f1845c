"""Ctrl-C waits while a short step that must be whole is done, and says what stands."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Iterator


@contextlib.contextmanager
def tanpa_sela(kalimat: str) -> Iterator[None]:
    """Hold Ctrl-C back until the step is done; then it is raised with a sentence that says so."""
    if threading.current_thread() is not threading.main_thread():  # no other thread is ever interrupted
        yield
        return
    datang: list[int] = []
    lama = signal.signal(signal.SIGINT, lambda nomor, _: datang.append(nomor))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, lama)
    if datang:
        raise KeyboardInterrupt(kalimat)


@contextlib.contextmanager
def bila_disela(kalimat: str) -> Iterator[None]:
    """Give a Ctrl-C that comes meanwhile a sentence, unless it has one."""
    try:
        yield
    except KeyboardInterrupt as e:
        raise KeyboardInterrupt(str(e) or kalimat) from None
