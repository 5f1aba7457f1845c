"""The exercise for a new operator: made once, then marked as often as they like; never overwritten."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from kinerja_cli.core.latihan.bulan import BULAN, DAERAH, TEMPAT
from kinerja_cli.core.latihan.folder import (
    BERKAS_DINAS,
    HASIL,
    INGATAN,
    KUNCI,
    PETUNJUK,
    Ingatan,
    susun_ingatan,
    tulis_ingatan,
)
from kinerja_cli.core.latihan.halaman import Halaman
from kinerja_cli.core.latihan.pemeriksaan import NilaiLatihan, periksa_latihan, temuan_baru
from kinerja_cli.core.latihan.soal import Soal, susun_soal
from kinerja_cli.core.setelan import ATURAN_BAWAAN, ISI_AWAL
from kinerja_cli.errors import KinerjaError
from kinerja_cli.readers.buku_kerja import Bacaan
from kinerja_cli.readers.pohon import baca_pohon
from kinerja_cli.store import SETELAN, isi_folder_baru, simpan_di
from kinerja_cli.workflow.berkas import Berkas, kumpulkan
from kinerja_cli.workflow.ruang import pilih_aturan
from kinerja_cli.workflow.tafsir import tafsirkan, uraikan
from kinerja_cli.workflow.terbaca import Terbaca, baca
from kinerja_cli.writers.buku_latihan import berkas_latihan, hasil_latihan, kunci_jawaban
from kinerja_cli.writers.halaman_latihan import halaman_petunjuk

BENIH_BAWAAN = 1


def ada_latihan(folder: Path) -> bool:
    """Tell whether a folder is an exercise already."""
    return (folder / INGATAN).is_file()


def buat_latihan(folder: Path, benih: int) -> Soal:
    """Make an exercise in a folder that is new or empty.

    Raises:
        KinerjaError: the folder holds something, or can't be written.
    """
    soal = _soal(benih)
    berkas = {
        SETELAN: ISI_AWAL.format(instansi=f"Pemerintah {DAERAH}", tempat=TEMPAT).encode(),
        PETUNJUK: halaman_petunjuk(soal).encode(),
        **{f"{BERKAS_DINAS}/{nama}": isi for nama, isi in berkas_latihan(soal.halaman).items()},
        KUNCI: kunci_jawaban(soal),
        INGATAN: tulis_ingatan(soal).encode(),
    }
    isi_folder_baru(folder, berkas, "Sebut folder lain: kinerja contoh --latihan NAMA-FOLDER. Yang ada tidak ditimpa.")
    return soal


def periksa_folder_latihan(folder: Path, benih: int | None) -> NilaiLatihan:
    """Mark the exercise of a folder.

    Args:
        folder: the exercise.
        benih: the seed that was asked for; None for whichever it has.

    Raises:
        KinerjaError: the folder's memory is damaged, of another seed or another version; or there are no workbooks.
    """
    soal = _soal_folder(folder, benih)
    masuk, temuan_berkas = kumpulkan([folder / BERKAS_DINAS])
    terbaca = baca(masuk)
    uraian = uraikan(terbaca)
    aturan = pilih_aturan(None, ATURAN_BAWAAN)
    kini = tafsirkan(terbaca, uraian, aturan, BULAN, semua=False)
    dibagikan = _terbaca(soal.halaman)
    semula = tafsirkan(dibagikan, uraikan(dibagikan), aturan, BULAN, semua=False)
    baru = temuan_baru((*semula.temuan, *semula.akibat), (*temuan_berkas, *kini.temuan))
    return periksa_latihan(soal, uraian, terbaca.lembar, baru)


def tulis_hasil(folder: Path, nilai: NilaiLatihan) -> Path:
    """Write the mark sheet; give its path.

    Raises:
        KinerjaError: it can't be written, or is open in another program.
    """
    return simpan_di(folder, HASIL, hasil_latihan(nilai))


def _soal(benih: int) -> Soal:
    return susun_soal(benih, tuple(pilih_aturan(None, ATURAN_BAWAAN).aspek))


def _soal_folder(folder: Path, benih: int | None) -> Soal:
    baru = "Buat latihan baru di folder lain: kinerja contoh --latihan NAMA-FOLDER."
    salin = (
        f"Nomor latihan ini ada di {PETUNJUK}. Buat latihan bernomor sama di folder lain, lalu salin {INGATAN}-nya ke sini."
    )
    ingatan: Ingatan = baca_pohon((folder / INGATAN).read_bytes(), str(folder / INGATAN), susun_ingatan, salin)
    if benih is not None and benih != ingatan.benih:
        raise KinerjaError(
            f"Folder {folder} sudah berisi latihan nomor {ingatan.benih}, bukan {benih}.",
            "Sebut folder lain untuk latihan baru, atau hilangkan --benih untuk memeriksa yang ini.",
        )
    soal = _soal(ingatan.benih)
    if soal.sidik != ingatan.sidik:
        raise KinerjaError(f"Latihan di {folder} dibuat oleh versi kinerja yang lain, jadi tidak dapat diperiksa.", baru)
    return soal


def _terbaca(halaman: Sequence[Halaman]) -> Terbaca:
    """Give sheets as if they had been read."""
    return Terbaca(
        tuple(
            (Berkas(nama, b"", "", sebutan=nama), Bacaan(tuple(h.lembar for h in semua)))
            for nama, semua in groupby(halaman, key=lambda h: h.lembar.berkas)
        )
    )
