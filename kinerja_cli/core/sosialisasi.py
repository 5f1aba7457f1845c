"""A rule set explained to those whom it rates: short sections, made from its own words and numbers, and an example.

Nothing here is true of one rule set only by being typed: what differs between them is asked of the rule set, and every
figure comes from it, from the example (which the engine computes), or from the rule file on objections.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from kinerja_cli.core.angka import (
    BOBOT_PENUH,
    SERATUS_PERSEN,
    SKALA_TERTIMBANG,
    cetak_angka,
    cetak_bobot,
    cetak_pendek,
    cetak_persen,
    gaya_indonesia,
    teks_skala,
)
from kinerja_cli.core.aturan import Aturan, Pita
from kinerja_cli.core.bagian import setengah_ke_atas
from kinerja_cli.core.contoh_aturan import contoh_hitungan, kisah
from kinerja_cli.core.kata_aturan import cetak_garis, sebutan
from kinerja_cli.core.kata_indikator import BarisIndikator, cetak_pita
from kinerja_cli.core.laporan import OrangRinci
from kinerja_cli.core.penilaian import TANPA_NILAI
from kinerja_cli.core.penjelasan_aturan import jelaskan_aturan
from kinerja_cli.core.tanya_jawab import atau, tanya_jawab
from kinerja_cli.core.tenggat import Tenggat

_DESIMAL = 4
"""Decimals to which a part of the sum is printed in full; beyond, it is rounded to two and marked so."""


@dataclass(frozen=True)
class Bagian:
    """One section: a slide, or a part of the handout.

    Attributes:
        judul: its heading.
        kalimat: short paragraphs.
        gambar: the picture beneath them: "jumlah" (the sum), "matriks", or "" for none.
        kepala, tabel: a table's headings and rows.
        butir: what is listed; ``urut``: in this order.
    """

    judul: str
    kalimat: tuple[str, ...]
    gambar: str = ""
    kepala: tuple[str, ...] = ()
    tabel: tuple[tuple[str, ...], ...] = ()
    butir: tuple[str, ...] = ()
    urut: bool = False


@dataclass(frozen=True)
class Potongan:
    """One part of the example's sum: what it is, the calculation, points of the score, and these in print."""

    nama: str
    cara: str
    nilai: Fraction

    @property
    def teks(self) -> str:
        """The points, in full or marked as rounded."""
        return _tercetak(self.nilai)


@dataclass(frozen=True)
class Sosialisasi:
    """What the handout and the slides show.

    Attributes:
        aturan: the rule set.
        instansi: whose.
        penetapan: the regulation that enacts a local scheme, or that none does; "" where none is needed.
        bagian: the sections, in order.
        tanya: questions with their answers.
        contoh: the made-up person of the example.
        potongan: the parts of their score; empty where a category comes without indicators.
    """

    aturan: Aturan
    instansi: str
    penetapan: str
    bagian: tuple[Bagian, ...]
    tanya: tuple[tuple[str, str], ...]
    contoh: OrangRinci
    potongan: tuple[Potongan, ...]


def susun_sosialisasi(aturan: Aturan, tenggat: Tenggat, *, instansi: str, penetapan: str) -> Sosialisasi:
    """Explain a rule set with its variants in use."""
    contoh = contoh_hitungan(aturan, kisah(aturan))
    potongan = tuple(_potongan(contoh, aturan)) if aturan.perlu_indikator else ()
    bagian = (
        _inti(aturan),
        *_yang_dinilai(aturan),
        *(_pita(pita) for pita in aturan.pita if aturan.perlu_indikator),
        *(_contoh_angka(contoh, potongan, aturan) if aturan.perlu_indikator else ()),
        *(_contoh_matriks(contoh, aturan) if aturan.matriks else ()),
        _predikat(aturan),
        _adil(aturan),
        _hak(aturan, tenggat),
        _pasti(aturan, penetapan),
    )
    return Sosialisasi(aturan, instansi, penetapan, bagian, tanya_jawab(aturan, contoh, tenggat), contoh, potongan)


def _inti(a: Aturan) -> Bagian:
    kalimat: list[str] = []
    if a.perlu_indikator:
        bobot = "Pekerjaan yang lebih penting diberi bobot lebih besar" if a.pakai_bobot else "Setiap tugas sama beratnya"
        kalimat = [
            "Hasil kerja Anda dibandingkan dengan target yang sudah ditetapkan. Perbandingan itu disebut capaian.",
            *(["Capaian lalu diubah menjadi nilai menurut sebuah tabel."] if a.pita else []),
            f"{bobot}. Semuanya digabung menjadi satu angka.",
        ]
        if a.perilaku:
            kalimat.append("Cara Anda bekerja, yaitu perilaku, juga dinilai dan ikut digabung.")
        if a.berangka:
            kalimat.append("Angka itu menentukan predikat Anda.")
    if a.matriks:
        kalimat += [
            "Angka itu menjadi sebutan hasil kerja. Penilai Anda memberi sebutan perilaku."
            if a.perlu_indikator
            else "Penilai Anda memberi dua sebutan: satu untuk hasil kerja, satu untuk perilaku.",
            "Kedua sebutan itu bertemu dalam satu tabel. Di titik temunya ada predikat Anda.",
            "Hasil akhirnya tidak berupa angka.",
        ]
    return Bagian("Intinya", tuple(kalimat))


