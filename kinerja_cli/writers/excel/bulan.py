"""The frame of every workbook of a month: the front sheet, the method, and tables that several books have."""

from __future__ import annotations

from collections.abc import Sequence

from kinerja_cli.core.kata_aturan import dasar_aturan
from kinerja_cli.core.laporan import SEBUTAN_STATUS, Konteks, Orang, Ringkasan, sebut_berbagi
from kinerja_cli.core.telaah import Telaah
from kinerja_cli.core.tepi import Tepi
from kinerja_cli.core.tren import Tren
from kinerja_cli.writers.buku import BARIS_KEPALA, POKOK, WARNA_PREDIKAT, Buku, Kepala, Kolom, Nilai, Rumus
from kinerja_cli.writers.excel.pegawai import IsiPegawai
from kinerja_cli.writers.excel.rumus import bulatkan, teks
from kinerja_cli.writers.sel_cepat import LembarCepat

LEBAR_DEPAN = (34, 12, 11, 11, 11, 11, 11)
"""Widths of the front sheet's columns."""
TEPI = [
    Kolom("NIP", 21, "nip"),
    Kolom("Nama", 28),
    Kolom("Nilai", 9, "persen"),
    Kolom("Predikat", 14),
    Kolom("Batas", 14),
    Kolom("Mulai", 9, "persen"),
    Kolom("Selisih", 9, "selisih"),
    Kolom("Yang dapat mengubahnya", 80),
]


def persen(seperseratus: int | None) -> float | None:
    """Give hundredths as a cell holds them."""
    return None if seperseratus is None else seperseratus / 100


def baris_belum(o: Orang) -> tuple[Nilai, ...]:
    """Give a row of Belum Dinilai."""
    return (o.nip, o.nama, o.jabatan, o.golongan, SEBUTAN_STATUS[o.status], o.alasan)


def baris_tepi(t: Tepi) -> tuple[Nilai, ...]:
    """Give a row of Garis Batas, the dinas in it."""
    garis = (t.batas.nama, persen(t.batas.mulai), persen(t.selisih))
    return (t.nip, t.nama, t.dinas, persen(t.nilai), t.predikat, *garis, t.cara)


def _banyak(r: Ringkasan, pegawai: IsiPegawai | None) -> list[tuple[str, Nilai]]:
    """Count people by category."""
    if pegawai is None or not r.dinilai:
        return list(r.predikat)
    semua = pegawai.rentang("Predikat")
    return [(nama, Rumus(f"COUNTIF({semua},{teks(nama)})", n)) for nama, n in r.predikat]


def _rata_rata(nilai: int | None, judul: str, r: Ringkasan, pegawai: IsiPegawai | None) -> Nilai:
    """Average a column of Pegawai; a value where people count by the days of their service here."""
    if pegawai is None or r.berbagi or not r.dinilai:
        return persen(nilai)
    return Rumus(f'IFERROR({bulatkan(f"AVERAGE({pegawai.rentang(judul)})")},"")', persen(nilai))


