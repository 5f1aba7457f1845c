"""The audit trail on the terminal."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from kinerja_cli.core.angka import cetak_bilangan
from kinerja_cli.core.periode import cetak_tanggal
from kinerja_cli.core.riwayat import BarisRiwayat

_SIDIK = 12


def riwayat(semua: Sequence[BarisRiwayat]) -> RenderableType:
    """Show lines of the trail, oldest first, and the head of the chain."""
    if not semua:
        return Text("Tidak ada catatan yang cocok.")
    ada_orang = any(satu.keadaan for satu in semua)
    tabel = Table(box=None, padding=(0, 2, 0, 0))
    for judul in ("No", "Waktu", "Oleh", "Tindakan", "Periode", *(["Hasilnya"] if ada_orang else []), "Keterangan", "sha256"):
        tabel.add_column(judul, no_wrap=judul in ("No", "Waktu", "sha256"))
    for satu in semua:
        isi = satu.baris.isi
        orang = [str(satu.keadaan or "")] if ada_orang else []
        waktu = dt.datetime.fromisoformat(str(isi["waktu"]))
        sel = (
            str(satu.baris.nomor), f"{waktu:%d/%m/%Y %H.%M}", str(isi.get("siapa", "")), str(isi["tindakan"]),
            str(isi.get("periode", "")), *orang, _keterangan(isi), satu.baris.sha256[:_SIDIK],
        )  # fmt: skip
        tabel.add_row(*map(Text, sel))
    return Group(tabel, Text(f"{cetak_bilangan(len(semua))} catatan; rantainya utuh.", style="dim"))


def _keterangan(isi: Mapping[str, object]) -> str:
    berkas = isi.get("berkas")
    banyak = f"{len(berkas)} berkas" if isinstance(berkas, list) else ""
    dinas = isi.get("dinas")
    kepada = f"kepada {len(dinas)} dinas" if isinstance(dinas, list) else ""
    tanggal = cetak_tanggal(dt.date.fromisoformat(str(isi["tanggal"]))) if "tanggal" in isi else ""
    kata = (str(isi.get(kunci, "")) for kunci in ("keberatan", "putusan", "alasan", "pertimbangan"))
    return "; ".join(teks for teks in (banyak, kepada, tanggal, *kata) if teks)
