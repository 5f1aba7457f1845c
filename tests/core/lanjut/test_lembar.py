"""The sheet of follow-up: whom it names, and what it says that it lacks."""

from __future__ import annotations

from bantu_lanjut import KESEHATAN, aturan, bulan, p, potensial, usulan

from kinerja_cli.core.lanjut.lembar import LembarLanjut, susun_lembar_lanjut

LAIN = "Dinas Pendidikan"
JANUARI = "Ani 112 Sangat_Baik\nBudi -\nDani 115 Sangat_Baik\nEko 60 Kurang @Dinas_Pendidikan"
FEBRUARI = "Ani 113 Sangat_Baik\nBudi 112 Sangat_Baik\nDani 115 Sangat_Baik\nEko 60 Kurang @Dinas_Pendidikan"
PROMOSI = usulan("promosi", 2, predikat=("Sangat Baik",))


def lembar(kode: str = "2025-02", *semua: str, **lain: object) -> LembarLanjut:
    bulan_ = [bulan(f"2025-{i:02d}", teks) for i, teks in enumerate(semua or (JANUARI, FEBRUARI), 1)]
    return susun_lembar_lanjut(bulan_, p(kode), aturan(PROMOSI), {}, [KESEHATAN, LAIN], **lain)[KESEHATAN]  # type: ignore[arg-type]


def test_people_of_the_dinas_are_proposed_and_the_others_counted() -> None:
    isi = lembar()
    assert [(u.jenis.value, u.orang.nama) for u in isi.usulan] == [("promosi", "Ani")]
    assert isi.catatan[0].startswith("Promosi 1 orang. Semua yang tercantum diusulkan untuk ditinjau.")
    assert isi.catatan[1].startswith("1 orang memenuhi ukuran promosi dan tidak diusulkan. PPPK: ")  # Dani
    assert isi.catatan[2] == (
        "Belum cukup data untuk 1 orang; yang tidak bernilai: Januari 2025 (1 orang). Namanya: “kinerja tindak-lanjut”."
    )
    assert isi.catatan[3:] == ("Bulan yang dipakai: Januari 2025, Februari 2025.",)
    assert [apa for apa, _, _ in isi.ukuran] == ["Promosi: Ukuran uji"]


def test_a_dinas_without_proposals_says_so() -> None:
    semua = [bulan("2025-01", JANUARI), bulan("2025-02", FEBRUARI)]
    lain = susun_lembar_lanjut(semua, p("2025-02"), aturan(PROMOSI), {}, [LAIN, "Dinas Baru"])
    for nama in (LAIN, "Dinas Baru"):
        assert (lain[nama].usulan, lain[nama].catatan[0]) == ((), "Tidak seorang pun diusulkan untuk ditinjau.")


def test_a_damaged_month_is_no_month_that_was_never_scored() -> None:
    isi = lembar("2025-01", JANUARI, dilewati=(p("2024-12"),), catatan=("Berkas pelengkap: x.",))
    assert isi.catatan[-4:] == (
        "Bulan yang dipakai: Januari 2025.",
        "Perbandingan antarbulan tanpa Desember 2024, karena simpanannya tidak utuh; lihat “kinerja buktikan 2024-12”.",
        "Promosi, “Ukuran uji”: belum cukup data: Desember 2024 tersimpan tidak utuh.",
        "Berkas pelengkap: x.",
    )
    assert "Promosi, “Ukuran uji”: belum cukup data: Desember 2024 belum dihitung." in lembar("2025-01", JANUARI).catatan


def test_a_month_under_other_rules_is_named() -> None:
    semua = [bulan("2025-01", JANUARI, "lain"), bulan("2025-02", FEBRUARI)]
    isi = susun_lembar_lanjut(semua, p("2025-02"), aturan(PROMOSI), {}, [KESEHATAN])[KESEHATAN]
    assert isi.catatan[-2:] == (
        "Januari 2025 dinilai dengan aturan lain, jadi tidak diperbandingkan.",
        "Promosi, “Ukuran uji”: belum cukup data: Januari 2025 dinilai dengan aturan lain.",
    )


def test_potential_opens_the_rules_of_the_boxes() -> None:
    a = aturan(usulan("promosi", kotak=(9,)))
    semua = [bulan("2025-02", FEBRUARI)]
    tanpa = susun_lembar_lanjut(semua, p("2025-02"), a, {}, [KESEHATAN])[KESEHATAN]
    assert tanpa.catatan[-1] == "Promosi, “Ukuran uji”: tabel Potensial belum diberikan."
    dengan = susun_lembar_lanjut(semua, p("2025-02"), a, potensial(Ani="tinggi"), [KESEHATAN])[KESEHATAN]
    assert [u.orang.nama for u in dengan.usulan] == ["Ani"]
