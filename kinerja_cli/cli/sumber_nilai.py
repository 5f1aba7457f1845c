"""Panel "Sumber nilai": skm, layanan."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kinerja_cli.cli.bulanan import ArgBerkas, OpsiJson, OpsiPeriode, OpsiRuang, cetak_hasil_hitung, kode_hitung
from kinerja_cli.cli.konsol import (
    ADA_GALAT,
    SELESAI,
    buka_ruang,
    cari_ruang,
    catat,
    cetak,
    cetak_polos,
    keluar,
    kemajuan,
    pelaku,
    periode_dari_opsi,
    pilihan_format,
)
from kinerja_cli.core.layanan.pilihan import Penerima, UkuranNilai

if TYPE_CHECKING:
    from fractions import Fraction

    from kinerja_cli.core.layanan.jangka import Jangka
    from kinerja_cli.store import RuangKerja
    from kinerja_cli.workflow.titipan import Tujuan

PANEL = "Sumber nilai"

OpsiKe = Annotated[Path | None, typer.Option("-o", "--ke", help="Tulis laporannya di folder ini.", metavar="FOLDER")]
OpsiFormat = Annotated[str, typer.Option("--format", help="Jenis berkas laporan: xlsx, html.", metavar="JENIS")]
OpsiSebagai = Annotated[
    str,
    typer.Option("--sebagai", help="Jadikan realisasi indikator ini; perlu --dinas dan --periode.", metavar="KODE"),
]
OpsiDinas = Annotated[str, typer.Option("--dinas", help="Dinas yang disurvei.", metavar="NAMA")]
OpsiLewati = Annotated[
    bool, typer.Option("--lewati-galat", help="Dengan --sebagai: hitung bulannya walaupun ada orang yang datanya salah.")
]


def skm(
    berkas: ArgBerkas,
    layanan: Annotated[str, typer.Option("--layanan", help="Hanya layanan ini.", metavar="NAMA")] = "",
    populasi: Annotated[
        int | None, typer.Option("--populasi", min=1, help="Banyaknya pengguna layanan, untuk memeriksa sampel.", metavar="N")
    ] = None,
    lalu: Annotated[
        Path | None, typer.Option("--lalu", help="Survei sebelumnya, untuk dibandingkan.", metavar="BERKAS")
    ] = None,
    bobot: Annotated[
        str, typer.Option("--bobot", help="Bobot setiap unsur, misalnya 0,111; bawaannya 1/9.", metavar="ANGKA")
    ] = "",
    ke: OpsiKe = None,
    format_: OpsiFormat = "xlsx,html",
    json: OpsiJson = False,
    sebagai: OpsiSebagai = "",
    dinas: OpsiDinas = "",
    periode: OpsiPeriode = None,
    lewati_galat: OpsiLewati = False,
    ruang: OpsiRuang = None,
) -> None:
    """Hitung indeks kepuasan masyarakat dari buku kerja survei (PermenPANRB 14/2017)."""
    from kinerja_cli.core.temuan import ada_galat
    from kinerja_cli.workflow.skm import FORMAT, PerintahSkm, beri_indeks, hitung_skm, layak_umum, tulis_skm
    from kinerja_cli.writers import mesin_skm
    from kinerja_cli.writers.terminal import menyiapkan as layar_berkas
    from kinerja_cli.writers.terminal import skm as layar
    from kinerja_cli.writers.terminal import temuan as layar_temuan

    jenis = pilihan_format(format_, FORMAT)
    tujuan = tujuan_dari_opsi(sebagai, dinas, periode, lewati_galat=lewati_galat)
    tempat = ruang_tujuan(ruang, tujuan)
    perintah = PerintahSkm(berkas, layanan, dinas, populasi, _bobot(bobot), lalu)
    ruang_laporan = cari_ruang(ruang) if ke and not tempat else tempat
    with kemajuan("Membaca dan menghitung survei"):
        laporan = hitung_skm(perintah)
        layak = layak_umum(laporan)
        hasil = beri_indeks(tempat, laporan, tujuan, pelaku()) if tempat and tujuan and layak else None
        ditulis = tulis_skm(ke, laporan, jenis, ruang_laporan) if ke else ()
    if json:
        bulan = (hasil.tersimpan, hasil.temuan) if hasil else None
        cetak_polos(mesin_skm.json_skm(laporan, bulan))
    else:
        cetak(layar_temuan.temuan(laporan.temuan), layar.hasil(laporan))
        if ditulis:
            cetak("", layar_berkas.berkas_ditulis(ditulis))
        if hasil:
            cetak("")
            cetak_hasil_hitung(hasil)
    if not layak:
        catat("Indeks ini belum dapat diumumkan dan belum diberikan kepada indikator: betulkan dulu yang bertanda GALAT.")
    keluar(kode_hitung(hasil) if hasil else ADA_GALAT if ada_galat(laporan.temuan) else SELESAI)


def ruang_tujuan(ruang: Path | None, tujuan: Tujuan | None) -> RuangKerja | None:
    """Find the ruang kerja that ``--sebagai`` needs; without it none is needed.

    Raises:
        KinerjaError: there is none.
    """
    return buka_ruang(ruang) if tujuan else None


def tujuan_dari_opsi(sebagai: str, dinas: str, periode: str | None, *, lewati_galat: bool) -> Tujuan | None:
    """Read ``--sebagai`` and what it needs; None where it isn't given.

    Raises:
        KinerjaError: --dinas or --periode is missing, or no month.
    """
    from kinerja_cli.errors import KinerjaError
    from kinerja_cli.workflow.titipan import Tujuan

    bulan = periode_dari_opsi(periode)
    if not sebagai:
        if bulan:
            raise KinerjaError(
                "--periode hanya dipakai bersama --sebagai.", "Tambahkan --sebagai KODE, atau hapus --periode."
            )
        return None
    if not dinas or bulan is None:
        raise KinerjaError(
            "--sebagai memerlukan --dinas dan --periode.",
            f'Contoh: --sebagai {sebagai} --dinas "Dinas Kesehatan" --periode 2025-01',
        )
    return Tujuan(sebagai, dinas, bulan, lewati_galat)


def _bobot(teks: str) -> Fraction | None:
    from fractions import Fraction

    from kinerja_cli.errors import KinerjaError

    if not teks:
        return None
    try:
        bobot = Fraction(teks.replace(",", "."))
    except (ValueError, ZeroDivisionError):
        bobot = Fraction(0)
    if not 0 < bobot <= 1:
        raise KinerjaError(f"Bobot “{teks}” bukan angka di antara 0 dan 1.", "Tulis misalnya --bobot 0,111 atau --bobot 1/9.")
    return bobot


def layanan(
    berkas: ArgBerkas,
    standar: Annotated[
        Path | None,
        typer.Option("--standar", help="Buku kerja standar waktu: Jenis Layanan, Standar, Satuan.", metavar="BERKAS"),
    ] = None,
    periode: OpsiPeriode = None,
    banding: Annotated[
        tuple[str, str] | None,
        typer.Option(
            "--banding", help="Dua masa yang dibandingkan: bulan (2025-01), 2025-S1, atau 2025-T2.", metavar="MASA MASA"
        ),
    ] = None,
    jenis: Annotated[str, typer.Option("--jenis", help="Hanya jenis layanan ini.", metavar="NAMA")] = "",
    ke: OpsiKe = None,
    format_: OpsiFormat = "xlsx,html",
    json: OpsiJson = False,
    sebagai: OpsiSebagai = "",
    dinas: OpsiDinas = "",
    ukuran: Annotated[
        UkuranNilai,
        typer.Option("--ukuran", help="Untuk --sebagai: median, dalam-standar (persen), atau p90.", metavar="UKURAN"),
    ] = UkuranNilai.MEDIAN,
    per: Annotated[
        Penerima,
        typer.Option(
            "--per", help="Untuk --sebagai: satu nilai sedinas (dinas), atau menurut NIP Petugas (petugas).", metavar="SIAPA"
        ),
    ] = Penerima.DINAS,
    lewati_galat: OpsiLewati = False,
    ruang: OpsiRuang = None,
) -> None:
    """Hitung waktu layanan dari register: lamanya, tepat standar atau tidak, sisanya, dan apakah menjadi lebih cepat."""
    from kinerja_cli.core.temuan import Tingkat, ada_galat
    from kinerja_cli.workflow.layanan import FORMAT, Penyerahan, PerintahLayanan, hitung_layanan, serahkan, tulis_layanan
    from kinerja_cli.writers import mesin_layanan
    from kinerja_cli.writers.terminal import layanan as layar
    from kinerja_cli.writers.terminal import menyiapkan as layar_berkas
    from kinerja_cli.writers.terminal import temuan as layar_temuan

    jenis_berkas = pilihan_format(format_, FORMAT)
    bulan = periode_dari_opsi(periode)
    tujuan = tujuan_dari_opsi(sebagai, dinas, periode, lewati_galat=lewati_galat) if sebagai else None
    dua = _dua_jangka(banding) if banding else None
    oleh = pelaku()
    tempat = ruang_tujuan(ruang, tujuan)
    perintah = PerintahLayanan(berkas, standar, bulan, dua, jenis)
    setelan = tempat or cari_ruang(ruang)
    with kemajuan("Membaca register dan menghitung"):
        hasil = hitung_layanan(setelan, perintah, oleh.kini.date())
        galat = ada_galat(hasil.temuan)
        serah = serahkan(tempat, hasil, Penyerahan(tujuan, ukuran, per), oleh) if tempat and tujuan and not galat else None
        ditulis = tulis_layanan(ke, hasil, jenis_berkas) if ke else ()
    if json:
        isi = (serah.hasil.tersimpan, serah.hasil.temuan) if serah else None
        cetak_polos(mesin_layanan.json_layanan(hasil.temuan, hasil.laporan, isi))
    else:
        perlu = layar_temuan.temuan(hasil.temuan, (Tingkat.GALAT, Tingkat.PERINGATAN))
        cetak(perlu, *([layar.laporan(hasil.laporan)] if hasil.laporan else []))
        if ditulis:
            cetak("", layar_berkas.berkas_ditulis(ditulis))
        if serah:
            cetak("")
            cetak_hasil_hitung(serah.hasil)
    for catatan in serah.catatan if serah else ():
        catat(catatan)
    if tujuan and galat:
        catat("Nilai tidak diserahkan: betulkan dulu GALAT di atas.")
    keluar(kode_hitung(serah.hasil) if serah else ADA_GALAT if galat else SELESAI)


def _dua_jangka(teks: tuple[str, str]) -> tuple[Jangka, Jangka]:
    """Read ``--banding``; the earlier span comes first, whatever the order.

    Raises:
        KinerjaError: one is no span, or they overlap.
    """
    from kinerja_cli.errors import KinerjaError

    lama, baru = sorted(map(_jangka, teks))
    if lama.akhir >= baru.awal:
        raise KinerjaError(f"{lama.nama} dan {baru.nama} bertumpuk.", "Sebut dua masa yang terpisah.")
    return lama, baru


def _jangka(teks: str) -> Jangka:
    from kinerja_cli.core.layanan.jangka import jangka_dari_teks
    from kinerja_cli.errors import KinerjaError

    jangka = jangka_dari_teks(teks)
    if jangka is None:
        raise KinerjaError(
            f"“{teks}” bukan masa yang dikenal.", "Tulis bulan (2025-01), semester (2025-S1), atau triwulan (2025-T2)."
        )
    return jangka
