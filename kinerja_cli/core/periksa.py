"""The checks across tables: plain functions from input to findings, run in one list."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
import pandas as pd

from kinerja_cli.core import angka
from kinerja_cli.core.aturan import Aturan
from kinerja_cli.core.capaian import RUMUS
from kinerja_cli.core.hitung import di_luar_penilaian
from kinerja_cli.core.kolom import kata_nama, ringkas
from kinerja_cli.core.lingkup import bagian_untuk
from kinerja_cli.core.nip import berbentuk_nip
from kinerja_cli.core.periode import Periode
from kinerja_cli.core.rincian import kunci_cara
from kinerja_cli.core.skema import Keadaan, Masukan
from kinerja_cli.core.temuan import Letak, Temuan, Tingkat, nama_terdekat

_TERBANYAK_DISEBUT = 3
_BUKAN_DIGIT = re.compile(r"\D+")


@dataclass(frozen=True)
class Lalu:
    """The month before, as it was saved.

    Attributes:
        periode: which month.
        pegawai: columns nip, nama, dinas, status.
        realisasi: columns nip, kode, realisasi, keadaan, berkas.
        inovasi: columns nip, uraian, tahap of the register; None: there was none.
    """

    periode: Periode
    pegawai: pd.DataFrame
    realisasi: pd.DataFrame
    inovasi: pd.DataFrame | None = None

    def berkas(self, nip: pd.Series[str]) -> tuple[str, ...]:
        """Name the files from which the realisasi of these people came."""
        return tuple(sorted(self.realisasi.loc[self.realisasi["nip"].isin(nip), "berkas"].unique()))


@dataclass(frozen=True)
class Bahan:
    """What the checks look at.

    Attributes:
        masukan: people and realisasi unique (:mod:`satukan`).
        berlaku: which row of Indikator holds for whom.
        aturan: the rule set.
        periode: the month, or None where it is not known.
        ditunggu: the dinas whose realisasi is awaited.
        lalu: the month before, where one is saved.
    """

    masukan: Masukan
    berlaku: pd.DataFrame
    aturan: Aturan
    periode: Periode | None
    ditunggu: frozenset[str]
    lalu: Lalu | None = None

    @cached_property
    def dinilai(self) -> pd.DataFrame:
        """The people whom Status doesn't take out."""
        if self.periode is None:
            return self.masukan.pegawai
        return self.masukan.pegawai[~di_luar_penilaian(self.masukan.pegawai, self.aturan, self.periode)]

    @cached_property
    def nama(self) -> Mapping[str, str]:
        """Name by NIP."""
        return nama_orang(self.masukan.pegawai)

    @cached_property
    def pasangan(self) -> pd.DataFrame:
        """Who has which indicator, in the order of ``berlaku``, each beside its realisasi.

        Columns nip, kode, and the positions ``i`` in Indikator and ``r`` in Realisasi, -1 where there is none.
        """
        indikator, realisasi = self.masukan.indikator, self.masukan.realisasi
        kode = indikator["kode"].iloc[self.berlaku["i"].to_numpy()].to_numpy()
        isi = realisasi[["nip", "kode"]].assign(r=np.arange(len(realisasi)))
        hasil = self.berlaku.assign(kode=kode).merge(isi, on=["nip", "kode"], how="left")
        return hasil.assign(r=hasil["r"].fillna(-1).astype("int64"))


def periksa(bahan: Bahan) -> tuple[Temuan, ...]:
    """Run every check."""
    return tuple(temuan for cek in PEMERIKSAAN for temuan in cek(bahan))


def periksa_periode(
    periode: Periode | None, judul: Sequence[tuple[Letak, Periode]], nama_berkas: Sequence[tuple[str, Periode]]
) -> tuple[Temuan, ...]:
    """Name every title line and file name whose month is not the one that is scored.

    Args:
        periode: the month that holds, None where nothing names one.
        judul: months in title lines.
        nama_berkas: months in file names.
    """
    temuan = []
    bulan_judul = {letak.berkas: p for letak, p in judul}
    for letak, p in judul:
        if periode and p != periode:
            isian = (
                ("asal", "judul lembar"),
                ("asal_lain", "pilihan --periode atau berkas lain"),
                ("lain", periode.nama),
            )
            temuan.append(Temuan("W01", letak, p.nama, isian))
    for berkas, p in nama_berkas:
        lain = bulan_judul.get(berkas, periode)
        if lain and p != lain:
            asal = "judul lembarnya" if berkas in bulan_judul else "pilihan --periode atau berkas lain"
            isian = (("asal", "nama berkas"), ("asal_lain", asal), ("lain", lain.nama))
            temuan.append(Temuan("W01", Letak(berkas), p.nama, isian))
    return tuple(temuan)


