"""Saved months → proposals: which rule a person fulfils, on which months, and what speaks against it.

A proposal is for review; the officials in charge decide. Pure: :func:`usulkan` is all that a report needs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import pairwise
from types import MappingProxyType

from kinerja_cli.core import nip as nip_
from kinerja_cli.core.angka import cetak_persen
from kinerja_cli.core.lanjut.aturan import AturanLanjut, AturanUsulan, Jenis, Kotak, Pertentangan, Syarat, Tren
from kinerja_cli.core.lanjut.bulan import BulanOrang, BulanTersimpan, jendela, menurut_periode
from kinerja_cli.core.lanjut.kata import cetak_batas, kata_alasan, kata_bulan, kata_kurang, sebut_kotak
from kinerja_cli.core.periode import Periode

DIUSULKAN = "diusulkan untuk ditinjau"
"""Stands beside every proposal."""
BELUM_CUKUP = "belum cukup data"

Rekam = Mapping[Periode, BulanOrang]
"""A person's months that have a result."""


@dataclass(frozen=True)
class Alasan:
    """One rule that fired: the months on which it rests, what they held, and the same in one line."""

    aturan: AturanUsulan
    bulan: tuple[Periode, ...]
    angka: tuple[BulanOrang, ...]
    kata: str


@dataclass(frozen=True)
class Usulan:
    """A person proposed for one thing, by one rule or several.

    Attributes:
        orang: as in the latest month.
        kotak: the talent box; None: potential or category isn't known.
        pertentangan: what speaks against it.
        catatan: what must be known beside the figures, such as a move.
    """

    jenis: Jenis
    orang: BulanOrang
    alasan: tuple[Alasan, ...]
    kotak: Kotak | None
    pertentangan: tuple[str, ...]
    catatan: tuple[str, ...]

    @property
    def kalimat(self) -> str:
        """The proposal in one line, its contradictions with it."""
        tetapi = f", tetapi {'; '.join(self.pertentangan)}" if self.pertentangan else ""
        return f"{self.jenis}{tetapi}"


@dataclass(frozen=True)
class BelumCukup:
    """A person whose months don't suffice: which are missing, each with why, and for which kinds of proposal."""

    orang: BulanOrang
    kurang: tuple[tuple[Periode, str], ...]
    jenis: tuple[Jenis, ...]


@dataclass(frozen=True)
class Dikecualikan:
    """A person who fulfils a rule of promosi and is not proposed, with why."""

    orang: BulanOrang
    sebab: str
    alasan: tuple[Alasan, ...]


@dataclass(frozen=True)
class Tertunda:
    """A rule that can't be judged for anybody, with why."""

    aturan: AturanUsulan
    sebab: str


@dataclass(frozen=True)
class HasilUsulan:
    """What the rules give for a month; proposals by dinas, kind and name, people by dinas and name."""

    usulan: tuple[Usulan, ...]
    belum: tuple[BelumCukup, ...]
    dikecualikan: tuple[Dikecualikan, ...]
    tertunda: tuple[Tertunda, ...]


class _Putusan(Enum):
    YA = 1
    TIDAK = 2
    BELUM = 3


def usulkan(
    semua: Sequence[BulanTersimpan],
    akhir: Periode,
    aturan: AturanLanjut,
    kotak: Mapping[str, Kotak],
    tanpa: Mapping[Periode, str] = MappingProxyType({}),
) -> HasilUsulan:
    """Apply the rules to everybody who is on the list of month ``akhir``.

    A rule needs its months in a row, the last being ``akhir``; where one is missing, what the others say may still refute
    it, and else it is "belum cukup data". People who moved keep their months. PPPK, and anybody whose NIP isn't that of a
    PNS, are never proposed for promosi.

    Args:
        semua: comparable months (:func:`~kinerja_cli.core.lanjut.bulan.sebanding`).
        akhir: the month of the proposals.
        aturan: the rules.
        kotak: talent box by NIP, for those whose potential is known.
        tanpa: why a month isn't among them, where it is saved all the same.
    """
    bulan = menurut_periode(semua)
    dipakai, tertunda = _dapat_dinilai(bulan, akhir, aturan, tanpa, ada_kotak=bool(kotak))
    if not dipakai:
        return HasilUsulan((), (), (), tertunda)
    perlu = {a.id: jendela(akhir, a.berturut) for a in dipakai}
    usulan: list[Usulan] = []
    belum: list[BelumCukup] = []
    dikecualikan: list[Dikecualikan] = []
    for nip, orang in sorted(bulan[akhir].orang.items(), key=lambda satu: (satu[1].dinas, satu[1].nama, satu[0])):
        rekam = {p: o for p, b in bulan.items() if (o := b.orang.get(nip)) and o.dinilai}
        putusan = {a.id: _nilai(a, rekam, perlu[a.id], kotak.get(nip)) for a in dipakai}
        ragu = [a for a in dipakai if putusan[a.id] is _Putusan.BELUM]
        if ragu:
            belum.append(_belum(orang, ragu, rekam, bulan, akhir))
        if _Putusan.YA not in putusan.values():
            continue
        milik: list[Usulan] = []
        for jenis in Jenis:
            alasan = tuple(
                _alasan(a, rekam, perlu[a.id], kotak.get(nip))
                for a in dipakai
                if a.jenis is jenis and putusan[a.id] is _Putusan.YA
            )
            if not alasan:
                continue
            if jenis is Jenis.PROMOSI and not nip_.pns(nip):
                dikecualikan.append(Dikecualikan(orang, _sebab(nip, aturan), alasan))
            else:
                milik.append(Usulan(jenis, orang, alasan, kotak.get(nip), (), _pindah(alasan)))
        usulan += _dengan_pertentangan(milik, aturan.pertentangan)
    urutan = list(Jenis)
    usulan.sort(key=lambda u: (u.orang.dinas, urutan.index(u.jenis)))
    return HasilUsulan(tuple(usulan), tuple(belum), tuple(dikecualikan), tertunda)


