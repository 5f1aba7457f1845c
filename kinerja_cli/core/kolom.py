"""Column headers as offices write them, and the words that stand in cells."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from kinerja_cli.core.skema import BERAKHLAK, Peran

NAMA_NIP: Final = "nama_nip"
"""The column that holds both, one beneath or beside the other."""

_ALIAS: Final[Mapping[str, tuple[str, ...]]] = {
    "nip": (
        "NIP", "No NIP", "Nomor NIP", "NIP Baru", "NIP18", "NIP Pegawai", "NIP/NI PPPK", "NIP/NIPPPK", "NIP/NI P3K",
        "Nomor Induk Pegawai", "NIP/NRP", "NIP ASN",
    ),
    "nama": ("Nama", "Nama Lengkap", "Nama Pegawai", "Nama ASN", "Nama PNS", "Nama Lengkap Pegawai", "Nama dan Gelar"),
    NAMA_NIP: ("Nama/NIP", "Nama NIP Pegawai"),
    "dinas": (
        "Dinas", "Perangkat Daerah", "Nama Perangkat Daerah", "OPD", "Nama OPD", "SKPD", "Unit Organisasi", "Unor",
        "Satuan Kerja", "Satker", "Instansi", "Organisasi Perangkat Daerah", "Dinas/Badan", "Nama Dinas",
    ),
    "jabatan": ("Jabatan", "Nama Jabatan", "Jabatan Pegawai"),
    "jenis_jabatan": ("Jenis Jabatan", "Tipe Jabatan"),
    "golongan": (
        "Golongan", "Gol", "Gol Ruang", "Gol/Ruang", "Golongan/Ruang", "Pangkat/Gol", "Pangkat/Gol Ruang",
        "Pangkat/Golongan", "Pangkat/Golongan Ruang", "Pangkat Golongan",
    ),
    "unit_kerja": ("Unit Kerja", "Unit", "Bidang", "Bagian", "Sub Unit", "Bidang/Bagian"),
    "nip_penilai": ("NIP Penilai", "NIP Atasan", "NIP Pejabat Penilai", "NIP Atasan Langsung"),
    "status": ("Status", "Status Pegawai", "Status Kehadiran", "Keadaan"),
    "mulai": ("Mulai", "Tanggal Mulai", "Mulai Tanggal", "TMT Mulai"),
    "selesai": ("Selesai", "Tanggal Selesai", "Sampai", "Sampai Tanggal"),
    "lahir": ("Tanggal Lahir", "Tgl Lahir", "Tanggal Kelahiran", "TTL"),
    "kelamin": ("Jenis Kelamin", "JK", "L/P", "Kelamin", "Gender"),
    "kode": ("Kode", "Kode Indikator", "Kode IKI", "Kode IKU", "Kode Indikator Kinerja", "ID Indikator"),
    "indikator": (
        "Indikator", "Nama Indikator", "Indikator Kinerja", "Indikator Kinerja Individu", "Indikator Kinerja Utama",
        "IKI", "IKU", "Uraian Indikator", "Rencana Kinerja",
    ),
    "aspek": ("Aspek", "Aspek Penilaian", "Aspek Kinerja"),
    "bobot": ("Bobot", "Bobot Indikator", "Bobot %", "Bobot Persen"),
    "arah": ("Arah", "Arah Capaian", "Arah Indikator", "Polarisasi", "Polaritas"),
    "target": ("Target", "Target Kinerja", "Target Bulanan", "Target Bulan Ini", "Target Bawah"),
    "target_atas": ("Target Atas", "Target Maksimum", "Batas Atas", "Target s/d"),
    "satuan": ("Satuan", "Satuan Target", "Satuan Ukur"),
    "berlaku_untuk": ("Berlaku Untuk", "Berlaku Bagi", "Untuk Jabatan", "Untuk"),
    "realisasi": ("Realisasi", "Realisasi Kinerja", "Realisasi Bulanan", "Realisasi Bulan Ini", "Hasil", "Realisasi Capaian"),
    "keterangan": ("Keterangan", "Ket", "Catatan"),
    "uraian": ("Uraian", "Uraian Ide", "Ide Baru", "Uraian Ide Baru", "Ide", "Inovasi", "Uraian Inovasi", "Gagasan"),
    "bukti": ("Bukti", "Bukti Dukung", "Dokumen Bukti", "Tautan Bukti"),
    "terbaik": ("Hasil Terbaik", "Capaian Terbaik", "Hasil Terbaik yang Mungkin"),
    "perilaku": (
        "Perilaku", "Perilaku Kerja", "Nilai Perilaku", "Nilai Perilaku Kerja", "Rating Perilaku", "Rating Perilaku Kerja",
    ),
    "berorientasi_pelayanan": ("Berorientasi Pelayanan", "Orientasi Pelayanan"),
    "akuntabel": ("Akuntabel",),
    "kompeten": ("Kompeten",),
    "harmonis": ("Harmonis",),
    "loyal": ("Loyal",),
    "adaptif": ("Adaptif",),
    "kolaboratif": ("Kolaboratif",),
    "hasil_kerja": ("Hasil Kerja", "Rating Hasil Kerja", "Nilai Hasil Kerja"),
    "tambahan": ("Kinerja Tambahan", "Nilai Kinerja Tambahan", "Nilai Tambahan"),
    "jenjang": ("Jenjang", "Jenjang Jabatan", "Jenjang Fungsional"),
    "predikat": ("Predikat", "Predikat Tahunan", "Predikat Kinerja", "Predikat Kinerja Tahunan"),
    "jumlah_bulan": ("Jumlah Bulan", "Banyak Bulan", "Jml Bulan"),
    "nomor": ("No", "Nomor", "No Urut", "Nomor Urut", "Urut"),
}  # fmt: skip

WAJIB: Final[Mapping[Peran, tuple[str, ...]]] = {
    Peran.PEGAWAI: ("nip", "nama", "dinas"),
    Peran.INDIKATOR: ("kode", "indikator", "aspek", "bobot", "arah", "target"),
    Peran.REALISASI: ("nip", "kode", "realisasi"),
    Peran.IDE_BARU: ("nip", "uraian"),
    Peran.PERILAKU: ("nip", "perilaku"),
    Peran.INOVASI: ("nip", "uraian", "tahap"),
}
_ALIAS_REGISTER: Final[Mapping[str, tuple[str, ...]]] = {
    "tahap": ("Tahap", "Tahapan", "Tahap Inovasi", "Tahapan Inovasi", "Tahap Ide", "Tahap Saat Ini"),
    "judul": ("Judul Inovasi", "Judul", "Nama Inovasi", "Judul Ide"),
    "uraian": ("Inovasi", "Uraian Inovasi", "Ide", "Ide Baru", "Gagasan", "Uraian", "Uraian Ide", "Uraian Ide Baru"),
    "nip": (
        "NIP Pemilik", "NIP Pemilik Inovasi", "NIP Inovator", "NIP Penggagas", "NIP Inisiator", "NIP Pengusul",
        "Pemilik/NIP", "NIP/Pemilik", "Nama dan NIP Pemilik",
    ),
    "pemilik": (
        "Pemilik", "Pemilik Inovasi", "Nama Pemilik", "Inovator", "Nama Inovator", "Penggagas", "Inisiator", "Pengusul",
    ),
    "bukti": (
        "Bukti", "Bukti Dukung", "Bukti Pendukung", "Dokumen Bukti", "Tautan Bukti", "Eviden",
    ),
    "tanggal": ("Tanggal", "Tgl", "Tanggal Tahap", "Tgl Tahap", "Sejak Tanggal"),
    "kode": ("Indikator", "Kode Indikator", "Untuk Indikator", "Kode IKI"),
}  # fmt: skip
"""The headers of a register of innovations, where some words mean what they mean nowhere else.

