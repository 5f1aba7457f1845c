"""One person's score as a sum that can be checked with a pocket calculator."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kinerja_cli.core.kolom import ringkas
from kinerja_cli.core.laporan import Konteks, OrangRinci
from kinerja_cli.core.nip import rapikan
from kinerja_cli.core.periode import Periode
from kinerja_cli.core.temuan import nama_terdekat
from kinerja_cli.core.tepi import Tepi, di_tepi
from kinerja_cli.errors import KinerjaError
from kinerja_cli.store import RuangKerja
from kinerja_cli.workflow.isi import muat
from kinerja_cli.workflow.ruang import pilih_periode, setelan_ruang


@dataclass(frozen=True)
class Penjelasan:
    """The people that a name or NIP fits, one to explain or several to choose from; ``tepi`` are those near a line."""

    konteks: Konteks
    orang: tuple[OrangRinci, ...]
    tepi: Mapping[str, Tepi]


def jelaskan(ruang: RuangKerja, siapa: str, periode: Periode | None) -> Penjelasan:
    """Find a person in a saved period by NIP or by part of the name, case and punctuation aside.

    Raises:
        KinerjaError: nobody fits; the near name is proposed.
    """
    isi = muat(ruang, pilih_periode(ruang, periode), setelan_ruang(ruang))
    nip, nama = rapikan(siapa), ringkas(siapa)
    cocok = [o for o in isi.orang if o.nip == nip] or [o for o in isi.orang if ringkas(o.nama) == nama]
    cocok = cocok or [o for o in isi.orang if nama and nama in ringkas(o.nama)]
    if not cocok:
        calon = [t for o in isi.orang for t in (o.nama, o.nama.partition(",")[0], o.nip)]
        usul = nama_terdekat(siapa, calon)
        raise KinerjaError(
            f"“{siapa}” tidak ada di periode {isi.konteks.periode}.",
            f"Maksud Anda “{usul}”?" if usul else "Tulis NIP (18 digit) atau sebagian namanya.",
        )
    tepi = di_tepi(isi.hasil, isi.konteks.aturan, isi.ambang_tepi, [o.nip for o in cocok])
    return Penjelasan(isi.konteks, isi.rinci(cocok), {t.nip: t for t in tepi})
