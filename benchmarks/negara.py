"""Scores the whole country on one machine: 4.7 million people, 28 million realisasi, through the functions of ``core``.

python benchmarks/negara.py [--orang 4700000] [--instansi 540]     makes the input, scores it as a program, checks it
python benchmarks/negara.py --nilai FOLDER                         scores what is there

Excel can't hold this, so each instansi comes as CSV: its people, its indicators, its realisasi. Whole instansi go to as many
processes as there are cores; each gets its ranks, and at the end everybody their rank in the country.
"""

from __future__ import annotations

import argparse
import csv
import os
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import generator
import numpy as np
import pandas as pd
from proses import Ukuran, jalankan

from kinerja_cli.core import angka, skema
from kinerja_cli.core.aturan import Aturan
from kinerja_cli.core.hitung import hitung
from kinerja_cli.core.lingkup import berlaku
from kinerja_cli.core.periode import Periode
from kinerja_cli.core.simpanan import csv_dari_tabel
from kinerja_cli.core.skema import Keadaan, Masukan, Status, Sumber
from kinerja_cli.readers.aturan import daftar_aturan

ORANG, INSTANSI = 4_700_000, 540
PERIODE = Periode(2025, 1)
ATURAN = "evaluasi-bungo"
TIDAK_BERLAKU = "tidak berlaku"
_SAMPEL = 20_000
_DINAS = 30


# The input ----------------------------------------------------------------------------------------------------------


def buat(folder: Path, orang: int, instansi: int) -> None:
    """Write three CSV files an instansi."""
    folder.mkdir(parents=True, exist_ok=True)
    bagian = [orang // instansi + (i < orang % instansi) for i in range(instansi)]
    awal = [sum(bagian[:i]) for i in range(instansi)]
    with ProcessPoolExecutor() as proses:
        list(proses.map(partial(_buat_instansi, folder), range(instansi), awal, bagian, chunksize=4))


def _buat_instansi(folder: Path, nomor: int, awal: int, banyak: int) -> None:
    acak = random.Random(nomor)
    indikator = generator.indikator(acak, nomor % 90, ganas=nomor % 10 == 0)
    milik = folder / f"{nomor:04d}"
    milik.mkdir()
    with (milik / "indikator.csv").open("w", encoding="utf-8", newline="") as f:
        tulis = csv.writer(f)
        tulis.writerow(("kode", "aspek", "bobot", "arah", "target", "target_atas"))
        tulis.writerows((i.kode, i.aspek, i.bobot, i.arah, i.target, i.target_atas) for i in indikator)
    # a thousand lines of realisasi, dealt out anew to everybody: fractions for each cell of the country would take an hour
    sel = [[_isi(generator.realisasi(acak, i, ganas=nomor % 10 == 0)) for i in indikator] for _ in range(1000)]
    with (
        (milik / "pegawai.csv").open("w", encoding="utf-8") as pegawai,
        (milik / "realisasi.csv").open("w", encoding="utf-8") as realisasi,
    ):
        pegawai.write("nip,nama,dinas\n")
        realisasi.write("nip,kode,realisasi,keterangan\n")
        for n in range(awal, awal + banyak):
            nip = _nip(n)
            pegawai.write(f"{nip},Pegawai {n},Dinas {n % _DINAS:02d}\n")
            realisasi.writelines(f"{nip},{i.kode},{teks}\n" for i, teks in zip(indikator, acak.choice(sel), strict=True))


def _isi(realisasi: str) -> str:
    return f",{TIDAK_BERLAKU}" if realisasi == "n/a" else f"{realisasi},"


def _nip(nomor: int) -> str:
    """A NIP of its own for each of millions: the serial number of a day's appointments has three digits only."""
    lahir, urut = divmod(nomor, 999)
    hari, lahir = lahir % 28 + 1, lahir // 28
    bulan, tahun = lahir % 12 + 1, 1965 + lahir // 12
    return f"{tahun}{bulan:02d}{hari:02d}{tahun + 24}{bulan:02d}{1 + nomor % 2}{urut + 1:03d}"


# Scoring ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class HasilInstansi:
    """What an instansi gives to the country's figures: scores in hundredths (without those who have none)."""

    nama: str
    nilai: np.ndarray
    status: Counter[str]
    predikat: Counter[str]


def nilai_semua(folder: Path) -> tuple[HasilInstansi, ...]:
    """Score every instansi of a folder, and write ``nilai.csv`` into each of theirs; at last, ``peringkat.csv``."""
    aturan = daftar_aturan()[ATURAN]
    with ProcessPoolExecutor(os.cpu_count()) as proses:
        hasil = tuple(proses.map(partial(_nilai_instansi, aturan), sorted(p for p in folder.iterdir() if p.is_dir())))
    semua = np.sort(np.concatenate([h.nilai for h in hasil]))
    for h in hasil:
        peringkat = len(semua) - np.searchsorted(semua, h.nilai, side="right") + 1
        (folder / h.nama / "peringkat.csv").write_text("\n".join(map(str, peringkat.tolist())))
    return hasil


def _nilai_instansi(aturan: Aturan, folder: Path) -> HasilInstansi:
    masukan = _baca(folder)
    pasangan, temuan = berlaku(masukan)
    assert not temuan
    nilai = hitung(masukan, pasangan, aturan, PERIODE, {}).nilai
    kolom = ["nip", "status", "nilai", "predikat", "peringkat_dinas", "peringkat", "alasan"]
    (folder / "nilai.csv").write_bytes(csv_dari_tabel(nilai[kolom]))
    dinilai = nilai["status"] == Status.DINILAI.value
    hitungan = (Counter(kolom.value_counts().to_dict()) for kolom in (nilai["status"], nilai["predikat"][dinilai]))
    return HasilInstansi(folder.name, nilai["nilai"][dinilai].to_numpy(), *hitungan)


def _baca(folder: Path) -> Masukan:
    """Read an instansi's CSV into the tables of :mod:`skema`."""
    pegawai = pd.read_csv(folder / "pegawai.csv", dtype=str)
    indikator = pd.read_csv(folder / "indikator.csv", dtype={"kode": str, "aspek": str, "arah": str})
    realisasi = pd.read_csv(folder / "realisasi.csv", dtype={"nip": str, "kode": str, "keterangan": str})
    kosong = realisasi["realisasi"].isna()
    keadaan = np.select(
        [realisasi["keterangan"] == TIDAK_BERLAKU, kosong], [Keadaan.TIDAK_BERLAKU, Keadaan.KOSONG], Keadaan.TERISI
    )
    return Masukan(
        pegawai=_lengkapi(pegawai.assign(status="aktif"), skema.PEGAWAI),
        indikator=_lengkapi(
            indikator.assign(
                bobot=np.rint(indikator["bobot"] * angka.SKALA_BOBOT).astype("int64"), indikator=indikator["kode"]
            ),
            skema.INDIKATOR,
        ),
        realisasi=_lengkapi(
            realisasi.assign(realisasi=angka.kanonis(realisasi["realisasi"].to_numpy()), keadaan=keadaan), skema.REALISASI
        ),
        sumber=(Sumber(folder.name, "realisasi.csv", {}),),
    )


def _lengkapi(tabel: pd.DataFrame, jenis: Mapping[str, str]) -> pd.DataFrame:
    """Add the columns of a schema that the CSV doesn't have, blank."""
    isi = {skema.TEKS: "", skema.BULAT: 0, skema.ANGKA: np.nan, skema.TANGGAL: pd.NaT}
    kolom = {k: tabel[k].fillna("") if k in tabel and j == skema.TEKS else tabel.get(k, isi[j]) for k, j in jenis.items()}
    return pd.DataFrame(kolom, index=tabel.index).astype(dict(jenis))


# The check ----------------------------------------------------------------------------------------------------------


def beda(folder: Path, sampel: int) -> list[str]:
    """Compare people of some instansi with the fractions of the texts in the CSV, read without pandas; name who differs."""
    acak = random.Random(0)
    instansi = sorted(p for p in folder.iterdir() if p.is_dir())
    acak.shuffle(instansi)
    salah: list[str] = []
    diperiksa = 0
    for satu in instansi:
        indikator = {b["kode"]: generator.Indikator(**b) for b in _baris(satu / "indikator.csv")}
        isi: dict[str, dict[str, str]] = {}
        for b in _baris(satu / "realisasi.csv"):
            isi.setdefault(b["nip"], {})[b["kode"]] = "n/a" if b["keterangan"] else b["realisasi"]
        for b in _baris(satu / "nilai.csv"):
            harap = generator.nilai(list(indikator.values()), [isi[b["nip"]][k] for k in indikator])
            if b["nilai"] != ("" if harap is None else f"{harap // 100}.{harap % 100:02d}"):
                salah.append(f"{satu.name} {b['nip']}: {b['nilai']} bukan {harap}")
            diperiksa += 1
        if diperiksa >= sampel:
            break
    return salah


def _baris(berkas: Path) -> list[dict[str, str]]:
    with berkas.open(encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f))


