"""The verbs of the analysis: ``polecore centrality | layout | gaps | whatif``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from graph.console import opened, progress, say, tell, width
from graph.presentation import Format
from graph.store import DEFAULT_URI

if TYPE_CHECKING:
    from graph.analysis.answer import Answer
    from graph.facts import Facts
    from graph.projection.build import Projection

_known_layouts: list[Callable[[], Sequence[Any]]] = []


class Layer(StrEnum):
    """The layers of vehicles."""

    EXISTING = "existing"
    PLANNED = "planned"
    GOVERNANCE = "governance"


class Measure(StrEnum):
    """The measures that centrality may be ranked by."""

    DEGREE = "degree"
    STRENGTH = "strength"
    BETWEENNESS = "betweenness"
    HARMONIC = "harmonic"
    CLOSENESS = "closeness"
    EIGENVECTOR = "eigenvector"
    PAGERANK = "pagerank"
    CONSTRAINT = "constraint"
    EFFECTIVE_SIZE = "effective_size"


class Network(StrEnum):
    """The networks that centrality may be measured on."""

    ORGANISATIONS = "organisations"
    MEMBERS = "members"


class GapList(StrEnum):
    """The lists of gaps."""

    ALL = "all"
    LINK = "link"
    CHAIN = "chain"
    POLICY = "policy"


StoreOption = Annotated[
    str,
    typer.Option(
        "--store", envvar="POLECORE_STORE", help="embedded:PATH, neo4j://HOST, neo4j+s://HOST or bolt://HOST."
    ),
]
FormatOption = Annotated[Format, typer.Option("--format", help="How to write the answer.")]
RegionOption = Annotated[str | None, typer.Option(help="The region; none: the one with a known layout.")]
PoleOption = Annotated[str | None, typer.Option(help="The pole of a region without a known layout.")]
AsOfOption = Annotated[str | None, typer.Option("--as-of", help="Only documents up to this date, as 2019 or 2019-01.")]
LayerOption = Annotated[
    Layer, typer.Option(metavar="NAME", help="Vehicles: existing, planned, or governance (binding all).")
]
StatedOption = Annotated[bool, typer.Option("--stated-only", help="Leave out all that was concluded.")]
TopOption = Annotated[int, typer.Option(min=1, help="Most rows of a table.")]
SeedOption = Annotated[int, typer.Option(help="Seed of everything that is drawn at random.")]
PartOption = Annotated[str | None, typer.Option(help="One table of the answer; none: all (csv: the first).")]


_MEASURES = f"The measure to rank by: {', '.join(Measure)}."


def register(app: typer.Typer, layouts: Callable[[], Sequence[Any]]) -> None:
    """Add the verbs to an app; ``layouts`` gives the layouts of the lexicon when they are needed."""
    _known_layouts[:] = [layouts]
    app.command(epilog="Example: polecore centrality --measure betweenness --top 10")(centrality)
    app.command(epilog="Example: polecore layout --region 沈阳现代化都市圈 --part metrics")(layout)
    app.command(epilog="Example: polecore gaps --list chain --format json")(gaps)
    app.command(epilog="Example: polecore whatif --add 辽阳,鞍山:航空 --part changes")(whatif)


def _read(store: str) -> Facts:
    with opened(store) as graph:
        return graph.facts()


def _projected(
    facts: Facts, region: str | None, pole: str | None, layer: Layer, as_of: str | None, stated_only: bool
) -> Projection:
    from graph.projection.build import project
    from graph.projection.region import layouts

    known = layouts(_known_layouts[0]() if _known_layouts else ())
    found = project(
        facts, known, region=region, pole=pole, layer=layer.value, as_of=as_of, stated_only=stated_only
    )  # fmt: skip
    if found.undated:
        say(f"documents without a known date were left out: {', '.join(found.undated)}")
    return found


def _write(answer: Answer, format_: Format, part: str | None) -> None:
    tell(answer.write(format_, part, width=width()))
    if format_ is not Format.TABLE:
        return
    if part is None and answer.tables:
        say(f"tables: {', '.join(answer.tables)}; --part shows one, --format json adds the evidence of each row")


def centrality(
    measure: Annotated[Measure, typer.Option(metavar="NAME", help=_MEASURES)] = Measure.BETWEENNESS,
    network: Annotated[
        Network, typer.Option(metavar="NAME", help="Who is measured: organisations, members.")
    ] = Network.ORGANISATIONS,
    region: RegionOption = None,
    pole: PoleOption = None,
    as_of: AsOfOption = None,
    layer: LayerOption = Layer.EXISTING,
    stated_only: StatedOption = False,
    top: TopOption = 20,
    seed: SeedOption = 0,
    part: PartOption = None,
    store: StoreOption = DEFAULT_URI,
    format_: FormatOption = Format.TABLE,
) -> None:
    """Tell who is central, how surely, and who brokers between cities."""
    from graph.analysis.reports import centrality as report

    projection = _projected(_read(store), region, pole, layer, as_of, stated_only)
    with progress() as bar:
        answer = report(
            projection, measure=measure.value, network=network.value, top=top, seed=seed, progress_=bar
        )  # fmt: skip
    _write(answer, format_, part)


def layout(
    region: RegionOption = None,
    pole: PoleOption = None,
    as_of: AsOfOption = None,
    layer: LayerOption = Layer.EXISTING,
    stated_only: StatedOption = False,
    indicator: Annotated[str, typer.Option(help="The figure that gives the members' weight.")] = "高新技术企业",
    top: TopOption = 20,
    seed: SeedOption = 0,
    part: PartOption = None,
    store: StoreOption = DEFAULT_URI,
    format_: FormatOption = Format.TABLE,
) -> None:
    """Tell how far one pole leads and several points support it.

    Adds the same measures over time, and targets beside what has been reached.
    """
    from dataclasses import replace

    from graph.analysis.reports import layout as report
    from graph.analysis.reports import over_time

    facts = _read(store)
    projection = _projected(facts, region, pole, layer, as_of, stated_only)
    answer = report(projection, indicator=indicator, seed=seed, top=top)
    dates = sorted(set(projection.dates.values()))
    series = over_time(lambda date: _at(facts, region, pole, layer, date, stated_only), dates)
    _write(replace(answer, tables={**answer.tables, "time": series}), format_, part)


def _at(facts: Facts, region: str | None, pole: str | None, layer: Layer, date: str, stated_only: bool) -> Projection:
    from graph.projection.build import project
    from graph.projection.region import layouts

    known = layouts(_known_layouts[0]() if _known_layouts else ())
    return project(facts, known, region=region, pole=pole, layer=layer.value, as_of=date, stated_only=stated_only)


def gaps(
    which: Annotated[GapList, typer.Option("--list", help="Which of the three lists.")] = GapList.ALL,
    region: RegionOption = None,
    pole: PoleOption = None,
    as_of: AsOfOption = None,
    layer: LayerOption = Layer.EXISTING,
    stated_only: StatedOption = False,
    top: TopOption = 20,
    seed: SeedOption = 0,
    part: PartOption = None,
    store: StoreOption = DEFAULT_URI,
    format_: FormatOption = Format.TABLE,
) -> None:
    """List where the documents show no cooperation, and how far that can be trusted."""
    from graph.analysis.gap_report import gaps as report

    projection = _projected(_read(store), region, pole, layer, as_of, stated_only)
    _write(report(projection, which=which.value, top=top, seed=seed), format_, part)


def whatif(
    add: Annotated[list[str] | None, typer.Option(metavar="A,B[:FIELD]", help="A vehicle of some members.")] = None,
    remove: Annotated[list[str] | None, typer.Option(metavar="VEHICLE", help="Take a vehicle away.")] = None,
    join: Annotated[list[str] | None, typer.Option(metavar="VEHICLE=A", help="A member joins a vehicle.")] = None,
    leave: Annotated[list[str] | None, typer.Option(metavar="VEHICLE=A", help="A member leaves a vehicle.")] = None,
    without: Annotated[list[str] | None, typer.Option(metavar="A", help="A member leaves the region.")] = None,
    region: RegionOption = None,
    pole: PoleOption = None,
    as_of: AsOfOption = None,
    layer: LayerOption = Layer.EXISTING,
    stated_only: StatedOption = False,
    seed: SeedOption = 0,
    part: PartOption = None,
    store: StoreOption = DEFAULT_URI,
    format_: FormatOption = Format.TABLE,
) -> None:
    """Tell what would change if a vehicle, a part in one, or a member came or went.

    Changes are made in the order: remove, leave, without, add, join. Nothing in the store is touched.
    """
    from graph.analysis.reports import change
    from graph.analysis.scenario import apply

    given = {"remove": remove, "leave": leave, "without": without, "add": add, "join": join}
    changes = [(kind, value) for kind, values in given.items() for value in values or ()]
    if not changes:
        raise typer.BadParameter("name a change: --add, --remove, --join, --leave or --without")
    before = _projected(_read(store), region, pole, layer, as_of, stated_only)
    after = apply(before, changes)
    _write(change(before, after, [f"{kind} {value}" for kind, value in changes], seed=seed), format_, part)
