"""Handing over, packing old years away, and the letter that goes with it."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from bantu import INDIKATOR, PEGAWAI, REALISASI, halaman, hitung, isi_folder, kinerja, pelaku, ruang_baru, xlsx

from kinerja_cli.core.periode import Periode
from kinerja_cli.errors import KinerjaError
from kinerja_cli.store import RuangKerja
from kinerja_cli.workflow.cadangan import buat_cadangan, pulihkan_cadangan
from kinerja_cli.workflow.kunci import kunci

LAMA, BARU = Periode(2023, 12), Periode(2025, 1)


@pytest.fixture
def ruang(tmp_path: Path) -> RuangKerja:
    """December 2023, counted twice and locked, and January 2025, open."""
    ruang = ruang_baru(tmp_path / "ruang")
    for nama, a in (("Desember 2023", "60"), ("Desember 2023", "70"), ("Januari 2025", "80")):
        berkas = tmp_path / f"Dinkes {nama}.xlsx"
        berkas.write_bytes(xlsx(P=PEGAWAI, I=INDIKATOR, R=REALISASI.replace("| 60 |", f"| {a} |")))
        hitung(ruang, berkas)
        if a == "70":
            kunci(ruang, LAMA, pelaku())
    return ruang


def test_old_years_are_copied_and_nothing_is_taken_out_unasked(ruang: RuangKerja, tmp_path: Path) -> None:
    sebelum = isi_folder(ruang.folder)
    hasil = buat_cadangan(ruang, tmp_path / "arsip.zip", pelaku(), 2023)
    assert isi_folder(ruang.folder) == sebelum
    assert hasil.daftar.periode == (LAMA,)
    pulihkan_cadangan(tmp_path / "arsip.zip", tmp_path / "lihat")
    assert {p.name for p in (tmp_path / "lihat/periode").iterdir()} == {"2023-12", "2023-12.r1"}
    assert {p.name for p in (tmp_path / "lihat/laporan").iterdir()} == {"2023-12"}
    assert RuangKerja(tmp_path / "lihat").baca(LAMA) == ruang.baca(LAMA)
    assert RuangKerja(tmp_path / "lihat").jejak() == ruang.jejak()


def test_what_is_taken_out_is_in_the_zip_and_can_never_be_begun_anew(ruang: RuangKerja, tmp_path: Path) -> None:
    lama = isi_folder(ruang.folder / "periode/2023-12")
    laporan = isi_folder(ruang.folder / "laporan")
    buat_cadangan(ruang, tmp_path / "arsip.zip", pelaku(), 2023, keluarkan=True)
    assert ruang.semua_periode() == (BARU,)
    assert [p.name for p in (ruang.folder / "periode").iterdir()] == ["2025-01"]
    assert isi_folder(ruang.folder / "laporan") == laporan
    baris = ruang.jejak()[-1].isi
    assert (baris["tindakan"], baris["sampai"], baris["daftar"]) == ("arsip", 2023, ["2023-12"])
    pulihkan_cadangan(tmp_path / "arsip.zip", tmp_path / "lihat")
    assert isi_folder(tmp_path / "lihat/periode/2023-12") == lama
    with pytest.raises(KinerjaError, match="terkunci menurut jejak audit"):
        hitung(ruang, tmp_path / "Dinkes Desember 2023.xlsx")


def test_what_is_open_or_still_needed_is_not_taken_out(ruang: RuangKerja, tmp_path: Path) -> None:
    sebelum = isi_folder(ruang.folder)
    with pytest.raises(KinerjaError, match="bulan terakhir"):
        buat_cadangan(ruang, tmp_path / "a.zip", pelaku(), 2025, keluarkan=True)
    with pytest.raises(KinerjaError, match="Tidak ada periode sampai 2020"):
        buat_cadangan(ruang, tmp_path / "a.zip", pelaku(), 2020, keluarkan=True)
    (tmp_path / "Dinkes Januari 2026.xlsx").write_bytes(xlsx(P=PEGAWAI, I=INDIKATOR, R=REALISASI))
    hitung(ruang, tmp_path / "Dinkes Januari 2026.xlsx")
    with pytest.raises(KinerjaError, match="Belum dikunci: 2025-01"):
        buat_cadangan(ruang, tmp_path / "a.zip", pelaku(), 2025, keluarkan=True)
    assert not (tmp_path / "a.zip").exists()
    assert {n: i for n, i in isi_folder(ruang.folder).items() if "2026" not in n and n != "jejak.jsonl"} == {
        n: i for n, i in sebelum.items() if n != "jejak.jsonl"
    }


def test_the_letter_tells_what_is_open_and_how_the_trail_ends(salinan: RuangKerja, tmp_path: Path) -> None:
    (salinan.folder / "kinerja.toml").write_text(
        'instansi = "Kab. Uji"  # nama resmi\n# sejak 2024\naturan = "evaluasi-bungo"\n'
    )
    (salinan.folder / "periode/2025-02/nilai.csv").write_bytes(b"rusak")
    shutil.move(salinan.folder / "periode/2025-01", tmp_path / "2025-01")
    surat = buat_cadangan(salinan, tmp_path / "c.zip", pelaku()).surat
    isi = " ".join(re.sub(r"<[^>]+>", " ", surat.read_text("utf-8")).split())
    for kata in (
        "Kab. Uji", "nama resmi", "sejak 2024", salinan.jejak()[-1].sha256, "Februari 2025 tidak dapat dibaca",
        "Belum dikunci, jadi masih dapat berubah: Maret 2025.", "1 dari 20 orang belum dinilai", "PERINGATAN R06",
    ):  # fmt: skip
        assert kata in isi, kata


def test_the_letter_of_many_years_fits_two_pages(setahun: RuangKerja, tmp_path: Path) -> None:
    ruang = RuangKerja(Path(shutil.copytree(setahun.folder, tmp_path / "ruang")))
    with (ruang.folder / "kinerja.toml").open("a", encoding="utf-8") as f:
        f.writelines(f'\n[kepala."Dinas {i}"]\nnama = "Nama {i}"\nnip = "1970010120000310{i:02d}"\n' for i in range(30))
    for p in ruang.semua_periode():
        kunci(ruang, p, pelaku())
    surat = buat_cadangan(ruang, tmp_path / "c.zip", pelaku()).surat
    pdf = tmp_path / "surat.pdf"
    halaman(surat, tmp_path, "--no-pdf-header-footer", f"--print-to-pdf={pdf}")
    info = subprocess.run(["pdfinfo", pdf], capture_output=True, encoding="utf-8", check=False).stdout
    assert re.search(r"Pages:\s+[12]\n", info)


def test_the_commands_say_what_to_do_next(ruang: RuangKerja, tmp_path: Path) -> None:
    buat = kinerja("cadangan", "buat", "-o", tmp_path / "c.zip", di=ruang.folder)
    assert buat.returncode == 0, buat.stderr
    assert "2 periode (2023-12 sampai 2025-01)" in buat.stdout
    pulih = kinerja("cadangan", "pulihkan", "c.zip", di=tmp_path)
    assert pulih.returncode == 0, pulih.stderr
    assert ruang.jejak()[-1].sha256 in pulih.stdout
    lagi = kinerja("cadangan", "pulihkan", "c.zip", di=tmp_path)
    assert lagi.returncode == 2
    assert "sudah berisi" in lagi.stderr
    salah = kinerja("cadangan", "buat", "-o", tmp_path / "d.zip", "--keluarkan", di=ruang.folder)
    assert salah.returncode == 2
    assert "--sampai" in salah.stderr
