"""Reports for other readers than the heads: a page for the public, and a slip for every person."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import partial

from kinerja_cli.core.laporan import Orang, nama_berkas
from kinerja_cli.core.publik import susun_publik
from kinerja_cli.core.temuan import nama_terdekat
from kinerja_cli.core.tenggat import Tenggat
from kinerja_cli.core.tepi import di_tepi
from kinerja_cli.errors import KinerjaError
from kinerja_cli.readers.keberatan import baca_tenggat
from kinerja_cli.store import RuangKerja
from kinerja_cli.workflow.isi import Isi
from kinerja_cli.workflow.laporan import (
    SEMUA,
    CaraLaporan,
    HasilLaporan,
    Pekerjaan,
    pekerjaan_pimpinan,
    pilih_dinas,
    satu_laporan,
    tulis_laporan,
    tulis_semua,
)
from kinerja_cli.workflow.ruang import setelan_ruang
from kinerja_cli.writers.halaman_pegawai import halaman_slip
from kinerja_cli.writers.halaman_publik import halaman_publik

PIMPINAN, PUBLIK, PEGAWAI = PEMBACA = ("pimpinan", "publik", "pegawai")
"""For whom reports are written, as ``--untuk`` names them."""


def periksa_pembaca(pembaca: str) -> None:
    """Raise KinerjaError where there is no such reader, with the near name."""
    if pembaca not in PEMBACA:
        usul = nama_terdekat(pembaca, PEMBACA)
        saran = f"Maksud Anda “{usul}”?" if usul else f"Yang ada: {', '.join(PEMBACA)}."
        raise KinerjaError(f"Pembaca “{pembaca}” tidak dikenal.", saran)


def tulis_untuk(
    pembaca: str,
    ruang: RuangKerja,
    isi: Isi,
    dinas: Collection[str] = (),
    maju: Callable[[int, int], None] | None = None,
    cara: CaraLaporan = SEMUA,
) -> HasilLaporan:
    """Write the reports of a period for one kind of reader; the other arguments as for :func:`tulis_laporan`.

    Raises:
        KinerjaError: no such reader, a dinas is unknown, or the public page is asked of some dinas only.
    """
    periksa_pembaca(pembaca)
    if pembaca == PIMPINAN:
        return tulis_laporan(ruang, isi, dinas, maju, cara)
    if pembaca == PEGAWAI:
        return tulis_slip(ruang, isi, dinas, maju)
    if dinas:
        raise KinerjaError("Halaman publik selalu tentang seluruh daerah.", "Hapus --dinas.")
    return tulis_publik(ruang, isi)


def tulis_publik(ruang: RuangKerja, isi: Isi) -> HasilLaporan:
    """Write the page that may be published: always of the whole regency, since a part of it would tell more."""
    return tulis_semua(ruang, isi.konteks.periode, _pekerjaan_publik(isi))


def _pekerjaan_publik(isi: Isi) -> list[Pekerjaan]:
    publik = susun_publik(isi.orang, isi.konteks.aturan)
    return [satu_laporan(f"{PUBLIK}/index.html", lambda: halaman_publik(publik, isi.konteks).encode())]


def susun_ulang(ruang: RuangKerja, isi: Isi, nama: str) -> tuple[bytes, ...]:
    """Make the reports of a file name again, for every reader, with live formulas and without; none where there is none."""
    semua = (
        *pekerjaan_pimpinan(ruang, isi),
        *_pekerjaan_publik(isi),
        *_pekerjaan_slip(ruang, isi, ()),
    )
    return tuple(
        dict.fromkeys(
            berkas
            for satu in semua
            if any(_nama(tempat) == nama for tempat in satu.nama)
            for tempat, berkas in zip(satu.nama, satu.buat(), strict=True)
            if _nama(tempat) == nama
        )
    )


def _nama(tempat: str) -> str:
    return tempat.rpartition("/")[2]


def tulis_slip(
    ruang: RuangKerja, isi: Isi, dinas: Collection[str] = (), maju: Callable[[int, int], None] | None = None
) -> HasilLaporan:
    """Write a slip for every person: one file a dinas to print, and one a person to send. Arguments as for the reports.

    Raises:
        KinerjaError: a dinas is unknown, with the near name.
    """
    return tulis_semua(ruang, isi.konteks.periode, _pekerjaan_slip(ruang, isi, dinas), maju)


def _pekerjaan_slip(ruang: RuangKerja, isi: Isi, dinas: Collection[str]) -> list[Pekerjaan]:
    milik: dict[str, list[Orang]] = {}
    for o in sorted(isi.orang, key=lambda o: (o.dinas, o.nama, o.nip)):
        milik.setdefault(o.dinas, []).append(o)
    pilihan = pilih_dinas(dinas, milik, isi.konteks.periode)
    nip = {o.nip for nama in pilihan for o in milik[nama]}
    gerak = {t.nip: f"{t.jarak}; {t.cara}." for t in di_tepi(isi.hasil, isi.konteks.aturan, isi.konteks.aturan.puncak, nip)}
    tenggat = baca_tenggat(setelan_ruang(ruang), (isi.konteks.periode.tahun,))
    pekerjaan: list[Pekerjaan] = []
    for nama, berkas in nama_berkas(list(milik)).items():
        if nama in pilihan:
            semua = (f"{PEGAWAI}/{berkas}.html", *(f"{PEGAWAI}/{berkas}/{o.nip}.html" for o in milik[nama]))
            pekerjaan.append(Pekerjaan(semua, partial(_slip, isi, nama, milik[nama], tenggat, gerak)))
    return pekerjaan


def _slip(isi: Isi, dinas: str, orang: Sequence[Orang], tenggat: Tenggat, gerak: Mapping[str, str]) -> Iterator[bytes]:
    """Make the slips of a dinas in one file, then each by itself."""
    rinci = isi.rinci(orang)
    for judul, milik in ((dinas, rinci), *((o.nama, (o,)) for o in rinci)):
        yield halaman_slip(judul, milik, isi.konteks, tenggat, gerak).encode()
