"""Objections as JSON for other programs; see docs/json.md."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict

from kinerja_cli.core.keberatan import Daftar, Perkara
from kinerja_cli.writers.mesin import SKEMA


def json_keberatan(d: Daftar) -> str:
    """Give what was handed over when, and every objection as it stands."""
    tenggat = d.tenggat
    isi = {
        "skema": SKEMA,
        "tenggat": {"hari": tenggat.hari, "hitungan": tenggat.hitungan, "dasar": str(tenggat.dasar)},
        "penyerahan": [
            {
                "periode": str(s.penyerahan.periode),
                "dinas": list(s.penyerahan.dinas),
                "tanggal": s.penyerahan.tanggal.isoformat(),
                "terakhir": s.terakhir.isoformat(),
                "sisa": s.sisa,
            }
            for s in d.penyerahan
        ],
        "keberatan": [_perkara(m, d.bukti_hilang.get(m.pengajuan.nomor, ())) for m in d.perkara],
    }
    return json.dumps(isi, ensure_ascii=False, indent=1)


def _perkara(m: Perkara, hilang: Sequence[str]) -> dict[str, object]:
    p = m.pengajuan
    return {
        "nomor": p.nomor,
        "periode": str(p.periode),
        "nip": p.nip,
        "nama": p.nama,
        "dinas": p.dinas,
        "tanggal": p.tanggal.isoformat(),
        "alasan": p.alasan,
        "bukti": [asdict(b) for b in p.bukti],
        "bukti_hilang": list(hilang),
        "diserahkan": m.diserahkan.isoformat() if m.diserahkan else None,
        "terakhir": m.terakhir.isoformat() if m.terakhir else None,
        "tanda": list(m.tanda),
        "putusan": {**asdict(m.putusan), "tanggal": m.tanggal.isoformat()} if m.putusan else None,
    }
