"""What each kind of sheet holds: its columns' cells → the columns of :mod:`.skema`."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence

import numpy as np

from kinerja_cli.core import angka
from kinerja_cli.core.angka import Floats, Ints
from kinerja_cli.core.kolom import ARAH, KOSONG, STATUS, TAHAP, TIDAK_BERLAKU, rapi, ringkas, tahap_dari_kata
from kinerja_cli.core.layanan.tanggal import tanggal_dari_sel
from kinerja_cli.core.lembar import huruf_kolom
from kinerja_cli.core.sel import Kolom, angka_kolom, nip_kolom, nip_pegawai, pemilik_kolom, tanggal_kolom, teks_kolom
from kinerja_cli.core.skema import BERAKHLAK, Bagian, Keadaan, Peran
from kinerja_cli.core.tabel import Tabel
from kinerja_cli.core.temuan import Letak, Temuan, nama_terdekat

_ANGKA = re.compile(r"\d")


def _pegawai(kolom: Mapping[str, Kolom]) -> Bagian:
    n = len(kolom["nip"].isi)
    status = []
    for i, teks in enumerate(teks_kolom(kolom, "status", n)):
        arti = STATUS.get(ringkas(teks))
        if arti is None:
            pilihan = tuple(dict.fromkeys(STATUS.values()))
            kolom["status"].catat("P05", i, teks, nama_terdekat(teks, pilihan), pilihan=", ".join(pilihan))
        status.append(arti or "aktif")
    lain = ("jabatan", "jenis_jabatan", "golongan", "unit_kerja", "nip_penilai")
    return {
        "nip": nip_pegawai(kolom),
        "nama": teks_kolom(kolom, "nama", n, wajib=True),
        "dinas": teks_kolom(kolom, "dinas", n, wajib=True),
        **{nama: teks_kolom(kolom, nama, n) for nama in lain},
        "status": status,
        "mulai": _tanggal_atau_kosong(kolom, "mulai", n),
        "selesai": _tanggal_atau_kosong(kolom, "selesai", n),
        "baris": [r + 1 for r in kolom["nip"].baris],
    }


def _indikator(kolom: Mapping[str, Kolom]) -> Bagian:
    n = len(kolom["kode"].isi)
    target, keadaan = angka_kolom(kolom["target"], kosong_boleh=False)
    atas = np.full(n, np.nan)
    if "target_atas" in kolom:
        atas, _ = angka_kolom(kolom["target_atas"], kosong_boleh=True)
    for i in range(n):
        if keadaan[i] is Keadaan.TERISI and target[i] < 0:
            kolom["target"].catat("I08", i, angka.cetak_angka(target[i]), sebab="kurang dari nol")
        elif atas[i] < target[i]:
            sebab = f"lebih besar daripada Target Atas ({angka.cetak_angka(atas[i])})"
            kolom["target"].catat("I08", i, angka.cetak_angka(target[i]), sebab=sebab)
    arah = []
    for i, teks in enumerate(teks_kolom(kolom, "arah", n, wajib=True)):
        arti = ARAH.get(ringkas(teks))
        if arti is None and teks not in KOSONG:
            kolom["arah"].catat("I02", i, teks, nama_terdekat(teks, ("naik", "turun")))
        arah.append(arti or "")
    return {
        "kode": teks_kolom(kolom, "kode", n, wajib=True),
        "indikator": teks_kolom(kolom, "indikator", n, wajib=True),
        "aspek": teks_kolom(kolom, "aspek", n, wajib=True),
        "bobot": _bobot(kolom["bobot"]),
        "arah": arah,
        "target": target,
        "target_atas": atas,
        "satuan": teks_kolom(kolom, "satuan", n),
        "berlaku_untuk": teks_kolom(kolom, "berlaku_untuk", n),
        "terbaik": _angka_atau_kosong(kolom, "terbaik", n),
        "baris": [r + 1 for r in kolom["kode"].baris],
    }


def _bobot(satu: Kolom) -> Ints:
    """Read weights into ten-thousandths; a column whose weights are all at most 1 and total 1 holds percent cells."""
    nilai, _ = angka_kolom(satu, kosong_boleh=False)
    skala = angka.SKALA_BOBOT
    ada = ~np.isnan(nilai)
    for i in np.flatnonzero(ada & ((nilai <= 0) | (nilai > 100))):
        satu.catat("I10", int(i), angka.cetak_angka(nilai[i]))
        ada[i] = False
    if ada.any() and (nilai[ada] <= 1).all() and _jumlah_persen(nilai[ada]):
        skala *= 100
        satu.temuan.append(Temuan("I05", Letak(satu.tabel.lembar.berkas, satu.tabel.lembar.nama)))
    hasil = np.zeros(len(nilai), dtype=np.int64)
    m, k = angka.pecah(np.where(ada, nilai, 0.0))
    for i in np.flatnonzero(ada):
        pembilang, sisa = divmod(int(m[i]) * skala, 10 ** int(k[i]))
        hasil[i] = pembilang
        if sisa:
            bulat = angka.cetak_bobot((2 * int(m[i]) * skala + 10 ** int(k[i])) // (2 * 10 ** int(k[i])))
            satu.catat("I04", int(i), angka.cetak_angka(nilai[i]), bulat=bulat)
    return hasil


def _jumlah_persen(nilai: Floats) -> bool:
    m, k = angka.pecah(nilai)
    puncak = int(k.max())
    return sum(int(mi) * 10 ** (puncak - int(ki)) for mi, ki in zip(m, k, strict=True)) % 10**puncak == 0 and len(m) > 0


def _realisasi(kolom: Mapping[str, Kolom]) -> Bagian:
    n = len(kolom["nip"].isi)
    nilai, keadaan = _nilai_realisasi(kolom["realisasi"])
    target = np.full(n, np.nan)
    if "target" in kolom:
        target, _ = angka_kolom(kolom["target"], kosong_boleh=True)
        for i in np.flatnonzero(target < 0):
            kolom["target"].catat("I08", int(i), angka.cetak_angka(target[i]), sebab="kurang dari nol")
    return {
        "nip": nip_kolom(kolom),
        "kode": teks_kolom(kolom, "kode", n, wajib=True),
        "realisasi": nilai,
        "keadaan": keadaan,
        "target": target,
        "keterangan": teks_kolom(kolom, "keterangan", n),
        "nama": teks_kolom(kolom, "nama", n),
        "baris": [r + 1 for r in kolom["nip"].baris],
        "kolom": [huruf_kolom(kolom["realisasi"].nomor)] * n,
    }


def realisasi_lebar(tabel: Tabel, kolom: Mapping[str, Kolom]) -> Bagian:
    """One column an indicator → one row a person and indicator."""
    n, banyak = len(kolom["nip"].isi), len(tabel.kolom_kode)
    nilai, keadaan = zip(*(_nilai_realisasi(kolom[kode]) for kode in tabel.kolom_kode), strict=True)
    return {
        "nip": nip_kolom(kolom) * banyak,
        "kode": [kode for kode in tabel.kolom_kode for _ in range(n)],
        "realisasi": np.concatenate(nilai),
        "keadaan": [satu for semua in keadaan for satu in semua],
        "target": np.full(n * banyak, np.nan),
        "keterangan": teks_kolom(kolom, "keterangan", n) * banyak,
        "nama": teks_kolom(kolom, "nama", n) * banyak,
        "baris": [r + 1 for r in kolom["nip"].baris] * banyak,
        "kolom": [huruf_kolom(kolom[kode].nomor) for kode in tabel.kolom_kode for _ in range(n)],
    }


def _nilai_realisasi(satu: Kolom) -> tuple[Floats, list[Keadaan]]:
    nilai, keadaan = angka_kolom(satu, kosong_boleh=True, kata=TIDAK_BERLAKU)
    for i in np.flatnonzero(nilai < 0):
        satu.catat("R05", int(i), angka.cetak_angka(nilai[i]))
        nilai[i], keadaan[i] = np.nan, Keadaan.SALAH
    return nilai, keadaan


def _ide_baru(kolom: Mapping[str, Kolom]) -> Bagian:
    n = len(kolom["nip"].isi)
    return {
        "nip": nip_kolom(kolom),
        "uraian": teks_kolom(kolom, "uraian", n, wajib=True),
        "bukti": teks_kolom(kolom, "bukti", n),
        "baris": [r + 1 for r in kolom["nip"].baris],
    }


def _inovasi(kolom: Mapping[str, Kolom]) -> Bagian:
    """Read a register of innovations: one row an idea → one row an owner."""
    n = len(kolom["nip"].isi)
    tahap = []
    for i, teks in enumerate(teks_kolom(kolom, "tahap", n, wajib=True)):
        arti = tahap_dari_kata(teks)
        if arti is None and teks not in KOSONG:
            kolom["tahap"].catat("V01", i, teks, nama_terdekat(teks, TAHAP), pilihan=", ".join(TAHAP))
        tahap.append(arti or "")
    isi: dict[str, Sequence[object]] = {
        "uraian": teks_kolom(kolom, "uraian", n, wajib=True),
        "tahap": tahap,
        "bukti": ["" if teks in KOSONG else teks for teks in teks_kolom(kolom, "bukti", n)],
        "tanggal": _tanggal_tahap(kolom, n),
        "kode": ["" if teks in KOSONG else teks for teks in teks_kolom(kolom, "kode", n)],
        "baris": [r + 1 for r in kolom["nip"].baris],
    }
    pemilik = pemilik_kolom(kolom["nip"])
    urut = [i for i, semua in enumerate(pemilik) for _ in semua]
    return {"nip": [nip for semua in pemilik for nip in semua], **{k: [v[i] for i in urut] for k, v in isi.items()}}


def _tanggal_tahap(kolom: Mapping[str, Kolom], panjang: int) -> list[dt.date | None]:
    hasil: list[dt.date | None] = [None] * panjang
    for i, sel in enumerate(kolom["tanggal"].isi if "tanggal" in kolom else ()):
        if rapi(sel) not in KOSONG:
            tanggal = tanggal_dari_sel(sel)
            hasil[i] = tanggal.saat.date() if tanggal else None
            if tanggal is None:
                kolom["tanggal"].catat("S09", i, rapi(sel))
    return hasil


def _perilaku(kolom: Mapping[str, Kolom]) -> Bagian:
    """Read what a rater says of a person; a cell of Perilaku holds a number or a rating, which the rule set judges."""
    n = len(kolom["nip"].isi)
    kata = [""] * n
    if "perilaku" in kolom:
        isi = kolom["perilaku"].isi
        kata = [teks if isinstance(sel, str) and not _ANGKA.search(teks := rapi(sel)) else "" for sel in isi]
        isi[:] = ["" if k else sel for k, sel in zip(kata, isi, strict=True)]
    return {
        "nip": nip_kolom(kolom),
        **{k: _angka_atau_kosong(kolom, k, n) for k in (*BERAKHLAK, "perilaku", "tambahan")},
        "perilaku_kata": ["" if k in KOSONG else k for k in kata],
        "hasil_kerja": ["" if k in KOSONG else k for k in teks_kolom(kolom, "hasil_kerja", n)],
        "baris": [r + 1 for r in kolom["nip"].baris],
    }


def _angka_atau_kosong(kolom: Mapping[str, Kolom], nama: str, panjang: int) -> Floats:
    if nama not in kolom:
        return np.full(panjang, np.nan)
    return angka_kolom(kolom[nama], kosong_boleh=True)[0]


def _tanggal_atau_kosong(kolom: Mapping[str, Kolom], nama: str, panjang: int) -> Sequence[object] | np.ndarray:
    if nama not in kolom:
        return np.full(panjang, np.datetime64("NaT"))
    return tanggal_kolom(kolom, nama, panjang)


PENGURAI: Mapping[Peran, Callable[[Mapping[str, Kolom]], Bagian]] = {
    Peran.PEGAWAI: _pegawai,
    Peran.INDIKATOR: _indikator,
    Peran.REALISASI: _realisasi,
    Peran.IDE_BARU: _ide_baru,
    Peran.PERILAKU: _perilaku,
    Peran.INOVASI: _inovasi,
}
"""How the columns of each kind of sheet are read; a wide Realisasi by :func:`realisasi_lebar`."""
