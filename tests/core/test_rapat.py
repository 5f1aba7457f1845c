"""The meeting page: whom it proposes, and what it doubts."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest
from bantu import ANI, BUDI, CICI, DEDI, EKA, INDIKATOR, JANUARI, hitung, ruang_baru, xlsx

from kinerja_cli.core.laporan import LaporanDinas, menurut_dinas, susun_dinas
from kinerja_cli.core.periode import Periode
from kinerja_cli.core.rapat import BulanLalu, Peringatan, peringatan_bulan, susun_rapat
from kinerja_cli.core.telaah import telaah
from kinerja_cli.core.tren import Titik, Tren
from kinerja_cli.workflow.isi import muat
from kinerja_cli.workflow.ruang import setelan_ruang

DESEMBER = Periode(2024, 12)
KOSONG: Peringatan = {}
PEGAWAI = f"""
    NIP | Nama | Dinas
    {ANI} | Ani | Dinas Kesehatan
    {BUDI} | Budi | Dinas Kesehatan
    {CICI} | Cici | Dinas Kesehatan
    {DEDI} | Dedi | Dinas Kesehatan
    {EKA} | Eka | Dinas Kesehatan
"""
# A: 50 × R ÷ 80; B: 30 × (2 − R ÷ 10); C: 20 × R ÷ 4. Scores 90, 89.75, 70, 60: three of them on an edge; Eka has none.
REALISASI = f"""
    NIP | A | B | C
    {ANI} | 64 | 10 | 4
    {BUDI} | 63.6 | 10 | 4
    {CICI} | 32 | 10 | 4
    {DEDI} | 16 | 10 | 4
    {EKA} | - | 10 | 4
