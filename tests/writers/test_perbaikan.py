"""Repair workbooks as programs see them: what is locked, what is open, what may be chosen, what is hidden."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest
from bantu import ANI, BUDI, CICI, INDIKATOR, PEGAWAI, libreoffice, xlsx
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from kinerja_cli.core.asal import LEMBAR_ASAL, Asal, cari_asal
from kinerja_cli.core.lembar import SIFAT_PERBAIKAN
from kinerja_cli.core.perbaikan import LEMBAR_DAFTAR, Perbaikan, pilihan_isian, rencanakan
from kinerja_cli.readers.buku_kerja import baca_buku, baca_lembar
from kinerja_cli.readers.xlsx import sifat
from kinerja_cli.workflow.perbaikan import buat_perbaikan
from kinerja_cli.writers.perbaikan import buku_perbaikan

PANJANG = f"""
    Lampiran Surat

    No | NIP ASN | Nama Pegawai | Kode IKI | Hasil | Ket | Catatan Dinas
    1 | {ANI} | Ani | A | enam | | c
    2 | {ANI} | Ani | B | 9 | | c
    3 | {ANI} | Ani | CC | 3.5 | | c
    4 | {BUDI} | Budi | A | 60 | | c
    5 | {BUDI} | Budi | B | | | c
    6 | 1990 | Budi | C | 4 | | c
    7 | {ANI} | Ani | B | 8 | | c
"""


@pytest.fixture(scope="module")
def isi(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("perbaikan")
    (folder / "Dinkes Januari 2025.xlsx").write_bytes(
        xlsx(Pegawai=PEGAWAI, Indikator=INDIKATOR.replace("| 20 |", "| 19 |"), Realisasi=PANJANG)
    )
    ((jalur, _),) = buat_perbaikan(None, [folder / "Dinkes Januari 2025.xlsx"], folder / "ke", None).tertulis
    return jalur.read_bytes()


@pytest.fixture
def buku(isi: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(isi))


def baris(ws: Worksheet) -> dict[int, dict[str, openpyxl.cell.Cell]]:
    """Cells by the sender's row number and header."""
    judul = [sel.value for sel in ws[4]]
    return {int(satu[0].value): dict(zip(judul, satu, strict=True)) for satu in ws.iter_rows(min_row=5)}


def test_the_sheets_are_a_guide_the_senders_own_and_two_hidden_ones(buku: Workbook) -> None:
    assert buku.sheetnames == ["Petunjuk", "Indikator", "Realisasi", LEMBAR_DAFTAR, LEMBAR_ASAL]
    assert [ws.sheet_state for ws in buku] == ["visible", "visible", "visible", "hidden", "veryHidden"]


def test_headers_stand_as_the_sender_wrote_them(buku: Workbook) -> None:
    assert [sel.value for sel in buku["Realisasi"][4]] == [
        "Baris", "No", "NIP ASN", "Nama Pegawai", "Kode IKI", "Hasil", "Ket", "Catatan Dinas", "Yang perlu dibetulkan",
    ]  # fmt: skip


def test_only_bad_rows_are_there_and_only_wrong_cells_are_open(buku: Workbook) -> None:
    ws = buku["Realisasi"]
    assert ws.protection.sheet
    assert not ws.protection.password
    terbuka = {n: [j for j, sel in satu.items() if not sel.protection.locked] for n, satu in baris(ws).items()}
    assert terbuka == {
        4: ["Hasil"],
        6: ["Kode IKI"],
        8: ["Hasil"],
        9: ["NIP ASN"],
        10: ["NIP ASN", "Nama Pegawai", "Kode IKI", "Hasil", "Ket"],
    }
    assert all(sel.protection.locked for satu in ws.iter_rows(max_row=4) for sel in satu)
    weights = {n: [j for j, sel in satu.items() if not sel.protection.locked] for n, satu in baris(buku["Indikator"]).items()}
    assert weights == {2: ["Bobot"], 3: ["Bobot"], 4: ["Bobot"]}


def test_colours_tell_the_open_cells_and_their_level(buku: Workbook) -> None:
    semua = baris(buku["Realisasi"])
    galat, peringatan = semua[4]["Hasil"].fill.fgColor.rgb, semua[8]["Hasil"].fill.fgColor.rgb
    assert galat != peringatan
    for satu in semua.values():
        for sel in satu.values():
            assert (sel.fill.fill_type is None) == sel.protection.locked


def test_numbers_stay_numbers_and_nips_stay_text(buku: Workbook) -> None:
    semua = baris(buku["Realisasi"])
    assert (semua[6]["Hasil"].value, semua[6]["NIP ASN"].value) == (3.5, ANI)
    assert semua[9]["NIP ASN"].value == 1990
    assert semua[9]["NIP ASN"].number_format == "@"
    assert semua[4]["Hasil"].value == "enam"
    assert semua[4]["Hasil"].number_format == "General"


def test_each_open_cell_says_what_is_wrong_and_offers_what_there_is(buku: Workbook) -> None:
    ws = buku["Realisasi"]
    aturan = {str(dv.sqref): dv for dv in ws.data_validations.dataValidation}
    terbuka = {sel.coordinate for satu in ws.iter_rows() for sel in satu if not sel.protection.locked}
    assert set(aturan) == terbuka
    for dv in aturan.values():
        assert dv.promptTitle
        assert 0 < len(dv.prompt) <= 255
    hasil, kode, nip = (baris(ws)[n][j].coordinate for n, j in ((4, "Hasil"), (6, "Kode IKI"), (9, "NIP ASN")))
    assert aturan[hasil].type != "list"
    assert "bukan angka" in aturan[hasil].prompt
    assert [pilihan(buku, aturan[satu].formula1) for satu in (kode, nip)] == [["A", "B", "C"], [ANI, BUDI]]
    assert aturan[kode].errorStyle == "warning"


