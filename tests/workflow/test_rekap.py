"""A year of months put together; every expected figure is worked out in the comment beside it."""

from __future__ import annotations

import shutil
from fractions import Fraction
from pathlib import Path

import pytest
from bantu import ANI, BUDI, CICI, DEDI, EKA, hitung, isi_folder, rekap_rentang, ruang_baru, temuan, xlsx

from kinerja_cli.core.laporan_rekap import OrangRekap, Rekap
from kinerja_cli.core.periode import Rentang
from kinerja_cli.errors import KinerjaError
from kinerja_cli.store import RuangKerja

KESEHATAN, PENDIDIKAN = "Dinas Kesehatan", "Dinas Pendidikan"


@pytest.fixture(scope="module")
def rekap(setahun: RuangKerja) -> Rekap:
    return rekap_rentang(setahun, Rentang(2025)).rekap


def orang(rekap: Rekap) -> dict[str, OrangRekap]:
    return {o.nip: o for o in rekap.orang}


def test_everybodys_mean_over_the_months_in_which_they_were_scored(rekap: Rekap) -> None:
    # Ani: 11 × 90 + (78 − 9) hundredths = 990,69; ÷ 11 = 90,0627. Budi: (80 + 80 + 100 + 8 × 90) ÷ 11 = 980 ÷ 11 = 89,0909
    harap = {ANI: (9006, 11), BUDI: (8909, 11), CICI: (7000, 5), DEDI: (6000, 4), EKA: (10000, 10)}
    assert {nip: (o.rata_rata, o.banyak) for nip, o in orang(rekap).items()} == harap


def test_missing_months_are_named_with_their_reason(rekap: Rekap) -> None:
    assert [str(p) for p in rekap.belum] == ["2025-09"]
    assert "Belum dihitung, jadi tidak termasuk: September." in rekap.catatan
    tanpa = {nip: o.tanpa for nip, o in orang(rekap).items()}
    assert tanpa == {
        ANI: "",
        BUDI: "",
        CICI: "Januari–Juni (tidak ada di tabel Pegawai)",
        DEDI: "Mei–Agustus, Oktober–Desember (tidak ada di tabel Pegawai)",
        EKA: "Mei (status cuti)",
    }
    assert orang(rekap)[ANI].bulan[8].sebab == "belum dihitung"


def test_shares_of_the_dinas_are_exact_and_add_up(rekap: Rekap) -> None:
    # Kesehatan: Ani 11, Dedi 4, Budi 2 and 14 of March's 31 days; Pendidikan: Eka 10, Cici 5, Budi 8 and 17 of 31 days
    kesehatan, pendidikan = rekap.dinas
    assert (kesehatan.nama, kesehatan.orang_bulan) == (KESEHATAN, 17 + Fraction(14, 31))
    assert (pendidikan.nama, pendidikan.orang_bulan) == (PENDIDIKAN, 23 + Fraction(17, 31))
    assert kesehatan.orang_bulan + pendidikan.orang_bulan == rekap.daerah.orang_bulan == 41
    assert kesehatan.jumlah + pendidikan.jumlah == rekap.daerah.jumlah == 3560_69
    # 17,4516 and 23,5484 print so that they make 41,00
    assert (kesehatan.orang_bulan_cetak, pendidikan.orang_bulan_cetak, rekap.daerah.orang_bulan_cetak) == (1745, 2355, 4100)


def test_means_of_the_dinas_weigh_by_person_months(rekap: Rekap) -> None:
    # Kesehatan: 990,69 + 240 + 160 + 100 × 14/31 = 1435,8513; ÷ 17,4516 = 82,2761
    # Pendidikan: 1000 + 350 + 720 + 100 × 17/31 = 2124,8387; ÷ 23,5484 = 90,2329. Regency: 3560,69 ÷ 41 = 86,8461
    assert [d.rata_rata for d in (*rekap.dinas, rekap.daerah)] == [8228, 9023, 8685]
    assert [d.orang for d in (*rekap.dinas, rekap.daerah)] == [3, 3, 5]


def test_distributions_print_as_a_hundred_percent(rekap: Rekap) -> None:
    # 41 person-months: Baik Ani 11, Eka 10, Budi 100 and 8 × 90 = 9; Cukup Budi 2, Cici 5; Kurang Dedi 4
    assert dict(rekap.daerah.predikat) == {"Sangat Baik": 0, "Baik": 30, "Cukup": 7, "Kurang": 4, "Sangat Kurang": 0}
    assert dict(rekap.daerah.persen)["Baik"] == 7317
    for satu in (rekap.daerah, *rekap.dinas):
        assert sum(n for _, n in satu.persen) == 100_00


