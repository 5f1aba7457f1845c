"""What people ask about their result, answered from the rule set and the example."""

# ruff: noqa: E501  # prose: one line an answer reads better than wrapped pieces

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kinerja_cli.core.angka import BOBOT_PENUH, SERATUS_PERSEN, cetak_bobot, cetak_pendek, cetak_persen
from kinerja_cli.core.aturan import Aturan
from kinerja_cli.core.contoh_aturan import contoh_hitungan, kisah
from kinerja_cli.core.kata_aturan import rumus_nilai, sebutan
from kinerja_cli.core.laporan import KERAHASIAAN, OrangRinci
from kinerja_cli.core.tenggat import Tenggat

Tanya = tuple[str, str]


def tanya_jawab(aturan: Aturan, contoh: OrangRinci, tenggat: Tenggat) -> tuple[Tanya, ...]:
    """Give questions with their answers, the commonest first; ``contoh`` is the person of the example."""
    return (
        *(_tentang_angka(aturan, contoh) if aturan.perlu_indikator else _tentang_sebutan(aturan)),
        *_tentang_keadaan(aturan),
        *_tentang_akibat(aturan, tenggat),
    )


def atau(semua: Sequence[str]) -> str:
    """Join words: "cuti, pensiun, atau mutasi"."""
    return semua[0] if len(semua) == 1 else f"{', '.join(semua[:-1])}, atau {semua[-1]}"


def _tentang_angka(a: Aturan, contoh: OrangRinci) -> Iterator[Tanya]:
    penuh = cetak_pendek(SERATUS_PERSEN)
    kurang = [b for b in contoh.rincian if b.nilai < SERATUS_PERSEN]
    if kurang:
        b = min(kurang, key=lambda b: b.nilai)
        nama = b.aspek if a.menurut == "aspek" else b.indikator
        yield (
            f"Mengapa nilai saya bukan {penuh}?",
            f"Karena ada pekerjaan yang nilainya tidak tepat {penuh}. Pada contoh, {nama} hanya {cetak_persen(b.nilai)}. Mintalah "
            "rinciannya; di sana tampak pekerjaan mana yang menaikkan dan mana yang menurunkan.",
        )
    if a.berangka and not a.pita and not a.perilaku and a.capaian_tertinggi.nilai > SERATUS_PERSEN:
        yield (
            f"Bisakah nilai saya lebih dari {penuh}?",
            f"Bisa, bila target terlampaui. Capaian satu pekerjaan dihitung paling tinggi {cetak_pendek(a.capaian_tertinggi.nilai)}, "
            "supaya satu pekerjaan tidak menutupi semua yang lain.",
        )
    beride = next((p for p in a.predikat if p.syarat), None)
    if beride:
        yield (
            f"Nilai saya {cetak_pendek(beride.mulai)} atau lebih. Mengapa predikatnya bukan {beride.nama}?",
            f"{beride.nama}: {beride.kata}. Angka saja belum cukup. Laporkan ide baru Anda kepada admin dinas beserta buktinya.",
        )
    if a.pakai_bobot:
        yield "Bagaimana bila satu pekerjaan tidak berlaku bagi saya?", _tanpa_satu(a)
    yield (
        "Realisasi saya belum diisi. Apakah dihitung nol?",
        "Tidak. Hasil Anda ditulis “belum lengkap” dan menunggu. Yang memang nol harus ditulis dengan angka nol.",
    )
    yield (
        "Bolehkah saya menghitungnya sendiri?",
        "Boleh, dengan kalkulator biasa. Setiap langkah tertulis di rincian Anda. Bila hasilnya berbeda, sampaikan.",
    )


