"""Panel "Menyiapkan": contoh, mulai, templat, aturan, temuan."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kinerja_cli.cli.bulanan import OpsiPeriode, OpsiRuang, cetak_hasil_hitung
from kinerja_cli.cli.konsol import ADA_GALAT, SELESAI, cari_ruang, cetak, keluar, kemajuan, pelaku, periode_dari_opsi

PANEL = "Menyiapkan"


def contoh(
    folder: Annotated[
        Path | None,
        typer.Argument(help="Folder yang akan dibuat; bawaannya contoh-kinerja, atau latihan-kinerja.", metavar="FOLDER"),
    ] = None,
    latihan: Annotated[
        bool,
        typer.Option(
            "--latihan",
            help="Buat latihan bagi operator baru: berkas sebulan dengan kesalahan yang ditanam. Bila foldernya sudah "
            "berisi latihan, hasilnya diperiksa dan tidak ada yang ditimpa.",
        ),
    ] = False,
    benih: Annotated[
        int | None,
        typer.Option("--benih", help="Nomor latihan; nomor lain, isi lain. Bawaannya 1.", metavar="NOMOR"),
    ] = None,
) -> None:
    """Buat ruang kerja contoh dan hitung ketiga bulannya; atau, dengan --latihan, buat dan periksa latihan."""
    from kinerja_cli.errors import KinerjaError

    if latihan:
        _latihan(folder, benih)
        return
    if benih is not None:
        raise KinerjaError("--benih hanya dipakai bersama --latihan.", "Tambahkan --latihan, atau hilangkan --benih.")
    from kinerja_cli.workflow.contoh import jalankan_contoh, jalankan_pelengkap
    from kinerja_cli.writers.terminal import menyiapkan as layar

    folder = folder or Path("contoh-kinerja")
    with kemajuan("Membuat dan menghitung contoh") as maju:
        semua = tuple(jalankan_contoh(folder, pelaku(), maju))
        utuh = all(hasil.tersimpan for hasil in semua)
        pelengkap = tuple(jalankan_pelengkap(folder)) if utuh else ()
    for hasil in semua:
        cetak_hasil_hitung(hasil)
        cetak("")
    if not utuh:
        keluar(ADA_GALAT)
    cetak(layar.berkas_ditulis(pelengkap), layar.sesudah_contoh(folder))


def _latihan(folder: Path | None, benih: int | None) -> None:
    from kinerja_cli.workflow import latihan as kerja
    from kinerja_cli.writers.terminal import latihan as layar

    folder = folder or (Path() if kerja.ada_latihan(Path()) else Path("latihan-kinerja"))
    if not kerja.ada_latihan(folder):
        with kemajuan("Membuat latihan"):
            soal = kerja.buat_latihan(folder, kerja.BENIH_BAWAAN if benih is None else benih)
        cetak(layar.sesudah_buat(folder, soal))
        return
    with kemajuan("Memeriksa latihan"):
        nilai = kerja.periksa_folder_latihan(folder, benih)
    cetak(*layar.hasil(nilai, folder))
    cetak(f"Ditulis: {kerja.tulis_hasil(folder, nilai)}")
    keluar(SELESAI if nilai.lulus else ADA_GALAT)


def mulai(
    folder: Annotated[Path, typer.Argument(help="Folder ruang kerja.", metavar="FOLDER")] = Path(),
) -> None:
    """Siapkan ruang kerja: folder dengan setelan kinerja.toml."""
    from kinerja_cli.workflow.ruang import buat_ruang
    from kinerja_cli.writers.terminal import menyiapkan as layar

    ruang, baru = buat_ruang(folder)
    cetak(layar.sesudah_mulai(ruang.folder, baru=baru))


def templat(
    jenis: Annotated[str | None, typer.Argument(help="Jenis templat; kosong berarti semua.", metavar="JENIS")] = None,
    ke: Annotated[
        Path, typer.Option("-o", "--ke", help="Folder tujuan; bawaannya folder ini.", metavar="FOLDER", show_default=False)
    ] = Path(),
    dinas: Annotated[str, typer.Option("--dinas", help="Isi dengan pegawai dan indikator dinas ini.", metavar="NAMA")] = "",
    periode: OpsiPeriode = None,
    ruang: OpsiRuang = None,
) -> None:
    """Buat buku kerja kosong untuk diisi; pegawai dan indikator yang sudah tersimpan ikut terisi."""
    from kinerja_cli.workflow.templat import tulis_templat
    from kinerja_cli.writers.terminal import menyiapkan as layar

    tempat, bulan = cari_ruang(ruang), periode_dari_opsi(periode)
    with kemajuan("Menulis templat"):
        berkas = tulis_templat(tempat, jenis, ke, dinas, bulan)
    cetak(layar.berkas_ditulis(berkas))


def aturan(
    id_aturan: Annotated[
        str | None, typer.Argument(help="Id aturan, atau tujuannya; kosong berarti daftar semuanya.", metavar="ID")
    ] = None,
    periode: OpsiPeriode = None,
    ruang: OpsiRuang = None,
) -> None:
    """Tampilkan apa yang dihitung, beserta pasalnya dan seberapa pasti setiap angkanya."""
    from kinerja_cli.workflow.ruang import pilih_aturan, semua_aturan, setelan_ruang
    from kinerja_cli.writers.terminal import menyiapkan as layar

    tempat = cari_ruang(ruang)
    setelan = setelan_ruang(tempat)
    if id_aturan is None:
        cetak(layar.daftar_aturan(tuple(semua_aturan(tempat).values()), setelan.aturan))
        return
    satu = pilih_aturan(tempat, id_aturan, periode_dari_opsi(periode))
    cetak(layar.aturan(satu, satu.penetapan(setelan.penetapan)))


def temuan(
    kode: Annotated[
        str | None, typer.Argument(help="Kode temuan, misalnya S03; kosong berarti semua.", metavar="KODE")
    ] = None,
) -> None:
    """Jelaskan arti sebuah temuan: contoh, mengapa penting, dan cara membetulkannya."""
    from kinerja_cli.core.penjelasan import PENJELASAN
    from kinerja_cli.core.temuan import nama_terdekat
    from kinerja_cli.errors import KinerjaError
    from kinerja_cli.writers.terminal import temuan as layar

    if kode is None:
        cetak(layar.daftar_temuan(PENJELASAN.values()))
        return
    if kode.upper() not in PENJELASAN:
        usul = nama_terdekat(kode.upper(), PENJELASAN)
        saran = f"Maksud Anda “{usul}”?" if usul else "Jalankan “kinerja temuan” untuk melihat semuanya."
        raise KinerjaError(f"Temuan “{kode}” tidak dikenal.", saran)
    cetak(layar.satu_temuan(PENJELASAN[kode.upper()]))
