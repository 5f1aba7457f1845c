"""The catalogue of findings: one code, one sentence, one advice. A code never changes its meaning."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Tingkat(StrEnum):
    """How grave a finding is: GALAT stops the scoring, PERINGATAN wants a look, INFO tells what was done."""

    GALAT = "GALAT"
    PERINGATAN = "PERINGATAN"
    INFO = "INFO"


@dataclass(frozen=True)
class Jenis:
    """A kind of finding; ``pesan`` and ``saran`` name their parts in braces."""

    kode: str
    tingkat: Tingkat
    judul: str
    pesan: str
    saran: str


_G, _P, _I = Tingkat.GALAT, Tingkat.PERINGATAN, Tingkat.INFO

_SEMUA = (
    # B: berkas ------------------------------------------------------------------------------------------------------
    Jenis(
        "B01", _G, "Berkas rusak",
        "Berkas tidak dapat dibaca: {sebab}.",
        "Buka berkas itu dengan Excel atau LibreOffice, simpan lagi sebagai .xlsx, lalu ulangi.",
    ),
    Jenis(
        "B02", _G, "Berkas berkata sandi",
        "Berkas dikunci dengan kata sandi.",
        "Buka berkas itu, hapus kata sandinya (Berkas, Info, Proteksi), simpan, lalu ulangi.",
    ),
    Jenis(
        "B03", _G, "Bukan buku kerja",
        "Isi berkas bukan buku kerja, melainkan {sebab}.",
        "Buka berkas itu dengan Excel, pilih Simpan Sebagai “Buku Kerja Excel (.xlsx)”, lalu ulangi.",
    ),
    Jenis(
        "B04", _G, "Berkas kosong",
        "Berkas kosong (0 byte).",
        "Salin lagi berkas aslinya; biasanya penyalinan atau unduhan terputus.",
    ),
    Jenis(
        "B05", _I, "Berkas dilewati",
        "Berkas dilewati: {sebab}.",
        "Tidak perlu apa-apa, kecuali bila berkas ini memang hendak dihitung.",
    ),
    Jenis(
        "B06", _I, "Berkas yang sama dua kali",
        "Isinya sama persis dengan {lain}; dihitung satu kali.",
        "Tidak perlu apa-apa.",
    ),
    Jenis(
        "B07", _G, "Tidak ada tabel yang dikenal",
        "Tidak ada lembar berisi tabel Pegawai, Indikator, Realisasi, atau Ide Baru.",
        "Samakan judul kolomnya dengan templat (kinerja templat), misalnya NIP, Kode Indikator, Realisasi.",
    ),
    Jenis(
        "B08", _G, "Berkas terlalu besar",
        "Berkas melewati batas yang dapat dibaca: {sebab}.",
        "Salin tabelnya saja ke buku kerja baru, lalu ulangi.",
    ),
    Jenis(
        "B09", _P, "Rumus menunjuk buku kerja lain",
        "Ada rumus yang mengambil nilai dari buku kerja lain: {nilai}. Yang dihitung adalah hasil yang terakhir tersimpan.",
        "Pastikan nilainya sudah mutakhir, lalu salin dan tempel sebagai nilai.",
    ),
    # L: lembar ------------------------------------------------------------------------------------------------------
    Jenis(
        "L01", _I, "Lembar dilewati",
        "Lembar ini tidak memuat tabel yang dikenal, jadi tidak dibaca.",
        "Bila ada data di dalamnya, samakan judul kolomnya dengan templat.",
    ),
    Jenis(
        "L02", _G, "Kolom wajib tidak ada",
        "Lembar ini tampak seperti tabel {peran}, tetapi kolom {kolom} tidak ada.",
        "Tambahkan kolom itu, atau betulkan judulnya.",
    ),
    Jenis(
        "L03", _G, "Dua kolom berjudul sama",
        "Kolom {huruf} sama-sama berjudul “{nilai}”.",
        "Hapus atau ganti judul salah satunya, supaya jelas mana yang dihitung.",
    ),
    Jenis(
        "L04", _I, "Baris dilewati",
        "{jumlah} baris bukan data (judul, jumlah, catatan, atau tanda tangan) dilewati: baris {baris}.",
        "Periksa sekilas apakah benar tidak ada data di baris itu.",
    ),
    Jenis(
        "L05", _I, "Kolom tidak dibaca",
        "Kolom “{nilai}” bukan kode indikator dan bukan kolom yang dikenal, jadi tidak dibaca.",
        "Bila ini indikator, samakan judulnya dengan Kode di tabel Indikator.",
    ),
    Jenis(
        "L06", _P, "Lembar tersembunyi berisi data",
        "Lembar ini tersembunyi, jadi tidak dihitung, padahal memuat tabel {peran}.",
        "Tampilkan lembar itu bila harus dihitung, atau hapus bila tidak.",
    ),
    Jenis(
        "L07", _I, "Realisasi tanpa tabel Indikator",
        "Lembar ini tampak seperti realisasi, satu kolom satu indikator, tetapi tidak dibaca: tabel Indikator tidak ada.",
        "Sertakan buku kerja Indikator, atau jalankan di dalam ruang kerja yang sudah memilikinya.",
    ),
    Jenis(
        "L08", _P, "Baris tersembunyi ikut dihitung",
        "{jumlah} baris berisi data tersembunyi, tetapi tetap dihitung: baris {baris}.",
        "Tampilkan barisnya, lalu hapus yang memang tidak dipakai.",
    ),
    Jenis(
        "L09", _P, "Kolom tersembunyi ikut dibaca",
        "Kolom {nilai} tersembunyi, tetapi tetap dibaca.",
        "Tampilkan kolomnya, lalu hapus yang memang tidak dipakai.",
    ),
    Jenis(
        "L10", _P, "Saringan masih aktif",
        "Saringan (filter) di lembar ini masih aktif; baris yang tersaring tetap dihitung.",
        "Hapus saringannya (Data, Hapus Filter), lalu periksa lagi barisnya.",
    ),
    Jenis(
        "L20", _P, "Dua kolom berjudul sama, yang pertama dibaca",
        "Kolom ini sama-sama berjudul “{nilai}” dengan {lain}; yang dibaca adalah {lain}.",
        "Hapus atau ganti judul kolom yang tidak dipakai.",
    ),
    Jenis(
        "L21", _I, "Satu orang beberapa baris",
        "{jumlah} orang memakai beberapa baris, dengan NIP di bawah nama; disatukan: baris {baris}.",
        "Tidak perlu apa-apa, bila memang satu orang.",
    ),
    # S: sel ---------------------------------------------------------------------------------------------------------
    Jenis(
        "S01", _G, "Sel berisi galat",
        "Sel berisi {nilai}, bukan nilai.",
        "Betulkan rumusnya, atau ketik nilainya.",
    ),
    Jenis(
        "S02", _G, "Rumus tanpa hasil",
        "Sel berisi rumus, tetapi hasilnya tidak tersimpan di berkas.",
        "Buka berkas itu dengan Excel atau LibreOffice, simpan, lalu ulangi.",
    ),
    Jenis(
        "S03", _G, "NIP tersimpan sebagai angka",
        "NIP ini tersimpan sebagai angka ({nilai}); Excel hanya menyimpan 15 digit, jadi 3 digit terakhir sudah rusak.",
        "Ubah format selnya menjadi Teks, lalu ketik lagi ke-18 digit NIP itu.",
    ),
    Jenis(
        "S04", _G, "Bukan angka",
        "“{nilai}” bukan angka.",
        "Ketik angkanya saja. Bila belum ada, kosongkan; bila tidak berlaku, tulis “tidak berlaku”.",
    ),
    Jenis(
        "S05", _G, "Angka bermakna ganda",
        "“{nilai}” tersimpan sebagai teks dan dapat berarti {arti}.",
        "Ketik lagi sebagai angka biasa, tanpa pemisah ribuan.",
    ),
    Jenis(
        "S06", _I, "Angka tersimpan sebagai teks",
        "{jumlah} angka tersimpan sebagai teks; dibaca sebagai angka, misalnya “{nilai}” = {arti}.",
        "Tidak perlu apa-apa, bila artinya benar.",
    ),
    Jenis(
        "S07", _G, "Sel wajib kosong",
        "Kolom {kolom} di baris ini kosong.",
        "Isi sel itu, atau hapus barisnya bila tidak dipakai.",
    ),
    Jenis(
        "S08", _G, "Angka di luar jangkauan",
        "“{nilai}” terlalu besar atau terlalu kecil untuk dihitung.",
        "Pakai satuan yang lebih pas (misalnya juta rupiah), dengan paling banyak 15 digit.",
    ),
    Jenis(
        "S09", _G, "Bukan tanggal",
        "“{nilai}” bukan tanggal.",
        "Ketik tanggal, misalnya 15/01/2025.",
    ),
    Jenis(
        "S10", _P, "Persen dan angka biasa tercampur",
        "Realisasi {nilai} dibanding target {target}: yang satu berformat persen, yang lain angka biasa.",
        "Samakan: ketik keduanya sebagai angka biasa (misalnya 98 dan 95), atau format keduanya sebagai persen.",
    ),
    # P: pegawai -----------------------------------------------------------------------------------------------------
    Jenis(
        "P01", _G, "NIP bukan 18 digit",
        "NIP “{nilai}” memuat {jumlah} digit, seharusnya 18.",
        "Betulkan NIP itu menurut SK pegawai.",
    ),
    Jenis(
        "P02", _P, "Susunan NIP janggal",
        "NIP {nilai}: {sebab}.",
        "Cocokkan dengan SK pegawai; bila memang begitu, biarkan.",
    ),
    Jenis(
        "P03", _G, "NIP ganda",
        "NIP {nilai} juga ada di {lain}, dengan isi yang berbeda ({beda}).",
        "Pertahankan satu baris yang benar, hapus yang lain.",
    ),
    Jenis(
        "P04", _P, "Baris ganda",
        "Baris ini sama persis dengan {lain}; dihitung satu kali.",
        "Hapus salah satunya.",
    ),
    Jenis(
        "P05", _G, "Status tidak dikenal",
        "Status “{nilai}” tidak dikenal.",
        "Pakai salah satu: {pilihan}; kosong berarti aktif.",
    ),
    Jenis(
        "P06", _P, "Nama dinas mirip",
        "“{nilai}” ({jumlah} orang) mirip dengan “{lain}” ({jumlah_lain} orang), tetapi dihitung sebagai dinas tersendiri.",
        "Samakan penulisannya bila dinasnya sama.",
    ),
    Jenis(
        "P07", _P, "Satu nama, dua NIP",
        "{nilai} tercatat dengan NIP {nip}, dan dengan NIP {lain}, di dinas yang sama.",
        "Periksa apakah ini satu orang dengan NIP yang salah ketik; bila memang dua orang, biarkan.",
    ),
    Jenis(
        "P08", _P, "Orang tidak ada lagi",
        "{jumlah} orang {dinas} yang ada di {lain} tidak ada lagi di tabel Pegawai: {siapa}.",
        "Masukkan lagi dengan Status (pensiun, mutasi, cuti, tugas belajar), atau pastikan tidak lupa dikirim.",
    ),
    Jenis(
        "P09", _I, "Orang baru",
        "{jumlah} orang {dinas} belum ada di {lain}: {siapa}.",
        "Tidak perlu apa-apa, bila mereka memang baru.",
    ),
    Jenis(
        "P10", _P, "NIP tidak cocok dengan data lahir atau jenis kelamin",
        "NIP {nilai} menunjukkan {menurut_nip}, tetapi kolom {kolom} berisi “{lain}”.",
        "Cocokkan keduanya dengan SK pegawai.",
    ),
    Jenis(
        "P20", _G, "Dua dinas tanpa tanggal",
        "NIP {nilai} tercatat di {dinas} dan di {dinas_lain} ({lain}), tanpa tanggal yang membagi harinya.",
        "Isi Selesai di dinas yang ditinggalkan dan Mulai di dinas yang baru. Bila hanya satu yang benar, hapus yang lain.",
    ),
    Jenis(
        "P21", _G, "Masa tugas bertumpuk",
        "NIP {nilai} bertugas di {dinas} mulai {mulai}, padahal sampai {sampai} masih di {dinas_lain} ({lain}).",
        "Betulkan Mulai atau Selesai, supaya tidak ada hari yang terhitung di dua dinas.",
    ),
    Jenis(
        "P22", _P, "Hari tanpa dinas",
        "NIP {nilai}: {jumlah} hari di antara {dinas_lain} dan {dinas} tidak tercatat di dinas mana pun; "
        "bagian setiap dinas dihitung dari {seluruh} hari yang tercatat.",
        "Betulkan Mulai atau Selesai; bila memang tidak bertugas pada hari itu, biarkan.",
    ),
    Jenis(
        "P23", _G, "Selesai sebelum Mulai",
        "NIP {nilai} mulai {mulai}, tetapi selesai {selesai}.",
        "Betulkan salah satu tanggalnya; mungkin tertukar.",
    ),
    Jenis(
        "P24", _G, "Jenjang tidak dikenal",
        "Jenjang “{nilai}” tidak dikenal.",
        "Pakai salah satu: {pilihan}.",
    ),
    Jenis(
        "P25", _G, "Predikat tidak dikenal",
        "Predikat “{nilai}” tidak dikenal.",
        "Pakai salah satu: {pilihan}.",
    ),
    Jenis(
        "P26", _G, "Jumlah bulan tidak masuk akal",
        "Jumlah bulan “{nilai}” bukan bilangan bulat dari 1 sampai {batas}.",
        "Ketik berapa bulan dalam tahun itu; kosong berarti menurut rekap.",
    ),
    Jenis(
        "P27", _G, "Tidak ada di rekap",
        "NIP {nilai} tidak ada dalam satu pun bulan yang direkap.",
        "Betulkan NIP-nya, atau hitung dulu bulan-bulannya.",
    ),
    Jenis(
        "P28", _P, "Dinas di setelan tidak ada di rekap",
        "“{nilai}” di bagian [organisasi] kinerja.toml tidak ada di rekap ini.",
        "Samakan penulisannya dengan kolom Dinas di tabel Pegawai.",
    ),
    Jenis(
        "P29", _G, "Bulan angka kredit tidak cocok",
        "NIP {nilai} juga ada di {lain}; jumlah bulannya belum disebut, atau lebih dari {batas}.",
        "Isi Jumlah Bulan di setiap baris orang itu, atau hapus baris yang tidak dipakai.",
    ),
    # I: indikator ---------------------------------------------------------------------------------------------------
    Jenis(
        "I01", _G, "Bobot tidak genap 100",
        "Bobot indikator untuk {siapa} berjumlah {nilai}, seharusnya tepat 100 (baris {baris}: {jumlahan}).",
        "Betulkan bobotnya supaya genap 100{usulan}.",
    ),
    Jenis(
        "I02", _G, "Arah tidak dikenal",
        "Arah “{nilai}” tidak dikenal.",
        "Tulis “naik” bila makin besar makin baik, “turun” bila makin kecil makin baik.",
    ),
    Jenis(
        "I03", _G, "Aspek tidak dikenal",
        "Aspek “{nilai}” tidak ada dalam aturan {aturan}.",
        "Pakai salah satu: {pilihan}.",
    ),
    Jenis(
        "I04", _G, "Bobot terlalu rinci",
        "Bobot {nilai} memuat lebih dari 4 desimal.",
        "Bulatkan, misalnya menjadi {bulat}, dan jaga jumlahnya tetap 100.",
    ),
    Jenis(
        "I05", _I, "Bobot dalam persen",
        "Bobot di lembar ini tersimpan sebagai persen (jumlahnya 1), jadi dibaca × 100.",
        "Tidak perlu apa-apa.",
    ),
    Jenis(
        "I06", _G, "Dua indikator berkode sama",
        "Kode {nilai} di sini dan di {lain} berbeda ({beda}), padahal keduanya berlaku untuk {siapa}.",
        "Samakan isinya, atau pakai kode lain.",
    ),
    Jenis(
        "I07", _P, "Target nol",
        "Target {nilai} dengan arah naik tidak dapat dihitung; pegawainya menjadi belum lengkap.",
        "Isi targetnya, atau tulis “tidak berlaku” di kolom Realisasi.",
    ),
    Jenis(
        "I08", _G, "Target tidak masuk akal",
        "Target {nilai} {sebab}.",
        "Betulkan targetnya.",
    ),
    Jenis(
        "I09", _P, "Baris indikator ganda",
        "Baris ini sama persis dengan {lain}; dihitung satu kali.",
        "Hapus salah satunya.",
    ),
    Jenis(
        "I10", _G, "Bobot tidak masuk akal",
        "Bobot {nilai} tidak di antara 0 dan 100.",
        "Betulkan bobotnya.",
    ),
    Jenis(
        "I11", _P, "Berlaku Untuk tidak mengenai siapa pun",
        "“{nilai}” di kolom Berlaku Untuk bukan dinas dan bukan jabatan siapa pun di tabel Pegawai.",
        "Samakan penulisannya dengan tabel Pegawai.",
    ),
    Jenis(
        "I12", _P, "Arah mungkin terbalik",
        "Arah {nilai} adalah turun, tetapi {jumlah} dari {semua} orang mencapai dua kali targetnya atau lebih (capaian 0).",
        "Bila makin besar makin baik, ganti arahnya menjadi naik; bila memang begitu, biarkan.",
    ),
    # R: realisasi ---------------------------------------------------------------------------------------------------
    Jenis(
        "R01", _G, "NIP tidak ada di tabel Pegawai",
        "NIP {nilai}{nama} tidak ada di tabel Pegawai.",
        "Betulkan NIP-nya, atau tambahkan orangnya ke tabel Pegawai.",
    ),
    Jenis(
        "R02", _G, "Kode indikator tidak dikenal",
        "Kode “{nilai}” tidak ada di tabel Indikator.",
        "Betulkan kodenya, atau tambahkan indikatornya.",
    ),
    Jenis(
        "R03", _G, "Realisasi ganda",
        "Realisasi {nilai} juga ada di {lain}, dengan isi yang berbeda ({beda}).",
        "Pertahankan satu yang benar. Bila ini berkas susulan, kirim buku kerja yang lengkap.",
    ),
    Jenis(
        "R04", _P, "Baris realisasi ganda",
        "Baris ini sama persis dengan {lain}; dihitung satu kali.",
        "Hapus salah satunya.",
    ),
    Jenis(
        "R05", _G, "Realisasi negatif",
        "Realisasi {nilai} kurang dari nol.",
        "Betulkan angkanya.",
    ),
    Jenis(
        "R06", _P, "Realisasi belum ada",
        "Realisasi {kode} untuk {siapa} belum ada; nilainya belum dihitung.",
        "Isi angkanya. Bila indikator ini tidak berlaku baginya, tulis “tidak berlaku”.",
    ),
    Jenis(
        "R07", _G, "Indikator bukan untuk pegawai ini",
        "Indikator {nilai} tidak berlaku untuk {siapa}.",
        "Hapus baris ini, atau betulkan kolom Berlaku Untuk di tabel Indikator.",
    ),
    Jenis(
        "R08", _P, "Sisa bobot terlalu kecil",
        "Bagi {siapa} hanya tersisa bobot {nilai} dari 100 yang berlaku (paling sedikit {batas}); nilainya tidak dihitung.",
        "Beri indikator pengganti, atau biarkan orang ini tidak dinilai.",
    ),
    Jenis(
        "R09", _P, "Belum ada realisasi sama sekali",
        "{jumlah} orang di {dinas} belum punya satu pun realisasi: {siapa}.",
        "Tunggu atau minta berkas dinasnya. Bila mereka memang tidak dinilai, isi kolom Status di tabel Pegawai.",
    ),
    Jenis(
        "R10", _P, "Realisasi bagi yang tidak dinilai",
        "{siapa} berstatus {nilai}, tetapi punya realisasi; realisasinya tidak dihitung.",
        "Betulkan Status. Bila hanya sebagian bulan, isi kolom Mulai dan Selesai.",
    ),
    Jenis(
        "R11", _P, "Nama tidak cocok dengan NIP",
        "NIP {nip} di sini bernama “{nilai}”, di tabel Pegawai “{lain}”.",
        "Periksa apakah NIP-nya tertukar.",
    ),
    Jenis(
        "R12", _P, "Nilai jauh dari target",
        "Realisasi {nilai} tampak {sebab} dibanding target {target}.",
        "Bila maksudnya {maksud}, betulkan; bila memang begitu, biarkan.",
    ),
    # W: waktu -------------------------------------------------------------------------------------------------------
    Jenis(
        "W01", _G, "Periode tidak sama",
        "Periode di {asal} adalah {nilai}, tetapi di {asal_lain} {lain}.",
        "Betulkan judul lembar, nama berkas, atau pilihan --periode, supaya sama.",
    ),
    Jenis(
        "W02", _G, "Beberapa periode sekaligus",
        "Berkas-berkas ini memuat beberapa periode: {nilai}.",
        "Hitung satu per satu:\n{perintah}",
    ),
    Jenis(
        "W03", _P, "Bulan tersalin",
        "{nilai} % dari {semua} nilai di berkas ini sama dengan {lain}; {beda}.",
        "Pastikan berkas ini bukan salinan bulan lalu yang lupa diisi.",
    ),
    Jenis(
        "W04", _P, "Berkas belum datang",
        "Realisasi {dinas} ({jumlah} orang) belum ada; untuk {lain} datang dalam {nilai}.",
        "Tunggu atau minta berkasnya; kinerja tagih menyiapkan pesannya. Orangnya tetap tercatat, tanpa nilai.",
    ),
    # D: tindak lanjut: Potensial, Katalog Pelatihan, Register Pelatihan ----------------------------------------------
    Jenis(
        "D01", _G, "Tidak ada tabel tindak lanjut",
        "Tidak ada lembar berisi tabel Potensial, Katalog Pelatihan, atau Register Pelatihan.",
        "Samakan judul kolomnya: NIP dan Potensial; Pelatihan, JP, dan Aspek; atau NIP, Pelatihan, dan Tanggal.",
    ),
    Jenis(
        "D02", _P, "Orang di luar daftar pegawai",
        "NIP {nilai} tidak ada di daftar pegawai bulan ini; barisnya tidak dipakai.",
        "Cocokkan NIP-nya dengan daftar pegawai; abaikan bila orangnya memang sudah pindah atau pensiun.",
    ),
    Jenis(
        "D03", _G, "Potensial tidak dikenal",
        "“{nilai}” bukan potensial; barisnya tidak dipakai.",
        "Tulis tinggi, menengah, atau rendah; atau angka 0 sampai 100.",
    ),
    Jenis(
        "D04", _G, "Dua baris yang bertentangan",
        "{nilai} sudah ada di {lain} dengan isi lain; keduanya tidak dipakai.",
        "Hapus baris yang keliru.",
    ),
    Jenis(
        "D05", _P, "Baris yang sama dua kali",
        "{nilai} sama persis dengan {lain}; dihitung satu kali.",
        "Hapus salah satunya.",
    ),
    Jenis(
        "D06", _G, "JP bukan angka yang mungkin",
        "JP “{nilai}” harus lebih dari nol; barisnya tidak dipakai.",
        "Tulis jumlah jam pelajarannya, misalnya 12.",
    ),
    Jenis(
        "D07", _P, "Pelatihan tidak ada di katalog",
        "Pelatihan “{nilai}” tidak ada di Katalog Pelatihan.",
        "Samakan namanya dengan katalog, atau tambahkan ke katalog; JP-nya tetap dihitung bila tertulis di register.",
    ),
    Jenis(
        "D08", _G, "JP tidak diketahui",
        "JP untuk “{nilai}” tidak tertulis, dan tidak ada di katalog; barisnya tidak dipakai.",
        "Isi kolom JP, atau tambahkan pelatihan itu ke Katalog Pelatihan.",
    ),
    Jenis(
        "D09", _I, "Pelatihan sesudah bulan laporan",
        "Pelatihan “{nilai}” bertanggal {tanggal}, sesudah bulan laporan; belum dihitung.",
        "Tidak perlu apa-apa, kecuali bila tanggalnya salah ketik.",
    ),
    Jenis(
        "D10", _P, "Aspek atau indikator di katalog tidak dikenal",
        "“{nilai}” di katalog bukan aspek atau kode indikator yang dinilai bulan ini.",
        "Samakan dengan tabel Indikator; pelatihan ini tidak akan disebut untuk kebutuhan itu.",
    ),
    # X: yang tidak dapat diperiksa ----------------------------------------------------------------------------------
    Jenis(
        "X01", _I, "Tidak diperiksa",
        "Tidak diperiksa: {apa}, karena {sebab}.",
        "Sertakan berkas itu, atau jalankan di dalam ruang kerja, bila hendak diperiksa juga.",
    ),
)  # fmt: skip

KATALOG: Mapping[str, Jenis] = {jenis.kode: jenis for jenis in _SEMUA}
