"""A survey's result as JSON for other programs; see docs/json.md."""

from __future__ import annotations

import json
from collections.abc import Sequence

from kinerja_cli.core.angka import teks_skala
from kinerja_cli.core.skm.hitung import IndeksSkm
from kinerja_cli.core.skm.laporan import LaporanSkm
from kinerja_cli.core.skm.periksa import cetak_bobot
from kinerja_cli.core.temuan import Temuan
from kinerja_cli.writers.mesin import SKEMA, json_temuan


def json_skm(laporan: LaporanSkm, bulan: tuple[bool, Sequence[Temuan]] | None = None) -> str:
    """Give the survey: index, unsur, services, respondents, comparison, every finding.

    Args:
        laporan: the survey.
        bulan: whether a month was saved with the index, and the findings on it; None: none was to be.
    """
    lalu = laporan.lalu
    isi = {
        "skema": SKEMA,
        "aturan": laporan.aturan.id,
        "unit": laporan.unit,
        "waktu": laporan.periode,
        **_indeks(laporan.hasil),
        "layanan": [{"nama": s.nama, **_indeks(s)} for s in laporan.layanan],
        "populasi": laporan.populasi,
        "sampel": laporan.sampel,
        "kelompok": [{"nama": k.nama, "isi": dict(k.isi)} for k in laporan.responden],
        "lalu": lalu
        and {"waktu": lalu.periode, "nilai": _persen(lalu.lama.nilai), "selisih": _persen(lalu.selisih), "nyata": lalu.nyata},
        "indikator": {"tersimpan": bulan[0], **json_temuan(bulan[1])} if bulan else None,
        "asal": [{"nama": a.nama, "sha256": a.sha256} for a in laporan.asal],
        **json_temuan(laporan.temuan),
    }
    return json.dumps(isi, ensure_ascii=False, indent=1)


def _indeks(h: IndeksSkm) -> dict[str, object]:
    return {
        "responden": h.responden,
        "bobot": cetak_bobot(h.bobot),
        "nilai": _persen(h.nilai),
        "mutu": h.kategori and h.kategori.mutu,
        "kategori": h.kategori and h.kategori.nama,
        "selang": [_persen(h.selang.bawah), _persen(h.selang.atas)] if h.selang else None,
        "unsur": [
            {
                "id": u.unsur.id,
                "nama": u.unsur.nama,
                "jumlah": u.jumlah,
                "menjawab": u.banyak,
                "indeks": _persen(u.indeks),
                "mutu": u.kategori.mutu,
            }
            for u in h.unsur
        ],
    }


def _persen(seperseratus: int | None) -> str | None:
    return None if seperseratus is None else teks_skala(seperseratus, 2, paling_sedikit=2)
