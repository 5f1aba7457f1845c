from __future__ import annotations

import datetime as dt
import string

import pytest
from bantu import lembar
from hypothesis import given
from hypothesis import strategies as st

from kinerja_cli.core.asal import LEMBAR_ASAL, Asal, AsalBaris, AsalHalaman, AsalRusak, buka, cari_asal, kemas, polos
from kinerja_cli.core.lembar import Lembar, RumusTanpaHasil, SelGalat

ISI = st.one_of(st.text(), st.floats(allow_nan=False, allow_infinity=False))
BARIS = st.builds(
    AsalBaris,
    st.integers(1, 200_000),
    st.lists(st.text(), max_size=2).map(tuple),
    st.booleans(),
    st.lists(ISI, max_size=5).map(tuple),
    st.lists(st.integers(0, 5)).map(tuple),
)


@given(st.lists(BARIS, max_size=5), st.text())
def test_what_is_packed_into_cells_comes_back_exactly(baris: list[AsalBaris], teks: str) -> None:
    halaman = AsalHalaman("Realisasi", teks, ("Realisasi",), ("nip", ""), (0, 3), ("NIP", teks), tuple(baris))
    asal = Asal(teks, ".xlsx", "ab" * 32, ("A", teks), (halaman,))
    potongan = kemas(asal)
    assert set("".join(potongan)) <= set(string.ascii_letters + string.digits + "+/=")
    assert buka(potongan) == asal


def test_a_long_memory_is_cut_into_texts_that_a_cell_holds() -> None:
    isi = tuple(str(hash((n, "acak"))) for n in range(20_000))
    asal = Asal("a.xlsx", ".xlsx", "", isi)
    potongan = kemas(asal)
    assert len(potongan) > 1
    assert max(map(len, potongan)) <= 32_767
    assert buka(potongan) == asal


@pytest.mark.parametrize("rusak", ["", "bukan", "!!!"])
def test_a_damaged_memory_is_never_taken_for_an_empty_one(rusak: str) -> None:
    with pytest.raises(AsalRusak):
        buka([rusak])


def test_a_memory_that_lost_its_end_is_damaged() -> None:
    (satu,) = kemas(Asal("a.xlsx", ".xlsx", "ab" * 32, ("A", "B")))
    with pytest.raises(AsalRusak):
        buka([satu[:-8]])


def test_a_workbook_without_the_hidden_sheet_is_no_repair_workbook() -> None:
    with pytest.raises(AsalRusak):
        cari_asal([lembar("NIP | Nama")])
    asal = Asal("a.xlsx", ".xlsx", "", ())
    assert cari_asal([lembar("NIP | Nama"), Lembar("p.xlsx", LEMBAR_ASAL, [[satu] for satu in kemas(asal)])]) == asal


@pytest.mark.parametrize(
    ("sel", "isi"),
    [
        (12, 12.0),
        (0.1 + 0.2, 0.3),
        ("satu\r\ndua", "satu\ndua"),
        ("satu_x000D_\ndua\x07", "satu\ndua"),
        (" spasi tetap ", " spasi tetap "),
        (dt.date(2025, 1, 15), "15/01/2025"),
        (dt.datetime(2025, 1, 15), "15/01/2025"),
        (dt.datetime(2025, 1, 15, 8, 30), "15/01/2025 08:30:00"),
        (True, "BENAR"),
        (SelGalat("#N/A"), "#N/A"),
        (RumusTanpaHasil(), ""),
        (None, ""),
    ],
)
def test_a_cell_is_compared_as_it_is_shown(sel: object, isi: object) -> None:
    assert polos(sel) == isi
