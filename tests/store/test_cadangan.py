"""A backup holds everything, restores whole or not at all, and a file that only looks like one is refused."""

from __future__ import annotations

import io
import json
import shutil
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from bantu import isi_folder, pelaku

from kinerja_cli.core.cadangan import AKAR, DAFTAR, SURAT
from kinerja_cli.errors import KinerjaError
from kinerja_cli.store import RuangKerja, bongkar_zip, sha256
from kinerja_cli.workflow.cadangan import buat_cadangan, pulihkan_cadangan

ISI = {AKAR + "kinerja.toml": b'instansi = "Uji"\n', AKAR + "laporan/2025-01/a.html": b"<p>a", SURAT: b"<p>surat"}
Anggota = list[tuple[zipfile.ZipInfo, bytes]]


def daftar(isi: dict[str, bytes], **lain: object) -> bytes:
    pohon = {"format": 1, "instansi": "Uji", "versi": "0", "sampai": None, "jejak": {"nomor": 0, "sha256": ""}}
    return json.dumps({**pohon, "berkas": {n: sha256(i) for n, i in isi.items()}, **lain}).encode()


def anggota(isi: dict[str, bytes], **lain: object) -> Anggota:
    return [(zipfile.ZipInfo(nama), data) for nama, data in {**isi, DAFTAR: daftar(isi, **lain)}.items()]


def tulis(berkas: Path, semua: Anggota) -> Path:
    with zipfile.ZipFile(berkas, "w", zipfile.ZIP_DEFLATED) as z:
        for info, data in semua:
            info.compress_type = zipfile.ZIP_DEFLATED
            z.writestr(info, data)
    return berkas


def dengan(nama: str, isi: bytes = b"x") -> Anggota:
    return anggota({**ISI, nama: isi})


def tautan() -> Anggota:
    semua = dengan(AKAR + "laporan/tautan", b"/etc/passwd")
    semua[-2][0].external_attr = (stat.S_IFLNK | 0o777) << 16
    return semua


def rangkap() -> Anggota:
    return [*anggota(ISI), (zipfile.ZipInfo(AKAR + "kinerja.toml"), b"lain")]


HARAPAN: dict[str, tuple[Callable[[], Anggota], str]] = {
    "keluar folder": (lambda: dengan(AKAR + "laporan/../../x"), "tidak boleh dipakai"),
    "mutlak": (lambda: dengan("/etc/x"), "tidak boleh dipakai"),
    "huruf drive": (lambda: dengan("C:/x"), "tidak boleh dipakai"),
    "drive di dalam": (lambda: dengan(AKAR + "laporan/C:x"), "tidak boleh dipakai"),
    "garis miring balik": (lambda: dengan(AKAR + "laporan\\..\\x"), "tidak boleh dipakai"),
    "titik-titik": (lambda: dengan(AKAR + "laporan/.. /x"), "tidak boleh dipakai"),
    "kendali": (lambda: dengan(AKAR + "laporan/a\nb"), "tidak boleh dipakai"),
    "folder": (lambda: dengan(AKAR + "laporan/kosong/", b""), "tidak boleh dipakai"),
    "bukan ruang kerja": (lambda: dengan(AKAR + "autorun.inf"), "bukan bagian ruang kerja"),
    "di luar akar": (lambda: dengan("lain.txt"), "bukan bagian ruang kerja"),
    "tautan": (tautan, "bukan berkas biasa"),
    "bom": (lambda: dengan(AKAR + "laporan/b.html", b"\0" * 40_000_000), "mengembang tidak wajar"),
    "rangkap": (rangkap, "ada dua kali"),
    "beda huruf besar": (lambda: dengan(AKAR + "laporan/2025-01/A.HTML"), "ada dua kali"),
    "beda bentuk unicode": (
        lambda: anggota({**ISI, AKAR + "laporan/\u00e9": b"", AKAR + "laporan/e\u0301": b""}), "ada dua kali"
    ),
    "spasi di ujung": (lambda: dengan(AKAR + "laporan/2025-01/a.html "), "ada dua kali"),
    "di dalam berkas": (lambda: dengan(AKAR + "laporan/2025-01/a.html/b"), "di dalam sebuah berkas"),
    "berubah": (lambda: [(i, d + b"!" if i.filename.endswith(".toml") else d) for i, d in anggota(ISI)], "berubah sejak"),
    "kurang": (lambda: [a for a in anggota(ISI) if a[0].filename != SURAT], "tidak ada di dalamnya"),
    "lebih": (lambda: [*anggota(ISI), (zipfile.ZipInfo(AKAR + "laporan/x"), b"")], "tidak ada di daftarnya"),
    "tanpa daftar": (lambda: anggota(ISI)[:-1], "cadangan.json tidak ada"),
    "tanpa setelan": (lambda: anggota({SURAT: b""}), "kinerja.toml tidak ada"),
    "daftar rusak": (lambda: [*anggota(ISI)[:-1], (zipfile.ZipInfo(DAFTAR), b'{"format": 1')], "tidak terbaca"),
    "format lain": (lambda: anggota(ISI, format=9), "versi lain"),
}  # fmt: skip


