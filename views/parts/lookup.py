"""Finds entities by what people type: name, alias, pinyin initials, id or class."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graph.facts import Entity

# The first level of GB 2312 is ordered by pinyin: the code at which each initial begins gives the initial of 3,755
# common characters without a dictionary; initials.txt has the others. Only one reading of a character is known.
_STARTS = (
    0xB0A1, 0xB0C5, 0xB2C1, 0xB4EE, 0xB6EA, 0xB7A2, 0xB8C1, 0xB9FE, 0xBBF7, 0xBFA6, 0xC0AC, 0xC2E8,
    0xC4C3, 0xC5B6, 0xC5BE, 0xC6DA, 0xC8BB, 0xC8F6, 0xCBFA, 0xCDDA, 0xCEF4, 0xD1B9, 0xD4D1,
)  # fmt: skip
_LETTERS = "abcdefghjklmnopqrstwxyz"
_END = 0xD7FA
UNKNOWN = "?"


def initials(text: str) -> str:
    """Give the pinyin initials of Chinese text; Latin letters and digits stay, an unknown character becomes ``?``.

    Examples
    --------
    >>> initials("沈阳市"), initials("鑫海3号")
    ('sys', 'xh3h')
    """
    found = []
    for character in text.lower():
        if character.isascii():
            found.append(character if character.isalnum() else "")
        elif character.isalpha():
            found.append(_initial(int.from_bytes(character.encode("gb2312", "ignore"), "big")))
    return "".join(found)


def _initial(code: int) -> str:
    if _STARTS[0] <= code < _END:
        return _LETTERS[bisect_right(_STARTS, code) - 1]
    row, column = code // 256 - 0xD8, code % 256 - 0xA1
    rows = _second_level()
    return rows[row][column] if 0 <= row < len(rows) and 0 <= column < len(rows[row]) else UNKNOWN


@cache
def _second_level() -> list[str]:
    """Read the initials of the second level of GB 2312, a row of 94 characters a line."""
    return Path(__file__).with_name("initials.txt").read_text(encoding="ascii").split()


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


@dataclass(frozen=True, slots=True)
class Hit:
    """An entity that fits what was typed, and the form that fitted."""

    entity: str
    form: str
    rank: int


def forms(entities: Iterable[Entity]) -> list[Form]:
    """List every name and alias, names first within an entity."""
    found = []
    for entity in entities:
        found.append(Form(entity.name, entity.id, False, initials(entity.name)))
        for alias in entity.aliases:
            if alias != entity.name:
                found.append(Form(alias, entity.id, True, initials(alias)))
    return found


def find(typed: str, known: Iterable[Form], captions: dict[str, tuple[str, ...]], *, limit: int = 30) -> list[Hit]:
    """Find entities: exact id or form, then beginning, then inside, then initials, then all of a class.

    ``captions`` gives for each entity id the names of its class that people may type.
    """
    wanted = "".join(typed.split()).lower()
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
    text = "".join(form.text.split()).lower()
    tests = (
        wanted in (text, form.entity.lower()),
        text.startswith(wanted),
        wanted in text,
        wanted.isascii() and wanted.isalnum() and fits(wanted, form.letters),
        wanted in captions,
        wanted in form.entity.lower(),
    )
    return next((rank for rank, true in enumerate(tests) if true), None)
