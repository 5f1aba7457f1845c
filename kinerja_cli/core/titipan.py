"""Values from elsewhere (a survey, a service register): a small file that people can read, and its place among realisasi.

The file is a CSV with title lines that say what it is, then one row a person. It counts like a workbook of the month, but
never replaces one and is never replaced by one. Its value fills a blank; that of a decision on an objection overrides what
an office filed.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

import numpy as np
import pandas as pd

from kinerja_cli.core import angka
from kinerja_cli.core.kolom import JUDUL, rapi
from kinerja_cli.core.laporan import nama_berkas
from kinerja_cli.core.lembar import Lembar
from kinerja_cli.core.periode import Periode, periode_dari_nama
from kinerja_cli.core.skema import Keadaan, Masukan
from kinerja_cli.core.temuan import Letak, Temuan

_PENANDA = "NILAI DARI SUMBER LAIN"
"""First cell of the file, by which it is known."""
_WAJIB = ("Sumber", "Indikator", "Dinas", "Periode", "Sifat")
_WAJIB_PUTUSAN = ("Keputusan", "Pegawai")


class Sifat(StrEnum):
    """How a value from elsewhere meets what an office filed: it fills a blank, or stands in its stead."""

    MENAMBAH = "menambah"
    MENGGANTIKAN = "menggantikan"


_NASIHAT: Mapping[Sifat, str] = {
    Sifat.MENAMBAH: "jalankan lagi perintahnya bila nilainya berubah",
    Sifat.MENGGANTIKAN: "nilainya mengikuti putusan yang tercatat di jejak audit",
}


@dataclass(frozen=True)
class Asal:
    """A file from which a value was computed: its name and the hash of its bytes."""

    nama: str
    sha256: str


@dataclass(frozen=True)
class Titipan:
    """What the title lines say.

    Attributes:
        sumber: the command that gave the values: "skm", "layanan", "keberatan".
        kode: the indicator whose realisasi they are.
        dinas: whose people.
        periode: the month.
        asal: the files from which they were computed; the evidence of an objection.
        keputusan: the objection ("K-001") that was decided so; "" for any other value.
        nip: whose objection that was.
    """

    sumber: str
    kode: str
    dinas: str
    periode: Periode
    asal: tuple[Asal, ...]
    keputusan: str = ""
    nip: str = ""

    @property
    def kunci(self) -> tuple[str, str, str]:
        """A newer file of the month with the same key takes the place of an older one."""
        return self.sumber, self.kode, self.nip or self.dinas

    @property
    def sifat(self) -> Sifat:
        """Only a decision overrides."""
        return Sifat.MENGGANTIKAN if self.keputusan else Sifat.MENAMBAH

    @property
    def nama(self) -> str:
        """The file's name."""
        dasar = f"Nilai {self.sumber} {self.kode} {self.periode} {self.dinas}"
        if self.keputusan:
            dasar = f"{sebut_keputusan(self.keputusan)} {self.periode} {self.kode}"
        return f"{nama_berkas([dasar])[dasar]}.csv"


@dataclass(frozen=True)
class Nilai:
    """One realisasi from elsewhere, with the words that reports print beside it."""

    realisasi: Decimal
    keterangan: str


def sebut_keputusan(nomor: str) -> str:
    """Name the decision on an objection, as reports do."""
    return f"Keputusan keberatan {nomor}"


def tulis_titipan(titipan: Titipan, isi: Mapping[str, Nilai]) -> bytes:
    """Give the file's bytes; ``isi`` is by NIP."""
    wadah = io.StringIO(newline="")
    tulis = csv.writer(wadah, lineterminator="\n")
    judul = [
        _PENANDA,
        f"Dibuat oleh kinerja {titipan.sumber}. Jangan disunting; {_NASIHAT[titipan.sifat]}.",
        f"Sumber: {titipan.sumber}",
        f"Indikator: {titipan.kode}",
        f"Dinas: {titipan.dinas}",
        f"Periode: {titipan.periode.nama}",
        f"Sifat: {titipan.sifat}",
        *([f"Keputusan: {titipan.keputusan}", f"Pegawai: {titipan.nip}"] if titipan.keputusan else []),
        *(f"Asal: {a.nama} (sha256 {a.sha256})" for a in titipan.asal),
    ]
    tulis.writerows([satu] for satu in judul)
    tulis.writerow([])
    tulis.writerow([JUDUL["nip"], "Kode Indikator", JUDUL["realisasi"], JUDUL["keterangan"]])
    tulis.writerows([nip, titipan.kode, _teks(n.realisasi), n.keterangan] for nip, n in sorted(isi.items()))
    return wadah.getvalue().encode()


