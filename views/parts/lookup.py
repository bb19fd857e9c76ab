"""Finds entities by what people type: name, alias, pinyin initials, id or class."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pypinyin import Style, lazy_pinyin

from graph.facts import Entity
from views.parts.snapshot import Snapshot
from views.parts.vocabulary import Vocabulary

UNKNOWN = "?"


def initials(text: str) -> str:
    """Give the pinyin initials of Chinese text; Latin letters and digits stay, an unknown letter becomes ``?``.

    Examples
    --------
    >>> initials("沈阳市"), initials("重庆3号")
    ('sys', 'cq3h')
    """
    return "".join(lazy_pinyin(text.lower(), style=Style.FIRST_LETTER, errors=_other))


def _other(characters: str) -> str:
    """Treat a run of characters that have no pinyin."""
    return "".join((c if c.isascii() else UNKNOWN) if c.isalnum() else "" for c in characters)


def fits(typed: str, letters: str) -> bool:
    """Tell whether typed letters are the beginning of initials; an unknown character fits any letter."""
    return len(typed) <= len(letters) and all(b in (a, UNKNOWN) for a, b in zip(typed, letters, strict=False))


@dataclass(frozen=True, slots=True)
class Form:
    """One written form of an entity; ``alias`` tells that it is not the name."""

    text: str
    entity: str
    alias: bool
    letters: str
    folded: str
    """the text as it is compared: without spaces, in lower case"""


@dataclass(frozen=True, slots=True)
class Hit:
    """An entity that fits what was typed, and the form that fitted."""

    entity: str
    form: str
    rank: int


WHOLE = frozenset({0, 3})
"""Ranks of hits whose whole form, or all of whose initials, were typed."""


def only(hits: Sequence[Hit]) -> str:
    """Give the entity that is meant: the single hit, or the single one that was typed in full; else nothing."""
    if len(hits) == 1 or (hits and hits[0].rank in WHOLE and hits[1].rank > hits[0].rank):
        return hits[0].entity
    return ""


def fold(text: str) -> str:
    """Bring what is typed, and what it is compared with, to one form."""
    return "".join(text.split()).lower()


def class_names(snapshot: Snapshot, words: Vocabulary) -> dict[str, tuple[str, ...]]:
    """Give for each entity the names of its class that people may type."""
    return snapshot.once(
        "class_names", lambda: {e.id: words.class_names(e.label) for e in snapshot.entities.values()}
    )  # fmt: skip


def forms(entities: Iterable[Entity]) -> list[Form]:
    """List every name and alias, names first within an entity."""
    found = []
    for entity in entities:
        found.append(Form(entity.name, entity.id, False, initials(entity.name), fold(entity.name)))
        for alias in entity.aliases:
            if alias != entity.name:
                found.append(Form(alias, entity.id, True, initials(alias), fold(alias)))
    return found


def find(typed: str, known: Iterable[Form], captions: dict[str, tuple[str, ...]], *, limit: int = 30) -> list[Hit]:
    """Find entities: exact id or form, then beginning, inside, all initials, their beginning, then all of a class.

    ``captions`` gives for each entity id the names of its class that people may type.
    """
    wanted = fold(typed)
    if not wanted:
        return []
    best: dict[str, Hit] = {}
    length: dict[str, int] = {}
    for form in known:
        rank = _rank(wanted, form, captions.get(form.entity, ()))
        if rank is None:
            continue
        held = best.get(form.entity)
        if held is None or rank < held.rank:
            best[form.entity] = Hit(form.entity, form.text, rank)
            length[form.entity] = len(form.text)
    return sorted(best.values(), key=lambda hit: (hit.rank, length[hit.entity], hit.entity))[:limit]


def _rank(wanted: str, form: Form, captions: tuple[str, ...]) -> int | None:
    """Say how well a form fits; tried in order, as of a large graph nearly every form fits in no way."""
    text, key = form.folded, form.entity.lower()
    if wanted in text:
        return 0 if wanted in (text, key) else 1 if text.startswith(wanted) else 2
    if wanted == key:
        return 0
    if wanted == form.letters:
        return 3
    if (
        form.letters[:1] in (wanted[0], UNKNOWN)
        and wanted.isascii()
        and wanted.isalnum()
        and fits(wanted, form.letters)
    ):
        return 4
    if wanted in captions:
        return 5
    return 6 if wanted in key else None
