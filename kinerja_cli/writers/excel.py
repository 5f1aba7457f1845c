"""Report workbooks, by XlsxWriter: text is never taken for a formula, and the same report gives the same bytes."""

from __future__ import annotations

from collections.abc import Iterable

from kinerja_cli.core import angka
from kinerja_cli.core.aturan import Aturan
from kinerja_cli.core.kata_aturan import dasar_aturan, rumus_nilai, sebutan
from kinerja_cli.core.kata_indikator import BarisIndikator
from kinerja_cli.core.laporan import (
    SEBUTAN_STATUS,
    Konteks,
    LaporanDaerah,
    LaporanDinas,
    Orang,
    Ringkasan,
    sebut_berbagi,
)
from kinerja_cli.core.penilai import PENILAI, TERLALU_SEDIKIT, Kelompok, LaporanPenilai, Sejabatan, cetak_delta
from kinerja_cli.core.telaah import Telaah
from kinerja_cli.core.tepi import Tepi
from kinerja_cli.writers.buku import BARIS_KEPALA, POKOK, WARNA_PREDIKAT, Buku, Kepala, Kolom, Nilai

_ORANG = [Kolom("NIP", 20), Kolom("Nama", 28), Kolom("Jabatan", 28), Kolom("Golongan", 14)]
_TEPI = [
    Kolom("NIP", 20),
    Kolom("Nama", 28),
    Kolom("Nilai", 9, "persen"),
    Kolom("Predikat", 14),
    Kolom("Batas", 14),
    Kolom("Mulai", 9, "persen"),
    Kolom("Selisih", 9, "selisih"),
    Kolom("Yang dapat mengubahnya", 80),
]


def _kolom_hasil(aturan: Aturan) -> list[Kolom]:
    """Head a person's result: the number, or the two ratings; and the category."""
    if aturan.berangka:
        return [*(Kolom(a, 13, "persen") for a in aturan.aspek), Kolom("Nilai", 9, "persen"), Kolom("Predikat", 14)]
    return [Kolom("Hasil kerja", 20), Kolom("Perilaku", 20), Kolom("Predikat", 16)]


def _hasil(o: Orang, aturan: Aturan) -> tuple[Nilai, ...]:
    if aturan.berangka:
        return (*map(_persen, o.aspek), _persen(o.nilai), o.predikat)
    return (o.hasil_kerja, o.perilaku, o.predikat)


def _peringkat(aturan: Aturan, judul: str, lebar: float) -> list[Kolom]:
    """Head a rank; nobody has one where there is no number."""
    return [Kolom(judul, lebar, "bulat")] if aturan.berangka else []


def _kolom_rincian(aturan: Aturan) -> list[Kolom]:
    kata = sebutan(aturan)
    return [
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
        *([Kolom("Nilai", 9, "persen")] if aturan.pita else []),
        Kolom(kata.bobot.capitalize(), 8, "bobot"),
        Kolom(f"{kata.hasil_kali} ÷ 100", 11, "tertimbang"),
        Kolom("Keterangan", 18),
        Kolom("Asal", 30),
    ]


def buku_dinas(laporan: LaporanDinas) -> bytes:
    """Give the workbook of a dinas: Ringkasan, Pegawai, Rincian, Belum Dinilai, Garis Batas, Metode."""
    buku = _Buku(laporan.konteks, f"Laporan Kinerja {laporan.dinas}")
    buku.ringkasan(laporan.ringkasan)
    buku.tanda_tangan(laporan.dinas)
    aturan = laporan.konteks.aturan
    kolom = [
        *_peringkat(aturan, "Peringkat", 9),
        *_ORANG,
        Kolom("Unit Kerja", 24),
        *_kolom_hasil(aturan),
        *_peringkat(aturan, "Peringkat se-daerah", 11),
        Kolom("Catatan", 28),
    ]
    buku.tabel("Pegawai", kolom, (_orang(o, aturan, o.unit_kerja, o.peringkat_dinas, o.peringkat) for o in laporan.dinilai))
    semua = laporan.dinilai + laporan.belum
    if aturan.perlu_indikator or any(o.rincian for o in semua):
        buku.rincian(semua)
    buku.tabel("Belum Dinilai", [*_ORANG, Kolom("Keadaan", 16), Kolom("Alasan", 70)], map(_belum, laporan.belum))
    tepi = (_tepi(t)[:2] + _tepi(t)[3:] for t in laporan.telaah.tepi)
    buku.tabel("Garis Batas", _TEPI, tepi, keterangan=laporan.telaah.ringkas)
    buku.metode(laporan.telaah)
    return buku.tutup()


