"""The templates: one environment for all pages."""

from __future__ import annotations

import contextlib
import json
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket
from markupsafe import Markup

from kinerja_cli.core.angka import cetak_bilangan, cetak_persen
from kinerja_cli.core.laporan import sebut_berbagi
from kinerja_cli.core.penilai import cetak_delta
from kinerja_cli.resources import folder_templat


class _SandiTemplat(jinja2.FileSystemBytecodeCache):
    """Keeps compiled templates as Python keeps modules: in ``__pycache__`` beside them, where that can be written."""

    def __init__(self) -> None:
        super().__init__(str(folder_templat() / "__pycache__"), "%s.pyc")

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Write a compiled template."""
        if not sys.dont_write_bytecode:
            with contextlib.suppress(OSError):
                Path(self.directory).mkdir(exist_ok=True)
                super().dump_bytecode(bucket)


@cache
def lingkungan() -> jinja2.Environment:
    """Give the environment: texts are escaped, a name that is missing is an error; numbers have filters."""
    hasil = jinja2.Environment(
        loader=jinja2.FileSystemLoader(folder_templat()),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=_SandiTemplat(),
    )
    hasil.filters["bilangan"] = cetak_bilangan
    hasil.filters["berbagi"] = sebut_berbagi
    hasil.filters["delta"] = cetak_delta
    hasil.filters["persen"] = lambda n: "–" if n is None else cetak_persen(n)
    return hasil


@cache
def sumber(nama: str) -> Markup:
    """Give a style or script as it is, to stand inside a page."""
    return Markup((folder_templat() / nama).read_text(encoding="utf-8"))


def data_halaman(isi: Mapping[str, object]) -> Markup:
    """Give data as JSON to stand inside a ``<script>``, which no text in it can end."""
    teks = json.dumps(isi, ensure_ascii=False, check_circular=False, separators=(",", ":"))
    return Markup(teks.replace("<", r"\u003c"))
