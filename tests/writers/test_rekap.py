"""The recap's workbook and page as other programs read them."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest
from bantu import ANI, BUDI, CICI, EKA, halaman, kinerja, libreoffice, rekap_rentang

from kinerja_cli.core.laporan import KERAHASIAAN
from kinerja_cli.core.laporan_rekap import Rekap
from kinerja_cli.core.periode import Rentang
from kinerja_cli.store import RuangKerja
from kinerja_cli.writers.excel_rekap import buku_rekap_bulan
from kinerja_cli.writers.html import halaman_rekap
from kinerja_cli.writers.mesin import json_rekap

LEMBAR = ["Ringkasan", "Dinas", "Pegawai", "Pindah, Masuk, Keluar", "Metode"]


@pytest.fixture(scope="module")
def rekap(setahun: RuangKerja) -> Rekap:
    return rekap_rentang(setahun, Rentang(2025)).rekap


def tabel(isi: bytes, lembar: str) -> list[dict[str, object]]:
    baris = [[sel.value for sel in b] for b in openpyxl.load_workbook(io.BytesIO(isi))[lembar].iter_rows(min_row=7)]
    return [dict(zip(map(str, baris[0]), b, strict=True)) for b in baris[1:]]


def test_months_mean_and_what_is_missing_stand_beside_each_other(rekap: Rekap) -> None:
    isi = {str(b["NIP"]): b for b in tabel(buku_rekap_bulan(rekap), "Pegawai")}
    assert [isi[ANI][bulan] for bulan in ("Januari", "Desember", "September (belum dihitung)")] == [90.01, 90.12, None]
    assert (isi[ANI]["Rata-rata"], isi[ANI]["Bulan bernilai"]) == (90.06, 11)
    assert (isi[CICI]["Juni"], isi[CICI]["Juli"]) == ("–", 70)
    assert isi[EKA]["Mei"] == "status cuti"
    assert isi[BUDI]["Predikat (bulan)"] == "Baik 9, Cukup 2"


def test_the_printed_column_of_the_dinas_adds_up_to_the_last_row(rekap: Rekap) -> None:
    *dinas, daerah = tabel(buku_rekap_bulan(rekap), "Dinas")
    assert [d["Orang-bulan"] for d in dinas] == [17.45, 23.55]
    assert (daerah["Orang-bulan"], daerah["Pegawai dinilai"], daerah["Rata-rata nilai"]) == (41, 5, 86.85)


def test_the_method_names_rules_and_the_line_that_saved_each_month(rekap: Rekap) -> None:
    metode = {str(b["Apa"]): b for b in tabel(buku_rekap_bulan(rekap), "Metode")}
    assert re.search(r"evaluasi-bungo, sha256 [0-9a-f]{64}", str(metode["Aturan: Skema contoh evaluasi kinerja Bungo"]))
    for bulan, nomor in (("Januari 2025", 1), ("Desember 2025", 11)):
        assert re.search(
            rf"jejak nomor {nomor}, \S+, sha256 [0-9a-f]{{64}}", str(metode[f"Jejak audit {bulan}"]["Ketentuan"])
        )


def test_equal_recaps_are_equal_bytes(rekap: Rekap) -> None:
    def bagian(isi: bytes) -> dict[str, bytes]:
        with zipfile.ZipFile(io.BytesIO(isi)) as z:
            return {n: z.read(n) for n in z.namelist()}

    assert bagian(buku_rekap_bulan(rekap)) == bagian(buku_rekap_bulan(rekap))
    assert halaman_rekap(rekap) == halaman_rekap(rekap)


def test_libreoffice_opens_the_workbook(setahun: RuangKerja, rekap: Rekap, tmp_path: Path) -> None:
    (tmp_path / "rekap.xlsx").write_bytes(buku_rekap_bulan(rekap))
    (tmp_path / "ulang").mkdir()
    buku = openpyxl.load_workbook(libreoffice(tmp_path / "rekap.xlsx", "xlsx", tmp_path / "ulang"))
    assert buku.sheetnames == LEMBAR
    assert buku["Dinas"]["C10"].value == 41
    assert buku["Pegawai"]["A8"].value == ANI


def test_the_page_opens_offline_and_never_calls_a_mean_the_annual_predikat(rekap: Rekap, tmp_path: Path) -> None:
    (tmp_path / "rekap.html").write_text(halaman_rekap(rekap), encoding="utf-8")
    isi = halaman(tmp_path / "rekap.html", tmp_path, "--dump-dom")
    assert not re.search(r"https?://|@import|url\(|<script", isi)
    for kata in (KERAHASIAAN, "belum ditetapkan dengan peraturan", "86,85", "17,45", "23,55", "Januari–Juni", "90,06"):
        assert kata in isi
    assert "bukan predikat tahunan menurut PermenPANRB 6/2022" in isi
    badan = isi[isi.index('id="pegawai"') : isi.index('id="metode"')]
    assert not re.search(r"Sangat Baik|Cukup", badan)


def test_names_are_text_never_markup(rekap: Rekap) -> None:
    from dataclasses import replace

    jahat = replace(rekap, orang=(replace(rekap.orang[0], nama="<script>x</script>", dinas="A & <b>B</b>"),))
    isi = halaman_rekap(jahat)
    assert "<script>" not in isi
    assert "A &amp; &lt;b&gt;B&lt;/b&gt;" in isi


def test_json_holds_the_exact_shares(rekap: Rekap) -> None:
    isi = json.loads(json_rekap(rekap, ()))
    assert isi["belum_dihitung"] == ["2025-09"]
    assert [(d["orang_bulan"], d["orang_bulan_eksak"], d["rata_rata"]) for d in isi["dinas"]] == [
        ("17.45", "541/31", "82.28"),
        ("23.55", "730/31", "90.23"),
    ]
    assert isi["daerah"]["jumlah_eksak"] == "356069/100"
    ani = next(o for o in isi["orang"] if o["nip"] == ANI)
    assert (ani["rata_rata"], ani["banyak_bulan"], ani["bulan"]["2025-01"]["nilai"]) == ("90.06", 11, "90.01")


def test_the_terminal_shows_the_same_figures(setahun: RuangKerja, tmp_path: Path) -> None:
    hasil = kinerja("rekap", "--tahun", "2025", "--ruang", setahun.folder, di=tmp_path)
    assert (hasil.returncode, hasil.stderr) == (0, "")
    for kata in ("Tahun 2025", "11 dari 12 bulan", "September", "17,45", "23,55", "41,00", "86,85", "pindah 1", "rekap.xlsx"):
        assert kata in hasil.stdout
