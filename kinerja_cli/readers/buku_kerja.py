"""One workbook's bytes → raw sheets. python-calamine reads the cells; what it hides is looked up, a module a format."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import PurePath

import python_calamine as pc

from kinerja_cli.core.lembar import SIFAT_ANOTASI, SIFAT_LAPORAN, SIFAT_PERBAIKAN, Lembar
from kinerja_cli.core.temuan import Letak, Temuan
from kinerja_cli.readers import ods, wadah, xls, xlsb, xlsx
from kinerja_cli.readers.csv_teks import baca_csv
from kinerja_cli.readers.jenis import Jenis, kenali
from kinerja_cli.readers.lihat import BukuSalah, BukuTerlaluBesar, LihatBuku, LihatLembar, periksa_luas


@dataclass(frozen=True)
class Bacaan:
    """What a reader gives of one file: its sheets, or the findings that say why not."""

    lembar: tuple[Lembar, ...] = ()
    temuan: tuple[Temuan, ...] = ()


AKHIRAN = frozenset({".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv"})
"""Files that are taken from a folder; a file that is named is read whatever its name."""

_BUATAN_SENDIRI = {
    SIFAT_LAPORAN: "laporan kinerja",
    SIFAT_ANOTASI: "salinan yang diberi catatan; yang dihitung adalah berkas aslinya",
    SIFAT_PERBAIKAN: "berkas perbaikan, untuk “kinerja perbaikan terapkan”",
}
"""What our own workbooks are, by their document property."""


def baca_buku(nama: str, isi: bytes) -> Bacaan:
    """Read a sender's workbook; our own are passed over (B05).

    Args:
        nama: the file's name, for places.
        isi: its bytes.
    """
    if PurePath(nama).name.startswith("~$"):
        return Bacaan(temuan=(Temuan("B05", Letak(nama), isian=(("sebab", "sedang dibuka di Excel"),)),))
    if kenali(nama, isi) is Jenis.XLSX and (sebab := _BUATAN_SENDIRI.get(xlsx.sifat(isi))):
        return Bacaan(temuan=(Temuan("B05", Letak(nama), isian=(("sebab", sebab),)),))
    return baca_lembar(nama, isi)


def baca_lembar(nama: str, isi: bytes) -> Bacaan:
    """Read a workbook, our own too; see :func:`baca_buku`."""
    jenis = kenali(nama, isi)
    if isinstance(jenis, Temuan):
        return Bacaan(temuan=(jenis,))
    try:
        return _baca(nama, jenis, isi)
    except BukuSalah as e:
        return Bacaan(temuan=(Temuan("B01", Letak(nama), isian=(("sebab", str(e)),)),))
    except BukuTerlaluBesar as e:
        return Bacaan(temuan=(Temuan("B08", Letak(nama), isian=(("sebab", str(e)),)),))
    except pc.PasswordError:
        return Bacaan(temuan=(Temuan("B02", Letak(nama)),))
    except (KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except BaseException:  # calamine's panics are BaseExceptions; whatever it is, the file is broken
        return Bacaan(temuan=(Temuan("B01", Letak(nama), isian=(("sebab", "berkas terpotong atau rusak"),)),))


def _baca(nama: str, jenis: Jenis, isi: bytes) -> Bacaan:
    match jenis:
        case Jenis.CSV:
            baris = baca_csv(isi)
            periksa_luas(len(baris), max(map(len, baris), default=0))
            return Bacaan((Lembar(nama, "", baris, teks_saja=True),))
        case Jenis.XLSX:
            return _calamine(nama, isi, xlsx.lihat(wadah.buka(isi)))
        case Jenis.XLSB:
            return _calamine(nama, isi, xlsb.lihat(wadah.buka(isi)))
        case Jenis.ODS:
            return _calamine(nama, isi, ods.lihat(wadah.buka(isi)))
        case Jenis.XLS:
            return _calamine(nama, isi, xls.lihat(isi))


def _calamine(nama: str, isi: bytes, lihat: LihatBuku) -> Bacaan:
    with pc.CalamineWorkbook.from_filelike(io.BytesIO(isi)) as buku:
        lembar = []
        for meta in buku.sheets_metadata:
            if meta.typ is not pc.SheetTypeEnum.WorkSheet:
                continue
            sheet = buku.get_sheet_by_name(meta.name)
            periksa_luas(sheet.total_height, sheet.total_width)
            baris: list[list[object]] = sheet.to_python(skip_empty_area=False)  # type: ignore[assignment]  # cells are objects to us
            terlihat = lihat.lembar.get(meta.name, LihatLembar())
            for (r, k), sel in terlihat.khusus.items():
                _taruh(baris, r, k, sel)
            gabungan = tuple((r1, k1, r2, k2) for (r1, k1), (r2, k2) in sheet.merged_cell_ranges or ())
            lembar.append(
                Lembar(
                    nama,
                    meta.name,
                    baris,
                    gabungan,
                    tersembunyi=meta.visible is not pc.SheetVisibleEnum.Visible,
                    baris_tersembunyi=terlihat.baris,
                    kolom_tersembunyi=terlihat.kolom,
                    tersaring=terlihat.tersaring,
                    persen=terlihat.persen,
                )
            )
    tautan = (Temuan("B09", Letak(nama), ", ".join(lihat.tautan)),) if lihat.tautan else ()
    return Bacaan(tuple(lembar), tautan)


def _taruh(baris: list[list[object]], r: int, k: int, sel: object) -> None:
    """Put a special cell into the grid, which ends where the last value stands."""
    lebar = max((len(b) for b in baris), default=0)
    baris += [[""] * lebar for _ in range(r + 1 - len(baris))]
    if k >= lebar:
        for b in baris:
            b += [""] * (k + 1 - len(b))
    baris[r][k] = sel
