"""The handout (A4) and the slides that explain a rule set: one file each, without anything from outside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from kinerja_cli import __version__
from kinerja_cli.core.angka import cetak_pendek, cetak_persen
from kinerja_cli.core.aturan import Aturan, Matriks
from kinerja_cli.core.bagian import setengah_ke_atas
from kinerja_cli.core.ringkasan import sidik
from kinerja_cli.core.sosialisasi import Sosialisasi
from kinerja_cli.writers.jinja import lingkungan, sumber

_KIRI, _LEBAR = 206, 450
"""Where the scale of the pictures begins, and how long it is."""


def halaman_sosialisasi(s: Sosialisasi) -> str:
    """Give the page to print and hand out."""
    return lingkungan().get_template("sosialisasi.html.j2").render(**_umum(s), sidik=sidik(s.aturan.sha256))


def paparan(s: Sosialisasi) -> str:
    """Give the slides: arrow keys turn them, print gives one a page."""
    return lingkungan().get_template("paparan.html.j2").render(**_umum(s), skrip=sumber("paparan.js"))


def _umum(s: Sosialisasi) -> Mapping[str, object]:
    return {
        "s": s,
        "g": _tangga(s) if s.potongan else None,
        "m": _matriks(s, s.aturan.matriks) if s.aturan.matriks else None,
        "gaya": sumber("gaya.css"),
        "gaya_sosialisasi": sumber("gaya_sosialisasi.css"),
        "versi": __version__,
    }


def _tangga(s: Sosialisasi) -> Mapping[str, object]:
    """Lay out the sum as stairs: each part begins where the one before ends; beneath it the scale of the categories."""
    jumlah = sum((p.nilai for p in s.potongan), Fraction(0))
    ujung = max(Fraction(s.aturan.puncak, 100), jumlah)

    def x(nilai: Fraction | int) -> float:
        return round(_KIRI + float(nilai / ujung) * _LEBAR, 1)

    anak: list[Mapping[str, object]] = []
    sampai = Fraction(0)
    for p in s.potongan:
        anak.append(
            {"nama": p.nama, "teks": p.teks, "x": x(sampai), "lebar": x(sampai + p.nilai) - x(sampai), "hasil": False}
        )
        sampai += p.nilai
    nama = "Nilai" if s.aturan.berangka else "Nilai hasil kerja"
    tercetak = cetak_persen(setengah_ke_atas(jumlah * 100))
    anak.append({"nama": nama, "teks": tercetak, "x": x(0), "lebar": x(jumlah) - x(0), "hasil": True})
    batas = sorted(_batas(s.aturan))
    sesudah = [*(Fraction(mulai, 100) for mulai, _, _ in batas[1:]), ujung]
    pita = [
        {
            "nama": nama,
            "kelas": kelas,
            "mulai": cetak_pendek(mulai) if mulai else "",
            "x": x(Fraction(mulai, 100)),
            "lebar": x(akhir) - x(Fraction(mulai, 100)),
        }
        for (mulai, nama, kelas), akhir in zip(batas, sesudah, strict=True)
    ]
    return {"anak": anak, "pita": pita, "tanda": x(jumlah)}


def _batas(a: Aturan) -> Iterator[tuple[int, str, str]]:
    """Give from where each category holds (each rating, where the score is bridged), its name and its colour."""
    if a.matriks is None:
        yield from ((p.mulai, p.nama, f"p{min(i, 4)}") for i, p in enumerate(a.predikat))
    else:
        warna = ("p0", "p1", "p3")
        yield from ((e.jembatan.nilai, e.nama, w) for e, w in zip(a.matriks.ekspektasi, warna, strict=False) if e.jembatan)


def _matriks(s: Sosialisasi, matriks: Matriks) -> Mapping[str, object]:
    """Lay out the categories by the two ratings; the example's cell is marked."""
    kelas = {p.nama: f"p{min(i, 4)}" for i, p in enumerate(s.aturan.predikat)}
    nama = [e.nama for e in matriks.ekspektasi]
    contoh = (s.contoh.hasil_kerja, s.contoh.perilaku)

    def sel(kerja: str, laku: str) -> Mapping[str, object]:
        predikat, _ = matriks.sel[kerja, laku]
        return {"nama": predikat, "kelas": kelas[predikat], "contoh": (kerja, laku) == contoh}

    return {"kolom": nama, "baris": [(kerja, [sel(kerja, laku) for laku in nama]) for kerja in nama]}
