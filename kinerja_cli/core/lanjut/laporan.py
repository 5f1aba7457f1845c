"""The report model of follow-up: by dinas, who is proposed for what and why, what training is needed, what it came to."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from kinerja_cli.core.angka import cetak_bilangan, cetak_persen
from kinerja_cli.core.aturan import Dasar
from kinerja_cli.core.lanjut.aturan import AturanLanjut, Jenis, Pertentangan, Syarat
from kinerja_cli.core.lanjut.bulan import BulanOrang, BulanTersimpan, aturan_lain, sebanding
from kinerja_cli.core.lanjut.dampak import BUKAN_SEBAB, Dampak, Perubahan, dampak
from kinerja_cli.core.lanjut.kata import cetak_batas, kata_bulan
from kinerja_cli.core.lanjut.kotak import SembilanKotak, kotak_orang, sembilan_kotak
from kinerja_cli.core.lanjut.pelatihan import JpOrang, Kebutuhan, jp_setahun, kebutuhan
from kinerja_cli.core.lanjut.tabel import PeranLanjut
from kinerja_cli.core.lanjut.urai import DataLanjut
from kinerja_cli.core.lanjut.usul import BELUM_CUKUP, BelumCukup, Dikecualikan, HasilUsulan, Usulan, usulkan
from kinerja_cli.core.laporan import Konteks
from kinerja_cli.core.periode import Periode, cetak_rentang, cetak_tanggal

JUDUL = "Usulan Tindak Lanjut"
PENGANTAR = (
    "Semua yang tercantum diusulkan untuk ditinjau. Keputusan ada pada pejabat yang berwenang, sesudah mendengar yang "
    "bersangkutan dan atasannya."
)


@dataclass(frozen=True)
class BagianDinas:
    """One dinas; people in it as of the report's month."""

    nama: str
    orang: int
    usulan: tuple[Usulan, ...]
    belum: tuple[BelumCukup, ...]
    dikecualikan: tuple[Dikecualikan, ...]
    kebutuhan: tuple[Kebutuhan, ...]
    jp: tuple[JpOrang, ...]

    def banyak(self, jenis: Jenis) -> int:
        """How many people are proposed for this."""
        return sum(u.jenis is jenis for u in self.usulan)


@dataclass(frozen=True)
class LaporanLanjut:
    """The whole report.

    Attributes:
        bulan: the months that can be compared, oldest first; the last is the report's.
        catatan: what couldn't be judged, and why.
        kotak: everybody of the dinas shown.
        ada: which of the tables beside the scores were given.
    """

    konteks: Konteks
    aturan: AturanLanjut
    bulan: tuple[Periode, ...]
    catatan: tuple[str, ...]
    dinas: tuple[BagianDinas, ...]
    kotak: SembilanKotak
    dampak: tuple[Dampak, ...]
    ada: frozenset[PeranLanjut]

    def banyak(self, jenis: Jenis) -> int:
        """How many people are proposed for this, all dinas together."""
        return sum(d.banyak(jenis) for d in self.dinas)


def susun_laporan_lanjut(
    semua: Sequence[BulanTersimpan],
    pelengkap: DataLanjut,
    aturan: AturanLanjut,
    konteks: Konteks,
    dinas: Collection[str] = (),
) -> LaporanLanjut:
    """Make the report of the context's month.

    Args:
        semua: saved months, that one among them.
        pelengkap: potential, courses, and who took them.
        aturan: the rules.
        konteks: what every page prints.
        dinas: show only these; empty: all.
    """
    akhir = konteks.periode
    bulan = sebanding(semua, akhir)
    ini = bulan[-1]
    kotak = kotak_orang(ini, pelengkap.potensial, aturan)
    hasil = usulkan(bulan, akhir, aturan, kotak, aturan_lain(semua, bulan))
    butuh = kebutuhan(bulan, akhir, aturan, pelengkap.katalog)
    orang = [o for o in ini.orang.values() if not dinas or o.dinas in dinas]
    jp = jp_setahun(orang, pelengkap.register, akhir, aturan.jp) if PeranLanjut.REGISTER in pelengkap.ada else ()

    def bagian(nama: str, milik: Sequence[BulanOrang]) -> BagianDinas:
        return BagianDinas(
            nama,
            len(milik),
            tuple(u for u in hasil.usulan if u.orang.dinas == nama),
            tuple(b for b in hasil.belum if b.orang.dinas == nama),
            tuple(d for d in hasil.dikecualikan if d.orang.dinas == nama),
            tuple(k for k in butuh if k.dinas == nama),
            tuple(satu for satu in jp if satu.orang.dinas == nama),
        )

    menurut_dinas: dict[str, list[BulanOrang]] = {}
    for o in orang:
        menurut_dinas.setdefault(o.dinas, []).append(o)
    return LaporanLanjut(
        konteks,
        aturan,
        tuple(b.periode for b in bulan),
        tuple(_catatan(semua, bulan, pelengkap, hasil)),
        tuple(bagian(nama, milik) for nama, milik in sorted(menurut_dinas.items())),
        sembilan_kotak(orang, kotak, aturan),
        dampak(bulan, pelengkap.register, akhir, aturan.dampak),
        pelengkap.ada,
    )


