"""The workbook of follow-up: proposals, needs, training hours, talent boxes, what came after courses, the rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kinerja_cli.core.lanjut.bulan import BulanOrang
from kinerja_cli.core.lanjut.laporan import (
    JUDUL,
    PENGANTAR,
    LaporanLanjut,
    dasar_lanjut,
    kata_dampak,
    kata_kebutuhan,
    kata_usulan,
)
from kinerja_cli.core.lanjut.tabel import PeranLanjut
from kinerja_cli.core.lanjut.usul import DIUSULKAN
from kinerja_cli.core.temuan import Temuan
from kinerja_cli.writers.buku import BARIS_KEPALA, Buku, Kepala, Kolom, Nilai

KOLOM_USULAN = (
    Kolom(DIUSULKAN.capitalize(), 14),
    Kolom("Mengapa", 46),
    Kolom("Yang bertentangan", 28),
    Kolom("Angka setiap bulan", 32),
    Kolom("Catatan", 22),
)
"""Columns of :func:`kata_usulan`."""
_ORANG = [Kolom("Dinas", 26), Kolom("NIP", 21), Kolom("Nama", 24), Kolom("Jabatan", 24)]
_LEBAR_KOTAK, _TINGGI_KOTAK = 46, 135
_NAMA_TERBANYAK = 6
"""Names in one box of the grid; a sheet of their own has them all."""


def buku_lanjut(laporan: LaporanLanjut, temuan: Sequence[Temuan]) -> bytes:
    """Give the workbook."""
    k = laporan.konteks
    kepala = Kepala(
        instansi=k.instansi,
        judul=JUDUL,
        masa=k.periode.nama,
        aturan=f"{k.aturan.judul} · {k.penetapan}" if k.penetapan else k.aturan.judul,
        versi=k.versi,
        bukti=k.jejak,
        tanggal=k.periode.hari_terakhir,
        kertas=k.kertas,
    )
    buku = _BukuLanjut(kepala)
    buku.tabel("Usulan", [*_ORANG, *KOLOM_USULAN], _usulan(laporan))
    buku.tabel("Belum Cukup Data", [*_ORANG, Kolom("Untuk", 24), Kolom("Bulan yang belum ada", 70)], _belum(laporan))
    if any(d.dikecualikan for d in laporan.dinas):
        kolom = [*_ORANG, Kolom("Ukuran yang terpenuhi", 50), Kolom("Sebab tidak diusulkan promosi", 50)]
        buku.tabel("Tidak Diusulkan", kolom, _dikecualikan(laporan))
    kolom = [
        Kolom("Dinas", 34),
        Kolom("Kode", 10),
        Kolom("Indikator", 40),
        Kolom("Aspek", 22),
        Kolom("Rata-rata capaian", 11, "persen"),
        Kolom("Orang", 8, "bulat"),
        Kolom("Di bawah batas", 9, "bulat"),
        Kolom("Pelatihan yang cocok", 60),
    ]
    buku.tabel("Kebutuhan Pelatihan", kolom, _kebutuhan(laporan))
    if PeranLanjut.REGISTER in laporan.ada:
        kolom = [
            *_ORANG,
            Kolom("JP tahun ini", 10, "persen"),
            Kolom("Kurang JP", 10, "persen"),
            Kolom("Melewati batas", 10, "persen"),
        ]
        buku.tabel("JP", kolom, _jp(laporan))
    if PeranLanjut.POTENSIAL in laporan.ada:
        buku.sembilan_kotak(laporan)
        kolom = [*_ORANG, Kolom("Kotak", 9, "bulat"), Kolom("Kinerja", 14), Kolom("Potensial", 14), Kolom("Arah", 34)]
        buku.tabel("Talenta", kolom, _talenta(laporan))
    if laporan.dampak:
        kolom = [
            Kolom("Pelatihan", 40),
            Kolom("Bulan", 18),
            Kolom("Peserta", 9, "bulat"),
            Kolom("Yang terjadi pada nilainya", 110),
        ]
        buku.tabel(
            "Sesudah Pelatihan",
            kolom,
            ((d.pelatihan, d.bulan.nama, d.peserta, kata_dampak(d, laporan)) for d in laporan.dampak),
        )
    kolom = [
        Kolom("Letak", 44),
        Kolom("Tingkat", 14),
        Kolom("Kode", 8),
        Kolom("Temuan", 60),
        Kolom("Yang perlu dilakukan", 60),
    ]
    buku.tabel("Temuan", kolom, ((str(t.letak), t.tingkat.value, t.kode, t.pesan, t.saran) for t in temuan))
    bukti = [
        ("Sifat usulan", PENGANTAR, ""),
        *(("Catatan", kata, "") for kata in laporan.catatan),
        ("Bulan yang dipakai", ", ".join(p.nama for p in laporan.bulan), ""),
        ("Aturan penilaian", f"{k.aturan.id}, sha256 {k.aturan.sha256}", k.jejak),
        ("Versi", f"kinerja {k.versi}", laporan.aturan.id),
    ]
    kolom = [Kolom("Apa", 44), Kolom("Ketentuan", 70), Kolom("Dasar (kepastian)", 56)]
    buku.tabel("Metode", kolom, [*dasar_lanjut(laporan.aturan), *bukti])
    return buku.tutup()


def _orang(o: BulanOrang) -> tuple[Nilai, ...]:
    return o.dinas, o.nip, o.nama, o.jabatan


def _usulan(laporan: LaporanLanjut) -> Iterator[tuple[Nilai, ...]]:
    for u in (u for d in laporan.dinas for u in d.usulan):
        yield (*_orang(u.orang), *kata_usulan(u))


def _belum(laporan: LaporanLanjut) -> Iterator[tuple[Nilai, ...]]:
    for b in (b for d in laporan.dinas for b in d.belum):
        yield (*_orang(b.orang), ", ".join(b.jenis), "; ".join(f"{p.nama}: {sebab}" for p, sebab in b.kurang))


def _dikecualikan(laporan: LaporanLanjut) -> Iterator[tuple[Nilai, ...]]:
    for x in (x for d in laporan.dinas for x in d.dikecualikan):
        yield (*_orang(x.orang), "; ".join(a.kata for a in x.alasan), x.sebab)


def _kebutuhan(laporan: LaporanLanjut) -> Iterator[tuple[Nilai, ...]]:
    for n in (n for d in laporan.dinas for n in d.kebutuhan):
        kata = kata_kebutuhan(n, laporan.ada)
        yield n.dinas, n.kode, n.indikator, n.aspek, n.rata_rata / 100, n.orang, n.di_bawah, kata


def _jp(laporan: LaporanLanjut) -> Iterator[tuple[Nilai, ...]]:
    for satu in (satu for d in laporan.dinas for satu in d.jp):
        yield (*_orang(satu.orang), satu.jp / 100, satu.kurang / 100 if satu.pns else None, satu.lebih / 100 or None)


def _talenta(laporan: LaporanLanjut) -> Iterator[tuple[Nilai, ...]]:
    for k in (k for baris in laporan.kotak.baris for k in reversed(baris)):
        for o in k.orang:
            yield (*_orang(o), k.kotak.nomor, k.kotak.kinerja.value, k.kotak.potensial.value, k.akibat)


class _BukuLanjut(Buku):
    def sembilan_kotak(self, laporan: LaporanLanjut) -> None:
        """Add the boxes as a grid, best performance on top and lowest potential left, and who is in each."""
        judul = [f"Potensial {k.kotak.potensial}" for k in laporan.kotak.baris[0]]
        kolom = [Kolom("Kinerja", 14), *(Kolom(satu, _LEBAR_KOTAK) for satu in judul)]
        ws = self._kepala_tabel("Sembilan Kotak", kolom)
        for i, baris in enumerate(laporan.kotak.baris, BARIS_KEPALA + 1):
            ws.write_string(i, 0, baris[0].kotak.kinerja.value, self._gaya["teks"])
            ws.set_row(i, _TINGGI_KOTAK)
            for j, k in enumerate(baris, 1):
                sisa = len(k.orang) - _NAMA_TERBANYAK
                lain = [f"dan {sisa} orang lain (lembar Talenta)"] if sisa > 0 else []
                nama = [*(o.nama for o in k.orang[:_NAMA_TERBANYAK]), *lain]
                isi = "\n".join([f"Kotak {k.kotak.nomor}: {len(k.orang)} orang", k.akibat, *nama])
                ws.write_string(i, j, isi, self._gaya["teks"])
        tanpa, belum = laporan.kotak.tanpa_potensial, laporan.kotak.belum_dinilai
        catatan = f"Tanpa potensial: {tanpa} orang. Belum dinilai bulan ini: {belum} orang."
        ws.write_string(BARIS_KEPALA + 2 + len(laporan.kotak.baris), 0, catatan)
