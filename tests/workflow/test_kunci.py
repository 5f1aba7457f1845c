"""Closing, opening and taking back a period, and what the trail tells of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from bantu import ANI, BUDI, INDIKATOR, JANUARI, PEGAWAI, REALISASI, hitung, isi_folder, nilai, pelaku, ruang_baru, xlsx

from kinerja_cli.core.riwayat import perubahan, tumpukan
from kinerja_cli.errors import KinerjaError
from kinerja_cli.store import RuangKerja
from kinerja_cli.workflow.kunci import batalkan, buka_kunci, kunci
from kinerja_cli.workflow.riwayat import riwayat


class Bulan:
    """January in a ruang kerja, counted from files that differ in Budi's realisasi A."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.ruang = ruang_baru(folder / "ruang")

    def hitung(self, a: str) -> None:
        berkas = self.folder / "Dinkes Januari 2025.xlsx"
        berkas.write_bytes(xlsx(P=PEGAWAI, I=INDIKATOR, R=REALISASI.replace("| 60 |", f"| {a} |")))
        hitung(self.ruang, berkas)

    def batalkan(self) -> None:
        batalkan(self.ruang, JANUARI, "salah kirim", pelaku())

    @property
    def budi(self) -> str:
        return nilai(self.ruang)[BUDI][1]

    @property
    def isi(self) -> dict[str, bytes]:
        return isi_folder(self.ruang.folder / "periode/2025-01")


@pytest.fixture
def bulan(tmp_path: Path) -> Bulan:
    return Bulan(tmp_path)


def test_taking_back_goes_back_one_by_one_and_loses_nothing(bulan: Bulan) -> None:
    semua = []
    for a in ("60", "70", "80"):
        bulan.hitung(a)
        semua.append(bulan.isi)
    bulan.batalkan()
    assert bulan.isi == semua[1]
    bulan.batalkan()
    assert bulan.isi == semua[0]
    with pytest.raises(KinerjaError, match="tidak ada hasil sebelumnya"):
        bulan.batalkan()
    bulan.hitung("90")
    assert len(tumpukan(bulan.ruang.jejak(), JANUARI)) == 2
    bulan.batalkan()
    assert bulan.isi == semua[0]
    disimpan = [isi_folder(folder) for folder in bulan.ruang.revisi(JANUARI).values()]
    assert all(isi in disimpan for isi in semua[1:])


def test_reports_follow_what_was_taken_back_and_name_the_line_that_computed_it(bulan: Bulan) -> None:
    bulan.hitung("60")
    laporan = isi_folder(bulan.ruang.folder / "laporan")
    bulan.hitung("80")
    assert isi_folder(bulan.ruang.folder / "laporan") != laporan
    bulan.batalkan()
    sekarang = isi_folder(bulan.ruang.folder / "laporan")
    assert {nama: sekarang[nama] for nama in laporan} == laporan
    kunci(bulan.ruang, JANUARI, pelaku())
    assert f"jejak nomor 1, 2025-02-03T08:15:00+07:00, sha256 {bulan.ruang.jejak()[0].sha256}" in (
        bulan.ruang.folder / "laporan/2025-01/index.html"
    ).read_text("utf-8")


def test_a_locked_period_is_never_rewritten(bulan: Bulan) -> None:
    bulan.hitung("60")
    kunci(bulan.ruang, JANUARI, pelaku())
    terkunci, jejak = bulan.isi, bulan.ruang.berkas_jejak.read_bytes()
    assert b'"status": "terkunci"' in terkunci["manifes.json"]
    with pytest.raises(KinerjaError, match="terkunci") as galat:
        bulan.hitung("80")
    assert "kinerja buka-kunci 2025-01 --alasan" in galat.value.saran
    with pytest.raises(KinerjaError, match="terkunci"):
        bulan.batalkan()
    with pytest.raises(KinerjaError, match="sudah terkunci"):
        kunci(bulan.ruang, JANUARI, pelaku())
    assert (bulan.isi, bulan.ruang.berkas_jejak.read_bytes()) == (terkunci, jejak)
    assert not bulan.ruang.revisi(JANUARI)


