"""The sample's surveys, and surveys saved by other programs, from file to indicator."""

from __future__ import annotations

import csv
import re
from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest
from bantu import JANUARI, libreoffice, nilai, pelaku, xlsx

from kinerja_cli.core.skm.laporan import LaporanSkm
from kinerja_cli.core.temuan import Tingkat
from kinerja_cli.errors import KinerjaError
from kinerja_cli.resources import folder_contoh
from kinerja_cli.store import RuangKerja
from kinerja_cli.workflow.jelaskan import jelaskan
from kinerja_cli.workflow.skm import PerintahSkm, aturan_skm, beri_indeks, hitung_skm, tulis_skm
from kinerja_cli.workflow.titipan import Tujuan

LAMA, BARU = sorted((folder_contoh() / "skm").glob("*.xlsx"))
DUKCAPIL = "Dinas Kependudukan dan Pencatatan Sipil"
SURVEI = """
    No | Persyaratan | Prosedur | Waktu | Biaya | Produk | Kompetensi | Perilaku | Pengaduan | Sarana
    1 | 4 | 3 | 3 | 4 | 3 | 3 | 4 | 3 | 3
    2 | 3 | 3 | 4 | 4 | 3 | 4 | 4 | 3 | 3
"""


def dari_sel(berkas: Path) -> tuple[list[Fraction], int]:
    """The means of the sample's columns, by openpyxl and fractions alone: the independent computation."""
    ws = openpyxl.load_workbook(berkas).worksheets[0]
    baris = [r for r in ws.iter_rows(values_only=True) if isinstance(r[0], int) and r[2] in ("L", "P")]
    unsur = [[Fraction(str(r[k])) for r in baris if r[k] is not None] for k in range(6, 15)]
    return [sum(u, Fraction(0)) / len(u) for u in unsur], len(baris)


@pytest.fixture(scope="module")
def survei() -> LaporanSkm:
    return hitung_skm(PerintahSkm((BARU,), lalu=LAMA))


def test_the_sample_has_the_index_of_its_cells(survei: LaporanSkm) -> None:
    nrr, banyak = dari_sel(BARU)
    persis = sum(nrr, Fraction(0)) * 25 / 9
    assert survei.hasil.nilai == int(persis * 100 + Fraction(1, 2)) == 8087
    assert survei.hasil.responden == banyak == 260
    hasil = {u.unsur.id: u.nrr for u in survei.hasil.unsur}
    urutan = ("persyaratan", "prosedur", "waktu", "biaya", "produk", "kompetensi", "perilaku", "sarana", "pengaduan")
    assert [hasil[u] for u in urutan] == nrr  # U8 and U9 are swapped in its legend


def test_the_sample_is_told_what_its_own_figure_did(survei: LaporanSkm) -> None:
    (beda,) = [t for t in survei.temuan if t.kode == "U07"]
    assert (beda.letak.sel, beda.nilai, dict(beda.isian)["bobot_lain"]) == ("G277", "80,79", "0,111")
    assert {t.kode for t in survei.temuan} == {"U04", "U07", "U09", "U13"}
    assert (survei.unit, survei.periode, survei.populasi) == (DUKCAPIL, "Januari s/d Juni 2025", 2100)


def test_the_services_and_the_last_survey(survei: LaporanSkm) -> None:
    assert sum(s.responden for s in survei.layanan) == 260
    assert {s.nama for s in survei.layanan} == {"KTP-el", "Kartu Keluarga", "Akta Kelahiran"}
    satu = hitung_skm(PerintahSkm((BARU,), layanan="KTP-el"))
    assert satu.hasil.nilai == next(s.nilai for s in survei.layanan if s.nama == "KTP-el")
    assert "U07" not in {t.kode for t in satu.temuan}  # the workbook's own index is of all services
    assert survei.lalu is not None
    assert survei.lalu.lama.nilai == hitung_skm(PerintahSkm((LAMA,))).hasil.nilai
    assert survei.lalu.nyata is True


@pytest.mark.parametrize("ke", ["xls", "ods"])
def test_a_survey_saved_by_libreoffice_says_the_same(survei: LaporanSkm, tmp_path: Path, ke: str) -> None:
    lain = hitung_skm(PerintahSkm((libreoffice(BARU, ke, tmp_path),), lalu=LAMA))
    assert (lain.hasil, lain.layanan, lain.responden) == (survei.hasil, survei.layanan, survei.responden)
    assert [(t.kode, t.letak.sel) for t in lain.temuan] == [(t.kode, t.letak.sel) for t in survei.temuan]


def test_two_workbooks_make_one_survey(tmp_path: Path) -> None:
    for nama in ("a", "b"):
        (tmp_path / f"{nama}.xlsx").write_bytes(xlsx(S=SURVEI if nama == "a" else SURVEI.replace("1 | 4", "1 | 2")))
    assert hitung_skm(PerintahSkm((tmp_path,))).hasil.responden == 4


