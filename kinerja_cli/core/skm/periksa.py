"""What is odd about a survey as a whole: answers all alike, people twice, totals that don't agree, too few people."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import pandas as pd

from kinerja_cli.core import angka
from kinerja_cli.core.kolom import ringkas
from kinerja_cli.core.skm.aturan import AturanSkm
from kinerja_cli.core.skm.hitung import IndeksSkm, bulatkan, hitung_indeks, jumlah_tertimbang, sampel_minimum
from kinerja_cli.core.skm.survei import TANPA_JAWABAN, IndeksTercatat, Survei
from kinerja_cli.core.temuan import Letak, Temuan


def periksa_survei(survei: Survei, aturan: AturanSkm, populasi: int | None, bobot: Fraction | None) -> tuple[Temuan, ...]:
    """Run every check.

    Args:
        survei: the respondents.
        aturan: the survey's rules.
        populasi: how many people used the service, where it is known.
        bobot: the weight that the user states, None for the usual one.
    """
    return (
        *_seragam(survei, aturan),
        *_ganda(survei, aturan),
        *_jumlah_sendiri(survei, aturan, bobot),
        *_sampel(survei, aturan, populasi),
    )


def cetak_bobot(bobot: Fraction) -> str:
    """Print a weight: "1/9", or "0,111" where it is a rounded one."""
    if bobot.numerator == 1:
        return f"1/{bobot.denominator}"
    return angka.cetak_angka(float(bobot))


def _seragam(survei: Survei, aturan: AturanSkm) -> Iterator[Temuan]:
    """Respondents who gave every unsur the same score: honest where few, a form filled in at one go where many."""
    for nomor, sumber in enumerate(survei.sumber):
        isi = survei.responden[survei.responden["sumber"] == nomor]
        jawaban = isi[[u.id for u in aturan.unsur if u.id in sumber.huruf]]
        lengkap = jawaban[(jawaban != TANPA_JAWABAN).all(axis=1)]
        sama = lengkap[lengkap.nunique(axis=1) == 1]
        if len(isi) < aturan.seragam.paling_sedikit or 100 * len(sama) < aturan.seragam.persen * len(isi):
            continue
        baris = [str(b) for b in isi.loc[sama.index, "baris"]]
        sebut = ", ".join(baris[:5]) + (f", dan {len(baris) - 5} lagi" if len(baris) > 5 else "")
        persen = angka.cetak_angka(100 * len(sama) // len(isi))
        isian = (("jumlah", angka.cetak_bilangan(len(sama))), ("semua", angka.cetak_bilangan(len(isi))), ("baris", sebut))
        yield Temuan("U05", Letak(sumber.berkas, sumber.lembar), persen, isian)


def _ganda(survei: Survei, aturan: AturanSkm) -> Iterator[Temuan]:
    """The same person twice: one telephone, or one name or number with the same answers, for one service."""
    r = survei.responden
    jawaban = [u.id for u in aturan.unsur]
    kunci: tuple[tuple[str, pd.Series[str], list[str]], ...] = (
        ("telepon", r["telepon"].map(ringkas), []),
        ("nama", r["nama"].map(ringkas), jawaban),
        ("nomor", r["nomor"].map(ringkas), ["nama", "sumber", *jawaban]),
    )
    sudah: set[int] = set()
    for nama, isi, lain in kunci:
        milik = r[["layanan", *lain]].assign(kunci=isi)[isi != ""]
        for _, kelompok in milik[milik.duplicated(keep=False)].groupby(list(milik.columns), sort=False):
            pertama, *berikut = kelompok.index
            for i in berikut:
                if i not in sudah:
                    sudah.add(i)
                    isian = (("lain", str(survei.letak(r.loc[pertama], nama))), ("apa", _SEBUTAN[nama]))
                    yield Temuan("U06", survei.letak(r.loc[i], nama), str(r.loc[i, nama]), isian)


_SEBUTAN = {"telepon": "Nomor telepon", "nama": "Nama dan semua jawaban", "nomor": "Nomor responden dan semua jawaban"}


def _jumlah_sendiri(survei: Survei, aturan: AturanSkm, bobot: Fraction | None) -> Iterator[Temuan]:
    """Compare the index that a workbook states with that of its own respondents, by this weight and the usual others."""
    for t in survei.tercatat:
        isi = survei.responden[survei.responden["sumber"] == t.sumber]
        milik = hitung_indeks(isi, aturan, bobot=bobot)
        if milik.nilai is None or bulatkan(t.nilai) == milik.nilai:
            continue
        yield _beda(t, milik, aturan)


def _beda(t: IndeksTercatat, milik: IndeksSkm, aturan: AturanSkm) -> Temuan:
    assert milik.nilai is not None
    nrr = [u.nrr for u in milik.unsur]
    isian = (("hitungan", angka.cetak_persen(milik.nilai)), ("bobot", cetak_bobot(milik.bobot)))
    for lain in (Fraction(1, len(nrr)), *aturan.bobot_lain):
        if lain != milik.bobot and bulatkan(jumlah_tertimbang(nrr, lain, aturan)) == bulatkan(t.nilai):
            return Temuan("U07", t.letak, angka.cetak_persen(bulatkan(t.nilai)), (*isian, ("bobot_lain", cetak_bobot(lain))))
    return Temuan("U08", t.letak, angka.cetak_persen(bulatkan(t.nilai)), isian)


def _sampel(survei: Survei, aturan: AturanSkm, populasi: int | None) -> Iterator[Temuan]:
    if populasi is None:
        return
    perlu, ada = sampel_minimum(populasi, aturan.sampel), len(survei.responden)
    if ada < perlu:
        isian = (("perlu", perlu), ("kurang", perlu - ada), ("populasi", populasi))
        cetak = tuple((nama, angka.cetak_bilangan(n)) for nama, n in isian)
        yield Temuan("U09", nilai=angka.cetak_bilangan(ada), isian=cetak)
