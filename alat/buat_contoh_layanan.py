"""Make the service register and the standard times in ``contoh_data/layanan/``: invented documents of three months.

As in ``buat_contoh_data.py`` every run gives the same bytes. The register is laid out as offices keep one: a sheet a month,
a letterhead, a header over two rows, dates of several kinds, a total, a signature. It holds what is met in practice: a
type and an officer in two spellings, documents carried over to the next month's sheet, and some that aren't finished.

    python alat/buat_contoh_layanan.py
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from buat_contoh_data import BULAN, CONTOH, DINAS, Buku, Dinas, Kolom, Lembar, Pegawai

FOLDER: Final = CONTOH / "layanan"
LIBUR: Final = frozenset(
    dt.date(2025, bulan, hari)
    for bulan, hari in ((1, 1), (1, 27), (1, 28), (1, 29), (3, 28), (3, 31), (4, 1), (4, 2), (4, 3), (4, 4), (4, 7))
)
AKHIR: Final = dt.date(2025, 3, 31)
TERTAHAN: Final = 0.03
"""Part of the documents that lie about for weeks."""
NAMA_BULAN: Final = ("Januari", "Februari", "Maret")


@dataclass(frozen=True)
class Jenis:
    """A type: its standard, how many documents come a month, and the mean working days of each month (0: minutes)."""

    nama: str
    standar: int
    satuan: str
    sebulan: int
    hari: tuple[float, float, float]


JENIS: Final = (
    Jenis("KTP-el", 3, "hari kerja", 46, (3.1, 2.7, 1.6)),
    Jenis("Kartu Keluarga", 2, "hari kerja", 38, (2.2, 2.0, 1.2)),
    Jenis("Akta Kelahiran", 5, "hari kerja", 24, (4.9, 4.6, 3.2)),
    Jenis("Legalisir Dokumen", 60, "menit", 16, (0, 0, 0)),
)
PETUGAS: Final = ("Andi Firmansyah", "Sri Wahyuni", "Erlinawati", "Desi Ratnasari", "Yuliana Putri", "Ilham Ramadhan Pohan")


@dataclass(frozen=True)
class Dokumen:
    nomor: str
    jenis: str
    diterima: dt.datetime
    selesai: dt.datetime
    petugas: Pegawai

    def selesai_per(self, hari: dt.date) -> dt.datetime | None:
        return self.selesai if self.selesai.date() <= hari else None


def hari_kerja(hari: dt.date) -> bool:
    return hari.weekday() < 5 and hari not in LIBUR


def maju(hari: dt.date, sebanyak: int) -> dt.date:
    """Go forward by working days."""
    while sebanyak:
        hari += dt.timedelta(days=1)
        sebanyak -= hari_kerja(hari)
    return hari


def jam(acak: random.Random, dari: int, sampai: int) -> dt.time:
    menit = acak.randrange(dari, sampai)
    return dt.time(menit // 60, menit % 60)


def semua_dokumen(dinas: Dinas) -> Iterator[Dokumen]:
    petugas = [next(p for p in dinas.pegawai if p.nama.startswith(nama)) for nama in PETUGAS]
    nomor = 0
    for ke, bulan in enumerate(BULAN):
        acak = random.Random(f"layanan {bulan.periode}")
        hari_buka = [h for i in range(bulan.hari) if hari_kerja(h := dt.date(2025, ke + 1, i + 1))]
        masuk = sorted((acak.choice(hari_buka), acak.random(), j) for j in JENIS for _ in range(j.sebulan))
        for hari, _, jenis in masuk:
            nomor += 1
            diterima = dt.datetime.combine(hari, jam(acak, 7 * 60 + 35, 11 * 60))
            if jenis.satuan == "menit":
                selesai = diterima + dt.timedelta(minutes=acak.randrange(8, 85))
            else:
                lama = round(acak.gammavariate(3, jenis.hari[ke] / 3))
                if acak.random() < TERTAHAN:
                    lama += acak.randrange(10, 45)
                selesai = dt.datetime.combine(maju(hari, lama), jam(acak, 13 * 60, 15 * 60 + 55))
            yield Dokumen(f"{nomor:04d}/DKC/2025", jenis.nama, diterima, selesai, acak.choice(petugas))


def tulis_register(dinas: Dinas) -> None:
    buku = Buku(FOLDER / "Register Layanan Disdukcapil Triwulan I 2025.xlsx", "Register Layanan Disdukcapil")
    semua = tuple(semua_dokumen(dinas))
    kolom = [
        Kolom(("No",), 5, "tengah"),
        Kolom(("Nomor Register",), 16, "tengah"),
        Kolom(("Jenis Layanan",), 24),
        Kolom(("Diterima", "Tanggal"), 18, "tengah"),
        Kolom(("Diterima", "Jam"), 8, "tengah"),
        Kolom(("Selesai", "Tanggal"), 18, "tengah"),
        Kolom(("Selesai", "Jam"), 8, "tengah"),
        Kolom(("Petugas",), 30),
        Kolom(("NIP Petugas",), 22, "nip"),
    ]
    for ke, bulan in enumerate(BULAN):
        akhir = min(dt.date(2025, ke + 1, bulan.hari), AKHIR)
        lembar = Lembar.baru(buku, NAMA_BULAN[ke], kolom)
        lembar.kop(dinas, ["REGISTER LAYANAN ADMINISTRASI KEPENDUDUKAN"], [f"Bulan : {bulan.nama}"])
        lembar.kepala((20, 18), bernomor=True)
        awal = dt.date(2025, ke + 1, 1)
        isi = [d for d in semua if d.diterima.month <= ke + 1 and d.selesai.date() >= awal]
        for urut, d in enumerate(isi, 1):
            lembar.data(isi_baris(urut, d, akhir))
        lembar.catatan(f"Jumlah dokumen: {len(isi)}. Sel Selesai yang kosong berarti masih dalam proses.")
        lembar.tanda_tangan(dinas, bulan.tanda_tangan, (7, 8))
    buku.xl.close()


def isi_baris(urut: int, d: Dokumen, akhir: dt.date) -> list[str | int]:
    """One row as it is typed: some dates in words, a type and an officer now and then in another spelling."""
    selesai = d.selesai_per(akhir)
    nama = d.petugas.nama
    if urut % 29 == 0:
        nama = nama.partition(",")[0].upper()
    jenis = "Kartu Kelurga" if d.nomor in ("0037/DKC/2025", "0180/DKC/2025") else d.jenis
    return [
        urut,
        d.nomor,
        jenis,
        tanggal(d.diterima, panjang=urut % 5 == 0),
        f"{d.diterima:%H.%M}",
        tanggal(selesai, panjang=urut % 7 == 0) if selesai else "",
        f"{selesai:%H.%M}" if selesai else "",
        nama,
        d.petugas.nip,
    ]


def tanggal(saat: dt.datetime, *, panjang: bool) -> str:
    return f"{saat.day} {(*NAMA_BULAN, 'April')[saat.month - 1]} {saat.year}" if panjang else f"{saat:%d/%m/%Y}"


def tulis_standar(dinas: Dinas) -> None:
    buku = Buku(FOLDER / "Standar Waktu Layanan Disdukcapil.xlsx", "Standar Waktu Layanan Disdukcapil")
    kolom = [
        Kolom(("No",), 6, "tengah"),
        Kolom(("Jenis Layanan",), 36),
        Kolom(("Standar",), 12, "angka"),
        Kolom(("Satuan",), 16),
    ]
    lembar = Lembar.baru(buku, "Standar", kolom)
    lembar.kop(dinas, ["STANDAR WAKTU LAYANAN"], ["Angka contoh; yang berlaku ada di standar pelayanan setiap kantor."])
    lembar.kepala((20,), bernomor=False)
    for urut, j in enumerate(JENIS, 1):
        lembar.data([urut, j.nama, j.standar, j.satuan])
    lembar.tanda_tangan(dinas, BULAN[0].tanda_tangan, (1, 3))
    buku.xl.close()


def main() -> None:
    dinas = DINAS["DKC"]
    tulis_register(dinas)
    tulis_standar(dinas)


if __name__ == "__main__":
    main()
