"""Templates, filled in as a person would, are read back without a finding."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import openpyxl
import pytest
from bantu import ANI, BUDI, hitung, libreoffice, nilai, ruang_baru
from openpyxl.workbook import Workbook

from kinerja_cli.core.periode import Periode
from kinerja_cli.store import RuangKerja
from kinerja_cli.workflow.templat import tulis_templat
from kinerja_cli.writers.templat import JENIS

PEBRUARI = Periode(2025, 2)
KEPALA = 5
DISDUKCAPIL = "Dinas Kependudukan dan Pencatatan Sipil"


def buat(
    folder: Path, jenis: str | None, ruang: RuangKerja | None = None, dinas: str = "", periode: Periode | None = PEBRUARI
) -> list[Path]:
    return list(tulis_templat(ruang, jenis, folder, dinas, periode))


def isi(buku: Workbook, lembar: str, baris: Sequence[Mapping[str, object]]) -> None:
    """Fill in rows below those that are filled in already."""
    ws = buku[lembar]
    kolom = {str(sel.value): sel.column for sel in ws[KEPALA] if sel.value}
    for r, satu in enumerate(baris, baris_akhir(ws) + 1):
        for judul, nilai_sel in satu.items():
            ws.cell(r, kolom[judul]).value = nilai_sel


def baris_akhir(ws: openpyxl.worksheet.worksheet.Worksheet) -> int:
    return max((sel.row for sel in ws["A"] if sel.value and sel.row > KEPALA), default=KEPALA)


PEGAWAI = [
    {"NIP": ANI, "Nama": "Ani", "Dinas": "Dinas Kesehatan", "Jabatan": "Perawat", "Mulai": dt.datetime(2025, 2, 3)},
    {"NIP": BUDI, "Nama": "Budi", "Dinas": "Dinas Kesehatan", "Status": "cuti"},
]
INDIKATOR = [
    {"Kode": "A", "Indikator": "Berkas selesai", "Aspek": "Penyelesaian Tugas", "Bobot": 60, "Arah": "naik", "Target": 80},
    {
        "Kode": "B",
        "Indikator": "Hari",
        "Aspek": "Inovasi Pelayanan",
        "Bobot": 40,
        "Arah": "turun",
        "Target": 10,
        "Satuan": "hari",
    },
]
REALISASI = [
    {"NIP": ANI, "Nama": "Ani", "Kode Indikator": "A", "Realisasi": 96},
    {"NIP": ANI, "Nama": "Ani", "Kode Indikator": "B", "Realisasi": 8},
]
# 96/80 = 120,00 × 60 + (2 − 8/10) = 120,00 × 40 → 120,00; with a new idea "Sangat Baik"
HARAP = {ANI: ("dinilai", "120.00", "Sangat Baik"), BUDI: ("tidak_berlaku", "", "")}


@pytest.fixture
def terisi(tmp_path: Path) -> Path:
    (berkas,) = buat(tmp_path, "lengkap")
    buku = openpyxl.load_workbook(berkas)
    isi(buku, "Pegawai", PEGAWAI)
    isi(buku, "Indikator", INDIKATOR)
    isi(buku, "Realisasi", REALISASI)
    isi(buku, "Ide Baru", [{"NIP": ANI, "Uraian": "Antrean daring"}])
    buku.save(berkas)
    return berkas


def test_filled_in_it_is_read_back_without_a_finding(terisi: Path, tmp_path: Path) -> None:
    ruang = ruang_baru(tmp_path / "ruang")
    hasil = hitung(ruang, terisi)
    assert hasil.temuan == ()
    assert nilai(ruang, "2025-02") == HARAP


@pytest.mark.parametrize("format_lain", ["ods", "xls", "xlsx:Calc MS Excel 2007 XML"])
def test_saved_again_by_libreoffice_it_gives_the_same(terisi: Path, tmp_path: Path, format_lain: str) -> None:
    (tmp_path / "lo").mkdir()
    ruang = ruang_baru(tmp_path / "ruang")
    hasil = hitung(ruang, libreoffice(terisi, format_lain, tmp_path / "lo"))
    assert hasil.temuan == ()
    assert nilai(ruang, "2025-02") == HARAP


@pytest.mark.parametrize("jenis", ["realisasi", "realisasi-lebar"])
def test_people_and_indicators_of_the_last_period_are_in_it(salinan: RuangKerja, tmp_path: Path, jenis: str) -> None:
    """Fill in what is missing with the target itself: everybody then reaches exactly 100."""
    (berkas,) = buat(tmp_path, jenis, salinan, DISDUKCAPIL, Periode(2025, 4))
    assert berkas.name == f"templat-{jenis} {DISDUKCAPIL} April 2025.xlsx"
    buku = openpyxl.load_workbook(berkas)
    ws = buku["Realisasi"]
    kolom = {str(sel.value): sel.column for sel in ws[KEPALA] if sel.value}
    target = {b[0].value: b[5].value for b in _indikator(tmp_path, salinan)}
    for r in range(KEPALA + 1, baris_akhir(ws) + 1):
        if jenis == "realisasi":
            ws.cell(r, kolom["Realisasi"]).value = target[ws.cell(r, kolom["Kode Indikator"]).value]
        else:
            for kode in target:
                if not ws.cell(r, kolom[kode]).protection.locked:
                    ws.cell(r, kolom[kode]).value = target[kode]
    buku.save(berkas)
    hasil = hitung(salinan, berkas)
    assert {t.kode for t in hasil.temuan} <= {"R09", "W04"}  # the other offices haven't sent theirs yet
    skor = [n for _, n, _ in nilai(salinan, "2025-04").values() if n]
    assert len(skor) == 20
    assert set(skor) == {"100.00"}


def _indikator(folder: Path, ruang: RuangKerja) -> list[Sequence[openpyxl.cell.Cell]]:
    (berkas,) = buat(folder, "indikator", ruang, DISDUKCAPIL)
    return [b for b in openpyxl.load_workbook(berkas)["Indikator"].iter_rows(min_row=KEPALA + 1) if b[0].value]


def test_it_helps_to_fill_in(salinan: RuangKerja, tmp_path: Path) -> None:
    (berkas,) = buat(tmp_path, "lengkap", salinan)
    buku = openpyxl.load_workbook(berkas)
    assert buku.sheetnames == ["Petunjuk", "Pegawai", "Indikator", "Realisasi", "Ide Baru", "Daftar Pilihan"]
    daftar = {str(k[0].value): [s.value for s in k[1:] if s.value] for k in buku["Daftar Pilihan"].iter_cols()}
    assert daftar["Arah"] == ["naik", "turun"]
    assert daftar["Aspek"] == ["Penyelesaian Tugas", "Inovasi Pelayanan", "Kepuasan Masyarakat"]
    assert DISDUKCAPIL in daftar["Dinas"]
    assert "DKC-01" in daftar["Kode"]
    for lembar in ("Pegawai", "Indikator", "Realisasi"):
        ws = buku[lembar]
        assert ws.protection.sheet
        assert ws.freeze_panes == "C6"
        assert ws.cell(KEPALA, 1).protection.locked
        assert not ws.cell(KEPALA + 1, 1).protection.locked
    for lembar in ("Pegawai", "Realisasi"):
        assert buku[lembar].cell(KEPALA + 1, 1).number_format == "@"
        assert buku[lembar].column_dimensions["A"].width > 18
    sumber = {v.formula1 for v in buku["Indikator"].data_validations.dataValidation}
    assert any("Daftar Pilihan" in s for s in sumber)


TUJUH = [
    "Berorientasi Pelayanan", "Akuntabel", "Kompeten", "Harmonis", "Loyal", "Adaptif", "Kolaboratif",
]  # fmt: skip


def ruang_beraturan(folder: Path, id_aturan: str) -> RuangKerja:
    ruang = ruang_baru(folder / "ruang")
    (ruang.folder / "kinerja.toml").write_text(f'aturan = "{id_aturan}"', "utf-8")
    return ruang


@pytest.mark.parametrize(
    ("id_aturan", "kolom"),
    [
        ("permenpanrb-6-2022", ["Hasil Kerja", "Perilaku"]),
        ("pp-30-2019", [*TUJUH, "Perilaku"]),
        ("pp-46-2011", [*TUJUH, "Perilaku"]),
        ("permenpanrb-8-2021", ["Kinerja Tambahan"]),
    ],
)
def test_a_rater_finds_the_columns_that_the_rule_set_needs(tmp_path: Path, id_aturan: str, kolom: list[str]) -> None:
    (berkas,) = buat(tmp_path, "perilaku", ruang_beraturan(tmp_path, id_aturan))
    kepala = [sel.value for sel in openpyxl.load_workbook(berkas)["Perilaku"][KEPALA] if sel.value]
    assert kepala == ["NIP", "Nama", *kolom]


def test_ratings_are_chosen_from_a_list_and_read_back(tmp_path: Path) -> None:
    ruang = ruang_beraturan(tmp_path, "permenpanrb-6-2022")
    (berkas,) = buat(tmp_path, "lengkap", ruang)
    buku = openpyxl.load_workbook(berkas)
    daftar = {str(k[0].value): [s.value for s in k[1:] if s.value] for k in buku["Daftar Pilihan"].iter_cols()}
    assert daftar["Sebutan"] == ["di atas ekspektasi", "sesuai ekspektasi", "di bawah ekspektasi"]
    assert len(buku["Perilaku"].data_validations.dataValidation) == 3  # NIP, and both ratings
    isi(buku, "Pegawai", PEGAWAI[:1])
    isi(buku, "Perilaku", [{"NIP": ANI, "Hasil Kerja": "sesuai ekspektasi", "Perilaku": "di atas ekspektasi"}])
    buku.save(berkas)
    assert hitung(ruang, berkas).temuan == ()
    assert nilai(ruang, "2025-02") == {ANI: ("dinilai", "", "Baik")}


@pytest.mark.parametrize("format_lain", ["", "ods", "xls", "xlsx:Calc MS Excel 2007 XML"])
def test_the_register_of_innovations_filled_in_counts_as_it_is_and_saved_again(
    terisi: Path, tmp_path: Path, format_lain: str
) -> None:
    (berkas,) = buat(tmp_path, "inovasi", dinas="")
    buku = openpyxl.load_workbook(berkas)
    daftar = {str(k[0].value): [s.value for s in k[1:] if s.value] for k in buku["Daftar Pilihan"].iter_cols()}
    assert daftar["Tahap"] == ["usulan", "uji coba", "diterapkan", "direplikasi"]
    assert [str(v.sqref) for v in buku["Register Inovasi"].data_validations.dataValidation] == ["B6:B1005"]
    baris = {"Judul Inovasi": "Loket cepat", "NIP Pemilik": f"Ani {ANI}; {BUDI}", "Bukti": "SOP 12"}
    isi(buku, "Register Inovasi", [{**baris, "Tahap": "diterapkan", "Tanggal": dt.datetime(2025, 2, 14), "Indikator": "B"}])
    buku["Register Inovasi"]["A4"] = "Register lengkap: Dinas Kesehatan"
    buku.save(berkas)
    utama = openpyxl.load_workbook(terisi)
    utama["Realisasi"].cell(KEPALA + 2, 6).value = None  # B: 1 of at most 10 is 190 %, cut to 120
    utama.save(terisi)
    if format_lain:
        (tmp_path / "lo").mkdir()
        berkas = libreoffice(berkas, format_lain, tmp_path / "lo")
    ruang = ruang_baru(tmp_path / "ruang")
    hasil = hitung(ruang, terisi, berkas)
    assert [t.kode for t in hasil.temuan] == ["V05", "V07"]  # Budi is on leave and has no row of Realisasi
    assert nilai(ruang, "2025-02") == HARAP


def test_every_kind_is_written_and_says_nothing_when_empty(tmp_path: Path) -> None:
    berkas = buat(tmp_path, None, periode=None)
    assert [b.name for b in berkas] == [f"templat-{jenis}.xlsx" for jenis in JENIS]
    for satu in berkas:
        assert not [n for n in zipfile.ZipFile(io.BytesIO(satu.read_bytes())).namelist() if "externalLink" in n]