def test_who_came_left_moved_or_was_on_leave(rekap: Rekap) -> None:
    assert [(p.nip, p.jenis, p.bulan, p.keterangan) for p in rekap.perjalanan] == [
        (BUDI, "pindah", "Maret 2025", f"{KESEHATAN} → {PENDIDIKAN}"),
        (BUDI, "dua dinas", "Maret 2025", f"{KESEHATAN} 14 hari, {PENDIDIKAN} 17 hari"),
        (CICI, "masuk", "Juli 2025", f"{PENDIDIKAN}, dibanding Juni 2025"),
        (DEDI, "keluar", "Mei 2025", f"{KESEHATAN}, dibanding April 2025"),
        (EKA, "tidak dinilai", "Mei 2025", "status cuti"),
    ]


@pytest.mark.parametrize(
    ("rentang", "banyak", "rata_rata", "folder"),
    [
        (Rentang(2025, "T1"), 3, 8667, "2025-T1"),  # 80, 80, 100
        (Rentang(2025, "T3"), 2, 9000, "2025-T3"),  # September is missing
        (Rentang(2025, "S2"), 5, 9000, "2025-S2"),
    ],
)
def test_quarters_and_half_years(setahun: RuangKerja, rentang: Rentang, banyak: int, rata_rata: int, folder: str) -> None:
    hasil = rekap_rentang(setahun, rentang)
    budi = orang(hasil.rekap)[BUDI]
    assert (budi.banyak, budi.rata_rata) == (banyak, rata_rata)
    assert {p.name for p in (setahun.folder / "laporan" / folder).iterdir()} == {"rekap.xlsx", "rekap.html"}


def test_nothing_but_reports_is_written_and_they_are_the_same_twice(setahun: RuangKerja, tmp_path: Path) -> None:
    ruang = RuangKerja(Path(shutil.copytree(setahun.folder, tmp_path / "ruang")))
    shutil.rmtree(ruang.folder / "laporan")
    sebelum = isi_folder(ruang.folder)
    rekap_rentang(ruang, Rentang(2025))
    pertama = isi_folder(ruang.folder)
    assert {n for n in pertama if n not in sebelum} == {"laporan/2025/rekap.xlsx", "laporan/2025/rekap.html"}
    assert {n: isi for n, isi in pertama.items() if n in sebelum} == sebelum
    rekap_rentang(ruang, Rentang(2025))
    assert isi_folder(ruang.folder) == pertama


def test_a_month_that_a_crash_left_half_saved_is_completed_first(setahun: RuangKerja, tmp_path: Path) -> None:
    ruang = RuangKerja(Path(shutil.copytree(setahun.folder, tmp_path / "ruang")))
    jejak = (ruang.folder / "jejak.jsonl").read_text("utf-8")
    maret = ruang.folder / "periode/2025-03"
    (maret / "jejak-tertunda.jsonl").write_text(jejak.splitlines(keepends=True)[-1], "utf-8")
    maret.rename(ruang.folder / "periode/2025-03.baru")
    hasil = rekap_rentang(ruang, Rentang(2025))
    assert len(hasil.pemulihan) == 1
    assert len(hasil.rekap.bulan) == 11


def test_a_year_without_months_says_what_there_is(setahun: RuangKerja) -> None:
    with pytest.raises(KinerjaError) as e:
        rekap_rentang(setahun, Rentang(2024))
    assert "2025-12" in e.value.saran


def test_a_changed_month_is_noticed(setahun: RuangKerja, tmp_path: Path) -> None:
    ruang = RuangKerja(Path(shutil.copytree(setahun.folder, tmp_path / "ruang")))
    nilai = ruang.folder / "periode/2025-04/nilai.csv"
    nilai.write_text(nilai.read_text("utf-8").replace("60.00", "90.00"), "utf-8")
    with pytest.raises(KinerjaError, match="2025-04"):
        rekap_rentang(ruang, Rentang(2025))


def test_months_on_different_scales_are_named_and_not_averaged(setahun: RuangKerja, tmp_path: Path) -> None:
    ruang = RuangKerja(Path(shutil.copytree(setahun.folder, tmp_path / "ruang")))
    asli = (ruang.folder / "periode/2025-01/aturan.toml").read_text("utf-8")
    (ruang.folder / "aturan").mkdir()
    lain = asli.replace('id = "evaluasi-bungo"', 'id = "skema-lain"').replace("mulai = 70", "mulai = 65")
    (ruang.folder / "aturan/lain.toml").write_text(lain, "utf-8")
    setelan = ruang.folder / "kinerja.toml"
    setelan.write_text(setelan.read_text("utf-8").replace('aturan = "evaluasi-bungo"', 'aturan = "skema-lain"'), "utf-8")
    assert hitung(ruang, setahun.folder.parent / "Kinerja 2025-12.xlsx", ganti_semua=True).tersimpan
    rekap = rekap_rentang(ruang, Rentang(2025)).rekap
    assert [(a.id, a.bulan) for a in rekap.aturan] == [
        ("evaluasi-bungo", "Januari–Agustus, Oktober, November"),
        ("skema-lain", "Desember"),
    ]
    assert any("aturan yang berbeda" in c for c in rekap.catatan)
    assert rekap.daerah.rata_rata is None
    assert [d.rata_rata for d in rekap.dinas] == [None, None]
    assert orang(rekap)[ANI].rata_rata is None
    assert "skala" in orang(rekap)[ANI].catatan
    assert orang(rekap)[DEDI].rata_rata == 6000  # left in April: all his months are on one scale