def tidak_terperiksa(masukan: Masukan, aturan: Aturan) -> tuple[Temuan, ...]:
    """Say what can't be checked because a kind of table is absent."""
    alasan = (
        (masukan.pegawai, "NIP yang tidak dikenal dan orang yang belum ada", "Pegawai", True),
        (masukan.indikator, "kode indikator dan bobot", "Indikator", aturan.perlu_indikator),
        (masukan.realisasi, "realisasi", "Realisasi", aturan.perlu_indikator),
        (masukan.perilaku, "perilaku", "Perilaku", aturan.perlu_perilaku),
    )
    return tuple(
        Temuan("X01", isian=(("apa", apa), ("sebab", f"tidak ada tabel {nama} yang terbaca")))
        for tabel, apa, nama, perlu in alasan
        if tabel.empty and perlu
    )


def nip_gagal(temuan: Iterable[Temuan], masukan: Masukan, berlaku: pd.DataFrame) -> dict[str, str]:
    """Give the people whom a GALAT touches, with the first code: they get no score under --lewati-galat.

    A fault in a row touches the row's person; in a row of Indikator, all for whom it holds; in a header or title, all
    people of that sheet.
    """
    galat = [t for t in temuan if t.tingkat is Tingkat.GALAT]
    gagal: dict[str, str] = {}
    for t, milik in pemilik(galat, masukan, berlaku):
        for nip in sorted(milik):
            gagal.setdefault(nip, t.kode)
    return gagal


def pemilik(temuan: Sequence[Temuan], masukan: Masukan, berlaku: pd.DataFrame) -> Iterator[tuple[Temuan, Collection[str]]]:
    """Give each finding with the people whom it touches."""
    per_baris, per_lembar = _pemilik_tempat(temuan, masukan, berlaku)
    for t in temuan:
        lembar = (t.letak.berkas, t.letak.lembar)
        yield t, t.nip or per_baris.get((*lembar, _nomor_baris(t.letak))) or per_lembar.get(lembar) or ()


def _nomor_baris(letak: Letak) -> int:
    return int("".join(h for h in letak.sel if h.isdigit()) or 0)


def _pemilik_tempat(
    galat: Sequence[Temuan], masukan: Masukan, berlaku: pd.DataFrame
) -> tuple[dict[tuple[str, str, int], set[str]], dict[tuple[str, str], set[str]]]:
    perlu = {(t.letak.berkas, t.letak.lembar) for t in galat}
    sumber = [i for i, s in enumerate(masukan.sumber) if (s.berkas, s.lembar) in perlu]
    indikator = masukan.indikator.iloc[berlaku["i"].to_numpy()][["sumber", "baris"]].assign(nip=berlaku["nip"].to_numpy())
    per_baris: dict[tuple[str, str, int], set[str]] = {}
    per_lembar: dict[tuple[str, str], set[str]] = {}
    for tabel in (masukan.pegawai, masukan.realisasi, masukan.ide_baru, masukan.perilaku, masukan.inovasi, indikator):
        for s, baris, nip in tabel.loc[tabel["sumber"].isin(sumber), ["sumber", "baris", "nip"]].itertuples(index=False):
            lembar = (masukan.sumber[s].berkas, masukan.sumber[s].lembar)
            per_baris.setdefault((*lembar, baris), set()).add(nip)
            per_lembar.setdefault(lembar, set()).add(nip)
    return per_baris, per_lembar


def nama_orang(pegawai: pd.DataFrame) -> dict[str, str]:
    """Give the name of each NIP, the first one where a list has several."""
    orang = pegawai.drop_duplicates("nip")
    return dict(zip(orang["nip"].tolist(), orang["nama"].tolist(), strict=True))


