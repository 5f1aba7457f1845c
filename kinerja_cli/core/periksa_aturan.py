"""The checks that a rule set asks for: its dates, the Perilaku sheet, and what of the input it doesn't use."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import numpy as np
import pandas as pd

from kinerja_cli.core import skema
from kinerja_cli.core.angka import bagi_setengah_ke_atas, cetak_angka, cetak_bilangan, cetak_persen
from kinerja_cli.core.aturan import DIBERIKAN
from kinerja_cli.core.kata_aturan import masa_berlaku
from kinerja_cli.core.kolom import JUDUL
from kinerja_cli.core.penilaian import baca_penilaian, seperseratus
from kinerja_cli.core.periksa import Bahan, sebut
from kinerja_cli.core.temuan import Letak, Temuan, nama_terdekat


def periksa_aturan(bahan: Bahan) -> tuple[Temuan, ...]:
    """Run every check of this module."""
    return tuple(temuan for cek in _PEMERIKSAAN for temuan in cek(bahan))


def _di_luar_masa(b: Bahan) -> Iterator[Temuan]:
    if b.periode and not b.aturan.berlaku_pada(b.periode.hari_pertama, b.periode.hari_terakhir):
        yield Temuan("A01", Letak(), b.periode.nama, (("aturan", b.aturan.id), ("masa", masa_berlaku(b.aturan))))


def _tidak_dipakai(b: Bahan) -> Iterator[Temuan]:
    """Name what was filed and doesn't count under this rule set."""
    a, isi = b.aturan, b.masukan.perilaku
    if not a.pakai_bobot and len(b.masukan.indikator):
        yield _tak_dipakai(b, b.masukan.indikator.iloc[0], "bobot")
    terpakai = {
        "perilaku": a.perlu_perilaku,
        "hasil_kerja": a.matriks is not None and a.matriks.cara == DIBERIKAN,
        "tambahan": a.tambahan is not None,
        **dict.fromkeys(skema.BERAKHLAK, a.perilaku is not None),
    }
    for kolom, dipakai in terpakai.items():
        terisi = _terisi(isi, kolom)
        if not dipakai and terisi.any():
            yield _tak_dipakai(b, isi[terisi].iloc[0], kolom)
    terbaik = b.masukan.indikator[b.masukan.indikator["terbaik"].notna()]
    if not a.pita and len(terbaik):
        yield _tak_dipakai(b, terbaik.iloc[0], "terbaik")


def _tak_dipakai(b: Bahan, baris: pd.Series[object], kolom: str) -> Temuan:
    return Temuan("K11", b.masukan.letak(baris, kolom), JUDUL[kolom], (("aturan", b.aturan.id),))


def _terisi(isi: pd.DataFrame, kolom: str) -> pd.Series[bool]:
    if kolom == "perilaku":
        return isi["perilaku"].notna() | (isi["perilaku_kata"] != "")
    return isi[kolom] != "" if kolom == "hasil_kerja" else isi[kolom].notna()


def _angka_wajar(b: Bahan) -> Iterator[Temuan]:
    """Numbers of perilaku and additional work lie in their range and have at most two decimals."""
    a, isi = b.aturan, b.masukan.perilaku
    batas: dict[str, tuple[int, int]] = {}
    if a.perilaku:
        batas = dict.fromkeys(("perilaku", *skema.BERAKHLAK), (a.perilaku.paling_rendah, a.perilaku.paling_tinggi))
    if a.tambahan:
        batas["tambahan"] = (0, a.tambahan.nilai)
    for kolom, (dari, sampai) in batas.items():
        nilai, tepat = seperseratus(isi[kolom].to_numpy(dtype=np.float64))
        ada = isi[kolom].notna().to_numpy()
        for i in np.flatnonzero(ada & (~tepat | (nilai < dari) | (nilai > sampai))):
            baris, teks = isi.iloc[i], cetak_angka(isi[kolom].iloc[i])
            letak = b.masukan.letak(baris, kolom)
            if not tepat[i]:
                yield Temuan("K08", letak, teks, (("kolom", JUDUL[kolom]),))
            elif kolom == "tambahan" and nilai[i] > sampai:
                siapa = sebut([str(baris["nip"])], b.nama)
                yield Temuan("K10", letak, teks, (("batas", cetak_persen(sampai)), ("siapa", siapa)))
            else:
                isian = (("kolom", JUDUL[kolom]), ("dari", cetak_persen(dari)), ("sampai", cetak_persen(sampai)))
                yield Temuan("K01", letak, teks, isian)


