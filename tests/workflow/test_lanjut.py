"""Follow-up from saved months to reports: the sample, files beside the scores, the command line, every wording."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from bantu import ANI, BUDI, INDIKATOR, PEGAWAI, REALISASI, hitung, kinerja, pelaku, ruang_baru, xlsx
from rich.console import Console

from kinerja_cli.core.lanjut.aturan import Jenis
from kinerja_cli.core.lanjut.laporan import kata_usulan
from kinerja_cli.core.lanjut.usul import DIUSULKAN
from kinerja_cli.core.laporan import KERAHASIAAN
from kinerja_cli.core.periode import Periode
from kinerja_cli.errors import KinerjaError
from kinerja_cli.store import RuangKerja
from kinerja_cli.workflow.hitung import Perintah, hitung_periode
from kinerja_cli.workflow.isi import muat
from kinerja_cli.workflow.lanjut import FORMAT, HasilLanjut, susun_tindak_lanjut, tulis_tindak_lanjut
from kinerja_cli.workflow.ruang import setelan_ruang
from kinerja_cli.workflow.usulan import bulan_ini, satu_bulan
from kinerja_cli.writers.buku_lanjut import buku_lanjut
from kinerja_cli.writers.halaman_lanjut import halaman_lanjut
from kinerja_cli.writers.mesin_lanjut import json_lanjut
from kinerja_cli.writers.terminal.lanjut import tindak_lanjut

TANPA_ANGKA = f"""
    NIP | Hasil Kerja | Perilaku
    {ANI} | di atas ekspektasi | di atas ekspektasi
    {BUDI} | di bawah ekspektasi | sesuai ekspektasi
"""
_HUKUMAN = re.compile(r"sanksi|hukum|pecat|diberhentikan|turun pangkat|copot|pelanggar", re.IGNORECASE)


@pytest.fixture(scope="module")
def hasil(contoh: RuangKerja) -> HasilLanjut:
    return susun_tindak_lanjut(contoh)


def layar(hasil: HasilLanjut) -> str:
    konsol = Console(width=400, record=True, file=io.StringIO())
    konsol.print(tindak_lanjut(hasil.laporan))
    return konsol.export_text()


def teks_buku(isi: bytes) -> str:
    buku = openpyxl.load_workbook(io.BytesIO(isi))
    return "\n".join(str(sel) for ws in buku for baris in ws.iter_rows(values_only=True) for sel in baris if sel is not None)


def test_the_sample_shows_each_kind_with_its_evidence(hasil: HasilLanjut) -> None:
    laporan = hasil.laporan
    assert {jenis.value: laporan.banyak(jenis) for jenis in Jenis} == {"promosi": 3, "pelatihan": 16, "pembinaan": 3}
    semua = {(u.jenis.value, u.orang.nip): u for d in laporan.dinas for u in d.usulan}
    u = semua["promosi", "198811302014022010"]
    assert u.kalimat == "promosi, tetapi kotak talenta 4 (kinerja di atas, potensial rendah)"
    assert u.alasan[0].kata == (
        "Kinerja tinggi berturut-turut: Sangat Baik, nilai 110,88 → 116,05 → 112,71 (Januari–Maret 2025)"
    )
    assert [b.orang.nama for d in laporan.dinas for b in d.belum] == ["dr. Nadya Safitri Rahman", "Resti Anggraini, S.Pd."]
    assert [t.kode for t in hasil.temuan if t.kode.startswith("D")] == []


def test_a_month_at_hand_is_what_is_read_of_it(contoh: RuangKerja) -> None:
    for periode in contoh.semua_periode():
        simpanan = contoh.baca_sebagian(periode, ("aturan.toml", "nilai.csv", "aspek.csv"))
        assert simpanan is not None
        dibaca, ini = satu_bulan(simpanan), bulan_ini(muat(contoh, periode, setelan_ruang(contoh)))
        assert (ini.periode, ini.aturan, ini.orang) == (dibaca.periode, dibaca.aturan, dibaca.orang)
        assert any(o.nilai is None for o in ini.orang.values())
        assert [list(o.aspek) for o in ini.orang.values()] == [list(o.aspek) for o in dibaca.orang.values()]
        pd.testing.assert_frame_equal(ini.capaian, dibaca.capaian)


def test_one_course_of_the_sample_has_an_interval_the_others_counts(hasil: HasilLanjut) -> None:
    assert [(d.pelatihan, d.peserta, d.selang is not None) for d in hasil.laporan.dampak] == [
        ("Inovasi Pelayanan Publik", 6, False),
        ("Manajemen Waktu dan Prioritas Kerja", 7, False),
        ("Pelayanan Prima bagi Petugas Loket", 24, True),
        ("Pengelolaan Pengaduan SP4N-LAPOR!", 6, False),
    ]


@pytest.mark.parametrize("bentuk", ["layar", "halaman", "buku", "json"])
def test_every_form_says_that_it_is_for_review_and_private_and_no_punishment(hasil: HasilLanjut, bentuk: str) -> None:
    teks = {
        "layar": lambda: layar(hasil),
        "halaman": lambda: halaman_lanjut(hasil.laporan),
        "buku": lambda: teks_buku(buku_lanjut(hasil.laporan, hasil.temuan)),
        "json": lambda: json_lanjut(hasil.laporan, hasil.temuan),
    }[bentuk]()
    assert "diusulkan untuk ditinjau" in teks.lower()
    assert KERAHASIAAN in teks
    assert "bukan bukti sebab-akibat" in teks
    assert "tetapi kotak talenta 4" in teks.replace('",', "") or bentuk == "json"
    assert "belum dipastikan" in teks or bentuk == "json"
    assert not _HUKUMAN.search(teks)


def test_the_page_needs_nothing_from_outside(hasil: HasilLanjut) -> None:
    halaman = halaman_lanjut(hasil.laporan)
    assert not re.search(r"""(?:src|href)=["'](?!#)|@import|url\(""", halaman)
    assert halaman.count("<rect") == 9


