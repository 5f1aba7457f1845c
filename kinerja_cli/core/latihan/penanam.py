"""Draws the faults of a practice month: what an office's workbook is damaged by, once each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kinerja_cli.core.angka import cetak_angka
from kinerja_cli.core.latihan.bulan import BULAN, PERSEN, RIBUAN, TIDAK_BERLAKU, BulanLatihan, Indikator, Pegawai
from kinerja_cli.core.latihan.halaman import UPT, Halaman, Tempat
from kinerja_cli.core.latihan.kesalahan import BarisTambahan, BarisTersembunyi, IsiSel, Kesalahan
from kinerja_cli.core.latihan.undian import Undian
from kinerja_cli.core.lembar import RumusTanpaHasil, SelGalat
from kinerja_cli.core.temuan import Letak

_JUMLAH: Final = "Angkanya adalah JUMLAH di bawah tabel dikurangi sel-sel lain di kolom itu."
_DAFTAR_PEGAWAI: Final = "Cari namanya di tabel Pegawai: NIP yang benar tertulis di sana."
_DIGIT_EXCEL: Final = 15


@dataclass(frozen=True)
class _Rusak:
    """What becomes of a realisasi: the cell, what is wrong with it, and its repair."""

    isi: object
    salah: str
    cara: str
    petunjuk: str = _JUMLAH
    rumus: str = ""
    persen: bool = False


_RUSAK: Mapping[str, Callable[[int], _Rusak]] = {
    "S01": lambda n: _Rusak(SelGalat("#REF!"), "berisi #REF!", f"Ketik {n}.", rumus="SUM(#REF!)"),
    "S02": lambda n: _Rusak(
        RumusTanpaHasil(),
        "berisi rumus tanpa hasil",
        f"Buka dan simpan berkasnya di Excel, atau ketik hasilnya: {n}.",
        "Buka berkasnya dengan Excel atau LibreOffice, lalu simpan: hasil rumusnya ikut tersimpan.",
        rumus=f"{n // 2}+{n - n // 2}",
    ),
    "S05": lambda n: _Rusak(
        f"{n // 1000}.{n % 1000:03d}",
        "tersimpan sebagai teks yang dapat berarti ribuan atau desimal",
        f"Ketik {n} sebagai angka, tanpa titik.",
        "Bandingkan dengan targetnya dan sel lain di kolom itu: ribuan atau desimal?",
    ),
    "S10": lambda n: _Rusak(
        n / 100,
        f"berformat persen, padahal targetnya angka biasa: terbaca {cetak_angka(n / 100)}",
        f"Ubah format selnya menjadi Umum, lalu ketik {n}.",
        "Sel lain di kolom itu angka biasa; ketik angka yang tampak tanpa tanda persen.",
        persen=True,
    ),
    "R05": lambda n: _Rusak(float(-n), "negatif", f"Ketik {n}."),
    "R06": lambda n: _Rusak("", "kosong", f"Ketik {n}."),
    "R06-": lambda n: _Rusak("-", "berisi tanda hubung, bukan angka", f"Ketik {n}."),
}
"""The ways in which a cell of a wide sheet is damaged, by the finding that comes of it."""


def undi_kesalahan(undian: Undian, bulan: BulanLatihan, halaman: Sequence[Halaman]) -> tuple[Kesalahan, ...]:
    """Draw where each fault stands; they come in the order of the sheets."""
    urutan = {h.tempat: i for i, h in enumerate(halaman)}
    semua = _Penanam(undian, bulan, halaman).semua()
    return tuple(sorted(semua, key=lambda k: urutan[Tempat(k.letak.berkas, k.letak.lembar)]))


class _Penanam:
    """Makes each kind of fault; people are dealt out, so that no two faults stand in one person's row of a sheet."""

    def __init__(self, undian: Undian, bulan: BulanLatihan, halaman: Sequence[Halaman]) -> None:
        self.undian, self.bulan = undian, bulan
        self.pegawai, self.indikator, lebar, self.ide, _, lebar_sendiri, self.kantor, self.upt, _ = halaman
        self.lebar = (lebar, lebar_sendiri)
        pertama, kedua, ketiga, keempat = bulan.dinas
        self.pusat = (pertama, ketiga, keempat)  # the offices whose indicators stand in the regency's list
        tak_lengkap = {nip for (nip, _), nilai in bulan.realisasi.items() if nilai == TIDAK_BERLAKU}
        self.antre = (
            undian.kocok(pertama.orang),
            undian.kocok([o for o in kedua.orang if o.nip not in tak_lengkap]),
            undian.kocok([o for o in ketiga.orang[:-UPT] if not o.status]),
            undian.kocok(keempat.orang),
        )

    def semua(self) -> tuple[Kesalahan, ...]:
        """Make them all, first those that choose among people."""
        return (
            self._nip_terketik_dua_kali(),
            self._baris_ganda(),
            self._dinas_salah_ketik(),
            self._bobot_kurang(),
            self._aspek_salah_ketik(),
            *self._sel_lebar(),
            self._baris_tersembunyi(),
            self._nip_rusak(),
            self._periode_bulan_lalu(),
            self._nip_salah_ketik(),
            self._kode_salah_ketik(),
            self._dua_realisasi(),
            self._target_nol(),
            self._judul_salah_ketik(),
        )

    # Pegawai and Indikator ------------------------------------------------------------------------------------------

    def _nip_terketik_dua_kali(self) -> Kesalahan:
        h, realisasi = self.pegawai, self.lebar[0]
        ide = [o for o in self.antre[0] if o.nip not in self.bulan.ide]
        a, b = sorted(ide[:2], key=lambda o: h.baris(nip=o.nip))
        for o in (a, b):
            self.antre[0].remove(o)
        return Kesalahan(
            "P03",
            h.letak(h.baris(nip=b.nip), "nip"),
            f"NIP {b.nama} tertulis {a.nip}, NIP milik {a.nama}.",
            f"Ketik NIP {b.nama} yang benar: {b.nip} (ada di berkas realisasi dinasnya).",
            "Cari nama di baris itu di berkas realisasi dinasnya: NIP-nya tertulis di sana.",
            (self._sel(h, h.baris(nip=b.nip), "nip", a.nip),),
            (("R01", realisasi.letak(realisasi.baris(nip=b.nip), "nip")),),
        )

    def _baris_ganda(self) -> Kesalahan:
        h, o = self.pegawai, self.antre[3].pop()
        r = h.akhir_data()
        return Kesalahan(
            "P04",
            h.letak(r, "nip"),
            f"Baris {o.nama} tersalin sekali lagi di akhir tabel.",
            "Hapus baris itu.",
            "Satu orang cukup satu baris: hapus baris yang berlebih, bukan keduanya.",
            (BarisTambahan(h.tempat, r, tuple(h.lembar.baris[h.baris(nip=o.nip)])),),
        )

    def _dinas_salah_ketik(self) -> Kesalahan:
        h, o = self.pegawai, self.antre[1].pop()
        r = h.baris(nip=o.nip)
        benar = self.bulan.dinas[1].nama
        salah = _tertukar(benar)
        return Kesalahan(
            "P06",
            h.letak(r, "dinas"),
            f"Dinas {o.nama} tertulis “{salah}”.",
            f"Ketik “{benar}”.",
            "Samakan dengan penulisan dinas itu di baris lain.",
            (self._sel(h, r, "dinas", salah),),
        )

    def _bobot_kurang(self) -> Kesalahan:
        h = self.indikator
        ik = self.undian.pilih(self.pusat).indikator[0]
        r = h.baris(kode=ik.kode)
        salah = ik.bobot - 0.01
        return Kesalahan(
            "I01",
            h.letak(r, "bobot"),
            f"Bobot {ik.kode} tertulis {cetak_angka(salah)}, sehingga jumlahnya 99,99.",
            f"Ketik {ik.bobot}.",
            "Bobot lain di kelompok itu bulat; ubah yang tidak bulat.",
            (self._sel(h, r, "bobot", salah),),
        )

    def _aspek_salah_ketik(self) -> Kesalahan:
        h = self.indikator
        ik = self.undian.pilih([ik for d in self.pusat for ik in d.indikator])
        r = h.baris(kode=ik.kode)
        salah = _tertukar(ik.aspek)
        return Kesalahan(
            "I03",
            h.letak(r, "aspek"),
            f"Aspek {ik.kode} tertulis “{salah}”.",
            f"Ketik “{ik.aspek}”.",
            "Samakan dengan penulisan aspek itu di baris lain.",
            (self._sel(h, r, "aspek", salah),),
        )

    # Wide sheets ----------------------------------------------------------------------------------------------------

    def _sel_lebar(self) -> Iterator[Kesalahan]:
        """Damage one cell a column, so that the total beneath it tells what stood there."""
        persen, ribuan = ([(i, k) for i in self.undian.kocok((0, 1))] for k in (PERSEN, RIBUAN))
        lain = [(i, k) for i in (0, 1) for k in range(len(self.bulan.dinas[i].indikator)) if k not in (PERSEN, RIBUAN)]
        yield self._satu(*persen[0], "S10")
        yield self._satu(*ribuan[0], "S05")
        tempat = self.undian.kocok([persen[1], ribuan[1], *lain])
        for (i, k), kode in zip(tempat, ("S01", "S02", "R05", "R06", "R06-"), strict=False):
            yield self._satu(i, k, kode)

    def _satu(self, i: int, k: int, kode: str) -> Kesalahan:
        h, o, ik = self.lebar[i], self.antre[i].pop(), self.bulan.dinas[i].indikator[k]
        r = h.baris(nip=o.nip)
        rusak = _RUSAK[kode](int(self.bulan.realisasi[o.nip, ik.kode]))
        return Kesalahan(
            kode.partition("-")[0],
            h.letak(r, ik.kode),
            f"Realisasi {ik.kode} milik {o.nama} {rusak.salah}.",
            rusak.cara,
            rusak.petunjuk,
            (IsiSel(h.tempat, r, h.kolom[ik.kode], rusak.isi, rusak.rumus, rusak.persen),),
        )

    def _baris_tersembunyi(self) -> Kesalahan:
        h, o = self.lebar[1], self.antre[1].pop()
        r = h.baris(nip=o.nip)
        return Kesalahan(
            "L08",
            h.letak(r, "nomor"),
            f"Baris {o.nama} tersembunyi.",
            "Tampilkan barisnya, jangan dihapus: orangnya ada di tabel Pegawai, dan angkanya termasuk di baris JUMLAH.",
            "Cari orangnya di tabel Pegawai: bila masih aktif, barisnya ditampilkan, bukan dihapus.",
            (BarisTersembunyi(h.tempat, r),),
        )

    # Ide Baru -------------------------------------------------------------------------------------------------------

    def _nip_rusak(self) -> Kesalahan:
        h = self.ide
        o = self.undian.pilih([o for o in self.bulan.dinas[0].orang if o.nip in self.bulan.ide])
        r = h.baris(nip=o.nip)
        return Kesalahan(
            "S03",
            h.letak(r, "nip"),
            f"NIP {o.nama} tersimpan sebagai angka; tiga angka terakhirnya hilang.",
            f"Ubah format selnya menjadi Teks, lalu ketik {o.nip}.",
            _DAFTAR_PEGAWAI,
            (self._sel(h, r, "nip", float(o.nip[:_DIGIT_EXCEL].ljust(len(o.nip), "0"))),),
            (("R01", h.letak(r, "nip")),),
        )

    def _periode_bulan_lalu(self) -> Kesalahan:
        h, lalu = self.ide, BULAN.geser(-1).nama
        r = next(r for r, sel in enumerate(h.lembar.baris) if BULAN.nama in str(sel[0]))
        return Kesalahan(
            "W01",
            Letak(*h.tempat, f"A{r + 1}"),
            f"Judul lembar menyebut {lalu}: lembarnya disalin dari bulan lalu.",
            f"Ganti menjadi {BULAN.nama}.",
            "Samakan dengan nama berkas dan lembar lain di berkas itu.",
            (IsiSel(h.tempat, r, 0, str(h.lembar.baris[r][0]).replace(BULAN.nama, lalu)),),
            (("W01", Letak(h.tempat.berkas)),),
        )

    # Long sheets ----------------------------------------------------------------------------------------------------

    def _baris_kantor(self) -> tuple[Pegawai, Indikator, int, Letak]:
        """Deal out a person and one of their rows but the first, with the place of the first one's NIP."""
        h, o, ik = self.kantor, self.antre[2].pop(), self.undian.pilih(self.bulan.dinas[2].indikator[1:])
        return o, ik, h.baris(nip=o.nip, kode=ik.kode), h.letak(h.baris(nip=o.nip), "nip")

    def _nip_salah_ketik(self) -> Kesalahan:
        h, (o, ik, r, pertama) = self.kantor, self._baris_kantor()
        dikenal = {o.nip for d in self.bulan.dinas for o in d.orang}
        salah = next(nip for angka in "0123456789" if (nip := o.nip[:-1] + angka) not in dikenal)
        return Kesalahan(
            "R01",
            h.letak(r, "nip"),
            f"NIP {o.nama} di baris {ik.kode} tertulis {salah}.",
            f"Ketik {o.nip}.",
            _DAFTAR_PEGAWAI,
            (self._sel(h, r, "nip", salah),),
            (("R06", pertama),),
        )

    def _kode_salah_ketik(self) -> Kesalahan:
        h, (o, ik, r, pertama) = self.kantor, self._baris_kantor()
        salah = f"{ik.kode[:-2]}{ik.kode[-1]}{ik.kode[-2]}"
        return Kesalahan(
            "R02",
            h.letak(r, "kode"),
            f"Kode {ik.kode} milik {o.nama} tertulis {salah}.",
            f"Ketik {ik.kode}.",
            "Bandingkan dengan baris lain milik orang yang sama: kode mana yang belum ada?",
            (self._sel(h, r, "kode", salah),),
            (("R06", pertama),),
        )

    def _dua_realisasi(self) -> Kesalahan:
        h, (o, ik, r, _) = self.kantor, self._baris_kantor()
        akhir = h.akhir_data()
        lama = list(h.lembar.baris[r])
        lama[h.kolom["realisasi"]] = float(int(self.bulan.realisasi[o.nip, ik.kode]) - 1)
        lama[h.kolom["keterangan"]] = "angka sementara"
        return Kesalahan(
            "R03",
            h.letak(akhir, "realisasi"),
            f"{ik.kode} milik {o.nama} ada dua kali, dengan angka yang berbeda.",
            f"Hapus baris terakhir, yang berketerangan “angka sementara”; yang benar {self.bulan.realisasi[o.nip, ik.kode]}.",
            "Baca kolom Keterangan: yang sementara bukan yang dihitung.",
            (BarisTambahan(h.tempat, akhir, tuple(lama)),),
        )

    def _target_nol(self) -> Kesalahan:
        h, (o, _, _, _) = self.kantor, self._baris_kantor()
        ik = self.undian.pilih([ik for ik in self.bulan.dinas[2].indikator if ik.arah == "naik"])
        r = h.baris(nip=o.nip, kode=ik.kode)
        return Kesalahan(
            "I07",
            h.letak(r, "target"),
            f"Target {ik.kode} milik {o.nama} tertulis 0.",
            f"Ketik {ik.target}, atau kosongkan supaya target di tabel Indikator yang berlaku.",
            "Lihat target kode itu di tabel Indikator.",
            (self._sel(h, r, "target", 0.0),),
        )

    def _judul_salah_ketik(self) -> Kesalahan:
        h, r = self.upt, self.upt.judul[-1]
        benar = str(h.lembar.baris[r][h.kolom["realisasi"]])
        salah, pertama = _tertukar(benar), self.bulan.dinas[2].orang[-UPT]
        return Kesalahan(
            "L02",
            h.letak(r, "realisasi"),
            f"Judul kolom {benar} tertulis “{salah}”, jadi seluruh lembar tidak terbaca.",
            f"Ketik “{benar}”. Sesudah itu temuan R06 di berkas lain baru tampak.",
            "Samakan judul kolomnya dengan lembar Kantor.",
            (self._sel(h, r, "realisasi", salah),),
            (("R09", self.pegawai.letak(self.pegawai.baris(nip=pertama.nip), "nip")),),
        )

    @staticmethod
    def _sel(h: Halaman, r: int, kolom: str, isi: object) -> IsiSel:
        return IsiSel(h.tempat, r, h.kolom[kolom], isi)


def _tertukar(teks: str) -> str:
    """Swap the last two neighbouring letters that differ, but for the very last one, as hasty fingers do."""
    i = next(i for i in range(len(teks) - 2, 0, -1) if teks[i] != teks[i - 1])
    return f"{teks[: i - 1]}{teks[i]}{teks[i - 1]}{teks[i + 1 :]}"