def _tujuh_nilai(b: Bahan) -> Iterator[Temuan]:
    """The seven values are all there or none is, and an overall number beside them is their mean."""
    if b.aturan.perilaku is None:
        return
    isi = b.masukan.perilaku
    terisi = isi[list(skema.BERAKHLAK)].notna().to_numpy()
    for i in np.flatnonzero(terisi.any(axis=1) & ~terisi.all(axis=1)):
        kosong = [k for k, ada in zip(skema.BERAKHLAK, terisi[i], strict=True) if not ada]
        isian = (("siapa", sebut([str(isi["nip"].iloc[i])], b.nama)),)
        yield Temuan("K07", b.masukan.letak(isi.iloc[i], kosong[0]), ", ".join(JUDUL[k] for k in kosong), isian)
    tujuh, tepat = seperseratus(isi[list(skema.BERAKHLAK)].to_numpy(dtype=np.float64))
    satu, ada_satu = seperseratus(isi["perilaku"].to_numpy(dtype=np.float64))
    rata = bagi_setengah_ke_atas(tujuh.sum(axis=1), np.full(len(isi), len(skema.BERAKHLAK)))
    for i in np.flatnonzero(tepat.all(axis=1) & ada_satu & (rata != satu)):
        letak = b.masukan.letak(isi.iloc[i], "perilaku")
        yield Temuan("K09", letak, cetak_angka(isi["perilaku"].iloc[i]), (("lain", cetak_persen(int(rata[i]))),))


def _sebutan(b: Bahan) -> Iterator[Temuan]:
    """Ratings are words that the rule set knows; a number where it wants a word, or the reverse, is said to be so."""
    a, isi = b.aturan, b.masukan.perilaku
    if a.perilaku:
        for _, baris in isi[isi["perilaku_kata"] != ""].iterrows():
            isian = (("aturan", a.id), ("perlu", "nilai perilaku berupa angka"))
            yield Temuan("K06", b.masukan.letak(baris, "perilaku"), str(baris["perilaku_kata"]), isian)
    if a.matriks is None:
        return
    for _, baris in isi[isi["perilaku"].notna()].iterrows():
        isian = (("aturan", a.id), ("perlu", "sebutan perilaku berupa kata"))
        yield Temuan("K06", b.masukan.letak(baris, "perilaku"), cetak_angka(baris["perilaku"]), isian)
    pilihan = [e.nama for e in a.matriks.ekspektasi]
    ejaan = [*pilihan, *(s for e in a.matriks.ekspektasi for s in e.sama_dengan)]
    for kolom, judul in (("perilaku_kata", "perilaku"), ("hasil_kerja", "hasil_kerja")):
        for teks in isi.loc[isi[kolom] != "", kolom].unique():
            if a.matriks.sebutan(teks) or (kolom == "hasil_kerja" and a.matriks.cara != DIBERIKAN):
                continue
            for _, baris in isi[isi[kolom] == teks].iterrows():
                isian = (("kolom", JUDUL[judul]), ("pilihan", ", ".join(pilihan)))
                yield Temuan("K02", b.masukan.letak(baris, judul), teks, isian, nama_terdekat(teks, ejaan))


def _belum_ada(b: Bahan) -> Iterator[Temuan]:
    """People of whom the rater hasn't said what the rule set needs; by dinas. What was said wrongly is told elsewhere."""
    if not b.aturan.perlu_perilaku:
        return
    isi = b.masukan.perilaku
    laku = np.logical_or.reduce([_terisi(isi, kolom) for kolom in ("perilaku", *skema.BERAKHLAK)])
    ada = (isi["nip"][laku], isi["nip"][_terisi(isi, "hasil_kerja")])
    orang = b.dinilai[b.dinilai["dinas"].isin(b.ditunggu)].drop_duplicates("nip")
    kurang = baca_penilaian(isi, orang["nip"], b.aturan).kurang(b.aturan)
    for apa, mana, terisi in zip(("perilaku", "sebutan hasil kerja"), kurang, ada, strict=True):
        for dinas, kelompok in orang[mana & ~orang["nip"].isin(terisi)].groupby("dinas", sort=True):
            siapa = sebut(kelompok["nip"].tolist(), b.nama)
            isian = (("jumlah", cetak_bilangan(len(kelompok))), ("dinas", str(dinas)), ("siapa", siapa), ("apa", apa))
            yield Temuan("K05", b.masukan.letak(kelompok.iloc[0], "nip"), isian=isian)


def _aspek_setugas(b: Bahan) -> Iterator[Temuan]:
    """Where aspects count equally within a task, a task has each aspect once."""
    if b.aturan.pakai_bobot or b.berlaku.empty:
        return
    isi = b.masukan.indikator[["indikator", "aspek"]].iloc[b.berlaku["i"].to_numpy()]
    isi = pd.DataFrame(
        {
            "nip": b.berlaku["nip"].to_numpy(),
            "i": b.berlaku["i"].to_numpy(),
            "tugas": isi["indikator"].str.casefold().to_numpy(),
            "aspek": isi["aspek"].str.casefold().to_numpy(),
        }
    )
    for i, kelompok in isi[isi.duplicated(["nip", "tugas", "aspek"])].groupby("i"):
        baris = b.masukan.indikator.iloc[int(str(i))]
        nip = tuple(kelompok["nip"])
        isian = (("aspek", str(baris["aspek"])), ("siapa", sebut(nip, b.nama)))
        yield Temuan("A04", b.masukan.letak(baris, "kode"), str(baris["indikator"]), isian, nip=nip)


_PEMERIKSAAN: tuple[Callable[[Bahan], Iterable[Temuan]], ...] = (
    _di_luar_masa,
    _tidak_dipakai,
    _angka_wajar,
    _tujuh_nilai,
    _sebutan,
    _belum_ada,
    _aspek_setugas,
)
