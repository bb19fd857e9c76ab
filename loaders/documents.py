"""Text to structure: logical paragraphs, sections, boxes, lists and tables, with offsets into the original text.

Documents come as they are: broken by page and column, with tables of contents, page furniture and stray characters.
Nothing is deleted from the original; a paragraph keeps, for each of its characters, the offset it came from.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from statistics import median

from loaders.cells import aligned, hollow
from loaders.dateline import DATELINE, IMPRINT
from loaders.front import DAY, TITLE_ENDS, join_titles, parted
from loaders.furniture import is_credit, is_furniture
from loaders.readers import WHOLE_PARAGRAPHS, read_source
from loaders.widths import widened
from loaders.wrapping import Wrapping, sizes

NUMERAL = "一二三四五六七八九十百零〇"
HEADINGS: tuple[tuple[int, re.Pattern[str]], ...] = (
    (1, re.compile(rf"第[{NUMERAL}\d]+[章编篇]")),
    (2, re.compile(rf"第[{NUMERAL}\d]+[节]")),
    (3, re.compile(rf"[{NUMERAL}]{{1,3}}、")),
    (4, re.compile(rf"[（(][{NUMERAL}]{{1,3}}[)）]")),
    (5, re.compile(r"\d{1,2}[.．、](?!\d)")),
    (6, re.compile(r"[（(]\d{1,2}[)）]")),
)
BOX = re.compile(r"专栏\s*[\d一二三四五六七八九十]*")
RUN_IN = re.compile(
    r"(?:共|联合|协同|推动|推进|加快|加强|强化|建立|完善|优化|鼓励|支持|深化|健全|促进|打造|构建|提升|培育|实施|开展|创新|发展|建设|组建|"
    r"统筹|引导|落实|扩大|搭建)[^，。：；、（）“”《》]{4,22}。\S"
)
"""A task in few words with what is to be done behind it: the body goes on, and a box above it has ended."""
CAPTION = re.compile(r"[表图]\s*\d{1,2}(?!\d)")
MARKDOWN = re.compile(r"#{1,6}\s*(?=[^#\s])")  # the space before a Chinese character is gone by now
# possessive: what leads to the page number is taken once, or a line of dots alone would be tried in every way
TOC = re.compile(r".{2,60}?(?:[.…·]{3,}+|\t)\s*+[.…·]*+\s*+\d{1,3}\s*$")
BULLET = re.compile(r"(?:-{2,}|—{2,}|[•●◆■▪·*-](?:\s|(?=[\u4e00-\u9fff“《])))")
FURNITURE = re.compile(r"[-—–\s]*\d{1,4}[-—–\s]*$|第\s*\d+\s*页.*$")
SIGNATURE = re.compile(
    r"(?:局|厅|委员会|办公室|人民政府|文件|工作组|推进组|通知|方案|规划|意见|办法|条例|纲要|号|[日月])(?:[（(][^（）()]{2,16}[）)]|印发)?$|^\d{4}年\d{1,2}月"
)
# A title that opens a document, and what begins behind one.
_TITLED = re.compile(
    r"(?:方案|规划|意见|办法|措施|计划|条例|纲要|要点|规定|细则|若干政策|批复)(?:[（(][^（）()]{2,16}[）)])?$"
)
_PREAMBLE = re.compile(r"(?:为|对|根据|按照|依据|第[一二三]|各(?:市|县|区|有关))")
TERMINAL = "。！？；：!?;:"
CLOSERS = "”’）)》】\"'"
TITLE_LIMIT = 44
BOX_LEVEL = 9
LONGEST = 2000
"""Characters that a paragraph may have; a longer one is parted, because the work on one grows with its square."""


@lru_cache(maxsize=64)
def _sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Cut a text into sentences; a paragraph is asked for its own again and again while it is read."""
    found, start = [], 0
    for match in re.finditer(r"[。！？!?]+[”’）)》】]*", text):
        found.append((start, match.end()))
        start = match.end()
    if start < len(text):
        found.append((start, len(text)))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One logical paragraph, heading, list item or table row.

    ``text`` has no white space beside Chinese characters; ``offsets[i]`` is where ``text[i]`` stands in the original.
    ``cells`` of a table row are half-open spans of ``text``. ``box`` is the title of the box (专栏) it stands in.
    """

    number: int
    kind: str
    section: tuple[str, ...]
    text: str
    offsets: Sequence[int]
    cells: tuple[tuple[int, int], ...] = ()
    box: str = ""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Turn a span of ``text`` into a span of the original."""
        return self.offsets[start], self.offsets[end - 1] + 1

    def sentences(self) -> Iterator[tuple[int, int]]:
        """Give the spans of the sentences (closed by 。！？ and what quotes them)."""
        yield from _sentences(self.text)


