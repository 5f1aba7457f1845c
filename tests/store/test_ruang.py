"""The state on disk survives crashes, notices tampering, and has one writer at a time."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from bantu import JANUARI, isi_folder, pelaku, ruang_baru
from filelock import FileLock

from kinerja_cli import store
from kinerja_cli.core.periode import Periode
from kinerja_cli.errors import KinerjaError
from kinerja_cli.store import RuangKerja, susun_simpanan

ISI = {"nilai.csv": b"nip\n1\n", "sumber/a.xlsx": b"PK"}
CATATAN = {"tindakan": "hitung", "periode": "2025-01"}


def simpan(ruang: RuangKerja, isi: dict[str, bytes] = ISI) -> None:
    with ruang.menulis("Siti"):
        ruang.simpan(susun_simpanan(JANUARI, {"status": "draf", "sumber": []}, isi), CATATAN)


@pytest.fixture
def ruang(tmp_path: Path) -> RuangKerja:
    return ruang_baru(tmp_path / "ruang")


def test_what_is_saved_is_read_back_and_the_line_names_its_manifest(ruang: RuangKerja) -> None:
    simpan(ruang)
    simpanan = ruang.baca(JANUARI)
    assert simpanan is not None
    assert dict(simpanan.berkas) == ISI
    (baris,) = ruang.jejak()
    assert baris.isi["manifes"] == simpanan.sha256_manifes
    assert not list((ruang.folder / "periode").rglob("jejak-tertunda*"))


def test_the_result_before_stays_as_a_revision(ruang: RuangKerja) -> None:
    simpan(ruang)
    lama = isi_folder(ruang.folder / "periode/2025-01")
    simpan(ruang, {"nilai.csv": b"nip\n2\n"})
    assert isi_folder(ruang.folder / "periode/2025-01.r1") == lama
    simpan(ruang)
    assert (ruang.folder / "periode/2025-01.r2").is_dir()
    assert ruang.semua_periode() == (JANUARI,)
    assert [b.nomor for b in ruang.jejak()] == [1, 2, 3]


@pytest.mark.parametrize("rusak", ["ubah", "kosongkan", "hapus", "potong manifes"])
def test_state_that_changed_behind_the_tools_back_is_never_taken_for_data(ruang: RuangKerja, rusak: str) -> None:
    simpan(ruang)
    folder = ruang.folder / "periode/2025-01"
    match rusak:
        case "ubah":
            (folder / "nilai.csv").write_bytes(b"nip\n9\n")
        case "kosongkan":
            (folder / "nilai.csv").write_bytes(b"")
        case "hapus":
            (folder / "sumber/a.xlsx").unlink()
        case _:
            (folder / "manifes.json").write_bytes((folder / "manifes.json").read_bytes()[:40])
    with pytest.raises(KinerjaError, match="Simpanan periode 2025-01"):
        ruang.baca(JANUARI)


def test_a_part_is_proved_file_by_file_and_the_rest_is_not_even_opened(ruang: RuangKerja) -> None:
    simpan(ruang)
    folder = ruang.folder / "periode/2025-01"
    (folder / "sumber/a.xlsx").unlink()
    bagian = ruang.baca_sebagian(JANUARI, ("nilai.csv", "tidak-ada.csv"))
    assert bagian is not None
    assert dict(bagian.berkas) == {"nilai.csv": (folder / "nilai.csv").read_bytes()}
    with pytest.raises(KinerjaError, match="Simpanan periode 2025-01"):
        ruang.baca_sebagian(JANUARI, ("sumber/*",))
    (folder / "nilai.csv").write_bytes(b"nip\n9\n")
    with pytest.raises(KinerjaError, match=r"nilai\.csv"):
        ruang.baca_sebagian(JANUARI, ("nilai.csv",))
    assert ruang.baca_sebagian(Periode(2030, 1), ("*",)) is None


def test_an_audit_line_that_a_crash_tore_is_completed_once(ruang: RuangKerja) -> None:
    simpan(ruang)
    jejak = ruang.folder / "jejak.jsonl"
    utuh = jejak.read_text("utf-8")
    (ruang.folder / "periode/2025-01/jejak-tertunda.jsonl").write_text(utuh, "utf-8")
    jejak.write_text(utuh[:25], "utf-8")
    with ruang.menulis("Siti"):
        pass
    assert jejak.read_text("utf-8") == utuh


def test_an_altered_audit_trail_is_named(ruang: RuangKerja) -> None:
    simpan(ruang)
    simpan(ruang, {"nilai.csv": b"nip\n2\n"})
    jejak = ruang.folder / "jejak.jsonl"
    jejak.write_text(jejak.read_text("utf-8").replace("hitung", "kunci", 1), "utf-8")
    with pytest.raises(KinerjaError, match="Jejak audit"):
        ruang.jejak()


def test_a_second_writer_is_told_who_holds_it(ruang: RuangKerja, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kinerja_cli.store.ruang._TUNGGU_KUNCI", 0.05)
    with FileLock(ruang.folder / ".kunci"):
        (ruang.folder / ".kunci-oleh").write_text(str(pelaku()), "utf-8")
        with pytest.raises(KinerjaError, match="Siti sejak 03/02/2025"), ruang.menulis("Budi"):
            pass


def test_a_named_folder_is_taken_by_itself_the_working_folder_by_walking_up(ruang: RuangKerja) -> None:
    dalam = ruang.folder / "a" / "b"
    dalam.mkdir(parents=True)
    ketemu = RuangKerja.cari(dalam)
    assert ketemu is not None
    assert ketemu.folder == ruang.folder
    assert RuangKerja.di(dalam) is None


def test_existing_settings_are_never_overwritten(ruang: RuangKerja) -> None:
    (ruang.folder / "kinerja.toml").write_text('instansi = "X"', "utf-8")
    ruang_baru(ruang.folder)
    assert ruang.setelan() == b'instansi = "X"'


def test_a_state_of_a_later_format_asks_for_a_newer_kinerja(ruang: RuangKerja) -> None:
    simpan(ruang)
    berkas = ruang.folder / "periode/2025-01/manifes.json"
    berkas.write_text(json.dumps({**json.loads(berkas.read_text("utf-8")), "format": 99}), "utf-8")
    with pytest.raises(KinerjaError) as galat:
        ruang.baca(JANUARI)
    assert "versi terbaru" in galat.value.saran


def test_a_full_disk_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sasaran = tmp_path / "a.txt"
    sasaran.write_bytes(b"lama")
    monkeypatch.setattr(Path, "replace", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(KinerjaError, match="Tidak dapat menulis"):
        store.simpan_di(tmp_path, "a.txt", b"baru")
    assert sasaran.read_bytes() == b"lama"
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]
    shutil.rmtree(tmp_path)


def test_a_line_of_its_own_that_could_not_be_appended_is_completed_later(
    ruang: RuangKerja, monkeypatch: pytest.MonkeyPatch
) -> None:
    simpan(ruang)

    def penuh(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as m:
        m.setattr("kinerja_cli.store.pasang.sambung", penuh)
        with pytest.raises(KinerjaError, match="Tidak dapat menulis"), ruang.menulis("Siti"):
            ruang.catat({"tindakan": "keberatan catat", "periode": "2025-01"})
    assert len(ruang.jejak()) == 1
    assert ruang.pulihkan("Siti") == ("Pencatatan yang terputus sudah diselesaikan; tidak perlu diulang.",)
    assert [b.isi["tindakan"] for b in ruang.jejak()] == ["hitung", "keberatan catat"]


def test_a_line_of_its_own_that_was_cut_is_rolled_back(ruang: RuangKerja) -> None:
    simpan(ruang)
    (ruang.folder / "jejak-tertunda.jsonl").write_bytes(b'{"nomor":2,"tindak')
    assert ruang.pulihkan("Siti") == ("Pencatatan yang terputus dibatalkan; ulangi perintahnya.",)
    assert len(ruang.jejak()) == 1
    assert ruang.pulihkan("Siti") == ()
