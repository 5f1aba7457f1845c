"""Earlier months beside this one: what is read of them, and what becomes of the reports where one is damaged."""

from __future__ import annotations

import shutil
from pathlib import Path

import openpyxl
import pytest
from bantu import INDIKATOR, JANUARI, PEGAWAI, REALISASI, kinerja, xlsx

from kinerja_cli.core.periode import Periode
from kinerja_cli.errors import KinerjaError
from kinerja_cli.store import RuangKerja
from kinerja_cli.workflow.bulan_lalu import BulanSampai, bulan_sampai

FEBRUARI, MARET = Periode(2025, 2), Periode(2025, 3)
KALIMAT = "Perbandingan antarbulan tanpa Februari 2025, karena simpanannya tidak utuh; lihat “kinerja buktikan 2025-02”."
KESEHATAN = "Dinas Kesehatan"


def rusak(ruang: RuangKerja, nama: str, periode: Periode = FEBRUARI) -> None:
    berkas = ruang.folder_periode(periode) / nama
    berkas.write_bytes(berkas.read_bytes()[:-20])


def teks_lembar(berkas: Path, lembar: str) -> str:
    ws = openpyxl.load_workbook(berkas, data_only=True)[lembar]
    return "\n".join(str(sel) for baris in ws.iter_rows(values_only=True) for sel in baris if sel is not None)


def test_only_what_is_compared_is_read(salinan: RuangKerja) -> None:
    shutil.rmtree(salinan.folder_periode(FEBRUARI) / "sumber")
    for nama in ("rincian.csv", "realisasi.csv", "pegawai.csv", "temuan.csv", "aspek.csv"):
        (salinan.folder_periode(FEBRUARI) / nama).unlink()
    lalu = bulan_sampai(salinan, MARET)
    assert [str(b.periode) for b in lalu.bulan] == ["2025-01", "2025-02", "2025-03"]
    assert (lalu.dilewati, lalu.catatan) == ((), "")
    assert bulan_sampai(salinan, JANUARI) == BulanSampai(())


@pytest.mark.parametrize("nama", ["nilai.csv", "aturan.toml", "penugasan.csv", "manifes.json"])
def test_a_damaged_month_is_left_out_and_named(salinan: RuangKerja, nama: str) -> None:
    rusak(salinan, nama)
    lalu = bulan_sampai(salinan, MARET)
    assert [str(b.periode) for b in lalu.bulan] == ["2025-01", "2025-03"]
    assert lalu.catatan == KALIMAT


def test_this_month_itself_must_be_whole(salinan: RuangKerja) -> None:
    rusak(salinan, "nilai.csv", MARET)
    with pytest.raises(KinerjaError, match="Simpanan periode 2025-03"):
        bulan_sampai(salinan, MARET)


def test_reports_are_written_and_say_where_the_month_is_missing(salinan: RuangKerja) -> None:
    rusak(salinan, "nilai.csv")
    keluaran = kinerja("laporan", "--periode", "2025-03", di=salinan.folder)
    assert (keluaran.returncode, " ".join(keluaran.stderr.split())) == (0, KALIMAT)
    folder = salinan.folder / "laporan/2025-03"
    for nama in ("index.html", f"{KESEHATAN}.html", f"rapat/{KESEHATAN}.html"):
        assert KALIMAT in (folder / nama).read_text("utf-8"), nama
        assert "belum dihitung" not in (folder / nama).read_text("utf-8"), nama
    depan = teks_lembar(folder / f"{KESEHATAN}.xlsx", "Ringkasan")
    assert KALIMAT in depan
    assert "Januari 2025" in depan
    lanjut = teks_lembar(folder / f"{KESEHATAN}.xlsx", "Tindak Lanjut")
    assert KALIMAT in lanjut
    assert "Februari 2025 tersimpan tidak utuh" in lanjut


def test_an_earlier_months_aspects_matter_to_follow_up_alone(salinan: RuangKerja) -> None:
    rusak(salinan, "aspek.csv")
    keluaran = kinerja("laporan", "--periode", "2025-03", di=salinan.folder)
    assert (keluaran.returncode, " ".join(keluaran.stderr.split())) == (0, KALIMAT)
    folder = salinan.folder / "laporan/2025-03"
    assert KALIMAT in teks_lembar(folder / f"{KESEHATAN}.xlsx", "Tindak Lanjut")
    depan = teks_lembar(folder / f"{KESEHATAN}.xlsx", "Ringkasan")
    assert "Februari 2025" in depan
    assert KALIMAT not in depan


def test_a_new_month_is_scored_though_an_older_one_is_damaged(salinan: RuangKerja, tmp_path: Path) -> None:
    rusak(salinan, "nilai.csv")
    rusak(salinan, "nilai.csv", MARET)
    berkas = tmp_path / "April 2025.xlsx"
    berkas.write_bytes(xlsx(P=PEGAWAI, I=INDIKATOR, R=REALISASI))
    for json in ((), ("--json",)):
        keluaran = kinerja("hitung", berkas, "--lewati-galat", *json, di=salinan.folder)
        assert keluaran.returncode == 0, keluaran.stdout + keluaran.stderr
        kata = " ".join(keluaran.stderr.split())
        assert "tanpa Februari 2025, Maret 2025, karena simpanannya tidak utuh" in kata
