"""The files of an exercise say, when they are read, exactly what the exercise's sheets say."""

from __future__ import annotations

import io

import openpyxl
import pytest
from bantu_latihan import soal

from kinerja_cli.core.latihan.pemeriksaan import Kerusakan, NilaiLatihan, periksa_latihan
from kinerja_cli.core.lembar import Lembar
from kinerja_cli.core.temuan import Letak, Temuan
from kinerja_cli.core.urai import urai
from kinerja_cli.readers.buku_kerja import baca_buku
from kinerja_cli.writers.buku_latihan import berkas_latihan, hasil_latihan, kunci_jawaban
from kinerja_cli.writers.halaman_latihan import halaman_petunjuk


@pytest.mark.parametrize("benih", [1, 2])
@pytest.mark.parametrize("rusak", [True, False])
def test_what_is_written_is_read_again(benih: int, *, rusak: bool) -> None:
    halaman = soal(benih).halaman if rusak else soal(benih).bersih
    dibaca = {
        (ini.berkas, ini.nama): ini for nama, isi in berkas_latihan(halaman).items() for ini in baca_buku(nama, isi).lembar
    }
    assert dibaca.keys() == {h.tempat for h in halaman}
    for h in halaman:
        assert _isi(dibaca[h.tempat]) == _isi(h.lembar)


def _isi(ini: Lembar) -> tuple[object, ...]:
    lebar = max(map(len, ini.baris))
    baris = [(*b, *[""] * (lebar - len(b))) for b in ini.baris]
    return baris, sorted(ini.gabungan), ini.baris_tersembunyi, ini.persen


def test_the_same_bytes_every_time_and_no_real_clock_in_them() -> None:
    s = soal()
    assert berkas_latihan(s.halaman) == berkas_latihan(s.halaman)
    assert kunci_jawaban(s) == kunci_jawaban(s)
    assert halaman_petunjuk(s) == halaman_petunjuk(s)


def test_the_key_names_each_fault_with_place_and_repair_and_isnt_taken_for_input() -> None:
    isi = kunci_jawaban(soal())
    (ws,) = openpyxl.load_workbook(io.BytesIO(isi)).worksheets
    baris = [tuple(sel or "" for sel in b) for b in ws.iter_rows(min_row=8, values_only=True)]
    assert [b[1:7] for b in baris] == [
        (k.letak.berkas, k.letak.lembar, k.letak.sel, k.kode, k.salah, k.cara) for k in soal().kesalahan
    ]
    assert [b[0] for b in baris] == list(range(1, 21))
    assert [t.kode for t in baca_buku("Kunci Jawaban.xlsx", isi).temuan] == ["B05"]


def test_the_mark_sheet_gives_hints_and_never_the_answer() -> None:
    s = soal()
    lembar = [h.lembar for h in s.halaman]
    nilai = periksa_latihan(s, urai(lembar), lembar, ())
    buku = openpyxl.load_workbook(io.BytesIO(hasil_latihan(nilai)))
    assert buku.sheetnames == ["Hasil"]
    teks = [str(sel) for b in buku["Hasil"].iter_rows(values_only=True) for sel in b]
    assert sum(t == "belum dibetulkan" for t in teks) == 20
    assert {f"kinerja temuan {k.kode}" for k in s.kesalahan} <= set(teks)
    assert not {k.cara for k in s.kesalahan} & set(teks)


def test_damage_and_new_findings_have_sheets_of_their_own() -> None:
    rusak = Kerusakan(Letak("a.xlsx", "R", "C3"), "Realisasi A", "84", "=48")
    nilai = NilaiLatihan(1, (), (rusak,), (Temuan("S01", Letak("a.xlsx", "R", "C4"), "#REF!"),), ())
    buku = openpyxl.load_workbook(io.BytesIO(hasil_latihan(nilai)))
    assert [sel.value for sel in buku["Rusak"][8]] == ["a.xlsx › R!C3", "Realisasi A", "84", "=48"]
    assert buku["Rusak"]["D8"].data_type == "s"
    assert [sel.value for sel in buku["Temuan Baru"][8]][:2] == ["a.xlsx › R!C4", "S01"]


def test_the_page_lists_every_file_and_command_and_needs_nothing_from_outside() -> None:
    halaman = halaman_petunjuk(soal())
    for h in soal().bersih:
        assert h.lembar.berkas in halaman
    assert "kinerja validasi berkas-dinas" in halaman
    assert "kinerja contoh --latihan ." in halaman
    assert "http" not in halaman
    assert not [k.cara for k in soal().kesalahan if k.cara in halaman]
