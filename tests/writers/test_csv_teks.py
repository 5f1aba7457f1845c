"""CSV files are edited in their own text: whatever isn't changed stays byte for byte."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_cli.core.lembar import BentukCsv
from kinerja_cli.readers.csv_teks import bentuk_csv
from kinerja_cli.writers.csv_teks import ubah_sel_csv


def urai(isi: bytes, bentuk: BentukCsv) -> list[list[str]]:
    """Read with Python's own reader; short rows are filled up."""
    teks = isi[len(bentuk.awalan) :].decode(bentuk.enkode)
    baris = list(csv.reader(io.StringIO(teks, newline=""), delimiter=bentuk.pemisah))
    lebar = max(map(len, baris))
    return [satu + [""] * (lebar - len(satu)) for satu in baris]


SEL = st.text(alphabet='ab ;,\t"\n\ré1', max_size=6)


def ubah(isi: bytes, nilai: dict[tuple[int, int], str | float]) -> bytes:
    return ubah_sel_csv(isi, bentuk_csv(isi), nilai)


@given(
    st.lists(st.lists(SEL, min_size=2, max_size=4), min_size=1, max_size=5),
    st.sampled_from([";", ",", "\t"]),
    st.sampled_from(["\r\n", "\n"]),
    st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    st.data(),
)
def test_exactly_the_named_cells_change(
    baris: list[list[str]], pemisah: str, akhir: str, kutip: int, enkode: str, data: st.DataObject
) -> None:
    wadah = io.StringIO(newline="")
    csv.writer(wadah, delimiter=pemisah, lineterminator=akhir, quoting=kutip).writerows([["NIP", "Kode", "Nilai"], *baris])  # type: ignore[arg-type]  # a constant of csv
    isi = wadah.getvalue().encode(enkode)
    bentuk = bentuk_csv(isi)  # in a table of a few cells, another sign may part them as well
    sebelum = urai(isi, bentuk)
    tempat = st.tuples(st.integers(1, len(baris)), st.integers(0, len(sebelum[0]) - 1))
    nilai = data.draw(st.dictionaries(tempat, SEL, max_size=3))
    harapan = [[nilai.get((r, k), sel) for k, sel in enumerate(satu)] for r, satu in enumerate(sebelum)]
    jadi = urai(ubah(isi, dict(nilai)), bentuk)
    assert [satu + [""] * (len(lama) - len(satu)) for satu, lama in zip(jadi, harapan, strict=True)] == harapan
    assert ubah(isi, {}) == isi


@pytest.mark.parametrize(
    ("isi", "nilai", "hasil"),
    [
        (b"NIP;A\r\n1;enam\r\n", {(1, 1): 60.0}, b"NIP;A\r\n1;60\r\n"),
        (b"NIP;A\n1;enam", {(1, 1): 87.5}, b"NIP;A\n1;87,5"),
        (b"NIP;A;B\n1;enam;1.5\n2;7;2.5\n", {(1, 1): 87.5}, b"NIP;A;B\n1;87,5;1.5\n2;7;2.5\n"),
        (b"NIP;A\n1;enam\n2;2.5\n", {(1, 1): 87.5}, b"NIP;A\n1;87.5\n2;2.5\n"),
        (b"NIP,A\n1,enam\n", {(1, 1): 87.5}, b'NIP,A\n1,"87,5"\n'),
        (b'"NIP";"A"\n"1";"enam"\n', {(1, 1): 60.0}, b'"NIP";"A"\n"1";"60"\n'),
        (b"NIP;A\n1;enam\n", {(1, 1): 1.234}, b"NIP;A\n1;1,2340\n"),
        (b"NIP;A\n1;enam\n", {(1, 1): ""}, b"NIP;A\n1;\n"),
        (b"NIP;A;B\n1\n2;3;4\n", {(1, 1): "a", (1, 2): "b"}, b"NIP;A;B\n1;a;b\n2;3;4\n"),
        (b"sep=;\r\nNIP;A\r\n1;enam\r\n", {(2, 1): 60.0}, b"sep=;\r\nNIP;A\r\n1;60\r\n"),
        (b"\xef\xbb\xbfNIP;A\n1;enam\n", {(1, 1): "é"}, b"\xef\xbb\xbfNIP;A\n1;\xc3\xa9\n"),
        (b"NIP;Nama\n1;Andr\xe9\x81\n2;x\n", {(2, 1): "Ren\xe9"}, b"NIP;Nama\n1;Andr\xe9\x81\n2;Ren\xe9\n"),
        ("\ufeffNIP;A\n1;x\n".encode("utf-16-be"), {(1, 1): "y"}, "\ufeffNIP;A\n1;y\n".encode("utf-16-be")),
    ],
)  # fmt: skip
def test_signs_quotes_line_ends_and_encoding_stay(
    isi: bytes, nilai: dict[tuple[int, int], str | float], hasil: bytes
) -> None:
    assert ubah(isi, nilai) == hasil


def test_a_letter_that_the_encoding_lacks_is_no_silent_question_mark() -> None:
    with pytest.raises(UnicodeEncodeError):
        ubah(b"NIP;Nama\n1;Andr\xe9\n", {(1, 1): "Łukasz"})