def buku_rekap(laporan: LaporanDaerah) -> bytes:
    """Give the workbook of the regency: Ringkasan, Dinas, Pegawai, Belum Dinilai, Garis Batas, Metode."""
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
        *_peringkat(aturan, "Peringkat", 9),
        *_ORANG,
        Kolom("Dinas", 40),
        *_kolom_hasil(aturan),
        *_peringkat(aturan, "Peringkat di dinas", 10),
        Kolom("Catatan", 28),
    ]
    buku.tabel("Pegawai", kolom, (_orang(o, aturan, o.dinas, o.peringkat, o.peringkat_dinas) for o in laporan.dinilai))
    kolom = [*_ORANG, Kolom("Dinas", 40), Kolom("Keadaan", 16), Kolom("Alasan", 70)]
    buku.tabel("Belum Dinilai", kolom, ((*_belum(o)[:4], o.dinas, *_belum(o)[4:]) for o in laporan.belum))
    kolom = [*_TEPI[:2], Kolom("Dinas", 40), *_TEPI[2:]]
    buku.tabel("Garis Batas", kolom, map(_tepi, laporan.telaah.tepi), keterangan=laporan.telaah.ringkas)
    buku.metode(laporan.telaah)
    return buku.tutup()


def buku_penilai(laporan: LaporanPenilai) -> bytes:
    """Give the workbook that lays raters and units side by side: Pertanyaan, Kelompok, Sejabatan, Metode."""
    buku = _Buku(laporan.konteks, "Perbandingan Penilai dan Unit")
    kolom = [Kolom("Penilai atau unit", 44), Kolom("Pokok", 26), Kolom("Pertanyaan", 90)]
    isi = ((p.kelompok, p.pokok, p.teks) for p in laporan.pertanyaan)
    buku.tabel("Pertanyaan", kolom, isi, keterangan=laporan.pembuka)
    kolom = [
        Kolom("Jenis", 11),
        Kolom("Penilai atau unit", 60),
        Kolom("Orang", 9, "bulat"),
        *(Kolom(judul, 11, "persen") for judul in ("Nilai tengah", "Terendah", "Tertinggi")),
        Kolom("Keterangan", 44),
    ]
    buku.tabel("Kelompok", kolom, map(_kelompok, laporan.kelompok))
    kolom = [
        Kolom("Jabatan", 34),
        Kolom("Penilai", 50),
        Kolom("Orang", 9, "bulat"),
        Kolom("Nilai tengah", 11, "persen"),
        Kolom("Orang pada penilai lain", 12, "bulat"),
        Kolom("Nilai tengahnya", 11, "persen"),
        Kolom("Delta Cliff", 26),
    ]
    buku.tabel("Sejabatan", kolom, map(_sejabatan, laporan.sejabatan), keterangan=" ".join(laporan.catatan))
    buku.metode()
    return buku.tutup()


def _kelompok(k: Kelompok) -> tuple[Nilai, ...]:
    keterangan = TERLALU_SEDIKIT if k.tengah is None else ""
    jenis = "Penilai" if k.jenis == PENILAI else "Unit kerja"
    return (jenis, k.sebutan, k.orang, _persen(k.tengah), _persen(k.terendah), _persen(k.tertinggi), keterangan)


def _sejabatan(s: Sejabatan) -> tuple[Nilai, ...]:
    delta = f"{cetak_delta(s.delta)} ({s.arti})" if s.delta is not None else ""
    return (s.jabatan, s.penilai, s.orang, _persen(s.tengah), s.orang_lain, _persen(s.tengah_lain), delta)


def _persen(seperseratus: int | None) -> float | None:
    return None if seperseratus is None else seperseratus / 100


def _orang(o: Orang, aturan: Aturan, tempat: str, peringkat: int, peringkat_lain: int) -> tuple[Nilai, ...]:
    isi = (o.nip, o.nama, o.jabatan, o.golongan, tempat, *_hasil(o, aturan))
    return (peringkat, *isi, peringkat_lain, o.catatan) if aturan.berangka else (*isi, o.catatan)


def _belum(o: Orang) -> tuple[Nilai, ...]:
    return (o.nip, o.nama, o.jabatan, o.golongan, SEBUTAN_STATUS[o.status], o.alasan)


def _tepi(t: Tepi) -> tuple[Nilai, ...]:
    garis = (t.batas.nama, _persen(t.batas.mulai), _persen(t.selisih))
    return (t.nip, t.nama, t.dinas, _persen(t.nilai), t.predikat, *garis, t.cara)


