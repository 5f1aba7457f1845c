"""The league table of files."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace

import pandas as pd
from bantu import JANUARI

from kinerja_cli.core.jejak import BarisJejak, tambah
from kinerja_cli.core.kiriman import Kiriman, susun_kiriman
from kinerja_cli.core.periode import Periode

A, B, C, D = (f"Dinas {x}" for x in "ABCD")


def jejak(*baris: tuple[str, str, dict[str, str]]) -> list[BarisJejak]:
    """Lines of the trail: time, action, and hashes by file name."""
    semua: list[BarisJejak] = []
    for waktu, tindakan, berkas in baris:
        isi = [{"nama": n, "sha256": s, **({"asal": []} if n.startswith("nilai-") else {})} for n, s in berkas.items()]
        catatan = {"waktu": waktu, "tindakan": tindakan, "periode": "2025-01", "berkas": isi, "manifes": "m"}
        semua.append(tambah(semua[-1] if semua else None, catatan))
    return semua


TEMUAN = pd.DataFrame(
    [
        ("PERINGATAN", "R06", "b.xlsx", "R"),
        ("PERINGATAN", "R06", "b.xlsx", "R"),
        ("INFO", "L04", "a.xlsx", "R"),
        ("INFO", "V05", "c.xlsx", "Inovasi"),
    ],
    columns=["tingkat", "kode", "berkas", "lembar"],
    dtype="str",
)
JEJAK = jejak(
    ("2025-02-03T08:00:00+07:00", "hitung", {"a.xlsx": "1", "b.xlsx": "1", "nilai-dari-survei.toml": "1"}),
    ("2025-02-05T08:00:00+07:00", "hitung", {"a.xlsx": "1", "b.xlsx": "2"}),
    ("2025-02-09T23:30:00+07:00", "hitung", {"a.xlsx": "1", "b.xlsx": "2", "c.xlsx": "1"}),
    ("2025-02-10T08:00:00+07:00", "kunci", {}),
)
ORANG = [SimpleNamespace(nip=nip, dinas=dinas) for nip, dinas in (("1", C), ("2", A), ("3", D), ("4", B), ("5", B))]
RINCIAN = pd.DataFrame(
    [
        ("1", "c.xlsx", "R"), ("2", "a.xlsx", "R"), ("2", "", ""), ("3", "nilai-dari-survei.toml", ""),
        ("4", "b.xlsx", "R"), ("5", "", ""),
    ],
    columns=["nip", "berkas", "lembar"], dtype="str",
)  # fmt: skip


def susun(batas: int | None = None) -> tuple[Kiriman, ...]:
    return susun_kiriman(ORANG, RINCIAN, TEMUAN, JEJAK, JANUARI, batas)  # type: ignore[arg-type]


def test_first_day_replacements_and_warnings() -> None:
    assert susun() == (
        Kiriman(A, ("a.xlsx",), dt.date(2025, 2, 3), 3, 0, 0, None, 1),
        Kiriman(B, ("b.xlsx",), dt.date(2025, 2, 3), 3, 1, 2, None, 2),
        Kiriman(C, ("c.xlsx",), dt.date(2025, 2, 9), 9, 0, 0, None, 3),
        Kiriman(D),
    )
    assert [k.bersih for k in susun()] == [True, False, True, False]


def test_on_time_to_the_day() -> None:
    assert [k.tepat for k in susun(3)] == [True, True, False, None]
    assert [k.tepat for k in susun(2)] == [False, False, False, None]
    assert [k.tepat for k in susun(9)] == [True, True, True, None]


def test_equal_files_share_a_place() -> None:
    semua = jejak(("2025-02-03T08:00:00+07:00", "hitung", {"a.xlsx": "1", "b.xlsx": "1", "c.xlsx": "1"}))
    hasil = susun_kiriman(ORANG, RINCIAN, TEMUAN, semua, JANUARI, None)  # type: ignore[arg-type]
    assert [(k.dinas, k.peringkat) for k in hasil] == [(A, 1), (C, 1), (B, 3), (D, 0)]


def test_another_month_is_another_table() -> None:
    hasil = susun_kiriman(ORANG, RINCIAN, TEMUAN, JEJAK, Periode(2025, 2), None)  # type: ignore[arg-type]
    assert not any(k.berkas for k in hasil)


def test_what_a_register_of_innovations_fills_in_is_not_what_a_dinas_has_sent() -> None:
    isi = RINCIAN.assign(lembar="Inovasi")[:1]
    assert susun_kiriman(ORANG[:1], isi, TEMUAN, JEJAK, JANUARI, None) == (Kiriman(C),)  # type: ignore[arg-type]