def sebut(nip: Sequence[str], nama: Mapping[str, str]) -> str:
    """Name a few people and count the others: "Ani (1985...), Budi (1990...), dan 7 orang lain"."""
    disebut = [f"{nama[n]} ({n})" if n in nama else n for n in nip[:_TERBANYAK_DISEBUT]]
    lain = len(nip) - len(disebut)
    return ", ".join(disebut) + (f", dan {angka.cetak_bilangan(lain)} orang lain" if lain else "")


# The checks ---------------------------------------------------------------------------------------------------------


def _dinas_mirip(b: Bahan) -> Iterator[Temuan]:
    """A dinas of few people whose name is within two edits of a larger one's."""
    jumlah = b.masukan.pegawai["dinas"].value_counts()
    for nama, banyak in jumlah.items():
        angka_nama = _BUKAN_DIGIT.sub("", str(nama))  # SDN 1 and SDN 2 are two schools
        besar = [str(lain) for lain, n in jumlah.items() if (n, str(lain)) > (banyak, str(nama))]
        besar = [lain for lain in besar if _BUKAN_DIGIT.sub("", lain) == angka_nama]
        usul = nama_terdekat(str(nama), besar)
        if usul and nama:
            pertama, *lain = b.masukan.semua_letak(b.masukan.pegawai[b.masukan.pegawai["dinas"] == nama], "dinas")
            isian = (("jumlah", str(banyak)), ("lain", usul), ("jumlah_lain", str(jumlah[usul])))
            yield Temuan("P06", pertama, str(nama), isian, terkait=tuple(lain))


def _nip_tak_dikenal(b: Bahan) -> Iterator[Temuan]:
    if b.masukan.pegawai.empty:
        return
    dikenal = b.masukan.pegawai["nip"].unique()
    for tabel in (b.masukan.realisasi, b.masukan.ide_baru, b.masukan.perilaku, b.masukan.inovasi):
        asing = tabel[~tabel["nip"].isin(dikenal)]
        asing = asing[asing["nip"] != ""]
        utuh = list(filter(berbentuk_nip, dikenal.tolist())) if len(asing) else []
        for nip, kelompok in asing.groupby("nip", sort=False):
            baris = kelompok.iloc[0]
            nama = str(baris.get("nama", ""))
            isian = (("nama", f" ({nama})" if nama else ""),)
            usul = nama_terdekat(str(nip), utuh)
            pertama, *lain = b.masukan.semua_letak(kelompok, "nip")
            yield Temuan("R01", pertama, str(nip), isian, usul, nip=(str(nip),), terkait=tuple(lain))


def _kode_tak_dikenal(b: Bahan) -> Iterator[Temuan]:
    if b.masukan.indikator.empty:
        return
    dikenal = set(b.masukan.indikator["kode"])
    asing = b.masukan.realisasi[~b.masukan.realisasi["kode"].isin(dikenal)]
    asing = asing[asing["kode"] != ""]
    for _, baris in asing.iterrows():
        usul = nama_terdekat(baris["kode"], dikenal)
        yield Temuan("R02", b.masukan.letak(baris, "kode"), baris["kode"], usul=usul, nip=(baris["nip"],))


def _bukan_untuknya(b: Bahan) -> Iterator[Temuan]:
    """Filled realisasi of an indicator that doesn't hold for the person; blank and n/a cells of a wide sheet are fine."""
    if b.masukan.indikator.empty or b.masukan.pegawai.empty:
        return
    isi = b.masukan.realisasi
    isi = isi[~np.isin(np.arange(len(isi)), b.pasangan["r"])]
    isi = isi[
        isi["keadaan"].isin([Keadaan.TERISI.value, Keadaan.SALAH.value])
        & isi["nip"].isin(b.dinilai["nip"])
        & isi["kode"].isin(b.masukan.indikator["kode"])
    ]
    for _, baris in isi.iterrows():
        nip = baris["nip"]
        yield Temuan("R07", letak_realisasi(b, baris), baris["kode"], (("siapa", sebut([nip], b.nama)),), nip=(nip,))


