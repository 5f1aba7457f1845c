"""The sums in a dinas' workbook, computed anew by LibreOffice: they give what hitung computed, before and after a change."""

from __future__ import annotations

import csv
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest
from bantu import JANUARI, aturan, lembar, semua_aturan, ubah_bagian
from hitung_ulang import beda, hitung_ulang, rumus

from kinerja_cli.core.aturan import DIJEMBATANI, Aturan
from kinerja_cli.core.hitung import hitung
from kinerja_cli.core.laporan import Konteks, LaporanDinas, menurut_dinas, susun_dinas, susun_orang
from kinerja_cli.core.lingkup import berlaku
from kinerja_cli.core.penugasan import peringkatkan
from kinerja_cli.core.rumus import Bentuk
from kinerja_cli.core.satukan import satukan_isi
from kinerja_cli.core.telaah import telaah
from kinerja_cli.core.urai import urai
from kinerja_cli.store import RuangKerja
from kinerja_cli.writers.excel import buku_dinas
from kinerja_cli.writers.sunting import ubah_sel

DINAS = "Dinas Kesehatan"
SEMUA = {
    "bungo": aturan(),
    "pp-30": semua_aturan()["pp-30-2019"],
    "pp-30, dengan pendapat": semua_aturan()["pp-30-2019"].dengan_pilihan({"perilaku": "dengan_pendapat"}),
    "8/2021": semua_aturan()["permenpanrb-8-2021"],
    "pp-46": semua_aturan()["pp-46-2011"],
    "6/2022, diberikan": semua_aturan()["permenpanrb-6-2022"],
    "6/2022, dijembatani": semua_aturan()["permenpanrb-6-2022"].dengan_pilihan({"hasil_kerja": DIJEMBATANI}),
}
Baris = list[str]


@dataclass(frozen=True)
class Bulan:
    """The tables of a month in one dinas, a row a list."""

    pegawai: list[Baris]
    indikator: list[Baris]
    realisasi: list[Baris]
    perilaku: list[Baris]
    ide: list[Baris]

    def laporan(self, menurut: Aturan) -> LaporanDinas:
        """Score it as ``hitung`` does and lay out the report."""
        semua = [
            _lembar("NIP | Nama | Dinas | Jenis Jabatan", self.pegawai, "P"),
            _lembar("Kode | Indikator | Aspek | Bobot | Arah | Target | Target Atas | Hasil Terbaik", self.indikator, "I"),
            _lembar("NIP | Kode | Realisasi | Target", self.realisasi, "R"),
            _lembar("NIP | Uraian", self.ide, "B"),
        ]
        judul = "NIP | Perilaku | Kinerja Tambahan" if menurut.berangka else "NIP | Perilaku | Hasil Kerja"
        semua.append(_lembar(judul, self.perilaku, "K"))
        masukan, _ = satukan_isi(urai(semua).masukan)
        pasangan, _ = berlaku(masukan)
        hasil = hitung(masukan, pasangan, menurut, JANUARI, {})
        nilai, penugasan = peringkatkan(hasil.nilai, masukan.penugasan)
        hasil = replace(hasil, nilai=nilai)
        orang = susun_orang(nilai, hasil.aspek, menurut, penugasan)
        konteks = Konteks("Kabupaten Bungo", "Muara Bungo", JANUARI, menurut, "", "1", "jejak nomor 1", {})
        return susun_dinas(menurut_dinas(orang)[DINAS], hasil.rincian, DINAS, konteks, telaah(hasil, menurut, 100))

    def ubah_realisasi(self, nip: str, kode: str, isi: str) -> Bulan:
        baris = [[n, k, isi if (n, k) == (nip, kode) else r, *lain] for n, k, r, *lain in self.realisasi]
        return Bulan(self.pegawai, self.indikator, baris, self.perilaku, self.ide)


def _lembar(judul: str, isi: Sequence[Baris], nama: str) -> object:
    return lembar("\n".join([judul, *map(" | ".join, isi)]), nama)


