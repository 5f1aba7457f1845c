"""Makes the sample's satisfaction surveys, always the same: ``python alat/buat_contoh_survei.py``. All data is invented.

They are laid out as offices publish them: letterhead, code headings, a legend in which U8 and U9 are swapped against the
regulation, and total rows whose weight is 0.111.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from buat_contoh_data import CONTOH, DINAS, Buku, Dinas, Kolom, Lembar, Sel, gabung

LEGENDA = (
    "Persyaratan",
    "Sistem, Mekanisme dan Prosedur",
    "Waktu Penyelesaian",
    "Biaya/Tarif",
    "Produk Spesifikasi Jenis Pelayanan",
    "Kompetensi Pelaksana",
    "Perilaku Pelaksana",
    "Sarana dan Prasarana",
    "Penanganan Pengaduan, Saran dan Masukan",
)
LAYANAN = (("KTP-el", 0.0), ("Kartu Keluarga", 0.05), ("Akta Kelahiran", -0.1))
"""Services, and how their answers lean."""
PENDIDIKAN = ("SD", "SMP", "SMA", "SMA", "SMA", "D3", "S1", "S1", "S2")
PEKERJAAN = (
    "Petani",
    "Wiraswasta",
    "Wiraswasta",
    "Ibu Rumah Tangga",
    "Pelajar/Mahasiswa",
    "PNS",
    "Karyawan Swasta",
    "Lainnya",
)
BOBOT_KANTOR = Fraction("0.111")


@dataclass(frozen=True)
class Gelombang:
    """One survey: its file, its time, and the mean that each unsur's answers lean to."""

    nama: str
    waktu: str
    tanggal: str
    responden: int
    populasi: int
    benih: int
    condong: tuple[float, ...]


GELOMBANG = (
    Gelombang(
        "SKM Disdukcapil 2024 Semester II", "Juli s/d Desember 2024", "30 Desember 2024", 212, 1850, 2024,
        (3.25, 3.05, 2.80, 3.75, 3.30, 3.30, 3.40, 2.85, 3.00),
    ),
    Gelombang(
        "SKM Disdukcapil 2025 Semester I", "Januari s/d Juni 2025", "30 Juni 2025", 260, 2100, 2025,
        (3.30, 3.15, 3.20, 3.80, 3.35, 3.35, 3.45, 2.90, 3.05),
    ),
)  # fmt: skip


def jawaban(acak: random.Random, condong: float) -> int:
    """An answer from 1 to 4 that leans to a mean."""
    return min(4, max(1, round(acak.gauss(condong, 0.62))))


def responden(g: Gelombang) -> Iterator[tuple[list[Sel], list[int | None]]]:
    acak = random.Random(g.benih)
    for nomor in range(1, g.responden + 1):
        layanan, geser = LAYANAN[acak.choices((0, 1, 2), (5, 3, 2))[0]]
        suka = acak.gauss(0, 0.18) + geser
        isi: list[int | None] = [jawaban(acak, c + suka) for c in g.condong]
        if acak.random() < 0.02:
            isi[acak.randrange(9)] = None
        umur = min(74, max(17, round(acak.gauss(36, 12))))
        diri = [acak.choice("LP"), umur, acak.choice(PENDIDIKAN), acak.choice(PEKERJAAN)]
        yield [nomor, layanan, *diri], isi


def tulis(g: Gelombang, dinas: Dinas) -> None:
    buku = Buku(CONTOH / "skm" / f"{g.nama}.xlsx", g.nama)
    diri = [("No. Resp", 8, "tengah"), ("Jenis Pelayanan", 18, "teks"), ("L/P", 6, "tengah"), ("Umur", 7, "tengah")]
    diri += [("Pendidikan", 12, "tengah"), ("Pekerjaan", 20, "teks")]
    kolom = [Kolom((judul,), lebar, jenis) for judul, lebar, jenis in diri]
    kolom += [Kolom(("Nilai Unsur Pelayanan", f"U{n}"), 8, "tengah") for n in range(1, 10)]
    lembar = Lembar.baru(buku, "SKM", kolom)
    judul = ["PENGOLAHAN DATA SURVEI KEPUASAN MASYARAKAT", "PER RESPONDEN DAN PER UNSUR PELAYANAN"]
    keterangan = [f"Unit Pelayanan : {dinas.nama}", f"Periode Survei : {g.waktu}"]
    keterangan.append(f"Jumlah pengguna layanan : {g.populasi:,}".replace(",", ".") + " orang")
    lembar.kop(dinas, judul, keterangan)
    lembar.kepala([18, 18], bernomor=False)
    semua = []
    for siapa, isi in responden(g):
        lembar.data([*siapa, *("" if n is None else n for n in isi)])
        semua.append(isi)
    tulis_jumlah(lembar, [[n for isi in semua if (n := isi[u]) is not None] for u in range(9)])
    lembar.catatan("Keterangan:", *(f"U{n} = {nama}" for n, nama in enumerate(LEGENDA, 1)))
    lembar.tanda_tangan(dinas, g.tanggal, (9, 14))
    buku.xl.close()


def tulis_jumlah(lembar: Lembar, unsur: list[list[int]]) -> None:
    """The rows of totals as offices keep them: the mean of each unsur times 0.111, and their sum times 25."""
    nrr = [Fraction(sum(isi), len(isi)) for isi in unsur]
    ikm = sum(n * BOBOT_KANTOR for n in nrr) * 25
    baris = (
        ("Σ Nilai/Unsur", [Fraction(sum(isi)) for isi in unsur]),
        ("NRR/Unsur", nrr),
        ("NRR Tertimbang/Unsur", [n * BOBOT_KANTOR for n in nrr]),
    )
    tebal, angka = lembar.buku.format("jumlah"), lembar.buku.format("jumlah_angka")
    for judul, isi in (*baris, ("IKM Unit Pelayanan", [ikm])):
        gabung(lembar.ws, (lembar.baris, 0), (lembar.baris, 5), judul, tebal)
        for k, nilai in enumerate(isi, 6):
            lembar.ws.write_number(lembar.baris, k, round(float(nilai), 3), angka)
        lembar.baris += 1


if __name__ == "__main__":
    for gelombang in GELOMBANG:
        tulis(gelombang, DINAS["DKC"])
