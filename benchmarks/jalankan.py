"""Times kinerja against the admin's script, side by side: wall time and peak memory of each, and their ratio.

python benchmarks/jalankan.py [--orang 500 5000] [--ulang 3]
python benchmarks/jalankan.py --periksa      compares every score with the fractions instead of timing
"""

from __future__ import annotations

import argparse
import csv
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from generator import Harapan, buat

SINI = Path(__file__).parent


def jalankan(perintah: Sequence[str]) -> tuple[float, float]:
    """Run a command; give its wall time in seconds and the peak memory of the largest process in MiB."""
    mulai = time.perf_counter()
    proses = subprocess.Popen(perintah, stdout=subprocess.DEVNULL)
    _, status, pakai = os.wait4(proses.pid, 0)
    lama = time.perf_counter() - mulai
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"gagal: {' '.join(perintah)}")
    return lama, pakai.ru_maxrss / 1024


def kinerja(masuk: Path, ruang: Path) -> list[str]:
    return [sys.executable, "-m", "kinerja_cli", "hitung", str(masuk), "--ruang", str(ruang)]


def banding(orang: int, dinas: int, ulang: int) -> None:
    """Run both programs in turn, each on a fresh folder, and print the best of each."""
    with tempfile.TemporaryDirectory() as nama:
        folder = Path(nama)
        buat(folder / "masuk", orang, dinas, benih=1)
        milik: dict[str, list[tuple[float, float]]] = {"kinerja": [], "skrip admin": []}
        for i in range(ulang):
            milik["kinerja"].append(jalankan(kinerja(folder / "masuk", folder / f"ruang{i}")))
            skrip = [sys.executable, str(SINI / "skrip_admin.py"), str(folder / "masuk"), str(folder / f"skrip{i}")]
            milik["skrip admin"].append(jalankan(skrip))
    print(f"{orang} orang, {dinas} dinas, terbaik dari {ulang}:")
    terbaik = {nama: (min(t for t, _ in semua), min(m for _, m in semua)) for nama, semua in milik.items()}
    for nama, (lama, memori) in terbaik.items():
        print(f"  {nama:12} {lama:6.2f} s  {memori:6.0f} MiB")
    print(f"  perbandingan {terbaik['kinerja'][0] / terbaik['skrip admin'][0]:.2f}")


def selisih(ruang: Path, harapan: Sequence[Harapan]) -> list[str]:
    """Compare a scored month with the fractions, person by person; give a line for each that differs."""
    with (ruang / "periode" / "2025-01" / "nilai.csv").open(encoding="utf-8", newline="") as f:
        nilai = {b["nip"]: b["nilai"] for b in csv.DictReader(f)}
    harap = {h.nip: "" if h.nilai is None else f"{h.nilai // 100}.{h.nilai % 100:02d}" for h in harapan}
    return [
        f"{n}: {nilai.get(n)} bukan {harap.get(n)}"
        for n in sorted(nilai.keys() | harap.keys())
        if nilai.get(n) != harap.get(n)
    ]


def periksa(orang: int, dinas: int) -> None:
    """Score tame and hostile workbooks, and end with an error where any score isn't that of the fractions."""
    for ganas in (False, True):
        with tempfile.TemporaryDirectory() as nama:
            folder = Path(nama)
            harapan = buat(folder / "masuk", orang, dinas, benih=7, ganas=ganas)
            jalankan(kinerja(folder / "masuk", folder / "ruang"))
            beda = selisih(folder / "ruang", harapan)
        if beda:
            sys.exit("\n".join(beda[:10]))
        print(f"{orang} orang{' dengan desimal ganas' if ganas else ''}: semua nilai sama dengan hitungan pecahan")


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--orang", type=int, nargs="+", default=[500, 5000])
    p.add_argument("--dinas", type=int, default=30)
    p.add_argument("--ulang", type=int, default=3)
    p.add_argument("--periksa", action="store_true")
    a = p.parse_args()
    if a.periksa:
        periksa(600, 10)
        return
    for orang in a.orang:
        banding(orang, a.dinas, a.ulang)


if __name__ == "__main__":
    main()
