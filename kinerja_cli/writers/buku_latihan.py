"""The workbooks of an exercise: those of the offices, the trainer's key, the mark sheet."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from kinerja_cli import __version__
from kinerja_cli.core.latihan.bulan import BULAN, DAERAH
from kinerja_cli.core.latihan.halaman import Halaman
from kinerja_cli.core.latihan.kesalahan import Kesalahan
from kinerja_cli.core.latihan.pemeriksaan import NilaiLatihan, Penanganan
from kinerja_cli.core.latihan.soal import Soal
from kinerja_cli.core.lembar import RumusTanpaHasil, SelGalat
from kinerja_cli.writers.buku import Buku, Kepala, Kolom

_LEBAR_TERKECIL = 6
_SEBELUM_TABEL, _JUDUL, _ISI, _KAKI = range(4)


def berkas_latihan(halaman: Iterable[Halaman]) -> Mapping[str, bytes]:
    """Give the offices' files by name; sheets of one file follow each other."""
    return {
        nama: _csv(next(semua)) if nama.endswith(".csv") else _buku(tuple(semua))
        for nama, semua in groupby(halaman, key=lambda h: h.lembar.berkas)
    }


def _csv(h: Halaman) -> bytes:
    return "".join(";".join(map(str, sel)) + "\r\n" for sel in h.lembar.baris).encode("utf-8-sig")


def _buku(semua: Sequence[Halaman]) -> bytes:
    wadah = io.BytesIO()
    buku = xlsxwriter.Workbook(wadah, {"in_memory": True, "strings_to_formulas": False})
    buku.set_properties({"created": dt.datetime.combine(BULAN.hari_terakhir, dt.time())})
    garis = {"border": 1, "valign": "vcenter"}
    gaya = [
        buku.add_format({"bold": True, "align": "center"}),
        buku.add_format({**garis, "bold": True, "align": "center", "text_wrap": True, "bg_color": "#D9E2EC"}),
        buku.add_format(garis),
        buku.add_format({}),
    ]
    persen = buku.add_format({**garis, "num_format": "0%"})
    for h in semua:
        _lembar(buku.add_worksheet(h.lembar.nama), h, gaya, persen)
    buku.close()
    return wadah.getvalue()


def _lembar(ws: Worksheet, h: Halaman, gaya: Sequence[Format], persen: Format) -> None:
    lembar, akhir = h.lembar, h.akhir_tabel()
    sudut = {(r, k): (r2, k2) for r, k, r2, k2 in lembar.gabungan}
    tertutup = {(r, k) for r1, k1, r2, k2 in lembar.gabungan for r in range(r1, r2 + 1) for k in range(k1, k2 + 1)}
    for r, isi in enumerate(lembar.baris):
        bagian = _SEBELUM_TABEL if r < h.judul[0] else _JUDUL if r < h.awal else _ISI if r < akhir else _KAKI
        for k, sel in enumerate(isi):
            if (r, k) in sudut:
                ws.merge_range(r, k, *sudut[r, k], sel, gaya[bagian])
            elif (r, k) not in tertutup:
                _tulis(ws, r, k, sel, h.rumus.get((r, k), ""), persen if (r, k) in lembar.persen else gaya[bagian])
    for k in range(len(lembar.baris[0])):
        teks = [sel[k] for sel in lembar.baris[h.judul[-1] : akhir]]
        ws.set_column(k, k, 2 + max(_LEBAR_TERKECIL, *(len(satu) for satu in teks if isinstance(satu, str))))
    for r in lembar.baris_tersembunyi:
        ws.set_row(r, None, None, {"hidden": True})
    ws.set_landscape()
    ws.set_paper(9)
    ws.fit_to_pages(1, 0)


def _tulis(ws: Worksheet, r: int, k: int, sel: object, rumus: str, gaya: Format) -> None:
    if rumus:
        hasil = sel.teks if isinstance(sel, SelGalat) else "" if isinstance(sel, RumusTanpaHasil) else sel
        ws.write_formula(r, k, f"={rumus}", gaya, hasil)
    elif isinstance(sel, float):
        ws.write_number(r, k, sel, gaya)
    elif sel:
        ws.write_string(r, k, str(sel), gaya)
    else:
        ws.write_blank(r, k, None, gaya)


def kunci_jawaban(soal: Soal) -> bytes:
    """Give the trainer's key: each planted fault with its place, its repair, and what goes with it."""
    buku = Buku(_kepala("Kunci jawaban latihan", soal.benih))
    kolom = [
        Kolom("No", 6, "bulat"),
        Kolom("Berkas", 40),
        Kolom("Lembar", 12),
        Kolom("Sel", 8),
        Kolom("Kode", 8),
        Kolom("Apa yang salah", 48),
        Kolom("Cara membetulkan", 48),
        Kolom("Ikut hilang bila sudah dibetulkan", 34),
    ]
    isi = (
        (i, k.letak.berkas, k.letak.lembar, k.letak.sel, k.kode, k.salah, k.cara, _akibat(k))
        for i, k in enumerate(soal.kesalahan, 1)
    )
    buku.tabel("Kunci Jawaban", kolom, isi, keterangan="Untuk pelatih. Jangan diberikan sebelum latihan selesai.")
    return buku.tutup()


def hasil_latihan(nilai: NilaiLatihan) -> bytes:
    """Give the mark sheet: each planted fault and what became of it, what was damaged, what is new."""
    buku = Buku(_kepala("Hasil latihan", nilai.benih))
    kolom = [
        Kolom("No", 6, "bulat"),
        Kolom("Berkas", 40),
        Kolom("Lembar", 12),
        Kolom("Sel semula", 9),
        Kolom("Kode", 8),
        Kolom("Hasil", 26),
        Kolom("Petunjuk", 60),
        Kolom("Baca", 22),
    ]
    isi = []
    for i, t in enumerate(nilai.butir, 1):
        k, benar = t.kesalahan, t.penanganan is Penanganan.BENAR
        bantuan = ("", "") if benar else (k.petunjuk, f"kinerja temuan {k.kode}")
        isi.append((i, k.letak.berkas, k.letak.lembar, k.letak.sel, k.kode, t.penanganan.value, *bantuan))
    buku.tabel("Hasil", kolom, isi, keterangan=f"{nilai.ringkas} {' '.join(b.kata for b in nilai.hilang)}")
    if nilai.kerusakan:
        kolom = [Kolom("Letak semula", 60), Kolom("Apa", 50), Kolom("Semula", 26), Kolom("Sekarang", 26)]
        buku.tabel("Rusak", kolom, ((str(r.letak), r.apa, r.semula, r.sekarang) for r in nilai.kerusakan))
    if nilai.baru:
        kolom = [Kolom("Letak", 60), Kolom("Kode", 8), Kolom("Temuan", 60), Kolom("Yang perlu dilakukan", 60)]
        buku.tabel("Temuan Baru", kolom, ((str(t.letak), t.kode, t.pesan, t.saran) for t in nilai.baru))
    return buku.tutup()


def _akibat(k: Kesalahan) -> str:
    return "; ".join(f"{kode} di {f'{letak.lembar}!{letak.sel}' if letak.sel else 'nama berkas'}" for kode, letak in k.akibat)


def _kepala(judul: str, benih: int) -> Kepala:
    return Kepala(
        instansi=f"Pemerintah {DAERAH}",
        judul=judul,
        masa=f"{BULAN.nama}, latihan nomor {benih}",
        aturan="Latihan: semua nama, NIP, dan angka rekaan.",
        versi=__version__,
        bukti="",
        tanggal=BULAN.hari_terakhir,
    )
