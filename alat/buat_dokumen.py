"""Writes the pages in docs/ that are made from the program itself: ``python alat/buat_dokumen.py``."""

from __future__ import annotations

from pathlib import Path

from kinerja_cli.core.katalog import KATALOG, Jenis

FOLDER = Path(__file__).parent.parent / "docs"
_KELOMPOK = {
    "B": "Berkas", "L": "Lembar", "S": "Sel", "P": "Pegawai", "I": "Indikator", "R": "Realisasi", "W": "Periode",
    "X": "Lain-lain",
}  # fmt: skip


def _baris(jenis: Jenis) -> str:
    isi = (jenis.kode, jenis.tingkat.value, jenis.judul, jenis.pesan, jenis.saran.replace("\n", " "))
    return f"| {' | '.join(isi)} |"


def halaman_temuan() -> str:
    baris = [
        "# Temuan",
        "",
        "Halaman ini dibuat dari katalog program (`alat/buat_dokumen.py`). Arti sebuah kode tidak pernah berubah.",
        "",
        "**GALAT** menghentikan `kinerja hitung`; **PERINGATAN** perlu dilihat; **INFO** mengatakan apa yang dilakukan.",
        "Bagian dalam kurung kurawal diganti dengan isi sel yang ditemukan.",
    ]
    sebelumnya = ""
    for jenis in KATALOG.values():
        if jenis.kode[0] != sebelumnya:
            sebelumnya = jenis.kode[0]
            baris += ["", f"## {_KELOMPOK[sebelumnya]}", ""]
            baris += ["| Kode | Tingkat | Apa | Yang tercetak | Yang perlu dilakukan |", "|---|---|---|---|---|"]
        baris.append(_baris(jenis))
    return "\n".join(baris) + "\n"


if __name__ == "__main__":
    (FOLDER / "temuan.md").write_text(halaman_temuan(), encoding="utf-8", newline="\n")
