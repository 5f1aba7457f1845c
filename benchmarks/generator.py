"""Makes the workbooks of a month: N people of D dinas, six indicators each, and the scores that must come out.

The scores are computed here with fractions, from the same texts that go into the cells, without any code of kinerja.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import xlsxwriter

ASPEK = ("Penyelesaian Tugas", "Inovasi Pelayanan", "Kepuasan Masyarakat")
BOBOT_RAPI = ("25", "20", "15", "15", "12.5", "12.5")
BOBOT_GANAS = (
    ("33.33", "33.33", "33.34"),
    ("14.28", "14.28", "14.28", "14.28", "14.28", "14.28", "14.32"),
    ("0.01", "99.99"),
    ("16.6667", "16.6667", "16.6667", "16.6667", "16.6667", "16.6665"),
    ("100",),
)
TARGET_GANAS = ("0.1", "0.3", "3", "7", "80", "97.5", "1000.01", "125000000", "999999999.99", "0.000123")


@dataclass(frozen=True)
class Indikator:
    kode: str
    aspek: str
    bobot: str
    arah: str
    target: str
    target_atas: str


@dataclass(frozen=True)
class Harapan:
    """What must come out for one person: score in hundredths, or None where there is none."""

    nip: str
    nilai: int | None


def buat(
    folder: Path,
    orang: int,
    dinas: int,
    benih: int,
    *,
    ganas: bool = False,
    bersih: bool = False,
    bulan: str = "Januari 2025",
) -> list[Harapan]:
    """Write one workbook a dinas into a folder, and give what must come out for everybody.

    ``ganas``: weights and decimals that are hard to add exactly. ``bersih``: nothing is blank, n/a or far from its target.
    """
    acak = random.Random(benih)
    folder.mkdir(parents=True, exist_ok=True)
    hasil: list[Harapan] = []
    for d in range(dinas):
        milik = indikator(acak, d, ganas=ganas)
        banyak = orang // dinas + (d < orang % dinas)
        nip = [_nip(len(hasil) + i) for i in range(banyak)]
        isi = [[realisasi(acak, i, ganas=ganas, bersih=bersih) for i in milik] for _ in nip]
        berkas = folder / f"Dinas {d + 1:02d} {bulan}.xlsx"
        _tulis(berkas, f"Dinas {d + 1:02d}", bulan, milik, nip, isi, acak)
        hasil += [Harapan(n, nilai(milik, r)) for n, r in zip(nip, isi, strict=True)]
    return hasil


def _nip(nomor: int) -> str:
    """A well-formed NIP for each number: born, appointed, sex, serial."""
    lahir = f"{1968 + nomor % 30}{1 + nomor % 12:02d}{1 + nomor % 28:02d}"
    return f"{lahir}{int(lahir[:4]) + 24}{1 + nomor // 7 % 12:02d}{1 + nomor % 2}{nomor // 420 + 1:03d}"


def indikator(acak: random.Random, d: int, *, ganas: bool) -> list[Indikator]:
    """Give the indicators of the d-th dinas."""
    bobot = acak.choice(BOBOT_GANAS) if ganas else BOBOT_RAPI
    hasil = []
    for i, b in enumerate(bobot):
        target = acak.choice(TARGET_GANAS) if ganas else str(acak.randrange(20, 200))
        atas = _desimal(Fraction(target) * 2) if ganas and acak.random() < 0.2 else ""
        arah = acak.choice(("naik", "turun"))
        hasil.append(Indikator(f"D{d + 1:02d}-{i + 1:02d}", ASPEK[i // 2 % 3], b, arah, target, atas))
    return hasil


def _desimal(f: Fraction) -> str:
    """Write a fraction that is a short decimal."""
    desimal = 0
    while f.denominator != 1:
        f, desimal = f * 10, desimal + 1
    digit = str(f.numerator).rjust(desimal + 1, "0")
    return f"{digit[:-desimal]}.{digit[-desimal:]}" if desimal else digit


def realisasi(acak: random.Random, i: Indikator, *, ganas: bool, bersih: bool = False) -> str:
    """Give what stands in a cell: a number, "n/a", or nothing."""
    u = 1.0 if bersih else acak.random()
    if u < 0.01:
        return ""
    if u < 0.03:
        return "n/a"
    # a whole number of hundred-thousandths of the target: capaian often ends on …5 at the third decimal
    luas = acak.random() < 0.2 and not bersih
    persen = Fraction(acak.randrange(0, 150_000) if luas else acak.randrange(60_000, 125_000), 100_000)
    if not ganas:
        return _desimal(Fraction(round(Fraction(i.target) * persen * 100), 100))
    tepat = _desimal(Fraction(i.target) * persen)
    return tepat if len(tepat.replace(".", "").lstrip("0")) <= 15 else _desimal(Fraction(round(Fraction(i.target))))


def _setengah_ke_atas(x: Fraction) -> int:
    return (2 * x.numerator + x.denominator) // (2 * x.denominator)


def nilai(indikator: Sequence[Indikator], realisasi: Sequence[str]) -> int | None:
    """Compute one score in hundredths by fractions: the law's own words, step by step."""
    jumlah = bobot_berlaku = Fraction(0)
    for i, r in zip(indikator, realisasi, strict=True):
        if r == "":
            return None
        if r == "n/a":
            continue
        capaian = _capaian(i, Fraction(r))
        jumlah += Fraction(capaian, 100) * Fraction(i.bobot)
        bobot_berlaku += Fraction(i.bobot)
    if bobot_berlaku < 50:
        return None
    return _setengah_ke_atas(jumlah / bobot_berlaku * 100)


