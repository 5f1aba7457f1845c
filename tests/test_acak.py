"""Random tables and random damage, through validasi and hitung as the commands run them.

Whatever comes in: a result, findings, or KinerjaError (exit 2); in seconds; and the ruang kerja is as it was, or whole. In
zip containers, whose parts carry checksums, damage never becomes another score in silence.

``KINERJA_UJI_PANJANG=1`` (make uji-panjang) runs ten times as many. ``tests/data/kiriman.ods`` and ``.xls`` are
:func:`kiriman` saved by LibreOffice 7.4 (soffice --headless --convert-to).
"""

from __future__ import annotations

import contextlib
import io
import os
import random
import signal
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
import xlsxwriter
from bantu import INDIKATOR, JANUARI, PEGAWAI, REALISASI, baris, hitung, isi_folder, nilai, ruang_baru, xlsx
from buku_biner import xlsb
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kinerja_cli.errors import KinerjaError
from kinerja_cli.store import RuangKerja
from kinerja_cli.workflow.validasi import validasi_berkas

PANJANG = os.environ.get("KINERJA_UJI_PANJANG") == "1"
BANYAK = 2_000 if PANJANG else 200
BATAS_DETIK = 10
KUNCI = (".kunci", ".kunci-oleh")
"""Files that say who writes; they stay behind, and hold no state."""
DATA = Path(__file__).parent / "data"

Nilai = dict[str, tuple[str, str, str]]


@dataclass(frozen=True)
class Hasil:
    """What a run ended in: the scores where a result was saved, whether anything was said, and the time it took."""

    nilai: Nilai | None
    ada_temuan: bool
    detik: float

    @property
    def macam(self) -> str:
        if self.nilai is None:
            return "temuan, tidak disimpan" if self.ada_temuan else "keluar 2"
        return "disimpan, dengan temuan" if self.ada_temuan else "bersih"


@contextlib.contextmanager
def _paling_lama(detik: int) -> Iterator[None]:
    """Break off what hangs, where the system has an alarm."""
    if not hasattr(signal, "SIGALRM"):
        yield
        return

    def bunyi(*_: object) -> None:
        raise TimeoutError(f"lebih dari {detik} detik")

    lama = signal.signal(signal.SIGALRM, bunyi)
    signal.alarm(detik)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, lama)


def jalankan(nama: str, isi: bytes) -> Hasil:
    """Check and score one file in a fresh ruang kerja, and prove what is left of the ruang kerja."""
    with tempfile.TemporaryDirectory() as folder:
        ruang = ruang_baru(Path(folder) / "ruang")
        berkas = Path(folder) / nama
        berkas.write_bytes(isi)
        awal = isi_folder(ruang.folder)
        ada_temuan = False
        mulai = time.perf_counter()
        with _paling_lama(BATAS_DETIK), contextlib.suppress(KinerjaError):
            ada_temuan = bool(validasi_berkas(ruang, [berkas], None).temuan)
        assert isi_folder(ruang.folder) == awal, "validasi menulis"
        tersimpan = False
        with _paling_lama(BATAS_DETIK), contextlib.suppress(KinerjaError):
            hasil = hitung(ruang, berkas)
            tersimpan, ada_temuan = hasil.tersimpan, ada_temuan or bool(hasil.temuan)
        detik = time.perf_counter() - mulai
        if not tersimpan:
            akhir = {nama: data for nama, data in isi_folder(ruang.folder).items() if nama not in KUNCI}
            assert akhir == awal, "tidak disimpan, tetapi ruang kerja berubah"
            return Hasil(None, ada_temuan, detik)
        simpanan = RuangKerja(ruang.folder).baca(JANUARI)  # proves every hash
        assert simpanan
        assert ruang.jejak()
        return Hasil(nilai(ruang), ada_temuan, detik)


class Catatan:
    """The figures of a test, printed at its end (pytest -rP)."""

    def __init__(self) -> None:
        self.macam: Counter[str] = Counter()
        self.terlama = 0.0

    def tambah(self, hasil: Hasil) -> None:
        self.macam[hasil.macam] += 1
        self.terlama = max(self.terlama, hasil.detik)

    def cetak(self, judul: str) -> None:
        print(f"{judul}: {self.macam.total()} kali; {dict(self.macam)}; terlama {self.terlama:.2f} detik")


