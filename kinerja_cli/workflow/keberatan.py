"""Objections: handing results over, recording what is filed, deciding on it, and the list of all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd

from kinerja_cli.core import skema
from kinerja_cli.core.keberatan import (
    CATAT,
    SERAHKAN,
    Daftar,
    Pengajuan,
    Penyerahan,
    Perkara,
    StatusPenyerahan,
    isi_pengajuan,
    isi_penyerahan,
    nomor_berikut,
    semua_penyerahan,
    semua_perkara,
    status_penyerahan,
)
from kinerja_cli.core.nip import rapikan
from kinerja_cli.core.periode import Periode, cetak_tanggal
from kinerja_cli.core.simpanan import tabel_dari_csv
from kinerja_cli.core.temuan import nama_terdekat
from kinerja_cli.core.titipan import Asal
from kinerja_cli.errors import KinerjaError
from kinerja_cli.readers.keberatan import baca_tenggat
from kinerja_cli.store import RuangKerja, Simpanan, sha256
from kinerja_cli.workflow.isi import muat, perkara_periode
from kinerja_cli.workflow.kunci import catatan, wajib_tersimpan
from kinerja_cli.workflow.laporan import isi_surat, nama_surat
from kinerja_cli.workflow.ruang import Pelaku, pilih_periode, setelan_ruang

_TERBANYAK_DISEBUT = 32
"""So many names still help whoever mistyped one."""


def daftar(ruang: RuangKerja, periode: Periode | None, hari_ini: dt.date) -> Daftar:
    """List who was handed results when, and every objection; None for all months."""
    jejak = ruang.jejak()
    semua = semua_penyerahan(jejak)
    tenggat = baca_tenggat(setelan_ruang(ruang), (p.tanggal.year for p in semua))
    status = tuple(status_penyerahan(p, tenggat, hari_ini) for p in semua if periode in (None, p.periode))
    perkara = tuple(p for p in semua_perkara(jejak, tenggat) if periode in (None, p.pengajuan.periode))
    hilang = {p.pengajuan.nomor: h for p in perkara if (h := _bukti_hilang(ruang, p.pengajuan))}
    return Daftar(tenggat, status, perkara, hilang)


def serahkan(
    ruang: RuangKerja, periode: Periode | None, dinas: Sequence[str], tanggal: dt.date | None, pelaku: Pelaku
) -> StatusPenyerahan:
    """Record that the results of a month (the latest, where none is named) were handed over to the people of some dinas.

    Raises:
        KinerjaError: the month isn't saved, a dinas is unknown to it, or the day has not come yet.
    """
    with ruang.menulis(str(pelaku)):
        simpanan = wajib_tersimpan(ruang, pilih_periode(ruang, periode))
        ada = sorted(set(_orang(simpanan)["dinas"]))
        for nama in dinas:
            if nama not in ada:
                raise tidak_ada(f"Dinas “{nama}” tidak ada di periode {simpanan.periode}.", nama, ada)
        satu = Penyerahan(simpanan.periode, tuple(dinas) or tuple(ada), _tanggal(tanggal, pelaku))
        isi = isi_penyerahan(satu)
        ruang.catat(catatan(SERAHKAN, satu.periode, pelaku, **isi, hasil=simpanan.sha256_manifes))
        tenggat = baca_tenggat(setelan_ruang(ruang), [satu.tanggal.year])
        return status_penyerahan(satu, tenggat, pelaku.kini.date())


@dataclass(frozen=True)
class PerintahCatat:
    """An objection as it came in: who, to which month's result, why, with which evidence, when (None: today)."""

    nip: str
    periode: Periode
    alasan: str
    bukti: Sequence[Path] = ()
    tanggal: dt.date | None = None


@dataclass(frozen=True)
class HasilKeberatan:
    """An objection as it stands now.

    Attributes:
        perkara: it.
        surat: its letter; None where the old one is held open by another program.
    """

    perkara: Perkara
    surat: Path | None


