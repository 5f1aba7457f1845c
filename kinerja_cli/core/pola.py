"""The distribution of predikat that SE MenPANRB 3/2023 expects by the organisation's predikat: advice, never enforced."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from kinerja_cli.core.angka import cetak_angka, cetak_persen
from kinerja_cli.core.aturan import Dasar
from kinerja_cli.core.bagian import setengah_ke_atas
from kinerja_cli.core.kolom import menurut_sebutan, ringkas
from kinerja_cli.core.pohon import Pembaca

UNIT_KECIL = "unit kecil: pola tidak berlaku"
SESUAI = "sesuai pola"


@dataclass(frozen=True)
class Batas:
    """One line of the pattern, on the share of some categories together; percents as in the file."""

    organisasi: str
    predikat: tuple[str, ...]
    paling_sedikit: Decimal | None
    paling_banyak: Decimal | None
    terbanyak: bool
    ada: bool
    dasar: Dasar

    def __str__(self) -> str:
        return f"{' atau '.join(self.predikat)} {', '.join(self._syarat())}"

    def _syarat(self) -> Iterator[str]:
        if self.terbanyak:
            yield "terbanyak"
        if self.paling_sedikit is not None:
            yield f"paling sedikit {cetak_angka(float(self.paling_sedikit))} %"
        if self.paling_banyak is not None:
            yield f"paling banyak {cetak_angka(float(self.paling_banyak))} %"
        if self.ada:
            yield "ada"


@dataclass(frozen=True)
class Pola:
    """The whole pattern."""

    judul: str
    unit_kecil: int
    dasar_unit_kecil: Dasar
    predikat: Mapping[str, str]
    batas: tuple[Batas, ...]

    @property
    def organisasi(self) -> tuple[str, ...]:
        """The organisation's predikat for which there is a pattern, best first."""
        return tuple(dict.fromkeys(b.organisasi for b in self.batas))


def susun_pola(pohon: Mapping[str, object]) -> Pola:
    """Build the pattern from the tree of its file.

    Raises:
        PohonSalah: naming every key that is missing, wrong or unknown.
    """
    akar = Pembaca(pohon)
    sumber, kecil = akar.sumber(), akar.anak("unit_kecil")
    akar.teks("id")
    nama = {}
    for p in akar.daftar("predikat"):
        nama[p.teks("nama")] = p.boleh_kata("sebutan")
        p.dasar(sumber)
    batas = []
    for b in akar.daftar("batas"):
        batas.append(
            Batas(
                organisasi=b.teks("organisasi"),
                predikat=b.kata("predikat"),
                paling_sedikit=b.angka("paling_sedikit") if b.ada("paling_sedikit") else None,
                paling_banyak=b.angka("paling_banyak") if b.ada("paling_banyak") else None,
                terbanyak=b.boleh("terbanyak", bool, False),
                ada=b.boleh("ada", bool, False),
                dasar=b.dasar(sumber),
            )
        )
        if not batas[-1].predikat or not set(batas[-1].predikat) <= nama.keys():
            b.catat("predikat", f"harus dari: {', '.join(nama)}")
    pola = Pola(
        judul=akar.teks("judul"),
        unit_kecil=kecil.ambil("kurang_dari", int, 0),
        dasar_unit_kecil=kecil.dasar(sumber),
        predikat=menurut_sebutan(nama),
        batas=tuple(batas),
    )
    akar.tutup()
    return pola


def cocokkan(predikat: Sequence[tuple[str, Fraction]], orang: int, organisasi: str, pola: Pola) -> tuple[str, ...]:
    """Say where a distribution differs from what the organisation's predikat lets expect.

    Args:
        predikat: person-months by category.
        orang: how many people they are of.
        organisasi: one of ``pola.organisasi``.
        pola: the pattern.

    Returns:
        A sentence for each line that isn't met; or the one sentence that all are, or that the unit is too small.
    """
    seluruh = sum((n for _, n in predikat), Fraction(0))
    if orang < pola.unit_kecil or not seluruh:
        return (UNIT_KECIL,)
    bagian: dict[str, Fraction] = {}
    for nama, n in predikat:
        utama = pola.predikat.get(ringkas(nama))
        if utama is None and n:
            return (f"predikat {nama} tidak ada dalam pola, jadi tidak dibandingkan",)
        if utama:
            bagian[utama] = bagian.get(utama, Fraction(0)) + 100 * n / seluruh
    beda = [
        f"{' atau '.join(b.predikat)} {cetak_persen(setengah_ke_atas(100 * _bagian(b, bagian)))} %; saran: {b}"
        for b in pola.batas
        if b.organisasi == organisasi and not _terpenuhi(b, bagian)
    ]
    return tuple(beda) or (SESUAI,)


def dasar_pola(pola: Pola) -> tuple[tuple[str, str, str], ...]:
    """List the pattern for the method page: what, how much, by which source."""
    kecil = ("Unit kecil", f"kurang dari {pola.unit_kecil} orang: pola tidak berlaku", pola.dasar_unit_kecil)
    baris = [(f"Saran sebaran, organisasi {b.organisasi}", str(b), b.dasar) for b in pola.batas]
    return tuple((apa, kata, f"{dasar} ({dasar.kepastian})") for apa, kata, dasar in (*baris, kecil))


def _bagian(b: Batas, bagian: Mapping[str, Fraction]) -> Fraction:
    return sum((bagian.get(p, Fraction(0)) for p in b.predikat), Fraction(0))


def _terpenuhi(b: Batas, bagian: Mapping[str, Fraction]) -> bool:
    ini = _bagian(b, bagian)
    return (
        (b.paling_sedikit is None or ini >= Fraction(b.paling_sedikit))
        and (b.paling_banyak is None or ini <= Fraction(b.paling_banyak))
        and (not b.ada or ini > 0)
        and (not b.terbanyak or ini == max(bagian.values()))
    )
