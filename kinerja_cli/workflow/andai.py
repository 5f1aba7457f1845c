"""``hitung --andai``: a period scored a second way. Nothing is written and nothing is locked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from kinerja_cli.core.aturan import Aturan
from kinerja_cli.core.banding import Banding, bandingkan
from kinerja_cli.core.hitung import Hasil, hitung
from kinerja_cli.core.periksa import nip_gagal
from kinerja_cli.core.periode import Periode
from kinerja_cli.core.temuan import Temuan, ada_galat, urutkan
from kinerja_cli.core.urai import Uraian
from kinerja_cli.errors import KinerjaError
from kinerja_cli.readers.aturan import baca_aturan
from kinerja_cli.readers.buku_kerja import AKHIRAN
from kinerja_cli.store import RuangKerja
from kinerja_cli.workflow.berkas import kumpulkan
from kinerja_cli.workflow.hitung import Perintah, aturan_perintah, baca_kiriman, padukan, tolak_tanpa_tabel
from kinerja_cli.workflow.ruang import pilih_aturan, pilih_periode, setelan_ruang, terapkan_pilihan
from kinerja_cli.workflow.tafsir import tafsirkan, uraikan
from kinerja_cli.workflow.terbaca import Terbaca, baca
from kinerja_cli.workflow.tersimpan import aturan_tersimpan, berkas_simpanan, bulan_lalu


@dataclass(frozen=True)
class HasilAndai:
    """What became of a what-if.

    Attributes:
        periode: None where the files of the call hold several months.
        temuan: findings of both ways, sorted.
        kini, andai: by what was scored, each way, in words.
        banding: None where a GALAT stops it.
    """

    periode: Periode | None
    temuan: tuple[Temuan, ...]
    kini: str = ""
    andai: str = ""
    banding: Banding | None = None


@dataclass(frozen=True)
class _Bahan:
    """What is scored the one way: workbooks of a month with findings on the files, and the rule set."""

    periode: Periode
    terbaca: Terbaca
    uraian: Uraian
    aturan: Aturan
    lewati_galat: bool
    temuan: tuple[Temuan, ...] = ()


@dataclass(frozen=True)
class _Lain:
    """What is other the second way: a rule set, or indicators."""

    sebutan: str
    aturan: Aturan | None = None
    indikator: Uraian | None = None


def andaikan(ruang: RuangKerja, perintah: Perintah, andai: str) -> HasilAndai:
    """Score a month as it is and as it would be.

    Without files it is the saved period, from its ``sumber/`` and by the rule set to which it is pinned (or ``--aturan``);
    with files it is what ``hitung`` would make of them.

    Args:
        ruang: the ruang kerja.
        perintah: files, month and options, as for ``hitung``.
        andai: a rule file (.toml), a workbook whose Indikator rows stand in for those with the same code, or the id of a
            rule set.

    Raises:
        KinerjaError: nothing saved, nothing readable, no such rule set, or a code that the month doesn't have.
    """
    bahan = _dari_berkas(ruang, perintah) if perintah.jalur else _dari_simpanan(ruang, perintah)
    if isinstance(bahan, HasilAndai):
        return bahan
    lain = _yang_lain(ruang, andai, bahan.periode)
    if lain.indikator:
        _tolak_kode_asing(lain, bahan)
    kini, temuan = _hitung(ruang, bahan, bahan.aturan, None)
    aturan_lain = replace(lain.aturan or bahan.aturan, inovasi=bahan.aturan.inovasi)
    jadi, temuan_andai = _hitung(ruang, bahan, aturan_lain, lain.indikator)
    temuan = urutkan(dict.fromkeys((*temuan, *temuan_andai)))
    asal = f"{bahan.aturan.judul} ({bahan.aturan.id})"
    if kini is None or jadi is None:
        return HasilAndai(bahan.periode, temuan, asal, lain.sebutan)
    berangka = bahan.aturan.berangka and (lain.aturan or bahan.aturan).berangka
    return HasilAndai(bahan.periode, temuan, asal, lain.sebutan, bandingkan(kini, jadi, berangka=berangka))


def _yang_lain(ruang: RuangKerja, andai: str, periode: Periode) -> _Lain:
    jalur = Path(andai)
    if jalur.suffix.lower() not in {".toml", *AKHIRAN}:
        aturan = pilih_aturan(ruang, andai, periode)
        return _Lain(f"{aturan.judul} ({aturan.id})", aturan)
    semua, temuan = kumpulkan([jalur])
    if semua and jalur.suffix.lower() == ".toml":
        aturan = terapkan_pilihan(baca_aturan(semua[0].isi, jalur.name), setelan_ruang(ruang).pilihan)
        return _Lain(f"{aturan.judul} ({jalur.name})", aturan)
    terbaca = baca(semua)
    if not terbaca.berkas:
        sebab = (*temuan, *terbaca.temuan)[0]
        raise KinerjaError(f"{jalur.name}: {sebab.pesan}", sebab.saran)
    uraian = uraikan(terbaca)
    if uraian.masukan.indikator.empty:
        raise KinerjaError(
            f"{jalur.name} tidak memuat tabel Indikator.",
            "Yang dapat diandaikan: aturan (.toml), id aturan, atau buku kerja dengan lembar Indikator.",
        )
    return _Lain(f"indikator dari {jalur.name}", indikator=uraian)


def _tolak_kode_asing(lain: _Lain, bahan: _Bahan) -> None:
    assert lain.indikator
    asing = sorted(set(lain.indikator.masukan.indikator["kode"]) - set(bahan.uraian.masukan.indikator["kode"]))
    if asing:
        raise KinerjaError(
            f"Kode {', '.join(asing)} pada pengandaian tidak ada di indikator {bahan.periode.nama}.",
            "Pakai kode yang sama; indikator yang baru belum punya realisasi.",
        )


def _dari_simpanan(ruang: RuangKerja, perintah: Perintah) -> _Bahan:
    periode = pilih_periode(ruang, perintah.periode)
    simpanan = ruang.baca(periode)
    assert simpanan
    terbaca = baca(berkas_simpanan(simpanan))
    aturan = pilih_aturan(ruang, perintah.aturan, periode) if perintah.aturan else aturan_tersimpan(simpanan)
    lewati = perintah.lewati_galat or bool(simpanan.manifes["lewati_galat"])
    return _Bahan(periode, terbaca, uraikan(terbaca), aturan, lewati)


def _dari_berkas(ruang: RuangKerja, perintah: Perintah) -> _Bahan | HasilAndai:
    kiriman = baca_kiriman(ruang, perintah)
    if kiriman.periode is None:
        return HasilAndai(None, urutkan(kiriman.temuan))
    lama = ruang.baca(kiriman.periode)
    terbaca, uraian, _ = padukan(ruang, kiriman.periode, lama, kiriman, perintah)
    aturan, temuan = aturan_perintah(ruang, perintah, kiriman.periode, lama)
    return _Bahan(kiriman.periode, terbaca, uraian, aturan, perintah.lewati_galat, (*kiriman.temuan, *temuan))


def _hitung(
    ruang: RuangKerja, bahan: _Bahan, aturan: Aturan, indikator: Uraian | None
) -> tuple[Hasil | None, tuple[Temuan, ...]]:
    tafsiran = tafsirkan(
        bahan.terbaca,
        bahan.uraian,
        aturan,
        bahan.periode,
        semua=True,
        lalu=bulan_lalu(ruang, bahan.periode),
        andai=indikator,
    )
    tolak_tanpa_tabel(tafsiran.masukan, aturan)
    temuan = (*bahan.temuan, *tafsiran.temuan)
    if ada_galat(temuan) and not bahan.lewati_galat:
        return None, temuan
    gagal = nip_gagal((*temuan, *tafsiran.akibat), tafsiran.masukan, tafsiran.berlaku)
    return hitung(tafsiran.masukan, tafsiran.berlaku, aturan, bahan.periode, gagal), temuan
