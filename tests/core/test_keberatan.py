"""Objections as the audit trail tells of them."""

from __future__ import annotations

import datetime as dt

import pytest
from bantu import ANI, BUDI, JANUARI
from hypothesis import given
from hypothesis import strategies as st

from kinerja_cli.core.jejak import BarisJejak, tambah, urai_baris
from kinerja_cli.core.keberatan import (
    BELUM_DISERAHKAN,
    CATAT,
    PUTUSKAN,
    SERAHKAN,
    Pengajuan,
    Penyerahan,
    Perkara,
    Putusan,
    Ubahan,
    isi_pengajuan,
    isi_penyerahan,
    isi_putusan,
    nomor_berikut,
    pengajuan_dari_baris,
    putusan_dari_baris,
    semua_penyerahan,
    semua_perkara,
)
from kinerja_cli.core.periode import Periode
from kinerja_cli.core.selisih import Keadaan
from kinerja_cli.core.setelan import Setelan
from kinerja_cli.core.titipan import Asal
from kinerja_cli.readers.keberatan import baca_tenggat

DINKES = "Dinas Kesehatan"
PPPK = "198807012023212005"
LEWAT = "lewat 14 hari menurut hitungan hari {}: pejabat memutuskan"
TETAP = Keadaan("dinilai", "81.50", "Cukup")


class Jejak:
    """A trail under way."""

    def __init__(self) -> None:
        self.baris: tuple[BarisJejak, ...] = ()

    def __call__(self, tindakan: str, periode: Periode = JANUARI, **isi: object) -> BarisJejak:
        tetap = {"waktu": "2025-05-02T09:00:00+07:00", "tindakan": tindakan, "periode": str(periode)}
        satu = tambah(self.baris[-1] if self.baris else None, {**tetap, **isi})
        self.baris = (*self.baris, urai_baris(satu.teks, satu.nomor))
        return self.baris[-1]

    def serahkan(self, hari: str, *dinas: str, periode: Periode = JANUARI) -> None:
        satu = Penyerahan(periode, dinas or (DINKES,), dt.date.fromisoformat(hari))
        self(SERAHKAN, periode, **isi_penyerahan(satu))

    def catat(self, hari: str, nip: str = BUDI, periode: Periode = JANUARI) -> str:
        nomor = nomor_berikut(self.baris)
        satu = Pengajuan(nomor, periode, nip, "Budi", DINKES, dt.date.fromisoformat(hari), "A seharusnya 80")
        self(CATAT, periode, **isi_pengajuan(satu))
        return nomor

    def putuskan(self, nomor: str, *, diterima: bool, **lain: object) -> BarisJejak:
        putusan = Putusan(diterima, "Sekretaris Daerah", "cukup bukti", (), TETAP, TETAP)
        return self(PUTUSKAN, **isi_putusan(nomor, BUDI, putusan), **lain)

    def perkara(self, hitungan: str = "kalender") -> tuple[Perkara, ...]:
        return semua_perkara(self.baris, baca_tenggat(Setelan(keberatan={"hitungan": hitungan}), [2025]))


@pytest.fixture
def jejak() -> Jejak:
    return Jejak()


@pytest.mark.parametrize(
    ("hitungan", "hari", "lewat"),
    [
        ("kalender", "2025-03-31", False),
        ("kalender", "2025-04-01", True),
        ("kerja", "2025-04-15", False),
        ("kerja", "2025-04-16", True),
    ],
)
def test_day_14_is_in_time_and_day_15_is_marked_but_there(jejak: Jejak, hitungan: str, hari: str, lewat: bool) -> None:
    """Handed over on 17 March 2025; Idul Fitri lies in between."""
    jejak.serahkan("2025-03-17")
    jejak.catat(hari)
    (satu,) = jejak.perkara(hitungan)
    assert satu.tanda == ((LEWAT.format(hitungan),) if lewat else ())
    assert satu.putusan is None


