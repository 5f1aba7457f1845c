"""Raw sheets → respondents: one row each, whatever stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import PurePath

from kinerja_cli.core import angka, skema
from kinerja_cli.core.kolom import KELAMIN, KOSONG, rapi, ringkas
from kinerja_cli.core.lembar import Lembar, RumusTanpaHasil, SelGalat, huruf_kolom
from kinerja_cli.core.skema import Sumber
from kinerja_cli.core.skm.aturan import AturanSkm, Unsur
from kinerja_cli.core.skm.survei import IDENTITAS, TANPA_JAWABAN, IndeksTercatat, Survei, skema_responden
from kinerja_cli.core.skm.tabel import TabelSurvei, cari_survei, legenda_unsur
from kinerja_cli.core.temuan import Letak, Temuan

_PENUTUP = re.compile(
    r"\W*(?:jumlah|total|rata\s*-?\s*rata|nilai rata|nrr|ikm|skm|indeks|Σ|∑|nilai\s*/\s*unsur)", re.IGNORECASE
)
_INDEKS = re.compile(r"\b(?:ikm|nilai skm|indeks kepuasan|skm unit|nilai indeks)\b", re.IGNORECASE)
_BUTIR = re.compile(r"\w\s*[.)=:-]\s*")
_ANGKA_DEPAN = re.compile(r"(\d)\s*(?:[.)=:(-]\s*(?:\D.*)?)?")
_DESIMAL = re.compile(r"\d{2,3}(?:[.,]\d+)?")
_KALI = re.compile(r"[x×*]\s*\d+", re.IGNORECASE)
_BILANGAN = re.compile(r"\d{1,3}(?:\.\d{3})+|\d+")
_LABEL: Mapping[str, tuple[str, ...]] = {
    "unit": ("unit pelayanan", "unit layanan", "unit kerja", "nama unit", "perangkat daerah", "opd", "nama opd", "instansi"),
    "periode": ("periode", "periode survei", "periode survey", "waktu survei", "bulan"),
    "populasi": ("populasi", "jumlah populasi", "jumlah pengguna layanan", "populasi pengguna layanan"),
}

_SEBUTAN = {"unit": "Unit pelayanan", "periode": "Waktu survei"}


def urai_survei(lembar: Sequence[Lembar], aturan: AturanSkm) -> Survei:
    """Turn the sheets of survey workbooks into respondents.

    Services are told apart by a column; where no table has one and there are several, by the names of their sheets, or of
    their files where sheets share a name.
    """
    tabel: list[TabelSurvei] = []
    temuan: list[Temuan] = []
    for berkas in dict.fromkeys(satu.berkas for satu in lembar):
        milik = [satu for satu in lembar if satu.berkas == berkas]
        legenda = legenda_unsur(milik, aturan)
        ada = [satu for selembar in milik for satu in _semua_tabel(selembar, legenda, aturan)]
        for satu, salah in ada:
            if satu.lembar.tersembunyi:
                temuan.append(Temuan("L06", Letak(berkas, satu.lembar.nama), isian=(("peran", "survei"),)))
            else:
                tabel.append(satu)
                temuan += salah
        if not ada:
            temuan.append(Temuan("U11", Letak(berkas)))
    menurut_tempat = _nama_tempat(tabel) if not any("layanan" in t.kolom for t in tabel) else ()
    isi: list[skema.Bagian] = []
    sumber: list[Sumber] = []
    tercatat: list[IndeksTercatat] = []
    judul: dict[str, dict[str, Letak]] = {nama: {} for nama in _LABEL}
    for nomor, satu in enumerate(tabel):
        data = list(_baris_responden(satu))
        bagian, salah_isi = _responden(satu, data, aturan)
        tempat = {"layanan": [menurut_tempat[nomor]] * len(data)} if menurut_tempat else {}
        isi.append({**bagian, "sumber": [nomor] * len(data), **tempat})
        temuan += [*salah_isi, *_unsur_hilang(satu, aturan)]
        sumber.append(Sumber(satu.lembar.berkas, satu.lembar.nama, satu.huruf()))
        tercatat += _indeks_tercatat(satu, data, nomor)
        for nama, teks in _judul(satu, set(data)).items():
            judul[nama].setdefault(teks, Letak(satu.lembar.berkas, satu.lembar.nama))
    temuan += _beberapa(judul)
    unit, periode, populasi = (next(iter(judul[nama]), "") for nama in ("unit", "periode", "populasi"))
    pengguna = _BILANGAN.search(populasi if len(judul["populasi"]) == 1 else "")
    return Survei(
        responden=skema.susun(skema_responden(aturan), isi),
        sumber=tuple(sumber),
        unit=unit,
        periode=periode,
        populasi=int(pengguna[0].replace(".", "")) if pengguna else None,
        tercatat=tuple(tercatat),
        temuan=tuple(temuan),
    )


def _semua_tabel(
    lembar: Lembar, legenda: Mapping[int, str], aturan: AturanSkm
) -> Iterator[tuple[TabelSurvei, tuple[Temuan, ...]]]:
    """Find the tables of a sheet, one beneath the other."""
    while True:
        tabel, salah = cari_survei(lembar, legenda, aturan)
        if tabel is None:
            return
        yield tabel, salah
        lembar = replace(lembar, mulai=max(_baris_responden(tabel), default=tabel.judul[1]) + 1)


def _nama_tempat(tabel: Sequence[TabelSurvei]) -> tuple[str, ...]:
    """Name each table by its sheet, or by its file where sheets share a name; nothing where all are one place."""
    lembar, berkas = ([str(getattr(t.lembar, bagian)) for t in tabel] for bagian in ("nama", "berkas"))
    for nama in (lembar, [PurePath(b).stem for b in berkas]):
        if len(set(nama)) == len(set(zip(lembar, berkas, strict=True))) > 1:
            return tuple(nama)
    return ()


def _baris_responden(tabel: TabelSurvei) -> Iterator[int]:
    """Tell respondents from headers that repeat, blank rows, totals and what follows them."""
    kolom = list(tabel.unsur.values())
    judul = [rapi(tabel.lembar.baris[tabel.judul[1]][k]) for k in kolom]
    for r in range(tabel.awal, len(tabel.lembar.baris)):
        sel = tabel.lembar.baris[r]
        pertama = next((s for s in sel[: min(kolom)] if s != ""), "")
        if isinstance(pertama, str) and _PENUTUP.match(pertama):
            return
        isi = [rapi(sel[k]) if isinstance(sel[k], (str, int, float)) else "galat" for k in kolom]
        terisi = sum(teks not in KOSONG for teks in isi)
        if isi != judul and (2 * terisi > len(kolom) or (terisi and _bernomor(tabel, sel))):
            yield r


def _bernomor(tabel: TabelSurvei, sel: Sequence[object]) -> bool:
    return "nomor" in tabel.kolom and rapi(sel[tabel.kolom["nomor"]]).rstrip(".").isdecimal()


def _responden(tabel: TabelSurvei, data: Sequence[int], aturan: AturanSkm) -> tuple[skema.Bagian, list[Temuan]]:
    temuan: list[Temuan] = []
    isi: dict[str, list[object]] = {nama: [""] * len(data) for nama in IDENTITAS}
    isi["baris"] = [r + 1 for r in data]
    for nama, k in tabel.kolom.items():
        if nama in IDENTITAS:
            isi[nama] = [rapi(tabel.lembar.baris[r][k]) for r in data]
    isi["kelamin"] = [KELAMIN.get(ringkas(str(teks)), "") for teks in isi["kelamin"]]
    berkata = 0
    for unsur in aturan.unsur:
        isi[unsur.id] = [TANPA_JAWABAN] * len(data)
        if unsur.id not in tabel.unsur:
            continue
        k = tabel.unsur[unsur.id]
        kosong: list[str] = []
        for i, r in enumerate(data):
            sel = tabel.lembar.baris[r][k]
            isi[unsur.id][i], kode, kata = _skor(sel, unsur, aturan)
            berkata += kata
            if kode == "U04":
                kosong.append(f"{huruf_kolom(k)}{r + 1}")
            elif kode:
                letak = Letak(tabel.lembar.berkas, tabel.lembar.nama, f"{huruf_kolom(k)}{r + 1}")
                nilai = sel.teks if isinstance(sel, SelGalat) else "" if isinstance(sel, RumusTanpaHasil) else rapi(sel)
                rentang = f"{aturan.skor[0]} sampai {aturan.skor[1]}"
                temuan.append(Temuan(kode, letak, nilai, (("unsur", unsur.nama), ("rentang", rentang))))
        if kosong:
            sebut = ", ".join(kosong[:5]) + (f", dan {len(kosong) - 5} lagi" if len(kosong) > 5 else "")
            isian = (("jumlah", angka.cetak_bilangan(len(kosong))), ("unsur", unsur.nama), ("sel", sebut))
            temuan.append(Temuan("U04", Letak(tabel.lembar.berkas, tabel.lembar.nama, kosong[0]), isian=isian))
    if berkata:
        temuan.append(Temuan("U12", Letak(tabel.lembar.berkas, tabel.lembar.nama), angka.cetak_bilangan(berkata)))
    return isi, temuan


def _skor(sel: object, unsur: Unsur, aturan: AturanSkm) -> tuple[int, str, bool]:
    """Read an answer: the score, the code of what is wrong with it, and whether it was given in words."""
    if isinstance(sel, SelGalat):
        return TANPA_JAWABAN, "S01", False
    if isinstance(sel, RumusTanpaHasil):
        return TANPA_JAWABAN, "S02", False
    teks = rapi(sel)
    if teks in KOSONG:
        return TANPA_JAWABAN, "U04", False
    bawah, atas = aturan.skor
    if isinstance(sel, str):
        kata = ringkas(_BUTIR.sub("", teks, count=1)) if _BUTIR.match(teks) else ringkas(teks)
        if kata in unsur.jawaban:
            return bawah + unsur.jawaban.index(kata), "", True
        if cocok := _ANGKA_DEPAN.fullmatch(teks):
            teks = cocok[1]
    nilai = angka.angka_dari_teks(teks, None)
    if nilai is None or nilai != int(nilai) or not bawah <= nilai <= atas:
        return TANPA_JAWABAN, "U03", False
    return int(nilai), "", False


def _unsur_hilang(tabel: TabelSurvei, aturan: AturanSkm) -> Iterator[Temuan]:
    hilang = [u.nama for u in aturan.unsur if u.id not in tabel.unsur]
    if hilang:
        letak = Letak(tabel.lembar.berkas, tabel.lembar.nama, f"A{tabel.judul[1] + 1}")
        isian = (("jumlah", str(len(aturan.unsur) - len(hilang))), ("semua", str(len(aturan.unsur))))
        yield Temuan("U10", letak, ", ".join(hilang), isian)


def _indeks_tercatat(tabel: TabelSurvei, data: Sequence[int], sumber: int) -> Iterator[IndeksTercatat]:
    """Find the index that the sheet itself states, below its table: the last figure on a line that says so."""
    for r in range(data[-1] + 1 if data else tabel.awal, len(tabel.lembar.baris)):
        sel = tabel.lembar.baris[r]
        if not any(isinstance(s, str) and _INDEKS.search(s) for s in sel):
            continue
        angka_dulu = sorted(range(len(sel)), key=lambda k: (isinstance(sel[k], str), -k))
        for k in angka_dulu:
            if (nilai := _nilai_indeks(sel[k])) is not None:
                letak = Letak(tabel.lembar.berkas, tabel.lembar.nama, f"{huruf_kolom(k)}{r + 1}")
                yield IndeksTercatat(letak, nilai, sumber)
                return


def _nilai_indeks(sel: object) -> Fraction | None:
    """Read an index; a mean score (1 to 4), a share, or the factor of a formula in words ("× 25") is none."""
    if isinstance(sel, (int, float)) and not isinstance(sel, bool):
        nilai = Fraction(f"{sel:.15g}")
    elif isinstance(sel, str) and (cocok := _DESIMAL.search(_KALI.sub("", rapi(sel)))):
        nilai = Fraction(cocok[0].replace(",", "."))
    else:
        return None
    return nilai if 20 <= nilai <= 100 else None


def _beberapa(judul: Mapping[str, Mapping[str, Letak]]) -> Iterator[Temuan]:
    """Name workbooks that speak of another office or another time than the first."""
    for nama in ("unit", "periode"):
        pertama, *lain = judul[nama] or ("",)
        for teks in lain:
            isian = (("apa", _SEBUTAN[nama]), ("pertama", pertama))
            yield Temuan("U14", judul[nama][teks], teks, isian)


def _judul(tabel: TabelSurvei, data: set[int]) -> dict[str, str]:
    """Read the lines around the table: "Unit Pelayanan : ...", the label and its value in one cell or in two."""
    hasil: dict[str, str] = {}
    for r, baris in enumerate(tabel.lembar.baris):
        if r in data or tabel.judul[0] <= r <= tabel.judul[1]:
            continue
        teks = [t for sel in baris if (t := rapi(sel))]
        for i, satu in enumerate(teks):
            label, titik, isi = (bagian.strip() for bagian in satu.partition(":"))
            kanan = teks[i + 1 : i + 3]
            if not isi and (titik or (kanan and kanan[0].startswith(":"))):
                isi = next((t for lain in kanan if (t := lain.lstrip(": "))), "")
            for nama, semua in _LABEL.items():
                if isi and " ".join(label.lower().split()) in semua:
                    hasil.setdefault(nama, isi)
    return hasil
