"""Make the workbooks in ``contoh_data/`` and the scores that they must give, in ``tests/data/contoh_harapan.csv``.

All people and figures are invented. Every run gives the same bytes: each person and month has a random generator of its
own, seeded by name, and XlsxWriter's creation date is fixed. The scores are computed here a second time, with fractions
and without any code of kinerja, so that they can stand against it in the tests.

    python alat/buat_contoh_data.py
"""

from __future__ import annotations

import csv
import datetime as dt
import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction
from functools import cache
from itertools import product
from pathlib import Path
from typing import Final

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

AKAR: Final = Path(__file__).resolve().parent.parent
CONTOH: Final = AKAR / "contoh_data"
HARAPAN: Final = AKAR / "tests" / "data" / "contoh_harapan.csv"
DIBUAT: Final = dt.datetime(2025, 1, 31)

Sel = str | int | Decimal

TUGAS, INOVASI, KEPUASAN = "Penyelesaian Tugas", "Inovasi Pelayanan", "Kepuasan Masyarakat"


# --- What is described: months, indicators, people, offices ---------------------------------------------------------


@dataclass(frozen=True)
class Bulan:
    """A month; ``tanda_tangan`` is its last working day, on which the workbooks are signed."""

    periode: str
    nama: str
    singkat: str
    hari: int
    tanda_tangan: str


BULAN: Final = (
    Bulan("2025-01", "Januari 2025", "Jan", 31, "31 Januari 2025"),
    Bulan("2025-02", "Februari 2025", "Feb", 28, "28 Februari 2025"),
    Bulan("2025-03", "Maret 2025", "Mar", 31, "27 Maret 2025"),  # before Nyepi and Idulfitri
)


@dataclass(frozen=True)
class Indikator:
    """One indicator, and how its realisasi is invented: in steps, between two bounds, better by so much each month."""

    kode: str
    nama: str
    aspek: str
    bobot: str
    arah: str
    target: str
    satuan: str
    langkah: str = "1"
    batas: tuple[str, str] = ("0", "1000000000")
    target_atas: str = ""
    berlaku: tuple[str, ...] = ()
    geser: tuple[int, int, int] = (0, 0, 0)

    def untuk(self, jabatan: str) -> bool:
        return not self.berlaku or jabatan in self.berlaku


@dataclass(frozen=True)
class Pegawai:
    """One civil servant, as on the list of BKPSDMD."""

    nip: str
    nama: str
    jabatan: str
    golongan: str
    unit: str
    dinas: str
    nip_penilai: str
    status: str

    @property
    def aktif(self) -> bool:
        return self.status in {"", "Aktif"}

    @property
    def jenis_jabatan(self) -> str:
        awal = {
            "Kepala Dinas": "Pimpinan Tinggi",
            "Kepala Badan": "Pimpinan Tinggi",
            "Sekretaris": "Administrator",
            "Kepala Bidang": "Administrator",
            "Kepala Subbagian": "Pengawas",
        }
        for kata, jenis in awal.items():
            if self.jabatan.startswith(kata):
                return jenis
        jenjang = {"Pertama", "Muda", "Madya", "Terampil", "Mahir", "Penyelia"}
        return "Fungsional" if self.jabatan.split()[-1] in jenjang else "Pelaksana"

    @property
    def pangkat_golongan(self) -> str:
        pangkat = PANGKAT.get(self.golongan)
        return f"{pangkat} / {self.golongan}" if pangkat else self.golongan


@dataclass(frozen=True)
class Dinas:
    """One office: its people, indicators and letterhead."""

    singkat: str
    nama: str
    alamat: str
    pegawai: tuple[Pegawai, ...]
    indikator: tuple[Indikator, ...]

    @property
    def kepala(self) -> Pegawai:
        return self.pegawai[0]

    @property
    def aktif(self) -> tuple[Pegawai, ...]:
        return tuple(p for p in self.pegawai if p.aktif)


@dataclass(frozen=True)
class Isian:
    """One cell of realisasi as it is filed: a number, or a word ("n/a", "-", nothing)."""

    pegawai: Pegawai
    indikator: Indikator
    target: Decimal
    realisasi: Decimal | str
    keterangan: str = ""

    @property
    def sel(self) -> Decimal | str:
        """What the office types: nothing where the register of innovations gives the figure."""
        return "" if self.indikator == BKP_INOVASI else self.realisasi


@dataclass(frozen=True)
class Inovasi:
    """One row of the register of innovations; the date and the cells as they are filed."""

    judul: str
    tahap: str
    pemilik: tuple[str, ...]
    bukti: str
    tanggal: str
    indikator: str = ""

    @property
    def dihitung(self) -> bool:
        return self.tahap.lower().endswith(("diterapkan", "replikasi")) and self.bukti not in ("", "-")


PANGKAT: Final = {
    "II/a": "Pengatur Muda",
    "II/b": "Pengatur Muda Tk. I",
    "II/c": "Pengatur",
    "II/d": "Pengatur Tk. I",
    "III/a": "Penata Muda",
    "III/b": "Penata Muda Tk. I",
    "III/c": "Penata",
    "III/d": "Penata Tk. I",
    "IV/a": "Pembina",
    "IV/b": "Pembina Tk. I",
    "IV/c": "Pembina Utama Muda",
}

# One line a person: name; sex; birth; month of appointment (PPPK: year and 21 or more); golongan; unit; jabatan, where
# "*" stands for the unit. The first person of a unit leads it; the first of all leads the office.

DISDUKCAPIL: Final = """
Drs. H. Mukhtarudin Saleh, M.Si.; L; 19660814; 199203; IV/c; Pimpinan; Kepala Dinas
Yurnalis Effendi, S.H., M.H.; L; 19710523; 199803; IV/b; Sekretariat; Sekretaris
Rosmawati, S.E.; P; 19780317; 200501; III/d; Sekretariat; Kepala Subbagian Umum dan Kepegawaian
Hendri Saputra Chaniago, S.IP.; L; 19750611; 200112; IV/a; Bidang Pendaftaran Penduduk; Kepala *
Dewi Murni Hasibuan, S.Sos.; P; 19790105; 200604; III/d; Bidang Pencatatan Sipil; Kepala *
Zulkifli Tanjung, S.Kom.; L; 19800928; 200801; III/d; Bidang PIAK; Kepala *
Fitri Handayani, S.Kom.; P; 19870420; 201101; III/c; Bidang PIAK; Administrator Database Kependudukan Ahli Muda
Rahmat Hidayatullah, S.Kom.; L; 19910712; 201903; III/b; Bidang PIAK; Administrator Database Kependudukan Ahli Pertama
Nurhasanah Siregar, S.AP.; P; 19881130; 201402; III/c; Bidang Pendaftaran Penduduk; Penata Layanan Operasional
Andi Firmansyah, A.Md.; L; 19900215; 201503; II/d; Bidang Pendaftaran Penduduk; Pengolah Data dan Informasi
Sri Wahyuni, A.Md.Kom.; P; 19930809; 201903; II/d; Bidang Pendaftaran Penduduk; Pengolah Data dan Informasi
Erlinawati, S.Sos.; P; 19840226; 201001; III/c; Bidang Pendaftaran Penduduk; Penata Layanan Operasional
M. Ridho Kurniawan; L; 19860504; 200903; II/d; Bidang Pendaftaran Penduduk; Operator Layanan Operasional
Desi Ratnasari, S.H.; P; 19891217; 201402; III/b; Bidang Pencatatan Sipil; Penata Layanan Operasional
Bambang Irawan; L; 19820923; 200712; III/a; Bidang Pencatatan Sipil; Operator Layanan Operasional
Yuliana Putri, S.H.; P; 19940718; 202012; III/a; Bidang Pencatatan Sipil; Penata Layanan Operasional
Khairul Amri Lubis, A.Md.; L; 19920303; 202221; VII; Bidang Pencatatan Sipil; Pengolah Data dan Informasi
Joni Efendi; L; 19770812; 200701; II/d; Bidang Pendaftaran Penduduk; Operator Layanan Operasional
Mega Oktaviani, S.Kom.; P; 19951026; 202321; IX; Bidang PIAK; Penata Layanan Operasional
Ilham Ramadhan Pohan; L; 19960214; 202421; V; Bidang Pencatatan Sipil; Operator Layanan Operasional
"""