def test_the_workbook_has_everybodys_hours_and_all_in_the_boxes(hasil: HasilLanjut) -> None:
    buku = openpyxl.load_workbook(io.BytesIO(buku_lanjut(hasil.laporan, hasil.temuan)))
    assert buku.sheetnames == [
        "Usulan", "Belum Cukup Data", "Kebutuhan Pelatihan", "JP", "Sembilan Kotak", "Talenta", "Sesudah Pelatihan",
        "Temuan", "Metode",
    ]  # fmt: skip
    nip = [baris[1] for baris in buku["JP"].iter_rows(min_row=8, values_only=True)]
    assert len(nip) == len(set(nip)) == 80
    assert buku["Talenta"].max_row - 7 == sum(len(k.orang) for baris in hasil.laporan.kotak.baris for k in baris)
    assert buku_lanjut(hasil.laporan, hasil.temuan) == buku_lanjut(hasil.laporan, hasil.temuan)


def test_json_gives_numbers_as_text(hasil: HasilLanjut) -> None:
    isi = json.loads(json_lanjut(hasil.laporan, hasil.temuan))
    (satu,) = [u for d in isi["dinas"] for u in d["usulan"] if u["nip"] == "198811302014022010" and u["usulan"] == "promosi"]
    assert [b["nilai"] for b in satu["alasan"][0]["bulan"]] == ["110.88", "116.05", "112.71"]
    assert next(k["akibat"] for k in isi["kotak"] if k["nomor"] == 5) is None


def test_one_dinas_alone_and_a_misspelt_one(contoh: RuangKerja) -> None:
    laporan = susun_tindak_lanjut(contoh, dinas=["Dinas Kesehatan"]).laporan
    assert [d.nama for d in laporan.dinas] == ["Dinas Kesehatan"]
    assert {o.dinas for baris in laporan.kotak.baris for k in baris for o in k.orang} == {"Dinas Kesehatan"}
    with pytest.raises(KinerjaError) as e:
        susun_tindak_lanjut(contoh, dinas=["Dinas Kesehtan"])
    assert e.value.saran == "Maksud Anda “Dinas Kesehatan”?"


def test_an_earlier_month_sees_nothing_that_came_later(contoh: RuangKerja) -> None:
    hasil = susun_tindak_lanjut(contoh, periode=Periode(2025, 1))
    assert [str(p) for p in hasil.laporan.bulan] == ["2025-01"]
    assert "D09" in {t.kode for t in hasil.temuan}
    assert "belum cukup data: Desember 2024, November 2024" not in layar(hasil)
    assert "Promosi, “Kinerja tinggi berturut-turut”: belum cukup data: November 2024, Desember 2024 belum dihitung." in (
        layar(hasil)
    )


def test_named_files_stand_in_for_the_folder_and_without_both_it_is_said(salinan: RuangKerja, tmp_path: Path) -> None:
    berkas = tmp_path / "potensial.xlsx"
    berkas.write_bytes(xlsx(P="NIP | Potensial\n198811302014022010 | tinggi"))
    laporan = susun_tindak_lanjut(salinan, [berkas]).laporan
    assert sum(len(k.orang) for baris in laporan.kotak.baris for k in baris) == 1
    assert any("Register Pelatihan belum diberikan" in c for c in laporan.catatan)
    for satu in (salinan.folder / "pelengkap").iterdir():
        satu.unlink()
    assert len(susun_tindak_lanjut(salinan).laporan.catatan) == 4


