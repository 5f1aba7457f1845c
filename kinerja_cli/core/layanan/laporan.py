"""The report on service times: every figure and sentence that writers print."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from kinerja_cli.core.layanan.banding import Jawaban, Putusan, bandingkan, kalimat, peringatan
from kinerja_cli.core.layanan.batas import Batas
from kinerja_cli.core.layanan.cara import uraikan_cara, uraikan_jadwal
from kinerja_cli.core.layanan.jangka import Jangka, bulan_dalam, jangka_bulan, jangka_tanggal
from kinerja_cli.core.layanan.periksa import Terperiksa
from kinerja_cli.core.layanan.register import Register, Standar
from kinerja_cli.core.layanan.ukur import Ukuran, lama, persen, satuan_jenis, ukuran
from kinerja_cli.core.layanan.waktu import Kalender
from kinerja_cli.core.periode import Periode

TANPA_PETUGAS = "(tidak dicatat)"


@dataclass(frozen=True)
class Pokok:
    """Counts of a span: received, finished, open at its end, and the share within the standard."""

    nama: str
    masuk: int
    selesai: int
    sisa: int
    dinilai: int
    dalam: int

    @property
    def persen(self) -> int | None:
        """Share within the standard in hundredths of a percent."""
        return persen(self.dalam, self.dinilai)


@dataclass(frozen=True)
class BarisJenis:
    """One type: its standard, its figures in the whole span and in each month, and what is open of it."""

    nama: str
    standar: Standar | None
    ukuran: Ukuran
    sisa: int
    bulan: tuple[Ukuran, ...]


@dataclass(frozen=True)
class BarisPetugas:
    """One officer: finished documents, the share within the standard, and the figures of each type with enough of them."""

    nama: str
    nip: str
    selesai: int
    dinilai: int
    dalam: int
    cukup: bool
    jenis: tuple[tuple[str, Ukuran], ...]

    @property
    def persen(self) -> int | None:
        """Share within the standard in hundredths of a percent; None where it isn't compared."""
        return persen(self.dalam, self.dinilai) if self.cukup else None


@dataclass(frozen=True)
class BerkasSisa:
    """One open document and its age in working days."""

    nomor: str
    jenis: str
    diterima: dt.date
    petugas: str
    umur: int
    lewat: bool
    letak: str


@dataclass(frozen=True)
class LaporanLayanan:
    """What is printed.

    Attributes:
        cakupan: the days that it covers; documents are open or finished as of its last.
        bulan: the months of the span side by side; ``jenis[i].bulan`` follows their order.
        umur: the backlog by age.
        sisa: the open documents, oldest first.
        dikeluarkan: rows that don't count.
        jam_kerja, libur: the calendar that was counted by, in words.
        menit_sehari: working minutes of the week's first day.
        metode: how everything is counted: what, and how.
    """

    instansi: str
    cakupan: Jangka
    pokok: Pokok
    bulan: tuple[Pokok, ...]
    jenis: tuple[BarisJenis, ...]
    petugas: tuple[BarisPetugas, ...]
    umur: tuple[tuple[str, int], ...]
    sisa: tuple[BerkasSisa, ...]
    jawaban: Jawaban
    ada_standar: bool
    dikeluarkan: int
    jam_kerja: tuple[str, ...]
    menit_sehari: int
    metode: tuple[tuple[str, str], ...]
    libur: tuple[tuple[dt.date, str], ...]
    batas: Batas
    berkas: tuple[tuple[str, str], ...]
    versi: str

    @property
    def kalimat(self) -> str:
        """The answer to "did it get faster?"."""
        return kalimat(self.jawaban, self.batas)

    @property
    def peringatan(self) -> tuple[str, ...]:
        """What must be known beside the answer."""
        return tuple(peringatan(self.jawaban))


@dataclass(frozen=True)
class Bahan:
    """What a report is made from, besides the register."""

    instansi: str
    kalender: Kalender
    dasar: str
    batas: Batas
    berkas: tuple[tuple[str, str], ...]
    versi: str


def cakupan_register(register: Register, periode: Periode | None) -> Jangka:
    """Give the days that a report covers: the named month, else the whole months from the first date to the last."""
    if periode:
        return jangka_bulan(periode)
    semua = pd.concat([register.dokumen["diterima"], register.dokumen["selesai"].dropna()])
    return jangka_tanggal(semua.min().date(), semua.max().date())


def susun_laporan(
    diperiksa: Terperiksa, cakupan: Jangka, banding: tuple[Jangka, Jangka] | None, bahan: Bahan
) -> LaporanLayanan:
    """Make the report.

    Args:
        diperiksa: the register, checked; it holds at least one document.
        cakupan: the days that it covers.
        banding: the two spans to compare; None: the last two months up to the span's end with enough finished documents.
        bahan: calendar, thresholds, and what is printed on every page.
    """
    register, batas = diperiksa.register, bahan.batas
    jam_kerja = uraikan_jadwal(bahan.kalender)
    isi = lama(register, cakupan, bahan.kalender)
    bulan = [jangka_bulan(p) for p in bulan_dalam(cakupan)]
    per_bulan = [lama(register, b, bahan.kalender) for b in bulan]
    return LaporanLayanan(
        instansi=bahan.instansi,
        cakupan=cakupan,
        pokok=_pokok(register, cakupan, isi),
        bulan=tuple(_pokok(register, b, satu) for b, satu in zip(bulan, per_bulan, strict=True)),
        jenis=_jenis(register, isi, per_bulan, batas),
        petugas=_petugas(register, isi, batas),
        umur=_umur(isi, batas),
        sisa=_sisa(register, isi),
        jawaban=_jawaban(register, cakupan, banding, bahan),
        ada_standar=bool(register.standar),
        dikeluarkan=diperiksa.dikeluarkan,
        jam_kerja=jam_kerja,
        menit_sehari=next(iter(bahan.kalender.jadwal.values())).menit,
        metode=uraikan_cara(jam_kerja, bahan.dasar, batas),
        libur=_libur(bahan.kalender, cakupan),
        batas=batas,
        berkas=bahan.berkas,
        versi=bahan.versi,
    )


