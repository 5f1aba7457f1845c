"""Panel "Menyiapkan": contoh, mulai, templat, aturan, temuan."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kinerja_cli.cli.bulanan import OpsiPeriode, OpsiRuang, cetak_hasil_hitung
from kinerja_cli.cli.konsol import ADA_GALAT, cari_ruang, cetak, keluar, pelaku, periode_dari_opsi

PANEL = "Menyiapkan"


def contoh(
    folder: Annotated[Path, typer.Argument(help="Folder yang akan dibuat.", metavar="FOLDER")] = Path("contoh-kinerja"),
) -> None:
    """Buat ruang kerja contoh dan hitung ketiga bulannya."""
    from kinerja_cli.workflow.contoh import jalankan_contoh, jalankan_pelengkap
    from kinerja_cli.writers.terminal import menyiapkan as layar

    semua = []
    for hasil in jalankan_contoh(folder, pelaku()):
        cetak_hasil_hitung(hasil)
        cetak("")
        semua.append(hasil)
    if not all(hasil.tersimpan for hasil in semua):
        keluar(ADA_GALAT)
    cetak(layar.berkas_ditulis(tuple(jalankan_pelengkap(folder))), layar.sesudah_contoh(folder))


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

    berkas = tulis_templat(cari_ruang(ruang), jenis, ke, dinas, periode_dari_opsi(periode))
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
