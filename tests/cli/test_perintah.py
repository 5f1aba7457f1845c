"""Every command as a user types it: what is printed, and the exit code (contract)."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import cast

import pytest
from bantu import ANI, BUDI, INDIKATOR, PEGAWAI, REALISASI, isi_folder, kinerja, xlsx
from typer.core import TyperGroup
from typer.main import get_command

from kinerja_cli.cli.aplikasi import app, persempit
from kinerja_cli.store import RuangKerja

PENUH = Path("/dev/full")


@pytest.fixture
def berkas(tmp_path: Path) -> Path:
    (tmp_path / "Dinkes Januari 2025.xlsx").write_bytes(xlsx(P=PEGAWAI, I=INDIKATOR, R=REALISASI))
    return tmp_path / "Dinkes Januari 2025.xlsx"


@pytest.fixture
def salah(tmp_path: Path) -> Path:
    (tmp_path / "Januari 2025 salah.xlsx").write_bytes(xlsx(P=PEGAWAI, I=INDIKATOR, R=REALISASI.replace("60", "enam")))
    return tmp_path / "Januari 2025 salah.xlsx"


def test_contoh_runs_its_months_and_says_what_to_do_next(tmp_path: Path) -> None:
    hasil = kinerja("contoh", "coba", di=tmp_path)
    assert hasil.returncode == 0, hasil.stderr
    for bulan in ("Januari 2025", "Februari 2025", "Maret 2025"):
        assert bulan in hasil.stdout
    assert "112,64" not in hasil.stdout
    assert (tmp_path / "coba/laporan/2025-03/index.html").is_file()
    lagi = kinerja("jelaskan", "198905062014021012", "--periode", "2025-01", di=tmp_path / "coba")
    assert "112,6395 ÷ 100 × 100" in lagi.stdout
    assert "tidak ada ide baru" in lagi.stdout


def test_contoh_never_writes_into_a_folder_of_something_else(tmp_path: Path) -> None:
    (tmp_path / "surat.txt").write_text("penting", "utf-8")
    hasil = kinerja("contoh", ".", di=tmp_path)
    assert hasil.returncode == 2
    assert [p.name for p in tmp_path.iterdir()] == ["surat.txt"]


def test_validasi_needs_no_ruang_kerja_and_writes_nothing(berkas: Path) -> None:
    sebelum = sorted(p.name for p in berkas.parent.iterdir())
    hasil = kinerja("validasi", berkas, di=berkas.parent)
    assert (hasil.returncode, hasil.stderr) == (0, "")
    assert "Siap dikirim." in hasil.stdout
    assert sorted(p.name for p in berkas.parent.iterdir()) == sebelum


def test_validasi_says_file_sheet_cell_value_and_what_to_do(salah: Path) -> None:
    hasil = kinerja("validasi", salah, di=salah.parent)
    assert hasil.returncode == 1
    for isi in ("Januari 2025 salah.xlsx", "Lembar R", "B3 GALAT S04", "enam", "→", "Belum siap dikirim"):
        assert isi in hasil.stdout


def test_validasi_as_json(salah: Path) -> None:
    hasil = kinerja("validasi", salah, "--json", di=salah.parent)
    assert hasil.returncode == 1
    isi = json.loads(hasil.stdout)
    assert [(t["kode"], t["sel"]) for t in isi["temuan"] if t["tingkat"] == "GALAT"] == [("S04", "B3")]


def test_ketat_makes_a_warning_fail(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(xlsx(P=PEGAWAI, I=INDIKATOR, R=REALISASI.replace("60", "-")))
    assert kinerja("validasi", "a.xlsx", di=tmp_path).returncode == 0
    assert kinerja("validasi", "a.xlsx", "--ketat", di=tmp_path).returncode == 1


def test_hitung_makes_the_named_ruang_kerja_and_ends_with_the_next_step(berkas: Path) -> None:
    hasil = kinerja("hitung", berkas, "--ruang", "ruang", di=berkas.parent)
    assert hasil.returncode == 0, hasil.stderr
    for isi in ("2 dinilai", "Baik 1", "Cukup 1", "1 baru", "Laporan: 5 berkas", "Langkah berikutnya"):
        assert isi in hasil.stdout
    assert "Ruang kerja baru" in hasil.stderr


def test_hitung_without_a_ruang_kerja_and_without_a_terminal_advises_mulai(berkas: Path) -> None:
    hasil = kinerja("hitung", berkas, di=berkas.parent)
    assert hasil.returncode == 2
    assert "kinerja mulai" in hasil.stderr
    assert not (berkas.parent / "kinerja.toml").exists()


def test_hitung_with_a_galat_saves_nothing(salah: Path) -> None:
    hasil = kinerja("hitung", salah, "--ruang", "ruang", di=salah.parent)
    assert hasil.returncode == 1
    assert "Tidak ada yang disimpan" in hasil.stdout
    assert not (salah.parent / "ruang/periode").exists()
    lewat = kinerja("hitung", salah, "--ruang", "ruang", "--lewati-galat", di=salah.parent)
    assert lewat.returncode == 0
    assert "1 tidak dinilai" in lewat.stdout


def test_months_that_are_mixed_end_with_the_calls_to_make(berkas: Path) -> None:
    (berkas.parent / "Dinkes Maret 2025.xlsx").write_bytes(xlsx(P=PEGAWAI, I=INDIKATOR, R=REALISASI.replace("84", "1")))
    hasil = kinerja("hitung", ".", "--ruang", "ruang", di=berkas.parent)
    assert hasil.returncode == 1
    assert "--periode 2025-01" in hasil.stdout
    assert "--periode 2025-03" in hasil.stdout


def test_an_unreadable_file_among_others_is_a_fault_in_the_data(berkas: Path) -> None:
    (berkas.parent / "rusak.xlsx").write_bytes(berkas.read_bytes()[:900])
    hasil = kinerja("hitung", ".", "--ruang", "ruang", di=berkas.parent)
    assert hasil.returncode == 1
    assert "rusak.xlsx" in hasil.stdout


@pytest.mark.parametrize(
    ("argumen", "kata"),
    [
        (("hitung", "tak-ada.xlsx", "--ruang", "ruang"), "tak-ada.xlsx tidak ditemukan"),
        (("laporan", "--ruang", "ruang"), "Belum ada periode"),
        (("jelaskan", "Ani", "--ruang", "ruang"), "Belum ada periode"),
        (("laporan", "--ruang", "bukan"), "bukan ruang kerja"),
        (("aturan", "evaluasi-bungi"), "Maksud Anda “evaluasi-bungo”"),
        (("templat", "realisas"), "Maksud Anda “realisasi”"),
        (("hitung", "a.xlsx", "--periode", "Janu"), "bukan periode"),
    ],
)
def test_what_cannot_go_on_is_one_sentence_and_one_advice(tmp_path: Path, argumen: tuple[str, ...], kata: str) -> None:
    kinerja("mulai", "ruang", di=tmp_path)
    (tmp_path / "a.xlsx").write_bytes(xlsx(P=PEGAWAI))
    hasil = kinerja(*argumen, di=tmp_path)
    assert hasil.returncode == 2
    assert hasil.stdout == ""
    assert kata in " ".join(hasil.stderr.split())
    assert "→" in hasil.stderr
    assert "Traceback" not in hasil.stderr


def test_laporan_writes_the_same_reports_again(salinan: RuangKerja) -> None:
    folder = salinan.folder / "laporan/2025-02"
    halaman = {p.name: p.read_bytes() for p in folder.glob("*.html")}
    shutil.rmtree(folder)
    hasil = kinerja("laporan", "--periode", "2025-02", di=salinan.folder)
    assert hasil.returncode == 0, hasil.stderr
    assert {p.name: p.read_bytes() for p in folder.glob("*.html")} == halaman


def test_laporan_of_one_dinas_proposes_the_near_name(salinan: RuangKerja) -> None:
    hasil = kinerja("laporan", "--dinas", "Dinas Kesehatn", di=salinan.folder)
    assert hasil.returncode == 2
    assert "Maksud Anda “Dinas Kesehatan”?" in hasil.stderr


def test_changed_state_stops_the_reports(salinan: RuangKerja) -> None:
    nilai = salinan.folder / "periode/2025-03/nilai.csv"
    nilai.write_text(nilai.read_text("utf-8").replace("Sangat Kurang", "Baik"), "utf-8")
    hasil = kinerja("laporan", di=salinan.folder)
    assert hasil.returncode == 2
    assert "berubah di luar kinerja: nilai.csv" in hasil.stderr


def test_jelaskan_lists_the_people_that_a_name_fits(contoh: RuangKerja) -> None:
    hasil = kinerja("jelaskan", "ramadhani", "--periode", "2025-01", di=contoh.folder)
    assert hasil.returncode == 0
    assert "198905062014021012" in hasil.stdout
    assert "199702272024212008" in hasil.stdout
    assert "Capaian" not in hasil.stdout


def test_jelaskan_as_json_carries_every_operand(contoh: RuangKerja) -> None:
    hasil = kinerja("jelaskan", "198402262010012012", "--periode", "2025-01", "--json", di=contoh.folder)
    (orang,) = json.loads(hasil.stdout)["orang"]
    assert orang["nilai"] == "95.14"
    assert orang["pembagi"] == "87.5"
    berlaku = [b for b in orang["rincian"] if b["capaian"] is not None]
    jumlah = sum(round(float(b["capaian"]) * float(b["bobot"]) * 10_000) for b in berlaku)
    assert f"{jumlah / 1_000_000:.3f}" == "83.247" == orang["jumlah_tertimbang"]
    assert all("›" in b["letak"] for b in berlaku)


def test_jelaskan_proposes_the_nip_that_was_meant(contoh: RuangKerja) -> None:
    hasil = kinerja("jelaskan", "198402262010012013", "--periode", "2025-01", di=contoh.folder)
    assert hasil.returncode == 2
    assert "Maksud Anda “198402262010012012”?" in hasil.stderr


def test_output_is_utf8_whatever_the_console(contoh: RuangKerja) -> None:
    hasil = kinerja("jelaskan", "198905062014021012", "--periode", "2025-01", di=contoh.folder, PYTHONIOENCODING="cp1252")
    assert hasil.returncode == 0
    assert "÷" in hasil.stdout
    bantuan = kinerja("--help", di=contoh.folder, PYTHONIOENCODING="cp1252")
    assert "╭" in bantuan.stdout


def test_no_color_without_a_terminal(salah: Path) -> None:
    assert "\x1b[" not in kinerja("validasi", salah, di=salah.parent, NO_COLOR="1").stdout


@pytest.mark.parametrize("nama", ["hitung", "buka-kunci", "cadangan"])
def test_only_the_named_command_is_built(nama: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for daftar in ("registered_commands", "registered_groups"):
        monkeypatch.setattr(app, daftar, getattr(app, daftar))
    semua = set(cast(TyperGroup, get_command(app)).commands)
    persempit("hitng")
    assert set(cast(TyperGroup, get_command(app)).commands) == semua
    persempit(nama)
    assert set(cast(TyperGroup, get_command(app)).commands) == {nama}


@pytest.mark.skipif(not PENUH.exists(), reason="perlu perangkat yang selalu penuh")
def test_output_that_does_not_arrive_is_told_although_the_process_ends_at_once() -> None:
    kode = "import sys; from kinerja_cli.cli.utama import _akhiri; sys.stdout.write('isi'); _akhiri(0)"
    with PENUH.open("w") as penuh:
        hasil = subprocess.run([sys.executable, "-c", kode], stdout=penuh, stderr=subprocess.PIPE, text=True, check=False)
    assert hasil.returncode
    assert "No space left" in hasil.stderr


def test_help_starts_without_the_heavy_libraries() -> None:
    kode = (
        "import sys; sys.argv = ['kinerja', '--help']\n"
        "from kinerja_cli.cli.utama import lari\n"
        "assert lari() == 0\n"
        "berat = {'pandas', 'openpyxl', 'jinja2', 'numpy', 'xlsxwriter', 'python_calamine'} & set(sys.modules)\n"
        "sys.exit(f'terimpor: {berat}' if berat else 0)"
    )
    hasil = subprocess.run([sys.executable, "-c", kode], capture_output=True, encoding="utf-8", check=False)
    assert hasil.returncode == 0, hasil.stderr


def test_a_bug_of_ours_ends_with_a_file_that_names_nobody(tmp_path: Path) -> None:
    kode = (
        "import sys; sys.argv = ['kinerja', 'aturan']\n"
        "import kinerja_cli.workflow.ruang as r\n"
        f"def salah(*_): raise RuntimeError('{ANI} Ani')\n"
        "r.semua_aturan = salah\n"
        "from kinerja_cli.cli.utama import main\n"
        "main()"
    )
    hasil = subprocess.run(
        [sys.executable, "-c", kode], capture_output=True, encoding="utf-8", check=False, cwd=tmp_path,
        env={"TMPDIR": str(tmp_path), "PATH": "/usr/bin"},
    )  # fmt: skip
    assert hasil.returncode == 3
    assert "Traceback" not in hasil.stderr
    (berkas,) = tmp_path.glob("kinerja-galat-*.txt")
    isi = berkas.read_text("utf-8")
    assert "RuntimeError" in isi
    assert "Ani" not in isi
    assert ANI not in isi
    assert berkas.name in hasil.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="izin berkas menurut POSIX")
def test_what_is_made_is_for_its_owner_only(berkas: Path) -> None:
    di = berkas.parent
    assert kinerja("hitung", berkas, "--ruang", "ruang", di=di).returncode == 0
    assert kinerja("templat", "-o", "templat", "--ruang", "ruang", di=di).returncode == 0
    assert kinerja("cadangan", "buat", "-o", "c.zip", "--ruang", "ruang", di=di).returncode == 0
    assert kinerja("cadangan", "pulihkan", "c.zip", "--ruang", "pulih", di=di).returncode == 0
    semua = [p for p in di.rglob("*") if p != berkas]
    assert len(semua) > 40
    assert [p for p in semua if p.stat().st_mode & 0o077] == []


def test_mulai_makes_settings_once(tmp_path: Path) -> None:
    hasil = kinerja("mulai", "ruang", di=tmp_path)
    assert hasil.returncode == 0
    assert re.search(r"^instansi = ", (tmp_path / "ruang/kinerja.toml").read_text("utf-8"), re.MULTILINE)
    lagi = kinerja("mulai", "ruang", di=tmp_path)
    assert "sudah ada" in lagi.stdout


def test_kinerja_toml_that_is_wrong_is_named(tmp_path: Path) -> None:
    kinerja("mulai", ".", di=tmp_path)
    (tmp_path / "kinerja.toml").write_text('instnsi = "X"', "utf-8")
    hasil = kinerja("aturan", di=tmp_path)
    assert hasil.returncode == 2
    assert "instansi" in hasil.stderr


def test_aturan_shows_articles_dates_and_certainty(tmp_path: Path) -> None:
    hasil = kinerja("aturan", "evaluasi-bungo", di=tmp_path)
    isi = " ".join(hasil.stdout.split())
    for kata in ("pasal 41", "belum ditetapkan dengan peraturan", "salinan", "26 April 2019", "sha256"):
        assert kata in isi


def test_jelaskan_says_how_far_the_line_is_and_what_would_cross_it(contoh: RuangKerja) -> None:
    panggil = ("jelaskan", "Darmawan", "--periode", "2025-01")
    isi = " ".join(kinerja(*panggil, di=contoh.folder).stdout.split())
    assert "Garis batas: 0,01 di atas batas Baik (90,00); turun di bawah garis itu bila salah satu: BKP-01 152 → 151" in isi
    tepi = json.loads(kinerja(*panggil, "--json", di=contoh.folder).stdout)["orang"][0]["garis_batas"]
    assert (tepi["batas"], tepi["mulai"], tepi["selisih"]) == ("Baik", "90.00", "0.01")
    assert tepi["geser"][1] == {"kode": "BKP-02", "realisasi": "11", "menjadi": "11.1"}
    jauh = kinerja("jelaskan", "Ramadhani", "--json", "--periode", "2025-01", di=contoh.folder)
    assert {o["garis_batas"] for o in json.loads(jauh.stdout)["orang"]} == {None}


def test_hitung_counts_who_stands_on_an_edge(berkas: Path) -> None:
    hasil = kinerja("hitung", berkas, "--ruang", "ruang", di=berkas.parent)
    assert "Garis batas: tidak seorang pun paling jauh 0,50 dari batas suatu predikat." in hasil.stdout
    setelan = berkas.parent / "ruang/kinerja.toml"
    setelan.write_text(setelan.read_text("utf-8") + "\n[ambang]\ntepi = 10\n", "utf-8")
    lagi = kinerja("hitung", berkas, "--ruang", "ruang", di=berkas.parent)  # 103,00 and 81,50
    assert "Garis batas: 2 orang paling jauh 10,00" in lagi.stdout
    assert "lembar Garis Batas" in lagi.stdout


def test_bandingkan_penilai_on_the_screen_as_json_and_as_files(contoh: RuangKerja, tmp_path: Path) -> None:
    hasil = kinerja(
        "bandingkan", "--penilai", "--periode", "2025-01", "--format", "xlsx, html", "-o", tmp_path, di=contoh.folder
    )
    assert hasil.returncode == 0, hasil.stderr
    assert "kelompok lain kurang dari 5 orang: tidak dibandingkan" in hasil.stdout
    assert "Belum ada bulan sebelumnya yang tersimpan" in hasil.stdout
    assert sorted(p.name for p in tmp_path.iterdir()) == [f"Perbandingan Penilai Januari 2025.{f}" for f in ("html", "xlsx")]
    isi = (tmp_path / "Perbandingan Penilai Januari 2025.html").read_text("utf-8")
    for kata in (
        "Yang layak ditanyakan",
        "dr. Ratih Kumalasari",
        "kurang dari 5 orang: tidak dibandingkan",
        "tidak untuk disebarkan",
    ):
        assert kata in isi
    data = json.loads(kinerja("bandingkan", "--penilai", "--json", di=contoh.folder).stdout)
    assert (data["periode"], data["bulan_lalu"]) == ("2025-03", "2025-02")
    sedikit = [k for k in data["kelompok"] if k["orang"] < 5]
    assert sedikit
    assert {(k["tengah"], k["terendah"], k["tertinggi"]) for k in sedikit} == {(None, None, None)}


def test_bandingkan_refuses_an_unknown_format(contoh: RuangKerja, tmp_path: Path) -> None:
    hasil = kinerja("bandingkan", "--penilai", "--format", "pdf", "-o", tmp_path, di=contoh.folder)
    assert hasil.returncode == 2
    assert "Yang ada: xlsx, html." in hasil.stderr


def test_bandingkan_two_months(contoh: RuangKerja) -> None:
    isi = kinerja("bandingkan", "2025-01", "2025-02", di=contoh.folder).stdout
    assert "80 orang ada di kedua bulan; 0 hanya di Februari 2025, 0 hanya di Januari 2025." in isi
    assert "11 dari 80 orang berganti predikat." in isi
    assert "Bambang Irawan (198209232007121005): Kurang (58,00) → Cukup (83,73), +25,73" in isi
    assert "yang paling berubah: DKC-01 +6,00, DKC-02 +5,25, DKC-06 +4,38" in isi
    data = json.loads(kinerja("bandingkan", "2025-01", "2025-02", "--json", di=contoh.folder).stdout)
    assert (data["orang"], data["berganti"], len(data["semua"])) == (80, 11, 80)


@pytest.mark.parametrize(
    "argumen", [(), ("2025-01",), ("2025-01", "2025-02", "--penilai"), ("2025-01", "2025-02", "-o", ".")]
)
def test_bandingkan_wants_two_months_or_penilai(contoh: RuangKerja, argumen: tuple[str, ...]) -> None:
    hasil = kinerja("bandingkan", *argumen, di=contoh.folder)
    assert hasil.returncode == 2
    assert "Sebut dua bulan, atau --penilai." in hasil.stderr


def test_rules_whose_categories_have_no_numbers_say_what_does_not_apply(berkas: Path) -> None:
    assert kinerja("mulai", "ruang", di=berkas.parent).returncode == 0
    sebutan = berkas.with_name("Penilaian Januari 2025.xlsx")
    sebutan.write_bytes(xlsx(K=f"NIP | Hasil Kerja | Perilaku\n{ANI} | di atas | di atas\n{BUDI} | sesuai | di bawah"))
    hasil = kinerja("hitung", berkas, sebutan, "--ruang", "ruang", "--aturan", "permenpanrb-6-2022", di=berkas.parent)
    assert "Garis batas: tidak berlaku" in hasil.stdout
    banding = kinerja("bandingkan", "--penilai", "--ruang", "ruang", di=berkas.parent)
    assert banding.returncode == 2
    assert "tidak berlaku" in banding.stderr
    andai = kinerja("hitung", "--andai", "evaluasi-bungo", "--ruang", "ruang", di=berkas.parent)
    assert "2 dari 2 orang berganti predikat." in andai.stdout
    assert "Perubahan nilai: tidak berlaku" in andai.stdout


def test_laporan_of_one_kind_and_without_formulas(salinan: RuangKerja) -> None:
    folder = salinan.folder / "laporan/2025-02"
    lama = isi_folder(folder)
    hasil = kinerja("laporan", "--periode", "2025-02", "--format", "xlsx", "--tanpa-rumus", di=salinan.folder)
    assert hasil.returncode == 0
    baru = isi_folder(folder)
    berubah = {nama for nama in lama if baru[nama] != lama[nama]}
    assert berubah == {nama for nama in lama if nama.endswith(".xlsx")} - {"rekap.xlsx"}
    assert kinerja("laporan", "--periode", "2025-02", di=salinan.folder).returncode == 0
    assert isi_folder(folder) == lama


def test_an_unknown_kind_of_report_names_those_that_there_are(salinan: RuangKerja) -> None:
    hasil = kinerja("laporan", "--format", "pdf", di=salinan.folder)
    assert hasil.returncode == 2
    assert "Yang ada: xlsx, html." in hasil.stderr
