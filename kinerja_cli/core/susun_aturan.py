"""A TOML tree → :class:`~kinerja_cli.core.aturan.Aturan`: every key is taken, checked, and known by its path."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Mapping, Sequence
from typing import Final

from kinerja_cli.core import aturan as a
from kinerja_cli.core.angka import SERATUS_PERSEN
from kinerja_cli.core.capaian import RUMUS
from kinerja_cli.core.kolom import ringkas
from kinerja_cli.core.pohon import Pembaca

_CAPAIAN_TERTINGGI: Final = 100 * SERATUS_PERSEN
"""No cap may be above this, in hundredths: sums of products stay within int64."""
_SYARAT: Final = frozenset({"", "ide_baru"})
_MENURUT: Final = ("arah", "aspek")


def susun_aturan(pohon: Mapping[str, object], sha256: str, inovasi: a.AturanInovasi) -> a.Aturan:
    """Build a rule set from the tree of its TOML file (decimals as :class:`Decimal`), beside the rules on innovations.

    Raises:
        PohonSalah: naming every key that is missing, wrong or unknown.
    """
    akar = Pembaca(pohon)
    sumber = akar.sumber()
    masa, penetapan, capaian = akar.anak("berlaku"), akar.anak("penetapan"), akar.anak("capaian")
    bulat, status = akar.anak("pembulatan"), akar.anak("status")
    aspek = akar.anak("aspek") if akar.ada("aspek") else None
    nama_aspek = aspek.boleh_kata("nama") if aspek else ()
    tertinggi = _angka(capaian.anak("paling_tinggi"), sumber)
    perilaku = _perilaku(akar.anak("perilaku"), sumber) if akar.ada("perilaku") else None
    matriks = _matriks(akar, sumber)
    if tertinggi.nilai > _CAPAIAN_TERTINGGI:
        capaian.catat("paling_tinggi.nilai", f"lebih dari {_CAPAIAN_TERTINGGI // 100}")
    nol = capaian.anak("turun_target_nol")
    bulat.salah_satu("cara", ("setengah_ke_atas",), bulat.ambil("cara", str, ""))
    if bulat.ambil("desimal", int, 2) != 2:
        bulat.catat("desimal", "harus 2")
    hasil = a.Aturan(
        id=akar.ambil("id", str, ""),
        judul=akar.ambil("judul", str, ""),
        uraian=akar.teks("uraian"),
        tujuan=masa.ambil("tujuan", str, ""),
        sejak=masa.ambil("sejak", dt.date, dt.date.min),
        sampai=masa.ambil("sampai", dt.date, dt.date.max) if masa.ada("sampai") else None,
        dasar_berlaku=masa.dasar(sumber),
        sha256=sha256,
        perlu_penetapan=penetapan.ambil("perlu", bool, True),
        tanpa_penetapan=penetapan.ambil("belum", str, ""),
        sumber=sumber,
        aspek=nama_aspek,
        dasar_aspek=aspek.dasar(sumber) if aspek else None,
        menurut=capaian.salah_satu("menurut", _MENURUT, capaian.boleh("menurut", str, _MENURUT[0])),
        cara=_cara(capaian, nama_aspek, sumber),
        dalam_rentang=_angka(capaian.anak("di_dalam_rentang"), sumber),
        turun_nol_tercapai=_angka(nol, sumber, "tercapai"),
        turun_nol_terlampaui=_angka(nol, sumber, "terlampaui"),
        capaian_terendah=_angka(capaian.anak("paling_rendah"), sumber),
        capaian_tertinggi=tertinggi,
        pita=_pita(akar, tertinggi.nilai, sumber),
        gabungan=_gabungan(akar.anak("gabungan"), sumber),
        perilaku=perilaku,
        tambahan=_angka(akar.anak("tambahan"), sumber, "paling_tinggi") if akar.ada("tambahan") else None,
        desimal=2,
        dasar_pembulatan=bulat.dasar(sumber),
        sisa_bobot=_angka(akar.anak("sisa_bobot"), sumber, "paling_sedikit"),
        status_keluar=status.boleh_kata("keluar"),
        dasar_status=status.dasar(sumber),
        predikat=_predikat(akar, sumber, bermatriks=matriks is not None),
        matriks=matriks,
        pilihan={
            **({"perilaku": perilaku.pembagian[0].pilihan} if perilaku and perilaku.pembagian else {}),
            **({"hasil_kerja": matriks.cara} if matriks else {}),
        },
        inovasi=inovasi,
    )
    if hasil.sampai and hasil.sampai < hasil.sejak:
        masa.catat("sampai", "mendahului “sejak”")
    _periksa_sel(akar, hasil)
    akar.tutup()
    return hasil


def _daftar(p: Pembaca, kunci: str) -> list[Pembaca]:
    """Give a list of sections that may be absent."""
    return p.daftar(kunci) if p.ada(kunci) else []


def _angka(p: Pembaca, sumber: Mapping[str, str], kunci: str = "nilai") -> a.Angka:
    return a.Angka(p.persen(kunci), p.boleh("kata", str, ""), p.dasar(sumber))


def _cara(capaian: Pembaca, aspek: Sequence[str], sumber: Mapping[str, str]) -> dict[str, a.Cara]:
    """Read the arithmetic for each direction, or for each aspect of the rule set."""
    nama = aspek if capaian.pohon.get("menurut") == _MENURUT[1] else ("naik", "turun")
    return {satu: _satu_cara(capaian.anak(satu), sumber) for satu in nama}


def _satu_cara(p: Pembaca, sumber: Mapping[str, str]) -> a.Cara:
    rumus = p.salah_satu("rumus", RUMUS, p.ambil("rumus", str, ""))
    perlu = RUMUS[rumus].tetapan if rumus in RUMUS else ()
    return a.Cara(rumus, p.ambil("kata", str, ""), {k: p.persen(k) for k in perlu}, p.dasar(sumber))


def _pita(akar: Pembaca, tertinggi: int, sumber: Mapping[str, str]) -> tuple[a.Pita, ...]:
    hasil = []
    for p in _daftar(akar, "pita"):
        semua = tuple(_baris_pita(b, sumber) for b in _daftar(p, "baris"))
        hasil.append(a.Pita(p.ambil("nama", str, ""), tuple(map(ringkas, p.boleh_kata("untuk"))), semua))
        batas = [b.dari for b in semua] + [tertinggi // 100 + 1]
        if not semua or semua[0].dari != 0 or any(b.sampai + 1 != lanjut for b, lanjut in zip(semua, batas[1:], strict=True)):
            p.catat("baris", f"harus bersambung dari 0 sampai {tertinggi // 100}, tanpa lubang dan tanpa tumpang tindih")
    if hasil and [p.untuk for p in hasil].count(()) != 1:
        akar.catat("pita", "harus memuat tepat satu yang berlaku umum (tanpa “untuk”)")
    return tuple(hasil)


def _baris_pita(p: Pembaca, sumber: Mapping[str, str]) -> a.BarisPita:
    awal = p.persen("awal")
    return a.BarisPita(
        dari=p.ambil("dari", int, 0),
        sampai=p.ambil("sampai", int, 0),
        awal=awal,
        puncak=p.persen("puncak") if p.ada("puncak") else awal,
        terbaik=p.persen("terbaik") if p.ada("terbaik") else None,
        dasar=p.dasar(sumber),
    )


def _gabungan(p: Pembaca, sumber: Mapping[str, str]) -> a.Gabungan:
    cara = p.salah_satu("cara", (a.JUMLAH_TERTIMBANG, a.RATA_TUGAS), p.ambil("cara", str, ""))
    return a.Gabungan(cara, p.ambil("kata", str, ""), p.dasar(sumber))


def _perilaku(p: Pembaca, sumber: Mapping[str, str]) -> a.Perilaku:
    hasil = a.Perilaku(
        paling_rendah=p.persen("paling_rendah"),
        paling_tinggi=p.persen("paling_tinggi"),
        kata=p.ambil("kata", str, ""),
        pembagian=tuple(
            a.Pembagian(
                b.ambil("pilihan", str, ""), b.ambil("kata", str, ""), b.persen("hasil_kerja"), b.persen("perilaku"),
                b.dasar(sumber),
            )
            for b in _daftar(p, "pembagian")
        ),
        dasar=p.dasar(sumber),
    )  # fmt: skip
    if not hasil.pembagian:
        p.catat("pembagian", "tidak ada")
    for i, bagi in enumerate(hasil.pembagian, 1):
        if bagi.hasil_kerja + bagi.perilaku != SERATUS_PERSEN:
            p.catat(f"pembagian[{i}].perilaku", "dan hasil_kerja harus berjumlah 100")
    return hasil


def _matriks(akar: Pembaca, sumber: Mapping[str, str]) -> a.Matriks | None:
    if not akar.ada("matriks"):
        return None
    p = akar.anak("matriks")
    semua = tuple(_ekspektasi(e, sumber) for e in _daftar(p, "ekspektasi"))
    if not semua or semua[-1].jembatan is None or semua[-1].jembatan.nilai != 0:
        p.catat("ekspektasi", "yang terakhir harus mulai dari 0")
    mulai = [e.jembatan.nilai if e.jembatan else 0 for e in semua]
    if any(bawah >= atas for atas, bawah in itertools.pairwise(mulai)):
        p.catat("ekspektasi", "harus berurut dari yang tertinggi")
    sel = {
        (b.ambil("hasil_kerja", str, ""), b.ambil("perilaku", str, "")): (b.ambil("predikat", str, ""), b.dasar(sumber))
        for b in _daftar(p, "sel")
    }
    for pasangan in itertools.product((e.nama for e in semua), repeat=2):
        if pasangan not in sel:
            p.catat("sel", f"tidak memuat hasil kerja “{pasangan[0]}” dengan perilaku “{pasangan[1]}”")
    cara = p.salah_satu("cara", (a.DIBERIKAN, a.DIJEMBATANI), p.ambil("cara", str, ""))
    kata = {c: p.ambil(c, str, "") for c in (a.DIBERIKAN, a.DIJEMBATANI)}
    return a.Matriks(semua, sel, cara, kata, p.dasar(sumber))


def _ekspektasi(p: Pembaca, sumber: Mapping[str, str]) -> a.Ekspektasi:
    return a.Ekspektasi(
        p.ambil("nama", str, ""), p.boleh_kata("sama_dengan"), p.dasar(sumber), _angka(p.anak("jembatan"), sumber, "mulai")
    )


def _periksa_sel(akar: Pembaca, hasil: a.Aturan) -> None:
    """A matrix speaks only of ratings and categories that the file defines."""
    if hasil.matriks is None:
        return
    ekspektasi = [e.nama for e in hasil.matriks.ekspektasi]
    predikat = [p.nama for p in hasil.predikat]
    for i, ((hasil_kerja, perilaku), (nama, _)) in enumerate(hasil.matriks.sel.items(), 1):
        for kunci, nilai, ada in (
            ("hasil_kerja", hasil_kerja, ekspektasi), ("perilaku", perilaku, ekspektasi), ("predikat", nama, predikat),
        ):  # fmt: skip
            akar.salah_satu(f"matriks.sel[{i}].{kunci}", ada, nilai)


def _predikat(akar: Pembaca, sumber: Mapping[str, str], *, bermatriks: bool) -> tuple[a.Predikat, ...]:
    """Read the categories, best first; on a scale every score must fall into one."""
    semua = tuple(
        a.Predikat(
            nama=p.ambil("nama", str, ""),
            mulai=0 if bermatriks else p.persen("mulai"),
            syarat=p.salah_satu("syarat", _SYARAT, p.boleh("syarat", str, "")),
            kata=p.ambil("kata", str, ""),
            dasar=p.dasar(sumber),
        )
        for p in _daftar(akar, "predikat")
    )
    if not semua or semua[-1].mulai != 0 or semua[-1].syarat:
        akar.catat("predikat", "yang terakhir harus mulai dari 0 dan tanpa syarat")
    if not bermatriks and any(bawah.mulai >= atas.mulai for atas, bawah in itertools.pairwise(semua)):
        akar.catat("predikat", "harus berurut dari yang tertinggi")
    return semua
