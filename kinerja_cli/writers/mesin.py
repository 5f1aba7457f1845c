"""Results as JSON for other programs. Keys stay; numbers are decimals as text, so that nothing is lost."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict

from kinerja_cli.core import angka
from kinerja_cli.core.banding import Banding, Gerak, Skor
from kinerja_cli.core.bukti import Bukti
from kinerja_cli.core.kata_indikator import BarisIndikator
from kinerja_cli.core.laporan import Konteks, OrangRinci
from kinerja_cli.core.laporan_rekap import Kelompok, OrangRekap, Rekap
from kinerja_cli.core.penilai import LaporanPenilai
from kinerja_cli.core.penilaian import TANPA_NILAI
from kinerja_cli.core.periode import Periode
from kinerja_cli.core.ringkasan import Hitungan
from kinerja_cli.core.riwayat import BarisRiwayat
from kinerja_cli.core.tagih import SemuaTagihan
from kinerja_cli.core.temuan import Temuan, hitung_tingkat
from kinerja_cli.core.tepi import Tepi

SKEMA = 1
"""Number of the shape that docs/json.md describes; raised when a key goes or changes its meaning, not when one is added."""


def json_validasi(temuan: Sequence[Temuan], periode: Periode | None, hitungan: Hitungan, *, siap: bool) -> str:
    """Give the outcome of a check: whether the files are ready to be sent, what they hold, and every finding."""
    isi = {k: v for k, v in asdict(hitungan).items() if k not in ("berkas", "sidik")}
    berkas = [{"nama": nama, "sidik": satu} for nama, satu in hitungan.sidik]
    return _tulis({**_temuan(temuan, periode), "siap": siap, "isi": isi, "berkas": berkas})


def json_hitung(temuan: Sequence[Temuan], periode: Periode | None, *, tersimpan: bool) -> str:
    """Give the outcome of a scoring: whether a result was saved, and every finding."""
    return _tulis({**_temuan(temuan, periode), "tersimpan": tersimpan})


def _temuan(temuan: Sequence[Temuan], periode: Periode | None) -> dict[str, object]:
    return {"skema": SKEMA, "periode": str(periode) if periode else None, **json_temuan(temuan)}


def json_temuan(temuan: Sequence[Temuan]) -> dict[str, object]:
    """Give every finding, and how many there are of each level."""
    return {
        "jumlah": {str(t): n for t, n in hitung_tingkat(temuan).items()},
        "temuan": [_satu_temuan(t) for t in temuan],
    }


def _satu_temuan(t: Temuan) -> dict[str, str]:
    return {
        "kode": t.kode,
        "tingkat": str(t.tingkat),
        "berkas": t.letak.berkas,
        "lembar": t.letak.lembar,
        "sel": t.letak.sel,
        "nilai": t.nilai,
        "usul": t.usul,
        "judul": t.jenis.judul,
        "pesan": t.pesan,
        "saran": t.saran,
    }


def json_tagih(semua: SemuaTagihan, batas: dt.date | None) -> str:
    """Give what each dinas owes, and its message."""
    return _tulis(
        {
            "skema": SKEMA,
            "periode": str(semua.periode),
            "batas": batas.isoformat() if batas else None,
            "dinas": [{"nama": d.dinas, "perlu": list(d.perlu), "pesan": d.pesan} for d in semua.dinas],
            "tanpa_dinas": semua.tanpa_dinas,
        }
    )


def json_rekap(rekap: Rekap, temuan: Sequence[Temuan]) -> str:
    """Give a recap; ``orang_bulan`` and ``jumlah`` also as exact fractions ("31/3")."""
    return _tulis(
        {
            "skema": SKEMA,
            "rentang": str(rekap.rentang),
            "bulan": [str(p) for p in rekap.bulan],
            "belum_dihitung": [str(p) for p in rekap.belum],
            "aturan": [
                {"id": a.id, "judul": a.judul, "sha256": a.sha256, "penetapan": a.penetapan, "bulan": a.bulan}
                for a in rekap.aturan
            ],
            "jejak": dict(rekap.jejak),
            "catatan": list(rekap.catatan),
            "daerah": _kelompok(rekap.daerah),
            "dinas": [_kelompok(d) for d in rekap.dinas],
            "orang": [_orang_rekap(o, rekap) for o in rekap.orang],
            "perjalanan": [asdict(p) for p in rekap.perjalanan],
            "angka_kredit": [{**asdict(a), "angka": _dua_desimal(a.angka)} for a in rekap.angka_kredit],
            "jumlah": {str(t): n for t, n in hitung_tingkat(temuan).items()},
            "temuan": [_satu_temuan(t) for t in temuan],
        }
    )


def _kelompok(k: Kelompok) -> dict[str, object]:
    return {
        "nama": k.nama,
        "orang": k.orang,
        "orang_bulan": _dua_desimal(k.orang_bulan_cetak),
        "orang_bulan_eksak": str(k.orang_bulan),
        "jumlah_eksak": None if k.jumlah is None else str(k.jumlah / 100),
        "rata_rata": _dua_desimal(k.rata_rata),
        "persen": {nama: _dua_desimal(n) for nama, n in k.persen},
        "organisasi": k.organisasi or None,
        "saran": list(k.saran),
    }


def _orang_rekap(o: OrangRekap, rekap: Rekap) -> dict[str, object]:
    return {
        "nip": o.nip,
        "nama": o.nama,
        "dinas": o.dinas,
        "jabatan": o.jabatan,
        "golongan": o.golongan,
        "bulan": {
            str(p): {"nilai": _dua_desimal(s.nilai), "predikat": s.predikat or None, "sebab": s.sebab or None}
            for p, s in zip(rekap.rentang.bulan, o.bulan, strict=True)
        },
        "banyak_bulan": o.banyak,
        "rata_rata": _dua_desimal(o.rata_rata),
        "predikat": dict(o.predikat),
        "tanpa_nilai": o.tanpa,
        "catatan": o.catatan,
    }


def _dua_desimal(seperseratus: int | None) -> str | None:
    return None if seperseratus is None else angka.teks_skala(seperseratus, 2, paling_sedikit=2)


def json_orang(orang: Sequence[OrangRinci], konteks: Konteks, tepi: Mapping[str, Tepi]) -> str:
    """Give people with their sums; ``garis_batas`` is null for who isn't near a category line."""
    return _tulis(
        {
            "skema": SKEMA,
            "periode": str(konteks.periode),
            "aturan": {"id": konteks.aturan.id, "judul": konteks.aturan.judul, "sha256": konteks.aturan.sha256},
            "penetapan": konteks.penetapan,
            "jejak": konteks.jejak,
            "orang": [{**_orang(o, konteks), "garis_batas": _tepi(tepi.get(o.nip))} for o in orang],
        }
    )


