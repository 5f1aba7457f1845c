"""What a month stands on: what is saved of it and of the months before, and the rule set that holds for it."""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from kinerja_cli.core import skema
from kinerja_cli.core.aturan import Aturan
from kinerja_cli.core.periksa import Lalu
from kinerja_cli.core.periode import Periode
from kinerja_cli.core.ringkasan import sidik
from kinerja_cli.core.simpanan import ATURAN_INOVASI, INOVASI, SimpananRusak, kolom_dari_csv
from kinerja_cli.core.temuan import Temuan
from kinerja_cli.errors import KinerjaError
from kinerja_cli.readers.aturan import baca_aturan
from kinerja_cli.readers.pelengkap import aturan_inovasi_dari
from kinerja_cli.store import RuangKerja, Simpanan
from kinerja_cli.workflow.berkas import Berkas
from kinerja_cli.workflow.ruang import pilih_aturan, setelan_ruang, terapkan_pilihan


@contextlib.contextmanager
def bila_rusak(simpanan: Simpanan, *lain: type[Exception]) -> Iterator[None]:
    """Let a file that isn't what it should be, or what else its content may raise, end in a sentence."""
    rusak: tuple[type[Exception], ...] = (SimpananRusak, KeyError, *lain)
    try:
        yield
    except rusak as e:
        raise KinerjaError(f"Simpanan periode {simpanan.periode}: {e}.", "Kembalikan dari cadangan, lalu ulangi.") from e


def aturan_tersimpan(simpanan: Simpanan) -> Aturan:
    """Give the rule set, with its variants, to which a saved period is pinned."""
    folder, isi = f"periode/{simpanan.periode}", simpanan.berkas.get(ATURAN_INOVASI)
    inovasi = None if isi is None else aturan_inovasi_dari(isi, f"{folder}/{ATURAN_INOVASI}")
    aturan = baca_aturan(simpanan.berkas["aturan.toml"], f"{folder}/aturan.toml", inovasi)
    tercatat = simpanan.manifes["aturan"]
    assert isinstance(tercatat, dict)
    return terapkan_pilihan(aturan, tercatat.get("pilihan", {}))


def aturan_periode(
    ruang: RuangKerja | None, dinamai: str, periode: Periode | None, lama: Simpanan | None
) -> tuple[Aturan, tuple[Temuan, ...]]:
    """Give the rule set for a month, and say where it isn't the one that the settings or the saved result have.

    A saved month keeps its own version and variants, unless the user names a set: neither a new version of the program
    nor an edited file changes an old score unasked.

    Args:
        ruang: the ruang kerja, where there is one.
        dinamai: the id or purpose that the user named; "" leaves it to the saved result, else to the settings.
        periode: the month, where it is known.
        lama: the month as it is saved.
    """
    setelan = pilih_aturan(ruang, dinamai or setelan_ruang(ruang).aturan, periode)
    if lama is None:
        return setelan, ()
    tersimpan = aturan_tersimpan(lama)
    if ATURAN_INOVASI not in lama.berkas:  # its first register comes now
        tersimpan = replace(tersimpan, inovasi=setelan.inovasi)
    sebut, sebut_lama = _sebut_aturan(setelan), _sebut_aturan(tersimpan)
    isian = (("periode", lama.periode.nama), ("lama", sebut_lama), ("id", setelan.id))
    if dinamai:
        return setelan, () if sebut == sebut_lama else (Temuan("A02", nilai=sebut, isian=isian),)
    return tersimpan, () if sebut == sebut_lama else (Temuan("A03", nilai=sebut, isian=isian),)


def _sebut_aturan(aturan: Aturan) -> str:
    pilihan = "".join(f", {kunci} {nilai}" for kunci, nilai in aturan.pilihan.items())
    return f"{aturan.id} (sidik {sidik(aturan.sha256)}{pilihan})"


def kode_tersimpan(ruang: RuangKerja) -> set[str]:
    """Give the indicator codes of the latest saved month, by which a wide sheet is understood before its month is known."""
    semua = ruang.semua_periode()
    simpanan = ruang.baca_sebagian(semua[-1], ("indikator.csv",)) if semua else None
    if simpanan is None:
        return set()
    return set(kolom_dari_csv(simpanan.berkas["indikator.csv"], {"kode": skema.TEKS}, "indikator.csv")["kode"])


def bulan_lalu(ruang: RuangKerja | None, periode: Periode | None) -> Lalu | None:
    """Give the latest month saved before this one."""
    sebelum = [p for p in ruang.semua_periode() if periode and p < periode] if ruang else []
    simpanan = ruang.baca_sebagian(sebelum[-1], ("pegawai.csv", "realisasi.csv", INOVASI)) if ruang and sebelum else None
    if simpanan is None:
        return None
    pegawai = {k: skema.PEGAWAI[k] for k in ("nip", "nama", "dinas", "status")}
    realisasi = {k: skema.REALISASI[k] for k in ("nip", "kode", "realisasi", "keadaan")} | {"berkas": skema.TEKS}
    inovasi = simpanan.berkas.get(INOVASI)
    return Lalu(
        simpanan.periode,
        kolom_dari_csv(simpanan.berkas["pegawai.csv"], pegawai, "pegawai.csv"),
        kolom_dari_csv(simpanan.berkas["realisasi.csv"], realisasi, "realisasi.csv"),
        None if inovasi is None else kolom_dari_csv(inovasi, dict.fromkeys(("nip", "uraian", "tahap"), skema.TEKS), INOVASI),
    )


def berkas_simpanan(simpanan: Simpanan) -> tuple[Berkas, ...]:
    """Give the workbooks of a saved period."""
    return tuple(
        Berkas(s["nama"], simpanan.berkas[f"sumber/{s['berkas']}"], s["sha256"], s["bawaan_dari"]) for s in simpanan.sumber()
    )


def berkas_bawaan(ruang: RuangKerja, periode: Sequence[Periode], selain: Collection[str]) -> tuple[Berkas, ...]:
    """Give the workbooks that a month inherits from the latest of some periods, but for those with the given hashes."""
    simpanan = ruang.baca_sebagian(periode[-1], ("sumber/*",)) if periode else None
    if simpanan is None:
        return ()
    return tuple(
        replace(b, bawaan_dari=b.bawaan_dari or str(simpanan.periode))
        for b in berkas_simpanan(simpanan)
        if b.sha256 not in selain
    )


def beberapa_periode(bulan: Mapping[Periode, Sequence[str]], jalur: Sequence[Path], perintah: str) -> Temuan:
    """Name the months, and the calls that do them one by one."""
    milik = {nama: p for p, semua in bulan.items() for nama in semua}
    panggilan = []
    for p in bulan:
        ini = [_kutip(j) for j in jalur if _bulan_jalur(j, milik) in (p, None)]
        panggilan.append(f"  kinerja {perintah} {' '.join(ini)} --periode {p}")
    isian = (("perintah", "\n".join(panggilan)),)
    return Temuan("W02", nilai=", ".join(p.nama for p in bulan), isian=isian)


def _bulan_jalur(jalur: Path, milik: Mapping[str, Periode]) -> Periode | None:
    """The month of a path: its file's, or that of all files in a folder; None where it holds several or none."""
    nama = [p.name for p in jalur.rglob("*")] if jalur.is_dir() else [jalur.name]
    bulan = {milik[n] for n in nama if n in milik}
    return bulan.pop() if len(bulan) == 1 else None


def _kutip(jalur: Path) -> str:
    return f'"{jalur}"' if " " in str(jalur) else str(jalur)