def test_a_correction_after_the_lock_has_its_number_and_its_reason(bulan: Bulan) -> None:
    bulan.hitung("60")
    bulan.hitung("65")
    assert perubahan(bulan.ruang.jejak(), JANUARI) == ()
    kunci(bulan.ruang, JANUARI, pelaku())
    for nomor, a in enumerate(("70", "80"), 1):
        with pytest.raises(KinerjaError, match="Alasannya"):
            buka_kunci(bulan.ruang, JANUARI, " ", pelaku())
        buka_kunci(bulan.ruang, JANUARI, f"alasan {nomor}", pelaku())
        bulan.hitung(a)
        kunci(bulan.ruang, JANUARI, pelaku())
    semua = perubahan(bulan.ruang.jejak(), JANUARI)
    assert [(p.nomor, p.alasan) for p in semua] == [(1, "alasan 1"), (2, "alasan 2")]
    for p, nilai_lama, nilai_baru in ((semua[0], "84.63", "87.75"), (semua[1], "87.75", "94.00")):
        for manifes, harapan in ((p.dari, nilai_lama), (p.ke, nilai_baru)):
            simpanan = bulan.ruang.baca_menurut_manifes(JANUARI, manifes)
            if manifes != semua[1].ke:  # that one is locked now, under another manifest
                assert simpanan is not None
                assert f"dinilai,{harapan}," in simpanan.berkas["nilai.csv"].decode()
    assert bulan.budi == "94.00"


def test_opening_what_is_open_is_refused(bulan: Bulan) -> None:
    bulan.hitung("60")
    with pytest.raises(KinerjaError, match="tidak terkunci"):
        buka_kunci(bulan.ruang, JANUARI, "x", pelaku())
    with pytest.raises(KinerjaError, match="belum dihitung"):
        kunci(RuangKerja(ruang_baru(bulan.folder / "lain").folder), JANUARI, pelaku())


def test_a_result_put_in_from_elsewhere_is_not_locked(bulan: Bulan) -> None:
    """A whole, well-formed period of another ruang kerja in the folder: the trail doesn't know it."""
    bulan.hitung("60")
    lain = Bulan(bulan.folder / "lain-induk") if (bulan.folder / "lain-induk").mkdir() is None else bulan
    lain.hitung("99")
    folder = bulan.ruang.folder_periode(JANUARI)
    for nama, isi in lain.isi.items():
        (folder / nama).parent.mkdir(exist_ok=True)
        (folder / nama).write_bytes(isi)
    with pytest.raises(KinerjaError, match="jejak audit"):
        kunci(bulan.ruang, JANUARI, pelaku())


def test_the_history_of_a_person(bulan: Bulan) -> None:
    bulan.hitung("60")
    bulan.hitung("80")
    bulan.batalkan()
    kunci(bulan.ruang, JANUARI, pelaku())
    milik = [(r.baris.isi["tindakan"], str(r.keadaan)) for r in riwayat(bulan.ruang, orang=BUDI)]
    assert milik == [
        ("hitung", "81,50 Cukup"), ("hitung", "94,00 Baik"), ("batalkan", "81,50 Cukup"), ("kunci", "81,50 Cukup"),
    ]  # fmt: skip
    assert {str(r.keadaan) for r in riwayat(bulan.ruang, orang=ANI)} == {"103,00 Baik"}
    assert [r.baris.nomor for r in riwayat(bulan.ruang, tindakan="hitung")] == [1, 2]
    assert len(riwayat(bulan.ruang, orang="siti")) == 4
    assert riwayat(bulan.ruang, orang="Tidak Ada") == ()
    with pytest.raises(KinerjaError) as galat:
        riwayat(bulan.ruang, tindakan="hitungg")
    assert galat.value.saran == "Maksud Anda “hitung”?"