def _tanpa_satu(a: Aturan) -> str:
    """Show the example once more, its last piece of work not applying."""
    semua = kisah(a)
    tanpa = semua[-1]
    orang = contoh_hitungan(a, semua, {tanpa.indikator})
    hasil = orang.nilai if orang.nilai is not None else orang.nilai_hasil_kerja
    return (
        f"Pekerjaan itu keluar dari hitungan, dan {sebutan(a).bobot} yang tersisa menjadi pembaginya. Pada contoh, bila "
        f"“{tanpa.indikator}” tidak berlaku, {sebutan(a).bobot} yang tersisa {cetak_bobot(orang.pembagi)} dari {cetak_bobot(BOBOT_PENUH)}, "
        f"dan hasilnya {rumus_nilai(orang, a)} = {cetak_persen(hasil)}. Paling sedikit {cetak_pendek(a.sisa_bobot.nilai)} % bobot harus "
        "tersisa; kurang dari itu Anda tidak dinilai bulan itu."
    )


def _tentang_sebutan(a: Aturan) -> Iterator[Tanya]:
    assert a.matriks
    yield (
        "Mengapa saya tidak mendapat angka?",
        "Aturan ini tidak memakai angka. Yang ada dua sebutan dan satu predikat.",
    )
    (_, laku), nama = next(
        (
            (sel, nama)
            for sel, (nama, _) in a.matriks.sel.items()
            if sel[0] == a.matriks.ekspektasi[0].nama and nama != a.predikat[0].nama
        )
    )
    yield (
        f"Hasil kerja saya {a.matriks.ekspektasi[0].nama}. Mengapa predikat saya bukan {a.predikat[0].nama}?",
        f"Perilaku ikut menentukan. Hasil kerja {a.matriks.ekspektasi[0].nama} dengan perilaku {laku} bertemu di {nama}.",
    )
    yield (
        "Siapa yang memberi kedua sebutan itu?",
        "Pejabat yang menilai Anda. Tanyakan alasannya, dan apa yang perlu dilakukan bulan depan.",
    )


def _tentang_keadaan(a: Aturan) -> Iterator[Tanya]:
    sebagian = " Bila hanya sebagian bulan, Anda tetap dinilai untuk hari-hari Anda bertugas." if a.perlu_indikator else ""
    yield (
        "Bagaimana bila saya cuti?",
        f"Status {atau(a.status_keluar)} sepanjang bulan: Anda tidak dinilai. Itu bukan nilai nol dan tidak ikut dirata-ratakan.{sebagian}",
    )
    yield (
        "Apakah ini predikat tahunan saya?",
        "Bukan. Ini hasil satu bulan. Rata-rata beberapa bulan pun bukan predikat tahunan; predikat tahunan ditetapkan tersendiri "
        "oleh pejabat penilai.",
    )


def _tentang_akibat(a: Aturan, tenggat: Tenggat) -> Iterator[Tanya]:
    yield (
        "Siapa yang dapat melihat hasil saya?",
        f"Anda sendiri, penilai Anda, pimpinan dan admin dinas Anda, dan pengelola kepegawaian daerah. {KERAHASIAAN}",
    )
    yield (
        "Apa akibat hasil ini bagi saya?",
        "Hasil beberapa bulan menjadi bahan usulan promosi, pelatihan, atau pembinaan. Usulan itu ditinjau dulu; yang memutuskan "
        "pejabat, bukan program.",
    )
    yield (
        "Ada angka yang salah. Apa yang saya lakukan?"
        if a.perlu_indikator
        else "Ada isian yang salah. Apa yang saya lakukan?",
        "Sampaikan dulu kepada admin dinas; salah ketik dapat dibetulkan dan dihitung lagi. Bila belum selesai, ajukan keberatan "
        f"paling lambat {tenggat.kata} setelah hasil diterima. Yang terlambat tetap dicatat, dan pejabat yang memutuskan.",
    )
    yield (
        "Saya PPPK. Apakah berlaku juga bagi saya?",
        "Cara menilainya sama. Promosi tidak diusulkan bagi PPPK. Dasar hukum keberatan bagi PPPK belum dipastikan, tetapi "
        "keberatan Anda tetap dicatat.",
    )
