"""A full disk, a read-only folder, a clock that went back, several writers at once."""

from __future__ import annotations

import dataclasses
import datetime as dt
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from bantu import INDIKATOR, JANUARI, PEGAWAI, REALISASI, hitung, isi_folder, pelaku, ruang_baru, xlsx

from kinerja_cli.core.riwayat import tumpukan
from kinerja_cli.errors import KinerjaError
from kinerja_cli.store import RuangKerja
from kinerja_cli.workflow.hitung import Perintah, hitung_periode

PANJANG = bool(os.environ.get("KINERJA_UJI_PANJANG"))


@pytest.fixture
def kecil(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own, of 2 MB."""
    folder = tmp_path / "cakram"
    folder.mkdir()
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("memasang tmpfs perlu Linux dan root")
    pasang = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", folder], check=False, capture_output=True)
    if pasang.returncode:
        pytest.skip("tmpfs tidak dapat dipasang di sini")
    yield folder
    subprocess.run(["umount", folder], check=True)


def tulis(folder: Path, realisasi: str = REALISASI) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "Dinkes Januari 2025.xlsx").write_bytes(xlsx(P=PEGAWAI, I=INDIKATOR, R=realisasi))
    return folder


def negara(ruang: RuangKerja) -> dict[str, bytes]:
    return isi_folder(ruang.folder / "periode") | {"jejak": ruang.berkas_jejak.read_bytes()}


@pytest.mark.parametrize("sisa", range(4, 64, 12))
def test_a_full_disk_stops_with_one_sentence_and_loses_nothing(kecil: Path, tmp_path: Path, sisa: int) -> None:
    ruang = ruang_baru(kecil / "ruang")
    hitung(ruang, tulis(tmp_path / "awal"))
    lama = negara(ruang)
    penuh = kecil / "penuh"
    cakram = os.statvfs(kecil)
    penuh.write_bytes(b"x" * (cakram.f_bavail * cakram.f_frsize - sisa * 1024))
    betul = tulis(tmp_path / "betul", REALISASI.replace("| 60 |", "| 80 |"))
    with pytest.raises(KinerjaError, match="Tidak dapat menulis") as galat:
        hitung(ruang, betul)
    assert "sisa ruang penyimpanan" in galat.value.saran
    penuh.unlink()
    pesan = ruang.pulihkan("uji")
    if pesan != ("Penyimpanan 2025-01 yang terputus sudah diselesaikan.",) and negara(ruang) == lama:
        hitung(ruang, betul)
    assert len(tumpukan(ruang.jejak(), JANUARI)) == 2
    assert isi_folder(ruang.folder / "periode/2025-01.r1") == {
        nama.removeprefix("2025-01/"): isi for nama, isi in lama.items() if nama != "jejak"
    }


def test_a_read_only_folder_stops_with_one_sentence(kecil: Path, tmp_path: Path) -> None:
    ruang = ruang_baru(kecil / "ruang")
    hitung(ruang, tulis(tmp_path / "awal"))
    lama = isi_folder(ruang.folder)
    subprocess.run(["mount", "-o", "remount,ro", kecil], check=True)
    with pytest.raises(KinerjaError, match="Tidak dapat menulis"):
        hitung(ruang, tulis(tmp_path / "betul", REALISASI.replace("| 60 |", "| 80 |")))
    assert isi_folder(ruang.folder) == lama


def test_a_clock_that_went_back_is_named_and_the_order_of_the_trail_holds(tmp_path: Path) -> None:
    ruang = ruang_baru(tmp_path / "ruang")
    hitung(ruang, tulis(tmp_path / "awal"))
    kemarin = dataclasses.replace(pelaku(), kini=pelaku().kini - dt.timedelta(days=400))
    berkas = tulis(tmp_path / "betul", REALISASI.replace("| 60 |", "| 80 |"))
    hasil = hitung_periode(ruang, Perintah((berkas,)), kemarin)
    assert [p for p in hasil.pemulihan if p.startswith("Jam komputer")]
    assert [b.nomor for b in ruang.jejak()] == [1, 2]
    assert not [p for p in hitung(ruang, berkas).pemulihan if p.startswith("Jam komputer")]


_PENULIS = """
import sys, dataclasses
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from kinerja_cli.core.periode import Periode
from kinerja_cli.store import RuangKerja, susun_simpanan
ruang, siapa, banyak = RuangKerja(Path(sys.argv[2])), sys.argv[3], int(sys.argv[4])
for i in range(banyak):
    with ruang.menulis(siapa):
        p = Periode(2025, 1 + i % 2)
        lama = ruang.baca(p)
        nomor = int(lama.berkas["nomor.txt"]) + 1 if lama else 1
        isi = {"nomor.txt": str(nomor).encode(), "oleh.txt": siapa.encode()}
        catatan = {"tindakan": "hitung", "periode": str(p), "siapa": siapa}
        ruang.simpan(susun_simpanan(p, {"status": "draf", "sumber": []}, isi), catatan)
"""


def test_writers_at_once_leave_a_valid_chain_and_no_lost_update(tmp_path: Path) -> None:
    """Each adds one to a number in the period: the number says whether an update was lost."""
    ruang = ruang_baru(tmp_path / "ruang")
    banyak, penulis = (250, 4) if PANJANG else (14, 4)
    semua = [
        subprocess.Popen(
            [sys.executable, "-c", _PENULIS, str(Path(__file__).parents[2]), str(ruang.folder), f"P{i}", str(banyak)]
        )
        for i in range(penulis)
    ]
    assert [p.wait(timeout=500) for p in semua] == [0] * penulis
    jejak = ruang.jejak()
    assert len(jejak) == banyak * penulis
    for periode in ruang.semua_periode():
        simpanan = ruang.baca(periode)
        assert simpanan is not None
        baris = [b for b in jejak if b.isi["periode"] == str(periode)]
        assert int(simpanan.berkas["nomor.txt"]) == len(baris) == banyak * penulis // 2
        assert baris[-1].isi["manifes"] == simpanan.sha256_manifes
        assert simpanan.berkas["oleh.txt"].decode() == baris[-1].isi["siapa"]
        assert sorted(ruang.revisi(periode)) == list(range(1, len(baris)))


def test_a_reader_never_meets_a_half_done_swap(tmp_path: Path) -> None:
    """Somebody saves without a pause; whoever reads finds whole periods and a whole trail, at every moment."""
    ruang = ruang_baru(tmp_path / "ruang")
    akar = str(Path(__file__).parents[2])
    subprocess.run([sys.executable, "-c", _PENULIS, akar, str(ruang.folder), "P", "2"], check=True)
    dibaca = 0
    with subprocess.Popen([sys.executable, "-c", _PENULIS, akar, str(ruang.folder), "P", "60"]) as penulis:
        while penulis.poll() is None:
            assert len(ruang.semua_periode()) == 2
            for periode in ruang.semua_periode():
                simpanan = ruang.baca(periode)
                assert simpanan is not None
                assert simpanan.berkas["oleh.txt"] == b"P"
            ruang.jejak()
            dibaca += 1
    assert penulis.returncode == 0
    assert dibaca > 20
