"""The ruang kerja on disk: the only module that writes files. A step writes all of its files or none."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from kinerja_cli.core.jejak import BarisJejak, JejakRusak, tambah, urai_baris, urai_jejak
from kinerja_cli.core.periode import Periode, periode_dari_kode
from kinerja_cli.errors import KinerjaError

SETELAN = "kinerja.toml"
_JEJAK = "jejak.jsonl"
_MANIFES = "manifes.json"
_TERTUNDA = "jejak-tertunda.jsonl"
_BARU = ".baru"
_TUNGGU_KUNCI = 10.0
FORMAT = 1


@dataclass(frozen=True)
class Simpanan:
    """A period as it is saved: its manifest and the bytes of each file in it, every hash proved."""

    periode: Periode
    isi_manifes: bytes
    manifes: Mapping[str, object]
    berkas: Mapping[str, bytes]

    @property
    def sha256_manifes(self) -> str:
        """The hash by which the audit trail knows this result."""
        return sha256(self.isi_manifes)

    def sumber(self) -> tuple[Mapping[str, str], ...]:
        """Give the manifest's list of imported workbooks: ``berkas``, ``nama``, ``sha256``, ``bawaan_dari``."""
        daftar = self.manifes["sumber"]
        assert isinstance(daftar, list)
        return tuple(daftar)


def sha256(isi: bytes) -> str:
    """Give the hash that manifests and the audit trail use."""
    return hashlib.sha256(isi).hexdigest()


