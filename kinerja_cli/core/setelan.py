"""The settings that people keep in ``kinerja.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from kinerja_cli.core.laporan import KERTAS, Penanda
from kinerja_cli.core.temuan import nama_terdekat
from kinerja_cli.core.tepi import TEPI_BAWAAN

ATURAN_BAWAAN = "evaluasi-bungo"

_JENIS: Mapping[str, type] = {
    "instansi": str, "tempat": str, "aturan": str, "penetapan": str, "pilihan": dict, "kepala": dict, "organisasi": dict,
    "logo": str, "kertas": str, "ambang": dict, "jam_kerja": dict, "keberatan": dict,
}  # fmt: skip
_BELUM_DIPAKAI = frozenset({"logo"})
"""Keys of the contract that no command reads yet: a file that has them is no mistake."""

ISI_AWAL = """\
# Setelan kinerja. Baris yang diawali # adalah catatan.

instansi = "{instansi}"   # nama pemerintah daerah, tercetak di setiap laporan
tempat = "{tempat}"   # tempat penandatanganan

# Aturan yang dipakai menghitung (lihat: kinerja aturan): id-nya; atau tujuannya, bila aturan dipilih menurut periode.
aturan = "evaluasi-bungo"

# Kertas buku kerja laporan: "A4", atau "F4" (folio).
kertas = "A4"

# Peraturan yang menetapkan aturan itu, misalnya "Perbup Bungo 12/2025".
# Selama kosong, laporan menulis "belum ditetapkan dengan peraturan".
penetapan = ""

# Cara yang dipilih, bila aturannya memberi pilihan (kinerja aturan ID menyebutnya), misalnya:
# [pilihan]
# perilaku = "dengan_pendapat"

# Yang menandatangani laporan, satu bagian untuk setiap dinas:
# [kepala."Dinas Kesehatan"]
# nama = "dr. Nama Kepala, M.Kes."
# nip = "197001012000031001"
# jabatan = "Kepala Dinas Kesehatan"

# Siapa yang disebut di lembar Garis Batas: nilainya paling jauh sekian poin dari batas suatu predikat.
# [ambang]
# tepi = 0.5
# kirim = 5   # berkas tepat waktu bila masuk paling lambat sekian hari sesudah bulannya berakhir

# Predikat kinerja organisasi, untuk saran sebaran predikat di rekap tahunan:
# [organisasi]
# "Dinas Kesehatan" = "Baik"

# Cara menghitung hari untuk mengajukan keberatan: "kalender" (bawaan), atau "kerja" (hari kantor menurut [jam_kerja]).
# [keberatan]
# hitungan = "kalender"

# Jam kantor, untuk menghitung waktu layanan (kinerja layanan). Tanpa bagian ini: Senin-Kamis 07.30-16.00,
# istirahat 12.00-13.00; Jumat 07.30-16.30, istirahat 11.30-13.00; libur nasional dan cuti bersama tidak dihitung.
# [jam_kerja]
# hari = 5                        # 5: Senin-Jumat, 6: Senin-Sabtu
# mulai = "07.30"
# selesai = "16.00"
# istirahat = "12.00-13.00"
# cuti_bersama = true             # false: kantor tetap buka pada cuti bersama
# libur = [2025-10-19]            # hari libur daerah, dan cuti bersama yang belum dikenal
# masuk = [2025-05-13]            # hari yang dikira libur, padahal kantor buka
# jumat = {{ selesai = "16.30", istirahat = "11.30-13.00" }}
# [[jam_kerja.masa]]              # jam lain untuk sementara, misalnya Ramadan
# dari = 2025-03-01
# sampai = 2025-03-30
# mulai = "08.00"
# selesai = "15.00"
# istirahat = "12.00-12.30"
"""


@dataclass(frozen=True)
class Setelan:
    """What ``kinerja.toml`` says."""

    instansi: str = "Pemerintah Kabupaten Bungo"
    tempat: str = ""
    aturan: str = ATURAN_BAWAAN
    penetapan: str = ""
    pilihan: Mapping[str, str] = field(default_factory=dict)
    """Variants of the rule set, by its keys: see :meth:`Aturan.semua_pilihan`."""
    kepala: Mapping[str, Penanda] = field(default_factory=dict)
    organisasi: Mapping[str, str] = field(default_factory=dict)
    kertas: str = KERTAS[0]
    ambang_tepi: int = TEPI_BAWAAN
    """How near to a category line is near, in hundredths of a point."""
    ambang_kirim: int | None = None
    """Days after the month's end within which a file is on time; None: not judged."""
    jam_kerja: Mapping[str, object] = field(default_factory=dict)
    """As it stands in the file; :func:`~kinerja_cli.core.layanan.waktu.susun_kalender` reads it."""
    keberatan: Mapping[str, object] = field(default_factory=dict)
    """As it stands in the file; :func:`~kinerja_cli.core.tenggat.susun_tenggat` reads it."""


