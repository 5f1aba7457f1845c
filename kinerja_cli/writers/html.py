"""Report pages: one file each, without anything from outside."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import count, groupby, islice

from kinerja_cli.core.angka import cetak_angka, cetak_bobot, cetak_pendek, cetak_persen, cetak_tertimbang
from kinerja_cli.core.aturan import KEPASTIAN, Aturan
from kinerja_cli.core.capaian import TANPA_CAPAIAN
from kinerja_cli.core.kata_aturan import dasar_aturan, langkah_akhir, sebutan
from kinerja_cli.core.kata_indikator import BarisIndikator
from kinerja_cli.core.kiriman import Kiriman
from kinerja_cli.core.laporan import (
    KERAHASIAAN,
    SEBUTAN_STATUS,
    Konteks,
    LaporanDaerah,
    LaporanDinas,
    Orang,
    Ringkasan,
    sebut_tugas,
)
from kinerja_cli.core.laporan_rekap import CARA, Rekap
from kinerja_cli.core.penilai import TERLALU_SEDIKIT, LaporanPenilai
from kinerja_cli.core.penjelasan import PENJELASAN
from kinerja_cli.core.periode import NAMA_BULAN, Periode, cetak_tanggal
from kinerja_cli.core.perubahan import LaporanPerubahan
from kinerja_cli.core.publik import TERKECIL
from kinerja_cli.core.ringkasan import Hitungan
from kinerja_cli.core.sebaran import LEBAR, sebarkan
from kinerja_cli.core.serah_terima import Surat
from kinerja_cli.core.temuan import Temuan, hitung_tingkat
from kinerja_cli.core.tren import Tren
from kinerja_cli.writers.jinja import data_halaman
from kinerja_cli.writers.jinja import lingkungan as _lingkungan
from kinerja_cli.writers.jinja import sumber as _sumber


def halaman_dinas(laporan: LaporanDinas, tren: Tren | None = None, dilewati: str = "") -> str:
    """Give the page of a dinas: charts, and people by rank, each of which opens to the full sum.

    ``tren``: the months up to this one; ``dilewati``: which of them can't be read, in a sentence.
    """
    return _lingkungan().get_template("dinas.html.j2").render(
        **umum(laporan.konteks),
        l=laporan,
        **_bagan(laporan.ringkasan, laporan.dinilai, tren, dilewati),
        penanda=laporan.konteks.kepala.get(laporan.dinas),
        berincian=any(o.rincian for o in laporan.dinilai),
        data=data_halaman(_data(laporan)),
        skrip=_sumber("dinas.js"),
    )  # fmt: skip


def halaman_daerah(laporan: LaporanDaerah, kiriman: Sequence[Kiriman], tren: Tren | None = None, dilewati: str = "") -> str:
    """Give the page of the regency: charts, dinas side by side, and how their files came; no people.

    ``tren`` and ``dilewati`` as of :func:`halaman_dinas`.
    """
    bagan = _bagan(laporan.ringkasan, laporan.dinilai, tren, dilewati)
    return _lingkungan().get_template("index.html.j2").render(
        **umum(laporan.konteks), **bagan, l=laporan, kiriman=kiriman, tanggal=cetak_tanggal
    )  # fmt: skip


def _bagan(r: Ringkasan, dinilai: Sequence[Orang], tren: Tren | None, dilewati: str) -> Mapping[str, object]:
    """Give the columns of the charts: people by category and by score, and the months."""
    sebaran = sebarkan(o.nilai for o in dinilai if o.nilai is not None)
    return {
        "predikat": [{"nama": nama, "n": n, "kelas": f"p{min(i, 4)}"} for i, (nama, n) in enumerate(r.predikat)],
        "kelas_nilai": [{"nama": cetak_pendek(s.dari), "n": s.orang, "kelas": "pokok"} for s in sebaran],
        "lebar": cetak_pendek(LEBAR),
        "tren": tren if tren and len(tren.titik) > 1 else None,
        "dilewati": dilewati,
        "terkecil": TERKECIL,
    }


def halaman_penilai(laporan: LaporanPenilai) -> str:
    """Give the page that lays raters and units side by side."""
    return _lingkungan().get_template("penilai.html.j2").render(**umum(laporan.konteks), l=laporan, kurang=TERLALU_SEDIKIT)


def halaman_rekap(rekap: Rekap) -> str:
    """Give the page of a recap: dinas side by side, events, and each dinas' people by month, folded."""
    orang = {dinas: list(isi) for dinas, isi in groupby(rekap.orang, key=lambda o: o.dinas)}
    return _lingkungan().get_template("rekap.html.j2").render(
        k=rekap, gaya=_sumber("gaya.css"), kerahasiaan=KERAHASIAAN, cara=CARA, orang=orang, kepastian=KEPASTIAN,
        bulan=[(NAMA_BULAN[p.bulan - 1][:3], p in rekap.bulan) for p in rekap.rentang.bulan],
        ada_organisasi=any(d.organisasi for d in (rekap.daerah, *rekap.dinas)),
        tingkat={nama: min(i, 4) for i, (nama, _) in enumerate(rekap.daerah.persen)},
    )  # fmt: skip


