"""How service times are counted, in the words that every report prints."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from kinerja_cli.core.angka import cetak_bilangan
from kinerja_cli.core.layanan.batas import Batas
from kinerja_cli.core.layanan.waktu import HARI, Jadwal, Kalender
from kinerja_cli.core.periode import cetak_tanggal


def uraikan_cara(jam_kerja: Sequence[str], dasar: str, batas: Batas) -> tuple[tuple[str, str], ...]:
    """Say how everything is counted: what, and how.

    Args:
        jam_kerja: the office's hours, from :func:`uraikan_jadwal`.
        dasar: on what they rest.
        batas: the thresholds.
    """
    return (
        ("Jam kerja", f"{'; '.join(jam_kerja)}. Dasar: {dasar}."),
        (
            "Hari kerja",
            "Hari diterima adalah hari ke-0; setiap hari kerja sesudahnya dihitung satu, termasuk hari selesai. Selesai "
            "pada hari yang sama: 0. Yang diterima pada hari libur atau sesudah jam tutup dianggap diterima pada hari kerja "
            "berikutnya.",
        ),
        (
            "Jam dan menit",
            "Hanya menit di dalam jam kerja, tanpa istirahat dan hari libur. Dipakai untuk jenis yang standarnya dalam jam "
            "atau menit; tanpa standar, bila semua dokumennya berjam dan sebagian besarnya selesai pada hari yang sama.",
        ),
        (
            "Median",
            "Setengah dokumen selesai lebih cepat, setengahnya lebih lama; bila jumlahnya genap, rata-rata dua yang di "
            "tengah.",
        ),
        (
            f"{batas.persentil} % selesai dalam",
            f"Waktu terpendek yang tidak dilampaui sedikitnya {batas.persentil} % dokumen.",
        ),
        (
            "Dalam standar",
            "Dokumen selesai dalam standar, dibagi dokumen selesai ditambah yang belum selesai tetapi sudah lewat "
            "standarnya. Standarnya masukan kantor. Dibulatkan setengah ke atas.",
        ),
        ("Bulan", "Dokumen dihitung pada bulan selesainya; yang belum selesai, pada akhir bulan."),
        (
            "Lebih cepat?",
            "Selisih median setiap jenis antara dua masa, dirata-ratakan dengan bobot tetap: jumlah dokumen jenis itu di "
            f"kedua masa. Jenis dengan kurang dari {batas.banding_jenis} dokumen di salah satu masa tidak ikut; perlu "
            f"{batas.banding} dokumen di setiap masa. Selang {batas.keyakinan} % dari {cetak_bilangan(batas.ulangan)} "
            "ulangan bootstrap, setiap jenis dan masa tersendiri. Anggapannya: dokumen itu mewakili pekerjaan sejenis, dan "
            "lama satu dokumen tidak bergantung pada yang lain.",
        ),
    )


def uraikan_jadwal(kalender: Kalender) -> tuple[str, ...]:
    """Say the office's hours in words, days with equal hours together."""
    khusus = (
        f"{cetak_tanggal(m.dari)} sampai {cetak_tanggal(m.sampai)}: {'; '.join(_mingguan(m.jadwal))}" for m in kalender.masa
    )
    return (*_mingguan(kalender.jadwal), *khusus)


def _mingguan(jadwal: Mapping[int, Jadwal]) -> list[str]:
    hasil = []
    for satu, grup in groupby(sorted(jadwal), key=lambda h: jadwal[h]):
        hari = list(grup)
        nama = HARI[hari[0]].capitalize() + (f"–{HARI[hari[-1]].capitalize()}" if len(hari) > 1 else "")
        dari, sampai = satu.istirahat
        istirahat = f", istirahat {_pukul(dari)}–{_pukul(sampai)}" if sampai > dari else ""
        hasil.append(f"{nama} {_pukul(satu.mulai)}–{_pukul(satu.selesai)}{istirahat}")
    return hasil


def _pukul(menit: int) -> str:
    return f"{menit // 60:02d}.{menit % 60:02d}"
