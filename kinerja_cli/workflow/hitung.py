"""The month's main job: read, check, score, save, report."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from kinerja_cli.core.aturan import Aturan
from kinerja_cli.core.hitung import Hasil, hitung
from kinerja_cli.core.laporan import Konteks, Ringkasan, ringkas_orang
from kinerja_cli.core.penugasan import peringkatkan
from kinerja_cli.core.periksa import nip_gagal
from kinerja_cli.core.periode import Periode
from kinerja_cli.core.ringkasan import Perpaduan
from kinerja_cli.core.riwayat import jam_mundur
from kinerja_cli.core.selisih import SelisihOrang, selisih_berkas
from kinerja_cli.core.skema import Masukan
from kinerja_cli.core.temuan import Temuan, ada_galat, urutkan
from kinerja_cli.core.urai import Uraian
from kinerja_cli.errors import KinerjaError
from kinerja_cli.readers.aturan import isi_aturan
from kinerja_cli.readers.pekerja import tutup_pembaca
from kinerja_cli.store import RuangKerja, Simpanan, sha256, susun_simpanan
from kinerja_cli.workflow.berkas import Berkas, kumpulkan
from kinerja_cli.workflow.isi import Isi, urai_simpanan
from kinerja_cli.workflow.kunci import tolak_bila_terkunci, tolak_bila_tertutup
from kinerja_cli.workflow.laporan import CaraLaporan, HasilLaporan, bila_dihentikan
from kinerja_cli.workflow.penyimpanan import BulanTerhitung
from kinerja_cli.workflow.ruang import Pelaku, setelan_ruang
from kinerja_cli.workflow.tafsir import Tafsiran, bulan_menurut_berkas, tafsirkan, uraikan
from kinerja_cli.workflow.terbaca import Terbaca, baca, putusan_dari_luar
from kinerja_cli.workflow.tersimpan import (
    aturan_periode,
    beberapa_periode,
    berkas_bawaan,
    berkas_simpanan,
    bulan_lalu,
    kode_tersimpan,
)
from kinerja_cli.workflow.untuk import PIMPINAN, periksa_pembaca, tulis_untuk


@dataclass(frozen=True)
class HasilHitung:
    """What became of a ``hitung``.

    Attributes:
        periode: the month; None where the files hold several.
        temuan: all findings, sorted.
        tersimpan: a result stands in the ruang kerja.
        berubah: it is another than before the call.
        konteks, ringkasan, tidak_dinilai: what was scored how, counts, and who has no score and why.
        pemulihan: what an interrupted earlier call left to be tidied up, and other notes on the ruang kerja.
        selisih: whose result is another than at the last count of this month, and why.
    """

    periode: Periode | None
    temuan: tuple[Temuan, ...]
    tersimpan: bool = False
    berubah: bool = False
    perpaduan: Perpaduan | None = None
    konteks: Konteks | None = None
    ringkasan: Ringkasan | None = None
    tidak_dinilai: tuple[tuple[str, str], ...] = ()
    laporan: HasilLaporan | None = None
    pemulihan: tuple[str, ...] = ()
    selisih: tuple[SelisihOrang, ...] = ()


@dataclass(frozen=True)
class Perintah:
    """What the user asked of ``hitung``.

    Attributes:
        tambahan: files that come from the program itself.
        catat: gives the fields by which the audit line differs from the usual one, told the files of the result before
            and after; raises where that isn't what was meant, and nothing is saved.
        laporan, untuk: which reports are written, and for which of the readers.
    """

    jalur: Sequence[Path]
    periode: Periode | None = None
    aturan: str = ""
    lewati_galat: bool = False
    ganti_semua: bool = False
    tambahan: tuple[Berkas, ...] = ()
    catat: Callable[[Mapping[str, bytes], Mapping[str, bytes]], Mapping[str, object]] | None = None
    laporan: CaraLaporan = field(default_factory=CaraLaporan)
    untuk: str = PIMPINAN


def hitung_periode(
    ruang: RuangKerja, perintah: Perintah, pelaku: Pelaku, maju: Callable[[int, int], None] | None = None
) -> HasilHitung:
    """Score a month from workbooks and write its reports.

    Raises:
        KinerjaError: nothing readable, no month, no such reader, locked, or the ruang kerja can't be written.
    """
    periksa_pembaca(perintah.untuk)
    kiriman = baca_kiriman(ruang, perintah)
    if kiriman.periode is None:
        return HasilHitung(None, urutkan(kiriman.temuan))
    with ruang.menulis(str(pelaku)) as pemulihan:
        mundur = jam_mundur(ruang.jejak(), pelaku.kini)
        lama = ruang.baca(kiriman.periode)
        hasil, bulan = _nilai(ruang, perintah, kiriman, kiriman.periode, lama)
        hasil = replace(hasil, pemulihan=(*pemulihan, *mundur))
        if bulan is None:
            return hasil
        del kiriman  # sheets and tables of a month are large, and nothing more is read of them
        tutup_pembaca()
        hasil, isi = _simpan(ruang, perintah, pelaku, lama, hasil, bulan)
        del lama, bulan
        with bila_dihentikan(isi.konteks.periode):
            laporan = tulis_untuk(perintah.untuk, ruang, isi, maju=maju, cara=perintah.laporan)
    return replace(
        hasil,
        konteks=isi.konteks,
        ringkasan=laporan.ringkasan or ringkas_orang(isi.konteks.instansi, isi.orang, isi.konteks.aturan),
        tidak_dinilai=tuple((f"{o.nama} ({o.nip})", o.alasan) for o in isi.orang if not o.dinilai),
        laporan=laporan,
    )


def _nilai(
    ruang: RuangKerja, perintah: Perintah, kiriman: Kiriman, periode: Periode, lama: Simpanan | None
) -> tuple[HasilHitung, BulanTerhitung | None]:
    """Check and score the month of the files read; None where faults keep it from being saved."""
    if lama is None:
        tolak_bila_tertutup(ruang, periode)
    tolak_bila_terkunci(lama)
    aturan, temuan_aturan = aturan_perintah(ruang, perintah, periode, lama)
    terbaca, uraian, perpaduan = padukan(ruang, periode, lama, kiriman, perintah)
    lalu = bulan_lalu(ruang, periode)
    tafsiran = tafsirkan(terbaca, uraian, aturan, periode, semua=True, lalu=lalu)
    if sisa := _bernama_sama(terbaca, _yang_terpakai(terbaca, tafsiran)):
        terbaca = terbaca.tanpa(sisa)  # else the month would call its files otherwise when it is read again
        tafsiran = tafsirkan(terbaca, uraikan(terbaca), aturan, periode, semua=True, lalu=lalu)
    temuan = urutkan((*kiriman.temuan, *temuan_aturan, *tafsiran.temuan))
    tolak_tanpa_tabel(tafsiran.masukan, aturan)
    if ada_galat(temuan) and not perintah.lewati_galat:
        return HasilHitung(periode, temuan, perpaduan=perpaduan), None
    gagal = nip_gagal((*temuan, *tafsiran.akibat), tafsiran.masukan, tafsiran.berlaku)
    hasil, tafsiran = _beri_peringkat(hitung(tafsiran.masukan, tafsiran.berlaku, aturan, periode, gagal), tafsiran)
    terpakai = _yang_terpakai(terbaca, tafsiran)
    milik = {b.sebutan for b in terpakai}  # what was said of other files concerns this call, not the month
    temuan_bulan = tuple(t for t in tafsiran.temuan if t.letak.berkas in {"", *milik})
    masukan = tafsiran.masukan.hanya(milik)
    bulan = BulanTerhitung(periode, aturan, terpakai, masukan, hasil, temuan_bulan, terbaca.titipan)
    perpaduan = replace(perpaduan, bawaan=sum(1 for b in terpakai if b.bawaan_dari))
    return HasilHitung(periode, temuan, perpaduan=perpaduan), bulan


def _simpan(
    ruang: RuangKerja,
    perintah: Perintah,
    pelaku: Pelaku,
    lama: Simpanan | None,
    hasil: HasilHitung,
    bulan: BulanTerhitung,
) -> tuple[HasilHitung, Isi]:
    """Save a scored month; give the result without reports, and what these are made from."""
    setelan = setelan_ruang(ruang)
    isi, siap = bulan.berkas(_isi_aturan(ruang, bulan.aturan, lama), setelan.ambang_tepi)
    baru = susun_simpanan(bulan.periode, bulan.manifes(lewati_galat=perintah.lewati_galat), isi)
    berubah = lama is None or baru.isi_manifes != lama.isi_manifes
    if berubah:
        khusus = perintah.catat(lama.berkas, isi) if perintah.catat and lama else {}
        ruang.simpan(baru, {**bulan.catatan(pelaku), **khusus})
    selisih = selisih_berkas(lama.berkas, isi) if lama and berubah else ()
    hasil = replace(hasil, tersimpan=True, berubah=berubah, selisih=selisih)
    return hasil, urai_simpanan(ruang, baru, setelan, bulan.hasil, siap)


@dataclass(frozen=True)
class Kiriman:
    """What the files of a call hold, and findings on the files; ``periode`` is None where those end the call."""

    terbaca: Terbaca
    uraian: Uraian
    periode: Periode | None
    temuan: tuple[Temuan, ...]


def baca_kiriman(ruang: RuangKerja, perintah: Perintah) -> Kiriman:
    """Read the files of a call and find their month.

    Raises:
        KinerjaError: nothing readable, or no month.
    """
    masuk, temuan = kumpulkan(perintah.jalur)
    terbaca = baca((*masuk, *perintah.tambahan))
    if not terbaca.berkas and not ada_galat((*temuan, *terbaca.temuan)):
        raise KinerjaError("Tidak ada buku kerja yang dapat dihitung.", "Periksa berkas atau folder yang disebut.")
    uraian = uraikan(terbaca, kode_tersimpan(ruang))
    if not terbaca.berkas:
        return Kiriman(terbaca, uraian, None, (*temuan, *terbaca.temuan))
    if putusan := putusan_dari_luar(terbaca, perintah.tambahan):
        return Kiriman(terbaca, uraian, None, (*temuan, *terbaca.temuan, *putusan))
    bulan = bulan_menurut_berkas(uraian)
    if len(bulan) > 1:
        lebih = beberapa_periode(bulan, perintah.jalur, "hitung")
        return Kiriman(terbaca, uraian, None, (*temuan, *terbaca.temuan, lebih))
    periode = perintah.periode or next(iter(bulan), None)
    if periode is None:
        raise KinerjaError(
            "Periode tidak diketahui: tidak ada di judul lembar maupun nama berkas.",
            "Sebutkan, misalnya: --periode 2025-01.",
        )
    return Kiriman(terbaca, uraian, periode, temuan)


def _beri_peringkat(hasil: Hasil, tafsiran: Tafsiran) -> tuple[Hasil, Tafsiran]:
    nilai, penugasan = peringkatkan(hasil.nilai, tafsiran.masukan.penugasan)
    return replace(hasil, nilai=nilai), replace(tafsiran, masukan=tafsiran.masukan.ubah(penugasan=penugasan))


def aturan_perintah(
    ruang: RuangKerja, perintah: Perintah, periode: Periode, lama: Simpanan | None
) -> tuple[Aturan, tuple[Temuan, ...]]:
    """Give the rule set by which a call scores a month, as :func:`aturan_periode` does; a fresh start takes the settings'."""
    dinamai = perintah.aturan or (setelan_ruang(ruang).aturan if perintah.ganti_semua else "")
    return aturan_periode(ruang, dinamai, periode, lama)


