"""What is possible but odd: values far from their target, a copied month, people who come and go. Never a GALAT."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal, InvalidOperation

import numpy as np
import pandas as pd

from kinerja_cli.core import angka
from kinerja_cli.core.kolom import kata_nama, rapi
from kinerja_cli.core.nip import berbentuk_nip
from kinerja_cli.core.periksa import Bahan, Lalu, letak_realisasi, nama_orang, sebut
from kinerja_cli.core.skema import Keadaan
from kinerja_cli.core.temuan import Letak, Temuan

_SELISIH_SATUAN = 100
"""A percent typed as 0.85 beside 85, or the reverse: a hundredfold."""
_DEKAT = (0.5, 1.5)
"""A value counts as near its target within these ratios."""
_TERSALIN, _TERSALIN_PALING_SEDIKIT = 0.95, 12
"""Share of equal values from which a month looks copied, and the fewest values for which that can be said."""
_TERBALIK, _TERBALIK_PALING_SEDIKIT = 0.8, 4
"""Share of people beyond twice the target from which a ``turun`` looks the wrong way round, and the fewest people."""
_DIGIT_EXCEL = 15


def curigai(bahan: Bahan) -> tuple[Temuan, ...]:
    """Look for what is odd in a month's input, by itself and against the month before."""
    isi = _terisi(bahan)
    campur = _persen_tercampur(bahan, isi)
    temuan = [
        *_satuan_campur(bahan, isi[campur]),
        *_jauh_dari_target(bahan, isi[~campur]),
        *_arah_terbalik(bahan, isi),
        *_nama_kembar(bahan),
    ]
    if bahan.lalu is not None:
        temuan += [*_bulan_tersalin(bahan, bahan.lalu), *_datang_dan_pergi(bahan, bahan.lalu)]
    return tuple(temuan)


def usulkan_nip(temuan: Iterable[Temuan], dikenal: Mapping[str, str]) -> tuple[Temuan, ...]:
    """Propose, for a NIP that Excel damaged (S03), the one known person of that name whose NIP has the 15 digits it kept.

    Args:
        temuan: findings; those of another code come back as they are.
        dikenal: the name of each known NIP.
    """
    return tuple(_dengan_usul(t, dikenal) if t.kode == "S03" else t for t in temuan)


def _dengan_usul(t: Temuan, dikenal: Mapping[str, str]) -> Temuan:
    try:
        awal = str(int(Decimal(t.nilai.replace(",", "."))))[:_DIGIT_EXCEL]
    except (InvalidOperation, ValueError, OverflowError):
        return t
    nama = kata_nama(dict(t.isian)["nama"])
    cocok = [n for n in dikenal if n.startswith(awal) and berbentuk_nip(n) and kata_nama(dikenal[n]) & nama]
    return replace(t, usul=cocok[0]) if len(awal) == _DIGIT_EXCEL and len(cocok) == 1 else t


def _terisi(b: Bahan) -> pd.DataFrame:
    """Filled realisasi of known people beside the target and direction that hold for them."""
    terisi = np.append(b.masukan.realisasi["keadaan"] == Keadaan.TERISI.value, False)  # the last stands for no realisasi
    pasangan = b.pasangan[terisi[b.pasangan["r"]]].sort_values("r", kind="stable")
    isi = b.masukan.realisasi[["realisasi", "target", "sumber", "baris", "kolom"]].rename(columns={"target": "sendiri"})
    isi = isi.iloc[pasangan["r"].to_numpy()].reset_index(drop=True)
    i = pasangan["i"].to_numpy()
    isi = isi.join(b.masukan.indikator[["arah", "target", "target_atas"]].iloc[i].reset_index(drop=True))
    return isi.assign(i=i, target=isi["sendiri"].fillna(isi["target"]))


