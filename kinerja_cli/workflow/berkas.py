"""From what the user named, files and folders, to workbooks read."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kinerja_cli.core.lembar import Lembar
from kinerja_cli.core.temuan import Letak, Temuan, nama_terdekat
from kinerja_cli.core.titipan import Titipan, kenali
from kinerja_cli.errors import KinerjaError
from kinerja_cli.readers.buku_kerja import AKHIRAN, Bacaan
from kinerja_cli.readers.pekerja import baca_semua
from kinerja_cli.store import SETELAN, sha256

_FOLDER_SENDIRI = frozenset({"periode", "laporan", "keberatan", "galat", "pelengkap"})


@dataclass(frozen=True)
class Berkas:
    """One workbook's bytes.

    Attributes:
        nama: its file name.
        isi: its bytes.
        sha256: their hash.
        bawaan_dari: the period from which it was carried over, "" where it belongs to the period itself.
        sebutan: the name in findings and results: ``nama``, or ``nama_simpanan`` where another file has that name too.
    """

    nama: str
    isi: bytes
    sha256: str
    bawaan_dari: str = ""
    sebutan: str = ""

    @property
    def nama_simpanan(self) -> str:
        """The name under which ``sumber/`` keeps it."""
        return f"{self.sha256[:8]}-{self.nama}"


@dataclass(frozen=True)
class Terbaca:
    """Workbooks with what a reader gave of each, sorted by name and content, so that their order changes nothing."""

    isi: tuple[tuple[Berkas, Bacaan], ...]

    @property
    def berkas(self) -> tuple[Berkas, ...]:
        """The workbooks that could be read."""
        return tuple(b for b, bacaan in self.isi if bacaan.lembar)

    @property
    def lembar(self) -> tuple[Lembar, ...]:
        """All their sheets."""
        return tuple(lembar for _, bacaan in self.isi for lembar in bacaan.lembar)

    @property
    def temuan(self) -> tuple[Temuan, ...]:
        """What was wrong with the files themselves."""
        return tuple(t for _, bacaan in self.isi for t in bacaan.temuan)

    @property
    def titipan(self) -> Mapping[str, Titipan]:
        """What the small files of values from elsewhere say of themselves, by ``sebutan``."""
        return {lembar.berkas: t for lembar in self.lembar if isinstance(t := kenali(lembar), Titipan)}

    @property
    def putusan(self) -> Mapping[str, str]:
        """The objections whose decisions are among them, by the hash of the file."""
        titipan = self.titipan
        return {b.sha256: t.keputusan for b in self.berkas if (t := titipan.get(b.sebutan)) and t.keputusan}

    def tambah(self, lain: Terbaca) -> Terbaca:
        """Put the workbooks of two together; names are told apart anew."""
        return _susun((*self.isi, *lain.isi))

    def tanpa(self, sha256: Collection[str]) -> Terbaca:
        """Leave some workbooks out."""
        return _susun(satu for satu in self.isi if satu[0].sha256 not in sha256)


def kumpulkan(jalur: Sequence[Path]) -> tuple[tuple[Berkas, ...], tuple[Temuan, ...]]:
    """Fetch the files that were named, and the workbooks in the folders that were named.

    Raises:
        KinerjaError: a path doesn't exist, or a folder holds no workbook.
    """
    berkas: dict[str, Berkas] = {}
    temuan: list[Temuan] = []
    for satu in _buka_folder(jalur):
        if satu.name.startswith("~$"):
            temuan.append(Temuan("B05", Letak(satu.name), isian=(("sebab", "tanda bahwa berkas sedang dibuka di Excel"),)))
            continue
        try:
            isi = satu.read_bytes()
        except OSError as e:
            temuan.append(Temuan("B01", Letak(satu.name), isian=(("sebab", e.strerror or "tidak dapat dibuka"),)))
            continue
        jejak = sha256(isi)
        if jejak in berkas:
            if isi:
                temuan.append(Temuan("B06", Letak(satu.name), isian=(("lain", berkas[jejak].nama),)))
            continue
        berkas[jejak] = Berkas(satu.name, isi, jejak)
    return tuple(berkas.values()), tuple(temuan)


def _buka_folder(jalur: Sequence[Path]) -> Iterator[Path]:
    sudah: set[Path] = set()
    for satu in jalur:
        if not satu.exists():
            raise KinerjaError(f"{satu} tidak ditemukan.", _saran_nama(satu))
        isi = list(_isi_folder(satu)) if satu.is_dir() else [satu]
        if not isi:
            raise KinerjaError(f"Folder {satu} tidak memuat buku kerja.", f"Yang dibaca: {', '.join(sorted(AKHIRAN))}.")
        for berkas in isi:
            if (mutlak := berkas.resolve()) not in sudah:
                sudah.add(mutlak)
                yield berkas


def _isi_folder(folder: Path) -> Iterator[Path]:
    """Walk a folder in a fixed order, past hidden folders and what a ruang kerja keeps for itself."""
    for akar, anak, nama in os.walk(folder):
        sendiri = SETELAN in nama
        anak[:] = sorted(a for a in anak if not a.startswith(".") and not (sendiri and a in _FOLDER_SENDIRI))
        for satu in sorted(nama):
            if Path(satu).suffix.lower() in AKHIRAN and not satu.startswith("."):
                yield Path(akar) / satu


def _saran_nama(jalur: Path) -> str:
    tetangga = [p.name for p in jalur.parent.iterdir()] if jalur.parent.is_dir() else []
    usul = nama_terdekat(jalur.name, tetangga)
    return f"Maksud Anda “{usul}”?" if usul else "Periksa nama dan foldernya."


def baca(berkas: Iterable[Berkas]) -> Terbaca:
    """Read workbooks; a bad one is a finding, and the others are read all the same."""
    semua = tuple(berkas)
    return _susun(zip(semua, baca_semua([(b.nama, b.isi) for b in semua]), strict=True))


def putusan_dari_luar(terbaca: Terbaca, selain: Sequence[Berkas] = ()) -> tuple[Temuan, ...]:
    """Find decisions on objections that come as files, but for the program's own: one counts only where it is recorded."""
    putusan, sendiri = terbaca.putusan, {b.sha256 for b in selain}
    dari_luar = (b for b in terbaca.berkas if b.sha256 in putusan.keys() - sendiri)
    return tuple(Temuan("O03", Letak(b.sebutan), putusan[b.sha256]) for b in dari_luar)


def _susun(isi: Iterable[tuple[Berkas, Bacaan]]) -> Terbaca:
    """Sort by name and content; where two files share a name, both go by the name that ``sumber/`` gives them."""
    urut = sorted(isi, key=lambda satu: (satu[0].nama, satu[0].sha256))
    jumlah = Counter(b.nama for b, _ in urut)
    return Terbaca(tuple(_sebut(b, bacaan, b.nama_simpanan if jumlah[b.nama] > 1 else b.nama) for b, bacaan in urut))


def _sebut(berkas: Berkas, bacaan: Bacaan, sebutan: str) -> tuple[Berkas, Bacaan]:
    if berkas.sebutan == sebutan:
        return berkas, bacaan
    lembar = tuple(replace(lembar, berkas=sebutan) for lembar in bacaan.lembar)
    temuan = tuple(replace(t, letak=replace(t.letak, berkas=sebutan)) for t in bacaan.temuan)
    return replace(berkas, sebutan=sebutan), Bacaan(lembar, temuan)
