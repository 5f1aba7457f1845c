"""State survives a round trip; a broken file is an error, never "no data"."""

from __future__ import annotations

import csv
import io
import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_cli.core import skema
from kinerja_cli.core.simpanan import SimpananRusak, csv_dari_tabel, tabel_dari_csv

JENIS = {"nip": skema.TEKS, "nama": skema.TEKS, "target": skema.ANGKA, "bobot": skema.BULAT, "capaian": skema.BULAT}
TEKS = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufeff"), max_size=20)
BARIS = st.tuples(
    TEKS,
    TEKS,
    st.one_of(st.floats(-1e14, 1e14).map(lambda n: float(f"{n:.15g}")), st.just(math.nan)),
    st.integers(0, 100 * 10_000),
    st.integers(0, 120_00),
)


def tabel(baris: list[tuple[object, ...]]) -> pd.DataFrame:
    return pd.DataFrame(baris, columns=list(JENIS)).astype(JENIS)


@given(st.lists(BARIS, max_size=12))
def test_round_trip(baris: list[tuple[object, ...]]) -> None:
    asli = tabel(baris)
    isi = csv_dari_tabel(asli)
    pd.testing.assert_frame_equal(tabel_dari_csv(isi, JENIS, "uji.csv"), asli)
    assert b"\r" not in isi
    assert csv_dari_tabel(tabel_dari_csv(isi, JENIS, "uji.csv")) == isi


def test_numbers_are_written_as_people_read_them() -> None:
    satu = tabel([("198505152010012001", 'Ani, "S.E."', 0.3, 142_800, 10_513)])
    assert csv_dari_tabel(satu).decode() == (
        'nip,nama,target,bobot,capaian\n198505152010012001,"Ani, ""S.E.""",0.3,14.28,105.13\n'
    )


def test_gaps_dates_and_signs_of_every_width() -> None:
    satu = pd.DataFrame(
        {
            "nama": pd.Series(["Émile", "M. Nur › “Ali”", "\N{CJK UNIFIED IDEOGRAPH-4E00}, \N{GRINNING FACE}"], dtype="str"),
            "mulai": pd.Series(["2025-01-31", None, "2025-01-31"], dtype="datetime64[s]"),
            "target": [math.nan, 1e15, 0.1],
            "nilai": [-1, 0, 12_345],
            "peringkat": [0, 2, 1],
        }
    )
    assert csv_dari_tabel(satu).decode() == (
        "nama,mulai,target,nilai,peringkat\n"
        "Émile,2025-01-31,,,\n"
        "M. Nur › “Ali”,,1000000000000000,0.00,2\n"
        '"\N{CJK UNIFIED IDEOGRAPH-4E00}, \N{GRINNING FACE}",2025-01-31,0.1,123.45,1\n'
    )
    assert csv_dari_tabel(satu[:0]) == b"nama,mulai,target,nilai,peringkat\n"


@given(st.lists(st.tuples(*[st.text("a,\"'\n\r ;\t", max_size=5)] * 2), max_size=8))
def test_any_reader_of_csv_gets_the_texts(baris: list[tuple[str, str]]) -> None:
    isi = csv_dari_tabel(pd.DataFrame(baris, columns=["nip", "nama"], dtype="str")).decode()
    assert list(csv.reader(io.StringIO(isi, newline=""))) == [["nip", "nama"], *map(list, baris)]


@pytest.mark.parametrize(
    "isi",
    [
        b"",
        b"nip,nama\n",
        b"nip,nama,target,bobot,capaian\nx,y,abc,1,1\n",
        b"nip,nama,target,bobot,capaian\nx,y,1,1.23456,1\n",
        b"\xff\xfe\x00",
    ],
    ids=["kosong", "kolom kurang", "bukan angka", "terlalu rinci", "bukan teks"],
)
def test_a_broken_file_is_named(isi: bytes) -> None:
    with pytest.raises(SimpananRusak, match=r"uji\.csv"):
        tabel_dari_csv(isi, JENIS, "uji.csv")