All of "tahap" hold that word, by which other sheets are told from a register at a glance.
"""
KOLOM_PEMILIK: Final = _ALIAS_REGISTER["nip"][0]
_BERSAMA_REGISTER: Final = frozenset({"nip", "nama", "dinas", "unit_kerja", "nomor", "keterangan"})
"""Columns that a register has in common with all other sheets."""

PENILAIAN: Final = ("perilaku", "hasil_kerja", "tambahan", *BERAKHLAK)
"""What a rater fills in about a person; a Perilaku sheet has at least one of these."""

JUDUL: Final[Mapping[str, str]] = {kolom: alias[0] for kolom, alias in {**_ALIAS_REGISTER, **_ALIAS}.items()}

STATUS: Final[Mapping[str, str]] = {
    "": "aktif", "aktif": "aktif", "cuti": "cuti", "tugasbelajar": "tugas belajar", "tb": "tugas belajar",
    "tubel": "tugas belajar", "pensiun": "pensiun", "mutasi": "mutasi", "pindah": "mutasi", "plt": "Plt", "plh": "Plt",
}  # fmt: skip
"""Status cells, squeezed by :func:`ringkas`, and the status that each means."""

KELAMIN: Final[Mapping[str, str]] = {
    "l": "1", "lakilaki": "1", "pria": "1", "p": "2", "perempuan": "2", "wanita": "2",
}  # fmt: skip
"""Cells of Jenis Kelamin, squeezed, and the digit that stands for each in a NIP."""

SEBUTAN_KELAMIN: Final[Mapping[str, str]] = {"1": "laki-laki", "2": "perempuan"}

ARAH: Final[Mapping[str, str]] = {
    "naik": "naik", "maksimum": "naik", "maximize": "naik", "maksimal": "naik", "positif": "naik",
    "turun": "turun", "minimum": "turun", "minimize": "turun", "minimal": "turun", "negatif": "turun",
}  # fmt: skip

TAHAP: Final[Mapping[str, tuple[str, ...]]] = {
    "usulan": ("usul", "diusulkan", "pengusulan", "ide", "gagasan", "inisiatif", "rencana"),
    "uji coba": ("diuji coba", "diujicobakan", "pilot", "piloting", "pilot project", "percontohan"),
    "diterapkan": ("penerapan", "terapkan", "implementasi", "diimplementasikan"),
    "direplikasi": ("replikasi", "direplikasikan"),
}  # fmt: skip
"""The stages of an idea, from the first to the last, and how else offices write them."""
KOSONG: Final = frozenset({"", "-", "–", "—", "--", "_"})
"""Cells that hold nothing yet."""
TIDAK_BERLAKU: Final = frozenset({"na", "tidakberlaku", "tb", "cuti", "takberlaku"})
"""Cells, squeezed, by which an indicator doesn't apply to this person."""