def _teks(nilai: Decimal) -> str:
    """Write a number so that its point can't be taken for thousands: "1.234" would be, "1.2340" is not."""
    teks = format(nilai, "f")
    return teks + "0" if angka.tampak_ragu(teks) else teks


def kenali(lembar: Lembar) -> Titipan | Temuan | None:
    """Read the title lines of a sheet; None: it is no such file; a finding: it is one, but can't be used."""
    if not lembar.baris or rapi(lembar.baris[0][0]) != _PENANDA:
        return None
    judul: dict[str, str] = {}
    asal: list[Asal] = []
    for baris in lembar.baris[1:]:
        nama, _, isi = rapi(baris[0]).partition(": ")
        if nama == JUDUL["nip"]:
            break
        if nama == "Asal":
            berkas, _, jejak = isi.removesuffix(")").rpartition(" (sha256 ")
            asal.append(Asal(berkas, jejak))
        else:
            judul[nama] = isi
    periode = periode_dari_nama(judul.get("Periode", ""))
    wajib = (*_WAJIB, *(_WAJIB_PUTUSAN if judul.get("Sifat") == Sifat.MENGGANTIKAN else ()))
    if kurang := [nama for nama in wajib if not judul.get(nama)]:
        return _rusak(lembar, f"baris “{kurang[0]}” tidak ada")
    if periode is None:
        return _rusak(lembar, f"periode “{judul['Periode']}” tidak dikenal")
    if judul["Sifat"] not in tuple(Sifat):
        return _rusak(lembar, f"sifat “{judul['Sifat']}” tidak dikenal versi ini")
    putusan = [judul.get(nama, "") for nama in _WAJIB_PUTUSAN]
    return Titipan(judul["Sumber"], judul["Indikator"], judul["Dinas"], periode, tuple(asal), *putusan)


def _rusak(lembar: Lembar, sebab: str) -> Temuan:
    return Temuan("N02", Letak(lembar.berkas, lembar.nama, "A1"), isian=(("sebab", sebab),))


def tandai(masukan: Masukan, titipan: Mapping[str, Titipan]) -> Masukan:
    """Mark the tables that come from such files, given by name."""
    sumber = (replace(s, titipan=True, keputusan=t.keputusan) if (t := titipan.get(s.berkas)) else s for s in masukan.sumber)
    return replace(masukan, sumber=tuple(sumber))


def sisipkan(masukan: Masukan, berlaku: pd.DataFrame) -> tuple[Masukan, tuple[Temuan, ...]]:
    """Put the values from elsewhere among the realisasi of the month.

    The value of a decision stands in the stead of every other one (O02 where that one differs; its target stays). Of the
    rest, a blank of the office's own gives way (its target stays), an equal value counts once, another one, "tidak berlaku"
    too, is a GALAT that names both cells (N01; V09 for a register). A value for somebody to whom the indicator doesn't
    apply any more is left out (N03, O01): the lists may have changed since it was made.

    Args:
        masukan: the month's tables, marked by :func:`tandai`.
        berlaku: which row of Indikator holds for whom.
    """
    if masukan.realisasi.empty or not masukan.titipan().any():
        return masukan, ()
    masukan, putusan, temuan_putusan = _pisahkan_putusan(masukan, berlaku)
    masukan, temuan = _tambahkan(masukan, berlaku)
    semua = pd.concat([masukan.realisasi, putusan], ignore_index=True) if len(putusan) else masukan.realisasi
    return masukan.ubah(realisasi=semua), (*temuan_putusan, *temuan)


