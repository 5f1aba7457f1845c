"""From the sender's workbook to a repair workbook and back: exactly the filled cells change."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from bantu import ANI, BUDI, CICI, INDIKATOR, PEGAWAI, REALISASI, baris, isi_folder, libreoffice, ruang_baru, xlsx

from kinerja_cli.core.penerapan import Penerapan, Sebab
from kinerja_cli.core.temuan import Tingkat
from kinerja_cli.errors import KinerjaError
from kinerja_cli.readers.buku_kerja import baca_lembar
from kinerja_cli.workflow.perbaikan import buat_perbaikan, terapkan_perbaikan
from kinerja_cli.workflow.validasi import validasi_berkas

DEDI = "198001012005011004"
NAMA = "Dinkes Januari 2025"
KOP = "PEMERINTAH KABUPATEN BUNGO\nPeriode: Januari 2025\n\n"
ORANG = f"""
    No | NIP | Nama Pegawai | Perangkat Daerah | Jabatan | Status
    1 | {ANI} | Ani | Dinas Kesehatan | Perawat | aktip
    2 | {BUDI} | Budi | Dinas Kesehatan | Kepala Seksi |
    3 | {CICI} | Cici | Dinas Kesehtan | Perawat | aktif
    4 | {DEDI} | Dedi | | Perawat | aktif
"""
UKURAN = """
    Kode | Indikator | Aspek | Bobot | Arah | Target | Satuan
    A | Berkas selesai | Penyelesaian Tugas | 50 | naik | 80 | berkas
    B | Hari layanan | Inovasi Pelayanan | 30 | trun | 10 | hari
    C | Indeks | Kepuasan Masyarakat | 19 | naik | 4 | nilai
"""
HASIL = "\n".join(
    f"{nip} | {nama} | {kode} | {nilai} |"
    for nip, nama, isi in (
        (ANI, "Ani", {"A": "enam puluh", "B": "9", "C": "3.5"}),
        (BUDI, "Budi", {"A": "60", "BB": "12", "C": "4"}),
        (CICI, "Cici", {"A": "70", "B": "11", "C": ""}),
        (DEDI, "Dedi", {"A": "-4", "B": "8", "C": "3"}),
    )
    for kode, nilai in isi.items()
)
SALAH = f"NIP | Nama | Kode Indikator | Realisasi | Keterangan\n{HASIL.replace(DEDI, DEDI[:-1], 1)}\n"

ISIAN: Mapping[tuple[str, int, str], object] = {
    ("Pegawai", 5, "Status"): "aktif",
    ("Pegawai", 7, "Perangkat Daerah"): "Dinas Kesehatan",
    ("Pegawai", 8, "Perangkat Daerah"): "Dinas Kesehatan",
    ("Indikator", 3, "Arah"): "turun",
    ("Indikator", 4, "Bobot"): 20,
    ("Realisasi", 2, "Realisasi"): 60,
    ("Realisasi", 6, "Kode Indikator"): "B",
    ("Realisasi", 10, "Realisasi"): 3.25,
    ("Realisasi", 11, "NIP"): DEDI,
    ("Realisasi", 11, "Realisasi"): 4,
}
"""Ten different faults, as a person would mend them: sheet, row of the sender's sheet, header, value."""
BERUBAH = {
    ("Pegawai", "F5"), ("Pegawai", "D7"), ("Pegawai", "D8"), ("Indikator", "E3"), ("Indikator", "D4"),
    ("Realisasi", "D2"), ("Realisasi", "C6"), ("Realisasi", "D10"), ("Realisasi", "A11"), ("Realisasi", "D11"),
}  # fmt: skip


