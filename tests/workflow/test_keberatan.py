"""Objections in a ruang kerja: recorded, decided, scored again, and what stays untouched."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from pathlib import Path

import pytest
from bantu import ANI, BUDI, INDIKATOR, JANUARI, PEGAWAI, REALISASI, hitung, isi_folder, nilai, pelaku, ruang_baru, xlsx

from kinerja_cli.core.periode import Periode
from kinerja_cli.errors import KinerjaError
from kinerja_cli.store import RuangKerja
from kinerja_cli.workflow.hitung import Perintah, hitung_periode
from kinerja_cli.workflow.isi import muat
from kinerja_cli.workflow.keberatan import HasilKeberatan, PerintahCatat, catat, daftar, serahkan
from kinerja_cli.workflow.kunci import batalkan, buka_kunci, kunci
from kinerja_cli.workflow.laporan import tulis_laporan
from kinerja_cli.workflow.putusan import HasilPutusan, PerintahPutuskan, putuskan
from kinerja_cli.workflow.riwayat import riwayat
from kinerja_cli.workflow.ruang import Pelaku, setelan_ruang

HARI_INI = pelaku().kini.date()
CITRA = "198807012023212005"


def pada(hari: str) -> Pelaku:
    kini = dt.datetime.combine(dt.date.fromisoformat(hari), pelaku().kini.timetz())
    return dataclasses.replace(pelaku(), kini=kini)


def ajukan(ruang: RuangKerja, nip: str = BUDI, *bukti: Path, hari: str = "2025-02-10") -> HasilKeberatan:
    return catat(ruang, PerintahCatat(nip, JANUARI, "Realisasi A kurang 20", bukti), pada(hari))


def putus(ruang: RuangKerja, *ubah: str, nomor: str = "K-001", diterima: bool = True) -> HasilPutusan:
    perintah = PerintahPutuskan(nomor, diterima, "Sekretaris Daerah", "Register loket: 80", ubah)
    return putuskan(ruang, perintah, pada("2025-02-12"))


def sumber(ruang: RuangKerja) -> list[str]:
    return sorted(p.name.partition("-")[2] for p in (ruang.folder / "periode/2025-01/sumber").iterdir())


@pytest.fixture
def ruang(tmp_path: Path) -> RuangKerja:
    ruang = ruang_baru(tmp_path / "ruang")
    (tmp_path / "Dinkes Januari 2025.xlsx").write_bytes(
        xlsx(
            P=f"{PEGAWAI.rstrip()}\n{CITRA} | Citra | Puskesmas Muara Bungo | Bidan",
            I=INDIKATOR,
            R=f"{REALISASI.rstrip()}\n{CITRA} | 80 | 10 | 4",
        )
    )
    hitung(ruang, tmp_path / "Dinkes Januari 2025.xlsx")
    return ruang


def test_time_runs_from_the_day_on_which_the_result_was_handed_over(ruang: RuangKerja) -> None:
    satu = serahkan(ruang, None, ["Dinas Kesehatan"], dt.date(2025, 2, 1), pelaku())
    assert (satu.penyerahan.periode, satu.terakhir, satu.sisa) == (JANUARI, dt.date(2025, 2, 15), 12)
    tepat = ajukan(ruang, ANI, hari="2025-02-15")
    lewat = ajukan(ruang, BUDI, hari="2025-02-16")
    belum = ajukan(ruang, CITRA, hari="2025-02-16")
    assert tepat.perkara.tanda == ()
    assert lewat.perkara.tanda == ("lewat 14 hari menurut hitungan hari kalender: pejabat memutuskan",)
    assert belum.perkara.tanda == (
        "penyerahan hasil belum dicatat, jadi batas waktunya belum diketahui",
        "keberatan PPPK: dasar hukum belum dipastikan",
    )
    semua = daftar(ruang, JANUARI, dt.date(2025, 2, 15))
    assert [m.pengajuan.nomor for m in semua.perkara] == ["K-001", "K-002", "K-003"]
    assert [(s.sisa, s.hari_terakhir) for s in semua.penyerahan] == [(0, True)]
    assert daftar(ruang, Periode(2025, 2), HARI_INI).perkara == ()


def test_everybody_is_handed_results_where_no_dinas_is_named(ruang: RuangKerja) -> None:
    assert serahkan(ruang, JANUARI, [], None, pelaku()).penyerahan.dinas == ("Dinas Kesehatan", "Puskesmas Muara Bungo")
    with pytest.raises(KinerjaError) as galat:
        serahkan(ruang, JANUARI, ["Dinas Kesehtan"], None, pelaku())
    assert galat.value.saran == "Maksud Anda “Dinas Kesehatan”?"
    with pytest.raises(KinerjaError, match="4 Februari 2025 belum terjadi"):
        serahkan(ruang, JANUARI, [], dt.date(2025, 2, 4), pelaku())


def test_working_days_are_the_choice_of_the_office(ruang: RuangKerja) -> None:
    setelan = ruang.folder / "kinerja.toml"
    setelan.write_text(setelan.read_text("utf-8") + '\n[keberatan]\nhitungan = "kerja"\n', "utf-8")
    satu = serahkan(ruang, None, [], dt.date(2025, 3, 17), pada("2025-03-17"))
    assert satu.terakhir == dt.date(2025, 4, 15)
    assert ajukan(ruang, hari="2025-04-15").perkara.tanda == ()
    assert ajukan(ruang, hari="2025-04-16").perkara.tanda == (
        "lewat 14 hari menurut hitungan hari kerja: pejabat memutuskan",
    )  # fmt: skip


def test_recording_changes_no_result_and_works_on_a_locked_month(ruang: RuangKerja, tmp_path: Path) -> None:
    kunci(ruang, JANUARI, pelaku())
    lama = isi_folder(ruang.folder / "periode")
    (tmp_path / "surat.pdf").write_bytes(b"%PDF keberatan")
    hasil = ajukan(ruang, BUDI, tmp_path / "surat.pdf")
    assert isi_folder(ruang.folder / "periode") == lama
    (bukti,) = (ruang.folder / "keberatan/2025-01").iterdir()
    assert bukti.read_bytes() == b"%PDF keberatan"
    assert bukti.name == f"{hasil.perkara.pengajuan.bukti[0].sha256[:8]}-surat.pdf"
    assert hasil.surat == ruang.folder / "laporan/2025-01/keberatan/K-001.html"
    assert "Tanda Terima Keberatan" in hasil.surat.read_text("utf-8")
    assert daftar(ruang, None, HARI_INI).bukti_hilang == {}
    bukti.write_bytes(b"lain")
    assert daftar(ruang, None, HARI_INI).bukti_hilang == {"K-001": ("surat.pdf",)}
    bukti.unlink()
    assert daftar(ruang, None, HARI_INI).bukti_hilang == {"K-001": ("surat.pdf",)}


def test_the_same_call_again_records_nothing_new(ruang: RuangKerja, tmp_path: Path) -> None:
    (tmp_path / "surat.pdf").write_bytes(b"x")
    satu = ajukan(ruang, BUDI, tmp_path / "surat.pdf")
    assert ajukan(ruang, BUDI, tmp_path / "surat.pdf") == satu
    assert ajukan(ruang, BUDI).perkara.pengajuan.nomor == "K-002"


def test_reasons_may_hold_any_character(ruang: RuangKerja) -> None:
    alasan = "baris 1\nbaris 2\u2028baris 3\x85 “petik” <b>&"
    hasil = catat(ruang, PerintahCatat(BUDI, JANUARI, alasan), pelaku())
    assert daftar(ruang, None, HARI_INI).perkara[0].pengajuan.alasan == alasan
    assert hasil.surat is not None
    assert "“petik” &lt;b&gt;&amp;" in hasil.surat.read_text("utf-8")


def test_the_lines_name_the_result_that_was_handed_over_and_objected_to(ruang: RuangKerja) -> None:
    serahkan(ruang, None, [], None, pelaku())
    ajukan(ruang)
    simpanan = ruang.baca(JANUARI)
    assert simpanan is not None
    assert [b.isi["hasil"] for b in ruang.jejak()[1:]] == [simpanan.sha256_manifes] * 2


def test_a_decision_ends_with_its_month(ruang: RuangKerja, tmp_path: Path) -> None:
    ajukan(ruang)
    putus(ruang, "A=80")
    februari = tmp_path / "Dinkes Februari 2025.xlsx"
    februari.write_bytes(xlsx(R=f"{REALISASI.rstrip()}\n{CITRA} | 80 | 10 | 4"))
    hasil = hitung(ruang, februari)
    assert [t for t in hasil.temuan if t.kode.startswith(("O", "N"))] == []
    assert nilai(ruang, "2025-02")[BUDI][1] == "81.50"
    assert not list((ruang.folder / "periode/2025-02/sumber").glob("*Keputusan*"))


def test_evidence_that_is_not_there_stops_before_anything_is_written(ruang: RuangKerja, tmp_path: Path) -> None:
    (tmp_path / "surat.pdf").write_bytes(b"x")
    lama = isi_folder(ruang.folder)
    with pytest.raises(KinerjaError) as galat:
        ajukan(ruang, BUDI, tmp_path / "surat.pdf", tmp_path / "suratt.pdf")
    assert galat.value.saran == "Maksud Anda “surat.pdf”?"
    assert isi_folder(ruang.folder) == lama


@pytest.mark.parametrize(
    ("perintah", "kalimat", "saran"),
    [
        (PerintahCatat(BUDI, JANUARI, "  "), "Alasan keberatan belum disebut", "--alasan"),
        (PerintahCatat(BUDI[:-1] + "9", JANUARI, "x"), "tidak ada di periode 2025-01", f"Maksud Anda “{BUDI}”?"),
        (PerintahCatat(BUDI, Periode(2025, 2), "x"), "Periode 2025-02 belum dihitung", "kinerja hitung"),
        (PerintahCatat(BUDI, JANUARI, "x", (), dt.date(2025, 2, 4)), "4 Februari 2025 belum terjadi", "--tanggal"),
    ],
)
def test_what_cannot_be_recorded_is_named(ruang: RuangKerja, perintah: PerintahCatat, kalimat: str, saran: str) -> None:
    lama = isi_folder(ruang.folder)
    with pytest.raises(KinerjaError) as galat:
        catat(ruang, perintah, pelaku())
    assert kalimat in galat.value.kalimat
    assert saran in galat.value.saran
    assert isi_folder(ruang.folder) == lama


def test_accepted_with_two_indicators_scores_only_those_again(ruang: RuangKerja) -> None:
    """A: 80/80 → 100 × 50; B: (2 − 9,5/10) → 105 × 30; C: 100 × 20; together 101.50."""
    lama = nilai(ruang)
    ajukan(ruang)
    hasil = putus(ruang, "A=80", "B = 9,5")
    assert lama[BUDI] == ("dinilai", "81.50", "Cukup")
    assert nilai(ruang) == {**lama, BUDI: ("dinilai", "101.50", "Baik")}
    assert hasil.hitungan is not None
    assert [s.nip for s in hasil.hitungan.selisih] == [BUDI]
    assert hasil.keberatan is not None
    putusan = hasil.keberatan.perkara.putusan
    assert putusan is not None
    assert [(u.kode, u.lama, u.baru, u.satuan) for u in putusan.ubah] == [
        ("A", "60", "80", "berkas"),
        ("B", "12", "9,5", "hari"),
    ]
    assert (str(putusan.lama), str(putusan.baru)) == ("81,50 Cukup", "101,50 Baik")
    assert sumber(ruang) == [
        "Dinkes Januari 2025.xlsx",
        "Keputusan keberatan K-001 2025-01 A.csv",
        "Keputusan keberatan K-001 2025-01 B.csv",
    ]
    assert sorted(ruang.revisi(JANUARI)) == [1]
    terakhir = ruang.jejak()[-1].isi
    assert (terakhir["tindakan"], terakhir["keberatan"], terakhir["nip"]) == ("keberatan putuskan", "K-001", BUDI)
    assert [str(r.keadaan) for r in riwayat(ruang, orang=BUDI)] == ["81,50 Cukup", "81,50 Cukup", "101,50 Baik"]
    surat = (ruang.folder / "laporan/2025-01/keberatan/K-001.html").read_text("utf-8")
    for kata in (
        "diterima",
        "Register loket: 80",
        "A Berkas selesai",
        "81,50 Cukup",
        "101,50 Baik",
        ruang.jejak()[-1].sha256,
    ):
        assert kata in surat
    assert "Keputusan keberatan K-001, Sekretaris Daerah, 12 Februari 2025: 60 menjadi 80" in (
        ruang.folder / "laporan/2025-01/Dinas Kesehatan.html"
    ).read_text("utf-8")


def test_rejected_changes_not_one_byte_of_the_periods(ruang: RuangKerja) -> None:
    ajukan(ruang)
    kunci(ruang, JANUARI, pelaku())
    lama = isi_folder(ruang.folder / "periode")
    hasil = putus(ruang, diterima=False)
    assert isi_folder(ruang.folder / "periode") == lama
    assert hasil.keberatan is not None
    assert hasil.keberatan.surat is not None
    surat = hasil.keberatan.surat.read_text("utf-8")
    assert "ditolak" in surat
    assert "tetap" in surat


def test_accepted_without_a_value_changes_nothing_either(ruang: RuangKerja) -> None:
    ajukan(ruang)
    lama = isi_folder(ruang.folder / "periode")
    putus(ruang)
    assert isi_folder(ruang.folder / "periode") == lama
    assert str(daftar(ruang, None, HARI_INI).perkara[0].putusan) == "diterima"


def test_a_locked_month_is_opened_first_and_closed_afterwards(ruang: RuangKerja) -> None:
    kunci(ruang, JANUARI, pelaku())
    ajukan(ruang)
    lama = isi_folder(ruang.folder)
    with pytest.raises(KinerjaError, match="terkunci") as galat:
        putus(ruang, "A=80")
    assert "kinerja buka-kunci 2025-01 --alasan" in galat.value.saran
    assert isi_folder(ruang.folder) == lama
    buka_kunci(ruang, JANUARI, "keberatan K-001 diterima", pelaku())
    putus(ruang, "A=80")
    kunci(ruang, JANUARI, pelaku())
    (satu,) = daftar(ruang, JANUARI, HARI_INI).perkara
    assert satu.putusan is not None
    assert str(satu.putusan.baru) == "94,00 Baik"


@pytest.mark.parametrize(
    ("ubah", "kalimat", "saran"),
    [
        (["AA=80"], "Indikator “AA” tidak berlaku bagi Budi", "Yang ada: A; B; C."),
        (["A"], "“A” bukan KODE=NILAI", "--ubah A=80"),
        (["A=delapan"], "Nilai A “delapan”", "1234,5"),
        (["A=-1"], "Nilai A “-1”", "tidak negatif"),
        (["A=1.234"], "Nilai A “1.234”", "tanpa titik ribuan"),
        (["A=80", "A=81"], "disebut dua kali", "satu nilai"),
    ],
)
def test_a_value_that_cannot_be_used_is_named(ruang: RuangKerja, ubah: list[str], kalimat: str, saran: str) -> None:
    ajukan(ruang)
    lama = isi_folder(ruang.folder)
    with pytest.raises(KinerjaError) as galat:
        putus(ruang, *ubah)
    assert kalimat in galat.value.kalimat
    assert saran in galat.value.saran
    assert isi_folder(ruang.folder) == lama


def test_the_near_code_is_proposed(tmp_path: Path) -> None:
    ruang = ruang_baru(tmp_path / "ruang")
    panjang = INDIKATOR.replace("    A |", "    DKS-01 |")
    (tmp_path / "Januari 2025.xlsx").write_bytes(xlsx(P=PEGAWAI, I=panjang, R=REALISASI.replace("NIP | A", "NIP | DKS-01")))
    hitung(ruang, tmp_path / "Januari 2025.xlsx")
    ajukan(ruang)
    with pytest.raises(KinerjaError) as galat:
        putus(ruang, "DKS-O1=80")
    assert galat.value.saran == "Maksud Anda “DKS-01”?"


def test_a_decision_is_final(ruang: RuangKerja) -> None:
    ajukan(ruang)
    putus(ruang, diterima=False)
    with pytest.raises(KinerjaError, match="K-001 sudah diputus ditolak oleh Sekretaris Daerah pada 12 Februari 2025"):
        putus(ruang, "A=80", nomor="k-001")
    with pytest.raises(KinerjaError) as galat:
        putus(ruang, nomor="K-0001")
    assert galat.value.saran == "Maksud Anda “K-001”?"
    with pytest.raises(KinerjaError, match="hanya untuk keberatan yang diterima"):
        putus(ruang, "A=80", diterima=False)
    for oleh, pertimbangan in (("", "x"), ("x", " ")):
        with pytest.raises(KinerjaError, match="belum diisi"):
            putuskan(ruang, PerintahPutuskan("K-001", True, oleh, pertimbangan), pelaku())


def test_two_objections_of_one_person_each_with_its_own_value(ruang: RuangKerja) -> None:
    """The later decision on an indicator takes the place of the earlier one; another indicator's stays."""
    for hari in ("2025-02-10", "2025-02-11", "2025-02-12"):
        ajukan(ruang, hari=hari)
    putus(ruang, "A=70", "B=10", nomor="K-001")
    putus(ruang, "A=80", nomor="K-002")
    assert sumber(ruang)[1:] == ["Keputusan keberatan K-001 2025-01 B.csv", "Keputusan keberatan K-002 2025-01 A.csv"]
    assert nilai(ruang)[BUDI][1] == "100.00"
    assert [str(m.putusan) for m in daftar(ruang, None, HARI_INI).perkara] == ["diterima", "diterima", "None"]