def pilihan(buku: Workbook, rumus: str) -> list[object]:
    lembar, _, rentang = rumus.removeprefix("=").partition("!")
    return [sel.value for (sel,) in buku[lembar.strip("'")][rentang.replace("$", "")]]


def test_the_last_column_says_all_of_it(buku: Workbook) -> None:
    nasihat = {n: satu["Yang perlu dibetulkan"].value for n, satu in baris(buku["Realisasi"]).items()}
    assert nasihat[4] == (
        "S04 Hasil: “enam” bukan angka. → Ketik angkanya saja. Bila belum ada, kosongkan; bila tidak berlaku, "
        "tulis “tidak berlaku”."
    )
    assert nasihat[10].endswith("Bila baris ini tidak dipakai, kosongkan semua sel berwarna di baris ini.")


def test_the_guide_says_how_to_go_on_and_what_cannot_be_mended_here(buku: Workbook) -> None:
    teks = [str(sel.value) for satu in buku["Petunjuk"].iter_rows() for sel in satu if sel.value]
    perintah = "kinerja perbaikan terapkan “Dinkes Januari 2025 - perbaikan.xlsx”".replace("“", '"').replace("”", '"')
    assert any(satu.startswith(perintah) for satu in teks)
    assert "Memuat data pribadi; tidak untuk disebarkan (UU 27/2022)." in teks
    mulai = teks.index("Yang perlu dilakukan")
    assert "PERINGATAN R06" in teks[mulai:]


def test_it_is_known_as_ours_and_passed_over(isi: bytes) -> None:
    assert sifat(isi) == SIFAT_PERBAIKAN
    bacaan = baca_buku("p.xlsx", isi)
    assert (bacaan.lembar, [t.kode for t in bacaan.temuan]) == ((), ["B05"])
    assert "berkas perbaikan" in bacaan.temuan[0].pesan


def test_it_remembers_where_it_came_from_even_after_libreoffice_saved_it(isi: bytes, tmp_path: Path) -> None:
    (tmp_path / "p.xlsx").write_bytes(isi)
    (tmp_path / "lo").mkdir()
    lagi = libreoffice(tmp_path / "p.xlsx", "xlsx", tmp_path / "lo").read_bytes()
    assert sifat(lagi) == SIFAT_PERBAIKAN
    asal = cari_asal(baca_lembar("p.xlsx", isi).lembar)
    assert cari_asal(baca_lembar("p.xlsx", lagi).lembar) == asal
    assert asal.berkas == "Dinkes Januari 2025.xlsx"
    assert {h.nama: h.letak for h in asal.halaman}["Realisasi"] == (0, 1, 2, 3, 4, 5, 6)


def test_libreoffice_keeps_locks_lists_and_messages(isi: bytes, tmp_path: Path) -> None:
    (tmp_path / "p.xlsx").write_bytes(isi)
    (tmp_path / "lo").mkdir()
    buku = openpyxl.load_workbook(libreoffice(tmp_path / "p.xlsx", "xlsx", tmp_path / "lo"))
    ws = buku["Realisasi"]
    assert ws.protection.sheet
    assert {j for j, sel in baris(ws)[6].items() if not sel.protection.locked} == {"Kode IKI"}
    (dv,) = [dv for dv in ws.data_validations.dataValidation if baris(ws)[6]["Kode IKI"].coordinate in dv.sqref]
    assert pilihan(buku, dv.formula1) == ["A", "B", "C"]
    assert "Betulkan kodenya" in dv.prompt


def test_text_is_never_a_formula_and_a_list_is_as_long_as_it_must_be() -> None:
    """A list of 400 people doesn't fit the 255 characters of an inline list; a name may begin with "="."""
    orang = [f"19900101201501{n:04d}" for n in range(1, 400)]
    pegawai = "NIP | Nama | Dinas\n" + "".join(f"{n} | =Orang | Dinas Kesehatan\n" for n in orang)
    p, buku = _buku(P=pegawai, I=INDIKATOR, R=f"NIP | Nama | A | B | C\n{CICI} | =1+1 | 1 | 2 | 3\n")
    assert not re.search(rb"<f[ >]", b"".join(_lembar_xml(buku)))
    ((_, sel),) = ((tempat, s) for tempat, s in p.terbuka.items() if tempat[0] == "R")
    assert len(sel.pilihan) == 399
    hasil = openpyxl.load_workbook(io.BytesIO(buku))
    (dv,) = hasil["R"].data_validations.dataValidation
    assert pilihan(hasil, dv.formula1) == orang


def _lembar_xml(isi: bytes) -> list[bytes]:
    with zipfile.ZipFile(io.BytesIO(isi)) as z:
        return [z.read(n) for n in z.namelist() if n.startswith("xl/worksheets/sheet")]


def _buku(**lembar: str) -> tuple[Perbaikan, bytes]:
    from bantu import aturan, tafsir, terbaca

    isi = ("uji.xlsx", xlsx(**lembar))
    hasil = tafsir(isi)
    pilihan = pilihan_isian(hasil.masukan, aturan().aspek, hasil.temuan)
    p = rencanakan(Asal("uji.xlsx", ".xlsx", "", ("A", "B", "C")), terbaca(isi).lembar, hasil.temuan, pilihan)
    return p, buku_perbaikan(p)
