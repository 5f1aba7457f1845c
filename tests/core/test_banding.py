"""People scored twice: figures worked by hand."""

from __future__ import annotations

from bantu import ANI, BUDI, CICI, INDIKATOR, JANUARI, PEGAWAI, REALISASI, aturan, tafsir, xlsx

from kinerja_cli.core.banding import Sebab, bandingkan, sebab_gerak
from kinerja_cli.core.hitung import Hasil, hitung

DUA = (aturan(), aturan())


def skor(realisasi: str, pegawai: str = PEGAWAI, indikator: str = INDIKATOR) -> Hasil:
    t = tafsir(("Januari 2025.xlsx", xlsx(P=pegawai, I=indikator, R=realisasi)))
    return hitung(t.masukan, t.berlaku, aturan(), JANUARI, {})


def test_the_indicators_that_explain_a_move() -> None:
    # Ani: A 84 → 80: 52,50 → 50,00; B 9 → 10: 33,00 → 30,00; C 3,5 → 4: 17,50 → 20,00. 103,00 → 100,00
    asal, jadi = skor(REALISASI), skor(REALISASI.replace("84 | 9 | 3.5", "80 | 10 | 4"))
    banding = bandingkan(asal, jadi, berangka=True, sebab=sebab_gerak(asal, jadi, DUA))
    ani, budi = banding.orang
    assert (ani.asal.nilai, ani.jadi.nilai, ani.selisih) == (10300, 10000, -300)
    assert ani.sebab == (
        Sebab("B", "Hari layanan", 3300, 3000),
        Sebab("A", "Berkas selesai", 5250, 5000),
        Sebab("C", "Indeks", 1750, 2000),
    )
    assert sum(s.selisih for s in ani.sebab) == ani.selisih
    assert (budi.selisih, budi.sebab, budi.berganti) == (0, (), False)
    (dinas,) = banding.menurut_dinas
    assert (dinas.rata_asal, dinas.rata_jadi) == (9225, 9075)  # (103,00 + 81,50) / 2 and (100,00 + 81,50) / 2


def test_an_indicator_that_does_not_apply_leaves_the_others_a_larger_share() -> None:
    # without B the divisor is 70: A 52,50/0,7 = 75,00; C 17,50/0,7 = 25,00
    asal, jadi = skor(REALISASI), skor(REALISASI.replace("84 | 9 |", "84 | n/a |"))
    assert sebab_gerak(asal, jadi, DUA)[ANI] == (
        Sebab("B", "Hari layanan", 3300, 0),
        Sebab("A", "Berkas selesai", 5250, 7500),
        Sebab("C", "Indeks", 1750, 2500),
    )


def test_only_who_stands_in_both_is_compared_and_only_two_scores_are_explained() -> None:
    asal = skor(REALISASI)
    lain = PEGAWAI.replace(f"{BUDI} | Budi", f"{CICI} | Cici")
    jadi = skor(f"NIP | A | B | C\n{ANI} | 84 | | 3.5\n{CICI} | 80 | 10 | 4", lain)
    (ani,) = bandingkan(asal, jadi, berangka=True, sebab=sebab_gerak(asal, jadi, DUA)).orang
    assert (str(ani.asal), str(ani.jadi), ani.selisih, ani.sebab) == ("Baik (103,00)", "belum lengkap", None, ())
    assert ani.berganti


def test_rules_without_numbers_leave_the_categories() -> None:
    asal, jadi = skor(REALISASI), skor(REALISASI.replace("84", "40"))
    banding = bandingkan(asal, jadi, berangka=False)
    assert [(str(g.asal), str(g.jadi), g.selisih) for g in banding.berganti] == [("Baik", "Cukup", None)]
    assert (banding.berangka, banding.naik, banding.turun) == (False, (), ())