def _catatan(
    semua: Sequence[BulanTersimpan], bulan: Sequence[BulanTersimpan], p: DataLanjut, hasil: HasilUsulan
) -> Iterator[str]:
    for b in semua:
        if b.periode < bulan[-1].periode and b not in bulan:
            yield f"{b.periode.nama} dinilai dengan aturan lain ({b.aturan}), jadi tidak diperbandingkan."
    for t in hasil.tertunda:
        yield f"{t.aturan.jenis.capitalize()}, “{t.aturan.nama}”: {t.sebab}."
    if PeranLanjut.KATALOG not in p.ada:
        yield "Katalog Pelatihan belum diberikan: kebutuhan disebut tanpa pelatihannya."
    if PeranLanjut.REGISTER not in p.ada:
        yield "Register Pelatihan belum diberikan: JP dan perubahan sesudah pelatihan tidak dihitung."


# Sentences ----------------------------------------------------------------------------------------------------------


def kata_usulan(u: Usulan) -> tuple[str, str, str, str, str]:
    """Say a proposal in the columns of a table: kind, why, what speaks against it, the figures, what else to know."""
    bulan = {p: o for a in u.alasan for p, o in zip(a.bulan, a.angka, strict=True)}
    angka = "; ".join(kata_bulan(p, o) for p, o in sorted(bulan.items()))
    tetapi = "; ".join(f"tetapi {kata}" for kata in u.pertentangan)
    return u.jenis.value, "; ".join(a.kata for a in u.alasan), tetapi, angka, "; ".join(u.catatan)


def kata_belum(b: BelumCukup) -> str:
    """Say which months are missing, each with why, and for which proposals."""
    bulan = "; ".join(f"{p.nama} ({sebab})" for p, sebab in b.kurang)
    return f"{BELUM_CUKUP} untuk {', '.join(b.jenis)}: {bulan}"


def kata_jp(bagian: BagianDinas, laporan: LaporanLanjut) -> str:
    """Say how many have done the year's training hours."""
    batas = laporan.aturan.jp
    pns = [satu for satu in bagian.jp if satu.pns]
    sampai = cetak_tanggal(laporan.konteks.periode.hari_terakhir)
    cukup = sum(not satu.kurang for satu in pns)
    kata = f"{cukup} dari {len(pns)} PNS sudah {batas.pns} JP atau lebih sampai {sampai}"
    lebih = sum(satu.lebih > 0 for satu in bagian.jp)
    return f"{kata}; {lebih} PPPK melewati {batas.pppk} JP" if lebih else kata


def kata_kebutuhan(k: Kebutuhan, ada: Collection[PeranLanjut]) -> str:
    """Name the courses that fit a need."""
    if k.pelatihan:
        return "; ".join(f"{p.nama} ({cetak_batas(p.jp)} JP)" for p in k.pelatihan)
    if PeranLanjut.KATALOG in ada:
        return "belum ada pelatihan yang cocok di katalog"
    return "katalog belum diberikan"


def kata_dampak(d: Dampak, laporan: LaporanLanjut) -> str:
    """Say how scores changed after a course, beside the like who didn't take it."""
    batas = laporan.aturan.dampak
    if not (d.sebelum and d.sesudah):
        return f"{d.peserta} peserta. {BELUM_CUKUP.capitalize()}: perlu bulan bernilai sebelum dan sesudahnya."
    masa = f"{cetak_rentang(d.sebelum[0], d.sebelum[-1])} dibanding {cetak_rentang(d.sesudah[0], d.sesudah[-1])}"
    if d.ikut is None or d.pembanding is None:
        siapa = "peserta" if d.ikut is None else "pembanding"
        return f"{d.peserta} peserta. {BELUM_CUKUP.capitalize()}: tidak ada {siapa} yang bernilai di semua bulan ({masa})."
    kata = f"{d.peserta} peserta, {d.ikut.orang} dapat dibandingkan ({masa}): {_kata_perubahan(d.ikut)}. "
    kata += f"Yang serupa dan tidak ikut, {cetak_bilangan(d.pembanding.orang)} orang: {_kata_perubahan(d.pembanding)}. "
    if d.selang is None:
        return f"{kata}Kurang dari {batas.orang} orang: jumlah orang saja, {BUKAN_SEBAB}."
    bawah, atas = d.selang
    putusan = "belum terbukti berbeda" if bawah <= 0 <= atas else "berbeda"
    return (
        f"{kata}Rata-rata berubah {_tanda(d.ikut.rata_rata)} dan {_tanda(d.pembanding.rata_rata)}: {putusan} "
        f"(selisihnya, dengan keyakinan {batas.keyakinan} %, antara {_tanda(bawah)} dan {_tanda(atas)}); {BUKAN_SEBAB}."
    )


