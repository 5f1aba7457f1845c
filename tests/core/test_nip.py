from __future__ import annotations

import pytest

from kinerja_cli.core import nip


def test_the_printed_form_is_tidied() -> None:
    assert nip.rapikan("19670912 198703 2 001") == "196709121987032001"
    assert nip.rapikan("'196709121987032001") == "196709121987032001"


def test_parts_of_a_pns_and_a_pppk() -> None:
    pns, pppk = nip.urai_nip("196709121987032001"), nip.urai_nip("199001012025211001")
    assert (pns.lahir and pns.lahir.isoformat(), pns.pppk, pns.kelamin) == ("1967-09-12", False, "2")
    assert pppk.pppk


@pytest.mark.parametrize(
    ("angka", "banyak"),
    [("196709121987032001", 0), ("196713121987032001", 1), ("196709121987153001", 2), ("199001012025211001", 0)],
)
def test_oddities_are_named(angka: str, banyak: int) -> None:
    assert len(nip.keganjilan(angka)) == banyak
