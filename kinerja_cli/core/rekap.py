"""The recap of a year or a part of it: saved months put together, exactly; a mean of months is no annual predikat."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np
import pandas as pd

from kinerja_cli.core import angka, skema
from kinerja_cli.core.aturan import Aturan
from kinerja_cli.core.bagian import serasikan, setengah_ke_atas
from kinerja_cli.core.laporan import SEBUTAN_STATUS
from kinerja_cli.core.laporan_rekap import TIDAK_TERDAFTAR, AturanRekap, Kelompok, OrangRekap, Rekap, Sel
from kinerja_cli.core.periode import Periode, Rentang, sebut_bulan
from kinerja_cli.core.perjalanan import susun_perjalanan
from kinerja_cli.core.pola import Pola, cocokkan
from kinerja_cli.core.skema import Status
from kinerja_cli.core.temuan import Letak, Temuan, nama_terdekat

_SIAPA = ("nip", "nama", "jabatan", "golongan", "dinas")
_HASIL = ("status", "nilai", "predikat", "alasan")
NILAI: Mapping[str, str] = dict.fromkeys((*_SIAPA, *_HASIL), skema.TEKS)
"""The columns of nilai.csv that a recap needs; ``nilai`` as printed: "" also where a scheme gives a predikat alone."""

_TANPA_ANGKA = -1


@dataclass(frozen=True)
class Bulan:
    """A saved month.

    Attributes:
        aturan: the rule set by which it was scored.
        penetapan: the regulation that enacts it, or the words that none does.
        jejak: the audit line that saved it.
        nilai: after :data:`NILAI`.
        penugasan: after :data:`skema.PENUGASAN`, without the places.
    """

    periode: Periode
    aturan: Aturan
    penetapan: str
    jejak: str
    nilai: pd.DataFrame
    penugasan: pd.DataFrame


def skala(aturan: Aturan) -> object:
    """Give what makes scores of two rule sets comparable: the same kind of sum, equal categories, an equal top."""
    jumlahan = (aturan.gabungan.cara, aturan.pembagian, bool(aturan.pita), bool(aturan.tambahan))
    return jumlahan, aturan.capaian_tertinggi.nilai, tuple((p.nama, p.mulai, p.syarat) for p in aturan.predikat)


def susun_rekap(instansi: str, versi: str, rentang: Rentang, bulan: Sequence[Bulan]) -> Rekap:
    """Put saved months together.

    Args:
        instansi: whose recap.
        versi: the program's version.
        rentang: the year or the part of it.
        bulan: its saved months, oldest first, at least one.
    """
    semua = panjang(bulan)
    ada = semua[semua["ada_hasil"]]
    urutan = tuple(dict.fromkeys(p.nama for b in bulan for p in b.aturan.predikat))
    bagian = bagi_dinas(ada, bulan)
    satu_skala = ada["skala"].nunique() <= 1 and bool((ada["nilai"] != _TANPA_ANGKA).all())
    daerah = _kelompok(instansi, ada.assign(hari=1, hari_tugas=1), urutan, satu_skala=satu_skala)
    dinas = [_kelompok(nama, isi, urutan, satu_skala=satu_skala) for nama, isi in bagian.groupby("dinas", sort=True)]
    tercetak = serasikan([100 * d.orang_bulan for d in dinas], daerah.orang_bulan_cetak)
    belum = tuple(p for p in rentang.bulan if p not in {b.periode for b in bulan})
    aturan = _aturan(bulan)
    return Rekap(
        instansi=instansi,
        rentang=rentang,
        versi=versi,
        bulan=tuple(b.periode for b in bulan),
        belum=belum,
        aturan=aturan,
        jejak=tuple((b.periode.nama, b.jejak) for b in bulan),
        daerah=daerah,
        dinas=tuple(replace(d, orang_bulan_cetak=n) for d, n in zip(dinas, tercetak, strict=True)),
        orang=tuple(_orang(semua, bulan, rentang, urutan)),
        perjalanan=susun_perjalanan(semua, bulan),
        catatan=tuple(_catatan(ada, aturan, belum)),
    )


def beri_saran(rekap: Rekap, organisasi: Mapping[str, str], pola: Pola) -> tuple[Rekap, tuple[Temuan, ...]]:
    """Set the distribution of each dinas, and of the regency, beside the pattern for its predikat as an organisation.

    Args:
        rekap: the recap.
        organisasi: predikat of the organisation by name of dinas; names that the recap doesn't have are findings.
        pola: the pattern.
    """

    def saran(k: Kelompok) -> Kelompok:
        milik = organisasi.get(k.nama, "")
        return replace(k, organisasi=milik, saran=cocokkan(k.predikat, k.orang, milik, pola)) if milik else k

    nama = [k.nama for k in (rekap.daerah, *rekap.dinas)]
    asing = tuple(Temuan("P28", Letak("kinerja.toml"), n, usul=nama_terdekat(n, nama)) for n in organisasi if n not in nama)
    return replace(rekap, daerah=saran(rekap.daerah), dinas=tuple(map(saran, rekap.dinas))), asing


def panjang(bulan: Sequence[Bulan]) -> pd.DataFrame:
    """Put the months' people under each other: ``ke`` is the month's place, ``nilai`` in hundredths (-1: none)."""
    macam = list(dict.fromkeys(skala(b.aturan) for b in bulan))
    tabel = [b.nilai.assign(ke=ke, skala=macam.index(skala(b.aturan))) for ke, b in enumerate(bulan)]
    semua = pd.concat(tabel, ignore_index=True)
    arti = {t: angka.skala_dari_teks(t, 2) if t else _TANPA_ANGKA for t in set(semua["nilai"].tolist())}
    return semua.assign(nilai=semua["nilai"].map(arti).astype("int64"), ada_hasil=semua["status"] == Status.DINILAI.value)


def bagi_dinas(ada: pd.DataFrame, bulan: Sequence[Bulan]) -> pd.DataFrame:
    """Give every person-month once for each dinas in which it was served, with ``hari`` of ``hari_tugas`` days."""
    kolom = ["ke", "nip", "dinas", "hari", "hari_tugas"]
    terbagi = pd.concat([b.penugasan.assign(ke=ke) for ke, b in enumerate(bulan)], ignore_index=True)[kolom]
    bertemu = ada.merge(terbagi, on=["ke", "nip"], how="left", suffixes=("", "_tugas"))
    sendiri = bertemu["hari"].isna()
    return bertemu.assign(
        dinas=bertemu["dinas_tugas"].where(~sendiri, bertemu["dinas"]),
        hari=bertemu["hari"].fillna(1).astype("int64"),
        hari_tugas=bertemu["hari_tugas"].fillna(1).astype("int64"),
    )


def _kelompok(nama: str, bagian: pd.DataFrame, urutan: Sequence[str], *, satu_skala: bool) -> Kelompok:
    orang_bulan = jumlah = Fraction(0)
    predikat: dict[str, Fraction] = {}
    banyak = bagian.groupby(["predikat", "hari", "hari_tugas"])["nilai"].agg(["size", "sum"])
    for (kategori, hari, dari), (n, nilai) in zip(banyak.index, banyak.to_numpy().tolist(), strict=True):
        porsi = Fraction(int(hari), int(dari))
        orang_bulan += porsi * n
        jumlah += porsi * nilai
        predikat[kategori] = predikat.get(kategori, Fraction(0)) + porsi * n
    isi = tuple((p, predikat.get(p, Fraction(0))) for p in urutan)
    return Kelompok(
        nama=nama,
        orang=int(bagian["nip"].nunique()),
        orang_bulan=orang_bulan,
        orang_bulan_cetak=setengah_ke_atas(100 * orang_bulan),
        jumlah=jumlah if satu_skala else None,
        rata_rata=setengah_ke_atas(jumlah / orang_bulan) if orang_bulan and satu_skala else None,
        predikat=isi,
        persen=tuple(zip(urutan, _persen([n for _, n in isi], orang_bulan), strict=True)),
    )


def _persen(bagian: Sequence[Fraction], seluruh: Fraction) -> tuple[int, ...]:
    if not seluruh:
        return (0,) * len(bagian)
    return serasikan([n / seluruh * angka.SERATUS_PERSEN for n in bagian], angka.SERATUS_PERSEN)


def _orang(semua: pd.DataFrame, bulan: Sequence[Bulan], rentang: Rentang, urutan: Sequence[str]) -> Iterator[OrangRekap]:
    """Give people by name of their last dinas, then their own."""
    tempat = {b.periode: ke for ke, b in enumerate(bulan)}
    ke_bulan = [tempat.get(p) for p in rentang.bulan]
    ada = semua[semua["ada_hasil"]]
    ringkas = ada.groupby("nip").agg(
        banyak=("ke", "size"), jumlah=("nilai", "sum"), kecil=("nilai", "min"), macam=("skala", "nunique")
    )
    isi = {nip: tuple(map(int, baris)) for nip, *baris in ringkas.itertuples()}
    sel: dict[str, dict[int, Sel]] = {}
    for nip, ke, status, nilai, predikat, alasan in semua[["nip", "ke", *_HASIL]].itertuples(index=False):
        sel.setdefault(nip, {})[ke] = _sel(nilai, predikat, status, alasan)
    akhir = semua.drop_duplicates("nip", keep="last").sort_values(["dinas", "nama", "nip"], kind="stable")
    tidak_terdaftar, belum = Sel(None, "", TIDAK_TERDAFTAR), Sel(None, "", "belum dihitung")
    for nip, nama, jabatan, golongan, dinas in akhir[list(_SIAPA)].itertuples(index=False):
        milik = sel[nip]
        banyak, jumlah, kecil, macam = isi.get(nip, (0, 0, 0, 0))
        catatan = _tanpa_rata_rata(banyak, kecil, macam)
        kategori = Counter(s.predikat for s in milik.values())
        yield OrangRekap(
            nip,
            nama,
            jabatan,
            golongan,
            dinas,
            bulan=tuple(belum if ke is None else milik.get(ke, tidak_terdaftar) for ke in ke_bulan),
            banyak=banyak,
            rata_rata=None if catatan else setengah_ke_atas(Fraction(jumlah, banyak)),
            predikat=tuple((p, kategori[p]) for p in urutan if kategori[p]),
            tanpa=_sebut_tanpa((b.periode, milik.get(ke, tidak_terdaftar)) for ke, b in enumerate(bulan)),
            catatan=catatan,
        )


def _sel(nilai: int, predikat: str, status: str, alasan: str) -> Sel:
    if status == Status.DINILAI:
        return Sel(None if nilai == _TANPA_ANGKA else nilai, predikat, "")
    return Sel(None, "", alasan if status == Status.TIDAK_BERLAKU else SEBUTAN_STATUS[status])


def _tanpa_rata_rata(banyak: int, kecil: int, macam: int) -> str:
    """Say why a person has no mean; "" where there is one."""
    if not banyak:
        return "tidak ada bulan yang bernilai"
    if macam > 1:
        return "skala nilai bulan-bulannya berbeda, jadi tidak dirata-ratakan"
    return "predikat tanpa angka, jadi tidak dirata-ratakan" if kecil == _TANPA_ANGKA else ""


def _sebut_tanpa(bulan: Iterable[tuple[Periode, Sel]]) -> str:
    menurut_sebab: dict[str, list[Periode]] = {}
    for periode, sel in bulan:
        if sel.sebab:
            menurut_sebab.setdefault(sel.sebab, []).append(periode)
    return "; ".join(f"{sebut_bulan(semua)} ({sebab})" for sebab, semua in menurut_sebab.items())


def _aturan(bulan: Sequence[Bulan]) -> tuple[AturanRekap, ...]:
    menurut: dict[tuple[str, str], list[Bulan]] = {}
    for b in bulan:
        menurut.setdefault((b.aturan.id, b.aturan.sha256), []).append(b)
    return tuple(
        AturanRekap(id_aturan, isi[0].aturan.judul, sha256, isi[0].penetapan, sebut_bulan(b.periode for b in isi))
        for (id_aturan, sha256), isi in menurut.items()
    )


def _catatan(ada: pd.DataFrame, aturan: Sequence[AturanRekap], belum: Sequence[Periode]) -> Iterator[str]:
    """Say what a reader of the means must know first."""
    if belum:
        yield f"Belum dihitung, jadi tidak termasuk: {sebut_bulan(belum)}."
    if len(aturan) > 1:
        versi = "; ".join(f"{a.judul} (sha256 {a.sha256[:8]}): {a.bulan}" for a in aturan)
        yield f"Bulan-bulan ini dihitung dengan aturan yang berbeda. {versi}."
    if ada["skala"].nunique() > 1:
        yield "Skala nilainya berbeda, jadi tidak ada rata-rata dinas dan daerah."
    elif np.any(ada["nilai"].to_numpy() == _TANPA_ANGKA):
        yield "Aturannya memberi predikat tanpa angka, jadi yang tercantum adalah banyaknya predikat, bukan rata-rata."
