"""Measures everything that RANCANGAN section 8 sets a limit to, each beside a peer in the same run, and prints one table.

python benchmarks/ukur.py             all of it, a quarter of an hour
python benchmarks/ukur.py hitung mulai       some of it
python benchmarks/ukur.py --simpan    all of it, kept in benchmarks/HASIL.md
python benchmarks/ukur.py --kecil     small and not timed: every score must be that of the fractions

Times are wall times, medians of pairs that ran in turn; memory is the peak of all processes together.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from importlib.metadata import version
from pathlib import Path

from generator import Harapan, buat
from proses import LINGKUNGAN, jalankan

SINI = Path(__file__).parent
HASIL = SINI / "HASIL.md"
ORANG, DINAS, ULANG = 5000, 30, 5
BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November",
    "Desember",
)  # fmt: skip
_TAHUN = (2025, 2026, 2027)


@dataclass(frozen=True)
class Baris:
    """One line of the table: what was measured, the figure and the peer's, and the most that their ratio may be.

    ``ukuran`` and ``pembanding`` are in ``satuan``; without a peer the limit is that of the figure itself.
    """

    apa: str
    ukuran: float
    pembanding: float | None
    nama_pembanding: str
    batas: float | None
    satuan: str = "s"

    @property
    def rasio(self) -> float:
        """The figure as a part of the peer's."""
        return self.ukuran / self.pembanding if self.pembanding else self.ukuran

    def cetak(self) -> tuple[str, ...]:
        """Give the line's cells."""
        lawan, rasio, batas = self.nama_pembanding, "", self._angka(self.batas)
        if self.pembanding is not None:
            lawan = f"{self.nama_pembanding}: {self._angka(self.pembanding)}"
            rasio, batas = koma(f"{self.rasio:.2f}"), koma(f"{self.batas:g}") if self.batas else ""
        baik = "" if self.batas is None else "ya" if self.rasio <= self.batas else "TIDAK"
        return self.apa, self._angka(self.ukuran), lawan, rasio, batas, baik

    def _angka(self, n: float | None) -> str:
        if n is None:
            return ""
        return koma(f"{n:.2f} s") if self.satuan == "s" else f"{n:.0f} {self.satuan}"


def koma(teks: str) -> str:
    """Print a number with the Indonesian decimal comma."""
    return teks.replace(".", ",")


JUDUL = ("Yang diukur", "kinerja", "Pembanding", "Rasio", "Batas", "Lolos")


def python(*argumen: str) -> list[str]:
    return [sys.executable, *argumen]


def kinerja(*argumen: str) -> list[str]:
    return python("-m", "kinerja_cli", *argumen)


def berpasangan(perintah: Mapping[str, Callable[[int], Sequence[str]]], ulang: int) -> dict[str, list[float]]:
    """Run commands in turn, each told which round it is; give the wall times of each."""
    waktu: dict[str, list[float]] = {nama: [] for nama in perintah}
    for ke in range(ulang):
        for nama, susun in perintah.items():
            waktu[nama].append(jalankan(susun(ke)).waktu)
    return waktu


