"""Law cases as data: every vector of every rule set, through sheets, reading and scoring as an office's files go."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest
from bantu import nilai_satu_orang

from kinerja_cli.core.penilaian import TANPA_NILAI

FOLDER = Path(__file__).parent


def semua() -> list[object]:
    kasus = []
    for berkas in sorted(FOLDER.glob("*.toml")):
        isi = tomllib.loads(berkas.read_text("utf-8"), parse_float=Decimal)
        kasus += [pytest.param(isi["aturan"], isi["periode"], k, id=f"{isi['aturan']}: {k['nama']}") for k in isi["kasus"]]
    return kasus


@pytest.mark.parametrize(("aturan", "periode", "kasus"), semua())
def test_kasus(aturan: str, periode: str, kasus: dict[str, object]) -> None:
    assert kasus["pasal"]
    hasil = nilai_satu_orang(aturan, periode, kasus)
    orang = hasil.nilai.iloc[0]
    harap = kasus["hasil"]
    assert isinstance(harap, dict)
    assert orang["status"] == harap.get("status", "dinilai"), orang["alasan"]
    if "predikat" in harap:
        assert orang["predikat"] == harap["predikat"]
    if "hasil_kerja" in harap:
        assert orang["hasil_kerja"] == harap["hasil_kerja"]
    if "nilai" in harap:
        assert Decimal(int(orang["nilai"])) / 100 == harap["nilai"]
    elif not harap.keys() & {"capaian", "nilai_indikator"}:
        assert orang["nilai"] == TANPA_NILAI
    for kolom in ("capaian", "nilai_indikator"):
        if kolom in harap:
            assert [Decimal(int(n)) / 100 for n in hasil.rincian[kolom]] == harap[kolom]


def test_every_rule_set_that_is_packaged_has_cases() -> None:
    paket = {p.stem for p in (Path(__file__).parents[2] / "kinerja_cli" / "aturan").glob("*.toml")}
    assert {p.stem for p in FOLDER.glob("*.toml")} == paket
