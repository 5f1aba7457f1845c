"""Tables as text: a workbook in a test is what a person would see on the sheet."""

from __future__ import annotations

import csv
import datetime as dt
import io
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

import pandas as pd
import pytest
import xlsxwriter
from typer.testing import CliRunner

from kinerja_cli.cli.aplikasi import app
from kinerja_cli.core.aturan import Aturan
from kinerja_cli.core.hitung import Hasil
from kinerja_cli.core.hitung import hitung as hitung_nilai
from kinerja_cli.core.kolom import JUDUL
from kinerja_cli.core.lembar import Lembar
from kinerja_cli.core.lingkup import berlaku
from kinerja_cli.core.periode import Periode, Rentang, periode_dari_kode
from kinerja_cli.core.satukan import satukan_isi
from kinerja_cli.core.skema import BERAKHLAK, Masukan
from kinerja_cli.core.temuan import Temuan
from kinerja_cli.core.urai import urai
from kinerja_cli.readers.aturan import daftar_aturan
from kinerja_cli.store import RuangKerja
from kinerja_cli.workflow import rekap
from kinerja_cli.workflow.berkas import Berkas
from kinerja_cli.workflow.hitung import HasilHitung, Perintah, hitung_periode
from kinerja_cli.workflow.rekap import HasilRekap
from kinerja_cli.workflow.ruang import Pelaku, buat_ruang
from kinerja_cli.workflow.tafsir import Tafsiran, tafsirkan, uraikan
from kinerja_cli.workflow.terbaca import Terbaca, baca

JANUARI = Periode(2025, 1)
ANI, BUDI, CICI = "198505152010012001", "199001012015011002", "197912312005012003"
DEDI, EKA = "196504042000011004", "198806062012012005"

PEGAWAI = f"""
    NIP | Nama | Dinas | Jabatan
    {ANI} | Ani | Dinas Kesehatan | Perawat
    {BUDI} | Budi | Dinas Kesehatan | Kepala Seksi
"""
INDIKATOR = """
    Kode | Indikator | Aspek | Bobot | Arah | Target | Satuan
    A | Berkas selesai | Penyelesaian Tugas | 50 | naik | 80 | berkas
    B | Hari layanan | Inovasi Pelayanan | 30 | turun | 10 | hari
    C | Indeks | Kepuasan Masyarakat | 20 | naik | 4 | nilai
"""
REALISASI = f"""
    NIP | A | B | C
    {ANI} | 84 | 9 | 3.5
    {BUDI} | 60 | 12 | 4
"""
_ANGKA = re.compile(r"-?\d+(\.\d+)?")


def sel(teks: str) -> object:
    """A cell: bare numbers of up to 15 digits are numbers, everything else (also '12) is text."""
    teks = teks.strip()
    if teks.startswith("'"):
        return teks[1:]
    return float(teks) if _ANGKA.fullmatch(teks) and len(teks) <= 15 else teks


def baris(teks: str) -> list[list[object]]:
    isi = [[sel(s) for s in satu.split("|")] for satu in teks.strip("\n").splitlines()]
    while isi and isi[-1] == [""]:
        isi.pop()
    lebar = max(map(len, isi))
    return [satu + [""] * (lebar - len(satu)) for satu in isi]


def lembar(teks: str, nama: str = "Data", berkas: str = "uji.xlsx", **lain: object) -> Lembar:
    return Lembar(berkas, nama, baris(teks), **lain)  # type: ignore[arg-type]


def xlsx(**lembar_teks: str) -> bytes:
    """A real workbook, a sheet an argument."""
    wadah = io.BytesIO()
    buku = xlsxwriter.Workbook(wadah, {"in_memory": True, "strings_to_formulas": False})
    for nama, teks in lembar_teks.items():
        ws = buku.add_worksheet(nama)
        for r, isi in enumerate(baris(teks)):
            for k, nilai in enumerate(isi):
                if nilai != "":
                    ws.write(r, k, nilai)
    buku.close()
    return wadah.getvalue()


@cache
def semua_aturan() -> dict[str, Aturan]:
    return daftar_aturan()


def aturan(id_aturan: str = "evaluasi-bungo") -> Aturan:
    return semua_aturan()[id_aturan]


def tafsir(
    *isi: tuple[str, bytes],
    periode: Periode | None = JANUARI,
    bawaan: Iterable[str] = (),
    menurut: Aturan | None = None,
) -> Tafsiran:
    """Read files as ``hitung`` does: everybody's realisasi is awaited."""
    terbaca = baca(Berkas(nama, data, f"{i:064d}", "2024-12" if nama in bawaan else "") for i, (nama, data) in enumerate(isi))
    return tafsirkan(terbaca, uraikan(terbaca), menurut or aturan(), periode, semua=True)


