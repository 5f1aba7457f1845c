"""Where results and notes go: results to stdout, progress and notes to stderr, both UTF-8."""

from __future__ import annotations

import contextlib
import datetime as dt
import getpass
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, NoReturn

import typer

if TYPE_CHECKING:
    from pathlib import Path

    from rich.console import Console, RenderableType

    from kinerja_cli.core.periode import Periode
    from kinerja_cli.store import RuangKerja
    from kinerja_cli.workflow.ruang import Pelaku

SELESAI, ADA_GALAT, TIDAK_BISA, KELIRU = 0, 1, 2, 3
"""Exit codes (contract): done; the data has errors; cannot go on; a bug of ours."""
_LEBAR_TANPA_LAYAR = 110
_DIAM = 0.8
"""Seconds without a progress bar."""


def konsol(*, galat: bool = False) -> Console:
    """Give a console on stdout or stderr; where that is no terminal, lines are as wide as a page."""
    from rich.console import Console

    lebar = None if (sys.stderr if galat else sys.stdout).isatty() else _LEBAR_TANPA_LAYAR
    return Console(stderr=galat, highlight=False, width=lebar, emoji=False, markup=False)


def cetak(*isi: RenderableType) -> None:
    """Print a result, a blank line between its parts."""
    layar = konsol()
    for i, satu in enumerate(isi):
        if i:
            layar.print()
        layar.print(satu, crop=False)  # a command to copy may be longer than the screen is wide


def cetak_polos(teks: str) -> None:
    """Print machine output as it is."""
    sys.stdout.write(teks + "\n")


def catat(teks: str) -> None:
    """Print a note."""
    konsol(galat=True).print(teks)


def keluar(kode: int) -> NoReturn:
    """End the command with an exit code."""
    raise typer.Exit(kode)


@contextlib.contextmanager
def kemajuan(pekerjaan: str, lalu: str = "") -> Iterator[Callable[[int, int], None] | None]:
    """Show on a terminal, from the first second on, that something goes on; nothing elsewhere. Print nothing meanwhile.

    Args:
        pekerjaan: what goes on.
        lalu: what goes on from when (done, all) is first told; "" for the same.

    Yields:
        What may be told (done, all) where that is known. The bar ends full, and goes.
    """
    layar = konsol(galat=True)
    if not layar.is_terminal:
        yield None
        return
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

    bar = Progress(TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), console=layar, transient=True)
    tugas = bar.add_task(pekerjaan, total=None)
    mulai = threading.Timer(_DIAM, bar.start)  # what is done sooner doesn't flicker
    mulai.daemon = True
    mulai.start()

    def maju(selesai: int, semua: int) -> None:
        bar.update(tugas, completed=selesai, total=semua, description=lalu or pekerjaan)

    try:
        yield maju
        bar.update(tugas, completed=1, total=1)
    finally:
        mulai.cancel()
        mulai.join()
        bar.stop()


def pelaku() -> Pelaku:
    """Tell who runs this, and the time with its offset."""
    from kinerja_cli.workflow.ruang import Pelaku

    try:
        siapa = getpass.getuser()
    except (OSError, KeyError, ImportError):
        siapa = "tidak diketahui"
    return Pelaku(siapa, dt.datetime.now().astimezone())


def cari_ruang(ruang: Path | None) -> RuangKerja | None:
    """Find the ruang kerja; what a crash left in it is completed first and told. None where there is none."""
    from pathlib import Path

    from kinerja_cli.errors import KinerjaError
    from kinerja_cli.workflow.ruang import cari_ruang as cari

    tempat = cari(ruang, Path.cwd())
    if tempat:
        try:
            for pesan in tempat.pulihkan(str(pelaku())):
                catat(pesan)
        except KinerjaError as e:  # somebody writes for long, or nobody can write here: reading goes on
            catat(e.kalimat)
    return tempat


def buka_ruang(ruang: Path | None) -> RuangKerja:
    """Find the ruang kerja as :func:`cari_ruang` does.

    Raises:
        KinerjaError: there is none.
    """
    from pathlib import Path

    from kinerja_cli.workflow.ruang import wajib_ruang

    return cari_ruang(ruang) or wajib_ruang(ruang, Path.cwd())


def wajib_periode(teks: str) -> Periode:
    """Read a period that must be named.

    Raises:
        KinerjaError: it is no month.
    """
    periode = periode_dari_opsi(teks)
    assert periode is not None
    return periode


def periode_dari_opsi(teks: str | None) -> Periode | None:
    """Read ``--periode``.

    Raises:
        KinerjaError: it is no month.
    """
    from kinerja_cli.core.periode import periode_dari_kode, periode_dari_nama
    from kinerja_cli.errors import KinerjaError

    if teks is None:
        return None
    periode = periode_dari_kode(teks) or periode_dari_nama(teks)
    if periode is None:
        raise KinerjaError(f"“{teks}” bukan periode.", "Tulis tahun dan bulan, misalnya 2025-01.")
    return periode


def tanggal_dari_opsi(teks: str) -> dt.date | None:
    """Read a day, as 2025-02-05, 5/2/2025 or 5 Februari 2025; None where none is given.

    Raises:
        KinerjaError: it is no day.
    """
    from kinerja_cli.core.layanan.tanggal import tanggal_dari_sel
    from kinerja_cli.errors import KinerjaError

    tanggal = tanggal_dari_sel(teks) if teks else None
    if teks and (tanggal is None or tanggal.bulan_dulu):
        raise KinerjaError(f"“{teks}” bukan tanggal.", "Tulis tahun, bulan, dan hari, misalnya 2025-02-05.")
    return tanggal.saat.date() if tanggal else None


def pilihan_format(teks: str, ada: Sequence[str]) -> tuple[str, ...]:
    """Read ``--format``: kinds of file, a comma between several.

    Raises:
        KinerjaError: a kind is unknown.
    """
    from kinerja_cli.errors import KinerjaError

    jenis = tuple(satu.strip().lower() for satu in teks.split(",") if satu.strip())
    if asing := [satu for satu in jenis if satu not in ada]:
        raise KinerjaError(f"Format “{asing[0]}” tidak dikenal.", f"Yang ada: {', '.join(ada)}.")
    return jenis