"""


@pytest.fixture(scope="module")
def laporan(tmp_path_factory: pytest.TempPathFactory) -> LaporanDinas:
    folder = tmp_path_factory.mktemp("rapat")
    berkas = folder / "Dinkes Januari 2025.xlsx"
    berkas.write_bytes(xlsx(P=PEGAWAI, I=INDIKATOR, R=REALISASI))
    ruang = ruang_baru(folder / "ruang")
    hitung(ruang, berkas)
    isi = muat(ruang, JANUARI, setelan_ruang(ruang))
    temuan = telaah(isi.hasil, isi.konteks.aturan, isi.ambang_tepi)
    return susun_dinas(menurut_dinas(isi.orang)["Dinas Kesehatan"], isi.hasil.rincian, "Dinas Kesehatan", isi.konteks, temuan)


def lalu(**hasil: tuple[str, int]) -> BulanLalu:
    return BulanLalu(DESEMBER, {{"ani": ANI, "budi": BUDI, "cici": CICI, "dedi": DEDI}[k]: v for k, v in hasil.items()})


def siapa(laporan: LaporanDinas, lalu: BulanLalu | None) -> list[tuple[str, str]]:
    return [(p.orang.nama, p.mengapa.partition(" ")[0]) for p in susun_rapat(laporan, lalu, None, KOSONG).perkara]


def test_one_of_each_list_then_the_next(laporan: LaporanDinas) -> None:
    turun = lalu(cici=("Baik", 9500), dedi=("Cukup", 8900), budi=("Cukup", 8900), ani=("Cukup", 8000))
    assert siapa(laporan, turun) == [("Dedi", "Predikatnya"), ("Budi", "Hampir"), ("Cici", "Predikatnya")]


def test_without_a_month_before(laporan: LaporanDinas) -> None:
    assert siapa(laporan, None) == [("Budi", "Hampir"), ("Dedi", "Di")]


def test_a_rise_and_an_equal_category_are_no_fall(laporan: LaporanDinas) -> None:
    sama = lalu(ani=("Cukup", 8000), cici=("Cukup", 8900), dedi=("Kurang", 6900))
    assert ("Cici", "Predikatnya") not in siapa(laporan, sama)


def test_the_evidence_ends_in_a_cell(laporan: LaporanDinas) -> None:
    dedi = susun_rapat(laporan, lalu(dedi=("Baik", 9100)), None, KOSONG).perkara[0]
    assert dedi.bukti == (
        "Desember 2024: 91,00 Baik; sekarang 60,00 Kurang",
        "Capaian terendah: A Berkas selesai, (16 ÷ 80) × 100 = 20,00 [Dinkes Januari 2025.xlsx › R!B5]",
    )


def test_facts(laporan: LaporanDinas) -> None:
    tren = Tren((Titik(DESEMBER, 8000, 8100), Titik(JANUARI, 7744, 7900)), 6)
    assert susun_rapat(laporan, lalu(), tren, KOSONG).fakta == (
        "4 dari 5 pegawai dinilai. Baik 1, Cukup 2, Kurang 1.",
        "Rata-rata nilai 77,44. 6 orang yang sama: 81,00 pada Desember 2024, 79,00 sekarang (turun 2,00).",
        "Aspek terendah: Penyelesaian Tugas (54,88). Tertinggi: Kepuasan Masyarakat (100,00).",
    )


def test_four_people_of_both_months_are_not_compared(laporan: LaporanDinas) -> None:
    tren = Tren((Titik(DESEMBER, 8000, None), Titik(JANUARI, 7744, None)), 4)
    assert "tidak dibandingkan" in susun_rapat(laporan, lalu(), tren, KOSONG).fakta[1]


def test_doubts_come_from_this_dinas_files(laporan: LaporanDinas) -> None:
    temuan = pd.DataFrame(
        [
            ("R06", "PERINGATAN", "Dinkes Januari 2025.xlsx", "satu"),
            ("P05", "PERINGATAN", "Dinkes Januari 2025.xlsx", "dua"),
            ("P05", "PERINGATAN", "Dinkes Januari 2025.xlsx", "tiga"),
            ("L04", "INFO", "Dinkes Januari 2025.xlsx", "empat"),
            ("R06", "PERINGATAN", "Disdik Januari 2025.xlsx", "lima"),
        ],
        columns=["kode", "tingkat", "berkas", "pesan"],
    )
    ragu = susun_rapat(laporan, None, None, peringatan_bulan(temuan)).keraguan
    assert ragu[:2] == ("P05: dua Dan 1 lagi yang sejenis.", "R06: satu")
    assert ragu[2].startswith("Belum dinilai: Eka (")


def test_the_first_warning_of_several_files_is_the_first_of_the_month(laporan: LaporanDinas) -> None:
    nama = ("a.xlsx", "b.xlsx", "c.xlsx")
    orang = laporan.dinilai[0]
    baris = tuple(b._replace(letak=f"{berkas} › R!A1") for b, berkas in zip(orang.rincian, nama, strict=True))
    bulan = pd.DataFrame(
        [
            ("P05", "PERINGATAN", berkas, pesan)
            for berkas, pesan in (("b.xlsx", "satu"), ("c.xlsx", "dua"), ("a.xlsx", "tiga"))
        ],
        columns=["kode", "tingkat", "berkas", "pesan"],
    )
    tersebar = replace(laporan, dinilai=(replace(orang, rincian=baris), *laporan.dinilai[1:]))
    assert susun_rapat(tersebar, None, None, peringatan_bulan(bulan)).keraguan[0] == "P05: satu Dan 2 lagi yang sejenis."


def test_a_month_left_out_is_a_doubt(laporan: LaporanDinas) -> None:
    lompat = BulanLalu(Periode(2024, 11), {})
    ragu = susun_rapat(laporan, lompat, None, KOSONG).keraguan
    assert ragu[1] == "Bulan di antara November 2024 dan Januari 2025 belum dihitung."
    assert ragu[2].startswith("Di tepi predikat: 3 orang")
    assert len(susun_rapat(laporan, replace(lompat, periode=DESEMBER), None, KOSONG).keraguan) == 2
