"""Which indicators hold for whom (RANCANGAN 3, Scope)."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import numpy as np
import pandas as pd

from kinerja_cli.core import angka
from kinerja_cli.core.kolom import JUDUL, ringkas
from kinerja_cli.core.skema import Masukan
from kinerja_cli.core.temuan import Temuan

ISI_INDIKATOR = ("kode", "indikator", "aspek", "bobot", "arah", "target", "target_atas", "satuan", "terbaik")
"""What makes two indicator rows the same row."""


def berlaku(masukan: Masukan) -> tuple[pd.DataFrame, tuple[Temuan, ...]]:
    """Find for each person the rows of Indikator that hold for them.

    A row holds for the people of the Realisasi sheets in its own workbook (for everybody, where that workbook has none),
    narrowed by Berlaku Untuk. A carried-over row holds only for who has no row of the new month. Equal rows count once;
    two different ones with one code for one person are a GALAT (I06).

    Args:
        masukan: tables with the realisasi of carried-over workbooks still in them: they tell the scope.

    Returns:
        Columns ``nip`` and ``i`` (position in ``masukan.indikator``), one row a pair; and the findings.
    """
    indikator, pegawai = masukan.indikator, masukan.pegawai
    if indikator.empty or pegawai.empty:
        return pd.DataFrame({"nip": pd.Series(dtype="str"), "i": pd.Series(dtype="int64")}), ()
    berkas = masukan.berkas()
    baris = pd.DataFrame({"i": np.arange(len(indikator)), "berkas": berkas[indikator["sumber"].to_numpy()]})
    orang = pegawai["nip"].drop_duplicates()
    pengisi = masukan.realisasi[["nip", "sumber"]].drop_duplicates()
    pengisi = pengisi.assign(berkas=berkas[pengisi["sumber"].to_numpy()]).drop_duplicates(["nip", "berkas"])
    terbatas = baris["berkas"].isin(pengisi["berkas"])
    pasangan = pd.concat(
        [
            baris[terbatas].merge(pengisi[pengisi["nip"].isin(orang)], on="berkas")[["nip", "i"]],
            baris.loc[~terbatas, ["i"]].merge(orang.to_frame(), how="cross")[["nip", "i"]],
        ],
        ignore_index=True,
    )
    pasangan = _persempit(pasangan, masukan)
    pasangan = _yang_terbaru(pasangan, masukan)
    return _satu_kode(pasangan, masukan)


def ganti_indikator(
    masukan: Masukan, pasangan: pd.DataFrame, lain: Masukan
) -> tuple[Masukan, pd.DataFrame, tuple[Temuan, ...]]:
    """Let the rows of another Indikator sheet stand in for those with the same code, where Berlaku Untuk allows it.

    Who has a code, and which other codes they have, stays as it is.

    Args:
        masukan: the input.
        pasangan: which of its indicators hold for whom (:func:`berlaku`).
        lain: the other sheets; only their Indikator counts.

    Returns:
        The input with the other rows before its own, the new pairs, and the findings on the other rows.
    """
    sumber = (*masukan.sumber, *lain.sumber)
    baru = lain.indikator.assign(sumber=lain.indikator["sumber"] + len(masukan.sumber))
    pengganti, temuan = berlaku(Masukan(pegawai=masukan.pegawai, indikator=baru, sumber=sumber))
    semua = pd.concat([baru, masukan.indikator], ignore_index=True)
    kini = pasangan.assign(i=pasangan["i"] + len(baru))
    kini, pengganti = (p.assign(kode=semua["kode"].to_numpy()[p["i"].to_numpy()]) for p in (kini, pengganti))
    bersama = kini.merge(pengganti, on=["nip", "kode"], how="left", suffixes=("", "_lain"))
    i = bersama["i_lain"].fillna(bersama["i"]).astype("int64")
    return replace(masukan, indikator=semua, sumber=sumber), bersama[["nip"]].assign(i=i), temuan


def _persempit(pasangan: pd.DataFrame, masukan: Masukan) -> pd.DataFrame:
    """Keep the pairs that Berlaku Untuk allows: it names dinas or jabatan, ";" between several."""
    untuk = masukan.indikator["berlaku_untuk"]
    if not (untuk != "").any():
        return pasangan
    orang = masukan.pegawai.drop_duplicates("nip").set_index("nip")
    sebutan = {k: orang[k].map(ringkas) for k in ("dinas", "jabatan")}
    cocok = np.ones(len(pasangan), dtype=bool)
    baris = untuk.to_numpy()[pasangan["i"].to_numpy()]
    for teks in untuk[untuk != ""].unique():
        nama = bagian_untuk(teks)
        di_sini = baris == teks
        nip = pasangan.loc[di_sini, "nip"]
        cocok[di_sini] = sum(nip.map(s).isin(nama).to_numpy(dtype=int) for s in sebutan.values()) > 0
    return pasangan[cocok]


def bagian_untuk(teks: str) -> frozenset[str]:
    """Split Berlaku Untuk into its squeezed names."""
    return frozenset(r for bagian in teks.split(";") if (r := ringkas(bagian)))


def _yang_terbaru(pasangan: pd.DataFrame, masukan: Masukan) -> pd.DataFrame:
    lama = masukan.bawaan()[masukan.indikator["sumber"].to_numpy()][pasangan["i"].to_numpy()]
    punya_baru = pasangan["nip"].isin(pasangan["nip"][~lama])
    return pasangan[~(lama & punya_baru.to_numpy())]


def _satu_kode(pasangan: pd.DataFrame, masukan: Masukan) -> tuple[pd.DataFrame, tuple[Temuan, ...]]:
    indikator = masukan.indikator
    isi = indikator.groupby(list(ISI_INDIKATOR), dropna=False, sort=False).ngroup().to_numpy()
    tempat = np.argsort(np.lexsort(_urutan(masukan)))
    i = pasangan["i"].to_numpy()
    orang, _ = pd.factorize(pasangan["nip"], sort=True)  # whole numbers are sorted and compared faster than texts
    nomor_kode, _ = pd.factorize(indikator["kode"])
    pasangan = pasangan.assign(orang=orang, isi=isi[i], nomor=nomor_kode[i])
    pasangan = pasangan.iloc[np.lexsort((tempat[i], orang))].drop_duplicates(["orang", "isi"])
    pertama = pasangan.groupby(["orang", "nomor"], sort=False)["i"].transform("first")
    bentrok = pasangan[pasangan["i"] != pertama].assign(pertama=pertama)
    temuan = []
    for (satu, lain), kelompok in bentrok.groupby(["pertama", "i"]):
        a, b = indikator.iloc[int(satu)], indikator.iloc[int(lain)]
        beda = [JUDUL[k] for k in ISI_INDIKATOR if a[k] != b[k] and not (pd.isna(a[k]) and pd.isna(b[k]))]
        nip = tuple(kelompok["nip"])
        isian = (
            ("lain", str(masukan.letak(a, "kode"))),
            ("beda", ", ".join(beda)),
            ("siapa", f"{angka.cetak_bilangan(len(nip))} orang"),
        )
        temuan.append(Temuan("I06", masukan.letak(b, "kode"), b["kode"], isian, nip=nip))
    return pasangan.drop_duplicates(["orang", "nomor"])[["nip", "i"]].reset_index(drop=True), (
        *temuan,
        *_baris_ganda(masukan, isi),
    )


def _urutan(masukan: Masukan) -> tuple[np.ndarray, np.ndarray]:
    """Sort keys by file, sheet and row, so that the order in which files came changes nothing."""
    nama = [(s.berkas, s.lembar) for s in masukan.sumber]
    peringkat = {satu: n for n, satu in enumerate(sorted(set(nama)))}
    sumber = np.array([peringkat[satu] for satu in nama])[masukan.indikator["sumber"].to_numpy()]
    return masukan.indikator["baris"].to_numpy(), sumber


def _baris_ganda(masukan: Masukan, isi: np.ndarray) -> list[Temuan]:
    """Name the rows that stand twice on one sheet; equal rows of several files are how offices work."""
    indikator = masukan.indikator
    kunci = list(
        zip(isi.tolist(), indikator["sumber"].tolist(), indikator["berlaku_untuk"].map(ringkas).tolist(), strict=True)
    )
    jumlah = Counter(kunci)
    temuan = []
    pertama: dict[tuple[int, int, str], int] = {}
    for i, k in enumerate(kunci):
        if jumlah[k] > 1 and k in pertama:
            lain = str(masukan.letak(indikator.iloc[pertama[k]], "kode"))
            temuan.append(Temuan("I09", masukan.letak(indikator.iloc[i], "kode"), isian=(("lain", lain),)))
        pertama.setdefault(k, i)
    return temuan
