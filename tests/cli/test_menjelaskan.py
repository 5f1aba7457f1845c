"""The explaining commands as they are typed."""

from __future__ import annotations

import json
from pathlib import Path

from bantu import isi_folder, kinerja

from kinerja_cli.resources import folder_contoh
from kinerja_cli.store import RuangKerja


def test_handout_and_slides_of_the_set_in_use(tmp_path: Path) -> None:
    kinerja("mulai", "r", di=tmp_path)
    (tmp_path / "r/kinerja.toml").write_text('aturan = "pp-30-2019"\ninstansi = "Kabupaten X"\npenetapan = "Perbup 1/2025"\n')
    hasil = kinerja("sosialisasi", "--ruang", "r", di=tmp_path)
    assert hasil.returncode == 0, hasil.stderr
    isi = isi_folder(tmp_path / "r/laporan/sosialisasi")
    assert set(isi) == {"sosialisasi pp-30-2019.html", "paparan pp-30-2019.html"}
    for satu in isi.values():
        assert "Kabupaten X" in satu.decode()
        assert "Perbup 1/2025" in satu.decode()
    kinerja("sosialisasi", "--ruang", "r", di=tmp_path)
    assert isi_folder(tmp_path / "r/laporan/sosialisasi") == isi


def test_without_a_ruang_kerja_the_folder_must_be_named(tmp_path: Path) -> None:
    hasil = kinerja("sosialisasi", di=tmp_path)
    assert hasil.returncode == 2
    assert "-o FOLDER" in hasil.stderr
    assert list(tmp_path.iterdir()) == []
    assert kinerja("sosialisasi", "-o", "s", "--aturan", "permenpanrb-6-2022", di=tmp_path).returncode == 0
    assert len(list((tmp_path / "s").iterdir())) == 2
    salah = kinerja("sosialisasi", "-o", "s", "--aturan", "pp-30-2018", di=tmp_path)
    assert (salah.returncode, "pp-30-2019" in salah.stderr) == (2, True)


def test_messages_of_the_saved_month_and_of_one_not_yet_begun(contoh: RuangKerja, tmp_path: Path) -> None:
    sudah = isi_folder(contoh.folder)
    maret = kinerja("tagih", "--ruang", contoh.folder, di=tmp_path)
    assert maret.returncode == 0
    assert "sel G95" in maret.stdout
    assert maret.stdout.count("Kepada admin") == 1
    assert "Sudah lengkap untuk Maret 2025: Dinas Kependudukan" in maret.stderr
    april = kinerja("tagih", "--ruang", contoh.folder, "--periode", "2025-04", "--batas", "5 Mei 2025", di=tmp_path)
    pesan = april.stdout.split("─" * 40)
    assert len(pesan) == 4
    assert all(p.count("Berkas realisasi belum kami terima (") == p.count("paling lambat 5 Mei 2025") == 1 for p in pesan)
    assert "“Realisasi Dinkes Maret 2025.xlsx”" in april.stdout
    assert isi_folder(contoh.folder) == sudah


def test_files_that_came_since_count(contoh: RuangKerja, tmp_path: Path) -> None:
    dinkes = folder_contoh() / "2025-03" / "Realisasi Dinkes Maret 2025.xlsx"
    (tmp_path / "Realisasi Dinkes April 2025.xlsx").write_bytes(dinkes.read_bytes())
    argumen = ("tagih", "Realisasi Dinkes April 2025.xlsx", "--periode", "2025-04", "--json", "--ruang", contoh.folder)
    isi = json.loads(kinerja(*argumen, di=tmp_path).stdout)
    assert isi["periode"] == "2025-04"
    perlu = {d["nama"]: d["perlu"] for d in isi["dinas"]}
    assert not any("belum kami terima" in p for p in perlu["Dinas Kesehatan"])
    assert all("belum kami terima" in isi[0] for dinas, isi in perlu.items() if dinas != "Dinas Kesehatan")


def test_wrong_usage_of_tagih_says_what_to_do(contoh: RuangKerja, tmp_path: Path) -> None:
    for argumen, kata in (
        ((), "--ruang"),
        (("--batas", "besok", "--ruang", contoh.folder), "2025-02-05"),
        (("--batas", "02/28/2025", "--ruang", contoh.folder), "2025-02-05"),
        ((folder_contoh() / "2025-01", folder_contoh() / "2025-02"), "satu bulan saja"),
        ((folder_contoh() / "skm", "--periode", "2025-01"), "daftar pegawainya"),
    ):
        hasil = kinerja("tagih", *argumen, di=tmp_path)
        assert (hasil.returncode, kata in hasil.stderr) == (2, True), hasil.stderr
