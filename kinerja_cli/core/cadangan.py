"""A backup's own list of contents, and what a file that claims to be a backup must not hold."""

from __future__ import annotations

import json
import re
import stat
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from kinerja_cli.core.jejak import BarisJejak
from kinerja_cli.core.periode import Periode, periode_dari_kode

DAFTAR, SURAT, AKAR = "cadangan.json", "surat-serah-terima.html", "ruang/"
"""Members of a backup: its list, the letter, and the folder that holds the ruang kerja."""
SETELAN, JEJAK = "kinerja.toml", "jejak.jsonl"
MILIK = frozenset({SETELAN, JEJAK, "aturan", "pelengkap", "periode", "laporan", "keberatan"})
"""What of a ruang kerja is state or made from it; everything else in the folder belongs to somebody else."""
FORMAT = 1

_BAGIAN_TERBANYAK = 500_000
_DAFTAR_TERBESAR = 100 * 1024**2
_CURIGA_MULAI, _CURIGA_KALI = 20 * 1024**2, 300
"""A member of that size packed this many times smaller is no office's file; Deflate ends at about 1,000 times."""
_TERLARANG = re.compile(r"[\\\x00-\x1f\x7f]|(?:^|/)[A-Za-z]:")
_TERLARANG_WINDOWS = re.compile(r'[<>:"|?*]|(?:^|/)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.[^/]*)?(?:$|/)', re.IGNORECASE)
_SHA256 = re.compile(r"[0-9a-f]{64}")


class CadanganDitolak(ValueError):
    """The file is no backup that may be unpacked; the text says why, in Indonesian, without a full stop."""


@dataclass(frozen=True)
class Anggota:
    """A member as the zip's directory describes it: sizes in bytes, ``mode`` as Unix knows it (0 where it isn't told)."""

    nama: str
    ukuran: int
    kemasan: int
    mode: int
    bersandi: bool


@dataclass(frozen=True)
class Daftar:
    """What a backup says of itself.

    Attributes:
        sampai: the last year of the periods that were packed away; None: the whole ruang kerja.
        jejak: number and hash of the trail's last line; number 0 where there is none.
        berkas: sha256 of every other member, by name.
    """

    instansi: str
    versi: str
    sampai: int | None
    jejak: tuple[int, str]
    berkas: Mapping[str, str]

    @property
    def periode(self) -> tuple[Periode, ...]:
        """The periods in it, oldest first."""
        bagian = (PurePosixPath(nama).parts for nama in self.berkas)
        return tuple(sorted({p for b in bagian if len(b) > 3 and b[1] == "periode" and (p := periode_dari_kode(b[2]))}))


@dataclass(frozen=True)
class HasilCadangan:
    """A backup that was written, read back and found whole.

    Attributes:
        berkas, surat: the zip, and the letter beside it for printing.
        daftar: what the zip says of itself.
        tidak_ikut: names in the folder that aren't the ruang kerja's.
        dikeluarkan: periods that are now in the zip only.
    """

    berkas: Path
    surat: Path
    daftar: Daftar
    tidak_ikut: tuple[str, ...]
    dikeluarkan: tuple[Periode, ...]


def ikut(nama: str, sampai: int | None) -> bool:
    """Tell whether a file of a ruang kerja ("periode/2023-01.r1/nilai.csv") goes into a backup; ``sampai`` as in Daftar."""
    bagian = PurePosixPath(nama).parts
    if bagian[0] not in MILIK or any(b.startswith(".") for b in bagian):
        return False
    if sampai is None or bagian[0] in (SETELAN, JEJAK, "aturan", "pelengkap"):
        return True
    return bagian[1][:4].isdigit() and int(bagian[1][:4]) <= sampai


def tulis_daftar(daftar: Daftar) -> bytes:
    """Give the bytes of ``cadangan.json``."""
    nomor, sha256 = daftar.jejak
    isi = {
        "format": FORMAT, "instansi": daftar.instansi, "versi": daftar.versi, "sampai": daftar.sampai,
        "jejak": {"nomor": nomor, "sha256": sha256}, "berkas": dict(sorted(daftar.berkas.items())),
    }  # fmt: skip
    return (json.dumps(isi, ensure_ascii=False, indent=1) + "\n").encode()