def atur_organisasi(setahun: RuangKerja, folder: Path, isi: str) -> RuangKerja:
    ruang = RuangKerja(Path(shutil.copytree(setahun.folder, folder / "ruang")))
    setelan = ruang.folder / "kinerja.toml"
    setelan.write_text(f"{setelan.read_text('utf-8')}\n[organisasi]\n{isi}\n", "utf-8")
    return ruang


def test_the_pattern_is_advice_and_small_units_are_marked(setahun: RuangKerja, tmp_path: Path) -> None:
    hasil = rekap_rentang(atur_organisasi(setahun, tmp_path, f'"{KESEHATAN}" = "Baik"'), Rentang(2025))
    assert hasil.temuan == ()
    assert [(d.organisasi, d.saran) for d in hasil.rekap.dinas] == [
        ("Baik", ("unit kecil: pola tidak berlaku",)),
        ("", ()),
    ]


def test_an_unknown_dinas_in_the_settings_is_named_with_the_near_one(setahun: RuangKerja, tmp_path: Path) -> None:
    hasil = rekap_rentang(atur_organisasi(setahun, tmp_path, '"Dinas Kesehtan" = "Baik"'), Rentang(2025))
    assert [(t.kode, t.usul) for t in hasil.temuan] == [("P28", KESEHATAN)]
    assert hasil.tertulis == ("rekap.xlsx", "rekap.html")


def test_an_unknown_predikat_of_an_organisation_stops(setahun: RuangKerja, tmp_path: Path) -> None:
    with pytest.raises(KinerjaError) as e:
        rekap_rentang(atur_organisasi(setahun, tmp_path, f'"{KESEHATAN}" = "Istimew"'), Rentang(2025))
    assert e.value.saran == "Maksud Anda “Istimewa”?"


def kredit(folder: Path, isi: str) -> Path:
    berkas = folder / "Angka Kredit 2025.xlsx"
    berkas.write_bytes(xlsx(AK=f"NIP | Nama | Jenjang | Predikat Tahunan | Jumlah Bulan\n{isi}"))
    return berkas


def test_angka_kredit_of_the_year(setahun: RuangKerja, tmp_path: Path) -> None:
    berkas = kredit(tmp_path, f"{ANI} | Ani | Ahli Pertama | Baik | 2\n{BUDI} | Budi | ahli  muda | Sangat Baik |\n")
    rekap = rekap_rentang(setahun, Rentang(2025), berkas).rekap
    # 2/12 × 100 % × 12,5 = 2,0833; 11/12 × 150 % × 25 = 34,375, half up
    assert [(a.nip, a.angka, a.bulan, a.menurut_rekap) for a in rekap.angka_kredit] == [
        (ANI, 208, 2, False),
        (BUDI, 3438, 11, True),
    ]
    assert rekap.angka_kredit[0].cara == "2/12 × 100 % × 12,5 = 2,08"


def test_a_fault_in_the_credit_file_writes_nothing(setahun: RuangKerja, tmp_path: Path) -> None:
    ruang = RuangKerja(Path(shutil.copytree(setahun.folder, tmp_path / "ruang")))
    shutil.rmtree(ruang.folder / "laporan")
    hasil = rekap_rentang(ruang, Rentang(2025), kredit(tmp_path, f"{ANI} | Ani | Ahli Mudo | Baik | 2"))
    assert temuan(hasil.temuan) == [("P24", "C2")]
    assert hasil.temuan[0].usul == "Ahli Muda"
    assert hasil.tertulis == ()
    assert not (ruang.folder / "laporan").exists()


def test_credit_belongs_to_a_whole_year(setahun: RuangKerja, tmp_path: Path) -> None:
    with pytest.raises(KinerjaError, match="setahun"):
        rekap_rentang(setahun, Rentang(2025, "T1"), tmp_path / "x.xlsx")


def test_a_period_of_an_earlier_version_has_nobody_split(tmp_path: Path) -> None:
    from kinerja_cli.core.simpanan import penugasan_dari_csv

    assert penugasan_dari_csv(None).empty
    assert ruang_baru(tmp_path).semua_periode() == ()
