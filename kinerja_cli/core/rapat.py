"""One page for a meeting: three facts, up to three people to decide on, three doubts about the data, chosen by rules.

The page suggests whom to speak about; what is decided is the officials' own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice, zip_longest

import pandas as pd

from kinerja_cli.core.angka import cetak_bilangan, cetak_persen, skala_dari_teks
from kinerja_cli.core.laporan import LaporanDinas, OrangRinci, Ringkasan
from kinerja_cli.core.periode import Periode
from kinerja_cli.core.rekap import Bulan, skala
from kinerja_cli.core.skema import Status
from kinerja_cli.core.temuan import Tingkat
from kinerja_cli.core.tren import Tren

BANYAK = 3
CARA_MEMILIH = (
    "Orang: bergiliran dari tiga daftar, paling banyak tiga: (1) predikatnya turun dari bulan sebelumnya, yang turun "
    "paling jauh lebih dulu; (2) nilainya paling dekat di bawah batas suatu predikat; (3) predikatnya lebih rendah daripada "
    "predikat terbanyak di dinas ini, nilai terendah lebih dulu. Keraguan: tiga yang pertama ada dari peringatan pada berkas "
    "dinas ini (yang terbanyak lebih dulu), yang belum dinilai, bulan yang terlewat, dan nilai di tepi predikat."
)
"""How the page chooses, as it says itself."""


@dataclass(frozen=True)
class BulanLalu:
    """How people stood in the saved month before: category and score (hundredths; None: no number) by NIP."""

    periode: Periode
    hasil: Mapping[str, tuple[str, int | None]]


@dataclass(frozen=True)
class Perkara:
    """A person to decide on: why, and the evidence, the last of it a cell."""

    orang: OrangRinci
    mengapa: str
    bukti: tuple[str, ...]


@dataclass(frozen=True)
class Rapat:
    """The page."""

    laporan: LaporanDinas
    fakta: tuple[str, ...]
    perkara: tuple[Perkara, ...]
    keraguan: tuple[str, ...]


def hasil_lalu(bulan: Sequence[Bulan]) -> BulanLalu | None:
    """Give the month before the last of some; None where there is none, or its scores have another scale."""
    if len(bulan) < 2 or skala(bulan[-2].aturan) != skala(bulan[-1].aturan):
        return None
    nilai = bulan[-2].nilai
    dinilai = nilai[nilai["status"] == Status.DINILAI.value]
    isi = zip(dinilai["nip"], dinilai["predikat"], dinilai["nilai"], strict=True)
    return BulanLalu(bulan[-2].periode, {nip: (p, skala_dari_teks(n, 2) if n else None) for nip, p, n in isi})


Peringatan = Mapping[str, Sequence[tuple[int, str, str]]]
"""The month's warnings by file: place among all, code, and what is wrong."""


def peringatan_bulan(temuan: pd.DataFrame) -> Peringatan:
    """Take the warnings out of a month's findings: kode, tingkat, berkas, pesan."""
    hasil: dict[str, list[tuple[int, str, str]]] = {}
    kolom = (temuan[k].tolist() for k in ("tingkat", "berkas", "kode", "pesan"))
    for nomor, (tingkat, berkas, kode, pesan) in enumerate(zip(*kolom, strict=True)):
        if tingkat == Tingkat.PERINGATAN.value:
            hasil.setdefault(berkas, []).append((nomor, kode, pesan))
    return hasil


def susun_rapat(
    laporan: LaporanDinas, lalu: BulanLalu | None, tren: Tren | None, peringatan: Peringatan, dilewati: str = ""
) -> Rapat:
    """Choose what a meeting should know.

    Args:
        laporan: the dinas.
        lalu: the month before.
        tren: its means.
        peringatan: the month's warnings.
        dilewati: which earlier months can't be read, in a sentence.
    """
    return Rapat(
        laporan,
        tuple(_fakta(laporan, lalu, tren)),
        tuple(islice(_pilih(laporan, lalu), BANYAK)),
        tuple(islice(_keraguan(laporan, lalu, peringatan, dilewati), BANYAK)),
    )


# Facts --------------------------------------------------------------------------------------------------------------


def _fakta(laporan: LaporanDinas, lalu: BulanLalu | None, tren: Tren | None) -> Iterator[str]:
    r = laporan.ringkasan
    yield f"{cetak_bilangan(r.dinilai)} dari {cetak_bilangan(r.orang)} pegawai dinilai. {_sebut_predikat(r)}"
    if r.rata_rata is not None:
        yield f"Rata-rata nilai {cetak_persen(r.rata_rata)}.{_dibanding(lalu, tren)}"
    aspek = [(n, a) for a, n in r.aspek if n is not None]
    if len(aspek) > 1:
        (rendah, nama), (tinggi, nama_tinggi) = min(aspek), max(aspek)
        yield f"Aspek terendah: {nama} ({cetak_persen(rendah)}). Tertinggi: {nama_tinggi} ({cetak_persen(tinggi)})."


def _sebut_predikat(r: Ringkasan) -> str:
    isi = ", ".join(f"{nama} {cetak_bilangan(n)}" for nama, n in r.predikat if n)
    return f"{isi}." if isi else ""