def test_a_decision_outlives_a_corrected_workbook_and_a_new_start(ruang: RuangKerja, tmp_path: Path) -> None:
    ajukan(ruang)
    putus(ruang, "A=80")
    berkas = tmp_path / "Dinkes Januari 2025.xlsx"
    for a, semua in (("70", False), ("65", True)):
        isi = f"{REALISASI.replace('| 60 |', f'| {a} |').rstrip()}\n{CITRA} | 80 | 10 | 4"
        pegawai = f"{PEGAWAI.rstrip()}\n{CITRA} | Citra | Puskesmas Muara Bungo | Bidan"
        berkas.write_bytes(xlsx(P=pegawai, I=INDIKATOR, R=isi))
        hasil = hitung(ruang, berkas, ganti_semua=semua)
        assert [(t.kode, t.letak.sel) for t in hasil.temuan] == [("O02", "B3")]
        assert nilai(ruang)[BUDI][1] == "94.00"
        assert sumber(ruang) == ["Dinkes Januari 2025.xlsx", "Keputusan keberatan K-001 2025-01 A.csv"]


def test_taking_the_count_back_opens_the_objection_again(ruang: RuangKerja) -> None:
    ajukan(ruang)
    putus(ruang, "A=80")
    batalkan(ruang, JANUARI, "salah ketik", pelaku())
    assert daftar(ruang, None, HARI_INI).perkara[0].putusan is None
    surat = ruang.folder / "laporan/2025-01/keberatan/K-001.html"
    assert "Tanda Terima Keberatan" in surat.read_text("utf-8")
    putus(ruang, "A=75")
    assert "Pemberitahuan Putusan Keberatan" in surat.read_text("utf-8")


