"""The audit trail for people: what was done, by whom, when; and how one person's result went along."""

from __future__ import annotations

from kinerja_cli.core.jejak import BarisJejak
from kinerja_cli.core.nip import berbentuk_nip, rapikan
from kinerja_cli.core.periode import Periode
from kinerja_cli.core.riwayat import STATUS, BarisRiwayat, saring
from kinerja_cli.core.selisih import Keadaan
from kinerja_cli.core.simpanan import tabel_dari_csv
from kinerja_cli.core.temuan import nama_terdekat
from kinerja_cli.errors import KinerjaError
from kinerja_cli.store import RuangKerja


def riwayat(
    ruang: RuangKerja, periode: Periode | None = None, tindakan: str = "", orang: str = ""
) -> tuple[BarisRiwayat, ...]:
    """Give the trail, oldest first, narrowed by period, action, and person.

    Args:
        ruang: the ruang kerja.
        periode, tindakan: empty for all.
        orang: a NIP, whose result is shown at each line that has one; else part of the name of who did it.

    Raises:
        KinerjaError: the trail was altered, or the action is unknown to it.
    """
    jejak = ruang.jejak()
    ada = sorted({str(b.isi["tindakan"]) for b in jejak})
    if tindakan and tindakan not in ada:
        usul = nama_terdekat(tindakan, ada)
        raise KinerjaError(
            f"Tindakan “{tindakan}” tidak ada di jejak audit.",
            f"Maksud Anda “{usul}”?" if usul else f"Yang ada: {', '.join(ada) or 'belum ada apa-apa'}.",
        )
    nip, keadaan = rapikan(orang), dict[int, Keadaan | None]()
    if not berbentuk_nip(nip):
        return tuple(map(BarisRiwayat, saring(jejak, periode=periode, tindakan=tindakan, siapa=orang)))
    terakhir: dict[object, Keadaan | None] = {}
    for b in jejak:
        if "manifes" in b.isi and b.isi["tindakan"] not in STATUS:  # a lock leaves the result as it was
            terakhir[b.isi["periode"]] = _keadaan(ruang, b, nip)
        keadaan[b.nomor] = terakhir.get(b.isi.get("periode"))
    semua = (BarisRiwayat(b, keadaan[b.nomor]) for b in saring(jejak, periode=periode, tindakan=tindakan))
    return tuple(satu for satu in semua if satu.keadaan or satu.baris.isi.get("nip") == nip)


def _keadaan(ruang: RuangKerja, baris: BarisJejak, nip: str) -> Keadaan | None:
    """Find how a person stands in the result that a line computed; None where they aren't in it, or it is gone."""
    tahun, _, bulan = str(baris.isi["periode"]).partition("-")
    simpanan = ruang.baca_menurut_manifes(Periode(int(tahun), int(bulan)), str(baris.isi["manifes"]))
    if simpanan is None:
        return None
    nilai = tabel_dari_csv(simpanan.berkas["nilai.csv"], {}, "nilai.csv")
    milik = nilai[nilai["nip"] == nip]
    return Keadaan(*milik.iloc[0][["status", "nilai", "predikat"]]) if len(milik) else None
