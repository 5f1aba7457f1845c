"""The report model: what every writer prints. All sums and sentences are made here; a writer only lays them out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np
import pandas as pd

from kinerja_cli.core import angka
from kinerja_cli.core.aturan import Aturan
from kinerja_cli.core.bagian import setengah_ke_atas
from kinerja_cli.core.hitung import TANPA_CAPAIAN
from kinerja_cli.core.penugasan import sebut_hari
from kinerja_cli.core.periode import Periode, cetak_tanggal
from kinerja_cli.core.skema import Keadaan, Status

SEBUTAN_STATUS: Mapping[str, str] = {
    Status.DINILAI: "dinilai",
    Status.BELUM_LENGKAP: "belum lengkap",
    Status.TIDAK_BERLAKU: "tidak berlaku",
    Status.TIDAK_DINILAI: "tidak dinilai",
}
KERAHASIAAN = "Memuat data pribadi; tidak untuk disebarkan (UU 27/2022)."


@dataclass(frozen=True)
class Konteks:
    """What is printed on every page: whose report, of which month, by which rules, provable by which line.

    Attributes:
        instansi: e.g. "Pemerintah Kabupaten Bungo".
        tempat: where reports are signed, e.g. "Muara Bungo"; "" leaves it blank.
        kepala: by dinas, who signs; see :class:`Penanda`.
        penetapan: the regulation that enacts the scheme, or the words that none does.
        jejak: the audit line that saved the result: number, time and hash, in one text.
    """

    instansi: str
    tempat: str
    periode: Periode
    aturan: Aturan
    penetapan: str
    versi: str
    jejak: str
    kepala: Mapping[str, Penanda]


@dataclass(frozen=True)
class Penanda:
    """Who signs a report."""

    nama: str
    nip: str
    jabatan: str


@dataclass(frozen=True)
class BarisIndikator:
    """One indicator of one person, with every operand. Scales as in :mod:`skema`."""

    kode: str
    indikator: str
    aspek: str
    arah: str
    satuan: str
    target: float
    target_atas: float
    realisasi: float
    keadaan: str
    capaian: int
    bobot: int
    tertimbang: int
    cara: str
    """The computation of capaian in figures: "(2 − 2,5 ÷ 3) × 100 = 116,67"."""
    keterangan: str
    letak: str
    """Cell of the realisasi, "berkas › Lembar!F14"; "" where there is none."""
    letak_indikator: str

    @property
    def ada_capaian(self) -> bool:
        """Whether it takes part in the sum."""
        return self.capaian != TANPA_CAPAIAN


@dataclass(frozen=True)
class Tugas:
    """A person's service in one of several dinas of the month: ``hari`` of all ``hari_tugas``."""

    dinas: str
    jabatan: str
    unit_kerja: str
    hari: int
    hari_tugas: int
    peringkat_dinas: int


@dataclass(frozen=True)
class Orang:
    """One person's result with its reasons."""

    nip: str
    nama: str
    jabatan: str
    golongan: str
    dinas: str
    unit_kerja: str
    status: str
    nilai: int
    predikat: str
    peringkat_dinas: int
    peringkat: int
    alasan: str
    catatan: str
    ide_baru: str
    jumlah_tertimbang: int
    pembagi: int
    aspek: tuple[int | None, ...]
    """Score in each aspect of the rule set, in its order; None where the person has none."""
    rincian: tuple[BarisIndikator, ...]
    tugas: tuple[Tugas, ...] = ()
    """The dinas between which the month is split; empty for who served in one."""
    bagian: Fraction | int = 1
    """The part of this person that counts here: less than 1 only in the report of one of several dinas."""

    @property
    def dinilai(self) -> bool:
        """Whether there is a score."""
        return self.status == Status.DINILAI

    def menurut_dinas(self) -> Iterator[Orang]:
        """Give the person once for each dinas, as its report shows them: post, rank, and part that counts."""
        if not self.tugas:
            yield self
        for t in self.tugas:
            yield replace(
                self,
                dinas=t.dinas,
                jabatan=t.jabatan,
                unit_kerja=t.unit_kerja,
                peringkat_dinas=t.peringkat_dinas,
                bagian=Fraction(t.hari, t.hari_tugas),
            )


@dataclass(frozen=True)
class Ringkasan:
    """Counts and means of a group of people. Means are of printed scores, half-up, in hundredths; None without people."""

    nama: str
    orang: int
    dinilai: int
    status: tuple[tuple[str, int], ...]
    """Count by status, "dinilai" first; only those that occur."""
    predikat: tuple[tuple[str, int], ...]
    """Count by category, best first, zeros too."""
    rata_rata: int | None
    aspek: tuple[tuple[str, int | None], ...]
    berbagi: int = 0
    """How many of them served in several dinas: whole in the regency's means, by days in a dinas'."""