@pytest.mark.parametrize("nama", HARAPAN)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_what_is_no_harmless_backup_is_refused_with_one_sentence_and_nothing_is_unpacked(tmp_path: Path, nama: str) -> None:
    buat, kalimat = HARAPAN[nama]
    berkas = tulis(tmp_path / "c.zip", buat())
    with pytest.raises(KinerjaError, match="ditolak") as galat:
        bongkar_zip(berkas, tmp_path / "baru")
    assert kalimat in galat.value.kalimat
    assert [p.name for p in tmp_path.iterdir()] == ["c.zip"]


def test_a_harmless_one_of_the_same_make_is_unpacked(tmp_path: Path) -> None:
    bongkar_zip(tulis(tmp_path / "c.zip", anggota(ISI)), tmp_path / "baru")
    assert isi_folder(tmp_path / "baru") == {n.removeprefix(AKAR): i for n, i in ISI.items() if n != SURAT}


def test_a_password_is_refused(tmp_path: Path) -> None:
    utuh = bytearray(tulis(tmp_path / "c.zip", anggota(ISI)).read_bytes())
    pusat = utuh.index(b"PK\x01\x02")
    utuh[pusat + 8] |= 1
    (tmp_path / "c.zip").write_bytes(utuh)
    with pytest.raises(KinerjaError, match="bersandi"):
        bongkar_zip(tmp_path / "c.zip", tmp_path / "baru")


@pytest.mark.parametrize("bagian", range(0, 100, 7))
def test_a_torn_file_is_refused(tmp_path: Path, bagian: int) -> None:
    utuh = tulis(tmp_path / "c.zip", anggota(ISI)).read_bytes()
    (tmp_path / "c.zip").write_bytes(utuh[: len(utuh) * bagian // 100])
    with pytest.raises(KinerjaError, match="ditolak"):
        bongkar_zip(tmp_path / "c.zip", tmp_path / "baru")


def test_what_has_content_is_never_written_over(tmp_path: Path) -> None:
    berkas = tulis(tmp_path / "c.zip", anggota(ISI))
    (tmp_path / "ada").mkdir()
    bongkar_zip(berkas, tmp_path / "ada")  # an empty folder is as good as none
    sebelum = isi_folder(tmp_path)
    with pytest.raises(KinerjaError, match="sudah berisi"):
        bongkar_zip(berkas, tmp_path / "ada")
    with pytest.raises(KinerjaError, match="sudah berisi"):
        bongkar_zip(berkas, berkas)
    assert isi_folder(tmp_path) == sebelum


def test_everything_comes_back_and_equal_state_gives_equal_bytes(salinan: RuangKerja, tmp_path: Path) -> None:
    shutil.rmtree(salinan.folder / "berkas-masuk")
    (salinan.folder / "laporan/2025-01/ditandatangani.pdf").write_bytes(b"%PDF")
    for nama in ("a", "b"):
        buat_cadangan(salinan, tmp_path / f"{nama}.zip", pelaku())
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    pulihkan_cadangan(tmp_path / "a.zip", tmp_path / "pulih")
    asli = {n: i for n, i in isi_folder(salinan.folder).items() if not n.startswith(".")}
    assert isi_folder(tmp_path / "pulih") == asli
    with pytest.raises(KinerjaError, match="sudah ada"):
        buat_cadangan(salinan, tmp_path / "a.zip", pelaku())


def test_no_byte_of_a_backup_changes_unseen(tmp_path: Path) -> None:
    """Wherever a byte is flipped, what is unpacked is what was packed, or the file is refused."""
    utuh = tulis(tmp_path / "c.zip", anggota(ISI)).read_bytes()
    asli = {n.removeprefix(AKAR): i for n, i in ISI.items() if n != SURAT}
    for i in range(len(utuh)):
        (tmp_path / "c.zip").write_bytes(utuh[:i] + bytes([utuh[i] ^ 0xFF]) + utuh[i + 1 :])
        tujuan = tmp_path / f"b{i}"
        try:
            bongkar_zip(tmp_path / "c.zip", tujuan)
        except KinerjaError:
            assert not tujuan.exists()
            continue
        assert isi_folder(tujuan) == asli
        shutil.rmtree(tujuan)
    assert zipfile.ZipFile(io.BytesIO(utuh)).testzip() is None
