"""The letter that goes with a backup: what the next operator gets, what is still open, and how to begin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pandas as pd

from kinerja_cli.core.angka import cetak_bilangan
from kinerja_cli.core.jejak import BarisJejak
from kinerja_cli.core.periode import Periode, sebut_bulan
from kinerja_cli.core.riwayat import perubahan
from kinerja_cli.core.skema import Status
from kinerja_cli.core.temuan import Tingkat

_BULAN_TERBANYAK, _RAGU_TERBANYAK, _ALASAN_TERBANYAK, _SETELAN_TERBANYAK = 12, 14, 6, 18
"""What fits on two pages of paper; the rest is counted."""


@dataclass(frozen=True)
class BulanTersimpan:
    """A saved month as the letter needs it; ``masalah`` says why it can't be read, then the tables are empty.

    Attributes:
        nilai, temuan: the files nilai.csv and temuan.csv, every column as text.
    """

    periode: Periode
    terkunci: bool
    aturan: str
    nilai: pd.DataFrame
    temuan: pd.DataFrame
    masalah: str = ""


@dataclass(frozen=True)
class BarisBulan:
    """A line of the list of months."""

    nama: str
    keadaan: str
    orang: str
    aturan: str
    perubahan: str


@dataclass(frozen=True)
class Surat:
    """The letter's parts, each a list of sentences or lines; nothing in it depends on the day on which it is made.

    Attributes:
        setelan: by key, value and the note beside it, as kinerja.toml has them.
        ragu: what is open, the gravest first.
        alasan: why results were opened, taken back or corrected.
        jejak: number and hash of the trail's last line.
    """

    instansi: str
    tempat: str
    versi: str
    bulan: tuple[BarisBulan, ...]
    lebih_tua: str
    setelan: tuple[tuple[str, str, str], ...]
    aturan_sendiri: tuple[str, ...]
    ragu: tuple[str, ...]
    alasan: tuple[str, ...]
    jejak: tuple[int, str]


def susun_surat(
    instansi: str,
    tempat: str,
    versi: str,
    setelan: str,
    aturan_sendiri: Sequence[str],
    bulan: Sequence[BulanTersimpan],
    jejak: Sequence[BarisJejak],
) -> Surat:
    """Put the letter together from the state: the text of kinerja.toml, names of own rule sets, months, trail."""
    akhir = bulan[-_BULAN_TERBANYAK:]
    tua = bulan[:-_BULAN_TERBANYAK]
    terbuka = sum(not b.terkunci for b in tua)
    lebih_tua = f"dan {len(tua)} bulan sejak {tua[0].periode.nama}, {terbuka} di antaranya tidak terkunci" if tua else ""
    return Surat(
        instansi=instansi,
        tempat=tempat,
        versi=versi,
        bulan=tuple(_baris_bulan(b, jejak) for b in akhir),
        lebih_tua=lebih_tua,
        setelan=_potong(list(_baris_setelan(setelan)), _SETELAN_TERBANYAK),
        aturan_sendiri=tuple(aturan_sendiri),
        ragu=_batasi(list(_ragu(bulan)), _RAGU_TERBANYAK, "hal lain: lihat temuan.csv setiap bulan"),
        alasan=_batasi(list(_alasan(jejak)), _ALASAN_TERBANYAK, "lainnya: “kinerja riwayat”"),
        jejak=(jejak[-1].nomor, jejak[-1].sha256) if jejak else (0, ""),
    )


def _baris_bulan(b: BulanTersimpan, jejak: Sequence[BarisJejak]) -> BarisBulan:
    koreksi = perubahan(jejak, b.periode)
    orang = f"{cetak_bilangan(len(b.nilai))}, dinilai {cetak_bilangan(_dinilai(b))}" if not b.masalah else "–"
    keadaan = "rusak" if b.masalah else "terkunci" if b.terkunci else "belum dikunci"
    return BarisBulan(b.periode.nama, keadaan, orang, b.aturan, f"perubahan ke-{len(koreksi)}" if koreksi else "–")


def _dinilai(b: BulanTersimpan) -> int:
    return int((b.nilai["status"] == Status.DINILAI.value).sum())


def _baris_setelan(teks: str) -> Iterator[tuple[str, str, str]]:
    """Give key, value and note (beside it, else right above) of each line; a table's head stands before its keys."""
    bagian, di_atas = "", ""
    for baris in map(str.strip, teks.splitlines()):
        if baris.startswith("#") or not baris:
            di_atas = f"{di_atas} {baris.lstrip('# ')}".strip() if baris else ""
        elif baris.startswith("[") and "]" in baris:
            bagian = baris.partition("#")[0].strip()
        elif "=" in baris:
            kunci, _, sisa = baris.partition("=")
            nilai, _, catatan = sisa.rpartition(" #") if " #" in sisa else (sisa, "", "")
            yield f"{bagian} {kunci.strip()}".strip(), nilai.strip().strip('"') or "(kosong)", catatan.strip() or di_atas
            di_atas = ""