def test_the_folder_beside_the_months_is_no_input_of_a_month(salinan: RuangKerja) -> None:
    keluaran = kinerja("validasi", ".", di=salinan.folder)
    assert "Potensial ASN" not in keluaran.stdout


def test_a_fault_leaves_its_row_out_and_the_exit_code_says_so(contoh: RuangKerja, tmp_path: Path) -> None:
    (tmp_path / "p.xlsx").write_bytes(xlsx(P="NIP | Potensial\n198811302014022010 | hebat\n198810192011012004 | tinggi"))
    keluaran = kinerja("tindak-lanjut", "p.xlsx", "--ruang", contoh.folder, di=tmp_path)
    assert keluaran.returncode == 1
    assert "D03" in keluaran.stdout
    assert "1 GALAT di berkas pelengkap" in keluaran.stdout


def test_the_command_writes_where_it_is_told(contoh: RuangKerja, tmp_path: Path) -> None:
    keluaran = kinerja("tindak-lanjut", "--ruang", contoh.folder, "-o", "hasil", "--format", "html", di=tmp_path)
    assert (keluaran.returncode, [p.name for p in (tmp_path / "hasil").iterdir()]) == (0, ["tindak-lanjut.html"])
    salah = kinerja("tindak-lanjut", "--ruang", contoh.folder, "--format", "pdf", di=tmp_path)
    assert (salah.returncode, salah.stderr) == (2, "Format “pdf” tidak dikenal.\n→ Yang ada: xlsx, html.\n")


def test_reports_stand_beside_the_months_and_the_same_state_gives_the_same_page(salinan: RuangKerja) -> None:
    berkas = tulis_tindak_lanjut(salinan, susun_tindak_lanjut(salinan), FORMAT).tertulis
    assert [b.relative_to(salinan.folder) for b in berkas] == [
        Path("laporan/2025-03") / f"tindak-lanjut.{satu}" for satu in FORMAT
    ]
    dulu = berkas[1].read_bytes()
    tulis_tindak_lanjut(salinan, susun_tindak_lanjut(salinan), ("html",))
    assert berkas[1].read_bytes() == dulu


def test_one_small_month_is_enough_to_be_told_what_is_missing(tmp_path: Path) -> None:
    ruang = ruang_baru(tmp_path / "ruang")
    berkas = tmp_path / "Januari 2025.xlsx"
    berkas.write_bytes(xlsx(P=PEGAWAI, I=INDIKATOR, R=REALISASI))
    hitung(ruang, berkas)
    laporan = susun_tindak_lanjut(ruang).laporan
    assert (laporan.dinas[0].orang, laporan.dinas[0].usulan, laporan.dinas[0].belum) == (2, (), ())
    assert sum("belum dihitung" in kata for kata in laporan.catatan) == 6  # all rules but that of one month's box


def test_a_rule_set_without_numbers_gives_proposals_by_its_categories_alone(tmp_path: Path) -> None:
    ruang = ruang_baru(tmp_path / "ruang")
    for kode, nama in (("01", "Januari"), ("02", "Februari"), ("03", "Maret")):
        (tmp_path / f"{nama} 2025.xlsx").write_bytes(xlsx(P=PEGAWAI, K=TANPA_ANGKA))
        perintah = Perintah((tmp_path / f"{nama} 2025.xlsx",), Periode(2025, int(kode)), "permenpanrb-6-2022")
        assert hitung_periode(ruang, perintah, pelaku()).tersimpan
    hasil = susun_tindak_lanjut(ruang)
    assert [(u.jenis.value, u.orang.nip, u.alasan[0].kata) for u in hasil.laporan.dinas[0].usulan] == [
        ("promosi", ANI, "Kinerja tinggi berturut-turut: Sangat Baik (Januari–Maret 2025)"),
        ("pelatihan", BUDI, "Predikat di bawah Baik: Butuh Perbaikan (Februari–Maret 2025)"),
    ]
    assert "Pembinaan, “Nilai turun terus”: aturan penilaian ini tidak memberi angka." in hasil.laporan.catatan
    for teks in (layar(hasil), halaman_lanjut(hasil.laporan), teks_buku(buku_lanjut(hasil.laporan, hasil.temuan))):
        assert "Sangat Baik" in teks
    assert json.loads(json_lanjut(hasil.laporan, ()))["dinas"][0]["usulan"][0]["alasan"][0]["bulan"][0]["nilai"] is None


