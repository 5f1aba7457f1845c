"""Angka kredit of functional posts, from the annual predikat, jenjang and months (PermenPANRB 1/2023)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from kinerja_cli.core import nip
from kinerja_cli.core.angka import cetak_angka, cetak_persen
from kinerja_cli.core.aturan import Dasar
from kinerja_cli.core.bagian import setengah_ke_atas
from kinerja_cli.core.kolom import JUDUL, KOSONG, menurut_sebutan, rapi, ringkas
from kinerja_cli.core.lembar import Lembar, RumusTanpaHasil, SelGalat, huruf_kolom
from kinerja_cli.core.pohon import Pembaca
from kinerja_cli.core.tabel import Tabel, baris_data, cari_tabel
from kinerja_cli.core.temuan import Letak, Temuan, kolom_kurang, nama_terdekat

_WAJIB = ("nip", "jenjang", "predikat")


@dataclass(frozen=True)
class KoefisienAngkaKredit:
    """The figures: percent by predikat, yearly coefficient by jenjang, with their sources."""

    judul: str
    bulan_setahun: int
    persen: Mapping[str, tuple[Decimal, Dasar]]
    koefisien: Mapping[str, tuple[Decimal, Dasar]]
    sebutan_predikat: Mapping[str, str]
    sebutan_jenjang: Mapping[str, str]
    dasar_bulan: Dasar


@dataclass(frozen=True)
class AngkaKredit:
    """One person's credit in one jenjang: ``angka`` in hundredths, and the sum in figures."""

    nip: str
    nama: str
    jenjang: str
    predikat: str
    bulan: int
    menurut_rekap: bool
    angka: int
    cara: str
    dasar: str


def susun_koefisien(pohon: Mapping[str, object]) -> KoefisienAngkaKredit:
    """Build the figures from the tree of their file.

    Raises:
        PohonSalah: naming every key that is missing, wrong or unknown.
    """
    akar = Pembaca(pohon)
    sumber, tahun, predikat, jenjang = akar.sumber(), akar.anak("tahun"), akar.daftar("predikat"), akar.daftar("jenjang")
    akar.teks("id")
    hasil = KoefisienAngkaKredit(
        judul=akar.teks("judul"),
        bulan_setahun=tahun.ambil("bulan", int, 1),
        persen={p.teks("nama"): (p.angka("persen"), p.dasar(sumber)) for p in predikat},
        koefisien={j.teks("nama"): (j.angka("koefisien"), j.dasar(sumber)) for j in jenjang},
        sebutan_predikat=menurut_sebutan({p.teks("nama"): p.boleh_kata("sebutan") for p in predikat}),
        sebutan_jenjang=menurut_sebutan({j.teks("nama"): j.boleh_kata("sebutan") for j in jenjang}),
        dasar_bulan=tahun.dasar(sumber),
    )
    akar.tutup()
    return hasil


def hitung_angka_kredit(bulan: int, predikat: str, jenjang: str, k: KoefisienAngkaKredit) -> int:
    """Give n/12 × percent × coefficient in hundredths, half-up once."""
    persen, koefisien = k.persen[predikat][0], k.koefisien[jenjang][0]
    return setengah_ke_atas(Fraction(bulan, k.bulan_setahun) * Fraction(persen) * Fraction(koefisien))


def susun_angka_kredit(
    lembar: Sequence[Lembar], orang: Mapping[str, tuple[str, int]], k: KoefisienAngkaKredit
) -> tuple[tuple[AngkaKredit, ...], tuple[Temuan, ...]]:
    """Compute the credit of everybody on the sheets that have the columns NIP, Jenjang and Predikat.

    Args:
        lembar: the raw sheets; Jumlah Bulan is optional.
        orang: name and number of scored months of everybody in the recap; the months count where none are filed.
        k: the figures.
    """
    temuan: list[Temuan] = []
    hasil: list[tuple[AngkaKredit, Letak]] = []
    ada = False
    for satu in lembar:
        tabel, _ = cari_tabel(satu, ())
        if tabel is None or not set(_WAJIB) <= tabel.kolom.keys():
            continue
        ada = True
        for r in baris_data(tabel)[0]:
            baris = _Baris(tabel, r)
            salah = list(_periksa(baris, orang, k))
            temuan += salah
            if not salah:
                hasil.append((_hitung(baris, orang, k), baris.letak("nip")))
    if not ada:
        kolom = ", ".join(JUDUL[n] for n in _WAJIB)
        temuan.append(kolom_kurang(Letak(lembar[0].berkas), "Angka Kredit", kolom))
    temuan += _ganda(hasil, k)
    return tuple(sorted((a for a, _ in hasil), key=lambda a: (a.nama, a.nip))), tuple(temuan)


@dataclass(frozen=True)
class _Baris:
    """One row of the sheet, by column."""

    tabel: Tabel
    nomor: int

    def isi(self, kolom: str) -> object:
        return self.tabel.lembar.baris[self.nomor][self.tabel.kolom[kolom]] if kolom in self.tabel.kolom else ""

    def teks(self, kolom: str) -> str:
        return rapi(self.isi(kolom))

    @property
    def nip(self) -> str:
        return nip.rapikan(self.teks("nip"))

    def letak(self, kolom: str) -> Letak:
        lembar = self.tabel.lembar
        return Letak(lembar.berkas, lembar.nama, f"{huruf_kolom(self.tabel.kolom[kolom])}{self.nomor + 1}")


