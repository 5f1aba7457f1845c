"""A score with one realisasi changed: one product of the saved sum exchanged, by the arithmetic of the scoring itself."""

from __future__ import annotations

import numpy as np

from kinerja_cli.core.angka import Floats, Ints
from kinerja_cli.core.aturan import Aturan
from kinerja_cli.core.capaian import capaian, nilai_pita
from kinerja_cli.core.hitung import Hasil
from kinerja_cli.core.penilaian import Penilaian, gabungkan
from kinerja_cli.core.rincian import kunci_cara


def skor_bila(asal: Hasil, baris: Ints, realisasi: Floats, aturan: Aturan) -> Ints:
    """Score one person a ``baris``, as if that one realisasi were another; the rest of theirs stays.

    Args:
        asal: scored people with their ``rincian``, sorted by NIP.
        baris: positions in ``asal.rincian`` of rows with a capaian; one may stand there many times.
        realisasi: the other realisasi of each, canonical.
        aturan: the rule set; its result is a number.

    Returns:
        Scores in hundredths, in the order of ``baris``.
    """
    rincian = asal.rincian.iloc[baris]
    orang = asal.nilai.iloc[np.searchsorted(asal.nilai["nip"].to_numpy(), rincian["nip"].to_numpy())]
    target, atas, terbaik = (rincian[k].to_numpy(dtype=np.float64) for k in ("target", "target_atas", "terbaik"))
    persen = capaian(realisasi, target, atas, menurut=kunci_cara(rincian, aturan), aturan=aturan)
    nilai = persen.copy()
    for pita in aturan.pita:
        milik = (rincian["pita"] == pita.nama).to_numpy()
        nilai[milik] = nilai_pita(persen[milik], terbaik[milik] == target[milik], pita)
    lama, bobot = (rincian[k].to_numpy(dtype=np.int64) for k in ("nilai_tertimbang", "bobot_hitung"))
    jumlah, pembagi = (orang[k].to_numpy(dtype=np.int64) for k in ("jumlah_tertimbang", "pembagi"))
    penilaian = Penilaian(*(orang[k].to_numpy() for k in Penilaian._fields))
    return gabungkan(jumlah - lama + nilai * bobot, pembagi, penilaian, aturan)
