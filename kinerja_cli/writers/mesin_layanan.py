"""A report on service times as JSON for other programs; see docs/json.md."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from fractions import Fraction

from kinerja_cli.core.angka import teks_skala
from kinerja_cli.core.layanan.laporan import LaporanLayanan, Pokok
from kinerja_cli.core.layanan.ukur import Ukuran
from kinerja_cli.core.temuan import Temuan
from kinerja_cli.writers.mesin import SKEMA, json_temuan


def json_layanan(
    temuan: Sequence[Temuan], laporan: LaporanLayanan | None, bulan: tuple[bool, Sequence[Temuan]] | None = None
) -> str:
    """Give a report on service times; durations are in working days or working minutes, as ``satuan`` says.

    ``bulan``: under ``--sebagai``, whether the month was saved, and its findings.
    """
    isi = {
        "skema": SKEMA,
        "laporan": _layanan(laporan) if laporan else None,
        "indikator": {"tersimpan": bulan[0], **json_temuan(bulan[1])} if bulan else None,
        **json_temuan(temuan),
    }
    return json.dumps(isi, ensure_ascii=False, indent=1)


def _layanan(isi: LaporanLayanan) -> dict[str, object]:
    j = isi.jawaban
    return {
        "dari": isi.cakupan.awal.isoformat(),
        "sampai": isi.cakupan.akhir.isoformat(),
        "berkas": [{"nama": nama, "sidik": satu} for nama, satu in isi.berkas],
        "dikeluarkan": isi.dikeluarkan,
        "semua": _pokok(isi.pokok),
        "bulan": [_pokok(b) for b in isi.bulan],
        "jenis": [
            {
                "nama": b.nama,
                "standar": b.standar.kata if b.standar else None,
                **_ukuran(b.ukuran),
                "sisa": b.sisa,
                "bulan": [{"nama": bulan.nama, **_ukuran(u)} for bulan, u in zip(isi.bulan, b.bulan, strict=True)],
            }
            for b in isi.jenis
        ],
        "petugas": [
            {
                "nama": p.nama,
                "nip": p.nip,
                "selesai": p.selesai,
                "diperbandingkan": p.cukup,
                "dinilai": p.dinilai,
                "dalam_standar": p.dalam,
                "jenis": [{"nama": nama, **_ukuran(u)} for nama, u in p.jenis],
            }
            for p in isi.petugas
        ],
        "umur_sisa": [{"nama": nama, "jumlah": n} for nama, n in isi.umur],
        "jawaban": {
            "putusan": j.putusan.value,
            "kalimat": isi.kalimat,
            "peringatan": list(isi.peringatan),
            "masa": [satu.nama for satu in j.jangka or ()],
            "dokumen": list(j.dokumen),
            "satuan": j.satuan.value,
            "selisih": _pecahan(j.selisih),
            "selang": [_pecahan(n) for n in j.selang],
            "keyakinan": isi.batas.keyakinan,
        },
    }


def _pokok(p: Pokok) -> dict[str, object]:
    return {
        "nama": p.nama,
        "masuk": p.masuk,
        "selesai": p.selesai,
        "sisa": p.sisa,
        "dinilai": p.dinilai,
        "dalam_standar": p.dalam,
    }


def _ukuran(u: Ukuran) -> dict[str, object]:
    return {
        "satuan": u.satuan.value,
        "selesai": u.selesai,
        "terukur": u.terukur,
        "median": _pecahan(u.median) if u.median is not None else None,
        "persentil": u.persentil,
        "dinilai": u.dinilai,
        "dalam_standar": u.dalam,
    }


def _pecahan(nilai: Fraction) -> str:
    """Write a fraction as a decimal, half-up at four places."""
    return teks_skala(math.floor(nilai * 10**4 + Fraction(1, 2)), 4)