def _yang_dinilai(a: Aturan) -> Iterator[Bagian]:
    isi: list[tuple[str, str]] = []
    if a.perlu_indikator:
        isi += [
            ("Target", "yang harus dicapai, misalnya banyaknya berkas"),
            ("Realisasi", "yang benar-benar tercapai"),
            ("Capaian", "realisasi dibanding target, dalam persen"),
        ]
        if a.pakai_bobot:
            isi.append(
                (
                    "Bobot",
                    f"seberapa penting sebuah pekerjaan; bobot semua pekerjaan Anda berjumlah {cetak_bobot(BOBOT_PENUH)}",
                )
            )
    if a.perlu_perilaku:
        kata = a.perilaku.kata if a.perilaku else ", ".join(e.nama for e in a.matriks.ekspektasi) if a.matriks else ""
        isi.append(("Perilaku", kata))
    if a.matriks and not a.perlu_indikator:
        isi.insert(0, ("Hasil kerja", ", ".join(e.nama for e in a.matriks.ekspektasi)))
    if a.tambahan:
        isi.append(("Kinerja tambahan", f"pekerjaan di luar target; menambah paling banyak {cetak_pendek(a.tambahan.nilai)}"))
    yield Bagian("Kata yang perlu dikenal", (), tabel=tuple(isi))
    if a.perlu_indikator and a.aspek:
        kata = "Setiap tugas dilihat dari:" if a.menurut == "aspek" else "Pekerjaan Anda dikelompokkan menurut aspek:"
        yield Bagian("Yang dinilai", (kata,), butir=a.aspek)


def _pita(pita: Pita) -> Bagian:
    return Bagian(
        f"Dari capaian menjadi nilai: {pita.nama}",
        ("Capaian dibulatkan dulu ke persen utuh, setengah ke atas. Lalu nilainya dicari dalam tabel ini.",),
        kepala=("Capaian (%)", "Menjadi"),
        tabel=tuple((cetak_pita(b), cetak_garis(b)) for b in reversed(pita.baris)),
    )


def _contoh_angka(orang: OrangRinci, potongan: tuple[Potongan, ...], a: Aturan) -> Iterator[Bagian]:
    jenis = "Nilai" if a.pita else "Capaian"
    yield Bagian(
        f"Contoh: dari target menjadi {jenis.lower()}",
        ("Ibu Ani hanya rekaan. Hasil kerjanya sebulan seperti ini.",),
        kepala=("Aspek" if a.menurut == "aspek" else "Pekerjaan", "Target", "Realisasi", f"{jenis}, dengan kalkulator"),
        tabel=tuple((_nama(b, a), _berapa(b.target, b), _berapa(b.realisasi, b), b.cara) for b in orang.rincian),
        butir=tuple(_baca_capaian(orang, a)),
    )
    apa = "Nilai" if orang.nilai is not None else "Nilai hasil kerja"
    jumlah = sum((p.nilai for p in potongan), Fraction(0))
    tercetak = cetak_persen(setengah_ke_atas(jumlah * 100))
    bulat = "" if _tercetak(jumlah) == tercetak else f", dibulatkan menjadi {tercetak}"
    yield Bagian(
        f"Contoh: dari {jenis.lower()} setiap pekerjaan menjadi satu nilai",
        (f"Setiap {jenis.lower()} dikalikan {sebutan(a).bobot}nya. Hasil kalinya bersambung seperti anak tangga.",),
        gambar="jumlah",
        kepala=("Bagian", "Hitungan", "Hasil"),
        tabel=tuple((p.nama, p.cara, p.teks) for p in potongan),
        butir=(
            f"{apa} Ibu Ani: {' + '.join(p.teks for p in potongan)} = {_tercetak(jumlah)}{bulat}.",
            "Pembulatan hanya satu kali, di akhir; setengah dibulatkan ke atas.",
        ),
    )


def _baca_capaian(orang: OrangRinci, a: Aturan) -> Iterator[str]:
    turun = next((b for b in orang.rincian if b.arah == "turun"), None)
    if turun and a.menurut == "arah":
        yield f"{_nama(turun, a)}: makin kecil makin baik. Karena itu realisasi di bawah target menaikkan capaian."
        rendah, tinggi = cetak_pendek(a.capaian_terendah.nilai), cetak_pendek(a.capaian_tertinggi.nilai)
        yield f"Capaian satu pekerjaan paling rendah {rendah} dan paling tinggi {tinggi}."
    if any(cara.tetapan for cara in a.cara.values()):
        yield "e adalah waktu atau biaya yang dihemat, dalam persen."