def halaman_validasi(
    temuan: Sequence[Temuan], hitungan: Hitungan, periode: Periode | None, *, peringatan: int, gagal: bool
) -> str:
    """Give the page of a check: what is wrong where, by file and sheet, and what to do."""
    berkas = [
        (nama, [(lembar, list(isi)) for lembar, isi in groupby(sefile, key=lambda t: t.letak.lembar)])
        for nama, sefile in groupby(temuan, key=lambda t: t.letak.berkas)
    ]
    return _lingkungan().get_template("validasi.html.j2").render(
        gaya=_sumber("gaya.css"), kerahasiaan=KERAHASIAAN, berkas=berkas, h=hitungan, periode=periode,
        jumlah=hitung_tingkat(temuan), peringatan=peringatan, gagal=gagal, penjelasan=PENJELASAN,
        dipakai=sorted({t.kode for t in temuan}),
    )  # fmt: skip


def halaman_perubahan(laporan: LaporanPerubahan) -> str:
    """Give the page of what changed: who moved, from what to what, because of which cells, and what to tell them."""
    return _lingkungan().get_template("perubahan.html.j2").render(**umum(laporan.konteks), l=laporan)


def halaman_serah_terima(surat: Surat) -> str:
    """Give the letter that goes with a backup: two pages to print and sign."""
    return _lingkungan().get_template("serah_terima.html.j2").render(
        s=surat, gaya=_sumber("gaya.css"), kerahasiaan=KERAHASIAAN
    )  # fmt: skip


def umum(k: Konteks) -> Mapping[str, object]:
    """Give what the base of every report page prints."""
    return {
        "k": k,
        "gaya": _sumber("gaya.css"),
        "kerahasiaan": KERAHASIAAN,
        "kepastian": KEPASTIAN,
        "metode": dasar_aturan(k.aturan),
        "sebutan": SEBUTAN_STATUS,
        "tingkat": {p.nama: min(i, 4) for i, p in enumerate(k.aturan.predikat)},
    }


def _data(laporan: LaporanDinas) -> Mapping[str, object]:
    """Give people with their sums as rows that ``dinas.js`` reads; what recurs stands once: texts, and indicators."""
    aturan = laporan.konteks.aturan
    urutan = {p.nama: i for i, p in enumerate(aturan.predikat)}
    teks: defaultdict[str, int] = defaultdict(count().__next__)  # a new one gets the next number
    indikator: defaultdict[tuple[str, ...], int] = defaultdict(count().__next__)
    baris = sel([b for o in laporan.dinilai for b in o.rincian])

    def hitungan(satu: tuple[str, ...]) -> tuple[object, ...]:
        nama, aspek, arah, target, realisasi, cara, bobot, hasil, asal = satu
        lembar, pisah, alamat = asal.rpartition("!")
        return indikator[nama, aspek, arah, target, bobot], realisasi, teks[cara], hasil, teks[lembar + pisah], alamat

    orang = [
        (
            o.nip,
            o.peringkat_dinas or nomor,
            o.nama,
            [teks[o.jabatan], *(teks[t] for t in (o.unit_kerja, sebut_tugas(o.tugas)) if t)],
            [_angka(n) for n in ((*o.aspek, o.nilai) if aturan.berangka else o.aspek)],
            [] if aturan.berangka else [teks[o.hasil_kerja], teks[o.perilaku]],
            urutan[o.predikat],
            [hitungan(satu) for satu in islice(baris, len(o.rincian))],
            [teks[satu] for satu in langkah_akhir(o, aturan)],
        )
        for nomor, o in enumerate(laporan.dinilai, 1)
    ]
    return {
        "berangka": aturan.berangka,
        "predikat": list(urutan),
        "kolom": kolom(aturan) if indikator else (),
        "orang": orang,
        "indikator": list(indikator),
        "teks": list(teks),
    }


def _angka(n: int | None) -> tuple[int, str]:
    """Give a score to sort by, and in print; none sorts below all."""
    return (-1, "–") if n is None else (n, cetak_persen(n))


def kolom(aturan: Aturan) -> tuple[tuple[str, bool], ...]:
    """Head the columns of one person's sum, and tell whether they stand to the right."""
    kata = sebutan(aturan)
    return (
        ("Indikator", False),
        ("Aspek", False),
        ("Arah", False),
        ("Target", True),
        ("Realisasi", True),
        ("Capaian", False),
        (kata.bobot.capitalize(), True),
        (f"{kata.hasil_kali} ÷ 100", True),
        ("Asal", False),
    )


def sel(rincian: Sequence[BarisIndikator]) -> Iterator[tuple[str, ...]]:
    """Give indicators as texts, for the columns of :func:`kolom`."""
    if not rincian:
        return iter(())
    k = dict(zip(BarisIndikator._fields, zip(*rincian, strict=True), strict=True))
    satuan = [f" {s}" if s else "" for s in k["satuan"]]
    target = map(cetak_angka, k["target"])
    return zip(
        [f"{kode} {indikator}" for kode, indikator in zip(k["kode"], k["indikator"], strict=True)],
        k["aspek"],
        k["arah"],
        [
            (f"{t}–{cetak_angka(atas)}{s}" if atas == atas else t + s)
            for t, atas, s in zip(target, k["target_atas"], satuan, strict=True)
        ],
        [cetak_angka(r) + s if r == r else "–" for r, s in zip(k["realisasi"], satuan, strict=True)],
        [f"{cara}. {lain}" if lain else cara for cara, lain in zip(k["cara"], k["keterangan"], strict=True)],
        map(cetak_bobot, k["bobot"]),
        [cetak_tertimbang(t) if c != TANPA_CAPAIAN else "–" for t, c in zip(k["tertimbang"], k["capaian"], strict=True)],
        k["letak"],
        strict=True,
    )
