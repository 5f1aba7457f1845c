"""A value from elsewhere in a ruang kerja: counted, kept, replaced by its like, traced to its origin."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest
from bantu import ANI, BUDI, CICI, INDIKATOR, JANUARI, PEGAWAI, hitung, isi_folder, nilai, pelaku, ruang_baru, xlsx

from kinerja_cli.core.periode import Periode
from kinerja_cli.core.titipan import Asal, Nilai
from kinerja_cli.errors import KinerjaError
from kinerja_cli.store import RuangKerja
from kinerja_cli.workflow.hitung import HasilHitung
from kinerja_cli.workflow.jelaskan import jelaskan
from kinerja_cli.workflow.titipan import Tujuan, penerima, titipkan

TANPA_C = f"NIP | A | B | C\n{ANI} | 84 | 9 | -\n{BUDI} | 60 | 12 | -"
ASAL = (Asal("SKM Dinkes 2025.xlsx", "cd" * 32),)
DINKES = "Dinas Kesehatan"
BUKU = "Dinkes Januari 2025.xlsx"


@pytest.fixture
def ruang(tmp_path: Path) -> RuangKerja:
    ruang = ruang_baru(tmp_path / "ruang")
    (tmp_path / BUKU).write_bytes(xlsx(P=PEGAWAI, I=INDIKATOR, R=TANPA_C))
    hitung(ruang, tmp_path / BUKU)
    return ruang


def beri(ruang: RuangKerja, indeks: str = "3.5", *, sumber: str = "skm", periode: Periode = JANUARI) -> HasilHitung:
    tujuan = Tujuan("C", DINKES, periode)
    isi = dict.fromkeys(penerima(ruang, tujuan), Nilai(Decimal(indeks), "SKM Dinkes, 250 responden"))
    return titipkan(ruang, tujuan, sumber, ASAL, isi, pelaku())


def sumber(ruang: RuangKerja, periode: str = "2025-01") -> list[str]:
    return sorted(p.name.partition("-")[2] for p in (ruang.folder / "periode" / periode / "sumber").iterdir())


def test_the_value_counts_and_its_origin_is_kept(ruang: RuangKerja) -> None:
    assert {status for status, _, _ in nilai(ruang).values()} == {"belum_lengkap"}
    hasil = beri(ruang)
    # Ani: 105,00 × 50 + 110,00 × 30 + 87,50 × 20 = 10300; Budi: 75 × 50 + 80 × 30 + 87,5 × 20 = 7900
    assert nilai(ruang) == {ANI: ("dinilai", "103.00", "Baik"), BUDI: ("dinilai", "79.00", "Cukup")}
    assert hasil.perpaduan is not None
    assert (hasil.perpaduan.tetap, hasil.perpaduan.baru, hasil.perpaduan.diganti) == (1, 1, 0)
    assert sumber(ruang) == [BUKU, "Nilai skm C 2025-01 Dinas Kesehatan.csv"]
    baris = json.loads((ruang.folder / "jejak.jsonl").read_text("utf-8").splitlines()[-1])
    assert [b.get("asal") for b in baris["berkas"]] == [None, [{"nama": "SKM Dinkes 2025.xlsx", "sha256": "cd" * 32}]]


def test_reports_say_where_it_came_from(ruang: RuangKerja) -> None:
    beri(ruang)
    (orang,) = jelaskan(ruang, ANI, JANUARI).orang
    (indeks,) = [b for b in orang.rincian if b.kode == "C"]
    assert (indeks.letak, indeks.keterangan) == ("Nilai skm C 2025-01 Dinas Kesehatan.csv › C11", "SKM Dinkes, 250 responden")
    halaman = (ruang.folder / "laporan/2025-01/Dinas Kesehatan.html").read_text("utf-8")
    assert "SKM Dinkes, 250 responden" in halaman


def test_the_same_call_again_changes_nothing(ruang: RuangKerja) -> None:
    beri(ruang)
    sebelum = isi_folder(ruang.folder / "periode")
    assert not beri(ruang).berubah
    assert isi_folder(ruang.folder / "periode") == sebelum


def test_a_newer_value_takes_the_place_of_the_older(ruang: RuangKerja) -> None:
    beri(ruang)
    hasil = beri(ruang, "4")
    assert hasil.perpaduan is not None
    assert (hasil.perpaduan.tetap, hasil.perpaduan.baru, hasil.perpaduan.diganti) == (1, 0, 1)
    assert nilai(ruang)[ANI][1] == "105.50"
    assert len(sumber(ruang)) == 2


def test_a_workbook_and_a_value_never_replace_each_other(ruang: RuangKerja, tmp_path: Path) -> None:
    beri(ruang)
    for nama, a in (("satu", "80"), ("dua", "84")):
        (tmp_path / f"{nama} Januari 2025.xlsx").write_bytes(xlsx(P=PEGAWAI, I=INDIKATOR, R=TANPA_C.replace("84", a)))
        hasil = hitung(ruang, tmp_path / f"{nama} Januari 2025.xlsx")
        assert hasil.perpaduan is not None
        assert (hasil.perpaduan.tetap, hasil.perpaduan.baru, hasil.perpaduan.diganti) == (1, 0, 1)
        assert sumber(ruang) == ["Nilai skm C 2025-01 Dinas Kesehatan.csv", f"{nama} Januari 2025.xlsx"]
    assert nilai(ruang)[ANI][1] == "103.00"


def test_a_file_with_only_one_indicator_joins_the_files_of_the_others(ruang: RuangKerja, tmp_path: Path) -> None:
    """The keys of realisasi are person and indicator: the same people's other indicators replace nothing."""
    terpisah = ruang_baru(tmp_path / "terpisah")
    bagian = (("AB", "NIP | A | B", "84 | 9", "60 | 12"), ("C", "NIP | C", "3.5", "4"))
    for i, (nama, kepala, ani, budi) in enumerate(bagian):
        lembar = {"R": f"{kepala}\n{ANI} | {ani}\n{BUDI} | {budi}", **({} if i else {"P": PEGAWAI, "I": INDIKATOR})}
        (tmp_path / f"{nama} Januari 2025.xlsx").write_bytes(xlsx(**lembar))
        hitung(terpisah, tmp_path / f"{nama} Januari 2025.xlsx")
    assert nilai(terpisah) == {ANI: ("dinilai", "103.00", "Baik"), BUDI: ("dinilai", "81.50", "Cukup")}


