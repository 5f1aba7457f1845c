"""A register of innovations in a ruang kerja: late, replaced, proved, pinned to its rules, mended."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest
from bantu import ANI, BUDI, JANUARI, hitung, nilai, ruang_baru, temuan, xlsx
from typer.testing import CliRunner

from kinerja_cli.cli.aplikasi import app
from kinerja_cli.core.periode import Periode
from kinerja_cli.resources import folder_aturan
from kinerja_cli.store import RuangKerja
from kinerja_cli.workflow.anotasi import tulis_salinan
from kinerja_cli.workflow.buktikan import buktikan
from kinerja_cli.workflow.jelaskan import jelaskan
from kinerja_cli.workflow.perbaikan import buat_perbaikan
from kinerja_cli.workflow.validasi import validasi_berkas

PEGAWAI = f"NIP | Nama | Dinas\n{ANI} | Ani | Dinas Kesehatan\n{BUDI} | Budi | Dinas Kesehatan"
INDIKATOR = """
    Kode | Indikator | Aspek | Bobot | Arah | Target
    A | Berkas selesai | Penyelesaian Tugas | 80 | naik | 10
    N | Inovasi yang diterapkan | Inovasi Pelayanan | 20 | naik | 1
"""
JUDUL = "Judul Inovasi | Tahap | NIP Pemilik | Bukti | Indikator"


def tulis(folder: Path, nama: str, **lembar: str) -> Path:
    berkas = folder / nama
    berkas.parent.mkdir(parents=True, exist_ok=True)
    berkas.write_bytes(xlsx(**lembar))
    return berkas


def register(folder: Path, *baris: str, nama: str = "Register.xlsx", bulan: str = "Januari 2025", lengkap: str = "") -> Path:
    atas = [f"Periode: {bulan}", *([f"Register lengkap: {lengkap}"] if lengkap else [])]
    return tulis(folder, nama, Register="\n".join([*atas, JUDUL, *baris]))


def bulan(folder: Path, nama: str, n: str = "") -> Path:
    return tulis(folder, f"Dinkes {nama}.xlsx", P=PEGAWAI, I=INDIKATOR, R=f"NIP | A | N\n{ANI} | 12 | {n}\n{BUDI} | 12 | {n}")


@pytest.fixture
def ruang(tmp_path: Path) -> RuangKerja:
    ruang = ruang_baru(tmp_path / "ruang")
    hitung(ruang, bulan(tmp_path, "Januari 2025"))
    return ruang


def berkas_periode(ruang: RuangKerja, periode: str = "2025-01") -> set[str]:
    return {p.name for p in (ruang.folder / "periode" / periode).iterdir()}


def test_a_late_register_fills_blanks_and_a_corrected_one_takes_its_place(ruang: RuangKerja, tmp_path: Path) -> None:
    assert {s for s, _, _ in nilai(ruang).values()} == {"belum_lengkap"}
    assert not berkas_periode(ruang) & {"inovasi.csv", "inovasi.toml"}
    pertama = hitung(ruang, register(tmp_path, f"Antrean | diterapkan | {ANI}; {BUDI} | SOP | N"))
    assert pertama.perpaduan
    assert (pertama.perpaduan.tetap, pertama.perpaduan.baru, pertama.perpaduan.diganti) == (1, 1, 0)
    # 120 × 80 + 100 × 20 = 116,00, with a new idea
    assert nilai(ruang) == {ANI: ("dinilai", "116.00", "Sangat Baik"), BUDI: ("dinilai", "116.00", "Sangat Baik")}
    assert berkas_periode(ruang) >= {"inovasi.csv", "inovasi.toml"}
    kedua = hitung(ruang, register(tmp_path / "baru", f"Antrean | diterapkan | {ANI} | SOP | N"))
    assert kedua.perpaduan
    assert (kedua.perpaduan.tetap, kedua.perpaduan.baru, kedua.perpaduan.diganti) == (1, 0, 1)
    assert [nilai(ruang)[n][0] for n in (ANI, BUDI)] == ["dinilai", "belum_lengkap"]


def test_the_summary_says_what_was_fed(ruang: RuangKerja, tmp_path: Path) -> None:
    berkas = register(tmp_path, f"Antrean | diterapkan | {ANI} | SOP | N", lengkap="Dinas Kesehatan")
    keluaran = CliRunner().invoke(app, ["hitung", str(berkas), "--ruang", str(ruang.folder)])
    assert keluaran.exit_code == 0, keluaran.output
    assert "Register Inovasi mengisi N untuk 2 pegawai, 1 di antaranya dengan 0." in keluaran.output
    keluaran = CliRunner().invoke(app, ["jelaskan", ANI, "--ruang", str(ruang.folder)])
    assert "Register.xlsx › Register!C4" in keluaran.output
    assert "Antrean (diterapkan, bukti: SOP)" in keluaran.output


def test_the_canonical_file_and_the_explanation_name_every_cell(ruang: RuangKerja, tmp_path: Path) -> None:
    hitung(ruang, register(tmp_path, f"Antrean | Sudah Diterapkan | Ani {ANI} | SOP 12 | N"))
    isi = (ruang.folder / "periode" / "2025-01" / "inovasi.csv").read_text("utf-8").splitlines()
    assert isi == [
        "nip,uraian,tahap,bukti,tanggal,kode,berkas,lembar,sel,sel_uraian,sel_tahap,sel_bukti,sel_tanggal,sel_kode",
        f"{ANI},Antrean,diterapkan,SOP 12,,N,Register.xlsx,Register,C3,A3,B3,D3,3,E3",
    ]
    (orang,) = jelaskan(ruang, ANI, JANUARI).orang
    baris = next(b for b in orang.rincian if b.kode == "N")
    assert (baris.letak, baris.keterangan) == (
        "Register.xlsx › Register!C3",
        "Register inovasi: Antrean (diterapkan, bukti: SOP 12) [Register.xlsx › Register!A3]",
    )
    assert orang.ide_baru == "Antrean (diterapkan, bukti: SOP 12)"


def test_the_month_is_proved_from_its_sources(ruang: RuangKerja, tmp_path: Path) -> None:
    hitung(ruang, register(tmp_path, f"Antrean | diterapkan | {ANI} | SOP | N", f"Papan | usulan | {BUDI} | |"))
    assert buktikan(ruang, JANUARI).sama


def test_a_month_keeps_the_rules_by_which_its_register_counted(ruang: RuangKerja, tmp_path: Path) -> None:
    baris = f"Antrean | uji coba | {ANI} | Foto | N"
    hitung(ruang, register(tmp_path, baris))
    assert nilai(ruang)[ANI][0] == "belum_lengkap"
    sendiri = ruang.folder / "aturan" / "pelengkap"
    sendiri.mkdir(parents=True)
    teks = (folder_aturan() / "pelengkap" / "inovasi.toml").read_text("utf-8")
    (sendiri / "inovasi.toml").write_text(teks.replace('["diterapkan"', '["uji coba", "diterapkan"'), "utf-8")
    assert not hitung(ruang, tmp_path / "Register.xlsx").berubah
    assert buktikan(ruang, JANUARI).sama
    februari = register(tmp_path / "feb", baris, nama="Register Februari.xlsx", bulan="Februari 2025")
    hitung(ruang, bulan(tmp_path, "Februari 2025"), februari)
    assert nilai(ruang, "2025-02")[ANI] == ("dinilai", "116.00", "Sangat Baik")


def test_the_next_month_does_not_inherit_it_but_sees_a_stage_go_backwards(ruang: RuangKerja, tmp_path: Path) -> None:
    hitung(ruang, register(tmp_path, f"Antrean | diterapkan | {ANI}; {BUDI} | SOP | N"))
    hitung(ruang, bulan(tmp_path, "Februari 2025"))
    assert {s for s, _, _ in nilai(ruang, "2025-02").values()} == {"belum_lengkap"}
    assert not berkas_periode(ruang, "2025-02") & {"inovasi.csv", "inovasi.toml"}
    mundur = register(tmp_path / "feb", f"Antrean | uji coba | {ANI} | SOP | N", bulan="Februari 2025")
    hasil = hitung(ruang, mundur)
    assert ("V02", "B3") in temuan(hasil.temuan)


def test_checked_alone_it_is_judged_and_asks_for_nothing_else(ruang: RuangKerja, tmp_path: Path) -> None:
    berkas = register(tmp_path, f"Antrean | diterapkan | {ANI} | | N", f"Papan | diterapkan | {BUDI} | SOP | N")
    hasil = validasi_berkas(ruang, [berkas], None)
    assert hasil.periode == JANUARI
    assert [t for t in temuan(hasil.temuan) if t[0] != "V05"] == [("V04", "D3")]
    assert hasil.hitungan.inovasi == 2
    sendiri = validasi_berkas(None, [berkas], None)
    assert {t.kode for t in sendiri.temuan} == {"V04", "X01"}


def test_its_faults_are_marked_and_can_be_mended(ruang: RuangKerja, tmp_path: Path) -> None:
    berkas = register(tmp_path, f"Antrean | siap | {ANI} | SOP | N", f"Papan | usulan | {BUDI}; 123 | |")
    hasil = validasi_berkas(ruang, [berkas], None)
    assert [t for t in temuan(hasil.temuan) if t[0] != "X01"] == [("V01", "B3"), ("P01", "C4")]
    salinan = tulis_salinan(tmp_path / "salinan", hasil)
    ws = openpyxl.load_workbook(salinan.utuh[0])["Register"]
    assert ws["B3"].comment
    assert ws["C4"].comment
    (buku, rencana), *_ = buat_perbaikan(ruang, [berkas], tmp_path / "perbaikan", None).tertulis
    assert buku.exists()
    assert {(sel[1], bool(isi.pilihan)) for sel, isi in rencana.terbuka.items()} == {(3, True), (4, False)}


def test_a_galat_in_it_stops_the_month_and_touches_its_owners_only(ruang: RuangKerja, tmp_path: Path) -> None:
    berkas = register(tmp_path, f"Antrean | siap | {ANI} | SOP | N", f"Papan | diterapkan | {BUDI} | SOP | N")
    assert not hitung(ruang, berkas).tersimpan
    hasil = hitung(ruang, berkas, lewati_galat=True)
    assert hasil.tersimpan
    assert nilai(ruang) == {ANI: ("tidak_dinilai", "", ""), BUDI: ("dinilai", "116.00", "Sangat Baik")}


def test_months_saved_without_a_register_are_read_and_counted_again(ruang: RuangKerja, tmp_path: Path) -> None:
    manifes = json.loads((ruang.folder / "periode" / "2025-01" / "manifes.json").read_text("utf-8"))
    assert "inovasi.csv" not in manifes["berkas"]
    assert buktikan(ruang, JANUARI).sama
    assert not hitung(ruang, tmp_path / "Dinkes Januari 2025.xlsx").berubah
    assert jelaskan(ruang, ANI, Periode(2025, 1)).orang[0].ide_baru == ""