def buku_pengirim(realisasi: str = SALAH) -> bytes:
    """A sender's workbook with formulas, a picture, a chart, colours and a comment around its tables."""
    wadah = io.BytesIO()
    with xlsxwriter.Workbook(wadah, {"in_memory": True, "strings_to_formulas": False}) as buku:
        merah = buku.add_format({"bg_color": "#FFAAAA", "num_format": "0.00"})
        for nama, teks in (("Pegawai", KOP + ORANG.strip("\n")), ("Indikator", UKURAN), ("Realisasi", realisasi)):
            ws = buku.add_worksheet(nama)
            for r, satu in enumerate(baris(teks)):
                for k, nilai in enumerate(satu):
                    if nilai != "":
                        ws.write(r, k, nilai, merah if isinstance(nilai, float) else None)
        ws.write_formula("H2", "=SUM(D3:D4)", None, 12.5)
        ws.write_comment("D3", "Sudah dicek")
        ws.conditional_format("D2:D20", {"type": "data_bar"})
        grafik = buku.add_chart({"type": "column"})
        grafik.add_series({"values": "=Realisasi!$D$3:$D$4"})
        ws.insert_chart("J2", grafik)
        ws.insert_image("J20", "logo.png", {"image_data": io.BytesIO(PNG)})
    return wadah.getvalue()


PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8cfc0000003010100c9fe92ef"
    "0000000049454e44ae426082"
)


def isi(perbaikan: Path, isian: Mapping[tuple[str, int, str], object], *, urutkan: bool = False) -> None:
    """Fill in cells as a person does, and perhaps turn the rows round first."""
    buku = openpyxl.load_workbook(perbaikan)
    for ws in buku.worksheets:
        if ws.sheet_state != "visible" or ws.title == "Petunjuk":
            continue
        judul = [sel.value for sel in ws[4]]
        if urutkan:
            terbalik = [[sel.value for sel in satu] for satu in ws.iter_rows(min_row=5)][::-1]
            for r, satu in enumerate(terbalik, 5):
                for k, nilai in enumerate(satu, 1):
                    ws.cell(r, k).value = nilai
        tempat = {int(satu[0].value): satu for satu in ws.iter_rows(min_row=5)}
        for (lembar, nomor, kolom), nilai in isian.items():
            if lembar == ws.title:
                tempat[nomor][judul.index(kolom)].value = nilai
    buku.save(perbaikan)


def sel(isi: bytes) -> dict[tuple[str, str], object]:
    """Every filled cell with its formula and style, as openpyxl sees them."""
    buku = openpyxl.load_workbook(io.BytesIO(isi))
    return {
        (ws.title, satu.coordinate): (satu.value, satu.number_format, satu.fill.fgColor.rgb)
        for ws in buku
        for deret in ws.iter_rows()
        for satu in deret
        if satu.value is not None
    }


def beda(lama: bytes, baru: bytes) -> set[tuple[str, str]]:
    a, b = sel(lama), sel(baru)
    return {tempat for tempat in a.keys() | b.keys() if a.get(tempat) != b.get(tempat)}


@pytest.fixture
def kirim(tmp_path: Path) -> Callable[..., tuple[Path, Path]]:
    """Put a sender's file into a folder and make its repair workbook; gives both paths."""

    def buat(data: bytes, nama: str = f"{NAMA}.xlsx") -> tuple[Path, Path]:
        (tmp_path / nama).write_bytes(data)
        ((perbaikan, _),) = buat_perbaikan(None, [tmp_path / nama], tmp_path / "ke", None).tertulis
        return tmp_path / nama, perbaikan

    return buat


def temuan(jalur: Path) -> list[tuple[str, str]]:
    semua = validasi_berkas(None, [jalur], None).temuan
    return [(t.kode, t.letak.sel) for t in semua if t.tingkat is not Tingkat.INFO]


def test_ten_planted_errors_become_exactly_ten_changed_cells(kirim: Callable[..., tuple[Path, Path]], tmp_path: Path) -> None:
    asli, perbaikan = kirim(buku_pengirim())
    semula = asli.read_bytes()
    assert {"P01", "P05", "P06", "S04", "S07", "I01", "I02", "R02", "R05", "R06"} <= {kode for kode, _ in temuan(asli)}
    isi(perbaikan, ISIAN)
    hasil = terapkan_perbaikan(perbaikan, asli, tmp_path / "baru.xlsx")
    assert hasil.tertulis == tmp_path / "baru.xlsx"
    assert beda(semula, (tmp_path / "baru.xlsx").read_bytes()) == BERUBAH
    assert {(p.letak.lembar, p.letak.sel) for p in hasil.penerapan.perubahan} == BERUBAH
    assert temuan(tmp_path / "baru.xlsx") == []
    assert asli.read_bytes() == semula


