"""The verb ``export`` of the command line: what is selected, in which format, to where."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from graph.console import opened, say, tell
from graph.export.options import BRIEFING, CHAIN, DENSITIES, DIAGRAMS, NEIGHBOURHOOD, POLECORE, SLIDE_SIZE, Options
from graph.options import StoreOption
from graph.store import DEFAULT_URI, Rows, Store

if TYPE_CHECKING:
    from graph.selection import Selection

_FORMATS = (
    "facts", "csv", "xlsx", "graphml", "gexf", "turtle", "jsonld", "cypher", "neo4j-admin", "png", "svg", "pdf",
    "pptx", "docx", "html", BRIEFING,
)  # fmt: skip
_PAGED = frozenset({"png", "svg", "pdf", "pptx", "docx", BRIEFING})
_TOP_GAPS = 5
_MOST_ROWS = 10_000
ExportFormat = StrEnum("ExportFormat", {name.replace("-", "_").upper(): name for name in _FORMATS})  # type: ignore[misc]
Diagram = StrEnum("Diagram", {name.upper(): name for name in DIAGRAMS})  # type: ignore[misc]

FormatArgument = Annotated[ExportFormat, typer.Argument(metavar="FORMAT", help=f"{', '.join(_FORMATS)}.")]
OutOption = Annotated[
    Path,
    typer.Option(help="Where to write; a folder for facts, csv and neo4j-admin, else a file. A briefing is a .pptx, "
                      ".docx or .pdf file."),
]  # fmt: skip
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
QueryOption = Annotated[str | None, typer.Option("--query", help="Only what this question of the library names.")]
ParamOption = Annotated[list[str] | None, typer.Option("--param", metavar="K=V", help="A parameter of --query.")]
CypherOption = Annotated[str | None, typer.Option("--cypher", help="Only what this read-only query names.")]
DiagramOption = Annotated[
    Diagram, typer.Option("--diagram", metavar="NAME", help=f"What a picture shows: {', '.join(DIAGRAMS)}.")
]
PageOption = Annotated[str | None, typer.Option("--page", metavar="SIZE", help="Size of a picture: 16:9 or a4.")]
DensityOption = Annotated[
    str, typer.Option("--density", metavar="NAME", help=f"How much of each member is named: {', '.join(DENSITIES)}.")
]
LanguageOption = Annotated[str, typer.Option("--language", help="Captions of a picture or web page: zh or en.")]
GapsOption = Annotated[
    int | None, typer.Option("--gaps", min=0, max=20, help="So many missing ties, dashed; in a briefing, listed too.")
]
BoundariesOption = Annotated[
    Path | None, typer.Option("--boundaries", metavar="FILE", help="A GeoJSON file to lie under the network.")
]
_DIAGRAM = Diagram(POLECORE)
Answered = Callable[[Store, str | None, Sequence[str] | None, str | None, int], Rows]


_sources: list[tuple[Callable[[], Iterable[Any]], Answered]] = []


def exporter(layouts: Callable[[], Iterable[Any]], answered: Answered) -> Callable[..., None]:
    """Make the verb.

    Parameters
    ----------
    layouts : gives the records of the lexicon that name poles and members of regions.
    answered : runs a question of the library, with its parameters, or a query in Cypher, up to so many rows.
    """
    _sources[:] = [(layouts, answered)]
    return export


def export(
    format_: FormatArgument,
    out: OutOption,
    store: StoreOption = DEFAULT_URI,
    diagram: DiagramOption = _DIAGRAM,
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
    query: QueryOption = None,
    param: ParamOption = None,
    cypher: CypherOption = None,
    gaps: GapsOption = None,
    boundaries: BoundariesOption = None,
    page: PageOption = None,
    language: LanguageOption = "zh",
    density: DensityOption = "full",
) -> None:
    """Write the graph, or what is selected of it, to files for other programs.

    png, svg, pdf, pptx and docx draw a diagram; what does not fit on it is listed beside it. briefing adds key figures,
    gaps and the method. --region is the region shown, --industry that of a chain, --entity the middle of a
    neighbourhood.
    """
    from graph.selection import Selection

    kind, what = _kind(format_.value, out, diagram.value)
    wanted = page or ("a4" if kind == "docx" else SLIDE_SIZE)
    _proper(kind, what, out, wanted, language, region, industry, entity, query, param, cypher)
    least = (_TOP_GAPS if what == BRIEFING else 0) if gaps is None else gaps
    shown = Options(wanted, language, _first(region), _first(industry), _first(entity), least, boundaries,
                    density=density)  # fmt: skip
    chosen = Selection(
        tuple(region or ()), {}, tuple(label or ()), tuple(industry or ()), tuple(document or ()), since, until,
        min_confidence, tuple(entity or ()), hops, stated_only,
    )  # fmt: skip
    _run(store, kind, what, out, chosen, shown, (query, param, cypher))


def _run(
    store: str, kind: str, what: str, out: Path, chosen: Selection, shown: Options,
    question: tuple[str | None, list[str] | None, str | None],
) -> None:  # fmt: skip
    from graph.export.api import export as write
    from graph.export.picture import listed_members
    from graph.projection.region import layouts as parsed
    from graph.selection import answered_by

    layouts, answered = _sources[0]
    known = tuple(parsed(layouts(), "lexicon"))
    with opened(store) as graph:
        facts = graph.facts()
        rows = answered(graph, *question, _MOST_ROWS) if question[0] or question[2] else None
    if rows is not None and rows.truncated:
        say(f"only the first {len(rows.rows)} rows of the query count")
    ids = None if rows is None else answered_by(facts, rows.rows)
    chosen = replace(chosen, members=listed_members(facts, known), ids=ids)
    for path in write(facts, chosen, out, format_=kind, diagram=what, options=replace(shown, layouts=known)):
        tell(str(path))


def _first(given: list[str] | None) -> str | None:
    return given[0] if given else None


def _kind(format_: str, out: Path, diagram: str) -> tuple[str, str]:
    """Give the format of the file and the diagram; the ending of a briefing says what it is."""
    return (out.suffix.removeprefix(".").lower(), BRIEFING) if format_ == BRIEFING else (format_, diagram)


def _proper(
    format_: str, diagram: str, out: Path, page: str, language: str, region: list[str] | None,
    industry: list[str] | None, entity: list[str] | None, query: str | None, param: list[str] | None,
    cypher: str | None,
) -> None:  # fmt: skip
    """Refuse options that contradict each other."""
    from graph.export.api import check

    check(format_, out, diagram)
    if page not in (SLIDE_SIZE, "a4"):
        raise typer.BadParameter(f"{page!r} is not a size; choose 16:9 or a4", param_hint="--page")
    if language not in ("zh", "en"):
        raise typer.BadParameter(f"{language!r} is not a language; choose zh or en", param_hint="--language")
    if query and cypher:
        raise typer.BadParameter("give --query or --cypher, not both", param_hint="--query")
    if param and not query:
        raise typer.BadParameter("name the --query that the parameters are for", param_hint="--param")
    if format_ not in _PAGED:
        return
    for name, given, alone in (("region", region, True), ("industry", industry, diagram == CHAIN),
                               ("entity", entity, diagram == NEIGHBOURHOOD)):  # fmt: skip
        if alone and given and len(given) > 1:
            raise typer.BadParameter(f"a picture shows one {name}", param_hint=f"--{name}")
    if diagram == CHAIN and not industry:
        raise typer.BadParameter("name the industry of the chain", param_hint="--industry")
    if diagram == NEIGHBOURHOOD and not entity:
        raise typer.BadParameter("name the entity in the middle", param_hint="--entity")
