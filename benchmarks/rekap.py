"""Times a year's recap against one hitung, and compares every mean with fractions.

python benchmarks/rekap.py [--orang 5000] [--ulang 3]
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from fractions import Fraction
from pathlib import Path

from generator import buat
from jalankan import jalankan

BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November",
    "Desember",
)  # fmt: skip


def setahun(folder: Path, orang: int, dinas: int) -> tuple[list[float], Mapping[str, list[int]]]:
    """Score twelve months; give the time of each, and everybody's scores that must have come out."""
    waktu = []
    nilai: dict[str, list[int]] = {}
    for benih, nama in enumerate(BULAN, 1):
        masuk = folder / nama
        for h in buat(masuk, orang, dinas, benih, bulan=f"{nama} 2025"):
            nilai.setdefault(h.nip, []).extend([h.nilai] if h.nilai is not None else [])
        waktu.append(jalankan([*kinerja("hitung", str(masuk)), "--ruang", str(folder / "ruang")])[0])
    return waktu, nilai


def kinerja(*argumen: str) -> list[str]:
    return [sys.executable, "-m", "kinerja_cli", *argumen]


def beda(rekap: Sequence[str], nilai: Mapping[str, list[int]]) -> list[str]:
    """Name who has another mean than the fractions give."""
    hasil = json.loads(subprocess.run([*rekap, "--json"], capture_output=True, check=True).stdout)
    ada = {o["nip"]: o["rata_rata"] for o in hasil["orang"]}
    harap = {nip: _rata_rata(semua) for nip, semua in nilai.items()}
    return [
        f"{n}: {ada.get(n)} bukan {harap.get(n)}" for n in sorted(ada.keys() | harap.keys()) if ada.get(n) != harap.get(n)
    ]


def _rata_rata(nilai: Sequence[int]) -> str | None:
    if not nilai:
        return None
    tepat = Fraction(sum(nilai), len(nilai)) + Fraction(1, 2)
    bulat = tepat.numerator // tepat.denominator
    return f"{bulat // 100}.{bulat % 100:02d}"


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--orang", type=int, default=5000)
    p.add_argument("--dinas", type=int, default=30)
    p.add_argument("--ulang", type=int, default=3)
    a = p.parse_args()
    with tempfile.TemporaryDirectory() as nama:
        folder = Path(nama)
        waktu, nilai = setahun(folder, a.orang, a.dinas)
        rekap = [*kinerja("rekap", "--tahun", "2025"), "--ruang", str(folder / "ruang")]
        terbaik = min((jalankan(rekap) for _ in range(a.ulang)), key=lambda satu: satu[0])
        if salah := beda(rekap, nilai):
            sys.exit("\n".join(salah[:10]))
    hitung = sorted(waktu)[len(waktu) // 2]
    print(f"{a.orang} orang, 12 bulan; semua rata-rata sama dengan hitungan pecahan")
    print(f"  hitung sebulan (tengah)  {hitung:6.2f} s")
    print(f"  rekap setahun (terbaik)  {terbaik[0]:6.2f} s  {terbaik[1]:6.0f} MiB")
    print(f"  perbandingan {terbaik[0] / hitung:.2f} (harus di bawah 3)")


if __name__ == "__main__":
    main()
