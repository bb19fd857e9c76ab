"""Files to text: one reader a format, each giving the text that all offsets refer to."""

from __future__ import annotations

import codecs
import logging
import stat
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from loaders import ocr, patience
from ontology.errors import SourceError

if TYPE_CHECKING:
    from docx.table import Table
    from pypdf import PageObject

MAX_BYTES = 64 * 1024 * 1024
MAX_UNPACKED = 512 * 1024 * 1024
MAX_CHARACTERS = 2_000_000
"""Characters that a document may hold: a book of two thousand pages."""
MAX_TAGS = 400_000
"""Elements that a web page may have."""
MAX_XML = {".docx": 64 * 1024 * 1024, ".xlsx": 256 * 1024 * 1024}
"""Bytes that the text parts of an Office file may unpack to: all of them are held in memory at once."""
MAX_FORMS = 1000
"""Times that a page of a PDF may draw one thing inside another; one that draws itself never ends."""
MAX_SCANNED = 500
"""Pages of a PDF that OCR reads: each takes seconds."""
MAX_SPAN = 1000
"""Columns that a cell of a table may go across."""
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


# A page with fewer characters than this and a picture is a scan (its number may be text).
FEW = 12


@dataclass(frozen=True, slots=True)
class Source:
    """The text of a file, and what of it was read by OCR.

    Parameters
    ----------
    text : the text that all offsets refer to.
    scanned : spans of pages that OCR read, each with how sure it was.
    unread : numbers of pages, from 1, that hold only a picture and could not be read.
    """

    text: str
    scanned: tuple[tuple[int, int, float], ...] = ()
    unread: tuple[int, ...] = ()


def decode(data: bytes, where: str) -> str:
    r"""Decode UTF-8 or GB18030, with or without a byte order mark; line ends become ``\\n``.

    Raises
    ------
    SourceError
        if the bytes are neither, or are not text at all.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            try:
                return _newlines(data.decode(encoding))
            except UnicodeDecodeError:
                raise SourceError(f"{where}: starts like {encoding} but is broken; save it again as UTF-8") from None
    if b"\0" in data:
        raise SourceError(f"{where}: is binary, not a text; give a .txt, .md, .html, .docx or .pdf document")
    for encoding in ("utf-8", "gb18030"):
        try:
            return _newlines(data.decode(encoding))
        except UnicodeDecodeError:
            continue
    raise SourceError(f"{where}: is neither UTF-8 nor GB18030 text; save it again as UTF-8")


def _newlines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _read_plain(data: bytes, where: str) -> str:
    return decode(data, where)


_BLOCKS = frozenset(
    {
        "p",
        "div",
        "br",
        "li",
        "tr",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "table",
        "section",
        "article",
        "header",
        "footer",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "blockquote",
        "title",
        "pre",
    }
)


def _html_pieces(data: bytes, where: str) -> Iterator[str]:
    from bs4 import BeautifulSoup
    from bs4.element import CData, NavigableString, PreformattedString, Tag

    page = decode(data, where)
    if page.count("<") > MAX_TAGS:
        raise SourceError(f"{where}: has more than {MAX_TAGS:,} elements; split the document")
    soup = BeautifulSoup(page, "lxml")
    stack: list[object] = [soup]
    while stack:  # no recursion: hostile pages nest thousands deep
        node = stack.pop()
        if isinstance(node, str) and not isinstance(node, NavigableString):
            yield node
        elif isinstance(node, NavigableString):
            if not isinstance(node, PreformattedString) or isinstance(node, CData):
                yield str(node).replace("\n", " ")
        elif isinstance(node, Tag):
            if node.name in {"script", "style", "noscript", "template"}:
                continue
            if node.name in {"td", "th"} and node.find_previous_sibling(["td", "th"]) is not None:
                yield "\t"
            if node.name in _BLOCKS:
                yield "\n"
                stack.append("\n")
            stack.extend(reversed(node.contents))


def _read_html(data: bytes, where: str) -> str:
    lines = "".join(_html_pieces(data, where)).split("\n")
    return "\n".join(line.strip(" ") for line in lines if line.strip())


def check_zip(data: bytes, where: str) -> None:
    """Refuse an Office file that is damaged, encrypted or unpacks to too much."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError):
        raise SourceError(
            f"{where}: is damaged or encrypted, not a readable {Path(where).suffix} file; save it again"
        ) from None
    total = sum(part.file_size for part in parts)
    texts = sum(part.file_size for part in parts if part.filename.lower().endswith((".xml", ".rels")))
    if total > MAX_UNPACKED or texts > MAX_XML.get(Path(where).suffix.lower(), MAX_UNPACKED):
        raise SourceError(f"{where}: unpacks to {total // 1_000_000} MB, more than is allowed; split the document")


def _table_lines(table: Table) -> Iterator[str]:
    for row in table.rows:
        if sum(cell.grid_span for cell in row._tr.tc_lst) > MAX_SPAN:
            raise ValueError("a row of a table claims more columns than any table has")
        if len(row.cells) == 1:  # a frame round paragraphs (专栏), not a table
            yield from (p.text for p in row.cells[0].paragraphs)
        else:
            yield "\t".join(c.text.replace("\n", "").strip() for c in row.cells)


def _read_docx(data: bytes, where: str) -> str:
    from docx import Document as open_docx
    from docx.table import Table
    from docx.text.paragraph import Paragraph

    check_zip(data, where)
    try:
        document = open_docx(BytesIO(data))
        lines: list[str] = []
        for block in document.iter_inner_content():
            if isinstance(block, Paragraph):
                lines.append(block.text)
            elif isinstance(block, Table):
                lines.extend(_table_lines(block))
    except Exception as error:  # python-docx lets KeyError, ValueError, lxml errors and others through
        raise SourceError(f"{where}: cannot be read as .docx ({type(error).__name__}); save it again") from None
    return "\n".join(lines)


