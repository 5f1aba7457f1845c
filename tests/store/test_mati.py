"""Killed at every file operation: afterwards the old state or the new one is there, whole.

Every operation of the store is met by an audit hook of Python itself (open for writing, rename, remove, mkdir, rmdir) or by
``os.fsync``; a child process runs the real step and is killed (SIGKILL) at the first, the second, ... of them, once with
what was written so far and once with the file being written cut in half.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from bantu import BUDI, INDIKATOR, JANUARI, PEGAWAI, REALISASI, isi_folder, pelaku, ruang_baru, xlsx

from kinerja_cli.readers.buku_kerja import baca_buku
from kinerja_cli.store import RuangKerja, bongkar_zip
from kinerja_cli.workflow.cadangan import buat_cadangan, pulihkan_cadangan
from kinerja_cli.workflow.hitung import Perintah, hitung_periode
from kinerja_cli.workflow.keberatan import PerintahCatat, catat
from kinerja_cli.workflow.kunci import batalkan, buka_kunci, kunci
from kinerja_cli.workflow.putusan import PerintahPutuskan, putuskan

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="perlu fork dan SIGKILL")
Langkah = Callable[[RuangKerja], object]

_PERISTIWA = frozenset({"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.truncate", "shutil.rmtree"})


def _hitung(nama: str) -> Langkah:
    return lambda ruang: hitung_periode(ruang, Perintah((ruang.folder.parent / nama,)), pelaku())


def _kunci(ruang: RuangKerja) -> object:
    return kunci(ruang, JANUARI, pelaku())


def _catat(ruang: RuangKerja) -> object:
    bukti = ruang.folder.parent / "awal" / "Dinkes Januari 2025.xlsx"
    return catat(ruang, PerintahCatat(BUDI, JANUARI, "A kurang 20", (bukti,)), pelaku())


def _putuskan(ruang: RuangKerja) -> object:
    return putuskan(ruang, PerintahPutuskan("K-001", True, "Sekda", "register", ("A=80",)), pelaku())


SIAP: dict[str, tuple[list[Langkah], Langkah]] = {
    "hitung pertama": ([], _hitung("awal")),
    "hitung lagi": ([_hitung("awal")], _hitung("betul")),
    "kunci": ([_hitung("awal")], _kunci),
    "buka-kunci": ([_hitung("awal"), _kunci], lambda ruang: buka_kunci(ruang, JANUARI, "salah", pelaku())),
    "keberatan catat": ([_hitung("awal")], _catat),
    "keberatan putuskan": ([_hitung("awal"), _catat], _putuskan),
    "batalkan": ([_hitung("awal"), _hitung("betul")], lambda ruang: batalkan(ruang, JANUARI, "salah", pelaku())),
}


@pytest.fixture
def siap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("kinerja_cli.workflow.terbaca.baca_semua", lambda isi: tuple(baca_buku(*satu) for satu in isi))
    for nama, realisasi in (("awal", REALISASI), ("betul", REALISASI.replace("| 60 |", "| 80 |"))):
        (tmp_path / nama).mkdir()
        (tmp_path / nama / "Dinkes Januari 2025.xlsx").write_bytes(xlsx(P=PEGAWAI, I=INDIKATOR, R=realisasi))
    (tmp_path / "nanti").mkdir()
    (tmp_path / "nanti/Dinkes Januari 2026.xlsx").write_bytes(xlsx(P=PEGAWAI, I=INDIKATOR, R=REALISASI))
    return ruang_baru(tmp_path / "ruang").folder


def _sampai_mati(ruang: RuangKerja, langkah: Langkah, ke: int, *, sobek: bool) -> bool:
    """Run a step in a child that dies at its ``ke``-th operation on the ruang kerja; True where it came through alive."""
    anak = os.fork()
    if anak == 0:
        try:
            _jaga(str(ruang.folder), ke, sobek=sobek)
            langkah(ruang)
        except BaseException:
            os._exit(1)
        os._exit(0)
    _, status = os.waitpid(anak, 0)
    if os.WIFSIGNALED(status):
        assert os.WTERMSIG(status) == signal.SIGKILL
        return False
    assert os.WEXITSTATUS(status) == 0
    return True


def _jaga(folder: str, ke: int, *, sobek: bool) -> None:
    hitungan = 0
    asli = os.fsync
    ukuran: dict[str, int] = {}  # of each file before it was opened: what was there already is never torn

    def satu() -> None:
        nonlocal hitungan
        hitungan += 1
        if hitungan == ke:
            os.kill(os.getpid(), signal.SIGKILL)

    def peristiwa(nama: str, isi: tuple[object, ...]) -> None:
        if nama == "open":
            cara = int(str(isi[2]))
            menulis = cara & (os.O_WRONLY | os.O_RDWR)
            if menulis and str(isi[0]).startswith(folder):
                ada = Path(str(isi[0]))
                ukuran[str(ada)] = ada.stat().st_size if cara & os.O_APPEND and ada.exists() else 0
                satu()
        elif nama in _PERISTIWA and str(isi[0]).startswith(folder):
            satu()

    def fsync(fd: int) -> None:
        if sobek and hitungan + 1 == ke and (lama := ukuran.get(str(Path(f"/proc/self/fd/{fd}").readlink()))) is not None:
            os.truncate(fd, (lama + os.fstat(fd).st_size) // 2)
        satu()
        asli(fd)

    os.fsync = fsync
    sys.addaudithook(peristiwa)


def _keadaan(ruang: RuangKerja) -> dict[str, bytes]:
    """The state without times: periods, revisions and trail."""
    return isi_folder(ruang.folder / "periode") | {
        "jejak": ruang.berkas_jejak.read_bytes() if ruang.berkas_jejak.exists() else b""
    }


@pytest.mark.parametrize("nama", SIAP)
@pytest.mark.parametrize("sobek", [False, True], ids=["utuh", "sobek"])
def test_killed_at_every_operation(siap: Path, nama: str, sobek: bool) -> None:
    sebelumnya, langkah = SIAP[nama]
    asal = RuangKerja(siap)
    for satu in sebelumnya:
        satu(asal)
    lama = _keadaan(asal)
    laporan_lama = isi_folder(siap / "laporan")
    jadi = RuangKerja(Path(shutil.copytree(siap, siap.parent / "jadi")))
    langkah(jadi)
    baru = _keadaan(jadi)
    laporan_baru = isi_folder(jadi.folder / "laporan")
    assert lama != baru

    titik, selesai = 0, False
    hasil = {"lama": 0, "baru": 0}
    while not selesai:
        titik += 1
        ruang = RuangKerja(Path(shutil.copytree(siap, siap.parent / f"mati-{titik}")))
        selesai = _sampai_mati(ruang, langkah, titik, sobek=sobek)
        pesan = ruang.pulihkan("uji")
        assert ruang.pulihkan("uji") == ()
        keadaan = _keadaan(ruang)
        assert keadaan in (lama, baru), f"titik {titik}: {sorted(keadaan)} {pesan}"
        hasil["baru" if keadaan == baru else "lama"] += 1
        if keadaan == baru:  # evidence is there before the line that names it
            assert isi_folder(ruang.folder / "keberatan") == isi_folder(jadi.folder / "keberatan")
        ruang.jejak()
        simpanan = ruang.baca(JANUARI)
        assert (simpanan is None) == (keadaan == lama and not sebelumnya)
        for berkas, isi in isi_folder(ruang.folder / "laporan").items():
            if not Path(berkas).name.startswith("."):
                assert isi in (laporan_lama.get(berkas), laporan_baru.get(berkas)), f"titik {titik}: {berkas}"
        if keadaan == lama and not selesai:  # the same call again ends where the undisturbed one did
            langkah(ruang)
            assert _keadaan(ruang) == baru
            assert isi_folder(ruang.folder / "laporan") == laporan_baru
        shutil.rmtree(ruang.folder)
    assert titik > 10
    assert min(hasil.values()) > 0


@pytest.mark.parametrize("sobek", [False, True], ids=["utuh", "sobek"])
def test_a_restore_killed_at_every_operation(siap: Path, sobek: bool) -> None:
    asal = RuangKerja(siap)
    _hitung("awal")(asal)
    berkas = buat_cadangan(asal, siap.parent / "c.zip", pelaku()).berkas
    utuh = {nama: isi for nama, isi in isi_folder(siap).items() if not nama.startswith(".")}
    titik, selesai, hasil = 0, False, {"belum": 0, "pulih": 0}
    while not selesai:
        titik += 1
        induk = siap.parent / f"mati-{titik}"
        induk.mkdir()
        tujuan = induk / "ruang"

        def langkah(_: RuangKerja, tujuan: Path = tujuan) -> object:
            return pulihkan_cadangan(berkas, tujuan)

        selesai = _sampai_mati(RuangKerja(induk), langkah, titik, sobek=sobek)
        hasil["pulih" if tujuan.exists() else "belum"] += 1
        if not tujuan.exists():
            langkah(RuangKerja(induk))
        assert isi_folder(tujuan) == utuh, titik
        assert [p.name for p in induk.iterdir()] == ["ruang"]
        shutil.rmtree(induk)
    assert titik > 20
    assert min(hasil.values()) > 0


def test_packing_away_killed_at_every_operation(siap: Path) -> None:
    """Each folder is whole or gone, the zip was read back before, and the trail stays a chain."""
    asal = RuangKerja(siap)
    for langkah in (_hitung("awal"), _hitung("betul"), _kunci, _hitung("nanti")):
        langkah(asal)
    folder = {p.name: isi_folder(p) for p in (siap / "periode").iterdir()}
    titik, selesai, banyak = 0, False, set[int]()
    while not selesai:
        titik += 1
        ruang = RuangKerja(Path(shutil.copytree(siap, siap.parent / f"mati-{titik}")))
        berkas = siap.parent / f"arsip-{titik}.zip"

        def langkah_arsip(ruang: RuangKerja, berkas: Path = berkas) -> object:
            return buat_cadangan(ruang, berkas, pelaku(), 2025, keluarkan=True)

        selesai = _sampai_mati(ruang, langkah_arsip, titik, sobek=False)
        ruang.pulihkan("uji")
        assert ruang.pulihkan("uji") == ()
        sisa = {p.name: isi_folder(p) for p in (ruang.folder / "periode").iterdir() if p.is_dir()}
        assert sisa == {nama: folder[nama] for nama in sisa}, titik
        banyak.add(len(sisa))
        if len(sisa) < len(folder):
            assert ruang.jejak()[-1].isi["tindakan"] == "arsip"
            assert len(bongkar_zip(berkas, siap.parent / f"b-{titik}").berkas) > 10
        shutil.rmtree(ruang.folder)
    assert banyak == {1, 2, 3}
