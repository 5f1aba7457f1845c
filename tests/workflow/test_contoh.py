"""The sample months, end to end, against scores that were computed by fractions when the sample was made."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from bantu import isi_folder, nilai, pelaku

from kinerja_cli.core.temuan import Tingkat
from kinerja_cli.resources import folder_contoh
from kinerja_cli.store import RuangKerja
from kinerja_cli.workflow.contoh import jalankan_contoh, jalankan_pelengkap
from kinerja_cli.workflow.validasi import validasi_berkas

HARAPAN = Path(__file__).parent.parent / "data" / "contoh_harapan.csv"
BULAN = ("2025-01", "2025-02", "2025-03")


def harapan(periode: str) -> dict[str, tuple[str, str, str]]:
    with HARAPAN.open(encoding="utf-8", newline="") as f:
        return {b["nip"]: (b["status"], b["nilai"], b["predikat"]) for b in csv.DictReader(f) if b["periode"] == periode}


@pytest.mark.parametrize("periode", BULAN)
def test_every_person_has_the_score_of_the_fractions(contoh: RuangKerja, periode: str) -> None:
    harap = harapan(periode)
    assert len(harap) == 80
    assert nilai(contoh, periode) == harap


def test_somebody_sits_on_each_category_and_one_lacks_only_the_new_idea(contoh: RuangKerja) -> None:
    januari = nilai(contoh)
    assert {p for _, _, p in januari.values()} == {"Sangat Baik", "Baik", "Cukup", "Kurang", "Sangat Kurang", ""}
    assert januari["198905062014021012"] == ("dinilai", "112.64", "Baik")


def test_the_sample_has_no_galat() -> None:
    for bulan in BULAN:
        ruang = None
        hasil = validasi_berkas(
            ruang, [folder_contoh() / bulan, folder_contoh() / "2025-01"][: 1 + (bulan == BULAN[0])], None
        )
        assert not [t for t in hasil.temuan if t.tingkat is Tingkat.GALAT]


def test_a_year_from_now_the_same_files_give_the_same_bytes(contoh: RuangKerja, tmp_path: Path) -> None:
    lain = tmp_path / "lain"
    for _ in jalankan_contoh(lain, pelaku()):
        pass
    assert isi_folder(lain / "periode") == isi_folder(contoh.folder / "periode")


def test_files_stay_byte_for_byte_and_the_manifest_holds_no_clock_time(contoh: RuangKerja) -> None:
    folder = contoh.folder / "periode" / "2025-02"
    manifes = json.loads((folder / "manifes.json").read_text("utf-8"))
    assert manifes["status"] == "draf"
    assert manifes["aturan"]["id"] == "evaluasi-bungo"
    assert "2025-02-03" not in json.dumps(manifes)
    asal = {p.read_bytes() for p in (folder_contoh()).rglob("*.xlsx")}
    sumber = list((folder / "sumber").iterdir())
    assert len(sumber) == 5
    assert {p.read_bytes() for p in sumber} <= asal


def test_the_columns_of_the_state_are_those_of_the_contract(contoh: RuangKerja) -> None:
    folder = contoh.folder / "periode" / "2025-01"
    kepala = {n: (folder / n).read_text("utf-8").split("\n")[0] for n in ("nilai.csv", "rincian.csv")}
    assert kepala["nilai.csv"].startswith(
        "nip,nama,jabatan,golongan,dinas,status,nilai,predikat,peringkat_dinas,peringkat,alasan"
    )
    assert kepala["rincian.csv"].startswith(
        "nip,kode,aspek,arah,bobot,target,realisasi,capaian,nilai_tertimbang,berkas,lembar,sel"
    )
    nip = [baris.split(",")[0] for baris in (folder / "nilai.csv").read_text("utf-8").split("\n")[1:-1]]
    assert nip == sorted(nip)


def test_the_register_of_innovations_feeds_an_indicator_in_march(contoh: RuangKerja) -> None:
    """One idea put to use, and none but a trial: 0, since BKPSDMD says that its register is complete."""
    with (contoh.folder / "periode" / "2025-03" / "rincian.csv").open(encoding="utf-8", newline="") as f:
        isi = {b["nip"]: (b["realisasi"], b["berkas"], b["sel"]) for b in csv.DictReader(f) if b["kode"] == "BKP-07"}
    register = "Register Inovasi BKPSDMD 2025.xlsx"
    assert isi == {"198810192011012004": ("1", register, "E15"), "199404162020121009": ("0", register, "A9")}


def test_survey_service_register_and_follow_up_of_the_sample_are_run_beside_its_months(salinan: RuangKerja) -> None:
    berkas = list(jalankan_pelengkap(salinan.folder))
    skm, layanan = "SKM Dinas Kependudukan dan Pencatatan Sipil", "Waktu Layanan Januari 2025 sampai Maret 2025"
    assert [str(p.relative_to(salinan.folder / "laporan")) for p in berkas] == [
        f"skm/{skm}.xlsx",
        f"skm/{skm}.html",
        f"skm/{skm} - publikasi.html",
        f"layanan/{layanan}.xlsx",
        f"layanan/{layanan}.html",
        "2025-03/tindak-lanjut.xlsx",
        "2025-03/tindak-lanjut.html",
    ]
    assert "80,87" in berkas[2].read_text("utf-8")
    assert "Ya, lebih cepat" in berkas[4].read_text("utf-8")
