"""What a workbook part tells: its sheets, the family of its namespaces, and where a new sheet's entry goes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kinerja_cli.writers.sunting.galat import SuntingGagal
from kinerja_cli.writers.sunting.paket import Paket
from kinerja_cli.writers.sunting.xml import Suntingan, Unsur, tambah_anak, terapkan, ubah_atribut, urai

STRICT = "http://purl.oclc.org/ooxml/"
_SETELAH_CALC_PR = frozenset(
    {"oleSize", "customWorkbookViews", "pivotCaches", "smartTagPr", "smartTagTypes", "webPublishing", "fileRecoveryPr"}
    | {"webPublishObjects", "extLst", "AlternateContent"}
)
_RUMUS = re.compile(rb"<(?:\w+:)?f[\s>/]")


@dataclass(frozen=True)
class Buku:
    """The workbook part.

    Attributes:
        bagian: its name in the container.
        xml, akar: its bytes and elements.
        lembar: the part of each sheet by name, in the order of the tabs.
    """

    bagian: str
    xml: bytes
    akar: Unsur
    lembar: dict[str, str]

    @property
    def ns(self) -> str:
        """The namespace of spreadsheets in this workbook; transitional or strict."""
        return self.akar.atribut.get("xmlns" if not self.akar.awalan else f"xmlns:{self.akar.awalan[:-1]}", "")

    @property
    def ns_hubungan(self) -> str:
        """The namespace of relations; before a slash and a word it is also the type of a relation."""
        if self.ns.startswith(STRICT):
            return STRICT + "officeDocument/relationships"
        return "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    def bagian_lembar(self, nama: str) -> str:
        """Give a sheet's part.

        Raises:
            SuntingGagal: no such sheet.
        """
        try:
            return self.lembar[nama]
        except KeyError as e:
            raise SuntingGagal(f"lembar {nama} tidak ditemukan") from e


def buka_buku(paket: Paket) -> Buku:
    """Read the workbook part.

    Raises:
        SuntingGagal: it isn't there.
    """
    bagian = paket.satu("", "officeDocument")
    if bagian is None:
        raise SuntingGagal("bagian utamanya tidak ada")
    xml = paket.baca(bagian)
    akar = urai(xml)
    sasaran = {h.id: h.sasaran for h in paket.hubungan(bagian)}
    daftar = akar.cari("sheets")
    lembar = {}
    for unsur in daftar.anak if daftar else ():
        id_hubungan = next((nilai for k, nilai in unsur.atribut.items() if k.endswith(":id")), "")
        lembar[unsur.atribut.get("name", "")] = sasaran.get(id_hubungan, "")
    return Buku(bagian, xml, akar, lembar)


def hitung_ulang(paket: Paket, buku: Buku) -> None:
    """Have Excel compute formulas when it opens the workbook: their stored results may lean on a changed cell."""
    if not any(_RUMUS.search(paket.baca(bagian)) for bagian in buku.lembar.values() if paket.ada(bagian)):
        return
    calc_pr = buku.akar.cari("calcPr")
    suntingan: list[Suntingan]
    if calc_pr:
        suntingan = ubah_atribut(buku.xml, calc_pr, {"fullCalcOnLoad": "1"})
    else:
        unsur = f'<{buku.akar.awalan}calcPr fullCalcOnLoad="1"/>'.encode()
        suntingan = [tambah_anak(buku.akar, unsur, _SETELAH_CALC_PR)]
    paket.tulis(buku.bagian, terapkan(buku.xml, suntingan))


def buang_calc_chain(paket: Paket, buku: Buku) -> None:
    """Drop the list of formula cells, which must not name a cell that holds none; Excel makes it anew."""
    if rantai := paket.satu(buku.bagian, "calcChain"):
        paket.lepas(buku.bagian, rantai)
        paket.hapus(rantai)
