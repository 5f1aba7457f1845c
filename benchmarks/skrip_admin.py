"""The peer: what a capable admin would write in an afternoon with pandas and openpyxl. Floats, no checks, plain tables.

Reads every workbook of a folder, computes the same weighted sums, and writes one workbook a dinas and one for all.
"""

import sys
from pathlib import Path

import pandas as pd

masuk, keluar = Path(sys.argv[1]), Path(sys.argv[2])
keluar.mkdir(parents=True, exist_ok=True)

pegawai, indikator, realisasi = [], [], []
for berkas in sorted(masuk.glob("*.xlsx")):
    lembar = pd.read_excel(berkas, sheet_name=["Pegawai", "Indikator"], dtype={"NIP": str}, engine="openpyxl")
    pegawai.append(lembar["Pegawai"])
    indikator.append(lembar["Indikator"])
    realisasi.append(
        pd.read_excel(berkas, sheet_name="Realisasi", header=1, dtype={"NIP": str}, engine="openpyxl", keep_default_na=False)
    )
pegawai, indikator, realisasi = pd.concat(pegawai), pd.concat(indikator), pd.concat(realisasi)

data = realisasi.merge(indikator, left_on="Kode Indikator", right_on="Kode").merge(pegawai, on="NIP")
data = data[data["Realisasi"] != "n/a"]
data["Realisasi"] = pd.to_numeric(data["Realisasi"], errors="coerce")
rasio = data["Realisasi"] / data["Target"]
data["Capaian"] = rasio.where(data["Arah"] == "naik", 2 - rasio).mul(100).clip(0, 120).round(2)
data["Tertimbang"] = data["Capaian"] * data["Bobot"]
jumlah = data.groupby("NIP").agg(Tertimbang=("Tertimbang", lambda s: s.sum(skipna=False)), Bobot=("Bobot", "sum"))
jumlah["Nilai"] = (jumlah["Tertimbang"] / jumlah["Bobot"]).round(2)
nilai = pegawai.merge(jumlah["Nilai"], left_on="NIP", right_index=True, how="left")
nilai["Predikat"] = pd.cut(
    nilai["Nilai"], [-1, 50, 70, 90, 121], labels=["Sangat Kurang", "Kurang", "Cukup", "Baik"], right=False
)
nilai["Peringkat"] = nilai["Nilai"].rank(method="min", ascending=False)

nilai.to_excel(keluar / "rekap.xlsx", index=False, engine="openpyxl")
for dinas, milik in nilai.groupby("Dinas"):
    with pd.ExcelWriter(keluar / f"{dinas}.xlsx", engine="openpyxl") as buku:
        milik.sort_values("Peringkat").to_excel(buku, sheet_name="Nilai", index=False)
        data[data["Dinas"] == dinas].to_excel(buku, sheet_name="Rincian", index=False)