def _dinas(r: Ringkasan, aturan: Aturan) -> tuple[Nilai, ...]:
    rata = (_persen(r.rata_rata), *(_persen(n) for _, n in r.aspek)) if aturan.berangka else ()
    return (r.nama, r.orang, r.dinilai, r.orang - r.dinilai, *rata, *(n for _, n in r.predikat))


def _indikator(o: Orang, b: BarisIndikator, aturan: Aturan) -> tuple[Nilai, ...]:
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
        *((_persen(b.nilai) if b.ada_capaian else None,) if aturan.pita else ()),
        b.bobot / angka.SKALA_BOBOT,
        b.tertimbang / 10**angka.SKALA_TERTIMBANG if b.ada_capaian else None,
        b.keterangan,
        b.letak,
    )


def _jumlah(o: Orang, aturan: Aturan) -> tuple[Nilai, ...]:
    """The row beneath a person's indicators: the sum, the divisor, and what follows from them."""
    kepala: tuple[Nilai, ...] = (o.nip, o.nama, "JUMLAH", *[""] * 7)
    pita = (None,) if aturan.pita else ()
    if not o.dinilai:
        return (*kepala, f"{SEBUTAN_STATUS[o.status]}: {o.alasan}", *pita, None, None, None, "", "")
    jumlah, pembagi = o.jumlah_tertimbang / 10**angka.SKALA_TERTIMBANG, o.pembagi / angka.SKALA_BOBOT
    hasil = o.nilai if o.nilai is not None else o.nilai_hasil_kerja
    cara = f"Nilai = {rumus_nilai(o, aturan)}" if aturan.perlu_indikator else "tidak dijumlahkan"
    return (*kepala, cara, *pita, _persen(hasil) if aturan.perlu_indikator else None, pembagi, jumlah, o.predikat, "")


class _Buku(Buku):
    """The workbook of a month."""

    def __init__(self, konteks: Konteks, judul: str) -> None:
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
            )
        )

    def ringkasan(self, r: Ringkasan) -> None:
        """Add the front sheet: counts, categories and aspects, each with a chart."""
        ws = self._lembar("Ringkasan", mendatar=False)
        ws.set_column(0, 0, 34)
        ws.set_column(1, 1, 12)
        ws.set_column(2, 6, 11)
        baris = self._bagian(ws, BARIS_KEPALA, "Pegawai", [("Seluruhnya", r.orang), *self._menurut_status(r)], "bulat")
        if self._konteks.aturan.berangka:
            ws.write_string(baris, 0, "Rata-rata nilai", self._gaya["teks"])
            self._tulis(ws, baris, 1, _persen(r.rata_rata), self._gaya["persen"])
        if r.berbagi:
            ws.write_string(baris + 1, 0, sebut_berbagi(r), self._gaya["redup"])
        mulai = baris + 3
        akhir = self._bagian(ws, mulai - 1, "Predikat", r.predikat, "bulat")
        warna = [{"fill": {"color": WARNA_PREDIKAT[min(i, 4)]}} for i in range(len(r.predikat))]
        self._bagan(ws, "Predikat (orang)", mulai, akhir - 1, warna, None)
        self._depan, self._akhir = ws, max(akhir, mulai + 10)
        if not r.aspek or not self._konteks.aturan.berangka:
            return
        mulai = max(akhir + 3, mulai + 12)
        akhir = self._bagian(ws, mulai - 1, "Rata-rata setiap aspek", [(a, _persen(n)) for a, n in r.aspek], "persen")
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

    def rincian(self, orang: Iterable[Orang]) -> None:
        """Add every operand of everybody's sum, with the sum beneath each person's indicators."""
        aturan = self._konteks.aturan
        kolom = _kolom_rincian(aturan)
        ws = self._kepala_tabel("Rincian", kolom)
        gaya = [self._gaya[k.gaya] for k in kolom]
        gaya_jumlah = [self._gaya_jumlah[k.gaya] for k in kolom]
        baris = BARIS_KEPALA
        for o in orang:
            if not o.rincian:
                continue
            semua = [(_indikator(o, b, aturan), gaya) for b in o.rincian]
            for isi, g in [*semua, (_jumlah(o, aturan), gaya_jumlah)]:
                baris += 1
                self._baris(ws, baris, isi, kolom, g)
        ws.autofilter(BARIS_KEPALA, 0, baris, len(kolom) - 1)

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
