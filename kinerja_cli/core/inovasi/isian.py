"""What the ideas of a register fill in: new ideas, and the realisasi of the indicators that they name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np
import pandas as pd

from kinerja_cli.core import angka, skema
from kinerja_cli.core.aturan import Aturan, AturanInovasi, SyaratTahap
from kinerja_cli.core.hitung import di_luar_penilaian
from kinerja_cli.core.kolom import TAHAP, ringkas
from kinerja_cli.core.lembar import huruf_kolom, tempat_sel
from kinerja_cli.core.lingkup import bagian_untuk
from kinerja_cli.core.periode import Periode
from kinerja_cli.core.skema import Keadaan, Masukan
from kinerja_cli.core.temuan import Letak, Temuan, nama_terdekat

TINGKAT: Final = {tahap: tingkat for tingkat, tahap in enumerate(TAHAP, 1)}
"""The stages in order; an unknown one is 0."""
_SEMUA_DINAS: Final = frozenset({"semua", "semuadinas", "seluruhdinas", "semuaperangkatdaerah"})


def isi_dari_register(
    masukan: Masukan, berlaku: pd.DataFrame, aturan: Aturan, periode: Periode | None
) -> tuple[Masukan, tuple[Temuan, ...]]:
    """Add what the registers of the month fill in: rows of Ide Baru, and rows of Realisasi as values from elsewhere.

    An idea counts in the month of its date, without one in the month that is scored; once for each owner, at the highest
    stage whose evidence suffices. Realisasi is the number of a person's ideas that count; somebody without any gets 0 only
    where the register says that it is complete for the person's dinas.

    Args:
        masukan: the month's tables; registers of carried-over workbooks don't count.
        berlaku: which row of Indikator holds for whom.
        aturan: the rule set, with the stages at which an idea counts.
        periode: the month; None: not known, so that every idea counts.
    """
    bawaan = masukan.bawaan()
    register = [i for i, s in enumerate(masukan.sumber) if s.register and not s.bawaan]
    if not register:
        return masukan, ()
    semua = masukan.inovasi[~bawaan[masukan.inovasi["sumber"].to_numpy()] & (masukan.inovasi["nip"] != "")]
    inovasi, lain_bulan = _bulan_ini(masukan, semua, periode)
    temuan = [*lain_bulan, *_tanpa_bukti(masukan, inovasi, aturan.inovasi)]
    inovasi = inovasi.assign(
        judul=inovasi["uraian"].map(ringkas),
        tingkat=inovasi["tahap"].map(TINGKAT).fillna(0),
        ide=_terpenuhi(inovasi, aturan.inovasi.ide_baru),
        dihitung=_terpenuhi(inovasi, aturan.inovasi.realisasi),
        urutan=inovasi["sumber"].map(masukan.urutan_sumber()),
    )
    temuan += _tercatat_dua_kali(masukan, inovasi)
    ide = _sekali(inovasi[inovasi["ide"]], ["nip", "judul"])
    if not masukan.pegawai.empty:
        ide = ide[ide["nip"].isin(masukan.pegawai["nip"])]
    ide_baru = ide.assign(uraian=[_sebut(b) for _, b in ide.iterrows()])[list(skema.IDE_BARU)]
    hasil = masukan.ubah(ide_baru=pd.concat([masukan.ide_baru, ide_baru], ignore_index=True))
    if masukan.pegawai.empty or masukan.indikator.empty:
        return hasil, tuple(temuan)  # for whom an indicator holds isn't known, as when a file is checked alone
    pasangan = pd.DataFrame({"nip": berlaku["nip"], "kode": masukan.indikator["kode"].to_numpy()[berlaku["i"].to_numpy()]})
    berkode = _per_kode(semua)
    temuan += _kode_asing(masukan, berkode, pasangan)
    terhitung = _sekali(_per_kode(inovasi[inovasi["dihitung"]]), ["nip", "kode", "judul"]).merge(pasangan, on=["nip", "kode"])
    isi = [_jumlah(masukan, terhitung)]
    bisa_nol = pasangan[_bisa_nol(masukan, pasangan, aturan, periode)]
    for nomor in register:
        nol, salah = _nol(masukan, nomor, set(berkode.loc[berkode["sumber"] == nomor, "kode"]), bisa_nol)
        isi.append(nol)
        temuan += salah
    realisasi = pd.concat(isi, ignore_index=True).drop_duplicates(["nip", "kode"])
    temuan += _sebut_isian(masukan, realisasi)
    return hasil.ubah(realisasi=pd.concat([masukan.realisasi, realisasi], ignore_index=True)), tuple(temuan)


def _bulan_ini(masukan: Masukan, inovasi: pd.DataFrame, periode: Periode | None) -> tuple[pd.DataFrame, list[Temuan]]:
    """Part the ideas of the month from those of another, which are counted for each sheet."""
    if periode is None:
        return inovasi, []
    awal, akhir = pd.Timestamp(periode.hari_pertama), pd.Timestamp(periode.hari_terakhir)
    ini = inovasi["tanggal"].isna() | inovasi["tanggal"].between(awal, akhir)
    temuan = []
    for nomor, baris in inovasi[~ini].groupby("sumber")["baris"]:
        sumber = masukan.sumber[int(str(nomor))]
        isian = (("jumlah", angka.cetak_bilangan(baris.nunique())), ("periode", periode.nama))
        temuan.append(Temuan("V06", Letak(sumber.berkas, sumber.lembar), isian=isian))
    return inovasi[ini], temuan


def _terpenuhi(inovasi: pd.DataFrame, syarat: SyaratTahap) -> pd.Series[bool]:
    cukup = inovasi["tahap"].isin(syarat.tahap)
    return cukup & (inovasi["bukti"] != "") if syarat.perlu_bukti else cukup


def _tanpa_bukti(masukan: Masukan, inovasi: pd.DataFrame, aturan: AturanInovasi) -> Iterator[Temuan]:
    """Name the ideas that would count, had they evidence."""
    perlu = {t for s in (aturan.ide_baru, aturan.realisasi) if s.perlu_bukti for t in s.tahap}
    kurang = inovasi[inovasi["tahap"].isin(perlu) & (inovasi["bukti"] == "")]
    for (_, _), milik in kurang.groupby(["sumber", "baris"], sort=False):
        baris = milik.iloc[0]
        kolom = "bukti" if "bukti" in masukan.sumber[int(baris["sumber"])].huruf else "uraian"
        isian = (("tahap", str(baris["tahap"])),)
        yield Temuan("V04", masukan.letak(baris, kolom), str(baris["uraian"]), isian, nip=tuple(milik["nip"]))


def _tercatat_dua_kali(masukan: Masukan, inovasi: pd.DataFrame) -> Iterator[Temuan]:
    """Name an idea that stands twice for one owner, at the later of the two rows."""
    urut = inovasi.sort_values(["urutan", "baris"], kind="stable")
    pertama = urut.drop_duplicates(["nip", "judul"]).set_index(["nip", "judul"])
    ulang = urut[urut.duplicated(["nip", "judul"])]
    for (_, _), milik in ulang.groupby(["urutan", "baris"]):
        baris = milik.iloc[0]
        lain = masukan.letak(pertama.loc[(baris["nip"], baris["judul"])], "uraian")
        isian = (("lain", str(lain)),)
        yield Temuan("V03", masukan.letak(baris, "uraian"), str(baris["uraian"]), isian, nip=tuple(milik["nip"]))


def _sekali(inovasi: pd.DataFrame, kunci: list[str]) -> pd.DataFrame:
    """Take each key once: at its highest stage, the first of equal ones; the order of rows changes nothing."""
    urut = inovasi.sort_values(["tingkat", "urutan", "baris"], ascending=[False, True, True], kind="stable")
    return urut.drop_duplicates(kunci).sort_values(kunci, kind="stable")


def _sebut(baris: pd.Series[object]) -> str:
    """Name an idea with its stage and evidence."""
    bukti = f", bukti: {baris['bukti']}" if baris["bukti"] else ""
    return f"{baris['uraian']} ({baris['tahap']}{bukti})"


def _per_kode(inovasi: pd.DataFrame) -> pd.DataFrame:
    """One row an indicator that an idea names."""
    pecah = inovasi.assign(kode=[[k for s in kode.split(";") if (k := s.strip())] for kode in inovasi["kode"]])
    return pecah.explode("kode").dropna(subset="kode").astype({"kode": skema.TEKS})


def _kode_asing(masukan: Masukan, berkode: pd.DataFrame, pasangan: pd.DataFrame) -> Iterator[Temuan]:
    """Name the codes that no indicator has, and the owners to whom none of an idea's indicators applies."""
    dikenal = set(masukan.indikator["kode"])
    for (_, _, kode), milik in berkode[~berkode["kode"].isin(dikenal)].groupby(["sumber", "baris", "kode"], sort=False):
        letak = masukan.letak(milik.iloc[0], "kode")
        yield Temuan("R02", letak, str(kode), usul=nama_terdekat(str(kode), dikenal), nip=tuple(milik["nip"]))
    baris = ["sumber", "baris", "nip"]
    milik_orang = berkode[berkode["kode"].isin(dikenal) & berkode["nip"].isin(masukan.pegawai["nip"])]
    berlaku = pd.MultiIndex.from_frame(milik_orang[["nip", "kode"]]).isin(pd.MultiIndex.from_frame(pasangan))
    terpakai = pd.MultiIndex.from_frame(milik_orang.loc[berlaku, baris].drop_duplicates())
    sia_sia = milik_orang[~pd.MultiIndex.from_frame(milik_orang[baris]).isin(terpakai)]
    for (_, _, nip), satu in sia_sia.groupby(baris, sort=False):
        letak = masukan.letak(satu.iloc[0], "kode")
        yield Temuan("V07", letak, ", ".join(satu["kode"]), (("nip", str(nip)),), nip=(str(nip),))


