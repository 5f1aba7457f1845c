"""The objection to a result: how long, how the days are counted, to whom, how it goes on, and what is open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import count, islice

from kinerja_cli.core.aturan import Dasar
from kinerja_cli.core.layanan.waktu import Kalender
from kinerja_cli.core.nip import urai_nip
from kinerja_cli.core.pohon import Pembaca
from kinerja_cli.core.temuan import nama_terdekat


class Hitungan(StrEnum):
    """Which days count."""

    KALENDER = "kalender"
    KERJA = "kerja"


class TenggatSalah(ValueError):
    """``[keberatan]`` of the settings can't be used; the text says why, in Indonesian."""


@dataclass(frozen=True)
class Tenggat:
    """The time to object.

    Attributes:
        hari: how many days.
        hitungan: which days count.
        dasar: the article.
        tanda_pppk: what is said beside the objection of a PPPK.
        kepada: to whom one objects.
        langkah: what is done, in order.
        terbuka: what no source settles: about what, and in words.
        kalender: the office's days, needed for working days only.
    """

    hari: int
    hitungan: Hitungan
    dasar: Dasar
    tanda_pppk: str
    kepada: str
    langkah: tuple[str, ...]
    terbuka: tuple[tuple[str, str], ...]
    kalender: Kalender | None = None

    def terakhir(self, diserahkan: dt.date) -> dt.date:
        """Give the last day to object; the day of handing over is day 0."""
        berikut = (diserahkan + dt.timedelta(days=i) for i in count(1))
        return next(islice(filter(self._terhitung, berikut), self.hari - 1, None))

    def sisa(self, diserahkan: dt.date, hari_ini: dt.date) -> int:
        """Count the days that are left after today, at least 0."""
        semua = (hari_ini + dt.timedelta(days=i) for i in range(1, (self.terakhir(diserahkan) - hari_ini).days + 1))
        return sum(map(self._terhitung, semua))

    @property
    def kata(self) -> str:
        """The time in words: "14 hari kalender"."""
        return f"{self.hari} hari {self.hitungan}"

    @property
    def tanda_lewat(self) -> str:
        """What is said beside an objection that came later: the tool doesn't decide."""
        return f"lewat {self.hari} hari menurut hitungan hari {self.hitungan}: pejabat memutuskan"

    def cara_mengajukan(self, nip: str) -> tuple[str, ...]:
        """Tell a person how to object; nothing is denied that a regulation leaves open."""
        umum = (
            f"Ajukan secara tertulis, dengan alasan dan buktinya, kepada {self.kepada} Anda, paling lambat {self.kata} "
            f"sejak slip ini Anda terima ({self.dasar}, kepastian: {self.dasar.kepastian}). Sebut indikator dan selnya: "
            "setiap angka di atas dapat dicocokkan dengan berkas asalnya.",
            "Keberatan yang lewat waktu tetap dapat diserahkan; pejabat yang memutuskan.",
        )
        pppk = "Bagi PPPK dasar hukumnya belum dipastikan; tanyakan kepada pengelola kepegawaian, dan tetap ajukan."
        return (*umum, pppk) if urai_nip(nip).pppk else umum

    def _terhitung(self, hari: dt.date) -> bool:
        return self.kalender is None or self.kalender.pada(hari) is not None


def susun_tenggat(pohon: Mapping[str, object], setelan: Mapping[str, object]) -> Tenggat:
    """Build it from the packaged file's tree and ``[keberatan]`` of the settings; without a calendar.

    Raises:
        PohonSalah: keys of the file are missing, wrong or unknown.
        TenggatSalah: the settings name an unknown key or way of counting.
    """
    akar = Pembaca(pohon)
    sumber = akar.sumber()
    tenggat, hitungan, prosedur, pppk = (akar.anak(nama) for nama in ("tenggat", "hitungan", "prosedur", "pppk"))
    kepada, langkah = prosedur.teks("kepada"), prosedur.kata("langkah")
    terbuka = tuple((p.teks("apa"), p.teks("kata")) for p in akar.daftar("terbuka"))
    hari, cara, tanda = tenggat.ambil("hari", int, 1), hitungan.pilihan("cara", Hitungan), pppk.teks("tanda")
    dasar, *_ = [bagian.dasar(sumber) for bagian in (tenggat, hitungan, prosedur, pppk)]
    akar.tutup()
    return Tenggat(hari, Hitungan(_pilihan(setelan) or cara), dasar, tanda, kepada, langkah, terbuka)


def _pilihan(setelan: Mapping[str, object]) -> str:
    if asing := sorted(setelan.keys() - {"hitungan"}):
        usul = nama_terdekat(asing[0], ["hitungan"])
        raise TenggatSalah(f"“{asing[0]}” tidak dikenal" + (f"; maksud Anda “{usul}”?" if usul else ""))
    cara = str(setelan.get("hitungan", ""))
    if cara and cara not in tuple(Hitungan):
        raise TenggatSalah(f"“hitungan” harus salah satu dari: {', '.join(Hitungan)}; bukan “{cara}”")
    return cara
