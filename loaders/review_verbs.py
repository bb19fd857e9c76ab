"""The verbs of ``polecore review``: what is doubtful, and people's corrections of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.console import opened, say, tell, width
from graph.options import FormatOption, StoreOption, spread
from graph.presentation import Format, plain, render
from graph.store import DEFAULT_URI, Rows
from ontology.errors import SourceError

if TYPE_CHECKING:
    from graph.facts import Facts
    from loaders.corrections import Correction

app = typer.Typer(
    rich_markup_mode=None,
    no_args_is_help=True,
    help="Look at doubtful facts first, and correct what was read wrongly.\n\n"
    "Corrections stand in a YAML file beside the store, or in the one that POLECORE_CORRECTIONS names; every "
    "`polecore load` applies them again. docs/corrections.md tells more.",
    epilog="Example: polecore review list --top 20",
)

ReasonOption = Annotated[str, typer.Option("--reason", help="Why; for those who read the file later.")]
FactArgument = Annotated[str, typer.Argument(metavar="FACT", help="A ref of the list, a key, or an entity.")]
EntityArgument = Annotated[str, typer.Argument(metavar="ENTITY", help="An id, a name or another name.")]


def _corrected(store: str) -> tuple[Facts, Path]:
    """Give the facts of a store as the corrections make them, and the file of these."""
    from loaders.corrections import corrections_path
    from loaders.judging import corrected

    path = corrections_path(store)
    with opened(store) as graph:
        facts = graph.facts()
    return corrected(facts, path), path


@dataclass(frozen=True, slots=True)
class Given:
    """What every correction is given: why it is made, and of which store."""

    reason: ReasonOption
    store: StoreOption = DEFAULT_URI

    def keep(self, make: Callable[[Facts], Correction]) -> None:
        """Make a correction of the facts, try it on them, and store it if it does anything."""
        from loaders.judging import store
        from loaders.review import describe

        facts, path = _corrected(self.store)
        correction = make(facts)
        done = store(correction, facts, path)
        for note in done.notes:
            say(f"warning: {note}")
        if not done.new:
            say(f"{correction.id} is stored in {path} already")
            return
        tell(plain(f"{correction.id}  {describe(correction)}"))
        say(f"stored in {path}; the next `polecore load` of the documents applies it")


@app.command("list", epilog="Example: polecore review list --top 20")
def list_(
    top: Annotated[int, typer.Option(min=1, help="Most facts.")] = 20,
    store: StoreOption = DEFAULT_URI,
    format_: FormatOption = Format.TABLE,
) -> None:
    """List doubtful facts: the least sure first, then figures that contradict each other."""
    from loaders.doubts import doubts

    found = doubts(_corrected(store)[0])
    rows = tuple((d.ref, d.confidence, d.fact, d.why, d.where) for d in found[:top])
    if rows or format_ is not Format.TABLE:
        tell(render(Rows(("ref", "confidence", "fact", "why", "where"), rows), format_, width=width()))
    say(f"{len(rows)} of {len(found)} doubtful facts" if found else "no doubtful facts")


def _judge(action: str, text: str, given: Given) -> None:
    from loaders.judging import verdict

    given.keep(lambda facts: verdict(facts, action, text, given.reason))


@app.command(epilog="Example: polecore review accept t1a2b3c4d --reason 'compared with the passage'")
@spread(Given)
def accept(given: Given, fact: FactArgument) -> None:
    """Accept a fact: its confidence becomes 1, and it bears a mark."""
    _judge("accept", fact, given)


@app.command(epilog="Example: polecore review reject t1a2b3c4d --reason 'the passage speaks of another zone'")
@spread(Given)
def reject(given: Given, fact: FactArgument) -> None:
    """Reject a fact; an entity goes with its ties and figures."""
    _judge("reject", fact, given)


@app.command(epilog="Example: polecore review merge 沈阳高新技术开发区 沈阳高新区 --reason 'two names of one zone'")
@spread(Given)
def merge(
    given: Given,
    entity: EntityArgument,
    into: Annotated[str, typer.Argument(metavar="INTO", help="The entity that stays.")],
) -> None:
    """Merge an entity into another, with its names, passages, ties and figures."""
    from loaders.judging import merging

    given.keep(lambda facts: merging(facts, entity, into, given.reason))


@app.command(epilog="Example: polecore review split 沈阳市 沈阳都市圈 --class Region --reason 'not the city'")
@spread(Given)
def split(
    given: Given,
    entity: EntityArgument,
    alias: Annotated[str, typer.Argument(metavar="ALIAS", help="The other name that becomes a thing of its own.")],
    label: Annotated[str, typer.Option("--class", help="Its class; without it that of the entity.")] = "",
    tie: Annotated[list[str] | None, typer.Option("--tie", help="Ref of a tie that moves; may be repeated.")] = None,
) -> None:
    """Split an alias off into an entity of its own.

    Passages, ties and figures whose quotation names the alias alone go with it, and the ties that you name.
    """
    from loaders.judging import splitting

    given.keep(lambda facts: splitting(facts, entity, alias, given.reason, label, tie or ()))


@app.command(epilog="Example: polecore review rename 沈阳高新区 沈阳高新技术产业开发区 --reason 'the official name'")
@spread(Given)
def rename(
    given: Given,
    entity: EntityArgument,
    name: Annotated[str, typer.Argument(metavar="NAME", help="The name to bear; the old one becomes an alias.")],
) -> None:
    """Give an entity another name."""
    from loaders.judging import renaming

    given.keep(lambda facts: renaming(facts, entity, name, given.reason))


@app.command(epilog="Example: polecore review reclassify 沈阳科技大市场 ServiceAgency --reason 'no company'")
@spread(Given)
def reclassify(
    given: Given,
    entity: EntityArgument,
    label: Annotated[str, typer.Argument(metavar="CLASS", help="A class of the ontology.")],
) -> None:
    """Give an entity another class; ties that the ontology does not allow there are left out, and named."""
    from loaders.judging import reclassifying

    given.keep(lambda facts: reclassifying(facts, entity, label, given.reason))


@app.command(epilog="Example: polecore review add 沈阳市 COLLABORATES_WITH 大连市 --reason 'signed' --reference URL")
@spread(Given)
def add(
    given: Given,
    words: Annotated[list[str], typer.Argument(metavar="NAME | SOURCE TYPE TARGET", help="An entity, or a tie.")],
    label: Annotated[str, typer.Option("--class", help="Class of an entity.")] = "",
    document: Annotated[str, typer.Option(help="Document that says so.")] = "",
    paragraph: Annotated[int, typer.Option(min=0, help="Paragraph of the document.")] = 0,
    start: Annotated[int, typer.Option(min=0, help="First character of the passage.")] = 0,
    end: Annotated[int, typer.Option(min=0, help="Character after the passage.")] = 0,
    reference: Annotated[str, typer.Option(help="Address or title of a source that is not loaded.")] = "",
    quote: Annotated[str, typer.Option(help="What the source says.")] = "",
) -> None:
    """Add an entity or a tie, with the source that says so: a place in a document, or a reference."""
    from loaders.corrections import Correction, Source
    from loaders.doubts import find_entity

    if bool(document) == bool(reference):
        raise SourceError("a source is needed: --document with --paragraph (or --start and --end), or --reference")
    source = Source(document, "", paragraph, start, end, quote, reference)

    def adding(facts: Facts) -> Correction:
        if document and document not in facts.documents():
            raise SourceError(f"{document}: is not in the store; its documents are {', '.join(facts.documents())}")
        if len(words) == 3:
            ends = find_entity(facts, words[0]), find_entity(facts, words[2])
            key = f"{ends[0].id}|{words[1]}|{ends[1].id}"
            return Correction("add", given.reason, tie=key, names=(ends[0].name, ends[1].name), source=source)
        if len(words) == 1 and label:
            return Correction("add", given.reason, name=words[0], label=label, source=source)
        raise SourceError("add needs a name and --class, or three words: source, relationship, target")

    given.keep(adding)


@app.command(epilog="Example: polecore review undo c1a2b3c4d")
def undo(
    id_: Annotated[str, typer.Argument(metavar="ID", help="A correction, or how its id begins.")],
    store: StoreOption = DEFAULT_URI,
) -> None:
    """Take a correction out of the file again."""
    from loaders.corrections import corrections_path, remove_correction
    from loaders.review import describe

    path = corrections_path(store)
    removed = remove_correction(path, id_)
    tell(plain(f"{removed.id}  {describe(removed)}"))
    say(f"removed from {path}; the next `polecore load` of the documents undoes it")


@app.command(epilog="Example: polecore review show")
def show(
    id_: Annotated[str | None, typer.Argument(metavar="ID", help="One correction; none: all.")] = None,
    store: StoreOption = DEFAULT_URI,
    format_: FormatOption = Format.TABLE,
) -> None:
    """Show the corrections that are stored."""
    from loaders.corrections import corrections_path, read_corrections
    from loaders.review import describe

    path = corrections_path(store)
    found = [c for c in read_corrections(path) if c.id.startswith(id_ or "")]
    if id_ and not found:
        raise SourceError(f"{path}: no correction {id_!r}; `polecore review show` lists them")
    rows = tuple((c.id, describe(c), c.reason, list(c.documents)) for c in found)
    if rows or format_ is not Format.TABLE:
        tell(render(Rows(("id", "correction", "reason", "documents"), rows), format_, width=width()))
    say(f"{len(rows)} corrections in {path}" if rows else f"no corrections in {path}")
