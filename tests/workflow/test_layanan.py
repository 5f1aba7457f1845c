"""Service times from real files to reports and to an indicator."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from bantu import ANI, BUDI, CICI, JANUARI, hitung, isi_folder, libreoffice, nilai, pelaku, ruang_baru, xlsx
from bantu_layanan import STANDAR

from kinerja_cli.core.layanan.pilihan import Penerima, UkuranNilai
from kinerja_cli.errors import KinerjaError
from kinerja_cli.resources import folder_contoh
from kinerja_cli.store import RuangKerja
from kinerja_cli.workflow.jelaskan import jelaskan
from kinerja_cli.workflow.layanan import (
    HasilLayanan,
    Penyerahan,
    PerintahLayanan,
    hitung_layanan,
    serahkan,
    tulis_layanan,
)
from kinerja_cli.workflow.titipan import Tujuan

CONTOH = folder_contoh() / "layanan"
HARI_INI = dt.date(2025, 3, 31)
DUKCAPIL = "Dinas Dukcapil"
PEGAWAI = f"""
    NIP | Nama | Dinas | Jabatan
    {ANI} | Ani | {DUKCAPIL} | Petugas
    {BUDI} | Budi | {DUKCAPIL} | Petugas
    {CICI} | Cici | Dinas Kesehatan | Perawat
"""
INDIKATOR = """
    Kode | Indikator | Aspek | Bobot | Arah | Target | Satuan
    A | Waktu penerbitan KTP-el | Penyelesaian Tugas | 50 | turun | 4 | hari
    B | Dokumen tepat waktu | Inovasi Pelayanan | 30 | naik | 80 | persen
    C | Indeks | Kepuasan Masyarakat | 20 | naik | 4 | nilai
"""
REALISASI = f"""
    NIP | A | B | C
    {ANI} | | | 4
    {BUDI} | | | 4
    {CICI} | 4 | 80 | 4
