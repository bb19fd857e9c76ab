"""The diagram that every picture format draws, and the layout that it takes if none is named."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

from graph.export.csv import csv_lines
from graph.export.files import put
from graph.facts import Facts
from graph.layout.diagram import diagram
from graph.layout.page import SLIDE, Page
from graph.layout.polecore import polecore
from graph.layout.scene import Scene
from graph.projection.build import project
from graph.projection.region import Layout
from ontology.errors import QueryError

_FEWEST = 3


def scene(facts: Facts, layouts: Sequence[Layout] = (), page: Page = SLIDE, region: str | None = None) -> Scene:
    """Compose the diagram of a region.

    Parameters
    ----------
    layouts : the layouts of the lexicon, which name poles and members.
    region : its name; without it the one with a layout, or that with most cities.
    """
    if region is None and not any(_present(facts, layout) for layout in layouts):
        layouts = [stated_layout(facts)]
    elif region is not None:
        layouts = [*layouts, *_stated(facts, region)]
    return diagram(polecore(project(facts, layouts, region=region)), page)


def stated_layout(facts: Facts) -> Layout:
    """Find the region with most cities; its pole is the city that most things are tied to.

    Raises
    ------
    QueryError
        if no region has enough cities.
    """
    cities = _cities(facts)
    region = max(cities, key=lambda r: (len(cities[r]), r), default=None)
    if region is None or len(cities[region]) < _FEWEST:
        raise QueryError("no region here has three cities or more; load documents about one, or widen the selection")
    return _layout(facts, region, cities[region])


def _stated(facts: Facts, region: str) -> list[Layout]:
    """Give what the facts say of a region; it stands behind the layouts of the lexicon."""
    names = {e.id: {e.id, e.name, *e.aliases} for e in facts.entities if e.label == "Region"}
    return [_layout(facts, id_, found) for id_, found in _cities(facts).items() if region in names.get(id_, ())]


def _cities(facts: Facts) -> dict[str, set[str]]:
    labels = {e.id: e.label for e in facts.entities}
    cities: defaultdict[str, set[str]] = defaultdict(set)
    for relation in facts.relations:
        if relation.type == "PART_OF" and labels.get(relation.source) == "City":
            cities[relation.target].add(relation.source)
    return dict(cities)


def _layout(facts: Facts, region: str, cities: set[str]) -> Layout:
    names = {e.id: e.name for e in facts.entities}
    ties = Counter(end for r in facts.relations for end in (r.source, r.target))
    return Layout(names[region], names[max(cities, key=lambda c: (ties[c], c))])


def _present(facts: Facts, layout: Layout) -> bool:
    return any(layout.region in (e.name, *e.aliases) for e in facts.entities if e.label == "Region")


def tables(drawn: Scene, out: Path) -> list[Path]:
    """Write the tables of a picture that has no pages of its own for them, as CSV beside it."""
    lines: list[str] = []
    for table in drawn.tables:
        lines += [*csv_lines((table.title,), ()), *csv_lines(table.columns, table.rows), "\n"]
    return [put(out.with_name(f"{out.stem}-tables.csv"), "\ufeff" + "".join(lines))]
