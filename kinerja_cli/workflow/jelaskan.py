"""One person's score as a sum that can be checked with a pocket calculator."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from kinerja_cli.core.kolom import ringkas
from kinerja_cli.core.laporan import Konteks, OrangRinci
from kinerja_cli.core.nip import rapikan
from kinerja_cli.core.periode import Periode
from kinerja_cli.core.simpanan import kolom_dari_csv
from kinerja_cli.core.skema import TEKS
from kinerja_cli.core.temuan import nama_terdekat
from kinerja_cli.core.tepi import Tepi, di_tepi
from kinerja_cli.errors import KinerjaError
from kinerja_cli.store import RuangKerja
from kinerja_cli.workflow.isi import baca_hasil, urai_simpanan, wajib_ada
from kinerja_cli.workflow.ruang import pilih_periode, setelan_ruang
from kinerja_cli.workflow.tersimpan import bila_rusak

_BERKAS = ("aturan.toml", "inovasi.toml", "nilai.csv", "rincian.csv", "aspek.csv", "penugasan.csv", "temuan.csv")


@dataclass(frozen=True)
class Penjelasan:
    """The people that a name or NIP fits, one to explain or several to choose from; ``tepi`` are those near a line."""

    konteks: Konteks
    orang: tuple[OrangRinci, ...]
    tepi: Mapping[str, Tepi]


def jelaskan(ruang: RuangKerja, siapa: str, periode: Periode | None) -> Penjelasan:
    """Find a person in a saved period by NIP or by part of the name, case and punctuation aside.

    Raises:
        KinerjaError: nobody fits; the near name is proposed.
    """
    dicari = pilih_periode(ruang, periode)
    simpanan = wajib_ada(ruang.baca_sebagian(dicari, _BERKAS), dicari)
    with bila_rusak(simpanan):
        daftar = kolom_dari_csv(simpanan.berkas["nilai.csv"], {"nip": TEKS, "nama": TEKS}, "nilai.csv")
    cocok = _cari(daftar, siapa)
    if cocok.empty:
        calon = [t for nip, nama in daftar.itertuples(index=False) for t in (nama, nama.partition(",")[0], nip)]
        usul = nama_terdekat(siapa, calon)
        raise KinerjaError(
            f"“{siapa}” tidak ada di periode {dicari}.",
            f"Maksud Anda “{usul}”?" if usul else "Tulis NIP (18 digit) atau sebagian namanya.",
        )
    isi = urai_simpanan(ruang, simpanan, setelan_ruang(ruang), baca_hasil(simpanan, cocok["nip"].tolist()))
    tepi = di_tepi(isi.hasil, isi.konteks.aturan, isi.ambang_tepi)
    return Penjelasan(isi.konteks, isi.rinci(isi.orang), {t.nip: t for t in tepi})


def _cari(daftar: pd.DataFrame, siapa: str) -> pd.DataFrame:
    """Find a NIP, else a whole name, else a part of one."""
    cocok = daftar[daftar["nip"] == rapikan(siapa)]
    nama = ringkas(siapa)
    if cocok.empty and nama:
        ringkasan = daftar["nama"].map(ringkas)
        cocok = daftar[ringkasan == nama]
        if cocok.empty:
            cocok = daftar[ringkasan.str.contains(nama, regex=False)]
    return cocok
