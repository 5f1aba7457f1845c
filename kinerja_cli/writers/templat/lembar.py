"""The sheets of the templates: their columns, and what is filled in beforehand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from kinerja_cli.core.angka import SKALA_BOBOT, cetak_angka, cetak_pendek
from kinerja_cli.core.aturan import Aturan
from kinerja_cli.core.kolom import JUDUL
from kinerja_cli.core.skema import BERAKHLAK, PEGAWAI
from kinerja_cli.writers.templat.buku import Buku, Kolom

_NIP = Kolom("NIP", 21, "18 angka, sebagai teks", wajib=True, teks=True)
_PEGAWAI = (
    _NIP,
    Kolom("Nama", 32, "nama lengkap dengan gelar", wajib=True),
    Kolom("Dinas", 40, "nama perangkat daerah, sama untuk semua pegawainya", wajib=True, pilihan="Dinas"),
    Kolom("Jabatan", 32, "nama jabatan"),
    Kolom("Jenis Jabatan", 16, "struktural, fungsional, atau pelaksana"),
    Kolom("Golongan", 14, "golongan ruang, misalnya III/c"),
    Kolom("Unit Kerja", 26, "bidang atau bagian"),
    Kolom("NIP Penilai", 21, "NIP atasan yang menilai", teks=True),
    Kolom("Status", 15, "kosong berarti aktif", pilihan="Status"),
    Kolom("Mulai", 12, "bila bertugas hanya sebagian bulan: tanggal mulai, misalnya 15/01/2025"),
    Kolom("Selesai", 12, "bila bertugas hanya sebagian bulan: tanggal selesai"),
)
_INDIKATOR = (
    Kolom("Kode", 12, "kode singkat, misalnya DKC-01", wajib=True),
    Kolom("Indikator", 44, "apa yang diukur", wajib=True),
    Kolom("Aspek", 24, "pilih dari daftar", wajib=True, pilihan="Aspek"),
    Kolom("Bobot", 9, "persen; jumlah bobot setiap orang tepat 100", wajib=True),
    Kolom("Arah", 9, "naik: makin besar makin baik; turun: makin kecil makin baik", wajib=True, pilihan="Arah"),
    Kolom("Target", 12, "angka target sebulan", wajib=True),
    Kolom("Satuan", 12, "misalnya berkas, hari, persen"),
    Kolom("Target Atas", 12, "hanya bila target berupa rentang: ujung atasnya"),
    Kolom("Berlaku Untuk", 36, "dinas atau jabatan, dipisah titik koma; kosong berarti semua"),
)
_REALISASI = (
    _NIP,
    Kolom("Nama", 32, "boleh kosong; memudahkan pemeriksaan"),
    Kolom("Kode Indikator", 14, "kode dari lembar Indikator", wajib=True, pilihan="Kode"),
    Kolom("Uraian Indikator", 44, "hanya untuk dibaca", kunci=True),
    Kolom("Acuan Target", 20, "target dan satuannya, hanya untuk dibaca", kunci=True),
    Kolom("Realisasi", 13, "angka hasil bulan ini; n/a bila indikatornya tidak berlaku bagi orang itu", wajib=True),
    Kolom("Keterangan", 34, "alasan n/a, atau catatan lain"),
)
_IDE_BARU = (
    _NIP,
    Kolom("Nama", 32, "boleh kosong"),
    Kolom("Uraian", 60, "ide baru atau cara baru yang diciptakan bulan ini", wajib=True),
    Kolom("Bukti", 40, "nomor surat, tautan, atau nama berkas"),
)
_INOVASI = (
    Kolom("Judul Inovasi", 44, "satu baris satu inovasi", wajib=True),
    Kolom("Tahap", 14, "pilih dari daftar; tahap yang sudah dicapai", wajib=True, pilihan="Tahap"),
    Kolom("NIP Pemilik", 44, "satu NIP, atau beberapa dipisah titik koma; nama boleh ikut ditulis", wajib=True, teks=True),
    Kolom("Bukti", 40, "tautan, nomor SK, atau nama berkas; tanpa bukti tidak dihitung"),
    Kolom("Tanggal", 12, "sejak kapan pada tahap itu, misalnya 15/01/2025; inovasi dihitung pada bulan itu"),
    Kolom("Indikator", 14, "kode indikator yang realisasinya diisi register ini; boleh kosong", pilihan="Kode"),
    Kolom("Keterangan", 34, "catatan lain"),
)
_LENGKAP = (
    "Register lengkap:",
    "nama dinas, bila semua inovasinya sudah di sini; yang tanpa inovasi mendapat 0, bukan kosong",
)
_TERBAIK = Kolom("Hasil Terbaik", 12, "hanya bila diketahui: hasil terbaik yang mungkin, misalnya 100 untuk persen")
_TANPA_SEL: Final = frozenset({"sumber", "baris"})


def _pegawai(buku: Buku) -> None:
    kolom = [k for k in PEGAWAI if k not in _TANPA_SEL]
    buku.lembar("Pegawai", _PEGAWAI, buku.isi.pegawai[kolom].itertuples(index=False))


def _indikator(buku: Buku) -> None:
    baris = (
        (
            *(
                i.kode,
                i.indikator,
                i.aspek,
                i.bobot / SKALA_BOBOT,
                i.arah,
                i.target,
                i.satuan,
                i.target_atas,
                i.berlaku_untuk,
            ),
            *((i.terbaik,) if buku.isi.aturan.pita else ()),
        )
        for i in buku.isi.indikator.itertuples(index=False)
    )
    kolom = _INDIKATOR if buku.isi.aturan.pakai_bobot else tuple(_tanpa_bobot(k) for k in _INDIKATOR)
    buku.lembar("Indikator", (*kolom, *((_TERBAIK,) if buku.isi.aturan.pita else ())), baris)


def _tanpa_bobot(kolom: Kolom) -> Kolom:
    """Say of Bobot that the rule set weighs tasks equally; the column must be there all the same."""
    if kolom.judul != "Bobot":
        return kolom
    return replace(kolom, bantuan="isi angka lebih dari 0; aturan yang dipakai memberi bobot yang sama kepada setiap tugas")


def _acuan(target: float, target_atas: float, satuan: str) -> str:
    atas = f"–{cetak_angka(target_atas)}" if target_atas == target_atas else ""
    return f"{cetak_angka(target)}{atas} {satuan}".strip()


def _realisasi(buku: Buku) -> None:
    isi = buku.isi
    gabung = isi.berlaku.merge(isi.pegawai[["nip", "nama"]], on="nip").merge(isi.indikator, left_on="i", right_index=True)
    baris = (
        (b.nip, b.nama, b.kode, b.indikator, _acuan(b.target, b.target_atas, b.satuan), None, "")
        for b in gabung.sort_values(["nip", "i"]).itertuples(index=False)
    )
    buku.lembar("Realisasi", _REALISASI, baris)


def _realisasi_lebar(buku: Buku) -> None:
    isi = buku.isi
    kode = list(dict.fromkeys(isi.indikator["kode"]))
    catatan = {
        2 + kode.index(i.kode): f"{i.indikator}. Target {_acuan(i.target, i.target_atas, i.satuan)}, arah {i.arah}."
        for i in isi.indikator.itertuples(index=False)
    }
    kolom = (
        _NIP,
        _REALISASI[1],
        *(Kolom(k, 12, "realisasi indikator ini; n/a bila tidak berlaku", wajib=True) for k in kode),
    )
    nip = sorted(isi.berlaku["nip"].unique())
    nama = dict(zip(isi.pegawai["nip"], isi.pegawai["nama"], strict=True))
    ws = buku.lembar("Realisasi", kolom, ((n, nama[n], *[None] * len(kode)) for n in nip), catatan)
    if not kode:
        buku.bebaskan_kanan(ws, len(kolom))
        return
    berlaku = set(zip(isi.berlaku["nip"], isi.berlaku["i"].map(isi.indikator["kode"]), strict=True))
    for r, n in enumerate(nip):
        for i, k in enumerate(kode, 2):
            if (n, k) not in berlaku:
                buku.kunci_sel(ws, r, i)


def kolom_perilaku(aturan: Aturan) -> tuple[Kolom, ...]:
    """Give what a rater has to fill in under a rule set, besides NIP and name."""
    kolom: list[Kolom] = []
    if aturan.matriks and not aturan.perlu_indikator:
        kolom.append(Kolom("Hasil Kerja", 24, "sebutan hasil kerja; pilih dari daftar", wajib=True, pilihan="Sebutan"))
    if aturan.matriks:
        kolom.append(Kolom("Perilaku", 24, "satu sebutan atas ketujuh nilai BerAKHLAK", wajib=True, pilihan="Sebutan"))
    if aturan.perilaku:
        skala = f"{cetak_pendek(aturan.perilaku.paling_rendah)} sampai {cetak_pendek(aturan.perilaku.paling_tinggi)}"
        kolom += [Kolom(JUDUL[k], 16, f"angka {skala}; isi ketujuhnya, atau kosongkan semuanya") for k in BERAKHLAK]
        kolom.append(Kolom("Perilaku", 12, f"satu nilai {skala}, bila ketujuh nilai tidak dirinci"))
    if aturan.tambahan:
        terbanyak = cetak_pendek(aturan.tambahan.nilai)
        kolom.append(Kolom("Kinerja Tambahan", 18, f"angka yang ditetapkan penilai, paling banyak {terbanyak}"))
    return tuple(kolom)


def _perilaku(buku: Buku) -> None:
    kolom = kolom_perilaku(buku.isi.aturan) or (Kolom("Perilaku", 24, "aturan yang dipakai tidak memakai perilaku"),)
    orang = buku.isi.pegawai[["nip", "nama"]].itertuples(index=False)
    buku.lembar("Perilaku", (_NIP, _REALISASI[1], *kolom), ((o.nip, o.nama, *[None] * len(kolom)) for o in orang))


def _ide_baru(buku: Buku) -> None:
    buku.lembar("Ide Baru", _IDE_BARU, ())


def _inovasi(buku: Buku) -> None:
    buku.lembar("Register Inovasi", _INOVASI, (), pernyataan=_LENGKAP)


LEMBAR: Final[Mapping[str, Callable[[Buku], None]]] = {
    "pegawai": _pegawai,
    "indikator": _indikator,
    "realisasi": _realisasi,
    "realisasi-lebar": _realisasi_lebar,
    "perilaku": _perilaku,
    "ide-baru": _ide_baru,
    "inovasi": _inovasi,
}