def test_months_of_another_rule_set_are_named_and_left_out(tmp_path: Path) -> None:
    ruang = ruang_baru(tmp_path / "ruang")
    (tmp_path / "a.xlsx").write_bytes(xlsx(P=PEGAWAI, K=TANPA_ANGKA))
    (tmp_path / "b.xlsx").write_bytes(xlsx(P=PEGAWAI, I=INDIKATOR, R=REALISASI))
    hitung_periode(ruang, Perintah((tmp_path / "a.xlsx",), Periode(2025, 1), "permenpanrb-6-2022"), pelaku())
    hitung_periode(ruang, Perintah((tmp_path / "b.xlsx",), Periode(2025, 2)), pelaku())
    laporan = susun_tindak_lanjut(ruang).laporan
    assert [str(p) for p in laporan.bulan] == ["2025-02"]
    assert laporan.catatan[0].startswith("Januari 2025 dinilai dengan aturan lain (permenpanrb-6-2022")


def test_the_workbooks_of_the_dinas_propose_the_same_people_with_the_same_words(
    hasil: HasilLanjut, contoh: RuangKerja
) -> None:
    sama = 0
    for bagian in hasil.laporan.dinas:
        buku = openpyxl.load_workbook(contoh.folder / f"laporan/2025-03/{bagian.nama}.xlsx")
        isi = list(buku["Tindak Lanjut"].iter_rows(min_row=8, max_col=8, values_only=True))
        usulan = [tuple(str(sel or "") for sel in baris) for baris in isi[: len(bagian.usulan)]]
        harap = [(u.orang.nip, u.orang.nama, u.orang.jabatan, *kata_usulan(u)) for u in bagian.usulan]
        assert usulan == harap
        catatan = [str(baris[0]) for baris in isi[len(bagian.usulan) :]]
        assert any(DIUSULKAN in satu for satu in catatan)
        assert (f"Belum cukup data untuk {len(bagian.belum)} orang" in "\n".join(catatan)) == bool(bagian.belum)
        sama += len(harap)
    assert sama == 22


def _tindak_lanjut(ruang: RuangKerja, dinas: str = "Dinas Kesehatan") -> str:
    """What the sheet says after the reports were written again; they are, whatever the folder holds."""
    keluaran = kinerja("laporan", "--periode", "2025-03", "--dinas", dinas, di=ruang.folder)
    assert keluaran.returncode == 0, keluaran.stderr
    buku = openpyxl.load_workbook(ruang.folder / f"laporan/2025-03/{dinas}.xlsx")
    teks = "\n".join(str(sel) for baris in buku["Tindak Lanjut"].iter_rows(values_only=True) for sel in baris if sel)
    return teks + "\n\n" + " ".join(keluaran.stderr.split())


def test_workbooks_beside_the_scores_that_are_damaged_stop_no_report(salinan: RuangKerja) -> None:
    folder = salinan.folder / "pelengkap"
    potensial = next(folder.glob("Potensial*"))
    assert f"{potensial.name} (" in _tindak_lanjut(salinan)
    potensial.write_bytes(potensial.read_bytes()[:500])
    teks, _, layar_ = _tindak_lanjut(salinan).partition("\n\n")
    kalimat = "1 GALAT di berkas pelengkap: barisnya tidak dipakai; lihat “kinerja tindak-lanjut”."
    assert kalimat in teks
    assert layar_ == kalimat
    assert "“Talenta siap promosi”: tabel Potensial belum diberikan." in teks
    for satu in folder.iterdir():
        satu.unlink()
    (folder / ".sisa.xlsx").write_bytes(b"")
    assert "Berkas pelengkap: tidak terbaca." in _tindak_lanjut(salinan)
    (folder / ".sisa.xlsx").unlink()
    assert "Berkas pelengkap: tidak ada di folder pelengkap." in _tindak_lanjut(salinan)


def test_wrong_rules_of_ones_own_stop_no_report(salinan: RuangKerja) -> None:
    berkas = salinan.folder / "aturan/pelengkap/tindak-lanjut.toml"
    berkas.parent.mkdir(parents=True)
    berkas.write_text('id = "x"', "utf-8")
    teks, _, layar_ = _tindak_lanjut(salinan).partition("\n\n")
    assert "Tindak lanjut tidak dapat disusun. Berkas aturan tindak-lanjut.toml:\n  baris 1: " in teks
    assert "“judul” tidak ada" in teks
    assert layar_.startswith("Tindak lanjut tidak dapat disusun.")
