"""A period is proved to the byte; what was changed, by hand or with all hashes made anew, is found and named."""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from bantu import ANI, BUDI, INDIKATOR, JANUARI, PEGAWAI, REALISASI, hitung, isi_folder, kinerja, pelaku, ruang_baru, xlsx
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kinerja_cli.core.bukti import Bukti
from kinerja_cli.errors import KinerjaError
from kinerja_cli.store import RuangKerja, susun_simpanan
from kinerja_cli.workflow import buktikan as modul
from kinerja_cli.workflow.buktikan import buktikan
from kinerja_cli.workflow.isi import muat
from kinerja_cli.workflow.keberatan import PerintahCatat, catat
from kinerja_cli.workflow.kunci import kunci
from kinerja_cli.workflow.ruang import setelan_ruang
from kinerja_cli.workflow.untuk import tulis_untuk


@pytest.fixture(scope="module")
def asal(tmp_path_factory: pytest.TempPathFactory) -> RuangKerja:
    """January, counted twice and locked, with two files of one name."""
    folder = tmp_path_factory.mktemp("bukti")
    ruang = ruang_baru(folder / "ruang")
    for a in ("60", "80"):
        berkas = folder / "Dinkes Januari 2025.xlsx"
        berkas.write_bytes(xlsx(P=PEGAWAI, I=INDIKATOR, R=REALISASI.replace("| 60 |", f"| {a} |")))
        hitung(ruang, berkas)
    kunci(ruang, JANUARI, pelaku())
    return ruang


@pytest.fixture
def ruang(asal: RuangKerja, tmp_path: Path) -> RuangKerja:
    return RuangKerja(Path(shutil.copytree(asal.folder, tmp_path / "ruang")))


def tempat(bukti: Bukti) -> list[tuple[str, str]]:
    return [(b.jenis, b.letak) for b in bukti.beda]


def test_every_month_of_the_sample_is_the_same_to_the_byte(contoh: RuangKerja) -> None:
    sebelum = isi_folder(contoh.folder)
    for periode in contoh.semua_periode():
        assert buktikan(contoh, periode).beda == ()
    assert isi_folder(contoh.folder) == sebelum


def test_a_year_of_moves_and_leave_is_the_same(setahun: RuangKerja) -> None:
    for periode in setahun.semua_periode():
        assert buktikan(setahun, periode).beda == ()


def test_months_whose_files_share_a_name_and_faulty_rows_are_the_same(tmp_path: Path) -> None:
    """Last month's workbook gives way to one of the same name; Budi's row is faulty and left without a score."""
    ruang = ruang_baru(tmp_path / "ruang")
    for bulan, a in (("Januari", "60"), ("Februari", "enam")):
        folder = tmp_path / bulan
        folder.mkdir()
        judul = f"Periode: {bulan} 2025\n"
        (folder / "kinerja.xlsx").write_bytes(xlsx(P=PEGAWAI, I=INDIKATOR, R=judul + REALISASI.replace("| 60 |", f"| {a} |")))
        assert hitung(ruang, folder, lewati_galat=True).tersimpan
    for periode in ruang.semua_periode():
        assert buktikan(ruang, periode).beda == ()
    assert not hitung(ruang, tmp_path / "Februari", lewati_galat=True).berubah


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_byte_that_is_flipped_is_found(asal: RuangKerja, data: st.DataObject) -> None:
    """Anywhere in the period, its earlier results, or the audit trail."""
    berkas = [asal.berkas_jejak, *sorted(p for p in (asal.folder / "periode").rglob("*") if p.is_file())]
    _balik(data.draw(st.sampled_from(berkas)), data, lambda: buktikan(asal, JANUARI))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_byte_of_a_report_that_is_flipped_is_found(asal: RuangKerja, data: st.DataObject) -> None:
    berkas = sorted(p for p in (asal.folder / "laporan/2025-01").rglob("*") if p.is_file())
    satu = data.draw(st.sampled_from(berkas))
    with pytest.MonkeyPatch.context() as m:
        m.setattr(modul, "_bangun_ulang", lambda *_: iter(()))  # the rest of the period stays as it is
        _balik(satu, data, lambda: buktikan(asal, JANUARI, satu))


