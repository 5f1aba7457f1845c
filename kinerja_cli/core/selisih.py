"""What changed between two results of one period: who, from what to what, and because of which cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from kinerja_cli.core.angka import gaya_indonesia
from kinerja_cli.core.simpanan import tabel_dari_csv
from kinerja_cli.core.skema import Status
from kinerja_cli.core.temuan import Letak

_HASIL = ("status", "nilai", "predikat")
_OPERAN = {
    "realisasi": "realisasi", "target": "target", "target_atas": "target atas", "bobot": "bobot", "arah": "arah",
    "keadaan": "keadaan",
}  # fmt: skip
"""Columns of rincian that decide a score, and how each is called."""


@dataclass(frozen=True)
class Keadaan:
    """How a person stands in one result; all blank where they aren't in it. ``nilai`` is a plain decimal or ""."""

    status: str = ""
    nilai: str = ""
    predikat: str = ""

    def __str__(self) -> str:
        if not self.status:
            return "tidak ada"
        if self.status != Status.DINILAI:
            return self.status.replace("_", " ")
        return " ".join(teks for teks in (gaya_indonesia(self.nilai) if self.nilai else "", self.predikat) if teks)


@dataclass(frozen=True)
class Sebab:
    """One operand that changed: of which indicator, from what to what (as printed), and the cell where it now stands."""

    kode: str
    apa: str
    lama: str
    baru: str
    letak: str

    def __str__(self) -> str:
        return f"{self.apa} {self.kode}: {self.lama or 'kosong'} → {self.baru or 'kosong'}"


@dataclass(frozen=True)
class SelisihOrang:
    """One person whose result changed, with the operands that did it; none where only the rules or the list changed."""

    nip: str
    nama: str
    dinas: str
    lama: Keadaan
    baru: Keadaan
    sebab: tuple[Sebab, ...]

    @property
    def pindah_predikat(self) -> bool:
        """Whether the category is another."""
        return self.lama.predikat != self.baru.predikat

    def kalimat(self, periode: str) -> str:
        """Give the sentence to send to the person."""
        karena = "; ".join(f"{s} ({s.letak})" if s.letak else str(s) for s in self.sebab)
        akhir = f" karena {karena}" if karena else ""
        return f"Hasil {periode} atas nama {self.nama} berubah dari {self.lama} menjadi {self.baru}{akhir}."


def selisih(
    nilai_lama: pd.DataFrame, nilai_baru: pd.DataFrame, rincian_lama: pd.DataFrame, rincian_baru: pd.DataFrame
) -> tuple[SelisihOrang, ...]:
    """Compare two results, person by person.

    Args:
        nilai_lama, nilai_baru: the files nilai.csv, every column as text.
        rincian_lama, rincian_baru: the files rincian.csv, every column as text.

    Returns:
        The people whose status, score or category differs, by NIP. Ranks aren't compared: others move them.
    """
    kolom = ["nama", "dinas", *_HASIL]
    dua = _pasangkan(nilai_lama, nilai_baru, ["nip"], kolom)
    beda = dua[_berbeda(dua, _HASIL)]
    rinci = _pasangkan(rincian_lama, rincian_baru, ["nip", "kode"], [*_OPERAN, "berkas", "lembar", "sel"])
    sebab: dict[str, list[Sebab]] = {}
    for baris in rinci[rinci["nip"].isin(beda["nip"]) & _berbeda(rinci, tuple(_OPERAN))].to_dict("records"):
        sebab.setdefault(str(baris["nip"]), []).extend(_sebab({str(k): str(v) for k, v in baris.items()}))
    return tuple(
        SelisihOrang(
            str(b["nip"]),
            str(b["nama_baru"] or b["nama_lama"]),
            str(b["dinas_baru"] or b["dinas_lama"]),
            Keadaan(*(str(b[f"{k}_lama"]) for k in _HASIL)),
            Keadaan(*(str(b[f"{k}_baru"]) for k in _HASIL)),
            tuple(sebab.get(str(b["nip"]), ())),
        )
        for b in beda.to_dict("records")
    )


def selisih_berkas(lama: Mapping[str, bytes], baru: Mapping[str, bytes]) -> tuple[SelisihOrang, ...]:
    """Compare two saved results by their files nilai.csv and rincian.csv.

    Raises:
        SimpananRusak: one of them can't be read.
    """
    return selisih(*(tabel_dari_csv(isi[nama], {}, nama) for nama in ("nilai.csv", "rincian.csv") for isi in (lama, baru)))


def _pasangkan(lama: pd.DataFrame, baru: pd.DataFrame, kunci: list[str], kolom: list[str]) -> pd.DataFrame:
    dua = lama[[*kunci, *kolom]].merge(baru[[*kunci, *kolom]], on=kunci, how="outer", suffixes=("_lama", "_baru"))
    return dua.fillna("").sort_values(kunci, kind="stable")


def _berbeda(dua: pd.DataFrame, kolom: tuple[str, ...]) -> pd.Series[bool]:
    return pd.concat([dua[f"{k}_lama"] != dua[f"{k}_baru"] for k in kolom], axis=1).any(axis=1)


def _sebab(baris: dict[str, str]) -> Iterator[Sebab]:
    letak = str(Letak(*(baris[f"{k}_baru"] for k in ("berkas", "lembar", "sel")))) if baris["sel_baru"] else ""
    for kolom, apa in _OPERAN.items():
        lama, baru = baris[f"{kolom}_lama"], baris[f"{kolom}_baru"]
        if lama != baru and not (kolom == "keadaan" and baris["realisasi_lama"] != baris["realisasi_baru"]):
            yield Sebab(baris["kode"], apa, _cetak(lama), _cetak(baru), letak)


def _cetak(teks: str) -> str:
    polos = teks.removeprefix("-").replace(".", "", 1)
    return gaya_indonesia(teks) if polos.isdigit() and polos.isascii() else teks.replace("_", " ")