def tolak_tanpa_tabel(masukan: Masukan, aturan: Aturan) -> None:
    """Raise KinerjaError where there is no list of people, or none of indicators where the rule set wants them."""
    for nama, tabel, kolom, perlu in (
        ("Pegawai", masukan.pegawai, "NIP, Nama, Dinas", True),
        ("Indikator", masukan.indikator, "Kode, Indikator, Aspek, Bobot, Arah, Target", aturan.perlu_indikator),
    ):
        if tabel.empty and perlu:
            saran = f"Sertakan buku kerja {nama.lower()} ({kolom}); lihat: kinerja templat {nama.lower()}."
            raise KinerjaError(f"Belum ada tabel {nama}.", saran)


def padukan(
    ruang: RuangKerja, periode: Periode, lama: Simpanan | None, kiriman: Kiriman, perintah: Perintah
) -> tuple[Terbaca, Uraian, Perpaduan]:
    """Add the call's files to the period's: what is there stays, what the same people sent again is replaced."""
    terbaca, uraian = kiriman.terbaca, kiriman.uraian
    masuk = {b.sha256 for b in terbaca.berkas}
    ada = berkas_simpanan(lama) if lama else ()
    milik = tuple(b for b in ada if not b.bawaan_dari)
    if perintah.ganti_semua:  # what an official decided stands whatever is sent
        putusan = baca(b for b in milik if b.nama.endswith(".csv")).putusan
        milik = tuple(b for b in milik if b.sha256 in putusan)
    sama = sum(1 for b in milik if b.sha256 in masuk)
    milik = tuple(b for b in milik if b.sha256 not in masuk)
    terpilih = masuk | {m.sha256 for m in milik}
    if lama:
        bawaan = tuple(b for b in ada if b.bawaan_dari and b.sha256 not in terpilih)
    else:
        bawaan = berkas_bawaan(ruang, [p for p in ruang.semua_periode() if p < periode], terpilih)
    diganti: set[str] = set()
    if milik or bawaan:
        terbaca = terbaca.tambah(baca((*milik, *bawaan)))
        uraian = uraikan(terbaca)
        diganti = _yang_diganti(uraian.masukan, terbaca, {b.sha256 for b in milik}, masuk)
    if diganti:
        terbaca = terbaca.tanpa(diganti)
        uraian = uraikan(terbaca)
    tetap = sama + len(milik) - len(diganti)
    return terbaca, uraian, Perpaduan(tetap, max(len(masuk) - sama - len(diganti), 0), len(diganti), len(bawaan))


