"""A copy of values: what was read is what stands there."""

from __future__ import annotations

import datetime as dt
import io

import openpyxl

from kinerja_cli.core.lembar import RumusTanpaHasil, SelGalat
from kinerja_cli.writers.salinan_nilai import salinan_nilai


def test_values_keep_their_kind() -> None:
    isi = [
        ["198505152010012001", "=1+1", "", 3.5, 7],
        [True, dt.date(2025, 1, 31), dt.datetime(2025, 1, 31, 8, 15), SelGalat("#N/A"), RumusTanpaHasil()],
        [dt.timedelta(hours=2), dt.time(8, 15), "+62", "http://x.invalid", 1e20],
    ]
    ws = openpyxl.load_workbook(io.BytesIO(salinan_nilai({"Data": isi})))["Data"]
    assert [[s.value for s in baris] for baris in ws] == [
        ["198505152010012001", "=1+1", None, 3.5, 7],
        [True, dt.datetime(2025, 1, 31), dt.datetime(2025, 1, 31, 8, 15), "#N/A", "(rumus tanpa hasil)"],
        ["2:00:00", "08:15:00", "+62", "http://x.invalid", 1e20],
    ]
    assert {ws[sel].data_type for sel in ("A1", "B1", "C3", "D2")} == {"s"}


def test_a_hidden_sheet_stays_hidden_the_first_too() -> None:
    buku = openpyxl.load_workbook(io.BytesIO(salinan_nilai({"Lama": [[1]], "Kini": [[2]]}, {"Lama"})))
    assert [ws.sheet_state for ws in buku] == ["hidden", "visible"]
