"""The ruang kerja on disk: the only package that writes files. A step writes all of its files or none.

``berkas`` writes single files, ``simpanan`` reads a saved period, ``pasang`` puts a whole period in its place and tidies
up after a crash, ``ruang`` is the ruang kerja itself, ``cadangan`` packs and unpacks one,
``bukti`` looks at files without trusting them.
"""

from kinerja_cli.store.berkas import isi_folder_baru, salin_folder, sha256, simpan_di, tulis_utuh
from kinerja_cli.store.bukti import KeadaanFolder, baca_laporan, periksa_folder, sidik_berkas
from kinerja_cli.store.cadangan import berkas_ruang, bongkar_zip, bukan_milik, periksa_zip, tulis_zip
from kinerja_cli.store.ruang import SETELAN, RuangKerja
from kinerja_cli.store.sela import bila_disela, tanpa_sela
from kinerja_cli.store.simpanan import DRAF, TERKUNCI, Simpanan, susun_simpanan

__all__ = [
    "DRAF", "SETELAN", "TERKUNCI", "KeadaanFolder", "RuangKerja", "Simpanan", "baca_laporan", "berkas_ruang", "bila_disela",
    "bongkar_zip", "bukan_milik", "isi_folder_baru", "periksa_folder", "periksa_zip", "salin_folder", "sha256",
    "sidik_berkas", "simpan_di", "susun_simpanan", "tanpa_sela", "tulis_utuh", "tulis_zip",
]  # fmt: skip
