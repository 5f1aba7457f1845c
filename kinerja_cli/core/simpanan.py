"""Tables ↔ the CSV text of the state: UTF-8, LF, decimal point, fixed columns, sorted; numbers without any loss."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable, Mapping
from functools import partial

import numpy as np
import pandas as pd

from kinerja_cli.core import angka, skema
from kinerja_cli.core.capaian import TANPA_CAPAIAN
from kinerja_cli.core.penilaian import TANPA_NILAI
from kinerja_cli.core.skema import Masukan
from kinerja_cli.core.temuan import Temuan

_DESIMAL: Mapping[str, int] = {
    "nilai": 2, "capaian": 2, "bobot": 4, "pembagi": 4, "nilai_tertimbang": 8, "jumlah_tertimbang": 8,
    "nilai_indikator": 2, "bobot_hitung": 4, "jumlah_perilaku": 2, "tambahan": 2, "nilai_hasil_kerja": 2,
}  # fmt: skip
"""Decimals of the scaled whole numbers, by column."""
_PALING_SEDIKIT: Mapping[str, int] = {nama: 2 for nama, desimal in _DESIMAL.items() if desimal == 2}
_KOSONG: Mapping[str, int] = {
    "capaian": TANPA_CAPAIAN, "nilai_tertimbang": TANPA_CAPAIAN, "nilai_indikator": TANPA_CAPAIAN, "nilai": TANPA_NILAI,
    "jumlah_perilaku": TANPA_NILAI, "tambahan": TANPA_NILAI, "nilai_hasil_kerja": TANPA_NILAI,
    "peringkat_dinas": 0, "peringkat": 0,
}  # fmt: skip
"""The number that is written as a blank, by column."""

Saring = Callable[[pd.DataFrame], "pd.Series[bool]"]
_PERLU_KUTIP = re.compile('[,"\r\n]')
_KHUSUS = re.compile('[,"\r\n\x80-\U0010ffff]')
_BITA = "latin-1"
"""Each byte of UTF-8 is one of its characters: such texts are joined several times faster than those with wide ones."""


INOVASI, ATURAN_INOVASI = "inovasi.csv", "inovasi.toml"
"""The register of innovations and the rules on it: only in a month that has a register."""


class SimpananRusak(ValueError):
    """A state file is empty, cut, or of an unknown shape."""


def csv_dari_tabel(tabel: pd.DataFrame) -> bytes:
    """Write a table of one of the schemas, two columns or more."""
    kolom = [_teks_kolom(nama, tabel[nama]) for nama in tabel.columns]
    return "\n".join([",".join(tabel.columns), *map(",".join, zip(*kolom, strict=True)), ""]).encode(_BITA)


def _teks_kolom(nama: str, kolom: pd.Series[object]) -> list[str]:
    """Give a column's texts as they stand in the file, see :data:`_BITA`; each distinct value is written once."""
    if kolom.dtype.kind in "ifM":
        kode, beda = pd.factorize(kolom.to_numpy())  # a gap is -1, and so the last of the texts
        tertulis = np.array([*_teks_bilangan(nama, beda), ""], dtype=object)
        return list(tertulis[kode])
    teks: list[str] = kolom.astype("str").fillna("").to_numpy(dtype=object).tolist()
    macam = set(teks)
    if not _KHUSUS.search(" ".join(macam)):
        return teks
    arti = {satu: _isi_sel(satu) for satu in macam}
    return [arti[satu] for satu in teks]


def _teks_bilangan(nama: str, beda: np.ndarray) -> Iterable[str]:
    if beda.dtype.kind == "M":
        return map(str, np.datetime_as_string(beda, unit="D"))
    if beda.dtype.kind == "f":
        return map(angka.teks_kanonis, beda.tolist())
    desimal, sedikit, kosong = _DESIMAL.get(nama, 0), _PALING_SEDIKIT.get(nama, 0), _KOSONG.get(nama)
    return ("" if n == kosong else angka.teks_skala(n, desimal, paling_sedikit=sedikit) for n in beda.tolist())


def _isi_sel(teks: str) -> str:
    """Quote a text where it needs that, as any reader of CSV expects."""
    isi = teks.encode().decode(_BITA)
    return '"' + isi.replace('"', '""') + '"' if _PERLU_KUTIP.search(isi) else isi


def tabel_dari_csv(isi: bytes, jenis: Mapping[str, str], nama: str, saring: Saring | None = None) -> pd.DataFrame:
    """Read a table back.

    Args:
        isi: the file's bytes.
        jenis: the schema; columns after those are kept as text.
        nama: the file's name, for the message.
        saring: tells from the table of texts which rows are wanted; None for all.

    Raises:
        SimpananRusak: no header, or a column is missing or unreadable.
    """
    return _tabel(isi, jenis, nama, lambda kolom: True, saring)


def kolom_dari_csv(isi: bytes, jenis: Mapping[str, str], nama: str) -> pd.DataFrame:
    """Read some columns of a table back, and nothing else of it; arguments and faults as of :func:`tabel_dari_csv`."""
    return _tabel(isi, jenis, nama, lambda kolom: kolom in jenis)[list(jenis)]


def _tabel(
    isi: bytes, jenis: Mapping[str, str], nama: str, perlu: Callable[[str], bool], saring: Saring | None = None
) -> pd.DataFrame:
    try:
        teks = pd.read_csv(
            io.BytesIO(isi), dtype=str, keep_default_na=False, na_filter=False, encoding="utf-8", usecols=perlu
        )
    except (ValueError, pd.errors.ParserError) as e:
        raise SimpananRusak(f"{nama} tidak dapat dibaca") from e
    kurang = [k for k in jenis if k not in teks.columns]
    if kurang:
        raise SimpananRusak(f"{nama} tidak memuat kolom {', '.join(kurang)}")
    if saring:
        teks = teks[saring(teks)].reset_index(drop=True)
    try:
        return pd.DataFrame(
            {k: _kolom_dari_teks(k, teks[k], jenis.get(k, skema.TEKS)) for k in teks.columns}, index=teks.index
        )
    except (ValueError, ArithmeticError) as e:
        raise SimpananRusak(f"{nama} memuat angka yang tidak dapat dibaca") from e


