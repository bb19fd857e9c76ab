"""The verbs of the analysis: ``polecore centrality | layout | gaps | whatif``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from graph.console import opened, progress, say, tell, width
from graph.options import FormatOption, StoreOption, spread
from graph.presentation import Format
from graph.store import DEFAULT_URI

if TYPE_CHECKING:
    from graph.analysis.answer import Answer
    from graph.facts import Facts
    from graph.projection.build import Projection
    from graph.store import Progress

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


class Language(StrEnum):
    """Of what is said of the items, and of the notes."""

    ZH = "zh"
    EN = "en"


RegionOption = Annotated[str | None, typer.Option(help="The region; none: the one with a known layout.")]
PoleOption = Annotated[str | None, typer.Option(help="The pole of a region without a known layout.")]
AsOfOption = Annotated[str | None, typer.Option("--as-of", help="Only documents up to this date, as 2019 or 2019-01.")]
LayerOption = Annotated[
    Layer, typer.Option(metavar="NAME", help="Vehicles: existing, planned, or governance (binding all).")
]
StatedOption = Annotated[bool, typer.Option("--stated-only", help="Leave out all that was concluded.")]
TopOption = Annotated[int, typer.Option(min=1, help="Most rows of a table.")]
DateOption = Annotated[
    list[str] | None, typer.Option("--date", metavar="DOCUMENT=DATE", help="Date a document; may be repeated.")
]
SeedOption = Annotated[int, typer.Option(help="Seed of everything that is drawn at random.")]
LanguageOption = Annotated[
    Language, typer.Option(metavar="NAME", help="zh or en: what is said of each item, and the notes.")
]
PartOption = Annotated[str | None, typer.Option(help="One table of the answer; none: all (csv: the first).")]


@dataclass(frozen=True, slots=True)
class Asked:
    """What every verb of the analysis is asked: which part of which store, drawn how, written how."""

    region: RegionOption = None
    pole: PoleOption = None
    as_of: AsOfOption = None
    layer: LayerOption = Layer.EXISTING
    stated_only: StatedOption = False
    date: DateOption = None
    top: TopOption = 20
    seed: SeedOption = 0
    part: PartOption = None
    language: LanguageOption = Language.ZH
    store: StoreOption = DEFAULT_URI
    format_: FormatOption = Format.TABLE

    def read(self, bar: Progress | None = None) -> Facts:
        """Read the facts of the store."""
        if bar is not None:
            bar("reading the graph", 0, 2)
        with opened(self.store) as graph:
            return graph.facts()

    def projected(
        self, facts: Facts | None = None, as_of: str | None = None, bar: Progress | None = None
    ) -> Projection:
        """Project the facts of the store, as of a date if it is not that of the options."""
        from graph.projection.build import project
        from graph.projection.region import layouts

        known = layouts(_known_layouts[0]() if _known_layouts else ())
        facts = facts if facts is not None else self.read(bar)
        if bar is not None:
            bar("projecting it on the region", 1, 2)
        return project(
            facts, known, region=self.region, pole=self.pole,
            layer=self.layer.value, as_of=as_of or self.as_of, stated_only=self.stated_only, dated=self.date or (),
        )  # fmt: skip


_MEASURES = f"The measure to rank by: {', '.join(Measure)}."


def register(app: typer.Typer, layouts: Callable[[], Sequence[Any]]) -> None:
    """Add the verbs to an app; ``layouts`` gives the layouts of the lexicon when they are needed."""
    _known_layouts[:] = [layouts]
    app.command(epilog="Example: polecore centrality --measure betweenness --top 10")(centrality)
    app.command(epilog="Example: polecore layout --region 沈阳现代化都市圈 --part metrics")(layout)
    app.command(epilog="Example: polecore gaps --list chain --format json")(gaps)
    app.command(epilog="Example: polecore whatif --add 辽阳,鞍山:航空 --part changes")(whatif)


def _write(answer: Answer, asked: Asked) -> None:
    tell(answer.write(asked.format_, asked.part, width=width()))
    if asked.format_ is Format.TABLE and asked.part is None and answer.tables:
        say(f"tables: {', '.join(answer.tables)}; --part shows one, --format json adds the evidence of each row")


@spread(Asked)
def centrality(
    asked: Asked,
    measure: Annotated[Measure, typer.Option(metavar="NAME", help=_MEASURES)] = Measure.BETWEENNESS,
    network: Annotated[
        Network, typer.Option(metavar="NAME", help="Who is measured: organisations, members.")
    ] = Network.ORGANISATIONS,
) -> None:
    """Tell who is central, how surely, and who brokers between cities."""
    from graph.analysis.reports import centrality as report

    with progress() as bar:
        projection = asked.projected(bar=bar)
        answer = report(
            projection, measure=measure.value, network=network.value, top=asked.top, seed=asked.seed,
            language=asked.language.value, progress_=bar,
        )  # fmt: skip
    _write(answer, asked)


@spread(Asked)
def layout(
    asked: Asked,
    indicator: Annotated[str, typer.Option(help="The figure that gives the members' weight.")] = "高新技术企业",
) -> None:
    """Tell how far one pole leads and several points support it.

    Adds the same measures over time, and targets beside what has been reached.
    """
    from dataclasses import replace

    from graph.analysis.reports import layout as report
    from graph.analysis.reports import over_time

    with progress() as bar:
        facts = asked.read(bar)
        projection = asked.projected(facts, bar=bar)
        answer = report(
            projection, indicator=indicator, seed=asked.seed, top=asked.top, language=asked.language.value,
            progress_=bar,
        )  # fmt: skip
        dates = sorted(set(projection.dates.values()))
        known = [d for d in dates if asked.as_of is None or d[: len(asked.as_of)] <= asked.as_of]
        whole = projection if projection.without_date and asked.as_of is None else None
        series = over_time(lambda day: asked.projected(facts, day), known, whole)
    _write(replace(answer, tables={**answer.tables, "time": series}), asked)


@spread(Asked)
def gaps(
    asked: Asked,
    which: Annotated[GapList, typer.Option("--list", help="Which of the three lists.")] = GapList.ALL,
    confirmed: Annotated[
        Path | None, typer.Option(metavar="FILE", help="YAML list of absences that someone confirms.")
    ] = None,
) -> None:
    """List where the documents show no cooperation, and how far that can be trusted.

    Adds every pair of members against chance, and the open pairs of organisations that a tie would free most.
    """
    from graph.analysis.confirmed import read_confirmed
    from graph.analysis.gap_report import gaps as report

    with progress() as bar:
        projection = asked.projected(bar=bar)
        sure = read_confirmed(confirmed, projection) if confirmed is not None else None
        answer = report(
            projection, which=which.value, top=asked.top, seed=asked.seed, confirmed=sure,
            language=asked.language.value, progress_=bar,
        )  # fmt: skip
    _write(answer, asked)


@spread(Asked, top=100)
def whatif(
    asked: Asked,
    add: Annotated[list[str] | None, typer.Option(metavar="A,B[:FIELD]", help="A vehicle of some members.")] = None,
    remove: Annotated[list[str] | None, typer.Option(metavar="VEHICLE", help="Take a vehicle away.")] = None,
    join: Annotated[list[str] | None, typer.Option(metavar="VEHICLE=A", help="A member joins a vehicle.")] = None,
    leave: Annotated[list[str] | None, typer.Option(metavar="VEHICLE=A", help="A member leaves a vehicle.")] = None,
    without: Annotated[
        list[str] | None, typer.Option(metavar="A", help="A member leaves the region, an organisation all vehicles.")
    ] = None,
    include: Annotated[list[str] | None, typer.Option(metavar="A", help="A place joins the region.")] = None,
) -> None:
    """Tell what would change if a vehicle, a part in one, or a member came or went.

    Changes are made in the order: remove, leave, without, include, add, join. Nothing in the store is touched.
    """
    from graph.analysis.reports import change
    from graph.analysis.scenario import apply

    given = {
        "remove": remove, "leave": leave, "without": without, "include": include, "add": add, "join": join,
    }  # fmt: skip
    changes = [(kind, value) for kind, values in given.items() for value in values or ()]
    if not changes:
        raise typer.BadParameter("name a change: --add, --remove, --join, --leave, --without or --include")
    said = [f"{kind} {value}" for kind, value in changes]
    with progress() as bar:
        before = asked.projected(bar=bar)
        after = apply(before, changes)
        answer = change(
            before, after, said, seed=asked.seed, top=asked.top, language=asked.language.value, progress_=bar
        )
    _write(answer, asked)
