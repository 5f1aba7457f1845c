"""Did it get faster? Against scipy, and against cases whose answer is known."""

from __future__ import annotations

import random
from dataclasses import replace
from fractions import Fraction

import numpy as np
import pandas as pd
import pytest
from bantu_layanan import BATAS, jangka, laporan
from scipy import stats

from kinerja_cli.core.layanan.banding import Putusan, bandingkan, dua_median_ulang, kalimat
from kinerja_cli.core.layanan.register import Satuan

DUA = (jangka("2025-01"), jangka("2025-02"))


def isi(**menit: list[int]) -> pd.DataFrame:
    """Finished documents with these durations; working days are the minutes through 100."""
    baris = [(kunci, m) for kunci, semua in menit.items() for m in semua]
    kunci, semua = zip(*baris, strict=True)
    return pd.DataFrame({"kunci": kunci, "jenis": kunci, "menit": semua, "terbuka": False, "berjam": True}).assign(
        hari=lambda b: b["menit"] // 100
    )


def acak(rata: int, n: int, benih: int) -> list[int]:
    r = random.Random(benih)
    return [round(r.gammavariate(3, rata / 3)) for _ in range(n)]


def test_the_interval_is_scipys() -> None:
    a1, a2, b1, b2 = acak(300, 41, 1), acak(250, 36, 2), acak(60, 23, 3), acak(70, 30, 4)
    batas = replace(BATAS, ulangan=1999)
    j = bandingkan(DUA, (isi(a=a1, b=b1), isi(a=a2, b=b2)), batas)
    bobot = np.array([77, 53]) / 130

    def selisih(*sampel: np.ndarray, axis: int) -> np.ndarray:
        m = [np.median(s, axis=axis) for s in sampel]
        return bobot[0] * (m[2] - m[0]) + bobot[1] * (m[3] - m[1])

    scipy = stats.bootstrap(
        [np.sort(s) for s in (a1, b1, a2, b2)],
        selisih,
        n_resamples=batas.ulangan,
        method="percentile",
        confidence_level=0.95,
        rng=np.random.default_rng(batas.benih),
        vectorized=True,
    )
    # The same random numbers give the same differences; ours are the 50th and the 1950th of 1999.
    urut = np.sort(scipy.bootstrap_distribution)
    assert [float(n) for n in j.selang] == pytest.approx([urut[49], urut[1949]], abs=1e-9)
    assert [float(n) for n in j.selang] == pytest.approx(list(scipy.confidence_interval), abs=2)
    assert float(j.selisih) == pytest.approx(
        bobot[0] * (np.median(a2) - np.median(a1)) + bobot[1] * (np.median(b2) - np.median(b1))
    )


def test_drawing_in_parts_draws_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    urut = np.sort(np.array(acak(100, 37, 5), dtype=np.int64))
    utuh = dua_median_ulang(urut, 500, np.random.default_rng(1))
    monkeypatch.setattr("kinerja_cli.core.layanan.banding._SEKALI_JALAN", 37 * 3)
    assert dua_median_ulang(urut, 500, np.random.default_rng(1)).tolist() == utuh.tolist()


def test_the_order_of_rows_changes_nothing() -> None:
    satu, dua = isi(a=acak(300, 30, 1), b=acak(90, 12, 2)), isi(a=acak(200, 30, 3), b=acak(80, 12, 4))
    kocok = [b.sample(frac=1, random_state=7).reset_index(drop=True) for b in (satu, dua)]
    assert bandingkan(DUA, (satu, dua), BATAS) == bandingkan(DUA, (kocok[0], kocok[1]), BATAS)


def test_clearly_faster_clearly_slower_and_neither() -> None:
    lambat, cepat = isi(a=acak(600, 60, 1)), isi(a=acak(200, 60, 2))
    assert bandingkan(DUA, (lambat, cepat), BATAS).putusan is Putusan.LEBIH_CEPAT
    assert bandingkan(DUA, (cepat, lambat), BATAS).putusan is Putusan.LEBIH_LAMBAT
    sama = bandingkan(DUA, (lambat, isi(a=acak(590, 60, 3))), BATAS)
    assert sama.putusan is Putusan.BELUM_TERBUKTI
    assert kalimat(sama, BATAS).startswith("Belum terbukti lebih cepat: ")


def test_equal_documents_are_no_change() -> None:
    j = bandingkan(DUA, (isi(a=[5] * 30), isi(a=[5] * 30)), BATAS)
    assert (j.putusan, j.selisih, j.selang) == (Putusan.BELUM_TERBUKTI, 0, (0, 0))
    assert kalimat(j, BATAS).endswith("median Februari 2025 sama dengan Januari 2025.")


