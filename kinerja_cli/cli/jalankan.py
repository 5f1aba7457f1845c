"""Runs the command: Indonesian words, UTF-8, and the one place where exceptions end."""

from __future__ import annotations

import gc
import os
import sys
import tempfile
import traceback
from pathlib import Path

from kinerja_cli import __version__
from kinerja_cli.cli import bahasa
from kinerja_cli.cli.utama import DIHENTIKAN
from kinerja_cli.errors import KinerjaError


def jalankan() -> int:
    """Run ``kinerja`` with the process' arguments and give its exit code.

    Raises:
        KeyboardInterrupt: Ctrl-C, with a sentence on what was saved where the default isn't true.
    """
    for aliran in (sys.stdout, sys.stderr):
        if hasattr(aliran, "reconfigure"):
            aliran.reconfigure(encoding="utf-8", errors="replace")
    bahasa.pasang()
    os.umask(0o077)  # personal data: what is made is for its owner only, where the system knows how
    gc.set_threshold(1_000_000, 20, 50)  # cells hold no cycles: looking for some after every 700 costs a tenth of the time
    from typer import Abort, Exit
    from typer._click.exceptions import UsageError  # typer vendors click and names only some of its exceptions

    from kinerja_cli.cli.aplikasi import app, persempit
    from kinerja_cli.cli.konsol import KELIRU, TIDAK_BISA, catat

    if len(sys.argv) > 1:
        persempit(sys.argv[1])
    try:
        kode: int = app(standalone_mode=False) or 0
    except UsageError as e:
        if kalimat := bahasa.kalimat(e):
            catat(kalimat)
        return TIDAK_BISA
    except KinerjaError as e:
        catat(e.kalimat)
        if e.saran:
            catat(f"→ {e.saran}")
        return TIDAK_BISA
    except Exit as e:
        return e.exit_code
    except Abort as e:
        raise KeyboardInterrupt(str(e)) from e
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader has gone; nothing is lost
        return TIDAK_BISA
    except Exception as e:
        berkas = _catat_keliru(e)
        catat(f"Maaf, kinerja keliru. Data Anda tidak diubah. Kirim berkas ini kepada pembuatnya: {berkas}")
        return KELIRU
    if kode == DIHENTIKAN:  # Ctrl-C while Typer read the arguments
        raise KeyboardInterrupt
    return kode


def _catat_keliru(galat: Exception) -> Path:
    """Write where the program failed, without its data: no message, no values, so no names and no NIPs."""
    langkah = traceback.extract_tb(galat.__traceback__)
    isi = "\n".join(
        [
            f"kinerja {__version__}, Python {sys.version.split()[0]}, {sys.platform}",
            type(galat).__qualname__,
            *(f"{Path(ini.filename).name}:{ini.lineno} {ini.name}" for ini in langkah),
        ]
    )
    from kinerja_cli.store import RuangKerja, simpan_di

    ruang = RuangKerja.cari(Path(os.environ.get("KINERJA_RUANG") or Path.cwd()))
    for folder in ([ruang.folder / "galat"] if ruang else []) + [Path(tempfile.gettempdir())]:
        try:
            return simpan_di(folder, f"kinerja-galat-{os.getpid()}.txt", (isi + "\n").encode())
        except KinerjaError:
            continue
    return Path("(tidak dapat ditulis)")
