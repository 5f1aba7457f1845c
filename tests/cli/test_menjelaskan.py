"""The explaining commands as they are typed."""

from __future__ import annotations

from pathlib import Path

from bantu import isi_folder, kinerja


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