def test_more_of_the_easy_kind_is_not_faster() -> None:
    # Both kinds take what they took; only there are more quick ones. The plain median falls from 400 to 10.
    mudah, sulit = [9, 10, 10, 11, 10], [390, 400, 400, 410, 400]
    januari, februari = isi(mudah=mudah * 2, sulit=sulit * 4), isi(mudah=mudah * 8, sulit=sulit * 2)
    assert (januari["menit"].median(), februari["menit"].median()) == (400.0, 10.0)
    j = bandingkan(DUA, (januari, februari), BATAS)
    assert (j.putusan, j.selisih) == (Putusan.BELUM_TERBUKTI, 0)


def test_weights_are_the_documents_of_both_spans_together() -> None:
    j = bandingkan(DUA, (isi(a=[100] * 20, b=[30] * 10), isi(a=[80] * 30, b=[30] * 20)), BATAS)
    assert [(satu.nama, satu.bobot) for satu in j.jenis] == [("a", 50), ("b", 30)]
    assert j.selisih == Fraction(50 * -20, 80)


@pytest.mark.parametrize(("n", "putusan"), [(19, Putusan.BELUM_CUKUP), (20, Putusan.LEBIH_CEPAT)])
def test_from_twenty_documents_on_in_both(n: int, putusan: Putusan) -> None:
    assert bandingkan(DUA, (isi(a=[500] * 50), isi(a=[100] * n)), BATAS).putusan is putusan
    assert bandingkan(DUA, (isi(a=[500] * n), isi(a=[100] * 50)), BATAS).putusan is putusan


def test_a_type_that_one_span_hardly_has_stays_out() -> None:
    j = bandingkan(DUA, (isi(a=[100] * 30, b=[5] * 4), isi(a=[100] * 30, b=[900] * 40)), BATAS)
    assert ([satu.nama for satu in j.jenis], j.dokumen) == (["a"], (30, 30))


@pytest.mark.parametrize(("tanpa_jam", "satuan", "selisih", "n"), [(3, Satuan.MENIT, -200, 27), (4, Satuan.HARI, -2, 30)])
def test_minutes_while_nearly_all_have_times_else_days(tanpa_jam: int, satuan: Satuan, selisih: int, n: int) -> None:
    tanpa = isi(a=[500] * 30).assign(berjam=[False] * tanpa_jam + [True] * (30 - tanpa_jam))
    j = bandingkan(DUA, (tanpa, isi(a=[300] * 30)), BATAS)
    assert (j.satuan, j.selisih, j.dokumen) == (satuan, selisih, (n, 30))


def register(januari: int, februari: int, *, terbuka: int = 0) -> str:
    """Documents received on the 6th; in January they take 5 working days, in February 1."""
    baris = ["Jenis Layanan | Diterima | Selesai"]
    baris += ["KTP | 06/01/2025 | 13/01/2025"] * januari + ["KTP | 06/02/2025 | 07/02/2025"] * februari
    return "\n".join(baris + ["KTP | 06/02/2025 |"] * terbuka)


def test_the_last_two_months_with_enough_documents_are_compared() -> None:
    isi_laporan = laporan(register(25, 25) + "\nKTP | 06/03/2025 | 20/03/2025")
    assert [j.nama for j in isi_laporan.jawaban.jangka or ()] == ["Januari 2025", "Februari 2025"]
    assert isi_laporan.kalimat.startswith("Ya, lebih cepat: ")
    assert "4 hari kerja lebih singkat" in isi_laporan.kalimat


def test_what_is_named_is_compared() -> None:
    isi_laporan = laporan(register(25, 25), banding=("2025-02", "2025-01"))
    assert isi_laporan.jawaban.putusan is Putusan.LEBIH_LAMBAT
    assert isi_laporan.kalimat.startswith("Tidak, lebih lambat: ")


def test_too_little_says_so() -> None:
    assert laporan(register(25, 0)).kalimat == "Belum cukup data: register ini memuat dokumen selesai dari satu bulan saja."
    assert laporan(register(25, 19)).kalimat.startswith("Belum cukup data: ")


def test_a_growing_backlog_stands_beside_the_answer() -> None:
    assert laporan(register(25, 25)).peringatan == ()
    (satu,) = laporan(register(25, 25, terbuka=3)).peringatan
    assert "naik dari 0 menjadi 3" in satu
