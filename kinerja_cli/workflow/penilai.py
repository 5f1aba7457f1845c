"""``bandingkan --penilai``: a saved period's raters and units side by side."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from pathlib import Path

from kinerja_cli.core import skema
from kinerja_cli.core.penilai import LaporanPenilai, bandingkan_penilai
from kinerja_cli.core.periode import Periode
from kinerja_cli.core.simpanan import tabel_dari_csv
from kinerja_cli.errors import KinerjaError
from kinerja_cli.store import RuangKerja, simpan_di
from kinerja_cli.workflow.isi import muat
from kinerja_cli.workflow.ruang import pilih_periode, setelan_ruang
from kinerja_cli.workflow.tersimpan import bulan_lalu
from kinerja_cli.writers.excel import buku_penilai
from kinerja_cli.writers.html import halaman_penilai


def _halaman(laporan: LaporanPenilai) -> bytes:
    return halaman_penilai(laporan).encode()


_PEMBUAT: Mapping[str, Callable[[LaporanPenilai], bytes]] = {"xlsx": buku_penilai, "html": _halaman}


def banding_penilai(ruang: RuangKerja, periode: Periode | None) -> LaporanPenilai:
    """Compare the raters and units of a saved period, the latest where none is named.

    Raises:
        KinerjaError: nothing saved, or a rule set without numbers.
    """
    terpilih = pilih_periode(ruang, periode)
    isi = muat(ruang, terpilih, setelan_ruang(ruang))
    if not isi.konteks.aturan.berangka:
        raise KinerjaError(
            f"Perbandingan penilai tidak berlaku untuk {isi.konteks.aturan.judul}: aturan itu tidak memberi nilai angka.",
            "Pilih periode yang dihitung dengan aturan yang memberi nilai angka.",
        )
    simpanan = ruang.baca(terpilih)
    assert simpanan
    kolom = {k: skema.PEGAWAI[k] for k in ("nip", "nama", "nip_penilai")}
    pegawai = tabel_dari_csv(simpanan.berkas["pegawai.csv"], kolom, "pegawai.csv")
    lalu = bulan_lalu(ruang, terpilih)
    return bandingkan_penilai(isi.hasil, pegawai, isi.konteks, (lalu.periode, lalu.realisasi) if lalu else None)


def tulis_penilai(laporan: LaporanPenilai, format_: Collection[str], ke: Path) -> tuple[Path, ...]:
    """Write the comparison as files into a folder.

    Raises:
        KinerjaError: an unknown format, or the folder can't be written.
    """
    asing = [f for f in format_ if f not in _PEMBUAT]
    if asing:
        raise KinerjaError(f"Format “{asing[0]}” tidak dikenal.", f"Yang ada: {', '.join(_PEMBUAT)}.")
    nama = f"Perbandingan Penilai {laporan.konteks.periode.nama}"
    return tuple(simpan_di(ke, f"{nama}.{f}", _PEMBUAT[f](laporan)) for f in format_)
