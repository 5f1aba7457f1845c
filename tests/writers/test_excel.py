"""Report workbooks as other programs read them."""

from __future__ import annotations

import datetime as dt
import io
import subprocess
import zipfile
from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest
from bantu import ANI, BUDI, INDIKATOR, REALISASI, hitung, libreoffice, nilai, ruang_baru, xlsx
from openpyxl.workbook import Workbook

from kinerja_cli.core.laporan import KERAHASIAAN
from kinerja_cli.store import RuangKerja
from kinerja_cli.workflow.isi import muat
from kinerja_cli.workflow.laporan import tulis_laporan
from kinerja_cli.workflow.ruang import setelan_ruang

DUKCAPIL = "Dinas Kependudukan dan Pencatatan Sipil.xlsx"
RAMADHANI, ERLINAWATI = "198905062014021012", "198402262010012012"


def buka(ruang: RuangKerja, nama: str) -> Workbook:
    return openpyxl.load_workbook(ruang.folder / "laporan" / "2025-01" / nama, data_only=True)


def tabel(buku: Workbook, lembar: str) -> list[dict[str, object]]:
    """The rows beneath the heading row, by heading."""
    isi = [[sel.value for sel in baris] for baris in buku[lembar].iter_rows()]
    kepala = next(i for i, baris in enumerate(isi) if "NIP" in baris or "Dinas" in baris or "Apa" in baris)
    return [dict(zip(map(str, isi[kepala]), baris, strict=True)) for baris in isi[kepala + 1 :]]


def bagian(isi: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(isi)) as z:
        return {nama: z.read(nama) for nama in z.namelist()}


def test_people_by_rank_with_their_printed_scores(contoh: RuangKerja) -> None:
    harap = {nip: isi for nip, isi in nilai(contoh).items() if isi[0] == "dinilai"}
    baris = tabel(buka(contoh, "rekap.xlsx"), "Pegawai")
    assert {str(b["NIP"]): (f"{b['Nilai']:.2f}", b["Predikat"]) for b in baris} == {n: i[1:] for n, i in harap.items()}
    urut = [(b["Peringkat"], b["Nilai"]) for b in baris]
    assert urut == sorted(urut, key=lambda b: (b[0], -float(str(b[1]))))
    assert all(isinstance(b["NIP"], str) and len(b["NIP"]) == 18 for b in baris)


def test_the_printed_column_adds_up_to_the_score(contoh: RuangKerja) -> None:
    """Every person's sum, from the cells alone, as somebody with a pocket calculator would do it."""
    diperiksa = 0
    for berkas in sorted((contoh.folder / "laporan" / "2025-01").glob("[BD]*.xlsx")):
        jumlah, bobot = Fraction(0), Fraction(0)
        for b in tabel(buka(contoh, berkas.name), "Rincian"):
            if b["Kode"] != "JUMLAH":
                if b["Capaian × bobot ÷ 100"] is not None:
                    jumlah += Fraction(str(b["Capaian"])) * Fraction(str(b["Bobot"])) / 100
                    bobot += Fraction(str(b["Bobot"]))
                    assert (
                        Fraction(str(b["Capaian × bobot ÷ 100"]))
                        == Fraction(str(b["Capaian"])) * Fraction(str(b["Bobot"])) / 100
                    )
                continue
            if b["Capaian"] is not None:
                assert Fraction(str(b["Capaian × bobot ÷ 100"])) == jumlah
                assert Fraction(str(b["Bobot"])) == bobot
                assert Fraction(str(b["Capaian"])) == Fraction(int(jumlah / bobot * 10_000 + Fraction(1, 2)), 100)
                diperiksa += 1
            jumlah, bobot = Fraction(0), Fraction(0)
    assert diperiksa == 77


