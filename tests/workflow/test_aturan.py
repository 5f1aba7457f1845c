"""Rule sets through the month's work: chosen by id, purpose and period; pinned; perilaku never outlives its month."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bantu import (
    ANI,
    BUDI,
    INDIKATOR,
    JANUARI,
    PEGAWAI,
    REALISASI,
    isi_folder,
    nilai,
    pelaku,
    ruang_baru,
    semua_aturan,
    temuan,
    xlsx,
)

from kinerja_cli.core.periode import Periode
from kinerja_cli.errors import KinerjaError
from kinerja_cli.resources import folder_aturan
from kinerja_cli.store import RuangKerja
from kinerja_cli.workflow.hitung import HasilHitung, Perintah, hitung_periode
from kinerja_cli.workflow.isi import muat
from kinerja_cli.workflow.laporan import tulis_laporan
from kinerja_cli.workflow.ruang import pilih_aturan, setelan_ruang
from kinerja_cli.workflow.validasi import validasi_berkas

SEBUTAN = f"""
    NIP | Hasil Kerja | Perilaku
    {ANI} | di atas ekspektasi | sesuai
    {BUDI} | sesuai | di bawah
"""
PERILAKU = f"NIP | Perilaku\n{ANI} | 90\n{BUDI} | 80"


@pytest.fixture
def ruang(tmp_path: Path) -> RuangKerja:
    return ruang_baru(tmp_path / "ruang")


def berkas(folder: Path, nama: str, **lembar: str) -> Path:
    (folder / nama).write_bytes(xlsx(**lembar))
    return folder / nama


def jalankan(ruang: RuangKerja, *jalur: Path, aturan: str = "", periode: Periode | None = None) -> HasilHitung:
    return hitung_periode(ruang, Perintah(jalur, periode, aturan), pelaku())


def setel(ruang: RuangKerja, **isi: str) -> None:
    teks = "".join(f"{kunci} = {nilai}\n" for kunci, nilai in isi.items())
    (ruang.folder / "kinerja.toml").write_text(teks, "utf-8")


def perbup(ruang: RuangKerja, mulai: int) -> None:
    """An office's own set: the sample scheme under another id, its highest category elsewhere."""
    (ruang.folder / "aturan").mkdir(exist_ok=True)
    teks = (folder_aturan() / "evaluasi-bungo.toml").read_text("utf-8")
    teks = teks.replace('id = "evaluasi-bungo"', 'id = "perbup"', 1).replace("mulai = 90", f"mulai = {mulai}")
    (ruang.folder / "aturan" / "perbup.toml").write_text(teks, "utf-8")


# Choosing -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("periode", "id_aturan"),
    [
        (Periode(2014, 1), "pp-46-2011"),
        (Periode(2021, 6), "pp-46-2011"),
        (Periode(2021, 7), "permenpanrb-8-2021"),
        (Periode(2021, 12), "permenpanrb-8-2021"),
        (Periode(2022, 1), "permenpanrb-6-2022"),
        (Periode(2025, 1), "permenpanrb-6-2022"),
    ],
)
def test_of_one_purpose_the_set_in_force_is_taken(periode: Periode, id_aturan: str) -> None:
    assert pilih_aturan(None, "penilaian-nasional", periode).id == id_aturan


def test_none_or_several_in_force_are_listed(ruang: RuangKerja) -> None:
    with pytest.raises(KinerjaError, match=r"Tidak ada aturan .* pada Desember 2013: .*pp-46-2011 \(sejak 1 Januari 2014"):
        pilih_aturan(None, "penilaian-nasional", Periode(2013, 12))
    perbup(ruang, 90)
    with pytest.raises(KinerjaError, match=r"Ada 2 aturan bertujuan “evaluasi-bulanan” .*evaluasi-bungo.*perbup"):
        pilih_aturan(ruang, "evaluasi-bulanan", JANUARI)
    with pytest.raises(KinerjaError, match="Ada 3 aturan"):
        pilih_aturan(None, "penilaian-nasional")
    with pytest.raises(KinerjaError, match="tidak dikenal") as e:
        pilih_aturan(None, "penilaian-nasionl", JANUARI)
    assert "penilaian-nasional" in str(e.value.saran)


