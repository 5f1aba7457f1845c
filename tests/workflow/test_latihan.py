"""The exercise from the command to the mark, on real files."""

from __future__ import annotations

import shutil
from fractions import Fraction
from math import floor
from pathlib import Path

import openpyxl
import pytest
from bantu import hitung, isi_folder, libreoffice, nilai
from bantu_latihan import ASPEK, ditemukan, isi_berkas_dinas, kecuali, soal, tertanam
from typer.testing import CliRunner, Result

from kinerja_cli.cli.aplikasi import app
from kinerja_cli.core.latihan.bulan import BULAN, susun_bulan
from kinerja_cli.core.latihan.folder import BERKAS_DINAS, HASIL, INGATAN, KUNCI, PETUNJUK
from kinerja_cli.core.latihan.pemeriksaan import Penanganan
from kinerja_cli.core.latihan.undian import Undian
from kinerja_cli.store import RuangKerja
from kinerja_cli.workflow.latihan import buat_latihan, periksa_folder_latihan
from kinerja_cli.workflow.validasi import validasi_berkas

MENUNGGU = {"R06", "R09"}
"""What isn't told while a sheet of realisasi can't be read (L02)."""


def jalankan(*argumen: str | Path) -> Result:
    return CliRunner().invoke(app, ["contoh", "--latihan", *map(str, argumen)])


