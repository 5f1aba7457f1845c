"""The handout and the slides of the rule set in use."""

from __future__ import annotations

from pathlib import Path

from kinerja_cli.core.sosialisasi import susun_sosialisasi
from kinerja_cli.errors import KinerjaError
from kinerja_cli.readers.keberatan import baca_tenggat
from kinerja_cli.store import RuangKerja, simpan_di
from kinerja_cli.workflow.ruang import pilih_aturan, setelan_ruang
from kinerja_cli.writers.halaman_sosialisasi import halaman_sosialisasi, paparan


def tulis_sosialisasi(ruang: RuangKerja | None, tujuan: Path | None, sebutan: str) -> tuple[Path, ...]:
    """Write both.

    Args:
        ruang: the ruang kerja, where there is one.
        tujuan: the folder to write into; None: ``laporan/sosialisasi`` of the ruang kerja.
        sebutan: id or purpose of the rule set; "" for the one of the settings.

    Raises:
        KinerjaError: there is neither a ruang kerja nor a folder, no such rule set, or the folder can't be written.
    """
    folder = tujuan or (ruang.folder / "laporan" / "sosialisasi" if ruang else None)
    if folder is None:
        saran = "Tambahkan -o FOLDER, misalnya -o sosialisasi."
        raise KinerjaError("Belum ada ruang kerja, dan foldernya belum disebut.", saran)
    setelan = setelan_ruang(ruang)
    aturan = pilih_aturan(ruang, sebutan or setelan.aturan)
    isi = susun_sosialisasi(
        aturan, baca_tenggat(setelan, ()), instansi=setelan.instansi, penetapan=aturan.penetapan(setelan.penetapan)
    )
    return (
        simpan_di(folder, f"sosialisasi {aturan.id}.html", halaman_sosialisasi(isi).encode()),
        simpan_di(folder, f"paparan {aturan.id}.html", paparan(isi).encode()),
    )