def test_a_month_that_is_not_saved_takes_the_lists_of_the_month_before(ruang: RuangKerja, tmp_path: Path) -> None:
    februari = Periode(2025, 2)
    hasil = beri(ruang, periode=februari)
    assert hasil.tersimpan
    assert nilai(ruang, "2025-02")[ANI][0] == "belum_lengkap"
    (tmp_path / "Dinkes Februari 2025.xlsx").write_bytes(xlsx(R=TANPA_C))
    hitung(ruang, tmp_path / "Dinkes Februari 2025.xlsx")
    assert nilai(ruang, "2025-02")[ANI][1] == "103.00"


def test_a_value_doesnt_outlive_its_month(ruang: RuangKerja, tmp_path: Path) -> None:
    beri(ruang)
    (tmp_path / "Dinkes Februari 2025.xlsx").write_bytes(xlsx(R=TANPA_C))
    hitung(ruang, tmp_path / "Dinkes Februari 2025.xlsx")
    assert nilai(ruang, "2025-02")[ANI][0] == "belum_lengkap"
    assert sumber(ruang, "2025-02") == ["Dinkes Februari 2025.xlsx", BUKU]


def test_the_same_index_for_two_months_is_no_copied_month(tmp_path: Path) -> None:
    ruang = ruang_baru(tmp_path / "ruang")
    nip = [f"19850515201001{i:04d}"[:14] + f"10{i:02d}" for i in range(1, 15)]
    pegawai = "NIP | Nama | Dinas\n" + "\n".join(f"{n} | Orang {i} | {DINKES}" for i, n in enumerate(nip))
    for bulan, a in (("Januari", 80), ("Februari", 70)):
        isi = "NIP | A | B\n" + "\n".join(f"{n} | {a + i} | {5 + i}" for i, n in enumerate(nip))
        (tmp_path / f"{bulan} 2025.xlsx").write_bytes(xlsx(P=pegawai, I=INDIKATOR, R=isi.replace("| 5", f"| {a // 10}")))
        hitung(ruang, tmp_path / f"{bulan} 2025.xlsx")
        hasil = beri(ruang, periode=JANUARI if bulan == "Januari" else Periode(2025, 2))
        assert hasil.tersimpan
        assert "W03" not in [t.kode for t in hasil.temuan]