def _yang_diganti(masukan: Masukan, terbaca: Terbaca, milik: set[str], masuk: set[str]) -> set[str]:
    """Find the period's older files whose kinds of sheet all stand in a new file, with at least half of their rows' keys.

    Half, because a corrected file may have lost or gained a few people; two dinas never share half of theirs. Values from
    elsewhere are a kind of their own: they replace, and are replaced by, only their like.
    """
    kunci: dict[str, set[tuple[str, Hashable]]] = {}
    berkas = masukan.berkas()
    for peran, tabel, kolom in (
        ("pegawai", masukan.pegawai, ["nip"]),
        ("indikator", masukan.indikator, ["kode"]),
        ("realisasi", masukan.kiriman(), ["nip", "kode"]),
        ("ide", masukan.ide_baru, ["nip"]),
        ("perilaku", masukan.perilaku, ["nip"]),
        ("inovasi", masukan.inovasi, ["nip"]),
    ):
        isi = tabel[kolom].itertuples(index=False, name=None)
        for nama, satu in zip(berkas[tabel["sumber"].to_numpy()], isi, strict=True):
            kunci.setdefault(nama, set()).add((peran, satu))
    for nama, titipan in terbaca.titipan.items():
        kunci[nama] = {("titipan", titipan.kunci)}
    jejak = {b.sebutan: b.sha256 for b in terbaca.berkas}
    lama = [(nama, k) for nama, k in kunci.items() if jejak[nama] in milik]
    baru = [k for nama, k in kunci.items() if jejak[nama] in masuk]
    return {
        jejak[nama]
        for nama, k in lama
        if any({p for p, _ in k} <= {p for p, _ in b} and 2 * len(k & b) >= len(k) for b in baru)
    }


