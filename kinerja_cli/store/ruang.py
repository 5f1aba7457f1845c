"""The ruang kerja: settings, rule sets, periods and their revisions, the audit trail, reports, and who may write."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from filelock import FileLock, Timeout

from kinerja_cli.core.jejak import BarisJejak, JejakRusak, tambah, urai_jejak
from kinerja_cli.core.periode import Periode, Rentang, periode_dari_kode
from kinerja_cli.errors import KinerjaError
from kinerja_cli.store.berkas import pastikan_folder, sha256, tak_bisa_menulis, tulis_dan_pastikan, tulis_utuh
from kinerja_cli.store.bukti import sidik_berkas
from kinerja_cli.store.pasang import BARU, GANTI, ada_sisa, catat, keluarkan, nomor_revisi, pasang, pulihkan, siapkan
from kinerja_cli.store.sela import tanpa_sela
from kinerja_cli.store.simpanan import MANIFES, Simpanan, baca_simpanan, susun_simpanan

SETELAN = "kinerja.toml"
_JEJAK = "jejak.jsonl"
_TUNGGU_KUNCI = 10.0


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
            raise tak_bisa_menulis(folder, e) from e
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
        with self.membaca() if ada_sisa(self._induk) else contextlib.nullcontext():
            nama = [p.name for p in self._induk.iterdir() if p.is_dir()] if self._induk.is_dir() else []
        return tuple(sorted(p for n in nama if (p := periode_dari_kode(n))))

    def baca(self, periode: Periode) -> Simpanan | None:
        """Read a saved period and prove every hash of its manifest; None where it isn't saved.

        Raises:
            KinerjaError: a file is missing, cut, changed, or of a later format.
        """
        return self.baca_sebagian(periode, ("*",))

    def baca_sebagian(self, periode: Periode, hanya: Collection[str]) -> Simpanan | None:
        """Read as :meth:`baca` does, but only the files that fit one of some patterns; the others aren't even opened.

        For looking something up: what is saved again must be read whole.
        """
        folder = self.folder_periode(periode)
        with contextlib.suppress(KinerjaError):
            if folder.is_dir():
                return baca_simpanan(folder, periode, hanya)
        with self.membaca():  # what looks missing or torn may only be on its way in
            return baca_simpanan(folder, periode, hanya) if folder.is_dir() else None

    def revisi(self, periode: Periode) -> dict[int, Path]:
        """Give the folders of a period's earlier results by number, oldest first."""
        semua = self._induk.iterdir() if self._induk.is_dir() else ()
        bernomor = {n: p for p in semua if (n := nomor_revisi(p, str(periode))) is not None}
        return dict(sorted(bernomor.items()))

    def baca_menurut_manifes(self, periode: Periode, sha256_manifes: str) -> Simpanan | None:
        """Read the result of a period, current or earlier, that the audit trail knows by its manifest's hash."""
        for folder in (self.folder_periode(periode), *reversed(self.revisi(periode).values())):
            manifes = folder / MANIFES
            if manifes.is_file() and sha256(manifes.read_bytes()) == sha256_manifes:
                return baca_simpanan(folder, periode)
        return None

    def jejak(self) -> tuple[BarisJejak, ...]:
        """Read the audit trail and prove its chain.

        Raises:
            KinerjaError: it was cut or altered.
        """
        with contextlib.suppress(JejakRusak, UnicodeDecodeError):
            return urai_jejak(self.isi_jejak().decode())
        try:
            with self.membaca():  # a torn line may only be on its way in
                return urai_jejak(self.isi_jejak().decode())
        except (JejakRusak, UnicodeDecodeError) as e:
            raise KinerjaError(
                f"Jejak audit ({_JEJAK}) rusak: {e}.", "Ambil cadangan terakhir, dan laporkan kepada Inspektorat."
            ) from e

    def isi_jejak(self) -> bytes:
        """Give the bytes of the audit trail; none where nothing was done yet."""
        return self.berkas_jejak.read_bytes() if self.berkas_jejak.exists() else b""

    @contextlib.contextmanager
    def membaca(self) -> Iterator[None]:
        """Keep writers off while several files are read; where nobody can write, or one doesn't end, read all the same."""
        terkunci = False
        if Path(self._kunci.lock_file).exists():
            with contextlib.suppress(OSError):  # Timeout is one
                self._kunci.acquire(timeout=_TUNGGU_KUNCI)
                terkunci = True
        try:
            yield
        finally:
            if terkunci:
                self._kunci.release()

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
            with self._kunci.acquire(timeout=_TUNGGU_KUNCI):
                pemegang.write_text(siapa, "utf-8")
                try:
                    yield pulihkan(self._induk, self.berkas_jejak)
                finally:
                    pemegang.unlink(missing_ok=True)
        except Timeout as e:
            oleh = pemegang.read_text("utf-8") if pemegang.exists() else "proses lain"
            raise KinerjaError(f"Ruang kerja sedang dipakai oleh {oleh}.", "Tunggu sampai selesai, lalu ulangi.") from e
        except OSError as e:
            raise tak_bisa_menulis(self.folder, e) from e

    def pulihkan(self, siapa: str) -> tuple[str, ...]:
        """Before reading: complete or roll back what a crash left. Nothing is touched where nothing was left.

        Raises:
            KinerjaError: somebody is writing at this moment, or the folder can't be written.
        """
        if not ada_sisa(self._induk):
            return ()
        with self.menulis(siapa) as pesan:
            return pesan

    def simpan(self, simpanan: Simpanan, catatan: Mapping[str, object]) -> BarisJejak:
        """Make a result, new or earlier, the current one in one step; the one that it replaces becomes a revision.

        Call it inside :meth:`menulis`. The audit line's fields are ``catatan`` and the manifest's hash.
        """
        return self._pasang(BARU, simpanan, catatan)

    def ubah_status(self, simpanan: Simpanan, status: str, catatan: Mapping[str, object]) -> BarisJejak:
        """Lock or unlock a period: the same result under another status, so it makes no revision.

        Call it inside :meth:`menulis`.
        """
        bersih = {k: v for k, v in simpanan.manifes.items() if k not in ("format", "berkas")}
        baru = susun_simpanan(simpanan.periode, {**bersih, "status": status}, simpanan.berkas)
        return self._pasang(GANTI, baru, catatan)

    def keluarkan(self, periode: Sequence[Periode], catatan: Mapping[str, object]) -> BarisJejak:
        """Take periods and their revisions out, once a verified backup holds them; the trail keeps all their lines.

        Call it inside :meth:`menulis`. A crash leaves each folder whole or gone.
        """
        folder = [f for p in periode for f in (self.folder_periode(p), *self.revisi(p).values())]
        baris = self.catat(catatan)
        keluarkan(self._induk, folder)
        return baris

    def catat(self, catatan: Mapping[str, object]) -> BarisJejak:
        """Append an audit line that goes with no result. Call it inside :meth:`menulis`."""
        baris = self._baris_berikut(catatan)
        with tanpa_sela("Langkah ini sempat selesai dan tercatat."):
            catat(baris, self.berkas_jejak)
        return baris

    def simpan_bukti(self, periode: Periode, nama: str, isi: bytes) -> None:
        """Keep a piece of evidence and wait until the disk has it. Call it inside :meth:`menulis`, before its line."""
        tujuan = self.berkas_bukti(periode, nama, sha256(isi))
        tujuan.parent.mkdir(parents=True, exist_ok=True)
        sementara = tujuan.with_name(f".{tujuan.name}.baru")
        tulis_dan_pastikan(sementara, isi)
        sementara.replace(tujuan)
        pastikan_folder(tujuan.parent)

    def tulis_laporan(self, periode: Periode | Rentang, nama: str, isi: bytes) -> bool:
        """Replace one report, by its path in the folder; False where another program (Excel) holds it: the old one stays."""
        tujuan = self.folder_laporan(periode) / nama
        try:
            tujuan.parent.mkdir(parents=True, exist_ok=True)
            tulis_utuh(tujuan, isi)
        except PermissionError:
            if os.access(tujuan.parent, os.W_OK):
                return False
            raise
        return True

    def laporan_berdiri(self, periode: Periode, bahan: str) -> frozenset[str]:
        """Name the reports that were made from equal material (its hash), and lie there as they were written."""
        folder = self.folder_laporan(periode)
        return frozenset(
            nama
            for nama, (dari, isi) in self._sidik_laporan(periode).items()
            if dari == bahan and sidik_berkas(folder / nama) == isi
        )

    def catat_laporan(self, periode: Periode, bahan: str, sidik: Mapping[str, str]) -> None:
        """Remember from which material reports were made, and the hashes of their bytes."""
        semua = self._sidik_laporan(periode) | {nama: (bahan, isi) for nama, isi in sidik.items()}
        self._berkas_sidik(periode).parent.mkdir(exist_ok=True)
        tulis_utuh(self._berkas_sidik(periode), json.dumps(semua, ensure_ascii=False, indent=1, sort_keys=True).encode())

    def hapus_laporan(self, periode: Periode, nama: str) -> None:
        """Take away a report of ours that no longer holds; one that is held open stays until the next time."""
        with contextlib.suppress(PermissionError):
            (self.folder_laporan(periode) / nama).unlink(missing_ok=True)

    # Places ---------------------------------------------------------------------------------------------------------

    def folder_periode(self, periode: Periode) -> Path:
        """Give the folder of a period's current result."""
        return self._induk / str(periode)

    def folder_laporan(self, periode: Periode | Rentang) -> Path:
        """Give the folder of the reports of a month, quarter, half-year or year."""
        return self.folder / "laporan" / str(periode)

    def berkas_bukti(self, periode: Periode, nama: str, jejak: str) -> Path:
        """Give the place of a piece of evidence, by its name and the hash of its content."""
        return self.folder / "keberatan" / str(periode) / f"{jejak[:8]}-{nama}"

    @property
    def berkas_jejak(self) -> Path:
        """The audit trail."""
        return self.folder / _JEJAK

    def _berkas_sidik(self, periode: Periode) -> Path:
        return self.folder / ".laporan" / f"{periode}.json"

    def _sidik_laporan(self, periode: Periode) -> dict[str, tuple[str, str]]:
        """Read what is remembered; what is damaged is forgotten, and the reports are made again."""
        try:
            semua = json.loads(self._berkas_sidik(periode).read_bytes())
            return {str(nama): (str(dari), str(isi)) for nama, (dari, isi) in semua.items()}
        except (OSError, ValueError, TypeError, AttributeError):
            return {}

    @cached_property
    def _kunci(self) -> FileLock:
        """One lock an instance: what holds it for writing may also read."""
        return FileLock(self.folder / ".kunci")

    @property
    def _induk(self) -> Path:
        return self.folder / "periode"

    def _pasang(self, cara: str, simpanan: Simpanan, catatan: Mapping[str, object]) -> BarisJejak:
        periode = simpanan.periode
        baris = self._baris_berikut({**catatan, "manifes": simpanan.sha256_manifes})
        menunggu = self.folder_periode(periode).with_suffix(cara)
        menunggu.parent.mkdir(parents=True, exist_ok=True)
        with tanpa_sela(f"Langkah pada periode {periode} sempat selesai dan tersimpan utuh."):
            siapkan(menunggu, {**simpanan.berkas, MANIFES: simpanan.isi_manifes}, baris)
            pasang(menunggu, self.berkas_jejak)
        return baris

    def _baris_berikut(self, isi: Mapping[str, object]) -> BarisJejak:
        semua = self.jejak()
        return tambah(semua[-1] if semua else None, isi)
