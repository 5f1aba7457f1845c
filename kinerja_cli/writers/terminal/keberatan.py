"""What objections show on the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from kinerja_cli.core.angka import cetak_bilangan
from kinerja_cli.core.keberatan import Daftar, Perkara, StatusPenyerahan
from kinerja_cli.core.periode import cetak_tanggal

_TERBANYAK_DINAS = 3


def penyerahan(s: StatusPenyerahan) -> RenderableType:
    """Say what was recorded, and until when people may object."""
    p = s.penyerahan
    return Group(
        Text(f"Hasil {p.periode.nama} diserahkan pada {cetak_tanggal(p.tanggal)}: {_dinas(p.dinas)}.", style="bold"),
        Text(f"Keberatan dapat diajukan sampai {cetak_tanggal(s.terakhir)} ({s.tenggat.kata}); {_sisa(s)}."),
    )


def tercatat(m: Perkara, surat: Path | None) -> RenderableType:
    """Say that an objection was recorded, and what its receipt is."""
    p = m.pengajuan
    baris = [
        Text(f"{p.nomor} tercatat: keberatan {p.nama} ({p.nip}) atas hasil {p.periode.nama}.", style="bold"),
        Text(_waktu(m)),
        *(Text(f"Catatan: {tanda}.") for tanda in m.tanda),
        *_surat("Tanda terima", surat),
        Text(f"Langkah berikutnya: kinerja keberatan putuskan {p.nomor} --diterima atau --ditolak."),
    ]
    return Group(*baris)


def diputus(m: Perkara, surat: Path | None) -> RenderableType:
    """Say what was decided, and what it changed."""
    p, putusan = m.pengajuan, m.putusan
    assert putusan is not None
    baris = [Text(f"{p.nomor} {putusan} oleh {putusan.oleh}.", style="bold")]
    baris += [Text(f"  {u.kode} {u.indikator}: {u.lama} → {u.baru} {u.satuan}".rstrip()) for u in putusan.ubah]
    if putusan.lama == putusan.baru:
        baris.append(Text(f"Hasil {p.nama} untuk {p.periode.nama} tetap {putusan.lama}."))
    else:
        baris.append(Text(f"Hasil {p.nama} untuk {p.periode.nama}: {putusan.lama} → {putusan.baru}."))
    if putusan.diterima and not putusan.ubah:
        baris.append(Text("Tidak ada realisasi yang diubah, karena --ubah KODE=NILAI tidak disebut."))
    return Group(*baris, *_surat("Surat", surat))


def daftar(d: Daftar) -> RenderableType:
    """Show who was handed results when, and every objection as it stands."""
    if not d.penyerahan and not d.perkara:
        return Text("Belum ada penyerahan hasil dan keberatan yang dicatat.")
    bagian: list[RenderableType] = []
    if d.penyerahan:
        bagian += [_tabel_penyerahan(d.penyerahan), Text()]
    if d.perkara:
        bagian += [_tabel_perkara(d.perkara, d.bukti_hilang), Text()]
    menunggu = sum(m.putusan is None for m in d.perkara)
    kata = f"{cetak_bilangan(len(d.perkara))} keberatan, {cetak_bilangan(menunggu)} menunggu putusan."
    dasar = d.tenggat.dasar
    bagian.append(Text(f"{kata} Waktunya {d.tenggat.kata}: {dasar} (kepastian: {dasar.kepastian}).", style="dim"))
    return Group(*bagian)


def _tabel_penyerahan(semua: Sequence[StatusPenyerahan]) -> Table:
    tabel = _tabel("Hasil", "Diserahkan", "Kepada", "Keberatan sampai", "Sisa waktu")
    for s in semua:
        p = s.penyerahan
        tabel.add_row(p.periode.nama, cetak_tanggal(p.tanggal), _dinas(p.dinas), cetak_tanggal(s.terakhir), _sisa(s))
    return tabel


def _tabel_perkara(semua: Sequence[Perkara], bukti_hilang: Mapping[str, Sequence[str]]) -> Table:
    tabel = _tabel("No", "Diterima", "Pegawai", "Hasil", "Keadaan", "Catatan")
    for m in semua:
        p = m.pengajuan
        hilang = (f"bukti {nama} tidak ada lagi atau berubah" for nama in bukti_hilang.get(p.nomor, ()))
        pegawai, catatan = f"{p.nama}\n{p.nip}\n{p.dinas}", "\n".join((*m.tanda, *hilang))
        tabel.add_row(p.nomor, cetak_tanggal(p.tanggal), pegawai, p.periode.nama, _keadaan(m), catatan)
    return tabel


def _tabel(*judul: str) -> Table:
    tabel = Table(box=None, padding=(0, 2, 0, 0))
    for satu in judul:
        tabel.add_column(satu)
    return tabel


def _dinas(nama: Sequence[str]) -> str:
    if len(nama) <= _TERBANYAK_DINAS:
        return ", ".join(nama)
    return f"{cetak_bilangan(len(nama))} dinas"


def _sisa(s: StatusPenyerahan) -> str:
    if s.sisa:
        return f"{cetak_bilangan(s.sisa)} hari lagi"
    return "hari ini hari terakhir" if s.hari_terakhir else "waktunya sudah habis"


def _waktu(m: Perkara) -> str:
    if m.diserahkan is None or m.terakhir is None:
        return f"Diterima {cetak_tanggal(m.pengajuan.tanggal)}."
    diserahkan, terakhir = cetak_tanggal(m.diserahkan), cetak_tanggal(m.terakhir)
    return f"Diterima {cetak_tanggal(m.pengajuan.tanggal)}; hasil diserahkan {diserahkan}, batasnya {terakhir}."


def _keadaan(m: Perkara) -> str:
    if m.putusan is None:
        return "menunggu putusan"
    hasil = "" if m.putusan.lama == m.putusan.baru else f"\n{m.putusan.lama} → {m.putusan.baru}"
    return f"{m.putusan}, {m.putusan.oleh}, {cetak_tanggal(m.tanggal)}{hasil}"


def _surat(apa: str, surat: Path | None) -> Iterator[Text]:
    if surat:
        yield Text(f"{apa} untuk dicetak: {surat}")
