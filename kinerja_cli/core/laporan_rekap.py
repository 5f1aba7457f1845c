"""The recap's model: what every writer prints, and in which words it says what was computed."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from kinerja_cli.core.angka_kredit import AngkaKredit
from kinerja_cli.core.periode import Periode, Rentang
from kinerja_cli.core.perjalanan import Peristiwa

TIDAK_TERDAFTAR = "tidak ada di tabel Pegawai"
"""Why a person has no result in a month in which no office listed them."""


@dataclass(frozen=True)
class Sel:
    """One person in one month: a score, a predikat without a number, or why there is neither."""

    nilai: int | None
    predikat: str
    sebab: str


@dataclass(frozen=True)
class OrangRekap:
    """One person's months.

    Attributes:
        dinas, jabatan, golongan: as in their last month.
        bulan: a cell for each month of the range.
        banyak: how many of the months have a result.
        rata_rata: mean of the printed scores in hundredths; None where there is none, and ``catatan`` says why.
        predikat: how many months with which category.
        tanpa: the saved months without a result, each with its reason.
    """

    nip: str
    nama: str
    jabatan: str
    golongan: str
    dinas: str
    bulan: tuple[Sel, ...]
    banyak: int
    rata_rata: int | None
    predikat: tuple[tuple[str, int], ...]
    tanpa: str
    catatan: str


@dataclass(frozen=True)
class Kelompok:
    """A dinas, or the regency, over the range. A person-month is one person with a result in one month.

    Attributes:
        orang: people with a result here in at least one month; who moved is counted in each dinas, in the regency once.
        orang_bulan: person-months, exact; who served in several dinas in a month is split by days.
        orang_bulan_cetak: the same in hundredths, so printed that the dinas add up to the regency.
        jumlah: the sum of score × part of the month, exact, in hundredths; None without a common scale.
        rata_rata: ``jumlah`` / ``orang_bulan``, half-up once.
        predikat: person-months by category, best first.
        persen: the same in hundredths of a percent of ``orang_bulan``, adding up to 100,00.
        organisasi: the organisation's predikat from the settings, "" where there is none.
        saran: how the distribution compares with the pattern for it.
    """

    nama: str
    orang: int
    orang_bulan: Fraction
    orang_bulan_cetak: int
    jumlah: Fraction | None
    rata_rata: int | None
    predikat: tuple[tuple[str, Fraction], ...]
    persen: tuple[tuple[str, int], ...]
    organisasi: str = ""
    saran: tuple[str, ...] = ()


@dataclass(frozen=True)
class AturanRekap:
    """A rule set of the range, and its months."""

    id: str
    judul: str
    sha256: str
    penetapan: str
    bulan: str


@dataclass(frozen=True)
class Rekap:
    """The recap. ``belum`` are the months of the range that aren't saved; ``jejak`` proves each month that is."""

    instansi: str
    rentang: Rentang
    versi: str
    bulan: tuple[Periode, ...]
    belum: tuple[Periode, ...]
    aturan: tuple[AturanRekap, ...]
    jejak: tuple[tuple[str, str], ...]
    daerah: Kelompok
    dinas: tuple[Kelompok, ...]
    orang: tuple[OrangRekap, ...]
    perjalanan: tuple[Peristiwa, ...]
    catatan: tuple[str, ...]
    angka_kredit: tuple[AngkaKredit, ...] = ()
    dasar: tuple[tuple[str, str, str], ...] = ()
    """Figures of the law that were used besides the rule sets: what, how much, by which source."""

    @property
    def judul_aturan(self) -> str:
        """The line beside every number: each rule set with what enacts it."""
        return "; ".join(dict.fromkeys(f"{a.judul} ({a.penetapan})" if a.penetapan else a.judul for a in self.aturan))


CARA: tuple[tuple[str, str], ...] = (
    (
        "Rata-rata seseorang",
        "jumlah nilai bulanan yang tercetak ÷ banyaknya bulan yang bernilai, dibulatkan satu kali (setengah ke atas)",
    ),
    ("Bulan tanpa nilai", "tidak ikut dibagi dan tidak dianggap nol; disebut dengan sebabnya"),
    (
        "Orang-bulan",
        "satu orang dengan hasil dalam satu bulan; bila di dua dinas, dibagi menurut harinya, dan bagiannya berjumlah satu",
    ),
    (
        "Rata-rata dinas dan daerah",
        "jumlah (nilai bulanan × bagian bulan) ÷ jumlah orang-bulan, dibulatkan satu kali (setengah ke atas)",
    ),
    ("Orang-bulan yang tercetak", "dua desimal, dibulatkan supaya semua dinas berjumlah tepat sama dengan daerah"),
    ("Persen predikat", "bagian orang-bulan dengan predikat itu; setiap baris berjumlah 100,00"),
    ("Aturan yang berbeda", "bulan-bulan dengan skala nilai yang berbeda tidak dirata-ratakan"),
    (
        "Bukan predikat tahunan",
        "rata-rata bulan bukan predikat tahunan menurut PermenPANRB 6/2022, yang dinilai tersendiri; "
        "karena itu rata-rata tidak diberi kategori",
    ),
)
"""What is computed, in words."""
