"""Checking before sending: the same reading and judging as hitung, nothing written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kinerja_cli.core.periode import Periode
from kinerja_cli.core.ringkasan import Hitungan, sidik
from kinerja_cli.core.skema import Keadaan, Masukan
from kinerja_cli.core.temuan import Temuan, ada_galat, urutkan
from kinerja_cli.errors import KinerjaError
from kinerja_cli.store import RuangKerja, simpan_di
from kinerja_cli.workflow.berkas import kumpulkan
from kinerja_cli.workflow.tafsir import bulan_menurut_berkas, tafsirkan, uraikan
from kinerja_cli.workflow.terbaca import Terbaca, baca, putusan_dari_luar
from kinerja_cli.workflow.tersimpan import aturan_periode, beberapa_periode, berkas_bawaan, bulan_lalu, kode_tersimpan


@dataclass(frozen=True)
class HasilValidasi:
    """The findings, what was counted, and what was read; ``periode`` is None where nothing names a month."""

    periode: Periode | None
    temuan: tuple[Temuan, ...]
    hitungan: Hitungan
    terbaca: Terbaca
    masukan: Masukan


def validasi_berkas(ruang: RuangKerja | None, jalur: Sequence[Path], periode: Periode | None) -> HasilValidasi:
    """Check workbooks; people and indicators of a ruang kerja are used where there is one.

    Raises:
        KinerjaError: a path doesn't exist, or nothing in it is a workbook.
    """
    masuk, temuan_berkas = kumpulkan(jalur)
    terbaca = baca(masuk)
    if not terbaca.berkas and not ada_galat((*temuan_berkas, *terbaca.temuan)):
        sebab = [f"{t.letak}: {t.pesan}" for t in (*temuan_berkas, *terbaca.temuan)][:3]
        raise KinerjaError("Tidak ada buku kerja yang dapat diperiksa.", " ".join(sebab) or "Periksa berkas yang disebut.")
    temuan_berkas += putusan_dari_luar(terbaca)
    uraian = uraikan(terbaca, kode_tersimpan(ruang) if ruang else ())
    isi = uraian.masukan
    hitungan = Hitungan(
        berkas=len(terbaca.berkas),
        pegawai=isi.pegawai["nip"].nunique(),
        indikator=len(isi.indikator),
        orang_berealisasi=isi.realisasi["nip"].nunique(),
        realisasi=int((isi.realisasi["keadaan"] == Keadaan.TERISI.value).sum()),
        perilaku=isi.perilaku["nip"].nunique(),
        inovasi=len(isi.inovasi.drop_duplicates(["sumber", "baris"])),
        sidik=tuple((b.sebutan, sidik(b.sha256)) for b in terbaca.berkas),
    )
    bulan = bulan_menurut_berkas(uraian)
    if len(bulan) > 1:
        temuan = (*temuan_berkas, *terbaca.temuan, *uraian.temuan, beberapa_periode(bulan, jalur, "validasi"))
        return HasilValidasi(None, urutkan(temuan), hitungan, terbaca, isi)
    periode = periode or next(iter(bulan), None)
    aturan, _ = aturan_periode(ruang, "", periode, ruang.baca(periode) if ruang and periode else None)
    if ruang:
        sebelum = [p for p in ruang.semua_periode() if periode is None or p <= periode]
        terbaca = terbaca.tambah(baca(berkas_bawaan(ruang, sebelum, {b.sha256 for b in masuk})))
        uraian = uraikan(terbaca)
    tafsiran = tafsirkan(terbaca, uraian, aturan, periode, semua=False, lalu=bulan_lalu(ruang, periode))
    return HasilValidasi(periode, urutkan((*temuan_berkas, *tafsiran.temuan)), hitungan, terbaca, tafsiran.masukan)


def tulis_halaman(folder: Path, hasil: HasilValidasi, *, peringatan: int, gagal: bool) -> Path:
    """Write the findings as one page to send on; give its path.

    Raises:
        KinerjaError: the folder can't be written.
    """
    from kinerja_cli.writers.html import halaman_validasi  # the libraries of pages load slowly, and most checks write none

    halaman = halaman_validasi(hasil.temuan, hasil.hitungan, hasil.periode, peringatan=peringatan, gagal=gagal)
    return simpan_di(folder, "hasil-validasi.html", halaman.encode())
