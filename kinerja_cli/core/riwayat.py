"""What the audit trail says of a period: which result stands on which, and what was changed after it was locked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kinerja_cli.core.jejak import BarisJejak
from kinerja_cli.core.periode import Periode
from kinerja_cli.core.selisih import Keadaan

HITUNG, KUNCI, BUKA_KUNCI, BATALKAN, ARSIP = "hitung", "kunci", "buka-kunci", "batalkan", "arsip"
"""Actions as the trail names them."""
STATUS = frozenset({KUNCI, BUKA_KUNCI})
"""Actions that leave the result as it is."""
_SELISIH_JAM = dt.timedelta(minutes=5)
"""What two computers' clocks may differ by without a word."""


@dataclass(frozen=True)
class Perubahan:
    """One correction of a result that had been locked: from opening the lock to the last result under it.

    Attributes:
        nomor: from 1; printed as "Perubahan ke-1".
        alasan: why the lock was opened.
        dari, ke: hashes of the manifests of the result before and after.
        baris: the audit line that computed the result after.
    """

    nomor: int
    alasan: str
    dari: str
    ke: str
    baris: BarisJejak


def milik_periode(jejak: Iterable[BarisJejak], periode: Periode) -> tuple[BarisJejak, ...]:
    """Give the lines that put a result of this period in its place, oldest first."""
    return tuple(b for b in jejak if b.isi.get("periode") == str(periode) and "manifes" in b.isi)


@dataclass(frozen=True)
class Lapis:
    """A result in the pile of a period: the hash of its manifest, and the line that computed it."""

    manifes: str
    baris: BarisJejak


def tumpukan(jejak: Iterable[BarisJejak], periode: Periode) -> tuple[Lapis, ...]:
    """Give the results of a period that stand on one another; the last is the current one.

    A new result lies down on top, ``batalkan`` takes the top away; locking and unlocking only give the top another
    manifest.
    """
    hasil: list[Lapis] = []
    for baris in milik_periode(jejak, periode):
        if baris.isi["tindakan"] == BATALKAN:
            hasil.pop()
        elif hasil and baris.isi["tindakan"] in STATUS:
            hasil[-1] = replace(hasil[-1], manifes=str(baris.isi["manifes"]))
        else:
            hasil.append(Lapis(str(baris.isi["manifes"]), baris))
    return tuple(hasil)


def baris_hitung(jejak: Iterable[BarisJejak], periode: Periode, manifes: str) -> str:
    """Print the audit line that computed a result, which its manifest's hash names: number, time, hash."""
    for lapis in reversed(tumpukan(jejak, periode)):
        if lapis.manifes == manifes:
            return f"jejak nomor {lapis.baris.nomor}, {lapis.baris.isi['waktu']}, sha256 {lapis.baris.sha256}"
    return "tidak ada di jejak audit"


def perubahan(jejak: Iterable[BarisJejak], periode: Periode) -> tuple[Perubahan, ...]:
    """List the corrections made after the period was first locked, each with its reason."""
    hasil: list[Perubahan] = []
    dibuka: BarisJejak | None = None
    for baris in milik_periode(jejak, periode):
        manifes = str(baris.isi["manifes"])
        if baris.isi["tindakan"] == BUKA_KUNCI:
            dibuka = baris
        elif dibuka and baris.isi["tindakan"] != KUNCI:
            dari, alasan = str(dibuka.isi["manifes"]), str(dibuka.isi["alasan"])
            if hasil and hasil[-1].dari == dari:
                hasil.pop()
            if manifes != dari:  # taken back to where it was opened: nothing is corrected
                hasil.append(Perubahan(len(hasil) + 1, alasan, dari, manifes, baris))
    return tuple(hasil)


def sebutan_lain(jejak: Iterable[BarisJejak], periode: Periode, manifes: str) -> tuple[str, ...]:
    """Give all manifests under which one result was ever saved: locking and unlocking give it another."""
    milik: dict[str, str] = {}
    kini = ""
    for baris in milik_periode(jejak, periode):
        satu = str(baris.isi["manifes"])
        milik.setdefault(satu, milik[kini] if kini and baris.isi["tindakan"] in STATUS else satu)
        kini = satu
    return tuple(m for m, hasil in milik.items() if hasil == milik.get(manifes))


def tertutup(jejak: Iterable[BarisJejak], periode: Periode) -> bool:
    """Tell whether the last word on a period is that it was locked: its folder may be packed away, or be missing."""
    milik = milik_periode(jejak, periode)
    return bool(milik) and milik[-1].isi["tindakan"] == KUNCI


@dataclass(frozen=True)
class BarisRiwayat:
    """A line of the trail for people; ``keadaan`` is how the person asked for came out of it, None where nobody was."""

    baris: BarisJejak
    keadaan: Keadaan | None = None


def jam_mundur(jejak: Sequence[BarisJejak], kini: dt.datetime) -> tuple[str, ...]:
    """Say so where the clock shows a time before the last line's; the trail's order doesn't depend on it."""
    akhir = dt.datetime.fromisoformat(str(jejak[-1].isi["waktu"])) if jejak and "waktu" in jejak[-1].isi else None
    if akhir is None or kini >= akhir - _SELISIH_JAM:
        return ()
    sebab = f"menunjukkan {kini:%d/%m/%Y %H.%M}, lebih awal daripada catatan terakhir ({akhir:%d/%m/%Y %H.%M})"
    return (f"Jam komputer {sebab}. Periksa tanggal dan jamnya.",)


def saring(
    jejak: Sequence[BarisJejak], *, periode: Periode | None = None, tindakan: str = "", siapa: str = ""
) -> tuple[BarisJejak, ...]:
    """Keep the lines of a period, an action, and somebody whose name holds a text; empty means all."""
    return tuple(
        b
        for b in jejak
        if (periode is None or b.isi.get("periode") == str(periode))
        and (not tindakan or b.isi.get("tindakan") == tindakan)
        and siapa.casefold() in str(b.isi.get("siapa", "")).casefold()
    )
