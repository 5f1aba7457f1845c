"""A month from files to state: late files, replaced files, carried lists, and what stops it."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pandas as pd
import pytest
from bantu import (
    ANI,
    BUDI,
    CICI,
    INDIKATOR,
    JANUARI,
    PEGAWAI,
    REALISASI,
    hitung,
    isi_folder,
    nilai,
    ruang_baru,
    temuan,
    xlsx,
)

from kinerja_cli.core.hitung import Hasil
from kinerja_cli.core.temuan import Tingkat
from kinerja_cli.errors import KinerjaError
from kinerja_cli.store import RuangKerja
from kinerja_cli.workflow import hitung as alur_hitung
from kinerja_cli.workflow.isi import muat
from kinerja_cli.workflow.ruang import setelan_ruang

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))
from generator import buat  # benchmarks/ is no package; its generator is the independent computation

BULAN_LAIN = (("Februari", "85"), ("Maret", "86"))
DUKCAPIL = f"""
    NIP | Nama | Dinas
    {CICI} | Cici | Dinas Kependudukan
"""


def tulis(folder: Path, nama: str, **lembar: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / nama).write_bytes(xlsx(**lembar))
    return folder / nama


@pytest.fixture
def ruang(tmp_path: Path) -> RuangKerja:
    return ruang_baru(tmp_path / "ruang")


@pytest.fixture
def januari(tmp_path: Path) -> Path:
    return tulis(tmp_path, "Dinkes Januari 2025.xlsx", P=PEGAWAI, I=INDIKATOR, R=REALISASI)


def test_a_score_worked_by_hand(ruang: RuangKerja, januari: Path) -> None:
    hasil = hitung(ruang, januari)
    # Ani: 84/80 = 105,00; (2 - 9/10) = 110,00; 3,5/4 = 87,50. 105 × 50 + 110 × 30 + 87,5 × 20 = 10300 → 103,00
    # Budi: 75,00; (2 - 12/10) = 80,00; 100,00 → 37,5 + 24 + 20 = 81,50
    assert nilai(ruang) == {ANI: ("dinilai", "103.00", "Baik"), BUDI: ("dinilai", "81.50", "Cukup")}
    assert hasil.tersimpan
    assert sorted(p.name for p in (ruang.folder / "laporan" / "2025-01").iterdir()) == [
        "Dinas Kesehatan.html",
        "Dinas Kesehatan.xlsx",
        "index.html",
        "rapat",
        "rekap.xlsx",
    ]


def test_the_same_call_again_changes_nothing(ruang: RuangKerja, januari: Path) -> None:
    hitung(ruang, januari)
    sebelum = isi_folder(ruang.folder / "periode"), (ruang.folder / "jejak.jsonl").read_bytes()
    hasil = hitung(ruang, januari)
    assert not hasil.berubah
    assert (isi_folder(ruang.folder / "periode"), (ruang.folder / "jejak.jsonl").read_bytes()) == sebelum


def test_a_late_file_joins_and_everybody_is_ranked_again(ruang: RuangKerja, januari: Path, tmp_path: Path) -> None:
    hitung(ruang, januari)
    terlambat = tulis(
        tmp_path, "Dukcapil Januari 2025.xlsx", P=DUKCAPIL, I=INDIKATOR, R=f"NIP | A | B | C\n{CICI} | 80 | 5 | 4"
    )
    hasil = hitung(ruang, terlambat)
    assert hasil.perpaduan is not None
    assert (hasil.perpaduan.tetap, hasil.perpaduan.baru, hasil.perpaduan.diganti) == (1, 1, 0)
    assert nilai(ruang)[CICI] == ("dinilai", "106.00", "Baik")  # 50 + (2 - 5/10 = 120 at most) × 0,3 + 20 = 106
    assert len(nilai(ruang)) == 3
    baris = (ruang.folder / "periode/2025-01/nilai.csv").read_text("utf-8").splitlines()
    assert {b.split(",")[0]: b.split(",")[9] for b in baris[1:]} == {CICI: "1", ANI: "2", BUDI: "3"}
    assert (ruang.folder / "periode/2025-01.r1").is_dir()


def test_a_corrected_file_replaces_the_older_one(ruang: RuangKerja, januari: Path, tmp_path: Path) -> None:
    hitung(ruang, januari)
    betul = tulis(tmp_path, "Dinkes Januari 2025 betul.xlsx", P=PEGAWAI, I=INDIKATOR, R=REALISASI.replace("84", "80"))
    hasil = hitung(ruang, betul)
    assert hasil.perpaduan is not None
    assert (hasil.perpaduan.tetap, hasil.perpaduan.baru, hasil.perpaduan.diganti) == (0, 0, 1)
    assert nilai(ruang)[ANI] == ("dinilai", "100.50", "Baik")


def test_ganti_semua_starts_anew(ruang: RuangKerja, januari: Path, tmp_path: Path) -> None:
    hitung(ruang, januari)
    lain = tulis(tmp_path, "Dukcapil Januari 2025.xlsx", P=DUKCAPIL, I=INDIKATOR, R=f"NIP | A | B | C\n{CICI} | 80 | 5 | 4")
    hitung(ruang, lain, ganti_semua=True)
    assert list(nilai(ruang)) == [CICI]


def test_people_and_indicators_outlive_a_month_but_realisasi_does_not(
    ruang: RuangKerja, januari: Path, tmp_path: Path
) -> None:
    hitung(ruang, januari)
    februari = tulis(tmp_path, "Dinkes Februari 2025.xlsx", R=f"NIP | A | B | C\n{ANI} | 80 | 10 | 4")
    hasil = hitung(ruang, februari)
    assert hasil.perpaduan is not None
    assert hasil.perpaduan.bawaan == 1
    kini = nilai(ruang, "2025-02")
    assert kini[ANI] == ("dinilai", "100.00", "Baik")
    assert kini[BUDI][0] == "belum_lengkap"


def test_files_of_three_months_in_one_call_are_refused_with_the_calls_to_make(
    ruang: RuangKerja, januari: Path, tmp_path: Path
) -> None:
    lain = [tulis(tmp_path, f"Dinkes {b} 2025.xlsx", R=REALISASI.replace("84", r)) for b, r in BULAN_LAIN]
    hasil = hitung(ruang, januari, *lain)
    assert not hasil.tersimpan
    assert [t.kode for t in hasil.temuan] == ["W02"]
    isi = f"{hasil.temuan[0].pesan} {hasil.temuan[0].saran}"
    for periode, nama in (("2025-01", "Januari"), ("2025-02", "Februari"), ("2025-03", "Maret")):
        assert re.search(f'kinerja hitung "[^"]*Dinkes {nama} 2025.xlsx" --periode {periode}', isi)
    assert not (ruang.folder / "periode").exists()


def test_a_galat_stops_everything_and_nothing_is_written(ruang: RuangKerja, tmp_path: Path) -> None:
    salah = tulis(tmp_path, "Januari 2025.xlsx", P=PEGAWAI, I=INDIKATOR, R=REALISASI.replace("60", "enam puluh"))
    hasil = hitung(ruang, salah)
    assert not hasil.tersimpan
    assert temuan(hasil.temuan) == [("S04", "B3")]
    assert not (ruang.folder / "periode").exists()
    assert not (ruang.folder / "laporan").exists()


def test_lewati_galat_scores_the_others_and_keeps_everybody_in_the_counts(ruang: RuangKerja, tmp_path: Path) -> None:
    salah = tulis(tmp_path, "Januari 2025.xlsx", P=PEGAWAI, I=INDIKATOR, R=REALISASI.replace("60", "enam puluh"))
    hasil = hitung(ruang, salah, lewati_galat=True)
    assert hasil.tersimpan
    assert nilai(ruang)[ANI] == ("dinilai", "103.00", "Baik")
    assert nilai(ruang)[BUDI][0] == "tidak_dinilai"
    assert hasil.ringkasan is not None
    assert (hasil.ringkasan.orang, hasil.ringkasan.dinilai) == (2, 1)
    assert "S04" in dict(hasil.tidak_dinilai)[f"Budi ({BUDI})"]


def test_without_a_month_the_advice_is_to_name_it(ruang: RuangKerja, tmp_path: Path) -> None:
    berkas = tulis(tmp_path, "data.xlsx", P=PEGAWAI, I=INDIKATOR, R=REALISASI)
    with pytest.raises(KinerjaError, match="Periode tidak diketahui"):
        hitung(ruang, berkas)


@pytest.mark.parametrize(("ada", "kurang"), [({"P": PEGAWAI}, "Indikator"), ({"I": INDIKATOR}, "Pegawai")])
def test_a_missing_table_is_named(ruang: RuangKerja, tmp_path: Path, ada: dict[str, str], kurang: str) -> None:
    berkas = tulis(tmp_path, "Januari 2025.xlsx", **ada)
    with pytest.raises(KinerjaError, match=f"Belum ada tabel {kurang}"):
        hitung(ruang, berkas)


def test_a_report_that_is_open_elsewhere_loses_nothing(
    ruang: RuangKerja, januari: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asli = Path.replace

    def terkunci(self: Path, tujuan: Path) -> Path:
        if tujuan.name == "Dinas Kesehatan.xlsx":
            raise PermissionError(13, "The process cannot access the file")
        return asli(self, tujuan)

    monkeypatch.setattr(Path, "replace", terkunci)
    hasil = hitung(ruang, januari)
    assert hasil.tersimpan
    assert hasil.laporan is not None
    assert hasil.laporan.terbuka == ("Dinas Kesehatan.xlsx",)
    assert "rekap.xlsx" in hasil.laporan.tertulis
    assert nilai(ruang)[ANI][1] == "103.00"
    assert not list((ruang.folder / "laporan").rglob(".*"))


def test_a_file_that_somebody_put_into_laporan_stays(ruang: RuangKerja, januari: Path) -> None:
    tanda = ruang.folder / "laporan" / "2025-01" / "bertanda tangan.pdf"
    tanda.parent.mkdir(parents=True)
    tanda.write_bytes(b"%PDF")
    hitung(ruang, januari)
    assert tanda.read_bytes() == b"%PDF"


def test_our_own_reports_are_known_and_passed_over(ruang: RuangKerja, januari: Path) -> None:
    hitung(ruang, januari)
    sebelum = isi_folder(ruang.folder / "periode")
    hasil = hitung(ruang, januari, ruang.folder / "laporan" / "2025-01" / "Dinas Kesehatan.xlsx")
    assert [t.kode for t in hasil.temuan] == ["B05"]
    assert isi_folder(ruang.folder / "periode") == sebelum


@pytest.mark.parametrize("ganas", [False, True])
def test_thirty_workbooks_of_five_thousand_people_equal_the_fractions(tmp_path: Path, ganas: bool) -> None:
    orang = 5000 if not ganas else 1500
    harapan = buat(tmp_path / "masuk", orang, 30, benih=11, ganas=ganas)
    ruang = ruang_baru(tmp_path / "ruang")
    hasil = hitung(ruang, tmp_path / "masuk")
    assert hasil.tersimpan
    didapat = {n: v for n, (_, v, _) in nilai(ruang).items()}
    assert didapat == {h.nip: "" if h.nilai is None else f"{h.nilai // 100}.{h.nilai % 100:02d}" for h in harapan}
    assert len(didapat) == orang
    assert len(list((ruang.folder / "laporan" / "2025-01").glob("Dinas*.xlsx"))) == 30


@pytest.mark.parametrize("ganas", [False, True])
def test_fresh_scores_are_those_that_are_read_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ganas: bool) -> None:
    """Reports of a fresh result are made from the tables in memory; those of ``laporan`` from the files."""
    buat(tmp_path / "masuk", 90, 6, benih=5, ganas=ganas)
    ruang = ruang_baru(tmp_path / "ruang")
    segar: list[Hasil] = []
    asli = alur_hitung.hitung
    monkeypatch.setattr(alur_hitung, "hitung", lambda *isi: segar.append(asli(*isi)) or segar[-1])
    hitung(ruang, tmp_path / "masuk")
    lama = muat(ruang, JANUARI, setelan_ruang(ruang)).hasil
    for nama in ("nilai", "rincian", "aspek"):
        pd.testing.assert_frame_equal(getattr(segar[-1], nama), getattr(lama, nama))


def test_who_lost_an_indicator_to_an_unreadable_table_gets_no_score(ruang: RuangKerja, tmp_path: Path) -> None:
    """Half of the weights stand in a table whose header is misspelt: the other half must not pass for the whole."""
    kepala, a, b, c = INDIKATOR.strip().splitlines()
    baik = tulis(tmp_path, "Pegawai Januari 2025.xlsx", P=PEGAWAI, I="\n".join((kepala, a)))
    rusak = tulis(tmp_path, "Indikator.xlsx", I="\n".join((kepala.replace("Arah", "Arh"), b, c)))
    isi = tulis(tmp_path, "Realisasi Januari 2025.xlsx", R=REALISASI)
    hasil = hitung(ruang, baik, rusak, isi, lewati_galat=True)
    assert [t.kode for t in hasil.temuan if t.tingkat is not Tingkat.INFO] == ["L02"]
    assert {status for status, _, _ in nilai(ruang).values()} == {"tidak_dinilai"}
