"""The rules of follow-up as a file: what is packaged, and faults with line and key."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import Mock

import pytest

from kinerja_cli.core.lanjut.aturan import AturanLanjut, Jenis, Kinerja, Potensial, susun_aturan_lanjut
from kinerja_cli.core.lanjut.laporan import dasar_lanjut
from kinerja_cli.errors import KinerjaError
from kinerja_cli.readers.pelengkap import baca_aturan_lanjut
from kinerja_cli.readers.pohon import baca_pohon
from kinerja_cli.resources import folder_aturan

ISI = (folder_aturan() / "pelengkap/tindak-lanjut.toml").read_text("utf-8")
ATURAN = baca_aturan_lanjut()


def test_the_boxes_are_those_of_the_regulation_and_three_lead_nowhere_yet() -> None:
    kotak = {k.nomor: k for k in ATURAN.kotak.values()}
    assert {n: k.akibat for n, k in kotak.items()} == {
        9: "promosi, suksesi", 8: "suksesi", 7: "suksesi", 6: "", 5: "", 4: "rotasi, pengembangan", 3: "",
        2: "bimbingan, pengembangan", 1: "sesuai peraturan",
    }  # fmt: skip
    assert ATURAN.kotak[Kinerja.DI_BAWAH, Potensial.TINGGI].nomor == 6
    assert ATURAN.kotak[Kinerja.DI_ATAS, Potensial.RENDAH].nomor == 4


def test_every_rule_has_its_source_and_how_sure_it_is() -> None:
    assert all("(" in dasar and "sejak" in dasar for _, _, dasar in dasar_lanjut(ATURAN))
    assert {u.jenis for u in ATURAN.usulan} == set(Jenis)
    assert (ATURAN.jp.pns, ATURAN.jp.pppk) == (20, 24)


def baca(teks: str) -> AturanLanjut:
    return baca_pohon(teks.encode(), "uji.toml", susun_aturan_lanjut)


def baris(awal: str) -> int:
    return next(i for i, satu in enumerate(ISI.splitlines(), 1) if satu.startswith(awal))


@pytest.mark.parametrize(
    ("lama", "baru", "kunci"),
    [
        ('jenis = "promosi"', 'jenis = "sanksi"', "jenis"),
        ("berturut = 3", "berturut = 0", "berturut"),
        ("berturut = 3", "berturut = 2.5", "berturut"),
        ('kotak = ["9"]', "kotak = [9]", "kotak"),
        ('kotak = ["9"]', 'kotak = ["10"]', "kotak"),
        ("aspek_mulai = 80", "aspek_mulia = 80", "aspek_mulia"),
        ("aspek_di_bawah = 80", "aspek_di_bawah = 80.001", "aspek_di_bawah"),
        ("menengah_mulai = 60", "menengah_mulai = 80", "menengah_mulai"),
        ("ulangan = 9999", "ulangan = 10", "ulangan"),
        ('tren = "turun"', 'tren = "datar"', "tren"),
    ],
)
def test_a_fault_is_named_with_its_line_and_key(lama: str, baru: str, kunci: str) -> None:
    with pytest.raises(KinerjaError, match=rf"baris {baris(lama)}: “[^”]*\.{kunci}”"):
        baca(ISI.replace(lama, baru, 1))


@pytest.mark.parametrize(
    ("lama", "baru", "apa"),
    [
        ('predikat = ["Sangat Baik"]\n', "", "tidak mempunyai satu syarat pun"),
        ("nomor = 9", "nomor = 8", "sembilan kotak"),
        ('id = "talenta"', 'id = "kinerja-tinggi"', "id yang sama dua kali"),
        ('tren = "turun"\ntren_selisih = 15', "tren_selisih = 15", "hanya berarti bersama tren"),
        ("berturut = 3\ntren", "berturut = 1\ntren", "paling sedikit 2"),
        ("[jp-pns]", "[jp-lain]", "“jp-pns” tidak ada"),
    ],
)
def test_rules_that_make_no_sense_are_refused(lama: str, baru: str, apa: str) -> None:
    assert lama in ISI
    with pytest.raises(KinerjaError, match=apa):
        baca(ISI.replace(lama, baru, 1))


def test_rules_that_propose_nothing_are_refused() -> None:
    with pytest.raises(KinerjaError, match="baris 1: “usulan” tidak ada"):
        baca("usulan = []\n" + ISI.replace("[[usulan]]", "[[lain]]"))


def test_the_offices_own_file_wins_and_its_fault_names_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pelengkap").mkdir()
    berkas = tmp_path / "pelengkap/tindak-lanjut.toml"
    berkas.write_text(ISI.replace("berturut = 3", "berturut = 6", 1), "utf-8")
    assert baca_aturan_lanjut([tmp_path]).usulan[0].berturut == 6
    berkas.write_text("id = ", "utf-8")
    with pytest.raises(KinerjaError, match=r"tindak-lanjut\.toml"):
        baca_aturan_lanjut([tmp_path])
    monkeypatch.setattr(Path, "read_bytes", Mock(side_effect=PermissionError))
    with pytest.raises(KinerjaError, match=r"tindak-lanjut\.toml tidak dapat dibaca"):
        baca_aturan_lanjut([tmp_path])