def _jumlah(masukan: Masukan, terhitung: pd.DataFrame) -> pd.DataFrame:
    """Count the ideas of each person and indicator; the place is that of the first, and all are named."""
    kata = [f"{_sebut(b)} [{masukan.letak(b, 'uraian')}]" for _, b in terhitung.iterrows()]
    hasil = (
        terhitung.assign(kata=kata)
        .groupby(["nip", "kode"])
        .agg(realisasi=("judul", "size"), kata=("kata", "; ".join), sumber=("sumber", "first"), baris=("baris", "first"))
    )
    return _realisasi(
        hasil.reset_index(),
        keterangan="Register inovasi: " + hasil["kata"].to_numpy(dtype=object),
        kolom=[masukan.sumber[s].huruf["nip"] for s in hasil["sumber"]],
    )


def _bisa_nol(masukan: Masukan, pasangan: pd.DataFrame, aturan: Aturan, periode: Periode | None) -> np.ndarray:
    """Leave out who isn't scored, and what an office filed as not applying: there a blank isn't to become 0."""
    isi = masukan.kiriman()
    tidak = pd.MultiIndex.from_frame(isi.loc[isi["keadaan"] == Keadaan.TIDAK_BERLAKU.value, ["nip", "kode"]])
    hasil = ~pd.MultiIndex.from_frame(pasangan).isin(tidak)
    if periode is not None:
        hasil &= ~pasangan["nip"].isin(masukan.pegawai.loc[di_luar_penilaian(masukan.pegawai, aturan, periode), "nip"])
    return np.asarray(hasil, dtype=bool)


