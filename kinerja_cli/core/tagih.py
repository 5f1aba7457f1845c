"""What each dinas still owes for a month, as a message to paste: what, not who. No name and no NIP ever stands in it."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from kinerja_cli.core.angka import cetak_bilangan
from kinerja_cli.core.periksa import pemilik
from kinerja_cli.core.periode import Periode, cetak_tanggal
from kinerja_cli.core.skema import Masukan
from kinerja_cli.core.temuan import Letak, Temuan, Tingkat

_SEL_DISEBUT = 8
_MIRIP_NIP = re.compile(r"\d[\d\s.-]{7,}\d")
_KATA = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Tagihan:
    """What one dinas owes: ``perlu`` in sentences (none: it is complete), and the message that says so."""

    dinas: str
    perlu: tuple[str, ...]
    pesan: str


@dataclass(frozen=True)
class SemuaTagihan:
    """All dinas by name, and how many faults belong to no single one of them."""

    periode: Periode
    dinas: tuple[Tagihan, ...]
    tanpa_dinas: int


def tagih(
    temuan: Sequence[Temuan], masukan: Masukan, berlaku: pd.DataFrame, periode: Periode, batas: dt.date | None
) -> SemuaTagihan:
    """Sort findings by the dinas that can mend them, and write each a message.

    Args:
        temuan: the findings of the month; those about missing data, and every GALAT, are chased.
        masukan, berlaku: the month's tables, and which row of Indikator holds for whom.
        periode: the month.
        batas: the day by which an answer is wanted.
    """
    dinas_orang = dict(zip(masukan.pegawai["nip"], masukan.pegawai["dinas"], strict=True))
    pengirim = _pengirim(masukan, dinas_orang)
    samar = _Samar(masukan.pegawai["nama"])
    galat = [t for t in temuan if t.tingkat is Tingkat.GALAT]
    milik: dict[str, list[Temuan]] = {str(d): [] for d in sorted(masukan.pegawai["dinas"].unique())}
    tanpa = 0
    kurang = [t for t in temuan if t.kode in _KURANG or t.kode == _KOSONG]
    bertuan = [(t, _satu_dinas(t, nip, dinas_orang, pengirim)) for t, nip in pemilik(galat, masukan, berlaku)]
    for t, dinas in (*((t, dict(t.isian).get("dinas") or dinas_orang[t.nip[0]]) for t in kurang), *bertuan):
        if dinas in milik:
            milik[dinas].append(t)
        else:
            tanpa += 1
    hasil = []
    for dinas, isi in milik.items():
        perlu = tuple(_perlu(isi, samar))
        hasil.append(Tagihan(dinas, perlu, _pesan(dinas, perlu, periode, batas) if perlu else ""))
    return SemuaTagihan(periode, tuple(hasil), tanpa)


def _pengirim(masukan: Masukan, dinas_orang: Mapping[str, str]) -> Mapping[str, str]:
    """Give the dinas of each file, where more than half of the people in it belong to one."""
    berkas = masukan.berkas()
    hitung: dict[str, Counter[str]] = {}
    for tabel in (masukan.realisasi, masukan.perilaku):
        for nama, nip in zip(berkas[tabel["sumber"].to_numpy()], tabel["nip"], strict=True):
            if nip in dinas_orang:
                hitung.setdefault(str(nama), Counter())[dinas_orang[nip]] += 1
    terbanyak = {nama: isi.most_common(1)[0] for nama, isi in hitung.items()}
    return {nama: dinas for nama, (dinas, n) in terbanyak.items() if 2 * n > hitung[nama].total()}


def _satu_dinas(t: Temuan, nip: Iterable[str], dinas_orang: Mapping[str, str], pengirim: Mapping[str, str]) -> str:
    """Give the dinas that can mend a fault: that of the people whom it touches, else the one that sent the file."""
    tersentuh = {dinas_orang[n] for n in nip if n in dinas_orang}
    return tersentuh.pop() if len(tersentuh) == 1 else pengirim.get(t.letak.berkas, "")


# What is wanted, in sentences ---------------------------------------------------------------------------------------


class _Samar:
    """Names of files and sheets may hold a person's name; those are not repeated."""

    def __init__(self, nama: Iterable[str]) -> None:
        self._kata = frozenset(k for satu in nama for k in _kata(satu.partition(",")[0]))

    def lembar(self, letak: Letak) -> str:
        """Name a sheet in its file, as far as that may be said."""
        tempat = [f"lembar {letak.lembar}"] if self._boleh(letak.lembar) else []
        tempat += [f"berkas “{letak.berkas}”"] if self._boleh(letak.berkas) else ["berkas Anda"]
        return ", ".join(tempat)

    def berkas(self, semua: str) -> str:
        """Name files, as far as that may be said; "" for none."""
        return ", ".join(f"“{satu}”" for satu in semua.split(", ") if self._boleh(satu))

    def _boleh(self, teks: str) -> bool:
        return bool(teks) and not _MIRIP_NIP.search(teks) and not self._kata & _kata(teks)


