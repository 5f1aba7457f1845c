"""Values from elsewhere (a survey, a service register): a small file that people can read, and its place among realisasi.

The file is a CSV with title lines that say what it is, then one row a person. It counts like a workbook of the month, but
never replaces one and is never replaced by one.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

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
_MENAMBAH = "menambah"
"""Sifat of a value that fills a blank. Another kind, one that overrides what an office filed, is not read yet."""
_WAJIB = ("Sumber", "Indikator", "Dinas", "Periode", "Sifat")


@dataclass(frozen=True)
class Asal:
    """A file from which a value was computed: its name and the hash of its bytes."""

    nama: str
    sha256: str


@dataclass(frozen=True)
class Titipan:
    """What the title lines say.

    Attributes:
        sumber: the command that computed the values: "skm", "layanan".
        kode: the indicator whose realisasi they are.
        dinas: whose people.
        periode: the month.
        asal: the files from which they were computed.
    """

    sumber: str
    kode: str
    dinas: str
    periode: Periode
    asal: tuple[Asal, ...]

    @property
    def kunci(self) -> tuple[str, str, str]:
        """A newer file of the month with the same key takes the place of an older one."""
        return self.sumber, self.kode, self.dinas

    @property
    def nama(self) -> str:
        """The file's name."""
        dasar = f"Nilai {self.sumber} {self.kode} {self.periode} {self.dinas}"
        return f"{nama_berkas([dasar])[dasar]}.csv"


@dataclass(frozen=True)
class Nilai:
    """One realisasi from elsewhere, with the words that reports print beside it."""

    realisasi: Decimal
    keterangan: str


def tulis_titipan(titipan: Titipan, isi: Mapping[str, Nilai]) -> bytes:
    """Give the file's bytes; ``isi`` is by NIP."""
    wadah = io.StringIO(newline="")
    tulis = csv.writer(wadah, lineterminator="\n")
    judul = [
        _PENANDA,
        f"Dibuat oleh kinerja {titipan.sumber}. Jangan disunting; jalankan lagi perintahnya bila nilainya berubah.",
        f"Sumber: {titipan.sumber}",
        f"Indikator: {titipan.kode}",
        f"Dinas: {titipan.dinas}",
        f"Periode: {titipan.periode.nama}",
        f"Sifat: {_MENAMBAH}",
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
    if kurang := [nama for nama in _WAJIB if not judul.get(nama)]:
        return _rusak(lembar, f"baris “{kurang[0]}” tidak ada")
    if periode is None:
        return _rusak(lembar, f"periode “{judul['Periode']}” tidak dikenal")
    if judul["Sifat"] != _MENAMBAH:
        return _rusak(lembar, f"sifat “{judul['Sifat']}” tidak dikenal versi ini")
    return Titipan(judul["Sumber"], judul["Indikator"], judul["Dinas"], periode, tuple(asal))


def _rusak(lembar: Lembar, sebab: str) -> Temuan:
    return Temuan("N02", Letak(lembar.berkas, lembar.nama, "A1"), isian=(("sebab", sebab),))


def tandai(masukan: Masukan, berkas: Collection[str]) -> Masukan:
    """Mark the tables that come from such files."""
    return replace(masukan, sumber=tuple(replace(s, titipan=s.berkas in berkas) for s in masukan.sumber))


def sisipkan(masukan: Masukan, berlaku: pd.DataFrame) -> tuple[Masukan, tuple[Temuan, ...]]:
    """Put the values from elsewhere among the realisasi of the month.

    A blank of the office's own gives way (its target stays), an equal value counts once, another one, "tidak berlaku"
    too, is a GALAT (N01) that names both cells. A value for somebody to whom the indicator doesn't apply any more is left
    out (N03): the lists may have changed since it was made.

    Args:
        masukan: the month's tables, marked by :func:`tandai`.
        berlaku: which row of Indikator holds for whom.
    """
    semua, bawaan, dari_luar = masukan.realisasi, masukan.bawaan(), masukan.titipan()
    if semua.empty or not dari_luar.any():
        return masukan, ()
    sumber = semua["sumber"].to_numpy()
    titipan = semua[dari_luar[sumber] & ~bawaan[sumber]]
    titipan, temuan = _yang_berlaku(masukan, titipan, berlaku)
    sendiri = semua[~dari_luar[sumber]]
    pasangan = sendiri[~bawaan[sendiri["sumber"].to_numpy()]].reset_index(names="asli")
    pasangan = pasangan.merge(titipan.reset_index(names="baru"), on=["nip", "kode"], suffixes=("", "_baru"))
    kosong = pasangan["keadaan"] == Keadaan.KOSONG.value
    sama = (pasangan["keadaan"] == Keadaan.TERISI.value) & (pasangan["realisasi"] == pasangan["realisasi_baru"])
    bertahan = pasangan[~(kosong | sama)]
    lawan = bertahan[bertahan["keadaan"] != Keadaan.SALAH.value]  # a faulty cell is a finding already
    temuan += [_bentrok(masukan, sendiri.loc[b["asli"]], titipan.loc[b["baru"]]) for _, b in lawan.iterrows()]
    target = pasangan[kosong | sama].drop_duplicates("baru").set_index("baru")["target"]
    titipan = titipan.assign(target=titipan["target"].fillna(target)).drop(index=bertahan["baru"].unique())
    sendiri = sendiri.drop(index=pasangan.loc[kosong | sama, "asli"].unique())
    return masukan.ubah(realisasi=pd.concat([sendiri, titipan], ignore_index=True)), tuple(temuan)


def _yang_berlaku(masukan: Masukan, titipan: pd.DataFrame, berlaku: pd.DataFrame) -> tuple[pd.DataFrame, list[Temuan]]:
    if masukan.pegawai.empty or masukan.indikator.empty:
        return titipan, []  # nothing to compare with, as when a file is checked alone
    kode = masukan.indikator["kode"].to_numpy()[berlaku["i"].to_numpy()]
    ada = pd.MultiIndex.from_frame(titipan[["nip", "kode"]]).isin(pd.MultiIndex.from_arrays([berlaku["nip"], kode]))
    usang = titipan[~ada]
    temuan = [Temuan("N03", _sel(masukan, b), str(b["kode"]), (("nip", str(b["nip"])),)) for _, b in usang.iterrows()]
    return titipan[ada], temuan


def _bentrok(masukan: Masukan, sendiri: pd.Series[object], titipan: pd.Series[object]) -> Temuan:
    isian = (
        ("kode", str(titipan["kode"])),
        ("sendiri", _cetak(sendiri)),
        ("lain", str(_sel(masukan, titipan))),
        ("nilai_lain", _cetak(titipan)),
    )
    nip = str(sendiri["nip"])
    return Temuan("N01", _sel(masukan, sendiri), nip, isian, nip=(nip,))


def _cetak(baris: pd.Series[object]) -> str:
    if baris["keadaan"] == Keadaan.TIDAK_BERLAKU.value:
        return "tidak berlaku"
    return angka.cetak_angka(float(str(baris["realisasi"])))


def _sel(masukan: Masukan, baris: pd.Series[object]) -> Letak:
    return replace(masukan.letak(baris, "nip"), sel=f"{baris['kolom']}{baris['baris']}")
