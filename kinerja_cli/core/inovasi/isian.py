"""What the ideas of a register fill in: new ideas, and the realisasi of the indicators that they name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

import numpy as np
import pandas as pd

from kinerja_cli.core import angka, skema
from kinerja_cli.core.aturan import Aturan, SyaratTahap
from kinerja_cli.core.hitung import di_luar_penilaian
from kinerja_cli.core.inovasi.periksa import TINGKAT, kode_asing, tanpa_bukti, tercatat_dua_kali
from kinerja_cli.core.kolom import ringkas
from kinerja_cli.core.lembar import huruf_kolom, tempat_sel
from kinerja_cli.core.lingkup import bagian_untuk
from kinerja_cli.core.periode import Periode
from kinerja_cli.core.skema import Keadaan, Masukan
from kinerja_cli.core.temuan import Letak, Temuan, nama_terdekat

_BUKAN_DINAS: Final = "nama itu bukan dinas di tabel Pegawai"
_TANPA_KODE: Final = "kolom Indikator tidak menyebut satu kode pun"
_PEMILIK_ASING: Final = "ada pemilik yang tidak dikenal dari NIP-nya"
_NASIHAT: Final[Mapping[str, str]] = {
    _BUKAN_DINAS: "Tulis nama dinasnya seperti di tabel Pegawai",
    _TANPA_KODE: "Isi kolom Indikator dengan kode yang diisi register ini",
    _PEMILIK_ASING: "Betulkan dulu NIP pemiliknya",
}
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
    register = [i for i, s in enumerate(masukan.sumber) if s.register and not s.bawaan]
    if not register:
        return masukan, ()
    semua = masukan.inovasi[masukan.inovasi["sumber"].isin(register) & (masukan.inovasi["nip"] != "")]
    inovasi, temuan = _bulan_ini(masukan, semua, periode)
    inovasi = inovasi.assign(
        judul=inovasi["uraian"].map(ringkas),
        tingkat=inovasi["tahap"].map(TINGKAT).fillna(0),
        sebutan=_sebut(inovasi),
        urutan=inovasi["sumber"].map(masukan.urutan_sumber()),
    )
    temuan += (*tanpa_bukti(masukan, inovasi, aturan.inovasi), *tercatat_dua_kali(masukan, inovasi))
    ide = _sekali(_yang_memenuhi(inovasi, aturan.inovasi.ide_baru), ["nip", "judul"])
    if not masukan.pegawai.empty:
        ide = ide[ide["nip"].isin(masukan.pegawai["nip"])]
    ide_baru = pd.concat([masukan.ide_baru, ide.assign(uraian=ide["sebutan"])[list(skema.IDE_BARU)]], ignore_index=True)
    if masukan.pegawai.empty or masukan.indikator.empty:  # as when a file is checked alone
        return masukan.ubah(ide_baru=ide_baru), tuple(temuan)
    pasangan = pd.DataFrame({"nip": berlaku["nip"], "kode": masukan.indikator["kode"].to_numpy()[berlaku["i"].to_numpy()]})
    berkode = _per_kode(semua)
    terhitung = _per_kode(_yang_memenuhi(inovasi, aturan.inovasi.realisasi)).merge(pasangan, on=["nip", "kode"])
    bisa_nol = pasangan[_bisa_nol(masukan, pasangan, aturan, periode)]
    nol = [_nol(masukan, i, set(berkode.loc[berkode["sumber"] == i, "kode"]), bisa_nol) for i in register]
    isi = [_jumlah(masukan, _sekali(terhitung, ["nip", "kode", "judul"])), *(satu for satu, _ in nol)]
    realisasi = pd.concat(isi, ignore_index=True).drop_duplicates(["nip", "kode"])
    temuan += (*kode_asing(masukan, berkode, pasangan), *(t for _, salah in nol for t in salah))
    temuan += _sebut_isian(masukan, realisasi)
    semua_realisasi = pd.concat([masukan.realisasi, realisasi], ignore_index=True)
    return masukan.ubah(ide_baru=ide_baru, realisasi=semua_realisasi), tuple(temuan)


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


def _yang_memenuhi(inovasi: pd.DataFrame, syarat: SyaratTahap) -> pd.DataFrame:
    cukup = inovasi["tahap"].isin(syarat.tahap)
    return inovasi[cukup & (inovasi["bukti"] != "") if syarat.perlu_bukti else cukup]


def _sebut(inovasi: pd.DataFrame) -> pd.Series[str]:
    """Name ideas with their stage and evidence."""
    bukti = (", bukti: " + inovasi["bukti"]).where(inovasi["bukti"] != "", "")
    return inovasi["uraian"] + " (" + inovasi["tahap"] + bukti + ")"


def _sekali(inovasi: pd.DataFrame, kunci: list[str]) -> pd.DataFrame:
    """Take each key once: at its highest stage, the first of equal ones; the order of rows changes nothing."""
    urut = inovasi.sort_values(["tingkat", "urutan", "baris"], ascending=[False, True, True], kind="stable")
    return urut.drop_duplicates(kunci).sort_values(kunci, kind="stable")


def _per_kode(inovasi: pd.DataFrame) -> pd.DataFrame:
    """One row an indicator that an idea names."""
    pecah = inovasi.assign(kode=[[k for s in kode.split(";") if (k := s.strip())] for kode in inovasi["kode"]])
    return pecah.explode("kode").dropna(subset="kode").astype({"kode": skema.TEKS})


def _jumlah(masukan: Masukan, terhitung: pd.DataFrame) -> pd.DataFrame:
    """Count the ideas of each person and indicator; the place is that of the first, and all are named."""
    tempat = zip(terhitung["sumber"].tolist(), terhitung["baris"].tolist(), strict=True)
    kata = terhitung["sebutan"] + [f" [{masukan.letak(satu, 'uraian')}]" for satu in tempat]
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
    isi = isi[~masukan.bawaan()[isi["sumber"].to_numpy()]]
    tidak = pd.MultiIndex.from_frame(isi.loc[isi["keadaan"] == Keadaan.TIDAK_BERLAKU.value, ["nip", "kode"]])
    hasil = ~pd.MultiIndex.from_frame(pasangan).isin(tidak)
    if periode is not None:
        hasil &= ~pasangan["nip"].isin(masukan.pegawai.loc[di_luar_penilaian(masukan.pegawai, aturan, periode), "nip"])
    return np.asarray(hasil, dtype=bool)


def _nol(masukan: Masukan, nomor: int, kode: set[str], pasangan: pd.DataFrame) -> tuple[pd.DataFrame, tuple[Temuan, ...]]:
    """Give 0 to everybody of the dinas for which a register says that it is complete, for the indicators that it names."""
    sumber = masukan.sumber[nomor]
    teks, sel = sumber.lengkap
    tempat = tempat_sel(sel)
    if tempat is None:
        return skema.kosong(skema.REALISASI), ()
    baris, kolom = tempat
    ejaan = {ringkas(d): d for d in masukan.pegawai["dinas"].unique()}
    disebut = ejaan.keys() if ringkas(teks) in _SEMUA_DINAS else bagian_untuk(teks)
    salah = [(s.strip(), _BUKAN_DINAS) for s in teks.split(";") if ringkas(s) in disebut - ejaan.keys()]
    if not kode:
        salah.append((teks, _TANPA_KODE))
    if not masukan.inovasi.loc[masukan.inovasi["sumber"] == nomor, "nip"].isin(masukan.pegawai["nip"]).all():
        salah.append((teks, _PEMILIK_ASING))  # one of those without an idea may be the one who is meant
        disebut = frozenset()
    letak = Letak(sumber.berkas, sumber.lembar, sel)
    temuan = tuple(
        Temuan("V08", letak, s, (("sebab", a), ("nasihat", _NASIHAT[a])), nama_terdekat(s, ejaan.values())) for s, a in salah
    )
    nip = masukan.pegawai.loc[masukan.pegawai["dinas"].map(ringkas).isin(disebut), "nip"]
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
