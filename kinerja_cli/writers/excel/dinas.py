"""Report workbooks, by XlsxWriter: text is never taken for a formula, and the same report gives the same bytes."""

from __future__ import annotations

from collections.abc import Sequence

from kinerja_cli.core.aturan import Aturan
from kinerja_cli.core.kata_aturan import dasar_aturan
from kinerja_cli.core.laporan import (
    SEBUTAN_STATUS,
    Konteks,
    LaporanDaerah,
    LaporanDinas,
    Orang,
    Ringkasan,
    sebut_berbagi,
)
from kinerja_cli.writers.buku import BARIS_KEPALA, POKOK, WARNA_PREDIKAT, Buku, Kepala, Kolom, Nilai, Rumus
from kinerja_cli.writers.excel.pegawai import ORANG, IsiPegawai, kolom_hasil, kolom_pegawai, kolom_peringkat
from kinerja_cli.writers.excel.rincian import PETUNJUK, Blok, IsiRincian, kolom_rincian, susun_blok
from kinerja_cli.writers.excel.rumus import bulatkan


def _hasil(o: Orang, aturan: Aturan) -> tuple[Nilai, ...]:
    if aturan.berangka:
        return (*map(_persen, o.aspek), _persen(o.nilai), o.predikat)
    return (o.hasil_kerja, o.perilaku, o.predikat)


def buku_dinas(laporan: LaporanDinas, *, berumus: bool = True) -> bytes:
    """Give the workbook of a dinas: Ringkasan, Pegawai, Rincian, Belum Dinilai, Metode; ``berumus``: with live formulas."""
    aturan = laporan.konteks.aturan
    semua = laporan.dinilai + laporan.belum
    blok, rincian = susun_blok(semua, aturan), IsiRincian(aturan)
    pegawai = IsiPegawai(laporan.dinilai, blok[: len(laporan.dinilai)], rincian, aturan)
    buku = _Buku(laporan.konteks, f"Laporan Kinerja {laporan.dinas}", berumus=berumus)
    buku.ringkasan(laporan.ringkasan, pegawai)
    buku.tanda_tangan(laporan.dinas)
    buku.tabel("Pegawai", kolom_pegawai(aturan), pegawai.baris())
    if aturan.perlu_indikator or any(o.rincian for o in semua):
        buku.rincian(semua, blok, rincian, pegawai)
    buku.tabel("Belum Dinilai", [*ORANG, Kolom("Keadaan", 16), Kolom("Alasan", 70)], map(_belum, laporan.belum))
    buku.metode()
    return buku.tutup()


def buku_rekap(laporan: LaporanDaerah) -> bytes:
    """Give the workbook of the regency: Ringkasan, Dinas, Pegawai, Belum Dinilai, Metode."""
    buku = _Buku(laporan.konteks, f"Rekap Kinerja {laporan.konteks.instansi}")
    buku.ringkasan(laporan.ringkasan)
    aturan = laporan.konteks.aturan
    kolom = [
        Kolom("Dinas", 50),
        *(Kolom(judul, 10, "bulat") for judul in ("Pegawai", "Dinilai", "Belum dinilai")),
        *([Kolom("Rata-rata nilai", 10, "persen")] if aturan.berangka else []),
        *(Kolom(a, 13, "persen") for a in aturan.aspek if aturan.berangka),
        *(Kolom(p.nama, 9, "bulat") for p in aturan.predikat),
    ]
    buku.tabel("Dinas", kolom, (_dinas(r, aturan) for r in laporan.dinas))
    kolom = [
        *kolom_peringkat(aturan, "Peringkat", 9),
        *ORANG,
        Kolom("Dinas", 40),
        *kolom_hasil(aturan),
        *kolom_peringkat(aturan, "Peringkat di dinas", 10),
        Kolom("Catatan", 28),
    ]
    buku.tabel("Pegawai", kolom, (_orang(o, aturan, o.dinas, o.peringkat, o.peringkat_dinas) for o in laporan.dinilai))
    kolom = [*ORANG, Kolom("Dinas", 40), Kolom("Keadaan", 16), Kolom("Alasan", 70)]
    buku.tabel("Belum Dinilai", kolom, ((*_belum(o)[:4], o.dinas, *_belum(o)[4:]) for o in laporan.belum))
    buku.metode()
    return buku.tutup()