def nilai_satu_orang(aturan: str | Aturan, periode: str, kasus: Mapping[str, object]) -> Hasil:
    """Score one person of a law case: its rows become sheets, which are read as an office's are.

    A case has ``indikator`` (rows of target and realisasi, with arah, bobot, aspek, tugas, atas, terbaik), perilaku
    (a number, seven, or a word), hasil_kerja, tambahan, jenis_jabatan, ide_baru, pilihan.
    """
    a = semua_aturan()[aturan] if isinstance(aturan, str) else aturan
    a = a.dengan_pilihan(kasus.get("pilihan", {}))
    semua = [
        lembar(f"NIP | Nama | Dinas | Jenis Jabatan\n{ANI} | Ani | Dinas Kesehatan | {kasus.get('jenis_jabatan', '')}", "P")
    ]
    baris_indikator, baris_realisasi = [], []
    for i, isi in enumerate(kasus.get("indikator", ())):
        aspek = isi.get("aspek") or next(iter(a.aspek), "Kinerja")
        baris_indikator.append(
            f"I{i:03d} | {isi.get('tugas', f'Tugas {i}')} | {aspek} | {isi.get('bobot', 100)} | {isi.get('arah', 'naik')}"
            f" | {isi['target']} | {isi.get('atas', '')} | {isi.get('terbaik', '')}"
        )
        baris_realisasi.append(f"{ANI} | I{i:03d} | {isi['realisasi']}")
    if baris_indikator:
        judul = "Kode | Indikator | Aspek | Bobot | Arah | Target | Target Atas | Hasil Terbaik"
        semua.append(lembar("\n".join([judul, *baris_indikator]), "I"))
        semua.append(lembar("\n".join(["NIP | Kode | Realisasi", *baris_realisasi]), "R"))
    if rater := {k: kasus[k] for k in ("perilaku", "hasil_kerja", "tambahan") if k in kasus}:
        laku = rater.pop("perilaku", "")
        tujuh = dict(zip(BERAKHLAK, laku, strict=True)) if isinstance(laku, list) else {"perilaku": laku}
        isi_rater = {JUDUL[k]: v for k, v in {**tujuh, **rater}.items() if v != "" or isinstance(laku, list)}
        semua.append(lembar(f"NIP | {' | '.join(isi_rater)}\n{ANI} | {' | '.join(map(str, isi_rater.values()))}", "K"))
    if kasus.get("ide_baru"):
        semua.append(lembar(f"NIP | Uraian\n{ANI} | Antrean daring", "B"))
    masukan = urai(semua).masukan
    pasangan, _ = berlaku(masukan)
    bulan = periode_dari_kode(periode)
    assert bulan
    return hitung_nilai(satukan_isi(masukan)[0], pasangan, a, bulan, {})


def temuan(tafsiran: Tafsiran | Sequence[Temuan]) -> list[tuple[str, str]]:
    """Codes with their cells, but for the notes on rows passed over (L04)."""
    semua = tafsiran.temuan if isinstance(tafsiran, Tafsiran) else tafsiran
    return [(t.kode, t.letak.sel) for t in semua if t.kode != "L04"]


def masukan(**tabel: pd.DataFrame) -> Masukan:
    return Masukan(**tabel)  # type: ignore[arg-type]


def terbaca(*isi: tuple[str, bytes]) -> Terbaca:
    return baca(Berkas(nama, data, f"{i:064d}") for i, (nama, data) in enumerate(isi))


def libreoffice(berkas: Path, ke: str, folder: Path) -> Path:
    """Save a file again with LibreOffice in another format; skips where it isn't installed."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice tidak terpasang")
    profil = (folder / "profil-libreoffice").absolute().as_uri()
    subprocess.run(
        [program, f"-env:UserInstallation={profil}", "--headless", "--convert-to", ke, "--outdir", str(folder), str(berkas)],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return folder / f"{berkas.stem}.{ke.partition(':')[0]}"


def pelaku() -> Pelaku:
    return Pelaku("Siti", dt.datetime(2025, 2, 3, 8, 15, tzinfo=dt.timezone(dt.timedelta(hours=7))))


def ruang_baru(folder: Path) -> RuangKerja:
    return buat_ruang(folder)[0]


def hitung(ruang: RuangKerja, *jalur: Path, **lain: bool) -> HasilHitung:
    """Run ``hitung`` as the command does."""
    return hitung_periode(ruang, Perintah(jalur, **lain), pelaku())


def rekap_rentang(ruang: RuangKerja, rentang: Rentang, angka_kredit: Path | None = None) -> HasilRekap:
    """Run ``rekap`` as the command does."""
    return rekap.rekap_rentang(ruang, rentang, pelaku(), angka_kredit)


def isi_folder(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def nilai(ruang: RuangKerja, periode: str = "2025-01") -> dict[str, tuple[str, str, str]]:
    """Status, score and category by NIP, as they stand in nilai.csv."""
    with (ruang.folder / "periode" / periode / "nilai.csv").open(encoding="utf-8", newline="") as f:
        return {b["nip"]: (b["status"], b["nilai"], b["predikat"]) for b in csv.DictReader(f)}


def kinerja(*argumen: str | Path, di: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """Run the command line in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "kinerja_cli", *map(str, argumen)],
        cwd=di,
        capture_output=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        env={**{k: v for k, v in os.environ.items() if k != "KINERJA_RUANG"}, **env},
        timeout=300,
        check=False,
    )


