"""The recap of a year or a part of it, from the saved months; only reports are written, so the trail gets no line."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path

from kinerja_cli import __version__
from kinerja_cli.core.angka_kredit import dasar_angka_kredit, susun_angka_kredit
from kinerja_cli.core.laporan_rekap import Rekap
from kinerja_cli.core.periode import Rentang
from kinerja_cli.core.pola import Pola, dasar_pola
from kinerja_cli.core.rekap import Bulan, beri_saran, susun_rekap
from kinerja_cli.core.setelan import Setelan
from kinerja_cli.core.temuan import Temuan, ada_galat, nama_terdekat, urutkan
from kinerja_cli.errors import KinerjaError
from kinerja_cli.readers.pelengkap import baca_koefisien, baca_pola
from kinerja_cli.store import RuangKerja
from kinerja_cli.workflow.berkas import kumpulkan
from kinerja_cli.workflow.bulan_lalu import bulan_tersimpan
from kinerja_cli.workflow.ruang import Pelaku, setelan_ruang
from kinerja_cli.workflow.terbaca import baca
from kinerja_cli.writers.excel_rekap import buku_rekap_bulan
from kinerja_cli.writers.html import halaman_rekap

FORMAT = ("xlsx", "html")


@dataclass(frozen=True)
class HasilRekap:
    """The recap, the findings on its inputs, and its files; nothing is written where a finding is a GALAT.

    ``pemulihan`` says what an interrupted earlier call left to be tidied up.
    """

    rekap: Rekap
    temuan: tuple[Temuan, ...]
    folder: Path
    tertulis: tuple[str, ...]
    terbuka: tuple[str, ...]
    pemulihan: tuple[str, ...]


def pilih_rentang(tahun: int, triwulan: int | None, semester: int | None) -> Rentang:
    """Give the range that the options name.

    Raises:
        KinerjaError: there is no such quarter or half-year, or both are named.
    """
    if triwulan is not None and semester is not None:
        raise KinerjaError("--triwulan dan --semester tidak dapat dipakai bersama.", "Pilih salah satu.")
    for nama, ke, banyak in (("triwulan", triwulan, 4), ("semester", semester, 2)):
        if ke is not None and not 1 <= ke <= banyak:
            raise KinerjaError(f"Tidak ada {nama} {ke}.", f"Tulis 1 sampai {banyak}.")
    return Rentang(tahun, f"T{triwulan}" if triwulan else f"S{semester}" if semester else "")


def rekap_rentang(
    ruang: RuangKerja,
    rentang: Rentang,
    pelaku: Pelaku,
    angka_kredit: Path | None = None,
    format_: Collection[str] = FORMAT,
) -> HasilRekap:
    """Put the saved months of a range together and write the reports.

    Args:
        ruang: the ruang kerja.
        rentang: the year or the part of it.
        pelaku: who holds the ruang kerja meanwhile: a month that is just being saved must not look missing.
        angka_kredit: a workbook with NIP, Jenjang and the annual predikat; only with a whole year.
        format_: kinds of report to write, of :data:`FORMAT`.

    Raises:
        KinerjaError: no month of it is saved, a state file was changed, or the settings name an unknown predikat.
    """
    if angka_kredit and rentang.bagian:
        raise KinerjaError("Angka kredit dihitung setahun.", "Hapus --triwulan atau --semester.")
    setelan, pola = setelan_ruang(ruang), baca_pola()
    _periksa_organisasi(setelan, pola)
    with ruang.menulis(str(pelaku)) as pemulihan:
        rekap = susun_rekap(setelan.instansi, __version__, rentang, _bulan(ruang, rentang, setelan))
        rekap, temuan = beri_saran(rekap, setelan.organisasi, pola)
        if setelan.organisasi:
            rekap = replace(rekap, dasar=dasar_pola(pola))
        if angka_kredit:
            rekap, lain = _dengan_angka_kredit(rekap, angka_kredit)
            temuan = urutkan((*temuan, *lain))
        tertulis, terbuka = ((), ()) if ada_galat(temuan) else _tulis(ruang, rekap, format_, setelan.kertas)
    return HasilRekap(rekap, temuan, ruang.folder_laporan(rentang), tertulis, terbuka, pemulihan)


def _periksa_organisasi(setelan: Setelan, pola: Pola) -> None:
    for dinas, predikat in setelan.organisasi.items():
        if predikat not in pola.organisasi:
            usul = nama_terdekat(predikat, pola.organisasi)
            saran = f"Maksud Anda “{usul}”?" if usul else f"Yang ada: {', '.join(pola.organisasi)}."
            raise KinerjaError(f"kinerja.toml: predikat organisasi “{predikat}” ({dinas}) tidak dikenal.", saran)


def _bulan(ruang: RuangKerja, rentang: Rentang, setelan: Setelan) -> list[Bulan]:
    jejak = ruang.jejak()
    semua = [bulan_tersimpan(simpanan, setelan, jejak) for p in rentang.bulan if (simpanan := ruang.baca(p))]
    if not semua:
        ada = ruang.semua_periode()
        saran = f"Yang ada: {', '.join(map(str, ada))}." if ada else "Jalankan “kinerja hitung BERKAS...”."
        raise KinerjaError(f"Belum ada bulan yang dihitung dalam {rentang.nama}.", saran)
    return semua


def _dengan_angka_kredit(rekap: Rekap, jalur: Path) -> tuple[Rekap, tuple[Temuan, ...]]:
    masuk, temuan = kumpulkan([jalur])
    terbaca = baca(masuk)
    temuan = (*temuan, *terbaca.temuan)
    if not terbaca.lembar:
        if ada_galat(temuan):
            return rekap, temuan
        raise KinerjaError(f"{jalur} tidak memuat buku kerja.", "Sebut buku kerja dengan kolom NIP, Jenjang, Predikat.")
    koefisien = baca_koefisien()
    isi, salah = susun_angka_kredit(terbaca.lembar, {o.nip: (o.nama, o.banyak) for o in rekap.orang}, koefisien)
    return replace(rekap, angka_kredit=isi, dasar=(*rekap.dasar, *dasar_angka_kredit(koefisien))), (*temuan, *salah)


def _tulis(ruang: RuangKerja, rekap: Rekap, format_: Collection[str], kertas: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    buat = {"xlsx": lambda: buku_rekap_bulan(rekap, kertas), "html": lambda: halaman_rekap(rekap).encode()}
    hasil = {f"rekap.{f}": ruang.tulis_laporan(rekap.rentang, f"rekap.{f}", buat[f]()) for f in FORMAT if f in format_}
    return tuple(n for n, baik in hasil.items() if baik), tuple(n for n, baik in hasil.items() if not baik)