@dataclass(frozen=True, slots=True)
class Document:
    """A document: its file name, the original text and its paragraphs.

    ``skipped`` counts lines left out, by reason; ``scanned`` gives the spans that OCR read, each with how sure it was,
    ``unread`` the numbers of pages that are pictures and were not read.
    """

    name: str
    text: str
    paragraphs: tuple[Paragraph, ...]
    skipped: dict[str, int] = field(default_factory=dict)
    scanned: tuple[tuple[int, int, float], ...] = ()
    unread: tuple[int, ...] = ()

    def recognition(self, start: int, end: int) -> float | None:
        """Tell how sure OCR was of a span of the text; None where it is no scan."""
        found = [sure for a, b, sure in self.scanned if start < b and a < end]
        return min(found) if found else None


@dataclass(slots=True)
class _Line:
    """A cleaned line; ``tight`` says that no blank line stands before it, ``sizes`` how long it was before."""

    text: str
    offsets: list[int]
    kind: str = "text"
    level: int = 0
    tight: bool = True
    indented: bool = False
    sizes: tuple[int, int] = (0, 0)


# Columns that stand apart by white space alone.
COLUMN = re.compile(r"(?<=\S) {2,}(?=\S)")


def _is_wide(char: str) -> bool:
    return ord(char) > 0x2E7F or char in "“”‘’—…·"


def _clean(text: str, start: int, end: int, columns: bool = False, empty: bool = False) -> _Line:
    """Drop stray characters, and white space that touches a Chinese one; keep where each character came from.

    Punctuation is given in its Chinese width. ``columns``: two spaces or more part the cells of a row; ``empty``:
    nothing between two tabs is an empty cell.
    """
    chars: list[str] = []
    offsets: list[int] = []
    gap, gap_at = "", start
    columns = len(COLUMN.findall(text[start:end].strip())) >= 2
    for i in range(start, end):
        char = text[i]
        category = unicodedata.category(char)
        if category in {"Co", "Cf", "Cn"} or (category == "Cc" and char != "\t"):
            continue
        if empty and char == "\t":
            chars.append(char)
            offsets.append(i)
            gap = ""
        elif char == "\t" or (columns and char.isspace() and text[i - 1].isspace()):
            gap, gap_at = "\t", i
        elif char.isspace():
            apart = columns and gap == " " and i == gap_at + 1
            gap, gap_at = ("\t", gap_at) if apart else (gap, gap_at) if gap else (" ", i)
        else:
            if gap and chars and chars[-1] != "\t" and (gap == "\t" or not (_is_wide(chars[-1]) or _is_wide(char))):
                chars.append(gap)
                offsets.append(gap_at)
            gap = ""
            chars.append(char)
            offsets.append(i)
    return _Line(widened("".join(chars)), offsets)


_BREAK = re.compile(
    r"\n|</?p>|</?div>|<br ?/?>|(?<=[。：:；])[\u3000]{2}|\u3000{2}(?=--)"
    # an item that begins with a label stands for itself, whether the one before ends with a full stop or not
    r"|(?<=[^\s])(?=\u3000{2}[^\s，。；：:]{2,14}[：:])"
)


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _BREAK.finditer(text):
        yield from _parted(text, start, match.start())
        start = match.end()
    yield from _parted(text, start, len(text))