def json_riwayat(semua: Sequence[BarisRiwayat]) -> str:
    """Give lines of the audit trail as they stand there; ``hasil`` is the person's, where one was asked for."""
    return _tulis(
        {
            "skema": SKEMA,
            "jejak": [{**b.baris.isi, **({"hasil": asdict(b.keadaan)} if b.keadaan else {})} for b in semua],
        }
    )


def _orang(o: OrangRinci, konteks: Konteks) -> dict[str, object]:
    return {
        "nip": o.nip,
        "nama": o.nama,
        "jabatan": o.jabatan,
        "golongan": o.golongan,
        "dinas": o.dinas,
        "unit_kerja": o.unit_kerja,
        "status": o.status,
        "nilai": angka.teks_skala(o.nilai, 2, paling_sedikit=2) if o.nilai is not None else None,
        "predikat": o.predikat or None,
        "peringkat_dinas": o.peringkat_dinas or None,
        "peringkat": o.peringkat or None,
        "alasan": o.alasan,
        "catatan": o.catatan,
        "ide_baru": o.ide_baru,
        "jumlah_tertimbang": angka.teks_skala(o.jumlah_tertimbang, angka.SKALA_TERTIMBANG),
        "pembagi": angka.teks_skala(o.pembagi, 4),
        "hasil_kerja": o.hasil_kerja or None,
        "perilaku": o.perilaku or None,
        "nilai_hasil_kerja": _seperseratus(o.nilai_hasil_kerja),
        "jumlah_perilaku": _seperseratus(o.jumlah_perilaku),
        "banyak_perilaku": o.banyak_perilaku,
        "letak_perilaku": o.letak_perilaku,
        "tambahan": _seperseratus(o.tambahan),
        "aspek": {
            nama: angka.teks_skala(nilai, 2, paling_sedikit=2) if nilai is not None else None
            for nama, nilai in zip(konteks.aturan.aspek, o.aspek, strict=True)
        },
        "penugasan": [{"dinas": t.dinas, "hari": t.hari, "dari_hari": t.hari_tugas} for t in o.tugas],
        "rincian": [_baris(b) for b in o.rincian],
    }


def json_andai(periode: Periode, kini: str, andai: str, banding: Banding) -> str:
    """Give a what-if: counts, each dinas, everybody who changes category, and the largest moves up and down."""
    return _tulis(
        {"skema": SKEMA, "periode": str(periode), "kini": kini, "andai": andai, **_banding(banding, ("kini", "andai"))}
    )


def json_bulan(asal: Periode, jadi: Periode, banding: Banding, *, datang: int, pergi: int) -> str:
    """Give two months side by side, as :func:`json_andai` does, with everybody's indicators that explain the move."""
    nama = ("asal", "jadi")
    semua = [_gerak(g, nama) for g in banding.orang]
    isi = {"datang": datang, "pergi": pergi, **_banding(banding, nama), "semua": semua}
    return _tulis({"skema": SKEMA, "asal": str(asal), "jadi": str(jadi), **isi})


def _banding(banding: Banding, nama: tuple[str, str]) -> dict[str, object]:
    return {
        "orang": len(banding.orang),
        "berganti": len(banding.berganti),
        "dinas": [
            {
                "dinas": d.dinas,
                "orang": d.orang,
                "berganti": d.berganti,
                f"rata_rata_{nama[0]}": _dua_desimal(d.rata_asal),
                f"rata_rata_{nama[1]}": _dua_desimal(d.rata_jadi),
            }
            for d in banding.menurut_dinas
        ],
        "yang_berganti": [_gerak(g, nama) for g in banding.berganti],
        "kenaikan_terbesar": [_gerak(g, nama) for g in banding.naik],
        "penurunan_terbesar": [_gerak(g, nama) for g in banding.turun],
    }


