"""Times ``kinerja validasi`` against python-calamine alone on the same files: 30 clean workbooks, 30,000 rows.

python benchmarks/validasi.py [--dinas 30] [--orang 145] [--ulang 5]

The aim is at most 4 times (python-calamine reading the files, as a program + ``kinerja --help``, the start of the program).
"""

from __future__ import annotations

import argparse
import string
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import xlsxwriter

ASPEK = ("Penyelesaian Tugas", "Inovasi Pelayanan", "Kepuasan Masyarakat")
BOBOT = (25, 20, 15, 15, 12.5, 12.5)
CALAMINE = """
import pathlib, sys
from python_calamine import CalamineWorkbook
baris = 0
for berkas in sorted(pathlib.Path(sys.argv[1]).glob("*.xlsx")):
    buku = CalamineWorkbook.from_path(str(berkas))
    baris += sum(len(buku.get_sheet_by_name(nama).to_python()) for nama in buku.sheet_names)
print(baris)
"""


def buat(folder: Path, dinas: int, orang: int) -> None:
    """Write a workbook a dinas with nothing to be found in it: people, indicators, a row a person and indicator."""
    for d in range(1, dinas + 1):
        nama = f"Dinas {string.ascii_uppercase[d % 26] * 4}{string.ascii_lowercase[d // 26] * 4}"
        pegawai: list[Sequence[object]] = [("NIP", "Nama", "Dinas", "Jabatan", "Golongan", "Unit Kerja")]
        indikator: list[Sequence[object]] = [("Kode", "Indikator", "Aspek", "Bobot", "Arah", "Target", "Satuan")]
        realisasi: list[Sequence[object]] = [
            ("Periode: Januari 2025",),
            ("NIP", "Nama", "Kode Indikator", "Target", "Realisasi", "Keterangan"),
        ]
        for i, bobot in enumerate(BOBOT):
            kode = f"D{d:02d}-{i + 1:02d}"
            indikator.append(
                (kode, f"Indikator {kode}", ASPEK[i // 2], bobot, "naik" if i % 2 else "turun", 80 + i, "berkas")
            )
        for o in range(orang):
            nip = f"19{60 + d % 30}{1 + o % 12:02d}{1 + o % 28:02d}20{10 + o % 15}{1 + o % 12:02d}{1 + o % 2}{o + 1:03d}"
            orangnya = f"Orang {d:02d} {o:04d}"
            pegawai.append((nip, orangnya, nama, f"Jabatan {o % 40}", "III/c", f"Bidang {o % 7}"))
            realisasi += [
                (nip, orangnya, f"D{d:02d}-{i + 1:02d}", 80 + i, 70 + (o * 7 + i) % 30 + 0.25, "") for i in range(len(BOBOT))
            ]
        with xlsxwriter.Workbook(folder / f"{nama} Januari 2025.xlsx") as buku:
            for judul, isi in (("Pegawai", pegawai), ("Indikator", indikator), ("Realisasi", realisasi)):
                ws = buku.add_worksheet(judul)
                for r, satu in enumerate(isi):
                    ws.write_row(r, 0, satu)


def terbaik(perintah: Sequence[str], ulang: int) -> tuple[float, str]:
    """Run a command several times; give the best wall time and what it printed."""
    waktu = []
    for _ in range(ulang):
        mulai = time.perf_counter()
        hasil = subprocess.run(perintah, capture_output=True, encoding="utf-8", check=False)
        waktu.append(time.perf_counter() - mulai)
    return min(waktu), hasil.stdout


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--dinas", type=int, default=30)
    p.add_argument("--orang", type=int, default=145)
    p.add_argument("--ulang", type=int, default=5)
    a = p.parse_args()
    with tempfile.TemporaryDirectory() as nama:
        folder = Path(nama)
        buat(folder, a.dinas, a.orang)
        baca, baris = terbaik([sys.executable, "-c", CALAMINE, nama], a.ulang)
        mulai, _ = terbaik([sys.executable, "-m", "kinerja_cli", "--help"], a.ulang)
        lama, layar = terbaik([sys.executable, "-m", "kinerja_cli", "validasi", nama], a.ulang)
    if "siap dikirim" not in layar.lower():
        sys.exit(layar)
    print(f"{a.dinas} buku kerja, {int(baris)} baris, terbaik dari {a.ulang}:")
    print(f"  python-calamine   {baca:6.2f} s")
    print(f"  kinerja --help    {mulai:6.2f} s")
    print(f"  kinerja validasi  {lama:6.2f} s")
    print(f"  perbandingan      {lama / (baca + mulai):6.2f}  (paling banyak 4)")


if __name__ == "__main__":
    main()