DINKES: Final = """
dr. H. Fakhrurrozi Azhar, M.Kes.; L; 19680419; 199903; IV/c; Pimpinan; Kepala Dinas
Hj. Nelfia Susanti, S.K.M., M.Kes.; P; 19730906; 199703; IV/b; Sekretariat; Sekretaris
Armen Syahputra, S.E.; L; 19810127; 200604; III/d; Sekretariat; Kepala Subbagian Program dan Keuangan
dr. Ratih Kumalasari; P; 19800615; 200801; IV/a; Bidang Kesehatan Masyarakat; Kepala *
Syamsul Bahri Nasution, S.K.M.; L; 19741111; 199803; IV/a; Bidang Pencegahan Penyakit; Kepala *
apt. Melisa Andriani, S.Farm.; P; 19850730; 201001; III/d; Bidang Pelayanan Kesehatan; Kepala *
Ns. Efrizal Zainuddin, S.Kep.; L; 19830208; 200803; III/d; Bidang Pelayanan Kesehatan; Administrator Kesehatan Ahli Muda
Wirda Ningsih, S.K.M.; P; 19890425; 201402; III/c; Bidang Kesehatan Masyarakat; Promosi Kesehatan Ahli Muda
Taufik Akbar, S.K.M.; L; 19920618; 201903; III/b; Bidang Pencegahan Penyakit; Epidemiolog Kesehatan Ahli Pertama
Gusti Ayu Lestari, S.Gz.; P; 19900814; 201903; III/b; Bidang Kesehatan Masyarakat; Nutrisionis Ahli Pertama
Hasnah Daulay, A.Md.Keb.; P; 19840520; 200603; III/c; Bidang Kesehatan Masyarakat; Bidan Mahir
Robby Kurnia Putra, A.Md.Kes.; L; 19930101; 201903; II/d; Bidang Pencegahan Penyakit; Sanitarian Terampil
Neneng Marlina, A.Md.Kep.; P; 19860912; 200901; III/b; Bidang Pelayanan Kesehatan; Perawat Mahir
Syafri Yanto; L; 19760307; 200701; II/d; Sekretariat; Pengadministrasi Perkantoran
Vivi Amelia, S.K.M.; P; 19940529; 202012; III/a; Bidang Kesehatan Masyarakat; Promosi Kesehatan Ahli Pertama
Doni Marantika, S.Farm.; L; 19910203; 202221; IX; Bidang Pelayanan Kesehatan; Penata Layanan Operasional
Siti Rahmah Batubara, A.Md.Keb.; P; 19951123; 202221; VII; Bidang Kesehatan Masyarakat; Bidan Terampil
Aidil Fitrah, A.Md.Kes.; L; 19970404; 202321; VII; Bidang Pencegahan Penyakit; Sanitarian Terampil
dr. Nadya Safitri Rahman; P; 19901010; 201903; III/c; Bidang Pelayanan Kesehatan; Administrator Kesehatan Ahli Pertama
Iskandar Muda Harahap, S.E.; L; 19870816; 201101; III/c; Sekretariat; Penelaah Teknis Kebijakan
"""

DISDIKBUD: Final = """
Dr. H. Amiruddin Lathif, M.Pd.; L; 19670225; 199203; IV/c; Pimpinan; Kepala Dinas
Hj. Erni Yusfita, S.Pd., M.M.; P; 19720714; 199703; IV/b; Sekretariat; Sekretaris
Mardianto Piliang, S.E.; L; 19800402; 200604; III/d; Sekretariat; Kepala Subbagian Keuangan dan Aset
Suhartini, S.Pd., M.Pd.; P; 19740819; 199903; IV/a; Bidang Pembinaan SD; Kepala *
Afrizal Koto, S.Pd., M.M.; L; 19760130; 200112; IV/a; Bidang Pembinaan SMP; Kepala *
Kemas Abdul Halim, S.S.; L; 19820621; 200801; III/d; Bidang Kebudayaan; Kepala *
Nurlaila Hasanah, S.Pd.; P; 19850313; 201001; III/d; Bidang Pembinaan SD; Penelaah Teknis Kebijakan
Ade Irma Suryani, S.Pd.; P; 19871008; 201101; III/c; Bidang Pembinaan SMP; Penelaah Teknis Kebijakan
Fauzan Azima, S.Kom.; L; 19900927; 201503; III/b; Sekretariat; Pranata Komputer Ahli Pertama
Ramadhani Putra Sikumbang, S.Pd.; L; 19890506; 201402; III/c; Bidang Pembinaan SMP; Penelaah Teknis Kebijakan
Lisa Novianti, S.AP.; P; 19921111; 201903; III/b; Sekretariat; Penata Layanan Operasional
Abdul Rozak; L; 19790716; 200701; III/a; Bidang Pembinaan SD; Pengadministrasi Perkantoran
Mayasari Rambe, S.E.; P; 19880121; 201402; III/b; Sekretariat; Penata Laporan Keuangan
Dodi Hermawan, A.Md.; L; 19910418; 201503; II/d; Bidang Pembinaan SMP; Pengolah Data dan Informasi
Raden Ayu Kartika, S.Sn.; P; 19931229; 202012; III/a; Bidang Kebudayaan; Pamong Budaya Ahli Pertama
Supriyadi; L; 19750909; 200801; II/c; Bidang Pembinaan SD; Pengelola Umum Operasional
Indra Gunawan Simamora, S.S.; L; 19860704; 201001; III/c; Bidang Kebudayaan; Pamong Budaya Ahli Muda
Resti Anggraini, S.Pd.; P; 19930622; 201903; III/a; Bidang Pembinaan SD; Penelaah Teknis Kebijakan
Yogi Pratama, S.Kom.; L; 19950815; 202221; IX; Bidang Pembinaan SMP; Penata Layanan Operasional
Winda Sulastri; P; 19981002; 202421; V; Sekretariat; Operator Layanan Operasional
"""

BKPSDMD: Final = """
H. Darmawan Idris, S.H., M.Si.; L; 19690308; 199503; IV/c; Pimpinan; Kepala Badan
Evi Marlinda, S.STP., M.Si.; P; 19781221; 200012; IV/b; Sekretariat; Sekretaris
Nopriadi Sutan, S.E.; L; 19811102; 200604; III/d; Sekretariat; Kepala Subbagian Umum dan Keuangan
Ahmad Zaini Matondang, S.IP., M.M.; L; 19770527; 200312; IV/a; Bidang Mutasi dan Promosi; Kepala *
Linda Gusnita, S.Psi., M.M.; P; 19790213; 200501; IV/a; Bidang Pengembangan Kompetensi; Kepala *
Heru Setiawan, S.Kom., M.Kom.; L; 19830610; 200801; III/d; Bidang Informasi dan Kinerja; Kepala *
Oktarina Dewi, S.Kom.; P; 19881019; 201101; III/d; Bidang Informasi dan Kinerja; Pranata Komputer Ahli Muda
Arif Budiman Nst, S.H.; L; 19900111; 201402; III/c; Bidang Mutasi dan Promosi; Analis SDM Aparatur Ahli Muda
Sari Rahayu Ningtyas, S.AP.; P; 19920907; 201903; III/b; Bidang Mutasi dan Promosi; Analis SDM Aparatur Ahli Pertama
Muhammad Fikri Alfarizi, S.IP.; L; 19950324; 202012; III/a; Bidang Mutasi dan Promosi; Analis SDM Aparatur Ahli Pertama
Zuraida Hanum, S.E.; P; 19840815; 201001; III/c; Sekretariat; Penata Laporan Keuangan
Eko Wahyudi, S.Psi.; L; 19910730; 201903; III/b; Bidang Pengembangan Kompetensi; Analis SDM Aparatur Ahli Pertama
Rina Febrianti, S.Sos.; P; 19890228; 201402; III/c; Bidang Pengembangan Kompetensi; Penelaah Teknis Kebijakan
Safrizal, A.Md.; L; 19870612; 201001; III/a; Bidang Informasi dan Kinerja; Pengolah Data dan Informasi
Maimunah Zahra, A.Md.; P; 19931005; 201903; II/d; Bidang Mutasi dan Promosi; Arsiparis Terampil
Riko Ardiansyah, S.Kom.; L; 19940416; 202012; III/a; Bidang Informasi dan Kinerja; Pranata Komputer Ahli Pertama
Jasman Ritonga; L; 19780903; 200701; II/d; Sekretariat; Pengadministrasi Perkantoran
Ika Puspita Sari, S.Kom.; P; 19960120; 202221; IX; Bidang Informasi dan Kinerja; Penata Layanan Operasional
Wahyu Alamsyah, S.AP.; L; 19920811; 202321; IX; Bidang Mutasi dan Promosi; Penata Layanan Operasional
Tri Suci Ramadhani; P; 19970227; 202421; V; Sekretariat; Operator Layanan Operasional
"""

PEJABAT_DKC: Final = (
    "Kepala Dinas",
    "Sekretaris",
    "Kepala Subbagian Umum dan Kepegawaian",
    "Kepala Bidang Pendaftaran Penduduk",
    "Kepala Bidang Pencatatan Sipil",
    "Kepala Bidang PIAK",
)
STAF_DKC: Final = (
    "Administrator Database Kependudukan Ahli Muda",
    "Administrator Database Kependudukan Ahli Pertama",
    "Penata Layanan Operasional",
    "Pengolah Data dan Informasi",
    "Operator Layanan Operasional",
)
PERSEN: Final = ("20", "100")
IKM: Final = ("55", "99")
MAKIN_CEPAT: Final = (-9, 0, 8)

