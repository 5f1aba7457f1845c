"""The rules of follow-up: the office's own file, else the packaged one."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kinerja_cli.core.lanjut.aturan import AturanLanjut, susun_aturan_lanjut
from kinerja_cli.readers.pohon import baca_pohon
from kinerja_cli.resources import folder_aturan

_BERKAS = Path("pelengkap") / "tindak-lanjut.toml"


def aturan_lanjut(folder_lain: Iterable[Path] = ()) -> AturanLanjut:
    """Read the rules.

    Args:
        folder_lain: folders of the office's own rule sets; the first that has rules of follow-up wins.

    Raises:
        KinerjaError: the file is wrong; every fault with its line and key.
    """
    berkas = next(b for folder in (*folder_lain, folder_aturan()) if (b := folder / _BERKAS).is_file())
    return baca_pohon(berkas.read_bytes(), berkas.name, susun_aturan_lanjut)
