"""``hitung --andai``: figures worked by hand, and a ruang kerja of which not one byte changes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bantu import ANI, BUDI, CICI, INDIKATOR, JANUARI, PEGAWAI, REALISASI, hitung, isi_folder, kinerja, ruang_baru, xlsx

from kinerja_cli.errors import KinerjaError
from kinerja_cli.resources import folder_aturan
from kinerja_cli.store import RuangKerja
from kinerja_cli.workflow.andai import HasilAndai, andaikan
from kinerja_cli.workflow.hitung import Perintah

BAWAAN = (folder_aturan() / "evaluasi-bungo.toml").read_text("utf-8")


@pytest.fixture
def ruang(tmp_path: Path) -> RuangKerja:
    """Ani 105 × 50, 110 × 30, 87,5 × 20 → 103,00 Baik; Budi 75 × 50, 80 × 30, 100 × 20 → 81,50 Cukup."""
    (tmp_path / "Dinkes Januari 2025.xlsx").write_bytes(xlsx(P=PEGAWAI, I=INDIKATOR, R=REALISASI))
    tempat = ruang_baru(tmp_path / "ruang")
    assert hitung(tempat, tmp_path / "Dinkes Januari 2025.xlsx").tersimpan
    return tempat


def tulis_aturan(folder: Path, lama: str, baru: str) -> str:
    assert lama in BAWAAN
    (folder / "perbup.toml").write_text(BAWAAN.replace(lama, baru), "utf-8")
    return str(folder / "perbup.toml")


def tulis_indikator(folder: Path, isi: str) -> str:
    (folder / "bobot baru.xlsx").write_bytes(xlsx(I=isi))
    return str(folder / "bobot baru.xlsx")


def gerak(hasil: HasilAndai) -> dict[str, tuple[str, str, int | None]]:
    assert hasil.banding
    return {g.nip: (str(g.asal), str(g.jadi), g.selisih) for g in hasil.banding.orang}


def test_other_bands_worked_by_hand(ruang: RuangKerja, tmp_path: Path) -> None:
    hasil = andaikan(ruang, Perintah((), JANUARI), tulis_aturan(tmp_path, "mulai = 90\n", "mulai = 80\n"))
    assert gerak(hasil) == {ANI: ("Baik (103,00)", "Baik (103,00)", 0), BUDI: ("Cukup (81,50)", "Baik (81,50)", 0)}
    assert hasil.banding
    assert [g.nip for g in hasil.banding.berganti] == [BUDI]
    assert [(d.dinas, d.orang, d.berganti) for d in hasil.banding.menurut_dinas] == [("Dinas Kesehatan", 2, 1)]
    assert (hasil.banding.naik, hasil.banding.turun) == ((), ())


def test_another_cap_worked_by_hand(ruang: RuangKerja, tmp_path: Path) -> None:
    # capaian at most 100: Ani 50 + 30 + 17,5 = 97,50; Budi has none above 100
    hasil = andaikan(ruang, Perintah(()), tulis_aturan(tmp_path, "nilai = 120\n", "nilai = 100\n"))
    assert gerak(hasil) == {ANI: ("Baik (103,00)", "Baik (97,50)", -550), BUDI: ("Cukup (81,50)", "Cukup (81,50)", 0)}
    assert hasil.banding
    assert [g.nip for g in hasil.banding.turun] == [ANI]


def test_other_weights_and_targets_stand_in_for_those_with_the_same_code(ruang: RuangKerja, tmp_path: Path) -> None:
    # A 30 %, C 40 %, and A's target 75: Ani 84/75 = 112 × 30 + 110 × 30 + 87,5 × 40 = 101,60
    # Budi 60/75 = 80 × 30 + 80 × 30 + 100 × 40 = 88,00
    isi = """
        Kode | Indikator | Aspek | Bobot | Arah | Target | Satuan
        A | Berkas selesai | Penyelesaian Tugas | 30 | naik | 75 | berkas
        C | Indeks | Kepuasan Masyarakat | 40 | naik | 4 | nilai
    """
    hasil = andaikan(ruang, Perintah(()), tulis_indikator(tmp_path, isi))
    assert gerak(hasil) == {
        ANI: ("Baik (103,00)", "Baik (101,60)", -140),
        BUDI: ("Cukup (81,50)", "Cukup (88,00)", 650),
    }
    assert hasil.andai == "indikator dari bobot baru.xlsx"


def test_berlaku_untuk_narrows_whom_other_indicators_touch(ruang: RuangKerja, tmp_path: Path) -> None:
    # for Perawat (Ani) only: A 20 %, C 50 %: 105 × 20 + 110 × 30 + 87,5 × 50 = 97,75
    isi = """
        Kode | Indikator | Aspek | Bobot | Arah | Target | Satuan | Berlaku Untuk
        A | Berkas selesai | Penyelesaian Tugas | 20 | naik | 80 | berkas | Perawat
        C | Indeks | Kepuasan Masyarakat | 50 | naik | 4 | nilai | Perawat
    """
    hasil = andaikan(ruang, Perintah(()), tulis_indikator(tmp_path, isi))
    assert gerak(hasil) == {ANI: ("Baik (103,00)", "Baik (97,75)", -525), BUDI: ("Cukup (81,50)", "Cukup (81,50)", 0)}


def test_weights_that_do_not_total_100_stop_it_with_the_cell(ruang: RuangKerja, tmp_path: Path) -> None:
    isi = "Kode | Indikator | Aspek | Bobot | Arah | Target\nA | Berkas selesai | Penyelesaian Tugas | 51 | naik | 80"
    hasil = andaikan(ruang, Perintah(()), tulis_indikator(tmp_path, isi))
    assert hasil.banding is None
    (galat,) = (t for t in hasil.temuan if t.tingkat == "GALAT")
    assert (galat.kode, str(galat.letak)) == ("I01", "bobot baru.xlsx › I!D2")
    assert "berjumlah 101" in galat.pesan
    assert "Dinkes Januari 2025.xlsx › I!D4" in galat.pesan


def test_files_are_scored_both_ways_together_with_what_is_saved(ruang: RuangKerja, tmp_path: Path) -> None:
    lembar = {
        "P": f"NIP | Nama | Dinas\n{CICI} | Cici | Dinas Kependudukan",
        "I": INDIKATOR,
        "R": f"NIP | A | B | C\n{CICI} | 80 | 5 | 4",
    }
    (tmp_path / "Dukcapil Januari 2025.xlsx").write_bytes(xlsx(**lembar))
    aturan = tulis_aturan(tmp_path, "nilai = 120\n", "nilai = 100\n")
    hasil = andaikan(ruang, Perintah([tmp_path / "Dukcapil Januari 2025.xlsx"]), aturan)
    assert set(gerak(hasil)) == {ANI, BUDI, CICI}
    assert gerak(hasil)[CICI] == ("Baik (106,00)", "Baik (100,00)", -600)  # (2 − 5/10) is 120 at most, then 100


def test_before_is_the_rule_set_to_which_the_period_is_pinned(ruang: RuangKerja, tmp_path: Path) -> None:
    (ruang.folder / "aturan").mkdir()
    Path(tulis_aturan(ruang.folder / "aturan", 'id = "evaluasi-bungo"', 'id = "perbup"')).write_text(
        BAWAAN.replace('id = "evaluasi-bungo"', 'id = "perbup"', 1).replace("mulai = 90\n", "mulai = 80\n"), "utf-8"
    )
    setelan = ruang.folder / "kinerja.toml"
    setelan.write_text(setelan.read_text("utf-8").replace('aturan = "evaluasi-bungo"', 'aturan = "perbup"'), "utf-8")
    hasil = andaikan(ruang, Perintah(()), "perbup")
    assert gerak(hasil)[BUDI] == ("Cukup (81,50)", "Baik (81,50)", 0)


def test_who_has_no_score_the_other_way_changes_too(ruang: RuangKerja, tmp_path: Path) -> None:
    isi = INDIKATOR.replace("naik | 80", "naik | 0")  # target 0 with naik can't be computed
    hasil = andaikan(ruang, Perintah(()), tulis_indikator(tmp_path, isi))
    assert gerak(hasil)[ANI] == ("Baik (103,00)", "belum lengkap", None)


@pytest.mark.parametrize(
    ("andai", "kata"),
    [
        ("tak-ada.toml", "tak-ada.toml tidak ditemukan"),
        ("evaluasi-bungoo", "Aturan “evaluasi-bungoo” tidak dikenal"),
        ("kosong.xlsx", "tidak memuat tabel Indikator"),
        ("asing.xlsx", "Kode Z pada pengandaian tidak ada"),
        ("rusak.xlsx", "rusak.xlsx: "),
        ("~$kosong.xlsx", "sedang dibuka di Excel"),
    ],
)
def test_what_cannot_be_supposed_is_refused(
    ruang: RuangKerja, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, andai: str, kata: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("kosong.xlsx").write_bytes(xlsx(P=PEGAWAI))
    Path("rusak.xlsx").write_bytes(xlsx(I=INDIKATOR)[:500])
    Path("~$kosong.xlsx").write_bytes(b"")
    Path("asing.xlsx").write_bytes(xlsx(I=INDIKATOR.replace("C |", "Z |")))
    with pytest.raises(KinerjaError, match=kata):
        andaikan(ruang, Perintah(()), andai)


def test_not_one_byte_of_the_ruang_kerja_changes(salinan: RuangKerja, tmp_path: Path) -> None:
    aturan = tulis_aturan(tmp_path, "mulai = 90\n", "mulai = 95\n")
    for sisa in (".kunci", ".kunci-oleh"):
        (salinan.folder / sisa).unlink(missing_ok=True)
    sebelum, folder = isi_folder(salinan.folder), sorted(p for p in salinan.folder.rglob("*") if p.is_dir())
    hasil = kinerja("hitung", "--andai", aturan, "--periode", "2025-01", di=salinan.folder)
    assert hasil.returncode == 0, hasil.stderr
    for kata in (
        "Andai-andai Januari 2025",
        "16 dari 80 orang berganti predikat",
        "Dinas Kesehatan: 6 dari 20 orang",
        "Darmawan",
    ):
        assert kata in hasil.stdout
    berkas = sorted((tmp_path / "ruang/periode/2025-02/sumber").iterdir())
    assert berkas
    lagi = kinerja("hitung", *berkas, "--andai", aturan, "--json", "--periode", "2025-02", di=salinan.folder)
    assert lagi.returncode == 0, lagi.stdout + lagi.stderr
    isi = json.loads(lagi.stdout)
    assert isi["orang"] == sum(d["orang"] for d in isi["dinas"])
    assert isi["berganti"] == len(isi["yang_berganti"]) > 0
    assert isi_folder(salinan.folder) == sebelum
    assert sorted(p for p in salinan.folder.rglob("*") if p.is_dir()) == folder


def test_without_files_only_andai_may_stand(ruang: RuangKerja) -> None:
    hasil = kinerja("hitung", di=ruang.folder)
    assert hasil.returncode == 2
    assert "BERKAS belum disebut." in hasil.stderr
    assert "--andai" in hasil.stderr


def test_andai_never_makes_a_ruang_kerja(tmp_path: Path) -> None:
    hasil = kinerja("hitung", "--andai", "evaluasi-bungo", "--ruang", "baru", di=tmp_path)
    assert hasil.returncode == 2
    assert list(tmp_path.iterdir()) == []


def test_a_galat_the_other_way_ends_with_what_to_do(ruang: RuangKerja, tmp_path: Path) -> None:
    isi = "Kode | Indikator | Aspek | Bobot | Arah | Target\nA | Berkas selesai | Penyelesaian Tugas | 51 | naik | 80"
    berkas = tulis_indikator(tmp_path, isi)
    hasil = kinerja("hitung", "--andai", berkas, di=ruang.folder)
    assert hasil.returncode == 1
    assert "D2 GALAT I01" in hasil.stdout
    assert "Tidak ada yang dibandingkan" in hasil.stdout
    lewat = kinerja("hitung", "--andai", berkas, "--lewati-galat", di=ruang.folder)
    assert lewat.returncode == 0
    assert "Baik (103,00) → tidak dinilai" in lewat.stdout
