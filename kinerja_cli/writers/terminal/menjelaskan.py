"""What the explaining commands print."""

from __future__ import annotations

from kinerja_cli.core.tagih import SemuaTagihan

_PEMISAH = "─" * 40


def pesan_tagihan(semua: SemuaTagihan) -> str:
    """Give the messages as plain text, a line between two, so that one can be copied."""
    return f"\n{_PEMISAH}\n".join(d.pesan for d in semua.dinas if d.perlu)


def sesudah_tagih(semua: SemuaTagihan) -> str:
    """Say who owes nothing, and what could be laid at nobody's door."""
    lengkap = [d.dinas for d in semua.dinas if not d.perlu]
    baris = [f"Sudah lengkap untuk {semua.periode.nama}: {'; '.join(lengkap) or 'belum ada'}."]
    if semua.tanpa_dinas:
        baris.append(f"{semua.tanpa_dinas} kesalahan tidak dapat dikaitkan dengan satu dinas; lihat dengan kinerja validasi.")
    return "\n".join(baris)
