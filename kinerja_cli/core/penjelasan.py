"""What each finding means: an example, why it matters, and how to mend it step by step. One page a code, made from here."""

# ruff: noqa: E501  # a table of prose: one line a code reads better than forty wrapped ones

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from kinerja_cli.core.katalog import KATALOG, Jenis
from kinerja_cli.core.temuan import Letak, Temuan


@dataclass(frozen=True)
class Cara:
    """How a thing is done: steps in Excel (WPS is alike) and in LibreOffice Calc."""

    excel: tuple[str, ...]
    libreoffice: tuple[str, ...]


@dataclass(frozen=True)
class Penjelasan:
    """The page of one finding."""

    jenis: Jenis
    contoh: Temuan
    mengapa: str
    cara: Cara


def _sama(*langkah: str) -> Cara:
    return Cara(langkah, langkah)


_SIMPAN_XLSX = Cara(
    ("Buka berkasnya.", "Berkas, Simpan Sebagai, pilih “Buku Kerja Excel (*.xlsx)”.", "Tutup berkasnya, lalu ulangi kinerja validasi."),
    ("Buka berkasnya.", "Berkas, Simpan Sebagai, pilih “Excel 2007-365 (.xlsx)”, lalu “Pakai format Excel”.", "Tutup berkasnya, lalu ulangi kinerja validasi."),
)  # fmt: skip
_SANDI = Cara(
    ("Buka berkasnya dengan kata sandinya.", "Berkas, Info, Proteksi Buku Kerja, Enkripsi dengan Kata Sandi.", "Kosongkan kata sandinya, OK, simpan."),
    ("Buka berkasnya dengan kata sandinya.", "Berkas, Simpan Sebagai, hilangkan centang “Simpan dengan sandi”.", "Simpan."),
)  # fmt: skip
_KETIK = _sama(
    "Tekan Ctrl+G (LibreOffice: F5), ketik alamat selnya, lalu Enter.", "Ketik nilai yang benar, lalu Enter.", "Simpan, lalu ulangi kinerja validasi."
)  # fmt: skip
_TEKS = Cara(
    ("Pilih sel atau seluruh kolom NIP.", "Beranda, kotak format angka, pilih “Teks”.", "Ketik lagi ke-18 angkanya; nilai lama tidak kembali dengan sendirinya.", "Simpan."),
    ("Pilih sel atau seluruh kolom NIP.", "Format, Sel (Ctrl+1), tab Angka, pilih “Teks”.", "Ketik lagi ke-18 angkanya; nilai lama tidak kembali dengan sendirinya.", "Simpan."),
)  # fmt: skip
_ANGKA = Cara(
    ("Pilih selnya, lalu ketik lagi angkanya tanpa pemisah ribuan, misalnya 1234 atau 87,5.", "Bila muncul segitiga hijau: klik tandanya, “Ubah menjadi Angka”.", "Simpan."),
    ("Pilih selnya, Ctrl+1, tab Angka, pilih “Umum”.", "Ketik lagi angkanya tanpa tanda petik dan tanpa pemisah ribuan.", "Simpan."),
)  # fmt: skip
_PERSEN = Cara(
    ("Pilih selnya, Beranda, kotak format angka, pilih “Umum”.", "Ketik lagi angkanya tanpa tanda persen, misalnya 98.", "Simpan, lalu ulangi kinerja validasi."),
    ("Pilih selnya, Ctrl+1, tab Angka, pilih “Umum”.", "Ketik lagi angkanya tanpa tanda persen, misalnya 98.", "Simpan, lalu ulangi kinerja validasi."),
)  # fmt: skip
_HAPUS_BARIS = Cara(
    ("Klik nomor baris di tepi kiri.", "Klik kanan, Hapus.", "Simpan, lalu ulangi kinerja validasi."),
    ("Klik nomor baris di tepi kiri.", "Klik kanan, Hapus Baris.", "Simpan, lalu ulangi kinerja validasi."),
)
_HITUNG_ULANG = Cara(
    ("Buka berkasnya, tekan F9 supaya semua rumus dihitung.", "Simpan sebagai .xlsx.", "Lebih aman: salin kolomnya, Tempel Khusus, Nilai."),
    ("Buka berkasnya, tekan Ctrl+Shift+F9 supaya semua rumus dihitung.", "Simpan.", "Lebih aman: salin kolomnya, Ctrl+Shift+V, pilih Angka dan Teks saja."),
)  # fmt: skip
_TAMPILKAN = Cara(
    ("Pilih seluruh lembar dengan Ctrl+A.", "Klik kanan nomor baris (atau huruf kolom), Tampilkan; lembar: klik kanan tabnya, Tampilkan.", "Hapus yang tidak dipakai, simpan."),
    ("Pilih seluruh lembar dengan Ctrl+A.", "Klik kanan nomor baris (atau huruf kolom), Tampilkan; lembar: Lembar, Tampilkan Lembar.", "Hapus yang tidak dipakai, simpan."),
)  # fmt: skip
_SARINGAN = Cara(
    ("Data, Hapus (di kelompok Urutkan & Filter).", "Periksa baris yang tadi tidak tampak, simpan."),
    ("Data, Filter Lebih Lanjut, Atur Ulang Filter.", "Periksa baris yang tadi tidak tampak, simpan."),
)
_JUDUL = _sama(
    "Pergi ke baris judul tabel.",
    "Samakan judul kolomnya dengan templat (kinerja templat).",
    "Simpan, lalu ulangi kinerja validasi.",
)
_JUDUL_UNSUR = _sama(
    "Pergi ke baris judul tabel.",
    "Tulis kode dan nama unsurnya di setiap kolom, misalnya “U9 Sarana dan Prasarana”; atau legenda di bawah tabel.",
    "Simpan, lalu ulangi kinerja skm.",
)
_BOBOT = _sama(
    "Pilih sel-sel bobotnya; jumlahnya tampak di kanan bawah jendela.", "Ubah bobotnya sampai jumlahnya tepat 100, paling banyak 4 desimal.", "Simpan."
)  # fmt: skip
_PILIH = _sama(
    "Pergi ke sel yang disebut.",
    "Pilih dari daftar, atau ketik salah satu kata yang dikenal.",
    "Simpan, lalu ulangi kinerja validasi.",
)
_COCOKKAN = _sama(
    "Buka sumbernya: SK pegawai, buku register, atau aplikasi asalnya.", "Betulkan sel yang keliru; bila keduanya memang begitu, biarkan.", "Simpan."
)  # fmt: skip
_REGISTER = _sama(
    "Pastikan satu baris memuat satu dokumen.", "Beri judul kolom: Jenis Layanan, Tanggal Diterima, Tanggal Selesai, Petugas.", "Simpan, lalu ulangi kinerja layanan."
)  # fmt: skip
_TANGGAL = Cara(
    ("Pilih kolom tanggalnya, Ctrl+1, tab Angka, pilih Tanggal dengan urutan 14/03/2012.", "Ketik lagi tanggal yang keliru, misalnya 15/01/2025.", "Simpan, lalu ulangi kinerja layanan."),
    ("Pilih kolom tanggalnya, Ctrl+1, tab Angka, pilih Tanggal dengan format 31/12/1999.", "Ketik lagi tanggal yang keliru, misalnya 15/01/2025.", "Simpan, lalu ulangi kinerja layanan."),
)  # fmt: skip
_TANGGAL_TUGAS = _sama(
    "Cari kedua baris orang itu di tabel Pegawai, satu di setiap dinas.",
    "Isi kolom Selesai di dinas yang ditinggalkan (misalnya 14/01/2025) dan Mulai di dinas yang baru (15/01/2025).",
    "Simpan, lalu ulangi kinerja validasi.",
)
_DIAM = _sama("Tidak perlu apa-apa, bila yang disebut memang begitu.")
_ATURAN = _sama(
    "Lihat aturan yang ada dan masa berlakunya: kinerja aturan", "Tulis id-nya di kinerja.toml, atau sebut dengan --aturan ID.", "Ulangi kinerja hitung."
)  # fmt: skip
_SERTAKAN = _sama(
    "Masukkan berkas yang kurang dalam perintah yang sama, atau jalankan di dalam ruang kerja.", "Contoh: kinerja validasi pegawai.xlsx realisasi.xlsx"
)  # fmt: skip