def _persen(seperseratus: int | None) -> float | None:
    return None if seperseratus is None else seperseratus / 100


def _orang(o: Orang, aturan: Aturan, tempat: str, peringkat: int, peringkat_lain: int) -> tuple[Nilai, ...]:
    isi = (o.nip, o.nama, o.jabatan, o.golongan, tempat, *_hasil(o, aturan))
    return (peringkat, *isi, peringkat_lain, o.catatan) if aturan.berangka else (*isi, o.catatan)


def _belum(o: Orang) -> tuple[Nilai, ...]:
    return (o.nip, o.nama, o.jabatan, o.golongan, SEBUTAN_STATUS[o.status], o.alasan)


def _dinas(r: Ringkasan, aturan: Aturan) -> tuple[Nilai, ...]:
    rata = (_persen(r.rata_rata), *(_persen(n) for _, n in r.aspek)) if aturan.berangka else ()
    return (r.nama, r.orang, r.dinilai, r.orang - r.dinilai, *rata, *(n for _, n in r.predikat))


def _banyak(r: Ringkasan, pegawai: IsiPegawai | None) -> list[tuple[str, Nilai]]:
    """Count people by category."""
    if pegawai is None or not r.dinilai:
        return list(r.predikat)
    semua = pegawai.rentang("Predikat")
    return [(nama, Rumus(f'COUNTIF({semua},"{nama}")', n)) for nama, n in r.predikat]


def _rata_rata(nilai: int | None, judul: str, r: Ringkasan, pegawai: IsiPegawai | None) -> Nilai:
    """Average a column of Pegawai; a value where people count by the days of their service here."""
    if pegawai is None or r.berbagi or not r.dinilai:
        return _persen(nilai)
    return Rumus(f'IFERROR({bulatkan(f"AVERAGE({pegawai.rentang(judul)})")},"")', _persen(nilai))


class _Buku(Buku):
    """The workbook of a month."""

    def __init__(self, konteks: Konteks, judul: str, *, berumus: bool = True) -> None:
        self._konteks = konteks
        ditetapkan = f" · {konteks.penetapan}" if konteks.penetapan else ""
        super().__init__(
            Kepala(
                instansi=konteks.instansi,
                judul=judul,
                masa=konteks.periode.nama,
                aturan=f"{konteks.aturan.judul}{ditetapkan}",
                versi=konteks.versi,
                bukti=konteks.jejak,
                tanggal=konteks.periode.hari_terakhir,
            ),
            berumus=berumus,
        )

    def ringkasan(self, r: Ringkasan, pegawai: IsiPegawai | None = None) -> None:
        """Add the front sheet: counts, categories and aspects, each with a chart; live where the people stand in the book."""
        ws = self._lembar("Ringkasan", mendatar=False)
        ws.set_column(0, 0, 34)
        ws.set_column(1, 1, 12)
        ws.set_column(2, 6, 11)
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
        for i, teks in enumerate(baris, self._akhir + 2):
            self._depan.write_string(i, 3, teks)

    def rincian(self, orang: Sequence[Orang], blok: Sequence[Blok | None], isi: IsiRincian, pegawai: IsiPegawai) -> None:
        """Add every operand of everybody's sum, with the sum beneath each person's indicators."""
        kolom = kolom_rincian(self._konteks.aturan)
        ws = self._kepala_tabel("Rincian", kolom)
        if self._berumus and self._konteks.aturan.perlu_indikator:
            ws.write_string(BARIS_KEPALA - 1, 0, PETUNJUK, self._gaya["redup"])
        gaya, gaya_jumlah = ([milik[k.gaya] for k in kolom] for milik in (self._gaya, self._gaya_jumlah))
        baris = BARIS_KEPALA
        for ke, (o, b) in enumerate(zip(orang, blok, strict=True)):
            if b is None:
                continue
            predikat = pegawai.sel_predikat(ke) if o.dinilai else ""
            for satu, jumlah in isi.orang(o, b, predikat):
                baris += 1
                self._baris(ws, baris, satu, kolom, gaya_jumlah if jumlah else gaya)
        ws.autofilter(BARIS_KEPALA, 0, baris, len(kolom) - 1)

    def metode(self) -> None:
        """Add what is computed, by which article, and what proves this result."""
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
