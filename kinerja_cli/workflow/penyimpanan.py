"""A scored month → what is saved of it: its files, what stands in its manifest, and its audit line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from kinerja_cli import __version__
from kinerja_cli.core.aturan import Aturan
from kinerja_cli.core.hitung import Hasil
from kinerja_cli.core.periode import Periode
from kinerja_cli.core.riwayat import HITUNG
from kinerja_cli.core.simpanan import (
    ATURAN_INOVASI,
    INOVASI,
    csv_dari_tabel,
    csv_masukan,
    csv_temuan,
)
from kinerja_cli.core.skema import Masukan
from kinerja_cli.core.temuan import Temuan
from kinerja_cli.core.titipan import Titipan
from kinerja_cli.workflow.berkas import Berkas
from kinerja_cli.workflow.kunci import catatan
from kinerja_cli.workflow.ruang import Pelaku


@dataclass(frozen=True)
class BulanTerhitung:
    """A scored month.

    Attributes:
        terpakai: the workbooks on which it stands.
        masukan, hasil, temuan: what they hold, the scores, and what was found in them.
    """

    periode: Periode
    aturan: Aturan
    terpakai: tuple[Berkas, ...]
    masukan: Masukan
    hasil: Hasil
    temuan: tuple[Temuan, ...]

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

    def catatan(self, titipan: Mapping[str, Titipan], pelaku: Pelaku) -> dict[str, object]:
        """Give its audit line; ``titipan`` are the values from elsewhere among the workbooks."""
        asal = {nama: {"asal": [asdict(a) for a in t.asal]} for nama, t in titipan.items()}
        return catatan(
            HITUNG,
            self.periode,
            pelaku,
            berkas=[{"nama": b.nama, "sha256": b.sha256, **asal.get(b.sebutan, {})} for b in self.terpakai],
            aturan={"id": self.aturan.id, "sha256": self.aturan.sha256},
        )

    def berkas(self, isi_aturan: bytes) -> dict[str, bytes]:
        """Give its files, by their path in the period's folder; ``isi_aturan`` are the bytes of the rule set's."""
        masukan = csv_masukan(self.masukan)
        return {
            **masukan,
            "nilai.csv": csv_dari_tabel(self.hasil.nilai),
            "rincian.csv": csv_dari_tabel(self.hasil.rincian),
            "aspek.csv": csv_dari_tabel(self.hasil.aspek),
            "temuan.csv": csv_temuan(self.temuan),
            "aturan.toml": isi_aturan,
            **({ATURAN_INOVASI: self.aturan.inovasi.teks.encode()} if INOVASI in masukan else {}),
            **{f"sumber/{b.nama_simpanan}": b.isi for b in self.terpakai},
        }