INDIKATOR_DKC: Final = (
    Indikator("DKC-01", "Rata-rata waktu penerbitan KTP-el", TUGAS, "20", "turun", "3", "hari",
              "0.1", ("1", "9"), berlaku=STAF_DKC, geser=MAKIN_CEPAT),
    Indikator("DKC-02", "Rata-rata waktu penerbitan Kartu Keluarga", TUGAS, "17.5", "turun", "2", "hari",
              "0.1", ("0.5", "6"), berlaku=STAF_DKC, geser=MAKIN_CEPAT),
    Indikator("DKC-03", "Rata-rata waktu penerbitan akta kelahiran", TUGAS, "12.5", "turun", "5", "hari",
              "0.1", ("2", "15"), berlaku=STAF_DKC, geser=MAKIN_CEPAT),
    Indikator("DKC-04", "Dokumen kependudukan yang terbit tepat waktu", TUGAS, "30", "naik", "88", "persen",
              "0.1", PERSEN, berlaku=PEJABAT_DKC),
    Indikator("DKC-05", "Program kerja bidang yang selesai sesuai jadwal", TUGAS, "20", "naik", "85", "persen",
              "0.5", PERSEN, berlaku=PEJABAT_DKC),
    Indikator("DKC-06", "Permohonan yang dilayani secara daring", INOVASI, "25", "naik", "120", "berkas"),
    Indikator("DKC-07", "Indeks kepuasan masyarakat", KEPUASAN, "15", "naik", "82", "nilai", "0.01", IKM),
    Indikator("DKC-08", "Pengaduan yang ditindaklanjuti", KEPUASAN, "10", "naik", "85", "persen", "0.5", PERSEN),
)  # fmt: skip

INDIKATOR_DKS: Final = (
    Indikator("DKS-01", "Pembinaan puskesmas yang dilaksanakan", TUGAS, "20", "naik", "24", "kunjungan"),
    Indikator("DKS-02", "Balita yang dipantau tumbuh kembangnya", TUGAS, "15", "naik", "80", "persen",
              "0.1", PERSEN, target_atas="90"),
    Indikator("DKS-03", "Realisasi anggaran kegiatan", TUGAS, "12.5", "naik", "125000000", "rupiah", "12500"),
    Indikator("DKS-04", "Rata-rata waktu tunggu rawat jalan puskesmas binaan", TUGAS, "12.5", "turun", "45", "menit",
              "0.5", ("15", "120")),
    Indikator("DKS-05", "Penyuluhan kesehatan melalui media digital", INOVASI, "15", "naik", "16", "konten"),
    Indikator("DKS-06", "Indeks kepuasan masyarakat", KEPUASAN, "15", "naik", "80", "nilai", "0.01", IKM),
    Indikator("DKS-07", "Pengaduan yang selesai dalam 3 hari", KEPUASAN, "10", "naik", "85", "persen", "0.5", PERSEN),
)  # fmt: skip

INDIKATOR_DDB: Final = (
    Indikator("DDB-01", "Sekolah binaan yang disupervisi", TUGAS, "25", "naik", "15", "sekolah"),
    Indikator("DDB-02", "Data pokok pendidikan yang valid", TUGAS, "20", "naik", "85", "persen", "0.01", PERSEN),
    Indikator("DDB-03", "Dana BOS yang laporannya diverifikasi", TUGAS, "12.5", "naik", "250000000", "rupiah", "50000"),
    Indikator("DDB-04", "Guru yang didampingi memakai perangkat ajar digital", INOVASI, "15", "naik", "30", "guru"),
    Indikator("DDB-05", "Rata-rata waktu penerbitan rekomendasi mutasi siswa", KEPUASAN, "12.5", "turun", "2", "hari",
              "0.1", ("0.5", "6")),
    Indikator("DDB-06", "Indeks kepuasan layanan pendidikan", KEPUASAN, "15", "naik", "80", "nilai", "0.01", IKM),
)  # fmt: skip

INDIKATOR_BKP: Final = (
    Indikator("BKP-01", "Usul kepegawaian yang diselesaikan", TUGAS, "25", "naik", "40", "berkas"),
    Indikator("BKP-02", "Rata-rata waktu penyelesaian usul pensiun", TUGAS, "15", "turun", "10", "hari",
              "0.5", ("4", "30")),
    Indikator("BKP-03", "Data ASN yang dimutakhirkan", TUGAS, "20", "naik", "150", "data"),
    Indikator("BKP-04", "Layanan kepegawaian yang diproses tanpa kertas", INOVASI, "17.5", "naik", "60", "berkas"),
    Indikator("BKP-05", "Indeks kepuasan ASN dan masyarakat atas layanan", KEPUASAN, "12.5", "naik", "81", "nilai",
              "0.01", IKM),
    Indikator("BKP-06", "Konsultasi yang dijawab dalam 1 hari kerja", KEPUASAN, "10", "naik", "85", "persen",
              "0.5", PERSEN),
)  # fmt: skip

BKP_INOVASI: Final = Indikator(
    "BKP-07", "Inovasi layanan kepegawaian yang diterapkan", INOVASI, "17.5", "naik", "1", "inovasi",
    berlaku=("Pranata Komputer Ahli Muda", "Pranata Komputer Ahli Pertama"),
)  # fmt: skip
"""From March on BKPSDMD measures its computer staff by what they put to use; the register of innovations says how much."""

TARGET_PEJABAT: Final = {"BKP-01": Decimal(160), "BKP-03": Decimal(600)}
"""Targets of BKPSDMD's officials, who answer for a whole unit: they stand in the Target column of their rows."""

# Who is special. A person is named by office and place on its list, counted from 1.

SANGAT_BAIK, SERATUS_DUA_BELAS = (110.2, 116.5), (112.1, 112.9)
CUKUP, KURANG, SANGAT_KURANG = (76.0, 87.0), (54.0, 67.0), (38.0, 48.0)
BAIK = (92.0, 106.0)

SASARAN: Final[Mapping[str, tuple[tuple[float, float], ...]]] = {
    "DKC 9": (SANGAT_BAIK, SANGAT_BAIK, SANGAT_BAIK),
    "DKC 11": (BAIK, BAIK, SANGAT_BAIK),
    "DKC 15": (KURANG, CUKUP, BAIK),
    "DKC 18": (SANGAT_KURANG, KURANG, KURANG),
    "DKS 8": (SANGAT_BAIK, SANGAT_BAIK, BAIK),
    "DKS 14": (KURANG, KURANG, CUKUP),
    "DDB 10": (SERATUS_DUA_BELAS, BAIK, BAIK),
    "DDB 16": (CUKUP, SANGAT_KURANG, SANGAT_KURANG),
    "BKP 7": (SANGAT_BAIK, BAIK, SANGAT_BAIK),
    "BKP 17": (CUKUP, KURANG, KURANG),
}
"""The range in which each month's score lies; everybody else gets one of 85 to 108."""

ISTIMEWA: Final[Mapping[tuple[str, str, str], tuple[str, str]]] = {
    ("2025-01", "DKC 12", "DKC-03"): ("tidak berlaku", "Tidak bertugas di loket akta kelahiran"),
    ("2025-01", "DDB 9", "DDB-03"): ("n/a", ""),
    ("2025-01", "DKS 11", "DKS-06"): ("", ""),
    ("2025-02", "BKP 12", "BKP-02"): ("n/a", "Tidak ada usul pensiun bulan ini"),
    ("2025-02", "DKC 16", "DKC-08"): ("-", "Menunggu rekap SP4N-LAPOR!"),
    ("2025-03", "DKC 12", "DKC-03"): ("tidak berlaku", "Tidak bertugas di loket akta kelahiran"),
    ("2025-03", "DKS 15", "DKS-03"): ("tidak berlaku", ""),
    ("2025-03", "BKP 15", "BKP-01"): ("", "Buku register belum ditutup"),
}
"""Cells of realisasi that hold a word or nothing, and their note (the wide sheets have no place for one)."""

BELUM_AKTIF: Final = {"DKS 19": "Tugas Belajar", "DDB 18": "Cuti"}

