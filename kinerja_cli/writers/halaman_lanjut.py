"""The page of follow-up: one file, without anything from outside and without a script."""

from __future__ import annotations

from kinerja_cli.core.aturan import KEPASTIAN
from kinerja_cli.core.lanjut.aturan import Jenis
from kinerja_cli.core.lanjut.dampak import BUKAN_SEBAB
from kinerja_cli.core.lanjut.laporan import (
    JUDUL,
    PENGANTAR,
    LaporanLanjut,
    dasar_lanjut,
    kata_dampak,
    kata_jp,
    kata_kebutuhan,
)
from kinerja_cli.core.lanjut.tabel import PeranLanjut
from kinerja_cli.core.laporan import KERAHASIAAN
from kinerja_cli.writers.jinja import lingkungan, sumber


def halaman_lanjut(laporan: LaporanLanjut) -> str:
    """Give the page for the heads of office: proposals by dinas, talent boxes, what came after courses, the rules."""
    return lingkungan().get_template("lanjut.html.j2").render(
        k=laporan.konteks,
        l=laporan,
        gaya=sumber("gaya.css"),
        judul=JUDUL,
        pengantar=PENGANTAR,
        kerahasiaan=KERAHASIAAN,
        semua_jenis=list(Jenis),
        bulan=", ".join(p.nama for p in laporan.bulan),
        ada_potensial=PeranLanjut.POTENSIAL in laporan.ada,
        terbanyak=max(1, *(len(k.orang) for baris in laporan.kotak.baris for k in baris)),
        bukan_sebab=BUKAN_SEBAB,
        kata_jp=kata_jp,
        kata_kebutuhan=kata_kebutuhan,
        kata_dampak=kata_dampak,
        metode=dasar_lanjut(laporan.aturan),
        kepastian=KEPASTIAN,
    )  # fmt: skip
