"""A satisfaction survey from workbooks to its report, and from there to an indicator."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from kinerja_cli.core.laporan import nama_berkas
from kinerja_cli.core.skm.aturan import AturanSkm, susun_aturan_skm
from kinerja_cli.core.skm.laporan import LaporanSkm, susun_laporan
from kinerja_cli.core.skm.survei import Survei
from kinerja_cli.core.skm.urai import urai_survei
from kinerja_cli.core.temuan import Temuan, ada_galat, nama_terdekat
from kinerja_cli.core.titipan import Asal, Nilai
from kinerja_cli.errors import KinerjaError
from kinerja_cli.readers.pohon import baca_pohon
from kinerja_cli.resources import folder_aturan
from kinerja_cli.store import RuangKerja, simpan_di
from kinerja_cli.workflow.berkas import kumpulkan
from kinerja_cli.workflow.hitung import HasilHitung
from kinerja_cli.workflow.ruang import Pelaku, setelan_ruang
from kinerja_cli.workflow.terbaca import baca
from kinerja_cli.workflow.titipan import Tujuan, penerima, titipkan
from kinerja_cli.writers.buku_skm import buku_skm
from kinerja_cli.writers.halaman_skm import halaman_publikasi, halaman_skm

FORMAT = ("xlsx", "html")
_ATURAN = "skm-14-2017.toml"


@dataclass(frozen=True)
class PerintahSkm:
    """What the user asked.

    Attributes:
        jalur: files and folders.
        layanan: the one service; "" for all.
        unit: the office's name, where the workbooks don't give it.
        populasi: how many people used the service.
        bobot: another weight than 1 / number of unsur.
        lalu: the last survey.
    """

    jalur: Sequence[Path]
    layanan: str = ""
    unit: str = ""
    populasi: int | None = None
    bobot: Fraction | None = None
    lalu: Path | None = None


def aturan_skm() -> AturanSkm:
    """Give the survey's rules."""
    berkas = folder_aturan() / "pelengkap" / _ATURAN
    return baca_pohon(berkas.read_bytes(), _ATURAN, susun_aturan_skm)


def hitung_skm(perintah: PerintahSkm) -> LaporanSkm:
    """Read and compute a survey; nothing is written.

    Raises:
        KinerjaError: a path doesn't exist, nothing can be read, or the service is unknown.
    """
    aturan = aturan_skm()
    survei, temuan, asal = _baca(perintah.jalur, aturan)
    lalu = None
    if perintah.lalu:
        lalu, temuan_lalu, _ = _baca([perintah.lalu], aturan)
        temuan += tuple(t for t in (*temuan_lalu, *lalu.temuan) if ada_galat([t]))
    if perintah.layanan:
        survei = _saring(survei, perintah.layanan, "survei ini")
        lalu = lalu and _saring(lalu, perintah.layanan, "survei lalu")
    return susun_laporan(
        survei,
        aturan,
        asal,
        layanan=perintah.layanan,
        unit=perintah.unit,
        populasi=perintah.populasi,
        bobot=perintah.bobot,
        lalu=lalu,
        temuan_berkas=temuan,
    )


def tulis_skm(
    folder: Path, laporan: LaporanSkm, format_: Sequence[str] = FORMAT, ruang: RuangKerja | None = None
) -> tuple[Path, ...]:
    """Write the report: a workbook, a page for the office, and, where the data has no faults, one to be made public.

    The settings of the ruang kerja, where there is one, say for which paper.

    Raises:
        KinerjaError: the folder can't be written.
    """
    dasar = f"SKM {laporan.nama}".strip()
    nama = nama_berkas([dasar])[dasar]
    isi: list[tuple[str, bytes]] = []
    if "xlsx" in format_:
        isi.append((f"{nama}.xlsx", buku_skm(laporan, setelan_ruang(ruang).kertas)))
    if "html" in format_:
        isi += [(f"{nama}.html", halaman_skm(laporan).encode())]
        if layak_umum(laporan):
            isi += [(f"{nama} - publikasi.html", halaman_publikasi(laporan).encode())]
    return tuple(simpan_di(folder, satu, data) for satu, data in isi)


def layak_umum(laporan: LaporanSkm) -> bool:
    """Tell whether the index may be made public or given to an indicator: there is one, and no GALAT."""
    return laporan.hasil.nilai is not None and not ada_galat(laporan.temuan)


def beri_indeks(ruang: RuangKerja, laporan: LaporanSkm, tujuan: Tujuan, pelaku: Pelaku) -> HasilHitung:
    """Give the index to the indicator of a dinas' people, through a small file in the month's ``sumber/``.

    Raises:
        KinerjaError: the survey has faults or no index, or the indicator can't be found.
    """
    if not layak_umum(laporan) or laporan.hasil.nilai is None:
        raise KinerjaError(
            "Indeks belum diberikan kepada indikator: datanya masih ada yang salah.",
            "Betulkan dulu yang bertanda GALAT, lalu ulangi.",
        )
    berkas = ", ".join(a.nama for a in laporan.asal)
    tentang = laporan.nama or tujuan.dinas
    nilai = Nilai(Decimal(laporan.hasil.nilai) / 100, f"SKM {tentang}, {laporan.hasil.responden} responden, berkas {berkas}")
    isi = dict.fromkeys(penerima(ruang, tujuan), nilai)
    return titipkan(ruang, tujuan, "skm", laporan.asal, isi, pelaku)


def _baca(jalur: Sequence[Path], aturan: AturanSkm) -> tuple[Survei, tuple[Temuan, ...], tuple[Asal, ...]]:
    masuk, temuan = kumpulkan(jalur)
    terbaca = baca(masuk)
    temuan = (*temuan, *terbaca.temuan)
    if not terbaca.berkas and not ada_galat(temuan):
        raise KinerjaError("Tidak ada buku kerja survei yang dapat dibaca.", "Periksa berkas atau folder yang disebut.")
    return urai_survei(terbaca.lembar, aturan), temuan, tuple(Asal(b.nama, b.sha256) for b in terbaca.berkas)


def _saring(survei: Survei, layanan: str, mana: str) -> Survei:
    if layanan not in survei.layanan:
        usul = nama_terdekat(layanan, survei.layanan)
        saran = f"Maksud Anda “{usul}”?" if usul else f"Yang ada: {'; '.join(survei.layanan) or 'tidak ada'}."
        raise KinerjaError(f"Layanan “{layanan}” tidak ada di {mana}.", saran)
    return survei.saring(layanan)
