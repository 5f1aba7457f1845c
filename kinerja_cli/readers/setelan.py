"""``kinerja.toml`` → :class:`~kinerja_cli.core.setelan.Setelan`."""

from __future__ import annotations

import tomllib
from decimal import Decimal

from kinerja_cli.core.setelan import Setelan, SetelanSalah, susun_setelan
from kinerja_cli.errors import KinerjaError


def baca_setelan(isi: bytes) -> Setelan:
    """Read the settings.

    Raises:
        KinerjaError: the file is no TOML, or a key is wrong.
    """
    try:
        return susun_setelan(tomllib.loads(isi.decode("utf-8-sig"), parse_float=Decimal))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as e:
        raise KinerjaError(f"kinerja.toml tidak dapat dibaca: {e}.", "Betulkan penulisan di baris itu.") from e
    except SetelanSalah as e:
        raise KinerjaError(f"kinerja.toml: {e}.", "Betulkan baris itu.") from e