IDE: Final[Mapping[str, Mapping[str, tuple[str, str]]]] = {
    "2025-01": {
        "DKC 9": ("Antrean KTP-el lewat pesan WhatsApp", "Laporan uji coba 6–24 Januari 2025"),
        "DKS 8": ("Video penyuluhan gizi berbahasa Melayu Jambi", "Tautan kanal Dinas Kesehatan"),
        "BKP 7": ("Pengingat otomatis kenaikan gaji berkala", "Nota dinas 800/41/BKPSDMD/2025"),
        "BKP 9": ("Lembar periksa berkas kenaikan pangkat satu halaman", "Salinan lembar periksa"),
    },
    "2025-02": {
        "DKC 9": ("Layanan KK satu pintu bagi keluarga pindah datang", "SOP Nomor 470/12/2025"),
        "DKC 5": ("Akta kelahiran terbit di rumah bersalin", "Rancangan perjanjian kerja sama"),
        "DKS 8": ("Papan pantau stunting per dusun", "Tangkapan layar papan pantau"),
    },
    "2025-03": {
        "DKC 9": ("Jadwal jemput bola dipilih warga lewat rio dan lurah", "Jadwal Maret 2025 dan daftar hadir"),
        "DKC 11": ("Pencetakan KIA bersama hari posyandu", "Berita acara 12 Maret 2025"),
        "DDB 7": ("Bank soal bersama antar-SD", "Surat edaran Nomor 421/88/2025"),
    },
}

REGISTER: Final = (
    Inovasi("Pengingat otomatis kenaikan gaji berkala", "Diterapkan", ("BKP 7",), "Nota dinas 800/41/BKPSDMD/2025",
            "2025-01-20", "BKP-07"),
    Inovasi("Lembar periksa berkas kenaikan pangkat satu halaman", "Replikasi", ("BKP 9", "BKP 8"),
            "Surat edaran Nomor 800/96/2025", "2025-03-05"),
    Inovasi("Arsip kepegawaian dengan kode QR", "Sudah diterapkan", ("BKP 7",), "Laporan pengembangan aplikasi",
            "2025-03-12", "BKP-07"),
    Inovasi("Dasbor kehadiran di ruang layanan", "Uji coba", ("BKP 16",), "Catatan uji coba 17–21 Maret 2025",
            "2025-03-17", "BKP-07"),
    Inovasi("Antrean konsultasi kepegawaian secara daring", "Usulan", ("BKP 10", "BKP 12"), "-", "2025-03-24"),
)  # fmt: skip
"""BKPSDMD's register, sent in March: its ideas of the year so far."""


def buat_dinas(kode: str, singkat: str, nama: str, alamat: str, daftar: str, indikator: tuple[Indikator, ...]) -> Dinas:
    baris = [[bagian.strip() for bagian in b.split(";")] for b in daftar.strip().splitlines()]
    nip = [
        f"{lahir}{tmt}{1 if kelamin == 'L' else 2}{1 + (urut * 7 + len(orang)) % 12:03d}"
        for urut, (orang, kelamin, lahir, tmt, *_) in enumerate(baris)
    ]
    ketua: dict[str, int] = {}
    for urut, (*_, unit, _) in enumerate(baris):
        ketua.setdefault(unit, urut)
    pegawai = []
    for urut, (orang, _, _, _, golongan, unit, jabatan) in enumerate(baris):
        atasan = ketua[unit] if ketua[unit] != urut else 0
        biasa = "" if kode == "DDB" else "Aktif"  # an empty Status means the same
        pegawai.append(
            Pegawai(
                nip=nip[urut],
                nama=orang,
                jabatan=jabatan.replace("*", unit),
                golongan=golongan,
                unit=unit,
                dinas=nama,
                nip_penilai="" if urut == 0 else nip[atasan],
                status=BELUM_AKTIF.get(f"{kode} {urut + 1}", biasa),
            )
        )
    return Dinas(singkat, nama, alamat, tuple(pegawai), indikator)


DINAS: Final[Mapping[str, Dinas]] = {
    "DKC": buat_dinas(
        "DKC",
        "Disdukcapil",
        "Dinas Kependudukan dan Pencatatan Sipil",
        "Jalan Sultan Thaha No. 17, Muara Bungo 37214",
        DISDUKCAPIL,
        INDIKATOR_DKC,
    ),
    "DKS": buat_dinas(
        "DKS",
        "Dinkes",
        "Dinas Kesehatan",
        "Jalan Teuku Umar No. 4, Muara Bungo 37211",
        DINKES,
        INDIKATOR_DKS,
    ),
    "DDB": buat_dinas(
        "DDB",
        "Disdikbud",
        "Dinas Pendidikan dan Kebudayaan",
        "Jalan Diponegoro No. 29, Muara Bungo 37214",
        DISDIKBUD,
        INDIKATOR_DDB,
    ),
    "BKP": buat_dinas(
        "BKP",
        "BKPSDMD",
        "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Daerah",
        "Jalan R.A. Kartini No. 8, Muara Bungo 37214",
        BKPSDMD,
        INDIKATOR_BKP,
    ),
}


def orang(sebutan: str) -> Pegawai:
    """Find a person by office and place: "DKC 9"."""
    kode, urut = sebutan.split()
    return DINAS[kode].pegawai[int(urut) - 1]


def indikator_dinas(kode: str, ke: int) -> tuple[Indikator, ...]:
    """Give an office's indicators of a month (0 to 2)."""
    dinas = DINAS[kode]
    if kode != "BKP" or ke < 2:
        return dinas.indikator
    lain = tuple(dict.fromkeys(p.jabatan for p in dinas.pegawai if not BKP_INOVASI.untuk(p.jabatan)))
    return (*(replace(i, berlaku=lain) if i.kode == "BKP-04" else i for i in dinas.indikator), BKP_INOVASI)


def inovasi_bulan(periode: str) -> tuple[Inovasi, ...]:
    """Give the ideas of the register that count in a month; it comes in March."""
    return tuple(i for i in REGISTER if i.dihitung and i.tanggal.startswith(periode) and periode == BULAN[2].periode)


# --- The score, a second time: fractions, nothing shared with kinerja -----------------------------------------------