_NIP, _NIP_LAIN = "198505152010012001", "198505152010012002"
_BERKAS = "Realisasi Dinkes Januari 2025.xlsx"
_REGISTER_LAYANAN, _REGISTER_INOVASI = "Register Layanan.xlsx", "Register Inovasi 2025.xlsx"

_ISI: Final[Mapping[str, tuple[str, str, dict[str, str], str, Cara]]] = {
    # code: (sheet!cell of the example, value, what the sentence names, why it matters, how)
    "B01": ("", "", {"sebab": "berkas terpotong atau rusak"}, "Dari berkas rusak tidak ada angka yang dapat dipercaya, jadi tidak ada yang dibaca sebagian.", _SIMPAN_XLSX),
    "B02": ("", "", {}, "Isi berkas yang terkunci tidak dapat diperiksa siapa pun, termasuk pemeriksa setahun lagi.", _SANDI),
    "B03": ("", "", {"sebab": "halaman web (HTML)"}, "Banyak situs memberi nama .xls pada halaman web; Excel membukanya, tetapi angkanya tidak tersimpan sebagai sel.", _SIMPAN_XLSX),
    "B04": ("", "", {}, "Berkas kosong mudah dikira “tidak ada data”; padahal pengirimannya yang gagal.", _sama("Salin atau unduh lagi berkas aslinya.")),
    "B05": ("", "", {"sebab": "laporan kinerja"}, "Laporan, salinan yang diberi catatan, dan berkas kunci bukan data kiriman; menghitungnya akan menggandakan orang.", _DIAM),
    "B06": ("", "", {"lain": "Realisasi Dinkes.xlsx"}, "Isi yang sama dihitung satu kali, supaya tidak ada yang tercatat dua kali.", _DIAM),
    "B07": ("", "", {}, "Berkas tanpa tabel yang dikenal akan hilang dari hitungan tanpa disadari.", _JUDUL),
    "B08": ("", "", {"sebab": "isinya lebih dari 200 MB setelah dibuka"}, "Berkas yang terlalu besar dapat menghentikan komputer, dan hampir selalu karena format di luar tabel.", _sama("Buat buku kerja baru.", "Salin tabelnya saja, Tempel Khusus, Nilai.", "Simpan sebagai .xlsx.")),
    "B09": ("", "Rekap Lama.xlsx", {}, "Nilai dari buku kerja lain tidak ikut terkirim; yang terbaca adalah hasil terakhir yang tersimpan.", _HITUNG_ULANG),
    "L01": ("Catatan", "", {}, "Lembar yang dilewati disebut, supaya data di dalamnya tidak hilang tanpa disadari.", _DIAM),
    "L02": ("jan!A7", "", {"peran": "Realisasi", "kolom": "Realisasi", "sebab": "tidak ada"}, "Tanpa kolom wajib seluruh tabel tidak dapat dihitung; temuan baris menunggu sampai ini betul.", _JUDUL),
    "L03": ("jan!F7", "Realisasi", {"huruf": "E dan F"}, "Dari dua kolom berjudul sama tidak dapat diketahui mana yang benar; tidak ada yang dipilih diam-diam.", _JUDUL),
    "L04": ("jan", "", {"jumlah": "3", "baris": "25–27"}, "Baris jumlah, catatan, dan tanda tangan bukan orang; sebutan ini membuat Anda dapat memeriksanya.", _DIAM),
    "L05": ("jan!H7", "Paraf", {}, "Kolom yang tidak dibaca disebut, supaya indikator yang salah judul tidak hilang.", _JUDUL),
    "L06": ("des", "", {"peran": "Realisasi"}, "Lembar tersembunyi biasanya sisa bulan lalu; menghitungnya diam-diam, atau membuangnya diam-diam, sama berbahayanya.", _TAMPILKAN),
    "L07": ("jan!A7", "", {}, "Tanpa tabel Indikator tidak diketahui kolom mana yang indikator, berapa targetnya, dan berapa bobotnya.", _SERTAKAN),
    "L08": ("jan!A12", "", {"jumlah": "2", "baris": "12–13"}, "Orang di baris tersembunyi tetap dihitung; bila tidak, mereka hilang tanpa diketahui.", _TAMPILKAN),
    "L09": ("jan!G7", "G (Realisasi)", {}, "Kolom tersembunyi sering dipakai untuk menyimpan angka lama; isinya tetap dibaca.", _TAMPILKAN),
    "L10": ("jan", "", {}, "Yang tampak di layar bukan seluruh isi lembar; semuanya dihitung, juga yang tersaring.", _SARINGAN),
    "L11": ("jan!D7", "DKS-01, DKS-02", {"peran": "Realisasi"}, "Bila tabel Indikatornya tidak terbaca, kolom realisasinya pun tidak dapat dipasangkan; sebabnya ada di sana, bukan di lembar ini.", _SERTAKAN),
    "L20": ("jan!H7", "Keterangan", {"lain": "F7"}, "Dari dua kolom berjudul sama hanya satu yang dibaca; disebut, supaya isi yang lain tidak hilang tanpa disadari.", _JUDUL),
    "L21": ("jan!A9", "", {"jumlah": "12", "baris": "9, 11, 13"}, "Satu orang dengan dua baris dihitung satu kali; disebut, supaya dapat diperiksa.", _DIAM),
    "S01": ("jan!F12", "#N/A", {}, "Sel galat bukan nol dan bukan kosong; nilainya memang tidak ada.", _KETIK),
    "S02": ("jan!F12", "", {}, "Sebagian program menyimpan rumus tanpa hasilnya; sel itu akan terbaca kosong.", _HITUNG_ULANG),
    "S03": ("jan!B12", "1.9850515201001e+17", {"nama": "Ani"}, "Excel hanya menyimpan 15 angka. Tiga angka terakhir berubah, dan hasilnya dapat menjadi NIP orang lain.", _TEKS),
    "S04": ("jan!F12", "sudah", {}, "Kata tidak dapat dihitung, dan menebaknya dapat mengubah nilai orang.", _KETIK),
    "S05": ("jan!F12", "1.234", {"arti": "1,234 atau 1.234"}, "Titik dan koma dapat berarti ribuan atau desimal: bedanya seribu kali.", _ANGKA),
    "S06": ("jan!F12", "87,5", {"jumlah": "4", "arti": "87,5"}, "Angka yang tersimpan sebagai teks tidak ikut dijumlahkan oleh Excel; di sini dibaca sebagai angka.", _ANGKA),
    "S07": ("jan!C12", "", {"kolom": "Kode"}, "Baris dengan lubang bukan baris kosong: ada orang atau indikator yang belum lengkap.", _KETIK),
    "S08": ("jan!F12", "1e+300", {}, "Angka sebesar itu hampir pasti salah ketik, dan tidak dapat dihitung dengan eksak.", _KETIK),
    "S09": ("Pegawai!J5", "31/02/2025", {}, "Tanggal yang salah mengubah siapa yang dinilai bulan itu; tidak pernah diganti dengan tanggal hari ini.", _KETIK),
    "S10": ("jan!F12", "98 % (dibaca 0,98)", {"target": "95"}, "Sel 98 % tersimpan sebagai 0,98; dibanding target 95 capaiannya menjadi seperseratusnya.", _PERSEN),
    "P01": ("Pegawai!B5", "19850515201001200", {"jumlah": "17"}, "Orang dikenali dari NIP-nya, bukan dari namanya. Satu angka kurang berarti orang yang tidak dikenal.", _TEKS),
    "P02": ("Pegawai!B5", "198513152010012001", {"sebab": "8 angka pertama (19851315) bukan tanggal lahir"}, "NIP tersusun dari tanggal lahir, TMT, jenis kelamin, dan nomor urut; susunan janggal biasanya salah ketik.", _COCOKKAN),
    "P03": ("Pegawai!B9", _NIP, {"lain": f"{_BERKAS} › Pegawai!B5", "beda": "Dinas Dinas Kesehatan dan Dinas Pendidikan"}, "Dua baris yang berbeda untuk satu orang: memilih salah satunya diam-diam adalah menebak.", _HAPUS_BARIS),
    "P04": ("Pegawai!B9", _NIP, {"lain": f"{_BERKAS} › Pegawai!B5"}, "Baris yang sama persis dihitung satu kali.", _HAPUS_BARIS),
    "P05": ("Pegawai!I5", "ijin", {"pilihan": "aktif, cuti, tugas belajar, pensiun, mutasi, Plt"}, "Status menentukan apakah orang dinilai bulan itu.", _PILIH),
    "P06": ("Pegawai!D5", "Dinas Kesehtan", {"jumlah": "1", "lain": "Dinas Kesehatan", "jumlah_lain": "40"}, "Satu salah ketik membuat dinas baru, dengan laporan dan peringkatnya sendiri.", _PILIH),
    "P07": ("Pegawai!B9", "Ani, S.E.", {"nip": _NIP_LAIN, "lain": f"{_NIP} di {_BERKAS} › Pegawai!B5"}, "Satu orang dengan dua NIP dihitung sebagai dua orang, dan salah satunya tidak pernah lengkap.", _COCOKKAN),
    "P08": ("Pegawai", "", {"jumlah": "1", "dinas": "Dinas Kesehatan", "lain": "Januari 2025", "siapa": f"Ani ({_NIP})"}, "Tidak seorang pun boleh hilang dari hitungan tanpa alasan yang tercatat.", _sama("Masukkan lagi orangnya di tabel Pegawai.", "Isi Status: pensiun, mutasi, cuti, atau tugas belajar.", "Bila hanya lupa, cukup masukkan barisnya.")),
    "P09": ("Pegawai!B9", "", {"jumlah": "1", "dinas": "Dinas Kesehatan", "lain": "Januari 2025", "siapa": f"Ani ({_NIP})"}, "Orang baru disebut, supaya NIP yang salah ketik tidak dikira orang baru.", _DIAM),
    "P10": ("Pegawai!E5", _NIP, {"menurut_nip": "lahir 15 Mei 1985", "kolom": "Tanggal Lahir", "lain": "5 Mei 1985"}, "NIP memuat tanggal lahir dan jenis kelamin; bila berbeda, NIP-nya mungkin tertukar.", _COCOKKAN),
    "P20": ("Pegawai!B9", _NIP, {"dinas": "Dinas Pendidikan", "dinas_lain": "Dinas Kesehatan", "lain": f"{_BERKAS} › Pegawai!B5"}, "Nilai orang yang pindah dibagi menurut harinya di setiap dinas; tanpa tanggal, bagian itu hanya tebakan.", _TANGGAL_TUGAS),
    "P21": ("Pegawai!J9", _NIP, {"dinas": "Dinas Pendidikan", "mulai": "15 Januari 2025", "sampai": "20 Januari 2025", "dinas_lain": "Dinas Kesehatan", "lain": f"{_BERKAS} › Pegawai!B5"}, "Satu hari tidak dapat dihitung di dua dinas; jumlah bagiannya akan lebih dari satu orang.", _TANGGAL_TUGAS),
    "P22": ("Pegawai!J9", _NIP, {"jumlah": "4", "seluruh": "27", "dinas": "Dinas Pendidikan", "dinas_lain": "Dinas Kesehatan"}, "Lubang di antara dua masa tugas biasanya tanggal yang salah ketik.", _TANGGAL_TUGAS),
    "P23": ("Pegawai!K5", _NIP, {"mulai": "20 Januari 2025", "selesai": "10 Januari 2025"}, "Masa tugas yang terbalik membuat orang tampak tidak bertugas sama sekali.", _TANGGAL_TUGAS),
    "P24": ("Angka Kredit!C5", "Ahli Mudo", {"pilihan": "Pemula, Terampil, Mahir, Penyelia, Ahli Pertama, Ahli Muda, Ahli Madya, Ahli Utama"}, "Koefisien mengikuti jenjang; satu kata yang salah dapat melipatkan angka kredit.", _PILIH),
    "P25": ("Angka Kredit!D5", "Baek", {"pilihan": "Sangat Baik, Baik, Butuh Perbaikan, Kurang, Sangat Kurang"}, "Persen angka kredit mengikuti predikat tahunan; predikat yang tidak dikenal tidak ditebak.", _PILIH),
    "P26": ("Angka Kredit!E5", "13", {"batas": "12"}, "Angka kredit sebagian tahun dihitung n/12; n yang keliru mengubah hasilnya.", _KETIK),
    "P27": ("Angka Kredit!B5", _NIP, {}, "Angka kredit hanya diberikan kepada orang yang kinerjanya tercatat tahun itu.", _COCOKKAN),
    "P28": ("", "Dinas Kesehtan", {}, "Predikat organisasi yang salah nama tidak dipakai, jadi dinasnya tampak belum punya predikat.", _sama("Buka kinerja.toml.", "Samakan nama dinasnya, simpan, lalu ulangi.")),
    "P29": ("Angka Kredit!B9", _NIP, {"lain": f"{_BERKAS} › Angka Kredit!B5", "batas": "12"}, "Orang yang naik jenjang di tengah tahun dihitung per jenjang; bulannya tidak boleh terhitung dua kali.", _KETIK),
    "I01": ("Indikator!E8", "99,99", {"siapa": f"Ani ({_NIP})", "baris": "8, 9, 10", "jumlahan": "50 + 30 + 19,99", "usulan": ", misalnya E8 dari 50 menjadi 50,01"}, "Nilai adalah jumlah tertimbang; bobot yang tidak genap 100 menguntungkan atau merugikan semua yang memakainya.", _BOBOT),
    "I02": ("Indikator!F8", "Naek", {}, "Arah menentukan apakah angka besar itu baik atau buruk.", _PILIH),
    "I03": ("Indikator!D8", "Kepuasan", {"aturan": "Skema contoh evaluasi kinerja Bungo", "pilihan": "Penyelesaian Tugas, Inovasi Pelayanan, Kepuasan Masyarakat"}, "Aspek di luar aturan tidak punya tempat di laporan.", _PILIH),
    "I04": ("Indikator!E8", "14,285714", {"bulat": "14,2857"}, "Bobot paling banyak 4 desimal, supaya jumlahnya dapat diperiksa dengan kalkulator.", _BOBOT),
    "I05": ("Indikator", "", {}, "Sel 30 % tersimpan sebagai 0,3; jumlah 1 menunjukkan bahwa maksudnya persen.", _DIAM),
    "I06": ("Indikator!B8", "DKS-01", {"lain": "Indikator Dinkes.xlsx › Indikator!B4", "beda": "Target 80 dan 90", "siapa": f"Ani ({_NIP})"}, "Dengan dua target untuk satu kode tidak diketahui mana yang berlaku.", _COCOKKAN),
    "I07": ("Indikator!G8", "0", {}, "Pembagian dengan nol tidak ada hasilnya; orangnya menjadi belum lengkap, bukan bernilai nol.", _KETIK),
    "I08": ("Indikator!G8", "-5", {"sebab": "kurang dari nol"}, "Target yang mustahil membuat capaian yang mustahil.", _KETIK),
    "I09": ("Indikator!B9", "DKS-01", {"lain": f"{_BERKAS} › Indikator!B8"}, "Baris yang sama persis dihitung satu kali.", _HAPUS_BARIS),
    "I10": ("Indikator!E8", "-10", {}, "Bobot adalah bagian dari 100.", _BOBOT),
    "I11": ("Indikator!I8", "Perawt", {}, "Indikator yang tidak mengenai siapa pun tidak dihitung, dan bobot orang yang dimaksud tidak genap 100.", _PILIH),
    "I12": ("Indikator!F8", "DKS-04", {"jumlah": "9", "semua": "10"}, "Arah yang terbalik membuat hasil terbaik bernilai nol.", _PILIH),
    "R01": ("jan!B12", _NIP, {"nama": " (Ani)"}, "Realisasi tanpa orangnya tidak dapat dihitung, dan orang yang dimaksud menjadi belum lengkap.", _COCOKKAN),
    "R02": ("jan!C12", "DKS-99", {}, "Realisasi tanpa indikatornya tidak punya target dan bobot.", _PILIH),
    "R03": ("jan!F30", f"{_NIP} DKS-01", {"lain": f"{_BERKAS} › jan!F12", "beda": "Realisasi 84 dan 48"}, "Dua angka untuk satu hal: yang terakhir tidak otomatis yang benar.", _HAPUS_BARIS),
    "R04": ("jan!F30", f"{_NIP} DKS-01", {"lain": f"{_BERKAS} › jan!F12"}, "Baris yang sama persis dihitung satu kali.", _HAPUS_BARIS),
    "R05": ("jan!F12", "-3", {}, "Realisasi tidak pernah kurang dari nol.", _KETIK),
    "R06": ("jan!F12", "", {"kode": "DKS-06", "siapa": f"Ani ({_NIP})"}, "Kosong bukan nol: orangnya tidak diberi nilai sampai angkanya ada.", _KETIK),
    "R07": ("jan!F12", "DKS-09", {"siapa": f"Ani ({_NIP})"}, "Indikator milik jabatan lain tidak boleh menambah atau mengurangi nilai orang ini.", _HAPUS_BARIS),
    "R08": ("jan!B12", "40", {"siapa": f"Ani ({_NIP})", "batas": "50"}, "Nilai dari sebagian kecil bobot tidak menggambarkan pekerjaan sebulan.", _COCOKKAN),
    "R09": ("Pegawai!B5", "", {"jumlah": "20", "dinas": "Dinas Kesehatan", "siapa": f"Ani ({_NIP}), dan 19 orang lain"}, "Berkas yang belum datang bukan berkas yang salah; orangnya tetap ada dalam hitungan, tanpa nilai.", _SERTAKAN),
    "R10": ("jan!B12", "cuti", {"siapa": f"Ani ({_NIP})"}, "Status dan realisasi bertentangan; Status yang berlaku, dan itu perlu diketahui.", _COCOKKAN),
    "R11": ("jan!C12", "Budi", {"nip": _NIP, "lain": "Ani"}, "NIP yang tertukar memberi nilai seseorang kepada orang lain.", _COCOKKAN),
    "R12": ("jan!F12", "0,85", {"sebab": "100 kali terlalu kecil", "target": "85", "maksud": "85"}, "0,85 di samping 85 biasanya persen yang ditulis dengan dua cara; capaiannya berbeda seratus kali.", _KETIK),
    "K01": ("Perilaku!D5", "130", {"kolom": "Akuntabel", "dari": "0,00", "sampai": "120,00"}, "Setiap aturan punya skala perilaku sendiri; angka dari skala lain mengubah nilai orang.", _KETIK),
    "K02": ("Perilaku!D5", "lumayan", {"kolom": "Perilaku", "pilihan": "di atas ekspektasi, sesuai ekspektasi, di bawah ekspektasi"}, "Predikat ditentukan oleh sebutan; menebak artinya berarti menilai orang.", _PILIH),
    "K03": ("Perilaku!B9", _NIP, {"lain": f"{_BERKAS} › Perilaku!B5", "beda": "Perilaku 90 dan 80"}, "Dua penilaian untuk satu orang: yang terakhir tidak otomatis yang benar.", _HAPUS_BARIS),
    "K04": ("Perilaku!B9", _NIP, {"lain": f"{_BERKAS} › Perilaku!B5"}, "Baris yang sama persis dihitung satu kali.", _HAPUS_BARIS),
    "K05": ("Pegawai!B5", "", {"jumlah": "20", "dinas": "Dinas Kesehatan", "apa": "perilaku", "siapa": f"Ani ({_NIP}), dan 19 orang lain"}, "Perilaku yang belum ada bukan perilaku yang buruk; orangnya tetap ada dalam hitungan, tanpa nilai. Perilaku bulan lalu tidak pernah dipakai lagi.", _SERTAKAN),
    "K06": ("Perilaku!D5", "sesuai", {"aturan": "pp-30-2019", "perlu": "nilai perilaku berupa angka"}, "Angka dan sebutan tidak dapat saling menggantikan; peraturannya tidak menyebut cara mengubahnya.", _KETIK),
    "K07": ("Perilaku!F5", "Harmonis, Loyal", {"siapa": f"Ani ({_NIP})"}, "Rata-rata dari sebagian nilai bukan rata-rata perilaku; kosong bukan nol.", _KETIK),
    "K08": ("Perilaku!D5", "87,125", {"kolom": "Akuntabel"}, "Dua desimal cukup untuk menilai orang, dan dapat diperiksa dengan kalkulator.", _KETIK),
    "K09": ("Perilaku!K5", "90", {"lain": "88,57"}, "Dari dua angka yang bertentangan tidak diketahui mana yang dimaksud penilai.", _KETIK),
    "K10": ("Perilaku!L5", "12", {"siapa": f"Ani ({_NIP})", "batas": "10,00"}, "Peraturannya membatasi kinerja tambahan; kelebihannya tidak dihitung, dan itu perlu diketahui.", _DIAM),
    "K11": ("Perilaku!D4", "Perilaku", {"aturan": "evaluasi-bungo"}, "Yang tidak dihitung disebut, supaya tidak dikira ikut menentukan nilai.", _DIAM),
    "A01": ("", "Januari 2025", {"aturan": "pp-46-2011", "masa": "sejak 1 Januari 2014 sampai 30 Juni 2021"}, "Nilai menurut aturan yang tidak berlaku pada bulan itu dapat digugat.", _ATURAN),
    "A02": ("", "evaluasi-bungo (sidik 9F2C-01AB-77E0)", {"periode": "Januari 2025", "lama": "evaluasi-bungo (sidik 1B4D-55C2-0A9E)"}, "Nilai lama dan baru tidak dapat dibandingkan bila aturannya berbeda; perubahan itu tercatat di jejak audit.", _ATURAN),
    "A03": ("", "evaluasi-bungo (sidik 9F2C-01AB-77E0)", {"periode": "Januari 2025", "lama": "evaluasi-bungo (sidik 1B4D-55C2-0A9E)", "id": "evaluasi-bungo"}, "Versi baru program, berkas aturan, atau setelan tidak pernah mengubah nilai lama tanpa diminta.", _DIAM),
    "A04": ("Indikator!B9", "Menyusun laporan", {"aspek": "Mutu", "siapa": f"Ani ({_NIP})"}, "Nilai tugas adalah rata-rata aspeknya; aspek yang ditulis dua kali berbobot dua kali.", _HAPUS_BARIS),
    "W01": ("jan!A5", "Februari 2025", {"asal": "judul lembar", "asal_lain": "pilihan --periode atau berkas lain", "lain": "Januari 2025"}, "Angka satu bulan tidak boleh masuk ke bulan lain; biasanya judulnya lupa diganti.", _KETIK),
    "W02": ("", "Januari 2025, Februari 2025", {"perintah": "  kinerja hitung januari --periode 2025-01"}, "Satu perintah menghitung satu bulan, supaya jelas apa yang berubah.", _sama("Jalankan perintah yang tercetak, satu per satu.")),
    "W03": ("", "98", {"semua": "120", "lain": "Januari 2025", "beda": "hanya 2 sel berbeda (F12, F19)"}, "Berkas bulan lalu yang dikirim lagi tampak seperti data baru.", _COCOKKAN),
    "W04": ("", "Realisasi Dinkes Januari 2025.xlsx", {"dinas": "Dinas Kesehatan", "jumlah": "20", "lain": "Januari 2025"}, "Berkas yang belum datang bukan berkas yang salah, tetapi tanpa disebut satu dinas dapat hilang dari laporan.", _SERTAKAN),
    "U01": ("SKM!C7", "U8 = Penanganan Pengaduan, Saran, dan Masukan; U9 = Sarana dan Prasarana", {}, "Sebagian kuesioner menukar U8 dan U9; tanpa nama, saran perbaikannya dapat salah alamat. Indeksnya sendiri tidak berubah.", _JUDUL_UNSUR),
    "U02": ("SKM!K7", "Sarana dan Prasarana", {"huruf": "J dan K"}, "Dari dua kolom tidak dapat diketahui mana yang benar; tidak ada yang dipilih diam-diam.", _JUDUL_UNSUR),
    "U03": ("SKM!F12", "5", {"unsur": "Biaya/Tarif", "rentang": "1 sampai 4"}, "Satu angka 44 yang salah ketik menaikkan indeks seluruh unit.", _KETIK),
    "U04": ("SKM!F12", "", {"jumlah": "2", "unsur": "Biaya/Tarif", "sel": "F12, F40"}, "Kosong bukan nol dan bukan nilai terendah.", _KETIK),
    "U05": ("SKM", "45", {"jumlah": "45", "semua": "100", "baris": "8, 9, 11, 12, 15, dan 40 lagi"}, "Satu dua orang memang puas dengan semuanya; bila hampir semua begitu, biasanya kuesionernya diisi sekaligus.", _COCOKKAN),
    "U06": ("SKM!B12", "0812-0000-0000", {"apa": "Nomor telepon", "lain": "SKM Disdukcapil.xlsx › SKM!B9"}, "Satu orang yang mengisi dua kali dihitung dua kali suaranya.", _HAPUS_BARIS),
    "U07": ("SKM!L112", "86,20", {"bobot_lain": "0,111", "bobot": "1/9", "hitungan": "86,29"}, "1/9 bukan 0,111: bila semua menjawab 4, indeksnya 100, tetapi dengan 0,111 hanya 99,90. Mutunya dapat ikut berubah.", _COCOKKAN),
    "U08": ("SKM!L112", "88,31", {"bobot": "1/9", "hitungan": "86,29"}, "Angka yang diumumkan harus dapat dihitung lagi dari jawaban respondennya.", _HITUNG_ULANG),
    "U09": ("", "120", {"populasi": "1.000", "perlu": "278", "kurang": "158"}, "Responden yang terlalu sedikit tidak mewakili pengguna layanan.", _sama("Tambah responden sampai jumlah yang disebut.", "Bila tidak mungkin, tulis jumlahnya dan selang keyakinannya apa adanya.")),
    "U10": ("SKM!A7", "Sarana dan Prasarana", {"jumlah": "8", "semua": "9"}, "Peraturan meminta sembilan unsur; indeks dari delapan unsur tidak dapat dibandingkan dengan unit lain.", _JUDUL_UNSUR),
    "U11": ("", "", {}, "Tanpa judul kolom yang dikenal tidak diketahui jawaban mana milik unsur mana.", _JUDUL_UNSUR),
    "U12": ("SKM", "270", {}, "Formulir daring menyimpan “Sangat sesuai”, bukan 4; artinya menurut kuesioner peraturan.", _DIAM),
    "U13": ("SKM!C7", "U8 = Sarana dan Prasarana; U9 = Penanganan Pengaduan, Saran, dan Masukan", {}, "Unsur dikenali dari namanya, supaya yang tertukar tidak dibandingkan dengan yang lain.", _DIAM),
    "U14": ("SKM", "Semester II 2024", {"apa": "Waktu survei", "pertama": "Semester I 2025"}, "Dua survei yang digabung menyembunyikan apakah layanannya membaik.", _sama("Sebut satu buku kerja saja.", "Survei yang lalu disebut dengan --lalu.")),
    "N01": ("jan!F12", _NIP, {"kode": "DKS-06", "sendiri": "80", "lain": "Nilai skm DKS-06 2025-01 Dinas Kesehatan.csv › C12", "nilai_lain": "86,33"}, "Satu indikator hanya boleh punya satu realisasi; memilih salah satunya diam-diam adalah menebak.", _COCOKKAN),
    "N02": ("!A1", "", {"sebab": "baris “Dinas” tidak ada"}, "Berkas itu menjadi bukti asal sebuah angka; bila diubah, angkanya tidak dapat ditelusuri lagi.", _sama("Jalankan lagi kinerja skm atau kinerja layanan dengan --sebagai.")),
    "N03": ("!C12", "DKS-06", {"nip": _NIP}, "Daftar pegawai atau indikator berubah sesudah nilai itu diberikan; nilai orang yang tidak berhak tidak ikut dihitung.", _sama("Jalankan lagi kinerja skm atau kinerja layanan dengan --sebagai, --dinas, dan --periode yang sama.")),
    "O01": ("!C12", "DKS-06", {"nip": _NIP}, "Pejabat sudah memutuskan nilai itu; bila indikatornya tidak lagi berlaku baginya, putusannya tidak berakibat, dan itu perlu diketahui.", _COCOKKAN),
    "O02": ("jan!F12", _NIP, {"kode": "DKS-06", "sendiri": "80", "lain": "Keputusan keberatan K-001 2025-01 DKS-06.csv › C13", "nilai_lain": "86,33"}, "Isian dinas tidak diubah; yang membaca laporan perlu tahu bahwa angkanya datang dari putusan pejabat.", _sama("Tidak ada yang perlu dibetulkan.", "Lihat putusannya dengan kinerja keberatan daftar.")),
    "O03": ("", "K-001", {}, "Nilai dari putusan mengalahkan isian dinas; tanpa putusan yang tercatat di jejak audit, siapa pun dapat mengubah nilai diam-diam.", _sama("Pindahkan berkas itu dari folder yang dihitung.", "Jalankan kinerja keberatan putuskan.")),
    "T01": ("", "", {}, "Tanpa ketiga kolom itu tidak diketahui dokumen apa, kapan diterima, dan kapan selesai.", _REGISTER),
    "T02": ("Januari!D12", "3 Januari 2025", {"lain": "15 Januari 2025", "dugaan": ""}, "Dokumen tidak dapat selesai sebelum diterima; menghitungnya sebagai 0 hari akan membuat layanan tampak lebih cepat.", _COCOKKAN),
    "T03": ("Januari!C12", "01/25/2025", {"arti": "25/01/2025"}, "Bila satu kolom memakai dua urutan, 03/04/2025 dapat berarti 3 April atau 4 Maret, dan lamanya berbeda sebulan.", _TANGGAL),
    "T04": ("Januari!D12", "15 Januari 2052", {"dugaan": ""}, "Tanggal yang belum terjadi adalah salah ketik; lamanya tidak dapat dihitung.", _TANGGAL),
    "T05": ("Januari!C12", "15 Januari 2024", {"tahun": "2025"}, "Pada awal tahun, tahun yang lama sering terketik; satu tanggal seperti itu menambah lama layanan setahun.", _COCOKKAN),
    "T06": ("Januari!B30", "470/12", {"lain": "Register Layanan.xlsx › Januari!B12"}, "Nomor dipakai untuk menemukan berkasnya kembali; dua dokumen dengan satu nomor tidak dapat dibedakan.", _COCOKKAN),
    "T07": ("Januari!B30", "470/12", {"lain": "Register Layanan.xlsx › Januari!B12"}, "Dokumen yang tercatat dua kali menggandakan jumlah layanan.", _HAPUS_BARIS),
    "T08": ("Januari!B30", "470/12", {"jumlah": "12", "lain": "Register Layanan.xlsx › Februari!B5"}, "Berkas yang belum selesai sering disalin ke daftar bulan berikutnya; tanpa ini ia terhitung dua kali.", _DIAM),
    "T09": ("Januari!B12", "Kartu Kelurga", {"jumlah": "3"}, "Jenis tanpa standar tetap dihitung lamanya, tetapi tidak ikut dalam bagian yang tepat waktu.", _PILIH),
    "T10": ("Januari!F12", "Andi Firmansya", {"jumlah": "2", "lain": "Andi Firmansyah"}, "Satu orang dengan dua nama mendapat dua angka, dan mungkin terlalu sedikit dokumen untuk diperbandingkan.", _PILIH),
    "T11": ("Standar!B4", "secepatnya", {"jenis": "Kartu Keluarga", "pilihan": "hari kerja, jam kerja, atau menit"}, "Tanpa angka dan satuannya tidak diketahui kapan sebuah dokumen terlambat.", _KETIK),
    "T12": ("Standar!B9", "3 hari kerja", {"jenis": "Kartu Keluarga", "lain": "2 hari kerja di Standar.xlsx › Standar!B4"}, "Dengan dua standar, dokumen yang sama dapat tepat waktu dan terlambat.", _HAPUS_BARIS),
    "T13": ("Januari!D12", "", {"jumlah": "40", "semua": "120"}, "Lama 0 menit hampir selalu berarti kedua jam diketik sekaligus, sesudah dokumennya jadi.", _sama("Catat jam diterima saat berkas datang.", "Catat jam selesai saat dokumen jadi.", "Untuk yang sudah lewat, biarkan; jangan mengarang jamnya.")),
    "T14": ("Januari!D12", "", {"jumlah": "7"}, "Berkas yang belum selesai tidak hilang: ia tampil sebagai sisa menurut umurnya.", _DIAM),
    "T15": ("Januari!C12", "Legalisir", {"standar": "2 jam kerja", "jumlah": "5"}, "Dari tanggal saja tidak dapat diketahui apakah sebuah dokumen selesai dalam dua jam.", _sama("Tambahkan kolom jam, atau ketik tanggal beserta jamnya, misalnya 15/01/2025 09.30.", "Bila jamnya memang tidak dicatat, tulis standarnya dalam hari kerja.")),
    "T16": ("Januari!B12", "Kartu Kelurga", {"jumlah": "3", "lain": "Kartu Keluarga"}, "Satu jenis dengan dua nama mendapat dua baris, dan perbandingan antarbulan menjadi keliru.", _PILIH),
    "T17": ("Januari!D12", "pagi", {}, "Tanpa jam yang terbaca, lama layanan hanya dapat dihitung dalam hari.", _KETIK),
    "T18": ("Januari!F5", "Tanggal Terbit", {"kolom": "Tanggal Selesai", "huruf": "D"}, "Tanggal selesai dan tanggal terbit dapat berbeda seminggu; mana yang dihitung menentukan lamanya.", _JUDUL),
    "D01": ("Sheet1", "", {}, "Berkas yang tidak dikenal akan hilang tanpa disadari, dan usulannya seolah-olah sudah memakai isinya.", _JUDUL),
    "D02": ("Potensial!B9", _NIP, {}, "Orang dikenali dari NIP-nya; NIP yang keliru membuat potensial atau pelatihannya tidak terhitung.", _COCOKKAN),
    "D03": ("Potensial!D9", "bagus", {}, "Potensial menentukan kotak talenta; menebaknya dapat mengubah siapa yang diusulkan.", _PILIH),
    "D04": ("Potensial!B19", _NIP, {"lain": "Talenta 2025.xlsx › Potensial!D9"}, "Dua baris yang berbeda untuk satu hal: memilih salah satunya diam-diam adalah menebak.", _HAPUS_BARIS),
    "D05": ("Register!C30", f"{_NIP} Pelayanan Prima", {"lain": "Register 2025.xlsx › Register!C12"}, "Baris yang sama persis dihitung satu kali, supaya JP tidak berlipat.", _HAPUS_BARIS),
    "D06": ("Katalog!E7", "0", {}, "Pelatihan tanpa jam pelajaran tidak menambah apa-apa, jadi biasanya salah ketik.", _KETIK),
    "D07": ("Register!C12", "Pelayanan Prma", {}, "Dua ejaan untuk satu pelatihan memecah pesertanya menjadi dua kelompok yang lebih kecil.", _PILIH),
    "D08": ("Register!E12", "Pelayanan Prima", {}, "Tanpa jam pelajaran tidak diketahui apakah jumlah setahun sudah cukup.", _KETIK),
    "D09": ("Register!C12", "Pelayanan Prima", {"tanggal": "15/04/2025"}, "Laporan sebuah bulan hanya memuat yang terjadi sampai akhir bulan itu.", _DIAM),
    "D10": ("Katalog!C7", "Kepuasan Masyrakat", {}, "Pelatihan dicocokkan dengan aspek atau indikator; ejaan lain membuatnya tidak pernah disebut.", _PILIH),
    "V01": ("Register!C9", "siap pakai", {"pilihan": "usulan, uji coba, diterapkan, direplikasi"}, "Tahap menentukan apakah sebuah inovasi dihitung; menebaknya dapat mengubah predikat seseorang.", _PILIH),
    "V02": ("Register!C9", "Antrean KTP-el lewat pesan", {"tahap": "uji coba", "dulu": "diterapkan", "lain": "Januari 2025"}, "Inovasi yang sudah diterapkan jarang kembali ke uji coba; biasanya register lama yang terkirim lagi.", _COCOKKAN),
    "V03": ("Register!B14", "Antrean KTP-el lewat pesan", {"lain": f"{_REGISTER_INOVASI} › Register!B9"}, "Satu inovasi yang tercatat dua kali akan terhitung dua kali bagi orang yang sama.", _HAPUS_BARIS),
    "V04": ("Register!E9", "Antrean KTP-el lewat pesan", {"tahap": "diterapkan"}, "Inovasi yang dihitung harus dapat ditunjukkan kepada yang bertanya; tanpa bukti ia tidak menambah realisasi dan bukan ide baru.", _KETIK),
    "V05": ("Register", "BKP-07", {"jumlah": "12", "nol": ", 9 di antaranya dengan 0"}, "Realisasi yang tidak diketik dinas disebut asalnya. Angka 0 hanya diberikan bila registernya dinyatakan lengkap untuk dinas itu.", _DIAM),
    "V06": ("Register", "", {"jumlah": "4", "periode": "Maret 2025"}, "Register setahun boleh dikirim setiap bulan: setiap inovasi dihitung satu kali, pada bulan tanggalnya.", _DIAM),
    "V07": ("Register!G9", "BKP-07", {"nip": _NIP}, "Pemilik dari unit lain tidak selalu memakai indikator yang sama; inovasinya tetap dapat menjadi ide baru.", _PILIH),
    "V08": ("Register!A6", "Dinas Kesehatn", {"sebab": "nama itu bukan dinas di tabel Pegawai", "nasihat": "Tulis nama dinasnya seperti di tabel Pegawai"}, "Kosong bukan nol: 0 hanya diberikan bila jelas dinas mana yang registernya lengkap, dan indikator mana yang diisinya.", _KETIK),
    "V09": ("jan!F12", _NIP, {"kode": "BKP-07", "sendiri": "2", "lain": f"{_REGISTER_INOVASI} › Register!D9", "nilai_lain": "1"}, "Satu indikator hanya boleh punya satu realisasi; memilih salah satunya diam-diam adalah menebak.", _COCOKKAN),
    "X01": ("", "", {"apa": "kode indikator dan bobot", "sebab": "tidak ada tabel Indikator yang terbaca"}, "Yang tidak diperiksa disebut, supaya “siap dikirim” tidak berarti lebih dari yang diperiksa.", _SERTAKAN),
}  # fmt: skip


def _jelaskan(jenis: Jenis) -> Penjelasan:
    tempat, nilai, isian, mengapa, cara = _ISI[jenis.kode]
    lembar, _, sel = tempat.partition("!")
    register = {"T": _REGISTER_LAYANAN, "V": _BERKAS if jenis.kode == "V09" else _REGISTER_INOVASI}
    berkas = register.get(jenis.kode[0], _BERKAS)
    berkas = "" if jenis.kode in ("P28", "U09", "W02", "W04", "X01", "A01", "A02", "A03") else berkas
    return Penjelasan(jenis, Temuan(jenis.kode, Letak(berkas, lembar, sel), nilai, tuple(isian.items())), mengapa, cara)


PENJELASAN: Final[Mapping[str, Penjelasan]] = {kode: _jelaskan(jenis) for kode, jenis in KATALOG.items()}
"""The page of each code, in the catalogue's order."""