def letak_realisasi(b: Bahan, baris: pd.Series[object]) -> Letak:
    """Give the cell of a realisasi."""
    sumber = b.masukan.sumber[int(str(baris["sumber"]))]
    return Letak(sumber.berkas, sumber.lembar, f"{baris['kolom']}{baris['baris']}")


def _bobot_genap(b: Bahan) -> Iterator[Temuan]:
    """Weights total exactly 100 for every set of indicators that somebody has."""
    if not (b.aturan.pakai_bobot and b.aturan.perlu_indikator):
        return
    if b.berlaku.empty:
        yield from _bobot_selembar(b)
        return
    milik = b.berlaku[b.berlaku["nip"].isin(b.dinilai["nip"])]
    orang, nama = pd.factorize(milik["nip"], sort=True)  # whole numbers are sorted faster than texts
    urut = np.lexsort((milik["i"], orang))
    i = milik["i"].to_numpy()[urut].tolist()
    batas = np.searchsorted(orang[urut], np.arange(len(nama) + 1)).tolist()
    himpunan: dict[tuple[int, ...], list[str]] = {}
    for nip, (awal, akhir) in zip(nama, pairwise(batas), strict=True):
        himpunan.setdefault(tuple(i[awal:akhir]), []).append(nip)
    for kelompok, orang in himpunan.items():
        yield from _cek_bobot(b, list(kelompok), tuple(orang))


def _bobot_selembar(b: Bahan) -> Iterator[Temuan]:
    """Without a list of people: total each sheet whose rows hold for everybody alike."""
    indikator = b.masukan.indikator
    for _, kelompok in indikator.groupby("sumber"):
        if not (kelompok["berlaku_untuk"] != "").any():
            yield from _cek_bobot(b, kelompok.index.tolist(), ())


def _cek_bobot(b: Bahan, baris: list[int], nip: tuple[str, ...]) -> Iterator[Temuan]:
    bobot = b.masukan.indikator["bobot"].to_numpy()[baris]
    jumlah = int(bobot.sum())
    if jumlah == angka.BOBOT_PENUH or (bobot <= 0).any():
        return
    kelompok = b.masukan.indikator.iloc[baris].sort_index()
    semua = b.masukan.semua_letak(kelompok, "bobot")
    beberapa = kelompok["sumber"].nunique() > 1  # a row's number says nothing then
    isian = (
        ("siapa", sebut(nip, b.nama) if nip else "lembar ini"),
        ("baris", ", ".join(map(str, semua if beberapa else kelompok["baris"]))),
        ("jumlahan", " + ".join(map(angka.cetak_bobot, kelompok["bobot"]))),
        ("usulan", _usulan_bobot(b, kelompok, jumlah)),
    )
    yield Temuan("I01", semua[0], angka.cetak_bobot(jumlah), isian, nip=nip, terkait=semua[1:])


def _usulan_bobot(b: Bahan, kelompok: pd.DataFrame, jumlah: int) -> str:
    """Propose how weights near 100 could total 100: the heaviest takes the difference, where it is felt least."""
    persen = jumlah < 2 * angka.SKALA_BOBOT and bool((kelompok["bobot"] <= angka.SKALA_BOBOT).all())
    kali, tanda = (100, " %") if persen else (1, "")
    kurang = angka.BOBOT_PENUH - jumlah * kali
    terberat = kelompok.loc[kelompok["bobot"].idxmax()]
    if abs(kurang) > angka.SKALA_BOBOT:
        return ""
    lama = int(terberat["bobot"]) * kali
    sebab = f" (sel persen: jumlahnya {angka.cetak_bobot(jumlah * kali)} %)" if persen else ""
    sel = b.masukan.letak(terberat, "bobot").sel
    return f"{sebab}, misalnya {sel} dari {angka.cetak_bobot(lama)}{tanda} menjadi {angka.cetak_bobot(lama + kurang)}{tanda}"


