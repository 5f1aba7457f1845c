"""The one way in, and where Ctrl-C ends, also while the rest is still loading: little else is imported before."""

from __future__ import annotations

import _thread
import atexit
import os
import signal
import sys
import threading
from types import FrameType

DIHENTIKAN = 130
"""The exit code after Ctrl-C (contract)."""
_JEDA, _PALING_SERING = 0.04, 20
"""Seconds after which a Ctrl-C comes again that came during an import, and how often it is put off at most."""


def main() -> None:
    """Run ``kinerja`` with the process' arguments and exit with its code."""
    _akhiri(lari())


def lari() -> int:
    """Run ``kinerja`` with the process' arguments and give its exit code; Ctrl-C is heard no more after it."""
    sys.unraisablehook = _ulangi
    signal.signal(signal.SIGINT, _Sela())
    try:
        from kinerja_cli.cli.jalankan import jalankan

        kode = jalankan()
    except KeyboardInterrupt as e:
        kode = DIHENTIKAN
        awal = "\n" if sys.stderr.isatty() else ""  # the terminal has just shown ^C
        print(f"{awal}Dihentikan. {str(e) or 'Hasil yang tersimpan sebelumnya tetap.'}", file=sys.stderr)
        exec("")  # else CPython, where a Ctrl-C came inside an exec, would end itself by a signal, not by our code
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # only tidying up is left; it would end in a trace
    return kode


def _akhiri(kode: int) -> None:
    """End at once: taking the libraries and a month's tables apart takes 30 ms, and the system takes it all back anyway."""
    try:
        for aliran in filter(None, (sys.stdout, sys.stderr)):
            aliran.flush()
    except (OSError, ValueError):
        sys.exit(kode)  # Python says what couldn't be written, and why
    atexit._run_exitfuncs()
    os._exit(kode)


class _Sela:
    """Ctrl-C, put off while a library is being imported: those swallow it, or print it, and are left in halves."""

    def __init__(self) -> None:
        self._sisa = _PALING_SERING

    def __call__(self, nomor: int, kerangka: FrameType | None) -> None:
        """Handle the signal.

        Raises:
            KeyboardInterrupt: now is a good moment.
        """
        if self._sisa and _mengimpor(kerangka):
            self._sisa -= 1
            _sebentar_lagi()
        else:
            raise KeyboardInterrupt


def _mengimpor(kerangka: FrameType | None) -> bool:
    while kerangka and kerangka.f_code.co_filename != "<frozen importlib._bootstrap>":
        kerangka = kerangka.f_back
    return kerangka is not None


def _ulangi(galat: sys.UnraisableHookArgs) -> None:
    """Let a Ctrl-C come again that came where Python can't raise it, at the end of an object."""
    if galat.exc_type is KeyboardInterrupt:
        _sebentar_lagi()
    else:
        sys.__unraisablehook__(galat)


def _sebentar_lagi() -> None:
    threading.Timer(_JEDA, _kirim).start()


def _kirim() -> None:
    if os.name == "posix":
        os.kill(os.getpid(), signal.SIGINT)  # also wakes who waits
    else:
        _thread.interrupt_main()
