"""Panel "Menelusuri": rekap, bandingkan, riwayat, buktikan."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kinerja_cli.cli.bulanan import OpsiJson, OpsiPeriode, OpsiRuang
from kinerja_cli.cli.konsol import (
    ADA_GALAT,
    TIDAK_BISA,
    buka_ruang,
    catat,
    cetak,
    cetak_polos,
    keluar,
    kemajuan,
    pelaku,
    periode_dari_opsi,
    wajib_periode,
)

if TYPE_CHECKING:
    from kinerja_cli.core.periode import Periode
    from kinerja_cli.store import RuangKerja

PANEL = "Menelusuri"


def rekap(
    tahun: Annotated[int, typer.Option("--tahun", help="Tahun, misalnya 2025.", metavar="TAHUN")],
    triwulan: Annotated[int | None, typer.Option("--triwulan", help="Hanya triwulan ini, 1 sampai 4.", metavar="KE")] = None,
    semester: Annotated[int | None, typer.Option("--semester", help="Hanya semester ini, 1 atau 2.", metavar="KE")] = None,
    angka_kredit: Annotated[
        Path | None,
        typer.Option(
            "--angka-kredit", help="Buku kerja dengan kolom NIP, Jenjang, Predikat (tahunan), Jumlah Bulan.", metavar="BERKAS"
        ),
    ] = None,
    ruang: OpsiRuang = None,
    json: OpsiJson = False,
    format_: Annotated[
        str, typer.Option("--format", help="Yang ditulis: xlsx, html, atau keduanya.", metavar="JENIS")
    ] = "xlsx,html",
) -> None:
    """Rekap setahun, triwulan, atau semester dari bulan-bulan yang tersimpan."""
    from kinerja_cli.core.temuan import ada_galat
    from kinerja_cli.errors import KinerjaError
    from kinerja_cli.workflow.rekap import FORMAT, pilih_rentang, rekap_rentang
    from kinerja_cli.writers import mesin
    from kinerja_cli.writers.terminal import rekap as layar
    from kinerja_cli.writers.terminal import temuan as layar_temuan

    jenis = [satu.strip() for satu in format_.split(",")]
    if asing := [satu for satu in jenis if satu not in FORMAT]:
        raise KinerjaError(f"Format “{asing[0]}” tidak dikenal.", f"Yang ada: {', '.join(FORMAT)}.")
    rentang = pilih_rentang(tahun, triwulan, semester)
    tempat = buka_ruang(ruang)
    with kemajuan("Merekap"):
        hasil = rekap_rentang(tempat, rentang, pelaku(), angka_kredit, jenis)
    gagal = ada_galat(hasil.temuan)
    for pesan in hasil.pemulihan:
        catat(pesan)
    if json:
        cetak_polos(mesin.json_rekap(hasil.rekap, hasil.temuan))
    else:
        if hasil.temuan:
            cetak(layar_temuan.temuan(hasil.temuan), "")
        if not gagal:
            cetak(layar.rekap(hasil.rekap), layar.berkas(hasil.folder, hasil.tertulis))
    if gagal:
        catat("Tidak ada yang ditulis. Betulkan GALAT di atas, lalu ulangi.")
        keluar(ADA_GALAT)
    if hasil.terbuka:
        catat(f"Tutup {', '.join(hasil.terbuka)}, lalu jalankan lagi.")
        keluar(TIDAK_BISA)


def bandingkan(
    bulan: Annotated[
        list[str] | None, typer.Argument(help="Dua bulan, misalnya 2025-01 2025-02.", metavar="BULAN BULAN")
    ] = None,
    penilai: Annotated[
        bool, typer.Option("--penilai", help="Bandingkan para penilai dan unit kerja dalam satu bulan.")
    ] = False,
    periode: OpsiPeriode = None,
    ruang: OpsiRuang = None,
    json: OpsiJson = False,
    format_: Annotated[
        str,
        typer.Option("--format", help="Dengan --penilai, tulis juga sebagai: xlsx, html (boleh keduanya).", metavar="JENIS"),
    ] = "",
    ke: Annotated[
        Path | None,
        typer.Option("-o", "--ke", help="Folder tempat menulisnya; bawaannya laporan bulan itu.", metavar="FOLDER"),
    ] = None,
) -> None:
    """Bandingkan dua bulan, orang demi orang; atau para penilai dan unit: apa yang layak ditanyakan."""
    from kinerja_cli.errors import KinerjaError

    dua = [p for p in map(periode_dari_opsi, bulan or ()) if p]
    if penilai == bool(dua) or (dua and (len(dua) != 2 or periode or format_ or ke)):
        raise KinerjaError(
            "Sebut dua bulan, atau --penilai.",
            "Misalnya: kinerja bandingkan 2025-01 2025-02, atau kinerja bandingkan --penilai --periode 2025-01.",
        )
    tempat = buka_ruang(ruang)
    if penilai:
        _penilai(tempat, periode_dari_opsi(periode), format_, ke, json=json)
    else:
        _bulan(tempat, dua[0], dua[1], json=json)


def _penilai(ruang: RuangKerja, periode: Periode | None, format_: str, ke: Path | None, *, json: bool) -> None:
    from kinerja_cli.workflow.penilai import banding_penilai, tulis_penilai
    from kinerja_cli.writers import mesin
    from kinerja_cli.writers.terminal import penilai as layar

    with kemajuan("Membandingkan"):
        laporan = banding_penilai(ruang, periode)
    if json:
        cetak_polos(mesin.json_penilai(laporan))
    else:
        cetak(layar.penilai(laporan))
    jenis = [f.strip().lower() for f in format_.split(",") if f.strip()]
    for berkas in tulis_penilai(laporan, jenis, ke or ruang.folder_laporan(laporan.konteks.periode)):
        catat(f"Ditulis: {berkas}")


def _bulan(ruang: RuangKerja, asal: Periode, jadi: Periode, *, json: bool) -> None:
    from kinerja_cli.workflow.banding import banding_bulan
    from kinerja_cli.writers import mesin
    from kinerja_cli.writers.terminal import banding as layar

    with kemajuan("Membandingkan"):
        hasil = banding_bulan(ruang, asal, jadi)
    if json:
        cetak_polos(mesin.json_bulan(asal, jadi, hasil.banding, datang=hasil.datang, pergi=hasil.pergi))
    else:
        cetak(layar.bulan(hasil.asal, hasil.jadi, hasil.banding, datang=hasil.datang, pergi=hasil.pergi))


def riwayat(
    periode: OpsiPeriode = None,
    tindakan: Annotated[str, typer.Option("--tindakan", help="Misalnya hitung, kunci, batalkan.", metavar="NAMA")] = "",
    orang: Annotated[
        str, typer.Option("--orang", help="NIP pegawai (hasilnya ikut tampil), atau nama pelaku.", metavar="NIP-ATAU-NAMA")
    ] = "",
    ruang: OpsiRuang = None,
    json: OpsiJson = False,
) -> None:
    """Tampilkan jejak audit: apa yang dilakukan, oleh siapa, kapan, dan mengapa."""
    from kinerja_cli.workflow.riwayat import riwayat as cari
    from kinerja_cli.writers import mesin
    from kinerja_cli.writers.terminal import menelusuri as layar

    semua = cari(buka_ruang(ruang), periode_dari_opsi(periode), tindakan, orang)
    if json:
        cetak_polos(mesin.json_riwayat(semua))
    else:
        cetak(layar.riwayat(semua))


def buktikan(
    periode: Annotated[str, typer.Argument(help="Bulan, misalnya 2025-01.", metavar="PERIODE")],
    laporan: Annotated[
        Path | None,
        typer.Option("--laporan", help="Bandingkan juga laporan ini dengan yang dibuat ulang.", metavar="BERKAS"),
    ] = None,
    ruang: OpsiRuang = None,
    json: OpsiJson = False,
) -> None:
    """Bangun ulang sebuah periode dari berkas sumbernya, dan sebut setiap bita dan sel yang berbeda."""
    from kinerja_cli.workflow.buktikan import buktikan as jalankan
    from kinerja_cli.writers import mesin
    from kinerja_cli.writers.terminal import buktikan as layar

    tempat, bulan = buka_ruang(ruang), wajib_periode(periode)
    with kemajuan("Membangun ulang dan mencocokkan"):
        bukti = jalankan(tempat, bulan, laporan)
    if json:
        cetak_polos(mesin.json_bukti(bukti))
    else:
        cetak(layar.bukti(bukti))
    if not bukti.sama:
        keluar(ADA_GALAT)
