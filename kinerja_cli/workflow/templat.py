"""Workbooks to fill in, with the people and indicators of the latest saved period already in them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from kinerja_cli.core import skema
from kinerja_cli.core.laporan import nama_berkas
from kinerja_cli.core.periode import Periode
from kinerja_cli.core.simpanan import tabel_dari_csv
from kinerja_cli.core.temuan import nama_terdekat
from kinerja_cli.errors import KinerjaError
from kinerja_cli.store import RuangKerja, Simpanan, simpan_di
from kinerja_cli.workflow.ruang import pilih_aturan, setelan_ruang
from kinerja_cli.writers.templat import JENIS, IsiTemplat, templat

_TANPA_TEMPAT = ("sumber", "baris")


def tulis_templat(
    ruang: RuangKerja | None, jenis: str | None, tujuan: Path, dinas: str, periode: Periode | None
) -> tuple[Path, ...]:
    """Write one kind of template, or all.

    Args:
        ruang: the ruang kerja; none is needed.
        jenis: the kind; None for all.
        tujuan: the folder to write into.
        dinas: whose people and indicators are filled in; "" for everybody's.
        periode: the month to print on them.

    Raises:
        KinerjaError: an unknown kind or dinas, or the folder can't be written.
    """
    if jenis is not None and jenis not in JENIS:
        usul = nama_terdekat(jenis, JENIS)
        raise KinerjaError(
            f"Jenis templat “{jenis}” tidak dikenal.",
            f"Maksud Anda “{usul}”?" if usul else f"Yang ada: {', '.join(JENIS)}.",
        )
    isi = _isi(ruang, dinas, periode)
    akhiran = f" {nama_berkas([dinas])[dinas]}" if dinas else ""
    bulan = f" {periode.nama}" if periode else ""
    return tuple(
        simpan_di(tujuan, f"templat-{satu}{akhiran}{bulan}.xlsx", templat(satu, isi))
        for satu in ([jenis] if jenis else JENIS)
    )


def _isi(ruang: RuangKerja | None, dinas: str, periode: Periode | None) -> IsiTemplat:
    aturan = pilih_aturan(ruang, setelan_ruang(ruang).aturan, periode)
    semua = ruang.semua_periode() if ruang else ()
    simpanan = ruang.baca(semua[-1]) if ruang and semua else None
    if simpanan is None:
        kosong = pd.DataFrame({"nip": pd.Series(dtype="str"), "i": pd.Series(dtype="int64")})
        return IsiTemplat(periode, aturan, skema.kosong(skema.PEGAWAI), skema.kosong(skema.INDIKATOR), kosong, dinas)
    pegawai = _tabel(simpanan, "pegawai.csv", skema.PEGAWAI)
    indikator = _tabel(simpanan, "indikator.csv", skema.INDIKATOR)
    rincian = _tabel(simpanan, "rincian.csv", skema.RINCIAN)
    if dinas:
        nama = pegawai["dinas"].unique()
        if dinas not in nama:
            usul = nama_terdekat(dinas, nama)
            raise KinerjaError(
                f"Dinas “{dinas}” tidak ada.", f"Maksud Anda “{usul}”?" if usul else f"Yang ada: {'; '.join(nama)}."
            )
        pegawai = pegawai[pegawai["dinas"] == dinas].reset_index(drop=True)
    urutan = dict(zip(indikator["letak"], indikator.index, strict=True))
    rincian = rincian[rincian["nip"].isin(pegawai["nip"])]
    berlaku = pd.DataFrame({"nip": rincian["nip"], "i": rincian["letak_indikator"].map(urutan)}).reset_index(drop=True)
    if dinas:
        dipakai = sorted(berlaku["i"].unique())
        indikator = indikator.iloc[dipakai].reset_index(drop=True)
        berlaku["i"] = berlaku["i"].map({lama: baru for baru, lama in enumerate(dipakai)})
    return IsiTemplat(periode, aturan, pegawai, indikator, berlaku, dinas)


def _tabel(simpanan: Simpanan, nama: str, jenis: Mapping[str, str]) -> pd.DataFrame:
    return tabel_dari_csv(simpanan.berkas[nama], {k: v for k, v in jenis.items() if k not in _TANPA_TEMPAT}, nama)