def _dapat_dinilai(
    bulan: Mapping[Periode, BulanTersimpan],
    akhir: Periode,
    aturan: AturanLanjut,
    tanpa: Mapping[Periode, str],
    *,
    ada_kotak: bool,
) -> tuple[tuple[AturanUsulan, ...], tuple[Tertunda, ...]]:
    """Part the rules that can be judged from those for which a month, a number or the potential is missing altogether."""
    dipakai: list[AturanUsulan] = []
    tertunda: list[Tertunda] = []
    for a in aturan.usulan:
        s = a.syarat
        perlu = jendela(akhir, a.berturut)
        kurang = [p for p in perlu if p not in bulan]
        ada = [bulan[p] for p in perlu if p in bulan]
        if kurang:
            tertunda.append(Tertunda(a, f"{BELUM_CUKUP}: {kata_kurang(kurang, tanpa)}"))
        elif s.kotak and not ada_kotak:
            tertunda.append(Tertunda(a, "tabel Potensial belum diberikan"))
        elif _perlu_angka(s) and not any(b.berangka for b in ada):
            tertunda.append(Tertunda(a, "aturan penilaian ini tidak memberi angka"))
        elif _perlu_aspek(s) and not any(b.beraspek for b in ada):
            tertunda.append(Tertunda(a, "aturan penilaian ini tidak memberi nilai aspek"))
        else:
            dipakai.append(a)
    return tuple(dipakai), tuple(tertunda)


def _perlu_angka(s: Syarat) -> bool:
    return s.tren is not None or s.nilai_mulai is not None or s.nilai_di_bawah is not None


def _perlu_aspek(s: Syarat) -> bool:
    return s.aspek_mulai is not None or s.aspek_di_bawah is not None


def _nilai(a: AturanUsulan, rekam: Rekam, perlu: Sequence[Periode], kotak: Kotak | None) -> _Putusan:
    s = a.syarat
    if s.kotak and (kotak is None or kotak.nomor not in s.kotak):
        return _Putusan.TIDAK
    ada = [rekam[p] for p in perlu if p in rekam]
    if not all(cocok(s, o) for o in ada) or (s.aspek_di_bawah is not None and ada and not _aspek_bersama(s, ada)):
        return _Putusan.TIDAK
    if s.tren and not all(_searah(s.tren, a, b) for a, b in pairwise(ada)):
        return _Putusan.TIDAK
    if len(ada) < len(perlu):
        return _Putusan.BELUM
    return _Putusan.YA if s.tren is None or _cukup_jauh(s, ada) else _Putusan.TIDAK


def cocok(s: Syarat, o: BulanOrang) -> bool:
    """Tell whether one month fulfils what is asked of each month."""
    return (
        (not s.predikat or o.predikat in s.predikat)
        and (s.nilai_mulai is None or (o.nilai is not None and o.nilai >= s.nilai_mulai))
        and (s.nilai_di_bawah is None or (o.nilai is not None and o.nilai < s.nilai_di_bawah))
        and (s.aspek_mulai is None or (bool(o.aspek) and min(o.aspek.values()) >= s.aspek_mulai))
        and (s.aspek_di_bawah is None or bool(_aspek_bersama(s, [o])))
    )


def _aspek_bersama(s: Syarat, bulan: Sequence[BulanOrang]) -> tuple[str, ...]:
    """Give the aspects that are under the limit in every month."""
    batas = s.aspek_di_bawah
    assert batas is not None
    return tuple(a for a in bulan[-1].aspek if all(a in o.aspek and o.aspek[a] < batas for o in bulan))


