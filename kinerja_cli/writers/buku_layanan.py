"""The workbook of service times: Ringkasan, Jenis, Bulan, Petugas, Belum Selesai, Temuan, Metode."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from kinerja_cli.core.angka import cetak_persen
from kinerja_cli.core.laporan import KERTAS
from kinerja_cli.core.layanan.laporan import LaporanLayanan, Pokok
from kinerja_cli.core.layanan.register import Satuan
from kinerja_cli.core.layanan.ukur import Ukuran
from kinerja_cli.core.periode import cetak_tanggal
from kinerja_cli.core.temuan import Temuan
from kinerja_cli.writers.buku_pelengkap import POKOK, Buku, Kolom, Nilai

_SATUAN = {Satuan.HARI: "hari kerja", Satuan.MENIT: "jam kerja"}
_MENIT_SEJAM = 60
_UKURAN = [
    Kolom("Selesai", 10, "bulat"),
    Kolom("Satuan waktu", 13),
    Kolom("Median", 10, "persen"),
    Kolom("Persentil", 10, "persen"),
]
_STANDAR = [Kolom("Dinilai", 10, "bulat"), Kolom("Dalam standar", 10, "bulat"), Kolom("Dalam standar (%)", 11, "persen")]


def buku_layanan(laporan: LaporanLayanan, temuan: Sequence[Temuan], kertas: str = KERTAS[0]) -> bytes:
    """Give the workbook, laid out for a paper of :data:`KERTAS`.

    Durations are numbers, in working days or in working hours as the column beside them says.
    """
    kepala = (laporan.instansi.upper(), "Waktu Layanan", laporan.cakupan.nama, "; ".join(laporan.jam_kerja))
    buku = Buku(kepala, laporan.cakupan.akhir, kertas)
    _ringkasan(buku, laporan)
    kolom = [Kolom("Jenis Layanan", 34), Kolom("Standar", 14), *_UKURAN, *_STANDAR, Kolom("Belum selesai", 10, "bulat")]
    jenis = (
        (b.nama, b.standar.kata if b.standar else "", *_ukuran(b.ukuran), *_bagian(b.ukuran), b.sisa) for b in laporan.jenis
    )
    buku.tabel("Jenis", kolom, jenis)
    buku.tabel("Bulan", [Kolom("Bulan", 18), Kolom("Jenis Layanan", 34), *_UKURAN, *_STANDAR], _bulan(laporan))
    if laporan.petugas:
        kolom = [
            Kolom("Petugas", 30),
            Kolom("NIP", 22),
            Kolom("Jenis Layanan", 30),
            *_UKURAN,
            *_STANDAR,
            Kolom("Catatan", 30),
        ]
        buku.tabel("Petugas", kolom, _petugas(laporan))
    kolom = [
        Kolom("Nomor", 20), Kolom("Jenis Layanan", 30), Kolom("Diterima", 20), Kolom("Umur (hari kerja)", 10, "bulat"),
        Kolom("Lewat standar", 10), Kolom("Petugas", 28), Kolom("Asal", 60),
    ]  # fmt: skip
    sisa = (
        (b.nomor, b.jenis, cetak_tanggal(b.diterima), b.umur, "ya" if b.lewat else "", b.petugas, b.letak)
        for b in laporan.sisa
    )
    buku.tabel("Belum Selesai", kolom, sisa)
    kolom = [
        Kolom("Letak", 40),
        Kolom("Tingkat", 14),
        Kolom("Kode", 8),
        Kolom("Temuan", 60),
        Kolom("Yang perlu dilakukan", 60),
    ]
    buku.tabel("Temuan", kolom, ((str(t.letak), t.tingkat.value, t.kode, t.pesan, t.saran) for t in temuan))
    bukti = [("Berkas asal", f"{nama}, sidik {sidik}") for nama, sidik in laporan.berkas]
    isi = [*laporan.metode, *_libur(laporan), *bukti, ("Versi", f"kinerja {laporan.versi}")]
    buku.tabel("Metode", [Kolom("Apa", 26), Kolom("Cara", 110)], isi)
    return buku.tutup()


def _ringkasan(buku: Buku, laporan: LaporanLayanan) -> None:
    """Add the front sheet: the counts, the answer, and the backlog by age with a chart."""
    p = laporan.pokok
    isi: list[tuple[Nilai, ...]] = [("Diterima", p.masuk), ("Selesai", p.selesai), ("Belum selesai", p.sisa)]
    if laporan.dikeluarkan:
        isi.append(("Baris tidak dihitung", laporan.dikeluarkan))
    if p.persen is not None:
        isi.append(("Dalam standar waktu", f"{cetak_persen(p.persen)} % ({p.dalam} dari {p.dinilai})"))
    isi += [("Apakah layanan lebih cepat?", laporan.kalimat), *(("", kalimat) for kalimat in laporan.peringatan)]
    awal = len(isi)
    isi += [(f"Belum selesai, {nama}", n) for nama, n in laporan.umur]
    ws = buku.tabel("Ringkasan", [Kolom("Apa", 42), Kolom("Hasil", 70, "bulat")], isi, mendatar=False)
    bagan = buku.xl.add_chart({"type": "bar"})
    dari, sampai = buku.awal + awal, buku.awal + len(isi) - 1
    bagan.add_series(
        {
            "categories": [ws.get_name(), dari, 0, sampai, 0],
            "values": [ws.get_name(), dari, 1, sampai, 1],
            "fill": {"color": POKOK},
            "data_labels": {"value": True},
            "gap": 60,
        }
    )
    bagan.set_title({"name": "Belum selesai menurut umur (dokumen)", "name_font": {"size": 11}})
    bagan.set_legend({"none": True})
    bagan.set_y_axis({"reverse": True})
    bagan.set_x_axis({"min": 0, "major_gridlines": {"visible": False}, "visible": False})
    bagan.set_size({"width": 620, "height": 220})
    ws.insert_chart(sampai + 2, 0, bagan, {"description": "Belum selesai menurut umur"})


def _ukuran(u: Ukuran) -> tuple[Nilai, ...]:
    return u.selesai, _SATUAN[u.satuan], _lama(u.median, u.satuan), _lama(u.persentil, u.satuan)


def _bagian(u: Ukuran | Pokok) -> tuple[Nilai, ...]:
    return u.dinilai, u.dalam, _persen(u.persen)


def _lama(nilai: Fraction | int | None, satuan: Satuan) -> float | None:
    if nilai is None:
        return None
    return float(nilai) if satuan is Satuan.HARI else float(Fraction(nilai, _MENIT_SEJAM))


def _persen(seperseratus: int | None) -> float | None:
    return None if seperseratus is None else seperseratus / 100


def _bulan(laporan: LaporanLayanan) -> Iterator[tuple[Nilai, ...]]:
    for i, b in enumerate(laporan.bulan):
        yield (b.nama, "Semua jenis", b.selesai, "", None, None, *_bagian(b))
        for j in laporan.jenis:
            yield (b.nama, j.nama, *_ukuran(j.bulan[i]), *_bagian(j.bulan[i]))


def _petugas(laporan: LaporanLayanan) -> Iterator[tuple[Nilai, ...]]:
    for p in laporan.petugas:
        catatan = (
            "" if p.cukup else f"tidak diperbandingkan (kurang dari {laporan.batas.petugas} dokumen, atau tidak dicatat)"
        )
        bagian: tuple[Nilai, ...] = (p.dinilai, p.dalam, _persen(p.persen)) if p.cukup else (None, None, None)
        yield (p.nama, p.nip, "Semua jenis", p.selesai, "", None, None, *bagian, catatan)
        for nama, u in p.jenis if p.cukup else ():
            yield (p.nama, p.nip, nama, *_ukuran(u), *_bagian(u), "")


def _libur(laporan: LaporanLayanan) -> Iterator[tuple[Nilai, ...]]:
    for hari, nama in laporan.libur:
        yield ("Hari libur", f"{cetak_tanggal(hari)}: {nama}")