class BukuBulan(Buku):
    """The workbook of a month."""

    def __init__(self, konteks: Konteks, judul: str, *, berumus: bool = True) -> None:
        self._konteks = konteks
        ditetapkan = f" · {konteks.penetapan}" if konteks.penetapan else ""
        super().__init__(
            Kepala(
                instansi=konteks.instansi,
                judul=judul,
                masa=" · ".join(filter(None, (konteks.periode.nama, konteks.perubahan))),
                aturan=f"{konteks.aturan.judul}{ditetapkan}",
                versi=konteks.versi,
                bukti=konteks.jejak,
                tanggal=konteks.periode.hari_terakhir,
                kertas=konteks.kertas,
            ),
            berumus=berumus,
        )

    def ringkasan(self, r: Ringkasan, pegawai: IsiPegawai | None = None) -> None:
        """Add the front sheet: counts, categories and aspects, each with a chart; live where the people stand in the book."""
        ws = self._lembar("Ringkasan", mendatar=False)
        for i, lebar in enumerate(LEBAR_DEPAN):
            ws.set_column(i, i, lebar)
        baris = self._bagian(ws, BARIS_KEPALA, "Pegawai", [("Seluruhnya", r.orang), *self._menurut_status(r)], "bulat")
        if self._konteks.aturan.berangka:
            ws.write_string(baris, 0, "Rata-rata nilai", self._gaya["teks"])
            self._tulis(ws, baris, 1, _rata_rata(r.rata_rata, "Nilai", r, pegawai), self._gaya["persen"])
        if r.berbagi:
            ws.write_string(baris + 1, 0, sebut_berbagi(r), self._gaya["redup"])
        mulai = baris + 3
        akhir = self._bagian(ws, mulai - 1, "Predikat", _banyak(r, pegawai), "bulat")
        warna = [{"fill": {"color": WARNA_PREDIKAT[min(i, 4)]}} for i in range(len(r.predikat))]
        self._bagan(ws, "Predikat (orang)", mulai, akhir - 1, warna, None)
        self._depan, self._akhir = ws, max(akhir, mulai + 10)
        if not r.aspek or not self._konteks.aturan.berangka:
            return
        mulai = max(akhir + 3, mulai + 12)
        akhir = self._bagian(
            ws, mulai - 1, "Rata-rata setiap aspek", [(a, _rata_rata(n, a, r, pegawai)) for a, n in r.aspek], "persen"
        )
        puncak = self._konteks.aturan.puncak / 100
        self._bagan(ws, "Rata-rata setiap aspek", mulai, akhir - 1, [{"fill": {"color": POKOK}}] * len(r.aspek), puncak)
        self._akhir = max(akhir, mulai + 10)

    @staticmethod
    def _menurut_status(r: Ringkasan) -> list[tuple[str, int]]:
        return [(SEBUTAN_STATUS[s].capitalize(), n) for s, n in r.status]

    def bulan(self, tren: Tren) -> None:
        """Add to the front sheet the mean of each saved month, with a chart."""
        ws, judul, mulai = self._depan, "Rata-rata setiap bulan", self._akhir + 2
        titik = [(t.periode.nama, persen(t.rata_rata)) for t in tren.titik]
        akhir = self._bagian(ws, mulai - 1, judul, titik, "persen")
        puncak = self._konteks.aturan.puncak / 100
        self._bagan(ws, judul, mulai, akhir - 1, [{"fill": {"color": POKOK}}] * len(titik), puncak)
        self._akhir = max(akhir, mulai + 10)

    def dilewati(self, kalimat: str) -> None:
        """Say on the front sheet which months can't be read."""
        self._akhir += 1
        self._uraian(self._depan, self._akhir, [kalimat], LEBAR_DEPAN)

    def hiasi_pegawai(self, ws: LembarCepat, kolom: Sequence[Kolom], banyak: int) -> None:
        """Mark the categories and draw the numbers of a sheet Pegawai with ``banyak`` rows."""
        aturan, akhir = self._konteks.aturan, BARIS_KEPALA + banyak
        if not banyak:
            return
        ke = {k.judul: i for i, k in enumerate(kolom)}
        self._tandai_predikat(ws, ke["Predikat"], akhir, [p.nama for p in aturan.predikat])
        if aturan.berangka:
            self._batangkan(ws, ke["Nilai"], akhir, aturan.puncak / 100)

    def tanda_tangan(self, dinas: str) -> None:
        """Add the signature block to the front sheet."""
        siapa = self._konteks.kepala.get(dinas)
        titik = "…" * 18
        baris = (
            f"{self._konteks.tempat or titik}, {titik}",
            siapa.jabatan if siapa else f"Kepala {dinas}",
            "",
            "",
            "",
            siapa.nama if siapa else titik,
            f"NIP {siapa.nip if siapa else titik}",
        )
        for i, isi in enumerate(baris, self._akhir + 2):
            self._depan.write_string(i, 3, isi)

    def metode(self, telaah: Telaah | None = None) -> None:
        """Add what is computed, by which article, what proves this result, and whom another rounding would move."""
        kolom = [Kolom("Apa", 34), Kolom("Ketentuan", 56), Kolom("Dasar (kepastian)", 56)]
        ws = self._kepala_tabel("Metode", kolom)
        baris = BARIS_KEPALA
        for baris, isi in enumerate(dasar_aturan(self._konteks.aturan), BARIS_KEPALA + 1):
            self._baris(ws, baris, isi, kolom, [self._gaya["teks"]] * 3)
        k = self._konteks
        bukti = (
            ("Uraian", k.aturan.uraian),
            ("Aturan", f"{k.aturan.id}, sha256 {k.aturan.sha256}"),
            ("Versi", f"kinerja {k.versi}"),
            ("Jejak audit", k.jejak),
        )
        for b, (apa, isi_bukti) in enumerate(bukti, baris + 2):
            ws.write_string(b, 0, apa, self._gaya["teks"])
            ws.merge_range(b, 1, b, 2, isi_bukti, self._gaya["teks"])
        ws.set_row(baris + 2, 45)
        if telaah is None:
            return
        baris += len(bukti) + 3
        for i, judul in enumerate(("Bila dibulatkan dengan cara lain", "Yang predikatnya berubah", "Dari dan menjadi")):
            ws.write_string(baris, i, judul, self._gaya["kepala"])
        for b, isi in enumerate(telaah.daftar_saksi(), baris + 1):
            self._baris(ws, b, isi, kolom, [self._gaya["teks"]] * 3)