def _nol(masukan: Masukan, nomor: int, kode: set[str], pasangan: pd.DataFrame) -> tuple[pd.DataFrame, list[Temuan]]:
    """Give 0 to everybody of the dinas for which a register says that it is complete, for the indicators that it names."""
    sumber = masukan.sumber[nomor]
    teks, sel = sumber.lengkap
    tempat = tempat_sel(sel)
    temuan: list[Temuan] = []
    nip: set[str] = set()
    if tempat is None:
        return skema.kosong(skema.REALISASI), temuan
    letak = Letak(sumber.berkas, sumber.lembar, sel)
    ejaan = {ringkas(d): d for d in masukan.pegawai["dinas"].unique()}
    disebut = ejaan.keys() if ringkas(teks) in _SEMUA_DINAS else bagian_untuk(teks)
    for asing in sorted(disebut - ejaan.keys()):
        kata = next(s.strip() for s in teks.split(";") if ringkas(s) == asing)
        isian = (("sebab", "nama itu bukan dinas di tabel Pegawai"),)
        temuan.append(Temuan("V08", letak, kata, isian, nama_terdekat(kata, ejaan.values())))
    if not kode:
        temuan.append(Temuan("V08", letak, teks, (("sebab", "kolom Indikator tidak menyebut satu kode pun"),)))
    nip = set(masukan.pegawai.loc[masukan.pegawai["dinas"].map(ringkas).isin(disebut), "nip"])
    baris, kolom = tempat
    dapat = pasangan[pasangan["nip"].isin(nip) & pasangan["kode"].isin(kode)]
    dapat = dapat.assign(realisasi=0, sumber=nomor, baris=baris + 1)
    kata = "Register inovasi lengkap, tanpa inovasi yang dihitung bulan ini"
    return _realisasi(dapat, keterangan=kata, kolom=huruf_kolom(kolom)), temuan