def test_settings_choose_the_set_and_its_variant(ruang: RuangKerja, tmp_path: Path) -> None:
    setel(ruang, aturan='"nilai-skp-perilaku"', pilihan='{ perilaku = "dengan_pendapat" }')
    jalankan(ruang, berkas(tmp_path, "Januari 2025.xlsx", P=PEGAWAI, I=INDIKATOR, R=REALISASI, K=PERILAKU))
    # Ani: 103 × 0,6 + 90 × 0,4 = 97,80; Budi: 81,50 × 0,6 + 80 × 0,4 = 80,90
    assert nilai(ruang) == {ANI: ("dinilai", "97.80", "Baik"), BUDI: ("dinilai", "80.90", "Cukup")}
    manifes = json.loads((ruang.folder / "periode/2025-01/manifes.json").read_text("utf-8"))
    assert (manifes["aturan"]["id"], manifes["aturan"]["pilihan"]) == ("pp-30-2019", {"perilaku": "dengan_pendapat"})


def test_an_unknown_variant_is_refused(ruang: RuangKerja) -> None:
    setel(ruang, aturan='"pp-30-2019"', pilihan='{ perilaku = "dengan" }')
    with pytest.raises(KinerjaError, match=r"pilihan\.perilaku.*tanpa_pendapat, dengan_pendapat"):
        pilih_aturan(ruang, "pp-30-2019", JANUARI)


def test_a_perbup_enacts_the_local_scheme_not_a_national_set() -> None:
    semua = semua_aturan()
    assert semua["evaluasi-bungo"].penetapan("Perbup 12/2025") == "Perbup 12/2025"
    assert "belum ditetapkan" in semua["evaluasi-bungo"].penetapan("")
    assert semua["pp-46-2011"].penetapan("Perbup 12/2025") == ""


def test_a_sheet_of_ratings_alone_can_be_checked_before_it_is_sent(ruang: RuangKerja, tmp_path: Path) -> None:
    setel(ruang, aturan='"permenpanrb-6-2022"')
    (tmp_path / "Perilaku Januari 2025.xlsx").write_bytes(xlsx(K=SEBUTAN))
    hasil = validasi_berkas(ruang, [tmp_path / "Perilaku Januari 2025.xlsx"], None)
    assert (hasil.hitungan.perilaku, temuan(hasil.temuan)) == (2, [("X01", "")])


# Pinned ---------------------------------------------------------------------------------------------------------------


def test_a_saved_month_keeps_its_version_unless_the_set_is_named(ruang: RuangKerja, tmp_path: Path) -> None:
    perbup(ruang, 90)
    setel(ruang, aturan='"perbup"')
    isi = berkas(tmp_path, "Januari 2025.xlsx", P=PEGAWAI, I=INDIKATOR, R=REALISASI)
    jalankan(ruang, isi)
    assert nilai(ruang)[BUDI][2] == "Cukup"  # 81,50
    sebelum = isi_folder(ruang.folder / "periode")
    perbup(ruang, 80)
    hasil = jalankan(ruang, isi)
    assert temuan(hasil.temuan) == [("A03", "")]
    assert not hasil.berubah
    assert isi_folder(ruang.folder / "periode") == sebelum
    hasil = jalankan(ruang, isi, aturan="perbup")
    assert temuan(hasil.temuan) == [("A02", "")]
    assert nilai(ruang)[BUDI][2] == "Baik"


def test_another_set_or_variant_than_the_saved_one_is_said(ruang: RuangKerja, tmp_path: Path) -> None:
    isi = berkas(tmp_path, "Januari 2025.xlsx", P=PEGAWAI, I=INDIKATOR, R=REALISASI, K=PERILAKU)
    jalankan(ruang, isi, aturan="pp-30-2019")
    assert temuan(jalankan(ruang, isi, aturan="pp-30-2019").temuan) == []
    assert temuan(jalankan(ruang, isi).temuan) == [("A03", "")]  # the month stays with its set, not that of the settings
    assert nilai(ruang)[ANI][1] == "99.10"
    setel(ruang, aturan='"pp-30-2019"', pilihan='{ perilaku = "dengan_pendapat" }')
    assert temuan(jalankan(ruang, isi).temuan) == [("A03", "")]
    assert nilai(ruang)[ANI][1] == "99.10"
    hasil = jalankan(ruang, isi, aturan="pp-30-2019")
    assert temuan(hasil.temuan) == [("A02", "")]
    assert "tanpa_pendapat" in hasil.temuan[0].pesan
    assert "dengan_pendapat" in hasil.temuan[0].pesan