def _persen_tercampur(b: Bahan, isi: pd.DataFrame) -> np.ndarray:
    """Tell where one of realisasi and target is a percent cell and the other a plain number above 1."""
    if not any(s.persen for s in b.masukan.sumber):
        return np.zeros(len(isi), dtype=bool)
    realisasi = _berpersen(b, isi["sumber"], isi["kolom"], isi["baris"])
    huruf = np.array([s.huruf.get("target", "") for s in b.masukan.sumber], dtype=object)
    sendiri = _berpersen(b, isi["sumber"], huruf[isi["sumber"]], isi["baris"])
    indikator = b.masukan.indikator.iloc[isi["i"].to_numpy()]
    umum = _berpersen(b, indikator["sumber"], huruf[indikator["sumber"]], indikator["baris"])
    target = np.where(isi["sendiri"].isna(), umum, sendiri)
    polos = np.where(realisasi, isi["target"], isi["realisasi"])
    return np.asarray((realisasi != target) & (polos > 1), dtype=bool)


def _berpersen(b: Bahan, sumber: Iterable[int], huruf: Iterable[str], baris: Iterable[int]) -> np.ndarray:
    persen = [s.persen for s in b.masukan.sumber]
    return np.array([f"{h}{r}" in persen[s] for s, h, r in zip(sumber, huruf, baris, strict=True)], dtype=bool)


def _satuan_campur(b: Bahan, isi: pd.DataFrame) -> Iterator[Temuan]:
    for _, baris in isi.iterrows():
        letak = letak_realisasi(b, baris)
        persen = letak.sel in b.masukan.sumber[int(baris["sumber"])].persen
        yield Temuan(
            "S10",
            letak,
            _tampak_persen(baris["realisasi"]) if persen else angka.cetak_angka(baris["realisasi"]),
            (("target", angka.cetak_angka(baris["target"]) if persen else _tampak_persen(baris["target"])),),
        )


def _tampak_persen(nilai: float) -> str:
    """Write a percent cell as it is shown and as it is read."""
    return f"{angka.cetak_angka(float(f'{nilai * 100:.15g}'))} % (dibaca {angka.cetak_angka(nilai)})"


def _jauh_dari_target(b: Bahan, isi: pd.DataFrame) -> Iterator[Temuan]:
    rasio = (isi["realisasi"] / isi["target"].where(isi["target"] > 0)).to_numpy()
    for kali, kata in ((_SELISIH_SATUAN, "terlalu kecil"), (1 / _SELISIH_SATUAN, "terlalu besar")):
        dekat = (rasio * kali >= _DEKAT[0]) & (rasio * kali <= _DEKAT[1])
        for _, baris in isi[dekat].iterrows():
            maksud = baris["realisasi"] * kali
            isian = (
                ("target", angka.cetak_angka(baris["target"])),
                ("sebab", f"100 kali {kata}"),
                ("maksud", angka.cetak_angka(float(f"{maksud:.15g}"))),
            )
            yield Temuan("R12", letak_realisasi(b, baris), angka.cetak_angka(baris["realisasi"]), isian)


def _arah_terbalik(b: Bahan, isi: pd.DataFrame) -> Iterator[Temuan]:
    if b.aturan.menurut != "arah":
        return
    isi = isi[(isi["arah"] == "turun") & (isi["target"] > 0) & isi["target_atas"].isna()]
    lewat = (isi["realisasi"] >= 2 * isi["target"]).groupby(isi["i"]).agg(["sum", "size"])
    for i, jumlah, semua in lewat.itertuples():
        if semua >= _TERBALIK_PALING_SEDIKIT and jumlah >= _TERBALIK * semua:
            indikator = b.masukan.indikator.iloc[i]
            isian = (("jumlah", str(jumlah)), ("semua", str(semua)))
            yield Temuan("I12", b.masukan.letak(indikator, "arah"), str(indikator["kode"]), isian)


