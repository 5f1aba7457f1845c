"""Closing a period, opening it again, and taking the last result back: who, when and why stands in the audit trail."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja_cli import __version__
from kinerja_cli.core.jejak import BarisJejak
from kinerja_cli.core.periode import Periode
from kinerja_cli.core.riwayat import BATALKAN, BUKA_KUNCI, KUNCI, tertutup, tumpukan
from kinerja_cli.core.selisih import SelisihOrang, selisih_berkas
from kinerja_cli.errors import KinerjaError
from kinerja_cli.store import DRAF, TERKUNCI, RuangKerja, Simpanan
from kinerja_cli.workflow.isi import muat
from kinerja_cli.workflow.laporan import HasilLaporan, bila_dihentikan, tulis_laporan
from kinerja_cli.workflow.ruang import Pelaku, setelan_ruang


def kunci(ruang: RuangKerja, periode: Periode, pelaku: Pelaku) -> BarisJejak:
    """Lock a period: from here on only ``buka_kunci`` changes it. Gives the audit line.

    Raises:
        KinerjaError: it isn't saved, is locked already, or doesn't stand where the audit trail says.
    """
    with ruang.menulis(str(pelaku)):
        simpanan = wajib_tersimpan(ruang, periode)
        if simpanan.terkunci:
            raise KinerjaError(f"Periode {periode} sudah terkunci.", "Tidak perlu apa-apa.")
        _pastikan_tercatat(ruang, simpanan)
        return ruang.ubah_status(simpanan, TERKUNCI, catatan(KUNCI, periode, pelaku))


def buka_kunci(ruang: RuangKerja, periode: Periode, alasan: str, pelaku: Pelaku) -> None:
    """Open a locked period, for a reason that stays in the audit trail.

    Raises:
        KinerjaError: no reason, it isn't saved, or isn't locked.
    """
    wajib_alasan(alasan)
    with ruang.menulis(str(pelaku)):
        simpanan = wajib_tersimpan(ruang, periode)
        if not simpanan.terkunci:
            raise KinerjaError(f"Periode {periode} tidak terkunci.", "Langsung hitung saja.")
        ruang.ubah_status(simpanan, DRAF, catatan(BUKA_KUNCI, periode, pelaku, alasan=alasan.strip()))


@dataclass(frozen=True)
class HasilBatalkan:
    """What taking back changed, and the reports that were written again."""

    selisih: tuple[SelisihOrang, ...]
    laporan: HasilLaporan


def batalkan(ruang: RuangKerja, periode: Periode, alasan: str, pelaku: Pelaku) -> HasilBatalkan:
    """Take the last result of a period back to the one before; what is taken back stays as a revision.

    Raises:
        KinerjaError: no reason, locked, or there is none before.
    """
    wajib_alasan(alasan)
    with ruang.menulis(str(pelaku)):
        simpanan = wajib_tersimpan(ruang, periode)
        tolak_bila_terkunci(simpanan)
        lapis = _pastikan_tercatat(ruang, simpanan)
        if len(lapis) < 2:
            raise KinerjaError(
                f"Periode {periode} baru dihitung satu kali; tidak ada hasil sebelumnya.",
                "Betulkan berkasnya lalu hitung lagi, atau mulai dari awal dengan --ganti-semua.",
            )
        sebelum = ruang.baca_menurut_manifes(periode, lapis[-2])
        if sebelum is None:
            raise KinerjaError(
                f"Hasil {periode} yang sebelumnya tidak ada lagi di folder periode.", "Kembalikan folder itu dari cadangan."
            )
        ruang.simpan(sebelum, catatan(BATALKAN, periode, pelaku, alasan=alasan.strip()))
        with bila_dihentikan(periode):
            laporan = tulis_laporan(ruang, muat(ruang, periode, setelan_ruang(ruang)))
    return HasilBatalkan(selisih_berkas(simpanan.berkas, sebelum.berkas), laporan)


def catatan(tindakan: str, periode: Periode | None, pelaku: Pelaku, **lain: object) -> dict[str, object]:
    """Give the fields of an audit line; the manifest's hash is added where the step is saved."""
    waktu = pelaku.kini.isoformat(timespec="seconds")
    tetap = {"waktu": waktu, "siapa": pelaku.siapa, "tindakan": tindakan}
    return {**tetap, **({"periode": str(periode)} if periode else {}), **lain, "versi": __version__}


def wajib_tersimpan(ruang: RuangKerja, periode: Periode) -> Simpanan:
    """Read a saved period.

    Raises:
        KinerjaError: it isn't saved, or was changed behind the tool's back.
    """
    simpanan = ruang.baca(periode)
    if simpanan is None:
        raise KinerjaError(f"Periode {periode} belum dihitung.", "Jalankan “kinerja hitung BERKAS...”.")
    return simpanan


def tolak_bila_terkunci(simpanan: Simpanan | None) -> None:
    """Every write to a period asks here first.

    Raises:
        KinerjaError: it is locked.
    """
    if simpanan and simpanan.terkunci:
        p = simpanan.periode
        raise KinerjaError(f"Periode {p} terkunci.", f'Buka dulu: kinerja buka-kunci {p} --alasan "...".')


def tolak_bila_tertutup(ruang: RuangKerja, periode: Periode) -> None:
    """Ask before a period is begun that has no folder: one that was locked is packed away or lost, never new.

    Raises:
        KinerjaError: the audit trail knows it as locked.
    """
    if tertutup(ruang.jejak(), periode):
        raise KinerjaError(
            f"Periode {periode} terkunci menurut jejak audit, tetapi foldernya tidak ada di sini.",
            "Ia mungkin sudah dikeluarkan ke cadangan; pulihkan cadangan itu ke folder lain untuk melihatnya.",
        )


def wajib_alasan(alasan: str) -> None:
    """Ask for a reason.

    Raises:
        KinerjaError: it is blank.
    """
    if not alasan.strip():
        raise KinerjaError("Alasannya belum disebut.", 'Tulis alasannya, misalnya: --alasan "berkas Dinkes diperbaiki".')


def _pastikan_tercatat(ruang: RuangKerja, simpanan: Simpanan) -> tuple[str, ...]:
    """Give the manifests of the results that stand on one another, once the trail knows the current one as the top.

    Raises:
        KinerjaError: the folder holds another result than the trail names.
    """
    lapis = tuple(satu.manifes for satu in tumpukan(ruang.jejak(), simpanan.periode))
    if not lapis or lapis[-1] != simpanan.sha256_manifes:
        raise KinerjaError(
            f"Hasil {simpanan.periode} di folder periode bukan yang terakhir tercatat di jejak audit.",
            f"Lihat “kinerja buktikan {simpanan.periode}”; kembalikan folder itu dari cadangan.",
        )
    return lapis