@pytest.fixture(scope="module")
def dibuat(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("latihan") / "satu"
    buat_latihan(folder, 1)
    return folder


@pytest.fixture
def folder(dibuat: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(dibuat, tmp_path / "latihan"))


# What validasi finds --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("benih", [0, 1, 2, 3, 77, 4711, 20250331, -5])
def test_validasi_finds_every_planted_fault_in_its_cell_and_nothing_else(benih: int, tmp_path: Path) -> None:
    s = soal(benih)
    semua = tertanam(s.kesalahan)
    hasil = validasi_berkas(None, [isi_berkas_dinas(tmp_path, s.halaman)], None)
    assert hasil.periode == BULAN
    assert ditemukan(hasil.temuan) == {satu for satu in semua if satu[0] not in MENUNGGU}
    tanpa_judul = [k for k in s.kesalahan if k.kode != "L02"]
    hasil = validasi_berkas(None, [isi_berkas_dinas(tmp_path, kecuali(s, *(k.kode for k in tanpa_judul)))], None)
    assert ditemukan(hasil.temuan) == tertanam(tanpa_judul)


@pytest.mark.parametrize("kode", sorted({k.kode for k in soal().kesalahan}))
def test_each_fault_alone_is_found_alone(kode: str, tmp_path: Path) -> None:
    hasil = validasi_berkas(None, [isi_berkas_dinas(tmp_path, kecuali(soal(), kode))], None)
    harap = tertanam([k for k in soal().kesalahan if k.kode == kode])
    assert ditemukan(hasil.temuan) == (harap - {s for s in harap if s[0] in MENUNGGU} if kode == "L02" else harap)


@pytest.mark.parametrize("benih", [1, 2, 3])
def test_the_month_without_faults_is_clean_and_scores_as_the_fractions_do(benih: int, folder: Path) -> None:
    berkas = isi_berkas_dinas(folder, soal(benih).bersih)
    assert ditemukan(validasi_berkas(None, [berkas], None).temuan) == set()
    ruang = RuangKerja(folder)
    assert hitung(ruang, berkas).tersimpan
    skor = {nip: skor for nip, (_, skor, _) in nilai(ruang, str(BULAN)).items()}
    assert skor == menurut_pecahan(benih)
    assert min(float(s) for s in skor.values() if s) < 90 < max(float(s) for s in skor.values() if s)


def menurut_pecahan(benih: int) -> dict[str, str]:
    """PermenPANRB 8/2021 and the scheme's own pages, worked with fractions from what was drawn, not from the sheets."""
    bulan = susun_bulan(Undian(benih), ASPEK)
    hasil = {}
    for d in bulan.dinas:
        for o in d.orang:
            jumlah, pembagi = Fraction(0), 0
            for i in d.indikator:
                r = bulan.realisasi.get((o.nip, i.kode))
                if not isinstance(r, int):
                    continue
                rasio = Fraction(r, i.target) if i.arah == "naik" else 2 - Fraction(r, i.target)
                jumlah += bulat(min(max(rasio * 100, Fraction(0)), Fraction(120))) * i.bobot
                pembagi += i.bobot
            hasil[o.nip] = f"{float(bulat(jumlah / pembagi)):.2f}" if pembagi else ""
    return hasil


def bulat(n: Fraction) -> Fraction:
    return Fraction(floor(n * 100 + Fraction(1, 2)), 100)


# What the command does ------------------------------------------------------------------------------------------------


def test_the_first_call_makes_the_folder_and_says_what_to_type_next(tmp_path: Path) -> None:
    hasil = jalankan(tmp_path / "baru")
    assert hasil.exit_code == 0
    assert {p.name for p in (tmp_path / "baru").iterdir()} == {
        "kinerja.toml", PETUNJUK, BERKAS_DINAS, KUNCI.partition("/")[0], INGATAN,
    }  # fmt: skip
    assert len(list((tmp_path / "baru" / BERKAS_DINAS).iterdir())) == 5
    assert f'kinerja validasi "{tmp_path / "baru" / BERKAS_DINAS}" --ruang "{tmp_path / "baru"}"' in hasil.output


def test_the_same_seed_gives_the_same_bytes_of_every_file(dibuat: Path, tmp_path: Path) -> None:
    assert jalankan(tmp_path / "lagi", "--benih", "1").exit_code == 0
    assert isi_folder(tmp_path / "lagi") == isi_folder(dibuat)
    assert jalankan(tmp_path / "lain", "--benih", "2").exit_code == 0
    lain = isi_folder(tmp_path / "lain")
    assert not set(isi_folder(dibuat).values()) & {isi for nama, isi in lain.items() if nama != "kinerja.toml"}


def test_the_second_call_marks_and_overwrites_nothing(folder: Path) -> None:
    sebelum = isi_folder(folder)
    hasil = jalankan(folder)
    assert hasil.exit_code == 1
    assert "0 dari 20 kesalahan sudah benar." in hasil.output
    assert "kinerja temuan P03" in hasil.output
    sesudah = isi_folder(folder)
    assert sesudah.pop(HASIL)
    assert sesudah == sebelum


def test_all_repaired_is_exit_0_and_some_are_counted(folder: Path) -> None:
    isi_berkas_dinas(folder, kecuali(soal(), "P03", "S05", "L08"))
    hasil = jalankan(folder)
    assert (hasil.exit_code, "17 dari 20 kesalahan sudah benar." in hasil.output) == (1, True)
    isi_berkas_dinas(folder, soal().bersih)
    hasil = jalankan(folder)
    assert (hasil.exit_code, "20 dari 20 kesalahan sudah benar." in hasil.output) == (0, True)
    assert "kinerja hitung" in hasil.output
    assert "Temuan yang semula tidak ada" not in hasil.output


def test_without_a_folder_an_exercise_that_one_stands_in_is_marked(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert "0 dari 20" in jalankan().output
    assert not (folder / "latihan-kinerja").exists()


def test_repaired_by_hand_in_the_workbook_with_a_wrong_value_and_damage(folder: Path) -> None:
    """Typed into the cells with another program: one right, one to another value, one that was right before."""
    benar, salah = (next(k for k in soal().kesalahan if k.kode == kode) for kode in ("R05", "P06"))
    for k, isi in ((benar, None), (salah, "Dinas Lain")):
        jalur = folder / BERKAS_DINAS / k.letak.berkas
        buku = openpyxl.load_workbook(jalur)
        sel = buku[k.letak.lembar][k.letak.sel]
        sel.value = isi or -sel.value
        if k is salah:
            buku[k.letak.lembar]["F6"] = "IX/z"
        buku.save(jalur)
    hasil = periksa_folder_latihan(folder, None)
    assert {b.kesalahan.kode: b.penanganan for b in hasil.butir if b.penanganan is not Penanganan.BELUM} == {
        "R05": Penanganan.BENAR,
        "P06": Penanganan.LAIN,
    }
    assert [(r.letak.sel, r.sekarang) for r in hasil.kerusakan] == [("F6", "IX/z")]
    teks = jalankan(folder).output
    assert "Semula benar, sekarang berubah" in teks
    assert "IX/z" in teks


def test_a_file_that_is_deleted_or_broken_is_said_in_a_sentence(folder: Path) -> None:
    hilang, rusak, *_ = sorted(p for p in (folder / BERKAS_DINAS).iterdir() if p.name.startswith("Realisasi D"))
    hilang.unlink()
    rusak.write_bytes(rusak.read_bytes()[:500])
    hasil = jalankan(folder)
    assert hasil.exit_code == 1
    teks = " ".join(hasil.output.split())
    for p in (hilang, rusak):
        assert f"Berkas “{p.name}” tidak ada lagi atau tidak terbaca" in teks
    assert "B01" in teks
    assert "berkasnya tidak terbaca" in teks


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        ("", "“benih” tidak ada"),
        ("benih = 1\n", "“sidik” tidak ada"),
        ("benih = 'satu'\nsidik = 'x'\n", "“benih” bukan bilangan bulat"),
        ("benih = \n", "bukan TOML"),
        ("benih = 1\nsidik = '0000'\n", "dibuat oleh versi kinerja yang lain"),
    ],
)
def test_a_damaged_memory_is_a_sentence_and_nothing_is_touched(folder: Path, isi: str, kata: str) -> None:
    (folder / INGATAN).write_text(isi, encoding="utf-8")
    sebelum = isi_folder(folder)
    hasil = jalankan(folder)
    assert hasil.exit_code != 0
    assert kata in str(hasil.exception)
    assert isi_folder(folder) == sebelum