def _balik(berkas: Path, data: st.DataObject, jalankan: object) -> None:
    isi = berkas.read_bytes()
    di = data.draw(st.integers(0, len(isi) - 1))
    lain = data.draw(st.integers(1, 255))
    try:
        berkas.write_bytes(isi[:di] + bytes([isi[di] ^ lain]) + isi[di + 1 :])
        assert not jalankan().sama, (berkas.name, di, lain)  # type: ignore[operator]
    finally:
        berkas.write_bytes(isi)


@pytest.mark.parametrize("lain", [b"\r", b"\x0b", b" ", b"\x85"])
def test_another_end_of_a_line_of_the_trail_is_found(ruang: RuangKerja, lain: bytes) -> None:
    isi = ruang.isi_jejak()
    for di in (isi.index(b"\n"), len(isi) - 1):
        ruang.berkas_jejak.write_bytes(isi[:di] + lain + isi[di + 1 :])
        assert not buktikan(ruang, JANUARI).sama


def test_evidence_of_an_objection_that_was_changed_is_named(ruang: RuangKerja, tmp_path: Path) -> None:
    (tmp_path / "bukti.pdf").write_bytes(b"%PDF")
    catat(ruang, PerintahCatat(ANI, JANUARI, "kurang", [tmp_path / "bukti.pdf"]), pelaku())
    assert buktikan(ruang, JANUARI, ruang.folder_laporan(JANUARI) / "keberatan/K-001.html").beda == ()
    (berkas,) = (ruang.folder / "keberatan/2025-01").iterdir()
    berkas.write_bytes(b"%PDg")
    assert tempat(buktikan(ruang, JANUARI)) == [("berkas", f"keberatan/2025-01/{berkas.name}")]


def test_files_that_are_missing_or_too_many_are_named(ruang: RuangKerja) -> None:
    folder = ruang.folder_periode(JANUARI)
    (folder / "aspek.csv").unlink()
    (folder / "sumber/titipan.xlsx").write_bytes(b"x")
    bukti = buktikan(ruang, JANUARI)
    assert tempat(bukti) == [("berkas", "2025-01/aspek.csv"), ("berkas", "2025-01/sumber/titipan.xlsx")]
    assert not bukti.dibangun


def test_lines_cut_off_the_trail_are_found(ruang: RuangKerja) -> None:
    semua = ruang.isi_jejak().splitlines(keepends=True)
    for banyak in range(len(semua)):
        ruang.berkas_jejak.write_bytes(b"".join(semua[:banyak]))
        assert {jenis for jenis, _ in tempat(buktikan(ruang, JANUARI))} == {"jejak"}


def test_an_earlier_result_put_back_by_hand_is_found(ruang: RuangKerja) -> None:
    folder = ruang.folder_periode(JANUARI)
    shutil.rmtree(folder)
    shutil.copytree(ruang.revisi(JANUARI)[1], folder)
    assert ("jejak", "2025-01/manifes.json") in tempat(buktikan(ruang, JANUARI))


def _palsukan(ruang: RuangKerja, nama: str, nip: str, kolom: str, nilai: str, lain: dict[str, str] | None = None) -> None:
    """Change one cell and save the result as if it had been computed: every hash, and the trail, agree."""
    simpanan = ruang.baca(JANUARI)
    assert simpanan
    baris = list(csv.DictReader(io.StringIO(simpanan.berkas[nama].decode())))
    for b in baris:
        if b["nip"] == nip and all(b[k] == v for k, v in (lain or {}).items()):
            b[kolom] = nilai
    teks = io.StringIO()
    tulis = csv.DictWriter(teks, baris[0].keys(), lineterminator="\n")
    tulis.writeheader()
    tulis.writerows(baris)
    manifes = {k: v for k, v in simpanan.manifes.items() if k not in ("format", "berkas")}
    with ruang.menulis("Penyusup"):
        ruang.simpan(
            susun_simpanan(JANUARI, manifes, {**simpanan.berkas, nama: teks.getvalue().encode()}),
            {"waktu": "2025-02-04T08:00:00+07:00", "siapa": "Siti", "tindakan": "hitung", "periode": "2025-01"},
        )  # fmt: skip


