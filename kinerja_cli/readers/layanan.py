"""What service times are measured by: the packaged TOML, the office's settings and the national days off."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import cache

import holidays

from kinerja_cli.core.layanan.batas import Bawaan, susun_bawaan
from kinerja_cli.core.layanan.waktu import JamKerjaSalah, Kalender, susun_kalender
from kinerja_cli.errors import KinerjaError
from kinerja_cli.readers.pohon import baca_pohon
from kinerja_cli.resources import folder_aturan


def kalender_kantor(setelan: Mapping[str, object], tahun: Iterable[int]) -> Kalender:
    """Give the office's calendar.

    Args:
        setelan: ``[jam_kerja]`` of ``kinerja.toml``; empty: the usual hours.
        tahun: the years whose days off are wanted.

    Raises:
        KinerjaError: a setting makes no sense.
    """
    semua = tuple(tahun)
    try:
        return susun_kalender(bawaan_layanan().jam_kerja, setelan, _libur("public", semua), _libur("government", semua))
    except JamKerjaSalah as e:
        raise KinerjaError(f"kinerja.toml, [jam_kerja]: {e}.", "Betulkan baris itu.") from e


@cache
def bawaan_layanan() -> Bawaan:
    """Give the packaged hours and thresholds."""
    berkas = folder_aturan() / "pelengkap" / "layanan.toml"
    return baca_pohon(berkas.read_bytes(), berkas.name, susun_bawaan)


def _libur(jenis: str, tahun: tuple[int, ...]) -> dict[dt.date, str]:
    """Give the national days off (public) or the cuti bersama (government) that the library knows, by their names."""
    return dict(holidays.country_holidays("ID", years=tahun, language="id", categories=(jenis,)))
