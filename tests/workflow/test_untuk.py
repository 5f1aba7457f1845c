"""Reports for the public and for every person."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bantu import ANI, BUDI, INDIKATOR, JANUARI, PEGAWAI, REALISASI, isi_folder, kinerja, pelaku, ruang_baru, xlsx

from kinerja_cli.core.kata_aturan import langkah_akhir
from kinerja_cli.core.laporan import KERAHASIAAN
from kinerja_cli.errors import KinerjaError
from kinerja_cli.store import RuangKerja
from kinerja_cli.workflow.hitung import Perintah, hitung_periode
from kinerja_cli.workflow.isi import Isi, muat
from kinerja_cli.workflow.ruang import setelan_ruang
from kinerja_cli.workflow.untuk import tulis_untuk

KESEHATAN = "Dinas Kesehatan"


@pytest.fixture
def isi(salinan: RuangKerja) -> Isi:
    return muat(salinan, JANUARI, setelan_ruang(salinan))


def teks(berkas: Path) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", berkas.read_text("utf-8")))


def test_the_public_page_names_nobody(salinan: RuangKerja, isi: Isi) -> None:
    hasil = tulis_untuk("publik", salinan, isi)
    assert hasil.tertulis == ("publik/index.html",)
    halaman = (hasil.folder / "publik/index.html").read_text("utf-8")
    assert not re.search(r"(?<!\d)\d{18}(?!\d)", halaman)
    for o in isi.orang:
        assert o.nama not in halaman
        assert not o.unit_kerja or o.unit_kerja not in halaman
    assert KERAHASIAAN not in halaman
    assert "belum ditetapkan dengan peraturan" in halaman
    assert "95,54" in halaman


def test_a_slip_holds_one_person_and_the_sum_of_jelaskan(salinan: RuangKerja, isi: Isi) -> None:
    hasil = tulis_untuk("pegawai", salinan, isi, [KESEHATAN])
    milik = {o.nip: o for o in isi.orang if o.dinas == KESEHATAN}
    assert set(hasil.tertulis) == {
        f"pegawai/{KESEHATAN}.html",
        *(f"pegawai/{KESEHATAN}/{nip}.html" for nip in milik),
    }
    for nip, o in milik.items():
        slip = teks(hasil.folder / f"pegawai/{KESEHATAN}/{nip}.html")
        assert set(re.findall(r"(?<!\d)\d{18}(?!\d)", slip)) == {nip}
        assert KERAHASIAAN in slip
        assert "paling lambat 14 hari kalender" in slip
        assert ("Bagi PPPK" in slip) == (int(nip[12:14]) > 20)
        for langkah in langkah_akhir(o, isi.konteks.aturan):
            assert langkah in slip
        assert ("Apa yang mengubahnya" in slip) == o.dinilai


def test_what_would_move_a_person_is_tried_by_scoring(salinan: RuangKerja, isi: Isi) -> None:
    """Armen has 89,165: DKS-01 (20 %, of 24) from 23 to 24 adds 20 ÷ 24 = 0,83: 89,99… is 90,00 half-up."""
    hasil = tulis_untuk("pegawai", salinan, isi, [KESEHATAN])
    armen = next(o for o in isi.orang if o.nama.startswith("Armen"))
    slip = teks(hasil.folder / f"pegawai/{KESEHATAN}/{armen.nip}.html")
    assert "0,83 di bawah batas Baik (90,00); mencapai garis itu bila salah satu: DKS-01 23 → 24 kunjungan" in slip


def test_slips_are_the_same_bytes_again(salinan: RuangKerja, isi: Isi) -> None:
    satu, dua = (
        {n: (h.folder / n).read_bytes() for n in h.tertulis}
        for h in (tulis_untuk("pegawai", salinan, isi), tulis_untuk("pegawai", salinan, isi))
    )
    assert satu == dua
    assert len(satu) == 84


def test_unknown_readers_and_dinas_get_the_near_name(salinan: RuangKerja, isi: Isi) -> None:
    with pytest.raises(KinerjaError, match="Pembaca “pegawia” tidak dikenal") as salah:
        tulis_untuk("pegawia", salinan, isi)
    assert salah.value.saran == "Maksud Anda “pegawai”?"
    with pytest.raises(KinerjaError, match="tidak ada di periode 2025-01"):
        tulis_untuk("pegawai", salinan, isi, ["Dinas Kesehtan"])


def test_the_public_page_of_a_part_is_refused(salinan: RuangKerja, isi: Isi) -> None:
    with pytest.raises(KinerjaError, match="selalu tentang seluruh daerah"):
        tulis_untuk("publik", salinan, isi, [KESEHATAN])
    assert not (salinan.folder / "laporan/2025-01/publik").exists()


def test_laporan_untuk_publik_as_a_command(salinan: RuangKerja) -> None:
    hasil = kinerja("laporan", "--untuk", "publik", "--periode", "2025-01", di=salinan.folder)
    assert (hasil.returncode, hasil.stderr) == (0, "")
    assert "Laporan: 1 berkas" in hasil.stdout


def test_hitung_writes_for_the_reader_that_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "Januari 2025.xlsx").write_bytes(xlsx(P=PEGAWAI, I=INDIKATOR, R=REALISASI))
    ruang = ("--ruang", "ruang")
    hasil = kinerja("hitung", "Januari 2025.xlsx", *ruang, "--untuk", "pegawai", di=tmp_path)
    assert (hasil.returncode, "Garis batas" in hasil.stdout) == (0, False)
    assert "tulis juga laporan untuk pimpinan dengan “kinerja laporan --periode 2025-01”" in hasil.stdout
    folder = tmp_path / "ruang/laporan/2025-01"
    ditulis = isi_folder(folder)
    assert set(ditulis) == {f"pegawai/{KESEHATAN}.html", *(f"pegawai/{KESEHATAN}/{nip}.html" for nip in (ANI, BUDI))}
    kinerja("laporan", "--untuk", "pegawai", *ruang, di=tmp_path)
    assert isi_folder(folder) == ditulis
    hasil = kinerja("hitung", "Januari 2025.xlsx", *ruang, di=tmp_path)
    assert "buka index.html" in hasil.stdout
    assert (folder / "index.html").exists()


def test_hitung_saves_nothing_for_an_unknown_reader(tmp_path: Path) -> None:
    (tmp_path / "Januari 2025.xlsx").write_bytes(xlsx(P=PEGAWAI, I=INDIKATOR, R=REALISASI))
    hasil = kinerja("hitung", "Januari 2025.xlsx", "--ruang", "ruang", "--untuk", "pegawia", di=tmp_path)
    assert (hasil.returncode, hasil.stderr.splitlines()[-2:]) == (
        2,
        ["Pembaca “pegawia” tidak dikenal.", "→ Maksud Anda “pegawai”?"],
    )
    assert not (tmp_path / "ruang/periode").exists()


def test_a_rule_set_without_numbers_has_its_pages_too(tmp_path: Path) -> None:
    sebutan = f"NIP | Hasil Kerja | Perilaku\n{ANI} | diatas | sesuai\n{BUDI} | sesuai | di bawah"
    (tmp_path / "Januari 2025.xlsx").write_bytes(xlsx(P=PEGAWAI, K=sebutan))
    ruang = ruang_baru(tmp_path / "ruang")
    hitung_periode(ruang, Perintah((tmp_path / "Januari 2025.xlsx",), JANUARI, "permenpanrb-6-2022"), pelaku())
    isi = muat(ruang, JANUARI, setelan_ruang(ruang))
    folder = tulis_untuk("pegawai", ruang, isi).folder
    tulis_untuk("publik", ruang, isi)
    assert "Hasil kerja: di atas ekspektasi" in teks(folder / f"pegawai/{KESEHATAN}/{ANI}.html")
    assert "Apa yang mengubahnya" not in teks(folder / f"pegawai/{KESEHATAN}/{ANI}.html")
    assert "terlalu sedikit untuk diumumkan: kurang dari 5 orang" in teks(folder / "publik/index.html")
    rapat = teks(folder / f"rapat/{KESEHATAN}.html")
    assert "2 dari 2 pegawai dinilai. Baik 1, Kurang 1." in rapat
    assert "Rata-rata nilai" not in rapat