def urai_daftar(isi: bytes) -> Daftar:
    """Read ``cadangan.json``.

    Raises:
        CadanganDitolak: it is none, or of a later format.
    """
    try:
        pohon = json.loads(isi)
        versi_format = pohon["format"]
        jejak, berkas, sampai = pohon["jejak"], pohon["berkas"], pohon["sampai"]
        daftar = Daftar(
            str(pohon["instansi"]), str(pohon["versi"]), sampai, (int(jejak["nomor"]), str(jejak["sha256"])), dict(berkas)
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as e:
        raise CadanganDitolak(f"{DAFTAR} di dalamnya tidak terbaca") from e
    if versi_format != FORMAT:
        raise CadanganDitolak("dibuat oleh kinerja versi lain; pasang versi terbaru")
    if not all(isinstance(h, str) and _SHA256.fullmatch(h) for h in daftar.berkas.values()):
        raise CadanganDitolak(f"{DAFTAR} di dalamnya tidak terbaca")
    return daftar


def kepala_jejak(jejak: Sequence[BarisJejak]) -> tuple[int, str]:
    """Give number and hash of the last line."""
    return (jejak[-1].nomor, jejak[-1].sha256) if jejak else (0, "")


def tolak_anggota(semua: Sequence[Anggota]) -> None:
    """Refuse what a backup never holds, before anything is unpacked.

    Raises:
        CadanganDitolak: a name leads outside or can't be kept apart from another, a link, a password, a bomb.
    """
    if len(semua) > _BAGIAN_TERBANYAK:
        raise CadanganDitolak("isinya terlalu banyak")
    for a in semua:
        _tolak_nama(a.nama)
        if stat.S_IFMT(a.mode) not in (0, stat.S_IFREG):
            raise CadanganDitolak(f"“{_pendek(a.nama)}” bukan berkas biasa (tautan?)")
        if a.bersandi:
            raise CadanganDitolak(f"“{_pendek(a.nama)}” bersandi")
        if a.ukuran > _CURIGA_MULAI and a.ukuran > _CURIGA_KALI * max(a.kemasan, 1):
            raise CadanganDitolak(f"“{_pendek(a.nama)}” mengembang tidak wajar saat dibuka")
        if a.nama == DAFTAR and a.ukuran > _DAFTAR_TERBESAR:
            raise CadanganDitolak(f"{DAFTAR} di dalamnya terlalu besar")
    _tolak_rangkap([a.nama for a in semua])


def wajib_daftar(nama: Iterable[str]) -> None:
    """Refuse a zip without a list.

    Raises:
        CadanganDitolak: there is none.
    """
    if DAFTAR not in nama:
        raise CadanganDitolak(f"{DAFTAR} tidak ada di dalamnya")


def cocokkan(daftar: Daftar, nama: Iterable[str]) -> None:
    """Refuse where the list and the members aren't the same.

    Raises:
        CadanganDitolak: a member is missing or too many.
    """
    ada, tercatat = set(nama) - {DAFTAR}, set(daftar.berkas)
    if kurang := tercatat - ada:
        raise CadanganDitolak(f"“{_pendek(min(kurang))}” tidak ada di dalamnya")
    if lebih := ada - tercatat:
        raise CadanganDitolak(f"“{_pendek(min(lebih))}” tidak ada di daftarnya")
    if AKAR + SETELAN not in tercatat:
        raise CadanganDitolak(f"{SETELAN} tidak ada di dalamnya")


def _tolak_nama(nama: str) -> None:
    bagian = nama.split("/")
    if _TERLARANG.search(nama) or len(nama) > 1000 or not all(b.rstrip(" .") for b in bagian):
        raise CadanganDitolak(f"nama “{_pendek(nama)}” di dalamnya tidak boleh dipakai")
    if nama not in (DAFTAR, SURAT) and not (nama.startswith(AKAR) and bagian[1] in MILIK):
        raise CadanganDitolak(f"“{_pendek(nama)}” bukan bagian ruang kerja")


def tolak_di_windows(semua: Iterable[str]) -> None:
    """Refuse names that Windows takes for a device or for a stream of another file.

    Raises:
        CadanganDitolak: there is one.
    """
    for nama in semua:
        if _TERLARANG_WINDOWS.search(nama):
            raise CadanganDitolak(f"nama “{_pendek(nama)}” tidak dapat dipakai di Windows; pulihkan di Linux atau macOS")


def _tolak_rangkap(semua: Sequence[str]) -> None:
    """Names that some system takes for one, and a file where others need a folder."""
    dikenal: dict[str, str] = {}
    for nama in semua:
        lipat = "/".join(b.rstrip(" .") for b in unicodedata.normalize("NFC", nama).casefold().split("/"))
        if lipat in dikenal:
            raise CadanganDitolak(f"“{_pendek(nama)}” ada dua kali di dalamnya")
        dikenal[lipat] = nama
    for lipat, nama in dikenal.items():
        for induk in PurePosixPath(lipat).parents:
            if str(induk) in dikenal:
                raise CadanganDitolak(f"“{_pendek(nama)}” berada di dalam sebuah berkas")


def _pendek(nama: str) -> str:
    bersih = "".join(h if h.isprintable() else "?" for h in nama)
    return bersih if len(bersih) <= 80 else bersih[:77] + "..."
