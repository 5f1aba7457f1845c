"""Service times: registers read, checked, measured; reports written; a value given to an indicator."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from kinerja_cli import __version__
from kinerja_cli.core.kolom import ringkas
from kinerja_cli.core.laporan import nama_berkas
from kinerja_cli.core.layanan.batas import Batas
from kinerja_cli.core.layanan.jangka import Jangka, jangka_bulan
from kinerja_cli.core.layanan.laporan import Bahan, LaporanLayanan, cakupan_register, susun_laporan
from kinerja_cli.core.layanan.nilai import PERSEN, CaraNilai, nilai_indikator
from kinerja_cli.core.layanan.periksa import Terperiksa, periksa
from kinerja_cli.core.layanan.pilihan import Penerima, UkuranNilai
from kinerja_cli.core.layanan.register import SEBUTAN_SATUAN, SatuanWaktu, baca_register, satuan_waktu
from kinerja_cli.core.layanan.ukur import lama
from kinerja_cli.core.layanan.waktu import Kalender
from kinerja_cli.core.periode import Periode
from kinerja_cli.core.ringkasan import sidik
from kinerja_cli.core.temuan import Letak, Temuan, nama_terdekat, urutkan
from kinerja_cli.core.titipan import Asal, Nilai
from kinerja_cli.errors import KinerjaError
from kinerja_cli.readers.layanan import bawaan_layanan, kalender_kantor
from kinerja_cli.store import RuangKerja, simpan_di
from kinerja_cli.workflow.berkas import kumpulkan
from kinerja_cli.workflow.hitung import HasilHitung
from kinerja_cli.workflow.ruang import Pelaku, setelan_ruang
from kinerja_cli.workflow.terbaca import baca
from kinerja_cli.workflow.titipan import Tujuan, penerima, satuan_indikator, titipkan
from kinerja_cli.writers.buku_layanan import buku_layanan
from kinerja_cli.writers.halaman_layanan import halaman_layanan

FORMAT = ("xlsx", "html")
"""Kinds of file that can be written."""


@dataclass(frozen=True)
class PerintahLayanan:
    """What the user asked for.

    Attributes:
        jalur: registers, and folders of them.
        standar: the workbook of standard times, where it isn't among them.
        periode: only this month.
        banding: the two spans to compare.
        jenis: only this type; "" for all.
    """

    jalur: Sequence[Path]
    standar: Path | None = None
    periode: Periode | None = None
    banding: tuple[Jangka, Jangka] | None = None
    jenis: str = ""


@dataclass(frozen=True)
class HasilLayanan:
    """What became of it; ``laporan`` is None where no document counts.

    Attributes:
        diperiksa: the documents that count.
        kalender: the office's time.
        asal: the registers' names and hashes.
        kertas: the paper of the workbook, by the settings.
    """

    temuan: tuple[Temuan, ...]
    laporan: LaporanLayanan | None
    diperiksa: Terperiksa
    kalender: Kalender
    batas: Batas
    asal: tuple[Asal, ...]
    kertas: str


def hitung_layanan(ruang: RuangKerja | None, perintah: PerintahLayanan, hari_ini: dt.date) -> HasilLayanan:
    """Read registers and make the report.

    Raises:
        KinerjaError: a path doesn't exist, a setting makes no sense, or the type isn't in the register.
    """
    masuk, temuan_berkas = kumpulkan([*perintah.jalur, *([perintah.standar] if perintah.standar else [])])
    terbaca = baca(masuk)
    register = baca_register(terbaca.lembar)
    if not register.sumber and not any(t.kode == "L02" for t in register.temuan):
        temuan_berkas += tuple(Temuan("T01", Letak(b.sebutan)) for b in terbaca.berkas[:1])
    bawaan = bawaan_layanan()
    batas = bawaan.batas
    setelan = setelan_ruang(ruang)
    diperiksa = periksa(register, hari_ini, batas)
    if perintah.jenis:
        diperiksa = _hanya_jenis(diperiksa, perintah.jenis)
    temuan = urutkan((*temuan_berkas, *terbaca.temuan, *diperiksa.temuan))
    asal = tuple(Asal(b.sebutan, b.sha256) for b in terbaca.berkas)
    dokumen = diperiksa.register.dokumen
    if dokumen.empty:
        return HasilLayanan(temuan, None, diperiksa, kalender_kantor(setelan.jam_kerja, ()), batas, asal, setelan.kertas)
    cakupan = cakupan_register(diperiksa.register, perintah.periode)
    kalender = kalender_kantor(setelan.jam_kerja, _tahun(dokumen, cakupan, perintah.banding))
    bahan = Bahan(
        setelan.instansi,
        kalender,
        "kinerja.toml, [jam_kerja]" if setelan.jam_kerja else bawaan.dasar,
        batas,
        tuple((b.sebutan, sidik(b.sha256)) for b in terbaca.berkas),
        __version__,
    )
    laporan = susun_laporan(diperiksa, cakupan, perintah.banding, bahan)
    return HasilLayanan(temuan, laporan, diperiksa, kalender, batas, asal, setelan.kertas)


def tulis_layanan(folder: Path, hasil: HasilLayanan, jenis: Sequence[str] = FORMAT) -> tuple[Path, ...]:
    """Write the report's files; give their paths.

    Raises:
        KinerjaError: the folder can't be written.
    """
    laporan = hasil.laporan
    if laporan is None:
        return ()
    dasar = f"Waktu Layanan {laporan.cakupan.nama}"
    nama = nama_berkas([dasar])[dasar]
    isi = {
        "xlsx": lambda: buku_layanan(laporan, hasil.temuan, hasil.kertas),
        "html": lambda: halaman_layanan(laporan, hasil.temuan).encode(),
    }
    return tuple(simpan_di(folder, f"{nama}.{satu}", isi[satu]()) for satu in jenis)


@dataclass(frozen=True)
class Penyerahan:
    """To which indicator the value goes, which figure it is, and who gets a value of their own."""

    tujuan: Tujuan
    ukuran: UkuranNilai
    per: Penerima


@dataclass(frozen=True)
class HasilPenyerahan:
    """The month, scored again, and what must be known about the values."""

    hasil: HasilHitung
    catatan: tuple[str, ...]


def serahkan(ruang: RuangKerja, hasil: HasilLayanan, penyerahan: Penyerahan, pelaku: Pelaku) -> HasilPenyerahan:
    """Give the figure of the month to an indicator: one value for the dinas, or each officer's own by NIP.

    Raises:
        KinerjaError: no value can be had, the unit doesn't fit, or the indicator doesn't apply there.
    """
    tujuan = penyerahan.tujuan
    nip = penerima(ruang, tujuan)
    satuan = _satuan_nilai(penyerahan.ukuran, satuan_indikator(ruang, tujuan), tujuan.kode)
    isi = lama(hasil.diperiksa.register, jangka_bulan(tujuan.periode), hasil.kalender)
    jenis = sorted(set(isi["jenis"]))
    if satuan and len(jenis) > 1:
        raise KinerjaError(
            f"Register ini memuat {len(jenis)} jenis layanan; {penyerahan.ukuran} dari campurannya tidak berarti.",
            f"Sebut satu dengan --jenis: {'; '.join(jenis)}. Atau serahkan --ukuran dalam-standar.",
        )
    apa = f"{jenis[0] if len(jenis) == 1 else 'Semua jenis layanan'}, {tujuan.periode.nama}"
    cara = CaraNilai(penyerahan.ukuran, satuan, hasil.batas.persentil, apa)
    if penyerahan.per is Penerima.PETUGAS:
        nilai, catatan = _nilai_petugas(isi, cara, nip, hasil.batas)
    else:
        satu = nilai_indikator(isi, cara)
        nilai, catatan = dict.fromkeys(nip, satu) if satu else {}, ()
    if not nilai:
        raise KinerjaError(
            f"Tidak ada nilai {penyerahan.ukuran} untuk {tujuan.periode.nama} yang dapat diserahkan.",
            " ".join(catatan) or "Periksa bulan, standar waktu, dan jam yang dicatat di register.",
        )
    return HasilPenyerahan(titipkan(ruang, tujuan, "layanan", hasil.asal, nilai, pelaku), catatan)


def _nilai_petugas(
    isi: pd.DataFrame, cara: CaraNilai, penerima_: Sequence[str], batas: Batas
) -> tuple[dict[str, Nilai], tuple[str, ...]]:
    """Give each officer's own value; too few documents, and people who don't stand in the register, give none."""
    nilai: dict[str, Nilai] = {}
    catatan = []
    for orang, satu in isi.groupby("orang"):
        nama = satu["petugas"].iloc[0] or orang
        if orang not in penerima_:
            if str(orang).isdigit():
                catatan.append(f"{nama} ({orang}): indikator ini tidak berlaku baginya.")
        elif int((~satu["terbuka"]).sum()) < batas.petugas:
            catatan.append(f"{nama} ({orang}): kurang dari {batas.petugas} dokumen selesai, jadi tanpa nilai.")
        elif hasil := nilai_indikator(satu, cara):
            nilai[orang] = hasil
    if not nilai:
        catatan.insert(0, "Isi kolom NIP Petugas di register dengan NIP yang ada di tabel Pegawai.")
    return nilai, tuple(catatan)


def _satuan_nilai(ukuran: UkuranNilai, satuan: str, kode: str) -> SatuanWaktu | None:
    """Give the indicator's unit of time; None for a share.

    Raises:
        KinerjaError: the indicator is in another kind of unit than the figure.
    """
    if ukuran is UkuranNilai.DALAM_STANDAR:
        if ringkas(satuan) in PERSEN:
            return None
        raise KinerjaError(
            f"Satuan {kode} adalah {satuan}, sedangkan dalam-standar adalah persen.", "Pilih --ukuran median atau p90."
        )
    if waktu := satuan_waktu(satuan):
        return waktu
    raise KinerjaError(
        f"Satuan {kode} adalah “{satuan}”, sedangkan {ukuran} adalah lama waktu.",
        f"Tulis {SEBUTAN_SATUAN} di kolom Satuan tabel Indikator, atau pilih --ukuran dalam-standar.",
    )


def _hanya_jenis(diperiksa: Terperiksa, jenis: str) -> Terperiksa:
    dokumen = diperiksa.register.dokumen
    ada = dokumen[dokumen["kunci"] == ringkas(jenis)]
    if ada.empty and len(dokumen):
        usul = nama_terdekat(jenis, dokumen["jenis"])
        semua = "; ".join(sorted(set(dokumen["jenis"])))
        raise KinerjaError(
            f"Jenis layanan “{jenis}” tidak ada di register.", f"Maksud Anda “{usul}”?" if usul else f"Yang ada: {semua}."
        )
    return diperiksa.hanya(ada)


def _tahun(dokumen: pd.DataFrame, cakupan: Jangka, banding: tuple[Jangka, Jangka] | None) -> range:
    """Give the years in which days are counted."""
    hari = [cakupan.awal, cakupan.akhir, *(h for r in banding or () for h in (r.awal, r.akhir))]
    semua = {h.year for h in hari} | set(dokumen["diterima"].dt.year) | set(dokumen["selesai"].dropna().dt.year)
    return range(min(semua), max(semua) + 1)