def _periksa(b: _Baris, orang: Mapping[str, tuple[str, int]], k: KoefisienAngkaKredit) -> Iterator[Temuan]:
    rusak = {n: sel for n in (*_WAJIB, "jumlah_bulan") if isinstance(sel := b.isi(n), (SelGalat, RumusTanpaHasil))}
    for kolom, sel in rusak.items():
        yield Temuan("S01", b.letak(kolom), sel.teks) if isinstance(sel, SelGalat) else Temuan("S02", b.letak(kolom))
    for kolom in _WAJIB:
        if b.teks(kolom) in KOSONG and kolom not in rusak:
            yield Temuan("S07", b.letak(kolom), isian=(("kolom", JUDUL[kolom]),))
    if rusak or any(b.teks(kolom) in KOSONG for kolom in _WAJIB):
        return
    if isinstance(b.isi("nip"), (int, float)):
        yield Temuan("S03", b.letak("nip"), b.teks("nip"))
    elif not nip.berbentuk_nip(b.nip):
        yield Temuan("P01", b.letak("nip"), b.teks("nip"), (("jumlah", str(sum(h.isdigit() for h in b.nip))),))
    elif b.nip not in orang:
        yield Temuan("P27", b.letak("nip"), b.nip, usul=nama_terdekat(b.nip, orang))
    for kolom, kode, sebutan, nama in (
        ("jenjang", "P24", k.sebutan_jenjang, k.koefisien),
        ("predikat", "P25", k.sebutan_predikat, k.persen),
    ):
        teks = b.teks(kolom)
        if ringkas(teks) not in sebutan:
            yield Temuan(kode, b.letak(kolom), teks, (("pilihan", ", ".join(nama)),), nama_terdekat(teks, nama))
    batas = (("batas", str(k.bulan_setahun)),)
    if b.teks("jumlah_bulan") not in KOSONG:
        if _bulan(b, k) is None:
            yield Temuan("P26", b.letak("jumlah_bulan"), b.teks("jumlah_bulan"), batas)
    elif not orang.get(b.nip, ("", 1))[1]:
        yield Temuan("P26", b.letak("nip"), "0", batas)


def _bulan(b: _Baris, k: KoefisienAngkaKredit) -> int | None:
    """Give the filed months; None where they are blank, or no whole number of months of a year."""
    teks = b.teks("jumlah_bulan")
    return int(teks) if teks.isascii() and teks.isdigit() and 1 <= int(teks) <= k.bulan_setahun else None


def _hitung(b: _Baris, orang: Mapping[str, tuple[str, int]], k: KoefisienAngkaKredit) -> AngkaKredit:
    nama, bulan_rekap = orang[b.nip]
    jenjang = k.sebutan_jenjang[ringkas(b.teks("jenjang"))]
    predikat = k.sebutan_predikat[ringkas(b.teks("predikat"))]
    tertulis = _bulan(b, k)
    bulan = bulan_rekap if tertulis is None else tertulis
    hasil = hitung_angka_kredit(bulan, predikat, jenjang, k)
    (persen, dasar_persen), (koefisien, dasar_koefisien) = k.persen[predikat], k.koefisien[jenjang]
    faktor = f"{bulan}/{k.bulan_setahun} × {cetak_angka(float(persen))} % × {cetak_angka(float(koefisien))}"
    return AngkaKredit(
        nip=b.nip,
        nama=nama,
        jenjang=jenjang,
        predikat=predikat,
        bulan=bulan,
        menurut_rekap=tertulis is None,
        angka=hasil,
        cara=f"{faktor} = {cetak_persen(hasil)}",
        dasar=f"persen {_sebut(dasar_persen)}; koefisien {_sebut(dasar_koefisien)}",
    )


def _sebut(dasar: Dasar) -> str:
    return f"{dasar} ({dasar.kepastian})"


def dasar_angka_kredit(k: KoefisienAngkaKredit) -> tuple[tuple[str, str, str], ...]:
    """List the figures for the method page: what, how much, by which source."""
    return (
        (
            "Angka kredit",
            f"n/{k.bulan_setahun} × persen predikat tahunan × koefisien jenjang, dua desimal",
            _sebut(k.dasar_bulan),
        ),
        *((f"Angka kredit, predikat {p}", f"{cetak_angka(float(n))} %", _sebut(d)) for p, (n, d) in k.persen.items()),
        *((f"Angka kredit, jenjang {j}", cetak_angka(float(n)), _sebut(d)) for j, (n, d) in k.koefisien.items()),
    )


def _ganda(hasil: Sequence[tuple[AngkaKredit, Letak]], k: KoefisienAngkaKredit) -> Iterator[Temuan]:
    """A person may stand in several rows (another jenjang from some month on) only with months that fit into the year."""
    milik: dict[str, list[tuple[AngkaKredit, Letak]]] = {}
    for satu in hasil:
        milik.setdefault(satu[0].nip, []).append(satu)
    for n, semua in milik.items():
        if len(semua) > 1 and (any(a.menurut_rekap for a, _ in semua) or sum(a.bulan for a, _ in semua) > k.bulan_setahun):
            isian = (("lain", str(semua[0][1])), ("batas", str(k.bulan_setahun)))
            yield Temuan("P29", semua[-1][1], n, isian)