class SetelanSalah(ValueError):
    """``kinerja.toml`` can't be used; the text says which key, in Indonesian."""


def susun_setelan(pohon: Mapping[str, object]) -> Setelan:
    """Build the settings from the file's tree (decimals as :class:`Decimal`).

    Raises:
        SetelanSalah: a key is unknown or of the wrong kind.
    """
    for kunci, nilai in pohon.items():
        if kunci not in _JENIS:
            usul = nama_terdekat(kunci, _JENIS)
            raise SetelanSalah(f"“{kunci}” tidak dikenal" + (f"; maksud Anda “{usul}”?" if usul else ""))
        if not isinstance(nilai, _JENIS[kunci]):
            raise SetelanSalah(f"“{kunci}” harus berupa {'teks dalam tanda petik' if _JENIS[kunci] is str else 'bagian'}")
    teks = {k: str(v) for k, v in pohon.items() if _JENIS[k] is str and k not in _BELUM_DIPAKAI}
    if teks.get("kertas", KERTAS[0]) not in KERTAS:
        raise SetelanSalah(f"“kertas” tidak boleh “{teks['kertas']}”; yang ada: {', '.join(KERTAS)}")
    bagian = (pohon.get(kunci, {}) for kunci in ("kepala", "organisasi", "pilihan", "jam_kerja", "keberatan"))
    kepala, organisasi, pilihan, jam_kerja, keberatan = bagian
    assert isinstance(kepala, dict)
    assert isinstance(organisasi, dict)
    assert isinstance(pilihan, dict)
    assert isinstance(jam_kerja, dict)
    assert isinstance(keberatan, dict)
    for dinas, predikat in organisasi.items():
        if not isinstance(predikat, str):
            raise SetelanSalah(f"[organisasi] “{dinas}” harus berupa predikat dalam tanda petik")
    for kunci, nilai in pilihan.items():
        if not isinstance(nilai, str):
            raise SetelanSalah(f"“{kunci}” di [pilihan] harus berupa teks dalam tanda petik")
    return Setelan(
        **teks,
        pilihan=pilihan,
        kepala={dinas: _penanda(str(dinas), isi) for dinas, isi in kepala.items()},
        organisasi=organisasi,
        jam_kerja=jam_kerja,
        ambang_tepi=_ambang_tepi(pohon.get("ambang", {})),
        keberatan=keberatan,
        ambang_kirim=_ambang_kirim(pohon.get("ambang", {})),
    )


def _ambang_tepi(ambang: object) -> int:
    assert isinstance(ambang, dict)
    asing = ambang.keys() - {"tepi", "kirim"}
    if asing:
        raise SetelanSalah(f"“{min(asing)}” di [ambang] tidak dikenal; yang ada: tepi, kirim")
    nilai = ambang.get("tepi", Decimal(TEPI_BAWAAN) / 100)
    if isinstance(nilai, bool) or not isinstance(nilai, (int, Decimal)) or nilai < 0 or nilai * 100 % 1 != 0:
        raise SetelanSalah("“tepi” di [ambang] harus angka dari 0 dengan paling banyak dua desimal, misalnya 0.5")
    return int(nilai * 100)


def _ambang_kirim(ambang: object) -> int | None:
    assert isinstance(ambang, dict)
    nilai = ambang.get("kirim")
    if nilai is not None and (isinstance(nilai, bool) or not isinstance(nilai, int) or nilai < 0):
        raise SetelanSalah("“kirim” di [ambang] harus bilangan bulat dari 0, misalnya 5")
    return nilai


def _penanda(dinas: str, isi: object) -> Penanda:
    if not isinstance(isi, dict) or not all(isinstance(v, str) for v in isi.values()):
        raise SetelanSalah(f"[kepala.“{dinas}”] harus memuat nama, nip, dan jabatan sebagai teks")
    asing = isi.keys() - {"nama", "nip", "jabatan"}
    if asing:
        raise SetelanSalah(f"“{min(asing)}” di [kepala.“{dinas}”] tidak dikenal")
    return Penanda(isi.get("nama", ""), isi.get("nip", ""), isi.get("jabatan", f"Kepala {dinas}"))
