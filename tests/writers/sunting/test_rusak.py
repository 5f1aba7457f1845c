"""Damage to a workbook's parts ends in a sound workbook or in a refusal, never in another exception."""

from __future__ import annotations

import contextlib
import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kaya import bagian, dengan_makro, kaya

from kinerja_cli.core.anotasi import BarisDepan, LembarDepan, Tanda
from kinerja_cli.core.temuan import Tingkat
from kinerja_cli.writers.sunting import SuntingGagal, tandai, ubah_sel

_ISI = bagian(kaya())
_TANDA = [Tanda("Realisasi", sel, Tingkat.GALAT, "salah") for sel in ("C5", "B1", "F40", "D4")]
_DEPAN = LembarDepan(
    "Temuan", ("",), (BarisDepan(Tingkat.GALAT, ("GALAT", "S04", "Realisasi", "C5", "a", "b"), "Realisasi", "C5"),)
)
_PENTING = sorted(n for n in _ISI if n.endswith((".xml", ".rels", ".vml")) and "theme" not in n and "chart" not in n)
_SISIP = st.sampled_from([b"", b"<", b">", b'"', b"0", b"x", b"-1", b"&", b"\xff", b"</x>", b"<y/>", b"A1:B2", b" r=''"])


def _bungkus(isi: dict[str, bytes]) -> bytes:
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w") as z:
        for nama, data in isi.items():
            z.writestr(nama, data)
    return wadah.getvalue()


def _coba(isi: bytes) -> None:
    for sunting in (
        lambda: tandai(isi, _TANDA, _DEPAN),
        lambda: ubah_sel(isi, {("Realisasi", "C5"): 1, ("Realisasi", "D4"): "x", ("Realisasi", "Z9"): 2}),
    ):
        with contextlib.suppress(SuntingGagal):
            assert bagian(sunting())


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(_PENTING), st.data())
def test_damaged_parts(nama: str, data: st.DataObject) -> None:
    xml = _ISI[nama]
    awal = data.draw(st.integers(0, len(xml)))
    panjang = data.draw(st.integers(0, 12))
    rusak = xml[:awal] + data.draw(_SISIP) + xml[awal + panjang :]
    _coba(_bungkus({**_ISI, nama: rusak}))


@pytest.mark.parametrize("nama", sorted(_ISI))
def test_missing_parts(nama: str) -> None:
    _coba(_bungkus({n: isi for n, isi in _ISI.items() if n != nama}))


_BYTES = dengan_makro()


@settings(max_examples=50, deadline=None)
@given(st.integers(0, len(_BYTES) - 1), st.integers(0, 255))
def test_damaged_bytes(letak: int, nilai: int) -> None:
    _coba(_BYTES[:letak] + bytes([nilai]) + _BYTES[letak + 1 :])