def chromium() -> str:
    """The browser; skips where there is none."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        pytest.skip("Chromium tidak terpasang")
    return program


def halaman(berkas: Path, folder: Path, *pilihan: str, jangkar: str = "") -> str:
    """Open a page in Chromium, without a network, and give what it says; skips where there is no browser."""
    keluaran = subprocess.run(
        [
            chromium(), "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND",
            f"--user-data-dir={folder / 'profil-chromium'}", *pilihan, berkas.absolute().as_uri() + jangkar,
        ],
        check=True,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )  # fmt: skip
    return keluaran.stdout


def ubah_bagian(isi: bytes, bagian: str, lama: bytes, baru: bytes) -> bytes:
    """Change the text of one part of a workbook, as another program would have written it."""
    wadah = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(isi)) as asal, zipfile.ZipFile(wadah, "w", zipfile.ZIP_DEFLATED) as tujuan:
        for nama in asal.namelist():
            data = asal.read(nama)
            if nama == bagian:
                assert lama in data
                data = data.replace(lama, baru)
            tujuan.writestr(nama, data)
    return wadah.getvalue()


def tambah_bagian(isi: bytes, bagian: str, data: bytes) -> bytes:
    """Add a part to a workbook."""
    wadah = io.BytesIO(isi)
    with zipfile.ZipFile(wadah, "a") as z:
        z.writestr(bagian, data)
    return wadah.getvalue()


def buat_setahun(folder: Path) -> RuangKerja:
    """A year through the real command, September never filed; scores are realisasi, since the one target is 100.

    Ani 90,01 to 90,12 in Dinas Kesehatan. Budi 80, in March 100, then 90; moves on 15 March to Dinas Pendidikan. Cici 70
    from July on, Dedi 60 to April. Eka 100, on leave in May.
    """
    kesehatan, pendidikan = "Dinas Kesehatan", "Dinas Pendidikan"
    satu = "Kode | Indikator | Aspek | Bobot | Arah | Target\nA | Berkas | Penyelesaian Tugas | 100 | naik | 100"
    for m in (1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12):
        orang = [(ANI, "Ani", kesehatan, "", "", "", f"90.{m:02d}")]
        budi = {1: "80", 2: "80", 3: "100"}.get(m, "90")
        if m <= 3:
            orang.append((BUDI, "Budi", kesehatan, "", "", "14/03/2025" if m == 3 else "", budi))
        if m >= 3:
            orang.append((BUDI, "Budi", pendidikan, "", "15/03/2025" if m == 3 else "", "", budi))
        if m >= 7:
            orang.append((CICI, "Cici", pendidikan, "", "", "", "70"))
        if m <= 4:
            orang.append((DEDI, "Dedi", kesehatan, "", "", "", "60"))
        orang.append((EKA, "Eka", pendidikan, "cuti" if m == 5 else "", "", "", "" if m == 5 else "100"))
        pegawai = "NIP | Nama | Dinas | Status | Mulai | Selesai\n" + "\n".join(" | ".join(o[:-1]) for o in orang)
        isi = {o[0]: o[-1] for o in orang if o[-1]}
        realisasi = "NIP | A\n" + "\n".join(f"{nip} | {nilai}" for nip, nilai in isi.items())
        berkas = folder / f"Kinerja 2025-{m:02d}.xlsx"
        berkas.write_bytes(xlsx(P=pegawai, I=satu, R=realisasi))
        hasil = CliRunner().invoke(app, ["hitung", str(berkas), "--ruang", str(folder / "ruang")])
        assert hasil.exit_code == 0, hasil.output
    return RuangKerja(folder / "ruang")
