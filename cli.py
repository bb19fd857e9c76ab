"""The command line: one function a verb. Results go to stdout, messages to stderr."""

from __future__ import annotations

import errno
import os
import socket
import subprocess
import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from graph.analysis import verbs
from graph.console import opened, progress, say, tell, width
from graph.export.command import exporter
from graph.facts import Severity
from graph.options import FormatOption, StoreOption
from graph.presentation import Format, counts, profile_record, profile_text, render, to_json, write_report
from graph.store import DEFAULT_URI, Rows, Store
from loaders import load_verbs, review_verbs
from ontology.errors import PolecoreError, SourceError, StoreError


class Verbs(TyperGroup):
    """The verbs, with every error that a user can mend told in one line."""

    def invoke(self, ctx: Any) -> Any:
        """Run a verb; exit with 1 after an error of Polecore or of the file system."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            # the reader of the pipe (head, less) has seen enough; keep the interpreter from writing to it at exit
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(1) from None
        except PolecoreError as error:
            say(f"error: {error}")
        except OSError as error:
            room = "; make room and run the command again" if error.errno == errno.ENOSPC else ""
            say(f"error: {error.filename or 'file system'}: {error.strerror or error}{room}")
        raise typer.Exit(1)


app = typer.Typer(
    cls=Verbs,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help="Evidence-backed knowledge graph of a regional innovation ecosystem, read from Chinese policy documents.",
    epilog="Exit status: 0 done, 1 a mistake or a refused fact, 2 wrong usage. `polecore VERB --help` has an example.",
)

app.add_typer(review_verbs.app, name="review")

ParamOption = Annotated[list[str] | None, typer.Option("--param", metavar="K=V", help="A parameter; may be repeated.")]
WorkersOption = Annotated[int, typer.Option(min=1, max=64, help="Processes that read documents.")]


class SchemaFormat(StrEnum):
    """How the schema is written."""

    TABLE = "table"
    JSON = "json"
    TURTLE = "turtle"


class ShowFormat(StrEnum):
    """How one entity is told."""

    TABLE = "table"
    JSON = "json"


def _given(params: Sequence[str] | None) -> dict[str, str]:
    values: dict[str, str] = {}
    for item in params or ():
        key, equals, value = item.partition("=")
        if not equals or not key:
            raise typer.BadParameter(f"{item!r} is not of the form name=value", param_hint="--param")
        if key in values:
            raise typer.BadParameter(f"{key} is given twice", param_hint="--param")
        values[key] = value
    return values


@app.command(epilog="Example: polecore extract documents/ --out out/facts --workers 2")
def extract(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH", help="Documents, or folders of documents.")],
    out: Annotated[Path, typer.Option(help="Folder for the facts.")] = Path("out/facts"),
    workers: WorkersOption = 1,
    scheduler: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="Dask scheduler whose workers read, as tcp://HOST:8786.")
    ] = None,
    report: Annotated[
        Path | None, typer.Option(help="Write all that was skipped or doubtful to this JSON file.")
    ] = None,
) -> None:
    """Read documents and write the facts that they state."""
    if scheduler is not None and workers != 1:
        raise typer.BadParameter(
            "--workers are processes of this machine; give one of the two", param_hint="--scheduler"
        )
    from graph.facts import write_facts
    from loaders.pipeline import extract as run

    with progress() as bar:
        facts = run(paths, workers=workers, scheduler=scheduler, progress=bar)
    if report is not None:
        write_report(facts, report)
    unreadable = load_verbs.complain(facts.problems)
    if not facts.entities:
        raise SourceError(f"no facts found in {', '.join(map(str, paths))}; nothing was written to {out}")
    write_facts(facts, out)
    tell(render(counts([facts]), Format.TABLE, width=width()))
    say(f"facts of {len(facts.documents())} documents written to {out}")
    if unreadable:
        raise typer.Exit(1)


load_verbs.register(app)


@app.command(epilog="Example: polecore status --format json")
def status(store: StoreOption = DEFAULT_URI, format_: FormatOption = Format.TABLE) -> None:
    """Count what is in the store.

    Nodes by label, relationships by type, figures, passages, and each document with the hash of what it states.
    """
    with opened(store) as graph:
        found = graph.status()
    rows: list[tuple[str, str, int | str]] = [("label", k, v) for k, v in sorted(found.labels.items())]
    rows += [("relationship", k, v) for k, v in sorted(found.relations.items())]
    rows += [("figure", "all", found.figures), ("passage", "all", found.passages)]
    rows += [("document", k, v) for k, v in sorted(found.documents.items())]
    tell(render(Rows(("kind", "name", "number"), tuple(rows)), format_, width=width()))
    if not found.documents:
        say("the store is empty; `polecore load` fills it with the bundled facts")


@app.command(epilog="Example: polecore schema --format turtle > innovation.ttl")
def schema(
    format_: Annotated[SchemaFormat, typer.Option("--format", help="How to write the model.")] = SchemaFormat.TABLE,
) -> None:
    """Print the model: classes and relationships, Chinese and English."""
    from ontology.schema import PATH, load_schema

    if format_ is SchemaFormat.TURTLE:
        tell(PATH.read_text(encoding="utf-8").rstrip("\n"))
        return
    model = load_schema()
    columns = ("kind", "name", "zh", "en", "from", "to")
    rows: list[tuple[Any, ...]] = [
        ("class", t.name, t.label_zh, t.label_en, list(t.superclasses), []) for t in model.entity_types.values()
    ]
    rows += [
        ("relationship", t.name, t.label_zh, t.label_en, sorted(t.domain), sorted(t.range))
        for t in model.relation_types.values()
    ]
    tell(render(Rows(columns, tuple(rows)), Format(format_.value), width=width()))


@app.command(epilog="Example: polecore validate --format csv > problems.csv")
def validate(store: StoreOption = DEFAULT_URI, format_: FormatOption = Format.TABLE) -> None:
    """Check the facts in the store against the model.

    The SHACL shapes are part of the model. Exit status 1 if a fact breaks it.
    """
    from graph.consistency import report

    with opened(store) as graph:
        facts = graph.facts()
    problems = report(facts)
    rows = tuple((p.severity.value, p.kind, p.where, p.message) for p in problems)
    if rows or format_ is not Format.TABLE:
        tell(render(Rows(("severity", "kind", "where", "message"), rows), format_, width=width()))
    errors = sum(p.severity is Severity.ERROR for p in problems)
    say(f"{len(facts.entities)} entities, {len(facts.relations)} relations, {len(facts.figures)} figures checked: "
         f"{errors} errors, {len(problems) - errors} warnings and notes")  # fmt: skip
    if errors:
        raise typer.Exit(1)


@app.command(epilog="Example: polecore query labs_in_zone --param zone=沈阳高新区 --format csv")
def query(
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="A question; none: list them all.")] = None,
    param: ParamOption = None,
    store: StoreOption = DEFAULT_URI,
    format_: FormatOption = Format.TABLE,
    limit: Annotated[int | None, typer.Option(min=1, help="Most rows.")] = None,
) -> None:
    """Ask a question of the library, or list them all."""
    from queries.catalogue import listing
    from queries.registry import load_library

    library = load_library()
    values = _given(param)
    if name is None:
        if values:
            raise typer.BadParameter("name the query that the parameters are for", param_hint="--param")
        tell(render(listing(library), format_, width=width()))
        return
    question = library.get(name)
    question.bind(values)  # a wrong parameter is told before a store is opened
    with opened(store) as graph:
        rows = question.run(graph, values, limit=limit)
    _answer(rows, format_)


def _answer(rows: Rows, format_: Format) -> None:
    tell(render(rows, format_, width=width()))
    if rows.truncated:
        say(f"only the first {len(rows.rows)} rows are shown; raise --limit to see more")
    elif not rows.rows and format_ is Format.TABLE:
        say("no rows")


@app.command(epilog="Example: polecore cypher 'MATCH (z:Zone) RETURN z.name AS zone ORDER BY zone' --limit 10")
def cypher(
    text: Annotated[str, typer.Argument(metavar="CYPHER", help="A query that only reads.")],
    param: ParamOption = None,
    store: StoreOption = DEFAULT_URI,
    format_: FormatOption = Format.TABLE,
    limit: Annotated[int, typer.Option(min=1, help="Most rows.")] = 1000,
    timeout: Annotated[float, typer.Option(min=0.1, help="Seconds after which to give up.")] = 30.0,
) -> None:
    """Run a Cypher query of your own, read-only.

    Parameters: K=2 is a number, K='["a"]' a list (JSON), K=abc a text.
    """
    from queries.parameter import literal

    values = {key: literal(value) for key, value in _given(param).items()}
    with opened(store) as graph:
        rows = graph.query(text, values, limit=limit, timeout=timeout)
    _answer(rows, format_)


@app.command(epilog="Example: polecore browser --out out/browser")
def browser(
    out: Annotated[Path, typer.Option(help="Folder for the two files.")] = Path("out/browser"),
) -> None:
    """Write what Neo4j Browser takes in.

    A stylesheet with the colours and Chinese captions of the model, and the questions, yours too, as saved queries.
    """
    from queries.browser import write
    from queries.registry import load_library

    for path in write(out, load_library()):
        tell(str(path))


@app.command(epilog="Example: polecore show 沈阳高新区 --no-evidence")
def show(
    entity: Annotated[str, typer.Argument(metavar="ENTITY", help="An id, a name or another name.")],
    store: StoreOption = DEFAULT_URI,
    format_: Annotated[ShowFormat, typer.Option("--format", help="How to write it.")] = ShowFormat.TABLE,
    evidence: Annotated[bool, typer.Option(help="Add the passages of every tie and figure.")] = True,
) -> None:
    """Tell one entity in full.

    Its names, ties and figures, and the passages that state them.
    """
    from graph.lookup import LIMIT, find, quoted
    from loaders.intake import with_quotes
    from ontology.schema import load_schema

    with opened(store) as graph:
        hits = find(graph, entity)
        profile = graph.profile(hits[0].id) if len(hits) == 1 else None
    if profile is None:
        rows = tuple((hit.id, hit.label, hit.name, list(hit.aliases)) for hit in hits)
        if rows:
            tell(render(Rows(("id", "class", "name", "aliases"), rows), Format(format_.value), width=width()))
        number = f"{LIMIT} or more" if len(hits) == LIMIT else len(hits) or "no"
        say(f"error: {entity!r} fits {number} entities" + ("; name one by its id" if hits else ""))
        raise typer.Exit(1)
    profile = quoted(profile, with_quotes)
    if format_ is ShowFormat.JSON:
        tell(to_json(profile_record(profile)))
        return
    model = load_schema()
    captions = {name: f"{name} {t.label_zh}" for name, t in model.node_types.items()}
    captions |= {name: f"{name} {t.label_zh}" for name, t in model.relation_types.items()}
    tell(profile_text(profile, caption=lambda name: captions.get(name, name), evidence=evidence))


def _layouts() -> list[dict[str, Any]]:
    from loaders.lexicon import load_lexicon

    return load_lexicon().layouts


def _answered(graph: Store, name: str | None, params: Sequence[str] | None, text: str | None, limit: int) -> Rows:
    from queries.registry import load_library

    if name is None:
        return graph.query(text or "", {}, limit=limit)
    return load_library().get(name).run(graph, _given(params), limit=limit)


LOCAL = frozenset({"127.0.0.1", "localhost", "::1"})
_EXPORT = "Example: polecore export briefing --region 沈阳现代化都市圈 --out briefing.pptx"
app.command(epilog=_EXPORT)(exporter(_layouts, _answered))


@app.command(epilog="Example: polecore serve --port 8600")
def serve(
    store: StoreOption = DEFAULT_URI,
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port of the app.")] = 8501,
    address: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
) -> None:
    """Open the app in a browser: http://127.0.0.1:8501."""
    script = Path(__file__).parent / "app.py"
    if not script.is_file():
        raise SourceError(f"{script}: the app is not part of this installation; install Polecore again")
    if address not in LOCAL:
        say(f"warning: {address}: whoever reaches it can read the graph unless people sign in; docs/signin.md")
    with socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except OSError as error:
            raise StoreError(
                f"{address}:{port}: cannot listen there ({error.strerror}); choose another --port"
            ) from None
    options = {"port": port, "address": address, "headless": "true"}
    if address not in LOCAL and not os.environ.get("STREAMLIT_SERVER_ALLOWED_HOSTS"):
        options["allowedHosts"] = "*"  # by what names it is reached there only its owner knows
    command = [sys.executable, "-m", "views.serve", "--browser.gatherUsageStats=false"]
    command += [f"--server.{key}={value}" for key, value in options.items()]
    os.environ["POLECORE_STORE"] = store
    if os.name == "nt":
        raise typer.Exit(subprocess.run(command, check=False).returncode)
    os.execv(command[0], command)  # the app takes this process over, so that a signal to it reaches the app


verbs.register(app, _layouts)


INTERRUPTED = 130
"""Status of a run that Ctrl-C ended, by which shells know it."""


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a console of another encoding must not fail on Chinese
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        app(prog_name="polecore")
    except SystemExit as end:
        if end.code == INTERRUPTED:
            say("interrupted")
        raise


if __name__ == "__main__":
    main()
