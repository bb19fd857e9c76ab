"""The verbs that fill a store: ``polecore load | copy``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.console import made, opened, progress, say, tell, width
from graph.facts import Problem, Severity
from graph.options import StoreOption
from graph.presentation import Format, counts, plain, render
from graph.store import DEFAULT_URI
from ontology.errors import SourceError, StoreError

if TYPE_CHECKING:
    from graph.cypher_store import CypherStore
    from graph.facts import Facts
    from graph.preview import Preview
    from graph.store import DocumentChange, Progress, Store

_URIS = "embedded:PATH, neo4j://HOST, neo4j+s://HOST or bolt://HOST."
_MARKS = {"new": "+", "changed": "~", "gone": "-"}


def register(app: typer.Typer) -> None:
    """Add the verbs to an app."""
    app.command(epilog="Example: polecore load out/facts (without a PATH: the bundled facts)")(load)
    app.command(epilog="Example: polecore copy --from embedded:.polecore/graph --to neo4j://localhost:7687")(copy)


def complain(problems: Iterable[Problem]) -> bool:
    """Tell every error and outdated correction on a line of its own; say whether a file or row was not read."""
    found = [p for p in problems if p.severity is Severity.ERROR or p.kind == "stale correction"]
    for problem in found:
        say(f"{problem.where}: {problem.message}")
    return any(problem.kind in {"unreadable", "refused row"} for problem in found)


def load(
    paths: Annotated[list[Path] | None, typer.Argument(metavar="PATH", help="Facts folders or documents.")] = None,
    store: StoreOption = DEFAULT_URI,
    workers: Annotated[int, typer.Option(min=1, max=64, help="Processes that read documents.")] = 1,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only print what would change.")] = False,
) -> None:
    """Load facts or documents into the store.

    Loading again changes nothing; a document that has changed is replaced.

    Quotations that facts leave out are filled in from the folder that POLECORE_DOCUMENTS names.
    """
    from graph.validation import check_facts
    from loaders.intake import bundled, gather, outdated

    with progress() as bar:
        parts = gather(paths or [bundled()], workers=workers, progress=bar, store=store)
        unreadable = complain(problem for facts in parts for problem in facts.problems)
        refused = [p for facts in parts for p in check_facts(facts) if p.severity is Severity.ERROR]
        if refused:
            complain(refused)
            raise SourceError(f"{len(refused)} facts break the model; nothing was loaded")
        if not any(facts.entities for facts in parts):
            raise SourceError("there are no facts to load; nothing was changed")
        if dry_run:
            _tell_differences(_foreseen(store, parts))
            raise typer.Exit(1 if unreadable else 0)
        with opened(store, reading=False) as graph:
            changes = _loaded(graph, parts, bar)
            changes += [graph.remove_document(name) for name in outdated(graph.status().documents, parts, store)]
    tell(render(counts(parts), Format.TABLE, width=width()))
    _tell_changes(changes)
    if unreadable:
        raise typer.Exit(1)


def _loaded(graph: Store, parts: Sequence[Facts], bar: Progress | None) -> list[DocumentChange]:
    changes: list[DocumentChange] = []
    for facts in parts:
        try:
            changes += graph.load(facts, progress=bar)
        except StoreError:
            _tell_changes(changes)
            raise
    return changes


def _tell_changes(changes: Iterable[DocumentChange]) -> None:
    for change in changes:
        stated = f"{change.entities} entities, {change.relations} relations, {change.figures} figures"
        tell(plain(f"{change.document}: {change.outcome} ({stated})"))


def _foreseen(store: str, parts: Sequence[Facts]) -> list[Preview]:
    from graph.preview import preview
    from graph.slice import split
    from loaders.intake import outdated

    if not made(store):  # trying must not leave an empty graph behind
        return preview((), [step for facts in parts for step in sorted(split(facts).items())])
    with opened(store) as graph:
        return _full(graph).preview(parts, outdated(graph.status().documents, parts, store))


def _tell_differences(found: Sequence[Preview]) -> None:
    for one in found:
        numbers = {kind: sum(c.change == kind for c in one.changes) for kind in _MARKS}
        told = ", ".join(f"{number} {kind}" for kind, number in numbers.items() if number) or "no fact differs"
        tell(plain(f"{one.document}: {'unchanged' if one.outcome == 'unchanged' else f'{one.outcome} ({told})'}"))
        for change in one.changes:
            detail = f"  ({change.detail})" if change.detail else ""
            tell(plain(f"  {_MARKS[change.change]} {change.kind} {change.fact}{detail}"))
    say("nothing was written (--dry-run)")


def copy(
    source: Annotated[str, typer.Option("--from", help=_URIS)] = DEFAULT_URI,
    target: Annotated[str, typer.Option("--to", help=_URIS)] = DEFAULT_URI,
) -> None:
    """Copy what one store holds to another, such as an embedded one to a server, or back.

    Every document is written as the other store keeps it: new, replaced, or unchanged if it is there already. Documents
    that only the target holds stay, and are counted. Both stores then export the same facts.
    """
    if source == target:
        raise typer.BadParameter("--from and --to name the same store; name two", param_hint="--to")
    with opened(source, older=True) as first:
        parts = _full(first).slices()
        if not parts:
            raise StoreError(f"{source}: the store is empty; there is nothing to copy")
        with progress() as bar, opened(target, reading=False) as second:
            changes = _full(second).load_slices(parts, progress=bar)
            held = _full(second).slices()
            same = second.facts() == first.facts()
    differing = sorted(d for d, part in parts.items() if d not in held or held[d].content_hash != part.content_hash)
    if differing:
        raise StoreError(f"{target}: {', '.join(differing)} arrived otherwise than sent; copy again")
    for change in changes:
        tell(plain(f"{change.document}: {change.outcome}"))
    others = len(held.keys() - parts.keys())
    if others:
        say(f"{target} holds {others} other documents, which stay")
    say(f"{len(parts)} documents copied" + ("; both stores hold the same facts" if same else ""))
    _tell_corrections(source, target)


def _tell_corrections(source: str, target: str) -> None:
    from loaders.corrections import VARIABLE, corrections_path

    one, other = corrections_path(source), corrections_path(target)
    if one.is_file() and one.resolve() != other.resolve():
        say(f"people's corrections stay in {one}; set {VARIABLE}={one} to apply them to later loads into {target}")


def _full(store: Store) -> CypherStore:
    """Every store that has a URI keeps what each document states."""
    from graph.cypher_store import CypherStore

    if not isinstance(store, CypherStore):
        raise StoreError(f"{store.uri}: this store does not keep documents apart")
    return store
