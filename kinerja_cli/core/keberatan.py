"""Objections to a result, as the audit trail tells of them: handed over, filed, decided."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass

from kinerja_cli.core.jejak import BarisJejak
from kinerja_cli.core.nip import urai_nip
from kinerja_cli.core.periode import Periode, periode_dari_kode
from kinerja_cli.core.riwayat import tumpukan
from kinerja_cli.core.selisih import Keadaan
from kinerja_cli.core.tenggat import Tenggat
from kinerja_cli.core.titipan import Asal

SERAHKAN, CATAT, PUTUSKAN = "keberatan serahkan", "keberatan catat", "keberatan putuskan"
"""Actions as the trail names them."""
_ISI_PUTUSAN = ("oleh", "pertimbangan", "ubah", "lama", "baru")
BELUM_DISERAHKAN = "penyerahan hasil belum dicatat, jadi batas waktunya belum diketahui"


@dataclass(frozen=True)
class Penyerahan:
    """Results of a month handed over to the people of some dinas."""

    periode: Periode
    dinas: tuple[str, ...]
    tanggal: dt.date


@dataclass(frozen=True)
class StatusPenyerahan:
    """A handing over as seen on a day: the last day to object, how many days are left after, whether it is the last."""

    penyerahan: Penyerahan
    tenggat: Tenggat
    terakhir: dt.date
    sisa: int
    hari_terakhir: bool


@dataclass(frozen=True)
class Pengajuan:
    """What somebody filed.

    Attributes:
        nomor: "K-001", one row of numbers for the whole ruang kerja.
        tanggal: the day on which it was received.
        bukti: the evidence, by name and hash.
    """

    nomor: str
    periode: Periode
    nip: str
    nama: str
    dinas: str
    tanggal: dt.date
    alasan: str
    bukti: tuple[Asal, ...] = ()


@dataclass(frozen=True)
class Ubahan:
    """One realisasi that a decision sets; ``lama`` and ``baru`` as printed."""

    kode: str
    indikator: str
    satuan: str
    lama: str
    baru: str


@dataclass(frozen=True)
class Putusan:
    """What was decided.

    Attributes:
        oleh: the official.
        pertimbangan: the reasons.
        ubah: what is scored anew; empty where nothing is.
        lama, baru: how the person stood before and after.
    """

    diterima: bool
    oleh: str
    pertimbangan: str
    ubah: tuple[Ubahan, ...]
    lama: Keadaan
    baru: Keadaan

    def __str__(self) -> str:
        return "diterima" if self.diterima else "ditolak"


@dataclass(frozen=True)
class Perkara:
    """An objection as it stands.

    Attributes:
        diserahkan, terakhir: when the result was handed over, and the last day to object; None: that isn't recorded.
        tanda: what the officials must know of it.
        baris: the audit line that brought it to where it stands.
        putusan: None until it is decided; also where the result of the decision was taken back.
    """

    pengajuan: Pengajuan
    tenggat: Tenggat
    diserahkan: dt.date | None
    terakhir: dt.date | None
    tanda: tuple[str, ...]
    baris: BarisJejak
    putusan: Putusan | None = None

    @property
    def tanggal(self) -> dt.date:
        """The day on which it came to where it stands."""
        return dt.datetime.fromisoformat(str(self.baris.isi["waktu"])).date()


@dataclass(frozen=True)
class Daftar:
    """All that is known of objections.

    Attributes:
        bukti_hilang: evidence that isn't in its place any more, or is another than was filed, by number of the objection.
    """

    tenggat: Tenggat
    penyerahan: tuple[StatusPenyerahan, ...]
    perkara: tuple[Perkara, ...]
    bukti_hilang: Mapping[str, tuple[str, ...]]


def semua_penyerahan(jejak: Iterable[BarisJejak]) -> tuple[Penyerahan, ...]:
    """Give the times at which results were handed over, as recorded."""
    return tuple(
        Penyerahan(_periode(b), tuple(map(str, _daftar(b.isi["dinas"]))), _tanggal(b))
        for b in jejak
        if b.isi["tindakan"] == SERAHKAN
    )


def status_penyerahan(penyerahan: Penyerahan, tenggat: Tenggat, hari_ini: dt.date) -> StatusPenyerahan:
    """See a handing over on a day."""
    hari = penyerahan.tanggal
    terakhir = tenggat.terakhir(hari)
    return StatusPenyerahan(penyerahan, tenggat, terakhir, tenggat.sisa(hari, hari_ini), hari_ini == terakhir)


def semua_perkara(jejak: Sequence[BarisJejak], tenggat: Tenggat) -> tuple[Perkara, ...]:
    """Give all objections as they stand, by number.

    A decision whose result was taken back (``batalkan``) holds no more: its objection waits again.
    """
    penyerahan = semua_penyerahan(jejak)
    putusan = {str(b.isi["keberatan"]): b for b in jejak if b.isi["tindakan"] == PUTUSKAN and _berlaku(b, jejak)}
    return tuple(_perkara(b, putusan, penyerahan, tenggat) for b in jejak if b.isi["tindakan"] == CATAT)


def nomor_berikut(jejak: Iterable[BarisJejak]) -> str:
    """Give the number of the next objection."""
    return f"K-{sum(b.isi['tindakan'] == CATAT for b in jejak) + 1:03d}"


def _perkara(
    catat: BarisJejak, putusan: Mapping[str, BarisJejak], penyerahan: Iterable[Penyerahan], tenggat: Tenggat
) -> Perkara:
    """Judge the time by the latest handing over before the objection: a corrected result may be objected to anew."""
    p = pengajuan_dari_baris(catat)
    diserahkan = max(
        (s.tanggal for s in penyerahan if s.periode == p.periode and p.dinas in s.dinas and s.tanggal <= p.tanggal),
        default=None,
    )
    terakhir = tenggat.terakhir(diserahkan) if diserahkan else None
    tanda = [tenggat.tanda_pppk] if urai_nip(p.nip).pppk else []
    if terakhir is None:
        tanda.insert(0, BELUM_DISERAHKAN)
    elif p.tanggal > terakhir:
        tanda.insert(0, tenggat.tanda_lewat)
    baris = putusan.get(p.nomor)
    return Perkara(
        p, tenggat, diserahkan, terakhir, tuple(tanda), baris or catat, putusan_dari_baris(baris) if baris else None
    )


def _berlaku(baris: BarisJejak, jejak: Sequence[BarisJejak]) -> bool:
    """Tell whether a decision's result, where it made one, is still part of its month's."""
    return "manifes" not in baris.isi or any(lapis.baris == baris for lapis in tumpukan(jejak, _periode(baris)))


# Fields of the audit lines ------------------------------------------------------------------------------------------


def isi_penyerahan(penyerahan: Penyerahan) -> dict[str, object]:
    """Give the fields of the line of a handing over."""
    return {"dinas": list(penyerahan.dinas), "tanggal": penyerahan.tanggal.isoformat()}


def isi_pengajuan(p: Pengajuan) -> dict[str, object]:
    """Give the fields of the line of a new objection."""
    tetap = {"keberatan": p.nomor, "nip": p.nip, "nama": p.nama, "dinas": p.dinas, "tanggal": p.tanggal.isoformat()}
    return {**tetap, "alasan": p.alasan, "bukti": [asdict(b) for b in p.bukti]}


def isi_putusan(nomor: str, nip: str, putusan: Putusan) -> dict[str, object]:
    """Give the fields of the line of a decision."""
    isi = asdict(putusan)
    return {"keberatan": nomor, "nip": nip, "putusan": str(putusan)} | {k: isi[k] for k in _ISI_PUTUSAN}


def pengajuan_dari_baris(baris: BarisJejak) -> Pengajuan:
    """Read what :func:`isi_pengajuan` wrote."""
    nomor, nip, nama, dinas, alasan = (str(baris.isi[k]) for k in ("keberatan", "nip", "nama", "dinas", "alasan"))
    bukti = tuple(Asal(**b) for b in _daftar(baris.isi["bukti"]))
    return Pengajuan(nomor, _periode(baris), nip, nama, dinas, _tanggal(baris), alasan, bukti)


def putusan_dari_baris(baris: BarisJejak) -> Putusan:
    """Read what :func:`isi_putusan` wrote."""
    isi = baris.isi
    ubah = tuple(Ubahan(**u) for u in _daftar(isi["ubah"]))
    lama, baru = (Keadaan(**satu) for satu in (isi["lama"], isi["baru"]) if isinstance(satu, dict))
    return Putusan(isi["putusan"] == "diterima", str(isi["oleh"]), str(isi["pertimbangan"]), ubah, lama, baru)


def _periode(baris: BarisJejak) -> Periode:
    periode = periode_dari_kode(str(baris.isi["periode"]))
    assert periode is not None
    return periode


def _tanggal(baris: BarisJejak) -> dt.date:
    return dt.date.fromisoformat(str(baris.isi["tanggal"]))


def _daftar(isi: object) -> list[dict[str, str]]:
    assert isinstance(isi, list)
    return isi
