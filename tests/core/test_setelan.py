"""The predikat of organisations in kinerja.toml."""

from __future__ import annotations

import pytest

from kinerja_cli.core.setelan import SetelanSalah, susun_setelan


def test_predikat_by_dinas() -> None:
    assert susun_setelan({"organisasi": {"Dinas Kesehatan": "Baik"}}).organisasi == {"Dinas Kesehatan": "Baik"}
    assert susun_setelan({}).organisasi == {}


@pytest.mark.parametrize(
    ("pohon", "kata"),
    [
        ({"organisasi": {"Dinas Kesehatan": 3}}, "Dinas Kesehatan"),
        ({"organisasi": "Baik"}, "bagian"),
        ({"organisas": {}}, "organisasi"),
    ],
)
def test_what_is_wrong_is_named(pohon: dict[str, object], kata: str) -> None:
    with pytest.raises(SetelanSalah, match=kata):
        susun_setelan(pohon)