def _pokok(register: Register, jangka: Jangka, isi: pd.DataFrame) -> Pokok:
    masuk = int(jangka.memuat(register.dokumen["diterima"]).sum())
    sisa = int(isi["terbuka"].sum())
    return Pokok(jangka.nama, masuk, len(isi) - sisa, sisa, int(isi["dinilai"].sum()), int(isi["dalam"].sum()))


def _jenis(register: Register, isi: pd.DataFrame, per_bulan: Sequence[pd.DataFrame], batas: Batas) -> tuple[BarisJenis, ...]:
    satuan = satuan_jenis(register)
    baris = []
    for kunci, satu in isi.groupby("kunci"):
        bulan = (b[b["kunci"] == kunci] for b in per_bulan)
        baris.append(
            BarisJenis(
                satu["jenis"].iloc[0],
                register.standar.get(kunci),
                ukuran(satu, satuan[kunci], batas.persentil),
                int(satu["terbuka"].sum()),
                tuple(ukuran(b, satuan[kunci], batas.persentil) for b in bulan),
            )
        )
    return tuple(sorted(baris, key=lambda b: (-b.ukuran.selesai, b.nama)))


def _petugas(register: Register, isi: pd.DataFrame, batas: Batas) -> tuple[BarisPetugas, ...]:
    if not (isi["orang"] != "").any():
        return ()
    satuan = satuan_jenis(register)
    baris = []
    for orang, satu in isi.groupby("orang"):
        selesai = int((~satu["terbuka"]).sum())
        jenis = (
            (grup["jenis"].iloc[0], ukuran(grup, satuan[kunci], batas.persentil)) for kunci, grup in satu.groupby("kunci")
        )
        cukup = selesai >= batas.petugas
        banyak = sorted((j for j in jenis if j[1].selesai >= batas.petugas), key=lambda j: (-j[1].selesai, j[0]))
        nama = satu["petugas"].iloc[0] or TANPA_PETUGAS
        nip = orang if str(orang).isdigit() else ""
        dinilai, dalam = int(satu["dinilai"].sum()), int(satu["dalam"].sum())
        baris.append(BarisPetugas(nama, nip, selesai, dinilai, dalam, cukup and orang != "", tuple(banyak)))
    return tuple(sorted(baris, key=lambda b: (b.nama == TANPA_PETUGAS, not b.cukup, b.nama)))


def _umur(isi: pd.DataFrame, batas: Batas) -> tuple[tuple[str, int], ...]:
    umur = isi.loc[isi["terbuka"], "hari"].to_numpy(dtype=np.int64)
    kelompok = np.searchsorted(batas.umur, umur)
    awal = (0, *(b + 1 for b in batas.umur))
    nama = [f"{a}–{b} hari kerja" for a, b in zip(awal, batas.umur, strict=False)]
    nama.append(f"lebih dari {batas.umur[-1]} hari kerja")
    return tuple((satu, int((kelompok == i).sum())) for i, satu in enumerate(nama))


def _sisa(register: Register, isi: pd.DataFrame) -> tuple[BerkasSisa, ...]:
    terbuka = isi[isi["terbuka"]].sort_values(["hari", "diterima", "jenis", "nomor"], ascending=[False, True, True, True])
    return tuple(
        BerkasSisa(
            b.nomor, b.jenis, b.diterima.date(), b.petugas, b.hari, bool(b.dinilai),
            str(register.letak((b.sumber, b.baris), "diterima")),
        )
        for b in terbuka.itertuples()
    )  # fmt: skip


def _jawaban(register: Register, cakupan: Jangka, banding: tuple[Jangka, Jangka] | None, bahan: Bahan) -> Jawaban:
    if banding is None:
        selesai = register.dokumen["selesai"].dropna()
        jumlah = Counter(Periode(s.year, s.month) for s in selesai if s.date() <= cakupan.akhir)
        bulan = sorted(p for p, n in jumlah.items() if n >= bahan.batas.banding)
        if len(bulan) < 2:
            bulan = sorted(jumlah)
        if len(bulan) < 2:
            return Jawaban(Putusan.BELUM_CUKUP)
        banding = jangka_bulan(bulan[-2]), jangka_bulan(bulan[-1])
    isi = lama(register, banding[0], bahan.kalender), lama(register, banding[1], bahan.kalender)
    return bandingkan(banding, isi, bahan.batas)


def _libur(kalender: Kalender, cakupan: Jangka) -> tuple[tuple[dt.date, str], ...]:
    """Give the days off within a span that would have been working days."""
    semua = sorted((kalender.libur or {}).items())
    return tuple((h, n) for h, n in semua if cakupan.awal <= h <= cakupan.akhir and h.weekday() in kalender.jadwal)
