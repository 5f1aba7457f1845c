"""Rule files that offices write: every fault is told with its line and key, and nothing is guessed."""

from __future__ import annotations

from pathlib import Path

import pytest

from kinerja_cli.errors import KinerjaError
from kinerja_cli.readers.aturan import baca_aturan, daftar_aturan
from kinerja_cli.readers.pohon import baris_kunci
from kinerja_cli.resources import folder_aturan

BUNGO = (folder_aturan() / "evaluasi-bungo.toml").read_text("utf-8")


def isi(nama: str) -> str:
    return (folder_aturan() / f"{nama}.toml").read_text("utf-8")


def salah(teks: str) -> str:
    with pytest.raises(KinerjaError) as e:
        baca_aturan(teks.encode(), "perbup.toml")
    return str(e.value)


def baris(teks: str, potongan: str) -> int:
    """The line on which a text begins."""
    return teks[: teks.index(potongan)].count("\n") + 1


@pytest.mark.parametrize(
    ("asal", "lama", "baru", "kunci", "kata"),
    [
        ("evaluasi-bungo", "mulai = 110", 'mulai = "110"', "predikat[1].mulai", "bukan angka"),
        ("evaluasi-bungo", "mulai = 90", "mulai = true", "predikat[2].mulai", "bukan angka"),
        ("evaluasi-bungo", "mulai = 90", "mulai = 90.125", "predikat[2].mulai", "dua desimal"),
        ("evaluasi-bungo", "mulai = 90", "mulai = nan", "predikat[2].mulai", "bukan angka"),
        ("evaluasi-bungo", "mulai = 90", "mulia = 90", "predikat[2].mulia", "maksud Anda “mulai”"),
        ("evaluasi-bungo", 'cara = "setengah_ke_atas"', 'cara = "genap"', "pembulatan.cara", "tidak boleh “genap”"),
        ("evaluasi-bungo", 'rumus = "realisasi_per_target"', 'rumus = "realisasi_per_targt"', "capaian.naik.rumus",
         "maksud Anda “realisasi_per_target”"),
        ("evaluasi-bungo", 'kepastian = "hitung"', 'kepastian = "yakin"', "capaian.paling_rendah.kepastian", "tidak boleh"),
        ("evaluasi-bungo", 'dasar = "pp-30-2019"', 'dasar = "pp-30-2091"', "predikat[1].dasar", "tidak ada di [[sumber]]"),
        ("evaluasi-bungo", 'keluar = ["tugas belajar"', "keluar = [3", "status.keluar", "bukan daftar teks"),
        ("evaluasi-bungo", "nilai = 120", "nilai = 99999", "capaian.paling_tinggi.nilai", "lebih dari 10000"),
        ("evaluasi-bungo", "mulai = 70", "mulai = 95", "predikat", "berurut dari yang tertinggi"),
        ("pp-30-2019", "perilaku = 30", "perilaku = 31", "perilaku.pembagian[1].perilaku", "berjumlah 100"),
        ("pp-30-2019", "perilaku = 40", 'perilaku = "40"', "perilaku.pembagian[2].perilaku", "bukan angka"),
        ("permenpanrb-8-2021", "dari = 80", "dari = 81", "pita[1].baris", "tanpa lubang"),
        ("permenpanrb-8-2021", "sampai = 79", "sampai = 80", "pita[1].baris", "tanpa tumpang tindih"),
        ("pp-46-2011", "batas = 24", "", "capaian.Waktu.batas", "tidak ada"),
        ("permenpanrb-6-2022", 'predikat = "Sangat Kurang"', 'predikat = "Sangat Kurnag"', "matriks.sel[9].predikat",
         "maksud Anda “Sangat Kurang”"),
        ("permenpanrb-6-2022", "mulai = 90", "mulai = 110", "matriks.ekspektasi", "berurut dari yang tertinggi"),
    ],
)  # fmt: skip
def test_a_fault_is_named_with_its_line_and_key(asal: str, lama: str, baru: str, kunci: str, kata: str) -> None:
    teks = isi(asal)
    assert lama in teks
    rusak = teks.replace(lama, baru, 1)
    pesan = salah(rusak)
    assert f"“{kunci}”" in pesan
    assert kata in pesan
    nomor = int(pesan.split(f": “{kunci}”")[0].rsplit(" ", 1)[1])
    petunjuk = baru.split(" = ")[0] if baru else "[capaian.Waktu]"
    if kunci.endswith(petunjuk):
        assert rusak.splitlines()[nomor - 1].strip().startswith(baru.split(",")[0])


def test_a_missing_key_is_told_at_its_section() -> None:
    rusak = isi("pp-46-2011").replace("batas = 24\n", "", 1)
    assert f"baris {baris(rusak, '[capaian.Waktu]')}: “capaian.Waktu.batas” tidak ada" in salah(rusak)


def test_all_faults_are_told_at_once() -> None:
    pesan = salah(BUNGO.replace("mulai = 110", 'mulai = "x"').replace('judul = "Skema', 'jodul = "Skema'))
    assert "“predikat[1].mulai” bukan angka" in pesan
    assert "“judul” tidak ada" in pesan
    assert "“jodul” tidak dikenal; maksud Anda “judul”?" in pesan


def test_what_is_no_toml_is_told_with_line_and_column() -> None:
    rusak = BUNGO.replace("mulai = 110", "mulai = = 110")
    assert f"baris {baris(rusak, 'mulai = = 110')} kolom" in salah(rusak)
    with pytest.raises(KinerjaError, match="UTF-8"):
        baca_aturan(b"\xff\xfeid", "perbup.toml")


def test_lines_of_lists_within_lists() -> None:
    bagian = (
        "[[pita]]",
        "nama = 1",
        "[[pita.baris]]",
        "dari = 0",
        "[[pita.baris]]",
        "dari = 5",
        "[[pita]]",
        "[[pita.baris]]",
    )
    peta = baris_kunci("\n".join([*bagian, "dari = 9"]))
    assert (peta["pita[1].baris[2].dari"], peta["pita[2].baris[1].dari"], peta["pita[2]"]) == (6, 9, 7)


def test_an_office_adds_its_own_file_and_an_equal_id_is_an_error(tmp_path: Path) -> None:
    sendiri = tmp_path / "perbup.toml"
    sendiri.write_text(BUNGO.replace('id = "evaluasi-bungo"', 'id = "perbup-12-2025"'), "utf-8")
    assert "perbup-12-2025" in daftar_aturan([tmp_path])
    sendiri.write_text(BUNGO, "utf-8")
    with pytest.raises(KinerjaError, match=r"perbup\.toml memakai id “evaluasi-bungo”, yang sudah dipakai aturan bawaan"):
        daftar_aturan([tmp_path])