def test_a_contested_value_is_not_saved(ruang: RuangKerja, tmp_path: Path) -> None:
    (tmp_path / BUKU).write_bytes(xlsx(P=PEGAWAI, I=INDIKATOR, R=TANPA_C.replace("9 | -", "9 | 4")))
    hitung(ruang, tmp_path / BUKU)
    sebelum = isi_folder(ruang.folder)
    hasil = beri(ruang)
    assert not hasil.tersimpan
    assert [t.kode for t in hasil.temuan] == ["N01"]
    assert isi_folder(ruang.folder) == sebelum


@pytest.mark.parametrize(
    ("tujuan", "kalimat", "saran"),
    [
        (Tujuan("C", "Dinas Kesehtan", JANUARI), "Dinas “Dinas Kesehtan” tidak ada", "Maksud Anda “Dinas Kesehatan”"),
        (Tujuan("IKU-9", DINKES, JANUARI), "Indikator “IKU-9” tidak ada", "Yang ada: A; B; C"),
        (Tujuan("C", "Dinas Pertanian", JANUARI), "Dinas “Dinas Pertanian” tidak ada", "Yang ada: Dinas Kesehatan"),
        (Tujuan("C", DINKES, Periode(2024, 12)), "Periode 2024-12 belum dihitung", "kinerja hitung"),
    ],
)
def test_a_wrong_target_is_named_and_nothing_is_written(ruang: RuangKerja, tujuan: Tujuan, kalimat: str, saran: str) -> None:
    sebelum = isi_folder(ruang.folder)
    with pytest.raises(KinerjaError) as galat:
        titipkan(ruang, tujuan, "skm", ASAL, {ANI: Nilai(Decimal(4), "")}, pelaku())
    assert kalimat in galat.value.kalimat
    assert saran in galat.value.saran
    assert isi_folder(ruang.folder) == sebelum


def test_an_indicator_of_another_dinas_is_refused_with_those_that_hold(tmp_path: Path) -> None:
    ruang = ruang_baru(tmp_path / "ruang")
    pegawai = f"{PEGAWAI.rstrip()}\n{CICI} | Cici | Dinas Kependudukan | Operator"
    tambahan = "\nD | Dokumen | Penyelesaian Tugas | 100 | naik | 9 | buah | Dinas Kependudukan"
    indikator = INDIKATOR.strip().replace("\n", f" | {DINKES}\n").replace("Satuan |", "Satuan | Berlaku Untuk |", 1)
    indikator = indikator.replace(f"Satuan | {DINKES}", "Satuan | Berlaku Untuk", 1) + f" | {DINKES}{tambahan}"
    (tmp_path / BUKU).write_bytes(xlsx(P=pegawai, I=indikator, R=f"NIP | A | B | D\n{ANI} | 84 | 9 |\n{CICI} | | | 9"))
    hitung(ruang, tmp_path / BUKU)
    with pytest.raises(KinerjaError, match="C tidak berlaku bagi siapa pun di Dinas Kependudukan") as galat:
        penerima(ruang, Tujuan("C", "Dinas Kependudukan", JANUARI))
    assert galat.value.saran == "Yang berlaku di sana: D."
    with pytest.raises(KinerjaError, match=f"C tidak berlaku bagi NIP {CICI}"):
        titipkan(ruang, Tujuan("C", DINKES, JANUARI), "layanan", ASAL, {CICI: Nilai(Decimal(4), "")}, pelaku())
