"""Evidence of one document: each of its passages is quoted once, however many facts it states."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.facts import Evidence
from loaders import ocr
from loaders.documents import Document, Paragraph


@dataclass(slots=True)
class Quotes:
    """Quotes a document; thousands of copies of a passage would have to go from one process to another."""

    document: Document
    _known: dict[tuple[int, int, int], tuple[str, str, str]] = field(default_factory=dict, init=False, repr=False)

    def evidence(self, paragraph: Paragraph, start: int, end: int, rule: str) -> Evidence:
        """Give a span of a paragraph as evidence; one character at least."""
        at, to = paragraph.span(start, max(end, start + 1))
        key = (paragraph.number, at, to)
        if key not in self._known:
            mark = "" if self.document.recognition(at, to) is None else ocr.MARK
            self._known[key] = " / ".join(paragraph.section), self.document.text[at:to], mark
        section, quote, mark = self._known[key]
        return Evidence(self.document.name, section, paragraph.number, at, to, quote, rule + mark)