def test_letters_are_reports_and_are_written_again(ruang: RuangKerja) -> None:
    ajukan(ruang)
    putus(ruang, "A=80")
    surat = ruang.folder / "laporan/2025-01/keberatan/K-001.html"
    isi = surat.read_bytes()
    surat.unlink()
    tulis_laporan(ruang, muat(ruang, JANUARI, setelan_ruang(ruang)))
    assert surat.read_bytes() == isi


def test_a_decision_counts_only_where_it_is_recorded(ruang: RuangKerja, tmp_path: Path) -> None:
    """Its small file, given to hitung of another ruang kerja, is refused: anybody could write one."""
    ajukan(ruang)
    putus(ruang, "A=80")
    (putusan,) = (ruang.folder / "periode/2025-01/sumber").glob("*Keputusan*")
    lain = tmp_path / putusan.name
    lain.write_bytes(putusan.read_bytes().replace(b",80,", b",120,"))
    lama = isi_folder(ruang.folder)
    hasil = hitung_periode(ruang, Perintah((lain,)), pelaku())
    assert [t.kode for t in hasil.temuan] == ["O03"]
    assert not hasil.tersimpan
    assert isi_folder(ruang.folder) == lama


def test_a_scoring_that_would_change_somebody_else_is_refused(ruang: RuangKerja, monkeypatch: pytest.MonkeyPatch) -> None:
    """As another version of the program might read a cell that this month's didn't."""
    ajukan(ruang)
    manifes = json.loads((ruang.folder / "periode/2025-01/manifes.json").read_text("utf-8"))
    assert manifes["lewati_galat"] is False
    asli = hitung_periode.__globals__["hitung"]

    def lain(*argumen: object) -> object:
        hasil = asli(*argumen)
        geser = hasil.nilai.assign(nilai=hasil.nilai["nilai"] + (hasil.nilai["nip"] == ANI) * 100)
        return dataclasses.replace(hasil, nilai=geser)

    monkeypatch.setitem(hitung_periode.__globals__, "hitung", lain)
    lama = isi_folder(ruang.folder)
    with pytest.raises(KinerjaError, match="juga akan mengubah yang lain: hasil Ani"):
        putus(ruang, "A=80")
    assert isi_folder(ruang.folder) == lama