def test_a_folder_with_something_else_in_it_is_left_alone(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "lain").mkdir()
    (tmp_path / "lain" / "surat.docx").write_bytes(b"x")
    (folder / INGATAN).unlink()
    for satu in (tmp_path / "lain", folder, tmp_path / "lain" / "surat.docx"):
        sebelum = isi_folder(tmp_path)
        assert "sudah berisi berkas lain" in str(jalankan(satu).exception)
        assert isi_folder(tmp_path) == sebelum


def test_another_seed_on_a_folder_and_a_seed_without_an_exercise_are_refused(folder: Path) -> None:
    assert "latihan nomor 1, bukan 2" in str(jalankan(folder, "--benih", "2").exception)
    hasil = CliRunner().invoke(app, ["contoh", str(folder), "--benih", "2"])
    assert "hanya dipakai bersama --latihan" in str(hasil.exception)
    sebelum = isi_folder(folder)
    assert "berisi latihan" in str(CliRunner().invoke(app, ["contoh", str(folder)]).exception)
    assert isi_folder(folder) == sebelum


def test_an_interrupted_start_is_begun_anew(tmp_path: Path) -> None:
    (tmp_path / "baru" / ".baru" / BERKAS_DINAS).mkdir(parents=True)
    assert jalankan(tmp_path / "baru").exit_code == 0
    assert not (tmp_path / "baru" / ".baru").exists()


# Saved again by another program ---------------------------------------------------------------------------------------


def simpan_ulang(folder: Path, ke: str) -> None:
    for jalur in sorted((folder / BERKAS_DINAS).glob("*.xlsx")):
        baru = libreoffice(jalur, ke, folder.parent / "ulang")
        jalur.unlink()
        shutil.move(baru, folder / BERKAS_DINAS / baru.name)


@pytest.mark.parametrize("ke", ["xlsx", "ods"])
def test_what_libreoffice_saves_again_is_marked_alike(folder: Path, ke: str) -> None:
    isi_berkas_dinas(folder, soal().bersih)
    simpan_ulang(folder, ke)
    hasil = periksa_folder_latihan(folder, None)
    assert hasil.benar == 20
    assert hasil.lulus


def test_opening_and_saving_mends_the_formula_without_a_result_and_nothing_else(folder: Path) -> None:
    simpan_ulang(folder, "xlsx")
    hasil = periksa_folder_latihan(folder, None)
    assert [b.kesalahan.kode for b in hasil.butir if b.penanganan is Penanganan.BENAR] == ["S02"]
    assert not hasil.kerusakan
    assert not hasil.baru
