"""Reports made by two processes come in their order, and a failure is not swallowed."""

from __future__ import annotations

import os
import sys
from functools import partial

import pytest

from kinerja_cli.errors import KinerjaError
from kinerja_cli.workflow.serentak import kerjakan


def satu(ke: int) -> bytes:
    return f"{ke} {os.getpid()}".encode()


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
