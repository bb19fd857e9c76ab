"""Documents made to break a reader: each small to make, and as awkward as its kind can be."""

from __future__ import annotations

import random
import zipfile
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from io import BytesIO
from pathlib import Path

from docx import Document as new_docx
from openpyxl import Workbook

ENDINGS = (".txt", ".md", ".html", ".htm", ".docx", ".pdf", ".csv", ".xlsx")
EXAMPLES = Path(__file__).parents[3] / "examples"
_NAMES = "岚川大学建在岚川市。"
_XML = '<?xml version="1.0"?>'
_LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "哈哈哈哈哈哈哈哈哈哈">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)
_OUTSIDE = '<!DOCTYPE x [<!ENTITY i SYSTEM "file:///etc/passwd">]>'
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def noise(seed: int, size: int = 4096, start: bytes = b"") -> bytes:
    """Give random bytes behind a beginning."""
    return start + random.Random(seed).randbytes(size)


def _empty_docx() -> bytes:
    out = BytesIO()
    new_docx().save(out)
    return out.getvalue()


def _empty_xlsx() -> bytes:
    book, out = Workbook(), BytesIO()
    book.active.append(["名称", "类别"])
    book.save(out)
    return out.getvalue()


def changed(archive: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Give an Office file with other bytes in some of its parts."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(archive)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, content in parts.items():
            new.writestr(name, content)
    return out.getvalue()


def docx_of(body: str, doctype: str = "") -> bytes:
    """Give a .docx whose body is some XML."""
    text = f"{_XML}{doctype}<w:document {_W}><w:body>{body}</w:body></w:document>"
    return changed(_empty_docx(), {"word/document.xml": text.encode()})


def xlsx_of(rows: str, doctype: str = "") -> bytes:
    """Give an .xlsx whose rows are some XML."""
    text = f"{_XML}{doctype}<worksheet {_S}><sheetData>{rows}</sheetData></worksheet>"
    return changed(_empty_xlsx(), {"xl/worksheets/sheet1.xml": text.encode()})


def pdf_of(*objects: str) -> bytes:
    """Give a PDF of some objects; the first is its catalogue."""
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, text in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{text}\nendobj\n".encode("latin-1")
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF".encode()
    return bytes(out)


def _stream(text: str, more: str = "") -> str:
    return f"<< /Length {len(text)} {more} >>\nstream\n{text}\nendstream"


def _p(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def _tc(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{_p(text)}</w:tc>"


def _table(rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{rows}</w:tbl>"


def _bomb(ending: str, size: int) -> bytes:
    part = {".docx": "word/document.xml", ".xlsx": "xl/worksheets/sheet1.xml"}[ending]
    return changed(_empty_docx() if ending == ".docx" else _empty_xlsx(), {part: b" " * size})


def _nested_zip(depth: int = 30) -> bytes:
    data = b"x" * 1000
    for _ in range(depth):
        out = BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("word/document.xml", data)
        data = out.getvalue()
    return data


def _half(name: str, part: float = 0.5) -> bytes:
    data = (EXAMPLES / name).read_bytes()
    return data[: int(len(data) * part)]


_PAGES = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
_CATALOGUE = "<< /Type /Catalog /Pages 2 0 R >>"
_PAGE = (
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {w} {w}] /Contents 4 0 R /Resources << /XObject << /F 5 0 R >> >> >>"
)
_FORM = _stream("/F Do /F Do", "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 5 0 R >> >>")

PDFS: dict[str, Callable[[], bytes]] = {
    "pages that hold themselves.pdf": lambda: pdf_of(
        _CATALOGUE, "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 /Parent 2 0 R >>"
    ),
    "a form that draws itself.pdf": lambda: pdf_of(
        _CATALOGUE, _PAGES, _PAGE.format(w=100), _stream("/F Do"), _FORM
    ),
    "a page as large as a house.pdf": lambda: pdf_of(
        _CATALOGUE, _PAGES, _PAGE.format(w=14400), _stream("/F Do"),
        _stream("0", "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"),
    ),
    "a stream longer than the file.pdf": lambda: pdf_of(
        _CATALOGUE, _PAGES, _PAGE.format(w=100), "<< /Length 999999999999 >>\nstream\nBT"
    ),
    "references in a ring.pdf": lambda: pdf_of("2 0 R", "3 0 R", "1 0 R"),
    "a deep array.pdf": lambda: pdf_of(_CATALOGUE, "<< /Type /Pages /Kids " + "[" * 20_000 + "]" * 20_000 + " >>"),
    "brackets.pdf": lambda: b"%PDF-1.7\n" + b"<<" * 50_000,
    "a million pages.pdf": lambda: pdf_of(_CATALOGUE, "<< /Type /Pages /Kids [] /Count 1000000 >>"),
    "half.pdf": lambda: _half("301_zeyang_plan.pdf"),
}  # fmt: skip

OFFICE: dict[str, Callable[[], bytes]] = {
    "half.docx": lambda: _half("301_zeyang_plan.docx"),
    "nearly whole.docx": lambda: _half("301_zeyang_plan.docx", 0.99),
    "an archive in an archive.docx": _nested_zip,
    "a bomb.docx": lambda: _bomb(".docx", 80_000_000),
    "a bomb.xlsx": lambda: _bomb(".xlsx", 280_000_000),
    "laughs.docx": lambda: docx_of(_p("&i;"), _LAUGHS),
    "laughs.xlsx": lambda: xlsx_of('<row r="1"><c t="inlineStr"><is><t>&i;</t></is></c></row>', _LAUGHS),
    "a file outside.docx": lambda: docx_of(_p("&i;"), _OUTSIDE),
    "a file outside.xlsx": lambda: xlsx_of('<row r="1"><c t="inlineStr"><is><t>&i;</t></is></c></row>', _OUTSIDE),
    "a cell across all.docx": lambda: docx_of(
        _table("<w:tr>" + _tc("甲", '<w:gridSpan w:val="200000000"/>') + _tc("乙") + "</w:tr>")
    ),
    "cells that go on.docx": lambda: docx_of(
        _table(("<w:tr>" + _tc("甲", '<w:vMerge w:val="continue"/>') + _tc("乙") + "</w:tr>") * 2000)
    ),
    "tables in tables.docx": lambda: docx_of("<w:tbl><w:tr><w:tc>" * 100 + _p("甲") + "</w:tc></w:tr></w:tbl>" * 100),
    "deep.docx": lambda: docx_of("<w:p>" * 5000 + "</w:p>" * 5000),
    "names that climb.docx": lambda: changed(_empty_docx(), {"../../climbed.xml": b"<x/>", "/etc/climbed": b"x"}),
    "far cells.xlsx": lambda: xlsx_of('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
    "a row of every number.xlsx": lambda: xlsx_of('<row r="999999999999"><c r="A999999999999"><v>1</v></c></row>'),
    "a text that is not there.xlsx": lambda: xlsx_of('<row r="1"><c r="A1" t="s"><v>99999</v></c></row>'),
}

TEXTS: dict[str, Callable[[], bytes]] = {
    "a line without end.txt": lambda: b"a" * 3_000_000,
    "brackets that never close.txt": lambda: ("（《“" * 2000).encode(),
    "dots.txt": lambda: ("第一章 甲" + "." * 20_000 + "x").encode(),
    "dashes and blanks.txt": lambda: ("- " * 10_000 + "x").encode(),
    "a name without end.txt": lambda: ("岚川" * 3000 + "大学").encode(),
    "a list without end.txt": lambda: ("岚川大学、" * 1500).encode(),
    "two encodings.txt": lambda: _NAMES.encode() + _NAMES.encode("gb18030") + b"\xff",
    "half a character.txt": lambda: _NAMES.encode()[:-1] + b"\n" + _NAMES.encode("utf-16-le"),
    "nul.md": lambda: b"# " + _NAMES.encode() + b"\0" + _NAMES.encode(),
    "only marks.md": lambda: ("\u202e\u200b\u2066\ufeff\u00ad" * 500).encode(),
    "turned round.md": lambda: f"\u202e{_NAMES}\u202c\u2066岚\u200b川\u200d大\u2060学\u2069".encode(),
    "terminal.md": lambda: f"\x1b]0;x\x07\x1b[2J{_NAMES}\x9b31m".encode(),
    "accents.txt": lambda: ("岚" + "\u0301" * 20_000).encode(),
    "deep.html": lambda: b"<div>" * 20_000 + _NAMES.encode(),
    "too many.html": lambda: b"<b>" * 500_000,
    "entities.html": lambda: b"&amp" * 50_000 + b"&#x110000;&#0;&#xd800;" + _NAMES.encode(),
    "attributes.html": lambda: b"<p " + b"a='b' " * 50_000 + b">" + _NAMES.encode(),
    "not closed.html": lambda: b"<!--" * 5000 + b"<script>" + b"<![CDATA[" * 5000,
    "quotes.csv": lambda: b'name,class\n"' + b"x" * 300_000,
    "commas.csv": lambda: b"name" + b"," * 300_000,
    "carriage returns.csv": lambda: b"\r" * 100_000,
    "formulas.csv": lambda: "名称,类别\n=cmd|'/c calc'!A1,企业\n@SUM(1),企业\n+1+1,企业\n".encode(),
}


def files() -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Give the name of each file, and what makes it."""
    for kind in (TEXTS, OFFICE, PDFS):
        yield from kind.items()
    starts = {".pdf": b"%PDF-1.7\n", ".docx": b"PK\x03\x04", ".xlsx": b"PK\x03\x04", ".html": b"<html><table>"}
    for number, ending in enumerate(ENDINGS):
        start = starts.get(ending, b"\xef\xbb\xbf")
        yield f"noise{ending}", partial(noise, number)
        yield f"noise behind a beginning{ending}", partial(noise, number, start=start)
