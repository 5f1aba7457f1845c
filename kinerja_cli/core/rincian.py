"""A row a person and indicator: capaian, nilai, weight and product, each operand beside its place."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd

from kinerja_cli.core import angka, skema
from kinerja_cli.core.angka import Bools, Floats, Ints
from kinerja_cli.core.aturan import Aturan
from kinerja_cli.core.capaian import TANPA_CAPAIAN, capaian, nilai_pita, pita_untuk
from kinerja_cli.core.kolom import PENILAIAN, ringkas
from kinerja_cli.core.skema import Keadaan, Masukan, Sumber


def susun_rincian(masukan: Masukan, berlaku: pd.DataFrame, aturan: Aturan) -> pd.DataFrame:
    """Compute every indicator of every person.

    Args:
        masukan: tables in which people and realisasi are unique.
        berlaku: columns nip and i: which row of Indikator holds for whom.
        aturan: the rule set.

    Returns:
        The columns of :data:`skema.RINCIAN` but for places, which stand as sumber, baris, kolom and i, the row of Indikator
        (:func:`dengan_letak` turns them into text); sorted by NIP, then code.
    """
    rincian = _pasangkan(masukan, berlaku)
    terisi = (rincian["keadaan"] == Keadaan.TERISI.value).to_numpy()
    sah = terisi & (rincian["arah"] != "").to_numpy() & rincian["target"].notna().to_numpy()
    persen = np.full(len(rincian), TANPA_CAPAIAN, dtype=np.int64)
    persen[sah] = capaian(
        _kolom(rincian, "realisasi", sah),
        _kolom(rincian, "target", sah),
        _kolom(rincian, "target_atas", sah),
        menurut=kunci_cara(rincian, aturan)[sah],
        aturan=aturan,
    )
    rincian["capaian"] = persen
    rincian["nilai_indikator"], rincian["pita"] = _menurut_pita(rincian, masukan, aturan)
    rincian["bobot_hitung"] = rincian["bobot"] if aturan.pakai_bobot else _bobot_rata(rincian, aturan)
    nilai, bobot = (rincian[k].to_numpy(dtype=np.int64) for k in ("nilai_indikator", "bobot_hitung"))
    rincian["nilai_tertimbang"] = np.where(nilai == TANPA_CAPAIAN, TANPA_CAPAIAN, nilai * bobot)
    return rincian


def kunci_cara(rincian: pd.DataFrame, aturan: Aturan) -> np.ndarray:
    """Give for each row the key of ``aturan.cara``: its direction or aspect, spelt as the rule set does."""
    ejaan = {ringkas(k): k for k in aturan.cara}
    kolom = rincian[aturan.menurut]
    hasil: np.ndarray = kolom.map({teks: ejaan.get(ringkas(teks), "") for teks in kolom.unique()}).to_numpy(dtype=object)
    return hasil


def _pasangkan(masukan: Masukan, berlaku: pd.DataFrame) -> pd.DataFrame:
    indikator = masukan.indikator.drop(columns=["sumber", "baris"])
    rincian = berlaku[["nip", "i"]].join(indikator.iloc[berlaku["i"].to_numpy()].set_axis(berlaku.index))
    isi = masukan.realisasi.rename(columns={"target": "target_sendiri"})
    rincian = rincian.merge(isi.drop(columns="nama"), on=["nip", "kode"], how="left", sort=False)
    rincian = rincian.sort_values(["nip", "kode"], kind="stable").reset_index(drop=True)
    rincian["keadaan"] = rincian["keadaan"].fillna(Keadaan.KOSONG.value)
    rincian["keterangan"] = rincian["keterangan"].fillna("")
    sendiri = rincian["target_sendiri"].notna()
    rincian["target"] = rincian["target_sendiri"].where(sendiri, rincian["target"])
    rincian["target_atas"] = rincian["target_atas"].mask(sendiri)
    return rincian


def _kolom(tabel: pd.DataFrame, nama: str, baris: Bools) -> Floats:
    return np.asarray(tabel[nama], dtype=np.float64)[baris]


def _menurut_pita(rincian: pd.DataFrame, masukan: Masukan, aturan: Aturan) -> tuple[Ints, np.ndarray]:
    """Give nilai of each indicator by the bands of the person's kind of post; capaian itself where there are none."""
    persen = rincian["capaian"].to_numpy(dtype=np.int64)
    nama = np.full(len(rincian), "", dtype=object)
    if not aturan.pita:
        return persen, nama
    hasil = persen.copy()
    jenis = rincian["nip"].map(masukan.pegawai.drop_duplicates("nip").set_index("nip")["jenis_jabatan"])
    terbaik = (rincian["terbaik"] == rincian["target"]).to_numpy()
    for satu in jenis.unique():
        pita = pita_untuk(aturan, ringkas(satu))
        milik = (jenis == satu).to_numpy() & (persen != TANPA_CAPAIAN)
        hasil[milik] = nilai_pita(persen[milik], terbaik[milik], pita)
        nama[milik] = pita.nama
    return hasil, nama