def test_every_other_part_of_the_workbook_stays_byte_for_byte(
    kirim: Callable[..., tuple[Path, Path]], tmp_path: Path
) -> None:
    asli, perbaikan = kirim(buku_pengirim())
    isi(perbaikan, ISIAN)
    terapkan_perbaikan(perbaikan, asli, tmp_path / "baru.xlsx")
    with zipfile.ZipFile(asli) as lama, zipfile.ZipFile(tmp_path / "baru.xlsx") as baru:
        assert lama.namelist() == baru.namelist()
        assert {"xl/media/image1.png", "xl/charts/chart1.xml", "xl/comments1.xml"} <= set(lama.namelist())
        berubah = {n for n in lama.namelist() if lama.read(n) != baru.read(n)}
    assert berubah == {f"xl/worksheets/sheet{n}.xml" for n in (1, 2, 3)}
    hasil = openpyxl.load_workbook(tmp_path / "baru.xlsx", data_only=True)["Realisasi"]
    assert hasil["H2"].value == 12.5


def test_a_repair_workbook_that_libreoffice_saved_does_the_same(
    kirim: Callable[..., tuple[Path, Path]], tmp_path: Path
) -> None:
    asli, perbaikan = kirim(buku_pengirim())
    isi(perbaikan, ISIAN)
    (tmp_path / "lo").mkdir()
    lagi = libreoffice(perbaikan, "xlsx", tmp_path / "lo")
    hasil = terapkan_perbaikan(lagi, asli, tmp_path / "baru.xlsx")
    assert hasil.penerapan.diabaikan == ()
    assert hasil.berumus
    assert beda(buku_pengirim(), (tmp_path / "baru.xlsx").read_bytes()) == BERUBAH
    assert temuan(tmp_path / "baru.xlsx") == []


@pytest.mark.filterwarnings("ignore:.*extension is not supported")  # openpyxl on what LibreOffice writes
def test_a_senders_workbook_that_libreoffice_saved_in_between_gets_the_same_ten_cells(
    kirim: Callable[..., tuple[Path, Path]], tmp_path: Path
) -> None:
    asli, perbaikan = kirim(buku_pengirim())
    isi(perbaikan, ISIAN)
    (tmp_path / "lo").mkdir()
    lagi = libreoffice(asli, "xlsx", tmp_path / "lo")
    terapkan_perbaikan(perbaikan, lagi, tmp_path / "baru.xlsx")
    assert beda(lagi.read_bytes(), (tmp_path / "baru.xlsx").read_bytes()) == BERUBAH


def test_saved_as_ods_it_still_does_the_same(kirim: Callable[..., tuple[Path, Path]], tmp_path: Path) -> None:
    asli, perbaikan = kirim(buku_pengirim())
    isi(perbaikan, ISIAN)
    (tmp_path / "lo").mkdir()
    terapkan_perbaikan(libreoffice(perbaikan, "ods", tmp_path / "lo"), asli, tmp_path / "baru.xlsx")
    assert beda(buku_pengirim(), (tmp_path / "baru.xlsx").read_bytes()) == BERUBAH


def test_rows_turned_round_on_both_sides_meet_again(kirim: Callable[..., tuple[Path, Path]], tmp_path: Path) -> None:
    asli, perbaikan = kirim(buku_pengirim())
    isi(perbaikan, ISIAN, urutkan=True)
    kepala, *data = SALAH.splitlines()
    data.insert(0, f"{CICI} | Cici | D | 1 |")
    asli.write_bytes(buku_pengirim("\n".join([kepala, *reversed(data)])))
    hasil = terapkan_perbaikan(perbaikan, asli, tmp_path / "baru.xlsx")
    realisasi = {p.letak.sel: p.baru for p in hasil.penerapan.perubahan if p.letak.lembar == "Realisasi"}
    assert realisasi == {"D13": 60.0, "C9": "B", "D5": 3.25, "A4": DEDI, "D4": 4.0}


