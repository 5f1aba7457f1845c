"""Rebuilding a period from its ``sumber/`` and proving every byte of it: each damage is told, none is raised."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from kinerja_cli.core.bukti import BERKAS, HITUNGAN, JEJAK, LAPORAN, Beda, Bukti, beda_bacaan, beda_hitungan
from kinerja_cli.core.jejak import BarisJejak, periksa_jejak
from kinerja_cli.core.keberatan import CATAT, semua_bukti
from kinerja_cli.core.periode import Periode
from kinerja_cli.core.riwayat import milik_periode, tumpukan
from kinerja_cli.core.simpanan import SimpananRusak
from kinerja_cli.errors import KinerjaError
from kinerja_cli.store import KeadaanFolder, RuangKerja, baca_laporan, periksa_folder, sidik_berkas
from kinerja_cli.workflow.isi import muat
from kinerja_cli.workflow.ruang import setelan_ruang
from kinerja_cli.workflow.tafsir import tafsirkan, uraikan
from kinerja_cli.workflow.terbaca import baca
from kinerja_cli.workflow.tersimpan import aturan_tersimpan, berkas_simpanan
from kinerja_cli.workflow.untuk import susun_ulang


def buktikan(ruang: RuangKerja, periode: Periode, laporan: Path | None = None) -> Bukti:
    """Prove a period: bytes against manifest and trail, inputs against workbooks, results against inputs, a report.

    Args:
        ruang: the ruang kerja; nothing in it is written.
        periode: the month.
        laporan: a report of it, wherever that lies; made again from the state and compared.

    Raises:
        KinerjaError: neither folder nor trail know the period, or the report isn't there.
    """
    isi_laporan = baca_laporan(laporan) if laporan else b""
    with ruang.membaca():
        jejak, rusak = periksa_jejak(ruang.isi_jejak())
        folder = ruang.folder_periode(periode)
        if not folder.is_dir() and not milik_periode(jejak, periode):
            raise KinerjaError(f"Periode {periode} belum dihitung.", "Jalankan “kinerja hitung BERKAS...”.")
        kini = periksa_folder(folder)
        semua = {folder.name: kini, **{p.name: periksa_folder(p) for p in ruang.revisi(periode).values()}}
        beda = [Beda(JEJAK, "jejak.jsonl", f"{satu[0].upper()}{satu[1:]}.") for satu in rusak]
        beda += [Beda(BERKAS, nama, f"{s[0].upper()}{s[1:]}.") for satu in semua.values() for nama, s in satu.rusak.items()]
        beda += _tak_tercatat(periode, semua, jejak, utuh=not rusak)
        beda += _bukti_keberatan(ruang, periode, jejak)
        beda += _periode_lain(ruang, periode, jejak, utuh=not rusak)
        catatan: tuple[str, ...] = ()
        bangun = not kini.rusak
        if bangun:
            beda += _bangun_ulang(ruang, periode)
        if laporan and bangun and not rusak:
            beda_laporan, catatan = _beda_laporan(ruang, periode, laporan.name, isi_laporan)
            beda += beda_laporan
        elif laporan:
            beda.append(Beda(LAPORAN, laporan.name, "Tidak dapat dibandingkan sebelum kerusakan di atas dipulihkan."))
    ujung = (jejak[-1].nomor, jejak[-1].sha256) if jejak else (0, "")
    banyak = sum(satu.banyak for satu in semua.values())
    return Bukti(periode, ujung, banyak, len(jejak), bangun, tuple(beda), laporan.name if laporan else "", catatan)


def _tak_tercatat(
    periode: Periode, semua: dict[str, KeadaanFolder], jejak: Sequence[BarisJejak], *, utuh: bool
) -> Iterator[Beda]:
    """Find results that the trail doesn't know, and a current one that isn't the last that it names."""
    dikenal = {str(b.isi["manifes"]) for b in milik_periode(jejak, periode)}
    for nama, folder in semua.items():
        if folder.sha256_manifes and folder.sha256_manifes not in dikenal:
            yield Beda(JEJAK, f"{nama}/manifes.json", "Tidak dikenal jejak audit: isinya berubah, atau bukan dari sini.")
    if utuh:
        lapis = tumpukan(jejak, periode)
        kini = semua[str(periode)].sha256_manifes
        if kini in dikenal and (not lapis or lapis[-1].manifes != kini):
            yield Beda(JEJAK, f"{periode}/manifes.json", "Bukan hasil terakhir menurut jejak audit.")


def _bukti_keberatan(ruang: RuangKerja, periode: Periode, jejak: Sequence[BarisJejak]) -> Iterator[Beda]:
    """Find evidence of objections that is gone or was changed."""
    perkara = [b for b in jejak if b.isi["tindakan"] == CATAT and b.isi.get("periode") == str(periode)]
    for bukti in semua_bukti(perkara):
        berkas = ruang.berkas_bukti(periode, bukti.nama, bukti.sha256)
        if sidik_berkas(berkas) != bukti.sha256:
            yield Beda(BERKAS, berkas.relative_to(ruang.folder).as_posix(), "Bukti keberatan ini hilang atau berubah.")


def _periode_lain(ruang: RuangKerja, periode: Periode, jejak: Sequence[BarisJejak], *, utuh: bool) -> Iterator[Beda]:
    """Find lines that were cut off the trail's end: another period stands where no line put it."""
    if not utuh:
        return
    for lain in ruang.semua_periode():
        manifes = sidik_berkas(ruang.folder_periode(lain) / "manifes.json")
        if lain != periode and not any(b.isi["manifes"] == manifes for b in milik_periode(jejak, lain)):
            yield Beda(JEJAK, f"{lain}/manifes.json", f"Tidak dikenal jejak audit; lihat “kinerja buktikan {lain}”.")


