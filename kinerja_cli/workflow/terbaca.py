"""Workbooks read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kinerja_cli.core.lembar import Lembar
from kinerja_cli.core.temuan import Letak, Temuan
from kinerja_cli.core.titipan import Titipan, kenali
from kinerja_cli.readers.buku_kerja import Bacaan
from kinerja_cli.readers.pekerja import baca_semua
from kinerja_cli.workflow.berkas import Berkas


@dataclass(frozen=True)
class Terbaca:
    """Workbooks with what a reader gave of each, sorted by name and content, so that their order changes nothing."""

    isi: tuple[tuple[Berkas, Bacaan], ...]

    @property
    def berkas(self) -> tuple[Berkas, ...]:
        """The workbooks that could be read."""
        return tuple(b for b, bacaan in self.isi if bacaan.lembar)

    @property
    def lembar(self) -> tuple[Lembar, ...]:
        """All their sheets."""
        return tuple(lembar for _, bacaan in self.isi for lembar in bacaan.lembar)

    @property
    def temuan(self) -> tuple[Temuan, ...]:
        """What was wrong with the files themselves."""
        return tuple(t for _, bacaan in self.isi for t in bacaan.temuan)

    @property
    def titipan(self) -> Mapping[str, Titipan]:
        """What the small files of values from elsewhere say of themselves, by ``sebutan``."""
        return {lembar.berkas: t for lembar in self.lembar if isinstance(t := kenali(lembar), Titipan)}

    @property
    def putusan(self) -> Mapping[str, str]:
        """The objections whose decisions are among them, by the hash of the file."""
        titipan = self.titipan
        return {b.sha256: t.keputusan for b in self.berkas if (t := titipan.get(b.sebutan)) and t.keputusan}

    def tambah(self, lain: Terbaca) -> Terbaca:
        """Put the workbooks of two together; names are told apart anew."""
        return _susun((*self.isi, *lain.isi))

    def tanpa(self, sha256: Collection[str]) -> Terbaca:
        """Leave some workbooks out."""
        return _susun(satu for satu in self.isi if satu[0].sha256 not in sha256)


def baca(berkas: Iterable[Berkas]) -> Terbaca:
    """Read workbooks; a bad one is a finding, and the others are read all the same."""
    semua = tuple(berkas)
    return _susun(zip(semua, baca_semua([(b.nama, b.isi) for b in semua]), strict=True))


def putusan_dari_luar(terbaca: Terbaca, selain: Sequence[Berkas] = ()) -> tuple[Temuan, ...]:
    """Find decisions on objections that come as files, but for the program's own: one counts only where it is recorded."""
    putusan, sendiri = terbaca.putusan, {b.sha256 for b in selain}
    dari_luar = (b for b in terbaca.berkas if b.sha256 in putusan.keys() - sendiri)
    return tuple(Temuan("O03", Letak(b.sebutan), putusan[b.sha256]) for b in dari_luar)


def _susun(isi: Iterable[tuple[Berkas, Bacaan]]) -> Terbaca:
    """Sort by name and content; where two files share a name, both go by the name that ``sumber/`` gives them."""
    urut = sorted(isi, key=lambda satu: (satu[0].nama, satu[0].sha256))
    jumlah = Counter(b.nama for b, _ in urut)
    return Terbaca(tuple(_sebut(b, bacaan, b.nama_simpanan if jumlah[b.nama] > 1 else b.nama) for b, bacaan in urut))


def _sebut(berkas: Berkas, bacaan: Bacaan, sebutan: str) -> tuple[Berkas, Bacaan]:
    if berkas.sebutan == sebutan:
        return berkas, bacaan
    lembar = tuple(replace(lembar, berkas=sebutan) for lembar in bacaan.lembar)
    temuan = tuple(replace(t, letak=replace(t.letak, berkas=sebutan)) for t in bacaan.temuan)
    return replace(berkas, sebutan=sebutan), Bacaan(lembar, temuan)