def _parted(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Part a line that is too long, behind a sentence if there is one, else behind a comma, else anywhere."""
    while end - start > LONGEST:
        limit = start + LONGEST
        cut = max(text.rfind(mark, start, limit) for mark in "。！？；") + 1
        cut = cut or max(text.rfind(mark, start, limit) for mark in "，、\t ") + 1 or limit
        yield start, cut
        start = cut
    yield start, end


def _classify(line: _Line) -> None:
    text = line.text
    if TOC.match(text) and (_level(text) or "..." in text or "……" in text):
        line.kind = "toc"
    elif FURNITURE.match(text) or text in {"目录", "文件", "目 录"} or is_furniture(text):
        line.kind = "furniture"
    elif "\t" in text:
        line.kind = "row"
    elif BOX.match(text) and len(text) <= TITLE_LIMIT and not text.endswith("。"):
        line.kind, line.level = "box", BOX_LEVEL
    elif CAPTION.match(text) and len(text) <= 60 and not text.endswith("。"):
        line.kind = "caption"
    elif MARKDOWN.match(text):
        line.kind, line.level = "heading", len(text) - len(text.lstrip("#"))
        _cut(line, MARKDOWN.match(text))
        if level := _level(line.text):
            line.level = level
        elif BOX.match(line.text):
            line.kind, line.level = "box", BOX_LEVEL
    elif level := _level(text):
        line.kind, line.level = "heading", level
    elif BULLET.match(text):
        line.kind = "item"
        _cut(line, BULLET.match(text))


def _cut(line: _Line, match: re.Match[str] | None) -> None:
    if match:
        line.text, line.offsets = line.text[match.end() :], line.offsets[match.end() :]


def _level(text: str) -> int:
    return next((level for level, pattern in HEADINGS if pattern.match(text)), 0)


def _ends(text: str) -> bool:
    return text.rstrip(CLOSERS)[-1:] in TERMINAL if text.rstrip(CLOSERS) else True


def _open(text: str) -> bool:
    """Say whether a line cannot end here: an unclosed bracket or a trailing joiner."""
    return (
        text[-1:] in "，、（(《“—和与及的"
        or text.count("《") > text.count("》")
        or text.count("（") > text.count("）")
        or text.count("“") > text.count("”")
    )


def _continues(lines: Sequence[_Line], i: int, joined: str, wrapping: Wrapping) -> bool:
    """Decide whether line i + 1 goes on with the paragraph ``joined`` that ends in line i."""
    this, following = lines[i], lines[i + 1]
    if this.kind in {"row", "box", "caption", "toc", "furniture"} or following.kind != "text" or not following.text:
        return False
    if DATELINE.match(following.text) or IMPRINT.match(this.text) or DAY.match(following.text) or DAY.match(this.text):
        return False
    if IMPRINT.match(following.text) or is_credit(this.text) or (i < 60 and parted(this.text, following.text)):
        return False
    if (
        TITLE_ENDS.fullmatch(this.text)
        or _ends(this.text)
        or following.indented
        or len(joined) + len(following.text) > LONGEST
    ):
        return False
    if len(this.text) >= 40:
        return this.kind != "heading" or len(joined) >= 40
    if _open(joined) and len(this.text) >= 9:
        return True
    if wrapping.full(i) or _broken_off(this, following):
        return True
    if this.kind == "heading" and len(joined) <= TITLE_LIMIT and not _runs_on(joined):
        return False
    if i <= 2 and _TITLED.search(this.text) and _PREAMBLE.match(following.text):
        return False
    if SIGNATURE.search(this.text) and (SIGNATURE.search(following.text) or not following.tight):
        return False
    if not following.tight and len(following.text) > 2 * len(this.text):
        return False
    near = [len(line.text) for line in lines[max(0, i - 4) : i + 6] if line.text and line.kind == "text"]
    width = median(near) if near else 0
    return bool(8 <= width < 40 and 0.75 * width <= len(this.text) <= 1.5 * width)


def _broken_off(this: _Line, following: _Line) -> bool:
    """Say whether a line of prose stops amid a sentence, as at the foot of a page."""
    return (
        this.kind != "heading"
        and len(this.text) >= 20
        and len(following.text) >= 40
        and re.search(r"[，；。：][^，；。：]{3,30}$", this.text) is not None
        and re.match(r"[\u4e00-\u9fff]{2,16}[，、的]", following.text) is not None
    )


def _merge(lines: list[_Line], whole: bool) -> Iterator[_Line]:
    i, wrapping = 0, Wrapping(lines)
    while i < len(lines):
        line = lines[i]
        merged = _Line(line.text, list(line.offsets), line.kind, line.level)
        while not whole and i + 1 < len(lines) and _continues(lines, i, merged.text, wrapping):
            i += 1
            if merged.text[-1:].isascii() and merged.text[-1:].isalpha() and lines[i].text[:1].isascii():
                merged.text += " "
                merged.offsets.append(lines[i].offsets[0] - 1)
            merged.text += lines[i].text
            merged.offsets += lines[i].offsets
        yield merged
        i += 1


def _heading_title(text: str) -> str:
    """Take the title out of a heading line, which may run on into the paragraph."""
    first = re.split(r"[。：:]", text, maxsplit=1)[0]
    if len(first) <= TITLE_LIMIT:
        return first[:18] + ("…" if len(first) > 18 else "")
    marker = next((m.group() for _, p in HEADINGS if (m := p.match(text))), "")
    return marker or text[:12] + "…"


def _cells(text: str) -> tuple[tuple[int, int], ...]:
    spans, start = [], 0
    for part in text.split("\t"):
        spans.append((start, start + len(part)))
        start += len(part) + 1
    return tuple(spans)


def parse(name: str, text: str, *, whole: bool = False) -> Document:
    """Recover the structure of a document.

    Parameters
    ----------
    name : file name, which becomes the document's id.
    text : the original text; all offsets refer to it.
    whole : whether each line is a paragraph already, and none is broken across lines.
    """
    lines, tight = list[_Line](), True
    pieces = list(_pieces(text))
    columns, empty = aligned(text, pieces), hollow(text, pieces)
    for start, end in pieces:
        line = _clean(text, start, end, start in columns, start in empty)
        if line.text.strip():
            _classify(line)
            if line.text:
                line.tight, tight = tight, True
                line.indented = text.startswith("\u3000\u3000", start, end)
                line.sizes = sizes(text[start:end])
                lines.append(line)
        else:
            tight = False
    skipped: dict[str, int] = {}
    kept = []
    for line in lines:
        if line.kind in {"toc", "furniture"}:
            skipped[line.kind] = skipped.get(line.kind, 0) + 1
        else:
            kept.append(line)
    paragraphs: list[Paragraph] = []
    stack: list[tuple[int, str]] = []
    box = ""
    for line in _merge(join_titles(kept), whole):
        kind = line.kind
        if kind in {"heading", "box"}:
            while stack and stack[-1][0] >= line.level:
                stack.pop()
            stack.append((line.level, _heading_title(line.text)))
            box = line.text if kind == "box" else ""
            if kind == "heading" and (len(line.text) > TITLE_LIMIT or _runs_on(line.text)):
                kind = "text"
        elif box and kind == "text" and RUN_IN.match(line.text):
            while stack and stack[-1][0] >= BOX_LEVEL:
                stack.pop()
            box = ""
        section = tuple(title for _, title in stack)
        cells = _cells(line.text) if kind == "row" else ()
        paragraphs.append(Paragraph(len(paragraphs) + 1, kind, section, line.text, line.offsets, cells, box))
    return Document(name, text, tuple(paragraphs), skipped)


def _runs_on(text: str) -> bool:
    head, mark, rest = text.partition("。")
    return bool(mark and rest) or (text.endswith("。") and "，" in head)


def read_document(path: Path) -> Document:
    """Read and parse one file.

    Raises
    ------
    SourceError
        as ``loaders.readers.read_source`` says.
    """
    source = read_source(path)
    document = parse(path.name, source.text, whole=path.suffix.lower() in WHOLE_PARAGRAPHS)
    return replace(document, scanned=source.scanned, unread=source.unread)
