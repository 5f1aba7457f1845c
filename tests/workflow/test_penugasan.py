"""A month in which somebody moved, from the workbooks to the reports: March of the year (Budi, on the 15th)."""

from __future__ import annotations

import csv
from pathlib import Path

import openpyxl
from bantu import ANI, BUDI, CICI, DEDI, hitung, nilai, ruang_baru, xlsx

from kinerja_cli.core.periode import Periode
from kinerja_cli.store import RuangKerja
from kinerja_cli.workflow.isi import muat
from kinerja_cli.workflow.jelaskan import jelaskan
from kinerja_cli.workflow.ruang import setelan_ruang

KESEHATAN, PENDIDIKAN = "Dinas Kesehatan", "Dinas Pendidikan"
SATU = "Kode | Indikator | Aspek | Bobot | Arah | Target\nA | Berkas | Penyelesaian Tugas | 100 | naik | 100"


def baca(ruang: RuangKerja, nama: str, periode: str = "2025-03") -> list[dict[str, str]]:
    with (ruang.folder / "periode" / periode / nama).open(encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f))


def pegawai(ruang: RuangKerja, dinas: str) -> dict[str, dict[str, object]]:
    lembar = openpyxl.load_workbook(ruang.folder / "laporan/2025-03" / f"{dinas}.xlsx", data_only=True)["Pegawai"]
    baris = [[sel.value for sel in b] for b in lembar.iter_rows(min_row=7)]
    return {str(b[1]): dict(zip(map(str, baris[0]), b, strict=True)) for b in baris[1:]}


def test_the_state_keeps_one_score_and_both_services(setahun: RuangKerja) -> None:
    assert [(b["dinas"], b["nilai"], b["peringkat"]) for b in baca(setahun, "nilai.csv") if b["nip"] == BUDI] == [
        (PENDIDIKAN, "100.00", "1")
    ]
    kolom = ("nip", "dinas", "mulai", "selesai", "hari", "hari_tugas", "peringkat_dinas")
    assert [tuple(b[k] for k in kolom) for b in baca(setahun, "penugasan.csv")] == [
        (BUDI, KESEHATAN, "2025-03-01", "2025-03-14", "14", "31", "1"),
        (BUDI, PENDIDIKAN, "2025-03-15", "2025-03-31", "17", "31", "1"),
    ]
    # in Dinas Kesehatan, where Budi is first with 100, Ani is second and Dedi third
    peringkat = {b["nip"]: b["peringkat_dinas"] for b in baca(setahun, "nilai.csv")}
    assert (peringkat[ANI], peringkat[DEDI]) == ("2", "3")


def test_both_reports_show_the_days(setahun: RuangKerja) -> None:
    for dinas in (KESEHATAN, PENDIDIKAN):
        budi = pegawai(setahun, dinas)[BUDI]
        assert (budi["Peringkat"], budi["Nilai"]) == (1, 100)
        assert budi["Catatan"] == f"{KESEHATAN} 14 hari, {PENDIDIKAN} 17 hari"
        assert "Dinas Kesehatan 14 hari" in (setahun.folder / f"laporan/2025-03/{dinas}.html").read_text("utf-8")


def test_a_dinas_mean_weighs_by_days_and_the_regency_counts_once(setahun: RuangKerja) -> None:
    lembar = openpyxl.load_workbook(setahun.folder / "laporan/2025-03/rekap.xlsx")["Dinas"]
    isi = {str(b[0]): b for b in lembar.iter_rows(min_row=8, values_only=True)}
    # Kesehatan: (90,03 + 60 + 100 × 14/31) ÷ (2 + 14/31) = 195,1913 ÷ 2,4516; Pendidikan: Eka and Budi, both 100
    assert (isi[KESEHATAN][1], isi[KESEHATAN][4]) == (3, 79.62)
    assert (isi[PENDIDIKAN][1], isi[PENDIDIKAN][4]) == (2, 100)
    orang = muat(setahun, Periode(2025, 3), setelan_ruang(setahun)).orang
    assert len(orang) == 4
    assert "1 orang bertugas di dua dinas" in (setahun.folder / "laporan/2025-03/index.html").read_text("utf-8")


def test_the_explanation_names_the_days(setahun: RuangKerja) -> None:
    (budi,) = jelaskan(setahun, BUDI, Periode(2025, 3)).orang
    assert [(t.dinas, t.hari, t.hari_tugas) for t in budi.tugas] == [(KESEHATAN, 14, 31), (PENDIDIKAN, 17, 31)]
    assert budi.catatan == f"{KESEHATAN} 14 hari, {PENDIDIKAN} 17 hari"


def test_the_old_row_of_a_carried_list_gives_way_next_month(tmp_path: Path) -> None:
    orang = f"""
        NIP | Nama | Dinas | Mulai | Selesai
        {BUDI} | Budi | {KESEHATAN} | | 14/01/2025
        {BUDI} | Budi | {PENDIDIKAN} | 15/01/2025 |
        {CICI} | Cici | {KESEHATAN} | |
    """
    januari, februari = tmp_path / "Januari 2025.xlsx", tmp_path / "Februari 2025.xlsx"
    januari.write_bytes(xlsx(P=orang, I=SATU, R=f"NIP | A\n{BUDI} | 90\n{CICI} | 80"))
    februari.write_bytes(xlsx(R=f"NIP | A\n{BUDI} | 91\n{CICI} | 81"))
    ruang = ruang_baru(tmp_path / "ruang")
    assert hitung(ruang, januari).tersimpan
    assert hitung(ruang, februari).tersimpan
    assert len(baca(ruang, "penugasan.csv", "2025-01")) == 2
    assert baca(ruang, "penugasan.csv", "2025-02") == []
    assert [(b["nip"], b["dinas"]) for b in baca(ruang, "pegawai.csv", "2025-02")] == [(CICI, KESEHATAN), (BUDI, PENDIDIKAN)]


def test_without_dates_nobody_is_scored_in_two_places(tmp_path: Path) -> None:
    orang = f"""
        NIP | Nama | Dinas
        {BUDI} | Budi | {KESEHATAN}
        {BUDI} | Budi | {PENDIDIKAN}
        {CICI} | Cici | {KESEHATAN}
    """
    berkas = tmp_path / "Januari 2025.xlsx"
    berkas.write_bytes(xlsx(P=orang, I=SATU, R=f"NIP | A\n{BUDI} | 90\n{CICI} | 80"))
    ruang = ruang_baru(tmp_path / "ruang")
    hasil = hitung(ruang, berkas)
    assert [t.kode for t in hasil.temuan] == ["P20"]
    assert not hasil.tersimpan
    assert hitung(ruang, berkas, lewati_galat=True).tersimpan
    assert nilai(ruang) == {BUDI: ("tidak_dinilai", "", ""), CICI: ("dinilai", "80.00", "Cukup")}
