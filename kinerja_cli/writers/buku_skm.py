"""The workbook of a survey: Ringkasan, Unsur, Layanan, Responden, Temuan, Metode."""

from __future__ import annotations

from kinerja_cli import __version__
from kinerja_cli.core.angka import cetak_persen
from kinerja_cli.core.laporan import KERTAS
from kinerja_cli.core.skm.laporan import LaporanSkm, dasar_skm
from kinerja_cli.core.skm.periksa import cetak_bobot
from kinerja_cli.writers.buku_pelengkap import POKOK, Buku, Kolom, Nilai


def buku_skm(laporan: LaporanSkm, kertas: str = KERTAS[0]) -> bytes:
    """Give the workbook, laid out for a paper of :data:`KERTAS`."""
    kepala = (
        (laporan.nama or "Unit pelayanan").upper(),
        "Survei Kepuasan Masyarakat",
        laporan.periode or "Waktu survei tidak disebut",
        laporan.aturan.judul,
    )
    buku = Buku(kepala, laporan.aturan.dasar["indeks"].sejak, kertas)
    buku.tabel("Ringkasan", [Kolom("Apa", 30), Kolom("Hasil", 80)], _ringkasan(laporan), mendatar=False)
    _unsur(buku, laporan)
    if laporan.layanan:
        kolom = [Kolom("Layanan", 44), Kolom("Responden", 11, "bulat"), Kolom("Indeks", 10, "persen"), Kolom("Mutu", 18)]
        kolom += [Kolom("Selang bawah", 10, "persen"), Kolom("Selang atas", 10, "persen"), Kolom("Unsur terendah", 60)]
        buku.tabel("Layanan", kolom, _layanan(laporan))
    if laporan.responden:
        baris = ((k.nama, nama, n) for k in laporan.responden for nama, n in k.isi)
        kolom = [Kolom("Menurut", 20), Kolom("Kelompok", 40), Kolom("Responden", 12, "bulat")]
        buku.tabel("Responden", kolom, baris, mendatar=False)
    kolom = [
        Kolom("Tingkat", 14),
        Kolom("Kode", 8),
        Kolom("Letak", 40),
        Kolom("Temuan", 60),
        Kolom("Yang perlu dilakukan", 60),
    ]
    isi = ((t.tingkat.value, t.kode, str(t.letak), t.pesan, t.saran) for t in laporan.temuan)
    buku.tabel("Temuan", kolom, isi)
    bukti = [(a.nama, f"sha256 {a.sha256}", "berkas asal") for a in laporan.asal]
    isi_metode = (*dasar_skm(laporan), *bukti, ("Versi", f"kinerja {__version__}", laporan.aturan.id))
    buku.tabel("Metode", [Kolom("Apa", 34), Kolom("Ketentuan", 60), Kolom("Dasar (kepastian)", 56)], isi_metode)
    return buku.tutup()


def _ringkasan(laporan: LaporanSkm) -> list[tuple[Nilai, ...]]:
    h = laporan.hasil
    baris: list[tuple[Nilai, ...]] = [("Nilai indeks", None if h.nilai is None else h.nilai / 100)]
    if h.kategori:
        baris.append(("Mutu pelayanan", f"{h.kategori.mutu} ({h.kategori.nama})"))
    baris += [("Responden", h.responden), ("Kecukupan responden", laporan.kata_sampel), ("Keyakinan", laporan.kata_selang)]
    if laporan.lalu:
        waktu = f" ({laporan.lalu.periode})" if laporan.lalu.periode else ""
        baris.append((f"Survei lalu{waktu}", f"{_persen(laporan.lalu.lama.nilai)}: {laporan.lalu.kata}"))
    baris += [(f"Benahi: {u.unsur.nama}", u.unsur.perbaikan) for u in h.terendah]
    return baris


def _unsur(buku: Buku, laporan: LaporanSkm) -> None:
    kolom = [Kolom("Unsur", 44), Kolom("Jumlah nilai", 10, "bulat"), Kolom("Yang menjawab", 11, "bulat")]
    kolom += [Kolom("NRR", 9, "desimal"), Kolom(f"NRR tertimbang (× {cetak_bobot(laporan.hasil.bobot)})", 14, "desimal")]
    kolom += [Kolom("Indeks", 9, "persen"), Kolom("Mutu", 18), Kolom("Dibanding survei lalu", 11, "persen")]
    selisih = {u.id: n / 100 for u, n in laporan.lalu.unsur} if laporan.lalu else {}
    isi: list[tuple[Nilai, ...]] = [
        (
            u.unsur.nama,
            u.jumlah,
            u.banyak,
            float(u.nrr),
            float(u.nrr * laporan.hasil.bobot),
            u.indeks / 100,
            f"{u.kategori.mutu} ({u.kategori.nama})",
            selisih.get(u.unsur.id),
        )
        for u in laporan.hasil.unsur
    ]
    ws = buku.tabel("Unsur", kolom, isi)
    if not isi:
        return
    akhir = buku.awal + len(isi) - 1
    bagan = buku.xl.add_chart({"type": "bar"})
    bagan.add_series(
        {
            "categories": ["Unsur", buku.awal, 0, akhir, 0],
            "values": ["Unsur", buku.awal, 5, akhir, 5],
            "fill": {"color": POKOK},
            "data_labels": {"value": True, "num_format": "0.00"},
            "gap": 50,
        }
    )
    bagan.set_title({"name": "Indeks setiap unsur", "name_font": {"size": 11}})
    bagan.set_legend({"none": True})
    bagan.set_y_axis({"reverse": True})
    bagan.set_x_axis({"min": 0, "max": 100, "major_gridlines": {"visible": False}, "visible": False})
    bagan.set_size({"width": 760, "height": 300})
    ws.insert_chart(akhir + 2, 0, bagan, {"description": "Indeks setiap unsur"})


def _layanan(laporan: LaporanSkm) -> list[tuple[Nilai, ...]]:
    return [
        (
            s.nama,
            s.responden,
            None if s.nilai is None else s.nilai / 100,
            f"{s.kategori.mutu} ({s.kategori.nama})" if s.kategori else "",
            s.selang.bawah / 100 if s.selang else None,
            s.selang.atas / 100 if s.selang else None,
            "; ".join(f"{u.unsur.nama} ({_persen(u.indeks)})" for u in s.terendah),
        )
        for s in laporan.layanan
    ]


def _persen(nilai: int | None) -> str:
    return "–" if nilai is None else cetak_persen(nilai)
