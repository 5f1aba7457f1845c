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
from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import Future
from typing import BinaryIO, Final

from kinerja_cli.core.temuan import Letak, Temuan
from kinerja_cli.readers.buku_kerja import Bacaan, baca_buku

BATAS_MEMORI = 1024 * 1024 * 1024
"""Bytes that reading one file may take, where the system can hold a process to it."""
BATAS_DETIK = 8.0
"""Seconds that reading one file may take, beside a second for each of its megabytes."""
BANYAK: Final = 2

_berakhir = threading.Event()
"""Set at the end of the program: a worker that is just starting is of no use any more."""

_MULAI = "import sys; sys.path[:] = sys.argv[1:]; from kinerja_cli.readers.pekerja import layani; layani()"


Pembaca = Callable[[str, bytes], Bacaan]


class _Pekerja:
    """One worker process, started when first needed and anew after a crash."""

    def __init__(self) -> None:
        self._proses: subprocess.Popen[bytes] | None = None

    def baca(self, nama: str, isi: bytes, cara: Pembaca = baca_buku) -> Bacaan:
        """Read one file; a worker that dies or is too slow is a finding (B01, B08)."""
        proses = self._hidup()
        if _berakhir.is_set():
            proses.kill()
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
        if self._proses is None or self._proses.poll() is not None:
            self.tutup()
            self._proses = subprocess.Popen(
                [sys.executable, "-P", "-c", _MULAI, *sys.path],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,  # an engine's panic prints its own trace
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        return self._proses

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


def tutup_pembaca() -> None:
    """End the processes that nobody uses at the moment; who reads later starts them anew."""
    for _ in range(_menganggur.qsize()):
        with _pinjam() as pekerja:
            pekerja.tutup()


_Permintaan = tuple[str, bytes, Pembaca]
_dini: dict[_Permintaan, Future[Bacaan]] = {}
"""What was begun before somebody asks for it."""


def mulai_baca(berkas: Sequence[tuple[str, bytes]]) -> None:
    """Begin to read workbooks for which :func:`baca_semua` will be asked."""
    semua = [(*satu, baca_buku) for satu in berkas]
    _dini.update(zip(semua, _serahkan(semua), strict=True))


def baca_semua(berkas: Sequence[tuple[str, bytes]], cara: Pembaca = baca_buku) -> tuple[Bacaan, ...]:
    """Read workbooks, each a name and its bytes; the answer is in the same order."""
    semua = [(*satu, cara) for satu in berkas]
    baru = [satu for satu in semua if satu not in _dini]
    janji = {**_dini, **dict(zip(baru, _serahkan(baru), strict=True))}
    try:
        return tuple(janji[satu].result() for satu in semua)
    except BaseException:  # Ctrl-C: a file may take seconds yet, and nobody waits for it
        _hentikan(janji.values())
        raise
    finally:
        for satu in semua:
            _dini.pop(satu, None)


def _serahkan(permintaan: Sequence[_Permintaan]) -> list[Future[Bacaan]]:
    """Have workbooks read in the background, two at a time; the end of the program waits for none of them."""
    janji: list[Future[Bacaan]] = [Future() for _ in permintaan]
    giliran: queue.SimpleQueue[tuple[Future[Bacaan], _Permintaan]] = queue.SimpleQueue()
    for satu in zip(janji, permintaan, strict=True):
        giliran.put(satu)
    for _ in range(min(BANYAK, len(janji))):
        threading.Thread(target=_kerjakan, args=(giliran,), daemon=True).start()
    return janji


def _kerjakan(giliran: queue.SimpleQueue[tuple[Future[Bacaan], _Permintaan]]) -> None:
    with contextlib.suppress(queue.Empty):
        while True:
            janji, permintaan = giliran.get_nowait()
            if not janji.set_running_or_notify_cancel():
                continue
            try:
                with _pinjam() as pekerja:
                    hasil = pekerja.baca(*permintaan)
            except BaseException as e:  # it is for who waits
                janji.set_exception(e)
            else:
                janji.set_result(hasil)


def _hentikan(janji: Collection[Future[Bacaan]]) -> None:
    for satu in janji:
        satu.cancel()
    for pekerja in _semua:
        pekerja.hentikan()


@atexit.register
def _akhiri() -> None:
    _berakhir.set()
    _hentikan(list(_dini.values()))
    for _ in _semua:
        _menganggur.get().tutup()  # not given back: nobody starts one any more


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
