"""Why somebody is proposed, in the figures of the months on which it rests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kinerja_cli.core.angka import cetak_persen, gaya_indonesia, teks_skala
from kinerja_cli.core.lanjut.aturan import AturanUsulan, Kotak, Tren
from kinerja_cli.core.lanjut.bulan import BulanOrang
from kinerja_cli.core.periode import Periode, cetak_rentang


def cetak_batas(seperseratus: int) -> str:
    """Print a limit as short as it is: 7000 → "70"."""
    return gaya_indonesia(teks_skala(seperseratus, 2))


def sebut_kotak(k: Kotak) -> str:
    """Name a talent box by its two levels."""
    return f"kotak talenta {k.nomor} (kinerja {k.kinerja}, potensial {k.potensial})"


def kata_bulan(periode: Periode, o: BulanOrang) -> str:
    """Say what one month held: "Januari 2025 112,30 Sangat Baik"."""
    nilai = f" {cetak_persen(o.nilai)}" if o.nilai is not None else ""
    return f"{periode.nama}{nilai} {o.predikat}"


def kata_kurang(bulan: Sequence[Periode], sebab: Mapping[Periode, str]) -> str:
    """Say why months can't be used; without a reason of its own, a month wasn't scored."""
    menurut_sebab: dict[str, list[str]] = {}
    for p in bulan:
        menurut_sebab.setdefault(sebab.get(p, "belum dihitung"), []).append(p.nama)
    return "; ".join(f"{', '.join(nama)} {satu}" for satu, nama in menurut_sebab.items())


def kata_alasan(
    a: AturanUsulan, perlu: Sequence[Periode], bulan: Sequence[BulanOrang], aspek: Sequence[str], kotak: Kotak | None
) -> str:
    """Say in one line why a rule fired.

    Args:
        a: the rule.
        perlu: its months, oldest first.
        bulan: what they held.
        aspek: the aspects that are low in all of them, where the rule asks for that.
        kotak: the talent box, where it is known.
    """
    s = a.syarat
    bagian = [sebut_kotak(kotak)] if s.kotak and kotak else []
    if s.predikat:
        bagian.append(" lalu ".join(dict.fromkeys(o.predikat for o in bulan)))
    if s.aspek_di_bawah is not None:
        rendah = "; ".join(f"{n} {_deret([o.aspek[n] for o in bulan])}" for n in aspek)
        bagian.append(f"{rendah}, di bawah {cetak_batas(s.aspek_di_bawah)}")
    if s.aspek_mulai is not None:
        bagian.append(f"setiap aspek paling sedikit {cetak_batas(s.aspek_mulai)}")
    nilai = [o.nilai for o in bulan if o.nilai is not None]
    if nilai and s.aspek_di_bawah is None:
        bagian.append(f"nilai {_deret(nilai)}")
    if s.tren:
        bagian.append(f"{'naik' if s.tren is Tren.NAIK else 'turun'} {cetak_persen(abs(nilai[-1] - nilai[0]))}")
    return f"{a.nama}: {', '.join(bagian)} ({cetak_rentang(perlu[0], perlu[-1])})"


def _deret(nilai: Sequence[int]) -> str:
    return " → ".join(map(cetak_persen, nilai))