def test_a_score_that_was_forged_with_all_hashes_made_anew_is_a_difference_of_computing(ruang: RuangKerja) -> None:
    _palsukan(ruang, "nilai.csv", ANI, "nilai", "113.00")
    (beda,) = buktikan(ruang, JANUARI).beda
    assert (beda.jenis, beda.letak) == ("hitungan", f"nilai.csv, NIP {ANI}, kolom nilai")
    assert (beda.tersimpan, beda.seharusnya) == ("113.00", "103.00")


def test_an_input_that_was_forged_is_a_difference_of_reading_and_of_computing(ruang: RuangKerja) -> None:
    _palsukan(ruang, "realisasi.csv", BUDI, "realisasi", "88", {"kode": "A"})
    semua = buktikan(ruang, JANUARI).beda
    assert [(b.letak, b.tersimpan, b.seharusnya) for b in semua if b.jenis == "bacaan"] == [
        (f"realisasi.csv, NIP {BUDI} kode A, kolom realisasi", "88", "80")
    ]
    assert (f"rincian.csv, NIP {BUDI} kode A, kolom capaian", "100.00", "110.00") in [
        (b.letak, b.tersimpan, b.seharusnya) for b in semua if b.jenis == "hitungan"
    ]


@pytest.mark.parametrize("nilai", ["bukan angka", "1e999", "-1"])
def test_what_no_kinerja_writes_is_told_and_not_raised(ruang: RuangKerja, nilai: str) -> None:
    _palsukan(ruang, "realisasi.csv", ANI, "realisasi", nilai)
    assert not buktikan(ruang, JANUARI).sama


def test_a_report_is_made_again_and_told_apart(ruang: RuangKerja, tmp_path: Path) -> None:
    folder = ruang.folder_laporan(JANUARI)
    isi = muat(ruang, JANUARI, setelan_ruang(ruang))
    for pembaca in ("publik", "pegawai"):
        tulis_untuk(pembaca, ruang, isi)
    semua = sorted(p for p in folder.rglob("*") if p.is_file())
    assert len(semua) > 8
    for satu in semua:
        assert buktikan(ruang, JANUARI, satu).beda == (), satu
    lain = tmp_path / "nilai saya.html"
    lain.write_bytes((folder / "index.html").read_bytes())
    assert tempat(buktikan(ruang, JANUARI, lain)) == [("laporan", "nilai saya.html")]
    with pytest.raises(KinerjaError, match="tidak ditemukan"):
        buktikan(ruang, JANUARI, tmp_path / "tidak-ada.html")


def _perintah(ruang: RuangKerja) -> Iterator[tuple[list[str], int]]:
    yield ["buktikan", "2025-01"], 0
    (ruang.folder_periode(JANUARI) / "nilai.csv").write_bytes(b"")
    yield ["buktikan", "2025-01"], 1
    yield ["buktikan", "2025-02"], 2


def test_the_command_says_yes_with_0_and_no_with_1(ruang: RuangKerja) -> None:
    for argumen, kode in _perintah(ruang):
        hasil = kinerja(*argumen, di=ruang.folder)
        assert hasil.returncode == kode, hasil.stderr
        assert ("sama persis" in hasil.stdout) == (kode == 0)
    isi = json.loads(kinerja("buktikan", "2025-01", "--json", di=ruang.folder).stdout)
    assert not isi["sama_persis"]
    assert [b["letak"] for b in isi["beda"]] == ["2025-01/nilai.csv"]
