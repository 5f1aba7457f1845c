"""Proving a period: its stored inputs as tables again, and cell by cell what a second computation gives otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from kinerja_cli.core import skema
from kinerja_cli.core.aturan import Aturan
from kinerja_cli.core.hitung import di_luar_penilaian, hitung
from kinerja_cli.core.penugasan import peringkatkan
from kinerja_cli.core.periode import Periode
from kinerja_cli.core.simpanan import (
    INOVASI,
    SimpananRusak,
    csv_dari_tabel,
    csv_masukan,
    penugasan_dari_csv,
    tabel_dari_csv,
)
from kinerja_cli.core.skema import Masukan, Status, Sumber

BERKAS, JEJAK, BACAAN, HITUNGAN, LAPORAN = "berkas", "jejak", "bacaan", "hitungan", "laporan"
"""What a difference concerns: bytes on disk, the audit trail, what was read, what was computed, a report."""
_KUNCI: Mapping[str, tuple[str, ...]] = {
    "pegawai.csv": ("nip",), "penugasan.csv": ("nip", "mulai"), "indikator.csv": ("kode", "berkas", "lembar", "sel"),
    "realisasi.csv": ("nip", "kode"), "ide_baru.csv": ("nip", "uraian"), "perilaku.csv": ("nip",),
    INOVASI: ("nip", "uraian", "berkas", "lembar", "sel"),
    "nilai.csv": ("nip",), "rincian.csv": ("nip", "kode"), "aspek.csv": ("nip", "aspek"),
}  # fmt: skip
"""By which columns a row is found again."""
_TIDAK_DIBANDING: Mapping[str, frozenset[str]] = {
    "penugasan.csv": frozenset({"peringkat_dinas"}),  # computed, not read: it stands in nilai.csv's proof
    "nilai.csv": frozenset({"letak_perilaku"}),  # perilaku.csv keeps one cell a row, not the range
}
_SEL = re.compile(r"([A-Z]*)(\d+)")


@dataclass(frozen=True)
class Beda:
    """One difference: what it concerns, where, and in words; ``tersimpan`` and ``seharusnya`` where it is a cell."""

    jenis: str
    letak: str
    kalimat: str
    tersimpan: str = ""
    seharusnya: str = ""


@dataclass(frozen=True)
class Bukti:
    """What a proof of a period found.

    Attributes:
        jejak: number and hash of the trail's last line: what is compared with the paper.
        berkas, baris: how many files and lines of the trail were read.
        dibangun: the period could be rebuilt; without it only bytes were compared.
        laporan: the report that was compared, or "".
        catatan: what isn't a difference but worth knowing.
    """

    periode: Periode
    jejak: tuple[int, str]
    berkas: int
    baris: int
    dibangun: bool
    beda: tuple[Beda, ...]
    laporan: str = ""
    catatan: tuple[str, ...] = ()

    @property
    def sama(self) -> bool:
        """Whether nothing differs."""
        return not self.beda


def beda_bacaan(
    berkas: Mapping[str, bytes], masukan: Masukan, berlaku: pd.DataFrame, aturan: Aturan, periode: Periode
) -> Iterator[Beda]:
    """Compare what the workbooks say today with the stored inputs, and for whom which indicator holds.

    Args:
        berkas: the stored files.
        masukan, berlaku: the tables that were read again from ``sumber/``.
        aturan, periode: the pinned rule set, and the month.
    """
    for nama, isi in csv_masukan(masukan).items():
        if nama in berkas:
            yield from beda_csv(BACAAN, nama, berkas[nama], isi)
    keluar = masukan.pegawai["nip"][di_luar_penilaian(masukan.pegawai, aturan, periode)]
    letak = [str(masukan.letak((s, b), "kode")) for s, b in masukan.indikator[["sumber", "baris"]].itertuples(index=False)]
    ikut = berlaku[~berlaku["nip"].isin(keluar)]
    kini = {(str(nip), letak[i]) for nip, i in ikut[["nip", "i"]].itertuples(index=False)}
    rincian = tabel_dari_csv(berkas["rincian.csv"], {}, "rincian.csv")
    lama = set(zip(rincian["nip"], rincian["letak_indikator"], strict=True))
    for nip, tempat in sorted(lama ^ kini):
        kata = "dulu berlaku baginya, kini tidak" if (nip, tempat) in lama else "kini berlaku baginya, dulu tidak"
        yield Beda(BACAAN, f"NIP {nip}", f"Indikator {tempat} {kata}.")


def beda_hitungan(berkas: Mapping[str, bytes], aturan: Aturan, periode: Periode) -> Iterator[Beda]:
    """Compute the period again from its stored inputs and compare every stored cell.

    Raises:
        SimpananRusak: an input is unreadable.
    """
    masukan, berlaku = masukan_tersimpan(berkas)
    tersimpan = tabel_dari_csv(berkas["nilai.csv"], {}, "nilai.csv")
    alasan = tersimpan.loc[tersimpan["status"] == Status.TIDAK_DINILAI.value, ["nip", "alasan"]]
    gagal = {str(nip): str(kata).rpartition("(")[2].rstrip(")") for nip, kata in alasan.itertuples(index=False)}
    hasil = hitung(masukan, berlaku, aturan, periode, gagal)
    nilai, _ = peringkatkan(hasil.nilai, masukan.penugasan)
    for nama, tabel in (("nilai.csv", nilai), ("rincian.csv", hasil.rincian), ("aspek.csv", hasil.aspek)):
        yield from beda_csv(HITUNGAN, nama, berkas[nama], csv_dari_tabel(tabel))


def beda_csv(jenis: str, nama: str, tersimpan: bytes, seharusnya: bytes) -> Iterator[Beda]:
    """Compare two tables cell by cell; columns that only the new one has are a later version's and aren't compared."""
    if tersimpan == seharusnya:
        return
    kunci = list(_KUNCI[nama])
    lama, baru = (
        _bernomor(tabel_dari_csv(isi, dict.fromkeys(kunci, skema.TEKS), nama), kunci) for isi in (tersimpan, seharusnya)
    )
    for satu, kata in (
        (lama.index.difference(baru.index), "tidak muncul lagi"),
        (baru.index.difference(lama.index), "kurang"),
    ):
        yield from (Beda(jenis, f"{nama}, {_sebut(kunci, k)}", f"Barisnya {kata}.") for k in satu)
    bersama = lama.index.intersection(baru.index)
    dibanding = [k for k in lama.columns if k in baru.columns and k not in _TIDAK_DIBANDING.get(nama, ())]
    hilang = [k for k in lama.columns if k not in baru.columns]
    yield from (Beda(jenis, nama, f"Kolom {k} tidak dikenal.") for k in hilang)
    for kolom in dibanding:
        a, b = lama.loc[bersama, kolom], baru.loc[bersama, kolom]
        for k in bersama[(a != b).to_numpy()]:
            letak = f"{nama}, {_sebut(kunci, k)}, kolom {kolom}"
            yield Beda(jenis, letak, f"tersimpan “{a[k]}”, seharusnya “{b[k]}”", str(a[k]), str(b[k]))


def _bernomor(tabel: pd.DataFrame, kunci: list[str]) -> pd.DataFrame:
    """Index rows by their key, and by a running number where several share one."""
    ke = tabel.groupby(kunci, sort=False).cumcount()
    return tabel.set_index(pd.MultiIndex.from_frame(tabel[kunci].assign(_ke=ke.to_numpy())))


def _sebut(kunci: Sequence[str], nilai: Sequence[object]) -> str:
    return " ".join(f"{'NIP' if k == 'nip' else k} {n}" for k, n in zip(kunci, nilai, strict=False))


def masukan_tersimpan(berkas: Mapping[str, bytes]) -> tuple[Masukan, pd.DataFrame]:
    """Give the stored inputs as :func:`hitung` wants them, and which row of Indikator holds for whom.

    Raises:
        SimpananRusak: a file is missing or unreadable.
    """
    nomor: dict[tuple[str, str, str], int] = {}
    pegawai = _bertempat(berkas, "pegawai.csv", skema.PEGAWAI, nomor)
    indikator = _bertempat(berkas, "indikator.csv", skema.INDIKATOR, nomor)
    realisasi = _bertempat(berkas, "realisasi.csv", skema.REALISASI, nomor)
    ide = _bertempat(berkas, "ide_baru.csv", skema.IDE_BARU, nomor)
    perilaku = _bertempat(berkas, "perilaku.csv", skema.PERILAKU, nomor)
    rincian = tabel_dari_csv(berkas["rincian.csv"], {"nip": skema.TEKS, "letak_indikator": skema.TEKS}, "rincian.csv")
    nilai = tabel_dari_csv(berkas["nilai.csv"], {"nip": skema.TEKS, "ide_baru": skema.TEKS}, "nilai.csv")
    sumber = tuple(Sumber(b, lembar, {"kode": huruf}) for b, lembar, huruf in nomor)
    masukan = Masukan(
        pegawai=pegawai, indikator=indikator, realisasi=realisasi, ide_baru=_ide_terpakai_dulu(ide, nilai), perilaku=perilaku,
        sumber=sumber, penugasan=penugasan_dari_csv(berkas.get("penugasan.csv")),
    )  # fmt: skip
    letak = {
        str(masukan.letak((s, b), "kode")): i
        for i, (s, b) in enumerate(zip(indikator["sumber"], indikator["baris"], strict=True))
    }
    if asing := set(rincian["letak_indikator"]) - letak.keys():
        raise SimpananRusak(f"rincian.csv menyebut {min(asing)}, yang tidak ada di indikator.csv")
    berlaku = pd.DataFrame({"nip": rincian["nip"], "i": rincian["letak_indikator"].map(letak).astype("int64")})
    return masukan, berlaku


def _bertempat(
    berkas: Mapping[str, bytes], nama: str, jenis: Mapping[str, str], nomor: dict[tuple[str, str, str], int]
) -> pd.DataFrame:
    """Read a table and turn its places back into ``sumber``, ``baris`` and ``kolom``; ``nomor`` grows by what is new."""
    if nama not in berkas:
        return skema.kosong(jenis)
    tempat = dict.fromkeys(("berkas", "lembar", "sel"), skema.TEKS)
    isi = {k: v for k, v in jenis.items() if k not in ("sumber", "baris", "kolom")}
    tabel = tabel_dari_csv(berkas[nama], {**isi, **tempat}, nama)
    sel = [m.groups() if (m := _SEL.fullmatch(s)) else ("", "0") for s in tabel["sel"]]
    huruf = [h for h, _ in sel]
    bersama = [""] * len(sel) if nama == "realisasi.csv" else huruf
    kunci = zip(tabel["berkas"], tabel["lembar"], bersama, strict=True)
    tabel["sumber"] = pd.Series([nomor.setdefault(k, len(nomor)) for k in kunci], dtype=skema.BULAT)
    tabel["baris"] = pd.Series([int(b) for _, b in sel], dtype=skema.BULAT)
    tabel["kolom"] = pd.Series(huruf, dtype=skema.TEKS)
    return tabel[list(jenis)]


def _ide_terpakai_dulu(ide: pd.DataFrame, nilai: pd.DataFrame) -> pd.DataFrame:
    """Put the idea that counted first among a person's: the order of sheets isn't stored, that it is theirs is proved."""
    terpakai = set(zip(nilai["nip"], nilai["ide_baru"], strict=True))
    dulu = [pasangan in terpakai for pasangan in zip(ide["nip"], ide["uraian"], strict=True)]
    return ide.assign(dulu=dulu).sort_values("dulu", ascending=False, kind="stable").drop(columns="dulu")