def test_old_reports_are_written_by_the_saved_rules_and_variant(ruang: RuangKerja, tmp_path: Path) -> None:
    isi = berkas(tmp_path, "Januari 2025.xlsx", P=PEGAWAI, I=INDIKATOR, R=REALISASI, K=PERILAKU)
    jalankan(ruang, isi, aturan="pp-30-2019")
    laporan = ruang.folder / "laporan/2025-01/Dinas Kesehatan.html"
    sebelum = laporan.read_bytes()
    setel(ruang, instansi='"Pemerintah Kabupaten Bungo"', tempat='"Muara Bungo"', pilihan='{ perilaku = "dengan_pendapat" }')
    tulis_laporan(ruang, muat(ruang, JANUARI, setelan_ruang(ruang)))
    assert laporan.read_bytes() == sebelum


# Perilaku and results without a number --------------------------------------------------------------------------------


def test_perilaku_never_outlives_a_month(ruang: RuangKerja, tmp_path: Path) -> None:
    setel(ruang, aturan='"pp-30-2019"')
    jalankan(ruang, berkas(tmp_path, "Januari 2025.xlsx", P=PEGAWAI, I=INDIKATOR, R=REALISASI, K=PERILAKU))
    hasil = jalankan(ruang, berkas(tmp_path, "Februari 2025.xlsx", R=REALISASI.replace("84", "80")))
    assert nilai(ruang, "2025-02")[ANI] == ("belum_lengkap", "", "")
    assert ("K05", "A2") in temuan(hasil.temuan)
    jalankan(ruang, berkas(tmp_path, "Perilaku Februari 2025.xlsx", K=PERILAKU))
    assert nilai(ruang, "2025-02")[ANI] == ("dinilai", "97.35", "Baik")  # 100,50 × 0,7 + 90 × 0,3


def test_a_category_without_a_number(ruang: RuangKerja, tmp_path: Path) -> None:
    hasil = jalankan(ruang, berkas(tmp_path, "Januari 2025.xlsx", P=PEGAWAI, K=SEBUTAN), aturan="permenpanrb-6-2022")
    assert hasil.tersimpan
    assert nilai(ruang) == {ANI: ("dinilai", "", "Baik"), BUDI: ("dinilai", "", "Kurang")}
    assert hasil.ringkasan is not None
    assert (hasil.ringkasan.dinilai, hasil.ringkasan.rata_rata) == (2, None)
    orang = muat(ruang, JANUARI, setelan_ruang(ruang)).orang
    assert [(o.nilai, o.peringkat, o.hasil_kerja, o.perilaku) for o in orang] == [
        (None, 0, "di atas ekspektasi", "sesuai ekspektasi"),
        (None, 0, "sesuai ekspektasi", "di bawah ekspektasi"),
    ]
    for nama in ("index.html", "Dinas Kesehatan.html"):
        halaman = (ruang.folder / "laporan/2025-01" / nama).read_text("utf-8")
        assert "0,00" not in halaman
        assert "rata-rata nilai" not in halaman.lower()


def test_a_rating_bridged_from_the_score_is_called_a_local_choice(ruang: RuangKerja, tmp_path: Path) -> None:
    setel(ruang, aturan='"permenpanrb-6-2022"', pilihan='{ hasil_kerja = "dijembatani" }')
    laku = SEBUTAN.replace("Hasil Kerja", "Catatan")
    jalankan(ruang, berkas(tmp_path, "Januari 2025.xlsx", P=PEGAWAI, I=INDIKATOR, R=REALISASI, K=laku))
    # Ani 103,00: sesuai; Budi 81,50: di bawah, dan perilakunya di bawah
    assert nilai(ruang) == {ANI: ("dinilai", "", "Baik"), BUDI: ("dinilai", "", "Sangat Kurang")}
    assert "pilihan lokal" in (ruang.folder / "laporan/2025-01/Dinas Kesehatan.html").read_text("utf-8")
