"""Before and after: who moved, from what to what, because of which cell; corrections are told in every head."""

from __future__ import annotations

import re
from pathlib import Path

import openpyxl
import pytest
from bantu import BUDI, INDIKATOR, JANUARI, PEGAWAI, REALISASI, hitung, isi_folder, pelaku, ruang_baru, xlsx

from kinerja_cli.core.riwayat import perubahan, sebutan_lain
from kinerja_cli.store import RuangKerja
from kinerja_cli.workflow.isi import muat
from kinerja_cli.workflow.kunci import batalkan, buka_kunci, kunci
from kinerja_cli.workflow.laporan import tulis_laporan
from kinerja_cli.workflow.ruang import setelan_ruang
from kinerja_cli.workflow.untuk import tulis_untuk


@pytest.fixture
def ruang(tmp_path: Path) -> RuangKerja:
    return ruang_baru(tmp_path / "ruang")


def nilai(ruang: RuangKerja, *semua: str) -> None:
    """Count January with Budi's realisasi A: 60 → 81,50, 70 → 87,75, 80 → 94,00 (by hand: 50/80 a point)."""
    for a in semua:
        berkas = ruang.folder.parent / "Dinkes Januari 2025.xlsx"
        berkas.write_bytes(xlsx(P=PEGAWAI, I=INDIKATOR, R=REALISASI.replace("| 60 |", f"| {a} |")))
        hitung(ruang, berkas)


def koreksi(ruang: RuangKerja, alasan: str, a: str) -> None:
    if not any(b.isi["tindakan"] == "kunci" for b in ruang.jejak()):
        kunci(ruang, JANUARI, pelaku())
    buka_kunci(ruang, JANUARI, alasan, pelaku())
    nilai(ruang, a)
    kunci(ruang, JANUARI, pelaku())


def halaman(ruang: RuangKerja) -> str:
    isi = (ruang.folder_laporan(JANUARI) / "perubahan.html").read_text("utf-8")
    return " ".join(re.sub(r"<[^>]+>", " ", isi.partition("<main>")[2]).split())


def ada_halaman(ruang: RuangKerja) -> bool:
    return (ruang.folder_laporan(JANUARI) / "perubahan.html").exists()


def test_a_second_count_tells_who_moved_why_and_what_to_say(ruang: RuangKerja) -> None:
    nilai(ruang, "60")
    assert not ada_halaman(ruang)
    nilai(ruang, "80")
    isi = halaman(ruang)
    assert "Sejak hitungan sebelumnya" in isi
    assert "Dihitung 3 Februari 2025 pukul 08.15 oleh Siti; jejak nomor 2" in isi
    assert "1 orang berubah, 1 di antaranya pindah predikat." in isi
    assert f"Budi {BUDI} Dinas Kesehatan 81,50 Cukup 94,00 Baik realisasi A: 60 → 80" in isi
    assert (
        "Hasil Januari 2025 atas nama Budi berubah dari 81,50 Cukup menjadi 94,00 Baik karena realisasi A: 60 → 80 "
        "(Dinkes Januari 2025.xlsx › R!B3)." in isi
    )
    assert "Ani" not in isi


def test_what_is_taken_back_takes_its_page_along(ruang: RuangKerja) -> None:
    nilai(ruang, "60", "70", "80")
    batalkan(ruang, JANUARI, "salah kirim", pelaku())
    assert "81,50 Cukup 87,75" in halaman(ruang)
    batalkan(ruang, JANUARI, "salah kirim", pelaku())
    assert not ada_halaman(ruang)


def test_corrections_are_numbered_told_in_every_head_and_stay(ruang: RuangKerja) -> None:
    nilai(ruang, "60")
    koreksi(ruang, "berkas Dinkes keliru", "70")
    koreksi(ruang, "keberatan Budi", "80")
    isi = halaman(ruang)
    assert [m[0] for m in re.finditer(r"Perubahan ke-\d Alasan: [\w ]+? Dihitung", isi)] == [
        "Perubahan ke-2 Alasan: keberatan Budi Dihitung", "Perubahan ke-1 Alasan: berkas Dinkes keliru Dihitung",
    ]  # fmt: skip
    assert "87,75 Cukup 94,00 Baik" in isi
    assert "81,50 Cukup 87,75 Cukup" in isi
    folder = ruang.folder_laporan(JANUARI)
    for berkas in folder.glob("*.html"):
        kepala = berkas.read_text("utf-8").partition("</header>")[0]
        assert "Perubahan ke-2: keberatan Budi" in kepala, berkas.name
    for berkas in folder.glob("*.xlsx"):
        for lembar in openpyxl.load_workbook(berkas):
            assert lembar["A3"].value == "Januari 2025 · Perubahan ke-2: keberatan Budi"
    isi = muat(ruang, JANUARI, setelan_ruang(ruang))
    tulis_untuk("publik", ruang, isi)
    umum = (folder / "publik/index.html").read_text("utf-8")
    assert "Perubahan ke-2" in umum
    assert "keberatan" not in umum.partition("</header>")[0]
    sebelum = isi_folder(folder)
    tulis_laporan(ruang, muat(ruang, JANUARI, setelan_ruang(ruang)))
    assert isi_folder(folder) == sebelum


def test_a_correction_that_was_taken_back_is_none(ruang: RuangKerja) -> None:
    nilai(ruang, "60")
    kunci(ruang, JANUARI, pelaku())
    buka_kunci(ruang, JANUARI, "coba", pelaku())
    nilai(ruang, "80")
    assert [p.nomor for p in perubahan(ruang.jejak(), JANUARI)] == [1]
    batalkan(ruang, JANUARI, "tidak jadi", pelaku())
    assert perubahan(ruang.jejak(), JANUARI) == ()
    assert not ada_halaman(ruang)


def test_one_result_goes_by_each_manifest_that_a_lock_gave_it(ruang: RuangKerja) -> None:
    nilai(ruang, "60")
    kunci(ruang, JANUARI, pelaku())
    buka_kunci(ruang, JANUARI, "coba", pelaku())
    nilai(ruang, "80")
    hitungan = [str(b.isi["manifes"]) for b in ruang.jejak()]
    assert hitungan[0] == hitungan[2]  # open again, it is the very same
    assert set(sebutan_lain(ruang.jejak(), JANUARI, hitungan[1])) == {hitungan[0], hitungan[1]}
    assert sebutan_lain(ruang.jejak(), JANUARI, hitungan[3]) == (hitungan[3],)


def test_an_earlier_result_that_is_gone_is_told(ruang: RuangKerja) -> None:
    nilai(ruang, "60", "80")
    (ruang.revisi(JANUARI)[1] / "nilai.csv").write_bytes(b"")
    tulis_laporan(ruang, muat(ruang, JANUARI, setelan_ruang(ruang)))
    assert "tidak lengkap lagi" in halaman(ruang)
