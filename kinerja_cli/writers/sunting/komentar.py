"""Comments on cells: the comments part, and the VML drawing without which Excel shows none."""

from __future__ import annotations

import math
import re
import uuid
from collections.abc import Mapping

from kinerja_cli.writers.sunting.buku import Buku, id_hubungan
from kinerja_cli.writers.sunting.galat import SuntingGagal
from kinerja_cli.writers.sunting.paket import KEPALA_XML, Paket
from kinerja_cli.writers.sunting.sel import BARIS_TERAKHIR, KOLOM_TERAKHIR, Tempat, alamat
from kinerja_cli.writers.sunting.xml import Suntingan, Unsur, kutip, lolos, tambah_anak, terapkan, urai

_PENULIS = "kinerja"
_JENIS_KOMENTAR = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_JENIS_VML = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_SETELAH_LEGACY_DRAWING = frozenset(
    {"legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst"}
    | {"AlternateContent"}
)
_NS_VML = {
    b"v": b"urn:schemas-microsoft-com:vml",
    b"o": b"urn:schemas-microsoft-com:office:office",
    b"x": b"urn:schemas-microsoft-com:office:excel",
}
_AKAR_VML = re.compile(rb"<xml(?:\s[^>]*)?>")
_VML_KOSONG = (
    b'<xml xmlns:v="%(v)s" xmlns:o="%(o)s" xmlns:x="%(x)s"><o:shapelayout v:ext="edit">'
    b'<o:idmap v:ext="edit" data="%(blok)d"/></o:shapelayout></xml>'
)
_JENIS_BENTUK = (
    b'<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    b'<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_BLOK_ID = 1024
_LEBAR_KOLOM, _HURUF_SEBARIS = 5, 52
_ORANG = uuid.UUID("5d9d1c1e-3f0a-5b8c-9a55-6b1f0c5a1e01")
"""The person under whose name replies to threaded comments stand."""


def beri_komentar(paket: Paket, buku: Buku, bagian: str, akar: Unsur, komentar: Mapping[Tempat, str]) -> list[Suntingan]:
    """Add comments to a sheet's cells; where a cell has one, the text goes before what it says.

    Args:
        paket: its comments part and drawing are written.
        buku: the workbook.
        bagian: the sheet's part.
        akar: its elements.
        komentar: by cell.

    Returns:
        What must change in the sheet's part.
    """
    lama = paket.satu(bagian, "comments")
    if lama is None:
        lama = paket.nama_baru("xl/comments{}.xml")
        isi = f'<comments xmlns="{buku.ns}"><authors/><commentList/></comments>'
        paket.tambah(lama, KEPALA_XML + isi.encode(), _JENIS_KOMENTAR)
        paket.hubungkan(bagian, f"{buku.ns_hubungan}/comments", lama)
    xml, tanpa_bentuk = _tulis_komentar(paket.baca(lama), komentar)
    paket.tulis(lama, xml)
    _balas_utas(paket, buku, bagian, komentar)
    return _gambar(paket, buku, bagian, akar, {t: komentar[t] for t in tanpa_bentuk})


def _tulis_komentar(xml: bytes, komentar: Mapping[Tempat, str]) -> tuple[bytes, list[Tempat]]:
    """Give the comments part with the new ones in it, and the cells that had none."""
    akar = urai(xml)
    penulis, daftar = akar.cari("authors"), akar.cari("commentList")
    if penulis is None or daftar is None:
        raise SuntingGagal("daftar komentarnya tidak lengkap")
    a = akar.awalan
    ada = {u.atribut.get("ref", ""): u for u in daftar.anak}
    suntingan = [tambah_anak(penulis, f"<{a}author>{_PENULIS}</{a}author>".encode())]
    baru, kosong = [], []
    for t in sorted(komentar):
        unsur = ada.get(alamat(t))
        teks = unsur.cari("text") if unsur else None
        if unsur is None or teks is None:
            kosong.append(t)
            baru.append(
                f'<{a}comment ref="{alamat(t)}" authorId="{len(penulis.anak)}">'
                f"<{a}text>{_potongan(a, komentar[t])}</{a}text></{a}comment>"
            )
        else:
            suntingan += _mendahului(teks, _potongan(a, komentar[t] + "\n\n"))
    if baru:
        suntingan.append(tambah_anak(daftar, "".join(baru).encode()))
    return terapkan(xml, suntingan), kosong


def _mendahului(teks: Unsur, potongan: str) -> list[Suntingan]:
    """Put a run before a comment's text, which itself becomes a run where it was plain."""
    polos = teks.cari("t")
    if polos is None:
        return [(teks.isi, teks.isi, potongan.encode())] if teks.isi != teks.akhir else [tambah_anak(teks, potongan.encode())]
    a = teks.awalan
    return [(polos.awal, polos.awal, f"{potongan}<{a}r>".encode()), (polos.akhir, polos.akhir, f"</{a}r>".encode())]


def _potongan(a: str, teks: str) -> str:
    huruf = f'<{a}sz val="9"/><{a}color indexed="81"/><{a}rFont val="Tahoma"/><{a}family val="2"/>'
    return f'<{a}r><{a}rPr>{huruf}</{a}rPr><{a}t xml:space="preserve">{lolos(teks)}</{a}t></{a}r>'


def _gambar(paket: Paket, buku: Buku, bagian: str, akar: Unsur, komentar: Mapping[Tempat, str]) -> list[Suntingan]:
    """Draw the boxes in which new comments stand."""
    if not komentar:
        return []
    suntingan: list[Suntingan] = []
    lama = akar.cari("legacyDrawing")
    if lama:
        id_lama = next((nilai for k, nilai in lama.atribut.items() if k.endswith(":id")), "")
        vml = next((h.sasaran for h in paket.hubungan(bagian) if h.id == id_lama), "")
    else:
        vml = paket.nama_baru("xl/drawings/vmlDrawing{}.vml")
        paket.tambah(vml, _VML_KOSONG % {**_NS_VML, b"blok": _blok_baru(paket)}, _JENIS_VML)
        id_baru = paket.hubungkan(bagian, f"{buku.ns_hubungan}/vmlDrawing", vml)
        unsur = f"<{akar.awalan}legacyDrawing {id_hubungan(akar, buku, id_baru)}/>"
        suntingan.append(tambah_anak(akar, unsur.encode(), _SETELAH_LEGACY_DRAWING))
    paket.tulis(vml, _tambah_bentuk(paket.baca(vml), komentar))
    return suntingan


def _blok_baru(paket: Paket) -> int:
    """Give a block of shape numbers that no drawing of the workbook uses."""
    terpakai = [
        int(nomor)
        for nama in paket.semua(".vml")
        for cocok in re.finditer(rb":idmap[^>]*\bdata=[\"']([\d,]+)", paket.baca(nama))
        for nomor in cocok[1].split(b",")
        if nomor
    ]
    return max(terpakai, default=0) + 1


def _tambah_bentuk(xml: bytes, komentar: Mapping[Tempat, str]) -> bytes:
    """Put boxes at the end of a drawing. Excel's own drawings aren't always well-formed XML, so it isn't parsed."""
    akar = _AKAR_VML.search(xml)
    akhir = xml.rfind(b"</xml>")
    if akar is None or akhir < akar.end():
        raise SuntingGagal("gambar komentarnya tidak dikenal")
    kurang = b"".join(
        b' xmlns:%s="%s"' % (a, ns)
        for a, ns in _NS_VML.items()
        if not re.search(rb"\sxmlns:%s=[\"']%s[\"']" % (a, ns), akar[0])
    )
    nomor = [int(n) for n in re.findall(rb"_x0000_s(\d+)", xml)]
    blok = re.search(rb":idmap[^>]*\bdata=[\"'](\d+)", xml)
    pertama = max(nomor, default=int(blok[1] if blok else 1) * _BLOK_ID) + 1
    bentuk = [_bentuk(pertama + i, t, komentar[t]).encode() for i, t in enumerate(sorted(komentar))]
    jenis = b"" if re.search(rb":shapetype[^>]*\bid=[\"']_x0000_t202[\"']", xml) else _JENIS_BENTUK
    sisip = akar.end() - 1
    return xml[:sisip] + kurang + xml[sisip:akhir] + jenis + b"".join(bentuk) + xml[akhir:]


def _bentuk(nomor: int, t: Tempat, teks: str) -> str:
    baris, kolom = t
    tinggi = sum(math.ceil((len(satu) + 1) / _HURUF_SEBARIS) for satu in teks.split("\n"))
    kiri = min(kolom + 1, KOLOM_TERAKHIR - _LEBAR_KOLOM)
    atas = min(max(baris - 1, 0), BARIS_TERAKHIR - tinggi)
    return (
        f'<v:shape id="_x0000_s{nomor}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1"'
        ' o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/>'
        '<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div>'
        '</v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
        f"<x:Anchor>{kiri}, 15, {atas}, 10, {kiri + _LEBAR_KOLOM}, 15, {atas + tinggi}, 4</x:Anchor>"
        "<x:AutoFill>False</x:AutoFill>"
        f"<x:Row>{baris}</x:Row><x:Column>{kolom}</x:Column></x:ClientData></v:shape>"
    )


def _balas_utas(paket: Paket, buku: Buku, bagian: str, komentar: Mapping[Tempat, str]) -> None:
    """Reply in threaded comments: on such a cell newer Excels show the thread and not the comment."""
    utas = paket.satu(bagian, "threadedComment")
    orang = paket.satu(buku.bagian, "person")
    if utas is None or orang is None:
        return
    xml = paket.baca(utas)
    akar = urai(xml)
    balasan = ""
    for t in sorted(komentar):
        seutas = [u for u in akar.anak if u.atribut.get("ref") == alamat(t)]
        pangkal = next((u for u in seutas if "parentId" not in u.atribut), None)
        if pangkal is not None:
            a = akar.awalan
            waktu = max(u.atribut.get("dT", "") for u in seutas)
            balasan += (
                f'<{a}threadedComment ref="{alamat(t)}" dT={kutip(waktu)} personId="{_guid(_ORANG)}"'
                f' id="{_guid(uuid.uuid5(_ORANG, f"{bagian}!{alamat(t)}"))}" parentId={kutip(pangkal.atribut.get("id", ""))}>'
                f"<{a}text>{lolos(komentar[t])}</{a}text></{a}threadedComment>"
            )
    if not balasan:
        return
    paket.tulis(utas, terapkan(xml, [tambah_anak(akar, balasan.encode())]))
    xml = paket.baca(orang)
    akar = urai(xml)
    if all(u.atribut.get("id") != _guid(_ORANG) for u in akar.anak):
        kata = f'<{akar.awalan}person displayName="{_PENULIS}" id="{_guid(_ORANG)}" userId="{_PENULIS}" providerId="None"/>'
        paket.tulis(orang, terapkan(xml, [tambah_anak(akar, kata.encode())]))


def _guid(satu: uuid.UUID) -> str:
    return f"{{{str(satu).upper()}}}"
