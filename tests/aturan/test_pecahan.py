"""Every rule set against rational arithmetic written anew from the regulations, on random and hostile figures."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from fractions import Fraction

from bantu import nilai_satu_orang
from hypothesis import example, given, settings
from hypothesis import strategies as st

Kasus = Mapping[str, object]
Hasil = tuple[Fraction | None, str]
"""The number (None: none) and the category."""


def bulat(x: Fraction, desimal: int = 2) -> Fraction:
    faktor = 10**desimal
    return Fraction(math.floor(x * faktor + Fraction(1, 2)), faktor)


def persen(baris: Mapping[str, object]) -> Fraction:
    """PermenPANRB 8/2021."""
    rasio = Fraction(str(baris["realisasi"])) / Fraction(str(baris["target"]))
    mentah = rasio if baris["arah"] == "naik" else 2 - rasio
    return min(max(bulat(100 * mentah), Fraction(0)), Fraction(120))


def rata_bobot(kasus: Kasus, nilai: Callable[[Mapping[str, object]], Fraction]) -> Fraction:
    baris = kasus["indikator"]
    assert isinstance(baris, list)
    return sum(nilai(b) * Fraction(str(b["bobot"])) for b in baris) / 100


def kategori(nilai: Fraction, batas: Mapping[str, int]) -> str:
    return next(nama for nama, mulai in batas.items() if nilai >= mulai)


def pasal_41(nilai: Fraction, kasus: Kasus) -> str:
    if nilai >= 110 and kasus["ide_baru"]:
        return "Sangat Baik"
    return kategori(nilai, {"Baik": 90, "Cukup": 70, "Kurang": 50, "Sangat Kurang": 0})


def rata_perilaku(kasus: Kasus) -> Fraction:
    isi = kasus["perilaku"]
    return sum(Fraction(str(x)) for x in isi) / 7 if isinstance(isi, list) else Fraction(str(isi))


def bungo(kasus: Kasus) -> Hasil:
    nilai = bulat(rata_bobot(kasus, persen))
    return nilai, pasal_41(nilai, kasus)


def pp_30(kasus: Kasus) -> Hasil:
    bagian = Fraction(3, 10) if kasus["pilihan"] == {"perilaku": "tanpa_pendapat"} else Fraction(4, 10)
    nilai = bulat(rata_bobot(kasus, persen) * (1 - bagian) + rata_perilaku(kasus) * bagian)
    return nilai, pasal_41(nilai, kasus)


def pita(baris: Mapping[str, object]) -> Fraction:
    c = bulat(persen(baris), 0)
    if c > 110:
        return Fraction(120)
    if c > 100:
        return bulat(110 + Fraction(10, 9) * (c - 101))
    if c == 100:
        return Fraction(109)
    if c >= 80:
        return 70 + (c - 80)
    return 50 + (c - 60) if c >= 60 else bulat(Fraction(49, 59) * c)


def permenpanrb_8(kasus: Kasus) -> Hasil:
    nilai = bulat(rata_bobot(kasus, pita) + min(Fraction(str(kasus["tambahan"])), Fraction(10)))
    return nilai, kategori(nilai, {"Sangat Baik": 110, "Baik": 90, "Cukup": 70, "Kurang": 50, "Sangat Kurang": 0})


def permenpanrb_6(kasus: Kasus) -> Hasil:
    nilai = bulat(rata_bobot(kasus, persen))
    laku = str(kasus["perilaku"])
    kerja = "di atas" if nilai >= 110 else "sesuai" if nilai >= 90 else "di bawah"
    if kerja == "di bawah":
        return None, "Sangat Kurang" if laku == "di bawah" else "Butuh Perbaikan"
    if laku == "di bawah":
        return None, "Kurang"
    return None, "Sangat Baik" if kerja == laku == "di atas" else "Baik"


def aspek_46(baris: Mapping[str, object]) -> Fraction:
    r, t = Fraction(str(baris["realisasi"])), Fraction(str(baris["target"]))
    if baris["aspek"] in ("Kuantitas", "Kualitas"):
        return bulat(r / t * 100)
    hemat = 100 - r / t * 100
    hitung = (Fraction("1.76") * t - r) / t * 100
    return max(bulat(hitung if hemat <= 24 else 76 - (hitung - 100)), Fraction(0))


def pp_46(kasus: Kasus) -> Hasil:
    tugas: dict[str, list[Fraction]] = {}
    baris = kasus["indikator"]
    assert isinstance(baris, list)
    for b in baris:
        tugas.setdefault(b["tugas"], []).append(aspek_46(b))
    skp = sum(sum(nilai) / len(nilai) for nilai in tugas.values()) / len(tugas)
    nilai = bulat(skp * Fraction(6, 10) + rata_perilaku(kasus) * Fraction(4, 10))
    return nilai, kategori(nilai, {"Sangat Baik": 91, "Baik": 76, "Cukup": 61, "Kurang": 51, "Buruk": 0})


ATURAN: Mapping[str, Callable[[Kasus], Hasil]] = {
    "evaluasi-bungo": bungo,
    "pp-30-2019": pp_30,
    "permenpanrb-8-2021": permenpanrb_8,
    "permenpanrb-6-2022": permenpanrb_6,
    "pp-46-2011": pp_46,
}

target = st.sampled_from(["100", "3", "7", "0.3", "12", "0.000001", "125000000", "99999999.99", "8", "1.1"])
bobot = st.sampled_from([["33.33", "33.33", "33.34"], ["14.28"] * 6 + ["14.32"], ["0.01", "99.99"], ["100"], ["12.5"] * 8])
seperseratus = st.integers(0, 10_000).map(lambda n: f"{n / 100:.2f}")


@st.composite
def realisasi(draw: st.DrawFn, t: str) -> str:
    """A share of the target, often near a line or an edge of a band, as a cell of at most 15 digits would hold it."""
    bagian = draw(
        st.sampled_from(["0.5", "0.595", "0.7", "0.76", "0.795", "0.9", "0.995", "1", "1.005", "1.1", "1.105", "1.2", "2"])
        | st.integers(0, 2_200_000).map(lambda n: f"{n / 1_000_000:.6f}")
    )
    return f"{float(bagian) * float(t):.12g}"


def polos(angka: str) -> bool:
    return "e" not in angka and len(angka) <= 15


@st.composite
def kasus_tertimbang(draw: st.DrawFn) -> dict[str, object]:
    baris = []
    for b in draw(bobot):
        t = draw(target)
        r = draw(realisasi(t).filter(polos))
        baris.append({"bobot": b, "arah": draw(st.sampled_from(["naik", "turun"])), "target": t, "realisasi": r})
    return {"indikator": baris, "ide_baru": draw(st.booleans())}


@st.composite
def kasus_tugas(draw: st.DrawFn) -> dict[str, object]:
    baris = []
    for i in range(draw(st.integers(1, 4))):
        for aspek in draw(st.sampled_from([("Kuantitas", "Kualitas", "Waktu"), ("Kuantitas", "Kualitas", "Waktu", "Biaya")])):
            t = draw(target)
            baris.append({"tugas": f"Tugas {i}", "aspek": aspek, "target": t, "realisasi": draw(realisasi(t).filter(polos))})
    return {"indikator": baris}


perilaku = seperseratus | st.lists(seperseratus, min_size=7, max_size=7)
pilihan = st.sampled_from(["tanpa_pendapat", "dengan_pendapat"]).map(lambda p: {"perilaku": p})
sebutan = st.sampled_from(["di atas", "sesuai", "di bawah"])


def banding(id_aturan: str, kasus: dict[str, object], periode: str) -> None:
    orang = nilai_satu_orang(id_aturan, periode, kasus).nilai.iloc[0]
    assert orang["status"] == "dinilai", orang["alasan"]
    angka, nama = ATURAN[id_aturan](kasus)
    assert (None if orang["nilai"] == -1 else Fraction(int(orang["nilai"]), 100)) == angka
    assert orang["predikat"] == nama


@settings(max_examples=60, deadline=None)
@given(kasus_tertimbang())
def test_evaluasi_bungo(kasus: dict[str, object]) -> None:
    banding("evaluasi-bungo", kasus, "2025-01")


@settings(max_examples=60, deadline=None)
@given(kasus_tertimbang(), perilaku, pilihan)
def test_pp_30(kasus: dict[str, object], laku: object, dipilih: object) -> None:
    banding("pp-30-2019", {**kasus, "perilaku": laku, "pilihan": dipilih}, "2025-01")


@settings(max_examples=60, deadline=None)
@given(kasus_tertimbang(), st.integers(0, 1200).map(lambda n: f"{n / 100:.2f}"))
def test_permenpanrb_8(kasus: dict[str, object], tambahan: str) -> None:
    banding("permenpanrb-8-2021", {**kasus, "tambahan": tambahan}, "2021-08")


@settings(max_examples=60, deadline=None)
@given(kasus_tertimbang(), sebutan)
def test_permenpanrb_6_bridged(kasus: dict[str, object], laku: str) -> None:
    banding("permenpanrb-6-2022", {**kasus, "perilaku": laku, "pilihan": {"hasil_kerja": "dijembatani"}}, "2025-01")


@settings(max_examples=60, deadline=None)
@given(kasus_tugas(), perilaku)
@example({"indikator": [{"tugas": "a", "aspek": "Waktu", "target": "12", "realisasi": "9.12"}]}, "0")
def test_pp_46(kasus: dict[str, object], laku: object) -> None:
    banding("pp-46-2011", {**kasus, "perilaku": laku}, "2020-12")