def _yang_terpakai(terbaca: Terbaca, tafsiran: Tafsiran) -> tuple[Berkas, ...]:
    """Leave out the carried-over workbooks from which nothing counts any more."""
    berkas = tafsiran.masukan.berkas()
    indikator = tafsiran.masukan.indikator["sumber"].to_numpy()
    orang = (tafsiran.masukan.pegawai, tafsiran.masukan.penugasan)
    sumber = np.concatenate([*(t["sumber"].to_numpy() for t in orang), indikator[tafsiran.berlaku["i"].to_numpy()]])
    dipakai = set(berkas[np.unique(sumber)])
    return tuple(b for b in terbaca.berkas if not b.bawaan_dari or b.sebutan in dipakai)


def _bernama_sama(terbaca: Terbaca, terpakai: Sequence[Berkas]) -> set[str]:
    """Give the hashes of the files that are left out, where one has the name of a file that stays."""
    sisa = {b.sha256: b.nama for b in terbaca.berkas if b not in terpakai}
    return set(sisa) if {b.nama for b in terpakai} & set(sisa.values()) else set()


def _isi_aturan(ruang: RuangKerja, aturan: Aturan, lama: Simpanan | None) -> bytes:
    """Give the rule file's bytes: the saved ones where the month keeps its version."""
    if lama and sha256(lama.berkas["aturan.toml"]) == aturan.sha256:
        return lama.berkas["aturan.toml"]
    return isi_aturan(aturan.id, ruang.folder_aturan())
