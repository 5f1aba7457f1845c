"""Make the workbooks in ``contoh_data/pelengkap/``: potential, a catalogue of courses, and who took which.

The people are those of ``buat_contoh_data.py``; what is said of them is invented. Every run gives the same bytes.

    python alat/buat_contoh_lanjut.py
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import Final

from buat_contoh_data import CONTOH, DINAS, Buku, Kolom, Lembar, Pegawai, Sel, berkelompok, orang

FOLDER: Final = CONTOH / "pelengkap"
BADAN: Final = DINAS["BKP"]
TANGGAL: Final = "27 Maret 2025"

KATALOG: Final = (
    # code, course, aspect, indicators, JP
    ("PLT-01", "Pelayanan Prima bagi Petugas Loket", "Kepuasan Masyarakat", "", 16),
    ("PLT-02", "Pengelolaan Pengaduan SP4N-LAPOR!", "", "DKC-08; DKS-07", 8),
    ("PLT-03", "Inovasi Pelayanan Publik", "Inovasi Pelayanan", "", 20),
    ("PLT-04", "Manajemen Waktu dan Prioritas Kerja", "Penyelesaian Tugas", "", 12),
    ("PLT-05", "Penerbitan KTP-el Cepat dan Tepat", "", "DKC-01", 16),
    ("PLT-06", "Supervisi Akademik Sekolah Binaan", "", "DDB-01", 24),
)

SESI: Final = (
    # course, date, people by office and place on its list
    ("PLT-02", "21/01/2025", "DKC 8, DKC 12, DKS 11, DKS 16, DDB 11, BKP 13"),
    (
        "PLT-01",
        "13/02/2025",
        "DKC 8, DKC 10, DKC 11, DKC 13, DKC 14, DKC 17, DKC 18, DKC 20, DKS 7, DKS 9, DKS 11, DKS 13, DKS 14, DKS 17, DDB 7, "
        "DDB 8, DDB 11, DDB 14, DDB 16, BKP 8, BKP 9, BKP 12, BKP 13, BKP 17",
    ),
    ("PLT-04", "20/02/2025", "DKC 15, DKC 17, DKS 14, DDB 12, DDB 16, BKP 16, BKP 17"),
    ("PLT-03", "18/03/2025", "DKC 9, DKC 5, DKS 8, DDB 10, BKP 7, BKP 10"),
)

POTENSIAL: Final = {"DKC 9": 55, "DKC 11": 91, "DKS 8": 72, "BKP 7": "Tinggi", "DKC 18": "Menengah", "DDB 16": "Rendah"}
"""Potential of those whose scores are special; the others' is drawn."""
DINILAI: Final = 14
"""How many of each office, counted from the second, were assessed."""


def potensial() -> Iterator[tuple[Pegawai, int | str]]:
    for kode in DINAS:
        for urut in range(2, DINILAI + 2):
            sebutan = f"{kode} {urut}"
            yield orang(sebutan), POTENSIAL.get(sebutan) or random.Random(f"potensial {sebutan}").randint(56, 88)
    for sebutan in ("DKC 18", "DDB 16"):
        yield orang(sebutan), POTENSIAL[sebutan]


def tulis_lembar(buku: Buku, nama: str, judul: str, kolom: Sequence[Kolom], isi: Sequence[Sequence[Sel]]) -> None:
    lembar = Lembar.baru(buku, nama, [Kolom(("No",), 5, "tengah"), *kolom])
    lembar.kop(BADAN, [judul], ["Tahun : 2025"])
    lembar.kepala([20], bernomor=False)
    for urut, satu in enumerate(isi, 1):
        lembar.data([urut, *satu])
    lembar.tanda_tangan(BADAN, TANGGAL, (len(kolom) - 1, len(kolom)))


def tulis_potensial() -> None:
    buku = Buku(FOLDER / "Potensial ASN 2025.xlsx", "Potensial ASN 2025")
    kolom = [
        Kolom(("NIP",), 24, "nip"),
        Kolom(("Nama",), 36),
        Kolom(("Jabatan",), 44),
        Kolom(("Nilai Potensial",), 16, "tengah"),
    ]
    isi = [[berkelompok(p.nip), p.nama, p.jabatan, nilai] for p, nilai in potensial()]
    tulis_lembar(buku, "Potensial", "HASIL PEMETAAN POTENSIAL ASN", kolom, isi)
    buku.xl.close()


def tulis_pelatihan() -> None:
    buku = Buku(FOLDER / "Pelatihan 2025.xlsx", "Pelatihan 2025")
    kolom = [
        Kolom(("Kode Pelatihan",), 14, "tengah"),
        Kolom(("Nama Pelatihan",), 44),
        Kolom(("Aspek",), 24),
        Kolom(("Kode Indikator",), 20),
        Kolom(("JP",), 8, "angka"),
    ]
    tulis_lembar(buku, "Katalog", "KATALOG PELATIHAN", kolom, KATALOG)
    nama = {kode: satu for kode, satu, *_ in KATALOG}
    kolom = [
        Kolom(("NIP",), 24, "nip"),
        Kolom(("Nama",), 36),
        Kolom(("Pelatihan",), 44),
        Kolom(("Tanggal Selesai",), 16, "tengah"),
        Kolom(("Keterangan",), 16),
    ]
    isi = [
        [p.nip, p.nama, nama[kode], tanggal, "Sertifikat"]
        for kode, tanggal, semua in SESI
        for p in map(orang, semua.split(", "))
    ]
    tulis_lembar(buku, "Register", "REGISTER PELATIHAN PEGAWAI", kolom, isi)
    buku.xl.close()


if __name__ == "__main__":
    tulis_potensial()
    tulis_pelatihan()