def bagian_tugas(aturan: Aturan) -> int:
    """Give the parts of a task: so many that any number of aspects shares them evenly."""
    return math.lcm(*range(1, len(aturan.aspek) + 1))


def _bobot_rata(rincian: pd.DataFrame, aturan: Aturan) -> Ints:
    """Weigh aspects equally within a task and tasks equally; rows with the same Indikator text are one task.

    A task has a whole number of parts that 1, 2, ... aspects share evenly (12 for up to four): three aspects get 4 each,
    four get 3. An aspect that doesn't apply gives its part to the others; a task none of whose aspects applies keeps its
    parts, which leave sum and divisor together.
    """
    bagian = bagian_tugas(aturan) * angka.SKALA_BOBOT
    kolom = rincian["indikator"]
    tugas = [rincian["nip"], kolom.map({teks: ringkas(teks) for teks in kolom.unique()})]
    ikut = rincian["keadaan"] != Keadaan.TIDAK_BERLAKU.value
    banyak = ikut.groupby(tugas).transform("sum").to_numpy(dtype=np.int64)
    semua = ikut.groupby(tugas).transform("size").to_numpy(dtype=np.int64)
    pembagi = np.where(banyak > 0, banyak, semua)
    return np.where(ikut.to_numpy() | (banyak == 0), bagian // np.maximum(pembagi, 1), 0)


def letak_penilaian(masukan: Masukan, nip: pd.Series[str]) -> np.ndarray:
    """Give the cells of what a rater filed about each person, "berkas › Lembar!C2:I2"; "" for nothing."""
    rentang = [_rentang_penilaian(s) for s in masukan.sumber]
    awal, akhir = (np.array([r[i] for r in rentang], dtype=object) for i in (0, 1))
    lembar = np.array([f"{s.berkas} › {s.lembar}!" for s in masukan.sumber], dtype=object)
    tabel = masukan.perilaku.drop_duplicates("nip")
    sumber, baris = tabel["sumber"].to_numpy(), tabel["baris"].astype(str).to_numpy(dtype=object)
    tempat = lembar[sumber] + awal[sumber] + baris + np.where(akhir[sumber] != "", ":" + akhir[sumber] + baris, "")
    milik = pd.Series(tempat, index=tabel["nip"], dtype="str")
    return np.asarray(milik.reindex(nip, fill_value=""), dtype=object)


def _rentang_penilaian(sumber: Sumber) -> tuple[str, str]:
    """Give the first and last column of a Perilaku table; the last is "" where there is only one."""
    huruf = sorted((sumber.huruf[k] for k in PENILAIAN if k in sumber.huruf), key=lambda h: (len(h), h))
    return (huruf[0] if huruf else "", huruf[-1] if len(huruf) > 1 else "")


def dengan_letak(rincian: pd.DataFrame, masukan: Masukan) -> pd.DataFrame:
    """Add to each row where its realisasi and its indicator were read."""
    berkas = np.array([s.berkas for s in masukan.sumber] + [""], dtype=object)
    lembar = np.array([s.lembar for s in masukan.sumber] + [""], dtype=object)
    ada = rincian["sumber"].notna()
    sumber = rincian["sumber"].fillna(-1).astype("int64").to_numpy()
    baris = rincian["baris"].fillna(0).astype("int64").astype(str)
    asal = [
        str(masukan.sumber[s].letak("kode", b)) if s >= 0 else ""
        for s, b in zip(masukan.indikator["sumber"].tolist(), masukan.indikator["baris"].tolist(), strict=True)
    ]
    return rincian.assign(
        berkas=berkas[sumber],
        lembar=lembar[sumber],
        sel=(rincian["kolom"].fillna("") + baris).where(ada, ""),
        letak_indikator=np.array(asal, dtype=object)[rincian["i"].to_numpy()],
    )[list(skema.RINCIAN)]
