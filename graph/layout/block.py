"""Blocks of labels: what stands in a member, as tidy columns beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.layout.frame import caption
from graph.layout.measure import fitted, height, width
from graph.layout.polecore import SHOWN, Member, Unit
from graph.layout.scene import FAINT, INK, Box, Mark, Text, owned
from graph.layout.wording import say
from ontology.schema import load_schema

_HANDICAP = dict(zip(SHOWN, (0.0, 0.0, 0.0, 0.5, 0.5, 1.0, 6.0, 6.0, 2.0), strict=True))
_NAMED_AFTER_PLACE = frozenset({"Zone", "Lab", "Cluster", "Incubator"})
_LEAST, _NAMED, _MANY = 3, 2, 10
_MARK, _GAP, _BETWEEN = 0.105, 0.07, 0.16


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a block; ``label`` is the class, empty for a line that counts what is not shown."""

    id: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """Columns of items, each column with its width."""

    columns: tuple[tuple[Item, ...], ...]
    widths: tuple[float, ...]
    size: float
    line: float

    @property
    def width(self) -> float:
        """Width of all columns with their marks."""
        return sum(w + _MARK + _GAP for w in self.widths) + _BETWEEN * max(0, len(self.widths) - 1)

    @property
    def height(self) -> float:
        """Height of the longest column."""
        return max(map(len, self.columns), default=0) * self.line


def items(
    member: Member, others: Iterable[str], most: int, size: float, room: float, language: str = "zh"
) -> list[Item]:
    """Choose what is shown of a member in so many lines; what is not is counted in the last of them.

    Every class has its best known first; classes that carry the innovation (zones, platforms, schools) come before
    companies.
    """
    units = list(member.units)
    shown, more = units, list[Item]()
    if len(units) > most:
        counts = 2 if most >= _MANY else 1
        shown = _best(units, max(0, most - counts))
        more = _counted(
            member.id, Counter(u.label for u in units) - Counter(u.label for u in shown), counts, language, size, room
        )
    chosen = {u.id for u in shown}
    names = {u.id: _name(u, member, others) for u in units if u.id in chosen}
    twice = Counter(names.values())
    return [
        Item(u.id, u.label, fitted(names[u.id] if twice[names[u.id]] == 1 else u.name, size, room))
        for u in units
        if u.id in chosen
    ] + (more if most else [])


def block(found: Sequence[Item], columns: int, size: float) -> Block:
    """Arrange items in columns, filled one after the other."""
    rows = -(-len(found) // columns)
    parts = tuple(tuple(found[start : start + rows]) for start in range(0, len(found), max(rows, 1)))
    widths = tuple(max(width(item.text, size) for item in part) for part in parts)
    return Block(parts, widths, size, height(size) * 1.28)


def shapes(owner: str, content: Block, box: Box, align: str) -> tuple[list[Mark], list[Text]]:
    """Place the marks and texts of a block; with ``align`` r, marks stand to the right of their texts."""
    schema = load_schema()
    marks, texts = [], []
    edge = box.left if align == "l" else box.right
    for column, wide in zip(content.columns, content.widths, strict=True):
        top = box.top + (content.height - len(column) * content.line) / 2 if len(content.columns) == 1 else box.top
        for number, item in enumerate(column):
            y = top + (number + 0.5) * content.line
            half = height(content.size) / 2
            inner = _MARK + _GAP
            x = edge + _MARK / 2 if align == "l" else edge - _MARK / 2
            left = edge + inner if align == "l" else edge - inner - wide
            name = owned(owner, item.id)
            type_ = schema.entity_types.get(item.label)
            if type_ is None:
                marks.append(Mark(name, x, y, _MARK, "dot", FAINT, hollow=True))
            else:
                marks.append(Mark(name, x, y, _MARK, type_.shape, type_.colour))
            colour = INK if type_ is not None else FAINT
            texts.append(Text(name, Box(left, y - half, left + wide, y + half), item.text, content.size, align, colour))
        step = wide + _MARK + _GAP + _BETWEEN
        edge += step if align == "l" else -step
    return marks, texts


def _best(units: Sequence[Unit], most: int) -> list[Unit]:
    place: Counter[str] = Counter()
    ranked = []
    for unit in units:
        ranked.append((place[unit.label] + _HANDICAP[unit.label], SHOWN.index(unit.label), unit))
        place[unit.label] += 1
    return [unit for _, _, unit in sorted(ranked, key=lambda r: r[:2])[:most]]


def _counted(owner: str, hidden: Counter[str], lines: int, language: str, size: float, room: float) -> list[Item]:
    """Say how many of each class are not shown, the most frequent first, the rest together.

    Where there is little room fewer classes are named, in the end none.
    """
    found = sorted(hidden.items(), key=lambda item: (-item[1], SHOWN.index(item[0])))
    texts: list[str] = []
    for most in range(_NAMED, -1, -1):
        named, rest = found[: most * lines], found[most * lines :]
        if len(rest) == 1 and most:
            named, rest = found, []
        parts = [f"+{number} {caption(label, language, number)}" for label, number in named]
        number = sum(number for _, number in rest)
        parts += [f"+{number} {say('other', language)}" if named else f"+{number}"] if rest else []
        each = -(-len(parts) // lines)
        texts = ["  ".join(parts[start : start + each]) for start in range(0, len(parts), each)]
        if max(width(text, size) for text in texts) <= room:
            break
    return [Item(f"{owner}+{number}", "", text) for number, text in enumerate(texts)]


def _name(unit: Unit, member: Member, others: Iterable[str]) -> str:
    """Leave out the name of the place where the picture shows it."""
    rest = unit.name.removeprefix(member.name).removeprefix(member.short)
    if unit.label in _NAMED_AFTER_PLACE and len(rest) >= _LEAST and not rest.startswith((*others, *"市、（(-—·")):
        return rest
    return unit.name
