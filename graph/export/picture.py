"""The diagram that every picture format draws, and the layout that it takes if none is named."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from graph.export.csv import csv_lines
from graph.export.files import put
from graph.facts import Facts
from graph.layout.diagram import diagram
from graph.layout.page import SLIDE, Page
from graph.layout.polecore import Layout, polecore
from graph.layout.scene import Scene
from ontology.errors import QueryError

_FEWEST = 3


def scene(facts: Facts, layout: Layout | None = None, page: Page = SLIDE) -> Scene:
    """Compose the diagram of a layout; without one, of the region that the facts say most about."""
    return diagram(polecore(facts, layout or stated_layout(facts)), page)


def stated_layout(facts: Facts) -> Layout:
    """Find the region with most cities; its pole is the city that most things are tied to.

    Raises
    ------
    QueryError
        if no region has enough cities.
    """
    names = {e.id: e.name for e in facts.entities}
    labels = {e.id: e.label for e in facts.entities}
    cities: defaultdict[str, set[str]] = defaultdict(set)
    ties: defaultdict[str, int] = defaultdict(int)
    for relation in facts.relations:
        ties[relation.source] += 1
        ties[relation.target] += 1
        if relation.type == "PART_OF" and labels.get(relation.source) == "City":
            cities[relation.target].add(relation.source)
    region = max(cities, key=lambda r: (len(cities[r]), r), default=None)
    if region is None or len(cities[region]) < _FEWEST:
        raise QueryError("no region here has three cities or more; name one of the layouts with --region")
    pole = max(cities[region], key=lambda c: (ties[c], c))
    return Layout(names[region], names[pole], tuple(sorted(names[c] for c in cities[region])))


def tables(drawn: Scene, out: Path) -> list[Path]:
    """Write the tables of a picture that has no pages of its own for them, as CSV beside it."""
    lines: list[str] = []
    for table in drawn.tables:
        lines += [*csv_lines((table.title,), ()), *csv_lines(table.columns, table.rows), "\n"]
    return [put(out.with_name(f"{out.stem}-tables.csv"), "\ufeff" + "".join(lines))]
