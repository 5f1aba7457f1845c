"""Reports of the other rule sets: no number where there is none, and every operand where there is one."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from bantu import ANI, BUDI, INDIKATOR, PEGAWAI, REALISASI, halaman, pelaku, ruang_baru, xlsx

from kinerja_cli.core.periode import Periode
from kinerja_cli.workflow.hitung import Perintah, hitung_periode

KEPALA = 7
DELAPAN = INDIKATOR.replace("Satuan", "Satuan | Hasil Terbaik").replace("| nilai", "| nilai | 4")
SEBUTAN = f"NIP | Hasil Kerja | Perilaku\n{ANI} | diatas | sesuai\n{BUDI} | sesuai | di bawah"


def laporan(folder: Path, aturan: str, periode: Periode, **lembar: str) -> Path:
    (folder / "data.xlsx").write_bytes(xlsx(P=PEGAWAI, **lembar))
    ruang = ruang_baru(folder / "ruang")
    assert hitung_periode(ruang, Perintah((folder / "data.xlsx",), periode, aturan), pelaku()).tersimpan
    return ruang.folder / "laporan" / str(periode)


def tabel(berkas: Path, lembar: str) -> list[dict[str, object]]:
    semua = list(openpyxl.load_workbook(berkas, data_only=True)[lembar].iter_rows(min_row=KEPALA, values_only=True))
    return [dict(zip(map(str, semua[0]), satu, strict=True)) for satu in semua[1:]]


def test_a_set_without_a_number_prints_ratings_and_no_ranks(tmp_path: Path) -> None:
    folder = laporan(tmp_path, "permenpanrb-6-2022", Periode(2025, 1), K=SEBUTAN)
    ani, budi = tabel(folder / "Dinas Kesehatan.xlsx", "Pegawai")
    assert {k: ani[k] for k in ("Hasil kerja", "Perilaku", "Predikat")} == {
        "Hasil kerja": "di atas ekspektasi",
        "Perilaku": "sesuai ekspektasi",
        "Predikat": "Baik",
    }
    assert budi["Predikat"] == "Kurang"
    assert not {"Nilai", "Peringkat", "Peringkat se-daerah"} & ani.keys()
    assert "Rata-rata nilai" not in tabel(folder / "rekap.xlsx", "Dinas")[0]
    assert "Rincian" not in openpyxl.load_workbook(folder / "Dinas Kesehatan.xlsx").sheetnames


def test_its_page_opens_to_the_ratings_with_their_cells(tmp_path: Path) -> None:
    folder = laporan(tmp_path, "permenpanrb-6-2022", Periode(2025, 1), K=SEBUTAN)
    isi = halaman(folder / "Dinas Kesehatan.html", tmp_path, "--dump-dom", jangkar=f"#nip-{ANI}")
    assert "Perilaku: sesuai ekspektasi   [data.xlsx › K!B2:C2]" in isi
    assert "Capaian × bobot" not in isi
    assert "Pegawai menurut predikat" in isi
    assert "senama dengan halaman ini: lembar Pegawai." in isi


def test_its_page_opens_to_indicators_too_where_they_were_filed(tmp_path: Path) -> None:
    folder = laporan(tmp_path, "permenpanrb-6-2022", Periode(2025, 1), K=SEBUTAN, I=INDIKATOR, R=REALISASI)
    isi = halaman(folder / "Dinas Kesehatan.html", tmp_path, "--dump-dom", jangkar=f"#nip-{ANI}")
    rinci = isi[isi.index('class="rinci"') :].partition("</ol>")[0]
    assert "<th" in rinci
    assert "data.xlsx › R!" in rinci


@pytest.mark.parametrize(
    ("aturan", "periode", "perilaku", "cara", "hasil"),
    [
        # Ani: 105, 110 and 87,50 → 114,44 · 120 · 78; 57,22 + 36 + 15,6 = 108,82
        ("permenpanrb-8-2021", Periode(2021, 8), f"NIP | Kinerja Tambahan\n{ANI} | 4",
         "Nilai = 108,82 ÷ 100 × 100 + 4,00", 112.82),
        ("pp-30-2019", Periode(2025, 1), f"NIP | Perilaku\n{ANI} | 90\n{BUDI} | 80",
         "Nilai = (103,00 ÷ 100 × 100) × 70 % + (90,00) × 30 %", 99.1),
    ],
)  # fmt: skip
def test_the_sum_row_holds_the_whole_sum(
    tmp_path: Path, aturan: str, periode: Periode, perilaku: str, cara: str, hasil: float
) -> None:
    folder = laporan(tmp_path, aturan, periode, I=DELAPAN, R=REALISASI, K=perilaku)
    baris = [b for b in tabel(folder / "Dinas Kesehatan.xlsx", "Rincian") if b["NIP"] == ANI]
    jumlah = baris[-1]
    assert (jumlah["Cara menghitung capaian"], jumlah["Nilai" if "Nilai" in jumlah else "Capaian"]) == (cara, hasil)
    kolom = next(k for k in jumlah if k.endswith("× bobot ÷ 100"))
    assert jumlah[kolom] == pytest.approx(sum(float(str(b[kolom])) for b in baris[:-1] if b[kolom] is not None))
    assert ("Nilai" in jumlah) == (aturan == "permenpanrb-8-2021")