def test_an_edit_in_between_is_refused_and_nothing_is_written(
    kirim: Callable[..., tuple[Path, Path]], tmp_path: Path
) -> None:
    asli, perbaikan = kirim(buku_pengirim())
    isi(perbaikan, ISIAN)
    asli.write_bytes(buku_pengirim(SALAH.replace("enam puluh", "61")))
    hasil = terapkan_perbaikan(perbaikan, asli, tmp_path / "baru.xlsx")
    assert [(s.sebab, s.letak.sel) for s in hasil.penerapan.penolakan] == [(Sebab.BERUBAH, "D2")]
    assert hasil.tertulis is None
    assert not (tmp_path / "baru.xlsx").exists()


def test_nothing_filled_in_writes_nothing(kirim: Callable[..., tuple[Path, Path]], tmp_path: Path) -> None:
    asli, perbaikan = kirim(buku_pengirim())
    hasil = terapkan_perbaikan(perbaikan, asli, tmp_path / "baru.xlsx")
    assert (hasil.penerapan.perubahan, hasil.tertulis) == ((), None)
    assert not (tmp_path / "baru.xlsx").exists()


def test_a_damaged_nip_is_mended_as_text(kirim: Callable[..., tuple[Path, Path]], tmp_path: Path) -> None:
    angka = xlsx(P=PEGAWAI.replace(ANI, "198505152010012"), I=INDIKATOR, R=REALISASI)
    asli, perbaikan = kirim(angka)
    isi(perbaikan, {("P", 2, "NIP"): ANI})
    terapkan_perbaikan(perbaikan, asli, tmp_path / "baru Januari 2025.xlsx")
    assert beda(angka, (tmp_path / "baru Januari 2025.xlsx").read_bytes()) == {("P", "A2")}
    assert temuan(tmp_path / "baru Januari 2025.xlsx") == []


def test_a_row_too_many_is_emptied_and_gone(kirim: Callable[..., tuple[Path, Path]], tmp_path: Path) -> None:
    """What the advice says: empty every coloured cell of the row."""
    ganda = f"NIP | Kode Indikator | Realisasi\n{ANI} | A | 84\n{ANI} | B | 9\n{ANI} | C | 4\n{ANI} | A | 80\n"
    asli, perbaikan = kirim(xlsx(P=PEGAWAI, I=INDIKATOR, R=ganda))
    assert temuan(asli) == [("R09", "A3"), ("R03", "C5")]
    isi(perbaikan, dict.fromkeys([("R", 5, "NIP"), ("R", 5, "Kode Indikator"), ("R", 5, "Realisasi")]))
    terapkan_perbaikan(perbaikan, asli, tmp_path / "baru Januari 2025.xlsx")
    assert temuan(tmp_path / "baru Januari 2025.xlsx") == [("R09", "A3")]


def test_wide_rows_and_names_with_nips_in_one_cell(kirim: Callable[..., tuple[Path, Path]], tmp_path: Path) -> None:
    lebar = f"Nama / NIP | A | B | C\nAni {ANI} | enam | 9 | 3.5\nBudi {BUDI[:-1]} | 60 | 12 | 4\n"
    asal = xlsx(P=PEGAWAI, I=INDIKATOR, R=lebar)
    asli, perbaikan = kirim(asal)
    isi(perbaikan, {("R", 2, "A"): 60, ("R", 3, "Nama / NIP"): f"Budi\n{BUDI}"})
    terapkan_perbaikan(perbaikan, asli, tmp_path / "baru Januari 2025.xlsx")
    assert beda(asal, (tmp_path / "baru Januari 2025.xlsx").read_bytes()) == {("R", "B2"), ("R", "A3")}
    assert temuan(tmp_path / "baru Januari 2025.xlsx") == []


def test_a_csv_changes_only_in_its_cells(tmp_path: Path) -> None:
    (tmp_path / "Pegawai dan Indikator.xlsx").write_bytes(xlsx(P=PEGAWAI, I=INDIKATOR))
    teks = f'"NIP";"A";"B";"C"\r\n"{ANI}";84,5;enam;3,5\r\n"{BUDI}";60,0;12;4\r\n'
    (tmp_path / "Realisasi Januari 2025.csv").write_bytes(b"\xef\xbb\xbf" + teks.encode())
    hasil = buat_perbaikan(None, [tmp_path], tmp_path / "ke", None)
    ((perbaikan, _),) = hasil.tertulis
    isi(perbaikan, {("Data", 2, "B"): 9.25})
    baru = terapkan_perbaikan(perbaikan, tmp_path / "Realisasi Januari 2025.csv", tmp_path / "ke/baru.csv")
    assert not baru.nilai_saja
    assert (tmp_path / "ke/baru.csv").read_bytes() == b"\xef\xbb\xbf" + teks.replace("enam", "9,25").encode()


