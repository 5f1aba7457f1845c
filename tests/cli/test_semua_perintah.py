"""Every command on a locked period: none changes a byte of it, and each completes first what a crash left.

A new command without a case here fails the test: every write path asks the lock (RANCANGAN section 5).
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer.main
from bantu import ANI, INDIKATOR, JANUARI, PEGAWAI, REALISASI, hitung, isi_folder, pelaku, ruang_baru, xlsx
from typer.testing import CliRunner

from kinerja_cli.cli.aplikasi import app
from kinerja_cli.core.jejak import tambah
from kinerja_cli.store import RuangKerja
from kinerja_cli.workflow.cadangan import buat_cadangan
from kinerja_cli.workflow.keberatan import PerintahCatat, catat
from kinerja_cli.workflow.kunci import kunci
from kinerja_cli.workflow.latihan import buat_latihan

KASUS: dict[str, list[str]] = {
    "validasi": ["{berkas}", "--ruang", "{ruang}"],
    "hitung": ["{berkas}", "--ruang", "{ruang}"],
    "laporan": ["--ruang", "{ruang}"],
    "jelaskan": [ANI, "--ruang", "{ruang}"],
    "contoh": ["{keluar}/contoh"],
    "contoh --latihan": ["{keluar}/latihan"],
    "contoh --latihan --benih 1": ["{latihan}"],
    "mulai": ["{ruang}"],
    "templat": ["-o", "{keluar}", "--ruang", "{ruang}"],
    "aturan": ["--ruang", "{ruang}"],
    "temuan": [],
    "tindak-lanjut": ["--format", "xlsx,html", "--ruang", "{ruang}"],
    "perbaikan buat": ["{berkas}", "-o", "{keluar}", "--ruang", "{ruang}"],
    "perbaikan terapkan": ["{berkas}", "{berkas}", "-o", "{keluar}/baru.xlsx"],
    "rekap": ["--tahun", "2025", "--ruang", "{ruang}"],
    "bandingkan": ["2025-01", "2025-01", "--ruang", "{ruang}"],
    "riwayat": ["--ruang", "{ruang}"],
    "buktikan": ["2025-01", "--ruang", "{ruang}"],
    "kunci": ["2025-01", "--ruang", "{ruang}"],
    "buka-kunci": ["2025-01", "--alasan", " ", "--ruang", "{ruang}"],
    "batalkan": ["2025-01", "--alasan", "salah", "--ruang", "{ruang}"],
    "keberatan serahkan": ["--periode", "2025-01", "--ruang", "{ruang}"],
    "keberatan catat": [ANI, "--periode", "2025-01", "--alasan", "kurang", "--ruang", "{ruang}"],
    "keberatan putuskan": [
        "K-001",
        "--diterima",
        "--oleh",
        "Sekda",
        "--pertimbangan",
        "benar",
        "--ubah",
        "A=90",
        "--ruang",
        "{ruang}",
    ],
    "sosialisasi": ["-o", "{keluar}", "--ruang", "{ruang}"],
    "tagih": ["{berkas}", "--ruang", "{ruang}"],
    "keberatan daftar": ["--ruang", "{ruang}"],
    "cadangan buat": ["-o", "{keluar}/c.zip", "--ruang", "{ruang}"],
    "cadangan pulihkan": ["{cadangan}", "--ruang", "{ruang}"],
    "skm": ["{berkas}", "--sebagai", "A", "--dinas", "Dinas Kesehatan", "--periode", "2025-01", "--ruang", "{ruang}"],
    "layanan": ["{berkas}", "--sebagai", "A", "--dinas", "Dinas Kesehatan", "--periode", "2025-01", "--ruang", "{ruang}"],
}
TANPA_RUANG = {
    "contoh",
    "contoh --latihan",
    "contoh --latihan --benih 1",
    "mulai",
    "temuan",
    "perbaikan terapkan",
    "cadangan pulihkan",
}
"""Commands that open no ruang kerja that is there already."""


def _semua_perintah() -> Iterator[str]:
    for nama, isi in typer.main.get_command(app).commands.items():  # type: ignore[attr-defined]  # a group
        anak = getattr(isi, "commands", None)
        yield from (f"{nama} {a}" for a in anak) if anak else (nama,)


def test_every_command_has_a_case() -> None:
    assert {nama.partition(" --")[0] for nama in KASUS} == set(_semua_perintah())


@pytest.fixture(scope="module")
def induk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A locked January with a result beneath, a corrected workbook to tempt with, and a backup."""
    folder = tmp_path_factory.mktemp("semua")
    ruang = ruang_baru(folder / "ruang")
    for a in ("60", "70", "80"):
        berkas = folder / "Dinkes Januari 2025.xlsx"
        berkas.write_bytes(xlsx(P=PEGAWAI, I=INDIKATOR, R=REALISASI.replace("| 60 |", f"| {a} |")))
        if a != "80":
            hitung(ruang, berkas)
    kunci(ruang, JANUARI, pelaku())
    catat(ruang, PerintahCatat(ANI, JANUARI, "Realisasi A kurang"), pelaku())
    buat_cadangan(ruang, folder / "c.zip", pelaku())
    buat_latihan(folder / "latihan", 1)
    return folder


