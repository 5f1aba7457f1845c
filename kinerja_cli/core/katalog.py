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
        "Tidak ada lembar berisi tabel Pegawai, Indikator, Realisasi, Perilaku, Ide Baru, atau Inovasi.",
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
        "Lembar ini tampak seperti tabel {peran}, tetapi kolom {kolom} {sebab}.",
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
        "L11", _G, "Kode di judul kolom tidak dikenal",
        "Lembar ini tampak seperti tabel {peran}, satu kolom satu indikator, tetapi tidak dibaca: {nilai} tidak ada di tabel "
        "Indikator yang terbaca.",
        "Betulkan dulu tabel Indikatornya, atau sertakan buku kerjanya; bila kodenya salah ketik, betulkan judul kolomnya.",
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
    # K: perilaku kerja ----------------------------------------------------------------------------------------------
    Jenis(
        "K01", _G, "Nilai perilaku di luar jangkauan",
        "{kolom} {nilai} tidak di antara {dari} dan {sampai}.",
        "Betulkan angkanya menurut skala aturan yang dipakai (lihat: kinerja aturan).",
    ),
    Jenis(
        "K02", _G, "Sebutan tidak dikenal",
        "“{nilai}” di kolom {kolom} bukan sebutan yang dikenal.",
        "Pakai salah satu: {pilihan}.",
    ),
    Jenis(
        "K03", _G, "Perilaku ganda",
        "Perilaku {nilai} juga ada di {lain}, dengan isi yang berbeda ({beda}).",
        "Pertahankan satu baris yang benar, hapus yang lain.",
    ),
    Jenis(
        "K04", _P, "Baris perilaku ganda",
        "Baris ini sama persis dengan {lain}; dihitung satu kali.",
        "Hapus salah satunya.",
    ),
    Jenis(
        "K05", _P, "Penilaian perilaku atau hasil kerja belum ada",
        "{jumlah} orang di {dinas} belum punya {apa}: {siapa}.",
        "Isi lembar Perilaku (kinerja templat perilaku). Tanpa itu mereka belum lengkap, bukan bernilai nol.",
    ),
    Jenis(
        "K06", _G, "Angka dan sebutan tertukar",
        "Aturan {aturan} memerlukan {perlu}, bukan “{nilai}”.",
        "Betulkan selnya, atau pilih aturan yang sesuai (lihat: kinerja aturan).",
    ),
    Jenis(
        "K07", _P, "Tujuh nilai perilaku belum lengkap",
        "Perilaku {siapa} belum dihitung: {nilai} masih kosong.",
        "Isi ketujuh nilai BerAKHLAK, atau kosongkan semuanya dan isi satu nilai di kolom Perilaku.",
    ),
    Jenis(
        "K08", _G, "Nilai perilaku terlalu rinci",
        "{kolom} {nilai} memuat lebih dari 2 desimal.",
        "Tulis paling banyak 2 desimal.",
    ),
    Jenis(
        "K09", _G, "Perilaku berbeda dari rata-ratanya",
        "Perilaku {nilai} berbeda dari rata-rata ketujuh nilainya ({lain}).",
        "Kosongkan kolom Perilaku supaya ketujuh nilai yang dihitung, atau betulkan salah satunya.",
    ),
    Jenis(
        "K10", _P, "Kinerja tambahan melewati batas",
        "Kinerja tambahan {siapa} adalah {nilai}; yang dihitung paling banyak {batas}.",
        "Tidak perlu apa-apa, bila angkanya benar.",
    ),
    Jenis(
        "K11", _I, "Kolom tidak dipakai aturan",
        "Kolom {nilai} tidak ikut dihitung: aturan {aturan} tidak memakainya.",
        "Tidak perlu apa-apa, bila memang aturan itu yang dimaksud (lihat: kinerja aturan).",
    ),
    # A: aturan ------------------------------------------------------------------------------------------------------
    Jenis(
        "A01", _P, "Aturan di luar masa berlakunya",
        "Aturan {aturan} berlaku {masa}; {nilai} ada di luarnya.",
        "Pilih aturan lain dengan --aturan (lihat: kinerja aturan), atau pastikan memang ini yang dipakai.",
    ),
    Jenis(
        "A02", _P, "Aturan lain daripada yang tersimpan",
        "Hasil {periode} yang tersimpan memakai {lama}; sekarang dipakai {nilai}, jadi angkanya dapat berubah.",
        "Pastikan perubahan itu disengaja. Hasil yang lama tetap tersimpan sebagai revisi di folder periode.",
    ),
    Jenis(
        "A03", _P, "Aturan yang tersimpan tetap dipakai",
        "{periode} tersimpan dengan {lama}; itu yang tetap dipakai, bukan {nilai} menurut kinerja.toml.",
        "Tidak perlu apa-apa; atau, bila yang baru yang dimaksud, ulangi dengan --aturan {id}.",
    ),
    Jenis(
        "A04", _G, "Satu aspek dua kali dalam satu tugas",
        "Tugas “{nilai}” punya lebih dari satu baris aspek {aspek} untuk {siapa}.",
        "Beri teks Indikator yang berbeda bila tugasnya memang berbeda, atau hapus baris yang berlebih.",
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
    # U: survei kepuasan --------------------------------------------------------------------------------------------
    Jenis(
        "U01", _I, "Unsur dikenali dari urutannya",
        "Judul kolom hanya kode, tanpa nama unsur dan tanpa legenda; dianggap menurut urutan PermenPANRB 14/2017: {nilai}.",
        "Cocokkan dengan kuesionernya (U8 dan U9 sering tertukar); bila berbeda, tulis nama unsurnya di judul atau legenda.",
    ),
    Jenis(
        "U02", _G, "Dua kolom untuk satu unsur",
        "Kolom {huruf} sama-sama berisi unsur {nilai}.",
        "Betulkan judul atau legendanya, supaya setiap unsur punya satu kolom.",
    ),
    Jenis(
        "U03", _G, "Jawaban di luar skala",
        "Jawaban “{nilai}” untuk {unsur} bukan {rentang}, jadi tidak dihitung.",
        "Cocokkan dengan kuesionernya, lalu betulkan; bila tidak dijawab, kosongkan.",
    ),
    Jenis(
        "U04", _P, "Jawaban kosong",
        "{jumlah} jawaban untuk {unsur} kosong ({sel}); rata-rata unsur itu dihitung dari yang menjawab.",
        "Isi bila ada di kuesionernya; bila memang tidak dijawab, biarkan.",
    ),
    Jenis(
        "U05", _P, "Banyak jawaban seragam",
        "{jumlah} dari {semua} responden ({nilai} %) memberi nilai yang sama untuk semua unsur: baris {baris}.",
        "Periksa apakah kuesionernya sungguh diisi responden; jawaban seragam tidak menunjukkan apa yang perlu dibenahi.",
    ),
    Jenis(
        "U06", _P, "Responden mungkin ganda",
        "{apa} sama dengan {lain}; keduanya dihitung.",
        "Bila ini orang yang sama untuk layanan yang sama, hapus salah satunya.",
    ),
    Jenis(
        "U07", _P, "Indeks di buku kerja memakai bobot lain",
        "Buku kerja menulis {nilai}, yang memakai bobot {bobot_lain}; dengan bobot {bobot} indeksnya {hitungan}.",
        "Umumkan satu angka saja. Bila bobot {bobot_lain} yang ditetapkan, pakai --bobot.",
    ),
    Jenis(
        "U08", _P, "Indeks di buku kerja berbeda",
        "Buku kerja menulis {nilai}, tetapi dari respondennya {hitungan} (bobot {bobot}).",
        "Periksa rumus dan baris yang dijumlahkan; selisih kecil biasanya karena NRR dibulatkan dulu.",
    ),
    Jenis(
        "U09", _P, "Responden kurang",
        "{nilai} responden; untuk {populasi} pengguna layanan perlu paling sedikit {perlu}, jadi kurang {kurang}.",
        "Tambah respondennya, atau sebutkan kekurangan ini di laporan survei.",
    ),
    Jenis(
        "U10", _P, "Unsur tidak ada",
        "Unsur {nilai} tidak ada di lembar ini; indeks dihitung dari {jumlah} unsur, bukan {semua}.",
        "Tambahkan kolomnya, atau tulis nama unsurnya di judul kolom.",
    ),
    Jenis(
        "U11", _G, "Tidak ada tabel survei",
        "Tidak ada lembar berisi tabel survei: satu baris satu responden, satu kolom satu unsur.",
        "Beri judul kolom U1 sampai U9 atau nama unsurnya, dalam 30 baris pertama.",
    ),
    Jenis(
        "U12", _I, "Jawaban berupa kata",
        "{nilai} jawaban berupa kata dibaca menurut pilihan kuesioner PermenPANRB 14/2017.",
        "Tidak perlu apa-apa, bila kuesionernya memakai pilihan itu.",
    ),
    Jenis(
        "U13", _I, "Urutan unsur berbeda dengan peraturan",
        "Menurut judul atau legenda, {nilai}; itu yang dipakai, bukan urutan PermenPANRB 14/2017.",
        "Tidak perlu apa-apa, bila legendanya benar.",
    ),
    Jenis(
        "U14", _P, "Beberapa survei sekaligus",
        "{apa} di sini “{nilai}”, di berkas atau lembar lain “{pertama}”; semuanya dihitung sebagai satu survei.",
        "Hitung satu survei setiap kali; untuk membandingkan dengan yang lalu, pakai --lalu.",
    ),
    # N: nilai dari sumber lain --------------------------------------------------------------------------------------
    Jenis(
        "N01", _G, "Nilai dari sumber lain berbeda dengan isian dinas",
        "Realisasi {kode} untuk NIP {nilai} di sini {sendiri}, tetapi menurut {lain} {nilai_lain}.",
        "Kosongkan sel ini bila nilai dari sumber lain yang benar; bila tidak, betulkan sumbernya, lalu ulangi perintahnya.",
    ),
    Jenis(
        "N02", _G, "Berkas nilai dari sumber lain tidak utuh",
        "Berkas ini dibuat kinerja untuk nilai dari sumber lain, tetapi {sebab}.",
        "Jangan sunting berkas ini; jalankan lagi perintah yang membuatnya (kinerja skm atau kinerja layanan).",
    ),
    Jenis(
        "N03", _P, "Nilai dari sumber lain tidak terpakai",
        "Indikator {nilai} tidak berlaku lagi bagi NIP {nip}, jadi nilainya dari sumber lain tidak dipakai.",
        "Jalankan lagi perintah yang memberi nilai itu, supaya mengikuti daftar yang sekarang.",
    ),
    # O: keberatan ---------------------------------------------------------------------------------------------------
    Jenis(
        "O01", _P, "Nilai putusan keberatan tidak terpakai",
        "Indikator {nilai} tidak berlaku lagi bagi NIP {nip}, jadi nilai dari putusan keberatannya tidak dipakai.",
        "Cocokkan tabel Pegawai dan kolom Berlaku Untuk di tabel Indikator: putusan keberatan bersifat final.",
    ),
    Jenis(
        "O02", _I, "Putusan keberatan menggantikan isian dinas",
        "Realisasi {kode} untuk NIP {nilai} di sini {sendiri}; yang dihitung {nilai_lain} menurut {lain}.",
        "Tidak perlu apa-apa; isian dinas tetap tersimpan sebagaimana dikirim.",
    ),
    Jenis(
        "O03", _G, "Berkas putusan keberatan bukan masukan",
        "Berkas ini memuat nilai dari putusan keberatan {nilai}, yang hanya berlaku bila putusannya dicatat.",
        "Keluarkan berkas ini dari yang dihitung; catat putusannya dengan kinerja keberatan putuskan.",
    ),
    # T: waktu layanan -----------------------------------------------------------------------------------------------
    Jenis(
        "T01", _G, "Tidak ada register layanan",
        "Tidak ada lembar dengan kolom Jenis Layanan, Tanggal Diterima, dan Tanggal Selesai.",
        "Samakan judul kolom registernya: satu baris satu dokumen.",
    ),
    Jenis(
        "T02", _G, "Selesai sebelum diterima",
        "Selesai {nilai}, padahal diterima {lain}{dugaan}. Dokumen ini tidak dihitung.",
        "Cocokkan dengan berkasnya, lalu betulkan tanggal atau jam yang keliru.",
    ),
    Jenis(
        "T03", _G, "Bulan ditulis lebih dulu",
        "“{nilai}” hanya dapat berarti {arti}: bulan ditulis lebih dulu, padahal di kolom ini dibaca hari lebih dulu.",
        "Seragamkan kolom ini menjadi hari/bulan/tahun; periksa juga tanggal lain yang harinya 12 ke bawah.",
    ),
    Jenis(
        "T04", _G, "Tanggal belum terjadi",
        "{nilai} belum terjadi{dugaan}. Dokumen ini tidak dihitung.",
        "Betulkan tanggalnya; bila dokumen belum selesai, kosongkan Tanggal Selesai.",
    ),
    Jenis(
        "T05", _P, "Tanggal jauh dari yang lain",
        "{nilai} jauh dari tanggal lain di register ini, yang umumnya {tahun}.",
        "Periksa tahunnya; bila memang begitu, biarkan.",
    ),
    Jenis(
        "T06", _P, "Nomor register dipakai dua kali",
        "Nomor {nilai} juga ada di {lain}, untuk dokumen yang berbeda; keduanya dihitung.",
        "Betulkan nomornya, atau hapus barisnya bila tercatat dua kali.",
    ),
    Jenis(
        "T07", _P, "Dokumen tercatat dua kali",
        "Dokumen nomor {nilai} di baris ini sama persis dengan {lain}; dihitung satu kali.",
        "Hapus salah satunya.",
    ),
    Jenis(
        "T08", _I, "Dokumen terbawa ke daftar lain",
        "{jumlah} dokumen yang belum selesai di sini tercatat lagi di daftar lain (nomor {nilai}: {lain}); dihitung sekali.",
        "Tidak perlu apa-apa, bila memang dokumen yang sama.",
    ),
    Jenis(
        "T09", _P, "Jenis layanan tanpa standar",
        "“{nilai}” ({jumlah} dokumen) tidak ada di tabel standar waktu, jadi tidak dinilai terhadap standar.",
        "Samakan penulisannya, atau tambahkan jenis itu ke tabel standar.",
    ),
    Jenis(
        "T10", _P, "Nama petugas mirip",
        "“{nilai}” ({jumlah} dokumen) mirip dengan “{lain}”, tetapi dihitung sebagai petugas lain.",
        "Samakan penulisannya bila orangnya sama; lebih aman lagi, isi kolom NIP Petugas.",
    ),
    Jenis(
        "T11", _G, "Standar waktu tidak terbaca",
        "Standar “{nilai}” untuk {jenis} bukan lama waktu yang dikenal.",
        "Tulis angkanya di kolom Standar, dan {pilihan} di kolom Satuan.",
    ),
    Jenis(
        "T12", _G, "Dua standar untuk satu jenis layanan",
        "Standar {jenis} di sini {nilai}, tetapi {lain}.",
        "Pertahankan satu yang berlaku, hapus yang lain.",
    ),
    Jenis(
        "T13", _P, "Banyak dokumen selesai dalam 0 menit",
        "{jumlah} dari {semua} dokumen berjam di lembar ini selesai pada menit yang sama dengan diterimanya.",
        "Jamnya mungkin diketik belakangan. Catat jam yang sebenarnya; sebelum itu, jangan pakai angkanya untuk menilai.",
    ),
    Jenis(
        "T14", _I, "Berkas belum selesai",
        "{jumlah} dokumen di lembar ini belum bertanggal selesai; dihitung sebagai sisa, bukan kesalahan.",
        "Tidak perlu apa-apa, bila memang belum selesai.",
    ),
    Jenis(
        "T15", _P, "Standar dalam jam, tetapi jamnya tidak dicatat",
        "Standar {nilai} adalah {standar}, tetapi {jumlah} dokumennya tanpa jam lengkap; yang itu tidak dinilai.",
        "Catat jamnya, atau tulis standarnya dalam hari kerja.",
    ),
    Jenis(
        "T16", _P, "Jenis layanan mirip",
        "“{nilai}” ({jumlah} dokumen) mirip dengan “{lain}”, tetapi dihitung sebagai jenis tersendiri.",
        "Samakan penulisannya bila jenisnya sama.",
    ),
    Jenis(
        "T17", _P, "Jam tidak terbaca",
        "“{nilai}” bukan jam; dokumen ini dihitung tanpa jam, dari tanggalnya saja.",
        "Ketik jam, misalnya 09.30.",
    ),
    Jenis(
        "T18", _P, "Dua kolom dapat berarti sama",
        "Kolom “{nilai}” dapat juga berarti {kolom}; yang dihitung adalah kolom {huruf}.",
        "Bila kolom ini yang dimaksud, ganti judul kolom {huruf}; bila tidak, ganti judul kolom ini.",
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
    # V: register inovasi --------------------------------------------------------------------------------------------
    Jenis(
        "V01", _G, "Tahap inovasi tidak dikenal",
        "Tahap “{nilai}” tidak dikenal.",
        "Tulis salah satu: {pilihan}.",
    ),
    Jenis(
        "V02", _P, "Tahap inovasi mundur",
        "“{nilai}” di sini bertahap {tahap}, padahal di register {lain} sudah {dulu}.",
        "Betulkan tahapnya; bila inovasinya memang berhenti dipakai, biarkan.",
    ),
    Jenis(
        "V03", _P, "Inovasi tercatat dua kali",
        "“{nilai}” sudah ada di {lain} bagi pemilik yang sama; dihitung satu kali, menurut tahap tertingginya.",
        "Hapus salah satunya, atau bedakan judulnya bila memang dua inovasi.",
    ),
    Jenis(
        "V04", _P, "Inovasi tanpa bukti",
        "“{nilai}” bertahap {tahap}, tetapi kolom Bukti kosong, jadi tidak dihitung.",
        "Isi Bukti: tautan, nomor SK, atau nama berkasnya.",
    ),
    Jenis(
        "V05", _I, "Register inovasi mengisi realisasi",
        "Register Inovasi mengisi {nilai} untuk {jumlah} pegawai{nol}.",
        "Tidak perlu apa-apa; lihat asal setiap angkanya dengan kinerja jelaskan.",
    ),
    Jenis(
        "V06", _I, "Inovasi bertanggal bulan lain",
        "{jumlah} inovasi bertanggal di luar {periode}, jadi tidak dihitung bulan ini.",
        "Tidak perlu apa-apa, kecuali bila tanggalnya salah ketik.",
    ),
    Jenis(
        "V07", _P, "Indikator register tidak berlaku bagi pemiliknya",
        "Indikator {nilai} tidak berlaku bagi NIP {nip}, jadi inovasi ini tidak menambah realisasinya.",
        "Betulkan kolom Indikator, atau kolom Berlaku Untuk di tabel Indikator; bila memang begitu, biarkan.",
    ),
    Jenis(
        "V08", _P, "Pernyataan register lengkap tidak terpakai",
        "Register dinyatakan lengkap untuk “{nilai}”, tetapi {sebab}; yang tanpa inovasi di sana tetap kosong.",
        "{nasihat}.",
    ),
    Jenis(
        "V09", _G, "Register inovasi berbeda dengan isian dinas",
        "Realisasi {kode} untuk NIP {nilai} di sini {sendiri}, tetapi menurut register inovasi ({lain}) {nilai_lain}.",
        "Kosongkan sel ini bila registernya yang benar; bila tidak, betulkan registernya.",
    ),
    # X: yang tidak dapat diperiksa ----------------------------------------------------------------------------------
    Jenis(
        "X01", _I, "Tidak diperiksa",
        "Tidak diperiksa: {apa}, karena {sebab}.",
        "Sertakan berkas itu, atau jalankan di dalam ruang kerja, bila hendak diperiksa juga.",
    ),
)  # fmt: skip

KATALOG: Mapping[str, Jenis] = {jenis.kode: jenis for jenis in _SEMUA}
