"""A score with one realisasi changed: one product of the saved sum exchanged, by the arithmetic of the scoring itself."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from kinerja_cli.core.angka import Floats, Ints
from kinerja_cli.core.aturan import Aturan
from kinerja_cli.core.capaian import capaian, nilai_pita
from kinerja_cli.core.hitung import Hasil
from kinerja_cli.core.penilaian import Penilaian, gabungkan
from kinerja_cli.core.rincian import kunci_cara


def skor_bila(asal: Hasil, aturan: Aturan) -> Callable[[Ints, Floats], Ints]:
    """Give what scores people again, one a ``baris``, as if that one realisasi were another and the rest of theirs stayed.

    Args:
        asal: scored people with their ``rincian``, sorted by NIP.
        aturan: the rule set; its result is a number.

    Returns:
        What takes ``baris`` (positions in ``asal.rincian`` of rows with a capaian; one may stand there many times) and the
        other realisasi of each, canonical, and gives scores in hundredths, in the order of ``baris``.
    """
    rincian = asal.rincian
    orang = asal.nilai.iloc[np.searchsorted(asal.nilai["nip"].to_numpy(), rincian["nip"].to_numpy())]
    target, atas, terbaik = (rincian[k].to_numpy(dtype=np.float64) for k in ("target", "target_atas", "terbaik"))
    menurut, nama_pita = kunci_cara(rincian, aturan), rincian["pita"].to_numpy(dtype=object)
    lama, bobot = (rincian[k].to_numpy(dtype=np.int64) for k in ("nilai_tertimbang", "bobot_hitung"))
    jumlah, pembagi = (orang[k].to_numpy(dtype=np.int64) for k in ("jumlah_tertimbang", "pembagi"))
    penilaian = Penilaian(*(orang[k].to_numpy() for k in Penilaian._fields))

    def skor(baris: Ints, realisasi: Floats) -> Ints:
        persen = capaian(realisasi, target[baris], atas[baris], menurut=menurut[baris], aturan=aturan)
        nilai = persen.copy()
        for pita in aturan.pita:
            milik = nama_pita[baris] == pita.nama
            nilai[milik] = nilai_pita(persen[milik], (terbaik == target)[baris][milik], pita)
        milik_orang = Penilaian(*(isi[baris] for isi in penilaian))
        return gabungkan((jumlah - lama)[baris] + nilai * bobot[baris], pembagi[baris], milik_orang, aturan)

    return skor
