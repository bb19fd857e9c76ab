"""What stands around every picture: title, notes, legend, sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.language import LANGUAGES
from graph.layout.measure import fitted, height, width
from graph.layout.missing import MissingTie
from graph.layout.paper import Page
from graph.layout.polecore import SHOWN, Documents
from graph.layout.scene import FAINT, GAP, INK, POINT, SIDE, TIE, Box, Link, Mark, Scene, Table, Text
from graph.layout.wording import heads, say
from ontology.schema import load_schema

_SHORT = {
    "Zone": ("园区", "zone"), "Lab": ("平台", "platform"), "University": ("高校", "university"),
    "ResearchInstitute": ("院所", "institute"), "Alliance": ("联盟", "alliance"), "Cluster": ("集群", "cluster"),
    "Incubator": ("孵化器", "incubator"), "ServiceAgency": ("服务机构", "agency"), "Company": ("企业", "company"),
}  # fmt: skip
_EDGE = 0.4
_MANY = 2
_SMALL = 0.82
"""The least size of a legend on one line, of that of labels."""


@dataclass(frozen=True, slots=True)
class Key:
    """A line of the legend: how it is drawn and what it means."""

    colour: str
    width: float
    text: str
    dashed: bool = False


def caption(label: str, language: str = "zh", count: int = 1) -> str:
    """Name a class in a word, in English of one or of many.

    Examples
    --------
    >>> caption("University", "en"), caption("City", "en", 2), caption("Company", "zh", 2)
    ('university', 'cities', '企业')
    """
    if label in _SHORT:
        text = _SHORT[label][LANGUAGES.index(language)]
    else:
        type_ = load_schema().node_types[label]
        text = type_.label_zh if language == "zh" else type_.label_en.lower()
    if language == "zh" or count == 1:
        return text
    return f"{text[:-1]}ies" if text.endswith("y") else f"{text}s"


def line(
    scene: Scene, name: str, left: float, middle: float, text: str, size: float, align: str = "l",
    *, colour: str = INK, bold: bool = False,
) -> None:  # fmt: skip
    """Write a line of text at a place; ``left`` is its right edge or middle if it is aligned so."""
    wide, half = width(text, size), height(size) / 2
    left -= {"l": 0.0, "r": wide, "c": wide / 2}[align]
    scene.texts.append(
        Text(name, Box(left, middle - half, left + wide, middle + half), text, size, align, colour, bold)
    )


def head(scene: Scene, page: Page, notes: Sequence[str], lead: str = "") -> None:
    """Write the title, what the picture says in a line, and notes on how to read it."""
    size = page.label * 0.86
    widest = max((width(note, size) for note in notes), default=0.0)
    notes_room = min(widest, page.width * 0.56)
    room = page.width - 2 * _EDGE - notes_room - 0.3
    big = page.label * 2.2
    while big > page.label * 1.4 and width(scene.title, big) > room:
        big -= 0.5
    line(scene, "title", _EDGE, 0.48, fitted(scene.title, big, room), big, bold=True, colour=POINT)
    for place, note in enumerate(notes):
        middle = 0.32 + place * height(size) * 1.2
        line(
            scene, f"note {place}", page.width - _EDGE, middle, fitted(note, size, notes_room), size, "r", colour=FAINT
        )
    if lead:
        size = page.label
        line(scene, "lead", _EDGE, 0.83, fitted(lead, size, page.width - 2 * _EDGE), size, colour=FAINT)


def legend(scene: Scene, page: Page, labels: Iterable[str], keys: Iterable[Key], language: str = "zh") -> None:
    """Explain the shapes and lines that the picture has."""
    present = set(labels)
    parts = [label for label in (*SHOWN, *sorted(present - set(SHOWN))) if label in present]
    keys = list(keys)
    rows, size, gap = [(parts, keys)], page.label * 0.92, 0.24
    if _length(parts, keys, page.label * _SMALL, 0.16, language) > page.width - 0.9:
        rows = [(parts, []), ([], keys)]
    while size > page.label * 0.6 and any(_length(*row, size, gap, language) > page.width - 0.9 for row in rows):
        size, gap = size - 0.25, max(0.12, gap - 0.02)
    for (shapes, lines), above in zip(rows, (0.56,) if len(rows) == 1 else (0.71, 0.48), strict=True):
        _row(scene, shapes, lines, page.height - above, (size, gap), language)


def _row(
    scene: Scene, labels: Sequence[str], keys: Sequence[Key], y: float, look: tuple[float, float], language: str
) -> None:  # fmt: skip
    x, (size, gap), types = 0.45, look, load_schema().entity_types
    for label in labels:
        text = caption(label, language, _MANY)
        scene.marks.append(Mark(f"legend {label}", x, y, 0.13, types[label].shape, types[label].colour))
        line(scene, f"legend {label}", x + 0.13, y, text, size)
        x += 0.13 + width(text, size) + gap
    for number, key in enumerate(keys):
        scene.links.append(
            Link("", f"legend {number}", x, y, x + 0.4, y, key.width, key.colour, "legend", dashed=key.dashed)
        )
        line(scene, f"legend line {number}", x + 0.47, y, key.text, size)
        x += 0.47 + width(key.text, size) + gap


def tie_keys(missing: Sequence[MissingTie] | None, language: str = "zh") -> list[Key]:
    """Explain the lines between members; what is dashed names the lists of gaps that it comes from.

    Parameters
    ----------
    missing : the gaps that are drawn; an empty list: they were asked for, and none is well founded.
    """
    keys = [Key(TIE, 4.0, say("legend.tie", language)), Key(SIDE, 1.4, say("legend.side", language))]
    if missing:
        names = [say(f"legend.{name}", language) for name in sorted({name for tie in missing for name in tie.lists})]
        text = say("legend.gap", language, lists=say("between", language).join(names))
        keys.append(Key(GAP, 1.5, text, dashed=True))
    elif missing is not None:
        keys.append(Key(GAP, 1.5, say("legend.nogap", language), dashed=True))
    return keys


def _length(labels: Sequence[str], keys: Sequence[Key], size: float, gap: float, language: str) -> float:
    return sum(0.13 + width(caption(label, language, _MANY), size) + gap for label in labels) + sum(
        0.47 + width(key.text, size) + gap for key in keys
    )


def sources(scene: Scene, page: Page, documents: Documents, language: str = "zh") -> None:
    """Name the documents behind the picture, with dates, as far as there is room."""
    left, right = ("《", "》") if language == "zh" else ("", "")
    said = [
        (f"{left}{title}{right}" if title else name) + say("bracket", language, text=date or say("undated", language))
        for name, title, date in sorted(documents, key=lambda d: (not d[1], not d[2]))
    ]
    size, room = page.label * 0.8, page.width - 0.85
    start, comma = say("sources", language), say("between", language)
    text = start + comma.join(said)
    rest = said[:]
    while rest and width(text, size) > room:
        rest.pop()
        text = start + say("sources.more", language, said=comma.join(rest), count=len(said))
    line(scene, "sources", _EDGE, page.height - 0.24, fitted(text, size, room), size, colour=FAINT)


def documents_table(documents: Documents, language: str = "zh") -> Table:
    """List the documents with their dates."""
    rows = tuple((title or name, date or say("unknown", language), name) for name, title, date in documents)
    return Table(say("table.sources", language), heads("table.sources.columns", language), (0.56, 0.14, 0.3), rows)
