"""Shows a passage: the quotation with the words of the two ends marked, and its place; everything is escaped."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from graph.facts import Entity, Evidence
from loaders.readers import read_text
from ontology.errors import SourceError
from views.parts.escape import html
from views.parts.snapshot import Snapshot
from views.parts.wording import say

VARIABLE = "POLECORE_DOCUMENTS"
_SUFFIX = re.compile(r"(?<=..)[省市区县]$")
_LINES = re.compile(r"\s*\n\s*")


def written_forms(entity: Entity) -> tuple[str, ...]:
    """List the forms by which a passage may name an entity, the longest first."""
    forms = {form for form in (entity.name, *entity.aliases) if len(form) > 1}
    forms |= {_SUFFIX.sub("", form) for form in forms}
    return tuple(sorted(forms, key=lambda form: (-len(form), form)))


def mark(quote: str, ends: Sequence[Sequence[str]]) -> str:
    """Escape a quotation and mark the words of each end; the first end has the class ``a``, the second ``b``.

    Examples
    --------
    >>> mark("<甲厂>在乙市", [["甲厂"], ["乙市"]])
    '&lt;<mark class="a">甲厂</mark>&gt;在<mark class="b">乙市</mark>'
    """
    owner = {form: "ab"[number] for number, forms in reversed(list(enumerate(ends[:2]))) for form in forms if form}
    if not owner:
        return html(quote)
    pattern = re.compile("|".join(re.escape(form) for form in sorted(owner, key=lambda form: (-len(form), form))))
    parts, done = [], 0
    for match in pattern.finditer(quote):
        parts.append(html(quote[done : match.start()]))
        parts.append(f'<mark class="{owner[match.group()]}">{html(match.group())}</mark>')
        done = match.end()
    return "".join([*parts, html(quote[done:])])


def place(evidence: Evidence, language: str, title: str = "") -> str:
    """Say where a passage stands, escaped."""
    parts = [
        f'<b class="doc">{html(f"{title} ({evidence.document})" if title else evidence.document)}</b>',
        html(evidence.section) if evidence.section else "",
        say("passage.paragraph", language, number=evidence.paragraph) if evidence.paragraph else "",
        say("passage.characters", language, start=evidence.start, end=evidence.end),
    ]
    return " · ".join(part for part in parts if part)


@lru_cache(maxsize=32)
def _text(path: str, changed: int) -> str:
    try:
        return read_text(Path(path))
    except SourceError:
        return ""


def quotation(evidence: Evidence, ends: Sequence[Sequence[str]]) -> str:
    """Give the quotation: the stored one, else the span of the document in POLECORE_DOCUMENTS.

    A span that names none of the ends is not shown: the file there is then another version than the one that was read.
    """
    if evidence.quote:
        return evidence.quote
    folder = os.environ.get(VARIABLE, "")
    name = evidence.document
    path = Path(folder) / name
    if not folder or Path(name).name != name or not path.is_file():
        return ""
    quote = _text(str(path), path.stat().st_mtime_ns)[evidence.start : evidence.end]
    compact = "".join(quote.split())
    return quote if any(form in compact for forms in ends for form in forms) else ""


def wordless(snapshot: Snapshot) -> bool:
    """Tell whether no passage of the graph has its words, and no folder of documents is named to take them from."""
    if os.environ.get(VARIABLE):
        return False
    return snapshot.once(
        "wordless", lambda: not any(e.quote for entity in snapshot.entities.values() for e in entity.evidence)
    )  # fmt: skip


def passage(evidence: Evidence, ends: Sequence[Sequence[str]], language: str, title: str = "") -> str:
    """Give the HTML of one piece of evidence."""
    quote = _LINES.sub(" " if language == "en" else "", quotation(evidence, ends)).strip()
    words = (
        f"<blockquote>{mark(quote, ends)}</blockquote>"
        if quote
        else f'<p class="none" title="{html(say("passage.why", language))}">{say("passage.none", language)}</p>'
    )
    return f'<div class="passage">{words}<p class="place">{place(evidence, language, title)}</p></div>'