def test_those_not_scored_stand_with_the_reason(contoh: RuangKerja) -> None:
    belum = {b["Nama"]: (b["Keadaan"], b["Alasan"]) for b in tabel(buka(contoh, "rekap.xlsx"), "Belum Dinilai")}
    assert belum["Resti Anggraini, S.Pd."] == ("tidak berlaku", "status cuti")
    assert belum["Hasnah Daulay, A.Md.Keb."] == ("belum lengkap", "belum ada realisasi yang dapat dihitung: DKS-06")
    assert len(belum) == 3


def test_the_note_of_one_who_lacks_only_a_new_idea(contoh: RuangKerja) -> None:
    (orang,) = [b for b in tabel(buka(contoh, "rekap.xlsx"), "Pegawai") if b["NIP"] == RAMADHANI]
    assert (orang["Nilai"], orang["Predikat"]) == (112.64, "Baik")
    assert "ide baru" in str(orang["Catatan"])


def test_names_that_look_like_formulas_stay_text(tmp_path: Path) -> None:
    pegawai = f"""
        NIP | Nama | Dinas
        {ANI} | =HYPERLINK("x";"y") | Dinas Kesehatan
        {BUDI} | +62 812 | Dinas Kesehatan
    """
    berkas = tmp_path / "Januari 2025.xlsx"
    berkas.write_bytes(xlsx(P=pegawai, I=INDIKATOR, R=REALISASI))
    ruang = ruang_baru(tmp_path / "ruang")
    hitung(ruang, berkas)
    for nama in ("Dinas Kesehatan.xlsx", "rekap.xlsx"):
        sel = [
            s for ws in buka(ruang, nama) for baris in ws.iter_rows() for s in baris if str(s.value).startswith(("=", "+"))
        ]
        assert sel
        assert {s.data_type for s in sel} == {"s"}


def test_every_sheet_is_private_and_ready_to_print(contoh: RuangKerja) -> None:
    buku = buka(contoh, DUKCAPIL)
    assert buku.sheetnames == ["Ringkasan", "Pegawai", "Rincian", "Belum Dinilai", "Garis Batas", "Tindak Lanjut", "Metode"]
    for ws in buku:
        assert KERAHASIAAN in [ws.cell(r, 1).value for r in range(1, 7)]
        assert ws.page_setup.paperSize == 9
        assert KERAHASIAAN in str(ws.oddFooter.left.text)
        assert ws.oddFooter.right.text == "Halaman &P dari &N"
        assert ws.sheet_properties.pageSetUpPr.fitToPage
    for nama in ("Pegawai", "Rincian"):
        assert buku[nama].freeze_panes == "A8"
        assert buku[nama].print_title_rows == "$7:$7"
    assert buku.properties.created == dt.datetime(2025, 1, 31)


def test_method_and_proof_stand_in_the_workbook(contoh: RuangKerja) -> None:
    metode = {b["Apa"]: b["Ketentuan"] for b in tabel(buka(contoh, DUKCAPIL), "Metode")}
    assert metode["Capaian, arah turun"] == "(2 − realisasi ÷ target) × 100"
    assert str(metode["Aturan"]).startswith("evaluasi-bungo, sha256 ")
    assert str(metode["Jejak audit"]).startswith("jejak nomor 1, ")


def test_the_same_state_gives_the_same_workbooks(salinan: RuangKerja) -> None:
    folder = salinan.folder / "laporan" / "2025-01"
    lama = {p.name: bagian(p.read_bytes()) for p in folder.glob("*.xlsx")}
    isi = muat(salinan, salinan.semua_periode()[0], setelan_ruang(salinan))
    tulis_laporan(salinan, isi)
    assert {p.name: bagian(p.read_bytes()) for p in folder.glob("*.xlsx")} == lama
    assert len(lama) == 5


