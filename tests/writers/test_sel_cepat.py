"""The fast way writes the parts that XlsxWriter's own calls write."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

import pytest
import xlsxwriter

from kinerja_cli.writers.buku_cepat import BukuCepat
from kinerja_cli.writers.sel_cepat import TINGGI_TEKS, LembarCepat, Nilai, Rumus

ISI: list[list[Nilai]] = [
    ["teks", "=1+1", "<a & b>", " spasi ", 1, 0.1, 1e15, -2.5, None, float("nan"), ""],
    [Rumus("A1&\"<\"", "teks<"), Rumus("E1*2", 2), Rumus("F1+E1", 1.1), "teks", 83.405, 123456789012.5, 0, "é", None, 7, 8],
    ["=1+1", "_x0041_", "a_x", "\x01\x1f", "baris\nbaru", "akhir\n", "\u00a0k", "\ufffe\uffff", "#", "%s {0}", "x" * 40_000],
    [0.0, -0.0, 0, 1, 1.0, "1", "teks", 83.405, "<r>a</r>", '" t="s"><v>', Rumus('IF(A1>0,"#","%")', "%d#")],
]  # fmt: skip
LAPIS = (1, 3, 40, 2)


def bagian(cepat: bool) -> dict[str, bytes]:
    wadah = io.BytesIO()
    buku = BukuCepat(wadah) if cepat else xlsxwriter.Workbook(wadah, {"in_memory": True})
    ws = buku.add_worksheet("Data", LembarCepat if cepat else None)
    gaya = [buku.add_format({"num_format": "0.00"}), buku.add_format({"bold": True})]
    for r, (isi, lapis) in enumerate(zip(ISI, LAPIS, strict=True), 2):
        semua = [gaya[k % 2] for k in range(len(isi))]
        if isinstance(ws, LembarCepat):
            ws.tulis_baris(r, isi, semua, lapis)
            continue
        if lapis > 1:
            ws.set_row(r, TINGGI_TEKS * lapis)
        for k, (nilai, g) in enumerate(zip(isi, semua, strict=True)):
            if nilai is None or nilai != nilai or nilai == "":
                ws.write_blank(r, k, None, g)
            elif isinstance(nilai, Rumus):
                ws.write_formula(r, k, f"={nilai.teks}", g, nilai.nilai)
            elif isinstance(nilai, str):
                ws.write_string(r, k, nilai[:32_767], g)
            else:
                ws.write_number(r, k, nilai, g)
    ws.write_string(0, 0, "judul")
    ws.write_string(40, 3, "teks")
    bagan = buku.add_chart({"type": "bar"})
    bagan.add_series({"values": ["Data", 2, 4, 5, 4]})
    ws.insert_chart(3, 2, bagan)
    buku.set_properties({"created": dt.datetime(2025, 1, 31)})
    buku.close()
    with zipfile.ZipFile(wadah) as z:
        return {nama: z.read(nama) for nama in z.namelist()}


def test_the_parts_are_those_of_the_usual_calls() -> None:
    assert bagian(cepat=True) == bagian(cepat=False)


def test_an_empty_text_is_a_text() -> None:
    """XlsxWriter leaves the type out, and a viewer that doesn't compute takes it for a number."""
    wadah = io.BytesIO()
    buku = xlsxwriter.Workbook(wadah, {"in_memory": True})
    ws = buku.add_worksheet("Data", LembarCepat)
    ws.tulis_baris(0, [Rumus('IF(1,"","")', None)], [buku.add_format({"bold": True})])
    buku.close()
    with zipfile.ZipFile(wadah) as z:
        assert b't="str"><f>IF(1,"","")</f><v></v>' in z.read("xl/worksheets/sheet1.xml")


def test_a_chart_keeps_the_values_of_rows_written_fast() -> None:
    def bagan(cepat: bool) -> bytes:
        wadah = io.BytesIO()
        buku = xlsxwriter.Workbook(wadah, {"in_memory": True})
        ws = buku.add_worksheet("Data", LembarCepat if cepat else None)
        gaya = buku.add_format({"bold": True})
        ws.write_string(0, 0, "judul")
        for r, isi in enumerate((["a", 1.5], ["b", None], ["c", Rumus("B2*2", 3.0)], ["d", float("nan")]), 1):
            if isinstance(ws, LembarCepat):
                ws.tulis_baris(r, isi, [gaya, gaya])
                continue
            ws.write_string(r, 0, str(isi[0]), gaya)
            match isi[1]:
                case Rumus(teks, nilai):
                    ws.write_formula(r, 1, f"={teks}", gaya, nilai)
                case float(angka) if angka == angka:
                    ws.write_number(r, 1, angka, gaya)
                case _:
                    ws.write_blank(r, 1, None, gaya)
        satu = buku.add_chart({"type": "bar"})
        satu.add_series({"categories": ["Data", 0, 0, 5, 0], "values": ["Data", 0, 1, 5, 1]})
        ws.insert_chart(0, 3, satu)
        buku.close()
        with zipfile.ZipFile(wadah) as z:
            return z.read("xl/charts/chart1.xml")

    assert bagan(cepat=True) == bagan(cepat=False)


def test_a_row_outside_the_sheet_is_refused() -> None:
    buku = xlsxwriter.Workbook(io.BytesIO(), {"in_memory": True})
    ws = buku.add_worksheet("Data", LembarCepat)
    with pytest.raises(ValueError, match="1048577"):
        ws.tulis_baris(1_048_576, ["x"], [buku.add_format()])