def _capaian(i: Indikator, r: Fraction) -> int:
    t = Fraction(i.target)
    if i.target_atas:
        if t <= r <= Fraction(i.target_atas):
            return 100_00
        t = Fraction(i.target_atas) if r > Fraction(i.target_atas) else t
    persen = (r / t if i.arah == "naik" else 2 - r / t) * 100
    return min(max(_setengah_ke_atas(persen * 100), 0), 120_00)


def _tulis(
    berkas: Path,
    dinas: str,
    bulan: str,
    indikator: list[Indikator],
    nip: list[str],
    realisasi: list[list[str]],
    acak: random.Random,
) -> None:
    with xlsxwriter.Workbook(berkas) as buku:
        ws = buku.add_worksheet("Pegawai")
        ws.write_row(0, 0, ("NIP", "Nama", "Dinas", "Jabatan", "Golongan"))
        for r, n in enumerate(nip, 1):
            ws.write_string(r, 0, n)
            ws.write_row(r, 1, (f"Pegawai {dinas[-2:]}.{r:04d}", dinas, f"Jabatan {r % 40}", "III/c"))
        ws = buku.add_worksheet("Indikator")
        ws.write_row(0, 0, ("Kode", "Indikator", "Aspek", "Bobot", "Arah", "Target", "Target Atas", "Satuan"))
        for r, i in enumerate(indikator, 1):
            ws.write_row(r, 0, (i.kode, f"Indikator {i.kode}", i.aspek, float(i.bobot), i.arah, float(i.target)))
            if i.target_atas:
                ws.write_number(r, 6, float(i.target_atas))
            ws.write_string(r, 7, "berkas")
        ws = buku.add_worksheet("Realisasi")
        ws.write_row(0, 0, (f"Periode: {bulan}",))
        ws.write_row(1, 0, ("NIP", "Kode Indikator", "Realisasi", "Keterangan"))
        baris = [
            (n, i.kode, v) for n, semua in zip(nip, realisasi, strict=True) for i, v in zip(indikator, semua, strict=True)
        ]
        acak.shuffle(baris)
        for r, (n, kode, v) in enumerate(baris, 2):
            ws.write_string(r, 0, n)
            ws.write_string(r, 1, kode)
            if v == "n/a":
                ws.write_string(r, 2, v)
            elif v:
                ws.write_number(r, 2, float(v))


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("folder", type=Path)
    p.add_argument("--orang", type=int, default=500)
    p.add_argument("--dinas", type=int, default=30)
    p.add_argument("--benih", type=int, default=1)
    p.add_argument("--ganas", action="store_true")
    a = p.parse_args()
    hasil = buat(a.folder, a.orang, a.dinas, a.benih, ganas=a.ganas)
    print(f"{len(hasil)} orang di {a.folder}")


if __name__ == "__main__":
    main()
