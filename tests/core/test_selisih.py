"""What changed between two counts of a month, from its saved tables."""

from __future__ import annotations

import io

import pandas as pd
from bantu import ANI, BUDI, CICI

from kinerja_cli.core.selisih import selisih

NILAI = f"""nip,nama,dinas,status,nilai,predikat
{ANI},Ani,Dinas Kesehatan,dinilai,83.40,Cukup
{BUDI},Budi,Dinas Kesehatan,dinilai,95.00,Baik
"""
RINCIAN = f"""nip,kode,realisasi,target,target_atas,bobot,arah,keadaan,berkas,lembar,sel
{ANI},A,70,80,,50,naik,terisi,Dinkes.xlsx,R,C2
{ANI},B,9,10,,50,turun,terisi,Dinkes.xlsx,R,D2
{BUDI},A,70,80,,50,naik,terisi,Dinkes.xlsx,R,C3
"""


def tabel(teks: str) -> pd.DataFrame:
    return pd.read_csv(io.StringIO(teks), dtype=str, keep_default_na=False)


def bandingkan(nilai: str, rincian: str) -> list[tuple[str, str, str, list[str]]]:
    hasil = selisih(tabel(NILAI), tabel(nilai), tabel(RINCIAN), tabel(rincian))
    return [(o.nip, str(o.lama), str(o.baru), [f"{s} {s.letak}" for s in o.sebab]) for o in hasil]


def test_equal_results_have_no_difference() -> None:
    assert bandingkan(NILAI, RINCIAN) == []


def test_a_corrected_cell_names_the_person_and_the_cell() -> None:
    nilai = NILAI.replace("83.40,Cukup", "1090.10,Baik")
    rincian = RINCIAN.replace(
        f"{ANI},A,70,80,,50,naik,terisi,Dinkes.xlsx,R,C2", f"{ANI},A,84.5,80,,50,naik,terisi,Baru.xlsx,R,C9"
    )
    harapan = [(ANI, "83,40 Cukup", "1.090,10 Baik", ["realisasi A: 70 → 84,5 Baru.xlsx › R!C9"])]
    assert bandingkan(nilai, rincian) == harapan
    (satu,) = selisih(tabel(NILAI), tabel(nilai), tabel(RINCIAN), tabel(rincian))
    assert satu.pindah_predikat
    assert satu.kalimat("Januari 2025") == (
        "Hasil Januari 2025 atas nama Ani berubah dari 83,40 Cukup menjadi 1.090,10 Baik "
        "karena realisasi A: 70 → 84,5 (Baru.xlsx › R!C9)."
    )


def test_a_value_that_went_and_a_person_who_came() -> None:
    nilai = NILAI.replace("dinilai,83.40,Cukup", "belum_lengkap,,") + f"{CICI},Cici,Dinas Pendidikan,dinilai,70.00,Cukup\n"
    rincian = RINCIAN.replace(f"{ANI},A,70,80,,50,naik,terisi", f"{ANI},A,,80,,50,naik,kosong")
    assert bandingkan(nilai, rincian) == [
        (CICI, "tidak ada", "70,00 Cukup", []),
        (ANI, "83,40 Cukup", "belum lengkap", ["realisasi A: 70 → kosong Dinkes.xlsx › R!C2"]),
    ]


def test_an_operand_of_somebody_whose_result_stays_is_not_told() -> None:
    """Budi's realisasi rose above the cap: his score is what it was."""
    assert bandingkan(NILAI, RINCIAN.replace(f"{BUDI},A,70", f"{BUDI},A,900")) == []
