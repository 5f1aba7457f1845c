"""Report workbooks, by XlsxWriter: text is never taken for a formula, and the same report gives the same bytes."""

from __future__ import annotations

from collections.abc import Iterable

from kinerja_cli.core import angka
from kinerja_cli.core.laporan import (
    SEBUTAN_STATUS,
    BarisIndikator,
    Konteks,
    LaporanDaerah,
    LaporanDinas,
    Orang,
    Ringkasan,
    dasar_aturan,
    sebut_berbagi,
)
from kinerja_cli.writers.buku import BARIS_KEPALA, POKOK, WARNA_PREDIKAT, Buku, Kepala, Kolom, Nilai

_NILAI = [Kolom("Nilai", 9, "persen"), Kolom("Predikat", 14)]
_ORANG = [Kolom("NIP", 20), Kolom("Nama", 28), Kolom("Jabatan", 28), Kolom("Golongan", 14)]
_RINCIAN = [
    Kolom("NIP", 20),
    Kolom("Nama", 22),
    Kolom("Kode", 10),
    Kolom("Indikator", 30),
    Kolom("Aspek", 15),
    Kolom("Arah", 7),
    Kolom("Target", 10, "angka"),
    Kolom("Target Atas", 8, "angka"),
    Kolom("Satuan", 10),
    Kolom("Realisasi", 10, "angka"),
    Kolom("Cara menghitung capaian", 30),
    Kolom("Capaian", 9, "persen"),
    Kolom("Bobot", 8, "bobot"),
    Kolom("Capaian × bobot ÷ 100", 11, "tertimbang"),
    Kolom("Keterangan", 18),
    Kolom("Asal", 30),
]


def buku_dinas(laporan: LaporanDinas) -> bytes:
    """Give the workbook of a dinas: Ringkasan, Pegawai, Rincian, Belum Dinilai, Metode."""
    buku = _Buku(laporan.konteks, f"Laporan Kinerja {laporan.dinas}")
    buku.ringkasan(laporan.ringkasan)
    buku.tanda_tangan(laporan.dinas)
    aspek = [Kolom(a, 13, "persen") for a in laporan.konteks.aturan.aspek]
    kolom = [
        Kolom("Peringkat", 9, "bulat"),
        *_ORANG,
        Kolom("Unit Kerja", 24),
        *aspek,
        *_NILAI,
        Kolom("Peringkat se-daerah", 11, "bulat"),
        Kolom("Catatan", 28),
    ]
    buku.tabel("Pegawai", kolom, (_orang_dinas(o) for o in laporan.dinilai))
    buku.rincian(laporan.dinilai + laporan.belum)
    buku.tabel("Belum Dinilai", [*_ORANG, Kolom("Keadaan", 16), Kolom("Alasan", 70)], map(_belum, laporan.belum))
    buku.metode()
    return buku.tutup()


def buku_rekap(laporan: LaporanDaerah) -> bytes:
    """Give the workbook of the regency: Ringkasan, Dinas, Pegawai, Belum Dinilai, Metode."""
    buku = _Buku(laporan.konteks, f"Rekap Kinerja {laporan.konteks.instansi}")
    buku.ringkasan(laporan.ringkasan)
    aturan = laporan.konteks.aturan
    aspek = [Kolom(a, 13, "persen") for a in aturan.aspek]
    kolom = [
        Kolom("Dinas", 50),
        *(Kolom(judul, 10, "bulat") for judul in ("Pegawai", "Dinilai", "Belum dinilai")),
        Kolom("Rata-rata nilai", 10, "persen"),
        *aspek,
        *(Kolom(p.nama, 9, "bulat") for p in aturan.predikat),
    ]
    buku.tabel("Dinas", kolom, map(_dinas, laporan.dinas))
    kolom = [
        Kolom("Peringkat", 9, "bulat"),
        *_ORANG,
        Kolom("Dinas", 40),
        *aspek,
        *_NILAI,
        Kolom("Peringkat di dinas", 10, "bulat"),
        Kolom("Catatan", 28),
    ]
    buku.tabel("Pegawai", kolom, (_orang_daerah(o) for o in laporan.dinilai))
    kolom = [*_ORANG, Kolom("Dinas", 40), Kolom("Keadaan", 16), Kolom("Alasan", 70)]
    buku.tabel("Belum Dinilai", kolom, ((*_belum(o)[:4], o.dinas, *_belum(o)[4:]) for o in laporan.belum))
    buku.metode()
    return buku.tutup()


def _persen(seperseratus: int | None) -> float | None:
    return None if seperseratus is None else seperseratus / 100


def _orang_dinas(o: Orang) -> tuple[Nilai, ...]:
    aspek = map(_persen, o.aspek)
    kepala = (o.peringkat_dinas, o.nip, o.nama, o.jabatan, o.golongan, o.unit_kerja)
    return (*kepala, *aspek, _persen(o.nilai), o.predikat, o.peringkat, o.catatan)


