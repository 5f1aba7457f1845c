"""The settings that people keep in ``kinerja.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kinerja_cli.core.laporan import Penanda
from kinerja_cli.core.temuan import nama_terdekat

ATURAN_BAWAAN = "evaluasi-bungo"

_JENIS: Mapping[str, type] = {
    "instansi": str, "tempat": str, "aturan": str, "penetapan": str, "kepala": dict, "organisasi": dict, "logo": str,
    "ambang": dict,
}  # fmt: skip
_BELUM_DIPAKAI = frozenset({"logo", "ambang"})
"""Keys of the contract that no command reads yet: a file that has them is no mistake."""

ISI_AWAL = """\
# Setelan kinerja. Baris yang diawali # adalah catatan.

instansi = "{instansi}"   # nama pemerintah daerah, tercetak di setiap laporan
tempat = "{tempat}"   # tempat penandatanganan

# Aturan yang dipakai menghitung (lihat: kinerja aturan).
aturan = "evaluasi-bungo"

# Peraturan yang menetapkan aturan itu, misalnya "Perbup Bungo 12/2025".
# Selama kosong, laporan menulis "belum ditetapkan dengan peraturan".
penetapan = ""

# Yang menandatangani laporan, satu bagian untuk setiap dinas:
# [kepala."Dinas Kesehatan"]
# nama = "dr. Nama Kepala, M.Kes."
# nip = "197001012000031001"
# jabatan = "Kepala Dinas Kesehatan"

# Predikat kinerja organisasi, untuk saran sebaran predikat di rekap tahunan:
# [organisasi]
# "Dinas Kesehatan" = "Baik"
"""


@dataclass(frozen=True)
class Setelan:
    """What ``kinerja.toml`` says."""

    instansi: str = "Pemerintah Kabupaten Bungo"
    tempat: str = ""
    aturan: str = ATURAN_BAWAAN
    penetapan: str = ""
    kepala: Mapping[str, Penanda] = field(default_factory=dict)
    organisasi: Mapping[str, str] = field(default_factory=dict)


class SetelanSalah(ValueError):
    """``kinerja.toml`` can't be used; the text says which key, in Indonesian."""


def susun_setelan(pohon: Mapping[str, object]) -> Setelan:
    """Build the settings from the file's tree.

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
    kepala, organisasi = pohon.get("kepala", {}), pohon.get("organisasi", {})
    assert isinstance(kepala, dict)
    assert isinstance(organisasi, dict)
    for dinas, predikat in organisasi.items():
        if not isinstance(predikat, str):
            raise SetelanSalah(f"[organisasi] “{dinas}” harus berupa predikat dalam tanda petik")
    return Setelan(**teks, kepala={dinas: _penanda(str(dinas), isi) for dinas, isi in kepala.items()}, organisasi=organisasi)


def _penanda(dinas: str, isi: object) -> Penanda:
    if not isinstance(isi, dict) or not all(isinstance(v, str) for v in isi.values()):
        raise SetelanSalah(f"[kepala.“{dinas}”] harus memuat nama, nip, dan jabatan sebagai teks")
    asing = isi.keys() - {"nama", "nip", "jabatan"}
    if asing:
        raise SetelanSalah(f"“{min(asing)}” di [kepala.“{dinas}”] tidak dikenal")
    return Penanda(isi.get("nama", ""), isi.get("nip", ""), isi.get("jabatan", f"Kepala {dinas}"))
