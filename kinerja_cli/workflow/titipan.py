"""Giving a value from elsewhere to an indicator: a small file into ``sumber/``, then the same path as any late file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kinerja_cli.core import skema
from kinerja_cli.core.periode import Periode
from kinerja_cli.core.simpanan import tabel_dari_csv
from kinerja_cli.core.temuan import nama_terdekat
from kinerja_cli.core.titipan import Asal, Nilai, Titipan, tulis_titipan
from kinerja_cli.errors import KinerjaError
from kinerja_cli.store import RuangKerja, Simpanan, sha256
from kinerja_cli.workflow.berkas import Berkas
from kinerja_cli.workflow.hitung import HasilHitung, Perintah, hitung_periode
from kinerja_cli.workflow.ruang import Pelaku


@dataclass(frozen=True)
class Tujuan:
    """For which indicator, of whose people, in which month."""

    kode: str
    dinas: str
    periode: Periode
    lewati_galat: bool = False


def penerima(ruang: RuangKerja, tujuan: Tujuan) -> tuple[str, ...]:
    """Give the NIPs of the dinas' people to whom the indicator applies.

    They are those of the month as it is saved, else of the latest month before, whose lists will be carried over.

    Raises:
        KinerjaError: there is no such month, dinas or indicator, with the near name; or it doesn't apply there.
    """
    simpanan = _simpanan(ruang, tujuan.periode)
    orang = tabel_dari_csv(simpanan.berkas["nilai.csv"], {"nip": skema.TEKS, "dinas": skema.TEKS}, "nilai.csv")
    isi = tabel_dari_csv(simpanan.berkas["rincian.csv"], {"nip": skema.TEKS, "kode": skema.TEKS}, "rincian.csv")
    _wajib_ada("Dinas", tujuan.dinas, orang["dinas"], simpanan.periode)
    _wajib_ada("Indikator", tujuan.kode, isi["kode"], simpanan.periode)
    di_dinas = isi[isi["nip"].isin(orang.loc[orang["dinas"] == tujuan.dinas, "nip"])]
    nip = tuple(di_dinas.loc[di_dinas["kode"] == tujuan.kode, "nip"])
    if not nip:
        raise KinerjaError(
            f"Indikator {tujuan.kode} tidak berlaku bagi siapa pun di {tujuan.dinas}.",
            f"Yang berlaku di sana: {', '.join(sorted(set(di_dinas['kode'])))}.",
        )
    return nip


def titipkan(
    ruang: RuangKerja,
    tujuan: Tujuan,
    sumber: str,
    asal: tuple[Asal, ...],
    isi: Mapping[str, Nilai],
    pelaku: Pelaku,
) -> HasilHitung:
    """Score the month with values from elsewhere.

    Args:
        ruang: the ruang kerja.
        tujuan: whose indicator.
        sumber: the command that computed the values: "skm", "layanan".
        asal: the files from which they were computed.
        isi: the value of each person, by NIP; see :func:`penerima`.
        pelaku: who, when.

    Raises:
        KinerjaError: a NIP isn't among those to whom the indicator applies, or ``hitung`` can't go on.
    """
    if asing := sorted(isi.keys() - set(penerima(ruang, tujuan))):
        raise KinerjaError(
            f"Indikator {tujuan.kode} tidak berlaku bagi NIP {asing[0]} di {tujuan.dinas}.",
            "Betulkan NIP-nya, atau kolom Berlaku Untuk di tabel Indikator.",
        )
    titipan = Titipan(sumber, tujuan.kode, tujuan.dinas, tujuan.periode, asal)
    data = tulis_titipan(titipan, isi)
    berkas = Berkas(titipan.nama, data, sha256(data))
    perintah = Perintah((), tujuan.periode, lewati_galat=tujuan.lewati_galat, tambahan=(berkas,))
    return hitung_periode(ruang, perintah, pelaku)


def _simpanan(ruang: RuangKerja, periode: Periode) -> Simpanan:
    ada = [p for p in ruang.semua_periode() if p <= periode]
    simpanan = ruang.baca(ada[-1]) if ada else None
    if simpanan is None:
        raise KinerjaError(
            f"Periode {periode} belum dihitung, dan tidak ada bulan sebelumnya yang daftarnya dapat dipakai.",
            "Hitung dulu bulan itu: kinerja hitung BERKAS...",
        )
    return simpanan


def _wajib_ada(apa: str, nama: str, semua: Iterable[str], periode: Periode) -> None:
    ada = sorted(set(semua))
    if nama not in ada:
        usul = nama_terdekat(nama, ada)
        saran = f"Maksud Anda “{usul}”?" if usul else f"Yang ada: {'; '.join(ada)}."
        raise KinerjaError(f"{apa} “{nama}” tidak ada di periode {periode}.", saran)


def satuan_indikator(ruang: RuangKerja, tujuan: Tujuan) -> str:
    """Give the indicator's unit, as the lists of :func:`penerima` have it."""
    simpanan = _simpanan(ruang, tujuan.periode)
    isi = tabel_dari_csv(simpanan.berkas["rincian.csv"], {"kode": skema.TEKS, "satuan": skema.TEKS}, "rincian.csv")
    return next(iter(isi.loc[isi["kode"] == tujuan.kode, "satuan"]), "")