def _ragu(bulan: Sequence[BulanTersimpan]) -> Iterator[str]:
    if not bulan:
        yield "Belum ada bulan yang dihitung."
        return
    for b in bulan:
        if b.masalah:
            yield f"{b.periode.nama} tidak dapat dibaca: {b.masalah} Jalankan “kinerja buktikan {b.periode}”."
    if terbuka := [b.periode for b in bulan if not b.terkunci and not b.masalah]:
        yield f"Belum dikunci, jadi masih dapat berubah: {_sebut(terbuka)}."
    if hilang := _hilang([b.periode for b in bulan]):
        yield f"Tidak ada hasilnya, padahal bulan sebelum dan sesudahnya ada: {_sebut(hilang)}."
    akhir = bulan[-1]
    if not akhir.masalah:
        yield from _berkas_kurang(akhir)
        yield from _temuan(akhir)


def _sebut(bulan: Sequence[Periode]) -> str:
    menurut_tahun: dict[int, list[Periode]] = {}
    for p in bulan:
        menurut_tahun.setdefault(p.tahun, []).append(p)
    return "; ".join(f"{sebut_bulan(isi)} {tahun}" for tahun, isi in menurut_tahun.items())


def _hilang(ada: Sequence[Periode]) -> list[Periode]:
    semua = [Periode(t, m) for t in range(ada[0].tahun, ada[-1].tahun + 1) for m in range(1, 13)]
    return [p for p in semua if ada[0] < p < ada[-1] and p not in ada]


def _berkas_kurang(b: BulanTersimpan) -> Iterator[str]:
    """Name the dinas of which nobody has a score, and count those without one elsewhere."""
    belum = b.nilai[b.nilai["status"].isin([Status.BELUM_LENGKAP.value, Status.TIDAK_DINILAI.value])]
    for dinas, isi in belum.groupby("dinas"):
        semua = int((b.nilai["dinas"] == dinas).sum())
        if len(isi) == semua:
            yield f"{b.periode.nama}: {dinas} ({semua} orang) belum ada yang dinilai; berkasnya mungkin belum datang."
        else:
            yield f"{b.periode.nama}: {dinas}, {len(isi)} dari {semua} orang belum dinilai."


def _temuan(b: BulanTersimpan) -> Iterator[str]:
    perlu = b.temuan[b.temuan["tingkat"].isin([Tingkat.GALAT.value, Tingkat.PERINGATAN.value])]
    for (tingkat, kode), isi in perlu.groupby(["tingkat", "kode"]):
        satu = isi.iloc[0]
        kali = f" ({len(isi)} kali)" if len(isi) > 1 else ""
        sel = f" {satu['berkas']} › {satu['lembar']}!{satu['sel']}:" if satu["sel"] else ""
        yield f"{b.periode.nama}, {tingkat} {kode}{kali}:{sel} {satu['pesan']}"


def _alasan(jejak: Sequence[BarisJejak]) -> Iterator[str]:
    for b in reversed(jejak):
        if alasan := b.isi.get("alasan"):
            yield f"{str(b.isi['waktu'])[:10]} {b.isi['tindakan']} {b.isi.get('periode', '')}, {b.isi['siapa']}: {alasan}"


def _batasi(semua: list[str], terbanyak: int, sisanya: str) -> tuple[str, ...]:
    if len(semua) <= terbanyak:
        return tuple(semua)
    return (*semua[:terbanyak], f"dan {len(semua) - terbanyak} {sisanya}.")


def _potong(semua: list[tuple[str, str, str]], terbanyak: int) -> tuple[tuple[str, str, str], ...]:
    lebih = len(semua) - terbanyak
    return (*semua[:terbanyak], *([("…", f"dan {lebih} baris lain di kinerja.toml", "")] if lebih > 0 else []))
