"""The scoring: indicators, sum, perilaku, category, rank. Exact: scaled integers, one rounding, half up (RANCANGAN 4)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import pandas as pd

from kinerja_cli.core import angka, skema
from kinerja_cli.core.angka import Bools, Ints
from kinerja_cli.core.aturan import Aturan
from kinerja_cli.core.capaian import TANPA_CAPAIAN
from kinerja_cli.core.penilaian import TANPA_NILAI, Penilaian, baca_penilaian, gabungkan, tetapkan
from kinerja_cli.core.periode import Periode
from kinerja_cli.core.rincian import dengan_letak, letak_penilaian, susun_rincian
from kinerja_cli.core.skema import Keadaan, Masukan, Status


@dataclass(frozen=True)
class Hasil:
    """A scored period: ``nilai`` a row a person, ``rincian`` a row a person and indicator, ``aspek`` their sums."""

    nilai: pd.DataFrame
    rincian: pd.DataFrame
    aspek: pd.DataFrame


def hitung(masukan: Masukan, berlaku: pd.DataFrame, aturan: Aturan, periode: Periode, gagal: Mapping[str, str]) -> Hasil:
    """Score everybody in ``masukan.pegawai``.

    Args:
        masukan: tables in which people and realisasi are unique.
        berlaku: which row of Indikator holds for whom (:func:`lingkup.berlaku`).
        aturan: the rule set.
        periode: the month.
        gagal: people whose rows hold a GALAT, and its code; they stay in the counts without a score.

    Returns:
        Tables after :data:`skema.NILAI`, :data:`skema.RINCIAN`, :data:`skema.ASPEK`, sorted by NIP, then code.
    """
    pegawai = masukan.pegawai.sort_values("nip", kind="stable").reset_index(drop=True)
    keluar = di_luar_penilaian(pegawai, aturan, periode)
    rincian = susun_rincian(masukan, berlaku[~berlaku["nip"].isin(pegawai["nip"][keluar])], aturan)
    orang = pd.Index(pegawai["nip"]).get_indexer(pd.Index(rincian["nip"]))  # whole numbers are grouped faster than texts
    jumlah = _jumlah(rincian, orang, len(pegawai))
    nilai = _nilai(pegawai, keluar, jumlah, masukan, aturan, gagal)
    return Hasil(nilai, dengan_letak(rincian, masukan), _aspek(rincian, orang, nilai))


def di_luar_penilaian(pegawai: pd.DataFrame, aturan: Aturan, periode: Periode) -> Bools:
    """Tell who is taken out by Status: for the whole month, or where Mulai..Selesai doesn't touch it."""
    awal, akhir = pd.Timestamp(periode.hari_pertama), pd.Timestamp(periode.hari_terakhir)
    tanpa_tanggal = pegawai["mulai"].isna() & pegawai["selesai"].isna()
    di_luar_bulan = (pegawai["mulai"] > akhir) | (pegawai["selesai"] < awal)
    keluar = pegawai["status"].isin(aturan.status_keluar)
    return np.asarray((keluar & tanpa_tanggal) | di_luar_bulan, dtype=bool)


class _Jumlah(NamedTuple):
    """Sums a person, in the order of the people asked for."""

    tertimbang: Ints
    pembagi: Ints
    seluruh: Ints
    kosong: np.ndarray
    """Codes without a realisasi that counts, ", " between them; "" for none."""


def _jumlah(rincian: pd.DataFrame, orang: Ints, banyak: int) -> _Jumlah:
    """Add up the rows of each of ``banyak`` people; ``orang`` tells whose each row is."""
    ada = (rincian["capaian"] != TANPA_CAPAIAN).to_numpy()
    berlaku = (rincian["keadaan"] != Keadaan.TIDAK_BERLAKU.value).to_numpy()
    tabel = pd.DataFrame(
        {
            "tertimbang": rincian["nilai_tertimbang"].where(ada, 0),
            "pembagi": rincian["bobot_hitung"].where(berlaku, 0),
            "seluruh": rincian["bobot_hitung"],
        }
    )
    jumlah = tabel.groupby(orang).sum().reindex(range(banyak), fill_value=0)
    lubang = berlaku & ~ada
    kosong = rincian["kode"][lubang].groupby(orang[lubang]).agg(", ".join).reindex(range(banyak), fill_value="")
    return _Jumlah(
        jumlah["tertimbang"].to_numpy(dtype=np.int64),
        jumlah["pembagi"].to_numpy(dtype=np.int64),
        jumlah["seluruh"].to_numpy(dtype=np.int64),
        kosong.to_numpy(dtype=object),
    )


