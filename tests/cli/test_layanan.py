"""``kinerja layanan`` as it is typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bantu import ANI, BUDI, INDIKATOR, PEGAWAI, hitung, kinerja, nilai, ruang_baru, xlsx

from kinerja_cli.resources import folder_contoh

CONTOH = folder_contoh() / "layanan"
SALAH = "Jenis Layanan | Diterima | Selesai\nKTP | 15/01/2025 | 16/01/2025\nKTP | 15/01/2025 | 14/01/2025"


def test_on_the_screen(tmp_path: Path) -> None:
    hasil = kinerja("layanan", CONTOH, di=tmp_path)
    assert hasil.returncode == 0
    assert "Ya, lebih cepat" in hasil.stdout
    assert "KTP-el" in hasil.stdout
    assert list(tmp_path.iterdir()) == []


def test_into_a_folder_only_what_is_asked_for(tmp_path: Path) -> None:
    hasil = kinerja(
        "layanan", CONTOH, "-o", tmp_path / "x", "--format", "html", "--banding", "2025-03", "2025-01", di=tmp_path
    )
    assert hasil.returncode == 0
    (satu,) = (tmp_path / "x").iterdir()
    assert satu.suffix == ".html"
    jawaban = " ".join(hasil.stdout.partition("lebih cepat?")[2].split())
    assert jawaban.startswith("Ya, lebih cepat: untuk campuran jenis yang sama, median Maret 2025 adalah ")


def test_a_galat_ends_with_1_and_the_report_is_written_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "r.xlsx").write_bytes(xlsx(R=SALAH))
    hasil = kinerja("layanan", "r.xlsx", "-o", "x", di=tmp_path)
    assert hasil.returncode == 1
    assert "C3 GALAT T02" in hasil.stdout
    assert "1 baris tidak dihitung" in hasil.stdout
    assert len(list((tmp_path / "x").iterdir())) == 2


def test_json(tmp_path: Path) -> None:
    (tmp_path / "r.xlsx").write_bytes(xlsx(R=SALAH))
    hasil = kinerja("layanan", "r.xlsx", "--json", di=tmp_path)
    isi = json.loads(hasil.stdout)
    assert (hasil.returncode, isi["jumlah"]["GALAT"]) == (1, 1)
    (jenis,) = isi["laporan"]["jenis"]
    assert (jenis["nama"], jenis["median"], jenis["satuan"]) == ("KTP", "1", "hari kerja")
    assert isi["laporan"]["jawaban"]["putusan"] == "belum cukup data"


@pytest.mark.parametrize(
    ("pilihan", "sebab"),
    [
        (("--banding", "2025-01", "kemarin"), "“kemarin” bukan masa"),
        (("--banding", "2025-S1", "2025-02"), "Februari 2025 bertumpuk"),
        (("--format", "pdf"), "Format “pdf” tidak dikenal"),
        (("--sebagai", "A"), "--sebagai memerlukan --dinas dan --periode"),
        (("--sebagai", "A", "--dinas", "Dinas Kesehatan", "--periode", "2025-01"), "bukan ruang kerja"),
        (("--standar", "tidak-ada.xlsx"), "tidak ditemukan"),
        (("--ukuran", "rata-rata"), "Nilai --ukuran “rata-rata” tidak dikenal. Yang ada: median, dalam-standar, p90."),
        (("--jenis", "Paspor"), "tidak ada di register"),
    ],
)
def test_what_cannot_go_on_is_one_sentence_and_exit_2(tmp_path: Path, pilihan: tuple[str, ...], sebab: str) -> None:
    (tmp_path / "r.xlsx").write_bytes(xlsx(R=SALAH))
    hasil = kinerja("layanan", "r.xlsx", *pilihan, di=tmp_path)
    assert hasil.returncode == 2
    assert sebab in " ".join(hasil.stderr.split())
    assert "Traceback" not in hasil.stderr


def test_a_value_is_given_and_a_register_with_galat_gives_none(tmp_path: Path) -> None:
    ruang = ruang_baru(tmp_path / "ruang")
    (tmp_path / "Januari 2025.xlsx").write_bytes(
        xlsx(P=PEGAWAI, I=INDIKATOR, R=f"NIP | A | B | C\n{ANI} | 84 | | 3.5\n{BUDI} | 60 | | 4")
    )
    hitung(ruang, tmp_path / "Januari 2025.xlsx")
    baik = "Jenis Layanan | Diterima | Selesai\n" + "KTP | 02/01/2025 | 15/01/2025\n" * 5
    (tmp_path / "baik.xlsx").write_bytes(xlsx(R=baik))
    (tmp_path / "salah.xlsx").write_bytes(xlsx(R=SALAH))
    serah = ("--sebagai", "B", "--dinas", "Dinas Kesehatan", "--periode", "2025-01", "--ruang", "ruang")
    hasil = kinerja("layanan", "salah.xlsx", *serah, di=tmp_path)
    assert hasil.returncode == 1
    assert "Nilai tidak diserahkan" in hasil.stderr
    assert nilai(ruang)[ANI][0] == "belum_lengkap"
    hasil = kinerja("layanan", "baik.xlsx", *serah, di=tmp_path)
    assert (hasil.returncode, hasil.stderr) == (0, "")
    # 9 working days against a target of 10: 110; (105 × 50 + 110 × 30 + 87,5 × 20) / 100
    assert nilai(ruang)[ANI] == ("dinilai", "103.00", "Baik")
