"""Takes the pictures of the README from the sample: ``python alat/buat_gambar.py``; wants Chromium and the extra ``uji``."""

from __future__ import annotations

import datetime as dt
import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from kinerja_cli.workflow.contoh import jalankan_contoh
from kinerja_cli.workflow.ruang import Pelaku

FOLDER = Path(__file__).parent.parent / "docs"
LEBAR = 1100
GAMBAR = {
    "laporan.png": ("Dinas Kependudukan dan Pencatatan Sipil.html", "#nip-199308092019032009", 1560),
    "daerah.png": ("index.html", "", 1330),
}
"""Page, person and height by picture."""


def main() -> None:
    program = shutil.which("chromium") or shutil.which("google-chrome")
    pelaku = Pelaku("Siti", dt.datetime(2025, 4, 4, 8, 15, tzinfo=dt.timezone(dt.timedelta(hours=7))))
    with (
        tempfile.TemporaryDirectory() as folder,
        sync_playwright() as main,
        main.chromium.launch(executable_path=program, args=["--no-sandbox"]) as peramban,
    ):
        for _ in jalankan_contoh(Path(folder) / "ruang", pelaku):
            pass
        for nama, (halaman, jangkar, tinggi) in GAMBAR.items():
            layar = peramban.new_page(viewport={"width": LEBAR, "height": tinggi})
            layar.goto((Path(folder) / "ruang/laporan/2025-03" / halaman).as_uri() + jangkar)
            layar.evaluate("window.scrollTo(0, 0)")
            layar.screenshot(path=FOLDER / nama)


if __name__ == "__main__":
    main()