"""
# Received on Wednesday 15 January 2025. Ani: 1, 1, 2, 3, 3 working days; Budi: 3, 3, 5, 5, 6; Cici: 1, in another dinas.
REGISTER = "Jenis Layanan | Diterima | Selesai | Petugas | NIP Petugas\n" + "\n".join(
    f"KTP-el | 15/01/2025 | {hari}/01/2025 | {nama} | '{nip}"
    for nama, nip, semua in (("Ani", ANI, (16, 16, 17, 20, 20)), ("Budi", BUDI, (20, 20, 22, 22, 23)), ("Cici", CICI, (16,)))
    for hari in semua
)


def baca(*jalur: Path, ruang: RuangKerja | None = None, **lain: object) -> HasilLayanan:
    return hitung_layanan(ruang, PerintahLayanan(jalur, **lain), HARI_INI)  # type: ignore[arg-type]


@pytest.fixture
def ruang(tmp_path: Path) -> RuangKerja:
    ruang = ruang_baru(tmp_path / "ruang")
    (tmp_path / "Dukcapil Januari 2025.xlsx").write_bytes(xlsx(P=PEGAWAI, I=INDIKATOR, R=REALISASI))
    hitung(ruang, tmp_path / "Dukcapil Januari 2025.xlsx")
    return ruang


@pytest.fixture
def register(tmp_path: Path) -> Path:
    berkas = tmp_path / "Register.xlsx"
    berkas.write_bytes(xlsx(R=REGISTER, S=STANDAR))
    return berkas


def beri(
    ruang: RuangKerja, register: Path, kode: str, ukuran: str, per: Penerima = Penerima.DINAS, **lain: object
) -> tuple[str, ...]:
    tujuan = Tujuan(kode, DUKCAPIL, JANUARI)
    return serahkan(ruang, baca(register, **lain), Penyerahan(tujuan, UkuranNilai(ukuran), per), pelaku()).catatan


def realisasi(ruang: RuangKerja, nip: str, kode: str) -> tuple[float, str]:
    (orang,) = jelaskan(ruang, nip, JANUARI).orang
    (satu,) = [b for b in orang.rincian if b.kode == kode]
    return satu.realisasi, satu.keterangan


def test_the_sample_is_read_without_a_fault_and_is_faster() -> None:
    hasil = baca(CONTOH)
    assert {t.kode for t in hasil.temuan} == {"L04", "T08", "T09", "T14"}
    laporan = hasil.laporan
    assert laporan
    assert (laporan.pokok.masuk, laporan.dikeluarkan) == (372, 0)  # 124 a month, each counted once
    assert laporan.pokok.selesai + laporan.pokok.sisa == 372
    assert laporan.kalimat.startswith("Ya, lebih cepat: ")


@pytest.mark.parametrize("ke", ["xls", "ods", "xlsx"])
def test_saved_again_by_libreoffice_it_is_the_same(tmp_path: Path, ke: str) -> None:
    asal = sorted(CONTOH.iterdir())
    lain = [libreoffice(berkas, ke, tmp_path) for berkas in asal]
    satu, dua = baca(*asal).laporan, baca(*lain).laporan
    assert satu
    assert dua
    assert [b.ukuran for b in satu.jenis] == [b.ukuran for b in dua.jenis]
    assert (satu.pokok, satu.petugas, satu.umur) == (dua.pokok, dua.petugas, dua.umur)
    assert satu.jawaban == dua.jawaban


def test_equal_input_gives_equal_bytes(tmp_path: Path) -> None:
    for nama in ("a", "b"):
        tulis_layanan(tmp_path / nama, baca(CONTOH))
    isi = isi_folder(tmp_path / "a")
    assert isi == isi_folder(tmp_path / "b")
    assert sorted(isi) == [f"Waktu Layanan Januari 2025 sampai Maret 2025.{j}" for j in ("html", "xlsx")]


def test_a_csv_with_text_dates(tmp_path: Path) -> None:
    berkas = tmp_path / "register.csv"
    berkas.write_text("Layanan;Tgl Masuk;Tgl Selesai\nKTP;15/01/2025 09:30;15/01/2025 10:00\n", encoding="utf-8")
    hasil = baca(berkas)
    assert hasil.laporan
    assert hasil.laporan.jenis[0].ukuran.median == 30


def test_a_workbook_without_a_register_says_what_is_wanted(tmp_path: Path) -> None:
    berkas = tmp_path / "lain.xlsx"
    berkas.write_bytes(xlsx(P=PEGAWAI))
    hasil = baca(berkas)
    assert [t.kode for t in hasil.temuan] == ["T01", "L01"]
    assert hasil.laporan is None
    assert tulis_layanan(tmp_path / "x", hasil) == ()


def test_the_office_s_hours_hold(tmp_path: Path, ruang: RuangKerja) -> None:
    berkas = tmp_path / "r.xlsx"
    berkas.write_bytes(xlsx(R="Jenis Layanan | Diterima | Selesai\nKTP | 16/01/2025 15.00 | 17/01/2025 09.00"))
    biasa = baca(berkas, ruang=ruang, jenis="ktp").laporan
    setelan = (ruang.folder / "kinerja.toml").read_text("utf-8")
    assert "# [jam_kerja]" in setelan
    (ruang.folder / "kinerja.toml").write_text(setelan + "\n[jam_kerja]\nlibur = [2025-01-17]\nhari = 6\n", "utf-8")
    sendiri = baca(berkas, ruang=ruang).laporan
    assert biasa
    assert sendiri
    assert (biasa.jenis[0].ukuran.median, sendiri.jenis[0].ukuran.median) == (1, 0)
    assert sendiri.jam_kerja[-1] == "Sabtu 07.30–16.00, istirahat 12.00–13.00"


def test_the_hours_in_the_new_settings_file_are_valid_once_uncommented(ruang: RuangKerja, register: Path) -> None:
    setelan = (ruang.folder / "kinerja.toml").read_text("utf-8")
    kepala, _, jam = setelan.partition("# [jam_kerja]")
    terbuka = "\n".join(baris.removeprefix("# ") for baris in ("# [jam_kerja]" + jam).splitlines())
    (ruang.folder / "kinerja.toml").write_text(kepala + terbuka, "utf-8")
    laporan = baca(register, ruang=ruang).laporan
    assert laporan
    assert laporan.jam_kerja == (
        "Senin–Kamis 07.30–16.00, istirahat 12.00–13.00",
        "Jumat 07.30–16.30, istirahat 11.30–13.00",
        "1 Maret 2025 sampai 30 Maret 2025: Senin–Jumat 08.00–15.00, istirahat 12.00–12.30",
    )


def test_a_wrong_setting_is_one_sentence(ruang: RuangKerja, register: Path) -> None:
    (ruang.folder / "kinerja.toml").write_text('[jam_kerja]\nmulai = "pagi"\n', "utf-8")
    with pytest.raises(KinerjaError, match=r"kinerja\.toml, \[jam_kerja\]: “mulai” harus jam"):
        baca(register, ruang=ruang)


def test_one_value_for_the_dinas(ruang: RuangKerja, register: Path) -> None:
    # 1, 1, 1, 2, 3, 3, 3, 3, 5, 5, 6 working days: the middle one of eleven is 3.
    assert beri(ruang, register, "A", "median") == ()
    harap = (3.0, "KTP-el, Januari 2025: median 3 hari kerja, dari 11 dokumen selesai")
    assert [realisasi(ruang, nip, "A") for nip in (ANI, BUDI)] == [harap, harap]
    assert realisasi(ruang, CICI, "A")[0] == 4  # another dinas keeps its own
    beri(ruang, register, "B", "dalam-standar")
    assert realisasi(ruang, ANI, "B") == (72.73, "KTP-el, Januari 2025: 8 dari 11 dokumen dalam standar waktu")
    assert {status for status, *_ in nilai(ruang).values()} == {"dinilai"}
    jejak = [json.loads(b) for b in (ruang.folder / "jejak.jsonl").read_text("utf-8").splitlines()]
    assert "Register.xlsx" in json.dumps(jejak[-1], ensure_ascii=False)


def test_each_officer_s_own_value(ruang: RuangKerja, register: Path) -> None:
    catatan = beri(ruang, register, "A", "median", Penerima.PETUGAS)
    assert (realisasi(ruang, ANI, "A")[0], realisasi(ruang, BUDI, "A")[0]) == (2, 5)
    assert catatan == (f"Cici ({CICI}): indikator ini tidak berlaku baginya.",)


@pytest.mark.parametrize(
    ("kode", "ukuran", "sebab"),
    [
        ("C", "median", "Satuan C adalah “nilai”"),
        ("A", "dalam-standar", "Satuan A adalah hari"),
        ("Z", "median", "Indikator “Z” tidak ada"),
    ],
)
def test_a_unit_that_does_not_fit_gives_no_value(
    ruang: RuangKerja, register: Path, kode: str, ukuran: str, sebab: str
) -> None:
    sebelum = isi_folder(ruang.folder / "periode")
    with pytest.raises(KinerjaError, match=sebab):
        beri(ruang, register, kode, ukuran)
    assert isi_folder(ruang.folder / "periode") == sebelum


def test_a_median_over_several_types_wants_one_named(ruang: RuangKerja, tmp_path: Path) -> None:
    berkas = tmp_path / "dua.xlsx"
    berkas.write_bytes(xlsx(R=REGISTER + "\nLegalisir | 15/01/2025 09.00 | 15/01/2025 09.20 | Ani |", S=STANDAR))
    with pytest.raises(KinerjaError, match="2 jenis layanan") as salah:
        beri(ruang, berkas, "A", "median")
    assert "--jenis: KTP-el; Legalisir" in salah.value.saran
    beri(ruang, berkas, "A", "median", jenis="ktp el")
    assert realisasi(ruang, ANI, "A")[0] == 3
    with pytest.raises(KinerjaError, match="tidak ada di register") as salah:
        baca(berkas, jenis="KTP-ell")
    assert salah.value.saran == "Maksud Anda “KTP-el”?"


def test_a_month_without_documents_gives_no_value(ruang: RuangKerja, tmp_path: Path) -> None:
    berkas = tmp_path / "feb.xlsx"
    berkas.write_bytes(xlsx(R=REGISTER.replace("/01/2025", "/02/2025")))
    with pytest.raises(KinerjaError, match="Tidak ada nilai median untuk Januari 2025"):
        beri(ruang, berkas, "A", "median")


def test_officers_without_nip_or_with_few_documents_get_none(ruang: RuangKerja, tmp_path: Path) -> None:
    sedikit = "\n".join(REGISTER.splitlines()[:5])
    berkas = tmp_path / "sedikit.xlsx"
    berkas.write_bytes(xlsx(R=sedikit))
    with pytest.raises(KinerjaError, match="Tidak ada nilai") as salah:
        beri(ruang, berkas, "A", "median", Penerima.PETUGAS)
    assert salah.value.saran.endswith(f"Ani ({ANI}): kurang dari 5 dokumen selesai, jadi tanpa nilai.")
    berkas.write_bytes(xlsx(R=REGISTER.replace(f"'{ANI}", "").replace(f"'{BUDI}", "").replace(f"'{CICI}", "")))
    with pytest.raises(KinerjaError, match="Tidak ada nilai") as salah:
        beri(ruang, berkas, "A", "median", Penerima.PETUGAS)
    assert salah.value.saran.startswith("Isi kolom NIP Petugas")