def bulat(nilai: Fraction) -> Fraction:
    """Round a number that is not negative half-up to 2 decimals."""
    return Fraction((nilai * 100 + Fraction(1, 2)) // 1, 100)


def capaian(indikator: Indikator, target: Decimal, realisasi: Decimal) -> Fraction:
    t, r = Fraction(target), Fraction(realisasi)
    if indikator.target_atas:
        atas = Fraction(Decimal(indikator.target_atas))
        if t <= r <= atas:
            return Fraction(100)
        t = atas if r > atas else t
    persen = r / t * 100 if indikator.arah == "naik" else (2 - r / t) * 100
    return bulat(min(max(persen, Fraction(0)), Fraction(120)))


def nilai_akhir(isian: Sequence[Isian]) -> Fraction | None:
    """Score one person's month; None: something is not filled in."""
    jumlah = pembagi = Fraction(0)
    for satu in isian:
        if satu.realisasi in ("", "-"):
            return None
        if isinstance(satu.realisasi, Decimal):
            bobot = Fraction(Decimal(satu.indikator.bobot))
            jumlah += capaian(satu.indikator, satu.target, satu.realisasi) * bobot
            pembagi += bobot
    assert pembagi >= 50, "less than half of the weight is left"
    return bulat(jumlah / pembagi)


def predikat(nilai: Fraction, ide_baru: bool) -> str:
    if nilai >= 110 and ide_baru:
        return "Sangat Baik"
    for batas, nama in ((90, "Baik"), (70, "Cukup"), (50, "Kurang")):
        if nilai >= batas:
            return nama
    return "Sangat Kurang"


# --- Inventing the realisasi ----------------------------------------------------------------------------------------


def realisasi_untuk(indikator: Indikator, target: Decimal, persen: float) -> Decimal:
    """Give the figure, in the indicator's own steps, whose capaian is about ``persen``."""
    langkah = Decimal(indikator.langkah)
    bawah, atas = (Decimal(b) for b in indikator.batas)
    rasio = persen / 100 if indikator.arah == "naik" else 2 - persen / 100
    besar = rasio * float(target)
    if indikator.target_atas:
        besar = dalam_rentang(persen, float(target), float(indikator.target_atas))
    return min(max(round(besar / float(langkah)) * langkah, bawah), atas)


def dalam_rentang(persen: float, target: float, target_atas: float) -> float:
    """Spread 96 to 104 percent over the range, all of which counts as 100."""
    if persen < 96:
        return target * persen / 100
    if persen > 104:
        return target_atas * persen / 100
    return target + (target_atas - target) * (persen - 96) / 8


def rentang_nilai(sebutan: str, ke: int) -> tuple[float, float]:
    """Give the range in which a person's score of a month (0 to 2) shall lie."""
    if sebutan in SASARAN:
        return SASARAN[sebutan][ke]
    tetap = random.Random(f"bakat {sebutan}")
    bakat = 85 + 23 * (tetap.random() + tetap.random()) / 2
    bulanan = random.Random(f"bulan {sebutan} {ke}")
    maju = (0, 2, 4)[ke] if sebutan.startswith("DKC") else (0, 0.5, 1)[ke]
    tengah = min(max(bakat + maju + 4 * bulanan.random() - 2, 85.5), 107.5)
    return tengah - 0.8, tengah + 0.8


@cache
def isian_pegawai(sebutan: str, ke: int) -> tuple[Isian, ...]:
    """Invent one person's rows of a month: the same strong and weak sides, moved until the score lies in its range."""
    pegawai = orang(sebutan)
    indikator = [i for i in indikator_dinas(sebutan.split()[0], ke) if i.untuk(pegawai.jabatan)]
    acak = random.Random(f"realisasi {sebutan} {ke}")
    geser = [18 * acak.random() - 9 + i.geser[ke] for i in indikator]
    bawah, atas = rentang_nilai(sebutan, ke)
    taraf = (bawah + atas) / 2
    for _ in range(300):
        isian = tuple(
            buat_isian(sebutan, pegawai, i, taraf + g, BULAN[ke].periode) for i, g in zip(indikator, geser, strict=True)
        )
        nilai = nilai_akhir(isian)
        if nilai is None or bawah <= nilai <= atas:
            return isian
        taraf += 0.6 * ((bawah + atas) / 2 - float(nilai))
        geser = [g + 3 * acak.random() - 1.5 for g in geser]
    raise ValueError(f"{sebutan}, {BULAN[ke].nama}: no figures give a score of {bawah} to {atas}")


def buat_isian(sebutan: str, pegawai: Pegawai, indikator: Indikator, persen: float, periode: str) -> Isian:
    pejabat = pegawai.jenis_jabatan in {"Pimpinan Tinggi", "Administrator", "Pengawas"}
    target = Decimal(indikator.target)
    if pejabat:
        target = TARGET_PEJABAT.get(indikator.kode, target)
    if indikator == BKP_INOVASI:
        banyak = sum(sebutan in i.pemilik and i.indikator == indikator.kode for i in inovasi_bulan(periode))
        return Isian(pegawai, indikator, target, Decimal(banyak))
    if kata := ISTIMEWA.get((periode, sebutan, indikator.kode)):
        return Isian(pegawai, indikator, target, *kata)
    return Isian(pegawai, indikator, target, realisasi_untuk(indikator, target, persen))


def isian_dinas(kode: str, ke: int) -> Iterator[tuple[Pegawai, tuple[Isian, ...]]]:
    for urut, pegawai in enumerate(DINAS[kode].pegawai, 1):
        if pegawai.aktif:
            yield pegawai, isian_pegawai(f"{kode} {urut}", ke)


def ide_dinas(kode: str, periode: str) -> dict[str, tuple[str, str]]:
    return {sebutan: isi for sebutan, isi in IDE[periode].items() if sebutan.startswith(kode)}


# --- Sheets as offices draw them ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Kolom:
    """A column: header labels from top to bottom (equal neighbours on top merge), width, kind of cell."""

    kepala: tuple[str, ...]
    lebar: float
    jenis: str = "teks"


@dataclass
class Buku:
    """A workbook being written, with its formats."""

    jalur: Path
    judul: str
    xl: Workbook = field(init=False)
    _format: dict[str, Format] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.jalur.parent.mkdir(parents=True, exist_ok=True)
        self.xl = xlsxwriter.Workbook(str(self.jalur), {"strings_to_formulas": False, "strings_to_urls": False})
        sifat = {"title": self.judul, "comments": "Data contoh: orang dan angka rekaan", "created": DIBUAT}
        self.xl.set_properties(sifat)

    def format(self, nama: str) -> Format:
        if nama not in self._format:
            self._format[nama] = self.xl.add_format({"font_name": "Arial", "font_size": 10} | GAYA[nama])
        return self._format[nama]


_SEL: Final = {"border": 1, "valign": "vcenter"}
_KANAN: Final = {"align": "right", "indent": 1}
_TENGAH: Final = {"align": "center", "valign": "vcenter"}
GAYA: Final[Mapping[str, Mapping[str, object]]] = {
    "kop": {"bold": True, "font_size": 13, **_TENGAH},
    "kop_dinas": {"bold": True, "font_size": 15, **_TENGAH},
    "alamat": {"italic": True, "font_size": 9, "bottom": 6, **_TENGAH},
    "judul": {"bold": True, "font_size": 12, **_TENGAH},
    "polos": {},
    "catatan": {"italic": True, "font_size": 9},
    "kepala": {**_SEL, **_TENGAH, "bold": True, "text_wrap": True, "bg_color": "#D9E2EF"},
    "nomor_kolom": {**_SEL, **_TENGAH, "italic": True, "font_size": 8, "bg_color": "#F2F2F2"},
    "teks": {**_SEL, "text_wrap": True, "indent": 1},
    "tengah": {**_SEL, "align": "center"},
    "nip": {**_SEL, "align": "center", "num_format": "@"},
    "nip_berbaris": {**_SEL, "align": "center", "num_format": "@", "text_wrap": True},
    "angka": {**_SEL, **_KANAN},
    "desimal1": {**_SEL, **_KANAN, "num_format": "0.0"},
    "desimal2": {**_SEL, **_KANAN, "num_format": "0.00"},
    "rupiah": {**_SEL, **_KANAN, "num_format": "#,##0"},
    "jumlah": {**_SEL, "align": "center", "bold": True, "bg_color": "#F2F2F2"},
    "jumlah_angka": {**_SEL, **_KANAN, "bold": True, "bg_color": "#F2F2F2"},
    "ttd": {"align": "center"},
    "ttd_nama": {"align": "center", "bold": True, "underline": 1},
}


def gabung(ws: Worksheet, awal: tuple[int, int], akhir: tuple[int, int], teks: str, gaya: Format) -> None:
    """Write a text over a range; a range of one cell isn't merged."""
    if awal == akhir:
        ws.write_string(*awal, teks, gaya)
    else:
        ws.merge_range(*awal, *akhir, teks, gaya)


@dataclass
class Lembar:
    """A sheet that fills from top to bottom: letterhead, title, table, notes, signature."""

    buku: Buku
    ws: Worksheet
    kolom: Sequence[Kolom]
    baris: int = 0

    @classmethod
    def baru(cls, buku: Buku, nama: str, kolom: Sequence[Kolom]) -> Lembar:
        ws = buku.xl.add_worksheet(nama)
        ws.set_landscape()
        ws.set_paper(9)
        ws.set_margins(0.5, 0.5, 0.6, 0.6)
        ws.fit_to_pages(1, 0)
        ws.hide_gridlines(2)
        ws.set_footer("&L&8Data contoh: semua nama, NIP, dan angka adalah rekaan&R&8Halaman &P dari &N")
        for urut, k in enumerate(kolom):
            ws.set_column(urut, urut, k.lebar, buku.format("polos"))
        return cls(buku, ws, kolom)

    @property
    def terakhir(self) -> int:
        return len(self.kolom) - 1

    def melintang(self, teks: str, gaya: str, tinggi: float) -> None:
        self.ws.set_row(self.baris, tinggi)
        gabung(self.ws, (self.baris, 0), (self.baris, self.terakhir), teks, self.buku.format(gaya))
        self.baris += 1

    def kop(self, dinas: Dinas, judul: Sequence[str], keterangan: Sequence[str]) -> None:
        self.melintang("PEMERINTAH KABUPATEN BUNGO", "kop", 18)
        self.melintang(dinas.nama.upper(), "kop_dinas", 21)
        self.melintang(dinas.alamat, "alamat", 15)
        self.baris += 1
        for baris in judul:
            self.melintang(baris, "judul", 17)
        self.baris += 1
        for baris in keterangan:
            self.ws.write_string(self.baris, 0, baris, self.buku.format("polos"))
            self.baris += 1
        self.baris += 1

    def kepala(self, tinggi: Sequence[float], bernomor: bool) -> None:
        """Write the header over ``len(tinggi)`` rows; ``bernomor`` adds the row (1) (2) (3)."""
        awal, gaya = self.baris, self.buku.format("kepala")
        for naik, satu in enumerate(tinggi):
            self.ws.set_row(awal + naik, satu)
        urut = 0
        while urut < len(self.kolom):
            label = self.kolom[urut].kepala
            akhir = urut
            if len(label) > 1:
                while akhir < self.terakhir and self.kolom[akhir + 1].kepala[0] == label[0]:
                    akhir += 1
                for anak in range(urut, akhir + 1):
                    for naik, teks in enumerate(self.kolom[anak].kepala[1:], 1):
                        self.ws.write_string(awal + naik, anak, teks, gaya)
            bawah = awal if len(label) > 1 else awal + len(tinggi) - 1
            gabung(self.ws, (awal, urut), (bawah, akhir), label[0], gaya)
            urut = akhir + 1
        self.baris += len(tinggi)
        if bernomor:
            for urut in range(len(self.kolom)):
                self.ws.write_string(self.baris, urut, f"({urut + 1})", self.buku.format("nomor_kolom"))
            self.baris += 1
        self.ws.repeat_rows(awal, self.baris - 1)

    def data(self, sel: Sequence[Sel], gaya: Mapping[int, str] | None = None, tinggi: float = 0) -> None:
        """Write one row of the table; ``gaya`` names other formats for single cells."""
        if tinggi:
            self.ws.set_row(self.baris, tinggi)
        for urut, (isi, k) in enumerate(zip(sel, self.kolom, strict=True)):
            fmt = self.buku.format((gaya or {}).get(urut, k.jenis))
            if isinstance(isi, str):
                if isi:
                    self.ws.write_string(self.baris, urut, isi, fmt)
                else:
                    self.ws.write_blank(self.baris, urut, None, fmt)
            else:
                self.ws.write_number(self.baris, urut, float(isi), fmt)
        self.baris += 1

    def catatan(self, *baris: str) -> None:
        self.baris += 1
        for satu in baris:
            self.ws.write_string(self.baris, 0, satu, self.buku.format("catatan"))
            self.baris += 1

    def tanda_tangan(self, dinas: Dinas, tanggal: str, kolom: tuple[int, int]) -> None:
        """Write the signature block of the head of office, merged over the given columns."""
        kepala = dinas.kepala
        self.baris += 1
        blok = (
            (f"Muara Bungo, {tanggal}", "ttd"),
            (f"{kepala.jabatan.split()[0]} {dinas.nama}", "ttd"),
            ("Kabupaten Bungo,", "ttd"),
            ("", ""),
            ("", ""),
            ("", ""),
            (kepala.nama, "ttd_nama"),
            (PANGKAT[kepala.golongan], "ttd"),
            (f"NIP. {kepala.nip}", "ttd"),
        )
        for teks, gaya in blok:
            if teks:
                gabung(self.ws, (self.baris, kolom[0]), (self.baris, kolom[1]), teks, self.buku.format(gaya))
            self.baris += 1


def berkelompok(nip: str) -> str:
    """Print a NIP in groups: "19670912 198703 2 001"."""
    return f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}"