def _aspek_dikenal(b: Bahan) -> Iterator[Temuan]:
    if not b.aturan.aspek:
        return
    dikenal = {ringkas(a): a for a in b.aturan.aspek}
    for i, aspek in enumerate(b.masukan.indikator["aspek"]):
        if aspek and ringkas(aspek) not in dikenal:
            isian = (("aturan", b.aturan.judul), ("pilihan", ", ".join(b.aturan.aspek)))
            usul = nama_terdekat(aspek, b.aturan.aspek)
            letak = b.masukan.letak(b.masukan.indikator.iloc[i], "aspek")
            yield Temuan("I03", letak, aspek, isian, usul, nip=_pemilik(b, i))


def _pemilik(b: Bahan, i: int) -> tuple[str, ...]:
    return tuple(b.berlaku.loc[b.berlaku["i"] == i, "nip"])


def _target_nol(b: Bahan) -> Iterator[Temuan]:
    naik = {nama for nama, cara in b.aturan.cara.items() if not RUMUS[cara.rumus].turun}
    indikator = b.masukan.indikator.assign(naik=pd.Series(kunci_cara(b.masukan.indikator, b.aturan), dtype="str").isin(naik))
    nol = (indikator["target"] == 0) & indikator["naik"] & indikator["target_atas"].isna()
    for _, baris in indikator[nol].iterrows():
        yield Temuan("I07", b.masukan.letak(baris, "target"), "0")
    sendiri = b.masukan.realisasi[b.masukan.realisasi["target"] == 0]
    if sendiri.empty:
        return
    milik = indikator[["kode", "naik"]].iloc[b.berlaku["i"].to_numpy()].assign(nip=b.berlaku["nip"].to_numpy())
    sendiri = sendiri.merge(milik, on=["nip", "kode"])
    for _, baris in sendiri[sendiri["naik"]].iterrows():
        yield Temuan("I07", b.masukan.letak(baris, "target"), "0")


def _untuk_siapa(b: Bahan) -> Iterator[Temuan]:
    if b.masukan.pegawai.empty:
        return
    nama = {ringkas(n) for k in ("dinas", "jabatan") for n in b.masukan.pegawai[k].unique()}
    for _, baris in b.masukan.indikator[b.masukan.indikator["berlaku_untuk"] != ""].iterrows():
        for bagian in baris["berlaku_untuk"].split(";"):
            if bagian_untuk(bagian) - nama:
                semua = (*b.masukan.pegawai["dinas"].unique(), *b.masukan.pegawai["jabatan"].unique())
                usul = nama_terdekat(bagian.strip(), semua)
                yield Temuan("I11", b.masukan.letak(baris, "berlaku_untuk"), bagian.strip(), usul=usul)


def _belum_ada(b: Bahan) -> Iterator[Temuan]:
    """Realisasi that is blank or missing: by cell where the person has others, by dinas where they have none at all."""
    if b.masukan.pegawai.empty or (b.masukan.realisasi.empty and b.masukan.indikator.empty):
        return
    if not b.aturan.perlu_indikator:
        return
    dinilai = b.dinilai
    pengirim = b.masukan.kiriman()["nip"]
    tanpa = dinilai[~dinilai["nip"].isin(pengirim)]
    tanpa = tanpa[tanpa["dinas"].isin(b.ditunggu)]
    sedinas = dinilai["dinas"].value_counts()
    for dinas, kelompok in tanpa.groupby("dinas", sort=True):
        jumlah = (("jumlah", angka.cetak_bilangan(len(kelompok))), ("dinas", str(dinas)))
        if len(kelompok) == sedinas[dinas] and b.lalu and (berkas := b.lalu.berkas(kelompok["nip"])):
            yield Temuan("W04", nilai=", ".join(berkas), isian=(*jumlah, ("lain", b.lalu.periode.nama)))
            continue
        isian = (*jumlah, ("siapa", sebut(kelompok["nip"].tolist(), b.nama)))
        yield Temuan("R09", b.masukan.letak(kelompok.iloc[0], "nip"), isian=isian)
    yield from _lubang(b, pengirim)


