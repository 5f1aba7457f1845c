"""The workbook of a recap: Ringkasan, Dinas, Pegawai, Pindah Masuk Keluar, Angka Kredit where asked for, Metode."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja_cli.core.laporan import KERTAS
from kinerja_cli.core.laporan_rekap import CARA, TIDAK_TERDAFTAR, Kelompok, OrangRekap, Rekap, Sel
from kinerja_cli.core.periode import NAMA_BULAN, Periode
from kinerja_cli.writers.buku import BARIS_KEPALA, WARNA_PREDIKAT, Buku, Kepala, Kolom, Nilai


def buku_rekap_bulan(rekap: Rekap, kertas: str = KERTAS[0]) -> bytes:
    """Give the workbook of a recap, laid out for a paper of :data:`KERTAS`."""
    kepala = Kepala(
        instansi=rekap.instansi,
        judul=f"Rekap Kinerja {rekap.instansi}",
        masa=rekap.rentang.nama,
        aturan=rekap.judul_aturan,
        versi=rekap.versi,
        bukti=rekap.jejak[-1][1],
        tanggal=rekap.rentang.hari_terakhir,
        kertas=kertas,
    )
    buku = _BukuRekap(kepala)
    buku.ringkasan(rekap)
    _dinas(buku, rekap)
    _pegawai(buku, rekap)
    kolom = [Kolom("NIP", 20), Kolom("Nama", 30), Kolom("Peristiwa", 14), Kolom("Bulan", 22), Kolom("Keterangan", 70)]
    isi = ((p.nip, p.nama, p.jenis, p.bulan, p.keterangan) for p in rekap.perjalanan)
    buku.tabel("Pindah, Masuk, Keluar", kolom, isi)
    if rekap.angka_kredit:
        _angka_kredit(buku, rekap)
    kolom = [Kolom("Apa", 36), Kolom("Ketentuan", 70), Kolom("Dasar (kepastian)", 44)]
    buku.tabel("Metode", kolom, _metode(rekap))
    return buku.tutup()


def _dinas(buku: Buku, rekap: Rekap) -> None:
    organisasi = any(k.organisasi for k in (rekap.daerah, *rekap.dinas))
    kolom = [
        Kolom("Dinas", 46),
        Kolom("Pegawai dinilai", 10, "bulat"),
        Kolom("Orang-bulan", 11, "persen"),
        Kolom("Rata-rata nilai", 10, "persen"),
        *(Kolom(f"{nama} (%)", 11, "persen") for nama, _ in rekap.daerah.persen),
        *([Kolom("Predikat organisasi", 16), Kolom("Sebaran dan saran", 60)] if organisasi else []),
    ]

    def baris(k: Kelompok) -> tuple[Nilai, ...]:
        saran = (k.organisasi, "; ".join(k.saran)) if organisasi else ()
        return (
            k.nama,
            k.orang,
            *map(_persen, (k.orang_bulan_cetak, k.rata_rata)),
            *(_persen(n) for _, n in k.persen),
            *saran,
        )

    buku.tabel("Dinas", kolom, map(baris, rekap.dinas), jumlah=baris(rekap.daerah))


def _pegawai(buku: Buku, rekap: Rekap) -> None:
    kolom = [
        Kolom("NIP", 20),
        Kolom("Nama", 28),
        Kolom("Jabatan", 26),
        Kolom("Golongan", 10),
        Kolom("Dinas (bulan terakhir)", 36),
        *(_kolom_bulan(p, p in rekap.bulan) for p in rekap.rentang.bulan),
        Kolom("Rata-rata", 10, "persen"),
        Kolom("Bulan bernilai", 9, "bulat"),
        Kolom("Predikat (bulan)", 22),
        Kolom("Bulan tanpa nilai", 34),
        Kolom("Catatan", 34),
    ]
    tersimpan = [p in rekap.bulan for p in rekap.rentang.bulan]

    def baris(o: OrangRekap) -> tuple[Nilai, ...]:
        bulan = (_sel(s) if ada else None for s, ada in zip(o.bulan, tersimpan, strict=True))
        predikat = ", ".join(f"{nama} {n}" for nama, n in o.predikat)
        siapa = (o.nip, o.nama, o.jabatan, o.golongan, o.dinas)
        return (*siapa, *bulan, _persen(o.rata_rata), o.banyak, predikat, o.tanpa, o.catatan)

    buku.tabel("Pegawai", kolom, map(baris, rekap.orang), kolom_tetap=2)


def _kolom_bulan(p: Periode, tersimpan: bool) -> Kolom:
    nama = NAMA_BULAN[p.bulan - 1]
    return Kolom(nama, 11, "bulan") if tersimpan else Kolom(f"{nama} (belum dihitung)", 17, "bulan")


def _sel(s: Sel) -> Nilai:
    if s.nilai is not None:
        return _persen(s.nilai)
    return s.predikat or ("–" if s.sebab == TIDAK_TERDAFTAR else s.sebab)


def _angka_kredit(buku: Buku, rekap: Rekap) -> None:
    kolom = [
        Kolom("NIP", 20),
        Kolom("Nama", 28),
        Kolom("Jenjang", 14),
        Kolom("Predikat tahunan", 16),
        Kolom("Bulan", 8, "bulat"),
        Kolom("Asal bulan", 16),
        Kolom("Hitungan", 34),
        Kolom("Angka kredit", 10, "persen"),
        Kolom("Dasar (kepastian)", 60),
    ]
    isi = (
        (
            a.nip, a.nama, a.jenjang, a.predikat, a.bulan, "menurut rekap" if a.menurut_rekap else "tertulis", a.cara,
            _persen(a.angka), a.dasar,
        )
        for a in rekap.angka_kredit
    )  # fmt: skip
    buku.tabel("Angka Kredit", kolom, isi)


def _metode(rekap: Rekap) -> Iterator[tuple[Nilai, ...]]:
    for apa, ketentuan in CARA:
        yield apa, ketentuan, "cara merekap"
    for a in rekap.aturan:
        yield f"Aturan: {a.judul}", f"{a.bulan}{f' · {a.penetapan}' if a.penetapan else ''}", f"{a.id}, sha256 {a.sha256}"
    yield from rekap.dasar
    for bulan, jejak in rekap.jejak:
        yield f"Jejak audit {bulan}", jejak, ""
    yield "Versi", f"kinerja {rekap.versi}", ""


def _persen(seperseratus: int | None) -> float | None:
    return None if seperseratus is None else seperseratus / 100


class _BukuRekap(Buku):
    def ringkasan(self, rekap: Rekap) -> None:
        """Add the front sheet: the regency's figures, its categories with a chart, and what must be known first."""
        ws = self._lembar("Ringkasan", mendatar=False)
        ws.set_column(0, 0, 40)
        ws.set_column(1, 1, 14)
        ws.set_column(2, 6, 11)
        d = rekap.daerah
        isi: list[tuple[str, Nilai]] = [
            ("Pegawai yang dinilai", d.orang),
            ("Dinas", len(rekap.dinas)),
            ("Bulan", len(rekap.bulan)),
        ]
        baris = self._bagian(ws, BARIS_KEPALA, "Daerah", isi, "bulat")
        angka = [("Orang-bulan", _persen(d.orang_bulan_cetak)), ("Rata-rata nilai", _persen(d.rata_rata))]
        for nama, nilai in angka:
            ws.write_string(baris, 0, nama, self._gaya["teks"])
            self._tulis(ws, baris, 1, nilai, self._gaya["persen"])
            baris += 1
        mulai = baris + 2
        akhir = self._bagian(ws, mulai - 1, "Predikat, % orang-bulan", [(n, _persen(x)) for n, x in d.persen], "persen")
        warna = [{"fill": {"color": WARNA_PREDIKAT[min(i, 4)]}} for i in range(len(d.persen))]
        self._bagan(ws, "Predikat (% orang-bulan)", mulai, akhir - 1, warna, None)
        bawah = max(akhir, mulai + 11) + 1
        ws.write_string(bawah, 0, "Yang perlu diketahui", self._gaya["bagian"])
        penting = (*rekap.catatan, f"{CARA[-1][0]}: {CARA[-1][1]}.", f"Orang-bulan: {dict(CARA)['Orang-bulan']}.")
        for baris, teks in enumerate(penting, bawah + 1):
            ws.merge_range(baris, 0, baris, 6, teks, self._gaya["teks"])
            ws.set_row(baris, 15 * (1 + len(teks) // 110))
