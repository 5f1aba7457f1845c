"""The rule files beside the rule sets: TOML → pattern of distribution, angka kredit, follow-up, the right to object."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from kinerja_cli.core.angka_kredit import KoefisienAngkaKredit, susun_koefisien
from kinerja_cli.core.lanjut.aturan import AturanLanjut, susun_aturan_lanjut
from kinerja_cli.core.pelengkap import Pelengkap, PelengkapSalah, buka_pelengkap
from kinerja_cli.core.pola import Pola, susun_pola
from kinerja_cli.errors import KinerjaError
from kinerja_cli.resources import folder_aturan

_T = TypeVar("_T")


def baca_pola() -> Pola:
    """Read the pattern of distribution."""
    return _baca("pola-distribusi.toml", susun_pola)


def baca_koefisien() -> KoefisienAngkaKredit:
    """Read the percents and coefficients of angka kredit."""
    return _baca("angka-kredit.toml", susun_koefisien)


def baca_aturan_lanjut(folder_lain: Iterable[Path] = ()) -> AturanLanjut:
    """Read the rules of follow-up; the first of the office's own folders of rule sets that has a file of them wins."""
    return _baca("tindak-lanjut.toml", susun_aturan_lanjut, folder_lain)


def _baca(nama: str, susun: Callable[[Pelengkap], _T], folder_lain: Iterable[Path] = ()) -> _T:
    semua = (folder / "pelengkap" / nama for folder in (*folder_lain, folder_aturan()))
    berkas = next((b for b in semua if b.is_file()), folder_aturan() / "pelengkap" / nama)
    try:
        return susun(buka_pelengkap(berkas.read_text("utf-8-sig")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, PelengkapSalah) as e:
        raise KinerjaError(f"Berkas aturan {nama}: {e}.", "Betulkan baris itu, atau pasang ulang kinerja.") from e