def _pisahkan_putusan(masukan: Masukan, berlaku: pd.DataFrame) -> tuple[Masukan, pd.DataFrame, list[Temuan]]:
    """Take the rows of decisions out, and with them what they override."""
    semua, bawaan = masukan.realisasi, masukan.bawaan()
    sumber = semua["sumber"].to_numpy()
    diputus = np.array([bool(s.keputusan) for s in masukan.sumber], dtype=bool)[sumber]
    putusan, temuan = _yang_berlaku(masukan, semua[diputus & ~bawaan[sumber]], berlaku, "O01")
    lain = semua[~diputus]
    kunci = pd.MultiIndex.from_frame(putusan[["nip", "kode"]])
    tergeser = pd.MultiIndex.from_frame(lain[["nip", "kode"]]).isin(kunci) & ~bawaan[lain["sumber"].to_numpy()]
    isian = lain[tergeser]
    pasangan = isian.reset_index(names="asli").merge(
        putusan.reset_index(names="baru"), on=["nip", "kode"], suffixes=("", "_baru")
    )
    target = pasangan.dropna(subset="target").drop_duplicates("baru").set_index("baru")["target"]
    terisi = pasangan["keadaan"].isin([Keadaan.TERISI.value, Keadaan.TIDAK_BERLAKU.value])
    beda = pasangan[terisi & ~(pasangan["realisasi"] == pasangan["realisasi_baru"])]
    temuan += [_lawan("O02", masukan, isian.loc[b["asli"]], putusan.loc[b["baru"]]) for _, b in beda.iterrows()]
    putusan = putusan.assign(target=putusan["target"].fillna(target))
    return masukan.ubah(realisasi=lain[~tergeser]), putusan, temuan


def _tambahkan(masukan: Masukan, berlaku: pd.DataFrame) -> tuple[Masukan, list[Temuan]]:
    semua, bawaan, dari_luar = masukan.realisasi, masukan.bawaan(), masukan.titipan()
    sumber = semua["sumber"].to_numpy()
    titipan = semua[dari_luar[sumber] & ~bawaan[sumber]]
    titipan, temuan = _yang_berlaku(masukan, titipan, berlaku, "N03")
    sendiri = semua[~dari_luar[sumber]]
    pasangan = sendiri[~bawaan[sendiri["sumber"].to_numpy()]].reset_index(names="asli")
    pasangan = pasangan.merge(titipan.reset_index(names="baru"), on=["nip", "kode"], suffixes=("", "_baru"))
    kosong = pasangan["keadaan"] == Keadaan.KOSONG.value
    sama = (pasangan["keadaan"] == Keadaan.TERISI.value) & (pasangan["realisasi"] == pasangan["realisasi_baru"])
    bertahan = pasangan[~(kosong | sama)]
    lawan = bertahan[bertahan["keadaan"] != Keadaan.SALAH.value]  # a faulty cell is a finding already
    for _, b in lawan.iterrows():
        lain = titipan.loc[b["baru"]]
        kode = "V09" if masukan.sumber[int(lain["sumber"])].register else "N01"
        temuan.append(_lawan(kode, masukan, sendiri.loc[b["asli"]], lain))
    target = pasangan[kosong | sama].drop_duplicates("baru").set_index("baru")["target"]
    titipan = titipan.assign(target=titipan["target"].fillna(target)).drop(index=bertahan["baru"].unique())
    sendiri = sendiri.drop(index=pasangan.loc[kosong | sama, "asli"].unique())
    return masukan.ubah(realisasi=pd.concat([sendiri, titipan], ignore_index=True)), temuan


def _yang_berlaku(
    masukan: Masukan, titipan: pd.DataFrame, berlaku: pd.DataFrame, kode_usang: str
) -> tuple[pd.DataFrame, list[Temuan]]:
    if masukan.pegawai.empty or masukan.indikator.empty:
        return titipan, []  # nothing to compare with, as when a file is checked alone
    kode = masukan.indikator["kode"].to_numpy()[berlaku["i"].to_numpy()]
    ada = pd.MultiIndex.from_frame(titipan[["nip", "kode"]]).isin(pd.MultiIndex.from_arrays([berlaku["nip"], kode]))
    usang = titipan[~ada]
    temuan = [Temuan(kode_usang, _sel(masukan, b), str(b["kode"]), (("nip", str(b["nip"])),)) for _, b in usang.iterrows()]
    return titipan[ada], temuan


def _lawan(jenis: str, masukan: Masukan, sendiri: pd.Series[object], titipan: pd.Series[object]) -> Temuan:
    isian = (
        ("kode", str(titipan["kode"])),
        ("sendiri", _cetak(sendiri)),
        ("lain", str(_sel(masukan, titipan))),
        ("nilai_lain", _cetak(titipan)),
    )
    nip = str(sendiri["nip"])
    return Temuan(jenis, _sel(masukan, sendiri), nip, isian, nip=(nip,))


def _cetak(baris: pd.Series[object]) -> str:
    if baris["keadaan"] == Keadaan.TIDAK_BERLAKU.value:
        return "tidak berlaku"
    return angka.cetak_angka(float(str(baris["realisasi"])))


def _sel(masukan: Masukan, baris: pd.Series[object]) -> Letak:
    return replace(masukan.letak(baris, "nip"), sel=f"{baris['kolom']}{baris['baris']}")