def json_penilai(laporan: LaporanPenilai) -> str:
    """Give raters and units side by side; a figure of too few people is null."""
    return _tulis(
        {
            "skema": SKEMA,
            "periode": str(laporan.konteks.periode),
            "bulan_lalu": str(laporan.lalu) if laporan.lalu else None,
            "tanpa_penilai": laporan.tanpa_penilai,
            "pertanyaan": [{"kelompok": p.kelompok, "pokok": p.pokok, "teks": p.teks} for p in laporan.pertanyaan],
            "kelompok": [
                {
                    "jenis": k.jenis,
                    "sebutan": k.sebutan,
                    "orang": k.orang,
                    "tengah": _dua_desimal(k.tengah),
                    "terendah": _dua_desimal(k.terendah),
                    "tertinggi": _dua_desimal(k.tertinggi),
                }
                for k in laporan.kelompok
            ],
            "sejabatan": [
                {
                    "penilai": s.penilai,
                    "jabatan": s.jabatan,
                    "orang": s.orang,
                    "orang_lain": s.orang_lain,
                    "tengah": _dua_desimal(s.tengah),
                    "tengah_lain": _dua_desimal(s.tengah_lain),
                    "di_atas": s.di_atas,
                    "di_bawah": s.di_bawah,
                    "delta_cliff": f"{float(s.delta):.4f}" if s.delta is not None else None,
                    "arti": s.arti or None,
                }
                for s in laporan.sejabatan
            ],
        }
    )


def _gerak(g: Gerak, nama: tuple[str, str]) -> dict[str, object]:
    return {
        "nip": g.nip,
        "nama": g.nama,
        "dinas": g.dinas,
        nama[0]: _skor(g.asal),
        nama[1]: _skor(g.jadi),
        "selisih": _dua_desimal(g.selisih),
        "sebab": [
            {"kode": s.kode, "indikator": s.indikator, nama[0]: _dua_desimal(s.asal), nama[1]: _dua_desimal(s.jadi)}
            for s in g.sebab
        ],
    }


def _skor(s: Skor) -> dict[str, object]:
    return {"nilai": _dua_desimal(s.nilai), "predikat": s.predikat}


def _tepi(t: Tepi | None) -> dict[str, object] | None:
    if t is None:
        return None
    return {
        "batas": t.batas.nama,
        "mulai": _dua_desimal(t.batas.mulai),
        "selisih": _dua_desimal(t.selisih),
        "tertahan": t.tertahan,
        "geser": [
            {"kode": g.kode, "realisasi": angka.teks_kanonis(g.realisasi), "menjadi": angka.teks_kanonis(g.menjadi)}
            for g in t.geser
        ],
        "tak_dihitung": t.tak_dihitung,
        "kalimat": f"{t.jarak}; {t.cara}",
    }


def _seperseratus(nilai: int) -> str | None:
    return None if nilai == TANPA_NILAI else angka.teks_skala(nilai, 2, paling_sedikit=2)


def _baris(b: BarisIndikator) -> dict[str, object]:
    def desimal(nilai: float) -> str | None:
        return angka.teks_kanonis(nilai) if nilai == nilai else None

    return {
        "kode": b.kode,
        "indikator": b.indikator,
        "aspek": b.aspek,
        "arah": b.arah,
        "satuan": b.satuan,
        "target": desimal(b.target),
        "target_atas": desimal(b.target_atas),
        "realisasi": desimal(b.realisasi),
        "keadaan": b.keadaan,
        "capaian": angka.teks_skala(b.capaian, 2, paling_sedikit=2) if b.ada_capaian else None,
        "cara": b.cara,
        "nilai": angka.teks_skala(b.nilai, 2, paling_sedikit=2) if b.ada_capaian else None,
        "bobot": angka.teks_skala(b.bobot, 4),
        "nilai_tertimbang": angka.teks_skala(b.tertimbang, angka.SKALA_TERTIMBANG) if b.ada_capaian else None,
        "keterangan": b.keterangan,
        "letak": b.letak,
        "letak_indikator": b.letak_indikator,
    }


def _tulis(isi: object) -> str:
    return json.dumps(isi, ensure_ascii=False, indent=1)


def json_bukti(bukti: Bukti) -> str:
    """Give the outcome of a proof: whether all is the same, and every difference."""
    nomor, sha256 = bukti.jejak
    return _tulis(
        {
            "skema": SKEMA,
            "periode": str(bukti.periode),
            "sama_persis": bukti.sama,
            "dibangun_ulang": bukti.dibangun,
            "jejak": {"nomor": nomor, "sha256": sha256},
            "laporan": bukti.laporan or None,
            "beda": [asdict(satu) for satu in bukti.beda],
            "catatan": list(bukti.catatan),
        }
    )