def _searah(tren: Tren, dulu: BulanOrang, kini: BulanOrang) -> bool:
    if dulu.nilai is None or kini.nilai is None:
        return False
    return kini.nilai > dulu.nilai if tren is Tren.NAIK else kini.nilai < dulu.nilai


def _cukup_jauh(s: Syarat, bulan: Sequence[BulanOrang]) -> bool:
    awal, akhir = bulan[0].nilai, bulan[-1].nilai
    return awal is not None and akhir is not None and abs(akhir - awal) >= s.tren_selisih


def _alasan(a: AturanUsulan, rekam: Rekam, perlu: Sequence[Periode], kotak: Kotak | None) -> Alasan:
    bulan = tuple(rekam[p] for p in perlu)
    aspek = _aspek_bersama(a.syarat, bulan) if a.syarat.aspek_di_bawah is not None else ()
    return Alasan(a, tuple(perlu), bulan, kata_alasan(a, perlu, bulan, aspek, kotak))


def _belum(
    orang: BulanOrang,
    ragu: Sequence[AturanUsulan],
    rekam: Rekam,
    bulan: Mapping[Periode, BulanTersimpan],
    akhir: Periode,
) -> BelumCukup:
    perlu = sorted({p for a in ragu for p in jendela(akhir, a.berturut) if p not in rekam})
    kurang = []
    for p in perlu:
        ada = bulan[p].orang.get(orang.nip)
        kurang.append((p, (ada.alasan or ada.status) if ada else "belum ada di daftar pegawai"))
    return BelumCukup(orang, tuple(kurang), tuple(j for j in Jenis if any(a.jenis is j for a in ragu)))


def _sebab(nip: str, aturan: AturanLanjut) -> str:
    if nip_.pppk(nip):
        return f"PPPK: {aturan.kata_pppk} ({aturan.dasar_pppk})"
    return "NIP-nya tidak menunjukkan PNS; periksa NIP-nya"


def _pindah(alasan: Sequence[Alasan]) -> tuple[str, ...]:
    """Name the months that a person spent in another dinas: other indicators counted there."""
    bulan = {p: o for satu in alasan for p, o in zip(satu.bulan, satu.angka, strict=True)}
    kini = bulan[max(bulan)].dinas
    return tuple(f"{p.nama} dinilai di {o.dinas}" for p, o in sorted(bulan.items()) if o.dinas != kini)


# What speaks against a proposal -------------------------------------------------------------------------------------


def _dengan_pertentangan(milik: Sequence[Usulan], aturan: Sequence[Pertentangan]) -> list[Usulan]:
    """Give one person's proposals with what speaks against each."""
    ada = {u.jenis for u in milik}
    return [
        replace(u, pertentangan=tuple(k for p in aturan if p.jenis is u.jenis for k in _bertentangan(p, u, ada)))
        for u in milik
    ]


def _bertentangan(p: Pertentangan, u: Usulan, ada: set[Jenis]) -> tuple[str, ...]:
    s = p.syarat
    bulan = {q: o for satu in u.alasan for q, o in zip(satu.bulan, satu.angka, strict=True)}
    urut = [bulan[q] for q in sorted(bulan)]
    if p.bersama and p.bersama not in ada:
        return ()
    if s.kotak and (u.kotak is None or u.kotak.nomor not in s.kotak):
        return ()
    if s.tren and not (len(urut) > 1 and all(_searah(s.tren, a, b) for a, b in pairwise(urut)) and _cukup_jauh(s, urut)):
        return ()
    kena = [(q, o) for q, o in sorted(bulan.items()) if cocok(s, o)]
    if not kena:
        return ()
    kata = [f"juga diusulkan {p.bersama}"] if p.bersama else []
    if s.kotak and u.kotak:
        kata.append(sebut_kotak(u.kotak))
    if s.tren:
        kata.append(f"nilainya {s.tren} terus ({', '.join(cetak_persen(o.nilai or 0) for o in urut)})")
    if s.aspek_di_bawah is not None:
        kata += _kata_aspek(s, s.aspek_di_bawah, kena)
    if s.predikat or s.nilai_mulai is not None or s.nilai_di_bawah is not None or s.aspek_mulai is not None:
        kata.append("; ".join(kata_bulan(q, o) for q, o in kena))
    return tuple(kata)


def _kata_aspek(s: Syarat, batas: int, kena: Sequence[tuple[Periode, BulanOrang]]) -> list[str]:
    semua = dict.fromkeys(a for _, o in kena for a in _aspek_bersama(s, [o]))
    return [
        f"{a} di bawah {cetak_batas(batas)} "
        f"({', '.join(f'{q.nama} {cetak_persen(o.aspek[a])}' for q, o in kena if o.aspek.get(a, batas) < batas)})"
        for a in semua
    ]
