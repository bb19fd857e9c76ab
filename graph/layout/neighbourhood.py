"""An entity and all that it is tied to, gathered by what ties them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.facts import Entity, Facts, Relation
from graph.layout.frame import caption, documents_table, head, legend, line, sources
from graph.layout.measure import fitted, height, width
from graph.layout.paper import SLIDE, Page
from graph.layout.polecore import titled
from graph.layout.scene import (
    FAINT,
    PALE,
    POINT,
    POLE,
    RULE,
    TIE,
    Badge,
    Box,
    Disc,
    Link,
    Mark,
    Panel,
    Scene,
    Table,
    owned,
)
from graph.layout.wording import heads, say
from ontology.errors import QueryError
from ontology.schema import load_schema

_UNDIRECTED = frozenset({"COLLABORATES_WITH"})
_PAD, _BETWEEN, _MARK = 0.1, 0.13, 0.105
_MOST, _LISTED = 24, 12
_LARGER = (1.5, 1.4, 1.3, 1.2, 1.1)


@dataclass(frozen=True, slots=True)
class _Group:
    """The neighbours that one kind of tie joins, the best known first."""

    type: str
    incoming: bool
    ties: tuple[tuple[Relation, Entity], ...]

    @property
    def id(self) -> str:
        return f"{self.type} {'in' if self.incoming else 'out'}"

    def name(self, language: str) -> str:
        type_ = load_schema().relation_types[self.type]
        if self.incoming:
            return type_.inverse_zh if language == "zh" else type_.inverse_en
        return type_.label_zh if language == "zh" else type_.label_en


def neighbours(facts: Facts, entity_id: str, page: Page = SLIDE, language: str = "zh") -> Scene:
    """Compose the neighbourhood of an entity.

    Raises
    ------
    QueryError
        if it has no ties.
    """
    known = {e.id: e for e in facts.entities}
    entity = known[entity_id]
    degree = Counter(end for r in facts.relations for end in (r.source, r.target))
    groups = _groups(facts, entity_id, known, degree)
    if not groups:
        raise QueryError(f"{entity.name}: has no ties among what is selected; widen the selection")
    scene = Scene(page.width, page.height, say("title.neighbourhood", language, entity=entity.name))
    _place(entity, groups, degree, page, scene, language)
    others = {e.id for g in groups for _, e in g.ties}
    ties = sum(len(g.ties) for g in groups)
    class_ = caption(entity.label, language)
    notes = [
        say("note.neighbourhood", language, class_=class_, ties=ties, others=len(others)), say("note.hops", language),
    ]  # fmt: skip
    head(scene, page, notes, "、".join(entity.aliases))
    drawn = {mark.id.partition("/")[2].partition(":")[0] for mark in scene.marks}
    legend(scene, page, drawn & set(load_schema().entity_types), (), language)
    cited = {e.document for g in groups for r, _ in g.ties for e in r.evidence}
    documents = tuple(row for row in titled(facts) if row[0] in cited)
    sources(scene, page, documents, language)
    scene.tables = [
        *(_table(group, language, fresh=number == 0) for number, group in enumerate(groups)),
        documents_table(documents, language),
    ]
    return scene


def _groups(facts: Facts, centre: str, known: dict[str, Entity], degree: Counter[str]) -> list[_Group]:
    found: defaultdict[tuple[str, bool], list[tuple[Relation, Entity]]] = defaultdict(list)
    for relation in facts.relations:
        if centre in (relation.source, relation.target) and relation.source != relation.target:
            incoming = relation.target == centre
            other = known[relation.source if incoming else relation.target]
            found[relation.type, incoming and relation.type not in _UNDIRECTED].append((relation, other))
    order = list(load_schema().relation_types)
    groups = [
        _Group(type_, incoming, tuple(sorted(ties, key=lambda t: (-degree[t[1].id], t[1].name, t[1].id))))
        for (type_, incoming), ties in found.items()
    ]
    return sorted(groups, key=lambda g: (-len(g.ties), order.index(g.type), g.incoming))


def _place(
    entity: Entity, groups: Sequence[_Group], degree: Counter[str], page: Page, scene: Scene, language: str
) -> None:
    middle = page.width / 2, (page.area.top + page.area.bottom) / 2
    scene.discs.append(_centre(entity, page, middle))
    radius = scene.discs[0].radius
    room = page.width / 2 - radius - 0.95 - 0.4
    high = page.area.bottom - page.area.top - 0.15
    page = _enlarged(groups, page, room, high)
    for number, side in enumerate(_sides(groups)):
        right = number == 0
        rows = _filled(side, high, page)
        spare = high - sum(_card_height(n, page) + _BETWEEN for n in rows)
        top = page.area.top + 0.1 + spare / 2
        for group, most in zip(side, rows, strict=True):
            tall = _card_height(most, page)
            left = page.width - 0.4 - room if right else 0.4
            box = Box(left, top, left + room, top + tall)
            _card(group, degree, most, box, page, scene, language)
            _join(scene, group, box, page, right=right)
            top += tall + _BETWEEN


def _enlarged(groups: Sequence[_Group], page: Page, room: float, high: float) -> Page:
    """Write larger as long as everything stays whole: few neighbours need not leave the page empty."""
    for share in _LARGER:
        large = replace(page, label=page.label * share)
        tall = max(sum(_card_height(len(g.ties), large) + _BETWEEN for g in side) for side in _sides(groups))
        names = (f"{other.name} 000" for group in groups for _, other in group.ties)
        widest = max(width(name, large.label) for name in names) + 2 * _PAD + _MARK + 0.18
        if tall <= high and widest <= room:
            return large
    return page


def _filled(side: Sequence[_Group], high: float, page: Page) -> list[int]:
    """Give each card a line, then one more in turn as long as it has names to show and there is room."""
    rows = [1] * len(side)
    while able := [i for i, group in enumerate(side) if rows[i] < min(_MOST, len(group.ties))]:
        # all names first, then one column of whole names in place of two of cut ones
        next_ = min(able, key=lambda i: (not _hidden(side[i], rows[i]), rows[i]))
        if sum(_card_height(n, page) + _BETWEEN for n in rows) + _step(page) > high:
            break
        rows[next_] += 1
    return rows


def _hidden(group: _Group, rows: int) -> bool:
    return len(group.ties) > 2 * rows


def _centre(entity: Entity, page: Page, middle: tuple[float, float]) -> Disc:
    size, radius = page.label * 1.3, page.pole * 1.35
    each = max(2, int(radius * 1.5 / (size / 72)))
    name = entity.name
    while len(name) > each * 4:
        size -= 0.5
        each = max(2, int(radius * 1.5 / (size / 72)))
    lines = -(-len(name) // each)
    each = -(-len(name) // lines)
    text = "\n".join(name[start : start + each] for start in range(0, len(name), each))
    return Disc(entity.id, *middle, radius, text, size, POLE)


def _sides(groups: Sequence[_Group]) -> tuple[list[_Group], list[_Group]]:
    """Share the groups out on two sides, as evenly high as may be."""
    sides: tuple[list[_Group], list[_Group]] = ([], [])
    heights = [0, 0]
    for group in groups:
        side = heights.index(min(heights))
        sides[side].append(group)
        heights[side] += min(_MOST, -(-len(group.ties) // 2)) + 2
    return sides


def _step(page: Page) -> float:
    return height(page.label) * 1.2


def _card_height(rows: int, page: Page) -> float:
    return (rows + 1.15) * _step(page) + 2 * _PAD


def _card(
    group: _Group, degree: Counter[str], rows: int, box: Box, page: Page, scene: Scene, language: str
) -> None:  # fmt: skip
    scene.panels.append(Panel(f"card {group.id}", box, PALE, RULE))
    size, step = page.label, _step(page)
    top = box.top + _PAD
    title = f"{group.name(language)} {len(group.ties)}"
    line(scene, f"card {group.id}", box.left + _PAD, top + step / 2, fitted(title, size, box.right - box.left - 0.3),
         size, bold=True, colour=POINT)  # fmt: skip
    columns = 1 if len(group.ties) <= rows else 2
    shown = list(group.ties) if len(group.ties) <= columns * rows else list(group.ties[: columns * rows - 1])
    wide = (box.right - box.left - 2 * _PAD) / columns
    top += step * 1.15
    types = load_schema().entity_types
    for number, (_, other) in enumerate(shown):
        x, y = box.left + _PAD + number // rows * wide, top + (number % rows + 0.5) * step
        type_ = types[other.label]
        scene.marks.append(
            Mark(owned(group.id, other.id), x + _MARK / 2, y, _MARK, type_.shape, type_.colour)
        )  # fmt: skip
        more = f" {degree[other.id] - 1}" if degree[other.id] > 1 else ""
        room = wide - _MARK - 0.18
        text = fitted(other.name, size, room - width(more, size)) + more
        line(scene, owned(group.id, other.id), x + _MARK + 0.08, y, text, size)
    if len(shown) < len(group.ties):
        number = len(shown)
        x, y = box.left + _PAD + number // rows * wide, top + (number % rows + 0.5) * step
        more = say("more.units", language, count=len(group.ties) - number)
        line(scene, f"{group.id} more", x + _MARK + 0.08, y, fitted(more, size * 0.9, wide - 0.2), size * 0.9,
             colour=FAINT)  # fmt: skip


def _join(scene: Scene, group: _Group, box: Box, page: Page, *, right: bool) -> None:
    """Tie a card to the entity, with the number of ties on the line."""
    centre = scene.discs[0]
    x, y = (box.left if right else box.right), (box.top + box.bottom) / 2
    dx, dy = x - centre.x, y - centre.y
    away = (dx * dx + dy * dy) ** 0.5
    start = centre.x + dx / away * centre.radius, centre.y + dy / away * centre.radius
    thick = round(1.2 + min(4.0, 0.4 * len(group.ties)), 2)
    link = Link(centre.id, f"card {group.id}", *start, x, y, thick, TIE, "tie")
    scene.links.append(link)
    size, text = page.label * 0.9, str(len(group.ties))
    w, h = max(width(text, size) + 0.1, height(size)), height(size) * 1.1
    bx, by = link.at(0.62)
    box = Box(bx - w / 2, by - h / 2, bx + w / 2, by + h / 2)
    scene.badges.append(Badge(f"number {group.id}", box, text, size, POLE))


def _table(group: _Group, language: str, *, fresh: bool) -> Table:
    rows = []
    for relation, other in group.ties:
        cited = list(
            dict.fromkeys(f"{e.document} {say('section', language, number=e.paragraph)}" for e in relation.evidence)
        )
        said = say("between", language).join(cited[:_LISTED])
        confidence = f"{relation.confidence:.2f}" + (f" {say('derived', language)}" if relation.derived else "")
        rows.append((other.name, caption(other.label, language), confidence, said))
    title = say("table.neighbours", language, caption=group.name(language))
    columns = heads("table.neighbours.columns", language)
    return Table(title, columns, (0.36, 0.14, 0.12, 0.38), tuple(rows), fresh=fresh)
