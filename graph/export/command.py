"""The verb ``export`` of the command line: what is selected, in which format, to where."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from graph.console import opened, tell
from graph.options import StoreOption
from graph.store import DEFAULT_URI
from ontology.errors import SourceError

if TYPE_CHECKING:
    from graph.facts import Facts
    from graph.projection.region import Layout

EXPORTERS = {
    "facts": "facts", "csv": "csv", "xlsx": "xlsx", "graphml": "graphml", "gexf": "gexf", "turtle": "turtle",
    "jsonld": "jsonld", "cypher": "cypher", "neo4j-admin": "neo4j_admin", "png": "png", "svg": "svg", "pdf": "pdf",
    "pptx": "pptx", "html": "html",
}  # fmt: skip
"""Format -> module of this package with ``write(facts, out) -> list[Path]``."""
FOLDERS = frozenset({"facts", "csv", "neo4j-admin"})
PICTURES = frozenset({"png", "svg", "pdf", "pptx"})
ExportFormat = StrEnum("ExportFormat", {name.replace("-", "_").upper(): name for name in EXPORTERS})  # type: ignore[misc]
_FORMATS = ", ".join(EXPORTERS)

FormatArgument = Annotated[ExportFormat, typer.Argument(metavar="FORMAT", help=f"{_FORMATS}.")]
OutOption = Annotated[Path, typer.Option(help="Where to write; a folder for facts, csv and neo4j-admin, else a file.")]
RegionOption = Annotated[list[str] | None, typer.Option("--region", help="A place and all in it; may be repeated.")]
LabelOption = Annotated[list[str] | None, typer.Option("--label", help="A class or superclass; may be repeated.")]
IndustryOption = Annotated[
    list[str] | None, typer.Option("--industry", help="An industry and what focuses on it; may be repeated.")
]
DocumentOption = Annotated[
    list[str] | None, typer.Option("--document", help="Only what this document states; may be repeated.")
]
SinceOption = Annotated[str | None, typer.Option("--since", help="Only documents issued since: 2023, 2023-11.")]
UntilOption = Annotated[str | None, typer.Option("--until", help="Only documents issued until then.")]
ConfidenceOption = Annotated[float, typer.Option("--min-confidence", min=0, max=1, help="Leave out what is less sure.")]
EntityOption = Annotated[
    list[str] | None, typer.Option("--entity", help="An entity and its surroundings; may be repeated.")
]
HopsOption = Annotated[int, typer.Option("--hops", min=0, max=6, help="How many ties around --entity.")]
StatedOption = Annotated[bool, typer.Option("--stated-only", help="Leave out ties that were drawn from others.")]
PageOption = Annotated[str, typer.Option("--page", metavar="SIZE", help="Size of a picture: 16:9 or a4.")]


def exporter(layouts: Callable[[], Iterable[Any]]) -> Callable[..., None]:
    """Make the verb; ``layouts`` gives the records of the lexicon that name poles and members of regions."""

    def export(
        format_: FormatArgument,
        out: OutOption,
        store: StoreOption = DEFAULT_URI,
        region: RegionOption = None,
        label: LabelOption = None,
        industry: IndustryOption = None,
        document: DocumentOption = None,
        since: SinceOption = None,
        until: UntilOption = None,
        min_confidence: ConfidenceOption = 0.0,
        entity: EntityOption = None,
        hops: HopsOption = 1,
        stated_only: StatedOption = False,
        page: PageOption = "16:9",
    ) -> None:
        """Write the graph, or what is selected of it, to files for other programs.

        png, svg, pdf and pptx draw the pole-core diagram of a region; what does not fit on it is listed beside it.
        """
        _check(format_.value, out, region, page)
        with opened(store) as graph:
            facts = graph.facts()
        from graph.projection.region import layouts as parsed
        from graph.selection import Selection

        known = parsed(layouts(), "lexicon")
        # a picture shows a region by itself; what binds it to others must stay, to be counted
        places = () if format_.value in PICTURES else tuple(region or ())
        chosen = Selection(
            places, _members(facts, known), tuple(label or ()), tuple(industry or ()),
            tuple(document or ()), since, until, min_confidence, tuple(entity or ()), hops, stated_only,
        )  # fmt: skip
        for path in write(format_.value, chosen.apply(facts), out, known, page, region[0] if region else None):
            tell(str(path))

    return export


def write(format_: str, facts: Facts, out: Path, layouts: list[Layout], page: str, region: str | None) -> list[Path]:
    """Write facts in a format; give the files."""
    module = importlib.import_module(f"graph.export.{EXPORTERS[format_]}")
    if format_ not in PICTURES:
        return list(module.write(facts, out))
    from graph.layout.page import PAGES

    return list(module.write(facts, out, layouts, PAGES[page], region))


def _check(format_: str, out: Path, region: list[str] | None, page: str) -> None:
    if format_ in FOLDERS and out.exists() and not out.is_dir():
        raise SourceError(f"{out}: is a file; name a folder for {format_}")
    if format_ not in FOLDERS and out.is_dir():
        raise SourceError(f"{out}: is a folder; name a file for {format_}")
    if page not in ("16:9", "a4"):
        raise typer.BadParameter(f"{page!r} is not a size; choose 16:9 or a4", param_hint="--page")
    if format_ in PICTURES and region and len(region) > 1:
        raise typer.BadParameter("a picture shows one region", param_hint="--region")


def _members(facts: Facts, known: Iterable[Layout]) -> dict[str, tuple[str, ...]]:
    """Find what the layouts count among each region, whether or not a document says so."""
    ids = {e.name: e.id for e in facts.entities if e.label in ("City", "Zone", "District")}
    found = {}
    for layout in known:
        members = tuple(ids[name] for name in layout.members if name in ids)
        for entity in facts.entities:
            if entity.label == "Region" and layout.region in (entity.name, *entity.aliases):
                found[entity.id] = members
    return found