def test_the_month_keeps_its_leave_to_pass_over_faults(tmp_path: Path) -> None:
    ruang = ruang_baru(tmp_path / "ruang")
    salah = xlsx(P=PEGAWAI, I=INDIKATOR, R=REALISASI.replace("| 84 |", "| banyak |"))
    (tmp_path / "Januari 2025.xlsx").write_bytes(salah)
    hitung(ruang, tmp_path / "Januari 2025.xlsx", lewati_galat=True)
    ajukan(ruang)
    assert putus(ruang, "A=80").keberatan is not None
    assert {nip: n[0] for nip, n in nilai(ruang).items()} == {ANI: "tidak_dinilai", BUDI: "dinilai"}


def test_a_fault_in_the_month_stops_the_decision(ruang: RuangKerja, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a later version of the program might find one in a month that was saved without."""
    ajukan(ruang)
    lama = isi_folder(ruang.folder)
    monkeypatch.setattr("kinerja_cli.workflow.hitung.ada_galat", lambda _: True)
    hasil = putus(ruang, "A=80")
    assert hasil.keberatan is None
    assert hasil.hitungan is not None
    assert not hasil.hitungan.tersimpan
    assert isi_folder(ruang.folder) == lama
    assert daftar(ruang, None, HARI_INI).perkara[0].putusan is None


def test_a_letter_that_is_open_elsewhere_stays_and_is_told(ruang: RuangKerja, monkeypatch: pytest.MonkeyPatch) -> None:
    ajukan(ruang)
    monkeypatch.setattr(RuangKerja, "tulis_laporan", lambda *_: False)
    for hasil in (putus(ruang, "A=80"), putus(ruang, diterima=False, nomor=ajukan(ruang, ANI).perkara.pengajuan.nomor)):
        assert hasil.keberatan is not None
        assert hasil.keberatan.surat is None
        assert hasil.keberatan.perkara.putusan is not None