# Tables ------------------------------------------------------------------------------------------------------------------

TABEL = {"Pegawai": baris(PEGAWAI), "Indikator": baris(INDIKATOR), "Realisasi": baris(REALISASI)}

SAMPAH_SEL = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        [
            "NaN", "nan", "inf", "-inf", "null", "None", "TRUE", "1e400", "0x10", "1_000", "١٢٣", "½", "²", "😀", "=1+1",
            "\x00\x01\x1f", "1.234", "1,234", "1.234,5", "84 %", "84 Dokumen", "-", "–", "n/a", "TB", "cuti", "31/02/2025",
            "NIP", "Kode", "JUMLAH", "  ", "\u200b", "\ufeff84", "\uff18\uff14", "Periode: Februari 2025", "'84", "84'",
            "+84", "--84", "8" * 400, "9" * 18, "1985051520100120011", "Periode\nJanuari 2025", "(1)", "a", "%", "1,2,3",
            "1.2.3", "0.0000000000001",
        ]
    ),
    st.floats(allow_nan=False, allow_infinity=False),
    st.integers(-(10**18), 10**18),
    st.booleans(),
)  # fmt: skip
SAMPAH_BARIS = st.one_of(
    st.just([]), st.lists(SAMPAH_SEL, min_size=1, max_size=6), st.sampled_from([TABEL["Pegawai"][0], TABEL["Realisasi"][0]])
)


@st.composite
def teracak(draw: st.DrawFn, rusak: bool) -> dict[str, list[list[object]]]:
    """The tables with their columns and rows in another order, and, where asked for, junk among rows and cells."""
    hasil = {}
    for nama, tabel in TABEL.items():
        urutan = draw(st.permutations(range(len(tabel[0]))))
        judul, *isi = [[b[k] for k in urutan] for b in tabel]
        semua = [judul, *draw(st.permutations(isi))]
        for _ in range(draw(st.integers(0, 3)) if rusak else 0):
            r, k = draw(st.integers(0, len(semua) - 1)), draw(st.integers(0, len(judul) - 1))
            semua[r] = [*semua[r][:k], draw(SAMPAH_SEL), *semua[r][k + 1 :]]
        for _ in range(draw(st.integers(0, 2)) if rusak else 0):
            semua.insert(draw(st.integers(0, len(semua))), draw(SAMPAH_BARIS))
        atas = draw(st.lists(st.sampled_from([[], ["PEMERINTAH KABUPATEN BUNGO"], ["", "DAFTAR"]]), max_size=4))
        hasil[draw(st.sampled_from([nama, nama.upper(), f"{nama} (2)"]))] = [*atas, *semua]
    return hasil


def buku(tabel: dict[str, Sequence[Sequence[object]]]) -> bytes:
    wadah = io.BytesIO()
    with xlsxwriter.Workbook(wadah, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as b:
        for nama, isi in tabel.items():
            ws = b.add_worksheet(nama)
            for r, satu in enumerate(isi):
                for k, sel in enumerate(satu):
                    ws.write(r, k, sel.encode("utf-8", "replace").decode() if isinstance(sel, str) else sel)
    return wadah.getvalue()


@pytest.fixture(scope="module")
def bersih() -> Nilai:
    hasil = jalankan("Januari 2025.xlsx", kiriman())
    assert hasil.macam == "bersih"
    assert hasil.nilai
    return hasil.nilai


def kiriman() -> bytes:
    return xlsx(Pegawai=PEGAWAI, Indikator=INDIKATOR, Realisasi=REALISASI)


PENGATURAN = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=not PANJANG)