def jenis_angka(indikator: Indikator) -> str:
    if indikator.satuan == "rupiah":
        return "rupiah"
    desimal = -Decimal(indikator.langkah).as_tuple().exponent if "." in indikator.langkah else 0
    return ("angka", "desimal1", "desimal2")[desimal]


def angka(teks: str) -> Decimal | str:
    return Decimal(teks) if teks else ""


# --- The workbooks --------------------------------------------------------------------------------------------------


def tulis_pegawai() -> None:
    """The list of people, from BKPSDMD: one sheet for the whole regency."""
    bulan, badan = BULAN[0], DINAS["BKP"]
    buku = Buku(CONTOH / bulan.periode / f"Data Pegawai {bulan.nama}.xlsx", f"Data Pegawai {bulan.nama}")
    kolom = [
        Kolom(("No",), 5, "tengah"),
        Kolom(("NIP",), 23, "nip"),
        Kolom(("Nama Lengkap",), 35),
        Kolom(("Jabatan",), 44),
        Kolom(("Jenis Jabatan",), 16, "tengah"),
        Kolom(("Pangkat/Gol Ruang",), 27, "tengah"),
        Kolom(("Unit Kerja",), 31),
        Kolom(("Perangkat Daerah",), 58),
        Kolom(("NIP Penilai",), 21, "nip"),
        Kolom(("Status",), 14, "tengah"),
    ]
    lembar = Lembar.baru(buku, "Data Pegawai", kolom)
    judul = ["DAFTAR PEGAWAI APARATUR SIPIL NEGARA", "YANG DIEVALUASI KINERJANYA"]
    lembar.kop(badan, judul, [f"Periode : {bulan.nama}"])
    lembar.kepala([30], bernomor=True)
    semua = [p for dinas in DINAS.values() for p in dinas.pegawai]
    for urut, p in enumerate(semua, 1):
        nip = berkelompok(p.nip) if urut % 13 == 5 else p.nip
        jabatan = [p.jabatan, p.jenis_jabatan, p.pangkat_golongan]
        lembar.data([urut, nip, p.nama, *jabatan, p.unit, p.dinas, p.nip_penilai, p.status])
    lembar.catatan(
        "Keterangan:",
        "- Status kosong berarti aktif.",
        "- Kepala perangkat daerah dinilai oleh Bupati melalui Sekretaris Daerah.",
    )
    lembar.tanda_tangan(badan, bulan.tanda_tangan, (7, 8))
    buku.xl.close()


def tulis_ide(buku: Buku, kode: str, bulan: Bulan) -> None:
    """The sheet Ide Baru; none where nobody has one."""
    ide = ide_dinas(kode, bulan.periode)
    if not ide:
        return
    dinas = DINAS[kode]
    kolom = [
        Kolom(("No",), 5, "tengah"),
        Kolom(("NIP",), 22, "nip"),
        Kolom(("Nama",), 34),
        Kolom(("Uraian",), 52),
        Kolom(("Bukti",), 38),
    ]
    lembar = Lembar.baru(buku, "Ide Baru", kolom)
    lembar.kop(dinas, ["DAFTAR IDE BARU"], [f"Unit Kerja : {dinas.nama}", f"Periode : {bulan.nama}"])
    lembar.kepala([20], bernomor=False)
    for urut, (sebutan, (uraian, bukti)) in enumerate(ide.items(), 1):
        pegawai = orang(sebutan)
        lembar.data([urut, pegawai.nip, pegawai.nama, uraian, bukti], tinggi=18)
    lembar.tanda_tangan(dinas, bulan.tanda_tangan, (3, 4))


