"""What a workbook part tells: its sheets, the family of its namespaces, and where a new sheet's entry goes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kinerja_cli.writers.sunting.galat import SuntingGagal
from kinerja_cli.writers.sunting.paket import Paket
from kinerja_cli.writers.sunting.xml import Suntingan, Unsur, bilangan, kutip, tambah_anak, terapkan, ubah_atribut, urai

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


def id_hubungan(akar: Unsur, buku: Buku, nilai: str) -> str:
    """Write the attribute that names a relation, with the prefix that a part has for it or one declared on the spot."""
    awalan = next(
        (k.removeprefix("xmlns:") for k, ns in akar.atribut.items() if k != "xmlns" and ns == buku.ns_hubungan), None
    )
    return f'{awalan}:id="{nilai}"' if awalan else f'xmlns:r="{buku.ns_hubungan}" r:id="{nilai}"'


def lembar_pertama(paket: Paket, buku: Buku, bagian: str, nama: str) -> None:
    """Enter a new sheet before all others; the workbook opens on it.

    Args:
        paket: its workbook part is written.
        buku: the workbook.
        bagian: the sheet's part.
        nama: its name.
    """
    daftar = buku.akar.cari("sheets")
    if daftar is None or not daftar.anak:
        raise SuntingGagal("daftar lembarnya tidak ada")
    nomor = max(bilangan(u, "sheetId") for u in daftar.anak) + 1
    id_baru = id_hubungan(buku.akar, buku, paket.hubungkan(buku.bagian, f"{buku.ns_hubungan}/worksheet", bagian))
    unsur = f'<{daftar.anak[0].awalan}sheet name={kutip(nama)} sheetId="{nomor}" {id_baru}/>'
    suntingan = [tambah_anak(daftar, unsur.encode(), ("sheet",))]
    for anak in buku.akar.anak:
        if anak.nama == "bookViews":
            for jendela in anak.anak:
                suntingan += ubah_atribut(buku.xml, jendela, {"activeTab": None, "firstSheet": None})
        elif anak.nama == "definedNames":
            for satu in anak.anak:
                if "localSheetId" in satu.atribut:
                    geser = str(bilangan(satu, "localSheetId") + 1)
                    suntingan += ubah_atribut(buku.xml, satu, {"localSheetId": geser})
    paket.tulis(buku.bagian, terapkan(buku.xml, suntingan))


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
