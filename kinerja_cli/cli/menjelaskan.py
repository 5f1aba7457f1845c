"""Panel "Menjelaskan": sosialisasi, tagih."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kinerja_cli.cli.bulanan import OpsiJson, OpsiPeriode, OpsiRuang
from kinerja_cli.cli.konsol import cari_ruang, catat, cetak, cetak_polos, kemajuan, periode_dari_opsi, tanggal_dari_opsi

PANEL = "Menjelaskan"


def sosialisasi(
    ke: Annotated[
        Path | None,
        typer.Option("-o", "--ke", help="Folder tujuan; bawaannya laporan/sosialisasi di ruang kerja.", metavar="FOLDER"),
    ] = None,
    aturan: Annotated[
        str, typer.Option("--aturan", help="Id atau tujuan aturan; bawaannya dari kinerja.toml.", metavar="ID")
    ] = "",
    ruang: OpsiRuang = None,
) -> None:
    """Buat selebaran dan paparan yang menerangkan cara menilai, dari aturan yang dipakai."""
    from kinerja_cli.workflow.sosialisasi import tulis_sosialisasi
    from kinerja_cli.writers.terminal import menyiapkan as layar

    cetak(layar.berkas_ditulis(tulis_sosialisasi(cari_ruang(ruang), ke, aturan)))


def tagih(
    berkas: Annotated[
        list[Path] | None, typer.Argument(help="Berkas yang sudah datang, atau foldernya; boleh tidak ada.", metavar="BERKAS")
    ] = None,
    periode: OpsiPeriode = None,
    batas: Annotated[
        str, typer.Option("--batas", help="Hari terakhir mengirim, misalnya 2025-02-05.", metavar="TANGGAL")
    ] = "",
    ruang: OpsiRuang = None,
    json: OpsiJson = False,
) -> None:
    """Siapkan pesan tagihan setiap dinas: apa yang belum ada atau salah, tanpa nama orang."""
    from kinerja_cli.workflow.tagih import tagih_bulan
    from kinerja_cli.writers import mesin
    from kinerja_cli.writers.terminal import menjelaskan as layar

    hari = tanggal_dari_opsi(batas)
    tempat, bulan = cari_ruang(ruang), periode_dari_opsi(periode)
    with kemajuan("Memeriksa berkas"):
        semua = tagih_bulan(tempat, berkas or (), bulan, hari)
    if json:
        cetak_polos(mesin.json_tagih(semua, hari))
        return
    if any(d.perlu for d in semua.dinas):
        cetak_polos(layar.pesan_tagihan(semua))
    catat(layar.sesudah_tagih(semua))
