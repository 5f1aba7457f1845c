"""The NIP, 18 digits with a meaning: birth date, first appointment, sex, serial (ATURAN: form copied, no check digit)."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

PANJANG = 18

_HIASAN = re.compile(r"[\s.\-'’`]")

_NIP_DI_DALAM = re.compile(r"(?:\bNIP\b[\s.:]*)?(?<!\d)(\d(?:[\s.]?\d){17})(?!\d)", re.IGNORECASE)


class Nip(NamedTuple):
    """The parts of a well-formed NIP; ``lahir`` is None where the digits are no date."""

    lahir: dt.date | None
    pppk: bool
    kelamin: str


def rapikan(teks: str) -> str:
    """Take blanks, dots, dashes and apostrophes out: "19670912 198703 2 001" → "196709121987032001"."""
    return _HIASAN.sub("", teks)


def berbentuk_nip(teks: str) -> bool:
    """Tell whether the tidied text is 18 digits."""
    return len(teks) == PANJANG and teks.isascii() and teks.isdigit()


def pisahkan(teks: str) -> tuple[str, str]:
    """Split a cell that holds a name and a NIP: "Ani, S.E. NIP. 19850515 201001 2 001" → the name and the tidied NIP.

    Without 18 digits in it, the NIP is "".
    """
    cocok = _NIP_DI_DALAM.search(teks)
    if cocok is None:
        return teks.strip(), ""
    nama = f"{teks[: cocok.start()]} {teks[cocok.end() :]}"
    return nama.strip(" \t\r\n/,;:-()"), rapikan(cocok[1])


def semua_nip(teks: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Read the owners of an idea: several NIPs, ";" or a line break between, with names before, behind or above them.

    Returns:
        The tidied NIPs, each once; and the parts that name somebody without a NIP of 18 digits.
    """
    nip: list[str] = []
    keliru: list[str] = []
    for bagian in teks.split(";"):
        polos = 0  # NIPs on a line of their own, to which a name on another line may belong
        nama: list[str] = []
        for baris in filter(None, map(str.strip, bagian.splitlines())):
            ada = [rapikan(n) for n in _NIP_DI_DALAM.findall(baris)] or [n for n in [rapikan(baris)] if berbentuk_nip(n)]
            nip += ada
            if ada:
                polos += not pisahkan(baris)[0]
            elif any(h.isdigit() for h in baris):
                keliru.append(baris)
                polos += 1
            else:
                nama.append(baris)
        keliru += nama[polos:]
    return tuple(dict.fromkeys(nip)), tuple(keliru)


def urai_nip(nip: str) -> Nip:
    """Take an 18-digit NIP apart."""
    try:
        lahir = dt.date.fromisoformat(nip[:8])
    except ValueError:
        lahir = None
    return Nip(lahir=lahir, pppk=int(nip[12:14]) > 20, kelamin=nip[14])  # PPPK: digits 13-14 are 21 or more


def pns(nip: str) -> bool:
    """Tell whether a text is the NIP of a PNS: its digits 13-14 are the month of appointment."""
    return berbentuk_nip(nip) and 1 <= int(nip[12:14]) <= 12


def pppk(nip: str) -> bool:
    """Tell whether a text is the NIP of a PPPK."""
    return berbentuk_nip(nip) and urai_nip(nip).pppk


def keganjilan(nip: str) -> tuple[str, ...]:
    """Say in Indonesian what is odd about an 18-digit NIP; real data has corrected birth dates, so these only warn."""
    bagian = urai_nip(nip)
    ganjil = []
    if bagian.lahir is None or not bagian.lahir.year >= 1940:
        ganjil.append(f"8 angka pertama ({nip[:8]}) bukan tanggal lahir")
    if not (pns(nip) or bagian.pppk):
        ganjil.append(f"angka ke-13 dan 14 ({nip[12:14]}) bukan bulan dan bukan kode PPPK")
    if bagian.kelamin not in "12":
        ganjil.append(f"angka ke-15 ({bagian.kelamin}) bukan 1 atau 2")
    return tuple(ganjil)