@dataclass(frozen=True)
class LaporanDinas:
    """The report of one dinas: ``dinilai`` by rank, ``belum`` by name."""

    konteks: Konteks
    dinas: str
    ringkasan: Ringkasan
    dinilai: tuple[Orang, ...]
    belum: tuple[Orang, ...]


@dataclass(frozen=True)
class LaporanDaerah:
    """The report of the regency: all dinas side by side; ``berkas`` names each dinas' files without ending."""

    konteks: Konteks
    ringkasan: Ringkasan
    dinas: tuple[Ringkasan, ...]
    berkas: Mapping[str, str]
    dinilai: tuple[Orang, ...]
    belum: tuple[Orang, ...]


def susun_orang(
    nilai: pd.DataFrame, rincian: pd.DataFrame, aspek: pd.DataFrame, aturan: Aturan, penugasan: pd.DataFrame
) -> tuple[Orang, ...]:
    """Turn a scored period's tables into people with their reasons, in the order of ``nilai``."""
    milik: dict[str, list[BarisIndikator]] = {}
    for nip, baris in zip(rincian["nip"], _baris_indikator(rincian, aturan), strict=True):
        milik.setdefault(nip, []).append(baris)
    tugas: dict[str, list[Tugas]] = {}
    for t in penugasan.itertuples(index=False):
        satu = Tugas(str(t.dinas), str(t.jabatan), str(t.unit_kerja), int(t.hari), int(t.hari_tugas), int(t.peringkat_dinas))
        tugas.setdefault(str(t.nip), []).append(satu)
    skor = {(nip, a): int(n) for nip, a, n in zip(aspek["nip"], aspek["aspek"], aspek["nilai"], strict=True)}
    return tuple(
        Orang(
            nip=str(n.nip),
            nama=str(n.nama),
            jabatan=str(n.jabatan),
            golongan=str(n.golongan),
            dinas=str(n.dinas),
            unit_kerja=str(n.unit_kerja),
            status=str(n.status),
            nilai=int(n.nilai),
            predikat=str(n.predikat),
            peringkat_dinas=int(n.peringkat_dinas),
            peringkat=int(n.peringkat),
            alasan=str(n.alasan),
            catatan="; ".join(teks for teks in (str(n.catatan), sebut_tugas(tugas.get(str(n.nip), ()))) if teks),
            ide_baru=str(n.ide_baru),
            jumlah_tertimbang=int(n.jumlah_tertimbang),
            pembagi=int(n.pembagi),
            aspek=tuple(skor.get((str(n.nip), a)) for a in aturan.aspek),
            rincian=tuple(milik.get(str(n.nip), ())),
            tugas=tuple(tugas.get(str(n.nip), ())),
        )
        for n in nilai.itertuples(index=False)
    )


def sebut_tugas(tugas: Sequence[Tugas]) -> str:
    """Say how a person's month was split."""
    return sebut_hari((t.dinas, t.hari) for t in tugas)


def susun_dinas(orang: Sequence[Orang], dinas: str, konteks: Konteks) -> LaporanDinas:
    """Give the report of one dinas."""
    milik = [satu for o in orang for satu in o.menurut_dinas() if satu.dinas == dinas]
    return LaporanDinas(konteks, dinas, ringkas_orang(dinas, milik, konteks.aturan), *_pilah(milik, "peringkat_dinas"))


def susun_daerah(orang: Sequence[Orang], konteks: Konteks) -> LaporanDaerah:
    """Give the report of the regency."""
    menurut_dinas: dict[str, list[Orang]] = {}
    for o in orang:
        for satu in o.menurut_dinas():
            menurut_dinas.setdefault(satu.dinas, []).append(satu)
    nama = sorted(menurut_dinas)
    return LaporanDaerah(
        konteks,
        ringkas_orang(konteks.instansi, orang, konteks.aturan),
        tuple(ringkas_orang(dinas, menurut_dinas[dinas], konteks.aturan) for dinas in nama),
        nama_berkas(nama),
        *_pilah(orang, "peringkat"),
    )


def _pilah(orang: Iterable[Orang], peringkat: str) -> tuple[tuple[Orang, ...], tuple[Orang, ...]]:
    semua = list(orang)
    dinilai = sorted((o for o in semua if o.dinilai), key=lambda o: (getattr(o, peringkat), o.nama, o.nip))
    return tuple(dinilai), tuple(sorted((o for o in semua if not o.dinilai), key=lambda o: (o.nama, o.nip)))