@pytest.mark.parametrize("nama", [DUKCAPIL, "rekap.xlsx"])
def test_libreoffice_prints_it(contoh: RuangKerja, tmp_path: Path, nama: str) -> None:
    pdf = libreoffice(contoh.folder / "laporan" / "2025-01" / nama, "pdf", tmp_path)
    try:
        teks = subprocess.run(
            ["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, encoding="utf-8"
        ).stdout
    except FileNotFoundError:
        pytest.skip("pdftotext tidak terpasang")
    assert "Nurhasanah Siregar" in teks
    assert "110,88" in teks or "110.88" in teks
    assert "###" not in teks


def test_the_edge_list_and_the_rounding_witness_name_their_people(contoh: RuangKerja) -> None:
    rekap = buka(contoh, "rekap.xlsx")
    tepi = tabel(rekap, "Garis Batas")
    assert [(b["Nama"], b["Nilai"], b["Batas"], b["Mulai"], b["Selisih"]) for b in tepi] == [
        ("Lisa Novianti, S.AP.", 90.4, "Baik", 90, 0.4),
        ("H. Darmawan Idris, S.H., M.Si.", 90.01, "Baik", 90, 0.01),
    ]
    assert "BKP-01 152 → 151 berkas" in str(tepi[1]["Yang dapat mengubahnya"])
    assert tabel(buka(contoh, DUKCAPIL), "Garis Batas") == []
    metode = tabel(rekap, "Metode")
    utuh = next(i for i, b in enumerate(metode) if b["Apa"] == "capaian setiap indikator dibulatkan ke persen utuh")
    assert metode[utuh]["Ketentuan"] == "1 orang"
    assert (metode[utuh + 1]["Ketentuan"], metode[utuh + 1]["Dasar (kepastian)"]) == (
        "H. Darmawan Idris, S.H., M.Si. (196903081995031007)",
        "Baik (90,01) menjadi Cukup (89,93)",
    )
    dinas = [b["Ketentuan"] for b in tabel(buka(contoh, DUKCAPIL), "Metode") if "persen utuh" in str(b["Apa"])]
    assert dinas == ["tidak seorang pun"]


def test_categories_and_numbers_are_marked_so_that_black_ink_shows_it(contoh: RuangKerja) -> None:
    ws = buka(contoh, DUKCAPIL)["Pegawai"]
    aturan = {str(r.sqref): semua for r, semua in ws.conditional_formatting._cf_rules.items()}
    (predikat,) = [semua for semua in aturan.values() if semua[0].type == "cellIs"]
    isian = [r.dxf.fill.patternType for r in predikat]
    assert [r.formula[0].strip('"') for r in predikat] == ["Sangat Baik", "Baik", "Cukup", "Kurang", "Sangat Kurang"]
    assert len(set(isian[1:])) == 4
    assert any(semua[0].type == "dataBar" for semua in aturan.values())


def test_paper_is_what_the_settings_say(salinan: RuangKerja) -> None:
    toml = salinan.folder / "kinerja.toml"
    toml.write_text(toml.read_text("utf-8").replace('kertas = "A4"', 'kertas = "F4"'), "utf-8")
    tulis_laporan(salinan, muat(salinan, salinan.semua_periode()[0], setelan_ruang(salinan)))
    assert {ws.page_setup.paperSize for ws in buka(salinan, DUKCAPIL)} == {14}


def test_the_front_sheet_lays_the_saved_months_side_by_side(contoh: RuangKerja) -> None:
    ws = openpyxl.load_workbook(contoh.folder / "laporan" / "2025-03" / DUKCAPIL, data_only=True)["Ringkasan"]
    isi = [(baris[0].value, baris[1].value) for baris in ws.iter_rows(max_col=2)]
    awal = isi.index(("Rata-rata setiap bulan", None)) + 1
    bulan = dict(isi[awal : awal + 3])
    assert list(bulan) == ["Januari 2025", "Februari 2025", "Maret 2025"]
    januari = dict(r[:2] for r in buka(contoh, DUKCAPIL)["Ringkasan"].iter_rows(max_col=2, values_only=True))
    assert bulan["Januari 2025"] == januari["Rata-rata nilai"]
    assert "Rata-rata setiap bulan" not in januari
