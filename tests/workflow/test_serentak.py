"""Reports made by two processes come in their order, and a failure is not swallowed."""

from __future__ import annotations

import multiprocessing
import os
import platform
import select
import signal
import subprocess
import sys
from contextlib import closing
from functools import partial

import pytest

from kinerja_cli.errors import KinerjaError
from kinerja_cli.workflow.serentak import kerjakan


def satu(ke: int) -> bytes:
    return f"{ke} {os.getpid()}".encode()


def mati() -> bytes:
    os.kill(os.getpid(), signal.SIGKILL)
    return b""


def besar() -> bytes:
    return bytes(5_000_000)  # more than a pipe takes while nobody reads


def gagal() -> bytes:
    raise KinerjaError("Tidak bisa.", "Ulangi.")


@pytest.mark.parametrize("banyak", [0, 3, 40])
def test_results_come_in_order(banyak: int) -> None:
    hasil = [isi.decode().split() for isi in kerjakan([partial(satu, i) for i in range(banyak)])]
    assert [ke for ke, _ in hasil] == list(map(str, range(banyak)))


def test_a_few_are_made_here() -> None:
    assert {isi.split()[1] for isi in kerjakan([partial(satu, 1)])} == {str(os.getpid()).encode()}


@pytest.mark.parametrize("banyak", [1, 40])
def test_a_failure_comes_through(banyak: int) -> None:
    with pytest.raises(KinerjaError, match="Tidak bisa"):
        list(kerjakan([gagal, *[partial(satu, 0)] * banyak]))


@pytest.mark.skipif(sys.platform != "linux", reason="dua proses hanya di Linux: yang lain tidak dapat menyalin proses")
def test_two_processes_share_the_work_and_this_one_is_one_of_them() -> None:
    pembuat = [isi.split()[1] for isi in kerjakan([partial(satu, i) for i in range(12)])]
    assert len(set(pembuat)) == 2
    assert pembuat[0] == str(os.getpid()).encode()


@pytest.mark.skipif(sys.platform != "linux", reason="hanya Linux yang membagi pekerjaan")
def test_who_is_free_takes_the_next_task() -> None:
    """The second task ends only when the last one is done: the other process must have taken all between."""
    baca, tulis = os.pipe()

    def tunggu() -> bytes:
        return os.read(baca, 1) if select.select([baca], [], [], 20)[0] else b"terlambat"

    def lepas() -> bytes:
        os.write(tulis, b"x")
        return satu(11)

    hasil = list(kerjakan([partial(satu, 0), tunggu, *[partial(satu, i) for i in range(2, 11)], lepas]))
    assert hasil[1] == b"x"
    assert {isi.split()[1] for isi in (hasil[0], *hasil[2:])} == {str(os.getpid()).encode()}


@pytest.mark.skipif(sys.platform != "linux", reason="hanya Linux yang membagi pekerjaan")
def test_a_process_that_is_killed_is_told_and_nobody_waits_for_it() -> None:
    with pytest.raises(KinerjaError, match="berhenti sendiri"):
        list(kerjakan([partial(satu, 0), mati, *[partial(satu, 0)] * 40]))
    assert not multiprocessing.active_children()


def test_who_stops_early_waits_for_nothing_and_leaves_no_process() -> None:
    with closing(kerjakan([besar] * 40)) as jadi:
        assert next(jadi) == besar()
    assert not multiprocessing.active_children()


_PANGKAS = """
from pathlib import Path
from kinerja_cli.workflow.serentak import kerjakan

def memori():
    return int(Path("/proc/self/statm").read_text().split()[1])

isi = [bytes(1000 + i % 7) for i in range(100_000)]
penuh, atas = memori(), bytes(1000)
del isi
sisa = memori()
list(kerjakan([lambda: 0] * 6))
print(penuh, sisa, memori())
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="hanya glibc yang menahan memori yang sudah dilepas")
def test_memory_that_was_freed_is_given_back_before_the_second_process_starts() -> None:
    """A hundred megabytes beneath one object that lives: glibc keeps them unless it is asked."""
    cetak = subprocess.run([sys.executable, "-c", _PANGKAS], capture_output=True, text=True, check=True).stdout
    penuh, sisa, akhir = map(int, cetak.split())
    assert sisa > 0.8 * penuh
    assert akhir < 0.5 * penuh
