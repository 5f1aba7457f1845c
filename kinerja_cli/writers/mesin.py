"""Results as JSON for other programs. Keys stay; numbers are decimals as text, so that nothing is lost."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from kinerja_cli.core import angka
from kinerja_cli.core.banding import Banding, Gerak, Skor
from kinerja_cli.core.laporan import BarisIndikator, Konteks, Orang
from kinerja_cli.core.penilai import LaporanPenilai
from kinerja_cli.core.periode import Periode
from kinerja_cli.core.ringkasan import Hitungan
from kinerja_cli.core.temuan import Temuan, hitung_tingkat
from kinerja_cli.core.tepi import Tepi


def json_temuan(temuan: Sequence[Temuan], periode: Periode | None, hitungan: Hitungan | None = None) -> str:
    """Give findings: ``periode``, ``berkas`` with fingerprints (validasi only), ``jumlah`` by level, ``temuan`` in order."""
    return _tulis(
        {
            "periode": str(periode) if periode else None,
            **({"berkas": [{"nama": nama, "sidik": satu} for nama, satu in hitungan.sidik]} if hitungan else {}),
            "jumlah": {str(t): n for t, n in hitung_tingkat(temuan).items()},
            "temuan": [
                {
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
                for t in temuan
            ],
        }
    )


def json_orang(orang: Sequence[Orang], konteks: Konteks, tepi: Mapping[str, Tepi]) -> str:
    """Give people with their sums; ``garis_batas`` is null for who isn't near a category line."""
    return _tulis(
        {
            "periode": str(konteks.periode),
            "aturan": {"id": konteks.aturan.id, "judul": konteks.aturan.judul, "sha256": konteks.aturan.sha256},
            "penetapan": konteks.penetapan,
            "jejak": konteks.jejak,
            "orang": [{**_orang(o, konteks), "garis_batas": _tepi(tepi.get(o.nip))} for o in orang],
        }
    )


def _orang(o: Orang, konteks: Konteks) -> dict[str, object]:
    return {
        "nip": o.nip,
        "nama": o.nama,
        "jabatan": o.jabatan,
        "golongan": o.golongan,
        "dinas": o.dinas,
        "unit_kerja": o.unit_kerja,
        "status": o.status,
        "nilai": angka.teks_skala(o.nilai, 2, paling_sedikit=2) if o.dinilai else None,
        "predikat": o.predikat or None,
        "peringkat_dinas": o.peringkat_dinas or None,
        "peringkat": o.peringkat or None,
        "alasan": o.alasan,
        "catatan": o.catatan,
        "ide_baru": o.ide_baru,
        "jumlah_tertimbang": angka.teks_skala(o.jumlah_tertimbang, angka.SKALA_TERTIMBANG),
        "pembagi": angka.teks_skala(o.pembagi, 4),
        "aspek": {
            nama: angka.teks_skala(nilai, 2, paling_sedikit=2) if nilai is not None else None
            for nama, nilai in zip(konteks.aturan.aspek, o.aspek, strict=True)
        },
        "rincian": [_baris(b) for b in o.rincian],
    }


def json_andai(periode: Periode, kini: str, andai: str, banding: Banding) -> str:
    """Give a what-if: counts, each dinas, everybody who changes category, and the largest moves up and down."""
    return _tulis({"periode": str(periode), "kini": kini, "andai": andai, **_banding(banding, ("kini", "andai"))})


def json_bulan(asal: Periode, jadi: Periode, banding: Banding, *, datang: int, pergi: int) -> str:
    """Give two months side by side, as :func:`json_andai` does, with everybody's indicators that explain the move."""
    nama = ("asal", "jadi")
    semua = [_gerak(g, nama) for g in banding.orang]
    isi = {"datang": datang, "pergi": pergi, **_banding(banding, nama), "semua": semua}
    return _tulis({"asal": str(asal), "jadi": str(jadi), **isi})


def _banding(banding: Banding, nama: tuple[str, str]) -> dict[str, object]:
    return {
        "orang": len(banding.orang),
        "berganti": len(banding.berganti),
        "dinas": [
            {
                "dinas": d.dinas,
                "orang": d.orang,
                "berganti": d.berganti,
                f"rata_rata_{nama[0]}": _persen(d.rata_asal),
                f"rata_rata_{nama[1]}": _persen(d.rata_jadi),
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
            "periode": str(laporan.konteks.periode),
            "bulan_lalu": str(laporan.lalu) if laporan.lalu else None,
            "tanpa_penilai": laporan.tanpa_penilai,
            "pertanyaan": [{"kelompok": p.kelompok, "pokok": p.pokok, "teks": p.teks} for p in laporan.pertanyaan],
            "kelompok": [
                {
                    "jenis": k.jenis,
                    "sebutan": k.sebutan,
                    "orang": k.orang,
                    "tengah": _persen(k.tengah),
                    "terendah": _persen(k.terendah),
                    "tertinggi": _persen(k.tertinggi),
                }
                for k in laporan.kelompok
            ],
            "sejabatan": [
                {
                    "penilai": s.penilai,
                    "jabatan": s.jabatan,
                    "orang": s.orang,
                    "orang_lain": s.orang_lain,
                    "tengah": _persen(s.tengah),
                    "tengah_lain": _persen(s.tengah_lain),
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
        "selisih": _persen(g.selisih),
        "sebab": [
            {"kode": s.kode, "indikator": s.indikator, nama[0]: _persen(s.asal), nama[1]: _persen(s.jadi)} for s in g.sebab
        ],
    }


def _skor(s: Skor) -> dict[str, object]:
    return {"nilai": _persen(s.nilai), "predikat": s.predikat}


def _persen(seperseratus: int | None) -> str | None:
    return None if seperseratus is None else angka.teks_skala(seperseratus, 2, paling_sedikit=2)


def _tepi(t: Tepi | None) -> dict[str, object] | None:
    if t is None:
        return None
    return {
        "batas": t.batas.nama,
        "mulai": angka.teks_skala(t.batas.mulai, 2, paling_sedikit=2),
        "selisih": angka.teks_skala(t.selisih, 2, paling_sedikit=2),
        "tertahan": t.tertahan,
        "geser": [
            {"kode": g.kode, "realisasi": angka.teks_kanonis(g.realisasi), "menjadi": angka.teks_kanonis(g.menjadi)}
            for g in t.geser
        ],
        "tak_dihitung": t.tak_dihitung,
        "kalimat": f"{t.jarak}; {t.cara}",
    }


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
        "bobot": angka.teks_skala(b.bobot, 4),
        "nilai_tertimbang": angka.teks_skala(b.tertimbang, angka.SKALA_TERTIMBANG) if b.ada_capaian else None,
        "keterangan": b.keterangan,
        "letak": b.letak,
        "letak_indikator": b.letak_indikator,
    }


def _tulis(isi: object) -> str:
    return json.dumps(isi, ensure_ascii=False, indent=1)
