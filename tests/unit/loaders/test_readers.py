from __future__ import annotations

import logging
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document as new_docx
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfWriter

from loaders import ocr, readers
from loaders.documents import read_document
from loaders.readers import decode, read_text
from ontology.errors import SourceError

EXAMPLES = Path(__file__).parents[3] / "examples"
WORDS = "青岚市是港口城市。\n设有两个园区。"


def refused(path: Path) -> str:
    """Give the message with which a file is refused: one line that names the file."""
    with pytest.raises(SourceError) as caught:
        read_text(path)
    message = str(caught.value)
    assert message.startswith(str(path))
    assert "\n" not in message
    return message


def a_file(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_text_is_the_same_in_every_encoding(tmp_path: Path, encoding: str, line_end: str) -> None:
    path = a_file(tmp_path, "a.txt", WORDS.replace("\n", line_end).encode(encoding))

    assert read_text(path) == WORDS


def test_gb18030_mark_at_the_start_reaches_no_paragraph(tmp_path: Path) -> None:
    path = a_file(tmp_path, "a.txt", ("\ufeff" + WORDS).encode("gb18030"))

    assert read_document(path).paragraphs[0].text.startswith("青岚市")


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_decode_or_are_refused_in_one_line(data: bytes) -> None:
    said, message = None, ""
    try:
        said = decode(data, "a.txt")
    except SourceError as error:
        message = str(error)

    if said is None:
        assert message.startswith("a.txt: ")
        assert "\n" not in message
    else:
        assert "\r" not in said


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b"\xef\xbb\xbf \n\xe3\x80\x80", "is empty"),
        ("a.html", b"<html><script>x()</script></html>", "is empty"),
        ("a.txt", b"\x7fELF\x00\x01", "is binary"),
        ("a.txt", b"\xff\xfe\x00", "broken"),
        ("a.txt", b"\xff\xff\xff", "neither UTF-8 nor GB18030"),
        ("a.xls", b"x", "unknown kind of file"),
        ("a.docx", b"PK no zip", "not a readable .docx"),
        ("a.pdf", b"%PDF-1.4\n\xff\xff", "cannot be read as PDF"),
        ("a.pdf", b"no pdf at all", "cannot be read as PDF"),
    ],
)
def test_what_cannot_be_read_is_refused(tmp_path: Path, name: str, data: bytes, says: str) -> None:
    assert says in refused(a_file(tmp_path, name, data))


def test_missing_file_and_folder_are_refused(tmp_path: Path) -> None:
    (tmp_path / "folder.txt").mkdir()

    assert "no such file" in refused(tmp_path / "missing.txt")
    assert "cannot be read" in refused(tmp_path / "folder.txt")


def test_too_large_a_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "MAX_BYTES", 10)

    assert read_text(a_file(tmp_path, "a.txt", b"0123456789")) == "0123456789"
    assert "larger than" in refused(a_file(tmp_path, "b.txt", b"0123456789a"))


def test_truncated_docx_is_refused(tmp_path: Path) -> None:
    data = (EXAMPLES / "301_zeyang_plan.docx").read_bytes()

    assert "not a readable .docx" in refused(a_file(tmp_path, "a.docx", data[: len(data) // 2]))


def test_zip_without_a_document_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as archive:
        archive.writestr("note.txt", "x")

    assert "cannot be read as .docx" in refused(tmp_path / "a.docx")


def test_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "MAX_UNPACKED", 1_000_000)
    with zipfile.ZipFile(tmp_path / "a.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 5_000_000)
    monkeypatch.setattr(zipfile.ZipFile, "read", lambda *_: pytest.fail("unpacked"))

    assert "unpacks to 5 MB" in refused(tmp_path / "a.docx")


def _encrypted(password: str, owner: str | None = None) -> bytes:
    writer = PdfWriter(clone_from=EXAMPLES / "301_zeyang_plan.pdf")
    writer.encrypt(password, owner_password=owner, algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def test_pdf_with_a_password_is_refused_and_without_one_is_read(tmp_path: Path) -> None:
    assert "is encrypted" in refused(a_file(tmp_path, "a.pdf", _encrypted("geheim")))
    assert "泽阳高新区" in read_text(a_file(tmp_path, "b.pdf", _encrypted("", "geheim")))


def test_fault_inside_the_pdf_reader_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise IndexError("list index out of range")

    monkeypatch.setattr("pypdf.PdfReader.__init__", fail)

    assert "IndexError" in refused(a_file(tmp_path, "a.pdf", b"%PDF-1.4"))


def test_pdf_without_text_asks_for_recognition(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.write(tmp_path / "a.pdf")

    assert "no pictures" in refused(tmp_path / "a.pdf") or not ocr.available()
    monkeypatch.setattr(ocr, "available", lambda: False)
    assert ocr.INSTALL in refused(tmp_path / "a.pdf")


def test_html_gives_blocks_as_lines_and_cells_as_tabs(tmp_path: Path) -> None:
    page = (
        "<html><head><style>p{}</style></head><body><h1>规划</h1><p>青岚<b>市</b>\n有港口。<br>很忙。</p><!-- 注 -->"
        "<table><tr><th>城市</th><th>数</th></tr><tr><td>青岚市</td><td>3</td></tr></table><script>bad()</script></body></html>"
    )

    assert read_text(a_file(tmp_path, "a.html", page.encode())).split("\n") == [
        "规划",
        "青岚市 有港口。",
        "很忙。",
        "城市\t数",
        "青岚市\t3",
    ]


@pytest.mark.parametrize(("tags", "times"), [("<div>", 50_000), ("<b>", 50_000), ("<table><tr><td>", 5_000)])
def test_html_nested_fifty_thousand_deep_is_read(tmp_path: Path, tags: str, times: int) -> None:
    path = a_file(tmp_path, "a.html", tags.encode() * times + "青岚市".encode())

    assert read_text(path).strip() == "青岚市"


def test_docx_gives_tables_as_tabs_and_frames_as_paragraphs(tmp_path: Path) -> None:
    document = new_docx()
    document.add_paragraph("青岚市有港口")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "城市\n名", "数"
    frame = document.add_table(1, 1)
    frame.cell(0, 0).text = "专栏1 园区\n青岚高新区：医药。"
    document.save(tmp_path / "a.docx")

    assert read_text(tmp_path / "a.docx") == "青岚市有港口\n城市名\t数\n专栏1 园区\n青岚高新区：医药。"


def test_pdf_library_says_nothing_before_our_line(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger("pypdf").setLevel(logging.NOTSET)
    path = tmp_path / "broken.pdf"
    path.write_bytes(b"%PDF-1.4\n" + bytes(range(256)) * 8)

    assert "cannot be read as PDF" in refused(path)
    assert not caplog.records