def _nilai(
    pegawai: pd.DataFrame, keluar: Bools, jumlah: _Jumlah, masukan: Masukan, aturan: Aturan, gagal: Mapping[str, str]
) -> pd.DataFrame:
    nip = pegawai["nip"]
    penilaian = baca_penilaian(masukan.perilaku, nip, aturan)
    status, alasan = _status(pegawai, keluar, jumlah, penilaian, aturan, gagal)
    dinilai = status == Status.DINILAI.value
    nilai = np.full(len(pegawai), TANPA_NILAI, dtype=np.int64)
    if aturan.perlu_indikator:
        milik = Penilaian(*(isi[dinilai] for isi in penilaian))
        nilai[dinilai] = gabungkan(jumlah.tertimbang[dinilai], jumlah.pembagi[dinilai], milik, aturan)
    ide = masukan.ide_baru.drop_duplicates("nip").set_index("nip")["uraian"]
    ketetapan = tetapkan(nilai, penilaian, nip.isin(ide.index).to_numpy(), aturan)
    hasil = pegawai[["nip", "nama", "jabatan", "golongan", "dinas", "unit_kerja"]].copy()
    hasil["status"] = status
    hasil["nilai"] = ketetapan.nilai
    hasil["predikat"] = np.where(dinilai, ketetapan.predikat, "")
    hasil["peringkat_dinas"] = _peringkat(hasil, ["dinas"])
    hasil["peringkat"] = _peringkat(hasil, [])
    hasil["alasan"] = alasan
    hasil["catatan"] = np.where(dinilai, ketetapan.tertahan, "")
    hasil["ide_baru"] = ide.reindex(nip, fill_value="").to_numpy()
    hasil["jumlah_tertimbang"] = jumlah.tertimbang
    hasil["pembagi"] = jumlah.pembagi
    return hasil.assign(
        hasil_kerja=ketetapan.hasil_kerja,
        perilaku=penilaian.perilaku,
        jumlah_perilaku=penilaian.jumlah_perilaku,
        banyak_perilaku=penilaian.banyak_perilaku,
        tambahan=penilaian.tambahan,
        nilai_hasil_kerja=ketetapan.nilai_hasil_kerja,
        letak_perilaku=letak_penilaian(masukan, nip),
    )[list(skema.NILAI)]


def _status(
    pegawai: pd.DataFrame,
    keluar: Bools,
    jumlah: _Jumlah,
    penilaian: Penilaian,
    aturan: Aturan,
    gagal: Mapping[str, str],
) -> tuple[np.ndarray, np.ndarray]:
    """Tell how each person comes out, and the first reason that keeps them from a result; "" for who has one."""
    nip = pegawai["nip"]
    tanpa_indikator = jumlah.seluruh == 0
    sisa_kurang = jumlah.pembagi * angka.SERATUS_PERSEN < jumlah.seluruh * aturan.sisa_bobot.nilai
    tanpa_perilaku, tanpa_hasil_kerja = penilaian.kurang(aturan)
    dari_indikator: tuple[tuple[Bools, Status, object], ...] = (
        (~tanpa_indikator & (jumlah.pembagi == 0), Status.TIDAK_BERLAKU, "semua indikator tidak berlaku"),
        (tanpa_indikator, Status.BELUM_LENGKAP, "belum ada indikator dan realisasi"),
        (jumlah.kosong != "", Status.BELUM_LENGKAP, "belum ada realisasi yang dapat dihitung: " + jumlah.kosong),
        (sisa_kurang, Status.BELUM_LENGKAP, "sisa bobot yang berlaku terlalu kecil"),
    )
    sebab: tuple[tuple[Bools, Status, object], ...] = (
        (
            nip.isin(gagal.keys()).to_numpy(),
            Status.TIDAK_DINILAI,
            "ada galat pada datanya (" + pd.Series(gagal, dtype="str").reindex(nip, fill_value="").to_numpy() + ")",
        ),
        (
            keluar,
            Status.TIDAK_BERLAKU,
            ("status " + pegawai["status"]).mask(pegawai["status"] == "aktif", "tidak bertugas pada bulan ini"),
        ),
        *(dari_indikator if aturan.perlu_indikator else ()),
        (tanpa_hasil_kerja, Status.BELUM_LENGKAP, "belum ada sebutan hasil kerja"),
        (tanpa_perilaku, Status.BELUM_LENGKAP, "belum ada perilaku"),
    )
    mana, status, alasan = zip(*sebab, strict=True)
    return np.select(mana, status, default=Status.DINILAI.value), np.select(mana, alasan, default="")


def _peringkat(nilai: pd.DataFrame, dalam: list[str]) -> Ints:
    """Rank by score from the top; equal scores share a rank (1, 1, 3); 0 for who has none."""
    hasil = np.zeros(len(nilai), dtype=np.int64)
    bernilai = (nilai["nilai"] != TANPA_NILAI).to_numpy()
    yang = nilai[bernilai]
    kolom = yang.groupby(dalam)["nilai"] if dalam else yang["nilai"]
    hasil[bernilai] = kolom.rank(method="min", ascending=False).to_numpy(dtype=np.int64)
    return hasil


def _aspek(rincian: pd.DataFrame, orang: Ints, nilai: pd.DataFrame) -> pd.DataFrame:
    """Give each scored person's score in each aspect: the same sum over the aspect's own indicators."""
    dinilai = (nilai["status"] == Status.DINILAI.value).to_numpy()
    milik = dinilai[orang] & (rincian["capaian"] != TANPA_CAPAIAN).to_numpy()
    kunci = [pd.Series(orang, index=rincian.index)[milik], rincian["aspek"][milik]]
    jumlah = rincian.loc[milik, ["nilai_tertimbang", "bobot_hitung"]].groupby(kunci).sum()
    tertimbang, bobot = (jumlah[k].to_numpy(dtype=np.int64) for k in ("nilai_tertimbang", "bobot_hitung"))
    return pd.DataFrame(
        {
            "nip": nilai["nip"].to_numpy()[jumlah.index.get_level_values(0)],
            "aspek": jumlah.index.get_level_values(1),
            "nilai": angka.bagi_setengah_ke_atas(tertimbang, bobot),
            "bobot": bobot,
        }
    ).astype(dict(skema.ASPEK))
