"""Ctrl-C at every stage: one sentence, exit 130, old state or new one whole, no process left, and the next call works.

The moments aren't timed but seen: each waits for a file or folder by which the command shows how far it is.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from bantu import JANUARI, hitung, isi_folder, kinerja, ruang_baru

from kinerja_cli.store import RuangKerja

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))
from generator import buat  # benchmarks/ is no package

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="perlu sesi dan sinyal Linux")
Tanda = Callable[[Path, int], bool]
"""Tells, from the folder of the test and the number of the process, that the moment has come."""

ORANG, DINAS = 300, 8


@pytest.fixture(scope="module")
def bahan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A month's workbooks and a ruang kerja that has counted them, and a corrected month."""
    folder = tmp_path_factory.mktemp("bahan")
    buat(folder / "masuk", ORANG, DINAS, 1)
    buat(folder / "betul", ORANG, DINAS, 2)
    hitung(ruang_baru(folder / "ruang"), folder / "masuk")
    return folder


@pytest.fixture
def tempat(bahan: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(bahan, tmp_path / "tempat"))


def hentikan(*argumen: str, di: Path, tanda: Tanda, sendiri: bool = False) -> tuple[int, str]:
    """Start a command in a session of its own, and interrupt it when the sign is there (or it has ended).

    Args:
        argumen: the command.
        di: the folder where it runs.
        tanda: when.
        sendiri: only its first process; else the whole group, as a terminal does.

    Returns:
        Its exit code and what it said on stderr.
    """
    with subprocess.Popen(
        [sys.executable, "-m", "kinerja_cli", *argumen],
        cwd=di, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, encoding="utf-8",
        start_new_session=True,
    ) as proses:  # fmt: skip
        while proses.poll() is None and not tanda(di, proses.pid):
            time.sleep(0.002)
        if proses.poll() is None:
            (os.kill if sendiri else os.killpg)(proses.pid, signal.SIGINT)
        _, galat = proses.communicate(timeout=60)
    batas = time.monotonic() + 2  # a reader that was just starting ends when it finds nobody there
    while (masih := _hidup(proses.pid)) and time.monotonic() < batas:
        time.sleep(0.05)
    assert not masih
    assert "Traceback" not in galat
    assert "Process " not in galat
    assert proses.returncode in (0, 130), galat
    assert galat.count("Dihentikan. ") == (proses.returncode == 130), galat
    return proses.returncode, galat


def _hidup(kelompok: int) -> list[str]:
    """Tell which processes of a group are alive."""
    ps = subprocess.run(["ps", "-A", "-o", "pgid=,stat=,args="], capture_output=True, encoding="utf-8", check=True)
    semua = (baris.split(None, 2) for baris in ps.stdout.splitlines())
    return [" ".join(satu) for satu in semua if satu[0] == str(kelompok) and not satu[1].startswith("Z")]


def ada(pola: str) -> Tanda:
    return lambda folder, _: any(True for _ in folder.glob(pola))


def memuat(pustaka: str) -> Tanda:
    return lambda _, pid: _memakai(pid, pustaka)


def pembaca_memuat(pustaka: str) -> Tanda:
    """One of its own processes is that far."""

    def tanda(_: Path, pid: int) -> bool:
        with contextlib.suppress(OSError):
            anak = Path(f"/proc/{pid}/task/{pid}/children").read_text("utf-8").split()
            return any(_memakai(int(satu), pustaka) for satu in anak)
        return False

    return tanda


def _memakai(pid: int, pustaka: str) -> bool:
    with contextlib.suppress(OSError):
        return f"/{pustaka}/" in Path(f"/proc/{pid}/maps").read_text("utf-8")
    return False


def keadaan(ruang: Path) -> dict[str, bytes]:
    return isi_folder(ruang / "periode") | {"jejak": (ruang / "jejak.jsonl").read_bytes()}


MOMEN: dict[str, Tanda] = {
    "mulai mengimpor": memuat("numpy"),
    "mengimpor": memuat("pandas"),
    "membaca": pembaca_memuat("python_calamine"),
    "mengunci": ada("ruang/.kunci-oleh"),
    "menyimpan": ada("ruang/periode/*.baru"),
    "tersimpan": ada("ruang/periode/*.r1"),
    "melaporkan": ada("ruang/laporan/2025-01/Dinas*"),
    "hampir selesai": ada("ruang/laporan/2025-01/rapat/Dinas 06*"),
}