def bulan_acak(acak: random.Random, menurut: Aturan, orang: int) -> Bulan:
    """Random people: ties, rupiah beside small fractions, ranges, zero targets, blanks, n/a."""
    nip = [f"19850515201001{i % 2 + 1}{i + 1:03d}" for i in range(orang)]
    pegawai = [[n, f"Orang {i:03d}", DINAS, acak.choice(("", "fungsional", "administrator"))] for i, n in enumerate(nip)]
    bobot = acak.choice((["33.33", "33.33", "33.34"], ["0.01", "99.99"], ["16.6667"] * 5 + ["16.6665"], ["25"] * 4))
    aspek = menurut.aspek or ("Kinerja",)
    indikator, target = [], {}
    for i, b in enumerate(bobot):
        t = acak.choice(("0", "0.1", "3", "7", "80", "97.5", "100", "1000.01", "125000000", "4000000001", "0.000123"))
        atas = str(float(t) * 2) if acak.random() < 0.3 and len(t) < 5 and t != "0" else ""
        target[f"I{i}"] = (t, bool(atas))
        terbaik = t if acak.random() < 0.3 else ""
        arah = "turun" if t == "0" else acak.choice(("naik", "turun"))
        indikator.append([f"I{i}", f"Tugas {i // 3}", aspek[i % len(aspek)], b, arah, t, atas, terbaik])
    realisasi = [[n, kode, *_satu(acak, t, berentang=berentang)] for n in nip for kode, (t, berentang) in target.items()]
    sebutan = ("di atas ekspektasi", "sesuai ekspektasi", "di bawah ekspektasi")
    if menurut.berangka:
        perilaku = [
            [n, f"{acak.randrange(5000, 10000) / 100}", acak.choice(("", "3.33", "12"))] for n in nip if acak.random() < 0.9
        ]
    else:
        perilaku = [[n, acak.choice(sebutan), acak.choice(sebutan)] for n in nip if acak.random() < 0.9]
    return Bulan(pegawai, indikator, realisasi, perilaku, [[n, "Antrean daring"] for n in nip if acak.random() < 0.3])


def _satu(acak: random.Random, target: str, *, berentang: bool) -> tuple[str, str]:
    """A realisasi, and a target of its own or none."""
    u = acak.random()
    if u < 0.04:
        return ("" if u < 0.01 else "n/a"), ""
    if acak.random() < 0.2 and not berentang:
        target = acak.choice(("125000000", "8", "640", "12", "999999999.99", "3000000007"))
    t = Fraction(target) or Fraction(1)
    # a capaian that ends on …5 at the third decimal, exactly or all but
    mentah = t * Fraction(
        acak.randrange(0, 150_000) if acak.random() < 0.5 else 5 + 10 * acak.randrange(5_000, 12_500), 100_000
    )
    desimal = acak.choice((0, 2, 6))
    return f"{float(round(mentah, desimal)):.{desimal}f}", target if not berentang and acak.random() < 0.3 else ""


def acak_semua() -> Iterator[tuple[str, Bulan, Aturan]]:
    for nomor, (nama, menurut) in enumerate(SEMUA.items()):
        for benih in (1, 2, 3):
            yield f"{nomor}-{benih}", bulan_acak(random.Random(f"{nama} {benih}"), menurut, 40), menurut


@pytest.fixture(scope="module")
def berkas_contoh(contoh: RuangKerja) -> list[Path]:
    return [p for p in sorted((contoh.folder / "laporan").glob("2025-*/*.xlsx")) if p.name != "rekap.xlsx"]


def test_a_planted_wrong_value_is_found(berkas_contoh: list[Path], tmp_path: Path) -> None:
    """Without a forced recalculation LibreOffice would give back the stored values, right or wrong."""
    asal = berkas_contoh[0]
    sheet = openpyxl.load_workbook(asal).sheetnames.index("Rincian") + 1
    with_nilai = next((s, n) for lembar_, s, _, n in rumus(asal) if lembar_ == "Rincian" and isinstance(n, float))
    salah = tmp_path / "salah.xlsx"
    lama = f"<v>{with_nilai[1]}</v>".encode()
    isi = asal.read_bytes()
    salah.write_bytes(ubah_bagian(isi, f"xl/worksheets/sheet{sheet}.xml", lama, lama.replace(b"</v>", b"1</v>")))
    banyak, semua = beda([salah], tmp_path)
    assert banyak > 100
    assert any(f"!{with_nilai[0]} " in satu for satu in semua)


def test_every_formula_of_the_sample_gives_its_stored_value(berkas_contoh: list[Path], tmp_path: Path) -> None:
    januari = [p for p in berkas_contoh if p.parent.name == "2025-01"]
    banyak, semua = beda(januari, tmp_path)
    assert semua == []
    assert banyak > 1500


def test_the_recalculated_scores_are_those_of_nilai_csv(contoh: RuangKerja, tmp_path: Path) -> None:
    folder = contoh.folder / "laporan" / "2025-01"
    with (contoh.folder / "periode" / "2025-01" / "nilai.csv").open(encoding="utf-8", newline="") as f:
        nilai = {
            b["nip"]: (float(b["nilai"]), b["predikat"], int(b["peringkat_dinas"])) for b in csv.DictReader(f) if b["nilai"]
        }
    ada = {}
    for buku in hitung_ulang([p for p in sorted(folder.glob("*.xlsx")) if p.name != "rekap.xlsx"], tmp_path).values():
        for b in tabel(buku, "Pegawai"):
            ada[b["NIP"]] = (b["Nilai"], b["Predikat"], b["Peringkat"])
    assert ada == nilai