@pytest.mark.parametrize("akhiran", ["ods", "xls"])
def test_what_cannot_be_edited_becomes_a_workbook_of_values(akhiran: str, tmp_path: Path) -> None:
    (tmp_path / "asal.xlsx").write_bytes(xlsx(P=PEGAWAI, I=INDIKATOR, R=REALISASI.replace("60", "enam")))
    (tmp_path / "lo").mkdir()
    asli = libreoffice(tmp_path / "asal.xlsx", akhiran, tmp_path / "lo")
    ((perbaikan, _),) = buat_perbaikan(None, [asli], tmp_path / "ke", None).tertulis
    isi(perbaikan, {("R", 3, "A"): 60})
    with pytest.raises(KinerjaError, match=r"harus berakhiran \.xlsx"):
        terapkan_perbaikan(perbaikan, asli, tmp_path / f"baru.{akhiran}")
    hasil = terapkan_perbaikan(perbaikan, asli, tmp_path / "baru Januari 2025.xlsx")
    assert hasil.nilai_saja
    lama, baru = (baca_lembar("x", p.read_bytes()).lembar for p in (asli, tmp_path / "baru Januari 2025.xlsx"))
    assert [(a.nama, len(a.baris)) for a in lama] == [(b.nama, len(b.baris)) for b in baru]
    beda_sel = [
        (a.nama, r, k, y)
        for a, b in zip(lama, baru, strict=True)
        for r, (p, q) in enumerate(zip(a.baris, b.baris, strict=True))
        for k, (x, y) in enumerate(zip(p, q, strict=True))
        if x != y
    ]
    assert beda_sel == [("R", 2, 1, 60.0)]
    assert temuan(tmp_path / "baru Januari 2025.xlsx") == []


def test_several_workbooks_get_one_each_and_clean_ones_none(tmp_path: Path) -> None:
    (tmp_path / "a Januari 2025.xlsx").write_bytes(xlsx(P=PEGAWAI, I=INDIKATOR))
    (tmp_path / "b Januari 2025.xlsx").write_bytes(xlsx(R=REALISASI.replace("60", "enam")))
    (tmp_path / "c.xlsx").write_bytes(b"rusak")
    (tmp_path / "d.xlsx").write_bytes(b"PK\x03\x04 rusak")
    hasil = buat_perbaikan(None, [tmp_path], tmp_path / "ke", None)
    assert [jalur.name for jalur, _ in hasil.tertulis] == ["b Januari 2025 - perbaikan.xlsx"]
    assert {(t.kode, t.letak.berkas) for t in hasil.sisa} == {("B07", "c.xlsx"), ("B01", "d.xlsx")}


def test_two_files_of_one_name_but_another_ending_get_one_each(tmp_path: Path) -> None:
    (tmp_path / "Januari 2025.xlsx").write_bytes(xlsx(P=PEGAWAI, I=INDIKATOR.replace("turun", "trun")))
    (tmp_path / "Januari 2025.csv").write_bytes(f"NIP;A;B;C\n{ANI};84;9;4\n{BUDI};enam;9;4\n".encode())
    hasil = buat_perbaikan(None, [tmp_path], tmp_path / "ke", None)
    assert {p.asal.berkas: jalur.name for jalur, p in hasil.tertulis} == {
        "Januari 2025.xlsx": "Januari 2025 - perbaikan.xlsx",
        "Januari 2025.csv": "Januari 2025.csv - perbaikan.xlsx",
    }


