"""A scored month → what is saved of it: its files, what stands in its manifest, and its audit line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import asdict, dataclass
from functools import partial
from typing import Any

from kinerja_cli import __version__
from kinerja_cli.core.aturan import Aturan
from kinerja_cli.core.hitung import Hasil
from kinerja_cli.core.laporan import susun_orang
from kinerja_cli.core.periode import Periode
from kinerja_cli.core.riwayat import HITUNG
from kinerja_cli.core.simpanan import (
    ATURAN_INOVASI,
    INOVASI,
    csv_dari_tabel,
    csv_temuan,
    penugasan_dari_csv,
    penulis_masukan,
)
from kinerja_cli.core.skema import Masukan
from kinerja_cli.core.telaah import telaah
from kinerja_cli.core.temuan import Temuan
from kinerja_cli.core.titipan import Titipan
from kinerja_cli.workflow.berkas import Berkas
from kinerja_cli.workflow.isi import Olahan
from kinerja_cli.workflow.kunci import catatan
from kinerja_cli.workflow.ruang import Pelaku
from kinerja_cli.workflow.serentak import kerjakan

_CUKUP_BESAR = 5_000
"""From so many rows of sums on, some eight hundred people's, a second process pays for its start."""


@dataclass(frozen=True)
class BulanTerhitung:
    """A scored month.

    Attributes:
        terpakai: the workbooks on which it stands.
        masukan, hasil, temuan: what they hold, the scores, and what was found in them.
        titipan: values from elsewhere, by the name of the file that holds them.
    """

    periode: Periode
    aturan: Aturan
    terpakai: tuple[Berkas, ...]
    masukan: Masukan
    hasil: Hasil
    temuan: tuple[Temuan, ...]
    titipan: Mapping[str, Titipan]

    def manifes(self, *, lewati_galat: bool) -> dict[str, object]:
        """Give what the manifest says besides the hashes."""
        aturan = self.aturan
        return {
            "periode": str(self.periode),
            "status": "draf",
            "aturan": {"id": aturan.id, "judul": aturan.judul, "sha256": aturan.sha256, "pilihan": dict(aturan.pilihan)},
            "versi": __version__,
            "lewati_galat": lewati_galat,
            "sumber": [
                {"berkas": b.nama_simpanan, "nama": b.nama, "sha256": b.sha256, "bawaan_dari": b.bawaan_dari}
                for b in self.terpakai
            ],
        }

    def catatan(self, pelaku: Pelaku) -> dict[str, object]:
        """Give its audit line."""
        asal = {nama: {"asal": [asdict(a) for a in t.asal]} for nama, t in self.titipan.items()}
        return catatan(
            HITUNG,
            self.periode,
            pelaku,
            berkas=[{"nama": b.nama, "sha256": b.sha256, **asal.get(b.sebutan, {})} for b in self.terpakai],
            aturan={"id": self.aturan.id, "sha256": self.aturan.sha256},
        )

    def berkas(self, isi_aturan: bytes, ambang_tepi: int) -> tuple[dict[str, bytes], Olahan]:
        """Give its files, by their path in the period's folder; and what its reports need, which is made meanwhile.

        Args:
            isi_aturan: the bytes of the rule set's file.
            ambang_tepi: how near to a line is near.

        Raises:
            KinerjaError: the second process ended by itself.
        """
        penulis: dict[str, Callable[[], bytes]] = {
            "rincian.csv": partial(csv_dari_tabel, self.hasil.rincian),  # the longest comes first
            **penulis_masukan(self.masukan),
            "nilai.csv": partial(csv_dari_tabel, self.hasil.nilai),
            "aspek.csv": partial(csv_dari_tabel, self.hasil.aspek),
        }
        siap, tertulis = self._serentak(penulis, partial(self._siapkan, penulis["penugasan.csv"], ambang_tepi))
        berkas = {
            **tertulis,
            "temuan.csv": csv_temuan(self.temuan),
            "aturan.toml": isi_aturan,
            **({ATURAN_INOVASI: self.aturan.inovasi.teks.encode()} if INOVASI in penulis else {}),
            **{f"sumber/{b.nama_simpanan}": b.isi for b in self.terpakai},
        }
        return berkas, siap

    def _siapkan(self, penugasan: Callable[[], bytes], ambang_tepi: int) -> Olahan:
        orang = susun_orang(self.hasil.nilai, self.hasil.aspek, self.aturan, penugasan_dari_csv(penugasan()))
        return Olahan(orang, telaah(self.hasil, self.aturan, ambang_tepi))

    def _serentak(
        self, penulis: Mapping[str, Callable[[], bytes]], siapkan: Callable[[], Olahan]
    ) -> tuple[Olahan, dict[str, bytes]]:
        """Do it all; the first task is always done in this process, to which people would be dear to send."""
        tugas: list[Callable[[], Any]] = [siapkan, *penulis.values()]
        if len(self.hasil.rincian) < _CUKUP_BESAR:
            siap, *isi = (satu() for satu in tugas)
        else:
            with closing(kerjakan(tugas, "Perhitungan", "ulangi perintahnya")) as jadi:
                siap, *isi = jadi
        return siap, dict(zip(penulis, isi, strict=True))
