"""The floor: reads every cell of a folder's workbooks with the fastest reader, and writes as many cells as plain rows.

python benchmarks/dasar.py MASUK [KELUAR]      without KELUAR: only reads
"""

import sys
from pathlib import Path

from python_calamine import CalamineWorkbook

masuk = Path(sys.argv[1])
semua = {
    berkas: [CalamineWorkbook.from_path(str(berkas)).get_sheet_by_index(i).to_python() for i in range(3)]
    for berkas in sorted(masuk.glob("*.xlsx"))
}
if len(sys.argv) > 2:
    import xlsxwriter

    keluar = Path(sys.argv[2])
    keluar.mkdir(parents=True)
    for berkas, lembar in semua.items():
        with xlsxwriter.Workbook(keluar / berkas.name, {"constant_memory": True}) as buku:
            for isi in lembar:
                ws = buku.add_worksheet()
                for r, baris in enumerate(isi):
                    ws.write_row(r, 0, baris)