def ringkas_orang(nama: str, orang: Sequence[Orang], aturan: Aturan) -> Ringkasan:
    """Count and average a group."""
    dinilai = [o for o in orang if o.dinilai]
    status = ((s.value, sum(o.status == s for o in orang)) for s in Status)
    return Ringkasan(
        nama=nama,
        orang=len(orang),
        dinilai=len(dinilai),
        status=tuple((s, n) for s, n in status if n),
        predikat=tuple((p.nama, sum(o.predikat == p.nama for o in dinilai)) for p in aturan.predikat),
        rata_rata=_rata_rata([(o.nilai, o.bagian) for o in dinilai]),
        aspek=tuple(
            (a, _rata_rata([(skor, o.bagian) for o in dinilai if (skor := o.aspek[i]) is not None]))
            for i, a in enumerate(aturan.aspek)
        ),
        berbagi=sum(bool(o.tugas) for o in orang),
    )


def sebut_berbagi(r: Ringkasan) -> str:
    """Say how people who served in several dinas count."""
    cara = "tercantum di setiap dinas dan dirata-ratakan menurut harinya di sana, di daerah dihitung satu kali"
    return f"{r.berbagi} orang bertugas di dua dinas atau lebih: {cara}."


def _rata_rata(nilai: Sequence[tuple[int, Fraction | int]]) -> int | None:
    """Average scores, each by the part of the person that counts."""
    if not nilai:
        return None
    return setengah_ke_atas(Fraction(sum(n * bagian for n, bagian in nilai), sum(bagian for _, bagian in nilai)))


# File names ---------------------------------------------------------------------------------------------------------

_TERLARANG = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
_NAMA_WINDOWS = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d|index|rekap)(?:\..*)?", re.IGNORECASE)
_NAMA_TERPANJANG = 80


def nama_berkas(dinas: Sequence[str]) -> dict[str, str]:
    """Give each dinas a file name that Windows takes, unique case aside, never that of the regency's own files."""
    hasil: dict[str, str] = {}
    terpakai: set[str] = set()
    for nama in sorted(dinas):
        dasar = _TERLARANG.sub("-", nama).strip(" .-")[:_NAMA_TERPANJANG].rstrip(" .") or "Tanpa nama"
        if _NAMA_WINDOWS.fullmatch(dasar):
            dasar = f"Dinas {dasar}"
        calon, ke = dasar, 1
        while calon.casefold() in terpakai:
            ke += 1
            calon = f"{dasar} ({ke})"
        terpakai.add(calon.casefold())
        hasil[nama] = calon
    return hasil


# The sum in words ---------------------------------------------------------------------------------------------------


def _baris_indikator(rincian: pd.DataFrame, aturan: Aturan) -> Iterable[BarisIndikator]:
    tempat = rincian["berkas"] + " › " + rincian["lembar"] + "!" + rincian["sel"]
    tempat = tempat.where(rincian["sel"] != "", "").str.replace("› !", "› ", regex=False)
    for b, mentah, letak in zip(rincian.itertuples(index=False), _sebelum_dibatasi(rincian), tempat, strict=True):
        yield BarisIndikator(
            kode=b.kode,
            indikator=b.indikator,
            aspek=b.aspek,
            arah=b.arah,
            satuan=b.satuan,
            target=b.target,
            target_atas=b.target_atas,
            realisasi=b.realisasi,
            keadaan=b.keadaan,
            capaian=b.capaian,
            bobot=b.bobot,
            tertimbang=b.nilai_tertimbang,
            cara=_cara(b.arah, b.target, b.target_atas, b.realisasi, b.keadaan, b.capaian, mentah, aturan),
            keterangan=b.keterangan,
            letak=letak,
            letak_indikator=b.letak_indikator,
        )


def _sebelum_dibatasi(rincian: pd.DataFrame) -> list[int]:
    """Give each capaian before floor and cap, in hundredths; what isn't a ratio is left as it is."""
    hasil = rincian["capaian"].to_numpy(dtype=np.int64).copy()
    atas = rincian["target_atas"].to_numpy(dtype=np.float64)
    realisasi = rincian["realisasi"].to_numpy(dtype=np.float64)
    acuan = np.where(realisasi > atas, atas, rincian["target"].to_numpy(dtype=np.float64))
    rasio = (hasil != TANPA_CAPAIAN) & (acuan > 0)
    turun = (rincian["arah"] == "turun").to_numpy()
    hasil[rasio] = angka.rasio_seperseratus_persen(realisasi[rasio], acuan[rasio], turun=turun[rasio])
    return list(map(int, hasil))


