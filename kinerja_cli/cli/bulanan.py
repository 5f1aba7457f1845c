"""Panel "Setiap bulan": validasi, hitung, laporan, jelaskan, tindak-lanjut."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from kinerja_cli.cli.konsol import (
    ADA_GALAT,
    SELESAI,
    TIDAK_BISA,
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

if TYPE_CHECKING:
    from kinerja_cli.store import RuangKerja
    from kinerja_cli.workflow.hitung import HasilHitung, Perintah
    from kinerja_cli.workflow.laporan import HasilLaporan

PANEL = "Setiap bulan"

OpsiRuang = Annotated[
    Path | None,
    typer.Option("--ruang", envvar="KINERJA_RUANG", help="Folder ruang kerja (berisi kinerja.toml).", metavar="FOLDER"),
]
OpsiPeriode = Annotated[str | None, typer.Option("--periode", help="Bulan, misalnya 2025-01.", metavar="BULAN")]
OpsiJson = Annotated[bool, typer.Option("--json", help="Cetak sebagai JSON untuk program lain.")]
OpsiFormat = Annotated[
    str, typer.Option("--format", help="Hanya jenis laporan ini: xlsx, html, atau keduanya (xlsx,html).", metavar="JENIS")
]
OpsiTanpaRumus = Annotated[
    bool, typer.Option("--tanpa-rumus", help="Tulis angka saja di buku kerja dinas, tanpa rumus Excel.")
]
OpsiUntuk = Annotated[
    str,
    typer.Option(
        "--untuk", help="Pembacanya: pimpinan, publik (tanpa nama), atau pegawai (slip perorangan).", metavar="PEMBACA"
    ),
]
ArgBerkas = Annotated[list[Path], typer.Argument(help="Berkas Excel, ODS, atau CSV; atau foldernya.", metavar="BERKAS")]


def validasi(
    berkas: ArgBerkas,
    periode: OpsiPeriode = None,
    ruang: OpsiRuang = None,
    ketat: Annotated[bool, typer.Option("--ketat", help="Anggap PERINGATAN sebagai kegagalan.")] = False,
    json: OpsiJson = False,
    format_: Annotated[
        str, typer.Option("--format", help="Tulis juga sebagai: html (satu halaman untuk diteruskan).", metavar="JENIS")
    ] = "",
    anotasi: Annotated[
        bool,
        typer.Option("--anotasi", help="Tulis salinan berkas yang selnya diwarnai dan diberi catatan; perlu -o."),
    ] = False,
    ke: Annotated[
        Path | None,
        typer.Option("-o", "--ke", help="Folder tempat menulisnya; tanpa ini --format tercetak di layar.", metavar="FOLDER"),
    ] = None,
) -> None:
    """Periksa berkas sebelum dikirim. Berkasnya sendiri tidak diubah."""
    from kinerja_cli.workflow.berkas import dahulukan

    dahulukan(berkas)  # they are read while the imports below take their time
    from kinerja_cli.core.temuan import Tingkat, ada_galat, hitung_tingkat
    from kinerja_cli.errors import KinerjaError
    from kinerja_cli.workflow.validasi import tulis_halaman, validasi_berkas
    from kinerja_cli.writers.terminal import temuan as layar

    if format_ not in ("", "html"):
        raise KinerjaError(f"Format “{format_}” tidak dikenal.", "Yang ada: html.")
    if anotasi and ke is None:
        raise KinerjaError("Folder untuk salinan belum disebut.", "Tambahkan -o FOLDER, misalnya -o diperiksa.")
    tempat, bulan = cari_ruang(ruang), periode_dari_opsi(periode)
    with kemajuan("Memeriksa berkas"):
        hasil = validasi_berkas(tempat, berkas, bulan)
    peringatan = hitung_tingkat(hasil.temuan)[Tingkat.PERINGATAN]
    gagal = ada_galat(hasil.temuan) or (ketat and peringatan > 0)
    if json:
        from kinerja_cli.writers import mesin

        cetak_polos(mesin.json_validasi(hasil.temuan, hasil.periode, hasil.hitungan, siap=not gagal))
    elif format_ and ke is None:
        from kinerja_cli.writers.html import halaman_validasi

        cetak_polos(halaman_validasi(hasil.temuan, hasil.hitungan, hasil.periode, peringatan=peringatan, gagal=gagal))
    else:
        cetak(
            layar.temuan(hasil.temuan),
            layar.hasil_validasi(hasil.hitungan, hasil.periode, peringatan=peringatan, gagal=gagal),
        )
    if format_ and ke is not None:
        catat(f"Ditulis: {tulis_halaman(ke, hasil, peringatan=peringatan, gagal=gagal)}")
    if anotasi and ke is not None:
        from kinerja_cli.workflow.anotasi import tulis_salinan

        with kemajuan("Menulis salinan"):
            salinan = tulis_salinan(ke, hasil)
        catat(layar.salinan(salinan.utuh, salinan.nilai_saja, salinan.tak_terbaca))
    keluar(ADA_GALAT if gagal else SELESAI)


def hitung(
    berkas: Annotated[
        list[Path] | None,
        typer.Argument(help="Berkas Excel, ODS, atau CSV; atau foldernya. Boleh kosong dengan --andai.", metavar="BERKAS"),
    ] = None,
    periode: OpsiPeriode = None,
    ruang: OpsiRuang = None,
    aturan: Annotated[
        str, typer.Option("--aturan", help="Id atau tujuan aturan; bawaannya dari kinerja.toml.", metavar="ID")
    ] = "",
    lewati_galat: Annotated[
        bool, typer.Option("--lewati-galat", help="Tetap hitung; orang yang datanya salah tidak diberi nilai.")
    ] = False,
    ganti_semua: Annotated[
        bool, typer.Option("--ganti-semua", help="Buang berkas bulan ini yang sudah tersimpan, mulai dari awal.")
    ] = False,
    andai: Annotated[
        str,
        typer.Option(
            "--andai",
            help="Hitung juga dengan cara lain dan bandingkan, tanpa menyimpan: aturan (.toml atau id), "
            "atau buku kerja yang lembar Indikatornya menggantikan indikator berkode sama.",
            metavar="BERKAS-ATAU-ID",
        ),
    ] = "",
    untuk: OpsiUntuk = "pimpinan",
    format_: OpsiFormat = "",
    tanpa_rumus: OpsiTanpaRumus = False,
    json: OpsiJson = False,
) -> None:
    """Hitung nilai sebulan: baca, periksa, hitung, simpan, dan tulis laporannya."""
    from kinerja_cli.errors import KinerjaError
    from kinerja_cli.workflow.berkas import dahulukan

    if not (berkas or andai):
        raise KinerjaError("BERKAS belum disebut.", "Lihat “kinerja hitung --help”. Hanya dengan --andai ia boleh kosong.")
    dahulukan(berkas or ())
    from kinerja_cli.workflow.hitung import Perintah, hitung_periode
    from kinerja_cli.workflow.laporan import cara_laporan

    cara = cara_laporan(format_, berumus=not tanpa_rumus)
    bulan = periode_dari_opsi(periode)
    perintah = Perintah(berkas or (), bulan, aturan, lewati_galat, ganti_semua, laporan=cara, untuk=untuk)
    if andai:
        _hitung_andai(ruang, perintah, andai, json=json)
    tempat = _ruang_untuk_hitung(ruang)
    with kemajuan("Membaca dan menghitung", "Menulis laporan") as maju:
        hasil = hitung_periode(tempat, perintah, pelaku(), maju)
    if json:
        from kinerja_cli.writers import mesin

        _catat_kekurangan(hasil.laporan)
        cetak_polos(mesin.json_hitung(hasil.temuan, hasil.periode, tersimpan=hasil.tersimpan))
    else:
        cetak_hasil_hitung(hasil)
    keluar(kode_hitung(hasil))


def laporan(
    periode: OpsiPeriode = None,
    dinas: Annotated[
        list[str] | None, typer.Option("--dinas", help="Hanya dinas ini; boleh diulang.", metavar="NAMA")
    ] = None,
    untuk: OpsiUntuk = "pimpinan",
    format_: OpsiFormat = "",
    tanpa_rumus: OpsiTanpaRumus = False,
    ruang: OpsiRuang = None,
) -> None:
    """Tulis lagi laporan dari hasil yang tersimpan."""
    from kinerja_cli.workflow.isi import muat
    from kinerja_cli.workflow.laporan import cara_laporan
    from kinerja_cli.workflow.ruang import pilih_periode, setelan_ruang
    from kinerja_cli.workflow.untuk import tulis_untuk
    from kinerja_cli.writers.terminal import bulanan as layar

    cara = cara_laporan(format_, berumus=not tanpa_rumus)
    tempat = buka_ruang(ruang)
    bulan = pilih_periode(tempat, periode_dari_opsi(periode))
    with kemajuan("Menulis laporan") as maju, tempat.menulis(str(pelaku())):
        isi = muat(tempat, bulan, setelan_ruang(tempat))
        hasil = tulis_untuk(untuk, tempat, isi, dinas or (), maju, cara)
    _catat_kekurangan(hasil)
    cetak(layar.laporan(hasil.folder, hasil.tertulis))
    _tolak_yang_terbuka(hasil)


def jelaskan(
    siapa: Annotated[str, typer.Argument(help="NIP, atau nama (boleh sebagian).", metavar="NIP-ATAU-NAMA")],
    periode: OpsiPeriode = None,
    ruang: OpsiRuang = None,
    json: OpsiJson = False,
) -> None:
    """Jelaskan nilai satu orang sebagai hitungan yang dapat diperiksa dengan kalkulator."""
    from kinerja_cli.workflow.jelaskan import jelaskan as cari
    from kinerja_cli.writers import mesin
    from kinerja_cli.writers.terminal import orang as layar

    tempat, bulan = buka_ruang(ruang), periode_dari_opsi(periode)
    with kemajuan("Membaca hasil"):
        hasil = cari(tempat, siapa, bulan)
    if json:
        cetak_polos(mesin.json_orang(hasil.orang, hasil.konteks, hasil.tepi))
    elif len(hasil.orang) == 1:
        cetak(layar.penjelasan(hasil.orang[0], hasil.konteks, hasil.tepi.get(hasil.orang[0].nip)))
    else:
        cetak(layar.pilihan_orang(hasil.orang))


def tindak_lanjut(
    berkas: Annotated[
        list[Path] | None,
        typer.Argument(
            help="Berkas berisi Potensial, Katalog Pelatihan, atau Register Pelatihan; tanpa ini yang di folder pelengkap.",
            metavar="BERKAS",
            show_default=False,
        ),
    ] = None,
    periode: OpsiPeriode = None,
    dinas: Annotated[
        list[str] | None, typer.Option("--dinas", help="Hanya dinas ini; boleh diulang.", metavar="NAMA")
    ] = None,
    ruang: OpsiRuang = None,
    json: OpsiJson = False,
    format_: Annotated[str, typer.Option("--format", help="Tulis juga sebagai: xlsx, html.", metavar="JENIS")] = "",
    ke: Annotated[
        Path | None,
        typer.Option("-o", "--ke", help="Folder tujuannya; tanpa ini folder laporan bulan itu.", metavar="FOLDER"),
    ] = None,
) -> None:
    """Usulkan siapa yang patut ditinjau untuk promosi, pelatihan, atau pembinaan, beserta buktinya."""
    from kinerja_cli.core.temuan import Tingkat, ada_galat
    from kinerja_cli.workflow.lanjut import FORMAT, susun_tindak_lanjut, tulis_tindak_lanjut
    from kinerja_cli.writers.mesin_lanjut import json_lanjut
    from kinerja_cli.writers.terminal import lanjut as layar
    from kinerja_cli.writers.terminal import temuan as layar_temuan

    jenis = pilihan_format(format_, FORMAT) or (FORMAT if ke else ())
    tempat, bulan = buka_ruang(ruang), periode_dari_opsi(periode)
    with kemajuan("Menyusun usulan"):
        hasil = susun_tindak_lanjut(tempat, berkas or (), bulan, dinas or ())
    if json:
        cetak_polos(json_lanjut(hasil.laporan, hasil.temuan))
    else:
        perlu = [layar_temuan.temuan(hasil.temuan, (Tingkat.GALAT, Tingkat.PERINGATAN))] if hasil.temuan else []
        cetak(*perlu, layar.tindak_lanjut(hasil.laporan))
    if jenis:
        with kemajuan("Menulis usulan"):
            tertulis = tulis_tindak_lanjut(tempat, hasil, jenis, ke)
        catat(layar.ditulis(tertulis.tertulis))
        if tertulis.terbuka:
            catat(f"Tutup {', '.join(tertulis.terbuka)}, lalu jalankan lagi.")
            keluar(TIDAK_BISA)
    keluar(ADA_GALAT if ada_galat(hasil.temuan) else SELESAI)


def cetak_hasil_hitung(hasil: HasilHitung) -> None:
    """Print what became of a ``hitung``: findings, counts, who has no score, files, and the next step."""
    from kinerja_cli.core.temuan import Tingkat
    from kinerja_cli.writers.terminal import bulanan as layar
    from kinerja_cli.writers.terminal import temuan as layar_temuan

    for pesan in hasil.pemulihan:
        catat(pesan)
    _catat_kekurangan(hasil.laporan)
    perlu = (Tingkat.GALAT, Tingkat.PERINGATAN)
    bagian = [layar_temuan.temuan(hasil.temuan, perlu)]
    if hasil.konteks and hasil.ringkasan:
        bagian.append(layar.ringkasan(hasil.ringkasan, hasil.konteks))
    if hasil.tidak_dinilai:
        bagian.append(layar.tidak_dinilai(hasil.tidak_dinilai))
    if hasil.perpaduan and hasil.tersimpan:
        bagian.append(layar.perpaduan(hasil.perpaduan, berubah=hasil.berubah))
    if hasil.tersimpan and any(t.kode == "V05" for t in hasil.temuan):
        bagian.append(layar.dari_register(hasil.temuan))
    if hasil.selisih and hasil.periode:
        bagian.append(layar.selisih(hasil.selisih, hasil.periode))
    if hasil.laporan:
        if hasil.laporan.telaah:
            bagian.append(layar.garis_batas(hasil.laporan.telaah))
        bagian.append(layar.laporan(hasil.laporan.folder, hasil.laporan.tertulis))
    tertulis = hasil.laporan.tertulis if hasil.laporan else ()
    bagian.append(layar.langkah_berikut(hasil.periode, tertulis, tersimpan=hasil.tersimpan))
    cetak(*bagian)


def _hitung_andai(ruang: Path | None, perintah: Perintah, andai: str, *, json: bool) -> NoReturn:
    from kinerja_cli.core.temuan import Tingkat
    from kinerja_cli.workflow.andai import andaikan
    from kinerja_cli.writers import mesin
    from kinerja_cli.writers.terminal import banding as layar
    from kinerja_cli.writers.terminal import temuan as layar_temuan

    tempat = buka_ruang(ruang)
    with kemajuan("Membaca dan menghitung"):
        hasil = andaikan(tempat, perintah, andai)
    if hasil.periode is None or hasil.banding is None:
        if json:
            cetak_polos(mesin.json_hitung(hasil.temuan, hasil.periode, tersimpan=False))
        else:
            cetak(layar_temuan.temuan(hasil.temuan, (Tingkat.GALAT,)), layar.andai_terhenti())
        keluar(ADA_GALAT)
    if json:
        cetak_polos(mesin.json_andai(hasil.periode, hasil.kini, hasil.andai, hasil.banding))
    else:
        cetak(layar.andai(hasil.periode, hasil.kini, hasil.andai, hasil.banding))
    keluar(SELESAI)


def kode_hitung(hasil: HasilHitung) -> int:
    """Give the exit code of a ``hitung``; ends the command where a report was held open."""
    if not hasil.tersimpan:
        return ADA_GALAT
    if hasil.laporan:
        _tolak_yang_terbuka(hasil.laporan)
    return SELESAI


def _catat_kekurangan(hasil: HasilLaporan | None) -> None:
    for kalimat in hasil.catatan if hasil else ():
        catat(kalimat)


def _tolak_yang_terbuka(hasil: HasilLaporan) -> None:
    if hasil.terbuka:
        catat(f"Hasil tersimpan. Tutup {', '.join(hasil.terbuka)}, lalu jalankan kinerja laporan.")
        keluar(TIDAK_BISA)


def _ruang_untuk_hitung(ruang: Path | None) -> RuangKerja:
    """Find the ruang kerja; make one in --ruang, or here after a yes on a terminal."""
    from kinerja_cli.workflow.ruang import buat_ruang, wajib_ruang

    ada = cari_ruang(ruang)
    if ada:
        return ada
    if ruang is None and not (sys.stdin.isatty() and _setuju()):
        return wajib_ruang(None, Path.cwd())
    tempat, _ = buat_ruang(ruang or Path.cwd())
    catat(f"Ruang kerja baru: {tempat.folder}")
    return tempat


def _setuju() -> bool:
    catat(f"Belum ada ruang kerja. Buat di {Path.cwd()}? [y/t]")
    return sys.stdin.readline().strip().lower() in ("y", "ya")