def _orang_daerah(o: Orang) -> tuple[Nilai, ...]:
    aspek = map(_persen, o.aspek)
    kepala = (o.peringkat, o.nip, o.nama, o.jabatan, o.golongan, o.dinas)
    return (*kepala, *aspek, _persen(o.nilai), o.predikat, o.peringkat_dinas, o.catatan)


def _belum(o: Orang) -> tuple[Nilai, ...]:
    return (o.nip, o.nama, o.jabatan, o.golongan, SEBUTAN_STATUS[o.status], o.alasan)


def _dinas(r: Ringkasan) -> tuple[Nilai, ...]:
    aspek = (_persen(n) for _, n in r.aspek)
    return (r.nama, r.orang, r.dinilai, r.orang - r.dinilai, _persen(r.rata_rata), *aspek, *(n for _, n in r.predikat))


def _indikator(o: Orang, b: BarisIndikator) -> tuple[Nilai, ...]:
    return (
        o.nip,
        o.nama,
        b.kode,
        b.indikator,
        b.aspek,
        b.arah,
        b.target,
        b.target_atas,
        b.satuan,
        b.realisasi,
        b.cara,
        _persen(b.capaian) if b.ada_capaian else None,
        b.bobot / angka.SKALA_BOBOT,
        b.tertimbang / 10**angka.SKALA_TERTIMBANG if b.ada_capaian else None,
        b.keterangan,
        b.letak,
    )


def _jumlah(o: Orang) -> tuple[Nilai, ...]:
    """The row beneath a person's indicators: the sum, the divisor, and what follows from them."""
    kepala: tuple[Nilai, ...] = (o.nip, o.nama, "JUMLAH", *[""] * 7)
    if not o.dinilai:
        return (*kepala, f"{SEBUTAN_STATUS[o.status]}: {o.alasan}", None, None, None, "", "")
    jumlah, pembagi = o.jumlah_tertimbang / 10**angka.SKALA_TERTIMBANG, o.pembagi / angka.SKALA_BOBOT
    cara = f"Nilai = {angka.cetak_tertimbang(o.jumlah_tertimbang)} ÷ {angka.cetak_bobot(o.pembagi)} × 100"
    return (*kepala, cara, _persen(o.nilai), pembagi, jumlah, o.predikat, "")


class _Buku(Buku):
    """The workbook of a month."""

    def __init__(self, konteks: Konteks, judul: str) -> None:
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
            )
        )

    def ringkasan(self, r: Ringkasan) -> None:
        """Add the front sheet: counts, categories and aspects, each with a chart."""
        ws = self._lembar("Ringkasan", mendatar=False)
        ws.set_column(0, 0, 34)
        ws.set_column(1, 1, 12)
        ws.set_column(2, 6, 11)
        baris = self._bagian(ws, BARIS_KEPALA, "Pegawai", [("Seluruhnya", r.orang), *self._menurut_status(r)], "bulat")
        ws.write_string(baris, 0, "Rata-rata nilai", self._gaya["teks"])
        self._tulis(ws, baris, 1, _persen(r.rata_rata), self._gaya["persen"])
        if r.berbagi:
            ws.write_string(baris + 1, 0, sebut_berbagi(r), self._gaya["redup"])
        mulai = baris + 3
        akhir = self._bagian(ws, mulai - 1, "Predikat", r.predikat, "bulat")
        warna = [{"fill": {"color": WARNA_PREDIKAT[min(i, 4)]}} for i in range(len(r.predikat))]
        self._bagan(ws, "Predikat (orang)", mulai, akhir - 1, warna, None)
        mulai = max(akhir + 3, mulai + 12)
        akhir = self._bagian(ws, mulai - 1, "Rata-rata setiap aspek", [(a, _persen(n)) for a, n in r.aspek], "persen")
        puncak = self._konteks.aturan.capaian_tertinggi.nilai / 100
        self._bagan(ws, "Rata-rata setiap aspek", mulai, akhir - 1, [{"fill": {"color": POKOK}}] * len(r.aspek), puncak)
        self._akhir = max(akhir, mulai + 10)
        self._depan = ws

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

    def rincian(self, orang: Iterable[Orang]) -> None:
        """Add every operand of everybody's sum, with the sum beneath each person's indicators."""
        ws = self._kepala_tabel("Rincian", _RINCIAN)
        gaya = [self._gaya[k.gaya] for k in _RINCIAN]
        gaya_jumlah = [self._gaya_jumlah[k.gaya] for k in _RINCIAN]
        baris = BARIS_KEPALA
        for o in orang:
            if not o.rincian:
                continue
            semua = [(_indikator(o, b), gaya) for b in o.rincian]
            for isi, g in [*semua, (_jumlah(o), gaya_jumlah)]:
                baris += 1
                self._baris(ws, baris, isi, _RINCIAN, g)
        ws.autofilter(BARIS_KEPALA, 0, baris, len(_RINCIAN) - 1)

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