def _dibanding(lalu: BulanLalu | None, tren: Tren | None) -> str:
    """Compare with the month before: the same people where they are enough."""
    if lalu is None or tren is None or lalu.periode not in {t.periode for t in tren.titik}:
        return ""
    dulu, kini = tren.titik[-2:]
    if dulu.rata_sama is None or kini.rata_sama is None:
        return " Orang yang sama terlalu sedikit: tidak dibandingkan dengan bulan sebelumnya."
    beda = kini.rata_sama - dulu.rata_sama
    arah = f"naik {cetak_persen(beda)}" if beda > 0 else f"turun {cetak_persen(-beda)}" if beda else "tetap"
    return (
        f" {cetak_bilangan(tren.sama)} orang yang sama: {cetak_persen(dulu.rata_sama)} pada {lalu.periode.nama}, "
        f"{cetak_persen(kini.rata_sama)} sekarang ({arah})."
    )


# People -------------------------------------------------------------------------------------------------------------


def _pilih(laporan: LaporanDinas, lalu: BulanLalu | None) -> Iterator[Perkara]:
    terpilih: set[str] = set()
    for giliran in zip_longest(_turun(laporan, lalu), _hampir(laporan), _terendah(laporan)):
        for p in giliran:
            if p and p.orang.nip not in terpilih:
                terpilih.add(p.orang.nip)
                yield p


def _turun(laporan: LaporanDinas, lalu: BulanLalu | None) -> Iterator[Perkara]:
    """Whose category is lower than in the month before, the farthest fall first."""
    if lalu is None:
        return
    urutan = _urutan(laporan)
    turun: list[tuple[int, str, OrangRinci, str]] = []
    for o in laporan.dinilai:
        predikat, nilai = lalu.hasil.get(o.nip, (o.predikat, o.nilai))
        if urutan[o.predikat] > urutan[predikat]:
            bukti = f"{lalu.periode.nama}: {_hasil(predikat, nilai)}; sekarang {_hasil(o.predikat, o.nilai)}"
            turun.append(((o.nilai or 0) - (nilai or 0), o.nip, o, bukti))
    for _, _, o, bukti in sorted(turun, key=lambda satu: satu[:2]):
        yield Perkara(o, "Predikatnya turun", (bukti, *_capaian_terendah(o)))


def _hampir(laporan: LaporanDinas) -> Iterator[Perkara]:
    """Who stands nearest below a line."""
    orang = {o.nip: o for o in laporan.dinilai}
    dekat = sorted((t for t in laporan.telaah.tepi if t.di_bawah), key=lambda t: (-t.selisih, t.nip))
    return (Perkara(orang[t.nip], "Hampir mencapai predikat yang lebih tinggi", (t.jarak, t.cara)) for t in dekat)


def _terendah(laporan: LaporanDinas) -> Iterator[Perkara]:
    """Whose category is lower than most people's, the lowest score first."""
    urutan = _urutan(laporan)
    terbanyak = max(laporan.ringkasan.predikat, key=lambda satu: satu[1])[0]
    rendah = (o for o in laporan.dinilai if urutan[o.predikat] > urutan[terbanyak])
    for o in sorted(rendah, key=lambda o: (-urutan[o.predikat], o.nilai or 0, o.nip)):
        bukti = (_hasil(o.predikat, o.nilai), *_capaian_terendah(o))
        yield Perkara(o, f"Di bawah predikat terbanyak ({terbanyak})", bukti)


def _urutan(laporan: LaporanDinas) -> dict[str, int]:
    return {p.nama: i for i, p in enumerate(laporan.konteks.aturan.predikat)}


def _hasil(predikat: str, nilai: int | None) -> str:
    return predikat if nilai is None else f"{cetak_persen(nilai)} {predikat}"


def _capaian_terendah(o: OrangRinci) -> Iterator[str]:
    ada = [b for b in o.rincian if b.ada_capaian]
    if ada:
        b = min(ada, key=lambda b: (b.capaian, b.kode))
        yield f"Capaian terendah: {b.kode} {b.indikator}, {b.cara}" + (f" [{b.letak}]" if b.letak else "")


# Doubts -------------------------------------------------------------------------------------------------------------


def _keraguan(laporan: LaporanDinas, lalu: BulanLalu | None, peringatan: Peringatan, dilewati: str) -> Iterator[str]:
    berkas = {b.letak.partition(" › ")[0] for o in (*laporan.dinilai, *laporan.belum) for b in o.rincian if b.letak}
    milik: dict[str, list[str]] = {}
    for _, kode, pesan in sorted(chain.from_iterable(peringatan.get(b, ()) for b in berkas)):
        milik.setdefault(kode, []).append(pesan)
    for kode, semua in sorted(milik.items(), key=lambda satu: (-len(satu[1]), satu[0]))[:2]:
        lain = f" Dan {cetak_bilangan(len(semua) - 1)} lagi yang sejenis." if len(semua) > 1 else ""
        yield f"{kode}: {semua[0]}{lain}"
    if laporan.belum:
        o = laporan.belum[0]
        lain = f", dan {cetak_bilangan(len(laporan.belum) - 1)} orang lain" if len(laporan.belum) > 1 else ""
        yield f"Belum dinilai: {o.nama} ({o.alasan}){lain}. Rata-rata dan predikat di atas tidak memuat yang belum dinilai."
    if dilewati:
        yield dilewati
    elif lalu and lalu.periode.hari_terakhir.toordinal() + 1 != laporan.konteks.periode.hari_pertama.toordinal():
        yield f"Bulan di antara {lalu.periode.nama} dan {laporan.konteks.periode.nama} belum dihitung."
    if laporan.telaah.tepi:
        yield f"Di tepi predikat: {laporan.telaah.ringkas}. Satu realisasi yang keliru dapat memindahkan mereka."
