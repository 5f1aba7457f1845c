"""The time to object: the packaged TOML, the office's choice, and its calendar where working days count."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kinerja_cli.core.setelan import Setelan
from kinerja_cli.core.tenggat import Hitungan, Tenggat, TenggatSalah, susun_tenggat
from kinerja_cli.errors import KinerjaError
from kinerja_cli.readers.pohon import baca_pohon
from kinerja_cli.resources import folder_aturan


def baca_tenggat(setelan: Setelan, tahun: Iterable[int]) -> Tenggat:
    """Give the time to object.

    Args:
        setelan: the office's settings.
        tahun: the years in which results were handed over.

    Raises:
        KinerjaError: a setting makes no sense.
    """
    berkas = folder_aturan() / "pelengkap" / "keberatan.toml"
    try:
        tenggat = baca_pohon(berkas.read_bytes(), berkas.name, lambda pohon: susun_tenggat(pohon, setelan.keberatan))
    except TenggatSalah as e:
        raise KinerjaError(f"kinerja.toml, [keberatan]: {e}.", "Betulkan baris itu.") from e
    if tenggat.hitungan is Hitungan.KALENDER:
        return tenggat
    from kinerja_cli.readers.layanan import kalender_kantor  # the table of days off loads slowly

    semua = sorted({t for satu in tahun for t in (satu, satu + 1)})
    return replace(tenggat, kalender=kalender_kantor(setelan.jam_kerja, semua))
