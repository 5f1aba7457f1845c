"""Finds what travels with the program: templates, sample data, rule sets; installed, editable or in a plain checkout."""

from __future__ import annotations

from pathlib import Path

from kinerja_cli.errors import KinerjaError

_PAKET = Path(__file__).parent


def _cari(nama: str) -> Path:
    """Prefer the copy that the wheel carries; else the folder at the top of the checkout."""
    for calon in (_PAKET / "_data" / nama, _PAKET.parent / nama):
        if calon.is_dir():
            return calon
    raise KinerjaError(f"Folder “{nama}” milik program tidak ditemukan.", "Pasang ulang kinerja.")


def folder_templat() -> Path:
    """Give the folder of the jinja templates."""
    return _cari("templates")


def folder_contoh() -> Path:
    """Give the folder of the sample workbooks."""
    return _cari("contoh_data")


def folder_aturan() -> Path:
    """Give the folder of the packaged rule sets."""
    return _PAKET / "aturan"


def berkas_program() -> tuple[Path, ...]:
    """List the program's own files: code, rule sets and templates."""
    semua = (p for folder in (_PAKET, folder_templat()) for p in folder.rglob("*"))
    return tuple(sorted(p for p in semua if p.suffix in (".py", ".toml", ".j2", ".js", ".css")))