def tulis_disdukcapil(ke: int) -> None:
    """Long form; indicators by jabatan; headers of two rows with column numbers."""
    dinas, bulan = DINAS["DKC"], BULAN[ke]
    buku = buka_buku(dinas, bulan)
    keterangan = [f"Unit Kerja : {dinas.nama}", f"Periode : {bulan.nama}"]

    kolom = [
        Kolom(("No",), 5, "tengah"),
        Kolom(("Kode Indikator",), 12, "tengah"),
        Kolom(("Indikator Kinerja",), 44),
        Kolom(("Aspek",), 21),
        Kolom(("Bobot (%)",), 9, "angka"),
        Kolom(("Arah",), 9, "tengah"),
        Kolom(("Sasaran Bulanan", "Target"), 10, "angka"),
        Kolom(("Sasaran Bulanan", "Satuan"), 10, "tengah"),
        Kolom(("Berlaku Untuk",), 66),
    ]
    lembar = Lembar.baru(buku, "Indikator", kolom)
    lembar.kop(dinas, ["INDIKATOR KINERJA INDIVIDU"], keterangan)
    lembar.kepala([17, 17], bernomor=True)
    for urut, i in enumerate(dinas.indikator, 1):
        target = Decimal(i.target)
        berlaku = "; ".join(i.berlaku)
        tinggi = 15 * (1 + len(berlaku) // 72)
        lembar.data(
            [urut, i.kode, i.nama, i.aspek, Decimal(i.bobot), i.arah, target, i.satuan, berlaku], tinggi=max(tinggi, 18)
        )
    lembar.catatan(
        "Keterangan:",
        "- Arah naik: makin besar makin baik. Arah turun: makin kecil makin baik.",
        "- Berlaku Untuk kosong: berlaku bagi semua jabatan. Jumlah bobot tiap jabatan 100.",
    )
    lembar.tanda_tangan(dinas, bulan.tanda_tangan, (8, 8))

    kolom = [
        Kolom(("No",), 6, "tengah"),
        Kolom(("NIP",), 22, "nip"),
        Kolom(("Nama Lengkap",), 34),
        Kolom(("Kode Indikator",), 16, "tengah"),
        Kolom(("Hasil Kerja", "Realisasi"), 14, "angka"),
        Kolom(("Hasil Kerja", "Satuan"), 11, "tengah"),
        Kolom(("Keterangan",), 42),
    ]
    lembar = Lembar.baru(buku, "Realisasi", kolom)
    lembar.kop(dinas, ["REALISASI KINERJA PEGAWAI"], keterangan)
    lembar.kepala([17, 17], bernomor=True)
    urut = 0
    for pegawai, isian in isian_dinas("DKC", ke):
        for satu in isian:
            urut += 1
            i = satu.indikator
            sel = [urut, pegawai.nip, pegawai.nama, i.kode, satu.realisasi, i.satuan, satu.keterangan]
            lembar.data(sel, gaya={4: gaya_realisasi(satu)})
    lembar.catatan("Keterangan: waktu penerbitan dihitung dalam hari kerja sejak berkas dinyatakan lengkap.")
    lembar.tanda_tangan(dinas, bulan.tanda_tangan, (5, 6))
    tulis_ide(buku, "DKC", bulan)
    buku.xl.close()


def tulis_dinkes(ke: int) -> None:
    """Wide form, the codes under one merged "REALISASI"; headers in capitals; a range target."""
    dinas, bulan = DINAS["DKS"], BULAN[ke]
    buku = buka_buku(dinas, bulan)
    keterangan = [f"UNIT KERJA : {dinas.nama.upper()}", f"PERIODE : {bulan.nama.upper()}"]

    kolom = [
        Kolom(("NO",), 5, "tengah"),
        Kolom(("KODE INDIKATOR",), 13, "tengah"),
        Kolom(("INDIKATOR KINERJA INDIVIDU",), 50),
        Kolom(("ASPEK",), 22),
        Kolom(("BOBOT (%)",), 9, "angka"),
        Kolom(("ARAH",), 9, "tengah"),
        Kolom(("SASARAN BULANAN", "TARGET"), 15, "rupiah"),
        Kolom(("SASARAN BULANAN", "TARGET ATAS"), 15, "rupiah"),
        Kolom(("SASARAN BULANAN", "SATUAN"), 12, "tengah"),
    ]
    lembar = Lembar.baru(buku, "IKI", kolom)
    lembar.kop(dinas, ["INDIKATOR KINERJA INDIVIDU", "DINAS KESEHATAN KABUPATEN BUNGO"], keterangan)
    lembar.kepala([18, 18], bernomor=False)
    for urut, i in enumerate(dinas.indikator, 1):
        sel = [urut, i.kode, i.nama, i.aspek, Decimal(i.bobot), i.arah.upper()]
        lembar.data([*sel, Decimal(i.target), angka(i.target_atas), i.satuan], tinggi=18)
    lembar.catatan("Keterangan: TARGET ATAS diisi bila target berupa rentang.")
    lembar.tanda_tangan(dinas, bulan.tanda_tangan, (5, 8))

    kolom = [
        Kolom(("NO",), 5, "tengah"),
        Kolom(("NIP",), 22, "nip"),
        Kolom(("NAMA PEGAWAI",), 36),
        *(Kolom(("REALISASI", i.kode), 15 if i.satuan == "rupiah" else 12, jenis_angka(i)) for i in dinas.indikator),
    ]
    lembar = Lembar.baru(buku, bulan.singkat.lower(), kolom)
    lembar.kop(dinas, ["REKAPITULASI REALISASI KINERJA PEGAWAI"], keterangan)
    lembar.kepala([18, 18], bernomor=True)
    tulis_lebar(lembar, "DKS", ke, berkelompok_nip=False)
    lembar.catatan("Keterangan kode:", *(f"{i.kode} = {i.nama} ({i.satuan})" for i in dinas.indikator))
    lembar.tanda_tangan(dinas, bulan.tanda_tangan, (6, 9))
    tulis_ide(buku, "DKS", bulan)
    buku.xl.close()


def tulis_disdikbud(ke: int) -> None:
    """Wide form with a header of three rows, NIPs in groups; a row JUMLAH under the weights."""
    dinas, bulan = DINAS["DDB"], BULAN[ke]
    buku = buka_buku(dinas, bulan)
    keterangan = [f"Unit Kerja : {dinas.nama}", f"Periode : {bulan.nama}"]

    kolom = [
        Kolom(("No.",), 5, "tengah"),
        Kolom(("Indikator Kinerja Individu", "Kode"), 11, "tengah"),
        Kolom(("Indikator Kinerja Individu", "Uraian Indikator"), 50),
        Kolom(("Aspek Kinerja",), 22),
        Kolom(("Bobot (%)",), 10, "angka"),
        Kolom(("Arah",), 10, "tengah"),
        Kolom(("Target",), 16, "rupiah"),
        Kolom(("Satuan",), 11, "tengah"),
    ]
    lembar = Lembar.baru(buku, "Indikator Kinerja", kolom)
    lembar.kop(dinas, ["DAFTAR INDIKATOR KINERJA INDIVIDU"], keterangan)
    lembar.kepala([18, 18], bernomor=False)
    awal = lembar.baris
    for urut, i in enumerate(dinas.indikator, 1):
        sel = [urut, i.kode, i.nama, i.aspek, Decimal(i.bobot), i.arah.capitalize(), Decimal(i.target), i.satuan]
        lembar.data(sel, tinggi=18)
    tulis_jumlah(lembar, awal, 4)
    lembar.tanda_tangan(dinas, bulan.tanda_tangan, (5, 7))

    kolom = [
        Kolom(("No.",), 5, "tengah"),
        Kolom(("NIP",), 25, "nip"),
        Kolom(("Nama Pegawai",), 36),
        *(Kolom(("Realisasi Indikator", i.nama, i.kode), 19, jenis_angka(i)) for i in dinas.indikator),
    ]
    lembar = Lembar.baru(buku, "Rekap Realisasi", kolom)
    lembar.kop(dinas, ["REKAP REALISASI INDIKATOR KINERJA PEGAWAI"], keterangan)
    lembar.kepala([18, 56, 18], bernomor=False)
    tulis_lebar(lembar, "DDB", ke, berkelompok_nip=True)
    lembar.tanda_tangan(dinas, bulan.tanda_tangan, (6, 8))
    tulis_ide(buku, "DDB", bulan)
    buku.xl.close()


def tulis_bkpsdmd(ke: int) -> None:
    """Long form with a target in each row; headers of one row."""
    dinas, bulan = DINAS["BKP"], BULAN[ke]
    buku = buka_buku(dinas, bulan)
    keterangan = [f"Unit Kerja : {dinas.nama}", f"Periode : 01 s/d {bulan.hari} {bulan.nama}"]

    kolom = [
        Kolom(("No",), 5, "tengah"),
        Kolom(("Kode",), 10, "tengah"),
        Kolom(("Indikator",), 50),
        Kolom(("Aspek",), 22),
        Kolom(("Bobot",), 9, "angka"),
        Kolom(("Arah",), 9, "tengah"),
        Kolom(("Target",), 10, "angka"),
        Kolom(("Satuan",), 12, "tengah"),
    ]
    indikator = indikator_dinas("BKP", ke)
    bersyarat = any(i.berlaku for i in indikator)
    if bersyarat:
        kolom.append(Kolom(("Berlaku Untuk",), 90))
    lembar = Lembar.baru(buku, "Indikator", kolom)
    lembar.kop(dinas, ["INDIKATOR KINERJA PEGAWAI"], keterangan)
    lembar.kepala([22], bernomor=False)
    for urut, i in enumerate(indikator, 1):
        sel = [urut, i.kode, i.nama, i.aspek, Decimal(i.bobot), i.arah, Decimal(i.target), i.satuan]
        berlaku = "; ".join(i.berlaku)
        lembar.data([*sel, berlaku] if bersyarat else sel, tinggi=18 * (1 + len(berlaku) // 95))
    lembar.tanda_tangan(dinas, bulan.tanda_tangan, (3, 7))

    kolom = [
        Kolom(("No",), 6, "tengah"),
        Kolom(("N I P",), 22, "nip"),
        Kolom(("Nama",), 35),
        Kolom(("Kode Indikator",), 11, "tengah"),
        Kolom(("Indikator Kinerja Individu",), 47),
        Kolom(("Target",), 10, "angka"),
        Kolom(("Realisasi",), 11, "angka"),
        Kolom(("Keterangan",), 34),
    ]
    lembar = Lembar.baru(buku, f"Capaian {bulan.singkat}", kolom)
    lembar.kop(dinas, ["TARGET DAN REALISASI KINERJA PEGAWAI"], keterangan)
    lembar.kepala([32], bernomor=False)
    urut = 0
    for pegawai, isian in isian_dinas("BKP", ke):
        for satu in isian:
            urut += 1
            i = satu.indikator
            sel = [urut, pegawai.nip, pegawai.nama, i.kode, i.nama, satu.target, satu.sel, satu.keterangan]
            lembar.data(sel, gaya={6: gaya_realisasi(satu)})
    lembar.catatan(
        "Keterangan:",
        "- Target pejabat struktural adalah target seluruh unit yang dipimpinnya.",
        "- n/a: indikator tidak berlaku bagi pegawai pada bulan ini.",
    )
    lembar.tanda_tangan(dinas, bulan.tanda_tangan, (4, 7))
    tulis_ide(buku, "BKP", bulan)
    buku.xl.close()


def tulis_register() -> None:
    """BKPSDMD's register of innovations: several owners in a cell, a statement that it is complete."""
    dinas, bulan = DINAS["BKP"], BULAN[2]
    judul = f"Register Inovasi {dinas.singkat} 2025"
    buku = Buku(CONTOH / bulan.periode / f"{judul}.xlsx", judul)
    kolom = [
        Kolom(("No",), 5, "tengah"),
        Kolom(("Judul Inovasi",), 50),
        Kolom(("Tahap",), 17, "tengah"),
        Kolom(("Pemilik",), 34),
        Kolom(("NIP Pemilik",), 22, "nip"),
        Kolom(("Bukti",), 36),
        Kolom(("Tanggal",), 14, "tengah"),
        Kolom(("Indikator",), 11, "tengah"),
    ]
    lembar = Lembar.baru(buku, "Register Inovasi", kolom)
    keterangan = [f"Unit Kerja : {dinas.nama}", f"Periode : {bulan.nama}", f"Register lengkap : {dinas.nama}"]
    lembar.kop(dinas, ["REGISTER INOVASI TAHUN 2025"], keterangan)
    lembar.kepala([20], bernomor=True)
    for urut, i in enumerate(REGISTER, 1):
        pemilik = [orang(sebutan) for sebutan in i.pemilik]
        nama, nip = ("\n".join(teks) for teks in ([p.nama for p in pemilik], [p.nip for p in pemilik]))
        tanggal = "/".join(reversed(i.tanggal.split("-")))
        sel = [urut, i.judul, i.tahap, nama, nip, i.bukti, tanggal, i.indikator]
        lembar.data(sel, gaya={4: "nip_berbaris"}, tinggi=15 * max(len(pemilik), 1) + 3)
    lembar.catatan("Tahap: usulan, uji coba, diterapkan, direplikasi. Inovasi tanpa bukti belum dihitung.")
    lembar.tanda_tangan(dinas, bulan.tanda_tangan, (5, 7))
    buku.xl.close()


def buka_buku(dinas: Dinas, bulan: Bulan) -> Buku:
    judul = f"Realisasi {dinas.singkat} {bulan.nama}"
    return Buku(CONTOH / bulan.periode / f"{judul}.xlsx", judul)


def gaya_realisasi(isian: Isian) -> str:
    return "tengah" if isinstance(isian.realisasi, str) else jenis_angka(isian.indikator)


def tulis_lebar(lembar: Lembar, kode: str, ke: int, *, berkelompok_nip: bool) -> None:
    """The rows of a wide sheet: one person each, one cell an indicator; all on one page."""
    lembar.ws.fit_to_pages(1, 1)
    for urut, (pegawai, isian) in enumerate(isian_dinas(kode, ke), 1):
        nip = berkelompok(pegawai.nip) if berkelompok_nip else pegawai.nip
        gaya = {3 + k: gaya_realisasi(satu) for k, satu in enumerate(isian)}
        lembar.data([urut, nip, pegawai.nama, *(satu.realisasi for satu in isian)], gaya=gaya)


def tulis_jumlah(lembar: Lembar, awal: int, kolom: int) -> None:
    """The row JUMLAH under one column of the table that begins at row ``awal``."""
    buku, baris, huruf = lembar.buku, lembar.baris, "ABCDEFGH"[kolom]
    gabung(lembar.ws, (baris, 0), (baris, kolom - 1), "JUMLAH", buku.format("jumlah"))
    jumlah = sum(Decimal(i.bobot) for i in INDIKATOR_DDB)
    rumus = f"=SUM({huruf}{awal + 1}:{huruf}{baris})"
    lembar.ws.write_formula(baris, kolom, rumus, buku.format("jumlah_angka"), float(jumlah))
    for kosong in range(kolom + 1, lembar.terakhir + 1):
        lembar.ws.write_blank(baris, kosong, None, buku.format("jumlah"))
    lembar.baris += 1


# --- What must come out ---------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Harapan:
    """One person's month as it must come out."""

    periode: str
    pegawai: Pegawai
    status: str
    nilai: Fraction | None = None
    predikat: str = ""

    @property
    def nilai_teks(self) -> str:
        return "" if self.nilai is None else f"{int(self.nilai)}.{int(self.nilai * 100) % 100:02d}"


def hitung_harapan(ke: int) -> list[Harapan]:
    bulan, hasil = BULAN[ke], []
    dari_register = (sebutan for i in inovasi_bulan(bulan.periode) for sebutan in i.pemilik)
    berinovasi = {orang(sebutan).nip for sebutan in (*IDE[bulan.periode], *dari_register)}
    for kode, dinas in DINAS.items():
        isian = {p.nip: i for p, i in isian_dinas(kode, ke)}
        for p in dinas.pegawai:
            if not p.aktif:
                hasil.append(Harapan(bulan.periode, p, "tidak_berlaku"))
                continue
            nilai = nilai_akhir(isian[p.nip])
            if nilai is None:
                hasil.append(Harapan(bulan.periode, p, "belum_lengkap"))
            else:
                hasil.append(Harapan(bulan.periode, p, "dinilai", nilai, predikat(nilai, p.nip in berinovasi)))
    return sorted(hasil, key=lambda h: h.pegawai.nip)


def tulis_harapan(harapan: Sequence[Harapan]) -> None:
    HARAPAN.parent.mkdir(parents=True, exist_ok=True)
    with HARAPAN.open("w", encoding="utf-8", newline="") as berkas:
        tulis = csv.writer(berkas, lineterminator="\n")
        tulis.writerow(["periode", "nip", "status", "nilai", "predikat"])
        for h in harapan:
            tulis.writerow([h.periode, h.pegawai.nip, h.status, h.nilai_teks, h.predikat])


def periksa_data() -> None:
    """Prove what the sample promises, before anything is written."""
    semua = [p for dinas in DINAS.values() for p in dinas.pegawai]
    assert len({p.nip for p in semua}) == len(semua) == len({p.nama for p in semua})
    for p in semua:
        lahir, tengah = dt.date.fromisoformat(p.nip[:8]), int(p.nip[12:14])
        umur = int(p.nip[8:12]) - lahir.year
        assert len(p.nip) == 18, p
        assert p.nip.isdigit(), p
        assert 18 <= umur <= 35, p
        assert (1 <= tengah <= 12) == (p.golongan in PANGKAT), p
        assert tengah <= 12 or tengah >= 21, p
    for (kode, dinas), ke in product(DINAS.items(), range(len(BULAN))):
        indikator = indikator_dinas(kode, ke)
        assert len({i.kode for i in indikator}) == len(indikator)
        for p in dinas.aktif:
            assert sum(Decimal(i.bobot) for i in indikator if i.untuk(p.jabatan)) == 100, p


def cetak_ringkasan(ke: int, harapan: Sequence[Harapan]) -> None:
    bulan = BULAN[ke]
    print(f"\n{bulan.nama}: {len(harapan)} orang, {dict(Counter(h.status for h in harapan))}")
    for nama in ("Sangat Baik", "Baik", "Cukup", "Kurang", "Sangat Kurang"):
        kelompok = [h for h in harapan if h.predikat == nama]
        contoh = ", ".join(f"{h.pegawai.nip} {h.pegawai.nama} {h.nilai_teks}" for h in kelompok[:4])
        print(f"  {nama:14}{len(kelompok):3}  {contoh if len(kelompok) < 5 else ''}")
        assert kelompok, f"{bulan.nama}: nobody is {nama}"
    for h in harapan:
        if h.nilai is not None and h.nilai >= 110 and h.predikat == "Baik":
            print(f"  ≥ 110 tanpa ide baru: {h.pegawai.nip} {h.pegawai.nama} {h.nilai_teks}")
        if h.status != "dinilai":
            print(f"  {h.status}: {h.pegawai.nip} {h.pegawai.nama}")
    for (periode, sebutan, kode), (kata, _) in ISTIMEWA.items():
        if periode == bulan.periode:
            print(f"  {kode} {kata!r}: {orang(sebutan).nip} {orang(sebutan).nama}")
    for kode in ("DKC-01", "DKC-02", "DKC-03"):
        hari = [
            satu.realisasi
            for _, isian in isian_dinas("DKC", ke)
            for satu in isian
            if satu.indikator.kode == kode and isinstance(satu.realisasi, Decimal)
        ]
        print(f"  {kode} rata-rata {sum(hari) / len(hari):.2f} hari")


def main() -> None:
    periksa_data()
    tulis_pegawai()
    tulis_register()
    semua: list[Harapan] = []
    for ke in range(len(BULAN)):
        tulis_disdukcapil(ke)
        tulis_dinkes(ke)
        tulis_disdikbud(ke)
        tulis_bkpsdmd(ke)
        bulan_ini = hitung_harapan(ke)
        cetak_ringkasan(ke, bulan_ini)
        semua += bulan_ini
    tulis_harapan(semua)


if __name__ == "__main__":
    main()
