from __future__ import annotations

import pytest
from bantu import ANI, BUDI

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


@pytest.mark.parametrize(
    ("sel", "dapat", "keliru"),
    [
        (ANI, (ANI,), ()),
        (f"{ANI}; {BUDI}", (ANI, BUDI), ()),
        (f"{ANI}\n{BUDI}\n", (ANI, BUDI), ()),
        (f"Ani, S.E. NIP. 19850515 201001 2 001; Budi {BUDI}", (ANI, BUDI), ()),
        (f"Ani, S.E.\n{ANI}\nBudi\nNIP {BUDI}", (ANI, BUDI), ()),
        (f"{ANI}\nAni\n{BUDI}\nBudi", (ANI, BUDI), ()),
        ("19850515-201001-2-001", (ANI,), ()),
        (f"{ANI};{ANI}", (ANI,), ()),
        (f"Ani {ANI}; Budi", (ANI,), ("Budi",)),
        (f"Ani\n{ANI}\nBudi", (ANI,), ("Budi",)),
        (f"{ANI}; 1990010120150110", (ANI,), ("1990010120150110",)),
        ("Budi", (), ("Budi",)),
    ],
)
def test_owners_of_an_idea(sel: str, dapat: tuple[str, ...], keliru: tuple[str, ...]) -> None:
    """Nobody who is named is lost: who has no NIP is given back as a fault."""
    assert nip.semua_nip(sel) == (dapat, keliru)
