"""Progress as a person at a terminal sees it: nothing for what is quick, else a bar that ends full and goes."""

from __future__ import annotations

import contextlib
import os
import re
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from bantu import INDIKATOR, PEGAWAI, REALISASI, xlsx

from kinerja_cli.cli import konsol

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="perlu terminal semu")

DI_TERMINAL = """
import sys
from kinerja_cli.cli import konsol
konsol._DIAM = {diam}
from kinerja_cli.cli.utama import main
sys.argv = ["kinerja", *sys.argv[1:]]
main()
"""
GERAK = re.compile(r"\x1b\[(\?25[lh]|\d*[A-HJKST])")
"""Control codes that move the cursor, hide it or wipe."""


def di_terminal(*argumen: str | Path, diam: float, di: Path) -> tuple[int, str, str]:
    """Run a command whose stderr is a terminal and whose stdout is a pipe; give its code and both."""
    import pty

    kita, dia = pty.openpty()
    perintah = [sys.executable, "-c", DI_TERMINAL.format(diam=diam), *map(str, argumen)]
    with subprocess.Popen(perintah, cwd=di, stdin=dia, stdout=subprocess.PIPE, stderr=dia, encoding="utf-8") as proses:
        os.close(dia)
        layar: list[bytes] = []

        def tampung() -> None:
            with contextlib.suppress(OSError):  # Linux says so when the other end is closed
                while isi := os.read(kita, 65536):
                    layar.append(isi)

        pembaca = threading.Thread(target=tampung)
        pembaca.start()
        assert proses.stdout is not None
        keluaran = proses.stdout.read()
        proses.wait(120)
        pembaca.join()
    os.close(kita)
    return proses.returncode, keluaran, b"".join(layar).decode()


@pytest.fixture
def berkas(tmp_path: Path) -> Path:
    (tmp_path / "Dinkes Januari 2025.xlsx").write_bytes(xlsx(P=PEGAWAI, I=INDIKATOR, R=REALISASI))
    return tmp_path / "Dinkes Januari 2025.xlsx"


def test_a_quick_command_shows_no_bar(berkas: Path) -> None:
    kode, keluaran, layar = di_terminal("validasi", berkas, diam=60, di=berkas.parent)
    assert (kode, layar) == (0, "")
    assert "Siap dikirim." in keluaran


@pytest.mark.parametrize(
    ("argumen", "pertama", "terakhir"),
    [
        (("validasi",), "Memeriksa berkas", "Memeriksa berkas"),
        (("hitung", "--ruang", "ruang"), "Membaca dan menghitung", "Menulis laporan"),
    ],
)
def test_a_slow_command_shows_a_bar_that_ends_full_and_goes(
    argumen: tuple[str, ...], pertama: str, terakhir: str, berkas: Path
) -> None:
    kode, keluaran, layar = di_terminal(*argumen, berkas, diam=0, di=berkas.parent)
    assert kode == 0
    assert "Laporan: 5 berkas" in keluaran or "Siap dikirim." in keluaran
    assert not GERAK.search(keluaran)
    gambar = [baris for baris in re.split(r"[\r\n]+", layar) if "━" in baris]
    assert pertama in gambar[0]
    assert terakhir in gambar[-1]
    assert "100%" in gambar[-1]
    assert layar.count("\x1b[?25l") == layar.count("\x1b[?25h") == 1  # the cursor is hidden once and comes back
    assert layar.endswith("\x1b[1A\x1b[2K")  # up to the bar's line, wiped; nothing after it


def test_counts_are_shown_and_no_terminal_shows_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with konsol.kemajuan("Apa saja") as maju:
        assert maju is None
    assert capsys.readouterr() == ("", "")
