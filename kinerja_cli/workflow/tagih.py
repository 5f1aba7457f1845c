"""What each dinas still owes for a month: the same reading and judging as hitung, nothing written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from kinerja_cli.core.periode import Periode
from kinerja_cli.core.tagih import SemuaTagihan, tagih
from kinerja_cli.core.temuan import Temuan, urutkan
from kinerja_cli.errors import KinerjaError
from kinerja_cli.store import RuangKerja
from kinerja_cli.workflow.berkas import kumpulkan
from kinerja_cli.workflow.hitung import Kiriman, Perintah, padukan
from kinerja_cli.workflow.ruang import pilih_periode
from kinerja_cli.workflow.tafsir import bulan_menurut_berkas, tafsirkan, uraikan
from kinerja_cli.workflow.terbaca import baca
from kinerja_cli.workflow.tersimpan import aturan_periode, bulan_lalu, kode_tersimpan


def tagih_bulan(
    ruang: RuangKerja | None, jalur: Sequence[Path], periode: Periode | None, batas: dt.date | None
) -> SemuaTagihan:
    """Find what is missing and what is wrong, by dinas.

    Args:
        ruang: the ruang kerja, where there is one: what the month has already counts, and its lists from the month before.
        jalur: files that came since; none where the saved month is asked for.
        periode: the month; None: the files', else the latest saved.
        batas: the day by which an answer is wanted.

    Raises:
        KinerjaError: there is neither a ruang kerja nor a file, the files hold several months, or no list of people is known.
    """
    if ruang is None and not jalur:
        raise KinerjaError("Belum ada ruang kerja, dan berkasnya belum disebut.", "Sebut berkasnya, atau --ruang FOLDER.")
    masuk, temuan_berkas = kumpulkan(jalur)
    terbaca = baca(masuk)
    uraian = uraikan(terbaca, kode_tersimpan(ruang) if ruang else ())
    bulan = bulan_menurut_berkas(uraian)
    if len(bulan) > 1:
        raise KinerjaError(
            f"Berkasnya memuat beberapa periode: {', '.join(p.nama for p in bulan)}.", "Tagih satu bulan saja."
        )
    periode = periode or next(iter(bulan), None)
    if periode is None:
        if ruang is None:
            raise KinerjaError("Periode tidak diketahui.", "Sebutkan, misalnya: --periode 2025-01.")
        periode = pilih_periode(ruang, None)
    lama = ruang.baca(periode) if ruang else None
    if ruang:
        terbaca, uraian, _ = padukan(
            ruang, periode, lama, Kiriman(terbaca, uraian, periode, temuan_berkas), Perintah(jalur, periode)
        )
    aturan, _ = aturan_periode(ruang, "", periode, lama)
    tafsiran = tafsirkan(terbaca, uraian, aturan, periode, semua=True, lalu=bulan_lalu(ruang, periode))
    if tafsiran.masukan.pegawai.empty:
        raise KinerjaError(
            "Belum ada tabel Pegawai, jadi tidak diketahui siapa yang ditunggu.", "Sertakan daftar pegawainya."
        )
    temuan: Sequence[Temuan] = urutkan((*temuan_berkas, *tafsiran.temuan))
    return tagih(temuan, tafsiran.masukan, tafsiran.berlaku, periode, batas)
