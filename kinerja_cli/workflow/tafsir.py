"""Workbooks read → tables understood and checked: the same for validasi and hitung."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from kinerja_cli.core.aturan import Aturan
from kinerja_cli.core.curiga import curigai, usulkan_nip
from kinerja_cli.core.inovasi.isian import isi_dari_register
from kinerja_cli.core.inovasi.periksa import mundur
from kinerja_cli.core.lingkup import berlaku, ganti_indikator
from kinerja_cli.core.periksa import Bahan, Lalu, periksa, periksa_periode, tidak_terperiksa
from kinerja_cli.core.periksa_aturan import periksa_aturan
from kinerja_cli.core.periode import Periode, periode_dari_nama
from kinerja_cli.core.satukan import satukan_isi, satukan_orang
from kinerja_cli.core.skema import Masukan, Peran
from kinerja_cli.core.temuan import Temuan, Tingkat, urutkan
from kinerja_cli.core.titipan import kenali, sisipkan, tandai
from kinerja_cli.core.urai import Uraian, urai
from kinerja_cli.workflow.terbaca import Terbaca


@dataclass(frozen=True)
class Tafsiran:
    """What the workbooks mean for one month.

    Attributes:
        masukan: their tables.
        berlaku: which row of Indikator holds for whom.
        temuan: what is wrong.
        akibat: what is wrong only because a table couldn't be read; not told yet, but it still costs the score.
    """

    masukan: Masukan
    berlaku: pd.DataFrame
    temuan: tuple[Temuan, ...]
    akibat: tuple[Temuan, ...] = ()


def uraikan(terbaca: Terbaca, kode_lain: Collection[str] = ()) -> Uraian:
    """Type the sheets of workbooks read; ``kode_lain`` are indicator codes that are known from elsewhere."""
    hasil = urai(terbaca.lembar, kode_lain=kode_lain, bawaan={b.sebutan for b in terbaca.berkas if b.bawaan_dari})
    salah = [t for lembar in terbaca.lembar if isinstance(t := kenali(lembar), Temuan)]
    return replace(hasil, masukan=tandai(hasil.masukan, terbaca.titipan), temuan=(*hasil.temuan, *salah))


def tafsirkan(
    terbaca: Terbaca,
    uraian: Uraian,
    aturan: Aturan,
    periode: Periode | None,
    *,
    semua: bool,
    lalu: Lalu | None = None,
    andai: Uraian | None = None,
) -> Tafsiran:
    """Settle scope and repeats, and run every check.

    Args:
        terbaca: the workbooks.
        uraian: their tables.
        aturan: the rule set.
        periode: the month, where it is known.
        semua: everybody's realisasi is awaited; else only that of the dinas that sent some.
        lalu: the month before, where one is saved.
        andai: indicators that stand in for those with the same code, as a what-if.
    """
    bulanan = berkas_bulanan(uraian.masukan)
    judul = [(letak, p) for letak, p in uraian.periode if letak.berkas in bulanan]
    nama = [(n, p) for n in sorted(bulanan) if (p := periode_dari_nama(n))]
    masukan, temuan_orang = satukan_orang(uraian.masukan, periode)
    lingkup, temuan_lingkup = berlaku(masukan)
    masukan, temuan_register = isi_dari_register(masukan, lingkup, aturan, periode)
    masukan, temuan_titipan = sisipkan(masukan, lingkup)
    masukan, temuan_isi = satukan_isi(masukan)
    temuan_andai: tuple[Temuan, ...] = ()
    if andai:
        masukan, lingkup, temuan_ganti = ganti_indikator(masukan, lingkup, andai.masukan)
        temuan_andai = (*andai.temuan, *temuan_ganti)
    ditunggu = masukan.pegawai if semua else _pengirim(masukan)
    lama = {b.sebutan for b in terbaca.berkas if b.bawaan_dari}  # what was only worth a note then isn't said again
    bahan = Bahan(masukan, lingkup, aturan, periode, frozenset(ditunggu["dinas"].unique()), lalu)
    daftar = [*([lalu.pegawai] if lalu else []), masukan.pegawai]
    dikenal = {n: nama for t in daftar for n, nama in zip(t["nip"].tolist(), t["nama"].tolist(), strict=True)}
    temuan = (
        *(t for t in (*terbaca.temuan, *uraian.temuan) if t.letak.berkas not in lama or t.tingkat is Tingkat.GALAT),
        *periksa_periode(periode, judul, nama),
        *temuan_lingkup,
        *temuan_register,
        *temuan_titipan,
        *temuan_orang,
        *temuan_isi,
        *temuan_andai,
        *periksa(bahan),
        *periksa_aturan(bahan),
        *curigai(bahan),
        *(mundur(masukan, lalu.inovasi, lalu.periode) if lalu and lalu.inovasi is not None else ()),
        *tidak_terperiksa(masukan, aturan),
    )
    utama, akibat = _yang_utama(temuan)
    return Tafsiran(masukan, lingkup, urutkan(usulkan_nip(utama, dikenal)), akibat)


def _pengirim(masukan: Masukan) -> pd.DataFrame:
    """Give the people of whom something was sent."""
    nip = masukan.pegawai["nip"]
    return masukan.pegawai[nip.isin(masukan.kiriman()["nip"]) | nip.isin(masukan.perilaku["nip"])]


_AKIBAT: Mapping[str, frozenset[str]] = {
    Peran.PEGAWAI: frozenset({"R01", "R07", "I01", "I11"}),
    Peran.INDIKATOR: frozenset({"R02", "R06", "R07", "R08", "I01"}),
    Peran.REALISASI: frozenset({"R06", "R09", "W04"}),
}
"""What is found only because a table of that kind couldn't be read."""


def _yang_utama(temuan: Sequence[Temuan]) -> tuple[tuple[Temuan, ...], tuple[Temuan, ...]]:
    """Set apart what only follows from a table whose column is missing, misspelt or unknown (L02, L11): that comes first."""
    tak_terbaca = {dict(t.isian)["peran"] for t in temuan if t.kode in ("L02", "L11")}
    kode = {satu for peran in tak_terbaca for satu in _AKIBAT.get(peran, ())}
    return tuple(t for t in temuan if t.kode not in kode), tuple(t for t in temuan if t.kode in kode)


def berkas_bulanan(masukan: Masukan) -> set[str]:
    """Name the files whose rows belong to one month; lists of people and indicators stand until new ones come."""
    berkas = masukan.berkas()
    tabel = (masukan.realisasi, masukan.ide_baru, masukan.perilaku, masukan.inovasi)
    sumber = {s for isi in tabel for s in isi["sumber"].unique()}
    return {str(berkas[s]) for s in sumber if not masukan.sumber[s].bawaan}


def bulan_menurut_berkas(uraian: Uraian) -> Mapping[Periode, tuple[str, ...]]:
    """Find the months that files speak of, each with its files: monthly files first; else any file's."""
    judul: dict[str, Periode] = {}
    for letak, p in uraian.periode:
        judul.setdefault(letak.berkas, p)
    bulanan = berkas_bulanan(uraian.masukan)
    semua = sorted({s.berkas for s in uraian.masukan.sumber if not s.bawaan})
    for nama in ([n for n in semua if n in bulanan], semua):
        hasil: dict[Periode, list[str]] = {}
        for n in nama:
            bulan = judul.get(n) or periode_dari_nama(n)
            if bulan:
                hasil.setdefault(bulan, []).append(n)
        if hasil:
            return {p: tuple(hasil[p]) for p in sorted(hasil)}
    return {}
