"""Files that were begun early are read once, as they are, and hold nobody up."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from bantu import INDIKATOR, PEGAWAI, REALISASI, xlsx

from kinerja_cli.errors import KinerjaError
from kinerja_cli.readers import pekerja
from kinerja_cli.readers.buku_kerja import Bacaan, baca_buku, baca_lembar
from kinerja_cli.readers.pekerja import baca_semua, mulai_baca, tutup_pembaca
from kinerja_cli.workflow.berkas import dahulukan, kumpulkan

BUKU, LAIN = xlsx(P=PEGAWAI, R=REALISASI), xlsx(I=INDIKATOR)


@pytest.fixture
def terbaca(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files in the order in which workers read them."""
    nama: list[str] = []
    asli = pekerja._Pekerja.baca

    def baca(satu: pekerja._Pekerja, berkas: str, isi: bytes, cara: pekerja.Pembaca = baca_buku) -> Bacaan:
        nama.append(berkas)
        return asli(satu, berkas, isi, cara)

    monkeypatch.setattr(pekerja._Pekerja, "baca", baca)
    return nama


def test_what_was_begun_early_is_the_same_and_read_once(terbaca: list[str]) -> None:
    semua = [(f"{i}.xlsx", BUKU if i % 3 else LAIN) for i in range(7)]
    mulai_baca(semua[:5])
    assert baca_semua(semua[::-1]) == tuple(baca_buku(*satu) for satu in semua[::-1])
    assert sorted(terbaca) == [nama for nama, _ in semua]
    assert baca_semua(semua[:1]) == (baca_buku(*semua[0]),)
    assert len(terbaca) == 8  # asked again, it is read again: nothing is kept


def test_another_content_or_way_of_reading_is_read_anew(terbaca: list[str]) -> None:
    mulai_baca([("a.xlsx", BUKU)])
    assert baca_semua([("a.xlsx", LAIN)]) == (baca_buku("a.xlsx", LAIN),)
    assert baca_semua([("a.xlsx", BUKU)], baca_lembar) == (baca_lembar("a.xlsx", BUKU),)
    baca_semua([("a.xlsx", BUKU)])
    assert len(terbaca) == 3


def test_a_path_that_is_missing_is_told_only_by_who_collects_it(tmp_path: Path) -> None:
    dahulukan([tmp_path / "tidak ada"])
    with pytest.raises(KinerjaError, match="tidak ditemukan"):
        kumpulkan([tmp_path / "tidak ada"])


def test_all_workers_are_free_when_the_answers_are_there() -> None:
    baca_semua([(f"{i}.xlsx", LAIN) for i in range(4)])
    assert any(satu._proses for satu in pekerja._semua)
    tutup_pembaca()
    assert not any(satu._proses for satu in pekerja._semua)


SELESAI_LEBIH_DULU = """
from kinerja_cli.readers import pekerja
pekerja._MULAI = "import time; time.sleep(60)"
pekerja.BATAS_DETIK = 60.0
pekerja.mulai_baca([(f"{i}.xlsx", b"PK") for i in range(9)])
"""


def test_the_program_ends_without_waiting_for_what_nobody_asked_for() -> None:
    hasil = subprocess.run([sys.executable, "-c", SELESAI_LEBIH_DULU], capture_output=True, check=False, timeout=30)
    assert (hasil.returncode, hasil.stdout, hasil.stderr) == (0, b"", b"")
