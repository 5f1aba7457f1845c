"""The sheet Pegawai of a dinas: everybody with a result by rank, live from Rincian."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xlsxwriter.utility import xl_col_to_name

from kinerja_cli.core.aturan import Aturan
from kinerja_cli.core.laporan import OrangRinci
from kinerja_cli.core.rumus import PENYEBUT_AMAN
from kinerja_cli.writers.buku import BARIS_KEPALA, Kolom
from kinerja_cli.writers.excel import rumus
from kinerja_cli.writers.excel.rincian import Blok, IsiRincian
from kinerja_cli.writers.sel_cepat import Nilai

ORANG = (Kolom("NIP", 21, "nip"), Kolom("Nama", 28), Kolom("Jabatan", 28), Kolom("Golongan", 14))


def kolom_hasil(aturan: Aturan) -> list[Kolom]:
    """Head a person's result: the number, or the two ratings; and the category."""
    if aturan.berangka:
        return [*(Kolom(a, 13, "persen") for a in aturan.aspek), Kolom("Nilai", 9, "persen"), Kolom("Predikat", 14)]
    return [Kolom("Hasil kerja", 20), Kolom("Perilaku", 20), Kolom("Predikat", 16)]


def kolom_peringkat(aturan: Aturan, judul: str, lebar: float) -> list[Kolom]:
    """Head a rank; nobody has one where there is no number."""
    return [Kolom(judul, lebar, "bulat")] if aturan.berangka else []


def kolom_pegawai(aturan: Aturan) -> list[Kolom]:
    """Head the sheet."""
    return [
        *kolom_peringkat(aturan, "Peringkat", 9),
        *ORANG,
        Kolom("Unit Kerja", 24),
        *kolom_hasil(aturan),
        *kolom_peringkat(aturan, "Peringkat se-daerah", 11),
        Kolom("Catatan", 28),
    ]


class IsiPegawai:
    """The rows of the sheet, from the second row of numbers on people who stand in Rincian at ``blok``."""

    def __init__(self, orang: Sequence[OrangRinci], blok: Sequence[Blok | None], isi: IsiRincian, aturan: Aturan) -> None:
        self._orang, self._blok, self._isi, self._aturan = orang, blok, isi, aturan
        self.huruf = {k.judul: xl_col_to_name(i) for i, k in enumerate(kolom_pegawai(aturan))}
        self.awal, self.akhir = BARIS_KEPALA + 2, BARIS_KEPALA + 1 + len(orang)
        self._berperingkat = [o.peringkat_dinas for o in orang] == _peringkat([o.nilai for o in orang])

    def rentang(self, judul: str) -> str:
        """Give a column of the table, for a formula of another sheet."""
        h = self.huruf[judul]
        return f"Pegawai!${h}${self.awal}:${h}${self.akhir}"

    def sel_predikat(self, ke: int) -> Nilai:
        """Give the formula that takes over a person's category, for Rincian."""
        return self._isi.hidup(self._orang[ke].predikat, f"Pegawai!{self.huruf['Predikat']}{{}}".format, self.awal + ke)

    def baris(self) -> Iterator[tuple[Nilai, ...]]:
        """Give the rows."""
        buat = self._berangka if self._aturan.berangka else self._bersebutan
        for ke, (o, blok) in enumerate(zip(self._orang, self._blok, strict=True)):
            yield buat(o, blok, self.awal + ke)

    def _berangka(self, o: OrangRinci, blok: Blok | None, baris: int) -> tuple[Nilai, ...]:
        assert o.nilai is not None
        assert blok
        h, letak, hidup = self.huruf, self._isi.huruf, self._isi.hidup
        sel = f"{h['Nilai']}{baris}"
        peringkat: Nilai = o.peringkat_dinas
        if self._berperingkat:
            peringkat = hidup(o.peringkat_dinas, rumus.peringkat, sel, f"{h['Nilai']}${self.awal}:{h['Nilai']}${self.akhir}")
        aspek = (self._aspek(o, blok, nama, n, sel) for nama, n in zip(self._aturan.aspek, o.aspek, strict=True))
        return (
            peringkat,
            *(o.nip, o.nama, o.jabatan, o.golongan, o.unit_kerja),
            *aspek,
            hidup(o.nilai / 100, f"Rincian!{letak.nilai}{{}}".format, blok.jumlah),
            hidup(o.predikat, rumus.predikat, self._aturan, sel, punya_ide=self._punya_ide(o)),
            o.peringkat,
            o.catatan,
        )

    def _aspek(self, o: OrangRinci, blok: Blok, nama: str, nilai: int | None, sel: str) -> Nilai:
        angka = None if nilai is None else nilai / 100
        if o.pembagi > PENYEBUT_AMAN:
            return angka
        return self._isi.hidup(
            angka, self._isi.rumusan.aspek, f"{self.huruf[nama]}${BARIS_KEPALA + 1}", sel, blok.awal, blok.akhir
        )

    def _punya_ide(self, o: OrangRinci) -> bool:
        return bool(o.ide_baru) or any(p.nama == o.predikat and p.syarat == "ide_baru" for p in self._aturan.predikat)

    def _bersebutan(self, o: OrangRinci, blok: Blok | None, baris: int) -> tuple[Nilai, ...]:
        matriks, h, hidup = self._aturan.matriks, self.huruf, self._isi.hidup
        assert matriks
        kerja: Nilai = o.hasil_kerja
        if self._aturan.perlu_indikator and blok:
            kerja = hidup(o.hasil_kerja, rumus.hasil_kerja, matriks, f"Rincian!{self._isi.huruf.nilai}{blok.jumlah}")
        sel = (f"{h['Hasil kerja']}{baris}", f"{h['Perilaku']}{baris}")
        return (
            *(o.nip, o.nama, o.jabatan, o.golongan, o.unit_kerja),
            *(kerja, o.perilaku, hidup(o.predikat, rumus.menurut_matriks, matriks, *sel), o.catatan),
        )


def _peringkat(nilai: Sequence[int | None]) -> list[int]:
    """Rank numbers that stand from the top, as a sheet's RANK does; it isn't the dinas' where people serve in several."""
    hasil: list[int] = []
    for ke, n in enumerate(nilai):
        hasil.append(hasil[-1] if ke and n == nilai[ke - 1] else ke + 1)
    return hasil