def _contoh_matriks(orang: OrangRinci, a: Aturan) -> Iterator[Bagian]:
    asal = "dari nilainya" if a.perlu_indikator else "dari penilainya"
    yield Bagian(
        "Contoh: dari dua sebutan menjadi predikat",
        (
            f"Ibu Ani hanya rekaan. Ia mendapat sebutan hasil kerja “{orang.hasil_kerja}” {asal}, dan sebutan perilaku "
            f"“{orang.perilaku}”. Cari barisnya, cari kolomnya: predikatnya {orang.predikat}.",
        ),
        gambar="matriks",
    )


def _predikat(a: Aturan) -> Bagian:
    kalimat = ("Dibaca dari atas; baris pertama yang cocok yang berlaku.",) if a.berangka else ()
    return Bagian(
        "Predikat",
        kalimat,
        tabel=tuple((p.nama, p.kata) for p in a.predikat),
    )


def _adil(a: Aturan) -> Bagian:
    butir = [f"Selama sebulan penuh berstatus {atau(a.status_keluar)}: Anda tidak dinilai, dan itu bukan nilai nol."]
    if a.perlu_indikator:
        butir = [
            "Kosong bukan nol. Bila realisasi belum diisi, nilainya menunggu sampai lengkap.",
            "Pekerjaan yang tidak berlaku bagi Anda dikeluarkan dari hitungan, sehingga tidak menurunkan nilai.",
            *butir,
        ]
    if a.perlu_perilaku:
        butir.append("Bila penilaian perilaku belum ada, hasilnya menunggu sampai lengkap.")
    butir += [
        "Pindah dinas di tengah bulan: penilaian Anda tetap satu, dan hari Anda di setiap dinas dicatat.",
        "Semua orang dihitung dengan cara yang sama oleh program, dan setiap hitungan dapat diperiksa dengan kalkulator."
        if a.perlu_indikator
        else "Tabelnya sama untuk semua orang.",
    ]
    return Bagian("Yang menjaga hitungan tetap adil", (), butir=tuple(butir))


def _hak(a: Aturan, tenggat: Tenggat) -> Bagian:
    rinci = "target, realisasi, capaian, bobot" if a.perlu_indikator else "kedua sebutan"
    return Bagian(
        "Hak Anda",
        (
            f"Anda boleh melihat asal hasil Anda: {rinci}, dan sel asalnya. Mintalah kepada admin dinas.",
            f"Bila ada yang keliru, ajukan keberatan paling lambat {tenggat.kata} setelah hasil diterima ({tenggat.dasar}).",
        ),
        butir=tenggat.langkah,
        urut=True,
        tabel=tenggat.terbuka,
        kepala=("Yang belum pasti", "Penjelasan"),
    )


def _pasti(a: Aturan, penetapan: str) -> Bagian:
    kalimat = [f"Aturan ini: {a.judul}.", *([f"Penetapannya: {penetapan}."] if penetapan else [])]
    terbuka = [f"{apa}: {kata}" for kelompok in jelaskan_aturan(a).terbuka for apa, kata in kelompok.isi]
    if terbuka:
        kalimat.append("Yang berikut ini pilihan pembuat skema, atau belum pasti dalam peraturannya:")
    return Bagian("Seberapa pasti aturan ini", tuple(kalimat), butir=tuple(terbuka))


# Parts of the sum, and print ----------------------------------------------------------------------------------------


def _potongan(orang: OrangRinci, a: Aturan) -> Iterator[Potongan]:
    """Part the score exactly: each indicator's product, perilaku and additional work, by their shares."""
    bagi = a.pembagian
    kerja, laku = (Fraction(n, SERATUS_PERSEN) for n in ((bagi.hasil_kerja, bagi.perilaku) if bagi else (SERATUS_PERSEN, 0)))
    for b in orang.rincian:
        nilai = Fraction(b.tertimbang, 10**SKALA_TERTIMBANG) * BOBOT_PENUH / orang.pembagi
        cara = f"{cetak_persen(b.nilai)} × {cetak_bobot(b.bobot)} ÷ {cetak_bobot(orang.pembagi)}"
        yield Potongan(_nama(b, a), cara + (f" × {cetak_pendek(bagi.hasil_kerja)} %" if bagi else ""), nilai * kerja)
    if bagi:
        nilai = Fraction(orang.jumlah_perilaku, 100 * orang.banyak_perilaku)
        yield Potongan("Perilaku", f"{_tercetak(nilai)} × {cetak_pendek(bagi.perilaku)} %", nilai * laku)
    if orang.tambahan != TANPA_NILAI:
        tambahan = Fraction(orang.tambahan, 100)
        yield Potongan("Kinerja tambahan", "ditambahkan", tambahan)


def _tercetak(nilai: Fraction) -> str:
    tepat = nilai * 10**_DESIMAL
    if tepat.denominator == 1:
        return gaya_indonesia(teks_skala(int(tepat), _DESIMAL, paling_sedikit=2))
    return f"≈ {cetak_persen(setengah_ke_atas(nilai * 100))}"


def _nama(b: BarisIndikator, a: Aturan) -> str:
    return b.aspek if a.menurut == "aspek" else b.indikator


def _berapa(nilai: float, b: BarisIndikator) -> str:
    return f"{cetak_angka(nilai)} {b.satuan}".strip()