def catat(ruang: RuangKerja, perintah: PerintahCatat, pelaku: Pelaku) -> HasilKeberatan:
    """Record an objection: always, whether in time or not, whether the month is locked or not; the same one only once.

    Raises:
        KinerjaError: no reason, the month isn't saved, the person isn't in it, or the evidence can't be read.
    """
    if not perintah.alasan.strip():
        raise KinerjaError("Alasan keberatan belum disebut.", 'Tulis alasannya: --alasan "Realisasi A kurang 20 berkas".')
    bukti = tuple(_baca_bukti(jalur) for jalur in perintah.bukti)
    with ruang.menulis(str(pelaku)):
        simpanan = wajib_tersimpan(ruang, perintah.periode)
        nip, orang = rapikan(perintah.nip), _orang(simpanan).set_index("nip")
        if nip not in orang.index:
            raise tidak_ada(f"NIP {perintah.nip} tidak ada di periode {simpanan.periode}.", nip, orang.index)
        nama, dinas = (str(orang.at[nip, kolom]) for kolom in ("nama", "dinas"))
        tanggal, asal = _tanggal(perintah.tanggal, pelaku), tuple(Asal(n, sha256(isi)) for n, isi in bukti)
        nomor = nomor_berikut(ruang.jejak())
        satu = Pengajuan(nomor, simpanan.periode, nip, nama, dinas, tanggal, perintah.alasan.strip(), asal)
        for p in perkara_periode(ruang.jejak(), setelan_ruang(ruang), satu.periode):
            if replace(satu, nomor=p.pengajuan.nomor) == p.pengajuan:  # the same call again, as after a crash
                return tulis_surat(ruang, p.pengajuan)
        for berkas, isi in bukti:
            ruang.simpan_bukti(satu.periode, berkas, isi)
        ruang.catat(catatan(CATAT, satu.periode, pelaku, **isi_pengajuan(satu), hasil=simpanan.sha256_manifes))
        return tulis_surat(ruang, satu)


def cari_perkara(ruang: RuangKerja, nomor: str) -> Perkara:
    """Give an objection as it stands.

    Raises:
        KinerjaError: there is none of that number, with the near one.
    """
    semua = {p.pengajuan.nomor: p for p in perkara_periode(ruang.jejak(), setelan_ruang(ruang), None)}
    if (rapi := nomor.strip().upper()) not in semua:
        if not semua:
            raise KinerjaError(f"Keberatan “{nomor}” tidak ada.", "Belum ada keberatan yang dicatat di ruang kerja ini.")
        raise tidak_ada(f"Keberatan “{nomor}” tidak ada.", rapi, semua)
    return semua[rapi]


def tulis_surat(ruang: RuangKerja, p: Pengajuan) -> HasilKeberatan:
    """Write the letter of an objection anew."""
    isi = muat(ruang, p.periode, setelan_ruang(ruang))
    perkara = next(satu for satu in isi.perkara if satu.pengajuan.nomor == p.nomor)
    nama = nama_surat(perkara)
    tertulis = ruang.tulis_laporan(p.periode, nama, isi_surat(perkara, isi.konteks))
    return HasilKeberatan(perkara, ruang.folder_laporan(p.periode) / nama if tertulis else None)


def _orang(simpanan: Simpanan) -> pd.DataFrame:
    kolom = dict.fromkeys(("nip", "nama", "dinas"), skema.TEKS)
    return tabel_dari_csv(simpanan.berkas["nilai.csv"], kolom, "nilai.csv")


def _tanggal(tanggal: dt.date | None, pelaku: Pelaku) -> dt.date:
    hari_ini = pelaku.kini.date()
    if tanggal and tanggal > hari_ini:
        raise KinerjaError(f"{cetak_tanggal(tanggal)} belum terjadi.", "Periksa --tanggal dan tanggal komputer ini.")
    return tanggal or hari_ini


def _baca_bukti(jalur: Path) -> tuple[str, bytes]:
    try:
        return jalur.name, jalur.read_bytes()
    except OSError as e:
        ada = [p.name for p in jalur.parent.iterdir()] if jalur.parent.is_dir() else []
        usul = nama_terdekat(jalur.name, ada)
        saran = f"Maksud Anda “{usul}”?" if usul else "Periksa nama dan foldernya. Keberatan ini belum dicatat."
        raise KinerjaError(f"Bukti {jalur} tidak dapat dibaca.", saran) from e


def _bukti_hilang(ruang: RuangKerja, p: Pengajuan) -> tuple[str, ...]:
    tempat = ((b, ruang.berkas_bukti(p.periode, b.nama, b.sha256)) for b in p.bukti)
    return tuple(b.nama for b, berkas in tempat if not berkas.is_file() or sha256(berkas.read_bytes()) != b.sha256)


def tidak_ada(kalimat: str, nama: str, ada: Collection[str]) -> KinerjaError:
    """Say that something isn't there, with the near name, or with all there is where that is short."""
    usul = nama_terdekat(nama, ada)
    sebut = list(ada) if len(ada) <= _TERBANYAK_DISEBUT else []
    return KinerjaError(kalimat, f"Maksud Anda “{usul}”?" if usul else f"Yang ada: {'; '.join(sebut)}." if sebut else "")
