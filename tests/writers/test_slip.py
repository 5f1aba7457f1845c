"""Slips in print: one page each, however many indicators there are."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from bantu import ANI, JANUARI, halaman, hitung, ruang_baru, xlsx

from kinerja_cli.workflow.isi import muat
from kinerja_cli.workflow.ruang import setelan_ruang
from kinerja_cli.workflow.untuk import tulis_untuk

NAMA = "Persentase dokumen perencanaan dan laporan kinerja yang selesai tepat waktu sesuai standar pelayanan"
ASPEK = ("Penyelesaian Tugas", "Inovasi Pelayanan", "Kepuasan Masyarakat")
BERKAS = "Realisasi Kinerja Dinas Kesehatan Januari 2025 perbaikan.xlsx"


def slip(folder: Path, banyak: int, *lembar: range) -> Path:
    """The slip of somebody with so many indicators of long names, their realisasi in one sheet a range."""
    indikator = "Kode | Indikator | Aspek | Bobot | Arah | Target | Satuan\n" + "\n".join(
        f"IKU-{i:02d} | {NAMA} | {ASPEK[i % 3]} | {100 / banyak:g} | {'naik' if i % 2 else 'turun'} | {80 + i} | dokumen"
        for i in range(banyak)
    )
    isi = {}
    for ke, satu in enumerate(lembar, 1):
        kode, nilai = " | ".join(f"IKU-{i:02d}" for i in satu), " | ".join(str(70 + i) for i in satu)
        isi[f"Realisasi {ke}"] = f"NIP | {kode}\n{ANI} | {nilai}"
    pegawai = f"NIP | Nama | Dinas | Jabatan\n{ANI} | Dra. Hj. Ani Suryani Nasution, M.Si. | Dinas Kesehatan | Analis"
    (folder / BERKAS).write_bytes(xlsx(P=pegawai, I=indikator, **isi))
    ruang = ruang_baru(folder / "ruang")
    assert hitung(ruang, folder / BERKAS).tersimpan
    hasil = tulis_untuk("pegawai", ruang, muat(ruang, JANUARI, setelan_ruang(ruang)))
    return hasil.folder / f"pegawai/Dinas Kesehatan/{ANI}.html"


def cetakan(berkas: Path, folder: Path) -> tuple[int, str]:
    """Print with Chromium: pages, and what they say."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext tidak terpasang")
    pdf = folder / "slip.pdf"
    halaman(berkas, folder, "--no-pdf-header-footer", f"--print-to-pdf={pdf}")
    info, teks = (
        subprocess.run(perintah, check=True, capture_output=True, encoding="utf-8").stdout
        for perintah in (["pdfinfo", str(pdf)], ["pdftotext", "-layout", str(pdf), "-"])
    )
    return int(re.search(r"Pages:\s+(\d+)", info)[1]), teks  # type: ignore[index]


@pytest.mark.parametrize("lembar", [(range(20),), (range(10), range(10, 20))])
def test_twenty_indicators_of_long_names_are_one_page(tmp_path: Path, lembar: tuple[range, ...]) -> None:
    banyak, teks = cetakan(slip(tmp_path, 20, *lembar), tmp_path)
    assert banyak == 1
    assert all(f"IKU-{i:02d} " in teks for i in range(20))
    assert "Tanda tangan" in teks
    assert teks.count(BERKAS) == 1


def test_a_place_loses_only_what_all_places_share(tmp_path: Path) -> None:
    satu_lembar = slip(tmp_path, 20, range(20)).read_text("utf-8")
    assert f"Asal: {BERKAS} › Realisasi 1, di sel" in satu_lembar
    assert "naik · C2</small>" in satu_lembar
    (tmp_path / "lain").mkdir()
    dua_lembar = slip(tmp_path / "lain", 20, range(10), range(10, 20)).read_text("utf-8")
    assert f"Asal: {BERKAS}, di sel" in dua_lembar
    assert "naik · Realisasi 2!C2</small>" in dua_lembar


def test_few_indicators_are_set_as_large_as_ever(tmp_path: Path) -> None:
    halaman_ = slip(tmp_path, 4, range(4)).read_text("utf-8")
    assert 'class="slip"' in halaman_
    assert f"naik · {BERKAS} › Realisasi 1!C2</small>" in halaman_
    assert "Asal:" not in halaman_
