"""What each dinas owes, by cell and count; nobody is named, whatever the data holds."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from bantu import ANI, BUDI, CICI, DEDI, EKA, INDIKATOR, JANUARI, semua_aturan, tafsir, xlsx

from kinerja_cli.core.aturan import Aturan
from kinerja_cli.core.tagih import SemuaTagihan, tagih

PEGAWAI = f"""
    NIP | Nama | Dinas
    {ANI} | Ani Lestari, S.Kep | Dinas Kesehatan
    {BUDI} | M.Budiman | Dinas Kesehatan
    {CICI} | Cici Maharani | Dinas Sosial
    {DEDI} | Dedi | Dinas Sosial
    {EKA} | Eka Putri | Kecamatan Pelepat
"""


def tagihan(
    *isi: tuple[str, bytes], batas: dt.date | None = None, menurut: Aturan | None = None, indikator: str = INDIKATOR
) -> SemuaTagihan:
    t = tafsir(("pegawai.xlsx", xlsx(P=PEGAWAI, I=indikator)), *isi, menurut=menurut)
    return tagih(t.temuan, t.masukan, t.berlaku, JANUARI, batas)


def perlu(semua: SemuaTagihan) -> dict[str, list[str]]:
    return {d.dinas: list(d.perlu) for d in semua.dinas}


def test_what_is_missing_is_counted_and_told_by_cell() -> None:
    semua = tagihan(
        ("kesehatan.xlsx", xlsx(Jan=f"NIP | A | B | C\n{ANI} | 84 | - | \n{BUDI} | 60 | 12 | 4")),
        ("sosial.xlsx", xlsx(Jan=f"NIP | A | B | C\n{CICI} | 84 | x | 3")),
    )
    assert perlu(semua) == {
        "Dinas Kesehatan": [
            "Realisasi belum diisi, lembar Jan, berkas “kesehatan.xlsx”: sel C2, D2. "
            "Bila tidak berlaku, tulis “tidak berlaku”."
        ],
        "Dinas Sosial": [
            "1 orang belum punya satu pun realisasi; barisnya mungkin belum dibuat.",
            "Bukan angka, lembar Jan, berkas “sosial.xlsx”: sel C2.",
        ],
        "Kecamatan Pelepat": ["1 orang belum punya satu pun realisasi; barisnya mungkin belum dibuat."],
    }
    assert semua.tanpa_dinas == 0


def test_a_message_says_until_when_and_what_comes_next() -> None:
    batas = dt.date(2025, 2, 5)
    pesan = next(d.pesan for d in tagihan(batas=batas).dinas if d.dinas == "Dinas Sosial")
    assert pesan.startswith("Kepada admin Dinas Sosial,\nuntuk evaluasi kinerja Januari 2025")
    assert "1. 2 orang belum punya" in pesan
    assert "paling lambat 5 Februari 2025." in pesan
    assert "Berikutnya: realisasi Februari 2025" in pesan
    assert "segera" in tagihan().dinas[0].pesan


def test_who_owes_nothing_gets_no_message() -> None:
    isi = xlsx(R="NIP | A | B | C\n" + "\n".join(f"{n} | 80 | 9 | 4" for n in (ANI, BUDI, CICI, DEDI, EKA)))
    assert [(d.perlu, d.pesan) for d in tagihan(("semua.xlsx", isi)).dinas] == [((), "")] * 3


def test_many_cells_are_counted_after_the_first_eight() -> None:
    kode = [f"X{i}" for i in range(10)]
    indikator = "Kode | Indikator | Aspek | Bobot | Arah | Target\n" + "\n".join(
        f"{k} | Berkas {k} | Penyelesaian Tugas | 10 | naik | 5" for k in kode
    )
    isi = xlsx(R=f"NIP | {' | '.join(kode)}\n{EKA} | 1" + " | -" * 9)
    semua = tagihan(("pelepat.xlsx", isi), indikator=indikator)
    (satu,) = (d for d in semua.dinas if d.dinas == "Kecamatan Pelepat")
    assert "sel C2, D2, E2, F2, G2, H2, I2, J2, dan 1 sel lain." in satu.perlu[0]


def test_perilaku_is_chased_where_the_rule_set_wants_it() -> None:
    semua = perlu(tagihan(menurut=semua_aturan()["permenpanrb-6-2022"]))
    assert all(any("lembar Perilaku" in satu for satu in isi) for isi in semua.values())


def test_a_fault_goes_to_who_sent_the_file_and_one_of_everybody_to_nobody() -> None:
    asing = "199912312020011009"
    isi = xlsx(R=f"NIP | A | B | C\n{CICI} | 84 | 9 | 3\n{DEDI} | 84 | 9 | 3\n{asing} | 1 | 1 | 1")
    assert perlu(tagihan(("sosial.xlsx", isi)))["Dinas Sosial"] == [
        "NIP tidak ada di tabel Pegawai, lembar R, berkas “sosial.xlsx”: sel A4."
    ]
    assert tagihan(indikator=INDIKATOR.replace("turun", "ke bawah")).tanpa_dinas == 1


@pytest.mark.parametrize(
    ("berkas", "lembar"),
    [
        ("Ani Lestari Januari 2025.xlsx", "Lestari"),
        (f"{ANI}.xlsx", "198505152010012001"),
        ("Budiman.xlsx", "M.Budiman"),
        ("19850515 201001 2 001.xlsx", "CICI"),
    ],
)
def test_nobody_is_named_even_where_files_and_sheets_are(berkas: str, lembar: str) -> None:
    isi = xlsx(
        **{lembar: f"NIP | Nama | A | B | C\n{ANI} | Ani Lestari | Ani | - | 1\n{BUDI} | Cici Maharani | -1 | 2 | \n"
           f"{CICI[:17]} | Cici | 2 | 3 | 1\n{DEDI} | Dedi | 2 | 2 | 2\n{DEDI} | Dedi | 3 | 2 | 2"}
    )  # fmt: skip
    for menurut in (None, semua_aturan()["pp-30-2019"]):
        semua = tagihan((berkas, isi), menurut=menurut)
        teks = " ".join((*(d.pesan for d in semua.dinas), *(p for d in semua.dinas for p in d.perlu)))
        assert len(teks) > 500
        assert "berkas Anda" in teks
        assert not re.search(r"\d{5}", teks)
        for kata in ("Ani", "Lestari", "Budiman", "Cici", "Maharani", "Dedi", "Eka", "Putri"):
            assert not re.search(rf"\b{kata}\b", teks, re.IGNORECASE), kata