@pytest.mark.parametrize("sendiri", [False, True], ids=["semua", "sendiri"])
@pytest.mark.parametrize("momen", MOMEN)
def test_hitung_leaves_the_old_state_or_the_new_one(tempat: Path, momen: str, sendiri: bool) -> None:
    shutil.rmtree(tempat / "ruang/laporan")
    lama = keadaan(tempat / "ruang")
    kode, galat = hentikan(
        "hitung", "betul", "--ganti-semua", "--ruang", "ruang", di=tempat, tanda=MOMEN[momen], sendiri=sendiri
    )
    assert kode == 130 or momen == "hampir selesai"
    ruang = RuangKerja(tempat / "ruang")
    ruang.pulihkan("uji")
    kini = keadaan(ruang.folder)
    jejak = len(ruang.jejak())
    if jejak == 1:
        assert kini == lama
        assert "Hasil yang tersimpan sebelumnya tetap." in galat
    else:
        assert {nama.replace("2025-01.r1/", "2025-01/"): isi for nama, isi in kini.items() if ".r1/" in nama} == {
            nama: isi for nama, isi in lama.items() if nama != "jejak"
        }
        assert "tersimpan" in galat or kode == 0
    assert ruang.baca(JANUARI)
    assert not list(ruang.folder.rglob("*.baru"))
    assert kinerja("laporan", "--ruang", "ruang", di=tempat).returncode == 0
    lagi = kinerja("hitung", "betul", "--ganti-semua", "--ruang", "ruang", di=tempat)
    assert lagi.returncode == 0, lagi.stderr
    assert len(ruang.jejak()) == 2


@pytest.mark.parametrize(
    ("perintah", "tanda"),
    [
        (("validasi", "betul", "--ruang", "ruang"), pembaca_memuat("python_calamine")),
        (("buktikan", "2025-01", "--ruang", "ruang"), pembaca_memuat("python_calamine")),
        (("rekap", "--tahun", "2025", "--ruang", "ruang"), memuat("pandas")),
        (("cadangan", "buat", "-o", "c.zip", "--ruang", "ruang"), ada(".c.zip.baru")),
        (("cadangan", "buat", "-o", "c.zip", "--ruang", "ruang"), ada("c.zip")),
    ],
)
def test_other_commands_leave_all_as_it_was_and_work_again(tempat: Path, perintah: tuple[str, ...], tanda: Tanda) -> None:
    lama = keadaan(tempat / "ruang")
    hentikan(*perintah, di=tempat, tanda=tanda)
    assert keadaan(tempat / "ruang") == lama
    assert not list(tempat.rglob("*.baru"))
    for berkas in tempat.glob("*.zip"):  # it is there whole, or not at all
        with zipfile.ZipFile(berkas) as z:
            assert z.testzip() is None
        berkas.unlink()
    lagi = kinerja(*perintah, di=tempat)
    assert lagi.returncode == 0, lagi.stderr


def test_the_sample_can_be_made_again(tmp_path: Path) -> None:
    kode, galat = hentikan("contoh", "c", di=tmp_path, tanda=ada("c/laporan/2025-01/*"))
    assert (kode, "kinerja laporan --periode 2025-01" in galat) == (130, True)
    lagi = kinerja("contoh", "c", di=tmp_path)
    assert lagi.returncode == 0, lagi.stderr
    assert len(RuangKerja(tmp_path / "c").semua_periode()) == 3


SELA_DI_IMPOR = """
import sys
class Sela:
    def find_spec(self, nama, *_):
        if nama == {modul!r}:
            raise KeyboardInterrupt
sys.meta_path.insert(0, Sela())
sys.argv = ["kinerja", "temuan", "S03"]
from kinerja_cli.cli.utama import main
main()
"""
SELA_YANG_HILANG = """
import sys, time
import kinerja_cli.workflow.ruang as r
class Sela:
    def __del__(self):
        raise KeyboardInterrupt
def lama(*_):
    Sela()
    time.sleep(60)
r.semua_aturan = lama
sys.argv = ["kinerja", "aturan"]
from kinerja_cli.cli.utama import main
main()
"""


@pytest.mark.parametrize(
    "kode",
    [
        *(
            SELA_DI_IMPOR.format(modul=modul)
            for modul in (
                "kinerja_cli.cli.jalankan",
                "kinerja_cli.cli.bahasa",
                "typer",
                "kinerja_cli.cli.bulanan",
                "rich.table",
            )
        ),
        SELA_YANG_HILANG,
    ],
)
def test_whatever_it_meets_it_ends_with_one_sentence(kode: str) -> None:
    hasil = subprocess.run([sys.executable, "-c", kode], capture_output=True, encoding="utf-8", check=False, timeout=30)
    assert (hasil.returncode, hasil.stderr) == (130, "Dihentikan. Hasil yang tersimpan sebelumnya tetap.\n")
