"""Deciding on an objection: recorded, and where it sets values, scored anew from them in the same step."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kinerja_cli.core.angka import angka_dari_teks, cetak_angka, gaya_indonesia, teks_kanonis
from kinerja_cli.core.keberatan import PUTUSKAN, Pengajuan, Putusan, Ubahan, isi_putusan
from kinerja_cli.core.periode import cetak_tanggal
from kinerja_cli.core.selisih import Keadaan, selisih_berkas
from kinerja_cli.core.simpanan import tabel_dari_csv
from kinerja_cli.core.titipan import Nilai, Titipan, sebut_keputusan, tulis_titipan
from kinerja_cli.errors import KinerjaError
from kinerja_cli.store import RuangKerja, Simpanan, sha256
from kinerja_cli.workflow.berkas import Berkas
from kinerja_cli.workflow.hitung import HasilHitung, Perintah, hitung_periode
from kinerja_cli.workflow.keberatan import HasilKeberatan, cari_perkara, tidak_ada, tulis_surat
from kinerja_cli.workflow.kunci import catatan, tolak_bila_terkunci, wajib_tersimpan
from kinerja_cli.workflow.laporan import nama_surat
from kinerja_cli.workflow.ruang import Pelaku


@dataclass(frozen=True)
class PerintahPutuskan:
    """A decision: on which objection, what, by which official, why; ``ubah`` are "KODE=NILAI"."""

    nomor: str
    diterima: bool
    oleh: str
    pertimbangan: str
    ubah: Sequence[str] = ()


@dataclass(frozen=True)
class HasilPutusan:
    """What became of a decision.

    Attributes:
        keberatan: the objection as it stands now; None where the month has faults, and nothing was recorded.
        hitungan: the scoring; None where the decision sets no value.
    """

    keberatan: HasilKeberatan | None
    hitungan: HasilHitung | None = None


def putuskan(ruang: RuangKerja, perintah: PerintahPutuskan, pelaku: Pelaku) -> HasilPutusan:
    """Record a decision; where it sets values, the month is scored again from them, and nobody else's score may change.

    The result and its audit line, which is the decision's, are saved in one step.

    Raises:
        KinerjaError: no such objection, it is decided already, words are missing, a value can't be used; the month is
            locked though its result would change; or the scoring would change something else, too.
    """
    for apa, isi in (("--oleh", perintah.oleh), ("--pertimbangan", perintah.pertimbangan)):
        if not isi.strip():
            raise KinerjaError(f"{apa} belum diisi.", "Sebut pejabat yang memutuskan dan pertimbangannya.")
    if perintah.ubah and not perintah.diterima:
        raise KinerjaError("--ubah hanya untuk keberatan yang diterima.", "Hapus --ubah, atau ganti --ditolak.")
    p = _belum_diputus(ruang, perintah.nomor)
    if perintah.ubah:
        return _putuskan_nilai(ruang, p, perintah, pelaku)
    with ruang.menulis(str(pelaku)):
        _belum_diputus(ruang, p.nomor)
        tetap = _keadaan(wajib_tersimpan(ruang, p.periode).berkas, p.nip)
        putusan = _putusan(perintah, (), tetap, tetap)
        ruang.catat(catatan(PUTUSKAN, p.periode, pelaku, **isi_putusan(p.nomor, p.nip, putusan)))
        return HasilPutusan(tulis_surat(ruang, p))


def _putuskan_nilai(ruang: RuangKerja, p: Pengajuan, perintah: PerintahPutuskan, pelaku: Pelaku) -> HasilPutusan:
    simpanan = wajib_tersimpan(ruang, p.periode)
    tolak_bila_terkunci(simpanan)
    nilai = _nilai_baru(simpanan, p, perintah.ubah)
    ubahan = tuple(ubah for ubah, _ in nilai)

    def baris(lama: Mapping[str, bytes], baru: Mapping[str, bytes]) -> Mapping[str, object]:
        _belum_diputus(ruang, p.nomor)  # now that nobody else can write
        _hanya_yang_diputus(lama, baru, p, {u.kode for u in ubahan})
        putusan = _putusan(perintah, ubahan, _keadaan(lama, p.nip), _keadaan(baru, p.nip))
        return {"tindakan": PUTUSKAN, **isi_putusan(p.nomor, p.nip, putusan)}

    berkas = tuple(_berkas_nilai(p, ubah, satu, perintah.oleh, pelaku.kini.date()) for ubah, satu in nilai)
    lewati = bool(simpanan.manifes.get("lewati_galat"))
    hasil = hitung_periode(ruang, Perintah((), p.periode, lewati_galat=lewati, tambahan=berkas, catat=baris), pelaku)
    if not hasil.tersimpan or hasil.laporan is None:
        return HasilPutusan(None, hasil)
    perkara = cari_perkara(ruang, p.nomor)
    surat = nama_surat(perkara)
    tertulis = hasil.laporan.folder / surat if surat in hasil.laporan.tertulis else None
    return HasilPutusan(HasilKeberatan(perkara, tertulis), hasil)


def _berkas_nilai(p: Pengajuan, ubah: Ubahan, nilai: Decimal, oleh: str, hari: dt.date) -> Berkas:
    """Give the small file for ``sumber/`` that holds one decided value."""
    titipan = Titipan("keberatan", ubah.kode, p.dinas, p.periode, p.bukti, p.nomor, p.nip)
    keterangan = f"{sebut_keputusan(p.nomor)}, {oleh.strip()}, {cetak_tanggal(hari)}: {ubah.lama} menjadi {ubah.baru}"
    isi = tulis_titipan(titipan, {p.nip: Nilai(nilai, keterangan)})
    return Berkas(titipan.nama, isi, sha256(isi))


def _nilai_baru(simpanan: Simpanan, p: Pengajuan, ubah: Sequence[str]) -> list[tuple[Ubahan, Decimal]]:
    """Read the values of a decision; each must be of an indicator that applies to the person."""
    rincian = tabel_dari_csv(simpanan.berkas["rincian.csv"], {}, "rincian.csv")
    milik = rincian[rincian["nip"] == p.nip].set_index("kode")
    hasil: dict[str, tuple[Ubahan, Decimal]] = {}
    for satu in ubah:
        kode, tanda, teks = (bagian.strip() for bagian in satu.partition("="))
        if not tanda:
            raise KinerjaError(f"“{satu}” bukan KODE=NILAI.", "Contoh: --ubah A=80")
        if kode not in milik.index:
            kalimat = f"Indikator “{kode}” tidak berlaku bagi {p.nama} di periode {p.periode}."
            raise tidak_ada(kalimat, kode, milik.index)
        if kode in hasil:
            raise KinerjaError(f"Indikator {kode} disebut dua kali.", "Sebut satu nilai untuk setiap indikator.")
        angka = angka_dari_teks(teks, None)
        if angka is None or angka < 0:
            raise KinerjaError(
                f"Nilai {kode} “{teks}” tidak dapat dipakai.",
                "Tulis angka yang tidak negatif tanpa titik ribuan, misalnya 1234,5.",
            )
        asal = milik.loc[kode]
        lama = gaya_indonesia(str(asal["realisasi"])) if asal["realisasi"] else str(asal["keadaan"]).replace("_", " ")
        ubahan = Ubahan(kode, str(asal["indikator"]), str(asal["satuan"]), lama, cetak_angka(angka))
        hasil[kode] = ubahan, Decimal(teks_kanonis(angka))
    return list(hasil.values())


def _hanya_yang_diputus(lama: Mapping[str, bytes], baru: Mapping[str, bytes], p: Pengajuan, kode: set[str]) -> None:
    """See to it that only the named indicators of the person are scored anew."""
    for s in selisih_berkas(lama, baru):
        if s.nip != p.nip or {sebab.kode for sebab in s.sebab} - kode:
            raise KinerjaError(
                f"Hitungan ini juga akan mengubah yang lain: hasil {s.nama} ({s.nip}) menjadi {s.baru}.",
                f"Hitung dan periksa dulu {p.periode} tanpa putusan ini, lalu ulangi.",
            )


def _putusan(perintah: PerintahPutuskan, ubah: tuple[Ubahan, ...], lama: Keadaan, baru: Keadaan) -> Putusan:
    return Putusan(perintah.diterima, perintah.oleh.strip(), perintah.pertimbangan.strip(), ubah, lama, baru)


def _belum_diputus(ruang: RuangKerja, nomor: str) -> Pengajuan:
    """Give an objection that waits for its decision."""
    satu = cari_perkara(ruang, nomor)
    if satu.putusan:
        kapan = cetak_tanggal(satu.tanggal)
        raise KinerjaError(
            f"{satu.pengajuan.nomor} sudah diputus {satu.putusan} oleh {satu.putusan.oleh} pada {kapan}.",
            "Putusan bersifat final. Suratnya dapat ditulis lagi dengan kinerja laporan.",
        )
    return satu.pengajuan


def _keadaan(berkas: Mapping[str, bytes], nip: str) -> Keadaan:
    nilai = tabel_dari_csv(berkas["nilai.csv"], {}, "nilai.csv").set_index("nip")
    return Keadaan(*(str(nilai.at[nip, k]) for k in ("status", "nilai", "predikat"))) if nip in nilai.index else Keadaan()
