"""The diagrams that every picture format draws, and the layout that a region takes if none is named."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from graph.analysis.ground import Ground
from graph.export.csv import csv_lines
from graph.export.files import put
from graph.export.options import CHAIN, COLLABORATION, DIAGRAMS, HEATMAP, NEIGHBOURHOOD, POLECORE, Options
from graph.facts import Facts
from graph.layout.boundaries import Area, read_areas
from graph.layout.chain import chain
from graph.layout.collaboration import collaboration
from graph.layout.diagram import diagram
from graph.layout.heatmap import heatmap
from graph.layout.missing import MissingTie, missing_ties
from graph.layout.neighbourhood import neighbours
from graph.layout.polecore import polecore
from graph.layout.scene import Book, Scene
from graph.projection.build import Projection, project
from graph.projection.region import MEMBER_LABELS, Layout
from graph.selection import Selection, named
from ontology.errors import QueryError

_FEWEST = 3
_ROUND = 2
_MAPPED = (POLECORE, COLLABORATION)


def draw(facts: Facts, name: str = POLECORE, options: Options | None = None) -> Scene:
    """Compose a diagram.

    Raises
    ------
    QueryError
        if the diagram is unknown, an option that it needs is missing or one is given that it cannot heed.
    """
    options = options or Options()
    if name not in DIAGRAMS:
        raise QueryError(f"diagram {name}: unknown; choose {', '.join(DIAGRAMS)}")
    options.paper()
    if name not in _MAPPED and (options.boundaries is not None or options.areas):
        raise QueryError(f"diagram {name}: has no map; boundaries go with {' and '.join(_MAPPED)}")
    if name not in _MAPPED and options.gaps:
        raise QueryError(f"diagram {name}: gaps are drawn in {' and '.join(_MAPPED)}; a chain always shows its own")
    return _PAINTERS[name](facts, options)


def projected(facts: Facts, options: Options) -> Projection:
    """Project the region that the options name."""
    layouts: Sequence[Layout] = options.layouts
    if options.region is None and not any(_present(facts, layout) for layout in layouts):
        layouts = [stated_layout(facts)]
    elif options.region is not None:
        layouts = [*layouts, *_stated(facts, options.region)]
    return project(facts, layouts, region=options.region)


def _polecore(facts: Facts, options: Options) -> Scene:
    projection = projected(facts, options)
    return diagram(
        polecore(projection), options.paper(), missing=_missing(projection, options),
        areas=_areas(options), language=options.language,
    )  # fmt: skip


def _collaboration(facts: Facts, options: Options) -> Scene:
    projection = projected(facts, options)
    return collaboration(
        projection, options.paper(), missing=_missing(projection, options),
        areas=_areas(options), language=options.language,
    )  # fmt: skip


def _areas(options: Options) -> Sequence[Area]:
    return read_areas(options.boundaries) if options.boundaries else options.areas


def _missing(projection: Projection, options: Options) -> list[MissingTie] | None:
    return missing_ties(Ground(projection, seed=options.seed), options.gaps) if options.gaps else None


def _chain(facts: Facts, options: Options) -> Scene:
    if options.industry is None:
        raise QueryError("diagram chain: name its industry with --industry")
    ground = Ground(projected(facts, options), seed=options.seed)
    return chain(ground, options.industry, options.paper(), options.language)


def _neighbourhood(facts: Facts, options: Options) -> Scene:
    if options.entity is None:
        raise QueryError("diagram neighbourhood: name its entity with --entity")
    found = named(facts, [options.entity])
    if len(found) != 1:
        what = f"is {len(found)} entities: {', '.join(found[:5])}; name one by its id" if found else "no such entity"
        raise QueryError(f"{options.entity!r}: {what}")
    return neighbours(facts, found[0], options.paper(), options.language)


def _heatmap(facts: Facts, options: Options) -> Scene:
    return heatmap(Ground(projected(facts, options), seed=options.seed), options.paper(), options.language)


_PAINTERS: dict[str, Callable[[Facts, Options], Scene]] = {
    POLECORE: _polecore,
    COLLABORATION: _collaboration,
    CHAIN: _chain,
    NEIGHBOURHOOD: _neighbourhood,
    HEATMAP: _heatmap,
}


def listed_members(facts: Facts, known: Iterable[Layout]) -> dict[str, tuple[str, ...]]:
    """Find what layouts count among each region, whether or not a document says so."""
    ids = {e.name: e.id for e in facts.entities if e.label in MEMBER_LABELS}
    found = {}
    for layout in known:
        members = tuple(ids[name] for name in layout.members if name in ids)
        for entity in facts.entities:
            if entity.label == "Region" and layout.region in (entity.name, *entity.aliases):
                found[entity.id] = members
    return found


def skeleton(facts: Facts, layouts: Iterable[Layout]) -> tuple[str, ...]:
    """Give the places without which no region can be drawn, whatever else is selected."""
    listed = {name for layout in layouts for name in (layout.pole, *layout.members)}
    return tuple(
        e.id for e in facts.entities if e.label in ("Region", "City") or (e.label in MEMBER_LABELS and e.name in listed)
    )


def selected(facts: Facts, selection: Selection, name: str, options: Options) -> Facts:
    """Apply a selection; a picture of a region keeps the places that it needs."""
    # a picture shows a region by itself; what binds it to others must stay, to be counted
    selection = replace(selection, regions=())
    if name == CHAIN:
        selection = replace(selection, industries=())
    if name == NEIGHBOURHOOD:
        near = selection.hops < _ROUND
        return (replace(selection, entities=()) if near else selection).apply(facts)
    return replace(selection, always=skeleton(facts, options.layouts)).apply(facts)


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


def write_one(book: Book, out: Path, paint: Callable[[Scene], bytes]) -> list[Path]:
    """Write the one picture of a book, and its tables as CSV beside it, in a format that has no pages.

    Raises
    ------
    QueryError
        if there are several pictures.
    """
    if len(book.scenes) != 1:
        kind = out.suffix.removeprefix(".")
        raise QueryError(f"{out}: {len(book.scenes)} pictures do not fit into one {kind}; choose pptx, pdf or docx")
    lines: list[str] = []
    for table in book.tables:
        lines += [*csv_lines((table.title,), ()), *csv_lines(table.columns, table.rows), "\n"]
    beside = out.with_name(f"{out.stem}-tables.csv")
    return [put(out, paint(book.scenes[0])), put(beside, "\ufeff" + "".join(lines))]
