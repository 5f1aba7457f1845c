"""Opening a ruang kerja: its settings and its rule set."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kinerja_cli.core.aturan import Aturan, AturanSalah
from kinerja_cli.core.kata_aturan import masa_berlaku
from kinerja_cli.core.periode import Periode
from kinerja_cli.core.setelan import ISI_AWAL, Setelan
from kinerja_cli.core.temuan import nama_terdekat
from kinerja_cli.errors import KinerjaError
from kinerja_cli.readers.aturan import daftar_aturan
from kinerja_cli.readers.setelan import baca_setelan
from kinerja_cli.store import RuangKerja

_INSTANSI = "Pemerintah Kabupaten Bungo"
_TEMPAT = "Muara Bungo"


@dataclass(frozen=True)
class Pelaku:
    """Who runs a command and when; comes in from the command line."""

    siapa: str
    kini: dt.datetime

    def __str__(self) -> str:
        return f"{self.siapa} sejak {self.kini:%d/%m/%Y %H.%M}"


def cari_ruang(ruang: Path | None, kerja: Path) -> RuangKerja | None:
    """Find the ruang kerja: the named folder itself, else by walking up from the working folder; None: there is none."""
    return RuangKerja.di(ruang.absolute()) if ruang else RuangKerja.cari(kerja)


def wajib_ruang(ruang: Path | None, kerja: Path) -> RuangKerja:
    """Find the ruang kerja.

    Raises:
        KinerjaError: there is none.
    """
    ada = cari_ruang(ruang, kerja)
    if ada is None:
        raise KinerjaError(
            f"{ruang or kerja} bukan ruang kerja (tidak ada kinerja.toml).",
            "Jalankan “kinerja mulai” di folder yang hendak dipakai, atau sebut foldernya dengan --ruang.",
        )
    return ada


def buat_ruang(folder: Path) -> tuple[RuangKerja, bool]:
    """Make a ruang kerja; the second value tells whether it is new."""
    baru = not (folder / "kinerja.toml").exists()
    return RuangKerja.buat(folder, ISI_AWAL.format(instansi=_INSTANSI, tempat=_TEMPAT)), baru


def setelan_ruang(ruang: RuangKerja | None) -> Setelan:
    """Read the settings; the usual ones where there is no ruang kerja."""
    return baca_setelan(ruang.setelan()) if ruang else Setelan()


def semua_aturan(ruang: RuangKerja | None) -> dict[str, Aturan]:
    """Give every rule set that this ruang kerja knows, by id."""
    return daftar_aturan(ruang.folder_aturan() if ruang else ())


def pilih_aturan(ruang: RuangKerja | None, sebutan: str, periode: Periode | None = None) -> Aturan:
    """Give a rule set by id, or the one for a purpose that is in force in a period; with the variants of the settings.

    Raises:
        KinerjaError: there is no such rule set, none or several are in force, or a variant is unknown.
    """
    semua = semua_aturan(ruang)
    aturan = semua.get(sebutan) or _menurut_tujuan(semua, sebutan, periode)
    return terapkan_pilihan(aturan, setelan_ruang(ruang).pilihan)


def _menurut_tujuan(semua: Mapping[str, Aturan], tujuan: str, periode: Periode | None) -> Aturan:
    calon = [a for a in semua.values() if a.tujuan == tujuan]
    if not calon:
        dikenal = [*semua, *dict.fromkeys(a.tujuan for a in semua.values())]
        usul = nama_terdekat(tujuan, dikenal)
        ada = (
            f"Yang ada: {', '.join(sorted(semua))}; atau tujuannya: {', '.join(sorted({a.tujuan for a in semua.values()}))}."
        )
        raise KinerjaError(f"Aturan “{tujuan}” tidak dikenal.", f"Maksud Anda “{usul}”?" if usul else ada)
    cocok = [a for a in calon if periode is None or a.berlaku_pada(periode.hari_pertama, periode.hari_terakhir)]
    if len(cocok) == 1:
        return cocok[0]
    daftar = "; ".join(f"{a.id} ({masa_berlaku(a)})" for a in cocok or calon)
    kapan = f" pada {periode.nama}" if periode else ""
    apa = f"Ada {len(cocok)} aturan" if cocok else "Tidak ada aturan"
    raise KinerjaError(f"{apa} bertujuan “{tujuan}” yang berlaku{kapan}: {daftar}.", "Sebut id-nya, misalnya --aturan ID.")


def terapkan_pilihan(aturan: Aturan, pilihan: Mapping[str, str]) -> Aturan:
    """Give the rule set with the variants that the settings (or a saved period) name.

    Raises:
        KinerjaError: no such variant.
    """
    try:
        return aturan.dengan_pilihan(pilihan)
    except AturanSalah as e:
        raise KinerjaError(f"Aturan {aturan.id}: {e}.", "Betulkan [pilihan] di kinerja.toml.") from e


def pilih_periode(ruang: RuangKerja, periode: Periode | None) -> Periode:
    """Give the named period, or the latest that is saved.

    Raises:
        KinerjaError: nothing is saved yet, or not that period.
    """
    semua = ruang.semua_periode()
    if not semua:
        raise KinerjaError("Belum ada periode yang dihitung di ruang kerja ini.", "Jalankan “kinerja hitung BERKAS...”.")
    if periode is None:
        return semua[-1]
    if periode not in semua:
        raise KinerjaError(f"Periode {periode} belum dihitung.", f"Yang ada: {', '.join(map(str, semua))}.")
    return periode
