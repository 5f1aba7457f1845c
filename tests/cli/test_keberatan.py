"""keberatan as a user types it: exit codes, what is said, and the letter as it prints."""

from __future__ import annotations

import datetime as dt
import json
import shutil
import subprocess
from pathlib import Path

import pytest
from bantu import BUDI, INDIKATOR, PEGAWAI, REALISASI, halaman, kinerja, xlsx

BUKU = "Dinkes Januari 2025.xlsx"
PUTUSAN = ["putuskan", "K-001", "--oleh", "Sekda", "--pertimbangan", "Register loket: 80"]


@pytest.fixture
def meja(tmp_path: Path) -> Path:
    """A desk with a workbook, its letter of objection, and a counted month."""
    (tmp_path / BUKU).write_bytes(xlsx(P=PEGAWAI, I=INDIKATOR, R=REALISASI))
    (tmp_path / "surat.pdf").write_bytes(b"%PDF")
    assert kinerja("hitung", BUKU, "--ruang", "ruang", di=tmp_path).returncode == 0
    return tmp_path


def keberatan(meja: Path, *argumen: str) -> tuple[int, str, str]:
    hasil = kinerja("keberatan", *argumen, di=meja / "ruang")
    return hasil.returncode, " ".join(hasil.stdout.split()), " ".join(hasil.stderr.split())


def catat(meja: Path, *lain: str) -> tuple[int, str, str]:
    return keberatan(meja, "catat", BUDI, "--periode", "2025-01", "--alasan", "A kurang 20", *lain)


def test_from_handing_over_to_the_letter(meja: Path) -> None:
    assert keberatan(meja, "daftar") == (0, "Belum ada penyerahan hasil dan keberatan yang dicatat.", "")
    kode, isi, _ = keberatan(meja, "serahkan", "--dinas", "Dinas Kesehatan")
    assert kode == 0
    assert "14 hari kalender); 14 hari lagi." in isi
    kode, isi, _ = catat(meja, "--bukti", str(meja / "surat.pdf"))
    assert kode == 0
    assert "K-001 tercatat: keberatan Budi" in isi
    assert "Catatan" not in isi
    kode, isi, _ = keberatan(meja, *PUTUSAN, "--diterima", "--ubah", "A=80")
    assert kode == 0
    assert "realisasi A: 60 → 80 Keputusan keberatan K-001 2025-01 A.csv › C13" in isi
    assert "Hasil Budi untuk Januari 2025: 81,50 Cukup → 94,00 Baik." in isi
    kode, isi, _ = keberatan(meja, "daftar")
    assert "1 keberatan, 0 menunggu putusan." in isi
    assert "81,50 Cukup → 94,00 Baik" in isi
    isi_json = json.loads(kinerja("keberatan", "daftar", "--json", di=meja / "ruang").stdout)
    assert isi_json["keberatan"][0]["putusan"]["baru"] == {"status": "dinilai", "nilai": "94.00", "predikat": "Baik"}
    riwayat = " ".join(kinerja("riwayat", "--orang", BUDI, di=meja / "ruang").stdout.split())
    assert "keberatan putuskan 2025-01" in riwayat
    assert "94,00 Baik" in riwayat


def test_a_late_one_is_recorded_with_its_mark(meja: Path) -> None:
    lama = (dt.date.today() - dt.timedelta(days=15)).isoformat()
    assert "waktunya sudah habis" in keberatan(meja, "serahkan", "--tanggal", lama)[1]
    kode, isi, _ = catat(meja)
    assert kode == 0
    assert "Catatan: lewat 14 hari menurut hitungan hari kalender: pejabat memutuskan." in isi


@pytest.mark.parametrize(
    ("argumen", "kata"),
    [
        (["serahkan", "--tanggal", "kemarin"], "“kemarin” bukan tanggal. → Tulis misalnya 2025-02-03"),
        (["serahkan", "--periode", "2031-01"], "Periode 2031-01 belum dihitung. → Yang ada: 2025-01."),
        (["catat", BUDI, "--periode", "2025-01"], "Opsi --alasan wajib disebut."),
        (["catat", BUDI, "--periode", "2025-01", "--alasan", "x", "--bukti", "tak-ada.pdf"], "Bukti tak-ada.pdf tidak dapat"),
        ([*PUTUSAN], "Opsi --diterima"),
        ([*PUTUSAN, "--ditolak"], "Keberatan “K-001” tidak ada. → Belum ada keberatan yang dicatat"),
        (["putuskan"], "NOMOR belum disebut."),
    ],
)
def test_wrong_usage_ends_with_2_and_one_advice(meja: Path, argumen: list[str], kata: str) -> None:
    kode, isi, galat = keberatan(meja, *argumen)
    assert (kode, isi) == (2, "")
    assert kata in galat
    assert not (meja / "ruang" / "keberatan").exists()


def test_a_decision_as_a_file_is_a_fault_for_validasi_too(meja: Path) -> None:
    catat(meja)
    keberatan(meja, *PUTUSAN, "--diterima", "--ubah", "A=80")
    (asal,) = (meja / "ruang/periode/2025-01/sumber").glob("*Keputusan*")
    shutil.copy(asal, meja / "titip.csv")
    for perintah in ("validasi", "hitung"):
        hasil = kinerja(perintah, meja / "titip.csv", di=meja / "ruang")
        assert hasil.returncode == 1
        assert "GALAT O03" in hasil.stdout


def test_the_letter_prints_on_one_page(meja: Path) -> None:
    program = shutil.which("pdfinfo")
    if program is None:
        pytest.skip("pdfinfo tidak terpasang")
    keberatan(meja, "serahkan")
    catat(meja, "--bukti", str(meja / "surat.pdf"))
    keberatan(meja, *PUTUSAN, "--diterima", "--ubah", "A=80", "--ubah", "B=9,5")
    surat, cetakan = meja / "ruang/laporan/2025-01/keberatan/K-001.html", meja / "surat-cetak.pdf"
    halaman(surat, meja, "--no-pdf-header-footer", f"--print-to-pdf={cetakan}")
    keterangan = subprocess.run([program, cetakan], check=True, capture_output=True, encoding="utf-8").stdout
    assert "Pages:           1\n" in keterangan
    assert "A4" in keterangan
