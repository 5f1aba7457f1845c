"""A step that must be whole is done before Ctrl-C is heard."""

from __future__ import annotations

import signal

import pytest

from kinerja_cli.store.sela import tanpa_sela


def langkah(catatan: list[str], galat: str = "") -> None:
    with tanpa_sela("Langkah tersimpan utuh."):
        catatan.append("mulai")
        signal.raise_signal(signal.SIGINT)
        if galat:
            raise OSError(galat)
        catatan.append("selesai")


def test_the_step_ends_and_then_ctrl_c_tells_what_stands() -> None:
    catatan: list[str] = []
    with pytest.raises(KeyboardInterrupt, match="tersimpan utuh"):
        langkah(catatan)
    assert catatan == ["mulai", "selesai"]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_a_fault_of_the_step_is_not_hidden_by_ctrl_c() -> None:
    with pytest.raises(OSError, match="penuh"):
        langkah([], "penuh")
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_without_ctrl_c_nothing_happens() -> None:
    with tanpa_sela("Langkah tersimpan utuh."):
        pass
