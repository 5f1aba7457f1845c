"""``kinerja skm`` as it is typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bantu import ANI, BUDI, INDIKATOR, PEGAWAI, isi_folder, kinerja, nilai, xlsx

from kinerja_cli.resources import folder_contoh
from kinerja_cli.store import RuangKerja

LAMA, BARU = sorted((folder_contoh() / "skm").glob("*.xlsx"))
UNSUR = "Persyaratan | Prosedur | Waktu | Biaya | Produk | Kompetensi | Perilaku | Pengaduan | Sarana"
SURVEI = f"No | {UNSUR}\n1 | 4 | 3 | 3 | 4 | 3 | 3 | 4 | 3 | 3\n2 | 3 | 3 | 4 | 4 | 3 | 4 | 4 | 3 | 3"


def survei(folder: Path, isi: str = SURVEI) -> Path:
    (folder / "survei.xlsx").write_bytes(xlsx(S=isi))
    return folder / "survei.xlsx"


def ruang(folder: Path) -> Path:
    (folder / "Januari 2025.xlsx").write_bytes(
        xlsx(
            P=PEGAWAI,
            I=INDIKATOR.replace("naik | 4", "naik | 80"),
            R=f"NIP | A | B | C\n{ANI} | 84 | 9 | -\n{BUDI} | 60 | 12 | -",
        )
    )
    assert kinerja("hitung", "Januari 2025.xlsx", "--ruang", "r", di=folder).returncode == 0
    return folder / "r"


def test_the_answer_on_the_terminal(tmp_path: Path) -> None:
    hasil = kinerja("skm", BARU, "--lalu", LAMA, di=tmp_path)
    assert hasil.returncode == 0
    for kata in ("Indeks 80,87, mutu B (Baik), 260 responden", "naik 2,02", "U07", "Sarana dan Prasarana", "KTP-el"):
        assert kata in hasil.stdout
    assert hasil.stderr == ""
    assert list(tmp_path.iterdir()) == []


def test_reports_are_written_where_the_user_says(tmp_path: Path) -> None:
    hasil = kinerja("skm", survei(tmp_path), "--dinas", "Puskesmas X", "-o", "hasil", "--format", "html", di=tmp_path)
    assert hasil.returncode == 0
    assert sorted(p.name for p in (tmp_path / "hasil").iterdir()) == [
        "SKM Puskesmas X - publikasi.html",
        "SKM Puskesmas X.html",
    ]


def test_faults_end_with_one_and_nothing_is_published(tmp_path: Path) -> None:
    hasil = kinerja("skm", survei(tmp_path, SURVEI.replace("2 | 3", "2 | 7")), "-o", "hasil", di=tmp_path)
    assert hasil.returncode == 1
    assert "B3 GALAT U03" in hasil.stdout
    assert "belum dapat diumumkan" in hasil.stderr
    assert not list((tmp_path / "hasil").glob("*publikasi*"))


def test_json_for_other_programs(tmp_path: Path) -> None:
    isi = json.loads(kinerja("skm", survei(tmp_path), "--bobot", "0,111", "--populasi", "20", "--json", di=tmp_path).stdout)
    # 3.5 3 3.5 4 3 3.5 4 3 3 = 30.5; × 2.775 = 84.6375 → 84.64
    assert (isi["nilai"], isi["mutu"], isi["bobot"], isi["sampel"]) == ("84.64", "B", "0,111", 19)
    assert [t["kode"] for t in isi["temuan"]] == ["U09"]


def test_the_index_counts_for_the_people_of_a_dinas(tmp_path: Path) -> None:
    tempat = ruang(tmp_path)
    arah = ("--sebagai", "C", "--dinas", "Dinas Kesehatan", "--periode", "2025-01", "--ruang", "r")
    hasil = kinerja("skm", survei(tmp_path), *arah, di=tmp_path)
    assert hasil.returncode == 0, hasil.stderr
    # 30.5 / 9 × 25 = 84.72; 84.72 / 80 = 105.90; Ani: 52.5 + 33 + 21.18 = 106.68
    assert nilai(RuangKerja(tempat))[ANI] == ("dinilai", "106.68", "Baik")
    assert "1 tetap, 1 baru, 0 diganti" in hasil.stdout
    lagi = json.loads(kinerja("skm", survei(tmp_path, SURVEI.replace("1 | 4", "1 | 3")), *arah, "--json", di=tmp_path).stdout)
    assert lagi["indikator"]["tersimpan"] is True
    assert len(list((tempat / "periode/2025-01/sumber").iterdir())) == 2


def test_the_way_out_of_a_month_with_faults_is_the_same_as_for_hitung(tmp_path: Path) -> None:
    tempat = ruang(tmp_path)
    (tmp_path / "Januari 2025.xlsx").write_bytes(
        xlsx(P=PEGAWAI, I=INDIKATOR, R=f"NIP | A | B | C\n{ANI} | 84 | 9 | -\n{BUDI} | enam | 12 | -")
    )
    assert kinerja("hitung", "Januari 2025.xlsx", "--ruang", "r", "--lewati-galat", di=tmp_path).returncode == 0
    arah = ("--sebagai", "C", "--dinas", "Dinas Kesehatan", "--periode", "2025-01", "--ruang", "r")
    assert kinerja("skm", survei(tmp_path), *arah, di=tmp_path).returncode == 1
    assert kinerja("skm", survei(tmp_path), *arah, "--lewati-galat", di=tmp_path).returncode == 0
    assert nilai(RuangKerja(tempat))[BUDI][0] == "tidak_dinilai"


@pytest.mark.parametrize(
    ("argumen", "kata"),
    [
        (["--sebagai", "C"], "--sebagai memerlukan --dinas dan --periode"),
        (["--periode", "2025-01"], "--periode hanya dipakai bersama --sebagai"),
        (["--bobot", "dua"], "Bobot “dua” bukan angka"),
        (["--bobot", "1/0"], "Bobot “1/0” bukan angka"),
        (["--format", "pdf"], "Format “pdf” tidak dikenal"),
        (["--layanan", "KTP"], "Layanan “KTP” tidak ada"),
        (["--lalu", "tidak-ada.xlsx"], "tidak-ada.xlsx tidak ditemukan"),
        (["--sebagai", "C", "--dinas", "X", "--periode", "2025-01"], "bukan ruang kerja"),
    ],
)
def test_wrong_usage_is_one_sentence_and_one_advice(tmp_path: Path, argumen: list[str], kata: str) -> None:
    berkas = survei(tmp_path)
    sebelum = isi_folder(tmp_path)
    hasil = kinerja("skm", berkas, *argumen, di=tmp_path)
    assert hasil.returncode == 2
    assert kata in hasil.stderr
    assert "→" in hasil.stderr
    assert hasil.stdout == ""
    assert isi_folder(tmp_path) == sebelum