def tabel(buku: openpyxl.Workbook, nama: str) -> list[dict[str, object]]:
    isi = [[sel.value for sel in baris] for baris in buku[nama].iter_rows(min_row=7)]
    return [dict(zip(map(str, isi[0]), baris, strict=True)) for baris in isi[1:]]


def test_random_months_under_every_rule_set(tmp_path: Path) -> None:
    """Ties, rupiah, ranges, zero targets, blanks and n/a: each formula gives what hitung computed."""
    berkas, dinilai, tepi = [], [], 0
    for nama, bulan, menurut in acak_semua():
        laporan = bulan.laporan(menurut)
        berkas.append(tmp_path / f"{nama}.xlsx")
        berkas[-1].write_bytes(buku_dinas(laporan))
        dinilai.append(len(laporan.dinilai))
        tepi += sum(b.bentuk is not Bentuk.DIBULATKAN for o in laporan.dinilai for b in o.rincian)
    banyak, semua = beda(berkas, tmp_path)
    assert semua == []
    assert banyak > 10_000
    assert min(dinilai) > 10
    assert tepi > 0


@pytest.mark.parametrize("nama", [nama for nama, a in SEMUA.items() if a.perlu_indikator])
def test_a_changed_input_moves_the_sheet_as_it_moves_hitung(nama: str, tmp_path: Path) -> None:
    menurut = SEMUA[nama]
    acak = random.Random(nama)
    lama = bulan_acak(acak, menurut, 12)
    laporan = lama.laporan(menurut)
    asal = tmp_path / "asal.xlsx"
    asal.write_bytes(buku_dinas(laporan))
    tempat = {
        (str(b[0].value), str(b[2].value)): f"J{b[0].row}"
        for b in openpyxl.load_workbook(asal)["Rincian"].iter_rows(min_row=8)
    }
    baru, ganti = lama, {}
    for o in laporan.dinilai[:6]:
        kode = acak.choice(o.rincian).kode
        isi = acak.choice(("1", "79.5", "n/a", "100000000", "0"))
        baru = baru.ubah_realisasi(o.nip, kode, isi)
        ganti["Rincian", tempat[o.nip, kode]] = isi if isi == "n/a" else float(isi)
    asal.write_bytes(ubah_sel(asal.read_bytes(), ganti))
    kini = {str(b["NIP"]): b for b in tabel(hitung_ulang([asal], tmp_path)[asal.name], "Pegawai")}
    sesudah = baru.laporan(menurut)
    harap = {o.nip: o for o in sesudah.dinilai}
    beda_orang = 0
    for o in laporan.dinilai:
        baris = kini[o.nip]
        if o.nip not in harap:
            assert (baris.get("Nilai") or "", baris["Predikat"] or "") == ("", "")
            continue
        if menurut.berangka:
            assert baris["Nilai"] == (harap[o.nip].nilai or 0) / 100
            beda_orang += harap[o.nip].nilai != o.nilai
        else:
            beda_orang += harap[o.nip].nilai_hasil_kerja != o.nilai_hasil_kerja
        assert baris["Predikat"] == harap[o.nip].predikat
    assert beda_orang > 2


def test_without_formulas_the_same_values_stand(berkas_contoh: list[Path], tmp_path: Path) -> None:
    laporan = bulan_acak(random.Random(7), SEMUA["pp-30"], 10).laporan(SEMUA["pp-30"])
    hidup, mati = tmp_path / "hidup.xlsx", tmp_path / "mati.xlsx"
    hidup.write_bytes(buku_dinas(laporan))
    mati.write_bytes(buku_dinas(laporan, berumus=False))
    nilai = [
        {
            (ws.title, s.coordinate): s.value or ""
            for ws in openpyxl.load_workbook(p, data_only=True)
            for b in ws.iter_rows()
            for s in b
        }
        for p in (hidup, mati)
    ]
    beda_sel = {k for k in nilai[0] if nilai[0][k] != nilai[1].get(k, "")}
    assert beda_sel <= {("Rincian", "A6")}  # the hint that cells may be changed
    assert not list(rumus(mati))
    assert re.search(r"ROUND\(ROUND\(", " ".join(r for _, _, r, _ in rumus(hidup)))