class RuangKerja:
    """The folder that holds ``kinerja.toml``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @staticmethod
    def cari(mulai: Path) -> RuangKerja | None:
        """Walk up from a folder to the first that holds ``kinerja.toml``."""
        return next((ruang for folder in (mulai, *mulai.parents) if (ruang := RuangKerja.di(folder))), None)

    @staticmethod
    def di(folder: Path) -> RuangKerja | None:
        """Give the ruang kerja of this very folder; None where it is none."""
        return RuangKerja(folder) if (folder / SETELAN).is_file() else None

    @staticmethod
    def buat(folder: Path, setelan: str) -> RuangKerja:
        """Make a ruang kerja in a folder that has none; an existing ``kinerja.toml`` stays as it is."""
        try:
            folder.mkdir(parents=True, exist_ok=True)
            if not (folder / SETELAN).exists():
                tulis_utuh(folder / SETELAN, setelan.encode())
        except OSError as e:
            raise _tak_bisa_menulis(folder, e) from e
        return RuangKerja(folder)

    # Reading --------------------------------------------------------------------------------------------------------

    def setelan(self) -> bytes:
        """Give the bytes of ``kinerja.toml``."""
        return (self.folder / SETELAN).read_bytes()

    def folder_aturan(self) -> tuple[Path, ...]:
        """Give the folder of the office's own rule sets, where there is one."""
        folder = self.folder / "aturan"
        return (folder,) if folder.is_dir() else ()

    def semua_periode(self) -> tuple[Periode, ...]:
        """List the saved periods, oldest first."""
        folder = self.folder / "periode"
        nama = (p.name for p in folder.iterdir() if p.is_dir()) if folder.is_dir() else ()
        return tuple(sorted(p for n in nama if (p := periode_dari_kode(n))))

    def baca(self, periode: Periode) -> Simpanan | None:
        """Read a saved period and prove every hash of its manifest; None where it isn't saved.

        Raises:
            KinerjaError: a file is missing, cut, changed, or of a later format.
        """
        folder = self._folder(periode)
        if not folder.is_dir():
            return None
        try:
            isi_manifes = (folder / _MANIFES).read_bytes()
            manifes = json.loads(isi_manifes)
            if manifes["format"] != FORMAT:
                raise KinerjaError(
                    f"Periode {periode} disimpan oleh versi kinerja yang lain.", "Pasang kinerja versi terbaru."
                )
            tercatat = manifes["berkas"]
            isi = {nama: (folder / nama).read_bytes() for nama in tercatat}
        except (OSError, ValueError, KeyError, TypeError) as e:
            raise _berubah(periode, "tidak lengkap atau terpotong") from e
        for nama, jejak in tercatat.items():
            if sha256(isi[nama]) != jejak:
                raise _berubah(periode, f"berubah di luar kinerja: {nama}")
        return Simpanan(periode, isi_manifes, manifes, isi)

    def jejak(self) -> tuple[BarisJejak, ...]:
        """Read the audit trail and prove its chain.

        Raises:
            KinerjaError: it was cut or altered.
        """
        berkas = self.folder / _JEJAK
        try:
            return urai_jejak(berkas.read_text("utf-8")) if berkas.exists() else ()
        except (JejakRusak, UnicodeDecodeError) as e:
            raise KinerjaError(
                f"Jejak audit ({_JEJAK}) rusak: {e}.", "Ambil cadangan terakhir, dan laporkan kepada Inspektorat."
            ) from e

    # Writing --------------------------------------------------------------------------------------------------------

    @contextlib.contextmanager
    def menulis(self, siapa: str) -> Iterator[tuple[str, ...]]:
        """Hold the ruang kerja for writing; on entry a step that a crash left behind is completed or rolled back.

        Args:
            siapa: who holds it, for the message that others see.

        Yields:
            What was completed or rolled back, one sentence each.

        Raises:
            KinerjaError: somebody else holds it, or the folder can't be written.
        """
        pemegang = self.folder / ".kunci-oleh"
        try:
            with FileLock(self.folder / ".kunci", timeout=_TUNGGU_KUNCI):
                pemegang.write_text(siapa, "utf-8")
                try:
                    yield self._pulihkan()
                finally:
                    pemegang.unlink(missing_ok=True)
        except Timeout as e:
            oleh = pemegang.read_text("utf-8") if pemegang.exists() else "proses lain"
            raise KinerjaError(f"Ruang kerja sedang dipakai oleh {oleh}.", "Tunggu sampai selesai, lalu ulangi.") from e
        except OSError as e:
            raise _tak_bisa_menulis(self.folder, e) from e

    def simpan(
        self,
        periode: Periode,
        manifes: Mapping[str, object],
        berkas: Mapping[str, bytes],
        catatan: Mapping[str, object],
    ) -> BarisJejak:
        """Save a period in one step, keep the one before as a revision, and append the audit line.

        Call it inside :meth:`menulis`.

        Args:
            periode: the month.
            manifes: the manifest without format and hashes, which are added here.
            berkas: files by their path inside the period's folder.
            catatan: the fields of the audit line; the manifest's hash is added.
        """
        folder = self._folder(periode)
        baru = folder.with_name(folder.name + _BARU)
        isi_manifes = self.manifes_lengkap(manifes, berkas)
        semua = self.jejak()
        baris = tambah(semua[-1] if semua else None, {**catatan, "manifes": sha256(isi_manifes)})
        if baru.exists():
            shutil.rmtree(baru)
        for nama, isi in {**berkas, _MANIFES: isi_manifes}.items():
            (baru / nama).parent.mkdir(parents=True, exist_ok=True)
            _tulis_dan_pastikan(baru / nama, isi)
        _tulis_dan_pastikan(baru / _TERTUNDA, (baris.teks + "\n").encode())
        _pastikan_folder(baru)
        self._pasang(folder, baru)
        return baris

    def manifes_lengkap(self, manifes: Mapping[str, object], berkas: Mapping[str, bytes]) -> bytes:
        """Give the bytes of a manifest: the format, what is known of the period, and the hash of every file."""
        lengkap = {"format": FORMAT, **manifes, "berkas": {nama: sha256(berkas[nama]) for nama in sorted(berkas)}}
        return (json.dumps(lengkap, ensure_ascii=False, indent=1) + "\n").encode()

    def tulis_laporan(self, periode: Periode, nama: str, isi: bytes) -> bool:
        """Replace one report; False where it is held open by another program (Excel), and the old one stays."""
        folder = self.folder_laporan(periode)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            tulis_utuh(folder / nama, isi)
        except PermissionError:
            if os.access(folder, os.W_OK):
                return False
            raise
        return True

    def folder_laporan(self, periode: Periode) -> Path:
        """Give the folder of a period's reports."""
        return self.folder / "laporan" / str(periode)

    def _folder(self, periode: Periode) -> Path:
        return self.folder / "periode" / str(periode)

    def _pasang(self, folder: Path, baru: Path) -> None:
        """Put a complete new folder in its place and its audit line at the end of the trail."""
        if baru.is_dir():
            if folder.is_dir():
                folder.rename(self._revisi_berikut(folder))
            baru.rename(folder)
            _pastikan_folder(folder.parent)
        tertunda = folder / _TERTUNDA
        if tertunda.exists():
            self._sambung(tertunda.read_text("utf-8"))
            tertunda.unlink()

    def _revisi_berikut(self, folder: Path) -> Path:
        pola = re.compile(re.escape(folder.name) + r"\.r(\d+)")
        nomor = [int(m[1]) for p in folder.parent.iterdir() if (m := pola.fullmatch(p.name))]
        return folder.with_name(f"{folder.name}.r{max(nomor, default=0) + 1}")

    def _sambung(self, baris: str) -> None:
        """Append a line once; the torn beginning of the same line, left by a crash, is cut off first."""
        berkas = self.folder / _JEJAK
        lama = berkas.read_text("utf-8") if berkas.exists() else ""
        if lama.endswith(baris):
            return
        utuh, _, ekor = lama.rpartition("\n")
        if ekor and baris.startswith(ekor):
            lama = utuh + "\n" if utuh else ""
            with berkas.open("r+b") as f:
                f.truncate(len(lama.encode()))
        with berkas.open("ab") as f:
            f.write(baris.encode())
            f.flush()
            os.fsync(f.fileno())

    def _pulihkan(self) -> tuple[str, ...]:
        """Complete or roll back what a crash left; the audit line is written last into the new folder, so it tells."""
        induk = self.folder / "periode"
        pesan = []
        for baru in sorted(induk.glob(f"*{_BARU}")) if induk.is_dir() else ():
            nama = baru.name.removesuffix(_BARU)
            if self._lengkap(baru):
                self._pasang(baru.with_name(nama), baru)
                pesan.append(f"Penyimpanan {nama} yang terputus sudah diselesaikan.")
            else:
                shutil.rmtree(baru)
                pesan.append(f"Penyimpanan {nama} yang terputus dibatalkan; hasil sebelumnya tetap.")
        for tertunda in sorted(induk.glob(f"*/{_TERTUNDA}")) if induk.is_dir() else ():
            self._pasang(tertunda.parent, tertunda.parent.with_name(tertunda.parent.name + _BARU))
            pesan.append(f"Jejak audit untuk {tertunda.parent.name} sudah dilengkapi.")
        return tuple(pesan)

    def _lengkap(self, baru: Path) -> bool:
        try:
            baris = (baru / _TERTUNDA).read_text("utf-8")
            return baris.endswith("\n") and bool(urai_baris(baris.rstrip("\n"), 1))
        except (OSError, JejakRusak, UnicodeDecodeError):
            return False