_TAK_TAMPAK = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f"))
_DALAM_KURUNG = re.compile(r"\([^)]*\)")
_BUKAN_HURUF = re.compile(r"[^a-z0-9%]+")


def rapi(nilai: object) -> str:
    """Give a cell as clean text: no-break and doubled blanks, zero-width characters and full-width forms put right.

    A whole number is written without decimals. None and "" give "".
    """
    if isinstance(nilai, str):
        if nilai.isascii() and "\n" not in nilai and "  " not in nilai and "\t" not in nilai:
            return nilai.strip()
        return " ".join(unicodedata.normalize("NFKC", nilai).translate(_TAK_TAMPAK).split())
    if nilai is None:
        return ""
    if isinstance(nilai, bool):
        return "BENAR" if nilai else "SALAH"
    if isinstance(nilai, float):
        return f"{nilai:.15g}"
    return str(nilai)


def ringkas(teks: str) -> str:
    """Squeeze a text to its small letters and digits, so that case, spacing and punctuation don't matter."""
    return _BUKAN_HURUF.sub("", teks.lower())


def menurut_sebutan(nama: Mapping[str, Sequence[str]]) -> Mapping[str, str]:
    """Give the name for each of its spellings, squeezed: "Cukup" and "butuh-perbaikan" are "Butuh Perbaikan"."""
    return {ringkas(satu): utama for utama, sebutan in nama.items() for satu in (utama, *sebutan)}


