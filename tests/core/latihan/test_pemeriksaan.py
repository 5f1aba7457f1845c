"""Marking on sheets alone: repaired, left, changed into something else, damaged, moved, gone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from bantu_latihan import ASPEK, kecuali, soal
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja_cli.core.latihan.halaman import Halaman
from kinerja_cli.core.latihan.kesalahan import IsiSel, Kesalahan, tanam
from kinerja_cli.core.latihan.pemeriksaan import NilaiLatihan, Penanganan, periksa_latihan, temuan_baru
from kinerja_cli.core.latihan.soal import Soal, susun_soal
from kinerja_cli.core.lembar import Lembar
from kinerja_cli.core.temuan import Letak, Temuan
from kinerja_cli.core.urai import urai

SOAL = soal()


def periksa(lembar: Sequence[Lembar], s: Soal = SOAL, baru: Sequence[Temuan] = ()) -> NilaiLatihan:
    return periksa_latihan(s, urai(lembar), lembar, baru)


def lembar(halaman: Sequence[Halaman]) -> list[Lembar]:
    return [h.lembar for h in halaman]


def penanganan(nilai: NilaiLatihan, kode: str) -> set[Penanganan]:
    return {b.penanganan for b in nilai.butir if b.kesalahan.kode == kode}


def kesalahan(kode: str) -> Kesalahan:
    return next(k for k in SOAL.kesalahan if k.kode == kode)


def ketik(kode: str, isi: object, halaman: Sequence[Halaman] | None = None) -> NilaiLatihan:
    """Everything is repaired, but in the cell of one fault the operator typed something else."""
    (ubahan,) = kesalahan(kode).ubahan
    assert isinstance(ubahan, IsiSel)
    lain = replace(kesalahan(kode), ubahan=(replace(ubahan, isi=isi, rumus="", persen=False),))
    return periksa(lembar(tanam(halaman or SOAL.bersih, [lain])))


def ganti_lembar(kode: str, ubah: Callable[[Lembar], Lembar]) -> NilaiLatihan:
    tempat = kesalahan(kode).letak
    halaman = kecuali(SOAL, kode)
    return periksa(
        [ubah(h.lembar) if (h.lembar.berkas, h.lembar.nama) == (tempat.berkas, tempat.lembar) else h.lembar for h in halaman]
    )


def test_all_repaired_is_full_and_nothing_repaired_is_none() -> None:
    nilai = periksa(lembar(SOAL.bersih))
    assert (nilai.benar, nilai.ringkas, nilai.lulus) == (20, "20 dari 20 kesalahan sudah benar.", True)
    nilai = periksa(lembar(SOAL.halaman))
    assert (nilai.benar, nilai.lulus, nilai.kerusakan, nilai.hilang) == (0, False, (), ())
    assert {b.penanganan for b in nilai.butir} == {Penanganan.BELUM}


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**6), st.sets(st.integers(0, 19)))
def test_whatever_is_left_is_what_is_marked_as_left(benih: int, tinggal: set[int]) -> None:
    s = susun_soal(benih, ASPEK)
    nilai = periksa(lembar(tanam(s.bersih, [s.kesalahan[i] for i in tinggal])), s)
    assert {i for i, b in enumerate(nilai.butir) if b.penanganan is Penanganan.BELUM} == tinggal
    assert nilai.benar == 20 - len(tinggal)
    assert not nilai.kerusakan
    assert nilai.lulus == (not tinggal)


def test_a_value_that_is_wrong_in_another_way_is_not_repaired() -> None:
    for kode, isi in (("R05", 1.0), ("S05", 1.5), ("I01", 49.5), ("P06", "Dinas Contoh"), ("S01", 0.0), ("L02", "Capaian")):
        nilai = ketik(kode, isi)
        assert Penanganan.BENAR not in penanganan(nilai, kode), kode
        assert nilai.benar == 19
        assert not nilai.lulus
    assert penanganan(ketik("R05", 1.0), "R05") == {Penanganan.LAIN}


def test_case_and_spaces_of_a_text_are_no_other_value() -> None:
    (ubahan,) = kesalahan("P06").ubahan
    assert isinstance(ubahan, IsiSel)
    benar = next(h for h in SOAL.bersih if h.tempat == ubahan.tempat).lembar.baris[ubahan.baris][ubahan.kolom]
    assert ketik("P06", f" {str(benar).upper()} ").lulus


def test_a_target_may_be_blank_where_the_indicators_own_holds() -> None:
    assert ketik("I07", "").lulus


def test_a_repeated_row_may_go_wherever_it_stands_but_not_both() -> None:
    tambahan = kesalahan("P04").ubahan[0]
    sama = [r for r, b in enumerate(kecuali(SOAL, "P04")[0].lembar.baris) if b == getattr(tambahan, "isi", None)]
    assert len(sama) == 2
    for r in sama:
        assert ganti_lembar("P04", lambda ini, r=r: replace(ini, baris=(*ini.baris[:r], *ini.baris[r + 1 :]))).lulus
    tanpa = ganti_lembar("P04", lambda ini: replace(ini, baris=tuple(b for i, b in enumerate(ini.baris) if i not in sama)))
    assert penanganan(tanpa, "P04") == {Penanganan.LAIN}


def test_a_hidden_row_is_to_be_shown_and_not_deleted() -> None:
    (r,) = next(h.lembar.baris_tersembunyi for h in SOAL.halaman if h.lembar.baris_tersembunyi)
    assert ganti_lembar("L08", lambda ini: replace(ini, baris_tersembunyi=())).lulus
    dihapus = ganti_lembar("L08", lambda ini: replace(ini, baris_tersembunyi=(), baris=(*ini.baris[:r], *ini.baris[r + 1 :])))
    assert penanganan(dihapus, "L08") == {Penanganan.LAIN}


def test_rows_may_move() -> None:
    """The people of the list from last to first, behind two blank rows."""

    def ubah(ini: Lembar) -> Lembar:
        awal, akhir = SOAL.bersih[0].awal, SOAL.bersih[0].akhir_data()
        kosong = ("",) * len(ini.baris[0])
        return replace(ini, baris=(kosong, kosong, *ini.baris[:awal], *ini.baris[awal:akhir][::-1], *ini.baris[akhir:]))

    satu, *lain = lembar(SOAL.bersih)
    assert periksa([ubah(satu), *lain]).lulus


def test_what_was_right_and_is_changed_is_named_with_both_values() -> None:
    h = next(h for h in SOAL.bersih if h.lembar.nama == "UPT")
    r, k = h.awal + 2, h.kolom["realisasi"]
    nip, kode, semula = (h.lembar.baris[r][h.kolom[kolom]] for kolom in ("nip", "kode", "realisasi"))
    nama = next(b[2] for b in SOAL.bersih[0].lembar.baris if b[1] == nip)
    ubah = Kesalahan("", Letak(), "", "", "", (IsiSel(h.tempat, r, k, 999.0),))
    nilai = periksa(lembar(tanam(SOAL.bersih, [ubah])))
    (rusak,) = nilai.kerusakan
    assert (rusak.letak, rusak.apa) == (h.letak(r, "realisasi"), f"Realisasi {kode} milik {nama}")
    assert (rusak.semula, rusak.sekarang) == (f"{semula:g}", "999")
    assert (nilai.benar, nilai.lulus) == (20, False)


def test_a_csv_that_excel_saved_has_lost_its_nips_and_each_value_is_named_by_its_cell() -> None:
    *lain, csv = lembar(SOAL.bersih)
    rusak = replace(csv, baris=(csv.baris[0], *((f"{b[0][:3]}E+17", *b[1:]) for b in csv.baris[1:])))
    nilai = periksa([*lain, rusak])
    hilang = [r for r in nilai.kerusakan if r.sekarang == "tidak ada"]
    assert [r.letak.sel for r in hilang] == [f"C{i}" for i in range(2, len(csv.baris) + 1)]
    assert {r.apa.split()[0] for r in nilai.kerusakan} == {"Realisasi"}
    assert not nilai.lulus


def test_a_person_who_was_deleted_is_missed_fact_by_fact() -> None:
    satu, *lain = lembar(SOAL.bersih)
    awal = SOAL.bersih[0].awal
    nilai = periksa([replace(satu, baris=(*satu.baris[:awal], *satu.baris[awal + 1 :])), *lain])
    assert {r.sekarang for r in nilai.kerusakan} == {"tidak ada"}
    assert {r.apa.partition(" milik ")[0] for r in nilai.kerusakan} == {"Nama", "Dinas", "Jabatan", "Golongan", "Status"}


def test_a_file_that_went_is_one_sentence_and_its_faults_have_no_file() -> None:
    berkas = kesalahan("L02").letak.berkas
    nilai = periksa([ini for ini in lembar(SOAL.bersih) if ini.berkas != berkas])
    assert [b.nama for b in nilai.hilang] == [berkas]
    assert nilai.hilang[0].isian > 0
    assert "tidak ada lagi atau tidak terbaca" in nilai.hilang[0].kata
    assert not nilai.kerusakan
    assert {b.kesalahan.kode for b in nilai.butir if b.penanganan is Penanganan.HILANG} == {"I07", "L02", "R01", "R02", "R03"}
    assert not nilai.lulus


def test_a_clean_file_that_went_isnt_passed_over() -> None:
    nilai = periksa([ini for ini in lembar(SOAL.bersih) if not ini.berkas.endswith(".csv")])
    assert nilai.benar == 20
    assert not nilai.lulus


def test_a_file_saved_under_another_name_is_read_all_the_same() -> None:
    nilai = periksa([replace(ini, berkas=ini.berkas.replace(".xlsx", ".ods")) for ini in lembar(SOAL.bersih)])
    assert nilai.lulus
    assert len(nilai.hilang) == 4
    assert {b.isian for b in nilai.hilang} == {0}
    assert "terbaca dari berkas lain" in nilai.hilang[0].kata


def test_a_new_finding_spoils_the_result_but_one_that_only_moved_is_known() -> None:
    lama = Temuan("S01", Letak("a.xlsx", "R", "C3"), "#REF!")
    pindah, lain = replace(lama, letak=Letak("a.xlsx", "R", "C9")), replace(lama, nilai="#N/A")
    info = Temuan("L04", Letak("a.xlsx", "R"), isian=(("jumlah", "1"), ("baris", "2")))
    assert temuan_baru([lama], [pindah, info]) == ()
    assert temuan_baru([lama], [lama, pindah]) == (pindah,)
    assert temuan_baru([lama], [lain]) == (lain,)
    assert not periksa(lembar(SOAL.bersih), baru=[lain]).lulus