def _pdf(data: bytes, where: str) -> Source:
    """Read the pages of a PDF file; those that hold only a picture by OCR, if the extra is installed."""
    from pypdf import PdfReader

    # its notes on a damaged file would stand before our one line that names the file
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise SourceError(f"{where}: is encrypted; remove the password and try again")
        pages, held = [], 0
        for page in reader.pages:
            pages.append(page.extract_text() or "")
            held += len(pages[-1])
            if held > MAX_CHARACTERS:
                raise _too_long(where)
        bare = [n for n, text in enumerate(pages) if len(text.strip()) < FEW and _pictured(reader.pages[n])]
    except SourceError:
        raise
    except Exception as error:  # pypdf lets IndexError, DependencyError (AES) and others through
        raise SourceError(f"{where}: cannot be read as PDF ({type(error).__name__}); save it again") from None
    scanned: dict[int, float] = {}
    if bare and ocr.available():
        if len(bare) > MAX_SCANNED:
            raise SourceError(f"{where}: has more than {MAX_SCANNED} scanned pages; split the document")
        pages, scanned = _recognised(pages, bare, data)
    if not "".join(pages).strip():
        tried = "OCR found none in their pictures" if bare else "and no pictures that OCR could read"
        told = tried if ocr.available() else f"if it is a scan, {ocr.INSTALL} lets it be read by OCR"
        raise SourceError(f"{where}: has {len(pages)} pages but no text; {told}")
    at, spans = 0, []
    for number, text in enumerate(pages):
        if number in scanned:
            spans.append((at, at + len(text), scanned[number]))
        at += len(text) + 1
    unread = tuple(n + 1 for n in bare if n not in scanned) if not ocr.available() else ()
    return Source("\n".join(pages), tuple(spans), unread)


def _recognised(pages: list[str], bare: list[int], data: bytes) -> tuple[list[str], dict[int, float]]:
    scanned = {}
    pages = list(pages)
    for number in bare:
        patience.allow(patience.SECONDS)
        text, sure = ocr.read_page(data, number)
        if len(text) > len(pages[number].strip()):
            pages[number], scanned[number] = text, sure
    return pages, scanned


def _pictured(page: PageObject) -> bool:
    """Say whether a page shows a picture, itself or through forms; not if forms draw each other without end."""
    left, found = [_drawn(page)], False
    for _ in range(MAX_FORMS):
        if not left:
            return found
        for drawn in left.pop():
            kind = drawn.get("/Subtype")
            found = found or kind == "/Image"
            if kind == "/Form":
                left.append(_drawn(drawn))
    return False  # to render it would take for ever


def _drawn(holder: Any) -> list[Any]:
    resources = holder.get("/Resources")
    objects = resources.get_object().get("/XObject") if resources is not None else None
    return [o.get_object() for o in objects.get_object().values()] if objects is not None else []


def _read_pdf(data: bytes, where: str) -> str:
    return _pdf(data, where).text


def _read_register(data: bytes, where: str) -> str:
    from loaders.sheets import text_of

    return text_of(data, Path(where).suffix, where)


READERS: dict[str, Callable[[bytes, str], str]] = {
    ".txt": _read_plain,
    ".md": _read_plain,
    ".html": _read_html,
    ".htm": _read_html,
    ".docx": _read_docx,
    ".pdf": _read_pdf,
    ".csv": _read_register,
    ".xlsx": _read_register,
}

# Kinds whose lines of text are paragraphs, never pieces of one.
WHOLE_PARAGRAPHS = frozenset({".html", ".htm", ".docx"})


def read_bytes(path: Path) -> bytes:
    """Read a file whole.

    Raises
    ------
    SourceError
        if it is missing, too large or not to be opened.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):  # a pipe or a device never ends
            raise SourceError(f"{path}: cannot be read, it is no file; name a document")
        if status.st_size > MAX_BYTES:
            raise SourceError(f"{path}: is larger than {MAX_BYTES // 1_000_000} MB; split the document")
        return path.read_bytes()
    except FileNotFoundError:
        raise SourceError(f"{path}: no such file") from None
    except OSError as error:
        raise SourceError(f"{path}: cannot be read ({error.strerror})") from None


def _too_long(where: str) -> SourceError:
    return SourceError(f"{where}: holds more than {MAX_CHARACTERS:,} characters; split the document")


def read_source(path: Path) -> Source:
    """Read a document file as text, and tell which of its pages OCR read.

    Raises
    ------
    SourceError
        if the file is missing, empty, too large, encrypted, damaged, or of a kind that is not read.
    """
    where = str(path)
    suffix = path.suffix.lower()
    reader = READERS.get(suffix)
    if reader is None:
        raise SourceError(f"{where}: unknown kind of file; documents end in {', '.join(READERS)}")
    data = read_bytes(path)
    source = _pdf(data, where) if suffix == ".pdf" else Source(reader(data, where))
    if len(source.text) > MAX_CHARACTERS and suffix not in {".csv", ".xlsx"}:  # registers count their rows
        raise _too_long(where)
    if not source.text.strip("\ufeff \t\n\u3000"):
        raise SourceError(f"{where}: is empty")
    return source


def read_text(path: Path) -> str:
    """Read a document file as text.

    Raises
    ------
    SourceError
        as ``read_source`` says.
    """
    return read_source(path).text
