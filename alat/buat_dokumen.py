"""Writes the pages in docs/ that are made from the program itself: ``python alat/buat_dokumen.py``."""

from __future__ import annotations

from pathlib import Path

from kinerja_cli.core.katalog import KATALOG, Jenis
from kinerja_cli.core.penjelasan import PENJELASAN, Penjelasan

FOLDER = Path(__file__).parent.parent / "docs"
_KELOMPOK = {
    "B": "Berkas", "L": "Lembar", "S": "Sel", "P": "Pegawai", "I": "Indikator", "R": "Realisasi", "K": "Perilaku",
    "A": "Aturan", "W": "Periode", "U": "Survei kepuasan", "T": "Waktu layanan", "N": "Nilai dari sumber lain",
    "O": "Keberatan", "D": "Tindak lanjut", "V": "Register inovasi", "X": "Lain-lain",
}  # fmt: skip


def _baris(jenis: Jenis) -> str:
    return f"| [{jenis.kode}](temuan/{jenis.kode}.md) | {jenis.tingkat.value} | {jenis.judul} | {jenis.pesan} |"


def halaman_temuan() -> str:
    baris = [
        "# Temuan",
        "",
        "Halaman ini dibuat dari katalog program (`alat/buat_dokumen.py`). Arti sebuah kode tidak pernah berubah.",
        "",
        "**GALAT** menghentikan `kinerja hitung`; **PERINGATAN** perlu dilihat; **INFO** mengatakan apa yang dilakukan.",
        "Bagian dalam kurung kurawal diganti dengan isi sel yang ditemukan. `kinerja temuan KODE` menampilkan hal yang sama.",
    ]
    sebelumnya = ""
    for jenis in KATALOG.values():
        if jenis.kode[0] != sebelumnya:
            sebelumnya = jenis.kode[0]
            baris += ["", f"## {_KELOMPOK[sebelumnya]}", ""]
            baris += ["| Kode | Tingkat | Apa | Yang tercetak |", "|---|---|---|---|"]
        baris.append(_baris(jenis))
    return "\n".join(baris) + "\n"


def halaman_satu(p: Penjelasan) -> str:
    letak = f"`{p.contoh.letak}`: " if str(p.contoh.letak) else ""
    baris = [
        f"# {p.jenis.kode} {p.jenis.judul}",
        "",
        f"Tingkat: **{p.jenis.tingkat.value}**. [Semua temuan](../temuan.md)",
        "",
        "## Contoh",
        "",
        f"> {letak}{p.contoh.pesan}",
        ">",
        f"> → {p.contoh.saran}",
        "",
        "## Mengapa penting",
        "",
        p.mengapa,
        "",
    ]
    for nama, langkah in (("Excel dan WPS", p.cara.excel), ("LibreOffice", p.cara.libreoffice)):
        baris += [f"## Cara membetulkan di {nama}", "", *(f"{i}. {satu}" for i, satu in enumerate(langkah, 1)), ""]
    return "\n".join(baris)


def semua_halaman() -> dict[str, str]:
    return {"temuan.md": halaman_temuan()} | {f"temuan/{k}.md": halaman_satu(p) for k, p in PENJELASAN.items()}


if __name__ == "__main__":
    (FOLDER / "temuan").mkdir(exist_ok=True)
    for nama, isi in semua_halaman().items():
        (FOLDER / nama).write_text(isi, encoding="utf-8", newline="\n")
