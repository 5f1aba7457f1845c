"""The sheet Rincian: every operand of everybody's sum, live from realisasi and target to the score."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import ParamSpec

from xlsxwriter.utility import xl_col_to_name

from kinerja_cli.core import angka
from kinerja_cli.core.aturan import Aturan
from kinerja_cli.core.kata_aturan import rata_perilaku, rumus_nilai, sebutan
from kinerja_cli.core.kata_indikator import BarisIndikator
from kinerja_cli.core.kolom import ringkas
from kinerja_cli.core.laporan import SEBUTAN_STATUS, OrangRinci
from kinerja_cli.core.penilaian import TANPA_NILAI
from kinerja_cli.core.rincian import bagian_tugas
from kinerja_cli.core.rumus import nilai_dapat_dirumuskan
from kinerja_cli.core.skema import Keadaan, Status
from kinerja_cli.writers.buku import BARIS_KEPALA, Kolom
from kinerja_cli.writers.excel.rumus import TIDAK_BERLAKU, Huruf, Rumusan, dapat_dirumuskan
from kinerja_cli.writers.sel_cepat import Nilai, Rumus

PETUNJUK = (
    "Ubah Realisasi atau Target (sel kuning) untuk mencoba: capaian, nilai, peringkat di dinas, dan predikat ikut berubah. "
    "Nilai yang sah tetap yang tersimpan; kolom Cara mencatat hitungannya."
)
_BUKAN_RUMUS = "capaian ditulis sebagai angka, bukan rumus: tepat di tepi pembulatan"
_TERTIMBANG = 10**angka.SKALA_TERTIMBANG
_Isian = ParamSpec("_Isian")


@dataclass(frozen=True)
class Blok:
    """Where a person's rows stand (from 1); ``perilaku`` and ``tambahan`` are 0 where there is no such row."""

    awal: int
    akhir: int
    perilaku: int
    tambahan: int
    jumlah: int


def kolom_rincian(aturan: Aturan) -> list[Kolom]:
    """Head the sheet."""
    kata = sebutan(aturan)
    return [
        Kolom("NIP", 21, "nip"),
        Kolom("Nama", 20),
        Kolom("Kode", 11),
        Kolom("Indikator", 28),
        Kolom("Aspek", 15),
        Kolom("Arah", 7),
        Kolom("Target", 12, "masukan"),
        Kolom("Target Atas", 8, "angka"),
        Kolom("Satuan", 9),
        Kolom("Realisasi", 12, "masukan"),
        Kolom("Cara menghitung capaian", 32),
        Kolom("Capaian", 9, "persen"),
        *([Kolom("Nilai", 9, "persen")] if aturan.pita else []),
        Kolom(kata.bobot.capitalize(), 8, "bobot"),
        Kolom(f"{kata.hasil_kali} ÷ 100", 13, "tertimbang"),
        Kolom("Keterangan", 20),
        Kolom("Asal", 26),
    ]


def susun_blok(orang: Sequence[OrangRinci], aturan: Aturan) -> list[Blok | None]:
    """Lay out the rows of everybody who has indicators, in order; None for the others."""
    hasil: list[Blok | None] = []
    baris = BARIS_KEPALA + 1
    for o in orang:
        if not o.rincian:
            hasil.append(None)
            continue
        awal, akhir = baris + 1, baris + len(o.rincian)
        perilaku = akhir + 1 if aturan.perilaku else 0
        tambahan = max(akhir, perilaku) + 1 if o.tambahan != TANPA_NILAI else 0
        baris = max(akhir, perilaku, tambahan) + 1
        hasil.append(Blok(awal, akhir, perilaku, tambahan, baris))
    return hasil