def _kata_perubahan(p: Perubahan) -> str:
    return f"{p.naik} naik, {p.tetap} tetap, {p.turun} turun"


def _tanda(perseratus: Fraction) -> str:
    """Print hundredths with a sign, half away from zero."""
    bulat = (2 * abs(perseratus).numerator + perseratus.denominator) // (2 * perseratus.denominator)
    tanda = "+" if perseratus > 0 else "−" if perseratus < 0 else ""
    return f"{tanda if bulat else ''}{cetak_persen(bulat)}"


def dasar_lanjut(a: AturanLanjut) -> tuple[tuple[str, str, str], ...]:
    """List the rules for the method page: what, in words, by which source."""

    def sumber(d: Dasar) -> str:
        return f"{d}, sejak {cetak_tanggal(d.sejak)} ({d.kepastian})"

    baris = [(f"{u.jenis.capitalize()}: {u.nama}", kata_syarat(u.syarat, u.berturut), u.dasar) for u in a.usulan]
    baris += [(f"Bertentangan dengan {p.jenis}", _kata_pertentangan(p), p.dasar) for p in a.pertentangan]
    di_atas, sesuai = ", ".join(a.di_atas), ", ".join(a.sesuai)
    baris += [
        ("PPPK", f"tidak diusulkan promosi: {a.kata_pppk}", a.dasar_pppk),
        ("Kinerja di kotak talenta", f"di atas: {di_atas}; sesuai: {sesuai}; di bawah: selebihnya", a.dasar_kinerja),
        (
            "Potensial sebagai angka",
            f"tinggi mulai {cetak_batas(a.tinggi_mulai)}, menengah mulai {cetak_batas(a.menengah_mulai)}",
            a.dasar_potensial,
        ),
        ("JP setahun, PNS", f"paling sedikit {a.jp.pns}", a.jp.dasar_pns),
        ("JP setahun, PPPK", f"paling banyak {a.jp.pppk}", a.jp.dasar_pppk),
        (
            "Kebutuhan pelatihan",
            f"paling banyak {a.kebutuhan.banyak} indikator dengan rata-rata capaian terendah dalam {a.kebutuhan.bulan} "
            f"bulan, bila di bawah {cetak_batas(a.kebutuhan.capaian_di_bawah)}",
            a.kebutuhan.dasar,
        ),
        (
            "Sebelum dan sesudah pelatihan",
            f"sampai {a.dampak.bulan} bulan di setiap sisi; selang {a.dampak.keyakinan} % mulai {a.dampak.orang} orang di "
            f"setiap kelompok; {BUKAN_SEBAB}",
            a.dampak.dasar,
        ),
    ]
    return tuple((apa, kata, sumber(d)) for apa, kata, d in baris)


def _kata_pertentangan(p: Pertentangan) -> str:
    bersama = [f"juga diusulkan {p.bersama}"] if p.bersama else []
    return ", ".join([*bersama, *_bagian_syarat(p.syarat)])


def kata_syarat(s: Syarat, berturut: int) -> str:
    """Say what a rule asks for."""
    return (
        f"{', '.join(_bagian_syarat(s))}; {berturut} bulan berturut-turut" if berturut > 1 else ", ".join(_bagian_syarat(s))
    )


def _bagian_syarat(s: Syarat) -> Iterator[str]:
    if s.predikat:
        yield f"predikat {' atau '.join(s.predikat)}"
    if s.nilai_mulai is not None:
        yield f"nilai paling sedikit {cetak_batas(s.nilai_mulai)}"
    if s.nilai_di_bawah is not None:
        yield f"nilai di bawah {cetak_batas(s.nilai_di_bawah)}"
    if s.aspek_mulai is not None:
        yield f"setiap aspek paling sedikit {cetak_batas(s.aspek_mulai)}"
    if s.aspek_di_bawah is not None:
        yield f"satu aspek di bawah {cetak_batas(s.aspek_di_bawah)}"
    if s.tren:
        yield f"nilai {s.tren} setiap bulan, seluruhnya paling sedikit {cetak_batas(s.tren_selisih)}"
    if s.kotak:
        yield f"kotak talenta {', '.join(map(str, s.kotak))}"