def _kolom_dari_teks(nama: str, kolom: pd.Series[str], jenis: str) -> pd.Series[object]:
    if jenis == skema.BULAT:
        desimal, kosong = _DESIMAL.get(nama, 0), _KOSONG.get(nama, 0)
        arti = {t: kosong if t == "" else angka.skala_dari_teks(t, desimal) for t in kolom.unique()}
        return kolom.map(arti).astype(jenis)
    if jenis == skema.ANGKA:
        return kolom.map({t: float(t) if t else np.nan for t in kolom.unique()}).astype(jenis)
    if jenis == skema.TANGGAL:
        return pd.to_datetime(kolom.where(kolom != ""), format="%Y-%m-%d").astype(jenis)
    return kolom.astype("str")


def penugasan_dari_csv(isi: bytes | None) -> pd.DataFrame:
    """Read who served in several dinas; None: a month that was saved before such were split, so nobody."""
    kolom = {k: jenis for k, jenis in skema.PENUGASAN.items() if k not in ("sumber", "baris")}
    if isi is None or isi.count(b"\n") == 1:  # the heading alone: nearly every month
        return skema.kosong(kolom)
    return tabel_dari_csv(isi, kolom, "penugasan.csv")


def csv_masukan(masukan: Masukan) -> dict[str, bytes]:
    """Write the canonical inputs; see :func:`penulis_masukan`."""
    return {nama: tulis() for nama, tulis in penulis_masukan(masukan).items()}


def penulis_masukan(masukan: Masukan) -> dict[str, Callable[[], bytes]]:
    """Give by name of its file what writes each of the canonical inputs, every value with its file, sheet and cell."""
    return {
        "pegawai.csv": partial(_csv, masukan, masukan.pegawai, ["nip"]),
        "penugasan.csv": partial(_csv, masukan, masukan.penugasan, ["nip", "mulai"]),
        "indikator.csv": partial(_csv_indikator, masukan),
        "realisasi.csv": partial(_csv, masukan, masukan.realisasi, ["nip", "kode"], "realisasi"),
        "ide_baru.csv": partial(_csv, masukan, masukan.ide_baru, ["nip", "uraian"]),
        "perilaku.csv": partial(_csv, masukan, masukan.perilaku, ["nip"]),
        **({INOVASI: partial(_csv_inovasi, masukan)} if len(masukan.inovasi) else {}),
    }


def _csv(masukan: Masukan, tabel: pd.DataFrame, urutan: list[str], kunci: str = "nip") -> bytes:
    return csv_dari_tabel(_dengan_letak(masukan, tabel, kunci).sort_values(urutan, kind="stable"))


def _csv_indikator(masukan: Masukan) -> bytes:
    indikator = _dengan_letak(masukan, masukan.indikator, "kode")
    for kolom in ("bobot", "arah", "target"):
        indikator[f"sel_{kolom}"] = _sel(masukan, masukan.indikator, kolom)
    indikator["letak"] = indikator["berkas"] + " › " + indikator["lembar"] + "!" + indikator["sel"]
    return csv_dari_tabel(indikator.sort_values(["kode", "berkas", "lembar"], kind="stable"))


def _csv_inovasi(masukan: Masukan) -> bytes:
    inovasi = _dengan_letak(masukan, masukan.inovasi, "nip")
    for kolom in ("uraian", "tahap", "bukti", "tanggal", "kode"):
        inovasi[f"sel_{kolom}"] = _sel(masukan, masukan.inovasi, kolom)
    return csv_dari_tabel(inovasi.sort_values(["nip", "uraian", "berkas", "lembar", "sel"], kind="stable"))


def _dengan_letak(masukan: Masukan, tabel: pd.DataFrame, kunci: str) -> pd.DataFrame:
    lembar = np.array([s.lembar for s in masukan.sumber], dtype=object)
    sumber = tabel["sumber"].to_numpy()
    return tabel.drop(columns=["sumber", "baris", "kolom"], errors="ignore").assign(
        berkas=masukan.berkas()[sumber], lembar=lembar[sumber], sel=_sel(masukan, tabel, kunci)
    )


def _sel(masukan: Masukan, tabel: pd.DataFrame, kolom: str) -> list[str]:
    """Give the addresses of a column's cells; a realisasi knows its own letter, where a sheet has a column an indicator."""
    if "kolom" in tabel:
        huruf = tabel["kolom"].to_numpy(dtype=object)
    else:
        huruf = np.array([s.huruf.get(kolom, "") for s in masukan.sumber], dtype=object)[tabel["sumber"].to_numpy()]
    return [f"{h}{b}" for h, b in zip(huruf.tolist(), tabel["baris"].tolist(), strict=True)]


def csv_temuan(temuan: tuple[Temuan, ...]) -> bytes:
    """Write the findings, in the order given."""
    kolom = ("kode", "tingkat", "berkas", "lembar", "sel", "nilai", "pesan", "saran")
    baris = [
        (t.kode, t.tingkat.value, t.letak.berkas, t.letak.lembar, t.letak.sel, t.nilai, t.pesan, t.saran) for t in temuan
    ]
    return csv_dari_tabel(pd.DataFrame(baris, columns=list(kolom), dtype="str"))