class IsiRincian:
    """The rows of the sheet for a rule set, with their formulas; without ``berumus``, with the values of these only."""

    def __init__(self, aturan: Aturan, *, berumus: bool = True) -> None:
        self._aturan = aturan
        self._berumus = berumus
        self._pita = (None,) if aturan.pita else ()
        judul = {k.judul: xl_col_to_name(i) for i, k in enumerate(kolom_rincian(aturan))}
        kata = sebutan(aturan)
        self.huruf = Huruf(
            aspek=judul["Aspek"],
            target=judul["Target"],
            target_atas=judul["Target Atas"],
            realisasi=judul["Realisasi"],
            capaian=judul["Capaian"],
            nilai=judul.get("Nilai", judul["Capaian"]),
            bobot=judul[kata.bobot.capitalize()],
            tertimbang=judul[f"{kata.hasil_kali} ÷ 100"],
        )
        self.rumusan = Rumusan(aturan, self.huruf)

    def orang(self, o: OrangRinci, blok: Blok, predikat: Nilai) -> Iterator[tuple[tuple[Nilai, ...], bool]]:
        """Give a person's rows, each with whether it is the sum; ``predikat`` stands beside that."""
        bobot = self._bobot(o, blok)
        for b, baris, bobot_baris in zip(o.rincian, range(blok.awal, blok.akhir + 1), bobot, strict=True):
            yield self._indikator(o, b, baris, bobot_baris), False
        if blok.perilaku:
            yield self._penilai(o, "PERILAKU", rata_perilaku(o), o.jumlah_perilaku, o.banyak_perilaku, blok.perilaku), False
        if blok.tambahan:
            yield self._penilai(o, "TAMBAHAN", "kinerja tambahan", o.tambahan, 1, blok.tambahan), False
        yield self._jumlah(o, blok, predikat), True

    def hidup(
        self, nilai: str | float | None, rumus: Callable[_Isian, str], *isian: _Isian.args, **n: _Isian.kwargs
    ) -> Nilai:
        """Give a formula beside its value, or the value alone."""
        return Rumus(rumus(*isian, **n), nilai) if self._berumus else nilai

    def _indikator(self, o: OrangRinci, b: BarisIndikator, baris: int, bobot: Nilai) -> tuple[Nilai, ...]:
        ada, keterangan = b.ada_capaian, b.keterangan
        persen, nilai = (b.capaian / 100, b.nilai / 100) if ada else (None, None)
        capaian: Nilai = persen
        pita: Nilai = nilai
        if ada and not dapat_dirumuskan(b):
            keterangan = "; ".join(filter(None, (keterangan, _BUKAN_RUMUS)))
        if self._berumus and (ada or b.keadaan in (Keadaan.KOSONG, Keadaan.TIDAK_BERLAKU) or b.target == 0):
            capaian = _hidup(self.rumusan.capaian(b, baris), persen)
            pita = _hidup(self.rumusan.pita(b, baris), nilai) if self._pita else None
        return (
            o.nip,
            o.nama,
            b.kode,
            b.indikator,
            b.aspek,
            b.arah,
            b.target,
            None if math.isnan(b.target_atas) else b.target_atas,
            b.satuan,
            TIDAK_BERLAKU if b.keadaan == Keadaan.TIDAK_BERLAKU else b.realisasi,
            b.cara,
            capaian,
            *((pita,) if self._pita else ()),
            bobot,
            self.hidup(b.tertimbang / _TERTIMBANG if ada else None, self.rumusan.tertimbang, baris),
            keterangan,
            b.letak,
        )

    def _bobot(self, o: OrangRinci, blok: Blok) -> list[Nilai]:
        """Give the weight of each row: as filed, or the parts of its task, which follow from what applies."""
        nilai = [b.bobot / angka.SKALA_BOBOT for b in o.rincian]
        if self._aturan.pakai_bobot:
            return list(nilai)
        setugas: dict[str, list[int]] = {}
        for baris, b in enumerate(o.rincian, blok.awal):
            setugas.setdefault(ringkas(b.indikator), []).append(baris)
        bagian = bagian_tugas(self._aturan)
        milik = [setugas[ringkas(b.indikator)] for b in o.rincian]
        return [
            self.hidup(n, self.rumusan.bagian_tugas, baris, semua, bagian)
            if bagian % math.lcm(*range(1, len(semua) + 1)) == 0
            else n
            for baris, (n, semua) in enumerate(zip(nilai, milik, strict=True), blok.awal)
        ]

    def _penilai(self, o: OrangRinci, kode: str, cara: str, jumlah: int, banyak: int, baris: int) -> tuple[Nilai, ...]:
        """What a rater filed as a number: the sum of ``banyak`` values, of which the mean counts."""
        ada = jumlah != TANPA_NILAI
        return (
            *(o.nip, o.nama, kode, *[""] * 6, jumlah / 100 if ada else None, cara if ada else "belum ada"),
            *self._pita,
            self.hidup(jumlah / 100 / banyak if ada else None, self.rumusan.rata, baris, banyak),
            *(None, None, "", o.letak_perilaku),
        )

    def _jumlah(self, o: OrangRinci, blok: Blok, predikat: Nilai) -> tuple[Nilai, ...]:
        """The row beneath a person's indicators: the sum, the divisor, and what follows from them."""
        aturan, r = self._aturan, self.rumusan
        kepala: tuple[Nilai, ...] = (o.nip, o.nama, "JUMLAH", *[""] * 7)
        pembagi = sum(b.bobot for b in o.rincian if _ikut(b)) / angka.SKALA_BOBOT
        jumlah = sum(b.tertimbang for b in o.rincian if b.ada_capaian) / _TERTIMBANG
        hasil = o.nilai if o.nilai is not None else o.nilai_hasil_kerja
        angka_hasil = hasil / 100 if o.dinilai and hasil != TANPA_NILAI else None
        nilai: Nilai = angka_hasil
        if self._nilai_hidup(o):
            nilai = self.hidup(angka_hasil, r.nilai, blok.awal, blok.akhir, blok.jumlah, blok.perilaku, blok.tambahan)
        if not o.dinilai:
            cara = f"{SEBUTAN_STATUS[o.status]}: {o.alasan}"
        else:
            cara = f"Nilai = {rumus_nilai(o, aturan)}" if aturan.perlu_indikator else "tidak dijumlahkan"
        return (
            *(*kepala, cara, *self._pita, nilai),
            self.hidup(pembagi, r.pembagi, blok.awal, blok.akhir),
            self.hidup(jumlah, r.jumlah, blok.awal, blok.akhir),
            *(predikat, ""),
        )

    def _nilai_hidup(self, o: OrangRinci) -> bool:
        """Tell whether the score may be a formula: also of those who lack only what can be filled in here."""
        aturan = self._aturan
        if not self._berumus or not aturan.perlu_indikator or o.status == Status.TIDAK_DINILAI:
            return False
        if not o.dinilai:
            return aturan.berangka
        return nilai_dapat_dirumuskan(o.jumlah_tertimbang, o.pembagi, (o.jumlah_perilaku, o.banyak_perilaku), aturan)


def _ikut(b: BarisIndikator) -> bool:
    return b.keadaan != Keadaan.TIDAK_BERLAKU


def _hidup(rumus: str | None, nilai: float | None) -> Nilai:
    return nilai if rumus is None else Rumus(rumus, nilai)