def _terputus(ruang: RuangKerja) -> None:
    """A locking of the period again that crashed after it was made durable: the waiting folder, its line in it."""
    folder = ruang.folder_periode(JANUARI)
    menunggu = folder.with_suffix(".ganti")
    folder.rename(menunggu)
    semua = ruang.jejak()
    terkunci = next(b for b in semua if b.isi["tindakan"] == "kunci")
    baris = tambah(semua[-1], {**_isi(terkunci.isi), "waktu": "2025-02-03T09:00:00+07:00"})
    (menunggu / "jejak-tertunda.jsonl").write_bytes((baris.teks + "\n").encode())


def _isi(isi: object) -> dict[str, object]:
    assert isinstance(isi, dict)
    return {k: v for k, v in isi.items() if k not in ("nomor", "sebelum", "sha256")}


def _jalankan(induk: Path, tmp_path: Path, perintah: str) -> str:
    (tmp_path / "keluar").mkdir()
    tempat = {
        "{ruang}": str(tmp_path / "ruang"), "{keluar}": str(tmp_path / "keluar"), "{cadangan}": str(induk / "c.zip"),
        "{berkas}": str(induk / "Dinkes Januari 2025.xlsx"), "{latihan}": str(induk / "latihan"),
    }  # fmt: skip
    argumen = perintah.split()
    for satu in KASUS[perintah]:
        for nama, isi in tempat.items():
            satu = satu.replace(nama, isi)
        argumen.append(satu)
    hasil = CliRunner().invoke(app, argumen)
    assert not (hasil.exit_code == 2 and isinstance(hasil.exception, SystemExit)), hasil.output  # wrong usage proves nothing
    return hasil.stderr


@pytest.mark.parametrize("perintah", KASUS)
def test_no_command_changes_a_byte_of_a_locked_period(induk: Path, tmp_path: Path, perintah: str) -> None:
    shutil.copytree(induk / "ruang", tmp_path / "ruang")
    ruang = RuangKerja(tmp_path / "ruang")
    sebelum, jejak = isi_folder(ruang.folder / "periode"), ruang.jejak()
    _jalankan(induk, tmp_path, perintah)
    assert isi_folder(ruang.folder / "periode") == sebelum
    kini = ruang.jejak()
    assert kini[: len(jejak)] == jejak
    assert not [b for b in kini[len(jejak) :] if "manifes" in b.isi]  # an objection is recorded, no result is touched


@pytest.mark.parametrize("perintah", sorted(set(KASUS) - TANPA_RUANG))
def test_every_command_completes_first_what_a_crash_left(induk: Path, tmp_path: Path, perintah: str) -> None:
    shutil.copytree(induk / "ruang", tmp_path / "ruang")
    ruang = RuangKerja(tmp_path / "ruang")
    utuh = isi_folder(ruang.folder / "periode")
    _terputus(ruang)
    catatan = _jalankan(induk, tmp_path, perintah)
    assert isi_folder(ruang.folder / "periode") == utuh
    assert [b.isi["tindakan"] for b in ruang.jejak()[4:5]] == ["kunci"]
    assert "Penyimpanan 2025-01 yang terputus sudah diselesaikan." in " ".join(catatan.split())


def test_reading_goes_on_while_somebody_else_writes_for_long(
    induk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kinerja_cli.store.ruang._TUNGGU_KUNCI", 0.2)
    shutil.copytree(induk / "ruang", tmp_path / "ruang")
    ruang = RuangKerja(tmp_path / "ruang")
    with ruang.menulis("Budi"):
        (ruang.folder / "periode/2025-02.baru").mkdir()  # it has just begun
        hasil = CliRunner().invoke(app, ["jelaskan", ANI, "--ruang", str(ruang.folder)])
    assert hasil.exit_code == 0
    assert "sedang dipakai oleh Budi" in hasil.stderr
    assert "Ani" in hasil.stdout