def _bangun_ulang(ruang: RuangKerja, periode: Periode) -> Iterator[Beda]:
    try:
        simpanan = ruang.baca(periode)
        assert simpanan
        aturan = aturan_tersimpan(simpanan)
        terbaca = baca(berkas_simpanan(simpanan))
        tafsiran = tafsirkan(terbaca, uraikan(terbaca), aturan, periode, semua=True)
        yield from beda_bacaan(simpanan.berkas, tafsiran.masukan, tafsiran.berlaku, aturan, periode)
        yield from beda_hitungan(simpanan.berkas, aturan, periode)
    except KinerjaError as e:
        yield Beda(HITUNGAN, str(periode), f"Tidak dapat dihitung ulang: {e.kalimat}")
    except (
        SimpananRusak,
        KeyError,
        ValueError,
        ArithmeticError,
    ) as e:  # whole by its manifest, yet no state that kinerja writes
        yield Beda(HITUNGAN, str(periode), f"Tidak dapat dihitung ulang: {e}.")


def _beda_laporan(ruang: RuangKerja, periode: Periode, nama: str, isi: bytes) -> tuple[list[Beda], tuple[str, ...]]:
    """Make a report again and compare: a page byte by byte, a workbook by its unzipped parts, then by its bytes."""
    try:
        calon = susun_ulang(ruang, muat(ruang, periode, setelan_ruang(ruang)), nama)
    except (KinerjaError, ValueError, KeyError) as e:
        return [Beda(LAPORAN, nama, f"Tidak dapat dibuat ulang: {e}")], ()
    if not calon:
        return [Beda(LAPORAN, nama, f"Bukan nama laporan {periode.nama}; nama asli berkasnya jangan diganti.")], ()
    if isi in calon:
        return [], ()
    if not nama.endswith(".xlsx"):
        return [Beda(LAPORAN, nama, "Isinya bukan yang dibuat dari hasil dan setelan sekarang.")], ()
    ada = _bagian(isi)
    if ada is None:
        return [Beda(LAPORAN, nama, "Bukan buku kerja yang utuh.")], ()
    seharusnya = next((satu for satu in calon if _bagian(satu) == ada), calon[0])
    harus = _bagian(seharusnya) or {}
    bagian = sorted(n for n in ada.keys() | harus.keys() if ada.get(n) != harus.get(n))
    if bagian:
        return [Beda(LAPORAN, f"{nama} › {n}", "Bukan yang dibuat dari hasil dan setelan sekarang.") for n in bagian], ()
    if len(isi) == len(seharusnya):
        return [Beda(LAPORAN, nama, "Semua isinya sama, tetapi bita kemasannya diubah.")], ()
    return [], (f"{nama}: semua isinya sama; hanya kemasannya dari versi kinerja atau pustaka lain.",)


def _bagian(isi: bytes) -> dict[str, bytes] | None:
    try:
        with zipfile.ZipFile(io.BytesIO(isi)) as z:
            return {nama: z.read(nama) for nama in z.namelist()}
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError):
        return None