def _lubang(b: Bahan, pengirim: pd.Series[str]) -> Iterator[Temuan]:
    """Realisasi that is blank or missing, of people who have others."""
    isi = b.masukan.realisasi
    kosong = np.append(isi["keadaan"] == Keadaan.KOSONG.value, True)  # the last stands for -1: no row at all
    lubang = b.pasangan[kosong[b.pasangan["r"]]]
    lubang = lubang[lubang["nip"].isin(b.dinilai["nip"]) & lubang["nip"].isin(pengirim)]
    sumber, baris, kolom = (isi[k].tolist() for k in ("sumber", "baris", "kolom"))
    for nip, kode, r in lubang[["nip", "kode", "r"]].itertuples(index=False):
        if r < 0:  # point to one of the person's others
            letak = b.masukan.letak(isi[isi["nip"] == nip].iloc[0], "nip")
        else:
            satu = b.masukan.sumber[sumber[r]]
            letak = Letak(satu.berkas, satu.lembar, f"{kolom[r]}{baris[r]}")
        yield Temuan("R06", letak, isian=(("kode", kode), ("siapa", sebut([nip], b.nama))), nip=(nip,))


def _sisa_bobot(b: Bahan) -> Iterator[Temuan]:
    if not (b.aturan.pakai_bobot and b.aturan.perlu_indikator):
        return
    tidak = np.append(b.masukan.realisasi["keadaan"] == Keadaan.TIDAK_BERLAKU.value, False)
    isi = b.pasangan.assign(bobot=b.masukan.indikator["bobot"].to_numpy()[b.pasangan["i"]])
    isi = isi.assign(sisa=isi["bobot"].mask(tidak[isi["r"]], 0))
    jumlah = isi[isi["nip"].isin(b.dinilai["nip"])].groupby("nip")[["bobot", "sisa"]].sum()
    batas = b.aturan.sisa_bobot.nilai
    kurang = jumlah[(jumlah["sisa"] > 0) & (jumlah["sisa"] * angka.SERATUS_PERSEN < jumlah["bobot"] * batas)]
    for nip, baris in kurang.iterrows():
        tempat = b.masukan.realisasi.iloc[isi.loc[(isi["nip"] == nip) & (isi["r"] >= 0), "r"].iloc[0]]
        isian = (("siapa", sebut([str(nip)], b.nama)), ("batas", angka.cetak_bobot(batas * 100)))
        yield Temuan("R08", b.masukan.letak(tempat, "nip"), angka.cetak_bobot(int(baris["sisa"])), isian)


def _keluar_tapi_terisi(b: Bahan) -> Iterator[Temuan]:
    keluar = b.masukan.pegawai[~b.masukan.pegawai["nip"].isin(b.dinilai["nip"])]
    if keluar.empty:
        return
    terisi = b.masukan.realisasi[b.masukan.realisasi["keadaan"] == Keadaan.TERISI.value]
    for _, orang in keluar[keluar["nip"].isin(terisi["nip"])].iterrows():
        baris = terisi[terisi["nip"] == orang["nip"]].iloc[0]
        isian = (("siapa", sebut([orang["nip"]], b.nama)),)
        yield Temuan("R10", b.masukan.letak(baris, "nip"), orang["status"], isian)


def _nama_cocok(b: Bahan) -> Iterator[Temuan]:
    """The name beside a NIP is another than on the list; titles and case aside."""
    isi = b.masukan.realisasi
    isi = isi[(isi["nama"] != "") & isi["nip"].isin(list(b.nama))].drop_duplicates(["nip", "nama"])
    terdaftar = isi["nip"].map(b.nama)
    for i in np.flatnonzero((isi["nama"] != terdaftar).to_numpy()):
        baris = isi.iloc[i]
        if not (kata_nama(baris["nama"]) & kata_nama(terdaftar.iloc[i])):
            isian = (("nip", baris["nip"]), ("lain", terdaftar.iloc[i]))
            yield Temuan("R11", b.masukan.letak(baris, "nama"), baris["nama"], isian)


PEMERIKSAAN: tuple[Callable[[Bahan], Iterable[Temuan]], ...] = (
    _dinas_mirip,
    _nip_tak_dikenal,
    _kode_tak_dikenal,
    _bukan_untuknya,
    _bobot_genap,
    _aspek_dikenal,
    _target_nol,
    _untuk_siapa,
    _belum_ada,
    _sisa_bobot,
    _keluar_tapi_terisi,
    _nama_cocok,
)
