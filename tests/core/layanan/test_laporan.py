"""The report of a small register, worked by hand."""

from __future__ import annotations

import datetime as dt

import pytest
from bantu_layanan import STANDAR, jangka, laporan

from kinerja_cli.core.layanan.jangka import bulan_dalam, jangka_dari_teks
from kinerja_cli.core.periode import Periode

REGISTER = """
    No Register | Jenis Layanan | Diterima | Selesai | Petugas
    1 | KTP-el | 15/01/2025 | 16/01/2025 | Ani
    2 | KTP-el | 15/01/2025 | 22/01/2025 | Ani
    3 | KTP-el | 03/02/2025 | 04/02/2025 | Ani
    4 | KTP-el | 03/02/2025 | 05/02/2025 | Ani
    5 | KTP-el | 03/02/2025 | 10/02/2025 | Ani
    6 | KTP-el | 03/01/2025 | | Budi
    7 | KTP-el | 27/02/2025 | | Budi
    8 | Surat Pindah | 27/02/2025 | 28/02/2025 |
"""


def test_counts_types_months_officers_and_backlog() -> None:
    isi = laporan(REGISTER, STANDAR)
    assert isi.cakupan.nama == "Januari 2025 sampai Februari 2025"
    p = isi.pokok
    # KTP-el: 1, 5, 1, 2, 5 working days against 3; number 6 is open and late, number 7 is open and not yet.
    assert (p.masuk, p.selesai, p.sisa, p.dalam, p.dinilai, p.persen) == (8, 6, 2, 3, 6, 5000)
    assert [(b.nama, b.masuk, b.selesai, b.sisa, b.dalam, b.dinilai) for b in isi.bulan] == [
        ("Januari 2025", 3, 2, 1, 1, 3),
        ("Februari 2025", 5, 4, 2, 2, 4),
    ]
    ktp, pindah = isi.jenis
    assert (ktp.nama, ktp.ukuran.median, ktp.ukuran.persentil, ktp.sisa) == ("KTP-el", 2, 5, 2)
    assert [u.median for u in ktp.bulan] == [3, 2]
    assert (pindah.nama, pindah.standar, pindah.ukuran.persen) == ("Surat Pindah", None, None)
    assert [(o.nama, o.selesai, o.cukup, o.persen) for o in isi.petugas] == [
        ("Ani", 5, True, 6000),
        ("Budi", 0, False, None),
        ("(tidak dicatat)", 1, False, None),
    ]
    # After Friday 3 January 17 working days of January and 20 of February; number 7 came on Thursday the 27th.
    assert [(s.nomor, s.umur, s.lewat) for s in isi.sisa] == [("6", 37, True), ("7", 1, False)]
    assert [n for _, n in isi.umur] == [1, 0, 0, 1]


def test_one_month_alone() -> None:
    isi = laporan(REGISTER, STANDAR, periode=Periode(2025, 1))
    assert (isi.pokok.masuk, isi.pokok.selesai, isi.pokok.sisa) == (3, 2, 1)
    assert [h for h, _ in isi.libur] == [dt.date(2025, 1, h) for h in (1, 27, 28, 29)]


def test_hours_in_words() -> None:
    assert laporan(REGISTER).jam_kerja == (
        "Senin–Kamis 07.30–16.00, istirahat 12.00–13.00",
        "Jumat 07.30–16.30, istirahat 11.30–13.00",
    )


@pytest.mark.parametrize(
    ("teks", "awal", "akhir", "nama"),
    [
        ("2025-02", (2025, 2, 1), (2025, 2, 28), "Februari 2025"),
        ("Februari 2025", (2025, 2, 1), (2025, 2, 28), "Februari 2025"),
        ("2025-S2", (2025, 7, 1), (2025, 12, 31), "Semester II 2025"),
        ("2025-t3", (2025, 7, 1), (2025, 9, 30), "Triwulan III 2025"),
    ],
)
def test_spans_that_people_name(teks: str, awal: tuple[int, int, int], akhir: tuple[int, int, int], nama: str) -> None:
    satu = jangka(teks)
    assert (satu.awal, satu.akhir, satu.nama) == (dt.date(*awal), dt.date(*akhir), nama)


@pytest.mark.parametrize("teks", ["2025", "2025-S3", "2025-13", "kemarin"])
def test_what_is_no_span(teks: str) -> None:
    assert jangka_dari_teks(teks) is None


def test_months_of_a_span_run_over_the_year() -> None:
    isi = laporan("Jenis Layanan | Diterima | Selesai\nKTP | 15/12/2024 | 16/01/2025")
    assert [str(p) for p in bulan_dalam(isi.cakupan)] == ["2024-12", "2025-01"]