def kata_nama(nama: str) -> frozenset[str]:
    """Give the words of a name without titles: what stands before the first comma, words of three letters and more."""
    return frozenset(ringkas(k) for k in nama.partition(",")[0].split() if len(ringkas(k)) > 2 and "." not in k)


_KOLOM: Final[Mapping[str, str]] = {ringkas(a): kolom for kolom, semua in _ALIAS.items() for a in semua}


@lru_cache(maxsize=4096)
def kolom_dari_judul(judul: str) -> str | None:
    """Find the column that a header means, aside from case, spacing, punctuation and a bracketed unit; None: unknown."""
    utuh = ringkas(judul)
    tanpa_kurung = ringkas(_DALAM_KURUNG.sub(" ", judul)) if "(" in judul else utuh
    return _KOLOM.get(utuh) or _KOLOM.get(tanpa_kurung) or _nama_dan_nip(tanpa_kurung)


def _nama_dan_nip(utuh: str) -> str | None:
    """Two headers in one, in either order: "NAMA LENGKAP" over "NIP BARU", "Nama Pegawai & NIP"."""
    if "nip" in utuh and "nama" in utuh:
        for i in range(1, len(utuh)):
            if {_KOLOM.get(utuh[:i].removesuffix("dan")), _KOLOM.get(utuh[i:])} == {"nama", "nip"}:
                return NAMA_NIP
    return None


_REGISTER: Final[Mapping[str, str]] = {ringkas(a): kolom for kolom, semua in _ALIAS_REGISTER.items() for a in semua}


@lru_cache(maxsize=4096)
def kolom_register(judul: str) -> str | None:
    """Find the column of a register of innovations that a header means, as :func:`kolom_dari_judul` does."""
    sendiri = _REGISTER.get(ringkas(judul)) or _REGISTER.get(ringkas(_DALAM_KURUNG.sub(" ", judul)))
    umum = kolom_dari_judul(judul)
    return sendiri or ("nip" if umum == NAMA_NIP else umum if umum in _BERSAMA_REGISTER else None)


_TAHAP: Final[Mapping[str, str]] = menurut_sebutan(TAHAP)
_AWAL_TAHAP: Final = re.compile(r"^(?:tahap|sudah|telah|sedang|masih|dalam)+")


def tahap_dari_kata(kata: str) -> str | None:
    """Give the stage that a cell means ("Sudah Diterapkan", "ujicoba"), aside from words that only say so; None: unknown."""
    return _TAHAP.get(_AWAL_TAHAP.sub("", ringkas(kata)))


_AWAL_KUNCI: Final = frozenset(
    ringkas(a)[:n] for kolom in ("nip", NAMA_NIP, "kode") for a in _ALIAS[kolom] for n in range(2, len(ringkas(a)) + 1)
)


@lru_cache(maxsize=4096)
def mungkin_judul_kunci(teks: str) -> bool:
    """Tell whether a cell's text heads a key column (NIP, Kode), or may be the first part of such a header over two rows."""
    singkat = ringkas(rapi(teks))
    return (singkat in _AWAL_KUNCI and singkat not in TIDAK_BERLAKU) or judul_kunci(teks)


def judul_kunci(sel: object) -> bool:
    """Tell whether a cell heads a key column: NIP, Kode, name and NIP in one, or the owner of an innovation."""
    if not isinstance(sel, str):
        return False
    judul = rapi(sel)
    return kolom_dari_judul(judul) in ("nip", "kode", NAMA_NIP) or _REGISTER.get(ringkas(judul)) in ("nip", "pemilik")


def semua_judul() -> tuple[str, ...]:
    """Give every known header, for proposing the near one."""
    return tuple(alias for semua in _ALIAS.values() for alias in semua)
