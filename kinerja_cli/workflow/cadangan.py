"""Handing a ruang kerja over as one verified file, packing old years away, and taking such a file in."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from kinerja_cli import __version__
from kinerja_cli.core.cadangan import DAFTAR, SURAT, Daftar, HasilCadangan, kepala_jejak, tulis_daftar
from kinerja_cli.core.jejak import BarisJejak
from kinerja_cli.core.periode import Periode
from kinerja_cli.core.riwayat import ARSIP
from kinerja_cli.core.serah_terima import BulanTersimpan, susun_surat
from kinerja_cli.core.simpanan import SimpananRusak, tabel_dari_csv
from kinerja_cli.errors import KinerjaError
from kinerja_cli.store import (
    RuangKerja,
    Simpanan,
    berkas_ruang,
    bongkar_zip,
    bukan_milik,
    periksa_zip,
    sha256,
    simpan_di,
    tulis_zip,
)
from kinerja_cli.workflow.kunci import catatan
from kinerja_cli.workflow.ruang import Pelaku, setelan_ruang
from kinerja_cli.writers.html import halaman_serah_terima


def buat_cadangan(
    ruang: RuangKerja, berkas: Path, pelaku: Pelaku, sampai: int | None = None, *, keluarkan: bool = False
) -> HasilCadangan:
    """Pack a ruang kerja, or its periods up to a year, into one file, and read that back to the last byte.

    Args:
        ruang: the ruang kerja.
        berkas: the zip to write; one that is there is never replaced.
        pelaku: who does it.
        sampai: the last year; None for everything. Settings, rule sets and the whole trail always go with it.
        keluarkan: take the packed periods out of the ruang kerja afterwards. Their reports stay.

    Raises:
        KinerjaError: the file is there, nothing is that old, or the periods may not be taken out.
    """
    berkas = berkas.absolute()
    with ruang.menulis(str(pelaku)):
        periode = tuple(p for p in ruang.semua_periode() if sampai is None or p.tahun <= sampai)
        if sampai is not None and not periode:
            raise KinerjaError(f"Tidak ada periode sampai {sampai}.", "Lihat “kinerja riwayat”.")
        if keluarkan:
            _tolak_keluar(ruang, periode)
        isi: dict[str, Path | bytes] = {**berkas_ruang(ruang.folder, sampai), SURAT: _surat(ruang).encode()}
        jejak = {nama: sha256(satu if isinstance(satu, bytes) else satu.read_bytes()) for nama, satu in isi.items()}
        setelan = setelan_ruang(ruang)
        daftar = tulis_daftar(Daftar(setelan.instansi, __version__, sampai, kepala_jejak(ruang.jejak()), jejak))
        tulis_zip(berkas, {**isi, DAFTAR: daftar})
        terbaca = periksa_zip(berkas)
        if keluarkan:
            ruang.keluarkan(
                periode, catatan(ARSIP, None, pelaku, sampai=sampai, daftar=[*map(str, periode)], cadangan=sha256(daftar))
            )
    surat = isi[SURAT]
    assert isinstance(surat, bytes)
    return HasilCadangan(
        berkas=berkas,
        surat=simpan_di(berkas.parent, f"{berkas.stem} - surat serah terima.html", surat),
        daftar=terbaca,
        tidak_ikut=bukan_milik(ruang.folder),
        dikeluarkan=periode if keluarkan else (),
    )


def pulihkan_cadangan(berkas: Path, folder: Path) -> Daftar:
    """Unpack a backup into a folder that is new or empty: everything, or nothing.

    Raises:
        KinerjaError: it is no whole and harmless backup, or the folder holds something.
    """
    return bongkar_zip(berkas, folder.absolute())


def _tolak_keluar(ruang: RuangKerja, periode: tuple[Periode, ...]) -> None:
    if periode[-1] == ruang.semua_periode()[-1]:
        raise KinerjaError(
            f"{periode[-1]} adalah bulan terakhir; pegawai dan indikatornya masih dipakai.", "Sebut tahun yang lebih awal."
        )
    terbuka = [str(p) for p in periode if not _baca(ruang, p).terkunci]
    if terbuka:
        raise KinerjaError(f"Belum dikunci: {', '.join(terbuka)}.", "Yang dikeluarkan hanya periode yang terkunci.")


def _baca(ruang: RuangKerja, periode: Periode) -> Simpanan:
    simpanan = ruang.baca(periode)
    assert simpanan
    return simpanan


def _surat(ruang: RuangKerja) -> str:
    setelan = setelan_ruang(ruang)
    jejak: tuple[BarisJejak, ...] = ruang.jejak()
    sendiri = [p.name for folder in ruang.folder_aturan() for p in sorted(folder.glob("*.toml"))]
    bulan = [_bulan(ruang, p) for p in ruang.semua_periode()]
    teks = ruang.setelan().decode("utf-8-sig")
    return halaman_serah_terima(susun_surat(setelan.instansi, setelan.tempat, __version__, teks, sendiri, bulan, jejak))


def _bulan(ruang: RuangKerja, periode: Periode) -> BulanTersimpan:
    """Read what the letter tells of a month; a damaged one is told, not raised: it is handed over too."""
    kosong = pd.DataFrame()
    try:
        simpanan = _baca(ruang, periode)
        aturan = simpanan.manifes["aturan"]
        assert isinstance(aturan, dict)
        return BulanTersimpan(
            periode,
            simpanan.terkunci,
            str(aturan["id"]),
            tabel_dari_csv(simpanan.berkas["nilai.csv"], {}, "nilai.csv"),
            tabel_dari_csv(simpanan.berkas["temuan.csv"], {}, "temuan.csv"),
        )
    except KinerjaError as e:
        return BulanTersimpan(periode, False, "–", kosong, kosong, e.kalimat)
    except SimpananRusak as e:
        return BulanTersimpan(periode, False, "–", kosong, kosong, f"{e}.")