def ukur(orang: int, instansi: int, *, memori: bool) -> Ukuran:
    """Make the input, score it as a program of its own, and compare a sample; end with an error where anybody differs.

    With ``memori`` it runs twice: to look at the memory takes time.
    """
    with tempfile.TemporaryDirectory() as nama:
        folder = Path(nama)
        buat(folder, orang, instansi)
        perintah = [sys.executable, __file__, "--nilai", nama]
        hasil = jalankan(perintah)
        if memori:
            hasil = Ukuran(hasil.waktu, jalankan(perintah, memori=True).memori)
        if salah := beda(folder, _SAMPEL):
            sys.exit("\n".join(salah[:10]))
    return hasil


def main(argumen: Sequence[str] | None = None) -> None:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--orang", type=int, default=ORANG)
    p.add_argument("--instansi", type=int, default=INSTANSI)
    p.add_argument("--nilai", type=Path, help="folder yang sudah ada isinya")
    a = p.parse_args(argumen)
    if not a.nilai:
        hasil = ukur(a.orang, a.instansi, memori=True)
        print(f"{a.orang} orang: {hasil.waktu:.1f} s, {hasil.memori:.0f} MiB; sampel sama dengan hitungan pecahan")
        return
    semua = nilai_semua(a.nilai)
    for nama, banyak in (sum((h.status for h in semua), Counter()) + sum((h.predikat for h in semua), Counter())).items():
        print(f"{nama:16} {banyak:9}")


if __name__ == "__main__":
    main()