def test_a_service_that_is_not_there_is_refused_with_the_near_name() -> None:
    with pytest.raises(KinerjaError) as galat:
        hitung_skm(PerintahSkm((BARU,), layanan="Kartu Keluarg"))
    assert galat.value.saran == "Maksud Anda “Kartu Keluarga”?"


def test_the_written_files(survei: LaporanSkm, tmp_path: Path) -> None:
    nama = [p.name for p in tulis_skm(tmp_path, survei)]
    assert nama == [f"SKM {DUKCAPIL}.xlsx", f"SKM {DUKCAPIL}.html", f"SKM {DUKCAPIL} - publikasi.html"]
    salah = tmp_path / "salah.xlsx"
    salah.write_bytes(xlsx(S=SURVEI.replace("2 | 3", "2 | 33")))
    laporan = hitung_skm(PerintahSkm((salah,)))
    assert [(t.kode, t.letak.sel) for t in laporan.temuan] == [("U03", "B3")]
    assert [p.name for p in tulis_skm(tmp_path, laporan)] == ["SKM.xlsx", "SKM.html"]  # nothing to be made public


def test_our_own_workbook_is_no_survey(survei: LaporanSkm, tmp_path: Path) -> None:
    tulis_skm(tmp_path, survei, ("xlsx",))
    with pytest.raises(KinerjaError, match="Tidak ada buku kerja survei"):
        hitung_skm(PerintahSkm((tmp_path,)))


def test_the_index_becomes_the_realisasi_of_the_dinas(salinan: RuangKerja, survei: LaporanSkm) -> None:
    """The sample's office has filled its own cells, so the index contests them; where it left them blank it counts."""
    hasil = beri_indeks(salinan, survei, Tujuan("DKC-07", DUKCAPIL, JANUARI), pelaku())
    assert not hasil.tersimpan
    assert {t.kode for t in hasil.temuan if t.tingkat is Tingkat.GALAT} == {"N01"}
    buku = salinan.folder / "berkas-masuk/2025-01/Realisasi Disdukcapil Januari 2025.xlsx"
    wb = openpyxl.load_workbook(buku)
    for baris in wb["Realisasi"].iter_rows():
        if baris[3].value == "DKC-07":
            baris[4].value = "-"
    wb.save(buku)
    from kinerja_cli.workflow.hitung import Perintah, hitung_periode

    assert hitung_periode(salinan, Perintah((buku,)), pelaku()).tersimpan
    hasil = beri_indeks(salinan, survei, Tujuan("DKC-07", DUKCAPIL, JANUARI), pelaku())
    assert hasil.tersimpan
    with (salinan.folder / "periode/2025-01/rincian.csv").open(encoding="utf-8", newline="") as f:
        isi = [b for b in csv.DictReader(f) if b["kode"] == "DKC-07"]
    assert len(isi) == 20
    assert {b["realisasi"] for b in isi} == {"80.87"}
    assert {b["berkas"] for b in isi} == {"Nilai skm DKC-07 2025-01 Dinas Kependudukan dan Pencatatan Sipil.csv"}
    assert {status for status, _, _ in nilai(salinan).values()} == {"dinilai", "belum_lengkap", "tidak_berlaku"}
    (orang,) = jelaskan(salinan, "Erlinawati", JANUARI).orang
    (indeks,) = [b for b in orang.rincian if b.kode == "DKC-07"]
    assert indeks.cara == "(80,87 ÷ 82) × 100 = 98,62"
    assert re.fullmatch(rf"SKM {DUKCAPIL}, 260 responden, berkas SKM Disdukcapil 2025 Semester I\.xlsx", indeks.keterangan)


def test_a_survey_with_faults_is_given_to_nobody(salinan: RuangKerja, tmp_path: Path) -> None:
    (tmp_path / "salah.xlsx").write_bytes(xlsx(S=SURVEI.replace("2 | 3", "2 | 9")))
    with pytest.raises(KinerjaError, match="belum diberikan"):
        beri_indeks(
            salinan, hitung_skm(PerintahSkm((tmp_path / "salah.xlsx",))), Tujuan("DKC-07", DUKCAPIL, JANUARI), pelaku()
        )


def test_every_number_of_the_rules_has_its_source() -> None:
    aturan = aturan_skm()
    dasar = [*aturan.dasar.values(), aturan.sampel.dasar, aturan.selang.dasar, aturan.seragam.dasar]
    dasar += [k.dasar for k in aturan.kategori]
    assert all(d.sumber and d.kepastian for d in dasar)
    assert len(aturan.unsur) == 9
    assert all(len(u.jawaban) == aturan.skor[1] - aturan.skor[0] + 1 and u.perbaikan.endswith(".") for u in aturan.unsur)