def test_the_order_of_columns_and_rows_and_titles_above_change_no_score(bersih: Nilai) -> None:
    @settings(PENGATURAN, max_examples=BANYAK // 8)
    @given(tabel=teracak(rusak=False))
    def coba(tabel: dict[str, list[list[object]]]) -> None:
        assert jalankan("Januari 2025.xlsx", buku(tabel)).nilai == bersih

    coba()


def test_junk_among_rows_and_cells_never_brings_the_program_down() -> None:
    catatan = Catatan()

    @settings(PENGATURAN, max_examples=BANYAK * 3 // 4)
    @given(tabel=teracak(rusak=True))
    def coba(tabel: dict[str, list[list[object]]]) -> None:
        catatan.tambah(jalankan("Januari 2025.xlsx", buku(tabel)))

    coba()
    catatan.cetak("tabel acak")


# Damage ------------------------------------------------------------------------------------------------------------------


def rusak(isi: bytes, acak: random.Random) -> bytes:
    """Flip, overwrite, remove, repeat or cut some bytes."""
    hasil = bytearray(isi)
    for _ in range(acak.choice((1, 1, 2, 5))):
        letak = acak.randrange(len(hasil)) if hasil else 0
        match acak.randrange(5):
            case 0:
                hasil[letak : letak + 1] = bytes(b ^ 1 << acak.randrange(8) for b in hasil[letak : letak + 1])
            case 1:
                hasil[letak : letak + 16] = acak.randbytes(acak.randint(0, 30))
            case 2:
                del hasil[letak : letak + acak.randint(1, 200)]
            case 3:
                hasil[letak:letak] = hasil[letak : letak + acak.randint(1, 200)]
            case _:
                if acak.random() < 0.2:
                    del hasil[letak:]
    return bytes(hasil)


def rusak_bagian(isi: bytes, acak: random.Random) -> bytes:
    """Damage one part and pack it anew, checksum and all: what a program with a bug would write."""
    wadah = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(isi)) as asal, zipfile.ZipFile(wadah, "w") as tujuan:
        sasaran = acak.choice([n for n in asal.namelist() if n.startswith("xl/") or n == "content.xml"])
        for nama in asal.namelist():
            tujuan.writestr(nama, rusak(asal.read(nama), acak) if nama == sasaran else asal.read(nama))
    return wadah.getvalue()


CSV = "\r\n".join(";".join(str(s) for s in b) for tabel in TABEL.values() for b in [*tabel, []])
ASAL = {
    "xlsx": kiriman(),
    "ods": (DATA / "kiriman.ods").read_bytes(),
    "xls": (DATA / "kiriman.xls").read_bytes(),
    "xlsb": xlsb(),
    "csv": CSV.encode(),
}
BERSIDIK = ("xlsx", "ods")


@pytest.mark.parametrize("akhiran", ASAL)
def test_damaged_bytes_end_in_the_clean_result_in_findings_or_in_exit_2(akhiran: str, bersih: Nilai) -> None:
    acak = random.Random(akhiran if not PANJANG else f"{akhiran} panjang")
    catatan = Catatan()
    for _ in range(BANYAK // (2 * len(ASAL))):
        isi = rusak(ASAL[akhiran], acak)
        hasil = jalankan(f"Januari 2025.{akhiran}", isi)
        catatan.tambah(hasil)
        if akhiran in BERSIDIK:
            assert hasil.nilai in (None, bersih) or hasil.ada_temuan
    catatan.cetak(f"bita rusak .{akhiran}")


@pytest.mark.parametrize("akhiran", ["xlsx", "ods", "xlsb"])
def test_damaged_parts_never_bring_the_program_down(akhiran: str) -> None:
    acak = random.Random(f"{akhiran} {PANJANG}")
    catatan = Catatan()
    for _ in range(BANYAK // 6):
        catatan.tambah(jalankan(f"Januari 2025.{akhiran}", rusak_bagian(ASAL[akhiran], acak)))
    catatan.cetak(f"bagian rusak .{akhiran}")


@pytest.mark.parametrize("akhiran", ["xlsx", "ods", "xls", "csv"])
def test_undamaged_files_give_the_clean_result(akhiran: str, bersih: Nilai) -> None:
    assert jalankan(f"Januari 2025.{akhiran}", ASAL[akhiran]).nilai == bersih
