"""The rule files beside the rule sets: TOML → pattern of distribution, angka kredit, follow-up, innovations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TypeVar

from kinerja_cli.core.angka_kredit import KoefisienAngkaKredit, susun_koefisien
from kinerja_cli.core.aturan import AturanInovasi
from kinerja_cli.core.inovasi.aturan import susun_aturan_inovasi
from kinerja_cli.core.lanjut.aturan import AturanLanjut, susun_aturan_lanjut
from kinerja_cli.core.pola import Pola, susun_pola
from kinerja_cli.errors import KinerjaError
from kinerja_cli.readers.pohon import baca_pohon
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


def baca_aturan_inovasi(folder_lain: Iterable[Path] = ()) -> AturanInovasi:
    """Read what a register of innovations is worth, of the office's own folders first, as :func:`baca_aturan_lanjut` does."""
    return aturan_inovasi_dari(_isi("inovasi.toml", folder_lain), "inovasi.toml")


def aturan_inovasi_dari(isi: bytes, nama: str) -> AturanInovasi:
    """Read the same from the bytes that are kept with a month."""
    return _susun(isi, nama, lambda pohon: susun_aturan_inovasi(pohon, isi.decode("utf-8-sig")))


def _baca(nama: str, susun: Callable[[Mapping[str, object]], _T], folder_lain: Iterable[Path] = ()) -> _T:
    return _susun(_isi(nama, folder_lain), nama, susun)


def _isi(nama: str, folder_lain: Iterable[Path]) -> bytes:
    semua = (folder / "pelengkap" / nama for folder in (*folder_lain, folder_aturan()))
    berkas = next((b for b in semua if b.is_file()), folder_aturan() / "pelengkap" / nama)
    try:
        return berkas.read_bytes()
    except OSError as e:
        raise KinerjaError(f"Berkas aturan {nama} tidak dapat dibaca.", "Periksa izinnya, atau pasang ulang kinerja.") from e


def _susun(isi: bytes, nama: str, susun: Callable[[Mapping[str, object]], _T]) -> _T:
    return baca_pohon(isi, f"aturan {nama}", susun, "Betulkan baris itu, atau pasang ulang kinerja.")
