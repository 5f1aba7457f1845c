"""The survey's report model: everything that page, workbook, terminal and JSON print; a writer only lays it out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import partial

import pandas as pd

from kinerja_cli.core import angka
from kinerja_cli.core.kolom import SEBUTAN_KELAMIN, rapi, ringkas
from kinerja_cli.core.periode import cetak_tanggal
from kinerja_cli.core.skm.aturan import AturanSkm, Unsur
from kinerja_cli.core.skm.hitung import IndeksSkm, hitung_indeks, sampel_minimum
from kinerja_cli.core.skm.periksa import cetak_bobot, periksa_survei
from kinerja_cli.core.skm.selang import berbeda_nyata, kali_galat
from kinerja_cli.core.skm.survei import Survei
from kinerja_cli.core.temuan import Temuan, urutkan
from kinerja_cli.core.titipan import Asal

_TAK_DIISI = "Tidak diisi"


@dataclass(frozen=True)
class Kelompok:
    """Respondents by one property: ("Jenis kelamin", (("Laki-laki", 40), ("Perempuan", 60)))."""

    nama: str
    isi: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Perbandingan:
    """This survey beside the last.

    Attributes:
        lama: the last survey's result, and its time in the workbook's words.
        selisih: of the indices, in hundredths.
        nyata: whether that is more than chance; None: too few respondents to say.
        unsur: the difference of each unsur that both have, in hundredths.
    """

    lama: IndeksSkm
    periode: str
    selisih: int
    nyata: bool | None
    unsur: tuple[tuple[Unsur, int], ...]

    @property
    def kata(self) -> str:
        """The difference in a sentence."""
        besar = angka.cetak_persen(abs(self.selisih))
        if self.selisih == 0:
            return "sama dengan survei lalu"
        arah = "naik" if self.selisih > 0 else "turun"
        if self.nyata is None:
            return f"{arah} {besar}; respondennya terlalu sedikit untuk mengatakan apakah itu kebetulan"
        if self.nyata:
            return f"{arah} {besar}, lebih besar daripada yang dapat terjadi karena kebetulan"
        return f"{arah} {besar}, tetapi sekecil itu dapat terjadi karena kebetulan: belum terbukti berubah"


@dataclass(frozen=True)
class LaporanSkm:
    """A survey's report.

    Attributes:
        unit: the office; "" where nobody names it.
        layanan: the results of the services, where there are several.
        populasi, sampel: how many people used the service, and how many respondents that wants.
        responden: who answered: by sex, age, education, work, as far as the workbooks say.
        lalu: the comparison with the last survey, where one is given.
        asal: the workbooks.
    """

    aturan: AturanSkm
    unit: str
    periode: str
    hasil: IndeksSkm
    layanan: tuple[IndeksSkm, ...]
    populasi: int | None
    sampel: int | None
    responden: tuple[Kelompok, ...]
    lalu: Perbandingan | None
    temuan: tuple[Temuan, ...]
    asal: tuple[Asal, ...]

    @property
    def kekurangan(self) -> int:
        """How many respondents are missing to the sample."""
        return max(0, (self.sampel or 0) - self.hasil.responden)

    @property
    def kata_sampel(self) -> str:
        """Whether the respondents are enough, in a sentence."""
        if self.sampel is None or self.populasi is None:
            return "Banyaknya pengguna layanan tidak disebut, jadi kecukupan responden tidak diperiksa."
        n, p = angka.cetak_bilangan(self.hasil.responden), angka.cetak_bilangan(self.populasi)
        perlu = f"paling sedikit {angka.cetak_bilangan(self.sampel)} untuk {p} pengguna layanan"
        akhir = f"kurang {angka.cetak_bilangan(self.kekurangan)}" if self.kekurangan else "cukup"
        return f"{n} responden, {perlu} (Krejcie dan Morgan): {akhir}."

    @property
    def kata_selang(self) -> str:
        """How sure the index is, in a sentence."""
        s, tingkat = self.hasil.selang, self.aturan.selang
        if s is None:
            return f"Selang keyakinan tidak dihitung: kurang dari {tingkat.paling_sedikit} responden."
        batas = f"{angka.cetak_persen(s.bawah)} sampai {angka.cetak_persen(s.atas)}"
        return f"Selang keyakinan {tingkat.persen} %: {batas}, bila respondennya dipilih secara acak."

    @property
    def kata_bobot(self) -> str:
        """How the index comes about, in a sentence."""
        u, b = len(self.hasil.unsur), cetak_bobot(self.hasil.bobot)
        return f"Indeks = jumlah NRR {u} unsur × {b} × {self.aturan.pengali}, dibulatkan satu kali (setengah ke atas)."

    @property
    def nama(self) -> str:
        """What the report is about: the office, or the one service."""
        if not self.hasil.nama:
            return self.unit
        return f"{self.unit} ({self.hasil.nama})" if self.unit else self.hasil.nama


def cetak_nrr(nrr: Fraction) -> str:
    """Print a mean score with three decimals, half-up: "3,333"."""
    return angka.gaya_indonesia(angka.teks_skala(int((2000 * nrr + 1) // 2), 3, paling_sedikit=3))


def susun_laporan(
    survei: Survei,
    aturan: AturanSkm,
    asal: Sequence[Asal],
    *,
    layanan: str = "",
    unit: str = "",
    populasi: int | None = None,
    bobot: Fraction | None = None,
    lalu: Survei | None = None,
    temuan_berkas: Sequence[Temuan] = (),
) -> LaporanSkm:
    """Compute and judge a survey.

    Args:
        survei: the respondents, of one service where ``layanan`` names it.
        aturan: the survey's rules.
        asal: the workbooks.
        layanan: the one service.
        unit, populasi: what the user says instead of the workbooks.
        bobot: another weight than the usual one.
        lalu: the last survey.
        temuan_berkas: what was wrong with the files.
    """
    populasi = survei.populasi if populasi is None else populasi
    hasil = hitung_indeks(survei.responden, aturan, nama=layanan, bobot=bobot, populasi=populasi)
    setiap = [
        hitung_indeks(isi, aturan, nama=nama, bobot=bobot)
        for nama, isi in ((n, survei.responden[survei.responden["layanan"] == n]) for n in survei.layanan)
    ]
    return LaporanSkm(
        aturan=aturan,
        unit=unit or survei.unit,
        periode=survei.periode,
        hasil=hasil,
        layanan=tuple(setiap) if len(setiap) > 1 else (),
        populasi=populasi,
        sampel=None if populasi is None else sampel_minimum(populasi, aturan.sampel),
        responden=_kelompok(survei.responden, aturan),
        lalu=_banding(hasil, lalu, aturan, bobot) if lalu is not None else None,
        temuan=urutkan((*temuan_berkas, *survei.temuan, *periksa_survei(survei, aturan, populasi, bobot))),
        asal=tuple(asal),
    )


def _banding(kini: IndeksSkm, lalu: Survei, aturan: AturanSkm, bobot: Fraction | None) -> Perbandingan | None:
    lama = hitung_indeks(lalu.responden, aturan, nama=kini.nama, bobot=bobot, populasi=lalu.populasi)
    if kini.nilai is None or lama.nilai is None:
        return None
    dulu = {u.unsur.id: u.indeks for u in lama.unsur}
    selisih = kini.nilai - lama.nilai
    return Perbandingan(
        lama,
        lalu.periode,
        selisih,
        berbeda_nyata(selisih, kini.selang, lama.selang, aturan),
        tuple((u.unsur, u.indeks - dulu[u.unsur.id]) for u in kini.unsur if u.unsur.id in dulu),
    )


def _kelompok(responden: pd.DataFrame, aturan: AturanSkm) -> tuple[Kelompok, ...]:
    kelamin = responden["kelamin"].map(lambda s: SEBUTAN_KELAMIN.get(s, "").capitalize())
    umur = responden["umur"].map(lambda teks: _umur(teks, aturan.umur))
    semua = (
        ("Jenis kelamin", kelamin, sorted),
        ("Umur", umur, sorted),
        ("Pendidikan", responden["pendidikan"].map(rapi), lambda j: sorted(_terbanyak(j), key=partial(_jenjang, aturan))),
        ("Pekerjaan", responden["pekerjaan"].map(rapi), _terbanyak),
    )
    hasil = []
    for nama, isi, urut in semua:
        sebutan: dict[str, str] = {}
        jumlah = Counter(sebutan.setdefault(ringkas(str(s)), str(s)) or _TAK_DIISI for s in isi)
        if set(jumlah) - {_TAK_DIISI}:
            label = [s for s in urut(jumlah) if s != _TAK_DIISI] + [s for s in jumlah if s == _TAK_DIISI]
            hasil.append(Kelompok(nama, tuple((s, jumlah[s]) for s in label)))
    return tuple(hasil)


def _jenjang(aturan: AturanSkm, teks: str) -> int:
    urutan = aturan.pendidikan
    return urutan.index(r) if (r := ringkas(teks)) in urutan else len(urutan)


def _terbanyak(jumlah: Counter[str]) -> list[str]:
    return [s for s, _ in sorted(jumlah.items(), key=lambda satu: (-satu[1], satu[0]))]


def _umur(teks: str, batas: Sequence[int]) -> str:
    """Give the age group of a number; a group that the form itself offers stays as it is."""
    angka_saja = teks.removesuffix("tahun").removesuffix("th").strip()
    if not angka_saja.isdecimal():
        return teks
    umur = int(angka_saja)
    awal = max((b for b in batas if b <= umur), default=0)
    akhir = min((b for b in batas if b > umur), default=0)
    if not awal:
        return f"{akhir - 1} tahun ke bawah"
    return f"{awal}–{akhir - 1} tahun" if akhir else f"{awal} tahun ke atas"


def dasar_skm(laporan: LaporanSkm) -> tuple[tuple[str, str, str], ...]:
    """List what was computed how, for the method part: what, in which words, by which source and how sure."""
    a = laporan.aturan
    batas = [f"{angka.cetak_persen(k.mulai)} ke atas: {k.mutu} ({k.nama})" for k in a.kategori]
    baris = [
        ("NRR satu unsur", "jumlah nilai ÷ banyaknya yang menjawab", a.dasar["skor"]),
        ("Indeks satu unsur", f"NRR × {a.pengali}", a.dasar["indeks"]),
        ("Indeks unit", laporan.kata_bobot, a.dasar["indeks"]),
        ("Mutu pelayanan", "; ".join(batas), a.kategori[0].dasar),
        ("Responden paling sedikit", "khi² N P(1−P) ÷ (d²(N−1) + khi² P(1−P)), setengah ke atas", a.sampel.dasar),
        (
            "Selang keyakinan",
            f"indeks ± {angka.gaya_indonesia(f'{kali_galat(a):.2f}')} × galat baku, dari perbedaan antarresponden",
            a.selang.dasar,
        ),
    ]
    return tuple(
        (apa, kata, f"{dasar}, sejak {cetak_tanggal(dasar.sejak)} ({dasar.kepastian})") for apa, kata, dasar in baris
    )
