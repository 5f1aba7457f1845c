"""A month large enough for two processes is saved as a small one is; where the second one dies, nothing is."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from bantu import INDIKATOR, JANUARI, PEGAWAI, REALISASI, hitung, isi_folder, ruang_baru, xlsx

from kinerja_cli.core.simpanan import csv_dari_tabel
from kinerja_cli.errors import KinerjaError
from kinerja_cli.store import RuangKerja

BERDUA = pytest.mark.skipif(sys.platform != "linux", reason="hanya Linux yang membagi pekerjaan")


@pytest.fixture
def ruang(tmp_path: Path) -> RuangKerja:
    (tmp_path / "Dinkes Januari 2025.xlsx").write_bytes(xlsx(P=PEGAWAI, I=INDIKATOR, R=REALISASI))
    return ruang_baru(tmp_path / "ruang")


@pytest.fixture
def besar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kinerja_cli.workflow.penyimpanan._CUKUP_BESAR", 0)


def di_salinan(monkeypatch: pytest.MonkeyPatch, lakukan: Callable[[], object]) -> None:
    """Let the copy do something before it writes its first file."""
    asal = os.getpid()

    def csv(tabel: pd.DataFrame) -> bytes:
        if os.getpid() != asal:
            lakukan()
        return csv_dari_tabel(tabel)

    monkeypatch.setattr("kinerja_cli.core.simpanan.csv_dari_tabel", csv)


@BERDUA
def test_two_processes_save_what_one_does(ruang: RuangKerja, monkeypatch: pytest.MonkeyPatch) -> None:
    hitung(ruang, ruang.folder.parent)
    satu = isi_folder(ruang.folder_periode(JANUARI)), isi_folder(ruang.folder_laporan(JANUARI))
    lain = ruang_baru(ruang.folder.parent / "lain")
    baca, tulis = os.pipe()
    di_salinan(monkeypatch, lambda: os.write(tulis, b"x"))
    monkeypatch.setattr("kinerja_cli.workflow.penyimpanan._CUKUP_BESAR", 0)
    hitung(lain, ruang.folder.parent / "Dinkes Januari 2025.xlsx")
    assert os.read(baca, 1) == b"x"
    assert (isi_folder(lain.folder_periode(JANUARI)), isi_folder(lain.folder_laporan(JANUARI))) == satu


@BERDUA
@pytest.mark.usefixtures("besar")
def test_where_the_second_process_is_killed_nothing_is_saved(ruang: RuangKerja, monkeypatch: pytest.MonkeyPatch) -> None:
    di_salinan(monkeypatch, lambda: os.kill(os.getpid(), signal.SIGKILL))
    with pytest.raises(KinerjaError, match="Perhitungan berhenti sendiri") as galat:
        hitung(ruang, ruang.folder.parent)
    assert galat.value.saran == "Tutup program lain, lalu ulangi perintahnya."
    assert ruang.semua_periode() == ruang.jejak() == ()
    monkeypatch.undo()
    assert hitung(ruang, ruang.folder.parent).tersimpan


@BERDUA
@pytest.mark.usefixtures("besar")
def test_ctrl_c_beside_the_second_process_leaves_neither_state_nor_process(
    ruang: RuangKerja, monkeypatch: pytest.MonkeyPatch
) -> None:
    di_salinan(monkeypatch, lambda: signal.pause())

    def sela(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("kinerja_cli.workflow.penyimpanan.susun_orang", sela)
    with pytest.raises(KeyboardInterrupt) as galat:
        hitung(ruang, ruang.folder.parent)
    assert str(galat.value) == ""  # the program then says that what had been saved before stands
    assert not multiprocessing.active_children()
    assert ruang.semua_periode() == ruang.jejak() == ()
