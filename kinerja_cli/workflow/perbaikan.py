"""Repair workbooks: made from a check, and merged back into the sender's workbook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kinerja_cli.core.anotasi import nama_lembar_excel
from kinerja_cli.core.asal import Asal, AsalRusak, cari_asal
from kinerja_cli.core.lembar import Lembar
from kinerja_cli.core.penerapan import Penerapan, terapkan
from kinerja_cli.core.perbaikan import Perbaikan, pilihan_isian, rencanakan
from kinerja_cli.core.periode import Periode
from kinerja_cli.core.temuan import Temuan, Tingkat
from kinerja_cli.errors import KinerjaError
from kinerja_cli.readers.buku_kerja import baca_buku, baca_lembar
from kinerja_cli.readers.csv_teks import bentuk_csv
from kinerja_cli.readers.jenis import Jenis, kenali
from kinerja_cli.readers.pekerja import Pembaca, baca_semua
from kinerja_cli.readers.xlsx import ada_rumus
from kinerja_cli.store import RuangKerja, sha256, simpan_di
from kinerja_cli.workflow.ruang import pilih_aturan, setelan_ruang
from kinerja_cli.workflow.validasi import validasi_berkas
from kinerja_cli.writers.csv_teks import ubah_sel_csv
from kinerja_cli.writers.perbaikan import buku_perbaikan
from kinerja_cli.writers.salinan_nilai import salinan_nilai
from kinerja_cli.writers.sunting import SuntingGagal, ubah_sel

_SUNTINGAN: Mapping[Jenis, tuple[str, ...]] = {Jenis.XLSX: (".xlsx", ".xlsm"), Jenis.CSV: (".csv",)}
"""Formats that are edited in place, and the endings that their files have, the usual one first."""


@dataclass(frozen=True)
class HasilBuat:
    """What came of a check: the repair workbooks that were written, each with its plan, and what none of them mends."""

    tertulis: tuple[tuple[Path, Perbaikan], ...]
    sisa: tuple[Temuan, ...]


@dataclass(frozen=True)
class HasilTerapkan:
    """What came of merging; ``tertulis`` is None where nothing was written.

    Attributes:
        nilai_saja: the sender's format can't be edited, so the new workbook holds values only.
        berumus: it holds formulas, whose stored results are still those of the old values.
    """

    penerapan: Penerapan
    tertulis: Path | None
    nilai_saja: bool = False
    berumus: bool = False


def buat_perbaikan(ruang: RuangKerja | None, jalur: Sequence[Path], tujuan: Path, periode: Periode | None) -> HasilBuat:
    """Check workbooks and write a repair workbook for each that has cells to mend.

    Raises:
        KinerjaError: nothing to check, or a repair workbook is there already: somebody may have filled it in.
    """
    hasil = validasi_berkas(ruang, jalur, periode)
    aspek = pilih_aturan(ruang, setelan_ruang(ruang).aturan, hasil.periode).aspek
    pilihan = pilihan_isian(hasil.masukan, aspek, hasil.temuan)
    rencana = (
        rencanakan(
            Asal(b.sebutan, _akhiran(b.nama, b.isi)[0], b.sha256, pilihan["kode"]), bacaan.lembar, hasil.temuan, pilihan
        )
        for b, bacaan in hasil.terbaca.isi
        if not b.bawaan_dari
    )
    perlu = [p for p in rencana if p.asal.halaman]
    ada = [p.asal.nama_perbaikan for p in perlu if (tujuan / p.asal.nama_perbaikan).exists()]
    if ada:
        raise KinerjaError(
            f"{', '.join(ada)} sudah ada di {tujuan}; mungkin sudah diisi orang, jadi tidak ditimpa.",
            "Pindahkan atau hapus berkas itu, atau sebut folder lain dengan -o.",
        )
    tertulis = tuple((simpan_di(tujuan, p.asal.nama_perbaikan, buku_perbaikan(p)), p) for p in perlu)
    dibetulkan = {t for p in perlu for sel in p.terbuka.values() for t in sel.temuan}
    sisa = tuple(t for t in hasil.temuan if t.tingkat is not Tingkat.INFO and t not in dibetulkan)
    return HasilBuat(tertulis, sisa)


def terapkan_perbaikan(perbaikan: Path, berkas: Path, baru: Path) -> HasilTerapkan:
    """Merge a filled repair workbook into the sender's workbook and write it as a new file.

    Nothing is written where a change is refused or there is none.

    Raises:
        KinerjaError: a file can't be read or edited, or the new one is there already.
    """
    asal, terisi = _baca_perbaikan(perbaikan)
    isi = _isi(berkas)
    _periksa_tujuan(baru, _akhiran(berkas.name, isi))
    lembar = _lembar(berkas, isi, baca_buku)
    penerapan = terapkan(asal, terisi, lembar, utuh=sha256(isi) == asal.sha256)
    if penerapan.penolakan or not penerapan.perubahan:
        return HasilTerapkan(penerapan, None)
    jenis = kenali(berkas.name, isi)
    tertulis = simpan_di(baru.parent, baru.name, _ubah(berkas.name, isi, lembar, penerapan))
    return HasilTerapkan(penerapan, tertulis, jenis not in _SUNTINGAN, jenis is Jenis.XLSX and ada_rumus(isi))


def _baca_perbaikan(jalur: Path) -> tuple[Asal, tuple[Lembar, ...]]:
    lembar = _lembar(jalur, _isi(jalur), baca_lembar)
    try:
        return cari_asal(lembar), lembar
    except AsalRusak as e:
        raise KinerjaError(
            f"{jalur.name} bukan berkas perbaikan, atau lembar tersembunyinya hilang.",
            "Pakai berkas yang dibuat dengan “kinerja perbaikan buat”, disimpan sebagai .xlsx.",
        ) from e


def _isi(jalur: Path) -> bytes:
    try:
        return jalur.read_bytes()
    except OSError as e:
        raise KinerjaError(f"{jalur} tidak dapat dibaca.", "Periksa nama dan foldernya.") from e


def _lembar(jalur: Path, isi: bytes, cara: Pembaca) -> tuple[Lembar, ...]:
    (bacaan,) = baca_semua([(jalur.name, isi)], cara)
    if not bacaan.lembar:
        t = bacaan.temuan[0]
        raise KinerjaError(f"{jalur.name}: {t.pesan}", t.saran)
    return bacaan.lembar


def _akhiran(nama: str, isi: bytes) -> tuple[str, ...]:
    """Give the endings that a mended copy may have: that of the file itself first, where it is one of them."""
    jenis = kenali(nama, isi)
    semua = _SUNTINGAN.get(jenis, (".xlsx",)) if isinstance(jenis, Jenis) else (".xlsx",)
    sendiri = Path(nama).suffix.lower()
    return (sendiri,) if sendiri in semua else semua[:1]


def _periksa_tujuan(baru: Path, akhiran: Sequence[str]) -> None:
    if baru.exists():
        raise KinerjaError(f"{baru} sudah ada; tidak ditimpa.", "Sebut nama berkas baru dengan -o.")
    if baru.suffix.lower() not in akhiran:
        raise KinerjaError(
            f"Nama berkas baru, {baru.name}, harus berakhiran {akhiran[0]}.", "Betulkan namanya di belakang -o."
        )


def _ubah(nama: str, isi: bytes, lembar: Sequence[Lembar], penerapan: Penerapan) -> bytes:
    jenis = kenali(nama, isi)
    try:
        if jenis is Jenis.XLSX:
            return ubah_sel(isi, {(p.letak.lembar, p.letak.sel): p.baru for p in penerapan.perubahan})
        if jenis is Jenis.CSV:
            return ubah_sel_csv(isi, bentuk_csv(isi), {p.tempat: p.baru for p in penerapan.perubahan})
        return _salin_nilai(lembar, penerapan)
    except SuntingGagal as e:
        raise KinerjaError(
            f"{nama} tidak dapat diubah dengan aman: {e}.", "Ketik perubahannya langsung di berkas itu."
        ) from e
    except UnicodeEncodeError as e:
        raise KinerjaError(
            f"{nama} tidak dapat memuat huruf “{e.object[e.start : e.end]}”.",
            "Simpan dulu berkas itu sebagai CSV UTF-8, lalu ulangi.",
        ) from e


def _salin_nilai(lembar: Sequence[Lembar], penerapan: Penerapan) -> bytes:
    baru = {(p.letak.lembar, *p.tempat): p.baru for p in penerapan.perubahan}
    nama = nama_lembar_excel([satu.nama for satu in lembar])
    isi = {
        nama[satu.nama]: [
            [baru.get((satu.nama, r, k), sel) for k, sel in enumerate(baris)] for r, baris in enumerate(satu.baris)
        ]
        for satu in lembar
    }
    return salinan_nilai(isi, {nama[satu.nama] for satu in lembar if satu.tersembunyi})