def test_a_text_comes_back_as_it_went_however_odd(tmp_path: Path) -> None:
    """Otherwise a row that nobody touched would be written over."""
    aneh = ["a\r\nb", "a\x07b", "_x0041_", "_x000D_", " a ", "'a", "=1+1", "\u200ba", "a\tb", "1,5", "🙂", "x" * 300]
    wadah = io.BytesIO()
    with xlsxwriter.Workbook(wadah, {"strings_to_formulas": False}) as buku:
        ws = buku.add_worksheet("R")
        for r, satu in enumerate([("NIP", "Kode", "Realisasi", "Keterangan"), *((ANI, "A", "enam", t) for t in aneh)]):
            for k, nilai in enumerate(satu):
                ws.write_string(r, k, nilai)
    asli = tmp_path / "Januari 2025.xlsx"
    asli.write_bytes(wadah.getvalue())
    ((perbaikan, p),) = buat_perbaikan(None, [asli], tmp_path / "ke", None).tertulis
    assert p.banyak_baris == len(aneh)
    (tmp_path / "lo").mkdir()
    for satu in (perbaikan, libreoffice(perbaikan, "xlsx", tmp_path / "lo")):
        assert terapkan_perbaikan(satu, asli, tmp_path / "baru.xlsx").penerapan == Penerapan((), (), ())


def test_faults_of_a_saved_month_are_told_and_not_put_into_the_senders_repair_workbook(tmp_path: Path) -> None:
    from bantu import hitung

    ruang = ruang_baru(tmp_path / "ruang")
    (tmp_path / "awal Januari 2025.xlsx").write_bytes(xlsx(P=PEGAWAI, I=INDIKATOR, R=REALISASI))
    hitung(ruang, tmp_path / "awal Januari 2025.xlsx")
    (tmp_path / "Februari 2025.xlsx").write_bytes(xlsx(R=REALISASI.replace("60", "enam")))
    sebelum = isi_folder(ruang.folder)
    hasil = buat_perbaikan(ruang, [tmp_path / "Februari 2025.xlsx"], tmp_path / "ke", None)
    ((jalur, p),) = hasil.tertulis
    assert (jalur.name, p.asal.kode, [h.nama for h in p.asal.halaman]) == (
        "Februari 2025 - perbaikan.xlsx", ("A", "B", "C"), ["R"],
    )  # fmt: skip
    assert isi_folder(ruang.folder) == sebelum


def test_a_repair_workbook_that_is_there_already_is_never_written_over(
    kirim: Callable[..., tuple[Path, Path]], tmp_path: Path
) -> None:
    asli, perbaikan = kirim(buku_pengirim())
    perbaikan.write_bytes(b"sudah diisi")
    with pytest.raises(KinerjaError, match="sudah ada"):
        buat_perbaikan(None, [asli], tmp_path / "ke", None)
    assert perbaikan.read_bytes() == b"sudah diisi"


@pytest.mark.parametrize(
    ("perbaikan", "berkas", "baru", "kata"),
    [
        ("{p}", "{b}", "{b}", "sudah ada"),
        ("{p}", "{b}", "baru.csv", "harus berakhiran .xlsx"),
        ("{b}", "{b}", "baru.xlsx", "bukan berkas perbaikan"),
        ("tidak-ada.xlsx", "{b}", "baru.xlsx", "tidak dapat dibaca"),
        ("{p}", "tidak-ada.xlsx", "baru.xlsx", "tidak dapat dibaca"),
        ("{p}", "{p}", "baru.xlsx", "dilewati"),
        ("{p}", "rusak.xlsx", "baru.xlsx", "terpotong atau rusak"),
    ],
)
def test_what_cannot_go_on_is_one_sentence_and_writes_nothing(
    kirim: Callable[..., tuple[Path, Path]], tmp_path: Path, perbaikan: str, berkas: str, baru: str, kata: str
) -> None:
    asli, jalur = kirim(buku_pengirim())
    isi(jalur, ISIAN)
    (tmp_path / "rusak.xlsx").write_bytes(asli.read_bytes()[:-200])
    sebelum = isi_folder(tmp_path)
    nama = [tmp_path / satu.format(p=jalur.relative_to(tmp_path), b=asli.name) for satu in (perbaikan, berkas, baru)]
    with pytest.raises(KinerjaError, match=kata):
        terapkan_perbaikan(*nama)
    assert isi_folder(tmp_path) == sebelum