def _realisasi(isi: pd.DataFrame, **kolom: object) -> pd.DataFrame:
    tetap = {"keadaan": Keadaan.TERISI.value, "target": np.nan, "nama": ""}
    return isi.assign(**tetap, **kolom)[list(skema.REALISASI)].astype(dict(skema.REALISASI))


def _sebut_isian(masukan: Masukan, realisasi: pd.DataFrame) -> Iterator[Temuan]:
    """Say how many people each register gives a realisasi of which indicator."""
    for (nomor, kode), milik in realisasi.groupby(["sumber", "kode"]):
        sumber = masukan.sumber[int(nomor)]
        nol = int((milik["realisasi"] == 0).sum())
        isian = (
            ("jumlah", angka.cetak_bilangan(len(milik))),
            ("nol", f", {angka.cetak_bilangan(nol)} di antaranya dengan 0" if nol else ""),
        )
        yield Temuan("V05", Letak(sumber.berkas, sumber.lembar), str(kode), isian)


def mundur(masukan: Masukan, lalu: pd.DataFrame, bulan: Periode) -> Iterator[Temuan]:
    """Name the ideas that stand at an earlier stage than in the month before.

    Args:
        masukan: this month's tables.
        lalu: that month's register: nip, uraian, tahap.
        bulan: which month that was.
    """
    kini, dulu = (_tertinggi(t) for t in (masukan.inovasi, lalu))
    pasangan = kini.merge(dulu, on=["nip", "judul"], suffixes=("", "_dulu"))
    for (_, _), milik in pasangan[pasangan["tingkat"] < pasangan["tingkat_dulu"]].groupby(["sumber", "baris"], sort=False):
        baris = milik.iloc[0]
        isian = (("tahap", str(baris["tahap"])), ("dulu", str(baris["tahap_dulu"])), ("lain", bulan.nama))
        yield Temuan("V02", masukan.letak(baris, "tahap"), str(baris["uraian"]), isian, nip=tuple(milik["nip"]))


def _tertinggi(inovasi: pd.DataFrame) -> pd.DataFrame:
    """Give each owner's ideas at the highest stage that stands in a register."""
    tabel = inovasi.assign(judul=inovasi["uraian"].map(ringkas), tingkat=inovasi["tahap"].map(TINGKAT).fillna(0))
    tabel = tabel[(tabel["nip"] != "") & (tabel["tingkat"] > 0)]
    return tabel.sort_values("tingkat", ascending=False, kind="stable").drop_duplicates(["nip", "judul"])