def _kata(teks: str) -> frozenset[str]:
    return frozenset(k.lower() for k in _KATA.findall(teks) if len(k) > 2)


def _berkas(t: Temuan, samar: _Samar) -> str:
    isi = dict(t.isian)
    berkas = samar.berkas(t.nilai)
    dulu = f" Untuk {isi['lain']} datang dalam {berkas}." if berkas else ""
    return f"Berkas realisasi belum kami terima ({isi['jumlah']} orang).{dulu}"


def _baris(t: Temuan, samar: _Samar) -> str:
    return f"{dict(t.isian)['jumlah']} orang belum punya satu pun realisasi; barisnya mungkin belum dibuat."


def _perilaku(t: Temuan, samar: _Samar) -> str:
    isi = dict(t.isian)
    return f"{isi['jumlah']} orang belum punya {isi['apa']} (lembar Perilaku)."


_KURANG: Mapping[str, Callable[[Temuan, _Samar], str]] = {"W04": _berkas, "R09": _baris, "K05": _perilaku}
_KOSONG = "R06"
"""Findings about what is missing: by dinas, and cell by cell."""


def _perlu(temuan: Sequence[Temuan], samar: _Samar) -> Iterator[str]:
    for kode, kata in _KURANG.items():
        yield from (kata(t, samar) for t in temuan if t.kode == kode)
    for kepala, isi in _menurut_lembar((t for t in temuan if t.kode == _KOSONG), samar, "Realisasi belum diisi").items():
        yield f"{kepala}: {_sebut_sel(isi)}. Bila tidak berlaku, tulis “tidak berlaku”."
    galat: dict[str, list[Temuan]] = {}
    for t in temuan:
        if t.tingkat is Tingkat.GALAT:
            galat.setdefault(t.jenis.judul, []).append(t)
    for judul, semua in galat.items():
        for kepala, isi in _menurut_lembar(semua, samar, judul).items():
            yield f"{kepala}{': ' + _sebut_sel(isi) if any(isi) else ''}."


def _menurut_lembar(temuan: Iterable[Temuan], samar: _Samar, apa: str) -> Mapping[str, list[str]]:
    """Give the cells by sheet; the key says what is wrong with them, and where."""
    hasil: dict[str, list[str]] = {}
    for t in temuan:
        hasil.setdefault(f"{apa}, {samar.lembar(t.letak)}", []).append(t.letak.sel)
    return hasil


def _sebut_sel(sel: Sequence[str]) -> str:
    semua = list(dict.fromkeys(satu for satu in sel if satu))
    lain = len(semua) - _SEL_DISEBUT
    return f"sel {', '.join(semua[:_SEL_DISEBUT])}" + (f", dan {cetak_bilangan(lain)} sel lain" if lain > 0 else "")


def _pesan(dinas: str, perlu: Sequence[str], periode: Periode, batas: dt.date | None) -> str:
    kapan = f"Mohon dikirim paling lambat {cetak_tanggal(batas)}." if batas else "Mohon segera dikirim."
    return "\n".join(
        (
            f"Kepada admin {dinas},",
            f"untuk evaluasi kinerja {periode.nama} kami masih menunggu:",
            *(f"{i}. {satu}" for i, satu in enumerate(perlu, 1)),
            kapan,
            "Periksa dulu dengan “kinerja validasi”. Kirim buku kerja yang lengkap; yang sudah benar tidak perlu diubah.",
            f"Berikutnya: realisasi {periode.geser(1).nama}, setelah bulan itu selesai.",
            "Terima kasih.",
        )
    )
