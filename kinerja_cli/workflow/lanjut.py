"""Follow-up: saved months and the workbooks beside them → proposals, needs, reports."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kinerja_cli.core.lanjut.aturan import AturanLanjut
from kinerja_cli.core.lanjut.bulan import BulanTersimpan
from kinerja_cli.core.lanjut.laporan import LaporanLanjut, susun_laporan_lanjut
from kinerja_cli.core.lanjut.urai import periksa_pelengkap
from kinerja_cli.core.periode import Periode
from kinerja_cli.core.temuan import Temuan, Tingkat, hitung_tingkat, nama_terdekat, urutkan
from kinerja_cli.errors import KinerjaError
from kinerja_cli.readers.pelengkap import baca_aturan_lanjut
from kinerja_cli.store import RuangKerja, simpan_di
from kinerja_cli.workflow.isi import konteks_laporan
from kinerja_cli.workflow.ruang import pilih_periode, setelan_ruang
from kinerja_cli.workflow.tersimpan import aturan_tersimpan
from kinerja_cli.workflow.usulan import baca_pelengkap, bawaan, satu_bulan
from kinerja_cli.writers.buku_lanjut import buku_lanjut
from kinerja_cli.writers.halaman_lanjut import halaman_lanjut

FORMAT = ("xlsx", "html")
"""Kinds of file that can be written."""
_NAMA = "tindak-lanjut"
_BULAN_SETAHUN = 12


@dataclass(frozen=True)
class HasilLanjut:
    """The report, and what was wrong with the workbooks beside the scores."""

    laporan: LaporanLanjut
    temuan: tuple[Temuan, ...]


def susun_tindak_lanjut(
    ruang: RuangKerja, jalur: Sequence[Path] = (), periode: Periode | None = None, dinas: Collection[str] = ()
) -> HasilLanjut:
    """Make the report of a saved month.

    Args:
        ruang: the ruang kerja.
        jalur: workbooks with Potensial, Katalog Pelatihan, Register Pelatihan, and folders of them; empty: those in the
            ruang kerja's folder ``pelengkap``, where there is one.
        periode: the month; None: the latest.
        dinas: names; empty for all.

    Raises:
        KinerjaError: nothing is saved, a path or dinas is unknown, or the rules are wrong.
    """
    aturan = baca_aturan_lanjut(ruang.folder_aturan())
    akhir = pilih_periode(ruang, periode)
    simpanan = ruang.baca(akhir)
    assert simpanan is not None  # pilih_periode has found it
    semua = _bulan(ruang, akhir, aturan)
    ini = semua[-1]
    _periksa_dinas(dinas, {o.dinas for o in ini.orang.values()}, akhir)
    pelengkap, temuan, _ = baca_pelengkap(jalur or bawaan(ruang), aturan)
    aspek = {a for o in ini.orang.values() for a in o.aspek}
    temuan = urutkan(
        (*temuan, *periksa_pelengkap(pelengkap, ini.orang.keys(), aspek, set(ini.capaian["kode"]), akhir.hari_terakhir))
    )
    konteks = konteks_laporan(ruang, simpanan, aturan_tersimpan(simpanan), setelan_ruang(ruang))
    laporan = susun_laporan_lanjut(semua, pelengkap, aturan, konteks, dinas)
    if salah := hitung_tingkat(temuan)[Tingkat.GALAT]:
        catatan = f"{salah} GALAT di berkas pelengkap: barisnya tidak dipakai. Betulkan, lalu ulangi."
        laporan = replace(laporan, catatan=(catatan, *laporan.catatan))
    return HasilLanjut(laporan, temuan)


@dataclass(frozen=True)
class Tertulis:
    """What was written, and what another program holds open."""

    tertulis: tuple[Path, ...]
    terbuka: tuple[str, ...] = ()


def tulis_tindak_lanjut(ruang: RuangKerja, hasil: HasilLanjut, jenis: Sequence[str], folder: Path | None = None) -> Tertulis:
    """Write the report's files into a folder that was named, else beside the month's reports.

    Raises:
        KinerjaError: a file can't be written.
    """
    periode = hasil.laporan.konteks.periode
    isi = {"xlsx": lambda: buku_lanjut(hasil.laporan, hasil.temuan), "html": lambda: halaman_lanjut(hasil.laporan).encode()}
    berkas = {f"{_NAMA}.{satu}": isi[satu]() for satu in jenis}
    if folder:
        return Tertulis(tuple(simpan_di(folder, nama, data) for nama, data in berkas.items()))
    baik = [nama for nama, data in berkas.items() if ruang.tulis_laporan(periode, nama, data)]
    terbuka = tuple(nama for nama in berkas if nama not in baik)
    return Tertulis(tuple(ruang.folder_laporan(periode) / nama for nama in baik), terbuka)


def _periksa_dinas(dinas: Collection[str], ada: Collection[str], akhir: Periode) -> None:
    for nama in dinas:
        if nama not in ada:
            usul = nama_terdekat(nama, ada)
            saran = f"Maksud Anda “{usul}”?" if usul else f"Yang ada: {'; '.join(sorted(ada))}."
            raise KinerjaError(f"Dinas “{nama}” tidak ada di periode {akhir}.", saran)


def _bulan(ruang: RuangKerja, akhir: Periode, aturan: AturanLanjut) -> tuple[BulanTersimpan, ...]:
    """Read the months that the rules may need, oldest first: a year, and what lies around its courses."""
    banyak = max(*(u.berturut for u in aturan.usulan), aturan.kebutuhan.bulan, _BULAN_SETAHUN + aturan.dampak.bulan)
    awal = akhir.geser(1 - banyak)
    simpanan = (ruang.baca(p) for p in ruang.semua_periode() if awal <= p <= akhir)
    return tuple(satu_bulan(s) for s in simpanan if s)
