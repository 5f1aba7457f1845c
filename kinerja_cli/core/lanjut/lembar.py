"""The sheet of follow-up in the workbook of a dinas: its proposals, what they rest on, and what is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kinerja_cli.core.angka import cetak_bilangan
from kinerja_cli.core.lanjut.aturan import AturanLanjut, Jenis
from kinerja_cli.core.lanjut.bulan import BulanTersimpan, aturan_lain, sebanding
from kinerja_cli.core.lanjut.kotak import kotak_orang
from kinerja_cli.core.lanjut.laporan import PENGANTAR, dasar_lanjut
from kinerja_cli.core.lanjut.urai import PotensialOrang
from kinerja_cli.core.lanjut.usul import BELUM_CUKUP, DIUSULKAN, BelumCukup, Dikecualikan, HasilUsulan, Usulan, usulkan
from kinerja_cli.core.periode import Periode
from kinerja_cli.core.tren import sebut_dilewati

TIDAK_UTUH = "tersimpan tidak utuh"
PERINTAH = "kinerja tindak-lanjut"
"""Where everything stands that this sheet only counts."""


@dataclass(frozen=True)
class LembarLanjut:
    """The sheet.

    Attributes:
        usulan: by kind and name.
        catatan: sentences: that all is for review, what is missing, on which months and files it rests.
        ukuran: what is measured how, by which source.
    """

    usulan: tuple[Usulan, ...] = ()
    catatan: tuple[str, ...] = ()
    ukuran: tuple[tuple[str, str, str], ...] = ()


def susun_lembar_lanjut(
    semua: Sequence[BulanTersimpan],
    akhir: Periode,
    aturan: AturanLanjut,
    potensial: Mapping[str, PotensialOrang],
    dinas: Collection[str],
    dilewati: Collection[Periode] = (),
    catatan: Sequence[str] = (),
) -> Mapping[str, LembarLanjut]:
    """Make the sheet of each dinas.

    Args:
        semua: the saved months that the rules ask for, ``akhir`` among them.
        akhir: the month of the reports.
        aturan: the rules.
        potensial: potential by NIP.
        dinas: whose sheets; people stand in the dinas of month ``akhir``.
        dilewati: saved months that can't be read.
        catatan: what is said of the workbooks beside the scores.
    """
    bulan = sebanding(semua, akhir)
    tanpa = aturan_lain(semua, bulan) | dict.fromkeys(dilewati, TIDAK_UTUH)
    hasil = usulkan(bulan, akhir, aturan, kotak_orang(bulan[-1], potensial, aturan), tanpa)
    umum = (*_umum(bulan, tanpa, dilewati, hasil), *catatan)
    ukuran = dasar_lanjut(aturan)[: len(aturan.usulan)]

    def lembar(nama: str) -> LembarLanjut:
        usulan = tuple(u for u in hasil.usulan if u.orang.dinas == nama)
        belum = [b for b in hasil.belum if b.orang.dinas == nama]
        lain = [d for d in hasil.dikecualikan if d.orang.dinas == nama]
        return LembarLanjut(usulan, (*_orang(usulan, belum, lain), *umum), ukuran)

    return {nama: lembar(nama) for nama in dinas}


def _orang(usulan: Sequence[Usulan], belum: Sequence[BelumCukup], lain: Sequence[Dikecualikan]) -> Iterator[str]:
    """Say what becomes of the people of a dinas."""
    if usulan:
        jenis = Counter(u.jenis for u in usulan)
        yield f"{', '.join(f'{j.capitalize()} {jenis[j]} orang' for j in Jenis if jenis[j])}. {PENGANTAR}"
    else:
        yield f"Tidak seorang pun {DIUSULKAN}."
    for sebab, banyak in Counter(d.sebab for d in lain).items():
        yield f"{cetak_bilangan(banyak)} orang memenuhi ukuran promosi dan tidak diusulkan. {sebab}."
    if belum:
        bulan = Counter(p.nama for b in belum for p, _ in sorted(b.kurang))
        yield (
            f"{BELUM_CUKUP.capitalize()} untuk {cetak_bilangan(len(belum))} orang; yang tidak bernilai: "
            f"{', '.join(f'{nama} ({cetak_bilangan(n)} orang)' for nama, n in bulan.items())}. Namanya: “{PERINTAH}”."
        )


def _umum(
    bulan: Sequence[BulanTersimpan], tanpa: Mapping[Periode, str], dilewati: Collection[Periode], hasil: HasilUsulan
) -> Iterator[str]:
    yield f"Bulan yang dipakai: {', '.join(b.periode.nama for b in bulan)}."
    for p in sorted(tanpa.keys() - set(dilewati)):
        yield f"{p.nama} {tanpa[p]}, jadi tidak diperbandingkan."
    if dilewati:
        yield sebut_dilewati(dilewati)
    for t in hasil.tertunda:
        yield f"{t.aturan.jenis.capitalize()}, “{t.aturan.nama}”: {t.sebab}."
