"""The report model: names of files, means, and sums in words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bantu import ANI, JANUARI, aturan, hitung, ruang_baru, xlsx
from hypothesis import given
from hypothesis import strategies as st

from kinerja_cli.core.kata_aturan import langkah_akhir
from kinerja_cli.core.laporan import nama_berkas, ringkas_orang
from kinerja_cli.store import RuangKerja
from kinerja_cli.workflow.isi import muat
from kinerja_cli.workflow.ruang import setelan_ruang

PEGAWAI = f"""
    NIP | Nama | Dinas
    {ANI} | Ani | Dinas Kesehatan
"""
INDIKATOR = """
    Kode | Indikator | Aspek | Bobot | Arah | Target | Satuan | Target Atas
    A | Selesai | Penyelesaian Tugas | 20 | naik | 80 | berkas |
    B | Waktu | Penyelesaian Tugas | 20 | turun | 10 | hari |
    C | Anggaran | Inovasi Pelayanan | 20 | naik | 125000000 | rupiah |
    D | Kisaran | Kepuasan Masyarakat | 20 | naik | 80 | persen | 90
    E | Keluhan | Kepuasan Masyarakat | 20 | turun | 0 | keluhan |
"""


@pytest.mark.parametrize(
    ("dinas", "harapan"),
    [
        (["Dinas A/B"], ["Dinas A-B"]),
        (["Index", "rekap", "CON"], ["Dinas CON", "Dinas Index", "Dinas rekap"]),
        (["Dinas X", "DINAS X"], ["DINAS X", "Dinas X (2)"]),
        (["???"], ["Tanpa nama"]),
        (["Dinas Y. "], ["Dinas Y"]),
        (["D" * 300], ["D" * 80]),
    ],
)
def test_file_names_that_windows_takes(dinas: list[str], harapan: list[str]) -> None:
    assert [nama_berkas(dinas)[d] for d in sorted(dinas)] == harapan


@given(st.lists(st.text(max_size=100), unique=True, max_size=8))
def test_file_names_never_collide_nor_leave_the_folder(dinas: list[str]) -> None:
    nama = list(nama_berkas(dinas).values())
    assert len({n.casefold() for n in nama}) == len(dinas)
    for n in nama:
        assert n.strip(" .")
        assert not set(n) & set('<>:"/\\|?*\n\0')
        assert n.casefold() not in {"index", "rekap", "con", "nul"}


def test_everybody_gets_their_own_rows_in_whatever_order_they_are_asked(contoh: RuangKerja) -> None:
    isi = muat(contoh, JANUARI, setelan_ruang(contoh))
    tabel = isi.hasil.rincian
    tanpa_baris = replace(isi.orang[0], nip="1")
    semua = isi.rinci((*reversed(isi.orang), tanpa_baris, isi.orang[0]))
    assert len(semua) == len(isi.orang) + 2
    for o in semua:
        milik = tabel[tabel["nip"] == o.nip]
        harap = [*zip(milik["kode"], milik["capaian"], milik["bobot_hitung"], milik["letak_indikator"], strict=True)]
        assert [(b.kode, b.capaian, b.bobot, b.letak_indikator) for b in o.rincian] == harap
    assert not semua[-2].rincian
    assert isi.rinci(()) == ()


@pytest.mark.parametrize(
    ("isi", "cara"),
    [
        (("84", "9", "100000000", "85", "0"), (
            "(84 ÷ 80) × 100 = 105,00", "(2 − 9 ÷ 10) × 100 = 110,00", "(100.000.000 ÷ 125.000.000) × 100 = 80,00",
            "85 di antara 80 dan 90: 100,00", "target 0, realisasi 0: 100,00",
        )),
        (("100", "25", "200000000", "99", "3"), (
            "(100 ÷ 80) × 100 = 125,00, dibatasi 120,00", "(2 − 25 ÷ 10) × 100 kurang dari 0, menjadi 0,00",
            "(200.000.000 ÷ 125.000.000) × 100 = 160,00, dibatasi 120,00", "(99 ÷ 90) × 100 = 110,00",
            "target 0, realisasi 3: 0,00",
        )),
        (("2.5", "n/a", "0", "79.995", "-"), (
            "(2,5 ÷ 80) × 100 = 3,13", "tidak berlaku: tidak ikut dijumlahkan", "(0 ÷ 125.000.000) × 100 = 0,00",
            "(79,995 ÷ 80) × 100 = 99,99", "belum ada realisasi",
        )),
    ],
)  # fmt: skip
def test_every_capaian_in_words(
    tmp_path_factory: pytest.TempPathFactory, isi: tuple[str, ...], cara: tuple[str, ...]
) -> None:
    folder = tmp_path_factory.mktemp("cara")
    berkas = folder / "Januari 2025.xlsx"
    berkas.write_bytes(xlsx(P=PEGAWAI, I=INDIKATOR, R=f"NIP | A | B | C | D | E\n{ANI} | {' | '.join(isi)}"))
    ruang = ruang_baru(folder / "ruang")
    hitung(ruang, berkas)
    isi_bulan = muat(ruang, JANUARI, setelan_ruang(ruang))
    (orang,) = isi_bulan.rinci(isi_bulan.orang)
    assert tuple(b.cara for b in orang.rincian) == cara


def test_the_last_steps_of_a_sum(contoh: RuangKerja) -> None:
    orang = {o.nip: o for o in muat(contoh, JANUARI, setelan_ruang(contoh)).orang}
    assert langkah_akhir(orang["198402262010012012"], aturan()) == (
        "Jumlah capaian × bobot ÷ 100 = 83,247",
        "Jumlah bobot yang berlaku = 87,5",
        "Nilai = 83,247 ÷ 87,5 × 100, dibulatkan satu kali (setengah ke atas) = 95,14",
        "Predikat Baik: 90 sampai 120 (PP 30/2019 tentang Penilaian Kinerja PNS pasal 41)",
    )
    assert langkah_akhir(orang["199306222019032010"], aturan()) == ("Tidak dinilai: status cuti.",)


def test_everybody_stays_in_the_counts(contoh: RuangKerja) -> None:
    orang = muat(contoh, JANUARI, setelan_ruang(contoh)).orang
    r = ringkas_orang("Bungo", orang, aturan())
    assert (r.orang, r.dinilai) == (80, 77)
    assert sum(n for _, n in r.status) == 80
    assert sum(n for _, n in r.predikat) == 77
    assert r.rata_rata == 9554
    kosong = ringkas_orang("Tidak ada", (), aturan())
    assert (kosong.orang, kosong.rata_rata) == (0, None)