def _cara(
    arah: str,
    target: float,
    target_atas: float,
    realisasi: float,
    keadaan: str,
    capaian: int,
    mentah: int,
    aturan: Aturan,
) -> str:
    """Write out how a capaian came about, so that a pocket calculator can follow."""
    if keadaan == Keadaan.TIDAK_BERLAKU:
        return "tidak berlaku: tidak ikut dijumlahkan"
    if capaian == TANPA_CAPAIAN:
        return "target 0 dengan arah naik tidak dapat dihitung" if keadaan == Keadaan.TERISI else "belum ada realisasi"
    r = angka.cetak_angka(realisasi)
    rentang = not np.isnan(target_atas)
    if rentang and target <= realisasi <= target_atas:
        batas = f"{angka.cetak_angka(target)} dan {angka.cetak_angka(target_atas)}"
        return f"{r} di antara {batas}: {angka.cetak_persen(capaian)}"
    acuan = target_atas if rentang and realisasi > target_atas else target
    if acuan == 0:
        return f"target 0, realisasi {r}: {angka.cetak_persen(capaian)}"
    t = angka.cetak_angka(acuan)
    hitungan = f"({r} ÷ {t}) × 100" if arah == "naik" else f"(2 − {r} ÷ {t}) × 100"
    if arah == "turun" and realisasi > 2 * acuan:
        return f"{hitungan} kurang dari 0, menjadi {angka.cetak_persen(capaian)}"
    if mentah > capaian:
        return f"{hitungan} = {angka.cetak_persen(mentah)}, dibatasi {angka.cetak_persen(capaian)}"
    return f"{hitungan} = {angka.cetak_persen(capaian)}"


def dasar_aturan(aturan: Aturan) -> tuple[tuple[str, str, str], ...]:
    """List what the rule set computes, for the method page: what, with which words or figure, by which source."""
    persen = angka.cetak_persen
    baris = [(f"Capaian, arah {nama}", a.kata, a.dasar) for nama, a in aturan.arah.items()]
    baris += [
        (
            "Realisasi di dalam rentang target",
            f"capaian {persen(aturan.dalam_rentang.nilai)}",
            aturan.dalam_rentang.dasar,
        ),
        (
            "Target 0 dengan arah turun",
            f"realisasi 0: {persen(aturan.turun_nol_tercapai.nilai)}; lebih: {persen(aturan.turun_nol_terlampaui.nilai)}",
            aturan.turun_nol_tercapai.dasar,
        ),
        ("Capaian paling rendah", persen(aturan.capaian_terendah.nilai), aturan.capaian_terendah.dasar),
        ("Capaian paling tinggi", persen(aturan.capaian_tertinggi.nilai), aturan.capaian_tertinggi.dasar),
        (
            "Pembulatan",
            f"setengah ke atas, {aturan.desimal} desimal; nilai dibulatkan satu kali",
            aturan.dasar_pembulatan,
        ),
        ("Nilai", "jumlah (capaian × bobot) ÷ jumlah bobot yang berlaku", aturan.dasar_pembulatan),
        ("Bobot paling sedikit yang masih berlaku", f"{persen(aturan.sisa_bobot.nilai)} %", aturan.sisa_bobot.dasar),
        ("Aspek", ", ".join(aturan.aspek), aturan.dasar_aspek),
        ("Status yang tidak dinilai", ", ".join(aturan.status_keluar), aturan.dasar_status),
    ]
    baris += [(f"Predikat {p.nama}", p.kata, p.dasar) for p in aturan.predikat]
    return tuple(
        (apa, kata, f"{dasar}, sejak {cetak_tanggal(dasar.sejak)} ({dasar.kepastian})") for apa, kata, dasar in baris
    )


def langkah_akhir(orang: Orang, aturan: Aturan) -> tuple[str, ...]:
    """Write out how a person's score follows from the products: sum, divisor, the one rounding, category and article."""
    if not orang.dinilai:
        return (f"Tidak dinilai: {orang.alasan}.",)
    jumlah, pembagi = angka.cetak_tertimbang(orang.jumlah_tertimbang), angka.cetak_bobot(orang.pembagi)
    predikat = next(p for p in aturan.predikat if p.nama == orang.predikat)
    baris = [
        f"Jumlah capaian × bobot ÷ 100 = {jumlah}",
        f"Jumlah bobot yang berlaku = {pembagi}",
        f"Nilai = {jumlah} ÷ {pembagi} × 100, dibulatkan satu kali (setengah ke atas) = {angka.cetak_persen(orang.nilai)}",
        f"Predikat {predikat.nama}: {predikat.kata} ({predikat.dasar})",
    ]
    if orang.catatan:
        baris.append(f"Catatan: {orang.catatan}")
    if orang.ide_baru:
        baris.append(f"Ide baru: {orang.ide_baru}")
    return tuple(baris)
