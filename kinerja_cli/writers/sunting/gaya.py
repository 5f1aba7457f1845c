"""Styles: those that a workbook has stay, new ones are added behind."""

from __future__ import annotations

from kinerja_cli.writers.sunting.galat import SuntingGagal
from kinerja_cli.writers.sunting.xml import Suntingan, Unsur, tambah_anak, terapkan, ubah_atribut, urai

_KEDALAMAN = 2


class _Daftar:
    """One list of the styles part, such as ``fills``, with what is added to it."""

    def __init__(self, akar: Unsur, nama: str, anak: str) -> None:
        unsur = akar.cari(nama)
        if unsur is None:
            raise SuntingGagal("daftar gayanya tidak lengkap")
        self.unsur = unsur
        self.lama = unsur.semua(anak)
        self._baru: dict[bytes, int] = {}

    def tambah(self, isi: bytes) -> int:
        """Give the number of an entry; equal ones are added once."""
        return self._baru.setdefault(isi, len(self.lama) + len(self._baru))

    def suntingan(self, xml: bytes) -> list[Suntingan]:
        if not self._baru:
            return []
        jumlah = {"count": str(len(self.lama) + len(self._baru))}
        return [*ubah_atribut(xml, self.unsur, jumlah), tambah_anak(self.unsur, b"".join(self._baru))]


class Gaya:
    """A workbook's styles under way.

    Raises:
        SuntingGagal: the part lacks one of its lists.
    """

    def __init__(self, xml: bytes) -> None:
        self._xml = xml
        akar = urai(xml, _KEDALAMAN)
        self._huruf = _Daftar(akar, "fonts", "font")
        self._isian = _Daftar(akar, "fills", "fill")
        self._garis = _Daftar(akar, "borders", "border")
        self._xf = _Daftar(akar, "cellXfs", "xf")

    def diwarnai(self, gaya: str, warna: str) -> int:
        """Give the style that is another one but for its fill.

        Args:
            gaya: the number of the cell's style.
            warna: RRGGBB.
        """
        if not gaya.isdecimal() or int(gaya) >= len(self._xf.lama):
            raise SuntingGagal(f"gaya nomor {gaya} tidak ada")
        lama = self._xf.lama[int(gaya)]
        ubahan = ubah_atribut(self._xml, lama, {"fillId": str(self._warna(warna)), "applyFill": "1"})
        return self._xf.tambah(
            terapkan(self._xml[: lama.akhir], [(0, lama.awal, b""), *ubahan]),
        )

    def baru(self, huruf: str = "", warna: str = "", *, bungkus: bool = False, garis: bool = False) -> int:
        """Give a new style.

        Args:
            huruf: what stands in its font, such as ``b sz:14 color:FFFFFF``; "" takes the workbook's own.
            warna: RRGGBB of the fill; "" for none.
            bungkus: text is wrapped.
            garis: a thin line around.
        """
        font = self._huruf.tambah(self._susun_huruf(huruf)) if huruf else 0
        fill = self._warna(warna) if warna else 0
        border = self._garis.tambah(self._susun_garis()) if garis else 0
        a = self._xf.unsur.awalan
        wrap = ' wrapText="1"' if bungkus else ""
        return self._xf.tambah(
            f'<{a}xf numFmtId="0" fontId="{font}" fillId="{fill}" borderId="{border}" xfId="0" applyFont="1" applyFill="1"'
            f' applyBorder="1" applyAlignment="1"><{a}alignment vertical="top"{wrap}/></{a}xf>'.encode()
        )

    def hasil(self) -> bytes:
        """Give the part's bytes."""
        daftar = (self._huruf, self._isian, self._garis, self._xf)
        return terapkan(self._xml, [s for satu in daftar for s in satu.suntingan(self._xml)])

    def _warna(self, warna: str) -> int:
        a = self._isian.unsur.awalan
        isi = f'<{a}fgColor rgb="FF{warna}"/><{a}bgColor indexed="64"/>'
        return self._isian.tambah(f'<{a}fill><{a}patternFill patternType="solid">{isi}</{a}patternFill></{a}fill>'.encode())

    def _susun_huruf(self, huruf: str) -> bytes:
        a = self._huruf.unsur.awalan
        isi = ""
        for kata in huruf.split():
            nama, _, nilai = kata.partition(":")
            atribut = {"": "", "color": f' rgb="FF{nilai}"'}.get(nama if nilai else "", f' val="{nilai}"')
            isi += f"<{a}{nama}{atribut}/>"
        return f'<{a}font>{isi}<{a}name val="Calibri"/></{a}font>'.encode()

    def _susun_garis(self) -> bytes:
        a = self._garis.unsur.awalan
        sisi = "".join(
            f'<{a}{s} style="thin"><{a}color rgb="FFC5CCD4"/></{a}{s}>' for s in ("left", "right", "top", "bottom")
        )
        return f"<{a}border>{sisi}<{a}diagonal/></{a}border>".encode()
