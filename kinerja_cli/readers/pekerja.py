"""Reads workbooks in processes of their own: an engine that aborts, hangs or eats the memory takes only its file along.

Bytes go in and :class:`Bacaan` comes out, pickled, over pipes. Two workers, since the machines have two cores; a worker
serves many files, so that starting it is paid for once.
"""

from __future__ import annotations

import atexit
import contextlib
import gc
import pickle
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import BinaryIO, Final

from kinerja_cli.core.temuan import Letak, Temuan
from kinerja_cli.readers.buku_kerja import Bacaan, baca_buku

BATAS_MEMORI = 1024 * 1024 * 1024
"""Bytes that reading one file may take, where the system can hold a process to it."""
BATAS_DETIK = 8.0
"""Seconds that reading one file may take, beside a second for each of its megabytes."""
BANYAK: Final = 2

_MULAI = "import sys; sys.path[:] = sys.argv[1:]; from kinerja_cli.readers.pekerja import layani; layani()"


Pembaca = Callable[[str, bytes], Bacaan]


class _Pekerja:
    """One worker process, started when first needed and anew after a crash."""

    def __init__(self) -> None:
        self._proses: subprocess.Popen[bytes] | None = None

    def baca(self, nama: str, isi: bytes, cara: Pembaca = baca_buku) -> Bacaan:
        """Read one file; a worker that dies or is too slow is a finding (B01, B08)."""
        proses = self._hidup()
        assert proses.stdin is not None
        assert proses.stdout is not None
        terlambat = threading.Event()

        def hentikan() -> None:
            terlambat.set()
            proses.kill()

        penjaga = threading.Timer(BATAS_DETIK + len(isi) / 1_000_000, hentikan)
        penjaga.start()
        try:
            pickle.dump((nama, isi, cara), proses.stdin, protocol=pickle.HIGHEST_PROTOCOL)
            proses.stdin.flush()
            hasil = pickle.load(proses.stdout)
        except (EOFError, OSError, pickle.UnpicklingError):
            self.tutup()
            if terlambat.is_set():
                return Bacaan(temuan=(Temuan("B08", Letak(nama), isian=(("sebab", "membacanya terlalu lama"),)),))
            return Bacaan(temuan=(Temuan("B01", Letak(nama), isian=(("sebab", "isinya menghentikan pembaca"),)),))
        finally:
            penjaga.cancel()
        assert isinstance(hasil, Bacaan)
        return hasil

    def _hidup(self) -> subprocess.Popen[bytes]:
        self.mulai()
        assert self._proses is not None
        return self._proses

    def mulai(self) -> None:
        """Start the process, unless it runs."""
        if self._proses is None or self._proses.poll() is not None:
            self.tutup()
            self._proses = subprocess.Popen(
                [sys.executable, "-P", "-c", _MULAI, *sys.path],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,  # an engine's panic prints its own trace
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )

    def hentikan(self) -> None:
        """Kill the process, from whichever thread; who waits for its answer sees that none comes."""
        if self._proses is not None:
            self._proses.kill()

    def tutup(self) -> None:
        """End the process."""
        if self._proses is None:
            return
        self._proses.kill()
        for pipa in (self._proses.stdin, self._proses.stdout):
            with contextlib.suppress(OSError):
                if pipa is not None:
                    pipa.close()
        self._proses.wait()
        self._proses = None


_semua = tuple(_Pekerja() for _ in range(BANYAK))
_menganggur: queue.SimpleQueue[_Pekerja] = queue.SimpleQueue()
for _satu in _semua:
    _menganggur.put(_satu)


@contextlib.contextmanager
def _pinjam() -> Iterator[_Pekerja]:
    pekerja = _menganggur.get()
    try:
        yield pekerja
    except BaseException:  # interrupted halfway: an answer may still be on its way, so the process must go
        pekerja.tutup()
        raise
    finally:
        _menganggur.put(pekerja)


@atexit.register
def tutup_pembaca() -> None:
    """End the processes that nobody uses at the moment; who reads later starts them anew."""
    for _ in range(_menganggur.qsize()):
        with _pinjam() as pekerja:
            pekerja.tutup()


def siapkan() -> None:
    """Start the workers while the program itself is still loading; without this they start when first needed."""
    for pekerja in _semua:
        pekerja.mulai()


def baca_semua(berkas: Sequence[tuple[str, bytes]], cara: Pembaca = baca_buku) -> tuple[Bacaan, ...]:
    """Read workbooks, each a name and its bytes; the answer is in the same order."""

    def satu(isi: tuple[str, bytes]) -> Bacaan:
        with _pinjam() as pekerja:
            return pekerja.baca(*isi, cara)

    with ThreadPoolExecutor(BANYAK) as tangan:
        try:
            return tuple(tangan.map(satu, berkas))
        except BaseException:  # Ctrl-C: a file may take seconds yet, and nobody waits for it
            tangan.shutdown(wait=False, cancel_futures=True)
            for pekerja in _semua:
                pekerja.hentikan()
            raise


def layani() -> None:
    """Serve as a worker: read what comes on stdin until it ends."""
    _batasi_memori()
    gc.disable()  # cells hold no cycles
    masuk, keluar = sys.stdin.buffer, sys.stdout.buffer
    while (permintaan := _permintaan(masuk)) is not None:
        try:
            nama, isi, cara = permintaan
            hasil = cara(nama, isi)
        except MemoryError:
            sebab = "isinya memerlukan terlalu banyak memori"
            hasil = Bacaan(temuan=(Temuan("B08", Letak(permintaan[0]), isian=(("sebab", sebab),)),))
        pickle.dump(hasil, keluar, protocol=pickle.HIGHEST_PROTOCOL)
        keluar.flush()


def _permintaan(masuk: BinaryIO) -> tuple[str, bytes, Pembaca] | None:
    try:
        nama, isi, cara = pickle.load(masuk)
    except EOFError:
        return None
    return nama, isi, cara


def _batasi_memori() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit; the time limit holds there too
        return
    resource.setrlimit(resource.RLIMIT_AS, (BATAS_MEMORI, BATAS_MEMORI))
