"""The workbook of the regency."""

from __future__ import annotations

from kinerja_cli.core.aturan import Aturan
from kinerja_cli.core.laporan import LaporanDaerah, Orang, Ringkasan
from kinerja_cli.writers.buku import Kolom, Nilai
from kinerja_cli.writers.excel.bulan import TEPI, BukuBulan, baris_belum, baris_tepi, persen
from kinerja_cli.writers.excel.pegawai import ORANG, kolom_hasil, kolom_peringkat


def buku_rekap(laporan: LaporanDaerah) -> bytes:
    """Give the workbook of the regency: Ringkasan, Dinas, Pegawai, Belum Dinilai, Garis Batas, Metode."""
    buku = BukuBulan(laporan.konteks, f"Rekap Kinerja {laporan.konteks.instansi}")
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
    orang = (_orang(o, aturan, o.dinas, o.peringkat, o.peringkat_dinas) for o in laporan.dinilai)
    buku.hiasi_pegawai(buku.tabel("Pegawai", kolom, orang), kolom, len(laporan.dinilai))
    kolom = [*ORANG, Kolom("Dinas", 40), Kolom("Keadaan", 16), Kolom("Alasan", 70)]
    buku.tabel("Belum Dinilai", kolom, ((*baris_belum(o)[:4], o.dinas, *baris_belum(o)[4:]) for o in laporan.belum))
    kolom = [*TEPI[:2], Kolom("Dinas", 40), *TEPI[2:]]
    buku.tabel("Garis Batas", kolom, map(baris_tepi, laporan.telaah.tepi), keterangan=laporan.telaah.ringkas)
    buku.metode(laporan.telaah)
    return buku.tutup()


def _hasil(o: Orang, aturan: Aturan) -> tuple[Nilai, ...]:
    if aturan.berangka:
        return (*map(persen, o.aspek), persen(o.nilai), o.predikat)
    return (o.hasil_kerja, o.perilaku, o.predikat)


def _orang(o: Orang, aturan: Aturan, tempat: str, peringkat: int, peringkat_lain: int) -> tuple[Nilai, ...]:
    isi = (o.nip, o.nama, o.jabatan, o.golongan, tempat, *_hasil(o, aturan))
    return (peringkat, *isi, peringkat_lain, o.catatan) if aturan.berangka else (*isi, o.catatan)


def _dinas(r: Ringkasan, aturan: Aturan) -> tuple[Nilai, ...]:
    rata = (persen(r.rata_rata), *(persen(n) for _, n in r.aspek)) if aturan.berangka else ()
    return (r.nama, r.orang, r.dinilai, r.orang - r.dinilai, *rata, *(n for _, n in r.predikat))