def test_without_a_handing_over_no_deadline_is_known_until_it_is_recorded(jejak: Jejak) -> None:
    jejak.serahkan("2025-03-17", "Dinas Pendidikan")
    jejak.serahkan("2025-03-17", periode=Periode(2025, 2))
    jejak.catat("2025-03-20")
    assert [(m.diserahkan, m.terakhir, m.tanda) for m in jejak.perkara()] == [(None, None, (BELUM_DISERAHKAN,))]
    jejak.serahkan("2025-03-21")  # after the objection: it can't have started with that
    assert jejak.perkara()[0].tanda == (BELUM_DISERAHKAN,)
    jejak.serahkan("2025-03-18")  # recorded late, but before it
    assert [(str(m.diserahkan), str(m.terakhir), m.tanda) for m in jejak.perkara()] == [("2025-03-18", "2025-04-01", ())]


def test_a_result_handed_over_again_may_be_objected_to_anew(jejak: Jejak) -> None:
    jejak.serahkan("2025-03-03")
    jejak.serahkan("2025-04-07")
    jejak.catat("2025-04-10")
    jejak.catat("2025-03-20")
    assert [m.tanda for m in jejak.perkara()] == [(), (LEWAT.format("kalender"),)]


def test_a_pppk_is_marked_and_not_refused(jejak: Jejak) -> None:
    jejak.serahkan("2025-03-03")
    jejak.catat("2025-03-18", PPPK)
    (satu,) = jejak.perkara()
    assert satu.tanda == (LEWAT.format("kalender"), "keberatan PPPK: dasar hukum belum dipastikan")


def test_two_objections_of_one_person_are_decided_apart(jejak: Jejak) -> None:
    assert [jejak.catat("2025-03-18"), jejak.catat("2025-03-19")] == ["K-001", "K-002"]
    jejak.putuskan("K-002", diterima=False)
    assert [str(m.putusan) for m in jejak.perkara()] == ["None", "ditolak"]
    assert jejak.catat("2025-03-19", ANI, Periode(2025, 2)) == "K-003"


def test_a_decision_whose_result_was_taken_back_waits_again(jejak: Jejak) -> None:
    jejak("hitung", manifes="a")
    jejak.catat("2025-03-18")
    putusan = jejak.putuskan("K-001", diterima=True, manifes="b")
    assert jejak.perkara()[0].baris == putusan
    jejak("kunci", manifes="c")
    jejak("buka-kunci", manifes="b", alasan="salah")
    assert jejak.perkara()[0].putusan
    jejak("batalkan", manifes="a", alasan="salah")
    assert jejak.perkara()[0].putusan is None
    jejak.putuskan("K-001", diterima=False)
    assert str(jejak.perkara()[0].putusan) == "ditolak"


TEKS = st.text(min_size=1, max_size=20)


@given(TEKS, TEKS, TEKS, st.booleans())
def test_what_is_written_into_a_line_is_read_from_it(nama: str, alasan: str, lain: str, diterima: bool) -> None:
    pengajuan = Pengajuan("K-007", JANUARI, BUDI, nama, lain, dt.date(2025, 3, 18), alasan, (Asal(nama, "ab" * 32),))
    ubah = (Ubahan("A", nama, lain, "60", "80"),)
    putusan = Putusan(diterima, nama, alasan, ubah, TETAP, Keadaan("dinilai", "94.00", "Baik"))
    penyerahan = Penyerahan(JANUARI, (nama, lain), dt.date(2025, 3, 17))
    jejak = Jejak()
    jejak(SERAHKAN, **isi_penyerahan(penyerahan))
    assert semua_penyerahan(jejak.baris) == (penyerahan,)
    assert pengajuan_dari_baris(jejak(CATAT, **isi_pengajuan(pengajuan))) == pengajuan
    assert putusan_dari_baris(jejak(PUTUSKAN, **isi_putusan("K-007", BUDI, putusan))) == putusan