def salin_folder(asal: Path, tujuan: Path) -> None:
    """Copy a folder's files into another, over those of the same name."""
    for berkas in sorted(p for p in asal.rglob("*") if p.is_file()):
        sasaran = tujuan / berkas.relative_to(asal)
        sasaran.parent.mkdir(parents=True, exist_ok=True)
        tulis_utuh(sasaran, berkas.read_bytes())


def simpan_di(folder: Path, nama: str, isi: bytes) -> Path:
    """Write a file into a folder that the user named; the folder is made where there is none.

    Raises:
        KinerjaError: it can't be written, or is open in another program.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        tulis_utuh(folder / nama, isi)
    except OSError as e:
        raise _tak_bisa_menulis(folder, e) from e
    return folder / nama


def tulis_utuh(tujuan: Path, isi: bytes) -> None:
    """Write a file beside its place, then move it in: readers see the old bytes or the new ones, never a part."""
    sementara = tujuan.with_name(f".{tujuan.name}.baru")
    try:
        sementara.write_bytes(isi)
        sementara.replace(tujuan)
    except OSError:
        with contextlib.suppress(OSError):
            sementara.unlink(missing_ok=True)
        raise


def _tulis_dan_pastikan(tujuan: Path, isi: bytes) -> None:
    with tujuan.open("wb") as f:
        f.write(isi)
        f.flush()
        os.fsync(f.fileno())


def _pastikan_folder(folder: Path) -> None:
    """Make renames in a folder durable, where the system can (not on Windows)."""
    if os.name == "posix":
        fd = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(fd)
        finally:
            os.close(fd)


def _berubah(periode: Periode, sebab: str) -> KinerjaError:
    return KinerjaError(
        f"Simpanan periode {periode} {sebab}.",
        f"Kembalikan dari cadangan; atau pindahkan folder periode/{periode} ke tempat lain, lalu hitung lagi.",
    )


def _tak_bisa_menulis(folder: Path, sebab: OSError) -> KinerjaError:
    return KinerjaError(
        f"Tidak dapat menulis di {folder}: {sebab.strerror or sebab}.",
        "Periksa izin folder dan sisa ruang penyimpanan, lalu ulangi.",
    )
