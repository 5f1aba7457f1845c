"""The one way in, and where Ctrl-C ends, also while the rest is still loading: nothing else is imported before."""

from __future__ import annotations

import signal
import sys

DIHENTIKAN = 130
"""The exit code after Ctrl-C (contract)."""


def main() -> None:
    """Run ``kinerja`` with the process' arguments and exit with its code."""
    try:
        from kinerja_cli.cli.jalankan import jalankan

        kode = jalankan()
    except KeyboardInterrupt as e:
        kode = DIHENTIKAN
        awal = "\n" if sys.stderr.isatty() else ""  # the terminal has just shown ^C
        print(f"{awal}Dihentikan. {str(e) or 'Hasil yang tersimpan sebelumnya tetap.'}", file=sys.stderr)
        exec("")  # else CPython, where a Ctrl-C came inside an exec, would end itself by a signal, not by our code
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # only tidying up is left; it would end in a trace
    sys.exit(kode)