def _nama_kembar(b: Bahan) -> Iterator[Temuan]:
    """Two NIPs under one name in one dinas: often one person with a mistyped NIP."""
    pegawai = b.masukan.pegawai.assign(kecil=[rapi(n).casefold() for n in b.masukan.pegawai["nama"].tolist()])
    pegawai = pegawai[pegawai.duplicated(["dinas", "kecil"], keep=False) & (pegawai["nama"] != "")]
    kunci = [pegawai["dinas"], pegawai["kecil"]]
    for _, kelompok in pegawai[pegawai.groupby(kunci)["nip"].transform("nunique") > 1].groupby(kunci[1], sort=True):
        pertama, *lain = (baris for _, baris in kelompok.iterrows())
        for satu in lain:
            isian = (("nip", str(satu["nip"])), ("lain", f"{pertama['nip']} di {b.masukan.letak(pertama, 'nip')}"))
            yield Temuan("P07", b.masukan.letak(satu, "nip"), str(satu["nama"]), isian)


def _bulan_tersalin(b: Bahan, lalu: Lalu) -> Iterator[Temuan]:
    """A file nearly all of whose values equal those of the month before."""
    isi = b.masukan.kiriman()  # a survey's index may well be the same for months
    isi = isi[isi["keadaan"] == Keadaan.TERISI.value]
    lama = lalu.realisasi[lalu.realisasi["keadaan"] == Keadaan.TERISI.value][["nip", "kode", "realisasi"]]
    isi = isi.merge(lama, on=["nip", "kode"], suffixes=("", "_lalu"))
    berkas = b.masukan.berkas()
    for nama, kelompok in isi.groupby(berkas[isi["sumber"].to_numpy()] if len(isi) else []):
        sama = int((kelompok["realisasi"] == kelompok["realisasi_lalu"]).sum())
        if len(kelompok) >= _TERSALIN_PALING_SEDIKIT and sama >= _TERSALIN * len(kelompok):
            beda = kelompok[kelompok["realisasi"] != kelompok["realisasi_lalu"]]
            sel = ", ".join(letak_realisasi(b, baris).sel for _, baris in beda.iterrows())
            isian = (
                ("semua", angka.cetak_bilangan(len(kelompok))),
                ("lain", lalu.periode.nama),
                ("beda", f"hanya {len(beda)} sel berbeda ({sel})" if len(beda) else "tidak ada sel yang berbeda"),
            )
            persen = angka.cetak_angka(float(np.floor(1000 * sama / len(kelompok)) / 10))
            yield Temuan("W03", Letak(str(nama)), persen, isian)


def _datang_dan_pergi(b: Bahan, lalu: Lalu) -> Iterator[Temuan]:
    """Nobody leaves the list in silence: who is gone without a status that says why, and who is new."""
    if b.masukan.pegawai.empty:
        return
    ada = b.masukan.pegawai
    aktif = lalu.pegawai[~lalu.pegawai["status"].isin(["pensiun", "mutasi"])]
    nama = nama_orang(lalu.pegawai)
    for dinas, hilang in aktif[~aktif["nip"].isin(ada["nip"])].groupby("dinas", sort=True):
        yield Temuan("P08", _letak_dinas(b, str(dinas)), isian=_isian_orang(hilang, str(dinas), lalu, nama))
    for dinas, baru in ada[~ada["nip"].isin(lalu.pegawai["nip"])].groupby("dinas", sort=True):
        letak = b.masukan.letak(baru.iloc[0], "nip")
        yield Temuan("P09", letak, isian=_isian_orang(baru, str(dinas), lalu, b.nama))


def _isian_orang(orang: pd.DataFrame, dinas: str, lalu: Lalu, nama: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    siapa = sebut(orang["nip"].tolist(), nama)
    return (("jumlah", str(len(orang))), ("dinas", dinas), ("lain", lalu.periode.nama), ("siapa", siapa))


def _letak_dinas(b: Bahan, dinas: str) -> Letak:
    """The sheet that lists a dinas; nowhere, where none does any more."""
    orang = b.masukan.pegawai[b.masukan.pegawai["dinas"] == dinas]
    return replace(b.masukan.letak(orang.iloc[0], "nip"), sel="") if len(orang) else Letak()
