"""The document property by which our own workbooks are known."""

from __future__ import annotations

from kinerja_cli.core.lembar import SIFAT
from kinerja_cli.writers.sunting.buku import STRICT, Buku
from kinerja_cli.writers.sunting.galat import SuntingGagal
from kinerja_cli.writers.sunting.paket import KEPALA_XML, Paket
from kinerja_cli.writers.sunting.xml import bilangan, kutip, lolos, tambah_anak, terapkan, urai

_BAGIAN = "docProps/custom.xml"
_JENIS = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_FMTID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_PID_PERTAMA = 2


def beri_sifat(paket: Paket, buku: Buku, nilai: str) -> None:
    """Set the property, in the part of custom properties that the workbook has or in a new one.

    Raises:
        SuntingGagal: its part stands where our reader doesn't look.
    """
    strict = buku.ns.startswith(STRICT)
    pokok = STRICT + "officeDocument" if strict else "http://schemas.openxmlformats.org/officeDocument/2006"
    kata = "customProperties" if strict else "custom-properties"
    bagian = paket.satu("", "custom-properties") or paket.satu("", "customProperties")
    if bagian is None:
        bagian = _BAGIAN
        paket.tambah(bagian, KEPALA_XML + f'<Properties xmlns="{pokok}/{kata}"/>'.encode(), _JENIS)
        paket.hubungkan("", f"{buku.ns_hubungan}/{kata}", bagian)
    if bagian != _BAGIAN:
        raise SuntingGagal(f"sifat dokumennya ada di {bagian}")
    xml = paket.baca(bagian)
    akar = urai(xml)
    lama = [u for u in akar.anak if u.atribut.get("name") == SIFAT]
    pid = max((bilangan(u, "pid") for u in akar.anak), default=_PID_PERTAMA - 1) + 1
    unsur = (
        f'<{akar.awalan}property fmtid="{_FMTID}" pid="{pid}" name={kutip(SIFAT)}>'
        f'<vt:lpwstr xmlns:vt="{pokok}/docPropsVTypes">{lolos(nilai)}</vt:lpwstr></{akar.awalan}property>'
    )
    paket.tulis(bagian, terapkan(xml, [*((u.awal, u.akhir, b"") for u in lama), tambah_anak(akar, unsur.encode())]))
