"""Follow-up as JSON for other programs; see docs/json.md."""

from __future__ import annotations

import json
from collections.abc import Sequence

from kinerja_cli.core.angka import teks_skala
from kinerja_cli.core.lanjut.bulan import BulanOrang
from kinerja_cli.core.lanjut.dampak import BUKAN_SEBAB, Dampak, Perubahan
from kinerja_cli.core.lanjut.laporan import PENGANTAR, BagianDinas, LaporanLanjut, kata_dampak
from kinerja_cli.core.lanjut.usul import DIUSULKAN, Alasan, Usulan
from kinerja_cli.core.laporan import KERAHASIAAN
from kinerja_cli.core.periode import Periode
from kinerja_cli.core.temuan import Temuan
from kinerja_cli.writers.mesin import SKEMA, json_temuan


def json_lanjut(laporan: LaporanLanjut, temuan: Sequence[Temuan]) -> str:
    """Give the report and every finding; numbers are decimals as text."""
    k = laporan.konteks
    isi = {
        "skema": SKEMA,
        "periode": str(k.periode),
        "aturan": {"id": k.aturan.id, "judul": k.aturan.judul, "sha256": k.aturan.sha256},
        "penetapan": k.penetapan,
        "kerahasiaan": KERAHASIAAN,
        "pengantar": PENGANTAR,
        "bulan": [str(p) for p in laporan.bulan],
        "catatan": list(laporan.catatan),
        "dinas": [_dinas(d) for d in laporan.dinas],
        "kotak": [
            {
                "nomor": satu.kotak.nomor,
                "kinerja": satu.kotak.kinerja,
                "potensial": satu.kotak.potensial,
                "akibat": satu.kotak.akibat or None,
                "nip": [o.nip for o in satu.orang],
            }
            for baris in laporan.kotak.baris
            for satu in baris
        ],
        "pelatihan": [_dampak(d, laporan) for d in laporan.dampak],
        **json_temuan(temuan),
    }
    return json.dumps(isi, ensure_ascii=False, indent=1)


def _dinas(d: BagianDinas) -> dict[str, object]:
    return {
        "nama": d.nama,
        "orang": d.orang,
        "usulan": [_usulan(u) for u in d.usulan],
        "belum_cukup_data": [
            {
                **_orang(b.orang),
                "untuk": list(b.jenis),
                "kurang": [{"periode": str(p), "sebab": sebab} for p, sebab in b.kurang],
            }
            for b in d.belum
        ],
        "tidak_diusulkan": [
            {**_orang(x.orang), "sebab": x.sebab, "alasan": [_alasan(a) for a in x.alasan]} for x in d.dikecualikan
        ],
        "kebutuhan": [
            {
                "kode": n.kode,
                "indikator": n.indikator,
                "aspek": n.aspek,
                "rata_rata": _desimal(n.rata_rata),
                "orang": n.orang,
                "di_bawah": n.di_bawah,
                "pelatihan": [{"kode": p.kode, "nama": p.nama, "jp": _desimal(p.jp)} for p in n.pelatihan],
            }
            for n in d.kebutuhan
        ],
        "jp": [
            {"nip": satu.orang.nip, "jp": _desimal(satu.jp), "kurang": _desimal(satu.kurang), "lebih": _desimal(satu.lebih)}
            for satu in d.jp
        ],
    }


def _usulan(u: Usulan) -> dict[str, object]:
    return {
        **_orang(u.orang),
        "usulan": u.jenis,
        "sifat": DIUSULKAN,
        "kotak": u.kotak.nomor if u.kotak else None,
        "alasan": [_alasan(a) for a in u.alasan],
        "pertentangan": list(u.pertentangan),
        "catatan": list(u.catatan),
    }


def _alasan(a: Alasan) -> dict[str, object]:
    return {
        "aturan": a.aturan.id,
        "dasar": f"{a.aturan.dasar} ({a.aturan.dasar.kepastian})",
        "kata": a.kata,
        "bulan": [_bulan(p, o) for p, o in zip(a.bulan, a.angka, strict=True)],
    }


def _bulan(p: Periode, o: BulanOrang) -> dict[str, object]:
    return {
        "periode": str(p),
        "dinas": o.dinas,
        "nilai": None if o.nilai is None else _desimal(o.nilai),
        "predikat": o.predikat,
        "aspek": {nama: _desimal(n) for nama, n in o.aspek.items()},
    }


def _orang(o: BulanOrang) -> dict[str, str]:
    return {"nip": o.nip, "nama": o.nama, "jabatan": o.jabatan}


def _dampak(d: Dampak, laporan: LaporanLanjut) -> dict[str, object]:
    def perubahan(p: Perubahan | None) -> dict[str, int] | None:
        return {"orang": p.orang, "naik": p.naik, "tetap": p.tetap, "turun": p.turun} if p else None

    return {
        "nama": d.pelatihan,
        "bulan": str(d.bulan),
        "peserta": d.peserta,
        "sebelum": [str(p) for p in d.sebelum],
        "sesudah": [str(p) for p in d.sesudah],
        "ikut": perubahan(d.ikut),
        "pembanding": perubahan(d.pembanding),
        "kata": kata_dampak(d, laporan),
        "sifat": BUKAN_SEBAB,
    }


def _desimal(perseratus: int) -> str:
    return teks_skala(perseratus, 2, paling_sedikit=2)