def tengah_rasio(waktu: Mapping[str, list[float]], nama: str, lawan: str) -> tuple[float, float]:
    """Give the figure whose ratio to the peer's in the same round is the median, and that peer's."""
    pasangan = sorted(zip(waktu[nama], waktu[lawan], strict=True), key=lambda p: p[0] / p[1])
    return pasangan[len(pasangan) // 2]


# What is measured ---------------------------------------------------------------------------------------------------


def ukur_hitung(folder: Path) -> Iterator[Baris]:
    """The month's job against the script that a capable admin would write."""
    masuk = str(folder / "masuk")
    buat(folder / "masuk", ORANG, DINAS, benih=1)
    buat(folder / "bersih", ORANG, DINAS, benih=1, bersih=True)
    skrip = str(SINI / "skrip_admin.py")
    perintah: dict[str, Callable[[int], Sequence[str]]] = {
        "hitung": lambda ke: kinerja("hitung", masuk, "--ruang", str(folder / f"r{ke}")),
        "skrip": lambda ke: python(skrip, masuk, str(folder / f"s{ke}")),
        "tanpa": lambda ke: kinerja("hitung", masuk, "--tanpa-rumus", "--ruang", str(folder / f"t{ke}")),
        "validasi": lambda ke: kinerja("validasi", masuk),
        "ulang": lambda ke: kinerja("hitung", masuk, "--ruang", str(folder / f"r{ke}")),
        "dasar": lambda ke: python(str(SINI / "dasar.py"), masuk, str(folder / f"d{ke}")),
        "bersih": lambda ke: kinerja("validasi", str(folder / "bersih")),
        "baca": lambda ke: python(str(SINI / "dasar.py"), str(folder / "bersih")),
        "mulai": lambda ke: kinerja("--help"),
    }
    waktu = berpasangan(perintah, ULANG)
    sebut = f"{cetak(ORANG)} orang, {DINAS} dinas"
    yield Baris(f"`hitung`, {sebut}, rumus hidup", *tengah_rasio(waktu, "hitung", "skrip"), "skrip admin", 0.4)
    yield Baris("`hitung --tanpa-rumus`", *tengah_rasio(waktu, "tanpa", "skrip"), "skrip admin", 0.25)
    yield Baris("`validasi`", *tengah_rasio(waktu, "validasi", "skrip"), "skrip admin", 0.2)
    yield Baris("`hitung` lagi, tanpa perubahan", *tengah_rasio(waktu, "ulang", "hitung"), "yang pertama", 0.6)
    yield Baris("`hitung` terhadap lantai", *tengah_rasio(waktu, "hitung", "dasar"), "baca dan tulis sel saja", None)
    waktu["baca"] = [baca + mulai for baca, mulai in zip(waktu["baca"], waktu["mulai"], strict=True)]
    yield Baris("`validasi` 30 berkas bersih", *tengah_rasio(waktu, "bersih", "baca"), "baca sel saja, dan `--help`", 4)
    ingat, lawan = (jalankan(perintah[nama](ULANG), memori=True).memori for nama in ("hitung", "skrip"))
    yield Baris("Memori `hitung`", ingat, lawan, "skrip admin", 2, "MiB")


def ukur_mulai(folder: Path) -> Iterator[Baris]:
    """How long the program takes to start."""
    waktu = berpasangan({"help": lambda ke: kinerja("--help"), "typer": lambda ke: python("-c", "import typer")}, 4 * ULANG)
    yield Baris("`--help`", *tengah_rasio(waktu, "help", "typer"), "`import typer`", 2.5)


def ukur_bulan(folder: Path) -> Iterator[Baris]:
    """What a ruang kerja with many months costs."""
    ruang = str(folder / "ruang")
    waktu: list[float] = []
    nilai: dict[str, list[int]] = {}
    pandas: Callable[[int], Sequence[str]] = lambda ke: python("-c", "import pandas")  # noqa: E731 a row of a table
    for ke, (tahun, nama) in enumerate(((t, b) for t in _TAHUN for b in BULAN), 1):
        masuk = folder / f"{tahun} {nama}"
        harapan = buat(masuk, ORANG, DINAS, ke, bulan=f"{nama} {tahun}")
        waktu.append(jalankan(kinerja("hitung", str(masuk), "--ruang", ruang)).waktu)
        shutil.rmtree(masuk)
        if ke <= len(BULAN):
            for h in harapan:
                nilai.setdefault(h.nip, []).extend([h.nilai] if h.nilai is not None else [])
        if ke != len(BULAN):
            continue
        perintah: dict[str, Callable[[int], Sequence[str]]] = {
            "jelaskan": lambda ke: kinerja("jelaskan", next(iter(nilai)), "--ruang", ruang),
            "riwayat": lambda ke: kinerja("riwayat", "--ruang", ruang),
            "pandas": pandas,
        }
        setahun = berpasangan(perintah, 2 * ULANG)
        for satu in ("jelaskan", "riwayat"):
            yield Baris(f"`{satu}`, setahun", *tengah_rasio(setahun, satu, "pandas"), "`import pandas`", 2.5)
        rekap = kinerja("rekap", "--tahun", str(_TAHUN[0]), "--ruang", ruang)
        terbaik = min(jalankan(rekap).waktu for _ in range(3))
        if salah := beda_rekap([*rekap, "--json"], nilai):
            sys.exit("\n".join(salah[:10]))
        yield Baris("`rekap` setahun", terbaik, statistics.median(waktu), "`hitung` sebulan", 3)
    awal, akhir = statistics.median(waktu[:3]), statistics.median(waktu[-3:])
    yield Baris(f"`hitung` bulan ke-{len(waktu)}", akhir, awal, "bulan pertama", 1.2)


def ukur_besar(folder: Path) -> Iterator[Baris]:
    """Ten times as many people."""
    besar = 10 * ORANG
    waktu: dict[int, list[float]] = {ORANG: [], besar: []}
    for orang in waktu:
        buat(folder / str(orang), orang, DINAS, benih=1)
    for ke in range(3):
        for orang, semua in waktu.items():
            semua.append(
                jalankan(kinerja("hitung", str(folder / str(orang)), "--ruang", str(folder / f"r{orang}-{ke}"))).waktu
            )
    pasangan = tengah_rasio({str(o): w for o, w in waktu.items()}, str(besar), str(ORANG))
    yield Baris(f"`hitung`, {cetak(besar)} orang", *pasangan, f"{cetak(ORANG)} orang", 10.5)
    ingat = jalankan(kinerja("hitung", str(folder / str(besar)), "--ruang", str(folder / "memori")), memori=True).memori
    yield Baris(f"Memori `hitung`, {cetak(besar)} orang", ingat, None, "", 1536, "MiB")


def ukur_negara(folder: Path) -> Iterator[Baris]:
    """The whole country."""
    import negara  # only here: pages of pandas that this process held too would count as shared, where it measures

    hasil = negara.ukur(negara.ORANG, negara.INSTANSI, memori=True)
    sebut = f"Seluruh Indonesia: {cetak(negara.ORANG)} orang, 28 juta realisasi"
    yield Baris(sebut, hasil.waktu, None, "", 60)
    yield Baris("Memori seluruh Indonesia", hasil.memori, None, "", 12 * 1024, "MiB")


BAGIAN: Mapping[str, Callable[[Path], Iterator[Baris]]] = {
    "mulai": ukur_mulai,
    "hitung": ukur_hitung,
    "bulan": ukur_bulan,
    "besar": ukur_besar,
    "negara": ukur_negara,
}


# What must be right -------------------------------------------------------------------------------------------------


def beda_nilai(ruang: Path, harapan: Sequence[Harapan]) -> list[str]:
    """Compare a scored month with the fractions, person by person; give a line for each that differs."""
    with (ruang / "periode" / "2025-01" / "nilai.csv").open(encoding="utf-8", newline="") as f:
        nilai = {b["nip"]: b["nilai"] for b in csv.DictReader(f)}
    return _beda(nilai, {h.nip: "" if h.nilai is None else f"{h.nilai // 100}.{h.nilai % 100:02d}" for h in harapan})


def beda_rekap(rekap: Sequence[str], nilai: Mapping[str, list[int]]) -> list[str]:
    """Name who has another mean of the year than the fractions give."""
    hasil = json.loads(subprocess.run(rekap, capture_output=True, check=True, env=LINGKUNGAN).stdout)
    ada = {o["nip"]: o["rata_rata"] for o in hasil["orang"]}
    return _beda(ada, {nip: _rata_rata(semua) for nip, semua in nilai.items()})


def _beda(ada: Mapping[str, str | None], harap: Mapping[str, str | None]) -> list[str]:
    semua = sorted(ada.keys() | harap.keys())
    return [f"{n}: {ada.get(n)} bukan {harap.get(n)}" for n in semua if ada.get(n) != harap.get(n)]


def _rata_rata(nilai: Sequence[int]) -> str | None:
    if not nilai:
        return None
    tepat = Fraction(sum(nilai), len(nilai)) + Fraction(1, 2)
    bulat = tepat.numerator // tepat.denominator
    return f"{bulat // 100}.{bulat % 100:02d}"


def periksa_kecil(folder: Path) -> None:
    """Score tame and hostile workbooks, and a small country; end with an error where a score isn't that of the fractions."""
    import negara

    for ganas in (False, True):
        masuk, ruang = folder / f"masuk{ganas}", folder / f"ruang{ganas}"
        harapan = buat(masuk, 600, 10, benih=7, ganas=ganas)
        jalankan(kinerja("hitung", str(masuk), "--ruang", str(ruang)))
        if salah := beda_nilai(ruang, harapan):
            sys.exit("\n".join(salah[:10]))
        print(f"600 orang{' dengan desimal ganas' if ganas else ''}: semua nilai sama dengan hitungan pecahan")
    negara.ukur(20_000, 12, memori=False)
    print("20.000 orang di 12 instansi: sampel sama dengan hitungan pecahan")


# The table ----------------------------------------------------------------------------------------------------------


def cetak(n: int) -> str:
    """Print a count."""
    return f"{n:,}".replace(",", ".")


def tabel(baris: Sequence[Baris]) -> str:
    """Give the table as Markdown, in columns that also read well as text."""
    isi = [JUDUL, *(b.cetak() for b in baris)]
    lebar = [max(len(satu[i]) for satu in isi) for i in range(len(JUDUL))]
    rapi = [" | ".join(sel.ljust(n) for sel, n in zip(satu, lebar, strict=True)) for satu in isi]
    return "\n".join(f"| {satu} |" for satu in (rapi[0], " | ".join("-" * n for n in lebar), *rapi[1:]))


def mesin() -> str:
    """Say on what this was measured."""
    pustaka = ", ".join(f"{nama} {version(nama)}" for nama in ("pandas", "openpyxl", "python-calamine", "XlsxWriter"))
    return f"{os.cpu_count()} inti, {platform.system()} {platform.machine()}, Python {platform.python_version()}; {pustaka}"


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("bagian", nargs="*", choices=(*BAGIAN, []), help="bagian yang diukur; tanpa ini semuanya")
    p.add_argument("--simpan", action="store_true", help=f"tulis {HASIL.name}")
    p.add_argument("--kecil", action="store_true", help="hanya memeriksa kebenaran pada ukuran kecil")
    a = p.parse_args()
    semua: list[Baris] = []
    for nama in a.bagian or BAGIAN:
        with tempfile.TemporaryDirectory() as folder:
            if a.kecil:
                periksa_kecil(Path(folder))
                return
            for satu in BAGIAN[nama](Path(folder)):
                semua.append(satu)
                print(" | ".join(satu.cetak()), file=sys.stderr)
    print(tabel(semua))
    if a.simpan:
        kepala = f"# Kecepatan dan memori\n\nDiukur {dt.date.today().isoformat()} dengan `python benchmarks/ukur.py --simpan`"
        cara = (
            "Waktu dinding, nilai tengah dari pasangan yang dijalankan bergantian; memori: puncak semua proses bersama-sama."
        )
        HASIL.write_text(f"{kepala} di {mesin()}.\n{cara}\n\n{tabel(semua)}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
