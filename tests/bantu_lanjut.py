"""Follow-up in tests: saved months as text tables, and the packaged rules with some of them changed."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
from bantu import ANI, BUDI, CICI

from kinerja_cli.core.angka import skala_dari_teks
from kinerja_cli.core.lanjut.aturan import AturanLanjut, AturanUsulan, Jenis, Pertentangan, Syarat
from kinerja_cli.core.lanjut.bulan import BulanOrang, BulanTersimpan
from kinerja_cli.core.lanjut.kotak import kotak_orang
from kinerja_cli.core.lanjut.urai import Potensial, PotensialOrang
from kinerja_cli.core.lanjut.usul import HasilUsulan, usulkan
from kinerja_cli.core.periode import Periode, periode_dari_kode
from kinerja_cli.core.temuan import Letak
from kinerja_cli.readers.pelengkap import baca_aturan_lanjut

SIAPA = {"Ani": ANI, "Budi": BUDI, "Cici": CICI, "Dani": "199506152023211004"}
"""Dani is PPPK: digits 13 and 14 are 21."""
KESEHATAN = "Dinas Kesehatan"


def p(kode: str) -> Periode:
    periode = periode_dari_kode(kode)
    assert periode is not None
    return periode


def bulan(kode: str, teks: str, aturan: str = "uji", dinas: str = KESEHATAN) -> BulanTersimpan:
    """A month: "Ani 112.50 Sangat_Baik 120/110/105", one a line; "Ani -" has none; an aspect list and "@Dinas" may follow."""
    orang = {}
    for baris in filter(str.strip, teks.splitlines()):
        nama, nilai, *sisa = baris.split()
        tempat = next((s[1:].replace("_", " ") for s in sisa if s.startswith("@")), dinas)
        aspek = next((s.split("/") for s in sisa if "/" in s), [])
        predikat = sisa[0].replace("_", " ") if nilai != "-" else ""
        nip = SIAPA.get(nama, nama)
        orang[nip] = BulanOrang(
            nip, nama, "Perawat", tempat,
            "dinilai" if predikat else "belum_lengkap",
            "" if predikat else "belum ada realisasi",
            skala_dari_teks(nilai, 2) if nilai not in ("-", "tanpa") else None,
            predikat,
            {a: skala_dari_teks(n, 2) for a, n in zip(("Tugas", "Inovasi", "Kepuasan"), aspek, strict=False)},
        )  # fmt: skip
    kolom = {"nip": "str", "kode": "str", "indikator": "str", "aspek": "str", "dinas": "str", "capaian": "int64"}
    kosong = pd.DataFrame({nama: pd.Series(dtype=jenis) for nama, jenis in kolom.items()})
    return BulanTersimpan(p(kode), aturan, orang, kosong)


def usulan(jenis: str, berturut: int = 1, **syarat: object) -> AturanUsulan:
    dasar = baca_aturan_lanjut().usulan[0].dasar
    return AturanUsulan(f"{jenis}-{syarat}", Jenis(jenis), "Ukuran uji", berturut, Syarat(**syarat), dasar)  # type: ignore[arg-type]


def pertentangan(jenis: str, bersama: str = "", **syarat: object) -> Pertentangan:
    dasar = baca_aturan_lanjut().usulan[0].dasar
    lain = Jenis(bersama) if bersama else None
    return Pertentangan(Jenis(jenis), Syarat(**syarat), lain, dasar)  # type: ignore[arg-type]


def aturan(*semua: AturanUsulan, lawan: tuple[Pertentangan, ...] = ()) -> AturanLanjut:
    return replace(baca_aturan_lanjut(), usulan=semua, pertentangan=lawan)


def potensial(**tingkat: str) -> dict[str, PotensialOrang]:
    return {SIAPA[n]: PotensialOrang(SIAPA[n], Potensial(t), t, Letak()) for n, t in tingkat.items()}


def usul(a: AturanLanjut, *semua: BulanTersimpan, **tingkat: str) -> HasilUsulan:
    """Apply the rules to the last of the months."""
    return usulkan(semua, semua[-1].periode, a, kotak_orang(semua[-1], potensial(**tingkat), a))


def siapa(hasil: HasilUsulan) -> list[tuple[str, str]]:
    return [(u.jenis.value, u.orang.nama) for u in hasil.usulan]
